//! Monitors, by their numbers from 0.

use super::{WindowPosition, WindowSize};
use crate::{Error, Result, monitor};
use ffi_core::export;

/// How many monitors there are; 0 where there is no display.
#[export(blocks)]
fn rt_winit_monitor_count() -> Result<i64> {
    match monitor::all() {
        Ok(monitors) => Ok(monitors.len() as i64),
        Err(Error::NoDisplay(_)) => Ok(0),
        Err(error) => Err(error),
    }
}

/// A monitor's name, as the window system has it.
#[export(blocks)]
fn rt_winit_monitor_get_name(monitor_id: i64) -> Result<String> {
    Ok(monitor::get(monitor_id)?.name)
}

/// A monitor's size in physical pixels.
#[export(blocks)]
fn rt_winit_monitor_get_size(monitor_id: i64) -> Result<WindowSize> {
    Ok(monitor::get(monitor_id)?.size.into())
}

/// The place of a monitor's upper left corner on the desktop, in physical pixels.
#[export(blocks)]
fn rt_winit_monitor_get_position(monitor_id: i64) -> Result<WindowPosition> {
    Ok(monitor::get(monitor_id)?.position.into())
}

/// A monitor's physical pixels for each logical one.
#[export(blocks)]
fn rt_winit_monitor_get_scale_factor(monitor_id: i64) -> Result<f64> {
    Ok(monitor::get(monitor_id)?.scale_factor)
}
