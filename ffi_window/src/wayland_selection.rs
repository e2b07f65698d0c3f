//! Reads the text that a program offers in Wayland's clipboard, over a connection that is kept: by data control,
//! `ext-data-control-v1` or the protocol of wlroots that it came from. arboard connects at each read, and waits
//! without an end for a compositor or a program that does not answer.

use crate::text_targets::{self, latin1};
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
use wayland_client::{
    Connection, Dispatch, EventQueue, QueueHandle,
    backend::WaylandError,
    delegate_noop, event_created_child,
    protocol::{
        wl_callback::WlCallback,
        wl_registry::{self, WlRegistry},
        wl_seat::WlSeat,
    },
};
use wayland_protocols::ext::data_control::v1::client::{
    ext_data_control_device_v1::{self as ext_device, ExtDataControlDeviceV1},
    ext_data_control_manager_v1::ExtDataControlManagerV1,
    ext_data_control_offer_v1::{self as ext_offer, ExtDataControlOfferV1},
};
use wayland_protocols_wlr::data_control::v1::client::{
    zwlr_data_control_device_v1::{self as wlr_device, ZwlrDataControlDeviceV1},
    zwlr_data_control_manager_v1::ZwlrDataControlManagerV1,
    zwlr_data_control_offer_v1::{self as wlr_offer, ZwlrDataControlOfferV1},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How long the compositor has for its answer, and the owner for each piece of its text.
const PATIENCE: Duration = Duration::from_secs(2);

/// The longest text that is taken.
const MOST: usize = 256 << 20;

/// How many names of an offer are looked at.
const MOST_NAMES: usize = 256;

/// The connection, kept between calls. One call has it at a time; another that comes meanwhile has one of its own.
static KEPT: ForkSafeMutex<Option<Reader>> = ForkSafeMutex::by_each_process(|| None);

/// The text, or that nobody offers one; nothing where there is no compositor with such a protocol.
pub fn text() -> Option<Outcome<Option<String>>> {
    // Not in the condition of an `if`, which would hold the lock.
    let kept = KEPT.lock().take();
    up_to_date(kept).transpose().map(|reader| {
        let mut reader = reader?;
        let found = reader.text();
        // Only now: another call may close it, and with it what was asked over it.
        keep(reader);
        found
    })
}

fn keep(reader: Reader) {
    let other = KEPT.lock().replace(reader);
    drop(other);
}

/// Lets `set` put a text into the clipboard, and waits until the compositor tells of it: arboard's thread says that it
/// is there before it has sent it.
pub fn after_setting<R, E>(set: impl FnOnce() -> Result<R, E>) -> Result<R, E> {
    let kept = KEPT.lock().take();
    let Ok(Some(mut reader)) = up_to_date(kept) else { return set() };
    let before = reader.offers.changes;
    let done = set();
    if done.is_ok() {
        let changed = |offers: &Offers| offers.changes != before;
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

/// What the compositor says.
#[derive(Default)]
struct Offers {
    /// The numbers of its objects.
    seat: Option<u32>,
    ext_manager: Option<u32>,
    wlr_manager: Option<u32>,
    /// Offers that were announced, and the last one that is the clipboard's.
    announced: Vec<Offer>,
    selection: Option<Offer>,
    /// How many times something else was offered.
    changes: usize,
    /// How many questions were answered.
    answers: usize,
    /// It took the device away.
    finished: bool,
}

struct Offer {
    object: Object,
    names: Vec<String>,
}

#[derive(PartialEq)]
enum Object {
    Ext(ExtDataControlOfferV1),
    Wlr(ZwlrDataControlOfferV1),
}

/// A text that its owner was asked for, which comes through the pipe.
struct Asked {
    pipe: PipeReader,
    is_utf8: bool,
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
        let Offers { seat: Some(seat), ext_manager, wlr_manager, .. } = reader.offers else {
            return Ok(None);
        };
        let seat: WlSeat = registry.bind(seat, 1, &handle, ());
        if let Some(manager) = ext_manager {
            let manager: ExtDataControlManagerV1 = registry.bind(manager, 1, &handle, ());
            manager.get_data_device(&seat, &handle, ());
        } else if let Some(manager) = wlr_manager {
            let manager: ZwlrDataControlManagerV1 = registry.bind(manager, 1, &handle, ());
            manager.get_data_device(&seat, &handle, ());
        } else {
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

    fn text(&mut self) -> Outcome<Option<String>> {
        let before = self.offers.changes;
        let found = self.ask()?.map(Asked::read).transpose()?;
        if found.as_deref() != Some("") {
            return Ok(found);
        }
        // The owner may have ended before it sent anything.
        if !self.look()? {
            return Err("the connection to the compositor was lost".into());
        }
        if self.offers.changes == before { Ok(found) } else { self.ask()?.map(Asked::read).transpose() }
    }

    /// Asks the owner for its text.
    fn ask(&self) -> Outcome<Option<Asked>> {
        let Some(offer) = &self.offers.selection else { return Ok(None) };
        let ranked = offer.names.iter().filter_map(|name| Some((text_targets::rank(name.as_bytes())?, name)));
        let Some((rank, name)) = ranked.min() else { return Ok(None) };
        let (pipe, writer) = pipe()?;
        offer.object.receive(name.clone(), writer.as_fd());
        self.queue.flush()?;
        Ok(Some(Asked { pipe, is_utf8: text_targets::is_utf8(rank) }))
    }
}

/// Whether the descriptor becomes ready within this time.
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

impl Object {
    fn receive(&self, name: String, to: BorrowedFd<'_>) {
        match self {
            Self::Ext(offer) => offer.receive(name, to),
            Self::Wlr(offer) => offer.receive(name, to),
        }
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        match &self.object {
            Object::Ext(offer) => offer.destroy(),
            Object::Wlr(offer) => offer.destroy(),
        }
    }
}

impl Asked {
    fn read(mut self) -> Outcome<String> {
        let mut bytes = Vec::new();
        let mut piece = vec![0; 64 << 10];
        loop {
            if !is_ready(self.pipe.as_fd(), PollFlags::IN, PATIENCE)? {
                return Err("the program that offers it does not answer".into());
            }
            match self.pipe.read(&mut piece) {
                Ok(0) => break,
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
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(error) if self.is_utf8 => Err(error.into()),
            Err(error) => Ok(latin1(error.into_bytes())),
        }
    }
}

impl Offers {
    fn announce(&mut self, object: Object) {
        self.announced.push(Offer { object, names: Vec::new() });
    }

    fn name(&mut self, object: &Object, name: String) {
        if let Some(offer) = self.announced.iter_mut().find(|one| one.object == *object)
            && offer.names.len() < MOST_NAMES
        {
            offer.names.push(name);
        }
    }

    fn take(&mut self, object: &Object) -> Option<Offer> {
        let place = self.announced.iter().position(|one| one.object == *object)?;
        Some(self.announced.swap_remove(place))
    }

    fn select(&mut self, object: Option<Object>) {
        self.selection = object.and_then(|object| self.take(&object));
        self.changes += 1;
    }
}

/// One of the two protocols, which differ in their names alone.
macro_rules! protocol {
    ($kind:ident, $device:ident, $device_events:ident, $offer:ident, $offer_events:ident) => {
        impl Dispatch<$device, ()> for Offers {
            fn event(
                offers: &mut Self,
                _: &$device,
                event: $device_events::Event,
                _: &(),
                _: &Connection,
                _: &QueueHandle<Self>,
            ) {
                match event {
                    $device_events::Event::DataOffer { id } => offers.announce(Object::$kind(id)),
                    $device_events::Event::Selection { id } => offers.select(id.map(Object::$kind)),
                    $device_events::Event::PrimarySelection { id: Some(id) } => {
                        drop(offers.take(&Object::$kind(id)));
                    }
                    $device_events::Event::Finished => offers.finished = true,
                    _ => {}
                }
            }

            event_created_child!(Offers, $device, [$device_events::EVT_DATA_OFFER_OPCODE => ($offer, ())]);
        }

        impl Dispatch<$offer, ()> for Offers {
            fn event(
                offers: &mut Self,
                object: &$offer,
                event: $offer_events::Event,
                _: &(),
                _: &Connection,
                _: &QueueHandle<Self>,
            ) {
                if let $offer_events::Event::Offer { mime_type } = event {
                    offers.name(&Object::$kind(object.clone()), mime_type);
                }
            }
        }
    };
}

protocol!(Ext, ExtDataControlDeviceV1, ext_device, ExtDataControlOfferV1, ext_offer);
protocol!(Wlr, ZwlrDataControlDeviceV1, wlr_device, ZwlrDataControlOfferV1, wlr_offer);
delegate_noop!(Offers: ExtDataControlManagerV1);
delegate_noop!(Offers: ZwlrDataControlManagerV1);
delegate_noop!(Offers: ignore WlSeat);

impl Dispatch<WlRegistry, ()> for Offers {
    fn event(
        offers: &mut Self,
        _: &WlRegistry,
        event: wl_registry::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let wl_registry::Event::Global { name, interface, .. } = event else { return };
        let known = match &*interface {
            "wl_seat" => &mut offers.seat,
            "ext_data_control_manager_v1" => &mut offers.ext_manager,
            "zwlr_data_control_manager_v1" => &mut offers.wlr_manager,
            _ => return,
        };
        known.get_or_insert(name);
    }
}

impl Dispatch<WlCallback, ()> for Offers {
    fn event(
        offers: &mut Self,
        _: &WlCallback,
        _: <WlCallback as wayland_client::Proxy>::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        offers.answers += 1;
    }
}
