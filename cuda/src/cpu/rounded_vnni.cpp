// Rounded activations with AVX-512 and VNNI: one row in vectors of 256 bits, two rows in those of 512.
#include "cpu/x86_features.h"

#ifdef SNCUDA_X86_VECTORS

#include "cpu/cpu_kernels.h"
#include <cstring>

#define SNCUDA_ISA rounded_vnni
#define SNCUDA_TARGET __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

namespace sncuda {
namespace SNCUDA_ISA {

#include "cpu/rounded_x86.h"

struct Isa : X86 {
    static constexpr uint32_t rows_together = 2, batch_tile = 6;
    struct WideWords {
        __m512i of;
    };
    struct WideSums {
        __m512i of;
    };
    using WideFloats = __m512;

    SNCUDA_OP Sums add_products(Sums sums, Words a, Words b) { return _mm256_dpwssd_epi32(sums, a, b); }

    using X86::as_floats, X86::in_lanes, X86::keep, X86::multiply, X86::multiply_add, X86::store;
    SNCUDA_OP WideWords to_each(const int16_t *from) { return {_mm512_broadcast_i64x4(load(from))}; }
    SNCUDA_OP WideSums to_each(const int32_t *from) { return {_mm512_broadcast_i64x4(load(from))}; }
    SNCUDA_OP WideWords load_wide(const int16_t *from) { return {_mm512_loadu_si512(from)}; }
    SNCUDA_OP WideFloats load_wide(const float *from) { return _mm512_loadu_ps(from); }
    SNCUDA_OP WideWords keep(WideWords w) {
        __asm__("" : "+v"(w.of));
        return w;
    }
    SNCUDA_OP WideFloats wide_floats(float value) { return _mm512_set1_ps(value); }
    SNCUDA_OP WideSums no_wide_sums() { return {_mm512_setzero_si512()}; }
    SNCUDA_OP WideSums in_lanes(WideSums sums) { return sums; }
    SNCUDA_OP WideFloats as_floats(WideSums v) { return _mm512_cvtepi32_ps(v.of); }
    SNCUDA_OP WideFloats multiply(WideFloats a, WideFloats b) { return _mm512_mul_ps(a, b); }
    SNCUDA_OP WideFloats multiply_add(WideFloats a, WideFloats b, WideFloats c) { return _mm512_fmadd_ps(a, b, c); }
    SNCUDA_OP void store(float *to, WideFloats v) { _mm512_storeu_ps(to, v); }
    SNCUDA_OP WideSums add_products(WideSums sums, WideWords a, WideWords b) { return {_mm512_dpwssd_epi32(sums.of, a.of, b.of)}; }
    SNCUDA_OP WideWords operand(const int16_t *rows) { return keep(load_wide(rows)); }
    // As written: compilers move the sums about.
    SNCUDA_OP void add_products_to(WideSums &sums, WideWords x, WideWords rows) {
        __asm__("vpdpwssd %2, %1, %0" : "+v"(sums.of) : "v"(x.of), "v"(rows.of));
    }
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
