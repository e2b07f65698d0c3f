/* Reads button presses. A real pad sends them by itself; here one is injected, so that this runs anywhere. */
#include <simple_native.h>
#include <stdio.h>

int main(void) {
    int64_t pads = rt_gamepad_init();
    rt_gamepad_inject_event(pads, 1000, 1, 0, 1.0);
    rt_gamepad_update(pads);
    for (int64_t event; (event = rt_gamepad_poll_event(pads)) != 0; rt_gamepad_event_free(event)) {
        if (rt_gamepad_event_get_type(event) != 1) continue;
        printf("pad %d, button %d pressed\n", (int)rt_gamepad_event_get_gamepad_id(event),
               (int)rt_gamepad_event_get_button(event));
    }
    rt_gamepad_shutdown(pads);
    return 0;
}

// Prints:
// pad 1000, button 0 pressed
