#include "ops/iq_blocks.h"
#include "ops/float16.h"
#include "ops/iq_grids.h"

namespace sncuda {

namespace {

// Blocks of 256 values: 32 entries of 8, or 64 of 4.
constexpr int block = 256, eights = 32, fours = 64;
constexpr float two_bits[] = {8, 25, 43};
constexpr float three_bits[] = {4, 12, 20, 28, 36, 44, 52, 62};
constexpr float delta = 0.125f;

uint16_t u16(const uint8_t *from) {
    return uint16_t(from[0] | from[1] << 8);
}

uint32_t u32(const uint8_t *from) {
    return uint32_t(u16(from)) | uint32_t(u16(from + 2)) << 16;
}

// The eighth sign is such that an even number of them is negative.
uint8_t signs_of(uint32_t seven) {
    uint32_t odd = seven ^ seven >> 4;
    odd ^= odd >> 2;
    return uint8_t(seven | ((odd ^ odd >> 1) & 1) << 7);
}

void two_bit_values(uint16_t entry, float scale, uint8_t signs, float *out) {
    for (int i = 0; i < 8; i++) {
        float value = scale * two_bits[entry >> (2 * i) & 3];
        out[i] = signs >> i & 1 ? -value : value;
    }
}

// `signs` from bit `first` on.
template <class Value> void three_bit_values(uint16_t entry, float scale, uint8_t signs, int first, float *out, Value value_of) {
    for (int i = 0; i < 4; i++) {
        float value = scale * value_of(entry >> (3 * i) & 7);
        out[i] = signs >> (first + i) & 1 ? -value : value;
    }
}

void one_bit_values(uint16_t entry, float scale, bool below, float *out) {
    for (int i = 0; i < 8; i++) out[i] = scale * (float(int(entry >> (2 * i) & 3) - 1) + (below ? -delta : delta));
}

int nibble(const uint8_t *from, int index) {
    return from[index / 2] >> (index % 2 * 4) & 15;
}

} // namespace

// d; for each 32 values four numbers of entries, four times seven signs, and a scale in the upper four bits.
void decode_iq2_xxs(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 66, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < eights; e++) {
            const uint8_t *group = in + 2 + e / 4 * 8;
            uint32_t signs = u32(group + 4);
            float scale = d * (0.5f + float(signs >> 28)) * 0.25f;
            two_bit_values(iq2_xxs_grid[group[e % 4]], scale, signs_of(signs >> (e % 4 * 7) & 127), out + 8 * e);
        }
    }
}

// d; numbers of nine bits, with seven signs each; scales of four bits for 16 values.
void decode_iq2_xs(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 74, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < eights; e++) {
            uint16_t entry = u16(in + 2 + 2 * e);
            float scale = d * (0.5f + float(nibble(in + 66, e / 2))) * 0.25f;
            two_bit_values(iq2_xs_grid[entry & 511], scale, signs_of(entry >> 9), out + 8 * e);
        }
    }
}

// d; the lower eight bits of numbers; signs; the upper two bits of numbers; scales as IQ2_XS's.
void decode_iq2_s(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 82, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < eights; e++) {
            int entry = in[2 + e] | (in[66 + e / 4] >> (e % 4 * 2) & 3) << 8;
            float scale = d * (0.5f + float(nibble(in + 74, e / 2))) * 0.25f;
            two_bit_values(iq2_s_grid[entry], scale, in[34 + e], out + 8 * e);
        }
    }
}

// d; numbers; for each 32 values four times seven signs, and a scale in the upper four bits.
void decode_iq3_xxs(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 98, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < fours; e++) {
            uint32_t signs = u32(in + 66 + e / 8 * 4);
            float scale = d * (0.5f + float(signs >> 28)) * 0.5f;
            three_bit_values(iq3_xxs_grid[in[2 + e]], scale, signs_of(signs >> (e / 2 % 4 * 7) & 127), e % 2 * 4, out + 4 * e,
                             [](int bits) { return three_bits[bits]; });
        }
    }
}

// d; the lower eight bits of numbers, the ninth ones; signs; scales of four bits for 32 values.
void decode_iq3_s(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 110, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < fours; e++) {
            int entry = in[2 + e] | (in[66 + e / 8] >> (e % 8) & 1) << 8;
            float scale = d * float(1 + 2 * nibble(in + 106, e / 8));
            three_bit_values(iq3_s_grid[entry], scale, in[74 + e / 2], e % 2 * 4, out + 4 * e, [](int bits) { return float(2 * bits + 1); });
        }
    }
}

// d; the lower eight bits of numbers; for each 32 values their upper three, a scale, and whether all lie below.
void decode_iq1_s(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 50, out += block) {
        float d = float_of_half(u16(in));
        for (int e = 0; e < eights; e++) {
            uint16_t upper = u16(in + 34 + e / 4 * 2);
            int entry = in[2 + e] | (upper >> (e % 4 * 3) & 7) << 8;
            one_bit_values(iq1_grid[entry], d * float(2 * (upper >> 12 & 7) + 1), upper >> 15, out + 8 * e);
        }
    }
}

// The lower eight bits of numbers; their upper three, with whether they lie below; scales of three bits for 16 values, four
// in 16 bits, whose upper four are a quarter of d.
void decode_iq1_m(const uint8_t *in, uint64_t count, float *out) {
    for (; count; count -= block, in += 56, out += block) {
        const uint8_t *scales = in + 48;
        uint16_t bits = 0;
        for (int i = 0; i < 4; i++) bits = uint16_t(bits | (u16(scales + 2 * i) >> 12) << (4 * i));
        float d = float_of_half(bits);
        for (int e = 0; e < eights; e++) {
            int upper = nibble(in + 32, e), entry = in[e] | (upper & 7) << 8;
            int scale = u16(scales + e / 8 * 2) >> (e / 2 % 4 * 3) & 7;
            one_bit_values(iq1_grid[entry], d * float(2 * scale + 1), upper >> 3, out + 8 * e);
        }
    }
}

} // namespace sncuda
