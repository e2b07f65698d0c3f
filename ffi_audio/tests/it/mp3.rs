//! MP3 as it is met: with wrong counts, without counts, joined, damaged.

use crate::common::*;
use std::fs;
use tempfile::TempDir;

const FILE_RATE: u32 = 44_100;
/// Seconds that an encoder and a decoder may add at both ends.
const SLACK: f64 = 0.1;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Encodes a mono sound by lame with these options.
    fn encode(&self, seconds: u32, options: &[&str], sample: impl Fn(u32) -> f64) -> Vec<u8> {
        let (wav, mp3) = (self.0.path().join("sound.wav"), self.0.path().join("sound.mp3"));
        write_wav(&wav, FILE_RATE, seconds * FILE_RATE, sample);
        let paths = [wav.to_str().unwrap(), mp3.to_str().unwrap()];
        run("lame", &[&["--quiet"], options, &paths].concat());
        fs::read(mp3).unwrap()
    }

    fn write(&self, data: &[u8]) -> String {
        let path = self.0.path().join("made.mp3");
        fs::write(&path, data).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

fn noise(frame: u32) -> f64 {
    let mixed = frame.wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(2_246_822_519);
    f64::from(mixed >> 16) / 65_536.0 * 0.4 - 0.2
}

fn tone(frame: u32) -> f64 {
    0.3 * (std::f64::consts::TAU * 440.0 * f64::from(frame) / f64::from(FILE_RATE)).sin()
}

#[track_caller]
fn assert_length(name: &str, path: &str, seconds: f64) {
    let rig = Rig::stereo();
    let source = load_file(rig.0, path);
    assert!(source > 0, "{name}: {}", last_error());
    let found = rt_audio_source_duration(source);
    assert!((found - seconds).abs() < SLACK, "{name} is loaded with {found} s of {seconds}");
    let music = play_music(rig.0, path, false);
    let stated = rt_audio_playback_get_duration(music);
    assert!((stated - found).abs() < 0.03, "{name}: {stated} s are said of {found}");
    rig.render(((seconds - SLACK) * RATE as f64) as usize);
    assert!(rt_audio_playback_is_playing(music), "{name} ends at {} s", rt_audio_playback_get_time(music));
    rig.render((2.0 * SLACK * RATE as f64) as usize);
    assert!(!rt_audio_playback_is_playing(music), "{name} goes on");
}

#[test]
fn an_estimate_from_the_first_frames_does_not_end_the_sound() {
    let folder = Folder::new();
    // Loud frames first, then small ones: what the first promise is a third.
    let data = folder.encode(9, &["-V", "2", "-t"], |i| if i < 2 * FILE_RATE { noise(i) } else { tone(i) });
    assert_length("VBR without a count", &folder.write(&data), 9.0);
}

#[test]
fn a_wrong_count_does_not_end_the_sound() {
    let folder = Folder::new();
    let data = folder.encode(3, &["-b", "128"], noise);
    let at = data.windows(4).position(|four| four == b"Info" || four == b"Xing").unwrap() + 8;
    let counted = |count: u32| [&data[..at], &count.to_be_bytes(), &data[at + 4..]].concat();
    assert_length("as it was written", &folder.write(&data), 3.0);
    for count in [0, 10, 1_000_000] {
        assert_length(&format!("{count} frames"), &folder.write(&counted(count)), 3.0);
    }
    assert_length("two files in one", &folder.write(&data.repeat(2)), 6.0);
    // An encoder that was ended.
    assert_length("half a file", &folder.write(&data[..data.len() / 2]), 1.5);
}

#[test]
fn a_whole_file_is_as_long_as_what_was_encoded() {
    let folder = Folder::new();
    let rig = Rig::stereo();
    let source = load_file(rig.0, &folder.write(&folder.encode(2, &["-b", "128"], tone)));
    assert_eq!(source_samples(source).len(), 2 * FILE_RATE as usize);
}

#[test]
fn a_change_of_channels_or_rate_goes_on() {
    let folder = Folder::new();
    let mono = folder.encode(2, &["-t", "-m", "m", "-b", "64"], tone);
    let slow = folder.encode(2, &["-t", "-m", "m", "-b", "64", "--resample", "22.05"], tone);
    let wide = {
        let path = folder.0.path().join("wide.wav");
        run(
            "sox",
            &[
                "-n",
                "-r",
                "44100",
                "-c",
                "2",
                "-b",
                "16",
                path.to_str().unwrap(),
                "synth",
                "2",
                "sine",
                "440",
            ],
        );
        let out = folder.0.path().join("wide.mp3");
        run(
            "lame",
            &["--quiet", "-t", "-m", "s", "-b", "128", path.to_str().unwrap(), out.to_str().unwrap()],
        );
        fs::read(out).unwrap()
    };
    for (name, first, second) in [
        ("mono, then stereo", &mono, &wide),
        ("stereo, then mono", &wide, &mono),
        ("44,100 Hz, then 22,050 Hz", &mono, &slow),
        ("22,050 Hz, then 44,100 Hz", &slow, &mono),
    ] {
        let path = folder.write(&[&first[..], second].concat());
        let rig = Rig::mono();
        let source = load_file(rig.0, &path);
        let seconds = rt_audio_source_duration(source);
        assert!((seconds - 4.0).abs() < 2.0 * SLACK, "{name}: {seconds} s of 4");
        rig.play(source);
        let heard = rig.render(4 * RATE as usize);
        for (part, from) in [("first", 24_000), ("second", 24_000 + 2 * RATE as usize)] {
            let part_heard = &heard[from..from + 48_000];
            let frequency = zero_crossings(part_heard);
            assert!(frequency.abs_diff(440) <= 2, "{name}: the {part} part has {frequency} Hz");
            assert!(rms(part_heard) > 0.1, "{name}: the {part} part is silent");
        }
    }
}

/// A seek behind a change of rate comes where decoding from the beginning comes, and the counted length is the sound's.
#[test]
fn a_seek_behind_a_change_of_rate_is_exact() {
    let folder = Folder::new();
    let rising = |frame: u32| 0.5 * (f64::from(frame) * (0.02 + 1e-6 * f64::from(frame))).sin();
    let encode = |rate: &str| folder.encode(2, &["-t", "-m", "m", "-b", "64", "--resample", rate], rising);
    let (wide, half, other) = (encode("44.1"), encode("22.05"), encode("48"));
    for (name, parts, tolerance) in [
        ("half the rate", [&wide, &half, &wide], 1e-4),
        ("twice the rate", [&half, &wide, &half], 1e-4),
        // What lies between two frames is told to the frame.
        ("48,000 Hz", [&wide, &other, &wide], 0.1),
    ] {
        let path = folder.write(&parts.map(|part| &part[..]).concat());
        let rig = Rig::mono();
        let source = load_file(rig.0, &path);
        let (whole, rate) = (source_samples(source), rt_audio_source_get_sample_rate(source));
        let rig = Rig::new(rate, 1);
        let music = play_music(rig.0, &path, false);
        assert!(music > 0, "{}", last_error());
        let counted = rt_audio_playback_get_duration(music) * rate as f64;
        assert!((counted - whole.len() as f64).abs() < 1.5, "{name}: {counted} frames of {}", whole.len());
        for seconds in [3.1, 5.3, 0.7, 1.9, 2.5, 4.3] {
            assert!(rt_audio_playback_seek(music, seconds), "{name}: {}", last_error());
            let from = (seconds * rate as f64).round() as usize;
            let heard = rig.render(4000);
            assert_samples(&heard[1000..], &whole[from + 1000..from + 4000], tolerance);
            let time = rt_audio_playback_get_time(music) * rate as f64;
            assert!((time - (from + 4000) as f64).abs() < 1.0, "{name}: {time}");
        }
    }
}

/// Marks short blocks as mixed ones, where the side information allows it: what is heard is another sound, and no
/// louder one. In ISO's own stream `si_block` such blocks are as they were encoded.
#[test]
fn mixed_blocks_are_no_louder_than_others() {
    let folder = Folder::new();
    let clicks = |i: u32| if i.is_multiple_of(2205) { 0.9 } else { 0.05 * noise(i) };
    let data = folder.encode(2, &["-t", "-m", "m", "-b", "128", "--nores", "-q", "9"], clicks);
    let (mut out, mut at, mut mixed) = (vec![], 0, 0);
    while at + 21 <= data.len() {
        let length = 144 * 128_000 / FILE_RATE as usize + usize::from(data[at + 2] >> 1 & 1);
        let mut frame = data[at..data.len().min(at + length)].to_vec();
        let mut side = frame[4..21].iter().fold(0_u128, |sum, &byte| sum << 8 | u128::from(byte));
        // The field is 136 bits; its first 8 fall out above and are not touched.
        let bit = |side: u128, place: u32| side >> (135 - place) & 1;
        for granule in 0..2 {
            let start = 18 + 59 * granule;
            let (switching, short) =
                (bit(side, start + 33), bit(side, start + 34) == 1 && bit(side, start + 35) == 0);
            // Without scale factors in the way, of which mixed blocks have others.
            let bare = side >> (135 - (start + 32)) & 15 < 4;
            if switching == 1 && short && bare {
                side |= 1 << (135 - (start + 36));
                mixed += 1;
            }
        }
        let bytes = side.to_be_bytes();
        frame[5..21].copy_from_slice(&bytes);
        out.extend(frame);
        at += length;
    }
    assert!(mixed > 10, "{mixed} blocks");
    let rig = Rig::mono();
    let source = load_file(rig.0, &folder.write(&out));
    let loudest = peak(&source_samples(source));
    assert!((0.2..1.5).contains(&loudest), "{mixed} mixed blocks reach {loudest}");
}

/// A gain field at its most makes 2^11 times of a frame.
#[test]
fn what_is_far_beyond_full_scale_is_no_sound() {
    let folder = Folder::new();
    let data = folder.encode(2, &["-t", "-m", "m", "-b", "128", "--nores"], tone);
    let spoil = |from: usize| {
        let (mut out, mut at, mut number) = (data.clone(), 0, 0);
        while at + 21 <= out.len() {
            let length = 144 * 128_000 / FILE_RATE as usize + usize::from(out[at + 2] >> 1 & 1);
            if number >= from {
                // global_gain of the first granule: 8 bits from bit 18 + 21 on.
                out[at + 4 + 4] |= 0x01;
                out[at + 4 + 5] |= 0xfe;
            }
            (at, number) = (at + length, number + 1);
        }
        out
    };
    let rig = Rig::mono();
    let source = load_file(rig.0, &folder.write(&spoil(40)));
    assert!(source > 0, "{}", last_error());
    assert!(peak(&source_samples(source)) < 8.0);
    assert!((rt_audio_source_duration(source) - 2.0).abs() < SLACK, "its time is kept");
    assert_eq!(load_file(rig.0, &folder.write(&spoil(0))), 0);
    assert!(last_error().contains("far beyond full scale"), "{}", last_error());
}

#[test]
fn mp3_within_a_wav_is_heard() {
    let folder = Folder::new();
    let data = folder.encode(1, &["-b", "128", "-t"], tone);
    let plain = source_samples(load_memory(Rig::mono().0, &data));
    let rate = FILE_RATE.to_le_bytes();
    let extra = [&[12, 0, 1, 0, 2, 0, 0, 0][..], &417_u16.to_le_bytes(), &[1, 0, 0x71, 5]].concat();
    let format = [&[0x55, 0, 1, 0][..], &rate, &16_000_u32.to_le_bytes(), &[1, 0, 0, 0], &extra].concat();
    let body = [
        &b"WAVEfmt "[..],
        &30_u32.to_le_bytes(),
        &format,
        b"data",
        &(data.len() as u32).to_le_bytes(),
        &data,
    ];
    let body = body.concat();
    let file = [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat();
    let rig = Rig::mono();
    let source = load_memory(rig.0, &file);
    assert!(source > 0, "{}", last_error());
    assert!(source_samples(source) == plain);
}
