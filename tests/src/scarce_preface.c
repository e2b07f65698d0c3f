/* Every call in a process of its own, in which something is scarce: memory, or the stack of the thread that calls; or that
 * thread was cancelled. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

enum { BIG = 4 << 20, MANY = BIG / 8 };
static char big_text[BIG], big_list[BIG], big_lists[BIG], big_object[BIG], big_path[BIG], big_pattern[BIG], big_classes[BIG];
static char big_options[BIG], big_call[BIG], deep_list[256], deep_pattern[256];
static double big_floats[MANY];
static int64_t big_integers[MANY];
static uint8_t big_bytes[BIG], big_buffer[BIG];
static const char *big_texts[MANY], *big_headers[MANY];
static char medium_path[1 << 17], medium_lists[1 << 19];
enum { SOME = 1000 };
static char patterns[SOME][32];
static const char *some_patterns[SOME];
/* What stands in two files, where they are. */
static char *pem;
static uint8_t *mp3;
static long mp3_size;
/* A large world. */
static uint8_t *snapshot;
static long snapshot_size;

/* `piece` as often as it fits between `head` and `tail`. */
static void repeat(char *text, size_t size, const char *head, const char *piece, const char *tail) {
    size_t at = (size_t)sprintf(text, "%s", head), length = strlen(piece), end = strlen(tail);
    while (at + length + end + 1 < size) {
        memcpy(text + at, piece, length);
        at += length;
    }
    strcpy(text + at, tail);
}

/* What a file holds, with a NUL behind it; NULL where it is not there. */
static char *contents(const char *name, long *size) {
    FILE *file = fopen(name, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *size = ftell(file);
    rewind(file);
    char *bytes = calloc(1, (size_t)*size + 1);
    MUST(fread(bytes, 1, (size_t)*size, file) == (size_t)*size, "a file");
    fclose(file);
    return bytes;
}

static int64_t a_large_world(void) {
    int64_t world = rt_rapier2d_world_new(0, -10);
    for (int i = 0; i < 1000; i++) {
        int64_t body = rt_rapier2d_body_new_dynamic(world, i, 0, 0);
        rt_rapier2d_collider_new_circle(world, body, 1);
    }
    return world;
}

static void fill(void) {
    repeat(big_text, BIG, "", "a", "");
    repeat(big_list, BIG, "[1", ",1", "]");
    repeat(big_lists, BIG, "[[1]", ",[1]", "]");
    repeat(big_object, BIG, "{\"a\":{}", ",\"a\":{\"b\":1}", "}");
    repeat(big_path, BIG, "M0 0L1 1", "C1 2 3 4 5 6L7 8 9 1", "Z");
    repeat(big_pattern, BIG, "a", "|(b*c)", "");
    repeat(big_classes, 500000, "(?i)", "[\\w]", "");
    repeat(big_options, BIG, "{\"headers\":[\"a: b\"", ",\"a: b\"", "]}");
    repeat(big_call, BIG, "{\"call\":\"rt_regex_new\",\"args\":[\"a", "a", "\"]}");
    repeat(medium_path, sizeof medium_path, "M0 0", "l5 1 -5 1", "H-9");
    repeat(medium_lists, sizeof medium_lists, "[{\"a\":1}", ",{\"a\":1}", "]");
    for (int i = 0; i < SOME; i++) {
        snprintf(patterns[i], sizeof patterns[i], "^/routes/%d/[a-z]+$", i);
        some_patterns[i] = patterns[i];
    }
    /* Elsewhere, for what this process frees is there for those that it forks. */
    pid_t other = fork();
    if (other == 0) {
        int64_t world = a_large_world();
        rt_rapier2d_world_step(world, 0.01);
        RtBytes bytes = rt_rapier2d_world_snapshot(world);
        FILE *file = fopen("world.snapshot", "wb");
        MUST(bytes.len > 0 && fwrite(bytes.data, (size_t)bytes.len, 1, file) == 1, "a snapshot");
        _exit(fclose(file));
    }
    MUST(waitpid(other, NULL, 0) == other, "a snapshot");
    snapshot = (uint8_t *)contents("world.snapshot", &snapshot_size);
    long size;
    pem = contents("chain.pem", &size);
    mp3 = (uint8_t *)contents("long.mp3", &mp3_size);
    for (int i = 0; i < 100; i++) deep_list[i] = '[', deep_list[100 + i] = ']';
    for (int i = 0; i < 100; i++) deep_pattern[i] = '(', deep_pattern[101 + i] = ')';
    deep_pattern[100] = 'a';
    for (int i = 0; i < MANY; i++) {
        big_floats[i] = i % 100 * (i % 7);
        big_integers[i] = i;
        big_texts[i] = "a";
        big_headers[i] = "a: b";
    }
}

/* Each library's function that forgets its last error. */
static void (*const forget[])(void) = {
    rt_native_clear_error,   rt_regex_clear_error,    rt_http_clear_error,  rt_lyon_clear_error,
    rt_rapier2d_clear_error, rt_audio_clear_error,    rt_winit_clear_error, rt_cuda_clear_error,
    rt_gamepad_clear_error,  rt_module_clear_error,
};

/* What may be taken beyond what is taken already; below 0 for no limit. */
static long headroom = -1;

static void limit(rlim_t bytes) {
    MUST(setrlimit(RLIMIT_AS, &(struct rlimit){bytes, RLIM_INFINITY}) == 0, "a limit");
}

/* The call is made by a thread that was cancelled and has not ended yet, and whether it came back. */
static bool cancelling;
static volatile bool came_back;

static void scarce(void) {
    char text[64] = "";
    if (cancelling) MUST(pthread_cancel(pthread_self()) == 0, "a thread that is cancelled");
    if (headroom < 0) return;
    int file = open("/proc/self/statm", O_RDONLY);
    MUST(read(file, text, sizeof text - 1) > 0, "the size of the process");
    close(file);
    limit((rlim_t)atol(text) * (rlim_t)sysconf(_SC_PAGESIZE) + (rlim_t)headroom);
}

/* What a process is at, and how many of its calls memory did not suffice for. */
struct progress {
    volatile size_t at;
    volatile int amount;
    volatile long refused;
};
static struct progress *mine;

static void plenty(void) {
    static const char refused[] = "out of memory";
    char said[sizeof refused] = "";
    came_back = true;
    if (headroom < 0) return;
    limit(RLIM_INFINITY);
    if (rt_native_copy_last_error((uint8_t *)said, sizeof said) > 0 && strcmp(said, refused) == 0) mine->refused++;
    for (size_t i = 0; i < sizeof forget / sizeof *forget; i++) forget[i]();
}

struct scarce_case {
    const char *what;
    void (*call)(void);
    /* Cases of one function have one number. */
    int function;
    bool window, http, may_wait;
};

enum scarce_mode { OF_MEMORY, OF_STACK, OF_LIFE };

/* Cases that one process goes through, one after the other, with each of the amounts. */
struct job {
    const struct scarce_case *cases;
    size_t count;
};

static void *on_a_thread(void *one) {
    ((const struct scarce_case *)one)->call();
    return NULL;
}

static void *to_the_end(void *one) {
    ((const struct scarce_case *)one)->call();
    pthread_testcancel();
    return NULL;
}

static void on_a_cancelled_thread(const struct scarce_case *one) {
    pthread_t thread;
    void *end = NULL;
    cancelling = true;
    came_back = false;
    MUST(pthread_create(&thread, NULL, to_the_end, (void *)one) == 0, "a thread");
    pthread_join(thread, &end);
    MUST(came_back, "the thread ended inside of the call");
    MUST(end == PTHREAD_CANCELED, "the call took the cancellation");
}

static void on_a_stack(const struct scarce_case *one, size_t bytes) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    MUST(pthread_attr_setstacksize(&attributes, bytes) == 0, "a size");
    MUST(pthread_create(&thread, &attributes, on_a_thread, (void *)one) == 0, "a thread");
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

static void work(struct job job, enum scarce_mode of, int amounts, char **amount, struct progress *progress) {
    mine = progress;
    /* What waits for what never comes is no failure. */
    alarm(job.cases->may_wait ? (of == OF_LIFE ? 2 : 5) : 900);
    if (job.cases->window) prepare();
    if (job.cases->http) open_http();
    for (; progress->amount < amounts; progress->amount++) {
        long bytes = atol(amount[progress->amount]);
        for (progress->at = 0; progress->at < job.count; progress->at++) {
            const struct scarce_case *one = &job.cases[progress->at];
            switch (of) {
            case OF_MEMORY:
                headroom = bytes;
                one->call();
                break;
            case OF_STACK: on_a_stack(one, (size_t)bytes); break;
            case OF_LIFE: on_a_cancelled_thread(one); break;
            }
        }
    }
    _exit(0);
}

static struct job job_at(const struct scarce_case *cases, size_t count) {
    size_t same = 1;
    while (!cases->may_wait && same < count && cases[same].function == cases->function) same++;
    return (struct job){cases, same};
}

enum { WORKERS = 3 };

static int run(const struct scarce_case *cases, size_t count, const char *mode, int amounts, char **amount) {
    enum scarce_mode of = strcmp(mode, "stack") == 0 ? OF_STACK : strcmp(mode, "cancel") == 0 ? OF_LIFE : OF_MEMORY;
    struct progress *progress =
        mmap(NULL, WORKERS * sizeof *progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    MUST(progress != MAP_FAILED, "a page");
    pid_t running[WORKERS] = {0};
    struct job jobs[WORKERS];
    int failures = 0, busy = 0;
    long refused = 0;
    size_t next = 0;
    while (next < count || busy > 0) {
        int place = 0, status;
        while (place < WORKERS && running[place] > 0) place++;
        if (place < WORKERS && next < count) {
            jobs[place] = job_at(cases + next, count - next);
            next += jobs[place].count;
            progress[place] = (struct progress){0, 0, 0};
            busy++;
            running[place] = fork();
            if (running[place] == 0) work(jobs[place], of, amounts, amount, &progress[place]);
            continue;
        }
        pid_t ended = wait(&status);
        for (place = 0; running[place] != ended;) place++;
        running[place] = 0;
        busy--;
        refused += progress[place].refused;
        const struct scarce_case *one = &jobs[place].cases[progress[place].at];
        if (status != 0 && !(one->may_wait && WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)) {
            fprintf(stderr, "%s with %s of %s: status %d\n", one->what, amount[progress[place].amount], mode, status);
            failures++;
        }
    }
    printf("%zu calls with little %s, %ld were refused, %d failures\n", count * (size_t)amounts, mode, refused,
           failures);
    return failures > 0;
}


/* Each amount in processes of its own: what was freed before would be there beside what a limit leaves. */
static int run_all(const struct scarce_case *cases, size_t count, const char *mode, int amounts, char **amount) {
    int failed = 0;
    for (int i = 0; i < amounts; i++) failed |= run(cases, count, mode, 1, amount + i);
    return failed;
}
