//! 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
//!
//! Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
//! angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.

mod animation;
mod area_moment;
mod boolean_simplify;
mod check;
mod color;
pub mod constants;
mod error;
mod exports;
mod fill;
mod frame;
mod geometry;
mod options;
mod outline;
mod path;
mod picture;
mod raster;
mod stroke;

pub use animation::Animation;
pub use error::Error;
pub use exports::{IndexBuffer, PathBuilder, Transform, VertexBuffer};
pub use fill::FillTessellation;
pub use path::Path;
pub use stroke::StrokeTessellation;

ffi_core::library! { name: "lyon", index: 5, wraps: "lyon" }

type Result<T, E = Error> = std::result::Result<T, E>;
