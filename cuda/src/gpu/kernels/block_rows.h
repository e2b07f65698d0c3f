// Products of rows whose weights have blocks: what a warp adds to the sums of a few rows.
#pragma once
#include "gpu/launch/launch.h"
#include "gpu/kernels/weights.h"

namespace sncuda::kernels {

// Columns that a warp takes at a time, where there are blocks: 16 bytes a lane.
SNCUDA_BOTH constexpr uint32_t columns_of_warp(WeightType type) {
    return warp / 4 * together(type) * 32;
}

__device__ inline float4 four_at(const float *from) {
    return *reinterpret_cast<const float4 *>(from);
}

__device__ inline float fma4(const float numbers[4], const float4 &x, float sum) {
    return fmaf(numbers[3], x.w, fmaf(numbers[2], x.z, fmaf(numbers[1], x.y, fmaf(numbers[0], x.x, sum))));
}

// Numbers become floats without an instruction of their own: bits that are below 2^24 are, read as those of a float,
// so many times 2^-149, also where they are one number's and stand further up. The activations take that back: each
// is multiplied by 2^64, and divided by 2^place for the number that it meets. So a sum of products is 2^-85 of what
// it should be. Activations may be as large as 2^60, and what is below 2^-60 of a sum is lost.
constexpr float scaled_by = 2.5849394142282115e-26f, unscaled_by = 3.8685626227668134e25f; // 2^-85, 2^85

SNCUDA_BOTH constexpr bool has_nibbles(WeightType type) {
    return type == WeightType::q4_0 || type == WeightType::q4_1 || type == WeightType::q4_k;
}

// Place of number i of a word. The last one's byte is shifted down, to be below bit 24.
SNCUDA_BOTH constexpr uint32_t place_of(WeightType type, uint32_t i, bool high) {
    return i == 3 ? 0 : 8 * i + (has_nibbles(type) && high ? 4 : 0);
}

// The last low nibble comes as a byte, with 16 times the high one; the high one's activation takes that back.
template <WeightType T> __device__ __forceinline__ float scaled_number(uint32_t word, uint32_t i, bool high) {
    if (i == 3) return __uint_as_float(word >> (has_nibbles(T) && high ? 28 : 24));
    return __uint_as_float(word & (has_nibbles(T) ? 15u : 255u) << place_of(T, i, high));
}

template <WeightType T> __device__ float4 scaled(const float4 &x, bool high) {
    auto factor = [&](uint32_t i) { return __uint_as_float((127 + 64 - place_of(T, i, high)) << 23); };
    return {x.x * factor(0), x.y * factor(1), x.z * factor(2), x.w * factor(3)};
}

// The sum of products of four numbers.
template <WeightType T> __device__ float scaled_sum(uint32_t word, bool high, const float4 &x, float sum) {
    const float numbers[4] = {scaled_number<T>(word, 0, high), scaled_number<T>(word, 1, high), scaled_number<T>(word, 2, high),
                              scaled_number<T>(word, 3, high)};
    return fma4(numbers, x, sum);
}

// Activations that meet a lane's part of a unit, and the sums of group t's: of 6-bit numbers two, of those that meet
// low and high numbers. All scaled.
template <WeightType T> struct Activations {
    float4 low[together(T)], high[together(T)];
    float sums[2];
};

__device__ inline float sum_of(const float4 &x) {
    return x.x + x.y + x.z + x.w;
}

// The sum over the four lanes of a unit.
__device__ inline float sum_of_four(float value) {
    value += __shfl_xor_sync(all_lanes, value, 1);
    return value + __shfl_xor_sync(all_lanes, value, 2);
}

template <WeightType T> __device__ Activations<T> activations_at(const float *x, uint32_t t) {
    Activations<T> all{};
    for (uint32_t g = 0; g < together(T); g++) {
        all.low[g] = four_at(x + g * 32 + t * 4);
        all.high[g] = four_at(x + g * 32 + 16 + t * 4);
    }
    for (uint32_t g = 0; g < together(T); g++) {
        float low = sum_of(all.low[g]), high = sum_of(all.high[g]);
        bool two = T == WeightType::q6_k;
        float first = sum_of_four(two ? low : low + high), second = two ? sum_of_four(high) : 0;
        if (g == t) all.sums[0] = first * scaled_by, all.sums[1] = second * scaled_by;
        all.low[g] = scaled<T>(all.low[g], false);
        all.high[g] = scaled<T>(all.high[g], true);
        if (has_nibbles(T)) all.high[g].w = fmaf(-16, all.low[g].w, all.high[g].w);
    }
    return all;
}

// A lane's part of a unit, which is groups that stand together: its words, and the scales of group t.
template <WeightType T> struct Part {
    uint4 words, scales;
    uint2 bits[together(T)];
};

template <WeightType T> __device__ void read_bits(const Matrix &m, uint32_t group, uint2 bits[together(T)]) {
    if constexpr (T == WeightType::q5_k || T == WeightType::q6_k) {
        uint4 all[bit_bytes(T) / 4];
        for (uint32_t i = 0; i < bit_bytes(T) / 4; i++) all[i] = load<uint4>(m.data + m.planes.bits + (group * bit_bytes(T) + 16 * i));
        if constexpr (T == WeightType::q5_k) {
            bits[0] = {all[0].x, 0}, bits[1] = {all[0].y, 0}, bits[2] = {all[0].z, 0}, bits[3] = {all[0].w, 0};
        } else {
            for (uint32_t i = 0; i < 2; i++) bits[2 * i] = {all[i].x, all[i].y}, bits[2 * i + 1] = {all[i].z, all[i].w};
        }
    } else {
        for (uint32_t g = 0; g < together(T); g++) bits[g] = bits_of<T>(m, group + g);
    }
}

// `before` groups are before the row, `unit` units before this one.
template <WeightType T> __device__ Part<T> part_at(const Matrix &m, uint32_t before, uint32_t unit, uint32_t t) {
    constexpr uint32_t few = together(T);
    uint32_t group = before + unit * few;
    Part<T> part;
    part.words = load_once<uint4>(m.data + (before * (word_bytes(T) * 4) + unit * 64 + t * 16));
    part.scales = packed_scales<T>(m, group + t % few);
    read_bits<T>(m, group, part.bits);
    return part;
}

// The scaled sum with what a part adds to it.
template <WeightType T> __device__ float with_part(const Part<T> &part, const Activations<T> &x, uint32_t lane, float total) {
    constexpr uint32_t few = together(T);
    uint32_t t = lane % 4;
    Scales mine = unpacked<T>(part.scales, lane % 8);
    // What is added to each number of the group, and what the numbers are too large by.
    auto offset = [&](float scale) { return too_large(T) == 0 ? mine.plus : -float(too_large(T)) * scale; };
    total = fmaf(offset(mine.low), x.sums[0], total);
    if constexpr (T == WeightType::q6_k) total = fmaf(offset(mine.high), x.sums[1], total);
    const uint32_t words[4] = {part.words.x, part.words.y, part.words.z, part.words.w};
    for (uint32_t g = 0; g < few; g++) {
        Numbers numbers{words[g], words[g]};
        if constexpr (!has_nibbles(T)) numbers = numbers_of<T>(part.bits[g], t, few == 2 ? words[2 * g] : words[g], few == 2 ? words[2 * g + 1] : 0);
        int from = int(lane - t + g);
        float scale = __shfl_sync(all_lanes, mine.low, from), sum = scaled_sum<T>(numbers.low, false, x.low[g], 0);
        if constexpr (T == WeightType::q6_k) {
            total = fmaf(scale, sum, total);
            scale = __shfl_sync(all_lanes, mine.high, from), sum = 0;
        }
        sum = scaled_sum<T>(numbers.high, true, x.high[g], sum);
        total = fmaf(scale, sum, total);
    }
    return total;
}

// A few rows are read, then added; other warps' reads are under way meanwhile. So their registers shall leave room for 16
// warps on a multiprocessor.
SNCUDA_BOTH constexpr uint32_t rows_read_at_once(WeightType type) {
    return type == WeightType::q8_0 ? 8 : 4;
}

// Adds to a lane's parts of the scaled sums of `rows` rows, `stride` apart: of the units of `share` among 2^split. Rows
// beyond the last are the last again. Groups behind the units that a whole warp can take are left out.
template <WeightType T> __device__ void add_units(const Matrix &m, const float *x, uint32_t rows, uint32_t share, uint32_t split, float *to, uint32_t stride) {
    constexpr uint32_t step = warp / 4; // units that a warp takes at a time
    constexpr uint32_t at_once = rows_read_at_once(T);
    uint32_t lane = threadIdx.x % warp, t = lane % 4, groups = m.columns / 32, whole = groups / together(T) / step * step;
    SNCUDA_UNROLL(1)
    for (uint32_t first = share * step; first < whole; first += step << split) {
        uint32_t unit = first + lane / 4;
        Activations<T> activations;
        SNCUDA_UNROLL(1)
        for (uint32_t r = 0; r < rows; r += at_once) {
            Part<T> parts[at_once];
            SNCUDA_UNROLL()
            for (uint32_t i = 0; i < at_once; i++) parts[i] = part_at<T>(m, min(r + i, m.rows - 1) * groups, unit, t);
            if (r == 0) activations = activations_at<T>(x + unit * (together(T) * 32), t);
            SNCUDA_UNROLL()
            for (uint32_t i = 0; i < at_once; i++) {
                to[(r + i) * stride] = with_part<T>(parts[i], activations, lane, to[(r + i) * stride]);
            }
        }
    }
}

// The part of the sum that add_units leaves out, one word a lane.
template <WeightType T> __device__ float rest_of_sum(const Matrix &m, const float *x, uint32_t row, uint32_t share, uint32_t split) {
    uint32_t lane = threadIdx.x % warp, t = lane % 4, groups = m.columns / 32, step = warp / 4, taken = together(T) * step;
    float sum = 0;
    SNCUDA_UNROLL(1)
    for (uint32_t group = groups / taken * taken + share * step + lane / 4; group < groups; group += step << split) {
        float low[4], high[4];
        values_of<T>(m, row, group, t, low, high);
        sum += fma4(high, four_at(x + group * 32 + 16 + t * 4), fma4(low, four_at(x + group * 32 + t * 4), 0));
    }
    return sum;
}

} // namespace sncuda::kernels
