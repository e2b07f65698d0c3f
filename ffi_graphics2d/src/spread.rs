//! Spread of a gradient: the colours beyond its ends.

use crate::{Result, check, constants::Spread};

/// The spread that an argument of that name stands for.
pub fn from_argument(spread: i64) -> Result<Spread> {
    Ok(match check::within("spread", spread, 0, 2)? {
        0 => Spread::Pad,
        1 => Spread::Repeat,
        _ => Spread::Reflect,
    })
}
