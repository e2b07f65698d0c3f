/* The smallest program that shows the package to work: a search, and a panic that is caught. */
#include <simple_native.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    if (rt_native_abi_hash() != SIMPLE_NATIVE_ABI_HASH) return 1;
    char *date = rt_regex_find_quick("\\d{4}-\\d{2}", "made in 2026-11");
    rt_native_provoke_panic("on purpose");
    char *error = rt_native_get_last_error();
    printf("%s and %s\n", date, strstr(error, "internal error: on purpose") ? "caught" : error);
    rt_text_free(error);
    rt_text_free(date);
    return 0;
}
