//! Errors, each as one sentence.

use ffi_core::{
    Failure,
    check::CheckError,
    children::AdoptError,
    error::{ArgumentError, Category},
    memory::OutOfMemory,
};

/// Why an audio call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The boundary refused an argument.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// A number outside what the parameter takes.
    #[error(transparent)]
    Number(#[from] CheckError),
    /// An engine that is shut down while the call runs, or no number left.
    #[error(transparent)]
    Adopt(#[from] AdoptError),
    /// The listener's two directions span no plane.
    #[error("`forward` ({forward}) and `up` ({up}) are zero or parallel, and give no orientation")]
    Orientation {
        /// The first direction.
        forward: Vector,
        /// The second.
        up: Vector,
    },
    /// A file that could not be opened.
    #[error("`path` is {path:?}, which could not be opened: {reason}")]
    Open {
        /// The path.
        path: String,
        /// The system's error.
        reason: std::io::Error,
    },
    /// Data that is no sound.
    #[error("`{name}` is {what}, which could not be decoded: {reason}")]
    Decode {
        /// The parameter.
        name: &'static str,
        /// The path or the size of the data.
        what: String,
        /// Why.
        reason: DecodeError,
    },
    /// Samples that do not fill whole frames, or none.
    #[error("`samples` has {count} samples, which is not a positive multiple of {channels} channels")]
    Frames {
        /// Number of samples given.
        count: usize,
        /// Number of samples of a frame.
        channels: i64,
    },
    /// An engine that is shut down while the call runs.
    #[error("`engine` was shut down during the call")]
    ShutDown,
    /// An engine that a device drives cannot be pulled.
    #[error("`engine` plays on a device, and only an offline engine can be rendered")]
    NotOffline,
    /// There is no device to play on.
    #[error("no audio output could be opened: {0}")]
    Device(String),
    /// There is no device to capture.
    #[error("no audio input could be opened: {0}")]
    Input(String),
    /// A device that is captured no more.
    #[error("`capture` has nothing left to read, and its input was lost: {0}")]
    Captured(String),
    /// More recordings than there can be.
    #[error("`engine` has 8 recordings, which is the most at a time")]
    Recordings,
    /// A recording that could not be written.
    #[error("the recording could not be written: {0}")]
    Recording(std::io::Error),
    /// A playback that has begun, which was to wait.
    #[error("`handle` is a playback that has begun; start it with `paused`")]
    Begun,
    /// A playback that was to wait for itself.
    #[error("`handle` and `before` are the same playback")]
    AfterItself,
    /// A playback that nothing more can be heard of.
    #[error("`handle` is a playback that has ended")]
    Ended,
    /// Music, whose loop is set when it starts.
    #[error("`handle` is music, whose loop is set by `loop_from` and `loop_to` when it is started")]
    LoopOfMusic,
    /// A loop without a frame.
    #[error("from {from} s to {to} s there is no frame to repeat")]
    EmptyLoop {
        /// Where it begins.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// Samples for a playback that takes none.
    #[error("`handle` is a playback that takes no samples; rt_audio_play_live starts one that does")]
    NotLive,
    /// Samples behind the end.
    #[error("`handle` is a playback whose samples were said to be all")]
    Finished,
    /// Live samples, which are heard once.
    #[error("`handle` plays live samples, which cannot be moved")]
    Live,
    /// Bytes that do not fill whole samples.
    #[error("`data` has {0} bytes, which is not a multiple of the 4 of a sample")]
    Bytes(usize),
    /// A playback without a place in the room.
    #[error("`handle` is a playback that has no position")]
    NoPosition,
    /// Options that are none.
    #[error("`options_json` cannot be taken: {0}")]
    Options(String),
    /// Memory that there is not.
    #[error(transparent)]
    Memory(#[from] OutOfMemory),
    /// More buses than there can be.
    #[error(
        "`engine` has 256 buses, which is the most; those that were freed count as long as something plays in them"
    )]
    Buses,
    /// A bus and a playback of two engines.
    #[error("they are of two engines")]
    OtherEngine,
    /// A mixer with nothing in it.
    #[error("`mixer` has no sources to play")]
    EmptyMixer,
    /// A stream that cannot jump.
    #[error("the music could not be moved to {seconds} s: {reason}")]
    Seek {
        /// The place that was asked for.
        seconds: f64,
        /// Why not.
        reason: DecodeError,
    },
    /// The system refused a thread.
    #[error("the engine's thread did not start: {0}")]
    Thread(std::io::Error),
}

impl Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::Open { reason, .. } | Self::Thread(reason) | Self::Recording(reason) => {
                Category::of_io(reason)
            }
            Self::Decode { reason, .. } | Self::Seek { reason, .. } => reason.category(),
            Self::ShutDown => Category::StaleHandle,
            Self::Memory(error) => error.category(),
            Self::Buses | Self::Recordings => Category::Limit,
            Self::Device(_) | Self::Input(_) | Self::Captured(_) => Category::Refused,
            Self::Number(error) => error.category(),
            Self::Adopt(error) => error.category(),
            _ => Category::InvalidArgument,
        }
    }
}

impl DecodeError {
    fn category(&self) -> Category {
        match self {
            Self::TooLong { .. } | Self::OutOfMemory => Category::Limit,
            Self::Panic(_) => Category::Internal,
            Self::Format(_) | Self::Codec(_) | Self::Channels(_) => Category::Unsupported,
            Self::Stalled(_) => Category::TimedOut,
            Self::Thread(error) => Category::of_io(error),
            Self::Read(error) => match Category::of_io(error) {
                // The data ends too early.
                Category::Refused => Category::InvalidArgument,
                category => category,
            },
            _ => Category::InvalidArgument,
        }
    }
}

/// Result of the exported functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why data could not be decoded.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The file could not be read on.
    #[error("it could not be read: {0}")]
    Read(#[from] std::io::Error),
    /// The data ends where there should be more.
    #[error("it breaks off before its sound begins")]
    BreaksOff,
    /// A format that no decoder here reads.
    #[error(
        "it is {0}; what can be decoded is WAV, AIFF, AU, CAF, MP3, Ogg and WebM with Vorbis or Opus, FLAC, and M4A with AAC or ALAC"
    )]
    Format(&'static str),
    /// A container that is damaged or lacks something.
    #[error("{0}")]
    Container(String),
    /// A codec that no decoder here reads.
    #[error("{0}, which cannot be decoded")]
    Codec(String),
    /// A container without sound in it.
    #[error("it holds no sound")]
    NoSound,
    /// Far louder than a codec that loses something can be.
    #[error("its sound is damaged: all of it is far beyond full scale")]
    TooLoud,
    /// A rate that is no rate for sound.
    #[error("its sample rate of {0} Hz is not between 1,000 and 768,000")]
    Rate(u32),
    /// More channels than can be mapped.
    #[error("its {0} channels are not between 1 and 255")]
    Channels(usize),
    /// A sound too long to hold decoded.
    #[error("its sound takes more than {limit_mib} MiB decoded; play it as music")]
    TooLong {
        /// The limit, in MiB.
        limit_mib: usize,
    },
    /// Memory that is not there.
    #[error("there is no memory for its sound")]
    OutOfMemory,
    /// A panic inside the decoder.
    #[error("the decoder broke down over it: {0}")]
    Panic(String),
    /// A decoder that comes to no end.
    #[error("its decoder came no further in {0:.1} s and was given up")]
    Stalled(f64),
    /// The playback was stopped meanwhile.
    #[error("it was stopped")]
    Stopped,
    /// The system refused a thread.
    #[error("a thread for its decoder did not start: {0}")]
    Thread(std::io::Error),
}

impl DecodeError {
    /// Describes symphonia's error in words for users: without its own names for its parts.
    pub fn of(error: symphonia::core::errors::Error, container: &str) -> Self {
        use symphonia::core::errors::Error;
        let within = match container {
            "" => "the file".to_owned(),
            name => format!("the {} file", name.to_uppercase()),
        };
        match error {
            Error::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Self::BreaksOff,
            Error::IoError(error) => Self::Read(error),
            Error::DecodeError(reason) => Self::Container(format!("{within} is damaged: {}", plain(reason))),
            Error::Unsupported(reason) if reason.starts_with("core (probe)") => {
                Self::Format("in no format that is known here")
            }
            Error::Unsupported(reason) if reason.starts_with("core (codec)") => {
                Self::Codec(format!("{within} holds an unknown codec"))
            }
            Error::Unsupported("aac: aac too complex") => {
                Self::Codec(format!("{within} holds AAC that is not LC with one or two channels"))
            }
            Error::Unsupported("isomp4: missing moov atom") => Self::BreaksOff,
            Error::Unsupported(reason) => {
                Self::Container(format!("{within} has something that cannot be decoded: {}", plain(reason)))
            }
            Error::LimitError(_) => Self::Container(format!("{within} is damaged: it states an absurd size")),
            Error::SeekError(_) => Self::Container(format!("{within} has no such place")),
            _ => Self::Container(format!("{within} changes its format")),
        }
    }
}

/// Without the name of the part that says so.
fn plain(reason: &str) -> &str {
    reason.split_once(": ").map_or(reason, |(_, reason)| reason)
}

/// Three coordinates in a message.
#[derive(Debug, Clone, Copy)]
pub struct Vector(pub [f64; 3]);

impl std::fmt::Display for Vector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [x, y, z] = self.0;
        write!(f, "{x}, {y}, {z}")
    }
}
