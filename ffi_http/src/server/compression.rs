//! Answers compressed on their way to clients that ask for it.

use futures_util::{TryFutureExt, future::MapOk};
use hyper::{
    Request, Response, StatusCode,
    body::{Body, Incoming},
    header::{CONTENT_ENCODING, ETAG, HeaderValue},
    service::Service,
};
use hyper_util::service::TowerToHyperService;
use tower_http::compression::{Compression, DefaultPredicate, Predicate, predicate::And};

/// Marks an answer that came with a coding of its own.
#[derive(Clone, Copy)]
pub struct OwnCoding;

/// Parts of what the client has already are as they are.
#[derive(Clone, Copy)]
pub struct NotParts;

impl Predicate for NotParts {
    fn should_compress<B: Body>(&self, response: &Response<B>) -> bool {
        response.status() != StatusCode::PARTIAL_CONTENT
    }
}

type Inner<S> = TowerToHyperService<Compression<S, And<DefaultPredicate, NotParts>>>;

/// A service whose answers are compressed. A strong validator stands for the same bytes (RFC 9110, 8.8.3.3), so
/// that of a compressed answer is weak.
#[derive(Clone)]
pub struct Compressed<S>(Inner<S>);

impl<S> Compressed<S> {
    /// Compresses the answers of `service`.
    pub fn new(service: S) -> Self {
        let all = Compression::new(service).compress_when(DefaultPredicate::new().and(NotParts));
        Self(TowerToHyperService::new(all))
    }
}

impl<S, B> Service<Request<Incoming>> for Compressed<S>
where
    Inner<S>: Service<Request<Incoming>, Response = Response<B>>,
{
    type Response = Response<B>;
    type Error = <Inner<S> as Service<Request<Incoming>>>::Error;
    type Future = MapOk<<Inner<S> as Service<Request<Incoming>>>::Future, fn(Response<B>) -> Response<B>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        self.0.call(request).map_ok(weaken)
    }
}

fn weaken<B>(mut answer: Response<B>) -> Response<B> {
    let compressed =
        answer.headers().contains_key(CONTENT_ENCODING) && answer.extensions().get::<OwnCoding>().is_none();
    if compressed
        && let Some(tag) = answer.headers_mut().get_mut(ETAG)
        && !tag.as_bytes().starts_with(b"W/")
        && let Ok(weak) = HeaderValue::from_bytes(&[b"W/", tag.as_bytes()].concat())
    {
        *tag = weak;
    }
    answer
}
