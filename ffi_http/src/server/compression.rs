//! Answers compressed on their way to clients that ask for it.

use ffi_core::memory::room_for;
use futures_util::{TryFutureExt, future::MapOk};
use hyper::{
    Request, Response, StatusCode,
    body::{Body, Incoming},
    header::{CONTENT_ENCODING, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, VARY},
    service::Service,
};
use hyper_util::service::TowerToHyperService;
use tower_http::compression::{Compression, DefaultPredicate, Predicate, predicate::And};

/// Marks an answer that came with a coding of its own.
#[derive(Clone, Copy)]
pub struct OwnCoding;

/// The status of an answer, whatever its coding: where a client takes no coding, not even none, it gets none, as
/// other servers do, and no 406 with all of the answer in it.
#[derive(Clone, Copy)]
pub struct OwnStatus(pub StatusCode);

/// Memory that brotli, the dearest of the codings, takes for one answer of at most so many bytes, of which it keeps as
/// much as its window has: measured with counted allocations, 0.6 MB for 1 kB, 10.2 for 100 kB, 19.4 for 16 MiB.
fn encoder(longest: Option<u64>) -> usize {
    const MOST: u64 = 20 << 20;
    longest.map_or(MOST, |bytes| bytes.saturating_mul(100).saturating_add(1 << 20).min(MOST)) as usize
}

/// Parts of what the client has already are as they are, and so is all where there is no memory for the encoder.
#[derive(Clone, Copy)]
pub struct WholeWithRoom;

impl Predicate for WholeWithRoom {
    fn should_compress<B: Body>(&self, response: &Response<B>) -> bool {
        response.status() != StatusCode::PARTIAL_CONTENT
            && room_for(encoder(response.body().size_hint().upper())).is_ok()
    }
}

type Inner<S> = TowerToHyperService<Compression<S, And<DefaultPredicate, WholeWithRoom>>>;
type Finish<B> = Box<dyn FnOnce(Response<B>) -> Response<B> + Send>;

/// A service whose answers are compressed. A strong validator stands for the same bytes (RFC 9110, 8.8.3.3), so
/// that of a compressed answer is weak.
#[derive(Clone)]
pub struct Compressed<S>(Inner<S>);

impl<S> Compressed<S> {
    /// Compresses the answers of `service`.
    pub fn new(service: S) -> Self {
        let all = Compression::new(service).compress_when(DefaultPredicate::new().and(WholeWithRoom));
        Self(TowerToHyperService::new(all))
    }
}

impl<S, B> Service<Request<Incoming>> for Compressed<S>
where
    Inner<S>: Service<Request<Incoming>, Response = Response<B>>,
{
    type Response = Response<B>;
    type Error = <Inner<S> as Service<Request<Incoming>>>::Error;
    type Future = MapOk<<Inner<S> as Service<Request<Incoming>>>::Future, Finish<B>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let known: Vec<HeaderValue> = request.headers().get_all(IF_NONE_MATCH).iter().cloned().collect();
        self.0.call(request).map_ok(Box::new(move |answer| finish(answer, &known)))
    }
}

/// `answer`, which may have been compressed, to a client that knows these validators.
fn finish<B>(mut answer: Response<B>, known: &[HeaderValue]) -> Response<B> {
    if let Some(OwnStatus(status)) = answer.extensions().get().copied() {
        *answer.status_mut() = status;
    }
    let compressed =
        answer.headers().contains_key(CONTENT_ENCODING) && answer.extensions().get::<OwnCoding>().is_none();
    let unmodified = answer.status() == StatusCode::NOT_MODIFIED;
    if unmodified || answer.status() == StatusCode::PARTIAL_CONTENT {
        // RFC 9110, 15.3.7 and 15.4.5: as the whole would have had it.
        answer.headers_mut().entry(VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    }
    if let Some(weak) = weakened(answer.headers())
        && (compressed || unmodified && known.iter().any(|known| contains(known, &weak)))
    {
        answer.headers_mut().insert(ETAG, weak);
    }
    answer
}

/// A strong validator as a weak one.
fn weakened(headers: &HeaderMap) -> Option<HeaderValue> {
    let tag = headers.get(ETAG).filter(|tag| !tag.as_bytes().starts_with(b"W/"))?;
    HeaderValue::from_bytes(&[b"W/", tag.as_bytes()].concat()).ok()
}

fn contains(known: &HeaderValue, tag: &HeaderValue) -> bool {
    known.as_bytes().windows(tag.len()).any(|part| part == tag.as_bytes())
}
