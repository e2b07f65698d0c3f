//! Files that callers name.

use std::{
    fs::{File, Metadata},
    io,
    path::Path,
};

/// A regular file, open for reading. What else lies at `path`, a pipe say, is refused without being waited for.
pub fn open_regular(path: &Path) -> io::Result<(File, Metadata)> {
    let file = ffi_core::file::open(path)?;
    let metadata = file.metadata()?;
    Ok((file, metadata))
}
