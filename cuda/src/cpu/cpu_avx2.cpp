// Kernels for AVX2, FMA and F16C. The functions that use them say so themselves, so that every build has them and runs
// on processors without.
#include "cpu/cpu_kernels.h"
#include "cpu/x86_features.h"
#include <algorithm>
#include <cstring>

#ifdef SNCUDA_X86_VECTORS

#define SNCUDA_AVX2 __attribute__((target("avx2,fma,f16c")))
#define SNCUDA_INLINE SNCUDA_AVX2 inline __attribute__((always_inline))

namespace sncuda {

namespace {

using Vector = __m256; // eight floats
constexpr uint64_t lanes = 8;
// Number of rows and of activations that are computed with at a time: as many sums as there are registers for.
constexpr uint32_t row_tile = 4, batch_tile = 3;
constexpr uint32_t most_batch = 128;
// Number of values of each row that are decoded at a time for several activations: a multiple of every block.
constexpr uint64_t piece = 512;

SNCUDA_INLINE float half(const uint8_t *from) {
    uint16_t bits;
    std::memcpy(&bits, from, 2);
    return _mm_cvtss_f32(_mm_cvtph_ps(_mm_cvtsi32_si128(bits)));
}

SNCUDA_INLINE __m128i load16(const uint8_t *from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
}

SNCUDA_INLINE float sum(Vector v) {
    __m128 s = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    s = _mm_add_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_add_ss(s, _mm_shuffle_ps(s, s, 1)));
}

// Of 16 bytes, the first or the last eight.
SNCUDA_INLINE Vector floats_of(__m128i bytes) {
    return _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(bytes));
}

SNCUDA_INLINE void widen(__m128i low, __m128i high, Vector (&w)[4]) {
    w[0] = floats_of(low);
    w[1] = floats_of(_mm_srli_si128(low, 8));
    w[2] = floats_of(high);
    w[3] = floats_of(_mm_srli_si128(high, 8));
}

SNCUDA_INLINE void scale(Vector (&w)[4], float factor) {
    for (Vector &v : w) v = _mm256_mul_ps(_mm256_set1_ps(factor), v);
}

SNCUDA_INLINE void scale_and_add(Vector (&w)[4], float factor, float smallest) {
    for (Vector &v : w) v = _mm256_add_ps(_mm256_mul_ps(_mm256_set1_ps(factor), v), _mm256_set1_ps(smallest));
}

SNCUDA_INLINE void scale_centred(Vector (&w)[4], float factor, float centre) {
    for (Vector &v : w) v = _mm256_mul_ps(_mm256_set1_ps(factor), _mm256_sub_ps(v, _mm256_set1_ps(centre)));
}

// The formats: `prepare` reads what a block's groups of 32 values share, `group` decodes one of them, rounding as
// `decode` does. What they mean stands there.
struct Nothing {};

struct F32 {
    static constexpr uint64_t values = 32, bytes = 128;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        for (int i = 0; i < 4; i++) w[i] = _mm256_loadu_ps(reinterpret_cast<const float *>(in) + 8 * i);
    }
};

struct F16 {
    static constexpr uint64_t values = 32, bytes = 64;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        for (int i = 0; i < 4; i++) w[i] = _mm256_cvtph_ps(load16(in + 16 * i));
    }
};

struct Bf16 {
    static constexpr uint64_t values = 32, bytes = 64;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        for (int i = 0; i < 4; i++) {
            w[i] = _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(load16(in + 16 * i)), 16));
        }
    }
};

struct Q8_0 {
    static constexpr uint64_t values = 32, bytes = 34;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        __m128i low = load16(in + 2), high = load16(in + 18);
        w[0] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(low));
        w[1] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(low, 8)));
        w[2] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(high));
        w[3] = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(high, 8)));
        scale(w, half(in));
    }
};

SNCUDA_INLINE __m128i low_nibbles(__m128i bytes) {
    return _mm_and_si128(bytes, _mm_set1_epi8(15));
}

SNCUDA_INLINE __m128i high_nibbles(__m128i bytes) {
    return low_nibbles(_mm_srli_epi16(bytes, 4));
}

struct Q4_0 {
    static constexpr uint64_t values = 32, bytes = 18;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        __m128i bytes = load16(in + 2);
        widen(low_nibbles(bytes), high_nibbles(bytes), w);
        scale_centred(w, half(in), 8);
    }
};

struct Q4_1 {
    static constexpr uint64_t values = 32, bytes = 20;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        __m128i bytes = load16(in + 4);
        widen(low_nibbles(bytes), high_nibbles(bytes), w);
        scale_and_add(w, half(in), half(in + 2));
    }
};

// 16 bits as 16 bytes of 16 or 0.
SNCUDA_INLINE __m128i fifth_bits(const uint8_t *from) {
    uint16_t bits;
    std::memcpy(&bits, from, 2);
    __m128i spread = _mm_shuffle_epi8(_mm_set1_epi16(int16_t(bits)), _mm_set_epi8(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    __m128i each = _mm_set1_epi64x(int64_t(0x8040201008040201));
    return _mm_and_si128(_mm_cmpeq_epi8(_mm_and_si128(spread, each), each), _mm_set1_epi8(16));
}

struct Q5_0 {
    static constexpr uint64_t values = 32, bytes = 22;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        __m128i bytes = load16(in + 6);
        widen(_mm_or_si128(low_nibbles(bytes), fifth_bits(in + 2)), _mm_or_si128(high_nibbles(bytes), fifth_bits(in + 4)), w);
        scale_centred(w, half(in), 16);
    }
};

struct Q5_1 {
    static constexpr uint64_t values = 32, bytes = 24;
    using Shared = Nothing;
    SNCUDA_INLINE static void prepare(const uint8_t *, Shared &) {}
    template <int> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &, Vector (&w)[4]) {
        __m128i bytes = load16(in + 8);
        widen(_mm_or_si128(low_nibbles(bytes), fifth_bits(in + 4)), _mm_or_si128(high_nibbles(bytes), fifth_bits(in + 6)), w);
        scale_and_add(w, half(in), half(in + 2));
    }
};

struct Scales {
    float scale[8], minimum[8];
};

// The eight 6-bit scales and minima of a K block: four bytes at a time.
SNCUDA_INLINE void read_scales(const uint8_t *in, Scales &to) {
    uint32_t a, b, c;
    std::memcpy(&a, in + 4, 4);
    std::memcpy(&b, in + 8, 4);
    std::memcpy(&c, in + 12, 4);
    constexpr uint32_t six = 0x3f3f3f3f, four = 0x0f0f0f0f, two = 0x30303030;
    uint64_t scales = (a & six) | uint64_t((c & four) | ((a >> 2) & two)) << 32;
    uint64_t minima = (b & six) | uint64_t(((c >> 4) & four) | ((b >> 2) & two)) << 32;
    _mm256_storeu_ps(to.scale, _mm256_mul_ps(_mm256_set1_ps(half(in)), floats_of(_mm_cvtsi64_si128(int64_t(scales)))));
    _mm256_storeu_ps(to.minimum, _mm256_mul_ps(_mm256_set1_ps(half(in + 2)), floats_of(_mm_cvtsi64_si128(int64_t(minima)))));
}

struct Q4_K {
    static constexpr uint64_t values = 256, bytes = 144;
    using Shared = Scales;
    SNCUDA_INLINE static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int g> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &shared, Vector (&w)[4]) {
        const uint8_t *from = in + 16 + g / 2 * 32;
        __m128i first = load16(from), second = load16(from + 16);
        if (g % 2 == 0) {
            widen(low_nibbles(first), low_nibbles(second), w);
        } else {
            widen(high_nibbles(first), high_nibbles(second), w);
        }
        scale_and_add(w, shared.scale[g], -shared.minimum[g]);
    }
};

struct Q5_K {
    static constexpr uint64_t values = 256, bytes = 176;
    using Shared = Scales;
    SNCUDA_INLINE static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    // Bit g of each byte as 16 or 0.
    template <int g> SNCUDA_INLINE static __m128i fifths(const uint8_t *from) {
        __m128i each = _mm_set1_epi8(char(1 << g));
        return _mm_and_si128(_mm_cmpeq_epi8(_mm_and_si128(load16(from), each), each), _mm_set1_epi8(16));
    }
    template <int g> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &shared, Vector (&w)[4]) {
        const uint8_t *from = in + 48 + g / 2 * 32;
        __m128i first = load16(from), second = load16(from + 16);
        first = g % 2 == 0 ? low_nibbles(first) : high_nibbles(first);
        second = g % 2 == 0 ? low_nibbles(second) : high_nibbles(second);
        widen(_mm_or_si128(first, fifths<g>(in + 16)), _mm_or_si128(second, fifths<g>(in + 32)), w);
        scale_and_add(w, shared.scale[g], -shared.minimum[g]);
    }
};

struct Q6_K {
    static constexpr uint64_t values = 256, bytes = 210;
    struct Shared {
        float scale[16];
    };
    SNCUDA_INLINE static void prepare(const uint8_t *in, Shared &shared) {
        __m128i bytes = load16(in + 192);
        Vector d = _mm256_set1_ps(half(in + 208));
        _mm256_storeu_ps(shared.scale, _mm256_mul_ps(d, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes))));
        _mm256_storeu_ps(shared.scale + 8, _mm256_mul_ps(d, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(bytes, 8)))));
    }
    template <int g> SNCUDA_INLINE static __m128i six_bits(const uint8_t *nibbles, const uint8_t *upper) {
        __m128i low = load16(nibbles), high = load16(upper);
        low = g / 2 == 0 ? low_nibbles(low) : high_nibbles(low);
        high = g < 2 ? _mm_slli_epi16(high, g < 2 ? 4 - 2 * g : 0) : _mm_srli_epi16(high, g < 2 ? 0 : 2 * g - 4);
        return _mm_or_si128(low, _mm_and_si128(high, _mm_set1_epi8(0x30)));
    }
    template <int index> SNCUDA_INLINE static void group(const uint8_t *in, const Shared &shared, Vector (&w)[4]) {
        constexpr int side = index / 4, g = index % 4;
        const uint8_t *nibbles = in + 64 * side + g % 2 * 32, *upper = in + 128 + 32 * side;
        widen(six_bits<g>(nibbles, upper), six_bits<g>(nibbles + 16, upper + 16), w);
        for (int i = 0; i < 4; i++) {
            Vector s = _mm256_set1_ps(shared.scale[2 * index + i / 2]);
            w[i] = _mm256_mul_ps(s, _mm256_sub_ps(w[i], _mm256_set1_ps(32)));
        }
    }
};

// Rows of floats and halves may end anywhere.
template <class Format> constexpr bool has_tail = Format::values == 32 && (Format::bytes == 128 || Format::bytes == 64);

// The last values of a row, zeros behind them.
template <class Format> SNCUDA_AVX2 inline void tail_group(const uint8_t *from, uint64_t count, Vector (&w)[4]) {
    uint8_t padded[Format::bytes] = {};
    std::memcpy(padded, from, count * (Format::bytes / Format::values));
    typename Format::Shared shared;
    Format::template group<0>(padded, shared, w);
}

SNCUDA_INLINE void add_products(const Vector (&w)[4], const float *x, Vector &sums) {
    for (int i = 0; i < 4; i++) sums = _mm256_fmadd_ps(w[i], _mm256_loadu_ps(x + 8 * i), sums);
}

// The groups of a block one by one, each with its number known to the compiler.
template <class Format, int Rows, int Group = 0>
SNCUDA_INLINE void add_block(const uint8_t *blocks, uint64_t stride, const typename Format::Shared *shared, const float *x, Vector *sums) {
    if constexpr (Group < int(Format::values / 32)) {
        for (int r = 0; r < Rows; r++) {
            Vector w[4];
            Format::template group<Group>(blocks + r * stride, shared[r], w);
            add_products(w, x + 32 * Group, sums[r]);
        }
        add_block<Format, Rows, Group + 1>(blocks, stride, shared, x, sums);
    }
}

template <class Format, int Group = 0> SNCUDA_INLINE void decode_block(const uint8_t *block, const typename Format::Shared &shared, float *to) {
    if constexpr (Group < int(Format::values / 32)) {
        Vector w[4];
        Format::template group<Group>(block, shared, w);
        for (int i = 0; i < 4; i++) _mm256_storeu_ps(to + 32 * Group + 8 * i, w[i]);
        decode_block<Format, Group + 1>(block, shared, to);
    }
}

// `Rows` rows against one activation, decoded in registers.
template <class Format, int Rows>
SNCUDA_AVX2 inline void matvec(const uint8_t *blocks, uint64_t stride, uint64_t columns, const float *x, float *out) {
    Vector sums[Rows];
    for (Vector &v : sums) v = _mm256_setzero_ps();
    uint64_t whole = columns / Format::values * Format::values;
    for (uint64_t column = 0; column < whole; column += Format::values, blocks += Format::bytes) {
        typename Format::Shared shared[Rows];
        for (int r = 0; r < Rows; r++) {
            // Of the rows that come next: memory is what one activation waits for.
            for (uint64_t line = 0; line < Format::bytes; line += 64) {
                _mm_prefetch(reinterpret_cast<const char *>(blocks + (r + Rows) * stride + line), _MM_HINT_T0);
            }
            Format::prepare(blocks + r * stride, shared[r]);
        }
        add_block<Format, Rows>(blocks, stride, shared, x + column, sums);
    }
    if (has_tail<Format> && whole < columns) {
        float last[32] = {};
        std::copy(x + whole, x + columns, last);
        for (int r = 0; r < Rows; r++) {
            Vector w[4];
            tail_group<Format>(blocks + r * stride, columns - whole, w);
            add_products(w, last, sums[r]);
        }
    }
    for (int r = 0; r < Rows; r++) out[r] = sum(sums[r]);
}

// Decodes up to `piece` values of a row, zeros up to a multiple of 32 behind them.
template <class Format> SNCUDA_AVX2 inline void decode_piece(const uint8_t *blocks, uint64_t count, float *to) {
    uint64_t whole = count / Format::values * Format::values;
    for (uint64_t at = 0; at < whole; at += Format::values, blocks += Format::bytes) {
        typename Format::Shared shared;
        Format::prepare(blocks, shared);
        decode_block<Format>(blocks, shared, to + at);
    }
    if (has_tail<Format> && whole < count) {
        Vector w[4];
        tail_group<Format>(blocks, count - whole, w);
        for (int i = 0; i < 4; i++) _mm256_storeu_ps(to + whole + 8 * i, w[i]);
    }
}

// Adds products of `row_tile` decoded rows and `Batch` activations to their sums, eight values at a time.
template <int Batch>
SNCUDA_AVX2 inline void add_tile(const float *rows, const float *x, uint64_t x_stride, uint64_t count, float *sums) {
    Vector s[row_tile][Batch];
    for (uint32_t r = 0; r < row_tile; r++) {
        for (int b = 0; b < Batch; b++) s[r][b] = _mm256_loadu_ps(sums + (b * row_tile + r) * lanes);
    }
    uint64_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        Vector values[Batch];
        for (int b = 0; b < Batch; b++) values[b] = _mm256_loadu_ps(x + b * x_stride + i);
        for (uint32_t r = 0; r < row_tile; r++) {
            Vector w = _mm256_loadu_ps(rows + r * piece + i);
            for (int b = 0; b < Batch; b++) s[r][b] = _mm256_fmadd_ps(w, values[b], s[r][b]);
        }
    }
    if (i < count) {
        for (int b = 0; b < Batch; b++) {
            float last[lanes] = {};
            std::copy(x + b * x_stride + i, x + b * x_stride + count, last);
            for (uint32_t r = 0; r < row_tile; r++) s[r][b] = _mm256_fmadd_ps(_mm256_loadu_ps(rows + r * piece + i), _mm256_loadu_ps(last), s[r][b]);
        }
    }
    for (uint32_t r = 0; r < row_tile; r++) {
        for (int b = 0; b < Batch; b++) _mm256_storeu_ps(sums + (b * row_tile + r) * lanes, s[r][b]);
    }
}

// Up to `row_tile` rows against several activations.
template <class Format>
SNCUDA_AVX2 inline void matmul_rows(const Weight &weight, uint64_t row, uint32_t rows, uint64_t stride, const float *x, uint32_t batch, float *out) {
    float decoded[row_tile * piece] = {};
    float sums[most_batch * row_tile * lanes];
    std::fill(sums, sums + uint64_t(batch) * row_tile * lanes, 0.0f);
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data) + row * stride;
    for (uint64_t column = 0; column < weight.columns; column += piece) {
        uint64_t count = std::min(piece, weight.columns - column);
        const uint8_t *from = blocks + column / Format::values * Format::bytes;
        for (uint32_t r = 0; r < rows; r++) decode_piece<Format>(from + r * stride, count, decoded + r * piece);
        uint32_t b = 0;
        for (; b + batch_tile <= batch; b += batch_tile) {
            add_tile<batch_tile>(decoded, x + b * weight.columns + column, weight.columns, count, sums + uint64_t(b) * row_tile * lanes);
        }
        for (; b < batch; b++) add_tile<1>(decoded, x + b * weight.columns + column, weight.columns, count, sums + uint64_t(b) * row_tile * lanes);
    }
    for (uint32_t b = 0; b < batch; b++) {
        for (uint32_t r = 0; r < rows; r++) {
            out[b * weight.rows + row + r] = sum(_mm256_loadu_ps(sums + (uint64_t(b) * row_tile + r) * lanes));
        }
    }
}

template <class Format>
SNCUDA_AVX2 void matmul_of(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    const BlockFormat &format = block_format(weight.type);
    uint64_t stride = weight.columns / format.values * format.bytes;
    auto *blocks = reinterpret_cast<const uint8_t *>(weight.data);
    uint64_t row = begin;
    if (batch > 1) {
        for (; row < end; row += row_tile) {
            matmul_rows<Format>(weight, row, uint32_t(std::min<uint64_t>(row_tile, end - row)), stride, x, batch, out);
        }
        return;
    }
    for (; row + row_tile <= end; row += row_tile) matvec<Format, row_tile>(blocks + row * stride, stride, weight.columns, x, out + row);
    for (; row < end; row++) matvec<Format, 1>(blocks + row * stride, stride, weight.columns, x, out + row);
}

void matmul(const Weight &weight, uint64_t begin, uint64_t end, const float *x, uint32_t batch, float *out) {
    switch (weight.type) {
    case WeightType::f32: return matmul_of<F32>(weight, begin, end, x, batch, out);
    case WeightType::f16: return matmul_of<F16>(weight, begin, end, x, batch, out);
    case WeightType::bf16: return matmul_of<Bf16>(weight, begin, end, x, batch, out);
    case WeightType::q8_0: return matmul_of<Q8_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_0: return matmul_of<Q4_0>(weight, begin, end, x, batch, out);
    case WeightType::q4_1: return matmul_of<Q4_1>(weight, begin, end, x, batch, out);
    case WeightType::q5_0: return matmul_of<Q5_0>(weight, begin, end, x, batch, out);
    case WeightType::q5_1: return matmul_of<Q5_1>(weight, begin, end, x, batch, out);
    case WeightType::q4_k: return matmul_of<Q4_K>(weight, begin, end, x, batch, out);
    case WeightType::q5_k: return matmul_of<Q5_K>(weight, begin, end, x, batch, out);
    case WeightType::q6_k: return matmul_of<Q6_K>(weight, begin, end, x, batch, out);
    }
}

SNCUDA_AVX2 float dot_half(const float *a, const uint16_t *b, uint64_t count) {
    Vector sums[2] = {_mm256_setzero_ps(), _mm256_setzero_ps()};
    auto *halves = reinterpret_cast<const uint8_t *>(b);
    uint64_t i = 0;
    for (; i + 16 <= count; i += 16) {
        for (int k = 0; k < 2; k++) {
            sums[k] = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 8 * k), _mm256_cvtph_ps(load16(halves + 2 * i + 16 * k)), sums[k]);
        }
    }
    float total = sum(_mm256_add_ps(sums[0], sums[1]));
    for (; i < count; i++) total += a[i] * half(halves + 2 * i);
    return total;
}

SNCUDA_AVX2 void add_scaled_half(float *to, const uint16_t *from, float factor, uint64_t count) {
    auto *halves = reinterpret_cast<const uint8_t *>(from);
    uint64_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        Vector values = _mm256_cvtph_ps(load16(halves + 2 * i));
        _mm256_storeu_ps(to + i, _mm256_fmadd_ps(_mm256_set1_ps(factor), values, _mm256_loadu_ps(to + i)));
    }
    for (; i < count; i++) to[i] += factor * half(halves + 2 * i);
}

} // namespace

const CpuKernels *avx2_kernels() {
    static const CpuKernels kernels{matmul, most_batch, dot_half, add_scaled_half};
    static const bool here = has_avx2();
    return here ? &kernels : nullptr;
}

} // namespace sncuda

#else

namespace sncuda {

const CpuKernels *avx2_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
