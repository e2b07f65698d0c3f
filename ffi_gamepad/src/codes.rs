//! The numbers by which C names buttons, axes and types of events, and SDL's names for them.

/// Number of buttons that have a number of their own.
pub const BUTTONS: usize = 23;
/// Number of axes that have a number of their own.
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

/// The name of a type of event.
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

/// The buttons' numbers.
pub mod button {
    pub const SOUTH: i64 = 0;
    pub const EAST: i64 = 1;
    pub const NORTH: i64 = 2;
    pub const WEST: i64 = 3;
    pub const LEFT_TRIGGER: i64 = 4;
    pub const RIGHT_TRIGGER: i64 = 5;
    pub const LEFT_BUMPER: i64 = 6;
    pub const RIGHT_BUMPER: i64 = 7;
    pub const DPAD_UP: i64 = 8;
    pub const DPAD_DOWN: i64 = 9;
    pub const DPAD_LEFT: i64 = 10;
    pub const DPAD_RIGHT: i64 = 11;
    pub const LEFT_STICK: i64 = 12;
    pub const RIGHT_STICK: i64 = 13;
    pub const SELECT: i64 = 14;
    pub const START: i64 = 15;
    pub const MODE: i64 = 16;
    pub const MISC: i64 = 17;
    pub const PADDLE_1: i64 = 18;
    pub const PADDLE_2: i64 = 19;
    pub const PADDLE_3: i64 = 20;
    pub const PADDLE_4: i64 = 21;
    pub const TOUCHPAD: i64 = 22;
}

/// The axes' numbers. Triggers have the same as axes and as buttons.
pub mod axis {
    pub const LEFT_STICK_X: i64 = 0;
    pub const LEFT_STICK_Y: i64 = 1;
    pub const RIGHT_STICK_X: i64 = 2;
    pub const RIGHT_STICK_Y: i64 = 3;
    pub const LEFT_TRIGGER: i64 = 4;
    pub const RIGHT_TRIGGER: i64 = 5;
    pub const DPAD_X: i64 = 6;
    pub const DPAD_Y: i64 = 7;
}

/// The number of a button by its name in SDL's mappings; nothing for what is no button there.
pub fn button_of_sdl(name: &str) -> Option<i64> {
    Some(match name {
        "a" => button::SOUTH,
        "b" => button::EAST,
        "x" => button::WEST,
        "y" => button::NORTH,
        "back" => button::SELECT,
        "guide" => button::MODE,
        "start" => button::START,
        "leftstick" => button::LEFT_STICK,
        "rightstick" => button::RIGHT_STICK,
        "leftshoulder" => button::LEFT_BUMPER,
        "rightshoulder" => button::RIGHT_BUMPER,
        "dpup" => button::DPAD_UP,
        "dpdown" => button::DPAD_DOWN,
        "dpleft" => button::DPAD_LEFT,
        "dpright" => button::DPAD_RIGHT,
        "misc1" => button::MISC,
        "paddle1" => button::PADDLE_1,
        "paddle2" => button::PADDLE_2,
        "paddle3" => button::PADDLE_3,
        "paddle4" => button::PADDLE_4,
        "touchpad" => button::TOUCHPAD,
        _ => return None,
    })
}

/// The number of an axis by its name in SDL's mappings.
pub fn axis_of_sdl(name: &str) -> Option<i64> {
    Some(match name {
        "leftx" => axis::LEFT_STICK_X,
        "lefty" => axis::LEFT_STICK_Y,
        "rightx" => axis::RIGHT_STICK_X,
        "righty" => axis::RIGHT_STICK_Y,
        "lefttrigger" => axis::LEFT_TRIGGER,
        "righttrigger" => axis::RIGHT_TRIGGER,
        _ => return None,
    })
}

/// The place of a button's number in tables of buttons.
pub fn button_place(button: i64) -> Option<usize> {
    usize::try_from(button).ok().filter(|&place| place < BUTTONS)
}

/// The place of an axis's number in tables of axes.
pub fn axis_place(axis: i64) -> Option<usize> {
    usize::try_from(axis).ok().filter(|&place| place < AXES)
}
