use crate::limits::{DEEPEST, LARGEST};
use ffi_core::{
    Failure,
    error::{ArgumentError, Category, INVALID_ARGUMENT, UNKNOWN},
    json,
    memory::OutOfMemory,
};
use regex_automata::meta::BuildError;
use std::io;

/// Bytes of a pattern that are shown on either side of what is wrong with it.
const SHOWN: usize = 40;
/// Patterns up to this length are shown as the crate shows them.
const SHORT: usize = 500;

/// Errors of this library, beyond arguments that the boundary refuses.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An argument that the boundary refuses.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// The pattern does not compile; the message is the crate's own, with the place.
    #[error("{0}")]
    Pattern(String),
    /// The pattern compiles to more than its limit.
    #[error("{0}")]
    TooLarge(regex::Error),
    /// A pattern of more bytes than are read.
    #[error("the pattern is {length} bytes long, and `size_limit` allows {longest}")]
    LongPattern {
        /// Length of the pattern.
        length: usize,
        /// A tenth of the limit, and 1 MiB at least.
        longest: usize,
    },
    /// A pattern whose classes take too much memory before any of it is compiled.
    #[error("reading the pattern would take up to {mib} MiB, and `size_limit` allows {most_mib}")]
    LargePattern {
        /// Memory that reading it would take.
        mib: usize,
        /// Memory that it may take: 32 times the limit.
        most_mib: usize,
    },
    /// A pattern with more groups than a search can keep.
    #[error(
        "a search that keeps its {groups} groups would take up to {mib} MiB: use `(?:…)` where no group is needed"
    )]
    Groups {
        /// Number of groups, group 0 included.
        groups: usize,
        /// Memory that a search would take.
        mib: usize,
    },
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
    #[error("`name` is \"{}\", which names no group of the pattern {}", cut(.name), cut(.pattern))]
    NoSuchGroup {
        /// The name given.
        name: String,
        /// The pattern.
        pattern: String,
    },
    /// Options that are not what the function takes.
    #[error("`options_json` is not usable: {}", cut(&.0.to_string()))]
    Options(#[from] serde_json::Error),
    /// More levels than there is stack for.
    #[error("`options_json` is not usable: `nest_limit` is {0}, above {DEEPEST}")]
    NestLimit(u32),
    /// A limit of memory that limits nothing.
    #[error("`options_json` is not usable: `{key}` is {bytes}, above {LARGEST}")]
    MemoryLimit {
        /// Name of the limit.
        key: &'static str,
        /// The value given.
        bytes: usize,
    },
    /// All matches of a pattern that has a time limit were not found within it.
    #[error("the matches were not all found within {0} ms (`time_ms`)")]
    TimedOut(u128),
    /// Memory that there is not.
    #[error("{0}")]
    Memory(#[from] OutOfMemory),
    /// A thread with the stack that a deep pattern takes.
    #[error("a pattern of so many levels takes a thread, which the system does not give: {0}")]
    NoThread(io::Error),
}

impl Error {
    /// The error of patterns that do not compile.
    pub fn from_build(error: &BuildError, patterns: &[&str]) -> Self {
        if let Some(limit) = error.size_limit() {
            return Self::TooLarge(regex::Error::CompiledTooBig(limit));
        }
        let Some(syntax) = error.syntax_error() else { return Self::Pattern(error.to_string()) };
        let pattern = patterns.get(error.pattern().map_or(0, |pattern| pattern.as_usize()));
        let (place, kind) = match syntax {
            regex_syntax::Error::Parse(error) => (error.span().start, error.kind().to_string()),
            regex_syntax::Error::Translate(error) => (error.span().start, error.kind().to_string()),
            _ => return Self::Pattern(syntax.to_string()),
        };
        match pattern {
            Some(pattern) if pattern.len() > SHORT => {
                let around = around(pattern, place.offset);
                Self::Pattern(format!(
                    "regex parse error at byte {} of {}:\n    {around}\nerror: {kind}",
                    place.offset,
                    pattern.len()
                ))
            }
            _ => Self::Pattern(syntax.to_string()),
        }
    }
}

/// The part of a long pattern that `offset` lies in.
fn around(pattern: &str, offset: usize) -> String {
    let boundary = |mut at: usize| {
        while !pattern.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(offset.min(pattern.len()).saturating_sub(SHOWN));
    let end = boundary((offset + SHOWN).min(pattern.len()));
    let (left, right) = (if start > 0 { "…" } else { "" }, if end < pattern.len() { "…" } else { "" });
    format!("{left}{}{right}", &pattern[start..end])
}

/// The beginning of what may be of any length.
fn cut(text: &str) -> String {
    let mut end = SHORT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end == text.len() { text.to_owned() } else { format!("{}…", &text[..end]) }
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::TooLarge(_)
            | Self::LongPattern { .. }
            | Self::LargePattern { .. }
            | Self::Groups { .. }
            | Self::Memory(_)
            | Self::NoThread(_) => Category::Limit,
            Self::TimedOut(_) => Category::TimedOut,
            Self::Options(error) => json::category(error),
            Self::Argument(error) => error.category(),
            Self::NoSuchGroup { .. } => Category::NotFound,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        match self {
            Self::Memory(_) | Self::NoThread(_) | Self::TimedOut(_) => UNKNOWN,
            Self::Argument(error) => error.code(),
            _ => INVALID_ARGUMENT,
        }
    }
}
