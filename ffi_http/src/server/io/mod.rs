//! A connection's bytes and its time.

mod request_scanner;
pub mod stall_limited;
pub mod timer;
pub mod tracked_stream;
