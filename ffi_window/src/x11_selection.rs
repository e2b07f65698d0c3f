//! Reads what another program offers in X's clipboard or has selected, as the ICCCM's section 2 has it. arboard gives
//! up where the pieces of a long text take more than a few milliseconds, and asks a hanging program many times.

use crate::{
    clipboard_content::{Content, HTML, PNG, Selection, decode_html},
    text_targets::{NAMES, latin1, rank},
    x11_clipboard,
};
use ffi_core::fork::ForkSafeMutex;
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

/// Time that the owner has for its answer, and for each piece of it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Most targets of a program that are looked at.
const MOST_TARGETS: usize = 256;

/// The longest text that is taken.
const MOST: usize = 256 << 20;

/// The connection, kept between calls: a new one takes longer than the rest. One call has it at a time; another that
/// comes meanwhile has one of its own.
static KEPT: ForkSafeMutex<Option<Reader>> = ForkSafeMutex::by_each_process(|| None);

/// The text; nothing where nobody offers one.
pub fn text(selection: Selection) -> Outcome<Option<String>> {
    with_reader(|reader| reader.text(selection))
}

/// The HTML in the clipboard.
pub fn html() -> Outcome<Option<String>> {
    with_reader(|reader| {
        let own = |content: &Content| content.html.as_ref().map(|html| html.as_bytes().to_vec());
        Ok(reader.form(HTML, own)?.map(decode_html).transpose()?)
    })
}

/// The picture in the clipboard.
pub fn png() -> Outcome<Option<Vec<u8>>> {
    with_reader(|reader| reader.form(PNG, |content| content.png.as_ref().map(|png| png.to_vec())))
}

fn with_reader<R>(read: impl FnOnce(&Reader) -> Outcome<R>) -> Outcome<R> {
    // Not in the condition of an `if`, which would hold the lock.
    let kept = KEPT.lock().take();
    let reader = match kept.filter(Reader::is_alive) {
        Some(reader) => reader,
        None => {
            let (connection, screen) = x11rb::connect(None)?;
            Reader::new(connection, screen)?
        }
    };
    let found = read(&reader);
    *KEPT.lock() = Some(reader);
    found
}

fn atom(connection: &RustConnection, name: &str) -> Outcome<Atom> {
    Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
}

struct Reader {
    connection: RustConnection,
    /// The window on which the owner puts the text.
    window: Window,
    property: Atom,
    clipboard: Atom,
    incremental: Atom,
    targets: Atom,
    utf8: Atom,
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
            targets: atom(&connection, "TARGETS")?,
            utf8: atom(&connection, NAMES[0])?,
            connection,
        })
    }

    fn is_alive(&self) -> bool {
        self.connection.get_input_focus().is_ok_and(|asked| asked.reply().is_ok())
    }

    fn owner(&self, selection: Atom) -> Outcome<Window> {
        // What an earlier call was told too late.
        while self.connection.poll_for_event()?.is_some() {}
        Ok(self.connection.get_selection_owner(selection)?.reply()?.owner)
    }

    /// What is in the clipboard in this form.
    fn form(&self, name: &str, of_own: impl FnOnce(&Content) -> Option<Vec<u8>>) -> Outcome<Option<Vec<u8>>> {
        let owner = self.owner(self.clipboard)?;
        if owner == NONE {
            return Ok(None);
        }
        if let Some(own) = x11_clipboard::own(Selection::Clipboard, owner) {
            return Ok(of_own(&own));
        }
        let target = atom(&self.connection, name)?;
        Ok(self.convert(self.clipboard, target)?.map(|(_, bytes)| bytes))
    }

    fn text(&self, which: Selection) -> Outcome<Option<String>> {
        let selection = match which {
            Selection::Clipboard => self.clipboard,
            Selection::Primary => AtomEnum::PRIMARY.into(),
        };
        let owner = self.owner(selection)?;
        if owner == NONE {
            return Ok(None);
        }
        if let Some(own) = x11_clipboard::own(which, owner) {
            return Ok(own.text.map(|text| String::from(&*text)));
        }
        for target in self.targets(selection)? {
            if let Some((kind, bytes)) = self.convert(selection, target)? {
                let is_latin1 = kind == Atom::from(AtomEnum::STRING);
                return match String::from_utf8(bytes) {
                    Ok(text) if !is_latin1 => Ok(Some(text)),
                    Err(error) if !is_latin1 && target == self.utf8 => Err(error.into()),
                    // Programs that know no type say neither which letters they mean.
                    Ok(text) => Ok(Some(latin1(text.into_bytes()))),
                    Err(error) => Ok(Some(latin1(error.into_bytes()))),
                };
            }
        }
        Ok(None)
    }

    /// Targets as which the owner offers text, the best first.
    fn targets(&self, selection: Atom) -> Outcome<Vec<Atom>> {
        let usual = || vec![self.utf8, AtomEnum::STRING.into()];
        let Some((_, bytes)) = self.convert(selection, self.targets)? else { return Ok(usual()) };
        let offered = bytes.as_chunks().0.iter().map(|bytes| Atom::from_ne_bytes(*bytes)).take(MOST_TARGETS);
        let asked: Vec<_> = offered
            .filter(|target| *target != NONE)
            .map(|target| Ok((target, self.connection.get_atom_name(target)?)))
            .collect::<Outcome<_>>()?;
        let mut ranked = Vec::new();
        for (target, name) in asked {
            if let Some(rank) = name.reply().ok().and_then(|reply| rank(&reply.name)) {
                ranked.push((rank, target));
            }
        }
        ranked.sort_unstable();
        Ok(if ranked.is_empty() { usual() } else { ranked.into_iter().map(|(_, target)| target).collect() })
    }

    /// The selection converted to `target`, and its type; nothing where the owner has no such thing.
    fn convert(&self, selection: Atom, target: Atom) -> Outcome<Option<(Atom, Vec<u8>)>> {
        let Self { window, property, .. } = *self;
        self.connection.delete_property(window, property)?;
        self.connection.convert_selection(window, selection, target, property, CURRENT_TIME)?;
        self.connection.flush()?;
        let told = self.wait(|event| match event {
            Event::SelectionNotify(told) if told.target == target => Some(*told),
            _ => None,
        })?;
        if let SelectionNotifyEvent { property: NONE, .. } = told {
            return Ok(None);
        }
        let whole = self.take()?;
        if whole.type_ == self.incremental {
            self.pieces().map(Some)
        } else {
            Ok(Some((whole.type_, whole.value)))
        }
    }

    fn pieces(&self) -> Outcome<(Atom, Vec<u8>)> {
        let mut bytes = Vec::new();
        let mut kind = NONE;
        loop {
            self.wait(|event| match event {
                Event::PropertyNotify(told) => {
                    (told.atom == self.property && told.state == Property::NEW_VALUE).then_some(())
                }
                _ => None,
            })?;
            let GetPropertyReply { type_, value: piece, .. } = self.take()?;
            if piece.is_empty() {
                return Ok((kind, bytes));
            }
            kind = type_;
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
        let mut looks = 0;
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
                // Most owners answer at once.
                None => {
                    looks += 1;
                    thread::sleep(Duration::from_micros(if looks < 20 { 50 } else { 1000 }));
                }
            }
        }
    }
}
