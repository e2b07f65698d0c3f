//! Jumps in music: wherever they go, the very samples come out that decoding the whole file gives.

use crate::common::*;
use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};
use tempfile::TempDir;

const FILE_RATE: i64 = 44_100;
const FRAMES: usize = 130_000;

/// A rising tone in noise, unlike itself everywhere; left and right differ.
fn sound(frames: usize) -> Vec<i16> {
    let mut noise = 1_u32;
    (0..frames)
        .flat_map(|i| {
            let angle = 0.02 * i as f64 + 1e-6 * (i as f64).powi(2);
            [angle.sin(), angle.cos()].map(|tone| {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (tone * 9_000.0) as i16 + (noise >> 19) as i16
            })
        })
        .collect()
}

fn wav(rate: u32, samples: &[i16]) -> Vec<u8> {
    let size = samples.len() as u32 * 2;
    let mut data = [b"RIFF", &(36 + size).to_le_bytes()[..], b"WAVEfmt \x10\0\0\0\x01\0\x02\0"].concat();
    [rate, rate * 4].iter().for_each(|number| data.extend(number.to_le_bytes()));
    data.extend(b"\x04\0\x10\0data");
    data.extend(size.to_le_bytes());
    samples.iter().for_each(|sample| data.extend(sample.to_le_bytes()));
    data
}

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        fs::write(files.path("sound.wav"), wav(FILE_RATE as u32, &sound(FRAMES))).unwrap();
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn make(&self, program: &str, before: &[&str], between: &[&str], name: &str) {
        self.make_from("sound.wav", program, before, between, name);
    }

    fn make_from(&self, from: &str, program: &str, before: &[&str], between: &[&str], name: &str) {
        run(program, &[before, &[&self.text(from)], between, &[&self.text(name)]].concat());
    }
}

/// An engine of a file's own rate and channels, and the file's samples.
struct Played {
    rig: Rig,
    path: String,
    whole: Vec<f64>,
    channels: usize,
}

impl Played {
    fn new(path: String) -> Self {
        let rig = Rig::new(FILE_RATE, 2);
        let source = load_file(rig.0, &path);
        assert!(source > 0, "{path}: {}", last_error());
        let whole = source_samples(source);
        let channels = rt_audio_source_get_channels(source);
        Self {
            rig: Rig::new(rt_audio_source_get_sample_rate(source), channels),
            path,
            whole,
            channels: channels as usize,
        }
    }

    fn frames(&self) -> usize {
        self.whole.len() / self.channels
    }

    fn play(&self, looped: bool) -> i64 {
        // What was stopped before falls silent within 5 ms.
        self.rig.render(2000);
        let music = play_music(self.rig.0, &self.path, looped);
        assert!(music > 0, "{}", last_error());
        music
    }

    fn seek(&self, music: i64, frame: usize) -> bool {
        rt_audio_playback_seek(music, frame as f64 / rt_audio_get_sample_rate(self.rig.0) as f64)
    }

    /// Hears `frames` frames from this one on, and a loop's next pass behind the end.
    #[track_caller]
    fn assert_heard(&self, frame: usize, frames: usize, tolerance: f64) {
        self.assert_heard_after(frame, frames, tolerance, 0);
    }

    /// The same from some frames later on, in which a jump takes place.
    #[track_caller]
    fn assert_heard_after(&self, frame: usize, frames: usize, tolerance: f64, jump: usize) {
        let heard = self.rig.render(frames);
        let from = (frame * self.channels).min(self.whole.len());
        for (i, (heard, expected)) in heard
            .iter()
            .zip(self.whole[from..].iter().chain(self.whole.iter().cycle()))
            .enumerate()
            .skip(jump * self.channels)
        {
            let off = (heard - expected).abs();
            assert!(
                off <= tolerance,
                "{} from frame {frame}: sample {i} is {heard} and not {expected}",
                self.path
            );
        }
    }

    #[track_caller]
    fn assert_jumps(&self, tolerance: f64) {
        let n = self.frames();
        let music = self.play(true);
        self.assert_heard(0, 100, 0.0);
        for frame in
            [0, 1, 1151, 1152, 1153, 4095, 5000, n / 3, n / 2, n - 5000, n - 1000, n - 1, n, n + 5000]
        {
            assert!(self.seek(music, frame), "{} to {frame}: {}", self.path, last_error());
            self.assert_heard_after(frame, 3000, tolerance, GATE);
        }
        assert!(rt_audio_stop_music(music));
        let music = self.play(false);
        self.rig.render(10);
        for frame in (3001..n).step_by(9001) {
            assert!(self.seek(music, frame), "{} to {frame}: {}", self.path, last_error());
            self.assert_heard_after(frame, 2000.min(n - frame), tolerance, GATE);
        }
        assert!(self.seek(music, n + 5));
        assert_eq!(peak(&self.rig.render(GATE + 100)[GATE * self.channels..]), 0.0);
        assert!(!rt_audio_playback_is_playing(music), "{} ends", self.path);
        assert!(rt_audio_stop_music(music));
    }
}

#[test]
fn jumps_in_what_is_stored_exactly_are_exact() {
    let files = Files::new();
    files.make("sox", &["-D"], &[], "sound.aiff");
    files.make("sox", &["-D"], &["-e", "ima-adpcm"], "ima.wav");
    files.make("sox", &["-D"], &["-e", "ms-adpcm"], "ms.wav");
    files.make("flac", &["--silent", "-f"], &["-o"], "sound.flac");
    files.make("flac", &["--silent", "-f", "--ogg"], &["-o"], "sound.oga");
    for name in ["sound.wav", "sound.aiff", "ima.wav", "ms.wav", "sound.flac", "sound.oga"] {
        Played::new(files.text(name)).assert_jumps(0.0);
    }
}

#[test]
fn jumps_in_lossy_files_are_exact_too() {
    let files = Files::new();
    files.make("lame", &["--quiet", "-b", "128"], &[], "constant.mp3");
    files.make("lame", &["--quiet", "-V", "4"], &[], "variable.mp3");
    files.make("lame", &["--quiet", "-V", "4", "-t"], &[], "bare.mp3");
    files.make("lame", &["--quiet", "-b", "32", "-m", "m"], &[], "small.mp3");
    files.make("lame", &["--quiet", "-b", "8", "-m", "m", "--resample", "16"], &[], "tiny.mp3");
    files.make("oggenc", &["--quiet", "-q", "3"], &["-o"], "sound.ogg");
    for name in ["constant.mp3", "variable.mp3", "bare.mp3", "small.mp3", "tiny.mp3", "sound.ogg"] {
        Played::new(files.text(name)).assert_jumps(1e-6);
    }
}

#[test]
fn a_file_that_breaks_off_ends_where_it_does() {
    let files = Files::new();
    files.make("sox", &["-D"], &[], "sound.aiff");
    files.make("sox", &["-D"], &["-e", "ms-adpcm"], "ms.wav");
    files.make("flac", &["--silent", "-f"], &["-o"], "sound.flac");
    files.make("flac", &["--silent", "-f", "--ogg"], &["-o"], "sound.oga");
    files.make("lame", &["--quiet"], &[], "sound.mp3");
    files.make("oggenc", &["--quiet"], &["-o"], "sound.ogg");
    for name in ["sound.wav", "sound.aiff", "ms.wav", "sound.flac", "sound.oga", "sound.mp3", "sound.ogg"] {
        let data = fs::read(files.path(name)).unwrap();
        let cut = format!("cut.{name}");
        fs::write(files.path(&cut), &data[..data.len() * 3 / 5]).unwrap();
        let played = Played::new(files.text(&cut));
        assert!(played.frames() > FRAMES / 3 && played.frames() < FRAMES, "{name}: {}", played.frames());
        played.assert_jumps(1e-6);
    }
}

/// Chains: one file after the other, each with a number of its own.
#[test]
fn all_links_of_a_chain_are_heard() {
    let files = Files::new();
    fs::write(files.path("other.wav"), wav(FILE_RATE as u32, &sound(50_000)[4000..])).unwrap();
    fs::write(files.path("slow.wav"), wav(22_050, &sound(20_000))).unwrap();
    let vorbis = |number: &str| ["--quiet", "-s", number].map(str::to_owned).to_vec();
    // symphonia's search for a link's end subtracts too much from frames that are larger than these.
    let flac = |number: &str| {
        let number = format!("--serial-number={number}");
        ["--silent", "-f", "-b", "1024", "--ogg", &number].map(str::to_owned).to_vec()
    };
    type Options<'a> = &'a dyn Fn(&str) -> Vec<String>;
    let encoders: [(&str, Options); 2] = [("oggenc", &vorbis), ("flac", &flac)];
    for (program, options) in encoders {
        let link = |from: &str, number: &str| {
            let made = format!("{from}.{number}.ogg");
            let options = options(number);
            let options: Vec<&str> = options.iter().map(String::as_str).collect();
            files.make_from(&format!("{from}.wav"), program, &options, &["-o"], &made);
            fs::read(files.path(&made)).unwrap()
        };
        let (first, second, third) = (link("sound", "1"), link("other", "2"), link("sound", "3"));
        fs::write(files.path("chain.ogg"), [&first[..], &second, &third].concat()).unwrap();
        let parts = ["sound.1.ogg", "other.2.ogg", "sound.3.ogg"];
        let parts = parts.map(|name| Played::new(files.text(name)).whole);
        let chain = Played::new(files.text("chain.ogg"));
        assert!(chain.whole == parts.concat(), "{program}: {} frames", chain.frames());
        let music = chain.play(true);
        chain.assert_heard(0, 2 * chain.frames() + 1000, 1e-6);
        assert!((rt_audio_playback_get_time(music) - 1000.0 / FILE_RATE as f64).abs() < 1e-6);
        let length = rt_audio_playback_get_duration(music) * FILE_RATE as f64;
        assert!((length - chain.frames() as f64).abs() < 1e-3, "{length}");
        assert!(rt_audio_stop_music(music));
        chain.assert_jumps(1e-6);
        // A link of another rate goes on at that of the first, and those after it are as they were.
        let slow = link("slow", "4");
        fs::write(files.path("mixed.ogg"), [&first[..], &slow, &third].concat()).unwrap();
        let mixed = Played::new(files.text("mixed.ogg"));
        let (first_part, last_part) = (&parts[0], &parts[2]);
        assert!(mixed.whole.starts_with(first_part) && mixed.whole.ends_with(last_part), "{program}");
        let between = (mixed.whole.len() - first_part.len() - last_part.len()) / 2;
        assert!(between.abs_diff(2 * 20_000) < 4, "{program}: {between} frames of 20,000 at half the rate");
        let middle = &mixed.whole[first_part.len() + 8000..first_part.len() + 60_000];
        assert!((0.05..0.5).contains(&rms(middle)), "{program}: {}", rms(middle));
        let music = mixed.play(true);
        mixed.assert_heard(0, 2 * mixed.frames() + 1000, 1e-6);
        assert!(rt_audio_stop_music(music));
        // The same file twice has one number twice, which no chain may have; it plays and loops all the same.
        fs::write(files.path("twice.ogg"), [&first[..], &second, &first].concat()).unwrap();
        let twice = Played::new(files.text("twice.ogg"));
        twice.play(true);
        twice.assert_heard(0, 2 * twice.frames() + 1000, 1e-6);
    }
}

/// A header that states another length, or none, has no say in where a loop is.
#[test]
fn a_loops_time_is_right_after_a_jump() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("saw.wav");
    write_wav(&wav, 48_000, 60_000, saw);
    let flac = folder.path().join("saw.flac");
    run("flac", &["--silent", "-f", wav.to_str().unwrap(), "-o", flac.to_str().unwrap()]);
    let whole = fs::read(&flac).unwrap();
    // The 36 bits of STREAMINFO that count frames: the last 4 of byte 21, and bytes 22 to 25.
    for stated in [60_000_u64, 0, 20_000, 600_000] {
        let mut data = whole.clone();
        data[21] = data[21] & 0xf0 | (stated >> 32) as u8;
        data[22..26].copy_from_slice(&(stated as u32).to_be_bytes());
        fs::write(&flac, &data).unwrap();
        let rig = Rig::mono();
        let music = play_music(rig.0, flac.to_str().unwrap(), true);
        let go = |from: usize, frames: usize| {
            for at in (from..from + frames).step_by(1000) {
                assert_samples(&rig.render(1000)[GATE..][..1], &saws(((at + GATE) % 60_000) as u32, 1), 1e-6);
                let time = rt_audio_playback_get_time(music) * 48_000.0;
                let off = (time - ((at + 1000) % 60_000) as f64).abs();
                assert!(off < 1e-3, "{stated} frames stated: {time} after {at}");
            }
        };
        go(0, 1000);
        assert!(rt_audio_playback_seek(music, 0.5), "{}", last_error());
        go(24_000, 150_000);
        assert!((rt_audio_playback_get_duration(music) - 1.25).abs() < 1e-9);
    }
}

/// A file that is gone under the music that it is: what was decoded of it is heard whole.
#[test]
fn a_jump_that_fails_cuts_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (wav, flac) = (folder.path().join("saw.wav"), folder.path().join("saw.flac"));
    write_wav(&wav, 48_000, 100_000, saw);
    run("flac", &["--silent", "-f", wav.to_str().unwrap(), "-o", flac.to_str().unwrap()]);
    let rig = Rig::mono();
    let music = play_music(rig.0, flac.to_str().unwrap(), true);
    assert_samples(&rig.render(1000), &saws(0, 1000), 1e-6);
    fs::write(&flac, "").unwrap();
    assert!(!rt_audio_playback_seek(music, 1.5));
    assert!(last_error().contains("could not be moved to 1.5 s"), "{}", last_error());
    assert_samples(&rig.render(40_000), &saws(1000, 40_000), 1e-6);
}

/// Jumps from one thread while another renders: each is heard from its very frame, and the time is that of what
/// is heard.
#[test]
fn jumps_race_with_the_mix() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ramp.wav");
    // The value tells the frame; jumps go to multiples of 8,192 frames.
    let value = |frame: f64| (frame / 8192.0).floor() / 64.0 + frame % 8192.0 / 1e6;
    let frames = 30 * 8192;
    write_wav(&path, 48_000, frames, |frame| value(f64::from(frame)));
    let rig = Rig::mono();
    let music = play_music(rig.0, path.to_str().unwrap(), true);
    let done = AtomicBool::new(false);
    // Also where the test fails.
    struct Done<'a>(&'a AtomicBool);
    impl Drop for Done<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut random = 1_u32;
            while !done.load(Ordering::Relaxed) {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let frame = f64::from((random >> 16) % 24 * 8192);
                assert!(rt_audio_playback_seek(music, frame / 48_000.0), "{}", last_error());
            }
        });
        let _done = Done(&done);
        let (mut before, mut jumps, mut undisturbed) = (0.0, 0, 0);
        for round in 0..20_000 {
            let heard = rig.render(64 + round % 400);
            let time = (rt_audio_playback_get_time(music) * 48_000.0).round();
            let count = heard.len() as f64;
            let is_jump = (time - before - count).rem_euclid(f64::from(frames)) != 0.0;
            if is_jump {
                jumps += 1;
                undisturbed = 0;
                assert!(time % 8192.0 <= count, "a jump from {before} to {time} within {count}");
            }
            for (i, sample) in heard.iter().enumerate().skip(GATE.saturating_sub(undisturbed)) {
                let frame = (time - count + i as f64).rem_euclid(f64::from(frames));
                let off = (sample - value(frame)).abs();
                assert!(is_jump || off < 1e-4, "{sample} at frame {frame}, {i} of {count}");
            }
            undisturbed += if is_jump { 0 } else { heard.len() };
            before = time;
            if jumps > 200 {
                break;
            }
        }
        assert!(jumps > 20, "{jumps} jumps");
    });
}

/// An engine that nobody renders holds nothing of what was stopped.
#[test]
fn what_is_stopped_is_gone_without_a_render() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.wav");
    write_wav(&path, 48_000, 60_000, saw);
    let open = || {
        fs::read_dir("/proc/self/fd")
            .unwrap()
            .filter(|entry| fs::read_link(entry.as_ref().unwrap().path()).is_ok_and(|to| to == path))
            .count()
    };
    let rig = Rig::mono();
    let rendered = play_music(rig.0, path.to_str().unwrap(), true);
    rig.render(100);
    let waiting: Vec<i64> = (0..20).map(|_| play_music(rig.0, path.to_str().unwrap(), true)).collect();
    assert_eq!(open(), 21);
    waiting.iter().for_each(|&music| assert!(rt_audio_stop_music(music)));
    assert_eq!(open(), 1);
    assert!(rt_audio_stop_music(rendered));
    assert_eq!(open(), 0);
}

/// One that is read whole at once: behind the first block comes the second.
#[test]
fn a_short_flac_file_goes_on_behind_a_jump() {
    let folder = tempfile::tempdir().unwrap();
    let (wav, flac) = (folder.path().join("sound.wav"), folder.path().join("sound.flac"));
    write_wav(&wav, RATE as u32, 20_000, saw);
    run("flac", &["--silent", wav.to_str().unwrap(), "-o", flac.to_str().unwrap()]);
    for before in [0, 6000] {
        for frame in [1000, 3000, 5000, 9000, 19_000] {
            let rig = Rig::mono();
            let music = play_music(rig.0, flac.to_str().unwrap(), false);
            rig.render(before);
            assert!(rt_audio_playback_seek(music, f64::from(frame) / RATE as f64), "{}", last_error());
            let count = 20_000 - frame;
            assert_samples(&rig.render(count as usize)[GATE..], &saws(frame + 240, count - 240), 1e-4);
        }
    }
}
