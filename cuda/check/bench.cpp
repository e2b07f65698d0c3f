#include "bench.h"
#include "ops/error.h"
#include "ops/float16.h"
#include <cmath>
#include <cstring>

namespace sncuda {

std::string shaped(std::initializer_list<uint64_t> sizes) {
    std::string text;
    for (uint64_t size : sizes) text += (text.empty() ? "" : "x") + std::to_string(size);
    return text;
}

std::vector<float> normals(Random &random, size_t count, double spread) {
    std::normal_distribution<float> normal(0, float(spread));
    std::vector<float> values(count);
    for (float &value : values) value = normal(random);
    return values;
}

namespace {

void put_half(uint8_t *to, float value) {
    uint16_t bits = half_of_float(value);
    std::memcpy(to, &bits, 2);
}

void plain_values(Random &random, WeightType type, std::vector<uint8_t> &bytes, double spread) {
    size_t size = block_format(type).bytes;
    std::vector<float> values = normals(random, bytes.size() / size, spread);
    for (size_t i = 0; i < values.size(); i++) {
        uint8_t *to = bytes.data() + i * size;
        if (type == WeightType::f32) std::memcpy(to, &values[i], 4);
        if (type == WeightType::f16) put_half(to, values[i]);
        if (type == WeightType::bf16) {
            auto bits = uint16_t(bits_of_float(values[i]) >> 16);
            std::memcpy(to, &bits, 2);
        }
    }
}

} // namespace

std::vector<uint8_t> random_blocks(Random &random, WeightType type, uint64_t rows, uint64_t columns, double spread) {
    const BlockFormat &format = block_format(type);
    std::vector<uint8_t> bytes(rows * columns / format.values * format.bytes);
    if (format.values == 1) {
        plain_values(random, type, bytes, spread);
        return bytes;
    }
    for (uint8_t &byte : bytes) byte = uint8_t(random());
    std::uniform_real_distribution<float> about(0.5f, 1.5f);
    auto scale = [&](uint8_t *to, double size) { put_half(to, float(spread * size) * about(random) * (random() % 2 ? 1 : -1)); };
    for (size_t at = 0; at < bytes.size(); at += format.bytes) {
        uint8_t *block = bytes.data() + at;
        switch (type) {
        case WeightType::q8_0: scale(block, 1 / 74.0); break;
        case WeightType::q4_0: scale(block, 1 / 4.6); break;
        case WeightType::q5_0: scale(block, 1 / 9.2); break;
        case WeightType::q4_1: scale(block, 1 / 4.6), scale(block + 2, 1); break;
        case WeightType::q5_1: scale(block, 1 / 9.2), scale(block + 2, 1); break;
        case WeightType::q4_k: scale(block, 1 / 300.0), scale(block + 2, 1 / 40.0); break;
        case WeightType::q5_k: scale(block, 1 / 600.0), scale(block + 2, 1 / 40.0); break;
        case WeightType::q6_k: scale(block + 208, 1 / 1400.0); break;
        default: break;
        }
    }
    return bytes;
}

Twin::Twin(const std::shared_ptr<Device> &tested, const std::shared_ptr<Device> &reference, const void *bytes, size_t count)
    : initial_(count + guard, 0xA5), devices_{reference, tested}, tested_(tested, count + guard), reference_(reference, count + guard) {
    if (count) std::memcpy(initial_.data(), bytes, count);
    restore();
}

void Twin::restore() {
    for (bool tested : {false, true}) devices_[tested]->upload(on(tested), initial_.data(), initial_.size());
}

std::vector<uint8_t> Twin::read(bool tested) const {
    std::vector<uint8_t> bytes(size());
    devices_[tested]->download(bytes.data(), on(tested), bytes.size());
    return bytes;
}

bool Twin::guard_is_whole() const {
    std::vector<uint8_t> bytes(guard);
    devices_[true]->download(bytes.data(), on(true) + size(), guard);
    return bytes == std::vector<uint8_t>(guard, 0xA5);
}

namespace {

std::vector<double> numbers(const std::vector<uint8_t> &bytes, Format format) {
    size_t size = format == Format::halves ? 2 : 4;
    std::vector<double> values(bytes.size() / size);
    for (size_t i = 0; i < values.size(); i++) {
        uint32_t bits = 0;
        std::memcpy(&bits, bytes.data() + i * size, size);
        values[i] = format == Format::words ? double(bits) : format == Format::halves ? float_of_half(uint16_t(bits)) : float_of_bits(bits);
    }
    return values;
}

double normalised_error(const std::vector<double> &actual, const std::vector<double> &expected) {
    double difference = 0, sum = 0;
    for (size_t i = 0; i < actual.size(); i++) {
        difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        sum += expected[i] * expected[i];
    }
    if (difference == 0) return 0;
    return difference / sum; // NaN where there is one: never within a limit
}

} // namespace

Matrix Bench::matrix(Random &random, WeightType type, uint64_t rows, uint64_t columns) {
    return matrix(random_blocks(random, type, rows, columns, 1 / std::sqrt(double(columns))), type, rows, columns);
}

// The tested device gets its rows as a model's loader sends them, in pieces.
Matrix Bench::matrix(const std::vector<uint8_t> &blocks, WeightType type, uint64_t rows, uint64_t columns) {
    Matrix matrix{twin(blocks), {0, type, rows, columns}};
    uint64_t first = rows / 3, row = blocks.size() / rows;
    tested_->upload_rows(matrix.on(true), 0, first, blocks.data());
    tested_->upload_rows(matrix.on(true), first, rows - first, blocks.data() + first * row);
    return matrix;
}

void Bench::compare(const std::string &operation, const std::string &shape, Twin &out, Format format, double limit, const Operation &run) {
    Finding finding{operation, shape, 0, limit, ""};
    std::vector<uint8_t> first;
    try {
        out.restore();
        run(*reference_, false);
        std::vector<double> expected = numbers(out.read(false), format);
        for (int time = 0; time < 2; time++) {
            before_run_(operation + " " + shape, time);
            out.restore();
            run(queue(), true);
            queue().synchronize();
            std::vector<uint8_t> bytes = out.read(true);
            if (!out.guard_is_whole()) finding.wrong = "wrote beyond its result";
            if (time == 0) {
                finding.error = normalised_error(numbers(bytes, format), expected);
                first = std::move(bytes);
            } else if (bytes != first) {
                finding.wrong = "gave other bits the second time";
            }
        }
    } catch (const Error &error) {
        finding.wrong = error.what();
    }
    findings.push_back(finding);
}

} // namespace sncuda
