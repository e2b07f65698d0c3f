//! Answers with which servers refuse WebSockets.

use crate::client::Fetch;
use hyper::header::{CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING};
use std::cell::RefCell;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio_tungstenite::tungstenite::handshake::client::Response;

/// As much of a refusal's body is kept.
const MOST: usize = 64 << 10;

thread_local! {
    /// How this thread's last handshake was refused.
    static LAST: RefCell<Option<Fetch>> = const { RefCell::new(None) };
}

/// Keeps how a handshake was refused, or that it was not.
pub fn keep(refusal: Option<Fetch>) {
    // A thread past its destructors keeps nothing.
    let _ = LAST.try_with(|last| *last.borrow_mut() = refusal);
}

/// Takes what was kept.
pub fn take() -> Option<Fetch> {
    LAST.try_with(|last| last.borrow_mut().take()).ok().flatten()
}

/// All of `answer`, whose body goes on in `stream`.
pub async fn read(answer: Response, stream: Option<impl AsyncRead + Unpin>, url: String) -> Fetch {
    let (head, begun) = answer.into_parts();
    let mut body = begun.unwrap_or_default();
    let length = length(&head.headers);
    if let Some(stream) = stream {
        let most = length.unwrap_or(MOST).min(MOST).saturating_sub(body.len());
        // What comes until it breaks off is what there is.
        let _ = stream.take(most as u64).read_to_end(&mut body).await;
    }
    if is_chunked(&head.headers) {
        body = unchunked(&body);
    }
    body.truncate(length.unwrap_or(MOST).min(MOST));
    Fetch::new(head.status.as_u16(), url, head.headers, &body)
}

fn is_chunked(headers: &HeaderMap) -> bool {
    headers.get(TRANSFER_ENCODING).is_some_and(|coding| coding.as_bytes().ends_with(b"chunked"))
}

fn length(headers: &HeaderMap) -> Option<usize> {
    if is_chunked(headers) {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// What the chunks in `body` hold, as far as they go (RFC 9112, 7.1).
fn unchunked(body: &[u8]) -> Vec<u8> {
    let (mut left, mut whole) = (body, Vec::new());
    while let Some(end) = left.windows(2).position(|two| two == b"\r\n") {
        let size = left[..end].split(|byte| *byte == b';').next().unwrap_or_default();
        let size = str::from_utf8(size).ok().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
        let rest = &left[end + 2..];
        let Some(size @ 1..) = size else { break };
        whole.extend_from_slice(&rest[..size.min(rest.len())]);
        let Some(next) = rest.get(size.saturating_add(2)..) else { break };
        left = next;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::unchunked;

    #[test]
    fn chunks_are_put_together_as_far_as_they_go() {
        for (body, expected) in [
            ("3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n", "abcd"),
            ("3\r\nab", "ab"),
            ("3\r\nabc", "abc"),
            ("3\r\nabc\r\nffffffffffffffff\r\nd", "abcd"),
            ("fffffffffffffffff\r\nd", ""),
            ("z\r\n", ""),
            ("", ""),
        ] {
            assert_eq!(String::from_utf8(unchunked(body.as_bytes())).unwrap(), expected, "{body:?}");
        }
    }
}
