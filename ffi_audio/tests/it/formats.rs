//! Opus, AAC, ALAC, MP2 and FLAC in Ogg, WebM, Matroska, MP4 and CAF, and samples in AU and CAF: the files' sound is
//! known by its formula. tests/files/README.md says how they were made.

use crate::common::*;
use std::{f64::consts::TAU, fs, path::PathBuf};

/// A file beside the tests.
pub fn path(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/files", name].iter().collect();
    path.to_str().unwrap().to_owned()
}

/// Frames of the files that are not lossless.
const FRAMES: usize = 24_000;
/// Frames of those that are.
const EXACT: usize = 4000;

/// A tone from one frequency to another, as 16 bits hold it.
fn chirp(rate: f64, from: f64, to: f64) -> Vec<f64> {
    let length = FRAMES as f64 / rate;
    let phase = |t: f64| TAU * (from * t + (to - from) * t * t / (2.0 * length));
    (0..FRAMES).map(|i| (32_768.0 * 0.4 * phase(i as f64 / rate).sin()).trunc() / 32_768.0).collect()
}

fn chirps(rate: i64) -> [Vec<f64>; 2] {
    [chirp(rate as f64, 300.0, 3000.0), chirp(rate as f64, 2500.0, 500.0)]
}

fn exact() -> Vec<f64> {
    let frame = |i: i64| [((i * 37) % 4001 - 2000) * 5, ((i * 11) % 3001 - 1500) * 7];
    (0..EXACT as i64).flat_map(frame).map(|sample| sample as f64 / 32_768.0).collect()
}

fn loaded(name: &str) -> (Vec<f64>, i64) {
    let rig = Rig::stereo();
    let source = load_file(rig.0, &path(name));
    assert!(source > 0, "{name}: {}", last_error());
    (source_samples(source), rt_audio_source_get_sample_rate(source))
}

/// Level of the sound above its difference from what it should be, in dB.
fn snr(found: &[f64], expected: &[f64]) -> f64 {
    let power = |values: &mut dyn Iterator<Item = f64>| values.map(|value| value * value).sum::<f64>();
    let noise = power(&mut found.iter().zip(expected).map(|(found, expected)| found - expected));
    10.0 * (power(&mut expected.iter().copied()) / noise.max(1e-30)).log10()
}

#[test]
fn what_loses_something_has_its_length_and_begins_at_its_first_frame() {
    // Behind so many frames of the encoder's own, where the container has no place to say so.
    for (name, rate, before, length) in [
        ("stereo.opus", 48_000, 0, FRAMES),
        ("opus.webm", 48_000, 0, FRAMES),
        ("opus.mp4", 48_000, 0, FRAMES),
        ("vorbis.webm", 44_100, 0, FRAMES),
        ("edit.m4a", 44_100, 0, FRAMES),
        ("tag.m4a", 44_100, 0, FRAMES),
        // Matroska says what is before the sound; whoever wrote this one did not say what is behind.
        ("aac.mka", 44_100, 0, 24 * 1024),
        ("fragments.mp4", 44_100, 1024, 1024 + FRAMES),
        ("plain.aac", 44_100, 1024, 25 * 1024),
        ("sound.mp2", 44_100, 481, 21 * 1152),
    ] {
        let (samples, found_rate) = loaded(name);
        assert_eq!((found_rate, samples.len()), (rate, 2 * length), "{name}");
        let (left, right) = split(&samples);
        for (found, expected) in [left, right].iter().zip(chirps(rate)) {
            let at = |lag: usize| snr(&found[before + 8 + lag - 8..], &expected[8..FRAMES - 64]);
            let here = at(8);
            assert!(here > 15.0, "{name}: {here} dB");
            for lag in (2..15).filter(|&lag| lag != 8 && before + lag >= 8) {
                assert!(at(lag) < here - 3.0, "{name}: {} dB, and {here} dB where it should be", at(lag));
            }
        }
    }
}

#[test]
fn what_loses_nothing_is_the_same_sample_by_sample() {
    for name in ["alac.m4a", "alac.caf", "flac.mka"] {
        let (samples, rate) = loaded(name);
        assert_eq!(rate, 44_100, "{name}");
        assert_samples(&samples, &exact(), 0.0);
    }
}

/// The tones of the six channels of a WAVE file, in its order.
#[test]
fn surround_comes_in_the_order_of_wave_files() {
    let rig = Rig::stereo();
    let source = load_file(rig.0, &path("six.opus"));
    assert_eq!(rt_audio_source_get_channels(source), 6, "{}", last_error());
    let samples = source_samples(source);
    assert_eq!(samples.len(), 6 * 9600);
    for (channel, frequency) in [300.0, 400.0, 500.0, 60.0, 600.0, 700.0].into_iter().enumerate() {
        let own: Vec<f64> = samples.iter().copied().skip(channel).step_by(6).skip(1600).take(6400).collect();
        let (amplitude, ..) = tone(&own, frequency, 48_000);
        assert!((amplitude - 0.3).abs() < 0.02, "channel {channel}: {amplitude}");
    }
}

/// RFC 7845, section 5.1: a gain of 256ths of a decibel, which players have to apply.
#[test]
fn the_gain_of_an_opus_header_is_applied() {
    let mut data = fs::read(path("stereo.opus")).unwrap();
    let at = data.windows(8).position(|eight| eight == b"OpusHead").unwrap();
    data[at + 16..at + 18].copy_from_slice(&(-6 * 256_i16).to_le_bytes());
    let end = data[4..].windows(4).position(|four| four == b"OggS").unwrap() + 4;
    crate::ogg::seal(&mut data[..end]);
    let rig = Rig::stereo();
    let source = load_memory(rig.0, &data);
    assert!(source > 0, "{}", last_error());
    let quieter: Vec<f64> = loaded("stereo.opus").0.iter().map(|sample| sample * 10_f64.powf(-0.3)).collect();
    assert_samples(&source_samples(source), &quieter, 1e-5);
}

#[test]
fn music_knows_its_length_and_goes_to_the_very_frame() {
    // Where decoding begins elsewhere the noise is another that an AAC decoder has to make itself.
    for (name, tolerance) in [
        ("stereo.opus", 1e-4),
        ("opus.webm", 1e-4),
        ("opus.mp4", 1e-4),
        ("vorbis.webm", 1e-6),
        ("edit.m4a", 0.02),
        ("tag.m4a", 0.02),
        ("aac.mka", 0.02),
        ("plain.aac", 0.02),
        ("fragments.mp4", 0.02),
        ("sound.mp2", 1e-4),
        ("alac.m4a", 0.0),
        ("alac.caf", 0.0),
        ("flac.mka", 0.0),
    ] {
        let (samples, rate) = loaded(name);
        let rig = Rig::new(rate, 2);
        let music = play_music(rig.0, &path(name), false);
        assert!(music > 0, "{name}: {}", last_error());
        let frames = samples.len() / 2;
        let duration = rt_audio_playback_get_duration(music) * rate as f64;
        assert!((duration - frames as f64).abs() < 0.01, "{name}: {duration} and not {frames}");
        let gate = rate as usize / 200;
        for frame in [frames / 2, frames / 3, frames - 1000, 5, 1111] {
            assert!(rt_audio_playback_seek(music, frame as f64 / rate as f64), "{name}: {}", last_error());
            let found = rig.render(600);
            let expected = &samples[2 * (frame + gate)..2 * (frame + 600)];
            for (i, (found, expected)) in found[2 * gate..].iter().zip(expected).enumerate() {
                let off = (found - expected).abs();
                assert!(off <= tolerance, "{name} at {frame}: sample {i} is {found} and not {expected}");
            }
        }
        // To its end, and no further.
        let last = frames - 300;
        assert!(rt_audio_playback_seek(music, last as f64 / rate as f64), "{name}: {}", last_error());
        let found = rig.render(600);
        assert!(found[600..].iter().all(|&sample| sample == 0.0), "{name}");
        assert!(peak(&found[400..600]) > 0.01 || frames > FRAMES, "{name}");
    }
}

#[test]
fn a_loop_of_music_has_no_gap() {
    for (name, tolerance) in
        [("stereo.opus", 1e-4), ("opus.webm", 1e-4), ("edit.m4a", 0.02), ("alac.m4a", 0.0)]
    {
        let (samples, rate) = loaded(name);
        let rig = Rig::new(rate, 2);
        assert!(play_music(rig.0, &path(name), true) > 0, "{}", last_error());
        let found = rig.render(samples.len() / 2 * 3);
        let expected: Vec<f64> = samples.iter().copied().cycle().take(3 * samples.len()).collect();
        assert_samples(&found, &expected, tolerance);
    }
}

/// Next's AU and Apple's CAF, in every encoding.
#[test]
fn stored_samples_are_read_in_every_encoding() {
    let values = [0.5, -0.25, 0.125, -1.0];
    let ints = |bytes: usize, little: bool| -> Vec<u8> {
        let one = |value: &f64| {
            let whole = (value * 2_f64.powi(8 * bytes as i32 - 1)) as i64;
            let mut all = whole.to_be_bytes()[8 - bytes..].to_vec();
            if little {
                all.reverse();
            }
            all
        };
        values.iter().flat_map(one).collect()
    };
    let singles = |little: bool| -> Vec<u8> {
        let of =
            |value: &f64| if little { (*value as f32).to_le_bytes() } else { (*value as f32).to_be_bytes() };
        values.iter().flat_map(of).collect()
    };
    let doubles: Vec<u8> = values.iter().flat_map(|value| value.to_be_bytes()).collect();
    let rig = Rig::stereo();
    let check = |what: &str, data: &[u8]| {
        let source = load_memory(rig.0, data);
        assert!(source > 0, "{what}: {}", last_error());
        assert_eq!(
            (rt_audio_source_get_sample_rate(source), rt_audio_source_get_channels(source)),
            (22_050, 2)
        );
        assert_samples(&source_samples(source), &values, 0.0);
    };
    for (encoding, body) in [
        (2, ints(1, false)),
        (3, ints(2, false)),
        (4, ints(3, false)),
        (5, ints(4, false)),
        (6, singles(false)),
        (7, doubles.clone()),
    ] {
        for size in [body.len() as u32, u32::MAX] {
            let numbers = [28, size, encoding, 22_050, 2].map(u32::to_be_bytes).concat();
            check("AU", &[b".snd", &numbers[..], b"note", &body].concat());
        }
    }
    let numbers = [24, 8, 3, 22_050, 2].map(u32::to_le_bytes).concat();
    check("little AU", &[b"dns.", &numbers[..], &ints(2, true)].concat());
    for (flags, bytes, body) in [
        (0, 1, ints(1, false)),
        (0, 2, ints(2, false)),
        (2, 3, ints(3, true)),
        (2, 4, ints(4, true)),
        (1, 4, singles(false)),
        (3, 4, singles(true)),
        (1, 8, doubles.clone()),
    ] {
        let frame = [flags, 2 * bytes, 1, 2, 8 * bytes].map(u32::to_be_bytes).concat();
        let chunk = |name: &[u8; 4], size: i64, body: &[u8]| [name, &size.to_be_bytes()[..], body].concat();
        let description = [&22_050_f64.to_be_bytes()[..], b"lpcm", &frame].concat();
        for size in [body.len() as i64 + 4, -1] {
            let data = chunk(b"data", size, &[&[0; 4], &body[..]].concat());
            let parts = [
                &b"caff\0\x01\0\0"[..],
                &chunk(b"desc", 32, &description),
                &chunk(b"free", 3, b"xyz"),
                &data,
            ];
            check("CAF", &parts.concat());
        }
    }
}

/// Bytes anywhere, and an end anywhere: an answer, and never one that takes long.
#[test]
fn damaged_files_are_decoded_or_refused() {
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let rig = Rig::stereo();
    for name in [
        "stereo.opus",
        "six.opus",
        "opus.webm",
        "opus.mp4",
        "vorbis.webm",
        "edit.m4a",
        "tag.m4a",
        "aac.mka",
        "fragments.mp4",
        "plain.aac",
        "sound.mp2",
        "alac.m4a",
        "alac.caf",
        "flac.mka",
    ] {
        let whole = fs::read(path(name)).unwrap();
        for round in 0..24 {
            let mut data = whole.clone();
            // The first rounds are all for the headers.
            let reach = if round < 12 { 600.min(data.len()) } else { data.len() };
            for _ in 0..1 + round % 4 {
                data[random(reach)] = random(256) as u8;
            }
            if round % 3 == 0 {
                data.truncate(1 + random(whole.len()));
            }
            rt_audio_clear_error();
            let source = load_memory(rig.0, &data);
            let error = last_error();
            assert!(
                source > 0 || !error.is_empty() && !error.contains("internal"),
                "{name} {round}: {error}"
            );
            if source > 0 {
                assert!(source_samples(source).iter().all(|sample| sample.is_finite()), "{name} {round}");
                assert!(rt_audio_source_free(source));
            }
        }
    }
}
