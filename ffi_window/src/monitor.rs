//! Monitors, in the order in which the window system lists them.

use crate::{Error, Result, ui_thread};
use winit::{
    event_loop::ActiveEventLoop,
    monitor::{MonitorHandle, VideoModeHandle},
};

/// Properties of a monitor.
pub struct Monitor {
    pub name: String,
    pub size: (u32, u32),
    pub position: (i32, i32),
    pub scale_factor: f64,
    /// In hertz, 0 where it is unknown.
    pub refresh_rate: f64,
}

impl Monitor {
    fn new(monitor: &MonitorHandle) -> Self {
        let (size, position) = (monitor.size(), monitor.position());
        Self {
            name: monitor.name().unwrap_or_default(),
            size: (size.width, size.height),
            position: (position.x, position.y),
            scale_factor: monitor.scale_factor(),
            refresh_rate: f64::from(monitor.refresh_rate_millihertz().unwrap_or(0)) / 1000.0,
        }
    }
}

/// All there are now.
pub fn all() -> Result<Vec<Monitor>> {
    ui_thread::run(|_, active| active.available_monitors().map(|monitor| Monitor::new(&monitor)).collect())
}

/// The one with this number.
pub fn get(id: i64) -> Result<Monitor> {
    ui_thread::run(move |_, active| handle(active, id).map(|monitor| Monitor::new(&monitor)))?
}

/// The monitor with this number, as the window system's object.
pub fn handle(active: &ActiveEventLoop, id: i64) -> Result<MonitorHandle> {
    let found = usize::try_from(id).ok().and_then(|place| active.available_monitors().nth(place));
    found.ok_or_else(|| Error::NoMonitor { id, count: active.available_monitors().count() })
}

/// A monitor's video mode of this number.
pub fn video_mode(monitor: &MonitorHandle, mode: i64) -> Result<VideoModeHandle> {
    let found = usize::try_from(mode).ok().and_then(|place| monitor.video_modes().nth(place));
    found.ok_or_else(|| Error::NoVideoMode {
        mode,
        monitor: monitor.name().unwrap_or_default(),
        count: monitor.video_modes().count(),
    })
}

/// The number of a monitor that the window system named.
pub fn number(active: &ActiveEventLoop, monitor: Option<MonitorHandle>) -> Result<i64> {
    let place = monitor.and_then(|monitor| active.available_monitors().position(|other| other == monitor));
    let place = place.ok_or(Error::Impossible("naming a monitor", "the window system does not tell".into()));
    place.map(|place| place as i64)
}
