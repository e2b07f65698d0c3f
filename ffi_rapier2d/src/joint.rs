//! Joints.

use crate::{
    Error, Result, check,
    ids::{Body, Joint},
    room,
    simulation::Simulation,
    world::{World, freed},
};
use ffi_core::{Borrowed, Handle};
use rapier2d_f64::{
    dynamics::{MotorModel, SpringCoefficients},
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

/// A joint that pulls and pushes two points to one distance.
pub fn spring_joint(anchor1: Pose, anchor2: Pose, spring: Spring) -> GenericJoint {
    let mut joint = GenericJointBuilder::new(JointAxesMask::empty())
        .coupled_axes(JointAxesMask::LIN_AXES)
        .local_frame1(anchor1)
        .local_frame2(anchor2)
        .build();
    spring.give(&mut joint);
    joint
}

/// A joint that keeps two points no farther apart than this.
pub fn rope_joint(anchor1: Pose, anchor2: Pose, length: f64) -> GenericJoint {
    GenericJointBuilder::new(JointAxesMask::empty())
        .coupled_axes(JointAxesMask::LIN_AXES)
        .local_frame1(anchor1)
        .local_frame2(anchor2)
        .limits(JointAxis::LinX, [0.0, length])
        .build()
}

/// The spring of a joint: force in proportion to how far it is from its rest and to its speed.
#[derive(Clone, Copy)]
pub struct Spring {
    rest: f64,
    stiffness: f64,
    damping: f64,
}

impl Spring {
    /// Checked, but for its rest. Rapier takes a motor without stiffness and damping for one that holds.
    pub fn new(rest: f64, stiffness: f64, damping: f64) -> Result<Self> {
        let stiffness = check::positive(stiffness, "stiffness")?;
        Ok(Self { rest, stiffness, damping: check::not_negative(damping, "damping")? })
    }

    /// Gives it to a joint, along its first axis or between its anchors.
    pub fn give(self, joint: &mut GenericJoint) {
        joint.set_motor_model(JointAxis::LinX, MotorModel::ForceBased);
        joint.set_motor_position(JointAxis::LinX, self.rest, self.stiffness, self.damping);
    }
}

/// True of a joint that has a spring, rather than a motor that holds a distance.
pub fn has_spring(joint: &GenericJoint) -> bool {
    joint.locked_axes == WHEEL
        || joint.locked_axes.is_empty()
            && joint.motor_axes.contains(JointAxesMask::LIN_X)
            && joint.motors[0].model == MotorModel::ForceBased
}

/// What a wheel's joint locks: it slides along its first axis, and turns.
pub const WHEEL: JointAxesMask = JointAxesMask::LOCKED_PIN_SLOT_AXES;

/// The axis that a joint's limits are for.
pub fn limited_axis(joint: &GenericJoint, handle: Handle<Joint>) -> Result<JointAxis> {
    match joint.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES => Ok(JointAxis::AngX),
        JointAxesMask::LOCKED_PRISMATIC_AXES | WHEEL => Ok(JointAxis::LinX),
        _ => Err(handle.refuse("a joint that is neither revolute nor prismatic nor a wheel's").into()),
    }
}

/// The axis that a joint's motor drives.
pub fn driven_axis(joint: &GenericJoint, handle: Handle<Joint>) -> Result<JointAxis> {
    motor_axis(joint)
        .ok_or_else(|| handle.refuse("a joint that is neither revolute nor prismatic nor a wheel's").into())
}

/// The axis that a joint's motor drives, where it has one.
pub fn motor_axis(joint: &GenericJoint) -> Option<JointAxis> {
    match joint.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES | WHEEL => Some(JointAxis::AngX),
        JointAxesMask::LOCKED_PRISMATIC_AXES => Some(JointAxis::LinX),
        _ => None,
    }
}

fn relative(joint: &ImpulseJoint, bodies: &RigidBodySet) -> Option<Pose> {
    let frame1 = *bodies.get(joint.body1())?.position() * joint.data.local_frame1;
    let frame2 = *bodies.get(joint.body2())?.position() * joint.data.local_frame2;
    Some(frame1.inv_mul(&frame2))
}

/// Returns the position of a joint along one of its axes.
pub fn place_along(joint: &ImpulseJoint, axis: JointAxis, bodies: &RigidBodySet) -> Option<f64> {
    let relative = relative(joint, bodies)?;
    Some(if axis == JointAxis::AngX { relative.rotation.angle() } else { relative.translation.x })
}

/// Returns the position of a joint: a revolute one's angle, above −π and up to π, a prismatic one's or a wheel's
/// position along its axis, another's length.
pub fn place(joint: &ImpulseJoint, bodies: &RigidBodySet) -> Option<f64> {
    let relative = relative(joint, bodies)?;
    Some(match joint.data.locked_axes {
        JointAxesMask::LOCKED_REVOLUTE_AXES => relative.rotation.angle(),
        JointAxesMask::LOCKED_PRISMATIC_AXES | WHEEL => relative.translation.x,
        _ => relative.translation.length(),
    })
}
