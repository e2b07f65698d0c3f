// A build without nvcc.
#include "ops/error.h"
#include "gpu/gpu.h"

namespace sncuda {

int32_t gpu_count() {
    return 0;
}

std::string runtime_version() {
    return "cpu";
}

std::string gpu_count_reason() {
    return "this build has no GPU code";
}

std::shared_ptr<Device> open_gpu(int32_t id) {
    throw Error(Code::device_not_found, "device " + std::to_string(id) + " was not found: this build has no GPU code");
}

} // namespace sncuda
