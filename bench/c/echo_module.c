/* A module that answers with what it gets. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return simple_alloc(8); }
void destroy_module(void *module) { simple_free(module); }
void free_string(char *text) { simple_free(text); }
char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module;
    (void)message_type;
    return simple_success(payload);
}
