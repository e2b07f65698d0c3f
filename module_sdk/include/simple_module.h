/*
 * simple_module.h: what a module for simple_native is written against, in C, native or WebAssembly.
 *
 * A module is a shared library, or a WebAssembly file, that defines the functions declared below. The host loads
 * it with rt_module_load and sends it messages: a type (init, command, query, mutation or event) and a payload,
 * which is JSON. It answers with JSON of one of these two shapes:
 *
 *   {"status":"success","data":…}      {"status":"error","error":"…"}
 *
 * What it answers otherwise, the host's caller gets as an error, and no harm is done. One message at a time is
 * inside an instance, on any thread. A native module shares the host's process; no exception may leave its
 * functions (one that does is stopped, and the message fails), nor, in C++, the constructor of a global object: that
 * runs while the system loads the module, where nothing can stop it, and ends the process.
 *
 * WebAssembly: `clang --target=wasm32 -nostdlib -O2 -Wl,--no-entry,--stack-first -o NAME.wasm NAME.c`, with
 * SIMPLE_MODULE_IMPLEMENTATION defined before this header is included, in one file. (With the stack first, one that
 * runs over traps instead of writing over the module's data.) Without a C library, below are the few functions
 * that a small module needs; where the module is linked with one (its own malloc and free, or wasi-libc's), memory
 * is that library's. C++ is built with -fno-exceptions -fno-rtti -fno-threadsafe-statics besides. The host calls
 * _initialize once, before all else: it runs the constructors of global objects. Texts lie in the module's exported memory, NUL-terminated: the host asks alloc_string
 * for room and writes type and payload there, reads the answer, and gives all three to free_string. A module that
 * traps, answers with what is not its memory, or takes longer than its time is dead.
 */
#ifndef SIMPLE_MODULE_H
#define SIMPLE_MODULE_H

#include <stddef.h>
#include <stdint.h>

/* What module_abi_version returns. */
#define SIMPLE_MODULE_ABI_VERSION 1

#if defined(__wasm__)
#define SIMPLE_MODULE_EXPORT(name) __attribute__((export_name(#name)))
#elif defined(_WIN32)
#define SIMPLE_MODULE_EXPORT(name) __declspec(dllexport)
#else
#define SIMPLE_MODULE_EXPORT(name) __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The version of these functions that the module was written for: SIMPLE_MODULE_ABI_VERSION. */
SIMPLE_MODULE_EXPORT(module_abi_version) int32_t module_abi_version(void);

/* A new instance, which every other function gets; NULL where there can be none, and the load fails. */
SIMPLE_MODULE_EXPORT(create_module) void *create_module(void);

/* The answer to a message. Both texts are borrowed for the call. The answer is UTF-8, NUL-terminated, at most 64
 * MiB long, and stays as it is until free_string gets it. */
SIMPLE_MODULE_EXPORT(handle_message) char *handle_message(void *module, const char *message_type, const char *payload);

/* Bytes: NULL and 0 where there are none. */
typedef struct SimpleBytes {
    uint8_t *data;
    int64_t size;
} SimpleBytes;

/* Optional: the answer to a message of bytes, which rt_module_send_bytes sends. 1, and the answer in `*answer` (which is
 * empty before); 0 where there is none, and then the bytes there are a text in UTF-8 that says why. What is in `*answer`
 * stays as it is until free_bytes gets it, if its data is not NULL. A module that has it has free_bytes, and in
 * WebAssembly alloc_bytes; both are among the helpers below. */
SIMPLE_MODULE_EXPORT(handle_bytes) int32_t handle_bytes(void *module, const char *message_type, const uint8_t *data,
                                                        int64_t size, SimpleBytes *answer);
SIMPLE_MODULE_EXPORT(free_bytes) void free_bytes(uint8_t *data, int64_t size);

/* The host's functions (rt_module_register_function), for native modules: both are called on any thread. `call` hands
 * `size` bytes to the function `name`: 1, and its answer in `*answer`; 0 where it failed, and then the bytes there are a
 * text in UTF-8 that says why. free_bytes takes an answer back. */
typedef struct SimpleHost {
    int32_t (*call)(const char *name, const uint8_t *data, int64_t size, SimpleBytes *answer);
    void (*free_bytes)(uint8_t *data, int64_t size);
} SimpleHost;

/* Takes back an answer, once. */
SIMPLE_MODULE_EXPORT(free_string) void free_string(char *text);

/* Ends an instance. Its code may go with the last one: no thread of its own runs any more, and what it keeps for
 * each thread (pthread_key_create) is given up. */
SIMPLE_MODULE_EXPORT(destroy_module) void destroy_module(void *module);

#if defined(__wasm__)
/* Room for `size` bytes, for the host to write to; 0 where there is none. free_string takes it back. */
SIMPLE_MODULE_EXPORT(alloc_string) char *alloc_string(int32_t size);

/* What the host may have granted at load. A module that calls what it was not granted is not loaded. */
#define SIMPLE_MODULE_IMPORT(name) __attribute__((import_module("simple"), import_name(name)))
/* Milliseconds since 1970. Granted by "clock": true. */
SIMPLE_MODULE_IMPORT("clock_ms") int64_t simple_clock_ms(void);
/* A variable's value, or a file's content, as far as it fits into `out`: its whole length, or -1. Granted by the
 * names in "environment" and "files". */
SIMPLE_MODULE_IMPORT("environment") int64_t simple_environment(const char *name, char *out, int32_t size);
SIMPLE_MODULE_IMPORT("read_file") int64_t simple_read_file(const char *path, char *out, int32_t size);
/* A function of the host's, by its name among those granted in "functions": as simple_call below. */
SIMPLE_MODULE_IMPORT("call")
int32_t simple_host_call(const char *name, const uint8_t *data, int64_t size, SimpleBytes *answer);
/* Room for `size` bytes, for the host to write to; NULL where there is none. free_bytes takes it back. */
SIMPLE_MODULE_EXPORT(alloc_bytes) uint8_t *alloc_bytes(int64_t size);
#else
/* Optional: gets the host's functions before each create_module. The table stays as it is for as long as the process
 * lives. */
SIMPLE_MODULE_EXPORT(module_host) void module_host(const SimpleHost *host);
#endif

/* ---- Helpers, for any module in C: each takes no memory but an answer's, and needs no library. ---- */

/* Calls the host's function `name` with `size` bytes: 1, and its answer in `*answer`; 0 where it failed (there is none of
 * that name, it was not granted, the host is older than its functions), and then the bytes there are a text in UTF-8 that
 * says why. simple_call_free takes `*answer` back in either case. With SIMPLE_MODULE_CALLS_HOST defined before this
 * header is included; in WebAssembly the module is then loaded only where it is granted "functions". */
#if defined(SIMPLE_MODULE_CALLS_HOST)
int32_t simple_call(const char *name, const uint8_t *data, int64_t size, SimpleBytes *answer);
void simple_call_free(SimpleBytes *answer);
#endif

/* Memory: malloc and free, or in WebAssembly without a C library the allocator below. */
void *simple_alloc(size_t size);
void simple_free(void *memory);

/* Whether two texts are the same. */
int simple_equal(const char *a, const char *b);
/* The answer that carries `data`, which is JSON; NULL where there is no memory. */
char *simple_success(const char *data);
/* The answer that says what went wrong: any text in UTF-8. */
char *simple_error(const char *text);
/* `number` in decimal, at the end of `buffer`. */
const char *simple_number(int64_t number, char buffer[21]);
/* The integer at "key" in a payload that is an object; `otherwise` where there is none that fits. */
int64_t simple_get_number(const char *payload, const char *key, int64_t otherwise);
/* The text at "key" in a payload that is an object, into `out`, at most `size` bytes with the NUL: its length, or
 * -1 where there is none or it does not fit. Of \u escapes, in keys as well, it takes those of ASCII alone, and no
 * NUL. */
int64_t simple_get_text(const char *payload, const char *key, char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_MODULE_H */

#if defined(SIMPLE_MODULE_IMPLEMENTATION) && !defined(SIMPLE_MODULE_IMPLEMENTED)
#define SIMPLE_MODULE_IMPLEMENTED

#ifdef __cplusplus
extern "C" {
#endif

static size_t simple_length(const char *text) {
    size_t length = 0;
    while (text[length]) length++;
    return length;
}

#if defined(__wasi__) || defined(__EMSCRIPTEN__)
#define SIMPLE_MODULE_LIBC
#endif

#if defined(__wasm__) && !defined(SIMPLE_MODULE_LIBC)
/* What a compiler may call for; a library's own take their place. */
#define SIMPLE_MODULE_WEAK __attribute__((weak))
SIMPLE_MODULE_WEAK void *memcpy(void *to, const void *from, size_t size) {
    for (size_t i = 0; i < size; i++) ((volatile char *)to)[i] = ((const char *)from)[i];
    return to;
}
SIMPLE_MODULE_WEAK void *memmove(void *to, const void *from, size_t size) {
    if ((uintptr_t)to <= (uintptr_t)from) {
        for (size_t i = 0; i < size; i++) ((volatile char *)to)[i] = ((const char *)from)[i];
    } else {
        for (size_t i = size; i > 0; i--) ((volatile char *)to)[i - 1] = ((const char *)from)[i - 1];
    }
    return to;
}
SIMPLE_MODULE_WEAK void *memset(void *to, int byte, size_t size) {
    for (size_t i = 0; i < size; i++) ((volatile char *)to)[i] = (char)byte;
    return to;
}
SIMPLE_MODULE_WEAK int memcmp(const void *a, const void *b, size_t size) {
    const unsigned char *one = (const unsigned char *)a, *other = (const unsigned char *)b;
    for (size_t i = 0; i < size; i++)
        if (one[i] != other[i]) return one[i] < other[i] ? -1 : 1;
    return 0;
}

/* Constructors of global objects. Where nothing calls them, the linker has them run before each exported function. */
extern void __wasm_call_ctors(void);
SIMPLE_MODULE_WEAK SIMPLE_MODULE_EXPORT(_initialize) void _initialize(void) { __wasm_call_ctors(); }
#ifdef __cplusplus
/* Global objects live as long as the module's memory. */
SIMPLE_MODULE_WEAK int __cxa_atexit(void (*)(void *), void *, void *) { return 0; }
SIMPLE_MODULE_WEAK void *__dso_handle;
SIMPLE_MODULE_WEAK void __cxa_pure_virtual(void) { __builtin_trap(); }
#endif

/* A heap that is linked in: two that take memory from the same place would write over one another. */
extern SIMPLE_MODULE_WEAK void *malloc(size_t size);
extern SIMPLE_MODULE_WEAK void free(void *memory);

/* Blocks of 2^n bytes, each size with a list of free ones; the first 8 bytes hold n. */
extern unsigned char __heap_base;
static uintptr_t simple_top;
static void *simple_free_blocks[32];

void *simple_alloc(size_t size) {
    if (malloc && free) return malloc(size);
    if (size > ((size_t)1 << 31) - 8) return NULL;
    int n = 4;
    while (((size_t)1 << n) < size + 8) n++;
    char *block = (char *)simple_free_blocks[n];
    if (block) {
        simple_free_blocks[n] = *(void **)(block + 8);
    } else {
        if (!simple_top) simple_top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
        uint64_t end = (uint64_t)simple_top + ((uint64_t)1 << n);
        if (end > UINT32_MAX) return NULL;
        uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) << 16;
        if (end > have && __builtin_wasm_memory_grow(0, (size_t)((end - have + 65535) >> 16)) == (size_t)-1)
            return NULL;
        block = (char *)simple_top;
        simple_top = (uintptr_t)end;
    }
    *(int *)block = n;
    return block + 8;
}
void simple_free(void *memory) {
    if (!memory) return;
    if (malloc && free) {
        free(memory);
        return;
    }
    char *block = (char *)memory - 8;
    int n = *(int *)block;
    *(void **)memory = simple_free_blocks[n];
    simple_free_blocks[n] = block;
}
#else
#include <stdlib.h>
void *simple_alloc(size_t size) { return malloc(size); }
void simple_free(void *memory) { free(memory); }
#endif

#if defined(__wasm__)
char *alloc_string(int32_t size) { return size < 0 ? NULL : (char *)simple_alloc((size_t)size); }
uint8_t *alloc_bytes(int64_t size) {
    return size < 0 || size > INT32_MAX ? NULL : (uint8_t *)simple_alloc((size_t)size);
}
#endif
void free_bytes(uint8_t *data, int64_t size) {
    (void)size;
    simple_free(data);
}

#if defined(SIMPLE_MODULE_CALLS_HOST)
#if defined(__wasm__)
int32_t simple_call(const char *name, const uint8_t *data, int64_t size, SimpleBytes *answer) {
    answer->data = NULL;
    answer->size = 0;
    return simple_host_call(name, data, size, answer);
}
void simple_call_free(SimpleBytes *answer) {
    free_bytes(answer->data, answer->size);
    answer->data = NULL;
}
#else
static const SimpleHost *simple_host;
void module_host(const SimpleHost *host) { simple_host = host; }
int32_t simple_call(const char *name, const uint8_t *data, int64_t size, SimpleBytes *answer) {
    answer->data = NULL;
    answer->size = 0;
    return simple_host ? simple_host->call(name, data, size, answer) : 0;
}
void simple_call_free(SimpleBytes *answer) {
    if (simple_host) simple_host->free_bytes(answer->data, answer->size);
    answer->data = NULL;
}
#endif
#endif

int simple_equal(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

static char *simple_put(char *to, const char *text) {
    while (*text) *to++ = *text++;
    return to;
}

char *simple_success(const char *data) {
    static const char head[] = "{\"status\":\"success\",\"data\":";
    char *answer = (char *)simple_alloc(sizeof head + simple_length(data) + 1);
    if (!answer) return NULL;
    char *end = simple_put(simple_put(simple_put(answer, head), data), "}");
    *end = 0;
    return answer;
}

char *simple_error(const char *text) {
    static const char head[] = "{\"status\":\"error\",\"error\":\"";
    char *answer = (char *)simple_alloc(sizeof head + 6 * simple_length(text) + 2);
    if (!answer) return NULL;
    char *end = simple_put(answer, head);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte < ' ') {
            end = simple_put(end, "\\u00");
            *end++ = "0123456789abcdef"[byte >> 4];
            *end++ = "0123456789abcdef"[byte & 15];
        } else {
            if (byte == '"' || byte == '\\') *end++ = '\\';
            *end++ = (char)byte;
        }
    }
    end = simple_put(end, "\"}");
    *end = 0;
    return answer;
}

const char *simple_number(int64_t number, char buffer[21]) {
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    char *at = buffer + 20;
    *at = 0;
    do *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--at = '-';
    return at;
}

static const char *simple_skip_space(const char *at) {
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r') at++;
    return at;
}

/* Past the string that begins at `at`. */
static const char *simple_skip_string(const char *at) {
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : at;
}

/* Past the value that begins at `at`. The host sends only what is JSON. */
static const char *simple_skip_value(const char *at) {
    int depth = 0;
    do {
        if (*at == '"') {
            at = simple_skip_string(at);
        } else {
            if (*at == '{' || *at == '[') depth++;
            if (*at == '}' || *at == ']') depth--;
            if (!*at) return at;
            at++;
        }
    } while (depth > 0 || (*at && *at != ',' && *at != '}' && *at != ']'));
    return at;
}

static int simple_hex(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    digit = (char)(digit | 32);
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* The byte that the escape at `*at` (behind its backslash) stands for, or -1. */
static int simple_unescape(const char **at) {
    switch (**at) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'u': {
        int byte = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = simple_hex((*at)[i]);
            if (digit < 0) return -1;
            byte = byte * 16 + digit;
        }
        *at += 4;
        return byte > 0 && byte < 128 ? byte : -1;
    }
    default: return (unsigned char)**at;
    }
}

/* Whether the string that begins at `at` is `key`. */
static int simple_is_key(const char *at, const char *key) {
    for (at++; *at && *at != '"'; at++, key++) {
        int byte = (unsigned char)*at;
        if (byte == '\\') {
            at++;
            byte = simple_unescape(&at);
        }
        if (!*key || byte != (unsigned char)*key) return 0;
    }
    return !*key;
}

/* The value at "key" of the object `payload`, or NULL. */
static const char *simple_find(const char *payload, const char *key) {
    const char *at = simple_skip_space(payload);
    if (*at != '{') return NULL;
    at = simple_skip_space(at + 1);
    while (*at == '"') {
        int found = simple_is_key(at, key);
        at = simple_skip_space(simple_skip_string(at));
        if (*at != ':') return NULL;
        at = simple_skip_space(at + 1);
        if (found) return at;
        at = simple_skip_space(simple_skip_value(at));
        if (*at != ',') return NULL;
        at = simple_skip_space(at + 1);
    }
    return NULL;
}

int64_t simple_get_number(const char *payload, const char *key, int64_t otherwise) {
    const char *at = simple_find(payload, key);
    if (!at) return otherwise;
    int negative = *at == '-';
    if (negative) at++;
    if (*at < '0' || *at > '9') return otherwise;
    uint64_t number = 0, most = (uint64_t)INT64_MAX + (uint64_t)negative;
    for (; *at >= '0' && *at <= '9'; at++) {
        uint64_t digit = (uint64_t)(*at - '0');
        if (number > (most - digit) / 10) return otherwise;
        number = number * 10 + digit;
    }
    if (*at == '.' || *at == 'e' || *at == 'E') return otherwise;
    return (int64_t)(negative ? 0 - number : number);
}

int64_t simple_get_text(const char *payload, const char *key, char *out, size_t size) {
    const char *at = simple_find(payload, key);
    if (!at || *at != '"' || size == 0) return -1;
    size_t length = 0;
    for (at++; *at && *at != '"'; at++) {
        int byte = (unsigned char)*at;
        if (byte == '\\') {
            at++;
            byte = simple_unescape(&at);
        }
        if (byte < 0 || length + 1 >= size) return -1;
        out[length++] = (char)byte;
    }
    out[length] = 0;
    return (int64_t)length;
}

#ifdef __cplusplus
}
#if defined(__wasm__) && !defined(SIMPLE_MODULE_LIBC)
/* Without exceptions, no memory is the module's end. */
static inline void *simple_new(size_t size) {
    void *memory = simple_alloc(size ? size : 1);
    if (!memory) __builtin_trap();
    return memory;
}
SIMPLE_MODULE_WEAK void *operator new(size_t size) { return simple_new(size); }
SIMPLE_MODULE_WEAK void *operator new[](size_t size) { return simple_new(size); }
SIMPLE_MODULE_WEAK void operator delete(void *memory) noexcept { simple_free(memory); }
SIMPLE_MODULE_WEAK void operator delete[](void *memory) noexcept { simple_free(memory); }
SIMPLE_MODULE_WEAK void operator delete(void *memory, size_t) noexcept { simple_free(memory); }
SIMPLE_MODULE_WEAK void operator delete[](void *memory, size_t) noexcept { simple_free(memory); }
#endif
#endif
#endif /* SIMPLE_MODULE_IMPLEMENTATION */
