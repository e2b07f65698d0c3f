// Everything but products, attention and choices. Sums are made by one warp or one block in an order that never varies;
// there are no atomics.
#include "gpu/kernels/kernels.h"
#include "gpu/launch/launch.h"
#include "gpu/kernels/weights.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 256;

uint32_t blocks_for(uint64_t count) {
    return parts(count, block_size);
}

// One thread for each word of 8 values, or for each value of a type without blocks.
template <WeightType T> __global__ void embed_kernel(Matrix table, const uint32_t *tokens, uint32_t batch, float scale, float *out) {
    wait_for_earlier();
    uint64_t i = thread_number();
    uint32_t a_row = has_blocks(T) ? table.columns / 8 : table.columns;
    if (i >= uint64_t(batch) * a_row) return;
    uint32_t row = tokens[i / a_row], at = i % a_row;
    out += i / a_row * table.columns;
    if constexpr (!has_blocks(T)) {
        out[at] = plain_value<T>(table, uint64_t(row) * table.columns + at) * scale;
    } else {
        float low[4], high[4];
        values_of<T>(table, row, at / 4, at % 4, low, high);
        out += at / 4 * 32 + at % 4 * 4;
        for (int k = 0; k < 4; k++) {
            out[k] = low[k] * scale;
            out[k + 16] = high[k] * scale;
        }
    }
}

// One block for each row.
__global__ void rms_norm_kernel(float *x, const float *add, const float *weight, uint32_t columns, float epsilon, float *out) {
    wait_for_earlier();
    auto *sums = static_cast<double *>(block_memory());
    uint64_t before = uint64_t(blockIdx.x) * columns;
    x += before;
    out += before;
    double squares = 0;
    for (uint32_t i = threadIdx.x; i < columns; i += blockDim.x) {
        float value = x[i];
        if (add) x[i] = value = value + add[before + i];
        squares += double(value) * value;
    }
    squares = warp_sum(squares);
    if (threadIdx.x % warp == 0) sums[threadIdx.x / warp] = squares;
    __syncthreads();
    double sum = 0;
    for (uint32_t i = 0; i < blockDim.x / warp; i++) sum += sums[i];
    float factor = float(1.0 / sqrt(sum / columns + double(epsilon)));
    for (uint32_t i = threadIdx.x; i < columns; i += blockDim.x) out[i] = x[i] * factor * weight[i];
}

__global__ void add_bias_kernel(float *x, const float *bias, uint32_t rows, uint32_t columns) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i < uint64_t(rows) * columns) x[i] += bias[i % columns];
}

__global__ void add_kernel(float *x, const float *y, uint64_t count) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i < count) x[i] += y[i];
}

// Turns pair `pair` of the head that begins at `values`.
__device__ void turn(float *values, const Rope &rope, uint32_t pair, uint32_t position) {
    double angle = double(position) * at<double>(rope.turns)[pair];
    float cosine = float(cos(angle)) * rope.magnitude, sine = float(sin(angle)) * rope.magnitude;
    uint32_t pairs = rope.rotated / 2;
    uint32_t first = rope.interleaved ? 2 * pair : pair, second = rope.interleaved ? 2 * pair + 1 : pair + pairs;
    float a = values[first], b = values[second];
    values[first] = a * cosine - b * sine;
    values[second] = a * sine + b * cosine;
}

__global__ void rope_kernel(float *x, Rope rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    wait_for_earlier();
    uint64_t i = thread_number();
    uint32_t pairs = rope.rotated / 2;
    if (i >= uint64_t(batch) * heads * pairs) return;
    uint64_t head = i / pairs;
    turn(x + head * head_size, rope, i % pairs, position + uint32_t(head / heads));
}

// One block for each head of queries, of keys and of values, and each row.
__global__ void rope_and_store_kv_kernel(RopeAndStoreKv p) {
    wait_for_earlier();
    uint32_t head = blockIdx.x, row = blockIdx.y;
    uint32_t position = (p.position_at ? *at<uint32_t>(p.position_at) : p.position) + row;
    bool is_query = head < p.heads, is_key = !is_query && head < p.heads + p.n_kv_heads;
    if (is_query || is_key) {
        float *values = is_query ? at<float>(p.queries) + (uint64_t(row) * p.heads + head) * p.head_size
                                 : at<float>(p.keys) + (uint64_t(row) * p.n_kv_heads + head - p.heads) * p.head_size;
        for (uint32_t pair = threadIdx.x; pair < p.rope.rotated / 2; pair += blockDim.x) turn(values, p.rope, pair, position);
        if (is_query) return;
    }
    __syncthreads();
    uint32_t key_head = head - p.heads - (is_key ? 0 : p.n_kv_heads), size = is_key ? p.head_size : p.value_size;
    const float *from = at<float>(is_key ? p.keys : p.values) + (uint64_t(row) * p.n_kv_heads + key_head) * size;
    __half *to = at<__half>(is_key ? p.key_cache : p.value_cache) + (uint64_t(position) * p.n_kv_heads + key_head) * size;
    for (uint32_t i = threadIdx.x; i < size; i += blockDim.x) to[i] = __float2half_rn(from[i]);
}

__global__ void f32_to_f16_kernel(__half *to, const float *from, uint64_t count) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i < count) to[i] = __float2half_rn(from[i]);
}

__global__ void glu_kernel(Activation activation, const float *gate, const float *up, uint32_t batch, uint32_t columns, uint32_t stride, float *out) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i >= uint64_t(batch) * columns) return;
    uint64_t from = i / columns * stride + i % columns;
    out[i] = activated(activation, gate[from]) * up[from];
}

__global__ void slice_kernel(const float *x, uint32_t batch, uint32_t columns, uint32_t stride, float *out) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i < uint64_t(batch) * columns) out[i] = x[i / columns * stride + i % columns];
}

__global__ void soft_cap_kernel(float *x, uint64_t count, float cap) {
    wait_for_earlier();
    uint64_t i = thread_number();
    if (i < count) x[i] = cap * tanhf(x[i] / cap);
}

} // namespace

void embed(cudaStream_t stream, const Weight &table, Address tokens, uint32_t batch, float scale, Address out) {
    with_type(table.type, [&](auto type) {
        uint64_t threads = uint64_t(batch) * (has_blocks(type) ? table.columns / 8 : table.columns);
        start(stream, blocks_for(threads), block_size, 0, embed_kernel<type>, matrix_of(table), at<uint32_t>(tokens), batch, scale, at<float>(out));
    });
}

void add_and_rms_norm(cudaStream_t stream, Address x, Address add, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    // Few threads for the heads of a query, many for a whole row.
    uint32_t threads = columns <= 256 ? 32 : columns <= 2048 ? 256 : 1024;
    start(stream, rows, threads, threads / warp * 8, rms_norm_kernel, at<float>(x), at<float>(add), at<float>(weight), columns, epsilon, at<float>(out));
}

void add_bias(cudaStream_t stream, Address x, Address bias, uint32_t rows, uint32_t columns) {
    start(stream, blocks_for(uint64_t(rows) * columns), block_size, 0, add_bias_kernel, at<float>(x), at<float>(bias), rows, columns);
}

void add(cudaStream_t stream, Address x, Address y, uint64_t count) {
    start(stream, blocks_for(count), block_size, 0, add_kernel, at<float>(x), at<float>(y), count);
}

void rope(cudaStream_t stream, Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    uint64_t count = uint64_t(batch) * heads * (rope.rotated / 2);
    start(stream, blocks_for(count), block_size, 0, rope_kernel, at<float>(x), rope, batch, position, heads, head_size);
}

void rope_and_store_kv(cudaStream_t stream, const RopeAndStoreKv &p) {
    start(stream, dim3(p.heads + 2 * p.n_kv_heads, p.batch), 64, 0, rope_and_store_kv_kernel, p);
}

void f32_to_f16(cudaStream_t stream, Address to, Address from, uint64_t count) {
    start(stream, blocks_for(count), block_size, 0, f32_to_f16_kernel, at<__half>(to), at<float>(from), count);
}

void glu(cudaStream_t stream, Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start(stream, blocks_for(uint64_t(batch) * columns), block_size, 0, glu_kernel, activation, at<float>(gate), at<float>(up), batch, columns, stride,
          at<float>(out));
}

void slice(cudaStream_t stream, Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start(stream, blocks_for(uint64_t(batch) * columns), block_size, 0, slice_kernel, at<float>(x), batch, columns, stride, at<float>(out));
}

void soft_cap(cudaStream_t stream, Address x, uint64_t count, float cap) {
    start(stream, blocks_for(count), block_size, 0, soft_cap_kernel, at<float>(x), count, cap);
}

} // namespace sncuda::kernels
