#include "launch_policies.h"
#include "ops/error.h"
#include "model/session.h"
#include <cstring>

namespace sncuda {

namespace {

constexpr uint32_t prompt = 20;

// All that an inference says.
struct Said {
    std::vector<float> logits;
    std::vector<uint32_t> sampled;
    bool operator==(const Said &other) const {
        bool as_many = logits.size() == other.logits.size();
        return as_many && std::memcmp(logits.data(), other.logits.data(), logits.size() * sizeof(float)) == 0 && sampled == other.sampled;
    }
};

Said said(const std::shared_ptr<Model> &model, uint32_t tokens, const LaunchPolicy &policy) {
    auto vocabulary = uint32_t(model->vocabulary());
    Session session(model, prompt + tokens, model->device()->queue_like(policy));
    std::vector<uint32_t> next;
    for (uint32_t i = 0; i < prompt; i++) next.push_back(i * 7919 % vocabulary);
    Said said;
    SamplingParams how;
    how.temperature = 0.8, how.top_k = 40, how.top_p = 0.9;
    for (uint32_t i = 0; i < tokens; i++) {
        if (i % 2 == 0) {
            std::vector<float> logits = session.forward(next, false);
            said.logits.insert(said.logits.end(), logits.begin(), logits.end());
            next = {i * 104729 % vocabulary};
        } else {
            how.draw = (i * 0.618) - uint32_t(i * 0.618);
            next = {session.forward_and_sample(next, how)};
            said.sampled.push_back(next[0]);
        }
    }
    return said;
}

} // namespace

std::vector<Finding> check_launch_policies(const std::shared_ptr<Model> &model, uint32_t tokens) {
    std::vector<Finding> findings;
    if (!model->device()->queue_like({})) return findings;
    Said first = said(model, tokens, {{0, 0}, false, false});
    for (const LaunchPolicy &policy : {LaunchPolicy{{0, 0}, false, true}, LaunchPolicy{{0, 0}, true, false}, LaunchPolicy{}}) {
        std::string name = std::string(policy.records ? "recorded" : "one by one") + (policy.use_pdl ? ", early" : ", in order");
        Finding finding{name, std::to_string(tokens) + " tokens", 0, 0, ""};
        try {
            if (!(said(model, tokens, policy) == first)) finding.wrong = "gave other bits than one by one, in order";
        } catch (const Error &error) {
            finding.wrong = error.what();
        }
        findings.push_back(finding);
    }
    return findings;
}

} // namespace sncuda
