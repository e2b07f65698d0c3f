//! The pointer over a window.

use crate::{
    Error, Result,
    event::{Event, EventKind},
    limits,
    pointer::refused,
    window::Window,
};
use ffi_core::{export, ffi_struct};
use winit::{
    dpi::PhysicalPosition,
    window::{CursorIcon, CustomCursor, CustomCursorSource},
};

/// How far the mouse itself moved.
#[ffi_struct]
pub struct MouseMotion {
    /// To the right.
    pub delta_x: f64,
    /// Towards the user.
    pub delta_y: f64,
}

/// Shows or hides the pointer over the window.
#[export]
fn rt_winit_window_set_cursor_visible(window: &Window, visible: bool) -> Result<()> {
    window.point(move |pointer, native| pointer.show(native, visible))
}

/// Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go. The user who goes to
/// another window has the pointer back meanwhile; the window takes it again with the keyboard. Where another program
/// holds the pointer, tries for up to 200 ms.
#[export(blocks)]
fn rt_winit_window_set_cursor_grab(window: &Window, grab: bool) -> Result<()> {
    window.grab(grab)
}

/// Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
#[export]
fn rt_winit_window_set_cursor_position(window: &Window, x: i64, y: i64) -> Result<()> {
    let position = PhysicalPosition::new(limits::coordinate("x", x)?, limits::coordinate("y", y)?);
    let outcome = window.run(move |native| native.set_cursor_position(position))?;
    outcome.map_err(|error| refused("placing the pointer", error))
}

/// Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
/// is hidden and stays in its place, inside the window wherever that moves, and the mouse's motion arrives in mouse-motion events, which no edge ends,
/// and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
/// is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
#[export]
fn rt_winit_window_set_relative_mouse(window: &Window, relative: bool) -> Result<()> {
    window.point(move |pointer, native| pointer.set_relative_mode(native, relative))?
}

/// Returns how far the mouse itself moved, of a mouse-motion event, which comes where
/// `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that the
/// pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell them here too.
#[export(light)]
fn rt_winit_event_mouse_motion(event: &Event) -> Result<MouseMotion> {
    match event.kind {
        EventKind::MouseMotion { x, y } => Ok(MouseMotion { delta_x: x, delta_y: y }),
        _ => event.wrong("a mouse-motion event"),
    }
}

/// Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
/// `crosshair`, `wait`, `grab`, `ew-resize` and so on.
#[export]
fn rt_winit_window_set_cursor_icon(window: &Window, icon: &str) -> Result<()> {
    let shape: CursorIcon = icon.parse().map_err(|_| Error::NoCursor(icon.to_owned()))?;
    window.run(move |native| native.set_cursor(shape))
}

/// Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
/// 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
#[export]
fn rt_winit_window_set_cursor_image(
    window: &Window,
    width: i64,
    height: i64,
    hot_x: i64,
    hot_y: i64,
    pixels: &[u8],
) -> Result<()> {
    let source = cursor((width, height), (hot_x, hot_y), pixels)?;
    window.run_with(|native, active| native.set_cursor(active.create_custom_cursor(source)))
}

fn cursor((width, height): (i64, i64), hot: (i64, i64), pixels: &[u8]) -> Result<CustomCursorSource> {
    let across = limits::between("width", width, 1, 256)? as u16;
    let down = limits::between("height", height, 1, 256)? as u16;
    let hot_x = limits::between("hot_x", hot.0, 0, width - 1)? as u16;
    let hot_y = limits::between("hot_y", hot.1, 0, height - 1)? as u16;
    let (wanted, found) = (width * height * 4, pixels.len());
    let misfit = Error::PictureSize { name: "pixels", found, width, height, wanted };
    CustomCursor::from_rgba(pixels, across, down, hot_x, hot_y).map_err(|_| misfit)
}
