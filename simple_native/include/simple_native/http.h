/*
 * HTTP: clients by reqwest, servers by hyper, WebSockets by tokio-tungstenite, TLS by rustls.
 *
 * Calls of clients wait on their own thread; a transfer goes on by itself and is asked for. A server runs on the
 * archive's threads and hands requests to callbacks, or to whoever asks with rt_http_server_next_request. Times are
 * milliseconds and sizes bytes; each limit has a function that sets it, which names its default. A response of any
 * status is a success of the call: only what kept it from coming, or from coming whole, is a failure. Bodies that are
 * asked for as text are decoded by their charset; each such function has a twin for bytes.
 *
 * Headers' names are compared without case. A request or a response belongs to the caller until it is answered,
 * sent or freed.
 */
#ifndef SIMPLE_NATIVE_HTTP_H
#define SIMPLE_NATIVE_HTTP_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The answer to a request, or why there is none.
 */
typedef struct RtHttpResult {
    /* The HTTP status, or 0 where no answer came. */
    int64_t status;
    /* The answer's body as text, decoded by its charset. */
    char *body;
    /* Why no answer came, empty where one did (4xx and 5xx are answers). */
    char *error;
} RtHttpResult;

/*
 * What came of a download.
 */
typedef struct RtHttpDownload {
    /* The HTTP status, or 0 where no whole answer came. */
    int64_t status;
    /* How many bytes the file now has; 0 where the status is not 2xx and nothing was written. */
    int64_t bytes;
    /* Why the download failed, empty where an answer came (4xx and 5xx are answers). */
    char *error;
} RtHttpDownload;

/*
 * GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
 * MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
 * proxies from the environment; connections are kept for later calls.
 *
 * `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
 * charset. Where no whole answer came, `status` is 0 and `error` says why.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_get(const char *url);

/*
 * POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_post(const char *url, const char *body, const char *content_type);

/*
 * PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_put(const char *url, const char *body, const char *content_type);

/*
 * DELETEs `url`. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_delete(const char *url);

/*
 * PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_patch(const char *url, const char *body, const char *content_type);

/*
 * Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_head(const char *url);

/*
 * Sends any `method` but CONNECT, with up to 8192 `headers` like `RequestLabel: value`. Content-Length and
 * Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
 * another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_request(const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);

/*
 * Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
 * beside the target, which is replaced once all has come, with the permissions that it had. Links are followed; a
 * device, or a pipe that somebody reads, takes the bytes as they come. A transfer may take as long as it likes but
 * stand still for no more than 30 s.
 *
 * `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
 * Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
 *
 * On failure: status 0, bytes 0, error "<reason>". May wait; blocks its own thread only.
 */
RtHttpDownload rt_http_download(const char *url, const char *output_path);

/*
 * POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
 * content type of its extension. A transfer may take as long as it likes but stand still for no more than
 * 30 s. The result is as for `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_upload(const char *url, const char *file_path, const char *field_name);

/*
 * Makes a client with settings and connections of its own, which begins with those that `rt_http_get` names. The
 * caller frees it with `rt_http_client_destroy`.
 *
 * Returns an http client; free it with rt_http_client_destroy. On failure: 0.
 */
int64_t rt_http_client_create(void);

/*
 * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
 * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
 * (only 30 s without any progress).
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_header(int64_t client, const char *key, const char *value);

/*
 * Sends a request as `rt_http_request` does, with the settings of `client`.
 *
 * `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
 * own thread only.
 */
RtHttpResult rt_http_client_request(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);

/*
 * Frees a client and ends its idle connections. Requests under way finish.
 *
 * `client` is an http client, freed by this call.
 */
void rt_http_client_destroy(int64_t client);

/*
 * Makes a server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from `rt_http_server_start`
 * on; connections made earlier wait. HTTP/1.1 and HTTP/2, over TLS after `rt_http_server_set_tls`. The caller frees it
 * with `rt_http_server_destroy`. 0 where the port is taken.
 *
 * Returns an http server; free it with rt_http_server_destroy. On failure: 0.
 */
int64_t rt_http_server_create(int64_t port);

/*
 * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
 * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
 * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
 * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_route(int64_t server, const char *method, const char *path, const char *handler);

/*
 * Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
 * types (text is UTF-8), up to 64 ranges (several that do not touch each other come as `multipart/byteranges`),
 * conditional requests, `index.html` for a folder. Does not serve what begins with a dot, `.well-known` excepted,
 * and nothing outside of `dir`, whatever the path says and wherever symbolic links lead. Routes go first, then the
 * longest prefix. False where `dir` is no folder.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_static(int64_t server, const char *path, const char *dir);

/*
 * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
 *
 * `server` is an http server. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_server_start(int64_t server);

/*
 * Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
 * flight have up to 5 s to finish, all at the same time, and get a 503 then. Requests that wait to be pulled get it at
 * once where no thread but the caller's has called `rt_http_server_next_request`, for nobody will answer them; those
 * that were pulled are in flight until they are answered or freed. Returns
 * when all has ended, half a second after that time at the latest, even where a handler does not return: that
 * goes on, and its answer is lost. Inside a callback of a server it returns at once. The server can be started
 * again. False where it does not run.
 *
 * `server` is an http server. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_server_stop(int64_t server);

/*
 * Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
 *
 * `server` is an http server, freed by this call. May wait; blocks its own thread only.
 */
void rt_http_server_destroy(int64_t server);

/*
 * Returns the method, in capitals as a rule.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_method(int64_t request);

/*
 * Returns the path as it was sent, escapes and all, without the query.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_path(int64_t request);

/*
 * Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
 * which `rt_text_is_none` tells from an empty one.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_header(int64_t request, const char *key);

/*
 * Returns the body as text; invalid UTF-8 is replaced.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_body(int64_t request);

/*
 * Returns the query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none, which
 * `rt_text_is_none` tells from an empty one.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_query(int64_t request, const char *key);

/*
 * Makes a response with this status (200 to 599) and text. Returned from a callback or given to
 * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
 *
 * Returns an http response; free it with rt_http_response_free. On failure: 0.
 */
int64_t rt_http_response_create(int64_t status, const char *body);

/*
 * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
 * set, and Connection can be `close` only.
 *
 * `response` is an http response. On failure: false.
 */
bool rt_http_response_set_header(int64_t response, const char *key, const char *value);

/*
 * Makes `json` the body, with the content type for it. False where `json` is nothing that `rt_http_parse_json` takes.
 *
 * `response` is an http response. On failure: false.
 */
bool rt_http_response_json(int64_t response, const char *json);

/*
 * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
 * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses, or answers with a head of more than
 * 124 fields or 64 KiB.
 *
 * Returns a websocket; free it with rt_ws_close. On failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_ws_connect(const char *url);

/*
 * Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
 * given up.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_send(int64_t ws, const char *message);

/*
 * Receives the next text message, for which it waits as long as it takes; `""`, with a last error, where the peer
 * closed or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
 * may wait; then the peer is held up. A message has at most 64 MiB.
 *
 * `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
 * own thread only.
 */
char *rt_ws_receive(int64_t ws);

/*
 * Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
 * where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
 * `rt_ws_receive` or `rt_ws_send` returns.
 *
 * `ws` is a websocket, freed by this call. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_close(int64_t ws);

/*
 * Returns `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_url_encode(const char *text);

/*
 * Returns `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not
 * UTF-8.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_url_decode(const char *text);

/*
 * Parses a JSON value, to be freed with `rt_http_json_free`. Integers keep their digits, however many; other
 * numbers are doubles. Of several members of one name the last one counts. 0 where `json` is not well-formed, is
 * nested deeper than 127 levels, has a number beyond a double's range (`1e400`), or the escape of half a surrogate
 * pair alone, which no UTF-8 text holds; the last error tells where. Whatever takes JSON here refuses the same.
 *
 * Returns a json value; free it with rt_http_json_free. On failure: 0.
 */
int64_t rt_http_parse_json(const char *json);

/*
 * Returns `obj` as compact JSON; an object's members in the order they came.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_stringify_json(int64_t obj);

/*
 * Sets how long a transfer of `client` (a stream, a download, an upload) may stand still, apart from how long all
 * of it may take: 1 ms to a day; at first the time limit of `rt_http_client_set_timeout` where one was set, 30 s
 * otherwise. A stream of events that speaks within this time lives for as long as no total limit is set.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_stall_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sets how long `client` keeps a connection that no request uses: 0 (none is kept) to a day, 90 s at first.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_idle_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sets how large the head of an answer to `client` may be: `fields` header fields, 1 to 8192 and 1024 at first,
 * and `bytes` (each field with 32 bytes more than its name and value have), 8 KiB to 384 KiB and 256 KiB at first. A
 * larger one is a failure, by HTTP/1 as by HTTP/2.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_header_limit(int64_t client, int64_t fields, int64_t bytes);

/*
 * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_connect_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
 * one redirect too many is a failure.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_max_redirects(int64_t client, int64_t count);

/*
 * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
 * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_body_limit(int64_t client, int64_t bytes);

/*
 * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
 * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
 * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_proxy(int64_t client, const char *url);

/*
 * Connects `client` to `address`, an IP address such as `127.0.0.1` or `::1`, wherever a request, a WebSocket or a
 * proxy names `host`, without asking the resolver; with an empty `address` it is asked again. The port, the `Host`
 * field and the name that TLS checks stay those of the request. It does not count where a socks5h: proxy or an HTTP
 * proxy looks the name up. False where `host` is no name, or `address` no address.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_resolve(int64_t client, const char *host, const char *address);

/*
 * Connects `client` to the Unix domain socket at `path` for every request and WebSocket, whatever host and port its
 * address names (`http://localhost/containers/json`, say), redirects included and proxies left aside; with an empty
 * `path` to hosts again. With https: and wss: it speaks TLS over the socket. Whether somebody listens there is seen
 * when a request is sent. False where `path` is too long for a socket (107 bytes on Linux, 103 on macOS), and on
 * Windows, where it is not available.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_unix_socket(int64_t client, const char *path);

/*
 * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_add_root_certificates(int64_t client, const char *pem);

/*
 * Sets how `client` speaks TLS, in requests and WebSockets; what was set so before does not count any more, roots of
 * `rt_http_client_add_root_certificates` do. `options_json` is an object, or `""` for none. `certificate` is who the
 * client is where a server asks: an object with `chain` (its certificate first) or `chain_file`, and `key` or
 * `key_file`, as `rt_http_server_set_tls` takes them. `minimum_version` is `"1.2"`, as at first, or `"1.3"`.
 * `accept_any_certificate`, true or false, takes servers for whom they say they are, whatever their certificates:
 * for tests alone, for anybody between the two may then read and change everything. False, with a last error that
 * repeats nothing of a key, where the options, a file, a certificate or a key cannot be used.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_tls(int64_t client, const char *options_json);

/*
 * Downloads as `rt_http_download` does, with the settings of `client` and these headers.
 *
 * `client` is an http client. On failure: status 0, bytes 0, error "<reason>". May wait; blocks its
 * own thread only.
 */
RtHttpDownload rt_http_client_download(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *output_path);

/*
 * Uploads as `rt_http_upload` does, with the settings of `client` and these headers.
 *
 * `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
 * own thread only.
 */
RtHttpResult rt_http_client_upload(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, const char *field_name);

/*
 * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
 * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
 *
 * `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
 * own thread only.
 */
RtHttpResult rt_http_client_send_file(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *file_path);

/*
 * Sends a form of several fields and files (`multipart/form-data`) and keeps the whole answer, 4xx and 5xx included,
 * which the caller frees with `rt_http_fetch_free`. `method` is POST as a rule. `form_json` is an object with `parts`, an
 * array of up to 1000 objects, sent in their order: each has a `name`; `text`, or `base64` for bytes, or `file`, the path
 * of a file that is read as it is sent, never whole in memory; and, where wished, a `file_name` (that of the path for a
 * file) and a `content_type` (that of the file name's extension, none for a text without a file name). As for
 * `rt_http_upload` only a standstill ends it. 0 where no whole answer came, or, with a last error that repeats nothing of
 * it, where the form is none or a file cannot be read.
 *
 * `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_http_client_fetch_form(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *form_json);

/*
 * Has `client` keep the cookies of answers, redirects and WebSockets' handshakes included, and send them with the
 * requests that they are for (RFC 6265); or not, as at first, which forgets those that it has. A request, or a client,
 * with a `Cookie` header of its own sends that in their place. Cookies go to the hosts and paths that they were set for
 * alone; those with `Secure` by https: alone, or to this machine. A server sets none for a domain that it is not in, nor
 * for one below which anybody may have a name (`co.uk`, `github.io`, by the public suffix list), and none with `Secure`,
 * or in the place of one with it, by http:. At most 180 are kept of a registered domain, 3,000 in all and 4 KiB each, the
 * oldest give way; at most 150 and 8 KiB are sent with a request.
 *
 * `client` is an http client.
 */
void rt_http_client_set_cookies(int64_t client, bool enabled);

/*
 * Sets a cookie as an answer of `url` would with `Set-Cookie: cookie`: `id=7; Path=/; Max-Age=3600`, say. With an expiry
 * that has passed it takes one away. False where `client` keeps no cookies, or `url` may not set this one; the last error
 * repeats nothing of it.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_cookie(int64_t client, const char *url, const char *cookie);

/*
 * Returns what a request of `client` to `url` would send in the header `Cookie`: `a=1; b=2`, say; `""` where there is
 * nothing, which `rt_text_is_none` tells, and, with a last error, where the client keeps no cookies.
 *
 * `client` is an http client. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_client_get_cookies(int64_t client, const char *url);

/*
 * Returns all cookies of `client` that have not expired, as a JSON array of objects, which
 * `rt_http_client_load_cookies` reads from a file: `name`, `value`, `domain`, `host_only` (whether it is for that host
 * alone, and not for those below it), `path`, `secure`, `http_only`, `same_site` where it was given, and `expires` in
 * seconds since 1970, null where it ends with the session. `""`, with a last error, where the client keeps no cookies.
 *
 * `client` is an http client. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_client_list_cookies(int64_t client);

/*
 * Forgets all cookies of `client`, which goes on to keep new ones.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_clear_cookies(int64_t client);

/*
 * Adds the cookies of the file `path` to those of `client`, and returns how many: in the format that curl, wget and
 * Python's `http.cookiejar` have from Netscape, or in JSON as `rt_http_client_list_cookies` gives it. Those that have
 * expired, and those that no server may set, are left out. −1 where the client keeps no cookies, or where the file cannot
 * be read, holds what is no cookie (the last error says in which line) or more than 32 MiB; then nothing is added.
 *
 * `client` is an http client. On failure: -1.
 */
int64_t rt_http_client_load_cookies(int64_t client, const char *path);

/*
 * Writes the cookies of `client` that have not expired, those of its session too, as the file `path`, in the format that
 * curl, wget and Python's `http.cookiejar` read; the whole file is replaced at once. A new file can be read by its owner
 * alone. False where the client keeps no cookies, or the file cannot be written.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_save_cookies(int64_t client, const char *path);

/*
 * Says who `client` is to the server of `url`, in requests to its scheme, host and port alone, redirects to it included: by
 * `scheme` `basic` with a `name` and a `secret`, in every request; `bearer` with a token as `secret` and no name, in every
 * request; or `digest` (RFC 7616, MD5 and SHA-256), which answers the server's challenge, without the password, and every
 * request from then on. With an empty `scheme` nothing is said any more. A request with an `Authorization` header of its
 * own, or a name in its address, says that. A body that streams cannot be sent again after a challenge: the 401 is the
 * answer then, and the next request is signed. False where the scheme is another, or a name or a secret cannot be sent; the
 * last error repeats nothing of them.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_credentials(int64_t client, const char *url, const char *scheme, const char *name, const char *secret);

/*
 * Sets when `client` sends a request again that came to nothing, within its time limit. `options_json` is an object, or
 * `""` for never, as at first: `count`, how often at most (0 to 100, 0 at first); `wait_ms`, how long it waits before the
 * first time (500; 0 to a day), twice as long before each further one, up to `max_wait_ms` (30000), each between half of
 * that and all; `statuses`, the answers that it asks for anew (429, 502, 503 and 504), after the time that their
 * `Retry-After` names, and not at all where that is longer than `max_wait_ms`. Sent again are GET, HEAD, OPTIONS, TRACE, PUT and
 * DELETE, with `all_methods` every request, and any of which nothing was sent because no connection came about; not what
 * streams. After the last time its answer, or failure, is what came of it.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_retries(int64_t client, const char *options_json);

/*
 * Has connections of `client` come from `address`, an IP address of this machine, for requests and WebSockets; with an
 * empty `address` the system chooses, as at first. Servers that have no address of its kind (IPv4 or IPv6) cannot be
 * reached then. False where `address` is none; whether it is this machine's is seen when a request is sent.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_local_address(int64_t client, const char *address);

/*
 * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
 * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
 *
 * `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_http_client_fetch(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);

/*
 * Fetches as `rt_http_client_fetch` does, with a body of bytes.
 *
 * `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_http_client_fetch_bytes(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const uint8_t *body, int64_t body_len);

/*
 * Returns the HTTP status.
 *
 * `fetch` is an http fetched response. On failure: -1.
 */
int64_t rt_http_fetch_status(int64_t fetch);

/*
 * Returns the protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
 *
 * `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_version(int64_t fetch);

/*
 * Returns the address that answered, after redirects.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_url(int64_t fetch);

/*
 * Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
 * which `rt_text_is_none` tells from an empty one.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_header(int64_t fetch, const char *key);

/*
 * Returns the bytes of the header `key`, whatever its case, as they came: those that are no UTF-8 too. Several of
 * that name are joined with `, `. Empty where there is none.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
 * empty array.
 */
RtBytes rt_http_fetch_header_bytes(int64_t fetch, const char *key);

/*
 * Returns all headers, as `name: value` with the name in lower case.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_text_array_free. On failure: an
 * empty array.
 */
RtTextArray rt_http_fetch_headers(int64_t fetch);

/*
 * Returns the body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
 *
 * `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_body(int64_t fetch);

/*
 * Returns the body as it came, decompressed.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
 * empty array.
 */
RtBytes rt_http_fetch_body_bytes(int64_t fetch);

/*
 * Takes the body out of the answer, as it came, decompressed: what is large needs no copy so. The answer has none
 * afterwards, as text neither.
 *
 * `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
 * empty array.
 */
RtBytes rt_http_fetch_take_body_bytes(int64_t fetch);

/*
 * Frees an answer.
 *
 * `fetch` is an http fetched response, freed by this call.
 */
void rt_http_fetch_free(int64_t fetch);

/*
 * Returns what is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as
 * JSON. `""`, with a last error, where there is nothing.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_json_get(int64_t obj, const char *pointer);

/*
 * Returns the number at `pointer`, as the nearest double. 0.0, with a last error, where there is none.
 *
 * `obj` is a json value. On failure: 0.0.
 */
double rt_http_json_number(int64_t obj, const char *pointer);

/*
 * Returns what kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where
 * there is nothing.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_json_type(int64_t obj, const char *pointer);

/*
 * Returns how many items or members the array or object at `pointer` has. −1 where there is none.
 *
 * `obj` is a json value. On failure: -1.
 */
int64_t rt_http_json_length(int64_t obj, const char *pointer);

/*
 * Returns the names of the members of the object at `pointer`, in the order they came.
 *
 * `obj` is a json value. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_http_json_keys(int64_t obj, const char *pointer);

/*
 * Frees a JSON value.
 *
 * `obj` is a json value, freed by this call.
 */
void rt_http_json_free(int64_t obj);

/*
 * Returns the protocol that it came by: `HTTP/1.0`, `HTTP/1.1` or `HTTP/2`.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_version(int64_t request);

/*
 * Returns `https` where it came over TLS, `http` otherwise, whatever a proxy in between says.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_scheme(int64_t request);

/*
 * Returns all values of the query parameter `key`, decoded, in their order.
 *
 * `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_request_query_all(int64_t request, const char *key);

/*
 * Returns all values of the field `key` in a body that is a form, in their order: of the type
 * `application/x-www-form-urlencoded`, decoded, or `multipart/form-data`, without files; what is no UTF-8 is replaced.
 * None, with a last error, where the body has another type or is malformed.
 *
 * `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_request_form_all(int64_t request, const char *key);

/*
 * Returns how many parts a body of the type `multipart/form-data` has: fields and files, at most 1000. −1, with a last
 * error, where the body has another type or is malformed.
 *
 * `request` is an http request. On failure: -1.
 */
int64_t rt_http_request_part_count(int64_t request);

/*
 * Returns the name of a form's part, `index` counted from 0, as the client wrote it.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_part_name(int64_t request, int64_t index);

/*
 * Returns the name that a form's part has as a file, as the client wrote it: no path to trust, for it may hold `/` and
 * `..`. `""` where it is no file, which `rt_text_is_none` tells from an empty one.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_part_file_name(int64_t request, int64_t index);

/*
 * Returns the header `key` of a form's part, whatever its case: `Content-Type`, say. `""` where there is none, which
 * `rt_text_is_none` tells from an empty one.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_part_header(int64_t request, int64_t index, const char *key);

/*
 * Returns what a form's part holds as text; invalid UTF-8 is replaced.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_part_text(int64_t request, int64_t index);

/*
 * Returns what a form's part holds.
 *
 * `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_http_request_part_bytes(int64_t request, int64_t index);

/*
 * Returns the query as it was sent, without the question mark.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_query_string(int64_t request);

/*
 * Returns the route's parameter `name`, decoded; `""` where the route has none of that name, which `rt_text_is_none`
 * tells from an empty one.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_param(int64_t request, const char *name);

/*
 * Returns the name of the handler that the route names.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_handler(int64_t request);

/*
 * Returns the bytes of the header `key` as they came, as `rt_http_fetch_header_bytes` does.
 *
 * `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_http_request_header_bytes(int64_t request, const char *key);

/*
 * Returns all headers, as `name: value` with the name in lower case.
 *
 * `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_request_headers(int64_t request);

/*
 * Returns the body as it came.
 *
 * `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_http_request_body_bytes(int64_t request);

/*
 * Fills `buffer` with the next bytes of the body and says how many: at least 1, fewer than there is room for where fewer
 * have come, 0 at the end. On a route with the option `stream_body` it waits for them up to `timeout_ms` (0 to a day),
 * and a client whose body nobody reads is held up; on any other all of it has come already. −1 where nothing came in time
 * (the last error's code is `timed out`; read again), where the body broke off or is longer than its limit, and where the
 * exchange is over.
 *
 * `request` is an http request. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_request_read(int64_t request, uint8_t *buffer, int64_t buffer_len, int64_t timeout_ms);

/*
 * Returns the client's address and port: `127.0.0.1:53412`, or `unix:` where the server listens at a Unix domain socket.
 *
 * `request` is an http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_remote_address(int64_t request);

/*
 * Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
 *
 * `request` is an http request, freed by this call.
 */
void rt_http_request_free(int64_t request);

/*
 * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
 * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
 * (read what it says before), one of a callback stays until that returns.
 *
 * `request` is an http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May
 * wait; blocks its own thread only.
 */
int64_t rt_ws_accept(int64_t request);

/*
 * Accepts a WebSocket as `rt_ws_accept` does, choosing `protocol` among those that the client offers in
 * `Sec-WebSocket-Protocol`.
 *
 * `request` is an http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May
 * wait; blocks its own thread only.
 */
int64_t rt_ws_accept_protocol(int64_t request, const char *protocol);

/*
 * Answers `request` with the status and the headers of `response`, with its body where it has one, and with what
 * `rt_http_response_stream_write` and `rt_http_response_stream_send_event` write from then on. `request` and
 * `response` are freed, as by `rt_http_server_respond`: read first what you need of the request. A callback may write
 * before it returns 0, or hand the stream to another thread. `options_json` is an object, or `""` for none: `buffer`
 * is how many bytes may wait for the client, 1 to 64 MiB, 64 KiB at first; `keep_alive_ms`, for a response of the type
 * `text/event-stream`, sends a comment whenever nothing else was sent for so long, 1 ms to a day, which keeps proxies
 * from ending it and finds out about clients that have gone. How long all of it takes is not limited; a client that
 * takes nothing for the write timeout loses it, and `rt_http_server_stop` breaks off what has not ended in time. By
 * HTTP/1.1 the answer is chunked. The caller ends it with `rt_http_response_stream_finish` or breaks it off with
 * `rt_http_response_stream_free`. 0 where the request was answered already, or nobody waits for it any more.
 *
 * `request` is an http request, freed by this call. `response` is an http response, freed by this
 * call. Returns an http response stream; free it with rt_http_response_stream_free. On failure: 0.
 */
int64_t rt_http_response_stream_begin(int64_t request, int64_t response, const char *options_json);

/*
 * Writes the next piece of an answer: as much of it as there is room for within `timeout_ms` (0 to a day; 0 does not
 * wait), which is how a slow client slows its writer. Returns how many bytes were taken, fewer than `data` has, down
 * to 0, where time ran out. Pieces are sent as they come. Everything is taken, and nothing sent, where the request was
 * HEAD or the status has no body. −1 where the client has gone, the server stopped, or the handle is stale.
 *
 * `stream` is an http response stream. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_response_stream_write(int64_t stream, const uint8_t *data, int64_t data_len, int64_t timeout_ms);

/*
 * Sends a server-sent event (HTML, 9.2) of the type `event`, with `data`, of as many lines as it has, and the
 * identifier `id`; `""` leaves `event` or `id` out, of which each is one line. Waits for room for up to `timeout_ms`
 * (0 to a day; 0 does not wait), and takes all of it or nothing. The response's type has to be `text/event-stream`
 * for clients to see events. False where time ran out (the last error's code is `timed out`), the client has gone, or
 * the server stopped.
 *
 * `stream` is an http response stream. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_response_stream_send_event(int64_t stream, const char *event, const char *data, const char *id, int64_t timeout_ms);

/*
 * Ends an answer whole and frees its stream; what was written before is still sent. False where the client has gone
 * before its end, or the server stopped.
 *
 * `stream` is an http response stream, freed by this call. On failure: false.
 */
bool rt_http_response_stream_finish(int64_t stream);

/*
 * Frees an answer's stream without ending it: what waits is thrown away, and the client sees that its answer broke
 * off.
 *
 * `stream` is an http response stream, freed by this call.
 */
void rt_http_response_stream_free(int64_t stream);

/*
 * Makes a response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
 *
 * Returns an http response; free it with rt_http_response_free. On failure: 0.
 */
int64_t rt_http_response_create_bytes(int64_t status, const uint8_t *body, int64_t body_len, const char *content_type);

/*
 * Adds a header beside those of the same name: another `Set-Cookie`, say.
 *
 * `response` is an http response. On failure: false.
 */
bool rt_http_response_add_header(int64_t response, const char *key, const char *value);

/*
 * Frees a response that is not sent.
 *
 * `response` is an http response, freed by this call.
 */
void rt_http_response_free(int64_t response);

/*
 * Adds a route as `rt_http_server_route` does, with options: `options_json` is an object, or `""` for none. With
 * `stream_body`, true or false, the handler is asked as soon as a request's head has come, and reads the body with
 * `rt_http_request_read` while it comes, however long that takes; a handler that neither reads on nor answers for the
 * answer timeout loses it to a 503, and the limits of a body's time do not count. A client that waits with its body for
 * `100 Continue` is told so when the handler first reads. An answer before the body's end is sent, and the connection
 * ends then. `body_limit` is the longest body in bytes, in the place of the server's limit, whether it is streamed or
 * not; null, as at first, leaves that. False, with a last error, for an unknown key or a value of another type.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_route_with_options(int64_t server, const char *method, const char *path, const char *handler, const char *options_json);

/*
 * Serves a folder as `rt_http_server_static` does, with options: `options_json` is an object, or `""` for none.
 * `headers`, an array of texts `Name: value`, adds these fields to every answer that is no error. `dotfiles`, true
 * or false, serves names that begin with a dot too. `precompressed`, true or false, sends `x.br` or `x.gz` in place
 * of `x`, with the content type of `x`, to clients whose `Accept-Encoding` takes that coding; each has an `ETag` of
 * its own, and a range is one of its bytes; several ranges of it are answered with all of it, as a server may
 * (RFC 9110, 14.2), for no field says of a multipart body that its parts alone have a coding. False, with a last
 * error, for an unknown key, a value of another type, or a field that is the server's to set.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_static_with_options(int64_t server, const char *path, const char *dir, const char *options_json);

/*
 * Makes a server as `rt_http_server_create` does, at another IP address: `0.0.0.0` for all, `::1`, ….
 *
 * Returns an http server; free it with rt_http_server_destroy. On failure: 0.
 */
int64_t rt_http_server_create_at(const char *address, int64_t port);

/*
 * Makes a server as `rt_http_server_create` does, at a Unix domain socket with this path, of at most 107 bytes on Linux:
 * for clients on this machine, a proxy such as nginx among them. Who may connect, the permissions of its folder and the
 * process's umask say. A socket that is there and that nobody listens at is replaced; any other file is refused. It is
 * removed when the server is stopped or freed. 0 where nothing can listen there, and on platforms without such sockets.
 *
 * Returns an http server; free it with rt_http_server_destroy. On failure: 0.
 */
int64_t rt_http_server_create_unix(const char *path);

/*
 * Returns the port that the server listens at: 0 for a Unix domain socket.
 *
 * `server` is an http server. On failure: -1.
 */
int64_t rt_http_server_port(int64_t server);

/*
 * Serves as `rt_http_server_start` does, and returns at once.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_start_background(int64_t server);

/*
 * Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
 * request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
 * are responses made inside the call and not returned. 0, a handle that is no response, and a call that does not return
 * (by a panic, an exception of another language, or `pthread_exit`, none of which goes further) are a 500. A
 * client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
 * The function is called on the server's threads, on several at once; it may block, call this library, and
 * stop the server. It must not be left by `longjmp`.
 *
 * On failure: false.
 */
bool rt_http_register_handler(const char *name, int64_t (*function)(int64_t handle, void *user_data), void *user_data);

/*
 * Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
 * themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
 * there is none of that name.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_unregister_handler(const char *name);

/*
 * Takes the next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
 * host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where none
 * came in time, and, with a last error, where the server was stopped and none is left.
 *
 * `server` is an http server. Returns an http request; free it with rt_http_request_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_http_server_next_request(int64_t server, int64_t timeout_ms);

/*
 * Gives a file descriptor that is readable while a request waits that `rt_http_server_next_request(server, 0)` would
 * give, and once the server is stopped: for a host of one thread, which waits in `poll`, `select` or `epoll` for this
 * and all else, and then takes requests until that is 0. The descriptor is the server's: do not read, write or close
 * it, and poll it no longer once the server is freed. A child of fork does not have it. −1 where the system gives
 * none; not available on Windows.
 *
 * `server` is an http server. On failure: -1.
 */
int64_t rt_http_server_fd(int64_t server);

/*
 * Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
 * answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
 *
 * `request` is an http request, freed by this call. `response` is an http response, freed by this
 * call. On failure: false.
 */
bool rt_http_server_respond(int64_t request, int64_t response);

/*
 * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
 * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
 * its own here, so it may stay and talk for as long as the connection lasts. WebSockets by HTTP/2 (RFC 8441) are those
 * of the same path.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_websocket(int64_t server, const char *path, const char *handler);

/*
 * Makes the server speak TLS 1.2 and 1.3 on connections made from then on, also while it runs: the way to renew
 * certificates. `options_json` is an object, or `""` for no TLS any more. `certificates` is an array of 1 to 1000
 * objects, each with `chain` (the server's certificate first, then those between it and a root) or `chain_file`, and
 * `key` or `key_file`: PEM, or DER, which in a text is base64; keys are RSA, ECDSA (P-256, P-384, P-521) or Ed25519,
 * without a password. A client gets the first certificate that is for the name it asks for (SNI) and of a kind that
 * it can check, and the first it can check where none is for that name. `minimum_version` is `"1.2"`, as at first, or
 * `"1.3"`. With `client_roots` or `client_roots_file`, certificates in PEM, only clients are served that show a
 * certificate which leads to one of these. A handshake may take as long as a request's head. Addresses are
 * `https://` and `wss://` then. False, with a last error that repeats nothing of a key, where the options, a file, a
 * certificate or a key cannot be used; what was set before stays.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_tls(int64_t server, const char *options_json);

/*
 * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
 * counts for connections made from then on.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_body_limit(int64_t server, int64_t bytes);

/*
 * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
 * one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_header_limit(int64_t server, int64_t bytes);

/*
 * Sets how long a request's head may take to come: 1 ms to a day, 10 s at first. After that the connection ends.
 * A connection may stay idle between requests for as long, unless `rt_http_server_set_keep_alive_timeout` says
 * otherwise.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_header_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a connection may stay idle between requests: 1 ms to a day, at first as long as a head may take.
 * After that it ends.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_keep_alive_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how many header fields a request may have: 1 to 8192, 100 at first; one with more gets a 431.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_max_headers(int64_t server, int64_t count);

/*
 * Sets how long nothing of a request's body may come, apart from how long all of it may take: 1 ms to a day; at
 * first there is no such limit. After that it gets a 408.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_body_stall_timeout(int64_t server, int64_t timeout_ms);

/*
 * Returns why the server or a handler last failed a request, in a sentence, `""` while none did: such a request got
 * a 500, or its answer broke off. An event of the kind `http` (`"type": "error"`) tells it too.
 *
 * `server` is an http server. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_server_get_last_error(int64_t server);

/*
 * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_body_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
 * callback that has always been quick is called without a way back: where it takes longer for the first time, its
 * own client gets its late answer and no 503; all others are served meanwhile.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_answer_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
 * connection ends.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_write_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_stop_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
 * counts from the next start.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_max_connections(int64_t server, int64_t count);

/*
 * Speaks HTTP/2, as at first, with clients that choose it by ALPN or, without TLS, begin with it, or does not. A
 * connection has up to 100 requests at a time, of which 16 may be sending a body; handlers whose clients have given
 * them up count until they return, and past 200 of both further requests get a 503. All limits count for each
 * request as they do by HTTP/1.1, that for the head's bytes as RFC 9113, 6.5.2, counts them. A client that gives up
 * requests faster than they are looked at, or asks nothing for as long as a connection may stay idle, loses its
 * connection; a request whose answer is not taken in time ends alone.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_http2(int64_t server, bool enabled);

/*
 * Compresses answers (brotli, gzip, zstd) for clients that ask for it, or does not, as at first. Parts of files and
 * what has a `Content-Encoding` already stay as they are. An `ETag` of what is compressed becomes a weak one.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_compression(int64_t server, bool enabled);

/*
 * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
 * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
 * caller frees it with `rt_http_stream_free`, at any time.
 *
 * `client` is an http client. Returns an http stream; free it with rt_http_stream_free. On failure: 0.
 */
int64_t rt_http_stream_open(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len);

/*
 * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
 * time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
 * `rt_http_stream_finish` has that answer.
 *
 * `stream` is an http stream. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_stream_write(int64_t stream, const uint8_t *data, int64_t data_len);

/*
 * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
 *
 * `stream` is an http stream. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_stream_finish(int64_t stream);

/*
 * Returns the HTTP status once `rt_http_stream_finish` had it.
 *
 * `stream` is an http stream. On failure: -1.
 */
int64_t rt_http_stream_status(int64_t stream);

/*
 * Returns the answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
 * none, which `rt_text_is_none` tells from an empty one.
 *
 * `stream` is an http stream. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_stream_header(int64_t stream, const char *key);

/*
 * Returns the bytes of the answer's header `key` as they came, as `rt_http_fetch_header_bytes` does.
 *
 * `stream` is an http stream. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_http_stream_header_bytes(int64_t stream, const char *key);

/*
 * Returns all headers of the answer, as `name: value` with the name in lower case.
 *
 * `stream` is an http stream. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_stream_headers(int64_t stream);

/*
 * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
 * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
 *
 * `stream` is an http stream. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_stream_read(int64_t stream, uint8_t *buffer, int64_t buffer_len);

/*
 * Frees a stream. An exchange that is not over is given up.
 *
 * `stream` is an http stream, freed by this call.
 */
void rt_http_stream_free(int64_t stream);

/*
 * Sends a request as `rt_http_client_fetch_bytes` does, and returns at once, for a host of one thread:
 * `rt_http_transfer_is_done`, `rt_http_transfer_fd` or an event (of the kind `http`, `"type": "transfer"`, with the
 * `transfer`'s handle and its `status` or `error`) tells that it has ended, and `rt_http_transfer_take` gives the
 * answer. Any number may be under way at once. The caller frees it with `rt_http_transfer_free`, which gives it up
 * where it has not ended. 0 where the arguments are not those of a request.
 *
 * `client` is an http client. Returns an http transfer; free it with rt_http_transfer_free. On
 * failure: 0.
 */
int64_t rt_http_transfer_start(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const uint8_t *body, int64_t body_len);

/*
 * Downloads `url` into the file `output_path` and returns at once, as `rt_http_transfer_start` does: the answer that
 * `rt_http_transfer_take` gives has no body. The file is replaced once all has come; where the status is not 2xx nothing is
 * written. As for `rt_http_download` only a standstill ends it. With `resume`, what comes is kept in `output_path.part`, with
 * a note of where it is from in `output_path.part.json`, when the transfer breaks off, is freed, or the process ends; the
 * next such download of this address goes on there, where the content is the same still (`If-Range`, by its `ETag` or
 * date), and begins anew otherwise. One at a time: another to the same file fails meanwhile.
 *
 * `client` is an http client. Returns an http transfer; free it with rt_http_transfer_free. On
 * failure: 0.
 */
int64_t rt_http_transfer_download(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *output_path, bool resume);

/*
 * Returns how many bytes of the answer's body a transfer has, of a download that goes on those that it had before too.
 *
 * `transfer` is an http transfer. On failure: -1.
 */
int64_t rt_http_transfer_received(int64_t transfer);

/*
 * Returns how many bytes a transfer expects in all, −1 where the server has not said it.
 *
 * `transfer` is an http transfer. On failure: -1.
 */
int64_t rt_http_transfer_expected(int64_t transfer);

/*
 * Returns whether a transfer has ended: with an answer, or with a failure.
 *
 * `transfer` is an http transfer. On failure: false.
 */
bool rt_http_transfer_is_done(int64_t transfer);

/*
 * Waits until a transfer has ended, up to `timeout_ms` (0 to a day); returns whether it has.
 *
 * `transfer` is an http transfer. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_transfer_wait(int64_t transfer, int64_t timeout_ms);

/*
 * Takes the answer of a transfer that has ended, 4xx and 5xx included; the caller frees it with
 * `rt_http_fetch_free`. 0, with a last error, where no whole answer came (the error says why), where the transfer has
 * not ended yet, or where its answer was taken already.
 *
 * `transfer` is an http transfer. Returns an http fetched response; free it with rt_http_fetch_free.
 * On failure: 0.
 */
int64_t rt_http_transfer_take(int64_t transfer);

/*
 * Gives a file descriptor that is readable once a transfer has ended, for a host that waits in `poll`, `select` or
 * `epoll` for this and all else. The descriptor is the transfer's: do not read, write or close it, and poll it no
 * longer once the transfer is freed. A child of fork does not have it. −1 where the system gives none; not available
 * on Windows.
 *
 * `transfer` is an http transfer. On failure: -1.
 */
int64_t rt_http_transfer_fd(int64_t transfer);

/*
 * Frees a transfer; one that has not ended is given up, its connection is closed, and whoever waits for it waits no
 * longer.
 *
 * `transfer` is an http transfer, freed by this call.
 */
void rt_http_transfer_free(int64_t transfer);

/*
 * Connects as `rt_ws_connect` does, with the time limits, trusted roots and headers of `client`, and with these
 * headers: `Sec-WebSocket-Protocol: chat`, say.
 *
 * `client` is an http client. Returns a websocket; free it with rt_ws_close. On failure: 0. May wait;
 * blocks its own thread only.
 */
int64_t rt_http_client_websocket(int64_t client, const char *url, const char *const *headers, int64_t headers_len);

/*
 * Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_send_text(int64_t ws, const uint8_t *data, int64_t data_len);

/*
 * Sends a binary message. Otherwise as `rt_ws_send`.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_send_bytes(int64_t ws, const uint8_t *data, int64_t data_len);

/*
 * Receives the next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
 *
 * `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
 * own thread only.
 */
char *rt_ws_receive_timeout(int64_t ws, int64_t timeout_ms);

/*
 * Receives the next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
 * closed or the connection failed. Text messages stay where they are.
 *
 * `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
 * wait; blocks its own thread only.
 */
RtBytes rt_ws_receive_bytes(int64_t ws);

/*
 * Receives the next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
 *
 * `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
 * wait; blocks its own thread only.
 */
RtBytes rt_ws_receive_bytes_timeout(int64_t ws, int64_t timeout_ms);

/*
 * Waits for what comes next, and leaves it where it is: 1 a text message, 2 a binary one, 0 nothing within
 * `timeout_ms` (0 to a day), −1 nothing any more.
 *
 * `ws` is a websocket. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_ws_wait(int64_t ws, int64_t timeout_ms);

/*
 * Sends a ping, which the peer answers by itself.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_ping(int64_t ws);

/*
 * Returns the code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
 *
 * `ws` is a websocket. On failure: -1.
 */
int64_t rt_ws_close_code(int64_t ws);

/*
 * Closes as `rt_ws_close` does, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123
 * bytes.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_close_with(int64_t ws, int64_t code, const char *reason);

/*
 * Takes the answer with which a server refused the last WebSocket that this thread tried to connect: its status, headers
 * and body, of which up to 64 KiB are kept. The caller frees it with `rt_http_fetch_free`. 0, with a last error, where
 * none was refused by an answer, or it was taken already.
 *
 * Returns an http fetched response; free it with rt_http_fetch_free. On failure: 0.
 */
int64_t rt_ws_take_refusal(void);

/*
 * Returns the protocol that both sides agreed to speak (`Sec-WebSocket-Protocol`), `""` where that is none.
 *
 * `ws` is a websocket. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_ws_protocol(int64_t ws);

/*
 * Sends a ping and waits up to `timeout_ms` (1 ms to a day) for the peer's pong. Returns how long that took in
 * microseconds; −1 where it did not come (the last error's code is `timed out`) or the connection has ended. A peer that
 * is held up, because as many messages wait as may, is not heard.
 *
 * `ws` is a websocket. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_ws_round_trip(int64_t ws, int64_t timeout_ms);

/*
 * Has a connection show that it lives: whenever the peer said nothing for `interval_ms` (1 ms to a day) it is sent a ping,
 * and where it says nothing for `timeout_ms` then (1 ms to a day), the connection ends; receiving tells why. Without a
 * thread. With an interval of 0 it does not, as at first.
 *
 * `ws` is a websocket. On failure: false.
 */
bool rt_ws_set_keep_alive(int64_t ws, int64_t interval_ms, int64_t timeout_ms);

/*
 * Has events of the kind `http` tell of a WebSocket, or not, as at first: `"type": "websocket"`, with its handle as
 * `websocket`, and `"state": "message"` when a message waits where none did, or `"ended"` when no more come. So one
 * thread serves any number: it takes all that waits (`rt_ws_wait` with a timeout of 0 tells the kind of the next, and −1
 * the end), and is told anew of what comes then. What waits already is told of at once.
 *
 * `ws` is a websocket.
 */
void rt_ws_set_events(int64_t ws, bool enabled);

/*
 * Gives a file descriptor that is readable while a message waits, and once no more come: for a host that waits in `poll`,
 * `select` or `epoll`. The descriptor is the WebSocket's: do not read, write or close it, and poll it no longer once the
 * WebSocket is closed. A child of fork does not have it. −1 where the system gives none; not available on Windows.
 *
 * `ws` is a websocket. On failure: -1.
 */
int64_t rt_ws_fd(int64_t ws);

/*
 * Sets how large messages and buffers of WebSockets may be that `client` connects from then on. `options_json` is an
 * object, or `""` for what counts at first: `max_message`, the longest message in bytes (64 MiB; 1 byte to 1 GiB), a
 * longer one ends the connection with the code 1009; `read_buffer`, what is read at a time, which each WebSocket keeps (8
 * KiB; 1 KiB to 1 MiB); and how many messages (`queue_messages`, 256) and bytes (`queue_bytes`, 16 MiB) may wait before
 * the peer is held up. False, with a last error, for an unknown key or a value out of range.
 *
 * `client` is an http client. On failure: false.
 */
bool rt_http_client_set_websocket_options(int64_t client, const char *options_json);

/*
 * Sets the same as `rt_http_client_set_websocket_options` for WebSockets of `server`, on connections made from then on.
 *
 * `server` is an http server. On failure: false.
 */
bool rt_http_server_set_websocket_options(int64_t server, const char *options_json);

/*
 * Tells whether this build holds the http library, as it does where this links.
 */
bool rt_http_available(void);

/*
 * Forgets why this thread's last failed http call failed.
 */
void rt_http_clear_error(void);

/*
 * Returns why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_http_get_last_error(void);

/*
 * Returns the category of this thread's last failed http call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_http_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `reqwest`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_http_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_http_get_into(const char *url, RtHttpResult *out);
bool rt_http_post_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);
bool rt_http_put_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);
bool rt_http_delete_into(const char *url, RtHttpResult *out);
bool rt_http_patch_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);
bool rt_http_head_into(const char *url, RtHttpResult *out);
bool rt_http_request_into(const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body, RtHttpResult *out);
bool rt_http_download_into(const char *url, const char *output_path, RtHttpDownload *out);
bool rt_http_upload_into(const char *url, const char *file_path, const char *field_name, RtHttpResult *out);
bool rt_http_client_request_into(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body, RtHttpResult *out);
bool rt_http_client_download_into(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *output_path, RtHttpDownload *out);
bool rt_http_client_upload_into(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, const char *field_name, RtHttpResult *out);
bool rt_http_client_send_file_into(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, RtHttpResult *out);
bool rt_http_fetch_header_bytes_into(int64_t fetch, const char *key, RtBytes *out);
bool rt_http_fetch_headers_into(int64_t fetch, RtTextArray *out);
bool rt_http_fetch_body_bytes_into(int64_t fetch, RtBytes *out);
bool rt_http_fetch_take_body_bytes_into(int64_t fetch, RtBytes *out);
bool rt_http_json_keys_into(int64_t obj, const char *pointer, RtTextArray *out);
bool rt_http_request_query_all_into(int64_t request, const char *key, RtTextArray *out);
bool rt_http_request_form_all_into(int64_t request, const char *key, RtTextArray *out);
bool rt_http_request_part_bytes_into(int64_t request, int64_t index, RtBytes *out);
bool rt_http_request_header_bytes_into(int64_t request, const char *key, RtBytes *out);
bool rt_http_request_headers_into(int64_t request, RtTextArray *out);
bool rt_http_request_body_bytes_into(int64_t request, RtBytes *out);
bool rt_http_stream_header_bytes_into(int64_t stream, const char *key, RtBytes *out);
bool rt_http_stream_headers_into(int64_t stream, RtTextArray *out);
bool rt_ws_receive_bytes_into(int64_t ws, RtBytes *out);
bool rt_ws_receive_bytes_timeout_into(int64_t ws, int64_t timeout_ms, RtBytes *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_HTTP_H */
