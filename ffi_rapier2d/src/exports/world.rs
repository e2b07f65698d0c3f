//! Worlds.

use crate::{
    Error, Result, check,
    ids::{Body, Collider, Joint},
    simulation::Simulation,
    sleep::Sleep,
    world::World,
};
use ffi_core::{Consumed, New, export, ffi_struct, handle::free_all};
use rapier2d_f64::prelude::PhysicsWorld;

/// A vector, or a point.
#[ffi_struct]
pub struct PhysicsVector {
    /// Along x.
    pub x: f64,
    /// Along y.
    pub y: f64,
}

/// Makes an empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
#[export]
fn rt_rapier2d_world_new(gravity_x: f64, gravity_y: f64) -> Result<New<World>> {
    let gravity = check::vector(gravity_x, gravity_y, ["gravity_x", "gravity_y"])?;
    let physics = PhysicsWorld { gravity, ..PhysicsWorld::default() };
    World::new(|id| Ok(Simulation::new(id, physics))).map(New::new)
}

/// Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
/// step that another thread has under way. Contacts and events that were taken from it live on.
#[export]
fn rt_rapier2d_world_free(world: Consumed<World>) -> Result<()> {
    let mut simulation = world.lock();
    let empty = Simulation { closed: true, ..Simulation::new(simulation.id, PhysicsWorld::default()) };
    let old = std::mem::replace(&mut *simulation, empty);
    drop(simulation);
    free_all::<Joint>(old.joints.iter().map(|record| record.handle).filter(|&handle| handle != 0));
    free_all::<Collider>(old.colliders.iter().copied().filter(|&handle| handle != 0));
    free_all::<Body>(old.bodies.iter().map(|note| note.handle).filter(|&handle| handle != 0));
    Ok(())
}

/// Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
/// best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
/// (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
///
/// Where memory is short it fails and changes nothing. Where so much begins to touch that memory turns out to be short
/// in the middle of the step, it fails too, and the world can only be read and freed from then on.
#[export(heavy)]
fn rt_rapier2d_world_step(world: &World, dt: f64) -> Result<()> {
    if !(dt > 0.0 && dt <= 1.0) {
        let rule = "and a step must be above 0 s and at most 1 s";
        return Err(Error::Number { name: "dt", value: dt, rule });
    }
    world.lock().step(dt)
}

/// Changes the gravity, in m/s², and wakes every body.
#[export(computes)]
fn rt_rapier2d_world_set_gravity(world: &World, x: f64, y: f64) -> Result<()> {
    let gravity = check::vector(x, y, ["x", "y"])?;
    let mut simulation = world.lock();
    if simulation.physics.gravity != gravity {
        simulation.physics.gravity = gravity;
        simulation.physics.wake_up_all(true);
    }
    Ok(())
}

/// Returns the gravity in m/s².
#[export(computes)]
fn rt_rapier2d_world_get_gravity(world: &World) -> PhysicsVector {
    let gravity = world.lock().physics.gravity;
    PhysicsVector { x: gravity.x, y: gravity.y }
}

/// Sets how often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is stiffer
/// and slower.
#[export]
fn rt_rapier2d_world_set_iterations(world: &World, iterations: i64) -> Result<()> {
    if !(1..=100).contains(&iterations) {
        let rule = "and a step takes 1 to 100 of them";
        return Err(Error::Integer { name: "iterations", value: iterations, rule });
    }
    world.lock().physics.integration_parameters.num_solver_iterations = iterations as usize;
    Ok(())
}

/// Says how long, in the world's units, a thing of ordinary size is that weighs and falls as one of a metre does: 1 in
/// a new world, whose unit is the metre; 100 where 100 pixels are a metre, and gravity is then about −981. Above 0. The
/// solver's tolerances, the speed at which it pushes apart what overlaps, the speed limit and the speed below which
/// bodies fall asleep grow with it: with the wrong unit a stack is squashed or trembles, and nothing rests. Sizes of
/// what moves are best from a tenth of the unit to ten times as much. All functions give and take the world's own
/// units. Say it before anything else of a new world; it wakes every body.
#[export]
fn rt_rapier2d_world_set_length_unit(world: &World, unit: f64) -> Result<()> {
    let unit = check::positive(unit, "unit")?;
    let mut simulation = world.lock();
    simulation.physics.integration_parameters.length_unit = unit;
    simulation.physics.wake_up_all(true);
    Ok(())
}

/// Returns the unit that `rt_rapier2d_world_set_length_unit` said, 1 in a new world.
#[export]
fn rt_rapier2d_world_get_length_unit(world: &World) -> f64 {
    world.lock().physics.integration_parameters.length_unit
}

/// Sets when bodies fall asleep: once no point of theirs has moved at `speed` or more for `seconds`, nor a point of
/// what they touch or are tied to. 0.1 length units a second and 0.5 s in a new world; a speed of 0 lets none sleep. A
/// body that nothing holds up stays awake whatever its speed while gravity acts on it, and else, or hanging by joints
/// alone, until it is slower than a thousandth of `speed`; so does one that a motor moves at a hundredth of its target
/// or more. A body that touches another one and trembles, faster than that but on one spot, twice `speed` times `seconds`
/// in size, sleeps after twice as long. Holds for all bodies without a `rt_rapier2d_body_set_sleep` of their own.
#[export]
fn rt_rapier2d_world_set_sleep(world: &World, speed: f64, seconds: f64) -> Result<()> {
    let mut simulation = world.lock();
    let unit = simulation.physics.integration_parameters.length_unit;
    simulation.sleep = Sleep::new(speed, seconds, unit)?;
    simulation.apply_sleep();
    Ok(())
}

/// Sets the speed in m/s that no body exceeds, 400 length units a second in a new world: it keeps a scene that bursts
/// apart in reach of continuous collision detection. Infinity for none.
#[export]
fn rt_rapier2d_world_set_max_speed(world: &World, speed: f64) -> Result<()> {
    let speed = if speed == f64::INFINITY { f64::MAX } else { check::positive(speed, "speed")? };
    let parameters = &mut world.lock().physics.integration_parameters;
    let scale = if speed == f64::MAX { 1.0 } else { parameters.length_unit };
    parameters.normalized_max_linear_velocity = speed / scale;
    Ok(())
}

/// Returns how many bodies the world has.
#[export(light)]
fn rt_rapier2d_world_body_count(world: &World) -> i64 {
    world.lock().body_count() as i64
}

/// Returns how many colliders the world has.
#[export(light)]
fn rt_rapier2d_world_collider_count(world: &World) -> i64 {
    world.lock().physics.colliders.len() as i64
}

/// Returns how many joints the world has.
#[export(light)]
fn rt_rapier2d_world_joint_count(world: &World) -> i64 {
    let simulation = world.lock();
    (simulation.physics.impulse_joints.len() - simulation.freed_joints.len()) as i64
}
