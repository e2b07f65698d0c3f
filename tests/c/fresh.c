/* A library's sequence of constructors, setters and getters, events and errors, as the Simple language's own
   specifications have them: fresh LIBRARY. Each run is a process of its own, in which everything begins anew. */
#include "tagged_host.h"

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

static void regex(void) {
    int64_t words = made(CALL(rt_regex_new, TEXT("(\\w+)@(\\w+)")));
    CHECK_INT(CALL(rt_regex_is_match, words, TEXT("ada@home")), 1);
    CHECK_TEXT(text(CALL(rt_regex_find, words, TEXT("to ada@home"))), "ada@home");
    CHECK_TEXT(text(CALL(rt_regex_replace_all, words, TEXT("a@b c@d"), TEXT("$2@$1"))), "b@a d@c");
    CHECK_TEXT(text(CALL(rt_regex_find, words, TEXT("nobody"))), "");
    CHECK_INT(CALL(rt_regex_new, TEXT("(")), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "(");
    rt_regex_destroy(words);
    CHECK_INT(CALL(rt_regex_is_match, words, TEXT("a@b")), -1);
}

static void http(void) {
    int64_t client = made(CALL(rt_http_client_create, 0));
    CHECK_INT(CALL(rt_http_client_set_timeout, client, 5000), 1);
    CHECK_INT(CALL(rt_http_client_set_header, client, TEXT("X-Name"), TEXT("ada")), 1);
    CHECK_INT(CALL(rt_http_client_set_header, client, TEXT("no name"), TEXT("")), 0);
    int64_t server = made(CALL(rt_http_server_create, 0));
    CHECK_INT(CALL(rt_http_server_route, server, TEXT("GET"), TEXT("/"), TEXT("home")), 1);
    CHECK_INT(CALL(rt_http_server_start_background, server), 1);
    CHECK(CALL(rt_http_server_port, server) > 0);
    CHECK_INT(CALL(rt_http_server_next_request, server, 0), 0);
    int64_t response = made(CALL(rt_http_response_create, 200, TEXT("hello")));
    CHECK_INT(CALL(rt_http_response_set_header, response, TEXT("X-Made"), TEXT("here")), 1);
    CHECK_INT(CALL(rt_http_response_create, 99, TEXT("")), 0);
    rt_http_response_free(response);
    CHECK_INT(CALL(rt_http_server_stop, server), 1);
    rt_http_server_destroy(server);
    rt_http_client_destroy(client);
    CHECK_INT(CALL(rt_http_client_set_timeout, client, 5000), 0);
}

static void gamepad(void) {
    int64_t pads = made(CALL(rt_gamepad_init, 0)), pad = 4711;
    CHECK_INT(CALL(rt_gamepad_is_connected, pads, pad), 0);
    CHECK_INT(rt_gamepad_inject_event(pads, pad, SN_PAD_EVENT_CONNECTED, 0, 0), 1);
    CHECK_INT(rt_gamepad_inject_event(pads, pad, SN_PAD_EVENT_BUTTON_PRESSED, SN_PAD_BUTTON_SOUTH, 1), 1);
    CHECK_INT(rt_gamepad_inject_event(pads, pad, SN_PAD_EVENT_AXIS_CHANGED, SN_PAD_AXIS_LEFT_STICK_X, 0.5), 1);
    CHECK_INT(CALL(rt_gamepad_update, pads), 1);
    CHECK_INT(CALL(rt_gamepad_is_connected, pads, pad), 1);
    CHECK_INT(CALL(rt_gamepad_button_is_pressed, pads, pad, SN_PAD_BUTTON_SOUTH), 1);
    CHECK_NEAR(rt_gamepad_axis_data(pads, pad, SN_PAD_AXIS_LEFT_STICK_X), 0.5, 0);
    const int64_t types[] = {SN_PAD_EVENT_CONNECTED, SN_PAD_EVENT_BUTTON_PRESSED, SN_PAD_EVENT_AXIS_CHANGED};
    /* Real pads of the machine tell of themselves, too. */
    for (int i = 0; i < COUNT(types);) {
        int64_t event = made(CALL(rt_gamepad_poll_event, pads));
        if (CALL(rt_gamepad_event_get_gamepad_id, event) == pad) {
            CHECK_INT(CALL(rt_gamepad_event_get_type, event), types[i++]);
        }
        FREE(rt_gamepad_event_free, event);
    }
    CHECK_INT(CALL(rt_gamepad_set_rumble, pads, pad), 0);
    FREE(rt_gamepad_shutdown, pads);
    CHECK_INT(CALL(rt_gamepad_update, pads), 0);
}

static void rapier2d(void) {
    int64_t world = made(rt_rapier2d_world_new(0, -10));
    int64_t body = made(rt_rapier2d_body_new_dynamic(world, 1, 2, 0));
    int64_t collider = made(rt_rapier2d_collider_new_circle(world, body, 0.5));
    CHECK_INT(rt_rapier2d_body_set_position(world, body, 3, 4, true), 1);
    RtBodyPosition place = rt_rapier2d_body_get_position(world, body);
    CHECK_NEAR(place.x, 3, 0);
    CHECK_NEAR(place.y, 4, 0);
    CHECK_INT(rt_rapier2d_body_set_velocity(world, body, 5, 0, true), 1);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 5, 0);
    CHECK_INT(rt_rapier2d_world_step(world, 1.0 / 60), 1);
    CHECK(rt_rapier2d_body_get_position(world, body).y < 4);
    CHECK_INT(CALL(rt_rapier2d_collider_get_body, world, collider), body);
    CHECK_INT(rt_rapier2d_world_step(world, -1), 0);
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "dt");
    CHECK_INT(CALL(rt_rapier2d_body_free, world, body), 1);
    CHECK_INT(CALL(rt_rapier2d_body_free, world, body), 0);
    FREE(rt_rapier2d_world_free, world);
}

static void audio(void) {
    int64_t engine = made(CALL(rt_audio_init_offline, 8000, 1));
    CHECK_INT(rt_audio_set_master_volume(engine, 0.5), 1);
    CHECK_NEAR(rt_audio_get_master_volume(engine), 0.5, 0);
    double samples[800];
    for (int i = 0; i < COUNT(samples); i++) samples[i] = 0.5;
    int64_t source = made(rt_audio_load_from_samples(engine, samples, COUNT(samples), 8000, 1));
    CHECK_INT(CALL(rt_audio_source_get_sample_rate, source), 8000);
    CHECK_NEAR(rt_audio_source_duration(source), 0.1, 1e-9);
    int64_t playback = made(CALL(rt_audio_play_sound, engine, source));
    CHECK_INT(rt_audio_playback_set_volume(playback, 0.25), 1);
    CHECK_NEAR(rt_audio_playback_get_volume(playback), 0.25, 0);
    CHECK_INT(CALL(rt_audio_playback_pause, playback), 1);
    CHECK_INT(CALL(rt_audio_playback_is_paused, playback), 1);
    CHECK_INT(CALL(rt_audio_playback_resume, playback), 1);
    CHECK_INT(CALL(rt_audio_playback_is_playing, playback), 1);
    CHECK_INT(rt_audio_playback_set_speed(playback, -1), 0);
    CHECK_INT(CALL(rt_audio_load_from_file, engine, TEXT("/nowhere.wav")), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "/nowhere.wav");
    FREE(rt_audio_shutdown, engine);
    CHECK_INT(CALL(rt_audio_playback_pause, playback), 0);
}

static void lyon(void) {
    int64_t builder = made(CALL(rt_lyon_path_builder_new, 0));
    CHECK_INT(rt_lyon_path_builder_line_to(builder, 1, 1), 0);
    CHECK_INT(rt_lyon_path_builder_begin(builder, 0, 0), 1);
    CHECK_INT(rt_lyon_path_builder_line_to(builder, 3, 0), 1);
    CHECK_INT(rt_lyon_path_builder_line_to(builder, 3, 4), 1);
    CHECK_INT(CALL(rt_lyon_path_builder_close, builder), 1);
    int64_t path = made(CALL(rt_lyon_path_builder_build, builder));
    CHECK_INT(CALL(rt_lyon_path_builder_build, builder), 0);
    CHECK_NEAR(rt_lyon_path_length(path), 12, 1e-9);
    int64_t filled = made(rt_lyon_fill_tessellate(path, 0.1));
    CHECK_INT(CALL(rt_lyon_fill_tessellation_index_count, filled), 3);
    CHECK_INT(rt_lyon_fill_tessellate(path, 0), 0);
    CHECK_CONTAINS(rt_lyon_get_last_error(), "tolerance");
    FREE(rt_lyon_fill_tessellation_free, filled);
    FREE(rt_lyon_path_free, path);
}

/* Each getter at once after its setter. */
static void winit(void) {
    int64_t loop = made(CALL(rt_winit_event_loop_new, 0));
    int64_t window = made(CALL(rt_winit_window_new, loop, 320, 240, TEXT("fresh")));
    CHECK_INT(CALL(rt_winit_window_set_maximized, window, 1), 1);
    CHECK_INT(CALL(rt_winit_window_is_maximized, window), 1);
    CHECK_INT(CALL(rt_winit_window_set_maximized, window, 0), 1);
    CHECK_INT(CALL(rt_winit_window_is_maximized, window), 0);
    CHECK_INT(CALL(rt_winit_window_set_fullscreen, window, 1), 1);
    CHECK_INT(CALL(rt_winit_window_is_fullscreen, window), 1);
    CHECK_INT(CALL(rt_winit_window_set_cursor_grab, window, 1), 1);
    CHECK_INT(CALL(rt_winit_window_set_cursor_grab, window, 0), 1);
    CHECK_INT(CALL(rt_winit_window_set_fullscreen, window, 0), 1);
    CHECK_INT(CALL(rt_winit_window_is_fullscreen, window), 0);
    CHECK_INT(CALL(rt_winit_window_set_size, window, 400, 300), 1);
    RtWindowSize size = rt_winit_window_get_size(window);
    CHECK_INT(size.width, 400);
    CHECK_INT(size.height, 300);
    CHECK_INT(CALL(rt_winit_window_set_visible, window, 0), 1);
    CHECK_INT(CALL(rt_winit_window_is_visible, window), 0);
    int64_t event = made(CALL(rt_winit_event_loop_wait_events, loop, 5000));
    CHECK_INT(CALL(rt_winit_event_get_window_id, event), CALL(rt_winit_window_id, window));
    FREE(rt_winit_event_free, event);
    CHECK_INT(CALL(rt_winit_window_set_size, window, 0, 0), 0);
    CHECK(CALL(rt_winit_get_last_error_code, 0) > 0);
    FREE(rt_winit_window_free, window);
    CHECK_INT(CALL(rt_winit_window_is_visible, window), 0);
    FREE(rt_winit_event_loop_free, loop);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        void (*run)(void);
    } SEQUENCES[] = {{"regex", regex}, {"http", http}, {"gamepad", gamepad}, {"rapier2d", rapier2d},
                     {"audio", audio}, {"lyon", lyon}, {"winit", winit}};
    CHECK_INT(argc, 2);
    for (int i = 0; i < COUNT(SEQUENCES); i++) {
        if (strcmp(SEQUENCES[i].name, argv[1]) != 0) continue;
        SEQUENCES[i].run();
        CHECK_INT(CALL(rt_native_live_handles, 0), 0);
        return 0;
    }
    return 2;
}
