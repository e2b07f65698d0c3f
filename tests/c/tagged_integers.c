/* A host like the Simple language's runtime: it knows integers of 61 bits alone, calls with at most eight of them,
   and looks at the whole register of a result. */
#include "tagged_host.h"

static void regexes(void) {
    int64_t regex = made(CALL(rt_regex_new, TEXT("([a-z]+)=([0-9]+)")));
    CHECK_INT(CALL(rt_regex_is_match, regex, TEXT("width=640")), 1);
    CHECK_INT(CALL(rt_regex_is_match, regex, TEXT("width")), 0);
    CHECK_TEXT(text(CALL(rt_regex_find, regex, TEXT("a width=640"))), "width=640");
    CHECK_INT(CALL(rt_regex_is_match, regex, 0), -1);
    CHECK_INT(CALL(rt_regex_get_last_error_code, 0), 1);
    rt_regex_destroy(regex);
    CHECK_INT(CALL(rt_regex_is_match, regex, TEXT("a")), -1);
    CHECK_INT(CALL(rt_regex_get_last_error_code, 0), 2);
}

static void servers(void) {
    int64_t server = made(CALL(rt_http_server_create, 0));
    CHECK_INT(CALL(rt_http_server_route, server, TEXT("GET"), TEXT("/"), TEXT("home")), 1);
    CHECK_INT(CALL(rt_http_server_start_background, server), 1);
    CHECK(CALL(rt_http_server_port, server) > 0);
    CHECK_INT(CALL(rt_http_server_next_request, server, 0), 0);
    int64_t response = made(CALL(rt_http_response_create, 200, TEXT("here")));
    CHECK_INT(CALL(rt_http_server_respond, response, response), 0);
    rt_http_response_free(response);
    rt_http_server_destroy(server);
    CHECK_INT(CALL(rt_http_server_start_background, server), 0);
}

static void paths(void) {
    int64_t builder = made(CALL(rt_lyon_path_builder_new, 0));
    CHECK_INT(CALL(rt_lyon_path_builder_close, builder), 0);
    FREE(rt_lyon_path_builder_free, builder);
}

static void physics(void) {
    int64_t world = made(rt_rapier2d_world_new(0.0, -9.81));
    int64_t body = made(rt_rapier2d_body_new_dynamic(world, 1.0, 2.0, 0.0));
    CHECK_INT(CALL(rt_rapier2d_body_is_sleeping, world, body), 0);
    CHECK_INT(CALL(rt_rapier2d_body_wake_up, world, body), 1);
    FREE(rt_rapier2d_world_free, world);
    CHECK_INT(CALL(rt_rapier2d_body_wake_up, world, body), 0);
}

static void sounds(void) {
    int64_t engine = made(CALL(rt_audio_init_offline, 48000, 2));
    CHECK_INT(CALL(rt_audio_get_sample_rate, engine), 48000);
    int64_t mixer = made(CALL(rt_audio_mixer_create, engine));
    CHECK_INT(CALL(rt_audio_pause_all, engine), 1);
    FREE(rt_audio_shutdown, engine);
    CHECK_INT(CALL(rt_audio_mixer_free, mixer), 0);
}

static void devices(void) {
    int64_t pads = CALL(rt_gamepad_init, 0);
    if (pads) {
        CHECK(CALL(rt_gamepad_count, made(pads)) >= 0);
        FREE(rt_gamepad_shutdown, pads);
    }
    int64_t context = CALL(rt_cuda_init, -1);
    if (context) {
        FREE(rt_cuda_destroy, made(context));
    }
    CHECK_INT(CALL(rt_cuda_free, 16), 0);
    CHECK_INT(CALL(rt_winit_available, 0), 1);
}

static void modules(void) {
    const char *kinds[] = {"module"};
    int64_t events = made(CALL(rt_events_subscribe, TEXT(kinds), 1));
    CHECK(CALL(rt_events_fd, events) >= 0);
    int64_t module = made(CALL(rt_module_load, TEXT("native")));
    char *answer = text(CALL(rt_module_send, module, TEXT("query"), TEXT("{\"call\":\"rt_native_version\"}")));
    CHECK(*answer);
    rt_text_free(answer);
    FREE(rt_module_unload, module);
    CHECK_CONTAINS(text(CALL(rt_events_next, events, 0)), "loaded");
    rt_events_unsubscribe(events);
}

int main(void) {
    int64_t before = CALL(rt_native_live_handles, 0);
    /* Again and again: no handle ever leaves the range. */
    for (int i = 0; i < 50; i++) {
        regexes();
        servers();
        paths();
        physics();
        sounds();
        modules();
    }
    devices();
    CHECK_INT(CALL(rt_native_live_handles, 0), before);
    return 0;
}
