//! Sound that is stored as it is: samples of a file, read and converted.

use crate::{
    block_decoder::{BlockDecoder, Result, check_channels, check_rate, sanitize},
    chunk_file::{Encoding, Samples},
    error::DecodeError,
};
use std::io::{Read, Seek, SeekFrom};

/// Frames of a block.
const FRAMES: usize = 4096;

/// A file of samples.
pub struct SampleDecoder<S> {
    source: S,
    samples: Samples,
    frames: u64,
    position: u64,
    bytes: Vec<u8>,
}

impl<S: Read + Seek + Send> SampleDecoder<S> {
    /// A decoder that begins with the first sample.
    pub fn new(source: S, samples: Samples) -> Result<Self> {
        check_channels(samples.channels)?;
        check_rate(samples.rate)?;
        let frame = (samples.channels * samples.encoding.bytes()) as u64;
        let frames = samples.end.saturating_sub(samples.start) / frame;
        if frames == 0 {
            return Err(DecodeError::NoSound);
        }
        let mut decoder =
            Self { source, samples, frames, position: 0, bytes: vec![0; FRAMES * frame as usize] };
        decoder.seek(0)?;
        Ok(decoder)
    }

    fn frame(&self) -> usize {
        self.samples.channels * self.samples.encoding.bytes()
    }

    fn fill(&mut self, wanted: usize) -> Result<usize> {
        let mut there = 0;
        while there < wanted {
            match self.source.read(&mut self.bytes[there..wanted]) {
                Ok(0) => break,
                Ok(count) => there += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(there)
    }
}

impl<S: Read + Seek + Send> BlockDecoder for SampleDecoder<S> {
    fn rate(&self) -> u32 {
        self.samples.rate
    }
    fn channels(&self) -> usize {
        self.samples.channels
    }
    fn frames(&self) -> Option<u64> {
        Some(self.frames)
    }
    fn position(&self) -> u64 {
        self.position
    }

    fn next_block(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        let frames = self.frames.saturating_sub(self.position).min(FRAMES as u64) as usize;
        if frames == 0 {
            return Ok(false);
        }
        let frame = self.frame();
        let there = self.fill(frames * frame)? / frame;
        if there == 0 {
            // The file has become shorter.
            self.position = self.frames;
            return Ok(false);
        }
        let from = out.len();
        out.try_reserve(there * self.samples.channels).map_err(|_| DecodeError::OutOfMemory)?;
        convert(&self.bytes[..there * frame], self.samples.encoding, self.samples.little_endian, out);
        sanitize(&mut out[from..]);
        self.position += there as u64;
        Ok(true)
    }

    fn seek(&mut self, frame: u64) -> Result<()> {
        self.position = frame.min(self.frames);
        let at = self.samples.start + self.position * self.frame() as u64;
        self.source.seek(SeekFrom::Start(at))?;
        Ok(())
    }
}

fn convert(bytes: &[u8], encoding: Encoding, little_endian: bool, out: &mut Vec<f32>) {
    match (encoding, little_endian) {
        (Encoding::Unsigned8, _) => out.extend(bytes.iter().map(|&byte| (f32::from(byte) - 128.0) / 128.0)),
        (Encoding::ALaw, _) => out.extend(bytes.iter().map(|&byte| f32::from(a_law(byte)) / 32_768.0)),
        (Encoding::MuLaw, _) => out.extend(bytes.iter().map(|&byte| f32::from(mu_law(byte)) / 32_768.0)),
        (Encoding::Integer(2), true) => {
            let (pairs, _) = bytes.as_chunks();
            out.extend(pairs.iter().map(|&pair| f32::from(i16::from_le_bytes(pair)) / 32_768.0));
        }
        (Encoding::Integer(2), false) => {
            let (pairs, _) = bytes.as_chunks();
            out.extend(pairs.iter().map(|&pair| f32::from(i16::from_be_bytes(pair)) / 32_768.0));
        }
        (Encoding::Integer(size), _) => {
            out.extend(bytes.chunks_exact(size).map(|sample| integer(sample, little_endian)));
        }
        (Encoding::Float32, _) => {
            let (fours, _) = bytes.as_chunks();
            let of = if little_endian { f32::from_le_bytes } else { f32::from_be_bytes };
            out.extend(fours.iter().map(|&four| of(four)));
        }
        (Encoding::Float64, _) => {
            let (eights, _) = bytes.as_chunks();
            let of = if little_endian { f64::from_le_bytes } else { f64::from_be_bytes };
            out.extend(eights.iter().map(|&eight| of(eight) as f32));
        }
    }
}

/// The most significant 32 bits as they are at full scale; a float has fewer anyway.
fn integer(sample: &[u8], little_endian: bool) -> f32 {
    let mut top = [0; 4];
    let bytes = sample.iter();
    if little_endian {
        top.iter_mut().zip(bytes.rev()).for_each(|(top, byte)| *top = *byte);
    } else {
        top.iter_mut().zip(bytes).for_each(|(top, byte)| *top = *byte);
    }
    (f64::from(i32::from_be_bytes(top)) / 2_147_483_648.0) as f32
}

/// ITU-T G.711, table 1a.
fn a_law(byte: u8) -> i16 {
    let byte = byte ^ 0x55;
    let (segment, step) = (byte >> 4 & 7, i16::from(byte & 0xf));
    let magnitude = if segment == 0 { (step << 4) + 8 } else { ((step << 4) + 0x108) << (segment - 1) };
    if byte & 0x80 != 0 { magnitude } else { -magnitude }
}

/// ITU-T G.711, table 2a.
fn mu_law(byte: u8) -> i16 {
    let byte = !byte;
    let magnitude = (((i16::from(byte & 0xf) << 3) + 0x84) << (byte >> 4 & 7)) - 0x84;
    if byte & 0x80 != 0 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values at the ends and in the middle of G.711's tables, scaled to 16 bits.
    #[test]
    fn the_laws_are_their_tables() {
        for (byte, value) in
            [(0xd5, 8), (0x55, -8), (0xaa, 32_256), (0x2a, -32_256), (0xc5, 264), (0xe5, 1056)]
        {
            assert_eq!(a_law(byte), value, "A-law {byte:#x}");
        }
        for (byte, value) in [(0xff, 0), (0x7f, 0), (0x80, 32_124), (0x00, -32_124), (0xef, 132), (0xf0, 120)]
        {
            assert_eq!(mu_law(byte), value, "µ-law {byte:#x}");
        }
    }

    #[test]
    fn integers_of_every_width_reach_full_scale() {
        for size in 1..=8_usize {
            let mut most = vec![0xff; size];
            most[0] = 0x7f;
            assert!((integer(&most, false) - 1.0).abs() < 0.01, "{size}");
            most.reverse();
            assert!((integer(&most, true) - 1.0).abs() < 0.01, "{size}");
            let mut least = vec![0; size];
            least[0] = 0x80;
            assert_eq!(integer(&least, false), -1.0);
        }
    }
}
