//! Several parts of a file in one answer (RFC 9110, 14.6).

use super::{
    range::Range,
    response::{Body, HttpResponse},
};
use crate::boundary::boundary;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use http_body_util::{BodyExt, Either, Full, StreamBody};
use hyper::{
    Response, StatusCode,
    body::Frame,
    header::{CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, LAST_MODIFIED},
};
use std::io;

type Piece = io::Result<Bytes>;

/// The parts `ranges` of a file of `length` bytes, whose whole answer has the fields `headers`; `ask` answers for
/// one range. They are asked for one after the other, as they are sent; where the file is another by then, the
/// answer breaks off.
pub fn answer<F>(
    headers: &HeaderMap,
    length: u64,
    ranges: Vec<Range>,
    mut ask: impl FnMut(Range) -> F + Send + 'static,
) -> HttpResponse
where
    F: Future<Output = HttpResponse> + Send + 'static,
{
    let boundary = boundary();
    let kind = headers.get(CONTENT_TYPE).cloned();
    let part_head = |range: Range| {
        let kind = kind.as_ref().map_or(&b"application/octet-stream"[..], HeaderValue::as_bytes);
        let range = range.content_range(length);
        let begin = format!("\r\n--{boundary}\r\nContent-Type: ");
        [begin.as_bytes(), kind, format!("\r\nContent-Range: {range}\r\n\r\n").as_bytes()].concat()
    };
    let parts: Vec<(Range, Bytes)> =
        ranges.into_iter().map(|range| (range, part_head(range).into())).collect();
    let end = Bytes::from(format!("\r\n--{boundary}--\r\n"));
    let total =
        parts.iter().map(|(range, head)| range.length() + head.len() as u64).sum::<u64>() + end.len() as u64;
    let validators: Vec<Option<HeaderValue>> =
        [ETAG, LAST_MODIFIED].iter().map(|name| headers.get(name).cloned()).collect();
    let body = stream::iter(parts)
        .then(move |(range, head)| {
            let asked = ask(range);
            let validators = validators.clone();
            async move {
                let part = asked.await;
                let same = [ETAG, LAST_MODIFIED].iter().map(|name| part.headers().get(name));
                let same = same.eq(validators.iter().map(Option::as_ref))
                    && part.status() == StatusCode::PARTIAL_CONTENT
                    && part.headers().get(CONTENT_RANGE)
                        == HeaderValue::try_from(range.content_range(length)).ok().as_ref();
                if !same {
                    return Err(io::Error::other("the file changed while parts of it were sent"));
                }
                Ok(once(head).chain(pieces(part.into_body())))
            }
        })
        .try_flatten()
        .chain(once(end));
    let mut answer = Response::new(Either::Right(StreamBody::new(body.map_ok(Frame::data)).boxed_unsync()));
    *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
    *answer.headers_mut() = headers.clone();
    let kind = HeaderValue::try_from(format!("multipart/byteranges; boundary={boundary}"));
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("multipart/byteranges")));
    answer.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(total));
    answer
}

fn once(bytes: Bytes) -> impl Stream<Item = Piece> + Send {
    stream::iter([Ok(bytes)])
}

fn pieces(body: Body) -> impl Stream<Item = Piece> + Send {
    let body = match body {
        Either::Left(body) => Full::map_err(body, |never| match never {}).boxed_unsync(),
        Either::Right(body) => body,
    };
    body.into_data_stream()
}
