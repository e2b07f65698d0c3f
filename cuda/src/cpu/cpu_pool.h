// Two threads for the CPU reference.
#pragma once
#include <cstdint>
#include <functional>
#include <mutex>

namespace sncuda {

// Halves a range between the caller and one helper. A second caller at the same time does its range alone, and
// so does a process that was forked from the one with the helper.
class CpuPool {
public:
    CpuPool() = default;
    ~CpuPool();
    // Calls body(begin, end) for parts that together are [0, count).
    void split(uint64_t count, const std::function<void(uint64_t, uint64_t)> &body);

private:
    class Helper;

    bool has_helper();

    std::mutex in_use_;
    Helper *helper_ = nullptr;
    bool no_helper_ = false;
};

} // namespace sncuda
