//! Forces and impulses on bodies.

use crate::{Result, check, ids::Body, world::World};
use ffi_core::{Handle, export};

/// Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
/// again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
/// woken by it does not move.
#[export(computes)]
fn rt_rapier2d_body_apply_force(
    world: &World,
    handle: Handle<Body>,
    fx: f64,
    fy: f64,
    wake_up: bool,
) -> Result<()> {
    let force = check::vector(fx, fy, ["fx", "fy"])?;
    world.push_body(handle, |simulation, key| {
        simulation.physics.bodies[key].add_force(force, wake_up);
        simulation.forced.push(key);
    })
}

/// Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
#[export(computes)]
fn rt_rapier2d_body_apply_impulse(
    world: &World,
    handle: Handle<Body>,
    ix: f64,
    iy: f64,
    wake_up: bool,
) -> Result<()> {
    let impulse = check::vector(ix, iy, ["ix", "iy"])?;
    world.push_body(handle, |simulation, key| simulation.physics.bodies[key].apply_impulse(impulse, wake_up))
}

/// Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
/// without colliders has no moment of inertia and does not turn.
#[export(computes)]
fn rt_rapier2d_body_apply_torque(
    world: &World,
    handle: Handle<Body>,
    torque: f64,
    wake_up: bool,
) -> Result<()> {
    let torque = check::number(torque, "torque")?;
    world.push_body(handle, |simulation, key| {
        simulation.physics.bodies[key].add_torque(torque, wake_up);
        simulation.forced.push(key);
    })
}

/// Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
#[export(computes)]
fn rt_rapier2d_body_apply_force_at(
    world: &World,
    handle: Handle<Body>,
    fx: f64,
    fy: f64,
    x: f64,
    y: f64,
    wake_up: bool,
) -> Result<()> {
    let force = check::vector(fx, fy, ["fx", "fy"])?;
    let point = check::vector(x, y, ["x", "y"])?;
    world.push_body(handle, |simulation, key| {
        simulation.physics.bodies[key].add_force_at_point(force, point, wake_up);
        simulation.forced.push(key);
    })
}

/// Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
/// world.
#[export(computes)]
fn rt_rapier2d_body_apply_impulse_at(
    world: &World,
    handle: Handle<Body>,
    ix: f64,
    iy: f64,
    x: f64,
    y: f64,
    wake_up: bool,
) -> Result<()> {
    let impulse = check::vector(ix, iy, ["ix", "iy"])?;
    let point = check::vector(x, y, ["x", "y"])?;
    world.push_body(handle, |simulation, key| {
        simulation.physics.bodies[key].apply_impulse_at_point(impulse, point, wake_up);
    })
}

/// Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
#[export(computes)]
fn rt_rapier2d_body_apply_angular_impulse(
    world: &World,
    handle: Handle<Body>,
    impulse: f64,
    wake_up: bool,
) -> Result<()> {
    let impulse = check::number(impulse, "impulse")?;
    world.push_body(handle, |simulation, key| {
        simulation.physics.bodies[key].apply_torque_impulse(impulse, wake_up)
    })
}
