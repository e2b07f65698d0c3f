//! Announcements of exchanges to whoever listens to the events of all libraries.

use super::connection::Connection;
use ffi_core::events::{EventKind, is_wanted, publish};
use hyper::{Request, StatusCode};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};

/// An exchange's two events: the request once its handler can be called or the host can pull it, and then the
/// answer.
pub struct Announcement {
    about: Value,
    made: AtomicBool,
}

impl Announcement {
    /// The events of `request`; none where nobody listens.
    #[inline]
    pub fn of<B>(connection: &Connection, request: &Request<B>) -> Option<Self> {
        if !is_wanted(EventKind::Http) {
            return None;
        }
        let about = json!({
            "type": "request",
            "port": connection.state.address.port(),
            "peer": connection.peer.to_string(),
            "method": request.method().as_str(),
            "path": request.uri().path(),
        });
        Some(Self { about, made: AtomicBool::new(false) })
    }

    /// Tells of the request, once.
    pub fn request(&self) {
        if !self.made.swap(true, Ordering::Relaxed) {
            publish(EventKind::Http, || self.about.to_string());
        }
    }

    /// Tells of its answer.
    pub fn response(&self, status: StatusCode) {
        self.request();
        publish(EventKind::Http, || {
            let mut about = self.about.clone();
            about["type"] = "response".into();
            about["status"] = status.as_u16().into();
            about.to_string()
        });
    }
}
