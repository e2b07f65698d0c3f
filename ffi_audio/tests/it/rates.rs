//! Sounds of another rate than the engine's: how exact they come out, and what is not in them.

use crate::common::*;

/// What half a second of a tone of this frequency at one rate is heard as at another, without its beginning and end.
fn heard(from: i64, to: i64, frequency: f64) -> Vec<f64> {
    let rig = Rig::new(to, 1);
    let source = load_samples(rig.0, &sine(frequency, 0.5, from, from as usize / 2), from, 1);
    rig.play(source);
    rig.render(to as usize / 2)[4000..to as usize / 2 - 4000].to_vec()
}

fn decibels(part: f64) -> f64 {
    20.0 * part.max(1e-12).log10()
}

#[test]
fn a_tone_keeps_its_level_and_gets_nothing_besides() {
    for (from, to, highest) in [
        (44_100, 48_000, 18_000.0),
        (48_000, 44_100, 18_000.0),
        (22_050, 48_000, 10_000.0),
        (32_000, 48_000, 14_000.0),
        (96_000, 48_000, 20_000.0),
        (8_000, 44_100, 3600.0),
    ] {
        for part in [0.01, 0.1, 0.3, 0.6, 0.9, 1.0] {
            let frequency = highest * part;
            let samples = heard(from, to, frequency);
            let (amplitude, _, rest) = tone(&samples, frequency, to);
            let (level, noise) = (decibels(amplitude / 0.5), decibels(rest / 0.5));
            assert!(level.abs() < 0.01, "{from} to {to}: {frequency} Hz at {level} dB");
            assert!(noise < -90.0, "{from} to {to}: {frequency} Hz with {noise} dB besides");
        }
    }
}

#[test]
fn what_a_rate_cannot_hold_is_not_folded_back() {
    // Above the half of the new rate, and images of what is below the half of the old one.
    for (from, to, frequency) in [
        (48_000, 44_100, 22_100.0),
        (48_000, 44_100, 23_500.0),
        (96_000, 48_000, 24_100.0),
        (96_000, 48_000, 40_000.0),
        (96_000, 44_100, 22_100.0),
    ] {
        let loudest = decibels(peak(&heard(from, to, frequency)) / 0.5);
        assert!(loudest < -60.0, "{from} to {to}: {frequency} Hz is heard at {loudest} dB");
    }
    for (from, to, frequency) in
        [(44_100, 48_000, 20_000.0), (44_100, 48_000, 21_900.0), (22_050, 48_000, 10_900.0)]
    {
        let (_, _, rest) = tone(&heard(from, to, frequency), frequency, to);
        assert!(decibels(rest / 0.5) < -60.0, "{from} to {to}: {frequency} Hz has {rest} besides");
    }
}

#[test]
fn a_sound_is_as_long_as_it_was_and_says_what_its_file_does() {
    let rig = Rig::stereo();
    let samples: Vec<f64> = (0..2 * 4411).map(|i| if i % 2 == 0 { 0.5 } else { -0.25 }).collect();
    let source = load_samples(rig.0, &samples, 44_100, 2);
    assert_eq!(rt_audio_source_get_sample_rate(source), 44_100);
    assert_samples(&source_samples(source), &samples, 0.0);
    let playback = rig.play(source);
    assert_eq!(rt_audio_playback_get_duration(playback), 4411.0 / 44_100.0);
    // 4,411 · 48,000 / 44,100, rounded up.
    let (left, right) = rig.render_stereo(4803);
    assert_samples(&left[300..4500], &[0.5; 4200], 1e-4);
    assert_samples(&right[300..4500], &[-0.25; 4200], 1e-4);
    assert_eq!((left[4802], right[4802]), (0.0, 0.0));
    assert!(left[4801].abs() > 0.01);
    assert!(!rt_audio_playback_is_playing(playback));
    // A time in it is where it was.
    let ramp: Vec<f64> = (0..44_100).map(|i| f64::from(i) / 44_100.0).collect();
    let source = load_samples(rig.0, &ramp, 44_100, 1);
    let playback = play(rig.0, source, "{\"from\": 0.5}");
    let (left, _) = rig.render_stereo(2400);
    let expected: Vec<f64> = (0..2400).map(|i| 0.5 + f64::from(i) / 48_000.0).collect();
    assert_samples(&left, &expected, 1e-4);
    assert!((rt_audio_playback_get_time(playback) - 0.55).abs() < 1e-9);
}
