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
#define SIMPLE_NATIVE_ABI_HASH INT64_C(7078470923783611962)

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

/* ---- audio ------------------------------------------------------------------------------- */

/*
 * Sound: decoded by symphonia, mixed here, played by rodio.
 *
 * rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
 * sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
 * echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
 * to 40 % longer and a failure has no reason.
 */

/*
 * A place in the room, in metres.
 */
typedef struct RtAudioPosition {
    /* To the right, for a listener that was not turned. */
    double x;
    /* Up. */
    double y;
    /* Towards the back. */
    double z;
} RtAudioPosition;

/*
 * Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
 * channels. 0 where no output can be opened; last error says why.
 *
 * A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
 * aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
 * tell. The engine is the caller's; release it with `rt_audio_shutdown`.
 *
 * Returns a audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_audio_init(void);

/*
 * Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
 * playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
 *
 * `engine` is a audio engine, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_audio_shutdown(int64_t engine);

/*
 * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
 * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_set_master_volume(int64_t engine, double volume);

/*
 * The gain over everything that `engine` plays, from 0 to 1.
 *
 * `engine` is a audio engine. On failure: 0.0.
 */
double rt_audio_get_master_volume(int64_t engine);

/*
 * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_pause_all(int64_t engine);

/*
 * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_resume_all(int64_t engine);

/*
 * Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
 * found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
 * gives what can be decoded of it. 0 where that is nothing, and where the sound takes more than 1 GiB
 * decoded, at 4 bytes per sample: play that as music. Release the source with `rt_audio_source_free`.
 *
 * `engine` is a audio engine. Returns a audio source; free it with rt_audio_source_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_load_from_file(int64_t engine, const char *path);

/*
 * The same from the bytes of a whole sound file, which are not needed afterwards.
 *
 * `engine` is a audio engine. Returns a audio source; free it with rt_audio_source_free. On failure:
 * 0.
 */
int64_t rt_audio_load_from_memory(int64_t engine, const uint8_t *data, int64_t data_len);

/*
 * Frees a source. What plays it goes on to its end.
 *
 * `source` is a audio source, freed by this call. On failure: false.
 */
bool rt_audio_source_free(int64_t source);

/*
 * The length of a source in seconds, at its own speed.
 *
 * `source` is a audio source. On failure: 0.0.
 */
double rt_audio_source_duration(int64_t source);

/*
 * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
 * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
 *
 * `engine` is a audio engine. `source` is a audio source. Returns a audio playback; free it with
 * rt_audio_stop_music. On failure: 0.
 */
int64_t rt_audio_play_sound(int64_t engine, int64_t source);

/*
 * The same at another volume, from the first sample: a linear gain of 0 and more.
 *
 * `engine` is a audio engine. `source` is a audio source. Returns a audio playback; free it with
 * rt_audio_stop_music. On failure: 0.
 */
int64_t rt_audio_play_sound_with_volume(int64_t engine, int64_t source, double volume);

/*
 * The same again and again, without a gap, until it is stopped.
 *
 * `engine` is a audio engine. `source` is a audio source. Returns a audio playback; free it with
 * rt_audio_stop_music. On failure: 0.
 */
int64_t rt_audio_play_sound_looped(int64_t engine, int64_t source);

/*
 * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
 * The playback is the caller's, to be released with `rt_audio_stop_music`.
 *
 * `engine` is a audio engine. Returns a audio playback; free it with rt_audio_stop_music. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music(int64_t engine, const char *path);

/*
 * The same again and again, without a gap, until it is stopped.
 *
 * `engine` is a audio engine. Returns a audio playback; free it with rt_audio_stop_music. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music_looped(int64_t engine, const char *path);

/*
 * Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
 *
 * `handle` is a audio playback, freed by this call. On failure: false.
 */
bool rt_audio_stop_music(int64_t handle);

/*
 * Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
 * out first.
 *
 * `handle` is a audio playback, freed by this call. On failure: false.
 */
bool rt_audio_playback_stop(int64_t handle);

/*
 * Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_pause(int64_t handle);

/*
 * Goes on with a playback that was paused.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_resume(int64_t handle);

/*
 * True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
 * paused. The tail of an effect counts.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_is_playing(int64_t handle);

/*
 * True where a playback has not ended and is paused, by itself or with all others.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_is_paused(int64_t handle);

/*
 * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
 * before the first sample it is immediate.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_set_volume(int64_t handle, double volume);

/*
 * The gain that was set, whatever a fade makes of it.
 *
 * `handle` is a audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_volume(int64_t handle);

/*
 * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_set_speed(int64_t handle, double speed);

/*
 * The speed that was set.
 *
 * `handle` is a audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_speed(int64_t handle);

/*
 * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
 * its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
 * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
 * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
 *
 * `engine` is a audio engine. `source` is a audio source. Returns a audio playback; free it with
 * rt_audio_stop_music. On failure: 0.
 */
int64_t rt_audio_play_sound_spatial(int64_t engine, int64_t source, double x, double y, double z);

/*
 * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
 * no position has one from now on.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_set_position(int64_t handle, double x, double y, double z);

/*
 * Where a playback is. A playback without a position fails.
 *
 * `handle` is a audio playback. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_playback_get_position(int64_t handle);
bool rt_audio_playback_get_position_into(int64_t handle, RtAudioPosition *out);

/*
 * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_set_listener_position(int64_t engine, double x, double y, double z);

/*
 * Where the listener is.
 *
 * `engine` is a audio engine. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_get_listener_position(int64_t engine);
bool rt_audio_get_listener_position_into(int64_t engine, RtAudioPosition *out);

/*
 * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
 * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
 * and parallel directions are refused.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_set_listener_orientation(int64_t engine, double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z);

/*
 * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
 * silence, or from where a fade-out under way has come to.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_fade_in(int64_t handle, int64_t duration_ms);

/*
 * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
 * ended. Its handle stays valid until it is stopped.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_fade_out(int64_t handle, int64_t duration_ms);

/*
 * Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
 * 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
 * tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
 * Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_set_reverb(int64_t handle, double room_size, double damping);

/*
 * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
 * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_set_delay(int64_t handle, int64_t delay_ms, double decay);

/*
 * A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
 * `rt_audio_mixer_free`.
 *
 * `engine` is a audio engine. Returns a audio mixer; free it with rt_audio_mixer_free. On failure: 0.
 */
int64_t rt_audio_mixer_create(int64_t engine);

/*
 * Frees a mixer. What it started plays on.
 *
 * `mixer` is a audio mixer, freed by this call. On failure: false.
 */
bool rt_audio_mixer_free(int64_t mixer);

/*
 * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
 * sounds twice.
 *
 * `mixer` is a audio mixer. `source` is a audio source. On failure: false.
 */
bool rt_audio_mixer_add_source(int64_t mixer, int64_t source);

/*
 * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
 * 10 ms, without a click.
 *
 * `mixer` is a audio mixer. On failure: false.
 */
bool rt_audio_mixer_set_volume(int64_t mixer, double volume);

/*
 * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
 * playback has its own volume besides the mixer's. A mixer without sources fails.
 *
 * `mixer` is a audio mixer. Returns a audio playback; free it with rt_audio_stop_music. On failure: 0.
 */
int64_t rt_audio_mixer_play(int64_t mixer);

/*
 * Frames per second of a source, as its file has them.
 *
 * `source` is a audio source. On failure: -1.
 */
int64_t rt_audio_source_get_sample_rate(int64_t source);

/*
 * Samples per frame of a source: 1 for mono, 2 for stereo.
 *
 * `source` is a audio source. On failure: -1.
 */
int64_t rt_audio_source_get_channels(int64_t source);

/*
 * The formats that can be decoded, by their usual file name extension.
 *
 * Release what it returns with rt_text_array_free.
 */
RtTextArray rt_audio_get_supported_formats(void);
bool rt_audio_get_supported_formats_into(RtTextArray *out);

/*
 * Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_audio_get_last_error(void);

/*
 * True where this build holds the audio library, as it does where this links.
 */
bool rt_audio_available(void);

/*
 * Forgets why this thread's last failed audio call failed.
 */
void rt_audio_clear_error(void);

/*
 * The version of the wrapped library, the crate `rodio`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_audio_version(void);

/*
 * An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
 * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
 * the same calls give the same samples. Release it with `rt_audio_shutdown`.
 *
 * Returns a audio engine; free it with rt_audio_shutdown. On failure: 0.
 */
int64_t rt_audio_init_offline(int64_t sample_rate, int64_t channels);

/*
 * The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
 * They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
 *
 * `engine` is a audio engine. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_render(int64_t engine, int64_t frames);
bool rt_audio_render_into(int64_t engine, int64_t frames, RtF64Array *out);

/*
 * Frames per second that an engine plays.
 *
 * `engine` is a audio engine. On failure: -1.
 */
int64_t rt_audio_get_sample_rate(int64_t engine);

/*
 * Samples per frame that an engine plays.
 *
 * `engine` is a audio engine. On failure: -1.
 */
int64_t rt_audio_get_channels(int64_t engine);

/*
 * True while a device plays the engine. False where it was lost and until another is there, and for an
 * offline engine.
 *
 * `engine` is a audio engine. On failure: false.
 */
bool rt_audio_is_device_playing(int64_t engine);

/*
 * Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
 *
 * `engine` is a audio engine. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_audio_take_device_error(int64_t engine);

/*
 * A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
 * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
 *
 * `engine` is a audio engine. Returns a audio source; free it with rt_audio_source_free. On failure:
 * 0.
 */
int64_t rt_audio_load_from_samples(int64_t engine, const double *samples, int64_t samples_len, int64_t sample_rate, int64_t channels);

/*
 * The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
 *
 * `source` is a audio source. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_source_get_samples(int64_t source);
bool rt_audio_source_get_samples_into(int64_t source, RtF64Array *out);

/*
 * How far a playback has come, in seconds of its sound; for a loop, since it last began.
 *
 * `handle` is a audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_time(int64_t handle);

/*
 * The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
 * source, and for music whose file does not say.
 *
 * `handle` is a audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_duration(int64_t handle);

/*
 * Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
 * it is looped. A playback that has ended cannot be moved; start it again.
 *
 * `handle` is a audio playback. On failure: false. May wait; blocks its own thread only.
 */
bool rt_audio_playback_seek(int64_t handle, double seconds);

/*
 * Takes a playback's echo and room away, their tails included.
 *
 * `handle` is a audio playback. On failure: false.
 */
bool rt_audio_playback_clear_effects(int64_t handle);

/*
 * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
 * and forget them.
 *
 * `engine` is a audio engine. On failure: -1.
 */
int64_t rt_audio_free_ended(int64_t engine);

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
