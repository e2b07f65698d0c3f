# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
  # tokio runtime, with TLS by rustls.
  module Http
    extend Library
    self.library = "http"

    # The answer to a request, or why there is none.
    HttpResult = Runtime.structure(24, "@0q@8J@16J", [:i64, :text, :text], :status, :body, :error)

    # What came of a download.
    HttpDownload = Runtime.structure(24, "@0q@8q@16J", [:i64, :i64, :text], :status, :bytes, :error)

    RT_HTTP_GET = declare("rt_http_get", [PTR], HttpResult)
    # GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
    # MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
    # proxies from the environment; connections are kept for later calls.
    #
    # `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
    # charset. Where no whole answer came, `status` is 0 and `error` says why.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_get(url) = RT_HTTP_GET.call(Runtime.text(url))

    RT_HTTP_POST = declare("rt_http_post", [PTR, PTR, PTR], HttpResult)
    # POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    # `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_post(url, body, content_type) = RT_HTTP_POST.call(Runtime.text(url), Runtime.text(body), Runtime.text(content_type))

    RT_HTTP_PUT = declare("rt_http_put", [PTR, PTR, PTR], HttpResult)
    # PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    # `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_put(url, body, content_type) = RT_HTTP_PUT.call(Runtime.text(url), Runtime.text(body), Runtime.text(content_type))

    RT_HTTP_DELETE = declare("rt_http_delete", [PTR], HttpResult)
    # DELETEs `url`. Otherwise as `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_delete(url) = RT_HTTP_DELETE.call(Runtime.text(url))

    RT_HTTP_PATCH = declare("rt_http_patch", [PTR, PTR, PTR], HttpResult)
    # PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    # `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_patch(url, body, content_type) = RT_HTTP_PATCH.call(Runtime.text(url), Runtime.text(body), Runtime.text(content_type))

    RT_HTTP_HEAD = declare("rt_http_head", [PTR], HttpResult)
    # Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_head(url) = RT_HTTP_HEAD.call(Runtime.text(url))

    RT_HTTP_REQUEST = declare("rt_http_request", [PTR, PTR, PTR, I64, PTR], HttpResult)
    # Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
    # Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
    # another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_request(method, url, headers, body) = RT_HTTP_REQUEST.call(Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(body))

    RT_HTTP_DOWNLOAD = declare("rt_http_download", [PTR, PTR], HttpDownload)
    # Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
    # beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
    # or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
    # still for no more than 30 s.
    #
    # `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
    # Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
    #
    # On failure: status 0, bytes 0, error "<reason>".
    def self.rt_http_download(url, output_path) = RT_HTTP_DOWNLOAD.call(Runtime.text(url), Runtime.text(output_path))

    RT_HTTP_UPLOAD = declare("rt_http_upload", [PTR, PTR, PTR], HttpResult)
    # POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
    # content type of its extension. A transfer may take as long as it likes but stand still for no more than
    # 30 s. The result is as for `rt_http_get`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_upload(url, file_path, field_name) = RT_HTTP_UPLOAD.call(Runtime.text(url), Runtime.text(file_path), Runtime.text(field_name))

    RT_HTTP_CLIENT_CREATE = declare("rt_http_client_create", [], I64)
    # A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
    # caller frees it with `rt_http_client_destroy`.
    def self.rt_http_client_create() = RT_HTTP_CLIENT_CREATE.call()

    RT_HTTP_CLIENT_SET_TIMEOUT = declare("rt_http_client_set_timeout", [I64, I64], BOOL)
    # Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
    # For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
    # (only 30 s without any progress).
    #
    # On failure: false.
    def self.rt_http_client_set_timeout(client, timeout_ms) = RT_HTTP_CLIENT_SET_TIMEOUT.call(Runtime.integer(client), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_CLIENT_SET_HEADER = declare("rt_http_client_set_header", [I64, PTR, PTR], BOOL)
    # Sends the header `key` with every request of `client`, unless the request has one of that name itself.
    #
    # On failure: false.
    def self.rt_http_client_set_header(client, key, value) = RT_HTTP_CLIENT_SET_HEADER.call(Runtime.integer(client), Runtime.text(key), Runtime.text(value)) != 0

    RT_HTTP_CLIENT_REQUEST = declare("rt_http_client_request", [I64, PTR, PTR, PTR, I64, PTR], HttpResult)
    # As `rt_http_request`, with the settings of `client`.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_client_request(client, method, url, headers, body) = RT_HTTP_CLIENT_REQUEST.call(Runtime.integer(client), Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(body))

    RT_HTTP_CLIENT_DESTROY = declare("rt_http_client_destroy", [I64], VOID)
    # Frees a client and ends its idle connections. Requests under way finish.
    def self.rt_http_client_destroy(client) = RT_HTTP_CLIENT_DESTROY.call(Runtime.integer(client))

    RT_HTTP_SERVER_CREATE = declare("rt_http_server_create", [I64], I64)
    # A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
    # `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
    # `rt_http_server_destroy`. 0 where the port is taken.
    #
    # On failure: 0.
    def self.rt_http_server_create(port) = RT_HTTP_SERVER_CREATE.call(Runtime.integer(port))

    RT_HTTP_SERVER_ROUTE = declare("rt_http_server_route", [I64, PTR, PTR, PTR], BOOL)
    # Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
    # too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
    # the path; a literal segment goes before a parameter. The same method and path again replaces the route.
    # Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
    #
    # On failure: false.
    def self.rt_http_server_route(server, method, path, handler) = RT_HTTP_SERVER_ROUTE.call(Runtime.integer(server), Runtime.text(method), Runtime.text(path), Runtime.text(handler)) != 0

    RT_HTTP_SERVER_STATIC = declare("rt_http_server_static", [I64, PTR, PTR], BOOL)
    # Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
    # types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
    # wherever symbolic links lead. Routes go first, then the longest prefix.
    #
    # On failure: false.
    def self.rt_http_server_static(server, path, dir) = RT_HTTP_SERVER_STATIC.call(Runtime.integer(server), Runtime.text(path), Runtime.text(dir)) != 0

    RT_HTTP_SERVER_START = declare("rt_http_server_start", [I64], BOOL)
    # Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
    #
    # On failure: false.
    def self.rt_http_server_start(server) = RT_HTTP_SERVER_START.call(Runtime.integer(server)) != 0

    RT_HTTP_SERVER_STOP = declare("rt_http_server_stop", [I64], BOOL)
    # Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
    # flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
    # started again. False where it does not run.
    #
    # On failure: false.
    def self.rt_http_server_stop(server) = RT_HTTP_SERVER_STOP.call(Runtime.integer(server)) != 0

    RT_HTTP_SERVER_DESTROY = declare("rt_http_server_destroy", [I64], VOID)
    # Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
    def self.rt_http_server_destroy(server) = RT_HTTP_SERVER_DESTROY.call(Runtime.integer(server))

    RT_HTTP_REQUEST_METHOD = declare("rt_http_request_method", [I64], PTR)
    # The method, in capitals as a rule.
    #
    # On failure: "".
    def self.rt_http_request_method(request) = Runtime.take_text(RT_HTTP_REQUEST_METHOD.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_PATH = declare("rt_http_request_path", [I64], PTR)
    # The path as it was sent, escapes and all, without the query.
    #
    # On failure: "".
    def self.rt_http_request_path(request) = Runtime.take_text(RT_HTTP_REQUEST_PATH.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_HEADER = declare("rt_http_request_header", [I64, PTR], PTR)
    # The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
    #
    # On failure: "".
    def self.rt_http_request_header(request, key) = Runtime.take_text(RT_HTTP_REQUEST_HEADER.call(Runtime.integer(request), Runtime.text(key)))

    RT_HTTP_REQUEST_BODY = declare("rt_http_request_body", [I64], PTR)
    # The body as text; invalid UTF-8 is replaced.
    #
    # On failure: "".
    def self.rt_http_request_body(request) = Runtime.take_text(RT_HTTP_REQUEST_BODY.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_QUERY = declare("rt_http_request_query", [I64, PTR], PTR)
    # The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
    #
    # On failure: "".
    def self.rt_http_request_query(request, key) = Runtime.take_text(RT_HTTP_REQUEST_QUERY.call(Runtime.integer(request), Runtime.text(key)))

    RT_HTTP_RESPONSE_CREATE = declare("rt_http_response_create", [I64, PTR], I64)
    # A response with this status (200 to 599) and text. Returned from a callback or given to
    # `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
    #
    # On failure: 0.
    def self.rt_http_response_create(status, body) = RT_HTTP_RESPONSE_CREATE.call(Runtime.integer(status), Runtime.text(body))

    RT_HTTP_RESPONSE_SET_HEADER = declare("rt_http_response_set_header", [I64, PTR, PTR], BOOL)
    # Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
    # set, and Connection can be `close` only.
    #
    # On failure: false.
    def self.rt_http_response_set_header(response, key, value) = RT_HTTP_RESPONSE_SET_HEADER.call(Runtime.integer(response), Runtime.text(key), Runtime.text(value)) != 0

    RT_HTTP_RESPONSE_JSON = declare("rt_http_response_json", [I64, PTR], BOOL)
    # Makes `json` the body, with the content type for it. False where `json` is not well-formed.
    #
    # On failure: false.
    def self.rt_http_response_json(response, json) = RT_HTTP_RESPONSE_JSON.call(Runtime.integer(response), Runtime.text(json)) != 0

    RT_WS_CONNECT = declare("rt_ws_connect", [PTR], I64)
    # Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
    # `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
    #
    # On failure: 0.
    def self.rt_ws_connect(url) = RT_WS_CONNECT.call(Runtime.text(url))

    RT_WS_SEND = declare("rt_ws_send", [I64, PTR], BOOL)
    # Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
    # given up.
    #
    # On failure: false.
    def self.rt_ws_send(ws, message) = RT_WS_SEND.call(Runtime.integer(ws), Runtime.text(message)) != 0

    RT_WS_RECEIVE = declare("rt_ws_receive", [I64], PTR)
    # The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
    # or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
    # may wait; then the peer is held up. A message has at most 64 MiB.
    #
    # On failure: "".
    def self.rt_ws_receive(ws) = Runtime.take_text(RT_WS_RECEIVE.call(Runtime.integer(ws)))

    RT_WS_CLOSE = declare("rt_ws_close", [I64], BOOL)
    # Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
    # where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
    # `rt_ws_receive` or `rt_ws_send` returns.
    #
    # On failure: false.
    def self.rt_ws_close(ws) = RT_WS_CLOSE.call(Runtime.integer(ws)) != 0

    RT_HTTP_URL_ENCODE = declare("rt_http_url_encode", [PTR], PTR)
    # `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
    #
    # On failure: "".
    def self.rt_http_url_encode(text) = Runtime.take_text(RT_HTTP_URL_ENCODE.call(Runtime.text(text)))

    RT_HTTP_URL_DECODE = declare("rt_http_url_decode", [PTR], PTR)
    # `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
    #
    # On failure: "".
    def self.rt_http_url_decode(text) = Runtime.take_text(RT_HTTP_URL_DECODE.call(Runtime.text(text)))

    RT_HTTP_PARSE_JSON = declare("rt_http_parse_json", [PTR], I64)
    # A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
    # 127 levels; the last error tells where.
    #
    # On failure: 0.
    def self.rt_http_parse_json(json) = RT_HTTP_PARSE_JSON.call(Runtime.text(json))

    RT_HTTP_STRINGIFY_JSON = declare("rt_http_stringify_json", [I64], PTR)
    # `obj` as compact JSON; an object's members in the order they came.
    #
    # On failure: "".
    def self.rt_http_stringify_json(obj) = Runtime.take_text(RT_HTTP_STRINGIFY_JSON.call(Runtime.integer(obj)))

    RT_HTTP_CLIENT_SET_CONNECT_TIMEOUT = declare("rt_http_client_set_connect_timeout", [I64, I64], BOOL)
    # Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
    #
    # On failure: false.
    def self.rt_http_client_set_connect_timeout(client, timeout_ms) = RT_HTTP_CLIENT_SET_CONNECT_TIMEOUT.call(Runtime.integer(client), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_CLIENT_SET_MAX_REDIRECTS = declare("rt_http_client_set_max_redirects", [I64, I64], BOOL)
    # Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
    # one redirect too many is a failure.
    #
    # On failure: false.
    def self.rt_http_client_set_max_redirects(client, count) = RT_HTTP_CLIENT_SET_MAX_REDIRECTS.call(Runtime.integer(client), Runtime.integer(count)) != 0

    RT_HTTP_CLIENT_SET_BODY_LIMIT = declare("rt_http_client_set_body_limit", [I64, I64], BOOL)
    # Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
    # longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
    #
    # On failure: false.
    def self.rt_http_client_set_body_limit(client, bytes) = RT_HTTP_CLIENT_SET_BODY_LIMIT.call(Runtime.integer(client), Runtime.integer(bytes)) != 0

    RT_HTTP_CLIENT_SET_PROXY = declare("rt_http_client_set_proxy", [I64, PTR], BOOL)
    # Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
    # `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
    # decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
    #
    # On failure: false.
    def self.rt_http_client_set_proxy(client, url) = RT_HTTP_CLIENT_SET_PROXY.call(Runtime.integer(client), Runtime.text(url)) != 0

    RT_HTTP_CLIENT_ADD_ROOT_CERTIFICATES = declare("rt_http_client_add_root_certificates", [I64, PTR], BOOL)
    # Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
    #
    # On failure: false.
    def self.rt_http_client_add_root_certificates(client, pem) = RT_HTTP_CLIENT_ADD_ROOT_CERTIFICATES.call(Runtime.integer(client), Runtime.text(pem)) != 0

    RT_HTTP_CLIENT_DOWNLOAD = declare("rt_http_client_download", [I64, PTR, PTR, I64, PTR], HttpDownload)
    # As `rt_http_download`, with the settings of `client` and these headers.
    #
    # On failure: status 0, bytes 0, error "<reason>".
    def self.rt_http_client_download(client, url, headers, output_path) = RT_HTTP_CLIENT_DOWNLOAD.call(Runtime.integer(client), Runtime.text(url), *Runtime.texts(headers), Runtime.text(output_path))

    RT_HTTP_CLIENT_UPLOAD = declare("rt_http_client_upload", [I64, PTR, PTR, I64, PTR, PTR], HttpResult)
    # As `rt_http_upload`, with the settings of `client` and these headers.
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_client_upload(client, url, headers, file_path, field_name) = RT_HTTP_CLIENT_UPLOAD.call(Runtime.integer(client), Runtime.text(url), *Runtime.texts(headers), Runtime.text(file_path), Runtime.text(field_name))

    RT_HTTP_CLIENT_SEND_FILE = declare("rt_http_client_send_file", [I64, PTR, PTR, PTR, I64, PTR], HttpResult)
    # Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
    # unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
    #
    # On failure: status 0, body "", error "<reason>".
    def self.rt_http_client_send_file(client, method, url, headers, file_path) = RT_HTTP_CLIENT_SEND_FILE.call(Runtime.integer(client), Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(file_path))

    RT_HTTP_CLIENT_FETCH = declare("rt_http_client_fetch", [I64, PTR, PTR, PTR, I64, PTR], I64)
    # Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
    # frees it with `rt_http_fetch_free`. 0 where no whole answer came.
    #
    # On failure: 0.
    def self.rt_http_client_fetch(client, method, url, headers, body) = RT_HTTP_CLIENT_FETCH.call(Runtime.integer(client), Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(body))

    RT_HTTP_CLIENT_FETCH_BYTES = declare("rt_http_client_fetch_bytes", [I64, PTR, PTR, PTR, I64, PTR, I64], I64)
    # As `rt_http_client_fetch` with a body of bytes.
    #
    # On failure: 0.
    def self.rt_http_client_fetch_bytes(client, method, url, headers, body) = RT_HTTP_CLIENT_FETCH_BYTES.call(Runtime.integer(client), Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), *Runtime.bytes(body))

    RT_HTTP_FETCH_STATUS = declare("rt_http_fetch_status", [I64], I64)
    # The HTTP status.
    #
    # On failure: -1.
    def self.rt_http_fetch_status(fetch) = RT_HTTP_FETCH_STATUS.call(Runtime.integer(fetch))

    RT_HTTP_FETCH_VERSION = declare("rt_http_fetch_version", [I64], PTR)
    # The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
    #
    # On failure: "".
    def self.rt_http_fetch_version(fetch) = Runtime.take_text(RT_HTTP_FETCH_VERSION.call(Runtime.integer(fetch)))

    RT_HTTP_FETCH_URL = declare("rt_http_fetch_url", [I64], PTR)
    # The address that answered, after redirects.
    #
    # On failure: "".
    def self.rt_http_fetch_url(fetch) = Runtime.take_text(RT_HTTP_FETCH_URL.call(Runtime.integer(fetch)))

    RT_HTTP_FETCH_HEADER = declare("rt_http_fetch_header", [I64, PTR], PTR)
    # The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
    #
    # On failure: "".
    def self.rt_http_fetch_header(fetch, key) = Runtime.take_text(RT_HTTP_FETCH_HEADER.call(Runtime.integer(fetch), Runtime.text(key)))

    RT_HTTP_FETCH_HEADERS = declare("rt_http_fetch_headers", [I64], :texts)
    # All headers, as `name: value` with the name in lower case.
    #
    # On failure: [].
    def self.rt_http_fetch_headers(fetch) = RT_HTTP_FETCH_HEADERS.call(Runtime.integer(fetch))

    RT_HTTP_FETCH_BODY = declare("rt_http_fetch_body", [I64], PTR)
    # The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
    #
    # On failure: "".
    def self.rt_http_fetch_body(fetch) = Runtime.take_text(RT_HTTP_FETCH_BODY.call(Runtime.integer(fetch)))

    RT_HTTP_FETCH_BODY_BYTES = declare("rt_http_fetch_body_bytes", [I64], :bytes)
    # The body as it came, decompressed.
    #
    # On failure: [].
    def self.rt_http_fetch_body_bytes(fetch) = RT_HTTP_FETCH_BODY_BYTES.call(Runtime.integer(fetch))

    RT_HTTP_FETCH_FREE = declare("rt_http_fetch_free", [I64], VOID)
    # Frees an answer.
    def self.rt_http_fetch_free(fetch) = RT_HTTP_FETCH_FREE.call(Runtime.integer(fetch))

    RT_HTTP_JSON_GET = declare("rt_http_json_get", [I64, PTR], PTR)
    # What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
    # `""`, with a last error, where there is nothing.
    #
    # On failure: "".
    def self.rt_http_json_get(obj, pointer) = Runtime.take_text(RT_HTTP_JSON_GET.call(Runtime.integer(obj), Runtime.text(pointer)))

    RT_HTTP_JSON_NUMBER = declare("rt_http_json_number", [I64, PTR], F64)
    # The number at `pointer`. 0.0, with a last error, where there is none.
    #
    # On failure: 0.0.
    def self.rt_http_json_number(obj, pointer) = RT_HTTP_JSON_NUMBER.call(Runtime.integer(obj), Runtime.text(pointer))

    RT_HTTP_JSON_TYPE = declare("rt_http_json_type", [I64, PTR], PTR)
    # What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
    # is nothing.
    #
    # On failure: "".
    def self.rt_http_json_type(obj, pointer) = Runtime.take_text(RT_HTTP_JSON_TYPE.call(Runtime.integer(obj), Runtime.text(pointer)))

    RT_HTTP_JSON_LENGTH = declare("rt_http_json_length", [I64, PTR], I64)
    # How many items or members the array or object at `pointer` has. −1 where there is none.
    #
    # On failure: -1.
    def self.rt_http_json_length(obj, pointer) = RT_HTTP_JSON_LENGTH.call(Runtime.integer(obj), Runtime.text(pointer))

    RT_HTTP_JSON_KEYS = declare("rt_http_json_keys", [I64, PTR], :texts)
    # The names of the members of the object at `pointer`, in the order they came.
    #
    # On failure: [].
    def self.rt_http_json_keys(obj, pointer) = RT_HTTP_JSON_KEYS.call(Runtime.integer(obj), Runtime.text(pointer))

    RT_HTTP_JSON_FREE = declare("rt_http_json_free", [I64], VOID)
    # Frees a JSON value.
    def self.rt_http_json_free(obj) = RT_HTTP_JSON_FREE.call(Runtime.integer(obj))

    RT_HTTP_REQUEST_QUERY_STRING = declare("rt_http_request_query_string", [I64], PTR)
    # The query as it was sent, without the question mark.
    #
    # On failure: "".
    def self.rt_http_request_query_string(request) = Runtime.take_text(RT_HTTP_REQUEST_QUERY_STRING.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_PARAM = declare("rt_http_request_param", [I64, PTR], PTR)
    # The route's parameter `name`, decoded; `""` where the route has none of that name.
    #
    # On failure: "".
    def self.rt_http_request_param(request, name) = Runtime.take_text(RT_HTTP_REQUEST_PARAM.call(Runtime.integer(request), Runtime.text(name)))

    RT_HTTP_REQUEST_HANDLER = declare("rt_http_request_handler", [I64], PTR)
    # The name of the handler that the route names.
    #
    # On failure: "".
    def self.rt_http_request_handler(request) = Runtime.take_text(RT_HTTP_REQUEST_HANDLER.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_HEADERS = declare("rt_http_request_headers", [I64], :texts)
    # All headers, as `name: value` with the name in lower case.
    #
    # On failure: [].
    def self.rt_http_request_headers(request) = RT_HTTP_REQUEST_HEADERS.call(Runtime.integer(request))

    RT_HTTP_REQUEST_BODY_BYTES = declare("rt_http_request_body_bytes", [I64], :bytes)
    # The body as it came.
    #
    # On failure: [].
    def self.rt_http_request_body_bytes(request) = RT_HTTP_REQUEST_BODY_BYTES.call(Runtime.integer(request))

    RT_HTTP_REQUEST_REMOTE_ADDRESS = declare("rt_http_request_remote_address", [I64], PTR)
    # The client's address and port: `127.0.0.1:53412`.
    #
    # On failure: "".
    def self.rt_http_request_remote_address(request) = Runtime.take_text(RT_HTTP_REQUEST_REMOTE_ADDRESS.call(Runtime.integer(request)))

    RT_HTTP_REQUEST_FREE = declare("rt_http_request_free", [I64], VOID)
    # Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
    def self.rt_http_request_free(request) = RT_HTTP_REQUEST_FREE.call(Runtime.integer(request))

    RT_WS_ACCEPT = declare("rt_ws_accept", [I64], I64)
    # Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
    # `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
    # (read what it says before), one of a callback stays until that returns.
    #
    # On failure: 0.
    def self.rt_ws_accept(request) = RT_WS_ACCEPT.call(Runtime.integer(request))

    RT_WS_ACCEPT_PROTOCOL = declare("rt_ws_accept_protocol", [I64, PTR], I64)
    # As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
    #
    # On failure: 0.
    def self.rt_ws_accept_protocol(request, protocol) = RT_WS_ACCEPT_PROTOCOL.call(Runtime.integer(request), Runtime.text(protocol))

    RT_HTTP_RESPONSE_CREATE_BYTES = declare("rt_http_response_create_bytes", [I64, PTR, I64, PTR], I64)
    # A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
    #
    # On failure: 0.
    def self.rt_http_response_create_bytes(status, body, content_type) = RT_HTTP_RESPONSE_CREATE_BYTES.call(Runtime.integer(status), *Runtime.bytes(body), Runtime.text(content_type))

    RT_HTTP_RESPONSE_ADD_HEADER = declare("rt_http_response_add_header", [I64, PTR, PTR], BOOL)
    # Adds a header beside those of the same name: another `Set-Cookie`, say.
    #
    # On failure: false.
    def self.rt_http_response_add_header(response, key, value) = RT_HTTP_RESPONSE_ADD_HEADER.call(Runtime.integer(response), Runtime.text(key), Runtime.text(value)) != 0

    RT_HTTP_RESPONSE_FREE = declare("rt_http_response_free", [I64], VOID)
    # Frees a response that is not sent.
    def self.rt_http_response_free(response) = RT_HTTP_RESPONSE_FREE.call(Runtime.integer(response))

    RT_HTTP_SERVER_CREATE_AT = declare("rt_http_server_create_at", [PTR, I64], I64)
    # A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
    #
    # On failure: 0.
    def self.rt_http_server_create_at(address, port) = RT_HTTP_SERVER_CREATE_AT.call(Runtime.text(address), Runtime.integer(port))

    RT_HTTP_SERVER_PORT = declare("rt_http_server_port", [I64], I64)
    # The port that the server listens at.
    #
    # On failure: -1.
    def self.rt_http_server_port(server) = RT_HTTP_SERVER_PORT.call(Runtime.integer(server))

    RT_HTTP_SERVER_START_BACKGROUND = declare("rt_http_server_start_background", [I64], BOOL)
    # Serves as `rt_http_server_start` does, and returns at once.
    #
    # On failure: false.
    def self.rt_http_server_start_background(server) = RT_HTTP_SERVER_START_BACKGROUND.call(Runtime.integer(server)) != 0

    RT_HTTP_REGISTER_HANDLER = declare("rt_http_register_handler", [PTR, PTR, PTR], BOOL)
    # Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
    # request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
    # are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500. A
    # client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
    # The function is called on the server's threads, on several at once; it may block, call this library, and
    # stop the server. No exception of another language may leave it.
    #
    # On failure: false.
    def self.rt_http_register_handler(name, function, user_data) = RT_HTTP_REGISTER_HANDLER.call(Runtime.text(name), Runtime.callback(function), user_data) != 0

    RT_HTTP_UNREGISTER_HANDLER = declare("rt_http_unregister_handler", [PTR], BOOL)
    # Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
    # themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
    # there is none of that name.
    #
    # On failure: false.
    def self.rt_http_unregister_handler(name) = RT_HTTP_UNREGISTER_HANDLER.call(Runtime.text(name)) != 0

    RT_HTTP_SERVER_NEXT_REQUEST = declare("rt_http_server_next_request", [I64, I64], I64)
    # The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
    # host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
    # none came in time, and, with a last error, where the server was stopped and none is left.
    #
    # On failure: 0.
    def self.rt_http_server_next_request(server, timeout_ms) = RT_HTTP_SERVER_NEXT_REQUEST.call(Runtime.integer(server), Runtime.integer(timeout_ms))

    RT_HTTP_SERVER_RESPOND = declare("rt_http_server_respond", [I64, I64], BOOL)
    # Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
    # answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
    #
    # On failure: false.
    def self.rt_http_server_respond(request, response) = RT_HTTP_SERVER_RESPOND.call(Runtime.integer(request), Runtime.integer(response)) != 0

    RT_HTTP_SERVER_WEBSOCKET = declare("rt_http_server_websocket", [I64, PTR, PTR], BOOL)
    # Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
    # each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
    # its own here, so it may stay and talk for as long as the connection lasts.
    #
    # On failure: false.
    def self.rt_http_server_websocket(server, path, handler) = RT_HTTP_SERVER_WEBSOCKET.call(Runtime.integer(server), Runtime.text(path), Runtime.text(handler)) != 0

    RT_HTTP_SERVER_SET_BODY_LIMIT = declare("rt_http_server_set_body_limit", [I64, I64], BOOL)
    # Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
    # counts for connections made from then on.
    #
    # On failure: false.
    def self.rt_http_server_set_body_limit(server, bytes) = RT_HTTP_SERVER_SET_BODY_LIMIT.call(Runtime.integer(server), Runtime.integer(bytes)) != 0

    RT_HTTP_SERVER_SET_HEADER_LIMIT = declare("rt_http_server_set_header_limit", [I64, I64], BOOL)
    # Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
    # one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
    #
    # On failure: false.
    def self.rt_http_server_set_header_limit(server, bytes) = RT_HTTP_SERVER_SET_HEADER_LIMIT.call(Runtime.integer(server), Runtime.integer(bytes)) != 0

    RT_HTTP_SERVER_SET_HEADER_TIMEOUT = declare("rt_http_server_set_header_timeout", [I64, I64], BOOL)
    # Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
    # first. After that the connection ends.
    #
    # On failure: false.
    def self.rt_http_server_set_header_timeout(server, timeout_ms) = RT_HTTP_SERVER_SET_HEADER_TIMEOUT.call(Runtime.integer(server), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_SERVER_SET_BODY_TIMEOUT = declare("rt_http_server_set_body_timeout", [I64, I64], BOOL)
    # Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
    #
    # On failure: false.
    def self.rt_http_server_set_body_timeout(server, timeout_ms) = RT_HTTP_SERVER_SET_BODY_TIMEOUT.call(Runtime.integer(server), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_SERVER_SET_ANSWER_TIMEOUT = declare("rt_http_server_set_answer_timeout", [I64, I64], BOOL)
    # Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
    # callback that has always been quick is called without a way back: where it takes longer for the first time, its
    # own client gets its late answer and no 503; all others are served meanwhile.
    #
    # On failure: false.
    def self.rt_http_server_set_answer_timeout(server, timeout_ms) = RT_HTTP_SERVER_SET_ANSWER_TIMEOUT.call(Runtime.integer(server), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_SERVER_SET_WRITE_TIMEOUT = declare("rt_http_server_set_write_timeout", [I64, I64], BOOL)
    # Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
    # connection ends.
    #
    # On failure: false.
    def self.rt_http_server_set_write_timeout(server, timeout_ms) = RT_HTTP_SERVER_SET_WRITE_TIMEOUT.call(Runtime.integer(server), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_SERVER_SET_STOP_TIMEOUT = declare("rt_http_server_set_stop_timeout", [I64, I64], BOOL)
    # Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
    #
    # On failure: false.
    def self.rt_http_server_set_stop_timeout(server, timeout_ms) = RT_HTTP_SERVER_SET_STOP_TIMEOUT.call(Runtime.integer(server), Runtime.integer(timeout_ms)) != 0

    RT_HTTP_SERVER_SET_MAX_CONNECTIONS = declare("rt_http_server_set_max_connections", [I64, I64], BOOL)
    # Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
    # counts from the next start.
    #
    # On failure: false.
    def self.rt_http_server_set_max_connections(server, count) = RT_HTTP_SERVER_SET_MAX_CONNECTIONS.call(Runtime.integer(server), Runtime.integer(count)) != 0

    RT_HTTP_SERVER_SET_COMPRESSION = declare("rt_http_server_set_compression", [I64, BOOL], BOOL)
    # Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
    #
    # On failure: false.
    def self.rt_http_server_set_compression(server, enabled) = RT_HTTP_SERVER_SET_COMPRESSION.call(Runtime.integer(server), enabled ? 1 : 0) != 0

    RT_HTTP_STREAM_OPEN = declare("rt_http_stream_open", [I64, PTR, PTR, PTR, I64], I64)
    # Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
    # (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
    # caller frees it with `rt_http_stream_free`, at any time.
    #
    # On failure: 0.
    def self.rt_http_stream_open(client, method, url, headers) = RT_HTTP_STREAM_OPEN.call(Runtime.integer(client), Runtime.text(method), Runtime.text(url), *Runtime.texts(headers))

    RT_HTTP_STREAM_WRITE = declare("rt_http_stream_write", [I64, PTR, I64], BOOL)
    # Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
    # time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
    # `rt_http_stream_finish` has that answer.
    #
    # On failure: false.
    def self.rt_http_stream_write(stream, data) = RT_HTTP_STREAM_WRITE.call(Runtime.integer(stream), *Runtime.bytes(data)) != 0

    RT_HTTP_STREAM_FINISH = declare("rt_http_stream_finish", [I64], I64)
    # Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
    #
    # On failure: -1.
    def self.rt_http_stream_finish(stream) = RT_HTTP_STREAM_FINISH.call(Runtime.integer(stream))

    RT_HTTP_STREAM_STATUS = declare("rt_http_stream_status", [I64], I64)
    # The HTTP status once `rt_http_stream_finish` had it.
    #
    # On failure: -1.
    def self.rt_http_stream_status(stream) = RT_HTTP_STREAM_STATUS.call(Runtime.integer(stream))

    RT_HTTP_STREAM_HEADER = declare("rt_http_stream_header", [I64, PTR], PTR)
    # The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
    # none.
    #
    # On failure: "".
    def self.rt_http_stream_header(stream, key) = Runtime.take_text(RT_HTTP_STREAM_HEADER.call(Runtime.integer(stream), Runtime.text(key)))

    RT_HTTP_STREAM_HEADERS = declare("rt_http_stream_headers", [I64], :texts)
    # All headers of the answer, as `name: value` with the name in lower case.
    #
    # On failure: [].
    def self.rt_http_stream_headers(stream) = RT_HTTP_STREAM_HEADERS.call(Runtime.integer(stream))

    RT_HTTP_STREAM_READ = declare("rt_http_stream_read", [I64, PTR, I64], I64)
    # Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
    # than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
    #
    # On failure: -1.
    def self.rt_http_stream_read(stream, buffer) = Runtime.filling(buffer) { |buffer_filled| RT_HTTP_STREAM_READ.call(Runtime.integer(stream), *buffer_filled) }

    RT_HTTP_STREAM_FREE = declare("rt_http_stream_free", [I64], VOID)
    # Frees a stream. An exchange that is not over is given up.
    def self.rt_http_stream_free(stream) = RT_HTTP_STREAM_FREE.call(Runtime.integer(stream))

    RT_HTTP_CLIENT_WEBSOCKET = declare("rt_http_client_websocket", [I64, PTR, PTR, I64], I64)
    # As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
    # `Sec-WebSocket-Protocol: chat`, say.
    #
    # On failure: 0.
    def self.rt_http_client_websocket(client, url, headers) = RT_HTTP_CLIENT_WEBSOCKET.call(Runtime.integer(client), Runtime.text(url), *Runtime.texts(headers))

    RT_WS_SEND_TEXT = declare("rt_ws_send_text", [I64, PTR, I64], BOOL)
    # Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
    #
    # On failure: false.
    def self.rt_ws_send_text(ws, data) = RT_WS_SEND_TEXT.call(Runtime.integer(ws), *Runtime.bytes(data)) != 0

    RT_WS_SEND_BYTES = declare("rt_ws_send_bytes", [I64, PTR, I64], BOOL)
    # Sends a binary message. Otherwise as `rt_ws_send`.
    #
    # On failure: false.
    def self.rt_ws_send_bytes(ws, data) = RT_WS_SEND_BYTES.call(Runtime.integer(ws), *Runtime.bytes(data)) != 0

    RT_WS_RECEIVE_TIMEOUT = declare("rt_ws_receive_timeout", [I64, I64], PTR)
    # The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
    #
    # On failure: "".
    def self.rt_ws_receive_timeout(ws, timeout_ms) = Runtime.take_text(RT_WS_RECEIVE_TIMEOUT.call(Runtime.integer(ws), Runtime.integer(timeout_ms)))

    RT_WS_RECEIVE_BYTES = declare("rt_ws_receive_bytes", [I64], :bytes)
    # The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
    # closed or the connection failed. Text messages stay where they are.
    #
    # On failure: [].
    def self.rt_ws_receive_bytes(ws) = RT_WS_RECEIVE_BYTES.call(Runtime.integer(ws))

    RT_WS_RECEIVE_BYTES_TIMEOUT = declare("rt_ws_receive_bytes_timeout", [I64, I64], :bytes)
    # The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
    #
    # On failure: [].
    def self.rt_ws_receive_bytes_timeout(ws, timeout_ms) = RT_WS_RECEIVE_BYTES_TIMEOUT.call(Runtime.integer(ws), Runtime.integer(timeout_ms))

    RT_WS_WAIT = declare("rt_ws_wait", [I64, I64], I64)
    # What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
    # day), −1 nothing any more.
    #
    # On failure: -1.
    def self.rt_ws_wait(ws, timeout_ms) = RT_WS_WAIT.call(Runtime.integer(ws), Runtime.integer(timeout_ms))

    RT_WS_PING = declare("rt_ws_ping", [I64], BOOL)
    # Sends a ping, which the peer answers by itself.
    #
    # On failure: false.
    def self.rt_ws_ping(ws) = RT_WS_PING.call(Runtime.integer(ws)) != 0

    RT_WS_CLOSE_CODE = declare("rt_ws_close_code", [I64], I64)
    # The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
    #
    # On failure: -1.
    def self.rt_ws_close_code(ws) = RT_WS_CLOSE_CODE.call(Runtime.integer(ws))

    RT_WS_CLOSE_WITH = declare("rt_ws_close_with", [I64, I64, PTR], BOOL)
    # As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
    #
    # On failure: false.
    def self.rt_ws_close_with(ws, code, reason) = RT_WS_CLOSE_WITH.call(Runtime.integer(ws), Runtime.integer(code), Runtime.text(reason)) != 0

    RT_HTTP_AVAILABLE = declare("rt_http_available", [], BOOL)
    # True where this build holds the http library, as it does where this links.
    def self.rt_http_available() = RT_HTTP_AVAILABLE.call() != 0

    RT_HTTP_CLEAR_ERROR = declare("rt_http_clear_error", [], VOID)
    # Forgets why this thread's last failed http call failed.
    def self.rt_http_clear_error() = RT_HTTP_CLEAR_ERROR.call()

    RT_HTTP_GET_LAST_ERROR = declare("rt_http_get_last_error", [], PTR)
    # Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_http_get_last_error() = Runtime.take_text(RT_HTTP_GET_LAST_ERROR.call())

    RT_HTTP_VERSION = declare("rt_http_version", [], PTR)
    # The version of the wrapped library, the crate `reqwest`.
    def self.rt_http_version() = Runtime.take_text(RT_HTTP_VERSION.call())

    # A http client. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpClient < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_CLIENT_DESTROY, handle)
      end

      # A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
      # caller frees it with `rt_http_client_destroy`.
      def self.create(&block)
        result = RT_HTTP_CLIENT_CREATE.call()
        HttpClient.wrap(result, nil, true, &block)
      end

      # Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
      # For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
      # (only 30 s without any progress).
      #
      # On failure: false.
      def set_timeout(timeout_ms)
        result = RT_HTTP_CLIENT_SET_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sends the header `key` with every request of `client`, unless the request has one of that name itself.
      #
      # On failure: false.
      def set_header(key, value)
        result = RT_HTTP_CLIENT_SET_HEADER.call(@handle, Runtime.text(key), Runtime.text(value)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # As `rt_http_request`, with the settings of `client`.
      #
      # On failure: status 0, body "", error "<reason>".
      def request(method, url, headers, body)
        result = RT_HTTP_CLIENT_REQUEST.call(@handle, Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(body))
        SimpleNative::Http.check if result.status == 0 && result.body == ""
        result
      end

      # Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
      #
      # On failure: false.
      def set_connect_timeout(timeout_ms)
        result = RT_HTTP_CLIENT_SET_CONNECT_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
      # one redirect too many is a failure.
      #
      # On failure: false.
      def set_max_redirects(count)
        result = RT_HTTP_CLIENT_SET_MAX_REDIRECTS.call(@handle, Runtime.integer(count)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
      # longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
      #
      # On failure: false.
      def set_body_limit(bytes)
        result = RT_HTTP_CLIENT_SET_BODY_LIMIT.call(@handle, Runtime.integer(bytes)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
      # `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
      # decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
      #
      # On failure: false.
      def set_proxy(url)
        result = RT_HTTP_CLIENT_SET_PROXY.call(@handle, Runtime.text(url)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
      #
      # On failure: false.
      def add_root_certificates(pem)
        result = RT_HTTP_CLIENT_ADD_ROOT_CERTIFICATES.call(@handle, Runtime.text(pem)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # As `rt_http_download`, with the settings of `client` and these headers.
      #
      # On failure: status 0, bytes 0, error "<reason>".
      def download(url, headers, output_path)
        result = RT_HTTP_CLIENT_DOWNLOAD.call(@handle, Runtime.text(url), *Runtime.texts(headers), Runtime.text(output_path))
        SimpleNative::Http.check if result.status == 0 && result.bytes == 0
        result
      end

      # As `rt_http_upload`, with the settings of `client` and these headers.
      #
      # On failure: status 0, body "", error "<reason>".
      def upload(url, headers, file_path, field_name)
        result = RT_HTTP_CLIENT_UPLOAD.call(@handle, Runtime.text(url), *Runtime.texts(headers), Runtime.text(file_path), Runtime.text(field_name))
        SimpleNative::Http.check if result.status == 0 && result.body == ""
        result
      end

      # Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
      # unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
      #
      # On failure: status 0, body "", error "<reason>".
      def send_file(method, url, headers, file_path)
        result = RT_HTTP_CLIENT_SEND_FILE.call(@handle, Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(file_path))
        SimpleNative::Http.check if result.status == 0 && result.body == ""
        result
      end

      # Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
      # frees it with `rt_http_fetch_free`. 0 where no whole answer came.
      #
      # On failure: 0.
      def fetch(method, url, headers, body)
        result = RT_HTTP_CLIENT_FETCH.call(@handle, Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), Runtime.text(body))
        SimpleNative::Http.check if result == 0
        HttpFetchedResponse.wrap(result, nil, true)
      end

      # As `rt_http_client_fetch` with a body of bytes.
      #
      # On failure: 0.
      def fetch_bytes(method, url, headers, body)
        result = RT_HTTP_CLIENT_FETCH_BYTES.call(@handle, Runtime.text(method), Runtime.text(url), *Runtime.texts(headers), *Runtime.bytes(body))
        SimpleNative::Http.check if result == 0
        HttpFetchedResponse.wrap(result, nil, true)
      end

      # Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
      # (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
      # caller frees it with `rt_http_stream_free`, at any time.
      #
      # On failure: 0.
      def stream_open(method, url, headers)
        result = RT_HTTP_STREAM_OPEN.call(@handle, Runtime.text(method), Runtime.text(url), *Runtime.texts(headers))
        SimpleNative::Http.check if result == 0
        HttpStream.wrap(result, nil, true)
      end

      # As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
      # `Sec-WebSocket-Protocol: chat`, say.
      #
      # On failure: 0.
      def websocket(url, headers)
        result = RT_HTTP_CLIENT_WEBSOCKET.call(@handle, Runtime.text(url), *Runtime.texts(headers))
        SimpleNative::Http.check if result == 0
        Websocket.wrap(result, nil, true)
      end
    end

    # A http server. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpServer < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_SERVER_DESTROY, handle)
      end

      # A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
      # `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
      # `rt_http_server_destroy`. 0 where the port is taken.
      #
      # On failure: 0.
      def self.create(port, &block)
        result = RT_HTTP_SERVER_CREATE.call(Runtime.integer(port))
        SimpleNative::Http.check if result == 0
        HttpServer.wrap(result, nil, true, &block)
      end

      # A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
      #
      # On failure: 0.
      def self.create_at(address, port, &block)
        result = RT_HTTP_SERVER_CREATE_AT.call(Runtime.text(address), Runtime.integer(port))
        SimpleNative::Http.check if result == 0
        HttpServer.wrap(result, nil, true, &block)
      end

      # Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
      # too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
      # the path; a literal segment goes before a parameter. The same method and path again replaces the route.
      # Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
      #
      # On failure: false.
      def route(method, path, handler)
        result = RT_HTTP_SERVER_ROUTE.call(@handle, Runtime.text(method), Runtime.text(path), Runtime.text(handler)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
      # types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
      # wherever symbolic links lead. Routes go first, then the longest prefix.
      #
      # On failure: false.
      def static(path, dir)
        result = RT_HTTP_SERVER_STATIC.call(@handle, Runtime.text(path), Runtime.text(dir)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
      #
      # On failure: false.
      def start()
        result = RT_HTTP_SERVER_START.call(@handle) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
      # flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
      # started again. False where it does not run.
      #
      # On failure: false.
      def stop()
        result = RT_HTTP_SERVER_STOP.call(@handle) != 0
        SimpleNative::Http.check if !result
        result
      end

      # The port that the server listens at.
      #
      # On failure: -1.
      def port()
        result = RT_HTTP_SERVER_PORT.call(@handle)
        SimpleNative::Http.check if result == -1
        result
      end

      # Serves as `rt_http_server_start` does, and returns at once.
      #
      # On failure: false.
      def start_background()
        result = RT_HTTP_SERVER_START_BACKGROUND.call(@handle) != 0
        SimpleNative::Http.check if !result
        result
      end

      # The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
      # host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
      # none came in time, and, with a last error, where the server was stopped and none is left.
      #
      # On failure: 0.
      def next_request(timeout_ms)
        result = RT_HTTP_SERVER_NEXT_REQUEST.call(@handle, Runtime.integer(timeout_ms))
        SimpleNative::Http.check if result == 0
        HttpRequest.wrap(result, nil, true)
      end

      # Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
      # each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
      # its own here, so it may stay and talk for as long as the connection lasts.
      #
      # On failure: false.
      def websocket(path, handler)
        result = RT_HTTP_SERVER_WEBSOCKET.call(@handle, Runtime.text(path), Runtime.text(handler)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
      # counts for connections made from then on.
      #
      # On failure: false.
      def set_body_limit(bytes)
        result = RT_HTTP_SERVER_SET_BODY_LIMIT.call(@handle, Runtime.integer(bytes)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
      # one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
      #
      # On failure: false.
      def set_header_limit(bytes)
        result = RT_HTTP_SERVER_SET_HEADER_LIMIT.call(@handle, Runtime.integer(bytes)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
      # first. After that the connection ends.
      #
      # On failure: false.
      def set_header_timeout(timeout_ms)
        result = RT_HTTP_SERVER_SET_HEADER_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
      #
      # On failure: false.
      def set_body_timeout(timeout_ms)
        result = RT_HTTP_SERVER_SET_BODY_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
      # callback that has always been quick is called without a way back: where it takes longer for the first time, its
      # own client gets its late answer and no 503; all others are served meanwhile.
      #
      # On failure: false.
      def set_answer_timeout(timeout_ms)
        result = RT_HTTP_SERVER_SET_ANSWER_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
      # connection ends.
      #
      # On failure: false.
      def set_write_timeout(timeout_ms)
        result = RT_HTTP_SERVER_SET_WRITE_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
      #
      # On failure: false.
      def set_stop_timeout(timeout_ms)
        result = RT_HTTP_SERVER_SET_STOP_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
      # counts from the next start.
      #
      # On failure: false.
      def set_max_connections(count)
        result = RT_HTTP_SERVER_SET_MAX_CONNECTIONS.call(@handle, Runtime.integer(count)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
      #
      # On failure: false.
      def set_compression(enabled)
        result = RT_HTTP_SERVER_SET_COMPRESSION.call(@handle, enabled ? 1 : 0) != 0
        SimpleNative::Http.check if !result
        result
      end
    end

    # A http response. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpResponse < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_RESPONSE_FREE, handle)
      end

      # A response with this status (200 to 599) and text. Returned from a callback or given to
      # `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
      #
      # On failure: 0.
      def self.create(status, body, &block)
        result = RT_HTTP_RESPONSE_CREATE.call(Runtime.integer(status), Runtime.text(body))
        SimpleNative::Http.check if result == 0
        HttpResponse.wrap(result, nil, true, &block)
      end

      # A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
      #
      # On failure: 0.
      def self.create_bytes(status, body, content_type, &block)
        result = RT_HTTP_RESPONSE_CREATE_BYTES.call(Runtime.integer(status), *Runtime.bytes(body), Runtime.text(content_type))
        SimpleNative::Http.check if result == 0
        HttpResponse.wrap(result, nil, true, &block)
      end

      # Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
      # set, and Connection can be `close` only.
      #
      # On failure: false.
      def set_header(key, value)
        result = RT_HTTP_RESPONSE_SET_HEADER.call(@handle, Runtime.text(key), Runtime.text(value)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Makes `json` the body, with the content type for it. False where `json` is not well-formed.
      #
      # On failure: false.
      def json(json)
        result = RT_HTTP_RESPONSE_JSON.call(@handle, Runtime.text(json)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Adds a header beside those of the same name: another `Set-Cookie`, say.
      #
      # On failure: false.
      def add_header(key, value)
        result = RT_HTTP_RESPONSE_ADD_HEADER.call(@handle, Runtime.text(key), Runtime.text(value)) != 0
        SimpleNative::Http.check if !result
        result
      end
    end

    # A websocket. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Websocket < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_WS_CLOSE, handle)
      end

      # Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
      # `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
      #
      # On failure: 0.
      def self.connect(url, &block)
        result = RT_WS_CONNECT.call(Runtime.text(url))
        SimpleNative::Http.check if result == 0
        Websocket.wrap(result, nil, true, &block)
      end

      # Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
      # given up.
      #
      # On failure: false.
      def send(message)
        result = RT_WS_SEND.call(@handle, Runtime.text(message)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
      # or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
      # may wait; then the peer is held up. A message has at most 64 MiB.
      #
      # On failure: "".
      def receive()
        result = Runtime.take_text(RT_WS_RECEIVE.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
      #
      # On failure: false.
      def send_text(data)
        result = RT_WS_SEND_TEXT.call(@handle, *Runtime.bytes(data)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Sends a binary message. Otherwise as `rt_ws_send`.
      #
      # On failure: false.
      def send_bytes(data)
        result = RT_WS_SEND_BYTES.call(@handle, *Runtime.bytes(data)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
      #
      # On failure: "".
      def receive_timeout(timeout_ms)
        result = Runtime.take_text(RT_WS_RECEIVE_TIMEOUT.call(@handle, Runtime.integer(timeout_ms)))
        SimpleNative::Http.check if result == ""
        result
      end

      # The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
      # closed or the connection failed. Text messages stay where they are.
      #
      # On failure: [].
      def receive_bytes()
        result = RT_WS_RECEIVE_BYTES.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end

      # The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
      #
      # On failure: [].
      def receive_bytes_timeout(timeout_ms)
        result = RT_WS_RECEIVE_BYTES_TIMEOUT.call(@handle, Runtime.integer(timeout_ms))
        SimpleNative::Http.check if result.empty?
        result
      end

      # What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
      # day), −1 nothing any more.
      #
      # On failure: -1.
      def ws_wait(timeout_ms)
        result = RT_WS_WAIT.call(@handle, Runtime.integer(timeout_ms))
        SimpleNative::Http.check if result == -1
        result
      end

      # Sends a ping, which the peer answers by itself.
      #
      # On failure: false.
      def ping()
        result = RT_WS_PING.call(@handle) != 0
        SimpleNative::Http.check if !result
        result
      end

      # The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
      #
      # On failure: -1.
      def close_code()
        result = RT_WS_CLOSE_CODE.call(@handle)
        SimpleNative::Http.check if result == -1
        result
      end

      # As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
      #
      # On failure: false.
      def close_with(code, reason)
        result = RT_WS_CLOSE_WITH.call(@handle, Runtime.integer(code), Runtime.text(reason)) != 0
        SimpleNative::Http.check if !result
        result
      end
    end

    # A json value. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class JsonValue < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_JSON_FREE, handle)
      end

      # A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
      # 127 levels; the last error tells where.
      #
      # On failure: 0.
      def self.parse_json(json, &block)
        result = RT_HTTP_PARSE_JSON.call(Runtime.text(json))
        SimpleNative::Http.check if result == 0
        JsonValue.wrap(result, nil, true, &block)
      end

      # `obj` as compact JSON; an object's members in the order they came.
      #
      # On failure: "".
      def stringify_json()
        result = Runtime.take_text(RT_HTTP_STRINGIFY_JSON.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
      # `""`, with a last error, where there is nothing.
      #
      # On failure: "".
      def get(pointer)
        result = Runtime.take_text(RT_HTTP_JSON_GET.call(@handle, Runtime.text(pointer)))
        SimpleNative::Http.check if result == ""
        result
      end

      # The number at `pointer`. 0.0, with a last error, where there is none.
      #
      # On failure: 0.0.
      def number(pointer)
        result = RT_HTTP_JSON_NUMBER.call(@handle, Runtime.text(pointer))
        SimpleNative::Http.check if result == 0.0
        result
      end

      # What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
      # is nothing.
      #
      # On failure: "".
      def type(pointer)
        result = Runtime.take_text(RT_HTTP_JSON_TYPE.call(@handle, Runtime.text(pointer)))
        SimpleNative::Http.check if result == ""
        result
      end

      # How many items or members the array or object at `pointer` has. −1 where there is none.
      #
      # On failure: -1.
      def length(pointer)
        result = RT_HTTP_JSON_LENGTH.call(@handle, Runtime.text(pointer))
        SimpleNative::Http.check if result == -1
        result
      end

      # The names of the members of the object at `pointer`, in the order they came.
      #
      # On failure: [].
      def keys(pointer)
        result = RT_HTTP_JSON_KEYS.call(@handle, Runtime.text(pointer))
        SimpleNative::Http.check if result.empty?
        result
      end
    end

    # A http fetched response. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpFetchedResponse < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_FETCH_FREE, handle)
      end

      # The HTTP status.
      #
      # On failure: -1.
      def status()
        result = RT_HTTP_FETCH_STATUS.call(@handle)
        SimpleNative::Http.check if result == -1
        result
      end

      # The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
      #
      # On failure: "".
      def version()
        result = Runtime.take_text(RT_HTTP_FETCH_VERSION.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The address that answered, after redirects.
      #
      # On failure: "".
      def url()
        result = Runtime.take_text(RT_HTTP_FETCH_URL.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
      #
      # On failure: "".
      def header(key)
        result = Runtime.take_text(RT_HTTP_FETCH_HEADER.call(@handle, Runtime.text(key)))
        SimpleNative::Http.check if result == ""
        result
      end

      # All headers, as `name: value` with the name in lower case.
      #
      # On failure: [].
      def headers()
        result = RT_HTTP_FETCH_HEADERS.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end

      # The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
      #
      # On failure: "".
      def body()
        result = Runtime.take_text(RT_HTTP_FETCH_BODY.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The body as it came, decompressed.
      #
      # On failure: [].
      def body_bytes()
        result = RT_HTTP_FETCH_BODY_BYTES.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end
    end

    # A http request. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpRequest < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_REQUEST_FREE, handle)
      end

      # The method, in capitals as a rule.
      #
      # On failure: "".
      def method()
        result = Runtime.take_text(RT_HTTP_REQUEST_METHOD.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The path as it was sent, escapes and all, without the query.
      #
      # On failure: "".
      def path()
        result = Runtime.take_text(RT_HTTP_REQUEST_PATH.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
      #
      # On failure: "".
      def header(key)
        result = Runtime.take_text(RT_HTTP_REQUEST_HEADER.call(@handle, Runtime.text(key)))
        SimpleNative::Http.check if result == ""
        result
      end

      # The body as text; invalid UTF-8 is replaced.
      #
      # On failure: "".
      def body()
        result = Runtime.take_text(RT_HTTP_REQUEST_BODY.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
      #
      # On failure: "".
      def query(key)
        result = Runtime.take_text(RT_HTTP_REQUEST_QUERY.call(@handle, Runtime.text(key)))
        SimpleNative::Http.check if result == ""
        result
      end

      # The query as it was sent, without the question mark.
      #
      # On failure: "".
      def query_string()
        result = Runtime.take_text(RT_HTTP_REQUEST_QUERY_STRING.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # The route's parameter `name`, decoded; `""` where the route has none of that name.
      #
      # On failure: "".
      def param(name)
        result = Runtime.take_text(RT_HTTP_REQUEST_PARAM.call(@handle, Runtime.text(name)))
        SimpleNative::Http.check if result == ""
        result
      end

      # The name of the handler that the route names.
      #
      # On failure: "".
      def handler()
        result = Runtime.take_text(RT_HTTP_REQUEST_HANDLER.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # All headers, as `name: value` with the name in lower case.
      #
      # On failure: [].
      def headers()
        result = RT_HTTP_REQUEST_HEADERS.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end

      # The body as it came.
      #
      # On failure: [].
      def body_bytes()
        result = RT_HTTP_REQUEST_BODY_BYTES.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end

      # The client's address and port: `127.0.0.1:53412`.
      #
      # On failure: "".
      def remote_address()
        result = Runtime.take_text(RT_HTTP_REQUEST_REMOTE_ADDRESS.call(@handle))
        SimpleNative::Http.check if result == ""
        result
      end

      # Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
      # `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
      # (read what it says before), one of a callback stays until that returns.
      #
      # On failure: 0.
      def ws_accept()
        result = RT_WS_ACCEPT.call(@handle)
        SimpleNative::Http.check if result == 0
        Websocket.wrap(result, nil, true)
      end

      # As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
      #
      # On failure: 0.
      def ws_accept_protocol(protocol)
        result = RT_WS_ACCEPT_PROTOCOL.call(@handle, Runtime.text(protocol))
        SimpleNative::Http.check if result == 0
        Websocket.wrap(result, nil, true)
      end

      # Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
      # answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
      #
      # On failure: false.
      def server_respond(response)
        result = RT_HTTP_SERVER_RESPOND.call(@handle, (response&.handle || 0)) != 0
        SimpleNative::Http.check if !result
        @handle = 0
        forget
        response.forget
        result
      end
    end

    # A http stream. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class HttpStream < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Http.quietly(RT_HTTP_STREAM_FREE, handle)
      end

      # Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
      # time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
      # `rt_http_stream_finish` has that answer.
      #
      # On failure: false.
      def write(data)
        result = RT_HTTP_STREAM_WRITE.call(@handle, *Runtime.bytes(data)) != 0
        SimpleNative::Http.check if !result
        result
      end

      # Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
      #
      # On failure: -1.
      def finish()
        result = RT_HTTP_STREAM_FINISH.call(@handle)
        SimpleNative::Http.check if result == -1
        result
      end

      # The HTTP status once `rt_http_stream_finish` had it.
      #
      # On failure: -1.
      def status()
        result = RT_HTTP_STREAM_STATUS.call(@handle)
        SimpleNative::Http.check if result == -1
        result
      end

      # The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
      # none.
      #
      # On failure: "".
      def header(key)
        result = Runtime.take_text(RT_HTTP_STREAM_HEADER.call(@handle, Runtime.text(key)))
        SimpleNative::Http.check if result == ""
        result
      end

      # All headers of the answer, as `name: value` with the name in lower case.
      #
      # On failure: [].
      def headers()
        result = RT_HTTP_STREAM_HEADERS.call(@handle)
        SimpleNative::Http.check if result.empty?
        result
      end

      # Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
      # than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
      #
      # On failure: -1.
      def read(buffer)
        result = Runtime.filling(buffer) { |buffer_filled| RT_HTTP_STREAM_READ.call(@handle, *buffer_filled) }
        SimpleNative::Http.check if result == -1
        result
      end
    end
  end
end
