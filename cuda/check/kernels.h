// Every operation of a device against the CPU reference, on fresh random inputs: on a GPU by
// `cargo xtask gpu-check`, without one in the emulator.
#pragma once
#include "ops/device.h"
#include <functional>
#include <string>
#include <vector>

namespace sncuda {

struct Finding {
    std::string operation, shape;
    double error = 0, limit = 0; // mean of squared differences over mean of squares
    std::string wrong;           // what else is wrong; empty for nothing
    bool passed() const { return wrong.empty() && error <= limit; }
};

// `before_run` is called before each run of an operation with its name and shape, and the number of the run, 0 or 1: both
// must give the same bits. Where it cannot go on, the last finding says so.
using BeforeRun = std::function<void(const std::string &what, int run)>;
std::vector<Finding> check_kernels(const std::shared_ptr<Device> &device, uint64_t seed, const BeforeRun &before_run);

} // namespace sncuda
