//! GGUF files (<https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>), versions 2 and 3. A malformed file is an
//! expected input.

mod header;
mod tensors;
mod value;

use crate::{
    bridge::ffi,
    digest::Digest,
    error::{CudaError, Result},
    model_file::{ModelFile, ModelFiles},
};
use ffi_core::memory;
use header::Header;
use tensors::Data;
pub(crate) use value::shown;
use value::{Entry, Number, ValueType};

const ALIGNMENT: &str = "general.alignment";
const LARGEST_ALIGNMENT: u64 = 1 << 30;
/// Places of the data that a fingerprint looks at, and the bytes at each.
const SAMPLES: u64 = 16;
const MOST_FILES: u64 = 1024;
const OF_A_SAMPLE: u64 = 4096;

/// A file's metadata, and the table of its tensors.
pub(crate) struct Gguf {
    files: ModelFiles,
    header: Vec<u8>,
    /// Sorted by key.
    entries: Vec<Entry>,
    tensors: Vec<ffi::TensorInfo>,
}

/// The strings of an array, one behind the other, each behind its length.
pub(crate) struct Strings<'a> {
    items: &'a [u8],
    count: usize,
}

impl<'a> Strings<'a> {
    /// Number of their bytes together, and number of strings.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.items.len() - self.count * size_of::<u64>(), self.count)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a [u8]> {
        let mut rest = self.items;
        std::iter::from_fn(move || {
            let (length, behind) = rest.split_first_chunk()?;
            let (item, next) = behind.split_at_checked(u64::from_le_bytes(*length) as usize)?;
            rest = next;
            Some(item)
        })
    }
}

impl Gguf {
    pub(crate) fn open(path: &str) -> Result<Self> {
        let mut first = Self::open_one(path)?;
        first.open_others()?;
        Ok(first)
    }

    fn open_one(path: &str) -> Result<Self> {
        let file = ModelFile::open(path)?;
        let (mut header, counts) = Header::begin(&file)?;
        let entries = header.take_entries(counts.entries)?;
        let raw = header.take_tensors(counts.tensors)?;
        let header_end = header.position() as u64;
        let header = header.bytes;
        let mut gguf = Self { files: ModelFiles::of(file), header, entries, tensors: Vec::new() };
        let data = Data { header_end, alignment: gguf.alignment()? };
        gguf.tensors = tensors::table(&gguf.files.first, &gguf.header, &raw, &data)?;
        Ok(gguf)
    }

    pub(crate) fn file(&self) -> &ModelFile {
        &self.files.first
    }

    /// A number that tells this file from others: by its header, its size, and some of its data.
    pub(crate) fn fingerprint(&self) -> Result<u64> {
        let mut digest = Digest::new();
        digest.add(&self.header);
        let mut sample = [0; OF_A_SAMPLE as usize];
        for file in self.files.iter() {
            digest.add(&file.size().to_le_bytes());
            let last = file.size().saturating_sub(OF_A_SAMPLE);
            let length = file.size().min(OF_A_SAMPLE) as usize;
            for place in 1..=SAMPLES {
                file.read_at(last / SAMPLES * place, &mut sample[..length])?;
                digest.add(&sample[..length]);
            }
        }
        Ok(digest.value())
    }

    /// All files of the model.
    pub(crate) fn model_files(&self) -> &ModelFiles {
        &self.files
    }

    pub(crate) fn into_files(self) -> Vec<ModelFile> {
        let mut files = self.files.others;
        files.push(self.files.first);
        files
    }

    /// Every one lies in the file, and none in another.
    pub(crate) fn tensors(&self) -> &[ffi::TensorInfo] {
        &self.tensors
    }

    /// The file is not what it has to be.
    pub(crate) fn fail(&self, why: impl std::fmt::Display) -> CudaError {
        self.files.first.fail(why)
    }

    /// Opens the others of the files that a model was split into, where this is the first of them.
    fn open_others(&mut self) -> Result<()> {
        let (number, count) = self.place_among_files()?;
        if count <= 1 {
            return Ok(());
        }
        if number != 0 {
            return Err(self.fail(format!(
                "is file {} of the {count} that a model was split into (split.no is {number}): load the first, whose \
                 name ends in -00001-of-{count:05}.gguf",
                number + 1
            )));
        }
        let Some(stem) = self.files.first.path().strip_suffix(&format!("-00001-of-{count:05}.gguf")) else {
            return Err(self.fail(format!(
                "is the first of the {count} files that a model was split into, and its name does not end in \
                 -00001-of-{count:05}.gguf, by which the others are found"
            )));
        };
        let stem = stem.to_owned();
        for number in 1..count {
            let other = Self::open_one(&format!("{stem}-{:05}-of-{count:05}.gguf", number + 1))?;
            if other.place_among_files()? != (number, count) {
                return Err(other.fail(format!(
                    "is not file {} of the {count} that \"{}\" was split into (split.no, split.count)",
                    number + 1,
                    self.files.first.path()
                )));
            }
            memory::reserve(&mut self.tensors, other.tensors.len())?;
            let file = number as u32;
            self.tensors.extend(other.tensors.into_iter().map(|tensor| ffi::TensorInfo { file, ..tensor }));
            self.files.others.push(other.files.first);
        }
        self.check_together()
    }

    /// Number of the file, from 0, and how many there are.
    fn place_among_files(&self) -> Result<(u64, u64)> {
        let count = self.unsigned("split.count")?.unwrap_or(0);
        if count > MOST_FILES {
            return Err(self.fail(format!("is split into {count} files, and {MOST_FILES} are the most")));
        }
        Ok((self.unsigned("split.no")?.unwrap_or(0), count))
    }

    fn check_together(&self) -> Result<()> {
        let wanted = self.unsigned("split.tensors.count")?.unwrap_or(self.tensors.len() as u64);
        if wanted != self.tensors.len() as u64 {
            return Err(self.fail(format!(
                "has {} tensors in all its files, and split.tensors.count is {wanted}",
                self.tensors.len()
            )));
        }
        let mut names = memory::collect(self.tensors.iter().map(|tensor| tensor.name.as_str()))?;
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => {
                Err(self.fail(format!("has tensor {} in two of its files", shown(pair[0].as_bytes()))))
            }
            None => Ok(()),
        }
    }

    fn alignment(&self) -> Result<u64> {
        let alignment = self.unsigned(ALIGNMENT)?.unwrap_or(32);
        if alignment <= LARGEST_ALIGNMENT && alignment.is_power_of_two() {
            return Ok(alignment);
        }
        Err(self.fail(format!("{ALIGNMENT} is {alignment} and must be a power of two up to 2^30")))
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        let found = self.entries.binary_search_by(|entry| entry.key.of(&self.header).cmp(key.as_bytes()));
        found.ok().map(|at| &self.entries[at])
    }

    fn wrong_type(&self, key: &str, wanted: &str) -> CudaError {
        self.fail(format!("metadata key {key} is not {wanted}"))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// The keys that begin so, in order.
    pub(crate) fn keys<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a [u8]> {
        let keys = self.entries.iter().map(|entry| entry.key.of(&self.header));
        keys.filter(move |key| key.starts_with(prefix.as_bytes()))
    }

    /// The integer, where the key is there.
    pub(crate) fn integer(&self, key: &str) -> Result<Option<i64>> {
        let Some(entry) = self.entry(key) else { return Ok(None) };
        match entry.kind.number(entry.value.of(&self.header)) {
            Some(Number::Signed(number)) => Ok(Some(number)),
            Some(Number::Unsigned(number)) => match i64::try_from(number) {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(self.wrong_type(key, "an integer below 2^63")),
            },
            Some(Number::Float(_)) | None => Err(self.wrong_type(key, "an integer")),
        }
    }

    /// The integer, where the key is there; at least 0.
    pub(crate) fn unsigned(&self, key: &str) -> Result<Option<u64>> {
        let Some(number) = self.integer(key)? else { return Ok(None) };
        u64::try_from(number).map(Some).map_err(|_| self.wrong_type(key, "an integer of at least 0"))
    }

    /// The finite number, where the key is there.
    pub(crate) fn number(&self, key: &str) -> Result<Option<f64>> {
        let Some(entry) = self.entry(key) else { return Ok(None) };
        let number = entry.kind.number(entry.value.of(&self.header)).map(Number::as_float);
        match number.filter(|number| number.is_finite()) {
            None => Err(self.wrong_type(key, "a finite number")),
            number => Ok(number),
        }
    }

    pub(crate) fn boolean(&self, key: &str, otherwise: bool) -> Result<bool> {
        match self.entry(key) {
            None => Ok(otherwise),
            Some(entry) if entry.kind == ValueType::Boolean => Ok(entry.value.of(&self.header) != [0]),
            Some(_) => Err(self.wrong_type(key, "a boolean")),
        }
    }

    /// The text, empty where the key is absent.
    pub(crate) fn text(&self, key: &str) -> Result<String> {
        let Some(entry) = self.entry(key) else { return Ok(String::new()) };
        if entry.kind != ValueType::String {
            return Err(self.wrong_type(key, "a string"));
        }
        String::from_utf8(memory::copy(entry.value.of(&self.header))?)
            .map_err(|_| self.fail(format!("metadata key {key} is not UTF-8")))
    }

    /// Number of items of an array, 0 where the key is absent: to be compared before they are read.
    pub(crate) fn count(&self, key: &str) -> u64 {
        self.entry(key).map_or(0, |entry| entry.count)
    }

    /// The strings of an array, none where the key is absent.
    pub(crate) fn strings(&self, key: &str) -> Result<Strings<'_>> {
        let Some(entry) = self.entry(key) else { return Ok(Strings { items: &[], count: 0 }) };
        if (entry.kind, entry.item) != (ValueType::Array, ValueType::String) {
            return Err(self.wrong_type(key, "an array of strings"));
        }
        Ok(Strings { items: entry.value.of(&self.header), count: entry.count as usize })
    }

    /// The numbers of an array, none where the key is absent.
    pub(crate) fn numbers(&self, key: &str) -> Result<Vec<f64>> {
        let Some(entry) = self.entry(key) else { return Ok(Vec::new()) };
        let wrong = || self.wrong_type(key, "an array of numbers");
        let size = entry.item.size().filter(|_| entry.kind == ValueType::Array).ok_or_else(wrong)?;
        let mut numbers = Vec::new();
        memory::reserve(&mut numbers, entry.count as usize)?;
        for bytes in entry.value.of(&self.header).chunks_exact(size) {
            numbers.push(entry.item.number(bytes).ok_or_else(wrong)?.as_float());
        }
        Ok(numbers)
    }
}
