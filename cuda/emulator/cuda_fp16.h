// 16-bit floats, as in CUDA's header of this name.
#pragma once
#include "cuda_runtime.h"
#include "ops/float16.h"

struct __half {
    uint16_t bits;
};
struct alignas(4) __half2 {
    __half x, y;
};

inline float __half2float(__half value) { return sncuda::float_of_half(value.bits); }
inline __half __float2half_rn(float value) { return {sncuda::half_of_float(value)}; }
inline __half2 __floats2half2_rn(float x, float y) { return {__float2half_rn(x), __float2half_rn(y)}; }
inline __half __low2half(__half2 both) { return both.x; }
inline __half __high2half(__half2 both) { return both.y; }
inline __half __ushort_as_half(unsigned short bits) { return {bits}; }
inline unsigned short __half_as_ushort(__half value) { return value.bits; }
inline float2 __half22float2(__half2 both) { return {__half2float(both.x), __half2float(both.y)}; }
