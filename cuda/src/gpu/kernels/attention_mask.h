// The mask of an attention: what a query sees, and what its kernels have in common.
#pragma once
#include "gpu/launch/launch.h"

namespace sncuda::kernels {

struct Range {
    uint32_t begin, end;
};

__device__ inline uint32_t position_of(const Attention &a) {
    return a.position_at ? *at<uint32_t>(a.position_at) : a.position;
}

// The positions that query `row` sees.
__device__ inline Range visible_to(const Attention &a, uint32_t position, uint32_t row) {
    uint32_t end = position + row + 1;
    return {a.window != 0 && end > a.window ? end - a.window : 0, end};
}

// Place of a row's values in an array [batch][heads][...], in heads. A row is a query with one of the heads that
// share keys.
__device__ inline uint64_t head_of(const Attention &a, uint32_t key_head, uint32_t row) {
    uint32_t group = a.heads / a.n_kv_heads;
    return uint64_t(row / group) * a.heads + key_head * group + row % group;
}

template <class Kernel> void need_shared(Kernel *kernel, uint32_t bytes, const Attention &a) {
    if (allow_shared(kernel, bytes)) return;
    throw Error(Code::inference, "heads of " + std::to_string(a.head_size) + " and " + std::to_string(a.value_size) + " values are too large for this GPU");
}

} // namespace sncuda::kernels
