//! What the exported functions do, offline; the real device has a program of its own.
#![allow(missing_docs)]

mod common;
mod files;
mod mixing;
mod music;
mod seeking;
mod space;
