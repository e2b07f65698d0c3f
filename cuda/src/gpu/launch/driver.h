#pragma once
#include "ops/error.h"
#include <cuda.h>
#include <cuda_runtime.h>

namespace sncuda {

// A function of the driver itself, which cudart has opened.
template <class Function> Function driver(const char *name, unsigned version) {
    void *found = nullptr;
    cudaDriverEntryPointQueryResult answer;
    cudaError_t error = cudaGetDriverEntryPointByVersion(name, &found, version, cudaEnableDefault, &answer);
    if (error != cudaSuccess || answer != cudaDriverEntryPointSuccess || !found) {
        cudaGetLastError();
        throw Error(Code::unknown, std::string("the driver has no ") + name + ": it is too old");
    }
    return reinterpret_cast<Function>(found);
}

} // namespace sncuda
