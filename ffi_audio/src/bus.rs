//! The mix: every playback of an engine, added up block by block. Whoever needs frames pulls them, a device's
//! thread or `rt_audio_render`; both run exactly this.

use crate::{gain::Ramp, spatial::Listener, stream::Stream, voice::Voice};
use ffi_core::Locked;
use std::sync::{
    Weak,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// Frames mixed at a time at most: what callers change is heard at the next block.
const BLOCK: usize = 512;

/// A gain that any thread may set.
pub struct Gain(AtomicU64);

impl Gain {
    /// At this value.
    pub fn new(gain: f64) -> Self {
        Self(AtomicU64::new(gain.to_bits()))
    }

    /// Its value.
    pub fn get(&self) -> f64 {
        f64::from_bits(self.0.load(Ordering::Relaxed))
    }

    /// Another value.
    pub fn set(&self, gain: f64) {
        self.0.store(gain.to_bits(), Ordering::Relaxed);
    }
}

/// What all voices of a block have in common.
pub struct Moment {
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
    /// Who hears it.
    pub listener: Listener,
    /// True where music that is not ready is decoded on the spot.
    pub decode_now: bool,
}

impl Moment {
    /// A length of time in frames.
    pub fn frames_of(&self, ms: f64) -> u64 {
        (ms * f64::from(self.rate) / 1000.0).round() as u64
    }
}

struct Mix {
    voices: Vec<Voice>,
    scratch: Vec<f32>,
    master: Ramp<1>,
    started: bool,
    listener: Listener,
}

/// All playbacks of an engine.
pub struct Bus {
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
    /// True where music that is not ready is decoded by whoever pulls: offline, and while there is no device.
    pub decode_now: AtomicBool,
    pending: Locked<Vec<Voice>>,
    streams: Locked<Vec<Weak<Stream>>>,
    mix: Locked<Mix>,
}

impl Bus {
    /// Nothing to hear yet.
    pub fn new(rate: u32, channels: usize, decode_now: bool) -> Self {
        Self {
            rate,
            channels,
            master: Gain::new(1.0),
            paused: AtomicBool::new(false),
            listener: Locked::default(),
            decode_now: AtomicBool::new(decode_now),
            pending: Locked::default(),
            streams: Locked::default(),
            mix: Locked::new(Mix {
                voices: vec![],
                scratch: vec![0.0; BLOCK * channels],
                master: Ramp::new([1.0], rate),
                started: false,
                listener: Listener::default(),
            }),
        }
    }

    /// Takes a voice in; it starts with the next block.
    pub fn play(&self, voice: Voice) {
        self.pending.lock().push(voice);
    }

    /// Has a stream kept full.
    pub fn feed(&self, stream: Weak<Stream>) {
        self.streams.lock().push(stream);
    }

    /// Decodes ahead for all streams; false where there are none left.
    pub fn fill_streams(&self) -> bool {
        let streams = {
            let mut streams = self.streams.lock();
            streams.retain(|stream| stream.strong_count() > 0);
            streams.clone()
        };
        streams.iter().filter_map(Weak::upgrade).for_each(|stream| stream.fill());
        !streams.is_empty()
    }

    /// Ends everything.
    pub fn clear(&self) {
        let pending = std::mem::take(&mut *self.pending.lock());
        let voices = std::mem::take(&mut self.mix.lock().voices);
        drop((pending, voices));
        self.streams.lock().clear();
    }

    /// The next frames.
    pub fn render(&self, out: &mut [f32]) {
        let mut mix = self.mix.lock();
        out.chunks_mut(BLOCK * self.channels).for_each(|block| self.render_block(&mut mix, block));
    }

    fn render_block(&self, mix: &mut Mix, out: &mut [f32]) {
        out.fill(0.0);
        if let Some(mut pending) = self.pending.try_lock() {
            mix.voices.append(&mut pending);
        }
        if self.paused.load(Ordering::Relaxed) {
            mix.voices.retain(|voice| !voice.is_stopped());
            return;
        }
        if let Some(listener) = self.listener.try_lock() {
            mix.listener = *listener;
        }
        let moment = Moment {
            rate: self.rate,
            channels: self.channels,
            listener: mix.listener,
            decode_now: self.decode_now.load(Ordering::Relaxed),
        };
        let Mix { voices, scratch, .. } = mix;
        voices.retain_mut(|voice| voice.mix(out, &mut scratch[..out.len()], &moment));
        self.apply_master(mix, out);
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
