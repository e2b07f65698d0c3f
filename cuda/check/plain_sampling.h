// A choice by plain floating-point sums over all sorted logits, for the reference to be held against.
#pragma once
#include "ops/device.h"
#include <set>
#include <vector>

namespace sncuda {

// The tokens that may be chosen: one, or more where the draw or top_p falls on the border between two, within rounding.
std::set<uint32_t> plainly_sampled(std::vector<float> logits, const std::vector<uint32_t> &recent, const SamplingParams &how);

} // namespace sncuda
