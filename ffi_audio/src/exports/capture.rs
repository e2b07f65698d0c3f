//! Microphones and other inputs.

use crate::{
    capture::AudioCapture,
    capture_options::CaptureOptions,
    error::Result,
    outputs::{self, Direction},
};
use ffi_core::{Consumed, New, Text, check::between, deadline, export};

/// Lists the system's audio inputs, each as JSON, as `rt_audio_get_outputs` does the outputs: its `id`, for
/// `rt_audio_capture_start`, its `name`, for people, and whether it `is_default`. Empty, with a last error, where the system
/// has no audio.
#[export(blocks)]
fn rt_audio_get_inputs() -> Result<Vec<Text>> {
    let inputs = outputs::all(Direction::In)?;
    Ok(inputs.iter().map(|input| Text::new(&serde_json::json!(input).to_string())).collect())
}

/// Begins to capture an audio input, as `options_json` says, a JSON object or `""`: the one with the id `device` (one of
/// `rt_audio_get_inputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000) and with
/// `channels` (1 to 8; both null at first: the device's own). The device hands over `buffer_ms` at a time (1 to 1,000; 20
/// at first), and `keep_ms` (10 to 600,000; 1,000 at first) are kept until they are read; what comes beyond that is lost and
/// counted. 0 where there is no such input, or where it does not give that; last error says why. Release it with
/// `rt_audio_capture_stop`.
#[export(blocks, schema(options_json = "ffi_audio/src/capture_options.schema.json"))]
fn rt_audio_capture_start(options_json: &str) -> Result<New<AudioCapture>> {
    AudioCapture::start(CaptureOptions::parse(options_json)?).map(New::new)
}

/// Frames per second that are captured.
#[export]
fn rt_audio_capture_get_sample_rate(capture: &AudioCapture) -> i64 {
    i64::from(capture.rate)
}

/// Samples per frame that are captured.
#[export]
fn rt_audio_capture_get_channels(capture: &AudioCapture) -> i64 {
    capture.channels as i64
}

/// Returns how many frames can be read at once.
#[export]
fn rt_audio_capture_get_available(capture: &AudioCapture) -> i64 {
    capture.available() as i64
}

/// Waits until `frames` frames can be read (1 to those that are kept), `timeout_ms` milliseconds at most, for ever where that is below 0: false where they
/// do not come in time, and where the input was lost.
#[export(blocks)]
fn rt_audio_capture_wait(capture: &AudioCapture, frames: i64, timeout_ms: i64) -> Result<bool> {
    let frames = between("frames", frames, 1, capture.capacity() as i64)?;
    Ok(capture.wait(frames as usize, deadline::in_ms(timeout_ms)))
}

/// Reads what was captured, in its order: up to `frames` frames (0 and more), interleaved, −1 to 1 at full scale. Does not
/// wait: empty where nothing is there yet. Fails where nothing is left of an input that was lost.
#[export]
fn rt_audio_capture_read(capture: &AudioCapture, frames: i64) -> Result<Vec<f64>> {
    capture.read(count(frames)?, 1, |sample, out| out.push(f64::from(sample)))
}

/// Reads as `rt_audio_capture_read` does, into 32-bit floats: 4 bytes of each, little-endian.
#[export]
fn rt_audio_capture_read_floats(capture: &AudioCapture, frames: i64) -> Result<Vec<u8>> {
    capture.read(count(frames)?, 4, |sample, out| out.extend(sample.to_le_bytes()))
}

/// Reads as `rt_audio_capture_read` does, into 16-bit integers, as files and codecs for speech take them: 2 bytes of each,
/// little-endian, 32,768 at full scale.
#[export]
fn rt_audio_capture_read_int16(capture: &AudioCapture, frames: i64) -> Result<Vec<u8>> {
    // A cast ends at the greatest number.
    capture
        .read(count(frames)?, 2, |sample, out| out.extend(((sample * 32_768.0).round() as i16).to_le_bytes()))
}

fn count(frames: i64) -> Result<usize> {
    Ok(between("frames", frames, 0, i64::MAX)? as usize)
}

/// Counts the frames that were lost since the capture began, because what was before them was not read in time; each
/// time that the device's own buffer ran over counts as one.
#[export]
fn rt_audio_capture_get_lost(capture: &AudioCapture) -> i64 {
    i64::try_from(capture.lost()).unwrap_or(i64::MAX)
}

/// Gives the reason why an input was lost: `""` while it is there. What was captured before can still be read; to go on,
/// start another capture.
#[export(none = "")]
fn rt_audio_capture_get_error(capture: &AudioCapture) -> String {
    capture.error()
}

/// Ends a capture and closes its input; what was not read is gone.
#[export(blocks)]
fn rt_audio_capture_stop(capture: Consumed<AudioCapture>) -> Result<()> {
    capture.stop();
    Ok(())
}
