//! IP addresses that a host gives.

use crate::error::{Error, Result};
use std::net::IpAddr;

/// The `address` of a call.
pub fn parse(address: &str) -> Result<IpAddr> {
    address
        .parse()
        .map_err(|_| Error::text("address", address, "which is no IP address, such as 127.0.0.1 or ::1"))
}
