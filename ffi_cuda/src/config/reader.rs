//! The keys of one architecture.

use crate::{
    error::Result,
    gguf::{Gguf, shown},
};
use std::{cell::RefCell, collections::HashSet};

pub(super) const MOST_WIDTH: u64 = 1 << 20;

/// The keys of one architecture, and which of them were asked for.
pub(super) struct Reader<'a> {
    pub(super) file: &'a Gguf,
    pub(super) architecture: &'a str,
    known: RefCell<HashSet<String>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a Gguf, architecture: &'a str) -> Self {
        Self { file, architecture, known: RefCell::default() }
    }

    pub(super) fn name(&self, key: &str) -> String {
        format!("{}.{key}", self.architecture)
    }

    pub(super) fn known(&self, key: &str) -> String {
        let name = self.name(key);
        self.known.borrow_mut().insert(name.clone());
        name
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.file.has(&self.name(key))
    }

    pub(super) fn require(&self, key: &str) -> Result<()> {
        if self.has(key) {
            return Ok(());
        }
        Err(self.file.fail(format!("has no metadata key {}", self.name(key))))
    }

    pub(super) fn required(&self, key: &str, most: u64) -> Result<u32> {
        self.require(key)?;
        self.optional(key, 0, most)
    }

    pub(super) fn optional(&self, key: &str, otherwise: u64, most: u64) -> Result<u32> {
        let value = self.integer(key, otherwise)?;
        if (1..=most).contains(&value) {
            return Ok(value as u32);
        }
        Err(self.file.fail(format!("metadata key {} is {value} and must be 1 to {most}", self.name(key))))
    }

    pub(super) fn integer(&self, key: &str, otherwise: u64) -> Result<u64> {
        let name = self.known(key);
        if self.file.count(&name) == 0 {
            return Ok(self.file.unsigned(&name)?.unwrap_or(otherwise));
        }
        // One number for each layer: layers that are alike say what all are.
        let numbers = self.file.numbers(&name)?;
        match numbers[0] {
            first if numbers.iter().all(|&other| other == first) && first >= 0.0 && first.fract() == 0.0 => {
                Ok(first as u64)
            }
            _ => Err(self
                .file
                .fail(format!("metadata key {name} has layers that differ, which is not supported"))),
        }
    }

    pub(super) fn number(&self, key: &str, otherwise: f64) -> Result<f64> {
        Ok(self.file.number(&self.known(key))?.unwrap_or(otherwise))
    }

    pub(super) fn positive(&self, key: &str, otherwise: f64) -> Result<f64> {
        let value = self.number(key, otherwise)?;
        if value > 0.0 {
            return Ok(value);
        }
        let value = said(value);
        Err(self.file.fail(format!("metadata key {} is {value} and must be above 0", self.name(key))))
    }

    /// Refuses a value of something that is not computed here, unless it is one that does nothing.
    pub(super) fn neutral(&self, key: &str, values: &[f64]) -> Result<()> {
        if !self.has(key) {
            return Ok(());
        }
        let value = self.number(key, 0.0)?;
        let is = |one: &f64| (value - one).abs() <= 1e-6 * one.abs();
        if values.iter().any(is) { Ok(()) } else { self.refuse(key, &said(value)) }
    }

    pub(super) fn neutral_boolean(&self, key: &str, wanted: bool) -> Result<()> {
        match self.file.boolean(&self.known(key), wanted)? {
            value if value == wanted => Ok(()),
            value => self.refuse(key, &value.to_string()),
        }
    }

    pub(super) fn boolean(&self, key: &str) -> Result<bool> {
        self.file.boolean(&self.known(key), false)
    }

    pub(super) fn refuse(&self, key: &str, value: &str) -> Result<()> {
        Err(self.file.fail(format!(
            "metadata key {} is {value}, and what that changes is not computed for architecture {}",
            self.name(key),
            self.architecture
        )))
    }

    /// Keys that say nothing of what is computed.
    pub(super) fn ignore(&self, keys: &[&str]) {
        for key in keys {
            self.known(key);
        }
    }

    /// Another key of the architecture may mean that something else has to be computed.
    pub(super) fn refuse_unknown(&self) -> Result<()> {
        let known = self.known.borrow();
        let is_known = |key: &[u8]| std::str::from_utf8(key).is_ok_and(|key| known.contains(key));
        match self.file.keys(&self.name("")).find(|key| !is_known(key)) {
            Some(key) => Err(self
                .file
                .fail(format!("has metadata key {}, and what it changes is not known", shown(key)))),
            None => Ok(()),
        }
    }
}

/// A number as its file would have written it: most are 32-bit floats.
fn said(value: f64) -> String {
    let narrow = value as f32;
    if f64::from(narrow) == value { narrow.to_string() } else { value.to_string() }
}

/// The beginning of a text, for a message.
pub(super) fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
