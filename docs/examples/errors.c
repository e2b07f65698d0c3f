/* What a failed call says, and that the next one works. */
#include <simple_native.h>
#include <stdio.h>

static void complain(const char *what) {
    char *why = rt_regex_get_last_error();
    printf("%s: %s\n", what, why);
    rt_text_free(why);
    rt_regex_clear_error();
}

int main(void) {
    int64_t digits = rt_regex_new("[0-9]+");
    if (rt_regex_is_match(digits, NULL) == -1) complain("no text");
    if (rt_regex_is_match(42, "7") == -1) complain("no handle");
    printf("and now: %d\n", (int)rt_regex_is_match(digits, "7"));
    rt_regex_destroy(digits);
    return 0;
}

// Prints:
// no text: `text` is NULL
// no handle: `handle` is 42, which was never the handle of a regex
// and now: 1
