#include "gpu/layout/layout.h"
#include <algorithm>
#include <cstring>
#include <vector>

namespace sncuda {

namespace {

// Four numbers, a byte each; the arithmetic below is on all four.
using Four = uint32_t;

Four four_at(const uint8_t *from) {
    Four four;
    std::memcpy(&four, from, sizeof four); // little-endian, as every host of a GPU
    return four;
}

// A group's numbers, four to four as words have them: what fits into a nibble, or all 8 bits, and the bits above.
struct Group {
    Four low[4], high[4], low_above[4], high_above[4];
};

void read_nibbles(const uint8_t *low, int shift, const uint8_t *high, int high_shift, Group &group) {
    for (int t = 0; t < 4; t++) {
        group.low[t] = four_at(low + 4 * t) >> shift & 0x0f0f0f0fu;
        group.high[t] = four_at(high + 4 * t) >> high_shift & 0x0f0f0f0fu;
    }
}

// Bit i of the lowest four becomes the lowest bit of byte i.
Four spread(uint32_t bits) {
    return (bits & 15) * 0x00204081u & 0x01010101u;
}

void read_fifths(const uint8_t *from, Group &group) {
    uint32_t bits = four_at(from);
    for (int t = 0; t < 4; t++) {
        group.low_above[t] = spread(bits >> (4 * t));
        group.high_above[t] = spread(bits >> (4 * t + 16));
    }
}

// `above` has `mask`'s bits of each of the 32 numbers at bit `shift` of its bytes.
void read_above(const uint8_t *above, int shift, Four mask, Group &group) {
    for (int t = 0; t < 4; t++) {
        group.low_above[t] = four_at(above + 4 * t) >> shift & mask;
        group.high_above[t] = four_at(above + 16 + 4 * t) >> shift & mask;
    }
}

void read_k(const uint8_t *nibbles, const uint8_t *fifths, int index, Group &group) {
    const uint8_t *run = nibbles + index / 2 * 32;
    int shift = index % 2 * 4;
    read_nibbles(run, shift, run + 16, shift, group);
    if (fifths) read_above(fifths, index, 0x01010101u, group);
}

void read_q6(const uint8_t *block, int index, Group &group) {
    int side = index / 4, quarter = index % 4;
    const uint8_t *run = block + 64 * side + quarter % 2 * 32;
    int shift = quarter / 2 * 4;
    read_nibbles(run, shift, run + 16, shift, group);
    read_above(block + 128 + 32 * side, 2 * quarter, 0x03030303u, group);
}

// Group `index` of a block.
Group read_group(WeightType type, const uint8_t *block, int index) {
    Group group{};
    switch (type) {
    case WeightType::q8_0: std::memcpy(&group, block + 2, 32); break;
    case WeightType::q4_0: read_nibbles(block + 2, 0, block + 2, 4, group); break;
    case WeightType::q4_1: read_nibbles(block + 4, 0, block + 4, 4, group); break;
    case WeightType::q5_0: read_nibbles(block + 6, 0, block + 6, 4, group), read_fifths(block + 2, group); break;
    case WeightType::q5_1: read_nibbles(block + 8, 0, block + 8, 4, group), read_fifths(block + 4, group); break;
    case WeightType::q4_k: read_k(block + 16, nullptr, index, group); break;
    case WeightType::q5_k: read_k(block + 48, block + 16, index, group); break;
    case WeightType::q6_k: read_q6(block, index, group); break;
    default: break;
    }
    return group;
}

void write_words(WeightType type, uint8_t *row, uint32_t groups, uint32_t index, const Group &group) {
    WordPlace place = word_place(type, groups, index);
    for (uint32_t t = 0; t < 4; t++) {
        uint8_t *word = row + place.first + t * place.step;
        bool wide = type == WeightType::q8_0;
        Four first = wide ? group.low[t] : group.low[t] | group.high[t] << 4;
        std::memcpy(word, &first, 4);
        if (wide) std::memcpy(word + 4, &group.high[t], 4);
    }
}

// 5-bit numbers: bit t of byte i is that of low number i of word t, bit 4 + t that of the high one.
void write_fifths(uint8_t *to, const Group &group) {
    Four bits = 0;
    for (int t = 0; t < 4; t++) bits |= group.low_above[t] << t | group.high_above[t] << (4 + t);
    std::memcpy(to, &bits, 4);
}

// 6-bit numbers: bits 2t and 2t + 1 of byte i are those of low number i of word t; the high ones' 4 bytes later.
void write_twos(uint8_t *to, const Group &group) {
    Four bits[2] = {};
    for (int t = 0; t < 4; t++) {
        bits[0] |= group.low_above[t] << (2 * t);
        bits[1] |= group.high_above[t] << (2 * t);
    }
    std::memcpy(to, bits, 8);
}

struct Sizes {
    uint32_t bits, scales, scales_from, tops; // of a block; where the scales lie in it
};

Sizes sizes_of(WeightType type) {
    switch (type) {
    case WeightType::q8_0:
    case WeightType::q4_0: return {0, 2, 0, 0};
    case WeightType::q4_1: return {0, 4, 0, 0};
    case WeightType::q5_0: return {4, 2, 0, 0};
    case WeightType::q5_1: return {4, 4, 0, 0};
    case WeightType::q4_k: return {0, 16, 0, 0};
    case WeightType::q5_k: return {32, 16, 0, 0};
    case WeightType::q6_k: return {64, 16, 192, 2};
    default: return {};
    }
}

} // namespace

Planes planes_of(WeightType type, uint64_t rows, uint64_t columns) {
    const BlockFormat &format = block_format(type);
    Sizes sizes = sizes_of(type);
    uint64_t blocks = rows * (columns / format.values);
    Planes planes;
    planes.bits = blocks * (format.bytes - sizes.bits - sizes.scales - sizes.tops);
    planes.scales = planes.bits + blocks * sizes.bits;
    planes.tops = planes.scales + blocks * sizes.scales;
    return planes;
}

namespace {

using Put = std::function<void(uint64_t, const void *, uint64_t)>;

// A piece of a matrix, sorted, in memory that is used again for the next.
struct Sorted {
    std::vector<uint8_t> numbers, bits, scales, tops;
};

// `count` rows, small enough to stay in the cache.
void sort_piece(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows, Sorted &sorted, const Put &put) {
    const BlockFormat &format = block_format(weight.type);
    Sizes sizes = sizes_of(weight.type);
    uint64_t blocks_of_row = weight.columns / format.values, blocks = count * blocks_of_row;
    uint64_t number_bytes = format.bytes - sizes.bits - sizes.scales - sizes.tops;
    uint32_t in_block = format.values / 32;
    auto groups = uint32_t(blocks_of_row * in_block);
    sorted.numbers.resize(blocks * number_bytes);
    sorted.bits.resize(blocks * sizes.bits);
    sorted.scales.resize(blocks * sizes.scales);
    sorted.tops.resize(blocks * sizes.tops);
    for (uint64_t b = 0; b < blocks; b++) {
        const uint8_t *block = rows + b * format.bytes;
        uint8_t *row = sorted.numbers.data() + b / blocks_of_row * blocks_of_row * number_bytes;
        for (uint32_t i = 0; i < in_block; i++) {
            Group group = read_group(weight.type, block, int(i));
            write_words(weight.type, row, groups, uint32_t(b % blocks_of_row) * in_block + i, group);
            if (sizes.bits == 0) continue;
            uint8_t *to = sorted.bits.data() + b * sizes.bits + i * (sizes.bits / in_block);
            weight.type == WeightType::q6_k ? write_twos(to, group) : write_fifths(to, group);
        }
        std::memcpy(sorted.scales.data() + b * sizes.scales, block + sizes.scales_from, sizes.scales);
        if (sizes.tops) std::memcpy(sorted.tops.data() + b * sizes.tops, block + 208, sizes.tops);
    }
    Planes planes = planes_of(weight.type, weight.rows, weight.columns);
    uint64_t before = first * blocks_of_row;
    put(before * number_bytes, sorted.numbers.data(), sorted.numbers.size());
    if (sizes.bits) put(planes.bits + before * sizes.bits, sorted.bits.data(), sorted.bits.size());
    put(planes.scales + before * sizes.scales, sorted.scales.data(), sorted.scales.size());
    if (sizes.tops) put(planes.tops + before * sizes.tops, sorted.tops.data(), sorted.tops.size());
}

} // namespace

void sort_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows, const Put &put) {
    const BlockFormat &format = block_format(weight.type);
    uint64_t row = weight.columns / format.values * format.bytes;
    if (!has_blocks(weight.type)) {
        put(first * row, rows, count * row);
        return;
    }
    constexpr uint64_t piece_bytes = uint64_t(1) << 20;
    uint64_t piece = std::max<uint64_t>(1, piece_bytes / row);
    Sorted sorted;
    for (uint64_t done = 0; done < count; done += piece) {
        sort_piece(weight, first + done, std::min(piece, count - done), rows + done * row, sorted, put);
    }
}

} // namespace sncuda
