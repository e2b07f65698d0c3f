/* A WebAssembly module that does as it is told, most of it wrong. */
#define SIMPLE_MODULE_IMPLEMENTATION
#ifdef CALLS
#define SIMPLE_MODULE_CALLS_HOST
#endif
#include "simple_module.h"

#include "bytes.h"

static volatile int sink;
static char big[100];

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }

void *create_module(void) {
#if defined(LOOPS)
    for (;;) sink++;
#elif defined(BOMB)
    while (__builtin_wasm_memory_grow(0, 16) != (size_t)-1) sink++;
#endif
    return simple_alloc(8);
}

void destroy_module(void *module) { simple_free(module); }

void free_string(char *text) {
    if ((uintptr_t)text >= 1024 && text != big) simple_free(text);
}

static int deeper(int n) {
    int below = deeper(n + sink);
    sink++;
    return below;
}

/* The frame lies in the module's own memory, at whose start it has its stack. */
static int deeper_with_room(int n) {
    volatile char room[256];
    room[n & 255] = (char)n;
    return deeper_with_room(n + 1) + room[n & 255];
}

static char *bomb(void) {
    char number[21];
    int64_t blocks = 0;
    while (simple_alloc(1 << 20)) blocks++;
    return simple_success(simple_number(blocks, number));
}

#ifdef GRANTED
static char *ask(const char *payload) {
    char name[200], value[100], number[21];
    if (simple_get_text(payload, "variable", name, sizeof name) >= 0) {
        int64_t length = simple_environment(name, value, sizeof value);
        return simple_success(simple_number(length < 0 ? length : value[0], number));
    }
    if (simple_get_text(payload, "file", name, sizeof name) >= 0) {
        int64_t length = simple_read_file(name, value, sizeof value);
        return simple_success(simple_number(length < 0 ? length : value[0], number));
    }
    if (simple_get_number(payload, "forged", 0))
        return simple_success(simple_number(simple_read_file((char *)0xfffffff0u, value, -1), number));
    return simple_success(simple_number(simple_clock_ms(), number));
}
#endif

char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module;
    (void)message_type;
    char what[40] = "";
    simple_get_text(payload, "do", what, sizeof what);
#ifdef GRANTED
    if (simple_equal(what, "ask")) return ask(payload);
#endif
    if (simple_equal(what, "echo")) return simple_success(payload);
    if (simple_equal(what, "null")) return NULL;
    if (simple_equal(what, "garbage")) return simple_success("}{");
    if (simple_equal(what, "loop")) for (;;) sink++;
    if (simple_equal(what, "bomb")) return bomb();
    if (simple_equal(what, "calls without end")) return (char *)(uintptr_t)deeper(1);
    if (simple_equal(what, "frames without end")) return (char *)(uintptr_t)deeper_with_room(1);
    if (simple_equal(what, "outside")) return *(char *volatile *)0xfffffff0u;
    if (simple_equal(what, "forged pointer")) return (char *)0xfffffff0u;
    if (simple_equal(what, "endless text")) {
        char *end = (char *)((uintptr_t)__builtin_wasm_memory_size(0) << 16);
        for (int i = 1; i <= 64; i++) end[-i] = 'x';
        return end - 64;
    }
    if (simple_equal(what, "trap")) __builtin_trap();
    if (simple_equal(what, "divide")) return (char *)(uintptr_t)(100 / sink);
    if (simple_equal(what, "no table entry")) return ((char *(*)(int))(uintptr_t)12345)(1);
    return simple_success("null");
}
