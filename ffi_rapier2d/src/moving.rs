//! Shapes that move through a world in a query, as convex pieces.

use crate::{Error, Result};
use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{bounding_volume::Aabb, shape::Shape},
};

/// A convex piece: all points no farther than `round` from `core`, a convex polygon, counter-clockwise, or a segment or
/// a point.
pub struct Piece {
    pub core: Vec<Vector>,
    pub round: f64,
}

/// A shape that moves without turning, about the place where it is.
pub struct Moving {
    pub pieces: Vec<Piece>,
    /// How deep it may be in something as it begins without being stopped where it does not go deeper.
    pub slop: f64,
}

/// The depth of what rests, in length units.
const SLOP: f64 = 0.01;

impl Moving {
    /// For queries in which nothing moves.
    pub fn none() -> Self {
        Self { pieces: Vec::new(), slop: 0.0 }
    }

    /// A circle about the place where it is.
    pub fn circle(radius: f64) -> Self {
        Self { pieces: vec![Piece { core: vec![Vector::ZERO], round: radius }], slop: 0.0 }
    }

    /// A shape about its own origin, which only what it goes deeper into stops.
    pub fn freely(shape: &dyn Shape) -> Result<Self> {
        let mut pieces = Vec::new();
        add(&mut pieces, Pose::IDENTITY, shape)?;
        Ok(Self { pieces, slop: f64::MAX })
    }

    /// Shapes that move together in a world of this length unit, and the box that they fill as they begin.
    pub fn of(shapes: &[(Pose, &dyn Shape)], unit: f64) -> Result<(Self, Aabb)> {
        let mut pieces = Vec::new();
        shapes.iter().try_for_each(|(pose, shape)| add(&mut pieces, *pose, *shape))?;
        let reach = |piece: &Piece| {
            let mut bounds = Aabb::from_points(piece.core.iter().copied());
            bounds.mins -= Vector::splat(piece.round);
            bounds.maxs += Vector::splat(piece.round);
            bounds
        };
        let bounds = pieces
            .iter()
            .map(reach)
            .reduce(|one, other| Aabb { mins: one.mins.min(other.mins), maxs: one.maxs.max(other.maxs) });
        let bounds = bounds.ok_or(Error::NoShape)?;
        let center = bounds.center();
        for point in pieces.iter_mut().flat_map(|piece| &mut piece.core) {
            *point -= center;
        }
        Ok((Self { pieces, slop: SLOP * unit }, bounds))
    }
}

fn add(pieces: &mut Vec<Piece>, pose: Pose, shape: &dyn Shape) -> Result<()> {
    let mut push = |points: &[Vector], round: f64| {
        pieces.push(Piece { core: points.iter().map(|&point| pose * point).collect(), round });
    };
    if let Some(ball) = shape.as_ball() {
        push(&[Vector::ZERO], ball.radius);
    } else if let Some(cuboid) = shape.as_cuboid() {
        let Vector { x, y } = cuboid.half_extents;
        push(&[Vector::new(-x, -y), Vector::new(x, -y), Vector::new(x, y), Vector::new(-x, y)], 0.0);
    } else if let Some(capsule) = shape.as_capsule() {
        push(&[capsule.segment.a, capsule.segment.b], capsule.radius);
    } else if let Some(polygon) = shape.as_convex_polygon() {
        push(polygon.points(), 0.0);
    } else if let Some(chain) = shape.as_polyline() {
        chain.segments().for_each(|edge| push(&[edge.a, edge.b], 0.0));
    } else if let Some(compound) = shape.as_compound() {
        for (part, shape) in compound.shapes() {
            add(pieces, pose * *part, &**shape)?;
        }
    } else {
        return Err(Error::NoShape);
    }
    Ok(())
}

/// All places of the second at which two convex cores overlap, in the first one's coordinates: the outline, as a core.
pub fn difference(core: &[Vector], moving: &[Vector]) -> Vec<Vector> {
    let turned: Vec<Vector> = moving.iter().map(|&point| -point).collect();
    if let [point] = turned[..] {
        return core.iter().map(|&one| one + point).collect();
    }
    if let [point] = core[..] {
        return turned.iter().map(|&one| one + point).collect();
    }
    let (one, other) = (from_lowest(core), from_lowest(&turned));
    let mut sum = Vec::with_capacity(one.len() + other.len());
    let (mut at, mut to) = (0, 0);
    while at < one.len() || to < other.len() {
        sum.push(one[at % one.len()] + other[to % other.len()]);
        let edge = |points: &[Vector], at: usize| points[(at + 1) % points.len()] - points[at % points.len()];
        let (a, b) = (edge(&one, at), edge(&other, to));
        // The edges of both, by their directions from 0 to a full turn.
        let order = if at == one.len() {
            -1.0
        } else if to == other.len() {
            1.0
        } else if is_upper(a) == is_upper(b) {
            a.perp_dot(b)
        } else if is_upper(a) {
            1.0
        } else {
            -1.0
        };
        at += usize::from(order >= 0.0);
        to += usize::from(order <= 0.0);
    }
    sum
}

fn is_upper(edge: Vector) -> bool {
    edge.y > 0.0 || edge.y == 0.0 && edge.x > 0.0
}

/// The outline, from its lowest point, of those the leftmost.
fn from_lowest(points: &[Vector]) -> Vec<Vector> {
    let lowest = (0..points.len())
        .min_by(|&a, &b| points[a].y.total_cmp(&points[b].y).then(points[a].x.total_cmp(&points[b].x)))
        .unwrap_or(0);
    points[lowest..].iter().chain(&points[..lowest]).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_the_hull_of_all_differences() {
        let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| Vector::new(x, y));
        let triangle = [(0.0, 0.0), (2.0, 0.5), (0.5, 1.5)].map(|(x, y)| Vector::new(x, y));
        let segment = [(0.0, -2.0), (0.0, 2.0)].map(|(x, y)| Vector::new(x, y));
        for (one, other) in
            [(&square[..], &triangle[..]), (&triangle, &square), (&square, &segment), (&segment, &triangle)]
        {
            let sum = difference(one, other);
            for turn in 0..64 {
                let along = Vector::from_angle(f64::from(turn) * 0.1);
                let far = |points: &[Vector], sign: f64| {
                    points.iter().map(|p| sign * p.dot(along)).fold(f64::NEG_INFINITY, f64::max)
                };
                let expected = far(one, 1.0) + far(other, -1.0);
                assert!((far(&sum, 1.0) - expected).abs() < 1e-12);
            }
            for at in 0..sum.len() {
                let [a, b, c] = [at, at + 1, at + 2].map(|at| sum[at % sum.len()]);
                assert!((b - a).perp_dot(c - b) >= -1e-12, "{sum:?}");
            }
        }
    }
}
