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

Chosen largest_of(const Logits &logits) {
    Chosen chosen{0, UINT32_MAX};
    for (uint32_t i = 0; i < logits.size(); i++) {
        if (is_odd(logits[i])) return {0, i};
        if (logits[i] > logits[chosen.index]) chosen.index = i;
    }
    return chosen;
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
Numbers candidates(const Logits &logits, float largest, const Choice &how) {
    Numbers tokens(logits.size());
    std::iota(tokens.begin(), tokens.end(), 0);
    // The likeliest first, of equals the first.
    auto before = [&](uint32_t a, uint32_t b) { return logits[a] > logits[b] || (logits[a] == logits[b] && a < b); };
    Steps steps = steps_of(how);
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

uint32_t draw(const Logits &logits, float largest, const Choice &how) {
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

Steps steps_of(const Choice &how) {
    bool draws = how.temperature != 0;
    return {how.recent_count != 0 && how.penalty != 1, draws && how.top_k != 0, draws && how.top_p < 1, draws};
}

uint32_t chosen_token(const Chosen &chosen) {
    if (chosen.odd == UINT32_MAX) return chosen.index;
    throw Error(Code::inference, "the logit of token " + std::to_string(chosen.odd) + " is no finite number");
}

void Operations::choose(Address x, uint32_t count, const Steps &, Address how, Address, Address out) {
    Logits logits(count);
    Choice choice;
    download(logits.data(), x, uint64_t(count) * 4);
    download(&choice, how, sizeof choice);
    Numbers recent(choice.recent_count);
    if (!recent.empty()) download(recent.data(), choice.recent, recent.size() * 4);
    for (uint32_t token : recent) logits[token] = penalised(logits[token], choice.penalty);
    Chosen chosen = largest_of(logits);
    if (chosen.odd == UINT32_MAX && choice.temperature != 0) chosen.index = draw(logits, logits[chosen.index], choice);
    upload(out, &chosen, sizeof chosen);
}

uint32_t choose_once(const std::shared_ptr<Device> &device, const std::vector<float> &logits, Choice how, const std::vector<uint32_t> &recent) {
    auto buffer = [&](uint64_t bytes) { return Buffer(device, bytes + 1); }; // never of nothing
    Buffer x = buffer(logits.size() * 4), tokens = buffer(recent.size() * 4), at = buffer(sizeof how), out = buffer(sizeof(Chosen));
    how.recent = tokens.address();
    how.recent_count = uint32_t(recent.size());
    Steps steps = steps_of(how);
    Buffer room = buffer(device->choice_room(steps));
    device->upload(x.address(), logits.data(), logits.size() * 4);
    device->upload(tokens.address(), recent.data(), recent.size() * 4);
    device->upload(at.address(), &how, sizeof how);
    device->choose(x.address(), uint32_t(logits.size()), steps, at.address(), room.address(), out.address());
    Chosen chosen{};
    device->download(&chosen, out.address(), sizeof chosen);
    return chosen_token(chosen);
}

} // namespace sncuda
