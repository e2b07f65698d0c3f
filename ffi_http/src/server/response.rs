//! Answers: the host's, and the server's own.

use crate::{
    error::{Error, Result},
    headers,
};
use bytes::Bytes;
use ffi_core::{Kind, Locked};
use http_body_util::{Either, Full, combinators::UnsyncBoxBody};
use hyper::{
    HeaderMap, StatusCode,
    header::{ALLOW, CONNECTION, CONTENT_TYPE, HeaderName, HeaderValue, UPGRADE},
};
use std::{cell::RefCell, io};

/// A body that lies in memory, or a file's.
pub type Body = Either<Full<Bytes>, UnsyncBoxBody<Bytes, io::Error>>;
/// A response on its way to the client.
pub type HttpResponse = hyper::Response<Body>;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// A response as the host builds it. Sending it leaves it empty and frees its handle.
pub struct Response(Locked<Option<Parts>>);

ffi_core::object!(Response, Kind::HttpResponse, Batched);

struct Parts {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Response {
    /// A response with this status, body and content type.
    pub fn new(status: i64, body: Vec<u8>, content_type: HeaderValue) -> Result<Self> {
        let status = u16::try_from(status)
            .ok()
            .filter(|status| (200..=599).contains(status))
            .and_then(|status| StatusCode::from_u16(status).ok())
            .ok_or_else(|| Error::number("status", status, "and an answer's status is 200 to 599"))?;
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, content_type);
        Ok(Self(Locked::new(Some(Parts { status, headers, body: body.into() }))))
    }

    /// A plain text.
    pub fn text(status: i64, body: &str) -> Result<Self> {
        Self::new(status, body.as_bytes().to_vec(), TEXT)
    }

    /// Tells whether the response is a stream of events.
    pub fn is_of_events(&self) -> bool {
        let parts = self.0.lock();
        let kind = parts.as_ref().and_then(|parts| parts.headers.get(CONTENT_TYPE));
        kind.is_some_and(|kind| {
            let essence = kind.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
            essence.trim_ascii().eq_ignore_ascii_case(b"text/event-stream")
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut Parts) -> T) -> Result<T> {
        self.0.lock().as_mut().map(change).ok_or_else(|| Error::state("the response was sent already"))
    }

    /// Sets a header, or adds one more of the same name.
    pub fn set_header(&self, name: HeaderName, value: HeaderValue, add: bool) -> Result<()> {
        if headers::is_framing(&name) || name == UPGRADE {
            return Err(Error::text("key", name.as_str(), headers::FRAMING));
        }
        if name == CONNECTION && !value.as_bytes().eq_ignore_ascii_case(b"close") {
            return Err(Error::text("key", name.as_str(), "and a connection can be told to `close` only"));
        }
        self.change(|parts| {
            headers::room(&parts.headers)?;
            if add {
                parts.headers.append(name, value);
            } else {
                parts.headers.insert(name, value);
            }
            Ok(())
        })?
    }

    /// Makes `body` its body, as JSON.
    pub fn set_json(&self, body: &str) -> Result<()> {
        self.change(|parts| {
            parts.body = Bytes::copy_from_slice(body.as_bytes());
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        })
    }

    /// Takes the response that goes to the client; nothing is left.
    pub fn take(&self) -> Option<HttpResponse> {
        let parts = self.0.lock().take()?;
        let mut answer = hyper::Response::new(Either::Left(Full::new(parts.body)));
        *answer.status_mut() = parts.status;
        *answer.headers_mut() = parts.headers;
        Some(answer)
    }

    /// Frees what it holds, at once.
    pub fn clear(&self) {
        drop(self.0.lock().take());
    }
}

/// Responses made on a thread inside callbacks.
struct ScopedResponses {
    handles: Vec<i64>,
    /// Number of callbacks that the thread is inside of.
    depth: usize,
}

thread_local! {
    static SCOPED: RefCell<ScopedResponses> = const { RefCell::new(ScopedResponses { handles: Vec::new(), depth: 0 }) };
}

/// A callback's responses: those that it makes and does not return are freed with it.
pub struct Scope {
    begin: usize,
}

impl Scope {
    /// A callback begins.
    pub fn enter() -> Self {
        let begin = SCOPED.with_borrow_mut(|made| {
            made.depth += 1;
            made.handles.len()
        });
        Self { begin }
    }

    /// Ends the callback.
    pub fn leave(&self) {
        SCOPED.with_borrow_mut(|made| made.depth -= 1);
    }

    /// Frees the responses that are left.
    pub fn free_left(self) {
        let left = || {
            SCOPED.with_borrow_mut(
                |made| if made.handles.len() > self.begin { made.handles.pop() } else { None },
            )
        };
        while let Some(handle) = left() {
            drop(take(handle));
        }
    }
}

/// The answer behind a response's handle, which is freed.
pub fn take(handle: i64) -> Option<HttpResponse> {
    ffi_core::handle::take::<Response>(handle)?.take()
}

/// The bytes of a body that lies in memory.
pub fn in_memory(body: Body) -> Bytes {
    match body {
        Either::Left(full) => full.into_inner().unwrap_or_default(),
        Either::Right(_) => Bytes::new(),
    }
}

/// Puts a response among the objects; one made inside a callback is freed with it.
pub fn insert(response: Response) -> i64 {
    let handle = ffi_core::handle::insert(std::sync::Arc::new(response));
    // A thread past its destructors is inside no callback.
    let _ = SCOPED.try_with(|made| {
        let mut made = made.borrow_mut();
        if made.depth > 0 {
            made.handles.push(handle);
        }
    });
    handle
}

/// An answer of the server's own: a sentence.
pub fn plain(status: StatusCode, text: &str) -> HttpResponse {
    let mut answer = hyper::Response::new(Either::Left(Full::new(Bytes::copy_from_slice(text.as_bytes()))));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, TEXT);
    answer
}

/// Like [`plain`], after which the connection ends.
pub fn last(status: StatusCode, text: &str) -> HttpResponse {
    let mut answer = plain(status, text);
    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    answer
}

/// 405 with the methods that the path knows.
pub fn not_allowed(methods: &str) -> HttpResponse {
    let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed\n");
    if let Ok(methods) = HeaderValue::from_str(methods) {
        answer.headers_mut().insert(ALLOW, methods);
    }
    answer
}
