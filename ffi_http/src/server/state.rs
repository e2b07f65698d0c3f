//! A running server's state, as its tasks share it.

use super::{
    limits::Limits,
    listener::{Address, Listener},
    request_queue::RequestQueue,
    router::Routes,
    tls::Tls,
};
use crate::{blocking::blocking, ws::ServerSockets};
use ffi_core::{
    Locked,
    events::{EventKind, publish},
    sync::{Condvar, Mutex, RwLock},
};
use serde_json::json;
use std::sync::Arc;
use tokio::sync::watch;

/// Stage of a server's life.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Stage {
    Running,
    /// Draining: no new exchange begins.
    Draining,
    /// Aborting: exchanges that are left are told so.
    Aborting,
}

/// Waits until a server has come as far as `stage`, or is gone.
pub async fn reached(stages: &mut watch::Receiver<Stage>, stage: Stage) {
    let _ = stages.wait_for(|now| *now >= stage).await;
}

/// A server as its tasks hold it.
pub struct ServerState {
    pub address: Address,
    /// Bound when the server is made, so that its port is known; again at a later start.
    pub listener: Locked<Option<Listener>>,
    pub routes: RwLock<Routes>,
    pub limits: RwLock<Limits>,
    /// TLS of connections made from now on, where they have it.
    pub tls: RwLock<Option<Tls>>,
    pub queue: RequestQueue,
    pub sockets: ServerSockets,
    pub run: Locked<Option<Arc<Run>>>,
    last_error: Mutex<String>,
}

impl ServerState {
    /// A server that listens, and takes nothing in yet.
    pub fn new(address: Address, listener: Listener) -> Self {
        Self {
            address,
            listener: Locked::new(Some(listener)),
            routes: RwLock::default(),
            limits: RwLock::default(),
            tls: RwLock::default(),
            queue: RequestQueue::default(),
            sockets: ServerSockets::default(),
            run: Locked::new(None),
            last_error: Mutex::default(),
        }
    }

    /// Something failed that no call of the host's can return: kept, and told as an event.
    pub fn note_error(&self, reason: &str) {
        reason.clone_into(&mut self.last_error.lock());
        // Whoever hears of it finds it kept.
        publish(EventKind::Http, || {
            json!({ "type": "error", "port": self.address.port(), "reason": reason }).to_string()
        });
    }

    /// The last that failed.
    pub fn last_error(&self) -> String {
        self.last_error.lock().clone()
    }
}

/// A run of the server, from a start to the end that follows it.
pub struct Run {
    pub stage: watch::Sender<Stage>,
    finished: Mutex<bool>,
    ended: Condvar,
}

impl Run {
    /// A run that begins, and its stages.
    pub fn new() -> (Self, watch::Receiver<Stage>) {
        let (stage, stages) = watch::channel(Stage::Running);
        (Self { stage, finished: Mutex::new(false), ended: Condvar::new() }, stages)
    }

    /// Everything has ended.
    pub fn finish(&self) {
        *self.finished.lock() = true;
        self.ended.notify_all();
    }

    /// Tells whether everything has ended.
    pub fn is_finished(&self) -> bool {
        *self.finished.lock()
    }

    /// Waits until everything has ended.
    pub fn wait(&self) {
        blocking(|| {
            let mut finished = self.finished.lock();
            while !*finished {
                self.ended.wait(&mut finished);
            }
        });
    }

    /// Begins to end it.
    pub fn stop(&self) {
        self.stage.send_if_modified(|stage| {
            let running = *stage == Stage::Running;
            if running {
                *stage = Stage::Draining;
            }
            running
        });
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ffi_core::events::Queue;
    use std::{thread, time::Instant};

    #[test]
    fn whoever_hears_of_an_error_finds_it() {
        let any = Address::Ip("127.0.0.1:0".parse().unwrap());
        let listener = Listener::bind(&any).unwrap();
        let state = ServerState::new(listener.address(any).unwrap(), listener);
        let queue = Queue::subscribe([EventKind::Http], 10_000);
        for round in 0..300 {
            let reason = format!("of round {round} of this test");
            thread::scope(|scope| {
                scope.spawn(|| state.note_error(&reason));
                while !queue.next(Some(Instant::now())).is_some_and(|event| event.data.contains(&reason)) {
                    thread::yield_now();
                }
                assert_eq!(state.last_error(), reason);
            });
        }
        queue.close();
    }
}
