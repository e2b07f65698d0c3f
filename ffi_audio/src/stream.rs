//! Music: decoded from its file little by little while it plays.

use crate::{decode::Decoder, error::DecodeError};
use ffi_core::Locked;
use std::{
    collections::VecDeque,
    sync::atomic::{AtomicU64, Ordering},
};

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
    /// Frames since the beginning or the last jump back to it: a loop without any would never end.
    pass: u64,
}

#[derive(Default)]
struct Queue {
    samples: VecDeque<f32>,
    ended: bool,
}

/// A file being played. Decoding and reading have locks of their own, so that a slow disk holds up no device.
pub struct Stream {
    source: Locked<Source>,
    queue: Locked<Queue>,
    /// The length of a whole pass, once known; 0 before.
    length: AtomicU64,
    /// Counts jumps; the frame that the last one went to.
    jumps: AtomicU64,
    jumped_to: AtomicU64,
    channels: usize,
    rate: u32,
    stated: Option<u64>,
}

impl Stream {
    /// Music from the beginning.
    pub fn new(decoder: Decoder<'static>, looped: bool) -> Self {
        let (channels, rate, stated) = (decoder.channels(), decoder.rate(), decoder.frames());
        Self {
            source: Locked::new(Source { decoder, looped, pass: 0 }),
            queue: Locked::default(),
            length: AtomicU64::new(0),
            jumps: AtomicU64::new(0),
            jumped_to: AtomicU64::new(0),
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
        match self.length.load(Ordering::Relaxed) {
            0 => self.stated,
            counted => Some(counted),
        }
    }

    /// How often it jumped, and where the last jump went.
    pub fn jumps(&self) -> (u64, u64) {
        let jumps = self.jumps.load(Ordering::Acquire);
        (jumps, self.jumped_to.load(Ordering::Relaxed))
    }

    /// Decodes until a second is ready.
    pub fn fill(&self) {
        let wanted = (AHEAD * f64::from(self.rate)) as usize * self.channels;
        self.fill_to(wanted);
    }

    fn fill_to(&self, wanted: usize) {
        let mut source = self.source.lock();
        let mut block = vec![];
        loop {
            {
                let mut queue = self.queue.lock();
                queue.samples.extend(block.drain(..));
                if queue.ended || queue.samples.len() >= wanted {
                    return;
                }
            }
            if !self.decode(&mut source, &mut block) {
                self.queue.lock().ended = true;
                return;
            }
        }
    }

    /// One block more; false at the end.
    fn decode(&self, source: &mut Source, block: &mut Vec<f32>) -> bool {
        loop {
            if source.decoder.next_block(block).unwrap_or(false) {
                source.pass += (block.len() / self.channels) as u64;
                return true;
            }
            if self.jumps.load(Ordering::Relaxed) == 0 {
                self.length.store(source.pass, Ordering::Relaxed);
            }
            if !source.looped || source.pass == 0 || source.decoder.seek(0).is_err() {
                return false;
            }
            block.clear();
            source.pass = 0;
        }
    }

    /// Moves up to `frames` frames to the end of `out`. Where `decode_now`, what is missing is decoded by the
    /// calling thread.
    pub fn read(&self, frames: usize, out: &mut Vec<f32>, decode_now: bool) -> Read {
        if decode_now && self.queue.lock().samples.len() < frames * self.channels {
            self.fill_to(frames * self.channels);
        }
        let mut queue = self.queue.lock();
        let count = queue.samples.len().min(frames * self.channels);
        out.extend(queue.samples.drain(..count));
        match count {
            0 if queue.ended => Read::Ended,
            0 => Read::Late,
            _ => Read::Frames,
        }
    }

    /// Goes on from this frame.
    pub fn seek(&self, frame: u64) -> Result<(), DecodeError> {
        let mut source = self.source.lock();
        source.decoder.seek(frame)?;
        source.pass = 1;
        {
            let mut queue = self.queue.lock();
            *queue = Queue::default();
            self.jumped_to.store(frame, Ordering::Relaxed);
            self.jumps.fetch_add(1, Ordering::Release);
        }
        drop(source);
        self.fill();
        Ok(())
    }
}
