//! Offline, down to the sample: what goes in comes out, and what is set is what is heard.

use crate::common::*;
use ffi_core::events::{EventKind, Queue};
use std::{collections::HashSet, time::Instant};

#[test]
fn a_sine_comes_out_as_it_went_in_from_the_first_frame() {
    let rig = Rig::stereo();
    let samples = sine(440.0, 0.8, RATE, 48_000);
    rig.play(rig.source(&samples, 1));
    let (left, right) = rig.render_stereo(48_000);
    assert_samples(&left, &samples, 1e-7);
    assert_samples(&right, &samples, 1e-7);
    let (amplitude, phase, rest) = tone(&left, 440.0, RATE);
    assert!((amplitude - 0.8).abs() < 1e-6 && phase.abs() < 1e-6 && rest < 1e-6);
}

#[test]
fn stereo_keeps_its_sides_and_folds_to_the_mean() {
    let interleaved: Vec<f64> =
        (0..1000).flat_map(|i| [f64::from(i) / 2000.0, -f64::from(i) / 4000.0]).collect();
    let stereo = Rig::stereo();
    stereo.play(stereo.source(&interleaved, 2));
    assert_samples(&stereo.render(1000), &interleaved, 1e-7);
    let mono = Rig::mono();
    mono.play(mono.source(&interleaved, 2));
    let mean: Vec<f64> = interleaved.chunks(2).map(|frame| (frame[0] + frame[1]) / 2.0).collect();
    assert_samples(&mono.render(1000), &mean, 1e-7);
    let quad = Rig::new(RATE, 4);
    quad.play(quad.source(&interleaved, 2));
    let expected: Vec<f64> = interleaved.chunks(2).flat_map(|frame| [frame[0], frame[1], 0.0, 0.0]).collect();
    assert_samples(&quad.render(1000), &expected, 1e-7);
}

#[test]
fn sounds_add_up_and_end_on_their_own_frame() {
    let rig = Rig::mono();
    let long = rig.play(rig.source(&[0.25; 700], 1));
    let short = rig.play(rig.source(&[0.5; 300], 1));
    let mixed = rig.render(1000);
    assert_samples(&mixed[..300], &[0.75; 300], 0.0);
    assert_samples(&mixed[300..700], &[0.25; 400], 0.0);
    assert_samples(&mixed[700..], &[0.0; 300], 0.0);
    assert!(!rt_audio_playback_is_playing(long) && !rt_audio_playback_is_playing(short));
    assert!(rt_audio_playback_set_volume(long, 0.5), "an ended playback stays a valid handle");
    assert!(rt_audio_playback_stop(long) && !rt_audio_playback_stop(long));
    assert!(last_error().contains("was freed"), "{}", last_error());
}

#[test]
fn the_same_however_it_is_cut_into_renders() {
    let whole = {
        let rig = Rig::stereo();
        rt_audio_playback_set_speed(rig.play(rig.sine(700.0, 0.5)), 1.37);
        rig.render(9_000)
    };
    let rig = Rig::stereo();
    rt_audio_playback_set_speed(rig.play(rig.sine(700.0, 0.5)), 1.37);
    let mut pieces = vec![];
    for frames in [1, 2, 511, 513, 0, 1024, 6949] {
        pieces.extend(rig.render(frames));
    }
    assert_samples(&pieces, &whole, 0.0);
}

#[test]
fn volume_and_master_volume_are_linear_gains() {
    let rig = Rig::mono();
    let source = rig.source(&[0.5; 4000], 1);
    let quiet = rt_audio_play_sound_with_volume(rig.0, source, 0.25);
    assert_samples(&rig.render(100), &[0.125; 100], 1e-7);
    assert_eq!(rt_audio_playback_get_volume(quiet), 0.25);
    assert!(rt_audio_playback_set_volume(quiet, 3.0));
    rig.render(480);
    assert_samples(&rig.render(100), &[1.5; 100], 1e-6);
    assert!(rt_audio_set_master_volume(rig.0, 0.1));
    rig.render(480);
    assert_samples(&rig.render(100), &[0.15; 100], 1e-6);
    assert!(rt_audio_set_master_volume(rig.0, 7.0), "clamped, not refused");
    assert_eq!(rt_audio_get_master_volume(rig.0), 1.0);
    assert!(rt_audio_set_master_volume(rig.0, -1.0));
    assert_eq!(rt_audio_get_master_volume(rig.0), 0.0);
    rig.render(480);
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
}

#[test]
fn what_is_set_before_the_first_frame_is_there_with_it() {
    let rig = Rig::mono();
    assert!(rt_audio_set_master_volume(rig.0, 0.5));
    let playback = rig.play(rig.source(&[0.5; 600], 1));
    assert!(rt_audio_playback_set_volume(playback, 0.5));
    assert_samples(&rig.render(600), &[0.125; 600], 1e-7);
}

#[test]
fn speed_is_counted_in_zero_crossings() {
    for speed in [0.1, 0.5, 0.75, 1.0, 1.5, 2.0, 10.0] {
        let rig = Rig::mono();
        let playback = rt_audio_play_sound_looped(rig.0, rig.sine(200.0, 0.7));
        assert!(rt_audio_playback_set_speed(playback, speed));
        assert_eq!(rt_audio_playback_get_speed(playback), speed);
        let second = rig.render(48_000);
        let crossings = zero_crossings(&second) as f64;
        assert!((crossings - 200.0 * speed).abs() <= 1.0, "at speed {speed}: {crossings}");
        // After 0.1 s, a whole number of periods at each speed: what is above the new rate's half is missing
        // from the onset, as it must be.
        let (amplitude, phase, rest) = tone(&second[4_800..24_000], 200.0 * speed, RATE);
        assert!((amplitude - 0.7).abs() < 1e-3, "at speed {speed}: amplitude {amplitude}");
        assert!(phase.abs() < 1e-4 && rest < 1e-3, "at speed {speed}: phase {phase}, rest {rest}");
    }
}

#[test]
fn a_faster_sound_is_a_shorter_one() {
    for (speed, frames) in [(0.5, 9600), (2.0, 2400), (1.6, 3000)] {
        let rig = Rig::mono();
        let playback = rig.play(rig.source(&[0.5; 4800], 1));
        rt_audio_playback_set_speed(playback, speed);
        let heard = rig.render(12_000);
        let end = heard.iter().rposition(|sample| sample.abs() > 1e-4).unwrap() + 1;
        assert!(end.abs_diff(frames) <= 20, "at speed {speed} it lasts {end} frames");
        assert!(!rt_audio_playback_is_playing(playback));
    }
}

#[test]
fn a_change_of_speed_goes_on_where_the_sound_is() {
    let rig = Rig::mono();
    let playback = rig.play(rig.sine(300.0, 0.5));
    let mut heard = rig.render(5_000);
    for speed in [1.1, 0.9, 1.0, 2.0, 0.3, 1.0] {
        rt_audio_playback_set_speed(playback, speed);
        heard.extend(rig.render(3_000));
    }
    let slope = 0.5 * std::f64::consts::TAU * 300.0 * 2.0 / RATE as f64;
    assert!(steepest(&heard) <= slope * 1.02, "{} against {slope}", steepest(&heard));
}

#[test]
fn other_rates_and_channels_mix() {
    let rig = Rig::stereo();
    let mono = load_samples(rig.0, &sine(440.0, 0.25, 44_100, 44_100), 44_100, 1);
    let stereo: Vec<f64> =
        sine(1000.0, 0.25, 22_050, 22_050).iter().flat_map(|&sample| [sample, 0.0]).collect();
    let stereo = load_samples(rig.0, &stereo, 22_050, 2);
    rig.play(mono);
    rig.play(stereo);
    let (left, right) = rig.render_stereo(47_000);
    let (amplitude, phase, rest) = tone(&right[100..], 440.0, RATE);
    let expected = std::f64::consts::TAU * 440.0 * 100.0 / RATE as f64;
    let turns = (phase - expected) / std::f64::consts::TAU;
    assert!((amplitude - 0.25).abs() < 1e-4 && rest < 1e-3, "{amplitude}, {rest}");
    assert!((turns - turns.round()).abs() < 1e-4, "{phase} against {expected}");
    let (low, _, _) = tone(&left, 440.0, RATE);
    let (high, _, _) = tone(&left, 1000.0, RATE);
    assert!((low - 0.25).abs() < 1e-3 && (high - 0.25).abs() < 1e-3, "{low}, {high}");
}

#[test]
fn a_loop_has_no_seam() {
    let rig = Rig::mono();
    // 480 frames hold exactly ten periods of 1,000 Hz.
    let source = rig.source(&sine(1000.0, 0.5, RATE, 480), 1);
    let playback = rt_audio_play_sound_looped(rig.0, source);
    let expected: Vec<f64> = sine(1000.0, 0.5, RATE, 10_000);
    assert_samples(&rig.render(10_000), &expected, 1e-6);
    assert!((rt_audio_playback_get_time(playback) - (10_000 % 480) as f64 / 48_000.0).abs() < 1e-9);
    assert!(rt_audio_playback_set_speed(playback, 0.5));
    let slow = rig.render(20_000);
    let (amplitude, _, rest) = tone(&slow, 500.0, RATE);
    assert!((amplitude - 0.5).abs() < 1e-3 && rest < 2e-3, "{amplitude}, {rest}");
    assert!(rt_audio_playback_is_playing(playback));
}

/// In a straight line to silence, or from it.
fn gated(samples: &[f64], opens: bool) -> Vec<f64> {
    let gain = |i: usize| i as f64 / GATE as f64;
    samples.iter().enumerate().map(|(i, x)| x * if opens { gain(i) } else { 1.0 - gain(i) }).collect()
}

#[test]
fn pausing_one_and_pausing_all() {
    let rig = Rig::mono();
    let ramp: Vec<f64> = (0..3000).map(|i| f64::from(i) / 4000.0).collect();
    let (one, other) = (rig.play(rig.source(&ramp, 1)), rig.play(rig.source(&[0.0; 3000], 1)));
    assert!(rt_audio_playback_is_playing(one) && !rt_audio_playback_is_paused(one));
    assert_samples(&rig.render(100), &ramp[..100], 1e-7);
    assert!(rt_audio_playback_pause(one));
    assert!(!rt_audio_playback_is_playing(one) && rt_audio_playback_is_paused(one));
    assert!(rt_audio_playback_is_playing(other));
    assert_samples(&rig.render(GATE), &gated(&ramp[100..340], false), 1e-6);
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    assert!(rt_audio_pause_all(rig.0));
    assert!(rt_audio_playback_is_paused(other));
    assert!(rt_audio_resume_all(rig.0));
    assert!(rt_audio_playback_is_playing(other) && rt_audio_playback_is_paused(one));
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    assert!(rt_audio_playback_resume(one));
    assert_samples(&rig.render(GATE), &gated(&ramp[340..580], true), 1e-6);
    assert_samples(&rig.render(100), &ramp[580..680], 1e-7);
    assert!(rt_audio_pause_all(rig.0));
    assert_samples(&rig.render(GATE), &gated(&ramp[680..920], false), 1e-6);
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    assert!(rt_audio_resume_all(rig.0));
    assert_samples(&rig.render(GATE), &gated(&ramp[920..1160], true), 1e-6);
    assert_samples(&rig.render(100), &ramp[1160..1260], 1e-7);
}

#[test]
fn neither_a_stop_nor_a_cleared_effect_clicks() {
    let rig = Rig::mono();
    let playback = rig.play(rig.source(&[0.8; 48_000], 1));
    assert!(rt_audio_playback_set_delay(playback, 10, 0.5));
    rig.render(960);
    assert!(rt_audio_playback_clear_effects(playback));
    let cleared = rig.render(GATE + 100);
    assert!(cleared[0] > 1.1 && steepest(&cleared) < 0.01, "{} steps by {}", cleared[0], steepest(&cleared));
    assert_samples(&cleared[GATE..], &[0.8; 100], 1e-6);
    assert!(rt_audio_playback_stop(playback));
    assert_samples(&rig.render(GATE), &gated(&[0.8; GATE], false), 1e-6);
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    // What is not heard is stopped at once.
    let unheard = rig.play(rig.source(&[0.8; 48_000], 1));
    assert!(rt_audio_playback_stop(unheard));
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
}

/// Whatever is set while a sound is heard: no sample is further from the one before than a ramp of 5 ms brings it.
#[test]
fn nothing_that_is_set_clicks() {
    let music = tempfile::tempdir().unwrap();
    let path = music.path().join("constant.wav");
    write_wav(&path, 48_000, 480_000, |frame| if frame < 240_000 { 0.8 } else { -0.8 });
    let samples: Vec<f64> = (0..480_000).map(|i| if i < 240_000 { 0.8 } else { -0.8 }).collect();
    for is_music in [false, true] {
        let rig = Rig::mono();
        let playback = if is_music {
            play_music(rig.0, path.to_str().unwrap(), false)
        } else {
            rig.play(rig.source(&samples, 1))
        };
        let mut heard = rig.render(1000);
        type Act<'a> = (&'a str, &'a dyn Fn() -> bool);
        let acts: [Act<'_>; 17] = [
            ("a jump", &|| rt_audio_playback_seek(playback, 6.0)),
            ("a jump back", &|| rt_audio_playback_seek(playback, 1.0)),
            ("two jumps", &|| rt_audio_playback_seek(playback, 6.0) && rt_audio_playback_seek(playback, 0.5)),
            ("an echo", &|| rt_audio_playback_set_delay(playback, 20, 0.5)),
            ("less of it", &|| rt_audio_playback_set_delay(playback, 20, 0.1)),
            ("another echo", &|| rt_audio_playback_set_delay(playback, 30, 0.5)),
            ("a room", &|| rt_audio_playback_set_reverb(playback, 0.2, 0.0)),
            ("another room", &|| rt_audio_playback_set_reverb(playback, 0.9, 0.9)),
            ("no effects", &|| rt_audio_playback_clear_effects(playback)),
            ("a room, cleared and set", &|| {
                rt_audio_playback_set_reverb(playback, 0.2, 0.0)
                    && rt_audio_playback_clear_effects(playback)
                    && rt_audio_playback_set_delay(playback, 20, 0.5)
            }),
            ("both cleared", &|| rt_audio_playback_clear_effects(playback)),
            ("a fade from silence", &|| rt_audio_playback_fade_in(playback, 50)),
            ("a pause", &|| rt_audio_playback_pause(playback)),
            ("no pause", &|| rt_audio_playback_resume(playback)),
            ("a pause of all", &|| rt_audio_pause_all(rig.0)),
            ("no pause of all", &|| rt_audio_resume_all(rig.0)),
            ("a fade at once", &|| rt_audio_playback_fade_out(playback, 0)),
        ];
        for (name, act) in acts {
            assert!(act(), "{name}: {}", last_error());
            let from = heard.len() - 1;
            // In the midst of a ramp, too.
            for frames in [100, 60, 7000] {
                heard.extend(rig.render(frames));
            }
            let step = steepest(&heard[from..]);
            assert!(step < 2.1 * peak(&heard[from..]) / GATE as f64, "{name} steps by {step}");
        }
        assert_eq!(heard.last(), Some(&0.0));
        assert!(!rt_audio_playback_is_playing(playback));
    }
}

/// A sound that begins in a pause is heard from its very first sample once it goes on.
#[test]
fn a_start_in_a_pause_is_a_start() {
    let rig = Rig::mono();
    let source = rig.source(&[0.5; 4800], 1);
    let playback = play(rig.0, source, r#"{"paused": true, "volume": 0.5}"#);
    assert_eq!(peak(&rig.render(100)), 0.0);
    assert!(rt_audio_playback_set_volume(playback, 0.25));
    assert_eq!(peak(&rig.render(100)), 0.0);
    assert!(rt_audio_playback_resume(playback));
    assert_samples(&rig.render(100), &[0.125; 100], 1e-7);
}

#[test]
fn a_start_says_everything_in_one_call() {
    let rig = Rig::stereo();
    let source = rig.source(&saws(0, 9000), 1);
    let start = |options: &str| {
        let playback = play(rig.0, source, options);
        assert!(playback > 0, "{options}: {}", last_error());
        playback
    };
    let heard = |frames: usize, playback: i64| {
        let (left, right) = rig.render_stereo(frames);
        assert!(rt_audio_playback_pause(playback));
        rig.render(GATE);
        (left, right)
    };
    let times = |gain: f64, from: u32| -> Vec<f64> { saws(from, 1000).iter().map(|x| x * gain).collect() };
    for options in ["", "{}"] {
        assert_samples(&heard(1000, start(options)).0, &times(1.0, 0), 1e-6);
    }
    assert_samples(&heard(1000, start(r#"{"volume": 0.25}"#)).0, &times(0.25, 0), 1e-6);
    assert_samples(&heard(1000, start(r#"{"from": 0.125}"#)).0, &times(1.0, 6000), 1e-6);
    let (left, right) = heard(1000, start(r#"{"pan": -1}"#));
    assert_samples(&left, &times(1.0, 0), 1e-6);
    assert!(peak(&right) < 1e-6);
    let (left, right) = heard(1000, start(r#"{"pan": 0}"#));
    assert_samples(&left, &times(0.5_f64.sqrt(), 0), 1e-6);
    assert_samples(&right, &left, 1e-6);
    let (left, right) = heard(1000, start(r#"{"position": [2, 0, 0]}"#));
    assert!(peak(&left) < 1e-6);
    assert_samples(&right, &times(0.5, 0), 1e-6);
    let rising: Vec<f64> = saws(0, 480).iter().enumerate().map(|(i, x)| x * i as f64 / 480.0).collect();
    assert_samples(&heard(480, start(r#"{"fade_in_ms": 10}"#)).0, &rising, 1e-6);
    let paused = start(r#"{"paused": true}"#);
    assert!(rt_audio_playback_is_paused(paused));
    assert_eq!(peak(&rig.render(1000)), 0.0);
    let fast = start(r#"{"speed": 2, "loop": true}"#);
    assert_eq!(rt_audio_playback_get_speed(fast), 2.0);
    rig.render(48_000);
    assert!(rt_audio_playback_is_playing(fast));
    assert!(rt_audio_playback_stop(fast));
    rig.render(GATE);
    // To the frame, in the midst of a block.
    let at = rt_audio_get_engine_time(rig.0) + 777.0 / 48_000.0;
    start(&format!(r#"{{"at": {at}}}"#));
    let (left, _) = rig.render_stereo(1777);
    assert_eq!(peak(&left[..777]), 0.0);
    assert_samples(&left[777..], &times(1.0, 0), 1e-6);
    for (options, reason) in [
        (r#"{"volum": 1}"#, "volum"),
        (r#"{"volume": -1}"#, "`volume`"),
        (r#"{"pan": 2}"#, "`pan`"),
        (r#"{"pan": 0, "position": [0, 0, 0]}"#, "exclude each other"),
        (r#"{"speed": 0}"#, "`speed`"),
        (r#"{"from": -1}"#, "`from`"),
        (r#"{"fade_in_ms": -1}"#, "`fade_in_ms`"),
        ("[", "options_json"),
    ] {
        assert_eq!(play(rig.0, source, options), 0, "{options}");
        assert!(last_error().contains(reason), "{options}: {}", last_error());
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saw.wav");
    write_wav(&path, 48_000, 9000, saw);
    let mono = Rig::mono();
    assert!(
        play_music_with(mono.0, path.to_str().unwrap(), r#"{"from": 0.125, "volume": 0.5, "loop": true}"#)
            > 0
    );
    assert_samples(&mono.render(1000), &times(0.5, 6000), 1e-4);
}

#[test]
fn fades_are_straight_lines_to_the_sample() {
    let rig = Rig::mono();
    let playback = rig.play(rig.source(&[0.8; 48_000], 1));
    assert!(rt_audio_playback_fade_in(playback, 100));
    let rising: Vec<f64> = (0..4800).map(|i| 0.8 * f64::from(i) / 4800.0).collect();
    assert_samples(&rig.render(4800), &rising, 1e-6);
    assert_samples(&rig.render(1000), &[0.8; 1000], 1e-7);
    assert!(rt_audio_playback_fade_out(playback, 50));
    let falling: Vec<f64> = (0..2400).map(|i| 0.8 * (1.0 - f64::from(i) / 2400.0)).collect();
    assert_samples(&rig.render(2400), &falling, 1e-6);
    assert!(!rt_audio_playback_is_playing(playback), "a fade-out ends the playback");
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    assert_eq!(rt_audio_playback_get_volume(playback), 1.0);
    assert!(rt_audio_playback_stop(playback));
}

#[test]
fn a_fade_may_turn_round() {
    let rig = Rig::mono();
    let playback = rig.play(rig.source(&[1.0; 48_000], 1));
    rt_audio_playback_fade_out(playback, 100);
    rig.render(1200);
    rt_audio_playback_fade_in(playback, 100);
    let expected: Vec<f64> = (0..4800).map(|i| 0.75 + 0.25 * f64::from(i) / 4800.0).collect();
    assert_samples(&rig.render(4800), &expected, 1e-6);
    rt_audio_playback_fade_in(playback, 100);
    rig.render(2400);
    rt_audio_playback_fade_out(playback, 100);
    let expected: Vec<f64> = (0..4800).map(|i| 0.5 - 0.5 * f64::from(i) / 4800.0).collect();
    assert_samples(&rig.render(4800), &expected, 1e-6);
}

#[test]
fn fades_at_the_ends_of_their_range() {
    let rig = Rig::mono();
    let playback = rig.play(rig.source(&[1.0; 1000], 1));
    assert!(rt_audio_playback_fade_in(playback, 0));
    assert_samples(&rig.render(10), &[1.0; 10], 0.0);
    assert!(rt_audio_playback_fade_out(playback, i64::MAX));
    assert_samples(&rig.render(10), &[1.0; 10], 1e-6);
    assert!(!rt_audio_playback_fade_out(playback, -1));
    assert!(last_error().contains("`duration_ms` is -1"), "{}", last_error());
    assert!(rt_audio_playback_fade_out(playback, 0));
    assert_samples(&rig.render(GATE), &gated(&[1.0; GATE], false), 1e-6);
    assert!(!rt_audio_playback_is_playing(playback));
}

#[test]
fn volume_changes_make_no_click() {
    let rig = Rig::mono();
    let playback = rt_audio_play_sound_looped(rig.0, rig.sine(200.0, 0.5));
    let own = 0.5 * std::f64::consts::TAU * 200.0 / RATE as f64;
    let mut heard = rig.render(1000);
    for volume in [0.0, 1.0, 0.3, 0.9, 0.0, 1.0] {
        rt_audio_playback_set_volume(playback, volume);
        heard.extend(rig.render(700));
        rt_audio_set_master_volume(rig.0, 1.0 - volume / 2.0);
        heard.extend(rig.render(700));
    }
    // A full-scale ramp of 480 frames adds at most 1/480 of the signal's level to its own slope.
    assert!(steepest(&heard) <= own + 0.5 / 480.0 * 1.01, "{} against {own}", steepest(&heard));
}

#[test]
fn a_mixer_is_one_playback() {
    let rig = Rig::mono();
    let mixer = rt_audio_mixer_create(rig.0);
    assert_eq!(rt_audio_mixer_play(mixer), 0);
    assert!(last_error().contains("no sources"), "{}", last_error());
    let (long, short) = (rig.source(&[0.25; 900], 1), rig.source(&[0.125; 300], 1));
    assert!(rt_audio_mixer_add_source(mixer, long) && rt_audio_mixer_add_source(mixer, short));
    let half_rate = load_samples(rig.0, &[0.0; 100], 24_000, 1);
    assert!(rt_audio_mixer_add_source(mixer, half_rate));
    assert!(rt_audio_mixer_set_volume(mixer, 2.0));
    let playback = rt_audio_mixer_play(mixer);
    assert!((rt_audio_playback_get_duration(playback) - 900.0 / 48_000.0).abs() < 1e-12);
    assert_samples(&rig.render(300), &[0.75; 300], 1e-6);
    assert_samples(&rig.render(100), &[0.5; 100], 1e-6);
    assert!(rt_audio_playback_set_volume(playback, 0.5) && rt_audio_mixer_set_volume(mixer, 1.0));
    rig.render(480);
    assert!(rt_audio_mixer_free(mixer) && !rt_audio_mixer_free(mixer));
    let rest = rig.render(100);
    assert_samples(&rest[..20], &[0.125; 20], 1e-6);
    assert_samples(&rest[20..], &[0.0; 80], 0.0);
    assert!(!rt_audio_playback_is_playing(playback));
}

#[test]
fn a_mixers_time_is_that_of_its_longest_source() {
    let rig = Rig::mono();
    let mixer = rt_audio_mixer_create(rig.0);
    for frames in [300, 900, 500] {
        assert!(rt_audio_mixer_add_source(mixer, rig.source(&vec![0.25; frames], 1)));
    }
    let playback = rt_audio_mixer_play(mixer);
    for frames in [100, 500, 800] {
        rig.render(frames - (rt_audio_playback_get_time(playback) * 48_000.0).round() as usize);
        let time = rt_audio_playback_get_time(playback) * 48_000.0;
        assert!((time - frames as f64).abs() < 1e-6, "after {frames} frames: {time}");
    }
    rig.render(200);
    assert!((rt_audio_playback_get_time(playback) * 48_000.0 - 900.0).abs() < 1e-6);
}

#[test]
fn many_that_end_at_once_are_all_told_of() {
    let rig = Rig::mono();
    let queue = Queue::subscribe([EventKind::AudioEnded], 10_000);
    let source = rig.source(&[0.0; 100], 1);
    let mut playbacks: Vec<String> = (0..3000).map(|_| rig.play(source).to_string()).collect();
    rig.render(101);
    // Before the call returned. Other tests' sounds end too.
    let told: Vec<String> = std::iter::from_fn(|| queue.next(Some(Instant::now())))
        .map(|event| event.data.trim_end_matches('}').rsplit(':').next().unwrap().to_owned())
        .collect();
    queue.close();
    let told: HashSet<String> = told.into_iter().collect();
    playbacks.retain(|playback| !told.contains(playback));
    assert!(playbacks.is_empty(), "{} were not told of", playbacks.len());
    assert_eq!(rt_audio_free_ended(rig.0), 3000);
}

#[test]
fn seeking_goes_to_the_frame() {
    let rig = Rig::mono();
    let ramp: Vec<f64> = (0..9600).map(|i| f64::from(i) / 9600.0).collect();
    let playback = rig.play(rig.source(&ramp, 1));
    assert_eq!(rt_audio_playback_get_duration(playback), 0.2);
    rig.render(100);
    assert!((rt_audio_playback_get_time(playback) - 100.0 / 48_000.0).abs() < 1e-9);
    assert!(rt_audio_playback_seek(playback, 0.1));
    assert_samples(&rig.render(600), &crossfaded(&ramp[100..700], &ramp[4800..5400], GATE), 1e-6);
    assert!((rt_audio_playback_get_time(playback) - 5400.0 / 48_000.0).abs() < 1e-9);
    // In a pause nothing is left of what was heard before, and the time is that of what will be.
    assert!(rt_audio_playback_pause(playback));
    rig.render(1000);
    assert!((rt_audio_playback_get_time(playback) - 5640.0 / 48_000.0).abs() < 1e-9);
    assert!(rt_audio_playback_seek(playback, 0.05));
    rig.render(10);
    assert!((rt_audio_playback_get_time(playback) - 0.05).abs() < 1e-9);
    assert!(rt_audio_playback_resume(playback));
    assert_samples(&rig.render(GATE), &gated(&ramp[2400..2640], true), 1e-6);
    assert!(rt_audio_pause_all(rig.0));
    rig.render(1000);
    assert!(rt_audio_playback_seek(playback, 0.05));
    rig.render(10);
    assert!((rt_audio_playback_get_time(playback) - 0.05).abs() < 1e-9);
    assert!(rt_audio_resume_all(rig.0));
    assert_samples(&rig.render(GATE), &gated(&ramp[2400..2640], true), 1e-6);
    assert!(rt_audio_playback_seek(playback, 99.0));
    assert_samples(&rig.render(GATE), &crossfaded(&ramp[2640..2880], &[0.0; GATE], GATE), 1e-6);
    assert_samples(&rig.render(10), &[0.0; 10], 0.0);
    assert!(!rt_audio_playback_is_playing(playback));
    assert!(!rt_audio_playback_seek(playback, 0.0));
    assert!(last_error().contains("has ended"), "{}", last_error());
}

#[test]
fn shutdown_takes_everything_with_it() {
    let engine = rt_audio_init_offline(RATE, 2);
    let source = load_samples(engine, &[0.5; 100], RATE, 1);
    let (playback, mixer) = (rt_audio_play_sound(engine, source), rt_audio_mixer_create(engine));
    assert!(rt_audio_shutdown(engine) && !rt_audio_shutdown(engine));
    assert_eq!(rt_audio_source_get_channels(source), -1);
    assert!(!rt_audio_playback_pause(playback) && !rt_audio_mixer_set_volume(mixer, 1.0));
    assert_eq!(rt_audio_play_sound(engine, source), 0);
    assert!(last_error().contains("was freed"), "{}", last_error());
}

#[test]
fn freeing_what_has_ended() {
    let rig = Rig::mono();
    let source = rig.source(&[0.5; 100], 1);
    let playbacks: Vec<i64> = (0..10).map(|_| rig.play(source)).collect();
    let long = rt_audio_play_sound_looped(rig.0, source);
    assert_eq!(rt_audio_free_ended(rig.0), 0);
    rig.render(200);
    assert!(rt_audio_source_free(source), "what plays does not need the handle");
    assert_eq!(rt_audio_free_ended(rig.0), 10);
    assert!(playbacks.iter().all(|&playback| !rt_audio_playback_stop(playback)));
    assert!(rt_audio_playback_is_playing(long));
    assert_samples(&rig.render(100), &[0.5; 100], 0.0);
}

#[test]
fn what_is_no_number_is_refused_by_name() {
    let rig = Rig::mono();
    let source = rig.source(&[0.5; 1000], 1);
    let playback = rig.play(source);
    type Call<'a> = Box<dyn Fn(f64) -> bool + 'a>;
    let refusals: [(&str, Call); 12] = [
        ("volume", Box::new(|x| rt_audio_set_master_volume(rig.0, x))),
        ("volume", Box::new(|x| rt_audio_playback_set_volume(playback, x))),
        ("volume", Box::new(|x| rt_audio_play_sound_with_volume(rig.0, source, x) != 0)),
        ("speed", Box::new(|x| rt_audio_playback_set_speed(playback, x))),
        ("y", Box::new(|x| rt_audio_playback_set_position(playback, 0.0, x, 0.0))),
        ("z", Box::new(|x| rt_audio_play_sound_spatial(rig.0, source, 0.0, 0.0, x) != 0)),
        ("x", Box::new(|x| rt_audio_set_listener_position(rig.0, x, 0.0, 0.0))),
        ("up_y", Box::new(|x| rt_audio_set_listener_orientation(rig.0, 0.0, 0.0, 1.0, 0.0, x, 0.0))),
        ("room_size", Box::new(|x| rt_audio_playback_set_reverb(playback, x, 0.5))),
        ("damping", Box::new(|x| rt_audio_playback_set_reverb(playback, 0.5, x))),
        ("decay", Box::new(|x| rt_audio_playback_set_delay(playback, 100, x))),
        ("seconds", Box::new(|x| rt_audio_playback_seek(playback, x))),
    ];
    for (name, call) in refusals {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            rt_audio_clear_error();
            assert!(!call(value), "{name} took {value}");
            assert!(last_error().starts_with(&format!("`{name}` is {value}")), "{}", last_error());
        }
    }
    for speed in [0.0999, 10.001, 0.0, -1.0] {
        assert!(!rt_audio_playback_set_speed(playback, speed));
    }
    assert!(!rt_audio_playback_set_volume(playback, -0.001));
    assert!(
        !rt_audio_playback_set_delay(playback, 0, 0.5) && !rt_audio_playback_set_delay(playback, 100, 1.0)
    );
    assert_eq!(rt_audio_playback_get_volume(playback), 1.0);
    assert_eq!(rt_audio_playback_get_speed(playback), 1.0);
    for (rate, channels) in
        [(0, 2), (-1, 2), (7_999, 2), (384_001, 2), (48_000, 0), (48_000, 9), (i64::MAX, 1)]
    {
        assert_eq!(rt_audio_init_offline(rate, channels), 0);
    }
    for frames in [i64::MAX, i64::MIN, -1] {
        assert!(render(rig.0, frames as usize).is_empty());
        assert!(last_error().contains("`frames` is"), "{}", last_error());
    }
    assert_eq!(load_samples(rig.0, &[0.0; 3], RATE, 2), 0);
    assert!(last_error().contains("3 samples"), "{}", last_error());
    assert_eq!(load_samples(rig.0, &[0.0, f64::NAN], RATE, 2), 0);
    assert!(last_error().contains("item 1 of `samples`"), "{}", last_error());
}
