//! The exported functions, called as C calls them, against the formulas of mechanics and each other.

// Calling through the boundary is what these tests are for.
#![allow(unsafe_code, dead_code, missing_docs)]

extern crate ffi_rapier2d;

mod afloat;
mod between;
mod casts;
mod characters;
mod common;
mod joints;
mod meetings;
mod motion;
mod motors;
mod queries;
mod rest;
mod seams;
mod springs;
mod states;
mod touch;
