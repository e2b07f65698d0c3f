// Products for prompts on Hopper: two warpgroups share a tile of 128 rows, of which each multiplies 64. wgmma reads
// both sides from shared memory and goes on by itself; meanwhile the same threads copy the activations of a later step
// (weights without blocks too) and decode the weights of the next.
#include "gpu/kernels/prompt_wgmma.h"

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

// A line that a thread copies in each step, of every 32nd row of a tile: where from and where to. All of a thread's
// lines have the same place in their rows.
template <uint32_t rows> struct Copies {
    static constexpr uint32_t apart = prompt_threads / tile_lines, count = rows / apart;
    const uint8_t *from[count];
    uint32_t to; // in its tile

    // Rows beyond the last are the last again: what comes of them is not stored.
    __device__ Copies(const uint8_t *values, uint32_t first, uint32_t all, uint32_t columns, uint32_t first_step) {
        uint32_t row = threadIdx.x / tile_lines, line = threadIdx.x % tile_lines;
        SNCUDA_UNROLL()
        for (uint32_t i = 0; i < count; i++) {
            from[i] = values + (uint64_t(min(first + row + i * apart, all - 1)) * columns + first_step * tile_depth + line * 8) * 2;
        }
        to = line_offset(row, line);
    }

    // Of one step, and on to the next. Lines beyond the last column are zeros.
    __device__ void copy(uint8_t *tile, bool zeros) {
        SNCUDA_UNROLL()
        for (uint32_t i = 0; i < count; i++) {
            copy_line(tile + to + i * (apart * tile_depth * 2), from[i], zeros);
            from[i] += tile_depth * 2;
        }
    }
};

// Work of a thread of a block in each step.
template <WeightType T, uint32_t tokens> struct Worker {
    using S = Stages<T, tokens>;
    static constexpr uint32_t planes = planes_for(T);
    static constexpr bool decodes = has_blocks(T);

    const Matrix &m;
    uint32_t end_step, columns;
    Copies<tokens> first_plane, second_plane;
    Copies<tile_rows> plain_rows;
    Row row;
    Raw raw[2];

    __device__ Worker(const PromptProduct &p, const Matrix &m, uint32_t first_row, uint32_t first_token, uint32_t first_step, uint32_t end_step)
        : m(m), end_step(end_step), columns(padded(m.columns)),
          first_plane(bytes_of(p, 0), first_token, p.batch, columns, first_step), second_plane(bytes_of(p, planes - 1), first_token, p.batch, columns, first_step),
          plain_rows(m.data, first_row, m.rows, m.columns, first_step), row(row_of<T>(m, first_row + threadIdx.x / 2)) {}

    __device__ static const uint8_t *bytes_of(const PromptProduct &p, uint32_t plane) {
        return reinterpret_cast<const uint8_t *>(p.x.values + uint64_t(plane) * p.batch * padded(p.grouped.matrix[0].columns));
    }

    // Copies what can be copied as it is, step by step.
    __device__ void copy(uint32_t step, uint8_t *stage) {
        if (step < end_step) {
            uint32_t column = step * tile_depth + threadIdx.x % tile_lines * 8;
            first_plane.copy(stage + S::weights, column >= columns);
            if (planes == 2) second_plane.copy(stage + S::weights + S::plane, column >= columns);
            if (!decodes) plain_rows.copy(stage, column >= m.columns);
        }
        end_copies();
    }

    __device__ void fetch_weights(uint32_t step) {
        if (step >= end_step) return;
        uint32_t half = threadIdx.x % 2, group = step * 2;
        if (group + 1 < m.columns / group_columns) {
            fetch_two<T>(m, row, group, half, raw);
        } else {
            raw[0] = fetch<T>(m, row, group, half);
        }
    }

    __device__ void decode_weights(uint32_t step, uint8_t *stage) {
        if (step >= end_step) return;
        uint32_t half = threadIdx.x % 2;
        SNCUDA_UNROLL()
        for (uint32_t g = 0; g < 2; g++) {
            uint32_t group = step * 2 + g;
            Lines lines{};
            if (group < m.columns / group_columns) lines = decoded<T>(m, row, group, half, raw[g]);
            SNCUDA_UNROLL()
            for (uint32_t i = 0; i < 2; i++) *reinterpret_cast<uint4 *>(stage + line_offset(threadIdx.x / 2, g * group_lines + line_place<T>(half, i))) = lines.line[i];
        }
    }

    __device__ void matmul(uint8_t *stage, float (&sums)[tokens / 2]) {
        uint32_t weights = shared_address(stage) + threadIdx.x / groupsize * (rows_of_group * tile_depth * 2);
        uint32_t activations = shared_address(stage) + S::weights;
        begin_products();
        SNCUDA_UNROLL()
        for (uint32_t k = 0; k < tile_depth * 2; k += 32) {
            SNCUDA_UNROLL()
            for (uint32_t n = 0; n < planes; n++) begin_product<T == WeightType::bf16>(sums, tile_at(weights + k), tile_at(activations + n * S::plane + k));
        }
        end_products();
    }
};

constexpr uint32_t most_threads = prompt_threads;

#else

constexpr uint32_t most_threads = 1; // by which it is known that there is none

#endif

template <WeightType T, uint32_t tokens>
__global__ void __launch_bounds__(most_threads, Stages<T, tokens>::blocks) wgmma_kernel(const __grid_constant__ PromptProduct p) {
    wait_for_earlier();
#if defined(SNCUDA_WGMMA)
    using S = Stages<T, tokens>;
    uint32_t row_tile = blockIdx.x, which = matrix_of_unit(p.grouped, tile_rows, row_tile);
    const Matrix &m = p.grouped.matrix[which];
    auto *memory = static_cast<uint8_t *>(block_memory());
    memory += (tile_alignment - shared_address(memory) % tile_alignment) % tile_alignment;
    uint32_t first_step = blockIdx.z * p.steps, end_step = min(first_step + p.steps, parts(m.columns, tile_depth));
    Worker<T, tokens> worker(p, m, row_tile * tile_rows, blockIdx.y * tokens, first_step, end_step);

    float sums[tokens / 2] = {};
    for (uint32_t i = 0; i + 1 < S::count; i++) worker.copy(first_step + i, memory + i * S::bytes);
    if (worker.decodes) {
        worker.fetch_weights(first_step);
        worker.decode_weights(first_step, memory);
        worker.fetch_weights(first_step + 1);
    }
    // Stages lie in a ring: this step's, the one behind it, and the one before it, whose products all warps have waited for.
    uint8_t *present = memory, *last = memory + (S::count - 1) * S::bytes, *free = last;
    for (uint32_t step = first_step; step < end_step; step++) {
        uint8_t *next = present == last ? memory : present + S::bytes;
        wait_for_copies<S::count - 2>();
        show_to_wgmma();
        __syncthreads();
        worker.matmul(present, sums);
        worker.copy(step + S::count - 1, free);
        if (worker.decodes) {
            worker.decode_weights(step + 1, next);
            worker.fetch_weights(step + 2);
        }
        wait_for_products(sums);
        free = present;
        present = next;
    }
    uint32_t lane = threadIdx.x % warp, row = row_tile * tile_rows + threadIdx.x / warp * 16 + lane / 4, token = blockIdx.y * tokens + lane % 4 * 2;
    Results results(p, which, blockIdx.z);
    SNCUDA_UNROLL()
    for (uint32_t n = 0; n < tokens / 8; n++) results.store(row, token + n * 8, sums + n * 4);
#else
    __trap(); // nothing starts it here
#endif
}

template <WeightType T, uint32_t tokens> void start_tiles(cudaStream_t stream, const PromptProduct &product) {
    using S = Stages<T, tokens>;
    auto kernel = wgmma_kernel<T, tokens>;
    if (!allow_shared(kernel, S::shared)) throw Error(Code::kernel_launch, "a block has too little shared memory on this GPU");
    dim3 grid(units_of(product.grouped, tile_rows), parts(product.batch, tokens), product.parts);
    start(stream, grid, prompt_threads, S::shared, kernel, product);
}

} // namespace

bool has_wgmma(Capability capability) {
    return capability.major == 9 && loaded(reinterpret_cast<const void *>(wgmma_kernel<WeightType::f16, 32>)).threads >= prompt_threads;
}

void start_wgmma(cudaStream_t stream, const PromptProduct &product) {
    with_type(product.grouped.matrix[0].type, [&](auto type) {
        if constexpr (type != WeightType::f32) {
            if (product.batch <= 32) return start_tiles<type, 32>(stream, product);
            if (product.batch <= 64) return start_tiles<type, 64>(stream, product);
            start_tiles<type, 128>(stream, product);
        }
    });
}

} // namespace sncuda::kernels
