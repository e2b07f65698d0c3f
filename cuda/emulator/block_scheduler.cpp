#include "block_scheduler.h"
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if !defined(__x86_64__)
#include <ucontext.h>
#endif

uint3 threadIdx, blockIdx;
dim3 blockDim, gridDim;

namespace emulator {

namespace {

constexpr size_t stack_size = 256 * 1024;
constexpr unsigned warp = 32;
constexpr size_t shared_alignment = 1024;

// A place where the processor can be. System calls are left out of switches where it matters.
#if defined(__x86_64__)
struct Context {
    void *stack = nullptr;
};

asm(R"(
.text
.globl sncuda_emulator_switch
.hidden sncuda_emulator_switch
sncuda_emulator_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq (%rsi), %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
)");
extern "C" void sncuda_emulator_switch(Context *from, Context *to);

void prepare(Context &context, uint8_t *stack, void (*entry)()) {
    auto *top = reinterpret_cast<void **>(stack + stack_size - 64);
    *--top = nullptr; // where `entry` would return to
    *--top = reinterpret_cast<void *>(entry);
    for (int saved = 0; saved < 6; saved++) *--top = nullptr;
    context.stack = top;
}

void switch_context(Context &from, Context &to) {
    sncuda_emulator_switch(&from, &to);
}
#else
struct Context {
    ucontext_t place;
};

void prepare(Context &context, uint8_t *stack, void (*entry)()) {
    getcontext(&context.place);
    context.place.uc_stack.ss_sp = stack;
    context.place.uc_stack.ss_size = stack_size;
    context.place.uc_link = nullptr;
    makecontext(&context.place, entry, 0);
}

void switch_context(Context &from, Context &to) {
    swapcontext(&from.place, &to.place);
}
#endif

struct Fiber {
    Context context;
    uint8_t *stack = nullptr;
    void *fake_stack = nullptr;
    // Runnable once this number is no longer what it was.
    const uint64_t *waits_for = nullptr;
    uint64_t waits_while = 0;
    bool started = false, done = false, has_waited = false;
};

// Exchange of a warp's lanes. Two sides, so that a fast lane does not overwrite what a slow one reads.
struct Warp {
    uint64_t turn = 0;
    unsigned arrived = 0, mask = 0;
    size_t bytes = 0;
    const char *what = "";
    alignas(16) uint8_t slots[2][warp][most_exchanged];
};

struct BlockScheduler {
    bool backwards = false, stuck = false, early = false;
    const std::function<void()> *body = nullptr;
    std::vector<Fiber> fibers;
    std::vector<Warp> warps;
    unsigned threads = 0, current = 0, alive = 0;
    unsigned at_barrier = 0;
    uint64_t barriers = 0, run = 0, blocks = 0;
    void *shared = nullptr;
    Context scheduler;
    const void *scheduler_stack = nullptr;
    size_t scheduler_stack_size = 0;
    void *scheduler_fake_stack = nullptr;
} scheduler;

void sanitizer_leaves(void **fake, const void *stack, size_t size) {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(fake, stack, size);
#else
    (void)fake, (void)stack, (void)size;
#endif
}

void sanitizer_arrives(void *fake, const void **stack, size_t *size) {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fake, stack, size);
#else
    (void)fake, (void)stack, (void)size;
#endif
}

Fiber &running() {
    return scheduler.fibers[scheduler.current];
}

void back_to_scheduler(bool for_good) {
    Fiber &fiber = running();
    sanitizer_leaves(for_good ? nullptr : &fiber.fake_stack, scheduler.scheduler_stack, scheduler.scheduler_stack_size);
    switch_context(fiber.context, scheduler.scheduler);
    sanitizer_arrives(fiber.fake_stack, &scheduler.scheduler_stack, &scheduler.scheduler_stack_size);
}

void fiber_entry() {
    sanitizer_arrives(nullptr, &scheduler.scheduler_stack, &scheduler.scheduler_stack_size);
    (*scheduler.body)();
    if (scheduler.early && !running().has_waited) stop("starts early and does not wait for earlier kernels");
    running().done = true;
    scheduler.alive--;
    back_to_scheduler(true);
    abort();
}

void wait(const uint64_t *number, uint64_t value, const char *where) {
    Fiber &fiber = running();
    fiber.waits_for = number;
    fiber.waits_while = value;
    back_to_scheduler(false);
    if (scheduler.stuck) stop("waits at %s for threads that do not come", where);
    fiber.waits_for = nullptr;
}

void resume(unsigned thread) {
    scheduler.current = thread;
    threadIdx = {thread % blockDim.x, thread / blockDim.x % blockDim.y, thread / (blockDim.x * blockDim.y)};
    Fiber &fiber = scheduler.fibers[thread];
    if (!fiber.started) {
        if (!fiber.stack) {
            void *memory = mmap(nullptr, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
            if (memory == MAP_FAILED) stop("no memory for a stack");
            fiber.stack = static_cast<uint8_t *>(memory);
        }
        prepare(fiber.context, fiber.stack, fiber_entry);
        fiber.started = true;
    }
    sanitizer_leaves(&scheduler.scheduler_fake_stack, fiber.stack, stack_size);
    switch_context(scheduler.scheduler, fiber.context);
    sanitizer_arrives(scheduler.scheduler_fake_stack, nullptr, nullptr);
}

void run_block() {
    scheduler.threads = scheduler.alive = blockDim.x * blockDim.y * blockDim.z;
    if (scheduler.fibers.size() < scheduler.threads) scheduler.fibers.resize(scheduler.threads);
    scheduler.warps.assign((scheduler.threads + warp - 1) / warp, Warp());
    scheduler.at_barrier = 0;
    for (unsigned i = 0; i < scheduler.threads; i++) {
        Fiber &fiber = scheduler.fibers[i];
        fiber.started = fiber.done = fiber.has_waited = false;
        fiber.waits_for = nullptr;
        fiber.fake_stack = nullptr;
    }
    scheduler.run += scheduler.threads;
    scheduler.blocks++;
    while (scheduler.alive > 0) {
        bool progress = false;
        for (unsigned i = 0; i < scheduler.threads; i++) {
            unsigned thread = scheduler.backwards ? scheduler.threads - 1 - i : i;
            Fiber &fiber = scheduler.fibers[thread];
            if (fiber.done || (fiber.waits_for && *fiber.waits_for == fiber.waits_while)) continue;
            resume(thread);
            progress = true;
        }
        if (progress) continue;
        for (unsigned i = 0; i < scheduler.threads; i++) {
            if (scheduler.fibers[i].done) continue;
            scheduler.stuck = true; // it says where it is itself, with its own stack
            resume(i);
        }
    }
}

} // namespace

void stop(const char *format, ...) {
    std::fprintf(stderr, "block (%u, %u, %u), thread %u: ", blockIdx.x, blockIdx.y, blockIdx.z, scheduler.current);
    va_list arguments;
    va_start(arguments, format);
    std::vfprintf(stderr, format, arguments);
    va_end(arguments);
    std::fputc('\n', stderr);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_print_stack_trace();
#endif
    std::abort();
}

void run_backwards(bool backwards) {
    scheduler.backwards = backwards;
}

bool is_backwards() {
    return scheduler.backwards;
}

unsigned running_thread() {
    return scheduler.current;
}

uint64_t block_number() {
    return scheduler.blocks;
}

uint64_t threads_run() {
    return scheduler.run;
}

void run_grid(dim3 grid, dim3 block, size_t shared, bool early, const std::function<void()> &kernel) {
    scheduler.body = &kernel;
    scheduler.early = early;
    gridDim = grid;
    blockDim = block;
    uint64_t blocks = uint64_t(grid.x) * grid.y * grid.z;
    for (uint64_t i = 0; i < blocks; i++) {
        uint64_t at = scheduler.backwards ? blocks - 1 - i : i;
        blockIdx = {unsigned(at % grid.x), unsigned(at / grid.x % grid.y), unsigned(at / grid.x / grid.y)};
        // Exactly as large as asked for, and full of NaN.
        size_t whole = (shared + shared_alignment - 1) / shared_alignment * shared_alignment;
        scheduler.shared = std::aligned_alloc(shared_alignment, whole);
        std::memset(scheduler.shared, 0xFF, shared);
#if defined(__SANITIZE_ADDRESS__)
        __asan_poison_memory_region(static_cast<uint8_t *>(scheduler.shared) + shared, whole - shared);
#endif
        run_block();
#if defined(__SANITIZE_ADDRESS__)
        __asan_unpoison_memory_region(scheduler.shared, whole);
#endif
        std::free(scheduler.shared);
    }
    scheduler.body = nullptr;
}

void *shared_memory() {
    return scheduler.shared;
}

void wait_for_block() {
    if (++scheduler.at_barrier == scheduler.threads) {
        scheduler.at_barrier = 0;
        scheduler.barriers++;
        return;
    }
    wait(&scheduler.barriers, scheduler.barriers, "__syncthreads");
}

void wait_for_earlier() {
    running().has_waited = true;
}

const uint8_t *exchange(const char *what, unsigned mask, const void *mine, size_t bytes, void (*complete)(uint8_t *)) {
    unsigned lane = scheduler.current % warp;
    Warp &group = scheduler.warps[scheduler.current / warp];
    if (bytes > most_exchanged) stop("%s exchanges %zu bytes", what, bytes);
    if (!(mask >> lane & 1)) stop("%s with a mask (%#x) that leaves out the lane itself", what, mask);
    if (group.arrived == 0) {
        group.mask = mask;
        group.what = what;
    } else if (group.mask != mask || (group.what != what && std::strcmp(group.what, what) != 0)) {
        stop("%s with mask %#x while other lanes are at %s with %#x", what, mask, group.what, group.mask);
    }
    uint64_t turn = group.turn;
    auto *slots = &group.slots[turn % 2][0][0];
    std::memcpy(slots + lane * most_exchanged, mine, bytes);
    if (group.arrived >> lane & 1) stop("a lane came to %s twice", what);
    group.arrived |= 1u << lane;
    if (group.arrived == mask) {
        if (complete) complete(slots);
        group.arrived = 0;
        group.turn++;
    } else {
        wait(&group.turn, turn, what);
    }
    return slots;
}

} // namespace emulator
