//! A context: one host's view of the pads, with its own queue and its own idea of what is pressed.

use crate::{
    Error, Result,
    codes::kind,
    event::{GamepadEvent, OutstandingEvents},
    pad::{Description, Pad},
};
use ffi_core::{
    Kind, Locked, clock,
    events::{EventKind, is_taken},
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

/// Most events that wait for a host that does not take them.
const MOST_QUEUED: usize = 4096;
/// The highest id that an injected pad may have.
const LAST_ID: i64 = 65_535;

/// Something that reached the context since it last took events in.
struct Arrival {
    event: GamepadEvent,
    /// Description of a pad that has connected.
    description: Option<Description>,
}

#[derive(Default)]
struct View {
    pads: BTreeMap<i64, Pad>,
    arrivals: VecDeque<Arrival>,
    events: VecDeque<GamepadEvent>,
    /// What went down and up since the last update.
    since: Flips,
    /// The same between that one and the one before.
    turn: Flips,
}

/// What went down and up, by pad and button.
#[derive(Default)]
struct Flips {
    pressed: BTreeSet<(i64, i64)>,
    released: BTreeSet<(i64, i64)>,
}

impl Flips {
    fn note(&mut self, event: &GamepadEvent) {
        let flipped = match event.kind {
            kind::BUTTON_PRESSED => &mut self.pressed,
            kind::BUTTON_RELEASED => &mut self.released,
            _ => return,
        };
        // A host that never updates needs none.
        if flipped.len() < MOST_QUEUED {
            flipped.insert((event.pad, event.button));
        }
    }
}

impl View {
    fn arrive(&mut self, arrival: Arrival) {
        if self.arrivals.len() == MOST_QUEUED
            && let Some(oldest) = self.arrivals.pop_front()
        {
            // Its event is lost, but not what it changed.
            self.since.note(&oldest.event);
            self.apply(oldest);
        }
        self.arrivals.push_back(arrival);
    }

    fn take_in(&mut self) {
        while let Some(arrival) = self.arrivals.pop_front() {
            let event = arrival.event;
            let released = self.let_go(&event);
            released.into_iter().for_each(|event| self.queue(event));
            let moved = self.apply(arrival);
            self.queue(event);
            moved.into_iter().for_each(|moved| self.queue(moved));
        }
    }

    /// Lets go of what is held on a pad that goes; gives the events that say so.
    fn let_go(&mut self, event: &GamepadEvent) -> Vec<GamepadEvent> {
        match self.pads.get_mut(&event.pad) {
            Some(pad) if event.kind == kind::DISCONNECTED => pad.release(event.pad, event.time),
            _ => Vec::new(),
        }
    }

    /// Takes in what somebody else has taken: it waits for nobody here.
    fn pass(&mut self, arrival: Arrival) {
        self.take_in();
        let released = self.let_go(&arrival.event);
        released.iter().for_each(|event| self.since.note(event));
        self.since.note(&arrival.event);
        self.apply(arrival);
    }

    fn queue(&mut self, event: GamepadEvent) {
        self.since.note(&event);
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

/// A context, which a handle stands for.
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

    /// Tells the context what happened, for when it next takes events in; at once where somebody else takes them.
    pub fn tell(&self, event: GamepadEvent, description: Option<Description>) {
        let arrival = Arrival { event, description };
        if is_taken(EventKind::Gamepad) {
            self.view.lock().pass(arrival);
        } else {
            self.view.lock().arrive(arrival);
        }
    }

    /// Takes in what it was told.
    pub fn take_in(&self) {
        self.view.lock().take_in();
    }

    /// The same, and what went down and up until now is what did in this turn.
    pub fn update(&self) {
        let mut view = self.view.lock();
        view.take_in();
        view.turn = std::mem::take(&mut view.since);
    }

    /// Whether button `button` of connected pad `id` went down, and whether it came up, between the last two updates.
    pub fn flipped(&self, id: i64, button: i64) -> Result<(bool, bool)> {
        let view = self.view.lock();
        if !view.pads.contains_key(&id) {
            return Err(Error::NoSuchPad(id));
        }
        crate::codes::button_place(button).ok_or(Error::BadButton(button))?;
        let button = (id, button);
        Ok((view.turn.pressed.contains(&button), view.turn.released.contains(&button)))
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

    /// Number of connected pads.
    pub fn count(&self) -> usize {
        self.view.lock().pads.len()
    }

    /// Tells whether pad `id` is connected.
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
            let of = "button: buttons are 0 (South) to 22 (Touchpad)";
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
