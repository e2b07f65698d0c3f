// Decoders of the IQ types of one to three bits.
#pragma once
#include <cstdint>

namespace sncuda {

void decode_iq2_xxs(const uint8_t *in, uint64_t count, float *out);
void decode_iq2_xs(const uint8_t *in, uint64_t count, float *out);
void decode_iq2_s(const uint8_t *in, uint64_t count, float *out);
void decode_iq3_xxs(const uint8_t *in, uint64_t count, float *out);
void decode_iq3_s(const uint8_t *in, uint64_t count, float *out);
void decode_iq1_s(const uint8_t *in, uint64_t count, float *out);
void decode_iq1_m(const uint8_t *in, uint64_t count, float *out);

} // namespace sncuda
