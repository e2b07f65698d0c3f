#include "kernels.h"
#include "bench.h"
#include "sampling_checks.h"
#include "ops/error.h"
#include <cmath>

namespace sncuda {

namespace {

// Error of single precision in another order of additions, squared.
constexpr double rounding = 1e-11;

// Prompts go through 16-bit products.
double limit_of(WeightType type, uint32_t batch) {
    return batch < 5 || type == WeightType::f32 ? rounding : 5e-7;
}

constexpr Capability ampere{8, 0};

constexpr WeightType types[] = {WeightType::f32, WeightType::f16, WeightType::bf16, WeightType::q8_0, WeightType::q4_0, WeightType::q4_1,
                                WeightType::q5_0, WeightType::q5_1, WeightType::q4_k, WeightType::q5_k, WeightType::q6_k};

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
    // `as` is said of each operation.
    Checks(Bench &bench, uint64_t seed, std::string as) : bench_(bench), random_(seed), as_(std::move(as)) {}

    void all() {
        for (WeightType type : types) {
            embed(type);
            for (uint64_t columns : lengths(type)) {
                for (uint32_t batch : {1u, 2u, 5u}) matmul(type, 8 + random_() % 70, columns, batch);
            }
            matmul(type, 131, lengths(type).back(), 1);
            // Columns for two and for four warps, and some that are left.
            matmul(type, 19, 2304, 1);
            matmul(type, 11, 9472, 1);
            matmul_glu(type, 4608, 1);
            matmul(type, 131, lengths(type)[1], 67);
            matmul(type, 40, lengths(type).back(), 31);
            parts(type);
            for (uint32_t batch : {1u, 9u}) {
                grouped_matmul(type, lengths(type)[1], batch);
                matmul_glu(type, lengths(type)[2], batch);
            }
        }
        odd_numbers();
        matmul(WeightType::q4_k, 16397, 1280, 1); // more than is sorted at a time, and more than four for a warp
        for (WeightType type : {WeightType::bf16, WeightType::q5_1, WeightType::q6_k}) matmul(type, 263, lengths(type)[1], 141);
        for (uint32_t columns : {1u, 7u, 32u, 160u, 1001u}) {
            rms_norm(3, columns);
            elementwise(5, columns);
        }
        for (uint32_t heads : {1u, 5u}) {
            for (bool interleaved : {false, true}) rope(3, heads, 48, interleaved ? 48 : 20, interleaved);
        }
        rms_norm(2, 3000);
        check_sampling(bench_, random_);
        for (uint32_t batch : {1u, 3u}) rope_and_store_kv(batch, 5, 1, 48, 32, 20), rope_and_store_kv(batch, 4, 2, 64, 64, 64);
        attention(1, 0, 1, 1, 32, 32, 0, 0);
        attention(1, 63, 4, 2, 64, 64, 0, 0);
        attention(1, 300, 6, 2, 48, 40, 0, 30);
        attention(1, 777, 4, 1, 96, 96, 100, 0);
        attention(1, 600, 14, 2, 128, 128, 0, 0);
        attention(1, 9000, 2, 1, 16, 24, 0, 0);
        attention(1, 8700, 2, 2, 24, 16, 500, 0);
        attention(1, 65, 3, 3, 80, 80, 64, 50);
        attention(7, 0, 3, 1, 32, 32, 0, 0);
        attention(19, 45, 6, 2, 48, 40, 20, 30);
        attention(33, 130, 4, 4, 128, 128, 0, 0);
        attention(2, 70, 2, 1, 7, 13, 0, 0);
        attention(70, 3, 3, 1, 40, 24, 0, 0);
        attention(21, 150, 4, 2, 104, 112, 33, 0);
        attention(9, 90, 2, 1, 256, 200, 0, 50);
        attention(130, 0, 2, 2, 16, 256, 70, 0);
        attention(1, 40, 2, 1, 264, 300, 0, 0);
        attention(3, 40, 2, 1, 264, 300, 10, 0);
    }

    // Products for prompts on the tensor cores of earlier GPUs, and shapes that are cut into parts.
    void prompts() {
        for (WeightType type : types) {
            for (uint64_t columns : lengths(type)) matmul(type, 8 + random_() % 70, columns, 5);
            matmul(type, 131, lengths(type)[1], 67);
            matmul(type, 40, lengths(type).back(), 31);
            grouped_matmul(type, lengths(type)[1], 9);
            parts(type);
        }
        odd_numbers();
    }

private:
    Matrix matrix(WeightType type, uint64_t rows, uint64_t columns) { return bench_.matrix(random_, type, rows, columns); }

    Twin floats(size_t count, double spread = 1) { return bench_.twin(normals(random_, count, spread)); }

    // Checks of what hardware may do otherwise than the emulated GPU.
    void odd_numbers() {
        for (WeightType type : {WeightType::f16, WeightType::bf16}) positive(type);
        small_scales(WeightType::q4_k);
    }

    std::string named(const char *operation, WeightType type) { return operation + as_ + " " + block_format(type).name; }

    void embed(WeightType type) {
        uint64_t columns = lengths(type)[1], rows = 29;
        uint32_t batch = 7;
        Matrix table = matrix(type, rows, columns);
        std::vector<uint32_t> ids(batch);
        for (uint32_t &id : ids) id = uint32_t(random_() % rows);
        Twin tokens = bench_.twin(ids), out = bench_.out(batch * columns);
        bench_.compare(named("embed", type), shaped({batch, rows, columns}), out, Format::floats, rounding, [&](Operations &on, bool tested) {
            on.embed(table.on(tested), tokens.on(tested), batch, 1.7f, out.on(tested));
        });
    }

    void matmul(WeightType type, uint64_t rows, uint64_t columns, uint32_t batch) {
        Matrix weight = matrix(type, rows, columns);
        matmul("matmul", weight, normals(random_, batch * columns), batch);
    }

    void matmul(const char *name, const Matrix &matrix, const std::vector<float> &values, uint32_t batch) {
        const Weight &weight = matrix.weight;
        Twin x = bench_.twin(values), out = bench_.out(batch * weight.rows);
        std::string shape = shaped({batch, weight.rows, weight.columns});
        bench_.compare(named(name, weight.type), shape, out, Format::floats, limit_of(weight.type, batch), [&](Operations &on, bool tested) {
            on.matmul(matrix.on(tested), x.on(tested), batch, out.on(tested));
        });
    }

    // All of one sign, in long rows: what each addition cuts off adds up.
    void positive(WeightType type) {
        uint64_t rows = 17, columns = 16384, batch = 6;
        auto blocks = random_blocks(random_, type, rows, columns, 1 / std::sqrt(double(columns)));
        for (size_t i = 1; i < blocks.size(); i += 2) blocks[i] &= 0x7f;
        std::vector<float> values = normals(random_, batch * columns);
        for (float &value : values) value = std::fabs(value);
        matmul("matmul all above 0", bench_.matrix(blocks, type, rows, columns), values, uint32_t(batch));
    }

    // Scales that are hardly more than the least a half holds.
    void small_scales(WeightType type) {
        uint64_t rows = 70, columns = 768, batch = 37;
        auto blocks = random_blocks(random_, type, rows, columns, 3e-4);
        matmul("matmul by small scales", bench_.matrix(blocks, type, rows, columns), normals(random_, batch * columns), uint32_t(batch));
    }

    // Columns enough for a product to be cut, with a last part that is shorter.
    void parts(WeightType type) { matmul(type, 21, block_format(type).values == 256 ? 1792 : 1696, 6); }

    void grouped_matmul(WeightType type, uint64_t columns, uint32_t batch) {
        // For prompts, more rows than a tile of the kernel has.
        uint64_t rows = batch == 1 ? 37 : 131;
        Matrix a = matrix(type, rows, columns), b = matrix(type, 2, columns), c = matrix(type, 11, columns);
        Twin x = floats(batch * columns), out = bench_.out(batch * (rows + 13));
        bench_.compare(named("grouped_matmul", type), shaped({batch, rows + 13, columns}), out, Format::floats, limit_of(type, batch), [&](Operations &on, bool tested) {
            Weight weights[] = {a.on(tested), b.on(tested), c.on(tested)};
            const Weight *pointers[] = {&weights[0], &weights[1], &weights[2]};
            Address to = out.on(tested), places[] = {to, to + batch * rows * 4, to + batch * (rows + 2) * 4};
            on.grouped_matmul(pointers, places, 3, x.on(tested), batch);
        });
    }

    void matmul_glu(WeightType type, uint64_t columns, uint32_t batch) {
        uint64_t rows = 45;
        Matrix gate = matrix(type, rows, columns), up = matrix(type, rows, columns);
        Twin x = floats(batch * columns), workspace = bench_.out(batch * rows), out = bench_.out(batch * rows);
        for (auto activation : {Activation::silu, Activation::gelu}) {
            bench_.compare(named("matmul_glu", type), shaped({batch, rows, columns}), out, Format::floats, 4 * limit_of(type, batch),
                           [&](Operations &on, bool tested) {
                               on.matmul_glu(activation, gate.on(tested), up.on(tested), x.on(tested), batch, workspace.on(tested), out.on(tested));
                           });
        }
    }

    void rope_and_store_kv(uint32_t batch, uint32_t heads, uint32_t n_kv_heads, uint32_t head_size, uint32_t value_size, uint32_t rotated) {
        constexpr uint32_t position = 11;
        uint64_t key_row = uint64_t(n_kv_heads) * head_size, value_row = uint64_t(n_kv_heads) * value_size, query_row = uint64_t(heads) * head_size;
        uint64_t key_cache = (position + batch) * key_row, value_cache = (position + batch) * value_row;
        Twin queries = floats(batch * query_row), keys = floats(batch * key_row), values = floats(batch * value_row);
        Twin caches = bench_.twin(std::vector<uint16_t>(key_cache + value_cache, 0)), angles = bench_.twin(turns(rotated / 2));
        Twin position_at = bench_.twin(std::vector<uint32_t>{position});
        for (bool on_device : {false, true}) {
            auto run = [&](Operations &on, bool tested) {
                queries.restore();
                keys.restore();
                Address cache = caches.on(tested);
                on.rope_and_store_kv({queries.on(tested), keys.on(tested), values.on(tested), cache, cache + key_cache * 2, {angles.on(tested), rotated, false, 1.1f},
                          batch, on_device && tested ? bench_.unused(position) : position, on_device ? position_at.on(tested) : 0, heads, n_kv_heads, head_size, value_size});
            };
            std::string shape = shaped({batch, heads, n_kv_heads, head_size, value_size, rotated});
            // Rounding to 16 bits can fall to either side.
            bench_.compare("rope_and_store_kv: the cache", shape, caches, Format::halves, 1e-7, run);
            bench_.compare("rope_and_store_kv: queries", shape, queries, Format::floats, rounding, run);
        }
    }

    void rms_norm(uint32_t rows, uint32_t columns) {
        Twin x = floats(rows * columns), weight = floats(columns), out = bench_.out(rows * columns);
        bench_.compare("rms_norm", shaped({rows, columns}), out, Format::floats, rounding, [&](Operations &on, bool tested) {
            on.rms_norm(x.on(tested), weight.on(tested), rows, columns, 1e-5f, out.on(tested));
        });
        Twin y = floats(rows * columns);
        bench_.compare("add_and_rms_norm", shaped({rows, columns}), out, Format::floats, rounding, [&](Operations &on, bool tested) {
            x.restore();
            on.add_and_rms_norm(x.on(tested), y.on(tested), weight.on(tested), rows, columns, 1e-5f, out.on(tested));
        });
        bench_.compare("add_and_rms_norm: the sum", shaped({rows, columns}), x, Format::floats, 0, [&](Operations &on, bool tested) {
            on.add_and_rms_norm(x.on(tested), y.on(tested), weight.on(tested), rows, columns, 1e-5f, out.on(tested));
        });
        bench_.compare("rms_norm in place", shaped({rows, columns}), x, Format::floats, rounding, [&](Operations &on, bool tested) {
            on.rms_norm(x.on(tested), weight.on(tested), rows, columns, 1e-5f, x.on(tested));
        });
    }

    void elementwise(uint32_t rows, uint32_t columns) {
        std::string shape = shaped({rows, columns});
        uint32_t stride = 2 * columns + 3;
        Twin x = floats(rows * columns), y = floats(rows * columns), bias = floats(columns), wide = floats(rows * stride, 3);
        bench_.compare("add_bias", shape, x, Format::floats, 0, [&](Operations &on, bool tested) {
            on.add_bias(x.on(tested), bias.on(tested), rows, columns);
        });
        bench_.compare("add", shape, x, Format::floats, 0, [&](Operations &on, bool tested) {
            on.add(x.on(tested), y.on(tested), uint64_t(rows) * columns);
        });
        bench_.compare("soft_cap", shape, x, Format::floats, rounding, [&](Operations &on, bool tested) {
            on.soft_cap(x.on(tested), uint64_t(rows) * columns, 2.5f);
        });
        Twin out = bench_.out(rows * columns), halves = bench_.twin(std::vector<uint16_t>(rows * columns, 0xffff));
        bench_.compare("f32_to_f16", shape, halves, Format::halves, 0, [&](Operations &on, bool tested) {
            on.f32_to_f16(halves.on(tested), y.on(tested), uint64_t(rows) * columns);
        });
        bench_.compare("slice", shape, out, Format::floats, 0, [&](Operations &on, bool tested) {
            on.slice(wide.on(tested) + 4, rows, columns, stride, out.on(tested));
        });
        for (auto activation : {Activation::silu, Activation::gelu}) {
            const char *name = activation == Activation::silu ? "glu silu" : "glu gelu";
            bench_.compare(name, shape, out, Format::floats, rounding, [&](Operations &on, bool tested) {
                on.glu(activation, wide.on(tested), wide.on(tested) + uint64_t(columns) * 4, rows, columns, stride, out.on(tested));
            });
        }
    }

    std::vector<double> turns(uint32_t pairs) {
        std::vector<double> values(pairs);
        for (uint32_t i = 0; i < pairs; i++) values[i] = std::pow(10000.0, -double(i) / pairs);
        return values;
    }

    void rope(uint32_t batch, uint32_t heads, uint32_t size, uint32_t rotated, bool interleaved) {
        Twin x = floats(batch * heads * size), angles = bench_.twin(turns(rotated / 2));
        bench_.compare("rope", shaped({batch, heads, size, rotated}), x, Format::floats, rounding, [&](Operations &on, bool tested) {
            on.rope(x.on(tested), {angles.on(tested), rotated, interleaved, 1.1f}, batch, 1234, heads, size);
        });
    }

    Twin halves(size_t count) {
        std::vector<uint16_t> values(count);
        for (uint16_t &value : values) value = uint16_t(0x3000 + random_() % 0xC00) | uint16_t(random_() % 2 << 15); // 0.125 to 1
        return bench_.twin(values);
    }

    void attention(uint32_t batch, uint32_t position, uint32_t heads, uint32_t n_kv_heads, uint32_t head_size, uint32_t value_size,
                uint32_t window, float softcap) {
        uint64_t positions = uint64_t(position) + batch;
        float spread = position % 2 ? 1e6f : 1; // more than a half holds
        Twin queries = floats(batch * heads * head_size, spread), keys = halves(positions * n_kv_heads * head_size);
        Twin values = halves(positions * n_kv_heads * value_size), out = bench_.out(uint64_t(batch) * heads * value_size);
        uint32_t capacity = uint32_t(positions) + 100;
        uint64_t workspace = std::max(batch * heads * (positions + batch), bench_.queue().score_workspace(batch, heads, value_size, capacity));
        Twin scores = bench_.out(workspace), position_at = bench_.twin(std::vector<uint32_t>{position});
        std::string shape = shaped({batch, position, heads, n_kv_heads, head_size, value_size, window});
        for (bool on_device : {false, true}) {
            // Random values cancel each other, and what rounding leaves of many is the more beside their mean.
            double many = rounding * std::max(1.0, position / 1000.0);
            double limit = batch > 1 && std::max(head_size, value_size) <= 256 ? 5e-7 : many; // 16-bit products
            bench_.compare(batch == 1 ? "attention one" : "attention batch", shape, out, Format::floats, limit, [&](Operations &on, bool tested) {
                Attention a{queries.on(tested), keys.on(tested), values.on(tested), out.on(tested), scores.on(tested), batch, position, heads,
                            n_kv_heads, head_size, value_size, window, 1 / (spread * std::sqrt(float(head_size))), softcap};
                if (on_device) a.position_at = position_at.on(tested), a.capacity = capacity;
                if (on_device && tested) a.position = bench_.unused(position);
                on.attention(a);
            });
        }
    }

    Bench &bench_;
    Random random_;
    std::string as_;
};

} // namespace

std::vector<Finding> check_kernels(const std::shared_ptr<Device> &device, uint64_t seed, const BeforeRun &before_run) {
    std::vector<Finding> findings;
    std::string last = "the beginning";
    auto before = [&](const std::string &what, int run) {
        last = what;
        before_run(what, run);
    };
    try {
        Bench bench(findings, device, device->queue(), before);
        Checks(bench, seed, "").all();
        auto queue = device->queue_like({ampere});
        if (!queue || device->capability().major <= ampere.major) return findings;
        Bench earlier(findings, device, std::move(queue), before);
        Checks(earlier, seed, " as on Ampere").prompts();
    } catch (const Error &error) {
        findings.push_back({"stopped after " + last, "", 0, 0, error.what()});
    }
    return findings;
}

} // namespace sncuda
