// Checks of Operations::choose.
#pragma once
#include "bench.h"

namespace sncuda {

void check_choices(Bench &bench, Random &random);

} // namespace sncuda
