/* A WebAssembly module that tries to leave the folder that it was granted, descriptor 3, and to have the host write
 * where no memory of its own is. It answers with what it reached. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include "simple_module.h"

#include <stdio.h>
#include <string.h>
#include <wasi/api.h>

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) { return simple_alloc(1); }
void destroy_module(void *module) { simple_free(module); }
void free_string(char *text) { simple_free(text); }

/* The functions by numbers alone, so that any can be given. */
#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
WASI(fd_prestat_dir_name) int32_t dir_name(int32_t, int32_t, int32_t);
WASI(fd_readdir) int32_t list(int32_t, int32_t, int32_t, int64_t, int32_t);
WASI(fd_read) int32_t take(int32_t, int32_t, int32_t, int32_t);
WASI(path_open) int32_t open_at(int32_t, int32_t, int32_t, int32_t, int32_t, int64_t, int64_t, int32_t, int32_t);
WASI(path_filestat_get) int32_t stat_at(int32_t, int32_t, int32_t, int32_t, int32_t);

static char reached[1000];

static void check(int32_t error, const char *what, const char *path) {
    if (error == 0 && strlen(reached) < 900) sprintf(reached + strlen(reached), "%s %s, ", what, path);
}

static int32_t opens(const char *path, int32_t flags, int64_t rights) {
    __wasi_fd_t opened = 0;
    int32_t error = open_at(3, 1, (int32_t)path, (int32_t)strlen(path), flags, rights, rights, 0, (int32_t)&opened);
    if (error == 0) error = __wasi_fd_close(opened);
    return error;
}

static const char *const outside[] = {"../secret", "folder/../../secret", "/etc/passwd", "absolute", "relative",
                                      "up/secret", "dangling", "..", "up", "../new", "/tmp/new", "pipe"};

char *handle_message(void *module, const char *type, const char *payload) {
    (void)module, (void)type, (void)payload;
    reached[0] = 0;
    __wasi_filestat_t known;
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        const char *path = outside[i];
        check(opens(path, 0, __WASI_RIGHTS_FD_READ), "open", path);
        check(opens(path, __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE), "create", path);
        check(opens(path, __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ), "enter", path);
        check(opens(path, __WASI_OFLAGS_TRUNC, __WASI_RIGHTS_FD_WRITE), "cut", path);
        /* Links themselves lie inside. */
        if (strchr(path, '/') || path[0] == '.') {
            check(__wasi_path_filestat_get(3, 0, path, &known), "know", path);
            check(__wasi_path_create_directory(3, path), "make", path);
            check(__wasi_path_remove_directory(3, path), "remove", path);
            check(__wasi_path_unlink_file(3, path), "unlink", path);
            check(__wasi_path_rename(3, "file", 3, path), "rename to", path);
            check(__wasi_path_rename(3, path, 3, "mine"), "rename from", path);
        }
        check(__wasi_path_symlink(path, 3, "link"), "link", path);
        check(__wasi_path_link(3, 0, "file", 3, "hard"), "link", path);
    }
    static const int32_t places[] = {-1, -4, 0x7fffffff, (int32_t)0x80000000};
    for (int i = 0; i < 4; i++) {
        check(dir_name(3, places[i], 1000), "name at", "no memory");
        check(list(3, places[i], 1000, 0, (int32_t)&known), "list at", "no memory");
        check(list(3, (int32_t)&known, 8, 0, places[i]), "count at", "no memory");
        check(take(0, 0, 0, places[i]), "read at", "no memory");
        check(stat_at(3, 1, (int32_t)"file", 4, places[i]), "know at", "no memory");
        check(open_at(3, 1, places[i], 4, 0, 2, 2, 0, (int32_t)&known), "open", "no memory");
    }
    /* What is inside is reached. */
    if (opens("file", 0, __WASI_RIGHTS_FD_READ) != 0) strcat(reached, "not even its own file");
    if (opens("inside", 0, __WASI_RIGHTS_FD_READ) != 0) strcat(reached, "no link within");
    if (opens("folder/..", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ) != 0) strcat(reached, "not itself");
    char data[1100];
    sprintf(data, "\"%s\"", reached);
    return simple_success(data);
}
