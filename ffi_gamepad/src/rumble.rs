//! Rumble: one effect for each pad, the newest, and a thread that ends effects or goes on with long ones.

use crate::{Error, Result};
use ffi_core::{fork::ForkSafeMutex, thread::Builder};
use gilrs_core::FfDevice;
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

/// The longest rumble.
pub const LONGEST_MS: i64 = 3_600_000;
/// The longest effect that a driver is given: it counts milliseconds in 16 bits.
const LONGEST_EFFECT: Duration = Duration::from_secs(60);

/// Strength and length of a rumble.
#[derive(Clone, Copy, Debug)]
pub struct RumbleRequest {
    strong: u16,
    weak: u16,
    length: Duration,
}

impl RumbleRequest {
    /// Checked, and clamped to what there is.
    pub fn new(strong: f64, weak: f64, duration_ms: i64) -> Result<Self> {
        let ms = u64::try_from(duration_ms).ok().filter(|_| duration_ms <= LONGEST_MS);
        Ok(Self {
            strong: magnitude("strong", strong)?,
            weak: magnitude("weak", weak)?,
            length: Duration::from_millis(ms.ok_or(Error::BadDuration(duration_ms))?),
        })
    }
}

fn magnitude(name: &'static str, value: f64) -> Result<u16> {
    if !value.is_finite() {
        return Err(Error::BadStrength { name, value });
    }
    Ok((value.clamp(0.0, 1.0) * f64::from(u16::MAX)).round() as u16)
}

/// A pad's motors, and what they do.
struct Motors {
    device: FfDevice,
    plays: Option<RunningEffect>,
}

struct RunningEffect {
    strong: u16,
    weak: u16,
    end: Instant,
    /// Time at which the driver's effect ends.
    renewal: Instant,
}

#[derive(Default)]
struct RumbleState {
    motors: BTreeMap<i64, Motors>,
    has_thread: bool,
}

static STATE: ForkSafeMutex<RumbleState> = ForkSafeMutex::by_each_process(RumbleState::default);

impl Motors {
    fn play(&mut self, request: RumbleRequest) {
        let now = Instant::now();
        let (strong, weak) = (request.strong, request.weak);
        self.plays = Some(RunningEffect { strong, weak, end: now + request.length, renewal: now });
        self.renew(now);
    }

    fn stop(&mut self) {
        if self.plays.take().is_some() {
            self.device.set_ff_state(0, 0, Duration::from_millis(1));
        }
    }

    /// Does what is due.
    fn renew(&mut self, now: Instant) {
        let Some(playing) = &mut self.plays else { return };
        if playing.end <= now {
            return self.stop();
        }
        if playing.renewal <= now {
            let length = (playing.end - now).min(LONGEST_EFFECT);
            playing.renewal = now + length;
            self.device.set_ff_state(playing.strong, playing.weak, length.max(Duration::from_millis(1)));
        }
    }

    /// Time at which something is due next.
    fn due(&self) -> Option<Instant> {
        self.plays.as_ref().map(|playing| playing.end.min(playing.renewal))
    }
}

/// Plays on a pad, instead of what plays there. `open` opens its motors where they are not open yet.
pub fn play(pad: i64, request: RumbleRequest, open: impl FnOnce() -> Option<FfDevice>) -> Result<()> {
    let mut state = STATE.lock();
    let RumbleState { motors, has_thread } = &mut *state;
    let motors = match motors.entry(pad) {
        std::collections::btree_map::Entry::Occupied(motors) => motors.into_mut(),
        std::collections::btree_map::Entry::Vacant(place) => {
            let reason = || "its driver takes no effect".to_owned();
            let device = open().ok_or_else(|| Error::Rumble { pad, reason: reason() })?;
            place.insert(Motors { device, plays: None })
        }
    };
    if request.length.is_zero() {
        motors.stop();
        return Ok(());
    }
    if !*has_thread {
        let thread = Builder::new("simple_native rumble").spawn(keep);
        thread.map_err(|error| Error::Rumble { pad, reason: error.to_string() })?;
        *has_thread = true;
    }
    motors.play(request);
    drop(state);
    STATE.notify_all();
    Ok(())
}

/// Ends what plays on a pad.
pub fn stop(pad: i64) {
    if let Some(motors) = STATE.lock().motors.get_mut(&pad) {
        motors.stop();
    }
}

/// Closes the motors of a pad that is gone.
pub fn forget(pad: i64) {
    drop(STATE.lock().motors.remove(&pad));
}

fn keep() {
    let mut state = STATE.lock();
    loop {
        let now = Instant::now();
        state.motors.values_mut().for_each(|motors| motors.renew(now));
        let due = state.motors.values().filter_map(Motors::due).min();
        state.wait(due);
    }
}
