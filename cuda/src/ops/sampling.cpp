// The reference for choosing a token.
#include "ops/sampling.h"
#include "ops/error.h"
#include <algorithm>
#include <numeric>
#include <vector>

namespace sncuda {

namespace {

using Logits = std::vector<float>;
using Numbers = std::vector<uint32_t>;

Sampled largest_of(const Logits &logits) {
    Sampled sampled{0, UINT32_MAX};
    for (uint32_t i = 0; i < logits.size(); i++) {
        if (is_odd(logits[i])) return {0, i};
        if (logits[i] > logits[sampled.index]) sampled.index = i;
    }
    return sampled;
}

void keep_share(Numbers &tokens, const Logits &logits, float largest, double top_p) {
    uint64_t sum = 0, before = 0;
    for (uint32_t token : tokens) sum += weight_of(logits[token], largest);
    uint64_t enough = share_of(top_p, sum);
    size_t count = 0;
    while (before < enough) before += weight_of(logits[tokens[count++]], largest);
    tokens.resize(count);
}

// By their numbers.
Numbers candidates(const Logits &logits, float largest, const SamplingParams &how) {
    Numbers tokens(logits.size());
    std::iota(tokens.begin(), tokens.end(), 0);
    // The likeliest first, of equals the first.
    auto before = [&](uint32_t a, uint32_t b) { return logits[a] > logits[b] || (logits[a] == logits[b] && a < b); };
    SamplingSteps steps = steps_of(how);
    if (steps.top_k && how.top_k < tokens.size()) {
        std::nth_element(tokens.begin(), tokens.begin() + how.top_k, tokens.end(), before);
        tokens.resize(how.top_k);
    }
    if (steps.top_p) {
        std::sort(tokens.begin(), tokens.end(), before);
        keep_share(tokens, logits, largest, how.top_p);
    }
    std::sort(tokens.begin(), tokens.end());
    return tokens;
}

uint32_t draw(const Logits &logits, float largest, const SamplingParams &how) {
    Numbers tokens = candidates(logits, largest, how);
    uint64_t sum = 0;
    for (uint32_t token : tokens) sum += drawn_weight(logits[token], largest, how);
    uint64_t place = drawn_place(how.draw, sum);
    for (uint32_t token : tokens) {
        uint64_t weight = drawn_weight(logits[token], largest, how);
        if (place <= weight) return token;
        place -= weight;
    }
    return tokens.back(); // not reached: the weights add up to no less than the place
}

} // namespace

SamplingSteps steps_of(const SamplingParams &how) {
    bool draws = how.temperature != 0;
    return {how.recent_count != 0 && how.penalty != 1, draws && how.top_k != 0, draws && how.top_p < 1, draws};
}

uint32_t sampled_token(const Sampled &sampled) {
    if (sampled.odd == UINT32_MAX) return sampled.index;
    throw Error(Code::inference, "the logit of token " + std::to_string(sampled.odd) + " is no finite number");
}

void Operations::sample(Address x, uint32_t count, const SamplingSteps &, Address how, Address, Address out) {
    Logits logits(count);
    SamplingParams sampling;
    download(logits.data(), x, uint64_t(count) * 4);
    download(&sampling, how, sizeof sampling);
    Numbers recent(sampling.recent_count);
    if (!recent.empty()) download(recent.data(), sampling.recent, recent.size() * 4);
    for (uint32_t token : recent) logits[token] = penalised(logits[token], sampling.penalty);
    Sampled sampled = largest_of(logits);
    if (sampled.odd == UINT32_MAX && sampling.temperature != 0) sampled.index = draw(logits, logits[sampled.index], sampling);
    upload(out, &sampled, sizeof sampled);
}

uint32_t sample_once(const std::shared_ptr<Device> &device, const std::vector<float> &logits, SamplingParams how, const std::vector<uint32_t> &recent) {
    auto buffer = [&](uint64_t bytes) { return Buffer(device, bytes + 1); }; // never of nothing
    Buffer x = buffer(logits.size() * 4), tokens = buffer(recent.size() * 4), at = buffer(sizeof how), out = buffer(sizeof(Sampled));
    how.recent = tokens.address();
    how.recent_count = uint32_t(recent.size());
    SamplingSteps steps = steps_of(how);
    Buffer workspace = buffer(device->sampling_workspace(steps));
    device->upload(x.address(), logits.data(), logits.size() * 4);
    device->upload(tokens.address(), recent.data(), recent.size() * 4);
    device->upload(at.address(), &how, sizeof how);
    device->sample(x.address(), uint32_t(logits.size()), steps, at.address(), workspace.address(), out.address());
    Sampled sampled{};
    device->download(&sampled, out.address(), sizeof sampled);
    return sampled_token(sampled);
}

} // namespace sncuda
