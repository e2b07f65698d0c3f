//! The process's one connection to the game-pad subsystem.
//!
//! There is one for all contexts, kept while the process lives, because gilrs never ends the threads that it
//! starts. A keeper thread reads it while nobody else does, because the kernel's queues are short; it sleeps until
//! there is something to read, and where there is no context until there is one.

#[cfg(target_os = "linux")]
use crate::extras::Extras;
use crate::{
    Error, Result, auto_mapping,
    codes::kind,
    context::Context,
    elements::Elements,
    event::GamepadEvent,
    mapping_database,
    pad::{Description, Pad},
    raw::RawState,
    rumble::{self, RumbleRequest},
    translator::Translator,
};
use ffi_core::{
    clock,
    fork::ForkSafeMutex,
    thread::{Builder, with_signals_blocked},
};
use gilrs_core::{EvCode, EventType, Gilrs, PowerInfo};
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Weak},
    thread,
};

/// A child of `fork` connects anew: what its parent reads it must not read away. A context that is made is a change.
static BACKEND: ForkSafeMutex<Backend> = ForkSafeMutex::by_each_process(Backend::default);

#[derive(Default)]
struct Backend {
    gilrs: Option<Gilrs>,
    has_keeper: bool,
    pads: BTreeMap<i64, Tracked>,
    contexts: Vec<Weak<Context>>,
}

/// A pad that is there.
struct Tracked {
    translator: Translator,
    raw: RawState,
    pad: Pad,
    #[cfg(target_os = "linux")]
    extras: Extras,
}

impl Tracked {
    fn button(&mut self, code: EvCode, pressed: bool) -> Vec<GamepadEvent> {
        self.raw.button(self.translator.elements(), code, pressed);
        self.translator.button(code, pressed)
    }

    fn axis(&mut self, code: EvCode, value: i32) -> Vec<GamepadEvent> {
        self.raw.axis(self.translator.elements(), code, value);
        self.translator.axis(code, value)
    }
}

impl Backend {
    /// Connects to the game-pad subsystem; where there is none, the next context tries anew.
    fn connect(&mut self) {
        if self.gilrs.is_some() {
            return self.start_keeper();
        }
        let Ok(gilrs) = with_signals_blocked(Gilrs::new) else { return };
        let ids = (0..gilrs.last_gamepad_hint())
            .filter(|&id| gilrs.gamepad(id).is_some_and(|pad| pad.is_connected()));
        let ids: Vec<usize> = ids.collect();
        self.gilrs = Some(gilrs);
        for id in ids {
            // Nobody is there to be told.
            self.appear(id);
        }
        self.start_keeper();
    }

    /// Without a keeper the contexts' own updates still read; the next context tries again.
    fn start_keeper(&mut self) {
        if let (false, Some(gilrs)) = (self.has_keeper, &self.gilrs) {
            let waiter = waiter(gilrs);
            self.has_keeper = Builder::new("simple_native pads").spawn(move || keep(&waiter)).is_ok();
        }
    }

    /// Takes a pad in; gives the events of what is held on it.
    fn appear(&mut self, id: usize) -> Vec<GamepadEvent> {
        let Some(native) = self.gilrs.as_ref().and_then(|gilrs| gilrs.gamepad(id)) else { return Vec::new() };
        let elements = Elements::of(native);
        let listed = mapping_database::get().find(native.uuid(), native.name());
        let mapping = listed.unwrap_or_else(|| auto_mapping::make(&elements, native.vendor_id()));
        let number = id as i64;
        let mut tracked = Tracked {
            raw: RawState::new(&elements),
            translator: Translator::new(number, elements, &mapping),
            pad: Pad::at_rest(Description::of(native, mapping.name)),
            #[cfg(target_os = "linux")]
            extras: Extras::default(),
        };
        let events = held(native, &mut tracked);
        for event in &events {
            tracked.pad.take_in(event);
        }
        self.pads.insert(number, tracked);
        events
    }

    /// Reads what happened and tells every context.
    fn pump(&mut self) {
        while let Some(reported) = self.gilrs.as_mut().and_then(Gilrs::next_event) {
            let pad = reported.id as i64;
            let time = clock::at(reported.time);
            match reported.event {
                EventType::Connected => {
                    let held = self.appear(reported.id);
                    let description = self.pads.get(&pad).map(|tracked| tracked.pad.description.clone());
                    self.tell(GamepadEvent::of_pad(kind::CONNECTED, pad).dated(time), description);
                    held.into_iter().for_each(|event| self.tell(event.dated(time), None));
                }
                EventType::Disconnected => self.disappear(pad, time),
                EventType::ButtonPressed(code) => {
                    self.report(pad, time, |tracked| tracked.button(code, true))
                }
                EventType::ButtonReleased(code) => {
                    self.report(pad, time, |tracked| tracked.button(code, false))
                }
                EventType::AxisValueChanged(value, code) => {
                    self.report(pad, time, |tracked| tracked.axis(code, value));
                }
                _ => {}
            }
        }
    }

    fn report(&mut self, pad: i64, time: i64, translate: impl FnOnce(&mut Tracked) -> Vec<GamepadEvent>) {
        let Some(tracked) = self.pads.get_mut(&pad) else { return };
        let events = translate(tracked);
        for event in &events {
            tracked.pad.take_in(event);
        }
        events.into_iter().for_each(|event| self.tell(event.dated(time), None));
    }

    /// Lets go of what is held by the mappings until now, and tells what is held by those from now on.
    fn read_anew(&mut self) {
        self.pump();
        for id in self.pads.keys().copied().collect::<Vec<_>>() {
            let Some(tracked) = self.pads.get_mut(&id) else { continue };
            // What follows from them, contexts find by themselves.
            let now = clock::now();
            let released = tracked.pad.let_go(id, now);
            released.into_iter().for_each(|(event, _)| self.tell(event, None));
            let held = self.appear(id as usize);
            held.into_iter().for_each(|event| self.tell(event.dated(now), None));
        }
    }

    fn disappear(&mut self, id: i64, time: i64) {
        rumble::forget(id);
        let gone = GamepadEvent::of_pad(kind::DISCONNECTED, id).dated(time);
        let released = self.pads.remove(&id).map(|mut tracked| tracked.pad.release(id, time));
        // Whoever hears of it finds it in every context; those let go of what they know by themselves.
        self.tell_contexts(gone, None);
        released.into_iter().flatten().for_each(|event| event.publish());
        gone.publish();
    }

    fn tell(&self, event: GamepadEvent, description: Option<Description>) {
        self.tell_contexts(event, description);
        event.publish();
    }

    fn tell_contexts(&self, event: GamepadEvent, description: Option<Description>) {
        let contexts = self.contexts.iter().filter_map(Weak::upgrade);
        contexts.for_each(|context| context.tell(event, description.clone()));
    }

    fn native(&self, id: i64) -> Option<&gilrs_core::Gamepad> {
        self.gilrs.as_ref()?.gamepad(usize::try_from(id).ok()?).filter(|pad| pad.is_connected())
    }

    fn has_context(&self) -> bool {
        self.contexts.iter().any(|context| context.strong_count() > 0)
    }
}

/// Adds mappings; pads that are there are read anew by them. How many mappings there were.
pub fn add_mappings(text: &str) -> usize {
    let added = mapping_database::extend(text);
    if added > 0 {
        BACKEND.lock().read_anew();
    }
    added
}

/// Events for what is held on a pad that appears, and for the positions of its axes.
#[cfg(target_os = "linux")]
fn held(native: &gilrs_core::Gamepad, tracked: &mut Tracked) -> Vec<GamepadEvent> {
    use gilrs_core::LinuxGamepadExt;
    let Elements { buttons, axes, hats } = tracked.translator.elements().clone();
    let pressed = buttons.into_iter().filter(|&code| native.is_pressed(code));
    let mut events: Vec<GamepadEvent> = pressed.flat_map(|code| tracked.button(code, true)).collect();
    let hats = hats.into_iter().flat_map(|hat| [hat.across, hat.along]).flatten();
    for code in axes.into_iter().map(|axis| axis.code).chain(hats) {
        if let Some(value) = native.axis_value(code) {
            tracked.raw.axis(tracked.translator.elements(), code, value);
            events.extend(tracked.translator.appear(code, value));
        }
    }
    events
}

/// Other systems tell it in their first reports.
#[cfg(not(target_os = "linux"))]
fn held(_native: &gilrs_core::Gamepad, _tracked: &mut Tracked) -> Vec<GamepadEvent> {
    Vec::new()
}

/// Waits until there is something to read.
type Waiter = Box<dyn Fn() + Send>;

fn pace() {
    thread::sleep(std::time::Duration::from_millis(10));
}

#[cfg(target_os = "linux")]
fn waiter(gilrs: &Gilrs) -> Waiter {
    match gilrs.waiter() {
        Some(waiter) => Box::new(move || waiter.wait()),
        None => Box::new(pace),
    }
}

#[cfg(not(target_os = "linux"))]
fn waiter(_gilrs: &Gilrs) -> Waiter {
    Box::new(pace)
}

fn keep(wait: &Waiter) {
    loop {
        wait();
        let mut backend = BACKEND.lock();
        while !backend.has_context() {
            backend.wait(None);
        }
        // A panic inside gilrs is for the call that meets it to report; the keeper goes on.
        if catch_unwind(AssertUnwindSafe(|| backend.pump())).is_err() {
            drop(backend);
            pace();
        }
    }
}

/// A new context with the pads that are there.
pub fn open() -> Arc<Context> {
    let mut backend = BACKEND.lock();
    backend.connect();
    backend.pump();
    let context =
        Arc::new(Context::new(backend.pads.iter().map(|(&id, tracked)| (id, tracked.pad.clone())).collect()));
    backend.contexts.retain(|context| context.strong_count() > 0);
    backend.contexts.push(Arc::downgrade(&context));
    drop(backend);
    BACKEND.notify_all();
    context
}

/// Tells every context what happened since the last read.
pub fn pump() {
    BACKEND.lock().pump();
}

/// What the driver of pad `id` reports, at this moment.
pub fn raw(id: i64) -> Result<RawState> {
    let mut backend = BACKEND.lock();
    backend.pump();
    backend.pads.get(&id).map(|tracked| tracked.raw.clone()).ok_or(Error::NoDriver(id))
}

const MOTION: &str = "motion sensors";
const TOUCHPAD: &str = "touchpad";
const LIGHT: &str = "light";

/// Uses what `of` finds of pad `id` beside its buttons and axes; what has come since is looked for.
#[cfg(target_os = "linux")]
fn with_extra<E, R>(
    id: i64,
    what: &'static str,
    of: fn(&Extras) -> Option<&E>,
    work: impl FnOnce(&E) -> std::io::Result<R>,
) -> Result<R> {
    use gilrs_core::LinuxGamepadExt;
    let mut backend = BACKEND.lock();
    let device = backend.native(id).map(|native| native.devpath().to_owned()).ok_or(Error::NoDriver(id))?;
    let tracked = backend.pads.get_mut(&id).ok_or(Error::NoDriver(id))?;
    if of(&tracked.extras).is_none() {
        tracked.extras = Extras::find(&device);
    }
    let extra = of(&tracked.extras).ok_or(Error::NoExtra { pad: id, what })?;
    work(extra).map_err(|error| Error::Extra { pad: id, what, reason: error.to_string() })
}

/// How pad `id` is moved at this moment.
#[cfg(target_os = "linux")]
pub fn motion(id: i64) -> Result<[f64; 6]> {
    with_extra(id, MOTION, |extras| extras.motion.as_ref(), crate::extras::motion)
}

/// How many fingers its touchpad tells apart.
#[cfg(target_os = "linux")]
pub fn touch_count(id: i64) -> Result<usize> {
    with_extra(id, TOUCHPAD, |extras| extras.touchpad.as_ref(), |touchpad| Ok(touchpad.fingers))
}

/// Whether a finger touches it, and where.
#[cfg(target_os = "linux")]
pub fn touch(id: i64, finger: i64) -> Result<(bool, f64, f64)> {
    let count = touch_count(id)?;
    let place = usize::try_from(finger).ok().filter(|&place| place < count);
    let place = place.ok_or(Error::NoSuchElement { pad: id, what: "finger", number: finger, count })?;
    let found =
        with_extra(id, TOUCHPAD, |extras| extras.touchpad.as_ref(), |touchpad| touchpad.finger(place))?;
    Ok((found.touches, found.x, found.y))
}

/// Whether it is pressed down.
#[cfg(target_os = "linux")]
pub fn touchpad_is_pressed(id: i64) -> Result<bool> {
    with_extra(id, TOUCHPAD, |extras| extras.touchpad.as_ref(), |touchpad| touchpad.is_pressed())
}

/// Gives its light a colour.
#[cfg(target_os = "linux")]
pub fn set_light(id: i64, color: [u8; 3]) -> Result<()> {
    with_extra(id, LIGHT, |extras| extras.light.as_ref(), |light| light.set(color))
}

/// Other systems' drivers tell of none.
#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{Error, LIGHT, MOTION, Result, TOUCHPAD};

    pub fn motion(id: i64) -> Result<[f64; 6]> {
        Err(Error::NoExtra { pad: id, what: MOTION })
    }

    pub fn touch_count(id: i64) -> Result<usize> {
        Err(Error::NoExtra { pad: id, what: TOUCHPAD })
    }

    pub fn touch(id: i64, _finger: i64) -> Result<(bool, f64, f64)> {
        Err(Error::NoExtra { pad: id, what: TOUCHPAD })
    }

    pub fn touchpad_is_pressed(id: i64) -> Result<bool> {
        Err(Error::NoExtra { pad: id, what: TOUCHPAD })
    }

    pub fn set_light(id: i64, _color: [u8; 3]) -> Result<()> {
        Err(Error::NoExtra { pad: id, what: LIGHT })
    }
}
#[cfg(not(target_os = "linux"))]
pub use elsewhere::*;

/// The power of pad `id`, where it is one of gilrs's.
pub fn power(id: i64) -> PowerInfo {
    BACKEND.lock().native(id).map_or(PowerInfo::Unknown, |pad| pad.power_info())
}

/// Plays a rumble on pad `id`, instead of what plays there.
pub fn rumble(id: i64, request: RumbleRequest) -> Result<()> {
    let backend = BACKEND.lock();
    let pad = backend.native(id).filter(|pad| pad.is_ff_supported()).ok_or(Error::NoRumble(id))?;
    rumble::play(id, request, || pad.ff_device())
}

/// Ends what plays on pad `id`.
pub fn stop_rumble(id: i64) -> Result<()> {
    let backend = BACKEND.lock();
    backend.native(id).filter(|pad| pad.is_ff_supported()).ok_or(Error::NoRumble(id))?;
    rumble::stop(id);
    Ok(())
}
