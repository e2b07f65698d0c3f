//! Bodies: what the contract does not have.

use crate::{
    Error, Result,
    exports::body::BodyPosition,
    check,
    ids::{Body, World},
    exports::world::PhysicsVector,
};
use ffi_core::{Handle, export};
use rapier2d_f64::prelude::*;

/// What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
#[export(numbers(result = "BodyType"))]
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
    world.with_body(handle, |sim, key| {
        sim.joints_changed = true;
        sim.physics.bodies[key].set_body_type(kind, true);
        Ok(())
    })
}

/// Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
/// itself with a body whose numbers have grown beyond all bounds.
#[export]
fn rt_rapier2d_body_set_enabled(world: &World, handle: Handle<Body>, enabled: bool) -> Result<()> {
    world.with_body(handle, |sim, key| {
        sim.physics.bodies[key].set_enabled(enabled);
        if enabled {
            sim.enable_colliders(key);
        }
        sim.settle_joints(key);
        Ok(())
    })
}

/// True where the body is in the simulation.
#[export]
fn rt_rapier2d_body_is_enabled(world: &World, handle: Handle<Body>) -> Result<bool> {
    world.read_body(handle, RigidBody::is_enabled)
}

/// Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
/// that takes, and then it stands still.
#[export]
fn rt_rapier2d_body_move_to(
    world: &World,
    handle: Handle<Body>,
    x: f64,
    y: f64,
    rotation: f64,
) -> Result<()> {
    let pose = check::pose(x, y, rotation)?;
    world.change_body(handle, |body| {
        if !body.is_kinematic() {
            return Err(handle.refuse("a body that is not kinematic").into());
        }
        body.set_body_type(RigidBodyType::KinematicPositionBased, true);
        body.set_next_kinematic_position(pose);
        Ok(())
    })
}

/// Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
#[export]
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
    world.push_body(handle, |sim, key| {
        sim.physics.bodies[key].add_force_at_point(force, point, wake_up);
        sim.forced.push(key);
    })
}

/// Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
/// world.
#[export]
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
    world.push_body(handle, |sim, key| {
        sim.physics.bodies[key].apply_impulse_at_point(impulse, point, wake_up);
    })
}

/// Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
#[export]
fn rt_rapier2d_body_apply_angular_impulse(
    world: &World,
    handle: Handle<Body>,
    impulse: f64,
    wake_up: bool,
) -> Result<()> {
    let impulse = check::number(impulse, "impulse")?;
    world.push_body(handle, |sim, key| sim.physics.bodies[key].apply_torque_impulse(impulse, wake_up))
}

/// The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
#[export]
fn rt_rapier2d_body_get_inertia(world: &World, handle: Handle<Body>) -> Result<f64> {
    world.with_body(handle, |sim, key| {
        let inverse = sim.mass_of(key).inv_principal_inertia;
        Ok(if inverse > 0.0 { 1.0 / inverse } else { 0.0 })
    })
}

/// The body's centre of mass, as a point of the world.
#[export]
fn rt_rapier2d_body_get_center_of_mass(world: &World, handle: Handle<Body>) -> Result<PhysicsVector> {
    world.with_body(handle, |sim, key| {
        let center = sim.mass_of(key).world_com(sim.physics.bodies[key].position());
        Ok(PhysicsVector { x: center.x, y: center.y })
    })
}

/// Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
#[export]
fn rt_rapier2d_body_predict_position(world: &World, handle: Handle<Body>, dt: f64) -> Result<BodyPosition> {
    if !(0.0..=1.0).contains(&dt) {
        return Err(Error::Number { name: "dt", value: dt, rule: "and a prediction goes 0 to 1 s ahead" });
    }
    world.read_body(handle, |body| (&body.predict_position_using_velocity(dt)).into())
}

/// Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
#[export]
fn rt_rapier2d_body_set_gravity_scale(world: &World, handle: Handle<Body>, scale: f64) -> Result<()> {
    let scale = check::number(scale, "scale")?;
    world.change_body(handle, |body| {
        // Rapier's own waking lets the body fall asleep again in the same step.
        body.set_gravity_scale(scale, false);
        body.wake_up(true);
        Ok(())
    })
}

/// Keeps the body from turning, or lets it turn again.
#[export]
fn rt_rapier2d_body_lock_rotation(world: &World, handle: Handle<Body>, locked: bool) -> Result<()> {
    world.change_body(handle, |body| {
        body.lock_rotations(locked, true);
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

/// Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
/// between two steps either. Static colliders stop every fast body as it is.
#[export]
fn rt_rapier2d_body_set_ccd(world: &World, handle: Handle<Body>, enabled: bool) -> Result<()> {
    world.change_body(handle, |body| {
        body.enable_ccd(enabled);
        Ok(())
    })
}

/// Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
/// so that continuous collision detection stays exact.
#[export]
fn rt_rapier2d_body_set_fast_rotation(world: &World, handle: Handle<Body>, allowed: bool) -> Result<()> {
    world.change_body(handle, |body| {
        body.set_allow_fast_rotation(allowed);
        Ok(())
    })
}

/// A number of the host's own, kept with the body and in snapshots; 0 in a new body.
#[export]
fn rt_rapier2d_body_set_user_data(world: &World, handle: Handle<Body>, user_data: i64) -> Result<()> {
    world.change_body(handle, |body| {
        body.user_data = u128::from(user_data.cast_unsigned());
        Ok(())
    })
}

/// The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
#[export(fail = 0)]
fn rt_rapier2d_body_get_user_data(world: &World, handle: Handle<Body>) -> Result<i64> {
    world.read_body(handle, |body| (body.user_data as u64).cast_signed())
}

/// The handles of the body's colliders.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_body_get_colliders(world: &World, handle: Handle<Body>) -> Result<Vec<i64>> {
    world.with_body(handle, |sim, key| {
        let colliders = sim.physics.bodies[key].colliders();
        Ok(colliders.iter().map(|&collider| sim.collider_handle(collider)).collect())
    })
}
