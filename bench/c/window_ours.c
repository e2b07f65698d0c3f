/* A window of ours; see window.h. */
#include "simple_native.h"
#include "window.h"

enum { KEY = 10, SIDE = 400 };

static int64_t loop;

static void next_key(void) {
    for (;;) {
        int64_t event = rt_winit_event_loop_wait_events(loop, -1);
        int is_press =
            rt_winit_event_get_type(event) == KEY && rt_winit_event_keyboard_input(event).pressed;
        rt_winit_event_free(event);
        if (is_press) return;
    }
}

static void gather(void) {}

static int64_t drain(int many_at_a_time) {
    int64_t count = 0, seen = 0;
    if (many_at_a_time) {
        for (;;) {
            RtI64Array events = rt_winit_event_loop_poll_all(loop, 1024);
            if (events.len == 0) break;
            for (int64_t i = 0; i < events.len; i++) seen += rt_winit_event_get_type(events.data[i]);
            count += events.len;
            rt_winit_event_free_all(events.data, events.len);
            rt_i64_array_free(events.data, events.len);
        }
    } else {
        for (int64_t event; (event = rt_winit_event_loop_poll_events(loop, 1)) > 0; count++) {
            seen += rt_winit_event_get_type(event);
            rt_winit_event_free(event);
        }
    }
    return seen ? count : 0;
}

int main(void) {
    loop = rt_winit_event_loop_new();
    int64_t window = rt_winit_window_new(loop, SIDE, SIDE, "ours");
    if (!window) return 1;
    serve(rt_winit_window_id(window));
    return !rt_winit_event_loop_free(loop);
}
