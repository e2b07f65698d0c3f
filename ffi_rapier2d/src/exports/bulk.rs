//! A whole world's state in one crossing.

use crate::world::World;
use ffi_core::export;

/// Returns the handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
/// restored world has the same.
#[export(handles(result = "body"), unowned)]
fn rt_rapier2d_world_get_bodies(world: &World) -> Vec<i64> {
    let simulation = world.lock();
    simulation.live_bodies().map(|(key, _)| simulation.body_handle(key)).collect()
}

/// Returns the handles of all colliders, in an order that a restored world shares.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_world_get_colliders(world: &World) -> Vec<i64> {
    let simulation = world.lock();
    simulation.physics.colliders.iter().map(|(key, _)| simulation.collider_handle(key)).collect()
}

/// Returns the handles of all joints, in an order that a restored world shares.
#[export(handles(result = "joint"), unowned)]
fn rt_rapier2d_world_get_joints(world: &World) -> Vec<i64> {
    let simulation = world.lock();
    let joints = simulation.physics.impulse_joints.iter().map(|(key, _)| simulation.joint_handle(key));
    joints.filter(|&handle| handle != 0).collect()
}

/// Returns where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
#[export(computes)]
fn rt_rapier2d_world_get_transforms(world: &World) -> Vec<f64> {
    let simulation = world.lock();
    let mut transforms = Vec::with_capacity(3 * simulation.body_count());
    for (_, body) in simulation.live_bodies() {
        let pose = body.position();
        transforms.extend([pose.translation.x, pose.translation.y, pose.rotation.angle()]);
    }
    transforms
}

/// Returns how fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
#[export(computes)]
fn rt_rapier2d_world_get_velocities(world: &World) -> Vec<f64> {
    let simulation = world.lock();
    let mut velocities = Vec::with_capacity(3 * simulation.body_count());
    for (_, body) in simulation.live_bodies() {
        velocities.extend([body.linvel().x, body.linvel().y, body.angvel()]);
    }
    velocities
}

/// Returns where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16
/// bytes each, in the order of `rt_rapier2d_world_get_bodies`.
#[export(computes)]
fn rt_rapier2d_world_get_transform_bytes(world: &World) -> Vec<u8> {
    let simulation = world.lock();
    let mut bytes = Vec::with_capacity(16 * simulation.body_count());
    for (_, body) in simulation.live_bodies() {
        let pose = body.position();
        let (x, y) = (pose.translation.x, pose.translation.y);
        for value in [x, y, pose.rotation.cos(), pose.rotation.sin()] {
            bytes.extend((value as f32).to_ne_bytes());
        }
    }
    bytes
}
