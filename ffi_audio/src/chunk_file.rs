//! Files of chunks: WAV in all its kinds (RIFF, RIFX, RF64, BW64, Sony Wave64) and AIFF. Only two chunks decide, the
//! one that says the format and the one that holds the sound; whatever else there is, and in whatever order or
//! state, is passed over.
//!
//! Formats after Microsoft's "Multiple channel audio data and WAVE files", EBU Tech 3306 (RF64), ITU-R BS.2088
//! (BW64), Apple's "Audio Interchange File Format AIFF-C" and Sony's Wave64 description.

use crate::{block_decoder::Result, error::DecodeError, region::Region, source::Repair};
use std::io::{Read, Seek, SeekFrom};

/// So much after the sound, which is no chunk, is padding or another program's tag, and no sound.
const NO_SOUND: u64 = 4096;
/// So many chunks are looked at.
const MOST_CHUNKS: usize = 65_536;
/// No format takes more bytes.
const MOST_FORMAT: u64 = 4096;
/// So much behind a damaged chunk is looked through for the sound.
const SEARCHED: u64 = 1 << 20;
/// So often, and at so many places that have its name.
const MOST_SEARCHES: u32 = 4;
const MOST_NAMES: usize = 256;
/// Size that stands for an unknown one.
const UNKNOWN: u64 = 0xffff_ffff;

/// Storage of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Encoding {
    /// Offset by half of its range, in one byte.
    Unsigned8,
    /// Two's complement in so many bytes, left-justified.
    Integer(usize),
    /// IEEE 754, 32 bits.
    Float32,
    /// IEEE 754, 64 bits.
    Float64,
    /// ITU-T G.711.
    ALaw,
    /// ITU-T G.711.
    MuLaw,
}

impl Encoding {
    /// Bytes of a sample.
    pub fn bytes(self) -> usize {
        match self {
            Self::Unsigned8 | Self::ALaw | Self::MuLaw => 1,
            Self::Integer(bytes) => bytes,
            Self::Float32 => 4,
            Self::Float64 => 8,
        }
    }
}

/// Uncompressed sound within a file.
#[derive(Clone, Copy, Debug)]
pub struct Samples {
    /// Storage of each sample.
    pub encoding: Encoding,
    /// True where the last byte of a sample is the most significant.
    pub little_endian: bool,
    /// Samples of a frame.
    pub channels: usize,
    /// Frames per second.
    pub rate: u32,
    /// Place of the first sample.
    pub start: u64,
    /// End of the sound.
    pub end: u64,
}

/// Contents of a file of chunks.
pub enum Content {
    /// Sound that is stored as it is.
    Samples(Samples),
    /// Sound of a codec, in a form that its decoder reads; a usual ending of such files' names.
    Coded(Repair, &'static str),
}

/// What the file holds, and which stretch of it a loop repeats; None where it is no file of chunks.
pub fn content(source: &mut (impl Read + Seek), length: u64) -> Result<Option<(Content, Option<Region>)>> {
    let mut head = [0; 40];
    let there = length.min(40) as usize;
    source.seek(SeekFrom::Start(0))?;
    source.read_exact(&mut head[..there])?;
    let Some(kind) = Kind::of(&head) else { return Ok(None) };
    let mut file = Chunks { source, length, kind, stated: 0, real_size: None };
    file.stated = file.stated_end(&head);
    let found = file.find()?;
    let content = if kind.is_aiff() { aiff(&found) } else { wav(&found, kind) };
    content.map(|content| Some((content, found.looped)))
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Also RF64 and BW64, whose sizes stand in a chunk of their own.
    Riff,
    Rifx,
    Wave64,
    Aiff,
    Aifc,
}

impl Kind {
    fn of(head: &[u8; 40]) -> Option<Self> {
        match (&head[..4], &head[8..12]) {
            (b"RIFF" | b"RF64" | b"BW64", b"WAVE") => Some(Self::Riff),
            (b"RIFX", b"WAVE") => Some(Self::Rifx),
            (b"FORM", b"AIFF") => Some(Self::Aiff),
            (b"FORM", b"AIFC") => Some(Self::Aifc),
            (b"riff", _) if head[24..28] == *b"wave" => Some(Self::Wave64),
            _ => None,
        }
    }

    fn is_aiff(self) -> bool {
        matches!(self, Self::Aiff | Self::Aifc)
    }

    fn is_little_endian(self) -> bool {
        matches!(self, Self::Riff | Self::Wave64)
    }

    /// Bytes of a chunk's name and size.
    fn head(self) -> u64 {
        if self == Self::Wave64 { 24 } else { 8 }
    }

    fn first(self) -> u64 {
        if self == Self::Wave64 { 40 } else { 12 }
    }

    fn align(self) -> u64 {
        if self == Self::Wave64 { 8 } else { 2 }
    }

    fn number(self, bytes: &[u8]) -> u64 {
        let all = bytes.iter();
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        if self.is_little_endian() { all.rev().fold(0, add) } else { all.fold(0, add) }
    }
}

/// The two chunks that decide.
#[derive(Default)]
struct Found {
    format: Vec<u8>,
    /// Frames that the file says it has.
    fact: Option<u64>,
    /// Place of the sound, once it was met.
    sound: Option<(u64, u64)>,
    /// What a sampler repeats of it.
    looped: Option<Region>,
}

struct Chunks<'a, S> {
    source: &'a mut S,
    length: u64,
    kind: Kind,
    /// End of the chunk around all others, as it says itself.
    stated: u64,
    /// The size of the sound, where a chunk before it says it in 64 bits.
    real_size: Option<u64>,
}

impl<S: Read + Seek> Chunks<'_, S> {
    fn stated_end(&self, head: &[u8; 40]) -> u64 {
        match self.kind {
            Kind::Wave64 => self.kind.number(&head[16..24]),
            _ => 8 + self.kind.number(&head[4..8]),
        }
    }

    fn find(&mut self) -> Result<Found> {
        let (mut found, mut at, mut searches) = (Found::default(), self.kind.first(), 0);
        for _ in 0..MOST_CHUNKS {
            let Some((name, size)) = self.chunk(at)? else { break };
            let body = at + self.kind.head();
            let mut end = body.saturating_add(size);
            match &name {
                b"fmt " | b"COMM" if found.format.is_empty() => found.format = self.body(body, size)?,
                b"fact" => {
                    let body = self.body(body, size)?;
                    found.fact = body.get(..4).map(|four| self.kind.number(four));
                }
                b"smpl" if !self.kind.is_aiff() => {
                    let body = self.body(body, size)?;
                    found.looped = found.looped.or(sampler_loop(&body, self.kind));
                }
                b"ds64" => {
                    let body = self.body(body, size)?;
                    self.real_size = body.get(8..16).map(|eight| self.kind.number(eight));
                    if let Some(eight) = body.get(..8) {
                        self.stated = self.kind.number(eight).saturating_add(8);
                    }
                }
                b"data" | b"SSND" if found.sound.is_none() && self.is_sound(&name) => {
                    if size == UNKNOWN
                        && let Some(real) = self.real_size.filter(|&real| real > 0 && real < u64::MAX / 2)
                    {
                        end = body.saturating_add(real);
                    }
                    end = self.end_of_sound(at, body, end)?;
                    found.sound = Some((body, end));
                }
                _ => {}
            }
            let next = self.next(at, end)?;
            let is_lost = found.sound.is_none()
                && searches < MOST_SEARCHES
                && (end > self.length || !self.is_chunk(next)?);
            searches += u32::from(is_lost);
            at = match if is_lost { self.find_sound(body)? } else { None } {
                Some(sound) => sound,
                None if end > self.length => break,
                None => next,
            };
        }
        Ok(found)
    }

    /// Beginning of the chunk that holds the sound, behind one whose size is damaged.
    fn find_sound(&mut self, from: u64) -> Result<Option<u64>> {
        let mut bytes = vec![0; self.length.saturating_sub(from).min(SEARCHED) as usize];
        self.source.seek(SeekFrom::Start(from))?;
        self.source.read_exact(&mut bytes)?;
        let name = if self.kind.is_aiff() { b"SSND" } else { b"data" };
        let named = bytes.windows(4).enumerate().filter(|(_, four)| four == name);
        for (place, _) in named.take(MOST_NAMES) {
            let place = from + place as u64;
            if self.is_chunk(place)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    fn is_sound(&self, name: &[u8; 4]) -> bool {
        (name == b"SSND") == self.kind.is_aiff()
    }

    /// Beginning of the next chunk: some programs leave the padding out.
    fn next(&mut self, at: u64, end: u64) -> Result<u64> {
        let padded = end + (end - at).wrapping_neg() % self.kind.align();
        if padded != end && !self.is_chunk(padded)? && self.is_chunk(end)? { Ok(end) } else { Ok(padded) }
    }

    /// Real end of the sound of a chunk that says it ends at `end`: a recorder that was ended, or that wrote into a
    /// pipe, states no size or a wrong one.
    fn end_of_sound(&mut self, at: u64, body: u64, end: u64) -> Result<u64> {
        let next = end.saturating_add((end - at).wrapping_neg() % self.kind.align());
        let offset = if self.kind.is_aiff() { 8 } else { 0 };
        let is_empty = end <= body + offset;
        // What stands behind a file whose sizes agree is another program's.
        let agrees = !is_empty && (self.stated == next || self.stated == end);
        let goes_on = end > self.length
            || (!agrees
                && (is_empty || next + NO_SOUND <= self.length)
                && next < self.length
                && !self.is_chunk(next)?);
        Ok(if goes_on { self.length } else { end })
    }

    /// True where a chunk begins that the file or the chunk around it has room for.
    fn is_chunk(&mut self, at: u64) -> Result<bool> {
        let head = self.kind.head();
        Ok(self.chunk(at)?.is_some_and(|(name, size)| {
            name.iter().all(|byte| (b' '..=b'~').contains(byte))
                && (at + head).saturating_add(size) <= self.length.max(self.stated)
        }))
    }

    /// The name and the size of the chunk at this place, where there is room for them.
    fn chunk(&mut self, at: u64) -> Result<Option<([u8; 4], u64)>> {
        let head = self.kind.head();
        if at.saturating_add(head) > self.length {
            return Ok(None);
        }
        let mut bytes = [0; 24];
        let bytes = &mut bytes[..head as usize];
        self.source.seek(SeekFrom::Start(at))?;
        self.source.read_exact(bytes)?;
        let name = [bytes[0], bytes[1], bytes[2], bytes[3]];
        Ok(Some((
            name,
            match self.kind {
                Kind::Wave64 => self.kind.number(&bytes[16..24]).saturating_sub(24),
                _ => self.kind.number(&bytes[4..8]),
            },
        )))
    }

    fn body(&mut self, body: u64, size: u64) -> Result<Vec<u8>> {
        let mut bytes = vec![0; size.min(MOST_FORMAT).min(self.length.saturating_sub(body)) as usize];
        self.source.seek(SeekFrom::Start(body))?;
        self.source.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// The first loop of a sampler's chunk that goes forward ("Multimedia Programming Interface and Data Specifications 1.0",
/// chapter 3, and its later additions): its last frame is one of it.
fn sampler_loop(body: &[u8], kind: Kind) -> Option<Region> {
    let number = |at: usize| body.get(at..at + 4).map(|four| kind.number(four));
    let count = number(28)?.min(MOST_FORMAT) as usize;
    let forward = (0..count).map(|index| 36 + 24 * index).find(|&at| number(at + 4) == Some(0))?;
    Region::new(number(forward + 8)?, number(forward + 12)? + 1)
}

/// Name of a WAV's codec, by its tag, where it has one.
fn tag_name(tag: u64) -> &'static str {
    match tag {
        0x02 => "Microsoft ADPCM",
        0x10 | 0x11 => "IMA ADPCM",
        0x31 => "GSM 6.10",
        0x40 | 0x45 | 0x64 | 0x65 => "G.72x ADPCM",
        0x50 => "MPEG layer 1 or 2",
        0x55 => "MP3",
        0x160..=0x163 => "Windows Media Audio",
        0xff | 0x1610 | 0x706d => "AAC",
        0x2000 => "AC-3",
        0x2001 => "DTS",
        0x674f..=0x6771 => "Vorbis",
        0xf1ac => "FLAC",
        _ => "unknown",
    }
}

fn wav(found: &Found, kind: Kind) -> Result<Content> {
    let format = &found.format;
    if format.len() < 14 {
        return Err(DecodeError::Container("the WAV file has no chunk that says its format".into()));
    }
    let number =
        |from: usize, bytes: usize| format.get(from..from + bytes).map_or(0, |bytes| kind.number(bytes));
    let (mut tag, channels, rate) = (number(0, 2), number(2, 2) as usize, number(4, 4) as u32);
    let (align, bits) = (number(12, 2) as usize, number(14, 2));
    if tag == 0xfffe {
        // The first field of the GUID is the tag that there was before (KSDATAFORMAT_SUBTYPE).
        tag = number(24, 2);
    }
    let (start, end) =
        found.sound.ok_or_else(|| DecodeError::Container("the WAV file has no data chunk".into()))?;
    let stored =
        if channels > 0 && align > 0 && align.is_multiple_of(channels) { align / channels } else { 0 };
    let stored = if (stored as u64 * 8) >= bits && stored > 0 { stored } else { bits.div_ceil(8) as usize };
    let encoding = match (tag, stored) {
        (1, 1) => Encoding::Unsigned8,
        (1, 2..=8) => Encoding::Integer(stored),
        (3, 4) => Encoding::Float32,
        (3, 8) => Encoding::Float64,
        (6, _) => Encoding::ALaw,
        (7, _) => Encoding::MuLaw,
        (2 | 0x11, _) if kind.is_little_endian() => return Ok(adpcm(found, (start, end), align as u64)),
        (0x50 | 0x55, _) => {
            let repair = Repair { start, end: Some(end), ..Repair::default() };
            return Ok(Content::Coded(repair, if tag == 0x55 { "mp3" } else { "mp2" }));
        }
        (1 | 3, _) => {
            return Err(DecodeError::Codec(format!(
                "the WAV file has samples of {bits} bits in {stored} bytes"
            )));
        }
        _ => {
            let name = tag_name(tag);
            return Err(DecodeError::Codec(format!("the WAV file's codec is {name} (tag 0x{tag:04x})")));
        }
    };
    Ok(Content::Samples(Samples {
        encoding,
        little_endian: kind.is_little_endian(),
        channels,
        rate,
        start,
        end,
    }))
}

/// The same blocks, behind a header that symphonia reads.
fn adpcm(found: &Found, (start, end): (u64, u64), align: u64) -> Content {
    let format = &found.format;
    let blocks = (end - start).checked_div(align).unwrap_or(0);
    let size = (blocks * align).min(u64::from(u32::MAX) - 100) as u32;
    let mut prefix = vec![];
    let mut chunk = |name: &[u8; 4], body: &[u8]| {
        prefix.extend(name);
        prefix.extend((body.len() as u32).to_le_bytes());
        prefix.extend(body);
        prefix.extend(vec![0; body.len() % 2]);
    };
    let extra = format.get(16..18).map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])));
    chunk(b"fmt ", &format[..format.len().min(18 + extra)]);
    // The last block may hold fewer frames than there is room for; a count that is not near is none.
    let per_block = format.get(18..20).map_or(0, |two| u64::from(u16::from_le_bytes([two[0], two[1]])));
    let most = blocks * per_block;
    if let Some(fact) = found.fact.filter(|&fact| fact <= most && fact + per_block >= most && fact > 0) {
        chunk(b"fact", &(fact as u32).to_le_bytes());
    }
    prefix.extend(b"data");
    prefix.extend(size.to_le_bytes());
    let riff = (4 + prefix.len() as u64 + u64::from(size)) as u32;
    let prefix = [b"RIFF", &riff.to_le_bytes()[..], b"WAVE", &prefix].concat();
    Content::Coded(Repair { prefix, start, end: Some(start + u64::from(size)), patches: vec![] }, "wav")
}

fn aiff(found: &Found) -> Result<Content> {
    let format = &found.format;
    if format.len() < 18 {
        return Err(DecodeError::Container("the AIFF file has no chunk that says its format".into()));
    }
    let channels = usize::from(u16::from_be_bytes([format[0], format[1]]));
    let bits = usize::from(u16::from_be_bytes([format[6], format[7]]));
    let rate = extended(&format[8..18]);
    let compression: [u8; 4] =
        format.get(18..22).map_or(*b"NONE", |four| [four[0], four[1], four[2], four[3]]);
    let (body, end) =
        found.sound.ok_or_else(|| DecodeError::Container("the AIFF file has no sound chunk".into()))?;
    let stored = bits.div_ceil(8).max(1);
    let (encoding, little_endian) = match &compression {
        b"NONE" | b"twos" if stored <= 8 => (Encoding::Integer(stored), false),
        b"sowt" if stored <= 8 => (Encoding::Integer(stored), true),
        b"in24" => (Encoding::Integer(3), false),
        b"in32" => (Encoding::Integer(4), false),
        b"42ni" => (Encoding::Integer(3), true),
        b"23ni" => (Encoding::Integer(4), true),
        b"raw " => (Encoding::Unsigned8, false),
        b"fl32" | b"FL32" => (Encoding::Float32, false),
        b"fl64" | b"FL64" => (Encoding::Float64, false),
        b"alaw" | b"ALAW" => (Encoding::ALaw, false),
        b"ulaw" | b"ULAW" => (Encoding::MuLaw, false),
        _ => {
            let name = String::from_utf8_lossy(&compression).into_owned();
            return Err(DecodeError::Codec(format!("the AIFF file's codec is {name:?}")));
        }
    };
    Ok(Content::Samples(Samples { encoding, little_endian, channels, rate, start: (body + 8).min(end), end }))
}

/// An extended number of 80 bits as a rate; 0 where it is none.
fn extended(bytes: &[u8]) -> u32 {
    let exponent = i32::from(u16::from_be_bytes([bytes[0], bytes[1]]) & 0x7fff) - 16_383 - 63;
    let mantissa = bytes[2..10].iter().fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
    (mantissa as f64 * 2.0_f64.powi(exponent)).round() as u32
}
