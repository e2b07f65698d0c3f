#include "model/model.h"
#include "ops/error.h"
#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace sncuda {

namespace {

constexpr uint64_t alignment = 256;
constexpr uint64_t chunk = uint64_t(16) << 20;
constexpr Address in_place = uint64_t(1) << 63; // marks an address that is final
constexpr uint64_t mapped_alignment = 32;
constexpr uint64_t most_bytes = uint64_t(1) << 60; // sums of a few of them do not overflow

uint64_t aligned(uint64_t bytes) {
    return (bytes + alignment - 1) / alignment * alignment;
}

} // namespace

std::vector<Weight *> Layer::weights() {
    return {&query, &key, &value, &fused_qkv, &attention_out, &query_latent, &key_value_latent, &key_value_plain, &key_latent, &value_plain,
            &gate, &up, &down, &router, &expert_gates, &expert_ups, &expert_downs, &shared_gate, &shared_up, &shared_down};
}

std::vector<Address *> Layer::addresses() {
    return {&attention_norm, &query_norm, &key_norm, &attention_post_norm, &attention_post_norm_bias, &query_bias, &key_bias, &value_bias,
            &fused_qkv_bias, &attention_out_bias, &sinks, &query_latent_norm, &latent_norm, &ffn_norm, &ffn_post_norm, &ffn_post_norm_bias,
            &gate_bias, &up_bias, &down_bias, &router_bias, &expert_selection, &expert_gate_biases, &expert_up_biases, &expert_down_biases};
}

// The layout is worked out with addresses relative to 1 (0 is none), and moved once the memory is there.
Model::Model(std::shared_ptr<Device> device, const ModelTable &file)
    : device_(std::move(device)), file_(&file), config_(file.config()) {
    map_files();
    check_device();
    lay_out();
    check_memory();
    weights_ = Buffer(device_, total_);
    device_->expect_reading(weights_.address(), total_);
    auto move = [&](Address &address) {
        if (address & in_place) {
            address &= ~in_place;
        } else if (address != 0) {
            address += weights_.address() - alignment;
        }
    };
    move(embedding_.data);
    move(output_.data);
    move(output_norm_);
    move(output_bias_);
    for (Address *address : {&encoder_input_.types.data, &encoder_input_.positions.data, &encoder_input_.norm, &encoder_input_.norm_bias}) {
        move(*address);
    }
    for (Layer &layer : layers_) {
        for (Weight *weight : layer.weights()) move(weight->data);
        for (Address *address : layer.addresses()) move(*address);
    }
    copy_weights();
    read_turns();
    places_.clear();
    file_ = nullptr;
    factors_ = short_factors_ = long_factors_ = nullptr;
}

// Matrices are read where the file has them, on a device that can: other processes' pages are the same, and nothing is
// copied.
void Model::map_files() {
    const std::vector<Tensor> &tensors = file_->tensors();
    for (uint32_t file = 0; file < file_->files().size(); file++) {
        uint64_t from = UINT64_MAX, to = 0;
        for (const Tensor &tensor : tensors) {
            if (tensor.file != file) continue;
            from = std::min(from, tensor.offset);
            to = std::max(to, tensor.offset + tensor.bytes);
        }
        mapped_.emplace_back();
        if (to == 0) continue;
        Mapped &mapped = mapped_.back();
        mapped.from = from / Device::map_alignment * Device::map_alignment;
        Address address = device_->map_file(file_->files()[file], mapped.from, to - mapped.from);
        if (address != 0) mapped.buffer = Buffer(device_, address, to - mapped.from);
    }
}

bool Model::maps_files() const {
    return std::any_of(mapped_.begin(), mapped_.end(), [](const Mapped &mapped) { return mapped.buffer.address() != 0; });
}

uint64_t Model::bytes() const {
    uint64_t sum = weights_.bytes() + turns_.bytes();
    for (const Mapped &mapped : mapped_) sum += mapped.buffer.bytes();
    return sum;
}

bool Model::is_mapped(const Tensor &tensor) const {
    return tensor.file < mapped_.size() && mapped_[tensor.file].buffer.address() != 0 && tensor.offset % mapped_alignment == 0;
}

const Tensor &Model::required(const std::string &name) const {
    const Tensor *tensor = file_->find(name);
    if (!tensor) file_->fail("has no tensor " + name);
    return *tensor;
}

// The address relative to the weights, plus `alignment`.
uint64_t Model::reserve(const Tensor &tensor, bool as_floats) {
    uint64_t offset = total_;
    uint64_t values = tensor.rows() * tensor.columns();
    if (!as_floats && is_mapped(tensor)) {
        parameters_ += values;
        places_.push_back({&tensor, 0, false, true});
        const Mapped &mapped = mapped_[tensor.file];
        return (mapped.buffer.address() + tensor.offset - mapped.from) | in_place;
    }
    bool fits = as_floats ? values <= most_bytes / 4 : tensor.bytes <= most_bytes;
    uint64_t bytes = fits ? aligned(as_floats ? values * 4 : tensor.bytes) : most_bytes;
    if (bytes >= most_bytes - total_) {
        throw Error(Code::out_of_memory, "the weights of \"" + file_->path() + "\" require more than " +
                                             std::to_string(most_bytes) + " bytes");
    }
    total_ += bytes;
    parameters_ += values;
    places_.push_back({&tensor, offset, as_floats});
    return offset + alignment;
}

Weight Model::matrix(const std::string &name, uint64_t rows, uint64_t columns) {
    const Tensor &tensor = required(name);
    if (tensor.columns() != columns || (rows != 0 && tensor.rows() != rows) || tensor.rows() > UINT32_MAX) {
        file_->fail("tensor " + name + " is " + tensor.shape() + " and must be " + std::to_string(columns) + "x" +
                    (rows == 0 ? "vocabulary" : std::to_string(rows)));
    }
    return {reserve(tensor, false), tensor.type, tensor.rows(), tensor.columns()};
}

Weight Model::optional_matrix(const std::string &name, uint64_t rows, uint64_t columns) {
    return file_->find(name) ? matrix(name, rows, columns) : Weight();
}

Address Model::vector(const std::string &name, uint64_t length, uint64_t rows) {
    const Tensor &tensor = required(name);
    if (tensor.columns() != length || tensor.rows() != rows) {
        file_->fail("tensor " + name + " is " + tensor.shape() + " and must be " + std::to_string(length) + (rows == 1 ? "" : "x" + std::to_string(rows)));
    }
    return reserve(tensor, true);
}

Address Model::optional_vector(const std::string &name, uint64_t length) {
    return file_->find(name) ? vector(name, length) : 0;
}

// What a device does not compute is refused before anything is copied.
void Model::check_device() const {
    auto refuse = [&](const std::string &what) {
        throw Error(Code::invalid_device, "`path` is \"" + file_->path() + "\": " + what + ", which device " + std::to_string(device_->id()) +
                                              " does not compute; the CPU (-1) does");
    };
    std::string beyond = config_.beyond_llama();
    if (!device_->computes_all() && !beyond.empty()) refuse(beyond);
    for (const Tensor &tensor : file_->tensors()) {
        if (!device_->multiplies(tensor.type)) refuse("tensor " + shown(tensor.name) + " has weight type " + weight_type_name(uint32_t(tensor.type)));
    }
}

// Files of the other kind have the matrix of which these two are made: their keys and values are stored whole.
void Model::latent_weights(const std::string &prefix, Layer &layer) {
    auto name = [&](const char *part) { return prefix + part; };
    uint64_t n_embd = config_.n_embd, heads = config_.heads, latent = config_.latent, rotated = config_.rope.rotated;
    uint64_t plain_key = config_.plain_key, plain_value = config_.plain_value;
    uint64_t queries = heads * (plain_key + rotated);
    if (config_.query_latent != 0) {
        layer.query_latent = matrix(name("attn_q_a.weight"), config_.query_latent, n_embd);
        layer.query_latent_norm = vector(name("attn_q_a_norm.weight"), config_.query_latent);
        layer.query = matrix(name("attn_q_b.weight"), queries, config_.query_latent);
    } else {
        layer.query = matrix(name("attn_q.weight"), queries, n_embd);
    }
    layer.key_value_latent = matrix(name("attn_kv_a_mqa.weight"), latent + rotated, n_embd);
    layer.latent_norm = vector(name("attn_kv_a_norm.weight"), latent);
    if (config_.keeps_latent()) {
        layer.key_latent = matrix(name("attn_k_b.weight"), heads * latent, plain_key);
        layer.value_plain = matrix(name("attn_v_b.weight"), heads * plain_value, latent);
    } else {
        layer.key_value_plain = matrix(name("attn_kv_b.weight"), heads * (plain_key + plain_value), latent);
    }
    layer.attention_out = matrix(name("attn_output.weight"), n_embd, heads * plain_value);
}

void Model::attention_weights(const std::string &prefix, Layer &layer) {
    if (config_.latent != 0) return latent_weights(prefix, layer);
    auto name = [&](const char *part) { return prefix + part; };
    uint64_t n_embd = config_.n_embd;
    uint64_t queries = uint64_t(config_.heads) * config_.head_size;
    uint64_t keys = uint64_t(config_.n_kv_heads) * config_.head_size;
    uint64_t values = uint64_t(config_.n_kv_heads) * config_.value_size;
    layer.fused_qkv = optional_matrix(name("attn_qkv.weight"), queries + keys + values, n_embd);
    auto qkv_bias = [&](const char *part, uint64_t length) {
        return config_.qkv_biases ? vector(name(part), length) : optional_vector(name(part), length);
    };
    if (layer.fused_qkv) {
        layer.fused_qkv_bias = qkv_bias("attn_qkv.bias", queries + keys + values);
    } else {
        layer.query = matrix(name("attn_q.weight"), queries, n_embd);
        layer.key = matrix(name("attn_k.weight"), keys, n_embd);
        layer.value = matrix(name("attn_v.weight"), values, n_embd);
        layer.query_bias = qkv_bias("attn_q.bias", queries);
        layer.key_bias = qkv_bias("attn_k.bias", keys);
        layer.value_bias = qkv_bias("attn_v.bias", values);
    }
    if (config_.sinks) layer.sinks = vector(name("attn_sinks.weight"), config_.heads);
    if (config_.query_key_norm == Config::each_head || config_.query_key_norm == Config::whole) {
        bool whole = config_.query_key_norm == Config::whole;
        layer.query_norm = vector(name("attn_q_norm.weight"), whole ? queries : config_.head_size);
        layer.key_norm = vector(name("attn_k_norm.weight"), whole ? keys : config_.head_size);
    }
    layer.attention_out = matrix(name("attn_output.weight"), n_embd, uint64_t(config_.heads) * config_.value_size);
    layer.attention_out_bias = optional_vector(name("attn_output.bias"), n_embd);
}

void Model::feed_forward_weights(const std::string &prefix, Layer &layer) {
    auto name = [&](const char *part) { return prefix + part; };
    uint64_t n_embd = config_.n_embd, n_ff = config_.n_ff;
    layer.gate = optional_matrix(name("ffn_gate.weight"), n_ff, n_embd);
    uint64_t ups = layer.gate || config_.ungated ? n_ff : 2 * n_ff;
    layer.up = matrix(name("ffn_up.weight"), ups, n_embd);
    layer.down = matrix(name("ffn_down.weight"), n_embd, n_ff);
    if (layer.gate) layer.gate_bias = optional_vector(name("ffn_gate.bias"), n_ff);
    layer.up_bias = optional_vector(name("ffn_up.bias"), ups);
    layer.down_bias = optional_vector(name("ffn_down.bias"), n_embd);
}

void Model::expert_weights(const std::string &prefix, Layer &layer) {
    auto name = [&](const char *part) { return prefix + part; };
    uint64_t n_embd = config_.n_embd, experts = config_.experts, n_ff = config_.expert_n_ff, shared = config_.shared_n_ff;
    layer.router = matrix(name("ffn_gate_inp.weight"), experts, n_embd);
    layer.expert_gates = matrix(name("ffn_gate_exps.weight"), experts * n_ff, n_embd);
    layer.expert_ups = matrix(name("ffn_up_exps.weight"), experts * n_ff, n_embd);
    layer.expert_downs = matrix(name("ffn_down_exps.weight"), experts * n_embd, n_ff);
    if (config_.expert_biases) {
        layer.router_bias = vector(name("ffn_gate_inp.bias"), experts);
        layer.expert_gate_biases = vector(name("ffn_gate_exps.bias"), n_ff, experts);
        layer.expert_up_biases = vector(name("ffn_up_exps.bias"), n_ff, experts);
        layer.expert_down_biases = vector(name("ffn_down_exps.bias"), n_embd, experts);
    }
    if (config_.expert_rules.sigmoid) layer.expert_selection = optional_vector(name("exp_probs_b.bias"), experts);
    if (shared == 0) return;
    layer.shared_gate = matrix(name("ffn_gate_shexp.weight"), shared, n_embd);
    layer.shared_up = matrix(name("ffn_up_shexp.weight"), shared, n_embd);
    layer.shared_down = matrix(name("ffn_down_shexp.weight"), n_embd, shared);
}

void Model::layer_norms(const std::string &prefix, Layer &layer) {
    uint64_t n_embd = config_.n_embd;
    if (config_.encoder) {
        layer.attention_post_norm = vector(prefix + "attn_output_norm.weight", n_embd);
        layer.attention_post_norm_bias = vector(prefix + "attn_output_norm.bias", n_embd);
        layer.ffn_post_norm = vector(prefix + "layer_output_norm.weight", n_embd);
        layer.ffn_post_norm_bias = vector(prefix + "layer_output_norm.bias", n_embd);
        return;
    }
    if (config_.norms_before) {
        layer.attention_norm = vector(prefix + "attn_norm.weight", n_embd);
        layer.ffn_norm = vector(prefix + (config_.post_attention_names ? "post_attention_norm.weight" : "ffn_norm.weight"), n_embd);
    }
    if (config_.norms_after) {
        layer.attention_post_norm = vector(prefix + "post_attention_norm.weight", n_embd);
        layer.ffn_post_norm = vector(prefix + "post_ffw_norm.weight", n_embd);
    }
}

Layer Model::layer(uint32_t index) {
    auto prefix = "blk." + std::to_string(index) + ".";
    Layer layer;
    layer_norms(prefix, layer);
    attention_weights(prefix, layer);
    config_.has_experts(index) ? expert_weights(prefix, layer) : feed_forward_weights(prefix, layer);
    return layer;
}

void Model::encoder_input_weights() {
    uint64_t n_embd = config_.n_embd;
    encoder_input_.types = optional_matrix("token_types.weight", 0, n_embd);
    if (config_.learned_positions) encoder_input_.positions = matrix("position_embd.weight", config_.context, n_embd);
    encoder_input_.norm = vector("token_embd_norm.weight", n_embd);
    encoder_input_.norm_bias = vector("token_embd_norm.bias", n_embd);
}

void Model::lay_out() {
    embedding_ = matrix("token_embd.weight", 0, config_.n_embd);
    if (config_.encoder) {
        encoder_input_weights();
        output_ = embedding_;
        for (uint32_t i = 0; i < config_.layers; i++) layers_.push_back(layer(i));
        return refuse_unused();
    }
    output_norm_ = vector("output_norm.weight", config_.n_embd);
    output_ = file_->find("output.weight") ? matrix("output.weight", 0, config_.n_embd) : embedding_;
    if (output_.rows != embedding_.rows) {
        file_->fail("tensor output.weight has " + std::to_string(output_.rows) + " rows and token_embd.weight " +
                    std::to_string(embedding_.rows));
    }
    output_bias_ = optional_vector("output.bias", output_.rows);
    for (uint32_t i = 0; i < config_.layers; i++) layers_.push_back(layer(i));
    find_turn_factors();
    refuse_unused();
}

const Tensor *Model::turn_factors(const char *name) const {
    const Tensor *tensor = file_->find(name);
    uint64_t pairs = config_.rope.rotated / 2;
    if (tensor && (tensor->columns() != pairs || tensor->rows() != 1)) {
        file_->fail("tensor " + std::string(name) + " is " + tensor->shape() + " and must be " + std::to_string(pairs));
    }
    return tensor;
}

// Which frequency factors a file has: Llama 3's, or Phi 3's for short and for long contexts.
void Model::find_turn_factors() {
    short_factors_ = turn_factors("rope_factors_short.weight");
    long_factors_ = turn_factors("rope_factors_long.weight");
    if (bool(short_factors_) != bool(long_factors_)) {
        file_->fail(std::string("has tensor rope_factors_") + (short_factors_ ? "short.weight and none for long" : "long.weight and none for short") + " contexts");
    }
    if (!short_factors_) factors_ = turn_factors("rope_freqs.weight");
}

// A tensor that is there and does nothing is a model that says something else than it was trained to.
void Model::refuse_unused() const {
    std::unordered_set<const Tensor *> used{factors_, short_factors_, long_factors_};
    for (const Place &place : places_) used.insert(place.tensor);
    const Tensor *first = nullptr;
    size_t count = 0;
    for (const Tensor &tensor : file_->tensors()) {
        if (used.count(&tensor) != 0) continue;
        if (!first) first = &tensor;
        count++;
    }
    if (!first) return;
    file_->fail("has tensor " + shown(first->name) + (count > 1 ? " and " + std::to_string(count - 1) + " more" : std::string()) +
                ", which a model of architecture " + config_.architecture + " does not use here");
}

void Model::check_memory() const {
    Memory memory = device_->memory();
    if (total_ > memory.free) {
        throw Error(Code::out_of_memory, "the weights of \"" + file_->path() + "\" require " +
                                             std::to_string(total_) + " bytes, and device " +
                                             std::to_string(device_->id()) + " has " + std::to_string(memory.free) + " free");
    }
}

void Model::copy_weights() {
    // In the files' order, so that the disk is read forwards.
    std::sort(places_.begin(), places_.end(),
              [](const Place &a, const Place &b) { return std::tie(a.tensor->file, a.tensor->offset) < std::tie(b.tensor->file, b.tensor->offset); });
    for (const Place &place : places_) {
        if (place.mapped) continue;
        place.as_floats ? copy_as_floats(place) : copy_blocks(place);
    }
}

void Model::copy_blocks(const Place &place) {
    Address to = weights_.address() + place.offset;
    const Tensor &tensor = *place.tensor;
    if (void *view = device_->host_view(to)) {
        file_->read(tensor, 0, view, tensor.bytes);
        return;
    }
    Weight weight{to, tensor.type, tensor.rows(), tensor.columns()};
    uint64_t row = tensor.bytes / weight.rows, rows = std::clamp<uint64_t>(chunk / row, 1, weight.rows);
    std::vector<uint8_t> staging(rows * row);
    for (uint64_t first = 0; first < weight.rows; first += rows) {
        uint64_t count = std::min(rows, weight.rows - first);
        file_->read(tensor, first * row, staging.data(), count * row);
        device_->upload_rows(weight, first, count, staging.data());
    }
}

std::vector<float> Model::floats_of(const Tensor &tensor) const {
    std::vector<uint8_t> blocks(tensor.bytes);
    file_->read(tensor, 0, blocks.data(), tensor.bytes);
    std::vector<float> floats(tensor.rows() * tensor.columns());
    decode(tensor.type, blocks.data(), floats.size(), floats.data());
    return floats;
}

void Model::copy_as_floats(const Place &place) {
    std::vector<float> floats = floats_of(*place.tensor);
    device_->upload(weights_.address() + place.offset, floats.data(), floats.size() * 4);
}

void Model::read_turns() {
    auto factors = [&](const Tensor *tensor) -> std::vector<float> {
        if (!tensor) return {};
        std::vector<float> read = floats_of(*tensor);
        for (float factor : read) {
            if (!(factor > 0)) file_->fail("tensor " + tensor->name + " has a factor that is not above 0");
        }
        return read;
    };
    std::vector<double> turns = config_.turns(factors(short_factors_ ? short_factors_ : factors_));
    std::vector<double> far_turns = config_.turns(factors(long_factors_ ? long_factors_ : factors_));
    std::vector<double> local_turns = config_.local_turns();
    turns.insert(turns.end(), far_turns.begin(), far_turns.end());
    turns.insert(turns.end(), local_turns.begin(), local_turns.end());
    if (turns.empty()) return;
    turns_ = Buffer(device_, turns.size() * sizeof(double));
    device_->upload(turns_.address(), turns.data(), turns.size() * sizeof(double));
}

Rope Model::rope(uint32_t positions, uint32_t layer) const {
    uint32_t rotated = config_.is_rotated(layer) ? config_.rope.rotated : 0;
    bool local = config_.is_local(layer);
    uint64_t before = uint64_t(config_.rope.rotated) / 2 * sizeof(double) * (local ? 2 : is_far(positions) ? 1 : 0);
    return {turns_.address() + before, rotated, config_.rope.interleaved, local ? 1 : config_.magnitude()};
}

void Model::check_residency() const {
    std::vector<const Buffer *> buffers{&weights_, &turns_};
    for (const Mapped &mapped : mapped_) buffers.push_back(&mapped.buffer);
    for (const Buffer *buffer : buffers) {
        if (!buffer->resident()) {
            throw Error(Code::residency, "an allocation of " + std::to_string(buffer->bytes()) + " bytes at address " +
                                             std::to_string(buffer->address()) + " is not memory of device " +
                                             std::to_string(device_->id()));
        }
    }
}

} // namespace sncuda
