/* What a host may do with its process: fork, and end while other threads call. The path of the parrot's model is
 * the only argument. */
#include "check.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const TEXT = "Every evening at six o'clock Mara climbs";

/* Waits at most a minute: a child that hangs is ended, and fails. */
static void ends_well(pid_t child) {
    int status = 0;
    CHECK(child > 0);
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK_INT(WEXITSTATUS(status), 0);
}

static pid_t forked(void) {
    pid_t child = fork();
    if (child == 0) alarm(60);
    return child;
}

static void *use_contexts(void *unused) {
    (void)unused;
    for (;;) rt_cuda_destroy(rt_cuda_init(-1));
    return NULL;
}

static void linger(void) {
    usleep(300000);
}

/* The library is called for the first time after `atexit`, so that what it destroys is gone while `linger` waits. */
static void end_while_threads_call(void) {
    pid_t child = forked();
    if (child != 0) {
        ends_well(child);
        return;
    }
    pthread_t thread;
    CHECK(atexit(linger) == 0);
    for (int i = 0; i < 3; i++) CHECK(pthread_create(&thread, NULL, use_contexts, NULL) == 0);
    usleep(50000);
    exit(0);
}

static void same_logits(int64_t model, RtF64Array expected) {
    RtF64Array logits = rt_cuda_model_logits(model, TEXT);
    CHECK_INT(logits.len, expected.len);
    CHECK(memcmp(logits.data, expected.data, (size_t)logits.len * sizeof *logits.data) == 0);
    rt_f64_array_free(logits.data, logits.len);
}

static void more_text(int64_t inference, const char *expected) {
    RtInferenceToken token = rt_cuda_inference_next_token(inference);
    CHECK(token.has_token);
    CHECK_TEXT(token.token, expected);
}

/* What the parent has is the parent's, and what the child makes works, without its parent's threads. */
static void in_child(const char *model_path, int64_t inference, RtF64Array expected) {
    RtInferenceToken token = rt_cuda_inference_next_token(inference);
    CHECK(!token.has_token);
    rt_text_free(token.token);
    int64_t context = rt_cuda_init(-1), model = rt_cuda_load_model(context, model_path);
    same_logits(model, expected);
    CHECK(rt_cuda_unload_model(model) && rt_cuda_destroy(context));
    _exit(0);
}

static void fork_after_use(const char *model_path) {
    int64_t context = rt_cuda_init(-1), model = rt_cuda_load_model(context, model_path);
    RtF64Array expected = rt_cuda_model_logits(model, TEXT);
    CHECK_INT(expected.len, 400);
    int64_t inference = rt_cuda_inference_start(model, "The lamp turned and turned,", 12, 0, 1);
    more_text(inference, " and");
    pid_t child = forked();
    if (child == 0) in_child(model_path, inference, expected);
    more_text(inference, " it");
    same_logits(model, expected);
    rt_f64_array_free(expected.data, expected.len);
    CHECK(rt_cuda_inference_free(inference) && rt_cuda_unload_model(model) && rt_cuda_destroy(context));
    CHECK_INT(rt_native_live_handles(), 0);
    ends_well(child);
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    end_while_threads_call();
    fork_after_use(arguments[1]);
    return 0;
}
