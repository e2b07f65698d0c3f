/* A WebAssembly module that is linked with a heap of its own, as with a C library: the SDK uses that one. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"
/* A library with a heap of its own, which begins where the module's data ends. */
extern unsigned char __heap_base;
static char *top;
static int taken;
void *malloc(size_t size) {
    if (!top) top = (char *)&__heap_base;
    char *block = top;
    top += (size + 15) & ~(size_t)15;
    taken++;
    return block;
}
void free(void *memory) { taken -= memory != NULL; }
static char *own;
int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { own = malloc(16); for (int i = 0; i < 16; i++) own[i] = 42; return own; }
void destroy_module(void *module) { free(module); }
void free_string(char *text) { simple_free(text); }
char *handle_message(void *module, const char *type, const char *payload) {
    char number[21];
    (void)module, (void)type, (void)payload;
    for (int i = 0; i < 16; i++) if (own[i] != 42) __builtin_trap();
    if (taken != 3) __builtin_trap();
    return simple_success(simple_number(taken, number));
}
