// Rounded activations on any processor: what the others are checked against, bit by bit.
#include "cpu/cpu_kernels.h"
#include "ops/float16.h"
#include <cmath>
#include <cstring>

#define SNCUDA_ISA rounded_plain
#define SNCUDA_TARGET
#define SNCUDA_UNROLL
#define SNCUDA_OP static
#define SNCUDA_INLINED inline // loops for vectors: inlined they take a compiler minutes

namespace sncuda {
namespace SNCUDA_ISA {

struct Isa {
    static constexpr uint32_t batch_tile = 1, small_batch_tile = 1;
    struct Words {
        uint16_t of[16];
    };
    struct Integers {
        int32_t of[8];
    };
    struct Floats {
        float of[8];
    };
    using Sums = Integers;

    template <class Vector, class Each> static Vector each(Each value) {
        Vector v;
        for (size_t i = 0; i < sizeof v.of / sizeof *v.of; i++) v.of[i] = value(i);
        return v;
    }

    static void prefetch(const uint8_t *) {}
    static Words load_bytes(const uint8_t *from) {
        return each<Words>([&](size_t i) { return uint16_t(from[2 * i] | from[2 * i + 1] << 8); });
    }
    static Words load(const int16_t *from) {
        return each<Words>([&](size_t i) { return uint16_t(from[i]); });
    }
    static Words keep(Words w) { return w; }
    static void store(int16_t *to, Words w) { std::memcpy(to, w.of, sizeof w.of); }
    // 16 bytes' low halves, then their high ones.
    static Words nibbles(const uint8_t *from) {
        uint8_t bytes[32];
        for (int i = 0; i < 16; i++) {
            bytes[i] = from[i] & 15;
            bytes[i + 16] = from[i] >> 4;
        }
        return load_bytes(bytes);
    }
    // 32 bits as bytes of 16 or 0.
    static Words sixteens(const uint8_t *from) {
        uint8_t bytes[32];
        for (int i = 0; i < 32; i++) bytes[i] = uint8_t((from[i / 8] >> (i % 8) & 1) << 4);
        return load_bytes(bytes);
    }
    static Words words(int32_t value) {
        return each<Words>([&](size_t) { return uint16_t(value); });
    }
    static Words word_halves(int16_t first, int16_t last) {
        return each<Words>([&](size_t i) { return uint16_t(i < 8 ? first : last); });
    }
    static Words both(Words a, Words b) {
        return each<Words>([&](size_t i) { return uint16_t(a.of[i] & b.of[i]); });
    }
    static Words either(Words a, Words b) {
        return each<Words>([&](size_t i) { return uint16_t(a.of[i] | b.of[i]); });
    }
    static Words subtract(Words a, Words b) {
        return each<Words>([&](size_t i) { return uint16_t(a.of[i] - b.of[i]); });
    }
    static Words multiply16(Words a, Words b) {
        return each<Words>([&](size_t i) { return uint16_t(int16_t(a.of[i]) * int16_t(b.of[i])); });
    }
    template <int bits> static Words shift_left(Words w) {
        return each<Words>([&](size_t i) { return uint16_t(w.of[i] << bits); });
    }
    template <int bits> static Words shift_right(Words w) {
        return each<Words>([&](size_t i) { return uint16_t(w.of[i] >> bits); });
    }
    template <int bits> static Words shift_right_signed(Words w) {
        return each<Words>([&](size_t i) { return uint16_t(int16_t(w.of[i]) >> bits); });
    }

    static Sums no_sums() { return {}; }
    static Sums sums(Integers lanes) { return lanes; }
    static Integers in_lanes(Sums sums) { return sums; }
    static Sums add_products(Sums sums, Words a, Words b) {
        auto product = [&](size_t i) { return int32_t(int16_t(a.of[i])) * int16_t(b.of[i]); };
        return each<Sums>([&](size_t l) { return sums.of[l] + product(2 * l) + product(2 * l + 1); });
    }

    static Integers integers(int32_t value) {
        return each<Integers>([&](size_t) { return value; });
    }
    static Integers halves(int32_t first, int32_t last) {
        return each<Integers>([&](size_t l) { return l < 4 ? first : last; });
    }
    static Integers load(const int32_t *from) {
        return each<Integers>([&](size_t l) { return from[l]; });
    }
    static void store(int32_t *to, Integers v) { std::memcpy(to, v.of, sizeof v.of); }
    static Integers bytes_as_integers(const uint8_t *from) {
        return each<Integers>([&](size_t l) { return int32_t(from[l]); });
    }
    static Integers signed_bytes_as_integers(const uint8_t *from) {
        return each<Integers>([&](size_t l) { return int32_t(int8_t(from[l])); });
    }
    static Integers add(Integers a, Integers b) {
        return each<Integers>([&](size_t l) { return a.of[l] + b.of[l]; });
    }
    template <int bits> static Integers shift_left32(Integers v) {
        return each<Integers>([&](size_t l) { return int32_t(uint32_t(v.of[l]) << bits); });
    }
    static Integers multiply32(Integers a, Integers b) {
        return each<Integers>([&](size_t l) { return a.of[l] * b.of[l]; });
    }

    static float half(uint16_t bits) { return float_of_half(bits); }
    // Halves so many bytes from each other.
    template <int stride> static void eight_halves(const uint8_t *from, float *to) {
        for (int i = 0; i < 8; i++) to[i] = float_of_half(uint16_t(from[i * stride] | from[i * stride + 1] << 8));
    }
    static Floats floats(float value) {
        return each<Floats>([&](size_t) { return value; });
    }
    static Floats load(const float *from) {
        return each<Floats>([&](size_t l) { return from[l]; });
    }
    static void store(float *to, Floats v) { std::memcpy(to, v.of, sizeof v.of); }
    static Floats as_floats(Integers v) {
        return each<Floats>([&](size_t l) { return float(v.of[l]); });
    }
    static Floats multiply(Floats a, Floats b) {
        return each<Floats>([&](size_t l) { return a.of[l] * b.of[l]; });
    }
    static Floats multiply_add(Floats a, Floats b, Floats c) {
        return each<Floats>([&](size_t l) { return std::fma(a.of[l], b.of[l], c.of[l]); });
    }
    // In halves.
    static float sum(Floats v) {
        for (int width = 4; width > 0; width /= 2) {
            for (int l = 0; l < width; l++) v.of[l] += v.of[l + width];
        }
        return v.of[0];
    }

    // Of four rows, each as `sum` has it.
    static void sums_of_four(const float *rows, float *to) {
        for (int i = 0; i < 4; i++) to[i] = sum(load(rows + 8 * i));
    }

    // One row in a vector.
    static constexpr uint32_t rows_together = 1;
    using WideWords = Words;
    using WideSums = Sums;
    using WideFloats = Floats;
    static Words to_each(const int16_t *from) { return load(from); }
    static Integers to_each(const int32_t *from) { return load(from); }
    static Words load_wide(const int16_t *from) { return load(from); }
    static Floats load_wide(const float *from) { return load(from); }
    static Floats wide_floats(float value) { return floats(value); }
    static Sums no_wide_sums() { return no_sums(); }
    static Words operand(const int16_t *row) { return load(row); }
    static void add_products_to(Sums &sums, Words x, Words row) { sums = add_products(sums, row, x); }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_pairs.h"

namespace sncuda::SNCUDA_ISA {
using Pairs = InTwo<Isa>;
}

#include "cpu/rounded_matmul.h"

namespace sncuda {

const RoundedKernels &rounded_plain_kernels() {
    static const RoundedKernels kernels{rounded_plain::round_row, rounded_plain::matmul, rounded_plain::most_batch};
    return kernels;
}

} // namespace sncuda
