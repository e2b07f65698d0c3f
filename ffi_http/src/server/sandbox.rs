//! Files inside a folder: cap-std follows no `..` and no symbolic link out of it.

use super::cached_files;
use cap_std::fs::{Dir, OpenOptions};
use std::{
    future::{Future, ready},
    io::{self, ErrorKind, SeekFrom},
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, SystemTime},
};
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, File, Metadata};

/// Bytes of a file that are read at a time.
pub const PIECE: usize = 256 << 10;

/// A folder.
#[derive(Clone)]
pub struct SandboxedDir(pub Arc<Dir>);

impl SandboxedDir {
    /// Only regular files: a pipe or a device would be waited for.
    fn open_now(&self, path: &Path) -> io::Result<std::fs::File> {
        let path = here(path);
        if !self.0.metadata(path)?.is_file() {
            return Err(ErrorKind::NotFound.into());
        }
        // Another may lie there by now.
        let mut options = OpenOptions::new();
        options.read(true);
        #[cfg(unix)]
        cap_std::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
        let file = self.0.open_with(path, &options)?.into_std();
        if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::NotFound.into()) }
    }
}

/// No descriptors, no memory: the server's trouble and not the path's.
pub fn is_servers_own(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(12 | 23 | 24))
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
        if let Some((file, metadata)) = cached_files::open(&self.0, here(&path)) {
            return Box::pin(ready(Ok(Opened::new(file, &metadata, &path))));
        }
        let folder = self.clone();
        later(move || {
            // What cannot be opened stands for no other file either.
            let file = folder
                .open_now(&path)
                .map_err(|error| if is_servers_own(&error) { error } else { ErrorKind::NotFound.into() })?;
            let metadata = file.metadata()?;
            Ok(Opened::new(file, &metadata, &path))
        })
    }

    fn metadata(&self, path: PathBuf) -> Later<FileMetadata> {
        let known = cached_files::metadata(&self.0, here(&path));
        if let Some(metadata) = known.filter(|known| known.is_dir() || known.is_file()) {
            return Box::pin(ready(Ok(FileMetadata::new(&metadata, &path))));
        }
        let folder = self.clone();
        later(move || {
            let metadata = folder.0.metadata(here(&path))?;
            if !metadata.is_dir() && !metadata.is_file() {
                return Err(ErrorKind::NotFound.into());
            }
            let modified = metadata.modified().ok().and_then(|time| dated(&path, time.into_std()));
            Ok(FileMetadata { is_dir: metadata.is_dir(), modified, len: metadata.len() })
        })
    }
}

/// The date of the file at `path`, where HTTP can write it: 1970 to 9999. A file of another time is sent without
/// one.
///
/// Dates and sizes make the validators of files, and a compressed one stands for another of which it often has the
/// date: they are told apart by a fraction of a second that no date shows.
fn dated(path: &Path, time: SystemTime) -> Option<SystemTime> {
    const YEAR_10000: u64 = 253_402_300_800;
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let coding = match path.extension().and_then(|extension| extension.to_str()) {
        Some("br") => 1 << 7,
        Some("gz") => 1 << 8,
        _ => 0,
    };
    let apart = Duration::new(since.as_secs(), since.subsec_nanos() ^ coding);
    (since.as_secs() < YEAR_10000).then(|| SystemTime::UNIX_EPOCH + apart)
}

/// Metadata of a file.
#[derive(Clone, Copy)]
pub struct FileMetadata {
    is_dir: bool,
    modified: Option<SystemTime>,
    len: u64,
}

impl FileMetadata {
    fn new(known: &std::fs::Metadata, path: &Path) -> Self {
        let modified = known.modified().ok().and_then(|time| dated(path, time));
        Self { is_dir: known.is_dir(), modified, len: known.len() }
    }
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

/// An open file.
pub struct Opened {
    file: tokio::fs::File,
    /// How far it was read from what the kernel has in memory; None once threads wait for the rest.
    cached: Option<u64>,
    metadata: FileMetadata,
}

impl Opened {
    fn new(file: std::fs::File, metadata: &std::fs::Metadata, path: &Path) -> Self {
        let mut file = tokio::fs::File::from_std(file);
        file.set_max_buf_size(PIECE);
        Self { file, cached: cached_files::BEGINNING, metadata: FileMetadata::new(metadata, path) }
    }

    /// Reads what is in memory; false where that is nothing.
    fn read_cached(&mut self, buf: &mut ReadBuf<'_>) -> io::Result<bool> {
        let Some(at) = self.cached else { return Ok(false) };
        // One byte more than it should have tells that it ends.
        let left = usize::try_from(self.metadata.len.saturating_sub(at)).unwrap_or(usize::MAX);
        let room = buf.initialize_unfilled_to(buf.remaining().min(left.saturating_add(1)));
        if let Some(read) = cached_files::read(&self.file, at, room) {
            buf.advance(read);
            self.cached = Some(at + read as u64);
            return Ok(true);
        }
        self.wait_from(at)?;
        Ok(false)
    }

    fn wait_from(&mut self, at: u64) -> io::Result<()> {
        cached_files::go_on_at(&self.file, at)?;
        self.cached = None;
        Ok(())
    }
}

impl AsyncRead for Opened {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.read_cached(buf)? {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.file).poll_read(cx, buf)
    }
}

impl AsyncSeek for Opened {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        match (self.cached, position) {
            (Some(_), SeekFrom::Start(to)) => {
                self.cached = Some(to);
                Ok(())
            }
            (Some(at), _) => {
                self.wait_from(at)?;
                Pin::new(&mut self.file).start_seek(position)
            }
            (None, _) => Pin::new(&mut self.file).start_seek(position),
        }
    }
    fn poll_complete(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        match self.cached {
            Some(at) => Poll::Ready(Ok(at)),
            None => Pin::new(&mut self.file).poll_complete(cx),
        }
    }
}

impl File for Opened {
    type Metadata = FileMetadata;
    type MetadataFuture<'a> = std::future::Ready<io::Result<FileMetadata>>;
    fn metadata(&self) -> Self::MetadataFuture<'_> {
        std::future::ready(Ok(self.metadata))
    }
}
