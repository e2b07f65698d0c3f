// The GPU side; gpu_stub.cpp stands in where the build has none.
#pragma once
#include "ops/device.h"

namespace sncuda {

// Why gpu_count() is what it is: what the driver answered.
std::string gpu_count_reason();
std::shared_ptr<Device> open_gpu(int32_t id);

} // namespace sncuda
