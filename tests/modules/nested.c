/* A native module that loads another one as it comes and unloads that as it goes, and then loads and unloads it once
 * more. Where the other lies, and the host's functions, stand in the environment. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"

#include <stdio.h>
#include <stdlib.h>

static int64_t other;
static int instance;

static void *function(const char *variable) {
    void *address = NULL;
    sscanf(getenv(variable), "%p", &address);
    return address;
}

static int64_t load(void) { return ((int64_t (*)(const char *))function("NESTED_LOAD"))(getenv("NESTED_FILE")); }
static int unload(int64_t module) { return ((int64_t (*)(int64_t))function("NESTED_UNLOAD"))(module) & 1; }

__attribute__((constructor)) static void come(void) { other = load(); }
__attribute__((destructor)) static void go(void) {
    setenv("NESTED_WENT", unload(other) && unload(load()) ? "well" : "badly", 1);
}

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return other ? &instance : NULL; }
void destroy_module(void *module) { (void)module; }
void free_string(char *text) { simple_free(text); }
char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module, (void)message_type;
    return simple_success(payload);
}
