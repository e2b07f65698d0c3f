/* Names of files as each system has them: beyond ASCII and beyond 16 bits, in folders that lie deep, with backslashes on
 * Windows. Works in the folder that it is run in. */
#include "check.h"

#ifdef _WIN32
#include <wchar.h>
#include <windows.h>

/* The whole path, by which Windows takes any length. */
static const wchar_t *wide(const char *path) {
    static wchar_t relative[4000], whole[4010] = L"\\\\?\\";
    CHECK(MultiByteToWideChar(CP_UTF8, 0, path, -1, relative, 4000) > 0);
    CHECK(GetFullPathNameW(relative, 4000, whole + 4, NULL) > 0);
    return whole;
}

static void make_folder(const char *path) { CHECK(CreateDirectoryW(wide(path), NULL)); }
static FILE *open_file(const char *path) { return _wfopen(wide(path), L"wb"); }
static const char *const SLASHES[] = {"\\", "/"};
#else
#include <sys/stat.h>

static void make_folder(const char *path) { CHECK(mkdir(path, 0700) == 0); }
static FILE *open_file(const char *path) { return fopen(path, "wb"); }
static const char *const SLASHES[] = {"/", "/./"};
#endif

/* Latin, Japanese and a note of music, which has two units in UTF-16. */
#define STRANGE "gr\xc3\xbc\xc3\x9f-\xe6\x97\xa5\xe6\x9c\xac-\xf0\x9f\x8e\xb5"

/* A picture is written, found where it should be, and read; a folder is none. */
static void pictures(const char *folder, const char *slash) {
    static const uint8_t pixels[16] = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 255};
    char file[3000];
    snprintf(file, sizeof file, "%s%s" STRANGE ".png", folder, slash);
    CHECK(rt_lyon_png_save(file, pixels, sizeof pixels, 2, 2));
    int64_t canvas = rt_lyon_canvas_load(file);
    CHECK(canvas > 0);
    CHECK(rt_lyon_canvas_free(canvas));
    CHECK(rt_lyon_canvas_load(folder) == 0);
    CHECK_CONTAINS(rt_lyon_get_last_error(), "");
    snprintf(file, sizeof file, "%s%sabsent-" STRANGE ".png", folder, slash);
    CHECK(rt_lyon_canvas_load(file) == 0);
    CHECK_CONTAINS(rt_lyon_get_last_error(), STRANGE);
    rt_lyon_clear_error();
}

/* One second of silence in 8 bits, as a file of this name. */
static void sounds(const char *folder, const char *slash) {
    static const uint8_t head[44] = "RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\x40\x1f\0\0";
    char file[3000];
    snprintf(file, sizeof file, "%s%s" STRANGE ".wav", folder, slash);
    FILE *out = open_file(file);
    CHECK(out != NULL);
    CHECK(fwrite(head, 1, sizeof head, out) == sizeof head);
    for (int i = 0; i < 8000; i++) fputc(128, out);
    CHECK(fclose(out) == 0);
    int64_t engine = rt_audio_init_offline(8000, 1);
    int64_t sound = rt_audio_load_from_file(engine, file);
    if (!sound) fprintf(stderr, "%s\n", rt_audio_get_last_error());
    CHECK(sound > 0);
    CHECK(rt_audio_play_sound(engine, sound) > 0);
    CHECK(rt_audio_play_music(engine, file) > 0);
    CHECK(rt_audio_shutdown(engine));
}

int main(void) {
    for (int i = 0; i < 2; i++) {
        pictures(".", SLASHES[i]);
        sounds(".", SLASHES[i]);
    }
    /* Beyond the 260 characters that Windows once had. */
    char deep[3000] = "deep-" STRANGE;
    make_folder(deep);
    for (int i = 0; i < 8; i++) {
        size_t length = strlen(deep);
        snprintf(deep + length, sizeof deep - length, "%s%060d", SLASHES[0], i);
        make_folder(deep);
    }
    CHECK(strlen(deep) > 480);
    pictures(deep, SLASHES[0]);
    sounds(deep, SLASHES[0]);
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
