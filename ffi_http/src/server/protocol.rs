//! What a new connection speaks: TLS where the server has certificates, and HTTP over it.

use super::{
    http1,
    io::client_stream::{ClientStream, TimedStream, timed},
    limits::Limits,
    state::{ServerState, Stage, reached},
};
use rustls::ServerConfig;
use std::{net::SocketAddr, sync::Arc};
use tokio::{
    net::TcpStream,
    sync::{OwnedSemaphorePermit, watch},
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

/// Serves a connection until it ends.
pub async fn serve(
    state: Arc<ServerState>,
    stream: TcpStream,
    peer: SocketAddr,
    stage: watch::Receiver<Stage>,
    permit: OwnedSemaphorePermit,
) {
    let limits = *state.limits.read();
    let tls = state.tls.read().clone();
    let _ = stream.set_nodelay(true);
    let stream = timed(stream, limits.write_time);
    let stream = match tls {
        None => ClientStream::Plain(stream),
        // In a box, for a connection's task keeps the room of all that it may have to do.
        Some(config) => match Box::pin(handshake(config, stream, &limits, stage.clone())).await {
            Some(stream) => stream,
            None => return,
        },
    };
    http1::serve(state, stream, peer, limits, stage, permit).await;
}

/// TLS over `stream`; none where the client does not get that far, within the time for a head, or the server stops.
async fn handshake(
    config: Arc<ServerConfig>,
    stream: TimedStream,
    limits: &Limits,
    mut stage: watch::Receiver<Stage>,
) -> Option<ClientStream> {
    let accepted = timeout(limits.header_time, TlsAcceptor::from(config).accept(stream));
    tokio::select! {
        biased;
        accepted = accepted => Some(ClientStream::Tls(Box::new(accepted.ok()?.ok()?))),
        () = reached(&mut stage, Stage::Draining) => None,
    }
}
