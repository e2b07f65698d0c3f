//! Requests whose handler is a callback.

use super::{
    inline::{self, InlineSlot},
    registry::{self, Handler},
};
use crate::server::{
    exchange::RequestHandle,
    response::{self, HttpResponse, plain},
    state::ServerState,
};
use ffi_core::{fork, thread};
use hyper::StatusCode;
use std::{io, sync::Arc};
use tokio::{
    runtime::{Builder, Runtime},
    sync::OwnedSemaphorePermit,
};

/// Calls the handler and returns its answer; nothing where it answered by `respond`, or not at all.
fn call(handler: &Handler, request: i64, state: &ServerState) -> Option<HttpResponse> {
    let name = &handler.name;
    let made = response::Scope::enter();
    let mut returned = handler.call(request);
    // Another took its place since it was looked up.
    while returned.is_none()
        && let Some(other) = registry::find(name)
    {
        returned = other.call(request);
    }
    made.leave();
    let answer = match returned {
        Some(Ok(0)) => None,
        Some(Ok(handle)) => Some(response::take(handle).unwrap_or_else(|| {
            failed(state, &format!("the handler `{name}` returned {handle}, which is no response"))
        })),
        Some(Err(message)) => {
            state.note_error(&format!("the handler `{name}` did not return: {message}"));
            Some(internal(&format!("the handler `{name}` did not return\n")))
        }
        None => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "the handler was taken away\n")),
    };
    made.free_left();
    answer
}

fn internal(text: &str) -> HttpResponse {
    plain(StatusCode::INTERNAL_SERVER_ERROR, text)
}

/// The answer that is sent where a handler does what it must not; the host is told.
fn failed(state: &ServerState, reason: &str) -> HttpResponse {
    state.note_error(reason);
    internal(&format!("{reason}\n"))
}

/// The answer that is sent where a handler says nothing.
pub fn silent(state: &ServerState, name: &str) -> HttpResponse {
    failed(state, &format!("the handler `{name}` returned no response"))
}

/// Number of times that a quick handler waits for a slot to be called in place before it takes a thread.
const PATIENCE: usize = 8;

/// Runs the handler in place.
pub fn run_inline(
    slot: InlineSlot,
    handler: &Handler,
    request: RequestHandle,
    state: &ServerState,
) -> HttpResponse {
    let returned = handler.latency.timed(|| call(handler, request.handle(), state));
    drop(slot);
    request.end().or(returned).unwrap_or_else(|| silent(state, &handler.name))
}

/// Waits for a slot to run a quick handler in place; none where it takes longer than a thread to begin.
pub async fn slot(handler: &Handler) -> Option<InlineSlot> {
    for _ in 0..PATIENCE {
        if let Some(slot) = inline::slot(handler) {
            return Some(slot);
        }
        if !handler.latency.is_quick() {
            return None;
        }
        // The others are quick too.
        tokio::task::yield_now().await;
    }
    None
}

/// The threads of handlers that may block: their own, for handlers that never return would use up those that read
/// files and look up names.
fn threads() -> io::Result<&'static Runtime> {
    const MOST: usize = 1024;
    static THREADS: fork::ForkSafeLazy<Runtime> = fork::ForkSafeLazy::by_each_process();
    THREADS.get_or_try_make(|| {
        let mut builder = Builder::new_current_thread();
        builder.max_blocking_threads(MOST).thread_name("simple_native call").on_thread_start(thread::adopt);
        builder.build()
    })
}

/// Runs the handler for `request` on a thread that may block.
pub async fn run_on_pool(
    handler: Arc<Handler>,
    request: &RequestHandle,
    state: Arc<ServerState>,
    running: Option<Arc<OwnedSemaphorePermit>>,
) -> Option<HttpResponse> {
    let handle = request.handle();
    let call = move || {
        let _running = running;
        handler.latency.timed(|| call(&handler, handle, &state))
    };
    let Ok(threads) = threads() else {
        return Some(plain(StatusCode::SERVICE_UNAVAILABLE, "no thread is left for the handler\n"));
    };
    let task = threads.spawn_blocking(call);
    task.await.unwrap_or_else(|_| Some(internal("internal error\n")))
}

/// Runs the handler of a WebSocket, which may go on as long as the connection, on a thread of its own; the
/// request stays until it returns.
pub async fn run_on_thread(
    handler: Arc<Handler>,
    request: &Arc<RequestHandle>,
    state: Arc<ServerState>,
) -> Option<HttpResponse> {
    let request = request.clone();
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let thread = thread::Builder::new("simple_native ws").spawn(move || {
        let _ = sender.send(call(&handler, request.handle(), &state));
    });
    match thread {
        Ok(_) => receiver.await.unwrap_or_else(|_| Some(internal("internal error\n"))),
        Err(_) => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "no thread is left for the handler\n")),
    }
}
