/* A module that counts, and what the host does with it. Built with main it tests itself; built without, as a shared
   library or as WebAssembly, rt_module_load takes it. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include <simple_module.h>

typedef struct {
    int64_t count;
} Counter;

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }

void *create_module(void) {
    Counter *counter = simple_alloc(sizeof *counter);
    if (counter) counter->count = 0;
    return counter;
}

void destroy_module(void *module) { simple_free(module); }

void free_string(char *text) { simple_free(text); }

char *handle_message(void *module, const char *message_type, const char *payload) {
    Counter *counter = module;
    char digits[21];
    if (!simple_equal(message_type, "command")) return simple_error("this module takes commands only");
    counter->count += simple_get_number(payload, "add", 1);
    return simple_success(simple_number(counter->count, digits));
}

#ifndef __wasm__
#include <stdio.h>

static void say(void *module, const char *message_type, const char *payload) {
    char *answer = handle_message(module, message_type, payload);
    puts(answer);
    free_string(answer);
}

int main(void) {
    void *module = create_module();
    say(module, "command", "{\"add\": 41}");
    say(module, "command", "{}");
    say(module, "query", "{}");
    destroy_module(module);
    return 0;
}
#endif

// Prints:
// {"status":"success","data":41}
// {"status":"success","data":42}
// {"status":"error","error":"this module takes commands only"}
