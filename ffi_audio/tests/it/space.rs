//! Position, distance, direction, and the two effects, against their formulas.

use crate::common::*;
use std::f64::consts::{FRAC_PI_4, TAU};

fn constant(rig: &Rig) -> i64 {
    rig.source(&[0.5; 200_000], 1)
}

/// What the formulas of the header say of a sound of level 0.5 with this distance and this sine of the angle.
fn expected(distance: f64, side: f64) -> (f64, f64) {
    let angle = (side + 1.0) * FRAC_PI_4;
    let gain = 0.5 / distance.max(1.0);
    (gain * angle.cos(), gain * angle.sin())
}

#[track_caller]
fn assert_heard(rig: &Rig, (left, right): (f64, f64)) {
    rig.render(480);
    let heard = rig.render_stereo(100);
    assert_samples(&heard.0, &[left; 100], 1e-6);
    assert_samples(&heard.1, &[right; 100], 1e-6);
}

#[test]
fn right_is_right_and_left_is_left() {
    let rig = Rig::stereo();
    let playback = rt_audio_play_sound_spatial(rig.0, constant(&rig), 1.0, 0.0, 0.0);
    // From the very first frame.
    let (left, right) = rig.render_stereo(10);
    assert_samples(&left, &[0.0; 10], 1e-7);
    assert_samples(&right, &[0.5; 10], 1e-7);
    assert_eq!(rt_audio_playback_get_position(playback), RtAudioPosition { x: 1.0, y: 0.0, z: 0.0 });
    for (x, y, z) in [(-1.0, 0.0, 0.0), (0.0, 0.0, -1.0), (0.0, 0.0, 1.0), (3.0, 0.0, -4.0), (-0.3, 0.2, 0.1)]
    {
        assert!(rt_audio_playback_set_position(playback, x, y, z));
        let distance = (x * x + y * y + z * z).sqrt();
        assert_heard(&rig, expected(distance, x / distance));
    }
    assert!(rt_audio_playback_set_position(playback, 0.0, 0.0, 0.0));
    assert_heard(&rig, expected(0.0, 0.0));
}

#[test]
fn the_listener_turns_and_walks() {
    let rig = Rig::stereo();
    rt_audio_play_sound_spatial(rig.0, constant(&rig), 2.0, 0.0, 0.0);
    assert_heard(&rig, expected(2.0, 1.0));
    assert!(rt_audio_set_listener_orientation(rig.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0));
    assert_heard(&rig, expected(2.0, -1.0));
    assert!(rt_audio_set_listener_orientation(rig.0, 5.0, 0.0, 0.0, 0.0, 0.1, 0.0));
    assert_heard(&rig, expected(2.0, 0.0));
    assert!(!rt_audio_set_listener_orientation(rig.0, 1.0, 1.0, 0.0, -2.0, -2.0, 0.0));
    assert!(last_error().contains("parallel"), "{}", last_error());
    assert!(rt_audio_set_listener_orientation(rig.0, 0.0, 0.0, -1.0, 0.0, 1.0, 0.0));
    assert!(rt_audio_set_listener_position(rig.0, 6.0, 0.0, 3.0));
    assert_eq!(rt_audio_get_listener_position(rig.0), RtAudioPosition { x: 6.0, y: 0.0, z: 3.0 });
    assert_heard(&rig, expected(5.0, -0.8));
}

#[test]
fn a_stereo_source_becomes_a_point_and_one_channel_has_no_sides() {
    let frames: Vec<f64> = (0..2000).flat_map(|_| [0.75, 0.25]).collect();
    let rig = Rig::stereo();
    rt_audio_play_sound_spatial(rig.0, rig.source(&frames, 2), -4.0, 0.0, 0.0);
    assert_heard(&rig, expected(4.0, -1.0));
    let rig = Rig::mono();
    rt_audio_play_sound_spatial(rig.0, rig.source(&frames, 2), -4.0, 0.0, 0.0);
    assert_samples(&rig.render(100), &[0.125; 100], 1e-7);
    let rig = Rig::new(RATE, 4);
    rt_audio_play_sound_spatial(rig.0, rig.source(&frames, 2), 2.0, 0.0, 0.0);
    let expected: Vec<f64> = (0..50).flat_map(|_| [0.0, 0.25, 0.0, 0.0]).collect();
    assert_samples(&rig.render(50), &expected, 1e-7);
}

/// Each source of a mixer counts as it does alone, on engines with more than two channels too.
#[test]
fn a_mixers_sources_become_points_of_their_own() {
    for channels in [1, 2, 4, 6] {
        let rig = Rig::new(RATE, channels);
        let width = channels as usize;
        let (mono, stereo) = (rig.source(&[0.3; 4000], 1), rig.source(&[0.2, 0.1].repeat(4000), 2));
        let all: Vec<f64> = (0..width).map(|channel| 0.05 * channel as f64).collect();
        let all = rig.source(&all.repeat(4000), channels);
        let mixer = rt_audio_mixer_create(rig.0);
        assert!([mono, stereo, all].iter().all(|&source| rt_audio_mixer_add_source(mixer, source)));
        let mean = 0.3 + 0.15 + 0.05 * (channels - 1) as f64 / 2.0;
        let point = |level: f64| (0..width).map(|c| if width < 2 || c == 1 { level } else { 0.0 }).collect();
        let expected: Vec<f64> = point(mean / 2.0);
        let playback = rt_audio_mixer_play(mixer);
        assert!(rt_audio_playback_set_position(playback, 2.0, 0.0, 0.0));
        assert_samples(&rig.render(100), &expected.repeat(100), 1e-6);
        assert!(rt_audio_playback_stop(playback));
        // Later, from where it was: what each channel has goes down and the point comes up, without a click.
        let playback = rt_audio_mixer_play(mixer);
        let before = rig.render(100);
        assert!(rt_audio_playback_set_position(playback, 2.0, 0.0, 0.0));
        let after = rig.render(600);
        let last = after.len() - width;
        assert_samples(&after[last..], &expected, 1e-6);
        for channel in 0..width {
            let heard: Vec<f64> = before.iter().chain(&after).copied().skip(channel).step_by(width).collect();
            assert!(steepest(&heard) < 0.01, "channel {channel} of {channels}: {}", steepest(&heard));
        }
    }
}

#[test]
fn a_playback_gets_its_position_later() {
    let rig = Rig::stereo();
    let playback = rig.play(constant(&rig));
    assert_heard(&rig, (0.5, 0.5));
    assert_eq!(rt_audio_playback_get_position(playback), RtAudioPosition::default());
    assert!(last_error().contains("no position"), "{}", last_error());
    assert!(rt_audio_playback_set_position(playback, 0.0, 0.0, -2.0));
    assert_heard(&rig, expected(2.0, 0.0));
}

#[test]
fn moving_makes_no_click() {
    let rig = Rig::stereo();
    let playback = rt_audio_play_sound_spatial(rig.0, rig.sine(150.0, 0.5), 1.0, 0.0, 0.0);
    let own = 0.5 * TAU * 150.0 / RATE as f64;
    let mut heard = rig.render(960);
    for step in 0..60 {
        let side = if step % 2 == 0 { -1.0 } else { 1.0 };
        rt_audio_playback_set_position(playback, side, 0.0, 0.0);
        heard.extend(rig.render(300));
        rt_audio_set_listener_position(rig.0, -side * f64::from(step), 0.0, 0.0);
        heard.extend(rig.render(300));
    }
    for channel in [split(&heard).0, split(&heard).1] {
        assert!(steepest(&channel) <= own + 0.5 / 480.0 * 1.01, "{} against {own}", steepest(&channel));
    }
}

#[test]
fn far_away_is_silent_and_not_broken() {
    let rig = Rig::stereo();
    let playback = rt_audio_play_sound_spatial(rig.0, constant(&rig), f64::MAX, f64::MIN, f64::MAX);
    assert_samples(&rig.render(100), &[0.0; 200], 0.0);
    assert!(rt_audio_set_listener_position(rig.0, f64::MIN, f64::MAX, f64::MIN));
    assert!(rt_audio_playback_set_position(playback, 1e-320, 0.0, 0.0));
    assert!(rt_audio_set_listener_position(rig.0, 0.0, 0.0, 0.0));
    assert_heard(&rig, expected(0.0, 1.0));
}

#[test]
fn an_echo_is_the_recurrence_it_says() {
    let rig = Rig::stereo();
    let mut click = vec![0.0; 4800];
    click[0] = 0.5;
    click[100] = -0.25;
    let playback = rig.play(rig.source(&click, 1));
    assert!(rt_audio_playback_set_delay(playback, 50, 0.6));
    let (left, right) = rig.render_stereo(48_000);
    let mut expected = vec![0.0; 48_000];
    for i in 0..48_000 {
        expected[i] = click.get(i).unwrap_or(&0.0) + if i >= 2400 { 0.6 * expected[i - 2400] } else { 0.0 };
    }
    assert_samples(&left, &expected, 1e-6);
    assert_samples(&right, &expected, 1e-6);
    assert!(rt_audio_playback_is_playing(playback), "0.5 · 0.6^20 is not silence yet");
    // Each echo is 0.6 of the one before: −100 dB is reached after 21 more of 50 ms and a last silent one.
    rig.render(48_000);
    assert!(!rt_audio_playback_is_playing(playback), "the tail ends");
}

#[test]
fn an_echo_goes_with_its_decay() {
    let rig = Rig::mono();
    let playback = rig.play(rig.source(&[0.5; 20_000], 1));
    assert!(rt_audio_playback_set_delay(playback, 10, 0.5));
    let heard = rig.render(4800);
    assert_samples(&heard[..480], &[0.5; 480], 1e-7);
    assert_samples(&heard[480..960], &[0.75; 480], 1e-7);
    assert_samples(&heard[960..1440], &[0.875; 480], 1e-7);
    assert!(rt_audio_playback_set_delay(playback, 10, 0.0));
    assert_samples(&rig.render(4800)[240..], &[0.5; 4560], 1e-7);
}

/// The level in dB of the reverb's tail in the tenth of a second after `seconds`.
fn tail(samples: &[f64], seconds: f64) -> f64 {
    let from = (seconds * RATE as f64) as usize;
    20.0 * rms(&samples[from..from + 4800]).log10()
}

fn in_a_room(sound: &[f64], room_size: f64, damping: f64, frames: usize) -> (Vec<f64>, Vec<f64>) {
    let rig = Rig::stereo();
    let playback = rig.play(rig.source(sound, 1));
    assert!(rt_audio_playback_set_reverb(playback, room_size, damping));
    rig.render_stereo(frames)
}

fn burst(frequency: f64) -> Vec<f64> {
    sine(frequency, 0.5, RATE, 4800)
}

#[test]
fn a_rooms_tail_dies_away_as_its_size_says() {
    // The slowest comb (1617 + 23 samples at 44,100 Hz, feedback 0.7 + 0.28 · size) sets the end of the tail.
    for size in [0.2, 0.5, 0.8] {
        let (left, right) = in_a_room(&burst(300.0), size, 0.0, 96_000);
        let feedback: f64 = 0.7 + 0.28 * size;
        let per_second = 20.0 * feedback.log10();
        for (channel, delay) in [(&left, 1617.0 / 44_100.0), (&right, 1640.0 / 44_100.0)] {
            let (from, to) = (tail(channel, 0.3), tail(channel, 1.0));
            let slowest = per_second * 0.7 / delay;
            let fastest = per_second * 0.7 / (1116.0 / 44_100.0);
            assert!(to - from < slowest * 0.9 && to - from > fastest * 1.1, "size {size}: {from} to {to} dB");
        }
    }
}

#[test]
fn the_sound_itself_stays_and_the_room_is_stereo() {
    let sound = burst(300.0);
    let (left, right) = in_a_room(&sound, 0.7, 0.3, 48_000);
    // The shortest comb answers after 1116 samples at 44,100 Hz.
    assert_samples(&left[..1200], &sound[..1200], 1e-7);
    assert_samples(&right[..1200], &sound[..1200], 1e-7);
    assert!(peak(&left[5000..]) > 0.01, "there is a tail: {}", peak(&left[5000..]));
    let apart: Vec<f64> = left[5000..].iter().zip(&right[5000..]).map(|(l, r)| l - r).collect();
    assert!(rms(&apart) > 0.5 * rms(&left[5000..]), "the ears hear different tails");
}

#[test]
fn damping_takes_the_high_tones_first() {
    let fall = |frequency: f64, damping: f64| {
        let (left, _) = in_a_room(&burst(frequency), 0.8, damping, 48_000);
        tail(&left, 0.2) - tail(&left, 0.6)
    };
    let (damped, bare, low) = (fall(6000.0, 1.0), fall(6000.0, 0.0), fall(200.0, 1.0));
    assert!(damped > bare + 10.0 && damped > low + 10.0, "{damped}, {bare}, {low} dB");
}

#[test]
fn a_tail_outlives_the_sound_and_then_ends() {
    let rig = Rig::stereo();
    let playback = rig.play(rig.source(&burst(300.0), 1));
    assert!(rt_audio_playback_set_reverb(playback, 0.5, 0.5));
    rig.render(9600);
    assert!(rt_audio_playback_is_playing(playback));
    rig.render(10 * 48_000);
    assert!(!rt_audio_playback_is_playing(playback));
    let other = rig.play(rig.source(&burst(300.0), 1));
    assert!(rt_audio_playback_set_reverb(other, 1.0, 0.0) && rt_audio_playback_clear_effects(other));
    rig.render(4801);
    assert!(!rt_audio_playback_is_playing(other), "no effect, no tail");
}

#[test]
fn effects_act_on_their_own_playback_alone() {
    let rig = Rig::stereo();
    let silent = rig.play(rig.source(&[0.0; 9600], 1));
    assert!(rt_audio_playback_set_reverb(silent, 1.0, 0.0) && rt_audio_playback_set_delay(silent, 10, 0.9));
    let sound = burst(500.0);
    rig.play(rig.source(&sound, 1));
    assert_samples(&rig.render_stereo(4800).0, &sound, 1e-7);
}

#[test]
fn a_pan_by_call_has_constant_power() {
    let rig = Rig::stereo();
    let playback = rig.play(constant(&rig));
    assert_eq!(rt_audio_playback_get_pan(playback), 0.0);
    for pan in [-1.0, -0.3, 0.0, 0.8, 1.0] {
        assert!(rt_audio_playback_set_pan(playback, pan));
        assert_eq!(rt_audio_playback_get_pan(playback), pan);
        assert_heard(&rig, expected(1.0, pan));
    }
    assert!(!rt_audio_playback_set_pan(playback, 1.01));
    // The one takes the place of the other.
    assert!(rt_audio_playback_set_position(playback, -4.0, 0.0, 0.0));
    assert_heard(&rig, expected(4.0, -1.0));
    assert!(rt_audio_playback_set_pan(playback, 1.0));
    assert_heard(&rig, expected(1.0, 1.0));
}

/// The clamped formulas of OpenAL 1.1, section 3.4.
#[test]
fn sounds_fall_off_as_they_are_told_to() {
    let rig = Rig::stereo();
    let playback = rt_audio_play_sound_spatial(rig.0, constant(&rig), 8.0, 0.0, 0.0);
    let right = |gain: f64| (0.0, 0.5 * gain);
    assert_heard(&rig, right(1.0 / 8.0));
    assert!(rt_audio_set_distance_model(rig.0, 1, 2.0, 100.0, 0.5));
    assert_heard(&rig, right(2.0 / (2.0 + 0.5 * 6.0)));
    assert!(rt_audio_playback_set_distance_model(playback, 2, 4.0, 20.0, 1.0));
    assert_heard(&rig, right(1.0 - 4.0 / 16.0));
    assert!(rt_audio_playback_set_distance_model(playback, 3, 2.0, 20.0, 2.0));
    assert_heard(&rig, right(1.0 / 16.0));
    assert!(rt_audio_playback_set_distance_model(playback, 0, 2.0, 20.0, 2.0));
    assert_heard(&rig, right(1.0));
    for (model, reference, most, rolloff) in [
        (4, 1.0, 2.0, 1.0),
        (-1, 1.0, 2.0, 1.0),
        (1, 0.0, 2.0, 1.0),
        (1, 2.0, 1.0, 1.0),
        (1, 1.0, f64::NAN, 1.0),
        (1, 1.0, 2.0, -1.0),
    ] {
        assert!(!rt_audio_playback_set_distance_model(playback, model, reference, most, rolloff));
        assert!(!rt_audio_set_distance_model(rig.0, model, reference, most, rolloff));
    }
}

/// OpenAL 1.1, section 3.5.2: f' = f · (c − v of the listener) / (c − v of the source).
#[test]
fn what_comes_nearer_is_heard_higher() {
    let rig = Rig::stereo();
    assert!(rt_audio_set_doppler(rig.0, 1.0, 340.0));
    let playback = rt_audio_play_sound_spatial(rig.0, rig.sine(1000.0, 0.5), 1.0, 0.0, 0.0);
    let heard = |rig: &Rig| {
        rig.render(1024);
        let (_, right) = rig.render_stereo(9600);
        zero_crossings(&right) as f64 / 0.2
    };
    for (source, listener, factor, shift) in [
        (-34.0, 0.0, 1.0, 1.0 / 0.9),
        (34.0, 0.0, 1.0, 1.0 / 1.1),
        (0.0, 34.0, 1.0, 1.1),
        (-34.0, 34.0, 1.0, 1.1 / 0.9),
        (-34.0, 34.0, 0.5, 1.05 / 0.95),
        (-34.0, 34.0, 0.0, 1.0),
    ] {
        assert!(rt_audio_playback_seek(playback, 0.0));
        assert!(rt_audio_playback_set_velocity(playback, source, 5.0, 0.0));
        assert!(rt_audio_set_listener_velocity(rig.0, listener, 0.0, 7.0));
        assert!(rt_audio_set_doppler(rig.0, factor, 340.0));
        let found = heard(&rig);
        assert!((found - 1000.0 * shift).abs() <= 5.0, "{found} Hz instead of {}", 1000.0 * shift);
    }
    assert_eq!(rt_audio_playback_get_velocity(playback), RtAudioPosition { x: -34.0, y: 5.0, z: 0.0 });
    assert_eq!(rt_audio_get_listener_velocity(rig.0), RtAudioPosition { x: 34.0, y: 0.0, z: 7.0 });
    // Faster than sound, and whatever else: it goes on.
    assert!(rt_audio_set_doppler(rig.0, 1.0, 340.0));
    for velocity in [-340.0, -1e9, 1e9, -f64::MAX, f64::MAX] {
        assert!(rt_audio_playback_set_velocity(playback, velocity, 0.0, 0.0));
        assert!(rig.render(1000).iter().all(|sample| sample.is_finite()));
    }
    assert!(!rt_audio_playback_set_velocity(playback, f64::NAN, 0.0, 0.0));
    assert!(!rt_audio_set_doppler(rig.0, -1.0, 340.0) && !rt_audio_set_doppler(rig.0, 1.0, 0.0));
    // From its first sample on, by the options.
    let told = play(rig.0, rig.sine(1000.0, 0.5), "{\"position\": [1, 0, 0], \"velocity\": [-3, 0, 0]}");
    assert_eq!(rt_audio_playback_get_velocity(told).x, -3.0, "{}", last_error());
}
