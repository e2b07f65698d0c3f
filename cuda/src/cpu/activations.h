// What feed-forward networks make of a value.
#pragma once
#include "ops/device.h"
#include <algorithm>
#include <cmath>

namespace sncuda {

inline float silu(float x) {
    return x / (1.0f + std::exp(-x));
}

// The approximation by tanh, which Gemma was trained with.
inline float gelu(float x) {
    return 0.5f * x * (1.0f + std::tanh(0.7978845608f * (x + 0.044715f * x * x * x)));
}

inline float gelu_erf(float x) {
    return 0.5f * x * (1.0f + std::erf(x * 0.70710678f));
}

inline float activated(Activation activation, float x) {
    switch (activation) {
    case Activation::gelu: return gelu(x);
    case Activation::gelu_erf: return gelu_erf(x);
    default: return silu(x);
    }
}

// A value that is let through by another.
inline float gated(Activation activation, float gate, float up) {
    if (activation != Activation::swiglu_clamped) return activated(activation, gate) * up;
    gate = std::min(gate, 7.0f);
    up = std::min(std::max(up, -7.0f), 7.0f);
    return gate / (1.0f + std::exp(-1.702f * gate)) * (up + 1.0f);
}

} // namespace sncuda
