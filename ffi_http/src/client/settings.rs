//! A client's settings, and the connections made with them.

use crate::{
    blocking::runtime,
    error::{Error, Result, chain},
    tls,
};
use ffi_core::{
    Kind, Locked,
    fork::{ForkSafeLazy, ProcessLocal},
};
use hyper::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Proxy, redirect::Policy};
use rustls::{ClientConfig, pki_types::CertificateDer};
use std::{sync::Arc, time::Duration};

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(10);
/// How long an exchange may take in all; for a transfer, how long it may stand still.
const TOTAL: Duration = Duration::from_secs(30);
/// Redirects that are followed.
const REDIRECTS: usize = 10;
/// The longest body that is kept in memory.
const BODY: u64 = 256 << 20;

/// Where requests go.
#[derive(Clone, Default)]
pub enum ProxyPolicy {
    /// Where the proxy environment variables say.
    #[default]
    Environment,
    /// To the server itself.
    Direct,
    /// Through this proxy.
    Proxy(Box<Proxy>),
}

struct Settings {
    timeout: Option<Duration>,
    connect_timeout: Duration,
    redirects: usize,
    body_limit: u64,
    headers: HeaderMap,
    route: ProxyPolicy,
    roots: Vec<CertificateDer<'static>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeout: None,
            connect_timeout: CONNECT,
            redirects: REDIRECTS,
            body_limit: BODY,
            headers: HeaderMap::new(),
            route: ProxyPolicy::default(),
            roots: Vec::new(),
        }
    }
}

#[derive(Default)]
struct State {
    settings: Settings,
    /// Built at the first request after a change that needs it, and by a child of `fork` anew: nobody serves the
    /// connections that it inherited.
    built: Option<ProcessLocal<Built>>,
    closed: bool,
}

/// A configured client with its own pool of connections.
#[derive(Default)]
pub struct Client(Locked<State>);

ffi_core::object!(Client, Kind::HttpClient, Batched);

#[derive(Clone)]
struct Built {
    usual: reqwest::Client,
    /// For requests that name a host of their own: that is not another host's.
    named: reqwest::Client,
}

/// A client as one request uses it.
pub struct Ready {
    built: Built,
    pub headers: HeaderMap,
    pub limits: Limits,
}

/// How long a request may take, and how long its answer may be.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Set by the host.
    timeout: Option<Duration>,
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

    /// How long a transfer may stand still.
    pub fn stall(&self) -> Duration {
        self.timeout.unwrap_or(TOTAL)
    }
}

impl Ready {
    /// The client for a request that names a host of its own, or does not.
    pub fn client(&self, named: bool) -> &reqwest::Client {
        if named { &self.built.named } else { &self.built.usual }
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
                let settings = &state.settings;
                let built =
                    Built { usual: build(settings, follow)?, named: build(settings, follow_at_home)? };
                state.built = Some(ProcessLocal::new(built.clone()));
                built
            }
        };
        let settings = &state.settings;
        Ok(Ready {
            built,
            headers: settings.headers.clone(),
            limits: Limits { timeout: settings.timeout, body: settings.body_limit },
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

    /// What a WebSocket of this client needs: its TLS, its headers and its time limits (connect, total).
    pub fn for_websocket(&self) -> Result<(Arc<ClientConfig>, HeaderMap, Duration, Duration)> {
        let state = self.0.lock();
        let settings = &state.settings;
        let tls = tls::config(&settings.roots, &[b"http/1.1"])?;
        let total = settings.timeout.unwrap_or(TOTAL);
        Ok((Arc::new(tls), settings.headers.clone(), settings.connect_timeout, total))
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

    /// Sets the time to connect.
    pub fn set_connect_timeout(&self, timeout: Duration) -> Result<()> {
        self.rebuild(|settings| settings.connect_timeout = timeout)
    }

    /// Sets how many redirects are followed.
    pub fn set_redirects(&self, most: usize) -> Result<()> {
        self.rebuild(|settings| settings.redirects = most)
    }

    /// Sets where requests go.
    pub fn set_proxy(&self, route: ProxyPolicy) -> Result<()> {
        self.rebuild(|settings| settings.route = route)
    }

    /// Trusts more roots.
    pub fn add_roots(&self, roots: Vec<CertificateDer<'static>>) -> Result<()> {
        self.rebuild(|settings| settings.roots.extend(roots))
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

fn follow(most: usize) -> Policy {
    if most == 0 { Policy::none() } else { Policy::limited(most) }
}

/// Follows redirects that stay at the same host.
fn follow_at_home(most: usize) -> Policy {
    Policy::custom(move |attempt| {
        let place = |url: &reqwest::Url| (url.host_str().map(str::to_owned), url.port_or_known_default());
        let left = attempt.previous().last().is_some_and(|last| place(last) != place(attempt.url()));
        if most == 0 || left { attempt.stop() } else { Policy::limited(most).redirect(attempt) }
    })
}

fn build(settings: &Settings, redirects: fn(usize) -> Policy) -> Result<reqwest::Client> {
    keep_time()?;
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls::config(&settings.roots, &[b"h2", b"http/1.1"])?)
        .connect_timeout(settings.connect_timeout)
        .redirect(redirects(settings.redirects))
        .referer(false)
        .http2_adaptive_window(true)
        .user_agent(concat!("simple_native/", env!("CARGO_PKG_VERSION")));
    builder = match &settings.route {
        ProxyPolicy::Environment => builder,
        ProxyPolicy::Direct => builder.no_proxy(),
        ProxyPolicy::Proxy(proxy) => builder.proxy(Proxy::clone(proxy)),
    };
    builder.build().map_err(|error| Error::state(format!("the client cannot be built: {}", chain(&error))))
}
