//! Bodies at rest.

use crate::{Result, ids::Body, world::World};
use ffi_core::{Handle, export};
use rapier2d_f64::prelude::*;

/// True where the body rests and is left out of the simulation until something wakes it.
#[export]
fn rt_rapier2d_body_is_sleeping(world: &World, handle: Handle<Body>) -> Result<bool> {
    world.read_body(handle, RigidBody::is_sleeping)
}

/// Wakes the body.
#[export]
fn rt_rapier2d_body_wake_up(world: &World, handle: Handle<Body>) -> Result<()> {
    world.change_body(handle, |body| {
        body.wake_up(true);
        Ok(())
    })
}

/// Whether the body falls asleep when it rests, as a new one does.
#[export]
fn rt_rapier2d_body_set_can_sleep(world: &World, handle: Handle<Body>, can_sleep: bool) -> Result<()> {
    world.change_body(handle, |body| {
        let never = RigidBodyActivation::cannot_sleep();
        let pattern = if can_sleep { RigidBodyActivation::active() } else { never };
        let activation = body.activation_mut();
        activation.normalized_linear_threshold = pattern.normalized_linear_threshold;
        activation.angular_threshold = pattern.angular_threshold;
        if !can_sleep {
            body.wake_up(true);
        }
        Ok(())
    })
}
