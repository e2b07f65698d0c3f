// Features of an x86-64 processor, and whether this compiler can make code for them: functions say what they are
// compiled for themselves, so that every build has them and runs on processors without.
#pragma once

// GCC for Windows aligns no stack for vectors of 32 bytes, unless it is told to use no aligned moves.
#if defined(__x86_64__) && defined(__GNUC__) && (!defined(_WIN32) || defined(__clang__) || defined(SNCUDA_UNALIGNED_MOVES))
#define SNCUDA_X86_VECTORS

#include <cpuid.h>
#include <cstdint>
// GCC's own functions leave registers as they are on purpose.
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

namespace sncuda {

// Which registers the system saves.
inline uint32_t saved_registers() {
    uint32_t low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

// AVX2, FMA and F16C.
inline bool has_avx2() {
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    constexpr uint32_t fma = 1u << 12, os_saves = 1u << 27, avx = 1u << 28, f16c = 1u << 29;
    if ((c & (fma | os_saves | avx | f16c)) != (fma | os_saves | avx | f16c)) return false;
    if ((saved_registers() & 6) != 6) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 5)) != 0;
}

// AVX-512 for floats, bytes and words, and with its short vectors.
inline bool has_avx512() {
    uint32_t a, b, c, d;
    if (!has_avx2() || (saved_registers() & 0xe6) != 0xe6) return false;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
    constexpr uint32_t f = 1u << 16, dq = 1u << 17, bw = 1u << 30, vl = 1u << 31;
    return (b & (f | dq | bw | vl)) == (f | dq | bw | vl);
}

// The same and VNNI.
inline bool has_vnni() {
    uint32_t a, b, c, d;
    return has_avx512() && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (c & (1u << 11)) != 0;
}

} // namespace sncuda

#endif
