// Numbers of two groups that lie one behind the other, as two vectors of one group each: for processors whose vectors
// are no longer than one. `One` is an Isa of rounded_matmul.h.
#pragma once

namespace sncuda {
namespace SNCUDA_ISA {

template <class One> struct InTwo {
    struct Words {
        typename One::Words first, last;
    };
    struct Sums {
        typename One::Sums first, last;
    };
    struct Integers {
        typename One::Integers first, last;
    };

    // Bytes: 32 of each of two places.
    SNCUDA_OP Words load_each(const uint8_t *a, const uint8_t *b) { return {One::load_bytes(a), One::load_bytes(b)}; }
    SNCUDA_OP Words load(const uint8_t *from) { return load_each(from, from + 32); }
    SNCUDA_OP Words twice(const uint8_t *from) { return load_each(from, from); }
    // 16 bytes' low halves, then their high ones, of each of two places.
    SNCUDA_OP Words nibbles_each(const uint8_t *a, const uint8_t *b) { return {One::nibbles(a), One::nibbles(b)}; }
    // 32 bits of each of two places as bytes of 16 or 0.
    SNCUDA_OP Words sixteens_each(const uint8_t *a, const uint8_t *b) { return {One::sixteens(a), One::sixteens(b)}; }
    // 32 bytes' low halves, and their high ones.
    SNCUDA_OP Words nibbles_of(const uint8_t *from) {
        auto bytes = One::load_bytes(from), low = One::words(0x0f0f);
        return {One::both(bytes, low), One::both(One::template shift_right<4>(bytes), low)};
    }

    SNCUDA_OP Words words(int32_t value) { return {One::words(value), One::words(value)}; }
    SNCUDA_OP Words both(Words a, Words b) { return {One::both(a.first, b.first), One::both(a.last, b.last)}; }
    SNCUDA_OP Words either(Words a, Words b) { return {One::either(a.first, b.first), One::either(a.last, b.last)}; }
    SNCUDA_OP Words subtract(Words a, Words b) { return {One::subtract(a.first, b.first), One::subtract(a.last, b.last)}; }
    SNCUDA_OP Words multiply16(Words a, Words b) { return {One::multiply16(a.first, b.first), One::multiply16(a.last, b.last)}; }
    template <int bits> SNCUDA_OP Words shift_left(Words w) { return {One::template shift_left<bits>(w.first), One::template shift_left<bits>(w.last)}; }
    template <int bits> SNCUDA_OP Words shift_right(Words w) { return {One::template shift_right<bits>(w.first), One::template shift_right<bits>(w.last)}; }
    template <int bits> SNCUDA_OP Words shift_right_signed(Words w) {
        return {One::template shift_right_signed<bits>(w.first), One::template shift_right_signed<bits>(w.last)};
    }
    template <int bits> SNCUDA_OP typename One::Words shift_one(typename One::Words w) {
        if constexpr (bits > 0) return One::template shift_left<bits>(w);
        if constexpr (bits < 0) return One::template shift_right<-bits>(w);
        return w;
    }
    // To the left by as many bits, to the right where they are below 0: those of the first group and of the last.
    template <int first, int last> SNCUDA_OP Words shift_each(Words w) { return {shift_one<first>(w.first), shift_one<last>(w.last)}; }
    // A number for each group, or for each half of one.
    SNCUDA_OP Words words_each(const int32_t *two) { return {One::words(two[0]), One::words(two[1])}; }
    SNCUDA_OP Words word_halves(const int32_t *four) {
        return {One::word_halves(int16_t(four[0]), int16_t(four[1])), One::word_halves(int16_t(four[2]), int16_t(four[3]))};
    }
    SNCUDA_OP Words load(const int16_t *from) { return {One::load(from), One::load(from + 16)}; }
    SNCUDA_OP void store_each(int16_t *first, int16_t *last, Words w) {
        One::store(first, w.first);
        One::store(last, w.last);
    }

    SNCUDA_OP Sums sums(Integers lanes) { return {One::sums(lanes.first), One::sums(lanes.last)}; }
    SNCUDA_OP Sums add_products(Sums s, Words a, Words b) { return {One::add_products(s.first, a.first, b.first), One::add_products(s.last, a.last, b.last)}; }
    SNCUDA_OP Integers in_lanes(Sums s) { return {One::in_lanes(s.first), One::in_lanes(s.last)}; }

    SNCUDA_OP Integers zero() { return {One::integers(0), One::integers(0)}; }
    SNCUDA_OP Integers load(const int32_t *from) { return {One::load(from), One::load(from + 8)}; }
    SNCUDA_OP Integers integers_each(const int32_t *two) { return {One::integers(two[0]), One::integers(two[1])}; }
    SNCUDA_OP Integers integer_halves(const int32_t *four) { return {One::halves(four[0], four[1]), One::halves(four[2], four[3])}; }
    SNCUDA_OP Integers add(Integers a, Integers b) { return {One::add(a.first, b.first), One::add(a.last, b.last)}; }
    SNCUDA_OP Integers multiply32(Integers a, Integers b) { return {One::multiply32(a.first, b.first), One::multiply32(a.last, b.last)}; }
    template <int bits> SNCUDA_OP Integers shift_left32(Integers v) { return {One::template shift_left32<bits>(v.first), One::template shift_left32<bits>(v.last)}; }
    SNCUDA_OP typename One::Integers sum(Integers v) { return One::add(v.first, v.last); }
    SNCUDA_OP typename One::Floats first_floats(Integers v) { return One::as_floats(v.first); }
    SNCUDA_OP typename One::Floats last_floats(Integers v) { return One::as_floats(v.last); }
};

} // namespace SNCUDA_ISA
} // namespace sncuda
