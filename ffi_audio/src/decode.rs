//! Decoding: compressed or not, from a file or from memory, block by block.

use crate::{
    block_decoder::{BlockDecoder, Result},
    chunk_file::{self, Content},
    container_decoder::ContainerDecoder,
    error::DecodeError,
    formats, header_repair,
    sample_decoder::SampleDecoder,
    source::{Repair, RepairedSource},
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
pub const FORMATS: [&str; 5] = ["wav", "aiff", "mp3", "ogg", "flac"];

/// What a decoder keeps of a file at most before it gives a sound: a packet, put together of pages, and a copy of it.
const LONGEST_PACKET: u64 = 16 << 20;
/// What it has beside: buffers, tables, the first block.
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
            let opened: Box<dyn BlockDecoder> = match plan(&mut source, length, extension)? {
                (Content::Samples(samples), _) => {
                    let source = RepairedSource::new(source, Repair::default(), own)?;
                    Box::new(SampleDecoder::new(source, samples)?)
                }
                (Content::Coded(repair, _), extension) => {
                    let source = RepairedSource::new(source, repair, own)?;
                    Box::new(ContainerDecoder::open(source, &extension)?)
                }
            };
            Ok(opened)
        });
        let inner = opened.map_err(|error| in_words(error, &head))?;
        Ok(Self { inner, work: work.clone(), length })
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
    guarded(move || match plan(&mut file, length, extension)? {
        (Content::Samples(samples), _) => {
            let source = RepairedSource::new(file, Repair::default(), own)?;
            let decoder = SampleDecoder::new(source, samples)?;
            Ok((decoder.frames().unwrap_or(0), decoder.rate()))
        }
        (Content::Coded(repair, _), extension) => {
            ContainerDecoder::count(RepairedSource::new(file, repair, own)?, &extension)
        }
    })
}

/// How a file is to be read, and what its name may end with.
fn plan(source: &mut (impl Read + Seek), length: u64, extension: &str) -> Result<(Content, String)> {
    if let Some(content) = chunk_file::content(source, length)? {
        let extension = match &content {
            Content::Coded(_, extension) => (*extension).to_owned(),
            Content::Samples(_) => String::new(),
        };
        return Ok((content, extension));
    }
    Ok((Content::Coded(header_repair::repair(source, length)?, ""), extension.to_owned()))
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
