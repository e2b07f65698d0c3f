#include "plain_sampling.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sncuda {

namespace {

// Error of integers in units of 2^-40, for the largest vocabularies.
constexpr long double slack = 1e-7L;

struct Token {
    uint32_t number;
    long double weight;
};

void penalise(std::vector<float> &logits, const std::vector<uint32_t> &recent, float penalty) {
    constexpr double most = std::numeric_limits<float>::max();
    for (uint32_t token : recent) {
        double logit = logits[token];
        // A quotient of floats rounds to a float as it would have at once.
        double value = logit > 0 ? logit / penalty : logit * penalty;
        logits[token] = float(std::clamp(value, -most, most));
    }
}

std::vector<Token> sorted(const std::vector<float> &logits) {
    long double largest = *std::max_element(logits.begin(), logits.end());
    std::vector<Token> tokens;
    for (uint32_t i = 0; i < logits.size(); i++) tokens.push_back({i, std::exp(logits[i] - largest)});
    std::vector<uint32_t> order(logits.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return logits[a] > logits[b]; });
    std::vector<Token> result;
    for (uint32_t i : order) result.push_back(tokens[i]);
    return result;
}

size_t share(const std::vector<Token> &tokens, long double top_p) {
    long double sum = 0, before = 0;
    for (const Token &token : tokens) sum += token.weight;
    size_t count = 0;
    while (count < tokens.size() && (count == 0 || before < top_p * sum)) before += tokens[count++].weight;
    return count;
}

// Those that draws close to `draw` meet.
void draw(std::vector<Token> tokens, const SamplingParams &how, std::set<uint32_t> &sampled) {
    std::sort(tokens.begin(), tokens.end(), [](const Token &a, const Token &b) { return a.number < b.number; });
    long double sum = 0, end = 0;
    for (Token &token : tokens) {
        token.weight = token.weight >= how.min_p ? std::pow(token.weight, 1 / static_cast<long double>(how.temperature)) : 0;
        sum += token.weight;
    }
    for (const Token &token : tokens) {
        long double begin = end;
        end += token.weight;
        if (token.weight > 0 && begin <= (how.draw + slack) * sum && end >= (how.draw - slack) * sum) sampled.insert(token.number);
    }
}

} // namespace

std::set<uint32_t> plainly_sampled(std::vector<float> logits, const std::vector<uint32_t> &recent, const SamplingParams &how) {
    penalise(logits, recent, how.penalty);
    std::vector<Token> tokens = sorted(logits);
    if (how.temperature == 0) return {tokens[0].number};
    if (how.top_k != 0) tokens.resize(std::min<size_t>(how.top_k, tokens.size()));
    std::set<uint32_t> sampled;
    for (long double near : {-slack, 0.0L, slack}) {
        size_t count = how.top_p < 1 ? share(tokens, how.top_p + near) : tokens.size();
        draw({tokens.begin(), tokens.begin() + std::ptrdiff_t(count)}, how, sampled);
    }
    return sampled;
}

} // namespace sncuda
