/* Words in memory, for hosts that cannot give a pointer to their own: what results are written into, and what texts,
 * arrays and long argument lists are passed from. A part of libspl_native. Nothing here is checked: an address is one
 * that rt_words_new or rt_words_copy_text gave or that a call wrote, and an index lies inside. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `count` words, all 0; its address, or 0. Free it with rt_words_free. */
int64_t rt_words_new(int64_t count) {
    if (count < 0 || count > INT64_MAX / 16) return 0;
    return (int64_t)(intptr_t)calloc((size_t)count + 1, sizeof(int64_t));
}

/* Copies the text at an address, so that it stays: its address, or 0. Free it with rt_words_free. */
int64_t rt_words_copy_text(int64_t text) {
    return text ? (int64_t)(intptr_t)strdup((const char *)(intptr_t)text) : 0;
}

/* Frees what rt_words_new or rt_words_copy_text made; 0 does nothing. */
int64_t rt_words_free(int64_t words) {
    free((void *)(intptr_t)words);
    return 1;
}

/* Gives word `index` as an integer. */
int64_t rt_words_get(int64_t words, int64_t index) { return ((int64_t *)(intptr_t)words)[index]; }

/* Sets word `index`. */
int64_t rt_words_set(int64_t words, int64_t index, int64_t value) {
    ((int64_t *)(intptr_t)words)[index] = value;
    return 1;
}

/* Gives word `index` as a 64-bit float, whose bits may not fit a tagged integer. For callers that pass and take floats
 * alone: the address and the index are floats too. */
double rt_words_load_f64(double words, double index) { return ((double *)(intptr_t)words)[(int64_t)index]; }

/* Sets word `index` to a 64-bit float, likewise; gives it back. */
double rt_words_store_f64(double words, double index, double value) {
    return ((double *)(intptr_t)words)[(int64_t)index] = value;
}

/* Sets word `index` to a 64-bit float that is `mantissa` times 2 to the power of `exponent`, for callers without floats
 * in calls. */
int64_t rt_words_set_f64(int64_t words, int64_t index, int64_t mantissa, int64_t exponent) {
    double value = (double)mantissa;
    for (; exponent > 0 && value != 0; exponent--) value *= 2;
    for (; exponent < 0 && value != 0; exponent++) value /= 2;
    ((double *)(intptr_t)words)[index] = value;
    return 1;
}

/* Gives byte `index` of memory. */
int64_t rt_words_get_byte(int64_t bytes, int64_t index) { return ((uint8_t *)(intptr_t)bytes)[index]; }

/* Sets byte `index`. */
int64_t rt_words_set_byte(int64_t bytes, int64_t index, int64_t value) {
    ((uint8_t *)(intptr_t)bytes)[index] = (uint8_t)value;
    return 1;
}
