//! Where the mix hands over what it plays, without waiting for anybody.

use crate::error::Result;
use ffi_core::memory;
use rtrb::{Consumer, Producer, RingBuffer};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::sleep,
    time::Duration,
};

/// So many an engine has at most.
pub const MOST: usize = 8;
/// Seconds that wait for who takes them.
const SECONDS: usize = 4;

/// What both ends tell each other.
#[derive(Default)]
pub struct TapState {
    /// Frames that were handed over.
    pub taken: AtomicU64,
    /// Frames that found no room.
    pub lost: AtomicU64,
    /// True once what is played is no longer wanted.
    pub stopped: AtomicBool,
    /// True once nobody takes it any more.
    pub closed: AtomicBool,
}

/// The mix's end.
pub struct Tap {
    samples: Producer<f32>,
    state: Arc<TapState>,
    channels: usize,
}

/// Both ends.
pub fn queue(rate: u32, channels: usize) -> Result<(Tap, Consumer<f32>, Arc<TapState>)> {
    let room = SECONDS * rate as usize * channels;
    memory::room_for(room * size_of::<f32>())?;
    let (input, output) = RingBuffer::new(room);
    let state = Arc::<TapState>::default();
    Ok((Tap { samples: input, state: state.clone(), channels }, output, state))
}

impl Tap {
    /// True once it takes nothing any more.
    pub fn is_over(&self) -> bool {
        self.state.stopped.load(Ordering::Acquire) || self.state.closed.load(Ordering::Acquire)
    }

    /// Hands a block over. Where whoever pulls has time, it waits for room.
    pub fn take(&mut self, samples: &[f32], waits: bool) {
        while waits && self.samples.slots() < samples.len() && !self.is_over() {
            sleep(Duration::from_millis(1));
        }
        let frames = samples.len() / self.channels;
        let taken = frames.min(self.samples.slots() / self.channels);
        // There is room: only more of it can come.
        let _ = self.samples.push_partial_slice(&samples[..taken * self.channels]);
        self.state.taken.fetch_add(taken as u64, Ordering::Relaxed);
        self.state.lost.fetch_add((frames - taken) as u64, Ordering::Relaxed);
    }
}
