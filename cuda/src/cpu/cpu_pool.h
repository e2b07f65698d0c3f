// The threads of the CPU device.
#pragma once
#include <cstdint>
#include <functional>
#include <mutex>

namespace sncuda {

// Number of threads that compute for one call on the CPU device, the caller's among them; 0 for all cores, and no more than
// most_threads.
constexpr uint32_t most_threads = 256;
void set_cpu_threads(uint32_t threads);

// Shares a range among the caller and helpers. A second caller at the same time does its range alone, so that several
// inferences do not want more threads than one does, and so does a process that was forked from the one with helpers.
class CpuPool {
public:
    CpuPool() = default;
    ~CpuPool();
    // Calls body(begin, end) for parts that together are [0, count), and begin at multiples of `grain`.
    void split(uint64_t count, uint64_t grain, const std::function<void(uint64_t, uint64_t)> &body);

private:
    class Helpers;

    Helpers *helpers(uint32_t count);

    std::mutex in_use_;
    Helpers *helpers_ = nullptr;
};

} // namespace sncuda
