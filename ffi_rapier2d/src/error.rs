//! Errors of physics calls.

use ffi_core::{
    error::{ArgumentError, Category, Failure, INVALID_ARGUMENT},
    memory::OutOfMemory,
};

/// Why a physics call failed.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    #[error("`{name}` is {value}, {rule}")]
    Number { name: &'static str, value: f64, rule: &'static str },
    #[error("`{name}` is {value}, {rule}")]
    Integer { name: &'static str, value: i64, rule: &'static str },
    #[error("`{name}` is {index}, and the indices here go from 0 to below {count}")]
    Index { name: &'static str, index: i64, count: usize },
    #[error("`min` is {min}, above `max`, which is {max}")]
    Limits { min: f64, max: f64 },
    #[error("`min` {min} and `max` {max} are a full turn or more apart, which limits nothing")]
    FullTurn { min: f64, max: f64 },
    #[error("`{x_name}` and `{y_name}` are both 0, which is no direction")]
    NoDirection { x_name: &'static str, y_name: &'static str },
    #[error("`body1` and `body2` are both {handle}: a joint ties two different bodies")]
    SameBody { handle: i64 },
    #[error("`vertices` holds {count} numbers, which is no list of x, y pairs")]
    OddVertices { count: usize },
    #[error("`vertices` has {count} different points: an outline takes at least 3")]
    FewVertices { count: usize },
    #[error("`vertices` has {count} different points, and a chain needs at least {least}")]
    ShortChain { count: usize, least: usize },
    #[error("`vertices` has {count} points: {limit} at most {what}")]
    ManyVertices { count: usize, limit: usize, what: &'static str },
    #[error("number {index} of `vertices` is {value}, {rule}")]
    Vertex { index: usize, value: f64, rule: &'static str },
    #[error("`vertices` encloses no area")]
    NoArea,
    #[error("the outline in `vertices` crosses or touches itself near point {point}")]
    NotSimple { point: usize },
    #[error("the outline in `vertices` cannot be cut into convex pieces")]
    NotDecomposable,
    #[error("there is no shape to cast")]
    NoShape,
    #[error("a character has one collider that is no sensor, and this body has none or several")]
    CharacterShape,
    #[error(
        "`world` does not keep where bodies were: call `rt_rapier2d_world_set_interpolation` before the step"
    )]
    NoInterpolation,
    #[error("a fluid is a box or a polygon, and `handle` is a collider of another shape")]
    FluidShape,
    #[error("`world` was freed during the call")]
    WorldFreed,
    #[error(
        "`world` was damaged by an internal error or a lack of memory during a step: it can only be read and freed"
    )]
    Damaged,
    #[error("no handle is left for another {0}")]
    NoHandle(&'static str),
    #[error("`snapshot` is no snapshot of a world: {0}")]
    Snapshot(&'static str),
    #[error("the world cannot be written as bytes: {0}")]
    Write(String),
    #[error(transparent)]
    Memory(#[from] OutOfMemory),
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::WorldFreed => Category::StaleHandle,
            Self::Index { .. } => Category::NotFound,
            Self::NoHandle(_) | Self::ManyVertices { .. } | Self::Memory(_) => Category::Limit,
            Self::Damaged | Self::Write(_) => Category::Internal,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        INVALID_ARGUMENT
    }
}
