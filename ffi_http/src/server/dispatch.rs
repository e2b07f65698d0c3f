//! From a request to its answer.

use super::{
    connection::Connection,
    handler::invoke::{self, HandlerRequest},
    response::{HttpResponse, last, not_allowed, plain},
    router::Found,
    validate,
};
use ffi_core::{
    events::{EventKind, publish},
    guard::describe,
};
use futures_util::future::{Either, Ready, ready};
use hyper::{
    Request, StatusCode,
    body::{Body as _, Incoming},
};
use serde_json::{Value, json};
use std::{
    any::Any,
    convert::Infallible,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    sync::Arc,
    task::Poll,
};

/// An answer. There always is one.
pub type Served = Result<HttpResponse, Infallible>;
/// An answer that is there already, or the way to it: in a box, for what takes no time need not be moved about
/// with room for what does.
pub type Answering = Either<Ready<Served>, Pin<Box<dyn Future<Output = Served> + Send>>>;

fn now(answer: HttpResponse) -> Answering {
    Either::Left(ready(Ok(answer)))
}

fn later(answer: impl Future<Output = HttpResponse> + Send + 'static) -> Answering {
    Either::Right(Box::pin(async { Ok(answer.await) }))
}

/// Answers one request.
pub fn dispatch(connection: &Arc<Connection>, request: Request<Incoming>) -> Answering {
    let Some(mut about) = announce(connection, &request) else {
        return guarded(connection, request);
    };
    let answer = guarded(connection, request);
    later(async move {
        let Ok(answer) = answer.await;
        about["type"] = "response".into();
        about["status"] = answer.status().as_u16().into();
        publish(EventKind::Http, || about.to_string());
        answer
    })
}

/// Tells whoever listens to the events of all libraries; what was told, where anybody does.
fn announce(connection: &Connection, request: &Request<Incoming>) -> Option<Value> {
    let mut about = None;
    publish(EventKind::Http, || {
        let said = json!({
            "type": "request",
            "port": connection.state.address.port(),
            "peer": connection.peer.to_string(),
            "method": request.method().as_str(),
            "path": request.uri().path(),
        });
        about.insert(said).to_string()
    });
    about
}

/// [`find_answer`], and a 500 where it panics, then or later: the connection goes on.
#[inline]
fn guarded(connection: &Arc<Connection>, request: Request<Incoming>) -> Answering {
    let whole = request.body().is_end_stream();
    let asked = (request.method().clone(), request.uri().clone());
    let failed = move |connection: &Connection, payload: &(dyn Any + Send)| {
        let reason = format!("internal error: {} ({} {})", describe(payload), asked.0, asked.1.path());
        connection.state.note_error(&reason);
        let answer = plain(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error\n");
        connection.send(connection.early(answer, whole))
    };
    match catch_unwind(AssertUnwindSafe(|| find_answer(connection, request))) {
        Ok(Either::Left(answer)) => Either::Left(answer),
        Ok(Either::Right(mut answer)) => {
            let connection = connection.clone();
            Either::Right(Box::pin(poll_fn(move |cx| {
                catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(cx)))
                    .unwrap_or_else(|payload| Poll::Ready(Ok(failed(&connection, &*payload))))
            })))
        }
        Err(payload) => now(failed(connection, &*payload)),
    }
}

#[inline]
fn find_answer(connection: &Arc<Connection>, request: Request<Incoming>) -> Answering {
    let ambiguous = connection.phase.begin();
    let whole = request.body().is_end_stream();
    if ambiguous {
        let refusal = last(StatusCode::BAD_REQUEST, "a request has one length\n");
        return now(connection.send(connection.early(refusal, false)));
    }
    if let Some(refusal) = validate::refusal(&request) {
        return now(connection.send(connection.early(refusal, whole)));
    }
    let found = connection.state.routes.read().find(request.method(), request.uri().path());
    let answer = match found {
        Found::Handler(target, params) => match invoke::try_inline(&request, &target) {
            Some(handler) => HandlerRequest { request, target, params }.invoke_inline(handler, connection),
            None => {
                let handled = HandlerRequest { request, target, params };
                let connection = connection.clone();
                return later(async move {
                    let answer = handled.answer(&connection).await;
                    connection.send(answer)
                });
            }
        },
        Found::Folder(folder) => {
            let connection = connection.clone();
            return later(async move {
                if whole {
                    connection.phase.answering();
                }
                let (head, _body) = request.into_parts();
                let answer = connection.in_time(pin!(folder.serve(head))).await;
                connection.send_pieces(connection.early(answer.unwrap_or_else(|late| late), whole))
            });
        }
        Found::OtherMethod(methods) => connection.early(not_allowed(&methods), whole),
        Found::Nothing => connection.early(plain(StatusCode::NOT_FOUND, "Not Found\n"), whole),
    };
    now(connection.send(answer))
}
