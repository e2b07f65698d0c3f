#include "bad_kernels.h"
#include "cuda_runtime.h"
#include <map>

namespace {

constexpr unsigned threads = 64;

__global__ void beyond_the_end(const float *in, float *out) {
    out[0] = in[threadIdx.x + 1];
}

__global__ void beyond_shared_memory(const float *in, float *out) {
    auto *shared = static_cast<float *>(emulator::shared_memory());
    shared[threadIdx.x + 1] = in[threadIdx.x];
    __syncthreads();
    if (threadIdx.x == 0) out[0] = shared[1];
}

__global__ void misaligned(const float *in, float *out) {
    if (threadIdx.x == 0) out[0] = reinterpret_cast<const float4 *>(in + 1)->x;
}

__global__ void one_thread_leaves_out_a_barrier(const float *in, float *out) {
    if (threadIdx.x == 5) return;
    __syncthreads();
    out[threadIdx.x] = in[0];
}

__global__ void half_a_warp_shuffles(const float *in, float *out) {
    if (threadIdx.x % 32 < 16) out[threadIdx.x] = __shfl_xor_sync(0xffffffffu, in[0], 1);
}

__global__ void no_barrier(const float *in, float *out) {
    auto *shared = static_cast<float *>(emulator::shared_memory());
    shared[threadIdx.x] = in[threadIdx.x];
    out[threadIdx.x] = shared[threads - 1 - threadIdx.x];
}

__global__ void does_not_wait(const float *in, float *out) {
    out[threadIdx.x] = in[threadIdx.x];
}

__global__ void order_of_blocks(const float *, float *out) {
    if (threadIdx.x == 0) out[0] = out[0] * 0.5f + float(blockIdx.x);
}

const std::map<std::string, void (*)(const float *, float *)> kernels = {
    {"beyond_the_end", beyond_the_end},     {"beyond_shared_memory", beyond_shared_memory},
    {"misaligned", misaligned},             {"one_thread_leaves_out_a_barrier", one_thread_leaves_out_a_barrier},
    {"half_a_warp_shuffles", half_a_warp_shuffles}, {"no_barrier", no_barrier}, {"does_not_wait", does_not_wait}, {"order_of_blocks", order_of_blocks},
};

} // namespace

bool run_bad_kernel(const std::string &mistake, float sums[2]) {
    auto found = kernels.find(mistake);
    if (found == kernels.end()) return false;
    for (int run = 0; run < 2; run++) {
        emulator::run_backwards(run == 1);
        float in[threads], out[threads] = {};
        for (unsigned i = 0; i < threads; i++) in[i] = float(i);
        void *from = nullptr, *to = nullptr;
        cudaMalloc(&from, sizeof in);
        cudaMalloc(&to, sizeof out);
        cudaMemcpy(from, in, sizeof in, cudaMemcpyHostToDevice);
        cudaMemcpy(to, out, sizeof out, cudaMemcpyHostToDevice);
        cudaLaunchAttribute early{cudaLaunchAttributeProgrammaticStreamSerialization, {1}};
        cudaLaunchConfig_t config{dim3(3), dim3(threads), sizeof in, nullptr, &early, mistake == "does_not_wait" ? 1u : 0u};
        cudaLaunchKernelEx(&config, found->second, static_cast<const float *>(from), static_cast<float *>(to));
        cudaDeviceSynchronize();
        cudaMemcpy(out, to, sizeof out, cudaMemcpyDeviceToHost);
        sums[run] = 0;
        for (float value : out) sums[run] += value;
        cudaFree(from);
        cudaFree(to);
    }
    return true;
}
