// Copies into shared memory that go on by themselves (PTX's cp.async, sm_80 and later), and the products of Hopper's
// tensor cores (wgmma, sm_90a alone). The emulator has them as the PTX manual describes them.
#pragma once
#include <cstdint>

// Set while code is compiled for a GPU that has wgmma.
#if !defined(__CUDA_ARCH__) || defined(__CUDA_ARCH_FEAT_SM90_ALL)
#define SNCUDA_WGMMA 1
#endif

namespace sncuda::kernels {

// Tiles for wgmma are of rows of 64 16-bit values, 128 bytes, as 8 lines of 16. Line l of row r lies where line
// l ^ r % 8 would ("128-byte swizzling" in the PTX manual). A tile begins at a multiple of 1024 bytes.
constexpr uint32_t tile_depth = 64, tile_lines = 8, tile_alignment = 1024;

__device__ inline uint32_t line_offset(uint32_t row, uint32_t line) {
    return row * (tile_lines * 16) + (line ^ row % tile_lines) * 16;
}

// Descriptor of a tile in shared memory for wgmma: its address, the distance of 8 rows (1024 bytes), and the
// swizzling.
__device__ inline uint64_t tile_at(uint32_t shared_address) {
    return uint64_t(shared_address >> 4 & 0x3fff) | uint64_t(1024 >> 4) << 32 | uint64_t(1) << 62;
}

#if defined(__CUDACC__)

__device__ __forceinline__ uint32_t shared_address(const void *place) {
    return uint32_t(__cvta_generic_to_shared(place));
}

// 16 bytes, or so many zeros.
__device__ __forceinline__ void copy_line(void *to, const void *from, bool zeros) {
    asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(shared_address(to)), "l"(__cvta_generic_to_global(from)), "r"(zeros ? 0 : 16) : "memory");
}

// Of this thread's copies, those since the last call belong together.
__device__ __forceinline__ void end_copies() {
    asm volatile("cp.async.commit_group;" ::: "memory");
}

// Until all but the last so many of those are done.
template <uint32_t but> __device__ __forceinline__ void wait_for_copies() {
    asm volatile("cp.async.wait_group %0;" ::"n"(but) : "memory");
}

#if defined(SNCUDA_WGMMA)

// Makes what this thread has written to shared memory visible to wgmma after the next barrier.
__device__ __forceinline__ void show_to_wgmma() {
    asm volatile("fence.proxy.async.shared::cta;" ::: "memory");
}

__device__ __forceinline__ void begin_products() {
    asm volatile("wgmma.fence.sync.aligned;" ::: "memory");
}

__device__ __forceinline__ void end_products() {
    asm volatile("wgmma.commit_group.sync.aligned;" ::: "memory");
}

// Until all products are there.
template <uint32_t count> __device__ __forceinline__ void wait_for_products(float (&sums)[count]) {
    asm volatile("wgmma.wait_group.sync.aligned 0;" ::: "memory");
#pragma unroll
    for (uint32_t i = 0; i < count; i++) asm volatile("" : "+f"(sums[i])::"memory"); // no sooner
}

#define SNCUDA_SUMS4(i) "+f"(sums[i]), "+f"(sums[i + 1]), "+f"(sums[i + 2]), "+f"(sums[i + 3])
#define SNCUDA_SUMS16(i) SNCUDA_SUMS4(i), SNCUDA_SUMS4(i + 4), SNCUDA_SUMS4(i + 8), SNCUDA_SUMS4(i + 12)
#define SNCUDA_NAMES16 "%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15"
#define SNCUDA_NAMES32 SNCUDA_NAMES16 ", %16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31"
#define SNCUDA_NAMES64                                                                                                                  \
    SNCUDA_NAMES32 ", %32, %33, %34, %35, %36, %37, %38, %39, %40, %41, %42, %43, %44, %45, %46, %47, %48, %49, %50, %51, %52, %53, " \
                   "%54, %55, %56, %57, %58, %59, %60, %61, %62, %63"
#define SNCUDA_WGMMA_INSTRUCTION(columns, type, names, a, b) \
    "wgmma.mma_async.sync.aligned.m64n" columns "k16.f32." type "." type " {" names "}, " a ", " b ", 1, 1, 1, 0, 0;"

// sums += a * b, 64x16 by 16xN, of half precision or of bfloat16, by a warpgroup; a and b are tile_at's.
template <bool bfloat> __device__ __forceinline__ void begin_product(float (&sums)[16], uint64_t a, uint64_t b) {
    if constexpr (bfloat) {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("32", "bf16", SNCUDA_NAMES16, "%16", "%17") : SNCUDA_SUMS16(0) : "l"(a), "l"(b));
    } else {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("32", "f16", SNCUDA_NAMES16, "%16", "%17") : SNCUDA_SUMS16(0) : "l"(a), "l"(b));
    }
}

template <bool bfloat> __device__ __forceinline__ void begin_product(float (&sums)[32], uint64_t a, uint64_t b) {
    if constexpr (bfloat) {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("64", "bf16", SNCUDA_NAMES32, "%32", "%33") : SNCUDA_SUMS16(0), SNCUDA_SUMS16(16) : "l"(a), "l"(b));
    } else {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("64", "f16", SNCUDA_NAMES32, "%32", "%33") : SNCUDA_SUMS16(0), SNCUDA_SUMS16(16) : "l"(a), "l"(b));
    }
}

template <bool bfloat> __device__ __forceinline__ void begin_product(float (&sums)[64], uint64_t a, uint64_t b) {
    if constexpr (bfloat) {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("128", "bf16", SNCUDA_NAMES64, "%64", "%65")
                     : SNCUDA_SUMS16(0), SNCUDA_SUMS16(16), SNCUDA_SUMS16(32), SNCUDA_SUMS16(48) : "l"(a), "l"(b));
    } else {
        asm volatile(SNCUDA_WGMMA_INSTRUCTION("128", "f16", SNCUDA_NAMES64, "%64", "%65")
                     : SNCUDA_SUMS16(0), SNCUDA_SUMS16(16), SNCUDA_SUMS16(32), SNCUDA_SUMS16(48) : "l"(a), "l"(b));
    }
}

#undef SNCUDA_SUMS4
#undef SNCUDA_SUMS16
#undef SNCUDA_NAMES16
#undef SNCUDA_NAMES32
#undef SNCUDA_NAMES64
#undef SNCUDA_WGMMA_INSTRUCTION

#endif
#else

inline uint32_t shared_address(const void *place) {
    return emulator::shared_address(place);
}

inline void copy_line(void *to, const void *from, bool zeros) {
    emulator::copy_line(to, from, zeros);
}

inline void end_copies() {
    emulator::end_copies();
}

template <uint32_t but> void wait_for_copies() {
    emulator::wait_for_copies(but);
}

inline void show_to_wgmma() {
    emulator::show_to_wgmma();
}

inline void begin_products() {}

inline void end_products() {
    emulator::end_products();
}

template <uint32_t count> void wait_for_products(float (&)[count]) {
    emulator::wait_for_products();
}

template <bool bfloat, uint32_t count> void begin_product(float (&sums)[count], uint64_t a, uint64_t b) {
    emulator::begin_product(bfloat, sums, count * 2, a, b);
}

#endif

} // namespace sncuda::kernels
