#include "cpu/cpu_device.h"
#include "ops/float16.h"
#include <algorithm>
#include <cmath>
#include <memory>

namespace sncuda {

namespace {

uint16_t *halves(Address address) {
    return reinterpret_cast<uint16_t *>(address);
}

// Rows of activations that are worth a thread's while.
constexpr uint64_t rows_apart = 8;
// Values, where little is done with each.
constexpr uint64_t values_apart = 32 << 10;
// Matrices that share activations made ready for them.
constexpr uint32_t most_together = 3;

} // namespace

void CpuDevice::embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) {
    auto *ids = reinterpret_cast<const uint32_t *>(tokens);
    uint64_t stride = bytes_of(table.type, table.columns);
    for (uint32_t b = 0; b < batch; b++) {
        float *row = floats(out) + b * table.columns;
        decode(table.type, reinterpret_cast<const uint8_t *>(table.data) + ids[b] * stride, table.columns, row);
        for (uint64_t i = 0; i < table.columns; i++) row[i] *= scale;
    }
}

void CpuDevice::rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    pool_.split(rows, rows_apart, [&](uint64_t begin, uint64_t end) {
        for (uint64_t r = begin; r < end; r++) {
            const float *from = floats(x) + r * columns;
            float *to = floats(out) + r * columns;
            // In parts that do not wait for each other.
            double parts[8] = {}, squares = 0;
            uint32_t i = 0;
            for (; i + 8 <= columns; i += 8) {
                for (int part = 0; part < 8; part++) parts[part] += double(from[i + part]) * from[i + part];
            }
            for (; i < columns; i++) squares += double(from[i]) * from[i];
            for (double part : parts) squares += part;
            float factor = float(1.0 / std::sqrt(squares / columns + double(epsilon)));
            for (i = 0; i < columns; i++) to[i] = weight ? from[i] * factor * floats(weight)[i] : from[i] * factor;
        }
    });
}

// True where products of integers are faster than exact ones.
bool CpuDevice::rounds(const Weight &weight) const {
    return rounded_ && !exact_activations() && block_format(weight.type).fast && weight.type != WeightType::f32 && weight.type != WeightType::f16 && weight.type != WeightType::bf16;
}

// Several matrices against the same activations, which are rounded once.
void CpuDevice::rounded_matmul(const Weight *const *weights, float *const *out, uint32_t matrices, const float *x, uint32_t batch) {
    const uint64_t columns = weights[0]->columns, chunks = rounded_chunks(columns), groups = rounded_chunk / 32;
    const uint64_t most = std::min(batch, rounded_->most_batch) * chunks;
    // What is rounded fills all of it.
    std::unique_ptr<int16_t[]> values(new int16_t[most * rounded_chunk]);
    std::unique_ptr<float[]> scales(new float[most]);
    std::unique_ptr<int32_t[]> sums(new int32_t[most * groups]), lanes;
    for (uint32_t first = 0; first < batch; first += rounded_->most_batch) {
        const uint32_t count = std::min(rounded_->most_batch, batch - first);
        if (count == 1) lanes.reset(new int32_t[chunks * rounded_lanes]);
        const float *from = x + first * columns;
        pool_.split(count, 1, [&](uint64_t begin, uint64_t end) {
            for (uint64_t b = begin; b < end; b++) {
                Rounding to{&values[b * rounded_chunk], &scales[b], &sums[b * groups], count == 1 ? lanes.get() : nullptr};
                rounded_->round(from + b * columns, columns, count, to);
            }
        });
        Rounded rounded{values.get(), scales.get(), sums.get(), lanes.get()};
        for (uint32_t i = 0; i < matrices; i++) {
            const Weight &weight = *weights[i];
            float *to = out[i] + first * weight.rows;
            pool_.split(weight.rows, 16, [&](uint64_t begin, uint64_t end) { rounded_->matmul(weight, begin, end, rounded, count, to); });
        }
    }
}

// Types that no fast kernel knows are left to the plain ones.
const CpuKernels &CpuDevice::kernels_for(const Weight &weight) const {
    return block_format(weight.type).fast ? *kernels_ : plain_kernels();
}

// The same with activations as they are; all by the plain kernels, or all by the fast ones.
void CpuDevice::exact_matmul(const Weight *const *weights, float *const *out, uint32_t matrices, const float *x, uint32_t batch) {
    const CpuKernels &kernels = kernels_for(*weights[0]);
    const uint64_t columns = weights[0]->columns;
    std::unique_ptr<float[]> pieces;
    if (batch > 1) pieces.reset(new float[std::min(batch, kernels.most_batch) * columns]);
    for (uint32_t first = 0; first < batch; first += kernels.most_batch) {
        const uint32_t count = std::min(kernels.most_batch, batch - first);
        const float *from = x + first * columns;
        if (count > 1) {
            pool_.split(count, rows_apart, [&](uint64_t begin, uint64_t end) {
                for (uint64_t column = 0; column < columns; column += activation_piece) {
                    const uint64_t length = std::min(activation_piece, columns - column);
                    for (uint64_t b = begin; b < end; b++) std::copy_n(from + b * columns + column, length, &pieces[column * count + b * length]);
                }
            });
        }
        const float *values = count > 1 ? pieces.get() : from;
        for (uint32_t i = 0; i < matrices; i++) {
            const Weight &weight = *weights[i];
            float *to = out[i] + first * weight.rows;
            pool_.split(weight.rows, 16, [&](uint64_t begin, uint64_t end) { kernels.matmul(weight, begin, end, values, count, to); });
        }
    }
}

void CpuDevice::matmul(const Weight &weight, Address x, uint32_t batch, Address out) {
    const Weight *one = &weight;
    grouped_matmul(&one, &out, 1, x, batch);
}

void CpuDevice::grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) {
    for (uint32_t begin = 0, end; begin < count; begin = end) {
        const bool round = rounds(*weights[begin]);
        const CpuKernels *kernels = &kernels_for(*weights[begin]);
        auto fits = [&](const Weight &weight) { return rounds(weight) == round && &kernels_for(weight) == kernels; };
        float *to[most_together];
        for (end = begin; end < count && end - begin < most_together && fits(*weights[end]); end++) to[end - begin] = floats(out[end]);
        auto multiply = round ? &CpuDevice::rounded_matmul : &CpuDevice::exact_matmul;
        (this->*multiply)(weights + begin, to, end - begin, floats(x), batch);
    }
}

void CpuDevice::matmul_glu(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out) {
    const Weight *weights[] = {&gate, &up};
    Address to[] = {out, workspace};
    grouped_matmul(weights, to, 2, x, batch);
    glu(activation, out, workspace, batch, uint32_t(gate.rows), uint32_t(gate.rows), out);
}

void CpuDevice::add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) {
    for (uint32_t r = 0; r < rows; r++) add(x + uint64_t(r) * columns * 4, bias, columns);
}

void CpuDevice::add(Address x, Address y, uint64_t count) {
    pool_.split(count, values_apart, [&](uint64_t begin, uint64_t end) {
        for (uint64_t i = begin; i < end; i++) floats(x)[i] += floats(y)[i];
    });
}

void CpuDevice::rope(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    auto *turns = reinterpret_cast<const double *>(rope.turns);
    uint32_t pairs = rope.rotated / 2;
    pool_.split(batch, rows_apart, [&](uint64_t begin, uint64_t end) {
        for (uint64_t b = begin; b < end; b++) {
            for (uint32_t i = 0; i < pairs; i++) {
                double angle = (double(position) + double(b)) * turns[i];
                float cosine = float(std::cos(angle)) * rope.magnitude, sine = float(std::sin(angle)) * rope.magnitude;
                uint32_t first = rope.interleaved ? 2 * i : i, second = rope.interleaved ? 2 * i + 1 : i + pairs;
                for (uint32_t h = 0; h < heads; h++) {
                    float *head = floats(x) + (b * heads + h) * head_size;
                    float a = head[first], c = head[second];
                    head[first] = a * cosine - c * sine;
                    head[second] = a * sine + c * cosine;
                }
            }
        }
    });
}

void CpuDevice::f32_to_f16(Address to, Address from, uint64_t count) {
    pool_.split(count, values_apart, [&](uint64_t begin, uint64_t end) {
        for (uint64_t i = begin; i < end; i++) halves(to)[i] = half_of_float(floats(from)[i]);
    });
}

void CpuDevice::attention(const Attention &attention) {
    pool_.split(uint64_t(attention.batch) * attention.heads, 1, [&](uint64_t begin, uint64_t end) {
        kernels_->attention(attention, begin, end);
    });
}

uint64_t CpuDevice::score_workspace(uint32_t batch, uint32_t heads, uint32_t, uint64_t capacity) const {
    return uint64_t(batch) * heads * scores_stride(capacity);
}

void CpuDevice::glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    pool_.split(batch, 1, [&](uint64_t begin, uint64_t end) {
        for (uint64_t b = begin; b < end; b++) {
            kernels_->glu(activation, floats(gate) + b * stride, floats(up) + b * stride, columns, floats(out) + b * columns);
        }
    });
}

void CpuDevice::slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    for (uint32_t b = 0; b < batch; b++) {
        const float *from = floats(x) + uint64_t(b) * stride;
        std::copy(from, from + columns, floats(out) + uint64_t(b) * columns);
    }
}

void CpuDevice::soft_cap(Address x, uint64_t count, float cap) {
    kernels_->soft_cap(floats(x), count, cap);
}

} // namespace sncuda
