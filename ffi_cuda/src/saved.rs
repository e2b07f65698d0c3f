//! Inferences in files: all that going on from there takes, so that what follows is what would have followed.
//!
//! Such a file has, with numbers of the lower byte first: 8 bytes that name the format, the model's fingerprint, the
//! bytes of a JSON object and the object; for each layer the keys and the values of all tokens that were taken in, as the
//! device has them (16-bit floats); a digest of all this. A file is a stranger's: every number is checked.

use crate::{
    digest::Digest,
    error::{CudaError, Result},
    inference::{EndReason, Inference, MadeToken, Statistics, positions},
    options::Options,
    sampler::Sampler,
    session::LoadedModel,
    text::Assembler,
};
use ffi_core::{file, file_writer::FileWriter, json, memory};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{Read, Write},
    sync::Arc,
};

/// The last byte is the version.
const FORMAT: [u8; 8] = *b"rtinfer\x02";
/// A context of a million tokens takes some 10 MiB.
const LONGEST_RECORD: u64 = 256 << 20;
const MOST_MADE: u32 = 1 << 30;

/// An inference without its keys and values.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    options: Options,
    sampler: u64,
    held_bytes: Vec<u8>,
    held_text: String,
    tokens: Vec<u32>,
    generated: Vec<u32>,
    answer_from: u32,
    taken_in: u32,
    room: u32,
    enough: u32,
    end: i64,
    last: Option<MadeToken>,
    statistics: Statistics,
}

fn failure(path: &str, why: impl std::fmt::Display) -> CudaError {
    CudaError::parameter(format!("`path` is \"{path}\": {why}"))
}

/// Writes and sums up what it writes.
struct Output<'a> {
    path: &'a str,
    file: FileWriter,
    digest: Digest,
}

impl Output<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.digest.add(bytes);
        self.file.write_all(bytes).map_err(|error| failure(self.path, error))
    }
}

impl Inference {
    /// Writes the inference to a file, which is replaced when all of it is there.
    pub fn save(&mut self, path: &str) -> Result<()> {
        if self.end == EndReason::Failed {
            return Err(CudaError::parameter("the inference has failed, and there is nothing to save"));
        }
        let record = self.record()?;
        let file = FileWriter::begin(path).map_err(|error| failure(path, error))?;
        let mut output = Output { path, file, digest: Digest::new() };
        output.put(&FORMAT)?;
        output.put(&self.model.fingerprint.to_le_bytes())?;
        output.put(&(record.len() as u64).to_le_bytes())?;
        output.put(record.as_bytes())?;
        for layer in 0..self.model.config.layers {
            for values in [false, true] {
                let mut bytes = room(self.session.cached_bytes(values))?;
                if !bytes.is_empty() {
                    self.session.read_cache(layer, values, &mut bytes)?;
                }
                output.put(&bytes)?;
            }
        }
        let digest = output.digest.value().to_le_bytes();
        output.put(&digest)?;
        output.file.finish().map_err(|error| failure(path, error))
    }

    fn record(&self) -> Result<String> {
        // Numbers take at most eleven bytes.
        memory::room_for_input((self.tokens.len() + self.generated.len()) * 24, 2)?;
        let (held_bytes, held_text) = self.assembler.held_back();
        let record = Record {
            options: self.options.clone(),
            sampler: self.sampler.state(),
            held_bytes: held_bytes.to_vec(),
            held_text: held_text.to_owned(),
            tokens: self.tokens.clone(),
            generated: self.generated.clone(),
            answer_from: self.answer_from as u32,
            taken_in: self.fed as u32,
            room: self.session.capacity(),
            enough: self.enough,
            end: self.end as i64,
            last: self.last,
            statistics: self.statistics,
        };
        serde_json::to_string(&record).map_err(|error| CudaError::Unknown(error.to_string()))
    }

    /// Reads an inference of this model that was saved.
    pub(crate) fn load(model: Arc<LoadedModel>, path: &str) -> Result<Self> {
        model.check_writes()?;
        model.tokenizer()?;
        let mut input = Input::open(path)?;
        let record = input.begin(&model)?;
        let (mut inference, taken_in) = Self::restored(model, record).map_err(|why| match why {
            CudaError::InvalidParameter(why) => failure(path, why),
            other => other,
        })?;
        inference.read_caches(&mut input, taken_in)?;
        input.end()?;
        inference.session.set_position(taken_in)?;
        inference.fed = taken_in as usize;
        Ok(inference.watched())
    }

    fn read_caches(&mut self, input: &mut Input, taken_in: u32) -> Result<()> {
        let config = self.model.config.clone();
        for layer in 0..config.layers {
            for values in [false, true] {
                let size = if values { config.value_size } else { config.head_size };
                let bytes = u64::from(taken_in) * u64::from(config.n_kv_heads) * u64::from(size) * 2;
                let cache = input.take(bytes)?;
                if !cache.is_empty() {
                    self.session.write_cache(layer, values, &cache, taken_in)?;
                }
            }
        }
        Ok(())
    }

    /// The inference that a record tells of, whose session has taken nothing in yet.
    fn restored(model: Arc<LoadedModel>, record: Record) -> Result<(Self, u32)> {
        let odd = |what: &str| CudaError::parameter(format!("is damaged: {what}"));
        record.options.check(model.config.context)?;
        let vocabulary = model.facts.vocabulary;
        let made = record.last.map(|last| last.id);
        if record.tokens.iter().chain(&record.generated).chain(&made).any(|&token| token >= vocabulary) {
            return Err(odd("it has a token that the vocabulary has not"));
        }
        let end = EndReason::numbered(record.end).filter(|&end| end != EndReason::Failed);
        let (Some(end), false) = (end, record.tokens.is_empty()) else {
            return Err(odd("it has no tokens, or an unknown end"));
        };
        model.check_length(record.tokens.len())?;
        let taken_in = record.taken_in;
        if record.answer_from as usize > record.tokens.len() {
            return Err(odd("its answer begins beyond its end"));
        }
        if taken_in as usize > record.tokens.len()
            || (end == EndReason::None && taken_in as usize == record.tokens.len())
        {
            return Err(odd("more tokens were taken in than there are"));
        }
        let counts = [record.statistics.generated_tokens, record.statistics.prompt_tokens, record.enough];
        if counts.iter().any(|&count| count > MOST_MADE) {
            return Err(odd("it counts too many tokens"));
        }
        let needed = positions(&model, record.tokens.len(), record.options.max_tokens);
        let session = model.session(needed.max(record.room.min(model.config.context)))?;
        let mut inference = Self {
            sampler: Sampler::new(record.sampler),
            assembler: Assembler::holding(record.options.stop.clone(), record.held_bytes, record.held_text),
            grammar: None,
            answer_from: record.answer_from as usize,
            tokens: record.tokens,
            generated: record.generated,
            fed: 0,
            enough: record.enough,
            end,
            last: record.last,
            statistics: record.statistics,
            options: record.options,
            progress: Arc::default(),
            model,
            session,
        };
        inference.catch_up()?;
        Ok((inference, taken_in))
    }
}

/// Reads and sums up what it reads.
struct Input<'a> {
    path: &'a str,
    file: File,
    left: u64,
    digest: Digest,
}

impl<'a> Input<'a> {
    fn open(path: &'a str) -> Result<Self> {
        let fail = |error| failure(path, error);
        let file = file::open(path).map_err(fail)?;
        let left = file.metadata().map_err(fail)?.len();
        Ok(Self { path, file, left, digest: Digest::new() })
    }

    fn take(&mut self, bytes: u64) -> Result<Vec<u8>> {
        if bytes > self.left {
            return Err(failure(self.path, "ends too early: it is no whole saved inference"));
        }
        let mut taken = room(bytes)?;
        self.file.read_exact(&mut taken).map_err(|error| failure(self.path, error))?;
        self.left -= bytes;
        self.digest.add(&taken);
        Ok(taken)
    }

    fn take_number(&mut self) -> Result<u64> {
        let bytes = self.take(8)?;
        Ok(bytes.try_into().map_or(0, u64::from_le_bytes))
    }

    fn begin(&mut self, model: &LoadedModel) -> Result<Record> {
        if self.left < 8 || self.take(8)? != FORMAT {
            return Err(failure(self.path, "is no saved inference, or one of another version"));
        }
        if self.take_number()? != model.fingerprint {
            return Err(failure(self.path, "is a saved inference of another model's file"));
        }
        let length = self.take_number()?;
        if length > LONGEST_RECORD {
            return Err(failure(
                self.path,
                format!("has a record of {length} bytes, and {LONGEST_RECORD} are the most"),
            ));
        }
        let text = String::from_utf8(self.take(length)?).map_err(|_| failure(self.path, "is damaged"))?;
        let read = json::with_room(&text, || serde_json::from_str::<Record>(&text));
        read.and_then(|record| record).map_err(|error| failure(self.path, format!("is damaged: {error}")))
    }

    fn end(&mut self) -> Result<()> {
        let digest = self.digest.value();
        if self.left != 8 || self.take_number()? != digest {
            return Err(failure(self.path, "is damaged: its digest is another"));
        }
        Ok(())
    }
}

/// So many bytes, all 0.
fn room(bytes: u64) -> Result<Vec<u8>> {
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    let mut room = Vec::new();
    memory::reserve(&mut room, bytes)?;
    room.resize(bytes, 0);
    Ok(room)
}
