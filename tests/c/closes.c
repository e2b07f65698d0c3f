/* The shared object closed while threads of its own are alive: its code stays, and so do they. Argument: its path. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void *library;

/* The address of a function of it. */
#define FUNCTION(result, name, ...) result (*name)(__VA_ARGS__) = (result(*)(__VA_ARGS__))(uintptr_t)dlsym(library, #name)

static void *nothing(void *data) {
    FUNCTION(char *, rt_native_version, void);
    FUNCTION(void, rt_text_free, char *);
    rt_text_free(rt_native_version());
    return data;
}

static void *message(void *data) {
    FUNCTION(int64_t, rt_module_load, const char *);
    FUNCTION(char *, rt_module_send_timeout, int64_t, const char *, const char *, int64_t);
    FUNCTION(bool, rt_module_unload, int64_t);
    FUNCTION(void, rt_text_free, char *);
    int64_t module = rt_module_load("native");
    rt_text_free(rt_module_send_timeout(module, "query", "{}", 10000));
    rt_module_unload(module);
    return data;
}

static void *request(void *data) {
    FUNCTION(bool, rt_http_get_into, const char *, void *);
    struct {
        int64_t status;
        char *body, *error;
        char room[64];
    } result;
    rt_http_get_into("http://127.0.0.1:9/", &result);
    return data;
}

static void *pads(void *data) {
    FUNCTION(int64_t, rt_gamepad_init, void);
    rt_gamepad_init();
    return data;
}

static void *window(void *data) {
    FUNCTION(int64_t, rt_winit_event_loop_new, void);
    rt_winit_event_loop_new();
    return data;
}

static void *sound(void *data) {
    FUNCTION(int64_t, rt_audio_init, void);
    rt_audio_init();
    return data;
}

/* The reference's threads, which are C++'s. */
static void *device(void *data) {
    FUNCTION(int64_t, rt_cuda_init, int64_t);
    rt_cuda_init(-1);
    return data;
}

int main(int count, char **arguments) {
    /* Where there is no device, nothing may have begun. */
    const struct {
        const char *name;
        void *(*use)(void *);
        enum { GOES, STAYS, EITHER } then;
    } uses[] = {{"nothing", nothing, GOES}, {"message", message, STAYS}, {"request", request, STAYS},
                {"pads", pads, EITHER},     {"window", window, EITHER},  {"sound", sound, EITHER},
                {"device", device, STAYS}};
    if (count < 2) return 2;
    for (int i = 0; i < (int)(sizeof uses / sizeof *uses); i++) {
        for (int times = 0; times < 5; times++) {
            pid_t child = fork();
            if (child == 0) {
                alarm(120);
                library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
                if (!library) _exit(3);
                pthread_t thread;
                pthread_create(&thread, NULL, uses[i].use, NULL);
                pthread_join(thread, NULL);
                dlclose(library);
                usleep(20000);
                bool is_there = dlopen(arguments[1], RTLD_NOW | RTLD_NOLOAD) != NULL;
                if (is_there) uses[i].use(NULL);
                _exit(uses[i].then == EITHER || is_there == (uses[i].then == STAYS) ? 0 : 4);
            }
            int status = -1;
            if (waitpid(child, &status, 0) != child || status != 0) {
                fprintf(stderr, "%s: status %#x\n", uses[i].name, (unsigned)status);
                return 1;
            }
        }
    }
    puts("ok");
    return 0;
}
