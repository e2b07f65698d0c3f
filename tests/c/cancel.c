/* A host's thread that is cancelled during a call ends after it, and nothing of the archive's is left locked. */
#include "check.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WIDTH = 512, SIZE = WIDTH * WIDTH * 4, LONG = 1 << 20 };
static uint8_t pixels[SIZE];
static char letters[LONG], silent[64], served[64];
static int64_t regex, engine, world, subscription, module, client, animation;

#define CALL "{\"call\":\"rt_native_version\",\"args\":[]}"

static atomic_int began, came_back;

/* A port at which somebody listens who never answers. */
static void listen_in_silence(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    CHECK(bind(listener, (struct sockaddr *)&address, size) == 0 && listen(listener, 8) == 0);
    CHECK(getsockname(listener, (struct sockaddr *)&address, &size) == 0);
    snprintf(silent, sizeof silent, "http://127.0.0.1:%d/", ntohs(address.sin_port));
}

static void free_result(RtHttpResult result) {
    rt_text_free(result.body);
    rt_text_free(result.error);
}

static void waits_for_an_answer(void) { free_result(rt_http_client_request(client, "GET", silent, NULL, 0, "")); }
static void looks_for_a_host(void) { free_result(rt_http_client_request(client, "GET", "http://localhost:9/", NULL, 0, "")); }
static void waits_for_an_event(void) { rt_text_free(rt_events_next(subscription, 200)); }
static void saves_a_picture(void) { CHECK(rt_lyon_png_save("cancelled.png", pixels, SIZE, WIDTH, WIDTH)); }
/* Some time there are as many as were announced. */
static void adds_a_frame(void) { rt_lyon_animation_add_frame(animation, pixels, SIZE); }
static void searches(void) { CHECK(rt_regex_count(regex, letters) > 0); }
static void renders(void) {
    RtF64Array samples = rt_audio_render(engine, 100000);
    CHECK(samples.len > 0);
    rt_f64_array_free(samples.data, samples.len);
}
static void steps(void) { rt_rapier2d_world_step(world, 0.01); }
static void asks_a_module(void) { rt_text_free(rt_module_send(module, "query", CALL)); }
static void asks_a_module_for_a_while(void) {
    rt_text_free(rt_module_send_timeout(module, "query", CALL, 1000));
}
static void loads_a_module(void) { CHECK_INT(rt_module_load("./no_such_module.so"), 0); }
static void looks_for_pads(void) { rt_gamepad_shutdown(rt_gamepad_init()); }
static void opens_a_window(void) { rt_winit_event_loop_free(rt_winit_event_loop_new()); }
static void starts_sound(void) { rt_audio_shutdown(rt_audio_init()); }
static void looks_for_devices(void) { rt_cuda_destroy(rt_cuda_init(-1)); }
static void serves(void) {
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_start_background(server));
    rt_http_server_destroy(server);
}

static void (*const calls[])(void) = {
    waits_for_an_answer, looks_for_a_host, waits_for_an_event, saves_a_picture, adds_a_frame,   searches,
    renders,             steps,            asks_a_module,      loads_a_module,  looks_for_pads, opens_a_window,
    starts_sound,        looks_for_devices, serves,            asks_a_module_for_a_while,
};
enum { CALLS = sizeof calls / sizeof *calls };

/* Makes one call, until it is cancelled. */
static void *again_and_again(void *call) {
    for (;;) {
        atomic_fetch_add(&began, 1);
        (*(void (*const *)(void))call)();
        atomic_fetch_add(&came_back, 1);
        pthread_testcancel();
    }
    return NULL;
}

/* The same where it may be cancelled at any time, which is while it makes the call. */
static void *at_any_time(void *call) {
    int before;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &before);
    atomic_fetch_add(&began, 1);
    (*(void (*const *)(void))call)();
    for (;;) pause();
    return NULL;
}

static void cancel(void *(*body)(void *), const void *argument, useconds_t after) {
    pthread_t thread;
    void *end = NULL;
    atomic_store(&began, 0);
    atomic_store(&came_back, 0);
    CHECK(pthread_create(&thread, NULL, body, (void *)argument) == 0);
    while (!atomic_load(&began)) usleep(100);
    usleep(after);
    CHECK(pthread_cancel(thread) == 0);
    CHECK(pthread_join(thread, &end) == 0);
    /* glibc 2.36 leaves the result out where one that may take effect at any time does so when it is put back. */
    CHECK(end == PTHREAD_CANCELED || (body == at_any_time && end == NULL));
}

/* What a callback's thread reads while it is cancelled: the call goes on, and so does the callback. */
static int64_t answer(int64_t request, void *data) {
    char byte;
    (void)request;
    (void)data;
    CHECK(pthread_cancel(pthread_self()) == 0);
    int file = open("/dev/zero", 0);
    CHECK(file >= 0 && read(file, &byte, 1) == 1 && close(file) == 0);
    return rt_http_response_create(200, "here");
}

static void all_is_well(void) {
    RtHttpResult result = rt_http_get(served);
    CHECK_TEXT(result.error, "");
    CHECK_TEXT(result.body, "here");
    for (int i = 2; i < CALLS; i++) calls[i]();
}

int main(void) {
    memset(letters, 'a', LONG - 1);
    listen_in_silence();
    CHECK(rt_http_register_handler("answer", answer, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "GET", "/", "answer"));
    CHECK(rt_http_server_start_background(server));
    snprintf(served, sizeof served, "http://127.0.0.1:%d/", (int)rt_http_server_port(server));
    client = rt_http_client_create();
    rt_http_client_set_timeout(client, 200);
    regex = rt_regex_new("[a-z]{7}");
    engine = rt_audio_init_offline(48000, 2);
    world = rt_rapier2d_world_new(0, -10);
    for (int i = 0; i < 100; i++) {
        int64_t body = rt_rapier2d_body_new_dynamic(world, 0, i, 0);
        CHECK(rt_rapier2d_collider_new_circle(world, body, 1) > 0);
    }
    subscription = rt_events_subscribe(NULL, 0);
    module = rt_module_load("native");
    animation = rt_lyon_animation_new("cancelled_frames.png", WIDTH, WIDTH, 10, 0);

    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < CALLS; i++) {
            cancel(again_and_again, &calls[i], (useconds_t)(round * 3000));
            CHECK(atomic_load(&began) == atomic_load(&came_back));
        }
        all_is_well();
    }
    for (int i = 0; i < CALLS; i++) {
        /* Before the call has begun a thread may be anywhere. */
        cancel(at_any_time, &calls[i], 20000);
    }
    all_is_well();
    rt_http_server_destroy(server);
    rt_http_unregister_handler("answer");
    puts("ok");
    return 0;
}
