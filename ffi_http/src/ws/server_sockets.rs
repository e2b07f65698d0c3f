//! The WebSockets of a server.

use super::{WebSocket, connection::Connection};
use ffi_core::{Borrowed, sync::Mutex};
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, frame::coding::CloseCode};

/// WebSockets that end with their server.
#[derive(Default)]
pub struct ServerSockets(Mutex<SocketsState>);

#[derive(Default)]
struct SocketsState {
    open: Vec<(i64, Weak<Connection>)>,
    /// The server stops: how long the goodbye of one that was just accepted may take.
    stopping: Option<Duration>,
}

impl ServerSockets {
    /// The server starts.
    pub fn start(&self) {
        self.0.lock().stopping = None;
    }

    /// Takes one in, and gives it its handle.
    pub fn add(&self, socket: WebSocket) -> Borrowed<WebSocket> {
        let connection = socket.connection();
        let handle = ffi_core::handle::insert(Arc::new(socket));
        let mut state = self.0.lock();
        // Those that the host closed are forgotten now and then.
        if state.open.len() == state.open.capacity() {
            state.open.retain(|(_, connection)| connection.strong_count() > 0);
        }
        state.open.push((handle, Arc::downgrade(&connection)));
        if let Some(patience) = state.stopping
            && let Ok(runtime) = ffi_core::runtime::handle()
        {
            runtime.spawn(close_going_away(connection, patience));
        }
        Borrowed::new(handle)
    }

    /// The server stops: says goodbye to all, and to those that come.
    pub async fn stop(&self, patience: Duration) {
        let connections: Vec<Arc<Connection>> = {
            let mut state = self.0.lock();
            state.stopping = Some(patience);
            state.open.iter().filter_map(|(_, connection)| connection.upgrade()).collect()
        };
        futures_util::future::join_all(
            connections.into_iter().map(|connection| close_going_away(connection, patience)),
        )
        .await;
    }

    /// Makes their handles stale.
    pub fn free_all(&self) {
        let handles: Vec<i64> = self.0.lock().open.drain(..).map(|(handle, _)| handle).collect();
        ffi_core::handle::free_all::<WebSocket>(handles);
    }
}

async fn close_going_away(connection: Arc<Connection>, patience: Duration) {
    if !connection.is_over() {
        let frame = CloseFrame { code: CloseCode::Away, reason: "the server stops".into() };
        let _ = connection.close(frame, patience).await;
    }
}
