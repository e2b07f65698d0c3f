/* Words in memory, for hosts that cannot give a pointer to their own: what results are written into, and what arrays and
 * long argument lists are passed from. A part of libspl_native. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `count` words, all 0; its address, or 0. Free it with rt_words_free. */
int64_t rt_words_new(int64_t count) {
    if (count < 0 || count > INT64_MAX / 16) return 0;
    return (int64_t)(intptr_t)calloc((size_t)count + 1, sizeof(int64_t));
}

/* Frees what rt_words_new made; 0 does nothing. */
int64_t rt_words_free(int64_t words) {
    free((void *)(intptr_t)words);
    return 1;
}

/* Gives word `index` as an integer. */
int64_t rt_words_get(int64_t words, int64_t index) { return ((int64_t *)(intptr_t)words)[index]; }

/* Gives it as a 64-bit float, for callers that take one: its bits may not fit a tagged integer. */
double rt_words_get_f64(int64_t words, int64_t index) { return ((double *)(intptr_t)words)[index]; }

/* Sets word `index`. */
int64_t rt_words_set(int64_t words, int64_t index, int64_t value) {
    ((int64_t *)(intptr_t)words)[index] = value;
    return 1;
}

/* Sets it to a 64-bit float that is `mantissa` times 2 to the power of `exponent`: two integers that every host has. */
int64_t rt_words_set_f64(int64_t words, int64_t index, int64_t mantissa, int64_t exponent) {
    double value = (double)mantissa;
    for (; exponent > 0 && value != 0; exponent--) value *= 2;
    for (; exponent < 0 && value != 0; exponent++) value /= 2;
    ((double *)(intptr_t)words)[index] = value;
    return 1;
}

/* Gives byte `index` of memory, and word `index` of an array of texts as the address of a text. */
int64_t rt_words_get_byte(int64_t bytes, int64_t index) { return ((uint8_t *)(intptr_t)bytes)[index]; }
