#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct rure rure;
rure *rure_compile(const uint8_t *pattern, size_t length, uint32_t flags, void *options, void *error);
bool rure_is_match(rure *re, const uint8_t *haystack, size_t length, size_t start);
void rure_free(rure *re);

int main(int count, char **arguments) {
    const uint8_t *pattern = (const uint8_t *)arguments[count - 1];
    rure *regex = rure_compile(pattern, strlen(arguments[count - 1]), 1 << 5, NULL, NULL);
    bool found = rure_is_match(regex, (const uint8_t *)arguments[0], strlen(arguments[0]), 0);
    rure_free(regex);
    return found;
}
