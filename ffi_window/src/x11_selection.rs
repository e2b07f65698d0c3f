//! Reads the text that another program offers in X's clipboard, as the ICCCM's section 2 has it. arboard gives
//! up where the pieces of a long text take more than a few milliseconds, and asks a hanging program many times.

use std::{
    error::Error,
    thread,
    time::{Duration, Instant},
};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, CURRENT_TIME, NONE,
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            Atom, AtomEnum, ConnectionExt, CreateWindowAux, EventMask, GetPropertyReply, Property,
            SelectionNotifyEvent, Window, WindowClass,
        },
    },
    rust_connection::RustConnection,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How long the owner has for its answer, and for each piece of it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The longest text that is taken.
const MOST: usize = 256 << 20;

/// The text; nothing where nobody offers one.
pub fn text() -> Outcome<Option<String>> {
    let (connection, screen) = x11rb::connect(None)?;
    let reader = Reader::new(connection, screen)?;
    if reader.connection.get_selection_owner(reader.clipboard)?.reply()?.owner == NONE {
        return Ok(None);
    }
    for target in ["UTF8_STRING", "text/plain;charset=utf-8"] {
        if let Some(bytes) = reader.convert(atom(&reader.connection, target)?)? {
            return Ok(Some(String::from_utf8(bytes).map_err(|_| "it is not UTF-8")?));
        }
    }
    let latin1 = reader.convert(AtomEnum::STRING.into())?;
    Ok(latin1.map(|bytes| bytes.into_iter().map(char::from).collect()))
}

fn atom(connection: &RustConnection, name: &str) -> Outcome<Atom> {
    Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
}

struct Reader {
    connection: RustConnection,
    /// Where the owner puts the text.
    window: Window,
    property: Atom,
    clipboard: Atom,
    incremental: Atom,
}

impl Reader {
    fn new(connection: RustConnection, screen: usize) -> Outcome<Self> {
        let root = connection.setup().roots[screen].root;
        let window = connection.generate_id()?;
        let events = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let (depth, class, visual) = (COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_OUTPUT, 0);
        connection.create_window(depth, window, root, 0, 0, 1, 1, 0, class, visual, &events)?;
        Ok(Self {
            window,
            property: atom(&connection, "SIMPLE_NATIVE_SELECTION")?,
            clipboard: atom(&connection, "CLIPBOARD")?,
            incremental: atom(&connection, "INCR")?,
            connection,
        })
    }

    /// What is offered, as `target`; nothing where the owner has no such thing.
    fn convert(&self, target: Atom) -> Outcome<Option<Vec<u8>>> {
        let Self { window, property, clipboard, .. } = *self;
        self.connection.delete_property(window, property)?;
        self.connection.convert_selection(window, clipboard, target, property, CURRENT_TIME)?;
        self.connection.flush()?;
        let told = self.wait(|event| match event {
            Event::SelectionNotify(told) if told.target == target => Some(*told),
            _ => None,
        })?;
        if let SelectionNotifyEvent { property: NONE, .. } = told {
            return Ok(None);
        }
        let whole = self.take()?;
        if whole.type_ == self.incremental { self.pieces().map(Some) } else { Ok(Some(whole.value)) }
    }

    fn pieces(&self) -> Outcome<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            self.wait(|event| match event {
                Event::PropertyNotify(told) => {
                    (told.atom == self.property && told.state == Property::NEW_VALUE).then_some(())
                }
                _ => None,
            })?;
            let piece = self.take()?.value;
            if piece.is_empty() {
                return Ok(bytes);
            }
            if bytes.len() + piece.len() > MOST {
                return Err(format!("it is longer than {MOST} bytes").into());
            }
            bytes.extend(piece);
        }
    }

    /// Takes what was put there away, by which the owner knows that it was read.
    fn take(&self) -> Outcome<GetPropertyReply> {
        let all = u32::MAX / 4;
        Ok(self.connection.get_property(true, self.window, self.property, AtomEnum::ANY, 0, all)?.reply()?)
    }

    fn wait<T>(&self, wanted: impl Fn(&Event) -> Option<T>) -> Outcome<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.connection.poll_for_event()? {
                Some(event) => {
                    if let Some(found) = wanted(&event) {
                        return Ok(found);
                    }
                }
                None if Instant::now() > deadline => {
                    return Err("the program that offers it does not answer".into());
                }
                None => thread::sleep(Duration::from_millis(1)),
            }
        }
    }
}
