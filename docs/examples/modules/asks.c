/* A module that greets: it gets a name as bytes, and asks the host's function `title` how to call it. A shared library, or
   WebAssembly that is granted "functions": ["title"]. */
#define SIMPLE_MODULE_CALLS_HOST
#define SIMPLE_MODULE_IMPLEMENTATION
#include <simple_module.h>

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return simple_alloc(8); }
void destroy_module(void *module) { simple_free(module); }
void free_string(char *text) { simple_free(text); }

char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module, (void)message_type, (void)payload;
    return simple_error("this module takes bytes");
}

static uint8_t *put(uint8_t *to, const uint8_t *from, int64_t size) {
    for (int64_t i = 0; i < size; i++) *to++ = from[i];
    return to;
}

int32_t handle_bytes(void *module, const char *message_type, const uint8_t *data, int64_t size, SimpleBytes *answer) {
    (void)module, (void)message_type;
    static const uint8_t hello[] = {'h', 'e', 'l', 'l', 'o', ' '};
    SimpleBytes title;
    int32_t is_given = simple_call("title", data, size, &title);
    /* Where the host has none, what it says instead is why this module has no answer. */
    int64_t before = is_given ? (int64_t)sizeof hello : 0;
    answer->data = (uint8_t *)simple_alloc((size_t)(before + title.size + 1));
    if (answer->data) {
        put(put(answer->data, hello, before), title.data, title.size);
        answer->size = before + title.size;
    }
    simple_call_free(&title);
    return is_given && answer->data;
}
