// One kernel for each operation, as plain as the reference. Sums are made by one warp or one block in an
// order that never varies; there are no atomics.
#include "gpu_kernels.h"
#include <cuda_fp16.h>

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 256;
constexpr uint32_t warp = 32;

template <class T> __host__ __device__ T *at(Address address) {
    return reinterpret_cast<T *>(address);
}

__device__ float half_at(const uint8_t *from) {
    return __half2float(__ushort_as_half(uint16_t(from[0] | from[1] << 8)));
}

// Fifth bit `i` of the 32 of a block, as 16 or 0.
__device__ int fifth_bit(const uint8_t *from, int i) {
    return (from[i / 8] >> (i % 8) & 1) << 4;
}

// Scale and minimum `i` of the eight of a K block.
__device__ void k_scale(const uint8_t *in, int i, float d, float smallest, float &scale, float &minimum) {
    int s = i < 4 ? in[i] & 63 : (in[i + 4] & 15) | (in[i - 4] >> 6) << 4;
    int m = i < 4 ? in[i + 4] & 63 : (in[i + 4] >> 4) | (in[i] >> 6) << 4;
    scale = d * float(s);
    minimum = smallest * float(m);
}

// Value `i` of a row: see blocks.cpp for the formats.
__device__ float value_at(WeightType type, const uint8_t *row, uint64_t i) {
    switch (type) {
    case WeightType::f32: return reinterpret_cast<const float *>(row)[i];
    case WeightType::f16: return half_at(row + 2 * i);
    case WeightType::bf16: return __uint_as_float(uint32_t(row[2 * i] | row[2 * i + 1] << 8) << 16);
    default: break;
    }
    if (type == WeightType::q4_k || type == WeightType::q5_k) {
        bool five = type == WeightType::q5_k;
        const uint8_t *in = row + i / 256 * (five ? 176 : 144);
        int at = i % 256, run = at / 64, side = at % 64 / 32, byte = at % 32;
        float scale, minimum;
        k_scale(in + 4, 2 * run + side, half_at(in), half_at(in + 2), scale, minimum);
        const uint8_t *low = in + (five ? 48 : 16) + 32 * run;
        int value = side == 0 ? low[byte] & 15 : low[byte] >> 4;
        if (five) value |= (in[16 + byte] >> (2 * run + side) & 1) << 4;
        return scale * float(value) - minimum;
    }
    if (type == WeightType::q6_k) {
        const uint8_t *in = row + i / 256 * 210;
        int at = i % 256, side = at / 128, quarter = at % 128 / 32, byte = at % 32;
        int low = in[64 * side + byte + (quarter & 1) * 32];
        int high = in[128 + 32 * side + byte] >> (2 * quarter) & 3;
        int value = ((quarter < 2 ? low & 15 : low >> 4) | high << 4) - 32;
        return half_at(in + 208) * float(int8_t(in[192 + 8 * side + 2 * quarter + byte / 16])) * float(value);
    }
    int at = i % 32, byte = at % 16, side = at / 16;
    uint64_t block = i / 32;
    auto nibble = [&](const uint8_t *from) { return side == 0 ? from[byte] & 15 : from[byte] >> 4; };
    if (type == WeightType::q8_0) {
        const uint8_t *in = row + block * 34;
        return float(int8_t(in[2 + at])) * half_at(in);
    }
    if (type == WeightType::q4_0) {
        const uint8_t *in = row + block * 18;
        return half_at(in) * float(nibble(in + 2) - 8);
    }
    if (type == WeightType::q4_1) {
        const uint8_t *in = row + block * 20;
        return half_at(in) * float(nibble(in + 4)) + half_at(in + 2);
    }
    if (type == WeightType::q5_0) {
        const uint8_t *in = row + block * 22;
        return half_at(in) * float((nibble(in + 6) | fifth_bit(in + 2, at)) - 16);
    }
    const uint8_t *in = row + block * 24;
    return half_at(in) * float(nibble(in + 8) | fifth_bit(in + 4, at)) + half_at(in + 2);
}

struct Rows {
    const uint8_t *data;
    WeightType type;
    uint64_t rows, columns, stride;
};

Rows rows_of(const Weight &weight) {
    const BlockFormat &format = block_format(weight.type);
    return {at<uint8_t>(weight.data), weight.type, weight.rows, weight.columns, weight.columns / format.values * format.bytes};
}

uint32_t blocks_for(uint64_t count) {
    return uint32_t((count + block_size - 1) / block_size);
}

// This thread's number of all; 64 bits, for arrays of more than 2^32 values.
__device__ uint64_t index() {
    return uint64_t(blockIdx.x) * blockDim.x + threadIdx.x;
}

__device__ float warp_sum(float value) {
    for (int offset = warp / 2; offset > 0; offset /= 2) value += __shfl_xor_sync(0xffffffffu, value, offset);
    return value;
}

template <class... Parameters, class... Arguments>
void start(void (*kernel)(Parameters...), dim3 grid, uint32_t block, Arguments... arguments) {
    cudaLaunchConfig_t config{};
    config.gridDim = grid;
    config.blockDim = dim3(block);
    cudaLaunchKernelEx(&config, kernel, Parameters(arguments)...);
}

__global__ void embed_kernel(Rows table, const uint32_t *tokens, uint32_t batch, float scale, float *out) {
    uint64_t i = index();
    if (i >= batch * table.columns) return;
    const uint8_t *row = table.data + tokens[i / table.columns] * table.stride;
    out[i] = value_at(table.type, row, i % table.columns) * scale;
}

// One warp for each row.
__global__ void normalise_kernel(const float *x, const float *weight, uint32_t columns, float epsilon, float *out) {
    x += uint64_t(blockIdx.x) * columns;
    out += uint64_t(blockIdx.x) * columns;
    double squares = 0;
    for (uint32_t i = threadIdx.x; i < columns; i += warp) squares += double(x[i]) * x[i];
    for (int offset = warp / 2; offset > 0; offset /= 2) squares += __shfl_xor_sync(0xffffffffu, squares, offset);
    float factor = float(1.0 / sqrt(squares / columns + double(epsilon)));
    for (uint32_t i = threadIdx.x; i < columns; i += warp) out[i] = x[i] * factor * weight[i];
}

// One warp for each row of weights and row of activations.
__global__ void multiply_kernel(Rows weight, const float *x, float *out) {
    uint64_t row = uint64_t(blockIdx.x) * (block_size / warp) + threadIdx.x / warp;
    if (row >= weight.rows) return;
    uint32_t lane = threadIdx.x % warp;
    x += blockIdx.y * weight.columns;
    const uint8_t *data = weight.data + row * weight.stride;
    float sum = 0;
    for (uint64_t i = lane; i < weight.columns; i += warp) sum += value_at(weight.type, data, i) * x[i];
    sum = warp_sum(sum);
    if (lane == 0) out[blockIdx.y * weight.rows + row] = sum;
}

__global__ void add_bias_kernel(float *x, const float *bias, uint32_t rows, uint32_t columns) {
    uint64_t i = index();
    if (i < uint64_t(rows) * columns) x[i] += bias[i % columns];
}

__global__ void add_kernel(float *x, const float *y, uint64_t count) {
    uint64_t i = index();
    if (i < count) x[i] += y[i];
}

__global__ void rotate_kernel(float *x, Rope rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    uint64_t i = index();
    uint32_t pairs = rope.rotated / 2;
    if (i >= uint64_t(batch) * heads * pairs) return;
    uint32_t pair = i % pairs;
    uint64_t head = i / pairs;
    double angle = (double(position) + double(head / heads)) * at<double>(rope.turns)[pair];
    float cosine = float(cos(angle)) * rope.magnitude, sine = float(sin(angle)) * rope.magnitude;
    float *values = x + head * head_size;
    uint32_t first = rope.interleaved ? 2 * pair : pair, second = rope.interleaved ? 2 * pair + 1 : pair + pairs;
    float a = values[first], b = values[second];
    values[first] = a * cosine - b * sine;
    values[second] = a * sine + b * cosine;
}

__global__ void narrow_kernel(__half *to, const float *from, uint64_t count) {
    uint64_t i = index();
    if (i < count) to[i] = __float2half_rn(from[i]);
}

// One warp for each head of each query.
__global__ void attend_kernel(Attention a) {
    uint32_t head = blockIdx.x, row = blockIdx.y, lane = threadIdx.x;
    uint32_t key_head = head / (a.heads / a.key_heads);
    uint32_t end = a.position + row + 1;
    uint32_t begin = a.window != 0 && end > a.window ? end - a.window : 0;
    uint64_t place = uint64_t(row) * a.heads + head;
    const float *query = at<float>(a.queries) + place * a.head_size;
    float *out = at<float>(a.out) + place * a.value_size;
    float *scores = at<float>(a.scores) + place * (uint64_t(a.position) + a.batch);

    float largest = -INFINITY;
    for (uint32_t p = begin + lane; p < end; p += warp) {
        const __half *key = at<__half>(a.keys) + (uint64_t(p) * a.key_heads + key_head) * a.head_size;
        float score = 0;
        for (uint32_t i = 0; i < a.head_size; i++) score += query[i] * __half2float(key[i]);
        score *= a.scale;
        if (a.softcap != 0) score = a.softcap * tanhf(score / a.softcap);
        scores[p] = score;
        largest = fmaxf(largest, score);
    }
    for (int offset = warp / 2; offset > 0; offset /= 2) {
        largest = fmaxf(largest, __shfl_xor_sync(0xffffffffu, largest, offset));
    }
    float sum = 0;
    for (uint32_t p = begin + lane; p < end; p += warp) {
        scores[p] = expf(scores[p] - largest);
        sum += scores[p];
    }
    sum = warp_sum(sum);
    __syncwarp();
    for (uint32_t i = lane; i < a.value_size; i += warp) {
        float value = 0;
        for (uint32_t p = begin; p < end; p++) {
            value += scores[p] / sum * __half2float(at<__half>(a.values)[(uint64_t(p) * a.key_heads + key_head) * a.value_size + i]);
        }
        out[i] = value;
    }
}

__global__ void gate_kernel(Activation activation, const float *gate, const float *up, uint32_t batch, uint32_t columns, uint32_t stride, float *out) {
    uint64_t i = index();
    if (i >= uint64_t(batch) * columns) return;
    uint64_t from = i / columns * stride + i % columns;
    float x = gate[from];
    float active = activation == Activation::silu ? x / (1.0f + expf(-x))
                                                  : 0.5f * x * (1.0f + tanhf(0.7978845608f * (x + 0.044715f * x * x * x)));
    out[i] = active * up[from];
}

__global__ void slice_kernel(const float *x, uint32_t batch, uint32_t columns, uint32_t stride, float *out) {
    uint64_t i = index();
    if (i < uint64_t(batch) * columns) out[i] = x[i / columns * stride + i % columns];
}

__global__ void soft_cap_kernel(float *x, uint64_t count, float cap) {
    uint64_t i = index();
    if (i < count) x[i] = cap * tanhf(x[i] / cap);
}

} // namespace

void embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) {
    start(embed_kernel, blocks_for(batch * table.columns), block_size, rows_of(table), at<uint32_t>(tokens), batch, scale, at<float>(out));
}

void normalise(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    start(normalise_kernel, rows, warp, at<float>(x), at<float>(weight), columns, epsilon, at<float>(out));
}

void multiply(const Weight &weight, Address x, uint32_t batch, Address out) {
    dim3 grid(uint32_t((weight.rows + block_size / warp - 1) / (block_size / warp)), batch);
    start(multiply_kernel, grid, block_size, rows_of(weight), at<float>(x), at<float>(out));
}

void add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) {
    start(add_bias_kernel, blocks_for(uint64_t(rows) * columns), block_size, at<float>(x), at<float>(bias), rows, columns);
}

void add(Address x, Address y, uint64_t count) {
    start(add_kernel, blocks_for(count), block_size, at<float>(x), at<float>(y), count);
}

void rotate(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    uint64_t count = uint64_t(batch) * heads * (rope.rotated / 2);
    start(rotate_kernel, blocks_for(count), block_size, at<float>(x), rope, batch, position, heads, head_size);
}

void narrow(Address to, Address from, uint64_t count) {
    start(narrow_kernel, blocks_for(count), block_size, at<__half>(to), at<float>(from), count);
}

void attend(const Attention &attention) {
    start(attend_kernel, dim3(attention.heads, attention.batch), warp, attention);
}

void gate(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start(gate_kernel, blocks_for(uint64_t(batch) * columns), block_size, activation, at<float>(gate), at<float>(up), batch, columns, stride, at<float>(out));
}

void slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start(slice_kernel, blocks_for(uint64_t(batch) * columns), block_size, at<float>(x), batch, columns, stride, at<float>(out));
}

void soft_cap(Address x, uint64_t count, float cap) {
    start(soft_cap_kernel, blocks_for(count), block_size, at<float>(x), count, cap);
}

} // namespace sncuda::kernels
