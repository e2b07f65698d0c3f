// Products for prompts on Hopper's tensor cores.
#pragma once
#include "gpu/kernels/tiles.h"
#include "gpu/kernels/wgmma.h"

namespace sncuda::kernels {

// Columns that a step of this kernel takes.
constexpr uint32_t wgmma_depth = tile_depth;

// Tells whether a GPU of this capability would multiply by wgmma, with what was loaded for the calling thread's
// device: later GPUs have other instructions in its place, and code that is compiled for a GPU when it is loaded has
// none.
bool has_wgmma(Capability capability);

// Rows without blocks are copied as they are, in lines of 16 bytes.
inline bool wgmma_takes(const Matrix &m) {
    return has_blocks(m.type) || m.columns % 8 == 0;
}

void start_wgmma(cudaStream_t stream, const PromptProduct &product);

} // namespace sncuda::kernels
