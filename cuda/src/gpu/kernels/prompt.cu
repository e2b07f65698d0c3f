// Products of matrices with many rows of activations, for prompts: tensor cores, in tiles that go through shared
// memory, where weights arrive decoded as 16-bit floats. The next tile is read while the present one is multiplied.
// Activations are rounded to 16 bits, scaled by a power of two of each row's own so that none is too large. The kernel
// here takes mma.sync; Hopper has its own in prompt_wgmma.cu. A short prompt has few tiles: its columns are
// multiplied in parts then, so that a GPU has something to do everywhere, and the parts added up in their order.
#include "gpu/kernels/prompt_wgmma.h"
#include "gpu/kernels/tiles.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t depth = group_columns;
// Of a row of a tile, in halves: 8 rows of 16 bytes, as ldmatrix reads them, meet no bank twice.
constexpr uint32_t pitch = depth + 8;

// Round to nearest, ties to even; NaN stays NaN.
__device__ inline uint32_t bfloat_bits(float value) {
    uint32_t bits = __float_as_uint(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u) return bits >> 16 | 0x40;
    return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

template <bool bfloat> __device__ uint32_t short_of(float value) {
    return bfloat ? bfloat_bits(value) : half_bits(value);
}

// One block for each row of activations. The second plane lies behind the first.
template <bool bfloat> __global__ void prepare_kernel(const float *x, uint32_t columns, float *scales, uint16_t *out) {
    wait_for_earlier();
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

// 8 warps share a tile of 128 rows by 32 * across tokens; each has `down` * 16 rows and 32 tokens.
template <WeightType T, uint32_t across, uint32_t down> __global__ void __launch_bounds__(prompt_threads) prompt_kernel(const __grid_constant__ PromptProduct p) {
    wait_for_earlier();
    static_assert(across * tile_rows / (down * 16) == prompt_threads / warp, "as many warps as the tile has parts");
    constexpr uint32_t tokens = 32 * across, lines = (tokens * group_lines + prompt_threads - 1) / prompt_threads;
    constexpr uint32_t planes = planes_for(T), side = (tile_rows + planes * tokens) * pitch;
    auto *memory = static_cast<uint16_t *>(block_memory());
    uint32_t row_tile = blockIdx.x, which = matrix_of_unit(p.grouped, tile_rows, row_tile);
    const Matrix m = p.grouped.matrix[which];
    uint32_t columns = padded(m.columns), first_step = blockIdx.z * p.steps, end_step = min(first_step + p.steps, columns / depth);
    uint32_t first_row = row_tile * tile_rows, first_token = blockIdx.y * tokens;
    uint32_t my_row = threadIdx.x / 2, my_half = threadIdx.x % 2;
    Row row = row_of<T>(m, first_row + my_row);
    uint32_t lane = threadIdx.x % warp, part = threadIdx.x / warp;
    uint32_t warp_row = part / across * (down * 16), warp_token = part % across * 32;

    float sums[down][4][4] = {};
    Raw raw = fetch<T>(m, row, first_step, my_half);
    uint4 activations[planes][lines];
    auto fetch_activations = [&](uint32_t step) {
        for (uint32_t i = 0; i < lines; i++) {
            uint32_t line = threadIdx.x + i * prompt_threads, token = first_token + line / group_lines;
            uint64_t from = uint64_t(token) * columns + step * depth + line % group_lines * 8;
            for (uint32_t n = 0; n < planes; n++) {
                activations[n][i] = make_uint4(0, 0, 0, 0);
                if (line >= tokens * group_lines || token >= p.batch) continue;
                activations[n][i] = *reinterpret_cast<const uint4 *>(p.x.values + uint64_t(n) * p.batch * columns + from);
            }
        }
    };
    fetch_activations(first_step);
    for (uint32_t step = first_step; step < end_step; step++) {
        // Two sides by turns: one barrier a step is enough.
        uint16_t *weights = memory + step % 2 * side, *others = weights + tile_rows * pitch;
        Lines mine = decoded<T>(m, row, step, my_half, raw);
        for (uint32_t i = 0; i < 2; i++) *reinterpret_cast<uint4 *>(weights + my_row * pitch + line_place<T>(my_half, i) * 8) = mine.line[i];
        for (uint32_t i = 0; i < lines; i++) {
            uint32_t line = threadIdx.x + i * prompt_threads;
            if (line >= tokens * group_lines) continue;
            uint16_t *to = others + line / group_lines * pitch + line % group_lines * 8;
            for (uint32_t n = 0; n < planes; n++) *reinterpret_cast<uint4 *>(to + n * tokens * pitch) = activations[n][i];
        }
        __syncthreads();
        if (step + 1 < end_step) {
            raw = fetch<T>(m, row, step + 1, my_half);
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
    Results results(p, which, blockIdx.z);
    SNCUDA_UNROLL()
    for (uint32_t n = 0; n < 4; n++) {
        SNCUDA_UNROLL()
        for (uint32_t d = 0; d < down; d++) {
            results.store(first_row + warp_row + d * 16 + lane / 4, first_token + warp_token + n * 8 + lane % 4 * 2, sums[d][n]);
        }
    }
}

template <WeightType T, uint32_t across, uint32_t down> void start_tiles(cudaStream_t stream, const PromptProduct &product) {
    constexpr uint32_t shared = 2 * (tile_rows + planes_for(T) * 32 * across) * pitch * 2;
    static_assert(shared <= 48 * 1024, "more shared memory has to be asked for");
    dim3 grid(units_of(product.grouped, tile_rows), parts(product.batch, 32 * across), product.parts);
    start(stream, grid, prompt_threads, shared, prompt_kernel<T, across, down>, product);
}

void start_mma(cudaStream_t stream, const PromptProduct &product) {
    with_type(product.grouped.matrix[0].type, [&](auto type) {
        if constexpr (type != WeightType::f32) {
            constexpr uint32_t across = 4 / planes_for(type);
            if (product.batch <= 32) return start_tiles<type, 1, 1>(stream, product);
            start_tiles<type, across, across>(stream, product);
        }
    });
}

// Adds parts up. One thread for each result of all matrices.
__global__ void add_parts_kernel(const __grid_constant__ PromptProduct p) {
    wait_for_earlier();
    const GroupedMatmul &s = p.grouped;
    uint64_t i = thread_number(), all = rows_before(s, s.count) * p.batch;
    if (i >= all) return;
    float sum = 0;
    for (uint32_t part = 0; part < p.parts; part++) sum += p.partial[part * all + i];
    uint32_t which = 0;
    while (i >= uint64_t(s.matrix[which].rows) * p.batch) i -= uint64_t(s.matrix[which++].rows) * p.batch;
    s.out[which][i] = sum * p.x.scales[i / s.matrix[which].rows];
}

constexpr uint32_t adding_threads = 256;

// Plan of a product: how it is cut, and where everything lies in its workspace.
struct Plan {
    uint32_t parts, steps;
    bool wgmma;
    uint64_t values, partial, end; // where they begin
};

// As many blocks as the largest GPUs can have at a time of a kernel for prompts, and the fewest steps for one of them.
constexpr uint32_t many_blocks = 264, fewest_columns = 512, most_parts = 8;

uint64_t aligned(uint64_t bytes) {
    return (bytes + 255) / 256 * 256;
}

Plan plan_of(const GroupedMatmul &grouped, uint32_t batch, Capability capability) {
    uint32_t columns = grouped.matrix[0].columns;
    bool wgmma = has_wgmma(capability) && wgmma_takes(grouped.matrix[0]);
    uint32_t a_step = wgmma ? wgmma_depth : depth, steps = parts(columns, a_step);
    // Results of parts are written and read again: only where they are few, and most of the GPU would be idle.
    uint32_t tokens = batch <= 32 ? 32 : batch <= 64 ? 64 : 128, blocks = units_of(grouped, tile_rows) * parts(batch, tokens);
    uint32_t most = std::min({most_parts * 32 / tokens, many_blocks / blocks, columns / fewest_columns});
    if (blocks > many_blocks / 4 || most == 0) most = 1;
    uint32_t each = parts(steps, most), cut = parts(steps, each);
    uint64_t rows = rows_before(grouped, grouped.count), values = aligned(uint64_t(batch) * 4);
    uint64_t partial = values + aligned(uint64_t(planes_for(grouped.matrix[0].type)) * batch * padded(columns) * 2);
    return {cut, each, wgmma, values, partial, partial + (cut == 1 ? 0 : cut * rows * batch * 4)};
}

} // namespace

bool takes_prompts(WeightType type) {
    return type != WeightType::f32;
}

uint64_t prompt_workspace(const Product *products, uint32_t count, uint32_t batch, Capability capability) {
    return plan_of(grouped_matmul_of(products, count), batch, capability).end;
}

void matmul_prompt(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch, Capability capability, Address workspace) {
    GroupedMatmul grouped = grouped_matmul_of(products, count);
    Plan plan = plan_of(grouped, batch, capability);
    auto prepare = grouped.matrix[0].type == WeightType::bf16 ? prepare_kernel<true> : prepare_kernel<false>;
    start(stream, batch, prompt_threads, prompt_threads / warp * 4, prepare, at<float>(x), grouped.matrix[0].columns, at<float>(workspace), at<uint16_t>(workspace + plan.values));
    PromptProduct product{grouped, {at<float>(workspace), at<uint16_t>(workspace + plan.values)}, batch, plan.parts, plan.steps, at<float>(workspace + plan.partial)};
    if (plan.wgmma) {
        start_wgmma(stream, product);
    } else {
        start_mma(stream, product);
    }
    if (plan.parts == 1) return;
    uint64_t results = (plan.end - plan.partial) / 4 / plan.parts;
    start(stream, parts(results, adding_threads), adding_threads, 0, add_parts_kernel, product);
}

} // namespace sncuda::kernels
