//! Memory for messages that come: asked for by what frames say of themselves, before the library reserves it and ends
//! the process where there is none.

use ffi_core::{
    memory::{OutOfMemory, room_for_input},
    reserve,
};
use std::{
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The stream under a WebSocket, of which a read fails where there is no room for the message that begins in it.
pub struct FrameRoom<S> {
    stream: S,
    scanner: Scanner,
}

impl<S> FrameRoom<S> {
    /// A stream of frames that have no more than `limit` bytes.
    pub fn of_frames(stream: S, limit: usize) -> Self {
        Self { stream, scanner: Scanner { limit: limit as u64, place: Place::HEADER, message: 0 } }
    }

    /// A stream of such frames behind the head of an HTTP response.
    pub fn of_response(stream: S, limit: usize) -> Self {
        let place = Place::Response { ended_line: false };
        Self { stream, scanner: Scanner { limit: limit as u64, place, message: 0 } }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for FrameRoom<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        reserve::check().map_err(io::Error::from)?;
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        if let Poll::Ready(Ok(())) = polled {
            self.scanner.take(&buf.filled()[before..]).map_err(io::Error::from)?;
        }
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for FrameRoom<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// The longest header (RFC 6455, section 5.2): two bytes, eight of a length, four of a mask.
const LONGEST: usize = 14;

#[derive(Clone, Copy)]
enum Place {
    /// In the head of a response, which an empty line ends.
    Response { ended_line: bool },
    /// In a frame's header, of which so much is known.
    Header { bytes: [u8; LONGEST], known: usize },
    /// In a frame's payload, of which so much is to come.
    Payload { left: u64, of_fragment: bool },
}

impl Place {
    const HEADER: Self = Self::Header { bytes: [0; LONGEST], known: 0 };
}

/// Place of the stream in its frames.
struct Scanner {
    limit: u64,
    place: Place,
    /// The bytes of the message that frames made so far.
    message: u64,
}

impl Scanner {
    /// Goes on by `bytes`; fails where there is no room for what they announce.
    fn take(&mut self, mut bytes: &[u8]) -> Result<(), OutOfMemory> {
        while let Some((&byte, rest)) = bytes.split_first() {
            match &mut self.place {
                Place::Response { ended_line } => {
                    bytes = rest;
                    match byte {
                        b'\n' if *ended_line => self.place = Place::HEADER,
                        b'\n' => *ended_line = true,
                        b'\r' => {}
                        _ => *ended_line = false,
                    }
                }
                Place::Header { bytes: header, known } => {
                    bytes = rest;
                    header[*known] = byte;
                    *known += 1;
                    if *known >= 2 && *known == length_of_header(header[1]) {
                        let header = *header;
                        self.begin(&header)?;
                    }
                }
                Place::Payload { left, of_fragment } => {
                    let taken = (bytes.len() as u64).min(*left);
                    bytes = &bytes[taken as usize..];
                    *left -= taken;
                    if *left == 0 {
                        let of_fragment = *of_fragment;
                        self.place = Place::HEADER;
                        if of_fragment {
                            self.room(0, self.message)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// A frame begins.
    fn begin(&mut self, header: &[u8; LONGEST]) -> Result<(), OutOfMemory> {
        let length = match header[1] & 0x7f {
            126 => u64::from(u16::from_be_bytes([header[2], header[3]])),
            127 => header[2..10].iter().fold(0, |length, byte| length << 8 | u64::from(*byte)),
            length => u64::from(length),
        };
        let (is_last, operation) = (header[0] & 0x80 != 0, header[0] & 0x0f);
        let is_control = operation >= 8;
        if !is_control {
            self.message = if operation == 0 { self.message } else { 0 };
            self.message = self.message.saturating_add(length);
        }
        let of_fragment = !is_control && (!is_last || operation == 0);
        self.place = if length == 0 { Place::HEADER } else { Place::Payload { left: length, of_fragment } };
        // The library refuses what is longer.
        if length > self.limit || self.message > self.limit {
            return Ok(());
        }
        if of_fragment { self.room(length, self.message) } else { self.room(length, 0) }
    }

    /// Room for a frame, a copy of it, and a message that is put together of fragments and may move as it grows.
    fn room(&self, frame: u64, message: u64) -> Result<(), OutOfMemory> {
        room_for_input((2 * frame + 3 * message) as usize, 1)
    }
}

fn length_of_header(second: u8) -> usize {
    let length = match second & 0x7f {
        126 => 2,
        127 => 8,
        _ => 0,
    };
    2 + length + if second & 0x80 != 0 { 4 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: usize = 1 << 62;

    fn after(place: Place, bytes: &[u8]) -> (bool, u64) {
        let mut whole = Scanner { limit: LIMIT as u64, place, message: 0 };
        let mut split = Scanner { limit: LIMIT as u64, place, message: 0 };
        let failed = whole.take(bytes).is_err();
        let failed_split = bytes.iter().any(|byte| split.take(&[*byte]).is_err());
        assert_eq!((failed, whole.message), (failed_split, split.message), "{bytes:?}");
        (failed, whole.message)
    }

    #[test]
    fn frames_are_told_apart_however_they_come() {
        // Text "Hello", unmasked and masked, and in two fragments around a ping (RFC 6455, section 5.7).
        let hello = b"\x81\x05Hello";
        let masked = b"\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58";
        let fragments = b"\x01\x03Hel\x89\x05Hello\x80\x02lo";
        for bytes in [&hello[..], masked, fragments] {
            assert_eq!(after(Place::HEADER, bytes), (false, 5));
        }
        // 256 bytes, 64 KiB, and behind them more than there is.
        let long = [&b"\x82\x7e\x01\x00"[..], &[0; 256]].concat();
        let longer = [&b"\x82\xff\0\0\0\0\0\x01\0\0mask"[..], &[0; 1 << 16]].concat();
        for (bytes, length) in [(&long, 256), (&longer, 1 << 16)] {
            assert_eq!(after(Place::HEADER, bytes), (false, length));
            let huge = [bytes, &b"\x82\x7f\x10\0\0\0\0\0\0\0"[..]].concat();
            assert!(after(Place::HEADER, &huge).0);
        }
    }

    #[test]
    fn frames_begin_behind_the_empty_line() {
        let place = Place::Response { ended_line: false };
        let huge = b"\x82\x7f\x10\0\0\0\0\0\0\0";
        for head in ["HTTP/1.1 101 \r\na: \x7f\r\n\r\n", "HTTP/1.1 101 \na: b\n\n"] {
            assert_eq!(after(place, head.as_bytes()), (false, 0));
            assert!(after(place, &[head.as_bytes(), huge].concat()).0);
        }
        assert!(!after(place, &[b"HTTP/1.1 101 \r\n", &huge[..]].concat()).0);
    }

    #[test]
    fn what_the_library_refuses_is_not_asked_for() {
        let mut scanner = Scanner { limit: 1 << 20, place: Place::HEADER, message: 0 };
        assert!(scanner.take(b"\x82\x7f\x10\0\0\0\0\0\0\0").is_ok());
        let mut scanner = Scanner { limit: 1 << 61, place: Place::HEADER, message: 0 };
        assert!(scanner.take(b"\x01\x7f\x10\0\0\0\0\0\0\0").is_err());
    }
}
