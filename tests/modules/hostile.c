/* A native module that does as it is told, most of it wrong. Compiled once for each way to fail at load. */
#define SIMPLE_MODULE_IMPLEMENTATION
#define SIMPLE_MODULE_CALLS_HOST
#include "simple_module.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytes.h"

static char *kept;
static int inside;
static pthread_key_t of_thread;
static int has_key;

#ifndef WITHOUT_VERSION
int32_t module_abi_version(void) {
#ifdef NEXT_VERSION
    return SIMPLE_MODULE_ABI_VERSION + 1;
#else
    return SIMPLE_MODULE_ABI_VERSION;
#endif
}
#endif

void *create_module(void) {
#if defined(CRASHES)
    return (void *)(intptr_t) * (volatile int *)0;
#elif defined(CREATES_NULL)
    return NULL;
#else
    return calloc(1, 16);
#endif
}

void destroy_module(void *module) {
    if (has_key) pthread_key_delete(of_thread);
    has_key = 0;
    free(kept);
    kept = NULL;
    free(module);
}

void free_string(char *text) {
    if (text != kept) free(text);
}

#ifndef WITHOUT_HANDLE
/* Until the file is there. */
static void wait_for_file(const char *payload) {
    char path[4096];
    if (simple_get_text(payload, "file", path, sizeof path) < 0) return;
    while (access(path, F_OK) != 0) usleep(1000);
}

/* Calls the host's rt_module_send_timeout with "to", which is to send to "back" in its turn. */
static char *relay(const char *payload) {
    typedef char *(*Send)(int64_t, const char *, const char *, int64_t);
    Send send = (Send)(intptr_t)simple_get_number(payload, "send_timeout", 0);
    void (*give_back)(char *) = (void (*)(char *))(intptr_t)simple_get_number(payload, "free", 0);
    char further[300];
    snprintf(further, sizeof further, "{\"do\":\"recurse\",\"send\":%lld,\"free\":%lld,\"module\":%lld}",
             (long long)simple_get_number(payload, "send", 0), (long long)simple_get_number(payload, "free", 0),
             (long long)simple_get_number(payload, "back", 0));
    char *answer = send(simple_get_number(payload, "to", 0), "command", further, 60000);
    char *copy = strdup(answer);
    give_back(answer);
    return copy;
}

/* Calls the host's rt_module_send; the payload has its address, rt_text_free's and a handle. */
static char *recurse(const char *payload) {
    typedef char *(*Send)(int64_t, const char *, const char *);
    Send send = (Send)(intptr_t)simple_get_number(payload, "send", 0);
    void (*give_back)(char *) = (void (*)(char *))(intptr_t)simple_get_number(payload, "free", 0);
    wait_for_file(payload);
    char *answer = send(simple_get_number(payload, "module", 0), "command", "{\"do\":\"echo\"}");
    char *copy = strdup(answer);
    give_back(answer);
    return copy;
}

static void forget_slowly(void *payload) {
    usleep(20000);
    wait_for_file(payload);
    free(payload);
}

/* The thread keeps memory, and takes its time to give it up when it ends; all it wants until a file is there. */
static void keep_for_thread(const char *payload) {
    if (!has_key) has_key = pthread_key_create(&of_thread, forget_slowly) == 0;
    free(pthread_getspecific(of_thread));
    pthread_setspecific(of_thread, strdup(payload));
}

static char *count_inside(void) {
    char number[21];
    int now = __sync_add_and_fetch(&inside, 1);
    usleep(100);
    __sync_sub_and_fetch(&inside, 1);
    return simple_success(simple_number(now, number));
}

char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module;
    char what[40] = "";
    simple_get_text(payload, "do", what, sizeof what);
    if (simple_equal(what, "echo")) return simple_success(payload);
    if (simple_equal(what, "type")) return simple_error(message_type);
    if (simple_equal(what, "null")) return NULL;
    if (simple_equal(what, "empty")) return strdup("");
    if (simple_equal(what, "garbage")) return strdup("\x01\x02 no JSON {");
    if (simple_equal(what, "number")) return strdup("42");
    if (simple_equal(what, "status")) return strdup("{\"status\":\"fine\",\"data\":1}");
    if (simple_equal(what, "dataless")) return strdup("{\"status\":\"success\"}");
    if (simple_equal(what, "utf8")) return strdup("{\"status\":\"success\",\"data\":\"\xc3(\"}");
    if (simple_equal(what, "longest") || simple_equal(what, "too long")) {
        size_t size = ((size_t)64 << 20) + simple_equal(what, "too long");
        char *text = malloc(size + 1);
        memset(text, 'x', size);
        memcpy(text, "{\"status\":\"success\",\"data\":\"", 28);
        memcpy(text + size - 2, "\"}", 3);
        return text;
    }
    if (simple_equal(what, "later")) {
        /* Its own until the next such message; free_string leaves it alone. */
        free(kept);
        return kept = simple_success("\"mine\"");
    }
    if (simple_equal(what, "keep for thread")) keep_for_thread(payload);
    if (simple_equal(what, "wait")) {
        char began[4096];
        if (simple_get_text(payload, "began", began, sizeof began) >= 0) fclose(fopen(began, "w"));
        wait_for_file(payload);
    }
    if (simple_equal(what, "never")) for (;;) sleep(1000);
    if (simple_equal(what, "recurse")) return recurse(payload);
    if (simple_equal(what, "relay")) return relay(payload);
    if (simple_equal(what, "count")) return count_inside();
    if (simple_equal(what, "leave thread")) pthread_exit(NULL);
    return simple_success("null");
}
#endif
