/* Vectors as calls; see tests/conformance/README.md. */
#include "simple_native.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *where;

#define EXPECT(condition)                                                  \
    do {                                                                   \
        if (!(condition)) {                                                \
            fprintf(stderr, "%s: expected %s\n", where, #condition);       \
            exit(1);                                                       \
        }                                                                  \
    } while (0)

__attribute__((unused)) static bool is_text(const char *seen, const char *wanted, int64_t length) {
    return rt_text_len(seen) == length && memcmp(seen, wanted, (size_t)length) == 0;
}

__attribute__((unused)) static bool is_bytes(RtBytes seen, const char *wanted, int64_t length) {
    return seen.len == length && (length == 0 || memcmp(seen.data, wanted, (size_t)length) == 0);
}

__attribute__((unused)) static char *copied(const char *text) {
    size_t length = strlen(text);
    char *copy = malloc(length + 1);
    EXPECT(copy != NULL);
    return memcpy(copy, text, length + 1);
}

__attribute__((unused)) static const char *joined(const char *format, ...) {
    static char texts[8][4096];
    static int next;
    char *text = texts[next++ % 8];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof texts[0], format, values);
    va_end(values);
    return text;
}

__attribute__((unused)) static const char *times(const char *piece, size_t count) {
    static char text[1 << 20];
    size_t length = strlen(piece);
    for (size_t i = 0; i < count; i++) memcpy(text + i * length, piece, length);
    text[count * length] = 0;
    return text;
}

__attribute__((unused)) static const double *filled(double value, size_t count) {
    static double values[1 << 16];
    for (size_t i = 0; i < count; i++) values[i] = value;
    return values;
}

static void no_more_than(int64_t before) {
    for (int i = 0; i < 500 && rt_native_live_handles() != before; i++) usleep(10000);
    EXPECT(rt_native_live_handles() == before);
}

