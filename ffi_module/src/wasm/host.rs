//! Data in a module's store.

use super::{files::Files, output::Output};
use crate::options::Options;
use std::{
    iter,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use wasmtime::{StoreLimits, StoreLimitsBuilder};

/// The message that somebody cancelled last, by its number.
pub type Cancelled = Arc<AtomicU64>;

/// Data in a module's store: its limits, and what it may ask for.
pub struct Host {
    pub limits: StoreLimits,
    pub options: Options,
    /// Deadline of the message inside.
    pub deadline: Instant,
    /// The message inside.
    pub message: u64,
    pub cancelled: Cancelled,
    pub output: Output,
    pub files: Files,
    /// Its name and arguments.
    pub arguments: Vec<Vec<u8>>,
    /// `NAME=value` of each variable that it was granted and that there is.
    pub variables: Vec<Vec<u8>>,
}

impl Host {
    /// Opens the folders that are granted; an error says which of them there is not.
    pub fn new(
        options: &Options,
        output: Output,
        deadline: Instant,
        cancelled: Cancelled,
    ) -> Result<Self, String> {
        let files = Files::open(&options.grants.folders)?;
        let limits = StoreLimitsBuilder::new()
            .memory_size((options.memory_mib as usize) << 20)
            .table_elements(options.table as usize)
            .instances(1)
            // Its own, and the page that stops it.
            .memories(2)
            .tables(1)
            .build();
        let arguments = options.grants.arguments.iter().map(String::as_str);
        let arguments = iter::once(output.name()).chain(arguments).map(Vec::from).collect();
        let variable = |name: &String| {
            let value = ffi_core::environment::variable(name)?.into_encoded_bytes();
            Some([name.as_bytes(), b"=", &value].concat())
        };
        let variables = options.grants.environment.iter().filter_map(variable).collect();
        let options = options.clone();
        Ok(Self { limits, options, deadline, message: 0, cancelled, output, files, arguments, variables })
    }

    /// That of a store in which no module runs.
    pub fn without_a_module() -> Result<Self, String> {
        let output = Output::new(String::new(), String::new());
        Self::new(&Options::default(), output, Instant::now(), Cancelled::default())
    }

    /// Tells whether the message inside was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.message != 0 && self.cancelled.load(Ordering::SeqCst) == self.message
    }

    /// Time for which the message inside may go on.
    pub fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// Tells whether the message inside is to end.
    pub fn is_over(&self) -> bool {
        self.is_cancelled() || Instant::now() >= self.deadline
    }
}
