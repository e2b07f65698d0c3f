// Operations on a GPU, on a stream.
#pragma once
#include "ops/error.h"
#include "gpu/kernels/kernels.h"
#include <cuda.h>
#include <shared_mutex>

namespace sncuda {

// Throws an Error that says what failed and how, unless it was a success. Too little memory has its own code.
void check_cuda(cudaError_t error, Code code, const std::string &what);

// A wait for a whole device fails while a stream of it is recorded, and the recording with it. So who records holds this
// for as long, shared with others that record, and who waits for the device has it alone.
std::shared_mutex &recording_lock(int32_t id);
// Waits for everything on a device; an Error of this code where something of it failed.
void wait_for_device(int32_t id, Code code, const std::string &what);

// The calling thread's device. Afterwards the thread has what it had before, which may be none: choosing one, 0 say, would
// make a context there.
class UseDevice {
public:
    explicit UseDevice(int32_t id);
    ~UseDevice();

private:
    CUcontext before_ = nullptr;
};

// A stream, and room on the device that operations need between them.
class GpuQueue {
public:
    // On the default stream, which cannot be recorded, or on one of its own. `device` outlives it.
    GpuQueue(Device &device, int32_t id) : device_(device), id_(id), policy_{{0, 0}, false, false} {}
    GpuQueue(Device &device, int32_t id, const LaunchPolicy &policy);
    ~GpuQueue();
    GpuQueue(const GpuQueue &) = delete;
    GpuQueue &operator=(const GpuQueue &) = delete;

    int32_t id() const { return id_; }
    cudaStream_t stream() const { return stream_; }
    const LaunchPolicy &policy() const { return policy_; }
    Capability capability() const { return policy_.capability.major != 0 ? policy_.capability : device_.capability(); }
    uint64_t bytes() const { return bytes_; }
    // At least so many bytes, until the next call. Not while something is recorded.
    Address workspace(uint64_t bytes);
    void release_workspace();

private:
    Device &device_;
    int32_t id_;
    LaunchPolicy policy_;
    cudaStream_t stream_ = nullptr;
    Address workspace_ = 0;
    uint64_t bytes_ = 0;
};

// The operations, for a device (Base is Device) and for a queue beside it (Base is Operations).
template <class Base> class OnGpu : public Base {
public:
    void upload(Address to, const void *from, uint64_t bytes) override;
    void download(void *to, Address from, uint64_t bytes) override;
    void synchronize() override;

    void embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) override;
    void rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) override;
    void matmul(const Weight &weight, Address x, uint32_t batch, Address out) override;
    void add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) override;
    void add(Address x, Address y, uint64_t count) override;
    void rope(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) override;
    void f32_to_f16(Address to, Address from, uint64_t count) override;
    void attention(const Attention &attention) override;
    void glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) override;
    void slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) override;
    void soft_cap(Address x, uint64_t count, float cap) override;

    void add_and_rms_norm(Address x, Address y, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) override;
    void grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) override;
    void matmul_glu(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out) override;
    void rope_and_store_kv(const RopeAndStoreKv &rope_and_store) override;
    void sample(Address x, uint32_t count, const SamplingSteps &steps, Address how, Address workspace, Address out) override;
    uint64_t sampling_workspace(const SamplingSteps &steps) const override;
    uint64_t score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) const override;
    uint32_t prompt_batch(uint32_t heads, uint64_t capacity) const override;
    uint64_t bytes() const override { return queue_.bytes(); }

    std::unique_ptr<Recording> record(const std::function<void()> &operations) override;
    void play(Recording &recording) override;

protected:
    // For a device, which goes before its queue.
    void release_workspace() { queue_.release_workspace(); }

    template <class... Rest> OnGpu(Device &device, int32_t id, Rest... rest) : queue_(device, id, rest...) {}

private:
    template <class Start> void start(const char *name, Start body);

    GpuQueue queue_;
};

extern template class OnGpu<Device>;
extern template class OnGpu<Operations>;

class SideQueue : public OnGpu<Operations> {
public:
    SideQueue(Device &device, int32_t id, const LaunchPolicy &policy) : OnGpu(device, id, policy) {}
};

} // namespace sncuda
