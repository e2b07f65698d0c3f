//! What a window manager says of a window. winit remembers what it asked for instead.

use std::error::Error;
use x11rb::{
    connection::Connection,
    protocol::xproto::{AtomEnum, ConnectionExt, Window},
};

/// How many states are asked for: there are 13 in the specification.
const MOST: u32 = 64;

/// Whether it fills its monitor.
pub fn is_fullscreen(connection: &impl Connection, window: Window) -> Result<bool, Box<dyn Error>> {
    let state = connection.intern_atom(false, b"_NET_WM_STATE")?;
    let wanted = connection.intern_atom(false, b"_NET_WM_STATE_FULLSCREEN")?;
    let (state, wanted) = (state.reply()?.atom, wanted.reply()?.atom);
    let states = connection.get_property(false, window, state, AtomEnum::ATOM, 0, MOST)?.reply()?;
    Ok(states.value32().is_some_and(|mut states| states.any(|state| state == wanted)))
}

/// X11's number of a window there.
pub fn xid(native: &winit::window::Window) -> Window {
    Window::try_from(u64::from(native.id())).expect("X numbers windows in 32 bits")
}
