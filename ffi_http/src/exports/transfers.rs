//! Requests that nobody waits for.

use crate::{
    client::{Client, Fetch, Transfer, request::ClientRequest},
    error::Result,
    number,
};
use ffi_core::{Borrowed, Consumed, New, Shared, export};

/// Sends a request as `rt_http_client_fetch_bytes` does, and returns at once, for a host of one thread:
/// `rt_http_transfer_is_done`, `rt_http_transfer_fd` or an event (of the kind `http`, `"type": "transfer"`, with the
/// `transfer`'s handle and its `status` or `error`) tells that it has ended, and `rt_http_transfer_take` gives the
/// answer. Any number may be under way at once. The caller frees it with `rt_http_transfer_free`, which gives it up
/// where it has not ended. 0 where the arguments are not those of a request.
#[export]
fn rt_http_transfer_start(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    body: &[u8],
) -> Result<Borrowed<Transfer>> {
    Transfer::start(client, ClientRequest::new(method, url, headers)?.with_body(body))
}

/// Downloads `url` into the file `output_path` and returns at once, as `rt_http_transfer_start` does: the answer that
/// `rt_http_transfer_take` gives has no body. The file is replaced once all has come; where the status is not 2xx nothing is
/// written. As for `rt_http_download` only a standstill ends it. With `resume`, what comes is kept in `output_path.part`, with
/// a note of where it is from in `output_path.part.json`, when the transfer breaks off, is freed, or the process ends; the
/// next such download of this address goes on there, where the content is the same still (`If-Range`, by its `ETag` or
/// date), and begins anew otherwise. One at a time: another to the same file fails meanwhile.
#[export]
fn rt_http_transfer_download(
    client: &Client,
    url: &str,
    headers: &[&str],
    output_path: &str,
    resume: bool,
) -> Result<Borrowed<Transfer>> {
    Transfer::download(client, ClientRequest::new("GET", url, headers)?, output_path, resume)
}

/// Returns how many bytes of the answer's body a transfer has, of a download that goes on those that it had before too.
#[export]
fn rt_http_transfer_received(transfer: &Transfer) -> i64 {
    transfer.received()
}

/// Returns how many bytes a transfer expects in all, −1 where the server has not said it.
#[export(none = -1)]
fn rt_http_transfer_expected(transfer: &Transfer) -> i64 {
    transfer.expected()
}

/// Returns whether a transfer has ended: with an answer, or with a failure.
#[export]
fn rt_http_transfer_is_done(transfer: &Transfer) -> bool {
    transfer.is_done()
}

/// Waits until a transfer has ended, up to `timeout_ms` (0 to a day); returns whether it has.
#[export(blocks)]
fn rt_http_transfer_wait(transfer: Shared<Transfer>, timeout_ms: i64) -> Result<bool> {
    let patience = number::patience("timeout_ms", timeout_ms)?;
    // The handle is not held while waiting, so that another thread can free it.
    Ok(transfer.into_arc().wait(patience))
}

/// Takes the answer of a transfer that has ended, 4xx and 5xx included; the caller frees it with
/// `rt_http_fetch_free`. 0, with a last error, where no whole answer came (the error says why), where the transfer has
/// not ended yet, or where its answer was taken already.
#[export]
fn rt_http_transfer_take(transfer: &Transfer) -> Result<New<Fetch>> {
    Ok(New::new(transfer.take()?))
}

/// Gives a file descriptor that is readable once a transfer has ended, for a host that waits in `poll`, `select` or
/// `epoll` for this and all else. The descriptor is the transfer's: do not read, write or close it, and poll it no
/// longer once the transfer is freed. A child of fork does not have it. −1 where the system gives none; not available
/// on Windows.
#[export]
fn rt_http_transfer_fd(transfer: &Transfer) -> Result<i64> {
    transfer.fd()
}

/// Frees a transfer; one that has not ended is given up, its connection is closed, and whoever waits for it waits no
/// longer.
#[export]
fn rt_http_transfer_free(transfer: Consumed<Transfer>) {
    transfer.give_up();
}
