//! The desktop around windows: opacity, what panels leave free, video modes, locks of the keyboard, a display that stays
//! awake.

use crate::{Error, Result, desktop, limits, monitor, ui_thread, window::Window};
use ffi_core::{export, ffi_struct};
use winit::window::Fullscreen;

/// A rectangle of the desktop in physical pixels.
#[ffi_struct]
pub struct WindowArea {
    /// To the right, from the desktop's upper left corner.
    pub x: i64,
    /// Down.
    pub y: i64,
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

/// A resolution that a monitor can be set to.
#[ffi_struct]
pub struct VideoMode {
    /// Pixels from left to right.
    pub width: i64,
    /// Pixels from top to bottom.
    pub height: i64,
    /// Bits of a pixel.
    pub bit_depth: i64,
    /// Pictures a second, in hertz; 0 where the window system does not tell.
    pub refresh_rate: f64,
}

/// Makes the whole window translucent, with its frame: `opacity` is 0 (not seen) to 1. On X11 a compositor does it; where there is
/// none, nothing is seen of it. Fails on Wayland and other systems.
#[export]
fn rt_winit_window_set_opacity(window: &Window, opacity: f64) -> Result<()> {
    if !(0.0..=1.0).contains(&opacity) {
        return Err(Error::Opacity(opacity));
    }
    desktop::set_opacity(window, opacity)
}

/// Returns how opaque the window was said to be last; 1 where nobody said so.
#[export]
fn rt_winit_window_get_opacity(window: &Window) -> Result<f64> {
    desktop::opacity(window)
}

/// Returns the part of a monitor that panels and docks leave free, as X11's window manager tells it; all of it where none
/// tells. Fails on Wayland, which tells nobody, and on other systems.
#[export(blocks)]
fn rt_winit_monitor_get_work_area(monitor_id: i64) -> Result<WindowArea> {
    let monitor = monitor::get(monitor_id)?;
    let (x, y, width, height) = desktop::work_area(&monitor)?;
    Ok(WindowArea { x: x.into(), y: y.into(), width: width.into(), height: height.into() })
}

/// Returns how many video modes a monitor has; on Wayland those that the compositor tells, mostly one.
#[export(blocks)]
fn rt_winit_monitor_video_mode_count(monitor_id: i64) -> Result<i64> {
    ui_thread::run(move |_, active| Ok(monitor::handle(active, monitor_id)?.video_modes().count() as i64))?
}

/// Returns a video mode of a monitor by its number, from 0.
#[export(blocks)]
fn rt_winit_monitor_get_video_mode(monitor_id: i64, mode: i64) -> Result<VideoMode> {
    ui_thread::run(move |_, active| {
        let found = monitor::video_mode(&monitor::handle(active, monitor_id)?, mode)?;
        Ok(VideoMode {
            width: found.size().width.into(),
            height: found.size().height.into(),
            bit_depth: found.bit_depth().into(),
            refresh_rate: f64::from(found.refresh_rate_millihertz()) / 1000.0,
        })
    })?
}

/// Sets a monitor to one of its video modes and makes the window fill it; `rt_winit_window_set_fullscreen` with false brings
/// both back. Fails on Wayland, which lets no program do so: `rt_winit_window_set_fullscreen_on` fills a monitor there.
#[export]
fn rt_winit_window_set_fullscreen_mode(window: &Window, monitor_id: i64, mode: i64) -> Result<()> {
    super::not_on_wayland(window, "setting a video mode")?;
    window.run_with(move |native, active| {
        let found = monitor::video_mode(&monitor::handle(active, monitor_id)?, mode)?;
        native.set_fullscreen(Some(Fullscreen::Exclusive(found)));
        Ok(())
    })?
}

/// Returns which locks of the keyboard are on: Caps Lock 1, Num Lock 2, Scroll Lock 4, added up. On Wayland as of when a
/// window of this process had the keyboard last, and without Scroll Lock. -1 on failure: other systems are not asked.
#[export(blocks, numbers(result = "LockKey"))]
fn rt_winit_lock_keys() -> Result<i64> {
    desktop::lock_keys()
}

/// Keeps the display from going dark while the window is there, or no longer: for films and for games that are steered
/// without keys. On X11 it holds off the server's screen saver and the display's sleep; on Wayland, where the compositor has
/// the protocol idle-inhibit, while the window is seen. Fails elsewhere.
#[export]
fn rt_winit_window_keep_awake(window: &Window, awake: bool) -> Result<()> {
    window.keep_awake(awake)
}

/// Tells the desktop which kind of frame and title bar suits the window: none named 0 (the desktop's own), light 1, dark 2.
/// On X11 window managers of GTK heed it; on Wayland it is the frame that is drawn where the compositor draws none.
#[export(numbers(theme = "Theme"))]
fn rt_winit_window_set_theme(window: &Window, theme: i64) -> Result<()> {
    use winit::window::Theme;
    let theme = match limits::between("theme", theme, 0, 2)? {
        0 => None,
        1 => Some(Theme::Light),
        _ => Some(Theme::Dark),
    };
    window.run(move |native| native.set_theme(theme))
}
