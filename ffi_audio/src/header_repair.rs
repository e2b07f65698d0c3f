//! What is not sound never decides whether there is sound: tags before and behind it are left out, blocks that hold
//! no sound are read as padding, hints of lengths as unknown, and an Ogg file ends with its last whole page.

use crate::{
    region::{LoopTags, Region},
    source::Repair,
};
use std::io::{self, Read, Seek, SeekFrom};

/// No page of an Ogg file is longer.
const OGG_PAGE: u64 = 27 + 255 + 255 * 255;
/// So many tags before or behind a sound are looked at.
const MOST_TAGS: usize = 16;
/// So much behind a damaged size is looked through.
const SEARCHED: u64 = 1 << 20;
/// So much of a FLAC file's comments is looked through.
const MOST_COMMENTS: u64 = 1 << 16;
/// So many blocks before the frames of a FLAC file are looked at.
const MOST_BLOCKS: usize = 4096;

/// Finds how an MP3, Ogg or FLAC file is to be read; anything else is read as it is, less its tags.
pub fn repair(source: &mut (impl Read + Seek), length: u64) -> io::Result<Repair> {
    let start = skip_id3v2(source, length)?;
    let mut repair = Repair { start, ..Repair::default() };
    let mut mark = [0; 4];
    if !read_at(source, start, &mut mark, length)? {
        return Ok(Repair::default());
    }
    match &mark {
        b"OggS" => repair.end = last_whole_page(source, start, length)?,
        b"fLaC" => {
            repair.patches = flac_patches(source, start, length)?;
            repair.end = Some(skip_trailing_tags(source, start, length)?);
        }
        _ => repair.end = Some(skip_trailing_tags(source, start, length)?),
    }
    Ok(repair)
}

/// Fills `out` from this place; false where the file is shorter.
fn read_at(source: &mut (impl Read + Seek), at: u64, out: &mut [u8], length: u64) -> io::Result<bool> {
    if at.saturating_add(out.len() as u64) > length {
        return Ok(false);
    }
    source.seek(SeekFrom::Start(at))?;
    source.read_exact(out)?;
    Ok(true)
}

/// Beginning of the sound behind ID3v2 tags (id3.org, ID3v2.4.0 section 3.1), which may stand several in a row, and
/// behind the zeros that some taggers leave.
pub fn skip_id3v2(source: &mut (impl Read + Seek), length: u64) -> io::Result<u64> {
    let (mut at, mut head) = (0, [0; 10]);
    for _ in 0..MOST_TAGS {
        if !read_at(source, at, &mut head, length)? || &head[..3] != b"ID3" {
            break;
        }
        let size = head[6..].iter().fold(0, |size, &byte| size << 7 | u64::from(byte & 0x7f));
        let mut next = at + 10 + size;
        let mut footer = [0; 3];
        if head[5] & 0x10 != 0 && read_at(source, next, &mut footer, length)? && &footer == b"3DI" {
            next += 10;
        }
        if next >= length || head[6..].iter().any(|b| b & 0x80 != 0) {
            // A damaged size: the sound begins with what looks like it.
            return Ok(first_sound(source, at + 10, length)?.unwrap_or(at));
        }
        at = next;
    }
    Ok(at)
}

/// The first place among the next MiB where a sound looks to begin: a mark, or two MPEG frames in a row.
fn first_sound(source: &mut (impl Read + Seek), from: u64, length: u64) -> io::Result<Option<u64>> {
    let mut bytes = vec![0; (length - from).min(SEARCHED) as usize];
    if !read_at(source, from, &mut bytes, length)? {
        return Ok(None);
    }
    let is_sound = |&at: &usize| {
        let rest = &bytes[at..];
        let follows = |size: usize| rest.get(size..).and_then(mpeg_frame_size).is_some();
        rest.starts_with(b"fLaC") || rest.starts_with(b"OggS") || mpeg_frame_size(rest).is_some_and(follows)
    };
    Ok((0..bytes.len()).find(is_sound).map(|at| from + at as u64))
}

/// The size of the MPEG frame that begins here (ISO/IEC 11172-3, section 2.4.2.3, and 13818-3); None where none does.
fn mpeg_frame_size(bytes: &[u8]) -> Option<usize> {
    const LAYER_1: [usize; 14] = [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448];
    const LAYER_2: [usize; 14] = [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
    const LAYER_3: [usize; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const HALF_LAYER_1: [usize; 14] = [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];
    const HALF: [usize; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let &[0xff, second, third, ..] = bytes else { return None };
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    if second & 0xe0 != 0xe0 || version == 1 {
        return None;
    }
    let (rates, slots) = match (version, layer) {
        (3, 3) => (LAYER_1, 12),
        (3, 2) => (LAYER_2, 144),
        (3, 1) => (LAYER_3, 144),
        (_, 3) => (HALF_LAYER_1, 12),
        (_, 2) => (HALF, 144),
        (_, 1) => (HALF, 72),
        _ => return None,
    };
    let bits = rates.get(usize::from(third >> 4).checked_sub(1)?)? * 1000;
    let rate = [44_100_usize, 48_000, 32_000].get(usize::from(third >> 2 & 3))?
        >> [2, 0, 1, 0][usize::from(version)];
    let size = slots * bits / rate + usize::from(third >> 1 & 1);
    Some(if layer == 3 { size * 4 } else { size })
}

/// End of the sound before ID3v1, Lyrics3 and APE tags.
fn skip_trailing_tags(source: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<u64> {
    let mut end = length;
    for _ in 0..MOST_TAGS {
        let mut tail = [0; 128];
        let shorter = if end >= start + 128
            && read_at(source, end - 128, &mut tail, length)?
            && tail.starts_with(b"TAG")
        {
            128
        } else {
            trailing_tag(source, start, end)?
        };
        if shorter == 0 || end - start <= shorter {
            break;
        }
        end -= shorter;
    }
    Ok(end)
}

/// The length of the APE (version 2) or Lyrics3 tag that ends here; 0 for none.
fn trailing_tag(source: &mut (impl Read + Seek), start: u64, end: u64) -> io::Result<u64> {
    let mut foot = [0; 32];
    if end < start + 32 || !read_at(source, end - 32, &mut foot, end)? {
        return Ok(0);
    }
    if foot.starts_with(b"APETAGEX") {
        let size = u64::from(u32::from_le_bytes([foot[12], foot[13], foot[14], foot[15]]));
        let header = if foot[23] & 0x80 != 0 { 32 } else { 0 };
        return Ok(if size >= 32 { size + header } else { 0 });
    }
    if foot.ends_with(b"LYRICS200") {
        let digits = std::str::from_utf8(&foot[17..23]).ok().and_then(|digits| digits.parse::<u64>().ok());
        return Ok(digits.map_or(0, |size| size + 15));
    }
    Ok(0)
}

/// Only the stream information decides how a FLAC file sounds (RFC 9639, section 8): all other blocks become
/// padding, and its sizes of frames, which are hints, unknown.
fn flac_patches(source: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Vec<(u64, Vec<u8>)>> {
    const PADDING: u8 = 1;
    let (mut at, mut patches, mut head) = (start + 4, vec![], [0; 4]);
    for _ in 0..MOST_BLOCKS {
        if !read_at(source, at, &mut head, length)? {
            break;
        }
        let (is_last, kind) = (head[0] & 0x80, head[0] & 0x7f);
        let size = u64::from(u32::from_be_bytes([0, head[1], head[2], head[3]]));
        if kind == 0 && size >= 34 {
            patches.push((at + 8, vec![0; 6]));
        } else if kind > PADDING {
            patches.push((at, vec![is_last | PADDING]));
        }
        let next = at + 4 + size;
        if next > length {
            // A damaged size: what looks like the first frame ends the blocks.
            if let Some(frame) = first_flac_frame(source, at + 4, length)? {
                let size = (frame - at - 4).min(0x00ff_ffff) as u32;
                let [_, a, b, c] = size.to_be_bytes();
                patches.push((at, vec![0x80 | if kind == 0 { 0 } else { PADDING }, a, b, c]));
            }
            break;
        }
        at = next;
        if is_last != 0 {
            break;
        }
    }
    Ok(patches)
}

/// What the comments of a FLAC file say of a loop.
pub fn flac_loop(source: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Option<Region>> {
    let (mut at, mut head) = (start + 4, [0; 4]);
    if !read_at(source, start, &mut head, length)? || &head != b"fLaC" {
        return Ok(None);
    }
    for _ in 0..MOST_BLOCKS {
        if !read_at(source, at, &mut head, length)? {
            break;
        }
        let size = u64::from(u32::from_be_bytes([0, head[1], head[2], head[3]]));
        if head[0] & 0x7f == 4 {
            let mut block = vec![0; size.min(MOST_COMMENTS).min(length - at - 4) as usize];
            source.read_exact(&mut block)?;
            let mut tags = LoopTags::default();
            tags.take_comments(&block);
            return Ok(tags.region());
        }
        if head[0] & 0x80 != 0 {
            break;
        }
        at += 4 + size;
    }
    Ok(None)
}

/// The first place that looks like a frame's beginning, among the next MiB.
fn first_flac_frame(source: &mut (impl Read + Seek), from: u64, length: u64) -> io::Result<Option<u64>> {
    let mut bytes = vec![0; (length - from).min(SEARCHED) as usize];
    if !read_at(source, from, &mut bytes, length)? {
        return Ok(None);
    }
    let sync = |four: &[u8]| {
        four[0] == 0xff
            && four[1] & 0xfe == 0xf8
            && four[2] & 0xf0 != 0
            && four[2] & 0xf != 0xf
            && four[3] & 1 == 0
    };
    Ok(bytes.windows(4).position(sync).map(|at| from + at as u64))
}

/// End of the last page that is there to its end, if there is one among the last.
fn last_whole_page(source: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Option<u64>> {
    let from = length.saturating_sub(2 * OGG_PAGE).max(start);
    let mut tail = vec![0; (length - from) as usize];
    source.seek(SeekFrom::Start(from))?;
    source.read_exact(&mut tail)?;
    let pages = (0..tail.len()).rev().filter(|&at| tail[at..].starts_with(b"OggS"));
    let mut ends = pages.filter_map(|at| {
        let segments = usize::from(*tail.get(at + 26)?);
        let body: usize = tail.get(at + 27..at + 27 + segments)?.iter().copied().map(usize::from).sum();
        Some(at + 27 + segments + body).filter(|&end| end <= tail.len())
    });
    Ok(ends.next().map(|end| from + end as u64))
}
