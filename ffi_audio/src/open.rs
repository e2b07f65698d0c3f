//! Sound files, opened without waiting.

use crate::{
    decode::Decoder,
    error::{DecodeError, Error, Result},
};
use std::fs::File;

/// Opens a sound file for decoding.
pub fn open(path: &str) -> Result<Decoder<'static>> {
    let unopened = |reason| Error::Open { path: path.to_owned(), reason };
    let file = open_at_once(path).map_err(unopened)?;
    if !file.metadata().map_err(unopened)?.is_file() {
        return Err(unopened(std::io::Error::other("it is no file")));
    }
    Decoder::from_file(file, path).map_err(|reason| undecodable(path, reason))
}

/// A pipe that nobody writes to would keep its reader waiting before it can be seen to be no file.
#[cfg(unix)]
fn open_at_once(path: &str) -> std::io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY | OFlags::NONBLOCK;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open_at_once(path: &str) -> std::io::Result<File> {
    File::open(path)
}

/// The failure of the file at this path.
pub fn undecodable(path: &str, reason: DecodeError) -> Error {
    Error::Decode { name: "path", what: format!("{path:?}"), reason }
}
