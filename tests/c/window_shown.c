/* A window with a picture of one colour, for ten seconds: says when the picture is there, and ends with 1 where it cannot
   be shown. */
#include <simple_native.h>
#include <stdio.h>
#include <stdlib.h>

static int failed(void) {
    char *error = rt_winit_get_last_error();
    printf("failed: %s\n", error);
    rt_text_free(error);
    return 1;
}

int main(void) {
    int64_t loop = rt_winit_event_loop_new();
    int64_t window = rt_winit_window_new(loop, 320, 200, "Shown");
    if (!window) return failed();
    enum { PIXELS = 320 * 200 };
    static uint8_t picture[PIXELS * 4];
    for (int i = 0; i < PIXELS; i++) {
        uint8_t *pixel = picture + 4 * i;
        pixel[0] = 30, pixel[1] = 160, pixel[2] = 90, pixel[3] = 255;
    }
    for (int turn = 0; turn < 200; turn++) {
        rt_winit_event_free(rt_winit_event_loop_wait_events(loop, 50));
        if (!rt_winit_window_present_rgba(window, 320, 200, picture, sizeof picture)) return failed();
        if (turn == 20) puts("shown"), fflush(stdout);
    }
    rt_winit_event_loop_free(loop);
    return 0;
}
