//! Messages that came and wait for the host.

use crate::{
    blocking::blocking,
    error::{Error, Result},
};
use ffi_core::sync::{Condvar, Mutex};
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};
use tokio::sync::Notify;

/// Messages that may wait before the peer is held up.
const MESSAGES: usize = 256;
/// Bytes that may wait before the peer is held up.
const BYTES: usize = 16 << 20;

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
struct State {
    waiting: VecDeque<Message>,
    bytes: usize,
    close_code: i64,
    /// The host closes: nobody takes what comes.
    discards: bool,
    /// Why no more comes.
    ended: Option<String>,
}

impl State {
    fn is_full(&self) -> bool {
        self.waiting.len() >= MESSAGES || self.bytes >= BYTES
    }

    fn take(&mut self, which: MessageKind) -> Option<Message> {
        let at = self.waiting.iter().position(|message| message.which() == which)?;
        let message = self.waiting.remove(at)?;
        self.bytes -= message.length();
        Some(message)
    }
}

/// A connection's messages, oldest first.
#[derive(Default)]
pub struct Inbox {
    state: Mutex<State>,
    came: Condvar,
    room: Notify,
}

impl Inbox {
    /// Waits until another message may be read from the connection.
    pub async fn room(&self) {
        loop {
            let room = self.room.notified();
            {
                let state = self.state.lock();
                if state.discards || state.ended.is_some() || !state.is_full() {
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
        self.came.notify_all();
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
        let mut state = self.state.lock();
        state.ended.get_or_insert_with(|| reason.to_owned());
        self.came.notify_all();
        self.room.notify_one();
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
            state.is_full().then(|| {
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
        mut look: impl FnMut(&mut State) -> Option<T>,
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
