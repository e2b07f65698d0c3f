//! The session bus, on which a Linux desktop's own services are asked.

mod connection;
mod value;

pub use connection::{Connection, Outcome, Target};
pub use value::Value;
