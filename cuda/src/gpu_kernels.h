// The kernels, each with the arguments of the Device operation of the same name.
#pragma once
#include "device.h"

namespace sncuda::kernels {

void embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out);
void normalise(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out);
void multiply(const Weight &weight, Address x, uint32_t batch, Address out);
void add_bias(Address x, Address bias, uint32_t rows, uint32_t columns);
void add(Address x, Address y, uint64_t count);
void rotate(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size);
void narrow(Address to, Address from, uint64_t count);
void attend(const Attention &attention);
void gate(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out);
void slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out);
void soft_cap(Address x, uint64_t count, float cap);

} // namespace sncuda::kernels
