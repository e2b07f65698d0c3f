/* A small language model continues a sentence, and shows what it thought of saying; a large one shows how fast. */
#include "acts.h"
#include "draw.h"
#include "random_model.h"
#include "simple_native.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 900, WORDS = 150, BARS = WIDTH - WORDS - 20, HEAD = 60, ROW = 26, ROWS = 24, TOP = 8 };

static int failed(const char *what) {
    char *error = rt_cuda_get_last_error();
    fprintf(stderr, "%s: %s\n", what, error);
    rt_text_free(error);
    return 1;
}

/* The token's probabilities after `text`, the largest first, in `best`. */
static int likeliest(int64_t model, const char *text, double best[TOP], int64_t tokens[TOP]) {
    RtF64Array logits = rt_cuda_model_logits(model, text);
    if (logits.len == 0) return failed("logits");
    double largest = logits.data[0], sum = 0;
    for (int64_t i = 0; i < logits.len; i++) largest = fmax(largest, logits.data[i]);
    for (int64_t i = 0; i < logits.len; i++) sum += exp(logits.data[i] - largest);
    for (int rank = 0; rank < TOP; rank++) {
        int64_t at = 0;
        for (int64_t i = 0; i < logits.len; i++) {
            if (logits.data[i] > logits.data[at]) at = i;
        }
        best[rank] = exp(logits.data[at] - largest) / sum;
        tokens[rank] = at;
        logits.data[at] = -INFINITY;
    }
    rt_f64_array_free(logits.data, logits.len);
    return 0;
}

/* A row of the picture: the likeliest token, and a bar for each candidate, as long as it is probable. */
static void draw_row(Canvas *canvas, int64_t model, int row, const double best[TOP], const int64_t tokens[TOP]) {
    static const uint32_t COLORS[TOP] = {0x2a9d8fff, 0xe9c46aff, 0xf4a261ff, 0xe76f51ff,
                                         0xb56576ff, 0x8d6a9fff, 0x6d7db3ff, 0x577590ff};
    double x = WORDS, y = HEAD + row * ROW;
    for (int rank = 0; rank < TOP; rank++) {
        char *word = rt_cuda_model_detokenize(model, &tokens[rank], 1);
        double width = best[rank] * BARS;
        if (rank == 0) draw_text(canvas, word, 20, y + 5, 11, 0xffffffff);
        if (width >= 1) draw_box(canvas, x, y, width, ROW - 4, COLORS[rank]);
        if (rank > 0 && width > 8 * strlen(word) + 14) draw_text(canvas, word, x + 6, y + 6, 9, 0x18202cff);
        rt_text_free(word);
        x += width;
    }
}

static int picture(int64_t model, const char *out, const char *prompt) {
    static char text[4096];
    Canvas canvas = draw_canvas(WIDTH, HEAD + ROW * ROWS + 10, 0x18202cff);
    draw_text(&canvas, "What it says, and what else it thought of, token by token", 20, 22, 14, 0xffffffff);
    snprintf(text, sizeof text, "%s", prompt);
    printf("\nwhat it thought of saying, token by token:\n");
    for (int i = 0; i < ROWS; i++) {
        double best[TOP];
        int64_t tokens[TOP];
        if (likeliest(model, text, best, tokens)) return 1;
        draw_row(&canvas, model, i, best, tokens);
        for (int rank = 0; rank < 3 && i < 6; rank++) {
            char *word = rt_cuda_model_detokenize(model, &tokens[rank], 1);
            printf("%s%5.1f %% \"%s\"", rank ? "   " : "  ", 100 * best[rank], word);
            rt_text_free(word);
        }
        if (i < 6) printf("\n");
        char *word = rt_cuda_model_detokenize(model, &tokens[0], 1);
        strncat(text, word, sizeof text - strlen(text) - 1);
        rt_text_free(word);
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/probabilities.png", out);
    draw_save_png(&canvas, path);
    draw_canvas_free(&canvas);
    printf("wrote %s: a row for each token, a bar for each candidate\n", path);
    return 0;
}

/* Makes the tokens that are left, aloud or not; frees the inference. */
static RtInferenceStatistics finish(int64_t inference, int aloud) {
    for (int more = 1; more;) {
        RtInferenceToken token = rt_cuda_inference_next_token(inference);
        more = token.has_token;
        if (more && aloud) {
            printf("%s", token.token);
            fflush(stdout);
        }
        rt_text_free(token.token);
    }
    RtInferenceStatistics took = rt_cuda_inference_statistics(inference);
    rt_cuda_inference_free(inference);
    return took;
}

static double tokens_a_second(RtInferenceStatistics took) {
    return (double)(took.generated_tokens - 1) / took.generation_seconds;
}

static int speak(int64_t model, const char *prompt, double temperature) {
    int64_t inference = rt_cuda_inference_start(model, prompt, 72, temperature, 7);
    if (inference == 0) return failed("inference");
    printf("\n%s", prompt);
    RtInferenceStatistics took = finish(inference, 1);
    printf("\n[temperature %.1f: %lld tokens, %.0f tokens a second]\n", temperature, (long long)took.generated_tokens,
           tokens_a_second(took));
    return 0;
}

/* A model of random weights: a prompt of 512 tokens, then as many as are asked for, one by one. */
static int measure(int64_t context, const char *out, int on_gpu) {
    static const ModelShape LARGE = {"1B, F16", 2048, 8192, 16, 32, 8, 64, 128256};
    static const ModelShape SMALL = {"23M, F16", 512, 1408, 8, 8, 2, 64, 2048};
    const ModelShape *shape = on_gpu ? &LARGE : &SMALL;
    char path[4096], prompt[512];
    snprintf(path, sizeof path, "%s/random.gguf", out);
    uint64_t weights = random_model_write(path, shape);
    if (weights == 0) {
        fprintf(stderr, "%s cannot be written\n", path);
        remove(path);
        return 1;
    }
    int64_t model = rt_cuda_load_model(context, path);
    remove(path);
    if (model == 0) return failed("the model of random weights");
    for (size_t i = 0; i < sizeof prompt - 1; i++) prompt[i] = (char)('a' + i * i % 26);
    prompt[sizeof prompt - 1] = 0;
    int64_t inference = rt_cuda_inference_start(model, prompt, 64, 0, 1);
    if (inference == 0) return failed("inference");
    RtInferenceStatistics took = finish(inference, 0);
    rt_cuda_unload_model(model);
    if (took.generated_tokens < 2) return failed("the model of random weights");
    double speed = tokens_a_second(took);
    printf("\na model of random weights (%s, %.2f GB): a prompt of %lld tokens in %.1f ms, then %.1f tokens a second;\n"
           "that is %.0f GB of weights read a second\n",
           shape->name, (double)weights / 1e9, (long long)took.prompt_tokens, took.prompt_seconds * 1e3, speed,
           (double)weights * speed / 1e9);
    return 0;
}

int act_cuda(const char *out) {
    char path[4096];
    snprintf(path, sizeof path, "%s/parrot.gguf", out);
    char *version = rt_cuda_version();
    int64_t device = rt_cuda_is_available() ? 0 : -1;
    char *name = rt_cuda_device_name(device);
    printf("CUDA %s, %lld GPUs; device %lld: %s\n", version, (long long)rt_cuda_device_count(), (long long)device, name);
    rt_text_free(version);
    rt_text_free(name);
    int64_t context = rt_cuda_init(device);
    if (context == 0) return failed("context");
    int64_t model = rt_cuda_load_model(context, path);
    int bad = model == 0 ? failed("model") : 0;
    if (!bad) {
        char *info = rt_cuda_model_info(model);
        printf("%s\n", info);
        rt_text_free(info);
        bad = speak(model, "At the end of a long stone pier,", 0) || speak(model, "One night in November", 0.6) ||
              picture(model, out, "Then Figaro climbed") || measure(context, out, device >= 0);
    }
    rt_cuda_destroy(context);
    return bad;
}
