//! Mass, centre of mass and moment of inertia of bodies.

use crate::{Result, check, exports::world::PhysicsVector, ids::Body, world::World};
use ffi_core::{Handle, export};

/// Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
/// that of its colliders, scaled to this mass.
#[export(computes)]
fn rt_rapier2d_body_set_mass(world: &World, handle: Handle<Body>, mass: f64) -> Result<()> {
    let mass = check::positive(mass, "mass")?;
    world.with_body(handle, |simulation, key| {
        simulation.body_record(key).mass = Some(mass);
        simulation.settle_mass(key);
        Ok(())
    })
}

/// Returns what the body weighs in kilograms: what it was given, else the sum of its colliders.
#[export(computes)]
fn rt_rapier2d_body_get_mass(world: &World, handle: Handle<Body>) -> Result<f64> {
    world.with_body(handle, |simulation, key| {
        let given = simulation.body_record(key).mass;
        Ok(given.unwrap_or_else(|| simulation.mass_of(key).mass()))
    })
}

/// Returns the body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
#[export]
fn rt_rapier2d_body_get_inertia(world: &World, handle: Handle<Body>) -> Result<f64> {
    world.with_body(handle, |simulation, key| {
        let inverse = simulation.mass_of(key).inv_principal_inertia;
        Ok(if inverse > 0.0 { 1.0 / inverse } else { 0.0 })
    })
}

/// Returns the body's centre of mass, as a point of the world.
#[export]
fn rt_rapier2d_body_get_center_of_mass(world: &World, handle: Handle<Body>) -> Result<PhysicsVector> {
    world.with_body(handle, |simulation, key| {
        let center = simulation.mass_of(key).world_com(simulation.physics.bodies[key].position());
        Ok(PhysicsVector { x: center.x, y: center.y })
    })
}
