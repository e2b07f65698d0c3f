/* GGUF as its specification has it: a header of keys and tensors, then the tensors, each at a multiple of 32 bytes. */
#include "random_model.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 32, DISTINCT_ROWS = 64, BYTE_TOKENS = 259 };
enum { U32 = 4, I32 = 5, F32 = 6, STRING = 8, ARRAY = 9 };      /* types of values */
enum { TENSOR_F32 = 0, TENSOR_F16 = 1 };                        /* types of tensors */
enum { NORMAL = 1, UNKNOWN = 2, CONTROL = 3, UNUSED = 5, BYTE = 6 }; /* types of tokens */

typedef struct {
    FILE *file;
    const ModelShape *shape;
    bool infos; /* first what the tensors are, then what is in them */
    uint64_t at, weights, state;
} Writer;

static void u32(Writer *w, uint32_t value) { fwrite(&value, 4, 1, w->file); }
static void u64(Writer *w, uint64_t value) { fwrite(&value, 8, 1, w->file); }

static void text(Writer *w, const char *value) {
    u64(w, strlen(value));
    fputs(value, w->file);
}

static void number(Writer *w, const char *key, uint32_t value) {
    text(w, key);
    u32(w, U32);
    u32(w, value);
}

static void real(Writer *w, const char *key, float value) {
    text(w, key);
    u32(w, F32);
    fwrite(&value, 4, 1, w->file);
}

static void array(Writer *w, const char *key, uint32_t type) {
    text(w, key);
    u32(w, ARRAY);
    u32(w, type);
    u64(w, w->shape->vocabulary);
}

static void tokenizer(Writer *w) {
    text(w, "tokenizer.ggml.model");
    u32(w, STRING);
    text(w, "llama");
    number(w, "tokenizer.ggml.bos_token_id", 1);
    array(w, "tokenizer.ggml.tokens", STRING);
    for (uint32_t i = 0; i < w->shape->vocabulary; i++) {
        static const char *FIRST[] = {"<unk>", "<s>", "</s>"};
        char name[32];
        snprintf(name, sizeof name, i < BYTE_TOKENS ? "<0x%02X>" : "<unused%u>", i < BYTE_TOKENS ? i - 3 : i);
        text(w, i < 3 ? FIRST[i] : name);
    }
    array(w, "tokenizer.ggml.scores", F32);
    for (uint32_t i = 0; i < w->shape->vocabulary; i++) u32(w, 0);
    array(w, "tokenizer.ggml.token_type", I32);
    for (uint32_t i = 0; i < w->shape->vocabulary; i++) u32(w, i == 0 ? UNKNOWN : i < 3 ? CONTROL : i < BYTE_TOKENS ? BYTE : UNUSED);
}

/* SplitMix64. */
static uint64_t random_bits(Writer *w) {
    uint64_t mixed = w->state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

/* Rows that repeat after a while: gigabytes in seconds. Their products keep about the size of what they multiply. */
static void rows_of_halves(Writer *w, uint32_t rows, uint32_t columns) {
    static uint16_t some[DISTINCT_ROWS << 14];
    /* Of 2^e * (1 to 2), of any sign, the mean square is 7/3 * 4^e. */
    int exponent = (int)lround(log2(1 / sqrt(columns * 7.0 / 3)));
    for (uint32_t i = 0; i < DISTINCT_ROWS * columns; i++) {
        some[i] = (uint16_t)((random_bits(w) & 0x83ff) | (uint32_t)(exponent + 15) << 10);
    }
    for (uint32_t row = 0; row < rows; row += DISTINCT_ROWS) {
        uint32_t now = rows - row < DISTINCT_ROWS ? rows - row : DISTINCT_ROWS;
        fwrite(some, 2 * (size_t)columns, now, w->file);
    }
}

static void pad(Writer *w, uint64_t size) {
    for (uint64_t i = size; i % ALIGNMENT != 0; i++) fputc(0, w->file);
}

/* A matrix, or a vector of ones where there are no rows. */
static void tensor(Writer *w, const char *name, uint32_t rows, uint32_t columns) {
    uint64_t size = rows ? 2ull * rows * columns : 4ull * columns;
    if (w->infos) {
        text(w, name);
        u32(w, rows ? 2 : 1);
        u64(w, columns);
        if (rows) u64(w, rows);
        u32(w, rows ? TENSOR_F16 : TENSOR_F32);
        u64(w, w->at);
        w->at += (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        w->weights += size;
        return;
    }
    const float one = 1;
    if (rows) rows_of_halves(w, rows, columns);
    for (uint32_t i = 0; i < columns && !rows; i++) fwrite(&one, 4, 1, w->file);
    pad(w, size);
}

static void in_layer(Writer *w, uint32_t layer, const char *name, uint32_t rows, uint32_t columns) {
    char full[64];
    snprintf(full, sizeof full, "blk.%u.%s.weight", layer, name);
    tensor(w, full, rows, columns);
}

static void tensors(Writer *w) {
    const ModelShape *s = w->shape;
    uint32_t queries = s->heads * s->head_size, keys = s->key_heads * s->head_size;
    tensor(w, "token_embd.weight", s->vocabulary, s->width);
    tensor(w, "output_norm.weight", 0, s->width);
    for (uint32_t i = 0; i < s->layers; i++) {
        in_layer(w, i, "attn_norm", 0, s->width);
        in_layer(w, i, "attn_q", queries, s->width);
        in_layer(w, i, "attn_k", keys, s->width);
        in_layer(w, i, "attn_v", keys, s->width);
        in_layer(w, i, "attn_output", s->width, queries);
        in_layer(w, i, "ffn_norm", 0, s->width);
        in_layer(w, i, "ffn_gate", s->hidden, s->width);
        in_layer(w, i, "ffn_up", s->hidden, s->width);
        in_layer(w, i, "ffn_down", s->width, s->hidden);
    }
}

static void header(Writer *w) {
    const ModelShape *s = w->shape;
    fputs("GGUF", w->file);
    u32(w, 3);
    u64(w, 2 + 9 * (uint64_t)s->layers);
    u64(w, 16);
    text(w, "general.architecture");
    u32(w, STRING);
    text(w, "llama");
    text(w, "general.name");
    u32(w, STRING);
    text(w, s->name);
    number(w, "llama.block_count", s->layers);
    number(w, "llama.embedding_length", s->width);
    number(w, "llama.feed_forward_length", s->hidden);
    number(w, "llama.context_length", 2048);
    number(w, "llama.attention.head_count", s->heads);
    number(w, "llama.attention.head_count_kv", s->key_heads);
    number(w, "llama.attention.key_length", s->head_size);
    number(w, "llama.attention.value_length", s->head_size);
    real(w, "llama.attention.layer_norm_rms_epsilon", 1e-5f);
    tokenizer(w);
}

uint64_t random_model_write(const char *path, const ModelShape *shape) {
    Writer w = {.file = fopen(path, "wb"), .shape = shape, .infos = true, .state = 1};
    if (!w.file) return 0;
    header(&w);
    tensors(&w);
    pad(&w, (uint64_t)ftell(w.file));
    w.infos = false;
    tensors(&w);
    bool failed = ferror(w.file) != 0;
    return (fclose(w.file) != 0 || failed) ? 0 : w.weights;
}
