//! TLS options of a client, as JSON.

use crate::{
    error::Result,
    identity::{self, Source},
    tls::{self, ClientTls},
};
use serde::Deserialize;
use std::sync::Arc;

/// The keys of `options_json`; an unknown key is an error.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Keys {
    certificate: Option<Source>,
    minimum_version: Option<String>,
    accept_any_certificate: bool,
}

/// Parses the options that `json` sets; those of a client without any where it is empty. Roots are set elsewhere.
pub fn parse(json: &str) -> Result<ClientTls> {
    let keys: Keys = identity::options(json)?.unwrap_or_default();
    let certificate = keys.certificate.map(|source| source.read(&tls::provider())).transpose()?;
    Ok(ClientTls {
        roots: Vec::new(),
        certificate: certificate.map(Arc::new),
        versions: identity::versions(keys.minimum_version.as_deref())?,
        accepts_any: keys.accept_any_certificate,
    })
}
