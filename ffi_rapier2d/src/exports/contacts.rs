//! Contacts.

use crate::{
    Result, check,
    contacts::{Contact, Contacts, add_contacts},
    world::World,
};
use ffi_core::{Consumed, New, export};

/// Returns the touching points after the last step, at the places where the colliders are now, as an object that the
/// caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
#[export]
fn rt_rapier2d_world_get_contacts(world: &World) -> Result<New<Contacts>> {
    let simulation = world.lock();
    simulation.sound()?;
    let mut contacts = Vec::new();
    for pair in simulation.physics.narrow_phase.contact_pairs() {
        add_contacts(&simulation, pair, &mut contacts);
    }
    Ok(New::new(Contacts(contacts)))
}

/// Returns how many touching points there are.
#[export(light)]
fn rt_rapier2d_contacts_count(contacts: &Contacts) -> i64 {
    contacts.0.len() as i64
}

/// Returns the touching point at `index`.
#[export(light)]
fn rt_rapier2d_contacts_get(contacts: &Contacts, index: i64) -> Result<Contact> {
    Ok(contacts.0[check::index(index, contacts.0.len(), "index")?])
}

/// Frees the contacts.
#[export(light)]
fn rt_rapier2d_contacts_free(contacts: Consumed<Contacts>) -> Result<()> {
    drop(contacts);
    Ok(())
}

/// Returns all touching points at once: point x, y, normal x, y and penetration of each.
#[export(computes)]
fn rt_rapier2d_contacts_values(contacts: &Contacts) -> Vec<f64> {
    let values = |c: &Contact| [c.point_x, c.point_y, c.normal_x, c.normal_y, c.penetration];
    contacts.0.iter().flat_map(values).collect()
}

/// Returns the two colliders of each touching point, in the same order.
#[export(computes, handles(result = "collider"), unowned)]
fn rt_rapier2d_contacts_colliders(contacts: &Contacts) -> Vec<i64> {
    contacts.0.iter().flat_map(|contact| [contact.collider1, contact.collider2]).collect()
}

/// Returns all touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
#[export]
fn rt_rapier2d_contacts_bytes(contacts: &Contacts) -> Vec<u8> {
    let values = |c: &Contact| [c.point_x, c.point_y, c.normal_x, c.normal_y];
    contacts.0.iter().flat_map(values).flat_map(|value| (value as f32).to_ne_bytes()).collect()
}
