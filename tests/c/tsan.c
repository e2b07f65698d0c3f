/* A host under ThreadSanitizer, which shares handles between threads; with an argument it has a race of its own. */
#include "check.h"

#include <pthread.h>

static int64_t pattern, module;
static int own, races;

static int64_t answer(int64_t request, void *data) {
    (void)request;
    (void)data;
    return rt_http_response_create(200, "here");
}

static void *work(void *nothing) {
    (void)nothing;
    for (int i = 0; i < 200; i++) {
        if (races) own++;
        int64_t other = rt_regex_new("a+(b)");
        CHECK_TEXT(rt_regex_find(pattern, "xxaab"), "aa");
        rt_regex_destroy(other);
        rt_text_free(rt_module_send(module, "query", "{}"));
        rt_http_response_free(rt_http_response_create(200, "x"));
    }
    return NULL;
}

int main(int count, char **arguments) {
    (void)arguments;
    races = count > 1;
    pattern = rt_regex_new("a+");
    module = rt_module_load("native");
    CHECK(rt_http_register_handler("answer", answer, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "*", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < 20; i++) {
        RtHttpResult result = rt_http_post(url, "body", "");
        CHECK_INT(result.status, 200);
        rt_text_free(result.body);
        rt_text_free(result.error);
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    rt_http_server_destroy(server);
    rt_regex_destroy(pattern);
    CHECK(rt_module_unload(module));
    puts("ok");
    return 0;
}
