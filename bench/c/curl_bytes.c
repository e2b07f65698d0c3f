/* For each line on its input, GETs URL COUNT times over one easy handle on each of THREADS threads and keeps each body
   in memory until the next: prints the CPU seconds of all, and the median of the seconds that one takes. */
#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct body {
    char *data;
    size_t length, room;
};

static size_t take(char *data, size_t size, size_t count, void *into) {
    struct body *body = into;
    size_t more = size * count;
    if (body->length + more > body->room) {
        while (body->length + more > body->room) body->room = body->room ? body->room * 2 : 1024;
        body->data = realloc(body->data, body->room);
        if (!body->data) return 0;
    }
    memcpy(body->data + body->length, data, more);
    body->length += more;
    return more;
}

static const char *url;
static int count;
static double *times;

struct worker {
    CURL *curl;
    int index, failed;
    pthread_t thread;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static void *work(void *of) {
    struct worker *worker = of;
    for (int i = 0; i < count; i++) {
        double start = now();
        struct body body = {0};
        curl_easy_setopt(worker->curl, CURLOPT_WRITEDATA, &body);
        if (curl_easy_perform(worker->curl) != CURLE_OK || body.length == 0) worker->failed = 1;
        free(body.data);
        times[worker->index * count + i] = now() - start;
    }
    return NULL;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int arguments, char **argument) {
    if (arguments != 4) return 2;
    url = argument[1];
    count = atoi(argument[2]);
    int threads = atoi(argument[3]);
    curl_global_init(CURL_GLOBAL_ALL);
    struct worker *workers = calloc(threads, sizeof *workers);
    times = calloc((size_t)threads * count, sizeof *times);
    for (int i = 0; i < threads; i++) {
        workers[i].index = i;
        workers[i].curl = curl_easy_init();
        curl_easy_setopt(workers[i].curl, CURLOPT_URL, url);
        curl_easy_setopt(workers[i].curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(workers[i].curl, CURLOPT_WRITEFUNCTION, take);
    }
    while (getchar() != EOF) {
        double before = cpu();
        for (int i = 0; i < threads; i++) pthread_create(&workers[i].thread, NULL, work, &workers[i]);
        for (int i = 0; i < threads; i++) pthread_join(workers[i].thread, NULL);
        for (int i = 0; i < threads; i++)
            if (workers[i].failed) return 1;
        double used = cpu() - before;
        qsort(times, (size_t)threads * count, sizeof *times, by_size);
        printf("%.9f %.9f\n", used, times[(size_t)threads * count / 2]);
        fflush(stdout);
    }
    for (int i = 0; i < threads; i++) curl_easy_cleanup(workers[i].curl);
    free(workers);
    free(times);
    return 0;
}
