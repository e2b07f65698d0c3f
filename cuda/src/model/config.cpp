#include "model/config.h"
#include <algorithm>
#include <cmath>

namespace sncuda {

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

std::vector<double> Config::local_turns() const {
    std::vector<double> turns;
    for (uint32_t i = 0; local_rope_base != 0 && i < rope.rotated / 2; i++) {
        turns.push_back(std::pow(local_rope_base, -2.0 * i / rope.rotated));
    }
    return turns;
}

float Config::magnitude() const {
    bool stretched = rope.scaling == "yarn" && rope.extrapolation != 0;
    return float(rope.attention_factor * (stretched ? 1 + 0.1 * std::log(rope.factor) : 1.0));
}

std::string Config::beyond_llama() const {
    if (encoder) return "it is an encoder";
    if (experts != 0) return "it is a mixture of " + std::to_string(experts) + " experts";
    if (residual_scale != 1 || logit_scale != 1) return "it scales what its layers add, or its logits";
    if (latent != 0) return "its keys and values are latent";
    if (sinks) return "its attention has sinks";
    if (window_chunks && window != 0) return "its attention is in chunks";
    if (temperature_scale != 0) return "its attention has a temperature by position";
    if (query_key_norm == after_rope) return "its queries and keys are normalised after they are turned";
    return {};
}

uint32_t Config::window_of(uint32_t layer) const {
    return window_period != 0 && (layer + 1) % window_period == 0 ? 0 : window;
}

} // namespace sncuda
