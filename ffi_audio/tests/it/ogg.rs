//! Ogg as it is met: several tracks, pages that say nothing of their place, parts of streams.

use crate::common::*;
use std::{
    fs,
    time::{Duration, Instant},
};
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

    /// A mono sound encoded by oggenc, with the number of its stream.
    fn encode(&self, frames: u32, number: u32, sample: impl Fn(u32) -> f64) -> Vec<u8> {
        let (wav, ogg) = (self.text("sound.wav"), self.text("sound.ogg"));
        write_wav(wav.as_ref(), FILE_RATE, frames, sample);
        run("oggenc", &["--quiet", "-q", "9", "-s", &number.to_string(), &wav, "-o", &ogg]);
        fs::read(ogg).unwrap()
    }

    fn write(&self, data: &[u8]) -> String {
        let path = self.text("made.ogg");
        fs::write(&path, data).unwrap();
        path
    }
}

/// A rising tone in noise, unlike itself everywhere.
fn chirp(frame: u32) -> f64 {
    let noise =
        f64::from(frame.wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(2_246_822_519) >> 16);
    0.5 * (2e-7 * f64::from(frame).powi(2)).sin() + noise / 65_536.0 * 0.4 - 0.2
}

fn pages(data: &[u8]) -> Vec<Vec<u8>> {
    let (mut pages, mut at) = (vec![], 0);
    while at < data.len() {
        let segments = usize::from(data[at + 26]);
        let body: usize = data[at + 27..at + 27 + segments].iter().map(|&size| usize::from(size)).sum();
        pages.push(data[at..at + 27 + segments + body].to_vec());
        at += 27 + segments + body;
    }
    pages
}

/// RFC 3533, section 6: a CRC of 32 bits by the polynomial 04c11db7, not reflected.
pub fn seal(page: &mut [u8]) {
    page[22..26].fill(0);
    let crc = page.iter().fold(0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte) << 24, |crc, _| {
            if crc >> 31 == 1 { crc << 1 ^ 0x04c1_1db7 } else { crc << 1 }
        })
    });
    page[22..26].copy_from_slice(&crc.to_le_bytes());
}

fn loaded(path: &str) -> Vec<f64> {
    let rig = Rig::mono();
    let source = load_file(rig.0, path);
    assert!(source > 0, "{}", last_error());
    source_samples(source)
}

#[test]
fn a_seek_among_several_tracks_returns_and_is_exact() {
    let folder = Folder::new();
    let (first, second) = (folder.encode(132_300, 1, chirp), folder.encode(132_300, 2, saw));
    let whole = loaded(&folder.write(&first));
    let (a, b) = (pages(&first), pages(&second));
    let mut both = vec![a[0].clone(), b[0].clone(), a[1].clone(), b[1].clone()];
    let (a, b) = (&a[2..], &b[2..]);
    for at in 0..a.len().max(b.len()) {
        both.extend([a, b].into_iter().filter_map(|pages| pages.get(at).cloned()));
    }
    let path = folder.write(&both.concat());
    let rig = Rig::new(i64::from(FILE_RATE), 1);
    let music = play_music(rig.0, &path, false);
    assert!(music > 0, "{}", last_error());
    let began = Instant::now();
    for seconds in [1.5, 0.5, 2.5, 0.0] {
        assert!(rt_audio_playback_seek(music, seconds), "{}", last_error());
        let from = (seconds * f64::from(FILE_RATE)).round() as usize;
        let heard = rig.render(4096);
        assert_samples(&heard[512..], &whole[from + 512..from + 4096], 1e-5);
    }
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[test]
fn pages_that_do_not_say_where_they_are_are_heard() {
    let folder = Folder::new();
    let data = folder.encode(132_300, 7, chirp);
    let whole = loaded(&folder.write(&data));
    let mut parts = pages(&data);
    assert!(parts.len() > 6, "{} pages", parts.len());
    for at in [3, parts.len() - 2] {
        parts[at][6..14].fill(0xff);
        seal(&mut parts[at]);
    }
    let path = folder.write(&parts.concat());
    let found = loaded(&path);
    assert_eq!(found.len(), whole.len());
    assert!(found == whole);
    let rig = Rig::new(i64::from(FILE_RATE), 1);
    let music = play_music(rig.0, &path, false);
    for seconds in [0.3, 1.2, 2.8, 0.6] {
        assert!(rt_audio_playback_seek(music, seconds), "{}", last_error());
        let from = (seconds * f64::from(FILE_RATE)).round() as usize;
        assert_samples(&rig.render(4096)[512..], &whole[from + 512..from + 4096], 1e-5);
    }
}

/// A file as `ffmpeg -ss … -c copy` gives it: the headers, then pages from the middle on, in their own time.
#[test]
fn a_part_of_a_stream_is_counted_from_its_beginning() {
    let folder = Folder::new();
    let data = folder.encode(220_500, 7, chirp);
    let parts = pages(&data);
    let middle = parts.len() / 2;
    let path = folder.write(&[&parts[..2], &parts[middle..]].concat().concat());
    let found = loaded(&path);
    assert!(found.len() > 40_000 && found.len() < 200_000, "{}", found.len());
    let rig = Rig::new(i64::from(FILE_RATE), 1);
    let music = play_music(rig.0, &path, false);
    let heard = rig.render(22_050);
    assert_samples(&heard[..20_000], &found[..20_000], 1e-5);
    let time = rt_audio_playback_get_time(music);
    assert!((time - 0.5).abs() < 0.02, "{time} s");
    let duration = rt_audio_playback_get_duration(music);
    assert!(
        (duration - found.len() as f64 / f64::from(FILE_RATE)).abs() < 0.05,
        "{duration}, {}",
        found.len()
    );
}

/// A track that cannot be decoded comes first.
#[test]
fn a_track_behind_one_that_is_unknown_is_heard() {
    let folder = Folder::new();
    let data = folder.encode(88_200, 7, chirp);
    let whole = loaded(&folder.write(&data));
    let mut parts = pages(&data);
    let head = b"Speex   1.2";
    let mut first =
        [&b"OggS\0\x02"[..], &[0; 8], &3_u32.to_le_bytes(), &[0; 8], &[1, head.len() as u8], head].concat();
    seal(&mut first);
    parts.insert(0, first);
    assert!(loaded(&folder.write(&parts.concat())) == whole);
}

/// A loop of one sample takes no longer than a loop of many.
#[test]
fn the_shortest_loop_is_heard_at_once() {
    let folder = Folder::new();
    for frames in [1, 100, 4410] {
        let path = folder.write(&folder.encode(frames, 7, |_| 0.25));
        let whole = loaded(&path);
        let rig = Rig::new(i64::from(FILE_RATE), 1);
        let began = Instant::now();
        let music = play_music(rig.0, &path, true);
        assert!(music > 0, "{}", last_error());
        let heard = rig.render(44_100);
        let expected: Vec<f64> = whole.iter().cycle().take(44_100).copied().collect();
        assert_samples(&heard, &expected, 1e-6);
        assert!(rt_audio_playback_is_playing(music));
        assert!(rt_audio_playback_seek(music, 0.0));
        assert_samples(&rig.render(2000)[512..], &expected[512..2000], 1e-6);
        assert!(began.elapsed() < Duration::from_secs(30), "{frames} frames");
    }
}

/// Comments in whatever state, in pages that are whole.
#[test]
fn damaged_comments_do_not_decide() {
    let folder = Folder::new();
    let data = folder.encode(44_100, 7, chirp);
    let whole = loaded(&folder.write(&data));
    let parts = pages(&data);
    // The second page begins with the comments.
    let page = &parts[1];
    let segments = usize::from(page[26]);
    let length: usize = page[27..27 + segments]
        .iter()
        .scan(false, |is_over, &size| {
            let was_over = std::mem::replace(is_over, *is_over || size < 255);
            (!was_over).then_some(usize::from(size))
        })
        .sum();
    let body = 27 + segments;
    let mut refused = vec![];
    for (name, from, to, value) in [
        ("all of it", 7, length, 0xfe),
        ("nothing", 7, length, 0),
        ("the length of the vendor", 7, 11, 0xff),
        ("the number of comments", length - 40, length - 1, 0x7f),
        ("the vendor", 11, 20, 0xfe),
        ("its mark", 1, 7, 0xfe),
        ("the last bit", length - 1, length, 0),
    ] {
        let mut parts = parts.clone();
        parts[1][body + from..body + to].fill(value);
        seal(&mut parts[1]);
        let rig = Rig::mono();
        let source = load_file(rig.0, &folder.write(&parts.concat()));
        if source == 0 {
            refused.push(format!("{name}: {}", last_error()));
        } else if source_samples(source) != whole {
            refused.push(format!("{name}: other samples"));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// A page of one packet, the first or a later one of its stream.
fn page(serial: u32, number: u32, is_first: bool, packet: &[u8]) -> Vec<u8> {
    let mut page = b"OggS\0".to_vec();
    page.push(if is_first { 2 } else { 0 });
    page.extend([0; 8]);
    page.extend(serial.to_le_bytes());
    page.extend(number.to_le_bytes());
    page.extend([0; 4]);
    page.extend([1, packet.len() as u8]);
    page.extend(packet);
    seal(&mut page);
    page
}

/// RFC 7845, section 5: a track that says what it is and holds nothing.
#[test]
fn a_track_without_packets_hides_none_behind_it() {
    let folder = Folder::new();
    let data = folder.encode(44_100, 7, chirp);
    let whole = loaded(&folder.write(&data));
    let parts = pages(&data);
    let mut head = b"OpusHead\x01\x02".to_vec();
    head.extend([0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0]);
    let mut tags = b"OpusTags".to_vec();
    tags.extend([0; 8]);
    let mut both = vec![page(99, 0, true, &head), parts[0].clone(), page(99, 1, false, &tags)];
    both.extend_from_slice(&parts[1..]);
    let path = folder.write(&both.concat());
    assert!(loaded(&path) == whole);
    let rig = Rig::new(i64::from(FILE_RATE), 1);
    let music = play_music(rig.0, &path, false);
    assert!(music > 0, "{}", last_error());
    assert_eq!(rt_audio_playback_get_duration(music), 1.0);
    assert_samples(&rig.render(4096), &whole[..4096], 1e-6);
    for seconds in [0.5, 0.25, 0.0] {
        assert!(rt_audio_playback_seek(music, seconds), "{}", last_error());
        let from = (seconds * f64::from(FILE_RATE)).round() as usize;
        assert_samples(&rig.render(4096)[512..], &whole[from + 512..from + 4096], 1e-5);
    }
    // Without the other there is nothing.
    let alone = folder.write(&[page(99, 0, true, &head), page(99, 1, false, &tags)].concat());
    assert_eq!(load_file(rig.0, &alone), 0);
}
