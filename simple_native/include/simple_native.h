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
#define SIMPLE_NATIVE_ABI_HASH INT64_C(4487548200859391822)

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

/* ---- lyon -------------------------------------------------------------------------------- */

/*
 * 2D paths: made, measured, tessellated into triangles for a GPU, drawn into pictures, and saved.
 *
 * Coordinates are 64-bit floats and no particular way up: where y grows downwards, as on a screen, a positive
 * angle turns clockwise. Angles are in radians. Lengths, radii and tolerances are in the path's own units.
 */

/*
 * A box with sides along x and y.
 */
typedef struct RtPathBounds {
    /* The smallest x. */
    double min_x;
    /* The smallest y. */
    double min_y;
    /* The largest x. */
    double max_x;
    /* The largest y. */
    double max_y;
} RtPathBounds;

/*
 * Where a vertex is.
 */
typedef struct RtVertexPosition {
    /* Where it is. */
    double x;
    /* Where it is. */
    double y;
} RtVertexPosition;

/*
 * The normal of a vertex.
 */
typedef struct RtVertexNormal {
    /* How far the stroke's edge is from its middle in x, in half widths. */
    double x;
    /* How far the stroke's edge is from its middle in y, in half widths. */
    double y;
} RtVertexNormal;

/*
 * A place along a path and the direction the path has there.
 */
typedef struct RtPathPoint {
    /* Where it is. */
    double x;
    /* Where it is. */
    double y;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_x;
    /* The direction, of length 1; zeros where the path has none there. */
    double tangent_y;
} RtPathPoint;

/*
 * The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 */
typedef struct RtTransformMatrix {
    /* What x adds to x'. */
    double m11;
    /* What x adds to y'. */
    double m12;
    /* What y adds to x'. */
    double m21;
    /* What y adds to y'. */
    double m22;
    /* What is added to x'. */
    double tx;
    /* What is added to y'. */
    double ty;
} RtTransformMatrix;

/*
 * A point.
 */
typedef struct RtTransformedPoint {
    /* Where it is. */
    double x;
    /* Where it is. */
    double y;
} RtTransformedPoint;

/*
 * A new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
 * `rt_lyon_path_builder_build`, which frees it too.
 *
 * Returns a path builder; free it with rt_lyon_path_builder_free.
 */
int64_t rt_lyon_path_builder_new(void);

/*
 * Frees a path builder, and what was drawn with it.
 *
 * `builder` is a path builder, freed by this call. On failure: false.
 */
bool rt_lyon_path_builder_free(int64_t builder);

/*
 * Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
 * to 1e30, here and everywhere.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_begin(int64_t builder, double x, double y);

/*
 * A line to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_line_to(int64_t builder, double x, double y);

/*
 * A quadratic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_quadratic_bezier_to(int64_t builder, double ctrl_x, double ctrl_y, double to_x, double to_y);

/*
 * A cubic Bézier curve to a point. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_cubic_bezier_to(int64_t builder, double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y);

/*
 * An arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc.
 * Angles in radians, from the direction of x towards that of y; a negative sweep turns the other way, and
 * one beyond 2π goes round more than once (1,000 times at most). Within 7e-8 of the radius of the true
 * circle. Fails where no subpath is open or the radius is below 0.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_arc_to(int64_t builder, double center_x, double center_y, double radius, double start_angle, double sweep_angle);

/*
 * Closes the open subpath with a line back to its start. Fails where no subpath is open.
 *
 * `builder` is a path builder. On failure: false.
 */
bool rt_lyon_path_builder_close(int64_t builder);

/*
 * Ends the open subpath, unclosed, and makes the path. Frees the builder.
 *
 * `builder` is a path builder, freed by this call. Returns a path; free it with rt_lyon_path_free. On
 * failure: 0.
 */
int64_t rt_lyon_path_builder_build(int64_t builder);

/*
 * Frees a path.
 *
 * `path` is a path, freed by this call. On failure: false.
 */
bool rt_lyon_path_free(int64_t path);

/*
 * The exact extent of the path's lines and curves; control points that the curves do not reach do not
 * count. Fails for a path without points.
 *
 * `path` is a path. On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
 */
RtPathBounds rt_lyon_path_get_bounds(int64_t path);
bool rt_lyon_path_get_bounds_into(int64_t path, RtPathBounds *out);

/*
 * Whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for
 * curves too. A point on the outline itself may be either.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point(int64_t path, double x, double y);

/*
 * The path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate
 * would leave -1e30 to 1e30.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_transform(int64_t path, double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * A rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first.
 * Fails where width or height is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rectangle(double x, double y, double width, double height);

/*
 * A rectangle whose corners are quarter circles. A radius of more than half the width or height counts as
 * that half. Fails where width, height or radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_rounded_rectangle(double x, double y, double width, double height, double radius);

/*
 * A circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
 * Fails where the radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_circle(double center_x, double center_y, double radius);

/*
 * An ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_ellipse(double center_x, double center_y, double radius_x, double radius_y);

/*
 * A closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not
 * looked at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_polygon(const double *points, int64_t points_len, int64_t num_points);

/*
 * A star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`,
 * evenly spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards.
 * Its area is num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is
 * below 0.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_star(double center_x, double center_y, double inner_radius, double outer_radius, int64_t num_points);

/*
 * Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
 * triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
 * relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
 * above 0, or so small that the curves would take more than 1,048,576 lines.
 *
 * `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellate(int64_t path, double tolerance);

/*
 * The same by a fill rule: even-odd 0, non-zero 1.
 *
 * `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellate_with_rule(int64_t path, double tolerance, int64_t fill_rule);

/*
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * `tess` is a fill tessellation, freed by this call. On failure: false.
 */
bool rt_lyon_fill_tessellation_free(int64_t tess);

/*
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_vertices(int64_t tess);

/*
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a fill tessellation. Returns a index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_fill_tessellation_get_indices(int64_t tess);

/*
 * How many vertices there are.
 *
 * `tess` is a fill tessellation. On failure: -1.
 */
int64_t rt_lyon_fill_tessellation_vertex_count(int64_t tess);

/*
 * How many indices there are: 3 for each triangle.
 *
 * `tess` is a fill tessellation. On failure: -1.
 */
int64_t rt_lyon_fill_tessellation_index_count(int64_t tess);

/*
 * Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
 * `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
 * its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
 * triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
 *
 * `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellate(int64_t path, double width, double tolerance);

/*
 * The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
 * "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
 * more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
 *
 * `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellate_with_options(int64_t path, double width, double tolerance, const char *options_json);

/*
 * Frees a tessellation. Buffers got from it stay valid.
 *
 * `tess` is a stroke tessellation, freed by this call. On failure: false.
 */
bool rt_lyon_stroke_tessellation_free(int64_t tess);

/*
 * The vertices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free.
 * On failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_vertices(int64_t tess);

/*
 * The indices, as a buffer of its own to be freed. Nothing is copied.
 *
 * `tess` is a stroke tessellation. Returns a index buffer; free it with rt_lyon_index_buffer_free. On
 * failure: 0.
 */
int64_t rt_lyon_stroke_tessellation_get_indices(int64_t tess);

/*
 * How many vertices there are.
 *
 * `tess` is a stroke tessellation. On failure: -1.
 */
int64_t rt_lyon_stroke_tessellation_vertex_count(int64_t tess);

/*
 * How many indices there are: 3 for each triangle.
 *
 * `tess` is a stroke tessellation. On failure: -1.
 */
int64_t rt_lyon_stroke_tessellation_index_count(int64_t tess);

/*
 * Frees a vertex buffer. The tessellation it came from stays valid.
 *
 * `buffer` is a vertex buffer, freed by this call. On failure: false.
 */
bool rt_lyon_vertex_buffer_free(int64_t buffer);

/*
 * Where a vertex is. Fails where there is no vertex of that index, which counts from 0.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexPosition rt_lyon_vertex_buffer_get_position(int64_t buffer, int64_t index);
bool rt_lyon_vertex_buffer_get_position_into(int64_t buffer, int64_t index, RtVertexPosition *out);

/*
 * The normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
 * a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
 *
 * `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
 */
RtVertexNormal rt_lyon_vertex_buffer_get_normal(int64_t buffer, int64_t index);
bool rt_lyon_vertex_buffer_get_normal_into(int64_t buffer, int64_t index, RtVertexNormal *out);

/*
 * How many vertices there are.
 *
 * `buffer` is a vertex buffer. On failure: -1.
 */
int64_t rt_lyon_vertex_buffer_size(int64_t buffer);

/*
 * All vertices: x, y, normal_x, normal_y for each.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_lyon_vertex_buffer_to_array(int64_t buffer);
bool rt_lyon_vertex_buffer_to_array_into(int64_t buffer, RtF64Array *out);

/*
 * Frees an index buffer. The tessellation it came from stays valid.
 *
 * `buffer` is a index buffer, freed by this call. On failure: false.
 */
bool rt_lyon_index_buffer_free(int64_t buffer);

/*
 * The index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where
 * there is no item of that index.
 *
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_get(int64_t buffer, int64_t index);

/*
 * How many indices there are: 3 for each triangle.
 *
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_size(int64_t buffer);

/*
 * All indices, 3 for each triangle.
 *
 * `buffer` is a index buffer. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_lyon_index_buffer_to_array(int64_t buffer);
bool rt_lyon_index_buffer_to_array_into(int64_t buffer, RtI64Array *out);

/*
 * The transform that changes nothing.
 *
 * Returns a transform; free it with rt_lyon_transform_free.
 */
int64_t rt_lyon_transform_identity(void);

/*
 * A shift by (tx, ty).
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_translate(double tx, double ty);

/*
 * A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
 * (1, 0) towards (0, 1).
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_rotate(double angle);

/*
 * Multiplies x by sx and y by sy; negative factors mirror.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_scale(double sx, double sy);

/*
 * The transform that does t1 first and then t2.
 *
 * `t1` is a transform. `t2` is a transform. Returns a transform; free it with rt_lyon_transform_free.
 * On failure: 0.
 */
int64_t rt_lyon_transform_multiply(int64_t t1, int64_t t2);

/*
 * Frees a transform.
 *
 * `transform` is a transform, freed by this call. On failure: false.
 */
bool rt_lyon_transform_free(int64_t transform);

/*
 * Why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_get_last_error(void);

/*
 * Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
 * milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
 * `rt_lyon_animation_finish`. A file that is there already is replaced.
 *
 * Returns a animation; free it with rt_lyon_animation_finish. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_lyon_animation_new(const char *file, int64_t width, int64_t height, int64_t frames, int64_t frame_ms);

/*
 * Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
 *
 * `animation` is a animation. On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_animation_add_frame(int64_t animation, const uint8_t *pixels, int64_t pixels_len);

/*
 * Completes the file and frees the animation. Fails, and removes the file, where frames are missing.
 *
 * `animation` is a animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_finish(int64_t animation);

/*
 * Frees an animation that is not wanted any more, and removes its file.
 *
 * `animation` is a animation, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_lyon_animation_free(int64_t animation);

/*
 * All vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
 * normal_x, normal_y.
 *
 * `buffer` is a vertex buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_vertex_buffer_bytes(int64_t buffer);
bool rt_lyon_vertex_buffer_bytes_into(int64_t buffer, RtBytes *out);

/*
 * All indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
 *
 * `buffer` is a index buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_index_buffer_bytes(int64_t buffer);
bool rt_lyon_index_buffer_bytes_into(int64_t buffer, RtBytes *out);

/*
 * Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
 * returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
 *
 * `buffer` is a vertex buffer. On failure: -1.
 */
int64_t rt_lyon_vertex_buffer_write(int64_t buffer, uint8_t *out, int64_t out_len);

/*
 * Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
 * writes nothing, where it is smaller than 4 bytes for each index.
 *
 * `buffer` is a index buffer. On failure: -1.
 */
int64_t rt_lyon_index_buffer_write(int64_t buffer, uint8_t *out, int64_t out_len);

/*
 * Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
 *
 * `builder` is a path builder. `path` is a path.
 */
void rt_lyon_path_builder_add_path(int64_t builder, int64_t path);

/*
 * Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
 * left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
 * 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
 * premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
 * the path covers of it. What lies outside the picture is left out.
 *
 * `tess` is a fill tessellation. `transform` is a transform. On failure: false.
 */
bool rt_lyon_fill_tessellation_draw(int64_t tess, int64_t transform, int64_t color, uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
 * overlap, the colour is laid once.
 *
 * `tess` is a stroke tessellation. `transform` is a transform. On failure: false.
 */
bool rt_lyon_stroke_tessellation_draw(int64_t tess, int64_t transform, int64_t color, uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
 * non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
 *
 * `path` is a path. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_path_rasterize(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height);
bool rt_lyon_path_rasterize_into(int64_t path, int64_t fill_rule, int64_t color, int64_t width, int64_t height, RtBytes *out);

/*
 * Whether a point lies in one of the triangles.
 *
 * `tess` is a fill tessellation. On failure: false.
 */
bool rt_lyon_fill_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * True where this build holds the lyon library, as it does where this links.
 */
bool rt_lyon_available(void);

/*
 * Forgets why this thread's last failed lyon call failed.
 */
void rt_lyon_clear_error(void);

/*
 * The version of the wrapped library, the crate `lyon`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_lyon_version(void);

/*
 * The same with a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
 *
 * `path` is a path. `transform` is a transform. Returns a path; free it with rt_lyon_path_free. On
 * failure: 0.
 */
int64_t rt_lyon_path_apply_transform(int64_t path, int64_t transform);

/*
 * Whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_contains_point_with_rule(int64_t path, double x, double y, int64_t fill_rule);

/*
 * The length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
 *
 * `path` is a path. On failure: 0.0.
 */
double rt_lyon_path_length(int64_t path);

/*
 * The point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
 * follow one another; the jump between them takes no length. Fails for a path without length and for a
 * distance beyond its ends.
 *
 * `path` is a path. On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
 */
RtPathPoint rt_lyon_path_point_at(int64_t path, double distance);
bool rt_lyon_path_point_at_into(int64_t path, double distance, RtPathPoint *out);

/*
 * The path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
 * number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of
 * each subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece.
 * Fails for a length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
 *
 * `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_dash(int64_t path, const double *pattern, int64_t pattern_len, double offset);

/*
 * The path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
 * text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
 *
 * Returns a path; free it with rt_lyon_path_free. On failure: 0.
 */
int64_t rt_lyon_path_from_svg(const char *d);

/*
 * The path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
 *
 * `path` is a path. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_lyon_path_to_svg(int64_t path);

/*
 * A picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not premultiplied),
 * row after row from the top.
 *
 * Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_lyon_png_encode(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);
bool rt_lyon_png_encode_into(const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height, RtBytes *out);

/*
 * Writes a picture to a PNG file. A file that is there already is replaced.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_lyon_png_save(const char *file, const uint8_t *pixels, int64_t pixels_len, int64_t width, int64_t height);

/*
 * Whether a point lies in one of the triangles.
 *
 * `tess` is a stroke tessellation. On failure: false.
 */
bool rt_lyon_stroke_tessellation_contains_point(int64_t tess, double x, double y);

/*
 * Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
 * tolerance of a hundredth of the width. For many points, make the tessellation once.
 *
 * `path` is a path. On failure: false.
 */
bool rt_lyon_path_stroke_contains_point(int64_t path, double width, const char *options_json, double x, double y);

/*
 * The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
 *
 * Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_new(double m11, double m12, double m21, double m22, double tx, double ty);

/*
 * The six numbers of a transform.
 *
 * `transform` is a transform. On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
 */
RtTransformMatrix rt_lyon_transform_get(int64_t transform);
bool rt_lyon_transform_get_into(int64_t transform, RtTransformMatrix *out);

/*
 * The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
 *
 * `transform` is a transform. Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
 */
int64_t rt_lyon_transform_inverse(int64_t transform);

/*
 * Where a transform takes a point.
 *
 * `transform` is a transform. On failure: x 0.0, y 0.0.
 */
RtTransformedPoint rt_lyon_transform_apply(int64_t transform, double x, double y);
bool rt_lyon_transform_apply_into(int64_t transform, double x, double y, RtTransformedPoint *out);

/* ---- rapier2d ---------------------------------------------------------------------------- */

/*
 * Rigid body physics in two dimensions.
 *
 * Lengths are metres, angles radians (counter-clockwise, with y up), masses kilograms, times seconds. A
 * world holds bodies; colliders give bodies their shape and mass; joints tie two bodies together. Handles
 * belong to one world: a call that mixes worlds fails, and freeing a world makes all its bodies, colliders
 * and joints stale at once. Calls from several threads into one world take turns, and wait while it steps;
 * different worlds do not wait for each other.
 *
 * Numbers are double precision inside too (the build `rapier2d-f64` of the crate `rapier2d`). Measured on
 * a pile of 1,000 bodies, a step takes 0.86 ms against 0.63 ms in single precision, 1.36 times as long.
 * For that, what a host sets it reads back exactly; ten seconds of free fall end 2e-12 m from the scheme's
 * exact sum rather than 1.9 mm; and a body that creeps at 0.1 m/s still moves ten kilometres from the
 * origin, where single precision loses every step of it.
 *
 * The same calls in the same order give the same numbers, bit for bit, on one machine. Queries never change
 * how a simulation goes on.
 *
 * Numbers must be finite and no larger than 1e15; sizes and masses no smaller than 1e-15.
 */

/*
 * Where a body is.
 */
typedef struct RtBodyPosition {
    /* Metres along x. */
    double x;
    /* Metres along y. */
    double y;
    /* Radians counter-clockwise, above −π and up to π. */
    double rotation;
} RtBodyPosition;

/*
 * How fast a body moves.
 */
typedef struct RtBodyVelocity {
    /* Metres per second along x, of its centre of mass. */
    double vx;
    /* Metres per second along y. */
    double vy;
    /* Radians per second, counter-clockwise. */
    double angular;
} RtBodyVelocity;

/*
 * A point where two colliders touch.
 */
typedef struct RtContact {
    /* The one collider. */
    int64_t collider1;
    /* The other. */
    int64_t collider2;
    /* Where they touch: the middle between the two surfaces, in metres. */
    double point_x;
    /* The same along y. */
    double point_y;
    /* The unit vector that points from the one collider to the other. */
    double normal_x;
    /* The same along y. */
    double normal_y;
    /* How deep they are in each other, in metres; 0 where they just touch. */
    double penetration;
} RtContact;

/*
 * What a ray hits.
 */
typedef struct RtRayHit {
    /* True where it hits something. */
    bool hit;
    /* The collider that it hits first, 0 where it hits none. */
    int64_t collider;
    /* How far that is, in metres along the ray. */
    double distance;
} RtRayHit;

/*
 * A vector, or a point.
 */
typedef struct RtPhysicsVector {
    /* Along x. */
    double x;
    /* Along y. */
    double y;
} RtPhysicsVector;

/*
 * Two colliders that started or stopped touching.
 */
typedef struct RtCollisionEvent {
    /* The one collider. To be freed is to stop touching: its handle is stale then, and 0 where that was before */
    /* the snapshot that this world was restored from. */
    int64_t collider1;
    /* The other. */
    int64_t collider2;
    /* True where they started touching, false where they stopped. */
    bool started;
    /* True where one of them is a sensor. */
    bool sensor;
} RtCollisionEvent;

/*
 * What a ray or a moving shape hits, and where.
 */
typedef struct RtCastHit {
    /* True where it hits something. */
    bool hit;
    /* The collider that it hits first, 0 where it hits none. */
    int64_t collider;
    /* How far it goes until then, in metres. */
    double distance;
    /* Where on the collider's surface it hits. */
    double x;
    /* The same along y. */
    double y;
    /* The surface's outward unit normal there; 0, 0 where it begins inside. */
    double normal_x;
    /* The same along y. */
    double normal_y;
} RtCastHit;

/*
 * The collider closest to a point.
 */
typedef struct RtNearestCollider {
    /* True where one is near enough. */
    bool found;
    /* The collider, 0 for none. */
    int64_t collider;
    /* How far it is in metres, 0 from inside. */
    double distance;
    /* Its point that is closest; the point itself from inside. */
    double x;
    /* The same along y. */
    double y;
    /* True where the point is inside. */
    bool inside;
} RtNearestCollider;

/*
 * An empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
 *
 * Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
 */
int64_t rt_rapier2d_world_new(double gravity_x, double gravity_y);

/*
 * Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
 * step that another thread has under way. Contacts and events that were taken from it live on.
 *
 * `world` is a world, freed by this call. On failure: false.
 */
bool rt_rapier2d_world_free(int64_t world);

/*
 * Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
 * best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
 * (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_step(int64_t world, double dt);

/*
 * Changes the gravity, in m/s², and wakes every body.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_gravity(int64_t world, double x, double y);

/*
 * A dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
 * `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_dynamic(int64_t world, double x, double y, double rotation);

/*
 * A static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_static(int64_t world, double x, double y, double rotation);

/*
 * A kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends
 * it, pushes dynamic bodies, and is pushed by none. The world owns it.
 *
 * `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
 */
int64_t rt_rapier2d_body_new_kinematic(int64_t world, double x, double y, double rotation);

/*
 * Frees the body with its colliders and joints, whose handles are stale at once.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_free(int64_t world, int64_t handle);

/*
 * Where the body is now.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_body_get_position(int64_t world, int64_t handle);
bool rt_rapier2d_body_get_position_into(int64_t world, int64_t handle, RtBodyPosition *out);

/*
 * Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
 * stays. Queries see it there from now on.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_position(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * How fast the body moves.
 *
 * `world` is a world. `handle` is a body. On failure: vx 0.0, vy 0.0, angular 0.0.
 */
RtBodyVelocity rt_rapier2d_body_get_velocity(int64_t world, int64_t handle);
bool rt_rapier2d_body_get_velocity_into(int64_t world, int64_t handle, RtBodyVelocity *out);

/*
 * Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
 * another.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_velocity(int64_t world, int64_t handle, double vx, double vy, double angular);

/*
 * Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
 * again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
 * woken by it does not move.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_force(int64_t world, int64_t handle, double fx, double fy, bool wake_up);

/*
 * Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_impulse(int64_t world, int64_t handle, double ix, double iy, bool wake_up);

/*
 * Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
 * without colliders has no moment of inertia and does not turn.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_torque(int64_t world, int64_t handle, double torque, bool wake_up);

/*
 * Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
 * that of its colliders, scaled to this mass.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_mass(int64_t world, int64_t handle, double mass);

/*
 * What the body weighs in kilograms: what it was given, else the sum of its colliders.
 *
 * `world` is a world. `handle` is a body. On failure: 0.0.
 */
double rt_rapier2d_body_get_mass(int64_t world, int64_t handle);

/*
 * How fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in
 * a new body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_linear_damping(int64_t world, int64_t handle, double damping);

/*
 * How fast the body's spin fades, per second, as with linear damping. 0 in a new body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_angular_damping(int64_t world, int64_t handle, double damping);

/*
 * True where the body rests and is left out of the simulation until something wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_is_sleeping(int64_t world, int64_t handle);

/*
 * Wakes the body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_wake_up(int64_t world, int64_t handle);

/*
 * A circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no
 * offset, is solid, and belongs to and meets all groups.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_circle(int64_t world, int64_t body, double radius);

/*
 * A box of twice these sizes about the body's origin.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_box(int64_t world, int64_t body, double half_width, double half_height);

/*
 * A capsule about the body's origin: all points no farther than `radius` from the segment that goes from
 * `half_height` below to `half_height` above it, along the body's y axis.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_capsule(int64_t world, int64_t body, double half_height, double radius);

/*
 * A polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least
 * 3 points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is;
 * another, of up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all
 * the same.
 *
 * `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_new_polygon(int64_t world, int64_t body, const double *vertices, int64_t vertices_len);

/*
 * Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_free(int64_t world, int64_t handle);

/*
 * Moves and turns the collider relative to its body.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_offset(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * How much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of
 * theirs. What lands flat on two corners at once comes back slower, a box to three quarters of the height:
 * the solver works through the corners one after the other.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_restitution(int64_t world, int64_t handle, double coef);

/*
 * The coefficient of friction. Two colliders that meet use the average of theirs.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_friction(int64_t world, int64_t handle, double coef);

/*
 * The density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_density(int64_t world, int64_t handle, double density);

/*
 * A sensor feels what touches it (`rt_rapier2d_world_intersection_test`, collision events) without stopping
 * it: it makes no contacts, and rays pass through. It still weighs what its density says.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_sensor(int64_t world, int64_t handle, bool is_sensor);

/*
 * The touching points after the last step, at the places where the colliders are now, as an object that
 * the caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
 *
 * `world` is a world. Returns a contacts; free it with rt_rapier2d_contacts_free. On failure: 0.
 */
int64_t rt_rapier2d_world_get_contacts(int64_t world);

/*
 * How many touching points there are.
 *
 * `contacts` is a contacts. On failure: -1.
 */
int64_t rt_rapier2d_contacts_count(int64_t contacts);

/*
 * The touching point at `index`.
 *
 * `contacts` is a contacts. On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x
 * 0.0, normal_y 0.0, penetration 0.0.
 */
RtContact rt_rapier2d_contacts_get(int64_t contacts, int64_t index);
bool rt_rapier2d_contacts_get_into(int64_t contacts, int64_t index, RtContact *out);

/*
 * Frees the contacts.
 *
 * `contacts` is a contacts, freed by this call. On failure: false.
 */
bool rt_rapier2d_contacts_free(int64_t contacts);

/*
 * True where the two colliders overlap or touch as they are now, whatever their groups and whether or not
 * they are sensors.
 *
 * `world` is a world. `collider1` is a collider. `collider2` is a collider. On failure: false.
 */
bool rt_rapier2d_world_intersection_test(int64_t world, int64_t collider1, int64_t collider2);

/*
 * The first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres,
 * which may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit
 * nothing is no failure.
 *
 * `world` is a world. On failure: hit false, collider 0, distance 0.0.
 */
RtRayHit rt_rapier2d_world_cast_ray(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist);
bool rt_rapier2d_world_cast_ray_into(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, RtRayHit *out);

/*
 * Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
 * massless rod. Bodies that a joint ties still collide with each other; see
 * `rt_rapier2d_joint_set_contacts`. The world owns the joint.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_distance(int64_t world, int64_t body1, int64_t body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance);

/*
 * A hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows
 * as `body2` turns counter-clockwise.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_revolute(int64_t world, int64_t body1, int64_t body2, double anchor_x, double anchor_y);

/*
 * Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
 * Its position is 0 m as they are now and grows along the axis.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_prismatic(int64_t world, int64_t body1, int64_t body2, double axis_x, double axis_y);

/*
 * Keeps two bodies as they are now relative to each other.
 *
 * `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
 * rt_rapier2d_joint_free. On failure: 0.
 */
int64_t rt_rapier2d_joint_fixed(int64_t world, int64_t body1, int64_t body2);

/*
 * Frees the joint; its bodies go on without it, awake.
 *
 * `world` is a world. `handle` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_free(int64_t world, int64_t handle);

/*
 * Keeps a revolute joint's angle (radians, less than a full turn apart) or a prismatic joint's position
 * (metres) from `min` to `max`.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_limits(int64_t world, int64_t joint, double min, double max);

/*
 * Drives a revolute joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
 * or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_motor(int64_t world, int64_t joint, double target_vel, double max_force);

/*
 * How many bodies the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_body_count(int64_t world);

/*
 * How many colliders the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_collider_count(int64_t world);

/*
 * How many joints the world has.
 *
 * `world` is a world. On failure: -1.
 */
int64_t rt_rapier2d_world_joint_count(int64_t world);

/*
 * Why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_rapier2d_get_last_error(void);

/*
 * What moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
 *
 * `world` is a world. `handle` is a body. On failure: -1.
 */
int64_t rt_rapier2d_body_get_type(int64_t world, int64_t handle);

/*
 * Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_type(int64_t world, int64_t handle, int64_t body_type);

/*
 * Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
 * itself with a body whose numbers have grown beyond all bounds.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_enabled(int64_t world, int64_t handle, bool enabled);

/*
 * True where the body is in the simulation.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_is_enabled(int64_t world, int64_t handle);

/*
 * Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
 * that takes, and then it stands still.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_move_to(int64_t world, int64_t handle, double x, double y, double rotation);

/*
 * Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_force_at(int64_t world, int64_t handle, double fx, double fy, double x, double y, bool wake_up);

/*
 * Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
 * world.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_impulse_at(int64_t world, int64_t handle, double ix, double iy, double x, double y, bool wake_up);

/*
 * Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_apply_angular_impulse(int64_t world, int64_t handle, double impulse, bool wake_up);

/*
 * The body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
 *
 * `world` is a world. `handle` is a body. On failure: 0.0.
 */
double rt_rapier2d_body_get_inertia(int64_t world, int64_t handle);

/*
 * The body's centre of mass, as a point of the world.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0.
 */
RtPhysicsVector rt_rapier2d_body_get_center_of_mass(int64_t world, int64_t handle);
bool rt_rapier2d_body_get_center_of_mass_into(int64_t world, int64_t handle, RtPhysicsVector *out);

/*
 * Where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
 *
 * `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_body_predict_position(int64_t world, int64_t handle, double dt);
bool rt_rapier2d_body_predict_position_into(int64_t world, int64_t handle, double dt, RtBodyPosition *out);

/*
 * Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_gravity_scale(int64_t world, int64_t handle, double scale);

/*
 * Keeps the body from turning, or lets it turn again.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_lock_rotation(int64_t world, int64_t handle, bool locked);

/*
 * Whether the body falls asleep when it rests, as a new one does.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_can_sleep(int64_t world, int64_t handle, bool can_sleep);

/*
 * Full continuous collision detection for a fast dynamic body: it cannot pass through moving bodies
 * between two steps either. Static colliders stop every fast body as it is.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_ccd(int64_t world, int64_t handle, bool enabled);

/*
 * Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
 * so that continuous collision detection stays exact.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_fast_rotation(int64_t world, int64_t handle, bool allowed);

/*
 * A number of the host's own, kept with the body and in snapshots; 0 in a new body.
 *
 * `world` is a world. `handle` is a body. On failure: false.
 */
bool rt_rapier2d_body_set_user_data(int64_t world, int64_t handle, int64_t user_data);

/*
 * The number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
 *
 * `world` is a world. `handle` is a body. On failure: 0.
 */
int64_t rt_rapier2d_body_get_user_data(int64_t world, int64_t handle);

/*
 * The handles of the body's colliders.
 *
 * `world` is a world. `handle` is a body. Release what it returns with rt_i64_array_free. On failure:
 * an empty array.
 */
RtI64Array rt_rapier2d_body_get_colliders(int64_t world, int64_t handle);
bool rt_rapier2d_body_get_colliders_into(int64_t world, int64_t handle, RtI64Array *out);

/*
 * The handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
 * restored world has the same.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_bodies(int64_t world);
bool rt_rapier2d_world_get_bodies_into(int64_t world, RtI64Array *out);

/*
 * The handles of all colliders, in an order that a restored world shares.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_colliders(int64_t world);
bool rt_rapier2d_world_get_colliders_into(int64_t world, RtI64Array *out);

/*
 * The handles of all joints, in an order that a restored world shares.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_get_joints(int64_t world);
bool rt_rapier2d_world_get_joints_into(int64_t world, RtI64Array *out);

/*
 * Where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_transforms(int64_t world);
bool rt_rapier2d_world_get_transforms_into(int64_t world, RtF64Array *out);

/*
 * How fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_rapier2d_world_get_velocities(int64_t world);
bool rt_rapier2d_world_get_velocities_into(int64_t world, RtF64Array *out);

/*
 * Where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation,
 * 16 bytes each, in the order of `rt_rapier2d_world_get_bodies`.
 *
 * `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_world_get_transform_bytes(int64_t world);
bool rt_rapier2d_world_get_transform_bytes_into(int64_t world, RtBytes *out);

/*
 * Which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it
 * meets, 32 of them, a bit each. Two colliders meet where each one's filter has a group of the other.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_groups(int64_t world, int64_t handle, int64_t memberships, int64_t filter);

/*
 * Where the collider is in the world.
 *
 * `world` is a world. `handle` is a collider. On failure: x 0.0, y 0.0, rotation 0.0.
 */
RtBodyPosition rt_rapier2d_collider_get_position(int64_t world, int64_t handle);
bool rt_rapier2d_collider_get_position_into(int64_t world, int64_t handle, RtBodyPosition *out);

/*
 * The handle of the body that the collider belongs to.
 *
 * `world` is a world. `handle` is a collider. Returns a body; free it with rt_rapier2d_body_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_collider_get_body(int64_t world, int64_t handle);

/*
 * A number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
 *
 * `world` is a world. `handle` is a collider. On failure: false.
 */
bool rt_rapier2d_collider_set_user_data(int64_t world, int64_t handle, int64_t user_data);

/*
 * The number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
 *
 * `world` is a world. `handle` is a collider. On failure: 0.
 */
int64_t rt_rapier2d_collider_get_user_data(int64_t world, int64_t handle);

/*
 * All touching points at once: point x, y, normal x, y and penetration of each.
 *
 * `contacts` is a contacts. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_rapier2d_contacts_values(int64_t contacts);
bool rt_rapier2d_contacts_values_into(int64_t contacts, RtF64Array *out);

/*
 * The two colliders of each touching point, in the same order.
 *
 * `contacts` is a contacts. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_rapier2d_contacts_colliders(int64_t contacts);
bool rt_rapier2d_contacts_colliders_into(int64_t contacts, RtI64Array *out);

/*
 * All touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
 *
 * `contacts` is a contacts. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_contacts_bytes(int64_t contacts);
bool rt_rapier2d_contacts_bytes_into(int64_t contacts, RtBytes *out);

/*
 * What started and stopped touching during the last step, sensors included: an object that the caller
 * frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
 * that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
 * two colliders is a sensor; two static bodies make none at all.
 *
 * `world` is a world. Returns a collision events; free it with rt_rapier2d_collision_events_free. On
 * failure: 0.
 */
int64_t rt_rapier2d_world_get_collision_events(int64_t world);

/*
 * How many events there are.
 *
 * `events` is a collision events. On failure: -1.
 */
int64_t rt_rapier2d_collision_events_count(int64_t events);

/*
 * The event at `index`, in the order they happened.
 *
 * `events` is a collision events. On failure: collider1 0, collider2 0, started false, sensor false.
 */
RtCollisionEvent rt_rapier2d_collision_events_get(int64_t events, int64_t index);
bool rt_rapier2d_collision_events_get_into(int64_t events, int64_t index, RtCollisionEvent *out);

/*
 * Frees the events.
 *
 * `events` is a collision events, freed by this call. On failure: false.
 */
bool rt_rapier2d_collision_events_free(int64_t events);

/*
 * Whether the two bodies of the joint collide with each other, as they do at first.
 *
 * `world` is a world. `joint` is a joint. On failure: false.
 */
bool rt_rapier2d_joint_set_contacts(int64_t world, int64_t joint, bool enabled);

/*
 * Where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's
 * position in metres, a distance joint's length.
 *
 * `world` is a world. `joint` is a joint. On failure: 0.0.
 */
double rt_rapier2d_joint_get_position(int64_t world, int64_t joint);

/*
 * True where this build holds the rapier2d library, as it does where this links.
 */
bool rt_rapier2d_available(void);

/*
 * Forgets why this thread's last failed rapier2d call failed.
 */
void rt_rapier2d_clear_error(void);

/*
 * The version of the wrapped library, the crate `rapier2d-f64`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_rapier2d_version(void);

/*
 * A ray as in `rt_rapier2d_world_cast_ray` that also says where it hits, and is choosy: it hits what the
 * groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and
 * no collider of `exclude_body`, which may be 0.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_ray_filtered(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);
bool rt_rapier2d_world_cast_ray_filtered_into(int64_t world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);

/*
 * The first collider that a circle touches on its way from a point along a direction, choosy as in
 * `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes.
 *
 * `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
 * 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
 */
RtCastHit rt_rapier2d_world_cast_circle(int64_t world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body);
bool rt_rapier2d_world_cast_circle_into(int64_t world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, int64_t memberships, int64_t filter, bool sensors, int64_t exclude_body, RtCastHit *out);

/*
 * The colliders that a point is in, sensors too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_point(int64_t world, double x, double y);
bool rt_rapier2d_world_query_point_into(int64_t world, double x, double y, RtI64Array *out);

/*
 * The collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
 *
 * `world` is a world. On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
 */
RtNearestCollider rt_rapier2d_world_query_nearest(int64_t world, double x, double y, double max_dist);
bool rt_rapier2d_world_query_nearest_into(int64_t world, double x, double y, double max_dist, RtNearestCollider *out);

/*
 * The colliders that overlap or touch a circle, sensors too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_circle(int64_t world, double x, double y, double radius);
bool rt_rapier2d_world_query_circle_into(int64_t world, double x, double y, double radius, RtI64Array *out);

/*
 * The colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`;
 * sensors too.
 *
 * `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_rapier2d_world_query_box(int64_t world, double x, double y, double half_width, double half_height, double rotation);
bool rt_rapier2d_world_query_box_into(int64_t world, double x, double y, double half_width, double half_height, double rotation, RtI64Array *out);

/*
 * The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
 * from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
 * machine of the same kind.
 *
 * `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_rapier2d_world_snapshot(int64_t world);
bool rt_rapier2d_world_snapshot_into(int64_t world, RtBytes *out);

/*
 * A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
 * order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
 * purpose are not recognised, so restore only what you wrote.
 *
 * Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
 */
int64_t rt_rapier2d_world_restore(const uint8_t *snapshot, int64_t snapshot_len);

/*
 * The gravity in m/s².
 *
 * `world` is a world. On failure: x 0.0, y 0.0.
 */
RtPhysicsVector rt_rapier2d_world_get_gravity(int64_t world);
bool rt_rapier2d_world_get_gravity_into(int64_t world, RtPhysicsVector *out);

/*
 * How often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is
 * stiffer and slower.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_iterations(int64_t world, int64_t iterations);

/*
 * The speed in m/s that no body exceeds, 400 in a new world: it keeps a scene that bursts apart in reach of
 * continuous collision detection. Infinity for none.
 *
 * `world` is a world. On failure: false.
 */
bool rt_rapier2d_world_set_max_speed(int64_t world, double speed);

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
