//! Names of the numbers that game pad functions give and take.

use ffi_core::ffi_enum;

/// Types of game pad events.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum PadEvent {
    /// A button went down.
    ButtonPressed = 1,
    /// A button came up.
    ButtonReleased = 2,
    /// The value of a button changed.
    ButtonChanged = 3,
    /// An axis moved.
    AxisChanged = 4,
    /// A pad was connected.
    Connected = 10,
    /// A pad was disconnected.
    Disconnected = 11,
    /// Events were lost.
    Dropped = 12,
}

/// Buttons, by where they lie.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum PadButton {
    /// A on Xbox pads, cross on PlayStation pads.
    South = 0,
    /// B, circle.
    East = 1,
    /// Y, triangle.
    North = 2,
    /// X, square.
    West = 3,
    /// The left trigger.
    LeftTrigger = 4,
    /// The right trigger.
    RightTrigger = 5,
    /// The left shoulder button.
    LeftBumper = 6,
    /// The right shoulder button.
    RightBumper = 7,
    /// The D-pad, upwards.
    DpadUp = 8,
    /// The D-pad, downwards.
    DpadDown = 9,
    /// The D-pad, to the left.
    DpadLeft = 10,
    /// The D-pad, to the right.
    DpadRight = 11,
    /// A press of the left stick.
    LeftStick = 12,
    /// A press of the right stick.
    RightStick = 13,
    /// Back, share, minus.
    Select = 14,
    /// Menu, options, plus.
    Start = 15,
    /// The button with the maker's sign.
    Mode = 16,
    /// Share on newer Xbox pads, capture on Nintendo's, microphone on the DualSense.
    Misc = 17,
    /// The upper paddle on the back, under the right hand (P1).
    Paddle1 = 18,
    /// The upper paddle under the left hand (P3).
    Paddle2 = 19,
    /// The lower paddle under the right hand (P2).
    Paddle3 = 20,
    /// The lower paddle under the left hand (P4).
    Paddle4 = 21,
    /// A press of the touchpad.
    Touchpad = 22,
    /// None that has a number.
    Unknown = 255,
}

/// Axes.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum PadAxis {
    /// The left stick, rightwards.
    LeftStickX = 0,
    /// The left stick, upwards.
    LeftStickY = 1,
    /// The right stick, rightwards.
    RightStickX = 2,
    /// The right stick, upwards.
    RightStickY = 3,
    /// The left trigger.
    LeftTrigger = 4,
    /// The right trigger.
    RightTrigger = 5,
    /// The D-pad, rightwards.
    DpadX = 6,
    /// The D-pad, upwards.
    DpadY = 7,
    /// None that has a number.
    Unknown = 255,
}

/// How a pad is powered.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum PadPower {
    /// It does not say.
    Unknown = 0,
    /// Its battery is charged.
    Charging = 1,
    /// It runs on its battery.
    Discharging = 2,
    /// Its battery is full.
    Full = 3,
    /// Its battery is empty.
    Empty = 4,
    /// It has no battery.
    Wired = 5,
}
