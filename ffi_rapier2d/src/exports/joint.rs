//! Joints.

use crate::{
    Error, Result, check,
    ids::{Body, Joint, World, freed},
    simulation::Sim,
};
use ffi_core::{Borrowed, Handle, export};
use rapier2d_f64::{
    dynamics::SpringCoefficients,
    prelude::{
        GenericJoint, GenericJointBuilder, ImpulseJoint, ImpulseJointHandle, JointAxesMask, JointAxis, Pose,
        Rotation,
    },
};
use std::f64::consts::TAU;

/// How quickly a velocity motor reaches its target, per second: at once, as far as its force goes.
const MOTOR_GAIN: f64 = 1e12;

impl World {
    /// Ties two different bodies of this world together, as `make` says from where they are.
    fn tie(
        &self,
        body1: Handle<Body>,
        body2: Handle<Body>,
        make: impl FnOnce(Pose, Pose) -> GenericJoint,
    ) -> Result<Borrowed<Joint>> {
        let (key1, key2) = (self.key(body1)?, self.key(body2)?);
        if key1 == key2 {
            return Err(Error::SameBody { handle: body1.number() });
        }
        let mut sim = self.lock();
        sim.open()?;
        let pose1 = *sim.physics.bodies.get(key1).ok_or_else(|| freed(body1))?.position();
        let pose2 = *sim.physics.bodies.get(key2).ok_or_else(|| freed(body2))?.position();
        sim.joints_changed = true;
        let enabled = [key1, key2].into_iter().all(|key| sim.physics.bodies[key].is_enabled());
        let mut joint = make(pose1, pose2);
        joint.set_enabled(enabled);
        let key = sim.physics.insert_impulse_joint(key1, key2, joint);
        sim.name_joint(key).inspect_err(|_| {
            sim.physics.remove_impulse_joint(key);
        })
    }

    fn with_joint<R>(
        &self,
        name: Handle<Joint>,
        change: impl FnOnce(&mut Sim, ImpulseJointHandle) -> Result<R>,
    ) -> Result<R> {
        let key = self.key(name)?;
        let mut sim = self.lock();
        if !sim.physics.impulse_joints.contains(key) || sim.joint_handle(key) == 0 {
            return Err(freed(name));
        }
        change(&mut sim, key)
    }

    /// Changes a joint and wakes its bodies.
    fn change_joint(
        &self,
        handle: Handle<Joint>,
        change: impl FnOnce(&mut ImpulseJoint) -> Result<()>,
    ) -> Result<()> {
        self.with_joint(handle, |sim, key| {
            sim.joints_changed = true;
            sim.physics.impulse_joints.get_mut(key, true).map_or_else(|| Err(freed(handle)), change)
        })
    }
}

/// A joint without locks that holds two points at one distance. Rapier's coupled limit knows a maximum only,
/// so this is its motor along the line between the points, as stiff as any other joint.
fn distance_joint(anchor1: Pose, anchor2: Pose, distance: f64) -> GenericJoint {
    let softness = SpringCoefficients::<f64>::joint_defaults();
    let frequency = softness.angular_frequency();
    let damping = 2.0 * softness.damping_ratio * frequency;
    GenericJointBuilder::new(JointAxesMask::empty())
        .coupled_axes(JointAxesMask::LIN_AXES)
        .local_frame1(anchor1)
        .local_frame2(anchor2)
        .motor_position(JointAxis::LinX, distance, frequency * frequency, damping)
        .build()
}

/// Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
/// massless rod. Bodies that a joint ties still collide with each other; see
/// `rt_rapier2d_joint_set_contacts`. The world owns the joint.
#[export]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_joint_distance(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    anchor1_x: f64,
    anchor1_y: f64,
    anchor2_x: f64,
    anchor2_y: f64,
    distance: f64,
) -> Result<Borrowed<Joint>> {
    let anchor1 = Pose::from_translation(check::vector(anchor1_x, anchor1_y, ["anchor1_x", "anchor1_y"])?);
    let anchor2 = Pose::from_translation(check::vector(anchor2_x, anchor2_y, ["anchor2_x", "anchor2_y"])?);
    let distance = check::positive(distance, "distance")?;
    world.tie(body1, body2, |_, _| distance_joint(anchor1, anchor2, distance))
}

/// A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
/// as `body2` turns counter-clockwise.
#[export]
fn rt_rapier2d_joint_revolute(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    anchor_x: f64,
    anchor_y: f64,
) -> Result<Borrowed<Joint>> {
    let anchor = check::vector(anchor_x, anchor_y, ["anchor_x", "anchor_y"])?;
    world.tie(body1, body2, |pose1, pose2| {
        let frame = Pose::from_parts(anchor, pose1.rotation);
        framed(JointAxesMask::LOCKED_REVOLUTE_AXES, frame, pose1, pose2)
    })
}

/// Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
/// Its position is 0 m as they are now and grows along the axis.
#[export]
fn rt_rapier2d_joint_prismatic(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    axis_x: f64,
    axis_y: f64,
) -> Result<Borrowed<Joint>> {
    let axis = check::direction(axis_x, axis_y, ["axis_x", "axis_y"])?;
    world.tie(body1, body2, |pose1, pose2| {
        let along = Rotation::from_rotation_arc(rapier2d_f64::math::Vector::X, axis);
        let frame = Pose::from_parts(pose2.translation, pose1.rotation * along);
        framed(JointAxesMask::LOCKED_PRISMATIC_AXES, frame, pose1, pose2)
    })
}

/// Keeps two bodies as they are now relative to each other.
#[export]
fn rt_rapier2d_joint_fixed(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
) -> Result<Borrowed<Joint>> {
    world.tie(body1, body2, |pose1, pose2| framed(JointAxesMask::LOCKED_FIXED_AXES, pose2, pose1, pose2))
}

/// A joint whose frames on both bodies are now the world's `frame`.
fn framed(locked: JointAxesMask, frame: Pose, pose1: Pose, pose2: Pose) -> GenericJoint {
    GenericJointBuilder::new(locked)
        .local_frame1(pose1.inv_mul(&frame))
        .local_frame2(pose2.inv_mul(&frame))
        .build()
}

/// Frees the joint; its bodies go on without it, awake.
#[export(frees(handle))]
fn rt_rapier2d_joint_free(world: &World, handle: Handle<Joint>) -> Result<()> {
    world.with_joint(handle, |sim, key| {
        let taken = handle.take()?;
        sim.retire_joint(key);
        drop(taken);
        Ok(())
    })
}

/// The axis along which a joint moves: only revolute and prismatic ones have one.
fn free_axis(joint: &GenericJoint, handle: Handle<Joint>) -> Result<JointAxis> {
    match joint.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES => Ok(JointAxis::AngX),
        JointAxesMask::LOCKED_PRISMATIC_AXES => Ok(JointAxis::LinX),
        _ => Err(handle.refuse("a joint that is neither revolute nor prismatic").into()),
    }
}

/// Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
/// (metres) from `min` to `max`.
#[export]
fn rt_rapier2d_joint_set_limits(world: &World, joint: Handle<Joint>, min: f64, max: f64) -> Result<()> {
    check::number(min, "min")?;
    check::number(max, "max")?;
    if min > max {
        return Err(Error::Limits { min, max });
    }
    world.change_joint(joint, |found| {
        let axis = free_axis(&found.data, joint)?;
        if axis == JointAxis::AngX && max - min >= TAU {
            return Err(Error::FullTurn { min, max });
        }
        found.data.set_limits(axis, [min, max]);
        Ok(())
    })
}

/// Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
/// or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
#[export]
fn rt_rapier2d_joint_set_motor(
    world: &World,
    joint: Handle<Joint>,
    target_vel: f64,
    max_force: f64,
) -> Result<()> {
    let target_vel = check::number(target_vel, "target_vel")?;
    let max_force = check::bound(max_force, "max_force")?;
    world.change_joint(joint, |found| {
        let axis = free_axis(&found.data, joint)?;
        found.data.set_motor_velocity(axis, target_vel, MOTOR_GAIN);
        found.data.set_motor_max_force(axis, max_force);
        Ok(())
    })
}

/// Whether the two bodies of the joint collide with each other, as they do at first.
#[export]
fn rt_rapier2d_joint_set_contacts(world: &World, joint: Handle<Joint>, enabled: bool) -> Result<()> {
    world.with_joint(joint, |sim, key| {
        sim.joints_changed = true;
        let found = sim.physics.impulse_joints.get_mut(key, true).ok_or_else(|| freed(joint))?;
        found.data.set_contacts_enabled(enabled);
        let bodies = [found.body1(), found.body2()];
        bodies.into_iter().for_each(|body| sim.look_again(body));
        Ok(())
    })
}

/// Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
/// position in metres, a distance joint's length.
#[export]
fn rt_rapier2d_joint_get_position(world: &World, joint: Handle<Joint>) -> Result<f64> {
    world.with_joint(joint, |sim, key| {
        let found = sim.physics.impulse_joints.get(key).ok_or_else(|| freed(joint))?;
        let bodies = &sim.physics.bodies;
        let frame1 = *bodies[found.body1()].position() * found.data.local_frame1;
        let frame2 = *bodies[found.body2()].position() * found.data.local_frame2;
        let relative = frame1.inv_mul(&frame2);
        match found.data.locked_axes {
            JointAxesMask::LOCKED_REVOLUTE_AXES => Ok(relative.rotation.angle()),
            JointAxesMask::LOCKED_PRISMATIC_AXES => Ok(relative.translation.x),
            JointAxesMask::LOCKED_FIXED_AXES => {
                Err(joint.refuse("a fixed joint, which has no position").into())
            }
            _ => Ok(relative.translation.length()),
        }
    })
}
