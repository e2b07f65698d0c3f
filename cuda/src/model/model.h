// A model's weights on a device. It never changes once loaded.
#pragma once
#include "model/model_table.h"
#include "ops/device.h"
#include <memory>
#include <string>
#include <vector>

namespace sncuda {

struct Layer {
    Address attention_norm = 0, query_norm = 0, key_norm = 0, attention_post_norm = 0, attention_post_norm_bias = 0;
    Weight query, key, value, fused_qkv, attention_out;
    Address query_bias = 0, key_bias = 0, value_bias = 0, fused_qkv_bias = 0, attention_out_bias = 0;
    Address sinks = 0; // a float for each head
    // What queries (0: the stream), and keys and values are made of. A head's plain key and its value are rows of one matrix,
    // or what turns a plain query to what the plain key is made of, and that into a value.
    Weight query_latent, key_value_latent, key_value_plain, key_latent, value_plain;
    Address query_latent_norm = 0, latent_norm = 0;
    Address ffn_norm = 0, ffn_post_norm = 0, ffn_post_norm_bias = 0;
    Weight gate, up, down; // without a gate, `up` holds the gate's rows and then its own
    Address gate_bias = 0, up_bias = 0, down_bias = 0;
    // A mixture: the router's scores, the experts' matrices one behind the other, and one that all tokens go through.
    Weight router, expert_gates, expert_ups, expert_downs, shared_gate, shared_up, shared_down;
    Address router_bias = 0, expert_selection = 0, expert_gate_biases = 0, expert_up_biases = 0, expert_down_biases = 0;

    std::vector<Weight *> weights();
    std::vector<Address *> addresses();
};

// What an encoder adds to its tokens' embeddings, and how it normalises the sum.
struct EncoderInput {
    Weight types, positions;
    Address norm = 0, norm_bias = 0;
};

class Model {
public:
    Model(std::shared_ptr<Device> device, const ModelTable &file);

    const Config &config() const { return config_; }
    const std::shared_ptr<Device> &device() const { return device_; }
    uint32_t vocabulary() const { return uint32_t(output_.rows); }
    bool maps_files() const;
    uint64_t bytes() const;
    uint64_t parameters() const { return parameters_; }
    const Weight &embedding() const { return embedding_; }
    const Weight &output() const { return output_; }
    Address output_norm() const { return output_norm_; }
    Address output_bias() const { return output_bias_; }
    const EncoderInput &encoder_input() const { return encoder_input_; }
    const std::vector<Layer> &layers() const { return layers_; }
    // The rotary turns of a layer for an inference of this many positions.
    Rope rope(uint32_t positions, uint32_t layer) const;
    // Tells whether the turns for so many positions are those of long contexts.
    bool is_far(uint32_t positions) const { return positions > config_.rope.original_context; }
    // An Error that says which allocation is not on the device.
    void check_residency() const;

private:
    struct Place {
        const Tensor *tensor;
        uint64_t offset;
        bool as_floats, mapped = false;
    };

    const Tensor &required(const std::string &name) const;
    uint64_t reserve(const Tensor &tensor, bool as_floats);
    void map_files();
    bool is_mapped(const Tensor &tensor) const;
    Weight matrix(const std::string &name, uint64_t rows, uint64_t columns);
    Weight optional_matrix(const std::string &name, uint64_t rows, uint64_t columns);
    Address vector(const std::string &name, uint64_t length, uint64_t rows = 1);
    Address optional_vector(const std::string &name, uint64_t length);
    Layer layer(uint32_t index);
    void layer_norms(const std::string &prefix, Layer &layer);
    void attention_weights(const std::string &prefix, Layer &layer);
    void latent_weights(const std::string &prefix, Layer &layer);
    void encoder_input_weights();
    void feed_forward_weights(const std::string &prefix, Layer &layer);
    void expert_weights(const std::string &prefix, Layer &layer);
    void check_device() const;
    void lay_out();
    const Tensor *turn_factors(const char *name) const;
    void find_turn_factors();
    void refuse_unused() const;
    void check_memory() const;
    void copy_weights();
    void copy_as_floats(const Place &place);
    void copy_blocks(const Place &place);
    void read_turns();
    std::vector<float> floats_of(const Tensor &tensor) const;

    std::shared_ptr<Device> device_;
    const ModelTable *file_; // while loading
    Config config_;
    std::vector<Place> places_;
    uint64_t total_ = 0, parameters_ = 0;
    // Part of a file that is read where it lies.
    struct Mapped {
        uint64_t from = 0;
        Buffer buffer;
    };
    std::vector<Mapped> mapped_; // by the tensors' files
    Buffer weights_, turns_; // what is made of the rest; turns for short contexts, for long ones, of layers with a window
    Weight embedding_, output_;
    EncoderInput encoder_input_;
    Address output_norm_ = 0, output_bias_ = 0;
    const Tensor *factors_ = nullptr, *short_factors_ = nullptr, *long_factors_ = nullptr; // while loading
    std::vector<Layer> layers_;
};

} // namespace sncuda
