//! Shape casts and chains as queries see them: how far a circle goes until it touches something, by closed form, and
//! chains as lines.
//!
//! Traps: parry's iterations miss or overshoot what the circle touches already, or nearly so; and to parry all is
//! inside a chain that is behind it, be it a kilometre.

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

/// Answers queries, of which those for moving circles are for one of this radius.
pub struct Dispatcher {
    pub radius: f64,
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

impl Dispatcher {
    /// Towards a shape from `from` along the unit vector `along`, both in the shape's coordinates.
    fn towards(&self, shape: &dyn Shape, from: Vector, along: Vector) -> Option<Stop> {
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

    fn towards_pieces(&self, pieces: &Compound, from: Vector, along: Vector) -> Option<Stop> {
        let stops = pieces.shapes().iter().filter_map(|(pose, piece)| {
            let (from, along) = (pose.inverse_transform_point(from), pose.rotation.inverse() * along);
            let stop = self.towards(&**piece, from, along)?;
            Some(Stop { point: pose * stop.point, normal: pose.rotation * stop.normal, ..stop })
        });
        // Of pieces that it touches at once the closest one counts: its side is none between two pieces.
        stops.min_by(|a, b| a.distance.total_cmp(&b.distance).then(a.apart.total_cmp(&b.apart)))
    }

    /// Towards all points no farther than `round` from a convex polygon, counter-clockwise, or a segment or a
    /// point: the centre stops where it is as far from `core` as both radii together.
    fn towards_round(&self, core: &[Vector], round: f64, from: Vector, along: Vector) -> Option<Stop> {
        let reach = self.radius + round;
        let touching = |distance: f64, core_point: Vector, normal: Vector, apart: f64| Stop {
            distance,
            point: core_point + normal * round,
            normal,
            apart,
        };
        if is_inside(core, from) {
            return Some(Stop::begins_inside(from));
        }
        let (nearest, apart) = edges(core)
            .map(|(a, b)| closest(a, b, from))
            .map(|point| (point, (from - point).length()))
            .min_by(|(_, one), (_, other)| one.total_cmp(other))?;
        if apart <= round {
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
        let stop = self.towards(g1, pos12.translation, local_vel12);
        Ok(stop.filter(|stop| stop.distance <= options.max_time_of_impact).map(|stop| ShapeCastHit {
            time_of_impact: stop.distance,
            witness1: stop.point,
            witness2: pos12.rotation.inverse() * (stop.normal * -self.radius),
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
