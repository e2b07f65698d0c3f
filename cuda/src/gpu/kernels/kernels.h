// The kernels, each with the arguments of the operation of the same name.
#pragma once
#include "ops/device.h"
#include <cuda_runtime.h>

namespace sncuda::kernels {

void embed(cudaStream_t stream, const Weight &table, Address tokens, uint32_t batch, float scale, Address out);
// Without `add`, as rms_norm.
void add_and_rms_norm(cudaStream_t stream, Address x, Address add, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out);
void add_bias(cudaStream_t stream, Address x, Address bias, uint32_t rows, uint32_t columns);
void add(cudaStream_t stream, Address x, Address y, uint64_t count);
void rope(cudaStream_t stream, Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size);
void rope_and_store_kv(cudaStream_t stream, const RopeAndStoreKv &rope_and_store);
void f32_to_f16(cudaStream_t stream, Address to, Address from, uint64_t count);
void glu(cudaStream_t stream, Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out);
void slice(cudaStream_t stream, Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out);
void soft_cap(cudaStream_t stream, Address x, uint64_t count, float cap);
void sample(cudaStream_t stream, Address x, uint32_t count, const SamplingSteps &steps, Address how, Address workspace, Address out);
uint64_t sampling_workspace(const SamplingSteps &steps);

// Up to three products at a time, of matrices of one type and the same columns.
struct Product {
    Weight weight;
    Address out;
};

// matmul.cu: each row of activations by itself.
void matmul_rows(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch);
void matmul_glu_rows(cudaStream_t stream, Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address out);

// prompt.cu: many rows of activations, on the tensor cores that a GPU of this capability has. `workspace` is of
// prompt_room's bytes.
bool takes_prompts(WeightType type);
uint64_t prompt_workspace(const Product *products, uint32_t count, uint32_t batch, Capability capability);
void matmul_prompt(cudaStream_t stream, const Product *products, uint32_t count, Address x, uint32_t batch, Capability capability, Address workspace);

// attention.cu
uint64_t score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity);
void attention(cudaStream_t stream, const Attention &attention);
// Attention on tensor cores, for several queries; whether it is made for them.
void attention_prompt(cudaStream_t stream, const Attention &attention);
bool has_attention_prompt(const Attention &attention);

} // namespace sncuda::kernels
