//! What of a track is its sound, where the container says so beside the codec.

/// The rest is what the encoder needed to begin and to fill its last packet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trim {
    /// The track that it is said of; None for the only one.
    pub track: Option<u32>,
    /// The first tick of the sound.
    pub start: u64,
    /// How many ticks it lasts, where that is known to the tick.
    pub length: Option<u64>,
}
