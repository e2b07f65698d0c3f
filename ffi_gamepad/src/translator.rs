//! Turns what a pad's driver reports into events of buttons and axes that have numbers, by the pad's mapping.

use crate::{
    codes::{UNKNOWN, axis, kind},
    elements::{Axis, Elements},
    event::GamepadEvent,
    mapping::{Binding, Input, Mapping, Output, Span},
};
use gilrs_core::EvCode;
use std::collections::BTreeMap;

/// From where a trigger is down, and below where it is no longer.
const DOWN: f64 = 0.75;
/// See `DOWN`.
const UP: f64 = 0.65;

/// A pad's state on its way from driver to events.
pub struct Translator {
    pad: i64,
    elements: Elements,
    bindings: Vec<Binding>,
    /// For each axis, the binding that its last position belonged to.
    last: Vec<Option<Output>>,
    /// For each hat, where it is across and along, and the directions that are held.
    hats: Vec<(i32, i32, u8)>,
    /// The sticks' axes as they are, with their dead zones, and as they were told.
    sticks: [Stick; 4],
    pressed: BTreeMap<i64, bool>,
    values: BTreeMap<i64, f64>,
    /// Values of elements that have no number.
    unmapped: BTreeMap<EvCode, f64>,
    events: Vec<GamepadEvent>,
}

#[derive(Clone, Copy, Default)]
struct Stick {
    position: f64,
    dead_zone: f64,
    told: f64,
}

impl Translator {
    /// For pad `pad`, with nothing held.
    pub fn new(pad: i64, elements: Elements, mapping: &Mapping) -> Self {
        Self {
            pad,
            last: vec![None; elements.axes.len()],
            hats: vec![(0, 0, 0); elements.hats.len()],
            elements,
            bindings: mapping.bindings.clone(),
            sticks: Default::default(),
            pressed: BTreeMap::new(),
            values: BTreeMap::new(),
            unmapped: BTreeMap::new(),
            events: Vec::new(),
        }
    }

    /// The pad's elements.
    pub fn elements(&self) -> &Elements {
        &self.elements
    }

    /// A button went down or up.
    pub fn button(&mut self, code: EvCode, pressed: bool) -> Vec<GamepadEvent> {
        let place = self.elements.buttons.iter().position(|&other| other == code);
        match place.and_then(|place| self.find(|input| input == Input::Button(place))) {
            Some(Binding { output, .. }) => self.switch(output, pressed),
            None => self.tell_unmapped(code, f64::from(u8::from(pressed))),
        }
        std::mem::take(&mut self.events)
    }

    /// An axis moved, or one of a hat's.
    pub fn axis(&mut self, code: EvCode, value: i32) -> Vec<GamepadEvent> {
        let hat =
            self.elements.hats.iter().position(|hat| hat.across == Some(code) || hat.along == Some(code));
        if let Some(hat) = hat {
            self.turn_hat(hat, code, value);
        } else if let Some(place) = self.elements.axes.iter().position(|axis| axis.code == code) {
            self.move_axis(place, value);
        }
        std::mem::take(&mut self.events)
    }

    /// Takes in the position of an axis when the pad appears. One that works a button by all of its way holds it down
    /// in its middle, which is where it rests; as in SDL that counts from its first motion on.
    pub fn appear(&mut self, code: EvCode, value: i32) -> Vec<GamepadEvent> {
        let place = self.elements.axes.iter().position(|axis| axis.code == code);
        let rests = |binding: &Binding| {
            let Input::Axis(axis, span) = binding.input else { return false };
            Some(axis) == place && span.is_whole() && matches!(binding.output, Output::Button(_))
        };
        if self.bindings.iter().any(rests) { Vec::new() } else { self.axis(code, value) }
    }

    fn find(&self, is_wanted: impl Fn(Input) -> bool) -> Option<Binding> {
        self.bindings.iter().find(|binding| is_wanted(binding.input)).copied()
    }

    fn turn_hat(&mut self, place: usize, code: EvCode, value: i32) {
        let (across, along, before) = &mut self.hats[place];
        if self.elements.hats[place].across == Some(code) {
            *across = value.signum();
        } else {
            *along = if gilrs_core::IS_Y_AXIS_REVERSED { value.signum() } else { -value.signum() };
        }
        let bit = |held: bool, bit: u8| if held { bit } else { 0 };
        let now = bit(*along < 0, 1) | bit(*across > 0, 2) | bit(*along > 0, 4) | bit(*across < 0, 8);
        let changed = now ^ std::mem::replace(before, now);
        // What is let go goes first.
        for held in [false, true] {
            for binding in self.bindings.clone() {
                let Input::Hat(hat, mask) = binding.input else { continue };
                if hat == place && changed & mask != 0 && (now & mask != 0) == held {
                    self.switch(binding.output, held);
                }
            }
        }
    }

    fn move_axis(&mut self, place: usize, value: i32) {
        let moved = self.elements.axes[place];
        let Some(position) = moved.sdl_position(value) else { return };
        let is_of = |input: Input| matches!(input, Input::Axis(axis, span) if axis == place && span.contains(position));
        let found = self.find(is_of);
        let last = std::mem::replace(&mut self.last[place], found.map(|binding| binding.output));
        if let Some(last) = last
            && !found.is_some_and(|binding| binding.output.is_same(last))
        {
            self.reset(last);
        }
        match found {
            Some(Binding { input: Input::Axis(_, span), output }) => {
                self.follow(&moved, value, position, span, output)
            }
            Some(_) => {}
            None if self
                .bindings
                .iter()
                .any(|other| matches!(other.input, Input::Axis(axis, _) if axis == place)) => {}
            None => self.tell_unmapped(moved.code, moved.position(value).unwrap_or(0.0)),
        }
    }

    fn follow(&mut self, moved: &Axis, value: i32, position: i32, span: Span, output: Output) {
        let Output::Axis(number, to) = output else {
            return self.switch(output, span.presses(position));
        };
        let is_whole = span.is_whole();
        let (Some(fraction), Some(stick)) = (moved.fraction(value), moved.position(value)) else { return };
        let way = if is_whole {
            if span.from < span.to { fraction } else { 1.0 - fraction }
        } else {
            let (from, to) = (unit(span.from), unit(span.to));
            ((stick - from) / (to - from)).clamp(0.0, 1.0)
        };
        let reached = if is_whole && to == Span::WHOLE {
            if span.from < span.to { stick } else { -stick }
        } else {
            unit(to.from) + way * (unit(to.to) - unit(to.from))
        };
        self.set_axis(number, reached, moved.dead_zone());
    }

    /// A button of the pad's does what `output` says.
    fn switch(&mut self, output: Output, pressed: bool) {
        match output {
            Output::Button(number) => self.set_button(number, pressed),
            Output::Axis(number, span) => {
                self.set_axis(number, unit(if pressed { span.to } else { span.from }), 0.0)
            }
        }
    }

    fn reset(&mut self, output: Output) {
        match output {
            Output::Button(number) => self.set_button(number, false),
            Output::Axis(number, _) => self.set_axis(number, 0.0, 0.0),
        }
    }

    fn set_button(&mut self, number: i64, pressed: bool) {
        let value = f64::from(u8::from(pressed));
        if number != UNKNOWN && self.pressed.insert(number, pressed).unwrap_or(false) == pressed {
            return;
        }
        self.flip(number, pressed, value);
        self.change(number, value);
    }

    fn flip(&mut self, number: i64, pressed: bool, value: f64) {
        let kind = if pressed { kind::BUTTON_PRESSED } else { kind::BUTTON_RELEASED };
        self.events.push(GamepadEvent::of_button(kind, self.pad, number, value));
    }

    fn change(&mut self, number: i64, value: f64) {
        self.events.push(GamepadEvent::of_button(kind::BUTTON_CHANGED, self.pad, number, value));
    }

    fn set_axis(&mut self, number: i64, position: f64, dead_zone: f64) {
        if number == axis::LEFT_TRIGGER || number == axis::RIGHT_TRIGGER {
            return self.pull(number, position.clamp(0.0, 1.0));
        }
        let Some(place) = usize::try_from(number).ok().filter(|&place| place < self.sticks.len()) else {
            return;
        };
        let is_vertical = [axis::LEFT_STICK_Y, axis::RIGHT_STICK_Y].contains(&number);
        let position = if is_vertical && gilrs_core::IS_Y_AXIS_REVERSED { -position } else { position };
        self.sticks[place] = Stick { position, dead_zone, ..self.sticks[place] };
        self.tell_stick(place & !1);
    }

    /// Triggers are buttons too, whose numbers are the same.
    fn pull(&mut self, number: i64, value: f64) {
        if self.values.insert(number, value).unwrap_or(0.0) == value {
            return;
        }
        let was = self.pressed.get(&number).copied().unwrap_or(false);
        let is = value >= if was { UP } else { DOWN };
        if was != is {
            self.pressed.insert(number, is);
            self.flip(number, is, value);
        }
        self.change(number, value);
    }

    /// Tells both axes of a stick that changed, without the dead zone in its middle: each driver says for each axis
    /// what is flat, and beyond that what counts is how far the stick is from its middle.
    fn tell_stick(&mut self, first: usize) {
        let [x, y] = [self.sticks[first], self.sticks[first + 1]];
        let dead = x.dead_zone.max(y.dead_zone);
        let rests = x.position.abs() <= dead && y.position.abs() <= dead;
        let length = x.position.hypot(y.position);
        let scale = if rests { 0.0 } else { (length.min(1.0) - dead) / (1.0 - dead) / length };
        for (place, stick) in [(first, x), (first + 1, y)] {
            // Not -0.0, which a host may print.
            let told = (stick.position * scale).clamp(-1.0, 1.0) + 0.0;
            if told != stick.told {
                self.sticks[place].told = told;
                self.events.push(GamepadEvent::of_axis(self.pad, place as i64, told));
            }
        }
    }

    fn tell_unmapped(&mut self, code: EvCode, value: f64) {
        if self.unmapped.insert(code, value).unwrap_or(0.0) == value {
            return;
        }
        if self.elements.buttons.contains(&code) {
            self.flip(UNKNOWN, value > 0.0, value);
            self.change(UNKNOWN, value);
        } else {
            self.events.push(GamepadEvent::of_axis(self.pad, UNKNOWN, value));
        }
    }
}

/// SDL's count as a number from -1 to 1.
fn unit(position: i32) -> f64 {
    f64::from(position.signum())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::{
        elements::Hat,
        mapping::{AXIS_MAX, AXIS_MIN},
        pad::Pad,
    };

    const LINES: &str =
        include_str!("../../patches/gilrs-core/SDL_GameControllerDB/gamecontrollerdb-linux.txt");
    /// Answers of SDL 2; made by `answers.c` beside it.
    const ANSWERS: &str = include_str!("../tests/sdl/answers.txt");

    fn key(place: u32) -> EvCode {
        EvCode::from_u32(1 << 16 | (0x200 + place))
    }

    fn abs(place: u32) -> EvCode {
        EvCode::from_u32(3 << 16 | place)
    }

    /// A pad that has whatever a line may name.
    fn elements() -> Elements {
        let axes = (0..24).map(|place| Axis::of_range(abs(place), AXIS_MIN, AXIS_MAX));
        let hats =
            (0..8).map(|place| Hat { across: Some(abs(100 + 2 * place)), along: Some(abs(101 + 2 * place)) });
        Elements { buttons: (0..64).map(key).collect(), axes: axes.collect(), hats: hats.collect() }
    }

    const BUTTONS: [(&str, i64); 21] = [
        ("a", 0),
        ("b", 1),
        ("x", 3),
        ("y", 2),
        ("back", 14),
        ("guide", 16),
        ("start", 15),
        ("leftstick", 12),
        ("rightstick", 13),
        ("leftshoulder", 6),
        ("rightshoulder", 7),
        ("dpup", 8),
        ("dpdown", 9),
        ("dpleft", 10),
        ("dpright", 11),
        ("misc1", 17),
        ("paddle1", 18),
        ("paddle2", 19),
        ("paddle3", 20),
        ("paddle4", 21),
        ("touchpad", 22),
    ];
    const AXES: [(&str, i64, f64); 6] = [
        ("leftx", 0, 1.0),
        ("lefty", 1, -1.0),
        ("rightx", 2, 1.0),
        ("righty", 3, -1.0),
        ("lefttrigger", 4, 1.0),
        ("righttrigger", 5, 1.0),
    ];

    fn controls(pad: &Pad) -> String {
        let mut said = Vec::new();
        said.extend(
            BUTTONS
                .iter()
                .filter(|(_, number)| pad.button(*number).unwrap().pressed)
                .map(|(name, _)| (*name).to_owned()),
        );
        for (name, number, sign) in AXES {
            let hundredths = (pad.axis(number).unwrap() * sign * 100.0).round();
            if hundredths != 0.0 {
                said.push(format!("{name}{hundredths}"));
            }
        }
        said.join("+")
    }

    /// Moves an input to its end, says what is then away from rest, and moves it back.
    fn try_input(translator: &mut Translator, pad: &mut Pad, input: &str) -> String {
        let number = |text: &str| text.parse::<u32>().unwrap();
        let mut told = |translator: &mut Translator, value: i32| {
            let events = match input.as_bytes()[0] {
                b'b' => translator.button(key(number(&input[1..])), value != 0),
                b'h' => {
                    let (hat, mask) = input[1..].split_once('.').unwrap();
                    let (along, sign) =
                        [(1, -1), (0, 1), (1, 1), (0, -1)][number(mask).trailing_zeros() as usize];
                    translator.axis(abs(100 + 2 * number(hat) + along), value.signum() * sign)
                }
                sign => translator
                    .axis(abs(number(&input[2..])), if sign == b'-' && value > 0 { AXIS_MIN } else { value }),
            };
            events.iter().for_each(|event| {
                pad.take_in(event);
            });
            controls(pad)
        };
        let reached = told(translator, AXIS_MAX);
        told(translator, 0);
        reached
    }

    #[test]
    fn every_mapping_of_the_list_says_what_sdl_says() {
        assert_eq!(LINES.lines().count(), ANSWERS.lines().count());
        let mut wrong = Vec::new();
        for (line, answer) in LINES.lines().zip(ANSWERS.lines()) {
            let mut translator = Translator::new(0, elements(), &Mapping::parse(line));
            let mut pad = Pad::default();
            // Where SDL's virtual pad begins: triggers half pulled.
            for event in (0..24).flat_map(|place| translator.appear(abs(place), 0)).collect::<Vec<_>>() {
                pad.take_in(&event);
            }
            for part in answer.split(' ').skip(1) {
                let (input, wanted) = part.split_once('=').unwrap_or((part, ""));
                let got = try_input(&mut translator, &mut pad, input);
                if got != wanted {
                    wrong.push(format!("{} {input}: {got}, and SDL says {wanted}", &line[..50]));
                }
            }
        }
        assert!(wrong.is_empty(), "{} are wrong, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(9)]);
    }
}
