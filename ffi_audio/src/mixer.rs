//! The mix: every playback of an engine, added up block by block. Whoever needs frames pulls them, a device's
//! thread or `rt_audio_render`; both run exactly this.

use crate::{
    block::{BLOCK, BlockContext, frames_of},
    bus::{self, Bus},
    clock::HeardClock,
    error::{Error, Result},
    routes::Routes,
    spatial::Listener,
    stream::Stream,
    strip::{Span, Strip, StripControl},
    tap::{self, Tap},
    voice::PlaybackVoice,
};
use ffi_core::Locked;
use std::sync::{
    Arc, Weak,
    atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
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
    routes: Routes,
    strip: Strip,
    listener: Listener,
    taps: Vec<Tap>,
}

/// All playbacks of an engine.
pub struct Mixer {
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
    /// What is set over everything.
    pub strip: StripControl,
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
    /// Buses that were made, and those in which nothing plays any more, for another thread to free.
    new_buses: Locked<Vec<Arc<Bus>>>,
    old_buses: Locked<Vec<Arc<Bus>>>,
    /// Recordings that begin, and those that are over.
    new_taps: Locked<Vec<Tap>>,
    old_taps: Locked<Vec<Tap>>,
    taps: AtomicU32,
    /// The number of the last bus, and how many there are.
    last_bus: AtomicU32,
    buses: AtomicU32,
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
            strip: StripControl::new(rate, channels),
            listener: Locked::default(),
            waits,
            pending: Locked::default(),
            retired: Locked::new(Vec::with_capacity(RETIRED)),
            is_maintained: AtomicBool::new(false),
            streams: Locked::default(),
            mix: Locked::new(Mix {
                voices: vec![],
                routes: Routes::new(channels),
                strip: Strip::new(rate, channels),
                listener: Listener::default(),
                taps: Vec::with_capacity(tap::MOST),
            }),
            new_taps: Locked::new(Vec::with_capacity(tap::MOST)),
            old_taps: Locked::new(Vec::with_capacity(tap::MOST)),
            taps: AtomicU32::new(0),
            new_buses: Locked::new(Vec::with_capacity(bus::MOST)),
            old_buses: Locked::new(Vec::with_capacity(bus::MOST)),
            last_bus: AtomicU32::new(bus::MASTER),
            buses: AtomicU32::new(0),
            time: AtomicU64::new(0),
            clock: (!waits).then(|| HeardClock::new(rate)),
        }
    }

    /// Makes a bus, in another one or in the whole mix.
    pub fn add_bus(&self, parent: Option<Arc<Bus>>) -> Result<Arc<Bus>> {
        self.sweep_buses();
        let one_more = |count| (count < bus::MOST as u32).then_some(count + 1);
        let is_room = self.buses.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more);
        is_room.map_err(|_| Error::Buses)?;
        let number = self.last_bus.fetch_add(1, Ordering::Relaxed) + 1;
        let bus = Arc::new(Bus::new(number, parent, self.rate, self.channels));
        self.new_buses.lock().push(bus.clone());
        Ok(bus)
    }

    /// Has what is played handed over from the next block on.
    pub fn add_tap(&self, tap: Tap) {
        self.new_taps.lock().push(tap);
    }

    /// Makes room for one more, where there is any.
    pub fn reserve_tap(&self) -> Result<()> {
        self.sweep_taps();
        let one_more = |count| (count < tap::MOST as u32).then_some(count + 1);
        self.taps
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .map_err(|_| Error::Recordings)?;
        Ok(())
    }

    /// Gives up room for one.
    pub fn release_tap(&self) {
        self.taps.fetch_sub(1, Ordering::Relaxed);
    }

    fn sweep_taps(&self) {
        // Those that no block came for.
        let mut over = 0;
        self.new_taps.lock().retain(|tap| {
            let is_over = tap.is_over();
            over += u32::from(is_over);
            !is_over
        });
        while let Some(tap) = { self.old_taps.lock().pop() } {
            drop(tap);
            over += 1;
        }
        self.taps.fetch_sub(over, Ordering::Relaxed);
    }

    /// Frees the buses in which nothing plays any more.
    fn sweep_buses(&self) {
        while let Some(bus) = { self.old_buses.lock().pop() } {
            drop(bus);
            self.buses.fetch_sub(1, Ordering::Relaxed);
        }
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
        drop(voices);
        let buses = self.mix.lock().routes.take_buses();
        drop(buses);
        self.mix.lock().taps.clear();
        self.streams.lock().clear();
        self.sweep();
    }

    /// Frees what is over and tells of it; says how much there was.
    pub fn sweep(&self) -> usize {
        self.sweep_buses();
        self.sweep_taps();
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
        if let Some(mut levels) = self.strip.levels.try_lock() {
            levels.take(out);
        }
        if let Some(mut new) = self.new_taps.try_lock() {
            mix.taps.append(&mut new);
        }
        mix.taps.iter_mut().for_each(|tap| tap.take(out, self.waits));
        if let Some(mut old) = self.old_taps.try_lock() {
            let room = old.capacity() - old.len();
            old.extend(mix.taps.extract_if(.., |tap| tap.is_over()).take(room));
        }
    }

    fn mix_block(&self, mix: &mut Mix, out: &mut [f32]) {
        out.fill(0.0);
        if let Some(mut new) = self.new_buses.try_lock() {
            // While none can come: the bus of what arrives here is among them.
            if let Some(mut pending) = self.pending.try_lock() {
                pending.move_to(&mut mix.voices);
            }
            mix.routes.add_buses(&mut new);
        }
        let all = out.len() / self.channels;
        let time = self.time.fetch_add(all as u64, Ordering::Relaxed);
        let span = Span { frames: all, is_silent: false, after_silence: false };
        let span = mix.strip.begin(&self.strip, span, false);
        if let Some(listener) = self.listener.try_lock() {
            mix.listener = *listener;
        }
        let context = BlockContext {
            rate: self.rate,
            channels: self.channels,
            time,
            listener: mix.listener,
            waits: self.waits,
            is_silent: span.is_silent,
            after_silence: span.after_silence,
        };
        let out = &mut out[..span.frames * self.channels];
        let Mix { voices, routes, .. } = mix;
        routes.begin(span);
        voices.retain(|voice| routes.mix(voice, out, &context) || !self.retire(voice));
        routes.end(out, all);
        if let Some(mut old) = self.old_buses.try_lock() {
            routes.remove_unused(&mut old);
        }
        if !span.is_silent {
            mix.strip.process(&self.strip, out, span.after_silence);
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
}
