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
    std::vector<uint32_t> chosen;
    bool operator==(const Said &other) const {
        bool as_many = logits.size() == other.logits.size();
        return as_many && std::memcmp(logits.data(), other.logits.data(), logits.size() * sizeof(float)) == 0 && chosen == other.chosen;
    }
};

Said said(const std::shared_ptr<Model> &model, uint32_t tokens, const Way &way) {
    auto vocabulary = uint32_t(model->vocabulary());
    Session session(model, prompt + tokens, model->device()->queue_like(way));
    std::vector<uint32_t> next;
    for (uint32_t i = 0; i < prompt; i++) next.push_back(i * 7919 % vocabulary);
    Said said;
    Choice how;
    how.temperature = 0.8, how.top_k = 40, how.top_p = 0.9;
    for (uint32_t i = 0; i < tokens; i++) {
        if (i % 2 == 0) {
            std::vector<float> logits = session.feed(next, false);
            said.logits.insert(said.logits.end(), logits.begin(), logits.end());
            next = {i * 104729 % vocabulary};
        } else {
            how.draw = (i * 0.618) - uint32_t(i * 0.618);
            next = {session.feed_and_choose(next, how)};
            said.chosen.push_back(next[0]);
        }
    }
    return said;
}

} // namespace

std::vector<Finding> check_ways(const std::shared_ptr<Model> &model, uint32_t tokens) {
    std::vector<Finding> findings;
    if (!model->device()->queue_like({})) return findings;
    Said first = said(model, tokens, {{0, 0}, false, false});
    for (const Way &way : {Way{{0, 0}, false, true}, Way{{0, 0}, true, false}, Way{}}) {
        std::string name = std::string(way.records ? "recorded" : "one by one") + (way.starts_early ? ", early" : ", in order");
        Finding finding{name, std::to_string(tokens) + " tokens", 0, 0, ""};
        try {
            if (!(said(model, tokens, way) == first)) finding.wrong = "gave other bits than one by one, in order";
        } catch (const Error &error) {
            finding.wrong = error.what();
        }
        findings.push_back(finding);
    }
    return findings;
}

} // namespace sncuda
