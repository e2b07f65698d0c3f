//! Who a side of TLS is: a chain of certificates and the key of the first.

use crate::{
    error::{Error, Result},
    file,
};
use base64::prelude::{BASE64_STANDARD, Engine};
use ffi_core::memory;
use rustls::{
    SupportedProtocolVersion,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    sign::CertifiedKey,
    version::{TLS12, TLS13},
};
use serde::Deserialize;
use std::{io::Read, path::Path};

/// The longest file of certificates or keys.
const FILE: u64 = 4 << 20;

/// Sources of certificates and keys, as options name them: PEM, or DER, which is base64 in a text.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    chain: Option<String>,
    chain_file: Option<String>,
    key: Option<String>,
    key_file: Option<String>,
}

/// An error that tells nothing of what options hold: that may be a key.
pub fn refused(reason: impl Into<String>) -> Error {
    Error::secret("options_json", reason)
}

/// The options that `json` sets; none where it is empty.
pub fn options<'a, T: Deserialize<'a> + Send>(json: &'a str) -> Result<Option<T>> {
    if json.trim().is_empty() {
        return Ok(None);
    }
    // What serde says may quote a text of the options, and so a key.
    ffi_core::json::object(json).map(Some).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        if said.contains("string \"") || said.contains("-----") {
            return refused(format!("that sets no options: line {line}, column {column}"));
        }
        refused(format!("that sets no options: {said}"))
    })
}

/// The versions of TLS from this one on.
pub type Versions = &'static [&'static SupportedProtocolVersion];

/// Versions that are spoken where nobody says otherwise.
pub const DEFAULT_VERSIONS: Versions = &[&TLS13, &TLS12];

const NEWEST: Versions = &[&TLS13];

/// The versions from `minimum` on, from 1.2 where there is none.
pub fn versions(minimum: Option<&str>) -> Result<Versions> {
    match minimum {
        None | Some("1.2") => Ok(DEFAULT_VERSIONS),
        Some("1.3") => Ok(NEWEST),
        Some(_) => Err(refused("in which `minimum_version` is neither \"1.2\" nor \"1.3\"")),
    }
}

impl Source {
    /// The certificates and the key, which belong to each other.
    pub fn read(&self, provider: &CryptoProvider) -> Result<CertifiedKey> {
        let chain = read("chain", self.chain.as_deref(), self.chain_file.as_deref())?;
        let key = read("key", self.key.as_deref(), self.key_file.as_deref())?;
        let chain =
            chain.ok_or_else(|| refused("in which a certificate has no `chain` and no `chain_file`"))?;
        let key = key.ok_or_else(|| refused("in which a certificate has no `key` and no `key_file`"))?;
        let chain = certificates("chain", &chain)?;
        CertifiedKey::from_der(chain, private_key(&key)?, provider)
            .map_err(|error| refused(format!("in which a certificate and its key cannot be used: {error}")))
    }
}

/// Reads what option `name` holds, or the file that `name`_file names.
pub fn read(name: &'static str, text: Option<&str>, path: Option<&str>) -> Result<Option<Vec<u8>>> {
    match (text, path) {
        (Some(_), Some(_)) => Err(refused(format!("in which `{name}` and `{name}_file` are both set"))),
        (Some(text), None) if is_pem(text.as_bytes()) => {
            room_to_parse(text.len())?;
            Ok(Some(text.as_bytes().to_vec()))
        }
        (Some(text), None) => {
            room_to_parse(text.len())?;
            let packed: String = text.split_ascii_whitespace().collect();
            BASE64_STANDARD
                .decode(packed)
                .map(Some)
                .map_err(|_| refused(format!("in which `{name}` is neither PEM nor DER in base64")))
        }
        (None, Some(path)) => {
            let fail = |reason| Error::file(path, "read", reason);
            let (file, _) = file::open_regular(Path::new(path)).map_err(fail)?;
            let mut bytes = Vec::new();
            file.take(FILE + 1).read_to_end(&mut bytes).map_err(fail)?;
            if bytes.len() as u64 > FILE {
                return Err(refused(format!("in which `{name}_file` names a file of more than 4 MiB")));
            }
            room_to_parse(bytes.len())?;
            Ok(Some(bytes))
        }
        (None, None) => Ok(None),
    }
}

/// Fails where there is no memory for what becomes of so many bytes: certificates, each for itself and in a list that
/// grows, and roots made of them.
fn room_to_parse(bytes: usize) -> Result<()> {
    Ok(memory::room_for_input(bytes, 8)?)
}

fn is_pem(bytes: &[u8]) -> bool {
    bytes.windows(11).any(|part| part == b"-----BEGIN ")
}

/// The certificates in `bytes`, at least one.
pub fn certificates(name: &'static str, bytes: &[u8]) -> Result<Vec<CertificateDer<'static>>> {
    if !is_pem(bytes) {
        return Ok(vec![CertificateDer::from(bytes.to_vec())]);
    }
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(bytes)
        .collect::<Result<_, _>>()
        .map_err(|error| refused(format!("in which `{name}` is malformed PEM: {error}")))?;
    if certificates.is_empty() {
        return Err(refused(format!("in which `{name}` holds no certificate")));
    }
    Ok(certificates)
}

fn private_key(bytes: &[u8]) -> Result<PrivateKeyDer<'static>> {
    if is_pem(bytes) {
        return PrivateKeyDer::from_pem_slice(bytes)
            .map_err(|_| refused("in which `key` holds no key as PKCS #8, PKCS #1 or SEC 1 have it"));
    }
    PrivateKeyDer::try_from(bytes.to_vec())
        .map_err(|_| refused("in which `key` is no key as PKCS #8, PKCS #1 or SEC 1 have it"))
}
