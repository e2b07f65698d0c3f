// The same memory on two devices, and one operation on both.
#pragma once
#include "cpu/cpu_device.h"
#include "kernels.h"
#include <random>

namespace sncuda {

using Random = std::mt19937_64;

// As "2x3x4".
std::string shaped(std::initializer_list<uint64_t> sizes);
std::vector<float> normals(Random &random, size_t count, double spread = 1);
// Rows of random blocks with sensible scales: values of about `spread`.
std::vector<uint8_t> random_blocks(Random &random, WeightType type, uint64_t rows, uint64_t columns, double spread);

// One array on both sides, with bytes behind it that nobody may write.
class Twin {
public:
    Twin(const std::shared_ptr<Device> &tested, const std::shared_ptr<Device> &reference, const void *bytes, size_t count);
    size_t size() const { return initial_.size() - guard; }
    Address on(bool tested) const { return (tested ? tested_ : reference_).address(); }
    void restore();
    std::vector<uint8_t> read(bool tested) const;
    bool guard_is_whole() const;

private:
    static constexpr size_t guard = 64;
    std::vector<uint8_t> initial_;
    std::shared_ptr<Device> devices_[2];
    Buffer tested_, reference_;
};

enum class Format { floats, halves, words };

struct Matrix {
    Twin data;
    Weight weight;
    Weight on(bool tested) const {
        Weight copy = weight;
        copy.data = data.on(tested);
        return copy;
    }
};

class Bench {
public:
    // Operations run on the device's queue, or on the device where it has none.
    Bench(std::vector<Finding> &findings, std::shared_ptr<Device> tested, std::unique_ptr<Operations> queue, BeforeRun before_run)
        : findings(findings), tested_(std::move(tested)), queue_(std::move(queue)), before_run_(std::move(before_run)) {}

    template <class T> Twin twin(const std::vector<T> &values) {
        return Twin(tested_, reference_, values.data(), values.size() * sizeof(T));
    }
    // Output of an operation, which writes all of it: NaN until it does.
    Twin out(size_t floats) { return twin(std::vector<uint32_t>(floats, 0xffffffffu)); }
    Matrix matrix(Random &random, WeightType type, uint64_t rows, uint64_t columns);
    Matrix matrix(const std::vector<uint8_t> &blocks, WeightType type, uint64_t rows, uint64_t columns);
    // A position that the host gives where the device has it itself: a wrong one, unless the reference is tested.
    uint32_t unused(uint32_t position) const { return queue_ ? 99999 : position; }
    // The queue that an inference would run on.
    Operations &queue() { return queue_ ? *queue_ : *tested_; }

    using Operation = std::function<void(Operations &on, bool tested)>;
    // Runs it once on the reference and twice on the device; `out` is what it leaves behind.
    void compare(const std::string &operation, const std::string &shape, Twin &out, Format format, double limit, const Operation &run);

    std::vector<Finding> &findings;

private:
    std::shared_ptr<Device> tested_, reference_ = std::make_shared<CpuDevice>();
    std::unique_ptr<Operations> queue_;
    BeforeRun before_run_;
};

} // namespace sncuda
