use ffi_core::{
    Failure,
    error::{ArgumentError, Category, INVALID_ARGUMENT, UNKNOWN},
    json,
    memory::OutOfMemory,
};
use plugin_host::PluginError;
use std::path::PathBuf;

/// Errors of this library, beyond arguments that the boundary refuses.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    #[error(transparent)]
    Memory(#[from] OutOfMemory),
    #[error("`path` is {path}, which is no module: {reason}")]
    NotLoaded { path: String, reason: String },
    #[error("`path` is {0}, and this build holds no WebAssembly (cargo feature `wasm`)")]
    #[cfg_attr(feature = "wasm", allow(dead_code))]
    NoWasm(String),
    #[error("`name` is \"{name}\", and no module of that name lies in {}", join(.searched))]
    NotFound { name: String, searched: Vec<PathBuf> },
    #[error("the module lies at {}, which is not UTF-8", .0.display())]
    NotUtf8(PathBuf),
    #[error("`name` is \"{0}\", which is no module's name: letters, digits, `_`, `-` and `.` make one")]
    BadName(String),
    #[error("`name` has {0} bytes, more than a file's name may have")]
    LongName(usize),
    #[error("`options_json` is not usable: {0}")]
    Options(serde_json::Error),
    #[error("`message_type` is \"{0}\", which is none of init, command, query, mutation, event")]
    MessageType(String),
    #[error("`payload` is not JSON: {0}")]
    Payload(serde_json::Error),
    #[error("`payload` is no call: {0}")]
    Call(serde_json::Error),
    #[error("`ms` is {0}, below 0")]
    NegativeTime(i64),
    #[error("the module is busy: its last message ran out of time and has not ended")]
    Unanswered,
    #[error("the module is busy: other messages did not end within {0} ms")]
    Busy(i64),
    #[error("the module did not answer within {0} ms; until that message ends, it takes no other")]
    TimedOut(i64),
    #[error("the call did not end within {0} ms; it goes on, and its answer is lost")]
    Lost(i64),
    #[error("the module is inside a message on this very thread, and handles one at a time")]
    Recursion,
    #[error(
        "the module is inside a message that waits, over other modules, for the one that this call is inside of"
    )]
    Circle,
    #[error("the message was cancelled; until it ends, the module takes no other")]
    Cancelled,
    #[error("the message was cancelled before the module got it")]
    #[cfg_attr(not(feature = "wasm"), allow(dead_code))]
    CancelledBefore,
    #[error("no message that somebody waits for is inside the module")]
    NothingInside,
    #[error(
        "the message inside runs on the thread that sent it: only one with a time limit can be cancelled"
    )]
    NotCancelled,
    #[error("a message is inside the module: unload it when that has ended")]
    MessageInside,
    #[error("the thread of the module's last message has not ended: unload it when it has")]
    ThreadInside,
    #[error("the module was unloaded")]
    Unloaded,
    #[error("the module is dead: {0}")]
    #[cfg_attr(not(feature = "wasm"), allow(dead_code))]
    Dead(String),
    #[error("the module refused the message: {0}")]
    Refused(String),
    #[error("the module takes JSON and no bytes: it has no function `handle_bytes`")]
    NoBytes,
    #[error("`name` is \"{0}\", which is no function's name: 1 to 255 bytes without a NUL make one")]
    FunctionName(String),
    #[error("`name` is \"{0}\", and no function of that name is registered")]
    NoFunction(String),
    #[error("the call was answered already")]
    Answered,
    #[error("`ms` is {0}; it is -1 for no limit, or 0 and more")]
    MessageTime(i64),
    #[error("the module misbehaved: {0}")]
    Misbehaved(#[from] ProtocolError),
    #[error("the system gave no thread for the message: {0}")]
    NoThread(std::io::Error),
    #[error("the system gave no file descriptor for the events: {0}")]
    NoDescriptor(std::io::Error),
    #[error("`kinds` holds \"{0}\", which is none of window, gamepad, http, audio-ended, module")]
    EventKind(String),
    #[error("`timeout_ms` is {0}; it is -1 for no limit, or 0 and more")]
    EventTime(i64),
}

/// Faults of an answer, or what came instead of one.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum ProtocolError {
    #[error(transparent)]
    Plugin(#[from] PluginError),
    #[error("its answer is not UTF-8 at byte {0}")]
    NotUtf8(usize),
    #[error("its answer is no answer in JSON: {0}")]
    NotAReply(serde_json::Error),
    #[error("its answer has the status \"success\" and no data")]
    NoData,
    #[error("its answer has the status \"error\" and no error")]
    NoError,
    #[error("its alloc_string gave no memory for the message")]
    #[cfg_attr(not(feature = "wasm"), allow(dead_code))]
    NoRoom,
    #[error("{0}")]
    #[cfg_attr(not(feature = "wasm"), allow(dead_code))]
    Trapped(String),
}

fn join(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::NotLoaded { .. } | Self::Dead(_) | Self::Misbehaved(_) | Self::Refused(_) => {
                Category::Refused
            }
            Self::NoWasm(_) | Self::NoBytes => Category::Unsupported,
            Self::NotFound { .. } | Self::NoFunction(_) => Category::NotFound,
            Self::Unanswered | Self::Busy(_) | Self::TimedOut(_) | Self::Lost(_) => Category::TimedOut,
            Self::Unloaded => Category::StaleHandle,
            Self::NoThread(_) | Self::Memory(_) => Category::Limit,
            Self::Options(error) | Self::Payload(error) | Self::Call(error) => json::category(error),
            Self::NoDescriptor(reason) => Category::of_io(reason),
            Self::Cancelled | Self::CancelledBefore => Category::Refused,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        match self {
            Self::Misbehaved(_) | Self::Refused(_) | Self::NoThread(_) | Self::Dead(_) => UNKNOWN,
            _ => INVALID_ARGUMENT,
        }
    }
}
