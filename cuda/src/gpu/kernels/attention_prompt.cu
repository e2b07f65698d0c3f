// Attention for many queries, on tensor cores: both products of 16-bit floats, added up in 32 bits, with running maxima
// and sums (Milakov and Gimelshein 2018, Dao et al. 2022). A block takes rows (queries with the heads that share keys),
// 16 for each warp, and keys and values in tiles of positions through shared memory. Queries are scaled by a power of
// two of each row's own, so that none is too large for 16 bits.
#include "gpu/kernels/kernels.h"
#include "gpu/launch/launch.h"
#include "gpu/kernels/mma.h"
#include "gpu/kernels/attention_mask.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t warps = 4, block_size = warps * warp, rows_of_warp = 16, rows_of_block = warps * rows_of_warp;
constexpr uint32_t most_values = 256;

// Keys and values in shared memory, in halves. Rows are padded with zeros to what a tensor core takes at a time, and
// lie so that 8 rows of 16 bytes, as ldmatrix reads them, meet no bank twice.
struct Shape {
    uint32_t head, value; // padded
    __host__ __device__ uint32_t key_pitch() const { return head + 8; }
    __host__ __device__ uint32_t value_pitch() const { return value + 8; }
    __host__ __device__ uint32_t bytes(uint32_t positions) const {
        return ((rows_of_block + positions) * key_pitch() + positions * value_pitch()) * 2 + rows_of_block * 4;
    }
};

__host__ __device__ inline Shape shape_of(const Attention &a) {
    return {(a.head_size + 15) / 16 * 16, (a.value_size + 15) / 16 * 16};
}

// A warp's rows of queries as halves, and what to multiply their scores with.
__device__ void load_queries(const Attention &a, uint32_t key_head, uint32_t first_row, uint32_t rows, uint32_t padded, uint16_t *to, float *factors) {
    uint32_t lane = threadIdx.x % warp;
    for (uint32_t r = 0; r < rows_of_warp; r++) {
        uint32_t row = first_row + r;
        const float *from = at<float>(a.queries) + (row < rows ? head_of(a, key_head, row) * a.head_size : 0);
        uint32_t size = row < rows ? a.head_size : 0;
        float most = 0;
        for (uint32_t i = lane; i < size; i += warp) most = max(most, fabsf(from[i]));
        uint32_t exponent = exponent_for_halves(warp_largest(most));
        float factor = __uint_as_float(exponent << 23);
        for (uint32_t i = lane; i < padded; i += warp) to[r * (padded + 8) + i] = uint16_t(i < size ? half_bits(from[i] * factor) : 0);
        if (lane == 0) factors[r] = a.scale * __uint_as_float((254 - exponent) << 23);
    }
}

// Positions from `first` on, as many as the tile has and `end` leaves; the rest, and the padding, become 0.
template <uint32_t positions>
__device__ void load_tile(uint16_t *to, Address from, uint32_t padded, uint32_t size, uint32_t n_kv_heads, uint32_t key_head, uint32_t first, uint32_t end) {
    uint32_t lines = padded / 8;
    for (uint32_t i = threadIdx.x; i < positions * lines; i += block_size) {
        uint32_t p = i / lines, k = i % lines * 8;
        const uint16_t *row = at<uint16_t>(from) + (uint64_t(first + p) * n_kv_heads + key_head) * size;
        uint4 line = make_uint4(0, 0, 0, 0);
        if (first + p < end && size % 8 == 0 && k < size) line = *reinterpret_cast<const uint4 *>(row + k);
        auto *place = to + p * (padded + 8) + k;
        *reinterpret_cast<uint4 *>(place) = line;
        if (first + p >= end || size % 8 == 0) continue;
        for (uint32_t j = 0; j < 8 && k + j < size; j++) place[j] = row[k + j];
    }
}

// Four lanes share a row.
__device__ float largest_of_row(float value) {
    for (int with : {1, 2}) value = max(value, __shfl_xor_sync(all_lanes, value, with));
    return value;
}

__device__ float sum_of_row(float value) {
    for (int with : {1, 2}) value += __shfl_xor_sync(all_lanes, value, with);
    return value;
}

// Of one of a lane's two rows.
struct Row {
    Range visible;
    float factor, largest, sum;
};

// Scores of a row become weights, rounded to 16 bits; what was added up before is to be multiplied with the result.
template <uint32_t tiles> __device__ float weigh(const Attention &a, Row &row, float (&scores)[tiles][4], uint32_t half, uint32_t first) {
    float most = -INFINITY;
    SNCUDA_UNROLL()
    for (uint32_t i = 0; i < tiles * 2; i++) {
        float &score = scores[i / 2][half * 2 + i % 2];
        uint32_t position = first + i / 2 * 8 + threadIdx.x % 4 * 2 + i % 2;
        score *= row.factor;
        if (a.softcap != 0) score = a.softcap * tanhf(score / a.softcap);
        if (position < row.visible.begin || position >= row.visible.end) score = -INFINITY;
        most = max(most, score);
    }
    float now = max(row.largest, largest_of_row(most)), from = now == -INFINITY ? 0 : now;
    float before = expf(row.largest - from), sum = 0;
    SNCUDA_UNROLL()
    for (uint32_t i = 0; i < tiles * 2; i++) {
        float &score = scores[i / 2][half * 2 + i % 2];
        score = __half2float(__float2half_rn(expf(score - from)));
        sum += score;
    }
    row.largest = now;
    row.sum = fmaf(row.sum, before, sum_of_row(sum));
    return before;
}

// `wide` times 16 values of a row, or fewer.
template <uint32_t wide, uint32_t positions> __global__ void __launch_bounds__(block_size) attention_prompt_kernel(Attention a) {
    wait_for_earlier();
    constexpr uint32_t tiles = positions / 8;
    Shape shape = shape_of(a);
    uint32_t key_pitch = shape.key_pitch(), value_pitch = shape.value_pitch();
    auto *queries = static_cast<uint16_t *>(block_memory());
    uint16_t *keys = queries + rows_of_block * key_pitch, *values = keys + positions * key_pitch;
    auto *factors = reinterpret_cast<float *>(values + positions * value_pitch);
    uint32_t lane = threadIdx.x % warp, warp_row = threadIdx.x / warp * rows_of_warp;
    uint32_t key_head = blockIdx.x % a.n_kv_heads, group = a.heads / a.n_kv_heads, rows = a.batch * group;
    uint32_t first_row = blockIdx.x / a.n_kv_heads * rows_of_block, last_row = min(first_row + rows_of_block, rows) - 1;
    uint32_t position = position_of(a);
    Range all{visible_to(a, position, first_row / group).begin, visible_to(a, position, last_row / group).end};

    queries += warp_row * key_pitch;
    load_queries(a, key_head, first_row + warp_row, rows, shape.head, queries, factors + warp_row);
    __syncthreads();
    Row mine[2];
    SNCUDA_UNROLL()
    for (uint32_t half = 0; half < 2; half++) {
        uint32_t in_warp = lane / 4 + half * 8, row = first_row + warp_row + in_warp;
        mine[half] = {row < rows ? visible_to(a, position, row / group) : Range{0, 0}, factors[warp_row + in_warp], -INFINITY, 0};
    }
    float out[wide * 2][4] = {};
    for (uint32_t first = all.begin; first < all.end; first += positions) {
        __syncthreads();
        load_tile<positions>(keys, a.keys, shape.head, a.head_size, a.n_kv_heads, key_head, first, all.end);
        load_tile<positions>(values, a.values, shape.value, a.value_size, a.n_kv_heads, key_head, first, all.end);
        __syncthreads();
        float scores[tiles][4] = {};
        for (uint32_t k = 0; k < shape.head; k += 16) {
            uint32_t query[4];
            load_matrices(query, queries + lane % 16 * key_pitch + k + lane / 16 * 8);
            SNCUDA_UNROLL()
            for (uint32_t n = 0; n < tiles; n += 2) {
                uint32_t key[4];
                load_matrices(key, keys + (n * 8 + lane / 16 * 8 + lane % 8) * key_pitch + k + lane / 8 % 2 * 8);
                multiply_add<false>(scores[n], query, key);
                multiply_add<false>(scores[n + 1], query, key + 2);
            }
        }
        SNCUDA_UNROLL()
        for (uint32_t half = 0; half < 2; half++) {
            float before = weigh<tiles>(a, mine[half], scores, half, first);
            SNCUDA_UNROLL()
            for (uint32_t v = 0; v < wide * 2; v++) out[v][half * 2] *= before, out[v][half * 2 + 1] *= before;
        }
        SNCUDA_UNROLL()
        for (uint32_t n = 0; n < tiles; n += 2) {
            // As the scores lie in the lanes, so do the first product's rows.
            const float *low = scores[n], *high = scores[n + 1];
            uint32_t weights[] = {pair_of_halves(low[0], low[1]), pair_of_halves(low[2], low[3]), pair_of_halves(high[0], high[1]), pair_of_halves(high[2], high[3])};
            SNCUDA_UNROLL()
            for (uint32_t v = 0; v < wide; v++) {
                if (v * 16 >= shape.value) continue;
                uint32_t value[4];
                load_transposed(value, values + (n * 8 + lane % 16) * value_pitch + v * 16 + lane / 16 * 8);
                multiply_add<false>(out[v * 2], weights, value);
                multiply_add<false>(out[v * 2 + 1], weights, value + 2);
            }
        }
    }
    SNCUDA_UNROLL()
    for (uint32_t half = 0; half < 2; half++) {
        uint32_t row = first_row + warp_row + lane / 4 + half * 8;
        if (row >= rows) continue;
        float *to = at<float>(a.out) + head_of(a, key_head, row) * a.value_size, factor = 1 / mine[half].sum;
        SNCUDA_UNROLL()
        for (uint32_t i = 0; i < wide * 4; i++) {
            uint32_t value = i / 2 * 8 + lane % 4 * 2 + i % 2;
            if (value < a.value_size) to[value] = out[i / 2][half * 2 + i % 2] * factor;
        }
    }
}

template <uint32_t wide, uint32_t positions> void start_prompt(cudaStream_t stream, const Attention &a) {
    uint32_t shared = shape_of(a).bytes(positions), rows = a.batch * (a.heads / a.n_kv_heads);
    auto kernel = attention_prompt_kernel<wide, positions>;
    need_shared(kernel, shared, a);
    start(stream, a.n_kv_heads * parts(rows, rows_of_block), block_size, shared, kernel, a);
}

} // namespace

bool has_attention_prompt(const Attention &a) {
    return a.batch > 1 && a.head_size <= most_values && a.value_size <= most_values;
}

void attention_prompt(cudaStream_t stream, const Attention &a) {
    uint32_t size = std::max(a.head_size, a.value_size);
    if (size <= 64) return start_prompt<4, 64>(stream, a);
    if (size <= 128) return start_prompt<8, 64>(stream, a);
    start_prompt<16, 32>(stream, a);
}

} // namespace sncuda::kernels
