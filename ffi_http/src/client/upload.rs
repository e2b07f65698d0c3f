//! Uploads: a file as a form's part, or as the whole body.

use super::{
    Client, HttpResult, body, multipart,
    request::{self, Answer, ClientRequest, Decoding, RequestLabel},
    settings::Ready,
    stall::StallGuard,
};
use crate::{
    blocking::wait,
    boundary::boundary,
    error::{Error, Result},
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use reqwest::Body;
use std::{path::Path, pin::Pin};
use tokio_util::io::ReaderStream;

/// How much of a file is read at a time.
const PIECE: usize = 256 << 10;

type Pieces = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

struct Source {
    pieces: Pieces,
    length: u64,
    file_name: String,
    mime: String,
}

/// The file as a body that notes its progress.
fn open(path: &str, progress: StallGuard) -> Result<Source> {
    let fail = |error| Error::file(path, "read", error);
    let (file, metadata) = crate::file::open_regular(Path::new(path)).map_err(fail)?;
    let mut file = tokio::fs::File::from_std(file);
    file.set_max_buf_size(PIECE);
    let length = metadata.len();
    let pieces = ReaderStream::with_capacity(tokio::io::AsyncReadExt::take(file, length), PIECE);
    let pieces = pieces.inspect_ok(move |_| progress.note());
    let file_name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mime = mime_guess::from_path(path).first_or_octet_stream().to_string();
    Ok(Source { pieces: Box::pin(pieces), length, file_name, mime })
}

/// Posts the file as part `field_name` of a form.
pub fn upload(client: &Client, mut call: ClientRequest, path: &str, field_name: &str) -> Result<HttpResult> {
    if field_name.is_empty() {
        return Err(Error::text("field_name", field_name, "which is no name of a form's field"));
    }
    let progress = StallGuard::new();
    let source = open(path, progress.clone())?;
    let boundary = boundary();
    let head = multipart::head(&boundary, field_name, &source.file_name, &source.mime);
    let tail = multipart::tail(&boundary);
    call.headers.insert(CONTENT_TYPE, own_value(&format!("multipart/form-data; boundary={boundary}"))?);
    let length = head.len() as u64 + source.length + tail.len() as u64;
    call.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    let around = |text: String| stream::iter([Ok::<_, std::io::Error>(Bytes::from(text))]);
    call.body = Some(Body::wrap_stream(around(head).chain(source.pieces).chain(around(tail))));
    run(client.ready()?, call, progress)
}

/// Sends the file as the body.
pub fn send_file(client: &Client, mut call: ClientRequest, path: &str) -> Result<HttpResult> {
    let progress = StallGuard::new();
    let source = open(path, progress.clone())?;
    call.default_header(CONTENT_TYPE, own_value(&source.mime)?);
    call.headers.insert(CONTENT_LENGTH, HeaderValue::from(source.length));
    call.body = Some(Body::wrap_stream(source.pieces));
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
            let response = request::send(&ready, call, limits.transfer(), Decoding::Undone)
                .await
                .map_err(|error| name.send(error, limits.transfer()))?;
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
    answer: Answer,
    limit: u64,
    name: &RequestLabel,
    stall: std::time::Duration,
) -> Result<HttpResult> {
    let status = i64::from(answer.status.as_u16());
    let kind = answer.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let bytes = body::collect(answer.body, limit, name, stall).await?;
    Ok(HttpResult { status, body: body::decode(bytes, kind.as_deref()), error: String::new() })
}
