//! Bodies at rest.

use crate::{Result, ids::Body, sleep::Sleep, world::World};
use ffi_core::{Handle, export};
use rapier2d_f64::prelude::*;

/// Tells whether the body rests and is left out of the simulation until something wakes it.
#[export(light)]
fn rt_rapier2d_body_is_sleeping(world: &World, handle: Handle<Body>) -> Result<bool> {
    world.read_body(handle, RigidBody::is_sleeping)
}

/// Wakes the body.
#[export(computes)]
fn rt_rapier2d_body_wake_up(world: &World, handle: Handle<Body>) -> Result<()> {
    world.change_body(handle, |body| {
        body.wake_up(true);
        Ok(())
    })
}

/// Sets whether the body falls asleep when it rests, as a new one does.
#[export]
fn rt_rapier2d_body_set_can_sleep(world: &World, handle: Handle<Body>, can_sleep: bool) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        let sleep = if can_sleep { simulation.sleep_of(key) } else { Sleep::NEVER };
        let body = &mut simulation.physics.bodies[key];
        sleep.apply(body.activation_mut());
        if !can_sleep {
            body.wake_up(true);
        }
        Ok(())
    })
}

/// Sets when this body falls asleep, as `rt_rapier2d_world_set_sleep` says for all others: once no point of it has
/// moved at `speed` or more, in m/s, for `seconds`; 0 and above. Wakes it.
#[export]
fn rt_rapier2d_body_set_sleep(world: &World, handle: Handle<Body>, speed: f64, seconds: f64) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        let unit = simulation.physics.integration_parameters.length_unit;
        let sleep = Sleep::new(speed, seconds, unit)?;
        simulation.body_record(key).sleep = Some(sleep);
        let body = &mut simulation.physics.bodies[key];
        if Sleep::allowed(body.activation()) {
            sleep.apply(body.activation_mut());
        }
        body.wake_up(true);
        Ok(())
    })
}
