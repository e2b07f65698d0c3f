/* A defect on purpose: a text of the archive that is never freed. */
#include "check.h"

int main(void) {
    volatile char *version = rt_native_version();
    CHECK(version != NULL);
    version = NULL;
    return 0;
}
