/* A host: a program that links libsimple_native.a and uses it.
 *
 *   host OUT-FOLDER TEXT-FILE [ACT [serve]]
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
static int audio(void) { return act_audio(out_folder); }
static int cuda(void) { return act_cuda(out_folder); }
static int physics(void) { return act_physics(out_folder); }
static int http(void) { return act_http(out_folder, serve); }
static int gamepad(void) { return act_gamepad(out_folder); }
static int window(void) { return act_window(out_folder); }
static int module(void) { return act_module(out_folder); }

static const struct {
    const char *name;
    int (*play)(void);
} ACTS[] = {
    {"regex", regex},
    {"graphics", graphics},
    {"audio", audio},
    {"physics", physics},
    {"http", http},
    {"gamepad", gamepad},
    {"window", window},
    {"cuda", cuda},
    {"module", module},
};

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: %s OUT-FOLDER TEXT-FILE [ACT [serve]]\n", arguments[0]);
        return 2;
    }
    if (!SIMPLE_NATIVE_FITS()) {
        fprintf(stderr, "%s\n", rt_native_get_last_error());
        return 1;
    }
    out_folder = arguments[1];
    text_file = arguments[2];
    const char *wanted = count > 3 ? arguments[3] : NULL;
    serve = count > 4 && strcmp(arguments[4], "serve") == 0;
    char *version = rt_native_version();
    printf("simple_native %s\n", version);
    rt_text_free(version);

    int played = 0, failed = 0;
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
        if (wanted && strcmp(wanted, ACTS[i].name) != 0) continue;
        printf("\n== %s ==\n", ACTS[i].name);
        failed |= ACTS[i].play();
        played++;
    }
    if (!played) {
        fprintf(stderr, "no act is called %s\n", wanted);
        return 2;
    }
    if (rt_native_live_handles() != 0) {
        fprintf(stderr, "%lld objects were left behind\n", (long long)rt_native_live_handles());
        return 1;
    }
    return failed;
}
