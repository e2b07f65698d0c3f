//! The project's own commands, as functions: the tests use them too.

pub mod abi;
pub mod bench;
pub mod bindings;
pub mod build;
pub mod cc;
pub mod demo;
pub mod dist;
pub mod docs;
pub mod elsewhere;
pub mod files;
pub mod gpu_check;
pub mod index;
pub mod languages;
pub mod machine;
pub mod new_module;
pub mod platforms;
pub mod progress;
pub mod python;
pub mod runtime;
pub mod setup;
pub mod targets;
pub mod test;
pub mod verify;
pub mod words;
pub mod workspace;
