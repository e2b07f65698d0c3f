//! Engines and what belongs to them.

use crate::{
    control::{Control, FadeTo, Settings},
    device::{DeviceState, DeviceThread},
    device_options::DeviceOptions,
    error::{Error, Result},
    gain::Gain,
    live::{self, LiveInput},
    mixer::Mixer,
    options::StartOptions,
    region::{Looping, Region},
    sound_buffer::SoundBuffer,
    spatial::Vector,
    stream::Stream,
    track::Track,
    voice::{PlaybackVoice, Voice},
};
use ffi_core::{Borrowed, Children, Kind, Locked, memory};
use std::sync::{Arc, Weak, atomic::Ordering};

/// Something that plays.
pub struct AudioEngine {
    /// The mixer that it plays.
    pub mixer: Arc<Mixer>,
    /// Objects that are freed with it.
    pub children: Arc<EngineChildren>,
    device_thread: Locked<Option<DeviceThread>>,
    device: Option<Arc<DeviceState>>,
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
    pub fn on_device(options: DeviceOptions) -> Result<Self> {
        DeviceThread::start(options).map(Self::with)
    }

    /// On a device, or silent until there is one.
    pub fn on_device_or_silent(options: DeviceOptions) -> Result<Self> {
        DeviceThread::start_or_silent(options).map(Self::with)
    }

    fn with(device_thread: DeviceThread) -> Self {
        Self {
            mixer: device_thread.mixer.clone(),
            children: Arc::default(),
            device: Some(device_thread.state.clone()),
            device_thread: Locked::new(Some(device_thread)),
        }
    }

    /// State of its device; None offline.
    pub fn device(&self) -> Option<&DeviceState> {
        self.device.as_deref()
    }

    /// Frees all that belongs to it and waits for its thread.
    pub fn close(&self) {
        self.children.close();
        let device_thread = self.device_thread.lock().take();
        if let Some(device_thread) = device_thread {
            device_thread.stop();
        }
        self.mixer.clear();
    }

    /// Takes a decoded sound in.
    pub fn adopt_source(&self, buffer: SoundBuffer) -> Result<Borrowed<AudioSource>> {
        let buffer = Arc::new(buffer);
        let adopted = self
            .children
            .sources
            .adopt(|handle| Arc::new(AudioSource { buffer, parent: Parent::new(&self.children, handle) }))?;
        Ok(adopted)
    }

    /// A track that plays `buffer`.
    pub fn track(&self, buffer: &Arc<SoundBuffer>, looped: Option<Region>) -> Track {
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
        let region = Looping::plain(looped).region(source.buffer.rate(), source.buffer.looped());
        let tracks = vec![self.track(&source.buffer, region)];
        self.start(
            Settings::new(volume, position),
            tracks,
            None,
            Sound::Decoded { length, rate: source.buffer.rate() },
        )
    }

    /// Starts music.
    pub fn play_stream(&self, stream: Stream) -> Result<Borrowed<AudioPlayback>> {
        let stream = Arc::new(stream);
        let tracks = vec![Track::stream(stream.clone(), self.mixer.rate, self.mixer.channels)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(Settings::new(1.0, None), tracks, None, Sound::Music(stream))
    }

    /// Starts a decoded sound as the options say.
    pub fn play_with(&self, source: &AudioSource, options: &StartOptions) -> Result<Borrowed<AudioPlayback>> {
        let region = options.looping().region(source.buffer.rate(), source.buffer.looped());
        let length = region.is_none().then(|| source.buffer.duration());
        let mut track = self.track(&source.buffer, region);
        track.seek(options.from);
        self.start(
            self.settings(options),
            vec![track],
            None,
            Sound::Decoded { length, rate: source.buffer.rate() },
        )
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
        let tracks = vec![Track::stream(stream.clone(), self.mixer.rate, self.mixer.channels)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(self.settings(options), tracks, None, Sound::Music(stream))
    }

    /// Starts what the host will make, `frames` of which are kept at most.
    pub fn play_live(
        &self,
        frames: usize,
        (channels, rate): (usize, u32),
        options: &StartOptions,
    ) -> Result<Borrowed<AudioPlayback>> {
        memory::room_for(frames.saturating_mul(channels * size_of::<f32>()))?;
        let (input, output) = live::queue(frames, channels, rate);
        let tracks = vec![Track::live(output, self.mixer.rate, self.mixer.channels)];
        self.start(self.settings(options), tracks, None, Sound::Live(input))
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
        let adopted = self.children.playbacks.adopt(|handle| {
            control.set_handle(handle);
            Arc::new(AudioPlayback {
                control: control.clone(),
                voice: voice.clone(),
                sound,
                mixer: self.mixer.clone(),
                parent: Parent::new(&self.children, handle),
            })
        })?;
        self.mixer.play(voice);
        if self.device.is_some()
            && !self.mixer.is_maintained.swap(true, Ordering::AcqRel)
            && let Some(device_thread) = &*self.device_thread.lock()
        {
            device_thread.feed();
        }
        Ok(adopted)
    }
}

impl Drop for AudioEngine {
    fn drop(&mut self) {
        self.close();
    }
}

/// A decoded sound.
pub struct AudioSource {
    /// The source's samples.
    pub buffer: Arc<SoundBuffer>,
    parent: Parent,
}

ffi_core::object!(AudioSource, Kind::AudioSource);

/// The sound of a playback.
pub enum Sound {
    /// From memory.
    Decoded {
        /// Its length in seconds, where it ends.
        length: Option<f64>,
        /// Frames per second.
        rate: u32,
    },
    /// From a file.
    Music(Arc<Stream>),
    /// From the host.
    Live(LiveInput),
}

/// A sound that was started.
pub struct AudioPlayback {
    /// Settings that callers make.
    pub control: Arc<Control>,
    /// The voice that is mixed.
    pub voice: Arc<PlaybackVoice>,
    /// The sound that it plays.
    pub sound: Sound,
    /// The mixer in which it plays.
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
    /// The sounds that it plays.
    pub sources: Locked<Vec<Arc<SoundBuffer>>>,
    /// Over all of it.
    pub volume: Arc<Gain>,
    /// The engine in which it plays.
    pub engine: Weak<AudioEngine>,
    parent: Parent,
}

ffi_core::object!(AudioMixer, Kind::AudioMixer);

impl AudioMixer {
    /// Nothing in it yet.
    pub fn adopt(engine: &Arc<AudioEngine>) -> Result<Borrowed<Self>> {
        let adopted = engine.children.mixers.adopt(|handle| {
            Arc::new(Self {
                sources: Locked::default(),
                volume: Arc::new(Gain::new(1.0)),
                engine: Arc::downgrade(engine),
                parent: Parent::new(&engine.children, handle),
            })
        })?;
        Ok(adopted)
    }
}

/// Objects that belong to an engine.
#[derive(Default)]
pub struct EngineChildren {
    sources: Children<AudioSource>,
    playbacks: Children<AudioPlayback>,
    mixers: Children<AudioMixer>,
}

impl EngineChildren {
    /// Frees the playbacks that have ended; says how many.
    pub fn free_ended(&self) -> usize {
        self.playbacks.free_if(|playback| playback.control.has_ended())
    }

    fn close(&self) {
        self.playbacks.close();
        self.mixers.close();
        self.sources.close();
    }
}

/// A child's link to its engine.
pub struct Parent {
    children: Weak<EngineChildren>,
    /// The child's own handle.
    handle: i64,
}

impl Parent {
    fn new(children: &Arc<EngineChildren>, handle: i64) -> Self {
        Self { children: Arc::downgrade(children), handle }
    }
}

macro_rules! children {
    ($($type:ident $field:ident,)*) => {$(
        impl $type {
            /// Notes that the handle was freed, and is no longer the engine's to free.
            pub fn forget(&self) {
                if let Some(children) = self.parent.children.upgrade() {
                    children.$field.forget(self.parent.handle);
                }
            }
        }
    )*};
}

children! {
    AudioSource sources,
    AudioPlayback playbacks,
    AudioMixer mixers,
}
