//! The mix: every playback of an engine, added up block by block. Whoever needs frames pulls them, a device's
//! thread or `rt_audio_render`; both run exactly this.

use crate::{gain::Ramp, spatial::Listener, stream::Stream, voice::Playing};
use ffi_core::Locked;
use std::sync::{
    Arc, Weak,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// Frames mixed at a time at most: what callers change is heard at the next block.
pub const BLOCK: usize = 512;
/// So many playbacks can end before somebody has to take them away.
const RETIRED: usize = 1024;

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
        frames_of(ms, self.rate)
    }
}

fn frames_of(ms: f64, rate: u32) -> u64 {
    (ms * f64::from(rate) / 1000.0).round() as u64
}

/// What was started. The mix gets the room for it from here, too, for it must not get memory itself.
#[derive(Default)]
struct Pending {
    arrived: Vec<Arc<Playing>>,
    /// Empty, and large enough for all that arrived and all that play.
    room: Vec<Arc<Playing>>,
    /// How many play, at most.
    playing: usize,
}

impl Pending {
    fn push(&mut self, playing: Arc<Playing>) {
        if self.arrived.len() == self.arrived.capacity() {
            // Nobody may ever mix them.
            self.arrived.retain(|playing| !playing.is_over());
            self.arrived.reserve(self.arrived.len() + 1);
        }
        self.arrived.push(playing);
        let needed = self.playing + self.arrived.len();
        if self.room.capacity() < needed {
            self.room = Vec::with_capacity(2 * needed);
        }
    }

    fn move_to(&mut self, voices: &mut Vec<Arc<Playing>>) {
        if voices.capacity() - voices.len() < self.arrived.len() {
            self.room.append(voices);
            std::mem::swap(voices, &mut self.room);
        }
        voices.append(&mut self.arrived);
        self.playing = voices.len();
    }
}

struct Mix {
    voices: Vec<Arc<Playing>>,
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
    pending: Locked<Pending>,
    /// What is over, for another thread to free and to tell of.
    retired: Locked<Vec<Arc<Playing>>>,
    /// True while a thread looks after it.
    pub tended: AtomicBool,
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
            retired: Locked::new(Vec::with_capacity(RETIRED)),
            tended: AtomicBool::new(false),
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

    /// A length of time in frames.
    pub fn frames_of(&self, ms: f64) -> u64 {
        frames_of(ms, self.rate)
    }

    /// Takes a playback in; it starts with the next block.
    pub fn play(&self, playing: Arc<Playing>) {
        self.pending.lock().push(playing);
    }

    /// True where anything plays, or is about to.
    pub fn is_busy(&self) -> bool {
        let pending = self.pending.lock();
        pending.playing + pending.arrived.len() > 0
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
        pending.arrived.iter().chain(&voices).for_each(|playing| playing.stop());
        voices.iter().for_each(|playing| playing.control.tell_end());
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
        retired.iter().for_each(|playing| playing.control.tell_end());
        retired.len()
    }

    /// The next frames, and all that there is to do with them.
    pub fn render_and_sweep(&self, out: &mut [f32]) {
        self.render(out);
        while self.sweep() == RETIRED {
            self.mix.lock().voices.retain(|playing| !playing.is_over() || !self.retire(playing));
        }
    }

    /// The next frames. Gets and frees no memory, and waits for nobody.
    pub fn render(&self, out: &mut [f32]) {
        let mut mix = self.mix.lock();
        out.chunks_mut(BLOCK * self.channels).for_each(|block| self.render_block(&mut mix, block));
    }

    fn render_block(&self, mix: &mut Mix, out: &mut [f32]) {
        out.fill(0.0);
        if let Some(mut pending) = self.pending.try_lock() {
            pending.move_to(&mut mix.voices);
        }
        if self.paused.load(Ordering::Relaxed) {
            mix.voices.retain(|playing| !playing.is_over() || !self.retire(playing));
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
        let scratch = &mut scratch[..out.len()];
        voices.retain(|playing| playing.mix(out, scratch, &moment) || !self.retire(playing));
        self.apply_master(mix, out);
    }

    /// False where it has to wait for the next block.
    fn retire(&self, playing: &Arc<Playing>) -> bool {
        self.retired.try_lock().is_some_and(|mut retired| {
            let room = retired.len() < retired.capacity();
            if room {
                retired.push(playing.clone());
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
