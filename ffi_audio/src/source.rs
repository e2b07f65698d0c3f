//! A file as a decoder reads it: part of it, behind another beginning, with some of its bytes put right.

use crate::work::Work;
use std::{
    io::{self, Read, Seek, SeekFrom},
    sync::Arc,
};
use symphonia::core::io::MediaSource;

/// Changes to a file under which a decoder reads it.
#[derive(Default)]
pub struct Repair {
    /// Bytes before the first that the file gives.
    pub prefix: Vec<u8>,
    /// Place of that first byte.
    pub start: u64,
    /// End of the file, if not its own.
    pub end: Option<u64>,
    /// Bytes of the file that are read as others, by their place in it.
    pub patches: Vec<(u64, Vec<u8>)>,
}

/// The file as it is to be read.
pub struct RepairedSource<S> {
    source: S,
    repair: Repair,
    at: u64,
    length: u64,
    work: Arc<Work>,
}

impl<S: MediaSource> RepairedSource<S> {
    /// The file, read from its beginning.
    pub fn new(mut source: S, repair: Repair, work: Arc<Work>) -> io::Result<Self> {
        let end = source.byte_len().unwrap_or(u64::MAX);
        let end = repair.end.map_or(end, |stated| stated.min(end));
        let length = repair.prefix.len() as u64 + end.saturating_sub(repair.start);
        source.seek(SeekFrom::Start(repair.start))?;
        Ok(Self { source, repair, at: 0, length, work })
    }
}

impl<S: Read> Read for RepairedSource<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let room = left.min(out.len());
        let prefix = self.repair.prefix.len() as u64;
        let count =
            if let Some(rest) = self.repair.prefix.get(self.at as usize..).filter(|rest| !rest.is_empty()) {
                let count = rest.len().min(room);
                out[..count].copy_from_slice(&rest[..count]);
                count
            } else {
                let count = self.source.read(&mut out[..room])?;
                let from = self.at - prefix + self.repair.start;
                for (place, bytes) in &self.repair.patches {
                    for (place, byte) in (*place..).zip(bytes) {
                        if let Some(i) = place.checked_sub(from).filter(|&i| i < count as u64) {
                            out[i as usize] = *byte;
                        }
                    }
                }
                count
            };
        self.work.spend(count as u64)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl<S: Seek> Seek for RepairedSource<S> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.work.spend(0)?;
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.at.checked_add_signed(offset),
        };
        let to = to.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let within = to.saturating_sub(self.repair.prefix.len() as u64);
        self.source.seek(SeekFrom::Start(self.repair.start.saturating_add(within)))?;
        self.at = to;
        Ok(to)
    }
}

impl<S: MediaSource> MediaSource for RepairedSource<S> {
    fn is_seekable(&self) -> bool {
        true
    }
    fn byte_len(&self) -> Option<u64> {
        Some(self.length)
    }
}
