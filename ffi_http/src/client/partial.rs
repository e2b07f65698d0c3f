//! A download's file while it is not whole, which a later download goes on with.

use crate::error::{Error, Result};
use hyper::{
    HeaderMap,
    header::{CONTENT_RANGE, ETAG, HeaderValue, LAST_MODIFIED},
};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// What is kept beside the part, to know whether it can be gone on with.
#[derive(Serialize, Deserialize)]
struct Origin {
    url: String,
    /// The content's `ETag`, or else its date.
    validator: String,
}

/// The longest such note.
const NOTE: u64 = 64 << 10;

/// What has come of a file, in a file beside it.
pub struct Partial {
    file: File,
    target: PathBuf,
    part: PathBuf,
    note: PathBuf,
    url: String,
    length: u64,
}

impl Partial {
    /// The part of `target`, of which `url` is the content; and what it is a part of, where that is known.
    pub fn open(target: &str, url: &str) -> Result<(Self, Option<HeaderValue>)> {
        let fail = |reason| Error::file(target, "written", reason);
        let beside = |end: &str| PathBuf::from(format!("{target}{end}"));
        let (part, note) = (beside(".part"), beside(".part.json"));
        let file = open(&part).map_err(fail)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::Error(error) => fail(error),
            TryLockError::WouldBlock => Error::state(format!("another download of {target:?} is under way")),
        })?;
        let length = file.metadata().map_err(fail)?.len();
        let mut partial = Self { file, target: target.into(), part, note, url: url.to_owned(), length };
        let validator = (length > 0).then(|| partial.validator()).flatten();
        if validator.is_none() {
            partial.begin(None).map_err(fail)?;
        }
        Ok((partial, validator))
    }

    /// How much of it there is.
    pub fn length(&self) -> u64 {
        self.length
    }

    fn validator(&self) -> Option<HeaderValue> {
        let (file, metadata) = crate::file::open_regular(&self.note).ok()?;
        let origin: Origin =
            (metadata.len() <= NOTE).then(|| serde_json::from_reader(file).ok()).flatten()?;
        (origin.url == self.url).then(|| HeaderValue::from_str(&origin.validator).ok()).flatten()
    }

    /// Begins anew, with content of this validator.
    pub fn begin(&mut self, headers: Option<&HeaderMap>) -> io::Result<()> {
        self.file.set_len(0)?;
        self.length = 0;
        match headers.and_then(validator_of) {
            Some(validator) => {
                let origin = Origin { url: self.url.clone(), validator };
                let text = serde_json::to_string(&origin).map_err(io::Error::other)?;
                ffi_core::file_writer::FileWriter::write(&self.note, text.as_bytes())
            }
            None => match fs::remove_file(&self.note) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            },
        }
    }

    /// Whether an answer with these fields goes on where the part ends; how long the whole is, where it says so.
    pub fn goes_on(&self, headers: &HeaderMap) -> Option<Option<u64>> {
        let range = headers.get(CONTENT_RANGE)?.to_str().ok()?.strip_prefix("bytes ")?;
        let (bounds, whole) = range.split_once('/')?;
        let first: u64 = bounds.split_once('-')?.0.parse().ok()?;
        (first == self.length).then(|| whole.parse().ok())
    }

    /// Adds what came next.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.length))?;
        ffi_core::signals::without_write_signals(|| self.file.write_all(bytes))?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Puts the whole file where it belongs.
    pub fn finish(self) -> io::Result<()> {
        if let Ok(old) = fs::metadata(&self.target) {
            let _ = self.file.set_permissions(old.permissions());
        }
        self.file.sync_all()?;
        fs::rename(&self.part, &self.target)?;
        match fs::remove_file(&self.note) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // A child that was forked meanwhile has it open, too.
        let _ = self.file.unlock();
    }
}

/// Opens the part, or makes it; what else lies there is left alone.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW | libc::O_NONBLOCK);
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "its part is no regular file"));
    }
    Ok(file)
}

/// What tells that content is the same as before, byte by byte (RFC 9110, 13.1.5): a strong `ETag`, or a date.
fn validator_of(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let strong = text(ETAG).filter(|tag| tag.starts_with('"'));
    strong.or_else(|| text(LAST_MODIFIED)).map(str::to_owned)
}
