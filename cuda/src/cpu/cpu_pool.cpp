#include "cpu/cpu_pool.h"
#include <condition_variable>
#include <system_error>
#include <thread>

#ifndef _WIN32
#include <pthread.h>
#include <signal.h>
#include <unistd.h>
#endif

namespace sncuda {

namespace {

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

class CpuPool::Helper {
public:
    Helper() : thread_([this] { help(); }) {}

    ~Helper() {
        {
            std::lock_guard<std::mutex> lock(state_);
            stop_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    // False in a process that was forked: the thread is not in it, and may have held the lock.
    bool is_here() const { return process_ == process(); }

    void begin(const std::function<void(uint64_t, uint64_t)> &body, uint64_t begin, uint64_t end) {
        {
            std::lock_guard<std::mutex> lock(state_);
            body_ = &body;
            begin_ = begin;
            end_ = end;
        }
        changed_.notify_all();
    }

    void wait() {
        std::unique_lock<std::mutex> lock(state_);
        changed_.wait(lock, [this] { return body_ == nullptr; });
    }

private:
    // The bodies are arithmetic on memory that is there: they throw nothing.
    void help() {
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

    const int process_ = process();
    std::mutex state_;
    std::condition_variable changed_;
    const std::function<void(uint64_t, uint64_t)> *body_ = nullptr;
    uint64_t begin_ = 0, end_ = 0;
    bool stop_ = false;
    std::thread thread_; // last: it uses the others
};

CpuPool::~CpuPool() {
    if (helper_ && helper_->is_here()) delete helper_;
}

bool CpuPool::has_helper() {
    if (helper_) return helper_->is_here();
    if (no_helper_) return false;
    try {
        [[maybe_unused]] SignalsBlocked blocked;
        helper_ = new Helper;
    } catch (const std::system_error &) {
        no_helper_ = true;
    }
    return !no_helper_;
}

void CpuPool::split(uint64_t count, const std::function<void(uint64_t, uint64_t)> &body) {
    std::unique_lock<std::mutex> mine(in_use_, std::try_to_lock);
    if (!mine.owns_lock() || count < 2 || !has_helper()) {
        body(0, count);
        return;
    }
    helper_->begin(body, count / 2, count);
    body(0, count / 2);
    helper_->wait();
}

} // namespace sncuda
