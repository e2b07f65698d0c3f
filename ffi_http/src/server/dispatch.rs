//! From a request to its answer.

use super::{
    answer::{Answer, last, not_allowed, plain},
    callback,
    connection::Connection,
    core::{Stage, reached},
    exchange::{Exchange, Open},
    handlers,
    route::{Found, Params, Target},
    upgrade::{self, Upgrade},
};
use bytes::Bytes;
use ffi_core::events::{EventKind, publish};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::{
    Request, StatusCode,
    body::{Body as _, Incoming},
};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::{
    sync::oneshot,
    time::{sleep, timeout},
};

/// Answers one request.
pub async fn dispatch(connection: Arc<Connection>, request: Request<Incoming>) -> Answer {
    let about = announce(&connection, &request);
    let answer = find_answer(connection, request).await;
    if let Some(mut about) = about {
        about["type"] = "response".into();
        about["status"] = answer.status().as_u16().into();
        publish(EventKind::Http, || about.to_string());
    }
    answer
}

/// Tells whoever listens to the events of all libraries; what was told, where anybody does.
fn announce(connection: &Connection, request: &Request<Incoming>) -> Option<Value> {
    let mut about = None;
    publish(EventKind::Http, || {
        let said = json!({
            "type": "request",
            "port": connection.core.address.port(),
            "peer": connection.peer.to_string(),
            "method": request.method().as_str(),
            "path": request.uri().path(),
        });
        about.insert(said).to_string()
    });
    about
}

async fn find_answer(connection: Arc<Connection>, request: Request<Incoming>) -> Answer {
    if connection.framing.is_ambiguous() {
        return last(StatusCode::BAD_REQUEST, "a request has one length\n");
    }
    let found = connection.core.routes.read().find(request.method(), request.uri().path());
    let answer = match found {
        Found::Handler(target, params) => handle(&connection, request, target, params).await,
        Found::Folder(folder) => {
            let path = request.uri().path().to_owned();
            let (head, _body) = request.into_parts();
            // What is rare lies elsewhere: a future is moved as a whole, however little of it is in use.
            Box::pin(folder.serve(head, path)).await
        }
        Found::OtherMethod(methods) => not_allowed(&methods),
        Found::Nothing => plain(StatusCode::NOT_FOUND, "Not Found\n"),
    };
    connection.framing.next();
    answer
}

async fn handle(
    connection: &Arc<Connection>,
    mut request: Request<Incoming>,
    target: Arc<Target>,
    params: Params,
) -> Answer {
    let upgrade = if target.websocket {
        match upgrade::begin(&mut request, connection) {
            Ok(upgrade) => Some(upgrade),
            Err(answer) => return *answer,
        }
    } else {
        None
    };
    let (head, body) = request.into_parts();
    let body = if body.is_end_stream() {
        Bytes::new()
    } else {
        match Box::pin(whole(body, connection)).await {
            Ok(body) => body,
            Err(answer) => return answer,
        }
    };
    answer(connection, head, body, target, params, upgrade).await
}

/// The request's body, or why it is refused.
async fn whole(body: Incoming, connection: &Connection) -> Result<Bytes, Answer> {
    let limits = connection.limits;
    let too_long =
        || last(StatusCode::PAYLOAD_TOO_LARGE, &format!("a body has at most {} bytes here\n", limits.body));
    if body.size_hint().lower() > limits.body as u64 {
        return Err(too_long());
    }
    match timeout(limits.body_time, Limited::new(body, limits.body).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long()),
        Ok(Err(_)) => Err(last(StatusCode::BAD_REQUEST, "the body is malformed\n")),
        Err(_) => Err(last(StatusCode::REQUEST_TIMEOUT, "the body did not come in time\n")),
    }
}

async fn answer(
    connection: &Arc<Connection>,
    head: hyper::http::request::Parts,
    body: Bytes,
    target: Arc<Target>,
    params: Params,
    upgrade: Option<Upgrade>,
) -> Answer {
    let (reply, mut replied) = oneshot::channel();
    let open = Arc::new(Open::new(Exchange {
        head,
        body,
        params,
        handler: target.handler.clone(),
        peer: connection.peer,
        server: Arc::downgrade(&connection.core),
        reply: Some(reply),
        upgrade,
    }));
    let Some(handler) = handlers::find(&target.handler) else {
        return pulled(connection, open, replied).await;
    };
    let returned = async {
        if target.websocket {
            Box::pin(callback::run_apart(handler, &open, &target.handler)).await
        } else {
            callback::run(handler, &open, &target.handler).await
        }
    };
    let limited = async {
        tokio::select! {
            biased;
            Ok(answer) = &mut replied => Some(answer),
            returned = returned => returned,
        }
    };
    match in_time(connection, limited).await {
        Err(late) => late,
        Ok(Some(answer)) => answer,
        // It returned nothing: it may have answered just before.
        Ok(None) => replied.try_recv().unwrap_or_else(|_| callback::silent(&target.handler)),
    }
}

/// Lets the request wait for the host.
async fn pulled(connection: &Arc<Connection>, open: Arc<Open>, replied: oneshot::Receiver<Answer>) -> Answer {
    struct Waiting<'a>(&'a Connection, i64);
    impl Drop for Waiting<'_> {
        fn drop(&mut self) {
            self.0.core.queue.forget(self.1);
        }
    }
    connection.core.queue.push(open.handle());
    let _waiting = Waiting(connection, open.handle());
    match in_time(connection, replied).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => plain(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered\n"),
        Err(late) => late,
    }
}

/// `future`, or a 503 where it takes too long or the server has waited long enough to stop.
async fn in_time<F: Future>(connection: &Connection, future: F) -> Result<F::Output, Answer> {
    let late = || last(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered in time\n");
    tokio::select! {
        biased;
        output = future => Ok(output),
        // Made when there is something to wait for.
        () = async { sleep(connection.limits.answer_time).await } => Err(late()),
        () = async { reached(&mut connection.stage.clone(), Stage::GivingUp).await } => Err(late()),
    }
}
