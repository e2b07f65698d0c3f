//! Servers.

use crate::{
    error::{Error, Result},
    method, number,
    server::{Folder, FolderOptions, Request, RouteOptions, Server, handlers, tls},
};
use ffi_core::{Borrowed, Callback, Consumed, New, UserData, export};
use hyper::Method;

/// Makes a server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from `rt_http_server_start`
/// on; connections made earlier wait. HTTP/1.1 and HTTP/2, over TLS after `rt_http_server_set_tls`. The caller frees it
/// with `rt_http_server_destroy`. 0 where the port is taken.
#[export]
fn rt_http_server_create(port: i64) -> Result<New<Server>> {
    Ok(New::new(Server::bind("127.0.0.1", port)?))
}

fn some_handler(handler: &str) -> Result<()> {
    if handler.is_empty() {
        return Err(Error::text("handler", handler, "and a handler has a name"));
    }
    Ok(())
}

/// Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
/// too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
/// the path; a literal segment goes before a parameter. The same method and path again replaces the route.
/// Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
#[export]
fn rt_http_server_route(server: &Server, method: &str, path: &str, handler: &str) -> Result<()> {
    some_handler(handler)?;
    let method = if method == "*" { None } else { Some(method::parse(method)?) };
    server.0.routes.write().add(method, path, handler, false)
}

/// Adds a route as `rt_http_server_route` does, with options: `options_json` is an object, or `""` for none. With
/// `stream_body`, true or false, the handler is asked as soon as a request's head has come, and reads the body with
/// `rt_http_request_read` while it comes, however long that takes; a handler that neither reads on nor answers for the
/// answer timeout loses it to a 503, and the limits of a body's time do not count. A client that waits with its body for
/// `100 Continue` is told so when the handler first reads. An answer before the body's end is sent, and the connection
/// ends then. `body_limit` is the longest body in bytes, in the place of the server's limit, whether it is streamed or
/// not; null, as at first, leaves that. False, with a last error, for an unknown key or a value of another type.
#[export(schema(options_json = "ffi_http/src/server/route_options.schema.json"))]
fn rt_http_server_route_with_options(
    server: &Server,
    method: &str,
    path: &str,
    handler: &str,
    options_json: &str,
) -> Result<()> {
    some_handler(handler)?;
    let method = if method == "*" { None } else { Some(method::parse(method)?) };
    let options = RouteOptions::parse(options_json)?;
    server.0.routes.write().add_with(method, path, handler, false, options)
}

/// Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
/// types (text is UTF-8), up to 64 ranges (several that do not touch each other come as `multipart/byteranges`),
/// conditional requests, `index.html` for a folder. Does not serve what begins with a dot, `.well-known` excepted,
/// and nothing outside of `dir`, whatever the path says and wherever symbolic links lead. Routes go first, then the
/// longest prefix. False where `dir` is no folder.
#[export]
fn rt_http_server_static(server: &Server, path: &str, dir: &str) -> Result<()> {
    let folder = Folder::open(path, dir, FolderOptions::default())?;
    server.0.routes.write().add_folder(folder);
    Ok(())
}

/// Serves a folder as `rt_http_server_static` does, with options: `options_json` is an object, or `""` for none.
/// `headers`, an array of texts `Name: value`, adds these fields to every answer that is no error. `dotfiles`, true
/// or false, serves names that begin with a dot too. `precompressed`, true or false, sends `x.br` or `x.gz` in place
/// of `x`, with the content type of `x`, to clients whose `Accept-Encoding` takes that coding; each has an `ETag` of
/// its own, and a range is one of its bytes; several ranges of it are answered with all of it, as a server may
/// (RFC 9110, 14.2), for no field says of a multipart body that its parts alone have a coding. False, with a last
/// error, for an unknown key, a value of another type, or a field that is the server's to set.
#[export(schema(options_json = "ffi_http/src/server/folder_options.schema.json"))]
fn rt_http_server_static_with_options(
    server: &Server,
    path: &str,
    dir: &str,
    options_json: &str,
) -> Result<()> {
    let folder = Folder::open(path, dir, FolderOptions::parse(options_json)?)?;
    server.0.routes.write().add_folder(folder);
    Ok(())
}

/// Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
#[export(blocks)]
fn rt_http_server_start(server: &Server) -> Result<()> {
    server.serve()
}

/// Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
/// flight have up to 5 s to finish, all at the same time, and get a 503 then. Requests that wait to be pulled get it at
/// once where no thread but the caller's has called `rt_http_server_next_request`, for nobody will answer them; those
/// that were pulled are in flight until they are answered or freed. Returns
/// when all has ended, half a second after that time at the latest, even where a handler does not return: that
/// goes on, and its answer is lost. Inside a callback of a server it returns at once. The server can be started
/// again. False where it does not run.
#[export(blocks)]
fn rt_http_server_stop(server: &Server) -> Result<()> {
    server.stop()
}

/// Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
#[export(blocks)]
fn rt_http_server_destroy(server: Consumed<Server>) {
    server.end();
}

/// Makes a server as `rt_http_server_create` does, at another IP address: `0.0.0.0` for all, `::1`, ….
#[export]
fn rt_http_server_create_at(address: &str, port: i64) -> Result<New<Server>> {
    Ok(New::new(Server::bind(address, port)?))
}

/// Makes a server as `rt_http_server_create` does, at a Unix domain socket with this path, of at most 107 bytes on Linux:
/// for clients on this machine, a proxy such as nginx among them. Who may connect, the permissions of its folder and the
/// process's umask say. A socket that is there and that nobody listens at is replaced; any other file is refused. It is
/// removed when the server is stopped or freed. 0 where nothing can listen there, and on platforms without such sockets.
#[export]
fn rt_http_server_create_unix(path: &str) -> Result<New<Server>> {
    Ok(New::new(Server::bind_unix(path)?))
}

/// Returns the port that the server listens at: 0 for a Unix domain socket.
#[export]
fn rt_http_server_port(server: &Server) -> i64 {
    i64::from(server.port())
}

/// Serves as `rt_http_server_start` does, and returns at once.
#[export]
fn rt_http_server_start_background(server: &Server) -> Result<()> {
    server.start().map(drop)
}

/// Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
/// request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
/// are responses made inside the call and not returned. 0, a handle that is no response, and a call that does not return
/// (by a panic, an exception of another language, or `pthread_exit`, none of which goes further) are a 500. A
/// client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
/// The function is called on the server's threads, on several at once; it may block, call this library, and
/// stop the server. It must not be left by `longjmp`.
#[export(
    ends = "rt_http_unregister_handler",
    replaces,
    handles(function = "http request", function_returns = "http response")
)]
fn rt_http_register_handler(name: &str, function: Callback, user_data: UserData) -> Result<()> {
    if name.is_empty() {
        return Err(Error::text("name", name, "and a handler has a name"));
    }
    handlers::register(name, function, user_data);
    Ok(())
}

/// Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
/// themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
/// there is none of that name.
#[export(blocks)]
fn rt_http_unregister_handler(name: &str) -> Result<()> {
    handlers::unregister(name)
}

/// Takes the next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
/// host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where none
/// came in time, and, with a last error, where the server was stopped and none is left.
#[export(blocks, none = 0)]
fn rt_http_server_next_request(server: &Server, timeout_ms: i64) -> Result<Borrowed<Request>> {
    let patience = number::patience("timeout_ms", timeout_ms)?;
    server.0.queue.next(patience).map(Borrowed::new)
}

/// Gives a file descriptor that is readable while a request waits that `rt_http_server_next_request(server, 0)` would
/// give, and once the server is stopped: for a host of one thread, which waits in `poll`, `select` or `epoll` for this
/// and all else, and then takes requests until that is 0. The descriptor is the server's: do not read, write or close
/// it, and poll it no longer once the server is freed. A child of fork does not have it. −1 where the system gives
/// none; not available on Windows.
#[export]
fn rt_http_server_fd(server: &Server) -> Result<i64> {
    server.0.queue.fd()
}

/// Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
/// answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
#[export(takes(request, response))]
fn rt_http_server_respond(
    request: ffi_core::Handle<Request>,
    response: ffi_core::Handle<crate::server::Response>,
) -> Result<()> {
    crate::server::respond(request, response)
}

/// Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
/// each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
/// its own here, so it may stay and talk for as long as the connection lasts. WebSockets by HTTP/2 (RFC 8441) are those
/// of the same path.
#[export]
fn rt_http_server_websocket(server: &Server, path: &str, handler: &str) -> Result<()> {
    some_handler(handler)?;
    server.0.routes.write().add(Some(Method::GET), path, handler, true)
}

/// Makes the server speak TLS 1.2 and 1.3 on connections made from then on, also while it runs: the way to renew
/// certificates. `options_json` is an object, or `""` for no TLS any more. `certificates` is an array of 1 to 1000
/// objects, each with `chain` (the server's certificate first, then those between it and a root) or `chain_file`, and
/// `key` or `key_file`: PEM, or DER, which in a text is base64; keys are RSA, ECDSA (P-256, P-384, P-521) or Ed25519,
/// without a password. A client gets the first certificate that is for the name it asks for (SNI) and of a kind that
/// it can check, and the first it can check where none is for that name. `minimum_version` is `"1.2"`, as at first, or
/// `"1.3"`. With `client_roots` or `client_roots_file`, certificates in PEM, only clients are served that show a
/// certificate which leads to one of these. A handshake may take as long as a request's head. Addresses are
/// `https://` and `wss://` then. False, with a last error that repeats nothing of a key, where the options, a file, a
/// certificate or a key cannot be used; what was set before stays.
#[export(schema(options_json = "ffi_http/src/server/tls_options.schema.json"))]
fn rt_http_server_set_tls(server: &Server, options_json: &str) -> Result<()> {
    let config = tls::parse(options_json)?;
    *server.0.tls.write() = config;
    Ok(())
}

/// Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
/// counts for connections made from then on.
#[export]
fn rt_http_server_set_body_limit(server: &Server, bytes: i64) -> Result<()> {
    server.0.limits.write().body = number::within("bytes", bytes, 0, i64::MAX)?;
    Ok(())
}

/// Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
/// one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
#[export]
fn rt_http_server_set_header_limit(server: &Server, bytes: i64) -> Result<()> {
    server.0.limits.write().header = number::within("bytes", bytes, 8 << 10, 1 << 20)?;
    Ok(())
}

/// Sets how long a request's head may take to come: 1 ms to a day, 10 s at first. After that the connection ends.
/// A connection may stay idle between requests for as long, unless `rt_http_server_set_keep_alive_timeout` says
/// otherwise.
#[export]
fn rt_http_server_set_header_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().header_time = number::limit("timeout_ms", timeout_ms)?;
    Ok(())
}

/// Sets how long a connection may stay idle between requests: 1 ms to a day, at first as long as a head may take.
/// After that it ends.
#[export]
fn rt_http_server_set_keep_alive_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().keep_alive_time = Some(number::limit("timeout_ms", timeout_ms)?);
    Ok(())
}

/// Sets how many header fields a request may have: 1 to 8192, 100 at first; one with more gets a 431.
#[export]
fn rt_http_server_set_max_headers(server: &Server, count: i64) -> Result<()> {
    server.0.limits.write().fields = Some(number::within("count", count, 1, 8192)?);
    Ok(())
}

/// Sets how long nothing of a request's body may come, apart from how long all of it may take: 1 ms to a day; at
/// first there is no such limit. After that it gets a 408.
#[export]
fn rt_http_server_set_body_stall_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().body_stall = Some(number::limit("timeout_ms", timeout_ms)?);
    Ok(())
}

/// Returns why the server or a handler last failed a request, in a sentence, `""` while none did: such a request got
/// a 500, or its answer broke off. An event of the kind `http` (`"type": "error"`) tells it too.
#[export]
fn rt_http_server_get_last_error(server: &Server) -> String {
    server.0.last_error()
}

/// Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
#[export]
fn rt_http_server_set_body_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().body_time = number::limit("timeout_ms", timeout_ms)?;
    Ok(())
}

/// Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
/// callback that has always been quick is called without a way back: where it takes longer for the first time, its
/// own client gets its late answer and no 503; all others are served meanwhile.
#[export]
fn rt_http_server_set_answer_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().answer_time = number::limit("timeout_ms", timeout_ms)?;
    Ok(())
}

/// Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
/// connection ends.
#[export]
fn rt_http_server_set_write_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().write_time = number::limit("timeout_ms", timeout_ms)?;
    Ok(())
}

/// Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
#[export]
fn rt_http_server_set_stop_timeout(server: &Server, timeout_ms: i64) -> Result<()> {
    server.0.limits.write().stop_time = number::limit("timeout_ms", timeout_ms)?;
    Ok(())
}

/// Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
/// counts from the next start.
#[export]
fn rt_http_server_set_max_connections(server: &Server, count: i64) -> Result<()> {
    server.0.limits.write().connections = number::within("count", count, 1, 1_000_000)?;
    Ok(())
}

/// Speaks HTTP/2, as at first, with clients that choose it by ALPN or, without TLS, begin with it, or does not. A
/// connection has up to 100 requests at a time, of which 16 may be sending a body; handlers whose clients have given
/// them up count until they return, and past 200 of both further requests get a 503. All limits count for each
/// request as they do by HTTP/1.1, that for the head's bytes as RFC 9113, 6.5.2, counts them. A client that gives up
/// requests faster than they are looked at, or asks nothing for as long as a connection may stay idle, loses its
/// connection; a request whose answer is not taken in time ends alone.
#[export]
fn rt_http_server_set_http2(server: &Server, enabled: bool) -> Result<()> {
    server.0.limits.write().http2 = enabled;
    Ok(())
}

/// Compresses answers (brotli, gzip, zstd) for clients that ask for it, or does not, as at first. Parts of files and
/// what has a `Content-Encoding` already stay as they are. An `ETag` of what is compressed becomes a weak one.
#[export]
fn rt_http_server_set_compression(server: &Server, enabled: bool) -> Result<()> {
    server.0.limits.write().compress = enabled;
    Ok(())
}
