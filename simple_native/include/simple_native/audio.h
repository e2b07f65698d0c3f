/*
 * Sound: WAV, AIFF, AU, CAF, MP1 to MP3, Vorbis, FLAC, AAC (LC), ALAC, and these in Ogg, MP4 and Matroska, decoded by
 * symphonia, Opus by libopus; mixed here, played on the system's device by rodio.
 *
 * An engine mixes for one device, or offline, for whoever calls rt_audio_render. A source is a sound, decoded and kept
 * in memory; a playback is one sounding of a source, of a mixer's sources or of music, which is a file that is decoded
 * while it plays; a bus is what playbacks go into that are heard together. Samples are floats, full scale from -1 to 1, frames interleaved by channel; volumes are factors of
 * amplitude, times are seconds unless a name ends in _ms, rates are frames a second. What a call changes is heard
 * from the next block on, and what would click is faded over 5 ms.
 *
 * Positions are in a right-handed space of metres: at the first the listener looks along -z, with y up.
 */
#ifndef SIMPLE_NATIVE_AUDIO_H
#define SIMPLE_NATIVE_AUDIO_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * How a sound falls off with its distance d from the listener, which counts from the reference distance on and up to
 * the greatest: the clamped formulas of OpenAL 1.1, section 3.4.
 */
enum SnDistanceModel {
    /* Everything is as loud as it is. */
    SN_DISTANCE_MODEL_CONSTANT = 0,
    /* reference / (reference + rolloff · (d − reference)). */
    SN_DISTANCE_MODEL_INVERSE = 1,
    /* 1 − rolloff · (d − reference) / (greatest − reference), and never below 0. */
    SN_DISTANCE_MODEL_LINEAR = 2,
    /* (d / reference) to the power of −rolloff. */
    SN_DISTANCE_MODEL_EXPONENTIAL = 3
};

/*
 * What a filter does.
 */
enum SnFilterKind {
    /* Lets what is below its frequency pass; 12 dB an octave. */
    SN_FILTER_KIND_LOW_PASS = 0,
    /* Lets what is above its frequency pass; 12 dB an octave. */
    SN_FILTER_KIND_HIGH_PASS = 1,
    /* Lets what is around its frequency pass, there as loud as it was. */
    SN_FILTER_KIND_BAND_PASS = 2,
    /* Takes away what is around its frequency. */
    SN_FILTER_KIND_NOTCH = 3,
    /* Raises or lowers what is around its frequency by its gain. */
    SN_FILTER_KIND_PEAK = 4,
    /* Raises or lowers what is below its frequency by its gain. */
    SN_FILTER_KIND_LOW_SHELF = 5,
    /* Raises or lowers what is above its frequency by its gain. */
    SN_FILTER_KIND_HIGH_SHELF = 6,
    /* Turns phases about its frequency alone. */
    SN_FILTER_KIND_ALL_PASS = 7
};

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
 * Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_audio_init(void);

/*
 * Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
 * playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
 *
 * `engine` is an audio engine, freed by this call. On failure: false. May wait; blocks its own thread
 * only.
 */
bool rt_audio_shutdown(int64_t engine);

/*
 * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
 * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_master_volume(int64_t engine, double volume);

/*
 * Returns the gain over everything that `engine` plays, from 0 to 1.
 *
 * `engine` is an audio engine. On failure: 0.0.
 */
double rt_audio_get_master_volume(int64_t engine);

/*
 * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_pause_all(int64_t engine);

/*
 * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_resume_all(int64_t engine);

/*
 * Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
 * found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
 * gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
 * has. What is not sound (tags, pictures, comments, however damaged) never decides whether there is sound, and a
 * stated length never ends it. Where a file changes its rate or its channels on the way, as a chained Ogg file
 * may, it goes on in those that it began with. A sound of up to 10 seconds with another rate than the engine's is brought
 * to that here, once, which takes memory for it besides: what is played has then, to 18 kHz, less than −90 dB of what was
 * not in it, and nothing above −60 dB is folded back. Longer sounds, loops and music are brought over while they play, at
 * the same quality where the two rates have a small ratio, as usual ones do, and the speed is 1: that takes some forty
 * times as long as mixing what has the engine's rate. At other speeds a shorter filter does it (−80 dB, from 3.5 kHz
 * around half of the lower rate on). 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
 * per sample: play that as music. Release the source with `rt_audio_source_free`.
 *
 * `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_load_from_file(int64_t engine, const char *path);

/*
 * Loads a sound as `rt_audio_load_from_file` does, from the bytes of a whole sound file, which are not needed
 * afterwards.
 *
 * `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_load_from_memory(int64_t engine, const uint8_t *data, int64_t data_len);

/*
 * Frees a source. What plays it goes on to its end.
 *
 * `source` is an audio source, freed by this call. On failure: false.
 */
bool rt_audio_source_free(int64_t source);

/*
 * Returns the length of a source in seconds, at its own speed.
 *
 * `source` is an audio source. On failure: 0.0.
 */
double rt_audio_source_duration(int64_t source);

/*
 * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
 * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
 *
 * `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
 * rt_audio_playback_stop. On failure: 0.
 */
int64_t rt_audio_play_sound(int64_t engine, int64_t source);

/*
 * Plays a source as `rt_audio_play_sound` does, from the first sample at this volume: a linear gain of 0 and more.
 *
 * `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
 * rt_audio_playback_stop. On failure: 0.
 */
int64_t rt_audio_play_sound_with_volume(int64_t engine, int64_t source, double volume);

/*
 * Plays a source again and again, without a gap, until it is stopped.
 *
 * `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
 * rt_audio_playback_stop. On failure: 0.
 */
int64_t rt_audio_play_sound_looped(int64_t engine, int64_t source);

/*
 * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
 * The playback is the caller's, to be released with `rt_audio_stop_music`.
 *
 * `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music(int64_t engine, const char *path);

/*
 * Plays music again and again, without a gap, until it is stopped.
 *
 * `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music_looped(int64_t engine, const char *path);

/*
 * Stops a playback and frees its handle. The same as `rt_audio_playback_stop`.
 *
 * `handle` is an audio playback, freed by this call. On failure: false.
 */
bool rt_audio_stop_music(int64_t handle);

/*
 * Stops a playback from the next buffer on, wherever it is, and frees its handle. It falls silent within 5 ms,
 * without a click.
 *
 * `handle` is an audio playback, freed by this call. On failure: false.
 */
bool rt_audio_playback_stop(int64_t handle);

/*
 * Halts a playback from the next buffer on: it falls silent within 5 ms, without a click, and keeps its place
 * there. Fades and effects halt with it. One that was not heard yet begins with its first sample when it goes on.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_pause(int64_t handle);

/*
 * Goes on with a playback that was paused.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_resume(int64_t handle);

/*
 * Tells whether a playback is heard or about to be: it has not ended, is not paused, and neither is its bus or its engine. The
 * tail of an effect counts.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_is_playing(int64_t handle);

/*
 * Tells whether a playback has not ended and is paused, by itself, with its bus or with all others.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_is_paused(int64_t handle);

/*
 * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
 * before the first sample it is immediate.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_volume(int64_t handle, double volume);

/*
 * Returns the gain that was set, whatever a fade makes of it.
 *
 * `handle` is an audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_volume(int64_t handle);

/*
 * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_speed(int64_t handle, double speed);

/*
 * Returns the speed that was set.
 *
 * `handle` is an audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_speed(int64_t handle);

/*
 * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
 * its distance d from the listener, with 1 / max(d, 1) where `rt_audio_set_distance_model` says nothing else, and panned
 * by its direction with constant power:
 * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
 * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
 *
 * `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
 * rt_audio_playback_stop. On failure: 0.
 */
int64_t rt_audio_play_sound_spatial(int64_t engine, int64_t source, double x, double y, double z);

/*
 * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
 * no position has one from now on.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_position(int64_t handle, double x, double y, double z);

/*
 * Returns where a playback is. A playback without a position fails.
 *
 * `handle` is an audio playback. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_playback_get_position(int64_t handle);

/*
 * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_listener_position(int64_t engine, double x, double y, double z);

/*
 * Returns where the listener is.
 *
 * `engine` is an audio engine. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_get_listener_position(int64_t engine);

/*
 * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
 * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
 * and parallel directions are refused.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_listener_orientation(int64_t engine, double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z);

/*
 * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
 * silence, or from where a fade-out under way has come to. One that is heard at another level comes to that line
 * within 5 ms, without a click.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_fade_in(int64_t handle, int64_t duration_ms);

/*
 * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
 * ended. 0 takes 5 ms, without a click, where it is heard. Its handle stays valid until it is stopped.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_fade_out(int64_t handle, int64_t duration_ms);

/*
 * Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
 * 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
 * tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
 * Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_reverb(int64_t handle, double room_size, double damping);

/*
 * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
 * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound. Another
 * decay keeps what is under way; another delay begins anew once the echo before it has fallen silent, within 5 ms.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_delay(int64_t handle, int64_t delay_ms, double decay);

/*
 * Makes a mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
 * `rt_audio_mixer_free`.
 *
 * `engine` is an audio engine. Returns an audio mixer; free it with rt_audio_mixer_free. On failure:
 * 0.
 */
int64_t rt_audio_mixer_create(int64_t engine);

/*
 * Frees a mixer. What it started plays on.
 *
 * `mixer` is an audio mixer, freed by this call. On failure: false.
 */
bool rt_audio_mixer_free(int64_t mixer);

/*
 * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
 * sounds twice.
 *
 * `mixer` is an audio mixer. `source` is an audio source. On failure: false.
 */
bool rt_audio_mixer_add_source(int64_t mixer, int64_t source);

/*
 * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
 * 10 ms, without a click.
 *
 * `mixer` is an audio mixer. On failure: false.
 */
bool rt_audio_mixer_set_volume(int64_t mixer, double volume);

/*
 * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
 * playback has its own volume besides the mixer's. A mixer without sources fails.
 *
 * `mixer` is an audio mixer. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0.
 */
int64_t rt_audio_mixer_play(int64_t mixer);

/*
 * Frames per second of a source, as its file has them.
 *
 * `source` is an audio source. On failure: -1.
 */
int64_t rt_audio_source_get_sample_rate(int64_t source);

/*
 * Samples per frame of a source: 1 for mono, 2 for stereo.
 *
 * `source` is an audio source. On failure: -1.
 */
int64_t rt_audio_source_get_channels(int64_t source);

/*
 * Returns the formats that can be decoded, by their usual file name extension.
 *
 * Release what it returns with rt_text_array_free.
 */
RtTextArray rt_audio_get_supported_formats(void);

/*
 * Returns why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_audio_get_last_error(void);

/*
 * Makes a bus: playbacks go into it (the option `bus`, or `rt_audio_playback_set_bus`) and are heard together, with a
 * volume, pauses, effects and a meter of its own: for music, for speech, for a game's effects. It goes into all that
 * `engine` plays. An engine has up to 256. Release it with `rt_audio_bus_free`.
 *
 * `engine` is an audio engine. Returns an audio bus; free it with rt_audio_bus_free. On failure: 0.
 */
int64_t rt_audio_bus_create(int64_t engine);

/*
 * Makes a bus that goes into another one.
 *
 * `bus` is an audio bus. Returns an audio bus; free it with rt_audio_bus_free. On failure: 0.
 */
int64_t rt_audio_bus_create_inside(int64_t bus);

/*
 * Frees a bus. What plays in it, and the buses that go into it, are heard as before; once there are none, it is gone.
 *
 * `bus` is an audio bus, freed by this call. On failure: false.
 */
bool rt_audio_bus_free(int64_t bus);

/*
 * Lets a playback go into a bus from the next buffer on: within 5 ms, without a click.
 *
 * `handle` is an audio playback. `bus` is an audio bus. On failure: false.
 */
bool rt_audio_playback_set_bus(int64_t handle, int64_t bus);

/*
 * Lets a playback go into no bus but into all that its engine plays, from the next buffer on: within 5 ms, without a
 * click.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_clear_bus(int64_t handle);

/*
 * Sets a bus's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click; where nothing is
 * heard of it, it is immediate.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_volume(int64_t bus, double volume);

/*
 * Returns a bus's gain.
 *
 * `bus` is an audio bus. On failure: 0.0.
 */
double rt_audio_bus_get_volume(int64_t bus);

/*
 * Halts what goes into a bus, until `rt_audio_bus_resume`: it falls silent within 5 ms, without a click, and keeps its
 * place there; the bus's effects halt with it. What is started meanwhile waits too.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_pause(int64_t bus);

/*
 * Ends what `rt_audio_bus_pause` began. What was paused by itself stays paused.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_resume(int64_t bus);

/*
 * Tells whether a bus is paused, or one that it goes into.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_is_paused(int64_t bus);

/*
 * Puts a filter into one of a bus's eight slots, as `rt_audio_playback_set_filter` does for a playback: they come first,
 * then the echo, the room, the volume and the compressor.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_filter(int64_t bus, int64_t slot, int64_t kind, double frequency, double q, double gain_db);

/*
 * Takes the filter out of a slot of a bus, 0 to 7.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_clear_filter(int64_t bus, int64_t slot);

/*
 * Gives a bus an echo, as `rt_audio_playback_set_delay` does for a playback.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_delay(int64_t bus, int64_t delay_ms, double decay);

/*
 * Puts a bus into a room, as `rt_audio_playback_set_reverb` does for a playback.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_reverb(int64_t bus, double room_size, double damping);

/*
 * Takes a bus's echo, room and filters away, their tails included, within 5 ms and without a click.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_clear_effects(int64_t bus);

/*
 * Compresses what goes through a bus, behind its volume, as `rt_audio_set_compressor` does for everything.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_compressor(int64_t bus, double threshold_db, double ratio, double attack_ms, double release_ms, double makeup_db);

/*
 * Limits what goes through a bus, behind its volume, as `rt_audio_set_limiter` does for everything.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_set_limiter(int64_t bus, double ceiling_db, double release_ms);

/*
 * Takes a bus's compressor or limiter away; what it holds down comes up again within 20 ms.
 *
 * `bus` is an audio bus. On failure: false.
 */
bool rt_audio_bus_clear_compressor(int64_t bus);

/*
 * Returns by what a bus's compressor or limiter multiplies the sound at the moment: 1 where it leaves it as it is.
 *
 * `bus` is an audio bus. On failure: 0.0.
 */
double rt_audio_bus_get_compression(int64_t bus);

/*
 * Gives how loud everything was that came through a bus since this was last called, as `rt_audio_take_levels` does for
 * the whole mix: before what the engine does to it.
 *
 * `bus` is an audio bus. Release what it returns with rt_f64_array_free. On failure: an empty array.
 */
RtF64Array rt_audio_bus_take_levels(int64_t bus);

/*
 * Lists the system's audio inputs, each as JSON, as `rt_audio_get_outputs` does the outputs: its `id`, for
 * `rt_audio_capture_start`, its `name`, for people, and whether it `is_default`. Empty, with a last error, where the system
 * has no audio.
 *
 * Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
 * own thread only.
 */
RtTextArray rt_audio_get_inputs(void);

/*
 * Begins to capture an audio input, as `options_json` says, a JSON object or `""`: the one with the id `device` (one of
 * `rt_audio_get_inputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000) and with
 * `channels` (1 to 8; both null at first: the device's own). The device hands over `buffer_ms` at a time (1 to 1,000; 20
 * at first), and `keep_ms` (10 to 600,000; 1,000 at first) are kept until they are read; what comes beyond that is lost and
 * counted. 0 where there is no such input, or where it does not give that; last error says why. Release it with
 * `rt_audio_capture_stop`.
 *
 * Returns an audio capture; free it with rt_audio_capture_stop. On failure: 0. May wait; blocks its
 * own thread only.
 */
int64_t rt_audio_capture_start(const char *options_json);

/*
 * Frames per second that are captured.
 *
 * `capture` is an audio capture. On failure: -1.
 */
int64_t rt_audio_capture_get_sample_rate(int64_t capture);

/*
 * Samples per frame that are captured.
 *
 * `capture` is an audio capture. On failure: -1.
 */
int64_t rt_audio_capture_get_channels(int64_t capture);

/*
 * Returns how many frames can be read at once.
 *
 * `capture` is an audio capture. On failure: -1.
 */
int64_t rt_audio_capture_get_available(int64_t capture);

/*
 * Waits until `frames` frames can be read (1 to those that are kept), `timeout_ms` milliseconds at most, for ever where that is below 0: false where they
 * do not come in time, and where the input was lost.
 *
 * `capture` is an audio capture. On failure: false. May wait; blocks its own thread only.
 */
bool rt_audio_capture_wait(int64_t capture, int64_t frames, int64_t timeout_ms);

/*
 * Reads what was captured, in its order: up to `frames` frames (0 and more), interleaved, −1 to 1 at full scale. Does not
 * wait: empty where nothing is there yet. Fails where nothing is left of an input that was lost.
 *
 * `capture` is an audio capture. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_capture_read(int64_t capture, int64_t frames);

/*
 * Reads as `rt_audio_capture_read` does, into 32-bit floats: 4 bytes of each, little-endian.
 *
 * `capture` is an audio capture. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_audio_capture_read_floats(int64_t capture, int64_t frames);

/*
 * Reads as `rt_audio_capture_read` does, into 16-bit integers, as files and codecs for speech take them: 2 bytes of each,
 * little-endian, 32,768 at full scale.
 *
 * `capture` is an audio capture. Release what it returns with rt_bytes_free. On failure: an empty
 * array.
 */
RtBytes rt_audio_capture_read_int16(int64_t capture, int64_t frames);

/*
 * Counts the frames that were lost since the capture began, because what was before them was not read in time; each
 * time that the device's own buffer ran over counts as one.
 *
 * `capture` is an audio capture. On failure: -1.
 */
int64_t rt_audio_capture_get_lost(int64_t capture);

/*
 * Gives the reason why an input was lost: `""` while it is there. What was captured before can still be read; to go on,
 * start another capture.
 *
 * `capture` is an audio capture. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_audio_capture_get_error(int64_t capture);

/*
 * Ends a capture and closes its input; what was not read is gone.
 *
 * `capture` is an audio capture, freed by this call. On failure: false. May wait; blocks its own
 * thread only.
 */
bool rt_audio_capture_stop(int64_t capture);

/*
 * Takes a playback's echo, room and filters away, their tails included, within 5 ms and without a click.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_clear_effects(int64_t handle);

/*
 * Puts a filter of the second order into one of a playback's eight slots, 0 to 7, which follow each other, before its
 * echo and its room. `kind` is one of FilterKind, `frequency` is in Hz, from 1 to 0.499 of the engine's rate, `q` from
 * 0.01 to 100 (1/√2 is a Butterworth's, and a shelf's without a hump), `gain_db` from −60 to 60 counts for peaks and
 * shelves. The formulas are those of Robert Bristow-Johnson's Audio EQ Cookbook. A filter that changes does so within
 * 10 ms, one that comes or goes within 5 ms, without a click.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_filter(int64_t handle, int64_t slot, int64_t kind, double frequency, double q, double gain_db);

/*
 * Takes the filter out of a slot of a playback, 0 to 7.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_clear_filter(int64_t handle, int64_t slot);

/*
 * Puts a filter over everything that `engine` plays, as `rt_audio_playback_set_filter` does for a playback: before the
 * master volume.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_filter(int64_t engine, int64_t slot, int64_t kind, double frequency, double q, double gain_db);

/*
 * Takes the filter out of a slot, 0 to 7, of those over everything.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_clear_filter(int64_t engine, int64_t slot);

/*
 * Compresses everything that `engine` plays, behind the master volume: what is louder than `threshold_db` (−100 to 0,
 * against full scale; the loudest channel counts) goes beyond it by one dB for `ratio` (1 to 1,000) that came in. It
 * comes down and up again exponentially, by 1 − 1/e within `attack_ms` (0 to 1,000; 0 is at once) and `release_ms` (1
 * to 10,000). `makeup_db` (0 to 60) is added behind it. It replaces a limiter.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_compressor(int64_t engine, double threshold_db, double ratio, double attack_ms, double release_ms, double makeup_db);

/*
 * Limits everything that `engine` plays, behind the master volume: no sample goes beyond `ceiling_db` (−60 to 0, against
 * full scale). It comes down at once and up again within `release_ms` (1 to 10,000), as a compressor does. It replaces
 * a compressor.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_limiter(int64_t engine, double ceiling_db, double release_ms);

/*
 * Takes the compressor or limiter away; what it holds down comes up again within 20 ms.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_clear_compressor(int64_t engine);

/*
 * Returns by what the compressor or limiter multiplies the sound at the moment, apart from what is added behind it: 1
 * where it leaves it as it is.
 *
 * `engine` is an audio engine. On failure: 0.0.
 */
double rt_audio_get_compression(int64_t engine);

/*
 * Gives how loud everything was that `engine` mixed since this was last called: the greatest sample of each channel,
 * without its sign, then each channel's root mean square. Full scale is 1; zeros where nothing was mixed.
 *
 * `engine` is an audio engine. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_take_levels(int64_t engine);

/*
 * Does what `rt_audio_init` does, as `options_json` says, a JSON object or `""`: on the output with the id `device`
 * (one of `rt_audio_get_outputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000)
 * and with `channels` (1 to 8; both null at first: the device's own), mixed `buffer_ms` ahead of what is heard (1 to
 * 1,000; 50 at first): less is heard sooner, and breaks off sooner on a busy machine. The buffer has the nearest power
 * of two of frames, or the device's own size where it refuses that. 0 where there is no such output, or where it does
 * not play so; last error says why. An output that is lost later is waited for by its id.
 *
 * Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_audio_init_with_options(const char *options_json);

/*
 * Does what `rt_audio_init` does, and where no output can be opened gives an engine all the same, for programs that are
 * to run without sound as well: it plays silently, two channels of 48,000 Hz, at the pace of a device, and aloud as soon
 * as an output can be opened, for which it looks every 2 seconds. `rt_audio_is_device_playing` tells whether there is one,
 * `rt_audio_take_device_error` once why there was none. 0 only where its thread cannot be started.
 *
 * Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
 * thread only.
 */
int64_t rt_audio_init_or_silent(void);

/*
 * Lists the system's audio outputs, each as JSON: its `id`, for `rt_audio_init_with_options`, its `name`, for people,
 * and whether it `is_default`. On Linux these are the outputs that ALSA's configuration describes, those of PulseAudio
 * and PipeWire among them where their plug-ins are installed, the default first; whether one plays is known when it is opened. Empty, with
 * a last error, where the system has no audio.
 *
 * Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
 * own thread only.
 */
RtTextArray rt_audio_get_outputs(void);

/*
 * Makes an engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
 * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device; the same
 * calls give the same samples. Release it with `rt_audio_shutdown`.
 *
 * Returns an audio engine; free it with rt_audio_shutdown. On failure: 0.
 */
int64_t rt_audio_init_offline(int64_t sample_rate, int64_t channels);

/*
 * Mixes the next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c. They
 * are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
 *
 * `engine` is an audio engine. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_render(int64_t engine, int64_t frames);

/*
 * Mixes as `rt_audio_render` does, into 32-bit floats: 4 bytes of each, little-endian.
 *
 * `engine` is an audio engine. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_audio_render_floats(int64_t engine, int64_t frames);

/*
 * Frames per second that an engine plays.
 *
 * `engine` is an audio engine. On failure: -1.
 */
int64_t rt_audio_get_sample_rate(int64_t engine);

/*
 * Samples per frame that an engine plays.
 *
 * `engine` is an audio engine. On failure: -1.
 */
int64_t rt_audio_get_channels(int64_t engine);

/*
 * Gives the engine's time in seconds: how much it has mixed since it began, pauses included. `rt_audio_play` starts
 * sounds at times of it.
 *
 * `engine` is an audio engine. On failure: 0.0.
 */
double rt_audio_get_engine_time(int64_t engine);

/*
 * Counts the errors of the engine's devices that passed, as buffers that came too late: the device plays on, or was
 * opened anew at once. 0 for an offline engine.
 *
 * `engine` is an audio engine. On failure: -1.
 */
int64_t rt_audio_get_device_error_count(int64_t engine);

/*
 * Tells whether a device plays the engine. False where it was lost and until another is there, and for an offline
 * engine.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_is_device_playing(int64_t engine);

/*
 * Gives the reason why the engine's device was lost, once for each loss: `""` where none was since the last call. A
 * loss is what cannot be played on; a device that failed and could be opened anew at once is counted by
 * `rt_audio_get_device_error_count`.
 *
 * `engine` is an audio engine. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_audio_take_device_error(int64_t engine);

/*
 * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
 * and forget them.
 *
 * `engine` is an audio engine. On failure: -1.
 */
int64_t rt_audio_free_ended(int64_t engine);

/*
 * Starts a playback of samples that the host makes meanwhile, for synthesis, for voices from a network: they are put in
 * with `rt_audio_playback_push`, `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz), and `buffer_ms`
 * milliseconds of them (1 to 60,000) are kept until they are heard. Where none are there it is silent until some come.
 * `options_json` is as for `rt_audio_play`; `loop` and `from` fail, for what was heard is gone. The playback ends
 * when it is stopped, or when all is heard after `rt_audio_playback_finish`.
 *
 * `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0.
 */
int64_t rt_audio_play_live(int64_t engine, int64_t sample_rate, int64_t channels, int64_t buffer_ms, const char *options_json);

/*
 * Puts samples into a playback of `rt_audio_play_live`: whole frames, interleaved, −1 to 1 at full scale. Says how many
 * frames there was room for: the others are to be put in again later. 0 where it is full.
 *
 * `handle` is an audio playback. On failure: -1.
 */
int64_t rt_audio_playback_push(int64_t handle, const double *samples, int64_t samples_len);

/*
 * Puts samples in as `rt_audio_playback_push` does, as 32-bit floats: `data` holds 4 bytes of each, little-endian.
 *
 * `handle` is an audio playback. On failure: -1.
 */
int64_t rt_audio_playback_push_floats(int64_t handle, const uint8_t *data, int64_t data_len);

/*
 * Has `function` called with the playback's handle and `user_data`, on a thread of the archive's own, whenever half of
 * what a playback of `rt_audio_play_live` keeps is missing: it puts samples in with `rt_audio_playback_push`, as many as it
 * has, and returns another number than 0, or 0 where no more come. Where it is late the playback is silent meanwhile. A
 * panic, an exception of another language and `pthread_exit` end it as 0 does; `longjmp` must not leave it. It takes the
 * place of an earlier function. After `rt_audio_playback_stop` it is not called any more; from inside, that ends the
 * calls after this one.
 *
 * `handle` is an audio playback. On failure: false. May wait; blocks its own thread only.
 */
bool rt_audio_playback_set_producer(int64_t handle, int64_t (*function)(int64_t handle, void *user_data), void *user_data);

/*
 * Returns how many frames there is room for in a playback of `rt_audio_play_live`.
 *
 * `handle` is an audio playback. On failure: -1.
 */
int64_t rt_audio_playback_get_room(int64_t handle);

/*
 * Says that no more samples come: a playback of `rt_audio_play_live` ends once what it has was heard.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_finish(int64_t handle);

/*
 * Starts a source on `engine`, all in one call: nothing of it is heard otherwise than `options_json` says. `""` and
 * `{}` are a plain start; keys, all optional: `volume` (linear gain, 1), `pan` (from −1, left, to 1, right: all
 * channels become one point with the gains cos((pan + 1) · π/4) and sin((pan + 1) · π/4)) or `position` (three
 * coordinates in metres), `velocity` (three, in metres a second, for a position), `bus` (a handle: what it goes into),
 * `speed` (0.1 to 10, 1), `loop` (false: again and again, and where the file says so, by a WAV's
 * `smpl` chunk or the tags LOOPSTART and LOOPLENGTH or LOOPEND, only that stretch, after what is before it), `loop_from`
 * and `loop_to` (another stretch, in seconds, to the frame; it is a loop then), `paused` (false), `fade_in_ms` (0), `from` (where
 * in the sound, in seconds, 0) and `at` (when, in seconds of `rt_audio_get_engine_time`: to the frame; a time that
 * is over is at once). An unknown key fails and is named.
 *
 * `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
 * rt_audio_playback_stop. On failure: 0.
 */
int64_t rt_audio_play(int64_t engine, int64_t source, const char *options_json);

/*
 * Plays the sound file at `path` while reading it, started as `rt_audio_play` says. The playback is the caller's,
 * to be released with `rt_audio_stop_music`.
 *
 * `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music_with(int64_t engine, const char *path, const char *options_json);

/*
 * Plays music as `rt_audio_play_music_with` does, from the bytes of a whole sound file, which are copied and decoded
 * while it plays.
 *
 * `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_play_music_from_memory(int64_t engine, const uint8_t *data, int64_t data_len, const char *options_json);

/*
 * Has a playback of a source repeat the stretch from `loop_from` to `loop_to`, in seconds of its sound, to the frame,
 * from the next buffer on: what is before it is heard once, and where it is beyond `loop_to` already it goes on to the
 * end of the sound first. Music is looped as it was started; here it fails.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_loop(int64_t handle, double loop_from, double loop_to);

/*
 * Has a playback of a source go on to the end of its sound and end there, from the next buffer on.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_clear_loop(int64_t handle);

/*
 * Lets a playback begin when another one's sound ends, to the frame: for music without gaps. It must not have begun:
 * start it after the other one, with `{"paused": true}`, which this ends. With `crossfade_ms` above 0 it begins so much before that end, and
 * gives way: the one with the cosine, the other with the sine of a quarter turn, so that their power together stays (as
 * far as the end is known: not for live samples and loops). Where `before` was stopped or has ended it begins at once.
 *
 * `handle` is an audio playback. `before` is an audio playback. On failure: false.
 */
bool rt_audio_playback_start_after(int64_t handle, int64_t before, int64_t crossfade_ms);

/*
 * Sets where between left and right a playback is heard, from −1 to 1, as one point: with the gains
 * cos((pan + 1) · π/4) and sin((pan + 1) · π/4). It has no position any more. The change takes 10 ms, without a click.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_pan(int64_t handle, double pan);

/*
 * Returns the pan that was set; 0 where none was.
 *
 * `handle` is an audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_pan(int64_t handle);

/*
 * Gives how far a playback has come, in seconds of its sound; for a loop, since it last began. On a device it is what
 * is heard now: the device's latency is taken off, and between the device's callbacks the time goes on smoothly.
 * Offline it is what was rendered.
 *
 * `handle` is an audio playback. On failure: 0.0.
 */
double rt_audio_playback_get_time(int64_t handle);

/*
 * Returns the length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
 * source, for live samples, and for music whose file cannot be read to its end. Where a file states its length badly or not at all, as
 * MP3 files do, its frames are counted the first time, which reads it once; of a chained Ogg file it is the first
 * link's length until it was decoded to its end.
 *
 * `handle` is an audio playback. On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_audio_playback_get_duration(int64_t handle);

/*
 * Gives the reason why music ended before its end: a file that can no longer be read, or a decoder that came to
 * no end. `""` where it did not.
 *
 * `handle` is an audio playback. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_audio_playback_get_error(int64_t handle);

/*
 * Moves a playback to `seconds` of its sound, at the next buffer: within 5 ms what is heard gives way to what follows
 * there, without a click; in a pause nothing is left of it. Beyond the end it ends, or begins anew where
 * it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
 * where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
 * read it fails, and what was decoded before is heard to its end.
 *
 * `handle` is an audio playback. On failure: false. May wait; blocks its own thread only.
 */
bool rt_audio_playback_seek(int64_t handle, double seconds);

/*
 * Writes all that `engine` plays from now on, as it is heard, into a WAVE file at `path`, which takes the place of what is
 * there when the recording is stopped: of integers with `bits` 16 or 24, clipped at full scale, or of floats with 32.
 * On a device nothing waits for the file: what it does not take within 4 seconds is lost and counted; an offline engine's
 * `rt_audio_render` waits. A file takes 4 GiB; an engine has up to 8 recordings at a time. The recording belongs to
 * `engine`; end it with `rt_audio_record_stop`. One that is not ended by then is when its engine is shut down.
 *
 * `engine` is an audio engine. Returns an audio recording; free it with rt_audio_record_stop. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_audio_record_start(int64_t engine, const char *path, int64_t bits);

/*
 * Counts the frames that are missing in a recording because its file did not take them in time.
 *
 * `recording` is an audio recording. On failure: -1.
 */
int64_t rt_audio_record_get_lost(int64_t recording);

/*
 * Counts the frames that a recording has so far.
 *
 * `recording` is an audio recording. On failure: -1.
 */
int64_t rt_audio_record_get_frames(int64_t recording);

/*
 * Ends a recording and puts its file in its place. False where it could not be written: then what was there before is
 * there.
 *
 * `recording` is an audio recording, freed by this call. On failure: false. May wait; blocks its own
 * thread only.
 */
bool rt_audio_record_stop(int64_t recording);

/*
 * Makes a source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
 * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
 *
 * `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
 * 0.
 */
int64_t rt_audio_load_from_samples(int64_t engine, const double *samples, int64_t samples_len, int64_t sample_rate, int64_t channels);

/*
 * Makes a source as `rt_audio_load_from_samples` does, from 32-bit floats: `data` holds 4 bytes of each, little-endian,
 * as arrays of floats have them in memory. It is copied once.
 *
 * `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
 * 0.
 */
int64_t rt_audio_load_from_floats(int64_t engine, const uint8_t *data, int64_t data_len, int64_t sample_rate, int64_t channels);

/*
 * Returns the samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
 *
 * `source` is an audio source. Release what it returns with rt_f64_array_free. On failure: an empty
 * array.
 */
RtF64Array rt_audio_source_get_samples(int64_t source);

/*
 * Returns the samples of a source as they were decoded, as `rt_audio_source_get_samples` does, as 32-bit floats: 4 bytes
 * of each, little-endian.
 *
 * `source` is an audio source. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_audio_source_get_floats(int64_t source);

/*
 * Says how a playback with a position moves, in metres a second: by the Doppler effect it is heard higher where it comes
 * nearer. Its place does not change by it. The speed that comes of it, the playback's own included, goes from 0.01 to
 * 10 times.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_velocity(int64_t handle, double x, double y, double z);

/*
 * Returns how a playback moves, in metres a second.
 *
 * `handle` is an audio playback. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_playback_get_velocity(int64_t handle);

/*
 * Says how a playback with a position falls off with its distance from the listener: `model` is one of DistanceModel,
 * `reference_distance` (from 0.000001) is where it begins, `max_distance` (up to 1e12) where it ends, in metres, and
 * `rolloff` (0 to 1,000) how strong it is. Before, it falls off as `rt_audio_set_distance_model` says.
 *
 * `handle` is an audio playback. On failure: false.
 */
bool rt_audio_playback_set_distance_model(int64_t handle, int64_t model, double reference_distance, double max_distance, double rolloff);

/*
 * Says how all playbacks of `engine` fall off that `rt_audio_playback_set_distance_model` says nothing of, in its terms.
 * At first that is the inverse model from 1 m on, without an end, with a rolloff of 1.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_distance_model(int64_t engine, int64_t model, double reference_distance, double max_distance, double rolloff);

/*
 * Sets how strong the Doppler effect is, from 0, none, to 1,000 (1 at first: as in nature), and how many metres sound
 * takes in a second, from 0.001 to 1e9 (343.3 at first). A sound is heard higher by
 * (speed − factor · listener) / (speed − factor · source), where the two are the speeds of the listener and the source
 * along the line from the source to the listener, neither beyond speed / factor: OpenAL 1.1, section 3.5.2.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_doppler(int64_t engine, double factor, double speed_of_sound);

/*
 * Says how the listener moves, in metres a second, for the Doppler effect. Its place does not change by it.
 *
 * `engine` is an audio engine. On failure: false.
 */
bool rt_audio_set_listener_velocity(int64_t engine, double x, double y, double z);

/*
 * Returns how the listener moves, in metres a second.
 *
 * `engine` is an audio engine. On failure: x 0.0, y 0.0, z 0.0.
 */
RtAudioPosition rt_audio_get_listener_velocity(int64_t engine);

/*
 * Tells whether this build holds the audio library, as it does where this links.
 */
bool rt_audio_available(void);

/*
 * Forgets why this thread's last failed audio call failed.
 */
void rt_audio_clear_error(void);

/*
 * Returns the category of this thread's last failed audio call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_audio_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `rodio`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_audio_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_audio_playback_get_position_into(int64_t handle, RtAudioPosition *out);
bool rt_audio_get_listener_position_into(int64_t engine, RtAudioPosition *out);
bool rt_audio_get_supported_formats_into(RtTextArray *out);
bool rt_audio_bus_take_levels_into(int64_t bus, RtF64Array *out);
bool rt_audio_get_inputs_into(RtTextArray *out);
bool rt_audio_capture_read_into(int64_t capture, int64_t frames, RtF64Array *out);
bool rt_audio_capture_read_floats_into(int64_t capture, int64_t frames, RtBytes *out);
bool rt_audio_capture_read_int16_into(int64_t capture, int64_t frames, RtBytes *out);
bool rt_audio_take_levels_into(int64_t engine, RtF64Array *out);
bool rt_audio_get_outputs_into(RtTextArray *out);
bool rt_audio_render_into(int64_t engine, int64_t frames, RtF64Array *out);
bool rt_audio_render_floats_into(int64_t engine, int64_t frames, RtBytes *out);
bool rt_audio_source_get_samples_into(int64_t source, RtF64Array *out);
bool rt_audio_source_get_floats_into(int64_t source, RtBytes *out);
bool rt_audio_playback_get_velocity_into(int64_t handle, RtAudioPosition *out);
bool rt_audio_get_listener_velocity_into(int64_t engine, RtAudioPosition *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_AUDIO_H */
