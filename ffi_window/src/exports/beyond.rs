//! Beyond the contract: many events at once, pictures, raw handles, cursors and icons, files and input methods.

use super::not_on_wayland;
use crate::{
    Error, Result, display,
    event::{Event, What},
    event_loop::EventLoop,
    ranges,
    window::Window,
};
use ffi_core::{Text, export, ffi_struct};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle};
use std::sync::Arc;
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    window::{CursorIcon, Icon},
};

/// The number of Xlib's handles.
const XLIB: i64 = 1;

/// What a GPU library makes a surface of.
#[ffi_struct]
pub struct WindowRawHandle {
    /// Xlib 1, Wayland 2, Win32 3, AppKit 4.
    pub platform: i64,
    /// The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`.
    pub window: i64,
    /// The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`.
    pub display: i64,
    /// On X11, the number of the screen.
    pub screen: i64,
    /// On X11, the number of the visual.
    pub visual: i64,
}

/// What an input method is composing.
#[ffi_struct]
pub struct ImePreedit {
    /// The text so far; empty where there is none.
    pub text: String,
    /// Where the cursor in it begins, in bytes; -1 where none is to be shown.
    pub cursor_start: i64,
    /// Where it ends.
    pub cursor_end: i64,
}

/// How far the mouse itself moved.
#[ffi_struct]
pub struct MouseMotion {
    /// To the right.
    pub delta_x: f64,
    /// Towards the user.
    pub delta_y: f64,
}

/// The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
/// is freed like that of a single one.
#[export]
fn rt_winit_event_loop_poll_all(event_loop: &EventLoop, max_events: i64) -> Result<Vec<i64>> {
    let most = ranges::between("max_events", max_events, 0, i64::MAX)?;
    let events = event_loop.poll(usize::try_from(most).unwrap_or(usize::MAX))?;
    Ok(events.into_iter().map(|event| ffi_core::handle::insert(Arc::new(event))).collect())
}

/// Frees many events at once; gives how many of them were alive.
#[export]
fn rt_winit_event_free_all(events: &[i64]) -> i64 {
    ffi_core::handle::free_all::<Event>(events.iter().copied()) as i64
}

/// Whether this going down of a key is a repetition, because it is held, also where it was held already when the
/// window got the keyboard.
#[export]
fn rt_winit_event_keyboard_repeat(event: &Event) -> Result<bool> {
    match event.what {
        What::Key(key) => Ok(key.repeat),
        _ => event.wrong("a keyboard-input event"),
    }
}

/// Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
/// red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
/// pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
/// that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
/// redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
/// on Wayland in windows of more than 268 million pixels.
///
/// The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
/// two before it still are on theirs, it waits.
#[export(blocks)]
fn rt_winit_window_present_rgba(window: &Window, width: i64, height: i64, pixels: &[u8]) -> Result<()> {
    window.show(width, height, pixels)
}

/// What a GPU library makes a surface of. Valid until the window is freed.
#[export]
fn rt_winit_window_raw_handle(window: &Window) -> Result<WindowRawHandle> {
    let raw = window.run(|native| {
        let unknown = |_| Error::Impossible("a raw handle", "the window system has none".into());
        let display = native.display_handle().map_err(unknown)?.as_raw();
        let window = native.window_handle().map_err(unknown)?.as_raw();
        raw(window, display)
    })??;
    if raw.platform == XLIB {
        display::run(|app, _| app.is_lent = true)?;
    }
    Ok(raw)
}

fn raw(window: RawWindowHandle, display: RawDisplayHandle) -> Result<WindowRawHandle> {
    Ok(match (window, display) {
        (RawWindowHandle::Xlib(window), RawDisplayHandle::Xlib(display)) => WindowRawHandle {
            platform: XLIB,
            window: window.window as i64,
            display: display.display.map_or(0, |display| display.as_ptr() as i64),
            screen: i64::from(display.screen),
            visual: window.visual_id as i64,
        },
        (RawWindowHandle::Wayland(window), RawDisplayHandle::Wayland(display)) => WindowRawHandle {
            platform: 2,
            window: window.surface.as_ptr() as i64,
            display: display.display.as_ptr() as i64,
            ..WindowRawHandle::default()
        },
        (RawWindowHandle::Win32(window), _) => WindowRawHandle {
            platform: 3,
            window: window.hwnd.get() as i64,
            display: window.hinstance.map_or(0, |instance| instance.get() as i64),
            ..WindowRawHandle::default()
        },
        (RawWindowHandle::AppKit(window), _) => WindowRawHandle {
            platform: 4,
            window: window.ns_view.as_ptr() as i64,
            ..WindowRawHandle::default()
        },
        _ => return Err(Error::Impossible("a raw handle", "the window system is an unknown one".into())),
    })
}

/// Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
/// `crosshair`, `wait`, `grab`, `ew-resize` and so on.
#[export]
fn rt_winit_window_set_cursor_icon(window: &Window, icon: &str) -> Result<()> {
    let shape: CursorIcon = icon.parse().map_err(|_| Error::NoCursor(icon.to_owned()))?;
    window.run(move |native| native.set_cursor(shape))
}

/// Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
/// is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
/// and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
/// is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
#[export]
fn rt_winit_window_set_relative_mouse(window: &Window, relative: bool) -> Result<()> {
    window.point(move |pointer, native| pointer.steer(native, relative))?
}

/// How far the mouse itself moved, of a mouse-motion event, which comes where
/// `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
/// the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
/// them here too.
#[export]
fn rt_winit_event_mouse_motion(event: &Event) -> Result<MouseMotion> {
    match event.what {
        What::MouseMotion { x, y } => Ok(MouseMotion { delta_x: x, delta_y: y }),
        _ => event.wrong("a mouse-motion event"),
    }
}

/// Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
/// bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
#[export]
fn rt_winit_window_set_icon(window: &Window, width: i64, height: i64, pixels: &[u8]) -> Result<()> {
    let none = pixels.is_empty() && (width, height) == (0, 0);
    let icon = if none { None } else { Some(icon(width, height, pixels)?) };
    not_on_wayland(window, "giving a window an icon")?;
    window.run(move |native| native.set_window_icon(icon))
}

fn icon(width: i64, height: i64, pixels: &[u8]) -> Result<Icon> {
    ranges::between("width", width, 1, 1024)?;
    ranges::between("height", height, 1, 1024)?;
    let (wanted, found) = (width * height * 4, pixels.len());
    let misfit = Error::PictureSize { name: "pixels", found, width, height, wanted };
    Icon::from_rgba(pixels.to_vec(), width as u32, height as u32).map_err(|_| misfit)
}

/// The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
#[export]
fn rt_winit_event_file_path(event: &Event) -> Result<Text> {
    match &event.what {
        What::FileDropped(path) | What::FileHovered(path) => Ok(Text::new(path)),
        _ => event.wrong("a file event"),
    }
}

/// Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
/// composes arrives as preedit events, what it has composed as received characters.
#[export]
fn rt_winit_window_set_ime_allowed(window: &Window, allowed: bool) -> Result<()> {
    window.run(move |native| native.set_ime_allowed(allowed))
}

/// Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
/// to 32,767, sides 0 to 32,767.
#[export]
fn rt_winit_window_set_ime_area(window: &Window, x: i64, y: i64, width: i64, height: i64) -> Result<()> {
    let position = PhysicalPosition::new(ranges::coordinate("x", x)?, ranges::coordinate("y", y)?);
    let size = PhysicalSize::new(ranges::limit("width", width)?, ranges::limit("height", height)?);
    window.run(move |native| native.set_ime_cursor_area(position, size))
}

/// What an input method is composing.
#[export(fail(cursor_start = -1, cursor_end = -1))]
fn rt_winit_event_ime_preedit(event: &Event) -> Result<ImePreedit> {
    match &event.what {
        What::ImePreedit { text, cursor } => {
            let (start, end) = cursor.map_or((-1, -1), |(start, end)| (start as i64, end as i64));
            Ok(ImePreedit { text: text.clone(), cursor_start: start, cursor_end: end })
        }
        _ => event.wrong("an ime-preedit event"),
    }
}
