// The driver's types. Of its functions the emulated GPU has those on contexts: PTX does not run on it.
#pragma once

enum CUresult { CUDA_SUCCESS = 0, CUDA_ERROR_OUT_OF_MEMORY = 2 };
enum CUjit_option { CU_JIT_ERROR_LOG_BUFFER = 5, CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES = 6 };
enum CUfunction_attribute { CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES = 1, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES = 8 };
using CUcontext = struct EmulatedContext *;
using CUmodule = struct EmulatedModule *;
using CUfunction = struct EmulatedFunction *;
using CUstream = struct EmulatedStream *;
