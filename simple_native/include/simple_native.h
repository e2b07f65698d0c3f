/*
 * simple_native: the native layer under a programming language, as one static archive.
 *
 * Generated from the source by `cargo xtask abi`; not edited by hand.
 *
 * Types. A handle is an int64_t above 0; 0 is "no object". A text parameter is UTF-8, NUL-terminated and
 * borrowed for the call. A returned text is never NULL; it belongs to the caller, who releases it with
 * rt_text_free; rt_text_len gives its length, NUL bytes inside it included. An array parameter is a pointer
 * and a count, borrowed for the call; NULL with count 0 is the empty array. A returned array or struct comes
 * by value; what it points to belongs to the caller. Each function that returns a struct or an array by value
 * has a twin NAME_into that fills *out instead and returns whether the call succeeded.
 *
 * Handles. Each call checks its handles: a freed one, one of another kind, or a number that never was a handle
 * makes the call fail and harms nothing. Freeing twice fails the second time. A child whose parent was freed
 * is freed too. An object freed while another thread is inside a call that uses it is destroyed when that
 * call ends.
 *
 * Failure. No input makes a call crash, hang or unwind: NULL, text that is not UTF-8, a negative count, NaN, a
 * stale handle, a second thread. A failed call returns what its comment says. Why it failed:
 * rt_<library>_get_last_error, the reason of this thread's last failed call in that library; a call that
 * succeeds leaves it alone. A defect inside the archive is caught too: the call fails and the last error
 * begins with "internal error:". (A pointer that is neither NULL nor valid is undefined, as in C.)
 *
 * Threads. Any function may be called from any thread at the same time as any other, unless its comment says
 * otherwise. Two calls wait for each other only where both change the same object.
 */
#ifndef SIMPLE_NATIVE_H
#define SIMPLE_NATIVE_H

#include <stdbool.h>
#include <stdint.h>

/* This header's version. */
#define SIMPLE_NATIVE_VERSION "0.1.0"
/* The version of the rules above. Compare with rt_native_abi_version(). */
#define SIMPLE_NATIVE_ABI_VERSION 1
/* A hash of every signature below. Compare with rt_native_abi_hash(). */
#define SIMPLE_NATIVE_ABI_HASH INT64_C(8691169002796060722)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Arrays by value: `len` items at `data`, which is NULL where there are none. ---- */

/* [f64], owned by the caller; release with rt_f64_array_free. */
typedef struct RtF64Array {
    double *data;
    int64_t len;
} RtF64Array;

/* [i64], owned by the caller; release with rt_i64_array_free. */
typedef struct RtI64Array {
    int64_t *data;
    int64_t len;
} RtI64Array;

/* [u8], owned by the caller; release with rt_bytes_free. */
typedef struct RtBytes {
    uint8_t *data;
    int64_t len;
} RtBytes;

/* [text], owned by the caller; release with rt_text_array_free. */
typedef struct RtTextArray {
    char **data;
    int64_t len;
} RtTextArray;

/* ---- native ------------------------------------------------------------------------------ */

/*
 * The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
 */

/*
 * The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
 * included. 0 for NULL.
 */
int64_t rt_text_len(const char *text);

/*
 * Releases a text that this archive returned. NULL does nothing.
 */
void rt_text_free(char *text);

/*
 * Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
 */
void rt_f64_array_free(double *data, int64_t len);

/*
 * Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
 */
void rt_i64_array_free(int64_t *data, int64_t len);

/*
 * Releases bytes that this archive returned. An empty array does nothing.
 */
void rt_bytes_free(uint8_t *data, int64_t len);

/*
 * Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
 */
void rt_text_array_free(char **data, int64_t len);

/*
 * The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
 * them, not with every new function.
 */
int64_t rt_native_abi_version(void);

/*
 * A hash of every signature that this archive was built with. A host compares it with the
 * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
 * another version.
 */
int64_t rt_native_abi_hash(void);

/*
 * The version of this archive.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_version(void);

/*
 * The manifest of this build, as JSON: every function that it holds, with parameter names, types,
 * ownership, thread rule, failure value and meaning.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_manifest(void);

/*
 * How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
 * they leak none.
 */
int64_t rt_native_live_handles(void);

/*
 * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
 * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
 * later call works. Never succeeds.
 *
 * On failure: false.
 */
bool rt_native_provoke_panic(const char *message);

/*
 * Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_get_last_error(void);

/*
 * Forgets why this thread's last failed `rt_native_` call failed.
 */
void rt_native_clear_error(void);

/* ---- regex ------------------------------------------------------------------------------- */

/*
 * Regular expressions, by the Rust crate regex.
 *
 * Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
 * number of threads search with one at the same time. Offsets are in bytes.
 */

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
 * Whether `handle` matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_is_match(int64_t handle, const char *text);

/*
 * The first match in `text`, `""` where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find(int64_t handle, const char *text);

/*
 * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
 * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_all(int64_t handle, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
 * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
 * pieces apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures(int64_t handle, const char *text);

/*
 * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
 * there is no match.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_captures_len(int64_t handle, const char *text);

/*
 * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
 * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace(int64_t handle, const char *text, const char *replacement);

/*
 * `text` with all matches replaced, as in `rt_regex_replace`.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all(int64_t handle, const char *text, const char *replacement);

/*
 * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split(int64_t handle, const char *text);

/*
 * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
 * that each thread used last compiled.
 *
 * On failure: -1.
 */
int64_t rt_regex_is_match_quick(const char *pattern, const char *text);

/*
 * `rt_regex_find` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find_quick(const char *pattern, const char *text);

/*
 * `rt_regex_replace` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_replace_all` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_quick(const char *pattern, const char *text, const char *replacement);

/*
 * `rt_regex_split` with a pattern instead of a handle.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_split_quick(const char *pattern, const char *text);

/*
 * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
 * `""`; the array is empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_captures_array(int64_t handle, const char *text);
bool rt_regex_captures_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
 * first, -1 and -1 for a group that took no part; empty where there is no match.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_captures_offsets(int64_t handle, const char *text, int64_t start);
bool rt_regex_captures_offsets_into(int64_t handle, const char *text, int64_t start, RtI64Array *out);

/*
 * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
 * part. A name that the pattern does not have is a failure.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_captures_name(int64_t handle, const char *text, const char *name);

/*
 * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_capture_names(int64_t handle);
bool rt_regex_capture_names_into(int64_t handle, RtTextArray *out);

/*
 * True where this build holds the regex library, as it does where this links.
 */
bool rt_regex_available(void);

/*
 * Forgets why this thread's last failed regex call failed.
 */
void rt_regex_clear_error(void);

/*
 * Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_get_last_error(void);

/*
 * The version of the wrapped library, the crate `regex`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_regex_version(void);

/*
 * All matches in `text` that do not overlap, in order.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_find_all_array(int64_t handle, const char *text);
bool rt_regex_find_all_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
 * boundary for a whole text.
 *
 * `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_find_all_offsets(int64_t handle, const char *text);
bool rt_regex_find_all_offsets_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * How many matches that do not overlap `text` holds.
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_count(int64_t handle, const char *text);

/*
 * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
 * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
 *
 * `handle` is a regex. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_at(int64_t handle, const char *text, int64_t start);
bool rt_regex_find_at_into(int64_t handle, const char *text, int64_t start, RtRegexSpan *out);

/*
 * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
 *
 * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
 *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
 *   comments), `octal`: booleans, false if absent
 * - `unicode`: boolean, true if absent
 * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
 * - `nest_limit`: how deep groups may nest
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new_with_options(const char *pattern, const char *options_json);

/*
 * `text` with every character that means something in a pattern escaped: the pattern that matches just
 * `text`.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_escape(const char *text);

/*
 * The pattern that `handle` was compiled from.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_pattern(int64_t handle);

/*
 * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_n(int64_t handle, const char *text, const char *replacement, int64_t limit);

/*
 * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_replace_all_literal(int64_t handle, const char *text, const char *replacement);

/*
 * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
 *
 * Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
 */
int64_t rt_regex_set_new(const char *const *patterns, int64_t patterns_len);

/*
 * The same with options for all patterns, as in `rt_regex_new_with_options`.
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
 * How many patterns the set has.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_len(int64_t handle);

/*
 * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
 *
 * `handle` is a regex set. On failure: -1.
 */
int64_t rt_regex_set_is_match(int64_t handle, const char *text);

/*
 * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
 * were given.
 *
 * `handle` is a regex set. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_regex_set_matches(int64_t handle, const char *text);
bool rt_regex_set_matches_into(int64_t handle, const char *text, RtI64Array *out);

/*
 * The pieces of `text` between matches; the whole text where there is none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_array(int64_t handle, const char *text);
bool rt_regex_split_array_into(int64_t handle, const char *text, RtTextArray *out);

/*
 * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
 *
 * `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
 */
RtTextArray rt_regex_split_n_array(int64_t handle, const char *text, int64_t limit);
bool rt_regex_split_n_array_into(int64_t handle, const char *text, int64_t limit, RtTextArray *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_H */
