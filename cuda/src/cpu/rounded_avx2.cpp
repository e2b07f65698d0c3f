// Rounded activations with AVX2.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA rounded_avx2
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/rounded_x86.h"

struct Isa : X86 {
    SNCUDA_OP Sums add_products(Sums sums, Words a, Words b) { return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b)); }
    // As written: compilers move the sums about, and have too few registers then.
    SNCUDA_OP void add_products_with(Sums &sums, Words a, const int16_t *b) {
        Words products;
        __asm__("vpmaddwd %3, %2, %1\n\tvpaddd %1, %0, %0" : "+x"(sums), "=&x"(products) : "x"(a), "m"(*reinterpret_cast<const __m256i_u *>(b)));
    }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_matmul.h"

namespace sncuda {

const RoundedKernels *rounded_avx2_kernels() {
    static const RoundedKernels kernels{rounded_avx2::round_row, rounded_avx2::matmul, rounded_avx2::most_batch};
    static const bool here = has_avx2();
    return here ? &kernels : nullptr;
}

} // namespace sncuda

#else

#include "cpu/cpu_kernels.h"

namespace sncuda {

const RoundedKernels *rounded_avx2_kernels() {
    return nullptr;
}

} // namespace sncuda

#endif
