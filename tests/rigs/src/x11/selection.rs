//! A program that offers a text in the clipboard, slowly or never handing it out.

use super::connect;
use std::{thread, time::Duration};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, CURRENT_TIME, NONE,
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            Atom, AtomEnum, ChangeWindowAttributesAux, ConnectionExt as _, CreateWindowAux, EventMask,
            PropMode, Property, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent,
            WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

struct Owner {
    connection: RustConnection,
    utf8: Atom,
    incremental: Atom,
    pieces: Vec<Vec<u8>>,
    pause: Duration,
}

/// From now on offers a text in `pieces`, each after a pause; with no piece, leaves every question open. Until
/// somebody else offers something.
pub fn offer(pieces: &[&str], pause: Duration) {
    let (connection, screen) = connect();
    let root = connection.setup().roots[screen].root;
    let window = connection.generate_id().expect("a number");
    let (depth, class) = (COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_OUTPUT);
    let plain = CreateWindowAux::new();
    connection.create_window(depth, window, root, 0, 0, 1, 1, 0, class, 0, &plain).expect("a window");
    let atom = |name: &str| {
        connection.intern_atom(false, name.as_bytes()).expect("a request").reply().expect("an atom").atom
    };
    let (clipboard, utf8, incremental) = (atom("CLIPBOARD"), atom("UTF8_STRING"), atom("INCR"));
    connection.set_selection_owner(window, clipboard, CURRENT_TIME).expect("a request");
    connection.sync().expect("an answer");
    let pieces = pieces.iter().map(|piece| piece.as_bytes().to_vec()).collect();
    let owner = Owner { connection, utf8, incremental, pieces, pause };
    thread::spawn(move || owner.serve());
}

impl Owner {
    fn serve(&self) -> Option<()> {
        loop {
            match self.connection.wait_for_event().ok()? {
                Event::SelectionRequest(request) if !self.pieces.is_empty() => self.hand_out(&request)?,
                Event::SelectionClear(_) => return None,
                _ => {}
            }
        }
    }

    fn hand_out(&self, request: &SelectionRequestEvent) -> Option<()> {
        let connection = &self.connection;
        let (window, property) = (request.requestor, request.property);
        let offers = request.target == self.utf8;
        if offers {
            let events = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
            connection.change_window_attributes(window, &events).ok()?;
            let length = self.pieces.iter().map(Vec::len).sum::<usize>() as u32;
            let kind = self.incremental;
            connection.change_property32(PropMode::REPLACE, window, property, kind, &[length]).ok()?;
        }
        let told = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: window,
            selection: request.selection,
            target: request.target,
            property: if offers { property } else { NONE },
        };
        connection.send_event(false, window, EventMask::NO_EVENT, told).ok()?;
        connection.flush().ok()?;
        let last = Vec::new();
        for piece in self.pieces.iter().chain([&last]).filter(|_| offers) {
            self.wait_until_taken(property)?;
            thread::sleep(self.pause);
            let kind: Atom = if piece.is_empty() { AtomEnum::STRING.into() } else { self.utf8 };
            connection.change_property8(PropMode::REPLACE, window, property, kind, piece).ok()?;
            connection.flush().ok()?;
        }
        Some(())
    }

    fn wait_until_taken(&self, property: Atom) -> Option<()> {
        loop {
            match self.connection.wait_for_event().ok()? {
                Event::PropertyNotify(told) if told.atom == property && told.state == Property::DELETE => {
                    return Some(());
                }
                _ => {}
            }
        }
    }
}
