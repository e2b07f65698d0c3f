//! Monitors, in the order in which the window system lists them.

use crate::{Error, Result, display};
use winit::monitor::MonitorHandle;

/// What is known of a monitor.
pub struct Monitor {
    pub name: String,
    pub size: (u32, u32),
    pub position: (i32, i32),
    pub scale_factor: f64,
}

impl Monitor {
    fn new(monitor: &MonitorHandle) -> Self {
        let (size, position) = (monitor.size(), monitor.position());
        Self {
            name: monitor.name().unwrap_or_default(),
            size: (size.width, size.height),
            position: (position.x, position.y),
            scale_factor: monitor.scale_factor(),
        }
    }
}

/// All there are now.
pub fn all() -> Result<Vec<Monitor>> {
    display::run(|_, active| active.available_monitors().map(|monitor| Monitor::new(&monitor)).collect())
}

/// The one with this number.
pub fn get(id: i64) -> Result<Monitor> {
    let mut monitors = all()?;
    let place = usize::try_from(id).ok().filter(|&place| place < monitors.len());
    place.map(|place| monitors.swap_remove(place)).ok_or(Error::NoMonitor { id, count: monitors.len() })
}
