#include "kernels.h"
#include "bench.h"
#include "error.h"
#include <cmath>

namespace sncuda {

namespace {

// What single precision in another order of additions is off by, squared.
constexpr double rounding = 1e-11;

constexpr WeightType types[] = {WeightType::f32, WeightType::f16, WeightType::bf16, WeightType::q8_0, WeightType::q4_0, WeightType::q4_1,
                                WeightType::q5_0, WeightType::q5_1, WeightType::q4_k, WeightType::q5_k, WeightType::q6_k};

std::string shaped(std::initializer_list<uint64_t> sizes) {
    std::string text;
    for (uint64_t size : sizes) text += (text.empty() ? "" : "x") + std::to_string(size);
    return text;
}

// Row lengths that are multiples of nothing but the block.
std::vector<uint64_t> lengths(WeightType type) {
    switch (block_format(type).values) {
    case 1: return {1, 37, 333, 1000};
    case 32: return {32, 96, 416, 1056};
    default: return {256, 768, 1280};
    }
}

class Checks {
public:
    Checks(Bench &bench, uint64_t seed) : bench_(bench), random_(seed) {}

    void all() {
        for (WeightType type : types) {
            embed(type);
            for (uint64_t columns : lengths(type)) {
                for (uint32_t batch : {1u, 2u, 5u, 17u}) multiply(type, 1 + random_() % 70, columns, batch);
            }
            multiply(type, 131, lengths(type).back(), 1);
            multiply(type, 131, lengths(type).back(), 67);
        }
        for (uint32_t columns : {1u, 7u, 32u, 160u, 1001u}) {
            normalise(3, columns);
            elementwise(5, columns);
        }
        for (uint32_t heads : {1u, 5u}) {
            for (bool interleaved : {false, true}) rotate(3, heads, 48, interleaved ? 48 : 20, interleaved);
        }
        attend(1, 0, 1, 1, 32, 32, 0, 0);
        attend(1, 63, 4, 2, 64, 64, 0, 0);
        attend(1, 300, 6, 2, 48, 40, 0, 30);
        attend(1, 777, 4, 1, 96, 96, 100, 0);
        attend(1, 600, 14, 2, 128, 128, 0, 0);
        attend(1, 65, 3, 3, 80, 80, 64, 50);
        attend(7, 0, 3, 1, 32, 32, 0, 0);
        attend(19, 45, 6, 2, 48, 40, 20, 30);
        attend(33, 130, 4, 4, 128, 128, 0, 0);
    }

private:
    struct Matrix {
        Twin data;
        Weight weight;
        Weight on(bool tested) const {
            Weight copy = weight;
            copy.data = data.on(tested);
            return copy;
        }
    };

    Matrix matrix(WeightType type, uint64_t rows, uint64_t columns) {
        auto blocks = random_blocks(random_, type, rows, columns, 1 / std::sqrt(double(columns)));
        return {bench_.twin(blocks), {0, type, rows, columns}};
    }

    Twin floats(size_t count, double spread = 1) { return bench_.twin(normals(random_, count, spread)); }

    std::string named(const char *operation, WeightType type) { return std::string(operation) + " " + block_format(type).name; }

    void embed(WeightType type) {
        uint64_t columns = lengths(type)[1], rows = 29;
        uint32_t batch = 7;
        Matrix table = matrix(type, rows, columns);
        std::vector<uint32_t> ids(batch);
        for (uint32_t &id : ids) id = uint32_t(random_() % rows);
        Twin tokens = bench_.twin(ids), out = bench_.out(batch * columns);
        bench_.compare(named("embed", type), shaped({batch, rows, columns}), out, Format::floats, rounding, [&](Device &device, bool tested) {
            device.embed(table.on(tested), tokens.on(tested), batch, 1.7f, out.on(tested));
        });
    }

    void multiply(WeightType type, uint64_t rows, uint64_t columns, uint32_t batch) {
        Matrix weight = matrix(type, rows, columns);
        Twin x = floats(batch * columns), out = bench_.out(batch * rows);
        bench_.compare(named("multiply", type), shaped({batch, rows, columns}), out, Format::floats, rounding, [&](Device &device, bool tested) {
            device.multiply(weight.on(tested), x.on(tested), batch, out.on(tested));
        });
    }

    void normalise(uint32_t rows, uint32_t columns) {
        Twin x = floats(rows * columns), weight = floats(columns), out = bench_.out(rows * columns);
        bench_.compare("normalise", shaped({rows, columns}), out, Format::floats, rounding, [&](Device &device, bool tested) {
            device.normalise(x.on(tested), weight.on(tested), rows, columns, 1e-5f, out.on(tested));
        });
        bench_.compare("normalise in place", shaped({rows, columns}), x, Format::floats, rounding, [&](Device &device, bool tested) {
            device.normalise(x.on(tested), weight.on(tested), rows, columns, 1e-5f, x.on(tested));
        });
    }

    void elementwise(uint32_t rows, uint32_t columns) {
        std::string shape = shaped({rows, columns});
        uint32_t stride = 2 * columns + 3;
        Twin x = floats(rows * columns), y = floats(rows * columns), bias = floats(columns), wide = floats(rows * stride, 3);
        bench_.compare("add_bias", shape, x, Format::floats, 0, [&](Device &device, bool tested) {
            device.add_bias(x.on(tested), bias.on(tested), rows, columns);
        });
        bench_.compare("add", shape, x, Format::floats, 0, [&](Device &device, bool tested) {
            device.add(x.on(tested), y.on(tested), uint64_t(rows) * columns);
        });
        bench_.compare("soft_cap", shape, x, Format::floats, rounding, [&](Device &device, bool tested) {
            device.soft_cap(x.on(tested), uint64_t(rows) * columns, 2.5f);
        });
        Twin out = bench_.out(rows * columns), halves = bench_.twin(std::vector<uint16_t>(rows * columns, 0xffff));
        bench_.compare("narrow", shape, halves, Format::halves, 0, [&](Device &device, bool tested) {
            device.narrow(halves.on(tested), y.on(tested), uint64_t(rows) * columns);
        });
        bench_.compare("slice", shape, out, Format::floats, 0, [&](Device &device, bool tested) {
            device.slice(wide.on(tested) + 4, rows, columns, stride, out.on(tested));
        });
        for (auto activation : {Activation::silu, Activation::gelu}) {
            const char *name = activation == Activation::silu ? "gate silu" : "gate gelu";
            bench_.compare(name, shape, out, Format::floats, rounding, [&](Device &device, bool tested) {
                device.gate(activation, wide.on(tested), wide.on(tested) + uint64_t(columns) * 4, rows, columns, stride, out.on(tested));
            });
        }
    }

    std::vector<double> turns(uint32_t pairs) {
        std::vector<double> values(pairs);
        for (uint32_t i = 0; i < pairs; i++) values[i] = std::pow(10000.0, -double(i) / pairs);
        return values;
    }

    void rotate(uint32_t batch, uint32_t heads, uint32_t size, uint32_t rotated, bool interleaved) {
        Twin x = floats(batch * heads * size), angles = bench_.twin(turns(rotated / 2));
        bench_.compare("rotate", shaped({batch, heads, size, rotated}), x, Format::floats, rounding, [&](Device &device, bool tested) {
            device.rotate(x.on(tested), {angles.on(tested), rotated, interleaved, 1.1f}, batch, 1234, heads, size);
        });
    }

    Twin halves(size_t count) {
        std::vector<uint16_t> values(count);
        std::normal_distribution<float> normal;
        for (uint16_t &value : values) value = uint16_t(0x3000 + random_() % 0xC00) | uint16_t(random_() % 2 << 15); // 0.125 to 1
        return bench_.twin(values);
    }

    void attend(uint32_t batch, uint32_t position, uint32_t heads, uint32_t key_heads, uint32_t head_size, uint32_t value_size,
                uint32_t window, float softcap) {
        uint64_t positions = uint64_t(position) + batch;
        Twin queries = floats(batch * heads * head_size), keys = halves(positions * key_heads * head_size);
        Twin values = halves(positions * key_heads * value_size), out = bench_.out(uint64_t(batch) * heads * value_size);
        Twin scores = bench_.out(batch * heads * (positions + batch));
        std::string shape = shaped({batch, position, heads, key_heads, head_size, value_size, window});
        bench_.compare(batch == 1 ? "attend one" : "attend batch", shape, out, Format::floats, rounding, [&](Device &device, bool tested) {
            device.attend({queries.on(tested), keys.on(tested), values.on(tested), out.on(tested), scores.on(tested), batch, position, heads,
                           key_heads, head_size, value_size, window, 1 / std::sqrt(float(head_size)), softcap});
        });
    }

    Bench &bench_;
    Random random_;
};

} // namespace

std::vector<Finding> check_kernels(const std::shared_ptr<Device> &device, uint64_t seed, const std::function<void(int)> &before_run) {
    Bench bench(device, before_run);
    Checks(bench, seed).all();
    return bench.findings;
}

} // namespace sncuda
