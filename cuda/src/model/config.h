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
    bool gemma = false;
    float embedding_scale = 1, attention_scale = 0, attention_softcap = 0, final_softcap = 0;

    // Turns per position of each pair, and what the turned values are multiplied by. `factors` divide the
    // turns and may be empty.
    std::vector<double> turns(const std::vector<float> &factors) const;
    float magnitude() const;
    // Gemma's even layers see a window, its odd ones everything.
    uint32_t window_of(uint32_t layer) const;
};

} // namespace sncuda
