#include "cpu/cpu_pool.h"
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <system_error>
#include <thread>
#include <vector>

#ifndef _WIN32
#include <pthread.h>
#include <signal.h>
#include <unistd.h>
#endif

namespace sncuda {

namespace {

// Number of looks of a thread for work, or for the end of others', before it sleeps: some ten microseconds.
constexpr int looks = 2000;
// Number of parts for each thread into which a range is taken apart: the others go on where one is held up.
constexpr uint64_t parts = 4;

std::atomic<uint32_t> wanted{0};

uint32_t threads() {
    static const uint32_t cores = std::thread::hardware_concurrency();
    uint32_t count = wanted.load(std::memory_order_relaxed);
    return std::clamp(count != 0 ? count : cores, 1u, most_threads);
}

inline void pause() {
#if defined(__x86_64__) && defined(__GNUC__)
    __builtin_ia32_pause();
#elif defined(__aarch64__) && defined(__GNUC__)
    __asm__ volatile("yield");
#endif
}

#ifdef _WIN32
int process() {
    return 0; // nothing forks
}

struct SignalsBlocked {};
#else
int process() {
    return int(getpid());
}

// A thread that is started meanwhile runs none of the host's signal handlers. What a thread raises itself stays.
struct SignalsBlocked {
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        for (int own : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP}) sigdelset(&all, own);
        pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_;
};
#endif

} // namespace

void set_cpu_threads(uint32_t count) {
    wanted.store(count, std::memory_order_relaxed);
}

class CpuPool::Helpers {
public:
    ~Helpers() {
        {
            std::lock_guard<std::mutex> lock(state_);
            stop_ = true;
            turn_.fetch_add(1);
        }
        changed_.notify_all();
        for (std::thread &thread : threads_) thread.join();
    }

    // False in a process that was forked: the threads are not in it, and one may have held the lock.
    bool are_here() const { return process_ == process(); }

    // As many as can be had.
    void grow(uint32_t count) {
        if (threads_.size() >= count || full_) return;
        [[maybe_unused]] SignalsBlocked blocked;
        try {
            threads_.reserve(count);
            while (threads_.size() < count) threads_.emplace_back([this, number = uint32_t(threads_.size())] { help(number); });
        } catch (const std::system_error &) {
            full_ = true;
        }
    }

    void run(uint64_t count, uint64_t step, uint32_t helpers, const std::function<void(uint64_t, uint64_t)> &body) {
        {
            std::lock_guard<std::mutex> lock(state_);
            body_ = &body;
            count_ = count;
            step_ = step;
            helpers_ = helpers;
            next_.store(0, std::memory_order_relaxed);
            turn_.fetch_add(1);
        }
        changed_.notify_all();
        take_parts(body, count, step);
        {
            std::lock_guard<std::mutex> lock(state_);
            body_ = nullptr; // who wakes now comes too late
        }
        for (int i = 0; busy_.load() != 0 && i < looks; i++) pause();
        std::unique_lock<std::mutex> lock(state_);
        done_.wait(lock, [this] { return busy_.load() == 0; });
    }

private:
    // The bodies are arithmetic on memory that is there: they throw nothing.
    void take_parts(const std::function<void(uint64_t, uint64_t)> &body, uint64_t count, uint64_t step) {
        for (;;) {
            uint64_t begin = next_.fetch_add(step, std::memory_order_relaxed);
            if (begin >= count) return;
            body(begin, std::min(begin + step, count));
        }
    }

    void help(uint32_t number) {
        uint64_t seen = 0;
        for (;;) {
            for (int i = 0; turn_.load() == seen && i < looks; i++) pause();
            std::unique_lock<std::mutex> lock(state_);
            changed_.wait(lock, [&] { return turn_.load() != seen; });
            seen = turn_.load();
            if (stop_) return;
            if (!body_ || number >= helpers_) continue;
            auto *body = body_;
            uint64_t count = count_, step = step_;
            busy_.fetch_add(1);
            lock.unlock();
            take_parts(*body, count, step);
            lock.lock();
            if (busy_.fetch_sub(1) == 1) done_.notify_one();
        }
    }

    const int process_ = process();
    std::mutex state_;
    std::condition_variable changed_, done_;
    const std::function<void(uint64_t, uint64_t)> *body_ = nullptr;
    uint64_t count_ = 0, step_ = 0;
    uint32_t helpers_ = 0;
    std::atomic<uint64_t> next_{0}, turn_{0};
    std::atomic<uint32_t> busy_{0};
    bool stop_ = false, full_ = false;
    std::vector<std::thread> threads_;
};

CpuPool::~CpuPool() {
    if (helpers_ && helpers_->are_here()) delete helpers_;
}

CpuPool::Helpers *CpuPool::helpers(uint32_t count) {
    if (!helpers_) helpers_ = new Helpers;
    if (!helpers_->are_here()) return nullptr;
    helpers_->grow(count);
    return helpers_;
}

void CpuPool::split(uint64_t count, uint64_t grain, const std::function<void(uint64_t, uint64_t)> &body) {
    uint32_t helping = threads() - 1;
    std::unique_lock<std::mutex> mine(in_use_, std::try_to_lock);
    Helpers *others = mine.owns_lock() && count > grain && helping > 0 ? helpers(helping) : nullptr;
    if (!others) {
        if (count > 0) body(0, count);
        return;
    }
    uint64_t step = count / ((uint64_t(helping) + 1) * parts) / grain * grain;
    others->run(count, std::max(step, grain), helping, body);
}

} // namespace sncuda
