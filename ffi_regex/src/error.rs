use crate::compile::DEEPEST;
use ffi_core::{
    Failure,
    error::{Category, INVALID_ARGUMENT, UNKNOWN},
    memory::OutOfMemory,
};
use std::io;

/// What a call into this library can go wrong with, beyond arguments that the boundary refuses.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The pattern does not compile; the message is the crate's own, with the place.
    #[error("{0}")]
    Pattern(#[from] regex::Error),
    /// A start offset that is no place in the text.
    #[error("`start` is {start}, outside the {length} bytes of `text`")]
    StartOutside {
        /// The offset given.
        start: i64,
        /// The text's length.
        length: usize,
    },
    /// A start offset between the bytes of one character.
    #[error("`start` is {start}, inside a character of `text`")]
    StartInsideCharacter {
        /// The offset given.
        start: i64,
    },
    /// A count of replacements below 0.
    #[error("`limit` is {limit}, below 0")]
    NegativeLimit {
        /// The limit given.
        limit: i64,
    },
    /// A capture group that the pattern does not have.
    #[error("`name` is \"{name}\", which names no group of the pattern {pattern}")]
    NoSuchGroup {
        /// The name given.
        name: String,
        /// The pattern.
        pattern: String,
    },
    /// Options that are not what the function takes.
    #[error("`options_json` is not usable: {0}")]
    Options(#[from] serde_json::Error),
    /// More levels than there is stack for.
    #[error("`options_json` is not usable: `nest_limit` is {0}, above {DEEPEST}")]
    NestLimit(u32),
    /// A result that does not fit into memory.
    #[error("{0}")]
    Memory(#[from] OutOfMemory),
    /// A thread with the stack that a deep pattern takes.
    #[error("a pattern of so many levels takes a thread, which the system does not give: {0}")]
    NoThread(io::Error),
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Pattern(regex::Error::CompiledTooBig(_)) | Self::Memory(_) | Self::NoThread(_) => {
                Category::Limit
            }
            Self::NoSuchGroup { .. } => Category::NotFound,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        match self {
            Self::Memory(_) | Self::NoThread(_) => UNKNOWN,
            _ => INVALID_ARGUMENT,
        }
    }
}
