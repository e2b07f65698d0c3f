//! Messages that came and wait for the host.

use crate::{
    blocking::blocking,
    error::{Error, Result},
    socket_options::SocketOptions,
};
use ffi_core::{
    events::{EventKind, publish},
    sync::{Condvar, Mutex},
};
use serde_json::json;
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};
use tokio::sync::Notify;

#[cfg(unix)]
use ffi_core::wakeup::Wakeup;

/// A message.
pub enum Message {
    /// Text.
    Text(String),
    /// Bytes.
    Binary(Vec<u8>),
}

/// A kind of message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageKind {
    Text,
    Binary,
}

impl MessageKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Binary => "binary",
        }
    }
}

impl Message {
    fn which(&self) -> MessageKind {
        match self {
            Self::Text(_) => MessageKind::Text,
            Self::Binary(_) => MessageKind::Binary,
        }
    }

    fn length(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Binary(bytes) => bytes.len(),
        }
    }
}

#[derive(Default)]
struct InboxState {
    waiting: VecDeque<Message>,
    bytes: usize,
    close_code: i64,
    /// The host closes: nobody takes what comes.
    discards: bool,
    /// Why no more comes.
    ended: Option<String>,
    /// By which handle events tell of it, where they do.
    told_by: Option<i64>,
    /// Set while messages wait, or no more come; made when a host asks for it.
    #[cfg(unix)]
    wakeup: Option<Wakeup>,
}

impl InboxState {
    fn is_full(&self, most: &SocketOptions) -> bool {
        self.waiting.len() >= most.queue_messages || self.bytes >= most.queue_bytes
    }

    /// What a descriptor says of it.
    fn show(&self) {
        #[cfg(unix)]
        if let Some(wakeup) = &self.wakeup {
            wakeup.tell(!self.waiting.is_empty() || self.ended.is_some());
        }
    }

    /// The event that tells of it, where somebody wants it: that messages wait, or that no more come.
    fn event(&self) -> Option<(i64, &'static str)> {
        let state = match (&self.ended, self.waiting.is_empty()) {
            (_, false) => "message",
            (Some(_), true) => "ended",
            (None, true) => return None,
        };
        Some((self.told_by?, state))
    }

    fn take(&mut self, which: MessageKind) -> Option<Message> {
        let at = self.waiting.iter().position(|message| message.which() == which)?;
        let message = self.waiting.remove(at)?;
        self.bytes -= message.length();
        if self.waiting.is_empty() {
            self.show();
        }
        Some(message)
    }
}

/// A connection's messages, oldest first.
pub struct Inbox {
    state: Mutex<InboxState>,
    came: Condvar,
    room: Notify,
    most: SocketOptions,
}

/// Tells listeners that messages wait, or that no more come.
fn tell(event: Option<(i64, &'static str)>) {
    if let Some((websocket, state)) = event {
        publish(EventKind::Http, || {
            json!({ "type": "websocket", "websocket": websocket, "state": state }).to_string()
        });
    }
}

impl Inbox {
    /// One that takes no more than these options say.
    pub fn new(most: &SocketOptions) -> Self {
        Self { state: Mutex::default(), came: Condvar::new(), room: Notify::new(), most: *most }
    }

    /// Whether the peer is held up.
    pub fn is_full(&self) -> bool {
        self.state.lock().is_full(&self.most)
    }

    /// Has events tell of it by this handle, of what is there already at once; or not.
    pub fn tell(&self, handle: Option<i64>) {
        let event = {
            let mut state = self.state.lock();
            state.told_by = handle;
            state.event()
        };
        blocking(|| tell(event));
    }

    /// A descriptor that is readable while messages wait, and once no more come.
    #[cfg(unix)]
    pub fn fd(&self) -> Result<i64> {
        // Made outside of the lock, which a fork in the midst of its making would wait for.
        let new = Wakeup::new().map_err(Error::Descriptor)?;
        let mut state = self.state.lock();
        let fd = state.wakeup.get_or_insert(new).fd();
        state.show();
        Ok(fd.into())
    }

    /// A descriptor that is readable while messages wait, and once no more come.
    #[cfg(not(unix))]
    pub fn fd(&self) -> Result<i64> {
        Err(Error::Descriptor(std::io::ErrorKind::Unsupported.into()))
    }

    /// Waits until another message may be read from the connection.
    pub async fn room(&self) {
        loop {
            let room = self.room.notified();
            {
                let state = self.state.lock();
                if state.discards || state.ended.is_some() || !state.is_full(&self.most) {
                    return;
                }
            }
            room.await;
        }
    }

    /// A message came.
    pub fn push(&self, message: Message) {
        let mut state = self.state.lock();
        if state.discards {
            return;
        }
        state.bytes += message.length();
        state.waiting.push_back(message);
        let event = if state.waiting.len() == 1 {
            state.show();
            state.event()
        } else {
            None
        };
        drop(state);
        self.came.notify_all();
        tell(event);
    }

    /// The peer said goodbye: no more comes.
    pub fn closing(&self, code: u16, reason: &str) {
        self.state.lock().close_code = i64::from(code);
        self.end(reason);
    }

    /// Nothing that comes from now on is kept, and the peer is not held up.
    pub fn discard(&self) {
        self.state.lock().discards = true;
        self.room.notify_one();
    }

    /// No more comes. The first reason counts.
    pub fn end(&self, reason: &str) {
        let event = {
            let mut state = self.state.lock();
            let is_first = state.ended.is_none();
            state.ended.get_or_insert_with(|| reason.to_owned());
            state.show();
            // Whoever was told of messages finds the end behind them.
            state.event().filter(|event| is_first && event.1 == "ended")
        };
        self.came.notify_all();
        self.room.notify_one();
        tell(event);
    }

    /// The code that the peer closed with, 0 where it did not.
    pub fn close_code(&self) -> i64 {
        self.state.lock().close_code
    }

    /// The next message of that kind; others stay where they are.
    pub fn take(&self, which: MessageKind, patience: Option<Duration>) -> Result<Message> {
        let found = self.wait(patience, |state| {
            if let Some(message) = state.take(which) {
                return Some(Ok(message));
            }
            state.is_full(&self.most).then(|| {
                Err(Error::state(format!(
                    "{} messages wait and none of them is {}: take them first",
                    state.waiting.len(),
                    which.name()
                )))
            })
        })?;
        self.room.notify_one();
        found.unwrap_or_else(|| {
            let ms = patience.unwrap_or_default().as_millis();
            Err(Error::state(format!("no {} message came within {ms} ms", which.name())))
        })
    }

    /// The kind of the next message.
    pub fn peek(&self, patience: Duration) -> Result<Option<MessageKind>> {
        self.wait(Some(patience), |state| state.waiting.front().map(Message::which))
    }

    /// Waits until `look` finds something, or for as long as `patience`; fails where no more comes.
    fn wait<T>(
        &self,
        patience: Option<Duration>,
        mut look: impl FnMut(&mut InboxState) -> Option<T>,
    ) -> Result<Option<T>> {
        let mut state = self.state.lock();
        if let Some(found) = look(&mut state) {
            return Ok(Some(found));
        }
        drop(state);
        blocking(|| {
            let deadline = patience.map(|patience| Instant::now() + patience);
            let mut state = self.state.lock();
            loop {
                if let Some(found) = look(&mut state) {
                    return Ok(Some(found));
                }
                if let Some(reason) = &state.ended {
                    return Err(Error::state(reason.clone()));
                }
                let late = match deadline {
                    Some(deadline) => self.came.wait_until(&mut state, deadline).timed_out(),
                    None => {
                        self.came.wait(&mut state);
                        false
                    }
                };
                if late {
                    return Ok(look(&mut state));
                }
            }
        })
    }
}
