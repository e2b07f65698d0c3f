/* Finds the dates in a text, and turns them round. */
#include <simple_native.h>
#include <stdio.h>

int main(void) {
    const char *text = "from 2026-11-03 to 2026-11-21";
    int64_t date = rt_regex_new("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");

    RtI64Array found = rt_regex_find_all_offsets(date, text);
    for (int64_t i = 0; i < found.len; i += 2) {
        printf("bytes %d to %d\n", (int)found.data[i], (int)found.data[i + 1]);
    }
    rt_i64_array_free(found.data, found.len);

    char *turned = rt_regex_replace_all(date, text, "$day.$month.$year");
    puts(turned);
    rt_text_free(turned);
    rt_regex_destroy(date);
    return 0;
}

// Prints:
// bytes 5 to 15
// bytes 19 to 29
// from 03.11.2026 to 21.11.2026
