//! Events of the keyboard, the mouse and touch screens. A getter that is asked of another type of event fails.

use crate::{
    Result,
    event::{Event, EventKind},
};
use ffi_core::{Text, export, ffi_struct};

/// A key that went down or up.
#[ffi_struct]
pub struct KeyInput {
    /// The number that the key's place has.
    pub scancode: i64,
    /// The key's Windows virtual-key code.
    #[number = "KeyCode"]
    pub keycode: i64,
    /// Down or up.
    pub pressed: bool,
}

/// A mouse button that went down or up.
#[ffi_struct]
pub struct MouseButtonInput {
    /// Left 0, right 1, middle 2, others from 3.
    #[number = "MouseButtonNumber"]
    pub button: i64,
    /// Down or up.
    pub pressed: bool,
}

/// A place in a window in physical pixels, from its upper left corner.
#[ffi_struct]
pub struct MousePosition {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// How far a wheel turned.
#[ffi_struct]
pub struct MouseWheelDelta {
    /// Clicks, positive where what is seen moves to the right.
    pub delta_x: f64,
    /// Clicks, positive where what is seen moves down: the wheel turned away from the user.
    pub delta_y: f64,
}

/// A finger on a touch screen.
#[ffi_struct]
pub struct TouchInput {
    /// Which finger, from its touch to its end.
    pub finger: i64,
    /// Started 0, moved 1, ended 2, cancelled 3.
    #[number = "TouchPhase"]
    pub phase: i64,
    /// To the right, in physical pixels.
    pub x: f64,
    /// Down, in physical pixels.
    pub y: f64,
}

/// Returns which key went down or up. A key that is held repeats its going down.
///
/// `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
/// kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
/// Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
/// Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
/// where it has none. Signs have the codes that Windows has for them in that layout, and no two keys that bear letters,
/// digits and signs have the same. What is typed arrives as received characters.
#[export(light)]
fn rt_winit_event_keyboard_input(event: &Event) -> Result<KeyInput> {
    let key = key(event)?;
    Ok(KeyInput { scancode: key.scancode, keycode: key.code, pressed: key.pressed })
}

fn key(event: &Event) -> Result<crate::event::Key> {
    match event.kind {
        EventKind::Key(key) => Ok(key),
        _ => event.wrong("a keyboard-input event"),
    }
}

/// Returns the number of the key's place.
#[export(light)]
fn rt_winit_event_keyboard_scancode(event: &Event) -> Result<i64> {
    Ok(key(event)?.scancode)
}

/// Returns the key's Windows virtual-key code, 0 where it has none.
#[export(light, numbers(result = "KeyCode"))]
fn rt_winit_event_keyboard_virtual_keycode(event: &Event) -> Result<i64> {
    Ok(key(event)?.code)
}

/// Returns the modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
/// 2, Alt 4, Super 8, added up.
#[export(light, numbers(result = "Modifier"))]
fn rt_winit_event_keyboard_modifiers(event: &Event) -> Result<i64> {
    match event.kind {
        EventKind::Key(_) | EventKind::Text(_) => Ok(event.modifiers),
        EventKind::MouseButton { .. } | EventKind::MouseMoved { .. } => Ok(event.modifiers),
        EventKind::MouseWheel { .. } | EventKind::MouseMotion { .. } => Ok(event.modifiers),
        _ => event.wrong("one of the keyboard or the mouse"),
    }
}

/// Tells whether this going down of a key is a repetition, because it is held, also where it was held already when the
/// window got the keyboard.
#[export(light)]
fn rt_winit_event_keyboard_repeat(event: &Event) -> Result<bool> {
    match event.kind {
        EventKind::Key(key) => Ok(key.repeat),
        _ => event.wrong("a keyboard-input event"),
    }
}

/// Returns what was typed: mostly one character, composed where it was composed (dead keys, an input method), and never
/// a control character. Empty where this is another type of event.
#[export(light)]
fn rt_winit_event_received_character(event: &Event) -> Result<Text> {
    match &event.kind {
        EventKind::Text(text) => Ok(Text::new(text)),
        _ => event.wrong("a received-character event"),
    }
}

/// Returns which mouse button went down or up: left 0, right 1, middle 2, others from 3.
#[export(light)]
fn rt_winit_event_mouse_button(event: &Event) -> Result<MouseButtonInput> {
    match event.kind {
        EventKind::MouseButton { button, pressed } => Ok(MouseButtonInput { button, pressed }),
        _ => event.wrong("a mouse-button event"),
    }
}

/// Returns where in the window the pointer is now.
#[export(light)]
fn rt_winit_event_mouse_moved(event: &Event) -> Result<MousePosition> {
    match event.kind {
        EventKind::MouseMoved { x, y } => Ok(MousePosition { x, y }),
        _ => event.wrong("a mouse-moved event"),
    }
}

/// Returns how far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
#[export(light)]
fn rt_winit_event_mouse_wheel(event: &Event) -> Result<MouseWheelDelta> {
    match event.kind {
        EventKind::MouseWheel { x, y } => Ok(MouseWheelDelta { delta_x: x, delta_y: y }),
        _ => event.wrong("a mouse-wheel event"),
    }
}

/// Tells whether this is the pointer coming into the window.
#[export(light)]
fn rt_winit_event_cursor_entered(event: &Event) -> bool {
    event.kind == EventKind::CursorEntered
}

/// Tells whether this is the pointer leaving the window.
#[export(light)]
fn rt_winit_event_cursor_left(event: &Event) -> bool {
    event.kind == EventKind::CursorLeft
}

/// Returns what a finger does on a touch screen.
#[export(light)]
fn rt_winit_event_touch(event: &Event) -> Result<TouchInput> {
    match event.kind {
        EventKind::Touch(touch) => {
            Ok(TouchInput { finger: touch.finger, phase: touch.phase, x: touch.x, y: touch.y })
        }
        _ => event.wrong("a touch event"),
    }
}
