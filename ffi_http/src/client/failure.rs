//! Why no answer came over a connection of the calling thread's own.

use std::{
    error::Error,
    io::{self, ErrorKind},
};

/// Reasons, in the order in which they can come about.
#[derive(Debug)]
pub enum Failure {
    /// No connection came about in the time for one.
    NotConnectedInTime,
    /// No connection came about.
    NotConnected(String),
    /// No whole answer came in time.
    NotInTime,
    /// The connection, or what came on it, was not as it should be.
    Broken(String),
}

impl Failure {
    /// What waiting for a socket failed with.
    pub fn of_waiting(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::TimedOut => Self::NotInTime,
            _ => Self::Broken(error.to_string()),
        }
    }

    /// Whether nothing of the request was sent.
    pub fn is_unsent(&self) -> bool {
        matches!(self, Self::NotConnected(_) | Self::NotConnectedInTime)
    }
}

/// Tells whether `error` says that the connection died before any of the answer came.
pub fn has_died(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(next) = cause {
        if let Some(error) = next.downcast_ref::<hyper::Error>()
            && (error.is_incomplete_message() || error.is_canceled() || error.is_closed())
        {
            return true;
        }
        if let Some(error) = next.downcast_ref::<io::Error>()
            && matches!(
                error.kind(),
                ErrorKind::ConnectionReset
                    | ErrorKind::ConnectionAborted
                    | ErrorKind::BrokenPipe
                    | ErrorKind::UnexpectedEof
            )
        {
            return true;
        }
        cause = next.source();
    }
    false
}
