// The functions that Rust calls.
#pragma once
#include "ops/device.h"
#include "model/model.h"
#include "rust/cxx.h"
#include "model/session.h"

namespace sncuda {

// Made by cxx from ffi_cuda/src/bridge.rs.
struct Status;
struct Facts;
struct ModelConfig;
struct TensorInfo;
struct WeightFormat;
struct ModelFiles;
struct SamplingOptions;
struct Watch;
struct AttentionShape;

int32_t device_total();
rust::String version_text();
std::shared_ptr<Device> device_open(int32_t id, Status &status);
// A CPU device of its own that rounds no activations.
std::shared_ptr<Device> device_exact();
std::shared_ptr<Device> device_with_fault(rust::Str where, uint64_t after);
rust::String device_name(const Device &device, Status &status);
int32_t device_capability(const Device &device, Status &status); // 100 * major + minor
uint64_t device_total_memory(const Device &device, Status &status);
uint64_t device_free_memory(const Device &device, Status &status);
uint64_t device_used(const Device &device);
void cpu_set_threads(uint32_t threads);
void cpu_set_mapping(bool maps);
void cpu_set_exact_activations(bool exact);

uint64_t memory_allocate(const std::shared_ptr<Device> &device, uint64_t bytes, Status &status);
void memory_release(const std::shared_ptr<Device> &device, uint64_t address);
void memory_upload(const std::shared_ptr<Device> &device, uint64_t to, rust::Slice<const uint8_t> from, Status &status);
void memory_download(const std::shared_ptr<Device> &device, rust::Slice<uint8_t> to, uint64_t from, Status &status);
void memory_copy(const std::shared_ptr<Device> &device, uint64_t to, uint64_t from, uint64_t bytes, Status &status);
void memory_fill(const std::shared_ptr<Device> &device, uint64_t to, uint8_t value, uint64_t bytes, Status &status);
void device_synchronize(const std::shared_ptr<Device> &device, Status &status);
void device_check_health(const std::shared_ptr<Device> &device, Status &status);

std::shared_ptr<Module> module_compile(const std::shared_ptr<Device> &device, rust::Str ptx, Status &status);
uint64_t module_function(const std::shared_ptr<Module> &module, rust::Str name, Status &status);
void module_launch(const std::shared_ptr<Module> &module, uint64_t function, const std::array<uint32_t, 3> &grid,
                   const std::array<uint32_t, 3> &block, uint32_t shared, rust::Slice<const int64_t> arguments,
                   Status &status);
std::shared_ptr<Stream> stream_open(const std::shared_ptr<Device> &device, Status &status);
void stream_wait(const std::shared_ptr<Stream> &stream, Status &status);

WeightFormat weight_format(uint32_t type);
rust::String weight_types();

// Reads the weights of a model's file, of which this is the table.
std::shared_ptr<Model> model_load(const std::shared_ptr<Device> &device, rust::Str path, const ModelConfig &config,
                                  rust::Slice<const TensorInfo> tensors, const ModelFiles &file, Status &status);
Facts model_facts(const Model &model);
bool model_maps_files(const Model &model);
void model_check_residency(const Model &model, Status &status);

std::unique_ptr<Session> session_open(const std::shared_ptr<Model> &model, uint32_t positions, Status &status);
rust::Vec<float> session_forward(Session &session, rust::Slice<const uint32_t> tokens, bool all_logits, Status &status);
uint32_t session_forward_and_sample(Session &session, rust::Slice<const uint32_t> tokens, const SamplingOptions &how, rust::Slice<const uint32_t> recent,
                                 Status &status);
rust::Vec<float> session_embed(Session &session, rust::Slice<const uint32_t> tokens, Status &status);
// Asks `watch` whether calls of the session go on.
// Sessions of which each takes a token in.
struct Batch {
    std::vector<Session *> sessions;
    std::vector<uint32_t> tokens;
};
std::unique_ptr<Batch> batch_open();
void batch_add(Batch &batch, Session &session, uint32_t token);
rust::Vec<float> batch_forward(Batch &batch, Status &status);
bool device_computes_all(const Device &device);
void session_watch(Session &session, rust::Box<Watch> watch);
void session_take_in(Session &session, rust::Slice<const uint32_t> tokens, Status &status);
bool session_copy(Session &session, Session &from, Status &status);
uint64_t session_cached_bytes(const Session &session, bool values);
void session_read_cache(Session &session, uint32_t layer, bool values, rust::Slice<uint8_t> to, Status &status);
void session_write_cache(Session &session, uint32_t layer, bool values, rust::Slice<const uint8_t> from, uint32_t positions, Status &status);
void session_set_position(Session &session, uint32_t position, Status &status);
uint64_t session_bytes(const Session &session);
uint32_t session_position(const Session &session);

uint32_t sample(const std::shared_ptr<Device> &device, rust::Slice<const float> logits, const SamplingOptions &how, rust::Slice<const uint32_t> recent,
                Status &status);
// For tests. The names of the CPU's kernels that this processor has, the plain ones first and the fastest last.
rust::Vec<rust::String> cpu_kernels();
// A matrix of `rows` rows against as many activations as `x` has, exact or rounded.
rust::Vec<float> cpu_matmul(uint32_t type, rust::Slice<const uint8_t> blocks, uint64_t rows, rust::Slice<const float> x, bool rounded, rust::Str kernels, Status &status);
rust::Vec<float> cpu_attention(const AttentionShape &shape, rust::Slice<const float> queries, rust::Slice<const uint16_t> keys,
                               rust::Slice<const uint16_t> values, rust::Str kernels, Status &status);
rust::Vec<float> cpu_glu(bool gelu, rust::Slice<const float> gate, rust::Slice<const float> up, rust::Str kernels, Status &status);
rust::Vec<float> cpu_soft_cap(rust::Slice<const float> x, float cap, rust::Str kernels, Status &status);
rust::Vec<float> decode_blocks(uint32_t type, rust::Slice<const uint8_t> blocks, Status &status);

} // namespace sncuda
