//! Connections that wait for the next request.

use super::connection::Connection;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::{Duration, Instant},
};

/// How often idle connections are looked at, at least: whether their peers have ended them.
const ROUND: Duration = Duration::from_secs(1);

struct Idle {
    connection: Connection,
    since: Instant,
}

#[derive(Default)]
struct State {
    idle: HashMap<String, Vec<Idle>>,
    is_watched: bool,
}

/// A client's idle connections.
pub struct Pool {
    // Only the process that made it asks it: a client's child makes a pool of its own.
    state: Mutex<State>,
    /// The time for which one is kept.
    patience: Duration,
}

impl Pool {
    /// A pool that keeps connections for `patience`.
    pub fn new(patience: Duration) -> Self {
        Self { state: Mutex::default(), patience }
    }

    /// The connection to `host` that was used last.
    pub fn take(&self, host: &str) -> Option<Connection> {
        let mut old = Vec::new();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let all = state.idle.get_mut(host)?;
        let found = all.pop().filter(|idle| idle.since.elapsed() < self.patience);
        if found.is_none() {
            // The others are older still.
            old = std::mem::take(all);
        }
        drop(state);
        drop(old);
        found.map(|idle| idle.connection)
    }

    /// Keeps `connection` to `host` for the next request.
    pub fn keep(self: &Arc<Self>, host: &str, connection: Connection) {
        if self.patience.is_zero() {
            return;
        }
        let idle = Idle { connection, since: Instant::now() };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match state.idle.get_mut(host) {
            Some(all) => all.push(idle),
            None => drop(state.idle.insert(host.to_owned(), vec![idle])),
        }
        if !std::mem::replace(&mut state.is_watched, true) {
            drop(state);
            self.watch();
        }
    }

    /// Has a task close what is old or dead, for as long as there is any.
    fn watch(self: &Arc<Self>) {
        let Ok(runtime) = crate::blocking::runtime() else { return };
        let (pool, patience) = (Arc::downgrade(self), self.patience);
        runtime.spawn(async move {
            let mut next = patience.min(ROUND);
            loop {
                tokio::time::sleep(next).await;
                match Weak::upgrade(&pool).and_then(|pool| pool.sweep()) {
                    Some(soonest) => next = soonest.min(ROUND),
                    None => return,
                }
            }
        });
    }

    /// Closes what is old or dead: the time until the next one will be old, none where no connection is left.
    fn sweep(&self) -> Option<Duration> {
        let mut over = Vec::new();
        let mut soonest = None;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.idle.retain(|_, all| {
            over.extend(
                all.extract_if(.., |idle| idle.since.elapsed() >= self.patience || idle.connection.is_over()),
            );
            let left = all.first().map(|oldest| self.patience.saturating_sub(oldest.since.elapsed()));
            soonest = soonest.into_iter().chain(left).min();
            !all.is_empty()
        });
        state.is_watched = soonest.is_some();
        drop(state);
        drop(over);
        soonest
    }
}
