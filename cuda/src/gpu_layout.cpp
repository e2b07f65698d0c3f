#include "gpu_layout.h"
#include <cstring>
#include <vector>

namespace sncuda {

namespace {

// The numbers of a group as the file has them, and what goes beside them.
struct Group {
    uint8_t numbers[32]; // of 4 bits, or of 8
    uint8_t above[32];   // the bits above the lowest 4
};

void read_nibbles(const uint8_t *low, int shift, const uint8_t *high, int high_shift, Group &group) {
    for (int i = 0; i < 16; i++) {
        group.numbers[i] = low[i] >> shift & 15;
        group.numbers[i + 16] = high[i] >> high_shift & 15;
    }
}

void read_fifths(const uint8_t *bits, Group &group) {
    for (int i = 0; i < 32; i++) group.above[i] = bits[i / 8] >> (i % 8) & 1;
}

void read_k(const uint8_t *nibbles, const uint8_t *fifths, int index, Group &group) {
    const uint8_t *run = nibbles + index / 2 * 32;
    int shift = index % 2 * 4;
    read_nibbles(run, shift, run + 16, shift, group);
    if (!fifths) return;
    for (int i = 0; i < 32; i++) group.above[i] = fifths[i] >> index & 1;
}

void read_q6(const uint8_t *block, int index, Group &group) {
    int side = index / 4, quarter = index % 4;
    const uint8_t *run = block + 64 * side + quarter % 2 * 32;
    int shift = quarter / 2 * 4;
    read_nibbles(run, shift, run + 16, shift, group);
    const uint8_t *upper = block + 128 + 32 * side;
    for (int i = 0; i < 32; i++) group.above[i] = upper[i] >> (2 * quarter) & 3;
}

// Group `index` of a block.
Group read_group(WeightType type, const uint8_t *block, int index) {
    Group group{};
    switch (type) {
    case WeightType::q8_0: std::memcpy(group.numbers, block + 2, 32); break;
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
    for (uint32_t t = 0; t < 4; t++) {
        uint8_t *word = row + word_place(type, groups, index, t);
        const uint8_t *low = group.numbers + 4 * t, *high = low + 16;
        if (type == WeightType::q8_0) {
            std::memcpy(word, low, 4);
            std::memcpy(word + 4, high, 4);
        } else {
            for (int i = 0; i < 4; i++) word[i] = uint8_t(low[i] | high[i] << 4);
        }
    }
}

// 5-bit numbers: bit t of byte i is that of low number i of word t, bit 4 + t that of the high one.
void write_fifths(uint8_t *to, const Group &group) {
    for (int value = 0; value < 32; value++) to[value % 4] |= uint8_t(group.above[value] << value / 4);
}

// 6-bit numbers: bits 2t and 2t + 1 of byte i are those of low number i of word t; the high ones' 4 bytes later.
void write_twos(uint8_t *to, const Group &group) {
    for (int value = 0; value < 32; value++) to[value / 16 * 4 + value % 4] |= uint8_t(group.above[value] << value % 16 / 4 * 2);
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

void sort_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows,
               const std::function<void(uint64_t, const void *, uint64_t)> &put) {
    const BlockFormat &format = block_format(weight.type);
    uint64_t blocks_of_row = weight.columns / format.values, row_bytes = blocks_of_row * format.bytes;
    if (!has_blocks(weight.type)) {
        put(first * row_bytes, rows, count * row_bytes);
        return;
    }
    Sizes sizes = sizes_of(weight.type);
    uint32_t in_block = format.values / 32;
    auto groups = uint32_t(blocks_of_row * in_block);
    uint64_t blocks = count * blocks_of_row, number_bytes = format.bytes - sizes.bits - sizes.scales - sizes.tops;
    std::vector<uint8_t> numbers(blocks * number_bytes), bits(blocks * sizes.bits), scales(blocks * sizes.scales), tops(blocks * sizes.tops);
    for (uint64_t b = 0; b < blocks; b++) {
        const uint8_t *block = rows + b * format.bytes;
        uint8_t *row = numbers.data() + b / blocks_of_row * blocks_of_row * number_bytes;
        for (uint32_t i = 0; i < in_block; i++) {
            Group group = read_group(weight.type, block, int(i));
            write_words(weight.type, row, groups, uint32_t(b % blocks_of_row) * in_block + i, group);
            if (sizes.bits == 0) continue;
            uint8_t *to = bits.data() + b * sizes.bits + i * (sizes.bits / in_block);
            weight.type == WeightType::q6_k ? write_twos(to, group) : write_fifths(to, group);
        }
        std::memcpy(scales.data() + b * sizes.scales, block + sizes.scales_from, sizes.scales);
        if (sizes.tops) std::memcpy(tops.data() + b * sizes.tops, block + 208, sizes.tops);
    }
    Planes planes = planes_of(weight.type, weight.rows, weight.columns);
    uint64_t before = first * blocks_of_row;
    put(before * number_bytes, numbers.data(), numbers.size());
    if (!bits.empty()) put(planes.bits + before * sizes.bits, bits.data(), bits.size());
    put(planes.scales + before * sizes.scales, scales.data(), scales.size());
    if (!tops.empty()) put(planes.tops + before * sizes.tops, tops.data(), tops.size());
}

} // namespace sncuda
