//! Motors that get where they should be.
//!
//! Trap: rapier's motors reach their speed but nearly, as each row of the solver undoes a part of the others, and so
//! creep under load. Here each keeps the place that it should have reached, and makes up for what it lags behind.

use crate::{
    joint::{motor_axis, place_along},
    simulation::Simulation,
};
use rapier2d_f64::prelude::*;
use std::f64::consts::TAU;

/// Rate at which a velocity motor reaches its target, per second: at once, as far as its force goes.
const GAIN: f64 = 1e12;
/// The part of a lag that is made up for in a step.
const CATCH_UP: f64 = 0.5;
/// The largest lag that is made up for, in radians or length units: what holds a motor back does not charge it.
const MOST_LAG: f64 = 0.02;
/// State of a joint's motor, kept in the joint's user data.
#[derive(Clone, Copy)]
struct Course {
    /// The speed that it was told.
    speed: f64,
    /// The position where it should be now.
    place: f64,
}

impl Course {
    fn of(joint: &GenericJoint) -> Self {
        let [place, speed] = [joint.user_data as u64, (joint.user_data >> 64) as u64].map(f64::from_bits);
        Self { speed, place }
    }

    fn note(self, joint: &mut GenericJoint) {
        joint.user_data = u128::from(self.speed.to_bits()) << 64 | u128::from(self.place.to_bits());
    }
}

/// Drives a joint that is at `place` along its axis.
pub fn drive(joint: &mut GenericJoint, axis: JointAxis, place: f64, speed: f64, max_force: f64) {
    joint.set_motor_model(axis, MotorModel::AccelerationBased);
    joint.set_motor_velocity(axis, speed, GAIN);
    joint.set_motor_max_force(axis, max_force);
    Course { speed, place }.note(joint);
}

/// The axis of a joint's motor that can do something, and the speed that it was told.
pub fn driven(joint: &GenericJoint) -> Option<(JointAxis, f64)> {
    let axis = motor_axis(joint)?;
    // One that holds a position has a stiffness.
    let driven = joint.motor(axis).is_some_and(|motor| motor.max_force > 0.0 && motor.stiffness == 0.0);
    driven.then(|| (axis, Course::of(joint).speed))
}

/// A difference of angles the short way round.
fn turn(angle: f64) -> f64 {
    angle - TAU * (angle / TAU).round()
}

impl Simulation {
    /// Tells motors how fast they have to be in a step of `dt` to be where they should be after it.
    pub fn aim_motors(&mut self, dt: f64) {
        let PhysicsWorld { bodies, impulse_joints, integration_parameters, .. } = &mut self.physics;
        let unit = integration_parameters.length_unit;
        let substeps = integration_parameters.num_solver_iterations as f64;
        let awake =
            |key| bodies.get(key).is_some_and(|body: &RigidBody| body.is_dynamic() && !body.is_sleeping());
        let aims: Vec<_> = impulse_joints
            .iter()
            .filter(|(_, joint)| joint.data.is_enabled() && (awake(joint.body1()) || awake(joint.body2())))
            .filter_map(|(key, joint)| {
                let (axis, speed) = driven(&joint.data)?;
                let at = place_along(joint, axis, bodies)?;
                let angular = axis == JointAxis::AngX;
                let most = if angular { MOST_LAG } else { MOST_LAG * unit };
                let behind = Course::of(&joint.data).place - at;
                let lag = if angular { turn(behind) } else { behind }.clamp(-most, most);
                // A turn is integrated by its tangent.
                let turned = substeps * (speed * dt / substeps).atan();
                let next = at + lag + if angular { turned } else { speed * dt };
                let course = Course { speed, place: if angular { turn(next) } else { next } };
                Some((key, axis, course, speed + CATCH_UP * lag / dt))
            })
            .collect();
        for (key, axis, course, aim) in aims {
            if let Some(joint) = impulse_joints.get_mut(key, false) {
                joint.data.motors[axis as usize].target_vel = aim;
                course.note(&mut joint.data);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn angles_differ_by_half_a_turn_at_most() {
        for (angle, expected) in [(0.5, 0.5), (TAU - 0.5, -0.5), (-TAU + 0.5, 0.5), (PI - 0.1, PI - 0.1)] {
            assert!((turn(angle) - expected).abs() < 1e-12);
        }
    }
}
