//! Downloads, into files that are replaced when all is there.

use super::{
    Client, HttpDownload,
    request::{self, ClientRequest, Decoding},
};
use crate::{
    blocking::wait,
    error::{Error, Result},
};
use ffi_core::file_writer::FileWriter;
use std::{io::Write, path::Path};
use tokio::time::timeout;

/// Saves what `call` answers as the file `path`.
pub fn download(client: &Client, call: ClientRequest, path: &str) -> Result<HttpDownload> {
    if Path::new(path).is_dir() {
        return Err(Error::text("output_path", path, "which is a folder"));
    }
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
    let unwritten = |error| Error::file(path, "written", error);
    let mut file = FileWriter::begin(path).map_err(unwritten)?;
    let mut rest = Some(head.body);
    let mut bytes = 0;
    while let Some(body) = rest.take() {
        let piece = wait(async move { timeout(limits.stall(), body.chunk()).await })?;
        let piece =
            piece.map_err(|_| stalled(&name))?.map_err(|error| name.body(error, limits.transfer()))?;
        if let Some((piece, body)) = piece {
            file.write_all(&piece).map_err(unwritten)?;
            bytes += piece.len() as i64;
            rest = Some(body);
        }
    }
    file.finish().map_err(unwritten)?;
    Ok(HttpDownload { status, bytes, error: String::new() })
}
