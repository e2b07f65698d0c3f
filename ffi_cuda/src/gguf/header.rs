//! The header of a file, up to its tensors' data: read piece by piece, with every count and length held against what
//! the file has. A file may be sparse, and large for nothing: a header has a largest size too.

use super::{
    tensors::RawTensor,
    value::{Entry, Span, ValueType, shown},
};
use crate::{
    error::{CudaError, Result},
    model_file::ModelFile,
};
use ffi_core::memory;

const READ_STEP: u64 = 1 << 20;
const LONGEST_NAME: u64 = 1 << 16;
/// A vocabulary of a quarter of a million tokens has about 16 MiB, with its merges.
const LARGEST: u64 = 128 << 20;
const MOST_ENTRIES: u64 = 1 << 16;
/// The magic, the version, and how many tensors and keys there are.
const SMALLEST: u64 = 24;

/// The formats before GGUF begin with their names backwards.
const BEFORE: [(&[u8], &str); 4] =
    [(b"lmgg", "GGML"), (b"fmgg", "GGMF"), (b"tjgg", "GGJT"), (b"algg", "GGLA")];

/// A file's first bytes, and the place in them.
pub(super) struct Header<'a> {
    file: &'a ModelFile,
    pub(super) bytes: Vec<u8>,
    position: usize,
}

/// Numbers of tensors and of metadata entries.
pub(super) struct Counts {
    pub(super) tensors: u64,
    pub(super) entries: u64,
}

impl<'a> Header<'a> {
    /// Begins the header of a file of a version that can be read.
    pub(super) fn begin(file: &'a ModelFile) -> Result<(Self, Counts)> {
        if file.size() < SMALLEST {
            return Err(file.fail(format!("is no GGUF file: it has {} bytes", file.size())));
        }
        let mut header = Self { file, bytes: Vec::new(), position: 0 };
        header.need(SMALLEST)?;
        header.check_magic()?;
        header.position = 4;
        let version = header.take_u32()?;
        header.check_version(version)?;
        let counts = Counts { tensors: header.take_u64()?, entries: header.take_u64()? };
        if counts.tensors > MOST_ENTRIES || counts.entries > MOST_ENTRIES {
            return Err(file.fail(format!(
                "has {} tensors and {} metadata keys, and {MOST_ENTRIES} of each are the most",
                counts.tensors, counts.entries
            )));
        }
        Ok((header, counts))
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    fn check_magic(&self) -> Result<()> {
        let magic = &self.bytes[..4];
        if magic == b"GGUF" {
            return Ok(());
        }
        Err(match BEFORE.iter().find(|(old, _)| *old == magic) {
            Some((_, name)) => self.file.fail(format!(
                "is a file of the format {name}, from before GGUF, and GGUF versions 2 and 3 can be read"
            )),
            None => self.file.fail("is no GGUF file: it does not begin with GGUF"),
        })
    }

    fn check_version(&self, version: u32) -> Result<()> {
        match (version, version.swap_bytes()) {
            (2 | 3, _) => Ok(()),
            (_, swapped @ 1..=3) => Err(self.file.fail(format!(
                "is a big-endian GGUF file (version {swapped}), and little-endian ones can be read"
            ))),
            _ => Err(self.file.fail(format!("is GGUF version {version}, and versions 2 and 3 can be read"))),
        }
    }

    /// Makes sure that the next `bytes` bytes are in memory.
    fn need(&mut self, bytes: u64) -> Result<()> {
        let position = self.position as u64;
        if bytes > self.file.size() - position {
            return Err(self.file.fail(format!(
                "ends too early: {bytes} more bytes are due at offset {position} of {}",
                self.file.size()
            )));
        }
        if bytes > LARGEST - position {
            return Err(self.file.fail(format!("has more than {LARGEST} bytes of metadata")));
        }
        let have = self.bytes.len();
        if position + bytes > have as u64 {
            let wanted = (position + bytes).max(have as u64 + READ_STEP).min(self.file.size()) as usize;
            memory::reserve(&mut self.bytes, wanted - have)?;
            self.bytes.resize(wanted, 0);
            self.file.read_at(have as u64, &mut self.bytes[have..])?;
        }
        Ok(())
    }

    fn take(&mut self, bytes: u64) -> Result<Span> {
        self.need(bytes)?;
        let start = self.position;
        self.position += bytes as usize;
        Ok(Span { start, end: self.position })
    }

    fn take_array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let span = self.take(N as u64)?;
        let mut array = [0; N];
        array.copy_from_slice(span.of(&self.bytes));
        Ok(array)
    }

    fn take_u32(&mut self) -> Result<u32> {
        self.take_array().map(u32::from_le_bytes)
    }

    fn take_u64(&mut self) -> Result<u64> {
        self.take_array().map(u64::from_le_bytes)
    }

    fn take_string(&mut self) -> Result<Span> {
        let length = self.take_u64()?;
        self.take(length)
    }

    fn take_name(&mut self, what: &str) -> Result<Span> {
        let length = self.take_u64()?;
        if length > LONGEST_NAME {
            return Err(self.file.fail(format!("{what} at offset {} has {length} bytes", self.position)));
        }
        self.take(length)
    }

    pub(super) fn shown(&self, name: Span) -> String {
        shown(name.of(&self.bytes))
    }

    /// The keys with their values, sorted by key.
    pub(super) fn take_entries(&mut self, count: u64) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for _ in 0..count {
            memory::reserve(&mut entries, 1)?;
            entries.push(self.take_entry()?);
        }
        let key = |entry: &Entry| entry.key.of(&self.bytes);
        entries.sort_unstable_by(|a, b| key(a).cmp(key(b)));
        match entries.windows(2).find(|pair| key(&pair[0]) == key(&pair[1])) {
            Some(pair) => Err(self.file.fail(format!("has metadata key {} twice", self.shown(pair[0].key)))),
            None => Ok(entries),
        }
    }

    fn take_entry(&mut self) -> Result<Entry> {
        let key = self.take_name("a metadata key")?;
        let number = self.take_u32()?;
        let Some(kind) = ValueType::numbered(number) else {
            return Err(self.file.fail(format!(
                "metadata key {} has type {number}, which GGUF does not know",
                self.shown(key)
            )));
        };
        let mut entry = Entry { key, kind, item: kind, count: 0, value: key };
        match kind {
            ValueType::String => entry.value = self.take_string()?,
            ValueType::Array => self.take_items(&mut entry)?,
            kind => entry.value = self.take(kind.size().unwrap_or(0) as u64)?,
        }
        Ok(entry)
    }

    fn take_items(&mut self, entry: &mut Entry) -> Result<()> {
        let number = self.take_u32()?;
        entry.count = self.take_u64()?;
        let start = self.position;
        match ValueType::numbered(number) {
            Some(item @ ValueType::String) => {
                entry.item = item;
                for _ in 0..entry.count {
                    self.take_string()?;
                }
            }
            Some(item) if item != ValueType::Array => {
                entry.item = item;
                self.take(entry.count.saturating_mul(item.size().unwrap_or(1) as u64))?;
            }
            _ => {
                return Err(self.file.fail(format!(
                    "metadata key {} is an array of type {number}, which is not supported",
                    self.shown(entry.key)
                )));
            }
        }
        entry.value = Span { start, end: self.position };
        Ok(())
    }

    pub(super) fn take_tensors(&mut self, count: u64) -> Result<Vec<RawTensor>> {
        let mut tensors = Vec::new();
        for index in 0..count {
            memory::reserve(&mut tensors, 1)?;
            tensors.push(self.take_tensor(index)?);
        }
        Ok(tensors)
    }

    fn take_tensor(&mut self, index: u64) -> Result<RawTensor> {
        let name = self.take_name("a tensor name")?;
        let fail = |header: &Self, why: String| -> CudaError {
            header.file.fail(format!("tensor {index} ({}) {why}", header.shown(name)))
        };
        let rank = self.take_u32()?;
        if !(1..=4).contains(&rank) {
            return Err(fail(self, format!("has {rank} dimensions")));
        }
        let mut dimensions = [1; 4];
        let mut values = 1u64;
        for (place, dimension) in dimensions.iter_mut().take(rank as usize).enumerate() {
            *dimension = self.take_u64()?;
            values = match values.checked_mul(*dimension) {
                Some(product) if product > 0 => product,
                _ => return Err(fail(self, format!("has dimension {place} of {dimension}"))),
            };
        }
        Ok(RawTensor { name, rank, dimensions, values, kind: self.take_u32()?, offset: self.take_u64()? })
    }
}
