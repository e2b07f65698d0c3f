//! Music: decoded from its file little by little while it plays.

use crate::{decode::Decoder, error::DecodeError};
use ffi_core::Locked;
use rtrb::{Consumer, Producer, RingBuffer};
use std::sync::atomic::{AtomicU64, Ordering};

/// How much is decoded ahead, in seconds.
const AHEAD: f64 = 1.0;

/// What one read found.
pub enum Read {
    /// Frames were appended.
    Frames,
    /// Nothing is ready yet; the feeder is late.
    Late,
    /// The music is over.
    Ended,
}

struct Source {
    decoder: Decoder<'static>,
    looped: bool,
    /// Frames since the beginning or the last seek: a loop without any would never end.
    since: u64,
    after_seek: bool,
    /// The number of the first frame since the last seek.
    from: Option<u64>,
    /// Where frames go; None once the music is over.
    ready: Option<Producer<f32>>,
    /// What was decoded last, and how much of it has gone there.
    block: Vec<f32>,
    taken: usize,
}

impl Source {
    /// Begins a queue at a seek; gives the one before.
    fn begin_epoch(&mut self, ready: Producer<f32>) -> Option<Producer<f32>> {
        (self.since, self.after_seek, self.from) = (0, true, None);
        self.block.clear();
        self.taken = 0;
        self.ready.replace(ready)
    }
}

/// The frames that are ready from a seek on, in the hands of who plays them.
pub struct Ready {
    samples: Consumer<f32>,
    /// Which seek it was; the beginning is the first.
    epoch: u64,
    /// The number of its first frame.
    pub from: u64,
}

/// The mixing thread takes what is fresh and leaves what it had, for it must not free anything.
#[derive(Default)]
struct Latest {
    fresh: Option<Ready>,
    spent: Option<Ready>,
}

/// A file being played. A seek begins a queue of its own, so that the mixing thread waits for nobody and a seek
/// is heard at once, with its first second decoded.
pub struct Stream {
    source: Locked<Source>,
    latest: Locked<Latest>,
    seek_epoch: AtomicU64,
    /// The length of a whole pass, once it was counted; 0 before.
    length: AtomicU64,
    channels: usize,
    rate: u32,
    stated: Option<u64>,
}

impl Stream {
    /// Music from the beginning.
    pub fn new(decoder: Decoder<'static>, looped: bool) -> Self {
        let (channels, rate, stated) = (decoder.channels(), decoder.rate(), decoder.frames());
        let (ready, samples) = RingBuffer::new(capacity(rate, channels));
        let source = Source {
            decoder,
            looped,
            since: 0,
            after_seek: false,
            from: None,
            ready: Some(ready),
            block: vec![],
            taken: 0,
        };
        Self {
            source: Locked::new(source),
            latest: Locked::new(Latest { fresh: Some(Ready { samples, epoch: 1, from: 0 }), spent: None }),
            seek_epoch: AtomicU64::new(1),
            length: AtomicU64::new(0),
            channels,
            rate,
            stated,
        }
    }

    /// Samples per frame.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Frames per second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Its length in frames: what was counted, or what the container states.
    pub fn frames(&self) -> Option<u64> {
        self.counted().or(self.stated)
    }

    /// Its length in frames, once it was decoded to its end.
    pub fn counted(&self) -> Option<u64> {
        Some(self.length.load(Ordering::Relaxed)).filter(|&frames| frames > 0)
    }

    /// Decodes until a second is ready.
    pub fn fill(&self) {
        self.fill_to(usize::MAX, &mut self.source.lock());
    }

    /// Decodes until so many samples are ready, or as many as there is room for.
    fn fill_to(&self, wanted: usize, source: &mut Source) {
        while let Some(ready) = &mut source.ready {
            let (pushed, left) = ready.push_partial_slice(&source.block[source.taken..]);
            source.taken += pushed.len();
            let free = ready.slots();
            if !left.is_empty() || free == 0 || ready.buffer().capacity() - free >= wanted {
                return;
            }
            if !self.decode(source) {
                source.ready = None;
            }
        }
    }

    /// One block more; false at the end.
    fn decode(&self, source: &mut Source) -> bool {
        loop {
            source.block.clear();
            source.taken = 0;
            if source.decoder.next_block(&mut source.block).unwrap_or(false) {
                let frames = (source.block.len() / self.channels) as u64;
                source.since += frames;
                source.from.get_or_insert(source.decoder.position().saturating_sub(frames));
                return true;
            }
            if source.since > 0 {
                self.length.store(source.decoder.position(), Ordering::Relaxed);
            }
            let may_begin_anew = source.looped && (source.since > 0 || source.after_seek);
            if !may_begin_anew || source.decoder.seek(0).is_err() {
                return false;
            }
            (source.since, source.after_seek) = (0, false);
        }
    }

    /// Changes over to where the last seek went; false where that has been done, or where the seek is just
    /// being made: until the next time the music goes on where it was.
    pub fn follow(&self, ready: &mut Option<Ready>) -> bool {
        if ready.as_ref().is_some_and(|ready| ready.epoch == self.seek_epoch.load(Ordering::Acquire)) {
            return false;
        }
        let Some(mut latest) = self.latest.try_lock() else { return false };
        let Some(fresh) = latest.fresh.take() else { return false };
        latest.spent = ready.replace(fresh);
        true
    }

    /// Moves up to `frames` frames to the end of `out`. Where `decode_now`, what is missing is decoded by the
    /// calling thread.
    pub fn read(&self, ready: &mut Ready, frames: usize, out: &mut Vec<f32>, decode_now: bool) -> Read {
        let wanted = frames * self.channels;
        if decode_now && ready.samples.slots() < wanted {
            self.fill_to(wanted, &mut self.source.lock());
        }
        // In this order: nothing comes after the end, and a seek is told before it ends what was before.
        let over = ready.samples.is_abandoned() && ready.epoch == self.seek_epoch.load(Ordering::Acquire);
        let there = ready.samples.slots() / self.channels * self.channels;
        let Ok(chunk) = ready.samples.read_chunk(there.min(wanted)) else { return Read::Late };
        if chunk.is_empty() {
            return if over { Read::Ended } else { Read::Late };
        }
        let (first, second) = chunk.as_slices();
        out.extend_from_slice(first);
        out.extend_from_slice(second);
        chunk.commit_all();
        Read::Frames
    }

    /// Goes on from this frame. Until its first second is decoded the music goes on where it was.
    pub fn seek(&self, frame: u64) -> Result<(), DecodeError> {
        let mut source = self.source.lock();
        source.decoder.seek(frame)?;
        let (ready, samples) = RingBuffer::new(capacity(self.rate, self.channels));
        let before = source.begin_epoch(ready);
        self.fill_to(usize::MAX, &mut source);
        let from = source.from.unwrap_or_else(|| source.decoder.position());
        let mut latest = self.latest.lock();
        let epoch = self.seek_epoch.load(Ordering::Relaxed) + 1;
        let spent = std::mem::replace(
            &mut *latest,
            Latest { fresh: Some(Ready { samples, epoch, from }), spent: None },
        );
        self.seek_epoch.store(epoch, Ordering::Release);
        drop(latest);
        // Only now, for without it what is being played seems to be over.
        drop((before, spent));
        Ok(())
    }
}

fn capacity(rate: u32, channels: usize) -> usize {
    (AHEAD * f64::from(rate)) as usize * channels
}
