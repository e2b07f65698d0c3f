//! An answer's body, which comes while it is asked for.

use super::{connection::Connection, way::Way};
use bytes::Bytes;
use ffi_core::growing_bytes::GrowingBytes;
use hyper::body::{Body, Incoming};
use std::{io, sync::Arc, time::Instant};

/// From this many bytes on, those that are left are read past hyper.
const LARGE: u64 = 64 << 10;

/// A body, and the connection that it comes over.
pub struct DirectBody {
    body: Incoming,
    /// None once it is back at home, or broken.
    connection: Option<Connection>,
    way: Arc<Way>,
    host: String,
    deadline: Option<Instant>,
    /// Whether the connection goes on after it, as far as the heads say.
    persists: bool,
}

impl DirectBody {
    /// The body of an answer that came over `connection`.
    pub fn new(
        body: Incoming,
        connection: Connection,
        way: Arc<Way>,
        host: String,
        deadline: Option<Instant>,
        persists: bool,
    ) -> Self {
        let mut begun = Self { body, connection: Some(connection), way, host, deadline, persists };
        if begun.body.is_end_stream() {
            begun.finish();
        }
        begun
    }

    /// The length that was announced.
    pub fn announced(&self) -> Option<u64> {
        self.body.size_hint().exact()
    }

    /// The next bytes; none at the end.
    pub fn chunk(&mut self) -> io::Result<Option<Bytes>> {
        let Some(connection) = &mut self.connection else { return Ok(None) };
        let piece = connection.next(&mut self.body, self.deadline);
        match piece {
            Ok(Some(piece)) => {
                if self.body.is_end_stream() {
                    self.finish();
                }
                Ok(Some(piece))
            }
            Ok(None) => {
                self.finish();
                Ok(None)
            }
            Err(error) => {
                self.connection = None;
                Err(error)
            }
        }
    }

    /// Appends all that is left to `into` without a copy where its length is known and it is long; whether it did.
    pub fn rest(&mut self, into: &mut GrowingBytes, note: impl FnMut(usize)) -> io::Result<bool> {
        match self.body.size_hint().exact() {
            Some(length) if length >= LARGE => {}
            _ => return Ok(false),
        }
        // What hyper handed on already.
        let Some(connection) = &mut self.connection else { return Ok(false) };
        while let Some(piece) = connection.handed_on(&mut self.body) {
            into.extend(&piece)?;
        }
        let (Some(length), Some(connection)) = (self.body.size_hint().exact(), self.connection.take()) else {
            return Ok(true);
        };
        let builder = self.persists.then_some(&self.way.builder);
        if let Some(next) = connection.rest(length, into, self.deadline, builder, note)? {
            self.way.pool.keep(&self.host, next);
        }
        Ok(true)
    }

    /// Gives the connection back.
    fn finish(&mut self) {
        if let Some(mut connection) = self.connection.take()
            && connection.is_ready()
        {
            self.way.pool.keep(&self.host, connection);
        }
    }
}
