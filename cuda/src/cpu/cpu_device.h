// The reference: every operation as its definition reads, but for kernels that the processor may have.
#pragma once
#include "cpu/cpu_kernels.h"
#include "cpu/cpu_pool.h"
#include "ops/device.h"
#include <map>
#include <mutex>

namespace sncuda {

class CpuDevice : public Device {
public:
    // With rounded activations where these kernels are not null.
    explicit CpuDevice(const CpuKernels &kernels = plain_kernels(), const RoundedKernels *rounded = nullptr)
        : kernels_(&kernels), rounded_(rounded) {}
    ~CpuDevice() override;

    int32_t id() const override { return cpu_reference; }
    std::string name() const override { return "CPU reference"; }
    Capability capability() const override;
    Memory memory() const override;
    uint64_t used() const override;

    Address allocate(uint64_t bytes) override;
    void release(Address address) noexcept override;
    Address map_file(intptr_t file, uint64_t offset, uint64_t bytes) override;
    void expect_reading(Address address, uint64_t bytes) override;
    void upload(Address to, const void *from, uint64_t bytes) override;
    void download(void *to, Address from, uint64_t bytes) override;
    void copy(Address to, Address from, uint64_t bytes) override;
    void fill(Address to, uint8_t value, uint64_t bytes) override;
    void *host_view(Address address) override { return reinterpret_cast<void *>(address); }
    bool resident(Address address) const override;
    void synchronize() override {}
    void check_health() override {}

    void embed(const Weight &, Address tokens, uint32_t batch, float scale, Address out) override;
    void rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) override;
    void matmul(const Weight &, Address x, uint32_t batch, Address out) override;
    void add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) override;
    void add(Address x, Address y, uint64_t count) override;
    void rope(Address x, const Rope &, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) override;
    void f32_to_f16(Address to, Address from, uint64_t count) override;
    void attention(const Attention &) override;
    void glu(Activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) override;
    void grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) override;
    void matmul_glu(Activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out) override;
    uint64_t score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) const override;
    void slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) override;
    void soft_cap(Address x, uint64_t count, float cap) override;
    void scale(Address x, uint64_t count, float factor) override;
    void mix_experts(const Experts &experts) override;
    void scale_by_position(Address x, uint32_t batch, uint32_t columns, uint32_t position, float scale, uint32_t length, uint32_t offset) override;
    void rearrange(const Rearrangement &) override;
    void layer_norm(Address x, Address weight, Address bias, uint32_t rows, uint32_t columns, float epsilon, Address out) override;
    void add_rows(const Weight &table, uint32_t row, uint32_t step, uint32_t batch, Address x) override;
    void activate(Activation activation, Address x, uint64_t count) override;
    bool computes_all() const override { return true; }
    bool multiplies(WeightType) const override { return true; }

    std::shared_ptr<Module> compile(const std::string &ptx) override;
    std::shared_ptr<Stream> stream() override;

private:
    bool rounds(const Weight &weight) const;
    const CpuKernels &kernels_for(const Weight &weight) const;
    void exact_matmul(const Weight *const *weights, float *const *out, uint32_t matrices, const float *x, uint32_t batch);
    void rounded_matmul(const Weight *const *weights, float *const *out, uint32_t matrices, const float *x, uint32_t batch);

    const CpuKernels *kernels_;
    const RoundedKernels *rounded_;
    mutable std::mutex mutex_;
    struct Allocation {
        uint64_t bytes;
        bool mapped;
    };
    void keep(Address address, Allocation allocation);
    std::map<Address, Allocation> allocations_;
    uint64_t used_ = 0;
    CpuPool pool_;
};

} // namespace sncuda
