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

// The shares of each expert, by the scores of the router.
std::vector<std::vector<Share>> shares(const Experts &e) {
    std::vector<std::vector<Share>> of(e.count);
    std::vector<float> probability(e.count);
    std::vector<uint32_t> order(e.count);
    for (uint32_t b = 0; b < e.batch; b++) {
        const float *scores = reinterpret_cast<const float *>(e.scores) + uint64_t(b) * e.count;
        float largest = *std::max_element(scores, scores + e.count), sum = 0, chosen = 0;
        for (uint32_t i = 0; i < e.count; i++) sum += probability[i] = std::exp(scores[i] - largest);
        std::iota(order.begin(), order.end(), 0u);
        // Scores that are no numbers compare with nothing: by bits they have an order, whatever it is.
        auto before = [&](uint32_t a, uint32_t c) { return probability[a] > probability[c] || (!(probability[a] < probability[c]) && a < c); };
        bool ordered = std::all_of(probability.begin(), probability.end(), [](float p) { return p == p; });
        if (ordered) std::partial_sort(order.begin(), order.begin() + e.used, order.end(), before);
        for (uint32_t i = 0; i < e.used; i++) chosen += probability[order[i]];
        for (uint32_t i = 0; i < e.used; i++) {
            of[order[i]].push_back({b, probability[order[i]] / (e.normalised ? chosen : sum) * e.scale});
        }
    }
    return of;
}

// One expert's part of matrices that lie one behind the other.
Weight part(const Weight &all, uint32_t expert, uint32_t experts) {
    Weight one = all;
    one.rows = all.rows / experts;
    one.data += expert * one.rows * bytes_of(all.type, all.columns);
    return one;
}

} // namespace

void CpuDevice::scale(Address x, uint64_t count, float factor) {
    auto *values = reinterpret_cast<float *>(x);
    for (uint64_t i = 0; i < count; i++) values[i] *= factor;
}

void CpuDevice::mix_experts(const Experts &e) {
    uint64_t n_embd = e.gates->columns, n_ff = e.gates->rows / e.count;
    std::vector<std::vector<Share>> shared = shares(e);
    size_t most = 0;
    for (const auto &of : shared) most = std::max(most, of.size());
    std::vector<float> input(most * n_embd), gate(most * n_ff), up(most * n_ff), output(most * n_embd);
    auto address = [](std::vector<float> &of) { return reinterpret_cast<Address>(of.data()); };
    auto *x = reinterpret_cast<const float *>(e.x);
    auto *out = reinterpret_cast<float *>(e.out);
    if (!e.adds) std::fill(out, out + e.batch * n_embd, 0.0f);
    for (uint32_t expert = 0; expert < e.count; expert++) {
        const std::vector<Share> &of = shared[expert];
        if (of.empty()) continue;
        for (size_t i = 0; i < of.size(); i++) std::copy_n(x + of[i].token * n_embd, n_embd, &input[i * n_embd]);
        auto batch = uint32_t(of.size());
        matmul_glu(e.activation, part(*e.gates, expert, e.count), part(*e.ups, expert, e.count), address(input), batch, address(up), address(gate));
        matmul(part(*e.downs, expert, e.count), address(gate), batch, address(output));
        for (size_t i = 0; i < of.size(); i++) {
            float *to = out + of[i].token * n_embd;
            for (uint64_t j = 0; j < n_embd; j++) to[j] += of[i].weight * output[i * n_embd + j];
        }
    }
}

} // namespace sncuda
