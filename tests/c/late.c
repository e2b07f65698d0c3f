/* Calls that come when a thread or the process ends: they work, or fail with a sentence. */
#include "check.h"

#include <pthread.h>
#include <unistd.h>

static char url[64];
static pthread_key_t key;
static int calls;

static int64_t answer(int64_t request, void *data) {
    (void)request;
    (void)data;
    return rt_http_response_create(200, "here");
}

/* Where a check fails here, `exit` may be running already. */
static void need(int condition, const char *what) {
    if (condition) return;
    fprintf(stderr, "late: %s\n", what);
    _exit(1);
}

static void call_all(void) {
    RtHttpResult result = rt_http_get(url);
    need(result.status == 200 && strcmp(result.body, "here") == 0, result.error);
    rt_text_free(result.body);
    rt_text_free(result.error);
    int64_t response = rt_http_response_create(200, "");
    need(response > 0, "a response");
    rt_http_response_free(response);
    need(rt_http_server_create(70000) == 0, "a port that is none");
    char *reason = rt_http_get_last_error();
    need(strstr(reason, "70000") != NULL, reason);
    rt_text_free(reason);

    int64_t pattern = rt_regex_new("a+");
    need(rt_regex_is_match(pattern, "baa") == 1, "a match");
    rt_regex_destroy(pattern);
    need(rt_regex_new("(") == 0, "a pattern that is none");
    reason = rt_regex_get_last_error();
    need(*reason, "the last error");
    rt_text_free(reason);
    rt_regex_clear_error();
    reason = rt_regex_get_last_error();
    need(!*reason, "no last error");
    rt_text_free(reason);

    int64_t module = rt_module_load("native");
    need(module > 0, "a module");
    char *said = rt_module_send_timeout(module, "query", "{\"do\":\"list\"}", 10000);
    need(*said || *(reason = rt_module_get_last_error()), "an answer, or a reason");
    rt_text_free(said);
    need(rt_module_unload(module), "unloaded");
    int64_t engine = rt_audio_init_offline(48000, 2);
    need(engine > 0 && rt_audio_shutdown(engine), "an engine");
    int64_t context = rt_gamepad_init();
    if (context) need(rt_gamepad_shutdown(context), "pads");
    else {
        reason = rt_gamepad_get_last_error();
        need(*reason, "the last error");
        rt_text_free(reason);
    }
    calls++;
}

static void at_thread_end(void *nothing) {
    (void)nothing;
    call_all();
}

static void *thread(void *nothing) {
    (void)nothing;
    /* What the archive keeps for the thread is there before the key has its value, and is gone before its end. */
    call_all();
    pthread_setspecific(key, &key);
    return NULL;
}

__attribute__((destructor)) static void at_unload(void) {
    if (!*url) return;
    call_all();
    need(calls == 6, "all were called");
    puts("ok");
}

int main(void) {
    CHECK_INT(atexit(call_all), 0);
    CHECK_INT(pthread_key_create(&key, at_thread_end), 0);
    CHECK(rt_http_register_handler("answer", answer, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    check_threads(1, thread, NULL);
    check_threads(1, thread, NULL);
    return 0;
}
