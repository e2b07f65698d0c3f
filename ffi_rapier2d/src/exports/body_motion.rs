//! Position and velocity of bodies.

use crate::{Error, Result, check, ids::Body, world::World};
use ffi_core::{Handle, export, ffi_struct};
use rapier2d_f64::prelude::*;

/// Where a body is.
#[ffi_struct]
pub struct BodyPosition {
    /// Metres along x.
    pub x: f64,
    /// Metres along y.
    pub y: f64,
    /// Radians counter-clockwise, above −π and up to π.
    pub rotation: f64,
}

/// How fast a body moves.
#[ffi_struct]
pub struct BodyVelocity {
    /// Metres per second along x, of its centre of mass.
    pub vx: f64,
    /// Metres per second along y.
    pub vy: f64,
    /// Radians per second, counter-clockwise.
    pub angular: f64,
}

impl From<&Pose> for BodyPosition {
    #[inline]
    fn from(pose: &Pose) -> Self {
        Self { x: pose.translation.x, y: pose.translation.y, rotation: pose.rotation.angle() }
    }
}

/// Returns where the body is now.
#[export(computes)]
fn rt_rapier2d_body_get_position(world: &World, handle: Handle<Body>) -> Result<BodyPosition> {
    world.read_body(handle, |body| body.position().into())
}

/// Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
/// stays. Queries see it there from now on.
#[export(computes)]
fn rt_rapier2d_body_set_position(
    world: &World,
    handle: Handle<Body>,
    x: f64,
    y: f64,
    rotation: f64,
) -> Result<()> {
    let pose = check::pose(x, y, rotation)?;
    world.with_body(handle, |simulation, key| {
        simulation.physics.bodies[key].set_position(pose, true);
        simulation.forget_previous(key);
        simulation.move_colliders(key);
        Ok(())
    })
}

/// Returns how fast the body moves.
#[export(light)]
fn rt_rapier2d_body_get_velocity(world: &World, handle: Handle<Body>) -> Result<BodyVelocity> {
    world.read_body(handle, |body| BodyVelocity {
        vx: body.linvel().x,
        vy: body.linvel().y,
        angular: body.angvel(),
    })
}

/// Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
/// another.
#[export(computes)]
fn rt_rapier2d_body_set_velocity(
    world: &World,
    handle: Handle<Body>,
    vx: f64,
    vy: f64,
    angular: f64,
) -> Result<()> {
    let linear = check::vector(vx, vy, ["vx", "vy"])?;
    let angular = check::number(angular, "angular")?;
    world.change_body(handle, |body| {
        if body.is_fixed() {
            return Err(handle.refuse("a static body, which has no velocity").into());
        }
        if body.is_kinematic() {
            body.set_body_type(RigidBodyType::KinematicVelocityBased, true);
        }
        // Rapier would let it drift along an axis that is locked.
        let axes = body.locked_axes();
        let free = |locked, speed| if axes.contains(locked) { 0.0 } else { speed };
        let linear = Vector::new(
            free(LockedAxes::TRANSLATION_LOCKED_X, linear.x),
            free(LockedAxes::TRANSLATION_LOCKED_Y, linear.y),
        );
        body.set_linvel(linear, true);
        body.set_angvel(angular, true);
        Ok(())
    })
}

/// Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
/// that takes, and then it stands still.
#[export(computes)]
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

/// Returns where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
#[export(computes)]
fn rt_rapier2d_body_predict_position(world: &World, handle: Handle<Body>, dt: f64) -> Result<BodyPosition> {
    if !(0.0..=1.0).contains(&dt) {
        return Err(Error::Number { name: "dt", value: dt, rule: "and a prediction goes 0 to 1 s ahead" });
    }
    world.read_body(handle, |body| (&body.predict_position_using_velocity(dt)).into())
}

/// Sets how fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in a new
/// body.
#[export]
fn rt_rapier2d_body_set_linear_damping(world: &World, handle: Handle<Body>, damping: f64) -> Result<()> {
    let damping = check::not_negative(damping, "damping")?;
    world.change_body(handle, |body| {
        body.set_linear_damping(damping);
        Ok(())
    })
}

/// Sets how fast the body's spin fades, per second, as with linear damping. 0 in a new body.
#[export]
fn rt_rapier2d_body_set_angular_damping(world: &World, handle: Handle<Body>, damping: f64) -> Result<()> {
    let damping = check::not_negative(damping, "damping")?;
    world.change_body(handle, |body| {
        body.set_angular_damping(damping);
        Ok(())
    })
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

/// Keeps the body from moving along the world's x or y axis, or lets it move there again. Wakes it. What is locked has,
/// to contacts and forces along that axis, no end of mass.
#[export]
fn rt_rapier2d_body_lock_translation(
    world: &World,
    handle: Handle<Body>,
    lock_x: bool,
    lock_y: bool,
) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        let body = &mut simulation.physics.bodies[key];
        body.set_enabled_translations(!lock_x, !lock_y, true);
        let velocity = body.linvel();
        let kept = |locked: bool, speed: f64| if locked { 0.0 } else { speed };
        body.set_linvel(Vector::new(kept(lock_x, velocity.x), kept(lock_y, velocity.y)), false);
        // Impulses before the next step find it as it is now.
        simulation.settle_mass(key);
        Ok(())
    })
}

/// Turns full continuous collision detection on or off for a fast dynamic body: between two steps it does not pass
/// through slow bodies that can move either. Static colliders stop every fast body as it is. Others are looked at where
/// they are as the step begins: two bodies that are both fast may pass through each other all the same, and a fast
/// kinematic body sweeps over what is in its way, what sleeps there sooner, as it wakes a step too late. Steps so short
/// that neither moves by more than the thinner one's half size help.
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
