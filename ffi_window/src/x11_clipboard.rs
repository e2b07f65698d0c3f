//! Offers texts and pictures in X's clipboard and as what is selected, as the ICCCM's section 2 has it: under all names that text has, several at once,
//! with the time since when, and in pieces where it is too long for one request.

use crate::clipboard_content::{Content, Selection};
use ffi_core::{fork::ForkSafeMutex, sync::Mutex, thread::Builder};
use std::{
    collections::VecDeque,
    error::Error,
    sync::{
        Arc,
        mpsc::{self, SyncSender},
    },
    time::{Duration, Instant},
};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, NONE,
    connection::{Connection, RequestConnection},
    protocol::{
        Event,
        xproto::{
            Atom, AtomEnum, ChangeWindowAttributesAux, ConnectionExt, CreateWindowAux, EventMask, PropMode,
            Property, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Timestamp, Window,
            WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        ATOM_PAIR,
        CLIPBOARD,
        INCR,
        MULTIPLE,
        TARGETS,
        TEXT,
        TIMESTAMP,
        UTF8_STRING,
        SIMPLE_NATIVE_OFFER,
        PLAIN: b"text/plain",
        PLAIN_UTF8: b"text/plain;charset=utf-8",
        PLAIN_UTF8_UPPER: b"text/plain;charset=UTF-8",
        HTML: b"text/html",
        PNG: b"image/png",
    }
}

/// The offer, which lasts while the process lives; a child of `fork` offers on its own.
static OWNER: ForkSafeMutex<Option<Arc<Owner>>> = ForkSafeMutex::by_each_process(|| None);
/// Of what is selected.
static PRIMARY_OWNER: ForkSafeMutex<Option<Arc<Owner>>> = ForkSafeMutex::by_each_process(|| None);

fn owner_of(selection: Selection) -> &'static ForkSafeMutex<Option<Arc<Owner>>> {
    match selection {
        Selection::Clipboard => &OWNER,
        Selection::Primary => &PRIMARY_OWNER,
    }
}

/// Time that the server has to agree.
const PATIENCE: Duration = Duration::from_secs(2);

/// A reader that takes no piece for so long has gone.
const TRANSFER_PATIENCE: Duration = Duration::from_secs(30);

/// The longest piece that a long text goes in.
const LONGEST_PIECE: usize = 1 << 20;

/// Offers `content` from now on, instead of what anybody else does.
pub fn offer(selection: Selection, content: &Content) -> Outcome<()> {
    // Not in the condition of an `if`, which would hold the lock while the server is asked.
    let known = owner_of(selection).lock().clone();
    if known.is_some_and(|known| known.offer(content).is_ok()) {
        return Ok(());
    }
    // There is none yet, or its connection broke.
    let owner = Arc::new(Owner::start(selection)?);
    *owner_of(selection).lock() = Some(Arc::clone(&owner));
    owner.offer(content)
}

/// What this process offers, where `owner` is its window.
pub fn own(selection: Selection, owner: Window) -> Option<Content> {
    let own = owner_of(selection).lock().clone().filter(|own| own.window == owner)?;
    own.offered.lock().clone()
}

/// A window that owns a clipboard, as others see it.
struct Owner {
    connection: Arc<RustConnection>,
    window: Window,
    property: Atom,
    offered: Arc<Mutex<Option<Content>>>,
    wishes: Arc<Mutex<VecDeque<Wish>>>,
}

/// What is to be offered, and who waits for it.
struct Wish {
    content: Content,
    done: SyncSender<bool>,
}

impl Owner {
    fn start(selection: Selection) -> Outcome<Self> {
        let (connection, screen) = x11rb::connect(None)?;
        let connection = Arc::new(connection);
        let atoms = Atoms::new(&*connection)?.reply()?;
        let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
        let window = connection.generate_id()?;
        let events = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let (depth, class) = (COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_OUTPUT);
        connection.create_window(depth, window, root, 0, 0, 1, 1, 0, class, 0, &events)?;
        let (offered, wishes) = (Arc::default(), Arc::default());
        let keeper = SelectionOwner {
            connection: Arc::clone(&connection),
            atoms,
            selection: match selection {
                Selection::Clipboard => atoms.CLIPBOARD,
                Selection::Primary => AtomEnum::PRIMARY.into(),
            },
            window,
            offered: Arc::clone(&offered),
            wishes: Arc::clone(&wishes),
            since: 0,
            transfers: Vec::new(),
        };
        Builder::new("simple_native clipboard").spawn(move || drop(keeper.serve()))?;
        Ok(Self { connection, window, property: atoms.SIMPLE_NATIVE_OFFER, offered, wishes })
    }

    fn offer(&self, content: &Content) -> Outcome<()> {
        let (done, is_done) = mpsc::sync_channel(1);
        self.wishes.lock().push_back(Wish { content: content.clone(), done });
        // Its event tells the server's time, from which on it is offered.
        self.connection.change_property8(
            PropMode::REPLACE,
            self.window,
            self.property,
            AtomEnum::STRING,
            &[],
        )?;
        self.connection.flush()?;
        match is_done.recv_timeout(PATIENCE) {
            Ok(true) => Ok(()),
            Ok(false) => Err("another program took it at once".into()),
            Err(_) => Err("the X server does not answer".into()),
        }
    }
}

/// What serves those who read it, on a thread of its own.
struct SelectionOwner {
    connection: Arc<RustConnection>,
    atoms: Atoms,
    selection: Atom,
    window: Window,
    offered: Arc<Mutex<Option<Content>>>,
    wishes: Arc<Mutex<VecDeque<Wish>>>,
    since: Timestamp,
    transfers: Vec<Transfer>,
}

/// Something long on its way in pieces.
struct Transfer {
    window: Window,
    property: Atom,
    kind: Atom,
    bytes: Vec<u8>,
    sent: usize,
    last: Instant,
}

impl SelectionOwner {
    fn serve(mut self) -> Outcome<()> {
        loop {
            match self.connection.wait_for_event()? {
                Event::PropertyNotify(told)
                    if told.window == self.window && told.atom == self.atoms.SIMPLE_NATIVE_OFFER =>
                {
                    self.begin(told.time)?;
                }
                Event::PropertyNotify(told) if told.state == Property::DELETE => {
                    self.go_on(told.window, told.atom)?
                }
                Event::SelectionRequest(request) => self.answer(&request)?,
                Event::SelectionClear(_) => drop(self.offered.lock().take()),
                // Of readers that went.
                _ => {}
            }
        }
    }

    fn begin(&mut self, time: Timestamp) -> Outcome<()> {
        let Some(Wish { content, done }) = self.wishes.lock().pop_front() else { return Ok(()) };
        self.connection.set_selection_owner(self.window, self.selection, time)?;
        let is_own = self.connection.get_selection_owner(self.selection)?.reply()?.owner == self.window;
        if is_own {
            self.since = time;
            *self.offered.lock() = Some(content);
        }
        let _ = done.send(is_own);
        Ok(())
    }

    fn answer(&mut self, request: &SelectionRequestEvent) -> Outcome<()> {
        // Programs from before the ICCCM name no property.
        let place = if request.property == NONE { request.target } else { request.property };
        let is_given = if request.target == self.atoms.MULTIPLE {
            request.property != NONE && self.give_several(request.requestor, place)?
        } else {
            self.give(request.requestor, request.target, place)?
        };
        let told = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: if is_given { place } else { NONE },
        };
        self.connection.send_event(false, request.requestor, EventMask::NO_EVENT, told)?;
        Ok(self.connection.flush()?)
    }

    /// Gives each of the pairs of target and property that are written there, and says which could not be given.
    fn give_several(&mut self, requestor: Window, place: Atom) -> Outcome<bool> {
        const MOST: u32 = 256;
        let pairs = self.connection.get_property(false, requestor, place, self.atoms.ATOM_PAIR, 0, MOST)?;
        let Ok(pairs) = pairs.reply() else { return Ok(false) };
        let Some(values) = pairs.value32() else { return Ok(false) };
        let mut atoms: Vec<Atom> = values.collect();
        for pair in atoms.as_chunks_mut::<2>().0 {
            if pair[0] == self.atoms.MULTIPLE || !self.give(requestor, pair[0], pair[1])? {
                pair[1] = NONE;
            }
        }
        self.connection.change_property32(
            PropMode::REPLACE,
            requestor,
            place,
            self.atoms.ATOM_PAIR,
            &atoms,
        )?;
        Ok(true)
    }

    /// Writes what is offered as `target` there; false where there is no such thing.
    fn give(&mut self, requestor: Window, target: Atom, place: Atom) -> Outcome<bool> {
        let Some(offered) = self.offered.lock().clone() else { return Ok(false) };
        let Atoms { TEXT, UTF8_STRING, HTML, PNG, TARGETS, TIMESTAMP, .. } = self.atoms;
        let string = Atom::from(AtomEnum::STRING);
        let connection = &self.connection;
        if target == TARGETS {
            let all = self.targets(&offered);
            connection.change_property32(PropMode::REPLACE, requestor, place, AtomEnum::ATOM, &all)?;
            return Ok(true);
        }
        if target == TIMESTAMP {
            let since = [self.since];
            connection.change_property32(PropMode::REPLACE, requestor, place, AtomEnum::INTEGER, &since)?;
            return Ok(true);
        }
        let (kind, bytes) = match &offered {
            Content { html: Some(html), .. } if target == HTML => (HTML, html.as_bytes().to_vec()),
            Content { png: Some(png), .. } if target == PNG => (PNG, png.to_vec()),
            Content { text: Some(text), .. } if target == string => (string, latin1(text)),
            Content { text: Some(text), .. } if target == TEXT => (UTF8_STRING, text.as_bytes().to_vec()),
            Content { text: Some(text), .. } if self.texts().contains(&target) => {
                (target, text.as_bytes().to_vec())
            }
            _ => return Ok(false),
        };
        self.write(requestor, place, kind, bytes)?;
        Ok(true)
    }

    /// What texts in UTF-8 are asked for as.
    fn texts(&self) -> [Atom; 4] {
        let Atoms { UTF8_STRING, PLAIN, PLAIN_UTF8, PLAIN_UTF8_UPPER, .. } = self.atoms;
        [UTF8_STRING, PLAIN_UTF8, PLAIN_UTF8_UPPER, PLAIN]
    }

    fn targets(&self, offered: &Content) -> Vec<Atom> {
        let Atoms { TARGETS, TIMESTAMP, MULTIPLE, TEXT, HTML, PNG, .. } = self.atoms;
        let mut all = vec![TARGETS, TIMESTAMP, MULTIPLE];
        all.extend(offered.html.iter().map(|_| HTML));
        all.extend(offered.png.iter().map(|_| PNG));
        if offered.text.is_some() {
            let [utf8, with_set, with_upper_set, plain] = self.texts();
            all.extend([utf8, with_set, with_upper_set, TEXT, AtomEnum::STRING.into(), plain]);
        }
        all
    }

    fn write(&mut self, window: Window, property: Atom, kind: Atom, bytes: Vec<u8>) -> Outcome<()> {
        if bytes.len() <= self.longest_piece() {
            self.connection.change_property8(PropMode::REPLACE, window, property, kind, &bytes)?;
            return Ok(());
        }
        let events = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        self.connection.change_window_attributes(window, &events)?;
        let length = [u32::try_from(bytes.len()).unwrap_or(u32::MAX)];
        self.connection.change_property32(PropMode::REPLACE, window, property, self.atoms.INCR, &length)?;
        let last = Instant::now();
        self.transfers.retain(|old| old.last.elapsed() < TRANSFER_PATIENCE);
        self.transfers.push(Transfer { window, property, kind, bytes, sent: 0, last });
        Ok(())
    }

    fn longest_piece(&self) -> usize {
        // A request has a head of its own.
        LONGEST_PIECE.min(self.connection.maximum_request_bytes().saturating_sub(64))
    }

    /// A reader took the last piece and gets the next; after the last of all an empty one.
    fn go_on(&mut self, window: Window, property: Atom) -> Outcome<()> {
        let longest = self.longest_piece();
        let is_meant = |transfer: &Transfer| transfer.window == window && transfer.property == property;
        let Some(at) = self.transfers.iter().position(is_meant) else { return Ok(()) };
        let transfer = &mut self.transfers[at];
        let piece = &transfer.bytes[transfer.sent..];
        let piece = &piece[..piece.len().min(longest)];
        self.connection.change_property8(PropMode::REPLACE, window, property, transfer.kind, piece)?;
        self.connection.flush()?;
        let is_over = piece.is_empty();
        transfer.sent += piece.len();
        transfer.last = Instant::now();
        if is_over {
            self.transfers.swap_remove(at);
        }
        Ok(())
    }
}

/// In ISO 8859-1, which the target `STRING` is in; what that lacks is a question mark.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect()
}
