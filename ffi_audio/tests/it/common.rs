//! The exported functions as C sees them, made pleasant to call, and what tests need to judge samples.
#![allow(unsafe_code, dead_code)]

use ffi_audio as _;
use std::{
    f64::consts::TAU,
    ffi::{CStr, CString, c_char},
    fs,
    io::Write,
    path::Path,
};

pub use simple_native_sys::*;

pub const RATE: i64 = 48_000;
/// Frames in which what stops, goes on or jumps does so at that rate: 5 ms.
pub const GATE: usize = 240;

pub fn taken(array: RtF64Array) -> Vec<f64> {
    if array.data.is_null() {
        return vec![];
    }
    // SAFETY: an array of the archive, not yet freed.
    let samples = unsafe { std::slice::from_raw_parts(array.data, array.len as usize) }.to_vec();
    // SAFETY: freed once.
    unsafe { rt_f64_array_free(array.data, array.len) };
    samples
}

fn text(raw: *mut c_char) -> String {
    // SAFETY: a text of the archive, not yet freed.
    let text = unsafe { CStr::from_ptr(raw) }.to_str().unwrap().to_owned();
    // SAFETY: freed once.
    unsafe { rt_text_free(raw) };
    text
}

pub fn texts(array: RtTextArray) -> Vec<String> {
    if array.data.is_null() {
        return vec![];
    }
    // SAFETY: an array of the archive, not yet freed; each of its texts is one.
    let texts = unsafe { std::slice::from_raw_parts(array.data, array.len as usize) };
    // SAFETY: as above.
    let texts =
        texts.iter().map(|&text| unsafe { CStr::from_ptr(text) }.to_str().unwrap().to_owned()).collect();
    // SAFETY: freed once, its texts with it.
    unsafe { rt_text_array_free(array.data, array.len) };
    texts
}

pub fn init_with_options(options: &str) -> i64 {
    let options = CString::new(options).unwrap();
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_init_with_options(options.as_ptr()) }
}

pub fn last_error() -> String {
    text(rt_audio_get_last_error())
}

pub fn device_error(engine: i64) -> String {
    text(rt_audio_take_device_error(engine))
}

pub fn render(engine: i64, frames: usize) -> Vec<f64> {
    taken(rt_audio_render(engine, frames as i64))
}

pub fn source_samples(source: i64) -> Vec<f64> {
    taken(rt_audio_source_get_samples(source))
}

pub fn load_file(engine: i64, path: &str) -> i64 {
    let path = CString::new(path).unwrap();
    // SAFETY: borrowed for the call, as the header says.
    unsafe { rt_audio_load_from_file(engine, path.as_ptr()) }
}

pub fn load_memory(engine: i64, data: &[u8]) -> i64 {
    // SAFETY: borrowed for the call, as the header says.
    unsafe { rt_audio_load_from_memory(engine, data.as_ptr(), data.len() as i64) }
}

pub fn load_samples(engine: i64, samples: &[f64], rate: i64, channels: i64) -> i64 {
    // SAFETY: borrowed for the call, as the header says.
    unsafe { rt_audio_load_from_samples(engine, samples.as_ptr(), samples.len() as i64, rate, channels) }
}

pub fn play_music(engine: i64, path: &str, looped: bool) -> i64 {
    let path = CString::new(path).unwrap();
    let play = if looped { rt_audio_play_music_looped } else { rt_audio_play_music };
    // SAFETY: borrowed for the call, as the header says.
    unsafe { play(engine, path.as_ptr()) }
}

pub fn play(engine: i64, source: i64, options: &str) -> i64 {
    let options = CString::new(options).unwrap();
    // SAFETY: borrowed for the call, as the header says.
    unsafe { rt_audio_play(engine, source, options.as_ptr()) }
}

pub fn play_music_with(engine: i64, path: &str, options: &str) -> i64 {
    let (path, options) = (CString::new(path).unwrap(), CString::new(options).unwrap());
    // SAFETY: borrowed for the call, as the header says.
    unsafe { rt_audio_play_music_with(engine, path.as_ptr(), options.as_ptr()) }
}

/// Runs a program that makes files.
pub fn run(program: &str, arguments: &[&str]) {
    let output = std::process::Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error} (`cargo xtask setup`?)"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A mono file of 16 bits, written as it is made.
pub fn write_wav(path: &Path, rate: u32, frames: u32, sample: impl Fn(u32) -> f64) {
    let mut file = std::io::BufWriter::new(fs::File::create(path).unwrap());
    let bytes = frames * 2;
    file.write_all(b"RIFF").unwrap();
    file.write_all(&(36 + bytes).to_le_bytes()).unwrap();
    file.write_all(b"WAVEfmt \x10\0\0\0\x01\0\x01\0").unwrap();
    file.write_all(&rate.to_le_bytes()).unwrap();
    file.write_all(&(2 * rate).to_le_bytes()).unwrap();
    file.write_all(b"\x02\0\x10\0data").unwrap();
    file.write_all(&bytes.to_le_bytes()).unwrap();
    for frame in 0..frames {
        file.write_all(&((sample(frame) * 32_768.0) as i16).to_le_bytes()).unwrap();
    }
    file.flush().unwrap();
}

/// A saw whose value tells the frame, within each 8,192 frames.
pub fn saw(frame: u32) -> f64 {
    f64::from(frame % 8192) / 16_384.0
}

pub fn saws(from: u32, frames: u32) -> Vec<f64> {
    (from..from + frames).map(saw).collect()
}

/// An offline engine at 48 kHz that is shut down with the test.
pub struct Rig(pub i64);

impl Rig {
    pub fn stereo() -> Self {
        Self::new(RATE, 2)
    }

    pub fn mono() -> Self {
        Self::new(RATE, 1)
    }

    pub fn new(rate: i64, channels: i64) -> Self {
        let engine = rt_audio_init_offline(rate, channels);
        assert!(engine > 0, "{}", last_error());
        Self(engine)
    }

    pub fn source(&self, samples: &[f64], channels: i64) -> i64 {
        let source = load_samples(self.0, samples, RATE, channels);
        assert!(source > 0, "{}", last_error());
        source
    }

    /// A mono sine that lasts two seconds.
    pub fn sine(&self, frequency: f64, amplitude: f64) -> i64 {
        self.source(&sine(frequency, amplitude, RATE, 2 * RATE as usize), 1)
    }

    pub fn play(&self, source: i64) -> i64 {
        let playback = rt_audio_play_sound(self.0, source);
        assert!(playback > 0, "{}", last_error());
        playback
    }

    pub fn render(&self, frames: usize) -> Vec<f64> {
        render(self.0, frames)
    }

    /// The channels of the next frames of a stereo engine.
    pub fn render_stereo(&self, frames: usize) -> (Vec<f64>, Vec<f64>) {
        split(&self.render(frames))
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        assert!(rt_audio_shutdown(self.0));
    }
}

pub fn split(samples: &[f64]) -> (Vec<f64>, Vec<f64>) {
    (samples.iter().copied().step_by(2).collect(), samples.iter().copied().skip(1).step_by(2).collect())
}

pub fn sine(frequency: f64, amplitude: f64, rate: i64, frames: usize) -> Vec<f64> {
    (0..frames).map(|i| amplitude * (TAU * frequency * i as f64 / rate as f64).sin()).collect()
}

/// Amplitude and phase, in radians against a sine that starts with the first sample, of one frequency in
/// `samples`; and what is left without it, as its greatest sample.
pub fn tone(samples: &[f64], frequency: f64, rate: i64) -> (f64, f64, f64) {
    let angle = |i: usize| TAU * frequency * i as f64 / rate as f64;
    // The least-squares fit of a·sin + b·cos.
    let (mut ss, mut cc, mut sc, mut xs, mut xc) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (i, x) in samples.iter().enumerate() {
        let (s, c) = angle(i).sin_cos();
        (ss, cc, sc, xs, xc) = (ss + s * s, cc + c * c, sc + s * c, xs + x * s, xc + x * c);
    }
    let det = ss * cc - sc * sc;
    let (a, b) = ((xs * cc - xc * sc) / det, (xc * ss - xs * sc) / det);
    let rest = samples.iter().enumerate().map(|(i, x)| {
        let (s, c) = angle(i).sin_cos();
        (x - a * s - b * c).abs()
    });
    (a.hypot(b), b.atan2(a), rest.fold(0.0, f64::max))
}

/// A straight line from one sound to another within `frames` frames, and then that one.
pub fn crossfaded(before: &[f64], after: &[f64], frames: usize) -> Vec<f64> {
    let part = |i: usize| (i as f64 / frames as f64).min(1.0);
    let before = before.iter().chain(std::iter::repeat(&0.0));
    after
        .iter()
        .zip(before)
        .enumerate()
        .map(|(i, (after, before))| before + part(i) * (after - before))
        .collect()
}

/// Number of times that the signal goes up through zero.
pub fn zero_crossings(samples: &[f64]) -> usize {
    samples.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count()
}

pub fn peak(samples: &[f64]) -> f64 {
    samples.iter().fold(0.0, |peak, sample| sample.abs().max(peak))
}

pub fn rms(samples: &[f64]) -> f64 {
    (samples.iter().map(|sample| sample * sample).sum::<f64>() / samples.len() as f64).sqrt()
}

/// The greatest step between neighbours.
pub fn steepest(samples: &[f64]) -> f64 {
    samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f64::max)
}

#[track_caller]
pub fn assert_samples(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!((found - expected).abs() <= tolerance, "sample {i} is {found} and not {expected}");
    }
}
