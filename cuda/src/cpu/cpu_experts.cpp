#include "cpu/cpu_device.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace sncuda {

namespace {

// A token that an expert takes, and how much of what comes out counts.
struct Share {
    uint32_t token;
    float weight;
};

// The probability of each expert, by the scores of the router.
void probabilities(const Experts &e, const float *scores, std::vector<float> &probability) {
    if (e.rules.sigmoid) {
        for (uint32_t i = 0; i < e.count; i++) probability[i] = 1.0f / (1.0f + std::exp(-scores[i]));
        return;
    }
    float largest = *std::max_element(scores, scores + e.count), sum = 0;
    for (uint32_t i = 0; i < e.count; i++) sum += probability[i] = std::exp(scores[i] - largest);
    if (e.rules.normalised && !e.selection) return; // what they are divided by falls out
    for (float &p : probability) p /= sum;
}

// The first `count` of `order` are those that are largest. Scores that are no numbers compare with nothing: by bits they
// have an order, whatever it is.
void largest_first(const std::vector<float> &of, std::vector<uint32_t> &order, uint32_t count) {
    std::iota(order.begin(), order.end(), 0u);
    auto before = [&](uint32_t a, uint32_t c) { return of[a] > of[c] || (!(of[a] < of[c]) && a < c); };
    bool ordered = std::all_of(of.begin(), of.end(), [](float p) { return p == p; });
    if (ordered) std::partial_sort(order.begin(), order.begin() + count, order.end(), before);
}

// Leaves the groups whose two largest sum up to most.
void leave_groups(const ExpertRules &rules, std::vector<float> &choice) {
    size_t each = choice.size() / rules.groups;
    std::vector<float> sums(rules.groups);
    std::vector<uint32_t> order(rules.groups);
    for (uint32_t g = 0; g < rules.groups; g++) {
        float first = -INFINITY, second = -INFINITY;
        for (size_t i = g * each; i < (g + 1) * each; i++) {
            if (choice[i] > first) {
                second = first;
                first = choice[i];
            } else {
                second = std::max(second, choice[i]);
            }
        }
        sums[g] = each > 1 ? first + second : first;
    }
    largest_first(sums, order, rules.groups_used);
    for (uint32_t g = rules.groups_used; g < rules.groups; g++) std::fill_n(choice.begin() + order[g] * each, each, -INFINITY);
}

// The shares of each expert, by the scores of the router.
std::vector<std::vector<Share>> shares(const Experts &e) {
    std::vector<std::vector<Share>> of(e.count);
    std::vector<float> probability(e.count), choice;
    std::vector<uint32_t> order(e.count);
    const float *selection = floats(e.selection);
    for (uint32_t b = 0; b < e.batch; b++) {
        probabilities(e, floats(e.scores) + uint64_t(b) * e.count, probability);
        choice = probability;
        for (uint32_t i = 0; selection && i < e.count; i++) choice[i] += selection[i];
        if (e.rules.groups > 1) leave_groups(e.rules, choice);
        largest_first(choice, order, e.used);
        float chosen = 0;
        for (uint32_t i = 0; i < e.used; i++) chosen += probability[order[i]];
        for (uint32_t i = 0; i < e.used; i++) {
            of[order[i]].push_back({b, probability[order[i]] / (e.rules.normalised ? chosen : 1.0f) * e.rules.scale});
        }
    }
    return of;
}

} // namespace

void CpuDevice::mix_experts(const Experts &e) {
    uint64_t n_embd = e.gates->columns, n_ff = e.gates->rows / e.count;
    std::vector<std::vector<Share>> shared = shares(e);
    size_t most = 0;
    for (const auto &of : shared) most = std::max(most, of.size());
    std::vector<float> input(most * n_embd), gate(most * n_ff), up(most * n_ff), output(most * n_embd);
    auto address = [](std::vector<float> &of) { return reinterpret_cast<Address>(of.data()); };
    const float *x = floats(e.x);
    auto *out = floats(e.out);
    if (!e.adds) std::fill(out, out + e.batch * n_embd, 0.0f);
    for (uint32_t expert = 0; expert < e.count; expert++) {
        const std::vector<Share> &of = shared[expert];
        if (of.empty()) continue;
        for (size_t i = 0; i < of.size(); i++) {
            std::copy_n(x + of[i].token * n_embd, n_embd, &input[i * n_embd]);
            if (e.rules.before) scale(address(input) + i * n_embd * 4, n_embd, of[i].weight);
        }
        auto batch = uint32_t(of.size());
        auto add_biases = [&](std::vector<float> &to, Address biases, uint64_t columns) {
            if (biases) add_bias(address(to), biases + expert * columns * 4, batch, uint32_t(columns));
        };
        Weight gates = e.gates->part(expert, e.count), ups = e.ups->part(expert, e.count);
        if (e.gate_biases || e.up_biases) {
            matmul(ups, address(input), batch, address(up));
            matmul(gates, address(input), batch, address(gate));
            add_biases(up, e.up_biases, n_ff);
            add_biases(gate, e.gate_biases, n_ff);
            glu(e.activation, address(gate), address(up), batch, uint32_t(n_ff), uint32_t(n_ff), address(gate));
        } else {
            matmul_glu(e.activation, gates, ups, address(input), batch, address(up), address(gate));
        }
        matmul(e.downs->part(expert, e.count), address(gate), batch, address(output));
        add_biases(output, e.down_biases, n_embd);
        for (size_t i = 0; i < of.size(); i++) {
            float *to = out + of[i].token * n_embd, weight = e.rules.before ? 1.0f : of[i].weight;
            for (uint64_t j = 0; j < n_embd; j++) to[j] += weight * output[i * n_embd + j];
        }
    }
}

} // namespace sncuda
