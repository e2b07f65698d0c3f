/* Modules and events. Arguments: the folder with the modules, and what else to try. */
#define _GNU_SOURCE
#include "modules.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void copy_over(const char *from, const char *to) {
    char command[9000];
    snprintf(command, sizeof command, "cp '%s' '%s.new' && mv '%s.new' '%s'", from, to, to, to);
    CHECK(system(command) == 0);
}

static void check_version(int64_t module, int version) {
    char answer[60];
    snprintf(answer, sizeof answer, "{\"status\":\"success\",\"data\":%d}", version);
    CHECK_TEXT(rt_module_send(module, "query", "{}"), answer);
}

/* A file that is replaced is loaded anew, whether or not the older code is in the process. */
static void reload_as(const char *kind, bool stays) {
    char one[60], two[60], current[60];
    snprintf(one, sizeof one, "%s_1.so", kind);
    snprintf(two, sizeof two, "%s_2.so", kind);
    snprintf(current, sizeof current, "%s.so", kind);
    copy_over(in_folder(one), in_folder(current));
    int64_t first = loaded(rt_module_load(in_folder(current)));
    CHECK_INT(rt_module_code_stays(in_folder(current)), 1);
    check_version(first, 1);
    CHECK(rt_module_unload(first));
    CHECK_INT(rt_module_code_stays(in_folder(current)), stays);
    copy_over(in_folder(two), in_folder(current));
    int64_t second = loaded(rt_module_load(in_folder(current)));
    check_version(second, 2);
    copy_over(in_folder(one), in_folder(current));
    int64_t third = loaded(rt_module_load(in_folder(current)));
    int64_t fourth = loaded(rt_module_load(in_folder(current)));
    check_version(third, 1);
    check_version(fourth, 1);
    check_version(second, 2);
    CHECK(rt_module_unload(second) && rt_module_unload(third) && rt_module_unload(fourth));
    CHECK_INT(rt_module_code_stays(in_folder(current)), stays);
}

static void reload(void) {
    reload_as("version", false);
    reload_as("stays", true);
    /* What was written to while its code is in the process is not loaded again. */
    int64_t module = loaded(rt_module_load(in_folder("version.so")));
    const struct timespec times[2] = {{1000, 0}, {1000, 0}};
    CHECK(utimensat(AT_FDCWD, in_folder("version.so"), times, 0) == 0);
    CHECK_INT(rt_module_load(in_folder("version.so")), 0);
    CHECK_CONTAINS(rt_module_get_last_error(), "was overwritten while its older code is in the process");
    CHECK(rt_module_unload(module));
    module = loaded(rt_module_load(in_folder("version.so")));
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
}

static int64_t load(const char *name) {
    return loaded(rt_module_load(in_folder(name)));
}

/* Both the answer and the last error say `part`. */
static void check_refused(char *answer, const char *part) {
    CHECK(strncmp(answer, "{\"status\":\"error\",\"error\":\"", 27) == 0);
    CHECK_CONTAINS(answer, part);
    CHECK_CONTAINS(rt_module_get_last_error(), part);
    rt_module_clear_error();
}

static void loading(void) {
    CHECK(rt_module_available());
    char *version = rt_module_version();
    CHECK(version[0] >= '0' && version[0] <= '9');
    rt_text_free(version);
    static const struct {
        const char *name, *reason;
    } BAD[] = {
        {"nowhere.so", "there is no such file"},
        {"text.so", "it begins neither as a shared library does (ELF) nor as WebAssembly"},
        {"folder.so", "it is a directory, and no regular file"},
        {"pipe.so", "it is a pipe, and no regular file"},
        {"foreign.so", "it is built for "},
        {"cut_in_header.so", "it is cut short"},
        {"cut_in_table.so", "it is cut short"},
        {"cut_in_code.so", "it is cut short"},
        {"overlapping.so", "it is damaged: what its program headers name overlaps in memory"},
        {"segmented.so", "it is damaged: it has more program headers than any library"},
        {"no_version.so", "it has no function `module_abi_version`"},
        {"no_handle.so", "it has no function `handle_message`"},
        {"next_version.so", "its module_abi_version is 2, and this archive speaks version 1"},
        {"creates_null.so", "its create_module returned NULL"},
        {"throws_at_once.so", "an exception or a panic left its create_module"},
    };
    CHECK(mkfifo(in_folder("pipe.so"), 0600) == 0 || access(in_folder("pipe.so"), F_OK) == 0);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        CHECK_INT(rt_module_load(in_folder(BAD[i].name)), 0);
        CHECK_CONTAINS(rt_module_get_last_error(), BAD[i].reason);
    }
#ifdef COUNT_CALLS
    /* They claim tables of 8 GiB, of which nothing is there. In the plain run alone: Valgrind believes such tables, and ends. */
    static const char *const SPARSE[] = {"many_symbols.so", "many_sections.so"};
    for (size_t i = 0; i < sizeof SPARSE / sizeof *SPARSE; i++) {
        struct rusage before, after;
        getrusage(RUSAGE_SELF, &before);
        CHECK(rt_module_unload(load(SPARSE[i])));
        getrusage(RUSAGE_SELF, &after);
        CHECK(after.ru_maxrss - before.ru_maxrss < 128 << 10); /* kilobytes */
    }
#endif
    CHECK_INT(rt_module_load_with_options(in_folder("hostile.so"), "{\"memory\":1}"), 0);
    CHECK_CONTAINS(rt_module_get_last_error(), "`options_json` is not usable");
    int64_t module = rt_module_load_with_options(in_folder("hostile.so"), "{}");
    CHECK(module > 0);
    CHECK_CONTAINS(rt_module_info(module), "\"name\":\"hostile\"");
    CHECK_CONTAINS(rt_module_info(module), "\"kind\":\"native\",\"abi_version\":1,\"state\":\"ready\",\"messages\":0");
    CHECK(rt_module_unload(module));
    CHECK(!rt_module_unload(module));
    CHECK_CONTAINS(rt_module_get_last_error(), "`module` is");
    rt_module_clear_error();
}

static void finding(void) {
    setenv("SIMPLE_MODULE_PATH", folder, 1);
    CHECK_CONTAINS(rt_module_find("hostile"), "/hostile.so");
    CHECK_TEXT(rt_module_find("absent"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), folder);
    CHECK_TEXT(rt_module_find("absent"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "simple_native/modules");
    CHECK_INT(rt_module_get_last_error_code(), 3);
    CHECK_TEXT(rt_module_find("../hostile"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "which is no module's name");
    char long_name[257];
    memset(long_name, 'l', 256);
    long_name[256] = 0;
    CHECK_TEXT(rt_module_find(long_name), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "`name` has 256 bytes");
    CHECK_INT(rt_module_get_last_error_code(), 1);
    CHECK_TEXT(rt_module_find(long_name + 1), "");
    CHECK_INT(rt_module_get_last_error_code(), 3);
    char strange[4096], file[4200], whole[4200];
    snprintf(strange, sizeof strange, "%s/dir\xff-%d", folder, (int)getpid());
    snprintf(file, sizeof file, "%s/strange.so", strange);
    snprintf(whole, sizeof whole, "%s/hostile.so", folder);
    CHECK_INT(mkdir(strange, 0700), 0);
    CHECK_INT(symlink(whole, file), 0);
    setenv("SIMPLE_MODULE_PATH", strange, 1);
    CHECK_TEXT(rt_module_find("strange"), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "which is not UTF-8");
    unlink(file);
    rmdir(strange);
    unsetenv("SIMPLE_MODULE_PATH");
    rt_module_clear_error();
}

static void messages(void) {
    int64_t module = load("hostile.so");
    CHECK_TEXT(message(module, "echo"), "{\"status\":\"success\",\"data\":{\"do\":\"echo\"}}");
    CHECK_TEXT(rt_module_send(module, "query", "{\"\\u0064o\":\"echo\"}"), "{\"status\":\"success\",\"data\":{\"\\u0064o\":\"echo\"}}");
    CHECK_TEXT(rt_module_send(module, "query", "{\"do\\n\":\"echo\"}"), "{\"status\":\"success\",\"data\":null}");
    static const char *const TYPES[] = {"init", "command", "query", "mutation", "event"};
    for (int i = 0; i < 5; i++) {
        CHECK_CONTAINS(rt_module_send(module, TYPES[i], "{\"do\":\"type\"}"), TYPES[i]);
        CHECK_TEXT(rt_module_get_last_error(), "");
    }
    check_refused(rt_module_send(module, "exec", "{}"), "which is none of init, command, query");
    check_refused(rt_module_send(module, "query", "{"), "`payload` is not JSON");
    check_refused(rt_module_send(module, "query", NULL), "`payload` is NULL");
    check_refused(rt_module_send(module, NULL, "{}"), "`message_type` is NULL");
    check_refused(rt_module_send(module, "query", "\"\xff\""), "`payload` is not UTF-8");
    check_refused(rt_module_send(0, "query", "{}"), "`module` is 0");
    CHECK_TEXT(rt_module_send_timeout(module, "query", "1", 10000), "{\"status\":\"success\",\"data\":null}");
    check_refused(rt_module_send_timeout(module, "query", "1", -1), "`ms` is -1");
    CHECK(rt_module_unload(module));
    check_refused(rt_module_send(module, "query", "{}"), "that was freed");
}

static void misbehaviour(void) {
    int64_t module = load("hostile.so");
    check_refused(message(module, "null"), "handle_message returned NULL");
    check_refused(message(module, "empty"), "no answer in JSON");
    check_refused(message(module, "garbage"), "no answer in JSON");
    check_refused(message(module, "number"), "no answer in JSON");
    check_refused(message(module, "status"), "unknown variant");
    check_refused(message(module, "dataless"), "and no data");
    check_refused(message(module, "utf8"), "not UTF-8 at byte 28");
    check_refused(message(module, "too long"), "longer than 67108864 bytes");
    char *longest = message(module, "longest");
    CHECK_INT(rt_text_len(longest), 64 << 20);
    rt_text_free(longest);
    for (int i = 0; i < 3; i++) CHECK_CONTAINS(message(module, "later"), "mine");
    check_refused(message(module, "leave thread"), "an exception or a panic left its handle_message");
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK_CONTAINS(rt_module_info(module), "\"failures\":9");
    CHECK(rt_module_unload(module));

    /* Who looks for leaks at the end knows its code by its name while it is there. */
    CHECK(dlopen(in_folder("panics.so"), RTLD_NOW) != NULL);
    static const char *const UNWINDING[] = {"throws.so", "panics.so"};
    for (int i = 0; i < 2; i++) {
        module = load(UNWINDING[i]);
        for (int n = 0; n < 3; n++) {
            check_refused(rt_module_send(module, "command", "{}"), "an exception or a panic left its handle_message");
            CHECK_CONTAINS(rt_module_send(module, "query", "{}"), "still here");
        }
        check_refused(rt_module_send_timeout(module, "command", "{}", 10000), "left its handle_message");
        CHECK(rt_module_unload(module));
    }
}

static void recursion(void) {
    int64_t module = load("hostile.so"), other = load("hostile.so");
    char payload[200];
    const char *form = "{\"do\":\"recurse\",\"send\":%" PRIdPTR ",\"free\":%" PRIdPTR ",\"module\":%" PRId64 "}";
    char *(*send)(int64_t, const char *, const char *) = rt_module_send;
    void (*give_back)(char *) = rt_text_free;
    snprintf(payload, sizeof payload, form, (intptr_t)send, (intptr_t)give_back, module);
    char *answer = rt_module_send(module, "command", payload);
    CHECK_CONTAINS(answer, "inside a message on this very thread");
    answer = rt_module_send_timeout(module, "command", payload, 10000);
    CHECK_CONTAINS(answer, "inside a message on this very thread");
    /* Another module from within a message is another matter. */
    snprintf(payload, sizeof payload, form, (intptr_t)send, (intptr_t)give_back, other);
    CHECK_CONTAINS(rt_module_send(module, "command", payload), "{\"do\":\"echo\"}");
    CHECK(rt_module_unload(module));
    CHECK(rt_module_unload(other));
    rt_module_clear_error();
}

/* Bytes, and functions of the host's. */
static int64_t leave_thread(int64_t call, void *data) {
    (void)call;
    (void)data;
    pthread_exit(NULL);
}

/* Takes away the function that it is. */
static int64_t take_itself_away(int64_t call, void *data) {
    (void)call;
    (void)data;
    CHECK(rt_module_unregister_function("itself"));
    return 1;
}

static void host_functions(void) {
    asks(load("asks.so"));
    int64_t module = load("hostile.so");
    bytes_and_functions(module);
    check_no_bytes(module, "init", "x", "its answer in bytes is NULL, or has no such size");
    check_no_bytes(module, "mutation", "x", "its answer in bytes is NULL, or has no such size");
    CHECK(rt_module_register_function("leaves", leave_thread, NULL));
    check_no_bytes(module, "query", "leaves", "the host's function \"leaves\" did not return");
    CHECK(rt_module_unregister_function("leaves"));
    CHECK(rt_module_register_function("itself", take_itself_away, NULL));
    check_bytes(send_bytes(module, "query", "itself", -1), "", 0);
    CHECK(!rt_module_unregister_function("itself"));
    CHECK(rt_module_unload(module));
    module = load("version_1.so");
    check_no_bytes(module, "command", "x", "it has no function `handle_bytes`");
    CHECK(rt_module_unload(module));
    module = loaded(rt_module_load("native"));
    check_no_bytes(module, "command", "x", "it has no function `handle_bytes`");
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
}

static int64_t shared_module;

static void *count_often(void *unused) {
    (void)unused;
    for (int i = 0; i < 50; i++) CHECK_TEXT(message(shared_module, "count"), "{\"status\":\"success\",\"data\":1}");
    for (int i = 0; i < 5; i++)
        CHECK_TEXT(rt_module_send_timeout(shared_module, "command", "{\"do\":\"count\"}", 60000),
                   "{\"status\":\"success\",\"data\":1}");
    return NULL;
}

static void threads(void) {
    shared_module = load("hostile.so");
    check_threads(4, count_often, NULL);
    CHECK(rt_module_unload(shared_module));
}

static void *wait_inside(void *payload) {
    CHECK_CONTAINS(rt_module_send(shared_module, "command", payload), "success");
    return NULL;
}

/* A message that ends only when a file appears. */
static void timeouts(void) {
    int64_t module = load("hostile.so");
    char payload[4200], path[4096];
    snprintf(path, sizeof path, "%s/go-%d", folder, (int)getpid());
    snprintf(payload, sizeof payload, "{\"do\":\"wait\",\"file\":\"%s\"}", path);
    check_refused(rt_module_send_timeout(module, "command", payload, 30), "did not answer within 30 ms");
    check_refused(message(module, "echo"), "its last message ran out of time and has not ended");
    check_refused(rt_module_send_timeout(module, "command", "{}", 1000), "ran out of time");
    CHECK_CONTAINS(rt_module_info(module), "\"state\":\"unanswered\"");
    CHECK(!rt_module_unload(module));
    CHECK_CONTAINS(rt_module_get_last_error(), "a message is inside the module");
    int64_t other = load("hostile.so");
    CHECK_CONTAINS(message(other, "echo"), "success");
    CHECK(rt_module_unload(other));
    fclose(fopen(path, "w"));
    while (!rt_module_unload(module)) usleep(1000);
    unlink(path);

    /* Nobody gave this one up: who comes later waits for its turn, as long as it likes. */
    shared_module = load("hostile.so");
    pthread_t thread;
    pthread_create(&thread, NULL, wait_inside, payload);
    for (;;) {
        char *info = rt_module_info(shared_module);
        int busy = strstr(info, "\"state\":\"busy\"") != NULL;
        rt_text_free(info);
        if (busy) break;
        usleep(1000);
    }
    check_refused(rt_module_send_timeout(shared_module, "command", "{}", 20), "other messages did not end within 20 ms");
    CHECK(!rt_module_unload(shared_module));
    fclose(fopen(path, "w"));
    CHECK_CONTAINS(rt_module_send_timeout(shared_module, "command", "{\"do\":\"echo\"}", 60000), "success");
    pthread_join(thread, NULL);
    unlink(path);
    CHECK(rt_module_unload(shared_module));
    rt_module_clear_error();
}

/* The thread of a message with a time limit is out of the module's code before that is gone. */
static void thread_ends(void) {
    for (int i = 0; i < 5; i++) {
        int64_t module = load("hostile.so");
        for (int n = 0; n < 2; n++)
            CHECK_CONTAINS(rt_module_send_timeout(module, "command", "{\"do\":\"keep for thread\"}", 60000), "success");
        while (!rt_module_unload(module)) usleep(1000);
    }
    /* One that does not end for long: neither the next message nor the unload waits for it longer than they may. */
    char payload[4200], path[4096];
    snprintf(path, sizeof path, "%s/end-%d", folder, (int)getpid());
    snprintf(payload, sizeof payload, "{\"do\":\"keep for thread\",\"file\":\"%s\"}", path);
    int64_t module = load("hostile.so");
    CHECK_CONTAINS(rt_module_send_timeout(module, "command", payload, 60000), "success");
    for (int i = 0; i < 3; i++) {
        CHECK(!rt_module_unload(module));
        CHECK_CONTAINS(rt_module_get_last_error(), "the thread of the module's last message has not ended");
    }
    CHECK_CONTAINS(message(module, "echo"), "success");
    check_refused(rt_module_send_timeout(module, "command", "{}", 50), "did not answer within 50 ms");
    CHECK(!rt_module_unload(module));
    CHECK_CONTAINS(rt_module_get_last_error(), "a message is inside the module");
    CHECK_CONTAINS(rt_module_info(module), "\"state\":\"unanswered\",\"messages\":2");
    fclose(fopen(path, "w"));
    while (!rt_module_unload(module)) usleep(1000);
    unlink(path);
    rt_module_clear_error();
}

static char *call(int64_t native, const char *function, const char *arguments) {
    char payload[2000];
    snprintf(payload, sizeof payload, "{\"call\":\"%s\",\"args\":%s}", function, arguments);
    return rt_module_send(native, "query", payload);
}

/* The built-in module: every shape of argument and result. */
static void native(void) {
    int64_t native = rt_module_load("native");
    CHECK(native > 0);
    CHECK_CONTAINS(rt_module_info(native), "\"kind\":\"built-in\"");
    CHECK_CONTAINS(rt_module_send(native, "init", "null"), "\"rt_regex_find\"");
    char arguments[200];
    int64_t regex = rt_regex_new("(\\d)-(\\d)");
    snprintf(arguments, sizeof arguments, "[%" PRId64 ",\"1-2 3-4\"]", regex);
    CHECK_TEXT(call(native, "rt_regex_find", arguments), "{\"status\":\"success\",\"data\":\"1-2\"}");
    CHECK_TEXT(call(native, "rt_regex_find_all_array", arguments), "{\"status\":\"success\",\"data\":[\"1-2\",\"3-4\"]}");
    CHECK_TEXT(call(native, "rt_regex_find_all_offsets", arguments), "{\"status\":\"success\",\"data\":[0,3,4,7]}");
    snprintf(arguments, sizeof arguments, "[%" PRId64 ",\"1-2\",0]", regex);
    CHECK_TEXT(call(native, "rt_regex_find_at", arguments),
               "{\"status\":\"success\",\"data\":{\"start\":0,\"end\":3}}");
    rt_regex_clear_error();
    snprintf(arguments, sizeof arguments, "[%" PRId64 ",null]", regex);
    CHECK_TEXT(call(native, "rt_regex_find", arguments),
               "{\"status\":\"error\",\"error\":\"`text` is NULL\",\"data\":\"\"}");
    CHECK_TEXT(rt_regex_get_last_error(), "`text` is NULL");
    snprintf(arguments, sizeof arguments, "[%" PRId64 "]", regex);
    CHECK_TEXT(call(native, "rt_regex_destroy", arguments), "{\"status\":\"success\",\"data\":null}");
    CHECK_INT(rt_regex_is_match(regex, "1-2"), -1);
    CHECK_TEXT(call(native, "rt_regex_is_match_quick", "[\"^\\\\w$\",\"\\u00e4\"]"), "{\"status\":\"success\",\"data\":1}");
    CHECK_CONTAINS(call(native, "rt_regex_is_match_quick", "[{\"bytes\":\"c328\"},\"a\"]"),
                   "`pattern` is not UTF-8: the byte at offset 0");
    CHECK_CONTAINS(call(native, "rt_regex_is_match_quick", "[\"a\\u0000\",\"a\"]"), "holds a NUL");
    CHECK_CONTAINS(call(native, "rt_regex_is_match_quick", "[3,\"a\"]"), "`pattern` is 3, where a text or null belongs");
    CHECK_CONTAINS(call(native, "rt_regex_is_match_quick", "[\"a\"]"), "`args` holds 1 values, and rt_regex_is_match_quick takes 2");
    CHECK_CONTAINS(call(native, "rt_nothing", "[]"), "which is no function of this archive");
    CHECK_CONTAINS(rt_module_send(native, "query", "{\"name\":1}"), "`payload` is no call: unknown field");
    CHECK_CONTAINS(call(native, "rt_native_provoke_panic", "[\"by name\"]"), "internal error: by name");
    CHECK_TEXT(call(native, "rt_text_free", "[null]"), "{\"status\":\"success\",\"data\":null}");
    CHECK_CONTAINS(call(native, "rt_text_free", "[4096]"), "which only null can stand for");
    CHECK_CONTAINS(call(native, "rt_bytes_free", "[null]"), "success");
    CHECK_CONTAINS(call(native, "rt_module_info", "[0]"), "`module` is 0");
    CHECK_CONTAINS(rt_module_send_timeout(native, "query", "{\"call\":\"rt_native_abi_version\"}", 60000), "\"data\":1}");
    /* A call that takes too long goes on, and others come in; that is no event. */
    const char *kinds[] = {"module"};
    int64_t heard = rt_events_subscribe(kinds, 1);
    snprintf(arguments, sizeof arguments, "{\"call\":\"rt_events_next\",\"args\":[%" PRId64 ",-1]}", heard);
    check_refused(rt_module_send_timeout(native, "query", arguments, 50), "the call did not end within 50 ms; it goes on");
    CHECK_CONTAINS(call(native, "rt_native_abi_version", "[]"), "\"data\":1}");
    rt_events_unsubscribe(heard);
    /* A message that fails inside of a call is not the call's failure. */
    snprintf(arguments, sizeof arguments,
             "[%" PRId64 ",\"query\",\"{\\\"call\\\":\\\"rt_regex_find_quick\\\",\\\"args\\\":[null,\\\"a\\\"]}\"]", native);
    CHECK_CONTAINS(call(native, "rt_module_send", arguments),
                   "{\"status\":\"success\",\"data\":\"{\\\"status\\\":\\\"error\\\",\\\"error\\\":\\\"`pattern` is NULL\\\"");
    /* It cannot end itself. */
    snprintf(arguments, sizeof arguments, "[%" PRId64 "]", native);
    CHECK_CONTAINS(call(native, "rt_module_unload", arguments), "a message is inside the module");
    /* The call that was given up may still be on its way out. */
    while (!rt_module_unload(native)) usleep(1000);
    rt_module_clear_error();
    rt_regex_clear_error();
    rt_native_clear_error();
}

static void list(void) {
    RtTextArray none = rt_module_list();
    CHECK_INT(none.len, 0);
    int64_t one = load("hostile.so"), two = rt_module_load("native");
    RtTextArray both;
    CHECK(rt_module_list_into(&both));
    CHECK_INT(both.len, 2);
    CHECK(strstr(both.data[0], "\"name\":\"hostile\"") != NULL);
    CHECK(strstr(both.data[1], "\"name\":\"native\"") != NULL);
    rt_text_array_free(both.data, both.len);
    CHECK(rt_module_unload(one));
    CHECK(rt_module_unload(two));
}

static int entries(const char *path) {
    DIR *open = opendir(path);
    int count = 0;
    while (readdir(open)) count++;
    closedir(open);
    return count;
}

static int descriptors(void) { return entries("/proc/self/fd"); }

static int threads_alive(void) { return entries("/proc/self/task"); }

static int is_mapped(const char *name) {
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[5000];
    int found = 0;
    while (fgets(line, sizeof line, maps)) found |= strstr(line, name) != NULL;
    fclose(maps);
    return found;
}

static void load_often(int times) {
    int before = descriptors();
    int64_t objects = rt_native_live_handles();
    for (int i = 0; i < times; i++) {
        int64_t module = load("hostile.so");
        CHECK_CONTAINS(message(module, "echo"), "success");
        CHECK(rt_module_unload(module));
    }
    CHECK(!is_mapped("/hostile.so"));
    CHECK_INT(descriptors(), before);
    CHECK_INT(rt_native_live_handles(), objects);
}

static int64_t told, taken;
static int heard;

static int64_t hear(int64_t subscription, void *user_data) {
    CHECK_INT(subscription, told);
    CHECK(user_data == &heard);
    for (;;) {
        char *event = rt_events_next(subscription, 0);
        int none = event[0] == 0;
        rt_text_free(event);
        if (none) break;
        __sync_add_and_fetch(&taken, 1);
    }
    return 0;
}

static void *end_soon(void *subscription) {
    usleep(20000);
    rt_events_unsubscribe(*(int64_t *)subscription);
    return NULL;
}

static void events(void) {
    const char *kinds[] = {"module", "nonsense"};
    CHECK_INT(rt_events_subscribe_taking(kinds, 2), 0);
    CHECK_INT(rt_events_subscribe(kinds, 2), 0);
    CHECK_CONTAINS(rt_module_get_last_error(), "`kinds` holds \"nonsense\"");
    int64_t modules = rt_events_subscribe(kinds, 1), all = rt_events_subscribe(NULL, 0);
    CHECK(modules > 0 && all > 0);
    CHECK_TEXT(rt_events_next(modules, 0), "");
    CHECK_TEXT(rt_events_next(modules, 20), "");
    CHECK_TEXT(rt_events_next(modules, -2), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "`timeout_ms` is -2");
    struct pollfd waiting = {(int)rt_events_fd(all), POLLIN, 0};
    CHECK_INT(rt_events_fd(0), -1);
    CHECK_INT(rt_events_fd(all), waiting.fd);
    CHECK_INT(poll(&waiting, 1, 0), 0);
    CHECK(rt_module_unload(load("hostile.so")));
    CHECK_INT(poll(&waiting, 1, 1000), 1);
    CHECK_CONTAINS(rt_events_next(all, 0), "\"dropped\":0,\"data\":{\"type\":\"loaded\",\"name\":\"hostile\"");
    CHECK_INT(poll(&waiting, 1, 0), 1);
    CHECK_CONTAINS(rt_events_next(all, -1), "\"type\":\"unloaded\"");
    CHECK_INT(poll(&waiting, 1, 0), 0);
    CHECK_CONTAINS(rt_events_next(modules, -1), "{\"kind\":\"module\",\"sequence\":");

    /* 4096 wait at most; what is lost is counted. */
    for (int i = 0; i < 2100; i++) CHECK(rt_module_unload(rt_module_load("native")));
    CHECK_CONTAINS(rt_events_next(all, 0), "\"dropped\":104,");
    CHECK_CONTAINS(rt_events_next(all, 0), "\"dropped\":0,");
    int64_t rest = 0;
    for (char *event; (event = rt_events_next(all, 0))[0]; rest++) rt_text_free(event);
    CHECK_INT(rest, 4094);

    /* Another thread ends a wait. */
    pthread_t thread;
    pthread_create(&thread, NULL, end_soon, &all);
    CHECK_TEXT(rt_events_next(all, -1), "");
    pthread_join(thread, NULL);
    rt_events_unsubscribe(modules);

    told = rt_events_subscribe(kinds, 1);
    CHECK(rt_events_notify(told, hear, &heard));
    CHECK(!rt_events_notify(told, NULL, NULL));
    CHECK(!rt_events_notify(0, hear, NULL));
    for (int i = 0; i < 10; i++) CHECK(rt_module_unload(rt_module_load("native")));
    while (__sync_add_and_fetch(&taken, 0) < 20) usleep(1000);
    rt_events_unsubscribe(told);
    rt_module_clear_error();
}

static int64_t circle[2];
static char circle_file[4096];
static char *circle_answers[2];

static void *close_circle(void *data) {
    int own = data != NULL;
    char payload[5000];
    snprintf(payload, sizeof payload, "{\"do\":\"recurse\",\"send\":%lld,\"free\":%lld,\"module\":%lld,\"file\":\"%s\"}",
             (long long)(intptr_t)rt_module_send, (long long)(intptr_t)rt_text_free, (long long)circle[!own],
             circle_file);
    circle_answers[own] = rt_module_send(circle[own], "command", payload);
    return NULL;
}

static bool is_in(int64_t module, const char *state) {
    char *info = rt_module_info(module);
    bool found = strstr(info, state) != NULL;
    rt_text_free(info);
    return found;
}

static bool is_busy(int64_t module) { return is_in(module, "\"state\":\"busy\""); }
static bool is_idle(int64_t module) { return is_in(module, "\"state\":\"ready\""); }

/* Modules that wait for one another: the one that would close the circle hears of it, and the others go on. */
static void circles(void) {
    int64_t one = circle[0] = load("hostile.so"), two = circle[1] = load("hostile.so");
    snprintf(circle_file, sizeof circle_file, "%s", in_folder("circle"));
    remove(circle_file);
    pthread_t threads[2];
    for (intptr_t i = 0; i < 2; i++) pthread_create(&threads[i], NULL, close_circle, (void *)i);
    while (!is_busy(one) || !is_busy(two)) usleep(1000);
    fclose(fopen(circle_file, "w"));
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    int refused = 0;
    for (int i = 0; i < 2; i++) {
        refused += strstr(circle_answers[i], "waits, over other modules, for the one that this call is inside of") != NULL;
        rt_text_free(circle_answers[i]);
    }
    CHECK_INT(refused, 1);

    /* Over a thread that is kept for messages with limits. */
    char payload[5000];
    snprintf(payload, sizeof payload,
             "{\"do\":\"relay\",\"send\":%lld,\"send_timeout\":%lld,\"free\":%lld,\"to\":%lld,\"back\":%lld}",
             (long long)(intptr_t)rt_module_send, (long long)(intptr_t)rt_module_send_timeout,
             (long long)(intptr_t)rt_text_free, (long long)two, (long long)one);
    CHECK_CONTAINS(rt_module_send(one, "command", payload), "over other modules");
    CHECK_CONTAINS(rt_module_send_timeout(one, "command", payload, 60000), "over other modules");
    CHECK_CONTAINS(message(one, "echo"), "success");
    CHECK(rt_module_unload(one) && rt_module_unload(two));
    rt_module_clear_error();
}

static char *cancelled_answer;

static void *wait_to_be_cancelled(void *payload) {
    cancelled_answer = rt_module_send_timeout(circle[0], "command", payload, 60000);
    return NULL;
}

static void cancelling(void) {
    int64_t module = circle[0] = load("hostile.so");
    CHECK(!rt_module_cancel(module));
    CHECK_TEXT(rt_module_get_last_error(), "no message that somebody waits for is inside the module");
    char payload[9000], began[4096], end[4096];
    snprintf(began, sizeof began, "%s", in_folder("began"));
    snprintf(end, sizeof end, "%s", in_folder("cancelled"));
    snprintf(payload, sizeof payload, "{\"do\":\"wait\",\"began\":\"%s\",\"file\":\"%s\"}", began, end);
    remove(began);
    remove(end);
    pthread_t thread;
    pthread_create(&thread, NULL, wait_to_be_cancelled, payload);
    /* One that is cancelled before it begins is not inside afterwards. */
    while (access(began, F_OK) != 0) usleep(1000);
    CHECK(rt_module_cancel(module));
    pthread_join(thread, NULL);
    CHECK_CONTAINS(cancelled_answer, "the message was cancelled");
    check_refused(message(module, "echo"), "the module is busy");
    CHECK(!rt_module_cancel(module));
    fclose(fopen(end, "w"));
    while (!is_idle(module)) usleep(1000);
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK(rt_module_unload(module));
    CHECK(!rt_module_cancel(module));
    rt_module_clear_error();
}

/* A module that never answers: its thread is left behind, and everything else goes on. */
static int never(void) {
    int64_t module = load("hostile.so");
    check_refused(rt_module_send_timeout(module, "command", "{\"do\":\"never\"}", 50), "did not answer");
    CHECK(!rt_module_unload(module));
    int64_t other = load("hostile.so");
    CHECK_CONTAINS(message(other, "echo"), "success");
    CHECK(rt_module_unload(other));
    CHECK_CONTAINS(rt_module_info(module), "unanswered");
    CHECK(rt_regex_is_match_quick("a", "a") == 1);
    puts("the host goes on");
    return 0;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    folder = arguments[1];
    if (strcmp(arguments[2], "never") == 0) return never();
    if (strcmp(arguments[2], "crash") == 0) return rt_module_load(in_folder("crashes.so")) != 0;
    int64_t before = rt_native_live_handles();
    int alone = threads_alive();
    loading();
    finding();
    messages();
    misbehaviour();
    recursion();
    host_functions();
    reload();
    circles();
    cancelling();
    threads();
    timeouts();
    thread_ends();
    native();
    list();
    load_often(1000);
    events();
    /* The thread of the notification holds its queue until it ends. */
    for (int i = 0; i < 20000 && threads_alive() > alone; i++) usleep(1000);
    CHECK_INT(threads_alive(), alone);
    CHECK_INT(rt_native_live_handles(), before);
    return 0;
}
