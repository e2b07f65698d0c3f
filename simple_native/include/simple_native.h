/*
 * simple_native: the native layer under a programming language, as one static archive.
 *
 * Generated from the source by `cargo xtask abi`; not edited by hand.
 *
 * Types. A handle is an int64_t above 0; 0 is "no object". A text parameter is UTF-8, NUL-terminated and
 * borrowed for the call. A returned text is never NULL; it belongs to the caller, who releases it with
 * rt_text_free; rt_text_len gives its length, NUL bytes inside it included. An array parameter is a pointer
 * and a count, borrowed for the call; NULL with count 0 is the empty array. A returned array or struct comes
 * by value; what it points to belongs to the caller. Each function that returns a struct or an array by value
 * has a twin NAME_into that fills *out instead and returns whether the call succeeded.
 *
 * Handles. Each call checks its handles: a freed one, one of another kind, or a number that never was a handle
 * makes the call fail and harms nothing. Freeing twice fails the second time. A child whose parent was freed
 * is freed too. An object freed while another thread is inside a call that uses it is destroyed when that
 * call ends.
 *
 * Failure. No input makes a call crash, hang or unwind: NULL, text that is not UTF-8, a negative count, NaN, a
 * stale handle, a second thread. A failed call returns what its comment says. Why it failed:
 * rt_<library>_get_last_error, the reason of this thread's last failed call in that library; a call that
 * succeeds leaves it alone. A defect inside the archive is caught too: the call fails and the last error
 * begins with "internal error:". (A pointer that is neither NULL nor valid is undefined, as in C.)
 *
 * Threads. Any function may be called from any thread at the same time as any other, unless its comment says
 * otherwise. Two calls wait for each other only where both change the same object.
 */
#ifndef SIMPLE_NATIVE_H
#define SIMPLE_NATIVE_H

#include <stdbool.h>
#include <stdint.h>

/* This header's version. */
#define SIMPLE_NATIVE_VERSION "0.1.0"
/* The version of the rules above. Compare with rt_native_abi_version(). */
#define SIMPLE_NATIVE_ABI_VERSION 1
/* A hash of every signature below. Compare with rt_native_abi_hash(). */
#define SIMPLE_NATIVE_ABI_HASH INT64_C(1174140646437773931)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Arrays by value: `len` items at `data`, which is NULL where there are none. ---- */

/* [f64], owned by the caller; release with rt_f64_array_free. */
typedef struct RtF64Array {
    double *data;
    int64_t len;
} RtF64Array;

/* [i64], owned by the caller; release with rt_i64_array_free. */
typedef struct RtI64Array {
    int64_t *data;
    int64_t len;
} RtI64Array;

/* [u8], owned by the caller; release with rt_bytes_free. */
typedef struct RtBytes {
    uint8_t *data;
    int64_t len;
} RtBytes;

/* [text], owned by the caller; release with rt_text_array_free. */
typedef struct RtTextArray {
    char **data;
    int64_t len;
} RtTextArray;

/* ---- native ------------------------------------------------------------------------------ */

/*
 * The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
 */

/*
 * The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
 * included. 0 for NULL.
 */
int64_t rt_text_len(const char *text);

/*
 * Releases a text that this archive returned. NULL does nothing.
 */
void rt_text_free(char *text);

/*
 * Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
 */
void rt_f64_array_free(double *data, int64_t len);

/*
 * Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
 */
void rt_i64_array_free(int64_t *data, int64_t len);

/*
 * Releases bytes that this archive returned. An empty array does nothing.
 */
void rt_bytes_free(uint8_t *data, int64_t len);

/*
 * Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
 */
void rt_text_array_free(char **data, int64_t len);

/*
 * The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
 * them, not with every new function.
 */
int64_t rt_native_abi_version(void);

/*
 * A hash of every signature that this archive was built with. A host compares it with the
 * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
 * another version.
 */
int64_t rt_native_abi_hash(void);

/*
 * The version of this archive.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_version(void);

/*
 * The manifest of this build, as JSON: every function that it holds, with parameter names, types,
 * ownership, thread rule, failure value and meaning.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_manifest(void);

/*
 * How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
 * they leak none.
 */
int64_t rt_native_live_handles(void);

/*
 * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
 * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
 * later call works. Never succeeds.
 *
 * On failure: false.
 */
bool rt_native_provoke_panic(const char *message);

/*
 * Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_get_last_error(void);

/*
 * Forgets why this thread's last failed `rt_native_` call failed.
 */
void rt_native_clear_error(void);

/* ---- http -------------------------------------------------------------------------------- */

/*
 * HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
 * tokio runtime, with TLS by rustls.
 */

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
bool rt_http_get_into(const char *url, RtHttpResult *out);

/*
 * POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_post(const char *url, const char *body, const char *content_type);
bool rt_http_post_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);

/*
 * PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_put(const char *url, const char *body, const char *content_type);
bool rt_http_put_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);

/*
 * DELETEs `url`. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_delete(const char *url);
bool rt_http_delete_into(const char *url, RtHttpResult *out);

/*
 * PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
 * `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_patch(const char *url, const char *body, const char *content_type);
bool rt_http_patch_into(const char *url, const char *body, const char *content_type, RtHttpResult *out);

/*
 * Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_head(const char *url);
bool rt_http_head_into(const char *url, RtHttpResult *out);

/*
 * Sends any `method` but CONNECT, with `headers` like `Name: value`. Content-Length and Transfer-Encoding are
 * not the caller's to set. An empty `body` is none. Otherwise as `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_request(const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);
bool rt_http_request_into(const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body, RtHttpResult *out);

/*
 * Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
 * beside the target, which is replaced once all has come. A transfer may take as long as it likes but stand
 * still for no more than 30 s.
 *
 * `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
 * Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
 *
 * On failure: status 0, bytes 0, error "<reason>". May wait; blocks its own thread only.
 */
RtHttpDownload rt_http_download(const char *url, const char *output_path);
bool rt_http_download_into(const char *url, const char *output_path, RtHttpDownload *out);

/*
 * POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
 * content type of its extension. A transfer may take as long as it likes but stand still for no more than
 * 30 s. The result is as for `rt_http_get`.
 *
 * On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
 */
RtHttpResult rt_http_upload(const char *url, const char *file_path, const char *field_name);
bool rt_http_upload_into(const char *url, const char *file_path, const char *field_name, RtHttpResult *out);

/*
 * A client with settings and connections of its own, which begins with those that `rt_http_get` names. The
 * caller frees it with `rt_http_client_destroy`.
 *
 * Returns a http client; free it with rt_http_client_destroy.
 */
int64_t rt_http_client_create(void);

/*
 * Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
 * For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
 * (only 30 s without any progress).
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sends the header `key` with every request of `client`, unless the request has one of that name itself.
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_header(int64_t client, const char *key, const char *value);

/*
 * As `rt_http_request`, with the settings of `client`.
 *
 * `client` is a http client. On failure: status 0, body "", error "<reason>". May wait; blocks its own
 * thread only.
 */
RtHttpResult rt_http_client_request(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);
bool rt_http_client_request_into(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body, RtHttpResult *out);

/*
 * Frees a client and ends its idle connections. Requests under way finish.
 *
 * `client` is a http client, freed by this call.
 */
void rt_http_client_destroy(int64_t client);

/*
 * A server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from
 * `rt_http_server_start` on; connections made earlier wait. HTTP/1.1, without TLS. The caller frees it with
 * `rt_http_server_destroy`. 0 where the port is taken.
 *
 * Returns a http server; free it with rt_http_server_destroy. On failure: 0.
 */
int64_t rt_http_server_create(int64_t port);

/*
 * Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
 * too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
 * the path; a literal segment goes before a parameter. The same method and path again replaces the route.
 * Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_route(int64_t server, const char *method, const char *path, const char *handler);

/*
 * Serves the files of folder `dir` under the prefix `path` with GET and HEAD: content types, ranges, conditional
 * requests, `index.html` for a folder. Nothing outside of `dir` is ever served, whatever the path says and
 * wherever symbolic links lead. Routes go first, then the longest prefix.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_static(int64_t server, const char *path, const char *dir);

/*
 * Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
 *
 * `server` is a http server. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_server_start(int64_t server);

/*
 * Stops serving: no new connection is taken, WebSockets are told, requests in flight have up to 5 s to finish
 * and get a 503 then. Returns when all has ended; inside a callback of a server, at once. The server can be
 * started again. False where it does not run.
 *
 * `server` is a http server. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_server_stop(int64_t server);

/*
 * Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
 *
 * `server` is a http server, freed by this call. May wait; blocks its own thread only.
 */
void rt_http_server_destroy(int64_t server);

/*
 * The method, in capitals as a rule.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_method(int64_t request);

/*
 * The path as it was sent, escapes and all, without the query.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_path(int64_t request);

/*
 * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_header(int64_t request, const char *key);

/*
 * The body as text; invalid UTF-8 is replaced.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_body(int64_t request);

/*
 * The query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_query(int64_t request, const char *key);

/*
 * A response with this status (200 to 599) and text. Returned from a callback or given to
 * `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
 *
 * Returns a http response; free it with rt_http_response_free. On failure: 0.
 */
int64_t rt_http_response_create(int64_t status, const char *body);

/*
 * Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
 * set, and Connection can be `close` only.
 *
 * `response` is a http response. On failure: false.
 */
bool rt_http_response_set_header(int64_t response, const char *key, const char *value);

/*
 * Makes `json` the body, with the content type for it. False where `json` is not well-formed.
 *
 * `response` is a http response. On failure: false.
 */
bool rt_http_response_json(int64_t response, const char *json);

/*
 * Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
 * `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses.
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
 * The next text message, for which it waits as long as it takes; `""`, with a last error, where the peer closed
 * or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
 * may wait; then the peer is held up. A message has at most 64 MiB.
 *
 * `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
 * own thread only.
 */
char *rt_ws_receive(int64_t ws);

/*
 * Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
 * where the peer said goodbye. A thread that waits in `rt_ws_receive` returns.
 *
 * `ws` is a websocket, freed by this call. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_close(int64_t ws);

/*
 * `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_url_encode(const char *text);

/*
 * `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not UTF-8.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_url_decode(const char *text);

/*
 * A JSON value, to be freed with `rt_http_json_free`. 0 where `json` is not well-formed or nested deeper than
 * 127 levels; the last error tells where.
 *
 * Returns a json value; free it with rt_http_json_free. On failure: 0.
 */
int64_t rt_http_parse_json(const char *json);

/*
 * `obj` as compact JSON; an object's members in the order they came.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_stringify_json(int64_t obj);

/*
 * Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_connect_timeout(int64_t client, int64_t timeout_ms);

/*
 * Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
 * one redirect too many is a failure.
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_max_redirects(int64_t client, int64_t count);

/*
 * Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
 * longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_body_limit(int64_t client, int64_t bytes);

/*
 * Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
 * `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
 * decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_set_proxy(int64_t client, const char *url);

/*
 * Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
 *
 * `client` is a http client. On failure: false.
 */
bool rt_http_client_add_root_certificates(int64_t client, const char *pem);

/*
 * As `rt_http_download`, with the settings of `client` and these headers.
 *
 * `client` is a http client. On failure: status 0, bytes 0, error "<reason>". May wait; blocks its own
 * thread only.
 */
RtHttpDownload rt_http_client_download(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *output_path);
bool rt_http_client_download_into(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *output_path, RtHttpDownload *out);

/*
 * As `rt_http_upload`, with the settings of `client` and these headers.
 *
 * `client` is a http client. On failure: status 0, body "", error "<reason>". May wait; blocks its own
 * thread only.
 */
RtHttpResult rt_http_client_upload(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, const char *field_name);
bool rt_http_client_upload_into(int64_t client, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, const char *field_name, RtHttpResult *out);

/*
 * Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
 * unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
 *
 * `client` is a http client. On failure: status 0, body "", error "<reason>". May wait; blocks its own
 * thread only.
 */
RtHttpResult rt_http_client_send_file(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *file_path);
bool rt_http_client_send_file_into(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *file_path, RtHttpResult *out);

/*
 * Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
 * frees it with `rt_http_fetch_free`. 0 where no whole answer came.
 *
 * `client` is a http client. Returns a http fetched response; free it with rt_http_fetch_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_http_client_fetch(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const char *body);

/*
 * As `rt_http_client_fetch` with a body of bytes.
 *
 * `client` is a http client. Returns a http fetched response; free it with rt_http_fetch_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_http_client_fetch_bytes(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len, const uint8_t *body, int64_t body_len);

/*
 * The HTTP status.
 *
 * `fetch` is a http fetched response. On failure: -1.
 */
int64_t rt_http_fetch_status(int64_t fetch);

/*
 * The protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
 *
 * `fetch` is a http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_version(int64_t fetch);

/*
 * The address that answered, after redirects.
 *
 * `fetch` is a http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_url(int64_t fetch);

/*
 * The header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none.
 *
 * `fetch` is a http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_header(int64_t fetch, const char *key);

/*
 * All headers, as `name: value` with the name in lower case.
 *
 * `fetch` is a http fetched response. Release what it returns with rt_text_array_free. On failure: an
 * empty array.
 */
RtTextArray rt_http_fetch_headers(int64_t fetch);
bool rt_http_fetch_headers_into(int64_t fetch, RtTextArray *out);

/*
 * The body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
 *
 * `fetch` is a http fetched response. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_fetch_body(int64_t fetch);

/*
 * The body as it came, decompressed.
 *
 * `fetch` is a http fetched response. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_http_fetch_body_bytes(int64_t fetch);
bool rt_http_fetch_body_bytes_into(int64_t fetch, RtBytes *out);

/*
 * Frees an answer.
 *
 * `fetch` is a http fetched response, freed by this call.
 */
void rt_http_fetch_free(int64_t fetch);

/*
 * What is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as JSON.
 * `""`, with a last error, where there is nothing.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_json_get(int64_t obj, const char *pointer);

/*
 * The number at `pointer`. 0.0, with a last error, where there is none.
 *
 * `obj` is a json value. On failure: 0.0.
 */
double rt_http_json_number(int64_t obj, const char *pointer);

/*
 * What kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where there
 * is nothing.
 *
 * `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_json_type(int64_t obj, const char *pointer);

/*
 * How many items or members the array or object at `pointer` has. −1 where there is none.
 *
 * `obj` is a json value. On failure: -1.
 */
int64_t rt_http_json_length(int64_t obj, const char *pointer);

/*
 * The names of the members of the object at `pointer`, in the order they came.
 *
 * `obj` is a json value. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_http_json_keys(int64_t obj, const char *pointer);
bool rt_http_json_keys_into(int64_t obj, const char *pointer, RtTextArray *out);

/*
 * Frees a JSON value.
 *
 * `obj` is a json value, freed by this call.
 */
void rt_http_json_free(int64_t obj);

/*
 * The query as it was sent, without the question mark.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_query_string(int64_t request);

/*
 * The route's parameter `name`, decoded; `""` where the route has none of that name.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_param(int64_t request, const char *name);

/*
 * The name of the handler that the route names.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_handler(int64_t request);

/*
 * All headers, as `name: value` with the name in lower case.
 *
 * `request` is a http request. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_request_headers(int64_t request);
bool rt_http_request_headers_into(int64_t request, RtTextArray *out);

/*
 * The body as it came.
 *
 * `request` is a http request. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_http_request_body_bytes(int64_t request);
bool rt_http_request_body_bytes_into(int64_t request, RtBytes *out);

/*
 * The client's address and port: `127.0.0.1:53412`.
 *
 * `request` is a http request. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_request_remote_address(int64_t request);

/*
 * Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
 *
 * `request` is a http request, freed by this call.
 */
void rt_http_request_free(int64_t request);

/*
 * Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
 * `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
 * (read what it says before), one of a callback stays until that returns.
 *
 * `request` is a http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May wait;
 * blocks its own thread only.
 */
int64_t rt_ws_accept(int64_t request);

/*
 * As `rt_ws_accept`, choosing `protocol` among those that the client offers in `Sec-WebSocket-Protocol`.
 *
 * `request` is a http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May wait;
 * blocks its own thread only.
 */
int64_t rt_ws_accept_protocol(int64_t request, const char *protocol);

/*
 * A response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
 *
 * Returns a http response; free it with rt_http_response_free. On failure: 0.
 */
int64_t rt_http_response_create_bytes(int64_t status, const uint8_t *body, int64_t body_len, const char *content_type);

/*
 * Adds a header beside those of the same name: another `Set-Cookie`, say.
 *
 * `response` is a http response. On failure: false.
 */
bool rt_http_response_add_header(int64_t response, const char *key, const char *value);

/*
 * Frees a response that is not sent.
 *
 * `response` is a http response, freed by this call.
 */
void rt_http_response_free(int64_t response);

/*
 * A server as `rt_http_server_create` makes it, at another IP address: `0.0.0.0` for all, `::1`, ….
 *
 * Returns a http server; free it with rt_http_server_destroy. On failure: 0.
 */
int64_t rt_http_server_create_at(const char *address, int64_t port);

/*
 * The port that the server listens at.
 *
 * `server` is a http server. On failure: -1.
 */
int64_t rt_http_server_port(int64_t server);

/*
 * Serves as `rt_http_server_start` does, and returns at once.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_start_background(int64_t server);

/*
 * Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
 * request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
 * are responses made inside the call and not returned. 0, a handle that is no response, and a panic are a 500.
 * The function is called on the server's threads, on several at once; it may block, call this library, and
 * stop the server. No exception of another language may leave it.
 *
 * On failure: false.
 */
bool rt_http_register_handler(const char *name, int64_t (*function)(int64_t handle, void *user_data), void *user_data);

/*
 * Takes a registered handler away and waits for its calls to end, the caller's own excepted; its `user_data` is
 * not used any more. False where there is none of that name.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_unregister_handler(const char *name);

/*
 * The next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
 * host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where
 * none came in time, and, with a last error, where the server was stopped and none is left.
 *
 * `server` is a http server. Returns a http request; free it with rt_http_request_free. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_http_server_next_request(int64_t server, int64_t timeout_ms);

/*
 * Answers `request` with `response`; both are freed. False where nobody waits for the answer any more: the
 * client went away or time ran out.
 *
 * `request` is a http request. `response` is a http response. On failure: false.
 */
bool rt_http_server_respond(int64_t request, int64_t response);

/*
 * Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
 * each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
 * its own here, so it may stay and talk for as long as the connection lasts.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_websocket(int64_t server, const char *path, const char *handler);

/*
 * Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
 * counts for connections made from then on.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_body_limit(int64_t server, int64_t bytes);

/*
 * Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_header_limit(int64_t server, int64_t bytes);

/*
 * Sets how long a request's head may take to come, and a connection to stay idle: 1 ms to a day, 10 s at
 * first. After that the connection ends.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_header_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_body_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_answer_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
 * connection ends.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_write_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_stop_timeout(int64_t server, int64_t timeout_ms);

/*
 * Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
 * counts from the next start.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_max_connections(int64_t server, int64_t count);

/*
 * Whether answers are compressed (brotli, gzip, zstd) for clients that ask for it; not at first.
 *
 * `server` is a http server. On failure: false.
 */
bool rt_http_server_set_compression(int64_t server, bool enabled);

/*
 * Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
 * (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
 * caller frees it with `rt_http_stream_free`, at any time.
 *
 * `client` is a http client. Returns a http stream; free it with rt_http_stream_free. On failure: 0.
 */
int64_t rt_http_stream_open(int64_t client, const char *method, const char *url, const char *const *headers, int64_t headers_len);

/*
 * Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
 * time limit.
 *
 * `stream` is a http stream. On failure: false. May wait; blocks its own thread only.
 */
bool rt_http_stream_write(int64_t stream, const uint8_t *data, int64_t data_len);

/*
 * Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
 *
 * `stream` is a http stream. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_stream_finish(int64_t stream);

/*
 * The HTTP status once `rt_http_stream_finish` had it.
 *
 * `stream` is a http stream. On failure: -1.
 */
int64_t rt_http_stream_status(int64_t stream);

/*
 * The answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
 * none.
 *
 * `stream` is a http stream. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_http_stream_header(int64_t stream, const char *key);

/*
 * All headers of the answer, as `name: value` with the name in lower case.
 *
 * `stream` is a http stream. Release what it returns with rt_text_array_free. On failure: an empty
 * array.
 */
RtTextArray rt_http_stream_headers(int64_t stream);
bool rt_http_stream_headers_into(int64_t stream, RtTextArray *out);

/*
 * Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
 * than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
 *
 * `stream` is a http stream. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_http_stream_read(int64_t stream, uint8_t *buffer, int64_t buffer_len);

/*
 * Frees a stream. An exchange that is not over is given up.
 *
 * `stream` is a http stream, freed by this call.
 */
void rt_http_stream_free(int64_t stream);

/*
 * As `rt_ws_connect`, with the time limits, trusted roots and headers of `client`, and with these headers:
 * `Sec-WebSocket-Protocol: chat`, say.
 *
 * `client` is a http client. Returns a websocket; free it with rt_ws_close. On failure: 0. May wait;
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
 * The next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
 *
 * `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
 * own thread only.
 */
char *rt_ws_receive_timeout(int64_t ws, int64_t timeout_ms);

/*
 * The next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
 * closed or the connection failed. Text messages stay where they are.
 *
 * `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
 * wait; blocks its own thread only.
 */
RtBytes rt_ws_receive_bytes(int64_t ws);
bool rt_ws_receive_bytes_into(int64_t ws, RtBytes *out);

/*
 * The next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
 *
 * `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
 * wait; blocks its own thread only.
 */
RtBytes rt_ws_receive_bytes_timeout(int64_t ws, int64_t timeout_ms);
bool rt_ws_receive_bytes_timeout_into(int64_t ws, int64_t timeout_ms, RtBytes *out);

/*
 * What comes next, left where it is: 1 a text message, 2 a binary one, 0 nothing within `timeout_ms` (0 to a
 * day), −1 nothing any more.
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
 * The code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
 *
 * `ws` is a websocket. On failure: -1.
 */
int64_t rt_ws_close_code(int64_t ws);

/*
 * As `rt_ws_close`, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123 bytes.
 *
 * `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
 */
bool rt_ws_close_with(int64_t ws, int64_t code, const char *reason);

/*
 * True where this build holds the http library, as it does where this links.
 */
bool rt_http_available(void);

/*
 * Forgets why this thread's last failed http call failed.
 */
void rt_http_clear_error(void);

/*
 * Why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_http_get_last_error(void);

/*
 * The version of the wrapped library, the crate `reqwest`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_http_version(void);

/* ---- regex ------------------------------------------------------------------------------- */

/*
 * Regular expressions, by the Rust crate regex.
 *
 * Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
 * number of threads search with one at the same time. Offsets are in bytes.
 */

/*
 * Where a match lies in its text.
 */
typedef struct RtRegexSpan {
    /* The offset of its first byte; -1 where there is no match. */
    int64_t start;
    /* The offset after its last byte; -1 where there is no match. */
    int64_t end;
} RtRegexSpan;

/*
 * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
 * so that every search takes time linear in the text. A bad pattern's last error shows the place.
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new(const char *pattern);

/*
 * Frees a compiled pattern.
 *
 * `handle` is a regex, freed by this call.
 */
void rt_regex_destroy(int64_t handle);

/*
 * Whether `handle` matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_is_match(int64_t handle, const char *text);

/*
 * The first match in `text`, `""` where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find(int64_t handle, const char *text);

/*
 * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
 * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_all(int64_t handle, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
 * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
 * pieces apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures(int64_t handle, const char *text);

/*
 * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
 * there is no match.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_captures_len(int64_t handle, const char *text);

/*
 * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
 * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace(int64_t handle, const char *text, const char *replacement);

/*
 * `text` with all matches replaced, as in `rt_regex_replace`.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all(int64_t handle, const char *text, const char *replacement);

/*
 * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split(int64_t handle, const char *text);

/*
 * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
 * that each thread used last compiled.
 *
 * On failure: -1.
 */
int64_t rt_regex_is_match_quick(const char *pattern, const char *text);

/*
 * `rt_regex_find` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_quick(const char *pattern, const char *text);

/*
 * `rt_regex_replace` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_replace_all` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_split` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split_quick(const char *pattern, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
 * `""`; the array is empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_captures_array(int64_t handle, const char *text);
bool rt_regex_captures_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
 * first, -1 and -1 for a group that took no part; empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_captures_offsets(int64_t handle, const char *text, int64_t start);
bool rt_regex_captures_offsets_into(int64_t handle, const char *text, int64_t start, RtI64Array *out);

/*
 * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
 * part. A name that the pattern does not have is a failure.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures_name(int64_t handle, const char *text, const char *name);

/*
 * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_capture_names(int64_t handle);
bool rt_regex_capture_names_into(int64_t handle, RtTextArray *out);

/*
 * True where this build holds the regex library, as it does where this links.
 */
bool rt_regex_available(void);

/*
 * Forgets why this thread's last failed regex call failed.
 */
void rt_regex_clear_error(void);

/*
 * Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_get_last_error(void);

/*
 * The version of the wrapped library, the crate `regex`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_version(void);

/*
 * All matches in `text` that do not overlap, in order.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_find_all_array(int64_t handle, const char *text);
bool rt_regex_find_all_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
 * boundary for a whole text.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_find_all_offsets(int64_t handle, const char *text);
bool rt_regex_find_all_offsets_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * How many matches that do not overlap `text` holds.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_count(int64_t handle, const char *text);

/*
 * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
 * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
 *
 * `handle` is a regex. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_at(int64_t handle, const char *text, int64_t start);
bool rt_regex_find_at_into(int64_t handle, const char *text, int64_t start, RtRegexSpan *out);

/*
 * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
 *
 * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
 *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
 *   comments), `octal`: booleans, false if absent
 * - `unicode`: boolean, true if absent
 * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
 * - `nest_limit`: how deep groups may nest
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new_with_options(const char *pattern, const char *options_json);

/*
 * `text` with every character that means something in a pattern escaped: the pattern that matches just
 * `text`.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_escape(const char *text);

/*
 * The pattern that `handle` was compiled from.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_pattern(int64_t handle);

/*
 * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_n(int64_t handle, const char *text, const char *replacement, int64_t limit);

/*
 * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_literal(int64_t handle, const char *text, const char *replacement);

/*
 * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new(const char *const *patterns, int64_t patterns_len);

/*
 * The same with options for all patterns, as in `rt_regex_new_with_options`.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new_with_options(const char *const *patterns, int64_t patterns_len, const char *options_json);

/*
 * Frees a set.
 *
 * `handle` is a regex set, freed by this call.
 */
void rt_regex_set_destroy(int64_t handle);

/*
 * How many patterns the set has.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_len(int64_t handle);

/*
 * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_is_match(int64_t handle, const char *text);

/*
 * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
 * were given.
 *
 * `handle` is a regex set. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_set_matches(int64_t handle, const char *text);
bool rt_regex_set_matches_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * The pieces of `text` between matches; the whole text where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_array(int64_t handle, const char *text);
bool rt_regex_split_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_n_array(int64_t handle, const char *text, int64_t limit);
bool rt_regex_split_n_array_into(int64_t handle, const char *text, int64_t limit, RtTextArray *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_H */
