// Exact products with AVX2, FMA and F16C.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA exact_avx2
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/exact_x86.h"

struct Isa : X86 {
    using Vector = __m256;
    static constexpr uint64_t lanes = 8;
    // As many sums as there are registers for.
    static constexpr uint32_t row_tile = 4, batch_tile = 3, most_batch = 128;
    static constexpr int sums_together = 2;

    SNCUDA_OP Vector load(const float *from) { return _mm256_loadu_ps(from); }
    // In a register, where a compiler would rather load it again for every product.
    SNCUDA_OP Vector keep(Vector v) {
        __asm__("" : "+x"(v));
        return v;
    }
    SNCUDA_OP Vector load_bytes(const uint8_t *from) { return _mm256_castsi256_ps(load32(from)); }
    SNCUDA_OP void store(float *to, Vector v) { _mm256_storeu_ps(to, v); }
    SNCUDA_OP Vector set(float value) { return _mm256_set1_ps(value); }
    SNCUDA_OP Vector add(Vector a, Vector b) { return _mm256_add_ps(a, b); }
    SNCUDA_OP Vector most(Vector a, Vector b) { return _mm256_max_ps(a, b); }
    SNCUDA_OP Vector multiply_add(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
    SNCUDA_OP float sum(Vector v) { return sum_of_eight(v); }
    // Of four rows, each as `sum` has it.
    SNCUDA_OP void sums_of_four(const float *rows, float *to) { X86::sums_of_four(load(rows), load(rows + 8), load(rows + 16), load(rows + 24), to); }
    SNCUDA_OP Vector halves(const uint8_t *from) { return _mm256_cvtph_ps(load16(from)); }
    SNCUDA_OP Vector brain_halves(const uint8_t *from) { return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(load16(from)), 16)); }

    SNCUDA_OP void transpose(Vector (&v)[8]) {
        Vector four[8]; // half h of [4g + c] is column 4h + c of rows 4g to 4g + 3
        SNCUDA_UNROLL
        for (int g = 0; g < 8; g += 4) {
            __m256d a = _mm256_castps_pd(_mm256_unpacklo_ps(v[g], v[g + 1])), b = _mm256_castps_pd(_mm256_unpackhi_ps(v[g], v[g + 1]));
            __m256d c = _mm256_castps_pd(_mm256_unpacklo_ps(v[g + 2], v[g + 3])), d = _mm256_castps_pd(_mm256_unpackhi_ps(v[g + 2], v[g + 3]));
            four[g] = _mm256_castpd_ps(_mm256_unpacklo_pd(a, c));
            four[g + 1] = _mm256_castpd_ps(_mm256_unpackhi_pd(a, c));
            four[g + 2] = _mm256_castpd_ps(_mm256_unpacklo_pd(b, d));
            four[g + 3] = _mm256_castpd_ps(_mm256_unpackhi_pd(b, d));
        }
        SNCUDA_UNROLL
        for (int c = 0; c < 4; c++) {
            v[c] = _mm256_permute2f128_ps(four[c], four[4 + c], 0x20);
            v[4 + c] = _mm256_permute2f128_ps(four[c], four[4 + c], 0x31);
        }
    }

    SNCUDA_OP void widen(__m256i bytes, Vector (&w)[4]) {
        for (int i = 0; i < 2; i++) {
            __m128i half = i == 0 ? _mm256_castsi256_si128(bytes) : _mm256_extracti128_si256(bytes, 1);
            w[2 * i] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(half));
            w[2 * i + 1] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(half, 8)));
        }
    }
    // The numbers times a factor for the first and one for the last 16.
    SNCUDA_OP void scaled(__m256i numbers, float first, float last, Vector (&w)[4]) {
        widen(numbers, w);
        for (int i = 0; i < 4; i++) w[i] = _mm256_mul_ps(_mm256_set1_ps(i < 2 ? first : last), w[i]);
    }
    SNCUDA_OP void scaled_bytes(const uint8_t *numbers, float first, float last, Vector (&w)[4]) {
        for (int i = 0; i < 4; i++) {
            __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i *>(numbers + 8 * i));
            w[i] = _mm256_mul_ps(_mm256_set1_ps(i < 2 ? first : last), _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(eight)));
        }
    }
    // 64 nibbles, the low halves of bytes before the high ones, each with a pair of the bits of 32 other bytes above it, less 32.
    SNCUDA_OP void six_bits(const uint8_t *nibbles, const uint8_t *pairs, uint8_t *to) {
        const __m256i low = _mm256_set1_epi8(0x0f), high = _mm256_set1_epi8(0x30), upper = load32(pairs);
        for (int i = 0; i < 2; i++) {
            __m256i both = load32(nibbles + 32 * i), shifted = i == 0 ? upper : _mm256_srli_epi16(upper, 2);
            __m256i first = _mm256_or_si256(_mm256_and_si256(both, low), _mm256_and_si256(_mm256_slli_epi16(shifted, 4), high));
            __m256i last = _mm256_or_si256(_mm256_and_si256(_mm256_srli_epi16(both, 4), low), _mm256_and_si256(shifted, high));
            store_bytes(to + 32 * i, _mm256_sub_epi8(first, _mm256_set1_epi8(32)));
            store_bytes(to + 32 * i + 64, _mm256_sub_epi8(last, _mm256_set1_epi8(32)));
        }
    }
    SNCUDA_OP void store_bytes(uint8_t *to, __m256i bytes) { _mm256_storeu_si256(reinterpret_cast<__m256i *>(to), bytes); }
    template <int centre> SNCUDA_OP void centred(__m256i numbers, float factor, Vector (&w)[4]) {
        scaled(_mm256_sub_epi8(numbers, _mm256_set1_epi8(centre)), factor, factor, w);
    }
    // Of numbers below `count`.
    template <int count> SNCUDA_OP void scaled_and_added(__m256i numbers, float factor, float smallest, Vector (&w)[4]) {
        scaled(numbers, factor, factor, w);
        for (Vector &v : w) v = _mm256_add_ps(v, _mm256_set1_ps(smallest));
    }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/exact_matmul.h"
#include "cpu/exact_attention.h"

namespace sncuda {

const CpuKernels *avx2_kernels() {
    static const bool here = has_avx2();
    return here ? &exact_avx2::kernels : nullptr;
}

} // namespace sncuda

#else

#include "cpu/cpu_kernels.h"

namespace sncuda {

const CpuKernels *avx2_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
