#include "check.h"

#include <pthread.h>

void check_failed(const char *file, int line, const char *what) {
    fprintf(stderr, "%s:%d: failed: %s\n", file, line, what);
    exit(1);
}

void check_int(const char *file, int line, const char *what, int64_t actual, int64_t expected) {
    if (actual == expected) return;
    fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", file, line, what, (long long)actual,
            (long long)expected);
    exit(1);
}

void check_near(const char *file, int line, const char *what, double actual, double expected,
                double tolerance) {
    if (fabs(actual - expected) <= tolerance) return;
    fprintf(stderr, "%s:%d: %s is %.17g, not %.17g within %g\n", file, line, what, actual, expected,
            tolerance);
    exit(1);
}

void check_text(const char *file, int line, const char *what, char *actual, const char *expected) {
    if (actual == NULL || strcmp(actual, expected) != 0) {
        fprintf(stderr, "%s:%d: %s is \"%s\", not \"%s\"\n", file, line, what, actual ? actual : "(NULL)",
                expected);
        exit(1);
    }
    CHECK_INT(rt_text_len(actual), (int64_t)strlen(expected));
    rt_text_free(actual);
}

void check_contains(const char *file, int line, const char *what, char *actual, const char *part) {
    if (actual == NULL || strstr(actual, part) == NULL) {
        fprintf(stderr, "%s:%d: %s is \"%s\", without \"%s\"\n", file, line, what,
                actual ? actual : "(NULL)", part);
        exit(1);
    }
    rt_text_free(actual);
}

void check_threads(int count, void *(*body)(void *), void *argument) {
    pthread_t threads[64];
    CHECK(count <= 64);
    for (int i = 0; i < count; i++) CHECK(pthread_create(&threads[i], NULL, body, argument) == 0);
    for (int i = 0; i < count; i++) CHECK(pthread_join(threads[i], NULL) == 0);
}

#ifdef COUNT_CALLS
enum { MAX_NAMES = 4096 };
static const char *_Atomic names[MAX_NAMES];

/* A name that is counted twice by two threads at once is written twice: no harm. */
void count_call(const char *name) {
    for (int i = 0; i < MAX_NAMES; i++) {
        const char *empty = NULL;
        if (names[i] == name) return;
        if (names[i] != NULL) continue;
        if (__atomic_compare_exchange_n((const char **)&names[i], &empty, name, 0, __ATOMIC_SEQ_CST,
                                        __ATOMIC_SEQ_CST))
            return;
    }
}

__attribute__((destructor)) static void write_names(void) {
    const char *path = getenv("CALLS_FILE");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int i = 0; i < MAX_NAMES && names[i]; i++) fprintf(file, "%s\n", names[i]);
    fclose(file);
}
#endif
