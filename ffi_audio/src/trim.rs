//! Bounds of the sound in a track, where the container tells them beside the codec.

/// The rest is what the encoder needed to begin and to fill its last packet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trim {
    /// The track that it is said of; None for the only one.
    pub track: Option<u32>,
    /// The first tick of the sound.
    pub start: u64,
    /// Number of ticks that it lasts, where that is known to the tick.
    pub length: Option<u64>,
}
