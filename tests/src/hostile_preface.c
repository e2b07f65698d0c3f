/* Made by the tests from the manifest: every function, every argument, wrong in every way. */
#include "simple_native.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"

static long calls;
static char long_text[1 << 14];
#define LONG_TEXT long_text
static double floats[6] = {0, 0, 1, 0, 0, 1};
static int64_t integers[6] = {0, 1, 2, 3, 4, 5};
static uint8_t bytes[6] = {1, 2, 3, 4, 5, 6};
static uint8_t buffer[6];
static double hostile_floats[6] = {NAN, INFINITY, -INFINITY, DBL_MAX, DBL_TRUE_MIN, -0.0};
static int64_t hostile_integers[6] = {INT64_MIN, -1, 0, INT64_MAX, 1, 2};
static const char *texts[2] = {"a", "b"};
static const char *null_item[2] = {"a", NULL};
static const char *bad_item[2] = {"a", "\xff"};
/* Live handles of the wrong kind. */
static int64_t a_regex, a_regex_set;
/* What events come from. */
static int64_t a_loop, a_window;

#define MUST(condition, what)                                                                          \
    do {                                                                                               \
        if (!(condition)) failed(what, #condition);                                                    \
    } while (0)

static int64_t a_window_event(void) {
    rt_winit_window_request_redraw(a_window);
    return rt_winit_event_loop_wait_events(a_loop, 10000);
}

static int64_t a_pad_event(int64_t context) {
    rt_gamepad_inject_event(context, 0, 1, 0, 1);
    return rt_gamepad_poll_event(context);
}

static int64_t a_body(int64_t world) { return rt_rapier2d_body_new_dynamic(world, 0, 0, 0); }

static void failed(const char *what, const char *condition) {
    fprintf(stderr, "%s\n    does not hold: %s\n", what, condition);
    exit(1);
}

static void error_said(char *error, const char *what) {
    if (error[0] == 0) failed(what, "a last error");
    if (strncmp(error, "internal error:", 15) == 0) failed(what, error);
    rt_text_free(error);
}

static void all_freed(const char *name, int64_t before) {
    if (rt_native_live_handles() != before) failed(name, "all handles are freed");
}

static void prepare(void) {
    memset(long_text, 'a', sizeof long_text - 1);
    a_regex = rt_regex_new("a");
    a_regex_set = rt_regex_set_new(texts, 2);
    a_loop = rt_winit_event_loop_new();
    a_window = rt_winit_window_new(a_loop, 20, 20, "events");
    MUST(a_window > 0, "a window");
}

static void tidy(void) {
    rt_regex_destroy(a_regex);
    rt_regex_set_destroy(a_regex_set);
    rt_winit_event_loop_free(a_loop);
}
