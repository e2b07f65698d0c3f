//! One playback as the mixing thread holds it.

use crate::{
    bus::{Gain, Moment},
    control::{Control, Effect, FadeTo, Request, Settings},
    echo::Echo,
    gain::{Fade, Ramp},
    reverb::Reverb,
    spatial::Listener,
    track::Track,
};
use std::sync::Arc;

/// What a voice is quieter than once its tail has died away: −100 dB.
const SILENCE: f32 = 1e-5;

/// Direct to all channels, and by way of a mean of them to the left and to the right.
type Gains = [f32; 3];

/// One playback.
pub struct Voice {
    control: Arc<Control>,
    /// The mixer's volume, for a playback of a mixer.
    group: Option<Arc<Gain>>,
    tracks: Vec<Track>,
    /// Over how many channels the sound is spread: its mean is over these.
    spread: usize,
    settings: Settings,
    seen: u64,
    gains: Ramp<3>,
    heard_by: Listener,
    group_gain: f64,
    started: bool,
    fade: Fade,
    echo: Option<Echo>,
    reverb: Option<Reverb>,
    acted_on: [u64; 4],
    /// Frames of silence since the sound itself was over.
    quiet: usize,
}

impl Voice {
    /// A playback of tracks that sound together.
    pub fn new(control: Arc<Control>, group: Option<Arc<Gain>>, tracks: Vec<Track>, rate: u32) -> Self {
        Self {
            settings: control.settings(),
            control,
            group,
            spread: tracks.iter().map(Track::spread).max().unwrap_or(1),
            tracks,
            seen: 0,
            gains: Ramp::new([0.0; 3], rate),
            heard_by: Listener::default(),
            group_gain: 1.0,
            started: false,
            fade: Fade::FULL,
            echo: None,
            reverb: None,
            acted_on: [0; 4],
            quiet: 0,
        }
    }

    /// True where a caller stopped it.
    pub fn is_stopped(&self) -> bool {
        self.control.is_stopped()
    }

    /// Adds the next frames to `out`; false once the playback is over. `scratch` is as long as `out`.
    pub fn mix(&mut self, out: &mut [f32], scratch: &mut [f32], moment: &Moment) -> bool {
        if self.control.is_stopped() {
            return false;
        }
        self.follow(moment);
        if self.settings.paused {
            return true;
        }
        scratch.fill(0.0);
        let frames = out.len() / moment.channels;
        let made = self.read(scratch, moment);
        let sounding = self.effects(scratch, made, frames, moment.channels);
        self.add(&scratch[..sounding * moment.channels], out, moment.channels);
        self.control.set_seconds(self.tracks.first().map_or(0.0, Track::seconds));
        let over = self.fade.is_over() || self.is_over();
        if over {
            self.control.run_out();
        }
        !over
    }

    /// Takes in what callers changed.
    fn follow(&mut self, moment: &Moment) {
        if let Some(settings) = self.control.changed(&mut self.seen) {
            self.settings = settings;
            self.act(settings, moment);
        }
        let group_gain = self.group.as_ref().map_or(1.0, |gain| gain.get());
        (self.heard_by, self.group_gain) = (moment.listener, group_gain);
        let gains = self.target(moment.channels);
        if self.started {
            self.gains.set(gains);
        } else {
            self.gains = Ramp::new(gains, moment.rate);
            self.started = true;
        }
    }

    fn act(&mut self, settings: Settings, moment: &Moment) {
        let [fade, seek, echo, reverb] = &mut self.acted_on;
        if let Some(Some(request)) = news(settings.fade, fade) {
            self.fade = match request {
                FadeTo::Full(ms) => self.fade.fade_in(moment.frames_of(ms as f64)),
                FadeTo::Silence(ms) => self.fade.fade_out(moment.frames_of(ms as f64)),
            };
        }
        if let Some(seconds) = news(settings.seek, seek) {
            self.tracks.iter_mut().for_each(|track| track.seek(seconds));
        }
        if let Some(effect) = news(settings.echo, echo) {
            set_echo(&mut self.echo, effect, moment);
        }
        if let Some(effect) = news(settings.reverb, reverb) {
            set_reverb(&mut self.reverb, effect, moment.rate);
        }
    }

    fn target(&self, channels: usize) -> Gains {
        let volume = self.settings.volume * self.group_gain;
        let Some(position) = self.settings.position else {
            return [volume as f32, 0.0, 0.0];
        };
        let heard = self.heard_by.hear(position);
        let gain = volume * heard.gain;
        if channels == 1 {
            return [0.0, gain as f32, 0.0];
        }
        [0.0, (gain * heard.left) as f32, (gain * heard.right) as f32]
    }

    /// Adds all tracks; says how many frames the longest had.
    fn read(&mut self, scratch: &mut [f32], moment: &Moment) -> usize {
        let speed = self.settings.speed;
        self.tracks.iter_mut().map(|track| track.add(scratch, speed, moment.decode_now)).max().unwrap_or(0)
    }

    /// Runs the effects over `scratch`; says how many frames of it now sound.
    fn effects(&mut self, scratch: &mut [f32], made: usize, frames: usize, channels: usize) -> usize {
        if self.echo.is_none() && self.reverb.is_none() {
            return made;
        }
        if let Some(echo) = &mut self.echo {
            echo.process(scratch);
        }
        if let Some(reverb) = &mut self.reverb {
            reverb.process(scratch, channels);
        }
        let silent = scratch.iter().all(|sample| sample.abs() < SILENCE);
        self.quiet = if made == 0 && silent { self.quiet.saturating_add(frames) } else { 0 };
        frames
    }

    /// True once all tracks are over and no effect can sound again.
    fn is_over(&self) -> bool {
        let memory =
            self.reverb.as_ref().map_or(0, Reverb::memory) + self.echo.as_ref().map_or(0, Echo::memory);
        self.tracks.iter().all(Track::ended) && (memory == 0 || self.quiet > memory)
    }

    fn add(&mut self, samples: &[f32], out: &mut [f32], channels: usize) {
        let frames = samples.len() / channels;
        match self.gains.resting() {
            Some([gain, 0.0, 0.0]) if self.fade.is_full() => {
                samples.iter().zip(out).for_each(|(sample, out)| *out += gain * sample);
            }
            Some(gains) if self.fade.is_full() => {
                for (frame, out) in samples.chunks_exact(channels).zip(out.chunks_exact_mut(channels)) {
                    self.place(frame, out, gains);
                }
            }
            _ => {
                let pairs = samples.chunks_exact(channels).zip(out.chunks_exact_mut(channels));
                for (i, (frame, out)) in pairs.enumerate() {
                    let level = self.fade.level(i) as f32;
                    self.place(frame, out, self.gains.at(i).map(|gain| gain * level));
                }
            }
        }
        self.gains.advance(frames);
        self.fade.advance(frames);
    }

    fn place(&self, frame: &[f32], out: &mut [f32], [direct, left, right]: Gains) {
        frame.iter().zip(out.iter_mut()).for_each(|(sample, out)| *out += direct * sample);
        let mean = frame[..self.spread].iter().sum::<f32>() / self.spread as f32;
        out[0] += left * mean;
        if let Some(out) = out.get_mut(1) {
            *out += right * mean;
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.control.end();
    }
}

/// The request, where it is a new one.
fn news<T>(request: Request<T>, acted_on: &mut u64) -> Option<T> {
    (request.number != *acted_on).then(|| {
        *acted_on = request.number;
        request.value
    })
}

fn set_echo(echo: &mut Option<Echo>, effect: Effect, moment: &Moment) {
    let Some((ms, decay)) = effect else {
        *echo = None;
        return;
    };
    let frames = moment.frames_of(ms) as usize;
    match echo {
        Some(echo) => echo.set(frames, moment.channels, decay as f32),
        None => *echo = Some(Echo::new(frames, moment.channels, decay as f32)),
    }
}

fn set_reverb(reverb: &mut Option<Reverb>, effect: Effect, rate: u32) {
    match (effect, reverb.as_mut()) {
        (None, _) => *reverb = None,
        (Some((size, damping)), Some(reverb)) => reverb.set(size, damping),
        (Some((size, damping)), None) => *reverb = Some(Reverb::new(size, damping, rate)),
    }
}
