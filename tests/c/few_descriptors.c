/* What fails for want of descriptors works once there are some: nothing of the failure is kept. */
#include "check.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MOST = 64 };
static int taken[MOST], count;

static void take_all(void) {
    for (int one; count < MOST && (one = open("/dev/null", O_RDONLY)) >= 0;) taken[count++] = one;
    CHECK(count < MOST);
}

static void give_back(void) {
    while (count > 0) close(taken[--count]);
}

static int64_t answer(int64_t request, void *data) {
    (void)request;
    (void)data;
    return rt_http_response_create(200, "here");
}

static void check_fails(RtHttpResult result) {
    CHECK_INT(result.status, 0);
    CHECK(*result.error);
    rt_text_free(result.body);
    rt_text_free(result.error);
}

int main(void) {
    struct rlimit few = {MOST, MOST};
    CHECK_INT(setrlimit(RLIMIT_NOFILE, &few), 0);
    take_all();
    check_fails(rt_http_get("http://127.0.0.1:9/"));
    check_fails(rt_http_get("https://127.0.0.1:9/"));
    CHECK_INT(rt_http_server_create(0), 0);
    CHECK_INT(rt_ws_connect("ws://127.0.0.1:9/"), 0);
    CHECK_INT(rt_winit_event_loop_new(), 0);
    rt_gamepad_shutdown(rt_gamepad_init());
    rt_audio_shutdown(rt_audio_init());
    CHECK_INT(rt_module_load("./no_such_module.so"), 0);
    give_back();

    CHECK(rt_http_register_handler("answer", answer, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(server > 0);
    CHECK(rt_http_server_route(server, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    RtHttpResult result = rt_http_get(url);
    CHECK_TEXT(result.error, "");
    CHECK_TEXT(result.body, "here");
    /* It gets as far as the peer, which is none. */
    result = rt_http_get("https://127.0.0.1:9/");
    CHECK_CONTAINS(result.error, "refused");
    rt_text_free(result.body);
    rt_http_server_destroy(server);
    puts("ok");
    return 0;
}
