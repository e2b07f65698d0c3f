//! Music: streamed, looped, moved.

use crate::common::*;

#[test]
fn a_stream_plays_loops_and_moves_to_the_frame() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saw.wav");
    write_wav(&path, 48_000, 100_000, saw);
    let rig = Rig::mono();
    let music = play_music(rig.0, path.to_str().unwrap(), true);
    assert_samples(&rig.render(100_000), &saws(0, 100_000), 1e-6);
    assert_samples(&rig.render(5000), &saws(0, 5000), 1e-6);
    assert!((rt_audio_playback_get_time(music) - 5000.0 / 48_000.0).abs() < 1e-9);
    assert!((rt_audio_playback_get_duration(music) - 100_000.0 / 48_000.0).abs() < 1e-9);
    assert!(rt_audio_playback_seek(music, 1.5));
    assert_samples(&rig.render(1000), &crossfaded(&saws(5000, 1000), &saws(72_000, 1000), GATE), 1e-6);
    assert!((rt_audio_playback_get_time(music) - 73_000.0 / 48_000.0).abs() < 1e-9);
    assert!(rt_audio_playback_seek(music, 0.0));
    assert_samples(&rig.render(1000), &crossfaded(&saws(73_000, 1000), &saws(0, 1000), GATE), 1e-6);
    assert!(rt_audio_playback_seek(music, 50.0), "beyond the end a loop begins anew");
    assert_samples(&rig.render(1000), &crossfaded(&saws(1000, 1000), &saws(0, 1000), GATE), 1e-6);
    assert!(rt_audio_stop_music(music));
}

#[test]
fn every_format_moves_and_loops() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("chirp.wav");
    // Every stretch of a rising tone is unlike every other.
    let chirp = |frame: u32| 0.5 * (2e-8 * f64::from(frame).powi(2) * 48_000.0 / 10.0).sin();
    write_wav(&wav, 48_000, 150_000, chirp);
    let convert = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).args(arguments).current_dir(folder.path()).output();
        assert!(output.unwrap_or_else(|error| panic!("{program}: {error}")).status.success());
    };
    convert("lame", &["--quiet", "-b", "256", "chirp.wav", "chirp.mp3"]);
    convert("oggenc", &["--quiet", "-q", "8", "chirp.wav", "-o", "chirp.ogg"]);
    convert("flac", &["--silent", "-f", "chirp.wav", "-o", "chirp.flac"]);
    convert("sox", &["-D", "chirp.wav", "chirp.aiff"]);
    for name in ["chirp.wav", "chirp.aiff", "chirp.mp3", "chirp.ogg", "chirp.flac"] {
        let path = folder.path().join(name);
        let rig = Rig::mono();
        let whole = source_samples(load_file(rig.0, path.to_str().unwrap()));
        let music = play_music(rig.0, path.to_str().unwrap(), true);
        let twice = [&whole[..], &whole[..]].concat();
        // After a jump back, a lossy decoder's first block may differ a little from the first time.
        assert_samples(&rig.render(twice.len()), &twice, 0.02);
        for seconds in [1.0, 0.25, 2.5, 0.0] {
            assert!(rt_audio_playback_seek(music, seconds), "{name}: {}", last_error());
            let heard = rig.render(6000);
            let from = (seconds * 48_000.0) as usize;
            // A lossy decoder needs a block or two before it is itself again.
            let error: Vec<f64> =
                heard[3000..].iter().zip(&whole[from + 3000..]).map(|(heard, whole)| heard - whole).collect();
            assert!(peak(&error) < 0.02, "{name} at {seconds} s is off by {}", peak(&error));
        }
    }
}
