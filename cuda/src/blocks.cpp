#include "blocks.h"
#include "error.h"
#include "float16.h"
#include "vectors.h"
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

// d, then 16 bytes: the low nibbles are the first 16 values.
SNCUDA_VECTORS void decode_q4_0(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 18, out += 32) {
        float d = half(in);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(int(in[2 + i] & 15) - 8);
            out[i + 16] = d * float(int(in[2 + i] >> 4) - 8);
        }
    }
}

// d, the smallest value, then as Q4_0.
SNCUDA_VECTORS void decode_q4_1(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 20, out += 32) {
        float d = half(in), smallest = half(in + 2);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(in[4 + i] & 15) + smallest;
            out[i + 16] = d * float(in[4 + i] >> 4) + smallest;
        }
    }
}

// d, the fifth bits of all values, then as Q4_0.
SNCUDA_VECTORS void decode_q5_0(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 22, out += 32) {
        float d = half(in);
        uint32_t high = u32(in + 2);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(int((in[6 + i] & 15) | (high >> i & 1) << 4) - 16);
            out[i + 16] = d * float(int((in[6 + i] >> 4) | (high >> (i + 16) & 1) << 4) - 16);
        }
    }
}

SNCUDA_VECTORS void decode_q5_1(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 32, in += 24, out += 32) {
        float d = half(in), smallest = half(in + 2);
        uint32_t high = u32(in + 4);
        for (int i = 0; i < 16; i++) {
            out[i] = d * float(int((in[8 + i] & 15) | (high >> i & 1) << 4)) + smallest;
            out[i + 16] = d * float(int((in[8 + i] >> 4) | (high >> (i + 16) & 1) << 4)) + smallest;
        }
    }
}

SNCUDA_VECTORS void decode_q8_0(const uint8_t *in, uint64_t count, float *out) {
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
SNCUDA_VECTORS void decode_q4_k(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 256, in += 144, out += 256) {
        float scale[8], minimum[8];
        scales_of(in + 4, half(in), half(in + 2), scale, minimum);
        for (int run = 0; run < 4; run++) {
            const uint8_t *bytes = in + 16 + 32 * run;
            float *to = out + 64 * run;
            for (int i = 0; i < 32; i++) {
                to[i] = scale[2 * run] * float(bytes[i] & 15) - minimum[2 * run];
                to[i + 32] = scale[2 * run + 1] * float(bytes[i] >> 4) - minimum[2 * run + 1];
            }
        }
    }
}

// As Q4_K, with 32 bytes of fifth bits in between: bit 2r and 2r + 1 of byte i belong to run r.
SNCUDA_VECTORS void decode_q5_k(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 256, in += 176, out += 256) {
        float scale[8], minimum[8];
        scales_of(in + 4, half(in), half(in + 2), scale, minimum);
        const uint8_t *high = in + 16;
        for (int run = 0; run < 4; run++) {
            const uint8_t *bytes = in + 48 + 32 * run;
            float *to = out + 64 * run;
            for (int i = 0; i < 32; i++) {
                int low_value = (bytes[i] & 15) | (high[i] >> (2 * run) & 1) << 4;
                int high_value = (bytes[i] >> 4) | (high[i] >> (2 * run + 1) & 1) << 4;
                to[i] = scale[2 * run] * float(low_value) - minimum[2 * run];
                to[i + 32] = scale[2 * run + 1] * float(high_value) - minimum[2 * run + 1];
            }
        }
    }
}

// 128 bytes of low nibbles, 64 of high bit pairs, 16 signed scales of 16 values each, d.
SNCUDA_VECTORS void decode_q6_k(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= 256, in += 210, out += 256) {
        float d = half(in + 208);
        for (int side = 0; side < 2; side++) {
            const uint8_t *low = in + 64 * side, *high = in + 128 + 32 * side;
            const uint8_t *scales = in + 192 + 8 * side;
            float *to = out + 128 * side;
            float scale[8];
            for (int i = 0; i < 8; i++) scale[i] = d * float(int8_t(scales[i]));
            for (int i = 0; i < 32; i++) {
                to[i] = scale[i / 16] * float(int((low[i] & 15) | (high[i] & 3) << 4) - 32);
                to[i + 32] = scale[2 + i / 16] * float(int((low[i + 32] & 15) | (high[i] >> 2 & 3) << 4) - 32);
                to[i + 64] = scale[4 + i / 16] * float(int((low[i] >> 4) | (high[i] >> 4 & 3) << 4) - 32);
                to[i + 96] = scale[6 + i / 16] * float(int((low[i + 32] >> 4) | (high[i] >> 6) << 4) - 32);
            }
        }
    }
}

} // namespace

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
