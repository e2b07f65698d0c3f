//! Joints.

use crate::{
    Error, Result,
    ids::{Body, Joint},
    room,
    simulation::Simulation,
    world::{World, freed},
};
use ffi_core::{Borrowed, Handle};
use rapier2d_f64::{
    dynamics::SpringCoefficients,
    prelude::{
        GenericJoint, GenericJointBuilder, ImpulseJoint, ImpulseJointHandle, JointAxesMask, JointAxis, Pose,
        RigidBodySet,
    },
};

impl World {
    /// Ties two different bodies of this world together, as `make` says from where they are.
    pub fn tie(
        &self,
        body1: Handle<Body>,
        body2: Handle<Body>,
        make: impl FnOnce(Pose, Pose) -> GenericJoint,
    ) -> Result<Borrowed<Joint>> {
        let (key1, key2) = (self.key(body1)?, self.key(body2)?);
        if key1 == key2 {
            return Err(Error::SameBody { handle: body1.number() });
        }
        let mut simulation = self.lock();
        simulation.open()?;
        let pose1 = *simulation.physics.bodies.get(key1).ok_or_else(|| freed(body1))?.position();
        let pose2 = *simulation.physics.bodies.get(key2).ok_or_else(|| freed(body2))?.position();
        simulation.joints_changed = true;
        let enabled = [key1, key2].into_iter().all(|key| simulation.physics.bodies[key].is_enabled());
        let mut joint = make(pose1, pose2);
        joint.set_enabled(enabled);
        let key = room::within(|| simulation.physics.insert_impulse_joint(key1, key2, joint))?;
        simulation.name_joint(key).inspect_err(|_| {
            simulation.physics.remove_impulse_joint(key);
        })
    }

    /// Changes a joint and what depends on it.
    pub fn with_joint<R>(
        &self,
        name: Handle<Joint>,
        change: impl FnOnce(&mut Simulation, ImpulseJointHandle) -> Result<R>,
    ) -> Result<R> {
        let key = self.key(name)?;
        let mut simulation = self.lock();
        if !simulation.physics.impulse_joints.contains(key) || simulation.joint_handle(key) == 0 {
            return Err(freed(name));
        }
        change(&mut simulation, key)
    }

    /// Changes a joint and wakes its bodies.
    pub fn change_joint(
        &self,
        handle: Handle<Joint>,
        change: impl FnOnce(&mut ImpulseJoint) -> Result<()>,
    ) -> Result<()> {
        self.with_joint(handle, |simulation, key| {
            simulation.joints_changed = true;
            simulation.physics.impulse_joints.get_mut(key, true).map_or_else(|| Err(freed(handle)), change)
        })
    }
}

/// A joint without locks that holds two points at one distance. Rapier's coupled limit knows a maximum only,
/// so this is its motor along the line between the points, as stiff as any other joint.
pub fn distance_joint(anchor1: Pose, anchor2: Pose, distance: f64) -> GenericJoint {
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

/// A joint whose frames on both bodies are now the world's `frame`.
pub fn framed(locked: JointAxesMask, frame: Pose, pose1: Pose, pose2: Pose) -> GenericJoint {
    GenericJointBuilder::new(locked)
        .local_frame1(pose1.inv_mul(&frame))
        .local_frame2(pose2.inv_mul(&frame))
        .build()
}

/// The axis along which a joint moves: only revolute and prismatic ones have one.
pub fn free_axis(joint: &GenericJoint, handle: Handle<Joint>) -> Result<JointAxis> {
    match joint.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES => Ok(JointAxis::AngX),
        JointAxesMask::LOCKED_PRISMATIC_AXES => Ok(JointAxis::LinX),
        _ => Err(handle.refuse("a joint that is neither revolute nor prismatic").into()),
    }
}

/// Returns the position of a joint: a revolute one's angle, above −π and up to π, a prismatic one's position,
/// another's length.
pub fn place(joint: &ImpulseJoint, bodies: &RigidBodySet) -> Option<f64> {
    let frame1 = *bodies.get(joint.body1())?.position() * joint.data.local_frame1;
    let frame2 = *bodies.get(joint.body2())?.position() * joint.data.local_frame2;
    let relative = frame1.inv_mul(&frame2);
    Some(match joint.data.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES => relative.rotation.angle(),
        JointAxesMask::LOCKED_PRISMATIC_AXES => relative.translation.x,
        _ => relative.translation.length(),
    })
}
