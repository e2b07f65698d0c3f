//! Bodies: the contract's functions.

use crate::{
    Result, check,
    ids::{Body, Collider, Joint, World, freed},
    simulation::Sim,
};
use ffi_core::{Borrowed, Handle, export, ffi_struct, handle::free_all};
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

impl From<&Pose> for BodyPosition {
    #[inline]
    fn from(pose: &Pose) -> Self {
        Self { x: pose.translation.x, y: pose.translation.y, rotation: pose.rotation.angle() }
    }
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

impl World {
    /// Reads a body.
    #[inline]
    pub fn read_body<R>(&self, handle: Handle<Body>, read: impl FnOnce(&RigidBody) -> R) -> Result<R> {
        let key = self.key(handle)?;
        let sim = self.lock();
        sim.physics.bodies.get(key).map(read).ok_or_else(|| freed(handle))
    }

    /// Changes a body.
    pub fn change_body<R>(
        &self,
        handle: Handle<Body>,
        change: impl FnOnce(&mut RigidBody) -> Result<R>,
    ) -> Result<R> {
        self.with_body(handle, |sim, key| change(&mut sim.physics.bodies[key]))
    }

    /// Changes a body and what depends on it.
    pub fn with_body<R>(
        &self,
        handle: Handle<Body>,
        change: impl FnOnce(&mut Sim, RigidBodyHandle) -> Result<R>,
    ) -> Result<R> {
        let key = self.key(handle)?;
        let mut sim = self.lock();
        if !sim.physics.bodies.contains(key) || sim.body_handle(key) == 0 {
            return Err(freed(handle));
        }
        change(&mut sim, key)
    }

    /// Changes a dynamic body: the only kind that forces act on.
    pub fn push_body(
        &self,
        handle: Handle<Body>,
        push: impl FnOnce(&mut Sim, RigidBodyHandle),
    ) -> Result<()> {
        self.with_body(handle, |sim, key| {
            if !sim.physics.bodies[key].is_dynamic() {
                return Err(handle.refuse("a body that is not dynamic: forces do not move it").into());
            }
            push(sim, key);
            Ok(())
        })
    }
}

fn new_body(world: &World, kind: RigidBodyType, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    let pose = check::pose(x, y, rotation)?;
    let mut sim = world.lock();
    sim.open()?;
    let key = sim.physics.insert_body(RigidBodyBuilder::new(kind).pose(pose));
    sim.name_body(key).inspect_err(|_| {
        sim.physics.remove_body(key);
    })
}

/// A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
/// `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
#[export]
fn rt_rapier2d_body_new_dynamic(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::Dynamic, x, y, rotation)
}

/// A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
#[export]
fn rt_rapier2d_body_new_static(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::Fixed, x, y, rotation)
}

/// A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
/// it, pushes dynamic bodies, and is pushed by none. The world owns it.
#[export]
fn rt_rapier2d_body_new_kinematic(world: &World, x: f64, y: f64, rotation: f64) -> Result<Borrowed<Body>> {
    new_body(world, RigidBodyType::KinematicVelocityBased, x, y, rotation)
}

/// Frees the body with its colliders and joints, whose handles are stale at once.
#[export(frees(handle))]
fn rt_rapier2d_body_free(world: &World, handle: Handle<Body>) -> Result<()> {
    world.with_body(handle, |sim, key| {
        let taken = handle.take()?;
        let (colliders, joints) = sim.retire_body(key);
        free_all::<Collider>(colliders);
        // A joint that was freed before has no handle left.
        free_all::<Joint>(joints.into_iter().filter(|&joint| joint != 0));
        drop(taken);
        Ok(())
    })
}

/// Where the body is now.
#[export]
fn rt_rapier2d_body_get_position(world: &World, handle: Handle<Body>) -> Result<BodyPosition> {
    world.read_body(handle, |body| body.position().into())
}

/// Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
/// stays. Queries see it there from now on.
#[export]
fn rt_rapier2d_body_set_position(
    world: &World,
    handle: Handle<Body>,
    x: f64,
    y: f64,
    rotation: f64,
) -> Result<()> {
    let pose = check::pose(x, y, rotation)?;
    world.with_body(handle, |sim, key| {
        sim.physics.bodies[key].set_position(pose, true);
        sim.move_colliders(key);
        Ok(())
    })
}

/// How fast the body moves.
#[export]
fn rt_rapier2d_body_get_velocity(world: &World, handle: Handle<Body>) -> Result<BodyVelocity> {
    world.read_body(handle, |body| BodyVelocity {
        vx: body.linvel().x,
        vy: body.linvel().y,
        angular: body.angvel(),
    })
}

/// Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
/// another.
#[export]
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
        body.set_linvel(linear, true);
        body.set_angvel(angular, true);
        Ok(())
    })
}

/// Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
/// again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
/// woken by it does not move.
#[export]
fn rt_rapier2d_body_apply_force(
    world: &World,
    handle: Handle<Body>,
    fx: f64,
    fy: f64,
    wake_up: bool,
) -> Result<()> {
    let force = check::vector(fx, fy, ["fx", "fy"])?;
    world.push_body(handle, |sim, key| {
        sim.physics.bodies[key].add_force(force, wake_up);
        sim.forced.push(key);
    })
}

/// Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
#[export]
fn rt_rapier2d_body_apply_impulse(
    world: &World,
    handle: Handle<Body>,
    ix: f64,
    iy: f64,
    wake_up: bool,
) -> Result<()> {
    let impulse = check::vector(ix, iy, ["ix", "iy"])?;
    world.push_body(handle, |sim, key| sim.physics.bodies[key].apply_impulse(impulse, wake_up))
}

/// Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
/// without colliders has no moment of inertia and does not turn.
#[export]
fn rt_rapier2d_body_apply_torque(
    world: &World,
    handle: Handle<Body>,
    torque: f64,
    wake_up: bool,
) -> Result<()> {
    let torque = check::number(torque, "torque")?;
    world.push_body(handle, |sim, key| {
        sim.physics.bodies[key].add_torque(torque, wake_up);
        sim.forced.push(key);
    })
}

/// Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
/// that of its colliders, scaled to this mass.
#[export]
fn rt_rapier2d_body_set_mass(world: &World, handle: Handle<Body>, mass: f64) -> Result<()> {
    let mass = check::positive(mass, "mass")?;
    world.with_body(handle, |sim, key| {
        sim.body_note(key).mass = Some(mass);
        sim.settle_mass(key);
        Ok(())
    })
}

/// What the body weighs in kilograms: what it was given, else the sum of its colliders.
#[export]
fn rt_rapier2d_body_get_mass(world: &World, handle: Handle<Body>) -> Result<f64> {
    world.with_body(handle, |sim, key| {
        let given = sim.body_note(key).mass;
        Ok(given.unwrap_or_else(|| sim.mass_of(key).mass()))
    })
}

/// How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
/// a new body.
#[export]
fn rt_rapier2d_body_set_linear_damping(world: &World, handle: Handle<Body>, damping: f64) -> Result<()> {
    let damping = check::not_negative(damping, "damping")?;
    world.change_body(handle, |body| {
        body.set_linear_damping(damping);
        Ok(())
    })
}

/// How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
#[export]
fn rt_rapier2d_body_set_angular_damping(world: &World, handle: Handle<Body>, damping: f64) -> Result<()> {
    let damping = check::not_negative(damping, "damping")?;
    world.change_body(handle, |body| {
        body.set_angular_damping(damping);
        Ok(())
    })
}

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
