//! Options of starting a playback, all in one call.

use crate::{
    check,
    error::{Error, Result},
    option_text,
    region::Looping,
    spatial::Vector,
};
use ffi_core::check::between;
use serde::Deserialize;

/// Options of a start; what they do not mention is as in a plain start.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StartOptions {
    /// Linear gain.
    pub volume: f64,
    /// From −1, left, to 1, right.
    pub pan: Option<f64>,
    /// A place in the room, in metres.
    pub position: Option<Vector>,
    /// Metres that it moves in a second.
    pub velocity: Option<Vector>,
    /// The handle of the bus that it goes into.
    pub bus: Option<i64>,
    /// Times the pitch.
    pub speed: f64,
    /// Again and again.
    #[serde(rename = "loop")]
    pub looped: bool,
    /// Where a loop begins anew, in seconds of the sound, and where it does so.
    pub loop_from: Option<f64>,
    /// The same.
    pub loop_to: Option<f64>,
    /// Until it is resumed.
    pub paused: bool,
    /// Time for which it rises from silence, in milliseconds.
    pub fade_in_ms: i64,
    /// Place in the sound where it starts, in seconds.
    pub from: f64,
    /// When it starts, in seconds of the engine's time.
    pub at: Option<f64>,
}

impl Default for StartOptions {
    fn default() -> Self {
        Self {
            volume: 1.0,
            pan: None,
            position: None,
            velocity: None,
            bus: None,
            speed: 1.0,
            looped: false,
            loop_from: None,
            loop_to: None,
            paused: false,
            fade_in_ms: 0,
            from: 0.0,
            at: None,
        }
    }
}

impl StartOptions {
    /// From JSON, `""` being a plain start; every number is checked.
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = option_text::read(json)?;
        check::volume(options.volume)?;
        check::speed(options.speed)?;
        check::seconds("from", options.from)?;
        check::milliseconds("fade_in_ms", options.fade_in_ms)?;
        if let Some(pan) = options.pan {
            between("pan", pan, -1.0, 1.0)?;
        }
        if let Some(at) = options.at {
            check::seconds("at", at)?;
        }
        for (name, seconds) in [("loop_from", options.loop_from), ("loop_to", options.loop_to)] {
            seconds.map(|seconds| check::seconds(name, seconds)).transpose()?;
        }
        if let Some(to) = options.loop_to {
            check::after("loop_to", to, options.loop_from.unwrap_or(0.0))?;
        }
        if options.pan.is_some() && options.position.is_some() {
            return Err(Error::Options("`pan` and `position` exclude each other".into()));
        }
        if let Some(position) = options.position {
            check::vector(["position[0]", "position[1]", "position[2]"], position)?;
        }
        if let Some(velocity) = options.velocity {
            check::vector(["velocity[0]", "velocity[1]", "velocity[2]"], velocity)?;
        }
        Ok(options)
    }

    /// What is repeated: to say where is to say that.
    pub fn looping(&self) -> Looping {
        let looped = self.looped || self.loop_from.is_some() || self.loop_to.is_some();
        Looping { looped, from: self.loop_from, to: self.loop_to }
    }
}
