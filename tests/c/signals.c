/* A host's signals: its handlers run on its own threads only, and a peer that goes away raises no SIGPIPE.
   This program leaves SIGPIPE as it finds it, which ends it where the archive lets one through. */
#define _GNU_SOURCE
#include "check.h"
#include <arpa/inet.h>
#include <dirent.h>
#ifdef __linux__
#include <fenv.h>
#endif
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#ifdef __linux__
#include <sys/signalfd.h>
#endif
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t handled;

static void on_signal(int signal) {
    (void)signal;
    handled = 1;
}

/* The host blocks a signal after the archive has started its threads: it stays for the host's sigwait. */
static void handlers_run_on_no_thread_of_the_archives(void) {
    const int SIGNALS[] = {SIGUSR1, SIGTERM, SIGCHLD, SIGHUP, SIGALRM, SIGPIPE};
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) {
        struct sigaction action = {.sa_handler = on_signal}, before;
        sigset_t one;
        sigemptyset(&one);
        sigaddset(&one, SIGNALS[i]);
        sigaction(SIGNALS[i], &action, &before);
        pthread_sigmask(SIG_BLOCK, &one, NULL);
        kill(getpid(), SIGNALS[i]);
        nanosleep(&(struct timespec){.tv_nsec = 20 * 1000 * 1000}, NULL);
        CHECK_INT(handled, 0);
        int got = 0;
        sigwait(&one, &got);
        CHECK_INT(got, SIGNALS[i]);
        pthread_sigmask(SIG_UNBLOCK, &one, NULL);
        sigaction(SIGNALS[i], &before, NULL);
    }
}

#ifdef __linux__
static int64_t nothing(int64_t subscription, void *data) {
    (void)data;
    return subscription;
}

/* Has every library start the threads that it has here: without a device or a display some have none. */
static void use_all_libraries(void) {
    RtHttpResult result = rt_http_get("http://localhost:1/");
    rt_text_free(result.body);
    rt_text_free(result.error);
    rt_ws_close(rt_ws_connect("ws://localhost:1/"));
    rt_gamepad_shutdown(rt_gamepad_init());
    rt_audio_shutdown(rt_audio_init());
    rt_winit_event_loop_free(rt_winit_event_loop_new());
    rt_winit_clipboard_set_text("text");
    rt_cuda_destroy(rt_cuda_init(-1));
    int64_t module = rt_module_load("native");
    rt_text_free(rt_module_send_timeout(module, "query", "{\"do\":\"list\"}", 10000));
    rt_module_unload(module);
    int64_t events = rt_events_subscribe(NULL, 0);
    CHECK(rt_events_notify(events, nothing, NULL));
}

/* All threads but this one, the host's only, have all signals blocked that may come from outside. */
static void threads_have_signals_blocked(void) {
    const int NONE[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP, SIGKILL, SIGSTOP, 32, 33};
    unsigned long long wanted = ~0ull;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) wanted &= ~(1ull << (NONE[i] - 1));
    DIR *all = opendir("/proc/self/task");
    CHECK(all);
    int count = 0;
    for (struct dirent *thread; (thread = readdir(all));) {
        int number = atoi(thread->d_name);
        char path[64], line[256], name[64] = "";
        snprintf(path, sizeof path, "/proc/self/task/%d/status", number);
        FILE *status = number > 0 && number != getpid() ? fopen(path, "r") : NULL;
        if (!status) continue; /* it may have ended */
        unsigned long long blocked = wanted;
        while (fgets(line, sizeof line, status)) {
            sscanf(line, "Name: %63[^\n]", name);
            sscanf(line, "SigBlk: %llx", &blocked);
        }
        fclose(status);
        if ((blocked & wanted) != wanted) fprintf(stderr, "thread %s: %llx\n", name, blocked);
        CHECK((blocked & wanted) == wanted);
        count++;
    }
    closedir(all);
    CHECK(count > 0);
}

/* A host that begins to use signalfd after it has used everything gets what is sent to the process. */
static void a_signalfd_gets_signals(void) {
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGUSR1);
    struct sigaction action = {.sa_handler = on_signal}, before;
    sigaction(SIGUSR1, &action, &before);
    pthread_sigmask(SIG_BLOCK, &wanted, NULL);
    int descriptor = signalfd(-1, &wanted, SFD_CLOEXEC);
    for (int i = 0; i < 1000; i++) {
        kill(getpid(), SIGUSR1);
        struct pollfd waiting = {descriptor, POLLIN, 0};
        CHECK_INT(poll(&waiting, 1, 10000), 1);
        struct signalfd_siginfo got;
        CHECK_INT(read(descriptor, &got, sizeof got), sizeof got);
        CHECK_INT(got.ssi_signo, SIGUSR1);
    }
    CHECK_INT(handled, 0);
    close(descriptor);
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
    sigaction(SIGUSR1, &before, NULL);
}
#endif

#if defined __linux__ && defined __x86_64__
/* A host that rounds upwards, and has a signal end it where it divides by 0. */
static void a_host_calculates_in_its_own_way(void) {
    volatile double one = 1, three = 3;
    double nearest = one / three;
    int64_t path = rt_lyon_path_circle(0, 0, 1);
    fesetround(FE_UPWARD);
    double raised = one / three;
    feenableexcept(FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW);
    int64_t filled = rt_lyon_fill_tessellate(path, 1);
    int64_t number = rt_http_parse_json("0.3333333333333333");
    CHECK(rt_http_json_number(number, "") == nearest && raised > nearest);
    CHECK(fegetexcept() == (FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW) && one / three == raised);
    fedisableexcept(FE_ALL_EXCEPT);
    fesetround(FE_TONEAREST);
    CHECK(filled > 0);
    CHECK(rt_lyon_fill_tessellation_free(filled) && rt_lyon_path_free(path));
    rt_http_json_free(number);
}
#endif

#ifdef __linux__
static int display;

/* An X server that is gone when the client has found out how to make itself known: its Xauthority is a pipe. */
static void *goes_away_at_once(void *unused) {
    (void)unused;
    close(accept(display, NULL, NULL));
    close(open("xauthority", O_WRONLY));
    return NULL;
}

static void an_x_server_goes_away(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char name[32];
    snprintf(name, sizeof name, ":%d", 20000 + (int)getpid() % 40000);
    snprintf(address.sun_path, sizeof address.sun_path, "/tmp/.X11-unix/X%s", name + 1);
    mkdir("/tmp/.X11-unix", 01777);
    display = socket(AF_UNIX, SOCK_STREAM, 0);
    CHECK_INT(bind(display, (struct sockaddr *)&address, sizeof address), 0);
    CHECK_INT(listen(display, 1), 0);
    CHECK_INT(mkfifo("xauthority", 0600), 0);
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("WAYLAND_SOCKET");
    setenv("DISPLAY", name, 1);
    setenv("XAUTHORITY", "xauthority", 1);
    pthread_t server;
    pthread_create(&server, NULL, goes_away_at_once, NULL);
    CHECK_INT(rt_winit_event_loop_new(), 0);
    pthread_join(server, NULL);
    close(display);
    unlink(address.sun_path);
    CHECK_CONTAINS(rt_winit_get_last_error(), "does not answer");
    unsetenv("DISPLAY");
    unsetenv("XAUTHORITY");
}
#endif

static char *big;

static int64_t give_much(int64_t request, void *data) {
    (void)request;
    (void)data;
    return rt_http_response_create(200, big);
}

static struct sockaddr_in here(int port) {
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

/* Clients that ask, end their side, read a little and go. */
static void clients_go_away(int port) {
    for (int i = 0; i < 40; i++) {
        struct sockaddr_in address = here(port);
        int client = socket(AF_INET, SOCK_STREAM, 0);
        CHECK_INT(connect(client, (struct sockaddr *)&address, sizeof address), 0);
        const char *request = "GET /big HTTP/1.1\r\nHost: x\r\n\r\n";
        send(client, request, strlen(request), MSG_NOSIGNAL);
        if (i % 2) shutdown(client, SHUT_WR);
        char some[1000];
        recv(client, some, sizeof some, 0);
        close(client);
    }
}

static int listener;

/* A server that ends or resets a connection while it is sent to. */
static void *goes_away(void *unused) {
    (void)unused;
    for (int i = 0;; i++) {
        int peer = accept(listener, NULL, NULL);
        if (peer < 0) return NULL;
        char some[2000];
        recv(peer, some, sizeof some, 0);
        struct linger reset = {i % 2, 0};
        setsockopt(peer, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        close(peer);
    }
}

/* The same call, made by a module: on this thread, and on one of the archive's. */
static void asked_by_a_module(const char *url) {
    int64_t module = rt_module_load("native");
    CHECK(module > 0);
    const char *form = "{\"call\":\"rt_http_post\",\"args\":[\"%s\",\"%s\",\"\"]}";
    size_t size = strlen(form) + strlen(url) + strlen(big);
    char *message = malloc(size);
    snprintf(message, size, form, url, big);
    for (int i = 0; i < 4; i++) {
        char *answer = i < 2 ? rt_module_send(module, "query", message)
                             : rt_module_send_timeout(module, "query", message, 60000);
        CHECK_CONTAINS(answer, "POST http");
    }
    free(message);
    CHECK(rt_module_unload(module));
}

/* A device that hands its sound to a program that has ended. */
static void a_player_goes_away(void) {
    FILE *file = fopen("alsa.conf", "w");
    CHECK(file != NULL);
    fputs("pcm.!default { type plug slave { pcm { type file slave.pcm { type null } "
          "file \"|exec true\" format \"raw\" } format FLOAT_LE rate 48000 channels 2 } }\n",
          file);
    fclose(file);
    setenv("ALSA_CONFIG_PATH", "alsa.conf", 1);
    int64_t engine = rt_audio_init();
    CHECK(engine > 0);
    static double samples[80000];
    int64_t source = rt_audio_load_from_samples(engine, samples, 80000, 8000, 1);
    CHECK(source > 0);
    int64_t playback = rt_audio_play_sound(engine, source);
    CHECK(playback > 0);
    for (int i = 0; i < 3000 && rt_audio_get_engine_time(engine) < 1.0; i++)
        nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
    CHECK(rt_audio_get_engine_time(engine) >= 1.0);
    rt_audio_shutdown(engine);
}

static void servers_go_away(void) {
    struct sockaddr_in address = here(0);
    socklen_t length = sizeof address;
    listener = socket(AF_INET, SOCK_STREAM, 0);
    CHECK_INT(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    CHECK_INT(listen(listener, 100), 0);
    getsockname(listener, (struct sockaddr *)&address, &length);
    pthread_t server;
    pthread_create(&server, NULL, goes_away, NULL);
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", ntohs(address.sin_port));
    for (int i = 0; i < 20; i++) {
        RtHttpResult result = rt_http_post(url, big, "");
        CHECK(*result.error);
        rt_text_free(result.body);
        rt_text_free(result.error);
    }
    asked_by_a_module(url);
    shutdown(listener, SHUT_RDWR);
    close(listener);
    pthread_join(server, NULL);
}

int main(void) {
    struct sigaction pipe;
    sigset_t mask, pending;
    big = malloc(8 << 20);
    memset(big, 'x', 8 << 20);
    big[(8 << 20) - 1] = 0;
    CHECK(rt_http_register_handler("big", give_much, NULL));
    int64_t server = rt_http_server_create(0);
    CHECK(rt_http_server_route(server, "GET", "/big", "big"));
    CHECK(rt_http_server_start_background(server));
    handlers_run_on_no_thread_of_the_archives();
    clients_go_away((int)rt_http_server_port(server));
    servers_go_away();
#if defined __linux__ && defined __x86_64__
    a_host_calculates_in_its_own_way();
#endif
#ifdef __linux__
    an_x_server_goes_away();
    use_all_libraries();
    threads_have_signals_blocked();
    a_signalfd_gets_signals();
#endif
    rt_http_server_destroy(server);
    a_player_goes_away();
    /* And nothing of the host's is changed. */
    sigaction(SIGPIPE, NULL, &pipe);
    CHECK(pipe.sa_handler == SIG_DFL);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    sigpending(&pending);
    CHECK(!sigismember(&mask, SIGPIPE) && !sigismember(&mask, SIGTERM) && !sigismember(&pending, SIGPIPE));
    free(big);
    return 0;
}
