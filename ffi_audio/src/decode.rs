//! Decoding: compressed or not, from a file or from memory, block by block.

use crate::{error::DecodeError, header_repair::RepairedSource};
use std::{
    any::Any,
    fs::File,
    io::{Cursor, Seek, SeekFrom},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};
use symphonia::core::{
    audio::GenericAudioBufferRef,
    codecs::{
        CodecParameters,
        audio::{
            AudioCodecId, AudioDecoder,
            well_known::{
                CODEC_ID_ADPCM_IMA_WAV, CODEC_ID_ADPCM_MS, CODEC_ID_MP1, CODEC_ID_MP2, CODEC_ID_MP3,
                CODEC_ID_VORBIS,
            },
        },
    },
    common::Limit,
    errors::{Error, SeekErrorKind},
    formats::{FormatReader, SeekMode, SeekTo, TrackType, probe::Hint},
    io::{MediaSource, MediaSourceStream},
    meta::MetadataOptions,
    packet::Packet,
    units::{TimeBase, Timestamp},
};

/// The formats whose decoders are built in.
pub const FORMATS: [&str; 5] = ["wav", "aiff", "mp3", "ogg", "flac"];

/// What no sample goes beyond: 60 dB above full scale.
const LOUDEST: f32 = 1_000.0;

type Result<T, E = DecodeError> = std::result::Result<T, E>;

/// A sound being decoded.
pub struct Decoder<'a> {
    /// None where it could not be opened again.
    format: Option<Box<dyn FormatReader + 'a>>,
    hint: Hint,
    codec: Box<dyn AudioDecoder>,
    link: Link,
    rate: u32,
    channels: usize,
    frames: Option<u64>,
    /// True once a block was decoded, and rate and channels are what it has.
    known: bool,
    /// The first block, which had to be decoded to know that.
    ahead: Vec<f32>,
    /// The number of the next frame, counted from the beginning of the sound.
    position: u64,
    /// True after a seek, until a packet tells where it led to.
    after_seek: bool,
    /// The frame that a seek goes to, until it is reached: containers lead to some packet before it.
    target: Option<u64>,
    interleaved: Vec<f32>,
    ended: bool,
}

/// A stretch of a file with a decoder of its own. Chained Ogg files have several, all others one.
struct Link {
    track: u32,
    /// Seconds in a tick of the container's clock.
    time_base: Option<TimeBase>,
    /// The tick of its first frame, and the first tick that a seek may go to.
    first_tick: i64,
    lowest_tick: i64,
    /// The number of its first frame.
    start: u64,
    /// The length that the container states, if it does.
    frames: Option<u64>,
    /// So many frames before the one that is wanted the decoder has to begin, to be itself again by then.
    preroll: u64,
}

impl Link {
    /// The one that the container has come to, with its decoder.
    fn find(format: &dyn FormatReader, start: u64) -> Result<(Self, Box<dyn AudioDecoder>, u32, usize)> {
        let track = format.default_track(TrackType::Audio).ok_or(DecodeError::NoSound)?;
        let Some(CodecParameters::Audio(params)) = &track.codec_params else {
            return Err(DecodeError::NoSound);
        };
        let codec = symphonia::default::get_codecs().make_audio_decoder(params, &Default::default())?;
        let first_tick = track.start_ts.get().max(0);
        let is_mpeg = matches!(params.codec, CODEC_ID_MP1 | CODEC_ID_MP2 | CODEC_ID_MP3);
        let link = Self {
            track: track.id,
            time_base: track.time_base,
            first_tick,
            // What an MPEG encoder put before the sound has ticks below 0.
            lowest_tick: if is_mpeg { -i64::from(track.delay.unwrap_or(0)) } else { first_tick },
            start,
            frames: track.num_frames,
            preroll: preroll(params.codec),
        };
        let channels = params.channels.as_ref().map_or(0, |channels| channels.count());
        Ok((link, codec, params.sample_rate.unwrap_or(0), channels))
    }
}

/// MPEG frames take bits from up to nine frames before them, and overlap with one more; the decoder says
/// nothing of it where those are missing. Two of the longest blocks that Vorbis has overlap. WAV's ADPCM is
/// read from the beginning: symphonia takes the frame for the number of a block.
fn preroll(codec: AudioCodecId) -> u64 {
    match codec {
        CODEC_ID_MP1 | CODEC_ID_MP2 | CODEC_ID_MP3 => 12 * 1152,
        CODEC_ID_VORBIS => 2 * 8192,
        CODEC_ID_ADPCM_MS | CODEC_ID_ADPCM_IMA_WAV => u64::MAX,
        _ => 0,
    }
}

impl Decoder<'static> {
    /// Opens a file; it is read as far as it is decoded.
    pub fn from_file(file: File, path: &str) -> Result<Self> {
        let mut hint = Hint::new();
        if let Some(extension) = Path::new(path).extension().and_then(|extension| extension.to_str()) {
            hint.with_extension(extension);
        }
        Self::open(file, hint)
    }
}

impl<'a> Decoder<'a> {
    /// Opens a whole file in memory.
    pub fn from_memory(data: &'a [u8]) -> Result<Self> {
        Self::open(Cursor::new(data), Hint::new())
    }

    fn open(source: impl MediaSource + 'a, hint: Hint) -> Result<Self> {
        guarded(|| {
            let source = RepairedSource::new(source).map_err(Error::from)?;
            let mut decoder = Self::new(MediaSourceStream::new(Box::new(source), Default::default()), hint)?;
            let mut first = vec![];
            decoder.read(&mut first)?;
            decoder.ahead = first;
            Ok(decoder)
        })
    }

    fn new(source: MediaSourceStream<'a>, hint: Hint) -> Result<Self> {
        let format = probe(source, &hint)?;
        let (link, codec, rate, channels) = Link::find(&*format, 0)?;
        Ok(Self {
            format: Some(format),
            hint,
            codec,
            rate,
            channels,
            frames: link.frames,
            link,
            known: false,
            ahead: vec![],
            position: 0,
            after_seek: false,
            target: None,
            interleaved: vec![],
            ended: false,
        })
    }

    /// Frames per second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Samples per frame.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// The length that the container states, if it does; that of the first link where it is chained.
    pub fn frames(&self) -> Option<u64> {
        self.frames
    }

    /// The number of the frame after the last that was handed out, counted from the beginning of the sound.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Appends the next block's samples to `out`; false where the sound is over.
    pub fn next_block(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        if !self.ahead.is_empty() {
            out.append(&mut self.ahead);
            return Ok(true);
        }
        if self.ended {
            return Ok(false);
        }
        guarded(|| self.read(out)).inspect_err(|_| self.ended = true)
    }

    /// A packet that cannot be decoded is left out, and a container that breaks off ends the sound there, as
    /// every player does it; but a sound of which nothing could be decoded is none.
    fn read(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        while let Some(format) = &mut self.format {
            let packet = match format.next_packet() {
                Ok(Some(packet)) => packet,
                Err(Error::ResetRequired) if self.next_link() => continue,
                Ok(None) | Err(Error::IoError(_) | Error::DecodeError(_) | Error::ResetRequired) => break,
                Err(error) => return Err(error.into()),
            };
            if packet.track_id != self.link.track {
                continue;
            }
            match self.codec.decode(&packet) {
                Ok(block) => {
                    let (rate, channels) = spec(&block)?;
                    if self.known && (rate, channels) != (self.rate, self.channels) {
                        break;
                    }
                    (self.rate, self.channels, self.known) = (rate, channels, true);
                    block.copy_to_vec_interleaved(&mut self.interleaved);
                }
                Err(Error::IoError(_) | Error::DecodeError(_)) => continue,
                Err(error) => return Err(error.into()),
            }
            if self.take_block(&packet, out)? {
                return Ok(true);
            }
        }
        self.ended = true;
        Ok(false)
    }

    /// Hands the decoded block over, less what lies before a seek's target; false where nothing is left of it.
    fn take_block(&mut self, packet: &Packet, out: &mut Vec<f32>) -> Result<bool> {
        let frames = self.interleaved.len() / self.channels;
        if frames > 0 && std::mem::take(&mut self.after_seek) {
            self.position = self.link.start.saturating_add(self.first_frame(packet));
        }
        let before = self.target.map_or(0, |target| target.saturating_sub(self.position));
        let dropped = usize::try_from(before).unwrap_or(frames).min(frames);
        if dropped < frames {
            self.target = None;
        }
        let rest = &mut self.interleaved[dropped * self.channels..];
        sanitize(rest);
        out.try_reserve(rest.len()).map_err(|_| DecodeError::OutOfMemory)?;
        out.extend_from_slice(rest);
        self.position += frames as u64;
        Ok(!rest.is_empty())
    }

    /// The number within its link of the first frame that a packet is heard with.
    fn first_frame(&self, packet: &Packet) -> u64 {
        let ticks = packet.pts.get() as f64 + packet.trim_start.get() as f64 - self.link.first_tick as f64;
        let seconds = self.link.time_base.map_or(0.0, |base| ticks * seconds_per_tick(base));
        (seconds * f64::from(self.rate)).round().max(0.0) as u64
    }

    /// Goes on with the next link of a chained file; false where there is no decoder for it.
    fn next_link(&mut self) -> bool {
        let Some(Ok(found)) = self.format.as_deref().map(|format| Link::find(format, self.position)) else {
            return false;
        };
        (self.link, self.codec, ..) = found;
        self.target.is_none_or(|target| self.approach(target).is_ok())
    }

    /// Goes on from this frame; where there is none, the sound is over. After a failure it is over too.
    pub fn seek(&mut self, frame: u64) -> Result<()> {
        guarded(|| self.seek_unguarded(frame)).inspect_err(|_| self.ended = true)
    }

    /// Where the container finds no way, or says that there is no such frame, it is decoded from its beginning:
    /// slow, and right whatever a header states and wherever a file breaks off.
    fn seek_unguarded(&mut self, frame: u64) -> Result<()> {
        (self.target, self.ended) = (Some(frame), false);
        self.ahead.clear();
        // symphonia's FLAC reader, sent back to the beginning of a small file, finds one block and then the end.
        if frame < self.link.start || frame == 0 {
            self.reopen()?;
        }
        if frame == 0 {
            return Ok(());
        }
        if guarded(|| self.approach(frame)).is_err() {
            self.reopen()?;
        }
        Ok(())
    }

    /// Has the container go to a packet before this frame, or to its last ones.
    fn approach(&mut self, frame: u64) -> Result<()> {
        let base = self.link.time_base.ok_or(Error::SeekError(SeekErrorKind::Unseekable))?;
        let last = self.link.frames.map_or(u64::MAX, |frames| frames.saturating_sub(1));
        let within = frame.saturating_sub(self.link.start).min(last);
        let tick = match within.checked_sub(self.link.preroll) {
            None | Some(0) => self.link.lowest_tick,
            Some(from) => {
                let seconds = from as f64 / f64::from(self.rate);
                self.link.first_tick.saturating_add((seconds / seconds_per_tick(base)).round() as i64)
            }
        };
        let to = SeekTo::Timestamp { ts: Timestamp::new(tick), track_id: self.link.track };
        let format = self.format.as_mut().ok_or(DecodeError::NoSound)?;
        format.seek(SeekMode::Accurate, to)?;
        self.codec.reset();
        self.after_seek = true;
        Ok(())
    }

    /// Reads the file from its beginning.
    fn reopen(&mut self) -> Result<()> {
        let format = self.format.take().ok_or(DecodeError::NoSound)?;
        let mut source = format.into_inner();
        source.seek(SeekFrom::Start(0)).map_err(Error::from)?;
        let format = probe(source, &self.hint)?;
        (self.link, self.codec, ..) = Link::find(&*format, 0)?;
        self.format = Some(format);
        (self.position, self.after_seek) = (0, false);
        Ok(())
    }
}

fn probe<'a>(source: MediaSourceStream<'a>, hint: &Hint) -> Result<Box<dyn FormatReader + 'a>> {
    // Pictures are of no use here, and may be of any size.
    let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
    Ok(symphonia::default::get_probe().probe(hint, source, Default::default(), metadata)?)
}

fn seconds_per_tick(base: TimeBase) -> f64 {
    f64::from(base.numer.get()) / f64::from(base.denom.get())
}

/// Rate and channels of a block. A sound keeps them: where a chained file changes them, it is over.
fn spec(block: &GenericAudioBufferRef<'_>) -> Result<(u32, usize)> {
    let (rate, channels) = (block.spec().rate(), block.spec().channels().count());
    if !(1_000..=768_000).contains(&rate) {
        return Err(DecodeError::Rate(rate));
    }
    if !(1..=32).contains(&channels) {
        return Err(DecodeError::Channels(channels));
    }
    Ok((rate, channels))
}

/// Floating-point files may hold anything; what is mixed must stay finite.
fn sanitize(samples: &mut [f32]) {
    // Without an early way out, so that eight are looked at at a time.
    if !samples.iter().fold(true, |sane, sample| sane & (sample.abs() <= LOUDEST)) {
        for sample in samples {
            *sample = if sample.is_nan() { 0.0 } else { sample.clamp(-LOUDEST, LOUDEST) };
        }
    }
}

/// Decoders meet data that nobody has looked at, also on threads that no export guards.
fn guarded<T>(body: impl FnOnce() -> Result<T>) -> Result<T> {
    let _inside = ffi_core::guard::Inside::enter();
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload: Box<dyn Any + Send>| {
        Err(DecodeError::Panic(ffi_core::guard::describe(&*payload).to_owned()))
    })
}
