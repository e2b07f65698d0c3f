//! Handlers: the host's callbacks, and requests that wait to be pulled.

pub mod callback;
pub mod inline;
pub mod invoke;
pub mod latency;
pub mod registry;
mod watchdog;
