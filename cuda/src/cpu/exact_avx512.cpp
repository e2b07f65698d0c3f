// Exact products with AVX-512. Numbers of few bits are looked up in a register that has them scaled.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA exact_avx512
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512dq")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/exact_x86.h"

struct Isa : X86 {
    using Vector = __m512;
    static constexpr uint64_t lanes = 16;
    static constexpr uint32_t row_tile = 8, batch_tile = 3, most_batch = 128;
    static constexpr int sums_together = 4;

    SNCUDA_OP Vector load(const float *from) { return _mm512_loadu_ps(from); }
    // In a register, where a compiler would rather load it again for every product.
    SNCUDA_OP Vector keep(Vector v) {
        __asm__("" : "+v"(v));
        return v;
    }
    SNCUDA_OP Vector load_bytes(const uint8_t *from) { return _mm512_castsi512_ps(_mm512_loadu_si512(from)); }
    SNCUDA_OP void store(float *to, Vector v) { _mm512_storeu_ps(to, v); }
    SNCUDA_OP Vector set(float value) { return _mm512_set1_ps(value); }
    SNCUDA_OP Vector add(Vector a, Vector b) { return _mm512_add_ps(a, b); }
    SNCUDA_OP Vector most(Vector a, Vector b) { return _mm512_max_ps(a, b); }
    SNCUDA_OP Vector multiply_add(Vector a, Vector b, Vector c) { return _mm512_fmadd_ps(a, b, c); }
    SNCUDA_OP __m256 fold(Vector v) { return _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1)); }
    SNCUDA_OP float sum(Vector v) { return sum_of_eight(fold(v)); }
    // Of four rows, each as `sum` has it.
    SNCUDA_OP void sums_of_four(const float *rows, float *to) {
        X86::sums_of_four(fold(load(rows)), fold(load(rows + 16)), fold(load(rows + 32)), fold(load(rows + 48)), to);
    }
    SNCUDA_OP Vector halves(const uint8_t *from) { return _mm512_cvtph_ps(load32(from)); }
    SNCUDA_OP Vector brain_halves(const uint8_t *from) { return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(load32(from)), 16)); }

    SNCUDA_OP void transpose(Vector (&v)[16]) {
        Vector four[16]; // quarter q of [4g + c] is column 4q + c of rows 4g to 4g + 3
        SNCUDA_UNROLL
        for (int g = 0; g < 16; g += 4) {
            __m512d a = _mm512_castps_pd(_mm512_unpacklo_ps(v[g], v[g + 1])), b = _mm512_castps_pd(_mm512_unpackhi_ps(v[g], v[g + 1]));
            __m512d c = _mm512_castps_pd(_mm512_unpacklo_ps(v[g + 2], v[g + 3])), d = _mm512_castps_pd(_mm512_unpackhi_ps(v[g + 2], v[g + 3]));
            four[g] = _mm512_castpd_ps(_mm512_unpacklo_pd(a, c));
            four[g + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(a, c));
            four[g + 2] = _mm512_castpd_ps(_mm512_unpacklo_pd(b, d));
            four[g + 3] = _mm512_castpd_ps(_mm512_unpackhi_pd(b, d));
        }
        SNCUDA_UNROLL
        for (int c = 0; c < 4; c++) {
            Vector a = _mm512_shuffle_f32x4(four[c], four[4 + c], 0x44), b = _mm512_shuffle_f32x4(four[8 + c], four[12 + c], 0x44);
            Vector d = _mm512_shuffle_f32x4(four[c], four[4 + c], 0xee), e = _mm512_shuffle_f32x4(four[8 + c], four[12 + c], 0xee);
            v[c] = _mm512_shuffle_f32x4(a, b, 0x88);
            v[4 + c] = _mm512_shuffle_f32x4(a, b, 0xdd);
            v[8 + c] = _mm512_shuffle_f32x4(d, e, 0x88);
            v[12 + c] = _mm512_shuffle_f32x4(d, e, 0xdd);
        }
    }

    SNCUDA_OP __m128i first(__m256i bytes) { return _mm256_castsi256_si128(bytes); }
    SNCUDA_OP __m128i last(__m256i bytes) { return _mm256_extracti128_si256(bytes, 1); }

    // The numbers times a factor for the first and one for the last 16.
    SNCUDA_OP void scaled_bytes(const uint8_t *numbers, float by_first, float by_last, Vector (&w)[2]) {
        w[0] = _mm512_mul_ps(_mm512_set1_ps(by_first), _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(load16(numbers))));
        w[1] = _mm512_mul_ps(_mm512_set1_ps(by_last), _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(load16(numbers + 16))));
    }
    // 64 nibbles, the low halves of bytes before the high ones, each with a pair of the bits of 32 other bytes above it, less 32.
    SNCUDA_OP void six_bits(const uint8_t *nibbles, const uint8_t *pairs, uint8_t *to) {
        const __m512i low = _mm512_set1_epi8(0x0f), high = _mm512_set1_epi8(0x30), less = _mm512_set1_epi8(32);
        __m512i both = _mm512_loadu_si512(nibbles), upper = _mm512_broadcast_i64x4(load32(pairs));
        __m512i left = _mm512_mask_set1_epi16(_mm512_set1_epi16(4), 0xffff0000, 2), right = _mm512_mask_set1_epi16(_mm512_setzero_si512(), 0xffff0000, 2);
        __m512i first = _mm512_or_si512(_mm512_and_si512(both, low), _mm512_and_si512(_mm512_sllv_epi16(upper, left), high));
        __m512i last = _mm512_or_si512(_mm512_and_si512(_mm512_srli_epi16(both, 4), low), _mm512_and_si512(_mm512_srlv_epi16(upper, right), high));
        _mm512_store_si512(to, _mm512_sub_epi8(first, less));
        _mm512_store_si512(to + 64, _mm512_sub_epi8(last, less));
    }
    SNCUDA_OP Vector from_zero() { return _mm512_set_ps(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0); }
    SNCUDA_OP void look_up(__m256i numbers, Vector table, Vector (&w)[2]) {
        w[0] = _mm512_permutexvar_ps(_mm512_cvtepi8_epi32(first(numbers)), table);
        w[1] = _mm512_permutexvar_ps(_mm512_cvtepi8_epi32(last(numbers)), table);
    }
    SNCUDA_OP void look_up(__m256i numbers, Vector low, Vector high, Vector (&w)[2]) {
        w[0] = _mm512_permutex2var_ps(low, _mm512_cvtepi8_epi32(first(numbers)), high);
        w[1] = _mm512_permutex2var_ps(low, _mm512_cvtepi8_epi32(last(numbers)), high);
    }
    template <int centre> SNCUDA_OP void centred(__m256i numbers, float factor, Vector (&w)[2]) {
        Vector by = _mm512_set1_ps(factor), below = _mm512_mul_ps(by, _mm512_sub_ps(from_zero(), _mm512_set1_ps(centre)));
        if constexpr (centre == 8) return look_up(numbers, below, w);
        look_up(numbers, below, _mm512_mul_ps(by, from_zero()), w);
    }
    // Of numbers below `count`.
    template <int count> SNCUDA_OP void scaled_and_added(__m256i numbers, float factor, float smallest, Vector (&w)[2]) {
        Vector by = _mm512_set1_ps(factor), more = _mm512_set1_ps(smallest);
        Vector low = _mm512_add_ps(_mm512_mul_ps(by, from_zero()), more);
        if constexpr (count == 16) return look_up(numbers, low, w);
        Vector high = _mm512_add_ps(_mm512_mul_ps(by, _mm512_add_ps(from_zero(), _mm512_set1_ps(16))), more);
        look_up(numbers, low, high, w);
    }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/exact_matmul.h"
#include "cpu/exact_attention.h"

namespace sncuda {

const CpuKernels *avx512_kernels() {
    static const bool here = has_avx512();
    return here ? &exact_avx512::kernels : nullptr;
}

} // namespace sncuda

#else

#include "cpu/cpu_kernels.h"

namespace sncuda {

const CpuKernels *avx512_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
