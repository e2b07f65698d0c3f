#include "cpu/activations.h"
#include "cpu/cpu_device.h"
#include "ops/float16.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace sncuda {

namespace {

float *floats(Address address) {
    return reinterpret_cast<float *>(address);
}

uint16_t *halves(Address address) {
    return reinterpret_cast<uint16_t *>(address);
}

// Number of positions of the cache that several heads read one after the other: what fits the nearest cache.
constexpr uint32_t positions_together = 64;

// Heads of one query that share a head of keys and values, which are read once for all of them.
struct SharedHeads {
    const CpuKernels &kernels;
    const Attention &a;
    uint32_t row, first, last, begin, end;

    uint32_t key_head() const { return first / (a.heads / a.n_kv_heads); }
    float *scores(uint32_t head) const {
        return floats(a.scores) + (uint64_t(row) * a.heads + head) * std::max(uint64_t(a.position) + a.batch, uint64_t(a.seen_by_all));
    }
    float *out(uint32_t head) const { return floats(a.out) + (uint64_t(row) * a.heads + head) * a.value_size; }

    template <class Each> void over_positions(Each each) const {
        for (uint32_t from = begin; from < end; from += std::min(positions_together, end - from)) {
            uint32_t to = from + std::min(positions_together, end - from);
            for (uint32_t head = first; head < last; head++) each(head, from, to);
        }
    }

    void score() const {
        over_positions([&](uint32_t head, uint32_t from, uint32_t to) {
            const float *query = floats(a.queries) + (uint64_t(row) * a.heads + head) * a.head_size;
            const uint64_t stride = uint64_t(a.n_kv_heads) * a.head_size;
            const uint16_t *key = halves(a.keys) + from * stride + uint64_t(key_head()) * a.head_size;
            float *to_scores = scores(head);
            const float scale = a.scale, softcap = a.softcap;
            for (uint32_t p = from; p < to; p++, key += stride) {
                float score = kernels.dot_half(query, key, a.head_size) * scale;
                to_scores[p] = softcap != 0 ? softcap * std::tanh(score / softcap) : score;
            }
        });
    }

    void softmax(uint32_t head) const {
        float *scores = this->scores(head);
        float largest = a.sinks ? floats(a.sinks)[head] : -INFINITY, sum = 0;
        for (uint32_t p = begin; p < end; p++) largest = std::max(largest, scores[p]);
        for (uint32_t p = begin; p < end; p++) {
            scores[p] = std::exp(scores[p] - largest);
            sum += scores[p];
        }
        if (a.sinks) sum += std::exp(floats(a.sinks)[head] - largest);
        for (uint32_t p = begin; p < end; p++) scores[p] /= sum;
    }

    void mix() const {
        for (uint32_t head = first; head < last; head++) std::fill(out(head), out(head) + a.value_size, 0.0f);
        over_positions([&](uint32_t head, uint32_t from, uint32_t to) {
            const uint64_t stride = uint64_t(a.n_kv_heads) * a.value_size;
            const uint16_t *value = halves(a.values) + from * stride + uint64_t(key_head()) * a.value_size;
            const float *weights = scores(head);
            float *sums = out(head);
            for (uint32_t p = from; p < to; p++, value += stride) kernels.add_scaled_half(sums, value, weights[p], a.value_size);
        });
    }
};

// Heads [begin, end) of all queries', [row][head].
void attention_heads(const CpuKernels &kernels, const Attention &a, uint64_t begin, uint64_t end) {
    uint32_t shared = a.heads / a.n_kv_heads;
    for (uint64_t i = begin; i < end;) {
        auto row = uint32_t(i / a.heads), first = uint32_t(i % a.heads);
        auto last = uint32_t(std::min<uint64_t>(first / shared * shared + shared, first + (end - i)));
        uint32_t past = a.seen_by_all != 0 ? a.seen_by_all : a.position + row + 1;
        uint32_t seen = a.window != 0 && past > a.window ? past - a.window : 0;
        if (a.window != 0 && a.chunks) seen = (past - 1) / a.window * a.window;
        SharedHeads heads{kernels, a, row, first, last, seen, past};
        heads.score();
        for (uint32_t head = first; head < last; head++) heads.softmax(head);
        heads.mix();
        i += last - first;
    }
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
        for (uint32_t i = 0; i < columns; i++) to[i] = weight ? from[i] * factor * floats(weight)[i] : from[i] * factor;
    }
}

// True where products of integers are faster than exact ones.
bool CpuDevice::rounds(const Weight &weight) const {
    return rounded_ && !exact_activations() && block_format(weight.type).fast && weight.type != WeightType::f32 && weight.type != WeightType::f16 && weight.type != WeightType::bf16;
}

void CpuDevice::rounded_matmul(const Weight &weight, const float *x, uint32_t batch, float *out) {
    uint64_t chunks = rounded_chunks(weight.columns), groups = rounded_chunk / 32;
    std::vector<int16_t> values(batch * chunks * rounded_chunk);
    std::vector<float> scales(batch * chunks);
    std::vector<int32_t> sums(batch * chunks * groups);
    pool_.split(batch, 1, [&](uint64_t begin, uint64_t end) {
        for (uint64_t b = begin; b < end; b++) {
            rounded_->round(x + b * weight.columns, weight.columns, &values[b * chunks * rounded_chunk], &scales[b * chunks], &sums[b * chunks * groups]);
        }
    });
    for (uint32_t first = 0; first < batch; first += rounded_->most_batch) {
        uint32_t count = std::min(rounded_->most_batch, batch - first);
        Rounded from{&values[first * chunks * rounded_chunk], &scales[first * chunks], &sums[first * chunks * groups]};
        float *to = out + first * weight.rows;
        pool_.split(weight.rows, 16, [&](uint64_t begin, uint64_t end) { rounded_->matmul(weight, begin, end, from, count, to); });
    }
}

void CpuDevice::matmul(const Weight &weight, Address x, uint32_t batch, Address out) {
    if (rounds(weight)) return rounded_matmul(weight, floats(x), batch, floats(out));
    const CpuKernels &kernels = block_format(weight.type).fast ? *kernels_ : plain_kernels();
    for (uint32_t first = 0; first < batch; first += kernels.most_batch) {
        uint32_t count = std::min(kernels.most_batch, batch - first);
        const float *from = floats(x) + first * weight.columns;
        float *to = floats(out) + first * weight.rows;
        pool_.split(weight.rows, 16, [&](uint64_t begin, uint64_t end) { kernels.matmul(weight, begin, end, from, count, to); });
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
        attention_heads(*kernels_, attention, begin, end);
    });
}

void CpuDevice::glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    pool_.split(batch, 1, [&](uint64_t begin, uint64_t end) {
        for (uint64_t b = begin; b < end; b++) {
            const float *g = floats(gate) + b * stride, *u = floats(up) + b * stride;
            float *to = floats(out) + b * columns;
            for (uint32_t i = 0; i < columns; i++) {
                to[i] = gated(activation, g[i], u[i]);
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
