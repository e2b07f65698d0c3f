// Products of matrices with many rows of activations, for prompts: tensor cores, in tiles that go through shared
// memory, where weights arrive decoded as 16-bit floats. The next tile is read while the present one is multiplied.
// Activations are rounded to 16 bits, scaled by a power of two of each row's own so that none is too large. Beside
// weights in bfloat16, whose range no half has, they are bfloat16 too, and what its few bits leave of them is a second
// plane of activations.
#include "gpu_mma.h"
#include "gpu_several.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 256, tile_rows = 128, depth = 32;
// Of a row of a tile, in halves: 8 rows of 16 bytes, as ldmatrix reads them, meet no bank twice.
constexpr uint32_t pitch = depth + 8;

__host__ __device__ inline uint64_t scales_bytes(uint64_t batch) {
    return (batch * 4 + 255) / 256 * 256;
}

__host__ __device__ inline uint32_t padded(uint32_t columns) {
    return (columns + depth - 1) / depth * depth;
}

// Round to nearest, ties to even; NaN stays NaN.
__device__ inline uint32_t bfloat_bits(float value) {
    uint32_t bits = __float_as_uint(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u) return bits >> 16 | 0x40;
    return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

template <bool bfloat> __device__ uint32_t short_of(float value) {
    return bfloat ? bfloat_bits(value) : half_bits(value);
}

SNCUDA_BOTH constexpr uint32_t planes_for(WeightType type) {
    return type == WeightType::bf16 ? 2 : 1;
}

// One block for each row of activations. The second plane lies behind the first.
template <bool bfloat> __global__ void prepare_kernel(const float *x, uint32_t columns, float *scales, uint16_t *out) {
    uint64_t plane = uint64_t(gridDim.x) * padded(columns);
    auto *largest = static_cast<float *>(block_memory());
    x += uint64_t(blockIdx.x) * columns;
    out += uint64_t(blockIdx.x) * padded(columns);
    float most = 0;
    for (uint32_t i = threadIdx.x; i < columns; i += blockDim.x) most = max(most, fabsf(x[i]));
    most = warp_largest(most);
    if (threadIdx.x % warp == 0) largest[threadIdx.x / warp] = most;
    __syncthreads();
    for (uint32_t i = 0; i < blockDim.x / warp; i++) most = max(most, largest[i]);
    uint32_t exponent = bfloat ? 127 : exponent_for_halves(most);
    float factor = __uint_as_float(exponent << 23);
    if (threadIdx.x == 0) scales[blockIdx.x] = __uint_as_float((254 - exponent) << 23);
    for (uint32_t i = threadIdx.x; i < padded(columns); i += blockDim.x) {
        float value = i < columns ? x[i] * factor : 0;
        uint32_t bits = short_of<bfloat>(value);
        out[i] = uint16_t(bits);
        if (bfloat) out[plane + i] = uint16_t(bfloat_bits(value - bfloat_of(bits)));
    }
}

// What one thread brings of a tile of weights: half of a row's 32 values, as they lie in memory.
struct Raw {
    uint32_t words[8];
};

template <WeightType T> __device__ Raw fetch(const Matrix &m, uint32_t row, uint32_t step, uint32_t half) {
    Raw raw{};
    row = min(row, m.rows - 1);
    if constexpr (has_blocks(T)) {
        uint32_t groups = m.columns / 32;
        WordPlace place = word_place(T, groups, step);
        const uint8_t *from = m.data + uint64_t(row) * groups * word_bytes(T) * 4 + place.first;
        for (uint32_t i = 0; i < 2; i++) {
            const uint8_t *word = from + (2 * half + i) * place.step;
            raw.words[2 * i] = load<uint32_t>(word);
            if (T == WeightType::q8_0) raw.words[2 * i + 1] = load<uint32_t>(word + 4);
        }
        return raw;
    }
    uint32_t first = step * depth + half * 16;
    const uint8_t *from = m.data + (uint64_t(row) * m.columns + first) * 2;
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

// Puts it into the tile's row as 16-bit floats.
template <WeightType T> __device__ void put(const Matrix &m, uint32_t row, uint32_t step, uint32_t half, const Raw &raw, uint16_t *to) {
    if constexpr (!has_blocks(T)) {
        for (uint32_t i = 0; i < 2; i++) {
            *reinterpret_cast<uint4 *>(to + half * 16 + i * 8) =
                make_uint4(raw.words[4 * i], raw.words[4 * i + 1], raw.words[4 * i + 2], raw.words[4 * i + 3]);
        }
    } else {
        uint64_t group = uint64_t(min(row, m.rows - 1)) * (m.columns / 32) + step;
        Scales scales = scales_of<T>(m, group);
        uint32_t low[4], high[4];
        for (uint32_t i = 0; i < 2; i++) {
            Numbers numbers = numbers_of<T>(m, group, 2 * half + i, raw.words[2 * i], raw.words[2 * i + 1]);
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
        *reinterpret_cast<uint4 *>(to + half * 8) = make_uint4(low[0], low[1], low[2], low[3]);
        *reinterpret_cast<uint4 *>(to + 16 + half * 8) = make_uint4(high[0], high[1], high[2], high[3]);
    }
}

// 8 warps share a tile of 128 rows by 32 * across tokens; each has `down` * 16 rows and 32 tokens.
template <WeightType T, uint32_t across, uint32_t down>
__global__ void __launch_bounds__(block_size) prompt_kernel(const __grid_constant__ Several several, uint32_t batch, const float *scales, const uint16_t *x) {
    static_assert(across * tile_rows / (down * 16) == block_size / warp, "as many warps as the tile has parts");
    constexpr uint32_t tokens = 32 * across, lines = (tokens * depth / 8 + block_size - 1) / block_size;
    constexpr uint32_t planes = planes_for(T), side = (tile_rows + planes * tokens) * pitch;
    auto *memory = static_cast<uint16_t *>(block_memory());
    uint32_t row_tile = blockIdx.x, which = matrix_of_unit(several, tile_rows, row_tile);
    const Matrix m = several.matrix[which];
    float *out = several.out[which];
    uint32_t columns = padded(m.columns), steps = columns / depth;
    uint32_t first_row = row_tile * tile_rows, first_token = blockIdx.y * tokens;
    uint32_t my_row = threadIdx.x / 2, my_half = threadIdx.x % 2;
    uint32_t lane = threadIdx.x % warp, part = threadIdx.x / warp;
    uint32_t warp_row = part / across * (down * 16), warp_token = part % across * 32;

    float sums[down][4][4] = {};
    Raw raw = fetch<T>(m, first_row + my_row, 0, my_half);
    uint4 activations[planes][lines];
    auto fetch_activations = [&](uint32_t step) {
        for (uint32_t i = 0; i < lines; i++) {
            uint32_t line = threadIdx.x + i * block_size, token = first_token + line / (depth / 8);
            uint64_t from = uint64_t(token) * columns + step * depth + line % (depth / 8) * 8;
            for (uint32_t p = 0; p < planes; p++) {
                activations[p][i] = make_uint4(0, 0, 0, 0);
                if (line >= tokens * depth / 8 || token >= batch) continue;
                activations[p][i] = __ldg(reinterpret_cast<const uint4 *>(x + uint64_t(p) * batch * columns + from));
            }
        }
    };
    fetch_activations(0);
    for (uint32_t step = 0; step < steps; step++) {
        // Two sides by turns: one barrier a step is enough.
        uint16_t *weights = memory + step % 2 * side, *others = weights + tile_rows * pitch;
        put<T>(m, first_row + my_row, step, my_half, raw, weights + my_row * pitch);
        for (uint32_t i = 0; i < lines; i++) {
            uint32_t line = threadIdx.x + i * block_size;
            if (line >= tokens * depth / 8) continue;
            uint16_t *to = others + line / (depth / 8) * pitch + line % (depth / 8) * 8;
            for (uint32_t p = 0; p < planes; p++) *reinterpret_cast<uint4 *>(to + p * tokens * pitch) = activations[p][i];
        }
        __syncthreads();
        if (step + 1 < steps) {
            raw = fetch<T>(m, first_row + my_row, step + 1, my_half);
            fetch_activations(step + 1);
        }
        for (uint32_t k = 0; k < depth; k += 16) {
            uint32_t b[planes * 2][4];
            for (uint32_t n = 0; n < planes * 2; n++) {
                uint32_t token = n / 2 * tokens + warp_token + n % 2 * 16 + lane / 16 * 8 + lane % 8;
                load_matrices(b[n], others + token * pitch + k + lane / 8 % 2 * 8);
            }
            for (uint32_t d = 0; d < down; d++) {
                uint32_t a[4];
                load_matrices(a, weights + (warp_row + d * 16 + lane % 16) * pitch + k + lane / 16 * 8);
                for (uint32_t n = 0; n < planes * 4; n++) multiply_add<T == WeightType::bf16>(sums[d][n % 4], a, b[n / 2] + n % 2 * 2);
            }
        }
    }
    for (uint32_t d = 0; d < down; d++) {
        for (uint32_t n = 0; n < 4; n++) {
            for (uint32_t i = 0; i < 4; i++) {
                uint32_t row = first_row + warp_row + d * 16 + lane / 4 + i / 2 * 8;
                uint32_t token = first_token + warp_token + n * 8 + lane % 4 * 2 + i % 2;
                if (row < m.rows && token < batch) out[uint64_t(token) * m.rows + row] = sums[d][n][i] * scales[token];
            }
        }
    }
}

template <WeightType T, uint32_t across, uint32_t down>
void start_prompt(cudaStream_t stream, const Several &several, uint32_t batch, Address room) {
    constexpr uint32_t shared = 2 * (tile_rows + planes_for(T) * 32 * across) * pitch * 2;
    static_assert(shared <= 48 * 1024, "more shared memory has to be asked for");
    dim3 grid(units_of(several, tile_rows), parts(batch, 32 * across));
    start(stream, grid, block_size, shared, prompt_kernel<T, across, down>, several, batch, at<float>(room), at<uint16_t>(room + scales_bytes(batch)));
}

} // namespace

bool takes_prompts(WeightType type) {
    return type != WeightType::f32;
}

uint64_t prompt_room(uint64_t batch, uint64_t columns) {
    return scales_bytes(batch) + 2 * batch * padded(uint32_t(columns)) * 2; // room for two planes
}

void prepare_prompt(cudaStream_t stream, WeightType type, Address x, uint32_t batch, uint32_t columns, Address room) {
    auto kernel = type == WeightType::bf16 ? prepare_kernel<true> : prepare_kernel<false>;
    start(stream, batch, block_size, block_size / warp * 4, kernel, at<float>(x), columns, at<float>(room), at<uint16_t>(room + scales_bytes(batch)));
}

void multiply_prompt(cudaStream_t stream, const Product *products, uint32_t count, uint32_t batch, Address room) {
    Several several = several_of(products, count);
    with_type(several.matrix[0].type, [&](auto type) {
        if constexpr (type != WeightType::f32) {
            constexpr uint32_t across = 4 / planes_for(type);
            if (batch <= 32) return start_prompt<type, 1, 1>(stream, several, batch, room);
            start_prompt<type, across, across>(stream, several, batch, room);
        }
    });
}

} // namespace sncuda::kernels
