//! The client's side.

use super::{FrameRoom, MESSAGE, WebSocket, limits};
use crate::{
    blocking::wait,
    client::{self, Client, credentials::take_credentials},
    error::{Error, Result, chain, redact_url},
    headers, tunnel,
};
use hyper::{
    Uri,
    header::{
        AUTHORIZATION, CONNECTION, HeaderMap, HeaderValue, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY,
        SEC_WEBSOCKET_VERSION, UPGRADE,
    },
};
use tokio::time::{Instant, timeout, timeout_at};
use tokio_tungstenite::{
    client_async_with_config,
    tungstenite::{Error as WsError, client::IntoClientRequest},
};

/// Connects with the settings that every client begins with.
pub fn connect(url: &str) -> Result<WebSocket> {
    connect_with(client::shared(), url, &[])
}

/// Connects with a client's settings and these headers.
pub fn connect_with(client: &Client, url: &str, entries: &[&str]) -> Result<WebSocket> {
    let (address, credentials) = address(url)?;
    let settings = client.for_websocket()?;
    let mut request = address
        .clone()
        .into_client_request()
        .map_err(|error| Error::url(url, format!("which is no address of a websocket: {error}")))?;
    add(request.headers_mut(), settings.headers, entries, credentials)?;
    let name = redact_url(url);
    let (tls, total) = (settings.tls, settings.total);
    wait(async move {
        let fail = |reason: String| Error::Exchange { method: "WebSocket".into(), url: name.clone(), reason };
        let end = Instant::now() + total;
        let way = tunnel::open(&address, &settings.proxies, &settings.destinations, tls.clone());
        let socket = timeout(settings.connect_timeout.min(total), way)
            .await
            .map_err(|_| fail("no connection came about in time".to_owned()))?
            .map_err(|error| fail(chain(&error)))?;
        let handshake = async {
            let socket = tunnel::secured(socket, &address, tls).await?;
            let stream = FrameRoom::of_response(socket, MESSAGE);
            client_async_with_config(request, stream, Some(limits())).await
        };
        let (stream, answer) = timeout_at(end, handshake)
            .await
            .map_err(|_| fail(format!("no handshake within {} ms", total.as_millis())))?
            .map_err(|error| fail(refusal(&error)))?;
        if let Some(extension) = answer.headers().get(SEC_WEBSOCKET_EXTENSIONS) {
            // RFC 6455, 4.1: none was offered.
            let extension = String::from_utf8_lossy(extension.as_bytes()).into_owned();
            return Err(fail(format!("the server chose the extension {extension:?}, which was not offered")));
        }
        Ok(WebSocket::new(stream, None))
    })?
}

fn refusal(error: &WsError) -> String {
    match error {
        WsError::Http(answer) => format!("the server answered with status {}", answer.status().as_u16()),
        error => chain(error),
    }
}

/// The address to ask for, and what its name and password come to.
fn address(url: &str) -> Result<(Uri, Option<HeaderValue>)> {
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
    let credentials = take_credentials(&mut parsed);
    Ok((parsed.as_str().parse().map_err(|_| fail("which is no address"))?, credentials))
}

/// The client's headers and the caller's, which replace them.
fn add(
    into: &mut HeaderMap,
    defaults: HeaderMap,
    entries: &[&str],
    credentials: Option<HeaderValue>,
) -> Result<()> {
    let mut own = headers::parse(entries)?;
    if let Some(credentials) = credentials {
        own.entry(AUTHORIZATION).or_insert(credentials);
    }
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
