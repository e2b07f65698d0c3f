// The part of CUDA's runtime and of its C++ that this project uses, on the emulated GPU of block_scheduler.h.
#pragma once
#include "block_scheduler.h"
#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

#define __global__
#define __device__
#define __host__
#define __forceinline__ inline
#define __launch_bounds__(...)
#define __grid_constant__

struct alignas(8) uint2 {
    unsigned x, y;
};
struct alignas(16) uint4 {
    unsigned x, y, z, w;
};
struct alignas(8) float2 {
    float x, y;
};
struct alignas(16) float4 {
    float x, y, z, w;
};
inline uint2 make_uint2(unsigned x, unsigned y) { return {x, y}; }
inline uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }
inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }

// Functions that device code may call.
inline void __syncthreads() { emulator::wait_for_block(); }
inline void __syncwarp(unsigned mask = 0xffffffffu) { emulator::exchange("__syncwarp", mask, "", 0); }

namespace emulator {

template <class T> T shuffled(const char *what, unsigned mask, T value, unsigned from) {
    T result;
    const uint8_t *slots = exchange(what, mask, &value, sizeof value);
    if (!(mask >> from & 1)) stop("%s reads lane %u, which is not in its mask %#x", what, from, mask);
    std::memcpy(&result, slots + from * most_exchanged, sizeof result);
    return result;
}

inline unsigned lane() { return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32; }

// mma.cpp
void load_matrices(uint32_t to[4], const void *row);
void load_transposed(uint32_t to[4], const void *row);
void multiply_add(bool bfloat, float c[4], const uint32_t a[4], const uint32_t b[2]);

// async.cpp
uint32_t shared_address(const void *place);
void copy_line(void *to, const void *from, bool zeros);
void end_copies();
void wait_for_copies(uint32_t but);
void show_to_wgmma();
void begin_product(bool bfloat, float *sums, uint32_t columns, uint64_t a, uint64_t b);
void end_products();
void wait_for_products();

} // namespace emulator

template <class T> T __shfl_xor_sync(unsigned mask, T value, int with) {
    return emulator::shuffled("__shfl_xor_sync", mask, value, (emulator::lane() ^ unsigned(with)) % 32);
}
template <class T> T __shfl_sync(unsigned mask, T value, int from) {
    return emulator::shuffled("__shfl_sync", mask, value, unsigned(from) % 32);
}

// One fiber runs at a time.
inline unsigned atomicAdd(unsigned *to, unsigned value) {
    unsigned before = *to;
    *to += value;
    return before;
}

namespace emulator {

// Reads the byte, so that AddressSanitizer tells whether there is one.
inline void prefetch(const uint8_t *from) { (void)*static_cast<const volatile uint8_t *>(from); }

} // namespace emulator

template <class T> T __ldg(const T *from) { return *from; }
template <class T> T __ldcs(const T *from) { return *from; }
// Byte i of the result is that of both words, x first, which the i-th 4 bits of `which` name.
inline unsigned __byte_perm(unsigned x, unsigned y, unsigned which) {
    uint64_t both = uint64_t(y) << 32 | x;
    unsigned result = 0;
    for (unsigned i = 0; i < 4; i++) result |= unsigned(both >> (which >> 4 * i & 7) * 8 & 0xff) << 8 * i;
    return result;
}
inline float __uint_as_float(unsigned bits) {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}
inline unsigned __float_as_uint(float value) {
    unsigned bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}
using std::max;
using std::min;

// Functions that the host calls.
enum cudaError_t {
    cudaSuccess = 0, cudaErrorInvalidValue = 1, cudaErrorMemoryAllocation = 2, cudaErrorInvalidConfiguration = 9,
    cudaErrorInvalidDevice = 101, cudaErrorStreamCaptureUnsupported = 900,
    cudaErrorStreamCaptureInvalidated = 901, cudaErrorNotSupported = 801,
};
enum cudaMemcpyKind { cudaMemcpyHostToHost, cudaMemcpyHostToDevice, cudaMemcpyDeviceToHost, cudaMemcpyDeviceToDevice, cudaMemcpyDefault };
enum cudaMemoryType { cudaMemoryTypeUnregistered, cudaMemoryTypeHost, cudaMemoryTypeDevice };
enum cudaDriverEntryPointQueryResult { cudaDriverEntryPointSuccess, cudaDriverEntryPointSymbolNotFound };
enum cudaStreamCaptureMode { cudaStreamCaptureModeGlobal, cudaStreamCaptureModeThreadLocal, cudaStreamCaptureModeRelaxed };
enum cudaFuncAttribute { cudaFuncAttributeMaxDynamicSharedMemorySize = 8 };
constexpr unsigned cudaEnableDefault = 0, cudaStreamNonBlocking = 1;
constexpr int CUDART_VERSION = 13000;

struct cudaDeviceProp {
    char name[256];
    int major, minor, multiProcessorCount;
    size_t sharedMemPerBlockOptin;
};
struct cudaPointerAttributes {
    cudaMemoryType type;
    int device;
};
using cudaStream_t = struct EmulatedStream *;
using cudaGraph_t = struct EmulatedGraph *;
using cudaGraphExec_t = struct EmulatedGraph *;
enum cudaLaunchAttributeID { cudaLaunchAttributeProgrammaticStreamSerialization = 6 };
struct cudaLaunchAttribute {
    cudaLaunchAttributeID id;
    struct {
        int programmaticStreamSerializationAllowed;
    } val;
};
struct cudaFuncAttributes {
    size_t sharedSizeBytes;
    int maxThreadsPerBlock;
};
enum cudaDeviceAttr { cudaDevAttrComputeCapabilityMajor = 75, cudaDevAttrMaxSharedMemoryPerBlockOptin = 97 };
struct cudaLaunchConfig_t {
    dim3 gridDim, blockDim;
    size_t dynamicSmemBytes;
    cudaStream_t stream;
    cudaLaunchAttribute *attrs;
    unsigned numAttrs;
};

const char *cudaGetErrorName(cudaError_t);
const char *cudaGetErrorString(cudaError_t);
cudaError_t cudaGetLastError();
cudaError_t cudaGetDeviceCount(int *);
cudaError_t cudaGetDevice(int *);
cudaError_t cudaSetDevice(int);
cudaError_t cudaGetDeviceProperties(cudaDeviceProp *, int);
cudaError_t cudaDeviceGetAttribute(int *, cudaDeviceAttr, int);
cudaError_t cudaFuncGetAttributes(cudaFuncAttributes *, const void *);
cudaError_t cudaFuncSetAttribute(const void *, cudaFuncAttribute, int);
cudaError_t cudaGetDriverEntryPointByVersion(const char *, void **, unsigned, unsigned long long, cudaDriverEntryPointQueryResult *);
cudaError_t cudaMemGetInfo(size_t *, size_t *);
cudaError_t cudaMalloc(void **, size_t);
cudaError_t cudaFree(void *);
cudaError_t cudaMemcpy(void *, const void *, size_t, cudaMemcpyKind);
cudaError_t cudaMemcpyAsync(void *, const void *, size_t, cudaMemcpyKind, cudaStream_t);
cudaError_t cudaMemset(void *, int, size_t);
cudaError_t cudaPointerGetAttributes(cudaPointerAttributes *, const void *);
cudaError_t cudaDeviceSynchronize();
cudaError_t cudaStreamCreate(cudaStream_t *);
cudaError_t cudaStreamCreateWithFlags(cudaStream_t *, unsigned);
cudaError_t cudaStreamDestroy(cudaStream_t);
cudaError_t cudaStreamSynchronize(cudaStream_t);
cudaError_t cudaStreamBeginCapture(cudaStream_t, cudaStreamCaptureMode);
cudaError_t cudaStreamEndCapture(cudaStream_t, cudaGraph_t *);
cudaError_t cudaGraphInstantiate(cudaGraphExec_t *, cudaGraph_t, unsigned long long flags = 0);
cudaError_t cudaGraphLaunch(cudaGraphExec_t, cudaStream_t);
cudaError_t cudaGraphDestroy(cudaGraph_t);
cudaError_t cudaGraphExecDestroy(cudaGraphExec_t);

namespace emulator {

cudaError_t enqueue(const cudaLaunchConfig_t &config, const void *kernel, std::function<void()> body);
// Tells whether the calling thread has a context.
bool has_context();
// Sets how much memory the emulated GPU has.
void set_memory(size_t bytes);

} // namespace emulator

template <class... Parameters, class... Arguments>
cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t *config, void (*kernel)(Parameters...), Arguments &&...arguments) {
    std::tuple<std::decay_t<Parameters>...> copies(std::forward<Arguments>(arguments)...);
    return emulator::enqueue(*config, reinterpret_cast<const void *>(kernel), [kernel, copies] { std::apply(kernel, copies); });
}
