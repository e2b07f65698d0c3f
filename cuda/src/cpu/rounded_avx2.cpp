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
    // One row in a vector.
    static constexpr uint32_t rows_together = 1, batch_tile = 3, small_batch_tile = 2;
    using WideWords = Words;
    using WideSums = Sums;
    using WideFloats = Floats;

    SNCUDA_OP Sums add_products(Sums sums, Words a, Words b) { return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b)); }
    SNCUDA_OP Words to_each(const int16_t *from) { return load(from); }
    SNCUDA_OP Integers to_each(const int32_t *from) { return load(from); }
    SNCUDA_OP Words load_wide(const int16_t *from) { return load(from); }
    SNCUDA_OP Floats load_wide(const float *from) { return load(from); }
    SNCUDA_OP Floats wide_floats(float value) { return floats(value); }
    SNCUDA_OP Sums no_wide_sums() { return no_sums(); }
    SNCUDA_OP const __m256i_u *operand(const int16_t *row) { return reinterpret_cast<const __m256i_u *>(row); }
    // As written: compilers move the sums about, and have too few registers then.
    SNCUDA_OP void add_products_to(Sums &sums, Words x, const __m256i_u *row) {
        Words products;
        __asm__("vpmaddwd %3, %2, %1\n\tvpaddd %1, %0, %0" : "+x"(sums), "=&x"(products) : "x"(x), "m"(*row));
    }
};

} // namespace SNCUDA_ISA
} // namespace sncuda

#include "cpu/rounded_pairs.h"

namespace sncuda::SNCUDA_ISA {
using Pairs = InTwo<Isa>;
}

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
