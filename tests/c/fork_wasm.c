/* Children of fork, made while other threads compile WebAssembly: each can load a module, or is told why not, and none
 * hangs. One that does is ended by its alarm. Argument: the module's file. */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 2, CHILDREN = 24, WORKED = 0, REFUSED = 7 };
static atomic_int stop;
static atomic_long loads;
static char file[4096];

/* Nobody has a module of that file any more when the next one is loaded, so that each is compiled. */
static void *compile(void *nothing) {
    (void)nothing;
    while (!atomic_load(&stop)) {
        int64_t module = rt_module_load(file);
        CHECK(module > 0);
        CHECK(rt_module_unload(module));
        atomic_fetch_add(&loads, 1);
    }
    return NULL;
}

static int load_in_child(void) {
    int64_t module = rt_module_load_with_options(file, "{\"compile_ms\":60000,\"time_ms\":60000}");
    if (module > 0) {
        char *answer = rt_module_send(module, "command", "{\"do\":\"echo\"}");
        CHECK_TEXT(answer, "{\"status\":\"success\",\"data\":{\"do\":\"echo\"}}");
        CHECK(rt_module_unload(module));
        return WORKED;
    }
    char *error = rt_module_get_last_error();
    CHECK(strstr(error, "forked") != NULL || strstr(error, "compile") != NULL);
    rt_text_free(error);
    /* What needs no WebAssembly is not touched by that. */
    module = rt_module_load("native");
    CHECK(module > 0 && rt_module_unload(module));
    return REFUSED;
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    snprintf(file, sizeof file, "%s", arguments[1]);
    pthread_t threads[THREADS];
    pid_t children[CHILDREN];
    for (int i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, compile, NULL) == 0);
    for (int i = 0; i < CHILDREN; i++) {
        /* At other places each time. */
        for (long before = atomic_load(&loads); i % 4 == 0 && atomic_load(&loads) == before;) usleep(100);
        nanosleep(&(struct timespec){0, 1000 * (i * 977 % 3000)}, NULL);
        fflush(NULL);
        children[i] = fork();
        CHECK(children[i] >= 0);
        if (children[i] == 0) {
            alarm(300);
            _exit(load_in_child());
        }
    }
    atomic_store(&stop, 1);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    int refused = 0;
    for (int i = 0; i < CHILDREN; i++) {
        int status;
        CHECK(waitpid(children[i], &status, 0) == children[i]);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == WORKED || WEXITSTATUS(status) == REFUSED);
        refused += WEXITSTATUS(status) == REFUSED;
    }
    printf("%ld modules were compiled, %d of %d children were refused\n", atomic_load(&loads), refused, CHILDREN);
    return 0;
}
