//! Sound in containers and codecs: MPEG audio, Vorbis, Opus, FLAC, AAC, ALAC, ADPCM.
//!
//! The frames are counted here, from what is decoded. What a file states of its length is an expectation: it never
//! ends the sound, and encoders' padding is left out only where the counted end agrees with the stated one.

use crate::{
    block_decoder::{BlockDecoder, Result, sanitize},
    codec::{Codec, opus_head},
    converter::Converter,
    error::DecodeError,
    opus,
    region::{LoopTags, Region},
    source::RepairedSource,
    trim::Trim,
};
use std::io::{Seek, SeekFrom};
use symphonia::core::{
    codecs::{
        CodecParameters,
        audio::{
            AudioCodecId, AudioCodecParameters,
            well_known::{
                CODEC_ID_AAC, CODEC_ID_ADPCM_IMA_WAV, CODEC_ID_ADPCM_MS, CODEC_ID_FLAC, CODEC_ID_MP1,
                CODEC_ID_MP2, CODEC_ID_MP3, CODEC_ID_OPUS, CODEC_ID_VORBIS,
            },
        },
    },
    common::Limit,
    errors::{Error, SeekErrorKind},
    formats::{
        FormatId, FormatReader, SeekMode, SeekTo, Track,
        probe::Hint,
        well_known::{FORMAT_ID_ADTS, FORMAT_ID_FLAC, FORMAT_ID_ISOMP4},
    },
    io::{MediaSource, MediaSourceStream},
    meta::MetadataOptions,
    packet::Packet,
    units::{TimeBase, Timestamp},
};

/// A codec that loses something does not go far beyond full scale. What does is damage, and no sound: 18 dB.
const LOUDEST_LOSSY: f32 = 8.0;
/// So many frames are held back at most until it is known whether they are padding.
const MOST_PADDING: u64 = 65_536;
/// Frames of an AAC packet.
const AAC_PACKET: u64 = 1024;

/// A sound being decoded.
pub struct ContainerDecoder {
    /// None where it could not be opened again.
    format: Option<Box<dyn FormatReader>>,
    hint: Hint,
    /// Bounds of the sound that the container tells beside symphonia.
    trims: Vec<Trim>,
    /// Tracks that turned out to hold nothing.
    empty: Vec<u32>,
    /// What its tags say that a loop repeats.
    looped: Option<Region>,
    codec: Codec,
    link: Link,
    /// Rate and channels that are handed out: those of the first block.
    rate: u32,
    channels: usize,
    /// Makes blocks of another rate or of other channels like the first.
    converter: Option<Converter>,
    frames: Option<u64>,
    /// True for an AAC file without a container, whose length is guessed from its beginning.
    is_adts: bool,
    /// True once a block was decoded, and rate and channels are what it has.
    known: bool,
    /// The first block, which had to be decoded to know that.
    ahead: Vec<f32>,
    /// The time of the next frame that is decoded, in frames from the beginning of the sound.
    time: i64,
    /// True after a seek, until a packet tells where it led to.
    after_seek: bool,
    /// The tick at which FLAC has to go on behind the first block after a seek.
    goes_on: Option<i64>,
    /// The frame that a seek goes to, until it is reached: containers lead to some packet before it.
    target: Option<u64>,
    /// Packets that end before this time are passed over.
    pass: Option<i64>,
    /// Frames that are padding if the sound ends with them.
    held: Vec<f32>,
    /// Number of frames in `held`, those before a seek's target included.
    held_frames: i64,
    interleaved: Vec<f32>,
    /// Blocks that were sound, and blocks that were louder than sound is.
    sounding: u64,
    too_loud: u64,
    ended: bool,
}

/// A stretch of a file with a decoder of its own. Chained Ogg files have several, all others one.
struct Link {
    track: u32,
    params: AudioCodecParameters,
    /// Seconds in a tick of the container's clock.
    time_base: Option<TimeBase>,
    /// The tick of its first frame, and the first tick that a seek may go to.
    first_tick: i64,
    lowest_tick: i64,
    /// The time of its first frame.
    start: i64,
    /// Frames that the encoder put before the sound.
    lead: i64,
    /// True where a tick of the container's clock is longer than a frame: where a packet is, is counted.
    is_coarse: bool,
    /// The length that the container states, if it does.
    frames: Option<u64>,
    /// Frames that the encoder put behind the sound, where it says so.
    padding: u64,
    /// So many frames before the one that is wanted the decoder has to begin, to be itself again by then.
    preroll: u64,
    /// Rate and channels as the last MPEG header told them.
    signature: Option<u32>,
    /// True once a FLAC frame had another rate than the first, or another length than was said of all: what is counted
    /// there is no time.
    is_uneven: bool,
    /// True where the last FLAC frame had such a length: the very last one may.
    is_odd: bool,
}

impl Link {
    /// The one that the container has come to, with its decoder: of several tracks the first that can be decoded, but
    /// for those that are `empty`.
    fn find(
        format: &dyn FormatReader,
        trims: &[Trim],
        empty: &[u32],
        start: i64,
    ) -> Result<(Self, Codec, u32, usize)> {
        let mut reason = DecodeError::NoSound;
        for track in format.tracks().iter().filter(|track| !empty.contains(&track.id)) {
            let Some(CodecParameters::Audio(params)) = &track.codec_params else { continue };
            match Codec::new(params) {
                Ok(codec) => {
                    let channels = params.channels.as_ref().map_or(0, |channels| channels.count());
                    return Ok((
                        Self::of(track, params, trims, start),
                        codec,
                        params.sample_rate.unwrap_or(0),
                        channels,
                    ));
                }
                Err(error) => reason = DecodeError::of(error, format.format_info().short_name),
            }
        }
        Err(reason)
    }

    fn of(track: &Track, params: &AudioCodecParameters, trims: &[Trim], start: i64) -> Self {
        let is_mpeg = is_mpeg(params.codec);
        let delay = i64::from(track.delay.unwrap_or(0));
        let rate = f64::from(params.sample_rate.unwrap_or(0));
        let tick = track.time_base.map_or(0.0, seconds_per_tick);
        let is_coarse = tick * rate > 1.01;
        let trim = trims.iter().find(|trim| trim.track.is_none_or(|id| id == track.id)).filter(|_| !is_mpeg);
        let start_tick = track.start_ts.get().max(0);
        // The ticks and the frames before the sound, and its length.
        let (before, lead, mut frames) = match trim {
            Some(trim) => {
                let of_ticks = |ticks: u64| (ticks as f64 * tick * rate).round() as u64;
                let rest = track.num_frames.map(|all| all.saturating_sub(of_ticks(trim.start)));
                let start = i64::try_from(trim.start).unwrap_or(i64::MAX);
                (start, of_ticks(trim.start) as i64, trim.length.map(of_ticks).or(rest))
            }
            None => {
                let skip = opus_head(params).filter(|_| params.codec == CODEC_ID_OPUS);
                // What Vorbis is delayed by is in what its first packet does not give.
                let is_stated = is_mpeg || is_coarse && params.codec != CODEC_ID_VORBIS;
                let stated = if is_stated { delay } else { 0 };
                let lead = skip.map_or(stated, |head| i64::from(head.pre_skip));
                let ticks = if is_coarse || is_mpeg { 0 } else { lead };
                let lead_frames = lead.unsigned_abs();
                (
                    ticks,
                    lead,
                    track.num_frames.map(|all| if ticks > 0 { all.saturating_sub(lead_frames) } else { all }),
                )
            }
        };
        if params.codec == CODEC_ID_VORBIS {
            frames = frames.map(|frames| frames.saturating_sub(start_tick.unsigned_abs()));
        }
        let first_tick = start_tick.saturating_add(before);
        let mut padding = if is_mpeg { u64::from(track.padding.unwrap_or(0)) } else { 0 };
        if let Some(Trim { length: Some(_), .. }) = trim
            && params.codec == CODEC_ID_AAC
            && let (Some(all), Some(frames)) = (track.num_frames, frames)
        {
            // What is decoded are whole packets, whatever is said of the last one.
            let whole = all.next_multiple_of(AAC_PACKET);
            padding = whole.saturating_sub(frames.saturating_add(lead.unsigned_abs()));
        }
        Self {
            track: track.id,
            params: params.clone(),
            time_base: track.time_base,
            first_tick,
            // What an MPEG encoder put before the sound has ticks below 0.
            lowest_tick: if is_mpeg { -delay } else { start_tick },
            start,
            lead,
            is_coarse,
            frames,
            padding: padding.min(MOST_PADDING),
            preroll: preroll(params.codec),
            signature: None,
            is_uneven: false,
            is_odd: false,
        }
    }

    fn is_mpeg(&self) -> bool {
        is_mpeg(self.params.codec)
    }

    /// True where a FLAC frame says in which place it is: by its sample, or by its number where all blocks are of one
    /// length, as the stream information says of this one, too (RFC 9639, section 9.1).
    fn is_placed(&self, packet: &Packet) -> bool {
        let is_numbered_by_sample = packet.data.get(1).is_some_and(|second| second & 1 != 0);
        let is_last =
            || packet.pts.get().checked_add_unsigned(packet.dur.get()) == self.frames.map(|n| n as i64);
        is_numbered_by_sample || constant_block(&self.params) == Some(packet.dur.get()) || is_last()
    }

    fn is_lossy(&self) -> bool {
        self.is_mpeg() || matches!(self.params.codec, CODEC_ID_VORBIS | CODEC_ID_OPUS | CODEC_ID_AAC)
    }

    /// Number of frames to which a packet is decoded, where that can be told without.
    fn frames_of(&self, packet: &Packet) -> Option<u64> {
        match self.params.codec {
            CODEC_ID_OPUS => opus::frames_of(&packet.data),
            CODEC_ID_AAC => Some(AAC_PACKET),
            _ if self.is_mpeg() => self.params.sample_rate.map(|rate| mpeg_ticks(&packet.data, rate)),
            _ => None,
        }
    }
}

fn is_mpeg(codec: AudioCodecId) -> bool {
    matches!(codec, CODEC_ID_MP1 | CODEC_ID_MP2 | CODEC_ID_MP3)
}

/// MPEG frames take bits from up to nine frames before them, and overlap with one more; the decoder says
/// nothing of it where those are missing. Two of the longest blocks that Vorbis has overlap. WAV's ADPCM is
/// read from the beginning: symphonia takes the frame for the number of a block. An AAC packet overlaps with the one
/// before; Opus, whose levels are told by what changes, is near enough after 80 ms (RFC 7845, section 4.6), and the same
/// after a second.
fn preroll(codec: AudioCodecId) -> u64 {
    match codec {
        CODEC_ID_MP1 | CODEC_ID_MP2 | CODEC_ID_MP3 => 12 * 1152,
        CODEC_ID_VORBIS => 2 * 8192,
        CODEC_ID_AAC => 2 * AAC_PACKET,
        CODEC_ID_OPUS => u64::from(opus::RATE),
        CODEC_ID_ADPCM_MS | CODEC_ID_ADPCM_IMA_WAV => u64::MAX,
        _ => 0,
    }
}

impl ContainerDecoder {
    /// From the beginning; `extension` is a usual ending of such files' names, or empty.
    pub fn open<S: MediaSource + 'static>(
        source: RepairedSource<S>,
        extension: &str,
        trims: Vec<Trim>,
    ) -> Result<Self> {
        let mut hint = Hint::new();
        if !extension.is_empty() {
            hint.with_extension(extension);
        }
        let format = probe(MediaSourceStream::new(Box::new(source), Default::default()), &hint)?;
        Self::with(format, hint, trims)
    }

    fn with(mut format: Box<dyn FormatReader>, hint: Hint, trims: Vec<Trim>) -> Result<Self> {
        let looped = loop_of(&mut *format);
        let (link, codec, rate, channels) = Link::find(&*format, &trims, &[], 0)?;
        let is_adts = format.format_info().format == FORMAT_ID_ADTS;
        let mut decoder = Self {
            format: Some(format),
            hint,
            trims,
            empty: vec![],
            looped,
            codec,
            rate,
            channels,
            converter: None,
            frames: link.frames,
            is_adts,
            time: -link.lead,
            link,
            known: false,
            ahead: vec![],
            after_seek: false,
            goes_on: None,
            target: None,
            pass: None,
            held: vec![],
            held_frames: 0,
            interleaved: vec![],
            sounding: 0,
            too_loud: 0,
            ended: false,
        };
        let mut first = vec![];
        decoder.read(&mut first)?;
        while !decoder.known {
            decoder.try_next_track()?;
            decoder.read(&mut first)?;
        }
        decoder.ahead = first;
        Ok(decoder)
    }

    /// Goes over to another track where this one has no packets that can be decoded; an error where there is none.
    fn try_next_track(&mut self) -> Result<()> {
        self.empty.push(self.link.track);
        self.reopen()?;
        self.ended = false;
        self.frames = self.link.frames;
        Ok(())
    }

    /// Counts the frames of the whole file without decoding them, less the padding that its encoder states.
    pub fn count<S: MediaSource + 'static>(
        source: RepairedSource<S>,
        extension: &str,
        trims: Vec<Trim>,
    ) -> Result<(u64, u32)> {
        let mut hint = Hint::new();
        if !extension.is_empty() {
            hint.with_extension(extension);
        }
        let mut format = probe(MediaSourceStream::new(Box::new(source), Default::default()), &hint)?;
        let mut empty = vec![];
        loop {
            let (link, _, rate, _) = Link::find(&*format, &trims, &empty, 0)?;
            if link.is_coarse {
                return Self::count_packets(format, hint, trims);
            }
            if let Some(ticks) = Self::count_ticks(&mut *format, &link, rate) {
                return Ok((ticks, rate));
            }
            empty.push(link.track);
            let mut source = format.into_inner();
            source.seek(SeekFrom::Start(0))?;
            format = probe(source, &hint)?;
        }
    }

    /// Counts by the container's clock; None where the track has no packets.
    fn count_ticks(format: &mut dyn FormatReader, link: &Link, rate: u32) -> Option<u64> {
        let (mut ticks, mut packets) = (0_u64, 0_u64);
        while let Ok(Some(packet)) = format.next_packet() {
            if packet.track_id != link.track {
                continue;
            }
            packets += 1;
            if link.is_mpeg() {
                // Where the rate changes, samples are no ticks.
                let end = packet.pts.get().saturating_add_unsigned(mpeg_ticks(&packet.data, rate));
                ticks = ticks.max(end.max(0).unsigned_abs());
            } else {
                ticks += packet.dur.get();
            }
        }
        if link.is_mpeg() && link.frames.is_some_and(|frames| frames + link.padding == ticks) {
            ticks -= link.padding;
        }
        if !link.is_mpeg() {
            ticks = ticks.saturating_sub(link.lead.unsigned_abs());
        }
        (packets > 0).then_some(ticks)
    }

    /// Counts frames by decoding, where the container's clock does not tell.
    fn count_packets(format: Box<dyn FormatReader>, hint: Hint, trims: Vec<Trim>) -> Result<(u64, u32)> {
        let mut decoder = Self::with(format, hint, trims)?;
        decoder.seek_frame(i64::MAX.unsigned_abs())?;
        let mut block = vec![];
        while decoder.next_block(&mut block)? {
            block.clear();
        }
        Ok((decoder.position(), decoder.rate))
    }

    /// A packet that cannot be decoded is left out, and a container that breaks off ends the sound there, as
    /// every player does it; but a sound of which nothing could be decoded is none.
    fn read(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        while let Some(format) = &mut self.format {
            let name = format.format_info().short_name;
            let mut packet = match format.next_packet() {
                Ok(Some(packet)) => packet,
                Err(Error::ResetRequired) if self.next_link() => continue,
                Ok(None) | Err(Error::IoError(_) | Error::DecodeError(_) | Error::ResetRequired) => {
                    if self.is_lost(self.link.frames) {
                        self.read_again()?;
                        continue;
                    }
                    break;
                }
                Err(error) => return Err(DecodeError::of(error, name)),
            };
            if packet.track_id != self.link.track {
                continue;
            }
            if self.is_lost(Some(packet.pts.get().max(0).unsigned_abs())) {
                self.read_again()?;
                continue;
            }
            if self.after_seek && self.is_format(FORMAT_ID_FLAC) {
                self.goes_on = packet.pts.get().checked_add_unsigned(packet.dur.get());
            }
            let mut padding = self.untrim(&mut packet);
            if self.passes(&packet, padding) {
                continue;
            }
            if !self.decode(&packet, &mut padding)? {
                continue;
            }
            if self.after_seek && !self.arrive(&packet)? {
                continue;
            }
            if self.take_block(padding, out)? {
                return Ok(true);
            }
        }
        self.ended = true;
        self.end(out)
    }

    /// True where blocks were left out behind the first one after a seek, up to that tick: symphonia's FLAC reader does so
    /// where it was sent back within what it has read.
    fn is_lost(&mut self, next: Option<u64>) -> bool {
        let tick = self.goes_on.take().and_then(|tick| u64::try_from(tick).ok());
        tick.zip(next).is_some_and(|(tick, next)| tick < next) && !self.link.is_uneven
    }

    /// Goes on where it is, from the beginning.
    fn read_again(&mut self) -> Result<()> {
        let frame = self.time.max(0).unsigned_abs();
        self.reopen()?;
        self.target = self.target.or(Some(frame));
        Ok(())
    }

    /// True where a packet is counted and not decoded, for what is wanted is behind it.
    fn passes(&mut self, packet: &Packet, padding: u64) -> bool {
        let Some(to) = self.pass else { return false };
        let frames = self.link.frames_of(packet).and_then(|frames| i64::try_from(frames).ok());
        let passed = frames.map(|frames| self.time.saturating_add(frames)).filter(|&end| end <= to);
        match passed {
            Some(end) => {
                self.time = end;
                self.held_frames = i64::try_from(padding).unwrap_or(0);
            }
            None => {
                (self.pass, self.held_frames) = (None, 0);
                self.codec.reset();
            }
        }
        passed.is_some()
    }

    /// Nothing is cut off by what a file states; gives what this packet would lose at its end.
    fn untrim(&mut self, packet: &mut Packet) -> u64 {
        if self.link.is_mpeg() {
            packet.trim_start = Default::default();
            packet.trim_end = Default::default();
            return 0;
        }
        if self.link.is_lossy() {
            return std::mem::take(&mut packet.trim_end).get();
        }
        0
    }

    /// Decodes a packet; false where nothing comes of it.
    fn decode(&mut self, packet: &Packet, padding: &mut u64) -> Result<bool> {
        if self.link.is_mpeg() {
            let signature = mpeg_signature(&packet.data);
            if self.link.signature.is_some_and(|before| Some(before) != signature) {
                // The decoder keeps the format that it began with.
                if let Ok(codec) = Codec::new(&self.link.params) {
                    self.codec = codec;
                }
            }
            self.link.signature = signature.or(self.link.signature);
        }
        if self.link.params.codec == CODEC_ID_FLAC {
            self.link.is_uneven |= self.link.is_odd;
            self.link.is_odd = !self.link.is_placed(packet);
        }
        let Some((rate, channels)) = self.codec.decode(packet, &mut self.interleaved)? else {
            return Ok(false);
        };
        let is_filled = matches!(self.link.params.codec, CODEC_ID_AAC | CODEC_ID_OPUS);
        if is_filled && !self.link.is_coarse && *padding == 0 {
            // The last packet is as long as the sound is.
            *padding =
                ((self.interleaved.len() / channels) as u64).saturating_sub(self.frames_within(packet));
        }
        if self.link.is_lossy() {
            let loudest = self.interleaved.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
            if loudest > LOUDEST_LOSSY || self.interleaved.iter().any(|sample| sample.is_nan()) {
                self.interleaved.fill(0.0);
                self.too_loud += 1;
            } else if loudest > 0.0 {
                self.sounding += 1;
            }
        }
        if !self.known {
            (self.rate, self.channels, self.known) = (rate, channels, true);
        }
        self.link.is_uneven |= rate != self.rate && self.link.params.codec == CODEC_ID_FLAC;
        if (rate, channels) != (self.rate, self.channels) {
            // What is converted overlaps with what follows; the file is believed here.
            let padding = usize::try_from(std::mem::take(padding)).unwrap_or(usize::MAX);
            let kept = self.interleaved.len().saturating_sub(padding.saturating_mul(channels));
            self.interleaved.truncate(kept);
        }
        self.convert((rate, channels))?;
        Ok(true)
    }

    /// Makes the decoded block like the first.
    fn convert(&mut self, from: (u32, usize)) -> Result<()> {
        let to = (self.rate, self.channels);
        if from == to && self.converter.is_none() {
            return Ok(());
        }
        let mut all = vec![];
        if let Some(mut before) = self.converter.take_if(|converter| converter.from() != from) {
            all.extend_from_slice(before.finish()?);
        }
        if from == to {
            all.append(&mut self.interleaved);
        } else {
            let converter = self.converter.get_or_insert_with(|| Converter::new(from, to));
            all.extend_from_slice(converter.convert(&self.interleaved)?);
        }
        self.interleaved = all;
        Ok(())
    }

    /// Notes where a seek led to. A container that leads behind the wanted frame is not believed: false, and what
    /// comes is decoded from the beginning.
    fn arrive(&mut self, packet: &Packet) -> Result<bool> {
        self.after_seek = false;
        if self.link.params.codec == CODEC_ID_FLAC && !self.link.is_placed(packet) {
            self.reopen()?;
            return Ok(false);
        }
        let within = self.first_frame(packet);
        self.time = self.link.start.saturating_add(within);
        if self.target.is_some_and(|target| self.time > i64::try_from(target).unwrap_or(i64::MAX)) {
            self.reopen()?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Hands the decoded block over, less what lies before the beginning or a seek's target, and less what may
    /// turn out to be padding; false where nothing is left of it.
    fn take_block(&mut self, padding: u64, out: &mut Vec<f32>) -> Result<bool> {
        let frames = self.interleaved.len() / self.channels;
        let wanted = self.target.map_or(0, |target| i64::try_from(target).unwrap_or(i64::MAX));
        let wanted = wanted.max(self.link.start);
        let before = wanted.saturating_sub(self.time).clamp(0, frames as i64) as usize;
        if before < frames {
            self.target = None;
        }
        self.time += frames as i64;
        let rest = &mut self.interleaved[before * self.channels..];
        sanitize(rest);
        let rest = rest.len();
        let from = out.len();
        out.try_reserve(self.held.len() + rest).map_err(|_| DecodeError::OutOfMemory)?;
        let rest = &self.interleaved[before * self.channels..];
        if self.link.padding > 0 {
            self.held_frames = self.link.padding as i64;
            self.held.extend_from_slice(rest);
            let kept = (self.link.padding as usize * self.channels).min(self.held.len());
            out.extend(self.held.drain(..self.held.len() - kept));
        } else if padding == 0 || self.held.len() > MOST_PADDING as usize {
            // What was held back was followed by sound, and is none of it padding.
            self.held_frames = 0;
            out.append(&mut self.held);
            out.extend_from_slice(rest);
        } else {
            let padding = if self.held_frames > 0 { frames } else { frames.min(padding as usize) };
            self.held_frames += padding as i64;
            let (ready, kept) = rest.split_at(rest.len().saturating_sub(padding * self.channels));
            out.extend_from_slice(ready);
            self.held.extend_from_slice(kept);
        }
        Ok(out.len() > from)
    }

    /// The end: what was held back is padding where the counted end says so, too.
    fn end(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        let from = out.len();
        let padding = self.link.padding;
        let counted = self.time.saturating_sub(self.link.start);
        let agrees = padding == 0
            || self.link.frames.is_some_and(|frames| i64::try_from(frames + padding) == Ok(counted));
        if agrees {
            self.time -= self.held_frames;
        } else {
            out.append(&mut self.held);
        }
        self.held.clear();
        self.held_frames = 0;
        if let Some(mut converter) = self.converter.take() {
            let rest = converter.finish()?;
            self.time += (rest.len() / self.channels.max(1)) as i64;
            out.extend_from_slice(rest);
        }
        if out.len() == from && self.sounding == 0 && self.too_loud > 0 {
            return Err(DecodeError::TooLoud);
        }
        Ok(out.len() > from)
    }

    /// Number of frames that a packet has by the container's word.
    fn frames_within(&self, packet: &Packet) -> u64 {
        let seconds =
            self.link.time_base.map_or(f64::MAX, |base| packet.dur.get() as f64 * seconds_per_tick(base));
        (seconds * f64::from(self.rate)).round() as u64
    }

    /// The time within its link of the first frame that a packet is heard with.
    fn first_frame(&self, packet: &Packet) -> i64 {
        let ticks = packet.pts.get() as f64 + packet.trim_start.get() as f64 - self.link.first_tick as f64;
        let seconds = self.link.time_base.map_or(0.0, |base| ticks * seconds_per_tick(base));
        (seconds * f64::from(self.rate)).round() as i64
    }

    /// Goes on with the next link of a chained file; false where there is no decoder for it.
    fn next_link(&mut self) -> bool {
        let Some(Ok(found)) =
            self.format.as_deref().map(|format| Link::find(format, &[], &self.empty, self.time))
        else {
            return false;
        };
        (self.link, self.codec, ..) = found;
        self.time -= self.held_frames;
        self.link.start = self.time;
        self.time -= self.link.lead;
        self.held.clear();
        self.held_frames = 0;
        self.target.is_none_or(|target| self.approach(target).is_ok())
    }

    /// Seeks a frame. Where the container finds no way, or says that there is no such frame, it is decoded from its
    /// beginning: slow, and right whatever a header states and wherever a file breaks off.
    fn seek_frame(&mut self, frame: u64) -> Result<()> {
        self.target = Some(frame);
        let was_ended = std::mem::take(&mut self.ended);
        self.ahead.clear();
        self.held.clear();
        self.held_frames = 0;
        (self.converter, self.goes_on) = (None, None);
        // symphonia's FLAC reader, sent back to the beginning of a small file, finds one block and then the end; its MP4
        // reader finds no way back from the end.
        let is_stuck = was_ended && self.is_format(FORMAT_ID_ISOMP4);
        if is_stuck || i64::try_from(frame).is_ok_and(|frame| frame < self.link.start) || frame == 0 {
            self.reopen()?;
        }
        if frame == 0 {
            return Ok(());
        }
        if self.approach(frame).is_err() {
            self.reopen()?;
        }
        Ok(())
    }

    fn is_format(&self, id: FormatId) -> bool {
        self.format.as_ref().is_some_and(|format| format.format_info().format == id)
    }

    /// Has the container go to a packet before this frame, or to its last ones.
    fn approach(&mut self, frame: u64) -> Result<()> {
        let name = self.codec.name();
        if self.link.is_coarse {
            let frame = i64::try_from(frame).unwrap_or(i64::MAX);
            let from = frame.saturating_sub(i64::try_from(self.link.preroll).unwrap_or(i64::MAX));
            if self.time > from {
                self.reopen()?;
            }
            self.pass = Some(from);
            return Ok(());
        }
        let unseekable = || DecodeError::of(Error::SeekError(SeekErrorKind::Unseekable), name);
        let base = self.link.time_base.ok_or_else(unseekable)?;
        if self.link.is_uneven {
            return Err(unseekable());
        }
        let last = self.link.frames.map_or(u64::MAX, |frames| frames.saturating_sub(1));
        let within = frame.saturating_sub(self.link.start.unsigned_abs()).min(last);
        let tick = match within.checked_sub(self.link.preroll) {
            None | Some(0) => self.link.lowest_tick,
            Some(from) => {
                let seconds = from as f64 / f64::from(self.rate);
                self.link.first_tick.saturating_add((seconds / seconds_per_tick(base)).round() as i64)
            }
        };
        let to = SeekTo::Timestamp { ts: Timestamp::new(tick), track_id: self.link.track };
        let format = self.format.as_mut().ok_or(DecodeError::NoSound)?;
        format.seek(SeekMode::Accurate, to).map_err(|error| DecodeError::of(error, name))?;
        self.codec.reset();
        (self.after_seek, self.link.is_odd) = (true, false);
        Ok(())
    }

    /// Reads the file from its beginning.
    fn reopen(&mut self) -> Result<()> {
        let format = self.format.take().ok_or(DecodeError::NoSound)?;
        let mut source = format.into_inner();
        source.seek(SeekFrom::Start(0))?;
        let format = probe(source, &self.hint)?;
        let is_uneven = self.link.is_uneven;
        (self.link, self.codec, ..) = Link::find(&*format, &self.trims, &self.empty, 0)?;
        self.link.is_uneven = is_uneven;
        self.format = Some(format);
        (self.time, self.after_seek, self.pass) = (-self.link.lead, false, None);
        Ok(())
    }
}

impl BlockDecoder for ContainerDecoder {
    fn rate(&self) -> u32 {
        self.rate
    }
    fn channels(&self) -> usize {
        self.channels
    }
    fn frames(&self) -> Option<u64> {
        self.frames
    }
    fn looped(&self) -> Option<Region> {
        self.looped
    }
    fn is_estimate(&self) -> bool {
        self.link.is_mpeg() || self.frames.is_none() || self.is_adts
    }

    fn position(&self) -> u64 {
        let ahead = self.held.len() + self.ahead.len();
        self.time.saturating_sub((ahead / self.channels.max(1)) as i64).max(0).unsigned_abs()
    }

    fn next_block(&mut self, out: &mut Vec<f32>) -> Result<bool> {
        if !self.ahead.is_empty() {
            out.append(&mut self.ahead);
            return Ok(true);
        }
        if self.ended {
            return Ok(false);
        }
        self.read(out).inspect_err(|_| self.ended = true)
    }

    fn seek(&mut self, frame: u64) -> Result<()> {
        self.seek_frame(frame).inspect_err(|_| self.ended = true)
    }
}

fn probe(source: MediaSourceStream<'static>, hint: &Hint) -> Result<Box<dyn FormatReader>> {
    // Pictures are of no use here, and may be of any size.
    let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
    symphonia::default::get_probe()
        .probe(hint, source, Default::default(), metadata)
        .map_err(|error| DecodeError::of(error, ""))
}

/// What the tags say that a loop repeats.
fn loop_of(format: &mut dyn FormatReader) -> Option<Region> {
    let mut metadata = format.metadata();
    let revision = metadata.skip_to_latest()?;
    let mut tags = LoopTags::default();
    let own = revision.per_track.iter().map(|track| &track.metadata);
    for tag in std::iter::once(&revision.media).chain(own).flat_map(|container| &container.tags) {
        tags.take(&tag.raw.key, &tag.raw.value.to_string());
    }
    tags.region()
}

fn seconds_per_tick(base: TimeBase) -> f64 {
    f64::from(base.numer.get()) / f64::from(base.denom.get())
}

/// Version, layer, rate and whether there is one channel, by an MPEG header: where that changes, the sound has
/// another format.
fn mpeg_signature(packet: &[u8]) -> Option<u32> {
    let &[_, second, third, fourth, ..] = packet else { return None };
    let is_mono = fourth >> 6 == 3;
    Some(u32::from(second & 0x1e) << 8 | u32::from(third & 0x0c) << 1 | u32::from(is_mono))
}

/// The length of an MPEG packet in frames of `rate`, by its header (ISO/IEC 11172-3 and 13818-3, section 2.4.2.3).
fn mpeg_ticks(packet: &[u8], rate: u32) -> u64 {
    let (second, third) = (packet.get(1).copied().unwrap_or(0), packet.get(2).copied().unwrap_or(0));
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    let frames: u64 = match (version, layer) {
        (_, 3) => 384,
        (_, 2) | (3, 1) => 1152,
        _ => 576,
    };
    let own =
        [44_100, 48_000, 32_000, rate][usize::from(third >> 2 & 3)] >> [2, 0, 1, 0][usize::from(version)];
    (frames * u64::from(rate)).div_ceil(u64::from(own.max(1)))
}

/// The length of all blocks, where the stream information (RFC 9639, section 8.2) says that they have one.
fn constant_block(params: &AudioCodecParameters) -> Option<u64> {
    let info = params.extra_data.as_deref().filter(|info| info.len() >= 4 && info[..2] == info[2..4])?;
    Some(u64::from(u16::from_be_bytes([info[0], info[1]])))
}
