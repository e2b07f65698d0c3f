//! Errors of calls.

use ffi_core::error::{ArgumentError, Category};

/// Why a call failed.
#[derive(Debug, Clone, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(transparent)]
    Argument(ArgumentError),
    #[error("there is no display: {0}")]
    NoDisplay(String),
    #[error("the display could not be opened, and a process can try only once: {0}")]
    Unusable(String),
    #[error("the connection to the display was lost, and a process has only one")]
    Lost,
    #[error("`event_loop` was freed while the call waited")]
    LoopFreed,
    #[error("`window` is gone: it was freed during the call, or another program destroyed it")]
    WindowGone,
    #[error("the window could not be made: {0}")]
    NotMade(String),
    #[error("`{name}` is {value}, but must lie between {low} and {high}")]
    OutOfRange { name: &'static str, value: i64, low: i64, high: i64 },
    #[error("`opacity` is {0}, but must lie between 0 and 1")]
    Opacity(f64),
    #[error("`mode` is {mode}, but monitor {monitor} has {count} video modes")]
    NoVideoMode { mode: i64, monitor: String, count: usize },
    #[error(
        "`filters` holds {0:?}, but a kind of files is its name, a bar and patterns: \"Pictures|*.png;*.jpg\""
    )]
    Filter(String),
    #[error("`rate` is {0}, but must be 0 or lie between 1 and 1000")]
    Rate(f64),
    #[error("`{name}` has {length} bytes, and at most {most} are taken")]
    TooLong { name: &'static str, length: usize, most: usize },
    #[error("`{0}` holds a NUL")]
    Nul(&'static str),
    #[error("the least {what} would be {least} and the greatest {greatest}")]
    LeastOverGreatest { what: &'static str, least: i64, greatest: i64 },
    #[error("`config_json` is refused: {0}")]
    Config(String),
    #[error("{0} cannot be done here: {1}")]
    Impossible(&'static str, String),
    #[error("`event` is {article} {found} event, and not {wanted}")]
    WrongEvent { article: &'static str, found: &'static str, wanted: &'static str },
    #[error("`monitor_id` is {id}, but there are {count} monitors")]
    NoMonitor { id: i64, count: usize },
    #[error("`{name}` has {found} bytes, but {width} times {height} pixels have {wanted}")]
    PictureSize { name: &'static str, found: usize, width: i64, height: i64, wanted: i64 },
    #[error("the picture could not be shown: {0}")]
    Picture(String),
    #[error("`icon` is {0:?}, which is no name of a cursor")]
    NoCursor(String),
    #[error("`png` is no PNG file: its signature is missing")]
    NoPng,
    #[error("the clipboard could not be {what}: {reason}")]
    Clipboard { what: &'static str, reason: String },
}

impl ffi_core::Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::NoDisplay(_) | Self::NoMonitor { .. } | Self::NoVideoMode { .. } => Category::NotFound,
            Self::Unusable(_) | Self::Lost | Self::NotMade(_) => Category::Refused,
            Self::Picture(_) | Self::Clipboard { .. } => Category::Refused,
            Self::LoopFreed | Self::WindowGone => Category::StaleHandle,
            Self::Impossible(..) => Category::Unsupported,
            Self::TooLong { .. } => Category::Limit,
            _ => Category::InvalidArgument,
        }
    }
}
