//! The functions that C calls, by topic.

mod animation;
mod buffers;
mod builder;
mod canvas;
mod color;
mod combine;
mod draw;
mod fill;
mod paint;
mod path;
mod picture;
mod shapes;
mod stroke;
mod svg;
mod text;
mod transform;
