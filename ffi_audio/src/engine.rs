//! Engines and what belongs to them.

use crate::{
    bus::Bus,
    control::{Control, FadeTo, Settings},
    device::{DeviceState, DeviceThread},
    device_options::DeviceOptions,
    error::{Error, Result},
    gain::Gain,
    live::{self, LiveInput},
    mixer::Mixer,
    options::StartOptions,
    producer::{Producer, Wanted},
    rate::RateFilter,
    recording::Recorder,
    region::{Looping, Region},
    sound_buffer::SoundBuffer,
    spatial::Vector,
    stream::Stream,
    track::Track,
    voice::{PlaybackVoice, Voice},
};
use ffi_core::{Borrowed, Callback, Children, Kind, Locked, UserData, memory};
use std::sync::{Arc, Weak, atomic::Ordering};

/// Filters from so many rates are kept at most.
const FILTERS: usize = 8;

/// Something that plays.
pub struct AudioEngine {
    /// The mixer that it plays.
    pub mixer: Arc<Mixer>,
    /// Objects that are freed with it.
    pub children: Arc<EngineChildren>,
    device_thread: Locked<Option<DeviceThread>>,
    device: Option<Arc<DeviceState>>,
    /// Those from the rates of the last sounds.
    filters: Locked<Vec<Arc<RateFilter>>>,
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
            filters: Locked::default(),
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
            filters: Locked::default(),
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
        let played = self.at_own_rate(&buffer).map_or_else(|| buffer.clone(), Arc::new);
        let adopted = self.children.sources.adopt(|handle| {
            Arc::new(AudioSource { buffer, played, parent: Parent::new(&self.children, handle) })
        })?;
        Ok(adopted)
    }

    /// A short sound of another rate at the engine's, where that can be made beforehand.
    fn at_own_rate(&self, buffer: &SoundBuffer) -> Option<SoundBuffer> {
        if buffer.rate() == self.mixer.rate || !buffer.is_short() {
            return None;
        }
        let filter = self.filter(buffer.rate(), true)?;
        buffer.through(&filter, self.mixer.rate)
    }

    /// What brings sounds of this rate to the engine's, when they are loaded or while they play.
    fn filter(&self, rate: u32, is_whole: bool) -> Option<Arc<RateFilter>> {
        if rate == self.mixer.rate {
            return None;
        }
        let known = self.filters.lock().iter().find(|filter| filter.is_from(rate, is_whole)).cloned();
        known.or_else(|| {
            let make = if is_whole { RateFilter::whole } else { RateFilter::playing };
            let filter = Arc::new(make(rate, self.mixer.rate)?);
            let mut filters = self.filters.lock();
            filters.truncate(FILTERS - 1);
            filters.insert(0, filter.clone());
            Some(filter)
        })
    }

    /// Music as a track.
    fn stream_track(&self, stream: &Arc<Stream>) -> Track {
        Track::stream(stream.clone(), self.mixer.rate, self.mixer.channels)
            .through(self.filter(stream.rate(), false))
    }

    /// A track that plays `buffer`.
    pub fn track(&self, buffer: &Arc<SoundBuffer>, looped: Option<Region>) -> Track {
        Track::memory(buffer.clone(), looped, self.mixer.rate, self.mixer.channels)
            .through(self.filter(buffer.rate(), false))
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
        let buffer = source.heard(region.is_some());
        let tracks = vec![self.track(buffer, region)];
        self.start(
            Settings::new(volume, position),
            tracks,
            (None, None),
            Sound::Decoded { length, rate: buffer.rate() },
        )
    }

    /// Starts music.
    pub fn play_stream(&self, stream: Stream) -> Result<Borrowed<AudioPlayback>> {
        let stream = Arc::new(stream);
        let tracks = vec![self.stream_track(&stream)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(Settings::new(1.0, None), tracks, (None, None), Sound::Music(stream))
    }

    /// Starts a decoded sound as the options say.
    pub fn play_with(&self, source: &AudioSource, options: &StartOptions) -> Result<Borrowed<AudioPlayback>> {
        let region = options.looping().region(source.buffer.rate(), source.buffer.looped());
        let length = region.is_none().then(|| source.buffer.duration());
        let buffer = source.heard(region.is_some());
        let mut track = self.track(buffer, region);
        track.seek(options.from);
        self.start(
            self.settings(options),
            vec![track],
            (None, self.bus(options)?),
            Sound::Decoded { length, rate: buffer.rate() },
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
        let tracks = vec![self.stream_track(&stream)];
        if self.device.is_some() {
            self.mixer.feed(Arc::downgrade(&stream));
        }
        self.start(self.settings(options), tracks, (None, self.bus(options)?), Sound::Music(stream))
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
        let track = Track::live(output, self.mixer.rate, self.mixer.channels);
        let tracks = vec![track.through(self.filter(rate, false))];
        self.start(self.settings(options), tracks, (None, self.bus(options)?), Sound::Live(Arc::new(input)))
    }

    /// The bus that the options name.
    fn bus(&self, options: &StartOptions) -> Result<Option<Arc<Bus>>> {
        let Some(handle) = options.bus else { return Ok(None) };
        let bus = ffi_core::Handle::<AudioBus>::new(handle, "bus").get()?;
        if !Arc::ptr_eq(&bus.mixer, &self.mixer) {
            return Err(Error::OtherEngine);
        }
        Ok(Some(bus.bus.clone()))
    }

    fn settings(&self, options: &StartOptions) -> Settings {
        let mut settings = Settings::new(options.volume, options.position);
        (settings.speed, settings.paused, settings.pan) = (options.speed, options.paused, options.pan);
        settings.velocity = options.velocity.unwrap_or_default();
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
        (group, bus): (Option<Arc<Gain>>, Option<Arc<Bus>>),
        sound: Sound,
    ) -> Result<Borrowed<AudioPlayback>> {
        let control = Arc::new(Control::new(settings));
        control.set_bus(bus);
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
                producer: Locked::default(),
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
    /// The same at the engine's rate, where that was made.
    pub played: Arc<SoundBuffer>,
    parent: Parent,
}

ffi_core::object!(AudioSource, Kind::AudioSource);

impl AudioSource {
    /// What is played of it: a loop is one to the frame of its file.
    fn heard(&self, is_looped: bool) -> &Arc<SoundBuffer> {
        if is_looped { &self.buffer } else { &self.played }
    }
}

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
    Live(Arc<LiveInput>),
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
    /// The function that makes its samples.
    producer: Locked<Option<Producer>>,
    parent: Parent,
}

ffi_core::object!(AudioPlayback, Kind::AudioPlayback);

impl Drop for AudioPlayback {
    fn drop(&mut self) {
        if let Sound::Music(stream) = &self.sound {
            stream.close();
        }
        self.stop_producer();
        self.control.wait_for(None);
        self.voice.stop(!self.is_halted());
    }
}

/// A playback of live samples, as its producer sees it.
struct Unfilled {
    input: Arc<LiveInput>,
    control: Arc<Control>,
}

impl Wanted for Unfilled {
    fn goes_on(&self) -> bool {
        !self.control.has_ended() && !self.control.is_stopped() && !self.input.is_finished()
    }
    fn room(&self) -> (usize, usize) {
        (self.input.room(), self.input.capacity())
    }
    fn finish(&self) {
        self.input.finish();
    }
}

impl AudioPlayback {
    /// Has a function make its samples, in the place of an earlier one.
    pub fn set_producer(&self, handle: i64, function: Callback, user_data: UserData) -> Result<()> {
        let Sound::Live(input) = &self.sound else { return Err(Error::NotLive) };
        self.stop_producer();
        let unfilled = Arc::new(Unfilled { input: input.clone(), control: self.control.clone() });
        let producer = Producer::start(unfilled, handle, function, user_data)?;
        let before = self.producer.lock().replace(producer);
        drop(before);
        Ok(())
    }

    /// That function is called no more when this returns.
    pub fn stop_producer(&self) {
        let producer = self.producer.lock().take();
        drop(producer);
    }

    /// True where its bus or its engine is paused.
    pub fn is_halted(&self) -> bool {
        self.mixer.strip.paused.load(Ordering::Relaxed) || self.control.is_bus_paused()
    }
}

/// Playbacks and other buses that are heard together.
pub struct AudioBus {
    /// What the mix has of it.
    pub bus: Arc<Bus>,
    /// The mixer in which it is.
    pub mixer: Arc<Mixer>,
    parent: Parent,
}

ffi_core::object!(AudioBus, Kind::AudioBus);

impl AudioBus {
    /// Nothing in it yet.
    pub fn adopt(
        mixer: &Arc<Mixer>,
        children: &Arc<EngineChildren>,
        inside: Option<Arc<Bus>>,
    ) -> Result<Borrowed<Self>> {
        let bus = mixer.add_bus(inside)?;
        let adopted = children.buses.adopt(|handle| {
            Arc::new(Self { bus, mixer: mixer.clone(), parent: Parent::new(children, handle) })
        })?;
        Ok(adopted)
    }

    /// One that goes into this one.
    pub fn adopt_inside(&self) -> Result<Borrowed<Self>> {
        let children = self.parent.children.upgrade().ok_or(Error::ShutDown)?;
        Self::adopt(&self.mixer, &children, Some(self.bus.clone()))
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

/// What an engine plays, written to a file meanwhile.
pub struct AudioRecording {
    /// What writes it.
    pub recorder: Recorder,
    parent: Parent,
}

ffi_core::object!(AudioRecording, Kind::AudioRecording);

impl Drop for AudioRecording {
    fn drop(&mut self) {
        let _ = self.recorder.stop();
    }
}

impl AudioEngine {
    /// Begins to write what is played to a file.
    pub fn record(&self, path: &str, bits: u32) -> Result<Borrowed<AudioRecording>> {
        self.mixer.reserve_tap()?;
        let adopted =
            Recorder::start(path, bits, self.mixer.rate, self.mixer.channels).and_then(|(recorder, tap)| {
                let make = |handle| {
                    Arc::new(AudioRecording { recorder, parent: Parent::new(&self.children, handle) })
                };
                let adopted = self.children.recordings.adopt(make)?;
                self.mixer.add_tap(tap);
                Ok(adopted)
            });
        adopted.inspect_err(|_| self.mixer.release_tap())
    }
}

/// Objects that belong to an engine.
#[derive(Default)]
pub struct EngineChildren {
    sources: Children<AudioSource>,
    playbacks: Children<AudioPlayback>,
    mixers: Children<AudioMixer>,
    buses: Children<AudioBus>,
    recordings: Children<AudioRecording>,
}

impl EngineChildren {
    /// Frees the playbacks that have ended; says how many.
    pub fn free_ended(&self) -> usize {
        self.playbacks.free_if(|playback| playback.control.has_ended())
    }

    fn close(&self) {
        self.recordings.close();
        self.playbacks.close();
        self.mixers.close();
        self.buses.close();
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
    AudioBus buses,
    AudioRecording recordings,
}
