//! Buses: playbacks and other buses that are heard together, with a volume, pauses and effects of their own.

use crate::{
    block::BLOCK,
    strip::{Span, Strip, StripControl},
};
use ffi_core::Locked;
use std::sync::{Arc, atomic::Ordering};

/// So many buses an engine has at most.
pub const MOST: usize = 256;
/// The number of what everything goes into at last.
pub const MASTER: u32 = 0;

/// A bus as its handle, what plays in it and the mix share it.
pub struct Bus {
    /// Its number, which no other bus of its engine has.
    pub number: u32,
    /// What it goes into; None where that is the whole mix.
    parent: Option<Arc<Bus>>,
    /// What callers set.
    pub control: StripControl,
    /// The mixing thread's alone.
    state: Locked<BusState>,
}

struct BusState {
    strip: Strip,
    /// What came in.
    samples: Vec<f32>,
    span: Span,
    came_in: bool,
    is_idle: bool,
}

impl Bus {
    /// Nothing in it yet.
    pub fn new(number: u32, parent: Option<Arc<Self>>, rate: u32, channels: usize) -> Self {
        Self {
            number,
            parent,
            control: StripControl::new(rate, channels),
            state: Locked::new(BusState {
                strip: Strip::new(rate, channels),
                samples: vec![0.0; BLOCK * channels],
                span: Span { frames: 0, is_silent: false, after_silence: false },
                came_in: false,
                is_idle: true,
            }),
        }
    }

    /// True where it halts, or what it goes into does.
    pub fn is_paused(&self) -> bool {
        self.control.paused.load(Ordering::Relaxed) || self.parent.as_ref().is_some_and(|bus| bus.is_paused())
    }

    /// Number of what it goes into.
    pub fn parent(&self) -> u32 {
        self.parent.as_ref().map_or(MASTER, |bus| bus.number)
    }

    /// Begins a block: what of it is heard, where what it goes into has that heard.
    pub fn begin(&self, into: Span) {
        let mut state = self.state.lock();
        let is_idle = state.is_idle;
        state.span = state.strip.begin(&self.control, into, is_idle);
        state.came_in = false;
        let heard = state.span.frames * self.control.channels;
        state.samples[..heard].fill(0.0);
    }

    /// What of the block is heard.
    pub fn span(&self) -> Span {
        self.state.lock().span
    }

    /// Has `mix` add to what comes in.
    pub fn take<T>(&self, mix: impl FnOnce(&mut [f32]) -> T) -> T {
        let mut state = self.state.lock();
        state.came_in = true;
        let heard = state.span.frames * self.control.channels;
        mix(&mut state.samples[..heard])
    }

    /// Ends a block of so many frames: has `add` take what is heard of it, if anything is.
    pub fn end(&self, frames: usize, add: impl FnOnce(&[f32])) {
        let mut state = self.state.lock();
        let state = &mut *state;
        let heard = &mut state.samples[..state.span.frames * self.control.channels];
        let is_heard = !state.span.is_silent && (state.came_in || !state.is_idle);
        if is_heard {
            state.strip.process(&self.control, heard, state.span.after_silence);
            state.is_idle = state.strip.is_idle(state.came_in, heard);
            add(heard);
        } else if state.is_idle {
            state.strip.rest(&self.control);
        }
        if let Some(mut levels) = self.control.levels.try_lock() {
            let told = if is_heard { heard } else { &mut [] };
            levels.take(told);
            levels.pass(frames - told.len() / self.control.channels);
        }
    }
}
