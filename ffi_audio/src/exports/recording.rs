//! Recordings of what an engine plays.

use crate::{
    engine::{AudioEngine, AudioRecording},
    error::Result,
};
use ffi_core::{Borrowed, Consumed, check::between, export};

/// Writes all that `engine` plays from now on, as it is heard, into a WAVE file at `path`, which takes the place of what is
/// there when the recording is stopped: of integers with `bits` 16 or 24, clipped at full scale, or of floats with 32.
/// On a device nothing waits for the file: what it does not take within 4 seconds is lost and counted; an offline engine's
/// `rt_audio_render` waits. A file takes 4 GiB; an engine has up to 8 recordings at a time. The recording belongs to
/// `engine`; end it with `rt_audio_record_stop`. One that is not ended by then is when its engine is shut down.
#[export(blocks)]
fn rt_audio_record_start(engine: &AudioEngine, path: &str, bits: i64) -> Result<Borrowed<AudioRecording>> {
    let bits = between("bits", bits, 16, 32)?;
    engine.record(path, if bits > 24 { 32 } else { (bits as u32).next_multiple_of(8) })
}

/// Counts the frames that are missing in a recording because its file did not take them in time.
#[export]
fn rt_audio_record_get_lost(recording: &AudioRecording) -> i64 {
    i64::try_from(recording.recorder.lost()).unwrap_or(i64::MAX)
}

/// Counts the frames that a recording has so far.
#[export]
fn rt_audio_record_get_frames(recording: &AudioRecording) -> i64 {
    i64::try_from(recording.recorder.frames()).unwrap_or(i64::MAX)
}

/// Ends a recording and puts its file in its place. False where it could not be written: then what was there before is
/// there.
#[export(blocks)]
fn rt_audio_record_stop(recording: Consumed<AudioRecording>) -> Result<()> {
    recording.forget();
    recording.recorder.stop()
}
