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

/// How far the barriers reach beyond the pixel that they enclose, so that nothing slips through at its corners.
const REACH: u16 = 8;

/// Holds the pointer until it goes: barriers go with the connection that made them.
pub struct Lock {
    _connection: XCBConnection,
}

impl Lock {
    /// Holds the pointer where it is, or where that is outside of `window`, in its middle.
    pub fn new(display: Option<&CStr>, window: Window) -> Result<Self, Box<dyn Error>> {
        let (connection, _) = XCBConnection::connect(display)?;
        connection.xfixes_query_version(5, 0)?.reply()?;
        let size = connection.get_geometry(window)?.reply()?;
        let mut pointer = connection.query_pointer(window)?.reply()?;
        let inside = |at: i16, side: u16| (0..i32::from(side)).contains(&i32::from(at));
        if !pointer.same_screen || !inside(pointer.win_x, size.width) || !inside(pointer.win_y, size.height) {
            let middle = ((size.width / 2) as i16, (size.height / 2) as i16);
            connection.warp_pointer(NONE, window, 0, 0, 0, 0, middle.0, middle.1)?;
            pointer = connection.query_pointer(window)?.reply()?;
        }
        enclose(&connection, &pointer)?;
        Ok(Self { _connection: connection })
    }
}

fn enclose(connection: &XCBConnection, pointer: &QueryPointerReply) -> Result<(), Box<dyn Error>> {
    let (x, y) = (u16::try_from(pointer.root_x)?, u16::try_from(pointer.root_y)?);
    let (left, right) = (x.saturating_sub(REACH), x.saturating_add(REACH));
    let (top, bottom) = (y.saturating_sub(REACH), y.saturating_add(REACH));
    // A barrier lies at the left or upper edge of its pixels.
    for (x1, y1, x2, y2) in
        [(x, top, x, bottom), (x + 1, top, x + 1, bottom), (left, y, right, y), (left, y + 1, right, y + 1)]
    {
        let barrier = connection.generate_id()?;
        let both = BarrierDirections::from(0u8);
        connection
            .xfixes_create_pointer_barrier(barrier, pointer.root, x1, y1, x2, y2, both, &[])?
            .check()?;
    }
    connection.sync()?;
    Ok(())
}
