/* What regular expressions may take, of stack and of memory: past it calls fail, and the process goes on. */
#include "check.h"

#include <pthread.h>
#include <sys/resource.h>

static char *repeated(const char *head, int64_t count, const char *tail_head, const char *tail) {
    size_t one = strlen(head), two = strlen(tail);
    char *text = malloc(count * (one + two) + strlen(tail_head) + 1), *at = text;
    CHECK(text != NULL);
    for (int64_t i = 0; i < count; i++, at += one) memcpy(at, head, one);
    at = stpcpy(at, tail_head);
    for (int64_t i = 0; i < count; i++, at += two) memcpy(at, tail, two);
    *at = 0;
    return text;
}

static void compile(const char *head, int64_t count, const char *tail, const char *options, bool good) {
    char *pattern = repeated(head, count, "a", tail);
    int64_t one = *options ? rt_regex_new_with_options(pattern, options) : rt_regex_new(pattern);
    const char *patterns[] = {"b", pattern};
    int64_t set = *options ? rt_regex_set_new_with_options(patterns, 2, options) : rt_regex_set_new(patterns, 2);
    CHECK((one != 0) == good && (set != 0) == good);
    if (good) {
        CHECK_INT(rt_regex_is_match(one, "aaa"), 1);
        CHECK_INT(rt_regex_set_is_match(set, "aaa"), 1);
        rt_regex_destroy(one);
        rt_regex_set_destroy(set);
    } else {
        CHECK_CONTAINS(rt_regex_get_last_error(), "nest");
    }
    if (!*options) CHECK_INT(rt_regex_is_match_quick(pattern, "aaa"), good ? 1 : -1);
    free(pattern);
}

static void *nest(void *nothing) {
    compile("(", 249, ")", "", true);
    compile("(", 2000, ")", "", false);
    compile("", 249, "*", "", true);
    compile("(", 32, ")", "", true);
    compile("(?i:", 80, "|b)+", "", true);
    compile("(", 4990, ")", "{\"nest_limit\": 5000}", true);
    compile("(", 100000, ")", "{\"nest_limit\": 5000}", false);
    compile("(b|", 2490, ")", "{\"nest_limit\": 5000}", true);
    compile("(?:b|", 1600, ")?", "{\"nest_limit\": 5000}", true);
    compile("[b", 120, "]", "", true);
    CHECK_INT(rt_regex_new_with_options("a", "{\"nest_limit\": 5001}"), 0);
    CHECK_TEXT(rt_regex_get_last_error(),
               "`options_json` is not usable: `nest_limit` is 5001, above 5000");
    const char *patterns[] = {"a"};
    CHECK_INT(rt_regex_set_new_with_options(patterns, 1, "{\"nest_limit\": 1000000}"), 0);
    rt_regex_clear_error();
    return nothing;
}

/* Threads with little stack, as some systems give them. */
static void small_stacks(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    CHECK(pthread_attr_setstacksize(&attributes, 256 << 10) == 0);
    CHECK(pthread_create(&thread, &attributes, nest, NULL) == 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    nest(NULL);
}

static void check_no_memory(char *text) {
    CHECK_TEXT(text, "");
    CHECK_CONTAINS(rt_regex_get_last_error(), "out of memory: the result takes ");
    rt_regex_clear_error();
}

/* With half a gigabyte in all, results of terabytes, and arrays that leave no room. */
static void no_memory(void) {
    struct rlimit before, less;
    CHECK(getrlimit(RLIMIT_AS, &before) == 0);
    less = before;
    less.rlim_cur = 512 << 20;
    char *text = repeated("a", 2 << 20, "", ""), *many = repeated("$0", 1 << 20, "", "");
    int64_t one = rt_regex_new("a"), all = rt_regex_new("(?<all>a+)");
    CHECK(setrlimit(RLIMIT_AS, &less) == 0);
    check_no_memory(rt_regex_replace_all(one, text, text));
    check_no_memory(rt_regex_replace(all, text, many));
    check_no_memory(rt_regex_replace_n(one, text, text, 1 << 20));
    check_no_memory(rt_regex_replace_all_literal(one, text, text));
    check_no_memory(rt_regex_replace_all_quick("a", text, text));
    less.rlim_cur = 160 << 20;
    CHECK(setrlimit(RLIMIT_AS, &less) == 0);
    RtI64Array offsets = rt_regex_find_all_offsets(one, text);
    RtTextArray texts = rt_regex_find_all_array(one, text);
    CHECK_INT(texts.len, 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "out of memory");
    rt_i64_array_free(offsets.data, offsets.len);
    CHECK(setrlimit(RLIMIT_AS, &before) == 0);
    /* And what fits is right. */
    CHECK_TEXT(rt_regex_replace_all(all, "aa b aaa", "<${all}x|$all|$1a|${1}a|$$>"),
               "<aax|aa||aaa|$> b <aaax|aaa||aaaa|$>");
    rt_regex_destroy(one);
    rt_regex_destroy(all);
    free(text);
    free(many);
}

/* Patterns that took gigabytes before any limit counted: with half a gigabyte for the whole process each is compiled
 * or refused, and what is refused says why in a sentence. */
static void large_patterns(void) {
    struct rlimit before, less;
    CHECK(getrlimit(RLIMIT_AS, &before) == 0);
    less = before;
    less.rlim_cur = 512 << 20;
    CHECK(setrlimit(RLIMIT_AS, &less) == 0);
    const char *const units[] = {"(?i)[\\w]", "(?i)\\pL", "(?i)[a-\\x{10FFFF}]", "(?i)k", "(a)", "[a-z]", "a{1000}",
                                 "(?:", "\\d{50}", "[["};
    const char *const larger = "{\"size_limit\": 1073741824, \"case_insensitive\": true}";
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        for (int j = 0; j < 2; j++) {
            char *pattern = repeated(units[i], j ? 100 : 5000, "", "");
            rt_regex_clear_error();
            int64_t one = j ? rt_regex_new_with_options(pattern, larger) : rt_regex_new(pattern);
            char *error = rt_regex_get_last_error();
            CHECK((one == 0) == (*error != 0));
            CHECK(strlen(error) < 1000);
            rt_text_free(error);
            if (one) rt_regex_destroy(one);
            free(pattern);
        }
    }
    char *classes = repeated("(?i)[\\w]", 50000, "", "");
    CHECK_INT(rt_regex_new(classes), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "reading the pattern would take up to ");
    CHECK_INT(rt_regex_is_match_quick(classes, "a"), -1);
    const char *patterns[] = {"a", classes};
    CHECK_INT(rt_regex_set_new(patterns, 2), 0);
    CHECK_CONTAINS(rt_regex_get_last_error(), "reading the pattern would take up to ");
    free(classes);
    /* A search that keeps twenty thousand groups in each state. */
    char *groups = repeated("(a)", 20000, "", "");
    int64_t many = rt_regex_new(groups);
    if (many) {
        CHECK_INT(rt_regex_captures_array(many, "aaa").len, 0);
        CHECK_INT(rt_regex_captures_all_offsets(many, "aaa").len, 0);
        rt_regex_destroy(many);
    }
    free(groups);
    CHECK(setrlimit(RLIMIT_AS, &before) == 0);
    rt_regex_clear_error();
}

int main(void) {
    small_stacks();
    no_memory();
    large_patterns();
    puts("ok");
    return 0;
}
