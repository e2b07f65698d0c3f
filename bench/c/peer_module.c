/* What is measured beside other runtimes of WebAssembly: bytes come back as they are, and a sieve. Built plain for
 * simple_native and wasmtime, and with -DEXTISM for extism; FUNCTIONS makes it large. */
#include <stdint.h>

enum { MOST = 2000000 };
static uint8_t composite[MOST];

static int32_t count_primes(int32_t below) {
    int32_t count = 0;
    for (int32_t i = 0; i < below; i++) composite[i] = 0;
    for (int32_t i = 2; i < below; i++) {
        if (composite[i]) continue;
        count++;
        for (int64_t j = (int64_t)i * i; j < below; j += i) composite[j] = 1;
    }
    return count;
}

/* A kernel of real work's shape, many times over: loops, branches, loads and stores. */
#ifdef FUNCTIONS
#define ONE(n)                                                                                         \
    __attribute__((noinline)) static uint32_t work_##n(uint32_t x) {                                   \
        for (uint32_t i = 0; i < (x & 63) + n % 7; i++) {                                              \
            uint32_t at = (x * 2654435761u + i * n) % MOST;                                            \
            if (composite[at] & 1) x ^= x << (n % 5 + 1);                                              \
            else if (x % (n + 3) == 1) composite[(at + n) % MOST] = (uint8_t)(x >> 3);                 \
            else x += composite[(at * 7 + n) % MOST] * (n | 1u);                                       \
        }                                                                                              \
        return x;                                                                                      \
    }
#define TEN(n) ONE(n##0) ONE(n##1) ONE(n##2) ONE(n##3) ONE(n##4) ONE(n##5) ONE(n##6) ONE(n##7) ONE(n##8) ONE(n##9)
#define HUNDRED(n) TEN(n##0) TEN(n##1) TEN(n##2) TEN(n##3) TEN(n##4) TEN(n##5) TEN(n##6) TEN(n##7) TEN(n##8) TEN(n##9)
HUNDRED(1) HUNDRED(2) HUNDRED(3) HUNDRED(4) HUNDRED(5)
#define CALL(n) x = work_##n(x);
#define CALL_TEN(n) CALL(n##0) CALL(n##1) CALL(n##2) CALL(n##3) CALL(n##4) CALL(n##5) CALL(n##6) CALL(n##7) CALL(n##8) CALL(n##9)
#define CALL_HUNDRED(n) CALL_TEN(n##0) CALL_TEN(n##1) CALL_TEN(n##2) CALL_TEN(n##3) CALL_TEN(n##4) CALL_TEN(n##5) CALL_TEN(n##6) CALL_TEN(n##7) CALL_TEN(n##8) CALL_TEN(n##9)
__attribute__((export_name("work"))) uint32_t work(uint32_t x) {
    CALL_HUNDRED(1) CALL_HUNDRED(2) CALL_HUNDRED(3) CALL_HUNDRED(4) CALL_HUNDRED(5)
    return x;
}
#endif

#ifdef EXTISM
#define HOST(name) __attribute__((import_module("extism:host/env"), import_name(#name)))
HOST(input_length) uint64_t input_length(void);
HOST(input_load_u8) uint32_t input_load_u8(uint64_t at);
HOST(input_load_u64) uint64_t input_load_u64(uint64_t at);
HOST(alloc) uint64_t host_alloc(uint64_t size);
HOST(store_u8) void store_u8(uint64_t at, uint32_t value);
HOST(store_u64) void store_u64(uint64_t at, uint64_t value);
HOST(output_set) void output_set(uint64_t at, uint64_t size);

__attribute__((export_name("echo"))) int32_t echo(void) {
    uint64_t size = input_length(), out = host_alloc(size), at = 0;
    for (; at + 8 <= size; at += 8) store_u64(out + at, input_load_u64(at));
    for (; at < size; at++) store_u8(out + at, input_load_u8(at));
    output_set(out, size);
    return 0;
}
__attribute__((export_name("sieve"))) int32_t sieve(void) {
    uint64_t out = host_alloc(8);
    store_u64(out, (uint64_t)count_primes(MOST));
    output_set(out, 8);
    return 0;
}
#else
/* JSON comes back as it is. */
#include "echo_module.c"

int32_t handle_bytes(void *module, const char *message_type, const uint8_t *data, int64_t size, SimpleBytes *answer) {
    (void)module;
    if (simple_equal(message_type, "query")) {
        answer->data = (uint8_t *)simple_alloc(8);
        *(int64_t *)answer->data = count_primes(MOST);
        answer->size = 8;
        return 1;
    }
    answer->data = (uint8_t *)simple_alloc((size_t)size);
    if (!answer->data) return 0;
    __builtin_memcpy(answer->data, data, (size_t)size);
    answer->size = size;
    return 1;
}
#endif
