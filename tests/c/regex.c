/* Every regex function, with values that the pattern's meaning gives. */
#include "check.h"

#include <pthread.h>

/* An array of texts equals these, and is freed. */
static void check_texts(RtTextArray array, const char *const *expected, int64_t count) {
    CHECK_INT(array.len, count);
    for (int64_t i = 0; i < count; i++) {
        CHECK(strcmp(array.data[i], expected[i]) == 0);
        CHECK_INT(rt_text_len(array.data[i]), (int64_t)strlen(expected[i]));
    }
    rt_text_array_free(array.data, array.len);
}

static void check_integers(RtI64Array array, const int64_t *expected, int64_t count) {
    CHECK_INT(array.len, count);
    for (int64_t i = 0; i < count; i++) CHECK_INT(array.data[i], expected[i]);
    rt_i64_array_free(array.data, array.len);
}

#define TEXTS(...) ((const char *const[]){__VA_ARGS__})
#define INTS(...) ((const int64_t[]){__VA_ARGS__})

static const char *const DATES = "on 2024-02-29 and 1999-12-31";

static void find(void) {
    int64_t year = rt_regex_new("(\\d{4})-(\\d{2})-(\\d{2})");
    CHECK(year > 0);
    CHECK_INT(rt_regex_is_match(year, DATES), 1);
    CHECK_INT(rt_regex_is_match(year, "no date"), 0);
    CHECK_TEXT(rt_regex_find(year, DATES), "2024-02-29");
    CHECK_TEXT(rt_regex_find(year, "no date"), "");
    CHECK_TEXT(rt_regex_find_all(year, DATES), "2024-02-29\n1999-12-31");
    CHECK_TEXT(rt_regex_find_all(year, ""), "");
    CHECK_INT(rt_regex_count(year, DATES), 2);
    check_texts(rt_regex_find_all_array(year, DATES), TEXTS("2024-02-29", "1999-12-31"), 2);
    check_integers(rt_regex_find_all_offsets(year, DATES), INTS(3, 13, 18, 28), 4);
    check_integers(rt_regex_find_all_offsets(year, "none"), NULL, 0);
    CHECK_TEXT(rt_regex_pattern(year), "(\\d{4})-(\\d{2})-(\\d{2})");
    rt_regex_destroy(year);

    /* Matches that are empty or hold newlines: only the arrays keep them apart. */
    int64_t lines = rt_regex_new("(?s)a.b|x*$");
    check_texts(rt_regex_find_all_array(lines, "a\nb!"), TEXTS("a\nb", ""), 2);
    CHECK_TEXT(rt_regex_find_all(lines, "a\nb!"), "a\nb\n");
    rt_regex_destroy(lines);
}

static void find_at(void) {
    int64_t word = rt_regex_new("\\bb\\w*");
    RtRegexSpan span = rt_regex_find_at(word, "ab ba", 0);
    CHECK(span.start == 3 && span.end == 5);
    /* What stands before the start is context: the b of "ab" begins no word. */
    span = rt_regex_find_at(word, "ab ba", 1);
    CHECK(span.start == 3 && span.end == 5);
    span = rt_regex_find_at(word, "ab ba", 5);
    CHECK(span.start == -1 && span.end == -1);
    CHECK_TEXT(rt_regex_get_last_error(), "");
    span = rt_regex_find_at(word, "ab ba", 6);
    CHECK(span.start == -1 && span.end == -1);
    CHECK_TEXT(rt_regex_get_last_error(), "`start` is 6, outside the 5 bytes of `text`");
    CHECK_INT(rt_regex_get_last_error_code(), 1);
    span = rt_regex_find_at(word, "ab ba", -1);
    CHECK(span.start == -1 && span.end == -1);
    CHECK_TEXT(rt_regex_get_last_error(), "`start` is -1, outside the 5 bytes of `text`");
    span = rt_regex_find_at(word, "\xc3\xa4 b", 1);
    CHECK(span.start == -1 && span.end == -1);
    CHECK_TEXT(rt_regex_get_last_error(), "`start` is 1, inside a character of `text`");
    CHECK(rt_regex_find_at_into(word, "\xc3\xa4 b", 2, &span));
    CHECK(span.start == 3 && span.end == 4);
    CHECK(!rt_regex_find_at_into(word, "b", 2, &span));
    CHECK(span.start == -1 && span.end == -1);
    CHECK(!rt_regex_find_at_into(word, "b", 0, NULL));
    CHECK_TEXT(rt_regex_get_last_error(), "`out` is NULL");
    rt_regex_destroy(word);
    rt_regex_clear_error();
}

static void captures(void) {
    int64_t pair = rt_regex_new("(?P<key>\\w+)=(\\d+)?(?P<unit>[a-z]+)?");
    CHECK_TEXT(rt_regex_captures(pair, "a=12km b=3"), "a=12km\na\n12\nkm");
    CHECK_TEXT(rt_regex_captures(pair, "a=km"), "a=km\na\n\nkm");
    CHECK_TEXT(rt_regex_captures(pair, "none"), "");
    CHECK_INT(rt_regex_captures_len(pair, "a=12km"), 4);
    CHECK_INT(rt_regex_captures_len(pair, "a="), 4);
    CHECK_INT(rt_regex_captures_len(pair, "none"), 0);
    check_texts(rt_regex_captures_array(pair, "a=km"), TEXTS("a=km", "a", "", "km"), 4);
    check_texts(rt_regex_captures_array(pair, "none"), NULL, 0);
    check_integers(rt_regex_captures_offsets(pair, "a=1 b=km", 1), INTS(4, 8, 4, 5, -1, -1, 6, 8), 8);
    check_integers(rt_regex_captures_offsets(pair, "none", 0), NULL, 0);
    check_texts(rt_regex_capture_names(pair), TEXTS("", "key", "", "unit"), 4);
    CHECK_INT(rt_regex_capture_index(pair, "unit"), 3);
    CHECK_INT(rt_regex_capture_index(pair, "size"), -1);
    CHECK_CONTAINS(rt_regex_get_last_error(), "`name` is \"size\"");
    CHECK_INT(rt_regex_get_last_error_code(), SN_ERROR_CATEGORY_NOT_FOUND);
    rt_regex_clear_error();
    /* Nothing is told from what is empty. */
    CHECK(rt_text_is_none(rt_regex_captures_name(pair, "a=12", "unit")));
    CHECK(rt_text_is_none(rt_regex_find(pair, "none")) && rt_text_is_none(rt_regex_captures(pair, "none")));
    CHECK(rt_text_is_none(rt_regex_find_quick("x", "")) && !rt_text_is_none(rt_regex_find_quick("x?", "")));
    CHECK(!rt_text_is_none(rt_regex_find_quick("(", ""))); /* a failure */
    rt_regex_clear_error();
    RtTextArray parts = rt_regex_captures_array(pair, "a=km");
    CHECK(rt_text_is_none(parts.data[2]) && !rt_text_is_none(parts.data[3]));
    rt_text_array_free(parts.data, parts.len);
    CHECK_TEXT(rt_regex_captures_name(pair, "a=12km", "unit"), "km");
    CHECK_TEXT(rt_regex_captures_name(pair, "a=12", "unit"), "");
    CHECK_TEXT(rt_regex_get_last_error(), "");
    CHECK_TEXT(rt_regex_captures_name(pair, "a=12", "size"), "");
    CHECK_CONTAINS(rt_regex_get_last_error(), "`name` is \"size\", which names no group");
    rt_regex_clear_error();
    rt_regex_destroy(pair);
}

static void replace(void) {
    int64_t name = rt_regex_new("(?P<last>\\w+), (?P<first>\\w+)");
    const char *text = "Hopper, Grace; Turing, Alan";
    CHECK_TEXT(rt_regex_replace(name, text, "$first $last"), "Grace Hopper; Turing, Alan");
    CHECK_TEXT(rt_regex_replace_all(name, text, "${2}_${last}"), "Grace_Hopper; Alan_Turing");
    CHECK_TEXT(rt_regex_replace_all(name, text, "$$$1"), "$Hopper; $Turing");
    CHECK_TEXT(rt_regex_replace_all(name, text, "<$9>"), "<>; <>");
    CHECK_TEXT(rt_regex_replace_all_literal(name, text, "$1"), "$1; $1");
    CHECK_TEXT(rt_regex_replace_n(name, text, "x", 1), "x; Turing, Alan");
    CHECK_TEXT(rt_regex_replace_n(name, text, "x", 0), "x; x");
    CHECK_TEXT(rt_regex_replace_n(name, text, "x", -1), "");
    CHECK_TEXT(rt_regex_get_last_error(), "`limit` is -1, below 0");
    rt_regex_clear_error();
    rt_regex_destroy(name);
}

static void split(void) {
    int64_t comma = rt_regex_new(" *, *");
    CHECK_TEXT(rt_regex_split(comma, "a , b,c"), "a\nb\nc");
    CHECK_TEXT(rt_regex_split(comma, "a"), "a");
    check_texts(rt_regex_split_array(comma, ",a,"), TEXTS("", "a", ""), 3);
    check_texts(rt_regex_split_n_array(comma, "a,b,c", 2), TEXTS("a", "b,c"), 2);
    check_texts(rt_regex_split_n_array(comma, "a,b,c", 0), NULL, 0);
    check_texts(rt_regex_split_n_array(comma, "a", -5), NULL, 0);
    CHECK_TEXT(rt_regex_get_last_error(), "`limit` is -5, below 0");
    rt_regex_clear_error();
    rt_regex_destroy(comma);
}

static void quick(void) {
    for (int i = 0; i < 3; i++) {
        CHECK_INT(rt_regex_is_match_quick("^a+$", "aaa"), 1);
        CHECK_INT(rt_regex_is_match_quick("^a+$", "aab"), 0);
        CHECK_TEXT(rt_regex_find_quick("[0-9]+", "ab12cd34"), "12");
        CHECK_TEXT(rt_regex_replace_quick("[0-9]", "ab12", "<$0>"), "ab<1>2");
        CHECK_TEXT(rt_regex_replace_all_quick("[0-9]", "ab12", "<$0>"), "ab<1><2>");
        CHECK_TEXT(rt_regex_split_quick("[0-9]+", "a1b22c"), "a\nb\nc");
    }
    CHECK_INT(rt_regex_is_match_quick("(", ""), -1);
    CHECK_TEXT(rt_regex_find_quick("[z-a]", ""), "");
    CHECK_CONTAINS(rt_regex_get_last_error(), "invalid character class range");
    /* More patterns than are kept: the first come back compiled anew. */
    char pattern[32], text[32];
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 200; i++) {
            snprintf(pattern, sizeof pattern, "^x{%d}$", i);
            memset(text, 'x', sizeof text);
            text[i % 31] = 0;
            CHECK_INT(rt_regex_is_match_quick(pattern, text), i < 31);
        }
    rt_regex_clear_error();
}

static void options(void) {
    int64_t plain = rt_regex_new_with_options("^b.*$", "{}");
    CHECK_INT(rt_regex_is_match(plain, "a\nB\n"), 0);
    int64_t lines = rt_regex_new_with_options("^b.c$", "{\"multi_line\": true, \"case_insensitive\": true}");
    CHECK_TEXT(rt_regex_find(lines, "a\nBxC\nd"), "BxC");
    int64_t dot = rt_regex_new_with_options("a.b", "{\"dot_matches_new_line\": true}");
    CHECK_INT(rt_regex_is_match(dot, "a\nb"), 1);
    int64_t spaced = rt_regex_new_with_options("a b # comment", "{\"ignore_whitespace\": true}");
    CHECK_INT(rt_regex_is_match(spaced, "ab"), 1);
    int64_t ascii = rt_regex_new_with_options("(?-u:\\w)|^\\d$", "{\"unicode\": false}");
    CHECK_INT(rt_regex_is_match(ascii, "\xd9\xa3"), 0); /* U+0663, a digit */
    int64_t lazy = rt_regex_new_with_options("a+", "{\"swap_greed\": true}");
    CHECK_TEXT(rt_regex_find(lazy, "aaa"), "a");
    int64_t crlf = rt_regex_new_with_options("^b$", "{\"crlf\": true, \"multi_line\": true}");
    CHECK_INT(rt_regex_is_match(crlf, "a\r\nb\r\n"), 1);
    int64_t octal = rt_regex_new_with_options("\\141", "{\"octal\": true}");
    CHECK_INT(rt_regex_is_match(octal, "a"), 1);
    CHECK_TEXT(rt_regex_get_last_error(), "");

    CHECK_INT(rt_regex_new_with_options("a{500}", "{\"size_limit\": 100}"), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "100");
    CHECK_INT(rt_regex_new_with_options("((((a))))", "{\"nest_limit\": 2}"), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "nest");
    CHECK_INT(rt_regex_new_with_options("a", "{\"colour\": true}"), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "unknown field `colour`");
    CHECK_INT(rt_regex_new_with_options("a", "{\"unicode\": 1}"), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "invalid type: integer `1`");
    CHECK_INT(rt_regex_new_with_options("a", "not JSON"), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "`options_json` is not usable");
    rt_regex_clear_error();

    int64_t all[] = {plain, lines, dot, spaced, ascii, lazy, crlf, octal};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) rt_regex_destroy(all[i]);
}

static void escape(void) {
    CHECK_TEXT(rt_regex_escape("a.b*[c]"), "a\\.b\\*\\[c\\]");
    char *escaped = rt_regex_escape("1+1=2?");
    CHECK_INT(rt_regex_is_match_quick(escaped, "so 1+1=2?"), 1);
    rt_text_free(escaped);
    /* Also where whitespace means nothing. */
    const char *odd = "a b\t#c\n\xc2\xa0-&~\\Q";
    escaped = rt_regex_escape(odd);
    int64_t verbose = rt_regex_new_with_options(escaped, "{\"ignore_whitespace\": true}");
    CHECK_TEXT(rt_regex_find(verbose, odd), odd);
    rt_regex_destroy(verbose);
    CHECK_TEXT(rt_regex_find_quick(escaped, odd), odd);
    rt_text_free(escaped);
}

/* All matches with all groups, in one call, and from one place to the next in a text that is checked once. */
static void all_groups(void) {
    int64_t pair = rt_regex_new("(\\w+)=(\\d+)?");
    const char *text = "a=1 b= cc=23";
    const int64_t offsets[] = {0, 3, 0, 1, 2, 3, 4, 6, 4, 5, -1, -1, 7, 12, 7, 9, 10, 12};
    check_integers(rt_regex_captures_all_offsets(pair, text), offsets, 18);
    check_integers(rt_regex_captures_all_offsets(pair, "none"), NULL, 0);
    check_texts(rt_regex_captures_all_array(pair, text),
                TEXTS("a=1", "a", "1", "b=", "b", "", "cc=23", "cc", "23"), 9);
    RtI64Array numbers;
    RtTextArray texts;
    CHECK(rt_regex_captures_all_offsets_into(pair, text, &numbers));
    check_integers(numbers, offsets, 18);
    CHECK(rt_regex_captures_all_array_into(pair, "x=", &texts));
    check_texts(texts, TEXTS("x=", "x", ""), 3);

    int64_t held = rt_regex_text_new((const uint8_t *)text, 12);
    CHECK_INT(rt_regex_text_len(held), 12);
    int64_t at = 0, found = 0;
    for (;; found++) {
        RtI64Array groups = rt_regex_captures_in(pair, held, at);
        if (groups.len == 0) break;
        RtRegexSpan span = rt_regex_find_in(pair, held, at);
        CHECK(span.start == groups.data[0] && span.end == groups.data[1]);
        at = span.end;
        check_integers(groups, offsets + 6 * found, 6);
    }
    CHECK_INT(found, 3);
    RtRegexSpan span;
    CHECK(rt_regex_find_in_into(pair, held, 4, &span) && span.start == 4 && span.end == 6);
    CHECK(rt_regex_captures_in_into(pair, held, 7, &numbers));
    check_integers(numbers, offsets + 12, 6);
    CHECK(!rt_regex_find_in_into(pair, held, 13, &span) && span.start == -1 && span.end == -1);
    CHECK_TEXT(rt_regex_get_last_error(), "`start` is 13, outside the 12 bytes of `text`");
    CHECK_INT(rt_regex_text_new((const uint8_t *)"a\xff", 2), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "`text` is not UTF-8: the byte at offset 1");
    rt_regex_text_destroy(held);
    CHECK_INT(rt_regex_text_len(held), -1);
    CHECK_CONTAINS(rt_regex_get_last_error(), "a regex text that was freed");
    /* Texts hold NULs. */
    int64_t nul = rt_regex_new("\\x00b"), with_nul = rt_regex_text_new((const uint8_t *)"a\0b", 3);
    span = rt_regex_find_in(nul, with_nul, 0);
    CHECK(span.start == 1 && span.end == 3);
    rt_regex_text_destroy(with_nul);
    rt_regex_destroy(nul);
    rt_regex_destroy(pair);
    rt_regex_clear_error();
}

/* Each search takes time in proportion to the text; all of them together need not. */
static void time_limit(void) {
    char *text = malloc(200001);
    memset(text, 'A', 200000);
    text[200000] = 0;
    int64_t square = rt_regex_new_with_options(".*[^A-Z]|[A-Z]", "{\"time_ms\": 30}");
    CHECK_INT(rt_regex_is_match(square, text), 1);
    CHECK_INT(rt_regex_count(square, text), -1);
    CHECK_TEXT(rt_regex_get_last_error(), "the matches were not all found within 30 ms (`time_ms`)");
    CHECK_INT(rt_regex_find_all_offsets(square, text).len, 0);
    CHECK_TEXT(rt_regex_replace_all(square, text, "<$0>"), "");
    CHECK_INT(rt_regex_captures_all_offsets(square, text).len, 0);
    CHECK_INT(rt_regex_count(square, "AAA"), 3);
    rt_regex_destroy(square);
    free(text);
    rt_regex_clear_error();
}

static void limits_of_options(void) {
    CHECK_INT(rt_regex_new_with_options("a", "[true]"), 0);
    CHECK_TEXT(rt_regex_get_last_error(), "`options_json` is not usable: it is an array, where an object belongs");
    CHECK_INT(rt_regex_new_with_options("a", "{\"size_limit\": 1073741825}"), 0);
    CHECK_TEXT(rt_regex_get_last_error(),
               "`options_json` is not usable: `size_limit` is 1073741825, above 1073741824");
    CHECK_INT(rt_regex_new_with_options("a", "{\"dfa_size_limit\": 99999999999}"), 0);
    rt_regex_clear_error();
}

static void sets(void) {
    const char *patterns[] = {"foo", "ba[rz]", "^foo", "qux"};
    int64_t set = rt_regex_set_new(patterns, 4);
    CHECK_INT(rt_regex_set_len(set), 4);
    check_integers(rt_regex_set_matches(set, "foo baz"), INTS(0, 1, 2), 3);
    check_integers(rt_regex_set_matches(set, "a foo"), INTS(0), 1);
    check_integers(rt_regex_set_matches(set, ""), NULL, 0);
    CHECK_INT(rt_regex_set_is_match(set, "bar"), 1);
    CHECK_INT(rt_regex_set_is_match(set, "BAR"), 0);
    int64_t cases = rt_regex_set_new_with_options(patterns, 4, "{\"case_insensitive\": true}");
    CHECK_INT(rt_regex_set_is_match(cases, "BAR"), 1);
    int64_t none = rt_regex_set_new(NULL, 0);
    CHECK_INT(rt_regex_set_len(none), 0);
    CHECK_INT(rt_regex_set_is_match(none, "a"), 0);
    const char *bad[] = {"fine", "("};
    CHECK_INT(rt_regex_set_new(bad, 2), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "unclosed group");
    rt_regex_set_destroy(set);
    rt_regex_set_destroy(cases);
    rt_regex_set_destroy(none);
    rt_regex_set_destroy(none);
    CHECK_CONTAINS(rt_regex_get_last_error(), "a regex set that was freed");
    rt_regex_clear_error();
}

/* The twins give what the plain calls give. */
static void twins(void) {
    int64_t digits = rt_regex_new("(\\d)(\\d)?");
    RtTextArray texts;
    RtI64Array numbers;
    CHECK(rt_regex_find_all_array_into(digits, "1 23", &texts));
    check_texts(texts, TEXTS("1", "23"), 2);
    CHECK(rt_regex_captures_array_into(digits, "1 23", &texts));
    check_texts(texts, TEXTS("1", "1", ""), 3);
    CHECK(rt_regex_capture_names_into(digits, &texts));
    check_texts(texts, TEXTS("", "", ""), 3);
    CHECK(rt_regex_split_array_into(digits, "a1b", &texts));
    check_texts(texts, TEXTS("a", "b"), 2);
    CHECK(rt_regex_split_n_array_into(digits, "a1b2", 1, &texts));
    check_texts(texts, TEXTS("a1b2"), 1);
    CHECK(rt_regex_find_all_offsets_into(digits, "1 23", &numbers));
    check_integers(numbers, INTS(0, 1, 2, 4), 4);
    CHECK(rt_regex_captures_offsets_into(digits, "1", 0, &numbers));
    check_integers(numbers, INTS(0, 1, 0, 1, -1, -1), 6);
    const char *patterns[] = {"a"};
    int64_t set = rt_regex_set_new(patterns, 1);
    CHECK(rt_regex_set_matches_into(set, "a", &numbers));
    check_integers(numbers, INTS(0), 1);
    CHECK(!rt_regex_set_matches_into(digits, "a", &numbers));
    CHECK(numbers.data == NULL && numbers.len == 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "the handle of a regex and not of a regex set");
    rt_regex_clear_error();
    rt_regex_set_destroy(set);
    rt_regex_destroy(digits);
}

static void errors(void) {
    CHECK(rt_regex_available());
    char *version = rt_regex_version();
    CHECK(strncmp(version, "1.", 2) == 0);
    rt_text_free(version);
    CHECK_INT(rt_regex_new("a("), 0);
    char *first = rt_regex_get_last_error();
    CHECK(strstr(first, "a(") != NULL && strstr(first, "^") != NULL && strstr(first, "unclosed group") != NULL);
    rt_text_free(first);
    /* A call that succeeds leaves the error alone. */
    int64_t handle = rt_regex_new("a");
    CHECK_CONTAINS(rt_regex_get_last_error(), "unclosed group");
    rt_regex_destroy(handle);
    CHECK_INT(rt_regex_is_match(handle, "a"), -1);
    CHECK_CONTAINS(rt_regex_get_last_error(), "a regex that was freed");
    rt_regex_destroy(handle);
    CHECK_INT(rt_regex_is_match(0, "a"), -1);
    CHECK_TEXT(rt_regex_get_last_error(), "`handle` is 0, which was never the handle of a regex");
    rt_regex_clear_error();
    CHECK_TEXT(rt_regex_get_last_error(), "");
    /* Linear time whatever the pattern: this one takes others exponential time. */
    int64_t evil = rt_regex_new("^(a+)+$");
    CHECK_INT(rt_regex_is_match(evil, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), 0);
    rt_regex_destroy(evil);
}

static int64_t shared_handle;

static void *search(void *unused) {
    (void)unused;
    for (int i = 0; i < 500; i++) {
        CHECK_TEXT(rt_regex_find(shared_handle, "xx 42 yy"), "42");
        CHECK_TEXT(rt_regex_find_quick("y+", "xx 42 yy"), "yy");
    }
    return NULL;
}

int main(void) {
    int64_t before = rt_native_live_handles();
    find();
    find_at();
    captures();
    replace();
    split();
    quick();
    options();
    escape();
    all_groups();
    time_limit();
    limits_of_options();
    sets();
    twins();
    errors();
    shared_handle = rt_regex_new("[0-9]+");
    check_threads(8, search, NULL);
    CHECK_INT(rt_regex_purge(), 0);
    rt_regex_destroy(shared_handle);
    CHECK_INT(rt_native_live_handles(), before);
    return 0;
}
