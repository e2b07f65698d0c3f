//! What is asked of the desktop rather than of a window: on X11 of the server and its window manager.

use crate::{Error, Result, monitor::Monitor, window::Window};
#[cfg(target_os = "linux")]
use crate::{platform::System, ui_thread, window::unasked, x11_desktop, x11_state::xid};

/// A rectangle: left, top, width, height.
type Area = (i32, i32, u32, u32);

fn only_on_x11<R>(what: &'static str) -> Result<R> {
    Err(Error::Impossible(what, "X11 alone has such a thing".into()))
}

/// Says how opaque a window is to be.
pub fn set_opacity(window: &Window, opacity: f64) -> Result<()> {
    #[cfg(target_os = "linux")]
    if let Some(connection) = ui_thread::display()?.x11()? {
        return window.run(move |native| {
            x11_desktop::set_opacity(&*connection, xid(native), opacity).map_err(unasked)
        })?;
    }
    let _ = (window, opacity);
    only_on_x11("making a window translucent")
}

/// How opaque it was said to be.
pub fn opacity(window: &Window) -> Result<f64> {
    #[cfg(target_os = "linux")]
    if let Some(connection) = ui_thread::display()?.x11()? {
        return window.run(move |native| x11_desktop::opacity(&*connection, xid(native)).map_err(unasked))?;
    }
    window.state()?;
    Ok(1.0)
}

/// What panels leave free of a monitor.
pub fn work_area(monitor: &Monitor) -> Result<Area> {
    let ((x, y), (width, height)) = (monitor.position, monitor.size);
    let whole = (x, y, width, height);
    #[cfg(target_os = "linux")]
    if let (Some(connection), screen) = ui_thread::display()?.x11_screen()? {
        let found = x11_desktop::work_area(&*connection, screen).map_err(unasked)?;
        return Ok(found.map_or(whole, |free| x11_desktop::common(whole, free)));
    }
    let _ = whole;
    only_on_x11("telling what panels leave free")
}

/// The locks of the keyboard that are on.
pub fn lock_keys() -> Result<i64> {
    #[cfg(target_os = "linux")]
    {
        let display = ui_thread::display()?;
        if let Some(connection) = display.x11()? {
            return x11_desktop::lights(&*connection).map(|lights| i64::from(lights & 7)).map_err(unasked);
        }
        if display.system == System::Wayland {
            return ui_thread::run(|app, _| app.locks());
        }
    }
    only_on_x11("telling the keyboard's locks")
}
