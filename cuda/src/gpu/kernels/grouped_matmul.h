// Products of up to three matrices of the same columns in one launch. Their rows stand in the grid one matrix after the
// other, in units of so many rows as a kernel takes at a time; none has rows of two matrices.
#pragma once
#include "gpu/kernels/kernels.h"
#include "gpu/launch/launch.h"
#include "gpu/kernels/weights.h"

namespace sncuda::kernels {

struct GroupedMatmul {
    Matrix matrix[3];
    float *out[3];
    uint32_t count;
};

inline GroupedMatmul grouped_matmul_of(const Product *products, uint32_t count) {
    GroupedMatmul grouped{};
    for (uint32_t i = 0; i < count; i++) {
        grouped.matrix[i] = matrix_of(products[i].weight);
        grouped.out[i] = at<float>(products[i].out);
    }
    grouped.count = count;
    return grouped;
}

inline uint32_t units_of(const GroupedMatmul &grouped, uint32_t rows_of_unit) {
    uint32_t units = 0;
    for (uint32_t i = 0; i < grouped.count; i++) units += parts(grouped.matrix[i].rows, rows_of_unit);
    return units;
}

// Number of rows of the matrices before this one; all of them before the number of matrices.
__host__ __device__ inline uint64_t rows_before(const GroupedMatmul &grouped, uint32_t which) {
    uint64_t rows = 0;
    for (uint32_t i = 0; i < which; i++) rows += grouped.matrix[i].rows;
    return rows;
}

// Which matrix a unit is of, and which of its units; as many as there are where it lies behind the last.
__device__ inline uint32_t matrix_of_unit(const GroupedMatmul &grouped, uint32_t rows_of_unit, uint32_t &unit) {
    uint32_t which = 0;
    while (which < grouped.count && unit >= parts(grouped.matrix[which].rows, rows_of_unit)) {
        unit -= parts(grouped.matrix[which++].rows, rows_of_unit);
    }
    return which;
}

} // namespace sncuda::kernels
