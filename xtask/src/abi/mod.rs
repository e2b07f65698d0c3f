//! The interface, from the compiled archive to the files that describe it.

pub mod builder;
pub mod check;
mod facts;
pub mod files;
pub mod header;
pub mod manifest;
mod readme;
pub mod record;
pub mod rust;
pub mod signatures;

pub use manifest::{Callback, Field, Function, Library, Manifest, Object, Parameter, Struct};
