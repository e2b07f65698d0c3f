//! Failure: what an exported function can go wrong with.

use crate::memory::{self, OutOfMemory};
use std::{
    fmt::{self, Write},
    io,
};

/// What sort of failure it is, in every library by the same number: for hosts that decide without reading.
#[crate::ffi_enum("ErrorCategory")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum Category {
    /// No failure.
    None = 0,
    /// An argument outside what the function takes, or a call out of order.
    InvalidArgument = 1,
    /// A handle that never was, was freed, or is of another kind.
    StaleHandle = 2,
    /// Nothing there: a file, a name, an item, a host.
    NotFound = 3,
    /// A peer, a device or the system said no, or broke off.
    Refused = 4,
    /// A time limit passed before it was done.
    TimedOut = 5,
    /// No memory, or more than a limit allows.
    Limit = 6,
    /// Not to be had on this platform, or in this build.
    Unsupported = 7,
    /// A fault inside the archive or a library that it wraps.
    Internal = 8,
}

impl Category {
    /// The category of what the system said.
    pub fn of_io(error: &io::Error) -> Self {
        use io::ErrorKind::*;
        match error.kind() {
            NotFound | NotADirectory => Self::NotFound,
            TimedOut => Self::TimedOut,
            OutOfMemory | StorageFull | QuotaExceeded | FileTooLarge => Self::Limit,
            Unsupported => Self::Unsupported,
            InvalidInput | InvalidFilename | IsADirectory => Self::InvalidArgument,
            _ => Self::Refused,
        }
    }
}

/// An error that can cross the boundary: its `Display` is one sentence, and some libraries number theirs.
pub trait Failure: fmt::Display {
    /// The category of this failure.
    fn category(&self) -> Category;

    /// The library's code for it; 99 is "unknown".
    fn code(&self) -> i64 {
        UNKNOWN
    }
}

/// Success.
pub const SUCCESS: i64 = 0;
/// The code of an argument that the boundary refused.
pub const INVALID_ARGUMENT: i64 = 5;
/// The code of an error that has none of its own.
pub const UNKNOWN: i64 = 99;

/// An argument that the boundary refuses, before the function proper is reached.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum ArgumentError {
    #[error("`{name}` is NULL")]
    Null { name: &'static str },
    #[error("`{name}` is not UTF-8: the byte at offset {offset} starts no valid character")]
    NotUtf8 { name: &'static str, offset: usize },
    #[error("item {index} of `{name}` is NULL")]
    NullItem { name: &'static str, index: usize },
    #[error("item {index} of `{name}` is not UTF-8: the byte at offset {offset} starts no valid character")]
    ItemNotUtf8 { name: &'static str, index: usize, offset: usize },
    #[error("the count of `{name}` is {count}, which no array has")]
    BadCount { name: &'static str, count: i64 },
    #[error("`{name}` has {count} items, for which there is no memory")]
    TooMany { name: &'static str, count: usize },
    #[error("`{name}` does not begin at a multiple of {align} bytes")]
    Unaligned { name: &'static str, align: usize },
    #[error("`{name}` is {handle}, which was never the handle of a {expected}")]
    NoHandle { name: &'static str, handle: i64, expected: &'static str },
    #[error("`{name}` is {handle}, a {expected} that was freed")]
    FreedHandle { name: &'static str, handle: i64, expected: &'static str },
    #[error("`{name}` is {handle}, the handle of a {found} and not of a {expected}")]
    ForeignHandle { name: &'static str, handle: i64, expected: &'static str, found: &'static str },
    #[error("`{name}` is {handle}, {reason}")]
    Unsuitable { name: &'static str, handle: i64, reason: &'static str },
}

impl Failure for ArgumentError {
    fn category(&self) -> Category {
        match self {
            Self::NoHandle { .. } | Self::FreedHandle { .. } | Self::ForeignHandle { .. } => {
                Category::StaleHandle
            }
            Self::TooMany { .. } => Category::Limit,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        INVALID_ARGUMENT
    }
}

impl Failure for OutOfMemory {
    fn category(&self) -> Category {
        Category::Limit
    }
}

/// Why a call failed: a sentence, a category and the library's own code. Thin, so that it costs a call that
/// succeeds nothing.
pub struct Reason(Box<Parts>);

struct Parts {
    text: String,
    category: Category,
    code: i64,
}

impl Reason {
    /// A reason of these parts.
    pub fn new(text: String, category: Category, code: i64) -> Self {
        Self(Box::new(Parts { text, category, code }))
    }

    /// The sentence.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The category.
    pub fn category(&self) -> Category {
        self.0.category
    }

    /// The library's own code.
    pub fn code(&self) -> i64 {
        self.0.code
    }
}

impl<E: Failure> From<E> for Reason {
    #[cold]
    fn from(error: E) -> Self {
        let mut text = Sentence(String::new());
        let _ = write!(text, "{error}");
        Self::new(text.0, error.category(), error.code())
    }
}

/// An error's sentence, cut where it repeats an argument that is long.
struct Sentence(String);

/// The longest in bytes, without what says that it is cut.
const LONGEST: usize = 8 << 10;

impl Write for Sentence {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.floor_char_boundary(LONGEST.saturating_sub(self.0.len()));
        let is_cut = end < text.len();
        let (text, cut) = (&text[..end], if is_cut { "…" } else { "" });
        memory::reserve_text(&mut self.0, text.len() + cut.len()).map_err(|_| fmt::Error)?;
        self.0.extend([text, cut]);
        if is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

/// Returns an error's sentence, followed by those of its causes that it does not contain.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text = format!("{text}: {next}");
        }
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_repeats_a_long_argument_is_cut() {
        struct Long(usize);
        impl fmt::Display for Long {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`text` is {}, which is long", "é".repeat(self.0))
            }
        }
        impl Failure for Long {
            fn category(&self) -> Category {
                Category::InvalidArgument
            }
        }
        assert_eq!(Reason::from(Long(100)).text(), Long(100).to_string());
        let cut = Reason::from(Long(1 << 20));
        assert!(cut.text().ends_with("é…") && cut.text().len() <= LONGEST + "…".len());
    }
}
