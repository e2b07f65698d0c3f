/* How a host like the Simple language's runtime calls: it knows integers of 61 bits alone, at most eight of them, and
   looks at the whole register of a result. */
#ifndef TAGGED_HOST_H
#define TAGGED_HOST_H

#include "check.h"

#define CALL(function, ...) call((void (*)(void))(function), (const int64_t[8]){__VA_ARGS__})
#define TEXT(literal) ((int64_t)(intptr_t)(literal))

/* What three tag bits leave. */
static int64_t fits(int64_t value) {
    CHECK(value >= -(INT64_C(1) << 60) && value < INT64_C(1) << 60);
    return value;
}

static int64_t call(void (*function)(void), const int64_t a[8]) {
    for (int i = 0; i < 8; i++) fits(a[i]);
    int64_t (*with_eight)(int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, int64_t) =
        (int64_t (*)(int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, int64_t))function;
    return fits(with_eight(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]));
}

static char *text(int64_t pointer) {
    return (char *)(intptr_t)pointer;
}

static int64_t made(int64_t handle) {
    CHECK(handle > 0 && handle < INT64_C(1) << 53);
    return handle;
}

/* Freed once with true, and with false from then on, each in the whole register. */
#define FREE(function, handle)                                                                         \
    do {                                                                                               \
        CHECK_INT(CALL(function, handle), 1);                                                          \
        CHECK_INT(CALL(function, handle), 0);                                                          \
    } while (0)

#endif
