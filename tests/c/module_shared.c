/* Modules as the shared libraries of each system: found, loaded, asked, refused and taken out again. The argument is the
 * folder with them. */
#include "modules.h"

#include <inttypes.h>
#include <pthread.h>
#include <unistd.h>

#ifdef _WIN32
#define END ".dll"
#define BETWEEN ";"
#define SLASH "\\"
static void set(const char *name, const char *value) { CHECK(_putenv_s(name, value) == 0); }
#else
#define END ".so"
#define BETWEEN ":"
#define SLASH "/"
#include <dlfcn.h>
static void set(const char *name, const char *value) { CHECK(setenv(name, value, 1) == 0); }
#endif

static int64_t load(const char *name) { return loaded(rt_module_load(in_folder(name))); }

static void check_refused(char *answer, const char *part) {
    CHECK(strncmp(answer, "{\"status\":\"error\",\"error\":\"", 27) == 0);
    CHECK_CONTAINS(answer, part);
    CHECK_CONTAINS(rt_module_get_last_error(), part);
    rt_module_clear_error();
}

static void loading(void) {
    static const struct {
        const char *name, *reason;
    } BAD[] = {
        {"nowhere" END, "there is no such file"},
        {"text" END, "text" END},
        {"folder" END, "it is a directory, and no regular file"},
        {"no_version" END, "it has no function `module_abi_version`"},
        {"no_handle" END, "it has no function `handle_message`"},
        {"next_version" END, "its module_abi_version is 2, and this archive speaks version 1"},
        {"creates_null" END, "its create_module returned NULL"},
    };
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        CHECK_INT(rt_module_load(in_folder(BAD[i].name)), 0);
        CHECK_CONTAINS(rt_module_get_last_error(), BAD[i].reason);
    }
    for (int i = 0; i < 50; i++) {
        int64_t module = load("hostile" END);
        CHECK_CONTAINS(rt_module_info(module), "\"name\":\"hostile\"");
        CHECK_INT(rt_module_code_stays(in_folder("hostile" END)), 1);
        CHECK(rt_module_unload(module));
        CHECK_INT(rt_module_code_stays(in_folder("hostile" END)), 0);
    }
    rt_module_clear_error();
}

/* Several folders, of which some are not there. */
static void finding(void) {
    char folders[9000];
    snprintf(folders, sizeof folders, "%s" SLASH "absent" BETWEEN BETWEEN "%s", folder, folder);
    set("SIMPLE_MODULE_PATH", folders);
    char *path = rt_module_find("hostile");
    CHECK(strstr(path, SLASH "hostile" END) != NULL);
    CHECK(rt_module_unload(loaded(rt_module_load(path))));
    rt_text_free(path);
    CHECK_TEXT(rt_module_find("absent"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), folder);
    CHECK_TEXT(rt_module_find(".." SLASH "hostile"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "which is no module's name");
    set("SIMPLE_MODULE_PATH", "");
    rt_module_clear_error();
}

static void messages(void) {
    int64_t module = load("hostile" END);
    CHECK_TEXT(message(module, "echo"), "{\"status\":\"success\",\"data\":{\"do\":\"echo\"}}");
    check_refused(message(module, "null"), "handle_message returned NULL");
    check_refused(message(module, "garbage"), "no answer in JSON");
    check_refused(message(module, "utf8"), "not UTF-8 at byte 28");
    check_refused(message(module, "too long"), "longer than 67108864 bytes");
    char *longest = message(module, "longest");
    CHECK_INT(rt_text_len(longest), 64 << 20);
    rt_text_free(longest);
    for (int i = 0; i < 3; i++) CHECK_CONTAINS(message(module, "later"), "mine");
    check_refused(rt_module_send(module, "query", "{"), "`payload` is not JSON");
    CHECK_TEXT(rt_module_send_timeout(module, "query", "1", 10000), "{\"status\":\"success\",\"data\":null}");
    bytes_and_functions(module);
    CHECK(rt_module_unload(module));
    asks(load("asks" END));
    for (int version = 1; version <= 2; version++) {
        char name[40], answer[60];
        snprintf(name, sizeof name, "version_%d" END, version);
        snprintf(answer, sizeof answer, "{\"status\":\"success\",\"data\":%d}", version);
        module = load(name);
        CHECK_TEXT(rt_module_send(module, "query", "{}"), answer);
        CHECK(rt_module_unload(module));
    }
    rt_module_clear_error();
}

/* A module that lets exceptions or panics out. `recovers` where its language knows afterwards that nothing is on its way. */
static void unwinding(const char *name, bool recovers) {
    int64_t module = load(name);
    for (int n = 0; n < 3; n++) {
        check_refused(rt_module_send(module, "command", "{}"), "an exception or a panic left its handle_message");
        if (recovers) CHECK_CONTAINS(rt_module_send(module, "query", "{}"), "still here");
    }
    CHECK(rt_module_unload(module));
}

/* A message that ends only when a file appears. */
static void limits(void) {
    int64_t module = load("hostile" END);
    char payload[4200], path[300];
    snprintf(path, sizeof path, "go-%d", (int)getpid());
    snprintf(payload, sizeof payload, "{\"do\":\"wait\",\"file\":\"%s\"}", path);
    check_refused(rt_module_send_timeout(module, "command", payload, 30), "did not answer within 30 ms");
    check_refused(message(module, "echo"), "its last message ran out of time and has not ended");
    CHECK(!rt_module_unload(module));
    fclose(fopen(path, "w"));
    while (!rt_module_unload(module)) usleep(1000);
    remove(path);
    rt_module_clear_error();
}

static int64_t shared_module;

static void *count_often(void *unused) {
    (void)unused;
    for (int i = 0; i < 50; i++) CHECK_TEXT(message(shared_module, "count"), "{\"status\":\"success\",\"data\":1}");
    return NULL;
}

static void events(void) {
    const char *kinds[] = {"module"};
    int64_t heard = rt_events_subscribe(kinds, 1);
    CHECK(rt_module_unload(load("hostile" END)));
    CHECK_CONTAINS(rt_events_next(heard, 1000), "\"data\":{\"type\":\"loaded\",\"name\":\"hostile\"");
    CHECK_CONTAINS(rt_events_next(heard, 1000), "\"type\":\"unloaded\"");
    CHECK_TEXT(rt_events_next(heard, 20), "");
    rt_events_unsubscribe(heard);
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    folder = arguments[1];
    loading();
    finding();
    messages();
#ifndef _WIN32
    /* What a panic leaves behind is its module's, by the names that a checker sees while that is there. */
    CHECK(dlopen(in_folder("panics" END), RTLD_NOW) != NULL);
#endif
    unwinding("panics" END, true);
#ifdef _WIN32
    /* Each DLL's C++ is its own, and the one here cannot be told that its exception was stopped. */
    unwinding("throws" END, false);
#else
    unwinding("throws" END, true);
#endif
    limits();
    shared_module = load("hostile" END);
    check_threads(4, count_often, NULL);
    CHECK(rt_module_unload(shared_module));
    events();
    int64_t native = loaded(rt_module_load("native"));
    CHECK_CONTAINS(rt_module_send(native, "query", "{\"call\":\"rt_regex_is_match_quick\",\"args\":[\"a\",\"a\"]}"), "\"data\":1}");
    CHECK(rt_module_unload(native));
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
