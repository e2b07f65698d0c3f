// The driver's types. The emulated GPU has no driver: PTX does not run on it.
#pragma once

enum CUresult { CUDA_SUCCESS = 0, CUDA_ERROR_OUT_OF_MEMORY = 2 };
enum CUjit_option { CU_JIT_ERROR_LOG_BUFFER = 5, CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES = 6 };
using CUmodule = struct EmulatedModule *;
using CUfunction = struct EmulatedFunction *;
using CUstream = struct EmulatedStream *;
