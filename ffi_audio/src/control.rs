//! Settings that callers make on a playback, and state that they can ask of it: shared with the thread that mixes.

use crate::{
    echo::Echo,
    effect::{Change, Effect},
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
    sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
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

/// All effects.
#[derive(Default)]
pub struct Effects {
    /// The echo.
    pub echo: Change<Echo>,
    /// The room.
    pub reverb: Change<Reverb>,
    /// The filters.
    pub filters: Change<Filters>,
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
