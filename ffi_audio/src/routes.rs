//! How playbacks come to the whole mix: each by its bus, and that by the one that it is in.

use crate::{
    block::{BLOCK, BlockContext},
    bus::{self, Bus},
    crossfade,
    strip::Span,
    voice::PlaybackVoice,
};
use std::{mem::take, sync::Arc};

/// The mixing thread's buses, and its room.
pub struct Routes {
    /// Each behind the one that it goes into.
    buses: Vec<Arc<Bus>>,
    scratch: Vec<f32>,
    /// A playback that moves from one bus to another.
    moving: Vec<f32>,
    /// What of the whole mix is heard.
    master: Span,
}

impl Routes {
    /// No bus yet.
    pub fn new(channels: usize) -> Self {
        let room = || vec![0.0; BLOCK * channels];
        let master = Span { frames: 0, is_silent: false, after_silence: false };
        Self { buses: Vec::with_capacity(bus::MOST), scratch: room(), moving: room(), master }
    }

    /// Takes in those that were made. There is room for all that there can be.
    pub fn add_buses(&mut self, new: &mut Vec<Arc<Bus>>) {
        self.buses.append(new);
    }

    /// All of them, for who ends everything.
    pub fn take_buses(&mut self) -> Vec<Arc<Bus>> {
        self.buses.drain(..).collect()
    }

    /// Hands over those that nobody has any more, for another thread to free.
    pub fn remove_unused(&mut self, old: &mut Vec<Arc<Bus>>) {
        self.buses.retain(|bus| {
            let is_used = Arc::strong_count(bus) > 1 || old.len() == old.capacity();
            if !is_used {
                old.push(bus.clone());
            }
            is_used
        });
    }

    fn find(&self, number: u32) -> Option<&Arc<Bus>> {
        self.buses.iter().find(|bus| bus.number == number)
    }

    fn span(&self, bus: Option<&Arc<Bus>>) -> Span {
        bus.map_or(self.master, |bus| bus.span())
    }

    /// Begins a block.
    pub fn begin(&mut self, master: Span) {
        self.master = master;
        for bus in &self.buses {
            bus.begin(self.span(self.find(bus.parent())));
        }
    }

    /// Adds the next frames of a playback to its bus, or to `out`; false once it is over.
    pub fn mix(&mut self, voice: &PlaybackVoice, out: &mut [f32], context: &BlockContext) -> bool {
        let is_there = |number| number == bus::MASTER || self.find(number).is_some();
        let (from, to) = voice.route(is_there);
        let mut scratch = take(&mut self.scratch);
        let goes_on = if from == to {
            let bus = self.find(to);
            let context = within(context, self.span(bus));
            match bus {
                None => voice.mix(out, &mut scratch, &context),
                Some(bus) => bus.take(|samples| voice.mix(samples, &mut scratch, &context)),
            }
        } else {
            let mut moving = take(&mut self.moving);
            let goes_on = self.mix_moving(voice, [from, to], [out, &mut moving, &mut scratch], context);
            self.moving = moving;
            goes_on
        };
        self.scratch = scratch;
        goes_on
    }

    /// From one bus to another within this block: less and less here, more and more there.
    fn mix_moving(
        &self,
        voice: &PlaybackVoice,
        [from, to]: [u32; 2],
        [out, moving, scratch]: [&mut [f32]; 3],
        context: &BlockContext,
    ) -> bool {
        let channels = context.channels;
        let buses = [from, to].map(|number| self.find(number));
        let spans = buses.map(|bus| self.span(bus));
        // What halts in one of them is heard in the other.
        let heard = if spans[1].is_silent { spans[0] } else { spans[1] };
        let moving = &mut moving[..heard.frames * channels];
        moving.fill(0.0);
        let goes_on = voice.mix(moving, scratch, &within(context, heard));
        let length = crossfade::frames_of(context.rate).min(heard.frames).max(1);
        for (i, bus) in buses.into_iter().enumerate() {
            let part = |frame: usize| {
                let done = (frame as f32 / length as f32).min(1.0);
                if i == 0 { 1.0 - done } else { done }
            };
            let add = |samples: &mut [f32]| {
                let frames = moving.chunks_exact(channels).zip(samples.chunks_exact_mut(channels));
                for (frame, (moving, out)) in frames.enumerate() {
                    let part = part(frame);
                    moving.iter().zip(out).for_each(|(moving, out)| *out += part * moving);
                }
            };
            match bus {
                None => add(&mut *out),
                Some(bus) => bus.take(add),
            }
        }
        goes_on
    }

    /// Ends a block of so many frames: what came into the buses goes to `out`.
    pub fn end(&self, out: &mut [f32], frames: usize) {
        for bus in self.buses.iter().rev() {
            let add = |samples: &[f32], out: &mut [f32]| {
                samples.iter().zip(out).for_each(|(sample, out)| *out += sample);
            };
            match self.find(bus.parent()) {
                None => bus.end(frames, |samples| add(samples, out)),
                Some(parent) => bus.end(frames, |samples| parent.take(|out| add(samples, out))),
            }
        }
    }
}

/// The same block as a bus has it.
fn within(context: &BlockContext, span: Span) -> BlockContext {
    BlockContext { is_silent: span.is_silent, after_silence: span.after_silence, ..*context }
}
