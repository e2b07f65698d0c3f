//! Engines and what belongs to them.

use crate::{
    control::Control,
    device::{Choose, Keeper, State},
    error::{Error, Result},
    mixer::{Bus, Gain},
    sound_buffer::Pcm,
    spatial::Vector,
    stream::Stream,
    track::Track,
    voice::{Playing, Voice},
};
use ffi_core::{
    Borrowed, Kind, Locked, Object,
    handle::{self, free_all},
};
use std::{
    collections::HashSet,
    sync::{
        Arc, Weak,
        atomic::{AtomicI64, Ordering},
    },
};

/// Something that plays.
pub struct AudioEngine {
    /// What it plays.
    pub bus: Arc<Bus>,
    /// What is freed with it.
    pub family: Arc<Family>,
    keeper: Locked<Option<Keeper>>,
    device: Option<Arc<State>>,
}

ffi_core::object!(AudioEngine, Kind::AudioEngine);

impl AudioEngine {
    /// Without a device.
    pub fn offline(rate: u32, channels: usize) -> Self {
        Self {
            bus: Arc::new(Bus::new(rate, channels, true)),
            family: Arc::default(),
            keeper: Locked::new(None),
            device: None,
        }
    }

    /// On a device.
    pub fn on_device(choose: Choose) -> Result<Self> {
        let keeper = Keeper::start(choose)?;
        Ok(Self {
            bus: keeper.bus.clone(),
            family: Arc::default(),
            device: Some(keeper.state.clone()),
            keeper: Locked::new(Some(keeper)),
        })
    }

    /// How its device does; None offline.
    pub fn device(&self) -> Option<&State> {
        self.device.as_deref()
    }

    /// Frees all that belongs to it and waits for its thread.
    pub fn close(&self) {
        self.family.free();
        let keeper = self.keeper.lock().take();
        if let Some(keeper) = keeper {
            keeper.stop();
        }
        self.bus.clear();
    }

    /// Takes a decoded sound in.
    pub fn adopt_source(&self, pcm: Pcm) -> Result<Borrowed<AudioSource>> {
        self.family.adopt(AudioSource { pcm: Arc::new(pcm), member: Member::of(&self.family) })
    }

    /// A track that plays `pcm`.
    pub fn track(&self, pcm: &Arc<Pcm>, looped: bool) -> Track {
        Track::memory(pcm.clone(), looped, self.bus.rate, self.bus.channels)
    }

    /// Starts a decoded sound.
    pub fn play(
        &self,
        source: &AudioSource,
        volume: f64,
        looped: bool,
        position: Option<Vector>,
    ) -> Result<Borrowed<AudioPlayback>> {
        let length = (!looped).then(|| source.pcm.duration());
        let tracks = vec![self.track(&source.pcm, looped)];
        self.start(Control::new(volume, position), tracks, None, Sound::Decoded(length))
    }

    /// Starts music.
    pub fn play_stream(&self, stream: Stream, looped: bool) -> Result<Borrowed<AudioPlayback>> {
        stream.fill();
        let stream = Arc::new(stream);
        let tracks = vec![Track::stream(stream.clone(), looped, self.bus.rate, self.bus.channels)];
        if self.device.is_some() {
            self.bus.feed(Arc::downgrade(&stream));
        }
        self.start(Control::new(1.0, None), tracks, None, Sound::Music(stream))
    }

    /// Starts tracks as one playback.
    pub fn start(
        &self,
        control: Control,
        tracks: Vec<Track>,
        group: Option<Arc<Gain>>,
        sound: Sound,
    ) -> Result<Borrowed<AudioPlayback>> {
        let control = Arc::new(control);
        let voice = Voice::new(&control, group, tracks, self.bus.rate, self.bus.channels);
        let playing = Playing::new(control.clone(), voice);
        let playback = AudioPlayback {
            control: control.clone(),
            playing: playing.clone(),
            sound,
            bus: self.bus.clone(),
            member: Member::of(&self.family),
        };
        let handle = self.family.adopt(playback)?;
        control.set_handle(handle.handle());
        self.bus.play(playing);
        if self.device.is_some()
            && !self.bus.tended.swap(true, Ordering::AcqRel)
            && let Some(keeper) = &*self.keeper.lock()
        {
            keeper.feed();
        }
        Ok(handle)
    }
}

impl Drop for AudioEngine {
    fn drop(&mut self) {
        self.close();
    }
}

/// A decoded sound.
pub struct AudioSource {
    /// Its samples.
    pub pcm: Arc<Pcm>,
    member: Member,
}

ffi_core::object!(AudioSource, Kind::AudioSource);

/// What a playback plays.
pub enum Sound {
    /// From memory; its length in seconds, where it ends.
    Decoded(Option<f64>),
    /// From a file.
    Music(Arc<Stream>),
}

/// A sound that was started.
pub struct AudioPlayback {
    /// What callers set.
    pub control: Arc<Control>,
    /// What is mixed.
    pub playing: Arc<Playing>,
    /// What it plays.
    pub sound: Sound,
    /// Where it plays.
    pub bus: Arc<Bus>,
    member: Member,
}

ffi_core::object!(AudioPlayback, Kind::AudioPlayback);

impl Drop for AudioPlayback {
    fn drop(&mut self) {
        self.playing.stop();
    }
}

/// Sources that sound together.
pub struct AudioMixer {
    /// What it plays.
    pub sources: Locked<Vec<Arc<Pcm>>>,
    /// Over all of it.
    pub volume: Arc<Gain>,
    /// Where it plays.
    pub engine: Weak<AudioEngine>,
    member: Member,
}

ffi_core::object!(AudioMixer, Kind::AudioMixer);

impl AudioMixer {
    /// Nothing in it yet.
    pub fn adopt(engine: &Arc<AudioEngine>) -> Result<Borrowed<Self>> {
        engine.family.adopt(Self {
            sources: Locked::default(),
            volume: Arc::new(Gain::new(1.0)),
            engine: Arc::downgrade(engine),
            member: Member::of(&engine.family),
        })
    }
}

/// The handles of what belongs to an engine, each kind in its place.
#[derive(Default)]
pub struct Handles {
    sources: HashSet<i64>,
    playbacks: HashSet<i64>,
    mixers: HashSet<i64>,
}

/// What belongs to an engine; None once the engine is shut down.
pub struct Family(Locked<Option<Handles>>);

impl Default for Family {
    fn default() -> Self {
        Self(Locked::new(Some(Handles::default())))
    }
}

/// What a child knows of its engine.
pub struct Member {
    family: Weak<Family>,
    /// Its own handle.
    handle: AtomicI64,
}

impl Member {
    fn of(family: &Arc<Family>) -> Self {
        Self { family: Arc::downgrade(family), handle: AtomicI64::new(0) }
    }
}

/// A kind of object that belongs to an engine.
pub trait Child: Object {
    /// Its place among the handles.
    fn handles(all: &mut Handles) -> &mut HashSet<i64>;
    /// What it knows of its engine.
    fn member(&self) -> &Member;

    /// Its handle was freed, and is no longer the engine's to free.
    fn leave(&self) {
        if let Some(family) = self.member().family.upgrade()
            && let Some(handles) = &mut *family.0.lock()
        {
            Self::handles(handles).remove(&self.member().handle.load(Ordering::Relaxed));
        }
    }
}

macro_rules! children {
    ($($type:ident $field:ident,)*) => {$(
        impl Child for $type {
            fn handles(all: &mut Handles) -> &mut HashSet<i64> {
                &mut all.$field
            }
            fn member(&self) -> &Member {
                &self.member
            }
        }
    )*};
}

children! {
    AudioSource sources,
    AudioPlayback playbacks,
    AudioMixer mixers,
}

impl Family {
    fn adopt<T: Child>(&self, child: T) -> Result<Borrowed<T>> {
        let mut handles = self.0.lock();
        let handles = handles.as_mut().ok_or(Error::ShutDown)?;
        let child = Arc::new(child);
        match handle::insert(child.clone()) {
            0 => Err(Error::Handles),
            handle => {
                child.member().handle.store(handle, Ordering::Relaxed);
                T::handles(handles).insert(handle);
                Ok(Borrowed::new(handle))
            }
        }
    }

    fn free(&self) {
        let handles = self.0.lock().take();
        if let Some(handles) = handles {
            free_all::<AudioPlayback>(handles.playbacks);
            free_all::<AudioMixer>(handles.mixers);
            free_all::<AudioSource>(handles.sources);
        }
    }

    /// Frees the playbacks that have ended; says how many.
    pub fn free_ended(&self) -> usize {
        let ended: Vec<i64> = {
            let mut handles = self.0.lock();
            let Some(handles) = &mut *handles else { return 0 };
            let ended = |handle: &i64| {
                handle::get::<AudioPlayback>(*handle, "handle")
                    .is_ok_and(|playback| playback.control.has_ended())
            };
            let ended: Vec<i64> = handles.playbacks.iter().copied().filter(ended).collect();
            ended.iter().for_each(|handle| {
                handles.playbacks.remove(handle);
            });
            ended
        };
        free_all::<AudioPlayback>(ended)
    }
}
