//! The HTTP server.

mod accept;
mod answer;
mod asked;
mod callback;
mod connection;
mod core;
mod deadlines;
mod dispatch;
mod exchange;
mod files;
mod framing;
pub mod handlers;
pub mod inline;
mod limits;
mod queue;
mod range;
mod route;
mod upgrade;
mod watch;
mod watched;

pub use self::{
    answer::{Response, insert as insert_response},
    core::Server,
    exchange::{Request, respond},
    upgrade::accept_websocket,
};
pub use crate::client::call::method;

/// A folder to serve.
pub fn open_folder(prefix: &str, dir: &str) -> crate::error::Result<files::Folder> {
    files::Folder::open(prefix, dir)
}
