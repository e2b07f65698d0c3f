//! TLS: rustls with ring, and the system's trusted roots.

use crate::error::{Error, Result};
use ffi_core::{environment, error::chain, fork::ForkSafeLazy};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, pem::PemObject},
};
use rustls_native_certs::{CertificateResult, ErrorKind, load_native_certs};
use std::{io, sync::Arc};

/// The system's roots, honouring SSL_CERT_FILE and SSL_CERT_DIR; Mozilla's only where there are none. Read once.
fn roots() -> Result<&'static RootCertStore> {
    static ROOTS: ForkSafeLazy<RootCertStore> = ForkSafeLazy::once();
    // A program with more rights than whoever started it does not take their word for whom to trust.
    let read = || if environment::is_trusted() { load_native_certs() } else { CertificateResult::default() };
    ROOTS.get_or_try_make(|| trusted(read()))
}

/// What was read; an error where the process had no descriptors or no memory for it, for what was not read then may be
/// all there is.
fn trusted(read: CertificateResult) -> Result<RootCertStore> {
    let passing = |error: &rustls_native_certs::Error| match &error.kind {
        ErrorKind::Io { inner, .. } => passes(inner),
        _ => false,
    };
    if let Some(error) = read.errors.iter().find(|error| passing(error)) {
        return Err(Error::Resources(format!(
            "the system's certificates cannot be read now: {}",
            chain(error)
        )));
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(read.certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    Ok(roots)
}

/// Whether it is the process's or the system's want of descriptors, or of memory.
fn passes(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(12 | 23 | 24))
}

/// The cryptography of both sides.
pub fn provider() -> Arc<CryptoProvider> {
    static PROVIDER: ForkSafeLazy<Arc<CryptoProvider>> = ForkSafeLazy::once();
    PROVIDER.get_or_make(|| Arc::new(ring::default_provider())).clone()
}

/// How a client that also trusts `extra` speaks TLS, with these protocols on offer.
pub fn config(extra: &[CertificateDer<'static>], protocols: &[&[u8]]) -> Result<ClientConfig> {
    let mut config = if extra.is_empty() { usual()? } else { trusting(extra)? };
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    Ok(config)
}

/// Clients that trust nothing of their own share one copy of the roots, and their sessions.
fn usual() -> Result<ClientConfig> {
    static USUAL: ForkSafeLazy<ClientConfig> = ForkSafeLazy::once();
    USUAL.get_or_try_make(|| trusting(&[])).cloned()
}

fn trusting(extra: &[CertificateDer<'static>]) -> Result<ClientConfig> {
    let mut trusted = roots()?.clone();
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
