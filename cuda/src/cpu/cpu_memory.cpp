// The memory of the CPU reference is the host's.
#include "cpu/cpu_device.h"
#include "ops/error.h"
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>

#if defined(_WIN32)
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#elif defined(__APPLE__)
#include <sys/mman.h>
#include <sys/sysctl.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace sncuda {

namespace {

constexpr uint64_t alignment = 256;

#if defined(_WIN32)
Memory host_memory() {
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof status;
    GlobalMemoryStatusEx(&status);
    return {status.ullAvailPhys, status.ullTotalPhys};
}
#elif defined(__APPLE__)
Memory host_memory() {
    uint64_t total = 0;
    size_t size = sizeof total;
    sysctlbyname("hw.memsize", &total, &size, nullptr, 0);
    return {total, total};
}
#else
// MemAvailable counts what the kernel would give up of its caches.
Memory host_memory() {
    uint64_t page = uint64_t(sysconf(_SC_PAGESIZE));
    Memory memory{uint64_t(sysconf(_SC_AVPHYS_PAGES)) * page, uint64_t(sysconf(_SC_PHYS_PAGES)) * page};
    std::ifstream facts("/proc/meminfo");
    std::string name;
    while (facts >> name) {
        uint64_t kibibytes = 0;
        if (name == "MemAvailable:" && facts >> kibibytes) memory.free = kibibytes * 1024;
    }
    return memory;
}
#endif

std::atomic<bool> maps_files{true};

#if defined(_WIN32)
void *map(intptr_t file, uint64_t offset, uint64_t bytes) {
    HANDLE mapping = CreateFileMappingW(reinterpret_cast<HANDLE>(file), nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (!mapping) return nullptr;
    void *view = MapViewOfFile(mapping, FILE_MAP_READ, DWORD(offset >> 32), DWORD(offset), size_t(bytes));
    CloseHandle(mapping); // the view keeps it
    return view;
}

void unmap(void *view, uint64_t) {
    UnmapViewOfFile(view);
}
#else
void *map(intptr_t file, uint64_t offset, uint64_t bytes) {
    void *view = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, int(file), off_t(offset));
    if (view == MAP_FAILED) return nullptr;
    madvise(view, bytes, MADV_WILLNEED);
    return view;
}

void unmap(void *view, uint64_t bytes) {
    munmap(view, bytes);
}
#endif

class CpuStream : public Stream {
public:
    void synchronize() override {}
};

} // namespace

void set_mapping(bool maps) {
    maps_files.store(maps, std::memory_order_relaxed);
}

CpuDevice::~CpuDevice() = default;

Capability CpuDevice::capability() const {
    throw Error(Code::invalid_device, "device -1 is the CPU reference, which has no compute capability");
}

Memory CpuDevice::memory() const {
    return host_memory();
}

uint64_t CpuDevice::used() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return used_;
}

Address CpuDevice::allocate(uint64_t bytes) {
    Memory now = memory();
    auto fail = [&] {
        throw Error(Code::out_of_memory, "device -1 has " + std::to_string(now.free) + " bytes free and " +
                                             std::to_string(bytes) + " are required");
    };
    if (bytes > now.free) fail();
    void *block = ::operator new(bytes == 0 ? 1 : bytes, std::align_val_t(alignment), std::nothrow);
    if (!block) fail();
    auto address = reinterpret_cast<Address>(block);
    keep(address, {bytes, false});
    return address;
}

void CpuDevice::keep(Address address, Allocation allocation) {
    std::lock_guard<std::mutex> lock(mutex_);
    allocations_[address] = allocation;
    used_ += allocation.bytes;
}

Address CpuDevice::map_file(intptr_t file, uint64_t offset, uint64_t bytes) {
    if (bytes == 0 || !maps_files.load(std::memory_order_relaxed)) return 0;
    void *view = map(file, offset, bytes);
    if (view) keep(reinterpret_cast<Address>(view), {bytes, true});
    return reinterpret_cast<Address>(view);
}

void CpuDevice::release(Address address) noexcept {
    Allocation allocation;
    {
        std::lock_guard<std::mutex> lock(mutex_);
        auto found = allocations_.find(address);
        if (found == allocations_.end()) return;
        allocation = found->second;
        used_ -= allocation.bytes;
        allocations_.erase(found);
    }
    if (allocation.mapped) return unmap(reinterpret_cast<void *>(address), allocation.bytes);
    ::operator delete(reinterpret_cast<void *>(address), std::align_val_t(alignment));
}

// Large pages, where the system has some: reading finds them faster.
void CpuDevice::expect_reading([[maybe_unused]] Address address, [[maybe_unused]] uint64_t bytes) {
#ifdef MADV_HUGEPAGE
    constexpr uint64_t large_page = 2 << 20;
    uint64_t begin = (address + large_page - 1) / large_page * large_page, end = (address + bytes) / large_page * large_page;
    if (begin < end) madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

void CpuDevice::upload(Address to, const void *from, uint64_t bytes) {
    if (bytes) std::memcpy(reinterpret_cast<void *>(to), from, bytes);
}

void CpuDevice::download(void *to, Address from, uint64_t bytes) {
    if (bytes) std::memcpy(to, reinterpret_cast<const void *>(from), bytes);
}

void CpuDevice::copy(Address to, Address from, uint64_t bytes) {
    if (bytes) std::memmove(reinterpret_cast<void *>(to), reinterpret_cast<const void *>(from), bytes);
}

void CpuDevice::fill(Address to, uint8_t value, uint64_t bytes) {
    if (bytes) std::memset(reinterpret_cast<void *>(to), value, bytes);
}

bool CpuDevice::resident(Address address) const {
    std::lock_guard<std::mutex> lock(mutex_);
    return allocations_.count(address) != 0;
}

std::shared_ptr<Module> CpuDevice::compile(const std::string &) {
    throw Error(Code::invalid_device, "device -1 is the CPU reference, which runs no PTX");
}

// Everything on this device has happened when its call returns.
std::shared_ptr<Stream> CpuDevice::stream() {
    return std::make_shared<CpuStream>();
}

} // namespace sncuda
