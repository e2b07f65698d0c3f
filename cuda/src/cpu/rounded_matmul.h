// Products of quantised weights and rounded activations, written once for every instruction set. Who includes this
// defines SNCUDA_ISA, the namespace for it, SNCUDA_TARGET, what its functions are compiled for, and in the namespace
// the struct Isa: vectors of 16 integers of 16 bits, sums of eight integers of 32 bits, and eight floats; and wide ones,
// which have as much for several rows of weights.
//
// All of them give the same bits. What is added in which order is said by the lanes: lane l of the eight has the values
// 4l to 4l + 3 of each group of 32. Integers are exact; the floats' operations are the same everywhere.
#include "cpu/cpu_kernels.h"
#include <algorithm>
#include <cstring>

#ifndef SNCUDA_INLINED
#define SNCUDA_INLINED SNCUDA_TARGET inline __attribute__((always_inline))
#endif

// Sums stay in registers where no loop is left around them.
#ifndef SNCUDA_UNROLL
#define SNCUDA_UNROLL _Pragma("GCC unroll 32")
#endif

namespace sncuda {
namespace SNCUDA_ISA {

// Rows that a wide vector has products of, wide vectors of rows and activations that are computed with at a time: as
// many sums as there are registers for.
constexpr uint32_t rows_together = Isa::rows_together, tiles = 4, batch_tile = Isa::batch_tile;
constexpr uint32_t row_tile = tiles * rows_together, most_batch = 64;
constexpr uint64_t group_values = 32, groups = rounded_chunk / group_values;

using Words = Isa::Words;       // 16 integers of 16 bits
using Sums = Isa::Sums;         // of products of words, not yet in lanes
using Integers = Isa::Integers; // 8 integers of 32 bits
using Floats = Isa::Floats;     // 8 floats
// The same for several rows.
using WideWords = Isa::WideWords;
using WideSums = Isa::WideSums;
using WideFloats = Isa::WideFloats;

// A group's 32 values: those with even and those with odd places, as activations are stored.
struct Group {
    Words even, odd;
};

SNCUDA_INLINED uint16_t half_bits(const uint8_t *from) {
    uint16_t bits;
    std::memcpy(&bits, from, 2);
    return bits;
}

SNCUDA_INLINED Group of_unsigned(Words bytes) {
    return {Isa::both(bytes, Isa::words(0x00ff)), Isa::template shift_right<8>(bytes)};
}

SNCUDA_INLINED Group of_signed(Words bytes) {
    return {Isa::template shift_right_signed<8>(Isa::template shift_left<8>(bytes)), Isa::template shift_right_signed<8>(bytes)};
}

SNCUDA_INLINED Group less(Group g, int16_t by) {
    return {Isa::subtract(g.even, Isa::words(by)), Isa::subtract(g.odd, Isa::words(by))};
}

// The formats: `group` gives the integers of one group of a chunk. Small blocks have a float scale each, and `Scales`
// says where; large ones are a whole chunk with one float scale, and an integer one for each group or half a group.
struct Q8_0 {
    static constexpr uint64_t values = 32, bytes = 34;
    static constexpr bool has_minimum = false;
    SNCUDA_INLINED static Group group(const uint8_t *in) { return of_signed(Isa::load_bytes(in + 2)); }
};

struct Q4_0 {
    static constexpr uint64_t values = 32, bytes = 18;
    static constexpr bool has_minimum = false;
    SNCUDA_INLINED static Group group(const uint8_t *in) { return less(of_unsigned(Isa::nibbles(in + 2)), 8); }
};

struct Q4_1 {
    static constexpr uint64_t values = 32, bytes = 20;
    static constexpr bool has_minimum = true;
    SNCUDA_INLINED static Group group(const uint8_t *in) { return of_unsigned(Isa::nibbles(in + 4)); }
};

struct Q5_0 {
    static constexpr uint64_t values = 32, bytes = 22;
    static constexpr bool has_minimum = false;
    SNCUDA_INLINED static Group group(const uint8_t *in) {
        return less(of_unsigned(Isa::either(Isa::nibbles(in + 6), Isa::sixteens(in + 2))), 16);
    }
};

struct Q5_1 {
    static constexpr uint64_t values = 32, bytes = 24;
    static constexpr bool has_minimum = true;
    SNCUDA_INLINED static Group group(const uint8_t *in) {
        return of_unsigned(Isa::either(Isa::nibbles(in + 8), Isa::sixteens(in + 4)));
    }
};

// Scales that the groups of a large block share. Where a scale is for half a group, there are sixteen.
struct Shared {
    float scale;
    int32_t scales[16];
    float minima[groups];
};

SNCUDA_INLINED void read_scales(const uint8_t *in, Shared &to) {
    uint32_t a, b, c;
    std::memcpy(&a, in + 4, 4);
    std::memcpy(&b, in + 8, 4);
    std::memcpy(&c, in + 12, 4);
    constexpr uint32_t six = 0x3f3f3f3f, four = 0x0f0f0f0f, two = 0x30303030;
    uint32_t scales[] = {a & six, (c & four) | ((a >> 2) & two)}, minima[] = {b & six, ((c >> 4) & four) | ((b >> 2) & two)};
    to.scale = Isa::half(half_bits(in));
    Isa::store(to.scales, Isa::bytes_as_integers(reinterpret_cast<const uint8_t *>(scales)));
    Isa::store(to.minima, Isa::multiply(Isa::floats(-Isa::half(half_bits(in + 2))), Isa::as_floats(Isa::bytes_as_integers(reinterpret_cast<const uint8_t *>(minima)))));
}

struct Q4_K {
    static constexpr uint64_t values = 256, bytes = 144;
    static constexpr bool has_minimum = true, halves = false;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int g> SNCUDA_INLINED static Group group(const uint8_t *in) {
        Words bytes = Isa::load_bytes(in + 16 + g / 2 * 32), low = Isa::words(15);
        if constexpr (g % 2 == 0) return {Isa::both(bytes, low), Isa::both(Isa::template shift_right<8>(bytes), low)};
        return {Isa::both(Isa::template shift_right<4>(bytes), low), Isa::template shift_right<12>(bytes)};
    }
};

struct Q5_K {
    static constexpr uint64_t values = 256, bytes = 176;
    static constexpr bool has_minimum = true, halves = false;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int g> SNCUDA_INLINED static Group group(const uint8_t *in) {
        Words bytes = Isa::load_bytes(in + 48 + g / 2 * 32), fifths = Isa::load_bytes(in + 16);
        if constexpr (g % 2 != 0) bytes = Isa::template shift_right<4>(bytes);
        bytes = Isa::both(bytes, Isa::words(0x0f0f));
        // Bit g of each byte to where 16 stands.
        if constexpr (g < 4) fifths = Isa::template shift_left<4 - g>(fifths);
        if constexpr (g > 4) fifths = Isa::template shift_right<g - 4>(fifths);
        return of_unsigned(Isa::either(bytes, Isa::both(fifths, Isa::words(0x1010))));
    }
};

struct Q6_K {
    static constexpr uint64_t values = 256, bytes = 210;
    static constexpr bool has_minimum = false, halves = true;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) {
        shared.scale = Isa::half(half_bits(in + 208));
        for (int i = 0; i < 16; i += 8) Isa::store(shared.scales + i, Isa::signed_bytes_as_integers(in + 192 + i));
    }
    template <int index> SNCUDA_INLINED static Group group(const uint8_t *in) {
        constexpr int side = index / 4, g = index % 4;
        Words nibbles = Isa::load_bytes(in + 64 * side + g % 2 * 32), upper = Isa::load_bytes(in + 128 + 32 * side);
        if constexpr (g >= 2) nibbles = Isa::template shift_right<4>(nibbles);
        if constexpr (g < 2) upper = Isa::template shift_left<4 - 2 * g>(upper);
        if constexpr (g == 3) upper = Isa::template shift_right<2>(upper);
        return less(of_unsigned(Isa::either(Isa::both(nibbles, Isa::words(0x0f0f)), Isa::both(upper, Isa::words(0x3030)))), 32);
    }
};

template <class Format> constexpr bool is_large = Format::values == rounded_chunk;

template <class Format> SNCUDA_INLINED Integers scale_of(const Shared &shared, int group) {
    if constexpr (Format::halves) return Isa::halves(shared.scales[2 * group], shared.scales[2 * group + 1]);
    return Isa::integers(shared.scales[group]);
}

// One activation's chunk: its integers, and for each group their sum.
struct Chunk {
    const int16_t *values;
    const int32_t *sums;
};

SNCUDA_INLINED Sums add_products(Sums sums, Group weights, const int16_t *x) {
    return Isa::add_products(Isa::add_products(sums, weights.even, Isa::load(x)), weights.odd, Isa::load(x + 16));
}

template <class Format, int g> SNCUDA_INLINED Integers add_groups(const uint8_t *in, const Shared &shared, const int16_t *x, Integers sum) {
    if constexpr (g < int(groups)) {
        Integers products = Isa::in_lanes(add_products(Isa::no_sums(), Format::template group<g>(in), x + g * group_values));
        sum = Isa::add(sum, Isa::multiply32(products, scale_of<Format>(shared, g)));
        return add_groups<Format, g + 1>(in, shared, x, sum);
    }
    return sum;
}

// A row's chunk of `count` groups times an activation's, without the activation's scale.
template <class Format> SNCUDA_INLINED Floats chunk_of_row(const uint8_t *in, int count, Chunk x) {
    if constexpr (is_large<Format>) {
        Shared shared;
        Format::prepare(in, shared);
        Integers sum = add_groups<Format, 0>(in, shared, x.values, Isa::integers(0));
        Floats result = Isa::multiply(Isa::as_floats(sum), Isa::floats(shared.scale));
        if constexpr (Format::has_minimum) result = Isa::multiply_add(Isa::as_floats(Isa::load(x.sums)), Isa::load(shared.minima), result);
        return result;
    } else {
        Floats result = Isa::floats(0);
        float minima[groups] = {};
        for (int g = 0; g < count; g++, in += Format::bytes) {
            Integers products = Isa::in_lanes(add_products(Isa::no_sums(), Format::group(in), x.values + g * group_values));
            result = Isa::multiply_add(Isa::as_floats(products), Isa::floats(Isa::half(half_bits(in))), result);
            if constexpr (Format::has_minimum) minima[g] = Isa::half(half_bits(in + 2));
        }
        if constexpr (Format::has_minimum) result = Isa::multiply_add(Isa::as_floats(Isa::load(x.sums)), Isa::load(minima), result);
        return result;
    }
}

SNCUDA_INLINED int groups_at(uint64_t columns, uint64_t column) {
    return int(std::min(rounded_chunk, columns - column) / group_values);
}

// Distance of fetched weights ahead of the products: memory is what a single activation waits for.
constexpr uint64_t ahead = 1536;

// One row against one activation, decoded in registers. Rows come one after the other, as they lie in memory.
template <class Format>
SNCUDA_TARGET inline float row_product(const uint8_t *blocks, uint64_t columns, const Rounded &x) {
    Floats sums = Isa::floats(0);
    constexpr uint64_t chunk_bytes = rounded_chunk / Format::values * Format::bytes;
    uint64_t chunk = 0;
    for (uint64_t column = 0; column < columns; column += rounded_chunk, chunk++, blocks += chunk_bytes) {
        for (uint64_t line = 0; line < chunk_bytes; line += 64) Isa::prefetch(blocks + ahead + line);
        Chunk values{x.values + column, x.sums + chunk * groups};
        // A constant where the loop over the groups can be unrolled.
        int count = is_large<Format> ? int(groups) : groups_at(columns, column);
        Floats part = count == int(groups) ? chunk_of_row<Format>(blocks, int(groups), values) : chunk_of_row<Format>(blocks, count, values);
        sums = Isa::multiply_add(part, Isa::floats(x.scales[chunk]), sums);
    }
    return Isa::sum(sums);
}

// Chunks of `row_tile` rows, decoded for several activations, a vector's rows one behind the other: of each group the
// words with even places, then those with odd ones. The scales of large blocks are in their values.
struct Decoded {
    alignas(64) int16_t values[tiles][groups][2][rows_together][16];
    alignas(64) float scales[tiles][groups][rows_together][8]; // all eight the same; of large blocks, the first group's
    alignas(64) float minima[tiles][rows_together][groups];
};

// Where a row's group is stored.
struct Place {
    Decoded &to;
    uint32_t tile, row;

    SNCUDA_INLINED void store(int g, Group group) const {
        Isa::store(to.values[tile][g][0][row], group.even);
        Isa::store(to.values[tile][g][1][row], group.odd);
    }
    SNCUDA_INLINED void set_scale(int g, float scale) const { Isa::store(to.scales[tile][g][row], Isa::floats(scale)); }
};

template <class Format, int g> SNCUDA_INLINED void decode_groups(const uint8_t *in, const Shared &shared, Place place) {
    if constexpr (g < int(groups)) {
        Group group = Format::template group<g>(in);
        Words scale;
        if constexpr (Format::halves) {
            scale = Isa::word_halves(int16_t(shared.scales[2 * g]), int16_t(shared.scales[2 * g + 1]));
        } else {
            scale = Isa::words(int16_t(shared.scales[g]));
        }
        place.store(g, {Isa::multiply16(group.even, scale), Isa::multiply16(group.odd, scale)});
        decode_groups<Format, g + 1>(in, shared, place);
    }
}

template <class Format> SNCUDA_TARGET inline void decode_chunk(const uint8_t *in, int count, Decoded &to, uint32_t index) {
    Place place{to, index / rows_together, index % rows_together};
    if constexpr (is_large<Format>) {
        Shared shared;
        Format::prepare(in, shared);
        decode_groups<Format, 0>(in, shared, place);
        place.set_scale(0, shared.scale);
        if constexpr (Format::has_minimum) std::memcpy(to.minima[place.tile][place.row], shared.minima, sizeof shared.minima);
    } else {
        for (int g = 0; g < count; g++, in += Format::bytes) {
            place.store(g, Format::group(in));
            place.set_scale(g, Isa::half(half_bits(in)));
            if constexpr (Format::has_minimum) to.minima[place.tile][place.row][g] = Isa::half(half_bits(in + 2));
        }
    }
}

// Several activations' chunk: where the first one's lies, and how far from each other they are.
struct Activations {
    const int16_t *values;
    uint64_t stride;
    const int32_t *group_sums;
    uint64_t sums_stride;
    const float *scales;
    uint64_t scales_stride;

    SNCUDA_INLINED Activations from(uint32_t b) const {
        return {values + b * stride, stride, group_sums + b * sums_stride, sums_stride, scales + b * scales_stride, scales_stride};
    }
};

// Adds the products of decoded rows and `Batch` activations to their sums, [activation][row][lane].
template <class Format, int Batch>
SNCUDA_TARGET inline void add_tile(const Decoded &rows, Activations x, int count, float *sums) {
    WideFloats parts[tiles * Batch];
    if constexpr (is_large<Format>) {
        WideSums products[tiles * Batch];
        SNCUDA_UNROLL
        for (uint32_t i = 0; i < tiles * Batch; i++) products[i] = Isa::no_wide_sums();
        for (uint64_t i = 0; i < 2 * groups; i++) {
            WideWords values[Batch];
            SNCUDA_UNROLL
            for (int b = 0; b < Batch; b++) values[b] = Isa::keep(Isa::to_each(x.values + b * x.stride + 16 * i));
            SNCUDA_UNROLL
            for (uint32_t r = 0; r < tiles; r++) {
                auto row = Isa::operand(rows.values[r][i / 2][i % 2][0]);
                SNCUDA_UNROLL
                for (int b = 0; b < Batch; b++) Isa::add_products_to(products[r * Batch + b], values[b], row);
            }
        }
        SNCUDA_UNROLL
        for (uint32_t i = 0; i < tiles * Batch; i++) {
            parts[i] = Isa::multiply(Isa::as_floats(Isa::in_lanes(products[i])), Isa::load_wide(rows.scales[i / Batch][0][0]));
        }
    } else {
        SNCUDA_UNROLL
        for (uint32_t i = 0; i < tiles * Batch; i++) parts[i] = Isa::wide_floats(0);
        for (int g = 0; g < count; g++) {
            SNCUDA_UNROLL
            for (uint32_t r = 0; r < tiles; r++) {
                WideWords even = Isa::keep(Isa::load_wide(rows.values[r][g][0][0])), odd = Isa::keep(Isa::load_wide(rows.values[r][g][1][0]));
                WideFloats scale = Isa::load_wide(rows.scales[r][g][0]);
                SNCUDA_UNROLL
                for (int b = 0; b < Batch; b++) {
                    const int16_t *values = x.values + b * x.stride + g * group_values;
                    WideSums products = Isa::add_products(Isa::no_wide_sums(), even, Isa::to_each(values));
                    products = Isa::add_products(products, odd, Isa::to_each(values + 16));
                    parts[r * Batch + b] = Isa::multiply_add(Isa::as_floats(Isa::in_lanes(products)), scale, parts[r * Batch + b]);
                }
            }
        }
    }
    SNCUDA_UNROLL
    for (uint32_t i = 0; i < tiles * Batch; i++) {
        uint32_t b = i % Batch, r = i / Batch;
        if constexpr (Format::has_minimum) {
            parts[i] = Isa::multiply_add(Isa::as_floats(Isa::to_each(x.group_sums + b * x.sums_stride)), Isa::load_wide(rows.minima[r][0]), parts[i]);
        }
        float *at = sums + (b * tiles + r) * rows_together * 8;
        Isa::store(at, Isa::multiply_add(parts[i], Isa::wide_floats(x.scales[b * x.scales_stride]), Isa::load_wide(at)));
    }
}

// Up to `row_tile` rows against several activations.
template <class Format>
SNCUDA_TARGET inline void matmul_rows(const Weight &weight, uint64_t row, uint32_t rows, uint64_t stride, const Rounded &x, uint32_t batch, float *out) {
    Decoded decoded{};
    alignas(64) float sums[most_batch * row_tile * 8];
    std::fill(sums, sums + uint64_t(batch) * row_tile * 8, 0.0f);
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data) + row * stride;
    constexpr uint64_t chunk_bytes = rounded_chunk / Format::values * Format::bytes;
    uint64_t chunk = 0, chunks = rounded_chunks(weight.columns);
    for (uint64_t column = 0; column < weight.columns; column += rounded_chunk, chunk++, blocks += chunk_bytes) {
        int count = groups_at(weight.columns, column);
        if (Format::has_minimum && count < int(groups)) decoded = {};
        for (uint32_t r = 0; r < rows; r++) decode_chunk<Format>(blocks + r * stride, count, decoded, r);
        Activations all{x.values + column, chunks * rounded_chunk, x.sums + chunk * groups, chunks * groups, x.scales + chunk, chunks};
        uint32_t b = 0;
        for (; b + batch_tile <= batch; b += batch_tile) add_tile<Format, batch_tile>(decoded, all.from(b), count, sums + uint64_t(b) * row_tile * 8);
        for (; b + 2 <= batch; b += 2) add_tile<Format, 2>(decoded, all.from(b), count, sums + uint64_t(b) * row_tile * 8);
        if (b < batch) add_tile<Format, 1>(decoded, all.from(b), count, sums + uint64_t(b) * row_tile * 8);
    }
    for (uint32_t b = 0; b < batch; b++) {
        for (uint32_t r = 0; r < rows; r++) out[b * weight.rows + row + r] = Isa::sum(Isa::load(sums + (uint64_t(b) * row_tile + r) * 8));
    }
}

template <class Format>
SNCUDA_TARGET void matmul_of(const Weight &weight, uint64_t begin, uint64_t end, const Rounded &x, uint32_t batch, float *out) {
    uint64_t stride = weight.columns / Format::values * Format::bytes;
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data);
    uint64_t row = begin;
    if (batch > 1) {
        for (; row < end; row += row_tile) {
            matmul_rows<Format>(weight, row, uint32_t(std::min<uint64_t>(row_tile, end - row)), stride, x, batch, out);
        }
        return;
    }
    for (; row < end; row++) out[row] = row_product<Format>(blocks + row * stride, weight.columns, x);
}

inline void matmul(const Weight &weight, uint64_t begin, uint64_t end, const Rounded &x, uint32_t batch, float *out) {
    switch (weight.type) {
    case WeightType::q8_0: return matmul_of<Q8_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_0: return matmul_of<Q4_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_1: return matmul_of<Q4_1>(weight, begin, end, x, batch, out);
    case WeightType::q5_0: return matmul_of<Q5_0>(weight, begin, end, x, batch, out);
    case WeightType::q5_1: return matmul_of<Q5_1>(weight, begin, end, x, batch, out);
    case WeightType::q4_k: return matmul_of<Q4_K>(weight, begin, end, x, batch, out);
    case WeightType::q5_k: return matmul_of<Q5_K>(weight, begin, end, x, batch, out);
    case WeightType::q6_k: return matmul_of<Q6_K>(weight, begin, end, x, batch, out);
    case WeightType::f32:
    case WeightType::f16:
    case WeightType::bf16:
    default: return; // not rounded
    }
}

// Rounds one chunk of `count` values, zeros behind them.
SNCUDA_TARGET inline void round_chunk(const float *x, uint64_t count, int16_t *values, float &scale, int32_t *sums) {
    alignas(32) float padded[rounded_chunk];
    if (count < rounded_chunk) {
        std::fill(std::copy(x, x + count, padded), padded + rounded_chunk, 0.0f);
        x = padded;
    }
    // Magnitudes are ordered as their bits are; what is not finite is above all that is.
    uint32_t bits[rounded_chunk], largest = 0;
    std::memcpy(bits, x, sizeof bits);
    for (uint32_t b : bits) largest = std::max(largest, b & 0x7fffffff);
    float magnitude;
    std::memcpy(&magnitude, &largest, 4);
    constexpr uint32_t infinite = 0x7f800000, not_a_number = 0x7fc00000, smallest = 0x0d800000; // 2^-100
    if (largest >= infinite || largest < smallest) {
        std::memset(values, 0, rounded_chunk * sizeof *values);
        std::fill(sums, sums + groups, 0);
        scale = 0;
        if (largest >= infinite) std::memcpy(&scale, &not_a_number, 4);
        return;
    }
    scale = magnitude / rounded_most;
    float factor = rounded_most / magnitude;
    for (uint64_t g = 0; g < groups; g++) {
        // To the nearest, ties to even: 1.5 * 2^23 leaves no room for a fraction.
        int32_t rounded[group_values], sum = 0;
        for (uint64_t i = 0; i < group_values; i++) {
            float shifted = x[g * group_values + i] * factor + 12582912.0f;
            std::memcpy(&rounded[i], &shifted, 4);
            rounded[i] -= 0x4b400000;
        }
        for (int32_t one : rounded) sum += one;
        sums[g] = sum;
        int16_t *to = values + g * group_values;
        for (uint64_t i = 0; i < group_values / 2; i++) {
            to[i] = int16_t(rounded[2 * i]);
            to[16 + i] = int16_t(rounded[2 * i + 1]);
        }
    }
}

SNCUDA_TARGET inline void round_row(const float *x, uint64_t columns, int16_t *values, float *scales, int32_t *sums) {
    for (uint64_t column = 0, chunk = 0; column < columns; column += rounded_chunk, chunk++) {
        round_chunk(x + column, std::min(rounded_chunk, columns - column), values + column, scales[chunk], sums + chunk * groups);
    }
}

} // namespace SNCUDA_ISA
} // namespace sncuda
