//! Another program from which files are dragged: the source's side of the XDND protocol.

use super::connect;
use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, CURRENT_TIME,
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode, SelectionNotifyEvent,
            SelectionRequestEvent, WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndActionCopy,
        XdndDrop,
        XdndEnter,
        XdndFinished,
        XdndLeave,
        XdndPosition,
        XdndSelection,
        XdndStatus,
    }
}

/// A drag that is under way.
pub struct Drag {
    connection: RustConnection,
    atoms: Atoms,
    source: u32,
    target: u32,
    bytes: Vec<u8>,
}

impl Drag {
    /// Drags files over a window, at a point of the screen; it has accepted them when this returns.
    pub fn over(target: i64, x: u32, y: u32, files: &[&Path]) -> Self {
        Self::of(target, x, y, files.iter().map(|file| format!("file://{}\r\n", file.display())).collect())
    }

    /// Drags a list of that text.
    pub fn of(target: i64, x: u32, y: u32, uris: String) -> Self {
        Self::of_type("text/uri-list", target, x, y, uris.into_bytes())
    }

    /// Drags something of that type.
    pub fn of_type(kind: &str, target: i64, x: u32, y: u32, bytes: Vec<u8>) -> Self {
        let drag = Self::begin(kind, target, x, y, bytes);
        let (mut is_accepted, mut was_asked) = (false, false);
        while !is_accepted || !was_asked {
            match drag.event() {
                Event::ClientMessage(message) if message.type_ == drag.atoms.XdndStatus => {
                    is_accepted = message.data.as_data32()[1] & 1 == 1;
                    assert!(is_accepted, "the window accepts it");
                }
                Event::SelectionRequest(request) => {
                    drag.answer(&request);
                    was_asked = true;
                }
                _ => {}
            }
        }
        drag
    }

    /// Drags a list of that text and lets it fall in the same moment; says what it is only then.
    pub fn hasty(target: i64, x: u32, y: u32, uris: String) {
        Self::begin("text/uri-list", target, x, y, uris.into_bytes()).let_go();
    }

    fn begin(kind: &str, target: i64, x: u32, y: u32, bytes: Vec<u8>) -> Self {
        let (connection, screen) = connect();
        let root = connection.setup().roots[screen].root;
        let atoms = Atoms::new(&connection).expect("a request").reply().expect("atoms");
        let source = connection.generate_id().expect("a number");
        let (class, copy) = (WindowClass::INPUT_OUTPUT, COPY_DEPTH_FROM_PARENT);
        let aux = CreateWindowAux::new();
        connection.create_window(copy, source, root, 0, 0, 1, 1, 0, class, 0, &aux).expect("a window");
        connection.set_selection_owner(source, atoms.XdndSelection, CURRENT_TIME).expect("a selection");
        let target = u32::try_from(target).expect("a window of X's");
        let kind = connection.intern_atom(false, kind.as_bytes()).expect("a request");
        let kind = kind.reply().expect("an atom").atom;
        let drag = Self { connection, atoms, source, target, bytes };
        drag.send(atoms.XdndEnter, [5 << 24, kind, 0, 0]);
        drag.send(atoms.XdndPosition, [0, x << 16 | y, CURRENT_TIME, atoms.XdndActionCopy]);
        drag
    }

    /// Lets them fall.
    pub fn let_go(self) {
        self.send(self.atoms.XdndDrop, [0, CURRENT_TIME, 0, 0]);
        loop {
            match self.event() {
                Event::ClientMessage(message) if message.type_ == self.atoms.XdndFinished => return,
                Event::SelectionRequest(request) => self.answer(&request),
                _ => {}
            }
        }
    }

    /// Moves on, out of the window.
    pub fn leave(self) {
        self.send(self.atoms.XdndLeave, [0; 4]);
        self.connection.sync().expect("an answer");
    }

    fn send(&self, kind: u32, [a, b, c, d]: [u32; 4]) {
        let message = ClientMessageEvent::new(32, self.target, kind, [self.source, a, b, c, d]);
        self.connection.send_event(false, self.target, EventMask::NO_EVENT, message).expect("a request");
        self.connection.flush().expect("a server");
    }

    /// Says what is dragged.
    fn answer(&self, request: &SelectionRequestEvent) {
        let (requestor, property) = (request.requestor, request.property);
        self.connection
            .change_property8(PropMode::REPLACE, requestor, property, request.target, &self.bytes)
            .expect("a request");
        let notice = SelectionNotifyEvent {
            response_type: x11rb::protocol::xproto::SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor,
            selection: request.selection,
            target: request.target,
            property,
        };
        self.connection.send_event(false, requestor, EventMask::NO_EVENT, notice).expect("a request");
        self.connection.flush().expect("a server");
    }

    fn event(&self) -> Event {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(event) = self.connection.poll_for_event().expect("a server") {
                return event;
            }
            assert!(Instant::now() < deadline, "no answer to the drag within 20 s");
            thread::sleep(Duration::from_millis(2));
        }
    }
}
