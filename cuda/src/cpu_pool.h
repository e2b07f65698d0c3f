// Two threads for the CPU reference.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace sncuda {

// Halves a range between the caller and one helper. A second caller at the same time does its range alone.
class CpuPool {
public:
    CpuPool() = default;
    ~CpuPool();
    // Calls body(begin, end) for parts that together are [0, count).
    void split(uint64_t count, const std::function<void(uint64_t, uint64_t)> &body);

private:
    void help();

    std::mutex in_use_;
    std::mutex state_;
    std::condition_variable changed_;
    std::thread helper_;
    const std::function<void(uint64_t, uint64_t)> *body_ = nullptr;
    uint64_t begin_ = 0, end_ = 0;
    bool stop_ = false;
    bool no_helper_ = false;
};

} // namespace sncuda
