//! Zip files that are the same bytes for the same contents.

use anyhow::Result;
use std::{
    fs::File,
    io::{Seek, Write},
    path::Path,
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file that is being written.
pub struct Zip<W: Write + Seek>(ZipWriter<W>);

impl Zip<File> {
    pub fn create(path: &Path) -> Result<Self> {
        Ok(Self(ZipWriter::new(File::create(path)?)))
    }

    /// Adds a file, which who unpacks it may run.
    pub fn add(&mut self, name: &str, contents: &[u8]) -> Result<()> {
        let mode = if name.ends_with(".so") { 0o755 } else { 0o644 };
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let options = options.last_modified_time(DateTime::default()).unix_permissions(mode);
        self.0.start_file(name, options)?;
        Ok(self.0.write_all(contents)?)
    }

    pub fn finish(self) -> Result<()> {
        self.0.finish()?;
        Ok(())
    }
}
