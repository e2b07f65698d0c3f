// Rounded activations with AVX-512 and VNNI: one row in vectors of 256 bits, two rows in those of 512.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA rounded_vnni
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/rounded_x86.h"

struct Isa : X86 {
    static constexpr uint32_t rows_together = 2, batch_tile = 6, small_batch_tile = 4;
    struct WideWords {
        __m512i of;
    };
    struct WideSums {
        __m512i of;
    };
    using WideFloats = __m512;

    SNCUDA_OP Sums add_products(Sums sums, Words a, Words b) { return _mm256_dpwssd_epi32(sums, a, b); }

    using X86::as_floats, X86::in_lanes, X86::keep, X86::multiply, X86::multiply_add, X86::store;
    SNCUDA_OP WideWords to_each(const int16_t *from) { return {_mm512_broadcast_i64x4(load(from))}; }
    SNCUDA_OP WideSums to_each(const int32_t *from) { return {_mm512_broadcast_i64x4(load(from))}; }
    SNCUDA_OP WideWords load_wide(const int16_t *from) { return {_mm512_loadu_si512(from)}; }
    SNCUDA_OP WideFloats load_wide(const float *from) { return _mm512_loadu_ps(from); }
    SNCUDA_OP WideWords keep(WideWords w) {
        __asm__("" : "+v"(w.of));
        return w;
    }
    SNCUDA_OP WideFloats wide_floats(float value) { return _mm512_set1_ps(value); }
    SNCUDA_OP WideSums no_wide_sums() { return {_mm512_setzero_si512()}; }
    SNCUDA_OP WideSums in_lanes(WideSums sums) { return sums; }
    SNCUDA_OP WideFloats as_floats(WideSums v) { return _mm512_cvtepi32_ps(v.of); }
    SNCUDA_OP WideFloats multiply(WideFloats a, WideFloats b) { return _mm512_mul_ps(a, b); }
    SNCUDA_OP WideFloats multiply_add(WideFloats a, WideFloats b, WideFloats c) { return _mm512_fmadd_ps(a, b, c); }
    SNCUDA_OP void store(float *to, WideFloats v) { _mm512_storeu_ps(to, v); }
    SNCUDA_OP WideSums add_products(WideSums sums, WideWords a, WideWords b) { return {_mm512_dpwssd_epi32(sums.of, a.of, b.of)}; }
    SNCUDA_OP WideWords operand(const int16_t *rows) { return keep(load_wide(rows)); }
    // As written: compilers move the sums about.
    SNCUDA_OP void add_products_to(WideSums &sums, WideWords x, WideWords rows) {
        __asm__("vpdpwssd %2, %1, %0" : "+v"(sums.of) : "v"(x.of), "v"(rows.of));
    }
};

struct Pairs {
    struct Words {
        __m512i of;
    };
    struct Integers {
        __m512i of;
    };
    using Sums = Integers;

    // A vector whose first and whose last half are shifted by as many bits.
    SNCUDA_OP __m512i each(int16_t first, int16_t last) { return _mm512_mask_set1_epi16(_mm512_set1_epi16(first), 0xffff0000, last); }
    SNCUDA_OP __m128i load16(const uint8_t *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); }
    SNCUDA_OP __m256i load32(const uint8_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }

    SNCUDA_OP Words load_each(const uint8_t *a, const uint8_t *b) { return {_mm512_inserti64x4(_mm512_castsi256_si512(load32(a)), load32(b), 1)}; }
    SNCUDA_OP Words load(const uint8_t *from) { return {_mm512_loadu_si512(from)}; }
    SNCUDA_OP Words twice(const uint8_t *from) { return {_mm512_broadcast_i64x4(load32(from))}; }
    SNCUDA_OP Words nibbles_each(const uint8_t *a, const uint8_t *b) {
        __m512i bytes = _mm512_mask_broadcast_i64x2(_mm512_broadcast_i64x2(load16(a)), 0xf0, load16(b));
        __m512i by = _mm512_mask_set1_epi16(_mm512_setzero_si512(), 0xff00ff00, 4);
        return {_mm512_and_si512(_mm512_srlv_epi16(bytes, by), _mm512_set1_epi8(15))};
    }
    SNCUDA_OP Words sixteens_each(const uint8_t *a, const uint8_t *b) {
        uint32_t first, last;
        std::memcpy(&first, a, 4);
        std::memcpy(&last, b, 4);
        return {_mm512_maskz_set1_epi8(first | uint64_t(last) << 32, 16)};
    }
    SNCUDA_OP Words nibbles_of(const uint8_t *from) {
        return {_mm512_and_si512(_mm512_srlv_epi16(_mm512_broadcast_i64x4(load32(from)), each(0, 4)), _mm512_set1_epi8(15))};
    }

    SNCUDA_OP Words words(int32_t value) { return {_mm512_set1_epi16(int16_t(value))}; }
    SNCUDA_OP Words both(Words a, Words b) { return {_mm512_and_si512(a.of, b.of)}; }
    SNCUDA_OP Words either(Words a, Words b) { return {_mm512_or_si512(a.of, b.of)}; }
    SNCUDA_OP Words subtract(Words a, Words b) { return {_mm512_sub_epi16(a.of, b.of)}; }
    SNCUDA_OP Words multiply16(Words a, Words b) { return {_mm512_mullo_epi16(a.of, b.of)}; }
    template <int bits> SNCUDA_OP Words shift_left(Words w) { return {_mm512_slli_epi16(w.of, bits)}; }
    template <int bits> SNCUDA_OP Words shift_right(Words w) { return {_mm512_srli_epi16(w.of, bits)}; }
    template <int bits> SNCUDA_OP Words shift_right_signed(Words w) { return {_mm512_srai_epi16(w.of, bits)}; }
    template <int first, int last> SNCUDA_OP Words shift_each(Words w) {
        static_assert((first >= 0 && last >= 0) || (first <= 0 && last <= 0), "one direction");
        if constexpr (first > 0 || last > 0) return {_mm512_sllv_epi16(w.of, each(first, last))};
        return {_mm512_srlv_epi16(w.of, each(-first, -last))};
    }
    SNCUDA_OP Words words_each(const int32_t *two) { return {each(int16_t(two[0]), int16_t(two[1]))}; }
    SNCUDA_OP Words word_halves(const int32_t *four) {
        __m512i all = _mm512_castsi128_si512(load16(reinterpret_cast<const uint8_t *>(four)));
        __m512i places = _mm512_inserti64x4(_mm512_castsi256_si512(_mm256_inserti128_si256(_mm256_setzero_si256(), _mm_set1_epi16(2), 1)),
                                            _mm256_inserti128_si256(_mm256_set1_epi16(4), _mm_set1_epi16(6), 1), 1);
        return {_mm512_permutexvar_epi16(places, all)};
    }
    SNCUDA_OP Words load(const int16_t *from) { return {_mm512_loadu_si512(from)}; }
    SNCUDA_OP void store_each(int16_t *first, int16_t *last, Words w) {
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(first), _mm512_castsi512_si256(w.of));
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(last), _mm512_extracti64x4_epi64(w.of, 1));
    }

    SNCUDA_OP Sums sums(Integers lanes) { return lanes; }
    SNCUDA_OP Sums add_products(Sums s, Words a, Words b) { return {_mm512_dpwssd_epi32(s.of, a.of, b.of)}; }
    SNCUDA_OP Integers in_lanes(Sums s) { return s; }
    SNCUDA_OP Integers zero() { return {_mm512_setzero_si512()}; }
    SNCUDA_OP Integers load(const int32_t *from) { return {_mm512_loadu_si512(from)}; }
    SNCUDA_OP Integers integers_each(const int32_t *two) { return {_mm512_mask_set1_epi32(_mm512_set1_epi32(two[0]), 0xff00, two[1])}; }
    SNCUDA_OP Integers integer_halves(const int32_t *four) {
        __m512i all = _mm512_castsi128_si512(load16(reinterpret_cast<const uint8_t *>(four)));
        return {_mm512_permutexvar_epi32(_mm512_set_epi32(3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0), all)};
    }
    SNCUDA_OP Integers add(Integers a, Integers b) { return {_mm512_add_epi32(a.of, b.of)}; }
    SNCUDA_OP Integers multiply32(Integers a, Integers b) { return {_mm512_mullo_epi32(a.of, b.of)}; }
    template <int bits> SNCUDA_OP Integers shift_left32(Integers v) { return {_mm512_slli_epi32(v.of, bits)}; }
    SNCUDA_OP __m256i sum(Integers v) { return _mm256_add_epi32(_mm512_castsi512_si256(v.of), _mm512_extracti64x4_epi64(v.of, 1)); }
    SNCUDA_OP __m256 first_floats(Integers v) { return _mm512_castps512_ps256(_mm512_cvtepi32_ps(v.of)); }
    SNCUDA_OP __m256 last_floats(Integers v) { return _mm512_extractf32x8_ps(_mm512_cvtepi32_ps(v.of), 1); }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_matmul.h"

namespace sncuda {

const RoundedKernels *rounded_vnni_kernels() {
    static const RoundedKernels kernels{rounded_vnni::round_row, rounded_vnni::matmul, rounded_vnni::most_batch};
    static const bool here = has_vnni();
    return here ? &kernels : nullptr;
}

} // namespace sncuda

#else

#include "cpu/cpu_kernels.h"

namespace sncuda {

const RoundedKernels *rounded_vnni_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
