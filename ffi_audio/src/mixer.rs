//! The mix: every playback of an engine, added up block by block. Whoever needs frames pulls them, a device's
//! thread or `rt_audio_render`; both run exactly this.

use crate::{
    block::{BLOCK, BlockContext, frames_of},
    clock::HeardClock,
    compressor::{Compressor, Dynamics},
    effect::Change,
    filter::{Band, Bands, Filters},
    gain::{Gain, Ramp},
    levels::Levels,
    spatial::Listener,
    stream::Stream,
    voice::PlaybackVoice,
};
use ffi_core::Locked;
use std::sync::{
    Arc, Weak,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// So many playbacks can end before somebody has to take them away.
const RETIRED: usize = 1024;

/// Playbacks that were started. The mix gets the room for it from here, too, for it must not get memory itself.
#[derive(Default)]
struct Pending {
    arrived: Vec<Arc<PlaybackVoice>>,
    /// Empty, and large enough for all that arrived and all that play.
    room: Vec<Arc<PlaybackVoice>>,
    /// Most playbacks that play.
    active: usize,
}

impl Pending {
    fn push(&mut self, voice: Arc<PlaybackVoice>) {
        if self.arrived.len() == self.arrived.capacity() {
            // Nobody may ever mix them.
            self.arrived.retain(|voice| !voice.is_over());
            self.arrived.reserve(self.arrived.len() + 1);
        }
        self.arrived.push(voice);
        let needed = self.active + self.arrived.len();
        if self.room.capacity() < needed {
            self.room = Vec::with_capacity(2 * needed);
        }
    }

    fn move_to(&mut self, voices: &mut Vec<Arc<PlaybackVoice>>) {
        if voices.capacity() - voices.len() < self.arrived.len() {
            self.room.append(voices);
            std::mem::swap(voices, &mut self.room);
        }
        voices.append(&mut self.arrived);
        self.active = voices.len();
    }
}

struct Mix {
    voices: Vec<Arc<PlaybackVoice>>,
    scratch: Vec<f32>,
    master: Ramp<1>,
    /// Closes and opens for pauses of everything.
    gate: Ramp<1>,
    started: bool,
    listener: Listener,
    filters: Option<Box<Filters>>,
    compressor: Compressor,
}

/// All playbacks of an engine.
pub struct Mixer {
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
    /// Over everything.
    pub master: Gain,
    /// By `pause_all`.
    pub paused: AtomicBool,
    /// Who hears it.
    pub listener: Locked<Listener>,
    /// True where whoever pulls waits for music that is not decoded yet: offline.
    waits: bool,
    pending: Locked<Pending>,
    /// Playbacks that are over, for another thread to free and to tell of.
    retired: Locked<Vec<Arc<PlaybackVoice>>>,
    /// True while a thread looks after it.
    pub is_maintained: AtomicBool,
    streams: Locked<Vec<Weak<Stream>>>,
    mix: Locked<Mix>,
    /// What was asked of the filters over everything, and those on their way.
    bands: Locked<Bands>,
    filters: Locked<Change<Filters>>,
    /// What the compressor over everything does.
    pub dynamics: Locked<Option<Dynamics>>,
    /// What it makes of the sound at the moment.
    pub reduction: Gain,
    /// How loud everything is.
    pub levels: Locked<Levels>,
    /// Frames mixed since the engine began.
    time: AtomicU64,
    /// When they are heard; None offline.
    pub clock: Option<HeardClock>,
}

impl Mixer {
    /// Nothing to hear yet.
    pub fn new(rate: u32, channels: usize, waits: bool) -> Self {
        Self {
            rate,
            channels,
            master: Gain::new(1.0),
            paused: AtomicBool::new(false),
            listener: Locked::default(),
            waits,
            pending: Locked::default(),
            retired: Locked::new(Vec::with_capacity(RETIRED)),
            is_maintained: AtomicBool::new(false),
            streams: Locked::default(),
            mix: Locked::new(Mix {
                voices: vec![],
                scratch: vec![0.0; BLOCK * channels],
                master: Ramp::new([1.0], rate),
                gate: Ramp::short([1.0], rate),
                started: false,
                listener: Listener::default(),
                filters: None,
                compressor: Compressor::new(rate),
            }),
            bands: Locked::default(),
            filters: Locked::default(),
            dynamics: Locked::default(),
            reduction: Gain::new(1.0),
            levels: Locked::new(Levels::new(channels)),
            time: AtomicU64::new(0),
            clock: (!waits).then(|| HeardClock::new(rate)),
        }
    }

    /// Another filter over everything in a slot, or none.
    pub fn set_filter(&self, slot: usize, band: Option<Band>) {
        let mut bands = self.bands.lock();
        bands[slot] = band;
        let change = Change::new(Some(Filters::new(&bands, self.channels, self.rate)));
        let before = std::mem::replace(&mut *self.filters.lock(), change);
        drop(before);
    }

    /// A length of time in frames.
    pub fn frames_of(&self, ms: f64) -> u64 {
        frames_of(ms, self.rate)
    }

    /// Takes a playback in; it starts with the next block.
    pub fn play(&self, voice: Arc<PlaybackVoice>) {
        self.pending.lock().push(voice);
    }

    /// True where anything plays, or is about to.
    pub fn is_busy(&self) -> bool {
        let pending = self.pending.lock();
        pending.active + pending.arrived.len() > 0
    }

    /// Frames mixed since the engine began.
    pub fn time(&self) -> u64 {
        self.time.load(Ordering::Relaxed)
    }

    /// The frame that is heard now; None offline, where all is that was mixed.
    pub fn heard(&self) -> Option<f64> {
        self.clock.as_ref().map(|clock| clock.heard(self.time()))
    }

    /// Has a stream looked after.
    pub fn feed(&self, stream: Weak<Stream>) {
        self.streams.lock().push(stream);
    }

    /// Has all streams decoded ahead; false where there are none left.
    pub fn tend_streams(&self) -> bool {
        let streams = {
            let mut streams = self.streams.lock();
            streams.retain(|stream| stream.strong_count() > 0);
            streams.clone()
        };
        streams.iter().filter_map(Weak::upgrade).for_each(|stream| stream.tend());
        !streams.is_empty()
    }

    /// Ends everything.
    pub fn clear(&self) {
        let pending = std::mem::take(&mut *self.pending.lock());
        let voices = std::mem::take(&mut self.mix.lock().voices);
        pending.arrived.iter().chain(&voices).for_each(|voice| voice.stop(false));
        voices.iter().for_each(|voice| voice.control.publish_end());
        self.streams.lock().clear();
        self.sweep();
    }

    /// Frees what is over and tells of it; says how much there was.
    pub fn sweep(&self) -> usize {
        if self.retired.lock().is_empty() {
            return 0;
        }
        let room = Vec::with_capacity(RETIRED);
        let retired = std::mem::replace(&mut *self.retired.lock(), room);
        retired.iter().for_each(|voice| voice.control.publish_end());
        retired.len()
    }

    /// The next frames, and all that there is to do with them.
    pub fn render_and_sweep(&self, out: &mut [f32]) {
        self.render(out);
        while self.sweep() == RETIRED {
            self.mix.lock().voices.retain(|voice| !voice.is_over() || !self.retire(voice));
        }
    }

    /// The next frames. Gets and frees no memory, and waits for nobody.
    pub fn render(&self, out: &mut [f32]) {
        let mut mix = self.mix.lock();
        out.chunks_mut(BLOCK * self.channels).for_each(|block| self.render_block(&mut mix, block));
    }

    fn render_block(&self, mix: &mut Mix, out: &mut [f32]) {
        self.mix_block(mix, out);
        if let Some(mut levels) = self.levels.try_lock() {
            levels.take(out);
        }
    }

    fn mix_block(&self, mix: &mut Mix, out: &mut [f32]) {
        out.fill(0.0);
        if let Some(mut pending) = self.pending.try_lock() {
            pending.move_to(&mut mix.voices);
        }
        let time = self.time.fetch_add((out.len() / self.channels) as u64, Ordering::Relaxed);
        let is_paused = self.paused.load(Ordering::Relaxed);
        let gate = [if is_paused { 0.0 } else { 1.0 }];
        let after_silence = mix.gate.is_silent();
        if mix.started {
            mix.gate.set(gate);
        } else {
            mix.gate = Ramp::short(gate, self.rate);
        }
        if let Some(listener) = self.listener.try_lock() {
            mix.listener = *listener;
        }
        let context = BlockContext {
            rate: self.rate,
            channels: self.channels,
            time,
            listener: mix.listener,
            waits: self.waits,
            is_silent: is_paused && mix.gate.is_silent(),
            after_silence,
        };
        // What halts keeps its place where it is no longer heard.
        let halting = if is_paused { mix.gate.remaining() } else { usize::MAX };
        let frames = if context.is_silent { 0 } else { halting.min(out.len() / self.channels) };
        let out = &mut out[..frames * self.channels];
        let Mix { voices, scratch, .. } = mix;
        let scratch = &mut scratch[..out.len()];
        voices.retain(|voice| voice.mix(out, scratch, &context) || !self.retire(voice));
        if context.is_silent {
            return;
        }
        if let Some(mut filters) = self.filters.try_lock() {
            filters.take(&mut mix.filters, mix.started && !after_silence);
        }
        if let Some(filters) = &mut mix.filters {
            filters.process(out);
        }
        self.apply_master(mix, out);
        if let Some(dynamics) = self.dynamics.try_lock() {
            mix.compressor.set(*dynamics);
        }
        mix.compressor.process(out, self.channels, &self.reduction);
        if mix.gate.resting() != Some([1.0]) {
            for (i, frame) in out.chunks_exact_mut(self.channels).enumerate() {
                let [gain] = mix.gate.at(i);
                frame.iter_mut().for_each(|sample| *sample *= gain);
            }
            mix.gate.advance(frames);
        }
    }

    /// False where it has to wait for the next block.
    fn retire(&self, voice: &Arc<PlaybackVoice>) -> bool {
        self.retired.try_lock().is_some_and(|mut retired| {
            let room = retired.len() < retired.capacity();
            if room {
                retired.push(voice.clone());
            }
            room
        })
    }

    fn apply_master(&self, mix: &mut Mix, out: &mut [f32]) {
        let gain = [self.master.get() as f32];
        if mix.started {
            mix.master.set(gain);
        } else {
            mix.master = Ramp::new(gain, self.rate);
            mix.started = true;
        }
        match mix.master.resting() {
            Some([1.0]) => {}
            Some([gain]) => out.iter_mut().for_each(|sample| *sample *= gain),
            None => {
                for (i, frame) in out.chunks_exact_mut(self.channels).enumerate() {
                    let [gain] = mix.master.at(i);
                    frame.iter_mut().for_each(|sample| *sample *= gain);
                }
            }
        }
        mix.master.advance(out.len() / self.channels);
    }
}
