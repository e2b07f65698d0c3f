//! AU files, as Sun and NeXT describe them: 24 bytes, big-endian or, on some machines, little-endian, and samples.

use crate::{
    chunk_file::{Encoding, Samples},
    error::DecodeError,
};

/// Length of the data where it is unknown.
const UNKNOWN: u32 = u32::MAX;

/// The samples of the file that begins so; None where it is no AU file.
pub fn samples(head: &[u8], length: u64) -> Result<Option<Samples>, DecodeError> {
    let little_endian = match head.get(..4) {
        Some(b".snd") => false,
        Some(b"dns.") => true,
        _ => return Ok(None),
    };
    let number = |at: usize| {
        let four = head.get(at..at + 4).and_then(|four| four.try_into().ok())?;
        Some(if little_endian { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    };
    let broken = || DecodeError::BreaksOff;
    let start = u64::from(number(4).ok_or_else(broken)?);
    let size = number(8).ok_or_else(broken)?;
    let encoding = match number(12).ok_or_else(broken)? {
        1 => Encoding::MuLaw,
        bytes @ 2..=5 => Encoding::Integer(bytes as usize - 1),
        6 => Encoding::Float32,
        7 => Encoding::Float64,
        27 => Encoding::ALaw,
        other => return Err(DecodeError::Codec(format!("the AU file's encoding is {other}"))),
    };
    let rate = number(16).ok_or_else(broken)?;
    let channels = number(20).ok_or_else(broken)? as usize;
    // A recorder that was ended states no length or 0.
    let end = match size {
        0 | UNKNOWN => length,
        size => start.saturating_add(u64::from(size)).min(length),
    };
    Ok(Some(Samples { encoding, little_endian, channels, rate, start, end }))
}
