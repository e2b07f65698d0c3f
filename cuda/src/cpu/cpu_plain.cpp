#include "cpu/cpu_kernels.h"
#include "ops/float16.h"
#include "ops/vectors.h"
#include <algorithm>
#include <atomic>

namespace sncuda {

namespace {

// Number of values of a row that are decoded at a time: a multiple of every block, and small enough for a stack.
constexpr uint64_t piece = 1024;
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

SNCUDA_VECTORS float dot_half(const float *a, const uint16_t *b, uint64_t count) {
    float partial[lanes] = {};
    uint64_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        for (int lane = 0; lane < lanes; lane++) partial[lane] += a[i + lane] * float_of_half(b[i + lane]);
    }
    for (int lane = 0; i < count; i++, lane++) partial[lane] += a[i] * float_of_half(b[i]);
    return total(partial);
}

SNCUDA_VECTORS void add_scaled_half(float *to, const uint16_t *from, float factor, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) to[i] += factor * float_of_half(from[i]);
}

// One row of weights against up to `together` rows of activations.
void matmul_row(const Weight &weight, uint64_t row, const float *x, uint32_t batch, float *out) {
    float decoded[piece];
    float sums[together] = {};
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data) + row * bytes_of(weight.type, weight.columns);
    for (uint64_t column = 0; column < weight.columns; column += piece) {
        uint64_t count = std::min(piece, weight.columns - column);
        const float *values = decoded;
        if (weight.type == WeightType::f32) {
            values = reinterpret_cast<const float *>(blocks);
        } else {
            decode(weight.type, blocks, count, decoded);
        }
        blocks += bytes_of(weight.type, count);
        for (uint32_t b = 0; b < batch; b++) sums[b] += dot(values, x + b * weight.columns + column, count);
    }
    for (uint32_t b = 0; b < batch; b++) out[b * weight.rows + row] = sums[b];
}

std::atomic<bool> exact_wanted{false};

void matmul(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    for (uint64_t row = begin; row < end; row++) matmul_row(weight, row, x, batch, out);
}

} // namespace

void set_exact_activations(bool exact) {
    exact_wanted.store(exact, std::memory_order_relaxed);
}

bool exact_activations() {
    return exact_wanted.load(std::memory_order_relaxed);
}

const CpuKernels &plain_kernels() {
    static const CpuKernels kernels{matmul, together, dot_half, add_scaled_half};
    return kernels;
}

const CpuKernels &best_kernels() {
    for (const CpuKernels *some : {avx512_kernels(), avx2_kernels(), neon_kernels()}) {
        if (some) return *some;
    }
    return plain_kernels();
}

} // namespace sncuda
