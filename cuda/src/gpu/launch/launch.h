// Starting kernels.
#pragma once
#include "ops/device.h"
#include "ops/error.h"
#include <cuda_runtime.h>

namespace sncuda::kernels {

// For loops whose loads should be under way together, and whose arrays should be registers.
#if defined(__CUDACC__)
#define SNCUDA_PRAGMA(text) _Pragma(#text)
#define SNCUDA_UNROLL(times) SNCUDA_PRAGMA(unroll times)
#else
#define SNCUDA_UNROLL(times)
#endif

constexpr uint32_t warp = 32;
constexpr uint32_t all_lanes = 0xffffffffu;

// Every kernel does this before it reads anything but weights: from Hopper on, its blocks are there before those of
// earlier kernels have ended ("programmatic dependent launch" in the CUDA programming guide), which hides the time that a
// start takes, and here they wait until what those have written can be read. Later kernels may come from now on, and do
// the same.
__device__ __forceinline__ void wait_for_earlier() {
#if !defined(__CUDACC__)
    emulator::wait_for_earlier();
#elif defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;\n\tgriddepcontrol.wait;" ::: "memory");
#endif
}

// True where kernels that the calling thread starts may be early; the default stream waits for others as well.
extern thread_local bool use_pdl;

// Tells whether the calling thread's device can start kernels early.
inline bool supports_pdl() {
    int device = 0, major = 0;
    return cudaGetDevice(&device) == cudaSuccess && cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, device) == cudaSuccess && major >= 9;
}

// `shared` bytes of memory for each block, which it finds with block_memory.
template <class... Parameters, class... Arguments>
void start(cudaStream_t stream, dim3 grid, uint32_t block, uint32_t shared, void (*kernel)(Parameters...), Arguments... arguments) {
    cudaLaunchConfig_t config{};
    config.gridDim = grid;
    config.blockDim = dim3(block);
    config.dynamicSmemBytes = shared;
    config.stream = stream;
    cudaLaunchAttribute early{};
    early.id = cudaLaunchAttributeProgrammaticStreamSerialization;
    early.val.programmaticStreamSerializationAllowed = 1;
    config.attrs = &early;
    config.numAttrs = use_pdl && supports_pdl() ? 1 : 0;
    cudaError_t error = cudaLaunchKernelEx(&config, kernel, Parameters(arguments)...);
    if (error != cudaSuccess) {
        cudaGetLastError();
        Code code = error == cudaErrorMemoryAllocation ? Code::out_of_memory : Code::kernel_launch;
        throw Error(code, std::string("a kernel could not be started: ") + cudaGetErrorString(error));
    }
}

// Limits of a block of a kernel, as it was loaded for the calling thread's device: threads, and bytes of shared
// memory.
struct Loaded {
    uint32_t threads, shared;
};
// From then on its blocks may have as much, which is more than all GPUs give unasked.
Loaded loaded(const void *kernel);

// Tells whether this GPU has so much shared memory for a block of a kernel.
template <class Kernel> bool allow_shared(Kernel *kernel, uint32_t bytes) {
    return bytes <= 48 * 1024 || bytes <= loaded(reinterpret_cast<const void *>(kernel)).shared;
}

__host__ __device__ inline uint32_t parts(uint64_t whole, uint32_t part) {
    return uint32_t((whole + part - 1) / part);
}

template <class T> __host__ __device__ T *at(Address address) {
    return reinterpret_cast<T *>(address);
}

#if defined(__CUDACC__)
__device__ __forceinline__ void *block_memory() {
    extern __shared__ uint4 memory[];
    return memory;
}
#else
inline void *block_memory() {
    return emulator::shared_memory();
}
#endif

// This thread's number of all; 64 bits, for arrays of more than 2^32 values.
__device__ inline uint64_t thread_number() {
    return uint64_t(blockIdx.x) * blockDim.x + threadIdx.x;
}

template <class T> __device__ T warp_sum(T value) {
    for (int offset = warp / 2; offset > 0; offset /= 2) value += __shfl_xor_sync(all_lanes, value, offset);
    return value;
}

template <class T> __device__ T warp_largest(T value) {
    for (int offset = warp / 2; offset > 0; offset /= 2) value = max(value, __shfl_xor_sync(all_lanes, value, offset));
    return value;
}

__device__ inline float activated(Activation activation, float x) {
    if (activation == Activation::silu) return x / (1.0f + expf(-x));
    return 0.5f * x * (1.0f + tanhf(0.7978845608f * (x + 0.044715f * x * x * x)));
}

} // namespace sncuda::kernels
