// Products of quantised weights and rounded activations, written once for every instruction set. Who includes this
// defines SNCUDA_ISA, the namespace for it, SNCUDA_TARGET, what its functions are compiled for, and in the namespace
// the structs Isa (sums of eight integers of 32 bits, eight floats, and wide vectors, which have as much for several rows
// of weights) and Pairs (32 integers of 16 bits: two groups' of the same parity).
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

constexpr uint64_t group_values = 32, groups = rounded_chunk / group_values;

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_activations.h"
#include "cpu/rounded_formats.h"

namespace sncuda {
namespace SNCUDA_ISA {

// Rows that a wide vector has products of, wide vectors of rows and activations that are computed with at a time: as
// many sums as there are registers for.
constexpr uint32_t rows_together = Isa::rows_together, tiles = 4;
constexpr uint32_t row_tile = tiles * rows_together, most_batch = 128;

template <class Format> constexpr uint32_t batch_tile = is_large<Format> ? Isa::batch_tile : Isa::small_batch_tile;

using Integers = Isa::Integers; // 8 integers of 32 bits
using Floats = Isa::Floats;     // 8 floats
// The same for several rows.
using WideWords = Isa::WideWords;
using WideSums = Isa::WideSums;
using WideFloats = Isa::WideFloats;

// One activation's chunk: its integers, for each group their sum, and lanes of sums for what is centred.
struct Chunk {
    const int16_t *values;
    const int32_t *sums, *lanes;
};

// Products of pair p in lanes.
template <class Format> SNCUDA_INLINED Pairs::Integers products_of(Pair weights, int p, Chunk x) {
    // Less the centre times what it is multiplied by. There are lanes of eighths.
    Pairs::Integers begin = Pairs::zero();
    if constexpr (Format::centre == 8) begin = Pairs::load(x.lanes + 16 * p);
    if constexpr (Format::centre == 16) begin = Pairs::template shift_left32<1>(Pairs::load(x.lanes + 16 * p));
    if constexpr (Format::centre == 32) begin = Pairs::template shift_left32<2>(Pairs::load(x.lanes + 16 * p));
    auto sums = Pairs::add_products(Pairs::sums(begin), weights.even, Pairs::load(x.values + 64 * p));
    return Pairs::in_lanes(Pairs::add_products(sums, weights.odd, Pairs::load(x.values + 64 * p + 32)));
}

template <class Format, int p = 0> SNCUDA_INLINED Pairs::Integers add_pairs(const uint8_t *in, const Shared &shared, Chunk x, Pairs::Integers sum) {
    if constexpr (p < int(groups / 2)) {
        Pairs::Integers products = products_of<Format>(Format::template pair<p>(in), p, x), scales;
        if constexpr (Format::halves) {
            scales = Pairs::integer_halves(shared.scales + 4 * p);
        } else {
            scales = Pairs::integers_each(shared.scales + 2 * p);
        }
        return add_pairs<Format, p + 1>(in, shared, x, Pairs::add(sum, Pairs::multiply32(products, scales)));
    }
    return sum;
}

// Float scales of small blocks, and their minima.
template <class Format> SNCUDA_INLINED void small_scales(const uint8_t *in, int count, float (&scales)[groups]) {
    if (count == int(groups)) return Isa::template eight_halves<Format::bytes>(in, scales);
    for (int g = 0; g < int(groups); g++) scales[g] = g < count ? Isa::half(half_bits(in + g * Format::bytes)) : 0;
}

// A row's chunk of `count` groups times an activation's, without the activation's scale.
template <class Format> SNCUDA_INLINED Floats chunk_of_row(const uint8_t *in, int count, Chunk x) {
    if constexpr (is_large<Format>) {
        Shared shared;
        Format::prepare(in, shared);
        Integers sum = Pairs::sum(add_pairs<Format>(in, shared, x, Pairs::zero()));
        Floats result = Isa::multiply(Isa::as_floats(sum), Isa::floats(shared.scale));
        if constexpr (Format::has_minimum) result = Isa::multiply_add(Isa::as_floats(Isa::load(x.sums)), Isa::load(shared.minima), result);
        return result;
    } else {
        Floats result = Isa::floats(0);
        float scales[groups], minima[groups];
        small_scales<Format>(in, count, scales);
        if constexpr (Format::has_minimum) small_scales<Format>(in + 2, count, minima);
        for (int g = 0; g < count; g += 2) {
            // Behind the last group are zeros.
            const uint8_t *first = in + g * Format::bytes, *last = g + 1 < count ? first + Format::bytes : first;
            Pairs::Integers products = products_of<Format>(Format::pair(first, last), g / 2, x);
            result = Isa::multiply_add(Pairs::first_floats(products), Isa::floats(scales[g]), result);
            result = Isa::multiply_add(Pairs::last_floats(products), Isa::floats(scales[g + 1]), result);
        }
        if constexpr (Format::has_minimum) result = Isa::multiply_add(Isa::as_floats(Isa::load(x.sums)), Isa::load(minima), result);
        return result;
    }
}

SNCUDA_INLINED int groups_at(uint64_t columns, uint64_t column) {
    return int(std::min(rounded_chunk, columns - column) / group_values);
}

// Distance of fetched weights ahead of the products: memory is what a single activation waits for.
constexpr uint64_t ahead = 12288;

// One row against one activation, decoded in registers. Rows come one after the other, as they lie in memory.
template <class Format>
SNCUDA_TARGET inline float row_product(const uint8_t *blocks, uint64_t columns, const Rounded &x) {
    Floats sums = Isa::floats(0);
    constexpr uint64_t chunk_bytes = rounded_chunk / Format::values * Format::bytes;
    uint64_t chunk = 0;
    for (uint64_t column = 0; column < columns; column += rounded_chunk, chunk++, blocks += chunk_bytes) {
        for (uint64_t line = 0; line < chunk_bytes; line += 64) Isa::prefetch(blocks + ahead + line);
        Chunk values{x.values + column, x.sums + chunk * groups, x.lanes + chunk * rounded_lanes};
        // A constant where the loop over the groups can be unrolled.
        int count = is_large<Format> ? int(groups) : groups_at(columns, column);
        Floats part = count == int(groups) ? chunk_of_row<Format>(blocks, int(groups), values) : chunk_of_row<Format>(blocks, count, values);
        sums = Isa::multiply_add(part, Isa::floats(x.scales[chunk]), sums);
    }
    return Isa::sum(sums);
}

// Chunks of `row_tile` rows, decoded for several activations, a vector's rows one behind the other: the words of each
// group of the same parity where activations have theirs. The scales of large blocks are in their values.
struct Decoded {
    alignas(64) int16_t values[tiles][2 * groups][rows_together][16];
    alignas(64) float scales[tiles][groups][rows_together][8]; // all eight the same; of large blocks, the first group's
    alignas(64) float minima[tiles][rows_together][groups];
};

// Where a row is stored.
struct Place {
    Decoded &to;
    uint32_t tile, row;

    SNCUDA_INLINED void store(int p, Pair pair) const {
        Pairs::store_each(to.values[tile][4 * p][row], to.values[tile][4 * p + 1][row], pair.even);
        Pairs::store_each(to.values[tile][4 * p + 2][row], to.values[tile][4 * p + 3][row], pair.odd);
    }
    SNCUDA_INLINED void set_scale(int g, float scale) const { Isa::store(to.scales[tile][g][row], Isa::floats(scale)); }
};

template <class Format> SNCUDA_INLINED Pair centred(Pair pair) {
    if constexpr (Format::centre == 0) return pair;
    return {Pairs::subtract(pair.even, Pairs::words(Format::centre)), Pairs::subtract(pair.odd, Pairs::words(Format::centre))};
}

template <class Format, int p> SNCUDA_INLINED void decode_pairs(const uint8_t *in, const Shared &shared, Place place) {
    if constexpr (p < int(groups / 2)) {
        Pair pair = centred<Format>(Format::template pair<p>(in));
        Pairs::Words scales;
        if constexpr (Format::halves) {
            scales = Pairs::word_halves(shared.scales + 4 * p);
        } else {
            scales = Pairs::words_each(shared.scales + 2 * p);
        }
        place.store(p, {Pairs::multiply16(pair.even, scales), Pairs::multiply16(pair.odd, scales)});
        decode_pairs<Format, p + 1>(in, shared, place);
    }
}

template <class Format> SNCUDA_TARGET inline void decode_chunk(const uint8_t *in, int count, Decoded &to, uint32_t index) {
    Place place{to, index / rows_together, index % rows_together};
    if constexpr (is_large<Format>) {
        Shared shared;
        Format::prepare(in, shared);
        decode_pairs<Format, 0>(in, shared, place);
        place.set_scale(0, shared.scale);
        if constexpr (Format::has_minimum) std::memcpy(to.minima[place.tile][place.row], shared.minima, sizeof shared.minima);
    } else {
        float scales[groups];
        small_scales<Format>(in, count, scales);
        for (int g = 0; g < count; g++) place.set_scale(g, scales[g]);
        if constexpr (Format::has_minimum) small_scales<Format>(in + 2, count, to.minima[place.tile][place.row]);
        for (int g = 0; g < count; g += 2) {
            const uint8_t *first = in + g * Format::bytes, *last = g + 1 < count ? first + Format::bytes : first;
            place.store(g / 2, centred<Format>(Format::pair(first, last)));
        }
    }
}

// Several activations' chunk, one behind the other.
struct Activations {
    const int16_t *values;
    const int32_t *group_sums;
    const float *scales;

    SNCUDA_INLINED Activations from(uint32_t b) const { return {values + b * rounded_chunk, group_sums + b * groups, scales + b}; }
};

// Adds the products of decoded rows and `Batch` activations to the sums before, [activation][row][lane].
template <class Format, int Batch>
SNCUDA_TARGET inline void add_tile(const Decoded &rows, Activations x, int count, const float *before, float *sums) {
    WideFloats parts[tiles * Batch];
    if constexpr (is_large<Format>) {
        WideSums products[tiles * Batch];
        SNCUDA_UNROLL
        for (uint32_t i = 0; i < tiles * Batch; i++) products[i] = Isa::no_wide_sums();
        for (uint64_t i = 0; i < 2 * groups; i++) {
            WideWords values[Batch];
            SNCUDA_UNROLL
            for (int b = 0; b < Batch; b++) values[b] = Isa::keep(Isa::to_each(x.values + b * rounded_chunk + 16 * i));
            SNCUDA_UNROLL
            for (uint32_t r = 0; r < tiles; r++) {
                auto row = Isa::operand(rows.values[r][i][0]);
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
            const int even_place = rounded_place(g, false), odd_place = rounded_place(g, true);
            SNCUDA_UNROLL
            for (uint32_t r = 0; r < tiles; r++) {
                WideWords even = Isa::keep(Isa::load_wide(rows.values[r][even_place / 16][0])), odd = Isa::keep(Isa::load_wide(rows.values[r][odd_place / 16][0]));
                WideFloats scale = Isa::load_wide(rows.scales[r][g][0]);
                SNCUDA_UNROLL
                for (int b = 0; b < Batch; b++) {
                    const int16_t *values = x.values + b * rounded_chunk;
                    WideSums products = Isa::add_products(Isa::no_wide_sums(), even, Isa::to_each(values + even_place));
                    products = Isa::add_products(products, odd, Isa::to_each(values + odd_place));
                    parts[r * Batch + b] = Isa::multiply_add(Isa::as_floats(Isa::in_lanes(products)), scale, parts[r * Batch + b]);
                }
            }
        }
    }
    SNCUDA_UNROLL
    for (uint32_t i = 0; i < tiles * Batch; i++) {
        uint32_t b = i % Batch, r = i / Batch;
        if constexpr (Format::has_minimum) {
            parts[i] = Isa::multiply_add(Isa::as_floats(Isa::to_each(x.group_sums + b * groups)), Isa::load_wide(rows.minima[r][0]), parts[i]);
        }
        const uint32_t at = (b * tiles + r) * rows_together * 8;
        Isa::store(sums + at, Isa::multiply_add(parts[i], Isa::wide_floats(x.scales[b]), Isa::load_wide(before + at)));
    }
}

// Up to `row_tile` rows against several activations.
template <class Format>
SNCUDA_TARGET inline void matmul_rows(const Weight &weight, uint64_t row, uint32_t rows, uint64_t stride, const Rounded &x, uint32_t batch, float *out) {
    constexpr uint32_t each = row_tile * 8, batch_tile = SNCUDA_ISA::batch_tile<Format>; // sums of an activation, and activations
    alignas(64) static constexpr float zeros[batch_tile * each] = {};
    alignas(64) float sums[most_batch * each];
    Decoded decoded;
    // What is not decoded is not looked at; but it is added.
    if (rows < row_tile) std::memset(&decoded, 0, sizeof decoded);
    auto *row_begin = reinterpret_cast<const uint8_t *>(weight.data) + row * stride, *blocks = row_begin;
    constexpr uint64_t chunk_bytes = rounded_chunk / Format::values * Format::bytes;
    Activations all{x.values, x.sums, x.scales};
    for (uint64_t column = 0; column < weight.columns; column += rounded_chunk, blocks += chunk_bytes, all = all.from(batch)) {
        int count = groups_at(weight.columns, column);
        // Of what comes next: the next chunk, or the next rows' first one.
        const uint8_t *next = column + rounded_chunk < weight.columns ? blocks + chunk_bytes : row_begin + row_tile * stride;
        for (uint32_t r = 0; r < rows; r++) {
            for (uint64_t line = 0; line < chunk_bytes; line += 64) Isa::prefetch(next + r * stride + line);
            decode_chunk<Format>(blocks + r * stride, count, decoded, r);
        }
        uint32_t b = 0;
        for (; b + batch_tile <= batch; b += batch_tile) add_tile<Format, batch_tile>(decoded, all.from(b), count, column == 0 ? zeros : sums + b * each, sums + b * each);
        for (; b + 2 <= batch; b += 2) add_tile<Format, 2>(decoded, all.from(b), count, column == 0 ? zeros : sums + b * each, sums + b * each);
        if (b < batch) add_tile<Format, 1>(decoded, all.from(b), count, column == 0 ? zeros : sums + b * each, sums + b * each);
    }
    for (uint32_t b = 0; b < batch; b++) {
        float *to = out + b * weight.rows + row, totals[row_tile];
        for (uint32_t r = 0; r < row_tile; r += 4) Isa::sums_of_four(sums + b * each + r * 8, totals + r);
        if (rows == row_tile) {
            std::memcpy(to, totals, sizeof totals);
        } else {
            std::copy(totals, totals + rows, to);
        }
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

} // namespace SNCUDA_ISA
} // namespace sncuda
