// Operations of models beyond llama's kind.
#include "cpu/activations.h"
#include "cpu/cpu_device.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace sncuda {

void CpuDevice::scale(Address x, uint64_t count, float factor) {
    for (uint64_t i = 0; i < count; i++) floats(x)[i] *= factor;
}

void CpuDevice::scale_by_position(Address x, uint32_t batch, uint32_t columns, uint32_t position, float scale, uint32_t length, uint32_t offset) {
    for (uint32_t b = 0; b < batch; b++) {
        uint64_t pieces = (uint64_t(position) + b + offset) / length;
        this->scale(x + uint64_t(b) * columns * 4, columns, float(1 + double(scale) * std::log1p(double(pieces))));
    }
}

void CpuDevice::rearrange(const Rearrangement &r) {
    for (uint32_t b = 0; b < r.batch; b++) {
        for (uint32_t h = 0; h < r.heads; h++) {
            const float *from = floats(r.x) + uint64_t(b) * r.x_row + uint64_t(h) * r.x_head;
            std::copy_n(from, r.columns, floats(r.out) + uint64_t(b) * r.out_row + uint64_t(h) * r.out_head);
        }
    }
}

void CpuDevice::layer_norm(Address x, Address weight, Address bias, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    for (uint32_t r = 0; r < rows; r++) {
        const float *from = floats(x) + uint64_t(r) * columns;
        float *to = floats(out) + uint64_t(r) * columns;
        double sum = 0, squares = 0;
        for (uint32_t i = 0; i < columns; i++) sum += from[i];
        double mean = sum / columns;
        for (uint32_t i = 0; i < columns; i++) squares += (from[i] - mean) * (from[i] - mean);
        double factor = 1.0 / std::sqrt(squares / columns + double(epsilon));
        for (uint32_t i = 0; i < columns; i++) {
            to[i] = float((from[i] - mean) * factor) * floats(weight)[i] + (bias ? floats(bias)[i] : 0.0f);
        }
    }
}

void CpuDevice::add_rows(const Weight &table, uint32_t row, uint32_t step, uint32_t batch, Address x) {
    std::vector<float> decoded(table.columns);
    uint64_t stride = bytes_of(table.type, table.columns);
    for (uint32_t b = 0; b < batch; b++) {
        uint64_t at = row + uint64_t(b) * step;
        decode(table.type, reinterpret_cast<const uint8_t *>(table.data) + at * stride, table.columns, decoded.data());
        for (uint64_t i = 0; i < table.columns; i++) floats(x)[b * table.columns + i] += decoded[i];
    }
}

void CpuDevice::activate(Activation activation, Address x, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) floats(x)[i] = activated(activation, floats(x)[i]);
}

} // namespace sncuda
