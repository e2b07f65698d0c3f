//! What an engine plays, written to a file meanwhile.

use crate::{
    error::{Error, Result},
    tap::{self, Tap, TapState},
    wave_writer::WaveWriter,
};
use ffi_core::{Locked, thread::Builder};
use rtrb::Consumer;
use std::{
    io,
    sync::{Arc, atomic::Ordering},
    thread::{JoinHandle, park_timeout},
    time::Duration,
};

/// Time between two looks for what is to be written.
const LOOK: Duration = Duration::from_millis(10);

/// A recording under way.
pub struct Recorder {
    state: Arc<TapState>,
    thread: Locked<Option<JoinHandle<io::Result<()>>>>,
}

impl Recorder {
    /// Begins a file of this path; the other end is for the mix.
    pub fn start(path: &str, bits: u32, rate: u32, channels: usize) -> Result<(Self, Tap)> {
        let writer = WaveWriter::begin(path, bits, rate, channels)
            .map_err(|reason| Error::Open { path: path.to_owned(), reason })?;
        let (tap, samples, state) = tap::queue(rate, channels)?;
        let own = state.clone();
        let thread = Builder::new("simple_native audio")
            .spawn(move || {
                let written = write(writer, samples, &own);
                own.closed.store(true, Ordering::Release);
                written
            })
            .map_err(Error::Thread)?;
        Ok((Self { state, thread: Locked::new(Some(thread)) }, tap))
    }

    /// Frames that were lost because the file did not take them in time.
    pub fn lost(&self) -> u64 {
        self.state.lost.load(Ordering::Relaxed)
    }

    /// Frames that were handed over so far.
    pub fn frames(&self) -> u64 {
        self.state.taken.load(Ordering::Relaxed)
    }

    /// Ends it, where that was not done before.
    pub fn stop(&self) -> Result<()> {
        self.state.stopped.store(true, Ordering::Release);
        let Some(thread) = self.thread.lock().take() else { return Ok(()) };
        thread.thread().unpark();
        let broken = |_| Err(io::Error::other("its thread broke down"));
        thread.join().unwrap_or_else(broken).map_err(Error::Recording)
    }
}

fn write(mut writer: WaveWriter, mut samples: Consumer<f32>, state: &TapState) -> io::Result<()> {
    loop {
        // In this order: nothing comes after the end.
        let is_over = state.stopped.load(Ordering::Acquire) || samples.is_abandoned();
        let there = samples.slots();
        if there == 0 {
            if is_over {
                return writer.finish();
            }
            park_timeout(LOOK);
        }
        if let Ok(chunk) = samples.read_chunk(there) {
            let (first, second) = chunk.as_slices();
            writer.write(first)?;
            writer.write(second)?;
            chunk.commit_all();
        }
    }
}
