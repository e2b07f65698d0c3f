//! WAVE files, written as they grow.

use ffi_core::file_writer::FileWriter;
use std::io::{self, Seek, SeekFrom, Write};

/// Bytes before the samples.
const HEAD: u64 = 58;
/// The most bytes of samples that a file can say it has.
const MOST: u64 = u32::MAX as u64 - HEAD - 1;

/// A file under way.
pub struct WaveWriter {
    file: FileWriter,
    bits: u32,
    channels: usize,
    /// Bytes of samples that were written.
    written: u64,
    bytes: Vec<u8>,
}

impl WaveWriter {
    /// Begins a file of integers with 16 or 24 bits, or of floats with 32.
    pub fn begin(path: &str, bits: u32, rate: u32, channels: usize) -> io::Result<Self> {
        let mut file = FileWriter::begin(path)?;
        file.write_all(&head(bits, rate, channels, MOST as u32))?;
        Ok(Self { file, bits, channels, written: 0, bytes: vec![] })
    }

    /// Writes more samples.
    pub fn write(&mut self, samples: &[f32]) -> io::Result<()> {
        self.bytes.clear();
        for sample in samples {
            // A cast ends at the greatest number.
            match self.bits {
                16 => self.bytes.extend(((sample * 32_768.0).round() as i16).to_le_bytes()),
                24 => {
                    let number = (f64::from(*sample) * 8_388_608.0).round().clamp(-8_388_608.0, 8_388_607.0);
                    self.bytes.extend(&(number as i32).to_le_bytes()[..3]);
                }
                _ => self.bytes.extend(sample.to_le_bytes()),
            }
        }
        if self.written + self.bytes.len() as u64 > MOST {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a WAVE file takes no more than 4 GiB"));
        }
        self.file.write_all(&self.bytes)?;
        self.written += self.bytes.len() as u64;
        Ok(())
    }

    /// Ends it.
    pub fn finish(mut self) -> io::Result<()> {
        if !self.written.is_multiple_of(2) {
            self.file.write_all(&[0])?;
        }
        let size = |bytes: u64| (bytes as u32).to_le_bytes();
        // A pipe takes no more than it has: who reads it knows where it ends.
        if self.file.seek(SeekFrom::Start(4)).is_ok() {
            self.file.write_all(&size(HEAD - 8 + self.written.next_multiple_of(2)))?;
            self.file.seek(SeekFrom::Start(46))?;
            self.file.write_all(&size(self.written / self.frame()))?;
            self.file.seek(SeekFrom::Start(54))?;
            self.file.write_all(&size(self.written))?;
        }
        self.file.finish()
    }

    fn frame(&self) -> u64 {
        u64::from(self.bits / 8) * self.channels as u64
    }
}

/// The chunks before the samples: RIFF, `fmt ` with 18 bytes, `fact`, `data`.
fn head(bits: u32, rate: u32, channels: usize, size: u32) -> Vec<u8> {
    let frame = bits / 8 * channels as u32;
    let (format, no_more): (u16, u16) = (if bits == 32 { 3 } else { 1 }, 0);
    let mut head = b"RIFF".to_vec();
    head.extend((HEAD as u32 - 8).saturating_add(size).to_le_bytes());
    head.extend(b"WAVEfmt \x12\0\0\0");
    head.extend(format.to_le_bytes());
    head.extend((channels as u16).to_le_bytes());
    head.extend(rate.to_le_bytes());
    head.extend((rate * frame).to_le_bytes());
    head.extend((frame as u16).to_le_bytes());
    head.extend((bits as u16).to_le_bytes());
    head.extend(no_more.to_le_bytes());
    head.extend(b"fact\x04\0\0\0");
    head.extend((size / frame).to_le_bytes());
    head.extend(b"data");
    head.extend(size.to_le_bytes());
    head
}
