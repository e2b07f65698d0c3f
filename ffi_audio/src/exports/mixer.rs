//! Mixers: several sources as one playback.

use crate::{
    check,
    control::Settings,
    engine::{AudioEngine, AudioMixer, AudioPlayback, AudioSource, Sound},
    error::{Error, Result},
};
use ffi_core::{Borrowed, Consumed, Shared, export};

/// Makes a mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
/// `rt_audio_mixer_free`.
#[export]
fn rt_audio_mixer_create(engine: Shared<AudioEngine>) -> Result<Borrowed<AudioMixer>> {
    AudioMixer::adopt(&engine)
}

/// Frees a mixer. What it started plays on.
#[export]
fn rt_audio_mixer_free(mixer: Consumed<AudioMixer>) -> Result<()> {
    mixer.forget();
    Ok(())
}

/// Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
/// sounds twice.
#[export]
fn rt_audio_mixer_add_source(mixer: &AudioMixer, source: &AudioSource) -> Result<()> {
    mixer.sources.lock().push(source.played.clone());
    Ok(())
}

/// Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
/// 10 ms, without a click.
#[export]
fn rt_audio_mixer_set_volume(mixer: &AudioMixer, volume: f64) -> Result<()> {
    mixer.volume.set(check::volume(volume)?);
    Ok(())
}

/// Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
/// playback has its own volume besides the mixer's. A mixer without sources fails.
#[export]
fn rt_audio_mixer_play(mixer: &AudioMixer) -> Result<Borrowed<AudioPlayback>> {
    let engine = mixer.engine.upgrade().ok_or(Error::ShutDown)?;
    let sources = mixer.sources.lock().clone();
    let longest = sources.iter().map(|buffer| buffer.duration()).reduce(f64::max).ok_or(Error::EmptyMixer)?;
    let tracks = sources.iter().map(|buffer| engine.track(buffer, None)).collect();
    engine.start(
        Settings::new(1.0, None),
        tracks,
        (Some(mixer.volume.clone()), None),
        Sound::Decoded { length: Some(longest), rate: engine.mixer.rate },
    )
}
