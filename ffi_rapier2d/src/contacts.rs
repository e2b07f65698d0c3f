//! Contact points of colliders.

use crate::{one_way::is_let_through, simulation::Simulation};
use ffi_core::{Kind, ffi_struct, object};
use rapier2d_f64::prelude::{ColliderHandle, ContactPair, Vector};

/// A point where two colliders touch.
#[ffi_struct]
#[derive(Clone, Copy)]
pub struct Contact {
    /// The one collider.
    #[handle = "collider"]
    pub collider1: i64,
    /// The other.
    #[handle = "collider"]
    pub collider2: i64,
    /// x of the touching point, which is the middle between the two surfaces, in metres.
    pub point_x: f64,
    /// y of the touching point.
    pub point_y: f64,
    /// x of the unit vector that points from the one collider to the other.
    pub normal_x: f64,
    /// y of that unit vector.
    pub normal_y: f64,
    /// How deep they are in each other, in metres; 0 where they just touch.
    pub penetration: f64,
}

/// The touching points of a world at one moment.
pub struct Contacts(pub Vec<Contact>);
object!(Contacts, Kind::Contacts);

/// A point of a pair.
struct Point {
    middle: Vector,
    normal: Vector,
    distance: f64,
    impulse: f64,
}

/// Tells of all points where the colliders of a pair touch, or push each other.
fn for_each_point(simulation: &Simulation, pair: &ContactPair, mut tell: impl FnMut(Point)) {
    let colliders = &simulation.physics.colliders;
    // A pair outlives its colliders until the next step.
    let (Some(one), Some(other)) = (colliders.get(pair.collider1), colliders.get(pair.collider2)) else {
        return;
    };
    if one.is_sensor() || other.is_sensor() {
        return;
    }
    for manifold in pair.manifolds().iter().filter(|manifold| !is_let_through(manifold)) {
        let poses = manifold.subshape_poses.as_deref();
        let pose1 = poses.and_then(|p| p.pos1).map_or(*one.position(), |part| *one.position() * part);
        let pose2 = poses.and_then(|p| p.pos2).map_or(*other.position(), |part| *other.position() * part);
        let normal = pose1.rotation * manifold.local_n1;
        for point in &manifold.points {
            // The manifold is from the step's beginning, and its points have moved with the bodies since.
            let (surface1, surface2) = (pose1 * point.local_p1, pose2 * point.local_p2);
            let distance = (surface2 - surface1).dot(normal);
            if distance > 0.0 && point.data.impulse <= 0.0 {
                continue;
            }
            let middle = (surface1 + surface2) / 2.0;
            tell(Point { middle, normal, distance, impulse: point.data.impulse });
        }
    }
}

/// The touching points of a pair.
pub fn add_contacts(simulation: &Simulation, pair: &ContactPair, contacts: &mut Vec<Contact>) {
    for_each_point(simulation, pair, |point| {
        contacts.push(Contact {
            collider1: simulation.collider_handle(pair.collider1),
            collider2: simulation.collider_handle(pair.collider2),
            point_x: point.middle.x,
            point_y: point.middle.y,
            normal_x: point.normal.x,
            normal_y: point.normal.y,
            penetration: (-point.distance).max(0.0),
        });
    });
}

/// How a pair touches, all in all.
pub struct Touch {
    /// The collider that the normal points away from.
    pub first: ColliderHandle,
    /// The middle of all points, weighed by what they push.
    pub point: Vector,
    pub normal: Vector,
    pub impulse: f64,
}

/// How a pair touches, all in all; none where it does not.
pub fn touch(simulation: &Simulation, pair: &ContactPair) -> Option<Touch> {
    let (mut count, mut plain) = (0.0, Vector::ZERO);
    let (mut impulse, mut weighed, mut normals) = (0.0, Vector::ZERO, Vector::ZERO);
    let mut deepest: Option<(f64, Vector)> = None;
    for_each_point(simulation, pair, |point| {
        count += 1.0;
        plain += point.middle;
        impulse += point.impulse;
        weighed += point.middle * point.impulse;
        normals += point.normal * point.impulse;
        if deepest.is_none_or(|(distance, _)| point.distance < distance) {
            deepest = Some((point.distance, point.normal));
        }
    });
    let (_, normal) = deepest?;
    let pushed = impulse > 0.0;
    Some(Touch {
        first: pair.collider1,
        point: if pushed { weighed / impulse } else { plain / count },
        // What pushes from opposite sides has no direction as a whole.
        normal: if pushed { normals.try_normalize().unwrap_or(normal) } else { normal },
        impulse,
    })
}
