//! What an X server and its desktop keep beside windows' sizes and places: opacity, the part of the screen that panels
//! leave free, lights of the keyboard, the screen saver.

use std::error::Error;
use x11rb::{
    connection::Connection,
    protocol::{
        screensaver::{self, ConnectionExt as _},
        xproto::{AtomEnum, ConnectionExt as _, PropMode, Window},
    },
    wrapper::ConnectionExt as _,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A rectangle: left, top, width, height.
pub type Area = (i32, i32, u32, u32);

/// How many numbers of a property are looked at: four for each desktop.
const MOST: u32 = 4 * 256;

fn atom(connection: &impl Connection, name: &str) -> Outcome<u32> {
    Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
}

/// Says how opaque a window is to be, to whoever composes the screen.
pub fn set_opacity(connection: &impl Connection, window: Window, opacity: f64) -> Outcome<()> {
    let property = atom(connection, "_NET_WM_WINDOW_OPACITY")?;
    if opacity == 1.0 {
        return Ok(connection.delete_property(window, property)?.check()?);
    }
    let value = [(opacity * f64::from(u32::MAX)).round() as u32];
    let set =
        connection.change_property32(PropMode::REPLACE, window, property, AtomEnum::CARDINAL, &value)?;
    Ok(set.check()?)
}

/// What was said of that last.
pub fn opacity(connection: &impl Connection, window: Window) -> Outcome<f64> {
    let property = atom(connection, "_NET_WM_WINDOW_OPACITY")?;
    let found = connection.get_property(false, window, property, AtomEnum::CARDINAL, 0, 1)?.reply()?;
    let value = found.value32().and_then(|mut values| values.next());
    Ok(value.map_or(1.0, |value| f64::from(value) / f64::from(u32::MAX)))
}

/// What panels leave free of the screen, on the desktop that is seen; none where nobody tells.
pub fn work_area(connection: &impl Connection, screen: usize) -> Outcome<Option<Area>> {
    let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
    let numbers = |name: &str| -> Outcome<Vec<u32>> {
        let property = atom(connection, name)?;
        let found = connection.get_property(false, root, property, AtomEnum::CARDINAL, 0, MOST)?.reply()?;
        Ok(found.value32().map(Iterator::collect).unwrap_or_default())
    };
    let desktop = numbers("_NET_CURRENT_DESKTOP")?.first().copied().unwrap_or(0) as usize;
    let areas = numbers("_NET_WORKAREA")?;
    let (areas, _) = areas.as_chunks();
    let area = areas.get(desktop).or_else(|| areas.first());
    Ok(area.map(|&[x, y, width, height]| (x as i32, y as i32, width, height)))
}

/// The lights of the keyboard: Caps Lock 1, Num Lock 2, Scroll Lock 4.
pub fn lights(connection: &impl Connection) -> Outcome<u32> {
    Ok(connection.get_keyboard_control()?.reply()?.led_mask)
}

/// Holds the screen saver and the display's sleep off, or no longer; as often as it was held off it has to be let go.
pub fn suspend_saver(connection: &impl Connection, is_off: bool) -> Outcome<()> {
    if connection.extension_information(screensaver::X11_EXTENSION_NAME)?.is_none() {
        return Err("the X server has no extension MIT-SCREEN-SAVER".into());
    }
    // Its first versions know no such request.
    connection.screensaver_query_version(1, 1)?.reply()?;
    Ok(connection.screensaver_suspend(u32::from(is_off))?.check()?)
}

/// The part of `one` that lies in `other`; all of it where none does.
pub fn common(one: Area, other: Area) -> Area {
    let end = |start: i32, length: u32| i64::from(start) + i64::from(length);
    let (left, top) = (one.0.max(other.0), one.1.max(other.1));
    let right = end(one.0, one.2).min(end(other.0, other.2));
    let bottom = end(one.1, one.3).min(end(other.1, other.3));
    let (width, height) = (right - i64::from(left), bottom - i64::from(top));
    if width > 0 && height > 0 { (left, top, width as u32, height as u32) } else { one }
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn a_monitor_without_its_panel() {
        let (first, second) = ((0, 0, 1280, 800), (1280, 0, 1000, 600));
        let free = (0, 30, 2280, 770);
        assert_eq!(common(first, free), (0, 30, 1280, 770));
        assert_eq!(common(second, free), (1280, 30, 1000, 570));
        assert_eq!(common(first, (5000, 0, 10, 10)), first);
        assert_eq!(common((0, 0, u32::MAX, u32::MAX), (-5, i32::MIN, u32::MAX, u32::MAX)).0, 0);
    }
}
