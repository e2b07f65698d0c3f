"""HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
tokio runtime, with TLS by rustls."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_http_get_last_error", "rt_http_clear_error")


class HttpResult(NamedTuple):
    """The answer to a request, or why there is none."""

    status: int
    """The HTTP status, or 0 where no answer came."""

    body: str
    """The answer's body as text, decoded by its charset."""

    error: str
    """Why no answer came, empty where one did (4xx and 5xx are answers)."""


class _HttpResult(_c.Structure):
    _fields_ = [("status", _c.c_int64), ("body", _c.c_void_p), ("error", _c.c_void_p)]


class HttpDownload(NamedTuple):
    """What came of a download."""

    status: int
    """The HTTP status, or 0 where no whole answer came."""

    bytes: int
    """How many bytes the file now has; 0 where the status is not 2xx and nothing was written."""

    error: str
    """Why the download failed, empty where an answer came (4xx and 5xx are answers)."""


class _HttpDownload(_c.Structure):
    _fields_ = [("status", _c.c_int64), ("bytes", _c.c_int64), ("error", _c.c_void_p)]


_rt_http_get = _declare("rt_http_get", _HttpResult, [_c.c_char_p])


def rt_http_get(url: str | bytes | None) -> HttpResult:
    """GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
    MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
    proxies from the environment; connections are kept for later calls.

    `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
    charset. Where no whole answer came, `status` is 0 and `error` says why.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_get(url.encode() if type(url) is str and "\0" not in url else _rt.text(url))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_post = _declare("rt_http_post", _HttpResult, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_http_post(url: str | bytes | None, body: str | bytes | None, content_type: str | bytes | None) -> HttpResult:
    """POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_post(url.encode() if type(url) is str and "\0" not in url else _rt.text(url), body.encode() if type(body) is str and "\0" not in body else _rt.text(body), content_type.encode() if type(content_type) is str and "\0" not in content_type else _rt.text(content_type))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_put = _declare("rt_http_put", _HttpResult, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_http_put(url: str | bytes | None, body: str | bytes | None, content_type: str | bytes | None) -> HttpResult:
    """PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_put(url.encode() if type(url) is str and "\0" not in url else _rt.text(url), body.encode() if type(body) is str and "\0" not in body else _rt.text(body), content_type.encode() if type(content_type) is str and "\0" not in content_type else _rt.text(content_type))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_delete = _declare("rt_http_delete", _HttpResult, [_c.c_char_p])


def rt_http_delete(url: str | bytes | None) -> HttpResult:
    """DELETEs `url`. Otherwise as `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_delete(url.encode() if type(url) is str and "\0" not in url else _rt.text(url))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_patch = _declare("rt_http_patch", _HttpResult, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_http_patch(url: str | bytes | None, body: str | bytes | None, content_type: str | bytes | None) -> HttpResult:
    """PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_patch(url.encode() if type(url) is str and "\0" not in url else _rt.text(url), body.encode() if type(body) is str and "\0" not in body else _rt.text(body), content_type.encode() if type(content_type) is str and "\0" not in content_type else _rt.text(content_type))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_head = _declare("rt_http_head", _HttpResult, [_c.c_char_p])


def rt_http_head(url: str | bytes | None) -> HttpResult:
    """Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_head(url.encode() if type(url) is str and "\0" not in url else _rt.text(url))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_request = _declare("rt_http_request", _HttpResult, [_c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_http_request(method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: str | bytes | None) -> HttpResult:
    """Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
    Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
    another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    headers_data, headers_len = _rt.texts(headers)
    result = _rt_http_request(method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body.encode() if type(body) is str and "\0" not in body else _rt.text(body))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_download = _declare("rt_http_download", _HttpDownload, [_c.c_char_p, _c.c_char_p])


def rt_http_download(url: str | bytes | None, output_path: str | bytes | None) -> HttpDownload:
    """Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
    beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
    or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
    still for no more than 30 s.

    `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
    Where the download failed `status` is 0 and `error` says why; an existing file is as it was.

    On failure: status 0, bytes 0, error "<reason>"."""
    result = _rt_http_download(url.encode() if type(url) is str and "\0" not in url else _rt.text(url), output_path.encode() if type(output_path) is str and "\0" not in output_path else _rt.text(output_path))
    return HttpDownload(result.status, result.bytes, _take_text(result.error))


_rt_http_upload = _declare("rt_http_upload", _HttpResult, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_http_upload(url: str | bytes | None, file_path: str | bytes | None, field_name: str | bytes | None) -> HttpResult:
    """POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
    content type of its extension. A transfer may take as long as it likes but stand still for no more than
    30 s. The result is as for `rt_http_get`.

    On failure: status 0, body "", error "<reason>"."""
    result = _rt_http_upload(url.encode() if type(url) is str and "\0" not in url else _rt.text(url), file_path.encode() if type(file_path) is str and "\0" not in file_path else _rt.text(file_path), field_name.encode() if type(field_name) is str and "\0" not in field_name else _rt.text(field_name))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_client_create = _declare("rt_http_client_create", _c.c_int64, [])


def rt_http_client_create() -> int:
    """A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
    caller frees it with `rt_http_client_destroy`."""
    return _rt_http_client_create()


_rt_http_client_set_timeout = _declare("rt_http_client_set_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_client_set_timeout(client: int, timeout_ms: int) -> bool:
    """Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
    For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
    (only 30 s without any progress).

    On failure: false."""
    return _rt_http_client_set_timeout(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_client_set_header = _declare("rt_http_client_set_header", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_client_set_header(client: int, key: str | bytes | None, value: str | bytes | None) -> bool:
    """Sends the header `key` with every request of `client`, unless the request has one of that name itself.

    On failure: false."""
    return _rt_http_client_set_header(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))


_rt_http_client_request = _declare("rt_http_client_request", _HttpResult, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_http_client_request(client: int, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: str | bytes | None) -> HttpResult:
    """As `rt_http_request`, with the settings of `client`.

    On failure: status 0, body "", error "<reason>"."""
    headers_data, headers_len = _rt.texts(headers)
    result = _rt_http_client_request(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body.encode() if type(body) is str and "\0" not in body else _rt.text(body))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_client_destroy = _declare("rt_http_client_destroy", None, [_c.c_int64])


def rt_http_client_destroy(client: int) -> None:
    """Frees a client and ends its idle connections. Requests under way finish."""
    return _rt_http_client_destroy(client if 0 <= client <= 9223372036854775807 else _rt.integer(client))


_rt_http_server_create = _declare("rt_http_server_create", _c.c_int64, [_c.c_int64])


def rt_http_server_create(port: int) -> int:
    """A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
    `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
    `rt_http_server_destroy`. 0 where the port is taken.

    On failure: 0."""
    return _rt_http_server_create(port if 0 <= port <= 9223372036854775807 else _rt.integer(port))


_rt_http_server_route = _declare("rt_http_server_route", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_http_server_route(server: int, method: str | bytes | None, path: str | bytes | None, handler: str | bytes | None) -> bool:
    """Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
    too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
    the path; a literal segment goes before a parameter. The same method and path again replaces the route.
    Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.

    On failure: false."""
    return _rt_http_server_route(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), path.encode() if type(path) is str and "\0" not in path else _rt.text(path), handler.encode() if type(handler) is str and "\0" not in handler else _rt.text(handler))


_rt_http_server_static = _declare("rt_http_server_static", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_server_static(server: int, path: str | bytes | None, dir: str | bytes | None) -> bool:
    """Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
    types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
    wherever symbolic links lead. Routes go first, then the longest prefix.

    On failure: false."""
    return _rt_http_server_static(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), path.encode() if type(path) is str and "\0" not in path else _rt.text(path), dir.encode() if type(dir) is str and "\0" not in dir else _rt.text(dir))


_rt_http_server_start = _declare("rt_http_server_start", _c.c_bool, [_c.c_int64])


def rt_http_server_start(server: int) -> bool:
    """Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.

    On failure: false."""
    return _rt_http_server_start(server if 0 <= server <= 9223372036854775807 else _rt.integer(server))


_rt_http_server_stop = _declare("rt_http_server_stop", _c.c_bool, [_c.c_int64])


def rt_http_server_stop(server: int) -> bool:
    """Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
    flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
    started again. False where it does not run.

    On failure: false."""
    return _rt_http_server_stop(server if 0 <= server <= 9223372036854775807 else _rt.integer(server))


_rt_http_server_destroy = _declare("rt_http_server_destroy", None, [_c.c_int64])


def rt_http_server_destroy(server: int) -> None:
    """Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards."""
    return _rt_http_server_destroy(server if 0 <= server <= 9223372036854775807 else _rt.integer(server))


_rt_http_request_method = _declare("rt_http_request_method", _c.c_void_p, [_c.c_int64])


def rt_http_request_method(request: int) -> str:
    """The method, in capitals as a rule.

    On failure: ""."""
    return _take_text(_rt_http_request_method(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_path = _declare("rt_http_request_path", _c.c_void_p, [_c.c_int64])


def rt_http_request_path(request: int) -> str:
    """The path as it was sent, escapes and all, without the query.

    On failure: ""."""
    return _take_text(_rt_http_request_path(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_header = _declare("rt_http_request_header", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_request_header(request: int, key: str | bytes | None) -> str:
    """The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.

    On failure: ""."""
    return _take_text(_rt_http_request_header(request if 0 <= request <= 9223372036854775807 else _rt.integer(request), key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))


_rt_http_request_body = _declare("rt_http_request_body", _c.c_void_p, [_c.c_int64])


def rt_http_request_body(request: int) -> str:
    """The body as text; invalid UTF-8 is replaced.

    On failure: ""."""
    return _take_text(_rt_http_request_body(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_query = _declare("rt_http_request_query", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_request_query(request: int, key: str | bytes | None) -> str:
    """The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.

    On failure: ""."""
    return _take_text(_rt_http_request_query(request if 0 <= request <= 9223372036854775807 else _rt.integer(request), key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))


_rt_http_response_create = _declare("rt_http_response_create", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_http_response_create(status: int, body: str | bytes | None) -> int:
    """A response with this status (200 to 599) and text. Returned from a callback or given to
    `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.

    On failure: 0."""
    return _rt_http_response_create(status if 0 <= status <= 9223372036854775807 else _rt.integer(status), body.encode() if type(body) is str and "\0" not in body else _rt.text(body))


_rt_http_response_set_header = _declare("rt_http_response_set_header", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_response_set_header(response: int, key: str | bytes | None, value: str | bytes | None) -> bool:
    """Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
    set, and Connection can be `close` only.

    On failure: false."""
    return _rt_http_response_set_header(response if 0 <= response <= 9223372036854775807 else _rt.integer(response), key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))


_rt_http_response_json = _declare("rt_http_response_json", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_http_response_json(response: int, json: str | bytes | None) -> bool:
    """Makes `json` the body, with the content type for it. False where `json` is not well-formed.

    On failure: false."""
    return _rt_http_response_json(response if 0 <= response <= 9223372036854775807 else _rt.integer(response), json.encode() if type(json) is str and "\0" not in json else _rt.text(json))


_rt_ws_connect = _declare("rt_ws_connect", _c.c_int64, [_c.c_char_p])


def rt_ws_connect(url: str | bytes | None) -> int:
    """Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
    `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.

    On failure: 0."""
    return _rt_ws_connect(url.encode() if type(url) is str and "\0" not in url else _rt.text(url))


_rt_ws_send = _declare("rt_ws_send", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_ws_send(ws: int, message: str | bytes | None) -> bool:
    """Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
    given up.

    On failure: false."""
    return _rt_ws_send(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), message.encode() if type(message) is str and "\0" not in message else _rt.text(message))


_rt_ws_receive = _declare("rt_ws_receive", _c.c_void_p, [_c.c_int64])


def rt_ws_receive(ws: int) -> str:
    """The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
    or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
    may wait; then the peer is held up. A message has at most 64 MiB.

    On failure: ""."""
    return _take_text(_rt_ws_receive(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws)))


_rt_ws_close = _declare("rt_ws_close", _c.c_bool, [_c.c_int64])


def rt_ws_close(ws: int) -> bool:
    """Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
    where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
    `rt_ws_receive` or `rt_ws_send` returns.

    On failure: false."""
    return _rt_ws_close(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws))


_rt_http_url_encode = _declare("rt_http_url_encode", _c.c_void_p, [_c.c_char_p])


def rt_http_url_encode(text: str | bytes | None) -> str:
    """`text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).

    On failure: ""."""
    return _take_text(_rt_http_url_encode(text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_http_url_decode = _declare("rt_http_url_decode", _c.c_void_p, [_c.c_char_p])


def rt_http_url_decode(text: str | bytes | None) -> str:
    """`text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.

    On failure: ""."""
    return _take_text(_rt_http_url_decode(text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_http_parse_json = _declare("rt_http_parse_json", _c.c_int64, [_c.c_char_p])


def rt_http_parse_json(json: str | bytes | None) -> int:
    """A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
    127 levels; the last error tells where.

    On failure: 0."""
    return _rt_http_parse_json(json.encode() if type(json) is str and "\0" not in json else _rt.text(json))


_rt_http_stringify_json = _declare("rt_http_stringify_json", _c.c_void_p, [_c.c_int64])


def rt_http_stringify_json(obj: int) -> str:
    """`obj` as compact JSON; an object's members in the order they came.

    On failure: ""."""
    return _take_text(_rt_http_stringify_json(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj)))


_rt_http_client_set_connect_timeout = _declare("rt_http_client_set_connect_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_client_set_connect_timeout(client: int, timeout_ms: int) -> bool:
    """Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.

    On failure: false."""
    return _rt_http_client_set_connect_timeout(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_client_set_max_redirects = _declare("rt_http_client_set_max_redirects", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_client_set_max_redirects(client: int, count: int) -> bool:
    """Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
    one redirect too many is a failure.

    On failure: false."""
    return _rt_http_client_set_max_redirects(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), count if 0 <= count <= 9223372036854775807 else _rt.integer(count))


_rt_http_client_set_body_limit = _declare("rt_http_client_set_body_limit", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_client_set_body_limit(client: int, bytes: int) -> bool:
    """Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
    longer one is a failure, found out without keeping it. Downloads and streams have no such limit.

    On failure: false."""
    return _rt_http_client_set_body_limit(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))


_rt_http_client_set_proxy = _declare("rt_http_client_set_proxy", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_http_client_set_proxy(client: int, url: str | bytes | None) -> bool:
    """Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
    `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
    decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).

    On failure: false."""
    return _rt_http_client_set_proxy(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), url.encode() if type(url) is str and "\0" not in url else _rt.text(url))


_rt_http_client_add_root_certificates = _declare("rt_http_client_add_root_certificates", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_http_client_add_root_certificates(client: int, pem: str | bytes | None) -> bool:
    """Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.

    On failure: false."""
    return _rt_http_client_add_root_certificates(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), pem.encode() if type(pem) is str and "\0" not in pem else _rt.text(pem))


_rt_http_client_download = _declare("rt_http_client_download", _HttpDownload, [_c.c_int64, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_http_client_download(client: int, url: str | bytes | None, headers: list[str] | None, output_path: str | bytes | None) -> HttpDownload:
    """As `rt_http_download`, with the settings of `client` and these headers.

    On failure: status 0, bytes 0, error "<reason>"."""
    headers_data, headers_len = _rt.texts(headers)
    result = _rt_http_client_download(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, output_path.encode() if type(output_path) is str and "\0" not in output_path else _rt.text(output_path))
    return HttpDownload(result.status, result.bytes, _take_text(result.error))


_rt_http_client_upload = _declare("rt_http_client_upload", _HttpResult, [_c.c_int64, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_client_upload(client: int, url: str | bytes | None, headers: list[str] | None, file_path: str | bytes | None, field_name: str | bytes | None) -> HttpResult:
    """As `rt_http_upload`, with the settings of `client` and these headers.

    On failure: status 0, body "", error "<reason>"."""
    headers_data, headers_len = _rt.texts(headers)
    result = _rt_http_client_upload(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, file_path.encode() if type(file_path) is str and "\0" not in file_path else _rt.text(file_path), field_name.encode() if type(field_name) is str and "\0" not in field_name else _rt.text(field_name))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_client_send_file = _declare("rt_http_client_send_file", _HttpResult, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_http_client_send_file(client: int, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, file_path: str | bytes | None) -> HttpResult:
    """Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
    unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….

    On failure: status 0, body "", error "<reason>"."""
    headers_data, headers_len = _rt.texts(headers)
    result = _rt_http_client_send_file(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, file_path.encode() if type(file_path) is str and "\0" not in file_path else _rt.text(file_path))
    return HttpResult(result.status, _take_text(result.body), _take_text(result.error))


_rt_http_client_fetch = _declare("rt_http_client_fetch", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_http_client_fetch(client: int, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: str | bytes | None) -> int:
    """Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
    frees it with `rt_http_fetch_free`. 0 where no whole answer came.

    On failure: 0."""
    headers_data, headers_len = _rt.texts(headers)
    return _rt_http_client_fetch(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body.encode() if type(body) is str and "\0" not in body else _rt.text(body))


_rt_http_client_fetch_bytes = _declare("rt_http_client_fetch_bytes", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64, _c.c_char_p, _c.c_int64])


def rt_http_client_fetch_bytes(client: int, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: bytes | bytearray | memoryview | None) -> int:
    """As `rt_http_client_fetch` with a body of bytes.

    On failure: 0."""
    headers_data, headers_len = _rt.texts(headers)
    body_data, body_len = _rt.data(body)
    return _rt_http_client_fetch_bytes(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body_data, body_len)


_rt_http_fetch_status = _declare("rt_http_fetch_status", _c.c_int64, [_c.c_int64])


def rt_http_fetch_status(fetch: int) -> int:
    """The HTTP status.

    On failure: -1."""
    return _rt_http_fetch_status(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch))


_rt_http_fetch_version = _declare("rt_http_fetch_version", _c.c_void_p, [_c.c_int64])


def rt_http_fetch_version(fetch: int) -> str:
    """The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….

    On failure: ""."""
    return _take_text(_rt_http_fetch_version(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch)))


_rt_http_fetch_url = _declare("rt_http_fetch_url", _c.c_void_p, [_c.c_int64])


def rt_http_fetch_url(fetch: int) -> str:
    """The address that answered, after redirects.

    On failure: ""."""
    return _take_text(_rt_http_fetch_url(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch)))


_rt_http_fetch_header = _declare("rt_http_fetch_header", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_fetch_header(fetch: int, key: str | bytes | None) -> str:
    """The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.

    On failure: ""."""
    return _take_text(_rt_http_fetch_header(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch), key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))


_rt_http_fetch_headers = _declare("rt_http_fetch_headers", _rt.TextArray, [_c.c_int64])


def rt_http_fetch_headers(fetch: int) -> list[str]:
    """All headers, as `name: value` with the name in lower case.

    On failure: []."""
    return _rt_http_fetch_headers(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch)).take()


_rt_http_fetch_body = _declare("rt_http_fetch_body", _c.c_void_p, [_c.c_int64])


def rt_http_fetch_body(fetch: int) -> str:
    """The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).

    On failure: ""."""
    return _take_text(_rt_http_fetch_body(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch)))


_rt_http_fetch_body_bytes = _declare("rt_http_fetch_body_bytes", _rt.Bytes, [_c.c_int64])


def rt_http_fetch_body_bytes(fetch: int) -> bytes:
    """The body as it came, decompressed.

    On failure: []."""
    return _rt_http_fetch_body_bytes(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch)).take()


_rt_http_fetch_free = _declare("rt_http_fetch_free", None, [_c.c_int64])


def rt_http_fetch_free(fetch: int) -> None:
    """Frees an answer."""
    return _rt_http_fetch_free(fetch if 0 <= fetch <= 9223372036854775807 else _rt.integer(fetch))


_rt_http_json_get = _declare("rt_http_json_get", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_json_get(obj: int, pointer: str | bytes | None) -> str:
    """What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
    `""`, with a last error, where there is nothing.

    On failure: ""."""
    return _take_text(_rt_http_json_get(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj), pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)))


_rt_http_json_number = _declare("rt_http_json_number", _c.c_double, [_c.c_int64, _c.c_char_p])


def rt_http_json_number(obj: int, pointer: str | bytes | None) -> float:
    """The number at `pointer`. 0.0, with a last error, where there is none.

    On failure: 0.0."""
    return _rt_http_json_number(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj), pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer))


_rt_http_json_type = _declare("rt_http_json_type", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_json_type(obj: int, pointer: str | bytes | None) -> str:
    """What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
    is nothing.

    On failure: ""."""
    return _take_text(_rt_http_json_type(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj), pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)))


_rt_http_json_length = _declare("rt_http_json_length", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_http_json_length(obj: int, pointer: str | bytes | None) -> int:
    """How many items or members the array or object at `pointer` has. −1 where there is none.

    On failure: -1."""
    return _rt_http_json_length(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj), pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer))


_rt_http_json_keys = _declare("rt_http_json_keys", _rt.TextArray, [_c.c_int64, _c.c_char_p])


def rt_http_json_keys(obj: int, pointer: str | bytes | None) -> list[str]:
    """The names of the members of the object at `pointer`, in the order they came.

    On failure: []."""
    return _rt_http_json_keys(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj), pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)).take()


_rt_http_json_free = _declare("rt_http_json_free", None, [_c.c_int64])


def rt_http_json_free(obj: int) -> None:
    """Frees a JSON value."""
    return _rt_http_json_free(obj if 0 <= obj <= 9223372036854775807 else _rt.integer(obj))


_rt_http_request_query_string = _declare("rt_http_request_query_string", _c.c_void_p, [_c.c_int64])


def rt_http_request_query_string(request: int) -> str:
    """The query as it was sent, without the question mark.

    On failure: ""."""
    return _take_text(_rt_http_request_query_string(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_param = _declare("rt_http_request_param", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_request_param(request: int, name: str | bytes | None) -> str:
    """The route's parameter `name`, decoded; `""` where the route has none of that name.

    On failure: ""."""
    return _take_text(_rt_http_request_param(request if 0 <= request <= 9223372036854775807 else _rt.integer(request), name.encode() if type(name) is str and "\0" not in name else _rt.text(name)))


_rt_http_request_handler = _declare("rt_http_request_handler", _c.c_void_p, [_c.c_int64])


def rt_http_request_handler(request: int) -> str:
    """The name of the handler that the route names.

    On failure: ""."""
    return _take_text(_rt_http_request_handler(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_headers = _declare("rt_http_request_headers", _rt.TextArray, [_c.c_int64])


def rt_http_request_headers(request: int) -> list[str]:
    """All headers, as `name: value` with the name in lower case.

    On failure: []."""
    return _rt_http_request_headers(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)).take()


_rt_http_request_body_bytes = _declare("rt_http_request_body_bytes", _rt.Bytes, [_c.c_int64])


def rt_http_request_body_bytes(request: int) -> bytes:
    """The body as it came.

    On failure: []."""
    return _rt_http_request_body_bytes(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)).take()


_rt_http_request_remote_address = _declare("rt_http_request_remote_address", _c.c_void_p, [_c.c_int64])


def rt_http_request_remote_address(request: int) -> str:
    """The client's address and port: `127.0.0.1:53412`.

    On failure: ""."""
    return _take_text(_rt_http_request_remote_address(request if 0 <= request <= 9223372036854775807 else _rt.integer(request)))


_rt_http_request_free = _declare("rt_http_request_free", None, [_c.c_int64])


def rt_http_request_free(request: int) -> None:
    """Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503."""
    return _rt_http_request_free(request if 0 <= request <= 9223372036854775807 else _rt.integer(request))


_rt_ws_accept = _declare("rt_ws_accept", _c.c_int64, [_c.c_int64])


def rt_ws_accept(request: int) -> int:
    """Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
    `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
    (read what it says before), one of a callback stays until that returns.

    On failure: 0."""
    return _rt_ws_accept(request if 0 <= request <= 9223372036854775807 else _rt.integer(request))


_rt_ws_accept_protocol = _declare("rt_ws_accept_protocol", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_ws_accept_protocol(request: int, protocol: str | bytes | None) -> int:
    """As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.

    On failure: 0."""
    return _rt_ws_accept_protocol(request if 0 <= request <= 9223372036854775807 else _rt.integer(request), protocol.encode() if type(protocol) is str and "\0" not in protocol else _rt.text(protocol))


_rt_http_response_create_bytes = _declare("rt_http_response_create_bytes", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_int64, _c.c_char_p])


def rt_http_response_create_bytes(status: int, body: bytes | bytearray | memoryview | None, content_type: str | bytes | None) -> int:
    """A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.

    On failure: 0."""
    body_data, body_len = _rt.data(body)
    return _rt_http_response_create_bytes(status if 0 <= status <= 9223372036854775807 else _rt.integer(status), body_data, body_len, content_type.encode() if type(content_type) is str and "\0" not in content_type else _rt.text(content_type))


_rt_http_response_add_header = _declare("rt_http_response_add_header", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_response_add_header(response: int, key: str | bytes | None, value: str | bytes | None) -> bool:
    """Adds a header beside those of the same name: another `Set-Cookie`, say.

    On failure: false."""
    return _rt_http_response_add_header(response if 0 <= response <= 9223372036854775807 else _rt.integer(response), key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))


_rt_http_response_free = _declare("rt_http_response_free", None, [_c.c_int64])


def rt_http_response_free(response: int) -> None:
    """Frees a response that is not sent."""
    return _rt_http_response_free(response if 0 <= response <= 9223372036854775807 else _rt.integer(response))


_rt_http_server_create_at = _declare("rt_http_server_create_at", _c.c_int64, [_c.c_char_p, _c.c_int64])


def rt_http_server_create_at(address: str | bytes | None, port: int) -> int:
    """A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….

    On failure: 0."""
    return _rt_http_server_create_at(address.encode() if type(address) is str and "\0" not in address else _rt.text(address), port if 0 <= port <= 9223372036854775807 else _rt.integer(port))


_rt_http_server_port = _declare("rt_http_server_port", _c.c_int64, [_c.c_int64])


def rt_http_server_port(server: int) -> int:
    """The port that the server listens at.

    On failure: -1."""
    return _rt_http_server_port(server if 0 <= server <= 9223372036854775807 else _rt.integer(server))


_rt_http_server_start_background = _declare("rt_http_server_start_background", _c.c_bool, [_c.c_int64])


def rt_http_server_start_background(server: int) -> bool:
    """Serves as `rt_http_server_start` does, and returns at once.

    On failure: false."""
    return _rt_http_server_start_background(server if 0 <= server <= 9223372036854775807 else _rt.integer(server))


_rt_http_register_handler = _declare("rt_http_register_handler", _c.c_bool, [_c.c_char_p, _c.c_void_p, _c.c_void_p])


def rt_http_register_handler(name: str | bytes | None, function: object, user_data: int | None) -> bool:
    """Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
    request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
    are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500. A
    client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
    The function is called on the server's threads, on several at once; it may block, call this library, and
    stop the server. No exception of another language may leave it.

    On failure: false."""
    return _rt_http_register_handler(name.encode() if type(name) is str and "\0" not in name else _rt.text(name), function, user_data)


_rt_http_unregister_handler = _declare("rt_http_unregister_handler", _c.c_bool, [_c.c_char_p])


def rt_http_unregister_handler(name: str | bytes | None) -> bool:
    """Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
    themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
    there is none of that name.

    On failure: false."""
    return _rt_http_unregister_handler(name.encode() if type(name) is str and "\0" not in name else _rt.text(name))


_rt_http_server_next_request = _declare("rt_http_server_next_request", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_http_server_next_request(server: int, timeout_ms: int) -> int:
    """The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
    host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
    none came in time, and, with a last error, where the server was stopped and none is left.

    On failure: 0."""
    return _rt_http_server_next_request(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_respond = _declare("rt_http_server_respond", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_respond(request: int, response: int) -> bool:
    """Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
    answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.

    On failure: false."""
    return _rt_http_server_respond(request if 0 <= request <= 9223372036854775807 else _rt.integer(request), response if 0 <= response <= 9223372036854775807 else _rt.integer(response))


_rt_http_server_websocket = _declare("rt_http_server_websocket", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_http_server_websocket(server: int, path: str | bytes | None, handler: str | bytes | None) -> bool:
    """Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
    each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
    its own here, so it may stay and talk for as long as the connection lasts.

    On failure: false."""
    return _rt_http_server_websocket(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), path.encode() if type(path) is str and "\0" not in path else _rt.text(path), handler.encode() if type(handler) is str and "\0" not in handler else _rt.text(handler))


_rt_http_server_set_body_limit = _declare("rt_http_server_set_body_limit", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_body_limit(server: int, bytes: int) -> bool:
    """Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
    counts for connections made from then on.

    On failure: false."""
    return _rt_http_server_set_body_limit(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))


_rt_http_server_set_header_limit = _declare("rt_http_server_set_header_limit", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_header_limit(server: int, bytes: int) -> bool:
    """Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
    one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.

    On failure: false."""
    return _rt_http_server_set_header_limit(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))


_rt_http_server_set_header_timeout = _declare("rt_http_server_set_header_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_header_timeout(server: int, timeout_ms: int) -> bool:
    """Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
    first. After that the connection ends.

    On failure: false."""
    return _rt_http_server_set_header_timeout(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_set_body_timeout = _declare("rt_http_server_set_body_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_body_timeout(server: int, timeout_ms: int) -> bool:
    """Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.

    On failure: false."""
    return _rt_http_server_set_body_timeout(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_set_answer_timeout = _declare("rt_http_server_set_answer_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_answer_timeout(server: int, timeout_ms: int) -> bool:
    """Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
    callback that has always been quick is called without a way back: where it takes longer for the first time, its
    own client gets its late answer and no 503; all others are served meanwhile.

    On failure: false."""
    return _rt_http_server_set_answer_timeout(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_set_write_timeout = _declare("rt_http_server_set_write_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_write_timeout(server: int, timeout_ms: int) -> bool:
    """Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
    connection ends.

    On failure: false."""
    return _rt_http_server_set_write_timeout(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_set_stop_timeout = _declare("rt_http_server_set_stop_timeout", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_stop_timeout(server: int, timeout_ms: int) -> bool:
    """Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.

    On failure: false."""
    return _rt_http_server_set_stop_timeout(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_http_server_set_max_connections = _declare("rt_http_server_set_max_connections", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_http_server_set_max_connections(server: int, count: int) -> bool:
    """Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
    counts from the next start.

    On failure: false."""
    return _rt_http_server_set_max_connections(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), count if 0 <= count <= 9223372036854775807 else _rt.integer(count))


_rt_http_server_set_compression = _declare("rt_http_server_set_compression", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_http_server_set_compression(server: int, enabled: bool) -> bool:
    """Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.

    On failure: false."""
    return _rt_http_server_set_compression(server if 0 <= server <= 9223372036854775807 else _rt.integer(server), enabled)


_rt_http_stream_open = _declare("rt_http_stream_open", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_void_p, _c.c_int64])


def rt_http_stream_open(client: int, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None) -> int:
    """Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
    (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
    caller frees it with `rt_http_stream_free`, at any time.

    On failure: 0."""
    headers_data, headers_len = _rt.texts(headers)
    return _rt_http_stream_open(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len)


_rt_http_stream_write = _declare("rt_http_stream_write", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_http_stream_write(stream: int, data: bytes | bytearray | memoryview | None) -> bool:
    """Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
    time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
    `rt_http_stream_finish` has that answer.

    On failure: false."""
    data_data, data_len = _rt.data(data)
    return _rt_http_stream_write(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream), data_data, data_len)


_rt_http_stream_finish = _declare("rt_http_stream_finish", _c.c_int64, [_c.c_int64])


def rt_http_stream_finish(stream: int) -> int:
    """Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.

    On failure: -1."""
    return _rt_http_stream_finish(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream))


_rt_http_stream_status = _declare("rt_http_stream_status", _c.c_int64, [_c.c_int64])


def rt_http_stream_status(stream: int) -> int:
    """The HTTP status once `rt_http_stream_finish` had it.

    On failure: -1."""
    return _rt_http_stream_status(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream))


_rt_http_stream_header = _declare("rt_http_stream_header", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_http_stream_header(stream: int, key: str | bytes | None) -> str:
    """The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
    none.

    On failure: ""."""
    return _take_text(_rt_http_stream_header(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream), key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))


_rt_http_stream_headers = _declare("rt_http_stream_headers", _rt.TextArray, [_c.c_int64])


def rt_http_stream_headers(stream: int) -> list[str]:
    """All headers of the answer, as `name: value` with the name in lower case.

    On failure: []."""
    return _rt_http_stream_headers(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream)).take()


_rt_http_stream_read = _declare("rt_http_stream_read", _c.c_int64, [_c.c_int64, _c.c_void_p, _c.c_int64])


def rt_http_stream_read(stream: int, buffer: bytearray | memoryview | None) -> int:
    """Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
    than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).

    On failure: -1."""
    buffer_data, buffer_len = _rt.buffer(buffer)
    return _rt_http_stream_read(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream), buffer_data, buffer_len)


_rt_http_stream_free = _declare("rt_http_stream_free", None, [_c.c_int64])


def rt_http_stream_free(stream: int) -> None:
    """Frees a stream. An exchange that is not over is given up."""
    return _rt_http_stream_free(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream))


_rt_http_client_websocket = _declare("rt_http_client_websocket", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_void_p, _c.c_int64])


def rt_http_client_websocket(client: int, url: str | bytes | None, headers: list[str] | None) -> int:
    """As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
    `Sec-WebSocket-Protocol: chat`, say.

    On failure: 0."""
    headers_data, headers_len = _rt.texts(headers)
    return _rt_http_client_websocket(client if 0 <= client <= 9223372036854775807 else _rt.integer(client), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len)


_rt_ws_send_text = _declare("rt_ws_send_text", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_ws_send_text(ws: int, data: bytes | bytearray | memoryview | None) -> bool:
    """Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.

    On failure: false."""
    data_data, data_len = _rt.data(data)
    return _rt_ws_send_text(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), data_data, data_len)


_rt_ws_send_bytes = _declare("rt_ws_send_bytes", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_ws_send_bytes(ws: int, data: bytes | bytearray | memoryview | None) -> bool:
    """Sends a binary message. Otherwise as `rt_ws_send`.

    On failure: false."""
    data_data, data_len = _rt.data(data)
    return _rt_ws_send_bytes(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), data_data, data_len)


_rt_ws_receive_timeout = _declare("rt_ws_receive_timeout", _c.c_void_p, [_c.c_int64, _c.c_int64])


def rt_ws_receive_timeout(ws: int, timeout_ms: int) -> str:
    """The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.

    On failure: ""."""
    return _take_text(_rt_ws_receive_timeout(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms)))


_rt_ws_receive_bytes = _declare("rt_ws_receive_bytes", _rt.Bytes, [_c.c_int64])


def rt_ws_receive_bytes(ws: int) -> bytes:
    """The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
    closed or the connection failed. Text messages stay where they are.

    On failure: []."""
    return _rt_ws_receive_bytes(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws)).take()


_rt_ws_receive_bytes_timeout = _declare("rt_ws_receive_bytes_timeout", _rt.Bytes, [_c.c_int64, _c.c_int64])


def rt_ws_receive_bytes_timeout(ws: int, timeout_ms: int) -> bytes:
    """The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.

    On failure: []."""
    return _rt_ws_receive_bytes_timeout(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms)).take()


_rt_ws_wait = _declare("rt_ws_wait", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_ws_wait(ws: int, timeout_ms: int) -> int:
    """What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
    day), −1 nothing any more.

    On failure: -1."""
    return _rt_ws_wait(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_ws_ping = _declare("rt_ws_ping", _c.c_bool, [_c.c_int64])


def rt_ws_ping(ws: int) -> bool:
    """Sends a ping, which the peer answers by itself.

    On failure: false."""
    return _rt_ws_ping(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws))


_rt_ws_close_code = _declare("rt_ws_close_code", _c.c_int64, [_c.c_int64])


def rt_ws_close_code(ws: int) -> int:
    """The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.

    On failure: -1."""
    return _rt_ws_close_code(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws))


_rt_ws_close_with = _declare("rt_ws_close_with", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_char_p])


def rt_ws_close_with(ws: int, code: int, reason: str | bytes | None) -> bool:
    """As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.

    On failure: false."""
    return _rt_ws_close_with(ws if 0 <= ws <= 9223372036854775807 else _rt.integer(ws), code if 0 <= code <= 9223372036854775807 else _rt.integer(code), reason.encode() if type(reason) is str and "\0" not in reason else _rt.text(reason))


_rt_http_available = _declare("rt_http_available", _c.c_bool, [])


def rt_http_available() -> bool:
    """True where this build holds the http library, as it does where this links."""
    return _rt_http_available()


_rt_http_clear_error = _declare("rt_http_clear_error", None, [])


def rt_http_clear_error() -> None:
    """Forgets why this thread's last failed http call failed."""
    return _rt_http_clear_error()


_rt_http_get_last_error = _declare("rt_http_get_last_error", _c.c_void_p, [])


def rt_http_get_last_error() -> str:
    """Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_http_get_last_error())


_rt_http_version = _declare("rt_http_version", _c.c_void_p, [])


def rt_http_version() -> str:
    """The version of the wrapped library, the crate `reqwest`."""
    return _take_text(_rt_http_version())


_rt_http_register_handler, _rt_http_unregister_handler = _rt.callbacks(_rt_http_register_handler, _rt_http_unregister_handler, _c.CFUNCTYPE(_c.c_int64, _c.c_int64, _c.c_void_p), replaces=True)


class HttpClient(_rt.Owner):
    """A http client: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_client_destroy, self._handle)

    @staticmethod
    def create() -> "HttpClient | None":
        """A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
        caller frees it with `rt_http_client_destroy`."""
        result = _rt_http_client_create()
        return HttpClient(result, None) if result else None

    def set_timeout(self, timeout_ms: int) -> bool:
        """Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
        For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
        (only 30 s without any progress).

        On failure: false."""
        result = _rt_http_client_set_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_header(self, key: str | bytes | None, value: str | bytes | None) -> bool:
        """Sends the header `key` with every request of `client`, unless the request has one of that name itself.

        On failure: false."""
        result = _rt_http_client_set_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))
        if not result:
            _fail()
        return result

    def request(self, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: str | bytes | None) -> HttpResult:
        """As `rt_http_request`, with the settings of `client`.

        On failure: status 0, body "", error "<reason>"."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_request(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body.encode() if type(body) is str and "\0" not in body else _rt.text(body))
        result = HttpResult(result.status, _take_text(result.body), _take_text(result.error))
        if result.status == 0 and result.body == "":
            _fail()
        return result

    def set_connect_timeout(self, timeout_ms: int) -> bool:
        """Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.

        On failure: false."""
        result = _rt_http_client_set_connect_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_max_redirects(self, count: int) -> bool:
        """Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
        one redirect too many is a failure.

        On failure: false."""
        result = _rt_http_client_set_max_redirects(self._handle, count if 0 <= count <= 9223372036854775807 else _rt.integer(count))
        if not result:
            _fail()
        return result

    def set_body_limit(self, bytes: int) -> bool:
        """Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
        longer one is a failure, found out without keeping it. Downloads and streams have no such limit.

        On failure: false."""
        result = _rt_http_client_set_body_limit(self._handle, bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))
        if not result:
            _fail()
        return result

    def set_proxy(self, url: str | bytes | None) -> bool:
        """Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
        `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
        decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).

        On failure: false."""
        result = _rt_http_client_set_proxy(self._handle, url.encode() if type(url) is str and "\0" not in url else _rt.text(url))
        if not result:
            _fail()
        return result

    def add_root_certificates(self, pem: str | bytes | None) -> bool:
        """Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.

        On failure: false."""
        result = _rt_http_client_add_root_certificates(self._handle, pem.encode() if type(pem) is str and "\0" not in pem else _rt.text(pem))
        if not result:
            _fail()
        return result

    def download(self, url: str | bytes | None, headers: list[str] | None, output_path: str | bytes | None) -> HttpDownload:
        """As `rt_http_download`, with the settings of `client` and these headers.

        On failure: status 0, bytes 0, error "<reason>"."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_download(self._handle, url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, output_path.encode() if type(output_path) is str and "\0" not in output_path else _rt.text(output_path))
        result = HttpDownload(result.status, result.bytes, _take_text(result.error))
        if result.status == 0 and result.bytes == 0:
            _fail()
        return result

    def upload(self, url: str | bytes | None, headers: list[str] | None, file_path: str | bytes | None, field_name: str | bytes | None) -> HttpResult:
        """As `rt_http_upload`, with the settings of `client` and these headers.

        On failure: status 0, body "", error "<reason>"."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_upload(self._handle, url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, file_path.encode() if type(file_path) is str and "\0" not in file_path else _rt.text(file_path), field_name.encode() if type(field_name) is str and "\0" not in field_name else _rt.text(field_name))
        result = HttpResult(result.status, _take_text(result.body), _take_text(result.error))
        if result.status == 0 and result.body == "":
            _fail()
        return result

    def send_file(self, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, file_path: str | bytes | None) -> HttpResult:
        """Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
        unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….

        On failure: status 0, body "", error "<reason>"."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_send_file(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, file_path.encode() if type(file_path) is str and "\0" not in file_path else _rt.text(file_path))
        result = HttpResult(result.status, _take_text(result.body), _take_text(result.error))
        if result.status == 0 and result.body == "":
            _fail()
        return result

    def fetch(self, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: str | bytes | None) -> "HttpFetchedResponse | None":
        """Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
        frees it with `rt_http_fetch_free`. 0 where no whole answer came.

        On failure: 0."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_fetch(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body.encode() if type(body) is str and "\0" not in body else _rt.text(body))
        if not result:
            _fail()
        return HttpFetchedResponse(result, None) if result else None

    def fetch_bytes(self, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None, body: bytes | bytearray | memoryview | None) -> "HttpFetchedResponse | None":
        """As `rt_http_client_fetch` with a body of bytes.

        On failure: 0."""
        headers_data, headers_len = _rt.texts(headers)
        body_data, body_len = _rt.data(body)
        result = _rt_http_client_fetch_bytes(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len, body_data, body_len)
        if not result:
            _fail()
        return HttpFetchedResponse(result, None) if result else None

    def stream_open(self, method: str | bytes | None, url: str | bytes | None, headers: list[str] | None) -> "HttpStream | None":
        """Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
        (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
        caller frees it with `rt_http_stream_free`, at any time.

        On failure: 0."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_stream_open(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len)
        if not result:
            _fail()
        return HttpStream(result, None) if result else None

    def websocket(self, url: str | bytes | None, headers: list[str] | None) -> "Websocket | None":
        """As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
        `Sec-WebSocket-Protocol: chat`, say.

        On failure: 0."""
        headers_data, headers_len = _rt.texts(headers)
        result = _rt_http_client_websocket(self._handle, url.encode() if type(url) is str and "\0" not in url else _rt.text(url), headers_data, headers_len)
        if not result:
            _fail()
        return Websocket(result, None) if result else None


class HttpServer(_rt.Owner):
    """A http server: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_server_destroy, self._handle)

    @staticmethod
    def create(port: int) -> "HttpServer | None":
        """A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
        `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
        `rt_http_server_destroy`. 0 where the port is taken.

        On failure: 0."""
        result = _rt_http_server_create(port if 0 <= port <= 9223372036854775807 else _rt.integer(port))
        if not result:
            _fail()
        return HttpServer(result, None) if result else None

    @staticmethod
    def create_at(address: str | bytes | None, port: int) -> "HttpServer | None":
        """A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….

        On failure: 0."""
        result = _rt_http_server_create_at(address.encode() if type(address) is str and "\0" not in address else _rt.text(address), port if 0 <= port <= 9223372036854775807 else _rt.integer(port))
        if not result:
            _fail()
        return HttpServer(result, None) if result else None

    def route(self, method: str | bytes | None, path: str | bytes | None, handler: str | bytes | None) -> bool:
        """Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
        too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
        the path; a literal segment goes before a parameter. The same method and path again replaces the route.
        Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.

        On failure: false."""
        result = _rt_http_server_route(self._handle, method.encode() if type(method) is str and "\0" not in method else _rt.text(method), path.encode() if type(path) is str and "\0" not in path else _rt.text(path), handler.encode() if type(handler) is str and "\0" not in handler else _rt.text(handler))
        if not result:
            _fail()
        return result

    def static(self, path: str | bytes | None, dir: str | bytes | None) -> bool:
        """Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
        types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
        wherever symbolic links lead. Routes go first, then the longest prefix.

        On failure: false."""
        result = _rt_http_server_static(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path), dir.encode() if type(dir) is str and "\0" not in dir else _rt.text(dir))
        if not result:
            _fail()
        return result

    def start(self) -> bool:
        """Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.

        On failure: false."""
        result = _rt_http_server_start(self._handle)
        if not result:
            _fail()
        return result

    def stop(self) -> bool:
        """Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
        flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
        started again. False where it does not run.

        On failure: false."""
        result = _rt_http_server_stop(self._handle)
        if not result:
            _fail()
        return result

    def port(self) -> int:
        """The port that the server listens at.

        On failure: -1."""
        result = _rt_http_server_port(self._handle)
        if result == -1:
            _fail()
        return result

    def start_background(self) -> bool:
        """Serves as `rt_http_server_start` does, and returns at once.

        On failure: false."""
        result = _rt_http_server_start_background(self._handle)
        if not result:
            _fail()
        return result

    def next_request(self, timeout_ms: int) -> "HttpRequest | None":
        """The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
        host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
        none came in time, and, with a last error, where the server was stopped and none is left.

        On failure: 0."""
        result = _rt_http_server_next_request(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return HttpRequest(result, None) if result else None

    def websocket(self, path: str | bytes | None, handler: str | bytes | None) -> bool:
        """Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
        each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
        its own here, so it may stay and talk for as long as the connection lasts.

        On failure: false."""
        result = _rt_http_server_websocket(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path), handler.encode() if type(handler) is str and "\0" not in handler else _rt.text(handler))
        if not result:
            _fail()
        return result

    def set_body_limit(self, bytes: int) -> bool:
        """Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
        counts for connections made from then on.

        On failure: false."""
        result = _rt_http_server_set_body_limit(self._handle, bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))
        if not result:
            _fail()
        return result

    def set_header_limit(self, bytes: int) -> bool:
        """Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
        one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.

        On failure: false."""
        result = _rt_http_server_set_header_limit(self._handle, bytes if 0 <= bytes <= 9223372036854775807 else _rt.integer(bytes))
        if not result:
            _fail()
        return result

    def set_header_timeout(self, timeout_ms: int) -> bool:
        """Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
        first. After that the connection ends.

        On failure: false."""
        result = _rt_http_server_set_header_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_body_timeout(self, timeout_ms: int) -> bool:
        """Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.

        On failure: false."""
        result = _rt_http_server_set_body_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_answer_timeout(self, timeout_ms: int) -> bool:
        """Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
        callback that has always been quick is called without a way back: where it takes longer for the first time, its
        own client gets its late answer and no 503; all others are served meanwhile.

        On failure: false."""
        result = _rt_http_server_set_answer_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_write_timeout(self, timeout_ms: int) -> bool:
        """Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
        connection ends.

        On failure: false."""
        result = _rt_http_server_set_write_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_stop_timeout(self, timeout_ms: int) -> bool:
        """Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.

        On failure: false."""
        result = _rt_http_server_set_stop_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return result

    def set_max_connections(self, count: int) -> bool:
        """Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
        counts from the next start.

        On failure: false."""
        result = _rt_http_server_set_max_connections(self._handle, count if 0 <= count <= 9223372036854775807 else _rt.integer(count))
        if not result:
            _fail()
        return result

    def set_compression(self, enabled: bool) -> bool:
        """Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.

        On failure: false."""
        result = _rt_http_server_set_compression(self._handle, enabled)
        if not result:
            _fail()
        return result


class HttpResponse(_rt.Owner):
    """A http response: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_response_free, self._handle)

    @staticmethod
    def create(status: int, body: str | bytes | None) -> "HttpResponse | None":
        """A response with this status (200 to 599) and text. Returned from a callback or given to
        `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.

        On failure: 0."""
        result = _rt_http_response_create(status if 0 <= status <= 9223372036854775807 else _rt.integer(status), body.encode() if type(body) is str and "\0" not in body else _rt.text(body))
        if not result:
            _fail()
        return HttpResponse(result, None) if result else None

    @staticmethod
    def create_bytes(status: int, body: bytes | bytearray | memoryview | None, content_type: str | bytes | None) -> "HttpResponse | None":
        """A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.

        On failure: 0."""
        body_data, body_len = _rt.data(body)
        result = _rt_http_response_create_bytes(status if 0 <= status <= 9223372036854775807 else _rt.integer(status), body_data, body_len, content_type.encode() if type(content_type) is str and "\0" not in content_type else _rt.text(content_type))
        if not result:
            _fail()
        return HttpResponse(result, None) if result else None

    def set_header(self, key: str | bytes | None, value: str | bytes | None) -> bool:
        """Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
        set, and Connection can be `close` only.

        On failure: false."""
        result = _rt_http_response_set_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))
        if not result:
            _fail()
        return result

    def json(self, json: str | bytes | None) -> bool:
        """Makes `json` the body, with the content type for it. False where `json` is not well-formed.

        On failure: false."""
        result = _rt_http_response_json(self._handle, json.encode() if type(json) is str and "\0" not in json else _rt.text(json))
        if not result:
            _fail()
        return result

    def add_header(self, key: str | bytes | None, value: str | bytes | None) -> bool:
        """Adds a header beside those of the same name: another `Set-Cookie`, say.

        On failure: false."""
        result = _rt_http_response_add_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key), value.encode() if type(value) is str and "\0" not in value else _rt.text(value))
        if not result:
            _fail()
        return result


class Websocket(_rt.Owner):
    """A websocket: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_ws_close, self._handle)

    @staticmethod
    def connect(url: str | bytes | None) -> "Websocket | None":
        """Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
        `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.

        On failure: 0."""
        result = _rt_ws_connect(url.encode() if type(url) is str and "\0" not in url else _rt.text(url))
        if not result:
            _fail()
        return Websocket(result, None) if result else None

    def send(self, message: str | bytes | None) -> bool:
        """Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
        given up.

        On failure: false."""
        result = _rt_ws_send(self._handle, message.encode() if type(message) is str and "\0" not in message else _rt.text(message))
        if not result:
            _fail()
        return result

    def receive(self) -> str:
        """The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
        or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
        may wait; then the peer is held up. A message has at most 64 MiB.

        On failure: ""."""
        result = _take_text(_rt_ws_receive(self._handle))
        if not result:
            _fail()
        return result

    def send_text(self, data: bytes | bytearray | memoryview | None) -> bool:
        """Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.

        On failure: false."""
        data_data, data_len = _rt.data(data)
        result = _rt_ws_send_text(self._handle, data_data, data_len)
        if not result:
            _fail()
        return result

    def send_bytes(self, data: bytes | bytearray | memoryview | None) -> bool:
        """Sends a binary message. Otherwise as `rt_ws_send`.

        On failure: false."""
        data_data, data_len = _rt.data(data)
        result = _rt_ws_send_bytes(self._handle, data_data, data_len)
        if not result:
            _fail()
        return result

    def receive_timeout(self, timeout_ms: int) -> str:
        """The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.

        On failure: ""."""
        result = _take_text(_rt_ws_receive_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms)))
        if not result:
            _fail()
        return result

    def receive_bytes(self) -> bytes:
        """The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
        closed or the connection failed. Text messages stay where they are.

        On failure: []."""
        result = _rt_ws_receive_bytes(self._handle).take()
        if not result:
            _fail()
        return result

    def receive_bytes_timeout(self, timeout_ms: int) -> bytes:
        """The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.

        On failure: []."""
        result = _rt_ws_receive_bytes_timeout(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms)).take()
        if not result:
            _fail()
        return result

    def ws_wait(self, timeout_ms: int) -> int:
        """What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
        day), −1 nothing any more.

        On failure: -1."""
        result = _rt_ws_wait(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if result == -1:
            _fail()
        return result

    def ping(self) -> bool:
        """Sends a ping, which the peer answers by itself.

        On failure: false."""
        result = _rt_ws_ping(self._handle)
        if not result:
            _fail()
        return result

    def close_code(self) -> int:
        """The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.

        On failure: -1."""
        result = _rt_ws_close_code(self._handle)
        if result == -1:
            _fail()
        return result

    def close_with(self, code: int, reason: str | bytes | None) -> bool:
        """As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.

        On failure: false."""
        result = _rt_ws_close_with(self._handle, code if 0 <= code <= 9223372036854775807 else _rt.integer(code), reason.encode() if type(reason) is str and "\0" not in reason else _rt.text(reason))
        if not result:
            _fail()
        return result


class JsonValue(_rt.Owner):
    """A json value: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_json_free, self._handle)

    @staticmethod
    def parse_json(json: str | bytes | None) -> "JsonValue | None":
        """A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
        127 levels; the last error tells where.

        On failure: 0."""
        result = _rt_http_parse_json(json.encode() if type(json) is str and "\0" not in json else _rt.text(json))
        if not result:
            _fail()
        return JsonValue(result, None) if result else None

    def stringify_json(self) -> str:
        """`obj` as compact JSON; an object's members in the order they came.

        On failure: ""."""
        result = _take_text(_rt_http_stringify_json(self._handle))
        if not result:
            _fail()
        return result

    def get(self, pointer: str | bytes | None) -> str:
        """What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
        `""`, with a last error, where there is nothing.

        On failure: ""."""
        result = _take_text(_rt_http_json_get(self._handle, pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)))
        if not result:
            _fail()
        return result

    def number(self, pointer: str | bytes | None) -> float:
        """The number at `pointer`. 0.0, with a last error, where there is none.

        On failure: 0.0."""
        result = _rt_http_json_number(self._handle, pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer))
        if result == 0.0:
            _fail()
        return result

    def type(self, pointer: str | bytes | None) -> str:
        """What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
        is nothing.

        On failure: ""."""
        result = _take_text(_rt_http_json_type(self._handle, pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)))
        if not result:
            _fail()
        return result

    def length(self, pointer: str | bytes | None) -> int:
        """How many items or members the array or object at `pointer` has. −1 where there is none.

        On failure: -1."""
        result = _rt_http_json_length(self._handle, pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer))
        if result == -1:
            _fail()
        return result

    def keys(self, pointer: str | bytes | None) -> list[str]:
        """The names of the members of the object at `pointer`, in the order they came.

        On failure: []."""
        result = _rt_http_json_keys(self._handle, pointer.encode() if type(pointer) is str and "\0" not in pointer else _rt.text(pointer)).take()
        if not result:
            _fail()
        return result


class HttpFetchedResponse(_rt.Owner):
    """A http fetched response: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_fetch_free, self._handle)

    def status(self) -> int:
        """The HTTP status.

        On failure: -1."""
        result = _rt_http_fetch_status(self._handle)
        if result == -1:
            _fail()
        return result

    def version(self) -> str:
        """The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….

        On failure: ""."""
        result = _take_text(_rt_http_fetch_version(self._handle))
        if not result:
            _fail()
        return result

    def url(self) -> str:
        """The address that answered, after redirects.

        On failure: ""."""
        result = _take_text(_rt_http_fetch_url(self._handle))
        if not result:
            _fail()
        return result

    def header(self, key: str | bytes | None) -> str:
        """The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.

        On failure: ""."""
        result = _take_text(_rt_http_fetch_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))
        if not result:
            _fail()
        return result

    def headers(self) -> list[str]:
        """All headers, as `name: value` with the name in lower case.

        On failure: []."""
        result = _rt_http_fetch_headers(self._handle).take()
        if not result:
            _fail()
        return result

    def body(self) -> str:
        """The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).

        On failure: ""."""
        result = _take_text(_rt_http_fetch_body(self._handle))
        if not result:
            _fail()
        return result

    def body_bytes(self) -> bytes:
        """The body as it came, decompressed.

        On failure: []."""
        result = _rt_http_fetch_body_bytes(self._handle).take()
        if not result:
            _fail()
        return result


class HttpRequest(_rt.Owner):
    """A http request: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_request_free, self._handle)

    def method(self) -> str:
        """The method, in capitals as a rule.

        On failure: ""."""
        result = _take_text(_rt_http_request_method(self._handle))
        if not result:
            _fail()
        return result

    def path(self) -> str:
        """The path as it was sent, escapes and all, without the query.

        On failure: ""."""
        result = _take_text(_rt_http_request_path(self._handle))
        if not result:
            _fail()
        return result

    def header(self, key: str | bytes | None) -> str:
        """The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.

        On failure: ""."""
        result = _take_text(_rt_http_request_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))
        if not result:
            _fail()
        return result

    def body(self) -> str:
        """The body as text; invalid UTF-8 is replaced.

        On failure: ""."""
        result = _take_text(_rt_http_request_body(self._handle))
        if not result:
            _fail()
        return result

    def query(self, key: str | bytes | None) -> str:
        """The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.

        On failure: ""."""
        result = _take_text(_rt_http_request_query(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))
        if not result:
            _fail()
        return result

    def query_string(self) -> str:
        """The query as it was sent, without the question mark.

        On failure: ""."""
        result = _take_text(_rt_http_request_query_string(self._handle))
        if not result:
            _fail()
        return result

    def param(self, name: str | bytes | None) -> str:
        """The route's parameter `name`, decoded; `""` where the route has none of that name.

        On failure: ""."""
        result = _take_text(_rt_http_request_param(self._handle, name.encode() if type(name) is str and "\0" not in name else _rt.text(name)))
        if not result:
            _fail()
        return result

    def handler(self) -> str:
        """The name of the handler that the route names.

        On failure: ""."""
        result = _take_text(_rt_http_request_handler(self._handle))
        if not result:
            _fail()
        return result

    def headers(self) -> list[str]:
        """All headers, as `name: value` with the name in lower case.

        On failure: []."""
        result = _rt_http_request_headers(self._handle).take()
        if not result:
            _fail()
        return result

    def body_bytes(self) -> bytes:
        """The body as it came.

        On failure: []."""
        result = _rt_http_request_body_bytes(self._handle).take()
        if not result:
            _fail()
        return result

    def remote_address(self) -> str:
        """The client's address and port: `127.0.0.1:53412`.

        On failure: ""."""
        result = _take_text(_rt_http_request_remote_address(self._handle))
        if not result:
            _fail()
        return result

    def ws_accept(self) -> "Websocket | None":
        """Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
        `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
        (read what it says before), one of a callback stays until that returns.

        On failure: 0."""
        result = _rt_ws_accept(self._handle)
        if not result:
            _fail()
        return Websocket(result, None) if result else None

    def ws_accept_protocol(self, protocol: str | bytes | None) -> "Websocket | None":
        """As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.

        On failure: 0."""
        result = _rt_ws_accept_protocol(self._handle, protocol.encode() if type(protocol) is str and "\0" not in protocol else _rt.text(protocol))
        if not result:
            _fail()
        return Websocket(result, None) if result else None

    def server_respond(self, response: "HttpResponse | None") -> bool:
        """Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
        answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.

        On failure: false."""
        result = _rt_http_server_respond(self._handle, response._handle if response is not None else 0)
        if not result:
            _fail()
        self._handle = 0
        response._handle = 0
        return result


class HttpStream(_rt.Owner):
    """A http stream: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_http_stream_free, self._handle)

    def write(self, data: bytes | bytearray | memoryview | None) -> bool:
        """Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
        time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
        `rt_http_stream_finish` has that answer.

        On failure: false."""
        data_data, data_len = _rt.data(data)
        result = _rt_http_stream_write(self._handle, data_data, data_len)
        if not result:
            _fail()
        return result

    def finish(self) -> int:
        """Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.

        On failure: -1."""
        result = _rt_http_stream_finish(self._handle)
        if result == -1:
            _fail()
        return result

    def status(self) -> int:
        """The HTTP status once `rt_http_stream_finish` had it.

        On failure: -1."""
        result = _rt_http_stream_status(self._handle)
        if result == -1:
            _fail()
        return result

    def header(self, key: str | bytes | None) -> str:
        """The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
        none.

        On failure: ""."""
        result = _take_text(_rt_http_stream_header(self._handle, key.encode() if type(key) is str and "\0" not in key else _rt.text(key)))
        if not result:
            _fail()
        return result

    def headers(self) -> list[str]:
        """All headers of the answer, as `name: value` with the name in lower case.

        On failure: []."""
        result = _rt_http_stream_headers(self._handle).take()
        if not result:
            _fail()
        return result

    def read(self, buffer: bytearray | memoryview | None) -> int:
        """Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
        than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).

        On failure: -1."""
        buffer_data, buffer_len = _rt.buffer(buffer)
        result = _rt_http_stream_read(self._handle, buffer_data, buffer_len)
        if result == -1:
            _fail()
        return result
