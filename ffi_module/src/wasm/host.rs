//! What the store of a module knows.

use crate::options::Grants;
use wasmtime::StoreLimits;

/// What the store of a module knows: its limits, and what it may ask for.
pub struct Host {
    pub limits: StoreLimits,
    pub grants: Grants,
}
