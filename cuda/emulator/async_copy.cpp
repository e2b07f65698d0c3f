// Asynchronous copies and wgmma, as "cp.async", "Asynchronous warpgroup level matrix instructions" and "Matrix
// descriptor" in NVIDIA's PTX ISA describe them. Forwards, everything is done when it begins; backwards, when it is
// waited for: what comes too early or too late then differs.
#include "cuda_runtime.h"
#include "ops/float16.h"
#include <vector>

namespace emulator {

namespace {

using Work = std::function<void()>;

struct Thread {
    uint64_t block = 0;
    std::vector<Work> copies, products; // since the last end
    std::vector<std::vector<Work>> copy_groups, product_groups;
    bool shown = false;
};

Thread &thread() {
    static std::vector<Thread> threads(1024);
    Thread &mine = threads[running_thread()];
    if (mine.block != block_number()) mine = Thread{block_number(), {}, {}, {}, {}, false};
    return mine;
}

void run(std::vector<Work> &all) {
    for (Work &work : all) work();
    all.clear();
}

template <class Do> void later(std::vector<Work> &queue, const Do &work) {
    if (is_backwards()) {
        queue.push_back(work);
    } else {
        work();
    }
}

// 16 values of a row, of what a descriptor names: 128-byte swizzling turns bits 4 to 6 of an address by bits 7 to 9, so
// that eight lie together.
template <bool bfloat> void load_row(float row[16], uint64_t descriptor, uint32_t number) {
    uint32_t start = uint32_t(descriptor & 0x3fff) << 4, eight_rows = uint32_t(descriptor >> 32 & 0x3fff) << 4;
    for (uint32_t eight = 0; eight < 2; eight++) {
        uint32_t place = start + number / 8 * eight_rows + number % 8 * 128 + eight * 16;
        place ^= (place >> 7 & 7) << 4;
        uint16_t bits[8];
        std::memcpy(bits, static_cast<const uint8_t *>(shared_memory()) + place, sizeof bits);
        for (uint32_t i = 0; i < 8; i++) row[eight * 8 + i] = bfloat ? sncuda::float_of_bfloat16(bits[i]) : sncuda::float_of_half(bits[i]);
    }
}

void check(uint64_t descriptor) {
    uint64_t start = (descriptor & 0x3fff) << 4;
    if (descriptor >> 62 != 1 || (descriptor >> 49 & 7) != 0) stop("wgmma of a tile that is not swizzled in 128 bytes: %#llx", static_cast<unsigned long long>(descriptor));
    if (start % 1024 >= 128) stop("wgmma of a tile at %#llx, which is no multiple of 1024", static_cast<unsigned long long>(start));
}

// This lane's part of 64xN sums: as of mma.m16n8k16, the rows of one warp after the other.
template <bool bfloat> void matmul(float *sums, uint32_t columns, uint64_t a, uint64_t b, unsigned warp_of_group, unsigned lane) {
    float rows[2][16], other[16];
    for (uint32_t r = 0; r < 2; r++) load_row<bfloat>(rows[r], a, warp_of_group * 16 + lane / 4 + r * 8);
    for (uint32_t n = 0; n < columns / 8; n++) {
        for (uint32_t c = 0; c < 2; c++) {
            load_row<bfloat>(other, b, n * 8 + lane % 4 * 2 + c);
            float products[2] = {};
            for (uint32_t k = 0; k < 16; k++) {
                for (uint32_t r = 0; r < 2; r++) products[r] += rows[r][k] * other[k];
            }
            for (uint32_t r = 0; r < 2; r++) sums[n * 4 + r * 2 + c] += products[r];
        }
    }
}

} // namespace

uint32_t shared_address(const void *place) {
    return uint32_t(static_cast<const uint8_t *>(place) - static_cast<const uint8_t *>(shared_memory()));
}

void copy_line(void *to, const void *from, bool zeros) {
    if (reinterpret_cast<uintptr_t>(to) % 16 != 0 || reinterpret_cast<uintptr_t>(from) % 16 != 0) stop("cp.async of a line that is not aligned to 16 bytes");
    later(thread().copies, [=] {
        if (zeros) {
            std::memset(to, 0, 16);
        } else {
            std::memcpy(to, from, 16);
        }
    });
}

void end_copies() {
    Thread &mine = thread();
    mine.copy_groups.push_back(std::move(mine.copies));
    mine.copies.clear();
}

void wait_for_copies(uint32_t but) {
    Thread &mine = thread();
    while (mine.copy_groups.size() > but) {
        run(mine.copy_groups.front());
        mine.copy_groups.erase(mine.copy_groups.begin());
    }
}

void show_to_wgmma() {
    thread().shown = true;
}

void begin_product(bool bfloat, float *sums, uint32_t columns, uint64_t a, uint64_t b) {
    uint64_t both[2] = {a, b};
    const uint8_t *slots = exchange("wgmma", 0xffffffffu, both, sizeof both);
    if (std::memcmp(slots, both, sizeof both) != 0) stop("lanes of a warp begin products of different tiles");
    if (!thread().shown) stop("wgmma of what was not shown to it");
    check(a);
    check(b);
    unsigned of_group = running_thread() / 32 % 4, its_lane = lane();
    later(thread().products, [=] { (bfloat ? matmul<true> : matmul<false>)(sums, columns, a, b, of_group, its_lane); });
}

void end_products() {
    Thread &mine = thread();
    mine.product_groups.push_back(std::move(mine.products));
    mine.products.clear();
}

void wait_for_products() {
    Thread &mine = thread();
    for (auto &group : mine.product_groups) run(group);
    mine.product_groups.clear();
    mine.shown = false;
}

} // namespace emulator
