//! The project's own commands, as functions: the tests use them too.

pub mod abi;
pub mod build;
pub mod cc;
pub mod dist;
pub mod workspace;
