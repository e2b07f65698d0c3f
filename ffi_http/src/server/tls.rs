//! TLS of a server: its certificates, and which of them a client gets.

use crate::{
    error::{Error, Result},
    identity::{self, Source, refused},
    tls,
};
use ffi_core::error::chain;
use rustls::{
    RootCertStore, ServerConfig,
    client::verify_server_name,
    pki_types::ServerName,
    server::{
        ClientHello, NoServerSessionStorage, ParsedCertificate, ResolvesServerCert, WebPkiClientVerifier,
    },
    sign::CertifiedKey,
};
use serde::Deserialize;
use std::sync::Arc;

/// The most certificates of a server.
const MOST: usize = 1000;

/// The keys of `options_json`; an unknown key is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    #[serde(deserialize_with = "ffi_core::json::each_by_name")]
    certificates: Vec<Source>,
    #[serde(default)]
    minimum_version: Option<String>,
    #[serde(default)]
    client_roots: Option<String>,
    #[serde(default)]
    client_roots_file: Option<String>,
}

/// TLS configurations of a server.
pub struct Tls {
    both: Arc<ServerConfig>,
    http1: Arc<ServerConfig>,
}

impl Tls {
    /// The configuration with HTTP/2 on offer, or the one without.
    pub fn config(&self, http2: bool) -> Arc<ServerConfig> {
        if http2 { self.both.clone() } else { self.http1.clone() }
    }
}

/// The way to speak TLS that `json` sets; none where it is empty.
pub fn parse(json: &str) -> Result<Option<Tls>> {
    let Some(keys) = identity::options::<Keys>(json)? else { return Ok(None) };
    build(&keys).map(Some)
}

fn build(keys: &Keys) -> Result<Tls> {
    let provider = tls::provider();
    let count = keys.certificates.len();
    if !(1..=MOST).contains(&count) {
        return Err(refused(format!("with {count} certificates, and a server has 1 to {MOST}")));
    }
    let certificates: Vec<Arc<CertifiedKey>> =
        keys.certificates.iter().map(|source| source.read(&provider).map(Arc::new)).collect::<Result<_>>()?;
    for certificate in &certificates {
        certificate
            .end_entity_cert()
            .and_then(ParsedCertificate::try_from)
            .map_err(|error| refused(format!("with a certificate that cannot be used: {error}")))?;
    }
    let versions = identity::versions(keys.minimum_version.as_deref())?;
    let fail = |error: &dyn std::error::Error| Error::state(format!("TLS did not start: {}", chain(error)));
    let builder = ServerConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(versions)
        .map_err(|error| fail(&error))?;
    let roots =
        identity::read("client_roots", keys.client_roots.as_deref(), keys.client_roots_file.as_deref())?;
    let builder = match roots {
        None => builder.with_no_client_auth(),
        Some(roots) => {
            let mut store = RootCertStore::empty();
            for root in identity::certificates("client_roots", &roots)? {
                store.add(root).map_err(|error| {
                    refused(format!("in which `client_roots` holds what cannot be a root: {error}"))
                })?;
            }
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(store), provider);
            builder.with_client_cert_verifier(verifier.build().map_err(|error| fail(&error))?)
        }
    };
    let mut config = builder.with_cert_resolver(Arc::new(ByName(certificates)));
    // Sessions that a client resumes are in its ticket; none takes memory here.
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.ticketer = rustls::crypto::ring::Ticketer::new().map_err(|error| fail(&error))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let mut http1 = config.clone();
    http1.alpn_protocols.remove(0);
    Ok(Tls { both: Arc::new(config), http1: Arc::new(http1) })
}

/// A server's certificates: a client gets the first that is for the name it asks for and that it can check, and the
/// first that it can check where none is for that name.
#[derive(Debug)]
struct ByName(Vec<Arc<CertifiedKey>>);

impl ResolvesServerCert for ByName {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let name = hello.server_name().and_then(|name| ServerName::try_from(name).ok());
        let checked =
            || self.0.iter().filter(|each| each.key.choose_scheme(hello.signature_schemes()).is_some());
        let is_for = |certificate: &CertifiedKey, name: &ServerName<'_>| {
            let parsed = certificate.end_entity_cert().and_then(ParsedCertificate::try_from);
            parsed.is_ok_and(|parsed| verify_server_name(&parsed, name).is_ok())
        };
        let named = name.and_then(|name| checked().find(|each| is_for(each, &name)));
        named.or_else(|| checked().next()).cloned()
    }
}
