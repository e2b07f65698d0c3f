// Attention. A block takes some rows (the heads that share keys, for one query or several), and keys and values in
// tiles of 32 positions through shared memory, with running maxima and sums (Milakov and Gimelshein 2018, Dao et al.
// 2022). One query alone is cut into chunks of positions, so that long contexts keep the whole GPU busy; a second
// kernel adds the chunks up, in their order.
#include "gpu_kernels.h"
#include "gpu_launch.h"
#include <cuda_fp16.h>

namespace sncuda::kernels {

namespace {

constexpr uint32_t warps = 4, block_size = warps * warp, tile = warp, chunk = 64;
// What lies before each chunk's values: the largest score and the sum of weights.
constexpr uint32_t chunk_head = 2;

struct Shape {
    uint32_t rows_of_block, query_pitch, key_pitch, value_pitch; // pitches in floats, halves, halves
    __host__ __device__ uint32_t bytes() const { return rows_of_block * query_pitch * 4 + tile * (key_pitch + value_pitch) * 2; }
};

// An odd number of words, so that 32 lanes reading 32 rows meet no bank twice.
__host__ __device__ inline uint32_t odd_words(uint32_t halves) {
    return ((halves + 1) / 2 | 1) * 2;
}

__host__ __device__ inline Shape shape_of(const Attention &a, uint32_t rows_of_warp) {
    return {warps * rows_of_warp, (a.head_size + 1) / 2 * 2, odd_words(a.head_size), odd_words(a.value_size)};
}

struct Range {
    uint32_t begin, end;
};

__device__ uint32_t position_of(const Attention &a) {
    return a.position_at ? *at<uint32_t>(a.position_at) : a.position;
}

// The positions that query `row` sees.
__device__ Range seen_by(const Attention &a, uint32_t position, uint32_t row) {
    uint32_t end = position + row + 1;
    return {a.window != 0 && end > a.window ? end - a.window : 0, end};
}

// Copies positions from `first` on, as many as the tile has and `end` leaves; the rest, and the pitch, become 0.
__device__ void load_tile(__half *to, Address from, uint32_t pitch, uint32_t size, uint32_t key_heads, uint32_t key_head, uint32_t first, uint32_t end) {
    if (size % 8 == 0) {
        uint32_t lines = size / 8;
        for (uint32_t i = threadIdx.x; i < tile * lines; i += block_size) {
            uint32_t p = first + i / lines, k = i % lines * 8;
            uint4 line = make_uint4(0, 0, 0, 0);
            if (p < end) line = __ldg(reinterpret_cast<const uint4 *>(at<__half>(from) + (uint64_t(p) * key_heads + key_head) * size + k));
            auto *words = reinterpret_cast<uint32_t *>(to + i / lines * pitch + k); // the pitch keeps them from being a line
            words[0] = line.x, words[1] = line.y, words[2] = line.z, words[3] = line.w;
        }
        return;
    }
    for (uint32_t i = threadIdx.x; i < tile * pitch; i += block_size) {
        uint32_t p = first + i / pitch, k = i % pitch;
        to[i] = p < end && k < size ? at<__half>(from)[(uint64_t(p) * key_heads + key_head) * size + k] : __ushort_as_half(0);
    }
}

// One key with the queries of a warp.
template <uint32_t rows> __device__ void dots(const float *queries, uint32_t query_pitch, const __half *key, float sums[rows]) {
    for (uint32_t r = 0; r < rows; r++) sums[r] = 0;
    SNCUDA_UNROLL(4)
    for (uint32_t i = 0; i < query_pitch / 2; i++) {
        float2 k = __half22float2(reinterpret_cast<const __half2 *>(key)[i]);
        for (uint32_t r = 0; r < rows; r++) {
            float2 q = reinterpret_cast<const float2 *>(queries + r * query_pitch)[i];
            sums[r] = fmaf(q.y, k.y, fmaf(q.x, k.x, sums[r]));
        }
    }
}

// `wide` values of a row are a lane's: value_size / 32, rounded up.
template <uint32_t rows_of_warp, uint32_t wide> __global__ void attend_kernel(Attention a, bool in_chunks) {
    Shape shape = shape_of(a, rows_of_warp);
    auto *queries = static_cast<float *>(block_memory());
    auto *keys = reinterpret_cast<__half *>(queries + shape.rows_of_block * shape.query_pitch), *values = keys + tile * shape.key_pitch;
    uint32_t lane = threadIdx.x % warp, key_head = blockIdx.x, group = a.heads / a.key_heads, rows = a.batch * group;
    uint32_t first_row = blockIdx.y * shape.rows_of_block, my_row = first_row + threadIdx.x / warp * rows_of_warp;
    uint32_t position = position_of(a);

    // All positions that some row of the block sees, and of them this block's chunk.
    uint32_t last_row = min(first_row + shape.rows_of_block, rows) - 1;
    Range all{seen_by(a, position, first_row / group).begin, seen_by(a, position, last_row / group).end};
    if (in_chunks) all = {max(all.begin, blockIdx.z * chunk), min(all.end, (blockIdx.z + 1) * chunk)};
    if (all.begin >= all.end) return;

    for (uint32_t i = threadIdx.x; i < shape.rows_of_block * shape.query_pitch; i += block_size) {
        uint32_t row = first_row + i / shape.query_pitch, k = i % shape.query_pitch;
        uint64_t head = uint64_t(row / group) * a.heads + key_head * group + row % group;
        queries[i] = row < rows && k < a.head_size ? at<float>(a.queries)[head * a.head_size + k] * a.scale : 0;
    }

    float largest[rows_of_warp], sum[rows_of_warp], out[rows_of_warp][wide];
    for (uint32_t r = 0; r < rows_of_warp; r++) {
        largest[r] = -INFINITY;
        sum[r] = 0;
        for (uint32_t v = 0; v < wide; v++) out[r][v] = 0;
    }
    for (uint32_t first = all.begin; first < all.end; first += tile) {
        __syncthreads();
        load_tile(keys, a.keys, shape.key_pitch, a.head_size, a.key_heads, key_head, first, all.end);
        load_tile(values, a.values, shape.value_pitch, a.value_size, a.key_heads, key_head, first, all.end);
        __syncthreads();
        float weights[rows_of_warp];
        dots<rows_of_warp>(queries + (my_row - first_row) * shape.query_pitch, shape.query_pitch, keys + lane * shape.key_pitch, weights);
        SNCUDA_UNROLL()
        for (uint32_t r = 0; r < rows_of_warp; r++) {
            uint32_t row = my_row + r;
            Range seen = row < rows ? seen_by(a, position, row / group) : Range{0, 0};
            float score = a.softcap != 0 ? a.softcap * tanhf(weights[r] / a.softcap) : weights[r];
            if (first + lane < seen.begin || first + lane >= min(seen.end, all.end)) score = -INFINITY;
            float now = max(largest[r], warp_largest(score)), from = now == -INFINITY ? 0 : now;
            float before = expf(largest[r] - from);
            weights[r] = expf(score - from);
            largest[r] = now;
            sum[r] = fmaf(sum[r], before, warp_sum(weights[r]));
            for (uint32_t v = 0; v < wide; v++) out[r][v] *= before;
        }
        for (uint32_t j = 0; j < tile; j++) {
            float parts[rows_of_warp];
            for (uint32_t r = 0; r < rows_of_warp; r++) parts[r] = __shfl_sync(all_lanes, weights[r], j);
            SNCUDA_UNROLL()
            for (uint32_t v = 0; v < wide; v++) {
                uint32_t i = v * warp + lane;
                if (i >= a.value_size) continue;
                float value = __half2float(values[j * shape.value_pitch + i]);
                for (uint32_t r = 0; r < rows_of_warp; r++) out[r][v] = fmaf(parts[r], value, out[r][v]);
            }
        }
    }
    SNCUDA_UNROLL()
    for (uint32_t r = 0; r < rows_of_warp; r++) {
        uint32_t row = my_row + r;
        if (row >= rows) continue;
        uint64_t head = uint64_t(row / group) * a.heads + key_head * group + row % group;
        float *to = at<float>(a.out) + head * a.value_size, factor = 1 / sum[r];
        if (in_chunks) {
            float *start = at<float>(a.scores) + (head * gridDim.z + blockIdx.z) * (a.value_size + chunk_head);
            if (lane == 0) {
                start[0] = largest[r];
                start[1] = sum[r];
            }
            to = start + chunk_head;
            factor = 1;
        }
        for (uint32_t v = 0; v < wide; v++) {
            uint32_t i = v * warp + lane;
            if (i < a.value_size) to[i] = out[r][v] * factor;
        }
    }
}

// One block for each head: adds its chunks up.
__global__ void add_chunks_kernel(Attention a, uint32_t chunks) {
    Range seen = seen_by(a, position_of(a), 0);
    const float *from = at<float>(a.scores) + uint64_t(blockIdx.x) * chunks * (a.value_size + chunk_head);
    uint32_t first = seen.begin / chunk, last = (seen.end - 1) / chunk;
    float largest = -INFINITY;
    for (uint32_t c = first; c <= last; c++) largest = max(largest, from[c * (a.value_size + chunk_head)]);
    for (uint32_t i = threadIdx.x; i < a.value_size; i += blockDim.x) {
        float sum = 0, value = 0;
        for (uint32_t c = first; c <= last; c++) {
            const float *start = from + c * (a.value_size + chunk_head);
            float weight = expf(start[0] - largest);
            sum = fmaf(start[1], weight, sum);
            value = fmaf(start[chunk_head + i], weight, value);
        }
        at<float>(a.out)[uint64_t(blockIdx.x) * a.value_size + i] = value / sum;
    }
}

uint32_t chunks_of(uint64_t capacity) {
    return parts(capacity, chunk);
}

template <uint32_t rows_of_warp, uint32_t wide> void start_wide(cudaStream_t stream, const Attention &a, uint32_t chunks) {
    Shape shape = shape_of(a, rows_of_warp);
    auto kernel = attend_kernel<rows_of_warp, wide>;
    if (shape.bytes() > 48 * 1024) {
        cudaError_t error = cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, int(shape.bytes()));
        if (error != cudaSuccess) {
            cudaGetLastError();
            throw Error(Code::inference, "heads of " + std::to_string(a.head_size) + " and " + std::to_string(a.value_size) + " values are too large for this GPU");
        }
    }
    uint32_t rows = a.batch * (a.heads / a.key_heads);
    dim3 grid(a.key_heads, parts(rows, shape.rows_of_block), std::max(chunks, 1u));
    start(stream, grid, block_size, shape.bytes(), kernel, a, chunks != 0);
}

template <uint32_t rows_of_warp> void start_rows(cudaStream_t stream, const Attention &a, uint32_t chunks) {
    if (a.value_size <= 64) return start_wide<rows_of_warp, 2>(stream, a, chunks);
    if (a.value_size <= 128) return start_wide<rows_of_warp, 4>(stream, a, chunks);
    if (a.value_size <= 256) return start_wide<rows_of_warp, 8>(stream, a, chunks);
    if (a.value_size <= 1024) return start_wide<1, 32>(stream, a, chunks);
    throw Error(Code::inference, "heads of " + std::to_string(a.value_size) + " values are too large for a GPU's kernels");
}

} // namespace

uint64_t score_room(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) {
    return batch == 1 ? uint64_t(heads) * chunks_of(capacity) * (value_size + chunk_head) : 0;
}

void attend(cudaStream_t stream, const Attention &a) {
    if (a.batch > 1) return start_rows<4>(stream, a, 0);
    uint32_t chunks = chunks_of(a.capacity ? a.capacity : uint64_t(a.position) + 1);
    start_rows<1>(stream, a, chunks);
    start(stream, a.heads, 128, 0, add_chunks_kernel, a, chunks);
}

} // namespace sncuda::kernels
