//! Downloads into files that go on by themselves, and go on later where they broke off.

use super::{
    Fetch,
    partial::Partial,
    progress::Progress,
    request::{self, Answer, ClientRequest, Decoding, RequestLabel},
    settings::{Limits, Ready},
};
use crate::error::{Error, Result};
use ffi_core::file_writer::FileWriter;
use hyper::{
    StatusCode,
    header::{CONTENT_RANGE, HeaderValue, IF_RANGE, RANGE},
};
use std::{io::Write, path::Path};
use tokio::{task::block_in_place, time::timeout};

/// Where a body goes.
enum Sink {
    /// Into the place of what is there, once it is whole.
    Whole(FileWriter),
    /// To the end of what came before.
    Part(Partial),
}

impl Sink {
    fn add(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Self::Whole(file) => file.write_all(bytes),
            Self::Part(part) => part.add(bytes),
        }
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            Self::Whole(file) => file.finish(),
            Self::Part(part) => part.finish(),
        }
    }
}

/// What a call asks for is fit to be a file at `path`; where it `resumes`, the part of it that is there already too.
pub fn check(call: &ClientRequest, path: &str, resumes: bool) -> Result<()> {
    if path.is_empty() || Path::new(path).is_dir() {
        return Err(Error::text("output_path", path, "which is a folder, or nothing"));
    }
    if resumes && (call.headers.contains_key(RANGE) || call.headers.contains_key(IF_RANGE)) {
        return Err(Error::state("a download that goes on has no `Range` and no `If-Range` of its own"));
    }
    Ok(())
}

/// Saves what `call` answers as the file `path`; the answer, without its body.
pub async fn run(
    ready: Ready,
    mut call: ClientRequest,
    path: String,
    resumes: bool,
    progress: &Progress,
) -> Result<Fetch> {
    let (name, limits) = (call.name(), ready.limits);
    let unwritten = |error| Error::file(&path, "written", error);
    if !resumes {
        let answer = ask(&ready, call, &name, limits).await?;
        if !answer.status.is_success() {
            return Ok(head_of(answer));
        }
        let file = block_in_place(|| FileWriter::begin(&path)).map_err(unwritten)?;
        progress.expect(answer.body.announced());
        return save(answer, Sink::Whole(file), 0, &name, limits, progress, &path).await;
    }
    let url = call.url.to_string();
    let (mut part, validator) = block_in_place(|| Partial::open(&path, &url))?;
    let again = ClientRequest {
        method: call.method.clone(),
        url: call.url.clone(),
        headers: call.headers.clone(),
        body: None,
    };
    let resumed = validator.is_some();
    if let Some(validator) = validator {
        call.headers.insert(RANGE, range_from(part.length())?);
        call.headers.insert(IF_RANGE, validator);
    }
    let mut answer = ask(&ready, call, &name, limits).await?;
    if resumed && answer.status == StatusCode::RANGE_NOT_SATISFIABLE {
        let whole = format!("bytes */{}", part.length());
        if answer.headers.get(CONTENT_RANGE).is_some_and(|range| range.as_bytes() == whole.as_bytes()) {
            // Nothing was missing but its name.
            progress.expect(Some(part.length()));
            progress.set_received(part.length());
            block_in_place(|| part.finish()).map_err(unwritten)?;
            return Ok(head_of(answer));
        }
        answer = ask(&ready, again, &name, limits).await?;
    }
    if answer.status == StatusCode::PARTIAL_CONTENT {
        let Some(whole) = part.goes_on(&answer.headers).filter(|_| resumed) else {
            return Err(name.fail("the server sent another part than the one that was asked for"));
        };
        let rest = answer.body.announced().map(|rest| rest + part.length());
        progress.expect(whole.or(rest));
    } else if answer.status.is_success() {
        block_in_place(|| part.begin(Some(&answer.headers))).map_err(unwritten)?;
        progress.expect(answer.body.announced());
    } else {
        return Ok(head_of(answer));
    }
    let begun = part.length();
    save(answer, Sink::Part(part), begun, &name, limits, progress, &path).await
}

fn range_from(length: u64) -> Result<HeaderValue> {
    HeaderValue::try_from(format!("bytes={length}-")).map_err(|error| Error::state(error.to_string()))
}

fn stalled(name: &RequestLabel, limits: Limits) -> Error {
    name.fail(format!("nothing came for {} ms", limits.stall().as_millis()))
}

async fn ask(ready: &Ready, call: ClientRequest, name: &RequestLabel, limits: Limits) -> Result<Answer> {
    timeout(limits.stall(), request::send(ready, call, limits.transfer(), Decoding::AsItCame))
        .await
        .map_err(|_| stalled(name, limits))?
        .map_err(|error| name.send(error, limits.transfer()))
}

fn head_of(answer: Answer) -> Fetch {
    Fetch::new(answer.status.as_u16(), answer.url.to_string(), answer.headers, &[])
}

async fn save(
    answer: Answer,
    mut sink: Sink,
    begun: u64,
    name: &RequestLabel,
    limits: Limits,
    progress: &Progress,
    path: &str,
) -> Result<Fetch> {
    let unwritten = |error| Error::file(path, "written", error);
    let Answer { status, url, headers, body, .. } = answer;
    let (mut rest, mut received) = (Some(body), begun);
    progress.set_received(received);
    while let Some(body) = rest.take() {
        let piece = timeout(limits.stall(), body.chunk()).await.map_err(|_| stalled(name, limits))?;
        if let Some((piece, body)) = piece.map_err(|error| name.body(error, limits.transfer()))? {
            block_in_place(|| sink.add(&piece)).map_err(unwritten)?;
            received += piece.len() as u64;
            progress.set_received(received);
            rest = Some(body);
        }
    }
    block_in_place(|| sink.finish()).map_err(unwritten)?;
    Ok(Fetch::new(status.as_u16(), url.to_string(), headers, &[]))
}
