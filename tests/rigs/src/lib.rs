//! Displays and game pads for tests on machines that have neither, and a way to run each test in a process
//! and an environment of its own.

mod c;
pub mod fakepad;
pub mod held;
pub mod isolated;
mod kernelpad;
pub mod pads;
pub mod portal;
pub mod tools;
pub mod wayland;
pub mod x11;
