package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
 * tokio runtime, with TLS by rustls.
 */
public final class HttpLibrary {
    private HttpLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_http_get_last_error(), Raw::rt_http_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_http_get_last_error().isEmpty();
        release.run();
        if (clear) rt_http_clear_error();
    }

    /**
     * The answer to a request, or why there is none.
     */
    public record HttpResult(long status, String body, String error) {
        static HttpResult of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new HttpResult(memory.getLong(0), Convert.text(Raw.takeText(memory.getLong(8))), Convert.text(Raw.takeText(memory.getLong(16))));
        }
    }

    /**
     * What came of a download.
     */
    public record HttpDownload(long status, long bytes, String error) {
        static HttpDownload of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new HttpDownload(memory.getLong(0), memory.getLong(8), Convert.text(Raw.takeText(memory.getLong(16))));
        }
    }

    /**
     * GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
     * MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
     * proxies from the environment; connections are kept for later calls.
     *
     * `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
     * charset. Where no whole answer came, `status` is 0 and `error` says why.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_get(String url) {
        return HttpResult.of(Raw.rt_http_get(Convert.utf8(url)));
    }

    /**
     * GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
     * MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
     * proxies from the environment; connections are kept for later calls.
     *
     * `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
     * charset. Where no whole answer came, `status` is 0 and `error` says why.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_get(byte[] url) {
        return HttpResult.of(Raw.rt_http_get(url));
    }

    /**
     * POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_post(String url, String body, String content_type) {
        return HttpResult.of(Raw.rt_http_post(Convert.utf8(url), Convert.utf8(body), Convert.utf8(content_type)));
    }

    /**
     * POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_post(byte[] url, byte[] body, byte[] content_type) {
        return HttpResult.of(Raw.rt_http_post(url, body, content_type));
    }

    /**
     * PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_put(String url, String body, String content_type) {
        return HttpResult.of(Raw.rt_http_put(Convert.utf8(url), Convert.utf8(body), Convert.utf8(content_type)));
    }

    /**
     * PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_put(byte[] url, byte[] body, byte[] content_type) {
        return HttpResult.of(Raw.rt_http_put(url, body, content_type));
    }

    /**
     * DELETEs `url`. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_delete(String url) {
        return HttpResult.of(Raw.rt_http_delete(Convert.utf8(url)));
    }

    /**
     * DELETEs `url`. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_delete(byte[] url) {
        return HttpResult.of(Raw.rt_http_delete(url));
    }

    /**
     * PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_patch(String url, String body, String content_type) {
        return HttpResult.of(Raw.rt_http_patch(Convert.utf8(url), Convert.utf8(body), Convert.utf8(content_type)));
    }

    /**
     * PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
     * `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_patch(byte[] url, byte[] body, byte[] content_type) {
        return HttpResult.of(Raw.rt_http_patch(url, body, content_type));
    }

    /**
     * Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_head(String url) {
        return HttpResult.of(Raw.rt_http_head(Convert.utf8(url)));
    }

    /**
     * Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_head(byte[] url) {
        return HttpResult.of(Raw.rt_http_head(url));
    }

    /**
     * Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
     * Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
     * another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_request(String method, String url, String[] headers, String body) {
        return HttpResult.of(Raw.rt_http_request(Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(body)));
    }

    /**
     * Sends any `method` but CONNECT, with up to 8192 `headers` like `Name: value`. Content-Length and
     * Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
     * another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_request(byte[] method, byte[] url, byte[][] headers, byte[] body) {
        return HttpResult.of(Raw.rt_http_request(method, url, headers, body));
    }

    /**
     * Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
     * beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
     * or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
     * still for no more than 30 s.
     *
     * `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
     * Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
     *
     * On failure: status 0, bytes 0, error "&lt;reason>".
     */
    public static HttpDownload rt_http_download(String url, String output_path) {
        return HttpDownload.of(Raw.rt_http_download(Convert.utf8(url), Convert.utf8(output_path)));
    }

    /**
     * Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
     * beside the target, which is replaced once all has come, with the permissions that it had; only a regular file,
     * or what a symbolic link leads to, is replaced. A transfer may take as long as it likes but stand
     * still for no more than 30 s.
     *
     * `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
     * Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
     *
     * On failure: status 0, bytes 0, error "&lt;reason>".
     */
    public static HttpDownload rt_http_download(byte[] url, byte[] output_path) {
        return HttpDownload.of(Raw.rt_http_download(url, output_path));
    }

    /**
     * POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
     * content type of its extension. A transfer may take as long as it likes but stand still for no more than
     * 30 s. The result is as for `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_upload(String url, String file_path, String field_name) {
        return HttpResult.of(Raw.rt_http_upload(Convert.utf8(url), Convert.utf8(file_path), Convert.utf8(field_name)));
    }

    /**
     * POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
     * content type of its extension. A transfer may take as long as it likes but stand still for no more than
     * 30 s. The result is as for `rt_http_get`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_upload(byte[] url, byte[] file_path, byte[] field_name) {
        return HttpResult.of(Raw.rt_http_upload(url, file_path, field_name));
    }

    /**
     * A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
     * caller frees it with `rt_http_client_destroy`.
     */
    public static long rt_http_client_create() {
        return Raw.rt_http_client_create();
    }

    /**
     * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
     * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
     * (only 30 s without any progress).
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_timeout(long client, long timeout_ms) {
        return Raw.rt_http_client_set_timeout(client, timeout_ms);
    }

    /**
     * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_header(long client, String key, String value) {
        return Raw.rt_http_client_set_header(client, Convert.utf8(key), Convert.utf8(value));
    }

    /**
     * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_header(long client, byte[] key, byte[] value) {
        return Raw.rt_http_client_set_header(client, key, value);
    }

    /**
     * As `rt_http_request`, with the settings of `client`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_request(long client, String method, String url, String[] headers, String body) {
        return HttpResult.of(Raw.rt_http_client_request(client, Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(body)));
    }

    /**
     * As `rt_http_request`, with the settings of `client`.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_request(long client, byte[] method, byte[] url, byte[][] headers, byte[] body) {
        return HttpResult.of(Raw.rt_http_client_request(client, method, url, headers, body));
    }

    /**
     * Frees a client and ends its idle connections. Requests under way finish.
     */
    public static void rt_http_client_destroy(long client) {
        Raw.rt_http_client_destroy(client);
    }

    /**
     * A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
     * `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
     * `rt_http_server_destroy`. 0 where the port is taken.
     *
     * On failure: 0.
     */
    public static long rt_http_server_create(long port) {
        return Raw.rt_http_server_create(port);
    }

    /**
     * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
     * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
     * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
     * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_route(long server, String method, String path, String handler) {
        return Raw.rt_http_server_route(server, Convert.utf8(method), Convert.utf8(path), Convert.utf8(handler));
    }

    /**
     * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
     * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
     * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
     * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_route(long server, byte[] method, byte[] path, byte[] handler) {
        return Raw.rt_http_server_route(server, method, path, handler);
    }

    /**
     * Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
     * types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
     * wherever symbolic links lead. Routes go first, then the longest prefix.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_static(long server, String path, String dir) {
        return Raw.rt_http_server_static(server, Convert.utf8(path), Convert.utf8(dir));
    }

    /**
     * Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
     * types, ranges, conditional requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
     * wherever symbolic links lead. Routes go first, then the longest prefix.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_static(long server, byte[] path, byte[] dir) {
        return Raw.rt_http_server_static(server, path, dir);
    }

    /**
     * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_start(long server) {
        return Raw.rt_http_server_start(server);
    }

    /**
     * Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
     * flight have up to 5 s to finish, all at the same time, and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
     * started again. False where it does not run.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_stop(long server) {
        return Raw.rt_http_server_stop(server);
    }

    /**
     * Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
     */
    public static void rt_http_server_destroy(long server) {
        Raw.rt_http_server_destroy(server);
    }

    /**
     * The method, in capitals as a rule.
     *
     * On failure: "".
     */
    public static String rt_http_request_method(long request) {
        return Convert.text(Raw.rt_http_request_method(request));
    }

    /**
     * The path as it was sent, escapes and all, without the query.
     *
     * On failure: "".
     */
    public static String rt_http_request_path(long request) {
        return Convert.text(Raw.rt_http_request_path(request));
    }

    /**
     * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_request_header(long request, String key) {
        return Convert.text(Raw.rt_http_request_header(request, Convert.utf8(key)));
    }

    /**
     * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_request_header(long request, byte[] key) {
        return Convert.text(Raw.rt_http_request_header(request, key));
    }

    /**
     * The body as text; invalid UTF-8 is replaced.
     *
     * On failure: "".
     */
    public static String rt_http_request_body(long request) {
        return Convert.text(Raw.rt_http_request_body(request));
    }

    /**
     * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_request_query(long request, String key) {
        return Convert.text(Raw.rt_http_request_query(request, Convert.utf8(key)));
    }

    /**
     * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_request_query(long request, byte[] key) {
        return Convert.text(Raw.rt_http_request_query(request, key));
    }

    /**
     * A response with this status (200 to 599) and text. Returned from a callback or given to
     * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
     *
     * On failure: 0.
     */
    public static long rt_http_response_create(long status, String body) {
        return Raw.rt_http_response_create(status, Convert.utf8(body));
    }

    /**
     * A response with this status (200 to 599) and text. Returned from a callback or given to
     * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
     *
     * On failure: 0.
     */
    public static long rt_http_response_create(long status, byte[] body) {
        return Raw.rt_http_response_create(status, body);
    }

    /**
     * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
     * set, and Connection can be `close` only.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_set_header(long response, String key, String value) {
        return Raw.rt_http_response_set_header(response, Convert.utf8(key), Convert.utf8(value));
    }

    /**
     * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
     * set, and Connection can be `close` only.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_set_header(long response, byte[] key, byte[] value) {
        return Raw.rt_http_response_set_header(response, key, value);
    }

    /**
     * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_json(long response, String json) {
        return Raw.rt_http_response_json(response, Convert.utf8(json));
    }

    /**
     * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_json(long response, byte[] json) {
        return Raw.rt_http_response_json(response, json);
    }

    /**
     * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
     * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
     *
     * On failure: 0.
     */
    public static long rt_ws_connect(String url) {
        return Raw.rt_ws_connect(Convert.utf8(url));
    }

    /**
     * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
     * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
     *
     * On failure: 0.
     */
    public static long rt_ws_connect(byte[] url) {
        return Raw.rt_ws_connect(url);
    }

    /**
     * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
     * given up.
     *
     * On failure: false.
     */
    public static boolean rt_ws_send(long ws, String message) {
        return Raw.rt_ws_send(ws, Convert.utf8(message));
    }

    /**
     * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
     * given up.
     *
     * On failure: false.
     */
    public static boolean rt_ws_send(long ws, byte[] message) {
        return Raw.rt_ws_send(ws, message);
    }

    /**
     * The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
     * or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
     * may wait; then the peer is held up. A message has at most 64 MiB.
     *
     * On failure: "".
     */
    public static String rt_ws_receive(long ws) {
        return Convert.text(Raw.rt_ws_receive(ws));
    }

    /**
     * Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
     * where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
     * `rt_ws_receive` or `rt_ws_send` returns.
     *
     * On failure: false.
     */
    public static boolean rt_ws_close(long ws) {
        return Raw.rt_ws_close(ws);
    }

    /**
     * `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
     *
     * On failure: "".
     */
    public static String rt_http_url_encode(String text) {
        return Convert.text(Raw.rt_http_url_encode(Convert.utf8(text)));
    }

    /**
     * `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
     *
     * On failure: "".
     */
    public static String rt_http_url_encode(byte[] text) {
        return Convert.text(Raw.rt_http_url_encode(text));
    }

    /**
     * `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
     *
     * On failure: "".
     */
    public static String rt_http_url_decode(String text) {
        return Convert.text(Raw.rt_http_url_decode(Convert.utf8(text)));
    }

    /**
     * `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
     *
     * On failure: "".
     */
    public static String rt_http_url_decode(byte[] text) {
        return Convert.text(Raw.rt_http_url_decode(text));
    }

    /**
     * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
     * 127 levels; the last error tells where.
     *
     * On failure: 0.
     */
    public static long rt_http_parse_json(String json) {
        return Raw.rt_http_parse_json(Convert.utf8(json));
    }

    /**
     * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
     * 127 levels; the last error tells where.
     *
     * On failure: 0.
     */
    public static long rt_http_parse_json(byte[] json) {
        return Raw.rt_http_parse_json(json);
    }

    /**
     * `obj` as compact JSON; an object's members in the order they came.
     *
     * On failure: "".
     */
    public static String rt_http_stringify_json(long obj) {
        return Convert.text(Raw.rt_http_stringify_json(obj));
    }

    /**
     * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_connect_timeout(long client, long timeout_ms) {
        return Raw.rt_http_client_set_connect_timeout(client, timeout_ms);
    }

    /**
     * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
     * one redirect too many is a failure.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_max_redirects(long client, long count) {
        return Raw.rt_http_client_set_max_redirects(client, count);
    }

    /**
     * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
     * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_body_limit(long client, long bytes) {
        return Raw.rt_http_client_set_body_limit(client, bytes);
    }

    /**
     * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
     * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
     * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_proxy(long client, String url) {
        return Raw.rt_http_client_set_proxy(client, Convert.utf8(url));
    }

    /**
     * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
     * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
     * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
     *
     * On failure: false.
     */
    public static boolean rt_http_client_set_proxy(long client, byte[] url) {
        return Raw.rt_http_client_set_proxy(client, url);
    }

    /**
     * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_add_root_certificates(long client, String pem) {
        return Raw.rt_http_client_add_root_certificates(client, Convert.utf8(pem));
    }

    /**
     * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
     *
     * On failure: false.
     */
    public static boolean rt_http_client_add_root_certificates(long client, byte[] pem) {
        return Raw.rt_http_client_add_root_certificates(client, pem);
    }

    /**
     * As `rt_http_download`, with the settings of `client` and these headers.
     *
     * On failure: status 0, bytes 0, error "&lt;reason>".
     */
    public static HttpDownload rt_http_client_download(long client, String url, String[] headers, String output_path) {
        return HttpDownload.of(Raw.rt_http_client_download(client, Convert.utf8(url), Convert.utf8(headers), Convert.utf8(output_path)));
    }

    /**
     * As `rt_http_download`, with the settings of `client` and these headers.
     *
     * On failure: status 0, bytes 0, error "&lt;reason>".
     */
    public static HttpDownload rt_http_client_download(long client, byte[] url, byte[][] headers, byte[] output_path) {
        return HttpDownload.of(Raw.rt_http_client_download(client, url, headers, output_path));
    }

    /**
     * As `rt_http_upload`, with the settings of `client` and these headers.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_upload(long client, String url, String[] headers, String file_path, String field_name) {
        return HttpResult.of(Raw.rt_http_client_upload(client, Convert.utf8(url), Convert.utf8(headers), Convert.utf8(file_path), Convert.utf8(field_name)));
    }

    /**
     * As `rt_http_upload`, with the settings of `client` and these headers.
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_upload(long client, byte[] url, byte[][] headers, byte[] file_path, byte[] field_name) {
        return HttpResult.of(Raw.rt_http_client_upload(client, url, headers, file_path, field_name));
    }

    /**
     * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
     * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_send_file(long client, String method, String url, String[] headers, String file_path) {
        return HttpResult.of(Raw.rt_http_client_send_file(client, Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(file_path)));
    }

    /**
     * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
     * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
     *
     * On failure: status 0, body "", error "&lt;reason>".
     */
    public static HttpResult rt_http_client_send_file(long client, byte[] method, byte[] url, byte[][] headers, byte[] file_path) {
        return HttpResult.of(Raw.rt_http_client_send_file(client, method, url, headers, file_path));
    }

    /**
     * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
     * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
     *
     * On failure: 0.
     */
    public static long rt_http_client_fetch(long client, String method, String url, String[] headers, String body) {
        return Raw.rt_http_client_fetch(client, Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(body));
    }

    /**
     * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
     * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
     *
     * On failure: 0.
     */
    public static long rt_http_client_fetch(long client, byte[] method, byte[] url, byte[][] headers, byte[] body) {
        return Raw.rt_http_client_fetch(client, method, url, headers, body);
    }

    /**
     * As `rt_http_client_fetch` with a body of bytes.
     *
     * On failure: 0.
     */
    public static long rt_http_client_fetch_bytes(long client, String method, String url, String[] headers, byte[] body) {
        return Raw.rt_http_client_fetch_bytes(client, Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), body);
    }

    /**
     * As `rt_http_client_fetch` with a body of bytes.
     *
     * On failure: 0.
     */
    public static long rt_http_client_fetch_bytes(long client, byte[] method, byte[] url, byte[][] headers, byte[] body) {
        return Raw.rt_http_client_fetch_bytes(client, method, url, headers, body);
    }

    /**
     * The HTTP status.
     *
     * On failure: -1.
     */
    public static long rt_http_fetch_status(long fetch) {
        return Raw.rt_http_fetch_status(fetch);
    }

    /**
     * The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
     *
     * On failure: "".
     */
    public static String rt_http_fetch_version(long fetch) {
        return Convert.text(Raw.rt_http_fetch_version(fetch));
    }

    /**
     * The address that answered, after redirects.
     *
     * On failure: "".
     */
    public static String rt_http_fetch_url(long fetch) {
        return Convert.text(Raw.rt_http_fetch_url(fetch));
    }

    /**
     * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_fetch_header(long fetch, String key) {
        return Convert.text(Raw.rt_http_fetch_header(fetch, Convert.utf8(key)));
    }

    /**
     * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_http_fetch_header(long fetch, byte[] key) {
        return Convert.text(Raw.rt_http_fetch_header(fetch, key));
    }

    /**
     * All headers, as `name: value` with the name in lower case.
     *
     * On failure: [].
     */
    public static String[] rt_http_fetch_headers(long fetch) {
        return Convert.texts(Raw.rt_http_fetch_headers(fetch));
    }

    /**
     * The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
     *
     * On failure: "".
     */
    public static String rt_http_fetch_body(long fetch) {
        return Convert.text(Raw.rt_http_fetch_body(fetch));
    }

    /**
     * The body as it came, decompressed.
     *
     * On failure: [].
     */
    public static byte[] rt_http_fetch_body_bytes(long fetch) {
        return Raw.rt_http_fetch_body_bytes(fetch);
    }

    /**
     * Frees an answer.
     */
    public static void rt_http_fetch_free(long fetch) {
        Raw.rt_http_fetch_free(fetch);
    }

    /**
     * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
     * `""`, with a last error, where there is nothing.
     *
     * On failure: "".
     */
    public static String rt_http_json_get(long obj, String pointer) {
        return Convert.text(Raw.rt_http_json_get(obj, Convert.utf8(pointer)));
    }

    /**
     * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
     * `""`, with a last error, where there is nothing.
     *
     * On failure: "".
     */
    public static String rt_http_json_get(long obj, byte[] pointer) {
        return Convert.text(Raw.rt_http_json_get(obj, pointer));
    }

    /**
     * The number at `pointer`. 0.0, with a last error, where there is none.
     *
     * On failure: 0.0.
     */
    public static double rt_http_json_number(long obj, String pointer) {
        return Raw.rt_http_json_number(obj, Convert.utf8(pointer));
    }

    /**
     * The number at `pointer`. 0.0, with a last error, where there is none.
     *
     * On failure: 0.0.
     */
    public static double rt_http_json_number(long obj, byte[] pointer) {
        return Raw.rt_http_json_number(obj, pointer);
    }

    /**
     * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
     * is nothing.
     *
     * On failure: "".
     */
    public static String rt_http_json_type(long obj, String pointer) {
        return Convert.text(Raw.rt_http_json_type(obj, Convert.utf8(pointer)));
    }

    /**
     * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
     * is nothing.
     *
     * On failure: "".
     */
    public static String rt_http_json_type(long obj, byte[] pointer) {
        return Convert.text(Raw.rt_http_json_type(obj, pointer));
    }

    /**
     * How many items or members the array or object at `pointer` has. −1 where there is none.
     *
     * On failure: -1.
     */
    public static long rt_http_json_length(long obj, String pointer) {
        return Raw.rt_http_json_length(obj, Convert.utf8(pointer));
    }

    /**
     * How many items or members the array or object at `pointer` has. −1 where there is none.
     *
     * On failure: -1.
     */
    public static long rt_http_json_length(long obj, byte[] pointer) {
        return Raw.rt_http_json_length(obj, pointer);
    }

    /**
     * The names of the members of the object at `pointer`, in the order they came.
     *
     * On failure: [].
     */
    public static String[] rt_http_json_keys(long obj, String pointer) {
        return Convert.texts(Raw.rt_http_json_keys(obj, Convert.utf8(pointer)));
    }

    /**
     * The names of the members of the object at `pointer`, in the order they came.
     *
     * On failure: [].
     */
    public static String[] rt_http_json_keys(long obj, byte[] pointer) {
        return Convert.texts(Raw.rt_http_json_keys(obj, pointer));
    }

    /**
     * Frees a JSON value.
     */
    public static void rt_http_json_free(long obj) {
        Raw.rt_http_json_free(obj);
    }

    /**
     * The query as it was sent, without the question mark.
     *
     * On failure: "".
     */
    public static String rt_http_request_query_string(long request) {
        return Convert.text(Raw.rt_http_request_query_string(request));
    }

    /**
     * The route's parameter `name`, decoded; `""` where the route has none of that name.
     *
     * On failure: "".
     */
    public static String rt_http_request_param(long request, String name) {
        return Convert.text(Raw.rt_http_request_param(request, Convert.utf8(name)));
    }

    /**
     * The route's parameter `name`, decoded; `""` where the route has none of that name.
     *
     * On failure: "".
     */
    public static String rt_http_request_param(long request, byte[] name) {
        return Convert.text(Raw.rt_http_request_param(request, name));
    }

    /**
     * The name of the handler that the route names.
     *
     * On failure: "".
     */
    public static String rt_http_request_handler(long request) {
        return Convert.text(Raw.rt_http_request_handler(request));
    }

    /**
     * All headers, as `name: value` with the name in lower case.
     *
     * On failure: [].
     */
    public static String[] rt_http_request_headers(long request) {
        return Convert.texts(Raw.rt_http_request_headers(request));
    }

    /**
     * The body as it came.
     *
     * On failure: [].
     */
    public static byte[] rt_http_request_body_bytes(long request) {
        return Raw.rt_http_request_body_bytes(request);
    }

    /**
     * The client's address and port: `127.0.0.1:53412`.
     *
     * On failure: "".
     */
    public static String rt_http_request_remote_address(long request) {
        return Convert.text(Raw.rt_http_request_remote_address(request));
    }

    /**
     * Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
     */
    public static void rt_http_request_free(long request) {
        Raw.rt_http_request_free(request);
    }

    /**
     * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
     * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
     * (read what it says before), one of a callback stays until that returns.
     *
     * On failure: 0.
     */
    public static long rt_ws_accept(long request) {
        return Raw.rt_ws_accept(request);
    }

    /**
     * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
     *
     * On failure: 0.
     */
    public static long rt_ws_accept_protocol(long request, String protocol) {
        return Raw.rt_ws_accept_protocol(request, Convert.utf8(protocol));
    }

    /**
     * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
     *
     * On failure: 0.
     */
    public static long rt_ws_accept_protocol(long request, byte[] protocol) {
        return Raw.rt_ws_accept_protocol(request, protocol);
    }

    /**
     * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
     *
     * On failure: 0.
     */
    public static long rt_http_response_create_bytes(long status, byte[] body, String content_type) {
        return Raw.rt_http_response_create_bytes(status, body, Convert.utf8(content_type));
    }

    /**
     * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
     *
     * On failure: 0.
     */
    public static long rt_http_response_create_bytes(long status, byte[] body, byte[] content_type) {
        return Raw.rt_http_response_create_bytes(status, body, content_type);
    }

    /**
     * Adds a header beside those of the same name: another `Set-Cookie`, say.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_add_header(long response, String key, String value) {
        return Raw.rt_http_response_add_header(response, Convert.utf8(key), Convert.utf8(value));
    }

    /**
     * Adds a header beside those of the same name: another `Set-Cookie`, say.
     *
     * On failure: false.
     */
    public static boolean rt_http_response_add_header(long response, byte[] key, byte[] value) {
        return Raw.rt_http_response_add_header(response, key, value);
    }

    /**
     * Frees a response that is not sent.
     */
    public static void rt_http_response_free(long response) {
        Raw.rt_http_response_free(response);
    }

    /**
     * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
     *
     * On failure: 0.
     */
    public static long rt_http_server_create_at(String address, long port) {
        return Raw.rt_http_server_create_at(Convert.utf8(address), port);
    }

    /**
     * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
     *
     * On failure: 0.
     */
    public static long rt_http_server_create_at(byte[] address, long port) {
        return Raw.rt_http_server_create_at(address, port);
    }

    /**
     * The port that the server listens at.
     *
     * On failure: -1.
     */
    public static long rt_http_server_port(long server) {
        return Raw.rt_http_server_port(server);
    }

    /**
     * Serves as `rt_http_server_start` does, and returns at once.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_start_background(long server) {
        return Raw.rt_http_server_start_background(server);
    }

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
    public static boolean rt_http_register_handler(String name, java.util.function.LongUnaryOperator function) {
        return Raw.rt_http_register_handler(Convert.utf8(name), function);
    }

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
    public static boolean rt_http_register_handler(byte[] name, java.util.function.LongUnaryOperator function) {
        return Raw.rt_http_register_handler(name, function);
    }

    /**
     * Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
     * themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
     * there is none of that name.
     *
     * On failure: false.
     */
    public static boolean rt_http_unregister_handler(String name) {
        return Raw.rt_http_unregister_handler(Convert.utf8(name));
    }

    /**
     * Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
     * themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
     * there is none of that name.
     *
     * On failure: false.
     */
    public static boolean rt_http_unregister_handler(byte[] name) {
        return Raw.rt_http_unregister_handler(name);
    }

    /**
     * The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
     * host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
     * none came in time, and, with a last error, where the server was stopped and none is left.
     *
     * On failure: 0.
     */
    public static long rt_http_server_next_request(long server, long timeout_ms) {
        return Raw.rt_http_server_next_request(server, timeout_ms);
    }

    /**
     * Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
     * answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_respond(long request, long response) {
        return Raw.rt_http_server_respond(request, response);
    }

    /**
     * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
     * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
     * its own here, so it may stay and talk for as long as the connection lasts.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_websocket(long server, String path, String handler) {
        return Raw.rt_http_server_websocket(server, Convert.utf8(path), Convert.utf8(handler));
    }

    /**
     * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
     * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
     * its own here, so it may stay and talk for as long as the connection lasts.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_websocket(long server, byte[] path, byte[] handler) {
        return Raw.rt_http_server_websocket(server, path, handler);
    }

    /**
     * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
     * counts for connections made from then on.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_body_limit(long server, long bytes) {
        return Raw.rt_http_server_set_body_limit(server, bytes);
    }

    /**
     * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
     * one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_header_limit(long server, long bytes) {
        return Raw.rt_http_server_set_header_limit(server, bytes);
    }

    /**
     * Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
     * first. After that the connection ends.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_header_timeout(long server, long timeout_ms) {
        return Raw.rt_http_server_set_header_timeout(server, timeout_ms);
    }

    /**
     * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_body_timeout(long server, long timeout_ms) {
        return Raw.rt_http_server_set_body_timeout(server, timeout_ms);
    }

    /**
     * Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
     * callback that has always been quick is called without a way back: where it takes longer for the first time, its
     * own client gets its late answer and no 503; all others are served meanwhile.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_answer_timeout(long server, long timeout_ms) {
        return Raw.rt_http_server_set_answer_timeout(server, timeout_ms);
    }

    /**
     * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
     * connection ends.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_write_timeout(long server, long timeout_ms) {
        return Raw.rt_http_server_set_write_timeout(server, timeout_ms);
    }

    /**
     * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_stop_timeout(long server, long timeout_ms) {
        return Raw.rt_http_server_set_stop_timeout(server, timeout_ms);
    }

    /**
     * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
     * counts from the next start.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_max_connections(long server, long count) {
        return Raw.rt_http_server_set_max_connections(server, count);
    }

    /**
     * Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
     *
     * On failure: false.
     */
    public static boolean rt_http_server_set_compression(long server, boolean enabled) {
        return Raw.rt_http_server_set_compression(server, enabled);
    }

    /**
     * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
     * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
     * caller frees it with `rt_http_stream_free`, at any time.
     *
     * On failure: 0.
     */
    public static long rt_http_stream_open(long client, String method, String url, String[] headers) {
        return Raw.rt_http_stream_open(client, Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers));
    }

    /**
     * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
     * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
     * caller frees it with `rt_http_stream_free`, at any time.
     *
     * On failure: 0.
     */
    public static long rt_http_stream_open(long client, byte[] method, byte[] url, byte[][] headers) {
        return Raw.rt_http_stream_open(client, method, url, headers);
    }

    /**
     * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
     * time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
     * `rt_http_stream_finish` has that answer.
     *
     * On failure: false.
     */
    public static boolean rt_http_stream_write(long stream, byte[] data) {
        return Raw.rt_http_stream_write(stream, data);
    }

    /**
     * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
     *
     * On failure: -1.
     */
    public static long rt_http_stream_finish(long stream) {
        return Raw.rt_http_stream_finish(stream);
    }

    /**
     * The HTTP status once `rt_http_stream_finish` had it.
     *
     * On failure: -1.
     */
    public static long rt_http_stream_status(long stream) {
        return Raw.rt_http_stream_status(stream);
    }

    /**
     * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
     * none.
     *
     * On failure: "".
     */
    public static String rt_http_stream_header(long stream, String key) {
        return Convert.text(Raw.rt_http_stream_header(stream, Convert.utf8(key)));
    }

    /**
     * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
     * none.
     *
     * On failure: "".
     */
    public static String rt_http_stream_header(long stream, byte[] key) {
        return Convert.text(Raw.rt_http_stream_header(stream, key));
    }

    /**
     * All headers of the answer, as `name: value` with the name in lower case.
     *
     * On failure: [].
     */
    public static String[] rt_http_stream_headers(long stream) {
        return Convert.texts(Raw.rt_http_stream_headers(stream));
    }

    /**
     * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
     * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
     *
     * On failure: -1.
     */
    public static long rt_http_stream_read(long stream, byte[] buffer) {
        return Raw.rt_http_stream_read(stream, buffer);
    }

    /**
     * Frees a stream. An exchange that is not over is given up.
     */
    public static void rt_http_stream_free(long stream) {
        Raw.rt_http_stream_free(stream);
    }

    /**
     * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
     * `Sec-WebSocket-Protocol: chat`, say.
     *
     * On failure: 0.
     */
    public static long rt_http_client_websocket(long client, String url, String[] headers) {
        return Raw.rt_http_client_websocket(client, Convert.utf8(url), Convert.utf8(headers));
    }

    /**
     * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
     * `Sec-WebSocket-Protocol: chat`, say.
     *
     * On failure: 0.
     */
    public static long rt_http_client_websocket(long client, byte[] url, byte[][] headers) {
        return Raw.rt_http_client_websocket(client, url, headers);
    }

    /**
     * Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
     *
     * On failure: false.
     */
    public static boolean rt_ws_send_text(long ws, byte[] data) {
        return Raw.rt_ws_send_text(ws, data);
    }

    /**
     * Sends a binary message. Otherwise as `rt_ws_send`.
     *
     * On failure: false.
     */
    public static boolean rt_ws_send_bytes(long ws, byte[] data) {
        return Raw.rt_ws_send_bytes(ws, data);
    }

    /**
     * The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
     *
     * On failure: "".
     */
    public static String rt_ws_receive_timeout(long ws, long timeout_ms) {
        return Convert.text(Raw.rt_ws_receive_timeout(ws, timeout_ms));
    }

    /**
     * The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
     * closed or the connection failed. Text messages stay where they are.
     *
     * On failure: [].
     */
    public static byte[] rt_ws_receive_bytes(long ws) {
        return Raw.rt_ws_receive_bytes(ws);
    }

    /**
     * The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
     *
     * On failure: [].
     */
    public static byte[] rt_ws_receive_bytes_timeout(long ws, long timeout_ms) {
        return Raw.rt_ws_receive_bytes_timeout(ws, timeout_ms);
    }

    /**
     * What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
     * day), −1 nothing any more.
     *
     * On failure: -1.
     */
    public static long rt_ws_wait(long ws, long timeout_ms) {
        return Raw.rt_ws_wait(ws, timeout_ms);
    }

    /**
     * Sends a ping, which the peer answers by itself.
     *
     * On failure: false.
     */
    public static boolean rt_ws_ping(long ws) {
        return Raw.rt_ws_ping(ws);
    }

    /**
     * The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
     *
     * On failure: -1.
     */
    public static long rt_ws_close_code(long ws) {
        return Raw.rt_ws_close_code(ws);
    }

    /**
     * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
     *
     * On failure: false.
     */
    public static boolean rt_ws_close_with(long ws, long code, String reason) {
        return Raw.rt_ws_close_with(ws, code, Convert.utf8(reason));
    }

    /**
     * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
     *
     * On failure: false.
     */
    public static boolean rt_ws_close_with(long ws, long code, byte[] reason) {
        return Raw.rt_ws_close_with(ws, code, reason);
    }

    /**
     * True where this build holds the http library, as it does where this links.
     */
    public static boolean rt_http_available() {
        return Raw.rt_http_available();
    }

    /**
     * Forgets why this thread's last failed http call failed.
     */
    public static void rt_http_clear_error() {
        Raw.rt_http_clear_error();
    }

    /**
     * Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_http_get_last_error() {
        return Convert.text(Raw.rt_http_get_last_error());
    }

    /**
     * The version of the wrapped library, the crate `reqwest`.
     */
    public static String rt_http_version() {
        return Convert.text(Raw.rt_http_version());
    }

    /**
     * A http client: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpClient extends NativeObject {
        private HttpClient(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_client_destroy(own)));
        }

        static HttpClient wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpClient(handle, parent, owned);
        }

        /**
         * A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
         * caller frees it with `rt_http_client_destroy`.
         */
        public static HttpLibrary.HttpClient create() {
            var result = Raw.rt_http_client_create();
            return HttpLibrary.HttpClient.wrap(result, null, true);
        }

        /**
         * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
         * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
         * (only 30 s without any progress).
         *
         * On failure: false.
         */
        public boolean setTimeout(long timeout_ms) {
            var result = Raw.rt_http_client_set_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
         *
         * On failure: false.
         */
        public boolean setHeader(String key, String value) {
            var result = Raw.rt_http_client_set_header(handle(), Convert.utf8(key), Convert.utf8(value));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * As `rt_http_request`, with the settings of `client`.
         *
         * On failure: status 0, body "", error "&lt;reason>".
         */
        public HttpResult request(String method, String url, String[] headers, String body) {
            var result = HttpResult.of(Raw.rt_http_client_request(handle(), Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(body)));
            NativeObject.keep(this);
            if (result.status() == 0 && result.body().isEmpty()) check();
            return result;
        }

        /**
         * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
         *
         * On failure: false.
         */
        public boolean setConnectTimeout(long timeout_ms) {
            var result = Raw.rt_http_client_set_connect_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
         * one redirect too many is a failure.
         *
         * On failure: false.
         */
        public boolean setMaxRedirects(long count) {
            var result = Raw.rt_http_client_set_max_redirects(handle(), count);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
         * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
         *
         * On failure: false.
         */
        public boolean setBodyLimit(long bytes) {
            var result = Raw.rt_http_client_set_body_limit(handle(), bytes);
            NativeObject.keep(this);
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
        public boolean setProxy(String url) {
            var result = Raw.rt_http_client_set_proxy(handle(), Convert.utf8(url));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
         *
         * On failure: false.
         */
        public boolean addRootCertificates(String pem) {
            var result = Raw.rt_http_client_add_root_certificates(handle(), Convert.utf8(pem));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * As `rt_http_download`, with the settings of `client` and these headers.
         *
         * On failure: status 0, bytes 0, error "&lt;reason>".
         */
        public HttpDownload download(String url, String[] headers, String output_path) {
            var result = HttpDownload.of(Raw.rt_http_client_download(handle(), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(output_path)));
            NativeObject.keep(this);
            if (result.status() == 0 && result.bytes() == 0) check();
            return result;
        }

        /**
         * As `rt_http_upload`, with the settings of `client` and these headers.
         *
         * On failure: status 0, body "", error "&lt;reason>".
         */
        public HttpResult upload(String url, String[] headers, String file_path, String field_name) {
            var result = HttpResult.of(Raw.rt_http_client_upload(handle(), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(file_path), Convert.utf8(field_name)));
            NativeObject.keep(this);
            if (result.status() == 0 && result.body().isEmpty()) check();
            return result;
        }

        /**
         * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
         * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
         *
         * On failure: status 0, body "", error "&lt;reason>".
         */
        public HttpResult sendFile(String method, String url, String[] headers, String file_path) {
            var result = HttpResult.of(Raw.rt_http_client_send_file(handle(), Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(file_path)));
            NativeObject.keep(this);
            if (result.status() == 0 && result.body().isEmpty()) check();
            return result;
        }

        /**
         * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
         * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
         *
         * On failure: 0.
         */
        public HttpLibrary.HttpFetchedResponse fetch(String method, String url, String[] headers, String body) {
            var result = Raw.rt_http_client_fetch(handle(), Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), Convert.utf8(body));
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.HttpFetchedResponse.wrap(result, null, true);
        }

        /**
         * As `rt_http_client_fetch` with a body of bytes.
         *
         * On failure: 0.
         */
        public HttpLibrary.HttpFetchedResponse fetchBytes(String method, String url, String[] headers, byte[] body) {
            var result = Raw.rt_http_client_fetch_bytes(handle(), Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers), body);
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.HttpFetchedResponse.wrap(result, null, true);
        }

        /**
         * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
         * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
         * caller frees it with `rt_http_stream_free`, at any time.
         *
         * On failure: 0.
         */
        public HttpLibrary.HttpStream streamOpen(String method, String url, String[] headers) {
            var result = Raw.rt_http_stream_open(handle(), Convert.utf8(method), Convert.utf8(url), Convert.utf8(headers));
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.HttpStream.wrap(result, null, true);
        }

        /**
         * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
         * `Sec-WebSocket-Protocol: chat`, say.
         *
         * On failure: 0.
         */
        public HttpLibrary.Websocket websocket(String url, String[] headers) {
            var result = Raw.rt_http_client_websocket(handle(), Convert.utf8(url), Convert.utf8(headers));
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.Websocket.wrap(result, null, true);
        }
    }

    /**
     * A http server: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpServer extends NativeObject {
        private HttpServer(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_server_destroy(own)));
        }

        static HttpServer wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpServer(handle, parent, owned);
        }

        /**
         * A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
         * `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
         * `rt_http_server_destroy`. 0 where the port is taken.
         *
         * On failure: 0.
         */
        public static HttpLibrary.HttpServer create(long port) {
            var result = Raw.rt_http_server_create(port);
            if (result == 0) check();
            return HttpLibrary.HttpServer.wrap(result, null, true);
        }

        /**
         * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
         *
         * On failure: 0.
         */
        public static HttpLibrary.HttpServer createAt(String address, long port) {
            var result = Raw.rt_http_server_create_at(Convert.utf8(address), port);
            if (result == 0) check();
            return HttpLibrary.HttpServer.wrap(result, null, true);
        }

        /**
         * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
         * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
         * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
         * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
         *
         * On failure: false.
         */
        public boolean route(String method, String path, String handler) {
            var result = Raw.rt_http_server_route(handle(), Convert.utf8(method), Convert.utf8(path), Convert.utf8(handler));
            NativeObject.keep(this);
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
        public boolean static_(String path, String dir) {
            var result = Raw.rt_http_server_static(handle(), Convert.utf8(path), Convert.utf8(dir));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
         *
         * On failure: false.
         */
        public boolean start() {
            var result = Raw.rt_http_server_start(handle());
            NativeObject.keep(this);
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
        public boolean stop() {
            var result = Raw.rt_http_server_stop(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The port that the server listens at.
         *
         * On failure: -1.
         */
        public long port() {
            var result = Raw.rt_http_server_port(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Serves as `rt_http_server_start` does, and returns at once.
         *
         * On failure: false.
         */
        public boolean startBackground() {
            var result = Raw.rt_http_server_start_background(handle());
            NativeObject.keep(this);
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
        public HttpLibrary.HttpRequest nextRequest(long timeout_ms) {
            var result = Raw.rt_http_server_next_request(handle(), timeout_ms);
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.HttpRequest.wrap(result, null, true);
        }

        /**
         * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
         * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
         * its own here, so it may stay and talk for as long as the connection lasts.
         *
         * On failure: false.
         */
        public boolean websocket(String path, String handler) {
            var result = Raw.rt_http_server_websocket(handle(), Convert.utf8(path), Convert.utf8(handler));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
         * counts for connections made from then on.
         *
         * On failure: false.
         */
        public boolean setBodyLimit(long bytes) {
            var result = Raw.rt_http_server_set_body_limit(handle(), bytes);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
         * one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
         *
         * On failure: false.
         */
        public boolean setHeaderLimit(long bytes) {
            var result = Raw.rt_http_server_set_header_limit(handle(), bytes);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
         * first. After that the connection ends.
         *
         * On failure: false.
         */
        public boolean setHeaderTimeout(long timeout_ms) {
            var result = Raw.rt_http_server_set_header_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
         *
         * On failure: false.
         */
        public boolean setBodyTimeout(long timeout_ms) {
            var result = Raw.rt_http_server_set_body_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
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
        public boolean setAnswerTimeout(long timeout_ms) {
            var result = Raw.rt_http_server_set_answer_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
         * connection ends.
         *
         * On failure: false.
         */
        public boolean setWriteTimeout(long timeout_ms) {
            var result = Raw.rt_http_server_set_write_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
         *
         * On failure: false.
         */
        public boolean setStopTimeout(long timeout_ms) {
            var result = Raw.rt_http_server_set_stop_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
         * counts from the next start.
         *
         * On failure: false.
         */
        public boolean setMaxConnections(long count) {
            var result = Raw.rt_http_server_set_max_connections(handle(), count);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
         *
         * On failure: false.
         */
        public boolean setCompression(boolean enabled) {
            var result = Raw.rt_http_server_set_compression(handle(), enabled);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A http response: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpResponse extends NativeObject {
        private HttpResponse(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_response_free(own)));
        }

        static HttpResponse wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpResponse(handle, parent, owned);
        }

        /**
         * A response with this status (200 to 599) and text. Returned from a callback or given to
         * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
         *
         * On failure: 0.
         */
        public static HttpLibrary.HttpResponse create(long status, String body) {
            var result = Raw.rt_http_response_create(status, Convert.utf8(body));
            if (result == 0) check();
            return HttpLibrary.HttpResponse.wrap(result, null, true);
        }

        /**
         * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
         *
         * On failure: 0.
         */
        public static HttpLibrary.HttpResponse createBytes(long status, byte[] body, String content_type) {
            var result = Raw.rt_http_response_create_bytes(status, body, Convert.utf8(content_type));
            if (result == 0) check();
            return HttpLibrary.HttpResponse.wrap(result, null, true);
        }

        /**
         * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
         * set, and Connection can be `close` only.
         *
         * On failure: false.
         */
        public boolean setHeader(String key, String value) {
            var result = Raw.rt_http_response_set_header(handle(), Convert.utf8(key), Convert.utf8(value));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
         *
         * On failure: false.
         */
        public boolean json(String json) {
            var result = Raw.rt_http_response_json(handle(), Convert.utf8(json));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Adds a header beside those of the same name: another `Set-Cookie`, say.
         *
         * On failure: false.
         */
        public boolean addHeader(String key, String value) {
            var result = Raw.rt_http_response_add_header(handle(), Convert.utf8(key), Convert.utf8(value));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A websocket: freed by `close()`, or when Java forgets it.
     */
    public static final class Websocket extends NativeObject {
        private Websocket(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_ws_close(own)));
        }

        static Websocket wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Websocket(handle, parent, owned);
        }

        /**
         * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
         * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
         *
         * On failure: 0.
         */
        public static HttpLibrary.Websocket connect(String url) {
            var result = Raw.rt_ws_connect(Convert.utf8(url));
            if (result == 0) check();
            return HttpLibrary.Websocket.wrap(result, null, true);
        }

        /**
         * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
         * given up.
         *
         * On failure: false.
         */
        public boolean send(String message) {
            var result = Raw.rt_ws_send(handle(), Convert.utf8(message));
            NativeObject.keep(this);
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
        public String receive() {
            var result = Convert.text(Raw.rt_ws_receive(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
         *
         * On failure: false.
         */
        public boolean sendText(byte[] data) {
            var result = Raw.rt_ws_send_text(handle(), data);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sends a binary message. Otherwise as `rt_ws_send`.
         *
         * On failure: false.
         */
        public boolean sendBytes(byte[] data) {
            var result = Raw.rt_ws_send_bytes(handle(), data);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
         *
         * On failure: "".
         */
        public String receiveTimeout(long timeout_ms) {
            var result = Convert.text(Raw.rt_ws_receive_timeout(handle(), timeout_ms));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
         * closed or the connection failed. Text messages stay where they are.
         *
         * On failure: [].
         */
        public byte[] receiveBytes() {
            var result = Raw.rt_ws_receive_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
         *
         * On failure: [].
         */
        public byte[] receiveBytesTimeout(long timeout_ms) {
            var result = Raw.rt_ws_receive_bytes_timeout(handle(), timeout_ms);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
         * day), −1 nothing any more.
         *
         * On failure: -1.
         */
        public long wsWait(long timeout_ms) {
            var result = Raw.rt_ws_wait(handle(), timeout_ms);
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Sends a ping, which the peer answers by itself.
         *
         * On failure: false.
         */
        public boolean ping() {
            var result = Raw.rt_ws_ping(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
         *
         * On failure: -1.
         */
        public long closeCode() {
            var result = Raw.rt_ws_close_code(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
         *
         * On failure: false.
         */
        public boolean closeWith(long code, String reason) {
            var result = Raw.rt_ws_close_with(handle(), code, Convert.utf8(reason));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A json value: freed by `close()`, or when Java forgets it.
     */
    public static final class JsonValue extends NativeObject {
        private JsonValue(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_json_free(own)));
        }

        static JsonValue wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new JsonValue(handle, parent, owned);
        }

        /**
         * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
         * 127 levels; the last error tells where.
         *
         * On failure: 0.
         */
        public static HttpLibrary.JsonValue parseJson(String json) {
            var result = Raw.rt_http_parse_json(Convert.utf8(json));
            if (result == 0) check();
            return HttpLibrary.JsonValue.wrap(result, null, true);
        }

        /**
         * `obj` as compact JSON; an object's members in the order they came.
         *
         * On failure: "".
         */
        public String stringifyJson() {
            var result = Convert.text(Raw.rt_http_stringify_json(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
         * `""`, with a last error, where there is nothing.
         *
         * On failure: "".
         */
        public String get(String pointer) {
            var result = Convert.text(Raw.rt_http_json_get(handle(), Convert.utf8(pointer)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The number at `pointer`. 0.0, with a last error, where there is none.
         *
         * On failure: 0.0.
         */
        public double number(String pointer) {
            var result = Raw.rt_http_json_number(handle(), Convert.utf8(pointer));
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
         * is nothing.
         *
         * On failure: "".
         */
        public String type(String pointer) {
            var result = Convert.text(Raw.rt_http_json_type(handle(), Convert.utf8(pointer)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * How many items or members the array or object at `pointer` has. −1 where there is none.
         *
         * On failure: -1.
         */
        public long length(String pointer) {
            var result = Raw.rt_http_json_length(handle(), Convert.utf8(pointer));
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The names of the members of the object at `pointer`, in the order they came.
         *
         * On failure: [].
         */
        public String[] keys(String pointer) {
            var result = Convert.texts(Raw.rt_http_json_keys(handle(), Convert.utf8(pointer)));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A http fetched response: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpFetchedResponse extends NativeObject {
        private HttpFetchedResponse(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_fetch_free(own)));
        }

        static HttpFetchedResponse wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpFetchedResponse(handle, parent, owned);
        }

        /**
         * The HTTP status.
         *
         * On failure: -1.
         */
        public long status() {
            var result = Raw.rt_http_fetch_status(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
         *
         * On failure: "".
         */
        public String version() {
            var result = Convert.text(Raw.rt_http_fetch_version(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The address that answered, after redirects.
         *
         * On failure: "".
         */
        public String url() {
            var result = Convert.text(Raw.rt_http_fetch_url(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
         *
         * On failure: "".
         */
        public String header(String key) {
            var result = Convert.text(Raw.rt_http_fetch_header(handle(), Convert.utf8(key)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * All headers, as `name: value` with the name in lower case.
         *
         * On failure: [].
         */
        public String[] headers() {
            var result = Convert.texts(Raw.rt_http_fetch_headers(handle()));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
         *
         * On failure: "".
         */
        public String body() {
            var result = Convert.text(Raw.rt_http_fetch_body(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The body as it came, decompressed.
         *
         * On failure: [].
         */
        public byte[] bodyBytes() {
            var result = Raw.rt_http_fetch_body_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A http request: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpRequest extends NativeObject {
        private HttpRequest(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_request_free(own)));
        }

        static HttpRequest wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpRequest(handle, parent, owned);
        }

        /**
         * The method, in capitals as a rule.
         *
         * On failure: "".
         */
        public String method() {
            var result = Convert.text(Raw.rt_http_request_method(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The path as it was sent, escapes and all, without the query.
         *
         * On failure: "".
         */
        public String path() {
            var result = Convert.text(Raw.rt_http_request_path(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
         *
         * On failure: "".
         */
        public String header(String key) {
            var result = Convert.text(Raw.rt_http_request_header(handle(), Convert.utf8(key)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The body as text; invalid UTF-8 is replaced.
         *
         * On failure: "".
         */
        public String body() {
            var result = Convert.text(Raw.rt_http_request_body(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
         *
         * On failure: "".
         */
        public String query(String key) {
            var result = Convert.text(Raw.rt_http_request_query(handle(), Convert.utf8(key)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The query as it was sent, without the question mark.
         *
         * On failure: "".
         */
        public String queryString() {
            var result = Convert.text(Raw.rt_http_request_query_string(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The route's parameter `name`, decoded; `""` where the route has none of that name.
         *
         * On failure: "".
         */
        public String param(String name) {
            var result = Convert.text(Raw.rt_http_request_param(handle(), Convert.utf8(name)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The name of the handler that the route names.
         *
         * On failure: "".
         */
        public String handler() {
            var result = Convert.text(Raw.rt_http_request_handler(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * All headers, as `name: value` with the name in lower case.
         *
         * On failure: [].
         */
        public String[] headers() {
            var result = Convert.texts(Raw.rt_http_request_headers(handle()));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The body as it came.
         *
         * On failure: [].
         */
        public byte[] bodyBytes() {
            var result = Raw.rt_http_request_body_bytes(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The client's address and port: `127.0.0.1:53412`.
         *
         * On failure: "".
         */
        public String remoteAddress() {
            var result = Convert.text(Raw.rt_http_request_remote_address(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
         * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
         * (read what it says before), one of a callback stays until that returns.
         *
         * On failure: 0.
         */
        public HttpLibrary.Websocket wsAccept() {
            var result = Raw.rt_ws_accept(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.Websocket.wrap(result, null, true);
        }

        /**
         * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
         *
         * On failure: 0.
         */
        public HttpLibrary.Websocket wsAcceptProtocol(String protocol) {
            var result = Raw.rt_ws_accept_protocol(handle(), Convert.utf8(protocol));
            NativeObject.keep(this);
            if (result == 0) check();
            return HttpLibrary.Websocket.wrap(result, null, true);
        }

        /**
         * Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
         * answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
         *
         * On failure: false.
         */
        public boolean serverRespond(HttpLibrary.HttpResponse response) {
            var result = Raw.rt_http_server_respond(handle(), NativeObject.number(response));
            NativeObject.keep(this);
            NativeObject.keep(response);
            if (!result) check();
            forget();
            response.forget();
            return result;
        }
    }

    /**
     * A http stream: freed by `close()`, or when Java forgets it.
     */
    public static final class HttpStream extends NativeObject {
        private HttpStream(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_http_stream_free(own)));
        }

        static HttpStream wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new HttpStream(handle, parent, owned);
        }

        /**
         * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
         * time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
         * `rt_http_stream_finish` has that answer.
         *
         * On failure: false.
         */
        public boolean write(byte[] data) {
            var result = Raw.rt_http_stream_write(handle(), data);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
         *
         * On failure: -1.
         */
        public long finish() {
            var result = Raw.rt_http_stream_finish(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The HTTP status once `rt_http_stream_finish` had it.
         *
         * On failure: -1.
         */
        public long status() {
            var result = Raw.rt_http_stream_status(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
         * none.
         *
         * On failure: "".
         */
        public String header(String key) {
            var result = Convert.text(Raw.rt_http_stream_header(handle(), Convert.utf8(key)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * All headers of the answer, as `name: value` with the name in lower case.
         *
         * On failure: [].
         */
        public String[] headers() {
            var result = Convert.texts(Raw.rt_http_stream_headers(handle()));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
         * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
         *
         * On failure: -1.
         */
        public long read(byte[] buffer) {
            var result = Raw.rt_http_stream_read(handle(), buffer);
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }
    }
}
