//! The way to a server by a proxy, where there is one, as a tunnel: for WebSockets, where what follows is no HTTP,
//! and to learn what a proxy says.

use crate::destinations::Destinations;
use hyper::{Uri, header::HeaderValue};
use hyper_util::{
    client::{
        legacy::connect::{HttpConnector, proxy::SocksV5},
        proxy::matcher::{Intercept, Matcher},
    },
    rt::TokioIo,
};
use std::{
    io::{self, ErrorKind},
    sync::Arc,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, pki_types::ServerName},
};
use tower_service::Service;

/// The longest head of a proxy's answer.
const HEAD: usize = 16 << 10;

/// A connection to a server, whatever it goes through.
pub trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for S {}

/// Connects to the host of `address`.
pub async fn open(
    address: &Uri,
    proxies: &Matcher,
    destinations: &Destinations,
    tls: Arc<ClientConfig>,
) -> io::Result<Box<dyn ByteStream>> {
    #[cfg(unix)]
    if let Some(path) = destinations.socket() {
        return Ok(Box::new(tokio::net::UnixStream::connect(path).await?));
    }
    let secure = is_secure(address);
    let (host, port) = (bare_host(address), address.port_u16().unwrap_or(if secure { 443 } else { 80 }));
    let Some(proxy) = proxy(address, secure, proxies) else {
        return Ok(Box::new(destinations.connect(host, port).await?));
    };
    let there = proxy.uri();
    match there.scheme_str() {
        Some("socks5" | "socks5h") => {
            let mut connector = HttpConnector::new();
            connector.enforce_http(false);
            connector.set_nodelay(true);
            let mut socks =
                SocksV5::new(there.clone(), connector).local_dns(there.scheme_str() == Some("socks5"));
            if let Some((name, password)) = proxy.raw_auth() {
                socks = socks.with_auth(name.to_owned(), password.to_owned());
            }
            let to = format!("http://{}:{port}", address.host().unwrap_or_default());
            let to = to.parse().map_err(io::Error::other)?;
            let stream: TokioIo<TcpStream> = socks.call(to).await.map_err(io::Error::other)?;
            Ok(Box::new(stream.into_inner()))
        }
        Some("https") => {
            let stream = destinations.connect(bare_host(there), there.port_u16().unwrap_or(443)).await?;
            let name = ServerName::try_from(bare_host(there).to_owned()).map_err(io::Error::other)?;
            let stream = TlsConnector::from(tls).connect(name, stream).await?;
            Ok(Box::new(tunnel(stream, address, port, proxy.basic_auth()).await?))
        }
        Some("http") | None => {
            let stream = destinations.connect(bare_host(there), there.port_u16().unwrap_or(80)).await?;
            Ok(Box::new(tunnel(stream, address, port, proxy.basic_auth()).await?))
        }
        Some(other) => Err(io::Error::other(format!("a proxy of the kind {other}: is not spoken"))),
    }
}

fn is_secure(address: &Uri) -> bool {
    matches!(address.scheme_str(), Some("wss" | "https"))
}

/// The way to `address` with TLS over it where its scheme asks for that.
pub async fn secured(
    way: Box<dyn ByteStream>,
    address: &Uri,
    tls: Arc<ClientConfig>,
) -> io::Result<Box<dyn ByteStream>> {
    if !is_secure(address) {
        return Ok(way);
    }
    let name = ServerName::try_from(bare_host(address).to_owned()).map_err(io::Error::other)?;
    Ok(Box::new(TlsConnector::from(tls).connect(name, way).await?))
}

/// The proxy for `address`: that of http: and https: addresses at the same host.
fn proxy(address: &Uri, secure: bool, proxies: &Matcher) -> Option<Intercept> {
    let mut parts = address.clone().into_parts();
    parts.scheme =
        Some(if secure { hyper::http::uri::Scheme::HTTPS } else { hyper::http::uri::Scheme::HTTP });
    proxies.intercept(&Uri::from_parts(parts).ok()?)
}

fn bare_host(address: &Uri) -> &str {
    address.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
}

/// Asks for a tunnel (RFC 9110, 9.3.6).
async fn tunnel<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    address: &Uri,
    port: u16,
    credentials: Option<&HeaderValue>,
) -> io::Result<S> {
    let to = format!("{}:{port}", address.host().unwrap_or_default());
    let mut head = format!("CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n").into_bytes();
    if let Some(credentials) = credentials {
        head.extend([b"Proxy-Authorization: ", credentials.as_bytes(), b"\r\n"].concat());
    }
    head.extend(b"\r\n");
    stream.write_all(&head).await?;
    stream.flush().await?;
    let mut answer = Vec::new();
    // One byte at a time: what follows the head is no longer the proxy's.
    while !answer.ends_with(b"\r\n\r\n") && !answer.ends_with(b"\n\n") {
        if answer.len() >= HEAD {
            return Err(io::Error::new(ErrorKind::InvalidData, "the head of the proxy's answer is too long"));
        }
        answer.push(stream.read_u8().await.map_err(|error| {
            io::Error::new(error.kind(), format!("the proxy ended the connection at CONNECT: {error}"))
        })?);
    }
    let line =
        String::from_utf8_lossy(answer.split(|byte| *byte == b'\r' || *byte == b'\n').next().unwrap_or(b""));
    let mut words = line.split(' ');
    let version = words.next().unwrap_or_default();
    match words.next().and_then(|status| status.parse::<u16>().ok()) {
        Some(200..=299) if version.starts_with("HTTP/1.") => Ok(stream),
        Some(status) if version.starts_with("HTTP/1.") => {
            Err(io::Error::other(format!("the proxy answered CONNECT with status {status}")))
        }
        _ => Err(io::Error::new(ErrorKind::InvalidData, "what the proxy answered CONNECT with is no HTTP")),
    }
}
