#include "model/config.h"
#include "ops/error.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace sncuda {

namespace {

constexpr uint64_t most_layers = 1024, most_heads = 1024, most_width = 1 << 20, most_context = 1 << 28;

class Reader {
public:
    Reader(const Gguf &file, std::string architecture) : file_(file), prefix_(std::move(architecture) + ".") {}

    uint32_t required(const char *key, uint64_t most) {
        require(key);
        return checked(key, *file_.integer(known(key)), most);
    }

    uint32_t optional(const char *key, uint64_t otherwise, uint64_t most) {
        return checked(key, file_.integer(known(key)).value_or(otherwise), most);
    }

    uint64_t integer(const char *key, uint64_t otherwise) { return file_.integer(known(key)).value_or(otherwise); }

    void require(const char *key) const {
        if (!has(key)) file_.fail("has no metadata key " + prefix_ + key);
    }

    double number(const char *key, double otherwise) { return file_.number(known(key)).value_or(otherwise); }

    double positive(const char *key, double otherwise) {
        double value = number(key, otherwise);
        if (!(value > 0)) file_.fail("metadata key " + prefix_ + key + " is " + std::to_string(value) + " and must be above 0");
        return value;
    }

    std::string string(const char *key, const char *otherwise) {
        return std::string(file_.string(known(key)).value_or(otherwise));
    }

    // What is not computed here has to be left at a value that does nothing.
    void neutral(const char *key, std::initializer_list<double> values) {
        if (!has(key)) return;
        double value = number(key, 0);
        for (double one : values) {
            if (std::abs(value - one) <= 1e-6 * std::abs(one)) return;
        }
        file_.fail("metadata key " + prefix_ + key + " is " + std::to_string(value) +
                   ", and what that changes is not computed for architecture " + prefix_.substr(0, prefix_.size() - 1));
    }

    void neutral(const char *key, bool wanted) {
        if (file_.boolean(known(key)).value_or(wanted) == wanted) return;
        file_.fail("metadata key " + prefix_ + key + " is " + (wanted ? "false" : "true") +
                   ", and what that changes is not computed for architecture " + prefix_.substr(0, prefix_.size() - 1));
    }

    // Keys that say nothing of what is computed.
    void ignore(std::initializer_list<const char *> keys) {
        for (const char *key : keys) known(key);
    }

    // Another key of the architecture may mean that something else has to be computed.
    void refuse_unknown() const {
        for (const std::string &key : file_.keys()) {
            if (key.compare(0, prefix_.size(), prefix_) != 0 || known_.count(key) != 0) continue;
            file_.fail("has metadata key " + shown(key) + ", and what it changes is not known");
        }
    }

    bool has(const char *key) const { return file_.has(prefix_ + key); }

private:
    std::string known(const char *key) { return *known_.insert(prefix_ + key).first; }

    uint32_t checked(const char *key, uint64_t value, uint64_t most) const {
        if (value < 1 || value > most) {
            file_.fail("metadata key " + prefix_ + key + " is " + std::to_string(value) + " and must be 1 to " +
                       std::to_string(most));
        }
        return uint32_t(value);
    }

    const Gguf &file_;
    std::string prefix_;
    std::set<std::string> known_;
};

void read_rope(Reader &reader, const Gguf &file, Config &config) {
    RopeConfig &rope = config.rope;
    rope.rotated = reader.optional("rope.dimension_count", config.head_size, config.head_size);
    if (rope.rotated % 2 != 0) file.fail("rope.dimension_count is " + std::to_string(rope.rotated) + " and must be even");
    rope.interleaved = config.architecture == "llama";
    rope.base = reader.positive("rope.freq_base", 10000);
    rope.scaling = reader.string("rope.scaling.type", "none");
    // Files from before `rope.scaling.type` say only how much, linearly.
    if (!reader.has("rope.scaling.type") && reader.has("rope.scale_linear")) rope.scaling = "linear";
    rope.factor = reader.positive("rope.scaling.factor", reader.positive("rope.scale_linear", 1));
    rope.original_context = reader.positive("rope.scaling.original_context_length", config.context);
    rope.beta_fast = reader.positive("rope.scaling.yarn_beta_fast", 32);
    rope.beta_slow = reader.positive("rope.scaling.yarn_beta_slow", 1);
    rope.extrapolation = reader.number("rope.scaling.yarn_ext_factor", 1);
    rope.attention_factor = reader.positive("rope.scaling.attn_factor", reader.positive("rope.scaling.yarn_attn_factor", 1));
    reader.neutral("rope.scaling.yarn_log_multiplier", {0});
    reader.ignore({"rope.scaling.finetuned"});
    if (rope.scaling != "none" && rope.scaling != "linear" && rope.scaling != "yarn" && rope.scaling != "longrope") {
        file.fail("rope.scaling.type is \"" + rope.scaling.substr(0, 40) + "\", and none, linear, yarn and longrope are known");
    }
}

void read_gemma(Reader &reader, Config &config) {
    config.gemma = true;
    config.embedding_scale = std::sqrt(float(config.n_embd));
    config.attention_softcap = float(reader.positive("attn_logit_softcapping", 50));
    config.final_softcap = float(reader.positive("final_logit_softcapping", 30));
    config.window = reader.optional("attention.sliding_window", 4096, most_context);
    // The 27B model, known by its 46 layers, scales by width per head instead.
    if (config.layers == 46) config.attention_scale = 1.0f / std::sqrt(float(config.n_embd) / float(config.heads));
}

void read_window(Reader &reader, Config &config) {
    if (config.gemma) return;
    uint64_t window = reader.integer("attention.sliding_window", 0);
    if (config.architecture == "phi3") {
        config.window = uint32_t(std::min<uint64_t>(window, most_context));
    } else if (window < config.context) {
        // For which layers others would have it, files do not say.
        reader.neutral("attention.sliding_window", {0});
    }
}

// What other architectures compute, or these in other files.
void refuse_others(Reader &reader, const Config &config) {
    reader.neutral("attention.causal", true);
    reader.neutral("use_parallel_residual", false);
    reader.neutral("attention.scale", {0, double(config.attention_scale)});
    reader.neutral("attention.clamp_kqv", {0});
    reader.neutral("attention.max_alibi_bias", {0});
    reader.neutral("attn_logit_softcapping", {0, double(config.attention_softcap)});
    reader.neutral("final_logit_softcapping", {0, double(config.final_softcap)});
    reader.neutral("logit_scale", {0, 1});
    reader.neutral("residual_scale", {0, 1});
    reader.neutral("embedding_scale", {0, double(config.embedding_scale)});
    // Without experts these say nothing.
    reader.ignore({"expert_used_count", "expert_feed_forward_length", "expert_shared_count", "expert_weights_scale", "expert_weights_norm"});
    reader.ignore({"vocab_size", "tensor_data_layout", "attention.layer_norm_epsilon", "pooling_type"});
    reader.refuse_unknown();
}

} // namespace

Config Config::read(const Gguf &file) {
    auto architecture = file.string("general.architecture");
    if (!architecture) file.fail("has no metadata key general.architecture");
    auto type = file.string("general.type").value_or("model");
    if (type != "model") file.fail("is a file of type \"" + shown(type) + "\" (general.type), and no model");
    Config config;
    config.architecture = std::string(*architecture);
    static const char *const known[] = {"llama", "qwen2", "qwen3", "phi3", "gemma2"};
    if (std::none_of(std::begin(known), std::end(known), [&](const char *one) { return config.architecture == one; })) {
        file.fail("has architecture \"" + config.architecture.substr(0, 40) +
                  "\", and llama, qwen2, qwen3, phi3 and gemma2 are known");
    }
    Reader reader(file, config.architecture);
    config.layers = reader.required("block_count", most_layers);
    config.n_embd = reader.required("embedding_length", most_width);
    config.n_ff = reader.required("feed_forward_length", most_width);
    config.context = reader.required("context_length", most_context);
    config.heads = reader.required("attention.head_count", most_heads);
    config.n_kv_heads = reader.optional("attention.head_count_kv", config.heads, most_heads);
    if (config.heads % config.n_kv_heads != 0) {
        file.fail("has " + std::to_string(config.heads) + " heads, no multiple of its " +
                  std::to_string(config.n_kv_heads) + " key heads");
    }
    if (!reader.has("attention.key_length") && config.n_embd % config.heads != 0) {
        file.fail("has a width of " + std::to_string(config.n_embd) + ", no multiple of its " +
                  std::to_string(config.heads) + " heads");
    }
    config.head_size = reader.optional("attention.key_length", std::max(1u, config.n_embd / config.heads), most_width);
    config.value_size = reader.optional("attention.value_length", config.head_size, most_width);
    reader.require("attention.layer_norm_rms_epsilon");
    config.epsilon = float(reader.positive("attention.layer_norm_rms_epsilon", 0));
    config.attention_scale = 1.0f / std::sqrt(float(config.head_size));
    if (uint64_t experts = reader.integer("expert_count", 0)) {
        file.fail("is a mixture of " + std::to_string(experts) + " experts (" + config.architecture + ".expert_count), which is not supported");
    }
    read_rope(reader, file, config);
    if (config.architecture == "gemma2") read_gemma(reader, config);
    read_window(reader, config);
    refuse_others(reader, config);
    return config;
}

// YaRN (Peng et al. 2023): fast turns stay as they are, slow ones are interpolated, with a ramp in between.
std::vector<double> Config::turns(const std::vector<float> &factors) const {
    std::vector<double> turns;
    double dimensions = rope.rotated;
    auto pair_with = [&](double rotations) {
        return dimensions * std::log(rope.original_context / (rotations * 2 * 3.14159265358979323846)) / (2 * std::log(rope.base));
    };
    double low = std::max(0.0, std::floor(pair_with(rope.beta_fast)));
    double high = std::min(dimensions - 1, std::ceil(pair_with(rope.beta_slow)));
    for (uint32_t i = 0; i < rope.rotated / 2; i++) {
        double turn = std::pow(rope.base, -2.0 * i / dimensions);
        if (!factors.empty()) turn /= double(factors[i]);
        if (rope.scaling == "linear") turn /= rope.factor;
        if (rope.scaling == "yarn") {
            double ramp = 1 - std::min(1.0, std::max(0.0, (i - low) / std::max(0.001, high - low)));
            double kept = ramp * rope.extrapolation;
            turn = turn / rope.factor * (1 - kept) + turn * kept;
        }
        turns.push_back(turn);
    }
    return turns;
}

float Config::magnitude() const {
    bool stretched = rope.scaling == "yarn" && rope.extrapolation != 0;
    return float(rope.attention_factor * (stretched ? 1 + 0.1 * std::log(rope.factor) : 1.0));
}

uint32_t Config::window_of(uint32_t layer) const {
    return gemma && layer % 2 == 1 ? 0 : window;
}

} // namespace sncuda
