//! Requests whose handler is a callback.

use super::{
    answer::{Answer, Response, plain},
    exchange::Open,
    handlers::Handler,
    inline::{self, Turn},
};
use ffi_core::{fork, thread};
use hyper::StatusCode;
use std::{cell::RefCell, sync::Arc};
use tokio::runtime::{Builder, Runtime};

/// Responses made on a thread inside callbacks.
struct Made {
    handles: Vec<i64>,
    /// How many callbacks the thread is inside of.
    depth: usize,
}

thread_local! {
    static MADE: RefCell<Made> = const { RefCell::new(Made { handles: Vec::new(), depth: 0 }) };
}

/// Remembers a response made inside a callback.
pub fn note_response(handle: i64) {
    MADE.with_borrow_mut(|made| {
        if made.depth > 0 {
            made.handles.push(handle);
        }
    });
}

/// What the handler answers; nothing where the host took it away meanwhile or it answered by `respond`.
fn call(handler: &Handler, request: i64) -> Option<Answer> {
    let name = &handler.name;
    let begin = MADE.with_borrow_mut(|made| {
        made.depth += 1;
        made.handles.len()
    });
    let returned = handler.call(request);
    MADE.with_borrow_mut(|made| made.depth -= 1);
    let answer = match returned {
        Some(Ok(0)) => None,
        Some(Ok(handle)) => Some(taken(handle).unwrap_or_else(|| {
            failed(&format!("the handler `{name}` returned {handle}, which is no response\n"))
        })),
        Some(Err(_)) => Some(failed(&format!("the handler `{name}` panicked\n"))),
        None => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "the handler was taken away\n")),
    };
    let left =
        || MADE.with_borrow_mut(|made| if made.handles.len() > begin { made.handles.pop() } else { None });
    while let Some(handle) = left() {
        drop(taken(handle));
    }
    answer
}

/// The answer behind a response's handle, which is freed.
fn taken(handle: i64) -> Option<Answer> {
    ffi_core::handle::take::<Response>(handle)?.take()
}

fn failed(text: &str) -> Answer {
    plain(StatusCode::INTERNAL_SERVER_ERROR, text)
}

/// What is sent where a handler says nothing.
pub fn silent(name: &str) -> Answer {
    failed(&format!("the handler `{name}` returned no response\n"))
}

/// How often a quick handler waits for its turn to be called in place before it takes a thread.
const PATIENCE: usize = 8;

/// Runs the handler in place.
pub fn run_here(turn: Turn, handler: &Handler, request: Open) -> Answer {
    let returned = inline::timed(handler, || call(handler, request.handle()));
    drop(turn);
    request.end().or(returned).unwrap_or_else(|| silent(&handler.name))
}

/// Waits for a turn to run a quick handler in place; none where it takes longer than a thread to begin.
pub async fn turn(handler: &Handler) -> Option<Turn> {
    for _ in 0..PATIENCE {
        if let Some(turn) = inline::turn(handler) {
            return Some(turn);
        }
        if !inline::is_quick(handler) {
            return None;
        }
        // The others are quick too.
        tokio::task::yield_now().await;
    }
    None
}

/// The threads of handlers that may block: their own, for handlers that never return would use up those that read
/// files and look up names.
fn threads() -> Option<&'static Runtime> {
    const MOST: usize = 1024;
    static THREADS: fork::ForkSafeLazy<Option<Runtime>> = fork::ForkSafeLazy::by_each_process();
    let build = || {
        let mut builder = Builder::new_current_thread();
        builder.max_blocking_threads(MOST).thread_name("simple_native call").on_thread_start(thread::adopt);
        builder.build().ok()
    };
    THREADS.get_or_make(build).as_ref()
}

/// Runs the handler for `request` on a thread that may block.
pub async fn run(handler: Arc<Handler>, request: &Open) -> Option<Answer> {
    let handle = request.handle();
    let call = move || inline::timed(&handler, || call(&handler, handle));
    let Some(threads) = threads() else {
        return Some(plain(StatusCode::SERVICE_UNAVAILABLE, "no thread is left for the handler\n"));
    };
    let task = threads.spawn_blocking(call);
    task.await.unwrap_or_else(|_| Some(failed("internal error\n")))
}

/// Runs the handler of a WebSocket, which may go on as long as the connection, on a thread of its own; the
/// request stays until it returns.
pub async fn run_apart(handler: Arc<Handler>, request: &Arc<Open>) -> Option<Answer> {
    let request = request.clone();
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let thread = thread::Builder::new("simple_native ws").spawn(move || {
        let _ = sender.send(call(&handler, request.handle()));
    });
    match thread {
        Ok(_) => receiver.await.unwrap_or_else(|_| Some(failed("internal error\n"))),
        Err(_) => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "no thread is left for the handler\n")),
    }
}
