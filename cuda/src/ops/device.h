// A device, as a model needs it. The CPU reference implements it to be read; a GPU implements it with one kernel for
// each operation, which is held against the reference's.
#pragma once
#include "ops/blocks.h"
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sncuda {

// An address in a device's memory; 0 is none.
using Address = uint64_t;

struct Memory {
    uint64_t free, total;
};

struct Capability {
    int32_t major, minor;
};

// Policy of a queue: with what a device of this capability has (0: its own), with recordings, with kernels that start
// early. Results without one of the last two are the same.
struct LaunchPolicy {
    Capability capability{0, 0};
    bool records = true, use_pdl = true;
};

// A matrix of weights: `rows` rows of `columns` values each.
struct Weight {
    Address data = 0;
    WeightType type = WeightType::f32;
    uint64_t rows = 0, columns = 0;
    explicit operator bool() const { return data != 0; }
    // One of `count` equal matrices that lie one behind the other as a file has them.
    Weight part(uint32_t index, uint32_t count) const {
        Weight one = *this;
        one.rows = rows / count;
        one.data += index * one.rows * bytes_of(type, columns);
        return one;
    }
};

// Rotary positions: pair i of a head is turned by `position * turns[i]` radians.
struct Rope {
    Address turns;       // doubles, `rotated / 2` of them
    uint32_t rotated;    // values of each head that are turned; the rest stay
    bool interleaved;    // pairs are (2i, 2i + 1), else (i, i + rotated / 2)
    float magnitude;     // what the turned values are multiplied by
};

struct Attention {
    Address queries;     // floats [batch][heads][head_size]
    Address keys;        // 16-bit floats [position][key_heads][head_size]
    Address values;      // 16-bit floats [position][key_heads][value_size]
    Address out;         // floats [batch][heads][value_size]
    Address scores;      // space for as many floats as score_workspace says
    uint32_t batch, position; // query b stands at position + b and sees all up to there
    uint32_t heads, n_kv_heads, head_size, value_size;
    uint32_t window;     // how many positions a query sees, itself included; 0 for all
    float scale;
    float softcap;       // scores become softcap * tanh(score / softcap); 0 for none
    Address position_at = 0; // where the device keeps `position` (32 bits), which then may change; 0 for nowhere
    uint32_t capacity = 0;   // beyond which position + batch does not grow; 0: it does not change
    // On devices that compute more than llama's kind alone:
    bool chunks = false;     // queries see the positions of their own chunk of `window`, in place of the last
    Address sinks = 0;       // floats [heads]: each a score more, whose value is nothing; 0 for none
    uint32_t seen_by_all = 0; // so many positions, by every query; 0: each sees up to itself
};

// GELU is that by tanh, gelu_erf the exact one, and swiglu_clamped gate * sigmoid(1.702 * gate) * (up + 1), with the gate
// up to 7 and -7 <= up <= 7.
enum class Activation : uint32_t { silu = 0, gelu = 1, gelu_erf = 2, swiglu_clamped = 3 };

// How a token's experts are chosen by their scores, and what they weigh. The `used` largest are chosen, the first of
// equals: by their probabilities, to which `selection` is added where there is one (of the experts in the `groups_used`
// of `groups` equal groups whose two largest sum up to most). Each weighs its probability times `scale`.
struct ExpertRules {
    bool sigmoid = false;      // probabilities are sigmoids of the scores, else their softmax
    bool normalised = false;   // and divided by the sum of those chosen
    bool before = false;       // weights multiply what goes in, else what comes out
    uint32_t groups = 1, groups_used = 1;
    float scale = 1;
};

// Keys and values of new positions, on their way into the cache.
struct RopeAndStoreKv {
    Address queries;       // floats [batch][heads][head_size], turned in place
    Address keys, values;  // floats [batch][key_heads][head_size or value_size]; keys may be turned in place
    Address key_cache, value_cache; // 16-bit floats [position][key_heads][...], from position 0 on
    Rope rope;
    uint32_t batch, position;
    Address position_at;   // as Attention's
    uint32_t heads, n_kv_heads, head_size, value_size;
};

// Tokens on their way through a few of many experts: their matrices lie one behind the other.
// out[b] = sum over those chosen of weight * down(activation(gate x[b]) * up x[b]), in the order of the experts' numbers.
struct Experts {
    const Weight *gates, *ups, *downs;
    Address gate_biases, up_biases, down_biases; // floats [count][rows of one]; 0 for none
    Address selection; // floats [count]; 0 for none
    uint32_t count, used;
    Activation activation;
    ExpertRules rules;
    bool adds;        // to what is in out already
    Address scores;   // floats [batch][count]
    Address x;        // floats [batch][gates->columns]
    uint32_t batch;
    Address out;      // floats [batch][gates->columns]
};

// Values that lie one way and are to lie another.
struct Rearrangement {
    Address x;
    uint32_t x_row, x_head;
    Address out;
    uint32_t out_row, out_head;
    uint32_t batch, heads, columns;
};

class Module;
class Stream;

// Operations that were recorded, to be run again.
class Recording {
public:
    virtual ~Recording() = default;
};

// One of many logits, as sample leaves it. `odd` is the first that is not finite, UINT32_MAX where all are.
struct Sampled {
    uint32_t index, odd;
};
// The index of the token that was sampled; an Error where a logit is odd.
uint32_t sampled_token(const Sampled &sampled);

// Parameters of sampling. First the logits of recent tokens are divided by `penalty`, where above 0, or multiplied
// with it. At temperature 0 the largest is chosen, the first of equals. Else there is an order, the larger first and
// of equals the lower number: of it the first `top_k` are left, of these all before which less than `top_p` of their
// summed exp(logit) lies, of these those whose exp(logit) is at least `min_p` times the largest one's. One of them
// comes with a probability in proportion to exp(logit / temperature): `draw`, a random number in [0, 1), is how far
// to walk along them, in the order of their numbers.
struct SamplingParams {
    double temperature = 0, min_p = 0, draw = 0, top_p = 1;
    Address recent = 0; // 32-bit numbers, none of them twice
    uint32_t recent_count = 0;
    uint32_t top_k = 0; // 0 for all
    float penalty = 1;
};

// The steps that SamplingParams need.
struct SamplingSteps {
    bool penalty = false, top_k = false, top_p = false, draw = false;
    bool operator==(const SamplingSteps &other) const {
        return penalty == other.penalty && top_k == other.top_k && top_p == other.top_p && draw == other.draw;
    }
};
SamplingSteps steps_of(const SamplingParams &how);

// A queue of operations on a device: they run in the order of the calls. None has an order of additions that
// varies from run to run.
class Operations {
public:
    virtual ~Operations() = default;

    // Copies to the device. What is at `from` stays as it is until somebody waits for the queue; a device's own queue
    // waits here.
    virtual void upload(Address to, const void *from, uint64_t bytes) = 0;
    // Waits for what was queued before.
    virtual void download(void *to, Address from, uint64_t bytes) = 0;
    // Waits for everything under way; an Error where something of it failed.
    virtual void synchronize() = 0;

    // out[b] = scale * table[tokens[b]]
    virtual void embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) = 0;
    // out[r] = x[r] / sqrt(mean(x[r]²) + epsilon) * weight, each of `rows` rows of `columns`; x may be out. Without a weight
    // (0) on devices that compute all alone.
    virtual void rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) = 0;
    // out[b][r] = sum over c of weight[r][c] * x[b][c]
    virtual void matmul(const Weight &weight, Address x, uint32_t batch, Address out) = 0;
    // x[b] += bias
    virtual void add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) = 0;
    // x += y
    virtual void add(Address x, Address y, uint64_t count) = 0;
    // x is [batch][heads][head_size]; row b stands at position + b
    virtual void rope(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) = 0;
    // 16-bit floats at `to` from floats at `from`
    virtual void f32_to_f16(Address to, Address from, uint64_t count) = 0;
    virtual void attention(const Attention &attention) = 0;
    // out[b][i] = activation(gate[b * stride + i]) * up[b * stride + i], i < columns
    virtual void glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) = 0;
    // out[b][i] = x[b * stride + i], i < columns: takes fused projections apart
    virtual void slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) = 0;
    // x = cap * tanh(x / cap)
    virtual void soft_cap(Address x, uint64_t count, float cap) = 0;

    // On devices that compute more than llama's kind (`Device::computes_all`) alone.

    // x *= factor
    virtual void scale(Address x, uint64_t count, float factor);
    virtual void mix_experts(const Experts &experts);
    // x[b] *= 1 + scale * ln(1 + floor((position + b + offset) / length)), of `columns` values each
    virtual void scale_by_position(Address x, uint32_t batch, uint32_t columns, uint32_t position, float scale, uint32_t length, uint32_t offset);
    // out[b][h][i] = x[b][h][i] of `columns` values, with so many values from one b to the next, and from one h
    virtual void rearrange(const Rearrangement &);
    // out[r] = (x[r] - mean(x[r])) / sqrt(variance(x[r]) + epsilon) * weight + bias; x may be out
    virtual void layer_norm(Address x, Address weight, Address bias, uint32_t rows, uint32_t columns, float epsilon, Address out);
    // x[b] += table[row + b * step]
    virtual void add_rows(const Weight &table, uint32_t row, uint32_t step, uint32_t batch, Address x);
    // x = activation(x)
    virtual void activate(Activation activation, Address x, uint64_t count);

    // The following are made of those above; a device may know a shorter way.

    // x += y, then as rms_norm. x is not out.
    virtual void add_and_rms_norm(Address x, Address y, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out);
    // matmul for up to three matrices of one type and the same columns
    virtual void grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch);
    // out = activation(gate * x) * (up * x); `workspace` is as large as out
    virtual void matmul_glu(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out);
    virtual void rope_and_store_kv(const RopeAndStoreKv &rope_and_store);
    // Writes a Sampled to `out`, by the SamplingParams at `how`, whose steps are these; `workspace` has sampling_workspace bytes. x may change.
    virtual void sample(Address x, uint32_t count, const SamplingSteps &steps, Address how, Address workspace, Address out);
    virtual uint64_t sampling_workspace(const SamplingSteps &) const { return 0; }
    // Number of floats that Attention's scores have room for, where a session may grow to `capacity` positions.
    virtual uint64_t score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) const;
    // Number of tokens of a prompt that go through the layers at a time.
    virtual uint32_t prompt_batch(uint32_t heads, uint64_t capacity) const;
    // Bytes that it holds on the device for itself.
    virtual uint64_t bytes() const { return 0; }

    // Operations, without copies from or to the host, kept to be run again and again. Null where there is no such
    // thing, or where it failed this time: then nothing has happened.
    virtual std::unique_ptr<Recording> record(const std::function<void()> &operations);
    virtual void play(Recording &) {}
};

// A device, and its own queue of operations.
class Device : public Operations {
public:
    virtual int32_t id() const = 0;
    virtual std::string name() const = 0;
    virtual Capability capability() const = 0;
    virtual Memory memory() const = 0;
    // Bytes that this process has allocated here.
    virtual uint64_t used() const = 0;

    // 256-byte aligned; an Error with Code::out_of_memory where there is too little.
    virtual Address allocate(uint64_t bytes) = 0;
    virtual void release(Address address) noexcept = 0;
    // Bytes of a file as memory that is only read and that processes share; 0 where this device has no such thing, or
    // the system gives none. `file` is the system's descriptor or handle, `offset` a multiple of `map_alignment`.
    virtual Address map_file(intptr_t, uint64_t /*offset*/, uint64_t /*bytes*/) { return 0; }
    static constexpr uint64_t map_alignment = 64 << 10; // of Windows; all pages are smaller
    // Says that an allocation will be filled, and then read from end to end again and again.
    virtual void expect_reading(Address, uint64_t) {}
    virtual void copy(Address to, Address from, uint64_t bytes) = 0;
    virtual void fill(Address to, uint8_t value, uint64_t bytes) = 0;
    // Puts rows of a matrix, as a file has them, where and how this device wants them.
    virtual void upload_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows);
    // Address at which the host may write the device's memory directly; null where it may not.
    virtual void *host_view(Address) { return nullptr; }
    // True where the allocation that begins here is memory of this device.
    virtual bool resident(Address address) const = 0;
    // Tells whether it computes what is beyond llama's kind, and tokens of several inferences at once.
    virtual bool computes_all() const { return false; }
    // Tells whether weights of this type are read here.
    virtual bool multiplies(WeightType type) const;
    // An Error that says what is wrong with the device.
    virtual void check_health() = 0;
    // A queue of its own, which waits for no other; null where the device has one alone. It uses the device, and
    // must not outlive it.
    virtual std::unique_ptr<Operations> queue() { return nullptr; }
    // One that goes about it in a way that may be another.
    virtual std::unique_ptr<Operations> queue_like(const LaunchPolicy &) { return nullptr; }

    // Kernels of the host's own. An Error where the device runs none.
    virtual std::shared_ptr<Module> compile(const std::string &ptx) = 0;
    virtual std::shared_ptr<Stream> stream() = 0;
};

// A loaded PTX module.
class Module {
public:
    virtual ~Module() = default;
    // The address of a kernel; an Error where there is none of this name.
    virtual uint64_t function(const std::string &name) = 0;
    virtual void launch(uint64_t function, const uint32_t grid[3], const uint32_t block[3], uint32_t shared,
                        const std::vector<uint64_t> &arguments) = 0;
};

class Stream {
public:
    virtual ~Stream() = default;
    virtual void synchronize() = 0;
};

// A device allocation that frees itself.
class Buffer {
public:
    Buffer() = default;
    Buffer(std::shared_ptr<Device> device, uint64_t bytes)
        : device_(std::move(device)), address_(device_->allocate(bytes)), bytes_(bytes) {}
    // Takes over what is there.
    Buffer(std::shared_ptr<Device> device, Address address, uint64_t bytes)
        : device_(std::move(device)), address_(address), bytes_(bytes) {}
    ~Buffer() { reset(); }
    Buffer(Buffer &&other) noexcept { *this = std::move(other); }
    Buffer &operator=(Buffer &&other) noexcept {
        reset();
        device_ = std::move(other.device_);
        address_ = other.address_;
        bytes_ = other.bytes_;
        other.address_ = 0;
        other.bytes_ = 0;
        return *this;
    }

    Address address() const { return address_; }
    uint64_t bytes() const { return bytes_; }
    bool resident() const { return address_ == 0 || device_->resident(address_); }

private:
    void reset() noexcept {
        if (address_ != 0) device_->release(address_);
        address_ = 0;
    }
    std::shared_ptr<Device> device_;
    Address address_ = 0;
    uint64_t bytes_ = 0;
};

constexpr int32_t cpu_reference = -1;

// Number of GPUs that the driver offers; 0 without a driver or without GPU code in this build.
int32_t gpu_count();
// The version of the CUDA runtime inside, "cpu" where there is none.
std::string runtime_version();
// The device with this number; the same object as long as somebody holds it.
std::shared_ptr<Device> open_device(int32_t id);

} // namespace sncuda
