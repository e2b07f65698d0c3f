/* What leaves a function of the host's ends that call alone: an exception, and the end of its thread. */
#include "check.h"

#include <pthread.h>
#include <unistd.h>
#include <unwind.h>

static _Thread_local struct _Unwind_Exception thrown;

/* As a language of the host's would. It comes back where nobody stops it. */
static void throw_something(void) {
    memset(&thrown, 0, sizeof thrown);
    thrown.exception_class = 0x434845434b000000; /* "CHECK" */
    _Unwind_RaiseException(&thrown);
    check_failed(__FILE__, __LINE__, "it is stopped");
}

static void leave(int how) {
    if (how % 2) pthread_exit(NULL);
    throw_something();
}

static int asked, told;

static int64_t handle(int64_t request, void *data) {
    (void)request;
    (void)data;
    int how = __atomic_fetch_add(&asked, 1, __ATOMIC_SEQ_CST) % 3;
    if (how < 2) leave(how);
    return rt_http_response_create(200, "here");
}

static int64_t hear(int64_t subscription, void *data) {
    (void)data;
    for (char *event; *(event = rt_events_next(subscription, 0));) rt_text_free(event);
    leave(__atomic_fetch_add(&told, 1, __ATOMIC_SEQ_CST));
    return 0;
}

static void handlers(void) {
    CHECK(rt_http_register_handler("leaves", handle, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "*", "/", "leaves"));
    CHECK(rt_http_server_start_background(server));
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    for (int i = 0; i < 60; i++) {
        RtHttpResult result = rt_http_post(url, "body", "");
        CHECK_TEXT(result.error, "");
        CHECK_INT(result.status, i % 3 == 2 ? 200 : 500);
        rt_text_free(result.body);
    }
    CHECK(rt_http_unregister_handler("leaves"));
    CHECK(rt_http_server_stop(server));
    rt_http_server_destroy(server);
}

static void events(void) {
    const char *kinds[] = {"module"};
    int64_t subscription = rt_events_subscribe(kinds, 1);
    CHECK(rt_events_notify(subscription, hear, NULL));
    for (int i = 1; i <= 6; i++) {
        CHECK(rt_module_unload(rt_module_load("native")));
        while (__atomic_load_n(&told, __ATOMIC_SEQ_CST) < i) usleep(1000);
    }
    /* It waits for no call that was left. */
    rt_events_unsubscribe(subscription);
}

int main(void) {
    handlers();
    events();
    CHECK_INT(rt_native_live_handles(), 0);
    puts("ok");
    return 0;
}
