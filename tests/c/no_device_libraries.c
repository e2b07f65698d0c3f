/* Without the system's libraries for sound and pads all else works, and those two say what is missing. */
#define _GNU_SOURCE
#include "check.h"

#include <dlfcn.h>

static int asked_sound, asked_pads;

/* The machine's own but for the two, which it has not. */
void *dlopen(const char *name, int flags) {
    void *(*real)(const char *, int);
    if (name && strstr(name, "libasound")) {
        asked_sound++;
        return NULL;
    }
    if (name && strstr(name, "libudev")) {
        asked_pads++;
        return NULL;
    }
    *(void **)&real = dlsym(RTLD_NEXT, "dlopen");
    return real(name, flags);
}

int main(void) {
    CHECK_INT(rt_audio_init(), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "libasound.so.2 is not on this machine");
    CHECK(asked_sound);
    /* What needs no device works. */
    int64_t engine = rt_audio_init_offline(48000, 2);
    CHECK(engine > 0);
    rt_audio_shutdown(engine);

    int64_t pads = rt_gamepad_init();
    CHECK(pads > 0);
    CHECK(asked_pads);
    CHECK_INT(rt_gamepad_count(pads), 0);
    rt_gamepad_shutdown(pads);

    int64_t regex = rt_regex_new("a+");
    CHECK(rt_regex_is_match(regex, "baa"));
    rt_regex_destroy(regex);

    /* Not kept: they are looked for anew. */
    int before = asked_sound;
    CHECK_INT(rt_audio_init(), 0);
    CHECK(asked_sound > before);
    return 0;
}
