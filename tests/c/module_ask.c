/* Asks WebAssembly modules: `load FILE OPTIONS` and `send TYPE PAYLOAD`, as often as they are named. Prints what comes
 * of each, and what the modules print. */
#include "check.h"

static int64_t printed;

static void say_printed(void) {
    for (;;) {
        char *event = rt_events_next(printed, 0);
        int ended = event[0] == 0;
        char *stream = strstr(event, "\"stream\":");
        if (stream) printf("%s\n", stream);
        rt_text_free(event);
        if (ended) return;
    }
}

static void say(char *text) {
    printf("%s\n", text);
    rt_text_free(text);
    say_printed();
}

int main(int count, char **arguments) {
    const char *kinds[] = {"module"};
    int64_t module = 0;
    printed = rt_events_subscribe(kinds, 1);
    for (int i = 1; i + 2 < count; i += 3) {
        if (strcmp(arguments[i], "send") == 0) {
            say(rt_module_send(module, arguments[i + 1], arguments[i + 2]));
            continue;
        }
        if (module) CHECK(rt_module_unload(module));
        module = rt_module_load_with_options(arguments[i + 1], arguments[i + 2]);
        if (module) say_printed();
        else say(rt_module_get_last_error());
    }
    if (module) CHECK(rt_module_unload(module));
    rt_events_unsubscribe(printed);
    rt_module_clear_error();
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
