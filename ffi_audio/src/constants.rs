//! Names of the numbers that audio functions take.

use ffi_core::ffi_enum;

/// What a filter does.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum FilterKind {
    /// Lets what is below its frequency pass; 12 dB an octave.
    LowPass = 0,
    /// Lets what is above its frequency pass; 12 dB an octave.
    HighPass = 1,
    /// Lets what is around its frequency pass, there as loud as it was.
    BandPass = 2,
    /// Takes away what is around its frequency.
    Notch = 3,
    /// Raises or lowers what is around its frequency by its gain.
    Peak = 4,
    /// Raises or lowers what is below its frequency by its gain.
    LowShelf = 5,
    /// Raises or lowers what is above its frequency by its gain.
    HighShelf = 6,
    /// Turns phases about its frequency alone.
    AllPass = 7,
}
