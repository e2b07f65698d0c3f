//! One sound after the other: without a gap, and with a crossfade.

use crate::common::*;
use std::f64::consts::FRAC_PI_2;

/// Starts a playback when another one ends.
fn after(rig: &Rig, source: i64, before: i64, crossfade_ms: i64) -> i64 {
    let playback = play(rig.0, source, "{\"paused\": true}");
    assert!(rt_audio_playback_start_after(playback, before, crossfade_ms), "{}", last_error());
    playback
}

#[test]
fn one_begins_in_the_frame_after_the_other() {
    let rig = Rig::mono();
    let all: Vec<f64> = (0..9000).map(|i| f64::from(i + 1) / 10_000.0).collect();
    // Lengths that fit no block.
    let parts = [&all[..777], &all[777..778], &all[778..5000], &all[5000..]];
    let mut last = 0;
    for part in parts {
        let source = rig.source(part, 1);
        last = if last == 0 { rig.play(source) } else { after(&rig, source, last, 0) };
    }
    assert_samples(&rig.render(9000), &all, 1e-6);
    assert_samples(&rig.render(100), &[0.0; 100], 0.0);
    assert!(!rt_audio_playback_is_playing(last));
}

#[test]
fn music_follows_music_without_a_gap() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (first, second) = (path("first.wav"), path("second.wav"));
    write_wav(first.as_ref(), 48_000, 7001, saw);
    write_wav(second.as_ref(), 48_000, 5000, |frame| saw(frame + 7001));
    let rig = Rig::mono();
    let one = play_music(rig.0, &first, false);
    let other = play_music_with(rig.0, &second, "{\"paused\": true}");
    assert!(rt_audio_playback_start_after(other, one, 0), "{}", last_error());
    assert_samples(&rig.render(12_001), &saws(0, 12_001), 1e-4);
}

/// cos² + sin² = 1.
#[test]
fn a_crossfade_has_constant_power() {
    let rig = Rig::stereo();
    let (left, right) = ([0.8, 0.0].repeat(20_000), [0.0, 0.8].repeat(20_000));
    let one = play(rig.0, rig.source(&left, 2), "{}");
    let other = after(&rig, rig.source(&right, 2), one, 100);
    let (left, right) = rig.render_stereo(36_000);
    let (first, length) = (20_000 - 4800, 4800);
    for i in 0..36_000 {
        let part = ((i as f64 - f64::from(first)) / f64::from(length)).clamp(0.0, 1.0) * FRAC_PI_2;
        let (out, r#in) = if i < 20_000 { (part.cos(), part.sin()) } else { (0.0, 1.0) };
        let r#in = if i < 20_000 - 4800 + 20_000 { r#in } else { 0.0 };
        assert!((left[i] - 0.8 * out).abs() < 1e-5, "left {i} is {} and not {}", left[i], 0.8 * out);
        assert!((right[i] - 0.8 * r#in).abs() < 1e-5, "right {i} is {} and not {}", right[i], 0.8 * r#in);
    }
    assert!(!rt_audio_playback_is_playing(other));
    // At another rate and speed the end is where it is heard.
    let source = load_samples(rig.0, &[0.5; 44_100], 44_100, 1);
    let slow = play(rig.0, source, "{\"speed\": 0.5}");
    let next = after(&rig, rig.source(&[0.25; 48_000], 1), slow, 500);
    rig.render(96_000 - 24_000 - 2);
    assert_eq!(rt_audio_playback_get_time(next), 0.0);
    rig.render(4);
    assert!(rt_audio_playback_get_time(next) > 0.0);
}

#[test]
fn who_waits_waits_for_pauses_and_not_for_what_is_gone() {
    let rig = Rig::mono();
    let one = rig.play(rig.source(&[0.5; 10_000], 1));
    let other = after(&rig, rig.source(&[0.25; 48_000], 1), one, 10);
    rig.render(5000);
    assert!(rt_audio_playback_pause(one));
    rig.render(GATE);
    assert_samples(&rig.render(48_000), &[0.0; 48_000], 0.0);
    assert!(rt_audio_playback_stop(one));
    rig.render(512);
    assert_samples(&rig.render(100), &[0.25; 100], 1e-6);
    // What has begun is not to wait, and nobody waits for himself.
    let third = rig.play(rig.source(&[0.125; 48_000], 1));
    assert!(!rt_audio_playback_start_after(other, third, 0));
    assert!(last_error().contains("has begun"), "{}", last_error());
    assert!(!rt_audio_playback_start_after(third, third, 0));
    assert!(!rt_audio_playback_start_after(third, other, -1));
    // A circle begins never, and leaves nothing behind.
    let paused = || play(rig.0, rig.source(&[0.125; 480], 1), "{\"paused\": true}");
    let (a, b) = (paused(), paused());
    assert!(rt_audio_playback_start_after(a, b, 0) && rt_audio_playback_start_after(b, a, 0));
    rig.render(1000);
    assert_eq!((rt_audio_playback_get_time(a), rt_audio_playback_get_time(b)), (0.0, 0.0));
    assert!(rt_audio_playback_stop(a));
    rig.render(1000);
    assert!(!rt_audio_playback_is_playing(b));
}
