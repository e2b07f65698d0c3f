// The formats of quantised weights for rounded_matmul.h, two groups of 32 values at a time: `pair` gives their integers
// as they are stored, to be taken less `centre`. Small blocks have a float scale each; large ones are a whole chunk with
// one float scale, and an integer one for each group or half a group.

namespace sncuda {
namespace SNCUDA_ISA {

// Two groups' 64 values: those with even and those with odd places, each the first group's before the last one's.
struct Pair {
    Pairs::Words even, odd;
};

SNCUDA_INLINED uint16_t half_bits(const uint8_t *from) {
    uint16_t bits;
    std::memcpy(&bits, from, 2);
    return bits;
}

SNCUDA_INLINED Pair of_unsigned(Pairs::Words bytes) {
    return {Pairs::both(bytes, Pairs::words(0x00ff)), Pairs::template shift_right<8>(bytes)};
}

SNCUDA_INLINED Pair of_signed(Pairs::Words bytes) {
    return {Pairs::template shift_right_signed<8>(Pairs::template shift_left<8>(bytes)), Pairs::template shift_right_signed<8>(bytes)};
}

struct Q8_0 {
    static constexpr uint64_t values = 32, bytes = 34;
    static constexpr bool has_minimum = false;
    static constexpr int centre = 0;
    SNCUDA_INLINED static Pair pair(const uint8_t *a, const uint8_t *b) { return of_signed(Pairs::load_each(a + 2, b + 2)); }
};

struct Q4_0 {
    static constexpr uint64_t values = 32, bytes = 18;
    static constexpr bool has_minimum = false;
    static constexpr int centre = 8;
    SNCUDA_INLINED static Pair pair(const uint8_t *a, const uint8_t *b) { return of_unsigned(Pairs::nibbles_each(a + 2, b + 2)); }
};

struct Q4_1 {
    static constexpr uint64_t values = 32, bytes = 20;
    static constexpr bool has_minimum = true;
    static constexpr int centre = 0;
    SNCUDA_INLINED static Pair pair(const uint8_t *a, const uint8_t *b) { return of_unsigned(Pairs::nibbles_each(a + 4, b + 4)); }
};

struct Q5_0 {
    static constexpr uint64_t values = 32, bytes = 22;
    static constexpr bool has_minimum = false;
    static constexpr int centre = 16;
    SNCUDA_INLINED static Pair pair(const uint8_t *a, const uint8_t *b) {
        return of_unsigned(Pairs::either(Pairs::nibbles_each(a + 6, b + 6), Pairs::sixteens_each(a + 2, b + 2)));
    }
};

struct Q5_1 {
    static constexpr uint64_t values = 32, bytes = 24;
    static constexpr bool has_minimum = true;
    static constexpr int centre = 0;
    SNCUDA_INLINED static Pair pair(const uint8_t *a, const uint8_t *b) {
        return of_unsigned(Pairs::either(Pairs::nibbles_each(a + 8, b + 8), Pairs::sixteens_each(a + 4, b + 4)));
    }
};

// Scales that the groups of a large block share. Where a scale is for half a group, there are sixteen.
struct Shared {
    float scale;
    int32_t scales[16];
    float minima[groups];
};

SNCUDA_INLINED void read_scales(const uint8_t *in, Shared &to) {
    uint32_t a, b, c;
    std::memcpy(&a, in + 4, 4);
    std::memcpy(&b, in + 8, 4);
    std::memcpy(&c, in + 12, 4);
    constexpr uint32_t six = 0x3f3f3f3f, four = 0x0f0f0f0f, two = 0x30303030;
    uint32_t scales[] = {a & six, (c & four) | ((a >> 2) & two)}, minima[] = {b & six, ((c >> 4) & four) | ((b >> 2) & two)};
    to.scale = Isa::half(half_bits(in));
    Isa::store(to.scales, Isa::bytes_as_integers(reinterpret_cast<const uint8_t *>(scales)));
    Isa::store(to.minima, Isa::multiply(Isa::floats(-Isa::half(half_bits(in + 2))), Isa::as_floats(Isa::bytes_as_integers(reinterpret_cast<const uint8_t *>(minima)))));
}

struct Q4_K {
    static constexpr uint64_t values = 256, bytes = 144;
    static constexpr bool has_minimum = true, halves = false;
    static constexpr int centre = 0;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int p> SNCUDA_INLINED static Pair pair(const uint8_t *in) { return of_unsigned(Pairs::nibbles_of(in + 16 + 32 * p)); }
};

struct Q5_K {
    static constexpr uint64_t values = 256, bytes = 176;
    static constexpr bool has_minimum = true, halves = false;
    static constexpr int centre = 0;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) { read_scales(in, shared); }
    template <int p> SNCUDA_INLINED static Pair pair(const uint8_t *in) {
        // Bits 2p and 2p + 1 of each byte to where 16 stands.
        auto fifths = Pairs::template shift_each<4 - 2 * p, 3 - 2 * p>(Pairs::twice(in + 16));
        return of_unsigned(Pairs::either(Pairs::nibbles_of(in + 48 + 32 * p), Pairs::both(fifths, Pairs::words(0x1010))));
    }
};

struct Q6_K {
    static constexpr uint64_t values = 256, bytes = 210;
    static constexpr bool has_minimum = false, halves = true;
    static constexpr int centre = 32;
    SNCUDA_INLINED static void prepare(const uint8_t *in, Shared &shared) {
        shared.scale = Isa::half(half_bits(in + 208));
        for (int i = 0; i < 16; i += 8) Isa::store(shared.scales + i, Isa::signed_bytes_as_integers(in + 192 + i));
    }
    template <int p> SNCUDA_INLINED static Pair pair(const uint8_t *in) {
        constexpr int side = p / 2, upper_half = p % 2;
        auto nibbles = Pairs::load(in + 64 * side), upper = Pairs::twice(in + 128 + 32 * side);
        if constexpr (upper_half != 0) nibbles = Pairs::template shift_right<4>(nibbles);
        upper = Pairs::template shift_each<upper_half ? 0 : 4, upper_half ? -2 : 2>(upper);
        return of_unsigned(Pairs::either(Pairs::both(nibbles, Pairs::words(0x0f0f)), Pairs::both(upper, Pairs::words(0x3030))));
    }
};

template <class Format> constexpr bool is_large = Format::values == rounded_chunk;

} // namespace SNCUDA_ISA
} // namespace sncuda
