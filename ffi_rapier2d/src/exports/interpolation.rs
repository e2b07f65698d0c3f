//! Where bodies are between the last two steps, for hosts that draw more often than they step.

use crate::{
    Error, Result, exports::body_motion::BodyPosition, ids::Body, simulation::Simulation, world::World,
};
use ffi_core::{Handle, export, memory};

fn ready(simulation: &Simulation, part: f64) -> Result<()> {
    if !(0.0..=1.0).contains(&part) {
        let rule = "and the part of a step goes from 0 to 1";
        return Err(Error::Number { name: "part", value: part, rule });
    }
    if simulation.keeps_previous { Ok(()) } else { Err(Error::NoInterpolation) }
}

/// Has the world keep where all bodies were before the last step, or not, as a new world does. For hosts that step at a
/// fixed rate and draw at another: what is left of the time that has passed, divided by the step's length, is the part
/// that `rt_rapier2d_world_get_interpolated` takes.
#[export]
fn rt_rapier2d_world_set_interpolation(world: &World, enabled: bool) {
    let mut simulation = world.lock();
    simulation.keeps_previous = enabled;
    simulation.bodies.iter_mut().for_each(|record| record.previous = None);
}

/// Returns where all bodies are between the last two steps, from 0, before the last one, to 1, now: x, y and rotation of
/// each, in the order of `rt_rapier2d_world_get_bodies`. A body that was put elsewhere since the last step is there. After
/// `rt_rapier2d_world_set_interpolation` only.
#[export(computes)]
fn rt_rapier2d_world_get_interpolated(world: &World, part: f64) -> Result<Vec<f64>> {
    let simulation = world.lock();
    ready(&simulation, part)?;
    let mut transforms = Vec::new();
    memory::reserve(&mut transforms, 3 * simulation.body_count())?;
    for (key, _) in simulation.live_bodies() {
        let pose = simulation.between(key, part);
        transforms.extend([pose.translation.x, pose.translation.y, pose.rotation.angle()]);
    }
    Ok(transforms)
}

/// Returns the same as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16 bytes each.
#[export(computes)]
fn rt_rapier2d_world_get_interpolated_bytes(world: &World, part: f64) -> Result<Vec<u8>> {
    let simulation = world.lock();
    ready(&simulation, part)?;
    let mut bytes = Vec::new();
    memory::reserve(&mut bytes, 16 * simulation.body_count())?;
    for (key, _) in simulation.live_bodies() {
        let pose = simulation.between(key, part);
        let (x, y) = (pose.translation.x, pose.translation.y);
        for value in [x, y, pose.rotation.cos(), pose.rotation.sin()] {
            bytes.extend((value as f32).to_ne_bytes());
        }
    }
    Ok(bytes)
}

/// Returns where one body is between the last two steps, as `rt_rapier2d_world_get_interpolated` does.
#[export(computes)]
fn rt_rapier2d_body_get_interpolated(world: &World, handle: Handle<Body>, part: f64) -> Result<BodyPosition> {
    world.with_body(handle, |simulation, key| {
        ready(simulation, part)?;
        Ok((&simulation.between(key, part)).into())
    })
}
