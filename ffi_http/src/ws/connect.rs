//! The client's side.

use super::{WebSocket, limits};
use crate::{
    blocking::wait,
    client::{self, Client},
    error::{Error, Result, chain, redact_url},
    headers,
};
use hyper::{
    Uri,
    header::{
        CONNECTION, HeaderMap, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE,
    },
};
use tokio::{
    net::TcpStream,
    time::{Instant, timeout, timeout_at},
};
use tokio_tungstenite::{
    Connector, client_async_tls_with_config,
    tungstenite::{Error as WsError, client::IntoClientRequest},
};

/// Connects with the settings that every client begins with.
pub fn connect(url: &str) -> Result<WebSocket> {
    connect_with(client::shared(), url, &[])
}

/// Connects with a client's settings and these headers.
pub fn connect_with(client: &Client, url: &str, entries: &[&str]) -> Result<WebSocket> {
    let address = address(url)?;
    let (tls, defaults, connect_time, total) = client.for_websocket()?;
    let mut request = address
        .clone()
        .into_client_request()
        .map_err(|error| Error::url(url, format!("which is no address of a websocket: {error}")))?;
    add(request.headers_mut(), defaults, entries)?;
    let name = redact_url(url);
    wait(async move {
        let fail = |reason: String| Error::Exchange { method: "WebSocket".into(), url: name.clone(), reason };
        let end = Instant::now() + total;
        let socket = timeout(connect_time.min(total), open(&address))
            .await
            .map_err(|_| fail("no connection came about in time".to_owned()))?
            .map_err(|error| fail(error.to_string()))?;
        let _ = socket.set_nodelay(true);
        let handshake =
            client_async_tls_with_config(request, socket, Some(limits()), Some(Connector::Rustls(tls)));
        let (stream, _) = timeout_at(end, handshake)
            .await
            .map_err(|_| fail(format!("no handshake within {} ms", total.as_millis())))?
            .map_err(|error| fail(refusal(&error)))?;
        Ok(WebSocket::new(stream, None))
    })?
}

fn refusal(error: &WsError) -> String {
    match error {
        WsError::Http(answer) => format!("the server answered with status {}", answer.status().as_u16()),
        error => chain(error),
    }
}

fn address(url: &str) -> Result<Uri> {
    let fail = |reason: &str| Error::url(url, reason);
    if url.contains(|c: char| c.is_ascii_control() || c == ' ') {
        return Err(fail("and an address holds no space and no control character"));
    }
    let parsed = reqwest::Url::parse(url).map_err(|error| fail(&format!("which is no address: {error}")))?;
    if !matches!(parsed.scheme(), "ws" | "wss") {
        return Err(fail("and a websocket's address begins with ws: or wss:"));
    }
    let mut parsed = parsed;
    parsed.set_fragment(None);
    parsed.as_str().parse().map_err(|_| fail("which is no address"))
}

/// The client's headers and the caller's, which replace them.
fn add(into: &mut HeaderMap, defaults: HeaderMap, entries: &[&str]) -> Result<()> {
    let own = headers::parse(entries)?;
    let reserved = [SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, SEC_WEBSOCKET_EXTENSIONS, UPGRADE, CONNECTION];
    if let Some(name) = reserved.iter().find(|name| own.contains_key(*name)) {
        return Err(Error::state(format!("the header {name} in `headers` is the handshake's own to set")));
    }
    let mut all = defaults;
    for name in own.keys() {
        all.remove(name);
    }
    reserved.iter().for_each(|name| drop(all.remove(name)));
    all.extend(own);
    for name in all.keys() {
        into.remove(name);
    }
    into.extend(all);
    Ok(())
}

async fn open(address: &Uri) -> std::io::Result<TcpStream> {
    let host = address.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let port = address.port_u16().unwrap_or(if address.scheme_str() == Some("wss") { 443 } else { 80 });
    TcpStream::connect((host, port)).await
}
