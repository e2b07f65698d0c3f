//! The file of a model, read at given places.

use crate::error::{CudaError, Result};
use std::{
    fs::File,
    io::{self, ErrorKind},
    time::SystemTime,
};

/// So many bytes are read at once: some systems take no more than 2 GiB.
const MOST_AT_ONCE: usize = 1 << 30;

/// An open regular file.
///
/// The header and all that is copied are read by position: a file that shrinks meanwhile is an error then, and would end
/// the process through a mapping.
pub struct ModelFile {
    file: File,
    size: u64,
    modified: Option<SystemTime>,
    path: String,
}

impl ModelFile {
    pub(crate) fn open(path: &str) -> Result<Self> {
        let fail = |error| failure(path, error);
        let file = ffi_core::file::open(path).map_err(fail)?;
        let metadata = file.metadata().map_err(fail)?;
        Ok(Self { file, size: metadata.len(), modified: metadata.modified().ok(), path: path.to_owned() })
    }

    /// The path by which the host called it.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The bytes that it had when it was opened.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// The system's descriptor or handle, for who maps the file.
    pub(crate) fn raw(&self) -> isize {
        raw(&self.file)
    }

    /// The file is not what it has to be.
    pub(crate) fn fail(&self, why: impl std::fmt::Display) -> CudaError {
        failure(&self.path, why)
    }

    /// An error where the file was written to since it was opened: a mapping of it has other numbers, or none.
    pub(crate) fn check_unchanged(&self) -> Result<()> {
        let metadata = self.file.metadata().map_err(|error| self.fail(error))?;
        if metadata.len() == self.size && metadata.modified().ok() == self.modified {
            return Ok(());
        }
        Err(CudaError::ModelLoadFailed(format!(
            "the model's file \"{}\" was changed while the model is in use: load it again, and replace files by \
             renaming others over them",
            self.path
        )))
    }

    /// Fills `into` with the bytes from `offset` on; an error where the file has fewer.
    pub(crate) fn read_at(&self, mut offset: u64, mut into: &mut [u8]) -> Result<()> {
        while !into.is_empty() {
            let most = into.len().min(MOST_AT_ONCE);
            match read_some(&self.file, offset, &mut into[..most]) {
                Ok(0) => {
                    return Err(
                        self.fail(format!("ends before offset {offset}: it shrank while it was read"))
                    );
                }
                Ok(count) => {
                    into = &mut into[count..];
                    offset += count as u64;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(self.fail(error)),
            }
        }
        Ok(())
    }
}

/// The file of a model, or those that it was split into.
pub struct ModelFiles {
    pub(crate) first: ModelFile,
    pub(crate) others: Vec<ModelFile>,
}

impl ModelFiles {
    pub(crate) fn of(file: ModelFile) -> Self {
        Self { first: file, others: Vec::new() }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &ModelFile> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Number of files.
    pub(crate) fn files(&self) -> u32 {
        1 + self.others.len() as u32
    }

    /// Fills `into` with the bytes of a file from `offset` on.
    pub(crate) fn read_at(&self, file: u32, offset: u64, into: &mut [u8]) -> Result<()> {
        match self.iter().nth(file as usize) {
            Some(file) => file.read_at(offset, into),
            None => Err(self.first.fail(format!("has no file {file}"))),
        }
    }

    /// The system's descriptor or handle of a file, for who maps it.
    pub(crate) fn raw(&self, file: u32) -> isize {
        self.iter().nth(file as usize).map_or(-1, ModelFile::raw)
    }
}

fn failure(path: &str, why: impl std::fmt::Display) -> CudaError {
    CudaError::ModelLoadFailed(format!("`path` is \"{path}\": {why}"))
}

#[cfg(unix)]
fn raw(file: &File) -> isize {
    std::os::fd::AsRawFd::as_raw_fd(file) as isize
}

#[cfg(windows)]
fn raw(file: &File) -> isize {
    std::os::windows::io::AsRawHandle::as_raw_handle(file) as isize
}

#[cfg(unix)]
fn read_some(file: &File, offset: u64, into: &mut [u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(windows)]
fn read_some(file: &File, offset: u64, into: &mut [u8]) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, offset)
}
