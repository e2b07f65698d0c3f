/*
 * The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
 */
#ifndef SIMPLE_NATIVE_NATIVE_H
#define SIMPLE_NATIVE_NATIVE_H

#include <stdbool.h>
#include <stdint.h>

/* The headers' version. */
#define SIMPLE_NATIVE_VERSION "0.1.0"
/* The version of the rules in simple_native.h. Compare with rt_native_abi_version(). */
#define SIMPLE_NATIVE_ABI_VERSION 1
/* A hash of every signature, in all headers. Compare with rt_native_abi_hash(). */
#define SIMPLE_NATIVE_ABI_HASH INT64_C(569297329266932)
/* How often the signatures had changed: the smaller of two is the older. */
#define SIMPLE_NATIVE_ABI_REVISION INT64_C(25)
/* Whether the headers fit the archive; rt_native_get_last_error() says which is older. Ask first. */
#define SIMPLE_NATIVE_FITS() \
    rt_native_check_abi(SIMPLE_NATIVE_ABI_REVISION, SIMPLE_NATIVE_ABI_HASH)

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

/*
 * What sort of failure it is, in every library by the same number: for hosts that decide without reading.
 */
enum SnErrorCategory {
    /* No failure. */
    SN_ERROR_CATEGORY_NONE = 0,
    /* An argument outside what the function takes, or a call out of order. */
    SN_ERROR_CATEGORY_INVALID_ARGUMENT = 1,
    /* A handle that never was, was freed, or is of another kind. */
    SN_ERROR_CATEGORY_STALE_HANDLE = 2,
    /* Nothing there: a file, a name, an item, a host. */
    SN_ERROR_CATEGORY_NOT_FOUND = 3,
    /* A peer, a device or the system said no, or broke off. */
    SN_ERROR_CATEGORY_REFUSED = 4,
    /* A time limit passed before it was done. */
    SN_ERROR_CATEGORY_TIMED_OUT = 5,
    /* No memory, or more than a limit allows. */
    SN_ERROR_CATEGORY_LIMIT = 6,
    /* Not to be had on this platform, or in this build. */
    SN_ERROR_CATEGORY_UNSUPPORTED = 7,
    /* A fault inside the archive or a library that it wraps. */
    SN_ERROR_CATEGORY_INTERNAL = 8
};

/*
 * Returns the length in bytes of a text that this archive returned, in constant time, NUL bytes inside it included. 0
 * for NULL.
 */
int64_t rt_text_len(const char *text);

/*
 * Tells whether an empty text that this archive returned stands for "nothing there": no match, a group that took no
 * part, a header that was not sent. False for an empty one that was there, and for NULL.
 */
bool rt_text_is_none(const char *text);

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
 * Returns the version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with them,
 * not with every new function.
 */
int64_t rt_native_abi_version(void);

/*
 * Returns a hash of every signature that this archive was built with. A host compares it with the
 * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of another
 * version.
 */
int64_t rt_native_abi_hash(void);

/*
 * Returns how often the interface has changed so far: of two archives, headers or manifests that differ, the one with
 * the smaller revision is the older.
 */
int64_t rt_native_abi_revision(void);

/*
 * Tells whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
 * `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is older. In
 * C, `SIMPLE_NATIVE_FITS()` asks this.
 *
 * On failure: false.
 */
bool rt_native_check_abi(int64_t abi_revision, int64_t abi_hash);

/*
 * Returns the version of this archive.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_version(void);

/*
 * Returns the manifest of this build, as JSON: every function that it holds, with parameter names, types, ownership,
 * thread rule, failure value and meaning.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_manifest(void);

/*
 * Returns how many objects are alive: handles that were given out and not freed. A host's tests assert with it that
 * they leak none.
 */
int64_t rt_native_live_handles(void);

/*
 * Returns how many bytes the archive holds in blocks of at least 64 KiB: pictures, decoded sounds, bodies, buffers of
 * worlds and servers. The rest is small beside it; the weights of models are not in it. A binding tells its garbage
 * collector by it what small objects stand for.
 */
int64_t rt_native_bulk_memory(void);

/*
 * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
 * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
 * later call works. Never succeeds.
 *
 * On failure: false.
 */
bool rt_native_provoke_panic(const char *message);

/*
 * Tells whether the last call of this thread failed, of those that can: asking, releasing memory and reading last
 * errors count as none. For bindings: asked right after a call, it tells a failure value from the same value as an
 * answer, and whether the library's last error is that call's.
 */
bool rt_native_last_call_failed(void);

/*
 * Has this thread's calls leave no word of themselves while `quiet`: they change neither what
 * `rt_native_last_call_failed` tells nor any last error. Returns what was so before, to be put back. For bindings: what
 * a collector frees, it frees between any two steps of a program, also between a call and the question whether it
 * failed.
 */
bool rt_native_set_quiet(bool quiet);

/*
 * Copies why this thread's last failed call failed, of whichever library, into `buffer`: for hosts that want no
 * allocation, and nothing to release. The sentence ends with a NUL, and is cut between characters where `buffer` is
 * shorter. Returns the bytes of the whole sentence without the NUL: 0 where no call failed or the error was cleared,
 * -1 where `buffer` is none. Works without any memory, and leaves what `rt_native_last_call_failed` tells as it is.
 *
 * On failure: -1.
 */
int64_t rt_native_copy_last_error(uint8_t *buffer, int64_t buffer_len);

/*
 * Returns why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_native_get_last_error(void);

/*
 * Returns the category of this thread's last failed `rt_native_` call, by the same numbers in every library: 0 none
 * failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of
 * another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a
 * limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_native_get_last_error_code(void);

/*
 * Forgets why this thread's last failed `rt_native_` call failed.
 */
void rt_native_clear_error(void);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_NATIVE_H */
