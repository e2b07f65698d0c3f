//! Monitors, by their numbers from 0.

use super::{WindowPosition, WindowSize};
use crate::{Error, Result, monitor, ui_thread, window::Window};
use ffi_core::export;
use winit::window::Fullscreen;

/// Returns how many monitors there are; 0 where there is no display.
#[export(blocks)]
fn rt_winit_monitor_count() -> Result<i64> {
    match monitor::all() {
        Ok(monitors) => Ok(monitors.len() as i64),
        Err(Error::NoDisplay(_)) => Ok(0),
        Err(error) => Err(error),
    }
}

/// Returns the number of the desktop's main monitor. Fails on Wayland, which has none.
#[export(blocks)]
fn rt_winit_monitor_primary() -> Result<i64> {
    ui_thread::run(|_, active| monitor::number(active, active.primary_monitor()))?
}

/// Returns a monitor's name, as the window system has it.
#[export(blocks)]
fn rt_winit_monitor_get_name(monitor_id: i64) -> Result<String> {
    Ok(monitor::get(monitor_id)?.name)
}

/// Returns a monitor's size in physical pixels.
#[export(blocks)]
fn rt_winit_monitor_get_size(monitor_id: i64) -> Result<WindowSize> {
    Ok(monitor::get(monitor_id)?.size.into())
}

/// Returns the place of a monitor's upper left corner on the desktop, in physical pixels.
#[export(blocks)]
fn rt_winit_monitor_get_position(monitor_id: i64) -> Result<WindowPosition> {
    Ok(monitor::get(monitor_id)?.position.into())
}

/// Returns a monitor's physical pixels for each logical one.
#[export(blocks)]
fn rt_winit_monitor_get_scale_factor(monitor_id: i64) -> Result<f64> {
    Ok(monitor::get(monitor_id)?.scale_factor)
}

/// Returns how often a monitor shows a picture, in hertz; 0 where the window system does not tell.
#[export(blocks)]
fn rt_winit_monitor_get_refresh_rate(monitor_id: i64) -> Result<f64> {
    Ok(monitor::get(monitor_id)?.refresh_rate)
}

/// Returns the number of the monitor that most of the window is on.
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
