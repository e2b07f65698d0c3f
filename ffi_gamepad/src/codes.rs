//! The numbers by which C names buttons, axes and types of events, and gilrs's names for them.

use gilrs::{Axis, Button};

/// How many buttons have a number of their own.
pub const BUTTONS: usize = 17;
/// How many axes have a number of their own.
pub const AXES: usize = 8;
/// A button or axis that has no number, or none at all.
pub const UNKNOWN: i64 = 255;

/// The types of events.
pub mod kind {
    pub const BUTTON_PRESSED: i64 = 1;
    pub const BUTTON_RELEASED: i64 = 2;
    pub const BUTTON_CHANGED: i64 = 3;
    pub const AXIS_CHANGED: i64 = 4;
    pub const CONNECTED: i64 = 10;
    pub const DISCONNECTED: i64 = 11;
    pub const DROPPED: i64 = 12;
}

/// What a type of event is called.
pub fn name_of_kind(number: i64) -> &'static str {
    match number {
        kind::BUTTON_PRESSED => "button-pressed",
        kind::BUTTON_RELEASED => "button-released",
        kind::BUTTON_CHANGED => "button-changed",
        kind::AXIS_CHANGED => "axis-changed",
        kind::CONNECTED => "connected",
        kind::DISCONNECTED => "disconnected",
        _ => "dropped",
    }
}

/// gilrs's buttons in the order of their numbers. What it calls a trigger is the bumper; the trigger proper
/// is its `Trigger2`.
pub const BUTTON_NAMES: [Button; BUTTONS] = [
    Button::South,
    Button::East,
    Button::North,
    Button::West,
    Button::LeftTrigger2,
    Button::RightTrigger2,
    Button::LeftTrigger,
    Button::RightTrigger,
    Button::DPadUp,
    Button::DPadDown,
    Button::DPadLeft,
    Button::DPadRight,
    Button::LeftThumb,
    Button::RightThumb,
    Button::Select,
    Button::Start,
    Button::Mode,
];

/// gilrs's axes in the order of their numbers.
pub const AXIS_NAMES: [Axis; AXES] = [
    Axis::LeftStickX,
    Axis::LeftStickY,
    Axis::RightStickX,
    Axis::RightStickY,
    Axis::LeftZ,
    Axis::RightZ,
    Axis::DPadX,
    Axis::DPadY,
];

/// The buttons whose state is an axis too.
pub mod button {
    pub const LEFT_TRIGGER: i64 = 4;
    pub const RIGHT_TRIGGER: i64 = 5;
    pub const DPAD_UP: i64 = 8;
    pub const DPAD_DOWN: i64 = 9;
    pub const DPAD_LEFT: i64 = 10;
    pub const DPAD_RIGHT: i64 = 11;
}

/// The axes whose state is that of buttons too.
pub mod axis {
    pub const LEFT_TRIGGER: i64 = 4;
    pub const RIGHT_TRIGGER: i64 = 5;
    pub const DPAD_X: i64 = 6;
    pub const DPAD_Y: i64 = 7;
}

/// The number of a button of gilrs's.
pub fn of_button(button: Button) -> i64 {
    BUTTON_NAMES.iter().position(|&name| name == button).map_or(UNKNOWN, |number| number as i64)
}

/// The number of an axis of gilrs's.
pub fn of_axis(axis: Axis) -> i64 {
    AXIS_NAMES.iter().position(|&name| name == axis).map_or(UNKNOWN, |number| number as i64)
}

/// What gilrs makes of the lower end of an axis is up to this much above -1: it puts the middle of an even number
/// of steps to 0, and 8-bit sticks have 256.
const SHORT_OF_THE_END: f64 = 0.01;

/// An axis's position as C is told it: gilrs tells a trigger that it takes for an axis like a stick, -1 to 1. None
/// where the driver's range is empty, of which gilrs makes what is no number.
pub fn position(axis: Axis, told: f32) -> Option<f64> {
    let told = Some(f64::from(told)).filter(|told| told.is_finite())?;
    let told = if told <= SHORT_OF_THE_END - 1.0 { -1.0 } else { told };
    Some(if matches!(axis, Axis::LeftZ | Axis::RightZ) { (told + 1.0) / 2.0 } else { told })
}

/// The place of a button's number in tables of buttons.
pub fn button_place(button: i64) -> Option<usize> {
    usize::try_from(button).ok().filter(|&place| place < BUTTONS)
}

/// The place of an axis's number in tables of axes.
pub fn axis_place(axis: i64) -> Option<usize> {
    usize::try_from(axis).ok().filter(|&place| place < AXES)
}
