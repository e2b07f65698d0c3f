// Runs kernels without a GPU: the same source, compiled as C++ by the host's compiler, the threads of a block
// as fibers. For tests alone.
//
// It checks a kernel's logic: its arithmetic, its indices (under AddressSanitizer), alignment of its wide loads
// (under UndefinedBehaviorSanitizer), that all threads reach the same barriers, and, by running threads and
// blocks in two orders, that nothing depends on an order that a GPU does not promise. It says nothing of
// hardware: not of timing, memory ordering between barriers, registers, or what nvcc makes of the source.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>

struct uint3 {
    unsigned x, y, z;
};

struct dim3 {
    unsigned x, y, z;
    dim3(unsigned x = 1, unsigned y = 1, unsigned z = 1) : x(x), y(y), z(z) {}
};

// Of the thread that is running.
extern uint3 threadIdx, blockIdx;
extern dim3 blockDim, gridDim;

namespace emulator {

// Last thread and last block first.
void run_backwards(bool backwards);
bool is_backwards();
// A kernel that starts early has to wait for those before it, with every thread.
void run_grid(dim3 grid, dim3 block, size_t shared, bool early, const std::function<void()> &kernel);
// Number of threads that have run in all.
uint64_t threads_run();

// Of the thread that is running.
unsigned running_thread();
// Another one for each block that runs.
uint64_t block_number();
void *shared_memory();
void wait_for_block();
void wait_for_earlier();
// All lanes in `mask` give `bytes` bytes and get everybody's, `most_exchanged` bytes apart, until their next exchange.
// `what` names it; `complete`, if any, is called once with what all gave.
const uint8_t *exchange(const char *what, unsigned mask, const void *mine, size_t bytes, void (*complete)(uint8_t *) = nullptr);
constexpr size_t most_exchanged = 64;

// Ends the program, saying where the running thread stands.
[[noreturn]] void stop(const char *format, ...);

} // namespace emulator
