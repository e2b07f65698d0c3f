//! Results of the exported functions, called as C calls them, against closed forms, other readers and each other.

mod bounds;
mod buffers;
mod c;
mod canvas;
mod combine;
mod contains;
mod decoding;
mod errors;
mod fill;
mod host;
mod measure;
mod offset;
mod paint;
mod pictures;
mod raster;
mod stroke;
mod stroke_shape;
mod svg;
mod text;
mod transforms;
