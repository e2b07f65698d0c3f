//! Downloads: into a temporary file beside the target, which is replaced when all is there.

use super::{
    Client, HttpDownload,
    request::{self, ClientRequest},
};
use crate::{
    blocking::wait,
    error::{Error, Result},
};
use hyper::header::{ACCEPT_ENCODING, HeaderValue};
use reqwest::Response;
use std::{
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::NamedTempFile;
use tokio::time::timeout;

/// Saves what `call` answers as the file `path`.
pub fn download(client: &Client, mut call: ClientRequest, path: &str) -> Result<HttpDownload> {
    let target = &target(path)?;
    let ready = client.ready()?;
    let (name, limits) = (call.name(), ready.limits);
    // The file is to be what the server has, not what it compressed it to for the way.
    call.default_header(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    let stalled = move |name: &request::RequestLabel| {
        name.fail(format!("nothing came for {} ms", limits.stall().as_millis()))
    };
    let head = {
        let name = name.clone();
        wait(async move {
            timeout(limits.stall(), request::send(&ready, call, limits.transfer()))
                .await
                .map_err(|_| stalled(&name))?
                .map_err(|error| name.client(error, limits.transfer()))
        })??
    };
    let status = i64::from(head.status().as_u16());
    if !head.status().is_success() {
        return Ok(HttpDownload { status, ..HttpDownload::default() });
    }
    let mut file = beside(target).map_err(|error| Error::file(path, "written", error))?;
    let mut body = Some(head);
    let mut bytes = 0;
    while let Some(response) = body.take() {
        let (response, piece) = wait(next(response, limits.stall()))?;
        let piece =
            piece.ok_or_else(|| stalled(&name))?.map_err(|error| name.client(error, limits.transfer()))?;
        if let Some(piece) = piece {
            file.write_all(&piece).map_err(|error| Error::file(path, "written", error))?;
            bytes += piece.len() as i64;
            body = Some(response);
        }
    }
    keep_mode(&file, target).map_err(|error| Error::file(path, "written", error))?;
    file.persist(target).map_err(|error| Error::file(path, "written", error.error))?;
    Ok(HttpDownload { status, bytes, error: String::new() })
}

/// The file to replace or to make: where `path` is a symbolic link, what it leads to.
fn target(path: &str) -> Result<PathBuf> {
    let link = Path::new(path);
    match std::fs::metadata(link) {
        Ok(known) if known.is_dir() => Err(Error::text("output_path", path, "which is a folder")),
        Ok(known) if !known.is_file() => Err(Error::text("output_path", path, "which is no regular file")),
        Ok(_) if link.is_symlink() => {
            std::fs::canonicalize(link).map_err(|error| Error::file(path, "written", error))
        }
        Err(_) if link.is_symlink() => {
            Err(Error::text("output_path", path, "which is a symbolic link to nothing"))
        }
        _ => Ok(link.to_owned()),
    }
}

/// A file that is replaced stays open to the same people.
fn keep_mode(file: &NamedTempFile, target: &Path) -> std::io::Result<()> {
    match std::fs::metadata(target) {
        Ok(known) if known.is_file() => file.as_file().set_permissions(known.permissions()),
        Ok(_) => Err(std::io::Error::other("it is no regular file")),
        Err(_) => Ok(()),
    }
}

type Piece = Option<Result<Option<bytes::Bytes>, reqwest::Error>>;

async fn next(mut response: Response, stall: Duration) -> (Response, Piece) {
    let piece = timeout(stall, response.chunk()).await.ok();
    (response, piece)
}

/// A file in the target's folder, gone when dropped.
fn beside(target: &Path) -> std::io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".download-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the process's mask takes its share.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
