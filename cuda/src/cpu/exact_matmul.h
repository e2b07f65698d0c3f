// Products of weights and exact activations, written once for every instruction set. Who includes this defines
// SNCUDA_ISA, the namespace for it, SNCUDA_TARGET, what its functions are compiled for, and in the namespace the struct
// Isa: vectors of floats, and the numbers of a group of 32 weights before they are scaled.
//
// What is decoded is what `decode` gives, bit by bit, and a sum's order is the same whatever else is computed with it.
#include "cpu/cpu_kernels.h"
#include <algorithm>
#include <cstring>

#define SNCUDA_INLINED SNCUDA_TARGET inline __attribute__((always_inline))
#ifndef SNCUDA_UNROLL
#define SNCUDA_UNROLL _Pragma("GCC unroll 32")
#endif

namespace sncuda {
namespace SNCUDA_ISA {

using Vector = Isa::Vector;
constexpr uint64_t lanes = Isa::lanes, group_values = 32;
constexpr int vectors = int(group_values / lanes); // of a group
constexpr uint32_t row_tile = Isa::row_tile, batch_tile = Isa::batch_tile;
constexpr uint32_t most_batch = Isa::most_batch;
// Number of values of each row that are decoded at a time for several activations.
constexpr uint64_t piece = activation_piece;

// The formats: `prepare` reads what a block's groups of 32 values share, `group` decodes one of them, rounding as
// `decode` does. What they mean stands there.
struct Nothing {};

struct F32 {
    static constexpr uint64_t values = 32, bytes = 128;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        for (int i = 0; i < vectors; i++) w[i] = Isa::load_bytes(in + 4 * lanes * i);
    }
};

struct F16 {
    static constexpr uint64_t values = 32, bytes = 64;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        for (int i = 0; i < vectors; i++) w[i] = Isa::halves(in + 2 * lanes * i);
    }
};

struct Bf16 {
    static constexpr uint64_t values = 32, bytes = 64;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        for (int i = 0; i < vectors; i++) w[i] = Isa::brain_halves(in + 2 * lanes * i);
    }
};

struct Q8_0 {
    static constexpr uint64_t values = 32, bytes = 34;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        Isa::scaled_bytes(in + 2, Isa::half(in), Isa::half(in), w);
    }
};

struct Q4_0 {
    static constexpr uint64_t values = 32, bytes = 18;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        Isa::template centred<8>(Isa::nibbles(in + 2), Isa::half(in), w);
    }
};

struct Q4_1 {
    static constexpr uint64_t values = 32, bytes = 20;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        Isa::template scaled_and_added<16>(Isa::nibbles(in + 4), Isa::half(in), Isa::half(in + 2), w);
    }
};

struct Q5_0 {
    static constexpr uint64_t values = 32, bytes = 22;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        Isa::template centred<16>(Isa::with_fifths(Isa::nibbles(in + 6), in + 2), Isa::half(in), w);
    }
};

struct Q5_1 {
    static constexpr uint64_t values = 32, bytes = 24;
    using Shared = Nothing;
    SNCUDA_INLINED static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &, Vector (&w)[vectors]) {
        Isa::template scaled_and_added<32>(Isa::with_fifths(Isa::nibbles(in + 8), in + 4), Isa::half(in), Isa::half(in + 2), w);
    }
};

struct Scales {
    float scale[8], minimum[8]; // what is added, so below 0
};

// The eight 6-bit scales and minima of a K block: four bytes at a time.
SNCUDA_INLINED void read_scales(const uint8_t *in, Scales &to) {
    uint32_t a, b, c;
    std::memcpy(&a, in + 4, 4);
    std::memcpy(&b, in + 8, 4);
    std::memcpy(&c, in + 12, 4);
    constexpr uint32_t six = 0x3f3f3f3f, four = 0x0f0f0f0f, two = 0x30303030;
    uint64_t scales = (a & six) | uint64_t((c & four) | ((a >> 2) & two)) << 32;
    uint64_t minima = (b & six) | uint64_t(((c >> 4) & four) | ((b >> 2) & two)) << 32;
    Isa::eight_products(scales, Isa::half(in), to.scale);
    Isa::eight_products(minima, -Isa::half(in + 2), to.minimum);
}

struct Q4_K {
    static constexpr uint64_t values = 256, bytes = 144;
    using Shared = Scales;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int g> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &shared, Vector (&w)[vectors]) {
        const uint8_t *from = in + 16 + g / 2 * 32;
        Isa::template scaled_and_added<16>(Isa::template nibbles_of<g % 2>(from), shared.scale[g], shared.minimum[g], w);
    }
};

struct Q5_K {
    static constexpr uint64_t values = 256, bytes = 176;
    using Shared = Scales;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int g> SNCUDA_INLINED static void group(const uint8_t *in, const Shared &shared, Vector (&w)[vectors]) {
        const uint8_t *from = in + 48 + g / 2 * 32;
        auto numbers = Isa::template with_fifths_of<g>(Isa::template nibbles_of<g % 2>(from), in + 16);
        Isa::template scaled_and_added<32>(numbers, shared.scale[g], shared.minimum[g], w);
    }
};

// Its numbers are decoded to bytes first: many at a time.
struct Q6_K {
    static constexpr uint64_t values = 256, bytes = 210;
    struct Shared {
        alignas(64) uint8_t numbers[256];
        float scale[16];
    };
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) {
        Isa::sixteen_signed_products(in + 192, Isa::half(in + 208), shared.scale);
        for (int side = 0; side < 2; side++) Isa::six_bits(in + 64 * side, in + 128 + 32 * side, shared.numbers + 128 * side);
    }
    template <int g> SNCUDA_INLINED static void group(const uint8_t *, const Shared &shared, Vector (&w)[vectors]) {
        Isa::scaled_bytes(shared.numbers + 32 * g, shared.scale[2 * g], shared.scale[2 * g + 1], w);
    }
};

// Rows of floats and halves may end anywhere.
template <class Format> constexpr bool has_tail = Format::values == 32 && (Format::bytes == 128 || Format::bytes == 64);

// The last values of a row, zeros behind them.
template <class Format> SNCUDA_TARGET inline void tail_group(const uint8_t *from, uint64_t count, Vector (&w)[vectors]) {
    uint8_t padded[Format::bytes] = {};
    std::memcpy(padded, from, count * (Format::bytes / Format::values));
    typename Format::Shared shared;
    Format::template group<0>(padded, shared, w);
}

SNCUDA_INLINED void add_products(const Vector (&w)[vectors], const float *x, Vector &sums) {
    for (int i = 0; i < vectors; i++) sums = Isa::multiply_add(w[i], Isa::load(x + lanes * i), sums);
}

// The groups of a block one by one, each with its number known to the compiler.
template <class Format, int Rows, int Group = 0>
SNCUDA_INLINED void add_block(const uint8_t *blocks, uint64_t stride, const typename Format::Shared *shared, const float *x, Vector *sums) {
    if constexpr (Group < int(Format::values / 32)) {
        for (int r = 0; r < Rows; r++) {
            Vector w[vectors];
            Format::template group<Group>(blocks + r * stride, shared[r], w);
            add_products(w, x + 32 * Group, sums[r]);
        }
        add_block<Format, Rows, Group + 1>(blocks, stride, shared, x, sums);
    }
}

template <class Format, int Group = 0> SNCUDA_INLINED void decode_block(const uint8_t *block, const typename Format::Shared &shared, float *to) {
    if constexpr (Group < int(Format::values / 32)) {
        Vector w[vectors];
        Format::template group<Group>(block, shared, w);
        for (int i = 0; i < vectors; i++) Isa::store(to + group_values * Group + lanes * i, w[i]);
        decode_block<Format, Group + 1>(block, shared, to);
    }
}

// `Rows` rows against one activation, decoded in registers.
template <class Format, int Rows>
SNCUDA_TARGET inline void matvec(const uint8_t *blocks, uint64_t stride, uint64_t columns, const float *x, float *out) {
    Vector sums[Rows];
    for (Vector &v : sums) v = Isa::set(0);
    uint64_t whole = columns / Format::values * Format::values;
    for (uint64_t column = 0; column < whole; column += Format::values, blocks += Format::bytes) {
        typename Format::Shared shared[Rows];
        for (int r = 0; r < Rows; r++) {
            // Of the rows that come next: memory is what one activation waits for.
            for (uint64_t line = 0; line < Format::bytes; line += 64) {
                Isa::prefetch(blocks + (r + Rows) * stride + line);
            }
            Format::prepare(blocks + r * stride, shared[r]);
        }
        add_block<Format, Rows>(blocks, stride, shared, x + column, sums);
    }
    if (has_tail<Format> && whole < columns) {
        float last[32] = {};
        std::copy(x + whole, x + columns, last);
        for (int r = 0; r < Rows; r++) {
            Vector w[vectors];
            tail_group<Format>(blocks + r * stride, columns - whole, w);
            add_products(w, last, sums[r]);
        }
    }
    for (int r = 0; r < Rows; r++) out[r] = Isa::sum(sums[r]);
}

// Decodes up to `piece` values of a row, zeros up to a multiple of 32 behind them.
template <class Format> SNCUDA_TARGET inline void decode_piece(const uint8_t *blocks, uint64_t count, float *to) {
    uint64_t whole = count / Format::values * Format::values;
    for (uint64_t at = 0; at < whole; at += Format::values, blocks += Format::bytes) {
        typename Format::Shared shared;
        Format::prepare(blocks, shared);
        decode_block<Format>(blocks, shared, to + at);
    }
    if (has_tail<Format> && whole < count) {
        Vector w[vectors];
        tail_group<Format>(blocks, count - whole, w);
        for (int i = 0; i < vectors; i++) Isa::store(to + whole + lanes * i, w[i]);
    }
}

constexpr uint32_t row_sums = row_tile * lanes; // of an activation

// Adds products of `row_tile` decoded rows and `Batch` activations to the sums before, [activation][row][lane].
template <int Batch>
SNCUDA_TARGET inline void add_tile(const float *rows, const float *x, uint64_t count, const float *before, float *sums) {
    Vector s[row_tile * Batch]; // [row][activation]
    SNCUDA_UNROLL
    for (uint32_t i = 0; i < row_tile * Batch; i++) s[i] = Isa::load(before + (i % Batch * row_tile + i / Batch) * lanes);
    uint64_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        Vector values[Batch];
        for (int b = 0; b < Batch; b++) values[b] = Isa::load(x + b * count + i);
        SNCUDA_UNROLL
        for (uint32_t r = 0; r < row_tile; r++) {
            Vector w = Isa::keep(Isa::load(rows + r * piece + i));
            for (int b = 0; b < Batch; b++) s[r * Batch + b] = Isa::multiply_add(w, values[b], s[r * Batch + b]);
        }
    }
    if (i < count) {
        for (int b = 0; b < Batch; b++) {
            float last[lanes] = {};
            std::copy(x + b * count + i, x + b * count + count, last);
            SNCUDA_UNROLL
            for (uint32_t r = 0; r < row_tile; r++) {
                s[r * Batch + b] = Isa::multiply_add(Isa::load(rows + r * piece + i), Isa::load(last), s[r * Batch + b]);
            }
        }
    }
    SNCUDA_UNROLL
    for (uint32_t i = 0; i < row_tile * Batch; i++) Isa::store(sums + (i % Batch * row_tile + i / Batch) * lanes, s[i]);
}

// Up to `row_tile` rows against several activations.
template <class Format>
SNCUDA_TARGET inline void matmul_rows(const Weight &weight, uint64_t row, uint32_t rows, uint64_t stride, const float *x, uint32_t batch, float *out) {
    alignas(64) static constexpr float zeros[batch_tile * row_sums] = {};
    alignas(64) float decoded[row_tile * piece], sums[most_batch * row_sums];
    // What is not decoded is not looked at; but it is added.
    if (rows < row_tile) std::fill(decoded, decoded + row_tile * piece, 0.0f);
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data) + row * stride;
    for (uint64_t column = 0; column < weight.columns; column += piece, x += batch * piece) {
        uint64_t count = std::min(piece, weight.columns - column);
        const uint8_t *from = blocks + column / Format::values * Format::bytes;
        // Of what comes next: the next piece, or the next rows' first one.
        const uint8_t *next = column + piece < weight.columns ? from + piece / Format::values * Format::bytes : blocks + row_tile * stride;
        for (uint32_t r = 0; r < rows; r++) {
            for (uint64_t line = 0; line < piece / Format::values * Format::bytes; line += 64) Isa::prefetch(next + r * stride + line);
            decode_piece<Format>(from + r * stride, count, decoded + r * piece);
        }
        auto before = [&](uint32_t b) { return column == 0 ? zeros : sums + b * row_sums; };
        uint32_t b = 0;
        for (; b + batch_tile <= batch; b += batch_tile) add_tile<batch_tile>(decoded, x + b * count, count, before(b), sums + b * row_sums);
        for (; b + 2 <= batch; b += 2) add_tile<2>(decoded, x + b * count, count, before(b), sums + b * row_sums);
        if (b < batch) add_tile<1>(decoded, x + b * count, count, before(b), sums + b * row_sums);
    }
    for (uint32_t b = 0; b < batch; b++) {
        float totals[row_tile];
        for (uint32_t r = 0; r < row_tile; r += 4) Isa::sums_of_four(sums + b * row_sums + r * lanes, totals + r);
        std::copy(totals, totals + rows, out + b * weight.rows + row);
    }
}

template <class Format>
SNCUDA_TARGET void matmul_of(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    const BlockFormat &format = block_format(weight.type);
    uint64_t stride = weight.columns / format.values * format.bytes;
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data);
    uint64_t row = begin;
    if (batch > 1) {
        for (; row < end; row += row_tile) {
            matmul_rows<Format>(weight, row, uint32_t(std::min<uint64_t>(row_tile, end - row)), stride, x, batch, out);
        }
        return;
    }
    for (; row + row_tile <= end; row += row_tile) matvec<Format, row_tile>(blocks + row * stride, stride, weight.columns, x, out + row);
    for (; row < end; row++) matvec<Format, 1>(blocks + row * stride, stride, weight.columns, x, out + row);
}

inline void matmul(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    switch (weight.type) {
    case WeightType::f32: return matmul_of<F32>(weight, begin, end, x, batch, out);
    case WeightType::f16: return matmul_of<F16>(weight, begin, end, x, batch, out);
    case WeightType::bf16: return matmul_of<Bf16>(weight, begin, end, x, batch, out);
    case WeightType::q8_0: return matmul_of<Q8_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_0: return matmul_of<Q4_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_1: return matmul_of<Q4_1>(weight, begin, end, x, batch, out);
    case WeightType::q5_0: return matmul_of<Q5_0>(weight, begin, end, x, batch, out);
    case WeightType::q5_1: return matmul_of<Q5_1>(weight, begin, end, x, batch, out);
    case WeightType::q4_k: return matmul_of<Q4_K>(weight, begin, end, x, batch, out);
    case WeightType::q5_k: return matmul_of<Q5_K>(weight, begin, end, x, batch, out);
    case WeightType::q6_k: return matmul_of<Q6_K>(weight, begin, end, x, batch, out);
    default: return; // the plain kernels multiply it
    }
}

} // namespace SNCUDA_ISA
} // namespace sncuda
