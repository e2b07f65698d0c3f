//! The window that a brotli stream asks for (RFC 7932, section 9.1), before the decoder reserves it.

use ffi_core::memory::room_for;
use std::io::{self, ErrorKind};

/// Bytes that the decoder takes beside the window: its tables of codes, and what it reads ahead.
const BESIDE: usize = 4 << 20;

/// Fails where a stream that begins with this byte is none that HTTP has, or where there is no room for its window.
pub fn check(first: u8) -> io::Result<()> {
    let bits = window_bits(first)
        .ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "its window is larger than RFC 7932 allows"))?;
    Ok(room_for((1 << bits) + BESIDE)?)
}

/// WBITS: 10 to 24. None for the one pattern that is reserved, behind which streams for other uses have windows of up
/// to 1 GiB.
fn window_bits(first: u8) -> Option<u32> {
    let (three, next) = (u32::from(first >> 1 & 7), u32::from(first >> 4 & 7));
    match (first & 1, three, next) {
        (0, _, _) => Some(16),
        (_, 1.., _) => Some(17 + three),
        (_, _, 0) => Some(17),
        (_, _, 1) => None,
        _ => Some(8 + next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of section 9.1, whose patterns are read from the right.
    #[test]
    fn windows_are_those_of_the_table() {
        let table = [
            (0b010_0001, 10),
            (0b011_0001, 11),
            (0b100_0001, 12),
            (0b101_0001, 13),
            (0b110_0001, 14),
            (0b111_0001, 15),
            (0b0, 16),
            (0b000_0001, 17),
            (0b0011, 18),
            (0b0101, 19),
            (0b0111, 20),
            (0b1001, 21),
            (0b1011, 22),
            (0b1101, 23),
            (0b1111, 24),
        ];
        for (pattern, bits) in table {
            assert_eq!(window_bits(pattern), Some(bits), "{pattern:b}");
        }
        assert_eq!(window_bits(0b001_0001), None);
        assert!(check(0b1111).is_ok() && check(0b001_0001).is_err());
    }
}
