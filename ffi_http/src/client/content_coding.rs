//! Content codings (RFC 9110, 8.4): a list of case-insensitive tokens, in one field or several, undone from the
//! last to the first.

use super::{
    brotli_window,
    source::{Source, Unread},
};
use async_compression::tokio::bufread::{
    BrotliDecoder, DeflateDecoder, GzipDecoder, ZlibDecoder, ZstdDecoder,
};
use bytes::{Bytes, BytesMut};
use ffi_core::growing_bytes::GrowingBytes;
use hyper::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue};
use std::{error::Error, io};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader};
use tokio_util::io::StreamReader;

/// Value of Accept-Encoding where a body is decoded.
pub const ACCEPTED: HeaderValue = HeaderValue::from_static("gzip, br, zstd, deflate");
/// More in one answer are no server's intention.
const MOST: usize = 8;
const PIECE: usize = 32 << 10;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

impl Coding {
    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::Brotli => "br",
            Self::Zstd => "zstd",
        }
    }
}

/// The codings that `headers` name, in the order they were applied; none where one of them is not known.
fn codings(headers: &HeaderMap) -> Option<Vec<Coding>> {
    let mut found = Vec::new();
    for value in headers.get_all(CONTENT_ENCODING) {
        for token in value.to_str().ok()?.split(',') {
            match token.trim_matches([' ', '\t']).to_ascii_lowercase().as_str() {
                "" | "identity" => {}
                "gzip" | "x-gzip" => found.push(Coding::Gzip),
                "deflate" => found.push(Coding::Deflate),
                "br" => found.push(Coding::Brotli),
                "zstd" => found.push(Coding::Zstd),
                _ => return None,
            }
        }
    }
    (found.len() <= MOST).then_some(found)
}

type Reader = Box<dyn AsyncRead + Send + Unpin>;

/// An answer's body, decoded where that is wanted.
pub enum ResponseBody {
    Plain(Source),
    /// A coded body of which nothing was read yet.
    Coded(Source, Vec<Coded>),
    Decoding(Reader),
}

/// A coding to be undone.
#[derive(Clone, Copy, Debug)]
pub struct Coded(Coding);

/// Errors of reading a body.
#[derive(Debug)]
pub enum BodyError {
    /// The transfer failed.
    Transfer(Unread),
    /// The body is not what its codings say.
    Malformed(String),
}

impl ResponseBody {
    /// The body that comes from `source`; its codings are undone where `decode` says so and all of them are known. `headers`
    /// then no longer speak of them.
    pub fn new(source: Source, headers: &mut HeaderMap, decode: bool) -> Self {
        match codings(headers).filter(|codings| decode && !codings.is_empty()) {
            None => Self::Plain(source),
            Some(codings) => {
                headers.remove(CONTENT_ENCODING);
                headers.remove(CONTENT_LENGTH);
                Self::Coded(source, codings.into_iter().map(Coded).collect())
            }
        }
    }

    /// The length that was announced, where the body comes as it is.
    pub fn announced(&self) -> Option<u64> {
        match self {
            Self::Plain(source) => source.announced(),
            _ => None,
        }
    }

    /// Appends all to `into` where that takes no copy; whether it did.
    pub fn rest(&mut self, into: &mut GrowingBytes, note: impl FnMut(usize)) -> Result<bool, BodyError> {
        match self {
            Self::Plain(source) => source.rest(into, note).map_err(BodyError::Transfer),
            _ => Ok(false),
        }
    }

    /// The next bytes; none at the end.
    pub async fn chunk(self) -> Result<Option<(Bytes, Self)>, BodyError> {
        let mut reader = match self {
            Self::Plain(mut source) => {
                let piece = source.chunk().await.map_err(BodyError::Transfer)?;
                return Ok(piece.map(|piece| (piece, Self::Plain(source))));
            }
            Self::Coded(source, codings) => decoder(source, codings).await?,
            Self::Decoding(reader) => reader,
        };
        let mut piece = BytesMut::with_capacity(PIECE);
        let count = reader.read_buf(&mut piece).await.map_err(|error| failure(error, "its coding"))?;
        Ok((count > 0).then(|| (piece.freeze(), Self::Decoding(reader))))
    }
}

/// The error of a reader: the transfer's own error where that is at the bottom of it.
fn failure(error: io::Error, coding: &str) -> BodyError {
    match error.downcast::<Unread>() {
        Ok(transfer) => BodyError::Transfer(transfer),
        Err(error) => {
            let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
            while let Some(next) = cause {
                if let Some(transfer) = next.downcast_ref::<Unread>() {
                    return BodyError::Malformed(ffi_core::error::chain(transfer));
                }
                cause = next.source();
            }
            BodyError::Malformed(format!("the body is not what {coding} says: {error}"))
        }
    }
}

async fn decoder(source: Source, codings: Vec<Coded>) -> Result<Reader, BodyError> {
    let mut reader: Reader = Box::new(StreamReader::new(source.into_stream()));
    for Coded(coding) in codings.into_iter().rev() {
        reader = undo(coding, reader).await.map_err(|error| failure(error, coding.name()))?;
    }
    Ok(reader)
}

async fn undo(coding: Coding, reader: Reader) -> io::Result<Reader> {
    let mut reader = BufReader::new(reader);
    // No content has no coding: answers to HEAD, 304, and empty ones.
    let Some(&first) = reader.fill_buf().await?.first() else { return Ok(Box::new(reader)) };
    Ok(match coding {
        Coding::Gzip => {
            // RFC 1952, 2.2: members follow each other.
            let mut decoder = GzipDecoder::new(reader);
            decoder.multiple_members(true);
            Box::new(decoder)
        }
        Coding::Zstd => {
            let mut decoder = ZstdDecoder::new(reader);
            decoder.multiple_members(true);
            Box::new(decoder)
        }
        Coding::Brotli => {
            brotli_window::check(first)?;
            Box::new(BrotliDecoder::new(reader))
        }
        Coding::Deflate => {
            let mut begin = Vec::with_capacity(2);
            (&mut reader).take(2).read_to_end(&mut begin).await?;
            // RFC 1950's header, which is what the name means; some servers send the bare stream (RFC 1951).
            let zlib = matches!(*begin, [first, second]
                if first & 0x0f == 8 && u16::from_be_bytes([first, second]).is_multiple_of(31));
            let whole = BufReader::new(io::Cursor::new(begin).chain(reader));
            if zlib { Box::new(ZlibDecoder::new(whole)) } else { Box::new(DeflateDecoder::new(whole)) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_are_a_list_of_tokens() {
        use Coding::*;
        let found = |values: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(CONTENT_ENCODING, HeaderValue::from_static(value));
            }
            codings(&headers)
        };
        assert_eq!(found(&[]), Some(vec![]));
        assert_eq!(found(&["GZip"]), Some(vec![Gzip]));
        assert_eq!(found(&["x-gzip \t"]), Some(vec![Gzip]));
        assert_eq!(
            found(&["identity, gzip,, br", "Deflate", "ZSTD"]),
            Some(vec![Gzip, Brotli, Deflate, Zstd])
        );
        assert_eq!(found(&["gzip, martian"]), None);
        assert_eq!(found(&["gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip"]), None);
    }
}
