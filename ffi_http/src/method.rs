//! Request methods.

use crate::error::{Error, Result};
use hyper::Method;

/// A method; known ones in any case.
pub fn parse(text: &str) -> Result<Method> {
    let upper = text.to_ascii_uppercase();
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"];
    let name = if known.contains(&upper.as_str()) { upper.as_str() } else { text };
    if upper == "CONNECT" {
        return Err(Error::text("method", text, "which asks for a tunnel and not for an answer"));
    }
    Method::from_bytes(name.as_bytes())
        .map_err(|_| Error::text("method", text, "which is no method (letters, digits and !#$%&'*+-.^_`|~)"))
}
