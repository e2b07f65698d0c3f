//! Position and size of windows. Sizes and positions are in physical pixels.

use super::{WindowPosition, WindowSize, not_on_wayland};
use crate::{Error, Result, limits, size_limits::SizeLimits, window::Window};
use ffi_core::export;

/// Returns the inner size, as the window system last confirmed it.
#[export]
fn rt_winit_window_get_size(window: &Window) -> Result<WindowSize> {
    Ok(window.state()?.size.into())
}

/// Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
/// a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
#[export(blocks)]
fn rt_winit_window_set_size(window: &Window, width: i64, height: i64) -> Result<()> {
    window.set_size(limits::side("width", width)?, limits::side("height", height)?)
}

/// Returns the position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
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
    let (x, y) = (limits::coordinate("x", x)?, limits::coordinate("y", y)?);
    not_on_wayland(window, "placing a window")?;
    window.set_position(x, y)
}

/// Returns the inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
#[export]
fn rt_winit_window_get_inner_size(window: &Window) -> Result<WindowSize> {
    Ok(window.state()?.size.into())
}

/// Returns the size with the frame that the window system draws around it.
#[export]
fn rt_winit_window_get_outer_size(window: &Window) -> Result<WindowSize> {
    let size = window.run(|native| native.outer_size())?;
    Ok((size.width, size.height).into())
}

/// Sets the least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
#[export]
fn rt_winit_window_set_min_size(window: &Window, width: i64, height: i64) -> Result<()> {
    let least = (limits::limit("width", width)?, limits::limit("height", height)?);
    window.limit(
        |limits| SizeLimits { least, ..limits },
        |native, limits| {
            native.set_min_inner_size(limits.least_size());
        },
    )
}

/// Sets the greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
#[export]
fn rt_winit_window_set_max_size(window: &Window, width: i64, height: i64) -> Result<()> {
    let greatest = (limits::limit("width", width)?, limits::limit("height", height)?);
    window.limit(
        |limits| SizeLimits { greatest, ..limits },
        |native, limits| {
            native.set_max_inner_size(limits.greatest_size());
        },
    )
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

/// Maximises the window, or brings it back to its size. Waits up to 200 ms for the window system to agree.
#[export(blocks)]
fn rt_winit_window_set_maximized(window: &Window, maximized: bool) -> Result<()> {
    window.set_maximized(maximized)
}

/// Tells whether the window is maximised, as the window system says.
#[export]
fn rt_winit_window_is_maximized(window: &Window) -> Result<bool> {
    window.is_maximized()
}

/// Tells whether the window is minimised, as the window system says. Fails on Wayland, which does not tell.
#[export]
fn rt_winit_window_is_minimized(window: &Window) -> Result<bool> {
    let untold = || {
        Error::Impossible("asking whether a window is minimised", "the window system does not tell".into())
    };
    window.run(|native| native.is_minimized())?.ok_or_else(untold)
}

/// Tells whether other windows cover all of the window, or nothing of it is seen otherwise, as the window system last
/// said. X servers whose desktop composes windows never say it, nor do Wayland's compositors before `xdg-shell` 6.
#[export]
fn rt_winit_window_is_occluded(window: &Window) -> Result<bool> {
    Ok(window.state()?.is_occluded)
}

/// Makes the window fill its monitor, without a frame, or brings it back to its size. Waits up to 200 ms for the
/// window system to agree.
#[export(blocks)]
fn rt_winit_window_set_fullscreen(window: &Window, fullscreen: bool) -> Result<()> {
    window.set_fullscreen(fullscreen)
}

/// Tells whether the window fills its monitor, as the window system says.
#[export]
fn rt_winit_window_is_fullscreen(window: &Window) -> Result<bool> {
    window.is_fullscreen()
}

/// Returns the physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
#[export]
fn rt_winit_window_scale_factor(window: &Window) -> Result<f64> {
    Ok(window.state()?.scale_factor)
}
