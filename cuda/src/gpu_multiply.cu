// Products of matrices with single rows of activations, for making tokens: what takes the time is reading the
// weights, each once, a line of 512 bytes a warp. A warp makes the sums of two rows at a time, so that an activation
// that was read serves both.
#include "gpu_several.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 128, warps = block_size / warp;

// Rows that a warp takes at a time: activations that were read serve all of them.
SNCUDA_BOTH constexpr uint32_t rows_of_warp(WeightType type) {
    return has_blocks(type) ? 8 : 2;
}

SNCUDA_BOTH constexpr uint32_t log2_of(uint32_t value) {
    return value == 1 ? 0 : 1 + log2_of(value / 2);
}

// How many columns a warp takes at a time, where there are blocks: 16 bytes a lane.
SNCUDA_BOTH constexpr uint32_t columns_of_warp(WeightType type) {
    return warp / 4 * together(type) * 32;
}

struct Rows {
    Several several;
    uint32_t split; // 2^split warps share the columns of the same rows
    const float *x;
    bool gated; // matrix 0 is the gate, 1 what it lets through; one result, in out[0]
    Activation activation;
};

__device__ float4 four_at(const float *from) {
    return __ldg(reinterpret_cast<const float4 *>(from));
}

__device__ float fma4(const float numbers[4], const float4 &x, float sum) {
    return fmaf(numbers[3], x.w, fmaf(numbers[2], x.z, fmaf(numbers[1], x.y, fmaf(numbers[0], x.x, sum))));
}

// How numbers become floats without an instruction of their own: bits that are below 2^24 are, read as those of a float,
// so many times 2^-149, also where they are one number's and stand further up. The activations take that back: each is
// multiplied by 2^64, and divided by 2^place for the number that it meets. So a sum of products is 2^-85 of what it
// should be. Activations may be as large as 2^60, and what is below 2^-60 of a sum is lost.
constexpr float scaled_by = 2.5849394142282115e-26f, unscaled_by = 3.8685626227668134e25f; // 2^-85, 2^85

SNCUDA_BOTH constexpr bool has_nibbles(WeightType type) {
    return type == WeightType::q4_0 || type == WeightType::q4_1 || type == WeightType::q4_k;
}

// Where number i of a word stands. The last one's byte is shifted down, to be below bit 24.
SNCUDA_BOTH constexpr uint32_t place_of(WeightType type, uint32_t i, bool high) {
    return i == 3 ? 0 : 8 * i + (has_nibbles(type) && high ? 4 : 0);
}

template <WeightType T> __device__ __forceinline__ float scaled_number(uint32_t word, uint32_t i, bool high) {
    uint32_t mask = has_nibbles(T) ? 15 : 255;
    uint32_t down = has_nibbles(T) && high ? 28 : 24;
    return __uint_as_float(i == 3 ? word >> down & mask : word & mask << place_of(T, i, high));
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

// What meets a lane's part of a unit, and the sums of group t's activations: of 6-bit numbers two, of those that meet low
// and high numbers. All scaled.
template <WeightType T> struct Activations {
    float4 low[together(T)], high[together(T)];
    float sums[2];
};

__device__ inline float sum_of(const float4 &x) {
    return x.x + x.y + x.z + x.w;
}

// The sum of a quarter of a quarter warp.
__device__ inline float sum_of_four(float value) {
    value += __shfl_xor_sync(all_lanes, value, 1);
    return value + __shfl_xor_sync(all_lanes, value, 2);
}

template <WeightType T> __device__ Activations<T> activations_at(const float *x, uint32_t t) {
    Activations<T> all{};
    for (uint32_t g = 0; g < together(T); g++) {
        float4 low = four_at(x + g * 32 + t * 4), high = four_at(x + g * 32 + 16 + t * 4);
        all.low[g] = scaled<T>(low, false);
        all.high[g] = scaled<T>(high, true);
        bool two = T == WeightType::q6_k;
        float first = sum_of_four(two ? sum_of(low) : sum_of(low) + sum_of(high)), second = two ? sum_of_four(sum_of(high)) : 0;
        if (g == t) all.sums[0] = first * scaled_by, all.sums[1] = second * scaled_by;
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
    part.words = __ldcs(reinterpret_cast<const uint4 *>(m.data + (before * (word_bytes(T) * 4) + unit * 64 + t * 16)));
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
        Numbers numbers = numbers_of<T>(part.bits[g], t, few == 2 ? words[2 * g] : words[g], few == 2 ? words[2 * g + 1] : 0);
        if constexpr (has_nibbles(T)) numbers = {words[g], words[g]};
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

// A lane's parts of the sums of R rows from the first on, of the units of `share` among 2^split; rows beyond the last are
// the last again. Groups behind the units that a whole warp can take are left out.
template <WeightType T, uint32_t R> __device__ void block_sums(const Matrix &m, const float *x, uint32_t share, uint32_t split, float sums[R]) {
    constexpr uint32_t few = together(T), step = warp / 4; // units that a warp takes at a time
    constexpr uint32_t ahead = bit_bytes(T) == 0 ? 4 : 2;  // rows whose weights are under way
    uint32_t lane = threadIdx.x % warp, t = lane % 4, groups = m.columns / 32, whole = groups / few / step * step;
    auto part = [&](uint32_t r, uint32_t first) { return part_at<T>(m, min(r, m.rows - 1) * groups, first + lane / 4, t); };
    Part<T> parts[ahead];
    for (uint32_t r = 0; r < R; r++) sums[r] = 0;
    uint32_t first = share * step;
    SNCUDA_UNROLL()
    for (uint32_t r = 0; r < ahead && first < whole; r++) parts[r] = part(r, first);
    SNCUDA_UNROLL(1)
    for (; first < whole; first += step << split) {
        Activations<T> activations = activations_at<T>(x + (first + lane / 4) * (few * 32), t);
        uint32_t next = first + (step << split);
        SNCUDA_UNROLL()
        for (uint32_t r = 0; r < R; r++) {
            sums[r] = with_part<T>(parts[r % ahead], activations, lane, sums[r]);
            if (r + ahead < R) {
                parts[r % ahead] = part(r + ahead, first);
            } else if (next < whole) {
                parts[r % ahead] = part(r + ahead - R, next);
            }
        }
    }
    for (uint32_t r = 0; r < R; r++) sums[r] *= unscaled_by;
}

// What block_sums leaves out, one word a lane.
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

// Eight values of a row of 16-bit floats, four of 32-bit ones.
template <WeightType T> __device__ float plain_line(const uint4 &line, const float *x) {
    if constexpr (T == WeightType::f32) {
        const float values[4] = {__uint_as_float(line.x), __uint_as_float(line.y), __uint_as_float(line.z), __uint_as_float(line.w)};
        return fma4(values, four_at(x), 0);
    } else {
        auto value = [](uint32_t bits) { return T == WeightType::f16 ? half_of(bits & 0xffff) : bfloat_of(bits & 0xffff); };
        const float first[4] = {value(line.x), value(line.x >> 16), value(line.y), value(line.y >> 16)};
        const float second[4] = {value(line.z), value(line.z >> 16), value(line.w), value(line.w >> 16)};
        return fma4(second, four_at(x + 4), fma4(first, four_at(x), 0));
    }
}

template <WeightType T, uint32_t R> __device__ void plain_sums(const Matrix &m, const float *x, uint32_t row, float sums[R]) {
    for (uint32_t r = 0; r < R; r++) sums[r] = 0;
    constexpr uint32_t line = T == WeightType::f32 ? 4 : 8;
    uint32_t lane = threadIdx.x % warp;
    uint64_t before[R];
    for (uint32_t r = 0; r < R; r++) before[r] = uint64_t(min(row + r, m.rows - 1)) * m.columns;
    if (m.columns % line != 0) {
        for (uint32_t i = lane; i < m.columns; i += warp) {
            for (uint32_t r = 0; r < R; r++) sums[r] = fmaf(plain_value<T>(m, before[r] + i), x[i], sums[r]);
        }
        return;
    }
    // Several lines of each row are under way at a time.
    constexpr uint32_t ahead = 4, step = warp * line;
    uint32_t i = lane * line;
    for (; i + (ahead - 1) * step < m.columns; i += ahead * step) {
        uint4 lines[ahead][R];
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < R; r++) lines[a][r] = load<uint4>(m.data + (before[r] + i + a * step) * (16 / line));
        }
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < R; r++) sums[r] += plain_line<T>(lines[a][r], x + i + a * step);
        }
    }
    for (; i < m.columns; i += step) {
        for (uint32_t r = 0; r < R; r++) sums[r] += plain_line<T>(load<uint4>(m.data + (before[r] + i) * (16 / line)), x + i);
    }
}


// What lanes have of the sums of rows, in the block's memory: [row of the block][share][lane].
template <WeightType T> __device__ void lane_sums(const Matrix &m, uint32_t row, const float *x, uint32_t split, float *block) {
    constexpr uint32_t R = rows_of_warp(T);
    uint32_t number = threadIdx.x / warp, share = number & ((1 << split) - 1);
    float sums[R], *to = block + (number - share) * R * warp + share * warp + threadIdx.x % warp;
    if constexpr (has_blocks(T)) {
        block_sums<T, R>(rows_from<T>(m, row), x, share, split, sums);
    } else {
        plain_sums<T, R>(m, x, row, sums);
    }
    for (uint32_t r = 0; r < R; r++) to[r * warp << split] = sums[r];
    if constexpr (has_blocks(T)) {
        if (m.columns % columns_of_warp(T) == 0) return;
        SNCUDA_UNROLL(1)
        for (uint32_t r = 0; r < R; r++) to[r * warp << split] += rest_of_sum<T>(m, x, min(row + r, m.rows - 1), share, split);
    }
}

// The sum of the row that a thread belongs to, 1 / `threads` of the block's values for each.
template <uint32_t R> __device__ float row_sum(const float *block, uint32_t threads) {
    float sum = 0;
    for (uint32_t i = 0; i < R; i++) sum += block[threadIdx.x * R + i];
    for (uint32_t offset = 1; offset < threads; offset *= 2) sum += __shfl_xor_sync(all_lanes, sum, int(offset));
    return sum;
}

template <WeightType T> __global__ void __launch_bounds__(block_size, has_blocks(T) ? 4 : 8) multiply_kernel(const __grid_constant__ Rows rows) {
    constexpr uint32_t R = rows_of_warp(T);
    const Several &s = rows.several;
    uint32_t unit = (blockIdx.x * warps + threadIdx.x / warp) >> rows.split;
    uint32_t which = rows.gated ? 0 : matrix_of_unit(s, R, unit), row = unit * R;
    bool within = which < s.count && row < s.matrix[which].rows;
    const float *x = rows.x + uint64_t(blockIdx.y) * s.matrix[0].columns;
    auto *sums = static_cast<float *>(block_memory()), *through = sums + block_size * R;
    SNCUDA_UNROLL(1)
    for (uint32_t i = 0; within && i <= uint32_t(rows.gated); i++) {
        lane_sums<T>(s.matrix[which + i], row, x, rows.split, i ? through : sums);
    }
    __syncthreads();
    uint32_t shift = rows.split + log2_of(warp / R), threads = 1 << shift; // of a row
    float sum = row_sum<R>(sums, threads);
    if (rows.gated) sum = activated(rows.activation, sum) * row_sum<R>(through, threads);
    row += threadIdx.x >> shift & (R - 1);
    if (!within || row >= s.matrix[which].rows || (threadIdx.x & (threads - 1)) != 0) return;
    s.out[which][uint64_t(blockIdx.y) * s.matrix[which].rows + row] = sum;
}

// So many warps share rows that each has something to do.
uint32_t split_of(WeightType type, uint32_t columns) {
    uint32_t steps = has_blocks(type) ? columns / columns_of_warp(type) : 1;
    return steps >= 4 ? 2 : steps >= 2 ? 1 : 0;
}

void start_rows(cudaStream_t stream, const Rows &rows, uint32_t units, uint32_t batch) {
    with_type(rows.several.matrix[0].type, [&](auto type) {
        uint32_t shared = (rows.gated ? 2 : 1) * warps * rows_of_warp(type) * warp * 4;
        start(stream, dim3(parts(units, warps >> rows.split), batch), block_size, shared, multiply_kernel<type>, rows);
    });
}

} // namespace

void multiply_rows(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch) {
    Several several = several_of(products, count);
    const Matrix &first = several.matrix[0];
    start_rows(stream, {several, split_of(first.type, first.columns), at<float>(x), false, {}}, units_of(several, rows_of_warp(first.type)), batch);
}

void multiply_gated_rows(cudaStream_t stream, Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address out) {
    const Product products[] = {{gate, out}, {up, 0}};
    Rows rows{several_of(products, 2), split_of(gate.type, uint32_t(gate.columns)), at<float>(x), true, activation};
    start_rows(stream, rows, parts(gate.rows, rows_of_warp(gate.type)), batch);
}

} // namespace sncuda::kernels
