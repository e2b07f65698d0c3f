//! How a client reaches the servers that it speaks plain HTTP/1 with.

use super::{connection::Connection, pool::Pool};
use crate::{blocking::guarded, client::failure::Failure, destinations::Destinations};
use ffi_core::error::chain;
use hyper::{Uri, client::conn::http1::Builder};
use hyper_util::{
    client::{legacy::connect::HttpConnector, proxy::matcher::Matcher},
    rt::TokioIo,
};
use reqwest::Url;
use std::{
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, time::timeout};
use tower_service::Service;

/// The settings of a client's direct connections, and those that wait for the next request.
pub struct Way {
    pub pool: Arc<Pool>,
    pub builder: Builder,
    connector: HttpConnector,
    connect_timeout: Duration,
    /// Which proxy an address is reached by.
    proxies: Matcher,
    destinations: Destinations,
}

impl Way {
    /// The way to those servers that none of `proxies` is for.
    pub fn new(
        destinations: Destinations,
        proxies: Matcher,
        connect_timeout: Duration,
        idle: Duration,
        head_fields: usize,
    ) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_local_address(destinations.local());
        let mut builder = Builder::new();
        builder.max_headers(head_fields).allow_obsolete_multiline_headers_in_responses(true);
        Self { pool: Arc::new(Pool::new(idle)), builder, connector, connect_timeout, proxies, destinations }
    }

    /// The key of connections to the server of `url`, where it is reached by a connection of one's own.
    pub fn host(&self, url: &Url) -> Option<String> {
        if url.scheme() != "http" || self.destinations.socket().is_some() {
            return None;
        }
        let host = format!("{}:{}", url.host_str()?, url.port().unwrap_or(80));
        let address =
            Uri::builder().scheme("http").authority(host.as_str()).path_and_query("/").build().ok()?;
        self.proxies.intercept(&address).is_none().then_some(host)
    }

    /// A new connection to `host`, within `left`.
    pub async fn connect(&self, host: &str, left: Option<Duration>) -> Result<Connection, Failure> {
        let address = self.address(host).map_err(|error| Failure::NotConnected(chain(&error)))?;
        let limit = left.map_or(self.connect_timeout, |left| left.min(self.connect_timeout));
        let is_shorter = limit < self.connect_timeout;
        let mut connector = self.connector.clone();
        // Names are looked up on threads.
        let connecting = guarded(timeout(limit, async move { connector.call(address).await }));
        let stream: TokioIo<TcpStream> = match connecting.await {
            Ok(outcome) => outcome.map_err(|error| Failure::NotConnected(chain(&error)))?,
            Err(_) if is_shorter => return Err(Failure::NotInTime),
            Err(_) => return Err(Failure::NotConnectedInTime),
        };
        let stream = stream.into_inner().into_std().map_err(|error| Failure::Broken(error.to_string()))?;
        Connection::new(stream, &self.builder)
            .ok_or_else(|| Failure::Broken("the connection could not be set up".to_owned()))
    }

    /// Where to connect to for `host`.
    fn address(&self, host: &str) -> Result<Uri, hyper::http::Error> {
        let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
        let own = self.destinations.addresses().find(|(known, _)| *known == name);
        let authority = match own.map(|(_, address)| address.ip()) {
            Some(IpAddr::V4(ip)) => format!("{ip}:{port}"),
            Some(IpAddr::V6(ip)) => format!("[{ip}]:{port}"),
            None => host.to_owned(),
        };
        Uri::builder().scheme("http").authority(authority).path_and_query("/").build()
    }
}

/// The time that is left until `deadline`.
pub fn left(deadline: Option<Instant>) -> Option<Duration> {
    deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
}
