//! `cargo xtask dist`: the archive as a package that links first time.

pub mod finish;
pub mod floor;
pub mod licences;
mod link;
pub mod linked;
mod names;
mod package;
mod plan;
pub mod sbom;
pub mod shared;

pub use names::Names;
pub use package::{Package, package};
pub use plan::{CORE, Plan, Variant};
