// The hyperparameters of a model, as Rust reads and checks them.
#pragma once
#include "ops/device.h"
#include <cstdint>
#include <string>
#include <vector>

namespace sncuda {

struct RopeConfig {
    uint32_t rotated = 0;
    bool interleaved = false;
    double base = 10000;
    std::string scaling = "none"; // none, linear, yarn, longrope
    double factor = 1;
    double original_context = 0;
    double beta_fast = 32, beta_slow = 1;
    double extrapolation = 1;
    double attention_factor = 1;
};

struct Config {
    std::string architecture;
    uint32_t layers = 0, n_embd = 0, heads = 0, n_kv_heads = 0, head_size = 0, value_size = 0, n_ff = 0;
    uint32_t context = 0;
    uint32_t window = 0; // sliding attention; 0 for none
    float epsilon = 0;
    RopeConfig rope;
    // Around attention and feed forward: what goes in is normalised, what comes out.
    bool norms_before = true, norms_after = false;
    // The last without weights, after the turns, in layers that have some.
    enum QueryKeyNorm : uint32_t { none = 0, each_head = 1, whole = 2, after_rope = 3 };
    uint32_t query_key_norm = none;
    bool qkv_biases = false; // there have to be some
    Activation activation = Activation::silu;
    bool post_attention_names = false; // what is before the feed forward is named post_attention_norm
    uint32_t window_period = 0; // of so many layers the last has no window; 0: none of them
    bool window_chunks = false; // windows do not slide: positions see those of their own chunk
    bool sinks = false;         // each head has a score more, of a position that has nothing to say
    uint32_t rope_period = 0;   // of so many layers the last has no rotary positions; 0: none of them
    double local_rope_base = 0; // of layers with a window, unscaled; 0: as the others
    // Queries are multiplied by 1 + scale * ln(1 + floor((position + offset) / length)): of layers without turns alone,
    // or of all.
    float temperature_scale = 0;
    uint32_t temperature_length = 1, temperature_offset = 0;
    bool temperature_unrotated = false;
    uint32_t experts = 0, experts_used = 0, expert_n_ff = 0, shared_n_ff = 0;
    uint32_t dense_layers = 0;  // so many first layers have no experts
    uint32_t expert_period = 1; // of so many layers the last has some
    ExpertRules expert_rules;
    bool expert_biases = false; // the router and the experts have some
    // Keys and values are made of so many values for all heads, queries of so many (0: of the stream), and of each head's
    // query so many values are turned, with which the file ends it.
    uint32_t latent = 0, query_latent = 0;
    uint32_t plain_key = 0, plain_value = 0; // a head's key without those that are turned, and its value
    bool encoder = false; // all positions see all; norms, with biases, behind the sums
    bool learned_positions = false;
    bool ungated = false; // the feed forward has no gate
    float residual_scale = 1, logit_scale = 1;
    float embedding_scale = 1, attention_scale = 0, attention_softcap = 0, final_softcap = 0;

    // Turns per position of each pair, and what the turned values are multiplied by. `factors` divide the
    // turns and may be empty.
    std::vector<double> turns(const std::vector<float> &factors) const;
    float magnitude() const;
    // Turns of layers with a window, where they have others.
    std::vector<double> local_turns() const;
    uint32_t window_of(uint32_t layer) const;
    bool is_local(uint32_t layer) const { return local_rope_base != 0 && window_of(layer) != 0; }
    bool is_rotated(uint32_t layer) const { return rope_period == 0 || (layer + 1) % rope_period != 0; }
    bool has_experts(uint32_t layer) const { return experts != 0 && layer >= dense_layers && (layer + 1) % expert_period == 0; }
    bool has_temperature(uint32_t layer) const { return temperature_scale != 0 && (!temperature_unrotated || !is_rotated(layer)); }
    // Keys and values stay what they are made of until they are used.
    bool keeps_latent() const { return latent != 0 && n_kv_heads == 1; }
    // What a device that computes no more than llama's kind would not compute; empty where there is nothing.
    std::string beyond_llama() const;
};

} // namespace sncuda
