/* The system's loader, in which modules come and go: what they load themselves, and forks while it is at work. Arguments:
 * the folder with the modules, and what to try. */
#include "check.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 3, CHILDREN = 60, WORKED = 0, REFUSED = 7 };
static atomic_int stop;
static char file[4096], outer[4096];

static void in_folder(char *path, const char *folder, const char *name) {
    snprintf(path, sizeof file, "%s/%s", folder, name);
}

static void *come_and_go(void *nothing) {
    (void)nothing;
    for (int i = 0; i < 50; i++) {
        int64_t module = rt_module_load(outer);
        if (module <= 0) CHECK_TEXT(rt_module_get_last_error(), "");
        CHECK_CONTAINS(rt_module_send(module, "query", "{}"), "success");
        CHECK(rt_module_unload(module));
    }
    return NULL;
}

/* A module may load and unload others as its own code comes and goes, on several threads at once. */
static void nested(void) {
    char address[40];
    snprintf(address, sizeof address, "%p", (void *)(uintptr_t)rt_module_load);
    setenv("NESTED_LOAD", address, 1);
    snprintf(address, sizeof address, "%p", (void *)(uintptr_t)rt_module_unload);
    setenv("NESTED_UNLOAD", address, 1);
    setenv("NESTED_FILE", file, 1);
    setenv("NESTED_WENT", "nowhere", 1);
    int64_t before = rt_native_live_handles();
    come_and_go(NULL);
    CHECK_INT(strcmp(getenv("NESTED_WENT"), "well"), 0);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, come_and_go, NULL) == 0);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    CHECK_INT(rt_native_live_handles(), before);
}

static void *load_and_unload(void *nothing) {
    (void)nothing;
    while (!atomic_load(&stop)) CHECK(rt_module_unload(rt_module_load(file)));
    return NULL;
}

static void *load_by_itself(void *nothing) {
    (void)nothing;
    while (!atomic_load(&stop)) {
        void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
        CHECK(library != NULL && dlclose(library) == 0);
    }
    return NULL;
}

static int load_in_child(void) {
    int64_t module = rt_module_load(outer);
    if (module > 0) {
        CHECK_CONTAINS(rt_module_send(module, "query", "{}"), "success");
        CHECK(rt_module_unload(module));
        return WORKED;
    }
    CHECK_CONTAINS(rt_module_get_last_error(), "fork at another time, or call exec");
    CHECK_INT(rt_module_code_stays(outer), 0);
    return REFUSED;
}

/* Forks while threads are in the loader: how many of the children were refused. None hangs. */
static int fork_beside(void *(*work)(void *)) {
    pthread_t threads[THREADS];
    pid_t children[CHILDREN];
    atomic_store(&stop, 0);
    for (int i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < CHILDREN; i++) {
        nanosleep(&(struct timespec){0, 1000 * (i * 977 % 3000)}, NULL);
        fflush(NULL);
        CHECK((children[i] = fork()) >= 0);
        if (children[i] == 0) {
            alarm(120);
            int outcome = load_in_child();
            fflush(NULL);
            _exit(outcome);
        }
    }
    atomic_store(&stop, 1);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    int refused = 0;
    for (int i = 0; i < CHILDREN; i++) {
        int status;
        CHECK(waitpid(children[i], &status, 0) == children[i]);
        CHECK(WIFEXITED(status) && (WEXITSTATUS(status) == WORKED || WEXITSTATUS(status) == REFUSED));
        refused += WEXITSTATUS(status) == REFUSED;
    }
    return refused;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    in_folder(file, arguments[1], "version_1.so");
    if (strcmp(arguments[2], "nested") == 0) {
        in_folder(outer, arguments[1], "nested.so");
        nested();
    } else {
        in_folder(outer, arguments[1], "version_2.so");
        /* What this archive has the loader do, no fork comes between. */
        CHECK_INT(fork_beside(load_and_unload), 0);
        /* What the host does by itself, one may. */
        printf("%d of %d were refused\n", fork_beside(load_by_itself), CHILDREN);
    }
    puts("ok");
    return 0;
}
