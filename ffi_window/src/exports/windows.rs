//! Windows. Sizes and positions are in physical pixels.

use super::{WindowPosition, WindowSize, not_on_wayland};
use crate::{
    Error, Result,
    config::Config,
    event_loop::EventLoop,
    pointer::refused,
    ranges,
    window::{Limits, Window},
};
use ffi_core::{Borrowed, Consumed, Shared, export};
use winit::{dpi::PhysicalPosition, window::WindowLevel};

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
#[export(blocks)]
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

/// The inner size, as the window system last confirmed it.
#[export]
fn rt_winit_window_get_size(window: &Window) -> Result<WindowSize> {
    Ok(window.state()?.size.into())
}

/// Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
/// a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
#[export(blocks)]
fn rt_winit_window_set_size(window: &Window, width: i64, height: i64) -> Result<()> {
    window.set_size(ranges::side("width", width)?, ranges::side("height", height)?)
}

/// The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
#[export]
fn rt_winit_window_get_position(window: &Window) -> Result<WindowPosition> {
    let position = window.run(|native| native.outer_position())?;
    let position = position.map_err(|_| impossible("the window's position"))?;
    Ok((position.x, position.y).into())
}

fn impossible(what: &'static str) -> Error {
    Error::Impossible(what, "the window system does not tell".into())
}

/// Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
/// 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
#[export(blocks)]
fn rt_winit_window_set_position(window: &Window, x: i64, y: i64) -> Result<()> {
    let (x, y) = (ranges::coordinate("x", x)?, ranges::coordinate("y", y)?);
    not_on_wayland(window, "placing a window")?;
    window.set_position(x, y)
}

/// The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
#[export]
fn rt_winit_window_get_inner_size(window: &Window) -> Result<WindowSize> {
    Ok(window.state()?.size.into())
}

/// The size with the frame that the window system draws around it.
#[export]
fn rt_winit_window_get_outer_size(window: &Window) -> Result<WindowSize> {
    let size = window.run(|native| native.outer_size())?;
    Ok((size.width, size.height).into())
}

/// The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
#[export]
fn rt_winit_window_set_min_size(window: &Window, width: i64, height: i64) -> Result<()> {
    let least = (ranges::limit("width", width)?, ranges::limit("height", height)?);
    window.limit(
        |limits| Limits { least, ..limits },
        |native, limits| {
            native.set_min_inner_size(limits.least_size());
        },
    )
}

/// The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
#[export]
fn rt_winit_window_set_max_size(window: &Window, width: i64, height: i64) -> Result<()> {
    let greatest = (ranges::limit("width", width)?, ranges::limit("height", height)?);
    window.limit(
        |limits| Limits { greatest, ..limits },
        |native, limits| {
            native.set_max_inner_size(limits.greatest_size());
        },
    )
}

/// Sets the title, of at most 65,535 bytes.
#[export]
fn rt_winit_window_set_title(window: &Window, title: &str) -> Result<()> {
    ranges::name("title", title)?;
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

/// Whether the window is shown, if perhaps covered by others.
#[export]
fn rt_winit_window_is_visible(window: &Window) -> Result<bool> {
    // Where the window system does not tell, it cannot hide one.
    window.run(|native| native.is_visible().unwrap_or(true))
}

/// Lets the user change the window's size, or not.
#[export]
fn rt_winit_window_set_resizable(window: &Window, resizable: bool) -> Result<()> {
    window.run(move |native| native.set_resizable(resizable))
}

/// Minimises the window, or brings it back; bringing it back fails on Wayland.
#[export]
fn rt_winit_window_set_minimized(window: &Window, minimized: bool) -> Result<()> {
    if !minimized {
        not_on_wayland(window, "bringing a minimised window back")?;
    }
    window.run(move |native| native.set_minimized(minimized))
}

/// Maximises the window, or brings it back to its size.
#[export]
fn rt_winit_window_set_maximized(window: &Window, maximized: bool) -> Result<()> {
    window.run(move |native| native.set_maximized(maximized))
}

/// Whether the window is maximised, as the window system says.
#[export]
fn rt_winit_window_is_maximized(window: &Window) -> Result<bool> {
    window.run(|native| native.is_maximized())
}

/// Makes the window fill its monitor, without a frame, or brings it back to its size.
#[export]
fn rt_winit_window_set_fullscreen(window: &Window, fullscreen: bool) -> Result<()> {
    window.set_fullscreen(fullscreen)
}

/// Whether the window fills its monitor, as the window system says.
#[export]
fn rt_winit_window_is_fullscreen(window: &Window) -> Result<bool> {
    window.is_fullscreen()
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

/// Asks for the keyboard. Fails on Wayland, where the user gives it.
#[export]
fn rt_winit_window_focus(window: &Window) -> Result<()> {
    not_on_wayland(window, "taking the keyboard")?;
    window.run(|native| native.focus_window())
}

/// Asks for a redraw-requested event.
#[export]
fn rt_winit_window_request_redraw(window: &Window) -> Result<()> {
    window.run(|native| native.request_redraw())
}

/// The window system's number for the window, which its events bear: on X11 its XID.
#[export]
fn rt_winit_window_id(window: &Window) -> i64 {
    window.shared.id
}

/// Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
#[export]
fn rt_winit_window_scale_factor(window: &Window) -> Result<f64> {
    Ok(window.state()?.scale_factor)
}

/// Shows or hides the pointer over the window.
#[export]
fn rt_winit_window_set_cursor_visible(window: &Window, visible: bool) -> Result<()> {
    window.point(move |pointer, native| pointer.show(native, visible))
}

/// Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
#[export]
fn rt_winit_window_set_cursor_grab(window: &Window, grab: bool) -> Result<()> {
    window.point(move |pointer, native| pointer.keep(native, grab))?
}

/// Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
#[export]
fn rt_winit_window_set_cursor_position(window: &Window, x: i64, y: i64) -> Result<()> {
    let position = PhysicalPosition::new(ranges::coordinate("x", x)?, ranges::coordinate("y", y)?);
    let outcome = window.run(move |native| native.set_cursor_position(position))?;
    outcome.map_err(|error| refused("placing the pointer", error))
}
