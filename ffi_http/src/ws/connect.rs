//! The client's side.

use super::{FrameRoom, WebSocket, lent::Lent, refusal};
use crate::{
    blocking::wait,
    client::{self, Client, credentials::take_credentials},
    error::{Error, Result, redact_url},
    headers, tunnel,
};
use ffi_core::error::chain;
use hyper::{
    Uri,
    header::{
        AUTHORIZATION, CONNECTION, COOKIE, HeaderMap, HeaderValue, SEC_WEBSOCKET_EXTENSIONS,
        SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
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
    let page = page_of(&address);
    if let (Some(jar), Some(page)) = (&settings.cookies, &page)
        && !request.headers().contains_key(COOKIE)
        && let Some(cookies) = jar.header(page)
    {
        request.headers_mut().insert(COOKIE, cookies);
    }
    let name = redact_url(url);
    let (tls, total, options) = (settings.tls, settings.total, settings.sockets);
    refusal::keep(None);
    let opened = wait(async move {
        let fail = |reason: String| Error::Exchange { method: "WebSocket".into(), url: name.clone(), reason };
        let end = Instant::now() + total;
        let way = tunnel::open(&address, &settings.proxies, &settings.destinations, tls.clone());
        let socket = timeout(settings.connect_timeout.min(total), way)
            .await
            .map_err(|_| fail("no connection came about in time".to_owned()))?
            .map_err(|error| fail(chain(&error)))?;
        let handshake = async {
            let socket = tunnel::secured(socket, &address, tls).await?;
            let (socket, mut returned) = Lent::new(socket);
            let stream = FrameRoom::of_response(socket, options.max_message);
            match client_async_with_config(request, stream, Some(options.config())).await {
                // What the server says goes on where the head ended.
                Err(WsError::Http(answer)) => {
                    let page = address.to_string();
                    Ok(Err(refusal::read(*answer, returned.try_recv().ok(), page).await))
                }
                other => other.map(Ok),
            }
        };
        let outcome = timeout_at(end, handshake)
            .await
            .map_err(|_| fail(format!("no handshake within {} ms", total.as_millis())))?;
        let outcome = outcome.map_err(|error| fail(chain(&error)))?;
        if let (Some(jar), Some(page)) = (&settings.cookies, &page) {
            let headers = match &outcome {
                Ok((_, answer)) => answer.headers(),
                Err(refusal) => refusal.headers(),
            };
            jar.take_from(headers, page);
        }
        let (stream, answer) = match outcome {
            Ok(opened) => opened,
            Err(refusal) => {
                let error = fail(format!("the server answered with status {}", refusal.status()));
                return Ok(Err((error, refusal)));
            }
        };
        if let Some(extension) = answer.headers().get(SEC_WEBSOCKET_EXTENSIONS) {
            // RFC 6455, 4.1: none was offered.
            let extension = String::from_utf8_lossy(extension.as_bytes()).into_owned();
            return Err(fail(format!("the server chose the extension {extension:?}, which was not offered")));
        }
        let protocol = headers::joined(answer.headers(), SEC_WEBSOCKET_PROTOCOL.as_str());
        Ok(Ok(WebSocket::new(stream, protocol, &options, None)))
    })??;
    opened.map_err(|(error, refused)| {
        refusal::keep(Some(refused));
        error
    })
}

/// The http: address that a WebSocket's stands for, which cookies are for.
fn page_of(address: &Uri) -> Option<reqwest::Url> {
    reqwest::Url::parse(&address.to_string().replacen("ws", "http", 1)).ok()
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
