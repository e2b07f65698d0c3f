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
    Request, StatusCode,
    body::Incoming,
    header::{HeaderValue, SEC_WEBSOCKET_PROTOCOL},
};
use hyper_util::rt::TokioIo;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{handshake::server::create_response_with_body, protocol::Role},
};

/// How long a connection may take to change over.
const CHANGE: Duration = Duration::from_secs(10);

/// What `request` needs to become a WebSocket, or why it cannot.
pub fn begin(request: &mut Request<Incoming>, connection: &Connection) -> Result<Upgrade, Box<HttpResponse>> {
    let answer = create_response_with_body(request, || ());
    let Ok(answer) = answer else {
        let mut refusal = last(StatusCode::UPGRADE_REQUIRED, "a WebSocket's handshake is expected here\n");
        refusal.headers_mut().insert("sec-websocket-version", HeaderValue::from_static("13"));
        return Err(Box::new(refusal));
    };
    let body: Body = Either::Left(Full::new(Bytes::new()));
    Ok(Upgrade {
        answer: answer.map(|()| body),
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
