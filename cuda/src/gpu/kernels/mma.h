// Tensor cores: PTX's instructions of these names (sm_80 and later). The emulator has them as the PTX manual
// describes them.
#pragma once
#include <cstdint>
#include <cuda_fp16.h>

namespace sncuda::kernels {

#if defined(__CUDACC__)

// Four 8x8 matrices of 16-bit values from shared memory; lane i names row i % 8 of matrix i / 8.
__device__ __forceinline__ void load_matrices(uint32_t to[4], const void *row) {
    asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
                 : "=r"(to[0]), "=r"(to[1]), "=r"(to[2]), "=r"(to[3])
                 : "r"(uint32_t(__cvta_generic_to_shared(row)))
                 : "memory");
}

// Four 8x8 matrices as load_matrices loads them, each turned about its diagonal.
__device__ __forceinline__ void load_transposed(uint32_t to[4], const void *row) {
    asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0, %1, %2, %3}, [%4];"
                 : "=r"(to[0]), "=r"(to[1]), "=r"(to[2]), "=r"(to[3])
                 : "r"(uint32_t(__cvta_generic_to_shared(row)))
                 : "memory");
}

// c += a * b: 16x16 by 16x8, both of half precision, or of bfloat16.
template <bool bfloat> __device__ __forceinline__ void multiply_add(float c[4], const uint32_t a[4], const uint32_t b[2]) {
    if constexpr (bfloat) {
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                     : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                     : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
    } else {
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                     : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                     : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
    }
}

#else

inline void load_matrices(uint32_t to[4], const void *row) {
    emulator::load_matrices(to, row);
}

inline void load_transposed(uint32_t to[4], const void *row) {
    emulator::load_transposed(to, row);
}

template <bool bfloat> void multiply_add(float c[4], const uint32_t a[4], const uint32_t b[2]) {
    emulator::multiply_add(bfloat, c, a, b);
}

#endif

__device__ inline uint32_t half_bits(float value) {
    return __half_as_ushort(__float2half_rn(value));
}

// As tensor cores take them, the first one lower.
__device__ inline uint32_t pair_of_halves(float first, float second) {
    __half2 pair = __floats2half2_rn(first, second);
    return __half_as_ushort(__low2half(pair)) | uint32_t(__half_as_ushort(__high2half(pair))) << 16;
}

// 127 more than the power of two that brings the largest of some values to between 2^13 and 2^14, where halves hold it.
__device__ inline uint32_t exponent_for_halves(float largest) {
    return min(267 - (__float_as_uint(largest) >> 23 & 0xff), 253u);
}

} // namespace sncuda::kernels
