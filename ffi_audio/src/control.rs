//! Settings that callers make on a playback, and state that they can ask of it: shared with the thread that mixes.

use crate::{
    bus::{self, Bus},
    distance::Distance,
    echo::Echo,
    effect::{Change, Effect},
    effects::Effects,
    filter::{Band, Bands, Filters},
    region::Region,
    reverb::Reverb,
    spatial::Vector,
    timeline::Timeline,
};
use ffi_core::Locked;
use ffi_core::events::{EventKind, publish};
use std::{
    ops::DerefMut,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, AtomicU32, AtomicU64, Ordering},
    },
};

/// A request that the mixing thread acts on once for each new number.
#[derive(Clone, Copy, Default)]
pub struct Request<T> {
    /// Counts them; 0 for none yet.
    pub number: u64,
    /// The latest.
    pub value: T,
}

impl<T> Request<T> {
    fn set(&mut self, value: T) {
        self.number += 1;
        self.value = value;
    }
}

/// A fade, in milliseconds.
#[derive(Clone, Copy)]
pub enum FadeTo {
    /// To the full level.
    Full(u64),
    /// To silence.
    Silence(u64),
}

/// Everything that can be set.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Linear gain.
    pub volume: f64,
    /// Times the pitch.
    pub speed: f64,
    /// By the user, for this playback alone.
    pub paused: bool,
    /// None: heard as it is.
    pub position: Option<Vector>,
    /// Metres that it moves in a second.
    pub velocity: Vector,
    /// How it falls off with its distance; None: as its engine says.
    pub distance: Option<Distance>,
    /// From −1, left, to 1, right; None: heard as it is.
    pub pan: Option<f64>,
    /// The frame of the engine's time that it starts at; None: at once.
    pub start: Option<u64>,
    /// The latest fade.
    pub fade: Request<Option<FadeTo>>,
    /// The latest jump, in seconds.
    pub seek: Request<f64>,
    /// The latest loop of a decoded sound.
    pub looped: Request<Option<Region>>,
}

impl Settings {
    /// A plain start.
    pub fn new(volume: f64, position: Option<Vector>) -> Self {
        Self {
            volume,
            speed: 1.0,
            paused: false,
            position,
            velocity: [0.0; 3],
            distance: None,
            pan: None,
            start: None,
            fade: Request::default(),
            seek: Request::default(),
            looped: Request::default(),
        }
    }

    /// Begins a fade at the next buffer.
    pub fn request_fade(&mut self, fade: FadeTo) {
        self.fade.set(Some(fade));
    }

    /// Repeats another stretch from the next buffer on, or none.
    pub fn request_loop(&mut self, looped: Option<Region>) {
        self.looped.set(looped);
    }

    /// Jumps at the next buffer.
    pub fn request_seek(&mut self, seconds: f64) {
        self.seek.set(seconds);
    }
}

/// One playback's settings and state.
pub struct Control {
    settings: Locked<Settings>,
    effects: Locked<Effects>,
    /// What was asked of the filters.
    bands: Locked<Bands>,
    /// Whose end it waits for, and how many frames before that it begins.
    after: Locked<Option<(Arc<Control>, u64)>>,
    /// The frame of the engine's at which its sound ends, as far as that is known, and whether it has.
    end: AtomicU64,
    end_is_sure: AtomicBool,
    /// So many frames before its end it begins to give way to another.
    gives_way: AtomicU64,
    begun: AtomicBool,
    /// The bus that it goes into; None: into the whole mix.
    bus: Locked<Option<Arc<Bus>>>,
    bus_number: AtomicU32,
    changes: AtomicU64,
    stopped: AtomicBool,
    ended: AtomicBool,
    /// True where it came to its end by itself and nobody was told yet.
    end_unpublished: AtomicBool,
    seconds: AtomicU64,
    /// Places in seconds of what is not heard yet, on a device.
    timeline: Locked<Timeline>,
    /// The playback's handle, for whoever is told that it ended.
    handle: AtomicI64,
}

impl Control {
    /// A playback about to start.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings: Locked::new(settings),
            effects: Locked::default(),
            bands: Locked::default(),
            after: Locked::default(),
            end: AtomicU64::new(u64::MAX),
            end_is_sure: AtomicBool::new(false),
            gives_way: AtomicU64::new(0),
            begun: AtomicBool::new(false),
            bus: Locked::default(),
            bus_number: AtomicU32::new(bus::MASTER),
            changes: AtomicU64::new(1),
            stopped: AtomicBool::new(false),
            ended: AtomicBool::new(false),
            end_unpublished: AtomicBool::new(false),
            seconds: AtomicU64::new(0),
            timeline: Locked::default(),
            handle: AtomicI64::new(0),
        }
    }

    /// Changes settings.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings.lock());
        self.changes.fetch_add(1, Ordering::Release);
    }

    /// The settings.
    pub fn settings(&self) -> Settings {
        *self.settings.lock()
    }

    /// Has it begin so many frames before another one's end; None: when it is told to.
    pub fn wait_for(&self, after: Option<(Arc<Self>, u64)>) {
        let before = std::mem::replace(&mut *self.after.lock(), after);
        drop(before);
    }

    /// The first frame that it is heard at, and the number of those in which another one gives way to it; `at_once` where
    /// it waits for nobody. None where it is to wait on.
    pub fn begins(&self, at_once: u64, now: u64) -> Option<(u64, u64)> {
        let after = self.after.try_lock()?;
        let Some((before, frames)) = &*after else { return Some((at_once, 0)) };
        match before.end.load(Ordering::Acquire) {
            u64::MAX => (before.has_ended() || before.is_stopped()).then_some((now, 0)),
            end if *frames > 0 => {
                let first = end.saturating_sub(*frames).max(now);
                Some((first, end.saturating_sub(first)))
            }
            end => before.end_is_sure.load(Ordering::Acquire).then_some((end.max(now), 0)),
        }
    }

    /// Notes at which frame its sound will end, or has ended.
    pub fn set_end(&self, frame: Option<u64>, is_sure: bool) {
        if !self.end_is_sure.load(Ordering::Relaxed) {
            self.end.store(frame.unwrap_or(u64::MAX), Ordering::Release);
            self.end_is_sure.store(is_sure, Ordering::Release);
        }
    }

    /// Gives way to another one, so many frames before its end.
    pub fn give_way(&self, frames: u64) {
        self.gives_way.store(frames, Ordering::Relaxed);
    }

    /// How many that are; 0 for none.
    pub fn gives_way(&self) -> u64 {
        self.gives_way.load(Ordering::Relaxed)
    }

    /// It is heard from now on.
    pub fn begin(&self) {
        self.begun.store(true, Ordering::Relaxed);
    }

    /// True from then on.
    pub fn has_begun(&self) -> bool {
        self.begun.load(Ordering::Relaxed)
    }

    /// Lets it go into another bus, or into the whole mix.
    pub fn set_bus(&self, bus: Option<Arc<Bus>>) {
        let mut own = self.bus.lock();
        self.bus_number.store(bus.as_ref().map_or(bus::MASTER, |bus| bus.number), Ordering::Relaxed);
        let before = std::mem::replace(&mut *own, bus);
        drop(own);
        drop(before);
    }

    /// The number of that.
    pub fn bus(&self) -> u32 {
        self.bus_number.load(Ordering::Relaxed)
    }

    /// True where that halts.
    pub fn is_bus_paused(&self) -> bool {
        self.bus.lock().as_ref().is_some_and(|bus| bus.is_paused())
    }

    /// Another echo, or none.
    pub fn set_echo(&self, echo: Option<Echo>) {
        self.set_effect(echo, |effects| &mut effects.echo);
    }

    /// Another room, or none.
    pub fn set_reverb(&self, reverb: Option<Reverb>) {
        self.set_effect(reverb, |effects| &mut effects.reverb);
    }

    /// Another filter in a slot, or none.
    pub fn set_filter(&self, slot: usize, band: Option<Band>, channels: usize, rate: u32) {
        let mut bands = self.bands.lock();
        bands[slot] = band;
        self.set_effect(Some(Filters::new(&bands, channels, rate)), |effects| &mut effects.filters);
    }

    /// No filter at all.
    pub fn clear_filters(&self, channels: usize, rate: u32) {
        let mut bands = self.bands.lock();
        *bands = Bands::default();
        self.set_effect(Some(Filters::new(&bands, channels, rate)), |effects| &mut effects.filters);
    }

    fn set_effect<T: Effect>(&self, effect: Option<T>, which: impl FnOnce(&mut Effects) -> &mut Change<T>) {
        let change = Change::new(effect);
        let before = std::mem::replace(which(&mut self.effects.lock()), change);
        self.changes.fetch_add(1, Ordering::Release);
        drop(before);
    }

    /// The settings and effects, where any changed since `seen`; without waiting: the mixing thread asks again.
    pub fn changed<'a>(
        &'a self,
        seen: &mut u64,
    ) -> Option<(Settings, impl DerefMut<Target = Effects> + use<'a>)> {
        let changes = self.changes.load(Ordering::Acquire);
        if changes == *seen {
            return None;
        }
        let settings = *self.settings.try_lock()?;
        let effects = self.effects.try_lock()?;
        *seen = changes;
        Some((settings, effects))
    }

    /// Asks the mixing thread to drop it.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// True once somebody asked for that.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Remembers the playback's handle, before it is heard.
    pub fn set_handle(&self, handle: i64) {
        self.handle.store(handle, Ordering::Relaxed);
    }

    /// Ends the playback, which came to its end by itself.
    pub fn finish(&self) {
        self.end();
        // Whoever hears of the end finds that it has ended.
        self.end_unpublished.store(true, Ordering::Release);
    }

    /// Tells whoever listens that it ended, where it did so by itself: once, and not on the mixing thread.
    pub fn publish_end(&self) {
        if self.end_unpublished.swap(false, Ordering::Acquire) {
            publish(EventKind::AudioEnded, || {
                format!(r#"{{"type":"ended","playback":{}}}"#, self.handle.load(Ordering::Relaxed))
            });
        }
    }

    /// There is nothing more to hear of it.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Release);
    }

    /// True from then on.
    pub fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Remembers how far it has come.
    pub fn set_seconds(&self, seconds: f64) {
        self.seconds.store(seconds.to_bits(), Ordering::Relaxed);
    }

    /// Place in the sound, in seconds.
    pub fn seconds(&self) -> f64 {
        f64::from_bits(self.seconds.load(Ordering::Relaxed))
    }

    /// From this frame of the engine's on it is at `seconds` and goes on by `slope` seconds a frame, a loop within `span`,
    /// as a device will let it be heard. Waits for nobody: what is left out here is told with the next block.
    pub fn set_line(&self, frame: f64, seconds: f64, slope: f64, span: Option<(f64, f64)>) {
        if let Some(mut timeline) = self.timeline.try_lock() {
            timeline.set(frame, seconds, slope, span);
        }
    }

    /// Place in the sound, in seconds, where this frame of the engine's is heard.
    pub fn seconds_at(&self, frame: f64) -> f64 {
        self.timeline.lock().at(frame).unwrap_or_else(|| self.seconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn whoever_may_tell_of_an_end_finds_that_it_has_ended() {
        for round in 0..1000 {
            let control = Control::new(Settings::new(1.0, None));
            thread::scope(|scope| {
                scope.spawn(|| control.finish());
                while !control.end_unpublished.swap(false, Ordering::Acquire) {
                    thread::yield_now();
                }
                assert!(control.has_ended(), "round {round}");
            });
        }
    }
}
