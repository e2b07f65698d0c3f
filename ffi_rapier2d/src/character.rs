//! How characters move: kinematic bodies that walk, slide, climb steps and keep to the ground.

use rapier2d_f64::control::KinematicCharacterController;
use serde::{Deserialize, Serialize};

/// How a character moves.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub struct Character {
    pub controller: KinematicCharacterController,
    /// The mass with which it pushes, 0 for not at all.
    pub mass: f64,
}
