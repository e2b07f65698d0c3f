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

#endif
