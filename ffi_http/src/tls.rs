//! TLS: rustls with ring, and the system's trusted roots.

use crate::{
    error::{Error, Result},
    identity::{DEFAULT_VERSIONS, Versions},
};
use ffi_core::{environment, error::chain, fork::ForkSafeLazy};
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
    sign::{CertifiedKey, SingleCertAndKey},
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

/// Roots that were read; an error where the process had no descriptors or no memory for it, for what was not read then may be
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

/// Tells whether it is the process's or the system's want of descriptors, or of memory.
fn passes(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(12 | 23 | 24))
}

/// The cryptography of both sides.
pub fn provider() -> Arc<CryptoProvider> {
    static PROVIDER: ForkSafeLazy<Arc<CryptoProvider>> = ForkSafeLazy::once();
    PROVIDER.get_or_make(|| Arc::new(ring::default_provider())).clone()
}

/// TLS options of a client.
#[derive(Clone)]
pub struct ClientTls {
    /// Certificates trusted besides the system's.
    pub roots: Vec<CertificateDer<'static>>,
    /// The client's own certificate, where servers ask for one.
    pub certificate: Option<Arc<CertifiedKey>>,
    pub versions: Versions,
    /// True where servers may be anybody.
    pub accepts_any: bool,
}

impl Default for ClientTls {
    fn default() -> Self {
        Self { roots: Vec::new(), certificate: None, versions: DEFAULT_VERSIONS, accepts_any: false }
    }
}

/// TLS configuration of such a client, with these protocols on offer.
pub fn config(client: &ClientTls, protocols: &[&[u8]]) -> Result<ClientConfig> {
    let is_usual = client.roots.is_empty()
        && client.certificate.is_none()
        && client.versions.len() == DEFAULT_VERSIONS.len()
        && !client.accepts_any;
    let mut config = if is_usual { usual()? } else { build(client)? };
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    Ok(config)
}

/// Clients that have nothing of their own share one copy of the roots, and their sessions.
fn usual() -> Result<ClientConfig> {
    static USUAL: ForkSafeLazy<ClientConfig> = ForkSafeLazy::once();
    USUAL.get_or_try_make(|| build(&ClientTls::default())).cloned()
}

fn build(client: &ClientTls) -> Result<ClientConfig> {
    let builder = ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(client.versions)
        .map_err(|error| Error::state(format!("TLS did not start: {error}")))?;
    let builder = if client.accepts_any {
        builder.dangerous().with_custom_certificate_verifier(Arc::new(Anybody(provider())))
    } else {
        let mut trusted = roots()?.clone();
        for certificate in &client.roots {
            trusted
                .add(certificate.clone())
                .map_err(|error| Error::state(format!("a root certificate was refused: {error}")))?;
        }
        builder.with_root_certificates(trusted)
    };
    Ok(match &client.certificate {
        None => builder.with_no_client_auth(),
        Some(certificate) => {
            builder.with_client_cert_resolver(Arc::new(SingleCertAndKey::from(certificate.clone())))
        }
    })
}

/// Takes a server for whom it says it is, as long as it has the key of the certificate that it shows.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
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
