//! The mix as a device takes it, in whatever kind of samples, and what its callbacks tell of when that is heard.

use crate::{alsa_log, mixer::Mixer, sample_formats::for_sample_format};
use rodio::{
    ChannelCount, SampleRate, Source,
    cpal::{
        self, BufferSize, Device, FromSample, OutputCallbackInfo, SizedSample, Stream, StreamConfig,
        SupportedStreamConfig, traits::DeviceTrait,
    },
    source::UniformSourceIterator,
};
use std::{
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

/// Frames that the device takes from the mix at a time.
pub const CHUNK: usize = 256;

/// A stream that plays the mix, once it is told to.
pub fn build(
    device: &Device,
    config: &SupportedStreamConfig,
    buffer_size: BufferSize,
    mixer: &Arc<Mixer>,
    errors: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<Stream, cpal::Error> {
    let format = config.sample_format();
    let config = StreamConfig { buffer_size, ..config.config() };
    let feed = Feed::new(mixer, &config);
    for_sample_format!(format, build_for(device, config, feed, errors))
}

fn build_for<T: SizedSample + FromSample<f32>>(
    device: &Device,
    config: StreamConfig,
    mut feed: Feed,
    errors: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<Stream, cpal::Error> {
    let fill = move |data: &mut [T], info: &OutputCallbackInfo| {
        feed.tell(info);
        data.iter_mut().for_each(|sample| *sample = T::from_sample_(feed.next()));
    };
    device.build_output_stream(config, fill, errors, None)
}

/// Source of a stream's samples.
struct Feed {
    mixer: Arc<Mixer>,
    samples: Box<dyn Iterator<Item = f32> + Send>,
    /// The engine's frame that it began with.
    first: Option<u64>,
    /// Number of samples that the device took, and frames of the engine that one of them is.
    taken: u64,
    frames_per_sample: f64,
}

impl Feed {
    fn new(mixer: &Arc<Mixer>, config: &StreamConfig) -> Self {
        let output = Output::new(mixer.clone());
        let (channels, rate) = (config.channels, config.sample_rate);
        let is_like = usize::from(channels) == mixer.channels && rate == mixer.rate;
        let samples: Box<dyn Iterator<Item = f32> + Send> = if is_like {
            Box::new(output)
        } else {
            let (channels, rate) = (channel_count(channels), sample_rate(rate));
            Box::new(UniformSourceIterator::new(output, channels, rate))
        };
        let frames_per_sample = f64::from(mixer.rate) / f64::from(rate) / f64::from(channels);
        Self { mixer: mixer.clone(), samples, first: None, taken: 0, frames_per_sample }
    }

    /// Tells the clock when what comes next is heard, as the device says.
    fn tell(&mut self, info: &OutputCallbackInfo) {
        let first = *self.first.get_or_insert_with(|| self.mixer.time());
        if let Some(clock) = &self.mixer.clock {
            let latency: Duration = info.timestamp().playback.duration_since(info.timestamp().callback);
            clock.observe(first as f64 + self.taken as f64 * self.frames_per_sample, latency);
        }
    }

    #[inline]
    fn next(&mut self) -> f32 {
        self.taken += 1;
        self.samples.next().unwrap_or(0.0)
    }
}

fn channel_count(channels: u16) -> ChannelCount {
    NonZero::new(channels).unwrap_or(NonZero::<u16>::MIN)
}

fn sample_rate(rate: u32) -> SampleRate {
    NonZero::new(rate).unwrap_or(NonZero::<u32>::MIN)
}

/// The mix, sample by sample.
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
    fn channels(&self) -> ChannelCount {
        channel_count(self.mixer.channels as u16)
    }
    fn sample_rate(&self) -> SampleRate {
        sample_rate(self.mixer.rate)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
