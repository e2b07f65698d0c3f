//! Fluids that carry what is in them.

use rapier2d_f64::math::Vector;
use serde::{Deserialize, Serialize};

/// What a collider does to what is in it.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Fluid {
    /// In kg/m².
    pub density: f64,
    /// Force per area and speed, and torque per area and spin.
    pub drag: f64,
    pub angular_drag: f64,
    /// The fluid's own velocity.
    pub flow: Vector,
}
