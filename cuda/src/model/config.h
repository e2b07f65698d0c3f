// The hyperparameters of a model, as Rust reads and checks them.
#pragma once
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
    enum QueryKeyNorm : uint32_t { none = 0, each_head = 1, whole = 2 };
    uint32_t query_key_norm = none;
    bool qkv_biases = false; // there have to be some
    bool gelu = false;       // else SiLU
    uint32_t window_period = 0; // of so many layers the last has no window; 0: none of them
    uint32_t rope_period = 0;   // of so many layers the last has no rotary positions; 0: none of them
    double local_rope_base = 0; // of layers with a window, unscaled; 0: as the others
    uint32_t experts = 0, experts_used = 0, expert_n_ff = 0, shared_n_ff = 0;
    bool experts_normalised = false;
    float experts_scale = 1;
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
};

} // namespace sncuda
