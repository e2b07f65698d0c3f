// Rounded activations with NEON, which every 64-bit Arm processor has.
#include "cpu/cpu_kernels.h"

#if defined(__aarch64__) && defined(__ARM_NEON) && defined(__GNUC__)

#include <arm_neon.h>
#include <cstring>

#define SNCUDA_ISA rounded_neon
#define SNCUDA_TARGET

namespace sncuda {
namespace SNCUDA_ISA {

struct Isa {
    static constexpr uint32_t batch_tile = 1, small_batch_tile = 1;
#define SNCUDA_OP static inline __attribute__((always_inline))
    struct Words {
        uint16x8_t low, high;
    };
    struct Integers {
        int32x4_t low, high;
    };
    struct Floats {
        float32x4_t low, high;
    };
    // Of the words' first and last halves each: two neighbours are one lane.
    struct Sums {
        int32x4_t of[4];
    };

    SNCUDA_OP void prefetch(const uint8_t *from) { __builtin_prefetch(from); }
    SNCUDA_OP Words of_bytes(uint8x16_t low, uint8x16_t high) { return {vreinterpretq_u16_u8(low), vreinterpretq_u16_u8(high)}; }
    SNCUDA_OP Words load_bytes(const uint8_t *from) { return of_bytes(vld1q_u8(from), vld1q_u8(from + 16)); }
    SNCUDA_OP Words load(const int16_t *from) { return {vreinterpretq_u16_s16(vld1q_s16(from)), vreinterpretq_u16_s16(vld1q_s16(from + 8))}; }
    SNCUDA_OP Words keep(Words w) { return w; }
    SNCUDA_OP void store(int16_t *to, Words w) {
        vst1q_s16(to, vreinterpretq_s16_u16(w.low));
        vst1q_s16(to + 8, vreinterpretq_s16_u16(w.high));
    }
    // 16 bytes' low halves, then their high ones.
    SNCUDA_OP Words nibbles(const uint8_t *from) {
        uint8x16_t bytes = vld1q_u8(from);
        return of_bytes(vandq_u8(bytes, vdupq_n_u8(15)), vshrq_n_u8(bytes, 4));
    }
    // 32 bits as bytes of 16 or 0.
    SNCUDA_OP Words sixteens(const uint8_t *from) {
        uint8x8_t each = vcreate_u8(0x8040201008040201);
        uint8x16_t bits = vcombine_u8(each, each), sixteen = vdupq_n_u8(16);
        uint8x16_t low = vcombine_u8(vdup_n_u8(from[0]), vdup_n_u8(from[1])), high = vcombine_u8(vdup_n_u8(from[2]), vdup_n_u8(from[3]));
        return of_bytes(vandq_u8(vtstq_u8(low, bits), sixteen), vandq_u8(vtstq_u8(high, bits), sixteen));
    }
    SNCUDA_OP Words words(int32_t value) { return {vdupq_n_u16(uint16_t(value)), vdupq_n_u16(uint16_t(value))}; }
    SNCUDA_OP Words word_halves(int16_t first, int16_t last) { return {vdupq_n_u16(uint16_t(first)), vdupq_n_u16(uint16_t(last))}; }
    SNCUDA_OP Words both(Words a, Words b) { return {vandq_u16(a.low, b.low), vandq_u16(a.high, b.high)}; }
    SNCUDA_OP Words either(Words a, Words b) { return {vorrq_u16(a.low, b.low), vorrq_u16(a.high, b.high)}; }
    SNCUDA_OP Words subtract(Words a, Words b) { return {vsubq_u16(a.low, b.low), vsubq_u16(a.high, b.high)}; }
    SNCUDA_OP Words multiply16(Words a, Words b) { return {vmulq_u16(a.low, b.low), vmulq_u16(a.high, b.high)}; }
    template <int bits> SNCUDA_OP Words shift_left(Words w) { return {vshlq_n_u16(w.low, bits), vshlq_n_u16(w.high, bits)}; }
    template <int bits> SNCUDA_OP Words shift_right(Words w) { return {vshrq_n_u16(w.low, bits), vshrq_n_u16(w.high, bits)}; }
    template <int bits> SNCUDA_OP uint16x8_t shift_signed(uint16x8_t w) { return vreinterpretq_u16_s16(vshrq_n_s16(vreinterpretq_s16_u16(w), bits)); }
    template <int bits> SNCUDA_OP Words shift_right_signed(Words w) { return {shift_signed<bits>(w.low), shift_signed<bits>(w.high)}; }

    SNCUDA_OP Sums no_sums() {
        int32x4_t zero = vdupq_n_s32(0);
        return {{zero, zero, zero, zero}};
    }
    // Of which each lane adds two up.
    SNCUDA_OP Sums sums(Integers lanes) {
        int32x4_t zero = vdupq_n_s32(0);
        return {{vzip1q_s32(lanes.low, zero), vzip2q_s32(lanes.low, zero), vzip1q_s32(lanes.high, zero), vzip2q_s32(lanes.high, zero)}};
    }
    SNCUDA_OP Integers in_lanes(Sums s) { return {vpaddq_s32(s.of[0], s.of[1]), vpaddq_s32(s.of[2], s.of[3])}; }
    SNCUDA_OP Sums add_products(Sums s, Words a, Words b) {
        int16x8_t al = vreinterpretq_s16_u16(a.low), ah = vreinterpretq_s16_u16(a.high);
        int16x8_t bl = vreinterpretq_s16_u16(b.low), bh = vreinterpretq_s16_u16(b.high);
        return {{vmlal_s16(s.of[0], vget_low_s16(al), vget_low_s16(bl)), vmlal_high_s16(s.of[1], al, bl),
                 vmlal_s16(s.of[2], vget_low_s16(ah), vget_low_s16(bh)), vmlal_high_s16(s.of[3], ah, bh)}};
    }

    SNCUDA_OP Integers integers(int32_t value) { return {vdupq_n_s32(value), vdupq_n_s32(value)}; }
    SNCUDA_OP Integers halves(int32_t first, int32_t last) { return {vdupq_n_s32(first), vdupq_n_s32(last)}; }
    SNCUDA_OP Integers load(const int32_t *from) { return {vld1q_s32(from), vld1q_s32(from + 4)}; }
    SNCUDA_OP void store(int32_t *to, Integers v) {
        vst1q_s32(to, v.low);
        vst1q_s32(to + 4, v.high);
    }
    SNCUDA_OP Integers bytes_as_integers(const uint8_t *from) {
        uint16x8_t wide = vmovl_u8(vld1_u8(from));
        return {vreinterpretq_s32_u32(vmovl_u16(vget_low_u16(wide))), vreinterpretq_s32_u32(vmovl_high_u16(wide))};
    }
    SNCUDA_OP Integers signed_bytes_as_integers(const uint8_t *from) {
        int16x8_t wide = vmovl_s8(vreinterpret_s8_u8(vld1_u8(from)));
        return {vmovl_s16(vget_low_s16(wide)), vmovl_high_s16(wide)};
    }
    SNCUDA_OP Integers add(Integers a, Integers b) { return {vaddq_s32(a.low, b.low), vaddq_s32(a.high, b.high)}; }
    template <int bits> SNCUDA_OP Integers shift_left32(Integers v) { return {vshlq_n_s32(v.low, bits), vshlq_n_s32(v.high, bits)}; }
    SNCUDA_OP Integers multiply32(Integers a, Integers b) { return {vmulq_s32(a.low, b.low), vmulq_s32(a.high, b.high)}; }

    SNCUDA_OP float half(uint16_t bits) { return vgetq_lane_f32(vcvt_f32_f16(vreinterpret_f16_u16(vdup_n_u16(bits))), 0); }
    // Halves so many bytes from each other.
    template <int stride> SNCUDA_OP void eight_halves(const uint8_t *from, float *to) {
        uint16_t bits[8];
        for (int i = 0; i < 8; i++) std::memcpy(bits + i, from + i * stride, 2);
        float16x8_t all = vreinterpretq_f16_u16(vld1q_u16(bits));
        vst1q_f32(to, vcvt_f32_f16(vget_low_f16(all)));
        vst1q_f32(to + 4, vcvt_high_f32_f16(all));
    }
    SNCUDA_OP Floats floats(float value) { return {vdupq_n_f32(value), vdupq_n_f32(value)}; }
    SNCUDA_OP Floats load(const float *from) { return {vld1q_f32(from), vld1q_f32(from + 4)}; }
    SNCUDA_OP void store(float *to, Floats v) {
        vst1q_f32(to, v.low);
        vst1q_f32(to + 4, v.high);
    }
    SNCUDA_OP Floats as_floats(Integers v) { return {vcvtq_f32_s32(v.low), vcvtq_f32_s32(v.high)}; }
    SNCUDA_OP Floats multiply(Floats a, Floats b) { return {vmulq_f32(a.low, b.low), vmulq_f32(a.high, b.high)}; }
    SNCUDA_OP Floats multiply_add(Floats a, Floats b, Floats c) { return {vfmaq_f32(c.low, a.low, b.low), vfmaq_f32(c.high, a.high, b.high)}; }
    // In halves.
    SNCUDA_OP float sum(Floats v) {
        float32x4_t s = vaddq_f32(v.low, v.high);
        float32x2_t t = vadd_f32(vget_low_f32(s), vget_high_f32(s));
        return vget_lane_f32(t, 0) + vget_lane_f32(t, 1);
    }

    // Of four rows, each as `sum` has it.
    SNCUDA_OP void sums_of_four(const float *rows, float *to) {
        for (int i = 0; i < 4; i++) to[i] = sum(load(rows + 8 * i));
    }

    // One row in a vector.
    static constexpr uint32_t rows_together = 1;
    using WideWords = Words;
    using WideSums = Sums;
    using WideFloats = Floats;
    SNCUDA_OP Words to_each(const int16_t *from) { return load(from); }
    SNCUDA_OP Integers to_each(const int32_t *from) { return load(from); }
    SNCUDA_OP Words load_wide(const int16_t *from) { return load(from); }
    SNCUDA_OP Floats load_wide(const float *from) { return load(from); }
    SNCUDA_OP Floats wide_floats(float value) { return floats(value); }
    SNCUDA_OP Sums no_wide_sums() { return no_sums(); }
    SNCUDA_OP Words operand(const int16_t *row) { return load(row); }
    SNCUDA_OP void add_products_to(Sums &sums, Words x, Words row) { sums = add_products(sums, row, x); }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_pairs.h"

namespace sncuda::SNCUDA_ISA {
using Pairs = InTwo<Isa>;
}

#include "cpu/rounded_matmul.h"

namespace sncuda {

const RoundedKernels *rounded_neon_kernels() {
    static const RoundedKernels kernels{rounded_neon::round_row, rounded_neon::matmul, rounded_neon::most_batch};
    return &kernels;
}

} // namespace sncuda

#else

namespace sncuda {

const RoundedKernels *rounded_neon_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
