// Errors, with the number that crosses the boundary.
#pragma once
#include <cstdint>
#include <exception>
#include <string>
#include <utility>

namespace sncuda {

enum class Code : int32_t {
    success = 0,
    invalid_device = 1,
    out_of_memory = 2,
    model_load = 3,
    inference = 4,
    invalid_parameter = 5,
    kernel_launch = 6,
    residency = 7,
    device_not_found = 8,
    unknown = 99,
};

class Error : public std::exception {
public:
    Error(Code code, std::string text) : code_(code), text_(std::move(text)) {}
    Code code() const noexcept { return code_; }
    const char *what() const noexcept override { return text_.c_str(); }

private:
    Code code_;
    std::string text_;
};

} // namespace sncuda
