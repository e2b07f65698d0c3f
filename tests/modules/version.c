/* A native module that answers with the version that it was compiled with. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"

static int instance;

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return &instance; }
void destroy_module(void *module) { (void)module; }
void free_string(char *text) { simple_free(text); }
char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module, (void)message_type, (void)payload;
    char number[21];
    return simple_success(simple_number(VERSION, number));
}
