//! The WebSockets of a server.

use super::{WebSocket, link::Link};
use ffi_core::Existing;
use parking_lot::Mutex;
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, frame::coding::CloseCode};

/// WebSockets that end with their server.
#[derive(Default)]
pub struct Sockets(Mutex<Vec<(i64, Weak<Link>)>>);

impl Sockets {
    /// Takes one in, and gives it its handle.
    pub fn add(&self, socket: WebSocket) -> Existing<WebSocket> {
        let link = Arc::downgrade(&socket.0);
        let handle = ffi_core::handle::insert(Arc::new(socket));
        let mut sockets = self.0.lock();
        // Those that the host closed are forgotten now and then.
        if sockets.len() == sockets.capacity() {
            sockets.retain(|(_, link)| link.strong_count() > 0);
        }
        sockets.push((handle, link));
        Existing::new(handle)
    }

    /// Says goodbye to all.
    pub async fn close_all(&self, patience: Duration) {
        let links: Vec<Arc<Link>> = self.0.lock().iter().filter_map(|(_, link)| link.upgrade()).collect();
        let goodbyes = links.into_iter().filter(|link| !link.is_over()).map(|link| async move {
            let frame = CloseFrame { code: CloseCode::Away, reason: "the server stops".into() };
            let _ = link.close(frame, patience).await;
        });
        futures_util::future::join_all(goodbyes).await;
    }

    /// Makes their handles stale.
    pub fn free_all(&self) {
        let handles: Vec<i64> = self.0.lock().drain(..).map(|(handle, _)| handle).collect();
        ffi_core::handle::free_all::<WebSocket>(handles);
    }
}
