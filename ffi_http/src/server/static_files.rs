//! Folders that are served: tower-http's `ServeDir` over files of a sandbox.

use super::{
    byteranges,
    folder_options::FolderOptions,
    path::canonical,
    range::{self, Range, Satisfied},
    response::{HttpResponse, last, plain},
    sandbox::{PIECE, SandboxedDir, is_servers_own},
};
use crate::error::{Error, Result};
use cap_std::{ambient_authority, fs::Dir};
use http_body_util::{BodyExt, Either, Empty, Full};
use hyper::{
    Method, Request, StatusCode, Uri,
    header::{
        ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderMap,
        HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH, LOCATION, RANGE, VARY,
    },
    http::request::Parts,
};
use percent_encoding::percent_decode_str;
use std::sync::Arc;
use tower_http::services::{ServeDir, fs::DefaultServeDirFallback};

/// A folder under a prefix.
#[derive(Clone)]
pub struct Folder {
    prefix: Arc<str>,
    service: ServeDir<DefaultServeDirFallback, SandboxedDir>,
    options: Arc<FolderOptions>,
}

impl Folder {
    /// Opens `dir`, to be served under `prefix`.
    pub fn open(prefix: &str, dir: &str, options: FolderOptions) -> Result<Self> {
        if !prefix.starts_with('/') || prefix.contains(['?', '#', '%']) || prefix.contains(char::is_control) {
            return Err(Error::text("path", prefix, "which is no prefix of paths"));
        }
        let opened = Dir::open_ambient_dir(dir, ambient_authority()).map_err(|error| {
            Error::text("dir", dir, format!("which cannot be opened as a folder: {error}"))
        })?;
        let prefix: Arc<str> = canonical(prefix.trim_end_matches('/')).into();
        let mut service = ServeDir::with_backend("", SandboxedDir(Arc::new(opened)))
            .with_buf_chunk_size(PIECE)
            .ignore_multi_range_requests(true)
            .redirect_path_prefix(&*prefix);
        if options.precompressed {
            service = service.precompressed_br().precompressed_gzip();
        }
        Ok(Self { prefix, service, options: Arc::new(options) })
    }

    /// The prefix, without a slash at its end.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Tells whether `path` lies under the prefix.
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(&*self.prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The file, or why there is none; with its body for HEAD too where the answer `may_be_compressed`, for what its
    /// fields are depends on what there is to compress.
    pub async fn serve(self, mut head: Parts, may_be_compressed: bool) -> HttpResponse {
        let path = canonical(head.uri.path());
        let rest = path.strip_prefix(&*self.prefix).unwrap_or(&path);
        let query = head.uri.query().map_or_else(String::new, |query| format!("?{query}"));
        if rest.is_empty() && !self.prefix.is_empty() {
            return self.with_slash(&query);
        }
        let hidden = || percent_decode_str(rest).decode_utf8_lossy().split(['/', '\\']).any(is_hidden);
        if !self.options.dotfiles && hidden() {
            return nothing();
        }
        let Ok(uri) = format!("/{}{query}", rest.trim_start_matches('/')).parse::<Uri>() else {
            return nothing();
        };
        head.uri = uri;
        for name in [ACCEPT_ENCODING, IF_MATCH, IF_NONE_MATCH] {
            join(&mut head.headers, name);
        }
        let wanted = range::take(&mut head);
        if may_be_compressed && head.method == Method::HEAD {
            head.method = Method::GET;
        }
        let mut answer = match wanted {
            Some(wanted) => self.clone().part(head, wanted).await,
            None => self.ask(head).await,
        };
        if answer.status().as_u16() < 400 {
            self.complete(answer.headers_mut());
        }
        answer
    }

    /// Adds the fields of an answer beyond those of `ServeDir`.
    fn complete(&self, headers: &mut HeaderMap) {
        with_charset(headers);
        if self.options.precompressed && !headers.contains_key(VARY) {
            // That it is not modified is said of this coding too.
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        for (name, value) in &self.options.headers {
            headers.append(name, value.clone());
        }
    }

    /// A redirect to the folder itself.
    fn with_slash(&self, query: &str) -> HttpResponse {
        let mut answer = plain(StatusCode::TEMPORARY_REDIRECT, "");
        match HeaderValue::try_from(format!("{}/{query}", self.prefix)) {
            Ok(to) if is_path(to.as_bytes()) => drop(answer.headers_mut().insert(LOCATION, to)),
            _ => return nothing(),
        }
        answer
    }

    /// The parts of the file that are wanted. What there is of it is looked at first: the ranges are judged by the
    /// length that the file has.
    async fn part(self, mut head: Parts, wanted: range::Wanted) -> HttpResponse {
        head.method = Method::HEAD;
        let found = self.ask(head.clone()).await;
        head.method = Method::GET;
        let length =
            found.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let Some(length) = length.filter(|_| found.status() == StatusCode::OK) else {
            return self.ask(head).await;
        };
        if !wanted.holds_for(found.headers()) {
            return self.ask(head).await;
        }
        match wanted.within(length) {
            Satisfied::Whole => self.ask(head).await,
            Satisfied::Nothing => {
                let mut answer = plain(StatusCode::RANGE_NOT_SATISFIABLE, "");
                answer.headers_mut().remove(CONTENT_TYPE);
                if let Ok(all) = HeaderValue::try_from(format!("bytes */{length}")) {
                    answer.headers_mut().insert(CONTENT_RANGE, all);
                }
                answer
            }
            Satisfied::One(range) => self.ask_for(range, head).await,
            // No field says that the parts alone have a coding; the whole is right for whoever asks for parts.
            Satisfied::Several(_) if found.headers().contains_key(CONTENT_ENCODING) => self.ask(head).await,
            Satisfied::Several(ranges) => {
                let mut headers = found.headers().clone();
                with_charset(&mut headers);
                byteranges::answer(&headers, length, ranges, move |range| {
                    self.clone().ask_for(range, head.clone())
                })
            }
        }
    }

    /// One part of the file.
    async fn ask_for(self, range: Range, mut head: Parts) -> HttpResponse {
        head.headers.extend(range.header().map(|range| (RANGE, range)));
        self.ask(head).await
    }

    async fn ask(&self, mut head: Parts) -> HttpResponse {
        if self.options.precompressed && head.method == Method::HEAD {
            // Which file stands for another is known when it is open.
            head.method = Method::GET;
            return self.found(head).await.map(|_| Either::Left(Full::default()));
        }
        self.found(head).await
    }

    async fn found(&self, head: Parts) -> HttpResponse {
        let request = Request::from_parts(head, Empty::<bytes::Bytes>::new());
        match self.service.clone().try_call(request).await {
            Ok(answer) if is_unsafe_redirect(&answer) => nothing(),
            Ok(answer) if answer.status() == StatusCode::NOT_FOUND => nothing(),
            Ok(answer) => answer.map(|body| Either::Right(body.boxed_unsync())),
            Err(error) if is_servers_own(&error) => {
                last(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable\n")
            }
            Err(_) => nothing(),
        }
    }
}

/// Says of text that it is UTF-8, unless it says otherwise.
fn with_charset(headers: &mut HeaderMap) {
    let text = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/") && !kind.as_bytes().contains(&b';');
    if let Some(kind) = headers.get_mut(CONTENT_TYPE).filter(|kind| text(kind))
        && let Ok(with_charset) = HeaderValue::from_bytes(&[kind.as_bytes(), b"; charset=utf-8"].concat())
    {
        *kind = with_charset;
    }
}

fn nothing() -> HttpResponse {
    plain(StatusCode::NOT_FOUND, "Not Found\n")
}

/// A redirect that a browser would take for another host's.
fn is_unsafe_redirect<B>(answer: &hyper::Response<B>) -> bool {
    answer.headers().get(LOCATION).is_some_and(|to| !is_path(to.as_bytes()))
}

fn is_path(to: &[u8]) -> bool {
    to.starts_with(b"/") && !to.starts_with(b"//")
}

/// Tells whether a segment is hidden: a name that begins with a dot is not meant to be seen, but for what is made to
/// be found (RFC 8615).
fn is_hidden(segment: &str) -> bool {
    segment.starts_with('.') && ![".", ".well-known"].contains(&segment)
}

/// Several fields of one list are one field (RFC 9110, 5.3).
fn join(headers: &mut HeaderMap, name: HeaderName) {
    if headers.get_all(&name).iter().nth(1).is_some()
        && let Ok(all) = HeaderValue::try_from(crate::headers::joined(headers, name.as_str()))
    {
        headers.insert(name, all);
    }
}
