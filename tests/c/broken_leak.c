/* A defect on purpose: texts of the archive that are never freed. Many, so that none is missed because an old
 * copy of its address is still in a register or on the stack. */
#include "check.h"

int main(void) {
    for (int i = 0; i < 100; i++) CHECK(rt_native_version() != NULL);
    return 0;
}
