//! What a microphone hears: brought from its device's thread to whoever reads it.

use crate::{
    alsa_log,
    capture_options::CaptureOptions,
    capture_state::CaptureState,
    device_options::nearest_buffer,
    error::{Error, Result},
    input,
    outputs::{Direction, find, guarded},
};
use ffi_core::{Kind, Locked, error::chain, memory, thread::Builder};
use rodio::cpal::{
    self, BufferSize, ErrorKind, StreamConfig,
    traits::{DeviceTrait, StreamTrait},
};
use rtrb::{Consumer, RingBuffer};
use std::{
    sync::{
        Arc,
        atomic::Ordering,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread::{JoinHandle, sleep},
    time::{Duration, Instant},
};

/// Time between two looks for frames that are waited for.
const LOOK: Duration = Duration::from_millis(2);

/// A device that is captured.
pub struct AudioCapture {
    samples: Locked<Consumer<f32>>,
    state: Arc<CaptureState>,
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
    stop: Sender<()>,
    thread: Locked<Option<JoinHandle<()>>>,
}

ffi_core::object!(AudioCapture, Kind::AudioCapture);

struct Opened {
    samples: Consumer<f32>,
    rate: u32,
    channels: usize,
}

impl AudioCapture {
    /// Opens the device; returns when it captures.
    pub fn start(options: CaptureOptions) -> Result<Self> {
        let (stop, stopped) = channel();
        let (opened, answer) = sync_channel(1);
        let state = Arc::<CaptureState>::default();
        let own = state.clone();
        let thread = Builder::new("simple_native audio")
            .spawn(move || run(&options, &own, &stopped, &opened))
            .map_err(Error::Thread)?;
        let opened = answer.recv().unwrap_or_else(|_| Err("the thread that opens it broke down".into()));
        match opened {
            Ok(Opened { samples, rate, channels }) => Ok(Self {
                samples: Locked::new(samples),
                state,
                rate,
                channels,
                stop,
                thread: Locked::new(Some(thread)),
            }),
            Err(reason) => {
                let _ = thread.join();
                Err(Error::Input(reason))
            }
        }
    }

    /// Frames that can be read.
    pub fn available(&self) -> usize {
        self.samples.lock().slots() / self.channels
    }

    /// Frames that are kept at most.
    pub fn capacity(&self) -> usize {
        self.samples.lock().buffer().capacity() / self.channels
    }

    /// Frames that were lost.
    pub fn lost(&self) -> u64 {
        self.state.lost.load(Ordering::Relaxed)
    }

    /// Why nothing more comes; empty while it does.
    pub fn error(&self) -> String {
        self.state.reason()
    }

    /// Waits until so many frames can be read; false where they do not come in time, or no more.
    pub fn wait(&self, frames: usize, until: Option<Instant>) -> bool {
        loop {
            // In this order: nothing comes after the end.
            let is_over = self.state.is_over();
            if self.available() >= frames {
                return true;
            }
            let left = until.map_or(LOOK, |until| until.saturating_duration_since(Instant::now()));
            if is_over || left.is_zero() {
                return false;
            }
            sleep(left.min(LOOK));
        }
    }

    /// Takes up to so many frames out, each of them as the items that `push` makes of it.
    pub fn read<T>(&self, frames: usize, items: usize, push: impl Fn(f32, &mut Vec<T>)) -> Result<Vec<T>> {
        let mut samples = self.samples.lock();
        let is_over = self.state.is_over();
        let there = (samples.slots() / self.channels).min(frames) * self.channels;
        if there == 0 && frames > 0 && is_over {
            return Err(Error::Captured(self.error()));
        }
        let mut out = vec![];
        memory::reserve(&mut out, there * items)?;
        if let Ok(chunk) = samples.read_chunk(there) {
            let (first, second) = chunk.as_slices();
            first.iter().chain(second).for_each(|&sample| push(sample, &mut out));
            chunk.commit_all();
        }
        Ok(out)
    }

    /// Closes the device, and waits for its thread.
    pub fn stop(&self) {
        let _ = self.stop.send(());
        let thread = self.thread.lock().take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
        self.state.end(String::new());
    }
}

impl Drop for AudioCapture {
    fn drop(&mut self) {
        self.stop();
    }
}

fn run(
    options: &CaptureOptions,
    state: &Arc<CaptureState>,
    stopped: &Receiver<()>,
    opened: &SyncSender<std::result::Result<Opened, String>>,
) {
    alsa_log::silence_this_thread();
    match guarded(|| open(options, state)) {
        Err(reason) => {
            let _ = opened.send(Err(reason));
        }
        Ok((capture, stream)) => {
            let _ = opened.send(Ok(capture));
            let _ = stopped.recv();
            let _ = guarded(|| {
                drop(stream);
                Ok(())
            });
        }
    }
}

fn open(
    options: &CaptureOptions,
    state: &Arc<CaptureState>,
) -> std::result::Result<(Opened, cpal::Stream), String> {
    let device = find(Direction::In, options.device.as_deref())?;
    let own = device.default_input_config().map_err(|error| chain(&error))?;
    let channels = options.channels.map_or(own.channels(), |channels| channels as u16);
    let rate = options.sample_rate.map_or(own.sample_rate(), |rate| rate as u32);
    let kept = (f64::from(rate) * options.keep_ms as f64 / 1000.0) as usize;
    let room = kept.max(1) * usize::from(channels);
    memory::room_for(room * size_of::<f32>()).map_err(|error| error.to_string())?;
    let attempt = |buffer_size| {
        let config = StreamConfig { channels, sample_rate: rate, buffer_size };
        let (input, samples) = RingBuffer::new(room);
        let (feed, state) = (input::Feed::new(input, usize::from(channels), state.clone()), state.clone());
        let errors = move |error| tell(&state, &error);
        let stream = input::build(&device, own.sample_format(), config, feed, errors)?;
        stream.play()?;
        Ok((Opened { samples, rate, channels: usize::from(channels) }, stream))
    };
    attempt(BufferSize::Fixed(nearest_buffer(rate, options.buffer_ms)))
        .or_else(|_| attempt(BufferSize::Default))
        .map_err(|error: cpal::Error| chain(&error))
}

fn tell(state: &CaptureState, error: &cpal::Error) {
    alsa_log::silence_this_thread();
    match error.kind() {
        ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable | ErrorKind::PermissionDenied => {
            state.end(chain(error));
        }
        // How much that was is not told.
        ErrorKind::Xrun => {
            state.lost.fetch_add(1, Ordering::Relaxed);
        }
        _ => {}
    }
}
