//! Samples that a host makes while they are heard.

use crate::{
    engine::{AudioEngine, AudioPlayback, Sound},
    error::{Error, Result},
    live::LiveInput,
    options::StartOptions,
};
use ffi_core::{Borrowed, Callback, Shared, UserData, check, export};

/// Starts a playback of samples that the host makes meanwhile, for synthesis, for voices from a network: they are put in
/// with `rt_audio_playback_push`, `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz), and `buffer_ms`
/// milliseconds of them (1 to 60,000) are kept until they are heard. Where none are there it is silent until some come.
/// `options_json` is as for `rt_audio_play`; `loop` and `from` fail, for what was heard is gone. The playback ends
/// when it is stopped, or when all is heard after `rt_audio_playback_finish`.
#[export(schema(options_json = "ffi_audio/src/options.schema.json"))]
fn rt_audio_play_live(
    engine: &AudioEngine,
    sample_rate: i64,
    channels: i64,
    buffer_ms: i64,
    options_json: &str,
) -> Result<Borrowed<AudioPlayback>> {
    let rate = check::between("sample_rate", sample_rate, 1_000, 768_000)?;
    let channels = check::between("channels", channels, 1, 32)? as usize;
    let ms = check::between("buffer_ms", buffer_ms, 1, 60_000)?;
    let options = StartOptions::parse(options_json)?;
    if options.looping().looped || options.from > 0.0 {
        return Err(Error::Live);
    }
    let frames = (ms * rate / 1000).max(1) as usize;
    engine.play_live(frames, (channels, rate as u32), &options)
}

/// Puts samples into a playback of `rt_audio_play_live`: whole frames, interleaved, −1 to 1 at full scale. Says how many
/// frames there was room for: the others are to be put in again later. 0 where it is full.
#[export]
fn rt_audio_playback_push(handle: &AudioPlayback, samples: &[f64]) -> Result<i64> {
    input(handle)?.push(samples.len(), |index| samples[index]).map(|frames| frames as i64)
}

/// Puts samples in as `rt_audio_playback_push` does, as 32-bit floats: `data` holds 4 bytes of each, little-endian.
#[export]
fn rt_audio_playback_push_floats(handle: &AudioPlayback, data: &[u8]) -> Result<i64> {
    let (floats, rest) = data.as_chunks::<4>();
    if !rest.is_empty() {
        return Err(Error::Bytes(data.len()));
    }
    let frames = input(handle)?.push(floats.len(), |index| f64::from(f32::from_le_bytes(floats[index])))?;
    Ok(frames as i64)
}

/// Has `function` called with the playback's handle and `user_data`, on a thread of the archive's own, whenever half of
/// what a playback of `rt_audio_play_live` keeps is missing: it puts samples in with `rt_audio_playback_push`, as many as it
/// has, and returns another number than 0, or 0 where no more come. Where it is late the playback is silent meanwhile. A
/// panic, an exception of another language and `pthread_exit` end it as 0 does; `longjmp` must not leave it. It takes the
/// place of an earlier function. After `rt_audio_playback_stop` it is not called any more; from inside, that ends the
/// calls after this one.
#[export(blocks, ends = "rt_audio_playback_stop", replaces, handles(function = "audio playback"))]
fn rt_audio_playback_set_producer(
    handle: Shared<AudioPlayback>,
    function: Callback,
    user_data: UserData,
) -> Result<()> {
    let number = handle.handle();
    handle.set_producer(number, function, user_data)
}

/// Returns how many frames there is room for in a playback of `rt_audio_play_live`.
#[export]
fn rt_audio_playback_get_room(handle: &AudioPlayback) -> Result<i64> {
    Ok(input(handle)?.room() as i64)
}

/// Says that no more samples come: a playback of `rt_audio_play_live` ends once what it has was heard.
#[export]
fn rt_audio_playback_finish(handle: &AudioPlayback) -> Result<()> {
    input(handle)?.finish();
    Ok(())
}

fn input(playback: &AudioPlayback) -> Result<&LiveInput> {
    match &playback.sound {
        Sound::Live(input) => Ok(input),
        _ => Err(Error::NotLive),
    }
}
