/* Three modules, in Rust, in C and in WebAssembly, and the archive itself as a fourth: a log of what they are told
 * and what they answer, and of the events meanwhile. */
#include "acts.h"
#include "simple_native.h"

#include <stdio.h>

static const char *const NAMES[] = {"demo_rust", "demo_c", "demo_wasm"};
enum { MODULES = sizeof NAMES / sizeof *NAMES };

static int failed(const char *what) {
    char *error = rt_module_get_last_error();
    fprintf(stderr, "%s: %s\n", what, error);
    rt_text_free(error);
    return 1;
}

static void tell(const char *name, int64_t module, const char *message_type, const char *payload) {
    char *answer = rt_module_send(module, message_type, payload);
    printf("%-10s %-8s %-28s -> %s\n", name, message_type, payload, answer);
    rt_text_free(answer);
}

static void print_events(int64_t subscription) {
    for (;;) {
        char *event = rt_events_next(subscription, 0);
        int more = event[0] != 0;
        if (more) printf("event      %.100s\n", event);
        rt_text_free(event);
        if (!more) break;
    }
}

int act_module(const char *out) {
    (void)out;
    const char *kinds[] = {"module"};
    int64_t subscription = rt_events_subscribe(kinds, 1);
    for (int i = 0; i < MODULES; i++) {
        char *path = rt_module_find(NAMES[i]);
        int64_t module = rt_module_load(path);
        rt_text_free(path);
        if (module == 0) return failed(NAMES[i]);
        tell(NAMES[i], module, "init", "{}");
        tell(NAMES[i], module, "command", "{\"add\": 40}");
        tell(NAMES[i], module, "command", "{\"add\": 2}");
        tell(NAMES[i], module, "query", "{\"name\": \"Ada\"}");
        tell(NAMES[i], module, "mutation", "{}");
        if (!rt_module_unload(module)) return failed(NAMES[i]);
    }
    int64_t native = rt_module_load("native");
    if (native == 0) return failed("native");
    tell("native", native, "query", "{\"call\":\"rt_native_version\"}");
    tell("native", native, "query", "{\"call\":\"rt_regex_find_quick\",\"args\":[\"\\\\d+\",\"in 2026\"]}");
    tell("native", native, "query", "{\"call\":\"rt_regex_find_quick\",\"args\":[\"(\",\"\"]}");
    if (!rt_module_unload(native)) return failed("native");
    print_events(subscription);
    rt_events_unsubscribe(subscription);
    return 0;
}
