//! Requests whose handler is a callback.

use super::{
    answer::{Answer, Response, plain},
    exchange::Open,
    handlers::Handler,
    inline,
};
use hyper::StatusCode;
use std::{cell::RefCell, sync::Arc};

thread_local! {
    /// Responses made on this thread since the callback began; none outside of one.
    static MADE: RefCell<Option<Vec<i64>>> = const { RefCell::new(None) };
}

/// Remembers a response made inside a callback.
pub fn note_response(handle: i64) {
    MADE.with_borrow_mut(|made| {
        if let Some(made) = made {
            made.push(handle);
        }
    });
}

/// What the handler answers; nothing where the host took it away meanwhile or it answered by `respond`.
fn call(handler: &Handler, request: i64, name: &str) -> Option<Answer> {
    let outer = MADE.replace(Some(Vec::new()));
    let returned = handler.call(request);
    let made = MADE.replace(outer).unwrap_or_default();
    let answer = match returned {
        Some(Ok(0)) => None,
        Some(Ok(handle)) => Some(taken(handle).unwrap_or_else(|| {
            failed(&format!("the handler `{name}` returned {handle}, which is no response\n"))
        })),
        Some(Err(_)) => Some(failed(&format!("the handler `{name}` panicked\n"))),
        None => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "the handler was taken away\n")),
    };
    for handle in made {
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

/// Runs the handler for `request`. It blocks a thread that may block, or none for long.
pub async fn run(handler: Arc<Handler>, request: &Open, name: &Arc<str>) -> Option<Answer> {
    let handle = request.handle();
    for _ in 0..PATIENCE {
        if let Ok(answer) = inline::try_call(&handler, || call(&handler, handle, name)) {
            return answer;
        }
        if !inline::is_quick(&handler) {
            break;
        }
        // The others are quick too: their turn is over sooner than a thread has begun.
        tokio::task::yield_now().await;
    }
    let name = name.clone();
    let task = tokio::task::spawn_blocking(move || {
        let _inside = ffi_core::guard::Inside::enter();
        inline::timed(&handler, || call(&handler, handle, &name))
    });
    task.await.unwrap_or_else(|_| Some(failed("internal error\n")))
}

/// Runs the handler of a WebSocket, which may go on as long as the connection, on a thread of its own; the
/// request stays until it returns.
pub async fn run_apart(handler: Arc<Handler>, request: &Arc<Open>, name: &Arc<str>) -> Option<Answer> {
    let (request, called) = (request.clone(), name.clone());
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let thread = std::thread::Builder::new().name("simple_native ws".to_owned()).spawn(move || {
        let _inside = ffi_core::guard::Inside::enter();
        let _ = sender.send(call(&handler, request.handle(), &called));
    });
    match thread {
        Ok(_) => receiver.await.unwrap_or_else(|_| Some(failed("internal error\n"))),
        Err(_) => Some(plain(StatusCode::SERVICE_UNAVAILABLE, "no thread is left for the handler\n")),
    }
}
