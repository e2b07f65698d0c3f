//! One playback as the mixing thread holds it.

use crate::{
    block::{BLOCK, BlockContext, MAX_SPEED},
    control::{Control, FadeTo, Request, Settings},
    echo::Echo,
    effect::Effect,
    effects::Effects,
    filter::Filters,
    gain::{Fade, Gain, Ramp},
    reverb::Reverb,
    spatial::Listener,
    track::Track,
};
use ffi_core::Locked;
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

/// Level below which a voice is silent once its tail has died away: −100 dB.
const SILENCE: f32 = 1e-5;

/// The Doppler effect makes nothing slower than that.
const LOWEST_SPEED: f64 = 0.01;

/// Direct to all channels, and by way of a mean of them to the left and to the right.
type Gains = [f32; 3];

/// A playback as its handle and the mix share it.
pub struct PlaybackVoice {
    /// Settings that callers make.
    pub control: Arc<Control>,
    /// None once it was stopped.
    voice: Locked<Option<Box<Voice>>>,
    /// The bus that it was last heard in; the mixing thread's alone.
    heard_in: AtomicU32,
}

impl PlaybackVoice {
    /// About to start.
    pub fn new(control: Arc<Control>, voice: Voice) -> Arc<Self> {
        let heard_in = AtomicU32::new(control.bus());
        Arc::new(Self { control, voice: Locked::new(Some(Box::new(voice))), heard_in })
    }

    /// The bus that it was last heard in, and the one that it is to be heard in, of those that are there.
    pub fn route(&self, is_there: impl FnOnce(u32) -> bool) -> (u32, u32) {
        let (from, to) = (self.heard_in.load(Ordering::Relaxed), self.control.bus());
        if from == to || !is_there(to) {
            return (from, from);
        }
        self.heard_in.store(to, Ordering::Relaxed);
        let is_heard =
            || self.voice.try_lock().is_some_and(|voice| voice.as_ref().is_some_and(|voice| voice.sounds()));
        if is_heard() { (from, to) } else { (to, to) }
    }

    /// Has the mix end it without a click, within some milliseconds. What is not heard, or not mixed, is dropped
    /// here and now.
    pub fn stop(&self, is_mixed: bool) {
        self.control.stop();
        let Some(mut voice) = self.voice.try_lock() else { return };
        if !is_mixed || !voice.as_ref().is_some_and(|voice| voice.sounds()) {
            let voice = voice.take();
            self.control.end();
            drop(voice);
        }
    }

    /// True where nothing of it is to be heard any more.
    pub fn is_over(&self) -> bool {
        self.control.has_ended()
    }

    /// Adds the next frames to `out`; false once it is over. `scratch` is as long as `out`.
    pub fn mix(&self, out: &mut [f32], scratch: &mut [f32], context: &BlockContext) -> bool {
        if self.is_over() {
            return false;
        }
        // Who else has it is stopping it.
        let Some(mut voice) = self.voice.try_lock() else { return true };
        let goes_on = voice.as_mut().is_some_and(|voice| voice.mix(&self.control, out, scratch, context));
        if !goes_on {
            self.control.end();
        }
        goes_on
    }
}

/// Tracks that are spread over fewer channels than others of their playback: each counts in the mean of a
/// positioned sound as if it were alone.
struct NarrowTracks {
    /// Room for one of them.
    frames: Vec<f32>,
    /// 1 where the playback has a position, 0 where it has none.
    spatial_blend: Ramp<1>,
}

/// Audible part of a playback.
pub struct Voice {
    /// The mixer's volume, for a playback of a mixer.
    group: Option<Arc<Gain>>,
    tracks: Vec<Track>,
    /// Over how many channels the sound is spread: its mean is over these.
    output_channels: usize,
    narrow: Option<NarrowTracks>,
    /// Where it takes the place of another playback, and where another takes its.
    comes_in: Turn,
    goes_out: Turn,
    settings: Settings,
    /// What the settings and the Doppler effect make of its speed.
    speed: f64,
    seen: u64,
    gains: Ramp<3>,
    listener: Listener,
    group_gain: f64,
    started: bool,
    /// Closes and opens for pauses and stops.
    gate: Ramp<1>,
    fade: Fade,
    echo: Option<Box<Echo>>,
    reverb: Option<Box<Reverb>>,
    filters: Option<Box<Filters>>,
    acted_on: [u64; 3],
    /// Frames of silence since the sound itself was over.
    quiet: usize,
}

impl Voice {
    /// Tracks that sound together.
    pub fn new(
        control: &Control,
        group: Option<Arc<Gain>>,
        tracks: Vec<Track>,
        rate: u32,
        channels: usize,
    ) -> Self {
        let output_channels = tracks.iter().map(Track::output_channels).max().unwrap_or(1);
        let narrow = tracks.iter().any(|track| track.output_channels() < output_channels).then(|| {
            NarrowTracks { frames: vec![0.0; BLOCK * channels], spatial_blend: Ramp::new([0.0], rate) }
        });
        Self {
            settings: control.settings(),
            group,
            tracks,
            output_channels,
            narrow,
            comes_in: Turn::default(),
            goes_out: Turn::default(),
            speed: 1.0,
            seen: 0,
            gains: Ramp::new([0.0; 3], rate),
            listener: Listener::default(),
            group_gain: 1.0,
            started: false,
            gate: Ramp::short([0.0], rate),
            fade: Fade::FULL,
            echo: None,
            reverb: None,
            filters: None,
            acted_on: [0; 3],
            quiet: 0,
        }
    }

    fn mix(
        &mut self,
        control: &Control,
        out: &mut [f32],
        scratch: &mut [f32],
        context: &BlockContext,
    ) -> bool {
        let Some(skipped) = self.wait_for_start(control, out.len() / context.channels, context) else {
            return !control.is_stopped();
        };
        let is_heard = self.sounds() && !context.after_silence;
        if !is_heard {
            self.tracks.iter_mut().for_each(Track::silence);
        }
        self.follow(control, context, is_heard);
        let is_halted = self.settings.paused || control.is_stopped();
        let is_silent = context.is_silent || if self.started { self.gate.is_silent() } else { is_halted };
        if is_silent && (is_halted || context.is_silent) {
            // Whoever follows waits, too.
            control.set_end(None, false);
            self.tell(control, context, 0, (0, 0));
            return !control.is_stopped();
        }
        let gate = [if is_halted { 0.0 } else { 1.0 }];
        if self.started {
            self.gate.set(gate);
        } else {
            (self.gate, self.started) = (Ramp::short(gate, context.rate), true);
        }
        // What halts keeps its place where it is no longer heard.
        let halting = if is_halted { self.gate.remaining() } else { usize::MAX };
        let out = &mut out[skipped * context.channels..];
        let frames = halting.min(out.len() / context.channels);
        let out = &mut out[..frames * context.channels];
        let scratch = &mut scratch[..out.len()];
        scratch.fill(0.0);
        let first = context.time + skipped as u64;
        control.begin();
        self.give_way(control, first, frames);
        let made = self.read(scratch, context);
        self.tell_end(control, first, made, frames);
        let sounding = self.effects(scratch, made, frames, context.channels);
        self.take_turns(&mut scratch[..sounding * context.channels], first, context.channels);
        self.add(&scratch[..sounding * context.channels], out, context.channels);
        self.tell(control, context, skipped, (made, frames));
        let over = self.fade.is_over() || self.is_over();
        if over {
            control.finish();
        }
        !over
    }

    /// Tells how far it is: of these frames, so many were of the sound.
    fn tell(
        &self,
        control: &Control,
        context: &BlockContext,
        skipped: usize,
        (made, frames): (usize, usize),
    ) {
        let seconds = self.seconds();
        if !context.waits {
            let slope = self.speed / f64::from(context.rate);
            let first = (context.time + skipped as u64) as f64;
            let (last, span) = (first + made as f64, self.tracks.first().and_then(Track::span));
            if made > 0 {
                let before = seconds - slope * made as f64;
                let before = match span {
                    Some((from, to)) => from + (before - from).rem_euclid(to - from),
                    None => before.max(0.0),
                };
                control.set_line(first, before, slope, span);
            }
            if made < frames || made == 0 {
                control.set_line(last, seconds, 0.0, None);
            }
        }
        control.set_seconds(seconds);
    }

    fn seconds(&self) -> f64 {
        self.tracks.iter().map(Track::seconds).fold(0.0, f64::max)
    }

    /// Number of frames of this block that lie before its start; None where all do.
    fn wait_for_start(&mut self, control: &Control, frames: usize, context: &BlockContext) -> Option<usize> {
        if self.started || context.is_silent {
            return Some(0);
        }
        let at_once = self.settings.start.unwrap_or(0);
        let (first, length) = control.begins(at_once, context.time)?;
        let before = first.saturating_sub(context.time);
        let skipped = usize::try_from(before).ok().filter(|&before| before < frames)?;
        self.comes_in = Turn { first, length };
        Some(skipped)
    }

    /// Tells when its sound is over, and gives way to what follows then.
    fn tell_end(&mut self, control: &Control, at: u64, made: usize, frames: usize) {
        if made < frames && self.tracks.iter().all(Track::ended) {
            return control.set_end(Some(at + made as u64), true);
        }
        let left = self.tracks.iter().map(|track| track.remaining(self.speed));
        let left = left.reduce(|a, b| Some(a?.max(b?))).flatten();
        control.set_end(left.map(|left| at + made as u64 + left.round() as u64), false);
    }

    /// Begins to give way to another playback where its end is near.
    fn give_way(&mut self, control: &Control, time: u64, frames: usize) {
        let length = control.gives_way();
        let Some(left) = (length > 0 && self.goes_out.length == 0)
            .then(|| self.tracks.iter().map(|track| track.remaining(self.speed)))
            .and_then(|left| left.reduce(|a, b| Some(a?.max(b?))).flatten())
        else {
            return;
        };
        let end = time + left.round() as u64;
        let first = end.saturating_sub(length).max(time);
        if first < time + frames as u64 {
            self.goes_out = Turn { first, length: (end - first).max(1) };
        }
    }

    /// True where it is being heard.
    fn sounds(&self) -> bool {
        self.started && !self.gate.is_silent()
    }

    /// Takes in what callers changed: smoothly where it is heard.
    fn follow(&mut self, control: &Control, context: &BlockContext, is_heard: bool) {
        if let Some((settings, mut effects)) = control.changed(&mut self.seen) {
            self.settings = settings;
            if !self.act(settings, &mut effects, context, is_heard) {
                self.seen = 0;
            }
        }
        let group_gain = self.group.as_ref().map_or(1.0, |gain| gain.get());
        (self.listener, self.group_gain) = (context.listener, group_gain);
        let shift = self.settings.position.map_or(1.0, |at| self.listener.shift(at, self.settings.velocity));
        self.speed = (self.settings.speed * shift).clamp(LOWEST_SPEED, MAX_SPEED);
        let gains = self.target(context.channels);
        let spatial_blend =
            [if self.settings.position.is_some() || self.settings.pan.is_some() { 1.0 } else { 0.0 }];
        if is_heard {
            self.gains.set(gains);
        } else {
            self.gains = Ramp::new(gains, context.rate);
        }
        if let Some(narrow) = &mut self.narrow {
            if is_heard {
                narrow.spatial_blend.set(spatial_blend);
            } else {
                narrow.spatial_blend = Ramp::new(spatial_blend, context.rate);
            }
        }
    }

    /// False where an effect has to fall silent before all is done.
    fn act(
        &mut self,
        settings: Settings,
        effects: &mut Effects,
        context: &BlockContext,
        is_heard: bool,
    ) -> bool {
        let [fade, seek, looped] = &mut self.acted_on;
        if let Some(Some(request)) = new_request(settings.fade, fade) {
            let settles = if is_heard { self.gate.frames() } else { 0 };
            self.fade = match request {
                FadeTo::Full(ms) => self.fade.fade_in(context.frames_of(ms as f64), settles),
                FadeTo::Silence(ms) => self.fade.fade_out(context.frames_of(ms as f64), settles),
            };
        }
        if let Some(seconds) = new_request(settings.seek, seek) {
            self.tracks.iter_mut().for_each(|track| track.seek(seconds));
        }
        if let Some(region) = new_request(settings.looped, looped) {
            self.tracks.iter_mut().for_each(|track| track.set_looped(region));
        }
        let echo = effects.echo.take(&mut self.echo, is_heard);
        let filters = effects.filters.take(&mut self.filters, is_heard);
        effects.reverb.take(&mut self.reverb, is_heard) && echo && filters
    }

    fn target(&self, channels: usize) -> Gains {
        let volume = self.settings.volume * self.group_gain;
        let Some(position) = self.settings.position else {
            return match self.settings.pan {
                Some(_) if channels == 1 => [0.0, volume as f32, 0.0],
                Some(pan) => {
                    let angle = (pan + 1.0) * std::f64::consts::FRAC_PI_4;
                    [0.0, (volume * angle.cos()) as f32, (volume * angle.sin()) as f32]
                }
                None => [volume as f32, 0.0, 0.0],
            };
        };
        let heard = self.listener.spatialize(position, self.settings.distance);
        let gain = volume * heard.gain;
        if channels == 1 {
            return [0.0, gain as f32, 0.0];
        }
        [0.0, (gain * heard.left) as f32, (gain * heard.right) as f32]
    }

    /// Adds all tracks; says how many frames the longest had.
    fn read(&mut self, scratch: &mut [f32], context: &BlockContext) -> usize {
        let (speed, output_channels) = (self.speed, self.output_channels);
        let frames = scratch.len() / context.channels;
        let mut longest = 0;
        for track in &mut self.tracks {
            let made = match &mut self.narrow {
                Some(narrow) if track.output_channels() < output_channels => {
                    let own = &mut narrow.frames[..scratch.len()];
                    own.fill(0.0);
                    let made = track.add(own, speed, context.waits);
                    let more = output_channels as f32 / track.output_channels() as f32 - 1.0;
                    let pairs =
                        own.chunks_exact(context.channels).zip(scratch.chunks_exact_mut(context.channels));
                    for (i, (own, scratch)) in pairs.take(made).enumerate() {
                        let [spatial_blend] = narrow.spatial_blend.at(i);
                        own.iter()
                            .zip(scratch)
                            .for_each(|(own, out)| *out += own * (1.0 + spatial_blend * more));
                    }
                    made
                }
                _ => track.add(scratch, speed, context.waits),
            };
            longest = longest.max(made);
        }
        if let Some(narrow) = &mut self.narrow {
            narrow.spatial_blend.advance(frames);
        }
        longest
    }

    /// Runs the effects over `scratch`; says how many frames of it now sound.
    fn effects(&mut self, scratch: &mut [f32], made: usize, frames: usize, channels: usize) -> usize {
        let (echo, reverb) = (
            self.echo.as_mut().filter(|echo| echo.memory() > 0),
            self.reverb.as_mut().filter(|reverb| reverb.memory() > 0),
        );
        let filters = self.filters.as_mut().filter(|filters| !filters.is_silent());
        if echo.is_none() && reverb.is_none() && filters.is_none() {
            return made;
        }
        if let Some(filters) = filters {
            filters.process(scratch);
        }
        if let Some(echo) = echo {
            echo.process(scratch);
        }
        if let Some(reverb) = reverb {
            reverb.process(scratch, channels);
        }
        let silent = scratch.iter().all(|sample| sample.abs() < SILENCE);
        self.quiet = if made == 0 && silent { self.quiet.saturating_add(frames) } else { 0 };
        frames
    }

    /// True once all tracks are over and no effect can sound again.
    fn is_over(&self) -> bool {
        let memory = self.reverb.as_deref().map_or(0, Reverb::memory)
            + self.echo.as_deref().map_or(0, Echo::memory)
            + self.filters.as_deref().map_or(0, Filters::memory);
        self.tracks.iter().all(Track::ended) && (memory == 0 || self.quiet > memory)
    }

    /// Comes in and goes out with constant power.
    fn take_turns(&self, samples: &mut [f32], first: u64, channels: usize) {
        for (turn, fades_in) in [(self.comes_in, true), (self.goes_out, false)] {
            let is_over = turn.first + turn.length <= first;
            if turn.length == 0 || is_over && fades_in {
                continue;
            }
            for (frame, at) in samples.chunks_exact_mut(channels).zip(first..) {
                let part = at.saturating_sub(turn.first) as f64 / turn.length as f64;
                let angle = part.min(1.0) * std::f64::consts::FRAC_PI_2;
                let gain = if fades_in { angle.sin() } else { angle.cos() } as f32;
                frame.iter_mut().for_each(|sample| *sample *= gain);
            }
        }
    }

    fn add(&mut self, samples: &[f32], out: &mut [f32], channels: usize) {
        let frames = samples.len() / channels;
        match self.gains.resting() {
            Some([gain, 0.0, 0.0]) if self.is_open() => {
                samples.iter().zip(out).for_each(|(sample, out)| *out += gain * sample);
            }
            Some([0.0, left, right]) if self.is_open() && channels == 2 && self.output_channels == 2 => {
                let (samples, out) = (samples.as_chunks::<2>().0, out.as_chunks_mut::<2>().0);
                for (frame, out) in samples.iter().zip(out) {
                    let mean = 0.5 * (frame[0] + frame[1]);
                    *out = [out[0] + left * mean, out[1] + right * mean];
                }
            }
            Some(gains) if self.is_open() => {
                for (frame, out) in samples.chunks_exact(channels).zip(out.chunks_exact_mut(channels)) {
                    self.place(frame, out, gains);
                }
            }
            _ => {
                let pairs = samples.chunks_exact(channels).zip(out.chunks_exact_mut(channels));
                for (i, (frame, out)) in pairs.enumerate() {
                    let level = self.fade.level(i) as f32 * self.gate.at(i)[0];
                    self.place(frame, out, self.gains.at(i).map(|gain| gain * level));
                }
            }
        }
        self.gains.advance(frames);
        self.fade.advance(frames);
        self.gate.advance(frames);
    }

    /// True where neither a fade nor the gate changes anything.
    fn is_open(&self) -> bool {
        self.fade.is_full() && self.gate.resting() == Some([1.0])
    }

    fn place(&self, frame: &[f32], out: &mut [f32], [direct, left, right]: Gains) {
        frame.iter().zip(out.iter_mut()).for_each(|(sample, out)| *out += direct * sample);
        let mean = frame[..self.output_channels].iter().sum::<f32>() / self.output_channels as f32;
        out[0] += left * mean;
        if let Some(out) = out.get_mut(1) {
            *out += right * mean;
        }
    }
}

/// Frames of the engine's in which one playback gives way to another.
#[derive(Clone, Copy, Default)]
struct Turn {
    first: u64,
    length: u64,
}

/// The request, where it is a new one.
fn new_request<T>(request: Request<T>, acted_on: &mut u64) -> Option<T> {
    (request.number != *acted_on).then(|| {
        *acted_on = request.number;
        request.value
    })
}
