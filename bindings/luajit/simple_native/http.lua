-- HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
-- tokio runtime, with TLS by rustls.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("http")

M.HttpClient = rt.class("HttpClient", true)
M.HttpServer = rt.class("HttpServer", true)
M.HttpResponse = rt.class("HttpResponse", true)
M.Websocket = rt.class("Websocket", true)
M.JsonValue = rt.class("JsonValue", true)
M.HttpFetchedResponse = rt.class("HttpFetchedResponse", true)
M.HttpRequest = rt.class("HttpRequest", true)
M.HttpStream = rt.class("HttpStream", true)

--- GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
--- MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
--- proxies from the environment; connections are kept for later calls.
---
--- `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
--- charset. Where no whole answer came, `status` is 0 and `error` says why.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_get(url)
    return rt.structures.RtHttpResult(C.rt_http_get(rt.text(url)))
end

--- POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
--- `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_post(url, body, content_type)
    return rt.structures.RtHttpResult(C.rt_http_post(rt.text(url), rt.text(body), rt.text(content_type)))
end

--- PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
--- `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_put(url, body, content_type)
    return rt.structures.RtHttpResult(C.rt_http_put(rt.text(url), rt.text(body), rt.text(content_type)))
end

--- DELETEs `url`. Otherwise as `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_delete(url)
    return rt.structures.RtHttpResult(C.rt_http_delete(rt.text(url)))
end

--- PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
--- `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_patch(url, body, content_type)
    return rt.structures.RtHttpResult(C.rt_http_patch(rt.text(url), rt.text(body), rt.text(content_type)))
end

--- Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_head(url)
    return rt.structures.RtHttpResult(C.rt_http_head(rt.text(url)))
end

--- Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
--- Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
--- another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_request(method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    return rt.structures.RtHttpResult(C.rt_http_request(rt.text(method), rt.text(url), headers_data, headers_len, rt.text(body)))
end

--- Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
--- beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
--- or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
--- still for no more than 30 s.
---
--- `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
--- Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
---
--- On failure: status 0, bytes 0, error "<reason>".
function M.rt_http_download(url, output_path)
    return rt.structures.RtHttpDownload(C.rt_http_download(rt.text(url), rt.text(output_path)))
end

--- POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
--- content type of its extension. A transfer may take as long as it likes but stand still for no more than
--- 30 s. The result is as for `rt_http_get`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_upload(url, file_path, field_name)
    return rt.structures.RtHttpResult(C.rt_http_upload(rt.text(url), rt.text(file_path), rt.text(field_name)))
end

--- A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
--- caller frees it with `rt_http_client_destroy`.
function M.rt_http_client_create()
    return C.rt_http_client_create()
end

--- Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
--- For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
--- (only 30 s without any progress).
---
--- On failure: false.
function M.rt_http_client_set_timeout(client, timeout_ms)
    return C.rt_http_client_set_timeout(rt.to_integer(client), rt.to_integer(timeout_ms))
end

--- Sends the header `key` with every request of `client`, unless the request has one of that name itself.
---
--- On failure: false.
function M.rt_http_client_set_header(client, key, value)
    return C.rt_http_client_set_header(rt.to_integer(client), rt.text(key), rt.text(value))
end

--- As `rt_http_request`, with the settings of `client`.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_client_request(client, method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    return rt.structures.RtHttpResult(C.rt_http_client_request(rt.to_integer(client), rt.text(method), rt.text(url), headers_data, headers_len, rt.text(body)))
end

--- Frees a client and ends its idle connections. Requests under way finish.
function M.rt_http_client_destroy(client)
    C.rt_http_client_destroy(rt.to_integer(client))
end

--- A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
--- `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
--- `rt_http_server_destroy`. 0 where the port is taken.
---
--- On failure: 0.
function M.rt_http_server_create(port)
    return C.rt_http_server_create(rt.to_integer(port))
end

--- Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
--- too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
--- the path; a literal segment goes before a parameter. The same method and path again replaces the route.
--- Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
---
--- On failure: false.
function M.rt_http_server_route(server, method, path, handler)
    return C.rt_http_server_route(rt.to_integer(server), rt.text(method), rt.text(path), rt.text(handler))
end

--- Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
--- types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
--- wherever symbolic links lead. Routes go first, then the longest prefix.
---
--- On failure: false.
function M.rt_http_server_static(server, path, dir)
    return C.rt_http_server_static(rt.to_integer(server), rt.text(path), rt.text(dir))
end

--- Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
---
--- On failure: false.
function M.rt_http_server_start(server)
    return C.rt_http_server_start(rt.to_integer(server))
end

--- Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
--- flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
--- started again. False where it does not run.
---
--- On failure: false.
function M.rt_http_server_stop(server)
    return C.rt_http_server_stop(rt.to_integer(server))
end

--- Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
function M.rt_http_server_destroy(server)
    C.rt_http_server_destroy(rt.to_integer(server))
end

--- The method, in capitals as a rule.
---
--- On failure: "".
function M.rt_http_request_method(request)
    return rt.take_text(C.rt_http_request_method(rt.to_integer(request)))
end

--- The path as it was sent, escapes and all, without the query.
---
--- On failure: "".
function M.rt_http_request_path(request)
    return rt.take_text(C.rt_http_request_path(rt.to_integer(request)))
end

--- The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
---
--- On failure: "".
function M.rt_http_request_header(request, key)
    return rt.take_text(C.rt_http_request_header(rt.to_integer(request), rt.text(key)))
end

--- The body as text; invalid UTF-8 is replaced.
---
--- On failure: "".
function M.rt_http_request_body(request)
    return rt.take_text(C.rt_http_request_body(rt.to_integer(request)))
end

--- The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
---
--- On failure: "".
function M.rt_http_request_query(request, key)
    return rt.take_text(C.rt_http_request_query(rt.to_integer(request), rt.text(key)))
end

--- A response with this status (200 to 599) and text. Returned from a callback or given to
--- `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
---
--- On failure: 0.
function M.rt_http_response_create(status, body)
    return C.rt_http_response_create(rt.to_integer(status), rt.text(body))
end

--- Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
--- set, and Connection can be `close` only.
---
--- On failure: false.
function M.rt_http_response_set_header(response, key, value)
    return C.rt_http_response_set_header(rt.to_integer(response), rt.text(key), rt.text(value))
end

--- Makes `json` the body, with the content type for it. False where `json` is not well-formed.
---
--- On failure: false.
function M.rt_http_response_json(response, json)
    return C.rt_http_response_json(rt.to_integer(response), rt.text(json))
end

--- Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
--- `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
---
--- On failure: 0.
function M.rt_ws_connect(url)
    return C.rt_ws_connect(rt.text(url))
end

--- Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
--- given up.
---
--- On failure: false.
function M.rt_ws_send(ws, message)
    return C.rt_ws_send(rt.to_integer(ws), rt.text(message))
end

--- The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
--- or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
--- may wait; then the peer is held up. A message has at most 64 MiB.
---
--- On failure: "".
function M.rt_ws_receive(ws)
    return rt.take_text(C.rt_ws_receive(rt.to_integer(ws)))
end

--- Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
--- where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
--- `rt_ws_receive` or `rt_ws_send` returns.
---
--- On failure: false.
function M.rt_ws_close(ws)
    return C.rt_ws_close(rt.to_integer(ws))
end

--- `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
---
--- On failure: "".
function M.rt_http_url_encode(text)
    return rt.take_text(C.rt_http_url_encode(rt.text(text)))
end

--- `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
---
--- On failure: "".
function M.rt_http_url_decode(text)
    return rt.take_text(C.rt_http_url_decode(rt.text(text)))
end

--- A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
--- 127 levels; the last error tells where.
---
--- On failure: 0.
function M.rt_http_parse_json(json)
    return C.rt_http_parse_json(rt.text(json))
end

--- `obj` as compact JSON; an object's members in the order they came.
---
--- On failure: "".
function M.rt_http_stringify_json(obj)
    return rt.take_text(C.rt_http_stringify_json(rt.to_integer(obj)))
end

--- Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
---
--- On failure: false.
function M.rt_http_client_set_connect_timeout(client, timeout_ms)
    return C.rt_http_client_set_connect_timeout(rt.to_integer(client), rt.to_integer(timeout_ms))
end

--- Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
--- one redirect too many is a failure.
---
--- On failure: false.
function M.rt_http_client_set_max_redirects(client, count)
    return C.rt_http_client_set_max_redirects(rt.to_integer(client), rt.to_integer(count))
end

--- Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
--- longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
---
--- On failure: false.
function M.rt_http_client_set_body_limit(client, bytes)
    return C.rt_http_client_set_body_limit(rt.to_integer(client), rt.to_integer(bytes))
end

--- Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
--- `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
--- decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
---
--- On failure: false.
function M.rt_http_client_set_proxy(client, url)
    return C.rt_http_client_set_proxy(rt.to_integer(client), rt.text(url))
end

--- Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
---
--- On failure: false.
function M.rt_http_client_add_root_certificates(client, pem)
    return C.rt_http_client_add_root_certificates(rt.to_integer(client), rt.text(pem))
end

--- As `rt_http_download`, with the settings of `client` and these headers.
---
--- On failure: status 0, bytes 0, error "<reason>".
function M.rt_http_client_download(client, url, headers, output_path)
    local headers_data, headers_len = rt.texts(headers)
    return rt.structures.RtHttpDownload(C.rt_http_client_download(rt.to_integer(client), rt.text(url), headers_data, headers_len, rt.text(output_path)))
end

--- As `rt_http_upload`, with the settings of `client` and these headers.
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_client_upload(client, url, headers, file_path, field_name)
    local headers_data, headers_len = rt.texts(headers)
    return rt.structures.RtHttpResult(C.rt_http_client_upload(rt.to_integer(client), rt.text(url), headers_data, headers_len, rt.text(file_path), rt.text(field_name)))
end

--- Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
--- unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
---
--- On failure: status 0, body "", error "<reason>".
function M.rt_http_client_send_file(client, method, url, headers, file_path)
    local headers_data, headers_len = rt.texts(headers)
    return rt.structures.RtHttpResult(C.rt_http_client_send_file(rt.to_integer(client), rt.text(method), rt.text(url), headers_data, headers_len, rt.text(file_path)))
end

--- Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
--- frees it with `rt_http_fetch_free`. 0 where no whole answer came.
---
--- On failure: 0.
function M.rt_http_client_fetch(client, method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    return C.rt_http_client_fetch(rt.to_integer(client), rt.text(method), rt.text(url), headers_data, headers_len, rt.text(body))
end

--- As `rt_http_client_fetch` with a body of bytes.
---
--- On failure: 0.
function M.rt_http_client_fetch_bytes(client, method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    local body_data, body_len = rt.bytes(body)
    return C.rt_http_client_fetch_bytes(rt.to_integer(client), rt.text(method), rt.text(url), headers_data, headers_len, body_data, body_len)
end

--- The HTTP status.
---
--- On failure: -1.
function M.rt_http_fetch_status(fetch)
    return rt.integer(C.rt_http_fetch_status(rt.to_integer(fetch)))
end

--- The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
---
--- On failure: "".
function M.rt_http_fetch_version(fetch)
    return rt.take_text(C.rt_http_fetch_version(rt.to_integer(fetch)))
end

--- The address that answered, after redirects.
---
--- On failure: "".
function M.rt_http_fetch_url(fetch)
    return rt.take_text(C.rt_http_fetch_url(rt.to_integer(fetch)))
end

--- The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
---
--- On failure: "".
function M.rt_http_fetch_header(fetch, key)
    return rt.take_text(C.rt_http_fetch_header(rt.to_integer(fetch), rt.text(key)))
end

--- All headers, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.rt_http_fetch_headers(fetch)
    return rt.take_texts(C.rt_http_fetch_headers(rt.to_integer(fetch)))
end

--- The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
---
--- On failure: "".
function M.rt_http_fetch_body(fetch)
    return rt.take_text(C.rt_http_fetch_body(rt.to_integer(fetch)))
end

--- The body as it came, decompressed.
---
--- On failure: [].
function M.rt_http_fetch_body_bytes(fetch)
    return rt.take_bytes(C.rt_http_fetch_body_bytes(rt.to_integer(fetch)))
end

--- Frees an answer.
function M.rt_http_fetch_free(fetch)
    C.rt_http_fetch_free(rt.to_integer(fetch))
end

--- What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
--- `""`, with a last error, where there is nothing.
---
--- On failure: "".
function M.rt_http_json_get(obj, pointer)
    return rt.take_text(C.rt_http_json_get(rt.to_integer(obj), rt.text(pointer)))
end

--- The number at `pointer`. 0.0, with a last error, where there is none.
---
--- On failure: 0.0.
function M.rt_http_json_number(obj, pointer)
    return C.rt_http_json_number(rt.to_integer(obj), rt.text(pointer))
end

--- What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
--- is nothing.
---
--- On failure: "".
function M.rt_http_json_type(obj, pointer)
    return rt.take_text(C.rt_http_json_type(rt.to_integer(obj), rt.text(pointer)))
end

--- How many items or members the array or object at `pointer` has. −1 where there is none.
---
--- On failure: -1.
function M.rt_http_json_length(obj, pointer)
    return rt.integer(C.rt_http_json_length(rt.to_integer(obj), rt.text(pointer)))
end

--- The names of the members of the object at `pointer`, in the order they came.
---
--- On failure: [].
function M.rt_http_json_keys(obj, pointer)
    return rt.take_texts(C.rt_http_json_keys(rt.to_integer(obj), rt.text(pointer)))
end

--- Frees a JSON value.
function M.rt_http_json_free(obj)
    C.rt_http_json_free(rt.to_integer(obj))
end

--- The query as it was sent, without the question mark.
---
--- On failure: "".
function M.rt_http_request_query_string(request)
    return rt.take_text(C.rt_http_request_query_string(rt.to_integer(request)))
end

--- The route's parameter `name`, decoded; `""` where the route has none of that name.
---
--- On failure: "".
function M.rt_http_request_param(request, name)
    return rt.take_text(C.rt_http_request_param(rt.to_integer(request), rt.text(name)))
end

--- The name of the handler that the route names.
---
--- On failure: "".
function M.rt_http_request_handler(request)
    return rt.take_text(C.rt_http_request_handler(rt.to_integer(request)))
end

--- All headers, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.rt_http_request_headers(request)
    return rt.take_texts(C.rt_http_request_headers(rt.to_integer(request)))
end

--- The body as it came.
---
--- On failure: [].
function M.rt_http_request_body_bytes(request)
    return rt.take_bytes(C.rt_http_request_body_bytes(rt.to_integer(request)))
end

--- The client's address and port: `127.0.0.1:53412`.
---
--- On failure: "".
function M.rt_http_request_remote_address(request)
    return rt.take_text(C.rt_http_request_remote_address(rt.to_integer(request)))
end

--- Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
function M.rt_http_request_free(request)
    C.rt_http_request_free(rt.to_integer(request))
end

--- Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
--- `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
--- (read what it says before), one of a callback stays until that returns.
---
--- On failure: 0.
function M.rt_ws_accept(request)
    return C.rt_ws_accept(rt.to_integer(request))
end

--- As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
---
--- On failure: 0.
function M.rt_ws_accept_protocol(request, protocol)
    return C.rt_ws_accept_protocol(rt.to_integer(request), rt.text(protocol))
end

--- A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
---
--- On failure: 0.
function M.rt_http_response_create_bytes(status, body, content_type)
    local body_data, body_len = rt.bytes(body)
    return C.rt_http_response_create_bytes(rt.to_integer(status), body_data, body_len, rt.text(content_type))
end

--- Adds a header beside those of the same name: another `Set-Cookie`, say.
---
--- On failure: false.
function M.rt_http_response_add_header(response, key, value)
    return C.rt_http_response_add_header(rt.to_integer(response), rt.text(key), rt.text(value))
end

--- Frees a response that is not sent.
function M.rt_http_response_free(response)
    C.rt_http_response_free(rt.to_integer(response))
end

--- A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
---
--- On failure: 0.
function M.rt_http_server_create_at(address, port)
    return C.rt_http_server_create_at(rt.text(address), rt.to_integer(port))
end

--- The port that the server listens at.
---
--- On failure: -1.
function M.rt_http_server_port(server)
    return rt.integer(C.rt_http_server_port(rt.to_integer(server)))
end

--- Serves as `rt_http_server_start` does, and returns at once.
---
--- On failure: false.
function M.rt_http_server_start_background(server)
    return C.rt_http_server_start_background(rt.to_integer(server))
end

--- Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
--- request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
--- are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500. A
--- client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
--- The function is called on the server's threads, on several at once; it may block, call this library, and
--- stop the server. No exception of another language may leave it.
---
--- On failure: false.
function M.rt_http_register_handler(name, function_, user_data)
    return C.rt_http_register_handler(rt.text(name), rt.callback(function_), user_data)
end

--- Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
--- themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
--- there is none of that name.
---
--- On failure: false.
function M.rt_http_unregister_handler(name)
    return C.rt_http_unregister_handler(rt.text(name))
end

--- The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
--- host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
--- none came in time, and, with a last error, where the server was stopped and none is left.
---
--- On failure: 0.
function M.rt_http_server_next_request(server, timeout_ms)
    return C.rt_http_server_next_request(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
--- answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
---
--- On failure: false.
function M.rt_http_server_respond(request, response)
    return C.rt_http_server_respond(rt.to_integer(request), rt.to_integer(response))
end

--- Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
--- each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
--- its own here, so it may stay and talk for as long as the connection lasts.
---
--- On failure: false.
function M.rt_http_server_websocket(server, path, handler)
    return C.rt_http_server_websocket(rt.to_integer(server), rt.text(path), rt.text(handler))
end

--- Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
--- counts for connections made from then on.
---
--- On failure: false.
function M.rt_http_server_set_body_limit(server, bytes)
    return C.rt_http_server_set_body_limit(rt.to_integer(server), rt.to_integer(bytes))
end

--- Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
--- one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
---
--- On failure: false.
function M.rt_http_server_set_header_limit(server, bytes)
    return C.rt_http_server_set_header_limit(rt.to_integer(server), rt.to_integer(bytes))
end

--- Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
--- first. After that the connection ends.
---
--- On failure: false.
function M.rt_http_server_set_header_timeout(server, timeout_ms)
    return C.rt_http_server_set_header_timeout(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
---
--- On failure: false.
function M.rt_http_server_set_body_timeout(server, timeout_ms)
    return C.rt_http_server_set_body_timeout(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
--- callback that has always been quick is called without a way back: where it takes longer for the first time, its
--- own client gets its late answer and no 503; all others are served meanwhile.
---
--- On failure: false.
function M.rt_http_server_set_answer_timeout(server, timeout_ms)
    return C.rt_http_server_set_answer_timeout(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
--- connection ends.
---
--- On failure: false.
function M.rt_http_server_set_write_timeout(server, timeout_ms)
    return C.rt_http_server_set_write_timeout(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
---
--- On failure: false.
function M.rt_http_server_set_stop_timeout(server, timeout_ms)
    return C.rt_http_server_set_stop_timeout(rt.to_integer(server), rt.to_integer(timeout_ms))
end

--- Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
--- counts from the next start.
---
--- On failure: false.
function M.rt_http_server_set_max_connections(server, count)
    return C.rt_http_server_set_max_connections(rt.to_integer(server), rt.to_integer(count))
end

--- Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
---
--- On failure: false.
function M.rt_http_server_set_compression(server, enabled)
    return C.rt_http_server_set_compression(rt.to_integer(server), enabled)
end

--- Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
--- (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
--- caller frees it with `rt_http_stream_free`, at any time.
---
--- On failure: 0.
function M.rt_http_stream_open(client, method, url, headers)
    local headers_data, headers_len = rt.texts(headers)
    return C.rt_http_stream_open(rt.to_integer(client), rt.text(method), rt.text(url), headers_data, headers_len)
end

--- Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
--- time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
--- `rt_http_stream_finish` has that answer.
---
--- On failure: false.
function M.rt_http_stream_write(stream, data)
    local data_data, data_len = rt.bytes(data)
    return C.rt_http_stream_write(rt.to_integer(stream), data_data, data_len)
end

--- Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
---
--- On failure: -1.
function M.rt_http_stream_finish(stream)
    return rt.integer(C.rt_http_stream_finish(rt.to_integer(stream)))
end

--- The HTTP status once `rt_http_stream_finish` had it.
---
--- On failure: -1.
function M.rt_http_stream_status(stream)
    return rt.integer(C.rt_http_stream_status(rt.to_integer(stream)))
end

--- The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
--- none.
---
--- On failure: "".
function M.rt_http_stream_header(stream, key)
    return rt.take_text(C.rt_http_stream_header(rt.to_integer(stream), rt.text(key)))
end

--- All headers of the answer, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.rt_http_stream_headers(stream)
    return rt.take_texts(C.rt_http_stream_headers(rt.to_integer(stream)))
end

--- Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
--- than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
---
--- On failure: -1.
function M.rt_http_stream_read(stream, buffer)
    local buffer_data, buffer_len = rt.buffer(buffer)
    return rt.integer(C.rt_http_stream_read(rt.to_integer(stream), buffer_data, buffer_len))
end

--- Frees a stream. An exchange that is not over is given up.
function M.rt_http_stream_free(stream)
    C.rt_http_stream_free(rt.to_integer(stream))
end

--- As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
--- `Sec-WebSocket-Protocol: chat`, say.
---
--- On failure: 0.
function M.rt_http_client_websocket(client, url, headers)
    local headers_data, headers_len = rt.texts(headers)
    return C.rt_http_client_websocket(rt.to_integer(client), rt.text(url), headers_data, headers_len)
end

--- Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
---
--- On failure: false.
function M.rt_ws_send_text(ws, data)
    local data_data, data_len = rt.bytes(data)
    return C.rt_ws_send_text(rt.to_integer(ws), data_data, data_len)
end

--- Sends a binary message. Otherwise as `rt_ws_send`.
---
--- On failure: false.
function M.rt_ws_send_bytes(ws, data)
    local data_data, data_len = rt.bytes(data)
    return C.rt_ws_send_bytes(rt.to_integer(ws), data_data, data_len)
end

--- The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
---
--- On failure: "".
function M.rt_ws_receive_timeout(ws, timeout_ms)
    return rt.take_text(C.rt_ws_receive_timeout(rt.to_integer(ws), rt.to_integer(timeout_ms)))
end

--- The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
--- closed or the connection failed. Text messages stay where they are.
---
--- On failure: [].
function M.rt_ws_receive_bytes(ws)
    return rt.take_bytes(C.rt_ws_receive_bytes(rt.to_integer(ws)))
end

--- The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
---
--- On failure: [].
function M.rt_ws_receive_bytes_timeout(ws, timeout_ms)
    return rt.take_bytes(C.rt_ws_receive_bytes_timeout(rt.to_integer(ws), rt.to_integer(timeout_ms)))
end

--- What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
--- day), −1 nothing any more.
---
--- On failure: -1.
function M.rt_ws_wait(ws, timeout_ms)
    return rt.integer(C.rt_ws_wait(rt.to_integer(ws), rt.to_integer(timeout_ms)))
end

--- Sends a ping, which the peer answers by itself.
---
--- On failure: false.
function M.rt_ws_ping(ws)
    return C.rt_ws_ping(rt.to_integer(ws))
end

--- The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
---
--- On failure: -1.
function M.rt_ws_close_code(ws)
    return rt.integer(C.rt_ws_close_code(rt.to_integer(ws)))
end

--- As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
---
--- On failure: false.
function M.rt_ws_close_with(ws, code, reason)
    return C.rt_ws_close_with(rt.to_integer(ws), rt.to_integer(code), rt.text(reason))
end

--- True where this build holds the http library, as it does where this links.
function M.rt_http_available()
    return C.rt_http_available()
end

--- Forgets why this thread's last failed http call failed.
function M.rt_http_clear_error()
    C.rt_http_clear_error()
end

--- Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_http_get_last_error()
    return rt.take_text(C.rt_http_get_last_error())
end

--- The version of the wrapped library, the crate `reqwest`.
function M.rt_http_version()
    return rt.take_text(C.rt_http_version())
end

--- Frees it; a second time does nothing.
function M.HttpClient:_release()
    quietly(C.rt_http_client_destroy, self.handle)
end

--- A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
--- caller frees it with `rt_http_client_destroy`.
function M.HttpClient.create()
    local result = C.rt_http_client_create()
    return M.HttpClient.wrap(result, nil, true)
end

--- Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
--- For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
--- (only 30 s without any progress).
---
--- On failure: false.
function M.HttpClient:set_timeout(timeout_ms)
    local result = C.rt_http_client_set_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sends the header `key` with every request of `client`, unless the request has one of that name itself.
---
--- On failure: false.
function M.HttpClient:set_header(key, value)
    local result = C.rt_http_client_set_header(self.handle, rt.text(key), rt.text(value))
    if result == false then check() end
    return result
end

--- As `rt_http_request`, with the settings of `client`.
---
--- On failure: status 0, body "", error "<reason>".
function M.HttpClient:request(method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    local result = rt.structures.RtHttpResult(C.rt_http_client_request(self.handle, rt.text(method), rt.text(url), headers_data, headers_len, rt.text(body)))
    if result["status"] == 0 and result["body"] == "" then check() end
    return result
end

--- Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
---
--- On failure: false.
function M.HttpClient:set_connect_timeout(timeout_ms)
    local result = C.rt_http_client_set_connect_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
--- one redirect too many is a failure.
---
--- On failure: false.
function M.HttpClient:set_max_redirects(count)
    local result = C.rt_http_client_set_max_redirects(self.handle, rt.to_integer(count))
    if result == false then check() end
    return result
end

--- Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
--- longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
---
--- On failure: false.
function M.HttpClient:set_body_limit(bytes)
    local result = C.rt_http_client_set_body_limit(self.handle, rt.to_integer(bytes))
    if result == false then check() end
    return result
end

--- Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
--- `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
--- decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
---
--- On failure: false.
function M.HttpClient:set_proxy(url)
    local result = C.rt_http_client_set_proxy(self.handle, rt.text(url))
    if result == false then check() end
    return result
end

--- Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
---
--- On failure: false.
function M.HttpClient:add_root_certificates(pem)
    local result = C.rt_http_client_add_root_certificates(self.handle, rt.text(pem))
    if result == false then check() end
    return result
end

--- As `rt_http_download`, with the settings of `client` and these headers.
---
--- On failure: status 0, bytes 0, error "<reason>".
function M.HttpClient:download(url, headers, output_path)
    local headers_data, headers_len = rt.texts(headers)
    local result = rt.structures.RtHttpDownload(C.rt_http_client_download(self.handle, rt.text(url), headers_data, headers_len, rt.text(output_path)))
    if result["status"] == 0 and result["bytes"] == 0 then check() end
    return result
end

--- As `rt_http_upload`, with the settings of `client` and these headers.
---
--- On failure: status 0, body "", error "<reason>".
function M.HttpClient:upload(url, headers, file_path, field_name)
    local headers_data, headers_len = rt.texts(headers)
    local result = rt.structures.RtHttpResult(C.rt_http_client_upload(self.handle, rt.text(url), headers_data, headers_len, rt.text(file_path), rt.text(field_name)))
    if result["status"] == 0 and result["body"] == "" then check() end
    return result
end

--- Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
--- unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
---
--- On failure: status 0, body "", error "<reason>".
function M.HttpClient:send_file(method, url, headers, file_path)
    local headers_data, headers_len = rt.texts(headers)
    local result = rt.structures.RtHttpResult(C.rt_http_client_send_file(self.handle, rt.text(method), rt.text(url), headers_data, headers_len, rt.text(file_path)))
    if result["status"] == 0 and result["body"] == "" then check() end
    return result
end

--- Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
--- frees it with `rt_http_fetch_free`. 0 where no whole answer came.
---
--- On failure: 0.
function M.HttpClient:fetch(method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    local result = C.rt_http_client_fetch(self.handle, rt.text(method), rt.text(url), headers_data, headers_len, rt.text(body))
    if result == 0 then check() end
    return M.HttpFetchedResponse.wrap(result, nil, true)
end

--- As `rt_http_client_fetch` with a body of bytes.
---
--- On failure: 0.
function M.HttpClient:fetch_bytes(method, url, headers, body)
    local headers_data, headers_len = rt.texts(headers)
    local body_data, body_len = rt.bytes(body)
    local result = C.rt_http_client_fetch_bytes(self.handle, rt.text(method), rt.text(url), headers_data, headers_len, body_data, body_len)
    if result == 0 then check() end
    return M.HttpFetchedResponse.wrap(result, nil, true)
end

--- Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
--- (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
--- caller frees it with `rt_http_stream_free`, at any time.
---
--- On failure: 0.
function M.HttpClient:stream_open(method, url, headers)
    local headers_data, headers_len = rt.texts(headers)
    local result = C.rt_http_stream_open(self.handle, rt.text(method), rt.text(url), headers_data, headers_len)
    if result == 0 then check() end
    return M.HttpStream.wrap(result, nil, true)
end

--- As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
--- `Sec-WebSocket-Protocol: chat`, say.
---
--- On failure: 0.
function M.HttpClient:websocket(url, headers)
    local headers_data, headers_len = rt.texts(headers)
    local result = C.rt_http_client_websocket(self.handle, rt.text(url), headers_data, headers_len)
    if result == 0 then check() end
    return M.Websocket.wrap(result, nil, true)
end

--- Frees it; a second time does nothing.
function M.HttpServer:_release()
    quietly(C.rt_http_server_destroy, self.handle)
end

--- A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
--- `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
--- `rt_http_server_destroy`. 0 where the port is taken.
---
--- On failure: 0.
function M.HttpServer.create(port)
    local result = C.rt_http_server_create(rt.to_integer(port))
    if result == 0 then check() end
    return M.HttpServer.wrap(result, nil, true)
end

--- A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
---
--- On failure: 0.
function M.HttpServer.create_at(address, port)
    local result = C.rt_http_server_create_at(rt.text(address), rt.to_integer(port))
    if result == 0 then check() end
    return M.HttpServer.wrap(result, nil, true)
end

--- Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
--- too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
--- the path; a literal segment goes before a parameter. The same method and path again replaces the route.
--- Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
---
--- On failure: false.
function M.HttpServer:route(method, path, handler)
    local result = C.rt_http_server_route(self.handle, rt.text(method), rt.text(path), rt.text(handler))
    if result == false then check() end
    return result
end

--- Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
--- types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
--- wherever symbolic links lead. Routes go first, then the longest prefix.
---
--- On failure: false.
function M.HttpServer:static(path, dir)
    local result = C.rt_http_server_static(self.handle, rt.text(path), rt.text(dir))
    if result == false then check() end
    return result
end

--- Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
---
--- On failure: false.
function M.HttpServer:start()
    local result = C.rt_http_server_start(self.handle)
    if result == false then check() end
    return result
end

--- Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
--- flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
--- started again. False where it does not run.
---
--- On failure: false.
function M.HttpServer:stop()
    local result = C.rt_http_server_stop(self.handle)
    if result == false then check() end
    return result
end

--- The port that the server listens at.
---
--- On failure: -1.
function M.HttpServer:port()
    local result = rt.integer(C.rt_http_server_port(self.handle))
    if result == -1 then check() end
    return result
end

--- Serves as `rt_http_server_start` does, and returns at once.
---
--- On failure: false.
function M.HttpServer:start_background()
    local result = C.rt_http_server_start_background(self.handle)
    if result == false then check() end
    return result
end

--- The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
--- host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
--- none came in time, and, with a last error, where the server was stopped and none is left.
---
--- On failure: 0.
function M.HttpServer:next_request(timeout_ms)
    local result = C.rt_http_server_next_request(self.handle, rt.to_integer(timeout_ms))
    if result == 0 then check() end
    return M.HttpRequest.wrap(result, nil, true)
end

--- Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
--- each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
--- its own here, so it may stay and talk for as long as the connection lasts.
---
--- On failure: false.
function M.HttpServer:websocket(path, handler)
    local result = C.rt_http_server_websocket(self.handle, rt.text(path), rt.text(handler))
    if result == false then check() end
    return result
end

--- Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
--- counts for connections made from then on.
---
--- On failure: false.
function M.HttpServer:set_body_limit(bytes)
    local result = C.rt_http_server_set_body_limit(self.handle, rt.to_integer(bytes))
    if result == false then check() end
    return result
end

--- Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
--- one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
---
--- On failure: false.
function M.HttpServer:set_header_limit(bytes)
    local result = C.rt_http_server_set_header_limit(self.handle, rt.to_integer(bytes))
    if result == false then check() end
    return result
end

--- Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
--- first. After that the connection ends.
---
--- On failure: false.
function M.HttpServer:set_header_timeout(timeout_ms)
    local result = C.rt_http_server_set_header_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
---
--- On failure: false.
function M.HttpServer:set_body_timeout(timeout_ms)
    local result = C.rt_http_server_set_body_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
--- callback that has always been quick is called without a way back: where it takes longer for the first time, its
--- own client gets its late answer and no 503; all others are served meanwhile.
---
--- On failure: false.
function M.HttpServer:set_answer_timeout(timeout_ms)
    local result = C.rt_http_server_set_answer_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
--- connection ends.
---
--- On failure: false.
function M.HttpServer:set_write_timeout(timeout_ms)
    local result = C.rt_http_server_set_write_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
---
--- On failure: false.
function M.HttpServer:set_stop_timeout(timeout_ms)
    local result = C.rt_http_server_set_stop_timeout(self.handle, rt.to_integer(timeout_ms))
    if result == false then check() end
    return result
end

--- Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
--- counts from the next start.
---
--- On failure: false.
function M.HttpServer:set_max_connections(count)
    local result = C.rt_http_server_set_max_connections(self.handle, rt.to_integer(count))
    if result == false then check() end
    return result
end

--- Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
---
--- On failure: false.
function M.HttpServer:set_compression(enabled)
    local result = C.rt_http_server_set_compression(self.handle, enabled)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.HttpResponse:_release()
    quietly(C.rt_http_response_free, self.handle)
end

--- A response with this status (200 to 599) and text. Returned from a callback or given to
--- `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
---
--- On failure: 0.
function M.HttpResponse.create(status, body)
    local result = C.rt_http_response_create(rt.to_integer(status), rt.text(body))
    if result == 0 then check() end
    return M.HttpResponse.wrap(result, nil, true)
end

--- A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
---
--- On failure: 0.
function M.HttpResponse.create_bytes(status, body, content_type)
    local body_data, body_len = rt.bytes(body)
    local result = C.rt_http_response_create_bytes(rt.to_integer(status), body_data, body_len, rt.text(content_type))
    if result == 0 then check() end
    return M.HttpResponse.wrap(result, nil, true)
end

--- Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
--- set, and Connection can be `close` only.
---
--- On failure: false.
function M.HttpResponse:set_header(key, value)
    local result = C.rt_http_response_set_header(self.handle, rt.text(key), rt.text(value))
    if result == false then check() end
    return result
end

--- Makes `json` the body, with the content type for it. False where `json` is not well-formed.
---
--- On failure: false.
function M.HttpResponse:json(json)
    local result = C.rt_http_response_json(self.handle, rt.text(json))
    if result == false then check() end
    return result
end

--- Adds a header beside those of the same name: another `Set-Cookie`, say.
---
--- On failure: false.
function M.HttpResponse:add_header(key, value)
    local result = C.rt_http_response_add_header(self.handle, rt.text(key), rt.text(value))
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Websocket:_release()
    quietly(C.rt_ws_close, self.handle)
end

--- Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
--- `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
---
--- On failure: 0.
function M.Websocket.connect(url)
    local result = C.rt_ws_connect(rt.text(url))
    if result == 0 then check() end
    return M.Websocket.wrap(result, nil, true)
end

--- Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
--- given up.
---
--- On failure: false.
function M.Websocket:send(message)
    local result = C.rt_ws_send(self.handle, rt.text(message))
    if result == false then check() end
    return result
end

--- The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
--- or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
--- may wait; then the peer is held up. A message has at most 64 MiB.
---
--- On failure: "".
function M.Websocket:receive()
    local result = rt.take_text(C.rt_ws_receive(self.handle))
    if result == "" then check() end
    return result
end

--- Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
---
--- On failure: false.
function M.Websocket:send_text(data)
    local data_data, data_len = rt.bytes(data)
    local result = C.rt_ws_send_text(self.handle, data_data, data_len)
    if result == false then check() end
    return result
end

--- Sends a binary message. Otherwise as `rt_ws_send`.
---
--- On failure: false.
function M.Websocket:send_bytes(data)
    local data_data, data_len = rt.bytes(data)
    local result = C.rt_ws_send_bytes(self.handle, data_data, data_len)
    if result == false then check() end
    return result
end

--- The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
---
--- On failure: "".
function M.Websocket:receive_timeout(timeout_ms)
    local result = rt.take_text(C.rt_ws_receive_timeout(self.handle, rt.to_integer(timeout_ms)))
    if result == "" then check() end
    return result
end

--- The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
--- closed or the connection failed. Text messages stay where they are.
---
--- On failure: [].
function M.Websocket:receive_bytes()
    local result = rt.take_bytes(C.rt_ws_receive_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
---
--- On failure: [].
function M.Websocket:receive_bytes_timeout(timeout_ms)
    local result = rt.take_bytes(C.rt_ws_receive_bytes_timeout(self.handle, rt.to_integer(timeout_ms)))
    if #result == 0 then check() end
    return result
end

--- What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
--- day), −1 nothing any more.
---
--- On failure: -1.
function M.Websocket:ws_wait(timeout_ms)
    local result = rt.integer(C.rt_ws_wait(self.handle, rt.to_integer(timeout_ms)))
    if result == -1 then check() end
    return result
end

--- Sends a ping, which the peer answers by itself.
---
--- On failure: false.
function M.Websocket:ping()
    local result = C.rt_ws_ping(self.handle)
    if result == false then check() end
    return result
end

--- The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
---
--- On failure: -1.
function M.Websocket:close_code()
    local result = rt.integer(C.rt_ws_close_code(self.handle))
    if result == -1 then check() end
    return result
end

--- As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
---
--- On failure: false.
function M.Websocket:close_with(code, reason)
    local result = C.rt_ws_close_with(self.handle, rt.to_integer(code), rt.text(reason))
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.JsonValue:_release()
    quietly(C.rt_http_json_free, self.handle)
end

--- A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
--- 127 levels; the last error tells where.
---
--- On failure: 0.
function M.JsonValue.parse_json(json)
    local result = C.rt_http_parse_json(rt.text(json))
    if result == 0 then check() end
    return M.JsonValue.wrap(result, nil, true)
end

--- `obj` as compact JSON; an object's members in the order they came.
---
--- On failure: "".
function M.JsonValue:stringify_json()
    local result = rt.take_text(C.rt_http_stringify_json(self.handle))
    if result == "" then check() end
    return result
end

--- What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
--- `""`, with a last error, where there is nothing.
---
--- On failure: "".
function M.JsonValue:get(pointer)
    local result = rt.take_text(C.rt_http_json_get(self.handle, rt.text(pointer)))
    if result == "" then check() end
    return result
end

--- The number at `pointer`. 0.0, with a last error, where there is none.
---
--- On failure: 0.0.
function M.JsonValue:number(pointer)
    local result = C.rt_http_json_number(self.handle, rt.text(pointer))
    if result == 0.0 then check() end
    return result
end

--- What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
--- is nothing.
---
--- On failure: "".
function M.JsonValue:type(pointer)
    local result = rt.take_text(C.rt_http_json_type(self.handle, rt.text(pointer)))
    if result == "" then check() end
    return result
end

--- How many items or members the array or object at `pointer` has. −1 where there is none.
---
--- On failure: -1.
function M.JsonValue:length(pointer)
    local result = rt.integer(C.rt_http_json_length(self.handle, rt.text(pointer)))
    if result == -1 then check() end
    return result
end

--- The names of the members of the object at `pointer`, in the order they came.
---
--- On failure: [].
function M.JsonValue:keys(pointer)
    local result = rt.take_texts(C.rt_http_json_keys(self.handle, rt.text(pointer)))
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.HttpFetchedResponse:_release()
    quietly(C.rt_http_fetch_free, self.handle)
end

--- The HTTP status.
---
--- On failure: -1.
function M.HttpFetchedResponse:status()
    local result = rt.integer(C.rt_http_fetch_status(self.handle))
    if result == -1 then check() end
    return result
end

--- The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
---
--- On failure: "".
function M.HttpFetchedResponse:version()
    local result = rt.take_text(C.rt_http_fetch_version(self.handle))
    if result == "" then check() end
    return result
end

--- The address that answered, after redirects.
---
--- On failure: "".
function M.HttpFetchedResponse:url()
    local result = rt.take_text(C.rt_http_fetch_url(self.handle))
    if result == "" then check() end
    return result
end

--- The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
---
--- On failure: "".
function M.HttpFetchedResponse:header(key)
    local result = rt.take_text(C.rt_http_fetch_header(self.handle, rt.text(key)))
    if result == "" then check() end
    return result
end

--- All headers, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.HttpFetchedResponse:headers()
    local result = rt.take_texts(C.rt_http_fetch_headers(self.handle))
    if #result == 0 then check() end
    return result
end

--- The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
---
--- On failure: "".
function M.HttpFetchedResponse:body()
    local result = rt.take_text(C.rt_http_fetch_body(self.handle))
    if result == "" then check() end
    return result
end

--- The body as it came, decompressed.
---
--- On failure: [].
function M.HttpFetchedResponse:body_bytes()
    local result = rt.take_bytes(C.rt_http_fetch_body_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.HttpRequest:_release()
    quietly(C.rt_http_request_free, self.handle)
end

--- The method, in capitals as a rule.
---
--- On failure: "".
function M.HttpRequest:method()
    local result = rt.take_text(C.rt_http_request_method(self.handle))
    if result == "" then check() end
    return result
end

--- The path as it was sent, escapes and all, without the query.
---
--- On failure: "".
function M.HttpRequest:path()
    local result = rt.take_text(C.rt_http_request_path(self.handle))
    if result == "" then check() end
    return result
end

--- The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
---
--- On failure: "".
function M.HttpRequest:header(key)
    local result = rt.take_text(C.rt_http_request_header(self.handle, rt.text(key)))
    if result == "" then check() end
    return result
end

--- The body as text; invalid UTF-8 is replaced.
---
--- On failure: "".
function M.HttpRequest:body()
    local result = rt.take_text(C.rt_http_request_body(self.handle))
    if result == "" then check() end
    return result
end

--- The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
---
--- On failure: "".
function M.HttpRequest:query(key)
    local result = rt.take_text(C.rt_http_request_query(self.handle, rt.text(key)))
    if result == "" then check() end
    return result
end

--- The query as it was sent, without the question mark.
---
--- On failure: "".
function M.HttpRequest:query_string()
    local result = rt.take_text(C.rt_http_request_query_string(self.handle))
    if result == "" then check() end
    return result
end

--- The route's parameter `name`, decoded; `""` where the route has none of that name.
---
--- On failure: "".
function M.HttpRequest:param(name)
    local result = rt.take_text(C.rt_http_request_param(self.handle, rt.text(name)))
    if result == "" then check() end
    return result
end

--- The name of the handler that the route names.
---
--- On failure: "".
function M.HttpRequest:handler()
    local result = rt.take_text(C.rt_http_request_handler(self.handle))
    if result == "" then check() end
    return result
end

--- All headers, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.HttpRequest:headers()
    local result = rt.take_texts(C.rt_http_request_headers(self.handle))
    if #result == 0 then check() end
    return result
end

--- The body as it came.
---
--- On failure: [].
function M.HttpRequest:body_bytes()
    local result = rt.take_bytes(C.rt_http_request_body_bytes(self.handle))
    if #result == 0 then check() end
    return result
end

--- The client's address and port: `127.0.0.1:53412`.
---
--- On failure: "".
function M.HttpRequest:remote_address()
    local result = rt.take_text(C.rt_http_request_remote_address(self.handle))
    if result == "" then check() end
    return result
end

--- Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
--- `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
--- (read what it says before), one of a callback stays until that returns.
---
--- On failure: 0.
function M.HttpRequest:ws_accept()
    local result = C.rt_ws_accept(self.handle)
    if result == 0 then check() end
    return M.Websocket.wrap(result, nil, true)
end

--- As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
---
--- On failure: 0.
function M.HttpRequest:ws_accept_protocol(protocol)
    local result = C.rt_ws_accept_protocol(self.handle, rt.text(protocol))
    if result == 0 then check() end
    return M.Websocket.wrap(result, nil, true)
end

--- Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
--- answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
---
--- On failure: false.
function M.HttpRequest:server_respond(response)
    local result = C.rt_http_server_respond(self.handle, rt.handle(response))
    if result == false then check() end
    self.handle = 0LL
    response.handle = 0LL
    return result
end

--- Frees it; a second time does nothing.
function M.HttpStream:_release()
    quietly(C.rt_http_stream_free, self.handle)
end

--- Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
--- time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
--- `rt_http_stream_finish` has that answer.
---
--- On failure: false.
function M.HttpStream:write(data)
    local data_data, data_len = rt.bytes(data)
    local result = C.rt_http_stream_write(self.handle, data_data, data_len)
    if result == false then check() end
    return result
end

--- Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
---
--- On failure: -1.
function M.HttpStream:finish()
    local result = rt.integer(C.rt_http_stream_finish(self.handle))
    if result == -1 then check() end
    return result
end

--- The HTTP status once `rt_http_stream_finish` had it.
---
--- On failure: -1.
function M.HttpStream:status()
    local result = rt.integer(C.rt_http_stream_status(self.handle))
    if result == -1 then check() end
    return result
end

--- The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
--- none.
---
--- On failure: "".
function M.HttpStream:header(key)
    local result = rt.take_text(C.rt_http_stream_header(self.handle, rt.text(key)))
    if result == "" then check() end
    return result
end

--- All headers of the answer, as `name: value` with the name in lower case.
---
--- On failure: [].
function M.HttpStream:headers()
    local result = rt.take_texts(C.rt_http_stream_headers(self.handle))
    if #result == 0 then check() end
    return result
end

--- Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
--- than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
---
--- On failure: -1.
function M.HttpStream:read(buffer)
    local buffer_data, buffer_len = rt.buffer(buffer)
    local result = rt.integer(C.rt_http_stream_read(self.handle, buffer_data, buffer_len))
    if result == -1 then check() end
    return result
end

return M
