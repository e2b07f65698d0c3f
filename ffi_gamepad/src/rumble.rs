//! Rumble: one effect for each pad, the newest.

use crate::{Error, Result};
use gilrs::{
    GamepadId, Gilrs,
    ff::{BaseEffect, BaseEffectType, Effect, EffectBuilder, Repeat, Replay, Ticks},
};
use std::collections::BTreeMap;

/// The longest rumble.
pub const LONGEST_MS: i64 = 3_600_000;

/// How strong and how long.
pub struct Request {
    strong: u16,
    weak: u16,
    ms: u32,
}

impl Request {
    /// Checked, and clamped to what there is.
    pub fn new(strong: f64, weak: f64, duration_ms: i64) -> Result<Self> {
        let ms = u32::try_from(duration_ms).ok().filter(|&ms| i64::from(ms) <= LONGEST_MS);
        Ok(Self {
            strong: magnitude("strong", strong)?,
            weak: magnitude("weak", weak)?,
            ms: ms.ok_or(Error::BadDuration(duration_ms))?,
        })
    }
}

fn magnitude(name: &'static str, value: f64) -> Result<u16> {
    if !value.is_finite() {
        return Err(Error::BadStrength { name, value });
    }
    Ok((value.clamp(0.0, 1.0) * f64::from(u16::MAX)).round() as u16)
}

/// The effects that play, or played last.
#[derive(Default)]
pub struct Effects(BTreeMap<i64, Effect>);

impl Effects {
    /// Plays on a pad, instead of what plays there.
    pub fn play(&mut self, gilrs: &mut Gilrs, id: GamepadId, request: &Request) -> Result<()> {
        let pad = usize::from(id) as i64;
        self.0.remove(&pad);
        if request.ms == 0 {
            return Ok(());
        }
        let failed = |error: gilrs::ff::Error| Error::Rumble { pad, reason: error.to_string() };
        let effect = build(request).gamepads(&[id]).finish(gilrs).map_err(failed)?;
        effect.play().map_err(failed)?;
        self.0.insert(pad, effect);
        Ok(())
    }

    /// Ends what plays on a pad.
    pub fn stop(&mut self, pad: i64) {
        // Dropping the last handle of an effect takes it out of gilrs's mix.
        self.0.remove(&pad);
    }
}

fn build(request: &Request) -> EffectBuilder {
    let play_for = Ticks::from_ms(request.ms);
    // gilrs repeats an effect for a step or two after its end; the pause keeps that silent.
    let scheduling = Replay { play_for, with_delay: play_for + Ticks::from_ms(1000), ..Replay::default() };
    let effect = |kind| BaseEffect { kind, scheduling, ..BaseEffect::default() };
    let mut builder = EffectBuilder::new();
    builder
        .add_effect(effect(BaseEffectType::Strong { magnitude: request.strong }))
        .add_effect(effect(BaseEffectType::Weak { magnitude: request.weak }))
        .repeat(Repeat::For(play_for));
    builder
}
