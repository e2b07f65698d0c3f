//! Reads what a program offers in Wayland's clipboard or has selected, over a connection that is kept. arboard connects
//! at each read, and waits without an end for a compositor or a program that does not answer.

use crate::{
    clipboard_content::{HTML, PNG, Selection, decode_html},
    text_targets::{self, latin1},
    wayland_offers::Offers,
};
use ffi_core::{environment::variable, fork::ForkSafeMutex, memory};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType, connect, socket_with},
};
use std::{
    error::Error,
    io::{ErrorKind, PipeReader, Read, pipe},
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
    path::PathBuf,
    time::{Duration, Instant},
};
use wayland_client::{Connection, EventQueue, backend::WaylandError, protocol::wl_seat::WlSeat};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Time that the compositor has for its answer, and the owner for each piece of its text.
const PATIENCE: Duration = Duration::from_secs(2);

/// The longest text that is taken.
const MOST: usize = 256 << 20;

/// The connection, kept between calls. One call has it at a time; another that comes meanwhile has one of its own.
static KEPT: ForkSafeMutex<Option<Reader>> = ForkSafeMutex::by_each_process(|| None);

/// What is read: nothing in it where nobody offers such a thing, and nothing at all where there is no compositor with such
/// a protocol.
type Found<T> = Option<Outcome<Option<T>>>;

/// The text.
pub fn text(selection: Selection) -> Found<String> {
    with_reader(|reader| {
        if selection == Selection::Primary && !reader.offers.knows_primary() {
            return Err("this compositor does not tell what is selected".into());
        }
        reader
            .read(selection, |names| {
                let ranked =
                    names.iter().filter_map(|name| Some((text_targets::rank(name.as_bytes())?, name)));
                ranked.min().map(|(_, name)| name)
            })?
            .map(|(name, bytes)| decode_text(&name, bytes))
            .transpose()
    })
}

/// The HTML in the clipboard.
pub fn html() -> Found<String> {
    with_reader(|reader| {
        let found = reader.read(Selection::Clipboard, |names| {
            let ranked = names.iter().filter_map(|name| {
                let name_alone = name.split(';').next()?.trim();
                name_alone.eq_ignore_ascii_case(HTML).then_some((name.len(), name))
            });
            ranked.min().map(|(_, name)| name)
        })?;
        Ok(found.map(|(_, bytes)| decode_html(bytes)).transpose()?)
    })
}

/// The picture in the clipboard.
pub fn png() -> Found<Vec<u8>> {
    with_reader(|reader| {
        let found = reader
            .read(Selection::Clipboard, |names| names.iter().find(|name| name.eq_ignore_ascii_case(PNG)))?;
        Ok(found.map(|(_, bytes)| bytes))
    })
}

fn with_reader<T>(read: impl FnOnce(&mut Reader) -> Outcome<Option<T>>) -> Found<T> {
    // Not in the condition of an `if`, which would hold the lock.
    let kept = KEPT.lock().take();
    up_to_date(kept).transpose().map(|reader| {
        let mut reader = reader?;
        let found = read(&mut reader);
        // Only now: another call may close it, and with it what was asked over it.
        keep(reader);
        found
    })
}

fn keep(reader: Reader) {
    let other = KEPT.lock().replace(reader);
    drop(other);
}

/// Lets `set` put something there, and waits until the compositor tells of it: the thread that offers it says that it is
/// there before it has sent it.
pub fn after_setting<R, E>(selection: Selection, set: impl FnOnce() -> Result<R, E>) -> Result<R, E> {
    let kept = KEPT.lock().take();
    let Ok(Some(mut reader)) = up_to_date(kept) else { return set() };
    let before = reader.offers.changes(selection);
    let done = set();
    if done.is_ok() {
        let changed = |offers: &Offers| offers.changes(selection) != before;
        let _ = reader.wait(changed);
    }
    keep(reader);
    done
}

/// A reader that knows what is offered now: a connection that was lost is made anew.
fn up_to_date(kept: Option<Reader>) -> Outcome<Option<Reader>> {
    if let Some(mut reader) = kept
        && reader.look()?
    {
        return Ok(Some(reader));
    }
    Reader::connect()
}

struct Reader {
    connection: Connection,
    queue: EventQueue<Offers>,
    offers: Offers,
}

/// The compositor, where this process's environment names one that runs. Unlike libwayland's own way this leaves a
/// socket that was handed to the process for its windows alone, and waits for nobody.
fn compositor() -> Outcome<Option<Connection>> {
    let Some(name) = variable("WAYLAND_DISPLAY").map(PathBuf::from) else { return Ok(None) };
    let folder = variable("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
    let path = folder.join(name);
    if !path.is_absolute() {
        return Ok(None);
    }
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let socket = socket_with(AddressFamily::UNIX, SocketType::STREAM, flags, None)?;
    match connect(&socket, &SocketAddrUnix::new(&path)?) {
        Ok(()) => Ok(Connection::from_socket(UnixStream::from(socket)).ok()),
        Err(Errno::AGAIN) => Err("the compositor does not answer".into()),
        Err(_) => Ok(None),
    }
}

impl Reader {
    fn connect() -> Outcome<Option<Self>> {
        let Some(connection) = compositor()? else { return Ok(None) };
        let queue = connection.new_event_queue();
        let handle = queue.handle();
        let registry = connection.display().get_registry(&handle, ());
        let mut reader = Self { connection, queue, offers: Offers::default() };
        if !reader.look()? {
            return Ok(None);
        }
        let Some(seat) = reader.offers.seat else { return Ok(None) };
        let seat: WlSeat = registry.bind(seat, 1, &handle, ());
        if !reader.offers.watch(&registry, &seat, &handle) {
            return Ok(None);
        }
        Ok(reader.look()?.then_some(reader))
    }

    /// Takes in what changed since the last time, and says whether the connection still stands.
    fn look(&mut self) -> Outcome<bool> {
        self.connection.display().sync(&self.queue.handle(), ());
        let asked = self.offers.answers;
        self.wait(|offers| offers.answers != asked)
    }

    /// Takes in what the compositor says until `enough` of it came, and says whether the connection still stands.
    fn wait(&mut self, enough: impl Fn(&Offers) -> bool) -> Outcome<bool> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self.queue.dispatch_pending(&mut self.offers).is_err() || self.offers.finished {
                return Ok(false);
            }
            if enough(&self.offers) {
                return Ok(true);
            }
            let flags = match self.queue.flush() {
                Ok(()) => PollFlags::IN,
                Err(WaylandError::Io(error)) if error.kind() == ErrorKind::WouldBlock => {
                    PollFlags::IN | PollFlags::OUT
                }
                Err(_) => return Ok(false),
            };
            let Some(guard) = self.queue.prepare_read() else { continue };
            let left = deadline.saturating_duration_since(Instant::now());
            if !is_ready(guard.connection_fd(), flags, left)? {
                return Err("the compositor does not answer".into());
            }
            match guard.read() {
                Err(WaylandError::Io(error)) if error.kind() == ErrorKind::WouldBlock => {}
                Err(_) => return Ok(false),
                Ok(_) => {}
            }
        }
    }

    /// What is offered there in the form that `choose` takes of those that it has, and that form's name.
    fn read(
        &mut self,
        selection: Selection,
        choose: impl Fn(&[String]) -> Option<&String>,
    ) -> Outcome<Option<(String, Vec<u8>)>> {
        let before = self.offers.changes(selection);
        let found = self.ask(selection, &choose)?;
        if !found.as_ref().is_some_and(|(_, bytes)| bytes.is_empty()) {
            return Ok(found);
        }
        // The owner may have ended before it sent anything.
        if !self.look()? {
            return Err("the connection to the compositor was lost".into());
        }
        if self.offers.changes(selection) == before { Ok(found) } else { self.ask(selection, &choose) }
    }

    /// Asks the owner for it once.
    fn ask(
        &self,
        selection: Selection,
        choose: impl Fn(&[String]) -> Option<&String>,
    ) -> Outcome<Option<(String, Vec<u8>)>> {
        let Some(offer) = self.offers.offered(selection) else { return Ok(None) };
        let Some(name) = choose(&offer.names) else { return Ok(None) };
        let (pipe, writer) = pipe()?;
        offer.receive(name.clone(), writer.as_fd());
        self.queue.flush()?;
        drop(writer);
        Ok(Some((name.clone(), drain(pipe)?)))
    }
}

/// Tells whether the descriptor becomes ready within this time.
fn is_ready(descriptor: BorrowedFd<'_>, flags: PollFlags, patience: Duration) -> Outcome<bool> {
    let deadline = Instant::now() + patience;
    loop {
        let left = Timespec::try_from(deadline.saturating_duration_since(Instant::now()))?;
        match poll(&mut [PollFd::from_borrowed_fd(descriptor, flags)], Some(&left)) {
            Ok(ready) => return Ok(ready > 0),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// All that comes through the pipe.
fn drain(mut pipe: PipeReader) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        if !is_ready(pipe.as_fd(), PollFlags::IN, PATIENCE)? {
            return Err("the program that offers it does not answer".into());
        }
        match pipe.read(&mut piece) {
            Ok(0) => return Ok(bytes),
            Ok(more) if bytes.len() + more > MOST => {
                return Err(format!("it is longer than {MOST} bytes").into());
            }
            Ok(more) => {
                memory::reserve(&mut bytes, more)?;
                bytes.extend_from_slice(&piece[..more]);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn decode_text(name: &str, bytes: Vec<u8>) -> Outcome<String> {
    let is_utf8 = text_targets::rank(name.as_bytes()).is_some_and(text_targets::is_utf8);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if is_utf8 => Err(error.into()),
        Err(error) => Ok(latin1(error.into_bytes())),
    }
}
