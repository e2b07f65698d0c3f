#include "ops/blocks.h"
#include "ops/error.h"
#include "ops/float16.h"
#include "ops/vectors.h"
#include <cstring>

namespace sncuda {

namespace {

constexpr BlockFormat formats[] = {
    {WeightType::f32, "F32", 1, 4},     {WeightType::f16, "F16", 1, 2},    {WeightType::bf16, "BF16", 1, 2},
    {WeightType::q4_0, "Q4_0", 32, 18}, {WeightType::q4_1, "Q4_1", 32, 20}, {WeightType::q5_0, "Q5_0", 32, 22},
    {WeightType::q5_1, "Q5_1", 32, 24}, {WeightType::q8_0, "Q8_0", 32, 34}, {WeightType::q4_k, "Q4_K", 256, 144},
    {WeightType::q5_k, "Q5_K", 256, 176}, {WeightType::q6_k, "Q6_K", 256, 210},
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

} // namespace

std::string weight_type_name(uint32_t type) {
    static const struct {
        uint32_t type;
        const char *name;
    } others[] = {
        {4, "Q4_2"}, {5, "Q4_3"}, {9, "Q8_1"}, {10, "Q2_K"}, {11, "Q3_K"}, {15, "Q8_K"}, {16, "IQ2_XXS"}, {17, "IQ2_XS"},
        {18, "IQ3_XXS"}, {19, "IQ1_S"}, {20, "IQ4_NL"}, {21, "IQ3_S"}, {22, "IQ2_S"}, {23, "IQ4_XS"}, {24, "I8"},
        {25, "I16"}, {26, "I32"}, {27, "I64"}, {28, "F64"}, {29, "IQ1_M"}, {31, "Q4_0_4_4"}, {32, "Q4_0_4_8"},
        {33, "Q4_0_8_8"}, {34, "TQ1_0"}, {35, "TQ2_0"}, {36, "IQ4_NL_4_4"}, {37, "IQ4_NL_4_8"}, {38, "IQ4_NL_8_8"},
        {39, "MXFP4"}, {40, "NVFP4"},
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
    }
}

} // namespace sncuda
