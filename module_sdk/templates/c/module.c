/* NAME: a module for simple_native. It counts, and greets. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"

typedef struct {
    int64_t count;
} Module;

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }

void *create_module(void) {
    Module *module = (Module *)simple_alloc(sizeof *module);
    if (module) module->count = 0;
    return module;
}

void destroy_module(void *module) { simple_free(module); }

void free_string(char *text) { simple_free(text); }

/* {"add": 2}: the count, after adding. */
static char *command(Module *module, const char *payload) {
    char buffer[21];
    module->count += simple_get_number(payload, "add", 1);
    return simple_success(simple_number(module->count, buffer));
}

/* {"name": "Ada"}: a greeting. The name goes into the answer as it is, so it may hold nothing to escape. */
static char *query(const char *payload) {
    char name[100], greeting[120] = "\"hello, ", *end = greeting + 8;
    if (simple_get_text(payload, "name", name, sizeof name) < 0) return simple_error("the payload has no `name`");
    for (const char *at = name; *at; at++) {
        if (*at == '"' || *at == '\\' || (unsigned char)*at < ' ') return simple_error("`name` is no plain name");
        *end++ = *at;
    }
    *end++ = '"';
    *end = 0;
    return simple_success(greeting);
}

char *handle_message(void *module, const char *message_type, const char *payload) {
    if (simple_equal(message_type, "init")) return simple_success("null");
    if (simple_equal(message_type, "command")) return command((Module *)module, payload);
    if (simple_equal(message_type, "query")) return query(payload);
    return simple_error("this module handles no message of that type");
}
