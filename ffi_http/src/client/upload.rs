//! Uploads: a file as a form's part, or as the whole body.

use super::{
    Client, HttpResult, body,
    request::{self, ClientRequest, RequestLabel},
    settings::Ready,
    stall::StallGuard,
};
use crate::{
    blocking::wait,
    error::{Error, Result},
};
use futures_util::TryStreamExt;
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use reqwest::{Body, Response, multipart};
use std::{fs::File, path::Path};
use tokio_util::io::ReaderStream;

/// How much of a file is read at a time.
const PIECE: usize = 256 << 10;

struct Source {
    body: Body,
    length: u64,
    file_name: String,
    mime: String,
}

/// The file as a body that notes its progress.
fn open(path: &str, progress: StallGuard) -> Result<Source> {
    let fail = |error| Error::file(path, "read", error);
    let file = File::open(path).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    if !metadata.is_file() {
        return Err(Error::text("file_path", path, "which is no regular file"));
    }
    let mut file = tokio::fs::File::from_std(file);
    file.set_max_buf_size(PIECE);
    let length = metadata.len();
    let pieces = ReaderStream::with_capacity(tokio::io::AsyncReadExt::take(file, length), PIECE);
    let pieces = pieces.inspect_ok(move |_| progress.note());
    let file_name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mime = mime_guess::from_path(path).first_or_octet_stream().to_string();
    Ok(Source { body: Body::wrap_stream(pieces), length, file_name, mime })
}

/// Posts the file as part `field_name` of a form.
pub fn upload(client: &Client, mut call: ClientRequest, path: &str, field_name: &str) -> Result<HttpResult> {
    if field_name.is_empty() || field_name.contains(|c: char| c.is_control()) {
        return Err(Error::text("field_name", field_name, "which is no name of a form's field"));
    }
    let progress = StallGuard::new();
    let source = open(path, progress.clone())?;
    let part = multipart::Part::stream_with_length(source.body, source.length)
        .file_name(source.file_name)
        .mime_str(&source.mime)
        .map_err(|error| Error::text("file_path", path, error.to_string()))?;
    // As browsers write it (WHATWG's HTML, 4.10.21.8): as it is, but for the quotation mark.
    let form = multipart::Form::new().percent_encode_noop().part(field_name.replace('"', "%22"), part);
    let ready = client.ready()?;
    let built = ready.client(false).request(call.method.clone(), call.url.clone()).multipart(form).build();
    let mut built = built.map_err(|error| call.name().client(error, None))?;
    // The form's own type and length.
    for (name, value) in built.headers() {
        call.headers.insert(name, value.clone());
    }
    call.body = built.body_mut().take();
    run(ready, call, progress)
}

/// Sends the file as the body.
pub fn send_file(client: &Client, mut call: ClientRequest, path: &str) -> Result<HttpResult> {
    let progress = StallGuard::new();
    let source = open(path, progress.clone())?;
    call.default_header(CONTENT_TYPE, own_value(&source.mime)?);
    call.headers.insert(CONTENT_LENGTH, HeaderValue::from(source.length));
    call.body = Some(source.body);
    run(client.ready()?, call, progress)
}

fn own_value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|error| Error::state(error.to_string()))
}

fn run(ready: Ready, call: ClientRequest, progress: StallGuard) -> Result<HttpResult> {
    let (name, limits) = (call.name(), ready.limits);
    wait(async move {
        let stall = limits.stall();
        let whole = async {
            let response = request::send(&ready, call, limits.transfer())
                .await
                .map_err(|error| name.client(error, limits.transfer()))?;
            progress.note();
            answer(response, limits.body, &name, stall).await
        };
        progress
            .watch(whole, stall)
            .await
            .unwrap_or_else(|| Err(name.fail(format!("nothing moved for {} ms", stall.as_millis()))))
    })?
}

async fn answer(
    response: Response,
    limit: u64,
    name: &RequestLabel,
    stall: std::time::Duration,
) -> Result<HttpResult> {
    let status = i64::from(response.status().as_u16());
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let bytes = body::collect(response, limit, name, stall).await?;
    Ok(HttpResult { status, body: body::decode(bytes, kind.as_deref()), error: String::new() })
}
