/**
 * Sound: decoded by symphonia, mixed here, played by rodio.
 *
 * rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
 * sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
 * echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
 * to 40 % longer and a failure has no reason.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("audio");

/** A place in the room, in metres. */
rt.structure("RtAudioPosition", [["x", "f64"], ["y", "f64"], ["z", "f64"]]);

const _rt_audio_init = rt.declare("rt_audio_init", "int64", []);

/**
 * Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
 * channels. 0 where no output can be opened; last error says why.
 *
 * A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
 * aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
 * tell. The engine is the caller's; release it with `rt_audio_shutdown`.
 *
 * On failure: 0.
 */
exports.rt_audio_init = () => _rt_audio_init();

const _rt_audio_shutdown = rt.declare("rt_audio_shutdown", "bool", ["int64"]);

/**
 * Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
 * playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
 *
 * On failure: false.
 */
exports.rt_audio_shutdown = (engine) => _rt_audio_shutdown(rt.integer(engine));

const _rt_audio_set_master_volume = rt.declare("rt_audio_set_master_volume", "bool", ["int64", "double"]);

/**
 * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
 * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
 *
 * On failure: false.
 */
exports.rt_audio_set_master_volume = (engine, volume) => _rt_audio_set_master_volume(rt.integer(engine), volume);

const _rt_audio_get_master_volume = rt.declare("rt_audio_get_master_volume", "double", ["int64"]);

/**
 * The gain over everything that `engine` plays, from 0 to 1.
 *
 * On failure: 0.0.
 */
exports.rt_audio_get_master_volume = (engine) => _rt_audio_get_master_volume(rt.integer(engine));

const _rt_audio_pause_all = rt.declare("rt_audio_pause_all", "bool", ["int64"]);

/**
 * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
 *
 * On failure: false.
 */
exports.rt_audio_pause_all = (engine) => _rt_audio_pause_all(rt.integer(engine));

const _rt_audio_resume_all = rt.declare("rt_audio_resume_all", "bool", ["int64"]);

/**
 * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
 *
 * On failure: false.
 */
exports.rt_audio_resume_all = (engine) => _rt_audio_resume_all(rt.integer(engine));

const _rt_audio_load_from_file = rt.declare("rt_audio_load_from_file", "int64", ["int64", "void *"]);

/**
 * Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
 * found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
 * gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
 * has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
 * sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
 * per sample: play that as music. Release the source with `rt_audio_source_free`.
 *
 * On failure: 0.
 */
exports.rt_audio_load_from_file = (engine, path) => _rt_audio_load_from_file(rt.integer(engine), rt.text(path));

const _rt_audio_load_from_memory = rt.declare("rt_audio_load_from_memory", "int64", ["int64", "void *", "int64"]);

/**
 * The same from the bytes of a whole sound file, which are not needed afterwards.
 *
 * On failure: 0.
 */
exports.rt_audio_load_from_memory = (engine, data) => _rt_audio_load_from_memory(rt.integer(engine), ...rt.bytes(data));

const _rt_audio_source_free = rt.declare("rt_audio_source_free", "bool", ["int64"]);

/**
 * Frees a source. What plays it goes on to its end.
 *
 * On failure: false.
 */
exports.rt_audio_source_free = (source) => _rt_audio_source_free(rt.integer(source));

const _rt_audio_source_duration = rt.declare("rt_audio_source_duration", "double", ["int64"]);

/**
 * The length of a source in seconds, at its own speed.
 *
 * On failure: 0.0.
 */
exports.rt_audio_source_duration = (source) => _rt_audio_source_duration(rt.integer(source));

const _rt_audio_play_sound = rt.declare("rt_audio_play_sound", "int64", ["int64", "int64"]);

/**
 * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
 * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
 *
 * On failure: 0.
 */
exports.rt_audio_play_sound = (engine, source) => _rt_audio_play_sound(rt.integer(engine), rt.integer(source));

const _rt_audio_play_sound_with_volume = rt.declare("rt_audio_play_sound_with_volume", "int64", ["int64", "int64", "double"]);

/**
 * The same at another volume, from the first sample: a linear gain of 0 and more.
 *
 * On failure: 0.
 */
exports.rt_audio_play_sound_with_volume = (engine, source, volume) => _rt_audio_play_sound_with_volume(rt.integer(engine), rt.integer(source), volume);

const _rt_audio_play_sound_looped = rt.declare("rt_audio_play_sound_looped", "int64", ["int64", "int64"]);

/**
 * The same again and again, without a gap, until it is stopped.
 *
 * On failure: 0.
 */
exports.rt_audio_play_sound_looped = (engine, source) => _rt_audio_play_sound_looped(rt.integer(engine), rt.integer(source));

const _rt_audio_play_music = rt.declare("rt_audio_play_music", "int64", ["int64", "void *"]);

/**
 * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
 * The playback is the caller's, to be released with `rt_audio_stop_music`.
 *
 * On failure: 0.
 */
exports.rt_audio_play_music = (engine, path) => _rt_audio_play_music(rt.integer(engine), rt.text(path));

const _rt_audio_play_music_looped = rt.declare("rt_audio_play_music_looped", "int64", ["int64", "void *"]);

/**
 * The same again and again, without a gap, until it is stopped.
 *
 * On failure: 0.
 */
exports.rt_audio_play_music_looped = (engine, path) => _rt_audio_play_music_looped(rt.integer(engine), rt.text(path));

const _rt_audio_stop_music = rt.declare("rt_audio_stop_music", "bool", ["int64"]);

/**
 * Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
 *
 * On failure: false.
 */
exports.rt_audio_stop_music = (handle) => _rt_audio_stop_music(rt.integer(handle));

const _rt_audio_playback_stop = rt.declare("rt_audio_playback_stop", "bool", ["int64"]);

/**
 * Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
 * out first.
 *
 * On failure: false.
 */
exports.rt_audio_playback_stop = (handle) => _rt_audio_playback_stop(rt.integer(handle));

const _rt_audio_playback_pause = rt.declare("rt_audio_playback_pause", "bool", ["int64"]);

/**
 * Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
 *
 * On failure: false.
 */
exports.rt_audio_playback_pause = (handle) => _rt_audio_playback_pause(rt.integer(handle));

const _rt_audio_playback_resume = rt.declare("rt_audio_playback_resume", "bool", ["int64"]);

/**
 * Goes on with a playback that was paused.
 *
 * On failure: false.
 */
exports.rt_audio_playback_resume = (handle) => _rt_audio_playback_resume(rt.integer(handle));

const _rt_audio_playback_is_playing = rt.declare("rt_audio_playback_is_playing", "bool", ["int64"]);

/**
 * True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
 * paused. The tail of an effect counts.
 *
 * On failure: false.
 */
exports.rt_audio_playback_is_playing = (handle) => _rt_audio_playback_is_playing(rt.integer(handle));

const _rt_audio_playback_is_paused = rt.declare("rt_audio_playback_is_paused", "bool", ["int64"]);

/**
 * True where a playback has not ended and is paused, by itself or with all others.
 *
 * On failure: false.
 */
exports.rt_audio_playback_is_paused = (handle) => _rt_audio_playback_is_paused(rt.integer(handle));

const _rt_audio_playback_set_volume = rt.declare("rt_audio_playback_set_volume", "bool", ["int64", "double"]);

/**
 * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
 * before the first sample it is immediate.
 *
 * On failure: false.
 */
exports.rt_audio_playback_set_volume = (handle, volume) => _rt_audio_playback_set_volume(rt.integer(handle), volume);

const _rt_audio_playback_get_volume = rt.declare("rt_audio_playback_get_volume", "double", ["int64"]);

/**
 * The gain that was set, whatever a fade makes of it.
 *
 * On failure: 0.0.
 */
exports.rt_audio_playback_get_volume = (handle) => _rt_audio_playback_get_volume(rt.integer(handle));

const _rt_audio_playback_set_speed = rt.declare("rt_audio_playback_set_speed", "bool", ["int64", "double"]);

/**
 * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
 *
 * On failure: false.
 */
exports.rt_audio_playback_set_speed = (handle, speed) => _rt_audio_playback_set_speed(rt.integer(handle), speed);

const _rt_audio_playback_get_speed = rt.declare("rt_audio_playback_get_speed", "double", ["int64"]);

/**
 * The speed that was set.
 *
 * On failure: 0.0.
 */
exports.rt_audio_playback_get_speed = (handle) => _rt_audio_playback_get_speed(rt.integer(handle));

const _rt_audio_play_sound_spatial = rt.declare("rt_audio_play_sound_spatial", "int64", ["int64", "int64", "double", "double", "double"]);

/**
 * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
 * its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
 * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
 * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
 *
 * On failure: 0.
 */
exports.rt_audio_play_sound_spatial = (engine, source, x, y, z) => _rt_audio_play_sound_spatial(rt.integer(engine), rt.integer(source), x, y, z);

const _rt_audio_playback_set_position = rt.declare("rt_audio_playback_set_position", "bool", ["int64", "double", "double", "double"]);

/**
 * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
 * no position has one from now on.
 *
 * On failure: false.
 */
exports.rt_audio_playback_set_position = (handle, x, y, z) => _rt_audio_playback_set_position(rt.integer(handle), x, y, z);

const _rt_audio_playback_get_position = rt.declare("rt_audio_playback_get_position", "RtAudioPosition", ["int64"]);

/**
 * Where a playback is. A playback without a position fails.
 *
 * On failure: x 0.0, y 0.0, z 0.0.
 */
exports.rt_audio_playback_get_position = (handle) => rt.takeStructure("RtAudioPosition", _rt_audio_playback_get_position(rt.integer(handle)));

const _rt_audio_set_listener_position = rt.declare("rt_audio_set_listener_position", "bool", ["int64", "double", "double", "double"]);

/**
 * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
 *
 * On failure: false.
 */
exports.rt_audio_set_listener_position = (engine, x, y, z) => _rt_audio_set_listener_position(rt.integer(engine), x, y, z);

const _rt_audio_get_listener_position = rt.declare("rt_audio_get_listener_position", "RtAudioPosition", ["int64"]);

/**
 * Where the listener is.
 *
 * On failure: x 0.0, y 0.0, z 0.0.
 */
exports.rt_audio_get_listener_position = (engine) => rt.takeStructure("RtAudioPosition", _rt_audio_get_listener_position(rt.integer(engine)));

const _rt_audio_set_listener_orientation = rt.declare("rt_audio_set_listener_orientation", "bool", ["int64", "double", "double", "double", "double", "double", "double"]);

/**
 * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
 * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
 * and parallel directions are refused.
 *
 * On failure: false.
 */
exports.rt_audio_set_listener_orientation = (engine, forward_x, forward_y, forward_z, up_x, up_y, up_z) => _rt_audio_set_listener_orientation(rt.integer(engine), forward_x, forward_y, forward_z, up_x, up_y, up_z);

const _rt_audio_playback_fade_in = rt.declare("rt_audio_playback_fade_in", "bool", ["int64", "int64"]);

/**
 * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
 * silence, or from where a fade-out under way has come to.
 *
 * On failure: false.
 */
exports.rt_audio_playback_fade_in = (handle, duration_ms) => _rt_audio_playback_fade_in(rt.integer(handle), rt.integer(duration_ms));

const _rt_audio_playback_fade_out = rt.declare("rt_audio_playback_fade_out", "bool", ["int64", "int64"]);

/**
 * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
 * ended. Its handle stays valid until it is stopped.
 *
 * On failure: false.
 */
exports.rt_audio_playback_fade_out = (handle, duration_ms) => _rt_audio_playback_fade_out(rt.integer(handle), rt.integer(duration_ms));

const _rt_audio_playback_set_reverb = rt.declare("rt_audio_playback_set_reverb", "bool", ["int64", "double", "double"]);

/**
 * Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
 * 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
 * tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
 * Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
 *
 * On failure: false.
 */
exports.rt_audio_playback_set_reverb = (handle, room_size, damping) => _rt_audio_playback_set_reverb(rt.integer(handle), room_size, damping);

const _rt_audio_playback_set_delay = rt.declare("rt_audio_playback_set_delay", "bool", ["int64", "int64", "double"]);

/**
 * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
 * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
 *
 * On failure: false.
 */
exports.rt_audio_playback_set_delay = (handle, delay_ms, decay) => _rt_audio_playback_set_delay(rt.integer(handle), rt.integer(delay_ms), decay);

const _rt_audio_mixer_create = rt.declare("rt_audio_mixer_create", "int64", ["int64"]);

/**
 * A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
 * `rt_audio_mixer_free`.
 *
 * On failure: 0.
 */
exports.rt_audio_mixer_create = (engine) => _rt_audio_mixer_create(rt.integer(engine));

const _rt_audio_mixer_free = rt.declare("rt_audio_mixer_free", "bool", ["int64"]);

/**
 * Frees a mixer. What it started plays on.
 *
 * On failure: false.
 */
exports.rt_audio_mixer_free = (mixer) => _rt_audio_mixer_free(rt.integer(mixer));

const _rt_audio_mixer_add_source = rt.declare("rt_audio_mixer_add_source", "bool", ["int64", "int64"]);

/**
 * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
 * sounds twice.
 *
 * On failure: false.
 */
exports.rt_audio_mixer_add_source = (mixer, source) => _rt_audio_mixer_add_source(rt.integer(mixer), rt.integer(source));

const _rt_audio_mixer_set_volume = rt.declare("rt_audio_mixer_set_volume", "bool", ["int64", "double"]);

/**
 * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
 * 10 ms, without a click.
 *
 * On failure: false.
 */
exports.rt_audio_mixer_set_volume = (mixer, volume) => _rt_audio_mixer_set_volume(rt.integer(mixer), volume);

const _rt_audio_mixer_play = rt.declare("rt_audio_mixer_play", "int64", ["int64"]);

/**
 * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
 * playback has its own volume besides the mixer's. A mixer without sources fails.
 *
 * On failure: 0.
 */
exports.rt_audio_mixer_play = (mixer) => _rt_audio_mixer_play(rt.integer(mixer));

const _rt_audio_source_get_sample_rate = rt.declare("rt_audio_source_get_sample_rate", "int64", ["int64"]);

/**
 * Frames per second of a source, as its file has them.
 *
 * On failure: -1.
 */
exports.rt_audio_source_get_sample_rate = (source) => _rt_audio_source_get_sample_rate(rt.integer(source));

const _rt_audio_source_get_channels = rt.declare("rt_audio_source_get_channels", "int64", ["int64"]);

/**
 * Samples per frame of a source: 1 for mono, 2 for stereo.
 *
 * On failure: -1.
 */
exports.rt_audio_source_get_channels = (source) => _rt_audio_source_get_channels(rt.integer(source));

const _rt_audio_get_supported_formats = rt.declare("rt_audio_get_supported_formats", "RtTextArray", []);

/**
 * The formats that can be decoded, by their usual file name extension.
 */
exports.rt_audio_get_supported_formats = () => rt.takeTexts(_rt_audio_get_supported_formats());

const _rt_audio_get_last_error = rt.declare("rt_audio_get_last_error", "void *", []);

/**
 * Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_audio_get_last_error = () => rt.takeText(_rt_audio_get_last_error());

const _rt_audio_available = rt.declare("rt_audio_available", "bool", []);

/**
 * True where this build holds the audio library, as it does where this links.
 */
exports.rt_audio_available = () => _rt_audio_available();

const _rt_audio_clear_error = rt.declare("rt_audio_clear_error", "void", []);

/**
 * Forgets why this thread's last failed audio call failed.
 */
exports.rt_audio_clear_error = () => _rt_audio_clear_error();

const _rt_audio_version = rt.declare("rt_audio_version", "void *", []);

/**
 * The version of the wrapped library, the crate `rodio`.
 */
exports.rt_audio_version = () => rt.takeText(_rt_audio_version());

const _rt_audio_init_offline = rt.declare("rt_audio_init_offline", "int64", ["int64", "int64"]);

/**
 * An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
 * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
 * the same calls give the same samples. Release it with `rt_audio_shutdown`.
 *
 * On failure: 0.
 */
exports.rt_audio_init_offline = (sample_rate, channels) => _rt_audio_init_offline(rt.integer(sample_rate), rt.integer(channels));

const _rt_audio_render = rt.declare("rt_audio_render", "RtF64Array", ["int64", "int64"]);

/**
 * The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
 * They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
 *
 * On failure: [].
 */
exports.rt_audio_render = (engine, frames) => rt.takeFloats(_rt_audio_render(rt.integer(engine), rt.integer(frames)));

const _rt_audio_get_sample_rate = rt.declare("rt_audio_get_sample_rate", "int64", ["int64"]);

/**
 * Frames per second that an engine plays.
 *
 * On failure: -1.
 */
exports.rt_audio_get_sample_rate = (engine) => _rt_audio_get_sample_rate(rt.integer(engine));

const _rt_audio_get_channels = rt.declare("rt_audio_get_channels", "int64", ["int64"]);

/**
 * Samples per frame that an engine plays.
 *
 * On failure: -1.
 */
exports.rt_audio_get_channels = (engine) => _rt_audio_get_channels(rt.integer(engine));

const _rt_audio_is_device_playing = rt.declare("rt_audio_is_device_playing", "bool", ["int64"]);

/**
 * True while a device plays the engine. False where it was lost and until another is there, and for an
 * offline engine.
 *
 * On failure: false.
 */
exports.rt_audio_is_device_playing = (engine) => _rt_audio_is_device_playing(rt.integer(engine));

const _rt_audio_take_device_error = rt.declare("rt_audio_take_device_error", "void *", ["int64"]);

/**
 * Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
 *
 * On failure: "".
 */
exports.rt_audio_take_device_error = (engine) => rt.takeText(_rt_audio_take_device_error(rt.integer(engine)));

const _rt_audio_load_from_samples = rt.declare("rt_audio_load_from_samples", "int64", ["int64", "void *", "int64", "int64", "int64"]);

/**
 * A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
 * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
 *
 * On failure: 0.
 */
exports.rt_audio_load_from_samples = (engine, samples, sample_rate, channels) => _rt_audio_load_from_samples(rt.integer(engine), ...rt.floats(samples), rt.integer(sample_rate), rt.integer(channels));

const _rt_audio_source_get_samples = rt.declare("rt_audio_source_get_samples", "RtF64Array", ["int64"]);

/**
 * The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
 *
 * On failure: [].
 */
exports.rt_audio_source_get_samples = (source) => rt.takeFloats(_rt_audio_source_get_samples(rt.integer(source)));

const _rt_audio_playback_get_time = rt.declare("rt_audio_playback_get_time", "double", ["int64"]);

/**
 * How far a playback has come, in seconds of its sound; for a loop, since it last began.
 *
 * On failure: 0.0.
 */
exports.rt_audio_playback_get_time = (handle) => _rt_audio_playback_get_time(rt.integer(handle));

const _rt_audio_playback_get_duration = rt.declare("rt_audio_playback_get_duration", "double", ["int64"]);

/**
 * The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
 * source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
 * is the first link's; once music was decoded to its end, its length was counted.
 *
 * On failure: 0.0.
 */
exports.rt_audio_playback_get_duration = (handle) => _rt_audio_playback_get_duration(rt.integer(handle));

const _rt_audio_playback_seek = rt.declare("rt_audio_playback_seek", "bool", ["int64", "double"]);

/**
 * Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
 * it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
 * where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
 * read it fails, and what was decoded before is heard to its end.
 *
 * On failure: false.
 */
exports.rt_audio_playback_seek = (handle, seconds) => _rt_audio_playback_seek(rt.integer(handle), seconds);

const _rt_audio_playback_clear_effects = rt.declare("rt_audio_playback_clear_effects", "bool", ["int64"]);

/**
 * Takes a playback's echo and room away, their tails included.
 *
 * On failure: false.
 */
exports.rt_audio_playback_clear_effects = (handle) => _rt_audio_playback_clear_effects(rt.integer(handle));

const _rt_audio_free_ended = rt.declare("rt_audio_free_ended", "int64", ["int64"]);

/**
 * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
 * and forget them.
 *
 * On failure: -1.
 */
exports.rt_audio_free_ended = (engine) => _rt_audio_free_ended(rt.integer(engine));

/**
 * A audio engine: freed by `close()`, or when JavaScript forgets it.
 */
class AudioEngine extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_audio_shutdown, handle);
  }

  /**
   * Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
   * channels. 0 where no output can be opened; last error says why.
   *
   * A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
   * aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
   * tell. The engine is the caller's; release it with `rt_audio_shutdown`.
   *
   * On failure: 0.
   */
  static init() {
    const result = _rt_audio_init();
    if (result == 0) check();
    return AudioEngine.wrap(result, null, true);
  }

  /**
   * An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
   * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
   * the same calls give the same samples. Release it with `rt_audio_shutdown`.
   *
   * On failure: 0.
   */
  static initOffline(sample_rate, channels) {
    const result = _rt_audio_init_offline(rt.integer(sample_rate), rt.integer(channels));
    if (result == 0) check();
    return AudioEngine.wrap(result, null, true);
  }

  /**
   * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
   * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
   *
   * On failure: false.
   */
  setMasterVolume(volume) {
    const result = _rt_audio_set_master_volume(this.handle, volume);
    if (!result) check();
    return result;
  }

  /**
   * The gain over everything that `engine` plays, from 0 to 1.
   *
   * On failure: 0.0.
   */
  getMasterVolume() {
    const result = _rt_audio_get_master_volume(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
   *
   * On failure: false.
   */
  pauseAll() {
    const result = _rt_audio_pause_all(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
   *
   * On failure: false.
   */
  resumeAll() {
    const result = _rt_audio_resume_all(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
   * found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
   * gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
   * has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
   * sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
   * per sample: play that as music. Release the source with `rt_audio_source_free`.
   *
   * On failure: 0.
   */
  loadFromFile(path) {
    const result = _rt_audio_load_from_file(this.handle, rt.text(path));
    if (result == 0) check();
    return AudioSource.wrap(result, this, true);
  }

  /**
   * The same from the bytes of a whole sound file, which are not needed afterwards.
   *
   * On failure: 0.
   */
  loadFromMemory(data) {
    const result = _rt_audio_load_from_memory(this.handle, ...rt.bytes(data));
    if (result == 0) check();
    return AudioSource.wrap(result, this, true);
  }

  /**
   * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
   * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
   *
   * On failure: 0.
   */
  playSound(source) {
    const result = _rt_audio_play_sound(this.handle, rt.handle(source));
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * The same at another volume, from the first sample: a linear gain of 0 and more.
   *
   * On failure: 0.
   */
  playSoundWithVolume(source, volume) {
    const result = _rt_audio_play_sound_with_volume(this.handle, rt.handle(source), volume);
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * The same again and again, without a gap, until it is stopped.
   *
   * On failure: 0.
   */
  playSoundLooped(source) {
    const result = _rt_audio_play_sound_looped(this.handle, rt.handle(source));
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
   * The playback is the caller's, to be released with `rt_audio_stop_music`.
   *
   * On failure: 0.
   */
  playMusic(path) {
    const result = _rt_audio_play_music(this.handle, rt.text(path));
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * The same again and again, without a gap, until it is stopped.
   *
   * On failure: 0.
   */
  playMusicLooped(path) {
    const result = _rt_audio_play_music_looped(this.handle, rt.text(path));
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
   * its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
   * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
   * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
   *
   * On failure: 0.
   */
  playSoundSpatial(source, x, y, z) {
    const result = _rt_audio_play_sound_spatial(this.handle, rt.handle(source), x, y, z);
    if (result == 0) check();
    return AudioPlayback.wrap(result, this, true);
  }

  /**
   * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
   *
   * On failure: false.
   */
  setListenerPosition(x, y, z) {
    const result = _rt_audio_set_listener_position(this.handle, x, y, z);
    if (!result) check();
    return result;
  }

  /**
   * Where the listener is.
   *
   * On failure: x 0.0, y 0.0, z 0.0.
   */
  getListenerPosition() {
    const result = rt.takeStructure("RtAudioPosition", _rt_audio_get_listener_position(this.handle));
    if (result.x == 0.0 && result.y == 0.0 && result.z == 0.0) check();
    return result;
  }

  /**
   * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
   * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
   * and parallel directions are refused.
   *
   * On failure: false.
   */
  setListenerOrientation(forward_x, forward_y, forward_z, up_x, up_y, up_z) {
    const result = _rt_audio_set_listener_orientation(this.handle, forward_x, forward_y, forward_z, up_x, up_y, up_z);
    if (!result) check();
    return result;
  }

  /**
   * A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
   * `rt_audio_mixer_free`.
   *
   * On failure: 0.
   */
  mixerCreate() {
    const result = _rt_audio_mixer_create(this.handle);
    if (result == 0) check();
    return AudioMixer.wrap(result, this, true);
  }

  /**
   * The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
   * They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
   *
   * On failure: [].
   */
  render(frames) {
    const result = rt.takeFloats(_rt_audio_render(this.handle, rt.integer(frames)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Frames per second that an engine plays.
   *
   * On failure: -1.
   */
  getSampleRate() {
    const result = _rt_audio_get_sample_rate(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Samples per frame that an engine plays.
   *
   * On failure: -1.
   */
  getChannels() {
    const result = _rt_audio_get_channels(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * True while a device plays the engine. False where it was lost and until another is there, and for an
   * offline engine.
   *
   * On failure: false.
   */
  isDevicePlaying() {
    const result = _rt_audio_is_device_playing(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
   *
   * On failure: "".
   */
  takeDeviceError() {
    const result = rt.takeText(_rt_audio_take_device_error(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
   * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
   *
   * On failure: 0.
   */
  loadFromSamples(samples, sample_rate, channels) {
    const result = _rt_audio_load_from_samples(this.handle, ...rt.floats(samples), rt.integer(sample_rate), rt.integer(channels));
    if (result == 0) check();
    return AudioSource.wrap(result, this, true);
  }

  /**
   * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
   * and forget them.
   *
   * On failure: -1.
   */
  freeEnded() {
    const result = _rt_audio_free_ended(this.handle);
    if (result == -1) check();
    return result;
  }
}
exports.AudioEngine = AudioEngine;

/**
 * A audio source: it belongs to its audio engine and is freed with it, or by `close()`.
 */
class AudioSource extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_audio_source_free, handle);
  }

  /**
   * The length of a source in seconds, at its own speed.
   *
   * On failure: 0.0.
   */
  duration() {
    const result = _rt_audio_source_duration(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Frames per second of a source, as its file has them.
   *
   * On failure: -1.
   */
  getSampleRate() {
    const result = _rt_audio_source_get_sample_rate(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Samples per frame of a source: 1 for mono, 2 for stereo.
   *
   * On failure: -1.
   */
  getChannels() {
    const result = _rt_audio_source_get_channels(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
   *
   * On failure: [].
   */
  getSamples() {
    const result = rt.takeFloats(_rt_audio_source_get_samples(this.handle));
    if (result.length === 0) check();
    return result;
  }
}
exports.AudioSource = AudioSource;

/**
 * A audio playback: it belongs to its audio engine and is freed with it, or by `close()`.
 */
class AudioPlayback extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_audio_playback_stop, handle);
  }

  /**
   * Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
   *
   * On failure: false.
   */
  stopMusic() {
    const result = _rt_audio_stop_music(this.handle);
    if (!result) check();
    this.forget();
    return result;
  }

  /**
   * Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
   *
   * On failure: false.
   */
  pause() {
    const result = _rt_audio_playback_pause(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Goes on with a playback that was paused.
   *
   * On failure: false.
   */
  resume() {
    const result = _rt_audio_playback_resume(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
   * paused. The tail of an effect counts.
   *
   * On failure: false.
   */
  isPlaying() {
    const result = _rt_audio_playback_is_playing(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * True where a playback has not ended and is paused, by itself or with all others.
   *
   * On failure: false.
   */
  isPaused() {
    const result = _rt_audio_playback_is_paused(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
   * before the first sample it is immediate.
   *
   * On failure: false.
   */
  setVolume(volume) {
    const result = _rt_audio_playback_set_volume(this.handle, volume);
    if (!result) check();
    return result;
  }

  /**
   * The gain that was set, whatever a fade makes of it.
   *
   * On failure: 0.0.
   */
  getVolume() {
    const result = _rt_audio_playback_get_volume(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
   *
   * On failure: false.
   */
  setSpeed(speed) {
    const result = _rt_audio_playback_set_speed(this.handle, speed);
    if (!result) check();
    return result;
  }

  /**
   * The speed that was set.
   *
   * On failure: 0.0.
   */
  getSpeed() {
    const result = _rt_audio_playback_get_speed(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
   * no position has one from now on.
   *
   * On failure: false.
   */
  setPosition(x, y, z) {
    const result = _rt_audio_playback_set_position(this.handle, x, y, z);
    if (!result) check();
    return result;
  }

  /**
   * Where a playback is. A playback without a position fails.
   *
   * On failure: x 0.0, y 0.0, z 0.0.
   */
  getPosition() {
    const result = rt.takeStructure("RtAudioPosition", _rt_audio_playback_get_position(this.handle));
    if (result.x == 0.0 && result.y == 0.0 && result.z == 0.0) check();
    return result;
  }

  /**
   * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
   * silence, or from where a fade-out under way has come to.
   *
   * On failure: false.
   */
  fadeIn(duration_ms) {
    const result = _rt_audio_playback_fade_in(this.handle, rt.integer(duration_ms));
    if (!result) check();
    return result;
  }

  /**
   * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
   * ended. Its handle stays valid until it is stopped.
   *
   * On failure: false.
   */
  fadeOut(duration_ms) {
    const result = _rt_audio_playback_fade_out(this.handle, rt.integer(duration_ms));
    if (!result) check();
    return result;
  }

  /**
   * Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
   * 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
   * tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
   * Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
   *
   * On failure: false.
   */
  setReverb(room_size, damping) {
    const result = _rt_audio_playback_set_reverb(this.handle, room_size, damping);
    if (!result) check();
    return result;
  }

  /**
   * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
   * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
   *
   * On failure: false.
   */
  setDelay(delay_ms, decay) {
    const result = _rt_audio_playback_set_delay(this.handle, rt.integer(delay_ms), decay);
    if (!result) check();
    return result;
  }

  /**
   * How far a playback has come, in seconds of its sound; for a loop, since it last began.
   *
   * On failure: 0.0.
   */
  getTime() {
    const result = _rt_audio_playback_get_time(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
   * source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
   * is the first link's; once music was decoded to its end, its length was counted.
   *
   * On failure: 0.0.
   */
  getDuration() {
    const result = _rt_audio_playback_get_duration(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
   * it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
   * where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
   * read it fails, and what was decoded before is heard to its end.
   *
   * On failure: false.
   */
  seek(seconds) {
    const result = _rt_audio_playback_seek(this.handle, seconds);
    if (!result) check();
    return result;
  }

  /**
   * Takes a playback's echo and room away, their tails included.
   *
   * On failure: false.
   */
  clearEffects() {
    const result = _rt_audio_playback_clear_effects(this.handle);
    if (!result) check();
    return result;
  }
}
exports.AudioPlayback = AudioPlayback;

/**
 * A audio mixer: it belongs to its audio engine and is freed with it, or by `close()`.
 */
class AudioMixer extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_audio_mixer_free, handle);
  }

  /**
   * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
   * sounds twice.
   *
   * On failure: false.
   */
  addSource(source) {
    const result = _rt_audio_mixer_add_source(this.handle, rt.handle(source));
    if (!result) check();
    return result;
  }

  /**
   * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
   * 10 ms, without a click.
   *
   * On failure: false.
   */
  setVolume(volume) {
    const result = _rt_audio_mixer_set_volume(this.handle, volume);
    if (!result) check();
    return result;
  }

  /**
   * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
   * playback has its own volume besides the mixer's. A mixer without sources fails.
   *
   * On failure: 0.
   */
  play() {
    const result = _rt_audio_mixer_play(this.handle);
    if (result == 0) check();
    return AudioPlayback.wrap(result, this.parent, true);
  }
}
exports.AudioMixer = AudioMixer;
