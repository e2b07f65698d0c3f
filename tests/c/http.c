/* Every http function: a server in this program, and clients of it. */
#include "check.h"

#ifndef _WIN32
#include <poll.h>
#endif
#include <pthread.h>
#include <unistd.h>

static int64_t server, client;
static char base[64];

/* The address of `path` on the server, good until the next call on this thread. */
static const char *url(const char *path) {
    static _Thread_local char text[256];
    snprintf(text, sizeof text, "%s%s", base, path);
    return text;
}

static const char *ws_url(const char *path) {
    static _Thread_local char text[256];
    snprintf(text, sizeof text, "ws%s%s", base + strlen("http"), path);
    return text;
}

static void check_result(const char *file, int line, RtHttpResult result, int64_t status, const char *body) {
    check_text(file, line, "error", result.error, "");
    check_int(file, line, "status", result.status, status);
    check_text(file, line, "body", result.body, body);
}
#define CHECK_RESULT(result, status, body) check_result(__FILE__, __LINE__, (result), (status), (body))

static void check_failure(const char *file, int line, RtHttpResult result, const char *part) {
    check_int(file, line, "status", result.status, 0);
    check_text(file, line, "body", result.body, "");
    check_contains(file, line, "error", result.error, part);
}
#define CHECK_FAILURE(result, part) check_failure(__FILE__, __LINE__, (result), (part))

/* An array of texts has this one; the array is freed. */
static bool has_text(RtTextArray array, const char *text) {
    bool found = false;
    for (int64_t i = 0; i < array.len; i++) found |= strcmp(array.data[i], text) == 0;
    rt_text_array_free(array.data, array.len);
    return found;
}

static bool bytes_are(RtBytes bytes, const char *expected, int64_t length) {
    bool same = bytes.len == length && memcmp(bytes.data, expected, (size_t)length) == 0;
    rt_bytes_free(bytes.data, bytes.len);
    return same;
}

/* Says what the request was, and adds the user data. */
static int64_t describe(int64_t request, void *user_data) {
    char *method = rt_http_request_method(request), *path = rt_http_request_path(request);
    char *query = rt_http_request_query(request, "q"), *header = rt_http_request_header(request, "x-test");
    char *body = rt_http_request_body(request), *param = rt_http_request_param(request, "id");
    char text[512];
    snprintf(text, sizeof text, "%s %s q=%s x=%s id=%s body=%s %s", method, path, query, header, param, body,
             (const char *)user_data);
    char *texts[] = {method, path, query, header, body, param};
    for (int i = 0; i < 6; i++) rt_text_free(texts[i]);
    int64_t response = rt_http_response_create(200, text);
    CHECK(rt_http_response_set_header(response, "X-Answer", "first"));
    CHECK(rt_http_response_set_header(response, "X-Answer", "one"));
    CHECK(rt_http_response_add_header(response, "X-Answer", "two"));
    return response;
}

static int64_t json(int64_t request, void *user_data) {
    (void)request, (void)user_data;
    int64_t response = rt_http_response_create(201, "");
    CHECK(!rt_http_response_json(response, "{"));
    CHECK(rt_http_response_json(response, "{\"n\":[1,2.5]}"));
    return response;
}

/* Sends the body back, as bytes. */
static int64_t echo(int64_t request, void *user_data) {
    (void)user_data;
    RtBytes body = rt_http_request_body_bytes(request), again;
    CHECK(rt_http_request_body_bytes_into(request, &again));
    CHECK(again.len == body.len);
    rt_bytes_free(again.data, again.len);
    int64_t response = rt_http_response_create_bytes(200, body.data, body.len, "application/x-echo");
    rt_bytes_free(body.data, body.len);
    return response;
}

static int64_t ws_echo(int64_t request, void *user_data) {
    (void)user_data;
    int64_t ws = rt_ws_accept(request);
    CHECK(ws > 0);
    CHECK_INT(rt_ws_accept(request), 0);
    for (;;) {
        int64_t kind = rt_ws_wait(ws, 60000);
        if (kind == 1) {
            char *text = rt_ws_receive(ws);
            rt_ws_send_text(ws, (const uint8_t *)text, rt_text_len(text));
            rt_text_free(text);
        } else if (kind == 2) {
            RtBytes bytes = rt_ws_receive_bytes(ws);
            rt_ws_send_bytes(ws, bytes.data, bytes.len);
            rt_bytes_free(bytes.data, bytes.len);
        } else {
            break;
        }
    }
    rt_ws_close(ws);
    return 0;
}

static int64_t ws_chat(int64_t request, void *user_data) {
    (void)user_data;
    CHECK_INT(rt_ws_accept_protocol(request, "unheard-of"), 0);
    int64_t ws = rt_ws_accept_protocol(request, "chat");
    CHECK(ws > 0);
    CHECK_TEXT(rt_ws_receive_timeout(ws, 5000), "hello");
    CHECK(rt_ws_close_with(ws, 4000, "bye"));
    return 0;
}

static void one_shot(void) {
    RtHttpResult result;
    CHECK_RESULT(rt_http_get(url("/describe/7?q=a+b")), 200,
                 "GET /describe/7 q=a b x= id=7 body= data");
    CHECK(rt_http_get_into(url("/describe/8"), &result));
    CHECK_RESULT(result, 200, "GET /describe/8 q= x= id=8 body= data");
    CHECK_RESULT(rt_http_post(url("/describe/1"), "b", "text/plain"), 200,
                 "POST /describe/1 q= x= id=1 body=b data");
    CHECK(rt_http_post_into(url("/json"), "b", "", &result));
    CHECK_RESULT(result, 405, "Method Not Allowed\n");
    CHECK_RESULT(rt_http_put(url("/describe/1"), "b", ""), 200, "PUT /describe/1 q= x= id=1 body=b data");
    CHECK(rt_http_put_into(url("/nowhere"), "", "", &result));
    CHECK_RESULT(result, 404, "Not Found\n");
    CHECK_RESULT(rt_http_patch(url("/describe/1"), "b", ""), 200,
                 "PATCH /describe/1 q= x= id=1 body=b data");
    CHECK(rt_http_patch_into(url("/describe/1"), "", "", &result));
    CHECK_RESULT(result, 200, "PATCH /describe/1 q= x= id=1 body= data");
    CHECK_RESULT(rt_http_delete(url("/describe/1")), 200, "DELETE /describe/1 q= x= id=1 body= data");
    CHECK(rt_http_delete_into(url("/describe/1"), &result));
    CHECK_RESULT(result, 200, "DELETE /describe/1 q= x= id=1 body= data");
    CHECK_RESULT(rt_http_head(url("/describe/1")), 200, "");
    CHECK(rt_http_head_into(url("/nowhere"), &result));
    CHECK_RESULT(result, 404, "");
    const char *headers[] = {"X-Test: 1", "x-test: 2"};
    CHECK_RESULT(rt_http_request("QUERY", url("/describe/1"), headers, 2, "b"), 200,
                 "QUERY /describe/1 q= x=1, 2 id=1 body=b data");
    CHECK(rt_http_request_into("GET", url("/json"), NULL, 0, "", &result));
    CHECK_RESULT(result, 201, "{\"n\":[1,2.5]}");

    const char *bad[] = {"no colon"};
    CHECK_FAILURE(rt_http_request("GET", url("/json"), bad, 1, ""), "no colon");
    CHECK_FAILURE(rt_http_get("nowhere"), "`url` is \"nowhere\"");
    CHECK_CONTAINS(rt_http_get_last_error(), "`url` is \"nowhere\"");
    CHECK_INT(rt_http_get_last_error_code(), 1);
    rt_http_clear_error();
    CHECK_TEXT(rt_http_get_last_error(), "");
    CHECK(!rt_http_get_into("http://127.0.0.1:1/", &result));
    CHECK_FAILURE(result, "refused");
}

static void files(void) {
    const char *none[] = {NULL};
    FILE *file = fopen("up.txt", "w");
    CHECK(file && fputs("0123456789", file) >= 0 && fclose(file) == 0);
    RtHttpDownload saved = rt_http_download(url("/files/up.txt"), "down.txt");
    CHECK_TEXT(saved.error, "");
    CHECK(saved.status == 200 && saved.bytes == 10);
    CHECK(rt_http_download_into(url("/files/none"), "none.txt", &saved));
    CHECK_TEXT(saved.error, "");
    CHECK(saved.status == 404 && saved.bytes == 0 && access("none.txt", F_OK) != 0);
    saved = rt_http_client_download(client, url("/files/up.txt"), none, 0, "down.txt");
    CHECK_TEXT(saved.error, "");
    CHECK(saved.status == 200 && saved.bytes == 10);
    CHECK(!rt_http_client_download_into(client, url("/files/up.txt"), none, 0, "no/folder/x", &saved));
    CHECK_CONTAINS(saved.error, "no/folder/x");
    CHECK(saved.status == 0 && saved.bytes == 0);

    RtHttpResult result = rt_http_upload(url("/echo"), "up.txt", "field");
    CHECK_INT(result.status, 200);
    CHECK_TEXT(result.error, "");
    CHECK_CONTAINS(result.body, "name=\"field\"; filename=\"up.txt\"");
    CHECK(!rt_http_upload_into(url("/echo"), "none.txt", "field", &result));
    CHECK_FAILURE(result, "none.txt");
    result = rt_http_client_upload(client, url("/echo"), none, 0, "up.txt", "field");
    CHECK_INT(result.status, 200);
    CHECK_TEXT(result.error, "");
    CHECK_CONTAINS(result.body, "\r\n0123456789\r\n");
    CHECK(!rt_http_client_upload_into(client, url("/echo"), none, 0, "up.txt", "", &result));
    CHECK_FAILURE(result, "field_name");
    CHECK_RESULT(rt_http_client_send_file(client, "PUT", url("/echo"), none, 0, "up.txt"), 200, "0123456789");
    CHECK(rt_http_client_send_file_into(client, "POST", url("/echo"), none, 0, "up.txt", &result));
    CHECK_RESULT(result, 200, "0123456789");
    CHECK(unlink("up.txt") == 0 && unlink("down.txt") == 0);
}

static void clients(void) {
    const char *none[] = {NULL};
    RtHttpResult result;
    CHECK(rt_http_client_set_timeout(client, 20000));
    CHECK(!rt_http_client_set_timeout(client, 0));
    CHECK(rt_http_client_set_connect_timeout(client, 5000));
    CHECK(rt_http_client_set_stall_timeout(client, 20000));
    CHECK(!rt_http_client_set_stall_timeout(client, 0));
    CHECK(rt_http_client_set_idle_timeout(client, 60000));
    CHECK(!rt_http_client_set_idle_timeout(client, -1));
    CHECK(rt_http_client_set_header_limit(client, 1024, 1 << 18));
    CHECK(!rt_http_client_set_header_limit(client, 0, 1 << 18));
    CHECK(rt_http_client_set_max_redirects(client, 3));
    CHECK(rt_http_client_set_body_limit(client, 1 << 20));
    CHECK(rt_http_client_set_proxy(client, ""));
    CHECK(!rt_http_client_set_proxy(client, "gopher://x"));
    CHECK(rt_http_client_set_resolve(client, "host.invalid", "127.0.0.1"));
    CHECK(!rt_http_client_set_resolve(client, "host.invalid", "nowhere"));
#ifndef _WIN32
    CHECK(rt_http_client_set_unix_socket(client, "/tmp/none.sock") && rt_http_client_set_unix_socket(client, ""));
#else
    CHECK(!rt_http_client_set_unix_socket(client, "none.sock"));
#endif
    CHECK(!rt_http_client_add_root_certificates(client, "no certificate"));
    CHECK(!rt_http_client_set_tls(client, "{\"minimum_version\": \"1.1\"}"));
    CHECK(rt_http_client_set_tls(client, "{\"minimum_version\": \"1.3\"}") && rt_http_client_set_tls(client, ""));
    CHECK(rt_http_client_set_credentials(client, base, "digest", "name", "secret"));
    CHECK(rt_http_client_set_credentials(client, base, "", "", ""));
    CHECK(!rt_http_client_set_credentials(client, base, "ntlm", "name", "secret"));
    CHECK_CONTAINS(rt_http_get_last_error(), "scheme");
    CHECK(rt_http_client_set_retries(client, "{\"count\": 2, \"wait_ms\": 1}"));
    CHECK(!rt_http_client_set_retries(client, "{\"count\": 101}"));
    CHECK(rt_http_client_set_local_address(client, "127.0.0.1"));
    CHECK(!rt_http_client_set_local_address(client, "nowhere"));
    CHECK(rt_http_client_set_header(client, "X-Test", "client"));
    CHECK(!rt_http_client_set_header(client, "X-Test", "a\r\nInjected: b"));
    CHECK_RESULT(rt_http_client_request(client, "GET", url("/describe/1"), none, 0, ""), 200,
                 "GET /describe/1 q= x=client id=1 body= data");
    CHECK(rt_http_client_request_into(client, "GET", url("/describe/1"), none, 0, "", &result));
    CHECK_RESULT(result, 200, "GET /describe/1 q= x=client id=1 body= data");

    int64_t fetch = rt_http_client_fetch(client, "GET", url("/describe/1"), none, 0, "");
    CHECK_INT(rt_http_fetch_status(fetch), 200);
    CHECK_TEXT(rt_http_fetch_version(fetch), "HTTP/1.1");
    CHECK_TEXT(rt_http_fetch_url(fetch), url("/describe/1"));
    CHECK_TEXT(rt_http_fetch_header(fetch, "X-ANSWER"), "one, two");
    CHECK(has_text(rt_http_fetch_headers(fetch), "x-answer: two"));
    RtTextArray headers;
    CHECK(rt_http_fetch_headers_into(fetch, &headers));
    CHECK(has_text(headers, "x-answer: one"));
    RtBytes raw;
    CHECK(bytes_are(rt_http_fetch_header_bytes(fetch, "X-ANSWER"), "one, two", 8));
    CHECK(rt_http_fetch_header_bytes_into(fetch, "x-answer", &raw));
    CHECK(bytes_are(raw, "one, two", 8));
    CHECK_TEXT(rt_http_fetch_body(fetch), "GET /describe/1 q= x=client id=1 body= data");
    rt_http_fetch_free(fetch);
    fetch = rt_http_client_fetch_bytes(client, "POST", url("/echo"), none, 0, (const uint8_t *)"a\0b", 3);
    CHECK(bytes_are(rt_http_fetch_body_bytes(fetch), "a\0b", 3));
    RtBytes bytes;
    CHECK(rt_http_fetch_body_bytes_into(fetch, &bytes));
    CHECK(bytes_are(bytes, "a\0b", 3));
    CHECK(bytes_are(rt_http_fetch_take_body_bytes(fetch), "a\0b", 3));
    CHECK(rt_http_fetch_take_body_bytes_into(fetch, &bytes));
    CHECK_INT(bytes.len, 0);
    CHECK_TEXT(rt_http_fetch_body(fetch), "");
    rt_http_fetch_free(fetch);
    CHECK(!rt_http_fetch_take_body_bytes_into(fetch, &bytes));
    CHECK_INT(rt_http_fetch_status(fetch), -1);
    CHECK_CONTAINS(rt_http_get_last_error(), "that was freed");
}

/* Sets a cookie. */
static int64_t sets_cookie(int64_t request, void *user_data) {
    (void)user_data;
    char *cookies = rt_http_request_header(request, "cookie");
    int64_t response = rt_http_response_create(200, cookies);
    rt_text_free(cookies);
    CHECK(rt_http_response_add_header(response, "Set-Cookie", "b=2; Path=/"));
    return response;
}

static void cookies(void) {
    int64_t session = rt_http_client_create();
    const char *none[] = {NULL};
    CHECK(!rt_http_client_set_cookie(session, base, "a=1"));
    CHECK_CONTAINS(rt_http_get_last_error(), "rt_http_client_set_cookies");
    rt_http_client_set_cookies(session, true);
    CHECK(rt_http_client_set_cookie(session, url("/"), "a=1; Path=/"));
    CHECK(!rt_http_client_set_cookie(session, "http://a.co.uk/", "a=1; Domain=co.uk"));
    CHECK_CONTAINS(rt_http_get_last_error(), "co.uk");
    CHECK_RESULT(rt_http_client_request(session, "GET", url("/cookies"), none, 0, ""), 200, "a=1");
    CHECK_RESULT(rt_http_client_request(session, "GET", url("/cookies"), none, 0, ""), 200, "a=1; b=2");
    CHECK_TEXT(rt_http_client_get_cookies(session, url("/x")), "a=1; b=2");
    char *nothing = rt_http_client_get_cookies(session, "http://elsewhere.test/");
    CHECK(rt_text_is_none(nothing));
    rt_text_free(nothing);
    CHECK_CONTAINS(rt_http_client_list_cookies(session), "\"name\":\"b\",\"value\":\"2\"");
    CHECK(rt_http_client_save_cookies(session, "cookies.txt"));
    CHECK(rt_http_client_clear_cookies(session));
    CHECK_TEXT(rt_http_client_list_cookies(session), "[]");
    CHECK_INT(rt_http_client_load_cookies(session, "cookies.txt"), 2);
    CHECK_INT(rt_http_client_load_cookies(session, "./none"), -1);
    CHECK_TEXT(rt_http_client_get_cookies(session, url("/x")), "a=1; b=2");
    CHECK(unlink("cookies.txt") == 0);
    rt_http_client_destroy(session);
}

/* Says what the parts of a form are. */
static int64_t takes_form(int64_t request, void *user_data) {
    (void)user_data;
    CHECK_INT(rt_http_request_part_count(request), 2);
    CHECK_TEXT(rt_http_request_part_name(request, 0), "a");
    CHECK_TEXT(rt_http_request_part_text(request, 0), "one");
    CHECK_TEXT(rt_http_request_part_file_name(request, 0), "");
    CHECK_TEXT(rt_http_request_part_file_name(request, 1), "x.bin");
    CHECK_TEXT(rt_http_request_part_header(request, 1, "content-type"), "application/octet-stream");
    RtBytes bytes;
    CHECK(rt_http_request_part_bytes_into(request, 1, &bytes) && bytes_are(bytes, "\0\1", 2));
    CHECK(!rt_http_request_part_bytes_into(request, 2, &bytes));
    CHECK_CONTAINS(rt_http_get_last_error(), "index");
    CHECK(has_text(rt_http_request_form_all(request, "a"), "one"));
    bytes = rt_http_request_part_bytes(request, 1);
    int64_t response = rt_http_response_create_bytes(200, bytes.data, bytes.len, "application/x-part");
    rt_bytes_free(bytes.data, bytes.len);
    return response;
}

static void forms(void) {
    static const char form[] = "{\"parts\": [{\"name\": \"a\", \"text\": \"one\"},"
                               "{\"name\": \"f\", \"base64\": \"AAE=\", \"file_name\": \"x.bin\"}]}";
    int64_t fetch = rt_http_client_fetch_form(client, "POST", url("/form"), NULL, 0, form);
    CHECK_INT(rt_http_fetch_status(fetch), 200);
    CHECK(bytes_are(rt_http_fetch_body_bytes(fetch), "\0\1", 2));
    rt_http_fetch_free(fetch);
    CHECK_INT(rt_http_client_fetch_form(client, "POST", url("/form"), NULL, 0, "{\"parts\": [{}]}"), 0);
    CHECK_CONTAINS(rt_http_get_last_error(), "form_json");
}

/* Adds up a body that it reads in pieces. */
static int64_t reads_body(int64_t request, void *user_data) {
    (void)user_data;
    uint8_t buffer[1000];
    int64_t count, length = 0;
    while ((count = rt_http_request_read(request, buffer, sizeof buffer, 20000)) > 0) length += count;
    CHECK_INT(count, 0);
    char text[32];
    snprintf(text, sizeof text, "%d", (int)length);
    return rt_http_response_create(200, text);
}

static void bodies(void) {
    int64_t stream = rt_http_stream_open(client, "POST", url("/in"), NULL, 0);
    uint8_t piece[30000] = {0};
    for (int i = 0; i < 10; i++) CHECK(rt_http_stream_write(stream, piece, sizeof piece));
    CHECK_INT(rt_http_stream_finish(stream), 200);
    CHECK(rt_http_stream_read(stream, piece, sizeof piece) == 6 && memcmp(piece, "300000", 6) == 0);
    rt_http_stream_free(stream);
    CHECK_INT(rt_http_request_read(0, piece, 1, 0), -1);
}

static void streams(void) {
    int64_t stream = rt_http_stream_open(client, "POST", url("/echo"), NULL, 0);
    uint8_t buffer[4];
    CHECK_INT(rt_http_stream_status(stream), -1);
    CHECK(rt_http_stream_write(stream, (const uint8_t *)"abc", 3));
    CHECK(rt_http_stream_write(stream, (const uint8_t *)"def", 3));
    CHECK_INT(rt_http_stream_finish(stream), 200);
    CHECK_INT(rt_http_stream_status(stream), 200);
    CHECK_TEXT(rt_http_stream_header(stream, "content-type"), "application/x-echo");
    CHECK(has_text(rt_http_stream_headers(stream), "content-type: application/x-echo"));
    RtTextArray headers;
    CHECK(rt_http_stream_headers_into(stream, &headers));
    CHECK(has_text(headers, "content-length: 6"));
    RtBytes raw;
    CHECK(bytes_are(rt_http_stream_header_bytes(stream, "content-length"), "6", 1));
    CHECK(rt_http_stream_header_bytes_into(stream, "Content-Type", &raw));
    CHECK(bytes_are(raw, "application/x-echo", 18));
    CHECK(rt_http_stream_read(stream, buffer, 4) == 4 && memcmp(buffer, "abcd", 4) == 0);
    CHECK(rt_http_stream_read(stream, buffer, 4) == 2 && memcmp(buffer, "ef", 2) == 0);
    CHECK_INT(rt_http_stream_read(stream, buffer, 4), 0);
    rt_http_stream_free(stream);
}

static void *get_pulled(void *result) {
    const char *headers[] = {"X-Test: pulled"};
    *(RtHttpResult *)result = rt_http_request("POST", url("/pulled?a=1&b=%20"), headers, 1, "body");
    return NULL;
}

static void pulls(void) {
    pthread_t thread;
    RtHttpResult result;
    CHECK_INT(rt_http_server_next_request(server, 0), 0);
    CHECK(pthread_create(&thread, NULL, get_pulled, &result) == 0);
    int64_t request = rt_http_server_next_request(server, 20000);
    CHECK(request > 0);
    CHECK_TEXT(rt_http_request_handler(request), "nobody");
    CHECK_TEXT(rt_http_request_query_string(request), "a=1&b=%20");
    CHECK_TEXT(rt_http_request_version(request), "HTTP/1.1");
    RtTextArray values = rt_http_request_query_all(request, "b");
    CHECK(values.len == 1 && has_text(values, " "));
    CHECK(rt_http_request_query_all_into(request, "a", &values) && has_text(values, "1"));
    values = rt_http_request_form_all(request, "a");
    CHECK_INT(values.len, 0);
    CHECK_CONTAINS(rt_http_get_last_error(), "x-www-form-urlencoded");
    CHECK(!rt_http_request_form_all_into(request, "a", &values));
    CHECK_TEXT(rt_http_request_scheme(request), "http");
    CHECK_CONTAINS(rt_http_request_remote_address(request), "127.0.0.1:");
    CHECK(has_text(rt_http_request_headers(request), "x-test: pulled"));
    RtTextArray headers;
    CHECK(rt_http_request_headers_into(request, &headers));
    CHECK(has_text(headers, "content-length: 4"));
    RtBytes raw;
    CHECK(bytes_are(rt_http_request_header_bytes(request, "X-TEST"), "pulled", 6));
    CHECK(rt_http_request_header_bytes_into(request, "content-length", &raw));
    CHECK(bytes_are(raw, "4", 1));
    CHECK(rt_http_server_respond(request, rt_http_response_create(202, "pulled")));
    CHECK_TEXT(rt_http_request_method(request), "");
    pthread_join(thread, NULL);
    CHECK_RESULT(result, 202, "pulled");

    CHECK(pthread_create(&thread, NULL, get_pulled, &result) == 0);
    rt_http_request_free(rt_http_server_next_request(server, 20000));
    pthread_join(thread, NULL);
    CHECK_RESULT(result, 503, "the request was not answered\n");
    int64_t response = rt_http_response_create(200, "unsent");
    rt_http_response_free(response);
    CHECK(!rt_http_response_set_header(response, "A", "b"));
    CHECK_INT(rt_http_response_create(99, ""), 0);
}

/* Answers with pieces and events, from where a pulled request is answered. */
static void answer_streams(void) {
    pthread_t thread;
    RtHttpResult result;
    CHECK(pthread_create(&thread, NULL, get_pulled, &result) == 0);
    int64_t request = rt_http_server_next_request(server, 20000), response = rt_http_response_create(200, "a");
    CHECK_INT(rt_http_response_stream_begin(request, response, "{\"buffer\": 0}"), 0);
    CHECK_CONTAINS(rt_http_get_last_error(), "buffer");
    int64_t stream = rt_http_response_stream_begin(request, response, "{\"buffer\": 100}");
    CHECK(stream > 0);
    CHECK_INT(rt_http_response_stream_write(stream, (const uint8_t *)"b\nc\n", 4, 20000), 4);
    CHECK(rt_http_response_stream_send_event(stream, "tick", "d", "1", 20000));
    CHECK(rt_http_response_stream_finish(stream));
    CHECK(!rt_http_response_stream_finish(stream));
    pthread_join(thread, NULL);
    CHECK_RESULT(result, 200, "ab\nc\nevent: tick\nid: 1\ndata: d\n\n");

    CHECK(pthread_create(&thread, NULL, get_pulled, &result) == 0);
    request = rt_http_server_next_request(server, 20000);
    rt_http_response_stream_free(rt_http_response_stream_begin(request, rt_http_response_create(200, "a"), ""));
    pthread_join(thread, NULL);
    CHECK_INT(result.status, 0);
    rt_text_free(result.body);
    rt_text_free(result.error);
}

#ifdef _WIN32
/* There is no descriptor to wait for. */
static bool is_refused(int64_t fd) {
    char *error = rt_http_get_last_error();
    bool refused = fd == -1 && strstr(error, "unsupported") != NULL;
    rt_text_free(error);
    return refused;
}

static void one_thread(void) {
    CHECK(is_refused(rt_http_server_fd(server)));
    int64_t transfer = rt_http_transfer_start(client, "GET", url("/json"), NULL, 0, NULL, 0);
    CHECK(is_refused(rt_http_transfer_fd(transfer)));
    CHECK(rt_http_transfer_wait(transfer, 20000));
    rt_http_fetch_free(rt_http_transfer_take(transfer));
    rt_http_transfer_free(transfer);
}
#else
static bool is_readable(int64_t fd) {
    struct pollfd waiting = {(int)fd, POLLIN, 0};
    return poll(&waiting, 1, 0) == 1 && waiting.revents == POLLIN;
}

/* Serves and asks on this thread alone. */
static void one_thread(void) {
    const char *headers[] = {"X-Test: transfer"};
    int64_t ready = rt_http_server_fd(server);
    CHECK(ready >= 0 && !is_readable(ready));
    CHECK_INT(rt_http_server_fd(server), ready);
    CHECK_INT(rt_http_server_fd(0), -1);
    int64_t transfer =
        rt_http_transfer_start(client, "POST", url("/pulled?a=2"), headers, 1, (const uint8_t *)"a\0b", 3);
    CHECK(transfer > 0 && !rt_http_transfer_is_done(transfer));
    int64_t ended = rt_http_transfer_fd(transfer);
    CHECK(ended >= 0 && !is_readable(ended));
    CHECK_INT(rt_http_transfer_take(transfer), 0);
    CHECK_CONTAINS(rt_http_get_last_error(), "not ended");
    struct pollfd both[] = {{(int)ready, POLLIN, 0}, {(int)ended, POLLIN, 0}};
    int64_t request = 0;
    for (int turns = 0; !is_readable(ended); turns++) {
        CHECK(turns < 10);
        CHECK(poll(both, 2, 60000) > 0);
        while ((request = rt_http_server_next_request(server, 0)) != 0) {
            CHECK_TEXT(rt_http_request_header(request, "x-test"), "transfer");
            CHECK(bytes_are(rt_http_request_body_bytes(request), "a\0b", 3));
            CHECK(rt_http_server_respond(request, rt_http_response_create(202, "one thread")));
        }
    }
    CHECK(rt_http_transfer_is_done(transfer) && rt_http_transfer_wait(transfer, 0));
    int64_t fetch = rt_http_transfer_take(transfer);
    CHECK_INT(rt_http_fetch_status(fetch), 202);
    CHECK_TEXT(rt_http_fetch_body(fetch), "one thread");
    rt_http_fetch_free(fetch);
    CHECK_INT(rt_http_transfer_take(transfer), 0);
    rt_http_transfer_free(transfer);
    CHECK(!rt_http_transfer_is_done(transfer));
    CHECK_INT(rt_http_transfer_start(client, "GET", "nowhere", NULL, 0, NULL, 0), 0);
    CHECK_INT(rt_http_transfer_received(transfer), -1);
    transfer = rt_http_transfer_download(client, url("/json"), NULL, 0, "down.json", true);
    CHECK(rt_http_transfer_wait(transfer, 20000));
    CHECK_INT(rt_http_transfer_received(transfer), 13);
    CHECK_INT(rt_http_transfer_expected(transfer), 13);
    fetch = rt_http_transfer_take(transfer);
    CHECK_INT(rt_http_fetch_status(fetch), 201);
    rt_http_fetch_free(fetch);
    rt_http_transfer_free(transfer);
    CHECK(unlink("down.json") == 0);
    CHECK_INT(rt_http_transfer_download(client, url("/json"), NULL, 0, ".", false), 0);
    /* Given up. */
    transfer = rt_http_transfer_start(client, "POST", url("/pulled"), NULL, 0, NULL, 0);
    CHECK(poll(both, 1, 60000) == 1);
    rt_http_transfer_free(transfer);
    rt_http_request_free(rt_http_server_next_request(server, 0));
}
#endif

static void websockets(void) {
    int64_t ws = rt_ws_connect(ws_url("/ws"));
    CHECK(ws > 0);
    CHECK(rt_ws_send(ws, "hello"));
    CHECK_TEXT(rt_ws_receive(ws), "hello");
    CHECK(rt_ws_send_text(ws, (const uint8_t *)"a\0b", 3));
    char *text = rt_ws_receive_timeout(ws, 20000);
    CHECK(rt_text_len(text) == 3 && memcmp(text, "a\0b", 4) == 0);
    rt_text_free(text);
    CHECK(!rt_ws_send_text(ws, (const uint8_t *)"a\xff", 2));
    for (int i = 0; i < 4; i++) CHECK(rt_ws_send_bytes(ws, (const uint8_t *)"\1\2", 2));
    CHECK_INT(rt_ws_wait(ws, 20000), 2);
    RtBytes bytes;
    CHECK(bytes_are(rt_ws_receive_bytes(ws), "\1\2", 2));
    CHECK(rt_ws_receive_bytes_into(ws, &bytes));
    CHECK(bytes_are(bytes, "\1\2", 2));
    CHECK(bytes_are(rt_ws_receive_bytes_timeout(ws, 20000), "\1\2", 2));
    CHECK(rt_ws_receive_bytes_timeout_into(ws, 20000, &bytes));
    CHECK(bytes_are(bytes, "\1\2", 2));
    CHECK(rt_ws_ping(ws));
    CHECK_INT(rt_ws_close_code(ws), 0);
    CHECK(rt_ws_close(ws));
    CHECK(!rt_ws_close(ws));

    ws = rt_ws_connect(ws_url("/ws"));
    int64_t arrived = rt_ws_fd(ws);
#ifdef _WIN32
    CHECK(is_refused(arrived));
#else
    CHECK(arrived >= 0 && !is_readable(arrived));
#endif
    CHECK_TEXT(rt_ws_protocol(ws), "");
    CHECK(rt_ws_round_trip(ws, 20000) >= 0);
    CHECK_INT(rt_ws_round_trip(ws, 0), -1);
    CHECK(rt_ws_set_keep_alive(ws, 20000, 20000) && rt_ws_set_keep_alive(ws, 0, 1));
    CHECK(!rt_ws_set_keep_alive(ws, -1, 1));
    rt_ws_set_events(ws, true);
    CHECK(rt_ws_send(ws, "hello"));
#ifndef _WIN32
    struct pollfd message = {(int)arrived, POLLIN, 0};
    CHECK(poll(&message, 1, 60000) == 1);
#endif
    CHECK_TEXT(rt_ws_receive(ws), "hello");
#ifndef _WIN32
    CHECK(!is_readable(arrived));
#endif
    rt_ws_set_events(ws, false);
    CHECK(rt_ws_close(ws));
    CHECK_INT(rt_ws_connect(ws_url("/json")), 0);
    int64_t refusal = rt_ws_take_refusal();
    CHECK_INT(rt_http_fetch_status(refusal), 201);
    CHECK_TEXT(rt_http_fetch_body(refusal), "{\"n\":[1,2.5]}");
    rt_http_fetch_free(refusal);
    CHECK_INT(rt_ws_take_refusal(), 0);
    CHECK(rt_http_client_set_websocket_options(client, "{\"read_buffer\": 1024}"));
    CHECK(!rt_http_client_set_websocket_options(client, "{\"read_buffer\": 1}"));
    CHECK(rt_http_server_set_websocket_options(server, "{\"max_message\": 100000}"));
    CHECK(!rt_http_server_set_websocket_options(server, "{\"max_message\": 0}"));

    const char *protocol[] = {"Sec-WebSocket-Protocol: chat"};
    ws = rt_http_client_websocket(client, ws_url("/chat"), protocol, 1);
    CHECK(ws > 0);
    CHECK(rt_ws_send(ws, "hello"));
    CHECK_TEXT(rt_ws_receive(ws), "");
    CHECK_CONTAINS(rt_http_get_last_error(), "4000: bye");
    CHECK_INT(rt_ws_close_code(ws), 4000);
    rt_ws_close(ws);
}

/* A certificate for localhost until 2126 that vouches for itself, and its key, as a JSON text has them. */
static const char certificate[] =
    "-----BEGIN CERTIFICATE-----\\n"
    "MIIBjjCCATSgAwIBAgIUbohij7ZNgl9UW051gat1hNCCCFIwCgYIKoZIzj0EAwIw\\n"
    "DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMzAwMTEwMTJaGA8yMTI2MTEwNjAxMTAx\\n"
    "MlowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMxA\\n"
    "029Sg+X2r5HdakqGjUiHR4HBRLAt8KfOtk41gXeViGJP+g9s3xf2coaH6tDxycQr\\n"
    "0zvWJPyWoEN+tCCrhiOjbDBqMB0GA1UdDgQWBBRmIwFsZnvC9u/mxvkY2lkNLu9I\\n"
    "gjAfBgNVHSMEGDAWgBRmIwFsZnvC9u/mxvkY2lkNLu9IgjAaBgNVHREEEzARggls\\n"
    "b2NhbGhvc3SHBH8AAAEwDAYDVR0TAQH/BAIwADAKBggqhkjOPQQDAgNIADBFAiBR\\n"
    "3uBU6X4lSnDJ8i5uql9pkd731q+whoQ1ECvPyi8FZwIhAPUKZnRr5wizd0t1AsKx\\n"
    "XEZZzJqOqcvxzDA4u6nBbz2O\\n"
    "-----END CERTIFICATE-----\\n";
static const char key[] =
    "-----BEGIN PRIVATE KEY-----\\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrlknWBziDWOmWYoq\\n"
    "VZn+LvkHIopsU8okbNgzp6/oxVWhRANCAATMQNNvUoPl9q+R3WpKho1Ih0eBwUSw\\n"
    "LfCnzrZONYF3lYhiT/oPbN8X9nKGh+rQ8cnEK9M71iT8lqBDfrQgq4Yj\\n"
    "-----END PRIVATE KEY-----\\n";

static void over_tls(void) {
    char options[4096], pem[2048], *end = pem;
    snprintf(options, sizeof options, "{\"certificates\": [{\"chain\": \"%s\", \"key\": \"%s\"}]}", certificate, key);
    for (const char *at = certificate; *at != 0; at++) {
        bool broken = at[0] == '\\' && at[1] == 'n';
        *end++ = broken ? '\n' : *at;
        at += broken;
    }
    *end = 0;
    int64_t secure = rt_http_server_create(0), trusting = rt_http_client_create();
    CHECK(!rt_http_server_set_tls(secure, "{\"certificates\": []}"));
    CHECK_CONTAINS(rt_http_get_last_error(), "`options_json`");
    CHECK(rt_http_server_set_tls(secure, "") && rt_http_server_set_tls(secure, options));
    CHECK(rt_http_server_route(secure, "GET", "/json", "json"));
    CHECK(rt_http_server_websocket(secure, "/ws", "ws"));
    CHECK(rt_http_server_start_background(secure));
    CHECK(rt_http_client_add_root_certificates(trusting, pem));
    char address[64];
    snprintf(address, sizeof address, "https://localhost:%d/json", (int)rt_http_server_port(secure));
    CHECK_RESULT(rt_http_client_request(trusting, "GET", address, NULL, 0, ""), 201, "{\"n\":[1,2.5]}");
    int64_t fetch = rt_http_client_fetch(trusting, "GET", address, NULL, 0, "");
    CHECK_TEXT(rt_http_fetch_version(fetch), "HTTP/2");
    rt_http_fetch_free(fetch);
    CHECK_FAILURE(rt_http_get(address), "certificate");
    int64_t careless = rt_http_client_create();
    CHECK(rt_http_client_set_tls(careless, "{\"accept_any_certificate\": true}"));
    CHECK_RESULT(rt_http_client_request(careless, "GET", address, NULL, 0, ""), 201, "{\"n\":[1,2.5]}");
    rt_http_client_destroy(careless);
    snprintf(address, sizeof address, "wss://localhost:%d/ws", (int)rt_http_server_port(secure));
    int64_t ws = rt_http_client_websocket(trusting, address, NULL, 0);
    CHECK(rt_ws_send(ws, "hello"));
    CHECK_TEXT(rt_ws_receive(ws), "hello");
    CHECK(rt_ws_close(ws));
    rt_http_client_destroy(trusting);
    rt_http_server_destroy(secure);
}

static void helpers(void) {
    CHECK_TEXT(rt_http_url_encode("a b/\xc3\xa9~"), "a%20b%2F%C3%A9~");
    CHECK_TEXT(rt_http_url_decode("a%20b%2F%C3%A9~+"), "a b/\xc3\xa9~+");
    CHECK_TEXT(rt_http_url_decode("%2"), "");
    CHECK_CONTAINS(rt_http_get_last_error(), "offset 0");
    const char *text = "{\"b\":[true,null,-1.5],\"a\":\"x\\ny\"}";
    int64_t value = rt_http_parse_json(text);
    CHECK_TEXT(rt_http_stringify_json(value), text);
    CHECK_TEXT(rt_http_json_get(value, "/a"), "x\ny");
    CHECK_TEXT(rt_http_json_get(value, "/b"), "[true,null,-1.5]");
    CHECK_TEXT(rt_http_json_get(value, "/c"), "");
    CHECK_NEAR(rt_http_json_number(value, "/b/2"), -1.5, 0);
    CHECK_TEXT(rt_http_json_type(value, "/b/0"), "bool");
    CHECK_INT(rt_http_json_length(value, "/b"), 3);
    CHECK_INT(rt_http_json_length(value, "/a"), -1);
    CHECK(has_text(rt_http_json_keys(value, ""), "b"));
    RtTextArray keys;
    CHECK(rt_http_json_keys_into(value, "", &keys));
    CHECK(keys.len == 2 && strcmp(keys.data[0], "b") == 0 && has_text(keys, "a"));
    rt_http_json_free(value);
    CHECK_INT(rt_http_parse_json("{"), 0);
}

static bool answers(void) {
    RtHttpResult result = rt_http_head(url("/json"));
    rt_text_free(result.body);
    rt_text_free(result.error);
    return result.status == 201;
}

static void *serve(void *argument) {
    (void)argument;
    CHECK(rt_http_server_start(server));
    return NULL;
}

static void setters(void) {
    CHECK(rt_http_server_set_body_limit(server, 1 << 20));
    CHECK(rt_http_server_set_header_limit(server, 1 << 14));
    CHECK(!rt_http_server_set_header_limit(server, 100));
    CHECK(rt_http_server_set_header_timeout(server, 20000));
    CHECK(rt_http_server_set_keep_alive_timeout(server, 20000));
    CHECK(!rt_http_server_set_keep_alive_timeout(server, 0));
    CHECK(rt_http_server_set_max_headers(server, 100));
    CHECK(!rt_http_server_set_max_headers(server, 0));
    CHECK(rt_http_server_set_body_stall_timeout(server, 20000));
    CHECK(!rt_http_server_set_body_stall_timeout(server, 0));
    CHECK_TEXT(rt_http_server_get_last_error(server), "");
    CHECK(rt_http_server_set_body_timeout(server, 20000));
    CHECK(rt_http_server_set_answer_timeout(server, 20000));
    CHECK(rt_http_server_set_write_timeout(server, 20000));
    CHECK(rt_http_server_set_stop_timeout(server, 20000));
    CHECK(rt_http_server_set_max_connections(server, 100));
    CHECK(rt_http_server_set_compression(server, true));
    CHECK(rt_http_server_set_http2(server, false));
    CHECK(rt_http_server_set_http2(server, true));
}

int main(void) {
    CHECK(rt_http_available());
    CHECK_CONTAINS(rt_http_version(), ".");
    char data[] = "data";
    CHECK(rt_http_register_handler("describe", describe, data));
    CHECK(rt_http_register_handler("json", json, NULL));
    CHECK(rt_http_register_handler("echo", echo, NULL));
    CHECK(rt_http_register_handler("ws", ws_echo, NULL));
    CHECK(rt_http_register_handler("cookies", sets_cookie, NULL));
    CHECK(rt_http_register_handler("form", takes_form, NULL));
    CHECK(rt_http_register_handler("reads", reads_body, NULL));
    CHECK(rt_http_register_handler("chat", ws_chat, NULL));
    CHECK(!rt_http_register_handler("null", NULL, NULL));
    server = rt_http_server_create(0);
    snprintf(base, sizeof base, "http://127.0.0.1:%d", (int)rt_http_server_port(server));
    CHECK_INT(rt_http_server_create(rt_http_server_port(server)), 0);
    CHECK_INT(rt_http_server_create_at("no address", 0), 0);
    CHECK_INT(rt_http_server_create_unix(""), 0);
    int64_t by_path = rt_http_server_create_unix("http_test.sock");
#ifdef _WIN32
    CHECK_INT(by_path, 0);
#else
    CHECK(by_path > 0);
    CHECK_INT(rt_http_server_port(by_path), 0);
    CHECK_INT(rt_http_server_create_unix("http_test.sock"), 0);
    rt_http_server_destroy(by_path);
#endif
    int64_t other = rt_http_server_create_at("127.0.0.1", 0);
    rt_http_server_destroy(other);
    setters();
    CHECK(rt_http_server_route(server, "*", "/describe/:id", "describe"));
    CHECK(rt_http_server_route(server, "GET", "/json", "json"));
    CHECK(rt_http_server_route(server, "POST", "/echo", "echo"));
    CHECK(rt_http_server_route(server, "PUT", "/echo", "echo"));
    CHECK(rt_http_server_route(server, "POST", "/pulled", "nobody"));
    CHECK(rt_http_server_route(server, "GET", "/cookies", "cookies"));
    CHECK(rt_http_server_route(server, "POST", "/form", "form"));
    CHECK(rt_http_server_route_with_options(server, "POST", "/in", "reads", "{\"stream_body\": true}"));
    CHECK(!rt_http_server_route_with_options(server, "POST", "/in", "reads", "{\"stream\": true}"));
    CHECK(!rt_http_server_route(server, "GET", "no slash", "nobody"));
    CHECK(rt_http_server_static(server, "/files", "."));
    CHECK(!rt_http_server_static(server, "/files", "./none"));
    CHECK(rt_http_server_static_with_options(server, "/more", ".", "{\"dotfiles\": true, \"headers\": [\"X-A: 1\"]}"));
    CHECK(!rt_http_server_static_with_options(server, "/more", ".", "{\"dotfile\": true}"));
    CHECK_CONTAINS(rt_http_get_last_error(), "dotfile");
    CHECK(rt_http_server_websocket(server, "/ws", "ws"));
    CHECK(rt_http_server_websocket(server, "/chat", "chat"));
    CHECK(!rt_http_server_stop(server));
    CHECK(rt_http_server_start_background(server));
    client = rt_http_client_create();

    one_shot();
    clients();
    cookies();
    forms();
    bodies();
    files();
    streams();
    pulls();
    answer_streams();
    one_thread();
    websockets();
    over_tls();
    helpers();

    CHECK(rt_http_server_stop(server));
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, serve, NULL) == 0);
    while (!answers()) usleep(10000);
    CHECK_RESULT(rt_http_get(url("/json")), 201, "{\"n\":[1,2.5]}");
    CHECK(rt_http_server_stop(server));
    pthread_join(thread, NULL);
    CHECK(rt_http_unregister_handler("json"));
    CHECK(!rt_http_unregister_handler("json"));
    rt_http_client_destroy(client);
    rt_http_server_destroy(server);
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
