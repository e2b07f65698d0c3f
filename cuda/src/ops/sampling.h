// The numbers by which tokens are chosen. Weights are integers, so that no sum depends on its order, and all devices
// find the same ones, so that the same draw is the same token everywhere.
#pragma once
#include "ops/host_device.h"
#include "ops/device.h"
#include <cmath>
#include <cstring>
#include <vector>

namespace sncuda {

// One choice, with all that goes before and after it. An Error where a logit is no finite number.
uint32_t sample_once(const std::shared_ptr<Device> &device, const std::vector<float> &logits, SamplingParams how, const std::vector<uint32_t> &recent);

constexpr float largest_logit = 3.402823466e38f;

template <class To, class From> SNCUDA_BOTH inline To bits_as(From from) {
    static_assert(sizeof(To) == sizeof(From), "the same bits");
    To to;
    memcpy(&to, &from, sizeof to);
    return to;
}

// e to the x, for x up to 0. Made of multiplications and additions, which the build keeps from being fused: every
// library's own exp rounds in its own way.
SNCUDA_BOTH inline double exponential(double x) {
    if (!(x > -708)) return 0;
    double times = floor(x * 1.4426950408889634 + 0.5);
    // ln 2 in two parts, the first short enough for an exact product.
    double rest = x - times * 6.93147180369123816490e-01 - times * 1.90821492927058770002e-10;
    const double terms[] = {1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
                            1.0 / 720,       1.0 / 120,      1.0 / 24,      1.0 / 6,      1.0 / 2,     1,          1};
    double sum = 1.0 / 6227020800;
    for (double term : terms) sum = sum * rest + term;
    return sum * bits_as<double>(uint64_t(1023 + int64_t(times)) << 52);
}

// In units of 2^-40: those of 2^23 tokens can be added up. What is smaller than half a unit is 0.
SNCUDA_BOTH inline uint64_t fixed(double weight) {
    return uint64_t(weight * 1099511627776.0 + 0.5);
}

// The weight of a logit at temperature 1; the largest logit's is 1.
SNCUDA_BOTH inline uint64_t weight_of(float logit, float largest) {
    return fixed(exponential(double(logit) - double(largest)));
}

// A token's weight in the draw.
SNCUDA_BOTH inline uint64_t drawn_weight(float logit, float largest, const SamplingParams &how) {
    double below = double(logit) - double(largest);
    if (how.min_p > 0 && !(exponential(below) >= how.min_p)) return 0;
    return fixed(exponential(below / how.temperature));
}

// Weight that the likeliest tokens must have together.
SNCUDA_BOTH inline uint64_t share_of(double top_p, uint64_t sum) {
    double share = ceil(top_p * double(sum));
    return share < 1 ? 1 : share >= double(sum) ? sum : uint64_t(share);
}

// Walking along the weights, the one with which this much is reached is drawn.
SNCUDA_BOTH inline uint64_t drawn_place(double draw, uint64_t sum) {
    auto place = uint64_t(draw * double(sum));
    return (place < sum ? place : sum - 1) + 1;
}

SNCUDA_BOTH inline bool is_odd(float logit) {
    return (bits_as<uint32_t>(logit) & 0x7f800000u) == 0x7f800000u;
}

// The logit of a recent token: what is not finite stays so, and nothing else becomes so.
SNCUDA_BOTH inline float penalised(float logit, float penalty) {
    if (is_odd(logit)) return logit;
    float value = logit > 0 ? logit / penalty : logit * penalty;
    return value > largest_logit ? largest_logit : value < -largest_logit ? -largest_logit : value;
}

// Numbers in the order of the finite floats; both zeros are one. None is 0.
SNCUDA_BOTH inline uint32_t sortable(float logit) {
    auto bits = bits_as<uint32_t>(logit + 0.0f);
    return bits >> 31 ? ~bits : bits | 0x80000000u;
}

SNCUDA_BOTH inline float of_sortable(uint32_t key) {
    return bits_as<float>(key >> 31 ? key & 0x7fffffffu : ~key);
}

} // namespace sncuda
