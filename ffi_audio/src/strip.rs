//! What a bus and the whole mix have in common: effects, a volume, a compressor, a meter, and pauses.

use crate::{
    compressor::{Compressor, Dynamics},
    echo::Echo,
    effect::{Change, Effect},
    effects::Effects,
    filter::{Band, Bands, Filters},
    gain::{Gain, Ramp},
    levels::Levels,
    reverb::Reverb,
};
use ffi_core::Locked;
use std::sync::atomic::{AtomicBool, Ordering};

/// Level below which a tail is silent: −100 dB.
const SILENCE: f32 = 1e-5;

/// What callers set and ask.
pub struct StripControl {
    /// Over all of it.
    pub volume: Gain,
    /// True while it halts.
    pub paused: AtomicBool,
    /// What was asked of the filters.
    bands: Locked<Bands>,
    effects: Locked<Effects>,
    /// What the compressor does.
    pub dynamics: Locked<Option<Dynamics>>,
    /// What it makes of the sound at the moment.
    pub reduction: Gain,
    /// How loud it is.
    pub levels: Locked<Levels>,
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
}

impl StripControl {
    /// Nothing set.
    pub fn new(rate: u32, channels: usize) -> Self {
        Self {
            volume: Gain::new(1.0),
            paused: AtomicBool::new(false),
            bands: Locked::default(),
            effects: Locked::default(),
            dynamics: Locked::default(),
            reduction: Gain::new(1.0),
            levels: Locked::new(Levels::new(channels)),
            rate,
            channels,
        }
    }

    /// Another filter in a slot, or none.
    pub fn set_filter(&self, slot: usize, band: Option<Band>) {
        let mut bands = self.bands.lock();
        bands[slot] = band;
        self.set_effect(Some(Filters::new(&bands, self.channels, self.rate)), |effects| &mut effects.filters);
    }

    /// Another echo, or none.
    pub fn set_echo(&self, echo: Option<Echo>) {
        self.set_effect(echo, |effects| &mut effects.echo);
    }

    /// Another room, or none.
    pub fn set_reverb(&self, reverb: Option<Reverb>) {
        self.set_effect(reverb, |effects| &mut effects.reverb);
    }

    /// No effect at all.
    pub fn clear_effects(&self) {
        self.set_echo(None);
        self.set_reverb(None);
        let mut bands = self.bands.lock();
        *bands = Bands::default();
        self.set_effect(Some(Filters::new(&bands, self.channels, self.rate)), |effects| &mut effects.filters);
    }

    fn set_effect<T: Effect>(&self, effect: Option<T>, which: impl FnOnce(&mut Effects) -> &mut Change<T>) {
        let change = Change::new(effect);
        let before = std::mem::replace(which(&mut self.effects.lock()), change);
        drop(before);
    }
}

/// What of a block is heard.
#[derive(Clone, Copy)]
pub struct Span {
    /// So many of its first frames.
    pub frames: usize,
    /// True where it halts and none of it is heard.
    pub is_silent: bool,
    /// True where what came before was silence.
    pub after_silence: bool,
}

/// What the mixing thread has of it.
pub struct Strip {
    volume: Ramp<1>,
    /// Closes and opens for pauses.
    gate: Ramp<1>,
    /// True once anything was heard: before, changes are at once.
    started: bool,
    filters: Option<Box<Filters>>,
    echo: Option<Box<Echo>>,
    reverb: Option<Box<Reverb>>,
    compressor: Compressor,
    /// Frames of silence since something came in.
    quiet: usize,
    rate: u32,
    channels: usize,
}

impl Strip {
    /// At rest.
    pub fn new(rate: u32, channels: usize) -> Self {
        Self {
            volume: Ramp::new([1.0], rate),
            gate: Ramp::short([1.0], rate),
            started: false,
            filters: None,
            echo: None,
            reverb: None,
            compressor: Compressor::new(rate),
            quiet: usize::MAX,
            rate,
            channels,
        }
    }

    /// Begins a block: what of it is heard, where what it goes into has that heard. One that is idle has nothing to fade.
    pub fn begin(&mut self, control: &StripControl, into: Span, is_idle: bool) -> Span {
        let is_paused = control.paused.load(Ordering::Relaxed);
        let gate = [if is_paused { 0.0 } else { 1.0 }];
        let after_silence = self.gate.is_silent() || into.after_silence;
        if self.started && !into.is_silent && !is_idle {
            self.gate.set(gate);
        } else {
            self.gate = Ramp::short(gate, self.rate);
        }
        let is_silent = into.is_silent || is_paused && self.gate.is_silent();
        // What halts keeps its place where it is no longer heard.
        let halting = if is_paused { self.gate.remaining() } else { usize::MAX };
        let frames = if is_silent { 0 } else { halting.min(into.frames) };
        Span { frames, is_silent, after_silence }
    }

    /// Makes of what came in what is heard, in place.
    pub fn process(&mut self, control: &StripControl, out: &mut [f32], after_silence: bool) {
        self.apply_effects(control, out, self.started && !after_silence);
        let gain = [control.volume.get() as f32];
        if self.started {
            self.volume.set(gain);
        } else {
            (self.volume, self.started) = (Ramp::new(gain, self.rate), true);
        }
        multiply(&self.volume, out, self.channels);
        let frames = out.len() / self.channels;
        self.volume.advance(frames);
        if let Some(dynamics) = control.dynamics.try_lock() {
            self.compressor.set(*dynamics);
        }
        self.compressor.process(out, self.channels, &control.reduction);
        if self.gate.resting() != Some([1.0]) {
            multiply(&self.gate, out, self.channels);
            self.gate.advance(frames);
        }
    }

    fn apply_effects(&mut self, control: &StripControl, out: &mut [f32], is_heard: bool) {
        if let Some(mut effects) = control.effects.try_lock() {
            effects.filters.take(&mut self.filters, is_heard);
            effects.echo.take(&mut self.echo, is_heard);
            effects.reverb.take(&mut self.reverb, is_heard);
        }
        if let Some(filters) = &mut self.filters {
            filters.process(out);
        }
        if let Some(echo) = self.echo.as_mut().filter(|echo| echo.memory() > 0) {
            echo.process(out);
        }
        if let Some(reverb) = self.reverb.as_mut().filter(|reverb| reverb.memory() > 0) {
            reverb.process(out, self.channels);
        }
    }

    /// True where nothing comes in and nothing is left to be heard. `out` is what came of it.
    pub fn is_idle(&mut self, came_in: bool, out: &[f32]) -> bool {
        let silent = !came_in && out.iter().all(|sample| sample.abs() < SILENCE);
        self.quiet = if silent { self.quiet.saturating_add(out.len() / self.channels) } else { 0 };
        let memory = self.reverb.as_deref().map_or(0, Reverb::memory)
            + self.echo.as_deref().map_or(0, Echo::memory)
            + self.filters.as_deref().map_or(0, Filters::memory);
        self.quiet > memory
    }

    /// Takes in what callers changed while nothing is heard: at once.
    pub fn rest(&mut self, control: &StripControl) {
        self.volume = Ramp::new([control.volume.get() as f32], self.rate);
        if let Some(mut effects) = control.effects.try_lock() {
            effects.filters.take(&mut self.filters, false);
            effects.echo.take(&mut self.echo, false);
            effects.reverb.take(&mut self.reverb, false);
        }
    }
}

fn multiply(gain: &Ramp<1>, out: &mut [f32], channels: usize) {
    match gain.resting() {
        Some([1.0]) => {}
        Some([gain]) => out.iter_mut().for_each(|sample| *sample *= gain),
        None => {
            for (i, frame) in out.chunks_exact_mut(channels).enumerate() {
                let [gain] = gain.at(i);
                frame.iter_mut().for_each(|sample| *sample *= gain);
            }
        }
    }
}
