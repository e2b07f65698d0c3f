//! WebSockets, of either side.

mod connect;
mod connection;
mod frame_room;
mod inbox;
mod lent;
mod refusal;
mod server_sockets;

pub use connect::{connect, connect_with};
pub use frame_room::FrameRoom;
pub use inbox::{Message, MessageKind};
pub use refusal::take as take_refusal;
pub use server_sockets::ServerSockets;

use crate::{
    blocking::wait,
    error::{Error, Result},
    socket_options::SocketOptions,
};
use connection::Connection;
use ffi_core::Kind;
use std::{sync::Arc, time::Duration};
use tokio::sync::OwnedSemaphorePermit;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Message as Frame,
        protocol::{CloseFrame, frame::coding::CloseCode},
    },
};

/// Time for the peer to take a message.
const SEND: Duration = Duration::from_secs(30);
/// Time for the end of a connection.
const CLOSE: Duration = Duration::from_secs(5);
/// A WebSocket as its handle holds it. Dropping it cuts the connection.
pub struct WebSocket(Arc<Connection>);

ffi_core::object!(WebSocket, Kind::WebSocket);

impl Drop for WebSocket {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl WebSocket {
    /// Takes over a connection that speaks `protocol`, inside the runtime. `permit` is held until it ends.
    pub fn new<S>(
        stream: WebSocketStream<S>,
        protocol: String,
        options: &SocketOptions,
        permit: Option<Arc<OwnedSemaphorePermit>>,
    ) -> Self
    where
        S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
    {
        Self(Connection::start(stream, protocol, options, permit))
    }

    /// What the sides agreed to speak, empty where that is nothing of its own.
    pub fn protocol(&self) -> &str {
        &self.0.protocol
    }

    /// Sends a ping and waits for its pong; how long that took.
    pub fn round_trip(&self, patience: Duration) -> Result<Duration> {
        let connection = self.connection();
        wait(async move { connection.round_trip(patience).await })?
    }

    /// Pings the peer whenever it said nothing for as long as `interval`, and ends the connection where nothing comes for
    /// `patience` then; or does not, for no interval.
    pub fn keep_alive(&self, interval: Option<Duration>, patience: Duration) -> Result<()> {
        Connection::keep_alive(&self.0, interval, patience)
    }

    /// Has events tell of it by this handle, or not.
    pub fn tell(&self, handle: Option<i64>) {
        self.0.inbox.tell(handle);
    }

    /// A descriptor that is readable while messages wait, and once no more come.
    pub fn fd(&self) -> Result<i64> {
        self.0.inbox.fd()
    }

    /// The socket's connection.
    fn connection(&self) -> Arc<Connection> {
        self.0.clone()
    }

    /// Sends a message; it has gone to the system when this returns.
    pub fn send(&self, message: Message) -> Result<()> {
        let frame = match message {
            Message::Text(text) => Frame::text(text),
            Message::Binary(bytes) => Frame::binary(bytes),
        };
        let connection = self.connection();
        wait(async move { connection.send(frame, SEND).await })?
    }

    /// Sends a ping.
    pub fn ping(&self) -> Result<()> {
        let connection = self.connection();
        wait(async move { connection.send(Frame::Ping(bytes::Bytes::new()), SEND).await })?
    }

    /// The next message of the kind wanted, for as long as `patience`, for ever where there is none.
    pub fn receive(&self, which: MessageKind, patience: Option<Duration>) -> Result<Message> {
        let connection = self.connection();
        connection.inbox.take(which, patience)
    }

    /// Kind of the next message, without taking it; nothing where nothing came in time.
    pub fn next(&self, patience: Duration) -> Result<Option<MessageKind>> {
        let connection = self.connection();
        connection.inbox.peek(patience)
    }

    /// The code that the peer closed with; 0 while it has not.
    pub fn close_code(&self) -> i64 {
        self.0.inbox.close_code()
    }

    /// Says goodbye and waits for the peer's; false where the connection was gone already.
    pub fn close(&self, code: u16, reason: &str) -> Result<()> {
        let frame = CloseFrame { code: CloseCode::from(code), reason: reason.into() };
        let connection = self.connection();
        wait(async move { connection.close(frame, CLOSE).await })?
    }
}

/// A close code that an application may send (RFC 6455, 7.4).
pub fn close_code(code: i64) -> Result<u16> {
    match u16::try_from(code) {
        Ok(code @ (1000..=1003 | 1007..=1013 | 3000..=4999)) => Ok(code),
        _ => Err(Error::number("code", code, "which is no code to close with: 1000, say, or 3000 to 4999")),
    }
}
