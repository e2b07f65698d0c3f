//! Joints.

use crate::{
    Error, Result, check,
    ids::{Body, Joint},
    joint::{distance_joint, driven_axis, framed, limited_axis, place, place_along},
    motor,
    world::{World, freed},
};
use ffi_core::{Borrowed, Handle, export};
use rapier2d_f64::prelude::{JointAxesMask, JointAxis, Pose, Rotation};
use std::f64::consts::TAU;

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
    let (anchor1, anchor2) = check::anchors([anchor1_x, anchor1_y, anchor2_x, anchor2_y])?;
    let distance = check::positive(distance, "distance")?;
    world.tie(body1, body2, |_, _| distance_joint(anchor1, anchor2, distance))
}

/// Makes a hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows as
/// `body2` turns counter-clockwise.
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

/// Frees the joint; its bodies go on without it, awake.
#[export(frees(handle))]
fn rt_rapier2d_joint_free(world: &World, handle: Handle<Joint>) -> Result<()> {
    world.with_joint(handle, |simulation, key| {
        let taken = handle.take()?;
        simulation.remove_joint_deferred(key);
        drop(taken);
        Ok(())
    })
}

/// Keeps a revolute joint's angle (radians, less than a full turn apart), a prismatic joint's position (metres) or a
/// wheel's position along its axis from `min` to `max`.
#[export]
fn rt_rapier2d_joint_set_limits(world: &World, joint: Handle<Joint>, min: f64, max: f64) -> Result<()> {
    check::number(min, "min")?;
    check::number(max, "max")?;
    if min > max {
        return Err(Error::Limits { min, max });
    }
    world.change_joint(joint, |found| {
        let axis = limited_axis(&found.data, joint)?;
        if axis == JointAxis::AngX && max - min >= TAU {
            return Err(Error::FullTurn { min, max });
        }
        found.data.set_limits(axis, [min, max]);
        Ok(())
    })
}

/// Drives a revolute or a wheel's joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
/// or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely. A speed of 0 is a brake.
/// The motor makes up for what it falls behind, up to 0.02 rad or length units, and so turns as far as it should under
/// load, and a brake does not creep; to catch up it goes faster than its speed for a few steps. It cannot hold what is
/// all mass at a distance, a weight without extent at the end of a long arm: give it some moment of inertia.
#[export]
fn rt_rapier2d_joint_set_motor(
    world: &World,
    joint: Handle<Joint>,
    target_vel: f64,
    max_force: f64,
) -> Result<()> {
    let target_vel = check::number(target_vel, "target_vel")?;
    let max_force = check::bound(max_force, "max_force")?;
    world.with_joint(joint, |simulation, key| {
        simulation.joints_changed = true;
        let found = simulation.physics.impulse_joints.get_mut(key, true).ok_or_else(|| freed(joint))?;
        let axis = driven_axis(&found.data, joint)?;
        let at = place_along(found, axis, &simulation.physics.bodies).ok_or_else(|| freed(joint))?;
        motor::drive(&mut found.data, axis, at, target_vel, max_force);
        Ok(())
    })
}

/// Sets whether the two bodies of the joint collide with each other, as they do at first.
#[export]
fn rt_rapier2d_joint_set_contacts(world: &World, joint: Handle<Joint>, enabled: bool) -> Result<()> {
    world.with_joint(joint, |simulation, key| {
        simulation.joints_changed = true;
        let found = simulation.physics.impulse_joints.get_mut(key, true).ok_or_else(|| freed(joint))?;
        found.data.set_contacts_enabled(enabled);
        let bodies = [found.body1(), found.body2()];
        bodies.into_iter().for_each(|body| simulation.look_again(body));
        Ok(())
    })
}

/// Returns where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's position
/// in metres, a wheel's along its axis, a distance joint's, spring's or rope's length.
#[export(computes)]
fn rt_rapier2d_joint_get_position(world: &World, joint: Handle<Joint>) -> Result<f64> {
    world.with_joint(joint, |simulation, key| {
        let found = simulation.physics.impulse_joints.get(key).ok_or_else(|| freed(joint))?;
        if found.data.locked_axes == JointAxesMask::LOCKED_FIXED_AXES {
            return Err(joint.refuse("a fixed joint, which has no position").into());
        }
        place(found, &simulation.physics.bodies).ok_or_else(|| freed(joint))
    })
}
