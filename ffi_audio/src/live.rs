//! Samples that a host makes while they are heard.

use crate::error::{Error, Result};
use ffi_core::{
    Locked,
    check::{Place, between},
};
use rtrb::{Consumer, Producer, RingBuffer};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Samples that are brought over at a time.
const PIECE: usize = 1024;

/// Where a host puts samples.
pub struct LiveInput {
    samples: Locked<Producer<f32>>,
    is_finished: Arc<AtomicBool>,
    channels: usize,
}

/// Where they are taken out.
pub struct LiveOutput {
    samples: Consumer<f32>,
    is_finished: Arc<AtomicBool>,
    /// Samples of a frame.
    pub channels: usize,
    /// Frames per second.
    pub rate: u32,
}

/// Both ends of a queue of that many frames.
pub fn queue(frames: usize, channels: usize, rate: u32) -> (LiveInput, LiveOutput) {
    let (input, output) = RingBuffer::new(frames.max(1) * channels);
    let is_finished = Arc::new(AtomicBool::new(false));
    (
        LiveInput { samples: Locked::new(input), is_finished: is_finished.clone(), channels },
        LiveOutput { samples: output, is_finished, channels, rate },
    )
}

impl LiveInput {
    /// How many frames there is room for.
    pub fn room(&self) -> usize {
        self.samples.lock().slots() / self.channels
    }

    /// How many frames are kept at most.
    pub fn capacity(&self) -> usize {
        self.samples.lock().buffer().capacity() / self.channels
    }

    /// True once nothing more comes.
    pub fn is_finished(&self) -> bool {
        self.is_finished.load(Ordering::Acquire)
    }

    /// Takes as many frames as there is room for, and says how many. `sample` gives the one of that number.
    pub fn push(&self, count: usize, sample: impl Fn(usize) -> f64) -> Result<usize> {
        if !count.is_multiple_of(self.channels) {
            return Err(Error::Frames { count, channels: self.channels as i64 });
        }
        for index in 0..count {
            between(Place::Item("samples", index), sample(index), -1_000.0, 1_000.0)?;
        }
        let mut samples = self.samples.lock();
        if self.is_finished.load(Ordering::Acquire) {
            return Err(Error::Finished);
        }
        let taken = count.min(samples.slots() / self.channels * self.channels);
        let mut piece = [0.0; PIECE];
        for from in (0..taken).step_by(PIECE) {
            let piece = &mut piece[..PIECE.min(taken - from)];
            piece.iter_mut().zip(from..).for_each(|(out, index)| *out = sample(index) as f32);
            // There is room: only more of it can come.
            let _ = samples.push_partial_slice(piece);
        }
        Ok(taken / self.channels)
    }

    /// Nothing more comes.
    pub fn finish(&self) {
        let _samples = self.samples.lock();
        self.is_finished.store(true, Ordering::Release);
    }
}

impl LiveOutput {
    /// Moves up to `frames` frames to the end of `out`; true where nothing is there and nothing comes any more.
    pub fn read(&mut self, frames: usize, out: &mut Vec<f32>) -> bool {
        // In this order: nothing comes after the end.
        let is_finished = self.is_finished.load(Ordering::Acquire);
        let there = self.samples.slots() / self.channels;
        let Ok(chunk) = self.samples.read_chunk(there.min(frames) * self.channels) else { return false };
        let is_over = is_finished && chunk.is_empty();
        let (first, second) = chunk.as_slices();
        out.extend_from_slice(first);
        out.extend_from_slice(second);
        chunk.commit_all();
        is_over
    }
}
