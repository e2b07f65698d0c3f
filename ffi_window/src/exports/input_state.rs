//! Keys and buttons that are held now, for hosts that look at each frame in place of taking events.

use super::input_events::MousePosition;
use crate::{Result, limits, window::Window};
use ffi_core::export;

/// The highest scan code, and the highest number of a button.
pub const HIGHEST: i64 = 65_535;

/// Tells whether a key is down while the window has the keyboard: one that bears the Windows virtual-key code `keycode`
/// (1 to 255) in the layout that is set, as events of keys tell it. As of the last event that arrived, whether or not it was
/// taken from the loop. A window that loses the keyboard has no key down.
#[export(numbers(keycode = "KeyCode"))]
fn rt_winit_window_key_is_pressed(window: &Window, keycode: i64) -> Result<bool> {
    let keycode = limits::between("keycode", keycode, 1, 255)?;
    window.look_at_input(|input| input.has_key(keycode))
}

/// Tells the same of the key in a place, whatever it bears: of scan code `scancode` (0 to 65,535).
#[export]
fn rt_winit_window_scancode_is_pressed(window: &Window, scancode: i64) -> Result<bool> {
    let scancode = limits::between("scancode", scancode, 0, HIGHEST)?;
    window.look_at_input(|input| input.has_scancode(scancode))
}

/// Tells whether a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) that was pressed in the
/// window is down, as of the last event that arrived.
#[export(numbers(button = "MouseButtonNumber"))]
fn rt_winit_window_mouse_button_is_pressed(window: &Window, button: i64) -> Result<bool> {
    let button = limits::between("button", button, 0, HIGHEST)?;
    window.look_at_input(|input| input.has_button(button))
}

/// Returns where in the window the pointer was last, in physical pixels; 0 and 0 before it was first there.
#[export]
fn rt_winit_window_cursor_position(window: &Window) -> Result<MousePosition> {
    let (x, y) = window.look_at_input(|input| input.pointer())?;
    Ok(MousePosition { x, y })
}
