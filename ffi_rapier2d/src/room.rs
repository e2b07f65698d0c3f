//! Memory that is asked for before rapier takes it: an allocation that fails would end the process.

use crate::Result;
use ffi_core::memory::{self, OutOfMemory};
use rapier2d_f64::{prelude::PhysicsWorld, utils};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Bytes that a step takes for each collider, body and joint, and for each pair of colliders that may touch. What new
/// pairs take, rapier asks for when it knows of them.
const OF_A_COLLIDER: usize = 2 << 10;
const OF_A_BODY: usize = 1 << 10;
const OF_A_JOINT: usize = 2 << 10;
const OF_A_PAIR: usize = 4608;

/// Fails where there is no memory for what a step takes for what is there.
pub fn for_a_step(physics: &PhysicsWorld) -> Result<()> {
    let PhysicsWorld { bodies, colliders, impulse_joints, narrow_phase, .. } = physics;
    let bytes = colliders.len() * OF_A_COLLIDER
        + bodies.len() * OF_A_BODY
        + impulse_joints.len() * OF_A_JOINT
        + narrow_phase.contact_pairs().count() * OF_A_PAIR;
    Ok(memory::room_for_input(bytes, 1)?)
}

/// Does what makes rapier's tables grow, and fails where it found no memory.
pub fn within<R>(work: impl FnOnce() -> R) -> Result<R> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| match payload.downcast::<utils::OutOfMemory>() {
        Ok(error) => OutOfMemory { bytes: error.bytes }.into(),
        Err(payload) => resume_unwind(payload),
    })
}
