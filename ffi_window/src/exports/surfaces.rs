//! Beyond the contract: many events at once, pictures, raw handles, cursors and icons, files and input methods.

use super::not_on_wayland;
use crate::{
    Error, Result, display,
    event::{Event, What},
    event_loop::EventLoop,
    monitor, ranges,
    window::Window,
};
use ffi_core::{Text, export, ffi_struct};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle};
use std::sync::Arc;
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    window::{Fullscreen, Icon, UserAttentionType},
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

/// Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
/// one. May be called on any thread, to tell that there is something else to do.
#[export]
fn rt_winit_event_loop_wake(event_loop: &EventLoop) -> bool {
    event_loop.wake();
    true
}

/// Whether the window has the keyboard.
#[export]
fn rt_winit_window_has_focus(window: &Window) -> Result<bool> {
    window.run(|native| native.has_focus())
}

/// Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
/// or asks no longer. It ends by itself when the window gets the keyboard.
#[export]
fn rt_winit_window_request_attention(window: &Window, wanted: bool) -> Result<()> {
    window.run(move |native| native.request_user_attention(wanted.then_some(UserAttentionType::Critical)))
}

/// The number of the monitor that most of the window is on.
#[export]
fn rt_winit_window_get_monitor(window: &Window) -> Result<i64> {
    window.run_with(|native, active| monitor::number(active, native.current_monitor()))?
}

/// Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
/// back to its size.
#[export]
fn rt_winit_window_set_fullscreen_on(window: &Window, monitor_id: i64) -> Result<()> {
    window.run_with(move |native, active| {
        let monitor = monitor::handle(active, monitor_id)?;
        native.set_fullscreen(Some(Fullscreen::Borderless(Some(monitor))));
        Ok(())
    })?
}

/// The number of the desktop's main monitor. Fails on Wayland, which has none.
#[export(blocks)]
fn rt_winit_monitor_primary() -> Result<i64> {
    display::run(|_, active| monitor::number(active, active.primary_monitor()))?
}

/// How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
#[export(blocks)]
fn rt_winit_monitor_get_refresh_rate(monitor_id: i64) -> Result<f64> {
    Ok(monitor::get(monitor_id)?.refresh_rate)
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
