//! One sound on its way into a playback: read, brought to the engine's rate, spread over its channels.

use crate::{
    block::{BLOCK, MAX_SPEED},
    crossfade::Crossfade,
    layout::Layout,
    live::LiveOutput,
    rate::{Place, RateFilter},
    region::Region,
    resample,
    sound_buffer::SoundBuffer,
    stream::{Read, Ready, Stream},
};
use std::sync::Arc;

/// Input frames that one go of interpolation takes at most, however fast a sound is.
const PIECE: usize = 1024;

enum Feed {
    Memory { buffer: Arc<SoundBuffer>, next: usize },
    Stream { stream: Arc<Stream>, ready: Option<Ready>, next: u64 },
    Live { output: LiveOutput, next: u64 },
}

/// A sound being read.
pub struct Track {
    feed: Feed,
    /// What is repeated; None where it sounds once.
    looped: Option<Region>,
    /// True once a decoded sound has begun anew.
    again: bool,
    channels: usize,
    rate: u32,
    layout: Layout,
    /// What brings it to the engine's rate at its own speed; None where it has that, or no small ratio to it.
    filter: Option<Arc<RateFilter>>,
    engine_rate: u32,
    engine_channels: usize,
    /// Input frames around the position: those that interpolation still needs, and those read ahead.
    window: Vec<f32>,
    /// The position: a whole frame of the window, and a fraction of the way to the next.
    at: usize,
    fraction: f64,
    ended: bool,
    /// Number of frames before the position that are kept.
    keep: usize,
    /// Room for what was interpolated.
    frames: Vec<f32>,
    /// The crossfade after a jump, while it is still to be heard.
    crossfade: Crossfade,
    /// The speed that it was last read with; None where what it would go on with is not heard.
    heard_at: Option<f64>,
}

impl Track {
    /// A decoded sound from its beginning.
    pub fn memory(
        buffer: Arc<SoundBuffer>,
        looped: Option<Region>,
        engine_rate: u32,
        engine_channels: usize,
    ) -> Self {
        let (channels, rate) = (buffer.channels(), buffer.rate());
        let looped = looped.map(|region| region.within(buffer.frames() as u64));
        Self::new(Feed::Memory { buffer, next: 0 }, looped, (channels, rate), engine_rate, engine_channels)
    }

    /// Music from its beginning.
    pub fn stream(stream: Arc<Stream>, engine_rate: u32, engine_channels: usize) -> Self {
        let looped = stream.looped();
        let (channels, rate) = (stream.channels(), stream.rate());
        let feed = Feed::Stream { stream, ready: None, next: 0 };
        Self::new(feed, looped, (channels, rate), engine_rate, engine_channels)
    }

    /// What a host makes.
    pub fn live(output: LiveOutput, engine_rate: u32, engine_channels: usize) -> Self {
        let like = (output.channels, output.rate);
        Self::new(Feed::Live { output, next: 0 }, None, like, engine_rate, engine_channels)
    }

    fn new(
        feed: Feed,
        looped: Option<Region>,
        (channels, rate): (usize, u32),
        engine_rate: u32,
        engine_channels: usize,
    ) -> Self {
        resample::prepare();
        let fastest = f64::from(rate) / f64::from(engine_rate) * MAX_SPEED;
        let keep = resample::reach(fastest);
        // Here, and not when they are needed: the thread that mixes gets no memory.
        let most = (2 * keep + PIECE + fastest as usize + 4) * channels;
        Self {
            feed,
            looped,
            again: false,
            channels,
            rate,
            layout: Layout::new(channels, engine_channels),
            filter: None,
            engine_rate,
            engine_channels,
            window: Vec::with_capacity(most),
            at: 0,
            fraction: 0.0,
            ended: false,
            keep,
            frames: Vec::with_capacity(BLOCK * channels),
            crossfade: Crossfade::new(engine_rate, engine_channels),
            heard_at: None,
        }
    }

    /// Brought to the engine's rate by this filter where it plays at its own speed.
    pub fn through(mut self, filter: Option<Arc<RateFilter>>) -> Self {
        let reach = filter.as_ref().map_or(0, |filter| filter.reach());
        if reach > self.keep {
            self.window.reserve(self.window.capacity() + 2 * (reach - self.keep) * self.channels);
            self.keep = reach;
        }
        self.filter = filter;
        self
    }

    /// How many of the engine's frames are left at this speed; None where that is not known.
    pub fn remaining(&self, speed: f64) -> Option<f64> {
        let frames = match &self.feed {
            _ if self.looped.is_some() => return None,
            Feed::Memory { buffer, .. } => buffer.frames() as u64,
            Feed::Stream { stream, .. } => stream.frames()?,
            Feed::Live { .. } => return None,
        };
        let left = (frames as f64 / f64::from(self.rate) - self.seconds()).max(0.0);
        Some(left * f64::from(self.engine_rate) / speed)
    }

    /// Over how many of the engine's channels it is spread.
    pub fn output_channels(&self) -> usize {
        self.layout.output_channels(self.engine_channels)
    }

    /// Position in seconds of the sound.
    pub fn seconds(&self) -> f64 {
        let ahead = ((self.window.len() / self.channels) as f64 - self.at as f64 - self.fraction).max(0.0);
        let next = match &self.feed {
            Feed::Memory { next, .. } => *next as f64,
            Feed::Stream { next, .. } | Feed::Live { next, .. } => *next as f64,
        };
        self.place(next - ahead).0 / f64::from(self.rate)
    }

    /// The frame that is heard where one loop after the other was counted on, and whether it has begun anew.
    fn place(&self, frame: f64) -> (f64, bool) {
        let Some(region) = self.region() else { return (frame.max(0.0), false) };
        let (from, to, length) = (region.from as f64, region.to as f64, region.frames() as f64);
        let again = match &self.feed {
            // One that was made shorter is heard to the sound's end first.
            Feed::Memory { next, .. } if *next as u64 > region.to => return (frame.max(0.0), self.again),
            Feed::Memory { .. } => self.again || frame < 0.0 || frame >= to,
            Feed::Stream { .. } | Feed::Live { .. } => frame >= to,
        };
        (if again { from + (frame - from).rem_euclid(length) } else { frame }, again)
    }

    /// What is being repeated, in seconds, once it has begun anew or where nothing is before it.
    pub fn span(&self) -> Option<(f64, f64)> {
        let region = self.region()?;
        let next = match &self.feed {
            Feed::Memory { next, .. } => *next as f64,
            Feed::Stream { next, .. } | Feed::Live { next, .. } => *next as f64,
        };
        let is_inside = region.from == 0 || self.place(next).1;
        let seconds = |frame: u64| frame as f64 / f64::from(self.rate);
        is_inside.then(|| (seconds(region.from), seconds(region.to)))
    }

    /// Music counts on where it begins anew. While its length was not counted it cannot have done so.
    fn region(&self) -> Option<Region> {
        let region = self.looped?;
        match &self.feed {
            Feed::Stream { stream, .. } if region.to == u64::MAX => {
                let frames = stream.counted().filter(|&frames| frames > region.from)?;
                Some(Region { to: frames, ..region })
            }
            _ => Some(region),
        }
    }

    /// Repeats another stretch of a decoded sound, or none.
    pub fn set_looped(&mut self, looped: Option<Region>) {
        if let Feed::Memory { buffer, .. } = &self.feed {
            self.looped = looped.map(|region| region.within(buffer.frames() as u64));
            self.again = false;
        }
    }

    /// Moves a decoded sound; music is moved through its stream.
    pub fn seek(&mut self, seconds: f64) {
        if !matches!(self.feed, Feed::Memory { .. }) {
            return;
        }
        self.leave();
        if let Feed::Memory { buffer, next } = &mut self.feed {
            let last = self.looped.map_or(buffer.frames(), |region| region.to as usize);
            *next = ((seconds * f64::from(buffer.rate())).round() as usize).min(last);
        }
        self.again = false;
        self.restart();
    }

    /// Notes that what comes next is heard after silence: a jump up to there leaves nothing behind.
    pub fn silence(&mut self) {
        self.heard_at = None;
        self.crossfade.end();
        self.follow_seek();
    }

    /// Keeps how it would go on, where that is being heard.
    fn leave(&mut self) {
        if let Some(speed) = self.heard_at {
            let mut crossfade = std::mem::take(&mut self.crossfade);
            crossfade.begin(|out| {
                for piece in out.chunks_mut(BLOCK * self.engine_channels) {
                    self.add_on(piece, speed, false);
                }
            });
            self.crossfade = crossfade;
        }
    }

    fn restart(&mut self) {
        self.window.clear();
        (self.at, self.fraction, self.ended) = (0, 0.0, false);
    }

    /// Adds the next frames to `out`, which holds frames of the engine; says how many there were. Fewer than
    /// asked for: the sound is over, or music came late.
    pub fn add(&mut self, out: &mut [f32], speed: f64, waits: bool) -> usize {
        self.follow_seek();
        let frames = out.len() / self.engine_channels;
        let mut made = self.add_crossfaded(out, speed, waits);
        // Who renders as fast as it can has played out what was ready before a jump was.
        while waits && made < frames && self.follow_seek() {
            made += self.add_crossfaded(&mut out[made * self.engine_channels..], speed, waits);
        }
        self.heard_at = Some(speed);
        made
    }

    fn add_crossfaded(&mut self, out: &mut [f32], speed: f64, waits: bool) -> usize {
        if self.crossfade.is_over() {
            return self.add_on(out, speed, waits);
        }
        let mut crossfade = std::mem::take(&mut self.crossfade);
        let mut is_late = false;
        let done = crossfade.add(out, |now| {
            is_late = self.add_on(now, speed, waits) < now.len() / self.engine_channels;
        });
        self.crossfade = crossfade;
        if is_late { done } else { done + self.add_on(&mut out[done * self.engine_channels..], speed, waits) }
    }

    fn add_on(&mut self, out: &mut [f32], speed: f64, waits: bool) -> usize {
        let rate = f64::from(self.rate) / f64::from(self.engine_rate) * speed;
        if rate == 1.0 && self.fraction == 0.0 {
            self.copy(out, waits)
        } else {
            let filter = self.filter.take();
            let made = self.interpolate(out, rate, filter.as_deref().filter(|_| speed == 1.0), waits);
            self.filter = filter;
            made
        }
    }

    /// True once everything was heard.
    pub fn ended(&self) -> bool {
        self.ended && self.crossfade.is_over()
    }

    fn follow_seek(&mut self) -> bool {
        let Feed::Stream { stream, ready, .. } = &self.feed else { return false };
        if !stream.has_news(ready) {
            return false;
        }
        let stream = stream.clone();
        let Some(mut news) = stream.news() else { return false };
        self.leave();
        if let Feed::Stream { ready, next, .. } = &mut self.feed {
            news.follow(ready);
            *next = ready.as_ref().map_or(0, |ready| ready.from);
        }
        self.restart();
        true
    }

    fn copy(&mut self, out: &mut [f32], waits: bool) -> usize {
        let frames = out.len() / self.engine_channels;
        let mut done = self.copy_window(out, frames);
        while done < frames && !self.ended {
            let rest = &mut out[done * self.engine_channels..];
            let looped = self.looped;
            let Feed::Memory { buffer, next } = &mut self.feed else {
                if !self.pull(frames - done, waits) {
                    break;
                }
                done += self.copy_window(&mut out[done * self.engine_channels..], frames - done);
                continue;
            };
            self.again |= begin_anew(next, looped, buffer.frames());
            let to = (*next + frames - done).min(end(*next, looped, buffer.frames()));
            self.layout.add(buffer.range(*next, to), self.channels, rest, self.engine_channels);
            self.window.clear();
            self.at = 0;
            let count = to - *next;
            *next = to;
            done += count;
            self.ended = count == 0;
        }
        if done < frames {
            self.ended |= self.exhausted();
        }
        done
    }

    fn exhausted(&self) -> bool {
        match &self.feed {
            Feed::Memory { buffer, next } => *next == buffer.frames() && self.looped.is_none(),
            Feed::Stream { .. } | Feed::Live { .. } => false,
        }
    }

    /// Copies what was read ahead, which comes first.
    fn copy_window(&mut self, out: &mut [f32], frames: usize) -> usize {
        let there = (self.window.len() / self.channels).saturating_sub(self.at);
        let count = there.min(frames);
        let samples = &self.window[self.at * self.channels..(self.at + count) * self.channels];
        self.layout.add(samples, self.channels, out, self.engine_channels);
        self.at += count;
        self.forget();
        count
    }

    /// Drops all frames before the position but those that the next interpolation needs, whatever its speed.
    fn forget(&mut self) {
        if let Some(gone) = self.at.checked_sub(self.keep).filter(|&gone| gone > 0) {
            let gone = gone.min(self.window.len() / self.channels);
            self.window.drain(..gone * self.channels);
            self.at -= gone;
        }
    }

    /// Reads up to `frames` more frames; false where none came.
    fn pull(&mut self, frames: usize, waits: bool) -> bool {
        let before = self.window.len();
        match &mut self.feed {
            Feed::Memory { buffer, next } => {
                self.again |= begin_anew(next, self.looped, buffer.frames());
                let to = (*next + frames).min(end(*next, self.looped, buffer.frames()));
                self.window.extend_from_slice(buffer.range(*next, to));
                *next = to;
            }
            Feed::Stream { stream, ready: Some(ready), next } => {
                match stream.read(ready, frames, &mut self.window, waits) {
                    Read::Ended => self.ended = true,
                    Read::Frames => *next += ((self.window.len() - before) / self.channels) as u64,
                    Read::Late => {}
                }
            }
            Feed::Stream { .. } => {}
            Feed::Live { output, next } => {
                self.ended |= output.read(frames, &mut self.window);
                *next += ((self.window.len() - before) / self.channels) as u64;
            }
        }
        self.window.len() > before
    }

    fn interpolate(&mut self, out: &mut [f32], rate: f64, filter: Option<&RateFilter>, waits: bool) -> usize {
        let piece = ((PIECE as f64 / rate) as usize).max(1) * self.engine_channels;
        let mut done = 0;
        for piece in out.chunks_mut(piece) {
            let made = self.interpolate_piece(piece, rate, filter, waits);
            done += made;
            if made < piece.len() / self.engine_channels {
                break;
            }
        }
        done
    }

    fn interpolate_piece(
        &mut self,
        out: &mut [f32],
        rate: f64,
        filter: Option<&RateFilter>,
        waits: bool,
    ) -> usize {
        let reach = filter.map_or_else(|| resample::reach(rate), RateFilter::reach);
        self.recall();
        let frames = out.len() / self.engine_channels;
        let last = self.at + (self.fraction + rate * frames as f64) as usize + reach + 2;
        let mut over = self.ended;
        while self.window.len() / self.channels < last {
            let missing = last - self.window.len() / self.channels;
            if !self.pull(missing, waits) {
                over = self.ended || matches!(self.feed, Feed::Memory { .. });
                break;
            }
        }
        let end = self.window.len() / self.channels;
        let limit = if over { end } else { end.saturating_sub(reach + 1) };
        let done = self.interpolate_to(limit, out, rate, filter);
        self.ended = over && self.at >= end;
        self.forget();
        done
    }

    fn interpolate_to(
        &mut self,
        limit: usize,
        out: &mut [f32],
        rate: f64,
        filter: Option<&RateFilter>,
    ) -> usize {
        let frames = out.len() / self.engine_channels;
        self.frames.resize(frames * self.channels, 0.0);
        let done = match filter {
            Some(filter) => {
                let mut place = Place { at: self.at, fraction: self.fraction };
                let done = filter.fill(&self.window, self.channels, &mut place, limit, &mut self.frames);
                Place { at: self.at, fraction: self.fraction } = place;
                done
            }
            None => self.interpolate_between(limit, rate),
        };
        let made = &self.frames[..done * self.channels];
        self.layout.add(made, self.channels, out, self.engine_channels);
        done
    }

    fn interpolate_between(&mut self, limit: usize, rate: f64) -> usize {
        let mut done = 0;
        for frame in self.frames.chunks_exact_mut(self.channels) {
            if self.at >= limit {
                break;
            }
            resample::interpolate(&self.window, self.channels, self.at, self.fraction, rate, frame);
            self.fraction += rate;
            let whole = self.fraction as u32;
            self.at += whole as usize;
            self.fraction -= f64::from(whole);
            done += 1;
        }
        done
    }

    /// A decoded sound that was copied so far has left no window: the frames before its position are fetched
    /// again, so that a change of speed does not begin in silence.
    fn recall(&mut self) {
        if let Feed::Memory { buffer, next } = &self.feed
            && self.window.is_empty()
        {
            let from = next.saturating_sub(self.keep);
            self.at = *next - from;
            self.window.extend_from_slice(buffer.range(from, *next));
        }
    }
}

/// Where what is being read ends.
fn end(next: usize, looped: Option<Region>, frames: usize) -> usize {
    // A loop that was made shorter meanwhile is heard to the end of the sound.
    looped.map(|region| region.to as usize).filter(|&to| next <= to).unwrap_or(frames)
}

/// Goes back where a loop's end is reached; true where it was.
fn begin_anew(next: &mut usize, looped: Option<Region>, frames: usize) -> bool {
    let Some(region) = looped.filter(|_| *next == end(*next, looped, frames)) else { return false };
    *next = region.from as usize;
    true
}
