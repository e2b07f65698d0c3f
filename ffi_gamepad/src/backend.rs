//! The process's one connection to the game-pad subsystem.
//!
//! There is one for all contexts, kept while the process lives, because gilrs never ends the threads that it
//! starts. A keeper thread reads it while nobody else does: gilrs misses a pad where two come or go between
//! two reads, and the kernel's queues are short.

use crate::{
    Error, Result,
    codes::kind,
    context::Context,
    event::Happening,
    pad::{Description, Pad},
    rumble::{Effects, Request},
};
use ffi_core::{
    Locked,
    thread::{Builder, with_signals_blocked},
};
use gilrs::{GamepadId, Gilrs, GilrsBuilder, PowerInfo};
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Weak},
    thread,
    time::Duration,
};

/// How often the keeper reads.
const KEEPER_PACE: Duration = Duration::from_millis(10);

static HUB: Locked<Hub> = Locked::new(Hub { gilrs: None, effects: None, contexts: Vec::new() });

struct Hub {
    gilrs: Option<Gilrs>,
    effects: Option<Effects>,
    contexts: Vec<Weak<Context>>,
}

impl Hub {
    /// Where there is no game-pad subsystem, the next context tries anew.
    fn connect(&mut self) {
        if self.gilrs.is_some() {
            return;
        }
        let Ok(gilrs) = with_signals_blocked(|| GilrsBuilder::new().build()) else { return };
        self.gilrs = Some(gilrs);
        self.effects = Some(Effects::default());
        let keeper = Builder::new("simple_native pads");
        // Without a keeper the contexts' own updates still read.
        let _ = keeper.spawn(keep);
    }

    fn pads(&self) -> BTreeMap<i64, Pad> {
        let pads = self.gilrs.iter().flat_map(Gilrs::gamepads);
        pads.map(|(id, pad)| (usize::from(id) as i64, Pad::now(&pad))).collect()
    }

    /// Reads what happened and tells every context.
    fn pump(&mut self) {
        let mut flip = None;
        while let Some(event) = self.gilrs.as_mut().and_then(Gilrs::next_event) {
            let Some(happening) = Happening::from_gilrs(&event) else { continue };
            if let Some(flip) = flip.take() {
                let change = happening.is_change_of(&flip).then_some(happening);
                self.tell_flip(flip, change);
                if change.is_some() {
                    continue;
                }
            }
            match happening.kind {
                kind::BUTTON_PRESSED | kind::BUTTON_RELEASED => flip = Some(happening),
                kind::CONNECTED => self.tell(happening, self.describe(event.id)),
                _ => self.tell(happening, None),
            }
        }
        flip.into_iter().for_each(|flip| self.tell_flip(flip, None));
    }

    /// A press or release, with the value that it brought about, and the change to that value. gilrs does not
    /// report the change where a trigger went all the way.
    fn tell_flip(&self, flip: Happening, change: Option<Happening>) {
        let change = change.unwrap_or(Happening { kind: kind::BUTTON_CHANGED, ..flip });
        self.tell(Happening { value: change.value, ..flip }, None);
        self.tell(change, None);
    }

    fn tell(&self, happening: Happening, description: Option<Description>) {
        happening.publish();
        let contexts = self.contexts.iter().filter_map(Weak::upgrade);
        contexts.for_each(|context| context.tell(happening, description.clone()));
    }

    fn describe(&self, id: GamepadId) -> Option<Description> {
        Some(Description::of(&self.gilrs.as_ref()?.connected_gamepad(id)?))
    }

    fn find(&self, id: i64) -> Option<(GamepadId, gilrs::Gamepad<'_>)> {
        self.gilrs.as_ref()?.gamepads().find(|(gamepad, _)| usize::from(*gamepad) as i64 == id)
    }
}

fn keep() {
    loop {
        // A panic inside gilrs is for the call that meets it to report; the keeper goes on.
        let _ = catch_unwind(AssertUnwindSafe(|| HUB.lock().pump()));
        thread::sleep(KEEPER_PACE);
    }
}

/// A new context with the pads that are there.
pub fn open() -> Arc<Context> {
    let mut hub = HUB.lock();
    hub.connect();
    hub.pump();
    let context = Arc::new(Context::new(hub.pads()));
    hub.contexts.retain(|context| context.strong_count() > 0);
    hub.contexts.push(Arc::downgrade(&context));
    context
}

/// Tells every context what happened since the last read.
pub fn pump() {
    HUB.lock().pump();
}

/// The power of pad `id`, where it is one of gilrs's.
pub fn power(id: i64) -> PowerInfo {
    HUB.lock().find(id).map_or(PowerInfo::Unknown, |(_, pad)| pad.power_info())
}

/// Plays a rumble on pad `id`, instead of what plays there.
pub fn rumble(id: i64, request: &Request) -> Result<()> {
    let mut hub = HUB.lock();
    let gamepad = rumbling(&hub, id)?;
    let Hub { gilrs: Some(gilrs), effects: Some(effects), .. } = &mut *hub else {
        return Err(Error::NoRumble(id));
    };
    effects.play(gilrs, gamepad, request)
}

/// Ends what plays on pad `id`.
pub fn stop_rumble(id: i64) -> Result<()> {
    let mut hub = HUB.lock();
    rumbling(&hub, id)?;
    hub.effects.iter_mut().for_each(|effects| effects.stop(id));
    Ok(())
}

fn rumbling(hub: &Hub, id: i64) -> Result<GamepadId> {
    let rumbles = |(gamepad, pad): (GamepadId, gilrs::Gamepad<'_>)| pad.is_ff_supported().then_some(gamepad);
    hub.find(id).and_then(rumbles).ok_or(Error::NoRumble(id))
}
