// A GPU. cudart is linked statically and opens the driver when it is first needed.
#include "gpu/gpu.h"
#include "gpu/launch/driver.h"
#include "gpu/layout/layout.h"
#include "gpu/launch/queue.h"
#include <map>
#include <mutex>

namespace sncuda {

namespace {

std::string described(cudaError_t error) {
    return std::string(cudaGetErrorName(error)) + ": " + cudaGetErrorString(error);
}

std::string described(CUresult result) {
    const char *name = nullptr;
    auto get_name = driver<CUresult (*)(CUresult, const char **)>("cuGetErrorName", 6000);
    if (get_name(result, &name) != CUDA_SUCCESS || !name) return "CUDA error " + std::to_string(int(result));
    return name;
}

class GpuModule : public Module {
public:
    GpuModule(int32_t device, const std::string &ptx) : device_(device) {
        UseDevice use(device_);
        cudaFree(nullptr); // makes the device's context
        char log[4096] = "";
        CUjit_option options[] = {CU_JIT_ERROR_LOG_BUFFER, CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES};
        void *values[] = {log, reinterpret_cast<void *>(uintptr_t(sizeof log - 1))};
        auto load = driver<CUresult (*)(CUmodule *, const void *, unsigned, CUjit_option *, void **)>("cuModuleLoadDataEx", 2010);
        CUresult result = load(&module_, ptx.c_str(), 2, options, values);
        if (result != CUDA_SUCCESS) {
            std::string words = log;
            throw Error(result == CUDA_ERROR_OUT_OF_MEMORY ? Code::out_of_memory : Code::invalid_parameter,
                        "`ptx_source` could not be compiled: " + described(result) + (words.empty() ? "" : ", " + words));
        }
    }

    ~GpuModule() override {
        try {
            UseDevice use(device_);
            driver<CUresult (*)(CUmodule)>("cuModuleUnload", 2000)(module_);
        } catch (const Error &) { // the process's end, or a device that is lost: nothing is left to free
        }
    }

    uint64_t function(const std::string &name) override {
        UseDevice use(device_);
        CUfunction function = nullptr;
        CUresult result = driver<CUresult (*)(CUfunction *, CUmodule, const char *)>("cuModuleGetFunction", 2000)(&function, module_, name.c_str());
        if (result != CUDA_SUCCESS) {
            throw Error(Code::invalid_parameter, "`name` is \"" + name + "\", which is no kernel of the module: " + described(result));
        }
        return reinterpret_cast<uint64_t>(function);
    }

    void launch(uint64_t function, const uint32_t grid[3], const uint32_t block[3], uint32_t shared,
                const std::vector<uint64_t> &arguments) override {
        UseDevice use(device_);
        auto kernel = reinterpret_cast<CUfunction>(function);
        check_parameters(kernel, arguments.size());
        allow_shared(kernel, shared);
        std::vector<uint64_t> slots = arguments;
        std::vector<void *> pointers;
        for (uint64_t &slot : slots) pointers.push_back(&slot);
        auto start = driver<CUresult (*)(CUfunction, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned,
                                         CUstream, void **, void **)>("cuLaunchKernel", 4000);
        CUresult result = start(kernel, grid[0], grid[1], grid[2], block[0], block[1], block[2], shared, nullptr,
                                pointers.data(), nullptr);
        if (result != CUDA_SUCCESS) throw Error(Code::kernel_launch, "the kernel could not be launched: " + described(result));
    }

private:
    // The driver reads as many slots as the kernel has parameters, and as many bytes as each has.
    static void check_parameters(CUfunction kernel, size_t given) {
        auto info = driver<CUresult (*)(CUfunction, size_t, size_t *, size_t *)>("cuFuncGetParamInfo", 12040);
        size_t offset = 0, size = 0, count = 0;
        while (info(kernel, count, &offset, &size) == CUDA_SUCCESS) {
            if (size > sizeof(uint64_t)) {
                throw Error(Code::invalid_parameter, "parameter " + std::to_string(count) + " of the kernel has " + std::to_string(size) +
                                                         " bytes, and a slot of `args` 8");
            }
            count++;
        }
        if (count != given) {
            throw Error(Code::invalid_parameter, "`args` has " + std::to_string(given) + " slots, and the kernel " + std::to_string(count) + " parameters");
        }
    }

    // No more than 48 KiB, with what it has of its own, are a kernel's unasked.
    void allow_shared(CUfunction kernel, uint32_t bytes) const {
        if (bytes == 0) return;
        int of_block = 0, fixed = 0;
        auto ask = driver<CUresult (*)(int *, CUfunction_attribute, CUfunction)>("cuFuncGetAttribute", 2020);
        CUresult result = ask(&fixed, CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES, kernel);
        if (result == CUDA_SUCCESS && uint64_t(bytes) + uint64_t(fixed) <= 48 * 1024) return;
        check_cuda(cudaDeviceGetAttribute(&of_block, cudaDevAttrMaxSharedMemoryPerBlockOptin, device_), Code::unknown, "asking for a block's shared memory");
        int most = of_block - fixed;
        if (result == CUDA_SUCCESS && int64_t(bytes) <= most) {
            auto set = driver<CUresult (*)(CUfunction, CUfunction_attribute, int)>("cuFuncSetAttribute", 9000);
            result = set(kernel, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, most);
            if (result == CUDA_SUCCESS) return;
        }
        throw Error(Code::kernel_launch, "the kernel could not be launched: `shared_mem` is " + std::to_string(bytes) + ", and on this GPU a block of it may have " +
                                             std::to_string(most) + " bytes" + (result == CUDA_SUCCESS ? "" : ": " + described(result)));
    }

    int32_t device_;
    CUmodule module_ = nullptr;
};

class GpuStream : public Stream {
public:
    explicit GpuStream(int32_t device) : device_(device) {
        UseDevice use(device_);
        check_cuda(cudaStreamCreate(&stream_), Code::unknown, "making a stream");
    }
    ~GpuStream() override {
        try {
            UseDevice use(device_);
            cudaStreamDestroy(stream_);
        } catch (const Error &) {
        }
    }
    void synchronize() override {
        UseDevice use(device_);
        check_cuda(cudaStreamSynchronize(stream_), Code::kernel_launch, "work on the stream");
    }

private:
    int32_t device_;
    cudaStream_t stream_ = nullptr;
};

class GpuDevice : public OnGpu<Device> {
public:
    explicit GpuDevice(int32_t id) : OnGpu(*this, id), id_(id) {
        check_cuda(cudaGetDeviceProperties(&properties_, id), Code::invalid_device, "asking device " + std::to_string(id));
    }
    ~GpuDevice() override { release_workspace(); }

    int32_t id() const override { return id_; }
    std::string name() const override { return properties_.name; }
    Capability capability() const override { return {properties_.major, properties_.minor}; }

    Memory memory() const override {
        UseDevice use(id_);
        size_t free = 0, total = 0;
        check_cuda(cudaMemGetInfo(&free, &total), Code::unknown, "asking device " + std::to_string(id_) + " for its memory");
        return {free, total};
    }

    uint64_t used() const override {
        std::lock_guard<std::mutex> lock(mutex_);
        return used_;
    }

    Address allocate(uint64_t bytes) override {
        UseDevice use(id_);
        void *block = nullptr;
        cudaError_t error = cudaMalloc(&block, bytes == 0 ? 1 : bytes);
        if (error == cudaErrorMemoryAllocation) {
            cudaGetLastError();
            throw Error(Code::out_of_memory, "device " + std::to_string(id_) + " has " + std::to_string(memory().free) +
                                                 " bytes free and " + std::to_string(bytes) + " are required");
        }
        check_cuda(error, Code::unknown, "allocating " + std::to_string(bytes) + " bytes on device " + std::to_string(id_));
        auto address = reinterpret_cast<Address>(block);
        std::lock_guard<std::mutex> lock(mutex_);
        allocations_[address] = bytes;
        used_ += bytes;
        return address;
    }

    void release(Address address) noexcept override {
        {
            std::lock_guard<std::mutex> lock(mutex_);
            auto found = allocations_.find(address);
            if (found == allocations_.end()) return;
            used_ -= found->second;
            allocations_.erase(found);
        }
        try {
            UseDevice use(id_);
            cudaFree(reinterpret_cast<void *>(address));
        } catch (const Error &) {
        }
    }

    void upload_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows) override {
        check_capability();
        sort_rows(weight, first, count, rows, [&](uint64_t offset, const void *bytes, uint64_t size) { upload(weight.data + offset, bytes, size); });
    }

    void copy(Address to, Address from, uint64_t bytes) override {
        UseDevice use(id_);
        check_cuda(cudaMemcpy(pointer(to), pointer(from), bytes, cudaMemcpyDefault), Code::unknown, "copying " + std::to_string(bytes) + " bytes on device " + std::to_string(id_));
    }

    void fill(Address to, uint8_t value, uint64_t bytes) override {
        UseDevice use(id_);
        check_cuda(cudaMemset(pointer(to), value, bytes), Code::unknown, "filling " + std::to_string(bytes) + " bytes on device " + std::to_string(id_));
    }

    bool resident(Address address) const override {
        UseDevice use(id_);
        cudaPointerAttributes attributes{};
        if (cudaPointerGetAttributes(&attributes, pointer(address)) != cudaSuccess) {
            cudaGetLastError();
            return false;
        }
        return attributes.type == cudaMemoryTypeDevice && attributes.device == id_;
    }

    void check_health() override {
        wait_for_device(id_, Code::invalid_device, "device " + std::to_string(id_));
        memory();
    }

    std::unique_ptr<Operations> queue() override { return queue_like({}); }

    std::unique_ptr<Operations> queue_like(const LaunchPolicy &policy) override {
        check_capability();
        return std::make_unique<SideQueue>(*this, id_, policy);
    }

    std::shared_ptr<Module> compile(const std::string &ptx) override { return std::make_shared<GpuModule>(id_, ptx); }
    std::shared_ptr<Stream> stream() override { return std::make_shared<GpuStream>(id_); }

private:
    // Refuses a GPU that the kernels are not compiled for.
    void check_capability() const {
        if (properties_.major >= 8) return;
        throw Error(Code::invalid_device, "device " + std::to_string(id_) + " (" + properties_.name + ") has compute capability " +
                                              std::to_string(properties_.major) + "." + std::to_string(properties_.minor) +
                                              ", and models need 8.0 or more");
    }

    static void *pointer(Address address) { return reinterpret_cast<void *>(address); }

    int32_t id_;
    cudaDeviceProp properties_{};
    mutable std::mutex mutex_;
    std::map<Address, uint64_t> allocations_;
    uint64_t used_ = 0;
};

struct Count {
    int32_t devices = 0;
    std::string reason;
};

const Count &count() {
    // Never destroyed: other threads may call while the process ends.
    static const Count &once = *new Count([] {
        int devices = 0;
        cudaError_t error = cudaGetDeviceCount(&devices);
        cudaGetLastError();
        if (error != cudaSuccess) return Count{0, described(error)};
        return Count{devices, "the driver offers " + std::to_string(devices)};
    }());
    return once;
}

} // namespace

int32_t gpu_count() {
    return count().devices;
}

std::string gpu_count_reason() {
    return count().reason;
}

std::string runtime_version() {
    return std::to_string(CUDART_VERSION / 1000) + "." + std::to_string(CUDART_VERSION % 1000 / 10);
}

std::shared_ptr<Device> open_gpu(int32_t id) {
    return std::make_shared<GpuDevice>(id);
}

} // namespace sncuda
