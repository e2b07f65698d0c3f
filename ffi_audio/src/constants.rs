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

/// How a sound falls off with its distance d from the listener, which counts from the reference distance on and up to
/// the greatest: the clamped formulas of OpenAL 1.1, section 3.4.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum DistanceModel {
    /// Everything is as loud as it is.
    Constant = 0,
    /// reference / (reference + rolloff · (d − reference)).
    Inverse = 1,
    /// 1 − rolloff · (d − reference) / (greatest − reference), and never below 0.
    Linear = 2,
    /// (d / reference) to the power of −rolloff.
    Exponential = 3,
}
