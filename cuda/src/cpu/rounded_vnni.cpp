// Rounded activations with AVX-512 and VNNI, in vectors of 256 bits.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA rounded_vnni
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512vnni")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/rounded_x86.h"

struct Isa : X86 {
    SNCUDA_OP Sums add_products(Sums sums, Words a, Words b) { return _mm256_dpwssd_epi32(sums, a, b); }
    SNCUDA_OP void add_products_with(Sums &sums, Words a, const int16_t *b) { sums = add_products(sums, a, load(b)); }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_matmul.h"

namespace sncuda {

const RoundedKernels *rounded_vnni_kernels() {
    static const RoundedKernels kernels{rounded_vnni::round_row, rounded_vnni::matmul, rounded_vnni::most_batch};
    static const bool here = has_vnni();
    return here ? &kernels : nullptr;
}

} // namespace sncuda

#else

#include "cpu/cpu_kernels.h"

namespace sncuda {

const RoundedKernels *rounded_vnni_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
