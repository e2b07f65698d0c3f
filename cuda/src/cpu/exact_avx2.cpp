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
    SNCUDA_OP Vector multiply_add(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
    SNCUDA_OP float sum(Vector v) { return sum_of_eight(v); }
    SNCUDA_OP Vector halves(const uint8_t *from) { return _mm256_cvtph_ps(load16(from)); }
    SNCUDA_OP Vector brain_halves(const uint8_t *from) { return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(load16(from)), 16)); }

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
