//! Loops of a stretch, from the file or by call, and music from memory.
#![allow(unsafe_code)]

use crate::{common::*, formats::path};
use std::{ffi::CString, fs};

fn play_memory(engine: i64, data: &[u8], options: &str) -> i64 {
    let options = CString::new(options).unwrap();
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_play_music_from_memory(engine, data.as_ptr(), data.len() as i64, options.as_ptr()) }
}

/// A mono WAV of 16 bits whose samples count, with a sampler's loops: kind, first and last frame.
fn sampled(frames: u32, loops: &[[u32; 3]]) -> Vec<u8> {
    let body: Vec<u8> = (0..frames).flat_map(|i| (i as i16).to_le_bytes()).collect();
    let chunk = |name: &[u8; 4], body: &[u8]| [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    let mut sampler = [0_u32, 0, 0, 60, 0, 0, 0, loops.len() as u32, 0].map(u32::to_le_bytes).concat();
    for [kind, first, last] in loops {
        sampler.extend([1, *kind, *first, *last, 0, 0].map(u32::to_le_bytes).concat());
    }
    let format =
        [&[1, 0, 1, 0][..], &48_000_u32.to_le_bytes(), &96_000_u32.to_le_bytes(), &[2, 0, 16, 0]].concat();
    let all =
        [&b"WAVE"[..], &chunk(b"fmt ", &format), &chunk(b"data", &body), &chunk(b"smpl", &sampler)].concat();
    chunk(b"RIFF", &all)
}

/// The frames that are heard, of a sound whose samples count.
fn heard(samples: &[f64]) -> Vec<usize> {
    samples.iter().map(|sample| (sample * 32_768.0).round() as usize).collect()
}

/// A loop after what is before it, from a frame of the sound on.
fn expected(from: usize, region: std::ops::Range<usize>, count: usize) -> Vec<usize> {
    (from..region.end).chain(region.cycle()).take(count).collect()
}

#[test]
fn a_files_own_loop_is_repeated_to_the_frame() {
    let rig = Rig::mono();
    let data = sampled(3000, &[[1, 5, 10], [0, 700, 1099], [0, 1, 2]]);
    let source = load_memory(rig.0, &data);
    assert!(source > 0, "{}", last_error());
    let once = rig.play(source);
    assert_eq!(heard(&rig.render(3000)), (0..3000).collect::<Vec<_>>());
    assert!(rt_audio_playback_stop(once));
    rig.render(GATE);
    let starts: [&dyn Fn() -> i64; 3] = [
        &|| rt_audio_play_sound_looped(rig.0, source),
        &|| play(rig.0, source, r#"{"loop": true}"#),
        &|| play_memory(rig.0, &data, r#"{"loop": true}"#),
    ];
    for start in starts {
        let playback = start();
        assert_eq!(heard(&rig.render(5000)), expected(0, 700..1100, 5000), "{}", last_error());
        let seconds = rt_audio_playback_get_time(playback);
        assert!((seconds * 48_000.0 - f64::from(700 + (5000 - 700) % 400)).abs() < 1e-6, "{seconds}");
        assert!(rt_audio_playback_stop(playback));
        rig.render(GATE);
    }
}

#[test]
fn a_start_says_which_stretch_is_repeated() {
    let rig = Rig::mono();
    let data = sampled(3000, &[[0, 700, 1099]]);
    let source = load_memory(rig.0, &data);
    for (options, from, region) in [
        (r#"{"loop_from": 0.01}"#, 0, 480..3000),
        (r#"{"loop_to": 0.02}"#, 0, 0..960),
        (r#"{"loop_from": 0.01, "loop_to": 0.02, "loop": true}"#, 0, 480..960),
        (r#"{"loop_from": 0.01, "loop_to": 0.02, "from": 0.015}"#, 720, 480..960),
        (r#"{"loop_from": 0.01, "loop_to": 0.02, "from": 0.03}"#, 480, 480..960),
        (r#"{"loop_from": 0.01, "loop_to": 90}"#, 0, 480..3000),
    ] {
        let starts: [&dyn Fn() -> i64; 2] =
            [&|| play(rig.0, source, options), &|| play_memory(rig.0, &data, options)];
        for start in starts {
            let playback = start();
            assert!(playback > 0, "{options}: {}", last_error());
            assert_eq!(heard(&rig.render(4000)), expected(from, region.clone(), 4000), "{options}");
            assert!(rt_audio_playback_stop(playback));
            rig.render(GATE);
        }
    }
    for (options, reason) in [
        (r#"{"loop_to": 0}"#, "`loop_to` is 0"),
        (r#"{"loop_from": 2, "loop_to": 1}"#, "`loop_to` is 1"),
        (r#"{"loop_from": -1}"#, "`loop_from` is -1"),
    ] {
        assert_eq!(play(rig.0, source, options), 0);
        assert!(last_error().contains(reason), "{}", last_error());
    }
}

/// A loop at another rate than the engine's: its seam is as smooth as the rest.
#[test]
fn the_seam_of_a_loop_is_interpolated_across() {
    let rig = Rig::mono();
    // Ten periods each before and within the loop.
    let samples = sine(441.0, 0.5, 44_100, 3000);
    let source = load_samples(rig.0, &samples, 44_100, 1);
    let options = format!(r#"{{"loop_from": {}, "loop_to": {}}}"#, 1000.0 / 44_100.0, 2000.0 / 44_100.0);
    assert!(play(rig.0, source, &options) > 0, "{}", last_error());
    let (amplitude, _, rest) = tone(&rig.render(48_000)[200..], 441.0, 48_000);
    assert!((amplitude - 0.5).abs() < 1e-3 && rest < 1e-3, "{amplitude}, {rest}");
}

#[test]
fn a_loop_is_set_and_taken_away_while_it_sounds() {
    let rig = Rig::mono();
    let data = sampled(30_000, &[]);
    let source = load_memory(rig.0, &data);
    let playback = rig.play(source);
    let seconds = |frame: usize| frame as f64 / 48_000.0;
    rig.render(512);
    assert!(rt_audio_playback_set_loop(playback, seconds(600), seconds(900)));
    assert_eq!(heard(&rig.render(2048)), expected(512, 600..900, 2048));
    let at = *expected(512, 600..900, 2049).last().unwrap();
    // One that it is beyond already.
    assert!(rt_audio_playback_set_loop(playback, seconds(100), seconds(500)));
    let on: Vec<usize> = (at..30_000).chain((100..500).cycle()).take(31_000).collect();
    assert_eq!(heard(&rig.render(31_000)), on);
    assert!(rt_audio_playback_clear_loop(playback));
    let last = on[on.len() - 1] + 1;
    assert_eq!(heard(&rig.render(1000)), (last..last + 1000).collect::<Vec<_>>());
    assert!(rt_audio_playback_is_playing(playback));
    rig.render(30_000);
    assert!(!rt_audio_playback_is_playing(playback));
    for (from, to) in [(0.0, 0.0), (1.0, 0.5), (0.0, f64::NAN), (-1.0, 1.0), (0.0, 1e-9)] {
        assert!(!rt_audio_playback_set_loop(playback, from, to), "{from} {to}");
    }
    let music = play_memory(rig.0, &data, "");
    assert!(!rt_audio_playback_set_loop(music, 0.0, 1.0) && !rt_audio_playback_clear_loop(music));
    assert!(last_error().contains("`handle` is music"), "{}", last_error());
}

/// The tags of game music, in Vorbis' and FLAC's comments.
#[test]
fn tags_say_what_is_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (wav, ogg, flac) = (at("sound.wav"), at("sound.ogg"), at("sound.flac"));
    write_wav(wav.as_ref(), 48_000, 20_000, |frame| (f64::from(frame) * 0.05).sin() * 0.3);
    let tags = ["LOOPSTART=3000", "LOOPLENGTH=2500"];
    run("oggenc", &["--quiet", "-q", "6", "-c", tags[0], "-c", tags[1], &wav, "-o", &ogg]);
    let tag = |text: &str| format!("--tag={text}");
    run("flac", &["--silent", &tag("loopstart=3000"), &tag("LOOP_END=5500"), &wav, "-o", &flac]);
    for name in [&ogg, &flac] {
        let rig = Rig::mono();
        let source = load_file(rig.0, name);
        let samples = source_samples(source);
        let expected: Vec<f64> =
            expected(0, 3000..5500, 12_000).into_iter().map(|frame| samples[frame]).collect();
        let sound = rt_audio_play_sound_looped(rig.0, source);
        assert_samples(&rig.render(12_000), &expected, 1e-6);
        assert!(rt_audio_playback_stop(sound), "{name}");
        rig.render(GATE);
        assert!(play_music(rig.0, name, true) > 0);
        assert_samples(&rig.render(12_000), &expected, 1e-6);
    }
}

#[test]
fn music_from_memory_is_as_from_its_file() {
    for name in ["stereo.opus", "alac.m4a"] {
        let rig = Rig::stereo();
        let data = fs::read(path(name)).unwrap();
        let first = play_memory(rig.0, &data, r#"{"from": 0.02}"#);
        assert!(first > 0, "{}", last_error());
        let found = rig.render(3000);
        assert!(rt_audio_playback_get_duration(first) > 0.05);
        assert!(rt_audio_stop_music(first));
        rig.render(GATE);
        assert!(play_music_with(rig.0, &path(name), r#"{"from": 0.02}"#) > 0);
        assert_eq!(rig.render(3000), found, "{name}");
    }
    let rig = Rig::stereo();
    assert_eq!(play_memory(rig.0, b"no sound", ""), 0);
    assert!(last_error().contains("`data` is 8 bytes"), "{}", last_error());
}
