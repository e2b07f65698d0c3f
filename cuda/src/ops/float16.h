// 16-bit floats as bits.
#pragma once
#include <cstdint>
#include <cstring>

namespace sncuda {

inline float float_of_bits(uint32_t bits) {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

inline uint32_t bits_of_float(float value) {
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

inline float float_of_bfloat16(uint16_t half) {
    return float_of_bits(uint32_t(half) << 16);
}

// Exact, without a branch, so that the compiler can do many at once (the method of Marat Dukhan's FP16).
inline float float_of_half(uint16_t half) {
    uint32_t wide = uint32_t(half) << 16;
    uint32_t sign = wide & 0x80000000u;
    uint32_t twice = wide + wide;
    uint32_t normal = bits_of_float(float_of_bits((twice >> 4) + (0xE0u << 23)) * 0x1.0p-112f);
    uint32_t subnormal = bits_of_float(float_of_bits((twice >> 17) | (126u << 23)) - 0.5f);
    uint32_t is_subnormal = 0u - uint32_t(twice < (1u << 27));
    return float_of_bits(sign | (subnormal & is_subnormal) | (normal & ~is_subnormal));
}

// To the nearest, ties to even.
inline uint16_t half_of_float(float value) {
    uint32_t bits = bits_of_float(value);
    float base = (float_of_bits(bits & 0x7FFFFFFFu) * 0x1.0p+112f) * 0x1.0p-110f;
    uint32_t twice = bits + bits;
    uint32_t bias = twice & 0xFF000000u;
    if (bias < 0x71000000u) bias = 0x71000000u;
    base = float_of_bits((bias >> 1) + 0x07800000u) + base;
    uint32_t rounded = bits_of_float(base);
    uint32_t magnitude = ((rounded >> 13) & 0x7C00u) + (rounded & 0x0FFFu);
    return uint16_t(((bits >> 16) & 0x8000u) | (twice > 0xFF000000u ? 0x7E00u : magnitude));
}

} // namespace sncuda
