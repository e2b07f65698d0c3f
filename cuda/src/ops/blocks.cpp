#include "ops/blocks.h"
#include "ops/error.h"
#include "ops/float16.h"
#include "ops/iq_blocks.h"
#include "ops/vectors.h"
#include <cstring>

namespace sncuda {

namespace {

constexpr BlockFormat formats[] = {
    {WeightType::f32, "F32", 1, 4},     {WeightType::f16, "F16", 1, 2},    {WeightType::bf16, "BF16", 1, 2},
    {WeightType::q4_0, "Q4_0", 32, 18}, {WeightType::q4_1, "Q4_1", 32, 20}, {WeightType::q5_0, "Q5_0", 32, 22},
    {WeightType::q5_1, "Q5_1", 32, 24}, {WeightType::q8_0, "Q8_0", 32, 34}, {WeightType::q4_k, "Q4_K", 256, 144},
    {WeightType::q5_k, "Q5_K", 256, 176}, {WeightType::q6_k, "Q6_K", 256, 210},
    {WeightType::q2_k, "Q2_K", 256, 84, false}, {WeightType::q3_k, "Q3_K", 256, 110, false},
    {WeightType::iq4_nl, "IQ4_NL", 32, 18, false}, {WeightType::iq4_xs, "IQ4_XS", 256, 136, false},
    {WeightType::tq1_0, "TQ1_0", 256, 54, false}, {WeightType::tq2_0, "TQ2_0", 256, 66, false},
    {WeightType::mxfp4, "MXFP4", 32, 17, false},
    {WeightType::iq2_xxs, "IQ2_XXS", 256, 66, false}, {WeightType::iq2_xs, "IQ2_XS", 256, 74, false},
    {WeightType::iq2_s, "IQ2_S", 256, 82, false}, {WeightType::iq3_xxs, "IQ3_XXS", 256, 98, false},
    {WeightType::iq3_s, "IQ3_S", 256, 110, false}, {WeightType::iq1_s, "IQ1_S", 256, 50, false},
    {WeightType::iq1_m, "IQ1_M", 256, 56, false},
};

uint16_t u16(const uint8_t *from) {
    return uint16_t(from[0] | from[1] << 8);
}

uint32_t u32(const uint8_t *from) {
    return uint32_t(u16(from)) | uint32_t(u16(from + 2)) << 16;
}

float half(const uint8_t *from) {
    return float_of_half(u16(from));
}

SNCUDA_VECTORS void decode_f16(const uint8_t *in, uint64_t count, float *out) {
    for (uint64_t i = 0; i < count; i++) {
        uint16_t bits;
        std::memcpy(&bits, in + 2 * i, 2);
        out[i] = float_of_half(bits);
    }
}

SNCUDA_VECTORS void decode_bf16(const uint8_t *in, uint64_t count, float *out) {
    for (uint64_t i = 0; i < count; i++) {
        uint16_t bits;
        std::memcpy(&bits, in + 2 * i, 2);
        out[i] = float_of_bfloat16(bits);
    }
}

// The loops below are short, simple and many: that is what the compiler makes vectors of.

// d, then 16 bytes: the low nibbles are the first 16 values, 8 too large.
SNCUDA_VECTORS void decode_q4_0(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 32, in += 18, out += 32) {
        float d = half(in);
        for (int i = 0; i < 16; i++) out[i] = d * float(int(in[2 + i] & 15) - 8);
        for (int i = 0; i < 16; i++) out[i + 16] = d * float(int(in[2 + i] >> 4) - 8);
    }
}

// d, the smallest value, then as Q4_0.
SNCUDA_VECTORS void decode_q4_1(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 32, in += 20, out += 32) {
        float d = half(in), smallest = half(in + 2);
        for (int i = 0; i < 16; i++) out[i] = d * float(in[4 + i] & 15) + smallest;
        for (int i = 0; i < 16; i++) out[i + 16] = d * float(in[4 + i] >> 4) + smallest;
    }
}

// d, the fifth bits of all values, then as Q4_0.
SNCUDA_VECTORS void decode_q5_0(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 32, in += 22, out += 32) {
        float d = half(in);
        uint32_t fifths = u32(in + 2);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(int((in[6 + i] & 15) | (fifths >> i & 1) << 4) - 16);
            out[i + 16] = d * float(int((in[6 + i] >> 4) | (fifths >> (i + 16) & 1) << 4) - 16);
        }
    }
}

SNCUDA_VECTORS void decode_q5_1(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 32, in += 24, out += 32) {
        float d = half(in), smallest = half(in + 2);
        uint32_t fifths = u32(in + 4);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(int((in[8 + i] & 15) | (fifths >> i & 1) << 4)) + smallest;
            out[i + 16] = d * float(int((in[8 + i] >> 4) | (fifths >> (i + 16) & 1) << 4)) + smallest;
        }
    }
}

// d, then the values.
SNCUDA_VECTORS void decode_q8_0(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 32, in += 34, out += 32) {
        float d = half(in);
        for (int i = 0; i < 32; i++) out[i] = float(int8_t(in[2 + i])) * d;
    }
}

// The eight 6-bit scales and minima of a K block, from 12 bytes.
void scales_of(const uint8_t *in, float d, float smallest, float *scale, float *minimum) {
    for (int i = 0; i < 4; i++) {
        scale[i] = d * float(in[i] & 63);
        minimum[i] = smallest * float(in[i + 4] & 63);
        scale[i + 4] = d * float((in[i + 8] & 15) | (in[i] >> 6) << 4);
        minimum[i + 4] = smallest * float((in[i + 8] >> 4) | (in[i + 4] >> 6) << 4);
    }
}

// d, dmin, scales, then 4 runs of 32 bytes: the low nibbles are 32 values, the high ones the next 32.
SNCUDA_VECTORS void decode_q4_k(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 144, out += 256) {
        float scale[8], minimum[8];
        scales_of(in + 4, half(in), half(in + 2), scale, minimum);
        for (int group = 0; group < 8; group++) {
            const uint8_t *bytes = in + 16 + group / 2 * 32;
            int shift = group % 2 * 4;
            float *to = out + 32 * group, s = scale[group], m = minimum[group];
            for (int i = 0; i < 32; i++) to[i] = s * float(bytes[i] >> shift & 15) - m;
        }
    }
}

// As Q4_K, with 32 bytes of fifth bits in between: bit g of byte i is that of value i in group g.
SNCUDA_VECTORS void decode_q5_k(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 176, out += 256) {
        float scale[8], minimum[8];
        scales_of(in + 4, half(in), half(in + 2), scale, minimum);
        const uint8_t *fifths = in + 16;
        for (int group = 0; group < 8; group++) {
            const uint8_t *bytes = in + 48 + group / 2 * 32;
            int shift = group % 2 * 4;
            float *to = out + 32 * group, s = scale[group], m = minimum[group];
            for (int i = 0; i < 32; i++) to[i] = s * float((bytes[i] >> shift & 15) | (fifths[i] >> group & 1) << 4) - m;
        }
    }
}

// 128 bytes of nibbles, 64 of upper bit pairs, 16 signed scales of 16 values each, d. Each half of the block has
// four groups of 32 values: the low nibbles of its 64 bytes, then the high ones. 32 too large.
SNCUDA_VECTORS void decode_q6_k(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 210, out += 256) {
        float d = half(in + 208);
        for (int sixteen = 0; sixteen < 16; sixteen++) {
            int side = sixteen / 8, group = sixteen / 2 % 4, first = sixteen % 2 * 16;
            const uint8_t *nibbles = in + 64 * side + group % 2 * 32 + first;
            const uint8_t *upper = in + 128 + 32 * side + first;
            int nibble_shift = group / 2 * 4, upper_shift = 2 * group;
            float *to = out + 16 * sixteen, scale = d * float(int8_t(in[192 + sixteen]));
            for (int i = 0; i < 16; i++) {
                to[i] = scale * float(int((nibbles[i] >> nibble_shift & 15) | (upper[i] >> upper_shift & 3) << 4) - 32);
            }
        }
    }
}

// 16 bytes of scales and minima, 4 bits each, for 16 values; 64 bytes of bit pairs; d, dmin. Each half of the block has
// four groups of 32 values: the lowest pairs of its 32 bytes, then the next.
SNCUDA_VECTORS void decode_q2_k(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 84, out += 256) {
        float d = half(in + 80), smallest = half(in + 82);
        for (int sixteen = 0; sixteen < 16; sixteen++) {
            const uint8_t *pairs = in + 16 + sixteen / 8 * 32 + sixteen % 2 * 16;
            int shift = sixteen / 2 % 4 * 2;
            float *to = out + 16 * sixteen, scale = d * float(in[sixteen] & 15), minimum = smallest * float(in[sixteen] >> 4);
            for (int i = 0; i < 16; i++) to[i] = scale * float(pairs[i] >> shift & 3) - minimum;
        }
    }
}

// 32 bytes of third bits, 64 of bit pairs as Q2_K's, 12 of 16 6-bit scales, d. Where the third bit is missing, 4 too large.
SNCUDA_VECTORS void decode_q3_k(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 110, out += 256) {
        const uint8_t *scales = in + 96;
        float d = half(in + 108);
        for (int sixteen = 0; sixteen < 16; sixteen++) {
            const uint8_t *pairs = in + 32 + sixteen / 8 * 32 + sixteen % 2 * 16, *thirds = in + sixteen % 2 * 16;
            int shift = sixteen / 2 % 4 * 2, third = sixteen / 2;
            int low = scales[sixteen % 8] >> (sixteen / 8 * 4) & 15, high = scales[8 + sixteen % 4] >> (sixteen / 4 * 2) & 3;
            float *to = out + 16 * sixteen, scale = d * float((low | high << 4) - 32);
            for (int i = 0; i < 16; i++) to[i] = scale * float(int(pairs[i] >> shift & 3) - (thirds[i] >> third & 1 ? 0 : 4));
        }
    }
}

// What 4 bits stand for in IQ4_NL and IQ4_XS, and in MXFP4 (OCP Microscaling Formats, E2M1), there twice as much.
constexpr float iq4_values[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};
constexpr float mxfp4_values[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

// 16 bytes: the low nibbles are the first 16 values.
void decode_nibbles(const uint8_t *__restrict in, const float (&values)[16], float d, float *__restrict out) {
    for (int i = 0; i < 16; i++) out[i] = d * values[in[i] & 15];
    for (int i = 0; i < 16; i++) out[i + 16] = d * values[in[i] >> 4];
}

void decode_iq4_nl(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 18, out += 32) decode_nibbles(in + 2, iq4_values, half(in), out);
}

// d, the upper pairs of eight 6-bit scales, their lower nibbles, then 16 bytes for each.
void decode_iq4_xs(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 256, in += 136, out += 256) {
        float d = half(in);
        uint16_t upper = u16(in + 2);
        for (int group = 0; group < 8; group++) {
            int scale = (in[4 + group / 2] >> (group % 2 * 4) & 15) | (upper >> (2 * group) & 3) << 4;
            decode_nibbles(in + 8 + 16 * group, iq4_values, d * float(scale - 32), out + 32 * group);
        }
    }
}

// An exponent of two, then nibbles.
void decode_mxfp4(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 17, out += 32) {
        // Half of 2^(exponent - 127), for the table has twice the values.
        uint32_t bits = in[0] < 2 ? 0x00200000u << in[0] : uint32_t(in[0] - 1) << 23;
        float d;
        std::memcpy(&d, &bits, 4);
        decode_nibbles(in + 1, mxfp4_values, d, out);
    }
}

// `bytes` bytes of `digits` digits to the base of three each: the first of all bytes come first. A byte is a fraction of
// 256, whose next digit is the whole part of three times it.
void decode_digits(const uint8_t *in, int bytes, int digits, float d, float *&out) {
    static constexpr uint8_t powers[] = {1, 3, 9, 27, 81};
    for (int digit = 0; digit < digits; digit++) {
        for (int i = 0; i < bytes; i++) {
            auto fraction = uint8_t(in[i] * powers[digit]);
            *out++ = float(int(uint16_t(fraction) * 3 >> 8) - 1) * d;
        }
    }
}

void decode_tq1_0(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 256, in += 54) {
        float d = half(in + 52);
        decode_digits(in, 32, 5, d, out);
        decode_digits(in + 32, 16, 5, d, out);
        decode_digits(in + 48, 4, 4, d, out);
    }
}

// Two runs of 32 bytes of bit pairs, the lowest first; d. 1 too large.
SNCUDA_VECTORS void decode_tq2_0(const uint8_t *__restrict in, uint64_t count, float *__restrict out) {
    for (; count; count -= 256, in += 66, out += 256) {
        float d = half(in + 64);
        for (int group = 0; group < 8; group++) {
            const uint8_t *pairs = in + group / 4 * 32;
            int shift = group % 4 * 2;
            float *to = out + 32 * group;
            for (int i = 0; i < 32; i++) to[i] = float(int(pairs[i] >> shift & 3) - 1) * d;
        }
    }
}

} // namespace

std::string weight_type_name(uint32_t type) {
    static const struct {
        uint32_t type;
        const char *name;
    } others[] = {
        {4, "Q4_2"}, {5, "Q4_3"}, {9, "Q8_1"}, {15, "Q8_K"}, {24, "I8"},
        {25, "I16"}, {26, "I32"}, {27, "I64"}, {28, "F64"}, {31, "Q4_0_4_4"}, {32, "Q4_0_4_8"},
        {33, "Q4_0_8_8"}, {36, "IQ4_NL_4_4"}, {37, "IQ4_NL_4_8"}, {38, "IQ4_NL_8_8"},
        {40, "NVFP4"},
    };
    const BlockFormat *format = block_format(type);
    const char *name = format ? format->name : nullptr;
    for (auto &other : others) {
        if (other.type == type) name = other.name;
    }
    return name ? name + (" (" + std::to_string(type) + ")") : std::to_string(type);
}

std::string supported_weight_types() {
    std::string names;
    constexpr size_t count = sizeof formats / sizeof *formats;
    for (size_t i = 0; i < count; i++) names += (i == 0 ? "" : i + 1 == count ? " and " : ", ") + std::string(formats[i].name);
    return names;
}

const BlockFormat *block_format(uint32_t type) {
    for (const BlockFormat &format : formats) {
        if (uint32_t(format.type) == type) return &format;
    }
    return nullptr;
}

const BlockFormat &block_format(WeightType type) {
    const BlockFormat *format = block_format(uint32_t(type));
    if (!format) throw Error(Code::unknown, "weight type " + std::to_string(uint32_t(type)) + " has no format");
    return *format;
}

uint64_t bytes_of(WeightType type, uint64_t values) {
    const BlockFormat &format = block_format(type);
    return values / format.values * format.bytes;
}

void decode(WeightType type, const uint8_t *blocks, uint64_t count, float *out) {
    switch (type) {
    case WeightType::f32: std::memcpy(out, blocks, count * 4); return;
    case WeightType::f16: decode_f16(blocks, count, out); return;
    case WeightType::bf16: decode_bf16(blocks, count, out); return;
    case WeightType::q4_0: decode_q4_0(blocks, count, out); return;
    case WeightType::q4_1: decode_q4_1(blocks, count, out); return;
    case WeightType::q5_0: decode_q5_0(blocks, count, out); return;
    case WeightType::q5_1: decode_q5_1(blocks, count, out); return;
    case WeightType::q8_0: decode_q8_0(blocks, count, out); return;
    case WeightType::q4_k: decode_q4_k(blocks, count, out); return;
    case WeightType::q5_k: decode_q5_k(blocks, count, out); return;
    case WeightType::q6_k: decode_q6_k(blocks, count, out); return;
    case WeightType::q2_k: decode_q2_k(blocks, count, out); return;
    case WeightType::q3_k: decode_q3_k(blocks, count, out); return;
    case WeightType::iq4_nl: decode_iq4_nl(blocks, count, out); return;
    case WeightType::iq4_xs: decode_iq4_xs(blocks, count, out); return;
    case WeightType::tq1_0: decode_tq1_0(blocks, count, out); return;
    case WeightType::tq2_0: decode_tq2_0(blocks, count, out); return;
    case WeightType::mxfp4: decode_mxfp4(blocks, count, out); return;
    case WeightType::iq2_xxs: decode_iq2_xxs(blocks, count, out); return;
    case WeightType::iq2_xs: decode_iq2_xs(blocks, count, out); return;
    case WeightType::iq2_s: decode_iq2_s(blocks, count, out); return;
    case WeightType::iq3_xxs: decode_iq3_xxs(blocks, count, out); return;
    case WeightType::iq3_s: decode_iq3_s(blocks, count, out); return;
    case WeightType::iq1_s: decode_iq1_s(blocks, count, out); return;
    case WeightType::iq1_m: decode_iq1_m(blocks, count, out); return;
    }
}

} // namespace sncuda
