#include "cpu/activations.h"
#include "cpu/cpu_kernels.h"
#include "ops/float16.h"
#include "ops/vectors.h"
#include <algorithm>
#include <atomic>
#include <cmath>

namespace sncuda {

namespace {

// Number of rows of activations that share one decoding.
constexpr uint32_t together = 32;
constexpr int lanes = 32;

// In halves, so always in the same order.
inline float total(float (&partial)[lanes]) {
    for (int width = lanes / 2; width > 0; width /= 2) {
        for (int lane = 0; lane < width; lane++) partial[lane] += partial[lane + width];
    }
    return partial[0];
}

SNCUDA_VECTORS float dot(const float *a, const float *b, uint64_t count) {
    float partial[lanes] = {};
    uint64_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        for (int lane = 0; lane < lanes; lane++) partial[lane] += a[i + lane] * b[i + lane];
    }
    for (int lane = 0; i < count; i++, lane++) partial[lane] += a[i] * b[i];
    return total(partial);
}

// One row of weights against up to `together` rows of activations.
void matmul_row(const Weight &weight, uint64_t row, const float *x, uint32_t batch, float *out) {
    float decoded[activation_piece];
    float sums[together] = {};
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data) + row * bytes_of(weight.type, weight.columns);
    for (uint64_t column = 0; column < weight.columns; column += activation_piece) {
        uint64_t count = std::min(activation_piece, weight.columns - column);
        const float *values = decoded;
        if (weight.type == WeightType::f32) {
            values = reinterpret_cast<const float *>(blocks);
        } else {
            decode(weight.type, blocks, count, decoded);
        }
        blocks += bytes_of(weight.type, count);
        for (uint32_t b = 0; b < batch; b++) sums[b] += dot(values, x + column * batch + b * count, count);
    }
    for (uint32_t b = 0; b < batch; b++) out[b * weight.rows + row] = sums[b];
}

void matmul(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    for (uint64_t row = begin; row < end; row++) matmul_row(weight, row, x, batch, out);
}

void soft_cap(float *x, uint64_t count, float cap) {
    for (uint64_t i = 0; i < count; i++) x[i] = cap * std::tanh(x[i] / cap);
}

// One head of one query, which sees positions [begin, end).
struct Head {
    const Attention &a;
    uint64_t row, head;
    uint32_t begin, end;

    const float *query() const { return floats(a.queries) + (row * a.heads + head) * a.head_size; }
    float *scores() const { return floats(a.scores) + (row * a.heads + head) * stored_positions(a); }
    float *out() const { return floats(a.out) + (row * a.heads + head) * a.value_size; }
    const uint16_t *cached(Address cache, uint32_t position, uint32_t size) const {
        uint64_t key_head = head / (a.heads / a.n_kv_heads);
        return reinterpret_cast<const uint16_t *>(cache) + (uint64_t(position) * a.n_kv_heads + key_head) * size;
    }
};

SNCUDA_VECTORS void score(const Head &h) {
    for (uint32_t p = h.begin; p < h.end; p++) {
        const uint16_t *key = h.cached(h.a.keys, p, h.a.head_size);
        float partial[lanes] = {};
        for (uint32_t i = 0; i < h.a.head_size; i++) partial[i % lanes] += h.query()[i] * float_of_half(key[i]);
        h.scores()[p] = total(partial) * h.a.scale;
    }
    if (h.a.softcap != 0) soft_cap(h.scores() + h.begin, h.end - h.begin, h.a.softcap);
}

// Where there is a sink, beside one of its score.
void softmax(float *scores, uint64_t count, const float *sink) {
    float largest = sink ? *sink : -INFINITY, sum = 0;
    for (uint64_t p = 0; p < count; p++) largest = std::max(largest, scores[p]);
    for (uint64_t p = 0; p < count; p++) {
        scores[p] = std::exp(scores[p] - largest);
        sum += scores[p];
    }
    if (sink) sum += std::exp(*sink - largest);
    for (uint64_t p = 0; p < count; p++) scores[p] /= sum;
}

SNCUDA_VECTORS void mix(const Head &h) {
    float *out = h.out();
    std::fill(out, out + h.a.value_size, 0.0f);
    for (uint32_t p = h.begin; p < h.end; p++) {
        const uint16_t *value = h.cached(h.a.values, p, h.a.value_size);
        float weight = h.scores()[p];
        for (uint32_t i = 0; i < h.a.value_size; i++) out[i] += weight * float_of_half(value[i]);
    }
}

void attention(const Attention &a, uint64_t begin, uint64_t end) {
    uint64_t shared = a.heads / a.n_kv_heads;
    for (uint64_t i = begin; i < end; i++) {
        uint64_t row = i / shared % a.batch, head = i / shared / a.batch * shared + i % shared;
        Head h{a, row, head, seen_from(a, uint32_t(row)), seen_to(a, uint32_t(row))};
        score(h);
        softmax(h.scores() + h.begin, h.end - h.begin, a.sinks ? floats(a.sinks) + head : nullptr);
        mix(h);
    }
}

// In place where `out` is one of the two.
void glu(Activation activation, const float *gate, const float *up, uint64_t count, float *out) {
    for (uint64_t i = 0; i < count; i++) out[i] = gated(activation, gate[i], up[i]);
}

std::atomic<bool> exact_wanted{false};

} // namespace

void set_exact_activations(bool exact) {
    exact_wanted.store(exact, std::memory_order_relaxed);
}

bool exact_activations() {
    return exact_wanted.load(std::memory_order_relaxed);
}

const CpuKernels &plain_kernels() {
    static const CpuKernels kernels{matmul, together, attention, glu, soft_cap};
    return kernels;
}

} // namespace sncuda
