/* A caller that has words alone, as Simple's runtime does: at most 8 integers of 64 bits go in, the whole return register
 * comes out, and an integer of its own has 61 bits: a handle beyond that ends the program. */
#ifndef WORD_HOST_H
#define WORD_HOST_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((unused)) static void words_fail(const char *what, const char *name) {
    fprintf(stderr, "%s: %s\n", name, what);
    exit(1);
}

__attribute__((unused)) static int64_t handle_word(int64_t handle) {
    /* A number that was never a handle may be any: vectors try those. */
    return handle;
}

__attribute__((unused)) static int64_t handle_result(int64_t handle, const char *name) {
    if (handle < 0 || handle >= INT64_C(1) << 60) words_fail("a handle beyond the integers of the host", name);
    return handle;
}

__attribute__((unused)) static int64_t float_word(double value) {
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

__attribute__((unused)) static double float_of(int64_t bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

__attribute__((unused)) static int64_t pointer_word(const void *pointer) { return (int64_t)(intptr_t)pointer; }
__attribute__((unused)) static void *pointer_of(int64_t word) { return (void *)(intptr_t)word; }

__attribute__((unused)) static bool truth_of(int64_t word) {
    if (word != 0 && word != 1) words_fail("neither 1 nor 0 in the whole register", "a truth value");
    return word == 1;
}

/* The folder is SIMPLE_SFFI_PATH, as it is for Simple. */
__attribute__((unused)) static void *word_function(const char *library, const char *name) {
    static struct { const char *name; void *object; } open[16];
    int at = 0;
    while (open[at].name && strcmp(open[at].name, library) != 0) at++;
    if (!open[at].name) {
        char path[4096];
        const char *folder = getenv("SIMPLE_SFFI_PATH");
        snprintf(path, sizeof path, "%s/libspl_%s.so", folder ? folder : "build", library);
        open[at].object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (!open[at].object) words_fail(dlerror(), name);
        open[at].name = library;
    }
    void *function = dlsym(open[at].object, name);
    if (!function) words_fail("not there", name);
    return function;
}

__attribute__((unused)) static int64_t call_words(const char *library, const char *name, const int64_t *w, int count) {
    typedef int64_t word;
    void *found = word_function(library, name);
    word (*f)(word, word, word, word, word, word, word, word);
    memcpy(&f, &found, sizeof f);
    if (count > 8) return f((word)(intptr_t)w, 0, 0, 0, 0, 0, 0, 0);
    word all[8] = {0};
    if (count > 0) memcpy(all, w, (size_t)count * sizeof *w);
    return f(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]);
}

#endif
