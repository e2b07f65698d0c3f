//! What joints hold, bear and break at.

use crate::{
    Result, check,
    ids::Joint,
    joint::driven_axis,
    joint_force::load,
    world::{World, freed},
};
use ffi_core::{Handle, export, ffi_struct};
use rapier2d_f64::prelude::MotorModel;

/// What a joint does to its second body, and the opposite to its first.
#[ffi_struct]
pub struct JointForce {
    /// x of the force in N.
    pub x: f64,
    /// y of the force.
    pub y: f64,
    /// The torque in N·m about the joint's point of the second body.
    pub torque: f64,
}

/// Drives a revolute or a wheel's joint to the angle `target`, or a prismatic one to that position, as a spring does: with
/// `stiffness` N·m/rad or N/m, above 0, times what is missing, less `damping` N·m·s or N·s/m times its speed, and at most
/// `max_force`, which may be infinite. An angle is reached the short way round. It takes the place of
/// `rt_rapier2d_joint_set_motor`, and that of it; a largest force of 0 lets the joint move freely.
#[export]
fn rt_rapier2d_joint_set_motor_position(
    world: &World,
    joint: Handle<Joint>,
    target: f64,
    stiffness: f64,
    damping: f64,
    max_force: f64,
) -> Result<()> {
    let target = check::number(target, "target")?;
    let stiffness = check::positive(stiffness, "stiffness")?;
    let damping = check::not_negative(damping, "damping")?;
    let max_force = check::bound(max_force, "max_force")?;
    world.change_joint(joint, |found| {
        let axis = driven_axis(&found.data, joint)?;
        found.data.set_motor_model(axis, MotorModel::ForceBased);
        found.data.set_motor_position(axis, target, stiffness, damping);
        found.data.set_motor_max_force(axis, max_force);
        Ok(())
    })
}

/// Returns the force and the torque with which the joint acted on its second body at the end of the last step, its motor,
/// spring and limits included. All 0 before the first step.
#[export(computes)]
fn rt_rapier2d_joint_get_force(world: &World, joint: Handle<Joint>) -> Result<JointForce> {
    world.with_joint(joint, |simulation, key| {
        let found = simulation.physics.impulse_joints.get(key).ok_or_else(|| freed(joint))?;
        let substep = simulation.substep();
        let load = load(found, &simulation.physics.bodies, substep).ok_or_else(|| freed(joint))?;
        Ok(JointForce { x: load.force.x, y: load.force.y, torque: load.torque })
    })
}

/// Sets what the joint bears: with a force above `force` N or a torque above `torque` N·m, as
/// `rt_rapier2d_joint_get_force` tells them, it breaks at the end of that step. It is freed then, and its handle one of
/// `rt_rapier2d_world_get_broken_joints`. Both are 0 or more; infinity, for a new joint, is for never.
#[export]
fn rt_rapier2d_joint_set_strength(
    world: &World,
    joint: Handle<Joint>,
    force: f64,
    torque: f64,
) -> Result<()> {
    let force = check::bound(force, "force")?;
    let torque = check::bound(torque, "torque")?;
    world.with_joint(joint, |simulation, key| {
        let breaks = force < f64::MAX || torque < f64::MAX;
        simulation.joint_record(key).strength = breaks.then_some([force, torque]);
        Ok(())
    })
}

/// Returns the joints that broke in the last step. They are freed: their handles are stale, and only tell which they
/// were.
#[export(handles(result = "joint"), unowned)]
fn rt_rapier2d_world_get_broken_joints(world: &World) -> Result<Vec<i64>> {
    Ok(ffi_core::memory::copy(&world.lock().broken)?)
}

/// Sets a number of the host's own, kept with the joint and in snapshots; 0 in a new joint.
#[export(light)]
fn rt_rapier2d_joint_set_user_data(world: &World, joint: Handle<Joint>, user_data: i64) -> Result<()> {
    world.with_joint(joint, |simulation, key| {
        simulation.joint_record(key).user_data = user_data;
        Ok(())
    })
}

/// Returns the number that `rt_rapier2d_joint_set_user_data` left; 0 on failure.
#[export(light, fail = 0)]
fn rt_rapier2d_joint_get_user_data(world: &World, joint: Handle<Joint>) -> Result<i64> {
    world.with_joint(joint, |simulation, key| Ok(simulation.joint_record(key).user_data))
}
