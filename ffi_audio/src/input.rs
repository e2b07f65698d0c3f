//! What a device hands over, in whatever kind of samples.

use crate::{capture_state::CaptureState, sample_formats::for_sample_format};
use rodio::cpal::{
    self, Device, FromSample, InputCallbackInfo, SampleFormat, SizedSample, Stream, StreamConfig,
    traits::DeviceTrait,
};
use rtrb::Producer;
use std::sync::{Arc, atomic::Ordering};

/// Samples that are converted at a time.
const PIECE: usize = 512;

/// Where a stream's samples go.
pub struct Feed {
    samples: Producer<f32>,
    channels: usize,
    state: Arc<CaptureState>,
}

impl Feed {
    /// The end of a queue of whole frames.
    pub fn new(samples: Producer<f32>, channels: usize, state: Arc<CaptureState>) -> Self {
        Self { samples, channels, state }
    }

    fn take<T: SizedSample>(&mut self, data: &[T])
    where
        f32: FromSample<T>,
    {
        let frames = data.len() / self.channels;
        let taken = frames.min(self.samples.slots() / self.channels);
        let mut piece = [0.0; PIECE];
        for data in data[..taken * self.channels].chunks(PIECE) {
            let piece = &mut piece[..data.len()];
            piece.iter_mut().zip(data).for_each(|(out, &sample)| *out = f32::from_sample_(sample));
            // There is room: only more of it can come.
            let _ = self.samples.push_partial_slice(piece);
        }
        self.state.lost.fetch_add((frames - taken) as u64, Ordering::Relaxed);
    }
}

/// A stream that feeds, once it is told to.
pub fn build(
    device: &Device,
    format: SampleFormat,
    config: StreamConfig,
    feed: Feed,
    errors: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<Stream, cpal::Error> {
    for_sample_format!(format, build_for(device, config, feed, errors))
}

fn build_for<T: SizedSample>(
    device: &Device,
    config: StreamConfig,
    mut feed: Feed,
    errors: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<Stream, cpal::Error>
where
    f32: FromSample<T>,
{
    device.build_input_stream(config, move |data: &[T], _: &InputCallbackInfo| feed.take(data), errors, None)
}
