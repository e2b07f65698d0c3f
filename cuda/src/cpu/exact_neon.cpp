// Exact products with NEON, which every 64-bit Arm processor has.
#include "cpu/cpu_kernels.h"

#if defined(__aarch64__) && defined(__ARM_NEON) && defined(__GNUC__)

#include <arm_neon.h>
#include <cstring>
#include <utility>

#define SNCUDA_ISA exact_neon
#define SNCUDA_TARGET

namespace sncuda {
namespace SNCUDA_ISA {

#define SNCUDA_OP static inline __attribute__((always_inline))

struct Isa {
    struct Vector {
        float32x4_t low, high;
    };
    // A group's 32 numbers of a byte each.
    struct Bytes {
        uint8x16_t low, high;
    };
    static constexpr uint64_t lanes = 8;
    // Of 32 registers of four floats.
    static constexpr uint32_t row_tile = 4, batch_tile = 3, most_batch = 128;
    static constexpr int sums_together = 2;

    SNCUDA_OP void prefetch(const uint8_t *from) { __builtin_prefetch(from); }
    SNCUDA_OP Vector load(const float *from) { return {vld1q_f32(from), vld1q_f32(from + 4)}; }
    SNCUDA_OP Vector keep(Vector v) { return v; }
    SNCUDA_OP Vector load_bytes(const uint8_t *from) { return {vreinterpretq_f32_u8(vld1q_u8(from)), vreinterpretq_f32_u8(vld1q_u8(from + 16))}; }
    SNCUDA_OP void store(float *to, Vector v) {
        vst1q_f32(to, v.low);
        vst1q_f32(to + 4, v.high);
    }
    SNCUDA_OP Vector set(float value) { return {vdupq_n_f32(value), vdupq_n_f32(value)}; }
    SNCUDA_OP Vector add(Vector a, Vector b) { return {vaddq_f32(a.low, b.low), vaddq_f32(a.high, b.high)}; }
    SNCUDA_OP Vector multiply(Vector a, Vector b) { return {vmulq_f32(a.low, b.low), vmulq_f32(a.high, b.high)}; }
    SNCUDA_OP Vector most(Vector a, Vector b) { return {vmaxq_f32(a.low, b.low), vmaxq_f32(a.high, b.high)}; }
    SNCUDA_OP Vector multiply_add(Vector a, Vector b, Vector c) { return {vfmaq_f32(c.low, a.low, b.low), vfmaq_f32(c.high, a.high, b.high)}; }
    // In halves.
    SNCUDA_OP float sum(Vector v) {
        float32x4_t s = vaddq_f32(v.low, v.high);
        float32x2_t t = vadd_f32(vget_low_f32(s), vget_high_f32(s));
        return vget_lane_f32(t, 0) + vget_lane_f32(t, 1);
    }
    // Of four rows, each as `sum` has it.
    SNCUDA_OP void sums_of_four(const float *rows, float *to) {
        for (int i = 0; i < 4; i++) to[i] = sum(load(rows + 8 * i));
    }
    SNCUDA_OP float half(const uint8_t *from) {
        uint16_t bits;
        std::memcpy(&bits, from, 2);
        return vgetq_lane_f32(vcvt_f32_f16(vreinterpret_f16_u16(vdup_n_u16(bits))), 0);
    }
    SNCUDA_OP Vector halves(const uint8_t *from) {
        float16x8_t all = vreinterpretq_f16_u8(vld1q_u8(from));
        return {vcvt_f32_f16(vget_low_f16(all)), vcvt_high_f32_f16(all)};
    }
    SNCUDA_OP Vector brain_halves(const uint8_t *from) {
        uint16x8_t all = vreinterpretq_u16_u8(vld1q_u8(from));
        return {vreinterpretq_f32_u32(vshll_n_u16(vget_low_u16(all), 16)), vreinterpretq_f32_u32(vshll_high_n_u16(all, 16))};
    }

    SNCUDA_OP void transpose_four(float32x4_t &a, float32x4_t &b, float32x4_t &c, float32x4_t &d) {
        float64x2_t even_first = vreinterpretq_f64_f32(vtrn1q_f32(a, b)), odd_first = vreinterpretq_f64_f32(vtrn2q_f32(a, b));
        float64x2_t even_last = vreinterpretq_f64_f32(vtrn1q_f32(c, d)), odd_last = vreinterpretq_f64_f32(vtrn2q_f32(c, d));
        a = vreinterpretq_f32_f64(vtrn1q_f64(even_first, even_last));
        b = vreinterpretq_f32_f64(vtrn1q_f64(odd_first, odd_last));
        c = vreinterpretq_f32_f64(vtrn2q_f64(even_first, even_last));
        d = vreinterpretq_f32_f64(vtrn2q_f64(odd_first, odd_last));
    }
    SNCUDA_OP void transpose(Vector (&v)[8]) {
        for (int i = 0; i < 8; i += 4) {
            transpose_four(v[i].low, v[i + 1].low, v[i + 2].low, v[i + 3].low);
            transpose_four(v[i].high, v[i + 1].high, v[i + 2].high, v[i + 3].high);
        }
        for (int i = 0; i < 4; i++) std::swap(v[i].high, v[4 + i].low);
    }

    SNCUDA_OP Vector floats_of(int16x8_t words) { return {vcvtq_f32_s32(vmovl_s16(vget_low_s16(words))), vcvtq_f32_s32(vmovl_high_s16(words))}; }
    SNCUDA_OP Vector floats_of(int8x8_t bytes) { return floats_of(vmovl_s8(bytes)); }

    // Eight bytes' products with a factor.
    SNCUDA_OP void eight_products(uint64_t bytes, float factor, float *to) {
        store(to, multiply(set(factor), floats_of(vreinterpretq_s16_u16(vmovl_u8(vcreate_u8(bytes))))));
    }
    SNCUDA_OP void sixteen_signed_products(const uint8_t *bytes, float factor, float *to) {
        int8x16_t all = vreinterpretq_s8_u8(vld1q_u8(bytes));
        store(to, multiply(set(factor), floats_of(vget_low_s8(all))));
        store(to + 8, multiply(set(factor), floats_of(vget_high_s8(all))));
    }

    // 16 bytes' low halves, then their high ones.
    SNCUDA_OP Bytes nibbles(const uint8_t *from) {
        uint8x16_t bytes = vld1q_u8(from);
        return {vandq_u8(bytes, vdupq_n_u8(15)), vshrq_n_u8(bytes, 4)};
    }
    // 32 bytes' low halves, or their high ones.
    template <int high> SNCUDA_OP Bytes nibbles_of(const uint8_t *from) {
        uint8x16_t first = vld1q_u8(from), last = vld1q_u8(from + 16);
        if constexpr (high != 0) return {vshrq_n_u8(first, 4), vshrq_n_u8(last, 4)};
        return {vandq_u8(first, vdupq_n_u8(15)), vandq_u8(last, vdupq_n_u8(15))};
    }
    SNCUDA_OP uint8x16_t with_sixteen(uint8x16_t numbers, uint8x16_t bits, uint8x16_t each) {
        return vorrq_u8(numbers, vandq_u8(vtstq_u8(bits, each), vdupq_n_u8(16)));
    }
    // 16 more where one of 32 bits is set.
    SNCUDA_OP Bytes with_fifths(Bytes numbers, const uint8_t *from) {
        uint8x8_t eight = vcreate_u8(0x8040201008040201);
        uint8x16_t each = vcombine_u8(eight, eight);
        return {with_sixteen(numbers.low, vcombine_u8(vdup_n_u8(from[0]), vdup_n_u8(from[1])), each),
                with_sixteen(numbers.high, vcombine_u8(vdup_n_u8(from[2]), vdup_n_u8(from[3])), each)};
    }
    // 16 more where this bit of one of 32 bytes is set.
    template <int bit> SNCUDA_OP Bytes with_fifths_of(Bytes numbers, const uint8_t *from) {
        uint8x16_t each = vdupq_n_u8(1 << bit);
        return {with_sixteen(numbers.low, vld1q_u8(from), each), with_sixteen(numbers.high, vld1q_u8(from + 16), each)};
    }
    // Nibbles with pair g of the bits of other bytes above them, less 32.
    template <int g> SNCUDA_OP uint8x16_t six_bits_of(uint8x16_t nibbles, const uint8_t *pairs) {
        uint8x16_t upper = vld1q_u8(pairs);
        if constexpr (g < 2) upper = vshlq_n_u8(upper, 4 - 2 * g);
        if constexpr (g > 2) upper = vshrq_n_u8(upper, 2 * g - 4);
        return vsubq_u8(vorrq_u8(nibbles, vandq_u8(upper, vdupq_n_u8(0x30))), vdupq_n_u8(32));
    }
    template <int g> SNCUDA_OP void six_bits_group(const uint8_t *nibbles, const uint8_t *pairs, uint8_t *to) {
        Bytes low = nibbles_of<g / 2>(nibbles + 32 * (g % 2));
        vst1q_u8(to + 32 * g, six_bits_of<g>(low.low, pairs));
        vst1q_u8(to + 32 * g + 16, six_bits_of<g>(low.high, pairs + 16));
    }
    // 64 nibbles, the low halves of bytes before the high ones, each with a pair of the bits of 32 other bytes above it, less 32.
    SNCUDA_OP void six_bits(const uint8_t *nibbles, const uint8_t *pairs, uint8_t *to) {
        six_bits_group<0>(nibbles, pairs, to);
        six_bits_group<1>(nibbles, pairs, to);
        six_bits_group<2>(nibbles, pairs, to);
        six_bits_group<3>(nibbles, pairs, to);
    }

    // The numbers times a factor for the first and one for the last 16.
    SNCUDA_OP void scaled(Bytes numbers, float first, float last, Vector (&w)[4]) {
        int8x16_t low = vreinterpretq_s8_u8(numbers.low), high = vreinterpretq_s8_u8(numbers.high);
        w[0] = multiply(set(first), floats_of(vget_low_s8(low)));
        w[1] = multiply(set(first), floats_of(vget_high_s8(low)));
        w[2] = multiply(set(last), floats_of(vget_low_s8(high)));
        w[3] = multiply(set(last), floats_of(vget_high_s8(high)));
    }
    SNCUDA_OP void scaled_bytes(const uint8_t *numbers, float first, float last, Vector (&w)[4]) {
        scaled({vld1q_u8(numbers), vld1q_u8(numbers + 16)}, first, last, w);
    }
    template <int centre> SNCUDA_OP void centred(Bytes numbers, float factor, Vector (&w)[4]) {
        uint8x16_t less = vdupq_n_u8(centre);
        scaled({vsubq_u8(numbers.low, less), vsubq_u8(numbers.high, less)}, factor, factor, w);
    }
    // Of numbers below `count`.
    template <int count> SNCUDA_OP void scaled_and_added(Bytes numbers, float factor, float smallest, Vector (&w)[4]) {
        scaled(numbers, factor, factor, w);
        for (Vector &v : w) v = add(v, set(smallest));
    }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/exact_matmul.h"
#include "cpu/exact_attention.h"

namespace sncuda {

const CpuKernels *neon_kernels() {
    return &exact_neon::kernels;
}

} // namespace sncuda

#else

namespace sncuda {

const CpuKernels *neon_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
