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
#define SIMPLE_NATIVE_ABI_HASH INT64_C(3412358172779462438)

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

/* ---- gamepad ----------------------------------------------------------------------------- */

/*
 * How a pad is powered.
 */
typedef struct RtGamepadPower {
    /* Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5. */
    int64_t status;
    /* How full the battery is, 0 to 100; -1 where that is not known. */
    int64_t percentage;
} RtGamepadPower;

/*
 * A button's state.
 */
typedef struct RtGamepadButton {
    /* Whether it is held down; an analog button is from about three quarters of its way. */
    bool is_pressed;
    /* How far down it is: 0 to 1. */
    double value;
} RtGamepadButton;

/*
 * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
 * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
 * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
 * already gives no connected event.
 *
 * The context lives until `rt_gamepad_shutdown`.
 *
 * Returns a gamepad context; free it with rt_gamepad_shutdown.
 */
int64_t rt_gamepad_init(void);

/*
 * Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
 * up.
 *
 * `context` is a gamepad context, freed by this call. On failure: false.
 */
bool rt_gamepad_shutdown(int64_t context);

/*
 * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
 * pads' states are those after it.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_update(int64_t context);

/*
 * How many pads are connected, as of the last update.
 *
 * `context` is a gamepad context. On failure: -1.
 */
int64_t rt_gamepad_count(int64_t context);

/*
 * Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_is_connected(int64_t context, int64_t gamepad_id);

/*
 * The name of a connected pad: its model's where that is known, else the one that its driver gives.
 *
 * `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_gamepad_get_name(int64_t context, int64_t gamepad_id);

/*
 * How a connected pad is powered, at this moment.
 *
 * `context` is a gamepad context. On failure: status 0, percentage -1.
 */
RtGamepadPower rt_gamepad_get_power_info(int64_t context, int64_t gamepad_id);
bool rt_gamepad_get_power_info_into(int64_t context, int64_t gamepad_id, RtGamepadPower *out);

/*
 * The next event that an update took in, or 0 where there is none; where none waits it updates first. At
 * most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
 *
 * A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
 * changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
 * shutdown.
 *
 * `context` is a gamepad context. Returns a gamepad event; free it with rt_gamepad_event_free. On
 * failure: 0.
 */
int64_t rt_gamepad_poll_event(int64_t context);

/*
 * Frees an event.
 *
 * `event` is a gamepad event, freed by this call. On failure: false.
 */
bool rt_gamepad_event_free(int64_t event);

/*
 * What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
 * 10, disconnected 11, dropped 12.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_type(int64_t event);

/*
 * The id of the pad that it is about.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_gamepad_id(int64_t event);

/*
 * The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
 * 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
 * Start 15, Mode 16; 255 for one that has no number, and where it is about none.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_button(int64_t event);

/*
 * The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
 * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_axis(int64_t event);

/*
 * The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
 * with up and right positive. 0 where the event is about neither.
 *
 * `event` is a gamepad event. On failure: 0.0.
 */
double rt_gamepad_event_get_value(int64_t event);

/*
 * Whether a button was held down at the last update.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_button_is_pressed(int64_t context, int64_t gamepad_id, int64_t button);

/*
 * A button's state at the last update.
 *
 * `context` is a gamepad context. On failure: is_pressed false, value 0.0.
 */
RtGamepadButton rt_gamepad_button_data(int64_t context, int64_t gamepad_id, int64_t button);
bool rt_gamepad_button_data_into(int64_t context, int64_t gamepad_id, int64_t button, RtGamepadButton *out);

/*
 * An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
 * to 1. A stick near its middle, in its dead zone, is at 0.
 *
 * `context` is a gamepad context. On failure: 0.0.
 */
double rt_gamepad_axis_data(int64_t context, int64_t gamepad_id, int64_t axis);

/*
 * Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
 * clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
 * It starts within 50 ms. False where the pad cannot rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_set_rumble(int64_t context, int64_t gamepad_id, double strong, double weak, int64_t duration_ms);

/*
 * Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_stop_rumble(int64_t context, int64_t gamepad_id);

/*
 * Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_gamepad_get_last_error(void);

/*
 * For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
 * the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
 * of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
 * there from its first event on, a disconnected event removes it, and nobody but this context sees it.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_inject_event(int64_t context, int64_t gamepad_id, int64_t event_type, int64_t code, double value);

/*
 * The ids of the pads that are connected, as of the last update, ascending.
 *
 * `context` is a gamepad context. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_gamepad_ids(int64_t context);
bool rt_gamepad_ids_into(int64_t context, RtI64Array *out);

/*
 * The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
 *
 * `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_gamepad_get_uuid(int64_t context, int64_t gamepad_id);

/*
 * Whether a connected pad can rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_can_rumble(int64_t context, int64_t gamepad_id);

/*
 * True where this build holds the gamepad library, as it does where this links.
 */
bool rt_gamepad_available(void);

/*
 * Forgets why this thread's last failed gamepad call failed.
 */
void rt_gamepad_clear_error(void);

/*
 * The version of the wrapped library, the crate `gilrs`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_gamepad_version(void);

/* ---- regex ------------------------------------------------------------------------------- */

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

/* ---- winit ------------------------------------------------------------------------------- */

/*
 * A size in physical pixels.
 */
typedef struct RtWindowSize {
    /* From left to right. */
    int64_t width;
    /* From top to bottom. */
    int64_t height;
} RtWindowSize;

/*
 * A position on the desktop in physical pixels, from its upper left corner.
 */
typedef struct RtWindowPosition {
    /* To the right. */
    int64_t x;
    /* Down. */
    int64_t y;
} RtWindowPosition;

/*
 * A key that went down or up.
 */
typedef struct RtKeyInput {
    /* The number that the key's place has. */
    int64_t scancode;
    /* The key's Windows virtual-key code. */
    int64_t keycode;
    /* Down or up. */
    bool pressed;
} RtKeyInput;

/*
 * A mouse button that went down or up.
 */
typedef struct RtMouseButtonInput {
    /* Left 0, right 1, middle 2, others from 3. */
    int64_t button;
    /* Down or up. */
    bool pressed;
} RtMouseButtonInput;

/*
 * A place in a window in physical pixels, from its upper left corner.
 */
typedef struct RtMousePosition {
    /* To the right. */
    double x;
    /* Down. */
    double y;
} RtMousePosition;

/*
 * How far a wheel turned.
 */
typedef struct RtMouseWheelDelta {
    /* Clicks, positive where what is seen moves to the right. */
    double delta_x;
    /* Clicks, positive where what is seen moves down: the wheel turned away from the user. */
    double delta_y;
} RtMouseWheelDelta;

/*
 * A finger on a touch screen.
 */
typedef struct RtTouchInput {
    /* Which finger, from its touch to its end. */
    int64_t finger;
    /* Started 0, moved 1, ended 2, cancelled 3. */
    int64_t phase;
    /* To the right, in physical pixels. */
    double x;
    /* Down, in physical pixels. */
    double y;
} RtTouchInput;

/*
 * What a GPU library makes a surface of.
 */
typedef struct RtWindowRawHandle {
    /* Xlib 1, Wayland 2, Win32 3, AppKit 4. */
    int64_t platform;
    /* The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`. */
    int64_t window;
    /* The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`. */
    int64_t display;
    /* On X11, the number of the screen. */
    int64_t screen;
    /* On X11, the number of the visual. */
    int64_t visual;
} RtWindowRawHandle;

/*
 * What an input method is composing.
 */
typedef struct RtImePreedit {
    /* The text so far; empty where there is none. */
    char *text;
    /* Where the cursor in it begins, in bytes; -1 where none is to be shown. */
    int64_t cursor_start;
    /* Where it ends. */
    int64_t cursor_end;
} RtImePreedit;

/*
 * Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
 * and one after another, on any thread; behind them works one thread of the process, started by the first.
 *
 * 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
 * there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
 * it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
 *
 * Returns a event loop; free it with rt_winit_event_loop_free. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_winit_event_loop_new(void);

/*
 * Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
 *
 * `event_loop` is a event loop, freed by this call. On failure: false.
 */
bool rt_winit_event_loop_free(int64_t event_loop);

/*
 * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
 * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
 * there is no window; false where the loop is freed or the display lost.
 *
 * `event_loop` is a event loop. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_event_loop_run_return(int64_t event_loop);

/*
 * The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
 * takes none.
 *
 * At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
 * goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
 *
 * `event_loop` is a event loop. Returns a window event; free it with rt_winit_event_free. On failure:
 * 0.
 */
int64_t rt_winit_event_loop_poll_events(int64_t event_loop, int64_t max_events);

/*
 * The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
 * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
 *
 * `event_loop` is a event loop. Returns a window event; free it with rt_winit_event_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_winit_event_loop_wait_events(int64_t event_loop, int64_t timeout_ms);

/*
 * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
 * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
 * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
 *
 * `event_loop` is a event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_winit_window_new(int64_t event_loop, int64_t width, int64_t height, const char *title);

/*
 * Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
 * (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
 * `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none). An
 * unknown key, and what the window system cannot do, fails and is named.
 *
 * `event_loop` is a event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_winit_window_new_with_config(int64_t event_loop, const char *config_json);

/*
 * Closes a window. Its loop gets a destroyed event.
 *
 * `window` is a window, freed by this call. On failure: false.
 */
bool rt_winit_window_free(int64_t window);

/*
 * The inner size, as the window system last confirmed it.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_size(int64_t window);
bool rt_winit_window_get_size_into(int64_t window, RtWindowSize *out);

/*
 * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
 * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_size(int64_t window, int64_t width, int64_t height);

/*
 * The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
 *
 * `window` is a window. On failure: x 0, y 0.
 */
RtWindowPosition rt_winit_window_get_position(int64_t window);
bool rt_winit_window_get_position_into(int64_t window, RtWindowPosition *out);

/*
 * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
 * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_position(int64_t window, int64_t x, int64_t y);

/*
 * The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_inner_size(int64_t window);
bool rt_winit_window_get_inner_size_into(int64_t window, RtWindowSize *out);

/*
 * The size with the frame that the window system draws around it.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_outer_size(int64_t window);
bool rt_winit_window_get_outer_size_into(int64_t window, RtWindowSize *out);

/*
 * The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_min_size(int64_t window, int64_t width, int64_t height);

/*
 * The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_max_size(int64_t window, int64_t width, int64_t height);

/*
 * Sets the title.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_title(int64_t window, const char *title);

/*
 * Shows or hides the window. Hiding fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_visible(int64_t window, bool visible);

/*
 * Whether the window is shown, if perhaps covered by others.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_visible(int64_t window);

/*
 * Lets the user change the window's size, or not.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_resizable(int64_t window, bool resizable);

/*
 * Minimises the window, or brings it back; bringing it back fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_minimized(int64_t window, bool minimized);

/*
 * Maximises the window, or brings it back to its size.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_maximized(int64_t window, bool maximized);

/*
 * Whether the window is maximised, as the window system says.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_maximized(int64_t window);

/*
 * Makes the window fill its monitor, without a frame, or brings it back to its size.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_fullscreen(int64_t window, bool fullscreen);

/*
 * Whether the window fills its monitor.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_fullscreen(int64_t window);

/*
 * Gives the window a frame with a title bar, or none.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_decorations(int64_t window, bool decorations);

/*
 * Keeps the window above others, or lets it be covered. The former fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_always_on_top(int64_t window, bool on_top);

/*
 * Asks for the keyboard. Fails on Wayland, where the user gives it.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_focus(int64_t window);

/*
 * Asks for a redraw-requested event.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_request_redraw(int64_t window);

/*
 * The window system's number for the window, which its events bear: on X11 its XID.
 *
 * `window` is a window. On failure: -1.
 */
int64_t rt_winit_window_id(int64_t window);

/*
 * Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
 *
 * `window` is a window. On failure: 0.0.
 */
double rt_winit_window_scale_factor(int64_t window);

/*
 * Shows or hides the pointer over the window.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_visible(int64_t window, bool visible);

/*
 * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_grab(int64_t window, bool grab);

/*
 * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_position(int64_t window, int64_t x, int64_t y);

/*
 * The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
 * 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
 * entered 23, cursor left 24, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
 * cancelled 52, input method enabled 60, its preedit 61, disabled 62.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_get_type(int64_t event);

/*
 * The number of the window that it happened to, as `rt_winit_window_id` gives it.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_get_window_id(int64_t event);

/*
 * Frees an event.
 *
 * `event` is a window event, freed by this call. On failure: false.
 */
bool rt_winit_event_free(int64_t event);

/*
 * A resized window's new inner size.
 *
 * `event` is a window event. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_event_window_resized(int64_t event);
bool rt_winit_event_window_resized_into(int64_t event, RtWindowSize *out);

/*
 * A moved window's new position.
 *
 * `event` is a window event. On failure: x 0, y 0.
 */
RtWindowPosition rt_winit_event_window_moved(int64_t event);
bool rt_winit_event_window_moved_into(int64_t event, RtWindowPosition *out);

/*
 * Whether this is the user's wish to close the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_window_close_requested(int64_t event);

/*
 * True where the window got the keyboard, false where it lost it.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_window_focused(int64_t event);

/*
 * The new scale factor.
 *
 * `event` is a window event. On failure: 0.0.
 */
double rt_winit_event_window_scale_factor_changed(int64_t event);

/*
 * Which key went down or up. A key that is held repeats its going down.
 *
 * `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
 * kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
 * Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
 * Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
 * where it has none. What is typed arrives as received characters.
 *
 * `event` is a window event. On failure: scancode 0, keycode 0, pressed false.
 */
RtKeyInput rt_winit_event_keyboard_input(int64_t event);
bool rt_winit_event_keyboard_input_into(int64_t event, RtKeyInput *out);

/*
 * The number of the key's place.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_scancode(int64_t event);

/*
 * The key's Windows virtual-key code, 0 where it has none.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_virtual_keycode(int64_t event);

/*
 * The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
 * 2, Alt 4, Super 8, added up.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_modifiers(int64_t event);

/*
 * What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
 * never a control character. Empty where this is another type of event.
 *
 * `event` is a window event. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_event_received_character(int64_t event);

/*
 * Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
 *
 * `event` is a window event. On failure: button 0, pressed false.
 */
RtMouseButtonInput rt_winit_event_mouse_button(int64_t event);
bool rt_winit_event_mouse_button_into(int64_t event, RtMouseButtonInput *out);

/*
 * Where in the window the pointer is now.
 *
 * `event` is a window event. On failure: x 0.0, y 0.0.
 */
RtMousePosition rt_winit_event_mouse_moved(int64_t event);
bool rt_winit_event_mouse_moved_into(int64_t event, RtMousePosition *out);

/*
 * How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
 *
 * `event` is a window event. On failure: delta_x 0.0, delta_y 0.0.
 */
RtMouseWheelDelta rt_winit_event_mouse_wheel(int64_t event);
bool rt_winit_event_mouse_wheel_into(int64_t event, RtMouseWheelDelta *out);

/*
 * Whether this is the pointer coming into the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_cursor_entered(int64_t event);

/*
 * Whether this is the pointer leaving the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_cursor_left(int64_t event);

/*
 * What a finger does on a touch screen.
 *
 * `event` is a window event. On failure: finger 0, phase 0, x 0.0, y 0.0.
 */
RtTouchInput rt_winit_event_touch(int64_t event);
bool rt_winit_event_touch_into(int64_t event, RtTouchInput *out);

/*
 * How many monitors there are; 0 where there is no display.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_monitor_count(void);

/*
 * A monitor's name, as the window system has it.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_monitor_get_name(int64_t monitor_id);

/*
 * A monitor's size in physical pixels.
 *
 * On failure: width 0, height 0. May wait; blocks its own thread only.
 */
RtWindowSize rt_winit_monitor_get_size(int64_t monitor_id);
bool rt_winit_monitor_get_size_into(int64_t monitor_id, RtWindowSize *out);

/*
 * The place of a monitor's upper left corner on the desktop, in physical pixels.
 *
 * On failure: x 0, y 0. May wait; blocks its own thread only.
 */
RtWindowPosition rt_winit_monitor_get_position(int64_t monitor_id);
bool rt_winit_monitor_get_position_into(int64_t monitor_id, RtWindowPosition *out);

/*
 * A monitor's physical pixels for each logical one.
 *
 * On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_winit_monitor_get_scale_factor(int64_t monitor_id);

/*
 * The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, and where
 * there is no display.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_clipboard_get_text(void);

/*
 * Puts a text into the clipboard, where it stays until another program or call puts something there, while
 * this process lives.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_clipboard_set_text(const char *text);

/*
 * Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_winit_get_last_error(void);

/*
 * The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
 * is freed like that of a single one.
 *
 * `event_loop` is a event loop. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_winit_event_loop_poll_all(int64_t event_loop, int64_t max_events);
bool rt_winit_event_loop_poll_all_into(int64_t event_loop, int64_t max_events, RtI64Array *out);

/*
 * Frees many events at once; gives how many of them were alive.
 *
 * On failure: -1.
 */
int64_t rt_winit_event_free_all(const int64_t *events, int64_t events_len);

/*
 * Whether this going down of a key is a repetition, because it is held.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_keyboard_repeat(int64_t event);

/*
 * Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
 * red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
 * pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. A
 * redraw-requested event says that it must be shown anew.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_present_rgba(int64_t window, int64_t width, int64_t height, const uint8_t *pixels, int64_t pixels_len);

/*
 * What a GPU library makes a surface of. Valid until the window is freed.
 *
 * `window` is a window. On failure: platform 0, window 0, display 0, screen 0, visual 0.
 */
RtWindowRawHandle rt_winit_window_raw_handle(int64_t window);
bool rt_winit_window_raw_handle_into(int64_t window, RtWindowRawHandle *out);

/*
 * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
 * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_icon(int64_t window, const char *icon);

/*
 * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
 * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_icon(int64_t window, int64_t width, int64_t height, const uint8_t *pixels, int64_t pixels_len);

/*
 * The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
 *
 * `event` is a window event. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_event_file_path(int64_t event);

/*
 * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
 * composes arrives as preedit events, what it has composed as received characters.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_ime_allowed(int64_t window, bool allowed);

/*
 * Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
 * to 32,767, sides 0 to 32,767.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_ime_area(int64_t window, int64_t x, int64_t y, int64_t width, int64_t height);

/*
 * What an input method is composing.
 *
 * `event` is a window event. On failure: text "", cursor_start -1, cursor_end -1.
 */
RtImePreedit rt_winit_event_ime_preedit(int64_t event);
bool rt_winit_event_ime_preedit_into(int64_t event, RtImePreedit *out);

/*
 * The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
 *
 * `event` is a window event. On failure: 0.0.
 */
double rt_winit_event_window_scale_factor(int64_t event);

/*
 * True where this build holds the winit library, as it does where this links.
 */
bool rt_winit_available(void);

/*
 * Forgets why this thread's last failed winit call failed.
 */
void rt_winit_clear_error(void);

/*
 * The version of the wrapped library, the crate `winit`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_winit_version(void);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_H */
