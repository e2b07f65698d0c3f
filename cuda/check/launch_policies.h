// Checks of what must not matter to an inference: whether its tokens are recorded, whether kernels start early.
#pragma once
#include "kernels.h"
#include "model/model.h"

namespace sncuda {

// A prompt and so many tokens, one by one, by each launch policy: the bits of all logits and every choice. Nothing where the device
// has one alone.
std::vector<Finding> check_launch_policies(const std::shared_ptr<Model> &model, uint32_t tokens);

} // namespace sncuda
