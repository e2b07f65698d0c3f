// Functions that the host and GPUs share.
#pragma once

#if defined(__CUDACC__)
#define SNCUDA_BOTH __host__ __device__
#else
#define SNCUDA_BOTH
#endif
