//! Samples that a host makes while they are heard, and samples as 32-bit floats.
#![allow(unsafe_code)]

use crate::common::*;
use std::ffi::CString;

fn play_live(engine: i64, rate: i64, channels: i64, buffer_ms: i64, options: &str) -> i64 {
    let options = CString::new(options).unwrap();
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_play_live(engine, rate, channels, buffer_ms, options.as_ptr()) }
}

fn push(playback: i64, samples: &[f64]) -> i64 {
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_playback_push(playback, samples.as_ptr(), samples.len() as i64) }
}

fn bytes(samples: &[f64]) -> Vec<u8> {
    samples.iter().flat_map(|&sample| (sample as f32).to_le_bytes()).collect()
}

fn push_floats(playback: i64, data: &[u8]) -> i64 {
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_playback_push_floats(playback, data.as_ptr(), data.len() as i64) }
}

fn floats(array: RtBytes) -> Vec<f64> {
    // SAFETY: an array of the archive, not yet freed.
    let bytes = unsafe { std::slice::from_raw_parts(array.data, array.len as usize) }.to_vec();
    // SAFETY: freed once.
    unsafe { rt_bytes_free(array.data, array.len) };
    bytes.as_chunks::<4>().0.iter().map(|&four| f64::from(f32::from_le_bytes(four))).collect()
}

#[test]
fn what_is_put_in_is_heard_and_what_is_too_much_is_not_taken() {
    let rig = Rig::mono();
    let live = play_live(rig.0, RATE, 1, 10, "");
    assert!(live > 0, "{}", last_error());
    assert_eq!(rt_audio_playback_get_room(live), 480);
    assert_eq!(peak(&rig.render(1000)), 0.0);
    let samples = saws(0, 1000);
    assert_eq!(push(live, &samples), 480);
    assert_eq!((push(live, &samples[480..]), rt_audio_playback_get_room(live)), (0, 0));
    assert_eq!(rig.render(200), samples[..200]);
    assert_eq!(push_floats(live, &bytes(&samples[480..])), 200);
    assert_eq!(rig.render(480), samples[200..680]);
    // Nothing more is there: silence, and on it goes.
    assert_eq!(peak(&rig.render(100)), 0.0);
    assert_eq!(push(live, &samples[680..]), 320);
    assert_eq!(rig.render(100), samples[680..780]);
    assert!((rt_audio_playback_get_time(live) - 780.0 / RATE as f64).abs() < 1e-9);
    assert!(rt_audio_playback_finish(live));
    assert_eq!(push(live, &samples), -1);
    assert!(last_error().contains("said to be all"), "{}", last_error());
    assert!(rt_audio_playback_is_playing(live));
    assert_eq!(rig.render(300), [&samples[780..], &[0.0; 80]].concat());
    assert!(!rt_audio_playback_is_playing(live));
    assert_eq!((rt_audio_playback_get_duration(live), rt_audio_playback_seek(live, 0.0)), (-1.0, false));
}

#[test]
fn another_rate_is_converted_without_a_seam() {
    let rig = Rig::stereo();
    let live = play_live(rig.0, 44_100, 1, 50, r#"{"pan": -1, "volume": 0.5}"#);
    let samples = sine(1000.0, 0.5, 44_100, 60_000);
    let (mut at, mut heard) = (0, vec![]);
    while heard.len() < 48_000 {
        at += push(live, &samples[at..(at + 2000).min(samples.len())]) as usize;
        heard.extend(rig.render_stereo(480).0);
    }
    let (amplitude, _, rest) = tone(&heard[1000..], 1000.0, RATE);
    assert!((amplitude - 0.25).abs() < 1e-4 && rest < 1e-4, "{amplitude} {rest}");
}

#[test]
fn what_is_no_sample_is_refused() {
    let rig = Rig::mono();
    for (rate, channels, ms) in
        [(999, 1, 10), (48_000, 0, 10), (48_000, 33, 10), (48_000, 1, 0), (48_000, 1, i64::MAX)]
    {
        assert_eq!(play_live(rig.0, rate, channels, ms, ""), 0);
    }
    for options in [r#"{"loop": true}"#, r#"{"from": 1}"#, r#"{"loop_to": 1}"#] {
        assert_eq!(play_live(rig.0, 48_000, 1, 10, options), 0);
        assert!(last_error().contains("live samples"), "{}", last_error());
    }
    let live = play_live(rig.0, 48_000, 2, 10, "");
    assert_eq!(
        (push(live, &[0.0; 3]), push(live, &[0.0, f64::NAN]), push_floats(live, &[0; 6])),
        (-1, -1, -1)
    );
    assert_eq!(push(live, &[]), 0);
    let plain = rig.play(rig.sine(100.0, 0.1));
    assert_eq!((push(plain, &[0.0; 2]), rt_audio_playback_get_room(plain)), (-1, -1));
    assert!(!rt_audio_playback_finish(plain));
    assert!(last_error().contains("takes no samples"), "{}", last_error());
}

/// What the host makes on one thread while another mixes.
#[test]
fn samples_come_in_order_while_they_are_mixed() {
    let rig = Rig::mono();
    let live = play_live(rig.0, RATE, 1, 20, "");
    let samples = saws(0, 48_000);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut at = 0;
            while at < samples.len() {
                at += push(live, &samples[at..]) as usize;
                std::thread::yield_now();
            }
            assert!(rt_audio_playback_finish(live));
        });
        let mut heard = vec![];
        while rt_audio_playback_is_playing(live) {
            heard.extend(rig.render(64));
        }
        // Silence where nothing had come; the saw is silent once in each 8,192.
        let heard: Vec<f64> = heard.into_iter().filter(|&sample| sample != 0.0).collect();
        let wanted: Vec<f64> = samples.iter().copied().filter(|&sample| sample != 0.0).collect();
        assert_eq!(heard, wanted);
    });
}

#[test]
fn floats_are_the_same_samples() {
    let rig = Rig::stereo();
    let samples = sine(441.0, 0.7, RATE, 2000);
    let data = bytes(&samples);
    // SAFETY: borrowed for the call.
    let source = unsafe { rt_audio_load_from_floats(rig.0, data.as_ptr(), data.len() as i64, RATE, 2) };
    assert!(source > 0, "{}", last_error());
    assert_eq!(source_samples(source), floats(rt_audio_source_get_floats(source)));
    assert_eq!((rt_audio_source_get_channels(source), source_samples(source).len()), (2, 2000));
    rig.play(source);
    assert_eq!(floats(rt_audio_render_floats(rig.0, 500)), source_samples(source)[..1000]);
    for (length, channels) in [(0, 1), (7, 1), (12, 2), (8, 0), (8, 33)] {
        // SAFETY: borrowed for the call.
        let source = unsafe { rt_audio_load_from_floats(rig.0, data.as_ptr(), length, RATE, channels) };
        assert_eq!(source, 0, "{length}");
    }
    let infinite = f32::INFINITY.to_le_bytes();
    // SAFETY: borrowed for the call.
    assert_eq!(unsafe { rt_audio_load_from_floats(rig.0, infinite.as_ptr(), 4, RATE, 1) }, 0);
    assert!(last_error().contains("`data"), "{}", last_error());
}
