/* The smallest program that shows a package of any libraries to work: a panic that is caught. */
#include <simple_native.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    if (rt_native_abi_hash() != SIMPLE_NATIVE_ABI_HASH) return 1;
    rt_native_provoke_panic("on purpose");
    char *error = rt_native_get_last_error();
    printf("%s and gone on\n", strstr(error, "internal error: on purpose") ? "caught" : error);
    rt_text_free(error);
    return 0;
}
