/* Calls with a few megabytes, where memory suffices for a part of what they do: at each of many amounts the call works or
 * fails, and ends nobody. Each is made in a process of its own; `amounts CALL BYTES` makes one. */
#include "check.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LONG = 2 << 20, HANDLES = 100000, SIDE = 1024, MIDDLE = 1 << 20 };
static char message[LONG], texts[LONG], numbers[LONG], pattern[LONG], path[MIDDLE], classes[MIDDLE / 8];
static int64_t module, regex, server;
static char url[64];

static void fill(char *text, size_t size, const char *head, const char *piece, const char *tail) {
    size_t at = (size_t)sprintf(text, "%s", head), step = strlen(piece), end = strlen(tail);
    for (; at + step + end + 1 < size; at += step) memcpy(text + at, piece, step);
    strcpy(text + at, tail);
}

static void free_result(RtHttpResult result) {
    rt_text_free(result.body);
    rt_text_free(result.error);
}

static void sends_a_message(void) { rt_text_free(rt_module_send(module, "query", message)); }
static void sends_many_texts(void) { rt_text_free(rt_module_send(module, "query", texts)); }
static void reads_numbers(void) { rt_http_json_free(rt_http_parse_json(numbers)); }
static void reads_texts(void) { rt_http_json_free(rt_http_parse_json(texts)); }
static void finds_all(void) {
    RtTextArray found = rt_regex_find_all_array(regex, message);
    rt_text_array_free(found.data, found.len);
}
static void finds_places(void) {
    RtI64Array found = rt_regex_find_all_offsets(regex, message);
    rt_i64_array_free(found.data, found.len);
}
static void replaces_all(void) { rt_text_free(rt_regex_replace_all(regex, message, "$0$0")); }
static void splits(void) { rt_text_free(rt_regex_split(regex, message)); }
static void compiles(void) { rt_regex_destroy(rt_regex_new(pattern)); }
static void compiles_classes(void) { rt_regex_destroy(rt_regex_new(classes)); }
static void searches_quickly(void) { rt_text_free(rt_regex_find_quick("(a+)+b|[x-z]{50}", message)); }
static void encodes(void) { rt_text_free(rt_http_url_encode(message)); }
static void answers(void) { rt_http_response_free(rt_http_response_create(200, message)); }
static void gets(void) { free_result(rt_http_get(url)); }
static void posts(void) { free_result(rt_http_post(url, message, "text/plain")); }
static void draws(void) {
    int64_t canvas = rt_lyon_canvas_new(SIDE, SIDE), shape = rt_lyon_path_from_svg(path);
    rt_lyon_canvas_draw(canvas, shape, 0, 0, 0, 1, 255);
    RtBytes pixels = rt_lyon_canvas_get_pixels(canvas);
    RtBytes encoded = rt_lyon_png_encode(pixels.data, pixels.len, SIDE, SIDE);
    rt_lyon_canvas_free(rt_lyon_canvas_decode(encoded.data, encoded.len));
    rt_bytes_free(encoded.data, encoded.len);
    rt_bytes_free(pixels.data, pixels.len);
    rt_lyon_path_free(shape);
    rt_lyon_canvas_free(canvas);
}
static void steps(void) {
    int64_t world = rt_rapier2d_world_new(0, -10);
    for (int i = 0; i < 500; i++) {
        rt_rapier2d_collider_new_circle(world, rt_rapier2d_body_new_dynamic(world, i % 30, i / 30, 0), 0.6);
    }
    for (int i = 0; i < 3; i++) rt_rapier2d_world_step(world, 0.01);
    rt_rapier2d_world_free(world);
}
static void renders(void) {
    int64_t engine = rt_audio_init_offline(48000, 2);
    RtF64Array samples = rt_audio_render(engine, 200000);
    rt_f64_array_free(samples.data, samples.len);
    rt_audio_shutdown(engine);
}
/* Tables of handles grow. */
static void makes_many(void) {
    static int64_t made[HANDLES];
    int count = 0;
    while (count < HANDLES && (made[count] = rt_lyon_transform_identity())) count++;
    if (count < HANDLES) CHECK_CONTAINS(rt_lyon_get_last_error(), "memory");
    while (count > 0) CHECK(rt_lyon_transform_free(made[--count]));
}
static void subscribes_often(void) {
    int64_t made[200];
    int count = 0;
    while (count < 200 && (made[count] = rt_events_subscribe(NULL, 0))) count++;
    while (count > 0) rt_events_unsubscribe(made[--count]);
}

static void (*const calls[])(void) = {
    sends_a_message,  sends_many_texts, reads_numbers, reads_texts, finds_all, finds_places, replaces_all, splits, compiles,
    compiles_classes, searches_quickly, encodes,       answers,     gets,      posts,        draws,        steps,  renders,
    makes_many,       subscribes_often,
};
enum { CALLS = sizeof calls / sizeof *calls };

static int64_t answer(int64_t request, void *data) {
    (void)request;
    (void)data;
    return rt_http_response_create(200, texts);
}

static void leave(size_t bytes) {
    char text[64] = "";
    int file = open("/proc/self/statm", O_RDONLY);
    CHECK(read(file, text, sizeof text - 1) > 0 && close(file) == 0);
    const rlim_t taken = (rlim_t)atol(text) * (rlim_t)sysconf(_SC_PAGESIZE);
    CHECK_INT(setrlimit(RLIMIT_AS, &(struct rlimit){taken + bytes, RLIM_INFINITY}), 0);
}

/* Makes a call with so many bytes, for which all but those was taken. */
static void make(int call, size_t bytes) {
    module = rt_module_load("native");
    regex = rt_regex_new("[a-z]+");
    CHECK(rt_http_register_handler("answer", answer, NULL));
    if (calls[call] == gets || calls[call] == posts) {
        server = rt_http_server_create(0);
        CHECK(rt_http_server_route(server, "*", "/", "answer") && rt_http_server_start_background(server));
        snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
        free_result(rt_http_head(url));
    }
    leave(bytes);
    calls[call]();
    _exit(0);
}

int main(int count, char **arguments) {
    fill(message, sizeof message, "\"", "word ", "\"");
    fill(texts, sizeof texts, "[\"a\"", ",\"a\"", "]");
    fill(numbers, sizeof numbers, "[1", ",-1.5e3", "]");
    fill(pattern, sizeof pattern, "a", "|(b*c)", "");
    fill(classes, sizeof classes, "(?i)", "[\\w]", "");
    fill(path, sizeof path, "M0 0", "l5 1 -5 1", "Z");
    if (count == 3) make(atoi(arguments[1]), (size_t)atol(arguments[2]));
    for (int call = 0; call < CALLS; call++) {
        for (size_t bytes = 256 << 10; bytes < 100 << 20; bytes += bytes / 3) {
            int status;
            fflush(NULL);
            pid_t child = fork();
            CHECK(child >= 0);
            if (child == 0) {
                alarm(60);
                make(call, bytes);
            }
            CHECK(waitpid(child, &status, 0) == child);
            if (status != 0) {
                fprintf(stderr, "call %d with %zu bytes: status %d\n", call, bytes, status);
                return 1;
            }
        }
    }
    puts("ok");
    return 0;
}
