// Rounding activations to integers, for rounded_matmul.h.

namespace sncuda {
namespace SNCUDA_ISA {

// Rounds one chunk of `count` values, zeros behind them.
SNCUDA_TARGET inline void round_chunk(const float *x, uint64_t count, int16_t *values, float &scale, int32_t *sums, int32_t *lanes) {
    alignas(32) float padded[rounded_chunk];
    if (count < rounded_chunk) {
        std::fill(std::copy(x, x + count, padded), padded + rounded_chunk, 0.0f);
        x = padded;
    }
    // Magnitudes are ordered as their bits are; what is not finite is above all that is.
    uint32_t bits[rounded_chunk], largest = 0;
    std::memcpy(bits, x, sizeof bits);
    for (uint32_t b : bits) largest = std::max(largest, b & 0x7fffffff);
    float magnitude;
    std::memcpy(&magnitude, &largest, 4);
    constexpr uint32_t infinite = 0x7f800000, not_a_number = 0x7fc00000, smallest = 0x0d800000; // 2^-100
    if (largest >= infinite || largest < smallest) {
        std::memset(values, 0, rounded_chunk * sizeof *values);
        std::fill(sums, sums + groups, 0);
        if (lanes) std::fill(lanes, lanes + rounded_lanes, 0);
        scale = 0;
        if (largest >= infinite) std::memcpy(&scale, &not_a_number, 4);
        return;
    }
    scale = magnitude / rounded_most;
    float factor = rounded_most / magnitude;
    for (uint64_t g = 0; g < groups; g++) {
        // To the nearest, ties to even: 1.5 * 2^23 leaves no room for a fraction.
        int32_t rounded[group_values], sum = 0;
        for (uint64_t i = 0; i < group_values; i++) {
            float shifted = x[g * group_values + i] * factor + 12582912.0f;
            std::memcpy(&rounded[i], &shifted, 4);
            rounded[i] -= 0x4b400000;
        }
        for (int32_t one : rounded) sum += one;
        sums[g] = sum;
        int16_t *even = values + rounded_place(int(g), false), *odd = values + rounded_place(int(g), true);
        for (uint64_t i = 0; i < group_values / 2; i++) {
            even[i] = int16_t(rounded[2 * i]);
            odd[i] = int16_t(rounded[2 * i + 1]);
        }
        if (!lanes) continue;
        for (uint64_t l = 0; l < 8; l++) lanes[8 * g + l] = -8 * (rounded[4 * l] + rounded[4 * l + 1] + rounded[4 * l + 2] + rounded[4 * l + 3]);
    }
}

SNCUDA_TARGET inline void round_row(const float *x, uint64_t columns, uint32_t batch, Rounding to) {
    uint64_t at = 0;
    for (uint64_t column = 0; column < columns; column += rounded_chunk, at += batch) {
        round_chunk(x + column, std::min(rounded_chunk, columns - column), to.values + at * rounded_chunk, to.scales[at], to.sums + at * groups,
                    to.lanes ? to.lanes + at * rounded_lanes : nullptr);
    }
}

} // namespace SNCUDA_ISA
} // namespace sncuda
