/* A dozen everyday patterns over a real text of some megabytes. */
#include "acts.h"
#include "simple_native.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct {
    const char *what, *pattern;
} SEARCHES[] = {
    {"functions", "\\bfn\\s+\\w+"},
    {"doc comments", "(?m)^[ \\t]*//[/!].*$"},
    {"unsafe blocks", "\\bunsafe\\s*\\{"},
    {"web addresses", "https?://[\\w./?#&=%~-]+"},
    {"hex numbers", "\\b0x[0-9a-fA-F_]+"},
    {"floats", "\\b\\d+\\.\\d+(?:[eE][+-]?\\d+)?\\b"},
    {"strings", "\"(?:[^\"\\\\\\n]|\\\\.)*\""},
    {"TODO and FIXME", "\\b(?:TODO|FIXME|XXX)\\b[^\\n]*"},
    {"dates", "\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b"},
    {"mail addresses", "[\\w.+-]+@[\\w-]+\\.[\\w.-]+"},
    {"long lines", "(?m)^.{121,}$"},
    {"words in -tion", "(?i)\\b[a-z]+tions?\\b"},
    {"beyond ASCII", "[^\\x00-\\x7F]+"},
};
enum { COUNT = sizeof SEARCHES / sizeof *SEARCHES };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The file's bytes with a NUL after them; the caller frees. */
static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text) {
        *size = fread(text, 1, (size_t)length, file);
        text[*size] = 0;
    }
    fclose(file);
    return text;
}

/* The first hit, short. */
static void print_hit(const char *text, const int64_t *offsets) {
    const char *hit = text + offsets[0], *end = text + offsets[1];
    while (hit < end && isspace((unsigned char)*hit)) hit++;
    printf("  %.*s", end - hit < 40 ? (int)(end - hit) : 40, hit);
}

int act_regex(const char *out, const char *path) {
    (void)out;
    size_t size = 0;
    char *text = read_file(path, &size);
    if (!text) {
        fprintf(stderr, "cannot read %s\n", path);
        return 1;
    }
    double megabytes = (double)size / 1e6;
    printf("%.1f MB of text: %s\n", megabytes, path);
    printf("%-16s %9s %9s  %s\n", "searched for", "matches", "MB/s", "first hit");
    int64_t total = 0;
    for (int i = 0; i < COUNT; i++) {
        if (isatty(1)) {
            printf("%d of %d: %s ...\r", i + 1, COUNT, SEARCHES[i].what);
            fflush(stdout);
        }
        int64_t regex = rt_regex_new(SEARCHES[i].pattern);
        double start = now();
        /* One crossing for the whole text. */
        RtI64Array found = rt_regex_find_all_offsets(regex, text);
        double seconds = now() - start;
        if (regex == 0) {
            char *error = rt_regex_get_last_error();
            fprintf(stderr, "%s\n", error);
            rt_text_free(error);
            free(text);
            return 1;
        }
        printf("%-16s %9lld %9.0f", SEARCHES[i].what, (long long)found.len / 2, megabytes / seconds);
        if (found.len > 0) print_hit(text, found.data);
        printf("\n");
        total += found.len / 2;
        rt_i64_array_free(found.data, found.len);
        rt_regex_destroy(regex);
    }
    printf("%lld matches\n", (long long)total);
    free(text);
    return 0;
}
