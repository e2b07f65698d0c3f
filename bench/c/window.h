/* What the two window programs share: a host that says when it got a key press, or drains what is queued.
 *
 * On standard input each line asks for something: `key` for the next press of a key, answered with the
 * nanoseconds of CLOCK_MONOTONIC at which the host had it; `drain` for all that is queued, answered with how
 * many events that were and how many nanoseconds it took; `drain all` for the same many at a time. */
#ifndef BENCH_WINDOW_H
#define BENCH_WINDOW_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Waits for the next press of a key. */
static void next_key(void);
/* Brings what the server sent into the library's queue, where the library does not do so by itself. */
static void gather(void);
/* Takes what is queued, one by one or many at a time; gives how many. */
static int64_t drain(int many_at_a_time);

static int64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void serve(long long window) {
    char line[64];
    printf("%lld\n", window);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        if (strncmp(line, "key", 3) == 0) {
            printf("ready\n");
            fflush(stdout);
            next_key();
            printf("%lld\n", (long long)now_ns());
        } else {
            gather();
            int64_t start = now_ns(), count = drain(strstr(line, "all") != NULL);
            printf("%lld %lld\n", (long long)count, (long long)(now_ns() - start));
        }
        fflush(stdout);
    }
}

#endif
