// Common parts of the kernels for prompts: activations as 16-bit floats, and weights on their way into a tile of 128
// rows in shared memory, where they are 16-bit floats too. 256 threads bring a tile, two threads a row, 32 columns (a
// group) at a time: each thread 16 values, which are two lines of 16 bytes of the four that a row's group has.
#pragma once
#include "gpu/kernels/mma.h"
#include "gpu/kernels/grouped_matmul.h"

namespace sncuda::kernels {

constexpr uint32_t prompt_threads = 256, tile_rows = 128, group_columns = 32, group_lines = 4;

// Beside weights in bfloat16, whose range no half has, activations are bfloat16 too, and what its few bits leave of them
// is a second plane of activations.
SNCUDA_BOTH constexpr uint32_t planes_for(WeightType type) {
    return type == WeightType::bf16 ? 2 : 1;
}

__host__ __device__ inline uint32_t padded(uint32_t columns) {
    return parts(columns, group_columns) * group_columns;
}

// Activations as 16-bit floats, [plane][row][padded(columns)], and what each row's products are to be multiplied with.
struct Prepared {
    const float *scales;
    const uint16_t *values;
};

// Product of a launch: what is multiplied, and by what; where sums of only a part of the columns go before they are
// added up.
struct PromptProduct {
    GroupedMatmul grouped;
    Prepared x;
    uint32_t batch;
    uint32_t parts, steps; // how many parts, of so many steps of a kernel's own each
    float *partial;        // [part] as the results, one behind the other; none for one part
};

// A row of weights; rows beyond the last are the last again.
struct Row {
    const uint8_t *words; // where it begins
    uint64_t groups;      // how many groups of blocks are before it
};

template <WeightType T> __device__ Row row_of(const Matrix &m, uint32_t row) {
    row = min(row, m.rows - 1);
    if constexpr (!has_blocks(T)) return {m.data + uint64_t(row) * m.columns * 2, 0};
    uint64_t before = uint64_t(row) * (m.columns / group_columns);
    return {m.data + before * (word_bytes(T) * 4), before};
}

// Half of a row's group, as it lies in memory.
struct Raw {
    uint32_t words[8];
};

template <WeightType T> __device__ Raw fetch(const Matrix &m, const Row &row, uint32_t group, uint32_t half) {
    Raw raw{};
    if constexpr (has_blocks(T)) {
        WordPlace place = word_place(T, m.columns / group_columns, group);
        const uint8_t *from = row.words + place.first;
        for (uint32_t i = 0; i < 2; i++) {
            const uint8_t *word = from + (2 * half + i) * place.step;
            raw.words[2 * i] = load<uint32_t>(word);
            if (T == WeightType::q8_0) raw.words[2 * i + 1] = load<uint32_t>(word + 4);
        }
        return raw;
    }
    uint32_t first = group * group_columns + half * 16;
    const uint8_t *from = row.words + first * 2;
    if (m.columns % 8 == 0 && first + 16 <= m.columns) {
        for (uint32_t i = 0; i < 2; i++) {
            uint4 line = load<uint4>(from + 16 * i);
            raw.words[4 * i] = line.x, raw.words[4 * i + 1] = line.y, raw.words[4 * i + 2] = line.z, raw.words[4 * i + 3] = line.w;
        }
        return raw;
    }
    for (uint32_t i = 0; i < 16; i++) {
        if (first + i < m.columns) raw.words[i / 2] |= uint32_t(load<uint16_t>(from + 2 * i)) << (i % 2 * 16);
    }
    return raw;
}

// Halves of two groups, the first of which has an even number; they lie in one piece where their unit is whole.
template <WeightType T> __device__ void fetch_two(const Matrix &m, const Row &row, uint32_t group, uint32_t half, Raw raw[2]) {
    uint32_t groups = m.columns / group_columns;
    WordPlace place = word_place(T, groups, group);
    if (word_place(T, groups, group + 1).step != 16) {
        for (uint32_t g = 0; g < 2; g++) raw[g] = fetch<T>(m, row, group + g, half);
        return;
    }
    const uint8_t *from = row.words + place.first + 2 * half * 16;
    for (uint32_t i = 0; i < 2; i++) {
        if constexpr (T == WeightType::q8_0) {
            uint4 words = load<uint4>(from + 16 * i);
            raw[0].words[2 * i] = words.x, raw[0].words[2 * i + 1] = words.y;
            raw[1].words[2 * i] = words.z, raw[1].words[2 * i + 1] = words.w;
        } else {
            uint2 words = load<uint2>(from + 16 * i);
            raw[0].words[2 * i] = words.x, raw[1].words[2 * i] = words.y;
        }
    }
}

// Two of a row's lines, which are to lie at line_place<T>(half, 0) and (half, 1).
struct Lines {
    uint4 line[2];
};

template <WeightType T> __device__ uint32_t line_place(uint32_t half, uint32_t i) {
    return has_blocks(T) ? i * 2 + half : half * 2 + i;
}

template <WeightType T> __device__ Lines decoded(const Matrix &m, const Row &row, uint32_t group, uint32_t half, const Raw &raw) {
    const uint32_t *w = raw.words;
    if constexpr (!has_blocks(T)) return {{make_uint4(w[0], w[1], w[2], w[3]), make_uint4(w[4], w[5], w[6], w[7])}};
    uint64_t of_all = row.groups + group;
    Scales scales = scales_of<T>(m, of_all);
    uint32_t low[4], high[4];
    for (uint32_t i = 0; i < 2; i++) {
        Numbers numbers = numbers_of<T>(m, of_all, 2 * half + i, w[2 * i], w[2 * i + 1]);
        float a[4], b[4];
        for (int k = 0; k < 4; k++) {
            a[k] = fmaf(scales.low, number<T>(numbers.low, k), scales.plus);
            b[k] = fmaf(scales.high, number<T>(numbers.high, k), scales.plus);
        }
        for (int k = 0; k < 2; k++) {
            low[2 * i + k] = pair_of_halves(a[2 * k], a[2 * k + 1]);
            high[2 * i + k] = pair_of_halves(b[2 * k], b[2 * k + 1]);
        }
    }
    return {{make_uint4(low[0], low[1], low[2], low[3]), make_uint4(high[0], high[1], high[2], high[3])}};
}

// Place for the sums of a matrix: results, or those of a part of the columns.
struct Results {
    float *to;
    const float *scales; // null for a part
    uint32_t rows, batch;

    __device__ Results(const PromptProduct &p, uint32_t which, uint32_t part) : rows(p.grouped.matrix[which].rows), batch(p.batch) {
        const GroupedMatmul &s = p.grouped;
        bool whole = p.parts == 1;
        to = whole ? s.out[which] : p.partial + (part * rows_before(s, s.count) + rows_before(s, which)) * batch;
        scales = whole ? p.x.scales : nullptr;
    }

    // The four that a lane has of an mma: of this row and token, the next token, and both 8 rows further.
    __device__ __forceinline__ void store(uint32_t row, uint32_t token, const float *sums) const {
        SNCUDA_UNROLL()
        for (uint32_t next = 0; next < 2; next++) {
            if (token + next >= batch) return;
            float scale = scales ? scales[token + next] : 1;
            float *place = to + uint64_t(token + next) * rows + row;
            if (row < rows) place[0] = sums[next] * scale;
            if (row + 8 < rows) place[8] = sums[2 + next] * scale;
        }
    }
};

} // namespace sncuda::kernels
