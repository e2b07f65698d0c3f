#include "model_table_file.h"
#include "ops/error.h"
#include <fstream>

namespace emulator {

using namespace sncuda;

namespace {

// Words in the order in which `testing::model_table` writes them, each behind its name.
class Words {
public:
    explicit Words(const std::string &path) : path_(path), words_(path) {}

    template <class T> void take(const char *name, T &value) {
        std::string found;
        if (!(words_ >> found >> value) || found != name) throw Error(Code::model_load, path_ + " has no " + name + " where it is due");
    }

private:
    std::string path_;
    std::ifstream words_;
};

Config take_config(Words &words) {
    Config config;
    words.take("architecture", config.architecture);
    words.take("layers", config.layers);
    words.take("n_embd", config.n_embd);
    words.take("heads", config.heads);
    words.take("n_kv_heads", config.n_kv_heads);
    words.take("head_size", config.head_size);
    words.take("value_size", config.value_size);
    words.take("n_ff", config.n_ff);
    words.take("context", config.context);
    words.take("window", config.window);
    words.take("epsilon", config.epsilon);
    words.take("norms_before", config.norms_before);
    words.take("norms_after", config.norms_after);
    words.take("query_key_norm", config.query_key_norm);
    words.take("qkv_biases", config.qkv_biases);
    uint32_t activation = 0;
    words.take("activation", activation);
    config.activation = Activation(activation);
    words.take("window_period", config.window_period);
    words.take("rope_period", config.rope_period);
    words.take("local_rope_base", config.local_rope_base);
    words.take("experts", config.experts);
    words.take("experts_used", config.experts_used);
    words.take("expert_n_ff", config.expert_n_ff);
    words.take("shared_n_ff", config.shared_n_ff);
    words.take("residual_scale", config.residual_scale);
    words.take("logit_scale", config.logit_scale);
    words.take("embedding_scale", config.embedding_scale);
    words.take("attention_scale", config.attention_scale);
    words.take("attention_softcap", config.attention_softcap);
    words.take("final_softcap", config.final_softcap);
    words.take("rope_rotated", config.rope.rotated);
    words.take("rope_interleaved", config.rope.interleaved);
    words.take("rope_base", config.rope.base);
    words.take("rope_scaling", config.rope.scaling);
    words.take("rope_factor", config.rope.factor);
    words.take("rope_original_context", config.rope.original_context);
    words.take("rope_beta_fast", config.rope.beta_fast);
    words.take("rope_beta_slow", config.rope.beta_slow);
    words.take("rope_extrapolation", config.rope.extrapolation);
    words.take("rope_attention_factor", config.rope.attention_factor);
    return config;
}

Tensor take_tensor(Words &words) {
    Tensor tensor;
    uint32_t type = 0;
    size_t dimensions = 0;
    words.take("tensor", tensor.name);
    words.take("type", type);
    words.take("offset", tensor.offset);
    words.take("bytes", tensor.bytes);
    words.take("dimensions", dimensions);
    tensor.type = WeightType(type);
    tensor.dimensions.resize(dimensions);
    for (uint64_t &dimension : tensor.dimensions) words.take("of", dimension);
    return tensor;
}

} // namespace

ModelTable read_model_table(const std::string &path) {
    Words words(path.substr(0, path.rfind('.')) + ".table");
    Config config = take_config(words);
    size_t count = 0;
    words.take("tensors", count);
    std::vector<Tensor> tensors;
    for (size_t i = 0; i < count; i++) tensors.push_back(take_tensor(words));
    auto read = [path](uint32_t, uint64_t offset, void *into, uint64_t bytes) {
        std::ifstream file(path, std::ios::binary);
        file.seekg(std::streamoff(offset));
        if (!file.read(static_cast<char *>(into), std::streamsize(bytes))) throw Error(Code::model_load, path + " is too short");
    };
    return ModelTable(path, config, std::move(tensors), read);
}

} // namespace emulator
