/* Measures messages to modules beside direct calls of the same functions. Arguments: the echo module as a shared
 * library and as WebAssembly; it is linked in besides. Each line printed is a figure: NAME SECONDS-OF-OURS
 * SECONDS-OF-THEIRS CALLS, once for each turn. */
#include "simple_module.h"
#include "simple_native.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TURNS = 21, SMALL = 100, LARGE = 100 << 10 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void *own;
static volatile int64_t sink;

static void direct(const char *payload) {
    char *answer = handle_message(own, "command", payload);
    sink += answer[2];
    free_string(answer);
}

static void direct_search(const char *text) { sink += rt_regex_is_match_quick("^x", text); }

static void message(int64_t module, const char *payload) {
    char *answer = rt_module_send(module, "command", payload);
    if (answer[11] != 's') {
        fprintf(stderr, "%.300s\n", answer);
        exit(1);
    }
    rt_text_free(answer);
}

static void timed_message(int64_t module, const char *payload) {
    char *answer = rt_module_send_timeout(module, "command", payload, 10000);
    if (answer[11] != 's') exit(1);
    rt_text_free(answer);
}

static void turns(const char *name, void (*send)(int64_t, const char *), int64_t module, const char *payload,
                  void (*call)(const char *), const char *argument, int calls) {
    for (int turn = -1; turn < TURNS; turn++) {
        double start = now();
        for (int i = 0; i < calls; i++) send(module, payload);
        double middle = now();
        for (int i = 0; i < calls; i++) call(argument);
        double end = now();
        if (turn >= 0) printf("%s %.9f %.9f %d\n", name, middle - start, end - middle, calls);
    }
}

/* A JSON string of `size` bytes, and the text in it. */
static char *payload_of(int size, const char *before, const char *after, char **text) {
    char *payload = malloc((size_t)size + 1);
    int head = (int)strlen(before), tail = (int)strlen(after);
    memset(payload, 'x', (size_t)size);
    memcpy(payload, before, (size_t)head);
    memcpy(payload + size - tail, after, (size_t)tail + 1);
    *text = malloc((size_t)size);
    memset(*text, 'x', (size_t)size);
    (*text)[size - head - tail] = 0;
    return payload;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    own = create_module();
    int64_t native = rt_module_load(arguments[1]), wasm = rt_module_load(arguments[2]);
    int64_t builtin = rt_module_load("native");
    if (!native || !wasm || !builtin) {
        fprintf(stderr, "%s\n", rt_module_get_last_error());
        return 1;
    }
    for (int large = 0; large < 2; large++) {
        int size = large ? LARGE : SMALL, calls = large ? 200 : 20000;
        char name[40], *text;
        char *payload = payload_of(size, "\"", "\"", &text);
        snprintf(name, sizeof name, "native_%d", large);
        turns(name, message, native, payload, direct, payload, calls);
        snprintf(name, sizeof name, "timeout_%d", large);
        turns(name, timed_message, native, payload, direct, payload, calls / 20);
        snprintf(name, sizeof name, "wasm_%d", large);
        turns(name, message, wasm, payload, direct, payload, calls / 2);
        char *call = payload_of(size, "{\"call\":\"rt_regex_is_match_quick\",\"args\":[\"^x\",\"", "\"]}", &text);
        snprintf(name, sizeof name, "builtin_%d", large);
        turns(name, message, builtin, call, direct_search, text, calls);
    }
    return 0;
}
