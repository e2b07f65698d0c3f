/* What the tests of modules share: the folder with them, loading one and telling it what to do. */
#ifndef MODULES_H
#define MODULES_H

#include "check.h"

static const char *folder;

static const char *in_folder(const char *name) {
    static char paths[4][4096];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* `module`, which has to be one. */
static int64_t loaded(int64_t module) {
    if (module == 0) {
        char *error = rt_module_get_last_error();
        fprintf(stderr, "%s\n", error);
        rt_text_free(error);
    }
    CHECK(module > 0);
    return module;
}

static char *message(int64_t module, const char *what) {
    char payload[200];
    snprintf(payload, sizeof payload, "{\"do\":\"%s\"}", what);
    return rt_module_send(module, "command", payload);
}

/* `bytes` are these, and are freed. */
static void check_bytes(RtBytes bytes, const void *expected, size_t size) {
    CHECK_INT(bytes.len, (int64_t)size);
    CHECK(size == 0 || memcmp(bytes.data, expected, size) == 0);
    rt_bytes_free(bytes.data, bytes.len);
}

static RtBytes send_bytes(int64_t module, const char *message_type, const char *text, int64_t ms) {
    return rt_module_send_bytes(module, message_type, (const uint8_t *)text, (int64_t)strlen(text), ms);
}

/* No bytes come back, and last error says `part`. */
static void check_no_bytes(int64_t module, const char *message_type, const char *text, const char *part) {
    RtBytes bytes = {NULL, 7};
    CHECK(!rt_module_send_bytes_into(module, message_type, (const uint8_t *)text, (int64_t)strlen(text), -1, &bytes));
    CHECK(bytes.data == NULL && bytes.len == 0);
    CHECK_CONTAINS(rt_module_get_last_error(), part);
    rt_module_clear_error();
}

static bool holds(RtBytes bytes, const char *part) {
    int64_t length = (int64_t)strlen(part);
    for (int64_t at = 0; at + length <= bytes.len; at++)
        if (memcmp(bytes.data + at, part, (size_t)length) == 0) return true;
    return false;
}

static int64_t last_call;

/* A function of the host's: counts, and answers `it`. */
static int64_t answer_it(int64_t call, void *count) {
    check_bytes(rt_module_call_data(call), "ask", 3);
    RtBytes again;
    CHECK(rt_module_call_data_into(call, &again));
    check_bytes(again, "ask", 3);
    CHECK(rt_module_call_answer(call, (const uint8_t *)"it", 2));
    CHECK(!rt_module_call_answer(call, (const uint8_t *)"or", 2));
    CHECK_CONTAINS(rt_module_get_last_error(), "the call was answered already");
    rt_module_clear_error();
    last_call = call;
    ++*(int *)count;
    return 1;
}

static int64_t fail_with_reason(int64_t call, void *reason) {
    if (reason) CHECK(rt_module_call_answer(call, reason, (int64_t)strlen(reason)));
    return 0;
}

/* A message to the module that calls. */
static int64_t ask_back(int64_t call, void *module) {
    RtBytes bytes;
    CHECK(!rt_module_send_bytes_into(*(int64_t *)module, "command", (const uint8_t *)"x", 1, -1, &bytes));
    char *reason = rt_module_get_last_error();
    CHECK(rt_module_call_answer(call, (const uint8_t *)reason, rt_text_len(reason)));
    rt_text_free(reason);
    rt_module_clear_error();
    return 1;
}

static int64_t title(int64_t call, void *word) {
    RtBytes name = rt_module_call_data(call);
    char answer[100];
    int size = snprintf(answer, sizeof answer, "%s %.*s", (const char *)word, (int)name.len, (const char *)name.data);
    rt_bytes_free(name.data, name.len);
    CHECK(rt_module_call_answer(call, (const uint8_t *)answer, size));
    return 1;
}

/* The guide's module. */
static void asks(int64_t module) {
    check_no_bytes(module, "query", "Ada", "refused the message: the host has no function \"title\"");
    CHECK(rt_module_register_function("title", title, "Countess"));
    check_bytes(send_bytes(module, "query", "Ada", -1), "hello Countess Ada", 18);
    CHECK(rt_module_unregister_function("title"));
    CHECK(rt_module_unload(module));
}

/* What a module does with bytes and the host's functions, where it does as `bytes.h` of the modules says. */
static void bytes_and_functions(int64_t module) {
    size_t size = (size_t)1 << 20;
    uint8_t *large = malloc(size);
    for (size_t i = 0; i < size; i++) large[i] = (uint8_t)(i * 7 >> 3);
    check_bytes(rt_module_send_bytes(module, "command", large, (int64_t)size, -1), large, size);
    check_bytes(rt_module_send_bytes(module, "command", large, (int64_t)size, 60000), large, size);
    free(large);
    check_bytes(rt_module_send_bytes(module, "command", (const uint8_t *)"a\0b", 3, -1), "a\0b", 3);
    RtBytes none;
    CHECK(rt_module_send_bytes_into(module, "command", NULL, 0, -1, &none));
    check_bytes(none, "", 0);
    check_no_bytes(module, "event", "x", "the module refused the message: no reason given");
    check_no_bytes(module, "shout", "x", "which is none of init, command, query");
    check_bytes(send_bytes(module, "command", "x", -2), "", 0);
    CHECK_CONTAINS(rt_module_get_last_error(), "`ms` is -2; it is -1 for no limit");

    int count = 0;
    check_no_bytes(module, "query", "it", "refused the message: the host has no function \"it\"");
    CHECK(rt_module_register_function("it", answer_it, &count));
    check_bytes(send_bytes(module, "query", "it", -1), "it", 2);
    check_bytes(send_bytes(module, "query", "it", 60000), "it", 2);
    CHECK_INT(count, 2);
    check_bytes(rt_module_call_data(last_call), "", 0);
    CHECK_CONTAINS(rt_module_get_last_error(), "a module call that was freed");
    CHECK(rt_module_register_function("it", fail_with_reason, "not\ntoday"));
    check_no_bytes(module, "query", "it", "the host's function \"it\" failed: not today");
    CHECK(rt_module_register_function("it", fail_with_reason, NULL));
    check_no_bytes(module, "query", "it", "the host's function \"it\" failed: no reason given");
    CHECK(rt_module_register_function("it", ask_back, &module));
    CHECK(rt_module_send_bytes_into(module, "query", (const uint8_t *)"it", 2, -1, &none));
    CHECK(none.len > 20 && holds(none, "on this very thread"));
    rt_bytes_free(none.data, none.len);
    CHECK(rt_module_unregister_function("it"));
    CHECK(!rt_module_unregister_function("it"));
    CHECK_CONTAINS(rt_module_get_last_error(), "no function of that name is registered");
    check_no_bytes(module, "query", "it", "the host has no function \"it\"");
    CHECK(!rt_module_register_function("", answer_it, &count));
    CHECK(!rt_module_register_function("it", NULL, NULL));
    CHECK_INT(count, 2);
    rt_module_clear_error();
}

#endif
