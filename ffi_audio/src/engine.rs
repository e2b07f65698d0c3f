//! Engines and what belongs to them.

use crate::{
    control::{Control, FadeTo, Settings},
    device::{ChooseDevice, DeviceThread, State},
    error::{Error, Result},
    gain::Gain,
    mixer::Mixer,
    options::StartOptions,
    sound_buffer::SoundBuffer,
    spatial::Vector,
    stream::Stream,
    track::Track,
    voice::{PlaybackVoice, Voice},
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
    pub mixer: Arc<Mixer>,
    /// What is freed with it.
    pub children: Arc<Children>,
    device_thread: Locked<Option<DeviceThread>>,
    device: Option<Arc<State>>,
}

ffi_core::object!(AudioEngine, Kind::AudioEngine);

impl AudioEngine {
    /// Without a device.
    pub fn offline(rate: u32, channels: usize) -> Self {
        Self {
            mixer: Arc::new(Mixer::new(rate, channels, true)),
            children: Arc::default(),
            device_thread: Locked::new(None),
            device: None,
        }
    }

    /// On a device.
    pub fn on_device(choose: ChooseDevice) -> Result<Self> {
        let device_thread = DeviceThread::start(choose)?;
        Ok(Self {
            mixer: device_thread.mixer.clone(),
            children: Arc::default(),
            device: Some(device_thread.state.clone()),
            device_thread: Locked::new(Some(device_thread)),
        })
    }

    /// How its device does; None offline.
    pub fn device(&self) -> Option<&State> {
        self.device.as_deref()
    }

    /// Frees all that belongs to it and waits for its thread.
    pub fn close(&self) {
        self.children.free();
        let device_thread = self.device_thread.lock().take();
        if let Some(device_thread) = device_thread {
            device_thread.stop();
        }
        self.mixer.clear();
    }

    /// Takes a decoded sound in.
    pub fn adopt_source(&self, buffer: SoundBuffer) -> Result<Borrowed<AudioSource>> {
        self.children.adopt(AudioSource { buffer: Arc::new(buffer), parent: Parent::of(&self.children) })
    }

    /// A track that plays `buffer`.
    pub fn track(&self, buffer: &Arc<SoundBuffer>, looped: bool) -> Track {
        Track::memory(buffer.clone(), looped, self.mixer.rate, self.mixer.channels)
    }

    /// Starts a decoded sound.
    pub fn play(
        &self,
        source: &AudioSource,
        volume: f64,
        looped: bool,
        position: Option<Vector>,
    ) -> Result<Borrowed<AudioPlayback>> {
        let length = (!looped).then(|| source.buffer.duration());
        let tracks = vec![self.track(&source.buffer, looped)];
        self.start(Settings::new(volume, position), tracks, None, Sound::Decoded(length))
    }

    /// Starts music.
    pub fn play_stream(&self, stream: Stream, looped: bool) -> Result<Borrowed<AudioPlayback>> {
        let stream = Arc::new(stream);
        let tracks = vec![Track::stream(stream.clone(), looped, self.mixer.rate, self.mixer.channels)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(Settings::new(1.0, None), tracks, None, Sound::Music(stream))
    }

    /// Starts a decoded sound as the options say.
    pub fn play_with(&self, source: &AudioSource, options: &StartOptions) -> Result<Borrowed<AudioPlayback>> {
        let length = (!options.looped).then(|| source.buffer.duration());
        let mut track = self.track(&source.buffer, options.looped);
        track.seek(options.from);
        self.start(self.settings(options), vec![track], None, Sound::Decoded(length))
    }

    /// Starts music as the options say.
    pub fn play_stream_with(
        &self,
        stream: Stream,
        options: &StartOptions,
    ) -> Result<Borrowed<AudioPlayback>> {
        if options.from > 0.0 {
            let frame = (options.from * f64::from(stream.rate())).round() as u64;
            stream.seek(frame).map_err(|reason| Error::Seek { seconds: options.from, reason })?;
        }
        let stream = Arc::new(stream);
        let tracks =
            vec![Track::stream(stream.clone(), options.looped, self.mixer.rate, self.mixer.channels)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(self.settings(options), tracks, None, Sound::Music(stream))
    }

    fn settings(&self, options: &StartOptions) -> Settings {
        let mut settings = Settings::new(options.volume, options.position);
        (settings.speed, settings.paused, settings.pan) = (options.speed, options.paused, options.pan);
        settings.start = options.at.map(|at| self.mixer.frames_of(at * 1000.0));
        if options.fade_in_ms > 0 {
            settings.request_fade(FadeTo::Full(options.fade_in_ms.unsigned_abs()));
        }
        settings
    }

    /// Starts tracks as one playback.
    pub fn start(
        &self,
        settings: Settings,
        tracks: Vec<Track>,
        group: Option<Arc<Gain>>,
        sound: Sound,
    ) -> Result<Borrowed<AudioPlayback>> {
        let control = Arc::new(Control::new(settings));
        control.set_seconds(tracks.iter().map(Track::seconds).fold(0.0, f64::max));
        let voice = Voice::new(&control, group, tracks, self.mixer.rate, self.mixer.channels);
        let voice = PlaybackVoice::new(control.clone(), voice);
        let playback = AudioPlayback {
            control: control.clone(),
            voice: voice.clone(),
            sound,
            mixer: self.mixer.clone(),
            parent: Parent::of(&self.children),
        };
        let handle = self.children.adopt(playback)?;
        control.set_handle(handle.handle());
        self.mixer.play(voice);
        if self.device.is_some()
            && !self.mixer.is_maintained.swap(true, Ordering::AcqRel)
            && let Some(device_thread) = &*self.device_thread.lock()
        {
            device_thread.feed();
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
    pub buffer: Arc<SoundBuffer>,
    parent: Parent,
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
    pub voice: Arc<PlaybackVoice>,
    /// What it plays.
    pub sound: Sound,
    /// Where it plays.
    pub mixer: Arc<Mixer>,
    parent: Parent,
}

ffi_core::object!(AudioPlayback, Kind::AudioPlayback);

impl Drop for AudioPlayback {
    fn drop(&mut self) {
        if let Sound::Music(stream) = &self.sound {
            stream.close();
        }
        self.voice.stop(!self.mixer.paused.load(Ordering::Relaxed));
    }
}

/// Sources that sound together.
pub struct AudioMixer {
    /// What it plays.
    pub sources: Locked<Vec<Arc<SoundBuffer>>>,
    /// Over all of it.
    pub volume: Arc<Gain>,
    /// Where it plays.
    pub engine: Weak<AudioEngine>,
    parent: Parent,
}

ffi_core::object!(AudioMixer, Kind::AudioMixer);

impl AudioMixer {
    /// Nothing in it yet.
    pub fn adopt(engine: &Arc<AudioEngine>) -> Result<Borrowed<Self>> {
        engine.children.adopt(Self {
            sources: Locked::default(),
            volume: Arc::new(Gain::new(1.0)),
            engine: Arc::downgrade(engine),
            parent: Parent::of(&engine.children),
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
pub struct Children(Locked<Option<Handles>>);

impl Default for Children {
    fn default() -> Self {
        Self(Locked::new(Some(Handles::default())))
    }
}

/// What a child knows of its engine.
pub struct Parent {
    children: Weak<Children>,
    /// Its own handle.
    handle: AtomicI64,
}

impl Parent {
    fn of(children: &Arc<Children>) -> Self {
        Self { children: Arc::downgrade(children), handle: AtomicI64::new(0) }
    }
}

/// A kind of object that belongs to an engine.
pub trait Child: Object {
    /// Its place among the handles.
    fn handles(all: &mut Handles) -> &mut HashSet<i64>;
    /// What it knows of its engine.
    fn parent(&self) -> &Parent;

    /// Its handle was freed, and is no longer the engine's to free.
    fn leave(&self) {
        if let Some(children) = self.parent().children.upgrade()
            && let Some(handles) = &mut *children.0.lock()
        {
            Self::handles(handles).remove(&self.parent().handle.load(Ordering::Relaxed));
        }
    }
}

macro_rules! children {
    ($($type:ident $field:ident,)*) => {$(
        impl Child for $type {
            fn handles(all: &mut Handles) -> &mut HashSet<i64> {
                &mut all.$field
            }
            fn parent(&self) -> &Parent {
                &self.parent
            }
        }
    )*};
}

children! {
    AudioSource sources,
    AudioPlayback playbacks,
    AudioMixer mixers,
}

impl Children {
    fn adopt<T: Child>(&self, child: T) -> Result<Borrowed<T>> {
        let mut handles = self.0.lock();
        let handles = handles.as_mut().ok_or(Error::ShutDown)?;
        let child = Arc::new(child);
        match handle::insert(child.clone()) {
            0 => Err(Error::Handles),
            handle => {
                child.parent().handle.store(handle, Ordering::Relaxed);
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
