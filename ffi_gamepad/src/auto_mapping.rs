//! Mappings of pads that no list has, by what their drivers call their buttons and axes.

use crate::{
    codes::{axis, button},
    elements::Elements,
    mapping::{Binding, Input, Mapping, Output, Span},
};
use gilrs_core::EvCode;

/// Collects bindings.
struct Builder<'a> {
    elements: &'a Elements,
    bindings: Vec<Binding>,
}

impl Builder<'_> {
    fn bind(&mut self, input: Input, output: Output) -> bool {
        self.bindings.push(Binding { input, output });
        true
    }

    fn button(&mut self, code: impl Fn(EvCode) -> bool, number: i64) -> bool {
        let place = self.elements.buttons.iter().position(|&other| code(other));
        place.is_some_and(|place| self.bind(Input::Button(place), Output::Button(number)))
    }

    fn axis(&mut self, code: impl Fn(EvCode) -> bool, number: i64, span: Span) -> bool {
        let place = self.elements.axes.iter().position(|axis| code(axis.code));
        place.is_some_and(|place| self.bind(Input::Axis(place, Span::WHOLE), Output::Axis(number, span)))
    }

    fn has_axis(&self, code: impl Fn(EvCode) -> bool) -> bool {
        self.elements.axes.iter().any(|axis| code(axis.code))
    }

    fn dpad(&mut self) {
        if self.elements.hats.is_empty() {
            return;
        }
        for (direction, number) in
            [(1, button::DPAD_UP), (4, button::DPAD_DOWN), (8, button::DPAD_LEFT), (2, button::DPAD_RIGHT)]
        {
            self.bind(Input::Hat(0, direction), Output::Button(number));
        }
    }
}

/// By the kernel's numbers, as SDL does it: the Linux Gamepad Specification, Android's convention for pads of
/// Bluetooth, and what xpad has always said. Sony's drivers tell the two upper buttons by their places, others by the
/// letters of an Xbox pad.
#[cfg(target_os = "linux")]
pub fn make(elements: &Elements, vendor: Option<u16>) -> Mapping {
    use crate::elements::number;
    const SONY: u16 = 0x054c;
    let mut builder = Builder { elements, bindings: Vec::new() };
    let is = |wanted: u32| move |code: EvCode| number(code) == wanted;
    let (west, north) = if vendor == Some(SONY) { (0x134, 0x133) } else { (0x133, 0x134) };
    for (code, to) in [
        (0x130, button::SOUTH),
        (0x131, button::EAST),
        (west, button::WEST),
        (north, button::NORTH),
        (0x13a, button::SELECT),
        (0x13b, button::START),
        (0x13c, button::MODE),
        (0x13d, button::LEFT_STICK),
        (0x13e, button::RIGHT_STICK),
        // KEY_RECORD, which xpad calls the button to share.
        (0xa7, button::MISC),
    ] {
        builder.button(is(code), to);
    }
    // BTN_GRIP… of the specification, and what xpad has called an Elite pad's paddles P1, P3, P2 and P4 before.
    let paddles = elements.buttons.iter().filter(|&&code| (0x2c4..0x2c8).contains(&number(code)));
    let has_paddles = paddles.count() == 4;
    for (grip, paddle, to) in [
        (0x225, 0x2c4, button::PADDLE_1),
        (0x224, 0x2c6, button::PADDLE_2),
        (0x227, 0x2c5, button::PADDLE_3),
        (0x226, 0x2c7, button::PADDLE_4),
    ] {
        if !builder.button(is(grip), to) && has_paddles {
            builder.button(is(paddle), to);
        }
    }
    let (z, rz, rx, ry) = (0x02, 0x05, 0x03, 0x04);
    let z_is_a_stick = !(builder.has_axis(is(rx)) && builder.has_axis(is(ry)))
        && builder.has_axis(is(z))
        && builder.has_axis(is(rz));
    // The bumper's button and axis; the trigger's axes and button.
    for (bumper, bumper_button, bumper_axis, trigger, trigger_axes, trigger_button) in [
        (button::LEFT_BUMPER, 0x136, 0x13, axis::LEFT_TRIGGER, [0x15, 0x0a, z], 0x138),
        (button::RIGHT_BUMPER, 0x137, 0x12, axis::RIGHT_TRIGGER, [0x14, 0x09, rz], 0x139),
    ] {
        if !builder.button(is(bumper_button), bumper) {
            let place = elements.axes.iter().position(|axis| number(axis.code) == bumper_axis);
            place.map(|place| builder.bind(Input::Axis(place, Span::WHOLE), Output::Button(bumper)));
        }
        let mut is_found = false;
        for code in trigger_axes {
            let is_free = !(z_is_a_stick && [z, rz].contains(&code));
            is_found = is_found || is_free && builder.axis(is(code), trigger, Span::POSITIVE);
        }
        if !is_found {
            builder.button(is(trigger_button), trigger);
        }
    }
    let dpad = [
        (0x220, button::DPAD_UP),
        (0x221, button::DPAD_DOWN),
        (0x222, button::DPAD_LEFT),
        (0x223, button::DPAD_RIGHT),
    ];
    // Both may be there, and then the hat is a D-pad's shadow.
    if dpad.into_iter().filter(|&(code, to)| builder.button(is(code), to)).count() < 4 {
        builder.dpad();
    }
    builder.axis(is(0x00), axis::LEFT_STICK_X, Span::WHOLE);
    builder.axis(is(0x01), axis::LEFT_STICK_Y, Span::WHOLE);
    let (x, y) = if z_is_a_stick { (z, rz) } else { (rx, ry) };
    builder.axis(is(x), axis::RIGHT_STICK_X, Span::WHOLE);
    builder.axis(is(y), axis::RIGHT_STICK_Y, Span::WHOLE);
    Mapping { name: None, bindings: builder.bindings }
}

/// By gilrs's names, which are those of its backend for this system.
#[cfg(not(target_os = "linux"))]
pub fn make(elements: &Elements, _vendor: Option<u16>) -> Mapping {
    use gilrs_core::native_ev_codes::*;
    let mut builder = Builder { elements, bindings: Vec::new() };
    for (wanted, to) in [
        (BTN_SOUTH, button::SOUTH),
        (BTN_EAST, button::EAST),
        (BTN_WEST, button::WEST),
        (BTN_NORTH, button::NORTH),
        (BTN_LT, button::LEFT_BUMPER),
        (BTN_RT, button::RIGHT_BUMPER),
        (BTN_SELECT, button::SELECT),
        (BTN_START, button::START),
        (BTN_MODE, button::MODE),
        (BTN_LTHUMB, button::LEFT_STICK),
        (BTN_RTHUMB, button::RIGHT_STICK),
        (BTN_DPAD_UP, button::DPAD_UP),
        (BTN_DPAD_DOWN, button::DPAD_DOWN),
        (BTN_DPAD_LEFT, button::DPAD_LEFT),
        (BTN_DPAD_RIGHT, button::DPAD_RIGHT),
    ] {
        builder.button(|code| code == wanted, to);
    }
    for (wanted, spare, to) in
        [(AXIS_LT2, BTN_LT2, axis::LEFT_TRIGGER), (AXIS_RT2, BTN_RT2, axis::RIGHT_TRIGGER)]
    {
        if !builder.axis(|code| code == wanted, to, Span::POSITIVE) {
            builder.button(|code| code == spare, to);
        }
    }
    builder.dpad();
    for (wanted, to) in [
        (AXIS_LSTICKX, axis::LEFT_STICK_X),
        (AXIS_LSTICKY, axis::LEFT_STICK_Y),
        (AXIS_RSTICKX, axis::RIGHT_STICK_X),
        (AXIS_RSTICKY, axis::RIGHT_STICK_Y),
    ] {
        builder.axis(|code| code == wanted, to, Span::WHOLE);
    }
    Mapping { name: None, bindings: builder.bindings }
}
