//! Names of the numbers that window functions give and take.

use ffi_core::ffi_enum;

/// Types of window events.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum Event {
    /// The size of the window changed.
    Resized = 1,
    /// The window was moved.
    Moved = 2,
    /// The user wants the window closed.
    CloseRequested = 3,
    /// The window is gone.
    Destroyed = 4,
    /// The keyboard is the window's.
    Focused = 5,
    /// The keyboard is no longer the window's.
    Unfocused = 6,
    /// The pixels for each unit of length changed.
    ScaleFactorChanged = 7,
    /// The desktop became light or dark.
    ThemeChanged = 8,
    /// A key went down or up.
    KeyboardInput = 10,
    /// Text was entered.
    ReceivedCharacter = 11,
    /// A button of the mouse went down or up.
    MouseButton = 20,
    /// The pointer moved.
    MouseMoved = 21,
    /// The wheel was turned, or a touchpad scrolled.
    MouseWheel = 22,
    /// The pointer came into the window.
    CursorEntered = 23,
    /// The pointer left the window.
    CursorLeft = 24,
    /// The mouse itself moved, wherever the pointer is.
    MouseMotion = 25,
    /// A finger touched, moved or let go.
    Touch = 30,
    /// The window has to be drawn.
    RedrawRequested = 40,
    /// A file was dropped on the window.
    FileDropped = 50,
    /// A file is held over the window.
    FileHovered = 51,
    /// The file went away again.
    FileHoverCancelled = 52,
    /// Text was dropped on the window.
    TextDropped = 53,
    /// An input method composes text.
    ImeEnabled = 60,
    /// The text that it composes changed.
    ImePreedit = 61,
    /// It composes no more.
    ImeDisabled = 62,
    /// The window was minimised.
    Minimized = 70,
    /// The window was maximised.
    Maximized = 71,
    /// The window has its own size again.
    Restored = 72,
    /// Other windows cover all of the window.
    Occluded = 73,
    /// Some of the window is seen again.
    Exposed = 74,
}

/// Modifier keys, of which several are added up.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum Modifier {
    /// Either Shift key.
    Shift = 1,
    /// Either Control key.
    Control = 2,
    /// Either Alt key.
    Alt = 4,
    /// Either Windows or Command key.
    Super = 8,
}

/// Buttons of a mouse; further ones count on.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum MouseButtonNumber {
    /// The left one.
    Left = 0,
    /// The right one.
    Right = 1,
    /// The middle one, or the wheel.
    Middle = 2,
}

/// What a finger does.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum TouchPhase {
    /// It touched.
    Started = 0,
    /// It moved.
    Moved = 1,
    /// It let go.
    Ended = 2,
    /// The system took the touch away.
    Cancelled = 3,
}

/// Window systems, as raw handles tell them.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum WindowPlatform {
    /// X11, by Xlib.
    Xlib = 1,
    /// Wayland.
    Wayland = 2,
    /// Windows.
    Win32 = 3,
    /// macOS.
    AppKit = 4,
}

/// Locks of a keyboard, to be added up.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum LockKey {
    /// Caps Lock.
    Caps = 1,
    /// Num Lock.
    Num = 2,
    /// Scroll Lock.
    Scroll = 4,
}

/// Light and dark.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum Theme {
    /// The desktop's own, or none that is known.
    Unknown = 0,
    /// Dark on light.
    Light = 1,
    /// Light on dark.
    Dark = 2,
}

/// Kinds of messages.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum MessageKind {
    /// Something to know.
    Information = 0,
    /// Something to beware of.
    Warning = 1,
    /// Something that failed.
    Error = 2,
}
