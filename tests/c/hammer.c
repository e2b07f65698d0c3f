/* 8 threads make, use and free handles that all of them know, for some seconds (the first argument). Every
 * answer is right or the handle is stale; nothing hangs; nothing is left. */
#include "check.h"

#include <stdatomic.h>
#include <time.h>

enum { SLOTS = 64, THREADS = 8 };

/* Patterns that match exactly one of the digits: slot n holds a pattern for n % 10. */
static _Atomic int64_t shared[SLOTS];
static _Atomic long made, freed, right, stale;
static time_t deadline;

static uint64_t next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static int64_t make(int slot) {
    const char pattern[] = {'^', (char)('0' + slot % 10), '$', 0};
    int64_t handle = rt_regex_new(pattern);
    CHECK(handle > 0);
    made++;
    return handle;
}

/* Of all the threads that free a handle, one succeeds: rt_regex_destroy says so by its last error. */
static void destroy(int64_t handle) {
    rt_regex_clear_error();
    rt_regex_destroy(handle);
    char *error = rt_regex_get_last_error();
    if (error[0] == 0) freed++;
    else CHECK(strstr(error, "was freed") != NULL);
    rt_text_free(error);
}

static void use(int64_t handle, int slot) {
    char digit[] = {(char)('0' + slot % 10), 0}, other[] = {(char)('0' + (slot + 1) % 10), 0};
    int64_t yes = rt_regex_is_match(handle, digit);
    int64_t no = rt_regex_is_match(handle, other);
    CHECK(yes == 1 || yes == -1);
    CHECK(no == 0 || no == -1);
    if (yes == 1) right++;
    else stale++;
    char *found = rt_regex_find(handle, digit);
    CHECK(found[0] == 0 || found[0] == digit[0]);
    rt_text_free(found);
}

static void *hammer(void *argument) {
    static _Atomic uint64_t seeds = 1;
    uint64_t state = 0x9e3779b97f4a7c15u * atomic_fetch_add(&seeds, 1);
    (void)argument;
    while (time(NULL) < deadline) {
        for (int i = 0; i < 200; i++) {
            int slot = (int)(next(&state) % SLOTS);
            int64_t handle = shared[slot];
            switch (next(&state) % 8) {
            case 0: { /* replace what is there */
                int64_t old = atomic_exchange(&shared[slot], make(slot));
                destroy(old);
                break;
            }
            case 1: /* free it under the others' hands: they have the number too */
                destroy(handle);
                break;
            case 2:
                if (rt_regex_is_match(handle, "x") == -1) {
                    int64_t fresh = make(slot);
                    if (!atomic_compare_exchange_strong(&shared[slot], &handle, fresh)) destroy(fresh);
                }
                break;
            default:
                use(handle, slot);
            }
        }
    }
    return NULL;
}

int main(int count, char **arguments) {
    int64_t before = rt_native_live_handles();
    deadline = time(NULL) + (count > 1 ? atoi(arguments[1]) : 10);
    for (int slot = 0; slot < SLOTS; slot++) shared[slot] = make(slot);
    check_threads(THREADS, hammer, NULL);
    for (int slot = 0; slot < SLOTS; slot++) destroy(shared[slot]);
    printf("made %ld, freed %ld, right %ld, stale %ld\n", made, freed, right, stale);
    CHECK_INT(freed, made);
    CHECK(right > 1000);
    CHECK(stale > 100);
    CHECK_INT(rt_native_live_handles(), before);
    return 0;
}
