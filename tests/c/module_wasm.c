/* WebAssembly modules. Argument: the folder with them. */
#define _GNU_SOURCE
#include "modules.h"

#include <inttypes.h>
#include <pthread.h>
#include <sys/stat.h>
#include <ucontext.h>
#include <unistd.h>

static int64_t load(const char *name, const char *options) {
    return loaded(rt_module_load_with_options(in_folder(name), options));
}

static void check_not_loaded(const char *name, const char *options, const char *reason) {
    CHECK_INT(rt_module_load_with_options(in_folder(name), options), 0);
    CHECK_CONTAINS(rt_module_get_last_error(), reason);
}

static void loading(void) {
    check_not_loaded("garbage.wasm", "{}", "which is no module");
    check_not_loaded("empty.wasm", "{}", "which is no module");
    check_not_loaded("loops.wasm", "{\"time_ms\":50}", "it took longer than 50 ms");
    check_not_loaded("granted.wasm", "{}", "simple::");
    check_not_loaded("granted.wasm", "{\"grants\":{\"network\":true}}", "`options_json` is not usable");
    check_not_loaded("hostile.wasm", "{\"memory_mib\":0}", "memory");
    check_not_loaded("hostile.wasm", "{\"table\":0}", "table");
    check_not_loaded("hostile.wasm", "{\"code_kib\":1}", "it is longer than 1 KiB");
    check_not_loaded("locals.wasm", "{}", "1001 locals in a function, more than 1000");
    check_not_loaded("text.wasm", "{}", "which is no module: ");
    char *error = rt_module_get_last_error();
    CHECK(strchr(error, '\n') == NULL);
    rt_text_free(error);
    /* One that was left behind is waited for. */
    check_not_loaded("hostile.wasm", "{\"compile_ms\":0}", "compiling it took longer than 0 ms");
    CHECK(rt_module_unload(load("hostile.wasm", "{\"compile_ms\":60000}")));
    CHECK(rt_module_unload(load("bomb.wasm", "{\"memory_mib\":2}")));
    rt_module_clear_error();
}

static void good_messages(void) {
    int64_t module = load("hostile.wasm", "{}");
    for (int i = 0; i < 100; i++)
        CHECK_TEXT(message(module, "echo"), "{\"status\":\"success\",\"data\":{\"do\":\"echo\"}}");
    CHECK_CONTAINS(message(module, "null"), "handle_message returned NULL");
    CHECK_CONTAINS(message(module, "garbage"), "no answer in JSON");
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK_CONTAINS(rt_module_send_timeout(module, "command", "{\"do\":\"echo\"}", 10000), "success");
    CHECK_CONTAINS(rt_module_info(module), "\"kind\":\"wasm\"");
    CHECK_CONTAINS(rt_module_info(module), "\"state\":\"ready\"");
    CHECK_CONTAINS(rt_module_info(module), "\"memory_mib\":64");
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
}

/* What the message does is the module's end, and nobody else's. */
static void deadly(const char *what, const char *reason) {
    int64_t bystander = load("hostile.wasm", "{}"), module = load("hostile.wasm", "{\"time_ms\":2000}");
    char *answer = message(module, what);
    CHECK(strncmp(answer, "{\"status\":\"error\"", 17) == 0);
    CHECK_CONTAINS(answer, reason);
    CHECK_CONTAINS(rt_module_get_last_error(), reason);
    CHECK_CONTAINS(message(module, "echo"), "the module is dead");
    CHECK_CONTAINS(rt_module_info(module), "\"state\":\"dead\"");
    CHECK(rt_module_unload(module));
    CHECK_CONTAINS(message(bystander, "echo"), "success");
    CHECK(rt_module_unload(bystander));
    module = load("hostile.wasm", "{}");
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
}

static void memory_bomb(void) {
    int64_t module = load("hostile.wasm", "{\"memory_mib\":8}");
    /* Blocks of a mebibyte take two each with their heads; it gets what it may have, and lives. */
    for (int i = 0; i < 2; i++) {
        char *answer = message(module, "bomb");
        CHECK(strncmp(answer, "{\"status\":\"success\",\"data\":", 27) == 0);
        CHECK(atoi(answer + 27) <= 4);
        rt_text_free(answer);
    }
    /* A message that it has no room for is not delivered, and the next one is. */
    size_t size = (size_t)16 << 20;
    char *long_payload = malloc(size + 3);
    memset(long_payload, 'x', size + 2);
    long_payload[0] = long_payload[size + 1] = '"';
    long_payload[size + 2] = 0;
    CHECK_CONTAINS(rt_module_send(module, "command", long_payload), "its alloc_string gave no memory for the message");
    free(long_payload);
    rt_module_clear_error();
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK(rt_module_unload(module));
}

static char *ask(int64_t module, const char *what, const char *name) {
    char payload[5000];
    snprintf(payload, sizeof payload, "{\"do\":\"ask\",\"%s\":\"%s\"}", what, name);
    return rt_module_send(module, "query", payload);
}

static void grants(void) {
    char options[9000], path[4096];
    snprintf(path, sizeof path, "%s", in_folder("garbage.wasm"));
    snprintf(options, sizeof options,
             "{\"grants\":{\"clock\":true,\"environment\":[\"ANSWER\"],\"files\":[\"%s\"]}}", path);
    setenv("ANSWER", "42", 1);
    setenv("SECRET", "x", 1);
    int64_t module = load("granted.wasm", options);
    char *time = ask(module, "clock", "");
    CHECK(strlen(time) > strlen("{\"status\":\"success\",\"data\":1700000000000"));
    rt_text_free(time);
    CHECK_CONTAINS(ask(module, "variable", "ANSWER"), "\"data\":52}");
    CHECK_CONTAINS(ask(module, "variable", "SECRET"), "\"data\":-1}");
    CHECK_CONTAINS(ask(module, "file", path), "\"data\":110}");
    CHECK_CONTAINS(ask(module, "file", "/etc/passwd"), "\"data\":-1}");
    CHECK_CONTAINS(rt_module_send(module, "query", "{\"do\":\"ask\",\"forged\":1}"), "\"data\":-1}");
    CHECK(rt_module_unload(module));

    /* What never gives anything, and what never ends, is no file; one that the system makes is. */
    snprintf(path, sizeof path, "%s-%d", in_folder("pipe"), (int)getpid());
    CHECK_INT(mkfifo(path, 0600), 0);
    snprintf(options, sizeof options, "{\"grants\":{\"clock\":true,\"environment\":[\"ANSWER\"],\"files\":[\"%s\",\"/dev/zero\",\"/\",\"/proc/self/status\"]}}", path);
    module = load("granted.wasm", options);
    CHECK_CONTAINS(ask(module, "file", path), "\"data\":-1}");
    CHECK_CONTAINS(ask(module, "file", "/dev/zero"), "\"data\":-1}");
    CHECK_CONTAINS(ask(module, "file", "/"), "\"data\":-1}");
    CHECK_CONTAINS(ask(module, "file", "/proc/self/status"), "\"data\":78}");
    CHECK(rt_module_unload(module));
    unlink(path);
}

static void host_functions(void) {
    check_not_loaded("calls.wasm", "{}", "it imports simple::call, which it was not granted");
    check_not_loaded("calls.wasm", "{\"compile_ms\":0}", "\"functions\": [\"NAME\"]");
    asks(load("asks.wasm", "{\"grants\":{\"functions\":[\"title\"]}}"));
    int64_t module = load("calls.wasm", "{\"grants\":{\"functions\":[\"it\"]}}");
    bytes_and_functions(module);
    int count = 0;
    CHECK(rt_module_register_function("other", answer_it, &count));
    check_no_bytes(module, "query", "other", "the host's function \"other\" was not granted");
    CHECK(rt_module_unregister_function("other"));
    CHECK_INT(count, 0);
    check_no_bytes(module, "init", "x", "its answer is no memory of its own; it is dead now");
    check_no_bytes(module, "command", "x", "the module is dead");
    CHECK(rt_module_unload(module));
    module = load("hostile.wasm", "{}");
    check_no_bytes(module, "mutation", "x", "its answer is no memory of its own; it is dead now");
    CHECK(rt_module_unload(module));
}

/* A whole life where the caller has little stack, or one that nobody knows. */
static void *little_stack(void *unused) {
    (void)unused;
    int64_t module = load("hostile.wasm", "{}");
    CHECK_CONTAINS(message(module, "echo"), "success");
    CHECK_CONTAINS(message(module, "calls without end"), "call stack exhausted");
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
    return NULL;
}

static ucontext_t outside, fiber;

static void on_fiber(void) { little_stack(NULL); }

static void little_stacks(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    CHECK_INT(pthread_attr_setstacksize(&attributes, 128 << 10), 0);
    CHECK_INT(pthread_create(&thread, &attributes, little_stack, NULL), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);

    char *stack = malloc(128 << 10);
    getcontext(&fiber);
    fiber.uc_stack.ss_sp = stack;
    fiber.uc_stack.ss_size = 128 << 10;
    fiber.uc_link = &outside;
    makecontext(&fiber, on_fiber, 0);
    swapcontext(&outside, &fiber);
    free(stack);
}

/* The caller's own limit is kept to as well. */
static void timeouts(void) {
    int64_t module = load("hostile.wasm", "{}");
    CHECK_CONTAINS(rt_module_send_timeout(module, "command", "{\"do\":\"loop\"}", 40), "it took longer than");
    CHECK(rt_module_unload(module));
    rt_module_clear_error();
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    folder = arguments[1];
    int64_t before = rt_native_live_handles();
    loading();
    good_messages();
    deadly("loop", "it took longer than 2000 ms; it is dead now");
    deadly("calls without end", "call stack exhausted");
    deadly("frames without end", "out of bounds memory access");
    deadly("outside", "out of bounds memory access");
    deadly("forged pointer", "its answer is no memory of its own");
    deadly("endless text", "its answer has no end within its memory");
    deadly("trap", "unreachable");
    deadly("divide", "divide by zero");
    deadly("no table entry", "table");
    memory_bomb();
    grants();
    host_functions();
    timeouts();
    little_stacks();
    for (int i = 0; i < atoi(arguments[2]); i++) {
        int64_t module = load("hostile.wasm", "{}");
        CHECK_CONTAINS(message(module, "echo"), "success");
        CHECK(rt_module_unload(module));
    }
    CHECK_INT(rt_native_live_handles(), before);
    puts("done");
    return 0;
}
