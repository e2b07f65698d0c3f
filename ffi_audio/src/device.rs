//! A device that plays an engine, and the thread that looks after it: it opens the device, has music decoded ahead,
//! and where the device is lost it plays to nobody at the same pace until a device is there again.

use crate::{
    alsa_log,
    clock::HeardClock,
    device_options::DeviceOptions,
    error::Error,
    mixer::Mixer,
    output::{self, CHUNK},
    outputs::{self, Direction, guarded},
};
use ffi_core::{Locked, error::chain, thread::Builder};
use rodio::cpal::{
    self, ErrorKind,
    traits::{DeviceTrait, StreamTrait},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// Time between two looks after music.
const FEED: Duration = Duration::from_millis(20);
/// Time between two looks for a lost device.
const RETRY: Duration = Duration::from_millis(500);
/// The same where there never was one: opening none takes a while.
const RARE_RETRY: Duration = Duration::from_secs(2);
/// What an engine without a device mixes: frames a second, and channels.
const SILENT_FORMAT: (u32, usize) = (48_000, 2);
/// So many failures to keep up within a second, and the device is opened anew.
const XRUNS: u32 = 32;
/// Number of other errors, which it may get over, within a second, after which the device is opened anew.
const PASSING: u32 = 8;
/// Those that follow each other within this time are one: PulseAudio's plug-in fails at every look until its server has
/// said where a new stream is.
const BURST: Duration = Duration::from_millis(50);
/// One that breaks down again so soon after it was opened anew is lost.
const AGAIN: Duration = Duration::from_secs(2);
/// Time for which a device may play nothing after an error until it is opened anew.
const SILENT: Duration = Duration::from_millis(200);

enum Message {
    /// There is something to look after.
    Feed,
    /// The stream of this number plays no more.
    Broken(u64, String),
    /// The stream had an error that it may have got over.
    Passing(u64, String),
    Stop,
}

/// State of the device that callers can ask for.
#[derive(Default)]
pub struct DeviceState {
    lost: AtomicBool,
    errors: AtomicI64,
    reason: Locked<String>,
}

impl DeviceState {
    /// True while a device plays.
    pub fn is_playing(&self) -> bool {
        !self.lost.load(Ordering::Acquire)
    }

    /// Number of errors that passed.
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
    /// State of the device.
    pub state: Arc<DeviceState>,
    /// The mixer that it plays.
    pub mixer: Arc<Mixer>,
}

impl DeviceThread {
    /// Opens the device; returns when it plays.
    pub fn start(options: DeviceOptions) -> Result<Self, Error> {
        Self::begin(options, open_first)
    }

    /// Does the same, and where none can be opened plays to nobody until one can.
    pub fn start_or_silent(options: DeviceOptions) -> Result<Self, Error> {
        Self::begin(options, |options, messages, state| {
            open_first(options, messages, state).or_else(|reason| {
                *state.reason.lock() = reason;
                state.lost.store(true, Ordering::Release);
                let (rate, channels) = SILENT_FORMAT;
                Ok((Arc::new(Mixer::new(rate, channels, false)), None))
            })
        })
    }

    fn begin(options: DeviceOptions, open: OpenFirst) -> Result<Self, Error> {
        let (messages, inbox) = channel();
        let (opened, answer) = sync_channel(1);
        let state = Arc::new(DeviceState::default());
        let (own_messages, own_state) = (messages.clone(), state.clone());
        let thread = Builder::new("simple_native audio")
            .spawn(move || run_device(&options, open, own_messages, &inbox, &own_state, &opened))
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

/// What is mixed, and the stream that plays it where there is one.
type Opened = Result<(Arc<Mixer>, Option<cpal::Stream>), String>;
type OpenFirst = fn(&DeviceOptions, &Sender<Message>, &DeviceState) -> Opened;

fn run_device(
    options: &DeviceOptions,
    open: OpenFirst,
    messages: Sender<Message>,
    inbox: &Receiver<Message>,
    state: &DeviceState,
    opened: &SyncSender<Result<Arc<Mixer>, String>>,
) {
    alsa_log::silence_this_thread();
    match open(options, &messages, state) {
        Err(reason) => {
            let _ = opened.send(Err(reason));
        }
        Ok((mixer, sink)) => {
            let _ = opened.send(Ok(mixer.clone()));
            DeviceSupervisor { options, messages, inbox, state, mixer, stream: 0, opened: None }.run(sink);
        }
    }
}

fn open_first(options: &DeviceOptions, messages: &Sender<Message>, _state: &DeviceState) -> Opened {
    guarded(|| {
        let device = outputs::find(Direction::Out, options.device.as_deref())?;
        let own = device.default_output_config().map_err(|error| chain(&error))?;
        let config = cpal::SupportedStreamConfig::new(
            options.channels.map_or(own.channels(), |channels| channels as u16),
            options.sample_rate.map_or(own.sample_rate(), |rate| rate as u32),
            *own.buffer_size(),
            own.sample_format(),
        );
        let mixer = Arc::new(Mixer::new(config.sample_rate(), usize::from(config.channels()), false));
        let stream = open(&device, &mixer, &config, options, 0, messages)?;
        Ok((mixer, Some(stream)))
    })
}

/// The engine keeps its rate and channels; what it mixes is converted where the device has others by now.
fn open_again(
    options: &DeviceOptions,
    stream: u64,
    messages: &Sender<Message>,
    mixer: &Arc<Mixer>,
) -> Result<cpal::Stream, String> {
    guarded(|| {
        let device = outputs::find(Direction::Out, options.device.as_deref())?;
        let own = device.default_output_config().map_err(|error| chain(&error))?;
        let like = cpal::SupportedStreamConfig::new(
            mixer.channels as u16,
            mixer.rate,
            *own.buffer_size(),
            own.sample_format(),
        );
        open(&device, mixer, &like, options, stream, messages)
            .or_else(|_| open(&device, mixer, &own, options, stream, messages))
    })
}

/// With the buffer that was asked for, or the device's own where it refuses that.
fn open(
    device: &cpal::Device,
    mixer: &Arc<Mixer>,
    config: &cpal::SupportedStreamConfig,
    options: &DeviceOptions,
    stream: u64,
    messages: &Sender<Message>,
) -> Result<cpal::Stream, String> {
    let attempt = |buffer_size| {
        let mut errors = Errors {
            messages: messages.clone(),
            mixer: mixer.clone(),
            stream,
            xruns: 0,
            passing: 0,
            since: Instant::now(),
            burst: None,
        };
        let stream = output::build(device, config, buffer_size, mixer, move |error| errors.take(&error))?;
        stream.play()?;
        Ok(stream)
    };
    attempt(cpal::BufferSize::Fixed(options.buffer_frames(config.sample_rate())))
        .or_else(|error| attempt(cpal::BufferSize::Default).map_err(|_: cpal::Error| chain(&error)))
}

/// Reporter of a stream's errors while it runs.
struct Errors {
    messages: Sender<Message>,
    mixer: Arc<Mixer>,
    stream: u64,
    /// Failures to keep up, and other errors that may pass, since that time.
    xruns: u32,
    passing: u32,
    since: Instant,
    /// When the last burst of other errors began.
    burst: Option<Instant>,
}

impl Errors {
    fn take(&mut self, error: &cpal::Error) {
        alsa_log::silence_this_thread();
        if self.since.elapsed() > Duration::from_secs(1) {
            (self.xruns, self.passing, self.since) = (0, 0, Instant::now());
        }
        let is_broken = match error.kind() {
            ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => return,
            ErrorKind::Xrun => {
                self.mixer.clock.iter().for_each(HeardClock::restart);
                self.xruns += 1;
                self.xruns == XRUNS
            }
            // There is nothing to play on any more.
            ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable | ErrorKind::PermissionDenied => true,
            _ if self.burst.is_some_and(|began| began.elapsed() < BURST) => return,
            _ => {
                self.burst = Some(Instant::now());
                self.passing += 1;
                self.passing == PASSING
            }
        };
        let reason = chain(error);
        let message = if is_broken {
            Message::Broken(self.stream, reason)
        } else {
            Message::Passing(self.stream, reason)
        };
        let _ = self.messages.send(message);
    }
}

/// The thread's work once a device plays.
struct DeviceSupervisor<'a> {
    options: &'a DeviceOptions,
    messages: Sender<Message>,
    inbox: &'a Receiver<Message>,
    state: &'a DeviceState,
    mixer: Arc<Mixer>,
    /// The number of the stream that plays; what an earlier one still says does not count.
    stream: u64,
    /// When it was opened anew.
    opened: Option<Instant>,
}

impl DeviceSupervisor<'_> {
    fn run(mut self, first: Option<cpal::Stream>) {
        let Some(mut sink) = first.or_else(|| self.play_to_null(RARE_RETRY)) else { return };
        while let Some(reason) = self.feed_until_broken() {
            let is_again = self.opened.is_some_and(|opened| opened.elapsed() < AGAIN);
            let _ = guarded(|| {
                drop(sink);
                Ok(())
            });
            if !is_again && let Ok(again) = self.open_anew() {
                sink = again;
                continue;
            }
            *self.state.reason.lock() = reason;
            self.state.lost.store(true, Ordering::Release);
            match self.play_to_null(RETRY) {
                Some(again) => sink = again,
                None => return,
            }
        }
    }

    fn open_anew(&mut self) -> Result<cpal::Stream, String> {
        alsa_log::discard();
        self.stream += 1;
        self.mixer.clock.iter().for_each(HeardClock::restart);
        let stream = open_again(self.options, self.stream, &self.messages, &self.mixer)?;
        self.opened = Some(Instant::now());
        Ok(stream)
    }

    /// Why the device plays no more; None where the engine is shut down.
    fn feed_until_broken(&mut self) -> Option<String> {
        let mut suspect = None;
        loop {
            let message = if self.maintain() || suspect.is_some() {
                self.inbox.recv_timeout(FEED)
            } else {
                self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match message {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Message::Broken(stream, reason)) if stream == self.stream => {
                    self.state.errors.fetch_add(1, Ordering::Relaxed);
                    return Some(reason);
                }
                Ok(Message::Passing(stream, reason)) if stream == self.stream => {
                    self.state.errors.fetch_add(1, Ordering::Relaxed);
                    suspect.get_or_insert((Instant::now(), self.mixer.time(), reason));
                }
                Ok(Message::Broken(..) | Message::Passing(..) | Message::Feed)
                | Err(RecvTimeoutError::Timeout) => {}
            }
            // A device that plays on has got over it; one that does not is opened anew.
            if let Some((_, time, reason)) = suspect.take_if(|suspect| suspect.0.elapsed() >= SILENT)
                && self.mixer.time() == time
            {
                return Some(reason);
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
    fn play_to_null(&mut self, retry: Duration) -> Option<cpal::Stream> {
        let mut chunk = vec![0.0; CHUNK * self.mixer.channels];
        let began = Instant::now();
        let first = self.mixer.time();
        let (mut rendered, mut tried) = (0_u64, began);
        self.mixer.clock.iter().for_each(HeardClock::restart);
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
            // Mixed after it was due, and heard by nobody: late enough that all of it is there.
            if let Some(clock) = &self.mixer.clock {
                clock.observe((first + due) as f64, 2 * FEED);
            }
            if tried.elapsed() >= retry {
                if let Ok(sink) = self.open_anew() {
                    self.state.lost.store(false, Ordering::Release);
                    return Some(sink);
                }
                tried = Instant::now();
            }
        }
    }
}
