//! Windows, from their making to their end, and what they are like.

use super::not_on_wayland;
use crate::{Error, Result, config::Config, event_loop::EventLoop, limits, window::Window};
use ffi_core::{Borrowed, Consumed, Shared, export};
use winit::window::{Icon, UserAttentionType, WindowLevel};

/// Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
/// is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
/// `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
#[export(blocks)]
fn rt_winit_window_new(
    event_loop: Shared<EventLoop>,
    width: i64,
    height: i64,
    title: &str,
) -> Result<Borrowed<Window>> {
    Window::make(&event_loop, Config::plain(width, height, title)?).map(Borrowed::new)
}

/// Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
/// (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
/// `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
/// `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
/// which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
/// cannot do, fails and is named.
#[export(blocks, schema(config_json = "ffi_window/src/config.schema.json"))]
fn rt_winit_window_new_with_config(
    event_loop: Shared<EventLoop>,
    config_json: &str,
) -> Result<Borrowed<Window>> {
    Window::make(&event_loop, Config::from_json(config_json)?).map(Borrowed::new)
}

/// Closes a window. Its loop gets a destroyed event.
#[export]
fn rt_winit_window_free(window: Consumed<Window>) -> Result<()> {
    window.destroy()
}

/// Returns the window system's number for the window, which its events bear: on X11 its XID.
#[export]
fn rt_winit_window_id(window: &Window) -> i64 {
    window.shared.id
}

/// Sets the title, of at most 65,535 bytes.
#[export]
fn rt_winit_window_set_title(window: &Window, title: &str) -> Result<()> {
    limits::name("title", title)?;
    let title = title.to_owned();
    window.run(move |native| native.set_title(&title))
}

/// Shows or hides the window. Hiding fails on Wayland.
#[export]
fn rt_winit_window_set_visible(window: &Window, visible: bool) -> Result<()> {
    if !visible {
        not_on_wayland(window, "hiding a window")?;
    }
    window.run(move |native| native.set_visible(visible))
}

/// Tells whether the window is shown, if perhaps covered by others.
#[export]
fn rt_winit_window_is_visible(window: &Window) -> Result<bool> {
    // Where the window system does not tell, it cannot hide one.
    window.run(|native| native.is_visible().unwrap_or(true))
}

/// Gives the window a frame with a title bar, or none.
#[export]
fn rt_winit_window_set_decorations(window: &Window, decorations: bool) -> Result<()> {
    window.run(move |native| native.set_decorations(decorations))
}

/// Keeps the window above others, or lets it be covered. The former fails on Wayland.
#[export]
fn rt_winit_window_set_always_on_top(window: &Window, on_top: bool) -> Result<()> {
    if on_top {
        not_on_wayland(window, "keeping a window on top")?;
    }
    let level = if on_top { WindowLevel::AlwaysOnTop } else { WindowLevel::Normal };
    window.run(move |native| native.set_window_level(level))
}

/// Asks for the keyboard; on an X server without a window manager, takes it. Waits up to 200 ms for the window to
/// have it. Fails on Wayland, where the user gives it.
#[export(blocks)]
fn rt_winit_window_focus(window: &Window) -> Result<()> {
    not_on_wayland(window, "taking the keyboard")?;
    window.focus()
}

/// Tells whether the window has the keyboard.
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

/// Asks for a redraw-requested event.
#[export]
fn rt_winit_window_request_redraw(window: &Window) -> Result<()> {
    window.run(|native| native.request_redraw())
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
    limits::between("width", width, 1, 1024)?;
    limits::between("height", height, 1, 1024)?;
    let (wanted, found) = (width * height * 4, pixels.len());
    let misfit = Error::PictureSize { name: "pixels", found, width, height, wanted };
    Icon::from_rgba(pixels.to_vec(), width as u32, height as u32).map_err(|_| misfit)
}
