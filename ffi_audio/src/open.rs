//! Sound files and sounds in memory, opened and decoded without waiting for what never comes.

use crate::{
    block_decoder,
    decode::{self, Decoder},
    error::{DecodeError, Error, Result},
    region::Looping,
    sound_buffer::SoundBuffer,
    stream::Stream,
    supervise::supervised,
    work::Work,
};
use std::{fs::File, sync::Arc};

/// Decodes a whole file.
pub fn decode_file(path: &str) -> Result<SoundBuffer> {
    let file = open(path)?;
    let (name, work) = (path.to_owned(), Arc::<Work>::default());
    let own = work.clone();
    supervised(&work, move || Decoder::from_file(file, &name, &own).and_then(SoundBuffer::decode))
        .map_err(|reason| undecodable(path, reason))
}

/// Decodes a whole file in memory.
pub fn decode_memory(data: &[u8]) -> Result<SoundBuffer> {
    let own = copied(data)?;
    let work = Arc::<Work>::default();
    let worker = work.clone();
    supervised(&work, move || Decoder::from_memory(own, &worker).and_then(SoundBuffer::decode))
        .map_err(|reason| undecodable_data(data, reason))
}

/// Opens a file as music.
pub fn stream_file(path: &str, looping: Looping) -> Result<Stream> {
    let file = open(path)?;
    let (name, work) = (path.to_owned(), Arc::<Work>::default());
    let own = work.clone();
    Stream::open(work, looping, move || Decoder::from_file(file, &name, &own))
        .map(|stream| stream.with_path(path))
        .map_err(|reason| undecodable(path, reason))
}

/// Opens a whole file in memory as music.
pub fn stream_memory(data: &[u8], looping: Looping) -> Result<Stream> {
    let own = copied(data)?;
    let work = Arc::<Work>::default();
    let worker = work.clone();
    Stream::open(work, looping, move || Decoder::from_memory(own, &worker))
        .map_err(|reason| undecodable_data(data, reason))
}

fn copied(data: &[u8]) -> Result<Vec<u8>> {
    let mut own = vec![];
    own.try_reserve_exact(data.len()).map_err(|_| undecodable_data(data, DecodeError::OutOfMemory))?;
    own.extend_from_slice(data);
    Ok(own)
}

fn undecodable_data(data: &[u8], reason: DecodeError) -> Error {
    Error::Decode { name: "data", what: format!("{} bytes", data.len()), reason }
}

/// Counts the frames of a file, and gives its rate.
pub fn count_file(path: &str) -> Result<(u64, u32)> {
    let file = open(path)?;
    let (name, work) = (path.to_owned(), Arc::<Work>::default());
    let own = work.clone();
    let counted: block_decoder::Result<_> =
        supervised(&work, move || decode::count_frames(file, &name, &own));
    counted.map_err(|reason| undecodable(path, reason))
}

fn open(path: &str) -> Result<File> {
    ffi_core::file::open(path).map_err(|reason| Error::Open { path: path.to_owned(), reason })
}

fn undecodable(path: &str, reason: DecodeError) -> Error {
    Error::Decode { name: "path", what: format!("{path:?}"), reason }
}
