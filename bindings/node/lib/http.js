/**
 * HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
 * tokio runtime, with TLS by rustls.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("http");

/** The answer to a request, or why there is none. */
rt.structure("RtHttpResult", [["status", "i64"], ["body", "text"], ["error", "text"]]);

/** What came of a download. */
rt.structure("RtHttpDownload", [["status", "i64"], ["bytes", "i64"], ["error", "text"]]);

const _rt_http_get = rt.declare("rt_http_get", "RtHttpResult", ["void *"]);

/**
 * GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
 * MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
 * proxies from the environment; connections are kept for later calls.
 *
 * `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
 * charset. Where no whole answer came, `status` is 0 and `error` says why.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_get = (url) => rt.takeStructure("RtHttpResult", _rt_http_get(rt.text(url)));

const _rt_http_post = rt.declare("rt_http_post", "RtHttpResult", ["void *", "void *", "void *"]);

/**
 * POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_post = (url, body, content_type) => rt.takeStructure("RtHttpResult", _rt_http_post(rt.text(url), rt.text(body), rt.text(content_type)));

const _rt_http_put = rt.declare("rt_http_put", "RtHttpResult", ["void *", "void *", "void *"]);

/**
 * PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_put = (url, body, content_type) => rt.takeStructure("RtHttpResult", _rt_http_put(rt.text(url), rt.text(body), rt.text(content_type)));

const _rt_http_delete = rt.declare("rt_http_delete", "RtHttpResult", ["void *"]);

/**
 * DELETEs `url`. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_delete = (url) => rt.takeStructure("RtHttpResult", _rt_http_delete(rt.text(url)));

const _rt_http_patch = rt.declare("rt_http_patch", "RtHttpResult", ["void *", "void *", "void *"]);

/**
 * PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_patch = (url, body, content_type) => rt.takeStructure("RtHttpResult", _rt_http_patch(rt.text(url), rt.text(body), rt.text(content_type)));

const _rt_http_head = rt.declare("rt_http_head", "RtHttpResult", ["void *"]);

/**
 * Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_head = (url) => rt.takeStructure("RtHttpResult", _rt_http_head(rt.text(url)));

const _rt_http_request = rt.declare("rt_http_request", "RtHttpResult", ["void *", "void *", "void *", "int64", "void *"]);

/**
 * Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
 * Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
 * another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_request = (method, url, headers, body) => rt.takeStructure("RtHttpResult", _rt_http_request(rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(body)));

const _rt_http_download = rt.declare("rt_http_download", "RtHttpDownload", ["void *", "void *"]);

/**
 * Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
 * beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
 * or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
 * still for no more than 30 s.
 *
 * `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
 * Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
 *
 * On failure: status 0, bytes 0, error "<reason>".
 */
exports.rt_http_download = (url, output_path) => rt.takeStructure("RtHttpDownload", _rt_http_download(rt.text(url), rt.text(output_path)));

const _rt_http_upload = rt.declare("rt_http_upload", "RtHttpResult", ["void *", "void *", "void *"]);

/**
 * POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
 * content type of its extension. A transfer may take as long as it likes but stand still for no more than
 * 30 s. The result is as for `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_upload = (url, file_path, field_name) => rt.takeStructure("RtHttpResult", _rt_http_upload(rt.text(url), rt.text(file_path), rt.text(field_name)));

const _rt_http_client_create = rt.declare("rt_http_client_create", "int64", []);

/**
 * A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
 * caller frees it with `rt_http_client_destroy`.
 */
exports.rt_http_client_create = () => _rt_http_client_create();

const _rt_http_client_set_timeout = rt.declare("rt_http_client_set_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
 * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
 * (only 30 s without any progress).
 *
 * On failure: false.
 */
exports.rt_http_client_set_timeout = (client, timeout_ms) => _rt_http_client_set_timeout(rt.integer(client), rt.integer(timeout_ms));

const _rt_http_client_set_header = rt.declare("rt_http_client_set_header", "bool", ["int64", "void *", "void *"]);

/**
 * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
 *
 * On failure: false.
 */
exports.rt_http_client_set_header = (client, key, value) => _rt_http_client_set_header(rt.integer(client), rt.text(key), rt.text(value));

const _rt_http_client_request = rt.declare("rt_http_client_request", "RtHttpResult", ["int64", "void *", "void *", "void *", "int64", "void *"]);

/**
 * As `rt_http_request`, with the settings of `client`.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_client_request = (client, method, url, headers, body) => rt.takeStructure("RtHttpResult", _rt_http_client_request(rt.integer(client), rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(body)));

const _rt_http_client_destroy = rt.declare("rt_http_client_destroy", "void", ["int64"]);

/**
 * Frees a client and ends its idle connections. Requests under way finish.
 */
exports.rt_http_client_destroy = (client) => _rt_http_client_destroy(rt.integer(client));

const _rt_http_server_create = rt.declare("rt_http_server_create", "int64", ["int64"]);

/**
 * A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
 * `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
 * `rt_http_server_destroy`. 0 where the port is taken.
 *
 * On failure: 0.
 */
exports.rt_http_server_create = (port) => _rt_http_server_create(rt.integer(port));

const _rt_http_server_route = rt.declare("rt_http_server_route", "bool", ["int64", "void *", "void *", "void *"]);

/**
 * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
 * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
 * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
 * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
 *
 * On failure: false.
 */
exports.rt_http_server_route = (server, method, path, handler) => _rt_http_server_route(rt.integer(server), rt.text(method), rt.text(path), rt.text(handler));

const _rt_http_server_static = rt.declare("rt_http_server_static", "bool", ["int64", "void *", "void *"]);

/**
 * Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
 * types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
 * wherever symbolic links lead. Routes go first, then the longest prefix.
 *
 * On failure: false.
 */
exports.rt_http_server_static = (server, path, dir) => _rt_http_server_static(rt.integer(server), rt.text(path), rt.text(dir));

const _rt_http_server_start = rt.declare("rt_http_server_start", "bool", ["int64"]);

/**
 * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
 *
 * On failure: false.
 */
exports.rt_http_server_start = (server) => _rt_http_server_start(rt.integer(server));

const _rt_http_server_stop = rt.declare("rt_http_server_stop", "bool", ["int64"]);

/**
 * Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
 * flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
 * started again. False where it does not run.
 *
 * On failure: false.
 */
exports.rt_http_server_stop = (server) => _rt_http_server_stop(rt.integer(server));

const _rt_http_server_destroy = rt.declare("rt_http_server_destroy", "void", ["int64"]);

/**
 * Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
 */
exports.rt_http_server_destroy = (server) => _rt_http_server_destroy(rt.integer(server));

const _rt_http_request_method = rt.declare("rt_http_request_method", "void *", ["int64"]);

/**
 * The method, in capitals as a rule.
 *
 * On failure: "".
 */
exports.rt_http_request_method = (request) => rt.takeText(_rt_http_request_method(rt.integer(request)));

const _rt_http_request_path = rt.declare("rt_http_request_path", "void *", ["int64"]);

/**
 * The path as it was sent, escapes and all, without the query.
 *
 * On failure: "".
 */
exports.rt_http_request_path = (request) => rt.takeText(_rt_http_request_path(rt.integer(request)));

const _rt_http_request_header = rt.declare("rt_http_request_header", "void *", ["int64", "void *"]);

/**
 * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
 *
 * On failure: "".
 */
exports.rt_http_request_header = (request, key) => rt.takeText(_rt_http_request_header(rt.integer(request), rt.text(key)));

const _rt_http_request_body = rt.declare("rt_http_request_body", "void *", ["int64"]);

/**
 * The body as text; invalid UTF-8 is replaced.
 *
 * On failure: "".
 */
exports.rt_http_request_body = (request) => rt.takeText(_rt_http_request_body(rt.integer(request)));

const _rt_http_request_query = rt.declare("rt_http_request_query", "void *", ["int64", "void *"]);

/**
 * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
 *
 * On failure: "".
 */
exports.rt_http_request_query = (request, key) => rt.takeText(_rt_http_request_query(rt.integer(request), rt.text(key)));

const _rt_http_response_create = rt.declare("rt_http_response_create", "int64", ["int64", "void *"]);

/**
 * A response with this status (200 to 599) and text. Returned from a callback or given to
 * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
 *
 * On failure: 0.
 */
exports.rt_http_response_create = (status, body) => _rt_http_response_create(rt.integer(status), rt.text(body));

const _rt_http_response_set_header = rt.declare("rt_http_response_set_header", "bool", ["int64", "void *", "void *"]);

/**
 * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
 * set, and Connection can be `close` only.
 *
 * On failure: false.
 */
exports.rt_http_response_set_header = (response, key, value) => _rt_http_response_set_header(rt.integer(response), rt.text(key), rt.text(value));

const _rt_http_response_json = rt.declare("rt_http_response_json", "bool", ["int64", "void *"]);

/**
 * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
 *
 * On failure: false.
 */
exports.rt_http_response_json = (response, json) => _rt_http_response_json(rt.integer(response), rt.text(json));

const _rt_ws_connect = rt.declare("rt_ws_connect", "int64", ["void *"]);

/**
 * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
 * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
 *
 * On failure: 0.
 */
exports.rt_ws_connect = (url) => _rt_ws_connect(rt.text(url));

const _rt_ws_send = rt.declare("rt_ws_send", "bool", ["int64", "void *"]);

/**
 * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
 * given up.
 *
 * On failure: false.
 */
exports.rt_ws_send = (ws, message) => _rt_ws_send(rt.integer(ws), rt.text(message));

const _rt_ws_receive = rt.declare("rt_ws_receive", "void *", ["int64"]);

/**
 * The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
 * or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
 * may wait; then the peer is held up. A message has at most 64 MiB.
 *
 * On failure: "".
 */
exports.rt_ws_receive = (ws) => rt.takeText(_rt_ws_receive(rt.integer(ws)));

const _rt_ws_close = rt.declare("rt_ws_close", "bool", ["int64"]);

/**
 * Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
 * where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
 * `rt_ws_receive` or `rt_ws_send` returns.
 *
 * On failure: false.
 */
exports.rt_ws_close = (ws) => _rt_ws_close(rt.integer(ws));

const _rt_http_url_encode = rt.declare("rt_http_url_encode", "void *", ["void *"]);

/**
 * `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
 *
 * On failure: "".
 */
exports.rt_http_url_encode = (text) => rt.takeText(_rt_http_url_encode(rt.text(text)));

const _rt_http_url_decode = rt.declare("rt_http_url_decode", "void *", ["void *"]);

/**
 * `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
 *
 * On failure: "".
 */
exports.rt_http_url_decode = (text) => rt.takeText(_rt_http_url_decode(rt.text(text)));

const _rt_http_parse_json = rt.declare("rt_http_parse_json", "int64", ["void *"]);

/**
 * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
 * 127 levels; the last error tells where.
 *
 * On failure: 0.
 */
exports.rt_http_parse_json = (json) => _rt_http_parse_json(rt.text(json));

const _rt_http_stringify_json = rt.declare("rt_http_stringify_json", "void *", ["int64"]);

/**
 * `obj` as compact JSON; an object's members in the order they came.
 *
 * On failure: "".
 */
exports.rt_http_stringify_json = (obj) => rt.takeText(_rt_http_stringify_json(rt.integer(obj)));

const _rt_http_client_set_connect_timeout = rt.declare("rt_http_client_set_connect_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
 *
 * On failure: false.
 */
exports.rt_http_client_set_connect_timeout = (client, timeout_ms) => _rt_http_client_set_connect_timeout(rt.integer(client), rt.integer(timeout_ms));

const _rt_http_client_set_max_redirects = rt.declare("rt_http_client_set_max_redirects", "bool", ["int64", "int64"]);

/**
 * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
 * one redirect too many is a failure.
 *
 * On failure: false.
 */
exports.rt_http_client_set_max_redirects = (client, count) => _rt_http_client_set_max_redirects(rt.integer(client), rt.integer(count));

const _rt_http_client_set_body_limit = rt.declare("rt_http_client_set_body_limit", "bool", ["int64", "int64"]);

/**
 * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
 * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
 *
 * On failure: false.
 */
exports.rt_http_client_set_body_limit = (client, bytes) => _rt_http_client_set_body_limit(rt.integer(client), rt.integer(bytes));

const _rt_http_client_set_proxy = rt.declare("rt_http_client_set_proxy", "bool", ["int64", "void *"]);

/**
 * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
 * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
 * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
 *
 * On failure: false.
 */
exports.rt_http_client_set_proxy = (client, url) => _rt_http_client_set_proxy(rt.integer(client), rt.text(url));

const _rt_http_client_add_root_certificates = rt.declare("rt_http_client_add_root_certificates", "bool", ["int64", "void *"]);

/**
 * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
 *
 * On failure: false.
 */
exports.rt_http_client_add_root_certificates = (client, pem) => _rt_http_client_add_root_certificates(rt.integer(client), rt.text(pem));

const _rt_http_client_download = rt.declare("rt_http_client_download", "RtHttpDownload", ["int64", "void *", "void *", "int64", "void *"]);

/**
 * As `rt_http_download`, with the settings of `client` and these headers.
 *
 * On failure: status 0, bytes 0, error "<reason>".
 */
exports.rt_http_client_download = (client, url, headers, output_path) => rt.takeStructure("RtHttpDownload", _rt_http_client_download(rt.integer(client), rt.text(url), ...rt.texts(headers), rt.text(output_path)));

const _rt_http_client_upload = rt.declare("rt_http_client_upload", "RtHttpResult", ["int64", "void *", "void *", "int64", "void *", "void *"]);

/**
 * As `rt_http_upload`, with the settings of `client` and these headers.
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_client_upload = (client, url, headers, file_path, field_name) => rt.takeStructure("RtHttpResult", _rt_http_client_upload(rt.integer(client), rt.text(url), ...rt.texts(headers), rt.text(file_path), rt.text(field_name)));

const _rt_http_client_send_file = rt.declare("rt_http_client_send_file", "RtHttpResult", ["int64", "void *", "void *", "void *", "int64", "void *"]);

/**
 * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
 * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
 *
 * On failure: status 0, body "", error "<reason>".
 */
exports.rt_http_client_send_file = (client, method, url, headers, file_path) => rt.takeStructure("RtHttpResult", _rt_http_client_send_file(rt.integer(client), rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(file_path)));

const _rt_http_client_fetch = rt.declare("rt_http_client_fetch", "int64", ["int64", "void *", "void *", "void *", "int64", "void *"]);

/**
 * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
 * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
 *
 * On failure: 0.
 */
exports.rt_http_client_fetch = (client, method, url, headers, body) => _rt_http_client_fetch(rt.integer(client), rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(body));

const _rt_http_client_fetch_bytes = rt.declare("rt_http_client_fetch_bytes", "int64", ["int64", "void *", "void *", "void *", "int64", "void *", "int64"]);

/**
 * As `rt_http_client_fetch` with a body of bytes.
 *
 * On failure: 0.
 */
exports.rt_http_client_fetch_bytes = (client, method, url, headers, body) => _rt_http_client_fetch_bytes(rt.integer(client), rt.text(method), rt.text(url), ...rt.texts(headers), ...rt.bytes(body));

const _rt_http_fetch_status = rt.declare("rt_http_fetch_status", "int64", ["int64"]);

/**
 * The HTTP status.
 *
 * On failure: -1.
 */
exports.rt_http_fetch_status = (fetch) => _rt_http_fetch_status(rt.integer(fetch));

const _rt_http_fetch_version = rt.declare("rt_http_fetch_version", "void *", ["int64"]);

/**
 * The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
 *
 * On failure: "".
 */
exports.rt_http_fetch_version = (fetch) => rt.takeText(_rt_http_fetch_version(rt.integer(fetch)));

const _rt_http_fetch_url = rt.declare("rt_http_fetch_url", "void *", ["int64"]);

/**
 * The address that answered, after redirects.
 *
 * On failure: "".
 */
exports.rt_http_fetch_url = (fetch) => rt.takeText(_rt_http_fetch_url(rt.integer(fetch)));

const _rt_http_fetch_header = rt.declare("rt_http_fetch_header", "void *", ["int64", "void *"]);

/**
 * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
 *
 * On failure: "".
 */
exports.rt_http_fetch_header = (fetch, key) => rt.takeText(_rt_http_fetch_header(rt.integer(fetch), rt.text(key)));

const _rt_http_fetch_headers = rt.declare("rt_http_fetch_headers", "RtTextArray", ["int64"]);

/**
 * All headers, as `name: value` with the name in lower case.
 *
 * On failure: [].
 */
exports.rt_http_fetch_headers = (fetch) => rt.takeTexts(_rt_http_fetch_headers(rt.integer(fetch)));

const _rt_http_fetch_body = rt.declare("rt_http_fetch_body", "void *", ["int64"]);

/**
 * The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
 *
 * On failure: "".
 */
exports.rt_http_fetch_body = (fetch) => rt.takeText(_rt_http_fetch_body(rt.integer(fetch)));

const _rt_http_fetch_body_bytes = rt.declare("rt_http_fetch_body_bytes", "RtBytes", ["int64"]);

/**
 * The body as it came, decompressed.
 *
 * On failure: [].
 */
exports.rt_http_fetch_body_bytes = (fetch) => rt.takeBytes(_rt_http_fetch_body_bytes(rt.integer(fetch)));

const _rt_http_fetch_free = rt.declare("rt_http_fetch_free", "void", ["int64"]);

/**
 * Frees an answer.
 */
exports.rt_http_fetch_free = (fetch) => _rt_http_fetch_free(rt.integer(fetch));

const _rt_http_json_get = rt.declare("rt_http_json_get", "void *", ["int64", "void *"]);

/**
 * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
 * `""`, with a last error, where there is nothing.
 *
 * On failure: "".
 */
exports.rt_http_json_get = (obj, pointer) => rt.takeText(_rt_http_json_get(rt.integer(obj), rt.text(pointer)));

const _rt_http_json_number = rt.declare("rt_http_json_number", "double", ["int64", "void *"]);

/**
 * The number at `pointer`. 0.0, with a last error, where there is none.
 *
 * On failure: 0.0.
 */
exports.rt_http_json_number = (obj, pointer) => _rt_http_json_number(rt.integer(obj), rt.text(pointer));

const _rt_http_json_type = rt.declare("rt_http_json_type", "void *", ["int64", "void *"]);

/**
 * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
 * is nothing.
 *
 * On failure: "".
 */
exports.rt_http_json_type = (obj, pointer) => rt.takeText(_rt_http_json_type(rt.integer(obj), rt.text(pointer)));

const _rt_http_json_length = rt.declare("rt_http_json_length", "int64", ["int64", "void *"]);

/**
 * How many items or members the array or object at `pointer` has. −1 where there is none.
 *
 * On failure: -1.
 */
exports.rt_http_json_length = (obj, pointer) => _rt_http_json_length(rt.integer(obj), rt.text(pointer));

const _rt_http_json_keys = rt.declare("rt_http_json_keys", "RtTextArray", ["int64", "void *"]);

/**
 * The names of the members of the object at `pointer`, in the order they came.
 *
 * On failure: [].
 */
exports.rt_http_json_keys = (obj, pointer) => rt.takeTexts(_rt_http_json_keys(rt.integer(obj), rt.text(pointer)));

const _rt_http_json_free = rt.declare("rt_http_json_free", "void", ["int64"]);

/**
 * Frees a JSON value.
 */
exports.rt_http_json_free = (obj) => _rt_http_json_free(rt.integer(obj));

const _rt_http_request_query_string = rt.declare("rt_http_request_query_string", "void *", ["int64"]);

/**
 * The query as it was sent, without the question mark.
 *
 * On failure: "".
 */
exports.rt_http_request_query_string = (request) => rt.takeText(_rt_http_request_query_string(rt.integer(request)));

const _rt_http_request_param = rt.declare("rt_http_request_param", "void *", ["int64", "void *"]);

/**
 * The route's parameter `name`, decoded; `""` where the route has none of that name.
 *
 * On failure: "".
 */
exports.rt_http_request_param = (request, name) => rt.takeText(_rt_http_request_param(rt.integer(request), rt.text(name)));

const _rt_http_request_handler = rt.declare("rt_http_request_handler", "void *", ["int64"]);

/**
 * The name of the handler that the route names.
 *
 * On failure: "".
 */
exports.rt_http_request_handler = (request) => rt.takeText(_rt_http_request_handler(rt.integer(request)));

const _rt_http_request_headers = rt.declare("rt_http_request_headers", "RtTextArray", ["int64"]);

/**
 * All headers, as `name: value` with the name in lower case.
 *
 * On failure: [].
 */
exports.rt_http_request_headers = (request) => rt.takeTexts(_rt_http_request_headers(rt.integer(request)));

const _rt_http_request_body_bytes = rt.declare("rt_http_request_body_bytes", "RtBytes", ["int64"]);

/**
 * The body as it came.
 *
 * On failure: [].
 */
exports.rt_http_request_body_bytes = (request) => rt.takeBytes(_rt_http_request_body_bytes(rt.integer(request)));

const _rt_http_request_remote_address = rt.declare("rt_http_request_remote_address", "void *", ["int64"]);

/**
 * The client's address and port: `127.0.0.1:53412`.
 *
 * On failure: "".
 */
exports.rt_http_request_remote_address = (request) => rt.takeText(_rt_http_request_remote_address(rt.integer(request)));

const _rt_http_request_free = rt.declare("rt_http_request_free", "void", ["int64"]);

/**
 * Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
 */
exports.rt_http_request_free = (request) => _rt_http_request_free(rt.integer(request));

const _rt_ws_accept = rt.declare("rt_ws_accept", "int64", ["int64"]);

/**
 * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
 * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
 * (read what it says before), one of a callback stays until that returns.
 *
 * On failure: 0.
 */
exports.rt_ws_accept = (request) => _rt_ws_accept(rt.integer(request));

const _rt_ws_accept_protocol = rt.declare("rt_ws_accept_protocol", "int64", ["int64", "void *"]);

/**
 * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
 *
 * On failure: 0.
 */
exports.rt_ws_accept_protocol = (request, protocol) => _rt_ws_accept_protocol(rt.integer(request), rt.text(protocol));

const _rt_http_response_create_bytes = rt.declare("rt_http_response_create_bytes", "int64", ["int64", "void *", "int64", "void *"]);

/**
 * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
 *
 * On failure: 0.
 */
exports.rt_http_response_create_bytes = (status, body, content_type) => _rt_http_response_create_bytes(rt.integer(status), ...rt.bytes(body), rt.text(content_type));

const _rt_http_response_add_header = rt.declare("rt_http_response_add_header", "bool", ["int64", "void *", "void *"]);

/**
 * Adds a header beside those of the same name: another `Set-Cookie`, say.
 *
 * On failure: false.
 */
exports.rt_http_response_add_header = (response, key, value) => _rt_http_response_add_header(rt.integer(response), rt.text(key), rt.text(value));

const _rt_http_response_free = rt.declare("rt_http_response_free", "void", ["int64"]);

/**
 * Frees a response that is not sent.
 */
exports.rt_http_response_free = (response) => _rt_http_response_free(rt.integer(response));

const _rt_http_server_create_at = rt.declare("rt_http_server_create_at", "int64", ["void *", "int64"]);

/**
 * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
 *
 * On failure: 0.
 */
exports.rt_http_server_create_at = (address, port) => _rt_http_server_create_at(rt.text(address), rt.integer(port));

const _rt_http_server_port = rt.declare("rt_http_server_port", "int64", ["int64"]);

/**
 * The port that the server listens at.
 *
 * On failure: -1.
 */
exports.rt_http_server_port = (server) => _rt_http_server_port(rt.integer(server));

const _rt_http_server_start_background = rt.declare("rt_http_server_start_background", "bool", ["int64"]);

/**
 * Serves as `rt_http_server_start` does, and returns at once.
 *
 * On failure: false.
 */
exports.rt_http_server_start_background = (server) => _rt_http_server_start_background(rt.integer(server));

let _rt_http_register_handler = rt.declare("rt_http_register_handler", "bool", ["void *", "void *", "void *"]);

/**
 * Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
 * request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
 * are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500. A
 * client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
 * The function is called on the server's threads, on several at once; it may block, call this library, and
 * stop the server. No exception of another language may leave it.
 *
 * On failure: false.
 */
exports.rt_http_register_handler = (name, function_, user_data) => _rt_http_register_handler(rt.text(name), function_, user_data);

let _rt_http_unregister_handler = rt.declare("rt_http_unregister_handler", "bool", ["void *"]);

/**
 * Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
 * themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
 * there is none of that name.
 *
 * On failure: false.
 */
exports.rt_http_unregister_handler = (name) => _rt_http_unregister_handler(rt.text(name));

const _rt_http_server_next_request = rt.declare("rt_http_server_next_request", "int64", ["int64", "int64"]);

/**
 * The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
 * host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
 * none came in time, and, with a last error, where the server was stopped and none is left.
 *
 * On failure: 0.
 */
exports.rt_http_server_next_request = (server, timeout_ms) => _rt_http_server_next_request(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_respond = rt.declare("rt_http_server_respond", "bool", ["int64", "int64"]);

/**
 * Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
 * answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
 *
 * On failure: false.
 */
exports.rt_http_server_respond = (request, response) => _rt_http_server_respond(rt.integer(request), rt.integer(response));

const _rt_http_server_websocket = rt.declare("rt_http_server_websocket", "bool", ["int64", "void *", "void *"]);

/**
 * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
 * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
 * its own here, so it may stay and talk for as long as the connection lasts.
 *
 * On failure: false.
 */
exports.rt_http_server_websocket = (server, path, handler) => _rt_http_server_websocket(rt.integer(server), rt.text(path), rt.text(handler));

const _rt_http_server_set_body_limit = rt.declare("rt_http_server_set_body_limit", "bool", ["int64", "int64"]);

/**
 * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
 * counts for connections made from then on.
 *
 * On failure: false.
 */
exports.rt_http_server_set_body_limit = (server, bytes) => _rt_http_server_set_body_limit(rt.integer(server), rt.integer(bytes));

const _rt_http_server_set_header_limit = rt.declare("rt_http_server_set_header_limit", "bool", ["int64", "int64"]);

/**
 * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
 * one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
 *
 * On failure: false.
 */
exports.rt_http_server_set_header_limit = (server, bytes) => _rt_http_server_set_header_limit(rt.integer(server), rt.integer(bytes));

const _rt_http_server_set_header_timeout = rt.declare("rt_http_server_set_header_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
 * first. After that the connection ends.
 *
 * On failure: false.
 */
exports.rt_http_server_set_header_timeout = (server, timeout_ms) => _rt_http_server_set_header_timeout(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_set_body_timeout = rt.declare("rt_http_server_set_body_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
 *
 * On failure: false.
 */
exports.rt_http_server_set_body_timeout = (server, timeout_ms) => _rt_http_server_set_body_timeout(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_set_answer_timeout = rt.declare("rt_http_server_set_answer_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
 * callback that has always been quick is called without a way back: where it takes longer for the first time, its
 * own client gets its late answer and no 503; all others are served meanwhile.
 *
 * On failure: false.
 */
exports.rt_http_server_set_answer_timeout = (server, timeout_ms) => _rt_http_server_set_answer_timeout(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_set_write_timeout = rt.declare("rt_http_server_set_write_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
 * connection ends.
 *
 * On failure: false.
 */
exports.rt_http_server_set_write_timeout = (server, timeout_ms) => _rt_http_server_set_write_timeout(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_set_stop_timeout = rt.declare("rt_http_server_set_stop_timeout", "bool", ["int64", "int64"]);

/**
 * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
 *
 * On failure: false.
 */
exports.rt_http_server_set_stop_timeout = (server, timeout_ms) => _rt_http_server_set_stop_timeout(rt.integer(server), rt.integer(timeout_ms));

const _rt_http_server_set_max_connections = rt.declare("rt_http_server_set_max_connections", "bool", ["int64", "int64"]);

/**
 * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
 * counts from the next start.
 *
 * On failure: false.
 */
exports.rt_http_server_set_max_connections = (server, count) => _rt_http_server_set_max_connections(rt.integer(server), rt.integer(count));

const _rt_http_server_set_compression = rt.declare("rt_http_server_set_compression", "bool", ["int64", "bool"]);

/**
 * Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
 *
 * On failure: false.
 */
exports.rt_http_server_set_compression = (server, enabled) => _rt_http_server_set_compression(rt.integer(server), enabled);

const _rt_http_stream_open = rt.declare("rt_http_stream_open", "int64", ["int64", "void *", "void *", "void *", "int64"]);

/**
 * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
 * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
 * caller frees it with `rt_http_stream_free`, at any time.
 *
 * On failure: 0.
 */
exports.rt_http_stream_open = (client, method, url, headers) => _rt_http_stream_open(rt.integer(client), rt.text(method), rt.text(url), ...rt.texts(headers));

const _rt_http_stream_write = rt.declare("rt_http_stream_write", "bool", ["int64", "void *", "int64"]);

/**
 * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
 * time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
 * `rt_http_stream_finish` has that answer.
 *
 * On failure: false.
 */
exports.rt_http_stream_write = (stream, data) => _rt_http_stream_write(rt.integer(stream), ...rt.bytes(data));

const _rt_http_stream_finish = rt.declare("rt_http_stream_finish", "int64", ["int64"]);

/**
 * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
 *
 * On failure: -1.
 */
exports.rt_http_stream_finish = (stream) => _rt_http_stream_finish(rt.integer(stream));

const _rt_http_stream_status = rt.declare("rt_http_stream_status", "int64", ["int64"]);

/**
 * The HTTP status once `rt_http_stream_finish` had it.
 *
 * On failure: -1.
 */
exports.rt_http_stream_status = (stream) => _rt_http_stream_status(rt.integer(stream));

const _rt_http_stream_header = rt.declare("rt_http_stream_header", "void *", ["int64", "void *"]);

/**
 * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
 * none.
 *
 * On failure: "".
 */
exports.rt_http_stream_header = (stream, key) => rt.takeText(_rt_http_stream_header(rt.integer(stream), rt.text(key)));

const _rt_http_stream_headers = rt.declare("rt_http_stream_headers", "RtTextArray", ["int64"]);

/**
 * All headers of the answer, as `name: value` with the name in lower case.
 *
 * On failure: [].
 */
exports.rt_http_stream_headers = (stream) => rt.takeTexts(_rt_http_stream_headers(rt.integer(stream)));

const _rt_http_stream_read = rt.declare("rt_http_stream_read", "int64", ["int64", "void *", "int64"]);

/**
 * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
 * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
 *
 * On failure: -1.
 */
exports.rt_http_stream_read = (stream, buffer) => _rt_http_stream_read(rt.integer(stream), ...rt.bytes(buffer));

const _rt_http_stream_free = rt.declare("rt_http_stream_free", "void", ["int64"]);

/**
 * Frees a stream. An exchange that is not over is given up.
 */
exports.rt_http_stream_free = (stream) => _rt_http_stream_free(rt.integer(stream));

const _rt_http_client_websocket = rt.declare("rt_http_client_websocket", "int64", ["int64", "void *", "void *", "int64"]);

/**
 * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
 * `Sec-WebSocket-Protocol: chat`, say.
 *
 * On failure: 0.
 */
exports.rt_http_client_websocket = (client, url, headers) => _rt_http_client_websocket(rt.integer(client), rt.text(url), ...rt.texts(headers));

const _rt_ws_send_text = rt.declare("rt_ws_send_text", "bool", ["int64", "void *", "int64"]);

/**
 * Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
 *
 * On failure: false.
 */
exports.rt_ws_send_text = (ws, data) => _rt_ws_send_text(rt.integer(ws), ...rt.bytes(data));

const _rt_ws_send_bytes = rt.declare("rt_ws_send_bytes", "bool", ["int64", "void *", "int64"]);

/**
 * Sends a binary message. Otherwise as `rt_ws_send`.
 *
 * On failure: false.
 */
exports.rt_ws_send_bytes = (ws, data) => _rt_ws_send_bytes(rt.integer(ws), ...rt.bytes(data));

const _rt_ws_receive_timeout = rt.declare("rt_ws_receive_timeout", "void *", ["int64", "int64"]);

/**
 * The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
 *
 * On failure: "".
 */
exports.rt_ws_receive_timeout = (ws, timeout_ms) => rt.takeText(_rt_ws_receive_timeout(rt.integer(ws), rt.integer(timeout_ms)));

const _rt_ws_receive_bytes = rt.declare("rt_ws_receive_bytes", "RtBytes", ["int64"]);

/**
 * The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
 * closed or the connection failed. Text messages stay where they are.
 *
 * On failure: [].
 */
exports.rt_ws_receive_bytes = (ws) => rt.takeBytes(_rt_ws_receive_bytes(rt.integer(ws)));

const _rt_ws_receive_bytes_timeout = rt.declare("rt_ws_receive_bytes_timeout", "RtBytes", ["int64", "int64"]);

/**
 * The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
 *
 * On failure: [].
 */
exports.rt_ws_receive_bytes_timeout = (ws, timeout_ms) => rt.takeBytes(_rt_ws_receive_bytes_timeout(rt.integer(ws), rt.integer(timeout_ms)));

const _rt_ws_wait = rt.declare("rt_ws_wait", "int64", ["int64", "int64"]);

/**
 * What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
 * day), −1 nothing any more.
 *
 * On failure: -1.
 */
exports.rt_ws_wait = (ws, timeout_ms) => _rt_ws_wait(rt.integer(ws), rt.integer(timeout_ms));

const _rt_ws_ping = rt.declare("rt_ws_ping", "bool", ["int64"]);

/**
 * Sends a ping, which the peer answers by itself.
 *
 * On failure: false.
 */
exports.rt_ws_ping = (ws) => _rt_ws_ping(rt.integer(ws));

const _rt_ws_close_code = rt.declare("rt_ws_close_code", "int64", ["int64"]);

/**
 * The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
 *
 * On failure: -1.
 */
exports.rt_ws_close_code = (ws) => _rt_ws_close_code(rt.integer(ws));

const _rt_ws_close_with = rt.declare("rt_ws_close_with", "bool", ["int64", "int64", "void *"]);

/**
 * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
 *
 * On failure: false.
 */
exports.rt_ws_close_with = (ws, code, reason) => _rt_ws_close_with(rt.integer(ws), rt.integer(code), rt.text(reason));

const _rt_http_available = rt.declare("rt_http_available", "bool", []);

/**
 * True where this build holds the http library, as it does where this links.
 */
exports.rt_http_available = () => _rt_http_available();

const _rt_http_clear_error = rt.declare("rt_http_clear_error", "void", []);

/**
 * Forgets why this thread's last failed http call failed.
 */
exports.rt_http_clear_error = () => _rt_http_clear_error();

const _rt_http_get_last_error = rt.declare("rt_http_get_last_error", "void *", []);

/**
 * Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_http_get_last_error = () => rt.takeText(_rt_http_get_last_error());

const _rt_http_version = rt.declare("rt_http_version", "void *", []);

/**
 * The version of the wrapped library, the crate `reqwest`.
 */
exports.rt_http_version = () => rt.takeText(_rt_http_version());

[_rt_http_register_handler, _rt_http_unregister_handler] = rt.callbacks(_rt_http_register_handler, _rt_http_unregister_handler, "int64", ["int64", "int64"], true);

/**
 * A http client: freed by `close()`, or when JavaScript forgets it.
 */
class HttpClient extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_client_destroy, handle);
  }

  /**
   * A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
   * caller frees it with `rt_http_client_destroy`.
   */
  static create() {
    const result = _rt_http_client_create();
    return HttpClient.wrap(result, null, true);
  }

  /**
   * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
   * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
   * (only 30 s without any progress).
   *
   * On failure: false.
   */
  setTimeout(timeout_ms) {
    const result = _rt_http_client_set_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
   *
   * On failure: false.
   */
  setHeader(key, value) {
    const result = _rt_http_client_set_header(this.handle, rt.text(key), rt.text(value));
    if (!result) check();
    return result;
  }

  /**
   * As `rt_http_request`, with the settings of `client`.
   *
   * On failure: status 0, body "", error "<reason>".
   */
  request(method, url, headers, body) {
    const result = rt.takeStructure("RtHttpResult", _rt_http_client_request(this.handle, rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(body)));
    if (result.status == 0 && result.body == "") check();
    return result;
  }

  /**
   * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
   *
   * On failure: false.
   */
  setConnectTimeout(timeout_ms) {
    const result = _rt_http_client_set_connect_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
   * one redirect too many is a failure.
   *
   * On failure: false.
   */
  setMaxRedirects(count) {
    const result = _rt_http_client_set_max_redirects(this.handle, rt.integer(count));
    if (!result) check();
    return result;
  }

  /**
   * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
   * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
   *
   * On failure: false.
   */
  setBodyLimit(bytes) {
    const result = _rt_http_client_set_body_limit(this.handle, rt.integer(bytes));
    if (!result) check();
    return result;
  }

  /**
   * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
   * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
   * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
   *
   * On failure: false.
   */
  setProxy(url) {
    const result = _rt_http_client_set_proxy(this.handle, rt.text(url));
    if (!result) check();
    return result;
  }

  /**
   * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
   *
   * On failure: false.
   */
  addRootCertificates(pem) {
    const result = _rt_http_client_add_root_certificates(this.handle, rt.text(pem));
    if (!result) check();
    return result;
  }

  /**
   * As `rt_http_download`, with the settings of `client` and these headers.
   *
   * On failure: status 0, bytes 0, error "<reason>".
   */
  download(url, headers, output_path) {
    const result = rt.takeStructure("RtHttpDownload", _rt_http_client_download(this.handle, rt.text(url), ...rt.texts(headers), rt.text(output_path)));
    if (result.status == 0 && result.bytes == 0) check();
    return result;
  }

  /**
   * As `rt_http_upload`, with the settings of `client` and these headers.
   *
   * On failure: status 0, body "", error "<reason>".
   */
  upload(url, headers, file_path, field_name) {
    const result = rt.takeStructure("RtHttpResult", _rt_http_client_upload(this.handle, rt.text(url), ...rt.texts(headers), rt.text(file_path), rt.text(field_name)));
    if (result.status == 0 && result.body == "") check();
    return result;
  }

  /**
   * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
   * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
   *
   * On failure: status 0, body "", error "<reason>".
   */
  sendFile(method, url, headers, file_path) {
    const result = rt.takeStructure("RtHttpResult", _rt_http_client_send_file(this.handle, rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(file_path)));
    if (result.status == 0 && result.body == "") check();
    return result;
  }

  /**
   * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
   * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
   *
   * On failure: 0.
   */
  fetch(method, url, headers, body) {
    const result = _rt_http_client_fetch(this.handle, rt.text(method), rt.text(url), ...rt.texts(headers), rt.text(body));
    if (result == 0) check();
    return HttpFetchedResponse.wrap(result, null, true);
  }

  /**
   * As `rt_http_client_fetch` with a body of bytes.
   *
   * On failure: 0.
   */
  fetchBytes(method, url, headers, body) {
    const result = _rt_http_client_fetch_bytes(this.handle, rt.text(method), rt.text(url), ...rt.texts(headers), ...rt.bytes(body));
    if (result == 0) check();
    return HttpFetchedResponse.wrap(result, null, true);
  }

  /**
   * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
   * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
   * caller frees it with `rt_http_stream_free`, at any time.
   *
   * On failure: 0.
   */
  streamOpen(method, url, headers) {
    const result = _rt_http_stream_open(this.handle, rt.text(method), rt.text(url), ...rt.texts(headers));
    if (result == 0) check();
    return HttpStream.wrap(result, null, true);
  }

  /**
   * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
   * `Sec-WebSocket-Protocol: chat`, say.
   *
   * On failure: 0.
   */
  websocket(url, headers) {
    const result = _rt_http_client_websocket(this.handle, rt.text(url), ...rt.texts(headers));
    if (result == 0) check();
    return Websocket.wrap(result, null, true);
  }
}
exports.HttpClient = HttpClient;

/**
 * A http server: freed by `close()`, or when JavaScript forgets it.
 */
class HttpServer extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_server_destroy, handle);
  }

  /**
   * A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
   * `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
   * `rt_http_server_destroy`. 0 where the port is taken.
   *
   * On failure: 0.
   */
  static create(port) {
    const result = _rt_http_server_create(rt.integer(port));
    if (result == 0) check();
    return HttpServer.wrap(result, null, true);
  }

  /**
   * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
   *
   * On failure: 0.
   */
  static createAt(address, port) {
    const result = _rt_http_server_create_at(rt.text(address), rt.integer(port));
    if (result == 0) check();
    return HttpServer.wrap(result, null, true);
  }

  /**
   * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
   * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
   * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
   * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
   *
   * On failure: false.
   */
  route(method, path, handler) {
    const result = _rt_http_server_route(this.handle, rt.text(method), rt.text(path), rt.text(handler));
    if (!result) check();
    return result;
  }

  /**
   * Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
   * types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
   * wherever symbolic links lead. Routes go first, then the longest prefix.
   *
   * On failure: false.
   */
  static(path, dir) {
    const result = _rt_http_server_static(this.handle, rt.text(path), rt.text(dir));
    if (!result) check();
    return result;
  }

  /**
   * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
   *
   * On failure: false.
   */
  start() {
    const result = _rt_http_server_start(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
   * flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
   * started again. False where it does not run.
   *
   * On failure: false.
   */
  stop() {
    const result = _rt_http_server_stop(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The port that the server listens at.
   *
   * On failure: -1.
   */
  port() {
    const result = _rt_http_server_port(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Serves as `rt_http_server_start` does, and returns at once.
   *
   * On failure: false.
   */
  startBackground() {
    const result = _rt_http_server_start_background(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
   * host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
   * none came in time, and, with a last error, where the server was stopped and none is left.
   *
   * On failure: 0.
   */
  nextRequest(timeout_ms) {
    const result = _rt_http_server_next_request(this.handle, rt.integer(timeout_ms));
    if (result == 0) check();
    return HttpRequest.wrap(result, null, true);
  }

  /**
   * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
   * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
   * its own here, so it may stay and talk for as long as the connection lasts.
   *
   * On failure: false.
   */
  websocket(path, handler) {
    const result = _rt_http_server_websocket(this.handle, rt.text(path), rt.text(handler));
    if (!result) check();
    return result;
  }

  /**
   * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
   * counts for connections made from then on.
   *
   * On failure: false.
   */
  setBodyLimit(bytes) {
    const result = _rt_http_server_set_body_limit(this.handle, rt.integer(bytes));
    if (!result) check();
    return result;
  }

  /**
   * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
   * one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
   *
   * On failure: false.
   */
  setHeaderLimit(bytes) {
    const result = _rt_http_server_set_header_limit(this.handle, rt.integer(bytes));
    if (!result) check();
    return result;
  }

  /**
   * Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
   * first. After that the connection ends.
   *
   * On failure: false.
   */
  setHeaderTimeout(timeout_ms) {
    const result = _rt_http_server_set_header_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
   *
   * On failure: false.
   */
  setBodyTimeout(timeout_ms) {
    const result = _rt_http_server_set_body_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
   * callback that has always been quick is called without a way back: where it takes longer for the first time, its
   * own client gets its late answer and no 503; all others are served meanwhile.
   *
   * On failure: false.
   */
  setAnswerTimeout(timeout_ms) {
    const result = _rt_http_server_set_answer_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
   * connection ends.
   *
   * On failure: false.
   */
  setWriteTimeout(timeout_ms) {
    const result = _rt_http_server_set_write_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
   *
   * On failure: false.
   */
  setStopTimeout(timeout_ms) {
    const result = _rt_http_server_set_stop_timeout(this.handle, rt.integer(timeout_ms));
    if (!result) check();
    return result;
  }

  /**
   * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
   * counts from the next start.
   *
   * On failure: false.
   */
  setMaxConnections(count) {
    const result = _rt_http_server_set_max_connections(this.handle, rt.integer(count));
    if (!result) check();
    return result;
  }

  /**
   * Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
   *
   * On failure: false.
   */
  setCompression(enabled) {
    const result = _rt_http_server_set_compression(this.handle, enabled);
    if (!result) check();
    return result;
  }
}
exports.HttpServer = HttpServer;

/**
 * A http response: freed by `close()`, or when JavaScript forgets it.
 */
class HttpResponse extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_response_free, handle);
  }

  /**
   * A response with this status (200 to 599) and text. Returned from a callback or given to
   * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
   *
   * On failure: 0.
   */
  static create(status, body) {
    const result = _rt_http_response_create(rt.integer(status), rt.text(body));
    if (result == 0) check();
    return HttpResponse.wrap(result, null, true);
  }

  /**
   * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
   *
   * On failure: 0.
   */
  static createBytes(status, body, content_type) {
    const result = _rt_http_response_create_bytes(rt.integer(status), ...rt.bytes(body), rt.text(content_type));
    if (result == 0) check();
    return HttpResponse.wrap(result, null, true);
  }

  /**
   * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
   * set, and Connection can be `close` only.
   *
   * On failure: false.
   */
  setHeader(key, value) {
    const result = _rt_http_response_set_header(this.handle, rt.text(key), rt.text(value));
    if (!result) check();
    return result;
  }

  /**
   * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
   *
   * On failure: false.
   */
  json(json) {
    const result = _rt_http_response_json(this.handle, rt.text(json));
    if (!result) check();
    return result;
  }

  /**
   * Adds a header beside those of the same name: another `Set-Cookie`, say.
   *
   * On failure: false.
   */
  addHeader(key, value) {
    const result = _rt_http_response_add_header(this.handle, rt.text(key), rt.text(value));
    if (!result) check();
    return result;
  }
}
exports.HttpResponse = HttpResponse;

/**
 * A websocket: freed by `close()`, or when JavaScript forgets it.
 */
class Websocket extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_ws_close, handle);
  }

  /**
   * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
   * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
   *
   * On failure: 0.
   */
  static connect(url) {
    const result = _rt_ws_connect(rt.text(url));
    if (result == 0) check();
    return Websocket.wrap(result, null, true);
  }

  /**
   * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
   * given up.
   *
   * On failure: false.
   */
  send(message) {
    const result = _rt_ws_send(this.handle, rt.text(message));
    if (!result) check();
    return result;
  }

  /**
   * The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
   * or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
   * may wait; then the peer is held up. A message has at most 64 MiB.
   *
   * On failure: "".
   */
  receive() {
    const result = rt.takeText(_rt_ws_receive(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
   *
   * On failure: false.
   */
  sendText(data) {
    const result = _rt_ws_send_text(this.handle, ...rt.bytes(data));
    if (!result) check();
    return result;
  }

  /**
   * Sends a binary message. Otherwise as `rt_ws_send`.
   *
   * On failure: false.
   */
  sendBytes(data) {
    const result = _rt_ws_send_bytes(this.handle, ...rt.bytes(data));
    if (!result) check();
    return result;
  }

  /**
   * The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
   *
   * On failure: "".
   */
  receiveTimeout(timeout_ms) {
    const result = rt.takeText(_rt_ws_receive_timeout(this.handle, rt.integer(timeout_ms)));
    if (result == "") check();
    return result;
  }

  /**
   * The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
   * closed or the connection failed. Text messages stay where they are.
   *
   * On failure: [].
   */
  receiveBytes() {
    const result = rt.takeBytes(_rt_ws_receive_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
   *
   * On failure: [].
   */
  receiveBytesTimeout(timeout_ms) {
    const result = rt.takeBytes(_rt_ws_receive_bytes_timeout(this.handle, rt.integer(timeout_ms)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
   * day), −1 nothing any more.
   *
   * On failure: -1.
   */
  wsWait(timeout_ms) {
    const result = _rt_ws_wait(this.handle, rt.integer(timeout_ms));
    if (result == -1) check();
    return result;
  }

  /**
   * Sends a ping, which the peer answers by itself.
   *
   * On failure: false.
   */
  ping() {
    const result = _rt_ws_ping(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
   *
   * On failure: -1.
   */
  closeCode() {
    const result = _rt_ws_close_code(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
   *
   * On failure: false.
   */
  closeWith(code, reason) {
    const result = _rt_ws_close_with(this.handle, rt.integer(code), rt.text(reason));
    if (!result) check();
    return result;
  }
}
exports.Websocket = Websocket;

/**
 * A json value: freed by `close()`, or when JavaScript forgets it.
 */
class JsonValue extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_json_free, handle);
  }

  /**
   * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
   * 127 levels; the last error tells where.
   *
   * On failure: 0.
   */
  static parseJson(json) {
    const result = _rt_http_parse_json(rt.text(json));
    if (result == 0) check();
    return JsonValue.wrap(result, null, true);
  }

  /**
   * `obj` as compact JSON; an object's members in the order they came.
   *
   * On failure: "".
   */
  stringifyJson() {
    const result = rt.takeText(_rt_http_stringify_json(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
   * `""`, with a last error, where there is nothing.
   *
   * On failure: "".
   */
  get(pointer) {
    const result = rt.takeText(_rt_http_json_get(this.handle, rt.text(pointer)));
    if (result == "") check();
    return result;
  }

  /**
   * The number at `pointer`. 0.0, with a last error, where there is none.
   *
   * On failure: 0.0.
   */
  number(pointer) {
    const result = _rt_http_json_number(this.handle, rt.text(pointer));
    if (result == 0.0) check();
    return result;
  }

  /**
   * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
   * is nothing.
   *
   * On failure: "".
   */
  type(pointer) {
    const result = rt.takeText(_rt_http_json_type(this.handle, rt.text(pointer)));
    if (result == "") check();
    return result;
  }

  /**
   * How many items or members the array or object at `pointer` has. −1 where there is none.
   *
   * On failure: -1.
   */
  length(pointer) {
    const result = _rt_http_json_length(this.handle, rt.text(pointer));
    if (result == -1) check();
    return result;
  }

  /**
   * The names of the members of the object at `pointer`, in the order they came.
   *
   * On failure: [].
   */
  keys(pointer) {
    const result = rt.takeTexts(_rt_http_json_keys(this.handle, rt.text(pointer)));
    if (result.length === 0) check();
    return result;
  }
}
exports.JsonValue = JsonValue;

/**
 * A http fetched response: freed by `close()`, or when JavaScript forgets it.
 */
class HttpFetchedResponse extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_fetch_free, handle);
  }

  /**
   * The HTTP status.
   *
   * On failure: -1.
   */
  status() {
    const result = _rt_http_fetch_status(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
   *
   * On failure: "".
   */
  version() {
    const result = rt.takeText(_rt_http_fetch_version(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The address that answered, after redirects.
   *
   * On failure: "".
   */
  url() {
    const result = rt.takeText(_rt_http_fetch_url(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
   *
   * On failure: "".
   */
  header(key) {
    const result = rt.takeText(_rt_http_fetch_header(this.handle, rt.text(key)));
    if (result == "") check();
    return result;
  }

  /**
   * All headers, as `name: value` with the name in lower case.
   *
   * On failure: [].
   */
  headers() {
    const result = rt.takeTexts(_rt_http_fetch_headers(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
   *
   * On failure: "".
   */
  body() {
    const result = rt.takeText(_rt_http_fetch_body(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The body as it came, decompressed.
   *
   * On failure: [].
   */
  bodyBytes() {
    const result = rt.takeBytes(_rt_http_fetch_body_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }
}
exports.HttpFetchedResponse = HttpFetchedResponse;

/**
 * A http request: freed by `close()`, or when JavaScript forgets it.
 */
class HttpRequest extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_request_free, handle);
  }

  /**
   * The method, in capitals as a rule.
   *
   * On failure: "".
   */
  method() {
    const result = rt.takeText(_rt_http_request_method(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The path as it was sent, escapes and all, without the query.
   *
   * On failure: "".
   */
  path() {
    const result = rt.takeText(_rt_http_request_path(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
   *
   * On failure: "".
   */
  header(key) {
    const result = rt.takeText(_rt_http_request_header(this.handle, rt.text(key)));
    if (result == "") check();
    return result;
  }

  /**
   * The body as text; invalid UTF-8 is replaced.
   *
   * On failure: "".
   */
  body() {
    const result = rt.takeText(_rt_http_request_body(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
   *
   * On failure: "".
   */
  query(key) {
    const result = rt.takeText(_rt_http_request_query(this.handle, rt.text(key)));
    if (result == "") check();
    return result;
  }

  /**
   * The query as it was sent, without the question mark.
   *
   * On failure: "".
   */
  queryString() {
    const result = rt.takeText(_rt_http_request_query_string(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The route's parameter `name`, decoded; `""` where the route has none of that name.
   *
   * On failure: "".
   */
  param(name) {
    const result = rt.takeText(_rt_http_request_param(this.handle, rt.text(name)));
    if (result == "") check();
    return result;
  }

  /**
   * The name of the handler that the route names.
   *
   * On failure: "".
   */
  handler() {
    const result = rt.takeText(_rt_http_request_handler(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * All headers, as `name: value` with the name in lower case.
   *
   * On failure: [].
   */
  headers() {
    const result = rt.takeTexts(_rt_http_request_headers(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The body as it came.
   *
   * On failure: [].
   */
  bodyBytes() {
    const result = rt.takeBytes(_rt_http_request_body_bytes(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The client's address and port: `127.0.0.1:53412`.
   *
   * On failure: "".
   */
  remoteAddress() {
    const result = rt.takeText(_rt_http_request_remote_address(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
   * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
   * (read what it says before), one of a callback stays until that returns.
   *
   * On failure: 0.
   */
  wsAccept() {
    const result = _rt_ws_accept(this.handle);
    if (result == 0) check();
    return Websocket.wrap(result, null, true);
  }

  /**
   * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
   *
   * On failure: 0.
   */
  wsAcceptProtocol(protocol) {
    const result = _rt_ws_accept_protocol(this.handle, rt.text(protocol));
    if (result == 0) check();
    return Websocket.wrap(result, null, true);
  }

  /**
   * Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
   * answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
   *
   * On failure: false.
   */
  serverRespond(response) {
    const result = _rt_http_server_respond(this.handle, rt.handle(response));
    if (!result) check();
    this.forget();
    response.forget();
    return result;
  }
}
exports.HttpRequest = HttpRequest;

/**
 * A http stream: freed by `close()`, or when JavaScript forgets it.
 */
class HttpStream extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_http_stream_free, handle);
  }

  /**
   * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
   * time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
   * `rt_http_stream_finish` has that answer.
   *
   * On failure: false.
   */
  write(data) {
    const result = _rt_http_stream_write(this.handle, ...rt.bytes(data));
    if (!result) check();
    return result;
  }

  /**
   * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
   *
   * On failure: -1.
   */
  finish() {
    const result = _rt_http_stream_finish(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The HTTP status once `rt_http_stream_finish` had it.
   *
   * On failure: -1.
   */
  status() {
    const result = _rt_http_stream_status(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
   * none.
   *
   * On failure: "".
   */
  header(key) {
    const result = rt.takeText(_rt_http_stream_header(this.handle, rt.text(key)));
    if (result == "") check();
    return result;
  }

  /**
   * All headers of the answer, as `name: value` with the name in lower case.
   *
   * On failure: [].
   */
  headers() {
    const result = rt.takeTexts(_rt_http_stream_headers(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
   * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
   *
   * On failure: -1.
   */
  read(buffer) {
    const result = _rt_http_stream_read(this.handle, ...rt.bytes(buffer));
    if (result == -1) check();
    return result;
  }
}
exports.HttpStream = HttpStream;
