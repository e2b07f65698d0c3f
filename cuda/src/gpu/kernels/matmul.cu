// Products of matrices with single rows of activations, for making tokens: what takes the time is reading the
// weights, each once, a line of 512 bytes a warp. A warp takes several rows, so that activations that were read serve all
// of them; where rows are long enough, the warps of a block share their columns.
#include "gpu/kernels/block_rows.h"
#include "gpu/kernels/grouped_matmul.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 128, warps = block_size / warp;

// Number of rows that a warp takes of types without blocks.
constexpr uint32_t plain_each = 1, plain_rows = 1 << plain_each;

struct Rows {
    GroupedMatmul grouped;
    uint32_t split; // 2^split warps share the columns of the same rows
    uint32_t each;  // they take 2^each rows: activations that were read serve all of them
    const float *x;
    bool gated; // matrix 0 is the gate, 1 what it lets through; one result, in out[0]
    Activation activation;
};

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

template <WeightType T> __device__ void plain_sums(const Matrix &m, const float *x, uint32_t row, uint32_t share, uint32_t split, float sums[plain_rows]) {
    for (uint32_t r = 0; r < plain_rows; r++) sums[r] = 0;
    constexpr uint32_t line = T == WeightType::f32 ? 4 : 8;
    uint32_t lane = threadIdx.x % warp;
    uint64_t before[plain_rows];
    for (uint32_t r = 0; r < plain_rows; r++) before[r] = uint64_t(min(row + r, m.rows - 1)) * m.columns;
    if (m.columns % line != 0) {
        for (uint32_t i = share * warp + lane; i < m.columns; i += warp << split) {
            for (uint32_t r = 0; r < plain_rows; r++) sums[r] = fmaf(plain_value<T>(m, before[r] + i), x[i], sums[r]);
        }
        return;
    }
    // Several lines of each row are under way at a time.
    constexpr uint32_t ahead = 4, step = warp * line;
    uint32_t i = share * ahead * step + lane * line;
    for (; i + (ahead - 1) * step < m.columns; i += ahead * step << split) {
        uint4 lines[ahead][plain_rows];
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < plain_rows; r++) lines[a][r] = load_once<uint4>(m.data + (before[r] + i + a * step) * (16 / line));
        }
        SNCUDA_UNROLL()
        for (uint32_t a = 0; a < ahead; a++) {
            for (uint32_t r = 0; r < plain_rows; r++) sums[r] += plain_line<T>(lines[a][r], x + i + a * step);
        }
    }
    for (; i < m.columns; i += step) {
        for (uint32_t r = 0; r < plain_rows; r++) sums[r] += plain_line<T>(load_once<uint4>(m.data + (before[r] + i) * (16 / line)), x + i);
    }
}

// Sums of rows that lanes have, in the block's memory: [row of the block][share][lane].
template <WeightType T> __device__ void lane_sums(const Rows &rows, uint32_t which, uint32_t row, const float *x, float *block) {
    const Matrix &m = rows.grouped.matrix[which];
    uint32_t number = threadIdx.x / warp, share = number & ((1 << rows.split) - 1), stride = warp << rows.split;
    float *to = block + ((number - share) << rows.each) * warp + share * warp + threadIdx.x % warp;
    if constexpr (!has_blocks(T)) {
        float sums[plain_rows];
        plain_sums<T>(m, x, row, share, rows.split, sums);
        for (uint32_t r = 0; r < plain_rows; r++) to[r * stride] = sums[r];
        return;
    }
    uint32_t count = 1 << rows.each;
    SNCUDA_UNROLL(1)
    for (uint32_t r = 0; r < count; r += rows_read_at_once(T)) {
        for (uint32_t i = 0; i < rows_read_at_once(T); i++) to[(r + i) * stride] = 0;
    }
    add_units<T>(rows_from<T>(m, row), x, count, share, rows.split, to, stride);
    if (m.columns % columns_of_warp(T) == 0) return;
    SNCUDA_UNROLL(1)
    for (uint32_t r = 0; r < count; r++) to[r * stride] += rest_of_sum<T>(m, x, min(row + r, m.rows - 1), share, rows.split) * scaled_by;
}

// While earlier kernels still run, the memory has little to do: a warp has the beginnings of its rows brought into the
// GPU's cache. All warps together ask for less than that holds.
template <WeightType T> __device__ void fetch_ahead(const Rows &rows, uint32_t which, uint32_t row) {
    constexpr uint32_t bytes_of_warp = 4096, sector = 32;
    const Matrix &m = rows.grouped.matrix[which];
    uint32_t share = threadIdx.x / warp & ((1 << rows.split) - 1), each = rows.each - rows.split, count = 1 << each;
    uint64_t row_bytes = has_blocks(T) ? uint64_t(m.columns) / 32 * word_bytes(T) * 4 : uint64_t(m.columns) * (T == WeightType::f32 ? 4 : 2);
    uint32_t first = row + share * count, end = min(first + count, m.rows), bytes = uint32_t(min(row_bytes, uint64_t(bytes_of_warp >> each)));
    for (row = first; row < end; row++) {
        for (uint32_t i = threadIdx.x % warp * sector; i < bytes; i += warp * sector) prefetch(m.data + row * row_bytes + i);
    }
}

// The sum of the row that a thread belongs to, one of so many: a power of two.
template <WeightType T> __device__ float row_sum(const Rows &rows, const float *block, uint32_t threads) {
    uint32_t before = threadIdx.x & ~(threads - 1);
    const float *from = block + (before << rows.each) + (threadIdx.x - before);
    float sum = 0;
    SNCUDA_UNROLL(1)
    for (uint32_t i = 0; i < 1u << rows.each; i += 2) sum += from[i * threads] + from[(i + 1) * threads];
    for (uint32_t offset = 1; offset < threads; offset *= 2) sum += __shfl_xor_sync(all_lanes, sum, int(offset));
    return has_blocks(T) ? sum * unscaled_by : sum;
}

template <WeightType T>
__global__ void __launch_bounds__(block_size, has_blocks(T) ? 4 : 5) matmul_kernel(const __grid_constant__ Rows rows) {
    const GroupedMatmul &s = rows.grouped;
    uint32_t unit = (blockIdx.x * warps + threadIdx.x / warp) >> rows.split;
    uint32_t which = rows.gated ? 0 : matrix_of_unit(s, 1 << rows.each, unit), row = unit << rows.each;
    bool within = which < s.count && row < s.matrix[which].rows;
    if (within) fetch_ahead<T>(rows, which, row);
    wait_for_earlier();
    const float *x = rows.x + uint64_t(blockIdx.y) * s.matrix[0].columns;
    auto *sums = static_cast<float *>(block_memory()), *through = sums + (block_size << rows.each);
    SNCUDA_UNROLL(1)
    for (uint32_t i = 0; within && i <= uint32_t(rows.gated); i++) lane_sums<T>(rows, which + i, row, x, i ? through : sums);
    __syncthreads();
    uint32_t shift = 5 + rows.split - rows.each, threads = 1 << shift; // of 2^5 lanes
    float sum = row_sum<T>(rows, sums, threads);
    if (rows.gated) sum = activated(rows.activation, sum) * row_sum<T>(rows, through, threads);
    row += threadIdx.x >> shift & ((1 << rows.each) - 1);
    if (!within || row >= s.matrix[which].rows || (threadIdx.x & (threads - 1)) != 0) return;
    s.out[which][uint64_t(blockIdx.y) * s.matrix[which].rows + row] = sum;
}

// A warp takes so many rows, and so many share them, that each has something to do, and the GPU has this many or more.
constexpr uint32_t enough_warps = 2048;

uint32_t units_in(const Rows &rows) {
    return rows.gated ? parts(rows.grouped.matrix[0].rows, 1 << rows.each) : units_of(rows.grouped, 1 << rows.each);
}

void divide(Rows &rows) {
    const Matrix &first = rows.grouped.matrix[0];
    if (has_blocks(first.type)) {
        uint32_t steps = first.columns / columns_of_warp(first.type);
        rows.split = steps >= 4 ? 2 : steps >= 2 ? 1 : 0;
        rows.each = 4;
        while (1u << rows.each > rows_read_at_once(first.type) && units_in(rows) << rows.split < enough_warps) rows.each--;
    } else {
        rows.each = plain_each;
        rows.split = units_in(rows) < enough_warps && first.columns >= 2048 ? 1 : 0;
    }
}

void start_rows(cudaStream_t stream, Rows rows, uint32_t batch) {
    divide(rows);
    uint32_t shared = (rows.gated ? 8 : 4) * (block_size << rows.each);
    with_type(rows.grouped.matrix[0].type, [&](auto type) {
        start(stream, dim3(parts(units_in(rows), warps >> rows.split), batch), block_size, shared, matmul_kernel<type>, rows);
    });
}

} // namespace

void matmul_rows(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch) {
    start_rows(stream, {grouped_matmul_of(products, count), 0, 0, at<float>(x), false, {}}, batch);
}

void matmul_glu_rows(cudaStream_t stream, Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address out) {
    const Product products[] = {{gate, out}, {up, 0}};
    start_rows(stream, {grouped_matmul_of(products, 2), 0, 0, at<float>(x), true, activation}, batch);
}

} // namespace sncuda::kernels
