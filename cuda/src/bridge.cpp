#include "bridge.h"
#include "ops/sampling.h"
#include "ops/error.h"
#include "cpu/cpu_pool.h"
#include "cpu/fault_device.h"
#include "ffi_cuda/src/bridge.rs.h"
#include <algorithm>
#include <cstdlib>
#include <new>

namespace sncuda {

namespace {

// cxx carries only a text: the code goes beside it. A text that is no UTF-8 (a path's, say) is made so.
rust::String lossy(const std::string &text) {
    try {
        return rust::String(text);
    } catch (const std::exception &) {
        std::string ascii = text;
        for (char &c : ascii) {
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        }
        return rust::String(ascii);
    }
}

void set(Status &status, Code code, const std::string &text) {
    status.code = int32_t(code);
    status.message = lossy(text);
}

template <class Body> auto guard(Status &status, Body body) -> decltype(body()) {
    try {
        return body();
    } catch (const Error &error) {
        set(status, error.code(), error.what());
    } catch (const std::bad_alloc &) {
        set(status, Code::out_of_memory, "the host has too little memory");
    } catch (const std::length_error &) {
        set(status, Code::out_of_memory, "the host has too little memory");
    } catch (const std::exception &error) {
        set(status, Code::unknown, error.what());
    }
    return decltype(body())();
}

std::string text(rust::Str str) {
    return std::string(str.data(), str.size());
}

// Throws where so many bytes cannot be had: a vector of Rust's ends the process for want of memory.
void room_for(size_t bytes) {
    constexpr size_t little = 64 << 10;
    if (bytes <= little) return;
    void *volatile probe = std::malloc(bytes);
    if (!probe) throw std::bad_alloc();
    std::free(probe);
}

template <class From, class To> To copied(const From &from) {
    To to;
    room_for(from.size() * sizeof(typename To::value_type));
    to.reserve(from.size());
    for (const auto &item : from) to.push_back(item);
    return to;
}

SamplingParams sampling_params_of(const SamplingOptions &how) {
    SamplingParams sampling;
    sampling.temperature = how.temperature;
    sampling.top_k = how.top_k;
    sampling.top_p = how.top_p;
    sampling.min_p = how.min_p;
    sampling.penalty = how.repeat_penalty;
    sampling.draw = how.draw;
    return sampling;
}

Config config_of(const ModelConfig &from) {
    Config config;
    config.architecture = std::string(from.architecture);
    config.layers = from.layers;
    config.n_embd = from.n_embd;
    config.heads = from.heads;
    config.n_kv_heads = from.n_kv_heads;
    config.head_size = from.head_size;
    config.value_size = from.value_size;
    config.n_ff = from.n_ff;
    config.context = from.context;
    config.window = from.window;
    config.epsilon = from.epsilon;
    config.norms_before = from.norms_before;
    config.norms_after = from.norms_after;
    config.query_key_norm = from.query_key_norm;
    config.qkv_biases = from.qkv_biases;
    config.activation = Activation(from.activation);
    config.post_attention_names = from.post_attention_names;
    config.window_chunks = from.window_chunks;
    config.sinks = from.sinks;
    config.temperature_scale = from.temperature_scale;
    config.temperature_length = from.temperature_length;
    config.temperature_offset = from.temperature_offset;
    config.temperature_unrotated = from.temperature_unrotated;
    config.latent = from.latent;
    config.query_latent = from.query_latent;
    config.plain_key = from.plain_key;
    config.plain_value = from.plain_value;
    config.encoder = from.encoder;
    config.learned_positions = from.learned_positions;
    config.ungated = from.ungated;
    config.window_period = from.window_period;
    config.rope_period = from.rope_period;
    config.local_rope_base = from.local_rope_base;
    config.experts = from.experts;
    config.experts_used = from.experts_used;
    config.expert_n_ff = from.expert_n_ff;
    config.shared_n_ff = from.shared_n_ff;
    config.dense_layers = from.dense_layers;
    config.expert_period = from.expert_period;
    config.expert_biases = from.expert_biases;
    config.expert_rules = {from.experts_sigmoid, from.experts_normalised, from.experts_before, from.expert_groups, from.expert_groups_used, from.experts_scale};
    config.residual_scale = from.residual_scale;
    config.logit_scale = from.logit_scale;
    config.embedding_scale = from.embedding_scale;
    config.attention_scale = from.attention_scale;
    config.attention_softcap = from.attention_softcap;
    config.final_softcap = from.final_softcap;
    config.rope.rotated = from.rope_rotated;
    config.rope.interleaved = from.rope_interleaved;
    config.rope.base = from.rope_base;
    config.rope.scaling = std::string(from.rope_scaling);
    config.rope.factor = from.rope_factor;
    config.rope.original_context = from.rope_original_context;
    config.rope.beta_fast = from.rope_beta_fast;
    config.rope.beta_slow = from.rope_beta_slow;
    config.rope.extrapolation = from.rope_extrapolation;
    config.rope.attention_factor = from.rope_attention_factor;
    return config;
}

Tensor tensor_of(const TensorInfo &from) {
    std::vector<uint64_t> dimensions(from.dimensions.begin(), from.dimensions.end());
    return {std::string(from.name), WeightType(from.kind), std::move(dimensions), from.offset, from.bytes, from.file};
}

// A CPU device with kernels of this name.
CpuDevice device_with(rust::Str name, bool rounded) {
    for (const NamedKernels &some : kernels_here()) {
        if (text(name) == some.name) return CpuDevice(*some.exact, rounded ? some.rounded : nullptr);
    }
    throw Error(Code::invalid_parameter, "this processor has no kernels " + text(name));
}

} // namespace

int32_t device_total() {
    return gpu_count();
}

rust::String version_text() {
    return lossy(runtime_version());
}

std::shared_ptr<Device> device_open(int32_t id, Status &status) {
    return guard(status, [&] { return open_device(id); });
}

std::shared_ptr<Device> device_exact() {
    return std::make_shared<CpuDevice>(best_kernels());
}

std::shared_ptr<Device> device_with_fault(rust::Str where, uint64_t after) {
    return std::make_shared<FaultDevice>(text(where), after);
}

rust::String device_name(const Device &device, Status &status) {
    return guard(status, [&] { return lossy(device.name()); });
}

int32_t device_capability(const Device &device, Status &status) {
    return guard(status, [&] {
        Capability capability = device.capability();
        return capability.major * 100 + capability.minor;
    });
}

uint64_t device_total_memory(const Device &device, Status &status) {
    return guard(status, [&] { return device.memory().total; });
}

uint64_t device_free_memory(const Device &device, Status &status) {
    return guard(status, [&] { return device.memory().free; });
}

uint64_t device_used(const Device &device) {
    return device.used();
}

void cpu_set_threads(uint32_t threads) {
    set_cpu_threads(threads);
}

void cpu_set_mapping(bool maps) {
    set_mapping(maps);
}

void cpu_set_exact_activations(bool exact) {
    set_exact_activations(exact);
}

uint64_t memory_allocate(const std::shared_ptr<Device> &device, uint64_t bytes, Status &status) {
    return guard(status, [&] { return device->allocate(bytes); });
}

void memory_release(const std::shared_ptr<Device> &device, uint64_t address) {
    device->release(address);
}

void memory_upload(const std::shared_ptr<Device> &device, uint64_t to, rust::Slice<const uint8_t> from, Status &status) {
    guard(status, [&] { device->upload(to, from.data(), from.size()); });
}

void memory_download(const std::shared_ptr<Device> &device, rust::Slice<uint8_t> to, uint64_t from, Status &status) {
    guard(status, [&] { device->download(to.data(), from, to.size()); });
}

void memory_copy(const std::shared_ptr<Device> &device, uint64_t to, uint64_t from, uint64_t bytes, Status &status) {
    guard(status, [&] { device->copy(to, from, bytes); });
}

void memory_fill(const std::shared_ptr<Device> &device, uint64_t to, uint8_t value, uint64_t bytes, Status &status) {
    guard(status, [&] { device->fill(to, value, bytes); });
}

void device_synchronize(const std::shared_ptr<Device> &device, Status &status) {
    guard(status, [&] { device->synchronize(); });
}

void device_check_health(const std::shared_ptr<Device> &device, Status &status) {
    guard(status, [&] { device->check_health(); });
}

std::shared_ptr<Module> module_compile(const std::shared_ptr<Device> &device, rust::Str ptx, Status &status) {
    return guard(status, [&] { return device->compile(text(ptx)); });
}

uint64_t module_function(const std::shared_ptr<Module> &module, rust::Str name, Status &status) {
    return guard(status, [&] { return module->function(text(name)); });
}

void module_launch(const std::shared_ptr<Module> &module, uint64_t function, const std::array<uint32_t, 3> &grid,
                   const std::array<uint32_t, 3> &block, uint32_t shared, rust::Slice<const int64_t> arguments,
                   Status &status) {
    guard(status, [&] {
        std::vector<uint64_t> slots(arguments.begin(), arguments.end());
        module->launch(function, grid.data(), block.data(), shared, slots);
    });
}

std::shared_ptr<Stream> stream_open(const std::shared_ptr<Device> &device, Status &status) {
    return guard(status, [&] { return device->stream(); });
}

void stream_wait(const std::shared_ptr<Stream> &stream, Status &status) {
    guard(status, [&] { stream->synchronize(); });
}

WeightFormat weight_format(uint32_t type) {
    const BlockFormat *format = block_format(type);
    if (!format) return {lossy(weight_type_name(type)), 0, 0};
    return {format->name, format->values, format->bytes};
}

rust::String weight_types() {
    return lossy(supported_weight_types());
}

std::shared_ptr<Model> model_load(const std::shared_ptr<Device> &device, rust::Str path, const ModelConfig &config,
                                  rust::Slice<const TensorInfo> tensors, const ModelFiles &file, Status &status) {
    return guard(status, [&] {
        std::vector<Tensor> table;
        table.reserve(tensors.size());
        for (const TensorInfo &tensor : tensors) table.push_back(tensor_of(tensor));
        auto read = [&file](uint32_t number, uint64_t offset, void *into, uint64_t bytes) {
            try {
                file.read_at(number, offset, {static_cast<uint8_t *>(into), size_t(bytes)});
            } catch (const rust::Error &error) {
                throw Error(Code::model_load, error.what());
            }
        };
        std::vector<intptr_t> files;
        for (uint32_t number = 0; number < file.files(); number++) files.push_back(file.raw(number));
        return std::make_shared<Model>(device, ModelTable(text(path), config_of(config), std::move(table), read, std::move(files)));
    });
}

bool model_maps_files(const Model &model) {
    return model.maps_files();
}

Facts model_facts(const Model &model) {
    Facts facts;
    facts.vocabulary = model.vocabulary();
    facts.parameters = model.parameters();
    facts.bytes = model.bytes();
    return facts;
}

void model_check_residency(const Model &model, Status &status) {
    guard(status, [&] { model.check_residency(); });
}

std::unique_ptr<Session> session_open(const std::shared_ptr<Model> &model, uint32_t positions, Status &status) {
    return guard(status, [&] { return std::make_unique<Session>(model, positions); });
}

rust::Vec<float> session_forward(Session &session, rust::Slice<const uint32_t> tokens, bool all_logits, Status &status) {
    return guard(status, [&] {
        std::vector<uint32_t> ids(tokens.begin(), tokens.end());
        return copied<std::vector<float>, rust::Vec<float>>(session.forward(ids, all_logits));
    });
}

uint32_t session_forward_and_sample(Session &session, rust::Slice<const uint32_t> tokens, const SamplingOptions &how, rust::Slice<const uint32_t> recent,
                                 Status &status) {
    return guard(status, [&] {
        std::vector<uint32_t> ids(tokens.begin(), tokens.end()), before(recent.begin(), recent.end());
        return session.forward_and_sample(ids, sampling_params_of(how), before);
    });
}

rust::Vec<float> session_embed(Session &session, rust::Slice<const uint32_t> tokens, Status &status) {
    return guard(status, [&] {
        return copied<std::vector<float>, rust::Vec<float>>(session.embed(std::vector<uint32_t>(tokens.begin(), tokens.end())));
    });
}

std::unique_ptr<Batch> batch_open() {
    return std::make_unique<Batch>();
}

void batch_add(Batch &batch, Session &session, uint32_t token) {
    batch.sessions.push_back(&session);
    batch.tokens.push_back(token);
}

rust::Vec<float> batch_forward(Batch &batch, Status &status) {
    return guard(status, [&] { return copied<std::vector<float>, rust::Vec<float>>(Session::forward_together(batch.sessions, batch.tokens)); });
}

bool device_computes_all(const Device &device) {
    return device.computes_all();
}

void session_watch(Session &session, rust::Box<Watch> watch) {
    auto shared = std::make_shared<rust::Box<Watch>>(std::move(watch));
    session.watch([shared](uint32_t position) { return (*shared)->goes_on(position); });
}

void session_take_in(Session &session, rust::Slice<const uint32_t> tokens, Status &status) {
    guard(status, [&] { session.take_in(std::vector<uint32_t>(tokens.begin(), tokens.end())); });
}

bool session_copy(Session &session, Session &from, Status &status) {
    return guard(status, [&] { return session.copy_from(from); });
}

uint64_t session_cached_bytes(const Session &session, bool values) {
    return session.cached_bytes(values);
}

void session_read_cache(Session &session, uint32_t layer, bool values, rust::Slice<uint8_t> to, Status &status) {
    guard(status, [&] {
        if (to.size() != session.cached_bytes(values)) throw Error(Code::invalid_parameter, "the cache has another size");
        session.read_cache(layer, values, to.data());
    });
}

void session_write_cache(Session &session, uint32_t layer, bool values, rust::Slice<const uint8_t> from, uint32_t positions, Status &status) {
    guard(status, [&] {
        if (positions > session.capacity() || from.size() != session.cached_bytes(values, positions)) {
            throw Error(Code::invalid_parameter, "the cache has another size");
        }
        session.write_cache(layer, values, from.data(), positions);
    });
}

void session_set_position(Session &session, uint32_t position, Status &status) {
    guard(status, [&] { session.set_position(position); });
}

uint64_t session_bytes(const Session &session) {
    return session.bytes();
}

uint32_t session_position(const Session &session) {
    return session.position();
}

uint32_t sample(const std::shared_ptr<Device> &device, rust::Slice<const float> logits, const SamplingOptions &how, rust::Slice<const uint32_t> recent,
                Status &status) {
    return guard(status, [&] {
        std::vector<uint32_t> before(recent.begin(), recent.end());
        check_known(before, logits.size());
        return sample_once(device, std::vector<float>(logits.begin(), logits.end()), sampling_params_of(how), before);
    });
}

rust::Vec<rust::String> cpu_kernels() {
    rust::Vec<rust::String> names;
    for (const NamedKernels &some : kernels_here()) names.push_back(some.name);
    return names;
}

rust::Vec<float> cpu_matmul(uint32_t type, rust::Slice<const uint8_t> blocks, uint64_t rows, rust::Slice<const float> x, bool rounded, rust::Str kernels, Status &status) {
    return guard(status, [&] {
        const BlockFormat *format = block_format(type);
        uint64_t columns = format && rows != 0 ? blocks.size() / rows / format->bytes * format->values : 0;
        if (columns == 0 || x.size() % columns != 0) throw Error(Code::invalid_parameter, "weight type " + weight_type_name(type) + " has no such matrix");
        auto batch = uint32_t(x.size() / columns);
        std::vector<float> out(batch * rows);
        Weight weight{reinterpret_cast<Address>(blocks.data()), format->type, rows, columns};
        device_with(kernels, rounded).matmul(weight, reinterpret_cast<Address>(x.data()), batch, reinterpret_cast<Address>(out.data()));
        return copied<std::vector<float>, rust::Vec<float>>(out);
    });
}

rust::Vec<float> cpu_attention(const AttentionShape &shape, rust::Slice<const float> queries, rust::Slice<const uint16_t> keys,
                               rust::Slice<const uint16_t> values, rust::Str kernels, Status &status) {
    return guard(status, [&] {
        CpuDevice device = device_with(kernels, false);
        uint64_t positions = uint64_t(shape.position) + shape.batch, queried = uint64_t(shape.batch) * shape.heads;
        if (queries.size() != queried * shape.head_size || keys.size() != positions * shape.n_kv_heads * shape.head_size ||
            values.size() != positions * shape.n_kv_heads * shape.value_size) {
            throw Error(Code::invalid_parameter, "these are not the sizes of the arrays");
        }
        std::vector<float> out(queried * shape.value_size), scores(device.score_workspace(shape.batch, shape.heads, shape.value_size, positions));
        auto at = [](auto *from) { return reinterpret_cast<Address>(from); };
        device.attention({at(queries.data()), at(keys.data()), at(values.data()), at(out.data()), at(scores.data()), shape.batch, shape.position,
                          shape.heads, shape.n_kv_heads, shape.head_size, shape.value_size, shape.window, shape.scale, shape.softcap});
        return copied<std::vector<float>, rust::Vec<float>>(out);
    });
}

// The result is where the gate was.
rust::Vec<float> cpu_glu(bool gelu, rust::Slice<const float> gate, rust::Slice<const float> up, rust::Str kernels, Status &status) {
    return guard(status, [&] {
        if (gate.size() != up.size()) throw Error(Code::invalid_parameter, "these are not as many values");
        std::vector<float> out(gate.begin(), gate.end());
        auto at = [](auto *from) { return reinterpret_cast<Address>(from); };
        auto columns = uint32_t(out.size());
        device_with(kernels, false).glu(gelu ? Activation::gelu : Activation::silu, at(out.data()), at(up.data()), 1, columns, columns, at(out.data()));
        return copied<std::vector<float>, rust::Vec<float>>(out);
    });
}

rust::Vec<float> cpu_soft_cap(rust::Slice<const float> x, float cap, rust::Str kernels, Status &status) {
    return guard(status, [&] {
        std::vector<float> out(x.begin(), x.end());
        device_with(kernels, false).soft_cap(reinterpret_cast<Address>(out.data()), out.size(), cap);
        return copied<std::vector<float>, rust::Vec<float>>(out);
    });
}

rust::Vec<float> decode_blocks(uint32_t type, rust::Slice<const uint8_t> blocks, Status &status) {
    return guard(status, [&] {
        const BlockFormat *format = block_format(type);
        if (!format || blocks.size() % format->bytes != 0) {
            throw Error(Code::invalid_parameter, "weight type " + weight_type_name(type) + " has no blocks that fill " +
                                                     std::to_string(blocks.size()) + " bytes");
        }
        std::vector<float> values(blocks.size() / format->bytes * format->values);
        decode(format->type, blocks.data(), values.size(), values.data());
        return copied<std::vector<float>, rust::Vec<float>>(values);
    });
}

} // namespace sncuda
