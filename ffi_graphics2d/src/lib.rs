//! 2D paths and text: made, measured, tessellated into triangles for a GPU, drawn into pictures and on canvases, and
//! saved.
//!
//! Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
//! angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.

mod animation;
mod area_moment;
mod blend;
mod boolean;
mod boolean_simplify;
mod buffers;
mod builder;
mod canvas;
mod check;
mod color;
pub mod constants;
mod coverage_row;
mod crossings;
mod decode;
mod drawing;
mod edge;
mod edge_order;
mod error;
mod exports;
mod fill;
mod fill_options;
mod fill_rule;
mod frame;
mod geometry;
mod gradient;
mod mask;
mod offset;
mod options;
mod outline;
mod paint;
mod parity_row;
mod path;
mod path_edges;
mod picture;
mod polygons;
mod polyline;
mod raster;
mod sampler;
mod spread;
mod stroke;
mod stroke_outline;
mod stroker;
mod text;
mod text_runs;
mod transform;

pub use animation::Animation;
pub use buffers::{IndexBuffer, VertexBuffer};
pub use builder::PathBuilder;
pub use error::Error;
pub use fill::FillTessellation;
pub use paint::Paint;
pub use path::Path;
pub use stroke::StrokeTessellation;
pub use text::Font;
pub use transform::Transform;

ffi_core::library! {
    name: "lyon",
    title: "vector graphics: paths, text, canvases",
    wraps: "lyon, harfrust, zune-jpeg",
}

type Result<T, E = Error> = std::result::Result<T, E>;
