//! Errors of calls.

use ffi_core::{
    Failure,
    error::{ArgumentError, Category},
    json,
    memory::OutOfMemory,
};
use std::io;

/// Why a call failed, in one sentence.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    #[error("`text` is {text:?}, which names no colour: {reason}")]
    Color { text: String, reason: String },
    #[error("`{name}` is {value}, which is no finite number")]
    NotFinite { name: &'static str, value: f64 },
    #[error("item {index} of `{name}` is {value:?}, which is no finite number from -1e30 to 1e30")]
    BadItem { name: &'static str, index: usize, value: f64 },
    #[error("item {index} of `{name}` is {value:?}, which is no length from 0 to 1e30")]
    BadLength { name: &'static str, index: usize, value: f64 },
    #[error("`{name}` is {value:?}, and coordinates go from -1e30 to 1e30")]
    TooFar { name: &'static str, value: f64 },
    #[error("`{name}` would lead to a coordinate of {value:?}, and they go from -1e30 to 1e30")]
    LeadsTooFar { name: &'static str, value: f64 },
    #[error("`{name}` would lead to a transform with {value} in it")]
    Overflow { name: &'static str, value: f64 },
    #[error("`{name}` is {value:?}, which is below 0")]
    Negative { name: &'static str, value: f64 },
    #[error("`{name}` is {value:?}, which is not above 0")]
    NotPositive { name: &'static str, value: f64 },
    #[error("`{name}` is {value:?}, which is not from {least:?} to {most:?}")]
    NumberOutOfRange { name: &'static str, value: f64, least: f64, most: f64 },
    #[error("`{name}` is {value}, which is not from {least} to {most}")]
    OutOfRange { name: &'static str, value: i64, least: i64, most: i64 },
    #[error("`{name}` is {value}, and the buffer holds {count}")]
    NoSuchItem { name: &'static str, value: i64, count: usize },
    #[error("`builder` has no open subpath: begin comes first")]
    NoSubpath,
    #[error("`points` holds {len} numbers, and {num_points} points take {needed}")]
    TooFewNumbers { len: usize, num_points: i64, needed: i64 },
    #[error("`path` holds no point, so it has no {what}")]
    EmptyPath { what: &'static str },
    #[error("`path` has no length, so there is no point along it")]
    NoLength,
    #[error("`pattern` adds up to {sum:?}, and dashes need a length above 0")]
    EmptyPattern { sum: f64 },
    #[error("`pattern` would cut `path` into about {count:.0} dashes, and {most} is the most")]
    TooManyDashes { count: f64, most: usize },
    #[error(
        "`tolerance` is {tolerance:?}, with which the curves of `path` take about {count:.0} lines, and {most} is the most"
    )]
    TooFine { tolerance: f64, count: f64, most: usize },
    #[error("the tessellation of `path` takes more than {most} vertices, which is the most")]
    TooManyVertices { most: usize },
    #[error(
        "`width` is {width:?}, which vanishes beside a path {extent:?} across (the least is 1e-7 of that)"
    )]
    TooThin { width: f64, extent: f64 },
    #[error(
        "`distance` is {distance:?}, which vanishes beside a path {extent:?} across (the least is 1e-9 of that)"
    )]
    TooNear { distance: f64, extent: f64 },
    #[error(
        "`tolerance` is {tolerance:?}, with which curves that are rounder than `distance` have more than {most} corners, \
         which is the most; a coarser one takes fewer"
    )]
    TooTight { tolerance: f64, most: usize },
    #[error("the lines of the paths cross about {count:.0} times, and {most} is the most")]
    TooManyCrossings { count: f64, most: usize },
    #[error("lyon cannot tessellate `path`: {0}")]
    Tessellation(String),
    #[error("no triangles are found that cover what `path` encloses")]
    Unfilled,
    #[error("`options_json` is no JSON object: {0}")]
    OptionsSyntax(serde_json::Error),
    #[error("`options_json` has the key `{0}`, which is none of line_cap, line_join, miter_limit")]
    OptionsKey(String),
    #[error("`options_json` has {value} for `{key}`, which is not {allowed}")]
    OptionsValue { key: &'static str, value: String, allowed: &'static str },
    #[error("`d` is wrong at byte {offset}: {what}")]
    Svg { offset: usize, what: String },
    #[error("`transform` has no inverse: it flattens the plane")]
    NotInvertible,
    #[error("the buffer `{name}` has {len} bytes, and {what} takes {needed}")]
    BufferSize { name: &'static str, len: usize, needed: usize, what: String },
    #[error("the answer takes {bytes} bytes, and there is not that much memory")]
    NoMemory { bytes: usize },
    #[error(transparent)]
    Memory(#[from] OutOfMemory),
    #[error("`file` is {file}: {reason}")]
    File { file: String, reason: io::Error },
    #[error("the picture cannot be encoded: {0}")]
    Encoding(String),
    #[error("`{name}` holds {len} numbers, and each placement is four: x, y, angle and scale")]
    Placements { name: &'static str, len: usize },
    #[error("`{name}` holds {len} items, and {placements} placements take 1 or {placements}")]
    Items { name: &'static str, len: usize, placements: usize },
    #[error("{source_name} is no picture: {what}")]
    Picture { source_name: String, what: String },
    #[error("{source_name} has no font {index}: {what}")]
    Font { source_name: String, index: u32, what: &'static str },
    #[error("`text` has a line of {len} bytes, which the font makes more of than can be shaped")]
    Shaping { len: usize },
    #[error("`options_json` has the key `{0}`, which is none of fill_rule, opacity, blend")]
    FillOptionsKey(String),
    #[error(
        "`offsets` holds {offsets} items and `colors` {colors}, and a gradient takes 1 to {most}, as many of each"
    )]
    Stops { offsets: usize, colors: usize, most: usize },
    #[error("item {index} of `offsets` is {value:?}, which is not from {least:?} to 1.0")]
    Offset { index: usize, value: f64, least: f64 },
    #[error("the gradient {0}")]
    FlatGradient(&'static str),
    #[error("the animation was to have {expected} frames and got {got}")]
    MissingFrames { expected: u32, got: u32 },
    #[error("the animation has all its {0} frames")]
    NoMoreFrames(u32),
    #[error("the animation is broken: an earlier frame could not be written")]
    BrokenAnimation,
}

impl Error {
    /// A file that cannot be written.
    pub fn file(file: &str, reason: impl Into<io::Error>) -> Self {
        Self::File { file: file.to_owned(), reason: reason.into() }
    }
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::OptionsSyntax(error) => json::category(error),
            Self::NoSuchItem { .. } => Category::NotFound,
            Self::TooManyDashes { .. }
            | Self::TooFine { .. }
            | Self::TooTight { .. }
            | Self::TooManyCrossings { .. } => Category::Limit,
            Self::Shaping { .. } | Self::TooManyVertices { .. } | Self::NoMemory { .. } | Self::Memory(_) => {
                Category::Limit
            }
            Self::File { reason, .. } => Category::of_io(reason),
            Self::BrokenAnimation => Category::Refused,
            Self::Tessellation(_) | Self::Unfilled | Self::Encoding(_) => Category::Internal,
            _ => Category::InvalidArgument,
        }
    }
}
