// Checks of Operations::sample.
#pragma once
#include "bench.h"

namespace sncuda {

void check_sampling(Bench &bench, Random &random);

} // namespace sncuda
