// Which kernels this processor has.
#include "cpu/cpu_kernels.h"

namespace sncuda {

std::vector<NamedKernels> kernels_here() {
    std::vector<NamedKernels> kernels{{"plain", &plain_kernels(), &rounded_plain_kernels()}};
    const NamedKernels faster[] = {
        {"neon", neon_kernels(), rounded_neon_kernels()},
        {"avx2", avx2_kernels(), rounded_avx2_kernels()},
        // Without VNNI, AVX2 has as many products of words.
        {"avx512", avx512_kernels(), rounded_vnni_kernels() ? rounded_vnni_kernels() : rounded_avx2_kernels()},
    };
    for (const NamedKernels &some : faster) {
        if (some.exact) kernels.push_back(some);
    }
    return kernels;
}

namespace {

// Null for the rounded ones where products of floats are faster than the plain ones of integers.
const NamedKernels &fastest() {
    static const NamedKernels kernels = kernels_here().back();
    return kernels;
}

} // namespace

const CpuKernels &best_kernels() {
    return *fastest().exact;
}

const RoundedKernels *rounded_kernels() {
    return fastest().rounded == &rounded_plain_kernels() ? nullptr : fastest().rounded;
}

} // namespace sncuda
