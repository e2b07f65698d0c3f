/* Copies of the archive in one process: each refuses the others' handles. */
#include "check.h"

#include <dlfcn.h>

enum { COPIES = 3, MADE = 20 };

struct copy {
    int64_t (*make)(const char *pattern);
    int64_t (*match)(int64_t pattern, const char *text);
    void (*free)(int64_t pattern);
    int64_t made[MADE];
};

static void function(void *library, const char *name, void *to) {
    void *found = dlsym(library, name);
    CHECK(found);
    memcpy(to, &found, sizeof found);
}

static void load(struct copy *copy, const char *file) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) fprintf(stderr, "%s\n", dlerror());
    CHECK(library);
    function(library, "rt_regex_new", &copy->make);
    function(library, "rt_regex_is_match", &copy->match);
    function(library, "rt_regex_destroy", &copy->free);
}

int main(void) {
    static struct copy copies[COPIES];
    copies[0].make = rt_regex_new;
    copies[0].match = rt_regex_is_match;
    copies[0].free = rt_regex_destroy;
    load(&copies[1], "./one.so");
    load(&copies[2], "./other.so");
    for (int i = 0; i < MADE; i++)
        for (int c = 0; c < COPIES; c++) CHECK((copies[c].made[i] = copies[c].make("a")) > 0);
    for (int i = 0; i < MADE; i++) {
        for (int c = 0; c < COPIES; c++) {
            for (int other = 0; other < COPIES; other++)
                CHECK_INT(copies[other].match(copies[c].made[i], "a"), other == c ? 1 : -1);
            copies[(c + 1) % COPIES].free(copies[c].made[i]);
            CHECK_INT(copies[c].match(copies[c].made[i], "a"), 1);
            copies[c].free(copies[c].made[i]);
        }
    }
    puts("ok");
    return 0;
}
