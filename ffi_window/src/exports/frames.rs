//! The loop that every game writes: frames, what is held and pressed in each, and its end.

use super::input_state::HIGHEST;
use crate::{Error, Result, frame::Change, limits, window::Window};
use ffi_core::{Text, export, ffi_struct};

/// What became of a key or a button in a frame.
#[ffi_struct]
pub struct FrameInput {
    /// It is down at the frame's beginning.
    pub held: bool,
    /// It went down since the frame before, also where it came up again.
    pub pressed: bool,
    /// It came up since the frame before.
    pub released: bool,
}

impl From<Change> for FrameInput {
    fn from(Change { held, pressed, released }: Change) -> Self {
        Self { held, pressed, released }
    }
}

/// The pointer in a frame.
#[ffi_struct]
pub struct FramePointer {
    /// Where it is, to the right, in physical pixels from the window's upper left corner.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// How far it was moved since the frame before; where the mouse steers, by its own motion.
    pub delta_x: f64,
    /// Down.
    pub delta_y: f64,
    /// How far the wheel was turned since then, as `rt_winit_event_mouse_wheel` counts it.
    pub wheel_x: f64,
    /// Down.
    pub wheel_y: f64,
}

/// Begins a frame: waits until the next one is due, where `rate` of them (1 to 1,000) follow each other in a second, takes
/// in what was put into the window meanwhile, and returns how many seconds have passed since the one before: what a game
/// moves its world by. A frame that is a little late shifts none after it. 0 does not wait. The first one is due at once, and
/// has a frame's length (0 where `rate` is 0).
///
/// The `rt_winit_window_frame_…` functions tell of the frame as it was at its beginning. Events wait in the loop's queue as
/// well, for a host that wants them, whether or not it takes them. Where the window is gone, it is 0 at once: a loop goes on while
/// `rt_winit_window_is_open`.
#[export(blocks)]
fn rt_winit_window_frame(window: &Window, rate: f64) -> Result<f64> {
    if rate != 0.0 && !(1.0..=1000.0).contains(&rate) {
        return Err(Error::Rate(rate));
    }
    window.begin_frame(rate)
}

/// Tells whether the window goes on: it is there, and the user has not asked to close it. False where the handle is
/// stale, too.
#[export]
fn rt_winit_window_is_open(window: &Window) -> bool {
    window.state().is_ok() && !window.shared.is_to_close()
}

/// Goes on in spite of the user's wish to close the window: `rt_winit_window_is_open` is true until the next one.
#[export]
fn rt_winit_window_keep_open(window: &Window) -> Result<()> {
    window.state()?;
    window.shared.ask_to_close(false);
    Ok(())
}

/// Returns what became of a key in the window's frame: one that bears the Windows virtual-key code `keycode` (1 to 255) in
/// the layout that is set.
#[export(numbers(keycode = "KeyCode"))]
fn rt_winit_window_frame_key(window: &Window, keycode: i64) -> Result<FrameInput> {
    let keycode = limits::between("keycode", keycode, 1, 255)?;
    window.look_at_frames(|frames| frames.current().key(keycode).into())
}

/// Returns what became of the key in a place in the window's frame, whatever it bears: of scan code `scancode` (0 to
/// 65,535). For keys that a game uses by their place, such as W, A, S and D (17, 30, 31, 32).
#[export]
fn rt_winit_window_frame_scancode(window: &Window, scancode: i64) -> Result<FrameInput> {
    let scancode = limits::between("scancode", scancode, 0, HIGHEST)?;
    window.look_at_frames(|frames| frames.current().scancode(scancode).into())
}

/// Returns what became of a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) in the window's
/// frame.
#[export(numbers(button = "MouseButtonNumber"))]
fn rt_winit_window_frame_mouse_button(window: &Window, button: i64) -> Result<FrameInput> {
    let button = limits::between("button", button, 0, HIGHEST)?;
    window.look_at_frames(|frames| frames.current().button(button).into())
}

/// Returns where the pointer is in the window's frame, and how far it and the wheel were moved in it.
#[export]
fn rt_winit_window_frame_pointer(window: &Window) -> Result<FramePointer> {
    window.look_at_frames(|frames| {
        let ((x, y), (delta_x, delta_y)) = (frames.current().pointer(), frames.moved());
        let (wheel_x, wheel_y) = frames.current().wheel;
        FramePointer { x, y, delta_x, delta_y, wheel_x, wheel_y }
    })
}

/// Returns what was typed in the window's frame, at most 4,096 bytes; `""` where nothing was.
#[export]
fn rt_winit_window_frame_text(window: &Window) -> Result<Text> {
    window.look_at_frames(|frames| Text::new(&frames.current().text))
}
