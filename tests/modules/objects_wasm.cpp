/* A WebAssembly module in C++, with global objects and a heap, and without a library. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"
static int constructed;
struct Shape { virtual int sides() const = 0; virtual ~Shape() {} };
struct Square : Shape { int n; Square() : n(4) { constructed++; } int sides() const override { return n; } };
static Square global;
int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return new Square; }
void destroy_module(void *module) { delete (Shape *)module; }
void free_string(char *text) { simple_free(text); }
char *handle_message(void *module, const char *, const char *) {
    if (constructed != 2 || global.sides() != 4 || ((Shape *)module)->sides() != 4) __builtin_trap();
    return simple_success("null");
}
