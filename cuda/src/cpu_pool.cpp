#include "cpu_pool.h"
#include <exception>
#include <system_error>

namespace sncuda {

CpuPool::~CpuPool() {
    {
        std::lock_guard<std::mutex> lock(state_);
        stop_ = true;
    }
    changed_.notify_all();
    if (helper_.joinable()) helper_.join();
}

void CpuPool::split(uint64_t count, const std::function<void(uint64_t, uint64_t)> &body) {
    std::unique_lock<std::mutex> mine(in_use_, std::try_to_lock);
    if (!mine.owns_lock() || count < 2 || no_helper_) {
        body(0, count);
        return;
    }
    if (!helper_.joinable()) {
        try {
            helper_ = std::thread([this] { help(); });
        } catch (const std::system_error &) {
            no_helper_ = true;
            body(0, count);
            return;
        }
    }
    {
        std::lock_guard<std::mutex> lock(state_);
        body_ = &body;
        begin_ = count / 2;
        end_ = count;
    }
    changed_.notify_all();
    body(0, count / 2);
    std::unique_lock<std::mutex> lock(state_);
    changed_.wait(lock, [this] { return body_ == nullptr; });
}

// The bodies are arithmetic on memory that is there: they throw nothing.
void CpuPool::help() {
    std::unique_lock<std::mutex> lock(state_);
    for (;;) {
        changed_.wait(lock, [this] { return stop_ || body_ != nullptr; });
        if (stop_) return;
        auto *body = body_;
        uint64_t begin = begin_, end = end_;
        lock.unlock();
        (*body)(begin, end);
        lock.lock();
        body_ = nullptr;
        changed_.notify_all();
    }
}

} // namespace sncuda
