// Layout of quantised weights in a GPU's memory: the bytes of the file, sorted into planes, so that the lanes of a
// warp read neighbouring, aligned words. A matrix takes as many bytes as in the file.
//
// A group is 32 values. It is made of words: word t (0 to 3) holds values 4t to 4t + 3 (its low numbers) and
// 16 + 4t to 16 + 4t + 3 (its high ones): 4 bytes with low and high nibbles, or, where numbers have 8 bits, 8
// bytes. Groups that stand `together` in a row are turned around: first their words 0, then their words 1, and so
// on, so that a lane's 16 bytes are the words t of all of them. A row's last groups that are fewer stay as they are.
#pragma once
#include "ops/blocks.h"
#include "ops/host_device.h"
#include "ops/device.h"
#include <functional>

namespace sncuda {

// Beginnings of the planes of a matrix, in bytes. Of no meaning for types without blocks.
struct Planes {
    uint64_t bits;   // beyond the nibbles: 4 bytes a group for 5-bit numbers, 8 for 6-bit ones
    uint64_t scales; // one or two 16-bit floats a group; the first 16 bytes of a K block; 6-bit: 16 scales a block
    uint64_t tops;   // 6-bit: a 16-bit float a block
};

SNCUDA_BOTH constexpr bool has_blocks(WeightType type) {
    return type != WeightType::f32 && type != WeightType::f16 && type != WeightType::bf16;
}

SNCUDA_BOTH constexpr uint32_t together(WeightType type) {
    return type == WeightType::q8_0 ? 2 : 4;
}

SNCUDA_BOTH constexpr uint32_t word_bytes(WeightType type) {
    return 16 / together(type);
}

// Place of a group's first word in its row, and the distance of its words from each other.
struct WordPlace {
    uint64_t first;
    uint32_t step;
};

SNCUDA_BOTH inline WordPlace word_place(WeightType type, uint32_t groups, uint32_t group) {
    uint32_t few = together(type), bytes = word_bytes(type), unit = group / few;
    if ((unit + 1) * few <= groups) return {uint64_t(unit) * 64 + group % few * bytes, 16};
    return {uint64_t(group) * bytes * 4, bytes};
}

Planes planes_of(WeightType type, uint64_t rows, uint64_t columns);

// Sorts `count` rows as the file has them, the first of which is row `first` of the matrix. `put(offset, bytes, size)`
// is told what to write where, relative to the matrix.
void sort_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows,
               const std::function<void(uint64_t offset, const void *bytes, uint64_t size)> &put);

} // namespace sncuda
