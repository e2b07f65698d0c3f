//! Downloads: into a temporary file beside the target, which is replaced when all is there.

use super::{
    Client, HttpDownload,
    request::{self, ClientRequest, Decoding},
};
use crate::{
    blocking::wait,
    error::{Error, Result},
};
use std::{
    io::Write,
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;
use tokio::time::timeout;

/// Saves what `call` answers as the file `path`.
pub fn download(client: &Client, call: ClientRequest, path: &str) -> Result<HttpDownload> {
    let target = &target(path)?;
    let ready = client.ready()?;
    let (name, limits) = (call.name(), ready.limits);
    let stalled = move |name: &request::RequestLabel| {
        name.fail(format!("nothing came for {} ms", limits.stall().as_millis()))
    };
    let head = {
        let name = name.clone();
        wait(async move {
            timeout(limits.stall(), request::send(&ready, call, limits.transfer(), Decoding::AsItCame))
                .await
                .map_err(|_| stalled(&name))?
                .map_err(|error| name.send(error, limits.transfer()))
        })??
    };
    let status = i64::from(head.status.as_u16());
    if !head.status.is_success() {
        return Ok(HttpDownload { status, ..HttpDownload::default() });
    }
    let mut file = beside(target).map_err(|error| Error::file(path, "written", error))?;
    let mut rest = Some(head.body);
    let mut bytes = 0;
    while let Some(body) = rest.take() {
        let piece = wait(async move { timeout(limits.stall(), body.chunk()).await })?;
        let piece =
            piece.map_err(|_| stalled(&name))?.map_err(|error| name.body(error, limits.transfer()))?;
        if let Some((piece, body)) = piece {
            file.write_all(&piece).map_err(|error| Error::file(path, "written", error))?;
            bytes += piece.len() as i64;
            rest = Some(body);
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
