//! Sources: sounds decoded into memory.

use crate::{
    decode,
    engine::{AudioEngine, AudioSource},
    error::Result,
    open::{decode_file, decode_memory},
    sound_buffer::SoundBuffer,
};
use ffi_core::{Borrowed, Consumed, Text, check, export, memory};

/// Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
/// found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
/// gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
/// has. What is not sound (tags, pictures, comments, however damaged) never decides whether there is sound, and a
/// stated length never ends it. Where a file changes its rate or its channels on the way, as a chained Ogg file
/// may, it goes on in those that it began with. A sound of up to 10 seconds with another rate than the engine's is brought
/// to that here, once, which takes memory for it besides: what is played has then, to 18 kHz, less than −90 dB of what was
/// not in it, and nothing above −60 dB is folded back. Longer sounds, loops and music are brought over while they play, at
/// the same quality where the two rates have a small ratio, as usual ones do, and the speed is 1: that takes some forty
/// times as long as mixing what has the engine's rate. At other speeds a shorter filter does it (−80 dB, from 3.5 kHz
/// around half of the lower rate on). 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
/// per sample: play that as music. Release the source with `rt_audio_source_free`.
#[export(blocks, heavy)]
fn rt_audio_load_from_file(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioSource>> {
    engine.adopt_source(decode_file(path)?)
}

/// Loads a sound as `rt_audio_load_from_file` does, from the bytes of a whole sound file, which are not needed
/// afterwards.
#[export(blocks, heavy)]
fn rt_audio_load_from_memory(engine: &AudioEngine, data: &[u8]) -> Result<Borrowed<AudioSource>> {
    engine.adopt_source(decode_memory(data)?)
}

/// Makes a source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
/// `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
#[export(heavy)]
fn rt_audio_load_from_samples(
    engine: &AudioEngine,
    samples: &[f64],
    sample_rate: i64,
    channels: i64,
) -> Result<Borrowed<AudioSource>> {
    let rate = check::between("sample_rate", sample_rate, 1_000, 768_000)?;
    let channels = check::between("channels", channels, 1, 32)?;
    engine.adopt_source(SoundBuffer::from_samples(samples, rate as u32, channels as usize)?)
}

/// Makes a source as `rt_audio_load_from_samples` does, from 32-bit floats: `data` holds 4 bytes of each, little-endian,
/// as arrays of floats have them in memory. It is copied once.
#[export(heavy)]
fn rt_audio_load_from_floats(
    engine: &AudioEngine,
    data: &[u8],
    sample_rate: i64,
    channels: i64,
) -> Result<Borrowed<AudioSource>> {
    let rate = check::between("sample_rate", sample_rate, 1_000, 768_000)?;
    let channels = check::between("channels", channels, 1, 32)?;
    engine.adopt_source(SoundBuffer::from_floats(data, rate as u32, channels as usize)?)
}

/// Frees a source. What plays it goes on to its end.
#[export]
fn rt_audio_source_free(source: Consumed<AudioSource>) -> Result<()> {
    source.forget();
    Ok(())
}

/// Returns the length of a source in seconds, at its own speed.
#[export]
fn rt_audio_source_duration(source: &AudioSource) -> f64 {
    source.buffer.duration()
}

/// Frames per second of a source, as its file has them.
#[export]
fn rt_audio_source_get_sample_rate(source: &AudioSource) -> i64 {
    i64::from(source.buffer.rate())
}

/// Samples per frame of a source: 1 for mono, 2 for stereo.
#[export]
fn rt_audio_source_get_channels(source: &AudioSource) -> i64 {
    source.buffer.channels() as i64
}

/// Returns the samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
#[export]
fn rt_audio_source_get_samples(source: &AudioSource) -> Result<Vec<f64>> {
    let samples = source.buffer.samples().iter().map(|&sample| f64::from(sample));
    Ok(memory::collect(samples)?)
}

/// Returns the samples of a source as they were decoded, as `rt_audio_source_get_samples` does, as 32-bit floats: 4 bytes
/// of each, little-endian.
#[export]
fn rt_audio_source_get_floats(source: &AudioSource) -> Result<Vec<u8>> {
    let mut bytes = vec![];
    memory::reserve(&mut bytes, 4 * source.buffer.samples().len())?;
    bytes.extend(source.buffer.samples().iter().flat_map(|sample| sample.to_le_bytes()));
    Ok(bytes)
}

/// Returns the formats that can be decoded, by their usual file name extension.
#[export]
fn rt_audio_get_supported_formats() -> Vec<Text> {
    decode::FORMATS.iter().map(|format| Text::new(format)).collect()
}
