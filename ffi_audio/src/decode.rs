//! Decoding: compressed or not, from a file or from memory, block by block.

use crate::error::DecodeError;
use std::{
    any::Any,
    fs::File,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};
use symphonia::core::{
    audio::GenericAudioBufferRef,
    codecs::{CodecParameters, audio::AudioDecoder},
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
    format: Box<dyn FormatReader + 'a>,
    codec: Box<dyn AudioDecoder>,
    track: u32,
    /// Seconds in a tick of the container's clock.
    time_base: Option<TimeBase>,
    rate: u32,
    channels: usize,
    frames: Option<u64>,
    /// True once a block was decoded, and rate and channels are what it has.
    known: bool,
    /// The first block, which had to be decoded to know that.
    ahead: Vec<f32>,
    /// The frame that a jump goes to, until it is reached: containers lead to some packet before it.
    target: Option<i64>,
    interleaved: Vec<f32>,
    ended: bool,
}

impl Decoder<'static> {
    /// Opens a file; it is read as far as it is decoded.
    pub fn from_file(file: File, path: &str) -> Result<Self> {
        let mut hint = Hint::new();
        if let Some(extension) = Path::new(path).extension().and_then(|extension| extension.to_str()) {
            hint.with_extension(extension);
        }
        Self::open(Box::new(file), &hint)
    }
}

impl<'a> Decoder<'a> {
    /// Opens a whole file in memory.
    pub fn from_memory(data: &'a [u8]) -> Result<Self> {
        Self::open(Box::new(Cursor::new(data)), &Hint::new())
    }

    fn open(source: Box<dyn MediaSource + 'a>, hint: &Hint) -> Result<Self> {
        guarded(|| {
            let mut decoder = Self::probe(source, hint)?;
            let mut first = vec![];
            decoder.read(&mut first)?;
            decoder.ahead = first;
            Ok(decoder)
        })
    }

    fn probe(source: Box<dyn MediaSource + 'a>, hint: &Hint) -> Result<Self> {
        let stream = MediaSourceStream::new(source, Default::default());
        // Pictures are of no use here, and may be of any size.
        let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
        let format = symphonia::default::get_probe().probe(hint, stream, Default::default(), metadata)?;
        let track = format.default_track(TrackType::Audio).ok_or(DecodeError::NoSound)?;
        let Some(CodecParameters::Audio(params)) = &track.codec_params else {
            return Err(DecodeError::NoSound);
        };
        let codec = symphonia::default::get_codecs().make_audio_decoder(params, &Default::default())?;
        Ok(Self {
            track: track.id,
            time_base: track.time_base,
            rate: params.sample_rate.unwrap_or(0),
            channels: params.channels.as_ref().map_or(0, |channels| channels.count()),
            frames: track.num_frames,
            known: false,
            codec,
            format,
            ahead: vec![],
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

    /// The length that the container states, if it does.
    pub fn frames(&self) -> Option<u64> {
        self.frames
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
        loop {
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) => packet,
                Ok(None) | Err(Error::IoError(_) | Error::DecodeError(_) | Error::ResetRequired) => {
                    self.ended = true;
                    return Ok(false);
                }
                Err(error) => return Err(error.into()),
            };
            if packet.track_id != self.track {
                continue;
            }
            match self.codec.decode(&packet) {
                Ok(block) => {
                    let (rate, channels) = spec(&block)?;
                    if self.known && (rate, channels) != (self.rate, self.channels) {
                        self.ended = true;
                        return Ok(false);
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
    }

    /// Hands the decoded block over, less what lies before a jump's target; false where nothing is left of it.
    fn take_block(&mut self, packet: &Packet, out: &mut Vec<f32>) -> Result<bool> {
        let frames = self.interleaved.len() / self.channels;
        let dropped = self.target.map_or(0, |target| {
            let before = target.saturating_sub(self.first_frame(packet)).max(0);
            usize::try_from(before).unwrap_or(frames).min(frames)
        });
        if dropped < frames {
            self.target = None;
        }
        let rest = &mut self.interleaved[dropped * self.channels..];
        make_sane(rest);
        out.try_reserve(rest.len()).map_err(|_| DecodeError::OutOfMemory)?;
        out.extend_from_slice(rest);
        Ok(!rest.is_empty())
    }

    /// The number of the first frame that a packet is heard with.
    fn first_frame(&self, packet: &Packet) -> i64 {
        let ticks = packet.pts.get() as f64 + packet.trim_start.get() as f64;
        let seconds = self.time_base.map_or(0.0, |base| ticks * seconds_per_tick(base));
        (seconds * f64::from(self.rate)).round() as i64
    }

    /// Goes on from this frame.
    pub fn seek(&mut self, frame: u64) -> Result<()> {
        guarded(|| self.seek_unguarded(frame))
    }

    fn seek_unguarded(&mut self, frame: u64) -> Result<()> {
        let base = self.time_base.ok_or(Error::SeekError(SeekErrorKind::Unseekable))?;
        let to = SeekTo::Timestamp { ts: self.ticks(base, frame), track_id: self.track };
        self.ahead.clear();
        match self.format.seek(SeekMode::Accurate, to) {
            Ok(_) => {}
            // Beyond the end: nothing is left to play.
            Err(Error::SeekError(SeekErrorKind::OutOfRange)) => {
                self.ended = true;
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
        self.codec.reset();
        self.ended = false;
        self.target = Some(i64::try_from(frame).unwrap_or(i64::MAX));
        Ok(())
    }

    fn ticks(&self, base: TimeBase, frame: u64) -> Timestamp {
        let seconds = frame as f64 / f64::from(self.rate);
        Timestamp::new((seconds / seconds_per_tick(base)).round() as i64)
    }
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
fn make_sane(samples: &mut [f32]) {
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
