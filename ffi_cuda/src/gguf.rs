//! Metadata of a model file.

use crate::{
    bridge::{call, ffi},
    error::{CudaError, Result},
};
use cxx::UniquePtr;

/// An open GGUF file.
pub(crate) struct Gguf {
    file: UniquePtr<ffi::Gguf>,
    path: String,
}

/// The strings of an array.
pub(crate) struct Strings(ffi::Strings);

impl Strings {
    /// How many bytes they have together, and how many there are.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.0.bytes.len(), self.0.ends.len())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.0.ends.iter().map(move |&end| {
            let from = std::mem::replace(&mut start, end as usize);
            &self.0.bytes[from..start]
        })
    }
}

impl Gguf {
    pub(crate) fn open(path: &str) -> Result<Self> {
        Ok(Self { file: call(|status| ffi::gguf_open(path, status))?, path: path.to_owned() })
    }

    pub(crate) fn file(&self) -> &ffi::Gguf {
        &self.file
    }

    /// The file is not what it has to be.
    pub(crate) fn fail(&self, why: impl std::fmt::Display) -> CudaError {
        CudaError::ModelLoadFailed(format!("`path` is \"{}\": {why}", self.path))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        ffi::gguf_has(&self.file, key)
    }

    /// The integer, where the key is there.
    pub(crate) fn integer(&self, key: &str) -> Result<Option<i64>> {
        if !self.has(key) {
            return Ok(None);
        }
        call(|status| ffi::gguf_integer(&self.file, key, 0, status)).map(Some)
    }

    pub(crate) fn boolean(&self, key: &str, otherwise: bool) -> Result<bool> {
        call(|status| ffi::gguf_boolean(&self.file, key, otherwise, status))
    }

    /// The text, empty where the key is absent.
    pub(crate) fn text(&self, key: &str) -> Result<String> {
        let bytes = call(|status| ffi::gguf_string(&self.file, key, status))?;
        String::from_utf8(bytes).map_err(|_| self.fail(format!("metadata key {key} is not UTF-8")))
    }

    /// How many items an array has, 0 where the key is absent: to be compared before they are read.
    pub(crate) fn count(&self, key: &str) -> u64 {
        ffi::gguf_count(&self.file, key)
    }

    /// The strings of an array, none where the key is absent.
    pub(crate) fn strings(&self, key: &str) -> Result<Strings> {
        call(|status| ffi::gguf_strings(&self.file, key, status)).map(Strings)
    }

    /// The numbers of an array, none where the key is absent.
    pub(crate) fn numbers(&self, key: &str) -> Result<Vec<f64>> {
        call(|status| ffi::gguf_numbers(&self.file, key, status))
    }
}
