//! The same tone from every format, in files made by the formats' own programs; and files that are broken.

use crate::common::*;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc,
    time::Duration,
};
use tempfile::TempDir;

const TONE: f64 = 441.0;
const FILE_RATE: i64 = 44_100;

/// One second of a sine at half of full scale, stereo, in every format.
struct Files(TempDir);

impl Files {
    fn new() -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        let path = |name: &str| files.path(name).to_str().unwrap().to_owned();
        let wav = path("tone.wav");
        let tone = format!("{TONE}");
        let synth = ["synth", "1", "sine", &tone, "sine", &tone, "vol", "0.5"];
        run("sox", &[&["-D", "-n", "-r", "44100", "-c", "2", "-b", "16", &wav], &synth[..]].concat());
        run("sox", &["-D", &wav, "-b", "24", &path("tone24.wav")]);
        run("sox", &["-D", &wav, "-e", "floating-point", "-b", "32", &path("float.wav")]);
        run("sox", &["-D", &wav, "-b", "8", &path("tone8.wav")]);
        run("sox", &["-D", &wav, "-e", "ima-adpcm", &path("adpcm.wav")]);
        run("sox", &["-D", &wav, &path("tone.aiff")]);
        run("sox", &["-D", &wav, &path("tone.au")]);
        run("lame", &["--quiet", "-b", "256", &wav, &path("tone.mp3")]);
        run("oggenc", &["--quiet", "-q", "8", &wav, "-o", &path("tone.ogg")]);
        run("flac", &["--silent", "-f", &wav, "-o", &path("tone.flac")]);
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

#[test]
fn every_format_gives_the_same_tone_from_file_memory_and_stream() {
    let files = Files::new();
    let rig = Rig::new(FILE_RATE, 2);
    for (name, amplitude, noise) in [
        ("tone.wav", 1e-5, 2e-5),
        ("tone24.wav", 1e-5, 2e-5),
        ("float.wav", 1e-5, 2e-5),
        ("tone8.wav", 5e-3, 1e-2),
        ("adpcm.wav", 5e-3, 2e-2),
        ("tone.aiff", 1e-5, 2e-5),
        ("tone.au", 1e-5, 2e-5),
        ("tone.flac", 1e-5, 2e-5),
        ("tone.mp3", 5e-3, 2e-2),
        ("tone.ogg", 5e-3, 2e-2),
    ] {
        let path = files.path(name);
        let path = path.to_str().unwrap();
        let from_file = load_file(rig.0, path);
        assert!(from_file > 0, "{name}: {}", last_error());
        let from_memory = load_memory(rig.0, &fs::read(path).unwrap());
        let decoded = source_samples(from_file);
        assert_eq!(decoded, source_samples(from_memory), "{name} from memory");
        assert_eq!(rt_audio_source_get_sample_rate(from_file), FILE_RATE, "{name}");
        assert_eq!(rt_audio_source_get_channels(from_file), 2, "{name}");
        assert_tone(name, &decoded, amplitude, noise);
        assert!((rt_audio_source_duration(from_file) - 1.0).abs() < 0.02, "{name}");

        let music = play_music(rig.0, path, false);
        assert!(music > 0, "{name}: {}", last_error());
        assert_eq!(render(rig.0, decoded.len() / 2), decoded, "{name} as a stream");
        assert!(peak(&render(rig.0, 100)) == 0.0 && !rt_audio_playback_is_playing(music), "{name} ends");
        assert!(rt_audio_stop_music(music));
    }
}

/// From the first frame: what encoders put before and after is cut off again.
#[track_caller]
fn assert_tone(name: &str, decoded: &[f64], amplitude: f64, noise: f64) {
    assert!(decoded.len().abs_diff(2 * 44_100) <= 2 * 512, "{name} has {} samples", decoded.len());
    for channel in [split(decoded).0, split(decoded).1] {
        // Without the ends, where lossy formats smear the onset.
        let (found, phase, rest) = tone(&channel[4410..39_690], TONE, FILE_RATE);
        let turns = (phase - std::f64::consts::TAU * TONE * 0.1) / std::f64::consts::TAU;
        assert!((found - 0.5).abs() < amplitude, "{name}: amplitude {found}");
        assert!((turns - turns.round()).abs() < 1e-3, "{name}: off by {turns} turns");
        assert!(rest < noise, "{name}: {rest} beside the tone");
    }
}

#[test]
fn every_format_that_is_listed_decodes() {
    let files = Files::new();
    let rig = Rig::stereo();
    // What no program here writes is kept beside the tests.
    let kept = [
        ("caf", "alac.caf"),
        ("mp2", "sound.mp2"),
        ("opus", "stereo.opus"),
        ("m4a", "edit.m4a"),
        ("mp4", "fragments.mp4"),
        ("aac", "plain.aac"),
        ("webm", "opus.webm"),
        ("mka", "aac.mka"),
        ("mkv", "flac.mka"),
    ];
    for format in ffi_audio::decode::FORMATS {
        let path = files.path(&format!("tone.{format}"));
        if let Some((_, name)) = kept.iter().find(|(kept, _)| *kept == format) {
            fs::copy(crate::formats::path(name), &path).unwrap();
        }
        assert!(load_file(rig.0, path.to_str().unwrap()) > 0, "{format}: {}", last_error());
    }
}

#[test]
fn what_is_no_sound_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let rig = Rig::stereo();
    let missing = folder.path().join("missing.wav");
    let empty = folder.path().join("empty.wav");
    let text = folder.path().join("text.mp3");
    fs::write(&empty, "").unwrap();
    let movie = folder.path().join("song.m4a");
    fs::write(&movie, [&b"\0\0\0\x20ftypM4A "[..], &[0; 200]].concat()).unwrap();
    fs::write(&text, "no sound at all ".repeat(100)).unwrap();
    for (path, reason) in [
        (missing.as_path(), "could not be opened"),
        (folder.path(), "could not be opened: it is a directory"),
        (&empty, "could not be decoded"),
        (&text, "it is in no format that is known here"),
        (&movie, "it breaks off before its sound begins"),
        (Path::new("/dev/null"), "no regular file"),
    ] {
        let path = path.to_str().unwrap();
        let calls: [fn(i64, &str) -> i64; 2] = [load_file, |engine, path| play_music(engine, path, true)];
        for call in calls {
            rt_audio_clear_error();
            assert_eq!(call(rig.0, path), 0, "{path}");
            let error = last_error();
            assert!(error.contains(path) && error.contains(reason), "{error}");
        }
    }
    assert_eq!(load_memory(rig.0, &[]), 0);
    assert!(last_error().contains("`data` is 0 bytes"), "{}", last_error());
}

/// A pipe that nobody writes to would be waited for without end.
#[test]
fn a_pipe_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.wav").to_str().unwrap().to_owned();
    run("mkfifo", &[&pipe]);
    let (done, answer) = mpsc::channel();
    std::thread::spawn(move || {
        let rig = Rig::stereo();
        let refused = load_file(rig.0, &pipe) == 0
            && last_error().contains("no regular file")
            && play_music(rig.0, &pipe, true) == 0
            && last_error().contains("no regular file");
        done.send(refused).unwrap();
    });
    assert_eq!(answer.recv_timeout(Duration::from_secs(20)), Ok(true));
}

/// The decoded samples of these bytes, by way of a file and of memory.
#[track_caller]
fn decoded(rig: &Rig, folder: &Path, data: &[u8]) -> Vec<f64> {
    let path = folder.join("piece");
    fs::write(&path, data).unwrap();
    let file = load_file(rig.0, path.to_str().unwrap());
    assert!(file > 0, "{}", last_error());
    let samples = source_samples(file);
    assert_eq!(samples, source_samples(load_memory(rig.0, data)));
    assert!(rt_audio_source_free(file));
    samples
}

/// Place of the size of the chunk of this name.
fn size_at(data: &[u8], name: &[u8; 4]) -> usize {
    data.windows(4).position(|window| window == name).unwrap() + 4
}

#[test]
fn a_file_that_breaks_off_gives_what_is_there() {
    let files = Files::new();
    let rig = Rig::new(FILE_RATE, 2);
    for (name, chunk, before) in [("tone.wav", b"data", 4), ("tone.aiff", b"SSND", 12)] {
        let data = fs::read(files.path(name)).unwrap();
        let whole = decoded(&rig, files.0.path(), &data);
        let first = size_at(&data, chunk) + before;
        for length in [data.len() - 1, data.len() - 2, data.len() - 3, first + 40_001, first + 4, first + 9] {
            let frames = (length - first) / 4;
            let found = decoded(&rig, files.0.path(), &data[..length]);
            assert_eq!(found.len(), 2 * frames, "{name} of {length} bytes");
            assert_eq!(found, whole[..2 * frames], "{name} of {length} bytes");
        }
    }
}

/// As recorders leave them that crash or write into a pipe.
#[test]
fn sizes_that_say_nothing_are_put_right() {
    let files = Files::new();
    let rig = Rig::new(FILE_RATE, 2);
    let unknown = [0, 0x7fff_ffff, 0xffff_ffff, 0xffff_f000, 40_000];
    for (name, outer, inner) in [("tone.wav", b"RIFF", b"data"), ("tone.aiff", b"FORM", b"SSND")] {
        let whole = fs::read(files.path(name)).unwrap();
        let expected = decoded(&rig, files.0.path(), &whole);
        let bytes = |size: u32| if inner == b"data" { size.to_le_bytes() } else { size.to_be_bytes() };
        for (outer_size, inner_size) in unknown.iter().flat_map(|a| unknown.map(|b| (*a, b))) {
            let mut data = whole.clone();
            data[4..8].copy_from_slice(&bytes(outer_size));
            let at = size_at(&data, inner);
            data[at..at + 4].copy_from_slice(&bytes(inner_size));
            let found = decoded(&rig, files.0.path(), &data);
            assert!(
                found == expected,
                "{name}: {outer:?} {outer_size}, {inner:?} {inner_size}: {}",
                found.len()
            );
        }
        // What follows the sound is no sound: chunks, and another program's tag.
        let mut data = whole.clone();
        data.extend(b"LIST");
        data.extend(bytes(10_000));
        data.extend([7; 10_000]);
        assert!(decoded(&rig, files.0.path(), &data) == expected, "{name} with a chunk behind it");
        data.truncate(whole.len() + 5000);
        assert!(decoded(&rig, files.0.path(), &data).len() >= expected.len(), "{name} with half of it");
        let size = whole.len() as u32 + 10_000;
        data[4..8].copy_from_slice(&bytes(size));
        assert!(decoded(&rig, files.0.path(), &data) == expected, "{name} with half of what it states");
        let tagged = [&whole[..], b"TAG", &[b' '; 125]].concat();
        assert!(decoded(&rig, files.0.path(), &tagged) == expected, "{name} with a tag");
    }
}

/// Comments and tags in whatever state: the sound is the same.
#[test]
fn damaged_comments_do_not_decide() {
    let files = Files::new();
    let rig = Rig::new(FILE_RATE, 2);
    let mut refused = vec![];
    let mut same = |name: &str, data: &[u8], expected: &[f64]| {
        let source = load_memory(rig.0, data);
        if source == 0 {
            refused.push(format!("{name}: {}", last_error()));
        } else if source_samples(source) != expected {
            let found = source_samples(source).len();
            refused.push(format!("{name}: {found} samples of {}", expected.len()));
        }
    };
    let read = |name: &str| fs::read(files.path(name)).unwrap();
    for (name, sound, is_big) in [("tone.wav", b"data", false), ("tone.aiff", b"SSND", true)] {
        let data = read(name);
        let expected = decoded(&rig, files.0.path(), &data);
        let at = size_at(&data, sound) - 4;
        let size = |n: u32| if is_big { n.to_be_bytes() } else { n.to_le_bytes() };
        for stated in [0_u32, 1, 5, 39, 41, 44, 60, 1000, 50_000, 1 << 30, u32::MAX] {
            let list = [&b"LIST"[..], &size(stated), b"INFOINAM", &[0xfe; 32]].concat();
            let with = [&data[..at], &list, &data[at..]].concat();
            same(&format!("{name} with a list of 40 bytes that says {stated}"), &with, &expected);
        }
    }
    let mp3 = read("tone.mp3");
    let start = mp3.iter().position(|&byte| byte == 0xff).unwrap();
    let expected = decoded(&rig, files.0.path(), &mp3);
    for (name, head) in [
        ("a tag as it should be", &b"ID3\x04\0\0\0\0\0\x40"[..]),
        ("one of a wrong size", b"ID3\x04\0\0\0\0\0\x20"),
        ("one that swallows much", b"ID3\x04\0\0\x7f\x7f\x7f\x7f"),
        ("a size that is none", b"ID3\x04\0\0\xff\xff\xff\xff"),
        ("a version of the future", b"ID3\xff\xff\xff\0\0\0\x40"),
        ("an extended header that is none", b"ID3\x04\0\x40\0\0\0\x40"),
    ] {
        for body in [0xfe, 0, b'T'] {
            let with = [head, &[body; 64], &mp3[start..]].concat();
            same(&format!("{name}, of bytes {body}"), &with, &expected);
        }
    }
    let ape = [&b"APETAGEX\xd0\x07\0\0\xff\xff\xff\xff"[..], &[0xfe; 16]].concat();
    same("an APE tag that is none", &[&mp3[..], &ape].concat(), &expected);
    let lyrics = [&b"LYRICSBEGIN"[..], &[0xfe; 20], b"999999LYRICS200"].concat();
    same("lyrics that are none", &[&mp3[..], &lyrics].concat(), &expected);
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// A small generator of numbers that are no pattern (xorshift64*, Marsaglia and Vigna).
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % below
    }

    fn spoil(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut data = whole.to_vec();
        match self.next(5) {
            0 => data.truncate(self.next(whole.len())),
            1 => (0..1 + self.next(20)).for_each(|_| {
                let at = self.next(data.len());
                data[at] = self.next(256) as u8;
            }),
            // The header above all, where sizes and counts stand.
            2 => (0..1 + self.next(8)).for_each(|_| {
                let at = self.next(data.len().min(128));
                data[at] = [0, 1, 0x7f, 0x80, 0xff][self.next(5)];
            }),
            3 => {
                let (from, to) = (self.next(data.len()), self.next(data.len()));
                data.drain(from.min(to)..from.max(to));
            }
            _ => {
                let keep = self.next(64);
                data.iter_mut().skip(keep).for_each(|byte| *byte = self.next(256) as u8);
            }
        }
        data
    }
}

/// 10,000 of them, an empty one first; whatever decodes must also play.
#[test]
fn broken_files_are_refused_or_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let wav = path("short.wav");
    run("sox", &["-D", "-n", "-r", "8000", "-c", "1", "-b", "16", &wav, "synth", "0.05", "sine", "441"]);
    run("sox", &["-D", &wav, "-e", "ima-adpcm", &path("adpcm.wav")]);
    run("sox", &["-D", &wav, &path("short.aiff")]);
    run("lame", &["--quiet", &wav, &path("short.mp3")]);
    run("oggenc", &["--quiet", &wav, "-o", &path("short.ogg")]);
    run("flac", &["--silent", "-f", &wav, "-o", &path("short.flac")]);
    let names = ["short.wav", "adpcm.wav", "short.aiff", "short.mp3", "short.ogg", "short.flac"];
    let whole: Vec<Vec<u8>> = names.iter().map(|name| fs::read(path(name)).unwrap()).collect();

    let rig = Rig::mono();
    let mut random = Random(20_261_120);
    let (mut refused, mut decoded) = (0, 0);
    for round in 0..10_000 {
        let data = if round == 0 { vec![] } else { random.spoil(&whole[round % whole.len()]) };
        rt_audio_clear_error();
        match load_memory(rig.0, &data) {
            0 => {
                refused += 1;
                let error = last_error();
                assert!(error.contains("could not be decoded") && !error.contains("internal"), "{error}");
            }
            source => {
                decoded += 1;
                let playback = rig.play(source);
                assert!(rig.render(64).iter().all(|sample| sample.is_finite()));
                assert!(rt_audio_playback_stop(playback) && rt_audio_source_free(source));
            }
        }
        if round % 10 == 9 {
            let file = path("broken");
            fs::write(&file, &data).unwrap();
            let music = play_music(rig.0, &file, round % 20 == 9);
            assert!(rig.render(2000).iter().all(|sample| sample.is_finite()));
            assert!(music == 0 || rt_audio_stop_music(music));
        }
    }
    assert!(refused > 1000 && decoded > 1000, "{refused} refused, {decoded} decoded");
}
