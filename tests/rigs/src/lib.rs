//! Displays and game pads for tests on machines that have neither, and a way to run each test in a process
//! and an environment of its own.

pub mod fakepad;
pub mod isolated;
pub mod tools;
pub mod wayland;
pub mod x11;
