// Products of matrices with single rows of activations, for making tokens: what takes the time is reading the
// weights, each once, a line of 512 bytes a warp. A warp makes the sums of two rows at a time, so that an activation
// that was read serves both.
#include "gpu_several.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 128, rows_of_warp = 2, warps = block_size / warp;

struct Rows {
    Several several;
    const float *x;
    bool gated; // matrix 0 is the gate, 1 what it lets through; one result, in out[0]
    Activation activation;
};

__device__ float4 four_at(const float *from) {
    return *reinterpret_cast<const float4 *>(from);
}

__device__ float fma4(const float numbers[4], const float4 &x, float sum) {
    return fmaf(numbers[3], x.w, fmaf(numbers[2], x.z, fmaf(numbers[1], x.y, fmaf(numbers[0], x.x, sum))));
}

// What word t of a group adds to the sum.
template <WeightType T> __device__ float word_sum(const Matrix &m, uint64_t group, uint32_t t, uint32_t first, uint32_t second,
                                                  const float4 &low, const float4 &high) {
    Numbers numbers = numbers_of<T>(m, group, t, first, second);
    Scales scales = scales_of<T>(m, group);
    float a[4], b[4];
    for (int i = 0; i < 4; i++) {
        a[i] = number<T>(numbers.low, i);
        b[i] = number<T>(numbers.high, i);
    }
    float sum = scales.low * fma4(a, low, 0);
    sum = fmaf(scales.high, fma4(b, high, 0), sum);
    if constexpr (has_plus(T)) sum = fmaf(scales.plus, low.x + low.y + low.z + low.w + high.x + high.y + high.z + high.w, sum);
    return sum;
}

// The sums of `rows_of_warp` rows from `row` on; rows beyond the last are the last again. Every lane has a part.
template <WeightType T> __device__ void block_sums(const Matrix &m, const float *x, uint32_t row, float sums[rows_of_warp]) {
    constexpr uint32_t few = together(T);
    uint32_t lane = threadIdx.x % warp, t = lane % 4, groups = m.columns / 32, units = groups / few;
    uint64_t before[rows_of_warp];
    for (uint32_t r = 0; r < rows_of_warp; r++) before[r] = uint64_t(min(row + r, m.rows - 1)) * groups;
    SNCUDA_UNROLL(2)
    for (uint32_t unit = lane / 4; unit < units; unit += warp / 4) {
        uint4 words[rows_of_warp];
        for (uint32_t r = 0; r < rows_of_warp; r++) {
            words[r] = load<uint4>(m.data + before[r] * (word_bytes(T) * 4) + unit * 64 + t * 16);
        }
        for (uint32_t g = 0; g < few; g++) {
            uint32_t group = unit * few + g;
            float4 low = four_at(x + group * 32 + t * 4), high = four_at(x + group * 32 + 16 + t * 4);
            for (uint32_t r = 0; r < rows_of_warp; r++) {
                const uint32_t all[4] = {words[r].x, words[r].y, words[r].z, words[r].w};
                uint32_t first = few == 2 ? all[2 * g] : all[g], second = few == 2 ? all[2 * g + 1] : 0;
                sums[r] += word_sum<T>(m, before[r] + group, t, first, second, low, high);
            }
        }
    }
    // The last groups, one word a lane.
    uint32_t group = units * few + lane / 4;
    if (group >= groups) return;
    float4 low = four_at(x + group * 32 + t * 4), high = four_at(x + group * 32 + 16 + t * 4);
    WordPlace place = word_place(T, groups, group);
    for (uint32_t r = 0; r < rows_of_warp; r++) {
        const uint8_t *from = m.data + before[r] * (word_bytes(T) * 4) + place.first + t * place.step;
        uint32_t second = few == 2 ? load<uint32_t>(from + word_bytes(T) - 4) : 0;
        sums[r] += word_sum<T>(m, before[r] + group, t, load<uint32_t>(from), second, low, high);
    }
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

template <WeightType T> __device__ void plain_sums(const Matrix &m, const float *x, uint32_t row, float sums[rows_of_warp]) {
    constexpr uint32_t line = T == WeightType::f32 ? 4 : 8;
    uint32_t lane = threadIdx.x % warp;
    uint64_t before[rows_of_warp];
    for (uint32_t r = 0; r < rows_of_warp; r++) before[r] = uint64_t(min(row + r, m.rows - 1)) * m.columns;
    if (m.columns % line != 0) {
        for (uint32_t i = lane; i < m.columns; i += warp) {
            for (uint32_t r = 0; r < rows_of_warp; r++) sums[r] = fmaf(plain_value<T>(m, before[r] + i), x[i], sums[r]);
        }
        return;
    }
    // Several lines of each row are under way at a time.
    constexpr uint32_t ahead = 4, step = warp * line;
    uint32_t i = lane * line;
    for (; i + (ahead - 1) * step < m.columns; i += ahead * step) {
        uint4 lines[ahead][rows_of_warp];
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < rows_of_warp; r++) lines[a][r] = load<uint4>(m.data + (before[r] + i + a * step) * (16 / line));
        }
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < rows_of_warp; r++) sums[r] += plain_line<T>(lines[a][r], x + i + a * step);
        }
    }
    for (; i < m.columns; i += step) {
        for (uint32_t r = 0; r < rows_of_warp; r++) sums[r] += plain_line<T>(load<uint4>(m.data + (before[r] + i) * (16 / line)), x + i);
    }
}

template <WeightType T> __device__ void sums_of(const Matrix &m, const float *x, uint32_t row, float sums[rows_of_warp]) {
    for (uint32_t r = 0; r < rows_of_warp; r++) sums[r] = 0;
    if constexpr (has_blocks(T)) {
        block_sums<T>(m, x, row, sums);
    } else {
        plain_sums<T>(m, x, row, sums);
    }
    for (uint32_t r = 0; r < rows_of_warp; r++) sums[r] = warp_sum(sums[r]);
}

template <WeightType T> __global__ void multiply_kernel(const __grid_constant__ Rows rows) {
    wait_for_earlier();
    const Several &s = rows.several;
    uint32_t unit = blockIdx.x * warps + threadIdx.x / warp;
    const float *x = rows.x + uint64_t(blockIdx.y) * s.matrix[0].columns;
    uint32_t which = rows.gated ? 0 : matrix_of_unit(s, rows_of_warp, unit), row = unit * rows_of_warp;
    if (which == s.count || row >= s.matrix[which].rows) return;
    const Matrix &m = s.matrix[which];
    float sums[rows_of_warp], through[rows_of_warp];
    sums_of<T>(m, x, row, sums);
    if (rows.gated) sums_of<T>(s.matrix[1], x, row, through);
    if (threadIdx.x % warp != 0) return;
    float *out = s.out[which] + uint64_t(blockIdx.y) * m.rows;
    for (uint32_t r = 0; r < rows_of_warp && row + r < m.rows; r++) {
        out[row + r] = rows.gated ? activated(rows.activation, sums[r]) * through[r] : sums[r];
    }
}

void start_rows(cudaStream_t stream, const Rows &rows, uint32_t units, uint32_t batch) {
    with_type(rows.several.matrix[0].type, [&](auto type) {
        start(stream, dim3(parts(units, warps), batch), block_size, 0, multiply_kernel<type>, rows);
    });
}

} // namespace

void multiply_rows(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch) {
    Several several = several_of(products, count);
    start_rows(stream, {several, at<float>(x), false, {}}, units_of(several, rows_of_warp), batch);
}

void multiply_gated_rows(cudaStream_t stream, Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address out) {
    const Product products[] = {{gate, out}, {up, 0}};
    start_rows(stream, {several_of(products, 2), at<float>(x), true, activation}, parts(gate.rows, rows_of_warp), batch);
}

} // namespace sncuda::kernels
