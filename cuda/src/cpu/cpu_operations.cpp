#include "cpu/cpu_device.h"
#include "ops/float16.h"
#include <algorithm>
#include <cmath>

namespace sncuda {

namespace {

float *floats(Address address) {
    return reinterpret_cast<float *>(address);
}

uint16_t *halves(Address address) {
    return reinterpret_cast<uint16_t *>(address);
}

// One head of one query.
void attention_head(const CpuKernels &kernels, const Attention &a, uint32_t row, uint32_t head) {
    const float *query = floats(a.queries) + (uint64_t(row) * a.heads + head) * a.head_size;
    float *out = floats(a.out) + (uint64_t(row) * a.heads + head) * a.value_size;
    uint32_t key_head = head / (a.heads / a.n_kv_heads);
    uint32_t end = a.position + row + 1;
    uint32_t begin = a.window != 0 && end > a.window ? end - a.window : 0;
    float *scores = floats(a.scores) + (uint64_t(row) * a.heads + head) * (uint64_t(a.position) + a.batch);

    float largest = -INFINITY;
    for (uint32_t p = begin; p < end; p++) {
        const uint16_t *key = halves(a.keys) + (uint64_t(p) * a.n_kv_heads + key_head) * a.head_size;
        float score = kernels.dot_half(query, key, a.head_size) * a.scale;
        if (a.softcap != 0) score = a.softcap * std::tanh(score / a.softcap);
        scores[p] = score;
        largest = std::max(largest, score);
    }
    float sum = 0;
    for (uint32_t p = begin; p < end; p++) {
        scores[p] = std::exp(scores[p] - largest);
        sum += scores[p];
    }
    std::fill(out, out + a.value_size, 0.0f);
    for (uint32_t p = begin; p < end; p++) {
        const uint16_t *value = halves(a.values) + (uint64_t(p) * a.n_kv_heads + key_head) * a.value_size;
        kernels.add_scaled_half(out, value, scores[p] / sum, a.value_size);
    }
}

float silu(float x) {
    return x / (1.0f + std::exp(-x));
}

// The approximation by tanh, which Gemma was trained with.
float gelu(float x) {
    return 0.5f * x * (1.0f + std::tanh(0.7978845608f * (x + 0.044715f * x * x * x)));
}

} // namespace

void CpuDevice::embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) {
    auto *ids = reinterpret_cast<const uint32_t *>(tokens);
    uint64_t stride = bytes_of(table.type, table.columns);
    for (uint32_t b = 0; b < batch; b++) {
        float *row = floats(out) + b * table.columns;
        decode(table.type, reinterpret_cast<const uint8_t *>(table.data) + ids[b] * stride, table.columns, row);
        for (uint64_t i = 0; i < table.columns; i++) row[i] *= scale;
    }
}

void CpuDevice::rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    for (uint32_t r = 0; r < rows; r++) {
        const float *from = floats(x) + uint64_t(r) * columns;
        float *to = floats(out) + uint64_t(r) * columns;
        double squares = 0;
        for (uint32_t i = 0; i < columns; i++) squares += double(from[i]) * from[i];
        float factor = float(1.0 / std::sqrt(squares / columns + double(epsilon)));
        for (uint32_t i = 0; i < columns; i++) to[i] = from[i] * factor * floats(weight)[i];
    }
}

void CpuDevice::matmul(const Weight &weight, Address x, uint32_t batch, Address out) {
    for (uint32_t first = 0; first < batch; first += kernels_->most_batch) {
        uint32_t count = std::min(kernels_->most_batch, batch - first);
        const float *from = floats(x) + first * weight.columns;
        float *to = floats(out) + first * weight.rows;
        pool_.split(weight.rows, 16, [&](uint64_t begin, uint64_t end) { kernels_->matmul(weight, begin, end, from, count, to); });
    }
}

void CpuDevice::add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) {
    for (uint32_t r = 0; r < rows; r++) add(x + uint64_t(r) * columns * 4, bias, columns);
}

void CpuDevice::add(Address x, Address y, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) floats(x)[i] += floats(y)[i];
}

void CpuDevice::rope(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    auto *turns = reinterpret_cast<const double *>(rope.turns);
    uint32_t pairs = rope.rotated / 2;
    for (uint32_t b = 0; b < batch; b++) {
        for (uint32_t i = 0; i < pairs; i++) {
            double angle = (double(position) + b) * turns[i];
            float cosine = float(std::cos(angle)) * rope.magnitude, sine = float(std::sin(angle)) * rope.magnitude;
            uint32_t first = rope.interleaved ? 2 * i : i, second = rope.interleaved ? 2 * i + 1 : i + pairs;
            for (uint32_t h = 0; h < heads; h++) {
                float *head = floats(x) + (uint64_t(b) * heads + h) * head_size;
                float a = head[first], c = head[second];
                head[first] = a * cosine - c * sine;
                head[second] = a * sine + c * cosine;
            }
        }
    }
}

void CpuDevice::f32_to_f16(Address to, Address from, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) halves(to)[i] = half_of_float(floats(from)[i]);
}

void CpuDevice::attention(const Attention &attention) {
    pool_.split(uint64_t(attention.batch) * attention.heads, 1, [&](uint64_t begin, uint64_t end) {
        for (uint64_t i = begin; i < end; i++) {
            attention_head(*kernels_, attention, uint32_t(i / attention.heads), uint32_t(i % attention.heads));
        }
    });
}

void CpuDevice::glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    pool_.split(batch, 1, [&](uint64_t begin, uint64_t end) {
        for (uint64_t b = begin; b < end; b++) {
            const float *g = floats(gate) + b * stride, *u = floats(up) + b * stride;
            float *to = floats(out) + b * columns;
            for (uint32_t i = 0; i < columns; i++) {
                to[i] = (activation == Activation::silu ? silu(g[i]) : gelu(g[i])) * u[i];
            }
        }
    });
}

void CpuDevice::slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    for (uint32_t b = 0; b < batch; b++) {
        const float *from = floats(x) + uint64_t(b) * stride;
        std::copy(from, from + columns, floats(out) + uint64_t(b) * columns);
    }
}

void CpuDevice::soft_cap(Address x, uint64_t count, float cap) {
    for (uint64_t i = 0; i < count; i++) floats(x)[i] = cap * std::tanh(floats(x)[i] / cap);
}

} // namespace sncuda
