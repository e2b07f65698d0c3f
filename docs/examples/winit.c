/* Opens a window and asks how large it became. Where there is no display it says so. */
#include <simple_native.h>
#include <stdio.h>

int main(void) {
    int64_t loop = rt_winit_event_loop_new();
    if (loop == 0) {
        char *why = rt_winit_get_last_error();
        printf("no window: %s\n", why);
        rt_text_free(why);
        return 0;
    }
    int64_t window = rt_winit_window_new(loop, 320, 200, "A window");
    RtWindowSize size = rt_winit_window_get_inner_size(window);
    printf("%d by %d\n", (int)size.width, (int)size.height);
    rt_winit_event_loop_free(loop); /* and its windows */
    return 0;
}

// Prints:
// 320 by 200
