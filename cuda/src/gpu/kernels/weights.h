// Device code that reads weights as layout.h describes them.
#pragma once
#include "gpu/layout/layout.h"
#include <cuda_fp16.h>

namespace sncuda::kernels {

SNCUDA_BOTH constexpr bool has_fifths(WeightType type) {
    return type == WeightType::q5_0 || type == WeightType::q5_1 || type == WeightType::q5_k;
}

// Of a group's bits beyond the nibbles.
SNCUDA_BOTH constexpr uint32_t bit_bytes(WeightType type) {
    return has_fifths(type) ? 4 : type == WeightType::q6_k ? 8 : 0;
}

struct Matrix {
    const uint8_t *data;
    Planes planes;
    WeightType type;
    uint32_t rows, columns;
};

inline Matrix matrix_of(const Weight &weight) {
    Planes planes = has_blocks(weight.type) ? planes_of(weight.type, weight.rows, weight.columns) : Planes{};
    return {reinterpret_cast<const uint8_t *>(weight.data), planes, weight.type, uint32_t(weight.rows), uint32_t(weight.columns)};
}

// The matrix without the rows before `row`. Its groups' numbers are then small ones.
template <WeightType T> __device__ Matrix rows_from(const Matrix &m, uint32_t row) {
    uint64_t before = uint64_t(row) * (m.columns / 32), words = before * word_bytes(T) * 4;
    Matrix rest = m;
    rest.rows -= row;
    rest.data += words;
    rest.planes.bits += before * bit_bytes(T) - words;
    rest.planes.scales += before * (T == WeightType::q4_1 || T == WeightType::q5_1 ? 4 : 2) - words;
    rest.planes.tops += before / 8 * 2 - words;
    return rest;
}

// Calls body with the type as a constant.
template <class Body> void with_type(WeightType type, Body body) {
    switch (type) {
#define SNCUDA_CASE(name) \
    case WeightType::name: body(std::integral_constant<WeightType, WeightType::name>()); return;
        SNCUDA_CASE(f32)
        SNCUDA_CASE(f16)
        SNCUDA_CASE(bf16)
        SNCUDA_CASE(q8_0)
        SNCUDA_CASE(q4_0)
        SNCUDA_CASE(q4_1)
        SNCUDA_CASE(q5_0)
        SNCUDA_CASE(q5_1)
        SNCUDA_CASE(q4_k)
        SNCUDA_CASE(q5_k)
        SNCUDA_CASE(q6_k)
#undef SNCUDA_CASE
    default: return; // refused when it is loaded
    }
}

// Of weights alone, and of nothing that a kernel writes: such loads may go before wait_for_earlier.
template <class T> __device__ T load(const uint8_t *from) {
    return __ldg(reinterpret_cast<const T *>(from));
}

// Of what is read once: it shall not push out what is read again.
template <class T> __device__ T load_once(const uint8_t *from) {
    return __ldcs(reinterpret_cast<const T *>(from));
}

// Has the line at this address brought into the GPU's cache, where kernels start early enough for it to be of use.
__device__ inline void prefetch(const uint8_t *from) {
#if !defined(__CUDACC__)
    emulator::prefetch(from);
#elif defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("prefetch.global.L2 [%0];" ::"l"(__cvta_generic_to_global(from)));
#endif
}

__device__ inline float half_of(uint32_t bits) {
    return __half2float(__ushort_as_half(uint16_t(bits)));
}

__device__ inline float bfloat_of(uint32_t bits) {
    return __uint_as_float(bits << 16);
}

// Four numbers and four numbers, a byte each: the low and the high ones of a word.
struct Numbers {
    uint32_t low, high;
};

// Factors of numbers, and the summand of each.
struct Scales {
    float low, high, plus;
};

SNCUDA_BOTH constexpr bool has_plus(WeightType type) {
    return type == WeightType::q4_1 || type == WeightType::q5_1 || type == WeightType::q4_k || type == WeightType::q5_k;
}

// The amount by which the stored numbers are too large.
SNCUDA_BOTH constexpr int too_large(WeightType type) {
    return type == WeightType::q4_0 ? 8 : type == WeightType::q5_0 ? 16 : type == WeightType::q6_k ? 32 : type == WeightType::q8_0 ? 128 : 0;
}

// The bits above the nibbles of a group, counted over all rows: see write_fifths and write_twos.
template <WeightType T> __device__ uint2 bits_of(const Matrix &m, uint64_t group) {
    const uint8_t *from = m.data + m.planes.bits;
    if constexpr (has_fifths(T)) return {load<uint32_t>(from + group * 4), 0};
    if constexpr (T == WeightType::q6_k) return load<uint2>(from + group * 8);
    return {0, 0};
}

// Word t of a group with these bits, whose first 4 bytes are `first` and the next `second`.
template <WeightType T> __device__ Numbers numbers_of(uint2 bits, uint32_t t, uint32_t first, uint32_t second) {
    // Signed bytes become unsigned ones, 128 too large.
    if constexpr (T == WeightType::q8_0) return {first ^ 0x80808080u, second ^ 0x80808080u};
    Numbers numbers{first & 0x0f0f0f0fu, first >> 4 & 0x0f0f0f0fu};
    if constexpr (has_fifths(T)) {
        numbers.low |= bits.x >> t << 4 & 0x10101010u;
        numbers.high |= bits.x >> t & 0x10101010u;
    }
    if constexpr (T == WeightType::q6_k) {
        numbers.low |= bits.x >> (2 * t) << 4 & 0x30303030u;
        numbers.high |= bits.y >> (2 * t) << 4 & 0x30303030u;
    }
    return numbers;
}

template <WeightType T> __device__ Numbers numbers_of(const Matrix &m, uint64_t group, uint32_t t, uint32_t first, uint32_t second) {
    return numbers_of<T>(bits_of<T>(m, group), t, first, second);
}

// Packed scales of a group: for the first types 16 bits, for 6-bit numbers 16 and 16, else the head of a K block: d,
// dmin, then eight 6-bit scales and minima in 12 bytes.
template <WeightType T> __device__ uint4 packed_scales(const Matrix &m, uint64_t group) {
    const uint8_t *from = m.data + m.planes.scales;
    if constexpr (T == WeightType::q8_0 || T == WeightType::q4_0 || T == WeightType::q5_0) {
        return {load<uint16_t>(from + group * 2), 0, 0, 0};
    } else if constexpr (T == WeightType::q4_1 || T == WeightType::q5_1) {
        return {load<uint32_t>(from + group * 4), 0, 0, 0};
    } else if constexpr (T == WeightType::q6_k) {
        return {load<uint16_t>(m.data + m.planes.tops + group / 8 * 2), load<uint16_t>(from + group * 2), 0, 0};
    } else {
        return load<uint4>(from + group / 8 * 16);
    }
}

template <WeightType T> __device__ Scales unpacked(const uint4 &packed, uint32_t group) {
    float d = half_of(packed.x & 0xffff);
    if constexpr (T == WeightType::q8_0 || T == WeightType::q4_0 || T == WeightType::q5_0) {
        return {d, d, 0};
    } else if constexpr (T == WeightType::q4_1 || T == WeightType::q5_1) {
        return {d, d, half_of(packed.x >> 16)};
    } else if constexpr (T == WeightType::q6_k) {
        return {d * float(int8_t(packed.y & 0xff)), d * float(int8_t(packed.y >> 8)), 0};
    } else {
        // The last four have their upper two bits above those of the first four.
        bool last = group % 8 >= 4;
        uint32_t shift = group % 4 * 8, mask = last ? 15 : 63, above = last ? 48 : 0;
        uint32_t scale = ((last ? packed.w : packed.y) >> shift & mask) | (packed.y >> (shift + 2) & above);
        uint32_t smallest = ((last ? packed.w : packed.z) >> (last ? shift + 4 : shift) & mask) | (packed.z >> (shift + 2) & above);
        d *= float(scale);
        return {d, d, -(half_of(packed.x >> 16) * float(smallest))};
    }
}

template <WeightType T> __device__ Scales scales_of(const Matrix &m, uint64_t group) {
    return unpacked<T>(packed_scales<T>(m, group), uint32_t(group % 8));
}

// Byte i of four as a float, less what it is too large by: it becomes the last bits of 2^23 + byte.
template <WeightType T> __device__ float number(uint32_t four, int i) {
    return __uint_as_float(__byte_perm(four, 0x4b000000u, 0x7650u + uint32_t(i))) - float(0x800000 + too_large(T));
}

// The eight values of a word.
template <WeightType T> __device__ void values_of(const Matrix &m, uint32_t row, uint32_t group, uint32_t t, float low[4], float high[4]) {
    uint32_t groups = m.columns / 32;
    WordPlace place = word_place(T, groups, group);
    const uint8_t *from = m.data + uint64_t(row) * groups * word_bytes(T) * 4 + place.first + t * place.step;
    uint64_t all = uint64_t(row) * groups + group;
    uint32_t second = T == WeightType::q8_0 ? load<uint32_t>(from + 4) : 0;
    Numbers numbers = numbers_of<T>(m, all, t, load<uint32_t>(from), second);
    Scales scales = scales_of<T>(m, all);
    for (int i = 0; i < 4; i++) {
        low[i] = scales.low * number<T>(numbers.low, i) + scales.plus;
        high[i] = scales.high * number<T>(numbers.high, i) + scales.plus;
    }
}

// One value of a type without blocks.
template <WeightType T> __device__ float plain_value(const Matrix &m, uint64_t index) {
    if constexpr (T == WeightType::f32) return load<float>(m.data + index * 4);
    uint32_t bits = load<uint16_t>(m.data + index * 2);
    return T == WeightType::f16 ? half_of(bits) : bfloat_of(bits);
}

} // namespace sncuda::kernels
