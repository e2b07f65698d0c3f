/*
 * Regular expressions, by the Rust crate regex.
 *
 * A search takes time in proportion to the pattern's size times the text's, whatever they are. Finding all matches is
 * many searches, and may take time in proportion to the square of the text's size (`.*[^A-Z]|[A-Z]` in a text of
 * capital letters): patterns of strangers are compiled with the option `time_ms`. A compiled pattern never changes,
 * so any number of threads search with one at the same time; it keeps up to `dfa_size_limit` bytes (2 MiB) twice for
 * each that does. Offsets are in bytes.
 */
#ifndef SIMPLE_NATIVE_REGEX_H
#define SIMPLE_NATIVE_REGEX_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Where a match lies in its text.
 */
typedef struct RtRegexSpan {
    /* The offset of its first byte; -1 where there is no match. */
    int64_t start;
    /* The offset after its last byte; -1 where there is no match. */
    int64_t end;
} RtRegexSpan;

/*
 * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
 * so that every search takes time linear in the text. A bad pattern's last error shows the place.
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new(const char *pattern);

/*
 * Frees a compiled pattern.
 *
 * `handle` is a regex, freed by this call.
 */
void rt_regex_destroy(int64_t handle);

/*
 * Tells whether `handle` matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_is_match(int64_t handle, const char *text);

/*
 * Finds the first match in `text`, `""` where there is none; `rt_text_is_none` tells that from an empty match.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find(int64_t handle, const char *text);

/*
 * Returns all matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none. Where
 * matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_all(int64_t handle, const char *text);

/*
 * Returns the groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group that
 * took no part is an empty piece; `""` where there is no match, which `rt_text_is_none` tells from empty groups.
 * `rt_regex_captures_array` keeps the pieces apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures(int64_t handle, const char *text);

/*
 * Returns how many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
 * there is no match.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_captures_len(int64_t handle, const char *text);

/*
 * Returns `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
 * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without braces
 * a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace(int64_t handle, const char *text, const char *replacement);

/*
 * Returns `text` with all matches replaced, as in `rt_regex_replace`.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all(int64_t handle, const char *text, const char *replacement);

/*
 * Returns the pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split(int64_t handle, const char *text);

/*
 * Does what `rt_regex_is_match` does, with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64
 * patterns that each thread used last compiled; of those that compile to more than 256 KiB, the last 4. What they keep
 * for that and for searches is at most 32 MiB for each thread and 96 MiB for all, and besides what each thread used
 * last; `rt_regex_purge` gives it back.
 *
 * On failure: -1.
 */
int64_t rt_regex_is_match_quick(const char *pattern, const char *text);

/*
 * Does what `rt_regex_find` does, with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_quick(const char *pattern, const char *text);

/*
 * Does what `rt_regex_replace` does, with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_quick(const char *pattern, const char *text, const char *replacement);

/*
 * Does what `rt_regex_replace_all` does, with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_quick(const char *pattern, const char *text, const char *replacement);

/*
 * Does what `rt_regex_split` does, with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split_quick(const char *pattern, const char *text);

/*
 * Returns the groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is `""`,
 * which `rt_text_is_none` tells from an empty one; the array is empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_captures_array(int64_t handle, const char *text);

/*
 * Returns where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
 * first, -1 and -1 for a group that took no part; empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_captures_offsets(int64_t handle, const char *text, int64_t start);

/*
 * Returns where the groups of all matches in `text` that do not overlap lie, one match after the other: each has as
 * many numbers, two for each group of the pattern (`rt_regex_capture_names` gives one name for each). One call for a
 * whole text.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_captures_all_offsets(int64_t handle, const char *text);

/*
 * Returns the groups of all matches in `text` that do not overlap, one match after the other: each has as many texts,
 * one for each group of the pattern, group 0 first; a group that took no part is `""`, as in
 * `rt_regex_captures_array`.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_captures_all_array(int64_t handle, const char *text);

/*
 * Returns the group called `name` of the first match in `text`; `""` where there is no match or the group took no
 * part: `rt_text_is_none` tells that from an empty group. A name that the pattern does not have is a failure.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures_name(int64_t handle, const char *text, const char *name);

/*
 * Returns the names of the pattern's groups by number, group 0 first; `""` (and nothing to `rt_text_is_none`) for a
 * group without a name.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_capture_names(int64_t handle);

/*
 * Returns the number of the group called `name`, by which its place is found among offsets and texts of groups; -1 for
 * a name that the pattern does not have, which is a failure.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_capture_index(int64_t handle, const char *name);

/*
 * Returns all matches in `text` that do not overlap, in order.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_find_all_array(int64_t handle, const char *text);

/*
 * Returns all matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
 * boundary for a whole text.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_find_all_offsets(int64_t handle, const char *text);

/*
 * Counts the matches that do not overlap in `text`; -1 where the pattern's `time_ms` is over before.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_count(int64_t handle, const char *text);

/*
 * Finds where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
 * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing, and checks the whole text that it is
 * UTF-8: a loop over a long text calls `rt_regex_find_in`, or one of the functions that give all matches.
 *
 * `handle` is a regex. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_at(int64_t handle, const char *text, int64_t start);

/*
 * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
 *
 * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
 *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
 *   comments), `octal`: booleans, false if absent
 * - `unicode`: boolean, true if absent
 * - `size_limit`: bytes that the compiled pattern may take, 10 MiB if absent, at most 1 GiB. A pattern longer than a
 *   tenth of it (and than 1 MiB), or one that takes 32 times as much to be read, is refused before it is compiled
 * - `dfa_size_limit`: bytes that each of the two caches of a search may take, 2 MiB if absent, at most 1 GiB
 * - `time_ms`: milliseconds that a call which finds all matches may take; it fails when they are over between two
 *   matches. No limit if absent
 * - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new_with_options(const char *pattern, const char *options_json);

/*
 * Escapes every character of `text` that means something in a pattern, with or without `ignore_whitespace`: gives the
 * pattern that matches just `text`.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_escape(const char *text);

/*
 * Returns the pattern that `handle` was compiled from.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_pattern(int64_t handle);

/*
 * Gives back the memory that the `_quick` functions keep: this thread's now, every other thread's at its next such
 * call or its end. How many bytes other threads still keep.
 */
int64_t rt_regex_purge(void);

/*
 * Returns `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_n(int64_t handle, const char *text, const char *replacement, int64_t limit);

/*
 * Returns `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_literal(int64_t handle, const char *text, const char *replacement);

/*
 * Compiles `patterns` into one set, which finds in one pass over a text which of them match. The compiled set may take
 * 10 MiB, or 64 KiB for each pattern where that is more; a search's cache is chosen by what the set compiles to, so
 * that thousands of patterns are searched for as quickly as a few: 2 MiB, and up to 256 MiB, twice for each thread that
 * searches at the same time. A route among 1,000 is found in some 2 µs, where a cache of 2 MiB takes 700.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new(const char *const *patterns, int64_t patterns_len);

/*
 * Does the same with options for all patterns, as in `rt_regex_new_with_options`; `size_limit` and `dfa_size_limit`
 * replace what is chosen by size, and `time_ms` means nothing.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new_with_options(const char *const *patterns, int64_t patterns_len, const char *options_json);

/*
 * Frees a set.
 *
 * `handle` is a regex set, freed by this call.
 */
void rt_regex_set_destroy(int64_t handle);

/*
 * Returns how many patterns the set has.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_len(int64_t handle);

/*
 * Tells whether any pattern of the set matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_is_match(int64_t handle, const char *text);

/*
 * Returns the numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
 * were given.
 *
 * `handle` is a regex set. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_set_matches(int64_t handle, const char *text);

/*
 * Returns the pieces of `text` between matches; the whole text where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_array(int64_t handle, const char *text);

/*
 * Splits as `rt_regex_split_array` does, into at most `limit` pieces, the last of which holds the rest; 0 gives none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_n_array(int64_t handle, const char *text, int64_t limit);

/*
 * Copies `text` (its bytes, which may hold NULs) into an object of the archive's and checks once that it is UTF-8. A
 * search in it costs what the search itself does, however long the text is; a function that takes a text as such looks
 * at all of it in each call. 0 where it is not UTF-8, and where there is no memory for it.
 *
 * Returns a regex text; free it with rt_regex_text_destroy. On failure: 0.
 */
int64_t rt_regex_text_new(const uint8_t *text, int64_t text_len);

/*
 * Frees a text.
 *
 * `text` is a regex text, freed by this call.
 */
void rt_regex_text_destroy(int64_t text);

/*
 * Gives the length of a text in bytes.
 *
 * `text` is a regex text. On failure: -1.
 */
int64_t rt_regex_text_len(int64_t text);

/*
 * Finds the first match at or after the byte offset `start` of a checked text: as `rt_regex_find_at`, without
 * looking at the rest of the text.
 *
 * `handle` is a regex. `text` is a regex text. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_in(int64_t handle, int64_t text, int64_t start);

/*
 * Finds the groups of the first match at or after the byte offset `start` of a checked text: as
 * `rt_regex_captures_offsets`, without looking at the rest of the text.
 *
 * `handle` is a regex. `text` is a regex text. Release what it returns with rt_i64_array_free. On
 * failure: an empty array.
 */
RtI64Array rt_regex_captures_in(int64_t handle, int64_t text, int64_t start);

/*
 * Tells whether this build holds the regex library, as it does where this links.
 */
bool rt_regex_available(void);

/*
 * Forgets why this thread's last failed regex call failed.
 */
void rt_regex_clear_error(void);

/*
 * Returns why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_get_last_error(void);

/*
 * Returns the category of this thread's last failed regex call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_regex_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `regex`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_regex_captures_array_into(int64_t handle, const char *text, RtTextArray *out);
bool rt_regex_captures_offsets_into(int64_t handle, const char *text, int64_t start, RtI64Array *out);
bool rt_regex_captures_all_offsets_into(int64_t handle, const char *text, RtI64Array *out);
bool rt_regex_captures_all_array_into(int64_t handle, const char *text, RtTextArray *out);
bool rt_regex_capture_names_into(int64_t handle, RtTextArray *out);
bool rt_regex_find_all_array_into(int64_t handle, const char *text, RtTextArray *out);
bool rt_regex_find_all_offsets_into(int64_t handle, const char *text, RtI64Array *out);
bool rt_regex_find_at_into(int64_t handle, const char *text, int64_t start, RtRegexSpan *out);
bool rt_regex_set_matches_into(int64_t handle, const char *text, RtI64Array *out);
bool rt_regex_split_array_into(int64_t handle, const char *text, RtTextArray *out);
bool rt_regex_split_n_array_into(int64_t handle, const char *text, int64_t limit, RtTextArray *out);
bool rt_regex_find_in_into(int64_t handle, int64_t text, int64_t start, RtRegexSpan *out);
bool rt_regex_captures_in_into(int64_t handle, int64_t text, int64_t start, RtI64Array *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_REGEX_H */
