//! `cargo xtask dist`: the archive as a package that links first time.

pub mod finish;
pub mod licences;
mod package;

pub use package::{Package, package};
