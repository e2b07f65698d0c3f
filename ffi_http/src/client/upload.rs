//! Uploads: files as parts of a form, or as the whole body.

use super::{
    Client, Fetch, HttpResult,
    form::{Content, FormPart},
    multipart,
    progress::Progress,
    request::{self, ClientRequest, Decoding},
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

/// Bytes of a file that are read at a time.
const PIECE: usize = 256 << 10;

type Pieces = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

struct Source {
    pieces: Pieces,
    length: u64,
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
    Ok(Source { pieces: Box::pin(pieces), length })
}

/// Posts the file as part `field_name` of a form.
pub fn upload(client: &Client, call: ClientRequest, path: &str, field_name: &str) -> Result<HttpResult> {
    if field_name.is_empty() {
        return Err(Error::text("field_name", field_name, "which is no name of a form's field"));
    }
    let file_name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let part = FormPart {
        name: field_name.to_owned(),
        content: Content::File(path.to_owned()),
        content_type: Some(mime_guess::from_path(path).first_or_octet_stream().to_string()),
        file_name: Some(file_name),
    };
    send_form(client, call, vec![part])?.into_result()
}

/// Sends a form of these parts, whose files are read as they are sent.
pub fn send_form(client: &Client, mut call: ClientRequest, parts: Vec<FormPart>) -> Result<Fetch> {
    let progress = StallGuard::new();
    let boundary = boundary();
    let around = |text: String| stream::iter([Ok::<_, std::io::Error>(Bytes::from(text))]).boxed();
    let mut length = 0;
    let mut pieces: Vec<Pieces> = Vec::new();
    for part in parts {
        let head =
            multipart::head(&boundary, &part.name, part.file_name.as_deref(), part.content_type.as_deref());
        length += (head.len() + multipart::TAIL.len()) as u64;
        let content = match part.content {
            Content::Bytes(bytes) => {
                length += bytes.len() as u64;
                stream::iter([Ok(bytes)]).boxed()
            }
            Content::File(path) => {
                let source = open(&path, progress.clone())?;
                length += source.length;
                source.pieces
            }
        };
        pieces.extend([around(head), content, around(multipart::TAIL.to_owned())]);
    }
    let end = multipart::end(&boundary);
    length += end.len() as u64;
    pieces.push(around(end));
    call.headers.insert(CONTENT_TYPE, own_value(&format!("multipart/form-data; boundary={boundary}"))?);
    call.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    call.body = Some(Body::wrap_stream(stream::iter(pieces).flatten()));
    run(client.ready()?, call, progress)
}

/// Sends the file as the body.
pub fn send_file(client: &Client, mut call: ClientRequest, path: &str) -> Result<HttpResult> {
    let progress = StallGuard::new();
    let source = open(path, progress.clone())?;
    call.default_header(
        CONTENT_TYPE,
        own_value(mime_guess::from_path(path).first_or_octet_stream().as_ref())?,
    );
    call.headers.insert(CONTENT_LENGTH, HeaderValue::from(source.length));
    call.body = Some(Body::wrap_stream(source.pieces));
    run(client.ready()?, call, progress)?.into_result()
}

fn own_value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|error| Error::state(error.to_string()))
}

fn run(ready: Ready, call: ClientRequest, progress: StallGuard) -> Result<Fetch> {
    let (name, limits) = (call.name(), ready.limits);
    wait(async move {
        let stall = limits.stall();
        let whole = async {
            let answer = request::send(&ready, call, limits.transfer(), Decoding::Undone)
                .await
                .map_err(|error| name.send(error, limits.transfer()))?;
            progress.note();
            Fetch::of(answer, limits.body, &name, stall, &Progress::default()).await
        };
        progress
            .watch(whole, stall)
            .await
            .unwrap_or_else(|| Err(name.fail(format!("nothing moved for {} ms", stall.as_millis()))))
    })?
}
