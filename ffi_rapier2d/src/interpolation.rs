//! Where bodies are between the last two steps.

use crate::simulation::Simulation;
use rapier2d_f64::prelude::{Pose, RigidBodyHandle, Rotation};

impl Simulation {
    /// Notes where bodies are, where the world keeps that.
    pub fn keep_previous(&mut self) {
        if !self.keeps_previous {
            return;
        }
        for (key, body) in self.physics.bodies.iter() {
            let record = self.bodies.get_mut(key.into_raw_parts().0 as usize);
            if let Some(record) = record.filter(|record| record.handle != 0) {
                record.previous = Some(*body.position());
            }
        }
    }

    /// Forgets where a body was, as it did not come from there.
    pub fn forget_previous(&mut self, key: RigidBodyHandle) {
        self.body_record(key).previous = None;
    }

    /// The place of a body a part of the way from where it was before the last step to where it is.
    pub fn between(&self, key: RigidBodyHandle, part: f64) -> Pose {
        let now = *self.physics.bodies[key].position();
        let record = self.bodies.get(key.into_raw_parts().0 as usize);
        let Some(before) = record.and_then(|record| record.previous).filter(|_| part != 1.0) else {
            return now;
        };
        let turn = (before.rotation.inverse() * now.rotation).angle();
        Pose::from_parts(
            before.translation.lerp(now.translation, part),
            before.rotation * Rotation::new(turn * part),
        )
    }
}
