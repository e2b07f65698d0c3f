/* Children of fork, made while other threads are inside calls: what a child inherited works or is stale, and
 * nothing hangs. A child that does is ended by its alarm. */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static atomic_int stop;
static int64_t kept;

/* The child's exit status, once it has ended by itself. */
static void check_child(void (*body)(void)) {
    fflush(NULL);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(60);
        body();
        fflush(NULL);
        _exit(0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(!WIFSIGNALED(status));
    CHECK_INT(WEXITSTATUS(status), 0);
}

static void *work(void *nothing) {
    (void)nothing;
    while (!atomic_load(&stop)) {
        int64_t pattern = rt_regex_new("a");
        CHECK_INT(rt_regex_is_match(pattern, "cab"), 1);
        CHECK_INT(rt_regex_is_match(kept, "cab"), 1);
        rt_regex_destroy(pattern);
    }
    return NULL;
}

static void make_and_use(void) {
    int64_t before = rt_native_live_handles();
    for (int i = 0; i < 20; i++) {
        int64_t pattern = rt_regex_new("a+");
        CHECK_INT(rt_regex_is_match(pattern, "baa"), 1);
        CHECK_INT(rt_regex_is_match(kept, "baa"), 1);
        rt_regex_destroy(pattern);
        CHECK_INT(rt_regex_is_match(pattern, "baa"), -1);
    }
    CHECK_INT(rt_native_live_handles(), before);
}

/* A child forks again. */
static void fork_again(void) {
    make_and_use();
    check_child(make_and_use);
}

static void while_others_work(void) {
    pthread_t threads[3];
    kept = rt_regex_new("a");
    for (int i = 0; i < 3; i++) CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < 60; i++) check_child(i % 10 == 0 ? fork_again : make_and_use);
    atomic_store(&stop, 1);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    rt_regex_destroy(kept);
}

static int64_t server, client, subscription;
static char url[64];

static int64_t answer(int64_t request, void *nothing) {
    (void)nothing;
    (void)request;
    return rt_http_response_create(200, "here");
}

/* The parent's server answers, over a connection of its own. */
static void check_get(int64_t with) {
    RtHttpResult result =
        with ? rt_http_client_request(with, "GET", url, NULL, 0, "") : rt_http_get(url);
    CHECK_TEXT(result.error, "");
    CHECK_INT(result.status, 200);
    CHECK_TEXT(result.body, "here");
}

static void ask_the_parent(void) {
    check_get(client);
    check_get(0);
    rt_http_client_destroy(client);
    /* What its parent's threads serve is not the child's. */
    rt_http_server_stop(server);
    CHECK_CONTAINS(rt_http_get_last_error(), "a http server that was freed");
    rt_http_server_destroy(server);
    CHECK_TEXT(rt_events_next(subscription, 0), "");
    CHECK_CONTAINS(rt_module_get_last_error(), "freed");
    /* A server and a subscription of its own. */
    const char *kinds[] = {"http"};
    int64_t own = rt_http_server_create(0);
    int64_t events = rt_events_subscribe(kinds, 1);
    CHECK(own > 0 && events > 0);
    CHECK(rt_http_server_route(own, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(own));
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(own));
    check_get(0);
    CHECK_CONTAINS(rt_events_next(events, 10000), "\"request\"");
    rt_events_unsubscribe(events);
    rt_http_server_destroy(own);
}

static void what_threads_serve(void) {
    const char *kinds[] = {"http"};
    subscription = rt_events_subscribe(kinds, 1);
    CHECK(rt_http_register_handler("answer", answer, NULL));
    server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    client = rt_http_client_create();
    for (int i = 0; i < 3; i++) {
        check_get(client);
        check_get(0);
        check_child(ask_the_parent);
    }
    /* The parent's connections are as they were. */
    check_get(client);
    check_get(0);
    rt_http_client_destroy(client);
    rt_http_server_destroy(server);
    rt_events_unsubscribe(subscription);
}

enum { SHARED = 20, MADE = 60 };
static int64_t shared[SHARED];
static int numbers[2];

/* Frees what was there at the fork and makes others: their numbers. */
static void make_anew(int64_t made[MADE]) {
    for (int i = 0; i < SHARED; i++) rt_regex_destroy(shared[i]);
    for (int i = 0; i < MADE; i++) made[i] = rt_regex_new("a");
}

static void tell_numbers(void) {
    int64_t made[MADE];
    make_anew(made);
    CHECK_INT(write(numbers[1], made, sizeof made), sizeof made);
}

static void tell_first_number(void) {
    int64_t first = rt_regex_new("a");
    CHECK_INT(write(numbers[1], &first, sizeof first), sizeof first);
}

/* Two processes that begin alike give different numbers; so do a parent and its child after the fork. */
static void numbers_of_ones_own(void) {
    int64_t first[2], theirs[MADE], ours[MADE];
    CHECK_INT(pipe(numbers), 0);
    for (int i = 0; i < 2; i++) {
        check_child(tell_first_number);
        CHECK_INT(read(numbers[0], &first[i], sizeof *first), sizeof *first);
        CHECK(first[i] > 0 && first[i] < INT64_C(1) << 53);
    }
    CHECK(first[0] != first[1]);
    /* Free slots, used ones, and such as were never used. */
    for (int i = 0; i < SHARED; i++) ours[i] = rt_regex_new("a");
    for (int i = 0; i < SHARED; i++) shared[i] = rt_regex_new("a");
    for (int i = 0; i < SHARED; i++) rt_regex_destroy(ours[i]);
    check_child(tell_numbers);
    CHECK_INT(read(numbers[0], theirs, sizeof theirs), sizeof theirs);
    make_anew(ours);
    for (int i = 0; i < MADE; i++) CHECK_INT(rt_regex_is_match(theirs[i], "a"), -1);
    for (int i = 0; i < MADE; i++) rt_regex_destroy(ours[i]);
}

static void *load_and_unload(void *nothing) {
    (void)nothing;
    while (!atomic_load(&stop)) {
        int64_t module = rt_module_load("native");
        rt_text_free(rt_module_send_timeout(module, "query", "{\"do\":\"list\"}", 10000));
        for (int i = 0; i < 3; i++) rt_text_free(rt_module_find("no_such_module"));
        RtTextArray all = rt_module_list();
        rt_text_array_free(all.data, all.len);
        CHECK(rt_module_unload(module));
    }
    return NULL;
}

static int64_t loaded;

static void modules_of_ones_own(void) {
    RtTextArray all = rt_module_list();
    CHECK_INT(all.len, 0);
    rt_text_array_free(all.data, all.len);
    CHECK_CONTAINS(rt_module_send(loaded, "query", "{}"), "a module that was freed");
    int64_t own = rt_module_load("native");
    CHECK(own > 0);
    rt_text_free(rt_module_send_timeout(own, "query", "{\"do\":\"list\"}", 10000));
    all = rt_module_list();
    CHECK_INT(all.len, 1);
    rt_text_array_free(all.data, all.len);
    CHECK(rt_module_unload(own));
    /* The other libraries' own lists and threads. */
    rt_gamepad_shutdown(rt_gamepad_init());
    rt_winit_event_loop_free(rt_winit_event_loop_new());
    int64_t engine = rt_audio_init_offline(48000, 1);
    CHECK(rt_audio_shutdown(engine));
}

static void while_others_load_modules(void) {
    pthread_t threads[3];
    atomic_store(&stop, 0);
    loaded = rt_module_load("native");
    int64_t pads = rt_gamepad_init();
    for (int i = 0; i < 3; i++) CHECK(pthread_create(&threads[i], NULL, load_and_unload, NULL) == 0);
    for (int i = 0; i < 40; i++) check_child(modules_of_ones_own);
    atomic_store(&stop, 1);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    rt_gamepad_shutdown(pads);
    CHECK(rt_module_unload(loaded));
}

/* Sound of the WAV format: a tenth of a second of silence. */
enum { SAMPLES = 800 };
static uint8_t sound[44 + 2 * SAMPLES] = "RIFF\x64\x06\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\x40\x06\0";
static char haystack[1 << 16];

static void search(void) {
    const char *patterns[] = {"[0-9]+x", "b+c", "(a|b)*d"};
    int64_t set = rt_regex_set_new(patterns, 3);
    RtI64Array found = rt_regex_set_matches(set, haystack);
    CHECK_INT(found.len, 1);
    rt_i64_array_free(found.data, found.len);
    rt_regex_set_destroy(set);
    CHECK_INT(rt_regex_is_match_quick("b+c$", haystack), 1);
    int64_t own = rt_regex_new("(?i)[a-f]+[^a-z]*$");
    CHECK_TEXT(rt_regex_replace_all(own, "..abc", "x"), "..x");
    rt_regex_destroy(own);
}

static void decode(void) {
    int64_t engine = rt_audio_init_offline(8000, 1);
    int64_t source = rt_audio_load_from_memory(engine, sound, sizeof sound);
    CHECK(source > 0);
    CHECK(rt_audio_play_sound(engine, source) > 0);
    RtF64Array mixed = rt_audio_render(engine, SAMPLES);
    CHECK_INT(mixed.len, SAMPLES);
    rt_f64_array_free(mixed.data, mixed.len);
    CHECK(rt_audio_shutdown(engine));
}

static void exchange(void) {
    check_get(0);
    int64_t own = rt_http_client_create(), value = rt_http_parse_json("{\"a\":[1,2]}");
    check_get(own);
    CHECK_INT(rt_http_json_length(value, "/a"), 2);
    rt_http_json_free(value);
    rt_http_client_destroy(own);
}

static void draw_and_move(void) {
    int64_t world = rt_rapier2d_world_new(0, -10), path = rt_lyon_path_circle(0, 0, 1);
    CHECK(rt_rapier2d_body_new_dynamic(world, 0, 0, 0) > 0);
    rt_rapier2d_world_step(world, 0.1);
    rt_rapier2d_world_free(world);
    rt_lyon_fill_tessellation_free(rt_lyon_fill_tessellate(path, 0.01));
    rt_lyon_path_free(path);
}

static void (*const WORK[])(void) = {search, decode, exchange, draw_and_move};
enum { KINDS_OF_WORK = 4 };

static void *work_on(void *one) {
    while (!atomic_load(&stop)) (*(void (*const *)(void))one)();
    return NULL;
}

static void all_work(void) {
    for (int i = 0; i < KINDS_OF_WORK; i++) WORK[i]();
}

/* What the parent's threads are in the midst of can be done in its children. */
static void while_all_libraries_work(void) {
    pthread_t threads[KINDS_OF_WORK];
    memset(haystack, 'b', sizeof haystack - 2);
    haystack[sizeof haystack - 2] = 'c';
    CHECK(rt_http_register_handler("answer", answer, NULL));
    server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    atomic_store(&stop, 0);
    for (int i = 0; i < KINDS_OF_WORK; i++)
        CHECK(pthread_create(&threads[i], NULL, work_on, (void *)&WORK[i]) == 0);
    for (int i = 0; i < 30; i++) check_child(all_work);
    atomic_store(&stop, 1);
    for (int i = 0; i < KINDS_OF_WORK; i++) pthread_join(threads[i], NULL);
    rt_http_server_destroy(server);
}

int main(void) {
    numbers_of_ones_own();
    while_others_work();
    while_others_load_modules();
    what_threads_serve();
    while_all_libraries_work();
    puts("ok");
    return 0;
}
