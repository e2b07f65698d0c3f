//! Decoding: compressed or not, from a file or from memory, block by block.

use crate::{
    au,
    block_decoder::{BlockDecoder, Result},
    caf::{self, Caf},
    chunk_file::{self, Content},
    container_decoder::ContainerDecoder,
    error::DecodeError,
    formats, header_repair, mp4,
    region::Region,
    sample_decoder::SampleDecoder,
    source::{Repair, RepairedSource},
    trim::Trim,
    work::Work,
};
use ffi_core::{memory, reserve};
use std::{
    any::Any,
    fs::File,
    io::{Cursor, Read, Seek, SeekFrom},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
};
use symphonia::core::io::MediaSource;

/// The formats whose decoders are built in.
pub const FORMATS: [&str; 15] = [
    "wav", "aiff", "au", "caf", "mp3", "mp2", "ogg", "opus", "flac", "m4a", "mp4", "aac", "webm", "mka",
    "mkv",
];

/// Most bytes of a file that a decoder keeps before it gives a sound: a packet, put together of pages, and a copy of
/// it.
const LONGEST_PACKET: u64 = 16 << 20;
/// Bytes that it takes beside: buffers, tables, the first block.
const BESIDE: usize = 2 << 20;

/// Fails where there is no memory for opening a file of that length: decoders do not ask for it.
fn room_to_open(length: u64) -> Result<()> {
    let packets = 3 * length.min(LONGEST_PACKET) as usize;
    memory::room_for(packets + BESIDE).map_err(|_| DecodeError::OutOfMemory)
}

/// A decoder whose panics are errors and whose calls end.
pub struct Decoder {
    inner: Box<dyn BlockDecoder>,
    work: Arc<Work>,
    length: u64,
    looped: Option<Region>,
}

impl Decoder {
    /// Opens a file; it is read as far as it is decoded.
    pub fn from_file(file: File, path: &str, work: &Arc<Work>) -> Result<Self> {
        Self::open(file, extension(path), work)
    }

    /// Opens a whole file in memory.
    pub fn from_memory(data: Vec<u8>, work: &Arc<Work>) -> Result<Self> {
        Self::open(Cursor::new(data), "", work)
    }

    fn open(mut source: impl MediaSource + 'static, extension: &str, work: &Arc<Work>) -> Result<Self> {
        let length = source.byte_len().ok_or(DecodeError::NoSound)?;
        room_to_open(length)?;
        work.begin(length);
        let mut head = vec![0; length.min(64) as usize];
        source.seek(SeekFrom::Start(0))?;
        source.read_exact(&mut head)?;
        let own = work.clone();
        let opened = guarded(move || {
            let plan = plan(&mut source, length, extension)?;
            let looped = plan.looped;
            let opened: Box<dyn BlockDecoder> = match plan.content {
                Content::Samples(samples) => {
                    let source = RepairedSource::new(source, Repair::default(), own)?;
                    Box::new(SampleDecoder::new(source, samples)?)
                }
                Content::Coded(repair, _) => {
                    let source = RepairedSource::new(source, repair, own)?;
                    Box::new(ContainerDecoder::open(source, &plan.extension, plan.trims)?)
                }
            };
            Ok((opened, looped))
        });
        let (inner, looped) = opened.map_err(|error| in_words(error, &head))?;
        Ok(Self { inner, work: work.clone(), length, looped })
    }
}

impl BlockDecoder for Decoder {
    fn rate(&self) -> u32 {
        self.inner.rate()
    }
    fn channels(&self) -> usize {
        self.inner.channels()
    }
    fn frames(&self) -> Option<u64> {
        self.inner.frames()
    }
    fn is_estimate(&self) -> bool {
        self.inner.is_estimate()
    }
    fn position(&self) -> u64 {
        self.inner.position()
    }
    fn looped(&self) -> Option<Region> {
        self.looped.or(self.inner.looped())
    }

    fn next_block(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        reserve::check().map_err(|_| DecodeError::OutOfMemory)?;
        self.work.begin(self.length);
        self.work.step();
        guarded(|| self.inner.next_block(out))
    }

    fn seek(&mut self, frame: u64) -> Result<()> {
        self.work.begin(self.length);
        guarded(|| self.inner.seek(frame))
    }
}

/// Counts the frames of a file without decoding them, and gives its rate.
pub fn count_frames(mut file: File, path: &str, work: &Arc<Work>) -> Result<(u64, u32)> {
    let length = file.byte_len().ok_or(DecodeError::NoSound)?;
    room_to_open(length)?;
    work.begin(length);
    let own = work.clone();
    let extension = extension(path);
    guarded(move || {
        let plan = plan(&mut file, length, extension)?;
        match plan.content {
            Content::Samples(samples) => {
                let source = RepairedSource::new(file, Repair::default(), own)?;
                let decoder = SampleDecoder::new(source, samples)?;
                Ok((decoder.frames().unwrap_or(0), decoder.rate()))
            }
            Content::Coded(repair, _) => {
                let source = RepairedSource::new(file, repair, own)?;
                ContainerDecoder::count(source, &plan.extension, plan.trims)
            }
        }
    })
}

/// Plan for reading a file.
struct Plan {
    content: Content,
    /// An ending that its name may have.
    extension: String,
    /// Bounds of the sound in its tracks.
    trims: Vec<Trim>,
    /// What a loop repeats of it, where that stands beside the codec.
    looped: Option<Region>,
}

fn plan(source: &mut (impl Read + Seek), length: u64, extension: &str) -> Result<Plan> {
    let plan = |content, extension: &str, trims| Plan {
        content,
        extension: extension.to_owned(),
        trims,
        looped: None,
    };
    if let Some((content, looped)) = chunk_file::content(source, length)? {
        let extension = if let Content::Coded(_, extension) = content { extension } else { "" };
        return Ok(Plan { looped, ..plan(content, extension, vec![]) });
    }
    match caf::content(source, length)? {
        Some(Caf::Samples(samples)) => return Ok(plan(Content::Samples(samples), "", vec![])),
        Some(Caf::Packets(trim)) => {
            return Ok(plan(Content::Coded(Repair::default(), ""), "caf", trim.into_iter().collect()));
        }
        None => {}
    }
    let mut head = [0; 24];
    let head = &mut head[..length.min(24) as usize];
    source.seek(SeekFrom::Start(0))?;
    source.read_exact(head)?;
    if let Some(samples) = au::samples(head, length)? {
        return Ok(plan(Content::Samples(samples), "", vec![]));
    }
    let trims = mp4::trims(source, length)?;
    let repair = header_repair::repair(source, length)?;
    let looped = header_repair::flac_loop(source, repair.start, length)?;
    Ok(Plan { looped, ..plan(Content::Coded(repair, ""), extension, trims) })
}

fn extension(path: &str) -> &str {
    Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or("")
}

/// A file of a format that is not decoded is called by its name.
fn in_words(error: DecodeError, head: &[u8]) -> DecodeError {
    match error {
        DecodeError::Format(_) | DecodeError::NoSound | DecodeError::BreaksOff if head.is_empty() => {
            DecodeError::Format("empty")
        }
        DecodeError::Format(_) | DecodeError::NoSound | DecodeError::Container(_) | DecodeError::Codec(_) => {
            formats::name(head).map_or(error, DecodeError::Format)
        }
        error => error,
    }
}

/// Decoders meet data that nobody has looked at, also on threads that no export guards.
fn guarded<T>(body: impl FnOnce() -> Result<T>) -> Result<T> {
    let _inside = ffi_core::guard::Inside::enter();
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload: Box<dyn Any + Send>| {
        Err(DecodeError::Panic(ffi_core::guard::describe(&*payload).to_owned()))
    })
}
