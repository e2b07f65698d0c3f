//! Shape casts and chains as queries see them: how far a shape goes until it touches something, by closed form, and
//! chains as lines.
//!
//! A convex shape touches another one where its place is on the outline of their difference, all places at which they
//! overlap: so each cast is that of a circle, or a point, towards a convex polygon.
//!
//! Traps: parry's iterations miss or overshoot what the shape touches already, or nearly so; and to parry all is
//! inside a chain that is behind it, be it a kilometre.

use crate::moving::{Moving, difference};

use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{
        query::{
            ClosestPoints, Contact, DefaultQueryDispatcher, NonlinearRigidMotion, PointQuery,
            QueryDispatcher, ShapeCastHit, ShapeCastStatus, ShapeDistance, ShapeIntersection, Unsupported,
            details::ShapeCastOptions,
        },
        shape::{Ball, CompositeShapeRef, Compound, Polyline, Shape},
    },
};

/// Answers queries, of which those for moving shapes are for this one, whatever stands in its place.
pub struct Dispatcher {
    pub moving: Moving,
}

/// The place where a moving circle stops.
#[derive(Clone, Copy)]
struct Stop {
    distance: f64,
    /// The point where it touches the shape.
    point: Vector,
    /// The shape's outward normal there, 0 where the centre begins in it.
    normal: Vector,
    /// Distance from the centre to the shape then.
    apart: f64,
}

impl Stop {
    fn begins_inside(at: Vector) -> Self {
        Self { distance: 0.0, point: at, normal: Vector::ZERO, apart: 0.0 }
    }
}

/// A convex piece of what moves: all points no farther than `radius` from `core`, in coordinates of what is met.
#[derive(Clone, Copy)]
struct Mover<'a> {
    core: &'a [Vector],
    radius: f64,
    /// How deep it may be in something as it begins without being stopped where it does not go deeper.
    slop: f64,
}

impl Mover<'_> {
    /// Towards a shape from `from` along the unit vector `along`, both in the shape's coordinates.
    fn towards(self, shape: &dyn Shape, from: Vector, along: Vector) -> Option<Stop> {
        if let Some(ball) = shape.as_ball() {
            return self.towards_round(&[Vector::ZERO], ball.radius, from, along);
        }
        if let Some(cuboid) = shape.as_cuboid() {
            let Vector { x, y } = cuboid.half_extents;
            let corners = [Vector::new(-x, -y), Vector::new(x, -y), Vector::new(x, y), Vector::new(-x, y)];
            return self.towards_round(&corners, 0.0, from, along);
        }
        if let Some(capsule) = shape.as_capsule() {
            return self.towards_round(&[capsule.segment.a, capsule.segment.b], capsule.radius, from, along);
        }
        if let Some(segment) = shape.as_segment() {
            return self.towards_round(&[segment.a, segment.b], 0.0, from, along);
        }
        if let Some(polygon) = shape.as_convex_polygon() {
            return self.towards_round(polygon.points(), 0.0, from, along);
        }
        self.towards_pieces(shape.as_compound()?, from, along)
    }

    fn towards_pieces(self, pieces: &Compound, from: Vector, along: Vector) -> Option<Stop> {
        let stops = pieces.shapes().iter().filter_map(|(pose, piece)| {
            let back = pose.rotation.inverse();
            let core: Vec<Vector> = self.core.iter().map(|&point| back * point).collect();
            let (from, along) = (pose.inverse_transform_point(from), back * along);
            let stop = Mover { core: &core, ..self }.towards(&**piece, from, along)?;
            Some(Stop { point: pose * stop.point, normal: pose.rotation * stop.normal, ..stop })
        });
        first(stops)
    }

    /// Towards all points no farther than `round` from a convex polygon, counter-clockwise, or a segment or a
    /// point: it stops where it is as far from `core` as both radii together.
    fn towards_round(self, core: &[Vector], round: f64, from: Vector, along: Vector) -> Option<Stop> {
        if let [Vector::ZERO] = self.core {
            return self.towards_outline(core, round, from, along);
        }
        let outline = difference(core, self.core);
        let stop = self.towards_outline(&outline, round, from, along)?;
        if stop.normal == Vector::ZERO {
            return Some(stop);
        }
        let point = meeting(core, self.core, from + along * stop.distance, stop.normal);
        Some(Stop { point: point + stop.normal * round, ..stop })
    }

    fn towards_outline(self, core: &[Vector], round: f64, from: Vector, along: Vector) -> Option<Stop> {
        let reach = self.radius + round;
        let touching = |distance: f64, core_point: Vector, normal: Vector, apart: f64| Stop {
            distance,
            point: core_point + normal * round,
            normal,
            apart,
        };
        let inside = is_inside(core, from);
        let (nearest, apart, outwards) = edges(core)
            .map(|(a, b)| (closest(a, b, from), b - a))
            .map(|(point, edge)| (point, (from - point).length(), edge))
            .min_by(|(_, one, _), (_, other, _)| one.total_cmp(other))?;
        if self.slop > 0.0 && (inside || apart <= reach) {
            let side = Vector::new(outwards.y, -outwards.x).try_normalize();
            let (depth, normal) = match side {
                Some(side) if inside => (apart + reach, side),
                _ => (reach - apart, (from - nearest).try_normalize().or(side).unwrap_or(Vector::ZERO)),
            };
            if depth <= self.slop {
                return (along.dot(normal) < -ALONG).then(|| touching(0.0, nearest, normal, apart - round));
            }
        }
        if inside || apart <= round {
            return Some(Stop::begins_inside(from));
        }
        if apart <= reach {
            return Some(touching(0.0, nearest, (from - nearest) / apart, apart - round));
        }
        let sides = edges(core).filter_map(|(a, b)| {
            let (distance, point, normal) = side((a, b), reach, from, along)?;
            Some(touching(distance, point, normal, self.radius))
        });
        let corners = core.iter().filter_map(|&corner| {
            let distance = corner_distance(corner, reach, from, along)?;
            let normal = (from + along * distance - corner).normalize();
            Some(touching(distance, corner, normal, self.radius))
        });
        sides.chain(corners).min_by(|a, b| a.distance.total_cmp(&b.distance))
    }
}

/// The cosine below which a direction goes along a surface.
const ALONG: f64 = 1e-9;

/// The first of several stops; of pieces that it touches at once the closest one counts: its side is none between two
/// pieces.
fn first(stops: impl Iterator<Item = Stop>) -> Option<Stop> {
    stops.min_by(|a, b| a.distance.total_cmp(&b.distance).then(a.apart.total_cmp(&b.apart)))
}

/// The middle of where a core meets another one that stands at `at`, on the first one's outline, with this normal.
fn meeting(core: &[Vector], moving: &[Vector], at: Vector, normal: Vector) -> Vector {
    let across = Vector::new(-normal.y, normal.x);
    let face = |points: &[Vector], outwards: f64, origin: Vector| {
        let far = points.iter().map(|p| p.dot(normal) * outwards).fold(f64::NEG_INFINITY, f64::max);
        let size = points.iter().map(|p| p.length()).fold(0.0, f64::max);
        let on = points.iter().filter(|p| p.dot(normal) * outwards >= far - 1e-9 * size);
        let (low, high) = on
            .map(|&p| (p + origin).dot(across))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), t| (low.min(t), high.max(t)));
        (far, low, high)
    };
    let (height, low1, high1) = face(core, 1.0, Vector::ZERO);
    let (_, low2, high2) = face(moving, -1.0, at);
    normal * height + across * (low1.max(low2).midpoint(high1.min(high2)))
}

/// The edges of a closed outline; a segment has two, a point one.
fn edges(core: &[Vector]) -> impl Iterator<Item = (Vector, Vector)> + '_ {
    (0..core.len()).map(|at| (core[at], core[(at + 1) % core.len()]))
}

/// True in or on a convex polygon.
fn is_inside(core: &[Vector], point: Vector) -> bool {
    core.len() > 2 && edges(core).all(|(a, b)| (b - a).perp_dot(point - a) >= 0.0)
}

/// The point of a segment closest to `point`.
fn closest(a: Vector, b: Vector, point: Vector) -> Vector {
    let edge = b - a;
    let length = edge.length_squared();
    if length == 0.0 {
        return a;
    }
    a + edge * ((point - a).dot(edge) / length).clamp(0.0, 1.0)
}

/// Returns the distance to the line `reach` to the right of an edge, where `from` meets that beside the edge.
fn side((a, b): (Vector, Vector), reach: f64, from: Vector, along: Vector) -> Option<(f64, Vector, Vector)> {
    let edge = (b - a).try_normalize()?;
    let normal = Vector::new(edge.y, -edge.x);
    let (height, approach) = ((from - a).dot(normal) - reach, -along.dot(normal));
    if height < 0.0 || approach <= 0.0 {
        return None;
    }
    let distance = height / approach;
    let beside = (from + along * distance - a).dot(edge);
    (0.0..=(b - a).length()).contains(&beside).then(|| (distance, a + edge * beside, normal))
}

/// Returns the distance to the circle about a corner, from outside.
fn corner_distance(corner: Vector, reach: f64, from: Vector, along: Vector) -> Option<f64> {
    let apart = from - corner;
    let (ahead, aside) = (-apart.dot(along), apart.perp_dot(along).abs());
    if ahead <= 0.0 || aside > reach {
        return None;
    }
    // The smaller root of t² − 2·ahead·t + (apart² − reach²), without cancellation.
    let length = apart.length();
    let half_chord = ((reach - aside) * (reach + aside)).sqrt();
    Some(((length - reach) * (length + reach) / (ahead + half_chord)).max(0.0))
}

impl QueryDispatcher for Dispatcher {
    fn cast_shapes(
        &self,
        pos12: &Pose,
        local_vel12: Vector,
        g1: &dyn Shape,
        g2: &dyn Shape,
        options: ShapeCastOptions,
    ) -> Result<Option<ShapeCastHit>, Unsupported> {
        if let Some(chain) = g1.as_polyline() {
            let best = CompositeShapeRef(chain).cast_shape(self, pos12, local_vel12, g2, options);
            return Ok(best.map(|(_, hit)| hit));
        }
        let stops = self.moving.pieces.iter().filter_map(|piece| {
            let core: Vec<Vector> = piece.core.iter().map(|&point| pos12.rotation * point).collect();
            let radius = piece.round + options.target_distance;
            let mover = Mover { core: &core, radius, slop: self.moving.slop };
            mover.towards(g1, pos12.translation, local_vel12)
        });
        let stop = first(stops);
        Ok(stop.filter(|stop| stop.distance <= options.max_time_of_impact).map(|stop| ShapeCastHit {
            time_of_impact: stop.distance,
            witness1: stop.point,
            // Nobody asks for it.
            witness2: Vector::ZERO,
            normal1: stop.normal,
            normal2: pos12.rotation.inverse() * -stop.normal,
            status: ShapeCastStatus::Converged,
            subshape1: 0,
            subshape2: 0,
        }))
    }

    fn intersection_test(
        &self,
        pos12: &Pose,
        g1: &dyn Shape,
        g2: &dyn Shape,
    ) -> Result<ShapeIntersection, Unsupported> {
        let touches = |ball: &Ball, chain: &Polyline, centre: Vector| {
            let nearest = chain.project_local_point(centre, false).point;
            (nearest - centre).length() <= ball.radius
        };
        match (g1.as_ball(), g1.as_polyline(), g2.as_ball(), g2.as_polyline()) {
            (Some(ball), _, _, Some(chain)) => Ok(touches(ball, chain, pos12.inverse().translation).into()),
            (_, Some(chain), Some(ball), _) => Ok(touches(ball, chain, pos12.translation).into()),
            _ => DefaultQueryDispatcher.intersection_test(pos12, g1, g2),
        }
    }

    fn distance(&self, pos12: &Pose, g1: &dyn Shape, g2: &dyn Shape) -> Result<ShapeDistance, Unsupported> {
        DefaultQueryDispatcher.distance(pos12, g1, g2)
    }

    fn contact(
        &self,
        pos12: &Pose,
        g1: &dyn Shape,
        g2: &dyn Shape,
        prediction: f64,
    ) -> Result<Option<Contact>, Unsupported> {
        DefaultQueryDispatcher.contact(pos12, g1, g2, prediction)
    }

    fn closest_points(
        &self,
        pos12: &Pose,
        g1: &dyn Shape,
        g2: &dyn Shape,
        max_dist: f64,
    ) -> Result<ClosestPoints, Unsupported> {
        DefaultQueryDispatcher.closest_points(pos12, g1, g2, max_dist)
    }

    fn cast_shapes_nonlinear(
        &self,
        motion1: &NonlinearRigidMotion,
        g1: &dyn Shape,
        motion2: &NonlinearRigidMotion,
        g2: &dyn Shape,
        start_time: f64,
        end_time: f64,
        stop_at_penetration: bool,
    ) -> Result<Option<ShapeCastHit>, Unsupported> {
        DefaultQueryDispatcher.cast_shapes_nonlinear(
            motion1,
            g1,
            motion2,
            g2,
            start_time,
            end_time,
            stop_at_penetration,
        )
    }
}
