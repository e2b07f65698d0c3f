// The checks that Rust calls.
#pragma once
#include "bridge.h"

namespace sncuda {

rust::String kernel_findings(const std::shared_ptr<Device> &device, uint64_t seed, Status &status);
rust::String launch_policy_findings(const std::shared_ptr<Model> &model, uint32_t tokens, Status &status);
rust::String operation_timings(const std::shared_ptr<Device> &device, Status &status);

} // namespace sncuda
