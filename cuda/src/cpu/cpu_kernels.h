// Kernels of the CPU device for what the processor has, chosen when the process begins to compute.
#pragma once
#include "ops/device.h"
#include <algorithm>
#include <vector>

namespace sncuda {

// Exact activations lie in pieces of so many columns, a multiple of every block: of each piece those of all activations
// one behind the other. One alone lies as it is.
constexpr uint64_t activation_piece = 512;

// Each gives the same bits for an activation whatever else is computed with it, and however rows are shared among
// threads. What is decoded is what `decode` gives; sums are exact to a few units of the last place of a float.
struct CpuKernels {
    // Rows [begin, end) of `weight` against `batch` activations, up to `most_batch` of them.
    void (*matmul)(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out);
    uint32_t most_batch;
    // Heads [begin, end) of all queries', in the order [head of keys][query][heads that share it].
    void (*attention)(const Attention &attention, uint64_t begin, uint64_t end);
    // out = gated(activation, gate, up), of activations.h; out may be one of them.
    void (*glu)(Activation activation, const float *gate, const float *up, uint64_t count, float *out);
    // x = cap * tanh(x / cap)
    void (*soft_cap)(float *x, uint64_t count, float cap);
};

// What lies at an address of the CPU's.
inline float *floats(Address address) {
    return reinterpret_cast<float *>(address);
}

// Scores of each head of each query lie so far apart: a kernel may write whole runs of `score_positions`.
constexpr uint32_t score_positions = 64;

inline uint64_t scores_stride(uint64_t positions) {
    return (positions + score_positions - 1) / score_positions * score_positions;
}

inline uint64_t stored_positions(const Attention &a) {
    return std::max(uint64_t(a.position) + a.batch, uint64_t(a.seen_by_all));
}

inline uint64_t scores_stride(const Attention &a) {
    return scores_stride(stored_positions(a));
}

// Query `row` sees positions [seen_from, seen_to).
inline uint32_t seen_to(const Attention &a, uint32_t row) {
    return a.seen_by_all != 0 ? a.seen_by_all : a.position + row + 1;
}

inline uint32_t seen_from(const Attention &a, uint32_t row) {
    const uint32_t to = seen_to(a, row);
    if (a.window == 0) return 0;
    if (a.chunks) return (to - 1) / a.window * a.window;
    return to > a.window ? to - a.window : 0;
}

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

// Where a chunk has the 16 even, or odd, places of a group of 32 values: of two groups the even ones, then their odd ones.
constexpr int rounded_place(int group, bool odd) {
    return group / 2 * 64 + group % 2 * 16 + (odd ? 32 : 0);
}

constexpr uint64_t rounded_lanes = 64; // of each chunk: eight of each group

// Activations as integers, of each chunk those of all activations one behind the other: a scale for each; the sums of
// each group; and, of a single activation, what each lane of a group (see rounded_matmul.h) sums up to, times -8.
template <class Words, class Scales, class Integers> struct RoundedAt {
    Words *values;
    Scales *scales;
    Integers *sums, *lanes;
};
using Rounded = RoundedAt<const int16_t, const float, const int32_t>;
using Rounding = RoundedAt<int16_t, float, int32_t>;

// Kernels for rounded activations: the same bits on every processor, for an activation whatever else is computed with
// it, with any number of threads.
struct RoundedKernels {
    // One of `batch` activations; `to` is where its first chunk goes.
    void (*round)(const float *x, uint64_t columns, uint32_t batch, Rounding to);
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

// Kernels that go together, with a name for tests.
struct NamedKernels {
    const char *name;
    const CpuKernels *exact;
    const RoundedKernels *rounded;
};
// Those that this processor has, the plain ones first and the fastest last.
std::vector<NamedKernels> kernels_here();

} // namespace sncuda
