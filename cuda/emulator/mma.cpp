// Tensor-core instructions as "Matrix fragments for mma.m16n8k16" and "ldmatrix" in NVIDIA's PTX ISA describe them:
// lane i is in group i / 4 and is number i % 4 in it.
#include "cuda_runtime.h"
#include "ops/float16.h"

namespace emulator {

namespace {

struct Fragments {
    uint32_t a[4], b[2];
};

// Behind a lane's fragments: its four values of the product.
constexpr size_t product_at = 32;

// 16-bit value `index` of what `lane` gave.
template <bool bfloat> float value(const uint8_t *slots, int lane, int index) {
    uint16_t bits;
    std::memcpy(&bits, slots + size_t(lane) * most_exchanged + size_t(index) * 2, 2);
    return bfloat ? sncuda::float_of_bfloat16(bits) : sncuda::float_of_half(bits);
}

template <bool bfloat> void matmul(uint8_t *slots) {
    float a[16][16], b[8][16];
    for (int lane = 0; lane < 32; lane++) {
        int group = lane / 4, number = lane % 4;
        // a is 16x16: values 0, 1, 4, 5 of a lane are in the row of its group, the others 8 rows below; columns are
        // 2 * number and the next, 8 more from value 4 on.
        for (int i = 0; i < 8; i++) a[group + i / 2 % 2 * 8][number * 2 + i % 2 + i / 4 * 8] = value<bfloat>(slots, lane, i);
        // b is 16x8: rows are 2 * number and the next, 8 more from value 2 on; the column is the group.
        for (int i = 0; i < 4; i++) b[group][number * 2 + i % 2 + i / 2 * 8] = value<bfloat>(slots, lane, 8 + i);
    }
    // c is 16x8: values 0, 1 in the row of the group, 2, 3 8 rows below; columns 2 * number and the next.
    for (int lane = 0; lane < 32; lane++) {
        float product[4] = {};
        for (int i = 0; i < 4; i++) {
            const float *row = a[lane / 4 + i / 2 * 8], *column = b[lane % 4 * 2 + i % 2];
            for (int k = 0; k < 16; k++) product[i] += row[k] * column[k];
        }
        std::memcpy(slots + size_t(lane) * most_exchanged + product_at, product, sizeof product);
    }
}

const uint8_t *exchange_rows(const char *what, const void *row) {
    if (reinterpret_cast<uintptr_t>(row) % 16 != 0) stop("%s reads a row that is not aligned to 16 bytes", what);
    return exchange(what, 0xffffffffu, &row, sizeof row);
}

const uint8_t *row_of(const uint8_t *slots, unsigned matrix, unsigned row) {
    const uint8_t *from = nullptr;
    std::memcpy(&from, slots + (matrix * 8 + row) * most_exchanged, sizeof from);
    return from;
}

} // namespace

void load_matrices(uint32_t to[4], const void *row) {
    const uint8_t *slots = exchange_rows("ldmatrix", row);
    for (unsigned matrix = 0; matrix < 4; matrix++) std::memcpy(&to[matrix], row_of(slots, matrix, lane() / 4) + lane() % 4 * 4, 4);
}

void load_transposed(uint32_t to[4], const void *row) {
    const uint8_t *slots = exchange_rows("ldmatrix.trans", row);
    for (unsigned matrix = 0; matrix < 4; matrix++) {
        uint16_t both[2];
        for (unsigned i = 0; i < 2; i++) std::memcpy(&both[i], row_of(slots, matrix, lane() % 4 * 2 + i) + lane() / 4 * 2, 2);
        std::memcpy(&to[matrix], both, 4);
    }
}

void multiply_add(bool bfloat, float c[4], const uint32_t a[4], const uint32_t b[2]) {
    Fragments mine{{a[0], a[1], a[2], a[3]}, {b[0], b[1]}};
    const uint8_t *slots = exchange("mma.m16n8k16", 0xffffffffu, &mine, sizeof mine, bfloat ? matmul<true> : matmul<false>);
    float product[4];
    std::memcpy(product, slots + lane() * most_exchanged + product_at, sizeof product);
    for (int i = 0; i < 4; i++) c[i] += product[i];
}

} // namespace emulator
