//! Beginning and end of the sound of an MP4 file: its edit list (ISO/IEC 14496-12, section 8.6.6), or what iTunes and
//! others write into a tag called iTunSMPB.

use crate::trim::Trim;
use std::io::{self, Read, Seek, SeekFrom};

/// Most boxes that are looked at.
const MOST_BOXES: u32 = 16_384;
/// Longest box that is read.
const LONGEST: u64 = 4096;

/// Bounds of the sound in the file's tracks; nothing where it is no MP4 file.
pub fn trims(source: &mut (impl Read + Seek), length: u64) -> io::Result<Vec<Trim>> {
    let mut head = [0; 8];
    if length < 8 {
        return Ok(vec![]);
    }
    source.seek(SeekFrom::Start(0))?;
    source.read_exact(&mut head)?;
    if &head[4..] != b"ftyp" {
        return Ok(vec![]);
    }
    let mut file = Boxes { source, left: MOST_BOXES };
    let mut movie = Movie::default();
    for moov in file.named((0, length), b"moov")? {
        file.movie(moov, &mut movie)?;
    }
    let Some(tag) = movie.tag else {
        return Ok(movie.tracks.iter().filter_map(|track| track.trim(movie.timescale)).collect());
    };
    Ok(vec![tag])
}

#[derive(Default)]
struct Movie {
    timescale: u64,
    tracks: Vec<Track>,
    tag: Option<Trim>,
}

#[derive(Default)]
struct Track {
    id: u32,
    timescale: u64,
    /// The edits that show something: for how many ticks of the movie, and from which tick of the track on.
    edits: Vec<(u64, u64)>,
}

impl Track {
    /// Only of one stretch can be said that it is the sound.
    fn trim(&self, movie: u64) -> Option<Trim> {
        let &[(duration, start)] = &self.edits[..] else { return None };
        // A movie's clock is often too coarse to say where the last frame is.
        let is_exact = movie >= self.timescale && duration > 0 && movie > 0;
        let ticks = u128::from(duration) * u128::from(self.timescale) / u128::from(movie.max(1));
        let length = u64::try_from(ticks).ok().filter(|&ticks| is_exact && ticks > 0);
        Some(Trim { track: Some(self.id), start, length })
    }
}

/// Beginning and end of a box's content.
type Body = (u64, u64);

struct Boxes<'a, S> {
    source: &'a mut S,
    left: u32,
}

impl<S: Read + Seek> Boxes<'_, S> {
    /// The boxes within, with their names.
    fn within(&mut self, (from, to): Body) -> io::Result<Vec<([u8; 4], Body)>> {
        let (mut found, mut at) = (vec![], from);
        while to.saturating_sub(at) >= 8 && self.left > 0 {
            self.left -= 1;
            let mut head = [0; 16];
            let there = (to - at).min(16) as usize;
            self.source.seek(SeekFrom::Start(at))?;
            self.source.read_exact(&mut head[..there])?;
            let (size, body) = match u64::from(be32(&head)) {
                0 => (to - at, at + 8),
                1 if there == 16 => (be64(&head[8..]), at + 16),
                size => (size, at + 8),
            };
            let end = at.saturating_add(size).min(to);
            if end < body {
                break;
            }
            found.push(([head[4], head[5], head[6], head[7]], (body, end)));
            at = end;
        }
        Ok(found)
    }

    fn named(&mut self, within: Body, name: &[u8; 4]) -> io::Result<Vec<Body>> {
        let boxes = self.within(within)?;
        Ok(boxes.into_iter().filter(|(own, _)| own == name).map(|(_, body)| body).collect())
    }

    fn content(&mut self, (from, to): Body) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; (to - from).min(LONGEST) as usize];
        self.source.seek(SeekFrom::Start(from))?;
        self.source.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn movie(&mut self, moov: Body, movie: &mut Movie) -> io::Result<()> {
        for (name, body) in self.within(moov)? {
            match &name {
                b"mvhd" => movie.timescale = timescale(&self.content(body)?),
                b"trak" => {
                    let track = self.track(body)?;
                    movie.tracks.push(track);
                }
                b"udta" => {
                    for meta in self.named(body, b"meta")? {
                        movie.tag = self.tag(meta)?.or(movie.tag);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn track(&mut self, trak: Body) -> io::Result<Track> {
        let mut track = Track::default();
        for (name, body) in self.within(trak)? {
            match &name {
                b"tkhd" => {
                    let content = self.content(body)?;
                    let at = if content.first() == Some(&1) { 20 } else { 12 };
                    track.id = content.get(at..at + 4).map_or(0, be32);
                }
                b"mdia" => {
                    for mdhd in self.named(body, b"mdhd")? {
                        track.timescale = timescale(&self.content(mdhd)?);
                    }
                }
                b"edts" => {
                    for elst in self.named(body, b"elst")? {
                        track.edits = edits(&self.content(elst)?);
                    }
                }
                _ => {}
            }
        }
        Ok(track)
    }

    /// The tag among those that name themselves.
    fn tag(&mut self, (from, to): Body) -> io::Result<Option<Trim>> {
        // Four bytes of version and flags, which QuickTime leaves out.
        let head = self.content((from, to.min(from + 8)))?;
        let from = if head.get(4..8) == Some(b"hdlr") { from } else { (from + 4).min(to) };
        for ilst in self.named((from, to), b"ilst")? {
            for entry in self.named(ilst, b"----")? {
                let (mut is_named, mut text) = (false, vec![]);
                for (name, body) in self.within(entry)? {
                    match &name {
                        b"name" => is_named = self.content(body)?.get(4..) == Some(b"iTunSMPB"),
                        b"data" => text = self.content(body)?.split_off(8.min((body.1 - body.0) as usize)),
                        _ => {}
                    }
                }
                if is_named && let Some(trim) = smpb(&text) {
                    return Ok(Some(trim));
                }
            }
        }
        Ok(None)
    }
}

fn be32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

fn be64(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// Ticks a second, by a movie's or a track's header.
fn timescale(content: &[u8]) -> u64 {
    let at = if content.first() == Some(&1) { 20 } else { 12 };
    content.get(at..at + 4).map_or(0, |four| u64::from(be32(four)))
}

fn edits(content: &[u8]) -> Vec<(u64, u64)> {
    let is_long = content.first() == Some(&1);
    let size = if is_long { 20 } else { 12 };
    let count = content.get(4..8).map_or(0, be32) as usize;
    let entries = content.get(8..).unwrap_or_default().chunks_exact(size).take(count);
    let times = entries.map(|entry| match is_long {
        true => (be64(entry), be64(&entry[8..]) as i64),
        false => (u64::from(be32(entry)), i64::from(be32(&entry[4..]) as i32)),
    });
    // One from -1 on is silence.
    times.filter(|&(_, start)| start >= 0).map(|(duration, start)| (duration, start.unsigned_abs())).collect()
}

/// Numbers in hexadecimal digits: nothing, frames before the sound, frames behind it, frames of it.
fn smpb(text: &[u8]) -> Option<Trim> {
    let text = std::str::from_utf8(text).ok()?;
    let mut numbers = text.split_ascii_whitespace().map(|digits| u64::from_str_radix(digits, 16));
    let (start, length) = (numbers.nth(1)?.ok()?, numbers.nth(1)?.ok()?);
    (length > 0).then_some(Trim { track: None, start, length: Some(length) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn boxed(name: &[u8; 4], content: &[&[u8]]) -> Vec<u8> {
        let content = content.concat();
        [&(content.len() as u32 + 8).to_be_bytes()[..], name, &content].concat()
    }

    fn header(name: &[u8; 4], timescale: u32) -> Vec<u8> {
        boxed(name, &[&[0; 12], &timescale.to_be_bytes(), &[0; 4]])
    }

    fn file(movie: u32, edits: &[(u32, i32)], tag: &[u8]) -> Vec<u8> {
        let mut list = vec![0; 4];
        list.extend((edits.len() as u32).to_be_bytes());
        for (duration, start) in edits {
            list.extend([&duration.to_be_bytes()[..], &start.to_be_bytes(), &[0, 1, 0, 0]].concat());
        }
        let track = boxed(
            b"trak",
            &[
                &boxed(b"tkhd", &[&[0; 12], &7_u32.to_be_bytes(), &[0; 4]]),
                &boxed(b"edts", &[&boxed(b"elst", &[&list])]),
                &boxed(b"mdia", &[&header(b"mdhd", 44_100)]),
            ],
        );
        let named = boxed(
            b"----",
            &[
                &boxed(b"mean", &[&[0; 4], b"com.apple.iTunes"]),
                &boxed(b"name", &[&[0; 4], b"iTunSMPB"]),
                &boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0], tag]),
            ],
        );
        let meta = boxed(b"meta", &[&[0; 4], &boxed(b"ilst", &[&named])]);
        let moov = boxed(b"moov", &[&header(b"mvhd", movie), &track, &boxed(b"udta", &[&meta])]);
        [boxed(b"ftyp", &[b"M4A "]), boxed(b"free", &[&[1; 50]]), moov].concat()
    }

    fn found(data: &[u8]) -> Vec<Trim> {
        trims(&mut Cursor::new(data), data.len() as u64).unwrap()
    }

    #[test]
    fn an_edit_or_a_tag_says_where_the_sound_is() {
        let trim = |track, start, length| vec![Trim { track, start, length }];
        assert_eq!(found(&file(44_100, &[(10_000, 1024)], b"")), trim(Some(7), 1024, Some(10_000)));
        assert_eq!(found(&file(1000, &[(500, -1), (10_000, 1024)], b"")), trim(Some(7), 1024, None));
        assert_eq!(found(&file(1000, &[(500, 0), (500, 9)], b"")), []);
        let tag = b" 00000000 00000840 000001C0 0000000000002710 00000000 00000000";
        assert_eq!(found(&file(1000, &[(500, 1024)], tag)), trim(None, 2112, Some(10_000)));
        assert_eq!(found(b"ftyp"), []);
    }

    /// Whatever is damaged: an answer, and no sum that overflows.
    #[test]
    fn damaged_boxes_come_to_an_end() {
        let whole = file(600, &[(1, 2)], b" 0 1 2 3");
        for at in 0..whole.len() {
            found(&whole[..at]);
            for value in [0, 1, 0x7f, 0xff] {
                let mut damaged = whole.clone();
                damaged[at] = value;
                found(&damaged);
            }
        }
    }
}
