/* A small site on loopback, its own visitors, and a chart of them that moves. */
#include "acts.h"
#include "simple_native.h"

#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { VISITORS = 8, SECONDS = 2, MOST = 1 << 20, BIG = 64 << 20 };

static const char PAGE[] =
    "<!doctype html><html lang=en><meta charset=utf-8><title>simple_native</title>"
    "<link rel=stylesheet href=style.css><h1>Requests per second</h1>"
    "<svg viewBox='0 0 600 240' preserveAspectRatio=none><polyline id=line points=''/></svg>"
    "<p><b id=rate>0</b> per second, <b id=total>0</b> in all, <b id=updates>0</b> updates over WebSocket</p>"
    "<script src=chart.js></script></html>\n";
static const char STYLE[] =
    "body{font:16px system-ui;margin:2em auto;max-width:640px;color:#223}"
    "svg{width:100%;height:260px;background:#f3f6fa;border:1px solid #cdd}"
    "polyline{fill:none;stroke:#2563eb;stroke-width:2;vector-effect:non-scaling-stroke}\n";
static const char SCRIPT[] =
    "const set=(id,text)=>document.getElementById(id).textContent=text;let updates=0;\n"
    "const live=new WebSocket(`ws://${location.host}/live`);\n"
    "live.onmessage=event=>{const now=JSON.parse(event.data),top=Math.max(1,...now.rates);\n"
    "  set('rate',now.rates.at(-1));set('total',now.total);set('updates',++updates);\n"
    "  document.getElementById('line').setAttribute('points',\n"
    "    now.rates.map((rate,i)=>`${i*600/(now.rates.length-1)},${230-220*rate/top}`).join(' '));\n"
    "  live.send(`seen ${updates}`);};\n";

static int64_t server;
static char base[64], folder[1024];
static atomic_long requests, seen;
static atomic_bool over;

enum { POINTS = 60 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long rates[POINTS];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static int64_t hello(int64_t request, void *data) {
    (void)request, (void)data;
    atomic_fetch_add(&requests, 1);
    return rt_http_response_create(200, "hello");
}

/* The chart's points as JSON. */
static void stats_text(char *text, size_t size) {
    int length = snprintf(text, size, "{\"total\":%ld,\"rates\":[", atomic_load(&requests));
    pthread_mutex_lock(&lock);
    for (int i = 0; i < POINTS; i++)
        length += snprintf(text + length, size - (size_t)length, "%s%ld", i ? "," : "", rates[i]);
    pthread_mutex_unlock(&lock);
    snprintf(text + length, size - (size_t)length, "]}");
}

static int64_t stats(int64_t request, void *data) {
    (void)request, (void)data;
    char text[2048];
    stats_text(text, sizeof text);
    int64_t response = rt_http_response_create(200, "");
    rt_http_response_json(response, text);
    return response;
}

static int64_t upload(int64_t request, void *data) {
    (void)data;
    char *length = rt_http_request_header(request, "content-length");
    int64_t response = rt_http_response_create(200, length);
    rt_text_free(length);
    return response;
}

/* A browser, or our own client: five updates a second until it goes. */
static int64_t live(int64_t request, void *data) {
    (void)data;
    int64_t ws = rt_ws_accept(request);
    char text[2048];
    for (double next = now();; next += 0.2) {
        stats_text(text, sizeof text);
        if (!rt_ws_send(ws, text)) break;
        while (now() < next + 0.2) {
            int64_t kind = rt_ws_wait(ws, 50);
            if (kind < 0) goto gone;
            if (kind == 1) {
                char *said = rt_ws_receive(ws);
                if (strncmp(said, "seen", 4) == 0) atomic_fetch_add(&seen, 1);
                rt_text_free(said);
            }
        }
    }
gone:
    rt_ws_close(ws);
    return 0;
}

/* Keeps the chart's points. */
static void *count(void *unused) {
    (void)unused;
    long before = atomic_load(&requests);
    while (!atomic_load(&over)) {
        pause_ms(200);
        long after = atomic_load(&requests);
        pthread_mutex_lock(&lock);
        memmove(rates, rates + 1, sizeof rates - sizeof *rates);
        rates[POINTS - 1] = (after - before) * 5;
        pthread_mutex_unlock(&lock);
        before = after;
    }
    return NULL;
}

static bool write_file(const char *name, const char *text, size_t size) {
    char path[1200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool good = fwrite(text, 1, size, file) == size;
    return fclose(file) == 0 && good;
}

static bool write_site(const char *out) {
    snprintf(folder, sizeof folder, "%s/site", out);
    mkdir(folder, 0777);
    char *big = malloc(BIG);
    if (!big) return false;
    for (size_t i = 0; i < BIG; i++) big[i] = (char)(i * 2654435761u >> 13);
    bool good = write_file("index.html", PAGE, sizeof PAGE - 1) && write_file("style.css", STYLE, sizeof STYLE - 1) &&
                write_file("chart.js", SCRIPT, sizeof SCRIPT - 1) && write_file("big.bin", big, BIG);
    free(big);
    return good;
}

static bool open_server(void) {
    rt_http_register_handler("hello", hello, NULL);
    rt_http_register_handler("stats", stats, NULL);
    rt_http_register_handler("upload", upload, NULL);
    rt_http_register_handler("live", live, NULL);
    server = rt_http_server_create(0);
    snprintf(base, sizeof base, "http://127.0.0.1:%d", (int)rt_http_server_port(server));
    return rt_http_server_set_body_limit(server, 2 * (int64_t)BIG) &&
           rt_http_server_route(server, "GET", "/hello", "hello") &&
           rt_http_server_route(server, "GET", "/api/stats", "stats") &&
           rt_http_server_route(server, "POST", "/upload", "upload") &&
           rt_http_server_websocket(server, "/live", "live") && rt_http_server_static(server, "/", folder) &&
           rt_http_server_start_background(server);
}

static const char *url(const char *path) {
    static _Thread_local char text[128];
    snprintf(text, sizeof text, "%s%s", base, path);
    return text;
}

/* What one visitor measured: microseconds of each request. */
typedef struct Visits {
    float *times;
    int count, failed;
} Visits;

static void *visit(void *argument) {
    Visits *visits = argument;
    int64_t client = rt_http_client_create();
    double end = now() + SECONDS;
    for (double begun = now(); begun < end && visits->count < MOST; begun = now()) {
        RtHttpResult result = rt_http_client_request(client, "GET", url("/hello"), NULL, 0, "");
        visits->failed += result.status != 200 || strcmp(result.body, "hello") != 0;
        visits->times[visits->count++] = (float)((now() - begun) * 1e6);
        rt_text_free(result.body);
        rt_text_free(result.error);
    }
    rt_http_client_destroy(client);
    return NULL;
}

static void *watch(void *updates) {
    char address[128];
    snprintf(address, sizeof address, "ws%s/live", base + strlen("http"));
    int64_t ws = rt_ws_connect(address);
    while (!atomic_load(&over)) {
        char *text = rt_ws_receive_timeout(ws, 1000);
        if (text[0]) {
            int64_t value = rt_http_parse_json(text);
            if (rt_http_json_length(value, "/rates") == POINTS) ++*(int *)updates;
            rt_http_json_free(value);
        }
        rt_text_free(text);
    }
    rt_ws_close(ws);
    return NULL;
}

static int compare(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static int load(void) {
    static Visits visits[VISITORS];
    pthread_t threads[VISITORS];
    float *all = malloc(sizeof *all * MOST * VISITORS);
    if (!all) return 1;
    for (int i = 0; i < VISITORS; i++) {
        visits[i] = (Visits){all + (size_t)i * MOST, 0, 0};
        pthread_create(&threads[i], NULL, visit, &visits[i]);
    }
    int total = 0, failed = 0;
    for (int i = 0; i < VISITORS; i++) {
        pthread_join(threads[i], NULL);
        memmove(all + total, visits[i].times, sizeof *all * (size_t)visits[i].count);
        total += visits[i].count;
        failed += visits[i].failed;
    }
    qsort(all, (size_t)total, sizeof *all, compare);
    printf("  %d visitors for %d s: %d requests per second, half within %.0f us, 99 of 100 within %.0f us, %d failed\n",
           VISITORS, SECONDS, total / SECONDS, all[total / 2], all[total - 1 - total / 100], failed);
    free(all);
    return failed != 0;
}

static int transfer(const char *out) {
    char from[1200], to[1200];
    snprintf(from, sizeof from, "%s/big.bin", folder);
    snprintf(to, sizeof to, "%s/downloaded.bin", out);
    double begun = now();
    RtHttpDownload down = rt_http_download(url("/big.bin"), to);
    double seconds = now() - begun;
    printf("  downloaded %lld bytes at %.0f MB/s %s\n", (long long)down.bytes, down.bytes / seconds / 1e6, down.error);
    rt_text_free(down.error);
    remove(to);
    begun = now();
    RtHttpResult up = rt_http_upload(url("/upload"), from, "file");
    seconds = now() - begun;
    printf("  uploaded   %s bytes at %.0f MB/s %s\n", up.body, BIG / seconds / 1e6, up.error);
    int failed = down.bytes != BIG || up.status != 200;
    rt_text_free(up.body);
    rt_text_free(up.error);
    return failed;
}

static void close_site(int number) {
    (void)number;
    atomic_store(&over, true);
}

/* Leaves the site up, with visitors that come in waves. */
static void stay(void) {
    signal(SIGINT, close_site);
    signal(SIGTERM, close_site);
    printf("  open %s/ in a browser; Ctrl-C ends it\n", base);
    fflush(stdout);
    long told = 0;
    for (double begun = now(); !atomic_load(&over);) {
        RtHttpResult result = rt_http_get(url("/hello"));
        rt_text_free(result.body);
        rt_text_free(result.error);
        pause_ms(2 + (long)(10 * (1 + sin((now() - begun) * 1.5))));
        long updates = atomic_load(&seen);
        if (updates >= told + 10) {
            told = updates;
            printf("  browsers have drawn %ld updates\n", updates);
            fflush(stdout);
        }
    }
}

int act_http(const char *out, int serve) {
    if (!write_site(out) || !open_server()) {
        char *error = rt_http_get_last_error();
        printf("  the site does not open: %s\n", error);
        rt_text_free(error);
        return 1;
    }
    pthread_t counter, watcher;
    int updates = 0, failed = 0;
    pthread_create(&counter, NULL, count, NULL);
    if (serve) {
        stay();
    } else {
        RtHttpResult page = rt_http_get(url("/"));
        printf("  %s/ answers %lld with %lld bytes\n", base, (long long)page.status, (long long)rt_text_len(page.body));
        failed |= strcmp(page.body, PAGE) != 0;
        rt_text_free(page.body);
        rt_text_free(page.error);
        pthread_create(&watcher, NULL, watch, &updates);
        failed |= load();
        failed |= transfer(out);
        RtHttpResult totals = rt_http_get(url("/api/stats"));
        printf("  /api/stats: %.60s...\n", totals.body);
        rt_text_free(totals.body);
        rt_text_free(totals.error);
    }
    atomic_store(&over, true);
    if (!serve) {
        pthread_join(watcher, NULL);
        printf("  the chart moved %d times over WebSocket\n", updates);
        failed |= updates < SECONDS * 2;
    }
    pthread_join(counter, NULL);
    rt_http_server_destroy(server);
    if (serve) printf("\n  the site is closed\n");
    return failed;
}
