//! Contacts.

use crate::{
    Result, check,
    ids::{Contacts, World},
    simulation::Sim,
};
use ffi_core::{Consumed, New, export, ffi_struct};
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
    /// Where they touch: the middle between the two surfaces, in metres.
    pub point_x: f64,
    /// The same along y.
    pub point_y: f64,
    /// The unit vector that points from the one collider to the other.
    pub normal_x: f64,
    /// The same along y.
    pub normal_y: f64,
    /// How deep they are in each other, in metres; 0 where they just touch.
    pub penetration: f64,
}

/// The touching points after the last step, at the places where the colliders are now, as an object that
/// the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
#[export]
fn rt_rapier2d_world_get_contacts(world: &World) -> Result<New<Contacts>> {
    let sim = world.lock();
    sim.sound()?;
    let mut contacts = Vec::new();
    for pair in sim.physics.narrow_phase.contact_pairs() {
        add_contacts(&sim, pair, &mut contacts);
    }
    Ok(New::new(Contacts(contacts)))
}

fn add_contacts(sim: &Sim, pair: &ContactPair, contacts: &mut Vec<Contact>) {
    let colliders = &sim.physics.colliders;
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
                collider1: sim.collider_handle(pair.collider1),
                collider2: sim.collider_handle(pair.collider2),
                point_x: middle.x,
                point_y: middle.y,
                normal_x: normal.x,
                normal_y: normal.y,
                penetration: (-distance).max(0.0),
            });
        }
    }
}

/// How many touching points there are.
#[export]
fn rt_rapier2d_contacts_count(contacts: &Contacts) -> i64 {
    contacts.0.len() as i64
}

/// The touching point at `index`.
#[export]
fn rt_rapier2d_contacts_get(contacts: &Contacts, index: i64) -> Result<Contact> {
    Ok(contacts.0[check::index(index, contacts.0.len(), "index")?])
}

/// Frees the contacts.
#[export]
fn rt_rapier2d_contacts_free(contacts: Consumed<Contacts>) -> Result<()> {
    drop(contacts);
    Ok(())
}

/// All touching points at once: point x, y, normal x, y and penetration of each.
#[export]
fn rt_rapier2d_contacts_values(contacts: &Contacts) -> Vec<f64> {
    let values = |c: &Contact| [c.point_x, c.point_y, c.normal_x, c.normal_y, c.penetration];
    contacts.0.iter().flat_map(values).collect()
}

/// The two colliders of each touching point, in the same order.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_contacts_colliders(contacts: &Contacts) -> Vec<i64> {
    contacts.0.iter().flat_map(|contact| [contact.collider1, contact.collider2]).collect()
}

/// All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
#[export]
fn rt_rapier2d_contacts_bytes(contacts: &Contacts) -> Vec<u8> {
    let values = |c: &Contact| [c.point_x, c.point_y, c.normal_x, c.normal_y];
    contacts.0.iter().flat_map(values).flat_map(|value| (value as f32).to_ne_bytes()).collect()
}
