//! Rules of when bodies fall asleep.

use crate::{Result, check};
use rapier2d_f64::prelude::{Pose, RigidBodyActivation, Rotation, Vector};
use serde::{Deserialize, Serialize};

/// A rule of when a body falls asleep.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sleep {
    /// Half the speed below which it may, in length units a second: rapier compares half of what it has moved.
    half_speed: f64,
    seconds: f64,
}

impl Default for Sleep {
    fn default() -> Self {
        let RigidBodyActivation { normalized_linear_threshold, time_until_sleep, .. } =
            RigidBodyActivation::active();
        Self { half_speed: normalized_linear_threshold, seconds: time_until_sleep }
    }
}

impl Sleep {
    /// For a body that never sleeps.
    pub const NEVER: Self = Self { half_speed: -1.0, seconds: 0.5 };

    /// Below `speed` for `seconds`, in a world of this length unit.
    pub fn new(speed: f64, seconds: f64, unit: f64) -> Result<Self> {
        let half_speed = check::not_negative(speed, "speed")? / unit / 2.0;
        Ok(Self { half_speed, seconds: check::not_negative(seconds, "seconds")? })
    }

    /// Tells rapier.
    pub fn apply(self, activation: &mut RigidBodyActivation) {
        activation.normalized_linear_threshold = self.half_speed;
        activation.angular_threshold =
            if self.half_speed < 0.0 { -1.0 } else { RigidBodyActivation::default_angular_threshold() };
        activation.time_until_sleep = self.seconds;
    }

    /// True where a body may sleep at all.
    pub fn allowed(activation: &RigidBodyActivation) -> bool {
        activation.normalized_linear_threshold >= 0.0
    }
}

/// Where a body has been for how long.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Spot {
    pub pose: Pose,
    pub seconds: f64,
}

impl Spot {
    /// True where no point of a body of this extent is farther than `room` from where it was.
    pub fn is_near(&self, pose: &Pose, extent: f64, room: f64) -> bool {
        let moved = (pose.translation - self.pose.translation).length();
        let turn = |rotation: Rotation| Vector::new(rotation.cos(), rotation.sin());
        moved <= room && moved + (turn(pose.rotation) - turn(self.pose.rotation)).length() * extent <= room
    }
}
