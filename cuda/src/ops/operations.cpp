// Operations made of others.
#include "ops/device.h"
#include "ops/error.h"
#include <algorithm>

namespace sncuda {

namespace {

constexpr uint64_t largest_batch = 128;
constexpr uint64_t most_scores = uint64_t(1) << 24;

} // namespace

void Operations::add_and_rms_norm(Address x, Address y, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    add(x, y, uint64_t(rows) * columns);
    rms_norm(x, weight, rows, columns, epsilon, out);
}

void Operations::grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) {
    for (uint32_t i = 0; i < count; i++) matmul(*weights[i], x, batch, out[i]);
}

void Operations::matmul_glu(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out) {
    matmul(up, x, batch, workspace);
    matmul(gate, x, batch, out);
    this->glu(activation, out, workspace, batch, uint32_t(gate.rows), uint32_t(gate.rows), out);
}

void Operations::rope_and_store_kv(const RopeAndStoreKv &p) {
    rope(p.queries, p.rope, p.batch, p.position, p.heads, p.head_size);
    rope(p.keys, p.rope, p.batch, p.position, p.n_kv_heads, p.head_size);
    uint64_t key_row = uint64_t(p.n_kv_heads) * p.head_size, value_row = uint64_t(p.n_kv_heads) * p.value_size;
    f32_to_f16(p.key_cache + p.position * key_row * 2, p.keys, p.batch * key_row);
    f32_to_f16(p.value_cache + p.position * value_row * 2, p.values, p.batch * value_row);
}

uint64_t Operations::score_workspace(uint32_t batch, uint32_t heads, uint32_t, uint64_t capacity) const {
    return uint64_t(batch) * heads * (capacity + batch);
}

// Few where the context is long.
uint32_t Operations::prompt_batch(uint32_t heads, uint64_t capacity) const {
    return uint32_t(std::clamp<uint64_t>(most_scores / (heads * capacity), 1, largest_batch));
}

std::unique_ptr<Recording> Operations::record(const std::function<void()> &) {
    return nullptr;
}

namespace {

// Models that need one of these are refused when they are loaded.
[[noreturn]] void refuse() {
    throw Error(Code::invalid_device, "this device computes models of llama's kind alone");
}

} // namespace

void Operations::scale(Address, uint64_t, float) {
    refuse();
}

void Operations::mix_experts(const Experts &) {
    refuse();
}

void Operations::scale_by_position(Address, uint32_t, uint32_t, uint32_t, float, uint32_t, uint32_t) {
    refuse();
}

void Operations::rearrange(const Rearrangement &) {
    refuse();
}

void Operations::layer_norm(Address, Address, Address, uint32_t, uint32_t, float, Address) {
    refuse();
}

void Operations::add_rows(const Weight &, uint32_t, uint32_t, uint32_t, Address) {
    refuse();
}

void Operations::activate(Activation, Address, uint64_t) {
    refuse();
}

bool Device::multiplies(WeightType type) const {
    return block_format(type).fast;
}

void Device::upload_rows(const Weight &weight, uint64_t first, uint64_t count, const uint8_t *rows) {
    const BlockFormat &format = block_format(weight.type);
    uint64_t row = weight.columns / format.values * format.bytes;
    upload(weight.data + first * row, rows, count * row);
}

} // namespace sncuda
