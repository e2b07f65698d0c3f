// Products for prompts on Hopper: two warpgroups share a tile of 128 rows, of which each multiplies 64. wgmma reads
// both sides from shared memory and goes on by itself; meanwhile the same threads copy the activations of a later step
// (weights without blocks too) and decode the weights of the next.
#include "gpu_prompt_wgmma.h"

namespace sncuda::kernels {

namespace {

constexpr uint32_t groupsize = 128, rows_of_group = 64;
// Of a multiprocessor's shared memory, where it is to have two blocks.
constexpr uint32_t half_of_shared = 96 * 1024;

template <WeightType T, uint32_t tokens> struct Stages {
    static constexpr uint32_t weights = tile_rows * tile_depth * 2, plane = tokens * tile_depth * 2;
    static constexpr uint32_t bytes = weights + planes_for(T) * plane;
    static constexpr uint32_t count = bytes * 4 > half_of_shared && bytes * 3 <= half_of_shared ? 3 : 4;
    static constexpr uint32_t shared = bytes * count + tile_alignment;
    static constexpr uint32_t blocks = bytes * count <= half_of_shared ? 2 : 1;
};

#if defined(SNCUDA_WGMMA)

// What a thread of a block does in each step.
template <WeightType T, uint32_t tokens> struct Worker {
    using S = Stages<T, tokens>;
    static constexpr uint32_t planes = planes_for(T);
    static constexpr bool decodes = has_blocks(T);

    const PromptProduct &p;
    const Matrix m;
    uint32_t first_row, first_token, end_step;
    uint8_t *memory;
    Raw raw[2];

    __device__ uint8_t *stage(uint32_t step) const { return memory + step % S::count * S::bytes; }

    __device__ void copy_activations(uint32_t step) {
        uint32_t columns = padded(m.columns);
        for (uint32_t i = threadIdx.x; i < planes * tokens * tile_lines; i += prompt_threads) {
            uint32_t plane = i / (tokens * tile_lines), token = i / tile_lines % tokens, line = i % tile_lines, column = step * tile_depth + line * 8;
            bool none = first_token + token >= p.batch || column >= columns;
            uint64_t from = none ? 0 : (uint64_t(plane) * p.batch + first_token + token) * columns + column;
            copy_line(line_of(stage(step) + S::weights + plane * S::plane, token, line), p.x.values + from, none);
        }
    }

    __device__ void copy_weights(uint32_t step) {
        for (uint32_t i = threadIdx.x; i < tile_rows * tile_lines; i += prompt_threads) {
            uint32_t row = i / tile_lines, line = i % tile_lines, column = step * tile_depth + line * 8;
            bool none = column >= m.columns;
            uint64_t from = none ? 0 : uint64_t(min(first_row + row, m.rows - 1)) * m.columns + column;
            copy_line(line_of(stage(step), row, line), m.data + from * 2, none);
        }
    }

    // What can be copied as it is.
    __device__ void copy(uint32_t step) {
        if (step < end_step) {
            copy_activations(step);
            if (!decodes) copy_weights(step);
        }
        end_copies();
    }

    __device__ void fetch_weights(uint32_t step) {
        if (step >= end_step) return;
        uint32_t half = threadIdx.x % 2, row = first_row + threadIdx.x / 2, group = step * 2;
        if (group + 1 < m.columns / group_columns) {
            fetch_two<T>(m, row, group, half, raw);
        } else {
            raw[0] = fetch<T>(m, row, group, half);
        }
    }

    __device__ void decode_weights(uint32_t step) {
        if (step >= end_step) return;
        uint32_t half = threadIdx.x % 2, row = threadIdx.x / 2;
        for (uint32_t g = 0; g < 2; g++) {
            uint32_t group = step * 2 + g;
            Lines lines{};
            if (group < m.columns / group_columns) lines = decoded<T>(m, first_row + row, group, half, raw[g]);
            for (uint32_t i = 0; i < 2; i++) *reinterpret_cast<uint4 *>(line_of(stage(step), row, g * group_lines + place_of<T>(half, i))) = lines.line[i];
        }
    }

    __device__ void multiply(uint32_t step, float (&sums)[tokens / 2]) {
        uint32_t weights = shared_address(stage(step)) + threadIdx.x / groupsize * (rows_of_group * tile_depth * 2);
        uint32_t activations = shared_address(stage(step)) + S::weights;
        begin_products();
        SNCUDA_UNROLL()
        for (uint32_t k = 0; k < tile_depth * 2; k += 32) {
            SNCUDA_UNROLL()
            for (uint32_t n = 0; n < planes; n++) begin_product<T == WeightType::bf16>(sums, tile_at(weights + k), tile_at(activations + n * S::plane + k));
        }
        end_products();
    }
};

#endif

template <WeightType T, uint32_t tokens>
__global__ void __launch_bounds__(prompt_threads, Stages<T, tokens>::blocks) wgmma_kernel(const __grid_constant__ PromptProduct p) {
    wait_for_earlier();
#if defined(SNCUDA_WGMMA)
    using S = Stages<T, tokens>;
    uint32_t row_tile = blockIdx.x, which = matrix_of_unit(p.several, tile_rows, row_tile);
    const Matrix &m = p.several.matrix[which];
    auto *memory = static_cast<uint8_t *>(block_memory());
    memory += (tile_alignment - shared_address(memory) % tile_alignment) % tile_alignment;
    uint32_t first_step = blockIdx.z * p.steps, end_step = min(first_step + p.steps, parts(m.columns, tile_depth));
    Worker<T, tokens> worker{p, m, row_tile * tile_rows, blockIdx.y * tokens, end_step, memory, {}};

    float sums[tokens / 2] = {};
    for (uint32_t i = 0; i + 1 < S::count; i++) worker.copy(first_step + i);
    if (worker.decodes) {
        worker.fetch_weights(first_step);
        worker.decode_weights(first_step);
        worker.fetch_weights(first_step + 1);
    }
    for (uint32_t step = first_step; step < end_step; step++) {
        wait_for_copies<S::count - 2>();
        show_to_wgmma();
        __syncthreads();
        worker.multiply(step, sums);
        // Nobody reads these stages any more: all warps have waited for the products before this step's.
        worker.copy(step + S::count - 1);
        if (worker.decodes) {
            worker.decode_weights(step + 1);
            worker.fetch_weights(step + 2);
        }
        wait_for_products(sums);
    }
    uint32_t lane = threadIdx.x % warp, first_row = row_tile * tile_rows + threadIdx.x / warp * 16;
    SNCUDA_UNROLL()
    for (uint32_t i = 0; i < tokens / 2; i++) {
        uint32_t row = first_row + lane / 4 + i / 2 % 2 * 8, token = blockIdx.y * tokens + i / 4 * 8 + lane % 4 * 2 + i % 2;
        store_sum(p, which, blockIdx.z, row, token, sums[i]);
    }
#else
    __trap(); // nothing starts it here
#endif
}

template <WeightType T, uint32_t tokens> void start_tiles(cudaStream_t stream, const PromptProduct &product) {
    using S = Stages<T, tokens>;
    auto kernel = wgmma_kernel<T, tokens>;
    allow_shared(kernel, S::shared);
    dim3 grid(units_of(product.several, tile_rows), parts(product.batch, tokens), product.parts);
    start(stream, grid, prompt_threads, S::shared, kernel, product);
}

} // namespace

void start_wgmma(cudaStream_t stream, const PromptProduct &product) {
    with_type(product.several.matrix[0].type, [&](auto type) {
        if constexpr (type != WeightType::f32) {
            if (product.batch <= 32) return start_tiles<type, 32>(stream, product);
            if (product.batch <= 64) return start_tiles<type, 64>(stream, product);
            start_tiles<type, 128>(stream, product);
        }
    });
}

} // namespace sncuda::kernels
