/* A host: a program that links libsimple_native.a and uses it.
 *
 *   host OUT-FOLDER TEXT-FILE [ACT ... [serve]]
 *
 * `cargo xtask demo` builds and runs it. To build it by hand, with the package unpacked at $P:
 *   cc $(find examples -name "*.c") $(PKG_CONFIG_PATH=$P/lib/pkgconfig pkg-config --cflags --libs simple_native) */
#include "acts.h"
#include "simple_native.h"

#include <stdio.h>
#include <string.h>

static const char *out_folder, *text_file;
static int serve;

static int regex(void) { return act_regex(out_folder, text_file); }
static int graphics(void) { return act_graphics(out_folder); }
static int physics(void) { return act_physics(out_folder); }
#ifndef FIRST_ACTS /* What is shown while the archive's other libraries are being built. */
static int audio(void) { return act_audio(out_folder); }
static int cuda(void) { return act_cuda(out_folder); }
static int http(void) { return act_http(out_folder, serve); }
static int gamepad(void) { return act_gamepad(out_folder); }
static int window(void) { return act_window(out_folder); }
static int module(void) { return act_module(out_folder); }
#endif

static const struct {
    const char *name;
    int (*play)(void);
} ACTS[] = {
    {"regex", regex},
    {"graphics", graphics},
    {"physics", physics},
#ifndef FIRST_ACTS
    {"audio", audio},
    {"http", http},
    {"gamepad", gamepad},
    {"window", window},
    {"cuda", cuda},
    {"module", module},
#endif
};

/* The acts named on the command line, all where none is. */
static int is_wanted(const char *act, int count, char **names) {
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], act) == 0) return 1;
    return count == 0;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: %s OUT-FOLDER TEXT-FILE [ACT ... [serve]]\n", arguments[0]);
        return 2;
    }
    if (!SIMPLE_NATIVE_FITS()) {
        fprintf(stderr, "%s\n", rt_native_get_last_error());
        return 1;
    }
    out_folder = arguments[1];
    text_file = arguments[2];
    char **wanted = arguments + 3;
    int wants = count - 3;
    serve = wants > 1 && strcmp(wanted[wants - 1], "serve") == 0;
    wants -= serve;
    char *version = rt_native_version();
    printf("simple_native %s\n", version);
    rt_text_free(version);

    int played = 0, failed = 0;
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
        if (!is_wanted(ACTS[i].name, wants, wanted)) continue;
        printf("\n== %s ==\n", ACTS[i].name);
        failed |= ACTS[i].play();
        played++;
    }
    if (played < wants || !played) {
        fprintf(stderr, "no act is called %s\n", wanted[0]);
        return 2;
    }
    if (rt_native_live_handles() != 0) {
        fprintf(stderr, "%lld objects were left behind\n", (long long)rt_native_live_handles());
        return 1;
    }
    return failed;
}
