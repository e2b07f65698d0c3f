//! A connection's bytes and its time.

pub mod client_stream;
mod request_scanner;
#[cfg(test)]
mod request_scanner_fuzz;
pub mod socket;
pub mod stall_limited;
pub mod timer;
pub mod tracked_stream;
