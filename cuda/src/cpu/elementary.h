// Exponentials and what is made of them, without branches and by fused multiply-adds, so that compilers do many at once
// where the processor has them: for kernels that say what they are compiled for. All are within 3 units of the last
// place, and give the same bits one at a time and many together.
#pragma once
#include "ops/float16.h"

#define SNCUDA_ELEMENTARY inline __attribute__((always_inline))

namespace sncuda {

SNCUDA_ELEMENTARY float fused(float a, float b, float c) {
    return __builtin_fmaf(a, b, c);
}

// Rounds to the nearest integer n, and gives e^(x - n ln 2) * 2^n (a minimax polynomial of Cephes' expf).
SNCUDA_ELEMENTARY float exp_of(float x) {
    // Beyond it is 0, or infinite. What is no number stays so.
    float bounded = x < -105.0f ? -105.0f : x;
    bounded = bounded > 90.0f ? 90.0f : bounded;
    constexpr float no_fraction = 12582912.0f; // 1.5 * 2^23: too large for one
    float shifted = fused(bounded, 1.44269504f, no_fraction), n = shifted - no_fraction;
    float r = fused(n, 1.90465430e-9f, fused(n, -0.693147182f, bounded));
    float p = fused(1.9875691500e-4f, r, 1.3981999507e-3f);
    p = fused(p, r, 8.3334519073e-3f);
    p = fused(p, r, 4.1665795894e-2f);
    p = fused(p, r, 1.6666665459e-1f);
    p = fused(p, r, 5.0000001201e-1f);
    p = fused(p, r * r, r) + 1.0f;
    // In two steps, for 2^n may be more than a float holds where the product is not, or less.
    int32_t whole = int32_t(bits_of_float(shifted) - bits_of_float(no_fraction)), half = whole >> 1;
    float first = float_of_bits(uint32_t(half + 127) << 23), second = float_of_bits(uint32_t(whole - half + 127) << 23);
    return p * first * second;
}

// By a polynomial of Cephes' tanhf near 0, where e^2x - 1 has no digits left.
SNCUDA_ELEMENTARY float tanh_of(float x) {
    float magnitude = float_of_bits(bits_of_float(x) & 0x7fffffff), square = x * x;
    float p = fused(-5.70498872745e-3f, square, 2.06390887954e-2f);
    p = fused(p, square, -5.37397155531e-2f);
    p = fused(p, square, 1.33314422036e-1f);
    p = fused(p, square, -3.33332819422e-1f);
    float near = fused(p * square, x, x), far = 1.0f - 2.0f / (exp_of(2.0f * magnitude) + 1.0f);
    far = float_of_bits(bits_of_float(far) | (bits_of_float(x) & 0x80000000u));
    return magnitude < 0.625f ? near : far;
}

SNCUDA_ELEMENTARY float silu_of(float x) {
    return x / (1.0f + exp_of(-x));
}

// The approximation by tanh, which Gemma was trained with.
SNCUDA_ELEMENTARY float gelu_of(float x) {
    return 0.5f * x * (1.0f + tanh_of(0.7978845608f * (x + 0.044715f * x * x * x)));
}

} // namespace sncuda
