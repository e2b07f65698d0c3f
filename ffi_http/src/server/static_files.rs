//! Folders that are served: tower-http's `ServeDir` over files that cap-std opens inside the folder only.

use super::{
    path::canonical,
    range,
    response::{HttpResponse, last, plain},
};
use crate::error::{Error, Result};
use cap_std::{ambient_authority, fs::Dir};
use http_body_util::{BodyExt, Either, Empty};
use hyper::{
    Request, StatusCode, Uri,
    header::{IF_RANGE, LOCATION, RANGE},
    http::request::Parts,
};
use std::{
    future::Future,
    io::{self, ErrorKind, SeekFrom},
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::SystemTime,
};
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::{
    ServeDir,
    fs::{Backend, DefaultServeDirFallback, File, Metadata},
};

/// How much of a file is read at a time.
const PIECE: usize = 256 << 10;

/// A folder under a prefix.
#[derive(Clone)]
pub struct Folder {
    prefix: Arc<str>,
    service: ServeDir<DefaultServeDirFallback, SandboxedDir>,
}

impl Folder {
    /// Opens `dir`, to be served under `prefix`.
    pub fn open(prefix: &str, dir: &str) -> Result<Self> {
        if !prefix.starts_with('/') || prefix.contains(['?', '#', '%']) || prefix.contains(char::is_control) {
            return Err(Error::text("path", prefix, "which is no prefix of paths"));
        }
        let opened = Dir::open_ambient_dir(dir, ambient_authority()).map_err(|error| {
            Error::text("dir", dir, format!("which cannot be opened as a folder: {error}"))
        })?;
        let prefix: Arc<str> = canonical(prefix.trim_end_matches('/')).into();
        let service = ServeDir::with_backend("", SandboxedDir(Arc::new(opened)))
            .with_buf_chunk_size(PIECE)
            .ignore_multi_range_requests(true)
            .redirect_path_prefix(&*prefix);
        Ok(Self { prefix, service })
    }

    /// The prefix, without a slash at its end.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether `path` lies under the prefix.
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(&*self.prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The file, or why there is none.
    pub async fn serve(self, mut head: Parts) -> HttpResponse {
        let path = canonical(head.uri.path());
        let rest = path.strip_prefix(&*self.prefix).unwrap_or(&path);
        let Ok(uri) = format!("/{}", rest.trim_start_matches('/')).parse::<Uri>() else { return nothing() };
        let whole = (head.method.clone(), uri.clone());
        head.uri = uri;
        range::normalize(&mut head);
        let [wanted, validator] = [RANGE, IF_RANGE].map(|name| head.headers.get(name).cloned());
        let answer = self.ask(head).await;
        let Some(range) = wanted.and_then(|wanted| range::retry_range(&wanted, validator.as_ref(), &answer))
        else {
            return answer;
        };
        let (mut again, ()) = Request::new(()).into_parts();
        (again.method, again.uri) = whole;
        again.headers.extend(range.map(|range| (RANGE, range)));
        self.ask(again).await
    }

    async fn ask(&self, head: Parts) -> HttpResponse {
        let request = Request::from_parts(head, Empty::<bytes::Bytes>::new());
        match self.service.clone().try_call(request).await {
            Ok(answer) if is_unsafe_redirect(&answer) => nothing(),
            Ok(answer) if answer.status() == StatusCode::NOT_FOUND => nothing(),
            Ok(answer) => answer.map(|body| Either::Right(body.boxed_unsync())),
            // No descriptors, no memory: the server's trouble and not the path's.
            Err(error) if matches!(error.raw_os_error(), Some(12 | 23 | 24)) => {
                last(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable\n")
            }
            Err(_) => nothing(),
        }
    }
}

fn nothing() -> HttpResponse {
    plain(StatusCode::NOT_FOUND, "Not Found\n")
}

/// A redirect that a browser would take for another host's.
fn is_unsafe_redirect<B>(answer: &hyper::Response<B>) -> bool {
    answer
        .headers()
        .get(LOCATION)
        .is_some_and(|to| !to.as_bytes().starts_with(b"/") || to.as_bytes().starts_with(b"//"))
}

/// Files inside a folder: cap-std follows no `..` and no symbolic link out of it.
#[derive(Clone)]
struct SandboxedDir(Arc<Dir>);

impl SandboxedDir {
    /// Only regular files: a pipe or a device would be waited for.
    fn open_now(&self, path: &Path) -> io::Result<std::fs::File> {
        let path = here(path);
        if !self.0.metadata(path)?.is_file() {
            return Err(ErrorKind::NotFound.into());
        }
        let file = self.0.open(path)?.into_std();
        if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::NotFound.into()) }
    }
}

fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

type Later<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

fn later<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Later<T> {
    Box::pin(async { tokio::task::spawn_blocking(work).await.map_err(io::Error::other)? })
}

impl Backend for SandboxedDir {
    type File = Opened;
    type Metadata = FileMetadata;
    type OpenFuture = Later<Opened>;
    type MetadataFuture = Later<FileMetadata>;

    fn open(&self, path: PathBuf) -> Later<Opened> {
        let folder = self.clone();
        later(move || {
            let file = folder.open_now(&path)?;
            let metadata = file.metadata()?;
            let mut file = tokio::fs::File::from_std(file);
            file.set_max_buf_size(PIECE);
            Ok(Opened {
                file,
                metadata: FileMetadata {
                    is_dir: false,
                    modified: metadata.modified().ok(),
                    len: metadata.len(),
                },
            })
        })
    }

    fn metadata(&self, path: PathBuf) -> Later<FileMetadata> {
        let folder = self.clone();
        later(move || {
            let metadata = folder.0.metadata(here(&path))?;
            let modified = metadata.modified().ok().map(cap_std::time::SystemTime::into_std);
            Ok(FileMetadata { is_dir: metadata.is_dir(), modified, len: metadata.len() })
        })
    }
}

#[derive(Clone, Copy)]
struct FileMetadata {
    is_dir: bool,
    modified: Option<SystemTime>,
    len: u64,
}

impl Metadata for FileMetadata {
    fn is_dir(&self) -> bool {
        self.is_dir
    }
    fn modified(&self) -> io::Result<SystemTime> {
        self.modified.ok_or_else(|| ErrorKind::Unsupported.into())
    }
    fn len(&self) -> u64 {
        self.len
    }
}

struct Opened {
    file: tokio::fs::File,
    metadata: FileMetadata,
}

impl AsyncRead for Opened {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.file).poll_read(cx, buf)
    }
}

impl AsyncSeek for Opened {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.file).start_seek(position)
    }
    fn poll_complete(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.file).poll_complete(cx)
    }
}

impl File for Opened {
    type Metadata = FileMetadata;
    type MetadataFuture<'a> = std::future::Ready<io::Result<FileMetadata>>;
    fn metadata(&self) -> Self::MetadataFuture<'_> {
        std::future::ready(Ok(self.metadata))
    }
}
