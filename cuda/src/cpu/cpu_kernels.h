// Kernels of the CPU device for what the processor has, chosen when the process begins to compute.
#pragma once
#include "ops/device.h"

namespace sncuda {

// Each gives the same bits for an activation whatever else is computed with it, and however rows are shared among
// threads. What is decoded is what `decode` gives; sums are exact to a few units of the last place of a float.
struct CpuKernels {
    // Rows [begin, end) of `weight` against `batch` activations, up to `most_batch` of them.
    void (*matmul)(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out);
    uint32_t most_batch;
    float (*dot_half)(const float *a, const uint16_t *b, uint64_t count);
    void (*add_scaled_half)(float *to, const uint16_t *from, float factor, uint64_t count);
};

// As the definitions read, on every processor: what the others are checked against.
const CpuKernels &plain_kernels();
// The fastest that this processor runs.
const CpuKernels &best_kernels();
// Null where this build or this processor has none.
const CpuKernels *avx2_kernels();
const CpuKernels *avx512_kernels();
const CpuKernels *neon_kernels();

// Sets whether activations stay exact on devices that round them, from the next product on.
void set_exact_activations(bool exact);
bool exact_activations();

// Sets whether files of models that are loaded from now on are mapped.
void set_mapping(bool maps);

// Activations for quantised weights may be rounded: of each chunk of 256 values the largest magnitude becomes 16383, the
// others the nearest integers in proportion. That is never worse, in squares summed up, than 16-bit floats are at
// their worst (an error of 1e-7 of the whole), and products are of integers and exact.
constexpr uint64_t rounded_chunk = 256;
constexpr float rounded_most = 16383; // sums of a chunk's products fit 32 bits, for every format

inline uint64_t rounded_chunks(uint64_t columns) {
    return (columns + rounded_chunk - 1) / rounded_chunk;
}

// Several activations of as many chunks each: their integers, in each group of 32 the even places before the odd ones;
// a scale for each chunk; the sum of each group.
struct Rounded {
    const int16_t *values;
    const float *scales;
    const int32_t *sums;
};

// Kernels for rounded activations: the same bits on every processor, for an activation whatever else is computed with
// it, with any number of threads.
struct RoundedKernels {
    void (*round)(const float *x, uint64_t columns, int16_t *values, float *scales, int32_t *sums);
    // As CpuKernels' matmul, for quantised weights.
    void (*matmul)(const Weight &weight, uint64_t begin, uint64_t end, const Rounded &x, uint32_t batch, float *out);
    uint32_t most_batch;
};

const RoundedKernels &rounded_plain_kernels();
// The fastest that this processor runs; null where products of floats are faster than the plain ones of integers.
const RoundedKernels *rounded_kernels();
// Null where this build or this processor has none.
const RoundedKernels *rounded_avx2_kernels();
const RoundedKernels *rounded_vnni_kernels();
const RoundedKernels *rounded_neon_kernels();

} // namespace sncuda
