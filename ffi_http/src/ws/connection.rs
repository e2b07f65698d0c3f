//! A connection: its sending half, and the task that reads it.

use super::inbox::{Inbox, Message};
use crate::{
    blocking::runtime,
    error::{Error, Result},
    socket_options::SocketOptions,
};
use bytes::Bytes;
use ffi_core::memory::{self, OutOfMemory};
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use std::{
    io::ErrorKind,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::{Mutex, OwnedSemaphorePermit, watch},
    time::{sleep_until, timeout},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Error as WsError, Message as Frame,
        error::ProtocolError,
        protocol::{CloseFrame, frame::coding::CloseCode},
    },
};

/// Time for the peer to end the connection after its close frame.
const LAST: Duration = Duration::from_secs(5);

/// Time for telling the peer of its mistake.
const COMPLAINT: Duration = Duration::from_secs(1);

type Sender = Pin<Box<dyn Sink<Frame, Error = WsError> + Send>>;

/// One connection.
pub struct Connection {
    /// Gone once the connection was given up.
    sender: Mutex<Option<Sender>>,
    pub inbox: Inbox,
    /// True: the reader and every sender are to stop.
    abort: watch::Sender<bool>,
    /// True: the peer said close_received.
    close_received: watch::Sender<bool>,
    /// True: the reader has stopped.
    over: watch::Sender<bool>,
    /// What the sides agreed to speak.
    pub protocol: String,
    begin: Instant,
    /// When the peer last said anything, in nanoseconds since `begin`.
    heard: AtomicU64,
    /// How many pings were sent whose pongs somebody waits for, and the number of the last pong.
    pings: AtomicU64,
    pong: watch::Sender<u64>,
    /// Which of the host's wishes for signs of life counts.
    alive: watch::Sender<u64>,
}

impl Connection {
    /// Starts reading.
    pub fn start<S>(
        stream: WebSocketStream<S>,
        protocol: String,
        options: &SocketOptions,
        permit: Option<Arc<OwnedSemaphorePermit>>,
    ) -> Arc<Self>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (sender, receiver) = stream.split();
        let connection = Arc::new(Self {
            sender: Mutex::new(Some(Box::pin(sender))),
            inbox: Inbox::new(options),
            abort: watch::Sender::new(false),
            close_received: watch::Sender::new(false),
            over: watch::Sender::new(false),
            protocol,
            begin: Instant::now(),
            heard: AtomicU64::new(0),
            pings: AtomicU64::new(0),
            pong: watch::Sender::new(0),
            alive: watch::Sender::new(0),
        });
        let reader = connection.clone();
        tokio::spawn(async move {
            let mut abort = reader.abort.subscribe();
            let reason = tokio::select! {
                _ = abort.wait_for(|abort| *abort) => "the websocket was closed".to_owned(),
                reason = reader.read(receiver) => reason,
            };
            reader.inbox.end(&reason);
            // A sender in the middle of a message stops, too.
            reader.abort();
            reader.sender.lock().await.take();
            drop(permit);
            reader.over.send_replace(true);
        });
        connection
    }

    /// Reads to the end; says what the end was.
    async fn read(&self, mut frames: impl Stream<Item = Result<Frame, WsError>> + Unpin) -> String {
        let mut close_received = None;
        loop {
            self.inbox.room().await;
            let frame = match &close_received {
                None => frames.next().await,
                Some(_) => timeout(LAST, frames.next()).await.unwrap_or(None),
            };
            if matches!(frame, Some(Ok(_))) {
                self.note_heard();
            }
            match frame {
                Some(Ok(Frame::Text(text))) => match copied(&text) {
                    Ok(text) => self.inbox.push(Message::Text(text)),
                    Err(error) => return self.out_of_memory(&error).await,
                },
                Some(Ok(Frame::Binary(bytes))) => match memory::copy(&bytes) {
                    Ok(bytes) => self.inbox.push(Message::Binary(bytes)),
                    Err(error) => return self.out_of_memory(&error).await,
                },
                Some(Ok(Frame::Close(frame))) => {
                    let code = frame.as_ref().map_or(1005, |frame| u16::from(frame.code));
                    let reason = frame.map_or_else(String::new, |frame| format!(": {}", frame.reason));
                    let reason = format!("the peer closed the websocket with code {code}{reason}");
                    self.inbox.closing(code, &reason);
                    self.close_received.send_replace(true);
                    close_received = Some(reason);
                }
                Some(Ok(Frame::Pong(payload))) => {
                    if let Ok(number) = payload.as_ref().try_into().map(u64::from_be_bytes) {
                        self.pong.send_if_modified(|last| {
                            let is_new = number > *last && number <= self.pings.load(Ordering::Relaxed);
                            if is_new {
                                *last = number;
                            }
                            is_new
                        });
                    }
                }
                // Pings are answered by the library when the next frame is read.
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    if let Some(code) = complaint(&error) {
                        self.complain(code).await;
                    }
                    return close_received.unwrap_or_else(|| failure(&error));
                }
                None => {
                    return close_received
                        .unwrap_or_else(|| "the connection of the websocket ended".to_owned());
                }
            }
        }
    }

    /// There is no memory for a message.
    async fn out_of_memory(&self, error: &OutOfMemory) -> String {
        self.complain(CloseCode::Error).await;
        failure(error)
    }

    /// Tells the peer why no more is read, before the host can say anything else.
    async fn complain(&self, code: CloseCode) {
        let frame = CloseFrame { code, reason: "".into() };
        let _ = self.send(Frame::Close(Some(frame)), COMPLAINT).await;
    }

    /// Sends a frame; where the peer does not take it in time the connection is given up, for a part may be on
    /// its way.
    pub async fn send(&self, frame: Frame, limit: Duration) -> Result<()> {
        let gone = || Error::state("the websocket is closed");
        let mut abort = self.abort.subscribe();
        let sent = timeout(limit, async {
            let sending = async {
                let mut sender = self.sender.lock().await;
                let Some(open) = sender.as_mut() else { return Err(gone()) };
                open.send(frame).await.map_err(|error| match error {
                    WsError::ConnectionClosed
                    | WsError::AlreadyClosed
                    | WsError::Protocol(ProtocolError::SendAfterClosing) => gone(),
                    error => Error::state(format!("the message was not sent: {error}")),
                })
            };
            tokio::select! {
                biased;
                sent = sending => sent,
                _ = abort.wait_for(|abort| *abort) => Err(gone()),
            }
        });
        match sent.await {
            Ok(result) => result,
            Err(_) => {
                self.abort();
                Err(Error::state(format!(
                    "the peer took nothing for {} ms, and was given up",
                    limit.as_millis()
                )))
            }
        }
    }

    /// Says close_received, waits for the peer's, and ends the connection, all of it within `limit`. What comes until
    /// then is thrown away.
    pub async fn close(&self, frame: CloseFrame, limit: Duration) -> Result<()> {
        self.inbox.discard();
        let mut close_received = self.close_received.subscribe();
        let mut over = self.over.subscribe();
        let ended = timeout(limit, async {
            let said = self.send(Frame::Close(Some(frame)), limit).await;
            tokio::select! {
                biased;
                _ = close_received.wait_for(|said| *said) => {}
                _ = over.wait_for(|over| *over) => {}
            }
            // The library's reply to a close_received that came first may not have gone out yet.
            if let Some(open) = self.sender.lock().await.as_mut() {
                let _ = open.flush().await;
            }
            said
        });
        let ended = ended.await;
        self.abort();
        if *self.close_received.borrow() {
            return Ok(());
        }
        match ended {
            Ok(Err(error)) => Err(error),
            _ => Err(Error::state("the peer did not answer the close_received")),
        }
    }

    fn note_heard(&self) {
        let now = u64::try_from(self.begin.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.heard.store(now, Ordering::Relaxed);
    }

    /// When the peer last said anything. While its messages wait and it is held up, it says what nobody reads.
    fn last_heard(&self) -> Instant {
        if self.inbox.is_full() {
            self.note_heard();
        }
        self.begin + Duration::from_nanos(self.heard.load(Ordering::Relaxed))
    }

    /// Sends a ping and waits for its pong; how long that took.
    pub async fn round_trip(&self, patience: Duration) -> Result<Duration> {
        let late =
            || Error::TimedOut(format!("the peer did not answer a ping within {} ms", patience.as_millis()));
        let mut pong = self.pong.subscribe();
        let mut over = self.over.subscribe();
        let begun = Instant::now();
        let number = self.pings.fetch_add(1, Ordering::Relaxed) + 1;
        let answered = timeout(patience, async {
            self.send(Frame::Ping(Bytes::copy_from_slice(&number.to_be_bytes())), patience).await?;
            tokio::select! {
                biased;
                _ = pong.wait_for(|last| *last >= number) => Ok(()),
                _ = over.wait_for(|over| *over) => Err(Error::state("the websocket is closed")),
            }
        });
        answered.await.map_err(|_| late())??;
        Ok(begun.elapsed())
    }

    /// Pings the peer whenever it said nothing for as long as `interval`, and ends the connection where nothing comes for
    /// `patience` then; or does not, for no interval. What was said before does not count any more.
    pub fn keep_alive(this: &Arc<Self>, interval: Option<Duration>, patience: Duration) -> Result<()> {
        let mut number = 0;
        this.alive.send_modify(|last| {
            *last += 1;
            number = *last;
        });
        let Some(interval) = interval else { return Ok(()) };
        let (weak, mut over) = (Arc::downgrade(this), this.over.subscribe());
        let mut changed = this.alive.subscribe();
        runtime()?.spawn(async move {
            let watching = async {
                loop {
                    let Some(next) = weak.upgrade().map(|this| this.last_heard() + interval) else { return };
                    if next > Instant::now() {
                        sleep_until(next.into()).await;
                        continue;
                    }
                    let Some(this) = weak.upgrade() else { return };
                    let asked = Instant::now();
                    let _ = timeout(patience, this.send(Frame::Ping(Bytes::new()), patience)).await;
                    drop(this);
                    sleep_until((asked + patience).into()).await;
                    let Some(this) = weak.upgrade() else { return };
                    if this.last_heard() < asked {
                        let ms = (interval + patience).as_millis();
                        this.inbox
                            .end(&format!("the peer said nothing for {ms} ms, and did not answer a ping"));
                        this.abort();
                        return;
                    }
                }
            };
            tokio::select! {
                () = watching => {}
                _ = over.wait_for(|over| *over) => {}
                _ = changed.wait_for(|last| *last != number) => {}
            }
        });
        Ok(())
    }

    /// Ends the connection without a word.
    pub fn abort(&self) {
        self.abort.send_replace(true);
    }

    /// Tells whether nothing can be sent or received any more.
    pub fn is_over(&self) -> bool {
        *self.over.borrow()
    }
}

/// A copy: the library keeps what it read several frames into.
fn copied(text: &str) -> Result<String, OutOfMemory> {
    let mut copy = String::new();
    memory::reserve_text(&mut copy, text.len())?;
    copy.push_str(text);
    Ok(copy)
}

/// Close code that tells the peer of an error; nothing where it cannot be told.
fn complaint(error: &WsError) -> Option<CloseCode> {
    match error {
        WsError::Protocol(_) => Some(CloseCode::Protocol),
        WsError::Utf8(_) => Some(CloseCode::Invalid),
        WsError::Capacity(_) => Some(CloseCode::Size),
        WsError::Io(error) if error.kind() == ErrorKind::OutOfMemory => Some(CloseCode::Error),
        _ => None,
    }
}

fn failure(error: &impl std::fmt::Display) -> String {
    format!("the websocket failed: {error}")
}
