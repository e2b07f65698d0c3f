/* A defect on purpose: a text of the archive, read after it was freed. The sanitizers must see it. */
#include "check.h"

int main(void) {
    char *version = rt_native_version();
    rt_text_free(version);
    return version[0] == '0' ? 0 : 2;
}
