//! Protocol of a new connection: TLS where the server has certificates, and HTTP/1 or HTTP/2 over it.

use super::{
    http1, http2,
    io::{
        client_stream::{ClientStream, timed},
        socket::{Peer, Socket},
    },
    limits::Limits,
    state::{ServerState, Stage, reached},
};
use rustls::ServerConfig;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{
    io::AsyncReadExt,
    sync::{OwnedSemaphorePermit, watch},
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

/// First bytes of a client that knows that it may speak HTTP/2 (RFC 9113, 3.4).
const PREFACE: [u8; 24] = *b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Serves a connection until it ends.
pub async fn serve(
    state: Arc<ServerState>,
    stream: Socket,
    peer: Peer,
    stage: watch::Receiver<Stage>,
    permit: OwnedSemaphorePermit,
) {
    let limits = *state.limits.read();
    let tls = state.tls.read().as_ref().map(|tls| tls.config(limits.http2));
    stream.hurry();
    let begun = Instant::now();
    // In boxes, for a connection's task keeps the room of all that it may have to do.
    let Some((stream, is_http2)) = Box::pin(begin(tls, stream, limits, stage.clone())).await else { return };
    let waited = if stream.is_secure() { Duration::ZERO } else { begun.elapsed() };
    if is_http2 {
        Box::pin(http2::serve(state, stream, peer, limits, waited, stage, permit)).await;
    } else {
        http1::serve(state, stream, peer, limits, waited, stage, permit).await;
    }
}

/// The stream that carries the connection, and whether it is HTTP/2; nothing where the client does not get that far,
/// within the time for a head, or the server stops.
async fn begin(
    tls: Option<Arc<ServerConfig>>,
    stream: Socket,
    limits: Limits,
    mut stage: watch::Receiver<Stage>,
) -> Option<(ClientStream, bool)> {
    let begun = async {
        match tls {
            Some(config) => handshake(config, stream, limits.write_time).await,
            None => prior_knowledge(stream, limits).await,
        }
    };
    tokio::select! {
        biased;
        begun = timeout(limits.header_time, begun) => begun.ok()?,
        () = reached(&mut stage, Stage::Draining) => None,
    }
}

/// TLS over `stream`.
async fn handshake(
    config: Arc<ServerConfig>,
    stream: Socket,
    write_time: Duration,
) -> Option<(ClientStream, bool)> {
    let stream = TlsAcceptor::from(config).accept(timed(stream, write_time)).await.ok()?;
    let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
    Some((ClientStream::tls(stream), is_http2))
}

/// Finds out whether the client speaks HTTP/2 from the start.
async fn prior_knowledge(mut stream: Socket, limits: Limits) -> Option<(ClientStream, bool)> {
    let mut begun = Vec::new();
    let mut is_http2 = false;
    if limits.http2 {
        let mut seen = [0; PREFACE.len()];
        let count = stream.peek(&mut seen).await.ok()?;
        is_http2 = seen == PREFACE;
        // Part of it has come, which may be another method too.
        let may_begin = count.is_none_or(|count| count > 0 && PREFACE.starts_with(&seen[..count]));
        while !is_http2 && may_begin && PREFACE.starts_with(&begun) {
            let mut piece = [0; PREFACE.len()];
            let room = PREFACE.len() - begun.len();
            match stream.read(&mut piece[..room]).await.ok()? {
                0 => break,
                more => begun.extend_from_slice(&piece[..more]),
            }
            is_http2 = begun == PREFACE;
        }
    }
    Some((ClientStream::plain(timed(stream, limits.write_time), begun), is_http2))
}
