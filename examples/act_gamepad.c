/* The game pads that are there, with live values for some seconds; where there is none, an injected one. */
#include "acts.h"
#include "simple_native.h"

#include <stdio.h>
#include <time.h>

enum { PRESSED = 1, RELEASED = 2, AXIS = 4, CONNECTED = 10, DISCONNECTED = 11 };
enum { SECONDS = 4, STICK_X = 0, STICK_Y = 1 };

static const char *const BUTTONS[17] = {
    "South",      "East",        "North",    "West",      "LeftTrigger", "RightTrigger",
    "LeftBumper", "RightBumper", "DPadUp",   "DPadDown",  "DPadLeft",    "DPadRight",
    "LeftStick",  "RightStick",  "Select",   "Start",     "Mode"};
static const char *const POWER[6] = {"unknown", "charging", "discharging", "full", "empty", "wired"};

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static void describe(int64_t context, int64_t pad) {
    char *name = rt_gamepad_get_name(context, pad);
    RtGamepadPower power = rt_gamepad_get_power_info(context, pad);
    printf("pad %lld: %s, power %s", (long long)pad, name, POWER[power.status]);
    if (power.percentage >= 0) printf(" (%lld %%)", (long long)power.percentage);
    bool rumbles = rt_gamepad_can_rumble(context, pad);
    printf("%s\n", rumbles ? ", rumbles" : "");
    if (rumbles) rt_gamepad_set_rumble(context, pad, 0.6, 0.3, 250);
    rt_text_free(name);
}

static void print_event(int64_t context, int64_t event) {
    int64_t type = rt_gamepad_event_get_type(event), pad = rt_gamepad_event_get_gamepad_id(event);
    int64_t button = rt_gamepad_event_get_button(event);
    if (type == CONNECTED) describe(context, pad);
    if (type == DISCONNECTED) printf("pad %lld is gone\n", (long long)pad);
    if ((type == PRESSED || type == RELEASED) && button < 17)
        printf("pad %lld: %s %s\n", (long long)pad, BUTTONS[button], type == PRESSED ? "down" : "up");
    if (type == AXIS)
        printf("pad %lld: axis %lld at %+.2f\n", (long long)pad, (long long)rt_gamepad_event_get_axis(event),
               rt_gamepad_event_get_value(event));
}

/* A stick in a circle and a button, as a pad would send them. */
static void inject(int64_t context, int step) {
    static const double CIRCLE[8][2] = {{1, 0}, {.7, .7}, {0, 1}, {-.7, .7}, {-1, 0}, {-.7, -.7}, {0, -1}, {.7, -.7}};
    if (step % 8 || step >= 64) return;
    rt_gamepad_inject_event(context, 0, AXIS, STICK_X, CIRCLE[step / 8][0]);
    rt_gamepad_inject_event(context, 0, AXIS, STICK_Y, CIRCLE[step / 8][1]);
    rt_gamepad_inject_event(context, 0, step % 16 ? RELEASED : PRESSED, 0, step % 16 ? 0 : 1);
}

int act_gamepad(const char *out) {
    (void)out;
    int64_t context = rt_gamepad_init();
    if (context == 0) {
        fprintf(stderr, "no context\n");
        return 1;
    }
    int64_t pads = rt_gamepad_count(context);
    RtI64Array ids = rt_gamepad_ids(context);
    for (int64_t i = 0; i < ids.len; i++) describe(context, ids.data[i]);
    rt_i64_array_free(ids.data, ids.len);
    printf(pads ? "press something, for %d s ...\n" : "no pad is here: for %d s an injected one\n", SECONDS);
    for (int step = 0; step < SECONDS * 50; step++) {
        if (!pads) inject(context, step);
        rt_gamepad_update(context);
        for (int64_t event; (event = rt_gamepad_poll_event(context)) > 0;) {
            print_event(context, event);
            rt_gamepad_event_free(event);
        }
        pause_ms(20);
    }
    return !rt_gamepad_shutdown(context);
}
