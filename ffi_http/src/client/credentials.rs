//! A name and a password, as RFC 7617 has them sent.

use base64::prelude::{BASE64_STANDARD, Engine};
use hyper::header::HeaderValue;
use reqwest::Url;

/// The name and the password that stand in `url`, taken out of it, as RFC 7617 has them sent.
pub fn take_credentials(url: &mut Url) -> Option<HeaderValue> {
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).collect::<Vec<u8>>();
    let pair = [decoded(url.username()), b":".into(), decoded(url.password().unwrap_or(""))].concat();
    // An http: address has a host, and so can have neither.
    let _ = (url.set_username(""), url.set_password(None));
    basic(&pair)
}

/// The value of `Authorization` for `name:password`.
pub fn basic(pair: &[u8]) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Basic {}", BASE64_STANDARD.encode(pair))).ok()?;
    value.set_sensitive(true);
    Some(value)
}
