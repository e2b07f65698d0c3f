//! CAF files, after Apple's "Core Audio Format Specification 1.0": samples that are stored as they are, and what the
//! packet table says of the others.

use crate::{
    block_decoder::Result,
    chunk_file::{Encoding, Samples},
    trim::Trim,
};
use std::io::{Read, Seek, SeekFrom};

/// Most chunks that are looked at.
const MOST_CHUNKS: usize = 4096;

/// Contents of a CAF file.
pub enum Caf {
    /// Samples.
    Samples(Samples),
    /// A codec's packets, and what of them is the sound.
    Packets(Option<Trim>),
}

/// Reads the contents of the file; None where it is no CAF file.
pub fn content(source: &mut (impl Read + Seek), length: u64) -> Result<Option<Caf>> {
    let mut head = [0; 8];
    if length < 8 {
        return Ok(None);
    }
    source.seek(SeekFrom::Start(0))?;
    source.read_exact(&mut head)?;
    if &head[..4] != b"caff" {
        return Ok(None);
    }
    let (mut at, mut description, mut sound, mut table) = (8, vec![], None, vec![]);
    for _ in 0..MOST_CHUNKS {
        let mut head = [0; 12];
        if at + 12 > length {
            break;
        }
        source.seek(SeekFrom::Start(at))?;
        source.read_exact(&mut head)?;
        let size = be64(&head[4..]);
        let body = at + 12;
        // Only the sound may say -1: to the end of the file.
        let end = if size > i64::MAX as u64 { length } else { body.saturating_add(size).min(length) };
        match &head[..4] {
            b"desc" => description = read(source, body, end, 32)?,
            b"pakt" => table = read(source, body, end, 24)?,
            // Behind a count of edits.
            b"data" if sound.is_none() => sound = Some(((body + 4).min(end), end)),
            _ => {}
        }
        at = end;
    }
    if let (Some((start, end)), Some(found)) = (sound, samples(&description)) {
        return Ok(Some(Caf::Samples(Samples { start, end, ..found })));
    }
    let trim = (table.len() == 24).then(|| {
        let (length, start) = (be64(&table[8..16]), u64::from(be32(&table[16..20])));
        Trim { track: None, start, length: Some(length).filter(|&length| length > 0) }
    });
    Ok(Some(Caf::Packets(trim)))
}

fn read(source: &mut (impl Read + Seek), from: u64, to: u64, most: u64) -> Result<Vec<u8>> {
    let mut bytes = vec![0; (to - from).min(most) as usize];
    source.seek(SeekFrom::Start(from))?;
    source.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Format of samples that are stored as they are.
fn samples(description: &[u8]) -> Option<Samples> {
    if description.len() < 32 {
        return None;
    }
    let rate = f64::from_bits(be64(description));
    let (flags, per_packet) = (be32(&description[12..]), be32(&description[16..]) as usize);
    let (channels, bits) = (be32(&description[24..]) as usize, be32(&description[28..]));
    let bytes = per_packet.checked_div(channels)?;
    let encoding = match (&description[8..12], flags & 1 == 1, bytes) {
        (b"ulaw", ..) => Encoding::MuLaw,
        (b"alaw", ..) => Encoding::ALaw,
        (b"lpcm", true, 4) => Encoding::Float32,
        (b"lpcm", true, 8) => Encoding::Float64,
        (b"lpcm", false, 1..=8) if bits as usize <= 8 * bytes => Encoding::Integer(bytes),
        _ => return None,
    };
    let little_endian = flags & 2 == 2;
    Some(Samples { encoding, little_endian, channels, rate: rate.round() as u32, start: 0, end: 0 })
}

fn be32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

fn be64(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}
