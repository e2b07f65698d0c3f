// The table of a model's file, which Rust writes beside it for the emulator.
#pragma once
#include "model/model_table.h"

namespace emulator {

// Of MODEL.gguf, from MODEL.table.
sncuda::ModelTable read_model_table(const std::string &path);

} // namespace emulator
