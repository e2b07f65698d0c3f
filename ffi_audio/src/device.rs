//! A device that plays an engine, and the thread that looks after it: it opens the device, has music decoded ahead,
//! and where the device is lost it plays to nobody at the same pace until a device is there again.

use crate::{alsa_log, error::Error, mixer::Mixer};
use ffi_core::{Locked, thread::Builder};
use rodio::{
    DeviceSinkBuilder, MixerDeviceSink, Source,
    cpal::{self, ErrorKind, traits::HostTrait},
};
use std::{
    any::Any,
    error::Error as StdError,
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// How often music is looked after.
const FEED: Duration = Duration::from_millis(20);
/// How often a lost device is looked for.
const RETRY: Duration = Duration::from_millis(500);
/// So many failures to keep up within a second are a lost device.
const XRUNS: u32 = 32;
/// So many other errors within a second that the device may get over.
const PASSING: u32 = 8;
/// How long a device may play nothing after an error until it is opened anew.
const SILENT: Duration = Duration::from_millis(200);
/// Frames that the device takes from the mix at a time.
const CHUNK: usize = 256;

/// Which device to open, and how; tests have one of their own.
pub type ChooseDevice = Arc<dyn Fn() -> Result<cpal::Device, String> + Send + Sync>;

/// The system's default output.
pub fn default_output() -> ChooseDevice {
    Arc::new(|| cpal::default_host().default_output_device().ok_or_else(|| "there is none".to_owned()))
}

enum Message {
    /// There is something to look after.
    Feed,
    /// The stream of this number broke.
    Lost(u64, String),
    /// It had an error that it may have got over.
    Passing(u64, String),
    Stop,
}

/// What callers can ask about the device.
#[derive(Default)]
pub struct State {
    lost: AtomicBool,
    errors: AtomicI64,
    reason: Locked<String>,
}

impl State {
    /// True while a device plays.
    pub fn is_playing(&self) -> bool {
        !self.lost.load(Ordering::Acquire)
    }

    /// How many errors passed.
    pub fn errors(&self) -> i64 {
        self.errors.load(Ordering::Relaxed)
    }

    /// Why the device was lost: told once.
    pub fn take_reason(&self) -> String {
        std::mem::take(&mut *self.reason.lock())
    }
}

/// The thread, as its engine holds it.
pub struct DeviceThread {
    messages: Sender<Message>,
    thread: JoinHandle<()>,
    /// How the device does.
    pub state: Arc<State>,
    /// What it plays.
    pub mixer: Arc<Mixer>,
}

impl DeviceThread {
    /// Opens the device; returns when it plays.
    pub fn start(choose: ChooseDevice) -> Result<Self, Error> {
        let (messages, inbox) = channel();
        let (opened, answer) = sync_channel(1);
        let state = Arc::new(State::default());
        let (own_messages, own_state) = (messages.clone(), state.clone());
        let thread = Builder::new("simple_native audio")
            .spawn(move || run_device(&choose, own_messages, &inbox, &own_state, &opened))
            .map_err(Error::Thread)?;
        match answer.recv() {
            Ok(Ok(mixer)) => Ok(Self { messages, thread, state, mixer }),
            Ok(Err(reason)) => {
                let _ = thread.join();
                Err(Error::Device(reason))
            }
            Err(_) => Err(Error::Device("the thread that opens it broke down".into())),
        }
    }

    /// Something was started.
    pub fn feed(&self) {
        let _ = self.messages.send(Message::Feed);
    }

    /// Closes the device and waits for the thread.
    pub fn stop(self) {
        let _ = self.messages.send(Message::Stop);
        let _ = self.thread.join();
    }
}

fn run_device(
    choose: &ChooseDevice,
    messages: Sender<Message>,
    inbox: &Receiver<Message>,
    state: &State,
    opened: &SyncSender<Result<Arc<Mixer>, String>>,
) {
    alsa_log::silence_this_thread();
    let first = open_first(choose, &messages);
    match first {
        Err(reason) => {
            let _ = opened.send(Err(reason));
        }
        Ok((mixer, sink)) => {
            let _ = opened.send(Ok(mixer.clone()));
            DeviceSupervisor { choose, messages, inbox, state, mixer, stream: 0 }.run(sink);
        }
    }
}

/// A device may break down in any way that its driver's authors thought of; the thread goes on.
fn guarded<T>(body: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload: Box<dyn Any + Send>| {
        Err(format!("the device layer broke down: {}", ffi_core::guard::describe(&*payload)))
    })
}

fn open_first(
    choose: &ChooseDevice,
    messages: &Sender<Message>,
) -> Result<(Arc<Mixer>, MixerDeviceSink), String> {
    guarded(|| {
        let sink = open(choose()?, None, 0, messages)?;
        let config = sink.config();
        let (rate, channels) = (config.sample_rate(), config.channel_count());
        let mixer = Arc::new(Mixer::new(rate.get(), usize::from(channels.get()), false));
        sink.mixer().add(Output::new(mixer.clone()));
        Ok((mixer, sink))
    })
}

/// The engine keeps its rate and channels; rodio converts where the device has others by now.
fn open_again(
    choose: &ChooseDevice,
    stream: u64,
    messages: &Sender<Message>,
    mixer: &Arc<Mixer>,
) -> Result<MixerDeviceSink, String> {
    guarded(|| {
        let sink = match open(choose()?, Some(mixer), stream, messages) {
            Ok(sink) => sink,
            Err(_) => open(choose()?, None, stream, messages)?,
        };
        sink.mixer().add(Output::new(mixer.clone()));
        Ok(sink)
    })
}

/// With rodio's buffer of 50 ms, or the device's own where it refuses that.
fn open(
    device: cpal::Device,
    like: Option<&Arc<Mixer>>,
    stream: u64,
    messages: &Sender<Message>,
) -> Result<MixerDeviceSink, String> {
    let attempt = |own_buffer: bool| {
        let mut builder = DeviceSinkBuilder::from_device(device.clone())?;
        if let Some(mixer) = like {
            let output = Output::new(mixer.clone());
            builder = builder.with_sample_rate(output.sample_rate()).with_channels(output.channels());
        }
        if own_buffer {
            builder = builder.with_buffer_size(cpal::BufferSize::Default);
        }
        let mut errors =
            Errors { messages: messages.clone(), stream, xruns: 0, passing: 0, since: Instant::now() };
        builder.with_error_callback(move |error| errors.take(&error)).open_stream()
    };
    let mut sink = attempt(false).or_else(|error| attempt(true).map_err(|_| error_chain(&error)))?;
    sink.log_on_drop(false);
    Ok(sink)
}

/// An error with its causes, as one text.
fn error_chain(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// What a stream reports while it runs.
struct Errors {
    messages: Sender<Message>,
    stream: u64,
    /// Failures to keep up, and other errors that may pass, since that time.
    xruns: u32,
    passing: u32,
    since: Instant,
}

impl Errors {
    fn take(&mut self, error: &cpal::Error) {
        alsa_log::silence_this_thread();
        if self.since.elapsed() > Duration::from_secs(1) {
            (self.xruns, self.passing, self.since) = (0, 0, Instant::now());
        }
        let is_loss = match error.kind() {
            ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => return,
            ErrorKind::Xrun => {
                self.xruns += 1;
                self.xruns == XRUNS
            }
            // There is nothing to play on any more.
            ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable | ErrorKind::PermissionDenied => true,
            _ => {
                self.passing += 1;
                self.passing == PASSING
            }
        };
        let reason = error_chain(error);
        let message =
            if is_loss { Message::Lost(self.stream, reason) } else { Message::Passing(self.stream, reason) };
        let _ = self.messages.send(message);
    }
}

/// The mix as rodio takes it.
struct Output {
    mixer: Arc<Mixer>,
    chunk: Vec<f32>,
    next: usize,
}

impl Output {
    fn new(mixer: Arc<Mixer>) -> Self {
        let chunk = vec![0.0; CHUNK * mixer.channels];
        Self { next: chunk.len(), chunk, mixer }
    }

    #[cold]
    fn refill(&mut self) {
        alsa_log::silence_this_thread();
        let rendered = catch_unwind(AssertUnwindSafe(|| self.mixer.render(&mut self.chunk)));
        if rendered.is_err() {
            self.chunk.fill(0.0);
        }
        self.chunk.iter_mut().for_each(|sample| *sample = sample.clamp(-1.0, 1.0));
        self.next = 0;
    }
}

impl Iterator for Output {
    type Item = f32;
    #[inline]
    fn next(&mut self) -> Option<f32> {
        if self.next == self.chunk.len() {
            self.refill();
        }
        let sample = self.chunk[self.next];
        self.next += 1;
        Some(sample)
    }
}

impl Source for Output {
    fn current_span_len(&self) -> Option<usize> {
        None
    }
    fn channels(&self) -> rodio::ChannelCount {
        NonZero::new(self.mixer.channels as u16).unwrap_or(NonZero::<u16>::MIN)
    }
    fn sample_rate(&self) -> rodio::SampleRate {
        NonZero::new(self.mixer.rate).unwrap_or(NonZero::<u32>::MIN)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

/// Why a device no longer plays.
enum Loss {
    /// It said so.
    Told(String),
    /// It had an error and takes nothing since.
    Silent(String),
}

/// The thread's work once a device plays.
struct DeviceSupervisor<'a> {
    choose: &'a ChooseDevice,
    messages: Sender<Message>,
    inbox: &'a Receiver<Message>,
    state: &'a State,
    mixer: Arc<Mixer>,
    /// The number of the stream that plays; what an earlier one still says does not count.
    stream: u64,
}

impl DeviceSupervisor<'_> {
    fn run(mut self, first: MixerDeviceSink) {
        let mut sink = first;
        while let Some(loss) = self.feed_until_lost() {
            let _ = guarded(|| {
                drop(sink);
                Ok(())
            });
            let reason = match loss {
                Loss::Told(reason) => reason,
                Loss::Silent(reason) => match self.open_anew() {
                    Ok(again) => {
                        sink = again;
                        continue;
                    }
                    Err(_) => reason,
                },
            };
            *self.state.reason.lock() = reason;
            self.state.lost.store(true, Ordering::Release);
            match self.play_to_null() {
                Some(again) => sink = again,
                None => return,
            }
            self.state.lost.store(false, Ordering::Release);
        }
    }

    fn open_anew(&mut self) -> Result<MixerDeviceSink, String> {
        alsa_log::discard();
        self.stream += 1;
        open_again(self.choose, self.stream, &self.messages, &self.mixer)
    }

    /// None where the engine is shut down.
    fn feed_until_lost(&mut self) -> Option<Loss> {
        let mut suspect = None;
        loop {
            let message = if self.maintain() || suspect.is_some() {
                self.inbox.recv_timeout(FEED)
            } else {
                self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match message {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Message::Lost(stream, reason)) if stream == self.stream => {
                    return Some(Loss::Told(reason));
                }
                Ok(Message::Passing(stream, reason)) if stream == self.stream => {
                    self.state.errors.fetch_add(1, Ordering::Relaxed);
                    suspect.get_or_insert((Instant::now(), self.mixer.time(), reason));
                }
                Ok(Message::Lost(..) | Message::Passing(..) | Message::Feed)
                | Err(RecvTimeoutError::Timeout) => {}
            }
            // A device that plays on has got over it; one that does not is opened anew.
            if let Some((_, time, reason)) = suspect.take_if(|suspect| suspect.0.elapsed() >= SILENT)
                && self.mixer.time() == time
            {
                return Some(Loss::Silent(reason));
            }
        }
    }

    /// Looks after music, frees what is over and tells of it; false where there is nothing left to look
    /// after, and a message will come before there is.
    fn maintain(&self) -> bool {
        self.mixer.sweep();
        let feeding = self.mixer.tend_streams();
        if feeding || self.mixer.is_busy() {
            return true;
        }
        self.mixer.is_maintained.store(false, Ordering::Release);
        let busy = self.mixer.is_busy() || self.mixer.sweep() > 0;
        if busy {
            self.mixer.is_maintained.store(true, Ordering::Release);
        }
        busy
    }

    /// Until a device is there again; None where the engine is shut down first.
    fn play_to_null(&mut self) -> Option<MixerDeviceSink> {
        let mut chunk = vec![0.0; CHUNK * self.mixer.channels];
        let began = Instant::now();
        let (mut rendered, mut tried) = (0_u64, began);
        loop {
            match self.inbox.recv_timeout(FEED) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
            self.mixer.tend_streams();
            let due = (began.elapsed().as_secs_f64() * f64::from(self.mixer.rate)) as u64;
            while rendered + CHUNK as u64 <= due {
                let _ = catch_unwind(AssertUnwindSafe(|| self.mixer.render_and_sweep(&mut chunk)));
                rendered += CHUNK as u64;
            }
            if tried.elapsed() >= RETRY {
                if let Ok(sink) = self.open_anew() {
                    return Some(sink);
                }
                tried = Instant::now();
            }
        }
    }
}
