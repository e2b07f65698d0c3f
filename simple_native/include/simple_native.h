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
#define SIMPLE_NATIVE_ABI_HASH INT64_C(4815798117141374170)

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
 * Span
 */
typedef struct RtRegexSpan {
    /* a */
    int64_t start;
    /* b */
    int64_t end;
} RtRegexSpan;

/*
 * new
 *
 * Returns a regex; free it with rt_regex_destroy. On failure: 0.
 */
int64_t rt_regex_new(const char *pattern);

/*
 * destroy
 *
 * `handle` is a regex, freed by this call.
 */
void rt_regex_destroy(int64_t handle);

/*
 * match
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_is_match(int64_t handle, const char *text);

/*
 * find
 *
 * `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_regex_find(int64_t handle, const char *text);

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
 * find
 *
 * `handle` is a regex. On failure: start -1, end -1.
 */
RtRegexSpan rt_regex_find_at(int64_t handle, const char *text, int64_t start);
bool rt_regex_find_at_into(int64_t handle, const char *text, int64_t start, RtRegexSpan *out);

/*
 * probe
 *
 * `handle` is a regex. On failure: -1.
 */
int64_t rt_regex_probe(int64_t handle);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_H */
