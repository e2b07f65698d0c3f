// Device code that reads weights as gpu_layout.h describes them.
#pragma once
#include "gpu_layout.h"
#include <cuda_fp16.h>

namespace sncuda::kernels {

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
    }
}

// Of weights alone, and of nothing that a kernel writes: such loads may go before wait_for_earlier.
template <class T> __device__ T load(const uint8_t *from) {
    return __ldg(reinterpret_cast<const T *>(from));
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

// What numbers are multiplied by, and what is added to each.
struct Scales {
    float low, high, plus;
};

SNCUDA_BOTH constexpr bool has_plus(WeightType type) {
    return type == WeightType::q4_1 || type == WeightType::q5_1 || type == WeightType::q4_k || type == WeightType::q5_k;
}

// How much larger the stored numbers are.
SNCUDA_BOTH constexpr int too_large(WeightType type) {
    return type == WeightType::q4_0 ? 8 : type == WeightType::q5_0 ? 16 : type == WeightType::q6_k ? 32 : type == WeightType::q8_0 ? 128 : 0;
}

// The bits above the nibbles of word t, from the group's: see write_fifths and write_twos.
template <WeightType T> __device__ Numbers with_bits(Numbers numbers, const Matrix &m, uint64_t group, uint32_t t) {
    if constexpr (T == WeightType::q5_0 || T == WeightType::q5_1 || T == WeightType::q5_k) {
        uint32_t bits = load<uint32_t>(m.data + m.planes.bits + group * 4);
        numbers.low |= (bits >> t & 0x01010101u) << 4;
        numbers.high |= (bits >> (t + 4) & 0x01010101u) << 4;
    }
    if constexpr (T == WeightType::q6_k) {
        uint2 bits = load<uint2>(m.data + m.planes.bits + group * 8);
        numbers.low |= (bits.x >> (2 * t) & 0x03030303u) << 4;
        numbers.high |= (bits.y >> (2 * t) & 0x03030303u) << 4;
    }
    return numbers;
}

// Word t of group `group`, counted over all rows, whose first 4 bytes are `first` and the next `second`.
template <WeightType T> __device__ Numbers numbers_of(const Matrix &m, uint64_t group, uint32_t t, uint32_t first, uint32_t second) {
    // Signed bytes become unsigned ones, 128 too large.
    if constexpr (T == WeightType::q8_0) return {first ^ 0x80808080u, second ^ 0x80808080u};
    return with_bits<T>({first & 0x0f0f0f0fu, first >> 4 & 0x0f0f0f0fu}, m, group, t);
}

template <WeightType T> __device__ Scales scales_of(const Matrix &m, uint64_t group) {
    const uint8_t *from = m.data + m.planes.scales;
    if constexpr (T == WeightType::q8_0 || T == WeightType::q4_0 || T == WeightType::q5_0) {
        float d = half_of(load<uint16_t>(from + group * 2));
        return {d, d, 0};
    } else if constexpr (T == WeightType::q4_1 || T == WeightType::q5_1) {
        uint32_t both = load<uint32_t>(from + group * 4);
        float d = half_of(both & 0xffff);
        return {d, d, half_of(both >> 16)};
    } else if constexpr (T == WeightType::q6_k) {
        uint32_t both = load<uint16_t>(from + group * 2);
        float d = half_of(load<uint16_t>(m.data + m.planes.tops + group / 8 * 2));
        return {d * float(int8_t(both & 0xff)), d * float(int8_t(both >> 8)), 0};
    } else {
        // The head of a K block: d, dmin, then eight 6-bit scales and minima in 12 bytes.
        uint4 head = load<uint4>(from + group / 8 * 16);
        uint32_t i = group % 8, shift = i % 4 * 8;
        uint32_t a = head.y >> shift & 0xff, b = head.z >> shift & 0xff, c = head.w >> shift & 0xff;
        uint32_t scale = i < 4 ? a & 63 : (c & 15) | (a >> 6) << 4;
        uint32_t smallest = i < 4 ? b & 63 : c >> 4 | (b >> 6) << 4;
        float d = half_of(head.x & 0xffff) * float(scale);
        return {d, d, -(half_of(head.x >> 16) * float(smallest))};
    }
}

// Byte i of four as a float, less what it is too large by: it becomes the last bits of 2^23 + byte.
template <WeightType T> __device__ float number(uint32_t four, int i) {
    return __uint_as_float(0x4b000000u | (four >> (8 * i) & 0xff)) - float(0x800000 + too_large(T));
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
