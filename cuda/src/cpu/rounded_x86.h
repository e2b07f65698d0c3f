// AVX2, FMA and F16C for rounded_matmul.h, in its namespace. How products are added up comes with what includes this.

struct X86 {
    using Words = __m256i;
    using Sums = __m256i;
    using Integers = __m256i;
    using Floats = __m256;
#define SNCUDA_OP SNCUDA_TARGET static inline __attribute__((always_inline))
    // Of an address that need not be anyone's.
    SNCUDA_OP void prefetch(const uint8_t *from) { _mm_prefetch(reinterpret_cast<const char *>(from), _MM_HINT_T0); }
    SNCUDA_OP Words load_bytes(const uint8_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }
    SNCUDA_OP Words load(const int16_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }
    // In a register, where a compiler would rather load it again for every product.
    SNCUDA_OP Words keep(Words w) {
        __asm__("" : "+x"(w));
        return w;
    }
    SNCUDA_OP void store(int16_t *to, Words w) { _mm256_storeu_si256(reinterpret_cast<__m256i *>(to), w); }
    // 16 bytes' low halves, then their high ones.
    SNCUDA_OP Words nibbles(const uint8_t *from) {
        __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        return _mm256_and_si256(_mm256_inserti128_si256(_mm256_castsi128_si256(bytes), _mm_srli_epi16(bytes, 4), 1), _mm256_set1_epi8(15));
    }
    // 32 bits as bytes of 16 or 0.
    SNCUDA_OP Words sixteens(const uint8_t *from) {
        int32_t bits;
        std::memcpy(&bits, from, 4);
        __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(bits), _mm256_set_epi64x(0x0303030303030303, 0x0202020202020202, 0x0101010101010101, 0));
        __m256i each = _mm256_set1_epi64x(int64_t(0x8040201008040201));
        return _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(spread, each), each), _mm256_set1_epi8(16));
    }
    SNCUDA_OP Words words(int32_t value) { return _mm256_set1_epi16(int16_t(value)); }
    SNCUDA_OP Words word_halves(int16_t first, int16_t last) {
        return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_set1_epi16(first)), _mm_set1_epi16(last), 1);
    }
    SNCUDA_OP Words both(Words a, Words b) { return _mm256_and_si256(a, b); }
    SNCUDA_OP Words either(Words a, Words b) { return _mm256_or_si256(a, b); }
    SNCUDA_OP Words subtract(Words a, Words b) { return _mm256_sub_epi16(a, b); }
    SNCUDA_OP Words multiply16(Words a, Words b) { return _mm256_mullo_epi16(a, b); }
    template <int bits> SNCUDA_OP Words shift_left(Words w) { return _mm256_slli_epi16(w, bits); }
    template <int bits> SNCUDA_OP Words shift_right(Words w) { return _mm256_srli_epi16(w, bits); }
    template <int bits> SNCUDA_OP Words shift_right_signed(Words w) { return _mm256_srai_epi16(w, bits); }

    SNCUDA_OP Sums no_sums() { return _mm256_setzero_si256(); }
    SNCUDA_OP Sums sums(Integers lanes) { return lanes; }
    SNCUDA_OP Integers in_lanes(Sums sums) { return sums; }

    SNCUDA_OP Integers integers(int32_t value) { return _mm256_set1_epi32(value); }
    SNCUDA_OP Integers halves(int32_t first, int32_t last) {
        return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_set1_epi32(first)), _mm_set1_epi32(last), 1);
    }
    SNCUDA_OP Integers load(const int32_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }
    SNCUDA_OP void store(int32_t *to, Integers v) { _mm256_storeu_si256(reinterpret_cast<__m256i *>(to), v); }
    SNCUDA_OP Integers bytes_as_integers(const uint8_t *from) { return _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i *>(from))); }
    SNCUDA_OP Integers signed_bytes_as_integers(const uint8_t *from) {
        return _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i *>(from)));
    }
    SNCUDA_OP Integers add(Integers a, Integers b) { return _mm256_add_epi32(a, b); }
    template <int bits> SNCUDA_OP Integers shift_left32(Integers v) { return _mm256_slli_epi32(v, bits); }
    SNCUDA_OP Integers multiply32(Integers a, Integers b) { return _mm256_mullo_epi32(a, b); }

    SNCUDA_OP float half(uint16_t bits) { return _mm_cvtss_f32(_mm_cvtph_ps(_mm_cvtsi32_si128(bits))); }
    // Halves so many bytes from each other.
    template <int stride> SNCUDA_OP void eight_halves(const uint8_t *from, float *to) {
        uint16_t bits[8];
        for (int i = 0; i < 8; i++) std::memcpy(bits + i, from + i * stride, 2);
        __m128i all = _mm_set_epi16(short(bits[7]), short(bits[6]), short(bits[5]), short(bits[4]), short(bits[3]), short(bits[2]), short(bits[1]), short(bits[0]));
        _mm256_storeu_ps(to, _mm256_cvtph_ps(all));
    }
    SNCUDA_OP Floats floats(float value) { return _mm256_set1_ps(value); }
    SNCUDA_OP Floats load(const float *from) { return _mm256_loadu_ps(from); }
    SNCUDA_OP void store(float *to, Floats v) { _mm256_storeu_ps(to, v); }
    SNCUDA_OP Floats as_floats(Integers v) { return _mm256_cvtepi32_ps(v); }
    SNCUDA_OP Floats multiply(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
    SNCUDA_OP Floats multiply_add(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
    // In halves.
    SNCUDA_OP float sum(Floats v) {
        __m128 s = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
        s = _mm_add_ps(s, _mm_movehl_ps(s, s));
        return _mm_cvtss_f32(_mm_add_ss(s, _mm_shuffle_ps(s, s, 1)));
    }
    // Of four rows, each as `sum` has it.
    SNCUDA_OP void sums_of_four(const float *rows, float *to) {
        __m256 a = load(rows), b = load(rows + 8), c = load(rows + 16), d = load(rows + 24);
        __m256d ab = _mm256_castps_pd(_mm256_add_ps(_mm256_permute2f128_ps(a, b, 0x20), _mm256_permute2f128_ps(a, b, 0x31)));
        __m256d cd = _mm256_castps_pd(_mm256_add_ps(_mm256_permute2f128_ps(c, d, 0x20), _mm256_permute2f128_ps(c, d, 0x31)));
        __m256 two = _mm256_add_ps(_mm256_castpd_ps(_mm256_unpacklo_pd(ab, cd)), _mm256_castpd_ps(_mm256_unpackhi_pd(ab, cd)));
        __m256 one = _mm256_add_ps(_mm256_shuffle_ps(two, two, 0x88), _mm256_shuffle_ps(two, two, 0xdd)); // a c, b d
        _mm_storeu_ps(to, _mm_unpacklo_ps(_mm256_castps256_ps128(one), _mm256_extractf128_ps(one, 1)));
    }
};
