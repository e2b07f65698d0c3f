/* One handle on two threads, without a lock of the host's. */
#include <simple_native.h>
#include <pthread.h>
#include <stdio.h>

static void *count(void *digits) {
    int64_t found = 0;
    for (int i = 0; i < 1000; i++) found += rt_regex_count(*(int64_t *)digits, "1 22 333");
    return (void *)(intptr_t)found;
}

int main(void) {
    int64_t digits = rt_regex_new("[0-9]+");
    pthread_t other;
    if (pthread_create(&other, NULL, count, &digits) != 0) return 1;
    void *theirs, *ours = count(&digits);
    pthread_join(other, &theirs);
    printf("%d and %d\n", (int)(intptr_t)ours, (int)(intptr_t)theirs);
    rt_regex_destroy(digits);
    return 0;
}

// Prints:
// 3000 and 3000
