#include "session.h"
#include "error.h"
#include <algorithm>

namespace sncuda {

namespace {

constexpr uint64_t largest_batch = 128;
constexpr uint64_t most_scores = uint64_t(1) << 24;

// How many tokens of a prompt go through the layers at a time: few where the context is long.
uint32_t batch_size(const Config &config, uint64_t positions) {
    return uint32_t(std::clamp<uint64_t>(most_scores / (config.heads * positions), 1, largest_batch));
}

} // namespace

Session::Session(std::shared_ptr<const Model> model, uint32_t positions)
    : model_(std::move(model)), device_(model_->device()), capacity_(positions) {
    const Config &config = model_->config();
    if (positions == 0 || positions > config.context) {
        throw Error(Code::invalid_parameter, std::to_string(positions) + " positions are asked for, and the model's context has " +
                                                 std::to_string(config.context));
    }
    uint64_t cells = uint64_t(positions) * config.layers * config.key_heads;
    keys_ = Buffer(device_, cells * config.head_size * 2);
    values_ = Buffer(device_, cells * config.value_size * 2);
}

uint64_t Session::bytes() const {
    const Room &r = room_;
    uint64_t sum = keys_.bytes() + values_.bytes();
    for (const Buffer *buffer : {&r.tokens, &r.stream, &r.normal, &r.query, &r.key, &r.value, &r.fused, &r.attended,
                                 &r.scores, &r.projected, &r.gate, &r.up, &r.logits}) {
        sum += buffer->bytes();
    }
    return sum;
}

void Session::reserve(uint32_t batch, bool all_logits) {
    uint32_t logits = all_logits ? batch : 1;
    if (batch <= room_for_ && logits <= logits_for_) return;
    const Config &c = model_->config();
    room_for_ = logits_for_ = 0;
    room_ = Room();
    auto floats = [&](uint64_t per_token) { return Buffer(device_, per_token * batch * 4); };
    uint64_t queries = uint64_t(c.heads) * c.head_size, keys = uint64_t(c.key_heads) * c.head_size;
    uint64_t values = uint64_t(c.key_heads) * c.value_size;
    room_.tokens = floats(1);
    room_.stream = floats(c.width);
    room_.normal = floats(c.width);
    room_.query = floats(queries);
    room_.key = floats(keys);
    room_.value = floats(values);
    room_.attended = floats(uint64_t(c.heads) * c.value_size);
    room_.scores = floats(uint64_t(c.heads) * (uint64_t(capacity_) + batch));
    room_.projected = floats(c.width);
    auto any = [&](auto has) { return std::any_of(model_->layers().begin(), model_->layers().end(), has); };
    if (any([](const Layer &layer) { return bool(layer.fused_qkv); })) room_.fused = floats(queries + keys + values);
    room_.gate = floats(c.hidden);
    room_.up = floats(any([](const Layer &layer) { return !layer.gate; }) ? 2 * uint64_t(c.hidden) : c.hidden);
    room_.logits = Buffer(device_, uint64_t(model_->vocabulary()) * logits * 4);
    room_for_ = batch;
    logits_for_ = logits;
}

std::vector<float> Session::feed(const std::vector<uint32_t> &tokens, bool all_logits) {
    if (tokens.empty()) throw Error(Code::invalid_parameter, "there are no tokens to process");
    if (tokens.size() > capacity_ - position_) {
        throw Error(Code::invalid_parameter, std::to_string(tokens.size()) + " tokens do not fit behind " + std::to_string(position_) +
                                                 " in " + std::to_string(capacity_) + " positions");
    }
    for (uint32_t token : tokens) {
        if (token >= model_->vocabulary()) {
            throw Error(Code::invalid_parameter, "token " + std::to_string(token) + " is beyond the vocabulary of " +
                                                     std::to_string(model_->vocabulary()));
        }
    }
    std::vector<float> logits(uint64_t(model_->vocabulary()) * (all_logits ? tokens.size() : 1));
    float *to = logits.data();
    uint32_t most = batch_size(model_->config(), capacity_);
    for (size_t first = 0; first < tokens.size(); first += most) {
        auto batch = uint32_t(std::min<size_t>(most, tokens.size() - first));
        bool last = first + batch == tokens.size();
        run(tokens.data() + first, batch, all_logits, last || all_logits ? to : nullptr);
        if (all_logits) to += uint64_t(batch) * model_->vocabulary();
    }
    return logits;
}

void Session::run(const uint32_t *tokens, uint32_t batch, bool all_logits, float *logits) {
    const Config &c = model_->config();
    reserve(batch, all_logits);
    device_->upload(room_.tokens.address(), tokens, uint64_t(batch) * 4);
    device_->embed(model_->embedding(), room_.tokens.address(), batch, c.embedding_scale, room_.stream.address());
    for (uint32_t i = 0; i < c.layers; i++) {
        const Layer &layer = model_->layers()[i];
        attention(layer, i, batch);
        feed_forward(layer, batch);
    }
    if (logits) {
        uint32_t rows = all_logits ? batch : 1;
        Address from = room_.stream.address() + uint64_t(batch - rows) * c.width * 4;
        device_->normalise(from, model_->output_norm(), rows, c.width, c.epsilon, room_.normal.address());
        device_->multiply(model_->output(), room_.normal.address(), rows, room_.logits.address());
        uint64_t count = uint64_t(rows) * model_->vocabulary();
        if (c.final_softcap != 0) device_->soft_cap(room_.logits.address(), count, c.final_softcap);
        device_->download(logits, room_.logits.address(), count * 4);
    }
    device_->synchronize();
    position_ += batch;
}

void Session::project(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    uint32_t queries = c.heads * c.head_size, keys = c.key_heads * c.head_size, values = c.key_heads * c.value_size;
    Address normal = room_.normal.address();
    if (layer.fused_qkv) {
        Address fused = room_.fused.address();
        uint32_t stride = queries + keys + values;
        device_->multiply(layer.fused_qkv, normal, batch, fused);
        device_->slice(fused, batch, queries, stride, room_.query.address());
        device_->slice(fused + uint64_t(queries) * 4, batch, keys, stride, room_.key.address());
        device_->slice(fused + (uint64_t(queries) + keys) * 4, batch, values, stride, room_.value.address());
    } else {
        device_->multiply(layer.query, normal, batch, room_.query.address());
        device_->multiply(layer.key, normal, batch, room_.key.address());
        device_->multiply(layer.value, normal, batch, room_.value.address());
    }
    if (layer.query_bias) device_->add_bias(room_.query.address(), layer.query_bias, batch, queries);
    if (layer.key_bias) device_->add_bias(room_.key.address(), layer.key_bias, batch, keys);
    if (layer.value_bias) device_->add_bias(room_.value.address(), layer.value_bias, batch, values);
    if (layer.query_norm) {
        device_->normalise(room_.query.address(), layer.query_norm, batch * c.heads, c.head_size, c.epsilon, room_.query.address());
    }
    if (layer.key_norm) {
        device_->normalise(room_.key.address(), layer.key_norm, batch * c.key_heads, c.head_size, c.epsilon, room_.key.address());
    }
}

// stream += norm(projected), or projected itself.
void Session::finish_branch(Address norm, uint32_t batch) {
    const Config &c = model_->config();
    Address branch = room_.projected.address();
    if (norm) device_->normalise(branch, norm, batch, c.width, c.epsilon, branch);
    device_->add(room_.stream.address(), branch, uint64_t(batch) * c.width);
}

void Session::attention(const Layer &layer, uint32_t index, uint32_t batch) {
    const Config &c = model_->config();
    device_->normalise(room_.stream.address(), layer.attention_norm, batch, c.width, c.epsilon, room_.normal.address());
    project(layer, batch);
    Rope rope = model_->rope(capacity_);
    device_->rotate(room_.query.address(), rope, batch, position_, c.heads, c.head_size);
    device_->rotate(room_.key.address(), rope, batch, position_, c.key_heads, c.head_size);

    uint64_t key_row = uint64_t(c.key_heads) * c.head_size, value_row = uint64_t(c.key_heads) * c.value_size;
    Address keys = keys_.address() + index * key_row * capacity_ * 2;
    Address values = values_.address() + index * value_row * capacity_ * 2;
    device_->narrow(keys + position_ * key_row * 2, room_.key.address(), batch * key_row);
    device_->narrow(values + position_ * value_row * 2, room_.value.address(), batch * value_row);
    device_->attend({room_.query.address(), keys, values, room_.attended.address(), room_.scores.address(), batch,
                     position_, c.heads, c.key_heads, c.head_size, c.value_size, c.window_of(index),
                     c.attention_scale, c.attention_softcap});
    device_->multiply(layer.attention_out, room_.attended.address(), batch, room_.projected.address());
    if (layer.attention_out_bias) {
        device_->add_bias(room_.projected.address(), layer.attention_out_bias, batch, c.width);
    }
    finish_branch(layer.attention_post_norm, batch);
}

void Session::feed_forward(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    device_->normalise(room_.stream.address(), layer.ffn_norm, batch, c.width, c.epsilon, room_.normal.address());
    Address gate = room_.gate.address(), up = room_.up.address();
    auto activation = c.gemma ? Activation::gelu : Activation::silu;
    device_->multiply(layer.up, room_.normal.address(), batch, up);
    if (layer.gate) {
        device_->multiply(layer.gate, room_.normal.address(), batch, gate);
        device_->gate(activation, gate, up, batch, c.hidden, c.hidden, gate);
    } else {
        device_->gate(activation, up, up + uint64_t(c.hidden) * 4, batch, c.hidden, 2 * c.hidden, gate);
    }
    device_->multiply(layer.down, gate, batch, room_.projected.address());
    finish_branch(layer.ffn_post_norm, batch);
}

} // namespace sncuda
