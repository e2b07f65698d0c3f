//! From a request to its answer.

use super::{
    announcement::Announcement,
    connection::Connection,
    handler::invoke::{self, HandlerRequest},
    response::{HttpResponse, last, not_allowed, plain},
    router::Found,
    validate,
};
use ffi_core::guard::describe;
use futures_util::future::{Either, Ready, ready};
use hyper::{
    Request, StatusCode,
    body::{Body as _, Incoming},
};
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
    let Some(announcement) = Announcement::of(connection, &request).map(Arc::new) else {
        return guarded(connection, request, None);
    };
    let answer = guarded(connection, request, Some(announcement.clone()));
    later(async move {
        let Ok(answer) = answer.await;
        announcement.response(answer.status());
        answer
    })
}

/// [`find_answer`], and a 500 where it panics, then or later: the connection goes on.
#[inline]
fn guarded(
    connection: &Arc<Connection>,
    request: Request<Incoming>,
    announcement: Option<Arc<Announcement>>,
) -> Answering {
    let whole = request.body().is_end_stream();
    let asked = (request.method().clone(), request.uri().clone());
    let failed = move |connection: &Connection, payload: &(dyn Any + Send)| {
        let reason = format!("internal error: {} ({} {})", describe(payload), asked.0, asked.1.path());
        connection.state.note_error(&reason);
        let answer = plain(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error\n");
        connection.send(connection.early(answer, whole))
    };
    match catch_unwind(AssertUnwindSafe(|| find_answer(connection, request, announcement))) {
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
fn find_answer(
    connection: &Arc<Connection>,
    request: Request<Incoming>,
    announcement: Option<Arc<Announcement>>,
) -> Answering {
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
            Some(handler) => {
                HandlerRequest { request, target, params, announcement }.invoke_inline(handler, connection)
            }
            None => {
                let handled = HandlerRequest { request, target, params, announcement };
                let connection = connection.clone();
                return later(async move {
                    let answer = handled.answer(&connection).await;
                    connection.send(answer)
                });
            }
        },
        Found::Folder(folder) => {
            if let Some(announcement) = announcement {
                announcement.request();
            }
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
