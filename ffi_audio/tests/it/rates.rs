//! Sounds of another rate than the engine's: how exact they come out, and what is not in them.
#![allow(unsafe_code)]

use crate::common::*;

/// How a sound comes from one rate to another: when it is loaded, or while it plays.
#[derive(Clone, Copy, Debug)]
enum Way {
    Loaded,
    Looped,
    Music,
    Live,
}

const WAYS: [Way; 4] = [Way::Loaded, Way::Looped, Way::Music, Way::Live];

/// What half a second of a tone of this frequency at one rate is heard as at another, without its beginning and end.
fn heard(way: Way, from: i64, to: i64, frequency: f64) -> Vec<f64> {
    let rig = Rig::new(to, 1);
    let samples = sine(frequency, 0.5, from, from as usize / 2);
    let bytes: Vec<u8> = samples.iter().flat_map(|&sample| (sample as f32).to_le_bytes()).collect();
    let folder = tempfile::tempdir().unwrap();
    match way {
        Way::Loaded => assert_ne!(rig.play(load_samples(rig.0, &samples, from, 1)), 0),
        Way::Looped => assert_ne!(play(rig.0, load_samples(rig.0, &samples, from, 1), "{\"loop\": true}"), 0),
        Way::Music => {
            let path = folder.path().join("tone.au");
            // Big-endian 32-bit floats.
            let mut file = b".snd".to_vec();
            for number in [24, bytes.len() as u32, 6, from as u32, 1] {
                file.extend(number.to_be_bytes());
            }
            file.extend(samples.iter().flat_map(|&sample| (sample as f32).to_be_bytes()));
            std::fs::write(&path, file).unwrap();
            assert_ne!(play_music(rig.0, path.to_str().unwrap(), false), 0);
        }
        Way::Live => {
            // SAFETY: an empty text ends it.
            let playback = unsafe { rt_audio_play_live(rig.0, from, 1, 1000, c"".as_ptr()) };
            // SAFETY: borrowed for the call.
            let pushed =
                unsafe { rt_audio_playback_push_floats(playback, bytes.as_ptr(), bytes.len() as i64) };
            assert_eq!(pushed, samples.len() as i64);
        }
    }
    rig.render(to as usize / 2)[4000..to as usize / 2 - 4000].to_vec()
}

fn decibels(part: f64) -> f64 {
    20.0 * part.max(1e-12).log10()
}

#[test]
fn a_tone_keeps_its_level_and_gets_nothing_besides() {
    for (from, to, highest) in [
        (44_100, 48_000, 18_000.0_f64),
        (48_000, 44_100, 18_000.0),
        (22_050, 48_000, 10_000.0),
        (32_000, 48_000, 14_000.0),
        (96_000, 48_000, 20_000.0),
        (8_000, 44_100, 3600.0),
    ] {
        for part in [0.01, 0.1, 0.3, 0.6, 0.9, 1.0] {
            // A whole number of its waves is in half a second.
            let frequency = (highest * part / 2.0).round() * 2.0;
            for way in WAYS {
                let samples = heard(way, from, to, frequency);
                let (amplitude, _, rest) = tone(&samples, frequency, to);
                let (level, noise) = (decibels(amplitude / 0.5), decibels(rest / 0.5));
                assert!(level.abs() < 0.01, "{way:?}, {from} to {to}: {frequency} Hz at {level} dB");
                assert!(noise < -90.0, "{way:?}, {from} to {to}: {frequency} Hz with {noise} dB besides");
            }
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
        for way in WAYS {
            let loudest = decibels(peak(&heard(way, from, to, frequency)) / 0.5);
            assert!(loudest < -60.0, "{way:?}, {from} to {to}: {frequency} Hz is heard at {loudest} dB");
        }
    }
    for (from, to, frequency) in
        [(44_100, 48_000, 20_000.0), (44_100, 48_000, 21_900.0), (22_050, 48_000, 10_900.0)]
    {
        for way in WAYS {
            let (_, _, rest) = tone(&heard(way, from, to, frequency), frequency, to);
            assert!(
                decibels(rest / 0.5) < -60.0,
                "{way:?}, {from} to {to}: {frequency} Hz has {rest} besides"
            );
        }
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
