//! Bodies: made, freed, and what kind they are.

use crate::{
    Error, Result, check,
    ids::{Body, Collider, Joint},
    room,
    world::World,
};
use ffi_core::{Borrowed, Handle, export, handle::free_all};
use rapier2d_f64::prelude::*;

fn new_body(world: &World, kind: RigidBodyType, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    let pose = check::pose(x, y, rotation)?;
    let mut simulation = world.lock();
    simulation.open()?;
    let body = RigidBodyBuilder::new(kind).pose(pose);
    let key = room::within(|| simulation.physics.insert_body(body))?;
    simulation.sleep.apply(simulation.physics.bodies[key].activation_mut());
    simulation.name_body(key).inspect_err(|_| {
        simulation.physics.remove_body(key);
    })
}

/// Makes a dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
/// `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
#[export(computes)]
fn rt_rapier2d_body_new_dynamic(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::Dynamic, x, y, rotation)
}

/// Makes a static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
#[export(computes)]
fn rt_rapier2d_body_new_static(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::Fixed, x, y, rotation)
}

/// Makes a kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends it,
/// pushes dynamic bodies, and is pushed by none. The world owns it.
#[export(computes)]
fn rt_rapier2d_body_new_kinematic(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::KinematicVelocityBased, x, y, rotation)
}

/// Frees the body with its colliders and joints, whose handles are stale at once.
#[export(computes, frees(handle))]
fn rt_rapier2d_body_free(world: &World, handle: Handle<Body>) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        let taken = handle.take()?;
        let (colliders, joints) = simulation.remove_body_deferred(key);
        free_all::<Collider>(colliders);
        // A joint that was freed before has no handle left.
        free_all::<Joint>(joints.into_iter().filter(|&joint| joint != 0));
        drop(taken);
        Ok(())
    })
}

/// Returns what moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
#[export(light, numbers(result = "BodyType"))]
fn rt_rapier2d_body_get_type(world: &World, handle: Handle<Body>) -> Result<i64> {
    world.read_body(handle, |body| match body.body_type() {
        RigidBodyType::Dynamic => 0,
        RigidBodyType::Fixed => 1,
        _ => 2,
    })
}

/// Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
#[export(numbers(body_type = "BodyType"))]
fn rt_rapier2d_body_set_type(world: &World, handle: Handle<Body>, body_type: i64) -> Result<()> {
    let kind = match body_type {
        0 => RigidBodyType::Dynamic,
        1 => RigidBodyType::Fixed,
        2 => RigidBodyType::KinematicVelocityBased,
        _ => {
            let rule = "and the types are 0 dynamic, 1 static, 2 kinematic";
            return Err(Error::Integer { name: "body_type", value: body_type, rule });
        }
    };
    world.with_body(handle, |simulation, key| {
        simulation.joints_changed = true;
        simulation.physics.bodies[key].set_body_type(kind, true);
        simulation.settle_tiles(key);
        Ok(())
    })
}

/// Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
/// itself with a body whose numbers have grown beyond all bounds.
#[export]
fn rt_rapier2d_body_set_enabled(world: &World, handle: Handle<Body>, enabled: bool) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        simulation.physics.bodies[key].set_enabled(enabled);
        if enabled {
            simulation.enable_colliders(key);
        }
        simulation.settle_joints(key);
        Ok(())
    })
}

/// Tells whether the body is in the simulation.
#[export(light)]
fn rt_rapier2d_body_is_enabled(world: &World, handle: Handle<Body>) -> Result<bool> {
    world.read_body(handle, RigidBody::is_enabled)
}

/// Sets a number of the host's own, kept with the body and in snapshots; 0 in a new body.
#[export(light)]
fn rt_rapier2d_body_set_user_data(world: &World, handle: Handle<Body>, user_data: i64) -> Result<()> {
    world.change_body(handle, |body| {
        body.user_data = u128::from(user_data.cast_unsigned());
        Ok(())
    })
}

/// Returns the number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
#[export(light, fail = 0)]
fn rt_rapier2d_body_get_user_data(world: &World, handle: Handle<Body>) -> Result<i64> {
    world.read_body(handle, |body| (body.user_data as u64).cast_signed())
}

/// Returns the handles of the body's colliders.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_body_get_colliders(world: &World, handle: Handle<Body>) -> Result<Vec<i64>> {
    world.with_body(handle, |simulation, key| {
        let colliders = simulation.physics.bodies[key].colliders();
        Ok(colliders.iter().map(|&collider| simulation.collider_handle(collider)).collect())
    })
}
