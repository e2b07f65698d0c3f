//! The functions that C calls, by topic.

mod buffers;
mod builder;
mod draw;
mod path;
mod shapes;
mod svg;
mod transform;

pub use buffers::{IndexBuffer, VertexBuffer};
pub use builder::PathBuilder;
pub use transform::Transform;
