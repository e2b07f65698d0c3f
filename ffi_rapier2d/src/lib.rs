//! Rigid body physics in two dimensions.
//!
//! Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
//! world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
//! belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
//! and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
//! different worlds do not wait for each other.
//!
//! Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
//! a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
//! For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
//! exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
//! origin, where single precision loses every step of it.
//!
//! The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
//! how a simulation goes on.
//!
//! Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15.

mod cast;
mod chain;
mod character;
mod character_motion;
mod check;
pub mod constants;
mod contact_rules;
mod contacts;
mod error;
mod event_details;
mod events;
mod exports;
mod fluid;
mod fluid_forces;
mod groups;
mod hit;
mod ids;
mod interpolation;
mod joint;
mod joint_force;
mod mass;
mod motor;
mod moving;
mod one_way;
mod polygon;
mod query;
mod rest;
mod room;
mod seam;
mod simulation;
mod sleep;
mod snapshot;
mod submerged;
mod world;

pub use contacts::{Contact, Contacts, RtContact};
pub use error::Error;
pub use events::CollisionEvents;
pub use ids::{Body, Collider, Joint};
pub use world::World;

/// Result of the functions here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! { name: "rapier2d", title: "2D physics, in double precision", wraps: "rapier2d-f64" }
