//! The HTTP server.
//!
//! The code reads downwards: `server` starts `accept`, which hands each connection to `protocol`, that to `http1` or
//! `http2`, which hands each request to `dispatch`, which asks a handler or a folder.

mod accept;
mod announcement;
mod byteranges;
mod cached_files;
mod compression;
mod connection;
mod dispatch;
mod exchange;
mod folder_options;
pub mod form;
mod handler;
mod http1;
mod http2;
mod io;
mod limits;
mod listener;
mod paced;
mod path;
mod protocol;
mod range;
mod request_body;
mod request_queue;
mod response;
mod response_stream;
mod route_options;
mod router;
mod sandbox;
#[allow(clippy::module_inception)]
mod server;
mod service;
mod state;
mod static_files;
mod stream_options;
pub mod tls;
mod upgrade;
mod validate;

pub use self::{
    exchange::{Request, begin_stream, respond},
    folder_options::FolderOptions,
    handler::registry as handlers,
    response::{Response, insert as insert_response},
    response_stream::ResponseStream,
    route_options::RouteOptions,
    server::Server,
    static_files::Folder,
    stream_options::StreamOptions,
    upgrade::accept_websocket,
};
