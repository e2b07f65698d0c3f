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

} // namespace sncuda
