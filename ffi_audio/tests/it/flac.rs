//! FLAC as it is met: all widths, hints that are wrong, tags and damaged blocks around the sound.

use crate::common::*;
use std::fs;
use tempfile::TempDir;

const FILE_RATE: u32 = 44_100;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn text(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Two channels of whole numbers of 32 bits, stored in so many.
    fn encode(&self, bits: usize, samples: &[i32], options: &[&str]) -> Vec<u8> {
        let (raw, out) = (self.text("sound.raw"), self.text("sound.flac"));
        let bytes =
            samples.iter().flat_map(|sample| (sample >> (32 - bits)).to_le_bytes()[..bits / 8].to_vec());
        fs::write(&raw, bytes.collect::<Vec<u8>>()).unwrap();
        let bits = format!("--bps={bits}");
        let form =
            ["--force-raw-format", "--endian=little", "--sign=signed", "--channels=2", "--sample-rate=44100"];
        run("flac", &[&["--silent", "-f", &bits], &form[..], options, &["-o", &out, &raw]].concat());
        fs::read(out).unwrap()
    }

    fn loaded(&self, data: &[u8]) -> Vec<f64> {
        let rig = Rig::stereo();
        let source = load_memory(rig.0, data);
        assert!(source > 0, "{}", last_error());
        source_samples(source)
    }
}

/// Left and right near full scale and against each other: their difference needs a bit more than they have.
fn opposed(frames: u32) -> Vec<i32> {
    let wave = |i: u32| 2_147_483_647.0 * 0.99 * (0.06 * f64::from(i)).sin();
    (0..frames).flat_map(|i| [wave(i) as i32, -(wave(i) * 0.999) as i32]).collect()
}

#[test]
fn every_width_is_lossless() {
    let folder = Folder::new();
    let sound = opposed(10_000);
    for bits in [16, 24, 32] {
        let expected: Vec<f64> = sound
            .iter()
            .map(|&sample| f64::from(sample >> (32 - bits)) / 2.0_f64.powi(bits as i32 - 1))
            .collect();
        for level in ["-0", "-5", "-8"] {
            let found = folder.loaded(&folder.encode(bits, &sound, &[level]));
            assert_eq!(found.len(), expected.len());
            assert_samples(&found, &expected, 1e-7);
        }
    }
}

#[test]
fn what_is_not_sound_does_not_decide() {
    let folder = Folder::new();
    let sound = opposed(30_000);
    let data = folder.encode(16, &sound, &["--tag=TITLE=a title"]);
    let whole = folder.loaded(&data);
    assert_eq!(whole.len(), sound.len());
    let same = |name: &str, data: &[u8]| assert!(folder.loaded(data) == whole, "{name}");
    let mut id3v1 = b"TAG".to_vec();
    id3v1.resize(128, b' ');
    let ape = |flags: u8| {
        [
            &b"APETAGEX"[..],
            &2000_u32.to_le_bytes(),
            &40_u32.to_le_bytes(),
            &[1, 0, 0, 0, 0, 0, 0, flags],
            &[0; 8],
        ]
        .concat()
    };
    let ape = [&ape(0xa0)[..], &[7; 8], &ape(0x80)].concat();
    let id3v2 = [&b"ID3\x04\0\0\0\0\x01\x00"[..], &[0xff; 128]].concat();
    same("ID3v1 behind", &[&data[..], &id3v1].concat());
    same("APE behind", &[&data[..], &ape].concat());
    same("both behind", &[&data[..], &ape, &id3v1].concat());
    same("ID3v2 before", &[&id3v2[..], &data].concat());
    // Every block but the first: its body is damaged.
    let mut at = 4;
    let mut damaged = data.clone();
    loop {
        let size = u32::from_be_bytes([0, data[at + 1], data[at + 2], data[at + 3]]) as usize;
        if data[at] & 0x7f > 1 {
            damaged[at + 4..at + 4 + size].fill(0xfe);
        }
        let is_last = data[at] & 0x80 != 0;
        at += 4 + size;
        if is_last {
            break;
        }
    }
    same("damaged blocks", &damaged);
    for (name, hint, value) in [
        ("blocks of 16 at most", 8, &[0, 16, 0, 16][..]),
        ("blocks of all lengths", 8, &[0, 16, 0xff, 0xff]),
        ("frames of 100 bytes at most", 12, &[0, 0, 10, 0, 0, 100]),
    ] {
        let mut hinted = data.clone();
        hinted[hint..hint + value.len()].copy_from_slice(value);
        same(name, &hinted);
        // A seek does not believe them either.
        let path = folder.text("hinted.flac");
        fs::write(&path, &hinted).unwrap();
        let rig = Rig::new(i64::from(FILE_RATE), 2);
        let music = play_music(rig.0, &path, false);
        for seconds in [0.4, 0.1, 0.6, 0.001] {
            assert!(rt_audio_playback_seek(music, seconds), "{name}: {}", last_error());
            let from = 2 * (seconds * f64::from(FILE_RATE)).round() as usize;
            assert_samples(&rig.render(1500)[1024..], &whole[from + 1024..from + 3000], 1e-6);
        }
    }
    // A stream that does not know its length.
    let mut unknown = data.clone();
    unknown[21] &= 0xf0;
    unknown[22..26].fill(0);
    same("no length", &unknown);
    // One that knows a wrong one.
    unknown[25] = 10;
    same("ten frames", &unknown);
}

/// A checksum of RFC 9639, section 9: of 8 bits by 0x07, of 16 bits by 0x8005, from the highest bit on.
fn crc(bytes: &[u8], bits: u32, polynomial: u32) -> u32 {
    bytes.iter().fold(0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte) << (bits - 8), |crc, _| {
            let next = if crc >> (bits - 1) & 1 != 0 { crc << 1 ^ polynomial } else { crc << 1 };
            next & ((1 << bits) - 1)
        })
    })
}

/// The formats that frames can have here, by the codes of RFC 9639, section 9.1.
#[derive(Clone, Copy)]
struct Format {
    rate: u32,
    channels: u8,
    bits: u8,
}

const STEREO: Format = Format { rate: 44_100, channels: 2, bits: 16 };

/// A file's beginning, with the least and the greatest length of its blocks.
fn info_of(blocks: [u16; 2]) -> Vec<u8> {
    let blocks = blocks.map(u16::to_be_bytes).concat();
    let format = (44_100_u64 << 44 | 1 << 41 | 15 << 36).to_be_bytes();
    [&b"fLaC\x80\0\0\x22"[..], &blocks, &[0; 6], &format, &[0; 16]].concat()
}

/// A frame with the same samples in each channel, stored as they are; `place` is the first sample's number, or else
/// the frame's.
fn counted_frame(place: Result<usize, usize>, format: Format, samples: &[i32]) -> Vec<u8> {
    let rate = if format.rate == 44_100 { 9 } else { 6 };
    let width = match format.bits {
        8 => 1,
        16 => 4,
        _ => 6,
    };
    let block = if samples.len() == 256 { 0x80 } else { 0x90 };
    let mut frame = vec![
        0xff,
        if place.is_ok() { 0xf9 } else { 0xf8 },
        block | rate,
        (format.channels - 1) << 4 | width << 1,
    ];
    // As UTF-8 counts: up to 65,535.
    let (Ok(number) | Err(number)) = place;
    match number {
        0..0x80 => frame.push(number as u8),
        0x80..0x800 => frame.extend([0xc0 | (number >> 6) as u8, 0x80 | (number & 0x3f) as u8]),
        _ => frame.extend([
            0xe0 | (number >> 12) as u8,
            0x80 | (number >> 6 & 0x3f) as u8,
            0x80 | (number & 0x3f) as u8,
        ]),
    }
    frame.push(crc(&frame, 8, 0x07) as u8);
    for _ in 0..format.channels {
        frame.extend([2]);
        for sample in samples {
            frame.extend_from_slice(&sample.to_be_bytes()[4 - usize::from(format.bits / 8)..]);
        }
    }
    let sum = crc(&frame, 16, 0x8005) as u16;
    frame.extend_from_slice(&sum.to_be_bytes());
    frame
}

/// Frames say their format themselves: where it changes, the sound goes on (RFC 9639, appendix on interoperability).
#[test]
fn a_change_of_format_goes_on() {
    const BLOCKS: usize = 40;
    let folder = Folder::new();
    let first = STEREO;
    let wave = |i: usize| 0.5 * (0.05 * i as f64).sin();
    for (name, second) in [
        ("one channel", Format { channels: 1, ..first }),
        ("24 bits", Format { bits: 24, ..first }),
        ("8 bits and one channel", Format { bits: 8, channels: 1, ..first }),
        ("half the rate", Format { rate: 22_050, ..first }),
    ] {
        let mut data = info_of([256, 256]);
        for block in 0..3 * BLOCKS {
            let format = if block / BLOCKS == 1 { second } else { first };
            let scale = f64::from(1 << (format.bits - 1));
            let samples: Vec<i32> =
                (256 * block..256 * (block + 1)).map(|i| (wave(i) * scale).round() as i32).collect();
            data.extend(counted_frame(Err(block), format, &samples));
        }
        let whole = folder.loaded(&data);
        let (left, _) = split(&whole);
        let stretched = if second.rate == first.rate { 1 } else { 2 };
        let (one, all) = (256 * BLOCKS, 256 * BLOCKS * (2 + stretched));
        assert_eq!(left.len(), all, "{name}");
        let waves = |from: usize, count: usize| (from..from + count).map(wave).collect::<Vec<_>>();
        assert_samples(&left[..one], &waves(0, one), 1e-4);
        assert_samples(&left[all - one..], &waves(2 * one, one), 1e-4);
        let slow: Vec<f64> = left[one..all - one].iter().copied().step_by(stretched).collect();
        assert_samples(&slow[64..one - 64], &waves(one, one)[64..one - 64], 0.005);
        // Once the change was heard, seeks behind it know of it.
        let path = folder.text("changing.flac");
        fs::write(&path, &data).unwrap();
        let rig = Rig::new(i64::from(FILE_RATE), 2);
        let music = play_music(rig.0, &path, false);
        rig.render(all - one);
        for frame in [all - one / 2, one / 2, one + one / 2, all - 2000] {
            assert!(rt_audio_playback_seek(music, frame as f64 / f64::from(FILE_RATE)), "{}", last_error());
            let heard = split(&rig.render(1000)).0;
            assert_samples(&heard[300..], &left[frame + 300..frame + 1000], 1e-3);
        }
    }
}

/// Blocks of several lengths, told by their sample or, as encoders before 2007 did, by their number: wherever the hints
/// are wrong, jumps are exact.
#[test]
fn blocks_of_several_lengths_are_sought_exactly() {
    let folder = Folder::new();
    let wave = |i: usize| (0.5 * (0.05 * i as f64).sin() * 32_768.0).round();
    for (name, by_sample, hints) in [
        ("by sample", true, [256, 512]),
        ("by sample, hinted as of 256", true, [256, 256]),
        ("by number", false, [256, 512]),
        ("by number, hinted as of 16", false, [16, 16]),
        ("by number, hinted as of 512", false, [512, 512]),
    ] {
        let mut data = info_of(hints);
        let mut at = 0;
        for number in 0..100_u32 {
            // Mostly those that the wrong hint speaks of, and short ones from the beginning on.
            let count = if number % 3 == 1 { 256 } else { 512 };
            let samples: Vec<i32> = (at..at + count).map(|i| wave(i) as i32).collect();
            data.extend(counted_frame(
                if by_sample { Ok(at) } else { Err(number as usize) },
                STEREO,
                &samples,
            ));
            at += count;
        }
        let left: Vec<f64> = (0..at).map(|i| wave(i) / 32_768.0).collect();
        assert_samples(&split(&folder.loaded(&data)).0, &left, 1e-6);
        let path = folder.text("variable.flac");
        fs::write(&path, &data).unwrap();
        let rig = Rig::new(i64::from(FILE_RATE), 2);
        let music = play_music(rig.0, &path, false);
        for frame in [30_000, 300, 20_000, 600, 40_000, 0] {
            assert!(rt_audio_playback_seek(music, frame as f64 / f64::from(FILE_RATE)), "{}", last_error());
            let heard = split(&rig.render(1000)).0;
            let off = heard[300..].iter().zip(&left[frame + 300..]).map(|(a, b)| (a - b).abs());
            assert!(off.fold(0.0, f64::max) < 1e-6, "{name} at {frame}");
        }
    }
}

/// Headers of another format without end, none of them behind a whole frame: each byte is looked at once, and no decoder
/// is given up over them.
#[test]
fn headers_that_lead_nowhere_take_no_time() {
    let folder = Folder::new();
    let mut data = info_of([256, 256]);
    let wave: Vec<i32> = (0..256).map(|i| i * 64).collect();
    (0..4).for_each(|number| data.extend(counted_frame(Err(number), STEREO, &wave)));
    let mono = counted_frame(Err(4), Format { channels: 1, ..STEREO }, &[])[..6].to_vec();
    (0..1_000_000).for_each(|_| data.extend(&mono));
    assert!(folder.loaded(&data).len() >= 3 * 512);
}
