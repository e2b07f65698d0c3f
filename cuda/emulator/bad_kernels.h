// Kernels with one mistake each, which the emulator has to find.
#pragma once
#include <string>

// Runs the kernel with this mistake: it ends the program, or the two orders give different sums. False where there
// is no mistake of this name.
bool run_bad_kernel(const std::string &mistake, float sums[2]);
