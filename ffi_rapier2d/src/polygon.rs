//! Polygons of any outline as shapes of the physics.

use crate::{Error, Result, check};
use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{
        shape::{Compound, CompoundFlags, SharedShape, TriMesh},
        transformation::hertel_mehlhorn,
    },
};

/// Most points of a convex outline.
const MOST_CONVEX: usize = 16_384;
/// Most points of another: cutting it up takes time that grows with their square.
const MOST_CONCAVE: usize = 2_048;
/// Sines of angles below this are those of a straight line.
const STRAIGHT: f64 = 1e-12;

/// The shape whose outline is `vertices`.
pub fn shape(vertices: &[f64]) -> Result<SharedShape> {
    let outline = outline(vertices)?;
    if turns_once(&outline) {
        limit(outline.len(), MOST_CONVEX, "in a convex outline")?;
        return convex(outline);
    }
    limit(outline.len(), MOST_CONCAVE, "in an outline that is not convex")?;
    if let Some(point) = crossing(&outline) {
        return Err(Error::NotSimple { point });
    }
    pieces(&outline)
}

fn limit(count: usize, limit: usize, what: &'static str) -> Result<()> {
    if count <= limit { Ok(()) } else { Err(Error::ManyVertices { count, limit, what }) }
}

fn convex(outline: Vec<Vector>) -> Result<SharedShape> {
    // Unmodified: parry drops corners flatter than 1e-4 rad, and with them whole round outlines.
    SharedShape::convex_polyline_unmodified(outline).ok_or(Error::NoArea)
}

/// The points, counter-clockwise, without repetitions and without points on straight lines.
fn outline(vertices: &[f64]) -> Result<Vec<Vector>> {
    let mut points = points(vertices)?;
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    if points.len() < 3 {
        return Err(Error::FewVertices { count: points.len() });
    }
    drop_straight(&mut points)?;
    let area = area(&points);
    let extent = extent(&points);
    if area.abs() <= STRAIGHT * extent * extent || extent < check::SMALLEST {
        return Err(Error::NoArea);
    }
    if area < 0.0 {
        points.reverse();
    }
    Ok(points)
}

/// The points of `vertices`, without repetitions.
pub fn points(vertices: &[f64]) -> Result<Vec<Vector>> {
    if !vertices.len().is_multiple_of(2) {
        return Err(Error::OddVertices { count: vertices.len() });
    }
    // Not past the limits even before what can be left out is left out.
    limit(vertices.len() / 2, 16 * MOST_CONVEX, "in any outline")?;
    if let Some((index, &value)) =
        vertices.iter().enumerate().find(|(_, v)| v.is_nan() || v.abs() > check::LARGEST)
    {
        return Err(Error::Vertex { index, value, rule: check::rule_of(value) });
    }
    let mut points: Vec<Vector> =
        vertices.chunks_exact(2).map(|pair| Vector::new(pair[0], pair[1])).collect();
    points.dedup();
    Ok(points)
}

/// Leaves out the points on straight lines. An outline that turns back on itself touches itself.
fn drop_straight(points: &mut Vec<Vector>) -> Result<()> {
    let mut kept: Vec<Vector> = Vec::with_capacity(points.len());
    let count = points.len();
    for (at, &point) in points.iter().enumerate() {
        let before = kept.last().copied().unwrap_or(points[count - 1]);
        let (arrive, leave) = (point - before, points[(at + 1) % count] - point);
        if sine(arrive, leave).abs() > STRAIGHT {
            kept.push(point);
        } else if arrive.dot(leave) < 0.0 {
            return Err(Error::NotSimple { point: at });
        }
    }
    if kept.len() < 3 {
        return Err(Error::NoArea);
    }
    *points = kept;
    Ok(())
}

fn cross(a: Vector, b: Vector) -> f64 {
    a.x * b.y - a.y * b.x
}

/// The sine of the angle from `a` to `b`, 0 where one has no length.
fn sine(a: Vector, b: Vector) -> f64 {
    let lengths = a.length() * b.length();
    if lengths > 0.0 { cross(a, b) / lengths } else { 0.0 }
}

/// The signed area, by triangles from the first point.
fn area(points: &[Vector]) -> f64 {
    let origin = points[0];
    points.windows(2).map(|pair| cross(pair[0] - origin, pair[1] - origin)).sum::<f64>() / 2.0
}

fn extent(points: &[Vector]) -> f64 {
    let (low, high) =
        points.iter().fold((points[0], points[0]), |(low, high), &point| (low.min(point), high.max(point)));
    (high - low).max_element()
}

/// True where every corner turns left and all of them together once around: convex, and no star.
fn turns_once(points: &[Vector]) -> bool {
    let count = points.len();
    let mut turn = 0.0;
    for at in 0..count {
        let arrive = points[(at + 1) % count] - points[at];
        let leave = points[(at + 2) % count] - points[(at + 1) % count];
        let sine = cross(arrive, leave);
        if sine <= 0.0 {
            return false;
        }
        turn += sine.atan2(arrive.dot(leave));
    }
    turn < 3.0 * std::f64::consts::PI
}

/// A point whose edge meets an edge that is not its neighbour.
fn crossing(points: &[Vector]) -> Option<usize> {
    let count = points.len();
    let edge = |at: usize| (points[at], points[(at + 1) % count]);
    (0..count).find(|&first| {
        let last = if first == 0 { count - 1 } else { count };
        (first + 2..last).any(|second| meet(edge(first), edge(second)))
    })
}

/// True where two segments have a point in common.
fn meet((a, b): (Vector, Vector), (c, d): (Vector, Vector)) -> bool {
    let side = |from: Vector, to: Vector, point: Vector| cross(to - from, point - from);
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    if c_side * d_side < 0.0 && a_side * b_side < 0.0 {
        return true;
    }
    let on = |from: Vector, to: Vector, point: Vector, side: f64| {
        side == 0.0 && (point - from).dot(point - to) <= 0.0
    };
    on(a, b, c, c_side) || on(a, b, d, d_side) || on(c, d, a, a_side) || on(c, d, b, b_side)
}

/// Cuts an outline into convex pieces: ears clipped off, and put together again where they stay convex
/// (Hertel and Mehlhorn, "Fast Triangulation of Simple Polygons", 1983).
fn pieces(outline: &[Vector]) -> Result<SharedShape> {
    let mesh = TriMesh::from_polygon(outline.to_vec()).ok_or(Error::NotDecomposable)?;
    let pieces = hertel_mehlhorn(mesh.vertices(), mesh.indices());
    let whole = area(outline);
    let sum: f64 = pieces.iter().map(|piece| area(piece)).sum();
    if (sum - whole).abs() > 1e-9 * whole {
        return Err(Error::NotDecomposable);
    }
    let parts: Result<Vec<_>> =
        pieces.into_iter().map(|piece| Ok((Pose::IDENTITY, convex(piece)?))).collect();
    // Without ledges where two pieces meet.
    Ok(SharedShape::new(Compound::with_flags(parts?, CompoundFlags::FIX_INTERNAL_EDGES, None)))
}
