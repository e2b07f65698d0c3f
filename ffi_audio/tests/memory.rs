//! How much memory music and playbacks take: measured on the whole process, so this is a process of its own.
#![allow(missing_docs)]

#[path = "it/common.rs"]
mod common;

use common::*;
use std::fs;

fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() << 10
}

/// An hour in each of two formats, played from end to end (58 MB as a file, 115 MB decoded); and 64 playbacks of
/// one long source. One test, because the process has one memory.
#[test]
fn memory_stays_small() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("hour.wav");
    write_wav(&wav, 8000, 3600 * 8000, |frame| if frame % 96 < 48 { 0.25 } else { -0.25 });
    let flac = folder.path().join("hour.flac");
    let mut command = std::process::Command::new("flac");
    let status = command.args(["--silent", "-0", "-f"]).arg(&wav).arg("-o").arg(&flac).status();
    assert!(status.expect("flac (`cargo xtask setup`?)").success());
    for path in [&wav, &flac] {
        let rig = Rig::new(8000, 1);
        rig.render(8000);
        let before = resident();
        let music = play_music(rig.0, path.to_str().unwrap(), false);
        let (mut most, mut sum) = (0, 0.0);
        for _ in 0..3600 {
            sum += rms(&rig.render(8000));
            most = most.max(resident().saturating_sub(before));
        }
        assert!((sum / 3600.0 - 0.25).abs() < 1e-4, "{path:?}: {sum}");
        rig.render(1);
        assert!(!rt_audio_playback_is_playing(music), "{path:?} is an hour long");
        assert!(most < 16 << 20, "{path:?} took {} KiB", most >> 10);
        println!("{path:?} took {} KiB", most >> 10);
    }
    let rig = Rig::mono();
    let source = rig.source(&vec![0.001; 4_000_000], 1);
    rig.render(4096);
    let before = resident();
    for _ in 0..64 {
        rt_audio_play_sound_looped(rig.0, source);
    }
    let heard = rig.render(4096);
    assert!((heard[4000] - 0.064).abs() < 1e-6, "{}", heard[4000]);
    let taken = resident().saturating_sub(before);
    assert!(taken < 4 << 20, "64 playbacks of 16 MB took {} KiB", taken >> 10);
}
