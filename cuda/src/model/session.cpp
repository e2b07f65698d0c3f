#include "model/session.h"
#include "ops/error.h"
#include <algorithm>
#include <cstring>

namespace sncuda {

Session::Session(std::shared_ptr<const Model> model, uint32_t positions, std::unique_ptr<Operations> queue)
    : model_(std::move(model)), device_(model_->device()), own_queue_(queue ? std::move(queue) : device_->queue()),
      queue_(own_queue_ ? own_queue_.get() : device_.get()), capacity_(positions) {
    const Config &config = model_->config();
    if (positions == 0 || positions > config.context) {
        throw Error(Code::invalid_parameter, std::to_string(positions) + " positions are asked for, and the model's context has " +
                                                 std::to_string(config.context));
    }
    uint64_t cells = uint64_t(positions) * config.layers * config.n_kv_heads;
    keys_ = Buffer(device_, cells * config.head_size * 2);
    values_ = Buffer(device_, cells * config.value_size * 2);
}

uint64_t Session::bytes() const {
    uint64_t sum = keys_.bytes() + values_.bytes() + queue_->bytes();
    for (const Buffer *buffer : workspace_.all()) sum += buffer->bytes();
    return sum;
}

std::vector<const Buffer *> Session::Workspace::all() const {
    return {&input, &stream, &normal, &query, &key, &value, &fused, &attended, &scores, &projected, &gate, &up, &router, &logits,
            &sampling, &whole_query, &query_latent, &key_value_latent, &latent, &head_in, &head_out, &plain};
}

void Session::reserve(uint32_t batch, bool all_logits) {
    uint32_t logits = all_logits ? batch : 1;
    if (batch <= workspace_tokens_ && logits <= logits_for_) return;
    const Config &c = model_->config();
    workspace_tokens_ = logits_for_ = 0;
    for (Single &single : single_) single = {nullptr, std::min(single.runs, 1u)};
    workspace_ = Workspace();
    auto floats = [&](uint64_t per_token) { return Buffer(device_, per_token * batch * 4); };
    uint64_t queries = uint64_t(c.heads) * c.head_size, keys = uint64_t(c.n_kv_heads) * c.head_size;
    uint64_t values = uint64_t(c.n_kv_heads) * c.value_size;
    workspace_.input = Buffer(device_, sizeof(SamplingParams) + (1 + uint64_t(batch) + capacity_) * 4);
    workspace_.stream = floats(c.n_embd);
    workspace_.normal = floats(c.n_embd);
    workspace_.query = floats(queries);
    workspace_.key = floats(keys);
    workspace_.value = floats(values);
    workspace_.attended = floats(uint64_t(c.heads) * c.value_size);
    uint64_t one = queue_->score_workspace(1, c.heads, c.value_size, capacity_);
    uint32_t scored = c.encoder ? std::min(batch, queue_->prompt_batch(c.heads, capacity_)) : batch;
    workspace_.scores = Buffer(device_, 4 * std::max(one, queue_->score_workspace(scored, c.heads, c.value_size, capacity_)));
    workspace_.projected = floats(c.n_embd);
    auto any = [&](auto has) { return std::any_of(model_->layers().begin(), model_->layers().end(), has); };
    if (any([](const Layer &layer) { return bool(layer.fused_qkv); })) workspace_.fused = floats(queries + keys + values);
    if (c.latent != 0) reserve_latent(batch);
    uint64_t n_ff = std::max(c.n_ff, c.shared_n_ff);
    workspace_.gate = floats(n_ff);
    workspace_.up = floats(any([](const Layer &layer) { return !layer.gate; }) ? 2 * n_ff : n_ff);
    if (c.experts != 0) workspace_.router = floats(c.experts);
    workspace_.logits = Buffer(device_, uint64_t(model_->vocabulary()) * logits * 4);
    workspace_tokens_ = batch;
    logits_for_ = logits;
}

void Session::reserve_latent(uint32_t batch) {
    const Config &c = model_->config();
    auto floats = [&](uint64_t per_token) { return Buffer(device_, per_token * batch * 4); };
    workspace_.whole_query = floats(uint64_t(c.heads) * (c.plain_key + c.rope.rotated));
    if (c.query_latent != 0) workspace_.query_latent = floats(c.query_latent);
    workspace_.key_value_latent = floats(c.latent + c.rope.rotated);
    workspace_.latent = floats(c.latent);
    workspace_.head_in = floats(std::max(c.plain_key, c.latent));
    workspace_.head_out = floats(std::max(c.plain_value, c.latent));
    workspace_.plain = floats(uint64_t(c.heads) * (c.plain_key + c.plain_value));
}

// Makes room for sampling. A recording of it is for its steps alone.
void Session::reserve_sampling() {
    SamplingSteps steps = steps_of(sampling_);
    if (workspace_.sampling.address() != 0 && steps == steps_) return;
    single_[size_t(Wanted::sampling)] = {};
    workspace_.sampling = Buffer();
    workspace_.sampling = Buffer(device_, sizeof(Sampled) + queue_->sampling_workspace(steps));
    steps_ = steps;
}

void check_known(const std::vector<uint32_t> &tokens, uint64_t vocabulary) {
    for (uint32_t token : tokens) {
        if (token < vocabulary) continue;
        throw Error(Code::invalid_parameter, "token " + std::to_string(token) + " is beyond the vocabulary of " + std::to_string(vocabulary));
    }
}

void Session::check_tokens(const std::vector<uint32_t> &tokens) const {
    if (tokens.empty()) throw Error(Code::invalid_parameter, "there are no tokens to process");
    if (tokens.size() > capacity_ - position_) {
        throw Error(Code::invalid_parameter, std::to_string(tokens.size()) + " tokens do not fit behind " + std::to_string(position_) +
                                                 " in " + std::to_string(capacity_) + " positions");
    }
    check_known(tokens, model_->vocabulary());
}

void Session::check_recent(const std::vector<uint32_t> &recent) const {
    if (recent.size() > capacity_) {
        throw Error(Code::invalid_parameter, std::to_string(recent.size()) + " recent tokens are more than " + std::to_string(capacity_) + " positions");
    }
    check_known(recent, model_->vocabulary());
}

// Calls each(rows) where there are logits: of all positions, or after the last token alone.
template <class Each> void Session::in_batches(const std::vector<uint32_t> &tokens, Wanted wanted, Each each) {
    check_tokens(tokens);
    // Where all see all, all have to be there.
    uint32_t most = model_->config().encoder ? capacity_ : queue_->prompt_batch(model_->config().heads, capacity_);
    for (size_t first = 0; first < tokens.size(); first += most) {
        auto batch = uint32_t(std::min<size_t>(most, tokens.size() - first));
        bool each_row = wanted == Wanted::all || wanted == Wanted::embeddings;
        bool now = each_row || first + batch == tokens.size();
        check_goes_on();
        run(tokens.data() + first, batch, now ? wanted : Wanted::nothing);
        if (now) each(each_row ? batch : 1);
        wait();
        position_ += batch;
    }
}

std::vector<float> Session::forward(const std::vector<uint32_t> &tokens, bool all_logits) {
    uint64_t vocabulary = model_->vocabulary();
    std::vector<float> logits;
    in_batches(tokens, all_logits ? Wanted::all : Wanted::last, [&](uint32_t rows) {
        size_t before = logits.size();
        logits.resize(before + rows * vocabulary);
        queue_->download(logits.data() + before, workspace_.logits.address(), rows * vocabulary * 4);
    });
    return logits;
}

uint32_t Session::forward_and_sample(const std::vector<uint32_t> &tokens, const SamplingParams &how, const std::vector<uint32_t> &recent) {
    check_recent(recent);
    Sampled sampled{};
    sampling_ = how;
    sampling_.recent_count = uint32_t(recent.size());
    recent_ = recent;
    in_batches(tokens, Wanted::sampling, [&](uint32_t) { queue_->download(&sampled, workspace_.sampling.address(), sizeof sampled); });
    return sampled_token(sampled);
}

std::vector<float> Session::embed(const std::vector<uint32_t> &tokens) {
    uint64_t n_embd = model_->config().n_embd;
    std::vector<float> embeddings;
    in_batches(tokens, Wanted::embeddings, [&](uint32_t rows) {
        size_t before = embeddings.size();
        embeddings.resize(before + rows * n_embd);
        queue_->download(embeddings.data() + before, workspace_.normal.address(), rows * n_embd * 4);
    });
    return embeddings;
}

std::vector<float> Session::forward_together(const std::vector<Session *> &sessions, const std::vector<uint32_t> &tokens) {
    Session &first = *sessions.at(0);
    for (size_t i = 0; i < sessions.size(); i++) {
        Session &session = *sessions[i];
        if (session.model_ != first.model_ || !session.device_->computes_all()) throw Error(Code::invalid_parameter, "the sessions are not of one model");
        session.check_tokens({tokens.at(i)});
        session.reserve(1, false);
    }
    auto batch = uint32_t(sessions.size());
    uint64_t vocabulary = first.model_->vocabulary();
    std::vector<float> logits(batch * vocabulary);
    first.together_ = sessions;
    try {
        first.reserve(batch, true);
        first.send(tokens.data(), batch);
        first.layers(batch, Wanted::all);
        first.queue_->download(logits.data(), first.workspace_.logits.address(), logits.size() * 4);
        first.wait();
    } catch (...) {
        first.together_.clear();
        throw;
    }
    first.together_.clear();
    for (Session *session : sessions) session->position_++;
    return logits;
}

void Session::take_in(const std::vector<uint32_t> &tokens) {
    in_batches(tokens, Wanted::nothing, [](uint32_t) {});
}

uint64_t Session::cached_bytes(bool values, uint32_t positions) const {
    const Config &c = model_->config();
    return uint64_t(positions) * c.n_kv_heads * (values ? c.value_size : c.head_size) * 2;
}

Address Session::cache_of(uint32_t layer, bool values) const {
    return (values ? values_ : keys_).address() + layer * cached_bytes(values, capacity_);
}

bool Session::copy_from(Session &other) {
    if (model_->is_far(capacity_) != model_->is_far(other.capacity_)) return false;
    if (other.under_way_) other.wait();
    for (uint32_t layer = 0; layer < model_->config().layers; layer++) {
        for (bool values : {false, true}) {
            uint64_t bytes = other.cached_bytes(values);
            if (bytes != 0) device_->copy(cache_of(layer, values), other.cache_of(layer, values), bytes);
        }
    }
    device_->synchronize();
    position_ = other.position_;
    return true;
}

void Session::read_cache(uint32_t layer, bool values, void *to) {
    if (under_way_) wait();
    device_->download(to, cache_of(layer, values), cached_bytes(values));
}

void Session::write_cache(uint32_t layer, bool values, const void *from, uint32_t positions) {
    if (under_way_) wait();
    device_->upload(cache_of(layer, values), from, cached_bytes(values, positions));
}

void Session::set_position(uint32_t position) {
    if (under_way_) wait();
    position_ = std::min(position, capacity_);
}

void Session::check_goes_on() const {
    if (goes_on_ && !goes_on_(position_)) throw Error(Code::inference, "the call was cancelled");
}

void Session::wait() {
    queue_->synchronize();
    under_way_ = false;
}

void Session::send(const uint32_t *tokens, uint32_t batch) {
    if (under_way_) wait(); // a batch that failed
    sampling_.recent = tokens_at() + uint64_t(batch) * 4;
    sent_.clear();
    auto add = [&](const void *from, uint64_t bytes) {
        auto *first = static_cast<const uint8_t *>(from);
        sent_.insert(sent_.end(), first, first + bytes);
    };
    add(&sampling_, sizeof sampling_);
    add(&position_, 4);
    add(tokens, uint64_t(batch) * 4);
    add(recent_.data(), recent_.size() * 4);
    under_way_ = true;
    queue_->upload(workspace_.input.address(), sent_.data(), sent_.size());
}

void Session::run(const uint32_t *tokens, uint32_t batch, Wanted wanted) {
    reserve(batch, wanted == Wanted::all);
    if (wanted == Wanted::sampling) reserve_sampling();
    send(tokens, batch);
    if (batch > 1 || !play_single(wanted)) layers(batch, wanted);
}

// Recording pays with the second time, for the first may be the only one. Where it fails, it is tried again after twice
// as many.
bool Session::play_single(Wanted wanted) {
    Single &single = single_[size_t(wanted)];
    if (!single.recording) {
        uint32_t runs = ++single.runs;
        if (runs > 1 && (runs & (runs - 1)) == 0) single.recording = queue_->record([&] { layers(1, wanted); });
        if (!single.recording) return false;
    }
    queue_->play(*single.recording);
    return true;
}

void Session::layers(uint32_t batch, Wanted wanted) {
    const Config &c = model_->config();
    if (c.encoder) return encode(batch);
    Address stream = workspace_.stream.address(), normal = workspace_.normal.address();
    queue_->embed(model_->embedding(), tokens_at(), batch, c.embedding_scale, stream);
    if (c.norms_before) queue_->rms_norm(stream, model_->layers()[0].attention_norm, batch, c.n_embd, c.epsilon, normal);
    for (uint32_t i = 0; i < c.layers; i++) {
        if (batch > 1 && together_.empty()) check_goes_on();
        const Layer &layer = model_->layers()[i];
        attention(layer, i, batch);
        finish_branch(layer.attention_post_norm, layer.ffn_norm, batch);
        feed_forward(layer, batch);
        bool last = i + 1 == c.layers;
        finish_branch(layer.ffn_post_norm, last ? model_->output_norm() : model_->layers()[i + 1].attention_norm, batch);
    }
    if (wanted == Wanted::nothing || wanted == Wanted::embeddings) return;
    uint32_t rows = wanted == Wanted::all ? batch : 1;
    Address logits = workspace_.logits.address();
    queue_->matmul(model_->output(), normal + uint64_t(batch - rows) * c.n_embd * 4, rows, logits);
    if (model_->output_bias()) queue_->add_bias(logits, model_->output_bias(), rows, model_->vocabulary());
    uint64_t count = uint64_t(rows) * model_->vocabulary();
    if (c.logit_scale != 1) queue_->scale(logits, count, c.logit_scale);
    if (c.final_softcap != 0) queue_->soft_cap(logits, count, c.final_softcap);
    if (wanted != Wanted::sampling) return;
    Address sampled = workspace_.sampling.address();
    queue_->sample(logits, model_->vocabulary(), steps_, workspace_.input.address(), sampled + sizeof(Sampled), sampled);
}

// Norms stand behind the sums; what comes out lies where normalised streams do.
void Session::encode(uint32_t batch) {
    const Config &c = model_->config();
    const EncoderInput &input = model_->encoder_input();
    Address stream = workspace_.stream.address(), branch = workspace_.projected.address();
    queue_->embed(model_->embedding(), tokens_at(), batch, c.embedding_scale, stream);
    if (input.types) queue_->add_rows(input.types, 0, 0, batch, stream);
    if (input.positions) queue_->add_rows(input.positions, position_, 1, batch, stream);
    queue_->layer_norm(stream, input.norm, input.norm_bias, batch, c.n_embd, c.epsilon, stream);
    for (uint32_t i = 0; i < c.layers; i++) {
        check_goes_on();
        const Layer &layer = model_->layers()[i];
        attention(layer, i, batch);
        queue_->add(stream, branch, uint64_t(batch) * c.n_embd);
        queue_->layer_norm(stream, layer.attention_post_norm, layer.attention_post_norm_bias, batch, c.n_embd, c.epsilon, stream);
        feed_forward(layer, batch);
        queue_->add(stream, branch, uint64_t(batch) * c.n_embd);
        Address out = i + 1 == c.layers ? workspace_.normal.address() : stream;
        queue_->layer_norm(stream, layer.ffn_post_norm, layer.ffn_post_norm_bias, batch, c.n_embd, c.epsilon, out);
    }
}

Address Session::branch_input() const {
    return model_->config().norms_before ? workspace_.normal.address() : workspace_.stream.address();
}

// stream += norm(projected), or projected itself; then what follows gets it normalised.
void Session::finish_branch(Address post_norm, Address next_norm, uint32_t batch) {
    const Config &c = model_->config();
    Address branch = workspace_.projected.address();
    if (post_norm) queue_->rms_norm(branch, post_norm, batch, c.n_embd, c.epsilon, branch);
    if (c.residual_scale != 1) queue_->scale(branch, uint64_t(batch) * c.n_embd, c.residual_scale);
    if (!next_norm) return queue_->add(workspace_.stream.address(), branch, uint64_t(batch) * c.n_embd);
    queue_->add_and_rms_norm(workspace_.stream.address(), branch, next_norm, batch, c.n_embd, c.epsilon, workspace_.normal.address());
}

void Session::mixture(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    Address out = workspace_.projected.address(), gate = workspace_.gate.address(), input = branch_input();
    if (layer.shared_gate) {
        queue_->matmul_glu(c.activation, layer.shared_gate, layer.shared_up, input, batch, workspace_.up.address(), gate);
        queue_->matmul(layer.shared_down, gate, batch, out);
    }
    Address scores = workspace_.router.address();
    queue_->matmul(layer.router, input, batch, scores);
    if (layer.router_bias) queue_->add_bias(scores, layer.router_bias, batch, c.experts);
    queue_->mix_experts({&layer.expert_gates, &layer.expert_ups, &layer.expert_downs, layer.expert_gate_biases, layer.expert_up_biases,
                         layer.expert_down_biases, layer.expert_selection, c.experts, c.experts_used, c.activation, c.expert_rules,
                         bool(layer.shared_gate), scores, input, batch, out});
}

void Session::feed_forward(const Layer &layer, uint32_t batch) {
    if (layer.router) return mixture(layer, batch);
    const Config &c = model_->config();
    Address gate = workspace_.gate.address(), up = workspace_.up.address(), normal = branch_input();
    if (c.ungated) {
        queue_->matmul(layer.up, normal, batch, gate);
        if (layer.up_bias) queue_->add_bias(gate, layer.up_bias, batch, c.n_ff);
        queue_->activate(c.activation, gate, uint64_t(batch) * c.n_ff);
    } else if (layer.gate && !layer.gate_bias && !layer.up_bias) {
        queue_->matmul_glu(c.activation, layer.gate, layer.up, normal, batch, up, gate);
    } else if (layer.gate) {
        queue_->matmul(layer.up, normal, batch, up);
        if (layer.up_bias) queue_->add_bias(up, layer.up_bias, batch, c.n_ff);
        queue_->matmul(layer.gate, normal, batch, gate);
        if (layer.gate_bias) queue_->add_bias(gate, layer.gate_bias, batch, c.n_ff);
        queue_->glu(c.activation, gate, up, batch, c.n_ff, c.n_ff, gate);
    } else {
        queue_->matmul(layer.up, normal, batch, up);
        if (layer.up_bias) queue_->add_bias(up, layer.up_bias, batch, 2 * c.n_ff);
        queue_->glu(c.activation, up, up + uint64_t(c.n_ff) * 4, batch, c.n_ff, 2 * c.n_ff, gate);
    }
    queue_->matmul(layer.down, gate, batch, workspace_.projected.address());
    if (layer.down_bias) queue_->add_bias(workspace_.projected.address(), layer.down_bias, batch, c.n_embd);
}

} // namespace sncuda
