//! A pointer that cannot leave its place on X11, which has barriers for it but no lock. A grab would keep it in
//! the window as well, but whoever grabs is told of each motion of the mouse twice.

use std::{error::Error, ffi::CStr};
use x11rb::{
    NONE,
    connection::Connection,
    protocol::{
        xfixes::{BarrierDirections, ConnectionExt as _},
        xproto::{ConnectionExt as _, QueryPointerReply, Window},
    },
    wrapper::ConnectionExt as _,
    xcb_ffi::XCBConnection,
};

/// Distance that the barriers reach beyond the pixel that they enclose, so that nothing slips through at its corners.
const REACH: u16 = 8;

/// Holds the pointer until it goes: barriers go with the connection that made them.
pub struct Lock {
    connection: XCBConnection,
    barriers: Vec<u32>,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

impl Lock {
    /// Holds the pointer where it is, or where that is outside of `window`, in the middle of what is seen of that.
    pub fn new(display: Option<&CStr>, window: Window) -> Outcome<Self> {
        let (connection, _) = XCBConnection::connect(display)?;
        connection.xfixes_query_version(5, 0)?.reply()?;
        let mut lock = Self { connection, barriers: Vec::new() };
        let pointer = match lock.bring_inside(window)? {
            Some(pointer) => pointer,
            None => lock.connection.query_pointer(window)?.reply()?,
        };
        lock.enclose(&pointer)?;
        Ok(lock)
    }

    /// Brings the pointer along where the window left it behind.
    pub fn follow(&mut self, window: Window) -> Outcome<()> {
        if let Some(pointer) = self.bring_inside(window)? {
            for barrier in std::mem::take(&mut self.barriers) {
                self.connection.xfixes_delete_pointer_barrier(barrier)?;
            }
            self.enclose(&pointer)?;
        }
        Ok(())
    }

    /// Brings the pointer into `window` if it was outside, and returns where it is then.
    fn bring_inside(&self, window: Window) -> Outcome<Option<QueryPointerReply>> {
        let connection = &self.connection;
        let size = connection.get_geometry(window)?.reply()?;
        let pointer = connection.query_pointer(window)?.reply()?;
        let inside = |at: i16, side: u16| (0..i32::from(side)).contains(&i32::from(at));
        if pointer.same_screen && inside(pointer.win_x, size.width) && inside(pointer.win_y, size.height) {
            return Ok(None);
        }
        let screen = connection.get_geometry(pointer.root)?.reply()?;
        let corner = connection.translate_coordinates(window, pointer.root, 0, 0)?.reply()?;
        let (Some(x), Some(y)) = (
            middle(corner.dst_x, size.width, screen.width),
            middle(corner.dst_y, size.height, screen.height),
        ) else {
            // Nothing of it is seen.
            return Ok(None);
        };
        connection.warp_pointer(NONE, pointer.root, 0, 0, 0, 0, x, y)?;
        Ok(Some(connection.query_pointer(window)?.reply()?))
    }

    fn enclose(&mut self, pointer: &QueryPointerReply) -> Outcome<()> {
        let (x, y) = (u16::try_from(pointer.root_x)?, u16::try_from(pointer.root_y)?);
        let (left, right) = (x.saturating_sub(REACH), x.saturating_add(REACH));
        let (top, bottom) = (y.saturating_sub(REACH), y.saturating_add(REACH));
        // A barrier lies at the left or upper edge of its pixels.
        for (x1, y1, x2, y2) in [
            (x, top, x, bottom),
            (x + 1, top, x + 1, bottom),
            (left, y, right, y),
            (left, y + 1, right, y + 1),
        ] {
            let barrier = self.connection.generate_id()?;
            let both = BarrierDirections::from(0u8);
            self.connection
                .xfixes_create_pointer_barrier(barrier, pointer.root, x1, y1, x2, y2, both, &[])?
                .check()?;
            self.barriers.push(barrier);
        }
        self.connection.sync()?;
        Ok(())
    }
}

/// The middle of the part of a side that lies on the screen.
fn middle(from: i16, length: u16, screen: u16) -> Option<i16> {
    let (from, to) = (i32::from(from).max(0), (i32::from(from) + i32::from(length)).min(i32::from(screen)));
    (from < to).then(|| ((from + to) / 2) as i16)
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_middle_of_what_is_seen() {
        assert_eq!(
            (middle(100, 50, 800), middle(-30, 50, 800), middle(780, 50, 800)),
            (Some(125), Some(10), Some(790))
        );
        assert_eq!((middle(800, 50, 800), middle(-50, 50, 800)), (None, None));
    }
}
