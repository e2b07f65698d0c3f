// Which devices there are.
#include "cpu/cpu_device.h"
#include "ops/error.h"
#include "gpu/gpu.h"
#include <map>
#include <mutex>

namespace sncuda {

namespace {

// Never destroyed: other threads may call while the process ends.
struct OpenDevices {
    std::mutex mutex;
    std::map<int32_t, std::weak_ptr<Device>> open;
};

} // namespace

std::shared_ptr<Device> open_device(int32_t id) {
    if (id < cpu_reference) {
        throw Error(Code::invalid_device, "`device` is " + std::to_string(id) + ", and devices are numbered from 0 (-1 is the CPU reference)");
    }
    if (id >= gpu_count()) {
        throw Error(Code::device_not_found, "device " + std::to_string(id) + " was not found: this machine has " +
                                                std::to_string(gpu_count()) + " GPUs (" + gpu_count_reason() + ")");
    }
    static OpenDevices &devices = *new OpenDevices;
    std::lock_guard<std::mutex> lock(devices.mutex);
    std::shared_ptr<Device> device = devices.open[id].lock();
    if (!device) {
        device = id == cpu_reference ? std::make_shared<CpuDevice>(best_kernels(), rounded_kernels()) : open_gpu(id);
        devices.open[id] = device;
    }
    return device;
}

} // namespace sncuda
