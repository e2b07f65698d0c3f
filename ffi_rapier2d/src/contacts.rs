//! Contact points of colliders.

use crate::simulation::Simulation;
use ffi_core::{Kind, ffi_struct, object};
use rapier2d_f64::prelude::ContactPair;

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

/// The touching points of a pair.
pub fn add_contacts(simulation: &Simulation, pair: &ContactPair, contacts: &mut Vec<Contact>) {
    let colliders = &simulation.physics.colliders;
    // A pair outlives its colliders until the next step.
    let (Some(one), Some(other)) = (colliders.get(pair.collider1), colliders.get(pair.collider2)) else {
        return;
    };
    if one.is_sensor() || other.is_sensor() {
        return;
    }
    for manifold in pair.manifolds() {
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
            contacts.push(Contact {
                collider1: simulation.collider_handle(pair.collider1),
                collider2: simulation.collider_handle(pair.collider2),
                point_x: middle.x,
                point_y: middle.y,
                normal_x: normal.x,
                normal_y: normal.y,
                penetration: (-distance).max(0.0),
            });
        }
    }
}
