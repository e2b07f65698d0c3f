/* A defect on purpose: a signed overflow. */
#include "check.h"

int main(int count, char **unused) {
    (void)unused;
    int64_t most = INT64_MAX;
    return most + count == 0;
}
