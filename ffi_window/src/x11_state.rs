//! State of a window, as an X server and its window manager tell it. winit remembers what it asked for instead.

use std::error::Error;
use x11rb::{
    CURRENT_TIME, NONE,
    connection::Connection,
    protocol::xproto::{
        Atom, AtomEnum, ConnectionExt, InputFocus, MapState, VisualClass, Visualtype, Window,
    },
};

/// Most states that are asked for: there are 13 in the specification.
const MOST: u32 = 64;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn atom(connection: &impl Connection, name: &str) -> Outcome<Atom> {
    Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
}

/// Tells whether the window fills its monitor.
pub fn is_fullscreen(connection: &impl Connection, window: Window) -> Outcome<bool> {
    let (state, wanted) = (atom(connection, "_NET_WM_STATE")?, atom(connection, "_NET_WM_STATE_FULLSCREEN")?);
    let states = connection.get_property(false, window, state, AtomEnum::ATOM, 0, MOST)?.reply()?;
    Ok(states.value32().is_some_and(|mut states| states.any(|state| state == wanted)))
}

/// Tells whether a window manager is there.
pub fn has_manager(connection: &impl Connection, screen: usize) -> Outcome<bool> {
    let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
    let check = atom(connection, "_NET_SUPPORTING_WM_CHECK")?;
    let named = |window| -> Outcome<Option<Window>> {
        let found = connection.get_property(false, window, check, AtomEnum::WINDOW, 0, 1)?.reply();
        Ok(found.ok().and_then(|found| found.value32()?.next()))
    };
    // A manager that ended leaves the root's behind.
    Ok(match named(root)? {
        Some(child) => named(child)? == Some(child),
        None => false,
    })
}

/// The visual that a window needs so that it can show pictures, where that is not the screen's own: screens of 30 bits
/// a pixel, and of 16, have others beside it.
pub fn picture_visual(connection: &impl Connection, screen: usize) -> Option<u32> {
    let screen = connection.setup().roots.get(screen)?;
    let depths = || {
        screen
            .allowed_depths
            .iter()
            .flat_map(|depth| depth.visuals.iter().map(|visual| (depth.depth, visual)))
    };
    let fits = |visual: &Visualtype| {
        let masks = (visual.red_mask, visual.green_mask, visual.blue_mask);
        visual.class == VisualClass::TRUE_COLOR && masks == (0xff_0000, 0xff00, 0xff)
    };
    if depths().any(|(_, visual)| visual.visual_id == screen.root_visual && fits(visual)) {
        return None;
    }
    let of = |wanted: u8| depths().find(|(depth, visual)| *depth == wanted && fits(visual));
    of(24).or_else(|| of(32)).map(|(_, visual)| visual.visual_id)
}

/// Tells whether the window is on the screen, and known to the window manager, where there is one.
pub fn is_ready(connection: &impl Connection, window: Window, is_managed: bool) -> Outcome<bool> {
    if connection.get_window_attributes(window)?.reply()?.map_state != MapState::VIEWABLE {
        return Ok(false);
    }
    let state = atom(connection, "WM_STATE")?;
    let found = connection.get_property(false, window, state, AtomEnum::ANY, 0, 2)?.reply()?;
    Ok(!is_managed || found.type_ != NONE)
}

/// Gives it the keyboard, where nobody manages that.
pub fn take_focus(connection: &impl Connection, window: Window) -> Outcome<()> {
    Ok(connection.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?.check()?)
}

/// X11's number of a window there.
pub fn xid(native: &winit::window::Window) -> Window {
    Window::try_from(u64::from(native.id())).expect("X numbers windows in 32 bits")
}
