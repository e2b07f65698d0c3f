// Functions that are compiled for several instruction sets, the best of which is taken when they are first
// called. No intrinsics: the compiler's own vectors.
#pragma once
#include <cstddef> // defines __GLIBC__ where there is one

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define SNCUDA_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define SNCUDA_VECTORS
#endif
