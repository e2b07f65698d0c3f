// What the exact products of AVX2 and AVX-512 share, in their namespaces.

#define SNCUDA_OP SNCUDA_TARGET static inline __attribute__((always_inline))
// Vectors stay in registers where no loop is left around them.
#define SNCUDA_UNROLL _Pragma("GCC unroll 32")

struct X86 {
    // Of an address that need not be anyone's.
    SNCUDA_OP void prefetch(const uint8_t *from) { _mm_prefetch(reinterpret_cast<const char *>(from), _MM_HINT_T0); }

    SNCUDA_OP float half(const uint8_t *from) {
        uint16_t bits;
        std::memcpy(&bits, from, 2);
        return _mm_cvtss_f32(_mm_cvtph_ps(_mm_cvtsi32_si128(bits)));
    }

    SNCUDA_OP __m128i load16(const uint8_t *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); }
    SNCUDA_OP __m256i load32(const uint8_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }

    // In halves.
    SNCUDA_OP float sum_of_eight(__m256 v) {
        __m128 s = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
        s = _mm_add_ps(s, _mm_movehl_ps(s, s));
        return _mm_cvtss_f32(_mm_add_ss(s, _mm_shuffle_ps(s, s, 1)));
    }

    // Of four vectors, each as sum_of_eight has it.
    SNCUDA_OP void sums_of_four(__m256 a, __m256 b, __m256 c, __m256 d, float *to) {
        __m256d ab = _mm256_castps_pd(_mm256_add_ps(_mm256_permute2f128_ps(a, b, 0x20), _mm256_permute2f128_ps(a, b, 0x31)));
        __m256d cd = _mm256_castps_pd(_mm256_add_ps(_mm256_permute2f128_ps(c, d, 0x20), _mm256_permute2f128_ps(c, d, 0x31)));
        __m256 two = _mm256_add_ps(_mm256_castpd_ps(_mm256_unpacklo_pd(ab, cd)), _mm256_castpd_ps(_mm256_unpackhi_pd(ab, cd)));
        __m256 one = _mm256_add_ps(_mm256_shuffle_ps(two, two, 0x88), _mm256_shuffle_ps(two, two, 0xdd)); // a c, b d
        _mm_storeu_ps(to, _mm_unpacklo_ps(_mm256_castps256_ps128(one), _mm256_extractf128_ps(one, 1)));
    }

    // Eight bytes' products with a factor.
    SNCUDA_OP void eight_products(uint64_t bytes, float factor, float *to) {
        __m256 floats = _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_cvtsi64_si128(int64_t(bytes))));
        _mm256_storeu_ps(to, _mm256_mul_ps(_mm256_set1_ps(factor), floats));
    }
    SNCUDA_OP void sixteen_signed_products(const uint8_t *bytes, float factor, float *to) {
        __m128i all = load16(bytes);
        __m256 by = _mm256_set1_ps(factor);
        _mm256_storeu_ps(to, _mm256_mul_ps(by, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(all))));
        _mm256_storeu_ps(to + 8, _mm256_mul_ps(by, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(all, 8)))));
    }

    // A group's 32 numbers of a byte each.
    // 16 bytes' low halves, then their high ones.
    SNCUDA_OP __m256i nibbles(const uint8_t *from) {
        __m128i bytes = load16(from);
        return _mm256_and_si256(_mm256_inserti128_si256(_mm256_castsi128_si256(bytes), _mm_srli_epi16(bytes, 4), 1), _mm256_set1_epi8(15));
    }
    // 32 bytes' low halves, or their high ones.
    template <int high> SNCUDA_OP __m256i nibbles_of(const uint8_t *from) {
        __m256i bytes = load32(from);
        if constexpr (high != 0) bytes = _mm256_srli_epi16(bytes, 4);
        return _mm256_and_si256(bytes, _mm256_set1_epi8(15));
    }
    // 16 more where one of 32 bits is set.
    SNCUDA_OP __m256i with_fifths(__m256i numbers, const uint8_t *from) {
        int32_t bits;
        std::memcpy(&bits, from, 4);
        __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(bits), _mm256_set_epi64x(0x0303030303030303, 0x0202020202020202, 0x0101010101010101, 0));
        return with_sixteen(numbers, spread, _mm256_set1_epi64x(int64_t(0x8040201008040201)));
    }
    // 16 more where this bit of one of 32 bytes is set.
    template <int bit> SNCUDA_OP __m256i with_fifths_of(__m256i numbers, const uint8_t *from) {
        return with_sixteen(numbers, load32(from), _mm256_set1_epi8(char(1 << bit)));
    }
    SNCUDA_OP __m256i with_sixteen(__m256i numbers, __m256i bits, __m256i each) {
        return _mm256_or_si256(numbers, _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(bits, each), each), _mm256_set1_epi8(16)));
    }
};
