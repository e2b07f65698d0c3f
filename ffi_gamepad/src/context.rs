//! A context: one host's view of the pads, with its own queue and its own idea of what is pressed.

use crate::{
    Error, Result,
    codes::kind,
    event::{GamepadEvent, OutstandingEvents},
    pad::{Description, Pad},
};
use ffi_core::{Kind, Locked, clock};
use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

/// How many events wait for a host that does not take them.
const MOST_QUEUED: usize = 4096;
/// The highest id that an injected pad may have.
const LAST_ID: i64 = 65_535;

/// Something that reached the context since it last took events in.
struct Arrival {
    event: GamepadEvent,
    /// What has connected.
    description: Option<Description>,
}

#[derive(Default)]
struct View {
    pads: BTreeMap<i64, Pad>,
    arrivals: VecDeque<Arrival>,
    events: VecDeque<GamepadEvent>,
}

impl View {
    fn arrive(&mut self, arrival: Arrival) {
        if self.arrivals.len() == MOST_QUEUED
            && let Some(oldest) = self.arrivals.pop_front()
        {
            // Its event is lost, but not what it changed.
            self.apply(oldest);
        }
        self.arrivals.push_back(arrival);
    }

    fn take_in(&mut self) {
        while let Some(arrival) = self.arrivals.pop_front() {
            let event = arrival.event;
            if event.kind == kind::DISCONNECTED
                && let Some(pad) = self.pads.get_mut(&event.pad)
            {
                let released = pad.release(event.pad, event.time);
                released.into_iter().for_each(|event| self.queue(event));
            }
            let moved = self.apply(arrival);
            self.queue(event);
            moved.into_iter().for_each(|moved| self.queue(moved));
        }
    }

    fn queue(&mut self, event: GamepadEvent) {
        if self.events.len() == MOST_QUEUED {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    /// Makes the pads what the arrival says.
    fn apply(&mut self, arrival: Arrival) -> Option<GamepadEvent> {
        let Arrival { event, description } = arrival;
        match event.kind {
            kind::DROPPED => None,
            kind::DISCONNECTED => {
                self.pads.remove(&event.pad);
                None
            }
            kind::CONNECTED => {
                let description = description.unwrap_or_else(Description::injected);
                self.pads.insert(event.pad, Pad::at_rest(description));
                None
            }
            _ => {
                let pad = self.pads.entry(event.pad);
                pad.or_insert_with(|| Pad::at_rest(Description::injected())).take_in(&event)
            }
        }
    }
}

/// What a context's handle stands for.
#[derive(Default)]
pub struct Context {
    view: Locked<View>,
    outstanding: Arc<OutstandingEvents>,
}

ffi_core::object!(Context, Kind::GamepadContext);

impl Context {
    /// With the pads that are connected already, and events of what is held on them.
    pub fn new(pads: BTreeMap<i64, Pad>) -> Self {
        let now = clock::now();
        let events = pads.iter().flat_map(|(&id, pad)| pad.held(id, now)).collect();
        Self { view: Locked::new(View { pads, events, ..View::default() }), outstanding: Arc::default() }
    }

    /// Tells the context what happened, for when it next takes events in.
    pub fn tell(&self, event: GamepadEvent, description: Option<Description>) {
        self.view.lock().arrive(Arrival { event, description });
    }

    /// Takes in what it was told.
    pub fn take_in(&self) {
        self.view.lock().take_in();
    }

    /// The next event's handle.
    pub fn next_event(&self) -> Option<i64> {
        let event = self.view.lock().events.pop_front()?;
        Some(self.outstanding.hand_out(event))
    }

    /// Frees the events that the host still holds.
    pub fn free_events(&self) {
        self.outstanding.free();
    }

    /// The ids of the connected pads, ascending.
    pub fn ids(&self) -> Vec<i64> {
        self.view.lock().pads.keys().copied().collect()
    }

    /// How many pads are connected.
    pub fn count(&self) -> usize {
        self.view.lock().pads.len()
    }

    /// Whether pad `id` is connected.
    pub fn is_connected(&self, id: i64) -> bool {
        self.view.lock().pads.contains_key(&id)
    }

    /// Looks at a connected pad.
    pub fn with_pad<R>(&self, id: i64, look: impl FnOnce(&Pad) -> R) -> Result<R> {
        self.view.lock().pads.get(&id).map(look).ok_or(Error::NoSuchPad(id))
    }
}

/// The event that `inject_event` asks for.
pub fn injected(pad: i64, kind: i64, code: i64, value: f64) -> Result<GamepadEvent> {
    if !(0..=LAST_ID).contains(&pad) {
        return Err(Error::BadPadId(pad));
    }
    match kind {
        kind::BUTTON_PRESSED | kind::BUTTON_RELEASED | kind::BUTTON_CHANGED => {
            let of = "button: buttons are 0 (South) to 16 (Mode)";
            crate::codes::button_place(code).ok_or(Error::BadCode { code, of })?;
            in_range(value, 0, "button's value")?;
            Ok(GamepadEvent::of_button(kind, pad, code, value))
        }
        kind::AXIS_CHANGED => {
            let of = "axis: axes are 0 (LeftStickX) to 7 (DPadY)";
            crate::codes::axis_place(code).ok_or(Error::BadCode { code, of })?;
            let trigger =
                [crate::codes::axis::LEFT_TRIGGER, crate::codes::axis::RIGHT_TRIGGER].contains(&code);
            let (low, of) = if trigger { (0, "trigger's position") } else { (-1, "axis's position") };
            in_range(value, low, of)?;
            Ok(GamepadEvent::of_axis(pad, code, value))
        }
        kind::CONNECTED | kind::DISCONNECTED | kind::DROPPED => Ok(GamepadEvent::of_pad(kind, pad)),
        other => Err(Error::BadType(other)),
    }
}

fn in_range(value: f64, low: i64, of: &'static str) -> Result<()> {
    // Not a number lies in no range.
    if (low as f64..=1.0).contains(&value) { Ok(()) } else { Err(Error::BadValue { value, of, low }) }
}
