#include "sampling_checks.h"
#include "plain_sampling.h"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace sncuda {

namespace {

using Logits = std::vector<float>;
using Tokens = std::vector<uint32_t>;

class SamplingChecks {
public:
    SamplingChecks(Bench &bench, Random &random) : bench_(bench), random_(random) {}

    void plain(uint32_t count) {
        Logits logits = normals(random_, count, 3);
        uint32_t at = below(count);
        logits[at] = logits[below(count)] = 9; // of equals, the first
        run("sample the largest", logits, {}, {});
        for (double draw : {0.0, 0.3, 0.7, 0.999999}) {
            run("sample at random", logits, {}, drawn(1.5, draw));
            SamplingParams how = drawn(0.8, draw);
            how.min_p = 0.01;
            run("sample at random, with a least", logits, {}, how);
        }
    }

    // `tied`: so many logits for each unit, and so many equals; 0 for none but by chance.
    void filtered(uint32_t count, float tied, uint32_t times) {
        Logits logits = normals(random_, count, 3);
        if (tied != 0) {
            for (float &logit : logits) logit = std::round(logit * tied) / tied; // also to -0
        }
        Tokens recent = distinct(count);
        for (uint32_t time = 0; time < times; time++) {
            SamplingParams how = drawn(0.3 + 1.7 * unit(), unit());
            how.min_p = time % 4 == 3 ? 0.0101 : 0;
            how.top_k = 1 + below(count);
            run("sample of the likeliest so many", logits, {}, how);
            how.top_p = std::pow(10, -9 * unit() * unit());
            run("sample of both", logits, {}, how);
            how.penalty = time % 2 ? 0.6f : 1.7f;
            run("sample of both, with a penalty", logits, recent, how);
            how.top_k = 0;
            run("sample of the likeliest with so much", logits, recent, how);
            how.top_p = 1;
            run("sample at random, with a penalty", logits, recent, how);
            how.temperature = 0;
            run("sample the largest, with a penalty", logits, recent, how);
        }
    }

    // Checks where filters begin and end.
    void borders(uint32_t count) {
        Logits equal(count, -0.25f), few(count, 0.0f);
        for (uint32_t i = 0; i < count; i += 3) few[i] = i % 2 ? -0.0f : -3e38f;
        for (const Logits &logits : {equal, few}) {
            for (uint32_t top_k : {0u, 1u, count, UINT32_MAX}) {
                for (double top_p : {1e-9, 0.5, 1 - 1e-9, 1.0}) {
                    for (double draw : {0.0, 0.5, 1 - 1e-16}) {
                        SamplingParams how = drawn(1, draw);
                        how.top_k = top_k;
                        how.top_p = top_p;
                        run("sample at a border", logits, {}, how);
                    }
                }
            }
        }
    }

    void not_finite(uint32_t count) {
        Logits logits = normals(random_, count, 3);
        Tokens recent = distinct(count);
        for (float odd : {NAN, INFINITY, -INFINITY}) {
            logits[below(count)] = odd;
            logits[recent[0]] = odd;
            SamplingParams how;
            how.penalty = 0.5f;
            run("sample, not finite", logits, recent, how);
            how.temperature = 1;
            run("sample, not finite", logits, {}, how);
            how.top_k = 1;
            how.top_p = 0.5;
            run("sample, not finite", logits, recent, how);
        }
    }

    // Penalties beyond what a float holds.
    void huge(uint32_t count) {
        Logits logits = normals(random_, count, 4e37);
        for (float penalty : {1e-30f, 100.0f}) {
            SamplingParams how = drawn(1, unit());
            how.penalty = penalty;
            how.top_k = 1 + below(count);
            run("sample of huge ones", logits, distinct(count), how);
        }
    }

private:
    uint32_t below(uint32_t count) { return uint32_t(random_() % count); }
    double unit() { return double(random_() >> 11) / double(uint64_t(1) << 53); }

    static SamplingParams drawn(double temperature, double draw) {
        SamplingParams how;
        how.temperature = temperature;
        how.draw = draw;
        return how;
    }

    // Some of so many tokens, no more than 300.
    Tokens distinct(uint32_t count) {
        Tokens tokens;
        for (uint32_t i = 0; i < std::min(count, 300u); i++) tokens.push_back(below(count));
        std::sort(tokens.begin(), tokens.end());
        tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
        std::shuffle(tokens.begin(), tokens.end(), random_);
        return tokens;
    }

    void run(const char *name, const Logits &logits, const Tokens &recent, SamplingParams how) {
        auto count = uint32_t(logits.size());
        how.recent_count = uint32_t(recent.size());
        Twin x = bench_.twin(logits), tokens = bench_.twin(recent), out = bench_.out(2);
        SamplingSteps steps = steps_of(how);
        Twin workspace = bench_.out((bench_.queue().sampling_workspace(steps) + 3) / 4);
        auto at = [&](bool tested) {
            how.recent = tokens.on(tested);
            return how;
        };
        Twin samplings = bench_.twin(std::vector<SamplingParams>{at(false), at(true)});
        std::string shape = std::to_string(count) + " k " + std::to_string(how.top_k) + " p " + std::to_string(how.top_p) + " penalty " +
                            std::to_string(how.penalty) + " temperature " + std::to_string(how.temperature) + " draw " + std::to_string(how.draw);
        bench_.compare(name, shape, out, Format::words, 0, [&](Operations &on, bool tested) {
            x.restore();
            on.sample(x.on(tested), count, steps, samplings.on(tested) + tested * sizeof(SamplingParams), workspace.on(tested), out.on(tested));
        });
        bench_.findings.push_back({std::string(name) + ": by plain sums", shape, 0, 0, wrong(logits, recent, how, out)});
    }

    // Describes what is wrong with the choice, which is the reference's too.
    static std::string wrong(const Logits &logits, const Tokens &recent, const SamplingParams &how, const Twin &out) {
        Sampled sampled{};
        std::memcpy(&sampled, out.read(true).data(), sizeof sampled);
        auto odd = std::find_if(logits.begin(), logits.end(), [](float logit) { return !std::isfinite(logit); });
        if (odd != logits.end()) return sampled.odd == odd - logits.begin() ? "" : "names " + std::to_string(sampled.odd);
        if (sampled.odd != UINT32_MAX) return "finds a logit that is not finite";
        std::set<uint32_t> expected = plainly_sampled(logits, recent, how);
        return expected.count(sampled.index) ? "" : "chose " + std::to_string(sampled.index) + " and not " + std::to_string(*expected.begin());
    }

    Bench &bench_;
    Random &random_;
};

} // namespace

void check_sampling(Bench &bench, Random &random) {
    SamplingChecks samplings(bench, random);
    for (uint32_t count : {1u, 333u, 70001u}) samplings.plain(count);
    for (uint32_t count : {1u, 2u, 37u, 333u, 2049u}) {
        for (float tied : {0.0f, 1.0f, 5.0f}) samplings.filtered(count, tied, 5);
    }
    samplings.filtered(5003, 0.5f, 3);
    samplings.filtered(70001, 20, 2);
    samplings.filtered(151936, 0, 1);
    for (uint32_t count : {1u, 1000u}) {
        samplings.borders(count);
        samplings.not_finite(count);
        samplings.huge(count);
    }
    samplings.not_finite(3001);
}

} // namespace sncuda
