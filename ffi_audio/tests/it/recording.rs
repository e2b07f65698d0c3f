//! What is played, in files; and samples that a host's function makes.
#![allow(unsafe_code)]

use crate::common::*;
use std::{
    ffi::{CString, c_void},
    fs,
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, Instant},
};

fn record(engine: i64, path: &str, bits: i64) -> i64 {
    let path = CString::new(path).unwrap();
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_record_start(engine, path.as_ptr(), bits) }
}

#[test]
fn a_recording_is_what_was_heard() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let rig = Rig::stereo();
    let sound: Vec<f64> = (0..96_000).map(|i| (f64::from(i) * 0.01).sin() * 1.2).collect();
    let source = rig.source(&sound, 2);
    rig.render(100);
    let files = [(16, path("16.wav")), (24, path("24.wav")), (32, path("32.wav"))];
    let recordings = files.clone().map(|(bits, path)| record(rig.0, &path, bits));
    assert!(recordings.iter().all(|&recording| recording > 0), "{}", last_error());
    rig.play(source);
    // Longer than what waits for the file: an offline engine waits.
    let mut heard = rig.render(40_000);
    heard.extend(rig.render(400_000));
    for recording in recordings {
        assert_eq!(rt_audio_record_get_lost(recording), 0);
        assert_eq!(rt_audio_record_get_frames(recording), 440_000);
        assert!(rt_audio_record_stop(recording), "{}", last_error());
        assert!(!rt_audio_record_stop(recording));
    }
    for (bits, path) in files {
        let found = load_file(rig.0, &path);
        assert!(found > 0, "{}", last_error());
        let found = source_samples(found);
        let step = if bits == 32 { 0.0 } else { 2_f64.powi(1 - bits as i32) };
        let expected: Vec<f64> =
            heard.iter().map(|x| if bits == 32 { *x } else { x.clamp(-1.0, 1.0 - step) }).collect();
        assert_samples(&found, &expected, step / 2.0 + 1e-9);
        // The file says what it has: RIFF's size, fact's frames, data's bytes.
        let bytes = fs::read(path).unwrap();
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        let data = 440_000 * 2 * bits as u32 / 8;
        assert_eq!((number(4), number(46), number(54)), (50 + data, 440_000, data));
        assert_eq!(bytes.len(), 58 + data as usize);
    }
}

#[test]
fn a_recording_needs_a_path_and_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let rig = Rig::mono();
    assert_eq!(record(rig.0, "/no/such/folder/a.wav", 16), 0);
    assert!(last_error().contains("/no/such/folder/a.wav"), "{}", last_error());
    assert_eq!(record(rig.0, &path("a.wav"), 8), 0);
    for _ in 0..3 {
        let all: Vec<i64> = (0..8).map(|i| record(rig.0, &path(&format!("{i}.wav")), 16)).collect();
        assert!(all.iter().all(|&recording| recording > 0), "{}", last_error());
        assert_eq!(record(rig.0, &path("more.wav"), 16), 0);
        assert!(last_error().contains("8 recordings"), "{}", last_error());
        rig.render(100);
        assert!(all.iter().all(|&recording| rt_audio_record_get_frames(recording) == 100));
        assert!(all.iter().all(|&recording| rt_audio_record_stop(recording)), "{}", last_error());
        rig.render(100);
    }
    // One that nobody ended is whole when its engine is gone.
    let last = path("last.wav");
    let engine = rt_audio_init_offline(RATE, 1);
    assert!(record(engine, &last, 16) > 0);
    render(engine, 1000);
    assert!(!fs::exists(&last).unwrap());
    assert!(rt_audio_shutdown(engine));
    assert_eq!(fs::read(&last).unwrap().len(), 58 + 2000);
}

struct Maker {
    made: AtomicI64,
    last: i64,
}

unsafe extern "C-unwind" fn make(playback: i64, data: *mut c_void) -> i64 {
    // SAFETY: the tests give it one that lives as long as the calls.
    let maker = unsafe { &*data.cast::<Maker>() };
    let made = maker.made.load(Ordering::SeqCst);
    let frames = (maker.last - made).min(100);
    let samples: Vec<f64> = (made..made + frames).map(|i| (i % 1000) as f64 / 1000.0).collect();
    // SAFETY: borrowed for the call.
    let taken = unsafe { rt_audio_playback_push(playback, samples.as_ptr(), frames) };
    maker.made.fetch_add(taken.max(0), Ordering::SeqCst);
    i64::from(made + taken < maker.last)
}

fn live(rig: &Rig) -> i64 {
    let options = CString::new("").unwrap();
    // SAFETY: borrowed for the call.
    unsafe { rt_audio_play_live(rig.0, RATE, 1, 50, options.as_ptr()) }
}

#[test]
fn a_function_is_asked_for_samples_as_long_as_they_are_wanted() {
    let rig = Rig::mono();
    let playback = live(&rig);
    let maker = Maker { made: AtomicI64::new(0), last: 24_000 };
    let data = (&raw const maker).cast_mut().cast();
    // SAFETY: what it points to outlives the playback.
    assert!(unsafe { rt_audio_playback_set_producer(playback, Some(make), data) }, "{}", last_error());
    let began = Instant::now();
    let mut heard = vec![];
    while rt_audio_playback_is_playing(playback) {
        assert!(began.elapsed() < Duration::from_secs(60), "{} frames", heard.len());
        // Only as much as is there.
        let there = 2400 - rt_audio_playback_get_room(playback).max(0);
        heard.extend(rig.render(there.max(1) as usize));
    }
    heard.retain(|&sample| sample != 0.0);
    let expected: Vec<f64> =
        (0..24_000).map(|i| f64::from(i % 1000) / 1000.0).filter(|&x| x != 0.0).collect();
    assert_samples(&heard, &expected, 1e-6);
    assert_eq!(maker.made.load(Ordering::SeqCst), 24_000);
    // Once stopped, it is asked no more.
    let playback = live(&rig);
    let maker = Maker { made: AtomicI64::new(0), last: i64::MAX };
    let data = (&raw const maker).cast_mut().cast();
    // SAFETY: it is called no more once the playback is stopped.
    assert!(unsafe { rt_audio_playback_set_producer(playback, Some(make), data) }, "{}", last_error());
    rig.render(1000);
    assert!(rt_audio_playback_stop(playback));
    let made = maker.made.load(Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(maker.made.load(Ordering::SeqCst), made);
    // SAFETY: it is never called.
    assert!(!unsafe { rt_audio_playback_set_producer(rig.play(rig.sine(440.0, 0.5)), Some(make), data) });
}
