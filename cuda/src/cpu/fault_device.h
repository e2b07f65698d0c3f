// A CPU reference that fails on command, for tests of what happens then.
#pragma once
#include "cpu/cpu_device.h"
#include "ops/error.h"
#include <string>

namespace sncuda {

class FaultDevice : public CpuDevice {
public:
    // `where` is "allocate", "upload", "launch", "synchronize", "resident" or "health"; its call number
    // `after` (from 0) and all later ones fail. At "beyond" it computes no more than a GPU does.
    FaultDevice(std::string where, uint64_t after) : where_(std::move(where)), after_(after) {}

    Address allocate(uint64_t bytes) override {
        fail_at("allocate", Code::out_of_memory);
        return CpuDevice::allocate(bytes);
    }
    void upload(Address to, const void *from, uint64_t bytes) override {
        fail_at("upload", Code::unknown);
        CpuDevice::upload(to, from, bytes);
    }
    void *host_view(Address) override { return nullptr; }
    Address map_file(intptr_t, uint64_t, uint64_t) override { return 0; }
    // One product goes through this, too.
    void grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) override {
        for (uint32_t i = 0; i < count; i++) fail_at("launch", Code::kernel_launch);
        CpuDevice::grouped_matmul(weights, out, count, x, batch);
    }
    void synchronize() override { fail_at("synchronize", Code::inference); }
    void check_health() override { fail_at("health", Code::invalid_device); }
    bool resident(Address address) const override { return where_ != "resident" && CpuDevice::resident(address); }

    bool computes_all() const override { return where_ != "beyond"; }
    bool multiplies(WeightType type) const override { return where_ != "beyond" || Device::multiplies(type); }

private:
    void fail_at(const char *place, Code code) {
        if (where_ != place || calls_++ < after_) return;
        throw Error(code, std::string("device -1 was told to fail at ") + place);
    }

    std::string where_;
    uint64_t after_, calls_ = 0;
};

} // namespace sncuda
