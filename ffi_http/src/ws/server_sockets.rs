//! The WebSockets of a server.

use super::{WebSocket, link::Link};
use ffi_core::Borrowed;
use parking_lot::Mutex;
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, frame::coding::CloseCode};

/// WebSockets that end with their server.
#[derive(Default)]
pub struct Sockets(Mutex<State>);

#[derive(Default)]
struct State {
    open: Vec<(i64, Weak<Link>)>,
    /// The server stops: how long the goodbye of one that was just accepted may take.
    stopping: Option<Duration>,
}

impl Sockets {
    /// The server starts.
    pub fn start(&self) {
        self.0.lock().stopping = None;
    }

    /// Takes one in, and gives it its handle.
    pub fn add(&self, socket: WebSocket) -> Borrowed<WebSocket> {
        let link = socket.link();
        let handle = ffi_core::handle::insert(Arc::new(socket));
        let mut state = self.0.lock();
        // Those that the host closed are forgotten now and then.
        if state.open.len() == state.open.capacity() {
            state.open.retain(|(_, link)| link.strong_count() > 0);
        }
        state.open.push((handle, Arc::downgrade(&link)));
        if let Some(patience) = state.stopping
            && let Ok(runtime) = ffi_core::runtime::handle()
        {
            runtime.spawn(say_goodbye(link, patience));
        }
        Borrowed::new(handle)
    }

    /// The server stops: says goodbye to all, and to those that come.
    pub async fn stop(&self, patience: Duration) {
        let links: Vec<Arc<Link>> = {
            let mut state = self.0.lock();
            state.stopping = Some(patience);
            state.open.iter().filter_map(|(_, link)| link.upgrade()).collect()
        };
        futures_util::future::join_all(links.into_iter().map(|link| say_goodbye(link, patience))).await;
    }

    /// Makes their handles stale.
    pub fn free_all(&self) {
        let handles: Vec<i64> = self.0.lock().open.drain(..).map(|(handle, _)| handle).collect();
        ffi_core::handle::free_all::<WebSocket>(handles);
    }
}

async fn say_goodbye(link: Arc<Link>, patience: Duration) {
    if !link.is_over() {
        let frame = CloseFrame { code: CloseCode::Away, reason: "the server stops".into() };
        let _ = link.close(frame, patience).await;
    }
}
