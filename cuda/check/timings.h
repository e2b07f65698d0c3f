// Times of each operation of a device by itself.
#pragma once
#include "ops/device.h"
#include <functional>
#include <string>
#include <vector>

namespace sncuda {

struct Timing {
    std::string operation, shape;
    double seconds = 0;    // of one
    double bytes = 0;      // that have to be read and written
    double operations = 0; // multiplications and additions of a prompt, else 0
    std::string left_out;  // why there are no seconds; empty where there are
};

// In a row without gaps, as in a recorded token, and with weights and keys that no cache holds from the time before.
// `small` is for devices whose time is of no interest: all operations, on little. `before` is told of each operation.
using Before = std::function<void(const std::string &what)>;
std::vector<Timing> time_operations(const std::shared_ptr<Device> &device, bool small, const Before &before);

} // namespace sncuda
