//! A client's settings, and the connections made with them.

#[cfg(target_os = "linux")]
use super::direct::Way;
use super::{authentication::Credentials, cookies::Jar, retries::Retries, reuse::NoteConnecting};
use crate::{
    blocking::runtime,
    destinations::Destinations,
    error::{Error, Result},
    socket_options::SocketOptions,
    tls::{self, ClientTls},
};
use ffi_core::{
    Kind, Locked, environment,
    error::chain,
    fork::{ForkSafeLazy, ProcessLocal},
};
use hyper::header::{HeaderMap, HeaderName, HeaderValue};
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{Proxy, redirect::Policy};
use rustls::{ClientConfig, pki_types::CertificateDer};
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

/// Time for making a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// Time for an exchange in all; for a transfer, time for which it may stand still.
const TOTAL: Duration = Duration::from_secs(30);
/// Redirects that are followed.
const REDIRECTS: usize = 10;
/// The longest body that is kept in memory.
const BODY: u64 = 256 << 20;

/// Time for which a connection that nobody uses is kept.
const POOL_IDLE: Duration = Duration::from_secs(90);
/// The most fields of an answer's head.
const HEAD_FIELDS: usize = 1024;
/// The longest head of an answer.
const HEAD_BYTES: usize = 256 << 10;
/// The most that the longest head can be set to: hyper buffers some 400 KiB for one by HTTP/1, the status line included,
/// and reqwest does not hand on how much.
pub const LARGEST_HEAD: i64 = 384 << 10;

/// Policy of proxies.
#[derive(Clone, Default)]
pub enum ProxyPolicy {
    /// As the proxy environment variables say.
    #[default]
    Environment,
    /// To the server itself.
    Direct,
    /// Through this proxy, at this address.
    Proxy(Box<Proxy>, String),
}

/// What a client calls itself.
pub const AGENT: HeaderValue = HeaderValue::from_static(concat!("simple_native/", env!("CARGO_PKG_VERSION")));

#[derive(Clone)]
struct Settings {
    timeout: Option<Duration>,
    connect_timeout: Duration,
    redirects: usize,
    body_limit: u64,
    headers: HeaderMap,
    proxy: ProxyPolicy,
    destinations: Destinations,
    tls: ClientTls,
    /// Time for which a connection that nobody uses is kept; none is kept for zero.
    pool_idle: Duration,
    /// Time for which a transfer may stand still, where that is not the total time.
    stall: Option<Duration>,
    /// Most fields of an answer's head, and most bytes.
    head_fields: usize,
    head_bytes: usize,
    /// Where cookies are kept, where they are.
    cookies: Option<Arc<Jar>>,
    /// How large WebSockets' messages and buffers may be.
    sockets: SocketOptions,
    /// Who it is for which servers.
    credentials: Arc<Credentials>,
    retries: Arc<Retries>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeout: None,
            connect_timeout: CONNECT,
            redirects: REDIRECTS,
            body_limit: BODY,
            headers: HeaderMap::new(),
            proxy: ProxyPolicy::default(),
            destinations: Destinations::default(),
            tls: ClientTls::default(),
            pool_idle: POOL_IDLE,
            stall: None,
            head_fields: HEAD_FIELDS,
            head_bytes: HEAD_BYTES,
            cookies: None,
            sockets: SocketOptions::default(),
            credentials: Arc::default(),
            retries: Arc::default(),
        }
    }
}

impl Settings {
    fn for_websocket(&self) -> Result<WebSocketSettings> {
        Ok(WebSocketSettings {
            tls: Arc::new(tls::config(&self.tls, &[b"http/1.1"])?),
            headers: self.headers.clone(),
            connect_timeout: self.connect_timeout,
            total: self.timeout.unwrap_or(TOTAL),
            proxies: match &self.proxy {
                ProxyPolicy::Environment if environment::is_trusted() => Matcher::from_env(),
                ProxyPolicy::Environment | ProxyPolicy::Direct => Matcher::builder().build(),
                ProxyPolicy::Proxy(_, url) => Matcher::builder().all(url.as_str()).build(),
            },
            destinations: self.destinations.clone(),
            cookies: self.cookies.clone(),
            sockets: self.sockets,
        })
    }
}

#[derive(Default)]
struct ClientState {
    settings: Settings,
    /// Built at the first request after a change that needs it, and by a child of `fork` anew: nobody serves the
    /// connections that it inherited.
    built: Option<ProcessLocal<Built>>,
    closed: bool,
}

/// A configured client with its own pool of connections.
#[derive(Default)]
pub struct Client(Locked<ClientState>);

ffi_core::object!(Client, Kind::HttpClient, Batched);

#[derive(Clone)]
struct Built {
    settings: Arc<Settings>,
    client: reqwest::Client,
    /// The same client without a pool, made where it is needed: each request has a fresh connection.
    fresh: Arc<OnceLock<reqwest::Client>>,
    /// How a calling thread reaches servers by itself; none where all go through a proxy.
    #[cfg(target_os = "linux")]
    direct: Option<Arc<Way>>,
}

/// A client as a WebSocket uses it.
pub struct WebSocketSettings {
    pub tls: Arc<ClientConfig>,
    pub headers: HeaderMap,
    pub connect_timeout: Duration,
    pub total: Duration,
    /// Which proxy an address is reached by.
    pub proxies: Matcher,
    pub destinations: Destinations,
    pub cookies: Option<Arc<Jar>>,
    pub sockets: SocketOptions,
}

/// A client as one request uses it.
pub struct Ready {
    built: Built,
    /// The thread that waits for the answer drives the request.
    is_here: bool,
    pub headers: HeaderMap,
    pub limits: Limits,
    pub cookies: Option<Arc<Jar>>,
    pub credentials: Arc<Credentials>,
    pub retries: Arc<Retries>,
}

/// Limits of a request's time and of its answer's length.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Set by the host.
    timeout: Option<Duration>,
    stall: Option<Duration>,
    pub body: u64,
}

impl Limits {
    /// The time for the whole exchange.
    pub fn total(&self) -> Duration {
        self.timeout.unwrap_or(TOTAL)
    }

    /// The time for a whole transfer, where the host set one.
    pub fn transfer(&self) -> Option<Duration> {
        self.timeout
    }

    /// Time for which a transfer may stand still.
    pub fn stall(&self) -> Duration {
        self.stall.or(self.timeout).unwrap_or(TOTAL)
    }
}

impl Ready {
    /// The client that sends requests; it follows no redirects.
    pub fn client(&self) -> &reqwest::Client {
        &self.built.client
    }

    /// A client whose connection nobody used.
    pub fn fresh(&self) -> Option<&reqwest::Client> {
        if self.built.fresh.get().is_none() {
            let settings = Settings { pool_idle: Duration::ZERO, ..Settings::clone(&self.built.settings) };
            let _ = self.built.fresh.set(build(&settings).ok()?);
        }
        self.built.fresh.get()
    }

    /// Has the calling thread, which waits for the answer, drive the request.
    pub fn drive_here(&mut self) {
        self.is_here = true;
    }

    /// Tells whether the thread that waits for the answer drives the request.
    pub fn is_here(&self) -> bool {
        self.is_here
    }

    /// How the calling thread reaches `url` by itself, and as what its connections are kept.
    #[cfg(target_os = "linux")]
    pub fn way_from_here(&self, url: &reqwest::Url) -> Option<(&Arc<Way>, String)> {
        let way = self.built.direct.as_ref().filter(|_| self.is_here)?;
        Some((way, way.host(url)?))
    }

    /// Number of redirects that are followed.
    pub fn redirects(&self) -> usize {
        self.built.settings.redirects
    }

    /// Largest head of an answer, as HTTP/2 counts.
    pub fn head_bytes(&self) -> usize {
        self.built.settings.head_bytes
    }

    /// Settings by which a server is reached past the client.
    pub fn way(&self) -> Result<WebSocketSettings> {
        self.built.settings.for_websocket()
    }
}

impl Client {
    /// The client for one request.
    pub fn ready(&self) -> Result<Ready> {
        let mut state = self.0.lock();
        if state.closed {
            return Err(Error::state("the client was freed"));
        }
        let built = match state.built.as_ref().and_then(ProcessLocal::get) {
            Some(built) => built.clone(),
            None => {
                let settings = Arc::new(state.settings.clone());
                let built = Built {
                    client: build(&settings)?,
                    fresh: Arc::default(),
                    #[cfg(target_os = "linux")]
                    direct: direct(&settings),
                    settings,
                };
                state.built = Some(ProcessLocal::new(built.clone()));
                built
            }
        };
        let settings = &state.settings;
        Ok(Ready {
            built,
            is_here: false,
            headers: settings.headers.clone(),
            limits: Limits { timeout: settings.timeout, stall: settings.stall, body: settings.body_limit },
            cookies: settings.cookies.clone(),
            credentials: settings.credentials.clone(),
            retries: settings.retries.clone(),
        })
    }

    /// Closes its connections, those in use excepted, and makes no more.
    pub fn close(&self) {
        let mut state = self.0.lock();
        state.closed = true;
        let built = state.built.take();
        drop(state);
        drop(built);
    }

    /// Settings that a WebSocket of this client needs.
    pub fn for_websocket(&self) -> Result<WebSocketSettings> {
        self.0.lock().settings.for_websocket()
    }

    /// Sets the total time.
    pub fn set_timeout(&self, timeout: Duration) {
        self.0.lock().settings.timeout = Some(timeout);
    }

    /// Sets a header of every request.
    pub fn set_header(&self, name: HeaderName, value: HeaderValue) -> Result<()> {
        let headers = &mut self.0.lock().settings.headers;
        crate::headers::room(headers)?;
        headers.insert(name, value);
        Ok(())
    }

    /// Sets the longest body kept in memory.
    pub fn set_body_limit(&self, bytes: u64) {
        self.0.lock().settings.body_limit = bytes;
    }

    /// Who it is for which servers.
    pub fn credentials(&self) -> Arc<Credentials> {
        self.0.lock().settings.credentials.clone()
    }

    /// Sets when requests are sent again.
    pub fn set_retries(&self, retries: Retries) {
        self.0.lock().settings.retries = Arc::new(retries);
    }

    /// Sets how large WebSockets' messages and buffers may be.
    pub fn set_sockets(&self, sockets: SocketOptions) {
        self.0.lock().settings.sockets = sockets;
    }

    /// Keeps cookies, or forgets them.
    pub fn keep_cookies(&self, keeps: bool) {
        let cookies = &mut self.0.lock().settings.cookies;
        if keeps {
            cookies.get_or_insert_default();
        } else {
            *cookies = None;
        }
    }

    /// Its cookies, where it keeps any.
    pub fn cookies(&self) -> Option<Arc<Jar>> {
        self.0.lock().settings.cookies.clone()
    }

    /// Sets the time to connect.
    pub fn set_connect_timeout(&self, timeout: Duration) -> Result<()> {
        self.rebuild(|settings| settings.connect_timeout = timeout)
    }

    /// Sets how long a transfer may stand still.
    pub fn set_stall_timeout(&self, timeout: Duration) {
        self.0.lock().settings.stall = Some(timeout);
    }

    /// Sets how long a connection that nobody uses is kept.
    pub fn set_idle_timeout(&self, timeout: Duration) -> Result<()> {
        self.rebuild(|settings| settings.pool_idle = timeout)
    }

    /// Sets how many fields and how many bytes an answer's head may have.
    pub fn set_head_limit(&self, fields: usize, bytes: usize) -> Result<()> {
        self.rebuild(|settings| (settings.head_fields, settings.head_bytes) = (fields, bytes))
    }

    /// Sets how many redirects are followed.
    pub fn set_redirects(&self, most: usize) -> Result<()> {
        self.rebuild(|settings| settings.redirects = most)
    }

    /// Sets where requests go.
    pub fn set_proxy(&self, policy: ProxyPolicy) -> Result<()> {
        self.rebuild(|settings| settings.proxy = policy)
    }

    /// Sets where hosts are; where that fails nothing changes.
    pub fn set_destinations(&self, change: impl FnOnce(&mut Destinations) -> Result<()>) -> Result<()> {
        let mut destinations = self.0.lock().settings.destinations.clone();
        change(&mut destinations)?;
        self.rebuild(|settings| settings.destinations = destinations)
    }

    /// Trusts more roots.
    pub fn add_roots(&self, roots: Vec<CertificateDer<'static>>) -> Result<()> {
        self.rebuild(|settings| settings.tls.roots.extend(roots))
    }

    /// Sets how it speaks TLS; its roots stay.
    pub fn set_tls(&self, tls: ClientTls) -> Result<()> {
        self.rebuild(|settings| {
            let roots = std::mem::take(&mut settings.tls.roots);
            settings.tls = ClientTls { roots, ..tls };
        })
    }

    /// A change that connections already made do not have: they are given up.
    fn rebuild(&self, change: impl FnOnce(&mut Settings)) -> Result<()> {
        let mut state = self.0.lock();
        change(&mut state.settings);
        state.built = None;
        Ok(())
    }
}

/// Sees to it that the runtime has something to wake up for before any time limit of a request: a limit that is
/// the next thing to happen would wake a thread that waits for sockets, only to make it wait for less long.
fn keep_time() -> Result<()> {
    const BEAT: Duration = Duration::from_secs(5);
    static KEPT: ForkSafeLazy<()> = ForkSafeLazy::by_each_process();
    let runtime = runtime()?;
    KEPT.get_or_make(|| {
        runtime.spawn(async {
            loop {
                tokio::time::sleep(BEAT).await;
            }
        });
    });
    Ok(())
}

fn build(settings: &Settings) -> Result<reqwest::Client> {
    keep_time()?;
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls::config(&settings.tls, &[b"h2", b"http/1.1"])?)
        .connect_timeout(settings.connect_timeout)
        // They are followed by `redirect`.
        .redirect(Policy::none())
        .referer(false)
        // Bodies are decoded by `content_coding`.
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .http1_max_headers(settings.head_fields)
        // RFC 9112, 5.2: a user agent reads a folded line as one with spaces.
        .http1_allow_obsolete_multiline_headers_in_responses(true)
        .http2_max_header_list_size(u32::try_from(settings.head_bytes).unwrap_or(u32::MAX))
        .pool_idle_timeout(Some(settings.pool_idle))
        .pool_max_idle_per_host(if settings.pool_idle.is_zero() { 0 } else { usize::MAX })
        .connector_layer(NoteConnecting)
        .http2_adaptive_window(true)
        .local_address(settings.destinations.local())
        .user_agent(AGENT);
    for (host, address) in settings.destinations.addresses() {
        builder = builder.resolve(host, address);
    }
    #[cfg(unix)]
    if let Some(path) = settings.destinations.socket() {
        builder = builder.unix_socket(path.to_path_buf());
    }
    builder = match &settings.proxy {
        ProxyPolicy::Environment if environment::is_trusted() => builder,
        ProxyPolicy::Environment | ProxyPolicy::Direct => builder.no_proxy(),
        ProxyPolicy::Proxy(proxy, _) => builder.proxy(Proxy::clone(proxy)),
    };
    builder.build().map_err(|error| Error::state(format!("the client cannot be built: {}", chain(&error))))
}

#[cfg(target_os = "linux")]
fn direct(settings: &Settings) -> Option<Arc<Way>> {
    let proxies = match &settings.proxy {
        ProxyPolicy::Environment if environment::is_trusted() => Matcher::from_system(),
        ProxyPolicy::Environment | ProxyPolicy::Direct => Matcher::builder().build(),
        ProxyPolicy::Proxy(..) => return None,
    };
    Some(Arc::new(Way::new(
        settings.destinations.clone(),
        proxies,
        settings.connect_timeout,
        settings.pool_idle,
        settings.head_fields,
    )))
}
