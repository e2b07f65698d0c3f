// Attention for one query, and for several whose heads are too large for tensor cores' kernel. A block takes some rows
// (the heads that share keys), and keys and values in tiles of 32 positions through shared memory, with running maxima
// and sums (Milakov and Gimelshein 2018, Dao et al. 2022). One query alone is cut into chunks of positions, so that long
// contexts keep the whole GPU busy; a second kernel adds the chunks up, in their order.
#include "gpu/kernels/kernels.h"
#include "gpu/launch/launch.h"
#include "gpu/kernels/attention_mask.h"
#include <cuda_fp16.h>

namespace sncuda::kernels {

namespace {

constexpr uint32_t warps = 4, block_size = warps * warp, tile = warp;
// A query's positions are cut into no more chunks, and into none of fewer positions.
constexpr uint32_t most_chunks = 128, smallest_chunk = 64;
constexpr uint32_t adders = 4;
// Numbers before each chunk's values: the largest score and the sum of weights.
constexpr uint32_t chunk_head = 2;

struct Shape {
    uint32_t query_pitch, key_pitch, value_pitch; // in floats, halves, halves
    __host__ __device__ uint32_t bytes() const { return warps * query_pitch * 4 + tile * (key_pitch + value_pitch) * 2; }
};

// An odd number of words, so that 32 lanes reading 32 rows meet no bank twice.
__host__ __device__ inline uint32_t odd_words(uint32_t halves) {
    return ((halves + 1) / 2 | 1) * 2;
}

__host__ __device__ inline Shape shape_of(const Attention &a) {
    return {(a.head_size + 1) / 2 * 2, odd_words(a.head_size), odd_words(a.value_size)};
}

// Copies positions from `first` on, as many as the tile has and `end` leaves; the rest, and the pitch, become 0.
__device__ void load_tile(__half *to, Address from, uint32_t pitch, uint32_t size, uint32_t n_kv_heads, uint32_t key_head, uint32_t first, uint32_t end) {
    if (size % 8 == 0) {
        uint32_t lines = size / 8;
        for (uint32_t i = threadIdx.x; i < tile * lines; i += block_size) {
            uint32_t p = first + i / lines, k = i % lines * 8;
            uint4 line = make_uint4(0, 0, 0, 0);
            if (p < end) line = *reinterpret_cast<const uint4 *>(at<__half>(from) + (uint64_t(p) * n_kv_heads + key_head) * size + k);
            auto *words = reinterpret_cast<uint32_t *>(to + i / lines * pitch + k); // the pitch keeps them from being a line
            words[0] = line.x, words[1] = line.y, words[2] = line.z, words[3] = line.w;
        }
        return;
    }
    for (uint32_t i = threadIdx.x; i < tile * pitch; i += block_size) {
        uint32_t p = first + i / pitch, k = i % pitch;
        to[i] = p < end && k < size ? at<__half>(from)[(uint64_t(p) * n_kv_heads + key_head) * size + k] : __ushort_as_half(0);
    }
}

// One key with a warp's query.
__device__ float dot(const float *query, uint32_t pitch, const __half *key) {
    float sum = 0;
    SNCUDA_UNROLL(4)
    for (uint32_t i = 0; i < pitch / 2; i++) {
        float2 k = __half22float2(reinterpret_cast<const __half2 *>(key)[i]), q = reinterpret_cast<const float2 *>(query)[i];
        sum = fmaf(q.y, k.y, fmaf(q.x, k.x, sum));
    }
    return sum;
}

// `wide` values of a row are a lane's: value_size / 32, rounded up. Each warp has a row.
template <uint32_t wide> __global__ void attention_kernel(Attention a, uint32_t chunk) {
    wait_for_earlier();
    Shape shape = shape_of(a);
    auto *queries = static_cast<float *>(block_memory());
    auto *keys = reinterpret_cast<__half *>(queries + warps * shape.query_pitch), *values = keys + tile * shape.key_pitch;
    uint32_t lane = threadIdx.x % warp, key_head = blockIdx.x % a.n_kv_heads, group = a.heads / a.n_kv_heads, rows = a.batch * group;
    uint32_t first_row = blockIdx.x / a.n_kv_heads * warps, row = first_row + threadIdx.x / warp;
    uint32_t position = position_of(a);

    // All positions that some row of the block sees, and of them this block's chunk.
    uint32_t last_row = min(first_row + warps, rows) - 1;
    Range all{visible_to(a, position, first_row / group).begin, visible_to(a, position, last_row / group).end};
    if (chunk != 0) all = {max(all.begin, blockIdx.z * chunk), min(all.end, (blockIdx.z + 1) * chunk)};
    if (all.begin >= all.end) return;

    for (uint32_t i = threadIdx.x; i < warps * shape.query_pitch; i += block_size) {
        uint32_t r = first_row + i / shape.query_pitch, k = i % shape.query_pitch;
        queries[i] = r < rows && k < a.head_size ? at<float>(a.queries)[head_of(a, key_head, r) * a.head_size + k] * a.scale : 0;
    }

    Range visible = row < rows ? visible_to(a, position, row / group) : Range{0, 0};
    visible.end = min(visible.end, all.end);
    float largest = -INFINITY, sum = 0, out[wide] = {};
    for (uint32_t first = all.begin; first < all.end; first += tile) {
        __syncthreads();
        load_tile(keys, a.keys, shape.key_pitch, a.head_size, a.n_kv_heads, key_head, first, all.end);
        load_tile(values, a.values, shape.value_pitch, a.value_size, a.n_kv_heads, key_head, first, all.end);
        __syncthreads();
        float score = dot(queries + (row - first_row) * shape.query_pitch, shape.query_pitch, keys + lane * shape.key_pitch);
        if (a.softcap != 0) score = a.softcap * tanhf(score / a.softcap);
        if (first + lane < visible.begin || first + lane >= visible.end) score = -INFINITY;
        float now = max(largest, warp_largest(score)), from = now == -INFINITY ? 0 : now;
        float before = expf(largest - from), weight = expf(score - from);
        largest = now;
        sum = fmaf(sum, before, warp_sum(weight));
        for (uint32_t v = 0; v < wide; v++) out[v] *= before;
        for (uint32_t j = 0; j < tile; j++) {
            float part = __shfl_sync(all_lanes, weight, j);
            SNCUDA_UNROLL()
            for (uint32_t v = 0; v < wide; v++) {
                uint32_t i = v * warp + lane;
                if (i < a.value_size) out[v] = fmaf(part, __half2float(values[j * shape.value_pitch + i]), out[v]);
            }
        }
    }
    if (row >= rows) return;
    uint64_t head = head_of(a, key_head, row);
    float *to = at<float>(a.out) + head * a.value_size, factor = 1 / sum;
    if (chunk != 0) {
        float *start = at<float>(a.scores) + (head * gridDim.z + blockIdx.z) * (a.value_size + chunk_head);
        if (lane == 0) {
            start[0] = largest;
            start[1] = sum;
        }
        to = start + chunk_head;
        factor = 1;
    }
    SNCUDA_UNROLL()
    for (uint32_t v = 0; v < wide; v++) {
        uint32_t i = v * warp + lane;
        if (i < a.value_size) to[i] = out[v] * factor;
    }
}

// One block for each head: adds its chunks up. Each of `adders` groups of threads takes every `adders`th chunk.
__global__ void add_chunks_kernel(Attention a, uint32_t chunk, uint32_t chunks) {
    wait_for_earlier();
    auto *weights = static_cast<float *>(block_memory()), *values = weights + most_chunks;
    uint32_t stride = a.value_size + chunk_head, threads = blockDim.x / adders, adder = threadIdx.x / threads, lane = threadIdx.x % warp;
    Range visible = visible_to(a, position_of(a), 0);
    const float *from = at<float>(a.scores) + uint64_t(blockIdx.x) * chunks * stride;
    uint32_t first = visible.begin / chunk, last = (visible.end - 1) / chunk;

    // Each warp finds the largest score and the sum of weights for itself.
    float largest = -INFINITY, sum = 0;
    for (uint32_t c = first + lane; c <= last; c += warp) largest = max(largest, from[c * stride]);
    largest = warp_largest(largest);
    for (uint32_t c = first + lane; c <= last; c += warp) {
        float weight = expf(from[c * stride] - largest);
        sum = fmaf(from[c * stride + 1], weight, sum);
        if (threadIdx.x < warp) weights[c] = weight;
    }
    sum = warp_sum(sum);
    __syncthreads();
    for (uint32_t i = threadIdx.x % threads; i < a.value_size; i += threads) {
        float value = 0;
        SNCUDA_UNROLL(8)
        for (uint32_t c = first + adder; c <= last; c += adders) value = fmaf(from[c * stride + chunk_head + i], weights[c], value);
        values[adder * a.value_size + i] = value;
    }
    __syncthreads();
    for (uint32_t i = threadIdx.x; i < a.value_size; i += blockDim.x) {
        float value = 0;
        for (uint32_t n = 0; n < adders; n++) value += values[n * a.value_size + i];
        at<float>(a.out)[uint64_t(blockIdx.x) * a.value_size + i] = value / sum;
    }
}

uint32_t chunk_of(uint64_t capacity) {
    return std::max(smallest_chunk, parts(parts(capacity, most_chunks), tile) * tile);
}

// In chunks where `chunk` is not 0.
template <uint32_t wide> void start_wide(cudaStream_t stream, const Attention &a, uint32_t chunk, uint32_t chunks) {
    Shape shape = shape_of(a);
    auto kernel = attention_kernel<wide>;
    need_shared(kernel, shape.bytes(), a);
    uint32_t rows = a.batch * (a.heads / a.n_kv_heads);
    dim3 grid(a.n_kv_heads * parts(rows, warps), 1, chunks); // one dimension alone has more than 65535 blocks
    start(stream, grid, block_size, shape.bytes(), kernel, a, chunk);
}

void start_rows(cudaStream_t stream, const Attention &a, uint32_t chunk, uint32_t chunks) {
    if (a.value_size <= 64) return start_wide<2>(stream, a, chunk, chunks);
    if (a.value_size <= 128) return start_wide<4>(stream, a, chunk, chunks);
    if (a.value_size <= 256) return start_wide<8>(stream, a, chunk, chunks);
    if (a.value_size <= 1024) return start_wide<32>(stream, a, chunk, chunks);
    throw Error(Code::inference, "heads of " + std::to_string(a.value_size) + " values are too large for a GPU's kernels");
}

} // namespace

uint64_t score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) {
    // Fewer positions may be cut into more chunks.
    uint32_t chunks = std::min(parts(capacity, smallest_chunk), most_chunks);
    return batch == 1 ? uint64_t(heads) * chunks * (value_size + chunk_head) : 0;
}

void attention(cudaStream_t stream, const Attention &a) {
    if (has_attention_prompt(a)) return attention_prompt(stream, a);
    if (a.batch > 1) return start_rows(stream, a, 0, 1);
    uint64_t capacity = a.capacity ? a.capacity : uint64_t(a.position) + 1;
    uint32_t chunk = chunk_of(capacity), chunks = parts(capacity, chunk);
    start_rows(stream, a, chunk, chunks);
    uint32_t shared = (most_chunks + adders * a.value_size) * 4;
    start(stream, a.heads, adders * 128, shared, add_chunks_kernel, a, chunk, chunks);
}

} // namespace sncuda::kernels
