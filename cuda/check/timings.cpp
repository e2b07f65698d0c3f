#include "timings.h"
#include "bench.h"
#include "ops/error.h"
#include <algorithm>
#include <chrono>
#include <cstring>

namespace sncuda {

namespace {

constexpr uint64_t beyond_caches = uint64_t(256) << 20, piece = uint64_t(1) << 20;

uint64_t bytes_of(WeightType type, uint64_t rows, uint64_t columns) {
    return rows * columns / block_format(type).values * block_format(type).bytes;
}

class Timer {
public:
    // The i-th time of an operation.
    using Operation = std::function<void(Operations &on, uint32_t i)>;

    Timer(std::shared_ptr<Device> device, bool small, Before before)
        : small(small), before_(std::move(before)), device_(std::move(device)), own_(device_->queue()) {
        Random random(1);
        std::vector<uint16_t> halves(piece / 2);
        for (uint16_t &half : halves) half = uint16_t(0x2800 + random() % 0x1000) | uint16_t(random() % 2 << 15); // 0.03 to 0.5
        halves_ = values(halves);
        floats_ = values(normals(random, piece / 4));
    }

    Operations &queue() { return own_ ? *own_ : *device_; }

    // 16-bit floats, or weights of any type: what they are does not matter to the time.
    Buffer halves(uint64_t bytes) { return full_of(halves_, bytes); }
    Buffer floats(uint64_t count) { return full_of(floats_, 4 * count); }

    template <class T> Buffer values(const std::vector<T> &values) {
        Buffer buffer(device_, values.size() * sizeof(T));
        device_->upload(buffer.address(), values.data(), values.size() * sizeof(T));
        return buffer;
    }

    // So many of what has so many bytes that the first has left the caches when the last was used.
    uint32_t copies(uint64_t bytes) const { return small ? 2 : uint32_t((beyond_caches + bytes - 1) / bytes); }

    // `make` makes what is needed, and the operation; where it cannot, that is what is told.
    void time(const std::string &operation, const std::string &shape, double bytes, double operations, const std::function<Operation()> &make) {
        Timing timing{operation, shape, 0, bytes, operations, ""};
        before_(operation + " " + shape);
        try {
            timing.seconds = seconds(make());
        } catch (const Error &error) {
            timing.left_out = error.what();
        }
        timings.push_back(timing);
    }

    const bool small;
    std::vector<Timing> timings;

private:
    Buffer full_of(const Buffer &from, uint64_t bytes) {
        Buffer buffer(device_, bytes);
        for (uint64_t at = 0; at < bytes; at += piece) device_->copy(buffer.address() + at, from.address(), std::min(piece, bytes - at));
        device_->synchronize();
        return buffer;
    }

    template <class Body> double taken(Body body) {
        auto start = std::chrono::steady_clock::now();
        body();
        queue().synchronize();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    double seconds(const Operation &operation) {
        // What it needs room for has it from here on, and can be recorded.
        taken([&] { operation(queue(), 0); });
        double once = taken([&] { operation(queue(), 1); });
        auto times = small ? 2 : uint32_t(std::clamp(0.004 / once, 16.0, 1000.0));
        auto all = [&] {
            for (uint32_t i = 0; i < times; i++) operation(queue(), i);
        };
        auto recording = queue().record(all);
        auto play = [&] { recording ? queue().play(*recording) : all(); };
        taken(play);
        std::vector<double> each(small ? 1 : 9);
        for (double &one : each) one = taken(play) / times;
        std::nth_element(each.begin(), each.begin() + each.size() / 2, each.end());
        return each[each.size() / 2];
    }

    Before before_;
    std::shared_ptr<Device> device_;
    std::unique_ptr<Operations> own_;
    Buffer halves_, floats_;
};

// Several matrices, one behind the other.
struct Weights {
    std::shared_ptr<Buffer> memory;
    Weight first;
    uint64_t bytes;
    uint32_t count;
    Weight at(uint32_t i) const {
        Weight weight = first;
        weight.data += i % count * bytes;
        return weight;
    }
};

Weights weights(Timer &timer, WeightType type, uint64_t rows, uint64_t columns) {
    uint64_t bytes = (bytes_of(type, rows, columns) + 255) / 256 * 256;
    uint32_t count = timer.copies(bytes);
    auto memory = std::make_shared<Buffer>(timer.halves(bytes * count));
    return {memory, {memory->address(), type, rows, columns}, bytes, count};
}

class Timings {
public:
    Timings(const std::shared_ptr<Device> &device, bool small, const Before &before) : timer_(device, small, before), small_(small) {}

    std::vector<Timing> all() {
        nothing();
        for (WeightType type : {WeightType::f32, WeightType::f16, WeightType::bf16, WeightType::q8_0, WeightType::q4_0, WeightType::q4_1,
                                WeightType::q5_0, WeightType::q5_1, WeightType::q4_k, WeightType::q5_k, WeightType::q6_k}) {
            matmul(type, n_embd, n_embd, 1);
            matmul(type, n_ff, n_embd, 1);
            matmul(type, n_embd, n_ff, 1);
            matmul(type, tokens, n_embd, 1);
        }
        for (WeightType type : {WeightType::f16, WeightType::q8_0, WeightType::q4_k}) {
            gated(type);
            grouped(type);
        }
        for (WeightType type : {WeightType::f16, WeightType::q8_0, WeightType::q4_k}) {
            for (uint32_t batch : {16u, 64u, 512u}) {
                matmul(type, n_embd, n_embd, batch);
                matmul(type, n_ff, n_embd, batch);
            }
        }
        attention(1, 511);
        attention(1, 8191);
        attention(512, 0);
        rope_and_store_kv();
        add_and_rms_norm(1);
        add_and_rms_norm(512);
        sample("sample the largest", SamplingParams());
        SamplingParams how;
        how.temperature = 0.8, how.draw = 0.5;
        sample("sample at random", how);
        how.top_k = 40, how.top_p = 0.9, how.min_p = 0.05, how.penalty = 1.1f;
        sample("sample with filters", how);
        return timer_.timings;
    }

private:
    uint64_t lesser(uint64_t size) const { return small_ ? std::max<uint64_t>(256, size / 64 / 256 * 256) : size; }
    uint32_t lesser_batch(uint32_t batch) const { return small_ ? std::min(batch, 6u) : batch; }

    static std::string name(const char *operation, WeightType type) { return std::string(operation) + " " + block_format(type).name; }

    // Time of a kernel that has nothing to do.
    void nothing() {
        timer_.time("add", "4", 0, 0, [&] {
            auto x = floats(4), y = floats(4);
            return [=](Operations &on, uint32_t) { on.add(x->address(), y->address(), 4); };
        });
    }

    void matmul(WeightType type, uint64_t rows, uint64_t columns, uint32_t batch) {
        rows = lesser(rows), columns = lesser(columns), batch = lesser_batch(batch);
        double bytes = double(bytes_of(type, rows, columns)) + 4.0 * batch * double(rows + columns);
        double operations = batch > 1 ? 2.0 * double(rows) * double(columns) * batch : 0;
        timer_.time(name("matmul", type), shaped({batch, rows, columns}), bytes, operations, [&] {
            Weights all = weights(timer_, type, rows, columns);
            auto x = floats(batch * columns), out = floats(batch * rows);
            return [=](Operations &on, uint32_t i) { on.matmul(all.at(i), x->address(), batch, out->address()); };
        });
    }

    void gated(WeightType type) {
        uint64_t rows = lesser(n_ff), columns = lesser(n_embd);
        double bytes = 2.0 * double(bytes_of(type, rows, columns)) + 4.0 * double(rows + columns);
        timer_.time(name("matmul_glu", type), shaped({1, rows, columns}), bytes, 0, [&] {
            Weights all = weights(timer_, type, rows, columns);
            auto x = floats(columns), workspace = floats(rows), out = floats(rows);
            return [=](Operations &on, uint32_t i) {
                on.matmul_glu(Activation::silu, all.at(2 * i), all.at(2 * i + 1), x->address(), 1, workspace->address(), out->address());
            };
        });
    }

    // Queries, keys and values.
    void grouped(WeightType type) {
        uint64_t columns = lesser(n_embd), rows = lesser(n_embd), few = lesser(n_embd / 4);
        double bytes = double(bytes_of(type, rows + 2 * few, columns)) + 4.0 * double(rows + 2 * few + columns);
        timer_.time(name("grouped_matmul", type), shaped({1, rows + 2 * few, columns}), bytes, 0, [&] {
            Weights all = weights(timer_, type, rows + 2 * few, columns);
            auto x = floats(columns), out = floats(rows + 2 * few);
            // The planes of one matrix for three: the same bytes, in other places.
            return [=](Operations &on, uint32_t i) {
                Weight a = all.at(i), b = a, c = a;
                a.rows = rows, b.rows = c.rows = few;
                b.data += bytes_of(type, rows, columns);
                c.data = b.data + bytes_of(type, few, columns);
                const Weight *pointers[] = {&a, &b, &c};
                Address to = out->address(), places[] = {to, to + rows * 4, to + (rows + few) * 4};
                on.grouped_matmul(pointers, places, 3, x->address(), 1);
            };
        });
    }

    void attention(uint32_t batch, uint32_t position) {
        batch = lesser_batch(batch), position = uint32_t(std::min<uint64_t>(position, small_ ? 40 : position));
        uint64_t positions = uint64_t(position) + batch, row = n_kv_heads * head_size, cache = positions * row * 2;
        double visible = batch * (position + (batch + 1) / 2.0);
        double bytes = 2.0 * double(cache) + 8.0 * batch * heads * head_size;
        double operations = batch > 1 ? 4.0 * visible * heads * head_size : 0;
        std::string shape = std::to_string(batch) + " at " + std::to_string(position) + ", " + shaped({heads, n_kv_heads, head_size});
        timer_.time("attention", shape, bytes, operations, [&] {
            auto capacity = uint32_t(positions);
            uint32_t count = timer_.copies(2 * cache);
            uint64_t workspace = timer_.queue().score_workspace(batch, heads, head_size, capacity);
            auto caches = halves(2 * cache * count), queries = floats(batch * heads * head_size), out = floats(batch * heads * head_size);
            auto scores = floats(workspace), place = std::make_shared<Buffer>(timer_.values(std::vector<uint32_t>{position}));
            return [=](Operations &on, uint32_t i) {
                Address keys = caches->address() + i % count * 2 * cache;
                Attention a{queries->address(), keys, keys + cache, out->address(), scores->address(), batch, position, heads, n_kv_heads,
                            head_size, head_size, 0, 0.088f, 0, place->address(), capacity};
                on.attention(a);
            };
        });
    }

    void rope_and_store_kv() {
        uint64_t row = heads * head_size, key_row = n_kv_heads * head_size;
        timer_.time("rope_and_store_kv", shaped({1, heads, n_kv_heads, head_size}), 8.0 * double(row) + 16.0 * double(key_row), 0, [&] {
            auto queries = floats(row), keys = floats(key_row), values = floats(key_row), caches = halves(key_row * 4);
            auto turns = std::make_shared<Buffer>(timer_.values(std::vector<double>(head_size / 2, 0.01)));
            auto position = std::make_shared<Buffer>(timer_.values(std::vector<uint32_t>{0}));
            return [=](Operations &on, uint32_t) {
                on.rope_and_store_kv({queries->address(), keys->address(), values->address(), caches->address(), caches->address() + key_row * 2,
                          {turns->address(), head_size, true, 1}, 1, 0, position->address(), heads, n_kv_heads, head_size, head_size});
            };
        });
    }

    void add_and_rms_norm(uint32_t rows) {
        uint64_t count = uint64_t(rows) * n_embd;
        timer_.time("add_and_rms_norm", shaped({rows, n_embd}), 16.0 * double(count) + 4.0 * n_embd, 0, [&] {
            auto x = floats(count), y = floats(count), weight = floats(n_embd), out = floats(count);
            return [=](Operations &on, uint32_t) {
                on.add_and_rms_norm(x->address(), y->address(), weight->address(), rows, n_embd, 1e-5f, out->address());
            };
        });
    }

    void sample(const char *operation, SamplingParams how) {
        auto count = uint32_t(lesser(tokens));
        timer_.time(operation, std::to_string(count), 4.0 * count, 0, [&] {
            Random random(1);
            auto logits = std::make_shared<Buffer>(timer_.values(normals(random, count, 3)));
            std::vector<uint32_t> numbers(64);
            for (uint32_t i = 0; i < 64; i++) numbers[i] = 3 * i;
            auto recent = std::make_shared<Buffer>(timer_.values(numbers));
            how.recent = recent->address(), how.recent_count = 64;
            SamplingSteps steps = steps_of(how);
            auto sampling = std::make_shared<Buffer>(timer_.values(std::vector<SamplingParams>{how}));
            auto workspace = halves(timer_.queue().sampling_workspace(steps) + 1), out = halves(sizeof(Sampled));
            return [=](Operations &on, uint32_t) {
                (void)recent; // which `sampling` names
                on.sample(logits->address(), count, steps, sampling->address(), workspace->address(), out->address());
            };
        });
    }

    std::shared_ptr<Buffer> halves(uint64_t bytes) { return std::make_shared<Buffer>(timer_.halves(bytes)); }
    std::shared_ptr<Buffer> floats(uint64_t count) { return std::make_shared<Buffer>(timer_.floats(count)); }

    // Of a model of 8 billion values.
    static constexpr uint32_t n_embd = 4096, n_ff = 14336, tokens = 128256, heads = 32, n_kv_heads = 8, head_size = 128;

    Timer timer_;
    bool small_;
};

} // namespace

std::vector<Timing> time_operations(const std::shared_ptr<Device> &device, bool small, const Before &before) {
    return Timings(device, small, before).all();
}

} // namespace sncuda
