/* Measures what a C host sees: our archive and rure in one program. Each line printed is a figure:
 * NAME SECONDS-OF-OURS SECONDS-OF-THEIRS CALLS, once for each turn. */
#include "simple_native.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct rure rure;
rure *rure_compile_must(const char *pattern);
bool rure_is_match(rure *re, const uint8_t *haystack, size_t length, size_t start);
void rure_free(rure *re);

enum { TURNS = 31, CALLS = 200000 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int64_t handles[16];
static rure *others[16];
static const char *const PATTERNS[] = {"[0-9]+", "^[a-z]+$", "foo|bar", "\\bword\\b"};
static const char *const TEXTS[] = {"item 42", "lowercase", "a bar", "one word more"};
enum { PAIRS = 4 };

__attribute__((noinline)) static int64_t empty(int64_t handle) {
    __asm__ volatile("");
    return handle;
}
static int64_t (*volatile empty_pointer)(int64_t) = empty;
static volatile int64_t sink;

#define TIMED(seconds, ...)                                                                            \
    do {                                                                                               \
        double start_ = now();                                                                         \
        for (int i = 0; i < CALLS; i++) {                                                              \
            __VA_ARGS__;                                                                               \
        }                                                                                              \
        seconds = now() - start_;                                                                      \
    } while (0)

#define TURN(name, ours, theirs)                                                                       \
    for (int turn = -1; turn < TURNS; turn++) {                                                        \
        double a, b;                                                                                   \
        TIMED(a, ours);                                                                                \
        TIMED(b, theirs);                                                                              \
        if (turn >= 0) printf("%s %.9f %.9f %d\n", name, a, b, CALLS);                                 \
    }

static void *search(void *argument) {
    int64_t handle = *(int64_t *)argument;
    /* A sum of its own: a shared one would be what the threads wait for. */
    int64_t sum = 0;
    for (int i = 0; i < CALLS * 5; i++) sum += rt_regex_is_match(handle, "item 42");
    return sum == CALLS * 5 ? NULL : argument;
}

static double in_threads(int count, int64_t *with) {
    pthread_t threads[2];
    double start = now();
    for (int i = 0; i < count; i++) pthread_create(&threads[i], NULL, search, &with[i]);
    for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
    return now() - start;
}

int main(void) {
    for (int i = 0; i < PAIRS; i++) {
        handles[i] = rt_regex_new(PATTERNS[i]);
        others[i] = rure_compile_must(PATTERNS[i]);
        size_t length = strlen(TEXTS[i]);
        if (rt_regex_is_match(handles[i], TEXTS[i]) != 1) return 1;
        if (!rure_is_match(others[i], (const uint8_t *)TEXTS[i], length, 0)) return 1;
    }
    int64_t set = rt_regex_set_new(NULL, 0);
    TURN("checked_call", sink += rt_regex_set_len(set), sink += empty_pointer(i));
    for (int pair = 0; pair < PAIRS; pair++) {
        const char *text = TEXTS[pair];
        size_t length = strlen(text);
        char name[32];
        snprintf(name, sizeof name, "rure_%d", pair);
        TURN(name, sink += rt_regex_is_match(handles[pair], text),
             sink += rure_is_match(others[pair], (const uint8_t *)text, length, 0));
    }
    TURN("quick", sink += rt_regex_is_match_quick(PATTERNS[0], TEXTS[0]),
         sink += rt_regex_is_match(handles[0], TEXTS[0]));
    rt_regex_set_destroy(set);

    /* Work for each second: two threads do twice as much. */
    int64_t two[] = {rt_regex_new("[0-9]+"), rt_regex_new("[0-9]+")};
    for (int turn = 0; turn < 9; turn++) {
        double both = in_threads(2, two), one = in_threads(1, two);
        printf("threads %.9f %.9f %d\n", both, one, CALLS * 5);
    }
    int64_t same[] = {two[0], two[0]};
    for (int turn = 0; turn < 9; turn++) {
        double both = in_threads(2, same), one = in_threads(1, same);
        printf("threads_same %.9f %.9f %d\n", both, one, CALLS * 5);
    }
    rt_regex_destroy(two[0]);
    rt_regex_destroy(two[1]);
    for (int i = 0; i < PAIRS; i++) {
        rt_regex_destroy(handles[i]);
        rure_free(others[i]);
    }
    return (int)rt_native_live_handles();
}
