// Attention and activations' functions, written once for every instruction set: included behind exact_matmul.h, with
// the same Isa.
//
// A tile of keys or values is made floats once for all queries that see it. A score adds up along the key, an output
// along the positions, one after the other: so a query's result is the same whatever else is computed with it.
#include "cpu/activations.h"
#include "cpu/elementary.h"
#include <cmath>

namespace sncuda {
namespace SNCUDA_ISA {

// Positions, and values of each, that are floats at a time: what the nearest cache holds beside queries.
constexpr uint32_t tile_positions = score_positions, tile_values = 64;
// Heads that are computed with at a time, and vectors of each: as many sums as there are registers for.
constexpr int heads_together = 4, sums_together = Isa::sums_together;
// Floats of scores that are kept between the passes over keys and values: what the second cache holds.
constexpr uint64_t scores_together = 64 << 10;

// Heads [first, last) of those that share a head of keys and values, for queries [begin, end).
struct Heads {
    const Attention &a;
    uint32_t key_head, first, last, begin, end;

    float *scores(uint32_t row, uint32_t head) const {
        return floats(a.scores) + (uint64_t(row) * a.heads + number(head)) * scores_stride(a);
    }
    const float *query(uint32_t row, uint32_t head) const {
        return floats(a.queries) + (uint64_t(row) * a.heads + number(head)) * a.head_size;
    }
    float *out(uint32_t row, uint32_t head) const {
        return floats(a.out) + (uint64_t(row) * a.heads + number(head)) * a.value_size;
    }
    uint32_t number(uint32_t head) const { return key_head * (a.heads / a.n_kv_heads) + head; }
    uint32_t to(uint32_t row) const { return seen_to(a, row); }
    uint32_t from(uint32_t row) const { return seen_from(a, row); }
    const float *sink(uint32_t head) const { return a.sinks ? floats(a.sinks) + number(head) : nullptr; }
};

// Keys [from, to) as floats, transposed: [value][position], zeros behind them.
SNCUDA_TARGET inline void load_keys(const Heads &h, uint32_t from, uint32_t to, uint32_t value, uint32_t values, float *tile) {
    const uint64_t stride = uint64_t(h.a.n_kv_heads) * h.a.head_size;
    const uint16_t *keys = reinterpret_cast<const uint16_t *>(h.a.keys) + from * stride + uint64_t(h.key_head) * h.a.head_size + value;
    const uint32_t count = to - from, whole = values / lanes * lanes;
    for (uint32_t p = 0; p < tile_positions; p += lanes) {
        for (uint32_t v = 0; v < whole; v += lanes) {
            Vector block[lanes];
            for (uint32_t i = 0; i < lanes; i++) {
                block[i] = p + i < count ? Isa::halves(reinterpret_cast<const uint8_t *>(keys + (p + i) * stride + v)) : Isa::set(0);
            }
            Isa::transpose(block);
            for (uint32_t i = 0; i < lanes; i++) Isa::store(tile + (v + i) * tile_positions + p, block[i]);
        }
        for (uint32_t v = whole; v < values; v++) {
            for (uint32_t i = 0; i < lanes; i++) {
                tile[v * tile_positions + p + i] = p + i < count ? Isa::half(reinterpret_cast<const uint8_t *>(keys + (p + i) * stride + v)) : 0;
            }
        }
    }
}

// Values [from, to) as floats: [position][value].
SNCUDA_TARGET inline void load_values(const Heads &h, uint32_t from, uint32_t to, uint32_t value, uint32_t values, float *tile) {
    const uint64_t stride = uint64_t(h.a.n_kv_heads) * h.a.value_size;
    const uint16_t *row = reinterpret_cast<const uint16_t *>(h.a.values) + from * stride + uint64_t(h.key_head) * h.a.value_size + value;
    for (uint32_t p = from; p < to; p++, row += stride, tile += tile_values) {
        auto *halves = reinterpret_cast<const uint8_t *>(row);
        uint32_t v = 0;
        for (; v + lanes <= values; v += lanes) Isa::store(tile + v, Isa::halves(halves + 2 * v));
        for (; v < values; v++) tile[v] = Isa::half(halves + 2 * v);
    }
}

// Adds products of some values of a tile's keys and of queries to scores, or begins with them.
template <int Count>
SNCUDA_TARGET inline void add_scores(const float *tile, uint32_t values, const float *query, uint64_t query_stride, bool begins, float *scores, uint64_t stride) {
    for (uint32_t p = 0; p < tile_positions; p += sums_together * lanes) {
        Vector sums[Count][sums_together];
        for (int i = 0; i < Count; i++) {
            for (int k = 0; k < sums_together; k++) sums[i][k] = begins ? Isa::set(0) : Isa::load(scores + i * stride + p + lanes * k);
        }
        for (uint32_t v = 0; v < values; v++) {
            Vector keys[sums_together];
            for (int k = 0; k < sums_together; k++) keys[k] = Isa::load(tile + v * tile_positions + p + lanes * k);
            for (int i = 0; i < Count; i++) {
                Vector x = Isa::set(query[i * query_stride + v]);
                for (int k = 0; k < sums_together; k++) sums[i][k] = Isa::multiply_add(keys[k], x, sums[i][k]);
            }
        }
        for (int i = 0; i < Count; i++) {
            for (int k = 0; k < sums_together; k++) Isa::store(scores + i * stride + p + lanes * k, sums[i][k]);
        }
    }
}

// Adds values of positions [from, to) of a tile to outputs, each by its weight.
template <int Count, int Vectors>
SNCUDA_TARGET inline void add_values(const float *tile, uint32_t from, uint32_t to, const float *weights, uint64_t weights_stride, float *out, uint64_t stride) {
    Vector sums[Count][Vectors];
    for (int i = 0; i < Count; i++) {
        for (int k = 0; k < Vectors; k++) sums[i][k] = Isa::load(out + i * stride + lanes * k);
    }
    for (uint32_t p = from; p < to; p++) {
        Vector values[Vectors];
        for (int k = 0; k < Vectors; k++) values[k] = Isa::load(tile + p * tile_values + lanes * k);
        for (int i = 0; i < Count; i++) {
            Vector weight = Isa::set(weights[i * weights_stride + p]);
            for (int k = 0; k < Vectors; k++) sums[i][k] = Isa::multiply_add(values[k], weight, sums[i][k]);
        }
    }
    for (int i = 0; i < Count; i++) {
        for (int k = 0; k < Vectors; k++) Isa::store(out + i * stride + lanes * k, sums[i][k]);
    }
}

template <int Count>
SNCUDA_TARGET inline void add_all_values(const float *tile, uint32_t values, uint32_t from, uint32_t to, const float *weights, uint64_t weights_stride, float *out, uint64_t stride) {
    uint32_t v = 0;
    for (; v + sums_together * lanes <= values; v += sums_together * lanes) {
        add_values<Count, sums_together>(tile + v, from, to, weights, weights_stride, out + v, stride);
    }
    for (; v + lanes <= values; v += lanes) add_values<Count, 1>(tile + v, from, to, weights, weights_stride, out + v, stride);
    for (; v < values; v++) {
        for (int i = 0; i < Count; i++) {
            float sum = out[i * stride + v];
            for (uint32_t p = from; p < to; p++) sum = fused(tile[p * tile_values + v], weights[i * weights_stride + p], sum);
            out[i * stride + v] = sum;
        }
    }
}

SNCUDA_TARGET inline void score_tile(const Heads &h, uint32_t p, uint32_t to) {
    alignas(64) float tile[tile_values * tile_positions];
    const uint64_t stride = scores_stride(h.a), query_stride = h.a.head_size;
    for (uint32_t v = 0; v < h.a.head_size; v += tile_values) {
        const uint32_t values = std::min(tile_values, h.a.head_size - v);
        load_keys(h, p, to, v, values, tile);
        for (uint32_t row = h.begin; row < h.end; row++) {
            if (h.to(row) <= p || h.from(row) >= to) continue;
            uint32_t head = h.first;
            for (; head + heads_together <= h.last; head += heads_together) {
                add_scores<heads_together>(tile, values, h.query(row, head) + v, query_stride, v == 0, h.scores(row, head) + p, stride);
            }
            for (; head < h.last; head++) add_scores<1>(tile, values, h.query(row, head) + v, query_stride, v == 0, h.scores(row, head) + p, stride);
        }
    }
}

SNCUDA_TARGET inline void mix_tile(const Heads &h, uint32_t p, uint32_t to) {
    alignas(64) float tile[tile_positions * tile_values];
    const uint64_t stride = scores_stride(h.a), out_stride = h.a.value_size;
    for (uint32_t v = 0; v < h.a.value_size; v += tile_values) {
        const uint32_t values = std::min(tile_values, h.a.value_size - v);
        load_values(h, p, to, v, values, tile);
        for (uint32_t row = h.begin; row < h.end; row++) {
            if (h.to(row) <= p || h.from(row) >= to) continue;
            uint32_t first = std::max(h.from(row), p) - p, last = std::min(h.to(row), to) - p, head = h.first;
            for (; head + heads_together <= h.last; head += heads_together) {
                add_all_values<heads_together>(tile, values, first, last, h.scores(row, head) + p, stride, h.out(row, head) + v, out_stride);
            }
            for (; head < h.last; head++) add_all_values<1>(tile, values, first, last, h.scores(row, head) + p, stride, h.out(row, head) + v, out_stride);
        }
    }
}

SNCUDA_TARGET inline void soft_cap(float *x, uint64_t count, float cap) {
    for (uint64_t i = 0; i < count; i++) x[i] = cap * tanh_of(x[i] / cap);
}

// Scores to weights, where there is a sink beside one of its score.
SNCUDA_TARGET inline void softmax(float *scores, uint64_t count, float scale, float cap, const float *sink) {
    for (uint64_t i = 0; i < count; i++) scores[i] *= scale;
    if (cap != 0) soft_cap(scores, count, cap);
    const uint64_t whole = count / lanes * lanes;
    float most[lanes], largest = sink ? *sink : -INFINITY, sum = 0;
    Vector vector = Isa::set(-INFINITY);
    for (uint64_t i = 0; i < whole; i += lanes) vector = Isa::most(vector, Isa::load(scores + i));
    Isa::store(most, vector);
    for (float one : most) largest = std::max(largest, one);
    for (uint64_t i = whole; i < count; i++) largest = std::max(largest, scores[i]);
    for (uint64_t i = 0; i < count; i++) scores[i] = exp_of(scores[i] - largest);
    vector = Isa::set(0);
    for (uint64_t i = 0; i < whole; i += lanes) vector = Isa::add(vector, Isa::load(scores + i));
    sum = Isa::sum(vector);
    for (uint64_t i = whole; i < count; i++) sum += scores[i];
    if (sink) sum += exp_of(*sink - largest);
    for (uint64_t i = 0; i < count; i++) scores[i] /= sum;
}

// Of all heads as they lie in [head of keys][query][heads that share it], [begin, end).
SNCUDA_TARGET inline void attention(const Attention &a, uint64_t begin, uint64_t end) {
    const uint64_t shared = a.heads / a.n_kv_heads;
    const uint64_t most_rows = std::max<uint64_t>(1, scores_together / (shared * scores_stride(a)));
    for (uint64_t i = begin; i < end;) {
        uint64_t row = i / shared % a.batch, first = i % shared, rows = 1, last = std::min(shared, first + (end - i));
        if (first == 0 && last == shared) rows = std::min({most_rows, a.batch - row, (end - i) / shared});
        Heads h{a, uint32_t(i / shared / a.batch), uint32_t(first), uint32_t(last), uint32_t(row), uint32_t(row + rows)};
        const uint32_t begin_tile = h.from(h.begin) / tile_positions * tile_positions, to = h.to(h.end - 1);
        for (uint32_t p = begin_tile; p < to; p += tile_positions) score_tile(h, p, std::min(p + tile_positions, to));
        for (uint32_t r = h.begin; r < h.end; r++) {
            std::fill(h.out(r, h.first), h.out(r, h.first) + (last - first) * a.value_size, 0.0f);
            for (uint32_t head = h.first; head < h.last; head++) {
                softmax(h.scores(r, head) + h.from(r), h.to(r) - h.from(r), a.scale, a.softcap, h.sink(head));
            }
        }
        for (uint32_t p = begin_tile; p < to; p += tile_positions) mix_tile(h, p, std::min(p + tile_positions, to));
        i += rows * (last - first);
    }
}

// A few at a time and apart from where they go, which may be where they come from.
SNCUDA_TARGET inline void glu(Activation activation, const float *gate, const float *up, uint64_t count, float *out) {
    constexpr uint64_t most = 128;
    for (uint64_t i = 0; i < count; i += most) {
        float g[most] = {}, u[most] = {}, result[most];
        uint64_t now = std::min(most, count - i);
        std::copy(gate + i, gate + i + now, g);
        std::copy(up + i, up + i + now, u);
        switch (activation) {
        case Activation::silu:
            for (uint64_t k = 0; k < most; k++) result[k] = silu_of(g[k]) * u[k];
            break;
        case Activation::gelu:
            for (uint64_t k = 0; k < most; k++) result[k] = gelu_of(g[k]) * u[k];
            break;
        default:
            for (uint64_t k = 0; k < most; k++) result[k] = gated(activation, g[k], u[k]);
        }
        std::copy(result, result + now, out + i);
    }
}

constexpr CpuKernels kernels{matmul, most_batch, attention, glu, soft_cap};

} // namespace SNCUDA_ISA
} // namespace sncuda
