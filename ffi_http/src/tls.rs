//! TLS for clients: rustls with ring, and the system's trusted roots.

use crate::error::{Error, Result};
use ffi_core::fork::ForkSafeLazy;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, pem::PemObject},
};
use std::sync::{Arc, OnceLock};

/// The system's roots, honouring SSL_CERT_FILE and SSL_CERT_DIR; Mozilla's only where none load. Read once.
fn roots() -> &'static RootCertStore {
    static ROOTS: ForkSafeLazy<RootCertStore> = ForkSafeLazy::once();
    ROOTS.get_or_make(|| {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        }
        roots
    })
}

fn provider() -> Arc<CryptoProvider> {
    static PROVIDER: OnceLock<Arc<CryptoProvider>> = OnceLock::new();
    PROVIDER.get_or_init(|| Arc::new(ring::default_provider())).clone()
}

/// How a client that also trusts `extra` speaks TLS, with these protocols on offer.
pub fn config(extra: &[CertificateDer<'static>], protocols: &[&[u8]]) -> Result<ClientConfig> {
    let mut config = if extra.is_empty() { usual()? } else { trusting(extra)? };
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    Ok(config)
}

/// Clients that trust nothing of their own share one copy of the roots, and their sessions.
fn usual() -> Result<ClientConfig> {
    static USUAL: OnceLock<ClientConfig> = OnceLock::new();
    if let Some(config) = USUAL.get() {
        return Ok(config.clone());
    }
    let config = trusting(&[])?;
    Ok(USUAL.get_or_init(|| config).clone())
}

fn trusting(extra: &[CertificateDer<'static>]) -> Result<ClientConfig> {
    let mut trusted = roots().clone();
    for certificate in extra {
        trusted
            .add(certificate.clone())
            .map_err(|error| Error::state(format!("a root certificate was refused: {error}")))?;
    }
    let builder = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::state(format!("TLS did not start: {error}")))?;
    Ok(builder.with_root_certificates(trusted).with_no_client_auth())
}

/// The certificates in `pem`, each able to be a root.
pub fn certificates(pem: &str) -> Result<Vec<CertificateDer<'static>>> {
    // Without what it holds: that may be a key.
    let fail = |reason: String| Error::secret("pem", reason);
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(pem.as_bytes())
        .collect::<Result<_, _>>()
        .map_err(|error| fail(format!("which is not PEM: {error}")))?;
    if certificates.is_empty() {
        return Err(fail("which holds no certificate".to_owned()));
    }
    let mut store = RootCertStore::empty();
    for certificate in &certificates {
        store
            .add(certificate.clone())
            .map_err(|error| fail(format!("which holds a certificate that cannot be a root: {error}")))?;
    }
    Ok(certificates)
}
