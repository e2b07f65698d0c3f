// The state of one inference: positions, the cache of keys and values, and room for activations.
#pragma once
#include "model/model.h"
#include <functional>
#include <vector>

namespace sncuda {

// An Error where there is a token that the vocabulary has not.
void check_known(const std::vector<uint32_t> &tokens, uint64_t vocabulary);

// Asked before each layer of several tokens, `position` of which were taken in: false ends the call.
using GoesOn = std::function<bool(uint32_t position)>;

class Session {
public:
    // Room for `positions` tokens altogether. On a queue of the model's device, a new one where none is given.
    Session(std::shared_ptr<const Model> model, uint32_t positions, std::unique_ptr<Operations> queue = nullptr);

    uint32_t position() const { return position_; }
    uint32_t capacity() const { return capacity_; }
    uint64_t bytes() const;
    void watch(GoesOn goes_on) { goes_on_ = std::move(goes_on); }
    // Takes tokens in; what the last layer makes of each, normalised: `n_embd` values each.
    std::vector<float> embed(const std::vector<uint32_t> &tokens);
    // Takes tokens in.
    void take_in(const std::vector<uint32_t> &tokens);
    // Takes over what another session of the model has taken in; false, with nothing done, where the rotary turns
    // differ by the capacity.
    bool copy_from(Session &other);
    // Bytes of one layer's keys or values for all positions that were taken in.
    uint64_t cached_bytes(bool values) const { return cached_bytes(values, position_); }
    uint64_t cached_bytes(bool values, uint32_t positions) const;
    void read_cache(uint32_t layer, bool values, void *to);
    // Like read_cache, the other way, for the first `positions`.
    void write_cache(uint32_t layer, bool values, const void *from, uint32_t positions);
    // The tokens up to here count as taken in: later ones are forgotten, earlier ones are in the cache.
    void set_position(uint32_t position);
    // Takes tokens in; the logits after the last of them, or after each.
    std::vector<float> forward(const std::vector<uint32_t> &tokens, bool all_logits);
    // Takes tokens in; one to follow, by `how`, whose recent tokens are these, none of them twice. An Error where a
    // logit is no finite number.
    uint32_t forward_and_sample(const std::vector<uint32_t> &tokens, const SamplingParams &how, const std::vector<uint32_t> &recent = {});
    // Takes a token into each of several sessions of one model, none of them twice, on a device that computes all: the
    // logits after each, the same as alone. The weights are read once for all.
    static std::vector<float> forward_together(const std::vector<Session *> &sessions, const std::vector<uint32_t> &tokens);

private:
    // Buffers for one batch of tokens. `input` has SamplingParams, the position, the tokens and the recent ones.
    struct Workspace {
        Buffer input, stream, normal, query, key, value, fused, attended, scores, projected, gate, up, router, logits, sampling;
        // Of models whose keys and values are latent.
        Buffer whole_query, query_latent, key_value_latent, latent, head_in, head_out, plain;
        std::vector<const Buffer *> all() const;
    };
    // Rows of a batch that belong to one session.
    struct Rows {
        Session &session;
        uint32_t first, count;
        Address position_at;
    };
    // One token's operations, and how often they were run without being recorded.
    struct Single {
        std::unique_ptr<Recording> recording;
        uint32_t runs = 0;
    };
    // Part of a batch's logits that is wanted.
    enum class Wanted { nothing, sampling, last, all, embeddings };

    Address cache_of(uint32_t layer, bool values) const;
    void check_goes_on() const;
    void check_tokens(const std::vector<uint32_t> &tokens) const;
    void check_recent(const std::vector<uint32_t> &recent) const;
    void reserve(uint32_t batch, bool all_logits);
    void reserve_sampling();
    void wait();
    void send(const uint32_t *tokens, uint32_t batch);
    template <class Each> void in_batches(const std::vector<uint32_t> &tokens, Wanted wanted, Each each);
    void run(const uint32_t *tokens, uint32_t batch, Wanted wanted);
    bool play_single(Wanted wanted);
    void layers(uint32_t batch, Wanted wanted);
    void encode(uint32_t batch);
    void attention(const Layer &layer, uint32_t index, uint32_t batch);
    void attend(const Layer &layer, uint32_t index, const Rows &rows);
    void look_around(struct Attention attention);
    void turn_and_store(uint32_t index, const Rows &rows);
    template <class Each> void each_session(uint32_t batch, Each each);
    void project(const Layer &layer, uint32_t batch);
    void project_latent(const Layer &layer, uint32_t batch);
    void values_of_latent(const Layer &layer, uint32_t batch);
    void matmul_heads(const Weight &weights, Address x, uint32_t x_row, uint32_t x_head, Address out, uint32_t out_row, uint32_t out_head, uint32_t batch);
    void reserve_latent(uint32_t batch);
    void feed_forward(const Layer &layer, uint32_t batch);
    void mixture(const Layer &layer, uint32_t batch);
    // What attention and feed forward get: the stream, normalised where that comes before them.
    Address branch_input() const;
    void finish_branch(Address post_norm, Address next_norm, uint32_t batch);
    Address position_at() const { return workspace_.input.address() + sizeof(SamplingParams); }
    Address tokens_at() const { return position_at() + 4; }

    std::shared_ptr<const Model> model_;
    std::shared_ptr<Device> device_;
    std::vector<uint8_t> sent_; // the queue may read it until it is waited for
    GoesOn goes_on_;
    bool under_way_ = false;
    std::unique_ptr<Operations> own_queue_; // goes before the device
    Operations *queue_;
    uint32_t capacity_, position_ = 0;
    uint32_t workspace_tokens_ = 0, logits_for_ = 0;
    Buffer keys_, values_;
    Workspace workspace_;
    std::vector<Session *> together_; // whose tokens are in the batch: its own alone where there are none
    SamplingParams sampling_;
    SamplingSteps steps_;
    std::vector<uint32_t> recent_;
    Single single_[5]; // by what is wanted
};

} // namespace sncuda
