//! Files that do not tell how much sound there is: those that break off, and those of recorders that crashed or
//! wrote into a pipe. The sizes in the headers of WAV and AIFF are put right as they are read, and an Ogg file
//! ends with its last whole page.

use std::io::{self, Read, Seek, SeekFrom};
use symphonia::core::io::MediaSource;

/// So much after the sound, which is no chunk, is padding or another program's tag, and no sound.
const NO_SOUND: u64 = 4096;
/// No page of an Ogg file is longer.
const OGG_PAGE: u64 = 27 + 255 + 255 * 255;

/// Four bytes of the source that are read as others.
type Patch = (u64, [u8; 4]);

/// A source whose sizes are right.
pub struct RepairedSource<S> {
    source: S,
    at: u64,
    /// Where it ends, if not where the source does.
    end: Option<u64>,
    patches: Vec<Patch>,
}

impl<S: MediaSource> RepairedSource<S> {
    /// From the source's beginning.
    pub fn new(mut source: S) -> io::Result<Self> {
        let (mut end, mut patched) = (None, vec![]);
        let mut head = [0; 12];
        if source.is_seekable()
            && let Some(length) = source.byte_len().filter(|&length| length >= 12)
        {
            source.seek(SeekFrom::Start(0))?;
            source.read_exact(&mut head)?;
            if head.starts_with(b"OggS") {
                end = last_whole_page(&mut source, length)?;
            } else {
                patched = patches(&mut source, head, length)?;
            }
            source.seek(SeekFrom::Start(0))?;
        }
        Ok(Self { source, at: 0, end, patches: patched })
    }
}

impl<S: Read> Read for RepairedSource<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.end.map_or(u64::MAX, |end| end.saturating_sub(self.at));
        let room = usize::try_from(left).unwrap_or(usize::MAX).min(out.len());
        let count = self.source.read(&mut out[..room])?;
        for (from, bytes) in &self.patches {
            for (at, byte) in (*from..).zip(bytes) {
                if let Some(i) = at.checked_sub(self.at).filter(|&i| i < count as u64) {
                    out[i as usize] = *byte;
                }
            }
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl<S: Seek> Seek for RepairedSource<S> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match (to, self.end) {
            (SeekFrom::End(offset), Some(end)) => SeekFrom::Start(end.saturating_add_signed(offset)),
            _ => to,
        };
        self.at = self.source.seek(to)?;
        Ok(self.at)
    }
}

impl<S: MediaSource> MediaSource for RepairedSource<S> {
    fn is_seekable(&self) -> bool {
        self.source.is_seekable()
    }
    fn byte_len(&self) -> Option<u64> {
        self.end.or_else(|| self.source.byte_len())
    }
}

/// Where the last page ends that is there to its end, if there is one among the last.
fn last_whole_page<S: MediaSource>(source: &mut S, length: u64) -> io::Result<Option<u64>> {
    let from = length.saturating_sub(2 * OGG_PAGE);
    let mut tail = vec![0; (length - from) as usize];
    source.seek(SeekFrom::Start(from))?;
    source.read_exact(&mut tail)?;
    let pages = (0..tail.len()).rev().filter(|&at| tail[at..].starts_with(b"OggS"));
    let mut ends = pages.filter_map(|at| {
        let segments = usize::from(*tail.get(at + 26)?);
        let body: usize = tail.get(at + 27..at + 27 + segments)?.iter().copied().map(usize::from).sum();
        Some(at + 27 + segments + body).filter(|&end| end <= tail.len())
    });
    Ok(ends.next().map(|end| from + end as u64))
}

/// A file of chunks.
struct Chunks<'a, S> {
    source: &'a mut S,
    length: u64,
    /// Where the chunk around all others ends, as it says itself.
    stated: u64,
    little_endian: bool,
    /// The chunk that the sound is in, and what it holds before the first sample.
    sound: ([u8; 4], u64),
}

fn patches<S: MediaSource>(source: &mut S, head: [u8; 12], length: u64) -> io::Result<Vec<Patch>> {
    let (little_endian, sound) = match (&head[..4], &head[8..]) {
        (b"RIFF", b"WAVE") => (true, (*b"data", 0)),
        (b"FORM", b"AIFF" | b"AIFC") => (false, (*b"SSND", 8)),
        _ => return Ok(vec![]),
    };
    let mut chunks = Chunks { source, length, stated: 0, little_endian, sound };
    chunks.stated = 8 + chunks.number(&head[4..]);
    chunks.patches()
}

impl<S: MediaSource> Chunks<'_, S> {
    fn patches(&mut self) -> io::Result<Vec<Patch>> {
        let (mut patches, mut at, mut sound_ends) = (vec![], 12, 0);
        while let Some((tag, size)) = self.chunk(at)? {
            let mut end = at + 8 + size;
            if tag == self.sound.0 {
                end = self.end_of_sound(at, end)?;
                if end != at + 8 + size {
                    patches.push((at + 4, self.bytes(end - at - 8)));
                }
                sound_ends = end;
            } else if end > self.length {
                break;
            }
            at = end + (end - at) % 2;
        }
        let whole = at.min(self.length);
        if self.stated > whole || self.stated < sound_ends {
            patches.push((4, self.bytes(whole - 8)));
        }
        Ok(patches)
    }

    /// Where the sound of a chunk really ends that says it ends at `end`.
    fn end_of_sound(&mut self, at: u64, end: u64) -> io::Result<u64> {
        let next = end + (end - at) % 2;
        let empty = end <= at + 8 + self.sound.1;
        let goes_on = end > self.length
            || ((empty || next + NO_SOUND <= self.length) && next < self.length && !self.is_chunk(next)?);
        Ok(if goes_on { self.length } else { end })
    }

    /// True where a chunk begins that the file or the chunk around it has room for.
    fn is_chunk(&mut self, at: u64) -> io::Result<bool> {
        Ok(self.chunk(at)?.is_some_and(|(tag, size)| {
            tag.iter().all(|byte| (b' '..=b'~').contains(byte))
                && at + 8 + size <= self.length.max(self.stated)
        }))
    }

    /// The name and the size of the chunk at this place, where there is room for them.
    fn chunk(&mut self, at: u64) -> io::Result<Option<([u8; 4], u64)>> {
        if at + 8 > self.length {
            return Ok(None);
        }
        let mut head = [0; 8];
        self.source.seek(SeekFrom::Start(at))?;
        self.source.read_exact(&mut head)?;
        let [a, b, c, d, ..] = head;
        Ok(Some(([a, b, c, d], self.number(&head[4..]))))
    }

    fn number(&self, bytes: &[u8]) -> u64 {
        let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
        u64::from(if self.little_endian { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    /// The greatest number stands for an unknown size.
    fn bytes(&self, size: u64) -> [u8; 4] {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        if self.little_endian { size.to_le_bytes() } else { size.to_be_bytes() }
    }
}
