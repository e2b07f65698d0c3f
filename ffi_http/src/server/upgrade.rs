//! Requests that become WebSockets.

use super::{
    connection::Connection,
    exchange::{Reply, Request as HostRequest, Upgrade},
    response::{Body, HttpResponse, last},
    state::ServerState,
};
use crate::{
    blocking::{blocking, wait},
    error::{Error, Result},
    headers,
    ws::{FrameRoom, WebSocket},
};
use bytes::Bytes;
use ffi_core::Borrowed;
use http_body_util::{Either, Full};
use hyper::{
    Method, Request, StatusCode,
    body::Incoming,
    ext::Protocol,
    header::{HeaderValue, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION},
};
use hyper_util::rt::TokioIo;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{handshake::server::create_response_with_body, protocol::Role},
};

/// Time for a connection to change over.
const CHANGE: Duration = Duration::from_secs(10);

/// Says of a request that it is a WebSocket's by HTTP/2 (RFC 8441), which becomes one without a change of protocols.
#[derive(Clone, Copy)]
struct ByConnect;

/// Whether `request`, a CONNECT, is a WebSocket's; it is routed as a GET then, as one by HTTP/1.1 is.
pub fn is_websocket_by_connect(request: &mut Request<Incoming>) -> bool {
    let protocol = request.extensions().get::<Protocol>();
    if protocol.is_none_or(|protocol| protocol.as_str() != "websocket") {
        return false;
    }
    *request.method_mut() = Method::GET;
    request.extensions_mut().insert(ByConnect);
    true
}

/// Whether `request` can be answered by a WebSocket, or a refusal, alone.
pub fn is_by_connect(request: &Request<Incoming>) -> bool {
    request.extensions().get::<ByConnect>().is_some()
}

/// The answer that makes a WebSocket of `request`.
fn acceptance(request: &Request<Incoming>) -> Option<HttpResponse> {
    let body: Body = Either::Left(Full::new(Bytes::new()));
    if !is_by_connect(request) {
        return Some(create_response_with_body(request, || ()).ok()?.map(|()| body));
    }
    let version = request.headers().get(SEC_WEBSOCKET_VERSION)?;
    (version.as_bytes() == b"13").then(|| HttpResponse::new(body))
}

/// Returns what `request` needs to become a WebSocket, or why it cannot.
pub fn begin(request: &mut Request<Incoming>, connection: &Connection) -> Result<Upgrade, Box<HttpResponse>> {
    let Some(answer) = acceptance(request) else {
        let mut refusal = last(StatusCode::UPGRADE_REQUIRED, "a WebSocket's handshake is expected here\n");
        refusal.headers_mut().insert("sec-websocket-version", HeaderValue::from_static("13"));
        return Err(Box::new(refusal));
    };
    Ok(Upgrade {
        answer,
        upgraded: hyper::upgrade::on(request),
        permit: connection._permit.clone(),
        server: Arc::downgrade(&connection.state),
        sockets: connection.limits.sockets,
    })
}

fn offered(head: &hyper::http::request::Parts, protocol: &str) -> bool {
    headers::joined(&head.headers, SEC_WEBSOCKET_PROTOCOL.as_str())
        .split(',')
        .any(|offered| offered.trim() == protocol)
}

/// Accepts the WebSocket that `request` asks for, speaking `protocol` where that is not empty.
pub fn accept_websocket(request: &HostRequest, protocol: &str) -> Result<Borrowed<WebSocket>> {
    let (mut upgrade, reply) = request.with(|exchange| {
        if !protocol.is_empty() && !offered(&exchange.head, protocol) {
            return Err(Error::text("protocol", protocol, "which the client did not offer"));
        }
        let no_websocket = || Error::state("the request asks for no WebSocket, or it was accepted already");
        let upgrade = exchange.upgrade.take().ok_or_else(no_websocket)?;
        let Some(Reply::Task(reply)) = exchange.reply.take() else {
            return Err(Error::state("the request was answered already"));
        };
        Ok((upgrade, reply))
    })??;
    if !protocol.is_empty() {
        upgrade.answer.headers_mut().insert(SEC_WEBSOCKET_PROTOCOL, headers::value("protocol", protocol)?);
    }
    let gone = || Error::state("the client went away before the WebSocket was accepted");
    let Upgrade { answer, upgraded, permit, server, sockets } = upgrade;
    let protocol = protocol.to_owned();
    if !blocking(|| reply.send(answer).is_ok()) {
        return Err(gone());
    }
    let socket = wait(async move {
        let upgraded = timeout(CHANGE, upgraded).await.ok()?.ok()?;
        let io = FrameRoom::of_frames(TokioIo::new(upgraded), sockets.max_message);
        let stream = WebSocketStream::from_raw_socket(io, Role::Server, Some(sockets.config())).await;
        Some(WebSocket::new(stream, protocol, &sockets, Some(permit)))
    })?
    .ok_or_else(gone)?;
    let state: Arc<ServerState> = server.upgrade().ok_or_else(gone)?;
    Ok(state.sockets.add(socket))
}
