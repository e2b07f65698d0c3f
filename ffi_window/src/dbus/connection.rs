//! A connection to the session bus, on which one thread asks and waits. zbus would bring some thirty crates for the same.

use super::value::{Value, read};
use ffi_core::environment::variable;
use rustix::process::getuid;
use std::{
    io::{self, ErrorKind, Read, Write},
    os::{
        linux::net::SocketAddrExt,
        unix::{
            ffi::OsStrExt,
            net::{SocketAddr, UnixStream},
        },
    },
    path::Path,
    time::{Duration, Instant},
};

/// How long the bus, and whoever it starts, has for an answer.
pub const PATIENCE: Duration = Duration::from_secs(25);

/// The longest message that is taken.
const LONGEST: usize = 1 << 20;

/// Why something failed, in words.
pub type Outcome<T> = Result<T, String>;

/// Where to ask.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    pub name: &'a str,
    pub path: &'a str,
    pub interface: &'a str,
}

/// A message that arrived.
#[derive(Debug, Default)]
pub struct Message {
    kind: u8,
    answers: u32,
    pub path: String,
    pub interface: String,
    pub member: String,
    error: String,
    pub body: Vec<Value>,
}

const METHOD_RETURN: u8 = 2;
const ERROR: u8 = 3;

/// The connection.
pub struct Connection {
    stream: UnixStream,
    serial: u32,
    /// Its name on the bus.
    pub name: String,
    /// Signals that came while something else was waited for.
    signals: Vec<Message>,
}

/// How many signals are kept.
const MOST_SIGNALS: usize = 256;

const BUS: Target<'static> =
    Target { name: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };

fn failed(error: io::Error) -> String {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => "the session bus does not answer".into(),
        ErrorKind::UnexpectedEof => "the session bus closed the connection".into(),
        _ => format!("the session bus: {error}"),
    }
}

/// The addresses of a Unix socket that the text names.
fn connect() -> Outcome<UnixStream> {
    let none = "there is no session bus: neither DBUS_SESSION_BUS_ADDRESS nor XDG_RUNTIME_DIR names one";
    let Some(addresses) = variable("DBUS_SESSION_BUS_ADDRESS").filter(|text| !text.is_empty()) else {
        let folder = variable("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty()).ok_or(none)?;
        return UnixStream::connect(Path::new(&folder).join("bus")).map_err(|_| none.to_owned());
    };
    let text = addresses.to_str().ok_or("DBUS_SESSION_BUS_ADDRESS is not UTF-8")?;
    let mut reason = "DBUS_SESSION_BUS_ADDRESS names no Unix socket".to_owned();
    for address in text.split(';') {
        let Some(fields) = address.strip_prefix("unix:") else { continue };
        let field = |key: &str| fields.split(',').find_map(|field| field.strip_prefix(key)).map(unescape);
        let stream = if let Some(path) = field("path=") {
            UnixStream::connect(std::ffi::OsStr::from_bytes(&path))
        } else if let Some(name) = field("abstract=") {
            SocketAddr::from_abstract_name(name).and_then(|address| UnixStream::connect_addr(&address))
        } else {
            continue;
        };
        match stream {
            Ok(stream) => return Ok(stream),
            Err(error) => reason = format!("there is no session bus: {address}: {error}"),
        }
    }
    Err(reason)
}

fn unescape(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let digits = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.filter(|_| bytes[at] == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                found.push(byte);
                at += 3;
            }
            None => {
                found.push(bytes[at]);
                at += 1;
            }
        }
    }
    found
}

impl Connection {
    /// To the session's bus.
    pub fn open() -> Outcome<Self> {
        let stream = connect()?;
        stream.set_write_timeout(Some(PATIENCE)).map_err(failed)?;
        let mut connection = Self { stream, serial: 0, name: String::new(), signals: Vec::new() };
        connection.log_in().map_err(failed)?;
        let hello = connection.call(BUS, "Hello", &[])?;
        connection.name = hello.first().and_then(Value::as_text).unwrap_or_default().to_owned();
        Ok(connection)
    }

    fn log_in(&mut self) -> io::Result<()> {
        let digits = getuid().as_raw().to_string();
        let user: String = digits.bytes().map(|digit| format!("{digit:02x}")).collect();
        self.stream.write_all(format!("\0AUTH EXTERNAL {user}\r\n").as_bytes())?;
        let deadline = Instant::now() + PATIENCE;
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            let mut byte = [0];
            self.read_exact(&mut byte, Some(deadline))?;
            line.push(byte[0]);
            if line.len() > 1024 {
                return Err(ErrorKind::InvalidData.into());
            }
        }
        if !line.starts_with(b"OK") {
            return Err(io::Error::other("it does not let this user in"));
        }
        self.stream.write_all(b"BEGIN\r\n")
    }

    fn read_exact(&mut self, mut bytes: &mut [u8], deadline: Option<Instant>) -> io::Result<()> {
        while !bytes.is_empty() {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return Err(ErrorKind::TimedOut.into());
            }
            self.stream.set_read_timeout(left)?;
            match self.stream.read(bytes) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(count) => bytes = &mut bytes[count..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Asks for something; what is answered.
    pub fn call(&mut self, target: Target<'_>, member: &str, body: &[Value]) -> Outcome<Vec<Value>> {
        self.serial += 1;
        let serial = self.serial;
        self.stream.write_all(&message(serial, target, member, body)).map_err(failed)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            let message = self.receive(Some(deadline))?;
            match message.kind {
                METHOD_RETURN if message.answers == serial => return Ok(message.body),
                ERROR if message.answers == serial => {
                    let said = message.body.first().and_then(Value::as_text).unwrap_or_default();
                    return Err(format!("{}: {said}", message.error));
                }
                _ => self.keep(message),
            }
        }
    }

    fn keep(&mut self, message: Message) {
        const SIGNAL: u8 = 4;
        if message.kind == SIGNAL && self.signals.len() < MOST_SIGNALS {
            self.signals.push(message);
        }
    }

    /// Asks to be told of signals.
    pub fn listen(&mut self, rule: &str) -> Outcome<()> {
        self.call(BUS, "AddMatch", &[Value::text(rule)]).map(drop)
    }

    /// The next signal, waited for without an end.
    pub fn signal(&mut self) -> Outcome<Message> {
        while self.signals.is_empty() {
            let message = self.receive(None)?;
            self.keep(message);
        }
        Ok(self.signals.remove(0))
    }

    /// Whether somebody has this name, or would be started for it.
    pub fn has(&mut self, name: &str) -> Outcome<bool> {
        for list in ["ListNames", "ListActivatableNames"] {
            let names = self.call(BUS, list, &[])?;
            if names.iter().flat_map(Value::items).any(|other| other.as_text() == Some(name)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn receive(&mut self, deadline: Option<Instant>) -> Outcome<Message> {
        const NONSENSE: &str = "the session bus sent what is no message";
        let mut head = [0; 16];
        self.read_exact(&mut head, deadline).map_err(failed)?;
        let word =
            |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]) as usize;
        let (body_length, fields_length) = (word(4), word(12));
        if head[0] != b'l' || body_length > LONGEST || fields_length > LONGEST {
            return Err(NONSENSE.into());
        }
        // The fields are an array that begins with its length, at a multiple of 8 but for that.
        let mut rest = vec![0; fields_length.next_multiple_of(8) + body_length];
        self.read_exact(&mut rest, deadline).map_err(failed)?;
        let (fields, body) = rest.split_at(fields_length.next_multiple_of(8));
        let mut message = Message { kind: head[1], ..Message::default() };
        let fields = [&[0; 4], &head[12..], &fields[..fields_length]].concat();
        // Aligned as in the message: the array's length stands at byte 12, so 4 bytes are put before it.
        let fields = read("ua(yv)", &fields).ok_or(NONSENSE)?;
        let mut signature = String::new();
        for field in fields[1].items() {
            let [Value::Byte(code), value] = field.items() else { return Err(NONSENSE.into()) };
            let text = || value.as_text().unwrap_or_default().to_owned();
            match code {
                1 => message.path = text(),
                2 => message.interface = text(),
                3 => message.member = text(),
                4 => message.error = text(),
                5 => message.answers = value.as_u32().unwrap_or(0),
                8 => {
                    if let Value::Variant(value) = value
                        && let Value::Signature(text) = &**value
                    {
                        signature.clone_from(text);
                    }
                }
                _ => {}
            }
        }
        message.body = read(&signature, body).ok_or(NONSENSE)?;
        Ok(message)
    }
}

/// A method call as it is sent.
fn message(serial: u32, target: Target<'_>, member: &str, body: &[Value]) -> Vec<u8> {
    let mut bytes = Vec::new();
    body.iter().for_each(|value| value.write(&mut bytes));
    let signature: String = body.iter().map(Value::signature).collect();
    let field = |code: u8, value: Value| Value::Struct(vec![Value::Byte(code), Value::variant(value)]);
    let mut fields = vec![
        field(1, Value::Path(target.path.into())),
        field(2, Value::text(target.interface)),
        field(3, Value::text(member)),
        field(6, Value::text(target.name)),
    ];
    if !body.is_empty() {
        fields.push(field(8, Value::Signature(signature)));
    }
    let mut out = vec![b'l', 1, 0, 1];
    out.extend((bytes.len() as u32).to_le_bytes());
    out.extend(serial.to_le_bytes());
    Value::Array("(yv)", fields).write(&mut out);
    out.resize(out.len().next_multiple_of(8), 0);
    out.extend(bytes);
    out
}
