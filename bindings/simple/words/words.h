/* What every generated file of the word interface uses: values as words, and the functions of the shared object. */
#ifndef SIMPLE_NATIVE_WORDS_RUNTIME_H
#define SIMPLE_NATIVE_WORDS_RUNTIME_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int64_t word;

static inline double f64_of(word bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline word bits_of(double value) {
    word bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline void *pointer_of(word address) { return (void *)(intptr_t)address; }
static inline word address_of(const void *pointer) { return (word)(intptr_t)pointer; }

/* The shared object: what SIMPLE_NATIVE_LIBRARY names, or the one in the folder above this object's. Its own calls stay
 * its own (RTLD_DEEPBIND): the functions here bear the same names. */
static inline void *words_library(void) {
    static void *library;
    static bool told;
    void *found = __atomic_load_n(&library, __ATOMIC_ACQUIRE);
    if (found) return found;
    char beside[4096] = SIMPLE_NATIVE_SONAME;
    const char *path = getenv("SIMPLE_NATIVE_LIBRARY");
    Dl_info here;
    if (!path && dladdr((const void *)&told, &here) && here.dli_fname) {
        const char *end = strrchr(here.dli_fname, '/');
        int folder = end ? (int)(end - here.dli_fname) : 0;
        if (end) snprintf(beside, sizeof beside, "%.*s/../" SIMPLE_NATIVE_SONAME, folder, here.dli_fname);
    }
    found = dlopen(path ? path : beside, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    if (!found && !path) found = dlopen(SIMPLE_NATIVE_SONAME, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    if (!found && !told) {
        told = true;
        fprintf(stderr, "simple_native: every call fails: %s\n", dlerror());
    }
    if (found) __atomic_store_n(&library, found, __ATOMIC_RELEASE);
    return found;
}

/* The function called `name`, looked up once; NULL where there is none. */
static inline void *words_function(void **place, const char *name) {
    void *known = __atomic_load_n(place, __ATOMIC_RELAXED);
    if (known) return known;
    void *library = words_library();
    known = library ? dlsym(library, name) : NULL;
    if (known) __atomic_store_n(place, known, __ATOMIC_RELAXED);
    return known;
}

/* Whether this thread's last call succeeded. */
static inline word words_succeeded(void) {
    static void *place;
    bool (*failed)(void) = (bool (*)(void))(intptr_t)words_function(&place, "rt_native_last_call_failed");
    return failed && !failed();
}

#endif
