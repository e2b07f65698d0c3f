//! What a path fills, grown or shrunk.
//!
//! A bar lies along each edge, as wide as the distance, and a wedge between two bars where they open at a corner. Growing
//! is the union of all that with what is filled, and shrinking is what is filled without it. The sides that bars share with
//! each other, wedges and the path cancel out: what is left of all edges is one contour beside each of the path's, which
//! winds about a point once for what is filled and once more, or less, for each bar and wedge. So what it winds about more
//! than 0 times is what is wanted.

use crate::{
    Error, Path, Result,
    area_moment::AreaMoment,
    boolean::simplified,
    check,
    frame::{Flattening, Frame, MOST_LINES_IN_ALL},
    options::StrokeStyle,
    path::PathData,
    polygons::{self, Corner, Polygons},
};
use ffi_core::memory;
use i_overlay::core::{fill_rule::FillRule as Winding, overlay_rule::OverlayRule};
use lyon::{
    geom::{Box2D, Point, Vector},
    lyon_tessellation::LineJoin,
    path::FillRule,
};
use std::f64::consts::FRAC_PI_3;

/// The least distance beside the extent of a path.
const NEAREST: f64 = 1e-9;
/// The least error of a round join beside the distance.
const FINEST_ROUND: f64 = 1e-9;
/// The largest error beside the distance with which an edge still counts as smooth.
const COARSEST_SMOOTH: f64 = 0.02;
/// A sharper turn (its cosine) is a corner, wherever it comes from.
const SHARP: f64 = 0.9;
/// Most corners of curves that are rounder than the distance: their bars all cross each other.
const MOST_TIGHT: usize = 256;
/// Bars of a sharper turn never end on the bisector.
const SHARPEST_SHARED: f64 = -0.9;

/// What a path fills by a rule, and all within `distance` of it; where that is below 0, less all that is so near to its
/// edge.
pub fn offset(
    path: &Path,
    distance: f64,
    rule: FillRule,
    tolerance: f64,
    style: StrokeStyle,
) -> Result<PathData> {
    check::coordinate("distance", distance)?;
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds() else { return Ok(PathData::default()) };
    let extent = bounds.size().width.max(bounds.size().height);
    if distance != 0.0 && distance.abs() < NEAREST * extent {
        return Err(Error::TooNear { distance, extent });
    }
    let frame = Frame::new(&bounds, 2.0 * distance.abs());
    let filled = simplified(path, &frame, rule, tolerance)?;
    if distance == 0.0 {
        return filled.to_path(&frame, "path");
    }
    let within = Flattening::new(path, tolerance)?.tolerance_in(&frame);
    let beside = Beside::new(frame.width_in(distance), style, within);
    let mut contours = Polygons::default();
    let (mut corners, mut tight) = (vec![], 0);
    for polygon in filled.iter().filter(|polygon| !beside.leaves_nothing(polygon)) {
        corners.clear();
        tight += beside.follow(polygon, &mut corners)?;
        if tight > MOST_TIGHT {
            return Err(Error::TooTight { tolerance, most: MOST_TIGHT });
        }
        contours.push(corners.len(), corners.iter().copied())?;
        if contours.len() > MOST_LINES_IN_ALL {
            let count = contours.len() as f64;
            return Err(Error::TooFine { tolerance, count, most: MOST_LINES_IN_ALL });
        }
    }
    let nothing = Polygons::default();
    polygons::overlay(&contours, &nothing, OverlayRule::Subject, Winding::Positive)?
        .to_path(&frame, "distance")
}

/// What follows the edges of polygons at a distance: on their right, or left where it is below 0.
struct Beside {
    distance: f64,
    style: StrokeStyle,
    /// The angle between neighbours on an arc.
    arc_step: f64,
    /// Turns with this cosine or more bend the edge by less than the tolerance.
    smooth_cos: f64,
}

struct Edge {
    from: Point<f64>,
    is_smooth: bool,
    direction: Vector<f64>,
    length: f64,
}

/// A change of direction at the start of an edge.
struct Joint {
    cos: f64,
    sin: f64,
    /// True where bars overlap, rather than leave a wedge open.
    is_inner: bool,
    /// True where both bars end on the bisector.
    is_shared: bool,
    /// The length of each edge that it takes then.
    reach: f64,
}

impl Beside {
    fn new(distance: f64, style: StrokeStyle, tolerance: f64) -> Self {
        let error = (tolerance / distance.abs()).max(FINEST_ROUND);
        let arc_step = (2.0 * (1.0 - error.min(1.0)).acos()).min(FRAC_PI_3);
        // Half the angle has a cosine of 1 / (1 + error).
        let half = 1.0 / (1.0 + error.min(COARSEST_SMOOTH));
        Self { distance, style, arc_step, smooth_cos: 2.0 * half * half - 1.0 }
    }

    /// Tells of a polygon without any place so far inside: of an outer one nothing is left where it shrinks, and a hole is
    /// closed where what is round it grows.
    fn leaves_nothing(&self, polygon: &[Corner]) -> bool {
        let size = Box2D::from_points(polygon.iter().map(|corner| corner.at)).size();
        let area = AreaMoment::by_polygon(polygon.iter().map(|corner| corner.at)).area;
        size.width.min(size.height) <= 2.0 * self.distance.abs() && (area > 0.0) == (self.distance < 0.0)
    }

    /// Appends the contour beside a polygon, and returns how many of its corners lie inside a curve that is rounder
    /// than the distance.
    fn follow(&self, polygon: &[Corner], out: &mut Vec<Corner>) -> Result<usize> {
        let mut edges: Vec<Edge> = vec![];
        memory::reserve(&mut edges, polygon.len())?;
        let ends = polygon.iter().zip(polygon.iter().cycle().skip(1));
        edges.extend(ends.filter_map(|(from, to)| edge(from, to)));
        if edges.is_empty() {
            return Ok(0);
        }
        let joints = self.joints(&edges)?;
        for (i, joint) in joints.iter().enumerate() {
            self.join(before(&edges, i).direction, &edges[i], joint, out)?;
        }
        Ok(joints.iter().filter(|joint| joint.is_inner && !joint.is_shared).count())
    }

    fn joints(&self, edges: &[Edge]) -> Result<Vec<Joint>> {
        let mut joints: Vec<Joint> = vec![];
        memory::reserve(&mut joints, edges.len())?;
        joints.extend((0..edges.len()).map(|i| self.joint(before(edges, i), &edges[i])));
        // An edge is not long enough for two that take more than all of it.
        for i in 0..joints.len() {
            let (one, two) = (before(&joints, i), &joints[i]);
            if one.is_shared && two.is_shared && one.reach + two.reach > before(edges, i).length {
                joints[i].is_shared = false;
            }
        }
        Ok(joints)
    }

    fn joint(&self, before: &Edge, edge: &Edge) -> Joint {
        let (cos, sin) = (before.direction.dot(edge.direction), before.direction.cross(edge.direction));
        let is_inner = sin * self.distance < 0.0;
        let reach = self.distance.abs() * sin.abs() / (1.0 + cos);
        // What one bar has beyond the bisector has to lie in the other.
        let needed = reach.max(self.distance.abs() * sin.abs());
        let is_shared = is_inner && cos > SHARPEST_SHARED && needed <= before.length.min(edge.length);
        Joint { cos, sin, is_inner, is_shared, reach }
    }

    fn join(&self, before: Vector<f64>, edge: &Edge, joint: &Joint, out: &mut Vec<Corner>) -> Result<()> {
        let (at, first, last) = (edge.from, self.aside(before), self.aside(edge.direction));
        let mut push = |from: Vector<f64>, is_smooth| -> Result<()> {
            memory::reserve(out, 1)?;
            out.push(Corner { at: at + from, is_smooth });
            Ok(())
        };
        let tip = (first + last) / (1.0 + joint.cos);
        if joint.is_inner {
            if joint.is_shared {
                return push(tip, edge.is_smooth);
            }
            push(first, false)?;
            push(Vector::zero(), false)?;
            return push(last, false);
        }
        let is_smooth = edge.is_smooth && joint.cos >= SHARP;
        if joint.cos >= self.smooth_cos {
            return push(tip, is_smooth);
        }
        match if is_smooth { LineJoin::Round } else { self.style.join } {
            LineJoin::Miter | LineJoin::MiterClip if self.is_mitered(joint) => push(tip, false),
            LineJoin::Round => {
                let angle = joint.sin.abs().atan2(joint.cos);
                let count = (angle / self.arc_step).ceil();
                let (sin, cos) = (self.distance.signum() * angle / count).sin_cos();
                let mut from = first;
                for _ in 0..count as usize {
                    push(from, true)?;
                    from = Vector::new(from.x * cos - from.y * sin, from.x * sin + from.y * cos);
                }
                push(last, true)
            }
            _ => {
                push(first, false)?;
                push(last, false)
            }
        }
    }

    /// From a place on an edge of this direction to the place beside it.
    fn aside(&self, direction: Vector<f64>) -> Vector<f64> {
        Vector::new(direction.y, -direction.x) * self.distance
    }

    fn is_mitered(&self, joint: &Joint) -> bool {
        2.0 <= (1.0 + joint.cos) * self.style.miter_limit * self.style.miter_limit
    }
}

fn before<T>(items: &[T], index: usize) -> &T {
    &items[(index + items.len() - 1) % items.len()]
}

fn edge(from: &Corner, to: &Corner) -> Option<Edge> {
    let vector = to.at - from.at;
    let length = vector.length();
    let edge = Edge { from: from.at, is_smooth: from.is_smooth, direction: vector / length, length };
    (length > 0.0).then_some(edge)
}
