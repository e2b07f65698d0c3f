//! How much of a shape is within convex polygons, and where: by closed form.

use rapier2d_f64::{
    math::{Pose, Vector},
    parry::shape::Shape,
};

/// An area, and its first moment about the origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Area {
    pub area: f64,
    pub moment: Vector,
}

impl Area {
    fn add(&mut self, area: f64, moment: Vector) {
        self.area += area;
        self.moment += moment;
    }

    /// Its centre.
    pub fn center(&self) -> Vector {
        self.moment / self.area
    }
}

/// The convex pieces of a shape that has only such with straight sides, in the world; none of another.
pub fn polygons(shape: &dyn Shape, pose: &Pose) -> Option<Vec<Vec<Vector>>> {
    let placed = |points: &[Vector]| points.iter().map(|&point| *pose * point).collect::<Vec<_>>();
    if let Some(cuboid) = shape.as_cuboid() {
        return Some(vec![placed(&corners(cuboid.half_extents))]);
    }
    if let Some(polygon) = shape.as_convex_polygon() {
        return Some(vec![placed(polygon.points())]);
    }
    let parts = shape.as_compound()?.shapes().iter();
    let found: Option<Vec<_>> = parts.map(|(part, piece)| polygons(&**piece, &(*pose * *part))).collect();
    Some(found?.concat())
}

fn corners(half: Vector) -> [Vector; 4] {
    let Vector { x, y } = half;
    [Vector::new(-x, -y), Vector::new(x, -y), Vector::new(x, y), Vector::new(-x, y)]
}

/// The part of a shape that is in a convex polygon, counter-clockwise. Chains have no area.
pub fn within(shape: &dyn Shape, pose: &Pose, region: &[Vector]) -> Area {
    let mut sum = Area::default();
    add_within(&mut sum, shape, pose, region);
    sum
}

fn add_within(sum: &mut Area, shape: &dyn Shape, pose: &Pose, region: &[Vector]) {
    if let Some(ball) = shape.as_ball() {
        add_disc(sum, pose.translation, ball.radius, region);
    } else if let Some(capsule) = shape.as_capsule() {
        let (a, b) = (*pose * capsule.segment.a, *pose * capsule.segment.b);
        let radius = capsule.radius;
        let Some(along) = (b - a).try_normalize() else { return add_disc(sum, a, radius, region) };
        let aside = Vector::new(along.y, -along.x) * radius;
        add_polygon(sum, &clip(region, &[a + aside, b + aside, b - aside, a - aside]));
        add_disc(sum, b, radius, &half_plane(region, b, along));
        add_disc(sum, a, radius, &half_plane(region, a, -along));
    } else if let Some(compound) = shape.as_compound() {
        for (part, piece) in compound.shapes() {
            add_within(sum, &**piece, &(*pose * *part), region);
        }
    } else if let Some(pieces) = polygons(shape, pose) {
        pieces.iter().for_each(|piece| add_polygon(sum, &clip(region, piece)));
    }
}

/// The part of a convex polygon that is at `from` or beyond it along a direction.
fn half_plane(polygon: &[Vector], from: Vector, along: Vector) -> Vec<Vector> {
    let height = |point: Vector| (point - from).dot(along);
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    for (at, &a) in polygon.iter().enumerate() {
        let b = polygon[(at + 1) % polygon.len()];
        let (one, other) = (height(a), height(b));
        if one >= 0.0 {
            kept.push(a);
        }
        if (one > 0.0 && other < 0.0) || (one < 0.0 && other > 0.0) {
            kept.push(a + (b - a) * (one / (one - other)));
        }
    }
    kept
}

/// What two convex polygons have in common; both are counter-clockwise.
fn clip(polygon: &[Vector], by: &[Vector]) -> Vec<Vector> {
    let mut kept = polygon.to_vec();
    for (at, &a) in by.iter().enumerate() {
        let edge = by[(at + 1) % by.len()] - a;
        kept = half_plane(&kept, a, Vector::new(-edge.y, edge.x));
    }
    kept
}

fn add_polygon(sum: &mut Area, polygon: &[Vector]) {
    let Some(&origin) = polygon.first() else { return };
    for pair in polygon[1..].windows(2) {
        let (a, b) = (pair[0] - origin, pair[1] - origin);
        let area = a.perp_dot(b) / 2.0;
        sum.add(area, (origin + (a + b) / 3.0) * area);
    }
}

/// What a disc has in common with a polygon: for each edge the triangle to the centre where it is within the circle, and
/// a sector where it is not.
fn add_disc(sum: &mut Area, center: Vector, radius: f64, polygon: &[Vector]) {
    let mut own = Area::default();
    for (at, &a) in polygon.iter().enumerate() {
        let (a, b) = (a - center, polygon[(at + 1) % polygon.len()] - center);
        let (from, to) = chord(a, b, radius);
        let (enters, leaves) = (a + (b - a) * from, a + (b - a) * to);
        if from >= to {
            add_sector(&mut own, a, b, radius);
            continue;
        }
        add_sector(&mut own, a, enters, radius);
        let area = enters.perp_dot(leaves) / 2.0;
        own.add(area, (enters + leaves) / 3.0 * area);
        add_sector(&mut own, leaves, b, radius);
    }
    sum.add(own.area, own.moment + center * own.area);
}

/// The part of a segment that is within a circle about the origin, as two fractions; none where the second is smaller.
fn chord(a: Vector, b: Vector, radius: f64) -> (f64, f64) {
    let edge = b - a;
    let (square, half, rest) = (edge.length_squared(), a.dot(edge), a.length_squared() - radius * radius);
    let root = half * half - square * rest;
    if square == 0.0 || root <= 0.0 {
        return if rest <= 0.0 { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    let root = root.sqrt();
    (((-half - root) / square).max(0.0), ((-half + root) / square).min(1.0))
}

/// The sector of a circle about the origin from the direction of one point to that of another.
fn add_sector(sum: &mut Area, from: Vector, to: Vector, radius: f64) {
    let (Some(one), Some(other)) = (from.try_normalize(), to.try_normalize()) else { return };
    let angle = one.perp_dot(other).atan2(one.dot(other));
    let third = radius * radius * radius / 3.0;
    sum.add(radius * radius * angle / 2.0, Vector::new(other.y - one.y, one.x - other.x) * third);
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapier2d_f64::parry::shape::{Ball, Capsule, Cuboid};
    use std::f64::consts::PI;

    const SEA: [Vector; 4] =
        [Vector::new(-9.0, -9.0), Vector::new(9.0, -9.0), Vector::new(9.0, 0.0), Vector::new(-9.0, 0.0)];

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} and not {expected}");
    }

    #[test]
    fn a_disc_has_the_area_of_its_segment() {
        for depth in [-1.0, -0.75, -0.2, 0.0, 0.5, 0.999, 1.0, 3.0] {
            // The centre is `depth` below the surface.
            let found = within(&Ball::new(1.0), &Pose::from_translation(Vector::new(2.0, -depth)), &SEA);
            let height: f64 = f64::clamp(depth, -1.0, 1.0);
            let expected = PI - height.acos() + height * (1.0 - height * height).sqrt();
            near(found.area, expected);
            // The centroid of a segment of half angle t: 2/3 sin³ t / area.
            let chord: f64 = (1.0 - height * height).sqrt();
            if expected > 0.0 {
                near(found.moment.y - found.area * -depth, -2.0 / 3.0 * chord.powi(3));
                near(found.moment.x, 2.0 * found.area);
            }
        }
    }

    #[test]
    fn a_box_has_what_is_below_the_surface() {
        let pose = Pose::new(Vector::new(1.0, 0.25), 0.0);
        let found = within(&Cuboid::new(Vector::new(1.0, 0.5)), &pose, &SEA);
        near(found.area, 0.5);
        near(found.center().x, 1.0);
        near(found.center().y, -0.125);
        // A square that stands on its corner, with its centre at the surface.
        let pose = Pose::new(Vector::ZERO, PI / 4.0);
        let found = within(&Cuboid::new(Vector::splat(0.5)), &pose, &SEA);
        near(found.area, 0.5);
        near(found.center().y, -(0.5_f64.sqrt()) / 3.0);
    }

    #[test]
    fn a_capsule_is_a_box_and_two_halves_of_a_disc() {
        let capsule = Capsule::new_x(1.0, 0.5);
        let deep = within(&capsule, &Pose::from_translation(Vector::new(0.0, -3.0)), &SEA);
        near(deep.area, 2.0 + PI / 4.0);
        near(deep.center().y, -3.0);
        let half = within(&capsule, &Pose::IDENTITY, &SEA);
        near(half.area, 1.0 + PI / 8.0);
        near(half.moment.y, -(2.0 * 0.125 + 2.0 / 3.0 * 0.125));
        near(half.moment.x, 0.0);
    }

    #[test]
    fn a_narrow_region_takes_a_strip_of_a_disc() {
        let strip =
            [Vector::new(-0.5, -2.0), Vector::new(0.5, -2.0), Vector::new(0.5, 2.0), Vector::new(-0.5, 2.0)];
        let found = within(&Ball::new(1.0), &Pose::IDENTITY, &strip);
        // Twice the integral of 2·√(1 − x²) from 0 to 1/2.
        near(found.area, 2.0 * (0.5 * 0.75_f64.sqrt() + 0.5_f64.asin()));
        near(found.moment.length(), 0.0);
    }
}
