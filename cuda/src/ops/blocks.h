// Storage of weights: ggml's block formats, and their decoders.
#pragma once
#include <cstdint>
#include <string>

namespace sncuda {

// The numbers that GGUF gives them.
enum class WeightType : uint32_t {
    f32 = 0, f16 = 1, q4_0 = 2, q4_1 = 3, q5_0 = 6, q5_1 = 7, q8_0 = 8, q4_k = 12, q5_k = 13, q6_k = 14, bf16 = 30,
    q2_k = 10, q3_k = 11, iq4_nl = 20, iq4_xs = 23, tq1_0 = 34, tq2_0 = 35, mxfp4 = 39,
    iq2_xxs = 16, iq2_xs = 17, iq3_xxs = 18, iq1_s = 19, iq3_s = 21, iq2_s = 22, iq1_m = 29,
};

struct BlockFormat {
    WeightType type;
    const char *name;
    uint32_t values; // of a block
    uint32_t bytes;  // of a block
    bool fast = true; // GPUs have kernels, and processors some of their own; else the CPU's plain ones alone
};

// Null where the type is not supported.
const BlockFormat *block_format(uint32_t type);
const BlockFormat &block_format(WeightType type);

// ggml's name of a type, with its number: "Q2_K (10)"; also where the type is not supported.
std::string weight_type_name(uint32_t type);
// The names of the supported types.
std::string supported_weight_types();

// The bytes of so many values, a multiple of the format's.
uint64_t bytes_of(WeightType type, uint64_t values);

// Decodes `count` values, a multiple of the format's, into `out`: bit for bit what ggml and gguf-py decode.
void decode(WeightType type, const uint8_t *blocks, uint64_t count, float *out);

} // namespace sncuda
