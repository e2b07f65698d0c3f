//! Dispatch of a request to a handler or a folder, up to its answer.

use super::{
    announcement::Announcement,
    connection::Connection,
    handler::invoke::{self, HandlerRequest},
    response::{HttpResponse, last, not_allowed, plain},
    router::Found,
    upgrade, validate,
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
    mut request: Request<Incoming>,
    announcement: Option<Arc<Announcement>>,
) -> Answering {
    #[cfg(test)]
    if let Some(answer) = tests::failing(connection, &request) {
        return answer;
    }
    let ambiguous = connection.phase.begin();
    let whole = request.body().is_end_stream();
    if ambiguous {
        let refusal = last(StatusCode::BAD_REQUEST, "a request has one length\n");
        return now(connection.send(connection.early(refusal, false)));
    }
    if let Some(refusal) = validate::refusal(&request) {
        return now(connection.send(connection.early(refusal, whole)));
    }
    validate::take_host_of_target(&mut request);
    let found = connection.state.routes.read().find(request.method(), request.uri().path());
    if upgrade::is_by_connect(&request) && !matches!(&found, Found::Handler(target, _) if target.websocket) {
        return now(connection.send(plain(StatusCode::NOT_FOUND, "there is no WebSocket here\n")));
    }
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
                let answer = connection.in_time(pin!(folder.serve(head, connection.limits.compress))).await;
                connection.send_pieces(connection.early(answer.unwrap_or_else(|late| late), whole))
            });
        }
        Found::OtherMethod(methods) => connection.early(not_allowed(&methods), whole),
        Found::Nothing => connection.early(plain(StatusCode::NOT_FOUND, "Not Found\n"), whole),
    };
    now(connection.send(answer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::Server;
    use ffi_core::events::{EventKind, Queue};
    use std::{
        io::{Read, Write},
        net::TcpStream,
        time::{Duration, Instant},
    };

    /// Time that a test waits for what must come.
    const LONG: Duration = Duration::from_secs(20);

    /// A fault of the server's own.
    pub fn failing(connection: &Arc<Connection>, request: &Request<Incoming>) -> Option<Answering> {
        match request.uri().path() {
            "/fails-at-once" => panic!("at once"),
            "/fails-later" => {
                connection.phase.begin();
                Some(later(async {
                    tokio::task::yield_now().await;
                    panic!("later")
                }))
            }
            _ => None,
        }
    }

    #[test]
    fn a_panic_in_a_servers_task_is_a_500_and_the_connection_goes_on() {
        let server = Server::bind("127.0.0.1", 0).unwrap();
        server.start().map_err(|error| error.to_string()).unwrap();
        let events = Queue::subscribe([EventKind::Http], 1000);
        let port = server.port();
        for (path, reason) in [("/fails-at-once", "at once"), ("/fails-later", "later")] {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            stream.set_read_timeout(Some(LONG)).unwrap();
            // One after the other, and all at once.
            for rounds in [1, 3] {
                let heads = [path, "/nowhere"].map(|path| format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"));
                stream.write_all(heads.concat().repeat(rounds).as_bytes()).unwrap();
                for status in [500, 404].repeat(rounds) {
                    assert_eq!(answer(&mut stream), status, "{path}");
                }
            }
            stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).unwrap();
            assert_eq!(answer(&mut stream), 500);
            // What is not read of a request ends its connection.
            let half = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf");
            stream.write_all(half.as_bytes()).unwrap();
            assert_eq!(answer(&mut stream), 500);
            assert_eq!(stream.read(&mut [0; 1]).unwrap(), 0);
            let last = server.0.last_error();
            assert!(last.contains(&format!("internal error: {reason}")) && last.contains(path), "{last}");
            loop {
                let event = events.next(Some(Instant::now() + LONG)).expect("an event");
                if event.data.contains("\"type\":\"error\"")
                    && event.data.contains(&format!("\"port\":{port},"))
                {
                    assert!(event.data.contains(reason) && event.data.contains(path), "{}", event.data);
                    break;
                }
            }
            while events.next(Some(Instant::now())).is_some() {}
        }
        events.close();
        server.end();
    }

    /// An answer's status; the connection stays.
    fn answer(stream: &mut TcpStream) -> u16 {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).expect("a head");
            head.extend_from_slice(&byte);
        }
        let head = String::from_utf8(head).unwrap().to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
        stream.read_exact(&mut vec![0; length.parse().unwrap()]).expect("a body");
        head[9..12].parse().unwrap()
    }
}
