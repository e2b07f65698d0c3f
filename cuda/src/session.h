// The state of one inference: positions, the cache of keys and values, and room for activations.
#pragma once
#include "model.h"
#include <vector>

namespace sncuda {

class Session {
public:
    // Room for `positions` tokens altogether.
    Session(std::shared_ptr<const Model> model, uint32_t positions);

    uint32_t position() const { return position_; }
    uint32_t capacity() const { return capacity_; }
    uint64_t bytes() const;
    // Takes tokens in; the logits after the last of them, or after each.
    std::vector<float> feed(const std::vector<uint32_t> &tokens, bool all_logits);

private:
    // What one batch of tokens needs.
    struct Room {
        Buffer tokens, stream, normal, query, key, value, fused, attended, scores, projected, gate, up, logits;
    };

    void reserve(uint32_t batch, bool all_logits);
    void run(const uint32_t *tokens, uint32_t batch, bool all_logits, float *logits);
    void attention(const Layer &layer, uint32_t index, uint32_t batch);
    void project(const Layer &layer, uint32_t batch);
    void feed_forward(const Layer &layer, uint32_t batch);
    void finish_branch(Address norm, uint32_t batch);

    std::shared_ptr<const Model> model_;
    std::shared_ptr<Device> device_;
    uint32_t capacity_, position_ = 0;
    uint32_t room_for_ = 0, logits_for_ = 0;
    Buffer keys_, values_;
    Room room_;
};

} // namespace sncuda
