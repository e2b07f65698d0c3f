//! The functions of the C headers, their structs and the names of their numbers.
//!
//! Generated from the source by `cargo xtask abi`; not edited by hand.
//!
//! A function that takes and returns numbers alone is safe to call: no number makes it fail otherwise than it says.
#![allow(clippy::doc_lazy_continuation, clippy::doc_overindented_list_items, clippy::too_many_arguments)]
#![allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links, rustdoc::bare_urls)]
#![allow(unsafe_code, unused_imports)]

use std::ffi::{c_char, c_void};

/// `[f64]` by value: `len` items at `data`, which is NULL where there are none; release it with
/// [`rt_f64_array_free`].
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtF64Array {
    /// The first item.
    pub data: *mut f64,
    /// How many.
    pub len: i64,
}

/// `[i64]` by value: `len` items at `data`, which is NULL where there are none; release it with
/// [`rt_i64_array_free`].
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtI64Array {
    /// The first item.
    pub data: *mut i64,
    /// How many.
    pub len: i64,
}

/// `[u8]` by value: `len` items at `data`, which is NULL where there are none; release it with
/// [`rt_bytes_free`].
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtBytes {
    /// The first item.
    pub data: *mut u8,
    /// How many.
    pub len: i64,
}

/// `[text]` by value: `len` items at `data`, which is NULL where there are none; release it with
/// [`rt_text_array_free`].
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtTextArray {
    /// The first item.
    pub data: *mut *mut c_char,
    /// How many.
    pub len: i64,
}

/// No failure.
pub const SN_ERROR_CATEGORY_NONE: i64 = 0;
/// An argument outside what the function takes, or a call out of order.
pub const SN_ERROR_CATEGORY_INVALID_ARGUMENT: i64 = 1;
/// A handle that never was, was freed, or is of another kind.
pub const SN_ERROR_CATEGORY_STALE_HANDLE: i64 = 2;
/// Nothing there: a file, a name, an item, a host.
pub const SN_ERROR_CATEGORY_NOT_FOUND: i64 = 3;
/// A peer, a device or the system said no, or broke off.
pub const SN_ERROR_CATEGORY_REFUSED: i64 = 4;
/// A time limit passed before it was done.
pub const SN_ERROR_CATEGORY_TIMED_OUT: i64 = 5;
/// No memory, or more than a limit allows.
pub const SN_ERROR_CATEGORY_LIMIT: i64 = 6;
/// Not to be had on this platform, or in this build.
pub const SN_ERROR_CATEGORY_UNSUPPORTED: i64 = 7;
/// A fault inside the archive or a library that it wraps.
pub const SN_ERROR_CATEGORY_INTERNAL: i64 = 8;

unsafe extern "C" {
    /// Returns the length in bytes of a text that this archive returned, in constant time, NUL bytes inside it included. 0
    /// for NULL.
    pub fn rt_text_len(text: *const c_char) -> i64;
    /// Tells whether an empty text that this archive returned stands for "nothing there": no match, a group that took no
    /// part, a header that was not sent. False for an empty one that was there, and for NULL.
    pub fn rt_text_is_none(text: *const c_char) -> bool;
    /// Releases a text that this archive returned. NULL does nothing.
    pub fn rt_text_free(text: *mut c_char);
    /// Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
    pub fn rt_f64_array_free(data: *mut f64, len: i64);
    /// Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
    pub fn rt_i64_array_free(data: *mut i64, len: i64);
    /// Releases bytes that this archive returned. An empty array does nothing.
    pub fn rt_bytes_free(data: *mut u8, len: i64);
    /// Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
    pub fn rt_text_array_free(data: *mut *mut c_char, len: i64);
    /// Returns the version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with them,
    /// not with every new function.
    pub safe fn rt_native_abi_version() -> i64;
    /// Returns a hash of every signature that this archive was built with. A host compares it with the
    /// `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of another
    /// version.
    pub safe fn rt_native_abi_hash() -> i64;
    /// Returns how often the interface has changed so far: of two archives, headers or manifests that differ, the one with
    /// the smaller revision is the older.
    pub safe fn rt_native_abi_revision() -> i64;
    /// Tells whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
    /// `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is older. In
    /// C, `SIMPLE_NATIVE_FITS()` asks this.
    ///
    /// On failure: false.
    pub safe fn rt_native_check_abi(abi_revision: i64, abi_hash: i64) -> bool;
    /// Returns the version of this archive.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_native_version() -> *mut c_char;
    /// Returns the manifest of this build, as JSON: every function that it holds, with parameter names, types, ownership,
    /// thread rule, failure value and meaning.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_native_manifest() -> *mut c_char;
    /// Returns how many objects are alive: handles that were given out and not freed. A host's tests assert with it that
    /// they leak none.
    pub safe fn rt_native_live_handles() -> i64;
    /// Returns how many bytes the archive holds in blocks of at least 64 KiB: pictures, decoded sounds, bodies, buffers of
    /// worlds and servers. The rest is small beside it; the weights of models are not in it. A binding tells its garbage
    /// collector by it what small objects stand for.
    pub safe fn rt_native_bulk_memory() -> i64;
    /// Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
    /// the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
    /// later call works. Never succeeds.
    ///
    /// On failure: false.
    pub fn rt_native_provoke_panic(message: *const c_char) -> bool;
    /// Tells whether the last call of this thread failed, of those that can: asking, releasing memory and reading last
    /// errors count as none. For bindings: asked right after a call, it tells a failure value from the same value as an
    /// answer, and whether the library's last error is that call's.
    pub safe fn rt_native_last_call_failed() -> bool;
    /// Has this thread's calls leave no word of themselves while `quiet`: they change neither what
    /// `rt_native_last_call_failed` tells nor any last error. Returns what was so before, to be put back. For bindings: what
    /// a collector frees, it frees between any two steps of a program, also between a call and the question whether it
    /// failed.
    pub safe fn rt_native_set_quiet(quiet: bool) -> bool;
    /// Copies why this thread's last failed call failed, of whichever library, into `buffer`: for hosts that want no
    /// allocation, and nothing to release. The sentence ends with a NUL, and is cut between characters where `buffer` is
    /// shorter. Returns the bytes of the whole sentence without the NUL: 0 where no call failed or the error was cleared,
    /// -1 where `buffer` is none. Works without any memory, and leaves what `rt_native_last_call_failed` tells as it is.
    ///
    /// On failure: -1.
    pub fn rt_native_copy_last_error(buffer: *mut u8, buffer_len: i64) -> i64;
    /// Returns why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_native_get_last_error() -> *mut c_char;
    /// Returns the category of this thread's last failed `rt_native_` call, by the same numbers in every library: 0 none
    /// failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of
    /// another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a
    /// limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_native_get_last_error_code() -> i64;
    /// Forgets why this thread's last failed `rt_native_` call failed.
    pub safe fn rt_native_clear_error();
}

/// Everything is as loud as it is.
pub const SN_DISTANCE_MODEL_CONSTANT: i64 = 0;
/// reference / (reference + rolloff · (d − reference)).
pub const SN_DISTANCE_MODEL_INVERSE: i64 = 1;
/// 1 − rolloff · (d − reference) / (greatest − reference), and never below 0.
pub const SN_DISTANCE_MODEL_LINEAR: i64 = 2;
/// (d / reference) to the power of −rolloff.
pub const SN_DISTANCE_MODEL_EXPONENTIAL: i64 = 3;

/// Lets what is below its frequency pass; 12 dB an octave.
pub const SN_FILTER_KIND_LOW_PASS: i64 = 0;
/// Lets what is above its frequency pass; 12 dB an octave.
pub const SN_FILTER_KIND_HIGH_PASS: i64 = 1;
/// Lets what is around its frequency pass, there as loud as it was.
pub const SN_FILTER_KIND_BAND_PASS: i64 = 2;
/// Takes away what is around its frequency.
pub const SN_FILTER_KIND_NOTCH: i64 = 3;
/// Raises or lowers what is around its frequency by its gain.
pub const SN_FILTER_KIND_PEAK: i64 = 4;
/// Raises or lowers what is below its frequency by its gain.
pub const SN_FILTER_KIND_LOW_SHELF: i64 = 5;
/// Raises or lowers what is above its frequency by its gain.
pub const SN_FILTER_KIND_HIGH_SHELF: i64 = 6;
/// Turns phases about its frequency alone.
pub const SN_FILTER_KIND_ALL_PASS: i64 = 7;

/// A place in the room, in metres.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtAudioPosition {
    /// To the right, for a listener that was not turned.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Towards the back.
    pub z: f64,
}

unsafe extern "C" {
    /// Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
    /// channels. 0 where no output can be opened; last error says why.
    ///
    /// A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
    /// aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
    /// tell. The engine is the caller's; release it with `rt_audio_shutdown`.
    ///
    /// Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
    /// thread only.
    pub safe fn rt_audio_init() -> i64;
    /// Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
    /// playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
    ///
    /// `engine` is an audio engine, freed by this call. On failure: false. May wait; blocks its own thread
    /// only.
    pub safe fn rt_audio_shutdown(engine: i64) -> bool;
    /// Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
    /// clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_master_volume(engine: i64, volume: f64) -> bool;
    /// Returns the gain over everything that `engine` plays, from 0 to 1.
    ///
    /// `engine` is an audio engine. On failure: 0.0.
    pub safe fn rt_audio_get_master_volume(engine: i64) -> f64;
    /// Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_pause_all(engine: i64) -> bool;
    /// Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_resume_all(engine: i64) -> bool;
    /// Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
    /// found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
    /// gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
    /// has. What is not sound (tags, pictures, comments, however damaged) never decides whether there is sound, and a
    /// stated length never ends it. Where a file changes its rate or its channels on the way, as a chained Ogg file
    /// may, it goes on in those that it began with. A sound of up to 10 seconds with another rate than the engine's is brought
    /// to that here, once, which takes memory for it besides: what is played has then, to 18 kHz, less than −90 dB of what was
    /// not in it, and nothing above −60 dB is folded back. Longer sounds, loops and music are brought over while they play, at
    /// the same quality where the two rates have a small ratio, as usual ones do, and the speed is 1: that takes some forty
    /// times as long as mixing what has the engine's rate. At other speeds a shorter filter does it (−80 dB, from 3.5 kHz
    /// around half of the lower rate on). 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
    /// per sample: play that as music. Release the source with `rt_audio_source_free`.
    ///
    /// `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_audio_load_from_file(engine: i64, path: *const c_char) -> i64;
    /// Loads a sound as `rt_audio_load_from_file` does, from the bytes of a whole sound file, which are not needed
    /// afterwards.
    ///
    /// `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_audio_load_from_memory(engine: i64, data: *const u8, data_len: i64) -> i64;
    /// Frees a source. What plays it goes on to its end.
    ///
    /// `source` is an audio source, freed by this call. On failure: false.
    pub safe fn rt_audio_source_free(source: i64) -> bool;
    /// Returns the length of a source in seconds, at its own speed.
    ///
    /// `source` is an audio source. On failure: 0.0.
    pub safe fn rt_audio_source_duration(source: i64) -> f64;
    /// Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
    /// sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
    ///
    /// `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
    /// rt_audio_playback_stop. On failure: 0.
    pub safe fn rt_audio_play_sound(engine: i64, source: i64) -> i64;
    /// Plays a source as `rt_audio_play_sound` does, from the first sample at this volume: a linear gain of 0 and more.
    ///
    /// `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
    /// rt_audio_playback_stop. On failure: 0.
    pub safe fn rt_audio_play_sound_with_volume(engine: i64, source: i64, volume: f64) -> i64;
    /// Plays a source again and again, without a gap, until it is stopped.
    ///
    /// `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
    /// rt_audio_playback_stop. On failure: 0.
    pub safe fn rt_audio_play_sound_looped(engine: i64, source: i64) -> i64;
    /// Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
    /// The playback is the caller's, to be released with `rt_audio_stop_music`.
    ///
    /// `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_audio_play_music(engine: i64, path: *const c_char) -> i64;
    /// Plays music again and again, without a gap, until it is stopped.
    ///
    /// `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_audio_play_music_looped(engine: i64, path: *const c_char) -> i64;
    /// Stops a playback and frees its handle. The same as `rt_audio_playback_stop`.
    ///
    /// `handle` is an audio playback, freed by this call. On failure: false.
    pub safe fn rt_audio_stop_music(handle: i64) -> bool;
    /// Stops a playback from the next buffer on, wherever it is, and frees its handle. It falls silent within 5 ms,
    /// without a click.
    ///
    /// `handle` is an audio playback, freed by this call. On failure: false.
    pub safe fn rt_audio_playback_stop(handle: i64) -> bool;
    /// Halts a playback from the next buffer on: it falls silent within 5 ms, without a click, and keeps its place
    /// there. Fades and effects halt with it. One that was not heard yet begins with its first sample when it goes on.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_pause(handle: i64) -> bool;
    /// Goes on with a playback that was paused.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_resume(handle: i64) -> bool;
    /// Tells whether a playback is heard or about to be: it has not ended, is not paused, and neither is its bus or its engine. The
    /// tail of an effect counts.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_is_playing(handle: i64) -> bool;
    /// Tells whether a playback has not ended and is paused, by itself, with its bus or with all others.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_is_paused(handle: i64) -> bool;
    /// Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
    /// before the first sample it is immediate.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_volume(handle: i64, volume: f64) -> bool;
    /// Returns the gain that was set, whatever a fade makes of it.
    ///
    /// `handle` is an audio playback. On failure: 0.0.
    pub safe fn rt_audio_playback_get_volume(handle: i64) -> f64;
    /// Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_speed(handle: i64, speed: f64) -> bool;
    /// Returns the speed that was set.
    ///
    /// `handle` is an audio playback. On failure: 0.0.
    pub safe fn rt_audio_playback_get_speed(handle: i64) -> f64;
    /// Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
    /// its distance d from the listener, with 1 / max(d, 1) where `rt_audio_set_distance_model` says nothing else, and panned
    /// by its direction with constant power:
    /// where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
    /// sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
    ///
    /// `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
    /// rt_audio_playback_stop. On failure: 0.
    pub safe fn rt_audio_play_sound_spatial(engine: i64, source: i64, x: f64, y: f64, z: f64) -> i64;
    /// Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
    /// no position has one from now on.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_position(handle: i64, x: f64, y: f64, z: f64) -> bool;
    /// Returns where a playback is. A playback without a position fails.
    ///
    /// `handle` is an audio playback. On failure: x 0.0, y 0.0, z 0.0.
    pub safe fn rt_audio_playback_get_position(handle: i64) -> RtAudioPosition;
    /// As [`rt_audio_playback_get_position`], into `*out`; whether it succeeded.
    pub fn rt_audio_playback_get_position_into(handle: i64, out: *mut RtAudioPosition) -> bool;
    /// Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_listener_position(engine: i64, x: f64, y: f64, z: f64) -> bool;
    /// Returns where the listener is.
    ///
    /// `engine` is an audio engine. On failure: x 0.0, y 0.0, z 0.0.
    pub safe fn rt_audio_get_listener_position(engine: i64) -> RtAudioPosition;
    /// As [`rt_audio_get_listener_position`], into `*out`; whether it succeeded.
    pub fn rt_audio_get_listener_position_into(engine: i64, out: *mut RtAudioPosition) -> bool;
    /// Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
    /// up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
    /// and parallel directions are refused.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_listener_orientation(engine: i64, forward_x: f64, forward_y: f64, forward_z: f64, up_x: f64, up_y: f64, up_z: f64) -> bool;
    /// Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
    /// silence, or from where a fade-out under way has come to. One that is heard at another level comes to that line
    /// within 5 ms, without a click.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_fade_in(handle: i64, duration_ms: i64) -> bool;
    /// Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
    /// ended. 0 takes 5 ms, without a click, where it is heard. Its handle stays valid until it is stopped.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_fade_out(handle: i64, duration_ms: i64) -> bool;
    /// Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
    /// 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
    /// tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
    /// Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_reverb(handle: i64, room_size: f64, damping: f64) -> bool;
    /// Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
    /// 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound. Another
    /// decay keeps what is under way; another delay begins anew once the echo before it has fallen silent, within 5 ms.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_delay(handle: i64, delay_ms: i64, decay: f64) -> bool;
    /// Makes a mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
    /// `rt_audio_mixer_free`.
    ///
    /// `engine` is an audio engine. Returns an audio mixer; free it with rt_audio_mixer_free. On failure:
    /// 0.
    pub safe fn rt_audio_mixer_create(engine: i64) -> i64;
    /// Frees a mixer. What it started plays on.
    ///
    /// `mixer` is an audio mixer, freed by this call. On failure: false.
    pub safe fn rt_audio_mixer_free(mixer: i64) -> bool;
    /// Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
    /// sounds twice.
    ///
    /// `mixer` is an audio mixer. `source` is an audio source. On failure: false.
    pub safe fn rt_audio_mixer_add_source(mixer: i64, source: i64) -> bool;
    /// Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
    /// 10 ms, without a click.
    ///
    /// `mixer` is an audio mixer. On failure: false.
    pub safe fn rt_audio_mixer_set_volume(mixer: i64, volume: f64) -> bool;
    /// Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
    /// playback has its own volume besides the mixer's. A mixer without sources fails.
    ///
    /// `mixer` is an audio mixer. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0.
    pub safe fn rt_audio_mixer_play(mixer: i64) -> i64;
    /// Frames per second of a source, as its file has them.
    ///
    /// `source` is an audio source. On failure: -1.
    pub safe fn rt_audio_source_get_sample_rate(source: i64) -> i64;
    /// Samples per frame of a source: 1 for mono, 2 for stereo.
    ///
    /// `source` is an audio source. On failure: -1.
    pub safe fn rt_audio_source_get_channels(source: i64) -> i64;
    /// Returns the formats that can be decoded, by their usual file name extension.
    ///
    /// Release what it returns with rt_text_array_free.
    pub safe fn rt_audio_get_supported_formats() -> RtTextArray;
    /// As [`rt_audio_get_supported_formats`], into `*out`; whether it succeeded.
    pub fn rt_audio_get_supported_formats_into(out: *mut RtTextArray) -> bool;
    /// Returns why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_audio_get_last_error() -> *mut c_char;
    /// Makes a bus: playbacks go into it (the option `bus`, or `rt_audio_playback_set_bus`) and are heard together, with a
    /// volume, pauses, effects and a meter of its own: for music, for speech, for a game's effects. It goes into all that
    /// `engine` plays. An engine has up to 256. Release it with `rt_audio_bus_free`.
    ///
    /// `engine` is an audio engine. Returns an audio bus; free it with rt_audio_bus_free. On failure: 0.
    pub safe fn rt_audio_bus_create(engine: i64) -> i64;
    /// Makes a bus that goes into another one.
    ///
    /// `bus` is an audio bus. Returns an audio bus; free it with rt_audio_bus_free. On failure: 0.
    pub safe fn rt_audio_bus_create_inside(bus: i64) -> i64;
    /// Frees a bus. What plays in it, and the buses that go into it, are heard as before; once there are none, it is gone.
    ///
    /// `bus` is an audio bus, freed by this call. On failure: false.
    pub safe fn rt_audio_bus_free(bus: i64) -> bool;
    /// Lets a playback go into a bus from the next buffer on: within 5 ms, without a click.
    ///
    /// `handle` is an audio playback. `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_playback_set_bus(handle: i64, bus: i64) -> bool;
    /// Lets a playback go into no bus but into all that its engine plays, from the next buffer on: within 5 ms, without a
    /// click.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_clear_bus(handle: i64) -> bool;
    /// Sets a bus's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click; where nothing is
    /// heard of it, it is immediate.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_volume(bus: i64, volume: f64) -> bool;
    /// Returns a bus's gain.
    ///
    /// `bus` is an audio bus. On failure: 0.0.
    pub safe fn rt_audio_bus_get_volume(bus: i64) -> f64;
    /// Halts what goes into a bus, until `rt_audio_bus_resume`: it falls silent within 5 ms, without a click, and keeps its
    /// place there; the bus's effects halt with it. What is started meanwhile waits too.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_pause(bus: i64) -> bool;
    /// Ends what `rt_audio_bus_pause` began. What was paused by itself stays paused.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_resume(bus: i64) -> bool;
    /// Tells whether a bus is paused, or one that it goes into.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_is_paused(bus: i64) -> bool;
    /// Puts a filter into one of a bus's eight slots, as `rt_audio_playback_set_filter` does for a playback: they come first,
    /// then the echo, the room, the volume and the compressor.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_filter(bus: i64, slot: i64, kind: i64, frequency: f64, q: f64, gain_db: f64) -> bool;
    /// Takes the filter out of a slot of a bus, 0 to 7.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_clear_filter(bus: i64, slot: i64) -> bool;
    /// Gives a bus an echo, as `rt_audio_playback_set_delay` does for a playback.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_delay(bus: i64, delay_ms: i64, decay: f64) -> bool;
    /// Puts a bus into a room, as `rt_audio_playback_set_reverb` does for a playback.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_reverb(bus: i64, room_size: f64, damping: f64) -> bool;
    /// Takes a bus's echo, room and filters away, their tails included, within 5 ms and without a click.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_clear_effects(bus: i64) -> bool;
    /// Compresses what goes through a bus, behind its volume, as `rt_audio_set_compressor` does for everything.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_compressor(bus: i64, threshold_db: f64, ratio: f64, attack_ms: f64, release_ms: f64, makeup_db: f64) -> bool;
    /// Limits what goes through a bus, behind its volume, as `rt_audio_set_limiter` does for everything.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_set_limiter(bus: i64, ceiling_db: f64, release_ms: f64) -> bool;
    /// Takes a bus's compressor or limiter away; what it holds down comes up again within 20 ms.
    ///
    /// `bus` is an audio bus. On failure: false.
    pub safe fn rt_audio_bus_clear_compressor(bus: i64) -> bool;
    /// Returns by what a bus's compressor or limiter multiplies the sound at the moment: 1 where it leaves it as it is.
    ///
    /// `bus` is an audio bus. On failure: 0.0.
    pub safe fn rt_audio_bus_get_compression(bus: i64) -> f64;
    /// Gives how loud everything was that came through a bus since this was last called, as `rt_audio_take_levels` does for
    /// the whole mix: before what the engine does to it.
    ///
    /// `bus` is an audio bus. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_audio_bus_take_levels(bus: i64) -> RtF64Array;
    /// As [`rt_audio_bus_take_levels`], into `*out`; whether it succeeded.
    pub fn rt_audio_bus_take_levels_into(bus: i64, out: *mut RtF64Array) -> bool;
    /// Lists the system's audio inputs, each as JSON, as `rt_audio_get_outputs` does the outputs: its `id`, for
    /// `rt_audio_capture_start`, its `name`, for people, and whether it `is_default`. Empty, with a last error, where the system
    /// has no audio.
    ///
    /// Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
    /// own thread only.
    pub safe fn rt_audio_get_inputs() -> RtTextArray;
    /// As [`rt_audio_get_inputs`], into `*out`; whether it succeeded.
    pub fn rt_audio_get_inputs_into(out: *mut RtTextArray) -> bool;
    /// Begins to capture an audio input, as `options_json` says, a JSON object or `""`: the one with the id `device` (one of
    /// `rt_audio_get_inputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000) and with
    /// `channels` (1 to 8; both null at first: the device's own). The device hands over `buffer_ms` at a time (1 to 1,000; 20
    /// at first), and `keep_ms` (10 to 600,000; 1,000 at first) are kept until they are read; what comes beyond that is lost and
    /// counted. 0 where there is no such input, or where it does not give that; last error says why. Release it with
    /// `rt_audio_capture_stop`.
    ///
    /// Returns an audio capture; free it with rt_audio_capture_stop. On failure: 0. May wait; blocks its
    /// own thread only.
    pub fn rt_audio_capture_start(options_json: *const c_char) -> i64;
    /// Frames per second that are captured.
    ///
    /// `capture` is an audio capture. On failure: -1.
    pub safe fn rt_audio_capture_get_sample_rate(capture: i64) -> i64;
    /// Samples per frame that are captured.
    ///
    /// `capture` is an audio capture. On failure: -1.
    pub safe fn rt_audio_capture_get_channels(capture: i64) -> i64;
    /// Returns how many frames can be read at once.
    ///
    /// `capture` is an audio capture. On failure: -1.
    pub safe fn rt_audio_capture_get_available(capture: i64) -> i64;
    /// Waits until `frames` frames can be read (1 to those that are kept), `timeout_ms` milliseconds at most, for ever where that is below 0: false where they
    /// do not come in time, and where the input was lost.
    ///
    /// `capture` is an audio capture. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_audio_capture_wait(capture: i64, frames: i64, timeout_ms: i64) -> bool;
    /// Reads what was captured, in its order: up to `frames` frames (0 and more), interleaved, −1 to 1 at full scale. Does not
    /// wait: empty where nothing is there yet. Fails where nothing is left of an input that was lost.
    ///
    /// `capture` is an audio capture. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_capture_read(capture: i64, frames: i64) -> RtF64Array;
    /// As [`rt_audio_capture_read`], into `*out`; whether it succeeded.
    pub fn rt_audio_capture_read_into(capture: i64, frames: i64, out: *mut RtF64Array) -> bool;
    /// Reads as `rt_audio_capture_read` does, into 32-bit floats: 4 bytes of each, little-endian.
    ///
    /// `capture` is an audio capture. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_capture_read_floats(capture: i64, frames: i64) -> RtBytes;
    /// As [`rt_audio_capture_read_floats`], into `*out`; whether it succeeded.
    pub fn rt_audio_capture_read_floats_into(capture: i64, frames: i64, out: *mut RtBytes) -> bool;
    /// Reads as `rt_audio_capture_read` does, into 16-bit integers, as files and codecs for speech take them: 2 bytes of each,
    /// little-endian, 32,768 at full scale.
    ///
    /// `capture` is an audio capture. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_capture_read_int16(capture: i64, frames: i64) -> RtBytes;
    /// As [`rt_audio_capture_read_int16`], into `*out`; whether it succeeded.
    pub fn rt_audio_capture_read_int16_into(capture: i64, frames: i64, out: *mut RtBytes) -> bool;
    /// Counts the frames that were lost since the capture began, because what was before them was not read in time; each
    /// time that the device's own buffer ran over counts as one.
    ///
    /// `capture` is an audio capture. On failure: -1.
    pub safe fn rt_audio_capture_get_lost(capture: i64) -> i64;
    /// Gives the reason why an input was lost: `""` while it is there. What was captured before can still be read; to go on,
    /// start another capture.
    ///
    /// `capture` is an audio capture. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_audio_capture_get_error(capture: i64) -> *mut c_char;
    /// Ends a capture and closes its input; what was not read is gone.
    ///
    /// `capture` is an audio capture, freed by this call. On failure: false. May wait; blocks its own
    /// thread only.
    pub safe fn rt_audio_capture_stop(capture: i64) -> bool;
    /// Takes a playback's echo, room and filters away, their tails included, within 5 ms and without a click.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_clear_effects(handle: i64) -> bool;
    /// Puts a filter of the second order into one of a playback's eight slots, 0 to 7, which follow each other, before its
    /// echo and its room. `kind` is one of FilterKind, `frequency` is in Hz, from 1 to 0.499 of the engine's rate, `q` from
    /// 0.01 to 100 (1/√2 is a Butterworth's, and a shelf's without a hump), `gain_db` from −60 to 60 counts for peaks and
    /// shelves. The formulas are those of Robert Bristow-Johnson's Audio EQ Cookbook. A filter that changes does so within
    /// 10 ms, one that comes or goes within 5 ms, without a click.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_filter(handle: i64, slot: i64, kind: i64, frequency: f64, q: f64, gain_db: f64) -> bool;
    /// Takes the filter out of a slot of a playback, 0 to 7.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_clear_filter(handle: i64, slot: i64) -> bool;
    /// Puts a filter over everything that `engine` plays, as `rt_audio_playback_set_filter` does for a playback: before the
    /// master volume.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_filter(engine: i64, slot: i64, kind: i64, frequency: f64, q: f64, gain_db: f64) -> bool;
    /// Takes the filter out of a slot, 0 to 7, of those over everything.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_clear_filter(engine: i64, slot: i64) -> bool;
    /// Compresses everything that `engine` plays, behind the master volume: what is louder than `threshold_db` (−100 to 0,
    /// against full scale; the loudest channel counts) goes beyond it by one dB for `ratio` (1 to 1,000) that came in. It
    /// comes down and up again exponentially, by 1 − 1/e within `attack_ms` (0 to 1,000; 0 is at once) and `release_ms` (1
    /// to 10,000). `makeup_db` (0 to 60) is added behind it. It replaces a limiter.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_compressor(engine: i64, threshold_db: f64, ratio: f64, attack_ms: f64, release_ms: f64, makeup_db: f64) -> bool;
    /// Limits everything that `engine` plays, behind the master volume: no sample goes beyond `ceiling_db` (−60 to 0, against
    /// full scale). It comes down at once and up again within `release_ms` (1 to 10,000), as a compressor does. It replaces
    /// a compressor.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_limiter(engine: i64, ceiling_db: f64, release_ms: f64) -> bool;
    /// Takes the compressor or limiter away; what it holds down comes up again within 20 ms.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_clear_compressor(engine: i64) -> bool;
    /// Returns by what the compressor or limiter multiplies the sound at the moment, apart from what is added behind it: 1
    /// where it leaves it as it is.
    ///
    /// `engine` is an audio engine. On failure: 0.0.
    pub safe fn rt_audio_get_compression(engine: i64) -> f64;
    /// Gives how loud everything was that `engine` mixed since this was last called: the greatest sample of each channel,
    /// without its sign, then each channel's root mean square. Full scale is 1; zeros where nothing was mixed.
    ///
    /// `engine` is an audio engine. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_take_levels(engine: i64) -> RtF64Array;
    /// As [`rt_audio_take_levels`], into `*out`; whether it succeeded.
    pub fn rt_audio_take_levels_into(engine: i64, out: *mut RtF64Array) -> bool;
    /// Does what `rt_audio_init` does, as `options_json` says, a JSON object or `""`: on the output with the id `device`
    /// (one of `rt_audio_get_outputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000)
    /// and with `channels` (1 to 8; both null at first: the device's own), mixed `buffer_ms` ahead of what is heard (1 to
    /// 1,000; 50 at first): less is heard sooner, and breaks off sooner on a busy machine. The buffer has the nearest power
    /// of two of frames, or the device's own size where it refuses that. 0 where there is no such output, or where it does
    /// not play so; last error says why. An output that is lost later is waited for by its id.
    ///
    /// Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
    /// thread only.
    pub fn rt_audio_init_with_options(options_json: *const c_char) -> i64;
    /// Does what `rt_audio_init` does, and where no output can be opened gives an engine all the same, for programs that are
    /// to run without sound as well: it plays silently, two channels of 48,000 Hz, at the pace of a device, and aloud as soon
    /// as an output can be opened, for which it looks every 2 seconds. `rt_audio_is_device_playing` tells whether there is one,
    /// `rt_audio_take_device_error` once why there was none. 0 only where its thread cannot be started.
    ///
    /// Returns an audio engine; free it with rt_audio_shutdown. On failure: 0. May wait; blocks its own
    /// thread only.
    pub safe fn rt_audio_init_or_silent() -> i64;
    /// Lists the system's audio outputs, each as JSON: its `id`, for `rt_audio_init_with_options`, its `name`, for people,
    /// and whether it `is_default`. On Linux these are the outputs that ALSA's configuration describes, those of PulseAudio
    /// and PipeWire among them where their plug-ins are installed, the default first; whether one plays is known when it is opened. Empty, with
    /// a last error, where the system has no audio.
    ///
    /// Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
    /// own thread only.
    pub safe fn rt_audio_get_outputs() -> RtTextArray;
    /// As [`rt_audio_get_outputs`], into `*out`; whether it succeeded.
    pub fn rt_audio_get_outputs_into(out: *mut RtTextArray) -> bool;
    /// Makes an engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
    /// servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device; the same
    /// calls give the same samples. Release it with `rt_audio_shutdown`.
    ///
    /// Returns an audio engine; free it with rt_audio_shutdown. On failure: 0.
    pub safe fn rt_audio_init_offline(sample_rate: i64, channels: i64) -> i64;
    /// Mixes the next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c. They
    /// are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
    ///
    /// `engine` is an audio engine. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_render(engine: i64, frames: i64) -> RtF64Array;
    /// As [`rt_audio_render`], into `*out`; whether it succeeded.
    pub fn rt_audio_render_into(engine: i64, frames: i64, out: *mut RtF64Array) -> bool;
    /// Mixes as `rt_audio_render` does, into 32-bit floats: 4 bytes of each, little-endian.
    ///
    /// `engine` is an audio engine. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_audio_render_floats(engine: i64, frames: i64) -> RtBytes;
    /// As [`rt_audio_render_floats`], into `*out`; whether it succeeded.
    pub fn rt_audio_render_floats_into(engine: i64, frames: i64, out: *mut RtBytes) -> bool;
    /// Frames per second that an engine plays.
    ///
    /// `engine` is an audio engine. On failure: -1.
    pub safe fn rt_audio_get_sample_rate(engine: i64) -> i64;
    /// Samples per frame that an engine plays.
    ///
    /// `engine` is an audio engine. On failure: -1.
    pub safe fn rt_audio_get_channels(engine: i64) -> i64;
    /// Gives the engine's time in seconds: how much it has mixed since it began, pauses included. `rt_audio_play` starts
    /// sounds at times of it.
    ///
    /// `engine` is an audio engine. On failure: 0.0.
    pub safe fn rt_audio_get_engine_time(engine: i64) -> f64;
    /// Counts the errors of the engine's devices that passed, as buffers that came too late: the device plays on, or was
    /// opened anew at once. 0 for an offline engine.
    ///
    /// `engine` is an audio engine. On failure: -1.
    pub safe fn rt_audio_get_device_error_count(engine: i64) -> i64;
    /// Tells whether a device plays the engine. False where it was lost and until another is there, and for an offline
    /// engine.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_is_device_playing(engine: i64) -> bool;
    /// Gives the reason why the engine's device was lost, once for each loss: `""` where none was since the last call. A
    /// loss is what cannot be played on; a device that failed and could be opened anew at once is counted by
    /// `rt_audio_get_device_error_count`.
    ///
    /// `engine` is an audio engine. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_audio_take_device_error(engine: i64) -> *mut c_char;
    /// Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
    /// and forget them.
    ///
    /// `engine` is an audio engine. On failure: -1.
    pub safe fn rt_audio_free_ended(engine: i64) -> i64;
    /// Starts a playback of samples that the host makes meanwhile, for synthesis, for voices from a network: they are put in
    /// with `rt_audio_playback_push`, `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz), and `buffer_ms`
    /// milliseconds of them (1 to 60,000) are kept until they are heard. Where none are there it is silent until some come.
    /// `options_json` is as for `rt_audio_play`; `loop` and `from` fail, for what was heard is gone. The playback ends
    /// when it is stopped, or when all is heard after `rt_audio_playback_finish`.
    ///
    /// `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0.
    pub fn rt_audio_play_live(engine: i64, sample_rate: i64, channels: i64, buffer_ms: i64, options_json: *const c_char) -> i64;
    /// Puts samples into a playback of `rt_audio_play_live`: whole frames, interleaved, −1 to 1 at full scale. Says how many
    /// frames there was room for: the others are to be put in again later. 0 where it is full.
    ///
    /// `handle` is an audio playback. On failure: -1.
    pub fn rt_audio_playback_push(handle: i64, samples: *const f64, samples_len: i64) -> i64;
    /// Puts samples in as `rt_audio_playback_push` does, as 32-bit floats: `data` holds 4 bytes of each, little-endian.
    ///
    /// `handle` is an audio playback. On failure: -1.
    pub fn rt_audio_playback_push_floats(handle: i64, data: *const u8, data_len: i64) -> i64;
    /// Has `function` called with the playback's handle and `user_data`, on a thread of the archive's own, whenever half of
    /// what a playback of `rt_audio_play_live` keeps is missing: it puts samples in with `rt_audio_playback_push`, as many as it
    /// has, and returns another number than 0, or 0 where no more come. Where it is late the playback is silent meanwhile. A
    /// panic, an exception of another language and `pthread_exit` end it as 0 does; `longjmp` must not leave it. It takes the
    /// place of an earlier function. After `rt_audio_playback_stop` it is not called any more; from inside, that ends the
    /// calls after this one.
    ///
    /// `handle` is an audio playback. On failure: false. May wait; blocks its own thread only.
    pub fn rt_audio_playback_set_producer(handle: i64, function: Option<unsafe extern "C-unwind" fn(handle: i64, user_data: *mut c_void) -> i64>, user_data: *mut c_void) -> bool;
    /// Returns how many frames there is room for in a playback of `rt_audio_play_live`.
    ///
    /// `handle` is an audio playback. On failure: -1.
    pub safe fn rt_audio_playback_get_room(handle: i64) -> i64;
    /// Says that no more samples come: a playback of `rt_audio_play_live` ends once what it has was heard.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_finish(handle: i64) -> bool;
    /// Starts a source on `engine`, all in one call: nothing of it is heard otherwise than `options_json` says. `""` and
    /// `{}` are a plain start; keys, all optional: `volume` (linear gain, 1), `pan` (from −1, left, to 1, right: all
    /// channels become one point with the gains cos((pan + 1) · π/4) and sin((pan + 1) · π/4)) or `position` (three
    /// coordinates in metres), `velocity` (three, in metres a second, for a position), `bus` (a handle: what it goes into),
    /// `speed` (0.1 to 10, 1), `loop` (false: again and again, and where the file says so, by a WAV's
    /// `smpl` chunk or the tags LOOPSTART and LOOPLENGTH or LOOPEND, only that stretch, after what is before it), `loop_from`
    /// and `loop_to` (another stretch, in seconds, to the frame; it is a loop then), `paused` (false), `fade_in_ms` (0), `from` (where
    /// in the sound, in seconds, 0) and `at` (when, in seconds of `rt_audio_get_engine_time`: to the frame; a time that
    /// is over is at once). An unknown key fails and is named.
    ///
    /// `engine` is an audio engine. `source` is an audio source. Returns an audio playback; free it with
    /// rt_audio_playback_stop. On failure: 0.
    pub fn rt_audio_play(engine: i64, source: i64, options_json: *const c_char) -> i64;
    /// Plays the sound file at `path` while reading it, started as `rt_audio_play` says. The playback is the caller's,
    /// to be released with `rt_audio_stop_music`.
    ///
    /// `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_audio_play_music_with(engine: i64, path: *const c_char, options_json: *const c_char) -> i64;
    /// Plays music as `rt_audio_play_music_with` does, from the bytes of a whole sound file, which are copied and decoded
    /// while it plays.
    ///
    /// `engine` is an audio engine. Returns an audio playback; free it with rt_audio_playback_stop. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_audio_play_music_from_memory(engine: i64, data: *const u8, data_len: i64, options_json: *const c_char) -> i64;
    /// Has a playback of a source repeat the stretch from `loop_from` to `loop_to`, in seconds of its sound, to the frame,
    /// from the next buffer on: what is before it is heard once, and where it is beyond `loop_to` already it goes on to the
    /// end of the sound first. Music is looped as it was started; here it fails.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_loop(handle: i64, loop_from: f64, loop_to: f64) -> bool;
    /// Has a playback of a source go on to the end of its sound and end there, from the next buffer on.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_clear_loop(handle: i64) -> bool;
    /// Lets a playback begin when another one's sound ends, to the frame: for music without gaps. It must not have begun:
    /// start it after the other one, with `{"paused": true}`, which this ends. With `crossfade_ms` above 0 it begins so much before that end, and
    /// gives way: the one with the cosine, the other with the sine of a quarter turn, so that their power together stays (as
    /// far as the end is known: not for live samples and loops). Where `before` was stopped or has ended it begins at once.
    ///
    /// `handle` is an audio playback. `before` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_start_after(handle: i64, before: i64, crossfade_ms: i64) -> bool;
    /// Sets where between left and right a playback is heard, from −1 to 1, as one point: with the gains
    /// cos((pan + 1) · π/4) and sin((pan + 1) · π/4). It has no position any more. The change takes 10 ms, without a click.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_pan(handle: i64, pan: f64) -> bool;
    /// Returns the pan that was set; 0 where none was.
    ///
    /// `handle` is an audio playback. On failure: 0.0.
    pub safe fn rt_audio_playback_get_pan(handle: i64) -> f64;
    /// Gives how far a playback has come, in seconds of its sound; for a loop, since it last began. On a device it is what
    /// is heard now: the device's latency is taken off, and between the device's callbacks the time goes on smoothly.
    /// Offline it is what was rendered.
    ///
    /// `handle` is an audio playback. On failure: 0.0.
    pub safe fn rt_audio_playback_get_time(handle: i64) -> f64;
    /// Returns the length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
    /// source, for live samples, and for music whose file cannot be read to its end. Where a file states its length badly or not at all, as
    /// MP3 files do, its frames are counted the first time, which reads it once; of a chained Ogg file it is the first
    /// link's length until it was decoded to its end.
    ///
    /// `handle` is an audio playback. On failure: 0.0. May wait; blocks its own thread only.
    pub safe fn rt_audio_playback_get_duration(handle: i64) -> f64;
    /// Gives the reason why music ended before its end: a file that can no longer be read, or a decoder that came to
    /// no end. `""` where it did not.
    ///
    /// `handle` is an audio playback. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_audio_playback_get_error(handle: i64) -> *mut c_char;
    /// Moves a playback to `seconds` of its sound, at the next buffer: within 5 ms what is heard gives way to what follows
    /// there, without a click; in a pause nothing is left of it. Beyond the end it ends, or begins anew where
    /// it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
    /// where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
    /// read it fails, and what was decoded before is heard to its end.
    ///
    /// `handle` is an audio playback. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_audio_playback_seek(handle: i64, seconds: f64) -> bool;
    /// Writes all that `engine` plays from now on, as it is heard, into a WAVE file at `path`, which takes the place of what is
    /// there when the recording is stopped: of integers with `bits` 16 or 24, clipped at full scale, or of floats with 32.
    /// On a device nothing waits for the file: what it does not take within 4 seconds is lost and counted; an offline engine's
    /// `rt_audio_render` waits. A file takes 4 GiB; an engine has up to 8 recordings at a time. The recording belongs to
    /// `engine`; end it with `rt_audio_record_stop`. One that is not ended by then is when its engine is shut down.
    ///
    /// `engine` is an audio engine. Returns an audio recording; free it with rt_audio_record_stop. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_audio_record_start(engine: i64, path: *const c_char, bits: i64) -> i64;
    /// Counts the frames that are missing in a recording because its file did not take them in time.
    ///
    /// `recording` is an audio recording. On failure: -1.
    pub safe fn rt_audio_record_get_lost(recording: i64) -> i64;
    /// Counts the frames that a recording has so far.
    ///
    /// `recording` is an audio recording. On failure: -1.
    pub safe fn rt_audio_record_get_frames(recording: i64) -> i64;
    /// Ends a recording and puts its file in its place. False where it could not be written: then what was there before is
    /// there.
    ///
    /// `recording` is an audio recording, freed by this call. On failure: false. May wait; blocks its own
    /// thread only.
    pub safe fn rt_audio_record_stop(recording: i64) -> bool;
    /// Makes a source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
    /// `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
    ///
    /// `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
    /// 0.
    pub fn rt_audio_load_from_samples(engine: i64, samples: *const f64, samples_len: i64, sample_rate: i64, channels: i64) -> i64;
    /// Makes a source as `rt_audio_load_from_samples` does, from 32-bit floats: `data` holds 4 bytes of each, little-endian,
    /// as arrays of floats have them in memory. It is copied once.
    ///
    /// `engine` is an audio engine. Returns an audio source; free it with rt_audio_source_free. On failure:
    /// 0.
    pub fn rt_audio_load_from_floats(engine: i64, data: *const u8, data_len: i64, sample_rate: i64, channels: i64) -> i64;
    /// Returns the samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
    ///
    /// `source` is an audio source. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_audio_source_get_samples(source: i64) -> RtF64Array;
    /// As [`rt_audio_source_get_samples`], into `*out`; whether it succeeded.
    pub fn rt_audio_source_get_samples_into(source: i64, out: *mut RtF64Array) -> bool;
    /// Returns the samples of a source as they were decoded, as `rt_audio_source_get_samples` does, as 32-bit floats: 4 bytes
    /// of each, little-endian.
    ///
    /// `source` is an audio source. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_audio_source_get_floats(source: i64) -> RtBytes;
    /// As [`rt_audio_source_get_floats`], into `*out`; whether it succeeded.
    pub fn rt_audio_source_get_floats_into(source: i64, out: *mut RtBytes) -> bool;
    /// Says how a playback with a position moves, in metres a second: by the Doppler effect it is heard higher where it comes
    /// nearer. Its place does not change by it. The speed that comes of it, the playback's own included, goes from 0.01 to
    /// 10 times.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_velocity(handle: i64, x: f64, y: f64, z: f64) -> bool;
    /// Returns how a playback moves, in metres a second.
    ///
    /// `handle` is an audio playback. On failure: x 0.0, y 0.0, z 0.0.
    pub safe fn rt_audio_playback_get_velocity(handle: i64) -> RtAudioPosition;
    /// As [`rt_audio_playback_get_velocity`], into `*out`; whether it succeeded.
    pub fn rt_audio_playback_get_velocity_into(handle: i64, out: *mut RtAudioPosition) -> bool;
    /// Says how a playback with a position falls off with its distance from the listener: `model` is one of DistanceModel,
    /// `reference_distance` (from 0.000001) is where it begins, `max_distance` (up to 1e12) where it ends, in metres, and
    /// `rolloff` (0 to 1,000) how strong it is. Before, it falls off as `rt_audio_set_distance_model` says.
    ///
    /// `handle` is an audio playback. On failure: false.
    pub safe fn rt_audio_playback_set_distance_model(handle: i64, model: i64, reference_distance: f64, max_distance: f64, rolloff: f64) -> bool;
    /// Says how all playbacks of `engine` fall off that `rt_audio_playback_set_distance_model` says nothing of, in its terms.
    /// At first that is the inverse model from 1 m on, without an end, with a rolloff of 1.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_distance_model(engine: i64, model: i64, reference_distance: f64, max_distance: f64, rolloff: f64) -> bool;
    /// Sets how strong the Doppler effect is, from 0, none, to 1,000 (1 at first: as in nature), and how many metres sound
    /// takes in a second, from 0.001 to 1e9 (343.3 at first). A sound is heard higher by
    /// (speed − factor · listener) / (speed − factor · source), where the two are the speeds of the listener and the source
    /// along the line from the source to the listener, neither beyond speed / factor: OpenAL 1.1, section 3.5.2.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_doppler(engine: i64, factor: f64, speed_of_sound: f64) -> bool;
    /// Says how the listener moves, in metres a second, for the Doppler effect. Its place does not change by it.
    ///
    /// `engine` is an audio engine. On failure: false.
    pub safe fn rt_audio_set_listener_velocity(engine: i64, x: f64, y: f64, z: f64) -> bool;
    /// Returns how the listener moves, in metres a second.
    ///
    /// `engine` is an audio engine. On failure: x 0.0, y 0.0, z 0.0.
    pub safe fn rt_audio_get_listener_velocity(engine: i64) -> RtAudioPosition;
    /// As [`rt_audio_get_listener_velocity`], into `*out`; whether it succeeded.
    pub fn rt_audio_get_listener_velocity_into(engine: i64, out: *mut RtAudioPosition) -> bool;
    /// Tells whether this build holds the audio library, as it does where this links.
    pub safe fn rt_audio_available() -> bool;
    /// Forgets why this thread's last failed audio call failed.
    pub safe fn rt_audio_clear_error();
    /// Returns the category of this thread's last failed audio call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_audio_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `rodio`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_audio_version() -> *mut c_char;
}

/// The inference has not ended.
pub const SN_CUDA_END_REASON_NONE: i64 = 0;
/// The model's end-of-text or end-of-turn token.
pub const SN_CUDA_END_REASON_END_TOKEN: i64 = 1;
/// One of the texts that `stop` has.
pub const SN_CUDA_END_REASON_STOP_TEXT: i64 = 2;
/// As many tokens as were asked for.
pub const SN_CUDA_END_REASON_MAX_TOKENS: i64 = 3;
/// The model's context is full.
pub const SN_CUDA_END_REASON_CONTEXT_FULL: i64 = 4;
/// A call failed.
pub const SN_CUDA_END_REASON_FAILED: i64 = 5;
/// It was cancelled.
pub const SN_CUDA_END_REASON_CANCELLED: i64 = 6;
/// Nothing may follow, by the schema, the grammar or the regular expression that it has.
pub const SN_CUDA_END_REASON_COMPLETE: i64 = 7;

/// No call failed.
pub const SN_CUDA_ERROR_CODE_SUCCESS: i64 = 0;
/// A device of this number cannot be used.
pub const SN_CUDA_ERROR_CODE_INVALID_DEVICE: i64 = 1;
/// The device has no memory left.
pub const SN_CUDA_ERROR_CODE_OUT_OF_MEMORY: i64 = 2;
/// The file is no model that can be loaded.
pub const SN_CUDA_ERROR_CODE_MODEL_LOAD_FAILED: i64 = 3;
/// The model could not go on.
pub const SN_CUDA_ERROR_CODE_INFERENCE_FAILED: i64 = 4;
/// An argument was refused.
pub const SN_CUDA_ERROR_CODE_INVALID_PARAMETER: i64 = 5;
/// A kernel could not be started, or failed.
pub const SN_CUDA_ERROR_CODE_KERNEL_LAUNCH_FAILED: i64 = 6;
/// The weights are not where they have to be.
pub const SN_CUDA_ERROR_CODE_VRAM_RESIDENCY_FAILED: i64 = 7;
/// There is no such device.
pub const SN_CUDA_ERROR_CODE_DEVICE_NOT_FOUND: i64 = 8;
/// Anything else.
pub const SN_CUDA_ERROR_CODE_UNKNOWN: i64 = 99;

/// As the model's file says; the mean where it says nothing.
pub const SN_CUDA_POOLING_OF_MODEL: i64 = 0;
/// The mean of all.
pub const SN_CUDA_POOLING_MEAN: i64 = 1;
/// The first token's.
pub const SN_CUDA_POOLING_FIRST: i64 = 2;
/// The last token's.
pub const SN_CUDA_POOLING_LAST: i64 = 3;

/// What a GPU's generation can do, as NVIDIA numbers it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtComputeCapability {
    /// 9 for Hopper.
    pub major: i64,
    /// The revision within it.
    pub minor: i64,
}

/// A piece of a continued text.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtInferenceToken {
    /// False at the end, and on failure.
    pub has_token: bool,
    /// What the token adds to the text: valid UTF-8, empty where it completes no character.
    pub token: *mut c_char,
    /// The token's place, from 0.
    pub index: i64,
}

/// The last token of an inference.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtInferenceLastToken {
    /// Its number, -1 where none was made yet.
    pub token: i64,
    /// True where `log_probability` is known: with the option `log_probabilities`.
    pub has_log_probability: bool,
    /// The natural logarithm of its probability, at most 0, by the model's logits before any option changes them; 0
    /// where it is not known.
    pub log_probability: f64,
}

/// How far an inference is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtInferenceStatistics {
    /// Tokens of the prompt.
    pub prompt_tokens: i64,
    /// Tokens made so far.
    pub generated_tokens: i64,
    /// Seconds that the prompt and the first token took.
    pub prompt_seconds: f64,
    /// Seconds that the other tokens took.
    pub generation_seconds: f64,
}

/// How much of its text an inference has taken in.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtInferenceProgress {
    /// Tokens that were taken in, of those given and made.
    pub taken_in: i64,
    /// Tokens given and made.
    pub total: i64,
}

unsafe extern "C" {
    /// Tells whether at least one GPU can be used: the build has GPU code, and a driver offers a device.
    pub safe fn rt_cuda_is_available() -> bool;
    /// Returns how many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
    pub safe fn rt_cuda_device_count() -> i64;
    /// Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
    /// reference. Until it is called, a thread's device is GPU 0.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_set_device(id: i64) -> bool;
    /// Returns the calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no GPU,
    /// as last error then says.
    ///
    /// On failure: -1.
    pub safe fn rt_cuda_get_device() -> i64;
    /// Returns what a device is called: `NVIDIA H100`, or `CPU reference` for -1.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_cuda_device_name(id: i64) -> *mut c_char;
    /// Returns a device's memory in bytes; the host's for the CPU reference.
    ///
    /// On failure: -1.
    pub safe fn rt_cuda_device_memory(id: i64) -> i64;
    /// Returns a GPU's compute capability; the CPU reference has none.
    ///
    /// On failure: major 0, minor 0.
    pub safe fn rt_cuda_compute_capability(id: i64) -> RtComputeCapability;
    /// As [`rt_cuda_compute_capability`], into `*out`; whether it succeeded.
    pub fn rt_cuda_compute_capability_into(id: i64, out: *mut RtComputeCapability) -> bool;
    /// Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
    /// caller to give to `rt_cuda_free`. The bytes are not set.
    ///
    /// On failure: 0.
    pub safe fn rt_cuda_malloc(size: i64) -> i64;
    /// Frees an allocation, whichever device it is on, once no call uses it any more.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_free(ptr: i64) -> bool;
    /// Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
    /// nothing is copied where the bytes do not fit into it.
    ///
    /// On failure: false.
    pub fn rt_cuda_memcpy_h2d(dst_device: i64, src_host: *const u8, src_host_len: i64, size: i64) -> bool;
    /// Copies `size` bytes from the device into the caller's buffer, after all work queued before.
    ///
    /// On failure: false.
    pub fn rt_cuda_memcpy_d2h(dst_host: *mut u8, dst_host_len: i64, src_device: i64, size: i64) -> bool;
    /// Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
    /// overlap on the CPU reference only.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_memcpy_d2d(dst: i64, src: i64, size: i64) -> bool;
    /// Sets `size` bytes from `ptr` on to `value`, 0 to 255.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_memset(ptr: i64, value: i64, size: i64) -> bool;
    /// Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
    ///
    /// Returns a cuda module; free it with rt_cuda_unload_module. On failure: 0.
    pub fn rt_cuda_compile_ptx(ptx_source: *const c_char) -> i64;
    /// Finds a kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
    ///
    /// `module` is a cuda module. Returns a cuda function. On failure: 0.
    pub fn rt_cuda_get_function(module: i64, name: *const c_char) -> i64;
    /// Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
    /// bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
    /// queued before on its device, and does not wait for it.
    ///
    /// `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
    /// the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
    /// A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
    /// kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
    /// unusable for this process, as `rt_cuda_check_device_health` then says.
    ///
    /// `func` is a cuda function. On failure: false.
    pub fn rt_cuda_launch_kernel(func: i64, gx: i64, gy: i64, gz: i64, blk_x: i64, blk_y: i64, blk_z: i64, shared_mem: i64, args: *const i64, args_len: i64) -> bool;
    /// Unloads a module; its functions are stale.
    ///
    /// `module` is a cuda module, freed by this call. On failure: false.
    pub safe fn rt_cuda_unload_module(module: i64) -> bool;
    /// Waits for all work on the calling thread's device. Fails where something of it failed.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_cuda_synchronize() -> bool;
    /// Makes a new queue of work on the calling thread's device.
    ///
    /// Returns a cuda stream; free it with rt_cuda_stream_destroy. On failure: 0.
    pub safe fn rt_cuda_stream_create() -> i64;
    /// Frees a stream; its work is finished first.
    ///
    /// `stream` is a cuda stream, freed by this call. On failure: false.
    pub safe fn rt_cuda_stream_destroy(stream: i64) -> bool;
    /// Waits for a stream's work. Fails where something of it failed.
    ///
    /// `stream` is a cuda stream. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_cuda_stream_synchronize(stream: i64) -> bool;
    /// Returns why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
    /// it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_cuda_get_last_error() -> *mut c_char;
    /// Returns what `rt_cuda_get_last_error` does, without forgetting it. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_cuda_peek_last_error() -> *mut c_char;
    /// Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
    ///
    /// Returns a cuda context; free it with rt_cuda_destroy. On failure: 0.
    pub safe fn rt_cuda_init(device: i64) -> i64;
    /// Frees a context; its models and their inferences are stale. Calls that use them end first.
    ///
    /// `context` is a cuda context, freed by this call. On failure: false.
    pub safe fn rt_cuda_destroy(context: i64) -> bool;
    /// Loads a GGUF file (version 2 or 3), or the first of those that a model was split into, which finds the others beside it
    /// by their names, onto the context's device. Architectures: llama (Mistral and Mixtral too), qwen2, qwen3, qwen3moe, phi3
    /// (Phi 4 too), gemma, gemma2, gemma3, granite, granitemoe, olmo2, olmoe, smollm3, glm4, exaone, internlm2, ernie4_5,
    /// mistral3, llama4, gpt-oss, deepseek2 (DeepSeek 3 too), and for embeddings alone bert and nomic-bert. Weights: F32, F16,
    /// BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K, and on the CPU Q2_K, Q3_K, IQ4_NL, IQ4_XS, those of IQ1, IQ2 and
    /// IQ3, TQ1_0, TQ2_0, MXFP4. A GPU refuses, with code 1, those weights, mixtures of experts, Granite's scales, temperatures
    /// by position, latent attention, and encoders. A file that cannot be loaded gives code 3 and leaves nothing allocated, and so does one with a tensor, or with a metadata key of its
    /// architecture, that is not used here (last error names it): its results would be wrong; too little memory code 2, before anything is copied.
    /// On the CPU the weights stay in the file (`rt_cuda_set_mapping`): one that was written to since fails every call of the
    /// model with code 3, and one that is made shorter in the midst of a call ends the process.
    ///
    /// `context` is a cuda context. Returns a cuda model; free it with rt_cuda_unload_model. On failure: 0.
    /// May wait; blocks its own thread only.
    pub fn rt_cuda_load_model(context: i64, path: *const c_char) -> i64;
    /// Unloads a model; its inferences are stale. Calls that use it end first.
    ///
    /// `model` is a cuda model, freed by this call. On failure: false.
    pub safe fn rt_cuda_unload_model(model: i64) -> bool;
    /// Returns the bytes of a model's weights on its device.
    ///
    /// `model` is a cuda model. On failure: -1.
    pub safe fn rt_cuda_model_get_vram_usage(model: i64) -> i64;
    /// Starts to continue `prompt` (not empty) by up to `max_tokens` tokens (1 to the model's context, or to 2048 where
    /// that is less) at a `temperature` of 0 (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
    ///
    /// `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_start(model: i64, prompt: *const c_char, max_tokens: i64, temperature: f64, seed: i64) -> i64;
    /// Computes the next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
    /// `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread that calls
    /// while one is inside gets an error.
    ///
    /// `inference` is a cuda inference. On failure: has_token false, token "", index 0. May wait; blocks
    /// its own thread only.
    pub safe fn rt_cuda_inference_next_token(inference: i64) -> RtInferenceToken;
    /// As [`rt_cuda_inference_next_token`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_next_token_into(inference: i64, out: *mut RtInferenceToken) -> bool;
    /// Frees an inference and what it holds on the device, once no call uses it any more.
    ///
    /// `inference` is a cuda inference, freed by this call. On failure: false.
    pub safe fn rt_cuda_inference_free(inference: i64) -> bool;
    /// Tells whether every allocation of the model lies in its device's own memory.
    ///
    /// `model` is a cuda model. On failure: false.
    pub safe fn rt_cuda_check_vram_residency(model: i64) -> bool;
    /// Returns the bytes of a model's weights and of its inferences that are alive.
    ///
    /// `model` is a cuda model. On failure: -1.
    pub safe fn rt_cuda_get_vram_usage(model: i64) -> i64;
    /// Returns the bytes that this process has allocated on the context's device.
    ///
    /// `context` is a cuda context. On failure: -1.
    pub safe fn rt_cuda_get_process_vram_usage(context: i64) -> i64;
    /// Tells whether the context's device answers; last error says what is wrong with it.
    ///
    /// `context` is a cuda context. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_cuda_check_device_health(context: i64) -> bool;
    /// Returns what an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load failed,
    /// 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8 device not found; any
    /// other number is an unknown error.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_cuda_error_message(code: i64) -> *mut c_char;
    /// Returns the code of this thread's last failed cuda call, 0 where none failed since the last `rt_cuda_clear_error` or
    /// `rt_cuda_get_last_error`.
    pub safe fn rt_cuda_get_last_error_code() -> i64;
    /// Forgets why this thread's last failed cuda call failed.
    pub safe fn rt_cuda_clear_error();
    /// Tells whether this build holds the cuda library, as it does where this links. Whether there is a GPU says
    /// `rt_cuda_is_available`.
    pub safe fn rt_cuda_available() -> bool;
    /// Returns the version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_cuda_version() -> *mut c_char;
    /// Sets how many threads compute together for one call on the CPU reference (-1), the calling thread among them: 1 to
    /// 256, or 0 for all cores that this process may use, as it is until this is called. Results are the same with any
    /// number. While one inference computes with them, another computes on its caller's thread alone. `false` for a number
    /// outside the range.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_set_threads(threads: i64) -> bool;
    /// Sets whether the CPU reference (-1) multiplies quantised weights with exact activations (`true`) or with rounded ones
    /// (`false`, as it is until this is called), in this process and from the next operation on. Rounded, each 256 activations are
    /// integers from -16383 to 16383 in proportion, which takes about half the time for a token and changes logits by
    /// up to about 1e-5 of their sum of squares. Activations for F32, F16 and BF16 weights are always exact, and so are all on a
    /// processor without AVX2 or NEON. `true`.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_set_exact(exact: bool) -> bool;
    /// Sets whether the CPU reference (-1) reads the weights of models that are loaded from now on where their files have them
    /// (`true`, as it is until this is called): loading copies nothing, and processes with one file share its memory. Such a
    /// file may be removed, or replaced by renaming another; one that was written to since fails every call of the model with
    /// code 3, and one that is made shorter in the midst of a call ends the process. `false`: weights are copied, and the file
    /// is free once the model is loaded. Results are the same. `true`.
    ///
    /// On failure: false.
    pub safe fn rt_cuda_set_mapping(maps: bool) -> bool;
    /// Returns the bytes of a device's memory that are free now; the host's for the CPU reference.
    ///
    /// On failure: -1.
    pub safe fn rt_cuda_device_free_memory(id: i64) -> i64;
    /// Returns the name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_cuda_error_name(code: i64) -> *mut c_char;
    /// Tells whether trying again later may help: for out of memory (2) alone.
    pub safe fn rt_cuda_error_is_retriable(code: i64) -> bool;
    /// Returns the category of this thread's last failed cuda call, by the numbers that other libraries give as
    /// `rt_<library>_get_last_error_code`: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2
    /// stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a device or the system, 5 timed out,
    /// 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_cuda_get_last_error_category() -> i64;
    /// Starts an inference as `rt_cuda_inference_start` does, with options, a JSON object; all keys are optional and an
    /// unknown one is refused by name:
    ///
    /// - `max_tokens` (1 to the model's context, or to 2048 where that is less; 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
    /// - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
    ///   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
    /// - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
    ///   `top_p` of what that leaves, then `min_p`, and the temperature last
    /// - `stop`: texts that end it and are left out
    /// - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
    ///   token is added (true); `parse_control` and `add_bos` say it for the one and the other (null: as `special`)
    /// - `log_probabilities`: whether `rt_cuda_inference_last_token` knows them (false): all logits leave the device then
    /// - `reserve_tokens`: room for so many tokens altogether is made at the start, for `rt_cuda_inference_feed` (0)
    /// - `control_texts`: whether control tokens that do not end it add their texts, such as those around a call of a tool
    ///   (false: they add none, and `rt_cuda_inference_last_token` tells them)
    /// - `json_schema`: a JSON schema (`true` and `{}`: any JSON); only JSON that it describes is written. `regex`: a regular
    ///   expression whose text all of it is. `grammar`: a grammar in the form of Lark's language that llguidance reads, with
    ///   `start` as its first rule. One of the three may be there; what follows `rt_cuda_inference_feed` begins anew. It ends
    ///   where nothing may follow (`SN_CUDA_END_REASON_COMPLETE`), or by an end token where that is allowed; `max_tokens`
    ///   may end it before. All logits leave the device then. What llguidance does not know of JSON schemas is refused.
    ///
    /// `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_start_with_options(model: i64, prompt: *const c_char, options_json: *const c_char) -> i64;
    /// Starts an inference as `rt_cuda_inference_start_with_options` does, from tokens (at least 1), as
    /// `rt_cuda_model_tokenize_chat` gives them. Nothing is added to them, so that `special`, `parse_control` and `add_bos`
    /// say nothing here.
    ///
    /// `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_start_with_tokens(model: i64, tokens: *const i64, tokens_len: i64, options_json: *const c_char) -> i64;
    /// Gives an inference more tokens behind those that it was given and made, and lets it make up to `max_tokens` (1 to the
    /// model's context, or to 2048 where that is less) after them; the next call takes them in. It may have ended or not; text that was held back for `stop` is lost. The
    /// token that ended it is none of its tokens: where it belongs into the text, give it first. No tokens are enough where
    /// it ended after `max_tokens`, or was cancelled. Where there is no room for all (`reserve_tokens` makes some), there is
    /// for a moment twice what it holds on the device: what was taken in is copied, but for a model with other rotary turns
    /// in long contexts (Phi 3's), which takes all in anew. False, with the inference as it was, where the model's context is too small,
    /// or there is no memory.
    ///
    /// `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_feed(inference: i64, tokens: *const i64, tokens_len: i64, max_tokens: i64) -> bool;
    /// Changes the options of the tokens to follow: those keys that `options_json`, an object, has, as
    /// `rt_cuda_inference_start_with_options` takes them; the others stay. A `seed` begins its random numbers anew, and
    /// `max_tokens` counts from here. What is said of the prompt alone changes nothing any more.
    ///
    /// `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_set_options(inference: i64, options_json: *const c_char) -> bool;
    /// Returns the token that the last call of `rt_cuda_inference_next_token` made: also one that ended the inference and
    /// adds no text.
    ///
    /// `inference` is a cuda inference. On failure: token 0, has_log_probability false, log_probability
    /// 0.0.
    pub safe fn rt_cuda_inference_last_token(inference: i64) -> RtInferenceLastToken;
    /// As [`rt_cuda_inference_last_token`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_last_token_into(inference: i64, out: *mut RtInferenceLastToken) -> bool;
    /// Returns why an inference has ended; that it has not is said, too. -1 on failure.
    ///
    /// `inference` is a cuda inference. On failure: -1.
    pub safe fn rt_cuda_inference_end_reason(inference: i64) -> i64;
    /// Returns how many tokens an inference took in and made, and in what time.
    ///
    /// `inference` is a cuda inference. On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds
    /// 0.0, generation_seconds 0.0.
    pub safe fn rt_cuda_inference_statistics(inference: i64) -> RtInferenceStatistics;
    /// As [`rt_cuda_inference_statistics`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_statistics_into(inference: i64, out: *mut RtInferenceStatistics) -> bool;
    /// Returns all tokens of an inference in their order: those given and those made, without one that ended it.
    ///
    /// `inference` is a cuda inference. Release what it returns with rt_i64_array_free. On failure: an
    /// empty array.
    pub safe fn rt_cuda_inference_tokens(inference: i64) -> RtI64Array;
    /// As [`rt_cuda_inference_tokens`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_tokens_into(inference: i64, out: *mut RtI64Array) -> bool;
    /// Returns what a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
    /// `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`, `chat_templates`: names of templates beside the usual one, and `warnings`: sentences on
    /// what the file leaves open or says oddly, such as a missing pre-tokenizer, and what was assumed.
    ///
    /// `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_cuda_model_info(model: i64) -> *mut c_char;
    /// Returns how the model was taught conversations: the template in Jinja's language that its file has, `""` where it
    /// has none. `rt_cuda_model_render_chat` runs it.
    ///
    /// `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_cuda_model_chat_template(model: i64) -> *mut c_char;
    /// Returns the tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
    /// wants at the beginning and the end is added, as for a prompt. A SentencePiece vocabulary takes U+2581 for a space;
    /// Qwen's brings the text into NFC first, as those tokenizers do themselves.
    ///
    /// `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_cuda_model_tokenize(model: i64, text: *const c_char, special: bool) -> RtI64Array;
    /// As [`rt_cuda_model_tokenize`], into `*out`; whether it succeeded.
    pub fn rt_cuda_model_tokenize_into(model: i64, text: *const c_char, special: bool, out: *mut RtI64Array) -> bool;
    /// Returns the tokens of a text, as `rt_cuda_model_tokenize` does, with options, a JSON object; all keys are optional and
    /// an unknown one is refused by name:
    ///
    /// - `parse_control`: whether texts of control tokens are those tokens (true). Where it is false, no text becomes a
    ///   control token.
    /// - `add_bos`, `add_eos`: whether the model's begin token stands before them and its end token after them (null: as the
    ///   model's file says). A begin token that is there already is not added again.
    ///
    /// `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_cuda_model_tokenize_with_options(model: i64, text: *const c_char, options_json: *const c_char) -> RtI64Array;
    /// As [`rt_cuda_model_tokenize_with_options`], into `*out`; whether it succeeded.
    pub fn rt_cuda_model_tokenize_with_options_into(model: i64, text: *const c_char, options_json: *const c_char, out: *mut RtI64Array) -> bool;
    /// Renders a conversation as the model was taught it, by the template of its file. `messages_json` is an array of
    /// objects, each with a text `role` (`"system"`, `"user"`, `"assistant"`, `"tool"`) and mostly `content`; what else they
    /// have, such as `tool_calls`, the template decides. `options_json` is an object; all keys are optional and an unknown
    /// one is refused by name:
    ///
    /// - `add_generation_prompt`: whether it ends with what begins the assistant's next turn (true)
    /// - `tools`, `documents`: arrays of objects, as templates expect them
    /// - `variables`: an object of what else a template asks for, such as `{"enable_thinking": false}`
    /// - `template`: a text in place of the file's template
    /// - `template_name`: one of the templates that the file has beside its usual one (`chat_templates` of
    ///   `rt_cuda_model_info`); without it, where there are `tools` and the file has one of the name `tool_use`, that
    /// - `now`: seconds since 1970 that a template takes for the present, in UTC, in the years 1000 to 9999 (the clock's)
    /// - `add_bos`: is for `rt_cuda_model_tokenize_chat`
    ///
    /// The result is that of `apply_chat_template` of Hugging Face's `transformers`. A text that looks like a control token
    /// is rendered as it is, so that tokens must not be made of the result where users are not trusted:
    /// `rt_cuda_model_tokenize_chat` does that. A template cannot tell such a text from another: to it, the signs by which
    /// control tokens are known, such as `|`, are others in what users say.
    ///
    /// A template is a program of a stranger's. It reaches nothing but what is given here, and one that takes more than
    /// 1,000,000 steps (and 8 for each byte of its text, messages and options, a step being 64 bytes, too) fails, with code 4;
    /// a text of more than 1 MiB, messages that the template refuses, and all else that it cannot do, with code 5. `""` on
    /// failure.
    ///
    /// `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_cuda_model_render_chat(model: i64, messages_json: *const c_char, options_json: *const c_char) -> *mut c_char;
    /// Returns the tokens of a conversation, rendered as `rt_cuda_model_render_chat` does. Control tokens are those alone that
    /// the template writes: no text in messages, tools, documents and variables becomes one, however the template joins or
    /// cuts it. `add_bos` says whether the model's begin token stands first (null: as the model's file says); one that the
    /// template writes is not added again.
    ///
    /// `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_cuda_model_tokenize_chat(model: i64, messages_json: *const c_char, options_json: *const c_char) -> RtI64Array;
    /// As [`rt_cuda_model_tokenize_chat`], into `*out`; whether it succeeded.
    pub fn rt_cuda_model_tokenize_chat_into(model: i64, messages_json: *const c_char, options_json: *const c_char, out: *mut RtI64Array) -> bool;
    /// Returns the text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
    ///
    /// `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_cuda_model_detokenize(model: i64, tokens: *const i64, tokens_len: i64) -> *mut c_char;
    /// Returns one token as the vocabulary lists it, control tokens included.
    ///
    /// `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_cuda_model_token_text(model: i64, token: i64) -> *mut c_char;
    /// Computes what the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
    /// probabilities of them.
    ///
    /// `model` is a cuda model. Release what it returns with rt_f64_array_free. On failure: an empty array.
    /// May wait; blocks its own thread only.
    pub fn rt_cuda_model_logits(model: i64, text: *const c_char) -> RtF64Array;
    /// As [`rt_cuda_model_logits`], into `*out`; whether it succeeded.
    pub fn rt_cuda_model_logits_into(model: i64, text: *const c_char, out: *mut RtF64Array) -> bool;
    /// Computes the embedding of `text`: as many numbers as the model is wide (`width` of `rt_cuda_model_info`), by which texts
    /// are compared. It is made of what the last layer makes of each token, as `pooling` says; where `normalized`, its length
    /// is 1, so that the sum of the products of two is the cosine between them. Models that were trained for it (Qwen 3
    /// Embedding) say much more by it than others. The tokens are those of a prompt, with what the model wants at its
    /// beginning and its end.
    ///
    /// `model` is a cuda model. Release what it returns with rt_f64_array_free. On failure: an empty array.
    /// May wait; blocks its own thread only.
    pub fn rt_cuda_model_embed(model: i64, text: *const c_char, pooling: i64, normalized: bool) -> RtF64Array;
    /// As [`rt_cuda_model_embed`], into `*out`; whether it succeeded.
    pub fn rt_cuda_model_embed_into(model: i64, text: *const c_char, pooling: i64, normalized: bool, out: *mut RtF64Array) -> bool;
    /// Computes how much `text` surprises the model: e to the mean of minus the logarithm of each token's probability, the
    /// first token's left out. At least 1; the smaller, the better expected. 0 on failure.
    ///
    /// `model` is a cuda model. On failure: 0.0. May wait; blocks its own thread only.
    pub fn rt_cuda_model_perplexity(model: i64, text: *const c_char) -> f64;
    /// Takes in up to `most` (at least 1) of the tokens that an inference was given, without making one, and returns how many
    /// are left: 0 where the next token follows at once. The last token is not taken in before, for the next one is made with
    /// it. A prompt in steps shows how far it is, and ends where the host stops calling; and what several inferences have in
    /// common is taken in once, by one that `rt_cuda_inference_fork` then copies. -1 on failure.
    ///
    /// `inference` is a cuda inference. On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_cuda_inference_prefill(inference: i64, most: i64) -> i64;
    /// Computes the next token of each of several inferences (1 to 4096, none twice), as `rt_cuda_inference_next_token` does for
    /// one, and returns what each adds to its text, in their order. Those of one model go through it together: on the CPU (-1)
    /// its weights are read once for all of them, so that each costs a part of what it costs alone; on a GPU they follow each
    /// other. Each says what it would say alone, to the bit. Inferences may be at different places, join from call to call,
    /// and leave; one that has tokens to take in takes them in first, by itself (`rt_cuda_inference_prefill` does it in steps).
    /// What one adds is `""` where it has ended before, where it completes no character, and where it fails, of which the others
    /// know nothing: `rt_cuda_inference_end_reason` tells each's end, and `rt_cuda_inference_last_token` each's token. The call
    /// fails, and none goes on, where one of the handles is no inference's, is there twice, or is used by another thread.
    ///
    /// Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
    /// own thread only.
    pub fn rt_cuda_inference_next_tokens(inferences: *const i64, inferences_len: i64) -> RtTextArray;
    /// As [`rt_cuda_inference_next_tokens`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_next_tokens_into(inferences: *const i64, inferences_len: i64, out: *mut RtTextArray) -> bool;
    /// Returns how far an inference is; also while another thread is inside, where a prompt's tokens count as they are taken
    /// in, up to 128 at a time.
    ///
    /// `inference` is a cuda inference. On failure: taken_in 0, total 0.
    pub safe fn rt_cuda_inference_progress(inference: i64) -> RtInferenceProgress;
    /// As [`rt_cuda_inference_progress`], into `*out`; whether it succeeded.
    pub fn rt_cuda_inference_progress_into(inference: i64, out: *mut RtInferenceProgress) -> bool;
    /// Ends an inference from any thread: a call that is inside ends without a token, after the layer that it is at, or with
    /// its token where that is at hand; later calls make none. What was taken in stays so: `rt_cuda_inference_feed`, without
    /// tokens too, goes on from there, with the same tokens as if nothing had been.
    ///
    /// `inference` is a cuda inference. On failure: false.
    pub safe fn rt_cuda_inference_cancel(inference: i64) -> bool;
    /// Makes a second inference at the same place of the same text, with the same options and random numbers: without another
    /// seed (`rt_cuda_inference_set_options`) it says the same. Each then goes on by itself. It takes as much of the device's
    /// memory as the first.
    ///
    /// `inference` is a cuda inference. Returns a cuda inference; free it with rt_cuda_inference_free. On
    /// failure: 0. May wait; blocks its own thread only.
    pub safe fn rt_cuda_inference_fork(inference: i64) -> i64;
    /// Forgets all tokens of an inference but the first `tokens` (1 to all) of those given and made. It goes on from there;
    /// one that has ended does with `rt_cuda_inference_feed`. A chat whose next prompt begins as the last one did
    /// (`rt_cuda_inference_tokens`) takes in what is new alone. What was counted stays counted, and text that was held back
    /// is lost.
    ///
    /// `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_cuda_inference_rewind(inference: i64, tokens: i64) -> bool;
    /// Writes an inference to a file, which is replaced when all of it is there: its tokens, options and random numbers, and
    /// the keys and values of what was taken in, which are as large as on the device. It holds what was said, for whoever may
    /// read it. Code 5 where it cannot be written.
    ///
    /// `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_save(inference: i64, path: *const c_char) -> bool;
    /// Goes on with an inference that `rt_cuda_inference_save` wrote: with the same tokens as the one that was saved. The
    /// model has to be of the same file, on any device. A file that is no such, is damaged, or is of another model is refused
    /// with code 5.
    ///
    /// `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub fn rt_cuda_inference_load(model: i64, path: *const c_char) -> i64;
}

/// The left stick, rightwards.
pub const SN_PAD_AXIS_LEFT_STICK_X: i64 = 0;
/// The left stick, upwards.
pub const SN_PAD_AXIS_LEFT_STICK_Y: i64 = 1;
/// The right stick, rightwards.
pub const SN_PAD_AXIS_RIGHT_STICK_X: i64 = 2;
/// The right stick, upwards.
pub const SN_PAD_AXIS_RIGHT_STICK_Y: i64 = 3;
/// The left trigger.
pub const SN_PAD_AXIS_LEFT_TRIGGER: i64 = 4;
/// The right trigger.
pub const SN_PAD_AXIS_RIGHT_TRIGGER: i64 = 5;
/// The D-pad, rightwards.
pub const SN_PAD_AXIS_DPAD_X: i64 = 6;
/// The D-pad, upwards.
pub const SN_PAD_AXIS_DPAD_Y: i64 = 7;
/// None that has a number.
pub const SN_PAD_AXIS_UNKNOWN: i64 = 255;

/// A on Xbox pads, cross on PlayStation pads.
pub const SN_PAD_BUTTON_SOUTH: i64 = 0;
/// B, circle.
pub const SN_PAD_BUTTON_EAST: i64 = 1;
/// Y, triangle.
pub const SN_PAD_BUTTON_NORTH: i64 = 2;
/// X, square.
pub const SN_PAD_BUTTON_WEST: i64 = 3;
/// The left trigger.
pub const SN_PAD_BUTTON_LEFT_TRIGGER: i64 = 4;
/// The right trigger.
pub const SN_PAD_BUTTON_RIGHT_TRIGGER: i64 = 5;
/// The left shoulder button.
pub const SN_PAD_BUTTON_LEFT_BUMPER: i64 = 6;
/// The right shoulder button.
pub const SN_PAD_BUTTON_RIGHT_BUMPER: i64 = 7;
/// The D-pad, upwards.
pub const SN_PAD_BUTTON_DPAD_UP: i64 = 8;
/// The D-pad, downwards.
pub const SN_PAD_BUTTON_DPAD_DOWN: i64 = 9;
/// The D-pad, to the left.
pub const SN_PAD_BUTTON_DPAD_LEFT: i64 = 10;
/// The D-pad, to the right.
pub const SN_PAD_BUTTON_DPAD_RIGHT: i64 = 11;
/// A press of the left stick.
pub const SN_PAD_BUTTON_LEFT_STICK: i64 = 12;
/// A press of the right stick.
pub const SN_PAD_BUTTON_RIGHT_STICK: i64 = 13;
/// Back, share, minus.
pub const SN_PAD_BUTTON_SELECT: i64 = 14;
/// Menu, options, plus.
pub const SN_PAD_BUTTON_START: i64 = 15;
/// The button with the maker's sign.
pub const SN_PAD_BUTTON_MODE: i64 = 16;
/// Share on newer Xbox pads, capture on Nintendo's, microphone on the DualSense.
pub const SN_PAD_BUTTON_MISC: i64 = 17;
/// The upper paddle on the back, under the right hand (P1).
pub const SN_PAD_BUTTON_PADDLE1: i64 = 18;
/// The upper paddle under the left hand (P3).
pub const SN_PAD_BUTTON_PADDLE2: i64 = 19;
/// The lower paddle under the right hand (P2).
pub const SN_PAD_BUTTON_PADDLE3: i64 = 20;
/// The lower paddle under the left hand (P4).
pub const SN_PAD_BUTTON_PADDLE4: i64 = 21;
/// A press of the touchpad.
pub const SN_PAD_BUTTON_TOUCHPAD: i64 = 22;
/// None that has a number.
pub const SN_PAD_BUTTON_UNKNOWN: i64 = 255;

/// A button went down.
pub const SN_PAD_EVENT_BUTTON_PRESSED: i64 = 1;
/// A button came up.
pub const SN_PAD_EVENT_BUTTON_RELEASED: i64 = 2;
/// The value of a button changed.
pub const SN_PAD_EVENT_BUTTON_CHANGED: i64 = 3;
/// An axis moved.
pub const SN_PAD_EVENT_AXIS_CHANGED: i64 = 4;
/// A pad was connected.
pub const SN_PAD_EVENT_CONNECTED: i64 = 10;
/// A pad was disconnected.
pub const SN_PAD_EVENT_DISCONNECTED: i64 = 11;
/// Events were lost.
pub const SN_PAD_EVENT_DROPPED: i64 = 12;

/// It does not say.
pub const SN_PAD_POWER_UNKNOWN: i64 = 0;
/// Its battery is charged.
pub const SN_PAD_POWER_CHARGING: i64 = 1;
/// It runs on its battery.
pub const SN_PAD_POWER_DISCHARGING: i64 = 2;
/// Its battery is full.
pub const SN_PAD_POWER_FULL: i64 = 3;
/// Its battery is empty.
pub const SN_PAD_POWER_EMPTY: i64 = 4;
/// It has no battery.
pub const SN_PAD_POWER_WIRED: i64 = 5;

/// How a pad is powered.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtGamepadPower {
    /// Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5.
    pub status: i64,
    /// How full the battery is, 0 to 100; -1 where that is not known.
    pub percentage: i64,
}

/// A button's state.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtGamepadButton {
    /// Whether it is held down; an analog button is from about three quarters of its way.
    pub is_pressed: bool,
    /// How far down it is: 0 to 1.
    pub value: f64,
}

/// How a pad is moved.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtGamepadMotion {
    /// Acceleration to the right, in metres a second each second. At rest the pad is held against gravity: 9.8 up.
    pub acceleration_x: f64,
    /// Up.
    pub acceleration_y: f64,
    /// Towards the player.
    pub acceleration_z: f64,
    /// How fast it is turned about the axis to the right, in radians a second.
    pub rotation_x: f64,
    /// About the axis upwards.
    pub rotation_y: f64,
    /// About the axis towards the player.
    pub rotation_z: f64,
}

/// A finger on a pad's touchpad.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtGamepadTouch {
    /// It touches.
    pub touches: bool,
    /// Where, from the left edge, 0, to the right one, 1.
    pub x: f64,
    /// Where, from the upper edge, 0, to the lower one, 1.
    pub y: f64,
}

/// How much a pad or another joystick has.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtGamepadRawCounts {
    /// Buttons.
    pub buttons: i64,
    /// Axes that belong to no hat.
    pub axes: i64,
    /// Hats.
    pub hats: i64,
}

unsafe extern "C" {
    /// Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
    /// number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
    /// subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
    /// already gives no connected event; what is held on it is pressed from the start, with events of its own.
    ///
    /// The context lives until `rt_gamepad_shutdown`.
    ///
    /// Returns a gamepad context; free it with rt_gamepad_shutdown. On failure: 0.
    pub safe fn rt_gamepad_init() -> i64;
    /// Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
    /// up.
    ///
    /// `context` is a gamepad context, freed by this call. On failure: false.
    pub safe fn rt_gamepad_shutdown(context: i64) -> bool;
    /// Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
    /// pads' states are those after it.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_update(context: i64) -> bool;
    /// Returns how many pads are connected, as of the last update.
    ///
    /// `context` is a gamepad context. On failure: -1.
    pub safe fn rt_gamepad_count(context: i64) -> i64;
    /// Tells whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_is_connected(context: i64, gamepad_id: i64) -> bool;
    /// Returns the name of a connected pad: its model's where that is known, else the one that its driver gives.
    ///
    /// `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_gamepad_get_name(context: i64, gamepad_id: i64) -> *mut c_char;
    /// Returns how a connected pad is powered, at this moment.
    ///
    /// `context` is a gamepad context. On failure: status 0, percentage -1.
    pub safe fn rt_gamepad_get_power_info(context: i64, gamepad_id: i64) -> RtGamepadPower;
    /// As [`rt_gamepad_get_power_info`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_get_power_info_into(context: i64, gamepad_id: i64, out: *mut RtGamepadPower) -> bool;
    /// Takes the next event that an update took in, or 0 where there is none; where none waits it updates first. At most
    /// 4,096 events wait, and at most 4,096 stay alive outstanding: past that, the oldest goes.
    ///
    /// A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
    /// changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
    /// shutdown.
    ///
    /// `context` is a gamepad context. Returns a gamepad event; free it with rt_gamepad_event_free. On
    /// failure: 0.
    pub safe fn rt_gamepad_poll_event(context: i64) -> i64;
    /// Frees an event.
    ///
    /// `event` is a gamepad event, freed by this call. On failure: false.
    pub safe fn rt_gamepad_event_free(event: i64) -> bool;
    /// Returns what kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
    /// 10, disconnected 11, dropped 12.
    ///
    /// `event` is a gamepad event. On failure: -1.
    pub safe fn rt_gamepad_event_get_type(event: i64) -> i64;
    /// Returns the id of the pad that it is about.
    ///
    /// `event` is a gamepad event. On failure: -1.
    pub safe fn rt_gamepad_event_get_gamepad_id(event: i64) -> i64;
    /// Returns the button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper 6,
    /// RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14, Start 15,
    /// Mode 16, Misc (share, capture, microphone) 17, Paddle1 to Paddle4 18 to 21, Touchpad 22; 255 for one that has no number, and where it is about none.
    ///
    /// `event` is a gamepad event. On failure: -1.
    pub safe fn rt_gamepad_event_get_button(event: i64) -> i64;
    /// Returns the axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
    /// RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
    ///
    /// `event` is a gamepad event. On failure: -1.
    pub safe fn rt_gamepad_event_get_axis(event: i64) -> i64;
    /// Returns the button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1 with
    /// up and right positive. 0 where the event is about neither.
    ///
    /// `event` is a gamepad event. On failure: 0.0.
    pub safe fn rt_gamepad_event_get_value(event: i64) -> f64;
    /// Tells whether a button was held down at the last update.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_button_is_pressed(context: i64, gamepad_id: i64, button: i64) -> bool;
    /// Returns a button's state at the last update.
    ///
    /// `context` is a gamepad context. On failure: is_pressed false, value 0.0.
    pub safe fn rt_gamepad_button_data(context: i64, gamepad_id: i64, button: i64) -> RtGamepadButton;
    /// As [`rt_gamepad_button_data`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_button_data_into(context: i64, gamepad_id: i64, button: i64, out: *mut RtGamepadButton) -> bool;
    /// Returns an axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
    /// to 1. A stick near its middle, in its dead zone, is at 0.
    ///
    /// `context` is a gamepad context. On failure: 0.0.
    pub safe fn rt_gamepad_axis_data(context: i64, gamepad_id: i64, axis: i64) -> f64;
    /// Makes a pad rumble at once, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
    /// clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000.
    /// False where the pad cannot rumble.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_set_rumble(context: i64, gamepad_id: i64, strong: f64, weak: f64, duration_ms: i64) -> bool;
    /// Ends a pad's rumble. False where the pad cannot rumble.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_stop_rumble(context: i64, gamepad_id: i64) -> bool;
    /// Returns why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_gamepad_get_last_error() -> *mut c_char;
    /// Adds mappings to those that come with the library, for all contexts of the process: lines in the form of SDL's
    /// `gamecontrollerdb.txt`. A mapping for a model that has one takes its place. Comments, mappings for other systems
    /// and what is no mapping are passed over. Pads that are connected are read by them from now on: what was held is let
    /// go of, and what is held is pressed, with events. A pad has its name in a new mapping from when it next connects.
    ///
    /// How many mappings were added; 0 where no line is one.
    ///
    /// On failure: -1.
    pub fn rt_gamepad_add_mappings(mappings: *const c_char) -> i64;
    /// Returns the ids of the pads that are connected, as of the last update, ascending.
    ///
    /// `context` is a gamepad context. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_gamepad_ids(context: i64) -> RtI64Array;
    /// As [`rt_gamepad_ids`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_ids_into(context: i64, out: *mut RtI64Array) -> bool;
    /// Returns the identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
    ///
    /// `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_gamepad_get_uuid(context: i64, gamepad_id: i64) -> *mut c_char;
    /// Returns when it happened, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
    /// `QueryPerformanceCounter`. On Linux that is what the pad's driver says, to the microsecond; elsewhere, and of what is
    /// held when a pad or a context appears, when it was received. Events of windows have the same clock.
    ///
    /// `event` is a gamepad event. On failure: -1.
    pub safe fn rt_gamepad_event_get_timestamp(event: i64) -> i64;
    /// Puts, for tests and for replay, an event into the context, as though a pad had sent it, to be taken in by the next
    /// update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button of a button's
    /// event and the axis of an axis's, and is ignored for others. A pad that is not there is there from its first event
    /// on, a disconnected event removes it, and nobody but this context sees it.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_inject_event(context: i64, gamepad_id: i64, event_type: i64, code: i64, value: f64) -> bool;
    /// Returns how a connected pad is moved at this moment, as its driver tells it: on Linux that of PlayStation 4 and 5 and of
    /// Nintendo's pads. Fails where a pad has no such sensors, where its driver tells of none, where this process may not read
    /// them, and on other systems.
    ///
    /// `context` is a gamepad context. On failure: acceleration_x 0.0, acceleration_y 0.0, acceleration_z
    /// 0.0, rotation_x 0.0, rotation_y 0.0, rotation_z 0.0.
    pub safe fn rt_gamepad_get_motion(context: i64, gamepad_id: i64) -> RtGamepadMotion;
    /// As [`rt_gamepad_get_motion`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_get_motion_into(context: i64, gamepad_id: i64, out: *mut RtGamepadMotion) -> bool;
    /// Returns how many fingers a connected pad's touchpad tells apart. Fails as `rt_gamepad_get_motion` does.
    ///
    /// `context` is a gamepad context. On failure: -1.
    pub safe fn rt_gamepad_touch_count(context: i64, gamepad_id: i64) -> i64;
    /// Returns what a finger (from 0) does on a connected pad's touchpad at this moment.
    ///
    /// `context` is a gamepad context. On failure: touches false, x 0.0, y 0.0.
    pub safe fn rt_gamepad_get_touch(context: i64, gamepad_id: i64, finger: i64) -> RtGamepadTouch;
    /// As [`rt_gamepad_get_touch`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_get_touch_into(context: i64, gamepad_id: i64, finger: i64, out: *mut RtGamepadTouch) -> bool;
    /// Tells whether a connected pad's touchpad is pressed down at this moment. Some drivers tell it as the button Touchpad
    /// instead.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_touchpad_is_pressed(context: i64, gamepad_id: i64) -> bool;
    /// Gives a connected pad's light a colour, each part 0 to 255; all 0 puts it out. Fails where a pad has no light of three
    /// colours, where this process may not write to it (on Linux that takes a rule of udev's), and on other systems.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_set_light(context: i64, gamepad_id: i64, red: i64, green: i64, blue: i64) -> bool;
    /// Returns how many buttons, axes and hats a connected pad has, whatever its mapping says of them: a wheel, a flight
    /// stick or a throttle has what no pad has. They are numbered from 0 as SDL numbers them. Fails for a pad that is there
    /// by injected events alone.
    ///
    /// `context` is a gamepad context. On failure: buttons 0, axes 0, hats 0.
    pub safe fn rt_gamepad_raw_counts(context: i64, gamepad_id: i64) -> RtGamepadRawCounts;
    /// As [`rt_gamepad_raw_counts`], into `*out`; whether it succeeded.
    pub fn rt_gamepad_raw_counts_into(context: i64, gamepad_id: i64, out: *mut RtGamepadRawCounts) -> bool;
    /// Tells whether a connected pad's button of this number is down at this moment.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_raw_button(context: i64, gamepad_id: i64, number: i64) -> bool;
    /// Returns where a connected pad's axis of this number is at this moment: from -1 to 1, the ends that its driver names,
    /// without a dead zone, and with the driver's sign (a stick's down is mostly positive, a pedal rests at one of its ends).
    /// On other systems than Linux it is 0 until it first moves.
    ///
    /// `context` is a gamepad context. On failure: 0.0.
    pub safe fn rt_gamepad_raw_axis(context: i64, gamepad_id: i64, number: i64) -> f64;
    /// Returns where a connected pad's hat of this number points at this moment: up 1, right 2, down 4, left 8, added up; 0 in
    /// its middle.
    ///
    /// `context` is a gamepad context. On failure: -1.
    pub safe fn rt_gamepad_raw_hat(context: i64, gamepad_id: i64, number: i64) -> i64;
    /// Tells whether a connected pad can rumble.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_can_rumble(context: i64, gamepad_id: i64) -> bool;
    /// Tells whether a button went down between the last update and the one before, also where it came up again in between: for
    /// what a press begins, in a loop that updates once a turn.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_button_was_pressed(context: i64, gamepad_id: i64, button: i64) -> bool;
    /// Tells whether a button came up between the last update and the one before.
    ///
    /// `context` is a gamepad context. On failure: false.
    pub safe fn rt_gamepad_button_was_released(context: i64, gamepad_id: i64, button: i64) -> bool;
    /// Tells whether this build holds the gamepad library, as it does where this links.
    pub safe fn rt_gamepad_available() -> bool;
    /// Forgets why this thread's last failed gamepad call failed.
    pub safe fn rt_gamepad_clear_error();
    /// Returns the category of this thread's last failed gamepad call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_gamepad_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `gilrs-core`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_gamepad_version() -> *mut c_char;
}

/// The answer to a request, or why there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtHttpResult {
    /// The HTTP status, or 0 where no answer came.
    pub status: i64,
    /// The answer's body as text, decoded by its charset.
    pub body: *mut c_char,
    /// Why no answer came, empty where one did (4xx and 5xx are answers).
    pub error: *mut c_char,
}

/// What came of a download.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtHttpDownload {
    /// The HTTP status, or 0 where no whole answer came.
    pub status: i64,
    /// How many bytes the file now has; 0 where the status is not 2xx and nothing was written.
    pub bytes: i64,
    /// Why the download failed, empty where an answer came (4xx and 5xx are answers).
    pub error: *mut c_char,
}

unsafe extern "C" {
    /// GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
    /// MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
    /// proxies from the environment; connections are kept for later calls.
    ///
    /// `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
    /// charset. Where no whole answer came, `status` is 0 and `error` says why.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_get(url: *const c_char) -> RtHttpResult;
    /// As [`rt_http_get`], into `*out`; whether it succeeded.
    pub fn rt_http_get_into(url: *const c_char, out: *mut RtHttpResult) -> bool;
    /// POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    /// `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_post(url: *const c_char, body: *const c_char, content_type: *const c_char) -> RtHttpResult;
    /// As [`rt_http_post`], into `*out`; whether it succeeded.
    pub fn rt_http_post_into(url: *const c_char, body: *const c_char, content_type: *const c_char, out: *mut RtHttpResult) -> bool;
    /// PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    /// `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_put(url: *const c_char, body: *const c_char, content_type: *const c_char) -> RtHttpResult;
    /// As [`rt_http_put`], into `*out`; whether it succeeded.
    pub fn rt_http_put_into(url: *const c_char, body: *const c_char, content_type: *const c_char, out: *mut RtHttpResult) -> bool;
    /// DELETEs `url`. Otherwise as `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_delete(url: *const c_char) -> RtHttpResult;
    /// As [`rt_http_delete`], into `*out`; whether it succeeded.
    pub fn rt_http_delete_into(url: *const c_char, out: *mut RtHttpResult) -> bool;
    /// PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
    /// `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_patch(url: *const c_char, body: *const c_char, content_type: *const c_char) -> RtHttpResult;
    /// As [`rt_http_patch`], into `*out`; whether it succeeded.
    pub fn rt_http_patch_into(url: *const c_char, body: *const c_char, content_type: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_head(url: *const c_char) -> RtHttpResult;
    /// As [`rt_http_head`], into `*out`; whether it succeeded.
    pub fn rt_http_head_into(url: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Sends any `method` but CONNECT, with up to 8192 `headers` like `RequestLabel: value`. Content-Length and
    /// Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
    /// another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_request(method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const c_char) -> RtHttpResult;
    /// As [`rt_http_request`], into `*out`; whether it succeeded.
    pub fn rt_http_request_into(method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
    /// beside the target, which is replaced once all has come, with the permissions that it had. Links are followed; a
    /// device, or a pipe that somebody reads, takes the bytes as they come. A transfer may take as long as it likes but
    /// stand still for no more than 30 s.
    ///
    /// `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
    /// Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
    ///
    /// On failure: status 0, bytes 0, error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_download(url: *const c_char, output_path: *const c_char) -> RtHttpDownload;
    /// As [`rt_http_download`], into `*out`; whether it succeeded.
    pub fn rt_http_download_into(url: *const c_char, output_path: *const c_char, out: *mut RtHttpDownload) -> bool;
    /// POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
    /// content type of its extension. A transfer may take as long as it likes but stand still for no more than
    /// 30 s. The result is as for `rt_http_get`.
    ///
    /// On failure: status 0, body "", error "<reason>". May wait; blocks its own thread only.
    pub fn rt_http_upload(url: *const c_char, file_path: *const c_char, field_name: *const c_char) -> RtHttpResult;
    /// As [`rt_http_upload`], into `*out`; whether it succeeded.
    pub fn rt_http_upload_into(url: *const c_char, file_path: *const c_char, field_name: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Makes a client with settings and connections of its own, which begins with those that `rt_http_get` names. The
    /// caller frees it with `rt_http_client_destroy`.
    ///
    /// Returns an http client; free it with rt_http_client_destroy. On failure: 0.
    pub safe fn rt_http_client_create() -> i64;
    /// Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
    /// For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
    /// (only 30 s without any progress).
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_timeout(client: i64, timeout_ms: i64) -> bool;
    /// Sends the header `key` with every request of `client`, unless the request has one of that name itself.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_header(client: i64, key: *const c_char, value: *const c_char) -> bool;
    /// Sends a request as `rt_http_request` does, with the settings of `client`.
    ///
    /// `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
    /// own thread only.
    pub fn rt_http_client_request(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const c_char) -> RtHttpResult;
    /// As [`rt_http_client_request`], into `*out`; whether it succeeded.
    pub fn rt_http_client_request_into(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Frees a client and ends its idle connections. Requests under way finish.
    ///
    /// `client` is an http client, freed by this call.
    pub safe fn rt_http_client_destroy(client: i64);
    /// Makes a server that listens at 127.0.0.1 and this port, 0 for any free one. It answers from `rt_http_server_start`
    /// on; connections made earlier wait. HTTP/1.1 and HTTP/2, over TLS after `rt_http_server_set_tls`. The caller frees it
    /// with `rt_http_server_destroy`. 0 where the port is taken.
    ///
    /// Returns an http server; free it with rt_http_server_destroy. On failure: 0.
    pub safe fn rt_http_server_create(port: i64) -> i64;
    /// Sends requests with this method and path to the handler named `handler`. `*` is any method; GET answers HEAD
    /// too. In `path`, a segment `:name` is a parameter, and a last segment `*name` is one that takes the rest of
    /// the path; a literal segment goes before a parameter. The same method and path again replaces the route.
    /// Routes may be added while the server runs. Other methods of a known path get a 405, other paths a 404.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_route(server: i64, method: *const c_char, path: *const c_char, handler: *const c_char) -> bool;
    /// Serves the files of folder `dir` under the prefix `path`, written without escapes, with GET and HEAD: content
    /// types (text is UTF-8), up to 64 ranges (several that do not touch each other come as `multipart/byteranges`),
    /// conditional requests, `index.html` for a folder. Does not serve what begins with a dot, `.well-known` excepted,
    /// and nothing outside of `dir`, whatever the path says and wherever symbolic links lead. Routes go first, then the
    /// longest prefix. False where `dir` is no folder.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_static(server: i64, path: *const c_char, dir: *const c_char) -> bool;
    /// Serves, and returns true when `rt_http_server_stop` was called, on any thread, and everything has ended.
    ///
    /// `server` is an http server. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_http_server_start(server: i64) -> bool;
    /// Stops serving: no new connection is taken, WebSockets are told, those accepted meanwhile too, and requests in
    /// flight have up to 5 s to finish, all at the same time, and get a 503 then. Requests that wait to be pulled get it at
    /// once where no thread but the caller's has called `rt_http_server_next_request`, for nobody will answer them; those
    /// that were pulled are in flight until they are answered or freed. Returns
    /// when all has ended, half a second after that time at the latest, even where a handler does not return: that
    /// goes on, and its answer is lost. Inside a callback of a server it returns at once. The server can be started
    /// again. False where it does not run.
    ///
    /// `server` is an http server. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_http_server_stop(server: i64) -> bool;
    /// Frees a server, stopped first where it runs. Its WebSockets' handles are stale afterwards.
    ///
    /// `server` is an http server, freed by this call. May wait; blocks its own thread only.
    pub safe fn rt_http_server_destroy(server: i64);
    /// Returns the method, in capitals as a rule.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_method(request: i64) -> *mut c_char;
    /// Returns the path as it was sent, escapes and all, without the query.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_path(request: i64) -> *mut c_char;
    /// Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
    /// which `rt_text_is_none` tells from an empty one.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_request_header(request: i64, key: *const c_char) -> *mut c_char;
    /// Returns the body as text; invalid UTF-8 is replaced.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_body(request: i64) -> *mut c_char;
    /// Returns the query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none, which
    /// `rt_text_is_none` tells from an empty one.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_request_query(request: i64, key: *const c_char) -> *mut c_char;
    /// Makes a response with this status (200 to 599) and text. Returned from a callback or given to
    /// `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
    ///
    /// Returns an http response; free it with rt_http_response_free. On failure: 0.
    pub fn rt_http_response_create(status: i64, body: *const c_char) -> i64;
    /// Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
    /// set, and Connection can be `close` only.
    ///
    /// `response` is an http response. On failure: false.
    pub fn rt_http_response_set_header(response: i64, key: *const c_char, value: *const c_char) -> bool;
    /// Makes `json` the body, with the content type for it. False where `json` is nothing that `rt_http_parse_json` takes.
    ///
    /// `response` is an http response. On failure: false.
    pub fn rt_http_response_json(response: i64, json: *const c_char) -> bool;
    /// Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
    /// `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses, or answers with a head of more than
    /// 124 fields or 64 KiB.
    ///
    /// Returns a websocket; free it with rt_ws_close. On failure: 0. May wait; blocks its own thread only.
    pub fn rt_ws_connect(url: *const c_char) -> i64;
    /// Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
    /// given up.
    ///
    /// `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
    pub fn rt_ws_send(ws: i64, message: *const c_char) -> bool;
    /// Receives the next text message, for which it waits as long as it takes; `""`, with a last error, where the peer
    /// closed or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
    /// may wait; then the peer is held up. A message has at most 64 MiB.
    ///
    /// `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
    /// own thread only.
    pub safe fn rt_ws_receive(ws: i64) -> *mut c_char;
    /// Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
    /// where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
    /// `rt_ws_receive` or `rt_ws_send` returns.
    ///
    /// `ws` is a websocket, freed by this call. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_ws_close(ws: i64) -> bool;
    /// Returns `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_url_encode(text: *const c_char) -> *mut c_char;
    /// Returns `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not
    /// UTF-8.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_url_decode(text: *const c_char) -> *mut c_char;
    /// Parses a JSON value, to be freed with `rt_http_json_free`. Integers keep their digits, however many; other
    /// numbers are doubles. Of several members of one name the last one counts. 0 where `json` is not well-formed, is
    /// nested deeper than 127 levels, has a number beyond a double's range (`1e400`), or the escape of half a surrogate
    /// pair alone, which no UTF-8 text holds; the last error tells where. Whatever takes JSON here refuses the same.
    ///
    /// Returns a json value; free it with rt_http_json_free. On failure: 0.
    pub fn rt_http_parse_json(json: *const c_char) -> i64;
    /// Returns `obj` as compact JSON; an object's members in the order they came.
    ///
    /// `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_stringify_json(obj: i64) -> *mut c_char;
    /// Sets how long a transfer of `client` (a stream, a download, an upload) may stand still, apart from how long all
    /// of it may take: 1 ms to a day; at first the time limit of `rt_http_client_set_timeout` where one was set, 30 s
    /// otherwise. A stream of events that speaks within this time lives for as long as no total limit is set.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_stall_timeout(client: i64, timeout_ms: i64) -> bool;
    /// Sets how long `client` keeps a connection that no request uses: 0 (none is kept) to a day, 90 s at first.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_idle_timeout(client: i64, timeout_ms: i64) -> bool;
    /// Sets how large the head of an answer to `client` may be: `fields` header fields, 1 to 8192 and 1024 at first,
    /// and `bytes` (each field with 32 bytes more than its name and value have), 8 KiB to 384 KiB and 256 KiB at first. A
    /// larger one is a failure, by HTTP/1 as by HTTP/2.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_header_limit(client: i64, fields: i64, bytes: i64) -> bool;
    /// Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_connect_timeout(client: i64, timeout_ms: i64) -> bool;
    /// Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
    /// one redirect too many is a failure.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_max_redirects(client: i64, count: i64) -> bool;
    /// Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
    /// longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_set_body_limit(client: i64, bytes: i64) -> bool;
    /// Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
    /// `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
    /// decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_proxy(client: i64, url: *const c_char) -> bool;
    /// Connects `client` to `address`, an IP address such as `127.0.0.1` or `::1`, wherever a request, a WebSocket or a
    /// proxy names `host`, without asking the resolver; with an empty `address` it is asked again. The port, the `Host`
    /// field and the name that TLS checks stay those of the request. It does not count where a socks5h: proxy or an HTTP
    /// proxy looks the name up. False where `host` is no name, or `address` no address.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_resolve(client: i64, host: *const c_char, address: *const c_char) -> bool;
    /// Connects `client` to the Unix domain socket at `path` for every request and WebSocket, whatever host and port its
    /// address names (`http://localhost/containers/json`, say), redirects included and proxies left aside; with an empty
    /// `path` to hosts again. With https: and wss: it speaks TLS over the socket. Whether somebody listens there is seen
    /// when a request is sent. False where `path` is too long for a socket (107 bytes on Linux, 103 on macOS), and on
    /// Windows, where it is not available.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_unix_socket(client: i64, path: *const c_char) -> bool;
    /// Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_add_root_certificates(client: i64, pem: *const c_char) -> bool;
    /// Sets how `client` speaks TLS, in requests and WebSockets; what was set so before does not count any more, roots of
    /// `rt_http_client_add_root_certificates` do. `options_json` is an object, or `""` for none. `certificate` is who the
    /// client is where a server asks: an object with `chain` (its certificate first) or `chain_file`, and `key` or
    /// `key_file`, as `rt_http_server_set_tls` takes them. `minimum_version` is `"1.2"`, as at first, or `"1.3"`.
    /// `accept_any_certificate`, true or false, takes servers for whom they say they are, whatever their certificates:
    /// for tests alone, for anybody between the two may then read and change everything. False, with a last error that
    /// repeats nothing of a key, where the options, a file, a certificate or a key cannot be used.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_tls(client: i64, options_json: *const c_char) -> bool;
    /// Downloads as `rt_http_download` does, with the settings of `client` and these headers.
    ///
    /// `client` is an http client. On failure: status 0, bytes 0, error "<reason>". May wait; blocks its
    /// own thread only.
    pub fn rt_http_client_download(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64, output_path: *const c_char) -> RtHttpDownload;
    /// As [`rt_http_client_download`], into `*out`; whether it succeeded.
    pub fn rt_http_client_download_into(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64, output_path: *const c_char, out: *mut RtHttpDownload) -> bool;
    /// Uploads as `rt_http_upload` does, with the settings of `client` and these headers.
    ///
    /// `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
    /// own thread only.
    pub fn rt_http_client_upload(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64, file_path: *const c_char, field_name: *const c_char) -> RtHttpResult;
    /// As [`rt_http_client_upload`], into `*out`; whether it succeeded.
    pub fn rt_http_client_upload_into(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64, file_path: *const c_char, field_name: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
    /// unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
    ///
    /// `client` is an http client. On failure: status 0, body "", error "<reason>". May wait; blocks its
    /// own thread only.
    pub fn rt_http_client_send_file(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, file_path: *const c_char) -> RtHttpResult;
    /// As [`rt_http_client_send_file`], into `*out`; whether it succeeded.
    pub fn rt_http_client_send_file_into(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, file_path: *const c_char, out: *mut RtHttpResult) -> bool;
    /// Sends a form of several fields and files (`multipart/form-data`) and keeps the whole answer, 4xx and 5xx included,
    /// which the caller frees with `rt_http_fetch_free`. `method` is POST as a rule. `form_json` is an object with `parts`, an
    /// array of up to 1000 objects, sent in their order: each has a `name`; `text`, or `base64` for bytes, or `file`, the path
    /// of a file that is read as it is sent, never whole in memory; and, where wished, a `file_name` (that of the path for a
    /// file) and a `content_type` (that of the file name's extension, none for a text without a file name). As for
    /// `rt_http_upload` only a standstill ends it. 0 where no whole answer came, or, with a last error that repeats nothing of
    /// it, where the form is none or a file cannot be read.
    ///
    /// `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_http_client_fetch_form(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, form_json: *const c_char) -> i64;
    /// Has `client` keep the cookies of answers, redirects and WebSockets' handshakes included, and send them with the
    /// requests that they are for (RFC 6265); or not, as at first, which forgets those that it has. A request, or a client,
    /// with a `Cookie` header of its own sends that in their place. Cookies go to the hosts and paths that they were set for
    /// alone; those with `Secure` by https: alone, or to this machine. A server sets none for a domain that it is not in, nor
    /// for one below which anybody may have a name (`co.uk`, `github.io`, by the public suffix list), and none with `Secure`,
    /// or in the place of one with it, by http:. At most 180 are kept of a registered domain, 3,000 in all and 4 KiB each, the
    /// oldest give way; at most 150 and 8 KiB are sent with a request.
    ///
    /// `client` is an http client.
    pub safe fn rt_http_client_set_cookies(client: i64, enabled: bool);
    /// Sets a cookie as an answer of `url` would with `Set-Cookie: cookie`: `id=7; Path=/; Max-Age=3600`, say. With an expiry
    /// that has passed it takes one away. False where `client` keeps no cookies, or `url` may not set this one; the last error
    /// repeats nothing of it.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_cookie(client: i64, url: *const c_char, cookie: *const c_char) -> bool;
    /// Returns what a request of `client` to `url` would send in the header `Cookie`: `a=1; b=2`, say; `""` where there is
    /// nothing, which `rt_text_is_none` tells, and, with a last error, where the client keeps no cookies.
    ///
    /// `client` is an http client. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_client_get_cookies(client: i64, url: *const c_char) -> *mut c_char;
    /// Returns all cookies of `client` that have not expired, as a JSON array of objects, which
    /// `rt_http_client_load_cookies` reads from a file: `name`, `value`, `domain`, `host_only` (whether it is for that host
    /// alone, and not for those below it), `path`, `secure`, `http_only`, `same_site` where it was given, and `expires` in
    /// seconds since 1970, null where it ends with the session. `""`, with a last error, where the client keeps no cookies.
    ///
    /// `client` is an http client. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_client_list_cookies(client: i64) -> *mut c_char;
    /// Forgets all cookies of `client`, which goes on to keep new ones.
    ///
    /// `client` is an http client. On failure: false.
    pub safe fn rt_http_client_clear_cookies(client: i64) -> bool;
    /// Adds the cookies of the file `path` to those of `client`, and returns how many: in the format that curl, wget and
    /// Python's `http.cookiejar` have from Netscape, or in JSON as `rt_http_client_list_cookies` gives it. Those that have
    /// expired, and those that no server may set, are left out. −1 where the client keeps no cookies, or where the file cannot
    /// be read, holds what is no cookie (the last error says in which line) or more than 32 MiB; then nothing is added.
    ///
    /// `client` is an http client. On failure: -1.
    pub fn rt_http_client_load_cookies(client: i64, path: *const c_char) -> i64;
    /// Writes the cookies of `client` that have not expired, those of its session too, as the file `path`, in the format that
    /// curl, wget and Python's `http.cookiejar` read; the whole file is replaced at once. A new file can be read by its owner
    /// alone. False where the client keeps no cookies, or the file cannot be written.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_save_cookies(client: i64, path: *const c_char) -> bool;
    /// Says who `client` is to the server of `url`, in requests to its scheme, host and port alone, redirects to it included: by
    /// `scheme` `basic` with a `name` and a `secret`, in every request; `bearer` with a token as `secret` and no name, in every
    /// request; or `digest` (RFC 7616, MD5 and SHA-256), which answers the server's challenge, without the password, and every
    /// request from then on. With an empty `scheme` nothing is said any more. A request with an `Authorization` header of its
    /// own, or a name in its address, says that. A body that streams cannot be sent again after a challenge: the 401 is the
    /// answer then, and the next request is signed. False where the scheme is another, or a name or a secret cannot be sent; the
    /// last error repeats nothing of them.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_credentials(client: i64, url: *const c_char, scheme: *const c_char, name: *const c_char, secret: *const c_char) -> bool;
    /// Sets when `client` sends a request again that came to nothing, within its time limit. `options_json` is an object, or
    /// `""` for never, as at first: `count`, how often at most (0 to 100, 0 at first); `wait_ms`, how long it waits before the
    /// first time (500; 0 to a day), twice as long before each further one, up to `max_wait_ms` (30000), each between half of
    /// that and all; `statuses`, the answers that it asks for anew (429, 502, 503 and 504), after the time that their
    /// `Retry-After` names, and not at all where that is longer than `max_wait_ms`. Sent again are GET, HEAD, OPTIONS, TRACE, PUT and
    /// DELETE, with `all_methods` every request, and any of which nothing was sent because no connection came about; not what
    /// streams. After the last time its answer, or failure, is what came of it.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_retries(client: i64, options_json: *const c_char) -> bool;
    /// Has connections of `client` come from `address`, an IP address of this machine, for requests and WebSockets; with an
    /// empty `address` the system chooses, as at first. Servers that have no address of its kind (IPv4 or IPv6) cannot be
    /// reached then. False where `address` is none; whether it is this machine's is seen when a request is sent.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_local_address(client: i64, address: *const c_char) -> bool;
    /// Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
    /// frees it with `rt_http_fetch_free`. 0 where no whole answer came.
    ///
    /// `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_http_client_fetch(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const c_char) -> i64;
    /// Fetches as `rt_http_client_fetch` does, with a body of bytes.
    ///
    /// `client` is an http client. Returns an http fetched response; free it with rt_http_fetch_free. On
    /// failure: 0. May wait; blocks its own thread only.
    pub fn rt_http_client_fetch_bytes(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const u8, body_len: i64) -> i64;
    /// Returns the HTTP status.
    ///
    /// `fetch` is an http fetched response. On failure: -1.
    pub safe fn rt_http_fetch_status(fetch: i64) -> i64;
    /// Returns the protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_fetch_version(fetch: i64) -> *mut c_char;
    /// Returns the address that answered, after redirects.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_fetch_url(fetch: i64) -> *mut c_char;
    /// Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
    /// which `rt_text_is_none` tells from an empty one.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_fetch_header(fetch: i64, key: *const c_char) -> *mut c_char;
    /// Returns the bytes of the header `key`, whatever its case, as they came: those that are no UTF-8 too. Several of
    /// that name are joined with `, `. Empty where there is none.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
    /// empty array.
    pub fn rt_http_fetch_header_bytes(fetch: i64, key: *const c_char) -> RtBytes;
    /// As [`rt_http_fetch_header_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_fetch_header_bytes_into(fetch: i64, key: *const c_char, out: *mut RtBytes) -> bool;
    /// Returns all headers, as `name: value` with the name in lower case.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_text_array_free. On failure: an
    /// empty array.
    pub safe fn rt_http_fetch_headers(fetch: i64) -> RtTextArray;
    /// As [`rt_http_fetch_headers`], into `*out`; whether it succeeded.
    pub fn rt_http_fetch_headers_into(fetch: i64, out: *mut RtTextArray) -> bool;
    /// Returns the body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_fetch_body(fetch: i64) -> *mut c_char;
    /// Returns the body as it came, decompressed.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
    /// empty array.
    pub safe fn rt_http_fetch_body_bytes(fetch: i64) -> RtBytes;
    /// As [`rt_http_fetch_body_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_fetch_body_bytes_into(fetch: i64, out: *mut RtBytes) -> bool;
    /// Takes the body out of the answer, as it came, decompressed: what is large needs no copy so. The answer has none
    /// afterwards, as text neither.
    ///
    /// `fetch` is an http fetched response. Release what it returns with rt_bytes_free. On failure: an
    /// empty array.
    pub safe fn rt_http_fetch_take_body_bytes(fetch: i64) -> RtBytes;
    /// As [`rt_http_fetch_take_body_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_fetch_take_body_bytes_into(fetch: i64, out: *mut RtBytes) -> bool;
    /// Frees an answer.
    ///
    /// `fetch` is an http fetched response, freed by this call.
    pub safe fn rt_http_fetch_free(fetch: i64);
    /// Returns what is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as
    /// JSON. `""`, with a last error, where there is nothing.
    ///
    /// `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_json_get(obj: i64, pointer: *const c_char) -> *mut c_char;
    /// Returns the number at `pointer`, as the nearest double. 0.0, with a last error, where there is none.
    ///
    /// `obj` is a json value. On failure: 0.0.
    pub fn rt_http_json_number(obj: i64, pointer: *const c_char) -> f64;
    /// Returns what kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where
    /// there is nothing.
    ///
    /// `obj` is a json value. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_json_type(obj: i64, pointer: *const c_char) -> *mut c_char;
    /// Returns how many items or members the array or object at `pointer` has. −1 where there is none.
    ///
    /// `obj` is a json value. On failure: -1.
    pub fn rt_http_json_length(obj: i64, pointer: *const c_char) -> i64;
    /// Returns the names of the members of the object at `pointer`, in the order they came.
    ///
    /// `obj` is a json value. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_http_json_keys(obj: i64, pointer: *const c_char) -> RtTextArray;
    /// As [`rt_http_json_keys`], into `*out`; whether it succeeded.
    pub fn rt_http_json_keys_into(obj: i64, pointer: *const c_char, out: *mut RtTextArray) -> bool;
    /// Frees a JSON value.
    ///
    /// `obj` is a json value, freed by this call.
    pub safe fn rt_http_json_free(obj: i64);
    /// Returns the protocol that it came by: `HTTP/1.0`, `HTTP/1.1` or `HTTP/2`.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_version(request: i64) -> *mut c_char;
    /// Returns `https` where it came over TLS, `http` otherwise, whatever a proxy in between says.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_scheme(request: i64) -> *mut c_char;
    /// Returns all values of the query parameter `key`, decoded, in their order.
    ///
    /// `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
    /// array.
    pub fn rt_http_request_query_all(request: i64, key: *const c_char) -> RtTextArray;
    /// As [`rt_http_request_query_all`], into `*out`; whether it succeeded.
    pub fn rt_http_request_query_all_into(request: i64, key: *const c_char, out: *mut RtTextArray) -> bool;
    /// Returns all values of the field `key` in a body that is a form, in their order: of the type
    /// `application/x-www-form-urlencoded`, decoded, or `multipart/form-data`, without files; what is no UTF-8 is replaced.
    /// None, with a last error, where the body has another type or is malformed.
    ///
    /// `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
    /// array.
    pub fn rt_http_request_form_all(request: i64, key: *const c_char) -> RtTextArray;
    /// As [`rt_http_request_form_all`], into `*out`; whether it succeeded.
    pub fn rt_http_request_form_all_into(request: i64, key: *const c_char, out: *mut RtTextArray) -> bool;
    /// Returns how many parts a body of the type `multipart/form-data` has: fields and files, at most 1000. −1, with a last
    /// error, where the body has another type or is malformed.
    ///
    /// `request` is an http request. On failure: -1.
    pub safe fn rt_http_request_part_count(request: i64) -> i64;
    /// Returns the name of a form's part, `index` counted from 0, as the client wrote it.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_part_name(request: i64, index: i64) -> *mut c_char;
    /// Returns the name that a form's part has as a file, as the client wrote it: no path to trust, for it may hold `/` and
    /// `..`. `""` where it is no file, which `rt_text_is_none` tells from an empty one.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_part_file_name(request: i64, index: i64) -> *mut c_char;
    /// Returns the header `key` of a form's part, whatever its case: `Content-Type`, say. `""` where there is none, which
    /// `rt_text_is_none` tells from an empty one.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_request_part_header(request: i64, index: i64, key: *const c_char) -> *mut c_char;
    /// Returns what a form's part holds as text; invalid UTF-8 is replaced.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_part_text(request: i64, index: i64) -> *mut c_char;
    /// Returns what a form's part holds.
    ///
    /// `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub safe fn rt_http_request_part_bytes(request: i64, index: i64) -> RtBytes;
    /// As [`rt_http_request_part_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_request_part_bytes_into(request: i64, index: i64, out: *mut RtBytes) -> bool;
    /// Returns the query as it was sent, without the question mark.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_query_string(request: i64) -> *mut c_char;
    /// Returns the route's parameter `name`, decoded; `""` where the route has none of that name, which `rt_text_is_none`
    /// tells from an empty one.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_request_param(request: i64, name: *const c_char) -> *mut c_char;
    /// Returns the name of the handler that the route names.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_handler(request: i64) -> *mut c_char;
    /// Returns the bytes of the header `key` as they came, as `rt_http_fetch_header_bytes` does.
    ///
    /// `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub fn rt_http_request_header_bytes(request: i64, key: *const c_char) -> RtBytes;
    /// As [`rt_http_request_header_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_request_header_bytes_into(request: i64, key: *const c_char, out: *mut RtBytes) -> bool;
    /// Returns all headers, as `name: value` with the name in lower case.
    ///
    /// `request` is an http request. Release what it returns with rt_text_array_free. On failure: an empty
    /// array.
    pub safe fn rt_http_request_headers(request: i64) -> RtTextArray;
    /// As [`rt_http_request_headers`], into `*out`; whether it succeeded.
    pub fn rt_http_request_headers_into(request: i64, out: *mut RtTextArray) -> bool;
    /// Returns the body as it came.
    ///
    /// `request` is an http request. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub safe fn rt_http_request_body_bytes(request: i64) -> RtBytes;
    /// As [`rt_http_request_body_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_request_body_bytes_into(request: i64, out: *mut RtBytes) -> bool;
    /// Fills `buffer` with the next bytes of the body and says how many: at least 1, fewer than there is room for where fewer
    /// have come, 0 at the end. On a route with the option `stream_body` it waits for them up to `timeout_ms` (0 to a day),
    /// and a client whose body nobody reads is held up; on any other all of it has come already. −1 where nothing came in time
    /// (the last error's code is `timed out`; read again), where the body broke off or is longer than its limit, and where the
    /// exchange is over.
    ///
    /// `request` is an http request. On failure: -1. May wait; blocks its own thread only.
    pub fn rt_http_request_read(request: i64, buffer: *mut u8, buffer_len: i64, timeout_ms: i64) -> i64;
    /// Returns the client's address and port: `127.0.0.1:53412`, or `unix:` where the server listens at a Unix domain socket.
    ///
    /// `request` is an http request. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_request_remote_address(request: i64) -> *mut c_char;
    /// Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
    ///
    /// `request` is an http request, freed by this call.
    pub safe fn rt_http_request_free(request: i64);
    /// Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
    /// `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
    /// (read what it says before), one of a callback stays until that returns.
    ///
    /// `request` is an http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May
    /// wait; blocks its own thread only.
    pub safe fn rt_ws_accept(request: i64) -> i64;
    /// Accepts a WebSocket as `rt_ws_accept` does, choosing `protocol` among those that the client offers in
    /// `Sec-WebSocket-Protocol`.
    ///
    /// `request` is an http request. Returns a websocket; free it with rt_ws_close. On failure: 0. May
    /// wait; blocks its own thread only.
    pub fn rt_ws_accept_protocol(request: i64, protocol: *const c_char) -> i64;
    /// Answers `request` with the status and the headers of `response`, with its body where it has one, and with what
    /// `rt_http_response_stream_write` and `rt_http_response_stream_send_event` write from then on. `request` and
    /// `response` are freed, as by `rt_http_server_respond`: read first what you need of the request. A callback may write
    /// before it returns 0, or hand the stream to another thread. `options_json` is an object, or `""` for none: `buffer`
    /// is how many bytes may wait for the client, 1 to 64 MiB, 64 KiB at first; `keep_alive_ms`, for a response of the type
    /// `text/event-stream`, sends a comment whenever nothing else was sent for so long, 1 ms to a day, which keeps proxies
    /// from ending it and finds out about clients that have gone. How long all of it takes is not limited; a client that
    /// takes nothing for the write timeout loses it, and `rt_http_server_stop` breaks off what has not ended in time. By
    /// HTTP/1.1 the answer is chunked. The caller ends it with `rt_http_response_stream_finish` or breaks it off with
    /// `rt_http_response_stream_free`. 0 where the request was answered already, or nobody waits for it any more.
    ///
    /// `request` is an http request, freed by this call. `response` is an http response, freed by this
    /// call. Returns an http response stream; free it with rt_http_response_stream_free. On failure: 0.
    pub fn rt_http_response_stream_begin(request: i64, response: i64, options_json: *const c_char) -> i64;
    /// Writes the next piece of an answer: as much of it as there is room for within `timeout_ms` (0 to a day; 0 does not
    /// wait), which is how a slow client slows its writer. Returns how many bytes were taken, fewer than `data` has, down
    /// to 0, where time ran out. Pieces are sent as they come. Everything is taken, and nothing sent, where the request was
    /// HEAD or the status has no body. −1 where the client has gone, the server stopped, or the handle is stale.
    ///
    /// `stream` is an http response stream. On failure: -1. May wait; blocks its own thread only.
    pub fn rt_http_response_stream_write(stream: i64, data: *const u8, data_len: i64, timeout_ms: i64) -> i64;
    /// Sends a server-sent event (HTML, 9.2) of the type `event`, with `data`, of as many lines as it has, and the
    /// identifier `id`; `""` leaves `event` or `id` out, of which each is one line. Waits for room for up to `timeout_ms`
    /// (0 to a day; 0 does not wait), and takes all of it or nothing. The response's type has to be `text/event-stream`
    /// for clients to see events. False where time ran out (the last error's code is `timed out`), the client has gone, or
    /// the server stopped.
    ///
    /// `stream` is an http response stream. On failure: false. May wait; blocks its own thread only.
    pub fn rt_http_response_stream_send_event(stream: i64, event: *const c_char, data: *const c_char, id: *const c_char, timeout_ms: i64) -> bool;
    /// Ends an answer whole and frees its stream; what was written before is still sent. False where the client has gone
    /// before its end, or the server stopped.
    ///
    /// `stream` is an http response stream, freed by this call. On failure: false.
    pub safe fn rt_http_response_stream_finish(stream: i64) -> bool;
    /// Frees an answer's stream without ending it: what waits is thrown away, and the client sees that its answer broke
    /// off.
    ///
    /// `stream` is an http response stream, freed by this call.
    pub safe fn rt_http_response_stream_free(stream: i64);
    /// Makes a response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
    ///
    /// Returns an http response; free it with rt_http_response_free. On failure: 0.
    pub fn rt_http_response_create_bytes(status: i64, body: *const u8, body_len: i64, content_type: *const c_char) -> i64;
    /// Adds a header beside those of the same name: another `Set-Cookie`, say.
    ///
    /// `response` is an http response. On failure: false.
    pub fn rt_http_response_add_header(response: i64, key: *const c_char, value: *const c_char) -> bool;
    /// Frees a response that is not sent.
    ///
    /// `response` is an http response, freed by this call.
    pub safe fn rt_http_response_free(response: i64);
    /// Adds a route as `rt_http_server_route` does, with options: `options_json` is an object, or `""` for none. With
    /// `stream_body`, true or false, the handler is asked as soon as a request's head has come, and reads the body with
    /// `rt_http_request_read` while it comes, however long that takes; a handler that neither reads on nor answers for the
    /// answer timeout loses it to a 503, and the limits of a body's time do not count. A client that waits with its body for
    /// `100 Continue` is told so when the handler first reads. An answer before the body's end is sent, and the connection
    /// ends then. `body_limit` is the longest body in bytes, in the place of the server's limit, whether it is streamed or
    /// not; null, as at first, leaves that. False, with a last error, for an unknown key or a value of another type.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_route_with_options(server: i64, method: *const c_char, path: *const c_char, handler: *const c_char, options_json: *const c_char) -> bool;
    /// Serves a folder as `rt_http_server_static` does, with options: `options_json` is an object, or `""` for none.
    /// `headers`, an array of texts `Name: value`, adds these fields to every answer that is no error. `dotfiles`, true
    /// or false, serves names that begin with a dot too. `precompressed`, true or false, sends `x.br` or `x.gz` in place
    /// of `x`, with the content type of `x`, to clients whose `Accept-Encoding` takes that coding; each has an `ETag` of
    /// its own, and a range is one of its bytes; several ranges of it are answered with all of it, as a server may
    /// (RFC 9110, 14.2), for no field says of a multipart body that its parts alone have a coding. False, with a last
    /// error, for an unknown key, a value of another type, or a field that is the server's to set.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_static_with_options(server: i64, path: *const c_char, dir: *const c_char, options_json: *const c_char) -> bool;
    /// Makes a server as `rt_http_server_create` does, at another IP address: `0.0.0.0` for all, `::1`, ….
    ///
    /// Returns an http server; free it with rt_http_server_destroy. On failure: 0.
    pub fn rt_http_server_create_at(address: *const c_char, port: i64) -> i64;
    /// Makes a server as `rt_http_server_create` does, at a Unix domain socket with this path, of at most 107 bytes on Linux:
    /// for clients on this machine, a proxy such as nginx among them. Who may connect, the permissions of its folder and the
    /// process's umask say. A socket that is there and that nobody listens at is replaced; any other file is refused. It is
    /// removed when the server is stopped or freed. 0 where nothing can listen there, and on platforms without such sockets.
    ///
    /// Returns an http server; free it with rt_http_server_destroy. On failure: 0.
    pub fn rt_http_server_create_unix(path: *const c_char) -> i64;
    /// Returns the port that the server listens at: 0 for a Unix domain socket.
    ///
    /// `server` is an http server. On failure: -1.
    pub safe fn rt_http_server_port(server: i64) -> i64;
    /// Serves as `rt_http_server_start` does, and returns at once.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_start_background(server: i64) -> bool;
    /// Registers `function` as the handler named `name`, for all servers, in place of an earlier one. It gets a
    /// request and `user_data`, and returns a response, which is freed when it was sent; so is the request, and so
    /// are responses made inside the call and not returned. 0, a handle that is no response, and a call that does not return
    /// (by a panic, an exception of another language, or `pthread_exit`, none of which goes further) are a 500. A
    /// client that ends its side of the connection still gets its answer (one whose request is pulled counts as gone).
    /// The function is called on the server's threads, on several at once; it may block, call this library, and
    /// stop the server. It must not be left by `longjmp`.
    ///
    /// On failure: false.
    pub fn rt_http_register_handler(name: *const c_char, function: Option<unsafe extern "C-unwind" fn(handle: i64, user_data: *mut c_void) -> i64>, user_data: *mut c_void) -> bool;
    /// Takes a registered handler away and waits for its calls to end, the caller's own excepted, and those that
    /// themselves wait here (two handlers may take each other away); its `user_data` is not used any more. False where
    /// there is none of that name.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_http_unregister_handler(name: *const c_char) -> bool;
    /// Takes the next request whose handler is not registered as a callback, waiting up to `timeout_ms` (0 to a day). The
    /// host answers it with `rt_http_server_respond`; a request that nobody answers within 30 s gets a 503. 0 where none
    /// came in time, and, with a last error, where the server was stopped and none is left.
    ///
    /// `server` is an http server. Returns an http request; free it with rt_http_request_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub safe fn rt_http_server_next_request(server: i64, timeout_ms: i64) -> i64;
    /// Gives a file descriptor that is readable while a request waits that `rt_http_server_next_request(server, 0)` would
    /// give, and once the server is stopped: for a host of one thread, which waits in `poll`, `select` or `epoll` for this
    /// and all else, and then takes requests until that is 0. The descriptor is the server's: do not read, write or close
    /// it, and poll it no longer once the server is freed. A child of fork does not have it. −1 where the system gives
    /// none; not available on Windows.
    ///
    /// `server` is an http server. On failure: -1.
    pub safe fn rt_http_server_fd(server: i64) -> i64;
    /// Answers `request` with `response`; both are freed, also where it returns false because nobody waits for the
    /// answer any more: the client went away or time ran out. Where `request` never was a request `response` stays.
    ///
    /// `request` is an http request, freed by this call. `response` is an http response, freed by this
    /// call. On failure: false.
    pub safe fn rt_http_server_respond(request: i64, response: i64) -> bool;
    /// Makes GET requests of this path (as in `rt_http_server_route`) WebSockets: the handler named `handler` accepts
    /// each with `rt_ws_accept`, or answers it like any other request to refuse it. A callback runs on a thread of
    /// its own here, so it may stay and talk for as long as the connection lasts. WebSockets by HTTP/2 (RFC 8441) are those
    /// of the same path.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_websocket(server: i64, path: *const c_char, handler: *const c_char) -> bool;
    /// Makes the server speak TLS 1.2 and 1.3 on connections made from then on, also while it runs: the way to renew
    /// certificates. `options_json` is an object, or `""` for no TLS any more. `certificates` is an array of 1 to 1000
    /// objects, each with `chain` (the server's certificate first, then those between it and a root) or `chain_file`, and
    /// `key` or `key_file`: PEM, or DER, which in a text is base64; keys are RSA, ECDSA (P-256, P-384, P-521) or Ed25519,
    /// without a password. A client gets the first certificate that is for the name it asks for (SNI) and of a kind that
    /// it can check, and the first it can check where none is for that name. `minimum_version` is `"1.2"`, as at first, or
    /// `"1.3"`. With `client_roots` or `client_roots_file`, certificates in PEM, only clients are served that show a
    /// certificate which leads to one of these. A handshake may take as long as a request's head. Addresses are
    /// `https://` and `wss://` then. False, with a last error that repeats nothing of a key, where the options, a file, a
    /// certificate or a key cannot be used; what was set before stays.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_set_tls(server: i64, options_json: *const c_char) -> bool;
    /// Sets the longest body of a request in bytes, 10 MiB at first; a longer one gets a 413. Like all limits it
    /// counts for connections made from then on.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_body_limit(server: i64, bytes: i64) -> bool;
    /// Sets the longest head of a request in bytes, 8 KiB to 1 MiB, 64 KiB at first; a longer one gets a 431. So does
    /// one with more than 100 fields, or, where the limit is above 64 KiB, more than one for each 256 bytes of it.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_header_limit(server: i64, bytes: i64) -> bool;
    /// Sets how long a request's head may take to come: 1 ms to a day, 10 s at first. After that the connection ends.
    /// A connection may stay idle between requests for as long, unless `rt_http_server_set_keep_alive_timeout` says
    /// otherwise.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_header_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how long a connection may stay idle between requests: 1 ms to a day, at first as long as a head may take.
    /// After that it ends.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_keep_alive_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how many header fields a request may have: 1 to 8192, 100 at first; one with more gets a 431.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_max_headers(server: i64, count: i64) -> bool;
    /// Sets how long nothing of a request's body may come, apart from how long all of it may take: 1 ms to a day; at
    /// first there is no such limit. After that it gets a 408.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_body_stall_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Returns why the server or a handler last failed a request, in a sentence, `""` while none did: such a request got
    /// a 500, or its answer broke off. An event of the kind `http` (`"type": "error"`) tells it too.
    ///
    /// `server` is an http server. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_http_server_get_last_error(server: i64) -> *mut c_char;
    /// Sets how long a request's body may take to come: 1 ms to a day, 60 s at first. After that it gets a 408.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_body_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how long a handler may take to answer: 1 ms to a day, 30 s at first. After that the client gets a 503. A
    /// callback that has always been quick is called without a way back: where it takes longer for the first time, its
    /// own client gets its late answer and no 503; all others are served meanwhile.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_answer_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how long a client may take nothing of what it is sent: 1 ms to a day, 30 s at first. After that the
    /// connection ends.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_write_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how long `rt_http_server_stop` lets requests in flight finish: 1 ms to a day, 5 s at first.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_stop_timeout(server: i64, timeout_ms: i64) -> bool;
    /// Sets how many connections may be open, WebSockets included: 1 to 1,000,000, 1024 at first. More wait. It
    /// counts from the next start.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_max_connections(server: i64, count: i64) -> bool;
    /// Speaks HTTP/2, as at first, with clients that choose it by ALPN or, without TLS, begin with it, or does not. A
    /// connection has up to 100 requests at a time, of which 16 may be sending a body; handlers whose clients have given
    /// them up count until they return, and past 200 of both further requests get a 503. All limits count for each
    /// request as they do by HTTP/1.1, that for the head's bytes as RFC 9113, 6.5.2, counts them. A client that gives up
    /// requests faster than they are looked at, or asks nothing for as long as a connection may stay idle, loses its
    /// connection; a request whose answer is not taken in time ends alone.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_http2(server: i64, enabled: bool) -> bool;
    /// Compresses answers (brotli, gzip, zstd) for clients that ask for it, or does not, as at first. Parts of files and
    /// what has a `Content-Encoding` already stay as they are. An `ETag` of what is compressed becomes a weak one.
    ///
    /// `server` is an http server. On failure: false.
    pub safe fn rt_http_server_set_compression(server: i64, enabled: bool) -> bool;
    /// Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
    /// (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
    /// caller frees it with `rt_http_stream_free`, at any time.
    ///
    /// `client` is an http client. Returns an http stream; free it with rt_http_stream_free. On failure: 0.
    pub fn rt_http_stream_open(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64) -> i64;
    /// Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
    /// time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
    /// `rt_http_stream_finish` has that answer.
    ///
    /// `stream` is an http stream. On failure: false. May wait; blocks its own thread only.
    pub fn rt_http_stream_write(stream: i64, data: *const u8, data_len: i64) -> bool;
    /// Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
    ///
    /// `stream` is an http stream. On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_http_stream_finish(stream: i64) -> i64;
    /// Returns the HTTP status once `rt_http_stream_finish` had it.
    ///
    /// `stream` is an http stream. On failure: -1.
    pub safe fn rt_http_stream_status(stream: i64) -> i64;
    /// Returns the answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
    /// none, which `rt_text_is_none` tells from an empty one.
    ///
    /// `stream` is an http stream. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_http_stream_header(stream: i64, key: *const c_char) -> *mut c_char;
    /// Returns the bytes of the answer's header `key` as they came, as `rt_http_fetch_header_bytes` does.
    ///
    /// `stream` is an http stream. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub fn rt_http_stream_header_bytes(stream: i64, key: *const c_char) -> RtBytes;
    /// As [`rt_http_stream_header_bytes`], into `*out`; whether it succeeded.
    pub fn rt_http_stream_header_bytes_into(stream: i64, key: *const c_char, out: *mut RtBytes) -> bool;
    /// Returns all headers of the answer, as `name: value` with the name in lower case.
    ///
    /// `stream` is an http stream. Release what it returns with rt_text_array_free. On failure: an empty
    /// array.
    pub safe fn rt_http_stream_headers(stream: i64) -> RtTextArray;
    /// As [`rt_http_stream_headers`], into `*out`; whether it succeeded.
    pub fn rt_http_stream_headers_into(stream: i64, out: *mut RtTextArray) -> bool;
    /// Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
    /// than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
    ///
    /// `stream` is an http stream. On failure: -1. May wait; blocks its own thread only.
    pub fn rt_http_stream_read(stream: i64, buffer: *mut u8, buffer_len: i64) -> i64;
    /// Frees a stream. An exchange that is not over is given up.
    ///
    /// `stream` is an http stream, freed by this call.
    pub safe fn rt_http_stream_free(stream: i64);
    /// Sends a request as `rt_http_client_fetch_bytes` does, and returns at once, for a host of one thread:
    /// `rt_http_transfer_is_done`, `rt_http_transfer_fd` or an event (of the kind `http`, `"type": "transfer"`, with the
    /// `transfer`'s handle and its `status` or `error`) tells that it has ended, and `rt_http_transfer_take` gives the
    /// answer. Any number may be under way at once. The caller frees it with `rt_http_transfer_free`, which gives it up
    /// where it has not ended. 0 where the arguments are not those of a request.
    ///
    /// `client` is an http client. Returns an http transfer; free it with rt_http_transfer_free. On
    /// failure: 0.
    pub fn rt_http_transfer_start(client: i64, method: *const c_char, url: *const c_char, headers: *const *const c_char, headers_len: i64, body: *const u8, body_len: i64) -> i64;
    /// Downloads `url` into the file `output_path` and returns at once, as `rt_http_transfer_start` does: the answer that
    /// `rt_http_transfer_take` gives has no body. The file is replaced once all has come; where the status is not 2xx nothing is
    /// written. As for `rt_http_download` only a standstill ends it. With `resume`, what comes is kept in `output_path.part`, with
    /// a note of where it is from in `output_path.part.json`, when the transfer breaks off, is freed, or the process ends; the
    /// next such download of this address goes on there, where the content is the same still (`If-Range`, by its `ETag` or
    /// date), and begins anew otherwise. One at a time: another to the same file fails meanwhile.
    ///
    /// `client` is an http client. Returns an http transfer; free it with rt_http_transfer_free. On
    /// failure: 0.
    pub fn rt_http_transfer_download(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64, output_path: *const c_char, resume: bool) -> i64;
    /// Returns how many bytes of the answer's body a transfer has, of a download that goes on those that it had before too.
    ///
    /// `transfer` is an http transfer. On failure: -1.
    pub safe fn rt_http_transfer_received(transfer: i64) -> i64;
    /// Returns how many bytes a transfer expects in all, −1 where the server has not said it.
    ///
    /// `transfer` is an http transfer. On failure: -1.
    pub safe fn rt_http_transfer_expected(transfer: i64) -> i64;
    /// Returns whether a transfer has ended: with an answer, or with a failure.
    ///
    /// `transfer` is an http transfer. On failure: false.
    pub safe fn rt_http_transfer_is_done(transfer: i64) -> bool;
    /// Waits until a transfer has ended, up to `timeout_ms` (0 to a day); returns whether it has.
    ///
    /// `transfer` is an http transfer. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_http_transfer_wait(transfer: i64, timeout_ms: i64) -> bool;
    /// Takes the answer of a transfer that has ended, 4xx and 5xx included; the caller frees it with
    /// `rt_http_fetch_free`. 0, with a last error, where no whole answer came (the error says why), where the transfer has
    /// not ended yet, or where its answer was taken already.
    ///
    /// `transfer` is an http transfer. Returns an http fetched response; free it with rt_http_fetch_free.
    /// On failure: 0.
    pub safe fn rt_http_transfer_take(transfer: i64) -> i64;
    /// Gives a file descriptor that is readable once a transfer has ended, for a host that waits in `poll`, `select` or
    /// `epoll` for this and all else. The descriptor is the transfer's: do not read, write or close it, and poll it no
    /// longer once the transfer is freed. A child of fork does not have it. −1 where the system gives none; not available
    /// on Windows.
    ///
    /// `transfer` is an http transfer. On failure: -1.
    pub safe fn rt_http_transfer_fd(transfer: i64) -> i64;
    /// Frees a transfer; one that has not ended is given up, its connection is closed, and whoever waits for it waits no
    /// longer.
    ///
    /// `transfer` is an http transfer, freed by this call.
    pub safe fn rt_http_transfer_free(transfer: i64);
    /// Connects as `rt_ws_connect` does, with the time limits, trusted roots and headers of `client`, and with these
    /// headers: `Sec-WebSocket-Protocol: chat`, say.
    ///
    /// `client` is an http client. Returns a websocket; free it with rt_ws_close. On failure: 0. May wait;
    /// blocks its own thread only.
    pub fn rt_http_client_websocket(client: i64, url: *const c_char, headers: *const *const c_char, headers_len: i64) -> i64;
    /// Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
    ///
    /// `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
    pub fn rt_ws_send_text(ws: i64, data: *const u8, data_len: i64) -> bool;
    /// Sends a binary message. Otherwise as `rt_ws_send`.
    ///
    /// `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
    pub fn rt_ws_send_bytes(ws: i64, data: *const u8, data_len: i64) -> bool;
    /// Receives the next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
    ///
    /// `ws` is a websocket. Release what it returns with rt_text_free. On failure: "". May wait; blocks its
    /// own thread only.
    pub safe fn rt_ws_receive_timeout(ws: i64, timeout_ms: i64) -> *mut c_char;
    /// Receives the next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
    /// closed or the connection failed. Text messages stay where they are.
    ///
    /// `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
    /// wait; blocks its own thread only.
    pub safe fn rt_ws_receive_bytes(ws: i64) -> RtBytes;
    /// As [`rt_ws_receive_bytes`], into `*out`; whether it succeeded.
    pub fn rt_ws_receive_bytes_into(ws: i64, out: *mut RtBytes) -> bool;
    /// Receives the next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
    ///
    /// `ws` is a websocket. Release what it returns with rt_bytes_free. On failure: an empty array. May
    /// wait; blocks its own thread only.
    pub safe fn rt_ws_receive_bytes_timeout(ws: i64, timeout_ms: i64) -> RtBytes;
    /// As [`rt_ws_receive_bytes_timeout`], into `*out`; whether it succeeded.
    pub fn rt_ws_receive_bytes_timeout_into(ws: i64, timeout_ms: i64, out: *mut RtBytes) -> bool;
    /// Waits for what comes next, and leaves it where it is: 1 a text message, 2 a binary one, 0 nothing within
    /// `timeout_ms` (0 to a day), −1 nothing any more.
    ///
    /// `ws` is a websocket. On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_ws_wait(ws: i64, timeout_ms: i64) -> i64;
    /// Sends a ping, which the peer answers by itself.
    ///
    /// `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_ws_ping(ws: i64) -> bool;
    /// Returns the code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
    ///
    /// `ws` is a websocket. On failure: -1.
    pub safe fn rt_ws_close_code(ws: i64) -> i64;
    /// Closes as `rt_ws_close` does, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123
    /// bytes.
    ///
    /// `ws` is a websocket. On failure: false. May wait; blocks its own thread only.
    pub fn rt_ws_close_with(ws: i64, code: i64, reason: *const c_char) -> bool;
    /// Takes the answer with which a server refused the last WebSocket that this thread tried to connect: its status, headers
    /// and body, of which up to 64 KiB are kept. The caller frees it with `rt_http_fetch_free`. 0, with a last error, where
    /// none was refused by an answer, or it was taken already.
    ///
    /// Returns an http fetched response; free it with rt_http_fetch_free. On failure: 0.
    pub safe fn rt_ws_take_refusal() -> i64;
    /// Returns the protocol that both sides agreed to speak (`Sec-WebSocket-Protocol`), `""` where that is none.
    ///
    /// `ws` is a websocket. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_ws_protocol(ws: i64) -> *mut c_char;
    /// Sends a ping and waits up to `timeout_ms` (1 ms to a day) for the peer's pong. Returns how long that took in
    /// microseconds; −1 where it did not come (the last error's code is `timed out`) or the connection has ended. A peer that
    /// is held up, because as many messages wait as may, is not heard.
    ///
    /// `ws` is a websocket. On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_ws_round_trip(ws: i64, timeout_ms: i64) -> i64;
    /// Has a connection show that it lives: whenever the peer said nothing for `interval_ms` (1 ms to a day) it is sent a ping,
    /// and where it says nothing for `timeout_ms` then (1 ms to a day), the connection ends; receiving tells why. Without a
    /// thread. With an interval of 0 it does not, as at first.
    ///
    /// `ws` is a websocket. On failure: false.
    pub safe fn rt_ws_set_keep_alive(ws: i64, interval_ms: i64, timeout_ms: i64) -> bool;
    /// Has events of the kind `http` tell of a WebSocket, or not, as at first: `"type": "websocket"`, with its handle as
    /// `websocket`, and `"state": "message"` when a message waits where none did, or `"ended"` when no more come. So one
    /// thread serves any number: it takes all that waits (`rt_ws_wait` with a timeout of 0 tells the kind of the next, and −1
    /// the end), and is told anew of what comes then. What waits already is told of at once.
    ///
    /// `ws` is a websocket.
    pub safe fn rt_ws_set_events(ws: i64, enabled: bool);
    /// Gives a file descriptor that is readable while a message waits, and once no more come: for a host that waits in `poll`,
    /// `select` or `epoll`. The descriptor is the WebSocket's: do not read, write or close it, and poll it no longer once the
    /// WebSocket is closed. A child of fork does not have it. −1 where the system gives none; not available on Windows.
    ///
    /// `ws` is a websocket. On failure: -1.
    pub safe fn rt_ws_fd(ws: i64) -> i64;
    /// Sets how large messages and buffers of WebSockets may be that `client` connects from then on. `options_json` is an
    /// object, or `""` for what counts at first: `max_message`, the longest message in bytes (64 MiB; 1 byte to 1 GiB), a
    /// longer one ends the connection with the code 1009; `read_buffer`, what is read at a time, which each WebSocket keeps (8
    /// KiB; 1 KiB to 1 MiB); and how many messages (`queue_messages`, 256) and bytes (`queue_bytes`, 16 MiB) may wait before
    /// the peer is held up. False, with a last error, for an unknown key or a value out of range.
    ///
    /// `client` is an http client. On failure: false.
    pub fn rt_http_client_set_websocket_options(client: i64, options_json: *const c_char) -> bool;
    /// Sets the same as `rt_http_client_set_websocket_options` for WebSockets of `server`, on connections made from then on.
    ///
    /// `server` is an http server. On failure: false.
    pub fn rt_http_server_set_websocket_options(server: i64, options_json: *const c_char) -> bool;
    /// Tells whether this build holds the http library, as it does where this links.
    pub safe fn rt_http_available() -> bool;
    /// Forgets why this thread's last failed http call failed.
    pub safe fn rt_http_clear_error();
    /// Returns why this thread's last failed http call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_http_get_last_error() -> *mut c_char;
    /// Returns the category of this thread's last failed http call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_http_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `reqwest`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_http_version() -> *mut c_char;
}

/// Those about which it winds an odd number of times.
pub const SN_FILL_RULE_EVEN_ODD: i64 = 0;
/// Those about which it does not wind as often one way as the other.
pub const SN_FILL_RULE_NON_ZERO: i64 = 1;

/// What one of them fills, or both.
pub const SN_PATH_OPERATION_UNION: i64 = 0;
/// What both fill.
pub const SN_PATH_OPERATION_INTERSECTION: i64 = 1;
/// What the first fills and the second does not.
pub const SN_PATH_OPERATION_DIFFERENCE: i64 = 2;
/// What one of them fills and the other does not.
pub const SN_PATH_OPERATION_XOR: i64 = 3;

/// The colours at its ends.
pub const SN_SPREAD_PAD: i64 = 0;
/// The gradient again and again.
pub const SN_SPREAD_REPEAT: i64 = 1;
/// The gradient again and again, every other time mirrored.
pub const SN_SPREAD_REFLECT: i64 = 2;

/// A box with sides along x and y.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtPathBounds {
    /// The smallest x.
    pub min_x: f64,
    /// The smallest y.
    pub min_y: f64,
    /// The largest x.
    pub max_x: f64,
    /// The largest y.
    pub max_y: f64,
}

/// Position of a vertex.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtVertexPosition {
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
}

/// The normal of a vertex.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtVertexNormal {
    /// How far the stroke's edge is from its middle in x, in half widths.
    pub x: f64,
    /// How far the stroke's edge is from its middle in y, in half widths.
    pub y: f64,
}

/// How large a canvas is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtCanvasSize {
    /// Pixels in a row.
    pub width: i64,
    /// Rows.
    pub height: i64,
}

/// A place along a path and the direction the path has there.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtPathPoint {
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
    /// The direction, of length 1; zeros where the path has none there.
    pub tangent_x: f64,
    /// The direction, of length 1; zeros where the path has none there.
    pub tangent_y: f64,
}

/// The first error of SVG path data.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtSvgError {
    /// The byte at which it is, from 0; -1 where there is none.
    pub offset: i64,
    /// What is wrong there, "" where nothing is.
    pub reason: *mut c_char,
}

/// How high the lines of a font are, at a size.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtFontMetrics {
    /// How far letters reach above the baseline.
    pub ascent: f64,
    /// How far they reach below it; a positive number.
    pub descent: f64,
    /// What is left free between two lines. From one baseline to the next, it is the sum of the three.
    pub line_gap: f64,
}

/// How large a text is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtTextSize {
    /// How far the longest line advances.
    pub width: f64,
    /// From the ascent of the first line to the descent of the last.
    pub height: f64,
}

/// The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtTransformMatrix {
    /// What x adds to x'.
    pub m11: f64,
    /// What x adds to y'.
    pub m12: f64,
    /// What y adds to x'.
    pub m21: f64,
    /// What y adds to y'.
    pub m22: f64,
    /// What is added to x'.
    pub tx: f64,
    /// What is added to y'.
    pub ty: f64,
}

/// A point.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtTransformedPoint {
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
}

unsafe extern "C" {
    /// Makes a new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
    /// `rt_lyon_path_builder_build`, which frees it too.
    ///
    /// Returns a path builder; free it with rt_lyon_path_builder_free. On failure: 0.
    pub safe fn rt_lyon_path_builder_new() -> i64;
    /// Frees a path builder, and what was drawn with it.
    ///
    /// `builder` is a path builder, freed by this call. On failure: false.
    pub safe fn rt_lyon_path_builder_free(builder: i64) -> bool;
    /// Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
    /// to 1e30, here and everywhere.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_begin(builder: i64, x: f64, y: f64) -> bool;
    /// Adds a line to a point. Fails where no subpath is open.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_line_to(builder: i64, x: f64, y: f64) -> bool;
    /// Adds a quadratic Bézier curve to a point. Fails where no subpath is open.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_quadratic_bezier_to(builder: i64, ctrl_x: f64, ctrl_y: f64, to_x: f64, to_y: f64) -> bool;
    /// Adds a cubic Bézier curve to a point. Fails where no subpath is open.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_cubic_bezier_to(builder: i64, ctrl1_x: f64, ctrl1_y: f64, ctrl2_x: f64, ctrl2_y: f64, to_x: f64, to_y: f64) -> bool;
    /// Adds an arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc. Angles
    /// in radians, from the direction of x towards that of y; a negative sweep turns the other way, and one beyond 2π goes
    /// round more than once (1,000 times at most). Within 7e-8 of the radius of the true circle. Fails where no subpath is
    /// open or the radius is below 0.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_arc_to(builder: i64, center_x: f64, center_y: f64, radius: f64, start_angle: f64, sweep_angle: f64) -> bool;
    /// Closes the open subpath with a line back to its start. Fails where no subpath is open.
    ///
    /// `builder` is a path builder. On failure: false.
    pub safe fn rt_lyon_path_builder_close(builder: i64) -> bool;
    /// Ends the open subpath, unclosed, and makes the path. Frees the builder.
    ///
    /// `builder` is a path builder, freed by this call. Returns a path; free it with rt_lyon_path_free. On
    /// failure: 0.
    pub safe fn rt_lyon_path_builder_build(builder: i64) -> i64;
    /// Frees a path.
    ///
    /// `path` is a path, freed by this call. On failure: false.
    pub safe fn rt_lyon_path_free(path: i64) -> bool;
    /// Returns the exact extent of the path's lines and curves; control points that the curves do not reach do not count.
    /// Fails for a path without points.
    ///
    /// `path` is a path. On failure: min_x 0.0, min_y 0.0, max_x 0.0, max_y 0.0.
    pub safe fn rt_lyon_path_get_bounds(path: i64) -> RtPathBounds;
    /// As [`rt_lyon_path_get_bounds`], into `*out`; whether it succeeded.
    pub fn rt_lyon_path_get_bounds_into(path: i64, out: *mut RtPathBounds) -> bool;
    /// Tells whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for curves
    /// too. A point on the outline itself may be either.
    ///
    /// `path` is a path. On failure: false.
    pub safe fn rt_lyon_path_contains_point(path: i64, x: f64, y: f64) -> bool;
    /// Makes a path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate would
    /// leave -1e30 to 1e30.
    ///
    /// `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_transform(path: i64, m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> i64;
    /// Makes a rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first. Fails
    /// where width or height is below 0.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_rectangle(x: f64, y: f64, width: f64, height: f64) -> i64;
    /// Makes a rectangle whose corners are quarter circles. A radius of more than half the width or height counts as that
    /// half. Fails where width, height or radius is below 0.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_rounded_rectangle(x: f64, y: f64, width: f64, height: f64, radius: f64) -> i64;
    /// Makes a circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
    /// Fails where the radius is below 0.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_circle(center_x: f64, center_y: f64, radius: f64) -> i64;
    /// Makes an ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_ellipse(center_x: f64, center_y: f64, radius_x: f64, radius_y: f64) -> i64;
    /// Makes a closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not looked
    /// at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_polygon(points: *const f64, points_len: i64, num_points: i64) -> i64;
    /// Makes a star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`, evenly
    /// spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards. Its area is
    /// num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is below 0.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_star(center_x: f64, center_y: f64, inner_radius: f64, outer_radius: f64, num_points: i64) -> i64;
    /// Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
    /// triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
    /// relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
    /// above 0, or so small that the curves would take more than 1,048,576 lines. Lines that cross are cut at each crossing:
    /// a scribble of 4,000 long lines has two million, takes seconds and gives 1.8 million triangles;
    /// `rt_lyon_path_rasterize` draws it in a fraction of a second.
    ///
    /// `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
    /// failure: 0.
    pub safe fn rt_lyon_fill_tessellate(path: i64, tolerance: f64) -> i64;
    /// Tessellates as `rt_lyon_fill_tessellate` does, by a fill rule: even-odd 0, non-zero 1.
    ///
    /// `path` is a path. Returns a fill tessellation; free it with rt_lyon_fill_tessellation_free. On
    /// failure: 0.
    pub safe fn rt_lyon_fill_tessellate_with_rule(path: i64, tolerance: f64, fill_rule: i64) -> i64;
    /// Frees a tessellation. Buffers got from it stay valid.
    ///
    /// `tess` is a fill tessellation, freed by this call. On failure: false.
    pub safe fn rt_lyon_fill_tessellation_free(tess: i64) -> bool;
    /// Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
    ///
    /// `tess` is a fill tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free. On
    /// failure: 0.
    pub safe fn rt_lyon_fill_tessellation_get_vertices(tess: i64) -> i64;
    /// Returns the indices, as a buffer of its own to be freed. Nothing is copied.
    ///
    /// `tess` is a fill tessellation. Returns an index buffer; free it with rt_lyon_index_buffer_free. On
    /// failure: 0.
    pub safe fn rt_lyon_fill_tessellation_get_indices(tess: i64) -> i64;
    /// Returns how many vertices there are.
    ///
    /// `tess` is a fill tessellation. On failure: -1.
    pub safe fn rt_lyon_fill_tessellation_vertex_count(tess: i64) -> i64;
    /// Returns how many indices there are: 3 for each triangle.
    ///
    /// `tess` is a fill tessellation. On failure: -1.
    pub safe fn rt_lyon_fill_tessellation_index_count(tess: i64) -> i64;
    /// Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
    /// `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
    /// its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
    /// triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
    ///
    /// `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
    /// failure: 0.
    pub safe fn rt_lyon_stroke_tessellate(path: i64, width: f64, tolerance: f64) -> i64;
    /// Tessellates as `rt_lyon_stroke_tessellate` does, with options, a JSON object: `line_cap` "butt", "square" or
    /// "round"; `line_join` "miter", "round" or "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from
    /// its inner corner to its tip, is more line widths than that becomes a bevel. An unknown key or value fails, and last
    /// error names it. `{}` changes nothing.
    ///
    /// `path` is a path. Returns a stroke tessellation; free it with rt_lyon_stroke_tessellation_free. On
    /// failure: 0.
    pub fn rt_lyon_stroke_tessellate_with_options(path: i64, width: f64, tolerance: f64, options_json: *const c_char) -> i64;
    /// Frees a tessellation. Buffers got from it stay valid.
    ///
    /// `tess` is a stroke tessellation, freed by this call. On failure: false.
    pub safe fn rt_lyon_stroke_tessellation_free(tess: i64) -> bool;
    /// Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
    ///
    /// `tess` is a stroke tessellation. Returns a vertex buffer; free it with rt_lyon_vertex_buffer_free.
    /// On failure: 0.
    pub safe fn rt_lyon_stroke_tessellation_get_vertices(tess: i64) -> i64;
    /// Returns the indices, as a buffer of its own to be freed. Nothing is copied.
    ///
    /// `tess` is a stroke tessellation. Returns an index buffer; free it with rt_lyon_index_buffer_free. On
    /// failure: 0.
    pub safe fn rt_lyon_stroke_tessellation_get_indices(tess: i64) -> i64;
    /// Returns how many vertices there are.
    ///
    /// `tess` is a stroke tessellation. On failure: -1.
    pub safe fn rt_lyon_stroke_tessellation_vertex_count(tess: i64) -> i64;
    /// Returns how many indices there are: 3 for each triangle.
    ///
    /// `tess` is a stroke tessellation. On failure: -1.
    pub safe fn rt_lyon_stroke_tessellation_index_count(tess: i64) -> i64;
    /// Frees a vertex buffer. The tessellation it came from stays valid.
    ///
    /// `buffer` is a vertex buffer, freed by this call. On failure: false.
    pub safe fn rt_lyon_vertex_buffer_free(buffer: i64) -> bool;
    /// Returns where a vertex is. Fails where there is no vertex of that index, which counts from 0.
    ///
    /// `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
    pub safe fn rt_lyon_vertex_buffer_get_position(buffer: i64, index: i64) -> RtVertexPosition;
    /// As [`rt_lyon_vertex_buffer_get_position`], into `*out`; whether it succeeded.
    pub fn rt_lyon_vertex_buffer_get_position_into(buffer: i64, index: i64, out: *mut RtVertexPosition) -> bool;
    /// Returns the normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
    /// a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
    ///
    /// `buffer` is a vertex buffer. On failure: x 0.0, y 0.0.
    pub safe fn rt_lyon_vertex_buffer_get_normal(buffer: i64, index: i64) -> RtVertexNormal;
    /// As [`rt_lyon_vertex_buffer_get_normal`], into `*out`; whether it succeeded.
    pub fn rt_lyon_vertex_buffer_get_normal_into(buffer: i64, index: i64, out: *mut RtVertexNormal) -> bool;
    /// Returns how many vertices there are.
    ///
    /// `buffer` is a vertex buffer. On failure: -1.
    pub safe fn rt_lyon_vertex_buffer_size(buffer: i64) -> i64;
    /// Returns all vertices: x, y, normal_x, normal_y for each.
    ///
    /// `buffer` is a vertex buffer. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_lyon_vertex_buffer_to_array(buffer: i64) -> RtF64Array;
    /// As [`rt_lyon_vertex_buffer_to_array`], into `*out`; whether it succeeded.
    pub fn rt_lyon_vertex_buffer_to_array_into(buffer: i64, out: *mut RtF64Array) -> bool;
    /// Frees an index buffer. The tessellation it came from stays valid.
    ///
    /// `buffer` is an index buffer, freed by this call. On failure: false.
    pub safe fn rt_lyon_index_buffer_free(buffer: i64) -> bool;
    /// Returns the index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where there
    /// is no item of that index.
    ///
    /// `buffer` is an index buffer. On failure: -1.
    pub safe fn rt_lyon_index_buffer_get(buffer: i64, index: i64) -> i64;
    /// Returns how many indices there are: 3 for each triangle.
    ///
    /// `buffer` is an index buffer. On failure: -1.
    pub safe fn rt_lyon_index_buffer_size(buffer: i64) -> i64;
    /// Returns all indices, 3 for each triangle.
    ///
    /// `buffer` is an index buffer. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_lyon_index_buffer_to_array(buffer: i64) -> RtI64Array;
    /// As [`rt_lyon_index_buffer_to_array`], into `*out`; whether it succeeded.
    pub fn rt_lyon_index_buffer_to_array_into(buffer: i64, out: *mut RtI64Array) -> bool;
    /// Makes the transform that changes nothing.
    ///
    /// Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_identity() -> i64;
    /// Makes a shift by (tx, ty).
    ///
    /// Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_translate(tx: f64, ty: f64) -> i64;
    /// Makes a turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns (1, 0)
    /// towards (0, 1).
    ///
    /// Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_rotate(angle: f64) -> i64;
    /// Multiplies x by sx and y by sy; negative factors mirror.
    ///
    /// Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_scale(sx: f64, sy: f64) -> i64;
    /// Makes the transform that does t1 first and then t2.
    ///
    /// `t1` is a transform. `t2` is a transform. Returns a transform; free it with rt_lyon_transform_free.
    /// On failure: 0.
    pub safe fn rt_lyon_transform_multiply(t1: i64, t2: i64) -> i64;
    /// Frees a transform.
    ///
    /// `transform` is a transform, freed by this call. On failure: false.
    pub safe fn rt_lyon_transform_free(transform: i64) -> bool;
    /// Returns why this thread's last failed lyon call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_lyon_get_last_error() -> *mut c_char;
    /// Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
    /// milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
    /// `rt_lyon_animation_finish`, which replaces a file that is there already; until then, and where it fails, that one
    /// stays as it was. A file that is replaced keeps its permissions, links are followed, and a device, or a pipe that
    /// somebody reads, is written to as frames come. A child of `fork` does not have the animation.
    ///
    /// Returns an animation; free it with rt_lyon_animation_free. On failure: 0. May wait; blocks its own
    /// thread only.
    pub fn rt_lyon_animation_new(file: *const c_char, width: i64, height: i64, frames: i64, frame_ms: i64) -> i64;
    /// Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
    ///
    /// `animation` is an animation. On failure: false. May wait; blocks its own thread only.
    pub fn rt_lyon_animation_add_frame(animation: i64, pixels: *const u8, pixels_len: i64) -> bool;
    /// Completes the file and frees the animation. Fails, and leaves what was there, where frames are missing or it
    /// cannot be written.
    ///
    /// `animation` is an animation, freed by this call. On failure: false. May wait; blocks its own thread
    /// only.
    pub safe fn rt_lyon_animation_finish(animation: i64) -> bool;
    /// Frees an animation that is not wanted any more; its file stays as it was before.
    ///
    /// `animation` is an animation, freed by this call. On failure: false. May wait; blocks its own thread
    /// only.
    pub safe fn rt_lyon_animation_free(animation: i64) -> bool;
    /// Returns all vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
    /// normal_x, normal_y.
    ///
    /// `buffer` is a vertex buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_lyon_vertex_buffer_bytes(buffer: i64) -> RtBytes;
    /// As [`rt_lyon_vertex_buffer_bytes`], into `*out`; whether it succeeded.
    pub fn rt_lyon_vertex_buffer_bytes_into(buffer: i64, out: *mut RtBytes) -> bool;
    /// Returns all indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
    ///
    /// `buffer` is an index buffer. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_lyon_index_buffer_bytes(buffer: i64) -> RtBytes;
    /// As [`rt_lyon_index_buffer_bytes`], into `*out`; whether it succeeded.
    pub fn rt_lyon_index_buffer_bytes_into(buffer: i64, out: *mut RtBytes) -> bool;
    /// Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
    /// returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
    ///
    /// `buffer` is a vertex buffer. On failure: -1.
    pub fn rt_lyon_vertex_buffer_write(buffer: i64, out: *mut u8, out_len: i64) -> i64;
    /// Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
    /// writes nothing, where it is smaller than 4 bytes for each index.
    ///
    /// `buffer` is an index buffer. On failure: -1.
    pub fn rt_lyon_index_buffer_write(buffer: i64, out: *mut u8, out_len: i64) -> i64;
    /// Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
    ///
    /// `builder` is a path builder. `path` is a path.
    pub safe fn rt_lyon_path_builder_add_path(builder: i64, path: i64);
    /// Makes a canvas, a picture to draw on: `width` times `height` transparent pixels (each side 1 to 32,768). Its
    /// coordinates are pixels, with (0, 0) its top left corner and y downwards. Calls on one canvas take turns; what is shown
    /// or read of it is it as it was between two of them. A child of `fork` has a copy of its own. Free it with
    /// `rt_lyon_canvas_free`.
    ///
    /// Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
    pub safe fn rt_lyon_canvas_new(width: i64, height: i64) -> i64;
    /// Makes a canvas of pixels: width · height · 4 bytes of red, green, blue and alpha, not premultiplied, row after row
    /// from the top. They are copied.
    ///
    /// Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
    pub fn rt_lyon_canvas_from_pixels(pixels: *const u8, pixels_len: i64, width: i64, height: i64) -> i64;
    /// Makes a canvas of the picture in a PNG or JPEG file (1 GiB at most, each side 32,768 pixels at most). Of an animation
    /// it is the first frame; 16 bits a channel become 8; colour profiles and turns that a camera noted are left out. Fails
    /// where the file cannot be read, is no such picture, is cut off, or claims more pixels than its bytes can hold.
    ///
    /// Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0. May wait; blocks its own thread
    /// only.
    pub fn rt_lyon_canvas_load(file: *const c_char) -> i64;
    /// Makes a canvas of the bytes of a PNG or JPEG file, as `rt_lyon_canvas_load` does.
    ///
    /// Returns a canvas; free it with rt_lyon_canvas_free. On failure: 0.
    pub fn rt_lyon_canvas_decode(bytes: *const u8, bytes_len: i64) -> i64;
    /// Frees a canvas.
    ///
    /// `canvas` is a canvas, freed by this call. On failure: false.
    pub safe fn rt_lyon_canvas_free(canvas: i64) -> bool;
    /// Returns how large a canvas is.
    ///
    /// `canvas` is a canvas. On failure: width 0, height 0.
    pub safe fn rt_lyon_canvas_get_size(canvas: i64) -> RtCanvasSize;
    /// As [`rt_lyon_canvas_get_size`], into `*out`; whether it succeeded.
    pub fn rt_lyon_canvas_get_size_into(canvas: i64, out: *mut RtCanvasSize) -> bool;
    /// Makes every pixel of a canvas one colour, 0xRRGGBBAA, whatever it was.
    ///
    /// `canvas` is a canvas. On failure: false.
    pub safe fn rt_lyon_canvas_clear(canvas: i64, color: i64) -> bool;
    /// Draws a path on a canvas: what it fills by the non-zero rule, scaled about (0, 0), turned by `angle` radians from the
    /// direction of x towards that of y, and shifted by (x, y). `color` is 0xRRGGBBAA and laid over what is there; edges are
    /// smoothed by the area of each pixel that is covered. A line is drawn as the path that `rt_lyon_path_stroke` makes of
    /// it. What lies outside the canvas is left out.
    ///
    /// `canvas` is a canvas. `path` is a path. On failure: false.
    pub safe fn rt_lyon_canvas_draw(canvas: i64, path: i64, x: f64, y: f64, angle: f64, scale: f64, color: i64) -> bool;
    /// Draws many paths on a canvas, one after the other, each as `rt_lyon_canvas_draw` does. `placements` holds x, y, angle
    /// and scale of each; `paths` (handles) and `colors` (0xRRGGBBAA) hold one for each placement, or one for all. Where one
    /// of them is wrong, nothing is drawn.
    ///
    /// `canvas` is a canvas. On failure: false.
    pub fn rt_lyon_canvas_draw_many(canvas: i64, paths: *const i64, paths_len: i64, placements: *const f64, placements_len: i64, colors: *const i64, colors_len: i64) -> bool;
    /// Draws a picture, which is a canvas too, on a canvas. `transform` takes the picture's coordinates, from (0, 0) to its
    /// width and height, to those of the canvas; 0 stands for the transform that changes nothing. Between the middles of its
    /// pixels the picture is mixed from the nearest four (bilinear filtering); at whole shifts it stays as it is, and drawn
    /// smaller than half its size it shows some of its pixels only. Its edges are smoothed. `opacity` is 0 to 1. A canvas
    /// may be drawn on itself.
    ///
    /// `canvas` is a canvas. `picture` is a canvas. `transform` is a transform. On failure: false.
    pub safe fn rt_lyon_canvas_draw_picture(canvas: i64, picture: i64, transform: i64, opacity: f64) -> bool;
    /// Draws many pictures on a canvas, one after the other, as `rt_lyon_canvas_draw_picture` does. `placements` holds x, y,
    /// angle and scale of each: where the middle of the picture lies, how it is turned about that, and how it is scaled.
    /// `pictures` (handles of canvases) and `opacities` (0 to 1) hold one for each placement, or one for all. Where one of
    /// them is wrong, nothing is drawn.
    ///
    /// `canvas` is a canvas. On failure: false.
    pub fn rt_lyon_canvas_draw_pictures(canvas: i64, pictures: *const i64, pictures_len: i64, placements: *const f64, placements_len: i64, opacities: *const f64, opacities_len: i64) -> bool;
    /// Returns a copy of the pixels: 4 bytes each, red, green, blue and alpha (not premultiplied), row after row from the
    /// top. A window shows a canvas without a copy by `rt_winit_window_present_canvas`.
    ///
    /// `canvas` is a canvas. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_lyon_canvas_get_pixels(canvas: i64) -> RtBytes;
    /// As [`rt_lyon_canvas_get_pixels`], into `*out`; whether it succeeded.
    pub fn rt_lyon_canvas_get_pixels_into(canvas: i64, out: *mut RtBytes) -> bool;
    /// Writes the pixels into memory of the caller's and returns how many bytes they are: width · height · 4. Fails, and
    /// writes nothing, where it is smaller.
    ///
    /// `canvas` is a canvas. On failure: -1.
    pub fn rt_lyon_canvas_write_pixels(canvas: i64, out: *mut u8, out_len: i64) -> i64;
    /// Writes a canvas to a PNG file, as `rt_lyon_png_save` does a picture.
    ///
    /// `canvas` is a canvas. On failure: false. May wait; blocks its own thread only.
    pub fn rt_lyon_canvas_save(canvas: i64, file: *const c_char) -> bool;
    /// Returns the colour, 0xRRGGBBAA, that a text names as CSS does: by one of its 148 names (`tomato`; `transparent`), in
    /// hexadecimal digits (`#f80`, `#f80c`, `#ff8800`, `#ff8800cc`), or by a function (`rgb(255 136 0)`, `rgb(100% 50% 0 / 80%)`,
    /// `hsl(32 100% 50%)`, `hwb()`, `lab()`, `lch()`, `oklab()`, `oklch()`). It is opaque where the text says nothing else. -1
    /// where it names none.
    ///
    /// On failure: -1.
    pub fn rt_lyon_color_from_text(text: *const c_char) -> i64;
    /// Returns the colour of these parts, 0xRRGGBBAA, each 0 to 255; an `alpha` of 255 is opaque.
    ///
    /// On failure: -1.
    pub safe fn rt_lyon_color_from_parts(red: i64, green: i64, blue: i64, alpha: i64) -> i64;
    /// Makes the path of what two paths fill together: their union 0, their intersection 1, the difference 2 (what `path` fills
    /// and `other` does not), or xor 3 (what one of them fills and the other does not). `fill_rule` (even-odd 0, non-zero 1) says
    /// what each of them fills; open subpaths count as closed. To combine paths of different rules, simplify one of them
    /// first.
    ///
    /// The new path is made of closed subpaths of straight lines that do not cross, the outer ones one way round and holes the
    /// other, so that it fills the same by either rule. Curves become lines, nowhere farther from them than `tolerance`,
    /// above 0. Corners of the paths keep their coordinates; where lines cross, they meet to about 1e-9 of the extent. Fails
    /// where the curves would take more than 1,048,576 lines, or these cross some 4 million times.
    ///
    /// `path` is a path. `other` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_combine(path: i64, other: i64, operation: i64, fill_rule: i64, tolerance: f64) -> i64;
    /// Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), in lines that do not cross: as
    /// `rt_lyon_path_combine` makes it of two. Corners on a straight line are left out.
    ///
    /// `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub safe fn rt_lyon_path_simplify(path: i64, fill_rule: i64, tolerance: f64) -> i64;
    /// Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), grown by `distance`, or shrunk where that is below
    /// 0: with a stroke, twice as wide, of the edge of what is filled, or without it. The path is made as by
    /// `rt_lyon_path_combine`; `tolerance` holds for curves and for round joins, and both may add up. What shrinks away
    /// leaves nothing.
    ///
    /// `options_json` is that of `rt_lyon_path_stroke`: `line_join` "miter" (with `miter_limit`, 4), "round" (all that is no
    /// farther than `distance`) or "bevel". Fails for a distance other than 0 and below 1e-9 of the path's extent, and
    /// where it is more than the radius of curves that bend inwards, so seen, and have more than 256 corners with `tolerance`.
    ///
    /// `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_offset(path: i64, distance: f64, fill_rule: i64, tolerance: f64, options_json: *const c_char) -> i64;
    /// Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
    /// left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
    /// 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
    /// premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
    /// the tessellation covers of its area. What lies outside the picture is left out.
    ///
    /// `tess` is a fill tessellation. `transform` is a transform. On failure: false.
    pub fn rt_lyon_fill_tessellation_draw(tess: i64, transform: i64, color: i64, pixels: *mut u8, pixels_len: i64, width: i64, height: i64) -> bool;
    /// Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
    /// overlap, the colour is laid once.
    ///
    /// `tess` is a stroke tessellation. `transform` is a transform. On failure: false.
    pub fn rt_lyon_stroke_tessellation_draw(tess: i64, transform: i64, color: i64, pixels: *mut u8, pixels_len: i64, width: i64, height: i64) -> bool;
    /// Draws a new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
    /// non-zero 1). The path's coordinates are pixels; a pixel takes as much of the colour as the path covers of its area,
    /// to a 500th. Where very many lines cross in a row of pixels, the rest of that row is seen along 16 lines. Width and
    /// height are 1 to 32,768.
    ///
    /// `path` is a path. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_lyon_path_rasterize(path: i64, fill_rule: i64, color: i64, width: i64, height: i64) -> RtBytes;
    /// As [`rt_lyon_path_rasterize`], into `*out`; whether it succeeded.
    pub fn rt_lyon_path_rasterize_into(path: i64, fill_rule: i64, color: i64, width: i64, height: i64, out: *mut RtBytes) -> bool;
    /// Tells whether a point lies in one of the triangles.
    ///
    /// `tess` is a fill tessellation. On failure: false.
    pub safe fn rt_lyon_fill_tessellation_contains_point(tess: i64, x: f64, y: f64) -> bool;
    /// Makes a paint of one colour, 0xRRGGBBAA. Free it, as all paints, with `rt_lyon_paint_free`.
    ///
    /// Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
    pub safe fn rt_lyon_paint_color(color: i64) -> i64;
    /// Makes a gradient along a line: its colours change from (`x1`, `y1`) to (`x2`, `y2`), which must differ, and are the
    /// same across. `colors` (0xRRGGBBAA) lie at `offsets`, which go from 0 to 1 and never back; between them, each channel
    /// and alpha is mixed. 1 to 4,096 of each. `spread` says what lies before 0 and beyond 1: the colours at the ends 0, the
    /// gradient again 1, or mirrored 2. Coordinates are those of the shape that is filled.
    ///
    /// Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
    pub fn rt_lyon_paint_linear_gradient(x1: f64, y1: f64, x2: f64, y2: f64, offsets: *const f64, offsets_len: i64, colors: *const i64, colors_len: i64, spread: i64) -> i64;
    /// Makes a gradient that goes out from a focus, at offset 0, to a circle around it, at offset 1, as SVG's does. The focus
    /// is mostly the centre of the circle, and must lie inside it. `offsets`, `colors` and `spread` as for
    /// `rt_lyon_paint_linear_gradient`.
    ///
    /// Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
    pub fn rt_lyon_paint_radial_gradient(center_x: f64, center_y: f64, radius: f64, focus_x: f64, focus_y: f64, offsets: *const f64, offsets_len: i64, colors: *const i64, colors_len: i64, spread: i64) -> i64;
    /// Makes a gradient that goes once round a centre, from `start_angle` (radians, from the direction of x towards that of
    /// y) at offset 0 to the same direction at offset 1. `offsets` and `colors` as for `rt_lyon_paint_linear_gradient`.
    ///
    /// Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
    pub fn rt_lyon_paint_conic_gradient(center_x: f64, center_y: f64, start_angle: f64, offsets: *const f64, offsets_len: i64, colors: *const i64, colors_len: i64) -> i64;
    /// Makes a paint of a picture as it is now, a canvas: it lies with its top left corner at (0, 0) of the shape's
    /// coordinates, mixed between its pixels as by `rt_lyon_canvas_draw_picture`, and beyond its edges as it is there.
    ///
    /// `picture` is a canvas. Returns a paint; free it with rt_lyon_paint_free. On failure: 0.
    pub safe fn rt_lyon_paint_picture(picture: i64) -> i64;
    /// Frees a paint.
    ///
    /// `paint` is a paint, freed by this call. On failure: false.
    pub safe fn rt_lyon_paint_free(paint: i64) -> bool;
    /// Fills a path on a canvas with a paint. `transform` takes the path's coordinates and the paint's to those of the
    /// canvas; 0 stands for the transform that changes nothing. `clip` is a path in the canvas's coordinates: nothing is
    /// drawn outside what it fills by the non-zero rule, and its edges are smooth; 0 for none.
    ///
    /// `options_json` is a JSON object: `fill_rule` "non-zero" or "even-odd"; `opacity` 0 to 1, of the whole fill; `blend`,
    /// how the fill and what is there make what is seen, by the names of the web's canvas: "source-over" (laid over it),
    /// "source-in", "source-out", "source-atop", "destination-over", "destination-in", "destination-out",
    /// "destination-atop", "xor", "copy", "clear", "lighter", "multiply", "screen", "overlay", "darken", "lighten",
    /// "color-dodge", "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
    /// "luminosity". What the path does not cover stays, whatever the mode. `{}` changes nothing. An unknown key or value
    /// fails, and last error names it.
    ///
    /// To blend or fade several shapes as one, draw them on a canvas of their own and fill with that as a picture.
    ///
    /// `canvas` is a canvas. `path` is a path. `transform` is a transform. `paint` is a paint. `clip` is a
    /// path. On failure: false.
    pub fn rt_lyon_canvas_fill(canvas: i64, path: i64, transform: i64, paint: i64, clip: i64, options_json: *const c_char) -> bool;
    /// Makes a path moved by a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
    ///
    /// `path` is a path. `transform` is a transform. Returns a path; free it with rt_lyon_path_free. On
    /// failure: 0.
    pub safe fn rt_lyon_path_apply_transform(path: i64, transform: i64) -> i64;
    /// Tells whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
    ///
    /// `path` is a path. On failure: false.
    pub safe fn rt_lyon_path_contains_point_with_rule(path: i64, x: f64, y: f64, fill_rule: i64) -> bool;
    /// Returns the length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
    ///
    /// `path` is a path. On failure: 0.0.
    pub safe fn rt_lyon_path_length(path: i64) -> f64;
    /// Returns the point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
    /// follow one another; the jump between them takes no length. Fails for a path without length and for a distance beyond
    /// its ends.
    ///
    /// `path` is a path. On failure: x 0.0, y 0.0, tangent_x 0.0, tangent_y 0.0.
    pub safe fn rt_lyon_path_point_at(path: i64, distance: f64) -> RtPathPoint;
    /// As [`rt_lyon_path_point_at`], into `*out`; whether it succeeded.
    pub fn rt_lyon_path_point_at_into(path: i64, distance: f64, out: *mut RtPathPoint) -> bool;
    /// Makes a path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
    /// number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of each
    /// subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece. Fails for a
    /// length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
    ///
    /// `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_dash(path: i64, pattern: *const f64, pattern_len: i64, offset: f64) -> i64;
    /// Encodes a picture as the bytes of a PNG file. `pixels` are 4 bytes each: red, green, blue, alpha (not
    /// premultiplied), row after row from the top.
    ///
    /// Release what it returns with rt_bytes_free. On failure: an empty array.
    pub fn rt_lyon_png_encode(pixels: *const u8, pixels_len: i64, width: i64, height: i64) -> RtBytes;
    /// As [`rt_lyon_png_encode`], into `*out`; whether it succeeded.
    pub fn rt_lyon_png_encode_into(pixels: *const u8, pixels_len: i64, width: i64, height: i64, out: *mut RtBytes) -> bool;
    /// Writes a picture to a PNG file. A file that is there already is replaced once the new one is complete, and keeps its
    /// permissions; where that fails it stays as it was. Links are followed; a device, or a pipe that somebody reads, is
    /// written to.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_lyon_png_save(file: *const c_char, pixels: *const u8, pixels_len: i64, width: i64, height: i64) -> bool;
    /// Makes the path round what a stroke covers, with the width, tolerance and options of
    /// `rt_lyon_stroke_tessellate_with_options`: closed subpaths that, filled by the non-zero rule, cover the same. They may
    /// overlap where the stroke does.
    ///
    /// `path` is a path. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_stroke(path: i64, width: f64, tolerance: f64, options_json: *const c_char) -> i64;
    /// Tells whether a point lies in one of the triangles.
    ///
    /// `tess` is a stroke tessellation. On failure: false.
    pub safe fn rt_lyon_stroke_tessellation_contains_point(tess: i64, x: f64, y: f64) -> bool;
    /// Tells whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
    /// tolerance of a hundredth of the width. For many points, make the tessellation once.
    ///
    /// `path` is a path. On failure: false.
    pub fn rt_lyon_path_stroke_contains_point(path: i64, width: f64, options_json: *const c_char, x: f64, y: f64) -> bool;
    /// Makes the path that SVG path data describes (the `d` of a `<path>`): all commands, absolute and relative. The empty
    /// text is the empty path. Fails at the first error, and last error says where it is; nothing is drawn then.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_from_svg(d: *const c_char) -> i64;
    /// Makes the path that SVG path data describes up to its first error, as browsers draw it: the pieces before the one that
    /// the error is in. `rt_lyon_svg_find_error` says where that is.
    ///
    /// Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_path_from_svg_lenient(d: *const c_char) -> i64;
    /// Tells where SVG path data has its first error, and what it is.
    ///
    /// On failure: offset -1, reason "".
    pub fn rt_lyon_svg_find_error(d: *const c_char) -> RtSvgError;
    /// As [`rt_lyon_svg_find_error`], into `*out`; whether it succeeded.
    pub fn rt_lyon_svg_find_error_into(d: *const c_char, out: *mut RtSvgError) -> bool;
    /// Returns the path as SVG path data, in absolute M, L, Q, C and Z. Read back, it gives the same path, bit for bit.
    ///
    /// `path` is a path. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_lyon_path_to_svg(path: i64) -> *mut c_char;
    /// Makes the font that is built in, Roboto Regular: the letters, digits and signs of Western European languages, Greek
    /// letters of formulas, and signs of arithmetic. Free it with `rt_lyon_font_free`.
    ///
    /// Returns a font; free it with rt_lyon_font_free. On failure: 0.
    pub safe fn rt_lyon_font_built_in() -> i64;
    /// Makes a font of a file: TrueType, OpenType, a collection of them or Type 1, 256 MiB at most. `index` says which font
    /// of a collection, from 0. A variable font looks as it does at first. Fails where the file cannot be read or holds no
    /// such font with outlines.
    ///
    /// Returns a font; free it with rt_lyon_font_free. On failure: 0. May wait; blocks its own thread only.
    pub fn rt_lyon_font_load(file: *const c_char, index: i64) -> i64;
    /// Makes a font of the bytes of a font file, as `rt_lyon_font_load` does. They are copied.
    ///
    /// Returns a font; free it with rt_lyon_font_free. On failure: 0.
    pub fn rt_lyon_font_decode(bytes: *const u8, bytes_len: i64, index: i64) -> i64;
    /// Frees a font. Paths made with it stay valid.
    ///
    /// `font` is a font, freed by this call. On failure: false.
    pub safe fn rt_lyon_font_free(font: i64) -> bool;
    /// Returns how high lines are, for text of `size` (above 0, up to 1e6): the font's em, in pixels where paths are in
    /// pixels.
    ///
    /// `font` is a font. On failure: ascent 0.0, descent 0.0, line_gap 0.0.
    pub safe fn rt_lyon_font_get_metrics(font: i64, size: f64) -> RtFontMetrics;
    /// As [`rt_lyon_font_get_metrics`], into `*out`; whether it succeeded.
    pub fn rt_lyon_font_get_metrics_into(font: i64, size: f64, out: *mut RtFontMetrics) -> bool;
    /// Returns how large a text is as `rt_lyon_font_text` writes it. The empty text has one line.
    ///
    /// `font` is a font. On failure: width 0.0, height 0.0.
    pub fn rt_lyon_font_measure(font: i64, text: *const c_char, size: f64) -> RtTextSize;
    /// As [`rt_lyon_font_measure`], into `*out`; whether it succeeded.
    pub fn rt_lyon_font_measure_into(font: i64, text: *const c_char, size: f64, out: *mut RtTextSize) -> bool;
    /// Tells whether a font has a glyph for each character of a text, control characters aside. For one that it has not, it
    /// shows its sign for that, a box in most fonts.
    ///
    /// `font` is a font. On failure: false.
    pub fn rt_lyon_font_covers(font: i64, text: *const c_char) -> bool;
    /// Makes the path of a text, with the font's kerning and ligatures: its first baseline begins at (0, 0), y grows
    /// downwards, and each line break begins a line below. A tab is a space. It fills, by the non-zero rule, strokes and
    /// transforms as all paths do. Lines go from (0, y) to the right whatever their direction; one that mixes directions, as Hebrew
    /// with numbers in it does, is put in order by the Unicode Bidirectional Algorithm.
    ///
    /// `font` is a font. Returns a path; free it with rt_lyon_path_free. On failure: 0.
    pub fn rt_lyon_font_text(font: i64, text: *const c_char, size: f64) -> i64;
    /// Draws a text on a canvas: its first baseline begins at (x, y), and it is laid over what is there in `color`,
    /// 0xRRGGBBAA. The same as `rt_lyon_font_text` and `rt_lyon_canvas_draw` do; a text that stays is drawn faster as a path
    /// that is kept.
    ///
    /// `canvas` is a canvas. `font` is a font. On failure: false.
    pub fn rt_lyon_canvas_draw_text(canvas: i64, font: i64, text: *const c_char, x: f64, y: f64, size: f64, color: i64) -> bool;
    /// Makes the transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
    ///
    /// Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_new(m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> i64;
    /// Returns the six numbers of a transform.
    ///
    /// `transform` is a transform. On failure: m11 0.0, m12 0.0, m21 0.0, m22 0.0, tx 0.0, ty 0.0.
    pub safe fn rt_lyon_transform_get(transform: i64) -> RtTransformMatrix;
    /// As [`rt_lyon_transform_get`], into `*out`; whether it succeeded.
    pub fn rt_lyon_transform_get_into(transform: i64, out: *mut RtTransformMatrix) -> bool;
    /// Makes the transform that undoes another. Fails where there is none: for a transform that flattens the plane.
    ///
    /// `transform` is a transform. Returns a transform; free it with rt_lyon_transform_free. On failure: 0.
    pub safe fn rt_lyon_transform_inverse(transform: i64) -> i64;
    /// Returns where a transform takes a point.
    ///
    /// `transform` is a transform. On failure: x 0.0, y 0.0.
    pub safe fn rt_lyon_transform_apply(transform: i64, x: f64, y: f64) -> RtTransformedPoint;
    /// As [`rt_lyon_transform_apply`], into `*out`; whether it succeeded.
    pub fn rt_lyon_transform_apply_into(transform: i64, x: f64, y: f64, out: *mut RtTransformedPoint) -> bool;
    /// Tells whether this build holds the lyon library, as it does where this links.
    pub safe fn rt_lyon_available() -> bool;
    /// Forgets why this thread's last failed lyon call failed.
    pub safe fn rt_lyon_clear_error();
    /// Returns the category of this thread's last failed lyon call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_lyon_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `lyon`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_lyon_version() -> *mut c_char;
}

unsafe extern "C" {
    /// Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
    /// all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
    /// where 4096 wait, the oldest makes room and is counted.
    ///
    /// Returns an event subscription; free it with rt_events_unsubscribe. On failure: 0.
    pub fn rt_events_subscribe(kinds: *const *const c_char, kinds_len: i64) -> i64;
    /// Does the same, and takes the events of windows and game pads: while such a subscription is there, they wait in no
    /// queue besides those of subscriptions. `rt_winit_event_loop_poll_events` and `rt_gamepad_poll_event` find none of what
    /// happens meanwhile; sizes, keys, buttons and axes are those of the last event all the same, those of pads without
    /// `rt_gamepad_update` (a context has to be open). Of other kinds it is like `rt_events_subscribe`.
    ///
    /// Returns an event subscription; free it with rt_events_unsubscribe. On failure: 0.
    pub fn rt_events_subscribe_taking(kinds: *const *const c_char, kinds_len: i64) -> i64;
    /// Takes the next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
    /// of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms` milliseconds
    /// where there is none, without limit if it is -1; `""` when the time is over or another thread ends the subscription.
    ///
    /// The data of each kind has a `type`, and says what it is about, in the words of the functions that read the same
    /// events one by one.
    ///
    /// A window's event has `window` (the number that `rt_winit_window_id` gives) and `modifiers`, and by `type`:
    /// `resized`: `width`, `height`; `moved`: `x`, `y`; `close-requested`, `destroyed`, `focused`, `unfocused`,
    /// `cursor-entered`, `cursor-left`, `redraw-requested`, `file-hover-cancelled`, `ime-enabled`, `ime-disabled`: nothing
    /// else; `scale-factor-changed`: `scale_factor`; `theme-changed`: `theme`; `keyboard-input`: `scancode`, `keycode`, `pressed`, `repeat`;
    /// `received-character`, `text-dropped`: `text`; `mouse-button`: `button`, `pressed`; `mouse-moved`: `x`, `y`;
    /// `mouse-wheel`, `mouse-motion`: `delta_x`, `delta_y`; `touch`: `finger`, `phase`, `x`, `y`; `file-dropped`,
    /// `file-hovered`: `path`; `ime-preedit`: `text`, `cursor_start`, `cursor_end`.
    ///
    /// A pad's event has `gamepad` (its id), `button` and `axis` (255 where it is about none) and `value`; its types are
    /// `button-pressed`, `button-released`, `button-changed`, `axis-changed`, `connected`, `disconnected` and `dropped`.
    ///
    /// `http` tells of each `request` that reaches a server of this process (`port`,
    /// `peer`, `method`, `path`) and of its `response` (also `status`), and of each `transfer` that has ended
    /// (its handle, and a `status` or an `error`); answering is the server's matter.
    /// `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
    /// `unloaded`, `unanswered` or `dead`, or gives `output`: a line of `text` that a WebAssembly module printed to the
    /// `stream` `stdout` or `stderr`.
    ///
    /// `subscription` is an event subscription. Release what it returns with rt_text_free. On failure: "".
    /// May wait; blocks its own thread only.
    pub safe fn rt_events_next(subscription: i64, timeout_ms: i64) -> *mut c_char;
    /// Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
    /// have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
    /// is not looked at; a panic, an exception of another language and `pthread_exit` end that call alone, and `longjmp` must
    /// not leave it. It is called until the subscription ends; a second function is called besides the first.
    ///
    /// `subscription` is an event subscription. On failure: false.
    pub fn rt_events_notify(subscription: i64, function: Option<unsafe extern "C-unwind" fn(handle: i64, user_data: *mut c_void) -> i64>, user_data: *mut c_void) -> bool;
    /// Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
    /// run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
    /// what still runs then is that call, and another thread's.
    ///
    /// `subscription` is an event subscription, freed by this call. May wait; blocks its own thread only.
    pub safe fn rt_events_unsubscribe(subscription: i64);
    /// Gives a file descriptor that is readable while events of `subscription` wait, and once it has ended: for a host of
    /// one thread, which waits in `poll`, `select` or `epoll` for this and all else, and then takes events with
    /// `rt_events_next(subscription, 0)` until that is `""`. The descriptor is the subscription's: do not read, write or
    /// close it, and poll it no longer once the subscription is ended. A child of fork does not have it. -1 where the system
    /// gives none; not available on Windows.
    ///
    /// `subscription` is an event subscription. On failure: -1.
    pub safe fn rt_events_fd(subscription: i64) -> i64;
    /// Registers a function of the host's that modules call by `name` (1 to 255 bytes), in place of an earlier one, once that
    /// one's calls have ended. A native module calls it by the table that `module_host` of `simple_module.h` gets, a
    /// WebAssembly module by `simple_host_call`, where it was granted `functions` that hold the name.
    ///
    /// `function` gets a call and `user_data`. It takes what the module gave with `rt_module_call_data`, answers with
    /// `rt_module_call_answer`, and returns 1. What it returns otherwise is 0, for a failure: what it answered is the reason
    /// then, in UTF-8. The call is stale once the function returns. A panic, an exception of another language and
    /// `pthread_exit` end that call alone, which fails; `longjmp` must not leave it.
    ///
    /// The function runs on the thread on which the module runs, within the time of its message, and on several at once where
    /// several modules call. It may call this library; a message to the very module that calls fails.
    ///
    /// On failure: false.
    pub fn rt_module_register_function(name: *const c_char, function: Option<unsafe extern "C-unwind" fn(handle: i64, user_data: *mut c_void) -> i64>, user_data: *mut c_void) -> bool;
    /// Takes a registered function away and waits for its calls to end, the caller's own excepted, and those that themselves
    /// wait here; its `user_data` is not used any more. Modules that call it fail to. False where there is none of that name.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_module_unregister_function(name: *const c_char) -> bool;
    /// Returns the bytes that a module gave to the function of the host's which it calls.
    ///
    /// `call` is a module call. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_module_call_data(call: i64) -> RtBytes;
    /// As [`rt_module_call_data`], into `*out`; whether it succeeded.
    pub fn rt_module_call_data_into(call: i64, out: *mut RtBytes) -> bool;
    /// Answers a call of a module's, once. False where it was answered before.
    ///
    /// `call` is a module call. On failure: false.
    pub fn rt_module_call_answer(call: i64, data: *const u8, data_len: i64) -> bool;
    /// Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
    /// file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
    /// of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
    ///
    /// A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
    /// in C++ ends the process. The system loads a file once, however often this is
    /// called; each call makes an instance of its own. A file that was replaced since (by renaming a new one over it) is
    /// loaded beside the older one; one that was overwritten in place while its code is in the process is refused.
    ///
    /// Returns a module; free it with rt_module_unload. On failure: 0. May wait; blocks its own thread
    /// only.
    pub fn rt_module_load(path: *const c_char) -> i64;
    /// Loads a module like `rt_module_load`, with limits and grants for a WebAssembly module as JSON, all optional:
    /// `{"memory_mib": 64, "time_ms": 5000, "table": 100000, "code_kib": 16384, "compile_ms": 30000, "restart": false,
    /// "guard_pages": null, "cache": "", "grants": {"clock": false, "random": false, "environment": ["NAME"], "arguments":
    /// ["text"], "files": ["/path"], "folders": [{"path": "/path", "name": "/data", "writable": false}], "functions": ["name"]}}`. `time_ms` is for each message, the table's size
    /// for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
    /// pipe or a device, it does not) that it is granted, calls the host's functions that it is granted (`rt_module_register_function`), and has
    /// nothing else of the world; one that imports what it is not
    /// granted is not loaded, and last error names the grant that would allow it. A native module is held to nothing.
    ///
    /// A module's `_initialize` (or `__wasm_call_ctors`) is called once, before all else: what C and C++, Rust and Go
    /// build as a library has it. AssemblyScript's `abort` ends the module with its message. A component is no module.
    ///
    /// Of WASI preview 1 a module has its arguments, the variables granted, clocks and random numbers where they are
    /// granted, sleeping within its time, and standard streams: it reads nothing, and what it prints becomes events of
    /// kind `module`. It has the `folders` granted, each by its `name` (its path where none is given), to read, and to write
    /// where it is `writable`; neither `..` nor a symbolic link leads out of one. They are opened while the module is
    /// loaded, which fails where one cannot be. A module opens regular files and folders alone, 256 at a time, makes no
    /// links, and fills a writable folder as far as the system lets it. There are no sockets.
    ///
    /// A module is compiled while it is loaded, one at a time, within `compile_ms`, and once: while one that was loaded from
    /// a file of the same bytes is loaded, another instance costs no compiling. A real module of 2.4 MiB, made of
    /// Rust, took 7 s of one core's time and 190 MiB of memory. Up to four threads compile it, one where address space is limited. A
    /// compiler that runs out of time is left behind on threads of its own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
    /// proportion (very many functions, or loops, blocks, calls or locals in one function) are refused, and so is one for whose
    /// compiling there is no memory: 6 KiB for each function, 64 bytes for each byte of code and 800 for each of the longest
    /// function's are asked for, and 136 MiB at least, for a thread's heap begins with so much address space.
    ///
    /// With `cache` what was compiled is kept on the disk too, and later processes compile nothing; by default nothing is
    /// kept. It is a folder's path from the root, which is made for its owner alone (mode 0700) where it is not there, or
    /// `user`: `simple_native/modules` in the user's cache folder. A file there is for the bytes of one module, this version,
    /// these settings and a processor with the same features; one that is damaged or of another version is not used, and
    /// compiling goes on where none can be read or written. A host can bring a folder that it filled. The load fails where the
    /// folder or the file belongs to another user than root and the program's, or others may write to it. A program that has
    /// more rights than whoever started it (set-user-ID, file capabilities) keeps and takes nothing. Files are at most 256 MiB,
    /// and beyond 512 MiB in all the ones that were not used for longest go. `rt_module_info` says with `code` whether a module
    /// was `compiled`, taken from the `cache`, or `shared` with one that is loaded.
    ///
    /// With `guard_pages` accesses to memory are not measured one by one: an instance takes 8 GiB of address space, which is no
    /// memory, in memories that end in pages that nobody may touch, and handlers of SIGSEGV, SIGILL and SIGFPE (SIGBUS too on
    /// some systems; macOS has a thread in their place) stay until the process ends. They pass on to those that were there
    /// before what no module raised. Where a host sets handlers of its own later that do not call those, a module that leaves
    /// its memory, or is stopped, ends the process. Without (`false`) there are no handlers, a memory takes the address space
    /// that it uses, and tight loops take twice the time. `null`, and nothing said, is `true` on Linux where the process's
    /// address space is not limited (`ulimit -v`) and there is room for the instance, and `false` elsewhere; `rt_module_info`
    /// says which. Valgrind needs `--vex-iropt-register-updates=allregs-at-mem-access` with guard pages.
    ///
    /// Returns a module; free it with rt_module_unload. On failure: 0. May wait; blocks its own thread
    /// only.
    pub fn rt_module_load_with_options(path: *const c_char, options_json: *const c_char) -> i64;
    /// Finds the path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
    /// folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
    /// executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under `XDG_DATA_HOME`). `""`
    /// where there is none, and last error lists the folders, or where the path is not UTF-8.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_module_find(name: *const c_char) -> *mut c_char;
    /// Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
    /// `event`, `payload` is JSON, to the rules of `rt_http_parse_json`: no number beyond a double's range, no escape of
    /// half a surrogate pair, 127 levels. The answer is JSON too, to the same rules, `{"status":"success","data":…}` or
    /// `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
    /// an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
    ///
    /// A module handles one message at a time; the call waits for those before it, and for the answer, however long
    /// that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
    /// its own is dead: every later message fails. A message that would wait for itself fails: one
    /// from within the same module, and one over other modules, on whatever threads.
    ///
    /// A native module's code runs on the calling thread and with its signal mask: what it writes to a broken pipe raises
    /// SIGPIPE as the host's own writes do. `rt_module_send_timeout` runs it on a thread that has signals blocked.
    ///
    /// The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
    /// the function, and its answer's data is what that returns; where the call fails, the answer is an error that
    /// holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
    /// of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
    /// going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
    /// `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
    /// Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
    /// inside it at the same time.
    ///
    /// `module` is a module. Release what it returns with rt_text_free. On failure: "<reason>". May wait;
    /// blocks its own thread only.
    pub fn rt_module_send(module: i64, message_type: *const c_char, payload: *const c_char) -> *mut c_char;
    /// Sends a message as `rt_module_send` does, within `ms` milliseconds. A native module's messages with a limit run on a
    /// thread that is kept for them; one that takes longer is left behind there: until it ends, every further message to
    /// that module fails at once and the module cannot be unloaded; after that it can be used again. A WebAssembly module
    /// that takes longer is dead. A call of `native` that takes longer goes on, and its answer is lost. The host goes on.
    ///
    /// `module` is a module. Release what it returns with rt_text_free. On failure: "<reason>". May wait;
    /// blocks its own thread only.
    pub fn rt_module_send_timeout(module: i64, message_type: *const c_char, payload: *const c_char, ms: i64) -> *mut c_char;
    /// Sends a message of bytes, which are not looked at, and returns the bytes of the module's answer: for what would be
    /// long as JSON. `message_type` is as in `rt_module_send`, `ms` the limit as in `rt_module_send_timeout`, or -1 for none.
    /// A module that has `handle_bytes` of `simple_module.h` takes such messages; `native` does not. At most 64 MiB come back.
    /// Where the module refuses the message there are no bytes, and last error has what it says; the twin returns false then,
    /// which tells a refusal from an empty answer.
    ///
    /// `module` is a module. Release what it returns with rt_bytes_free. On failure: an empty array. May
    /// wait; blocks its own thread only.
    pub fn rt_module_send_bytes(module: i64, message_type: *const c_char, data: *const u8, data_len: i64, ms: i64) -> RtBytes;
    /// As [`rt_module_send_bytes`], into `*out`; whether it succeeded.
    pub fn rt_module_send_bytes_into(module: i64, message_type: *const c_char, data: *const u8, data_len: i64, ms: i64, out: *mut RtBytes) -> bool;
    /// Gives up the message inside a module, from another thread, as if its time were over: its sender gets an error. A
    /// native module takes no other message until that one ends; a WebAssembly module is dead. False where no message is
    /// inside, and where a native module's was sent without a time limit: it runs on its sender's own thread then.
    ///
    /// `module` is a module. On failure: false.
    pub safe fn rt_module_cancel(module: i64) -> bool;
    /// Tells whether code that was loaded from the native module at `path` is still in the process: 1 or 0. After every
    /// module of that file was unloaded it is where a thread keeps something of the module's that is destroyed when the
    /// thread ends, where the file is linked with `-z nodelete`, or where other libraries use its symbols (STB_GNU_UNIQUE;
    /// build with `-fno-gnu-unique`). Loading a file that was replaced meanwhile gives the new file's code all the same.
    ///
    /// On failure: -1.
    pub fn rt_module_code_stays(path: *const c_char) -> i64;
    /// Returns what a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
    /// `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead` with its
    /// `reason`), how many `messages` it got and how many `failures` there were among them, and of a WebAssembly module where its `code`
    /// came from (`compiled`, `cache`, `shared`) and its `limits`.
    ///
    /// `module` is a module. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_module_info(module: i64) -> *mut c_char;
    /// Returns what `rt_module_info` says of each loaded module, in the order of loading.
    ///
    /// Release what it returns with rt_text_array_free.
    pub safe fn rt_module_list() -> RtTextArray;
    /// As [`rt_module_list`], into `*out`; whether it succeeded.
    pub fn rt_module_list_into(out: *mut RtTextArray) -> bool;
    /// Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
    /// False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
    /// keeps for each thread may end slowly; it is waited for up to two seconds); try again when that has.
    ///
    /// `module` is a module, freed by this call. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_module_unload(module: i64) -> bool;
    /// Tells whether this build holds the module library, as it does where this links.
    pub safe fn rt_module_available() -> bool;
    /// Forgets why this thread's last failed module call failed.
    pub safe fn rt_module_clear_error();
    /// Returns why this thread's last failed module call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_module_get_last_error() -> *mut c_char;
    /// Returns the category of this thread's last failed module call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_module_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `libloading`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_module_version() -> *mut c_char;
}

/// Forces and collisions.
pub const SN_BODY_TYPE_DYNAMIC: i64 = 0;
/// Nothing.
pub const SN_BODY_TYPE_STATIC: i64 = 1;
/// The host alone.
pub const SN_BODY_TYPE_KINEMATIC: i64 = 2;

/// Half their sum.
pub const SN_COMBINE_RULE_AVERAGE: i64 = 0;
/// The smaller one.
pub const SN_COMBINE_RULE_MINIMUM: i64 = 1;
/// Their product.
pub const SN_COMBINE_RULE_MULTIPLY: i64 = 2;
/// The larger one.
pub const SN_COMBINE_RULE_MAXIMUM: i64 = 3;
/// Their sum, at most 1.
pub const SN_COMBINE_RULE_CLAMPED_SUM: i64 = 4;
/// The square root of their product, as in Box2D's friction.
pub const SN_COMBINE_RULE_GEOMETRIC_MEAN: i64 = 5;

/// The outlines of colliders.
pub const SN_DEBUG_PART_SHAPES: i64 = 1;
/// The axes of bodies.
pub const SN_DEBUG_PART_AXES: i64 = 2;
/// Joints: from the centres of mass to their points, and what lies between these.
pub const SN_DEBUG_PART_JOINTS: i64 = 4;
/// Contact points with their normals.
pub const SN_DEBUG_PART_CONTACTS: i64 = 8;
/// The boxes around colliders.
pub const SN_DEBUG_PART_BOXES: i64 = 16;

/// Where a body is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtBodyPosition {
    /// Metres along x.
    pub x: f64,
    /// Metres along y.
    pub y: f64,
    /// Radians counter-clockwise, above −π and up to π.
    pub rotation: f64,
}

/// How fast a body moves.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtBodyVelocity {
    /// Metres per second along x, of its centre of mass.
    pub vx: f64,
    /// Metres per second along y.
    pub vy: f64,
    /// Radians per second, counter-clockwise.
    pub angular: f64,
}

/// A point where two colliders touch.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtContact {
    /// The one collider.
    pub collider1: i64,
    /// The other.
    pub collider2: i64,
    /// x of the touching point, which is the middle between the two surfaces, in metres.
    pub point_x: f64,
    /// y of the touching point.
    pub point_y: f64,
    /// x of the unit vector that points from the one collider to the other.
    pub normal_x: f64,
    /// y of that unit vector.
    pub normal_y: f64,
    /// How deep they are in each other, in metres; 0 where they just touch.
    pub penetration: f64,
}

/// What a ray hits.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtRayHit {
    /// True where it hits something.
    pub hit: bool,
    /// The collider that it hits first, 0 where it hits none.
    pub collider: i64,
    /// The distance along the ray, in metres.
    pub distance: f64,
}

/// A vector, or a point.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtPhysicsVector {
    /// Along x.
    pub x: f64,
    /// Along y.
    pub y: f64,
}

/// What a ray or a moving shape hits, and where.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtCastHit {
    /// True where it hits something.
    pub hit: bool,
    /// The collider that it hits first, 0 where it hits none.
    pub collider: i64,
    /// The distance until then, in metres.
    pub distance: f64,
    /// x of the place on the collider's surface that is hit.
    pub x: f64,
    /// y of that place.
    pub y: f64,
    /// x of the surface's outward unit normal there; 0, 0 where a ray, or the centre of a circle, begins inside.
    pub normal_x: f64,
    /// y of that normal.
    pub normal_y: f64,
}

/// How far a character gets.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtCharacterMovement {
    /// Metres along x that it moves.
    pub x: f64,
    /// Metres along y.
    pub y: f64,
    /// True where it stands on something then.
    pub grounded: bool,
    /// True where it slides along something.
    pub sliding: bool,
}

/// Two colliders that started or stopped touching.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtCollisionEvent {
    /// The one collider. To be freed is to stop touching: its handle is stale then, and 0 where that was before
    /// the snapshot that this world was restored from.
    pub collider1: i64,
    /// The other.
    pub collider2: i64,
    /// True where they started touching, false where they stopped.
    pub started: bool,
    /// True where one of them is a sensor.
    pub sensor: bool,
}

/// Who met in an event, where and how hard.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtCollisionDetails {
    /// The body of the one collider, stale where it was freed.
    pub body1: i64,
    /// The body of the other.
    pub body2: i64,
    /// The one body's user data.
    pub body1_data: i64,
    /// The other body's.
    pub body2_data: i64,
    /// The one collider's user data.
    pub collider1_data: i64,
    /// The other collider's.
    pub collider2_data: i64,
    /// x of the middle of where they touch, weighed by what each point pushes, after the step; 0 as all that follows
    /// where they stopped touching or one is a sensor.
    pub x: f64,
    /// y of that place.
    pub y: f64,
    /// x of the unit vector that points from the one collider to the other there.
    pub normal_x: f64,
    /// y of that vector.
    pub normal_y: f64,
    /// The sum of what their points pushed along the normal in the step, in N·s; divided by the step's length, the force.
    pub impulse: f64,
    /// The speed in m/s at which they came together as the step began, where they were closest: how hard the hit was.
    /// 0 in force events.
    pub speed: f64,
}

/// The part of a body that is in fluids.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtSubmergedPart {
    /// Its area in m².
    pub area: f64,
    /// x of its centre, 0 where there is none.
    pub x: f64,
    /// y of its centre.
    pub y: f64,
}

/// What a joint does to its second body, and the opposite to its first.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtJointForce {
    /// x of the force in N.
    pub x: f64,
    /// y of the force.
    pub y: f64,
    /// The torque in N·m about the joint's point of the second body.
    pub torque: f64,
}

/// The collider closest to a point.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtNearestCollider {
    /// True where one is near enough.
    pub found: bool,
    /// The collider, 0 for none.
    pub collider: i64,
    /// The distance to it in metres, 0 from inside.
    pub distance: f64,
    /// x of its point that is closest; the point itself from inside.
    pub x: f64,
    /// y of that point.
    pub y: f64,
    /// True where the point is inside.
    pub inside: bool,
}

unsafe extern "C" {
    /// Makes an empty world with this gravity in m/s², (0, −9.81) on Earth with y up. The caller frees it.
    ///
    /// Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
    pub safe fn rt_rapier2d_world_new(gravity_x: f64, gravity_y: f64) -> i64;
    /// Frees the world with all its bodies, colliders and joints, whose handles are stale at once. Waits for a
    /// step that another thread has under way. Contacts and events that were taken from it live on.
    ///
    /// `world` is a world, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_world_free(world: i64) -> bool;
    /// Advances the world by `dt` seconds, above 0 and at most 1. Steps of equal length, 1/60 or 1/120, behave
    /// best. Speeds above 400 m/s (see `rt_rapier2d_world_set_max_speed`) and turns of more than 45° a substep
    /// (see `rt_rapier2d_body_set_fast_rotation`) are cut down to that.
    ///
    /// Where memory is short it fails and changes nothing. Where so much begins to touch that memory turns out to be short
    /// in the middle of the step, it fails too, and the world can only be read and freed from then on.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_step(world: i64, dt: f64) -> bool;
    /// Changes the gravity, in m/s², and wakes every body.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_set_gravity(world: i64, x: f64, y: f64) -> bool;
    /// Makes a dynamic body: gravity, forces and contacts move it. It weighs what its colliders weigh, or what
    /// `rt_rapier2d_body_set_mass` says; without either, neither gravity nor forces move it. The world owns it.
    ///
    /// `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
    pub safe fn rt_rapier2d_body_new_dynamic(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    /// Makes a static body: nothing moves it but `rt_rapier2d_body_set_position`. The world owns it.
    ///
    /// `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
    pub safe fn rt_rapier2d_body_new_static(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    /// Makes a kinematic body: it moves at the velocity that it is given, or where `rt_rapier2d_body_move_to` sends it,
    /// pushes dynamic bodies, and is pushed by none. The world owns it.
    ///
    /// `world` is a world. Returns a body; free it with rt_rapier2d_body_free. On failure: 0.
    pub safe fn rt_rapier2d_body_new_kinematic(world: i64, x: f64, y: f64, rotation: f64) -> i64;
    /// Frees the body with its colliders and joints, whose handles are stale at once.
    ///
    /// `world` is a world. `handle` is a body, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_body_free(world: i64, handle: i64) -> bool;
    /// Returns where the body is now.
    ///
    /// `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
    pub safe fn rt_rapier2d_body_get_position(world: i64, handle: i64) -> RtBodyPosition;
    /// As [`rt_rapier2d_body_get_position`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_position_into(world: i64, handle: i64, out: *mut RtBodyPosition) -> bool;
    /// Puts the body somewhere at once, without moving through what is between, and wakes it. Its velocity
    /// stays. Queries see it there from now on.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_position(world: i64, handle: i64, x: f64, y: f64, rotation: f64) -> bool;
    /// Returns how fast the body moves.
    ///
    /// `world` is a world. `handle` is a body. On failure: vx 0.0, vy 0.0, angular 0.0.
    pub safe fn rt_rapier2d_body_get_velocity(world: i64, handle: i64) -> RtBodyVelocity;
    /// As [`rt_rapier2d_body_get_velocity`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_velocity_into(world: i64, handle: i64, out: *mut RtBodyVelocity) -> bool;
    /// Gives a dynamic or kinematic body a velocity and wakes it. A kinematic body keeps it until it is given
    /// another.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_velocity(world: i64, handle: i64, vx: f64, vy: f64, angular: f64) -> bool;
    /// Pushes a dynamic body at its centre of mass with a force in newtons, during the next step only: call
    /// again before each step for a lasting push. Forces of several calls add up. A sleeping body that is not
    /// woken by it does not move.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_force(world: i64, handle: i64, fx: f64, fy: f64, wake_up: bool) -> bool;
    /// Changes a dynamic body's velocity at once by an impulse in newton seconds at its centre of mass.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_impulse(world: i64, handle: i64, ix: f64, iy: f64, wake_up: bool) -> bool;
    /// Turns a dynamic body with a torque in newton metres, counter-clockwise, during the next step only. A body
    /// without colliders has no moment of inertia and does not turn.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_torque(world: i64, handle: i64, torque: f64, wake_up: bool) -> bool;
    /// Makes the body weigh `mass` kilograms in all, whatever colliders it has or gets; its moment of inertia is
    /// that of its colliders, scaled to this mass.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_mass(world: i64, handle: i64, mass: f64) -> bool;
    /// Returns what the body weighs in kilograms: what it was given, else the sum of its colliders.
    ///
    /// `world` is a world. `handle` is a body. On failure: 0.0.
    pub safe fn rt_rapier2d_body_get_mass(world: i64, handle: i64) -> f64;
    /// Sets how fast the body's velocity fades, per second: with no force it falls to 1/(1 + damping·dt) in dt. 0 in a new
    /// body.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_linear_damping(world: i64, handle: i64, damping: f64) -> bool;
    /// Sets how fast the body's spin fades, per second, as with linear damping. 0 in a new body.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_angular_damping(world: i64, handle: i64, damping: f64) -> bool;
    /// Tells whether the body rests and is left out of the simulation until something wakes it.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_is_sleeping(world: i64, handle: i64) -> bool;
    /// Wakes the body.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_wake_up(world: i64, handle: i64) -> bool;
    /// Makes a circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no offset,
    /// is solid, and belongs to and meets all groups.
    ///
    /// `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
    /// failure: 0.
    pub safe fn rt_rapier2d_collider_new_circle(world: i64, body: i64, radius: f64) -> i64;
    /// Makes a box of twice these sizes about the body's origin. Static boxes and convex polygons side by side make ground
    /// without seams where they are flush to 0.005 length units: what stands, slides or rolls on one of them does not feel
    /// the corners of the next. What falls right onto a seam still does, and seams between bodies that move are felt; one
    /// polygon or one chain has none at all.
    ///
    /// `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
    /// failure: 0.
    pub safe fn rt_rapier2d_collider_new_box(world: i64, body: i64, half_width: f64, half_height: f64) -> i64;
    /// Makes a capsule about the body's origin: all points no farther than `radius` from the segment that goes from
    /// `half_height` below to `half_height` above it, along the body's y axis.
    ///
    /// `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
    /// failure: 0.
    pub safe fn rt_rapier2d_collider_new_capsule(world: i64, body: i64, half_height: f64, radius: f64) -> i64;
    /// Makes a polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least 3
    /// points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is; another, of
    /// up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all the same.
    ///
    /// `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
    /// failure: 0.
    pub fn rt_rapier2d_collider_new_polygon(world: i64, body: i64, vertices: *const f64, vertices_len: i64) -> i64;
    /// Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
    ///
    /// `world` is a world. `handle` is a collider, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_collider_free(world: i64, handle: i64) -> bool;
    /// Moves and turns the collider relative to its body.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_offset(world: i64, handle: i64, x: f64, y: f64, rotation: f64) -> bool;
    /// Sets how much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of theirs.
    /// What lands flat on two corners at once comes back slower, a box to three quarters of the height: the solver works
    /// through the corners one after the other.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_restitution(world: i64, handle: i64, coef: f64) -> bool;
    /// Sets the coefficient of friction. Two colliders that meet use the average of theirs. A change wakes no body: wake
    /// what rests there.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_friction(world: i64, handle: i64, coef: f64) -> bool;
    /// Sets the density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_density(world: i64, handle: i64, density: f64) -> bool;
    /// Makes a collider a sensor, or a plain one again. A sensor feels what touches it
    /// (`rt_rapier2d_world_intersection_test`, collision events) without stopping it: it makes no contacts, and rays pass
    /// through. It still weighs what its density says.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_sensor(world: i64, handle: i64, is_sensor: bool) -> bool;
    /// Returns the touching points after the last step, at the places where the colliders are now, as an object that the
    /// caller frees with `rt_rapier2d_contacts_free`: it does not change with the world. Sensors make none.
    ///
    /// `world` is a world. Returns a contacts; free it with rt_rapier2d_contacts_free. On failure: 0.
    pub safe fn rt_rapier2d_world_get_contacts(world: i64) -> i64;
    /// Returns how many touching points there are.
    ///
    /// `contacts` is a contacts. On failure: -1.
    pub safe fn rt_rapier2d_contacts_count(contacts: i64) -> i64;
    /// Returns the touching point at `index`.
    ///
    /// `contacts` is a contacts. On failure: collider1 0, collider2 0, point_x 0.0, point_y 0.0, normal_x
    /// 0.0, normal_y 0.0, penetration 0.0.
    pub safe fn rt_rapier2d_contacts_get(contacts: i64, index: i64) -> RtContact;
    /// As [`rt_rapier2d_contacts_get`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_contacts_get_into(contacts: i64, index: i64, out: *mut RtContact) -> bool;
    /// Frees the contacts.
    ///
    /// `contacts` is a contacts, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_contacts_free(contacts: i64) -> bool;
    /// Tells whether the two colliders overlap or touch as they are now, whatever their groups and whether or not they are
    /// sensors.
    ///
    /// `world` is a world. `collider1` is a collider. `collider2` is a collider. On failure: false.
    pub safe fn rt_rapier2d_world_intersection_test(world: i64, collider1: i64, collider2: i64) -> bool;
    /// Finds the first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres, which
    /// may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit nothing is no failure.
    ///
    /// `world` is a world. On failure: hit false, collider 0, distance 0.0.
    pub safe fn rt_rapier2d_world_cast_ray(world: i64, origin_x: f64, origin_y: f64, dir_x: f64, dir_y: f64, max_dist: f64) -> RtRayHit;
    /// As [`rt_rapier2d_world_cast_ray`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_ray_into(world: i64, origin_x: f64, origin_y: f64, dir_x: f64, dir_y: f64, max_dist: f64, out: *mut RtRayHit) -> bool;
    /// Holds two points, one of each body and in that body's coordinates, `distance` metres apart, above 0: a
    /// massless rod. Bodies that a joint ties still collide with each other; see
    /// `rt_rapier2d_joint_set_contacts`. The world owns the joint.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_distance(world: i64, body1: i64, body2: i64, anchor1_x: f64, anchor1_y: f64, anchor2_x: f64, anchor2_y: f64, distance: f64) -> i64;
    /// Makes a hinge at a point of the world, which both bodies keep there. Its angle is 0 as they are now and grows as
    /// `body2` turns counter-clockwise.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_revolute(world: i64, body1: i64, body2: i64, anchor_x: f64, anchor_y: f64) -> i64;
    /// Lets `body2` slide along an axis, given in `body1`'s coordinates with any length but 0, without turning.
    /// Its position is 0 m as they are now and grows along the axis.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_prismatic(world: i64, body1: i64, body2: i64, axis_x: f64, axis_y: f64) -> i64;
    /// Keeps two bodies as they are now relative to each other.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_fixed(world: i64, body1: i64, body2: i64) -> i64;
    /// Frees the joint; its bodies go on without it, awake.
    ///
    /// `world` is a world. `handle` is a joint, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_joint_free(world: i64, handle: i64) -> bool;
    /// Keeps a revolute joint's angle (radians, less than a full turn apart), a prismatic joint's position (metres) or a
    /// wheel's position along its axis from `min` to `max`.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_limits(world: i64, joint: i64, min: f64, max: f64) -> bool;
    /// Drives a revolute or a wheel's joint towards `target_vel` rad/s, or a prismatic one towards m/s, with a torque (N·m)
    /// or force (N) of at most `max_force`, which may be infinite. With 0 the joint moves freely. A speed of 0 is a brake.
    /// The motor makes up for what it falls behind, up to 0.02 rad or length units, and so turns as far as it should under
    /// load, and a brake does not creep; to catch up it goes faster than its speed for a few steps. It cannot hold what is
    /// all mass at a distance, a weight without extent at the end of a long arm: give it some moment of inertia.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_motor(world: i64, joint: i64, target_vel: f64, max_force: f64) -> bool;
    /// Returns how many bodies the world has.
    ///
    /// `world` is a world. On failure: -1.
    pub safe fn rt_rapier2d_world_body_count(world: i64) -> i64;
    /// Returns how many colliders the world has.
    ///
    /// `world` is a world. On failure: -1.
    pub safe fn rt_rapier2d_world_collider_count(world: i64) -> i64;
    /// Returns how many joints the world has.
    ///
    /// `world` is a world. On failure: -1.
    pub safe fn rt_rapier2d_world_joint_count(world: i64) -> i64;
    /// Returns why this thread's last failed rapier2d call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_rapier2d_get_last_error() -> *mut c_char;
    /// Returns what moves the body: 0 dynamic, 1 static, 2 kinematic; −1 on failure.
    ///
    /// `world` is a world. `handle` is a body. On failure: -1.
    pub safe fn rt_rapier2d_body_get_type(world: i64, handle: i64) -> i64;
    /// Changes what moves the body: 0 dynamic, 1 static, 2 kinematic. Wakes it.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_type(world: i64, handle: i64, body_type: i64) -> bool;
    /// Takes the body with its colliders and joints out of the simulation, or puts it back in. A step does so
    /// itself with a body whose numbers have grown beyond all bounds.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_enabled(world: i64, handle: i64, enabled: bool) -> bool;
    /// Tells whether the body is in the simulation.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_is_enabled(world: i64, handle: i64) -> bool;
    /// Sets a number of the host's own, kept with the body and in snapshots; 0 in a new body.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_user_data(world: i64, handle: i64, user_data: i64) -> bool;
    /// Returns the number that `rt_rapier2d_body_set_user_data` left; 0 on failure.
    ///
    /// `world` is a world. `handle` is a body. On failure: 0.
    pub safe fn rt_rapier2d_body_get_user_data(world: i64, handle: i64) -> i64;
    /// Returns the handles of the body's colliders.
    ///
    /// `world` is a world. `handle` is a body. Release what it returns with rt_i64_array_free. On failure:
    /// an empty array.
    pub safe fn rt_rapier2d_body_get_colliders(world: i64, handle: i64) -> RtI64Array;
    /// As [`rt_rapier2d_body_get_colliders`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_colliders_into(world: i64, handle: i64, out: *mut RtI64Array) -> bool;
    /// Pushes a dynamic body with a force in newtons at a point of the world, during the next step only.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_force_at(world: i64, handle: i64, fx: f64, fy: f64, x: f64, y: f64, wake_up: bool) -> bool;
    /// Changes a dynamic body's velocity and spin at once by an impulse in newton seconds at a point of the
    /// world.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_impulse_at(world: i64, handle: i64, ix: f64, iy: f64, x: f64, y: f64, wake_up: bool) -> bool;
    /// Changes a dynamic body's spin at once by an angular impulse in newton metre seconds.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_apply_angular_impulse(world: i64, handle: i64, impulse: f64, wake_up: bool) -> bool;
    /// Returns the body's moment of inertia about its centre of mass in kg·m²; 0 where it has none and does not turn.
    ///
    /// `world` is a world. `handle` is a body. On failure: 0.0.
    pub safe fn rt_rapier2d_body_get_inertia(world: i64, handle: i64) -> f64;
    /// Returns the body's centre of mass, as a point of the world.
    ///
    /// `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0.
    pub safe fn rt_rapier2d_body_get_center_of_mass(world: i64, handle: i64) -> RtPhysicsVector;
    /// As [`rt_rapier2d_body_get_center_of_mass`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_center_of_mass_into(world: i64, handle: i64, out: *mut RtPhysicsVector) -> bool;
    /// Sends a kinematic body somewhere: the next step moves it there, pushing what is in the way as fast as
    /// that takes, and then it stands still.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_move_to(world: i64, handle: i64, x: f64, y: f64, rotation: f64) -> bool;
    /// Returns where the body will be after `dt` seconds, 0 to 1, at its present velocity, were nothing in the way.
    ///
    /// `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
    pub safe fn rt_rapier2d_body_predict_position(world: i64, handle: i64, dt: f64) -> RtBodyPosition;
    /// As [`rt_rapier2d_body_predict_position`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_predict_position_into(world: i64, handle: i64, dt: f64, out: *mut RtBodyPosition) -> bool;
    /// Multiplies the gravity that acts on the body; 1 in a new body, 0 for none, below 0 to rise. Wakes it.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_gravity_scale(world: i64, handle: i64, scale: f64) -> bool;
    /// Keeps the body from turning, or lets it turn again.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_lock_rotation(world: i64, handle: i64, locked: bool) -> bool;
    /// Keeps the body from moving along the world's x or y axis, or lets it move there again. Wakes it. What is locked has,
    /// to contacts and forces along that axis, no end of mass.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_lock_translation(world: i64, handle: i64, lock_x: bool, lock_y: bool) -> bool;
    /// Turns full continuous collision detection on or off for a fast dynamic body: between two steps it does not pass
    /// through slow bodies that can move either. Static colliders stop every fast body as it is. Others are looked at where
    /// they are as the step begins: two bodies that are both fast may pass through each other all the same, and a fast
    /// kinematic body sweeps over what is in its way, what sleeps there sooner, as it wakes a step too late. Steps so short
    /// that neither moves by more than the thinner one's half size help.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_ccd(world: i64, handle: i64, enabled: bool) -> bool;
    /// Lets the body turn by more than 45° in a substep, of which a step has 4: a wheel, say. A new body may not,
    /// so that continuous collision detection stays exact.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_fast_rotation(world: i64, handle: i64, allowed: bool) -> bool;
    /// Sets whether the body falls asleep when it rests, as a new one does.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_can_sleep(world: i64, handle: i64, can_sleep: bool) -> bool;
    /// Sets when this body falls asleep, as `rt_rapier2d_world_set_sleep` says for all others: once no point of it has
    /// moved at `speed` or more, in m/s, for `seconds`; 0 and above. Wakes it.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_sleep(world: i64, handle: i64, speed: f64, seconds: f64) -> bool;
    /// Returns the handles of all bodies, in the order of all bulk calls: it changes only when bodies come and go, and a
    /// restored world has the same.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_bodies(world: i64) -> RtI64Array;
    /// As [`rt_rapier2d_world_get_bodies`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_bodies_into(world: i64, out: *mut RtI64Array) -> bool;
    /// Returns the handles of all colliders, in an order that a restored world shares.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_colliders(world: i64) -> RtI64Array;
    /// As [`rt_rapier2d_world_get_colliders`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_colliders_into(world: i64, out: *mut RtI64Array) -> bool;
    /// Returns the handles of all joints, in an order that a restored world shares.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_joints(world: i64) -> RtI64Array;
    /// As [`rt_rapier2d_world_get_joints`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_joints_into(world: i64, out: *mut RtI64Array) -> bool;
    /// Returns where all bodies are: x, y and rotation of each, in the order of `rt_rapier2d_world_get_bodies`.
    ///
    /// `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_transforms(world: i64) -> RtF64Array;
    /// As [`rt_rapier2d_world_get_transforms`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_transforms_into(world: i64, out: *mut RtF64Array) -> bool;
    /// Returns how fast all bodies move: vx, vy and spin of each, in the order of `rt_rapier2d_world_get_bodies`.
    ///
    /// `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_velocities(world: i64) -> RtF64Array;
    /// As [`rt_rapier2d_world_get_velocities`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_velocities_into(world: i64, out: *mut RtF64Array) -> bool;
    /// Returns where all bodies are as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16
    /// bytes each, in the order of `rt_rapier2d_world_get_bodies`.
    ///
    /// `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_transform_bytes(world: i64) -> RtBytes;
    /// As [`rt_rapier2d_world_get_transform_bytes`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_transform_bytes_into(world: i64, out: *mut RtBytes) -> bool;
    /// Finds the first collider that a box of twice these sizes touches on its way from a place along a direction, without
    /// turning, selective as in `rt_rapier2d_world_cast_ray_filtered`. The distance is how far it goes; x and y are the middle
    /// of where it then touches the collider. What it overlaps as it begins by more than 0.01 length units stops it at once,
    /// with a normal of 0, 0; what it overlaps by less, or touches, stops it only where it goes deeper: what stands on the
    /// ground can look along it.
    ///
    /// `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
    /// 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_world_cast_box(world: i64, x: f64, y: f64, rotation: f64, half_width: f64, half_height: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> RtCastHit;
    /// As [`rt_rapier2d_world_cast_box`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_box_into(world: i64, x: f64, y: f64, rotation: f64, half_width: f64, half_height: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64, out: *mut RtCastHit) -> bool;
    /// Finds the first collider that a capsule touches on its way, as `rt_rapier2d_world_cast_box` does: all points no
    /// farther than `radius` from the segment that goes from `half_height` below to `half_height` above a place, turned by
    /// `rotation`.
    ///
    /// `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
    /// 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_world_cast_capsule(world: i64, x: f64, y: f64, rotation: f64, half_height: f64, radius: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> RtCastHit;
    /// As [`rt_rapier2d_world_cast_capsule`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_capsule_into(world: i64, x: f64, y: f64, rotation: f64, half_height: f64, radius: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64, out: *mut RtCastHit) -> bool;
    /// Finds the first collider that a polygon touches on its way, as `rt_rapier2d_world_cast_box` does. Its outline is
    /// `vertices`, as that of `rt_rapier2d_collider_new_polygon`, about a place and turned by `rotation`.
    ///
    /// `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
    /// 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    pub fn rt_rapier2d_world_cast_polygon(world: i64, vertices: *const f64, vertices_len: i64, x: f64, y: f64, rotation: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> RtCastHit;
    /// As [`rt_rapier2d_world_cast_polygon`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_polygon_into(world: i64, vertices: *const f64, vertices_len: i64, x: f64, y: f64, rotation: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64, out: *mut RtCastHit) -> bool;
    /// Finds the first collider that this one would touch if it moved along a direction from where it is, without turning, as
    /// `rt_rapier2d_world_cast_box` does: of other bodies, of those its groups meet, and no sensors.
    ///
    /// `world` is a world. `handle` is a collider. On failure: hit false, collider 0, distance 0.0, x 0.0,
    /// y 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_collider_cast(world: i64, handle: i64, dir_x: f64, dir_y: f64, max_dist: f64) -> RtCastHit;
    /// As [`rt_rapier2d_collider_cast`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collider_cast_into(world: i64, handle: i64, dir_x: f64, dir_y: f64, max_dist: f64, out: *mut RtCastHit) -> bool;
    /// Finds the first collider that the body would touch with any of its colliders if it moved along a direction from where
    /// it is, without turning, as `rt_rapier2d_collider_cast` does for one of them. Its sensors do not count; a body without
    /// other colliders hits nothing.
    ///
    /// `world` is a world. `handle` is a body. On failure: hit false, collider 0, distance 0.0, x 0.0, y
    /// 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_body_cast(world: i64, handle: i64, dir_x: f64, dir_y: f64, max_dist: f64) -> RtCastHit;
    /// As [`rt_rapier2d_body_cast`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_cast_into(world: i64, handle: i64, dir_x: f64, dir_y: f64, max_dist: f64, out: *mut RtCastHit) -> bool;
    /// Finds all colliders on a ray, each where the ray meets it first, in the order of their distances: an object that the
    /// caller frees with `rt_rapier2d_cast_hits_free`. Selective as in `rt_rapier2d_world_cast_ray_filtered`.
    ///
    /// `world` is a world. `exclude_body` is a body. Returns a cast hits; free it with
    /// rt_rapier2d_cast_hits_free. On failure: 0.
    pub safe fn rt_rapier2d_world_cast_ray_all(world: i64, origin_x: f64, origin_y: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> i64;
    /// Returns how many hits there are.
    ///
    /// `hits` is a cast hits. On failure: -1.
    pub safe fn rt_rapier2d_cast_hits_count(hits: i64) -> i64;
    /// Returns the hit at `index`, from 0.
    ///
    /// `hits` is a cast hits. On failure: hit false, collider 0, distance 0.0, x 0.0, y 0.0, normal_x 0.0,
    /// normal_y 0.0.
    pub safe fn rt_rapier2d_cast_hits_get(hits: i64, index: i64) -> RtCastHit;
    /// As [`rt_rapier2d_cast_hits_get`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_cast_hits_get_into(hits: i64, index: i64, out: *mut RtCastHit) -> bool;
    /// Returns the collider of each hit.
    ///
    /// `hits` is a cast hits. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_cast_hits_colliders(hits: i64) -> RtI64Array;
    /// As [`rt_rapier2d_cast_hits_colliders`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_cast_hits_colliders_into(hits: i64, out: *mut RtI64Array) -> bool;
    /// Returns five numbers of each hit: its distance, x and y of the place, x and y of the normal.
    ///
    /// `hits` is a cast hits. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_cast_hits_values(hits: i64) -> RtF64Array;
    /// As [`rt_rapier2d_cast_hits_values`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_cast_hits_values_into(hits: i64, out: *mut RtF64Array) -> bool;
    /// Frees the hits.
    ///
    /// `hits` is a cast hits, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_cast_hits_free(hits: i64) -> bool;
    /// Moves a kinematic body as a character: by (x, y) metres, as far as it gets, in the next step, which takes `dt`
    /// seconds. It slides along what it meets, climbs slopes and steps, and keeps to the ground, as the functions beside
    /// this one say. The caller adds gravity to the way itself. Its one collider that is no sensor is its shape; it does not
    /// turn. Call it once before each step; the returned way is what it goes. One-way colliders, ignored pairs and groups
    /// count for it, sensors do not.
    ///
    /// `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, grounded false, sliding false.
    pub safe fn rt_rapier2d_body_move_character(world: i64, handle: i64, x: f64, y: f64, dt: f64) -> RtCharacterMovement;
    /// As [`rt_rapier2d_body_move_character`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_move_character_into(world: i64, handle: i64, x: f64, y: f64, dt: f64, out: *mut RtCharacterMovement) -> bool;
    /// Returns what the character met on its last way, in that order: an object that the caller frees with
    /// `rt_rapier2d_cast_hits_free`. The distance of a hit is how far it had come.
    ///
    /// `world` is a world. `handle` is a body. Returns a cast hits; free it with
    /// rt_rapier2d_cast_hits_free. On failure: 0.
    pub safe fn rt_rapier2d_body_get_character_hits(world: i64, handle: i64) -> i64;
    /// Sets which direction is up to the character, of any length but 0: (0, 1) at first.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_up(world: i64, handle: i64, x: f64, y: f64) -> bool;
    /// Sets the steepest slope, in radians from 0 to π/2, that the character climbs, and the one from which on it slides
    /// down when it is pushed down: π/4 both at first.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_slopes(world: i64, handle: i64, climb: f64, slide: f64) -> bool;
    /// Lets the character climb steps of up to `height` metres on which there is room for `width` metres of it; on dynamic
    /// bodies too where `dynamic` is true. A height of 0, as at first, for none.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_steps(world: i64, handle: i64, height: f64, width: f64, dynamic: bool) -> bool;
    /// Keeps the character on the ground where that falls away by up to `distance` metres, as long as it does not move up:
    /// a fifth of its height at first, 0 for not at all.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_snap(world: i64, handle: i64, distance: f64) -> bool;
    /// Sets the gap in metres that the character keeps to all it meets, above 0: a hundredth of its height at first.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_gap(world: i64, handle: i64, gap: f64) -> bool;
    /// Lets the character push dynamic bodies that it runs into as if it weighed `mass` kg; 0, as at first, for not at all.
    ///
    /// `world` is a world. `handle` is a body. On failure: false.
    pub safe fn rt_rapier2d_body_set_character_mass(world: i64, handle: i64, mass: f64) -> bool;
    /// Makes a chain of edges through `vertices`, x, y pairs in the body's coordinates, at least 2 points, or 3 where
    /// `closed` leads from the last back to the first: ground of any shape, without seams. What slides over its points
    /// feels none, where boxes side by side push at what crosses their seams. Its right side is its outside, seen along it:
    /// only what comes from there is stopped. So ground goes from right to left, a height field is such a chain whose x
    /// falls, a solid outline goes counter-clockwise, and a room clockwise. It weighs nothing and has no inside: queries
    /// see lines. For static bodies, mostly; two chains do not meet.
    ///
    /// `world` is a world. `body` is a body. Returns a collider; free it with rt_rapier2d_collider_free. On
    /// failure: 0.
    pub fn rt_rapier2d_collider_new_chain(world: i64, body: i64, vertices: *const f64, vertices_len: i64, closed: bool) -> i64;
    /// Sets which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it meets, 32
    /// of them, a bit each. Two colliders meet where each one's filter has a group of the other.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_groups(world: i64, handle: i64, memberships: i64, filter: i64) -> bool;
    /// Returns where the collider is in the world.
    ///
    /// `world` is a world. `handle` is a collider. On failure: x 0.0, y 0.0, rotation 0.0.
    pub safe fn rt_rapier2d_collider_get_position(world: i64, handle: i64) -> RtBodyPosition;
    /// As [`rt_rapier2d_collider_get_position`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collider_get_position_into(world: i64, handle: i64, out: *mut RtBodyPosition) -> bool;
    /// Returns the handle of the body that the collider belongs to.
    ///
    /// `world` is a world. `handle` is a collider. Returns a body. On failure: 0.
    pub safe fn rt_rapier2d_collider_get_body(world: i64, handle: i64) -> i64;
    /// Sets a number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_user_data(world: i64, handle: i64, user_data: i64) -> bool;
    /// Returns the number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
    ///
    /// `world` is a world. `handle` is a collider. On failure: 0.
    pub safe fn rt_rapier2d_collider_get_user_data(world: i64, handle: i64) -> i64;
    /// Sets how the friction and the restitution of two colliders that meet become one: `CombineRule` numbers, 0, the
    /// average, in a new collider. Where the two colliders have different rules, the later one in that list counts: the
    /// geometric mean before the sum, the maximum, the product, the minimum and the average. Acts on contacts from the next
    /// step on; it wakes no body.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_combine_rules(world: i64, handle: i64, friction: i64, restitution: i64) -> bool;
    /// Sets which colliders this one pushes, and is pushed by, among those that it meets: groups as those of
    /// `rt_rapier2d_collider_set_groups`. Two colliders that meet by those groups, but not by these, still make contacts and
    /// events, and pass through each other.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_solver_groups(world: i64, handle: i64, memberships: i64, filter: i64) -> bool;
    /// Makes the collider stop only what comes from the side to which (x, y) points, a direction of any length in the
    /// collider's own coordinates: a platform that one can jump through from below has (0, 1). (0, 0) makes it stop
    /// everything again, as a new collider does. What touches it within 45° of that direction from outside is stopped, and
    /// whatever else touches it passes until it is out again. To let something fall through that stands on it, see
    /// `rt_rapier2d_world_ignore_pair`.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_one_way(world: i64, handle: i64, x: f64, y: f64) -> bool;
    /// Lets two colliders pass through each other without contacts or events, or meet again, from the next step on; wakes
    /// their bodies. Queries still see both.
    ///
    /// `world` is a world. `collider1` is a collider. `collider2` is a collider. On failure: false.
    pub safe fn rt_rapier2d_world_ignore_pair(world: i64, collider1: i64, collider2: i64, ignored: bool) -> bool;
    /// Does what `rt_rapier2d_world_ignore_pair` does for all colliders that the two bodies have now.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. On failure: false.
    pub safe fn rt_rapier2d_world_ignore_bodies(world: i64, body1: i64, body2: i64, ignored: bool) -> bool;
    /// Sets the force in N above which the collider's contacts with another one are told by
    /// `rt_rapier2d_world_get_force_events`; infinity, in a new collider, for never. Of two colliders the lower threshold
    /// counts. The force is the sum of what their points push, averaged over the step: a ball that falls on a floor pushes
    /// once with its momentum divided by the step's length, and rests with its weight.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_force_threshold(world: i64, handle: i64, force: f64) -> bool;
    /// Returns all touching points at once: point x, y, normal x, y and penetration of each.
    ///
    /// `contacts` is a contacts. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_contacts_values(contacts: i64) -> RtF64Array;
    /// As [`rt_rapier2d_contacts_values`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_contacts_values_into(contacts: i64, out: *mut RtF64Array) -> bool;
    /// Returns the two colliders of each touching point, in the same order.
    ///
    /// `contacts` is a contacts. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_contacts_colliders(contacts: i64) -> RtI64Array;
    /// As [`rt_rapier2d_contacts_colliders`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_contacts_colliders_into(contacts: i64, out: *mut RtI64Array) -> bool;
    /// Returns all touching points as packed 32-bit floats for a GPU's buffer: point x, y and normal x, y, 16 bytes each.
    ///
    /// `contacts` is a contacts. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_rapier2d_contacts_bytes(contacts: i64) -> RtBytes;
    /// As [`rt_rapier2d_contacts_bytes`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_contacts_bytes_into(contacts: i64, out: *mut RtBytes) -> bool;
    /// Returns the world as lines to look at, five numbers each: x and y of one end, x and y of the other, and the colour as
    /// 0xRRGGBBAA. `what` is a sum of `DebugPart` numbers. The colours tell what moves a body, and which sleep or are
    /// disabled: rapier's own. Draw them as they are, or as a path by `rt_rapier2d_world_get_debug_svg`.
    ///
    /// `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_debug_lines(world: i64, what: i64) -> RtF64Array;
    /// As [`rt_rapier2d_world_get_debug_lines`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_debug_lines_into(world: i64, what: i64, out: *mut RtF64Array) -> bool;
    /// Returns the lines of `rt_rapier2d_world_get_debug_lines` without their colours as the path data of SVG, for
    /// `rt_lyon_path_from_svg`: stroke it to see the world.
    ///
    /// `world` is a world. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_rapier2d_world_get_debug_svg(world: i64, what: i64) -> *mut c_char;
    /// Returns what started and stopped touching during the last step, sensors included: an object that the caller frees
    /// with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies that are both
    /// static, or a static and a kinematic one, or two kinematic ones, make none unless one of the two colliders is a
    /// sensor; two static bodies make none at all.
    ///
    /// `world` is a world. Returns a collision events; free it with rt_rapier2d_collision_events_free. On
    /// failure: 0.
    pub safe fn rt_rapier2d_world_get_collision_events(world: i64) -> i64;
    /// Returns the pairs of colliders that pressed on each other during the last step with a force above the threshold that
    /// `rt_rapier2d_collider_set_force_threshold` gave one of them, as an object like that of
    /// `rt_rapier2d_world_get_collision_events`, which the caller frees with `rt_rapier2d_collision_events_free`. Here
    /// `started` is true where they did not in the step before, and the force is the details' impulse divided by the
    /// step's length.
    ///
    /// `world` is a world. Returns a collision events; free it with rt_rapier2d_collision_events_free. On
    /// failure: 0.
    pub safe fn rt_rapier2d_world_get_force_events(world: i64) -> i64;
    /// Returns how many events there are.
    ///
    /// `events` is a collision events. On failure: -1.
    pub safe fn rt_rapier2d_collision_events_count(events: i64) -> i64;
    /// Returns the event at `index`, in the order they happened.
    ///
    /// `events` is a collision events. On failure: collider1 0, collider2 0, started false, sensor false.
    pub safe fn rt_rapier2d_collision_events_get(events: i64, index: i64) -> RtCollisionEvent;
    /// As [`rt_rapier2d_collision_events_get`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_get_into(events: i64, index: i64, out: *mut RtCollisionEvent) -> bool;
    /// Returns which bodies met in the event at `index`, where and how hard.
    ///
    /// `events` is a collision events. On failure: body1 0, body2 0, body1_data 0, body2_data 0,
    /// collider1_data 0, collider2_data 0, x 0.0, y 0.0, normal_x 0.0, normal_y 0.0, impulse 0.0, speed
    /// 0.0.
    pub safe fn rt_rapier2d_collision_events_get_details(events: i64, index: i64) -> RtCollisionDetails;
    /// As [`rt_rapier2d_collision_events_get_details`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_get_details_into(events: i64, index: i64, out: *mut RtCollisionDetails) -> bool;
    /// Returns the two colliders of each event.
    ///
    /// `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_collision_events_colliders(events: i64) -> RtI64Array;
    /// As [`rt_rapier2d_collision_events_colliders`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_colliders_into(events: i64, out: *mut RtI64Array) -> bool;
    /// Returns the two bodies of each event, in the same order.
    ///
    /// `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_collision_events_bodies(events: i64) -> RtI64Array;
    /// As [`rt_rapier2d_collision_events_bodies`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_bodies_into(events: i64, out: *mut RtI64Array) -> bool;
    /// Returns the host's own numbers of each event: those of the two bodies, then those of the two colliders.
    ///
    /// `events` is a collision events. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_collision_events_user_data(events: i64) -> RtI64Array;
    /// As [`rt_rapier2d_collision_events_user_data`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_user_data_into(events: i64, out: *mut RtI64Array) -> bool;
    /// Returns eight numbers of each event: 1 where it started, else 0; 1 where one is a sensor, else 0; x and y of the
    /// place; x and y of the normal; the impulse and the speed, all as in `rt_rapier2d_collision_events_get_details`.
    ///
    /// `events` is a collision events. Release what it returns with rt_f64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_collision_events_values(events: i64) -> RtF64Array;
    /// As [`rt_rapier2d_collision_events_values`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_values_into(events: i64, out: *mut RtF64Array) -> bool;
    /// Returns all events as records of 128 bytes in the machine's byte order: as 64-bit integers the two colliders, the two
    /// bodies, the bodies' and the colliders' user data, two each; then as 64-bit floats the eight numbers of
    /// `rt_rapier2d_collision_events_values`.
    ///
    /// `events` is a collision events. Release what it returns with rt_bytes_free. On failure: an empty
    /// array.
    pub safe fn rt_rapier2d_collision_events_bytes(events: i64) -> RtBytes;
    /// As [`rt_rapier2d_collision_events_bytes`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_collision_events_bytes_into(events: i64, out: *mut RtBytes) -> bool;
    /// Frees the events.
    ///
    /// `events` is a collision events, freed by this call. On failure: false.
    pub safe fn rt_rapier2d_collision_events_free(events: i64) -> bool;
    /// Makes a box or a polygon, convex or not, a fluid of `density` kg/m²: it becomes a sensor, and what dynamic bodies have
    /// in it is lifted by the weight of the fluid whose place it takes, at the middle of that place: exactly, circles and
    /// capsules too. `drag`, in N·s/m for each m², brakes its speed relative to the fluid's own, (flow_x, flow_y) m/s, and
    /// `angular_drag`, in N·m·s for each m², its spin; neither by more than that speed in a step. A density of 0 makes it a
    /// plain sensor again. What floats does not sleep. The fluid acts on what its groups meet.
    ///
    /// `world` is a world. `handle` is a collider. On failure: false.
    pub safe fn rt_rapier2d_collider_set_fluid(world: i64, handle: i64, density: f64, drag: f64, angular_drag: f64, flow_x: f64, flow_y: f64) -> bool;
    /// Returns how much of the body is in fluids now, and where the middle of that is.
    ///
    /// `world` is a world. `handle` is a body. On failure: area 0.0, x 0.0, y 0.0.
    pub safe fn rt_rapier2d_body_get_submerged(world: i64, handle: i64) -> RtSubmergedPart;
    /// As [`rt_rapier2d_body_get_submerged`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_submerged_into(world: i64, handle: i64, out: *mut RtSubmergedPart) -> bool;
    /// Has the world keep where all bodies were before the last step, or not, as a new world does. For hosts that step at a
    /// fixed rate and draw at another: what is left of the time that has passed, divided by the step's length, is the part
    /// that `rt_rapier2d_world_get_interpolated` takes.
    ///
    /// `world` is a world.
    pub safe fn rt_rapier2d_world_set_interpolation(world: i64, enabled: bool);
    /// Returns where all bodies are between the last two steps, from 0, before the last one, to 1, now: x, y and rotation of
    /// each, in the order of `rt_rapier2d_world_get_bodies`. A body that was put elsewhere since the last step is there. After
    /// `rt_rapier2d_world_set_interpolation` only.
    ///
    /// `world` is a world. Release what it returns with rt_f64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_interpolated(world: i64, part: f64) -> RtF64Array;
    /// As [`rt_rapier2d_world_get_interpolated`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_interpolated_into(world: i64, part: f64, out: *mut RtF64Array) -> bool;
    /// Returns the same as packed 32-bit floats for a GPU's buffer: x, y, cosine and sine of the rotation, 16 bytes each.
    ///
    /// `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_interpolated_bytes(world: i64, part: f64) -> RtBytes;
    /// As [`rt_rapier2d_world_get_interpolated_bytes`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_interpolated_bytes_into(world: i64, part: f64, out: *mut RtBytes) -> bool;
    /// Returns where one body is between the last two steps, as `rt_rapier2d_world_get_interpolated` does.
    ///
    /// `world` is a world. `handle` is a body. On failure: x 0.0, y 0.0, rotation 0.0.
    pub safe fn rt_rapier2d_body_get_interpolated(world: i64, handle: i64, part: f64) -> RtBodyPosition;
    /// As [`rt_rapier2d_body_get_interpolated`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_body_get_interpolated_into(world: i64, handle: i64, part: f64, out: *mut RtBodyPosition) -> bool;
    /// Sets whether the two bodies of the joint collide with each other, as they do at first.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_contacts(world: i64, joint: i64, enabled: bool) -> bool;
    /// Returns where the joint is: a revolute joint's angle in radians, above −π and up to π, a prismatic joint's position
    /// in metres, a wheel's along its axis, a distance joint's, spring's or rope's length.
    ///
    /// `world` is a world. `joint` is a joint. On failure: 0.0.
    pub safe fn rt_rapier2d_joint_get_position(world: i64, joint: i64) -> f64;
    /// Drives a revolute or a wheel's joint to the angle `target`, or a prismatic one to that position, as a spring does: with
    /// `stiffness` N·m/rad or N/m, above 0, times what is missing, less `damping` N·m·s or N·s/m times its speed, and at most
    /// `max_force`, which may be infinite. An angle is reached the short way round. It takes the place of
    /// `rt_rapier2d_joint_set_motor`, and that of it; a largest force of 0 lets the joint move freely.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_motor_position(world: i64, joint: i64, target: f64, stiffness: f64, damping: f64, max_force: f64) -> bool;
    /// Returns the force and the torque with which the joint acted on its second body at the end of the last step, its motor,
    /// spring and limits included. All 0 before the first step.
    ///
    /// `world` is a world. `joint` is a joint. On failure: x 0.0, y 0.0, torque 0.0.
    pub safe fn rt_rapier2d_joint_get_force(world: i64, joint: i64) -> RtJointForce;
    /// As [`rt_rapier2d_joint_get_force`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_joint_get_force_into(world: i64, joint: i64, out: *mut RtJointForce) -> bool;
    /// Sets what the joint bears: with a force above `force` N or a torque above `torque` N·m, as
    /// `rt_rapier2d_joint_get_force` tells them, it breaks at the end of that step. It is freed then, and its handle one of
    /// `rt_rapier2d_world_get_broken_joints`. Both are 0 or more; infinity, for a new joint, is for never.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_strength(world: i64, joint: i64, force: f64, torque: f64) -> bool;
    /// Returns the joints that broke in the last step. They are freed: their handles are stale, and only tell which they
    /// were.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_get_broken_joints(world: i64) -> RtI64Array;
    /// As [`rt_rapier2d_world_get_broken_joints`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_broken_joints_into(world: i64, out: *mut RtI64Array) -> bool;
    /// Sets a number of the host's own, kept with the joint and in snapshots; 0 in a new joint.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_user_data(world: i64, joint: i64, user_data: i64) -> bool;
    /// Returns the number that `rt_rapier2d_joint_set_user_data` left; 0 on failure.
    ///
    /// `world` is a world. `joint` is a joint. On failure: 0.
    pub safe fn rt_rapier2d_joint_get_user_data(world: i64, joint: i64) -> i64;
    /// Ties two points, one of each body and in that body's coordinates, by a spring of `length` metres at rest, 0 or more:
    /// it pulls and pushes with `stiffness` N/m, above 0, times what it is longer, and brakes with `damping` N·s/m times
    /// its speed. It is integrated so that no stiffness makes it unstable, which fades a swing a little also without damping,
    /// less the more iterations the world has. The world owns the joint.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_spring(world: i64, body1: i64, body2: i64, anchor1_x: f64, anchor1_y: f64, anchor2_x: f64, anchor2_y: f64, length: f64, stiffness: f64, damping: f64) -> i64;
    /// Keeps two points, one of each body and in that body's coordinates, no farther apart than `length` metres, above 0: a
    /// massless rope. The world owns the joint.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_rope(world: i64, body1: i64, body2: i64, anchor1_x: f64, anchor1_y: f64, anchor2_x: f64, anchor2_y: f64, length: f64) -> i64;
    /// Hangs `body2`, a wheel, on `body1`, a vehicle, at a point of the world where both are now: it turns freely there, and
    /// moves along the axis alone, given in `body1`'s coordinates with any length but 0, on a spring of `stiffness` N/m,
    /// above 0, and `damping` N·s/m, whose rest is where it is now. `rt_rapier2d_joint_set_motor` drives its turning,
    /// `rt_rapier2d_joint_set_limits` bounds how far it moves along the axis, and `rt_rapier2d_joint_set_spring` changes the
    /// spring. A critically damped spring has the damping 2·√(stiffness·mass). The world owns the joint.
    ///
    /// `world` is a world. `body1` is a body. `body2` is a body. Returns a joint; free it with
    /// rt_rapier2d_joint_free. On failure: 0.
    pub safe fn rt_rapier2d_joint_wheel(world: i64, body1: i64, body2: i64, anchor_x: f64, anchor_y: f64, axis_x: f64, axis_y: f64, stiffness: f64, damping: f64) -> i64;
    /// Changes the spring of a spring or a wheel: its `rest`, a length of 0 or more, or for a wheel the position along its
    /// axis; its `stiffness` in N/m, above 0; its `damping` in N·s/m. Wakes the bodies.
    ///
    /// `world` is a world. `joint` is a joint. On failure: false.
    pub safe fn rt_rapier2d_joint_set_spring(world: i64, joint: i64, rest: f64, stiffness: f64, damping: f64) -> bool;
    /// Casts a ray as `rt_rapier2d_world_cast_ray` does, and also says where it hits; it is selective: it hits what the
    /// groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and no collider
    /// of `exclude_body`, which may be 0.
    ///
    /// `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
    /// 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_world_cast_ray_filtered(world: i64, origin_x: f64, origin_y: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> RtCastHit;
    /// As [`rt_rapier2d_world_cast_ray_filtered`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_ray_filtered_into(world: i64, origin_x: f64, origin_y: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64, out: *mut RtCastHit) -> bool;
    /// Finds the first collider that a circle touches on its way from a point along a direction, selective as in
    /// `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes: 0 where it touches or overlaps
    /// something as it begins, whichever way it goes, and the normal then points from what it touches to its centre.
    ///
    /// `world` is a world. `exclude_body` is a body. On failure: hit false, collider 0, distance 0.0, x
    /// 0.0, y 0.0, normal_x 0.0, normal_y 0.0.
    pub safe fn rt_rapier2d_world_cast_circle(world: i64, x: f64, y: f64, radius: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64) -> RtCastHit;
    /// As [`rt_rapier2d_world_cast_circle`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_cast_circle_into(world: i64, x: f64, y: f64, radius: f64, dir_x: f64, dir_y: f64, max_dist: f64, memberships: i64, filter: i64, sensors: bool, exclude_body: i64, out: *mut RtCastHit) -> bool;
    /// Finds the colliders that a point is in, sensors too.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_query_point(world: i64, x: f64, y: f64) -> RtI64Array;
    /// As [`rt_rapier2d_world_query_point`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_query_point_into(world: i64, x: f64, y: f64, out: *mut RtI64Array) -> bool;
    /// Finds the collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
    ///
    /// `world` is a world. On failure: found false, collider 0, distance 0.0, x 0.0, y 0.0, inside false.
    pub safe fn rt_rapier2d_world_query_nearest(world: i64, x: f64, y: f64, max_dist: f64) -> RtNearestCollider;
    /// As [`rt_rapier2d_world_query_nearest`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_query_nearest_into(world: i64, x: f64, y: f64, max_dist: f64, out: *mut RtNearestCollider) -> bool;
    /// Finds the colliders that overlap or touch a circle, sensors too.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_query_circle(world: i64, x: f64, y: f64, radius: f64) -> RtI64Array;
    /// As [`rt_rapier2d_world_query_circle`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_query_circle_into(world: i64, x: f64, y: f64, radius: f64, out: *mut RtI64Array) -> bool;
    /// Finds the colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`; sensors
    /// too.
    ///
    /// `world` is a world. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_query_box(world: i64, x: f64, y: f64, half_width: f64, half_height: f64, rotation: f64) -> RtI64Array;
    /// As [`rt_rapier2d_world_query_box`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_query_box_into(world: i64, x: f64, y: f64, half_width: f64, half_height: f64, rotation: f64, out: *mut RtI64Array) -> bool;
    /// Returns the whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored from
    /// them goes on exactly as this one does, bit for bit, also in another process of the same build on a machine of the
    /// same kind.
    ///
    /// `world` is a world. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_rapier2d_world_snapshot(world: i64) -> RtBytes;
    /// As [`rt_rapier2d_world_snapshot`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_snapshot_into(world: i64, out: *mut RtBytes) -> bool;
    /// Makes a new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same order
    /// in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on purpose are not
    /// recognised, so restore only what you wrote.
    ///
    /// Returns a world; free it with rt_rapier2d_world_free. On failure: 0.
    pub fn rt_rapier2d_world_restore(snapshot: *const u8, snapshot_len: i64) -> i64;
    /// Returns the gravity in m/s².
    ///
    /// `world` is a world. On failure: x 0.0, y 0.0.
    pub safe fn rt_rapier2d_world_get_gravity(world: i64) -> RtPhysicsVector;
    /// As [`rt_rapier2d_world_get_gravity`], into `*out`; whether it succeeded.
    pub fn rt_rapier2d_world_get_gravity_into(world: i64, out: *mut RtPhysicsVector) -> bool;
    /// Sets how often the solver works through contacts and joints in a step, 1 to 100; 4 in a new world. More is stiffer
    /// and slower.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_set_iterations(world: i64, iterations: i64) -> bool;
    /// Says how long, in the world's units, a thing of ordinary size is that weighs and falls as one of a metre does: 1 in
    /// a new world, whose unit is the metre; 100 where 100 pixels are a metre, and gravity is then about −981. Above 0. The
    /// solver's tolerances, the speed at which it pushes apart what overlaps, the speed limit and the speed below which
    /// bodies fall asleep grow with it: with the wrong unit a stack is squashed or trembles, and nothing rests. Sizes of
    /// what moves are best from a tenth of the unit to ten times as much. All functions give and take the world's own
    /// units. Say it before anything else of a new world; it wakes every body.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_set_length_unit(world: i64, unit: f64) -> bool;
    /// Returns the unit that `rt_rapier2d_world_set_length_unit` said, 1 in a new world.
    ///
    /// `world` is a world. On failure: 0.0.
    pub safe fn rt_rapier2d_world_get_length_unit(world: i64) -> f64;
    /// Sets when bodies fall asleep: once no point of theirs has moved at `speed` or more for `seconds`, nor a point of
    /// what they touch or are tied to. 0.1 length units a second and 0.5 s in a new world; a speed of 0 lets none sleep. A
    /// body that nothing holds up stays awake whatever its speed while gravity acts on it, and else, or hanging by joints
    /// alone, until it is slower than a thousandth of `speed`; so does one that a motor moves at a hundredth of its target
    /// or more. A body that touches another one and trembles, faster than that but on one spot, twice `speed` times `seconds`
    /// in size, sleeps after twice as long. Holds for all bodies without a `rt_rapier2d_body_set_sleep` of their own.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_set_sleep(world: i64, speed: f64, seconds: f64) -> bool;
    /// Sets the speed in m/s that no body exceeds, 400 length units a second in a new world: it keeps a scene that bursts
    /// apart in reach of continuous collision detection. Infinity for none.
    ///
    /// `world` is a world. On failure: false.
    pub safe fn rt_rapier2d_world_set_max_speed(world: i64, speed: f64) -> bool;
    /// Tells whether this build holds the rapier2d library, as it does where this links.
    pub safe fn rt_rapier2d_available() -> bool;
    /// Forgets why this thread's last failed rapier2d call failed.
    pub safe fn rt_rapier2d_clear_error();
    /// Returns the category of this thread's last failed rapier2d call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_rapier2d_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `rapier2d-f64`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_rapier2d_version() -> *mut c_char;
}

/// Where a match lies in its text.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtRegexSpan {
    /// The offset of its first byte; -1 where there is no match.
    pub start: i64,
    /// The offset after its last byte; -1 where there is no match.
    pub end: i64,
}

unsafe extern "C" {
    /// Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
    /// so that every search takes time linear in the text. A bad pattern's last error shows the place.
    ///
    /// Returns a regex; free it with rt_regex_destroy. On failure: 0.
    pub fn rt_regex_new(pattern: *const c_char) -> i64;
    /// Frees a compiled pattern.
    ///
    /// `handle` is a regex, freed by this call.
    pub safe fn rt_regex_destroy(handle: i64);
    /// Tells whether `handle` matches anywhere in `text`: 1 or 0.
    ///
    /// `handle` is a regex. On failure: -1.
    pub fn rt_regex_is_match(handle: i64, text: *const c_char) -> i64;
    /// Finds the first match in `text`, `""` where there is none; `rt_text_is_none` tells that from an empty match.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_find(handle: i64, text: *const c_char) -> *mut c_char;
    /// Returns all matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none. Where
    /// matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_find_all(handle: i64, text: *const c_char) -> *mut c_char;
    /// Returns the groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group that
    /// took no part is an empty piece; `""` where there is no match, which `rt_text_is_none` tells from empty groups.
    /// `rt_regex_captures_array` keeps the pieces apart.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_captures(handle: i64, text: *const c_char) -> *mut c_char;
    /// Returns how many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
    /// there is no match.
    ///
    /// `handle` is a regex. On failure: -1.
    pub fn rt_regex_captures_len(handle: i64, text: *const c_char) -> i64;
    /// Returns `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
    /// and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without braces
    /// a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace(handle: i64, text: *const c_char, replacement: *const c_char) -> *mut c_char;
    /// Returns `text` with all matches replaced, as in `rt_regex_replace`.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace_all(handle: i64, text: *const c_char, replacement: *const c_char) -> *mut c_char;
    /// Returns the pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_split(handle: i64, text: *const c_char) -> *mut c_char;
    /// Does what `rt_regex_is_match` does, with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64
    /// patterns that each thread used last compiled; of those that compile to more than 256 KiB, the last 4. What they keep
    /// for that and for searches is at most 32 MiB for each thread and 96 MiB for all, and besides what each thread used
    /// last; `rt_regex_purge` gives it back.
    ///
    /// On failure: -1.
    pub fn rt_regex_is_match_quick(pattern: *const c_char, text: *const c_char) -> i64;
    /// Does what `rt_regex_find` does, with a pattern instead of a handle.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_find_quick(pattern: *const c_char, text: *const c_char) -> *mut c_char;
    /// Does what `rt_regex_replace` does, with a pattern instead of a handle.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace_quick(pattern: *const c_char, text: *const c_char, replacement: *const c_char) -> *mut c_char;
    /// Does what `rt_regex_replace_all` does, with a pattern instead of a handle.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace_all_quick(pattern: *const c_char, text: *const c_char, replacement: *const c_char) -> *mut c_char;
    /// Does what `rt_regex_split` does, with a pattern instead of a handle.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_split_quick(pattern: *const c_char, text: *const c_char) -> *mut c_char;
    /// Returns the groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is `""`,
    /// which `rt_text_is_none` tells from an empty one; the array is empty where there is no match.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_regex_captures_array(handle: i64, text: *const c_char) -> RtTextArray;
    /// As [`rt_regex_captures_array`], into `*out`; whether it succeeded.
    pub fn rt_regex_captures_array_into(handle: i64, text: *const c_char, out: *mut RtTextArray) -> bool;
    /// Returns where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
    /// first, -1 and -1 for a group that took no part; empty where there is no match.
    ///
    /// `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_regex_captures_offsets(handle: i64, text: *const c_char, start: i64) -> RtI64Array;
    /// As [`rt_regex_captures_offsets`], into `*out`; whether it succeeded.
    pub fn rt_regex_captures_offsets_into(handle: i64, text: *const c_char, start: i64, out: *mut RtI64Array) -> bool;
    /// Returns where the groups of all matches in `text` that do not overlap lie, one match after the other: each has as
    /// many numbers, two for each group of the pattern (`rt_regex_capture_names` gives one name for each). One call for a
    /// whole text.
    ///
    /// `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_regex_captures_all_offsets(handle: i64, text: *const c_char) -> RtI64Array;
    /// As [`rt_regex_captures_all_offsets`], into `*out`; whether it succeeded.
    pub fn rt_regex_captures_all_offsets_into(handle: i64, text: *const c_char, out: *mut RtI64Array) -> bool;
    /// Returns the groups of all matches in `text` that do not overlap, one match after the other: each has as many texts,
    /// one for each group of the pattern, group 0 first; a group that took no part is `""`, as in
    /// `rt_regex_captures_array`.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_regex_captures_all_array(handle: i64, text: *const c_char) -> RtTextArray;
    /// As [`rt_regex_captures_all_array`], into `*out`; whether it succeeded.
    pub fn rt_regex_captures_all_array_into(handle: i64, text: *const c_char, out: *mut RtTextArray) -> bool;
    /// Returns the group called `name` of the first match in `text`; `""` where there is no match or the group took no
    /// part: `rt_text_is_none` tells that from an empty group. A name that the pattern does not have is a failure.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_captures_name(handle: i64, text: *const c_char, name: *const c_char) -> *mut c_char;
    /// Returns the names of the pattern's groups by number, group 0 first; `""` (and nothing to `rt_text_is_none`) for a
    /// group without a name.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub safe fn rt_regex_capture_names(handle: i64) -> RtTextArray;
    /// As [`rt_regex_capture_names`], into `*out`; whether it succeeded.
    pub fn rt_regex_capture_names_into(handle: i64, out: *mut RtTextArray) -> bool;
    /// Returns the number of the group called `name`, by which its place is found among offsets and texts of groups; -1 for
    /// a name that the pattern does not have, which is a failure.
    ///
    /// `handle` is a regex. On failure: -1.
    pub fn rt_regex_capture_index(handle: i64, name: *const c_char) -> i64;
    /// Returns all matches in `text` that do not overlap, in order.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_regex_find_all_array(handle: i64, text: *const c_char) -> RtTextArray;
    /// As [`rt_regex_find_all_array`], into `*out`; whether it succeeded.
    pub fn rt_regex_find_all_array_into(handle: i64, text: *const c_char, out: *mut RtTextArray) -> bool;
    /// Returns all matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
    /// boundary for a whole text.
    ///
    /// `handle` is a regex. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_regex_find_all_offsets(handle: i64, text: *const c_char) -> RtI64Array;
    /// As [`rt_regex_find_all_offsets`], into `*out`; whether it succeeded.
    pub fn rt_regex_find_all_offsets_into(handle: i64, text: *const c_char, out: *mut RtI64Array) -> bool;
    /// Counts the matches that do not overlap in `text`; -1 where the pattern's `time_ms` is over before.
    ///
    /// `handle` is a regex. On failure: -1.
    pub fn rt_regex_count(handle: i64, text: *const c_char) -> i64;
    /// Finds where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
    /// before `start` counts as context for `^`, `$` and `\b`. Allocates nothing, and checks the whole text that it is
    /// UTF-8: a loop over a long text calls `rt_regex_find_in`, or one of the functions that give all matches.
    ///
    /// `handle` is a regex. On failure: start -1, end -1.
    pub fn rt_regex_find_at(handle: i64, text: *const c_char, start: i64) -> RtRegexSpan;
    /// As [`rt_regex_find_at`], into `*out`; whether it succeeded.
    pub fn rt_regex_find_at_into(handle: i64, text: *const c_char, start: i64, out: *mut RtRegexSpan) -> bool;
    /// Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
    ///
    /// - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
    ///   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
    ///   comments), `octal`: booleans, false if absent
    /// - `unicode`: boolean, true if absent
    /// - `size_limit`: bytes that the compiled pattern may take, 10 MiB if absent, at most 1 GiB. A pattern longer than a
    ///   tenth of it (and than 1 MiB), or one that takes 32 times as much to be read, is refused before it is compiled
    /// - `dfa_size_limit`: bytes that each of the two caches of a search may take, 2 MiB if absent, at most 1 GiB
    /// - `time_ms`: milliseconds that a call which finds all matches may take; it fails when they are over between two
    ///   matches. No limit if absent
    /// - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
    ///
    /// Returns a regex; free it with rt_regex_destroy. On failure: 0.
    pub fn rt_regex_new_with_options(pattern: *const c_char, options_json: *const c_char) -> i64;
    /// Escapes every character of `text` that means something in a pattern, with or without `ignore_whitespace`: gives the
    /// pattern that matches just `text`.
    ///
    /// Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_escape(text: *const c_char) -> *mut c_char;
    /// Returns the pattern that `handle` was compiled from.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_regex_pattern(handle: i64) -> *mut c_char;
    /// Gives back the memory that the `_quick` functions keep: this thread's now, every other thread's at its next such
    /// call or its end. How many bytes other threads still keep.
    pub safe fn rt_regex_purge() -> i64;
    /// Returns `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace_n(handle: i64, text: *const c_char, replacement: *const c_char, limit: i64) -> *mut c_char;
    /// Returns `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_free. On failure: "".
    pub fn rt_regex_replace_all_literal(handle: i64, text: *const c_char, replacement: *const c_char) -> *mut c_char;
    /// Compiles `patterns` into one set, which finds in one pass over a text which of them match. The compiled set may take
    /// 10 MiB, or 64 KiB for each pattern where that is more; a search's cache is chosen by what the set compiles to, so
    /// that thousands of patterns are searched for as quickly as a few: 2 MiB, and up to 256 MiB, twice for each thread that
    /// searches at the same time. A route among 1,000 is found in some 2 µs, where a cache of 2 MiB takes 700.
    ///
    /// Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
    pub fn rt_regex_set_new(patterns: *const *const c_char, patterns_len: i64) -> i64;
    /// Does the same with options for all patterns, as in `rt_regex_new_with_options`; `size_limit` and `dfa_size_limit`
    /// replace what is chosen by size, and `time_ms` means nothing.
    ///
    /// Returns a regex set; free it with rt_regex_set_destroy. On failure: 0.
    pub fn rt_regex_set_new_with_options(patterns: *const *const c_char, patterns_len: i64, options_json: *const c_char) -> i64;
    /// Frees a set.
    ///
    /// `handle` is a regex set, freed by this call.
    pub safe fn rt_regex_set_destroy(handle: i64);
    /// Returns how many patterns the set has.
    ///
    /// `handle` is a regex set. On failure: -1.
    pub safe fn rt_regex_set_len(handle: i64) -> i64;
    /// Tells whether any pattern of the set matches anywhere in `text`: 1 or 0.
    ///
    /// `handle` is a regex set. On failure: -1.
    pub fn rt_regex_set_is_match(handle: i64, text: *const c_char) -> i64;
    /// Returns the numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
    /// were given.
    ///
    /// `handle` is a regex set. Release what it returns with rt_i64_array_free. On failure: an empty array.
    pub fn rt_regex_set_matches(handle: i64, text: *const c_char) -> RtI64Array;
    /// As [`rt_regex_set_matches`], into `*out`; whether it succeeded.
    pub fn rt_regex_set_matches_into(handle: i64, text: *const c_char, out: *mut RtI64Array) -> bool;
    /// Returns the pieces of `text` between matches; the whole text where there is none.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_regex_split_array(handle: i64, text: *const c_char) -> RtTextArray;
    /// As [`rt_regex_split_array`], into `*out`; whether it succeeded.
    pub fn rt_regex_split_array_into(handle: i64, text: *const c_char, out: *mut RtTextArray) -> bool;
    /// Splits as `rt_regex_split_array` does, into at most `limit` pieces, the last of which holds the rest; 0 gives none.
    ///
    /// `handle` is a regex. Release what it returns with rt_text_array_free. On failure: an empty array.
    pub fn rt_regex_split_n_array(handle: i64, text: *const c_char, limit: i64) -> RtTextArray;
    /// As [`rt_regex_split_n_array`], into `*out`; whether it succeeded.
    pub fn rt_regex_split_n_array_into(handle: i64, text: *const c_char, limit: i64, out: *mut RtTextArray) -> bool;
    /// Copies `text` (its bytes, which may hold NULs) into an object of the archive's and checks once that it is UTF-8. A
    /// search in it costs what the search itself does, however long the text is; a function that takes a text as such looks
    /// at all of it in each call. 0 where it is not UTF-8, and where there is no memory for it.
    ///
    /// Returns a regex text; free it with rt_regex_text_destroy. On failure: 0.
    pub fn rt_regex_text_new(text: *const u8, text_len: i64) -> i64;
    /// Frees a text.
    ///
    /// `text` is a regex text, freed by this call.
    pub safe fn rt_regex_text_destroy(text: i64);
    /// Gives the length of a text in bytes.
    ///
    /// `text` is a regex text. On failure: -1.
    pub safe fn rt_regex_text_len(text: i64) -> i64;
    /// Finds the first match at or after the byte offset `start` of a checked text: as `rt_regex_find_at`, without
    /// looking at the rest of the text.
    ///
    /// `handle` is a regex. `text` is a regex text. On failure: start -1, end -1.
    pub safe fn rt_regex_find_in(handle: i64, text: i64, start: i64) -> RtRegexSpan;
    /// As [`rt_regex_find_in`], into `*out`; whether it succeeded.
    pub fn rt_regex_find_in_into(handle: i64, text: i64, start: i64, out: *mut RtRegexSpan) -> bool;
    /// Finds the groups of the first match at or after the byte offset `start` of a checked text: as
    /// `rt_regex_captures_offsets`, without looking at the rest of the text.
    ///
    /// `handle` is a regex. `text` is a regex text. Release what it returns with rt_i64_array_free. On
    /// failure: an empty array.
    pub safe fn rt_regex_captures_in(handle: i64, text: i64, start: i64) -> RtI64Array;
    /// As [`rt_regex_captures_in`], into `*out`; whether it succeeded.
    pub fn rt_regex_captures_in_into(handle: i64, text: i64, start: i64, out: *mut RtI64Array) -> bool;
    /// Tells whether this build holds the regex library, as it does where this links.
    pub safe fn rt_regex_available() -> bool;
    /// Forgets why this thread's last failed regex call failed.
    pub safe fn rt_regex_clear_error();
    /// Returns why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_regex_get_last_error() -> *mut c_char;
    /// Returns the category of this thread's last failed regex call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_regex_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `regex`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_regex_version() -> *mut c_char;
}

/// The size of the window changed.
pub const SN_EVENT_RESIZED: i64 = 1;
/// The window was moved.
pub const SN_EVENT_MOVED: i64 = 2;
/// The user wants the window closed.
pub const SN_EVENT_CLOSE_REQUESTED: i64 = 3;
/// The window is gone.
pub const SN_EVENT_DESTROYED: i64 = 4;
/// The keyboard is the window's.
pub const SN_EVENT_FOCUSED: i64 = 5;
/// The keyboard is no longer the window's.
pub const SN_EVENT_UNFOCUSED: i64 = 6;
/// The pixels for each unit of length changed.
pub const SN_EVENT_SCALE_FACTOR_CHANGED: i64 = 7;
/// The desktop became light or dark.
pub const SN_EVENT_THEME_CHANGED: i64 = 8;
/// A key went down or up.
pub const SN_EVENT_KEYBOARD_INPUT: i64 = 10;
/// Text was entered.
pub const SN_EVENT_RECEIVED_CHARACTER: i64 = 11;
/// A button of the mouse went down or up.
pub const SN_EVENT_MOUSE_BUTTON: i64 = 20;
/// The pointer moved.
pub const SN_EVENT_MOUSE_MOVED: i64 = 21;
/// The wheel was turned, or a touchpad scrolled.
pub const SN_EVENT_MOUSE_WHEEL: i64 = 22;
/// The pointer came into the window.
pub const SN_EVENT_CURSOR_ENTERED: i64 = 23;
/// The pointer left the window.
pub const SN_EVENT_CURSOR_LEFT: i64 = 24;
/// The mouse itself moved, wherever the pointer is.
pub const SN_EVENT_MOUSE_MOTION: i64 = 25;
/// A finger touched, moved or let go.
pub const SN_EVENT_TOUCH: i64 = 30;
/// The window has to be drawn.
pub const SN_EVENT_REDRAW_REQUESTED: i64 = 40;
/// A file was dropped on the window.
pub const SN_EVENT_FILE_DROPPED: i64 = 50;
/// A file is held over the window.
pub const SN_EVENT_FILE_HOVERED: i64 = 51;
/// The file went away again.
pub const SN_EVENT_FILE_HOVER_CANCELLED: i64 = 52;
/// Text was dropped on the window.
pub const SN_EVENT_TEXT_DROPPED: i64 = 53;
/// An input method composes text.
pub const SN_EVENT_IME_ENABLED: i64 = 60;
/// The text that it composes changed.
pub const SN_EVENT_IME_PREEDIT: i64 = 61;
/// It composes no more.
pub const SN_EVENT_IME_DISABLED: i64 = 62;
/// The window was minimised.
pub const SN_EVENT_MINIMIZED: i64 = 70;
/// The window was maximised.
pub const SN_EVENT_MAXIMIZED: i64 = 71;
/// The window has its own size again.
pub const SN_EVENT_RESTORED: i64 = 72;
/// Other windows cover all of the window.
pub const SN_EVENT_OCCLUDED: i64 = 73;
/// Some of the window is seen again.
pub const SN_EVENT_EXPOSED: i64 = 74;

/// Control with Break.
pub const SN_KEY_CODE_CANCEL: i64 = 3;
/// Backspace.
pub const SN_KEY_CODE_BACKSPACE: i64 = 8;
/// Tab.
pub const SN_KEY_CODE_TAB: i64 = 9;
/// Clear: the 5 of the number block without NumLock.
pub const SN_KEY_CODE_CLEAR: i64 = 12;
/// Enter, that of the number block too.
pub const SN_KEY_CODE_ENTER: i64 = 13;
/// Pause.
pub const SN_KEY_CODE_PAUSE: i64 = 19;
/// CapsLock.
pub const SN_KEY_CODE_CAPS_LOCK: i64 = 20;
/// Kana or Hangul.
pub const SN_KEY_CODE_KANA: i64 = 21;
/// Kanji or Hanja.
pub const SN_KEY_CODE_KANJI: i64 = 25;
/// Escape.
pub const SN_KEY_CODE_ESCAPE: i64 = 27;
/// Convert.
pub const SN_KEY_CODE_CONVERT: i64 = 28;
/// Not convert.
pub const SN_KEY_CODE_NON_CONVERT: i64 = 29;
/// The space bar.
pub const SN_KEY_CODE_SPACE: i64 = 32;
/// Page up.
pub const SN_KEY_CODE_PAGE_UP: i64 = 33;
/// Page down.
pub const SN_KEY_CODE_PAGE_DOWN: i64 = 34;
/// End.
pub const SN_KEY_CODE_END: i64 = 35;
/// Home.
pub const SN_KEY_CODE_HOME: i64 = 36;
/// The arrow to the left.
pub const SN_KEY_CODE_LEFT: i64 = 37;
/// The arrow up.
pub const SN_KEY_CODE_UP: i64 = 38;
/// The arrow to the right.
pub const SN_KEY_CODE_RIGHT: i64 = 39;
/// The arrow down.
pub const SN_KEY_CODE_DOWN: i64 = 40;
/// Print screen.
pub const SN_KEY_CODE_PRINT_SCREEN: i64 = 44;
/// Insert.
pub const SN_KEY_CODE_INSERT: i64 = 45;
/// Delete.
pub const SN_KEY_CODE_DELETE: i64 = 46;
/// Help.
pub const SN_KEY_CODE_HELP: i64 = 47;
/// The key of the digit 0.
pub const SN_KEY_CODE_DIGIT0: i64 = 48;
/// The key of the digit 1.
pub const SN_KEY_CODE_DIGIT1: i64 = 49;
/// The key of the digit 2.
pub const SN_KEY_CODE_DIGIT2: i64 = 50;
/// The key of the digit 3.
pub const SN_KEY_CODE_DIGIT3: i64 = 51;
/// The key of the digit 4.
pub const SN_KEY_CODE_DIGIT4: i64 = 52;
/// The key of the digit 5.
pub const SN_KEY_CODE_DIGIT5: i64 = 53;
/// The key of the digit 6.
pub const SN_KEY_CODE_DIGIT6: i64 = 54;
/// The key of the digit 7.
pub const SN_KEY_CODE_DIGIT7: i64 = 55;
/// The key of the digit 8.
pub const SN_KEY_CODE_DIGIT8: i64 = 56;
/// The key of the digit 9.
pub const SN_KEY_CODE_DIGIT9: i64 = 57;
/// The key of the letter A.
pub const SN_KEY_CODE_A: i64 = 65;
/// The key of the letter B.
pub const SN_KEY_CODE_B: i64 = 66;
/// The key of the letter C.
pub const SN_KEY_CODE_C: i64 = 67;
/// The key of the letter D.
pub const SN_KEY_CODE_D: i64 = 68;
/// The key of the letter E.
pub const SN_KEY_CODE_E: i64 = 69;
/// The key of the letter F.
pub const SN_KEY_CODE_F: i64 = 70;
/// The key of the letter G.
pub const SN_KEY_CODE_G: i64 = 71;
/// The key of the letter H.
pub const SN_KEY_CODE_H: i64 = 72;
/// The key of the letter I.
pub const SN_KEY_CODE_I: i64 = 73;
/// The key of the letter J.
pub const SN_KEY_CODE_J: i64 = 74;
/// The key of the letter K.
pub const SN_KEY_CODE_K: i64 = 75;
/// The key of the letter L.
pub const SN_KEY_CODE_L: i64 = 76;
/// The key of the letter M.
pub const SN_KEY_CODE_M: i64 = 77;
/// The key of the letter N.
pub const SN_KEY_CODE_N: i64 = 78;
/// The key of the letter O.
pub const SN_KEY_CODE_O: i64 = 79;
/// The key of the letter P.
pub const SN_KEY_CODE_P: i64 = 80;
/// The key of the letter Q.
pub const SN_KEY_CODE_Q: i64 = 81;
/// The key of the letter R.
pub const SN_KEY_CODE_R: i64 = 82;
/// The key of the letter S.
pub const SN_KEY_CODE_S: i64 = 83;
/// The key of the letter T.
pub const SN_KEY_CODE_T: i64 = 84;
/// The key of the letter U.
pub const SN_KEY_CODE_U: i64 = 85;
/// The key of the letter V.
pub const SN_KEY_CODE_V: i64 = 86;
/// The key of the letter W.
pub const SN_KEY_CODE_W: i64 = 87;
/// The key of the letter X.
pub const SN_KEY_CODE_X: i64 = 88;
/// The key of the letter Y.
pub const SN_KEY_CODE_Y: i64 = 89;
/// The key of the letter Z.
pub const SN_KEY_CODE_Z: i64 = 90;
/// The left Windows key.
pub const SN_KEY_CODE_LEFT_SUPER: i64 = 91;
/// The right Windows key.
pub const SN_KEY_CODE_RIGHT_SUPER: i64 = 92;
/// The key of the context menu.
pub const SN_KEY_CODE_MENU: i64 = 93;
/// Sleep.
pub const SN_KEY_CODE_SLEEP: i64 = 95;
/// 0 on the number block.
pub const SN_KEY_CODE_NUMPAD0: i64 = 96;
/// 1 on the number block.
pub const SN_KEY_CODE_NUMPAD1: i64 = 97;
/// 2 on the number block.
pub const SN_KEY_CODE_NUMPAD2: i64 = 98;
/// 3 on the number block.
pub const SN_KEY_CODE_NUMPAD3: i64 = 99;
/// 4 on the number block.
pub const SN_KEY_CODE_NUMPAD4: i64 = 100;
/// 5 on the number block.
pub const SN_KEY_CODE_NUMPAD5: i64 = 101;
/// 6 on the number block.
pub const SN_KEY_CODE_NUMPAD6: i64 = 102;
/// 7 on the number block.
pub const SN_KEY_CODE_NUMPAD7: i64 = 103;
/// 8 on the number block.
pub const SN_KEY_CODE_NUMPAD8: i64 = 104;
/// 9 on the number block.
pub const SN_KEY_CODE_NUMPAD9: i64 = 105;
/// Times, on the number block.
pub const SN_KEY_CODE_NUMPAD_MULTIPLY: i64 = 106;
/// Plus, on the number block.
pub const SN_KEY_CODE_NUMPAD_ADD: i64 = 107;
/// The separator of thousands, on the number block.
pub const SN_KEY_CODE_NUMPAD_SEPARATOR: i64 = 108;
/// Minus, on the number block.
pub const SN_KEY_CODE_NUMPAD_SUBTRACT: i64 = 109;
/// The decimal point, on the number block.
pub const SN_KEY_CODE_NUMPAD_DECIMAL: i64 = 110;
/// Divided by, on the number block.
pub const SN_KEY_CODE_NUMPAD_DIVIDE: i64 = 111;
/// F1.
pub const SN_KEY_CODE_F1: i64 = 112;
/// F2.
pub const SN_KEY_CODE_F2: i64 = 113;
/// F3.
pub const SN_KEY_CODE_F3: i64 = 114;
/// F4.
pub const SN_KEY_CODE_F4: i64 = 115;
/// F5.
pub const SN_KEY_CODE_F5: i64 = 116;
/// F6.
pub const SN_KEY_CODE_F6: i64 = 117;
/// F7.
pub const SN_KEY_CODE_F7: i64 = 118;
/// F8.
pub const SN_KEY_CODE_F8: i64 = 119;
/// F9.
pub const SN_KEY_CODE_F9: i64 = 120;
/// F10.
pub const SN_KEY_CODE_F10: i64 = 121;
/// F11.
pub const SN_KEY_CODE_F11: i64 = 122;
/// F12.
pub const SN_KEY_CODE_F12: i64 = 123;
/// F13.
pub const SN_KEY_CODE_F13: i64 = 124;
/// F14.
pub const SN_KEY_CODE_F14: i64 = 125;
/// F15.
pub const SN_KEY_CODE_F15: i64 = 126;
/// F16.
pub const SN_KEY_CODE_F16: i64 = 127;
/// F17.
pub const SN_KEY_CODE_F17: i64 = 128;
/// F18.
pub const SN_KEY_CODE_F18: i64 = 129;
/// F19.
pub const SN_KEY_CODE_F19: i64 = 130;
/// F20.
pub const SN_KEY_CODE_F20: i64 = 131;
/// F21.
pub const SN_KEY_CODE_F21: i64 = 132;
/// F22.
pub const SN_KEY_CODE_F22: i64 = 133;
/// F23.
pub const SN_KEY_CODE_F23: i64 = 134;
/// F24.
pub const SN_KEY_CODE_F24: i64 = 135;
/// NumLock.
pub const SN_KEY_CODE_NUM_LOCK: i64 = 144;
/// ScrollLock.
pub const SN_KEY_CODE_SCROLL_LOCK: i64 = 145;
/// The left Shift key.
pub const SN_KEY_CODE_LEFT_SHIFT: i64 = 160;
/// The right Shift key.
pub const SN_KEY_CODE_RIGHT_SHIFT: i64 = 161;
/// The left Control key.
pub const SN_KEY_CODE_LEFT_CONTROL: i64 = 162;
/// The right Control key.
pub const SN_KEY_CODE_RIGHT_CONTROL: i64 = 163;
/// The left Alt key.
pub const SN_KEY_CODE_LEFT_ALT: i64 = 164;
/// The right Alt key, AltGr too.
pub const SN_KEY_CODE_RIGHT_ALT: i64 = 165;
/// Back, in a browser.
pub const SN_KEY_CODE_BROWSER_BACK: i64 = 166;
/// Forward, in a browser.
pub const SN_KEY_CODE_BROWSER_FORWARD: i64 = 167;
/// Refresh, in a browser.
pub const SN_KEY_CODE_BROWSER_REFRESH: i64 = 168;
/// Stop, in a browser.
pub const SN_KEY_CODE_BROWSER_STOP: i64 = 169;
/// Search.
pub const SN_KEY_CODE_BROWSER_SEARCH: i64 = 170;
/// Favourites, in a browser.
pub const SN_KEY_CODE_BROWSER_FAVORITES: i64 = 171;
/// A browser's home page.
pub const SN_KEY_CODE_BROWSER_HOME: i64 = 172;
/// Sound off and on.
pub const SN_KEY_CODE_VOLUME_MUTE: i64 = 173;
/// Softer.
pub const SN_KEY_CODE_VOLUME_DOWN: i64 = 174;
/// Louder.
pub const SN_KEY_CODE_VOLUME_UP: i64 = 175;
/// The next title.
pub const SN_KEY_CODE_MEDIA_NEXT: i64 = 176;
/// The title before.
pub const SN_KEY_CODE_MEDIA_PREVIOUS: i64 = 177;
/// Stop playing.
pub const SN_KEY_CODE_MEDIA_STOP: i64 = 178;
/// Play or pause.
pub const SN_KEY_CODE_MEDIA_PLAY_PAUSE: i64 = 179;
/// Mail.
pub const SN_KEY_CODE_LAUNCH_MAIL: i64 = 180;
/// The media player.
pub const SN_KEY_CODE_LAUNCH_MEDIA: i64 = 181;
/// The file manager.
pub const SN_KEY_CODE_LAUNCH_APP1: i64 = 182;
/// The calculator.
pub const SN_KEY_CODE_LAUNCH_APP2: i64 = 183;
/// A sign: `;` on keyboards of the US.
pub const SN_KEY_CODE_OEM1: i64 = 186;
/// A sign: `=` on keyboards of the US.
pub const SN_KEY_CODE_OEM_PLUS: i64 = 187;
/// A sign: `,`.
pub const SN_KEY_CODE_OEM_COMMA: i64 = 188;
/// A sign: `-`.
pub const SN_KEY_CODE_OEM_MINUS: i64 = 189;
/// A sign: `.`.
pub const SN_KEY_CODE_OEM_PERIOD: i64 = 190;
/// A sign: `/` on keyboards of the US.
pub const SN_KEY_CODE_OEM2: i64 = 191;
/// A sign: the grave accent on keyboards of the US.
pub const SN_KEY_CODE_OEM3: i64 = 192;
/// A sign on keyboards of Brazil: `/`.
pub const SN_KEY_CODE_ABNT_C1: i64 = 193;
/// The point on the number block of keyboards of Brazil.
pub const SN_KEY_CODE_ABNT_C2: i64 = 194;
/// A sign: `[` on keyboards of the US.
pub const SN_KEY_CODE_OEM4: i64 = 219;
/// A sign: the backslash on keyboards of the US.
pub const SN_KEY_CODE_OEM5: i64 = 220;
/// A sign: `]` on keyboards of the US.
pub const SN_KEY_CODE_OEM6: i64 = 221;
/// A sign: the apostrophe on keyboards of the US.
pub const SN_KEY_CODE_OEM7: i64 = 222;
/// A sign of some keyboards.
pub const SN_KEY_CODE_OEM8: i64 = 223;
/// A sign: the key beside the left Shift key of European keyboards.
pub const SN_KEY_CODE_OEM102: i64 = 226;
/// Play.
pub const SN_KEY_CODE_PLAY: i64 = 250;

/// Caps Lock.
pub const SN_LOCK_KEY_CAPS: i64 = 1;
/// Num Lock.
pub const SN_LOCK_KEY_NUM: i64 = 2;
/// Scroll Lock.
pub const SN_LOCK_KEY_SCROLL: i64 = 4;

/// Something to know.
pub const SN_MESSAGE_KIND_INFORMATION: i64 = 0;
/// Something to beware of.
pub const SN_MESSAGE_KIND_WARNING: i64 = 1;
/// Something that failed.
pub const SN_MESSAGE_KIND_ERROR: i64 = 2;

/// Either Shift key.
pub const SN_MODIFIER_SHIFT: i64 = 1;
/// Either Control key.
pub const SN_MODIFIER_CONTROL: i64 = 2;
/// Either Alt key.
pub const SN_MODIFIER_ALT: i64 = 4;
/// Either Windows or Command key.
pub const SN_MODIFIER_SUPER: i64 = 8;

/// The left one.
pub const SN_MOUSE_BUTTON_NUMBER_LEFT: i64 = 0;
/// The right one.
pub const SN_MOUSE_BUTTON_NUMBER_RIGHT: i64 = 1;
/// The middle one, or the wheel.
pub const SN_MOUSE_BUTTON_NUMBER_MIDDLE: i64 = 2;

/// The desktop's own, or none that is known.
pub const SN_THEME_UNKNOWN: i64 = 0;
/// Dark on light.
pub const SN_THEME_LIGHT: i64 = 1;
/// Light on dark.
pub const SN_THEME_DARK: i64 = 2;

/// It touched.
pub const SN_TOUCH_PHASE_STARTED: i64 = 0;
/// It moved.
pub const SN_TOUCH_PHASE_MOVED: i64 = 1;
/// It let go.
pub const SN_TOUCH_PHASE_ENDED: i64 = 2;
/// The system took the touch away.
pub const SN_TOUCH_PHASE_CANCELLED: i64 = 3;

/// X11, by Xlib.
pub const SN_WINDOW_PLATFORM_XLIB: i64 = 1;
/// Wayland.
pub const SN_WINDOW_PLATFORM_WAYLAND: i64 = 2;
/// Windows.
pub const SN_WINDOW_PLATFORM_WIN32: i64 = 3;
/// macOS.
pub const SN_WINDOW_PLATFORM_APP_KIT: i64 = 4;

/// A size in physical pixels.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtWindowSize {
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

/// A position on the desktop in physical pixels, from its upper left corner.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtWindowPosition {
    /// To the right.
    pub x: i64,
    /// Down.
    pub y: i64,
}

/// A key that went down or up.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtKeyInput {
    /// The number that the key's place has.
    pub scancode: i64,
    /// The key's Windows virtual-key code.
    pub keycode: i64,
    /// Down or up.
    pub pressed: bool,
}

/// A mouse button that went down or up.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtMouseButtonInput {
    /// Left 0, right 1, middle 2, others from 3.
    pub button: i64,
    /// Down or up.
    pub pressed: bool,
}

/// A place in a window in physical pixels, from its upper left corner.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtMousePosition {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// How far a wheel turned.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtMouseWheelDelta {
    /// Clicks, positive where what is seen moves to the right.
    pub delta_x: f64,
    /// Clicks, positive where what is seen moves down: the wheel turned away from the user.
    pub delta_y: f64,
}

/// A finger on a touch screen.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtTouchInput {
    /// Which finger, from its touch to its end.
    pub finger: i64,
    /// Started 0, moved 1, ended 2, cancelled 3.
    pub phase: i64,
    /// To the right, in physical pixels.
    pub x: f64,
    /// Down, in physical pixels.
    pub y: f64,
}

/// A rectangle of the desktop in physical pixels.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtWindowArea {
    /// To the right, from the desktop's upper left corner.
    pub x: i64,
    /// Down.
    pub y: i64,
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

/// A resolution that a monitor can be set to.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtVideoMode {
    /// Pixels from left to right.
    pub width: i64,
    /// Pixels from top to bottom.
    pub height: i64,
    /// Bits of a pixel.
    pub bit_depth: i64,
    /// Pictures a second, in hertz; 0 where the window system does not tell.
    pub refresh_rate: f64,
}

/// What became of a key or a button in a frame.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtFrameInput {
    /// It is down at the frame's beginning.
    pub held: bool,
    /// It went down since the frame before, also where it came up again.
    pub pressed: bool,
    /// It came up since the frame before.
    pub released: bool,
}

/// The pointer in a frame.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtFramePointer {
    /// Where it is, to the right, in physical pixels from the window's upper left corner.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// How far it was moved since the frame before; where the mouse steers, by its own motion.
    pub delta_x: f64,
    /// Down.
    pub delta_y: f64,
    /// How far the wheel was turned since then, as `rt_winit_event_mouse_wheel` counts it.
    pub wheel_x: f64,
    /// Down.
    pub wheel_y: f64,
}

/// How far the mouse itself moved.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtMouseMotion {
    /// To the right.
    pub delta_x: f64,
    /// Towards the user.
    pub delta_y: f64,
}

/// What a GPU library makes a surface of.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RtWindowRawHandle {
    /// Xlib 1, Wayland 2, Win32 3, AppKit 4.
    pub platform: i64,
    /// The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`.
    pub window: i64,
    /// The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`.
    pub display: i64,
    /// On X11, the number of the screen.
    pub screen: i64,
    /// On X11, the number of the visual.
    pub visual: i64,
}

/// What an input method is composing.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RtImePreedit {
    /// The text so far; empty where there is none.
    pub text: *mut c_char,
    /// Where the cursor in it begins, in bytes; -1 where none is to be shown.
    pub cursor_start: i64,
    /// Where it ends.
    pub cursor_end: i64,
}

unsafe extern "C" {
    /// Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
    /// and one after another, on any thread; behind them works one thread of the process, started by the first.
    ///
    /// 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
    /// there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
    /// it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
    ///
    /// Returns an event loop; free it with rt_winit_event_loop_free. On failure: 0. May wait; blocks its
    /// own thread only.
    pub safe fn rt_winit_event_loop_new() -> i64;
    /// Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
    ///
    /// `event_loop` is an event loop, freed by this call. On failure: false.
    pub safe fn rt_winit_event_loop_free(event_loop: i64) -> bool;
    /// Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
    /// waits frees the window. Events go on to queue up, for another thread or for later. True at once where
    /// there is no window; false where the loop is freed or the display lost.
    ///
    /// `event_loop` is an event loop. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_event_loop_run_return(event_loop: i64) -> bool;
    /// Takes the next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0 takes
    /// none.
    ///
    /// At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
    /// goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
    ///
    /// `event_loop` is an event loop. Returns a window event; free it with rt_winit_event_free. On failure:
    /// 0.
    pub safe fn rt_winit_event_loop_poll_events(event_loop: i64, max_events: i64) -> i64;
    /// Takes the next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
    /// where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
    ///
    /// `event_loop` is an event loop. Returns a window event; free it with rt_winit_event_free. On failure:
    /// 0. May wait; blocks its own thread only.
    pub safe fn rt_winit_event_loop_wait_events(event_loop: i64, timeout_ms: i64) -> i64;
    /// Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
    /// is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
    /// `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
    ///
    /// `event_loop` is an event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
    /// May wait; blocks its own thread only.
    pub fn rt_winit_window_new(event_loop: i64, width: i64, height: i64, title: *const c_char) -> i64;
    /// Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
    /// (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
    /// `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
    /// `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
    /// which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
    /// cannot do, fails and is named.
    ///
    /// `event_loop` is an event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
    /// May wait; blocks its own thread only.
    pub fn rt_winit_window_new_with_config(event_loop: i64, config_json: *const c_char) -> i64;
    /// Closes a window. Its loop gets a destroyed event.
    ///
    /// `window` is a window, freed by this call. On failure: false.
    pub safe fn rt_winit_window_free(window: i64) -> bool;
    /// Returns the inner size, as the window system last confirmed it.
    ///
    /// `window` is a window. On failure: width 0, height 0.
    pub safe fn rt_winit_window_get_size(window: i64) -> RtWindowSize;
    /// As [`rt_winit_window_get_size`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_get_size_into(window: i64, out: *mut RtWindowSize) -> bool;
    /// Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
    /// a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_set_size(window: i64, width: i64, height: i64) -> bool;
    /// Returns the position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
    ///
    /// `window` is a window. On failure: x 0, y 0.
    pub safe fn rt_winit_window_get_position(window: i64) -> RtWindowPosition;
    /// As [`rt_winit_window_get_position`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_get_position_into(window: i64, out: *mut RtWindowPosition) -> bool;
    /// Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
    /// 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_set_position(window: i64, x: i64, y: i64) -> bool;
    /// Returns the inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
    ///
    /// `window` is a window. On failure: width 0, height 0.
    pub safe fn rt_winit_window_get_inner_size(window: i64) -> RtWindowSize;
    /// As [`rt_winit_window_get_inner_size`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_get_inner_size_into(window: i64, out: *mut RtWindowSize) -> bool;
    /// Returns the size with the frame that the window system draws around it.
    ///
    /// `window` is a window. On failure: width 0, height 0.
    pub safe fn rt_winit_window_get_outer_size(window: i64) -> RtWindowSize;
    /// As [`rt_winit_window_get_outer_size`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_get_outer_size_into(window: i64, out: *mut RtWindowSize) -> bool;
    /// Sets the least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_min_size(window: i64, width: i64, height: i64) -> bool;
    /// Sets the greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_max_size(window: i64, width: i64, height: i64) -> bool;
    /// Sets the title, of at most 65,535 bytes.
    ///
    /// `window` is a window. On failure: false.
    pub fn rt_winit_window_set_title(window: i64, title: *const c_char) -> bool;
    /// Shows or hides the window. Hiding fails on Wayland.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_visible(window: i64, visible: bool) -> bool;
    /// Tells whether the window is shown, if perhaps covered by others.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_visible(window: i64) -> bool;
    /// Lets the user change the window's size, or not.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_resizable(window: i64, resizable: bool) -> bool;
    /// Minimises the window, or brings it back; bringing it back fails on Wayland.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_minimized(window: i64, minimized: bool) -> bool;
    /// Maximises the window, or brings it back to its size. Waits up to 200 ms for the window system to agree.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_set_maximized(window: i64, maximized: bool) -> bool;
    /// Tells whether the window is maximised, as the window system says.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_maximized(window: i64) -> bool;
    /// Makes the window fill its monitor, without a frame, or brings it back to its size. Waits up to 200 ms for the
    /// window system to agree.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_set_fullscreen(window: i64, fullscreen: bool) -> bool;
    /// Tells whether the window fills its monitor, as the window system says.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_fullscreen(window: i64) -> bool;
    /// Gives the window a frame with a title bar, or none.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_decorations(window: i64, decorations: bool) -> bool;
    /// Keeps the window above others, or lets it be covered. The former fails on Wayland.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_always_on_top(window: i64, on_top: bool) -> bool;
    /// Asks for the keyboard; on an X server without a window manager, takes it. Waits up to 200 ms for the window to
    /// have it. Fails on Wayland, where the user gives it.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_focus(window: i64) -> bool;
    /// Asks for a redraw-requested event.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_request_redraw(window: i64) -> bool;
    /// Returns the window system's number for the window, which its events bear: on X11 its XID.
    ///
    /// `window` is a window. On failure: -1.
    pub safe fn rt_winit_window_id(window: i64) -> i64;
    /// Returns the physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
    ///
    /// `window` is a window. On failure: 0.0.
    pub safe fn rt_winit_window_scale_factor(window: i64) -> f64;
    /// Shows or hides the pointer over the window.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_cursor_visible(window: i64, visible: bool) -> bool;
    /// Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go. The user who goes to
    /// another window has the pointer back meanwhile; the window takes it again with the keyboard. Where another program
    /// holds the pointer, tries for up to 200 ms.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_set_cursor_grab(window: i64, grab: bool) -> bool;
    /// Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_cursor_position(window: i64, x: i64, y: i64) -> bool;
    /// Returns the type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
    /// 7, theme changed 8, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
    /// entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
    /// cancelled 52, text dropped 53, input method enabled 60, its preedit 61, disabled 62, minimised 70, maximised 71,
    /// restored (neither any more) 72, occluded 73, exposed 74. Wayland tells nobody that a window was minimised.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_get_type(event: i64) -> i64;
    /// Returns the number of the window that it happened to, as `rt_winit_window_id` gives it.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_get_window_id(event: i64) -> i64;
    /// Frees an event.
    ///
    /// `event` is a window event, freed by this call. On failure: false.
    pub safe fn rt_winit_event_free(event: i64) -> bool;
    /// Returns a resized window's new inner size.
    ///
    /// `event` is a window event. On failure: width 0, height 0.
    pub safe fn rt_winit_event_window_resized(event: i64) -> RtWindowSize;
    /// As [`rt_winit_event_window_resized`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_window_resized_into(event: i64, out: *mut RtWindowSize) -> bool;
    /// Returns a moved window's new position.
    ///
    /// `event` is a window event. On failure: x 0, y 0.
    pub safe fn rt_winit_event_window_moved(event: i64) -> RtWindowPosition;
    /// As [`rt_winit_event_window_moved`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_window_moved_into(event: i64, out: *mut RtWindowPosition) -> bool;
    /// Tells whether this is the user's wish to close the window.
    ///
    /// `event` is a window event. On failure: false.
    pub safe fn rt_winit_event_window_close_requested(event: i64) -> bool;
    /// Tells whether the window got the keyboard, false where it lost it.
    ///
    /// `event` is a window event. On failure: false.
    pub safe fn rt_winit_event_window_focused(event: i64) -> bool;
    /// Returns the new scale factor.
    ///
    /// `event` is a window event. On failure: 0.0.
    pub safe fn rt_winit_event_window_scale_factor_changed(event: i64) -> f64;
    /// Returns which key went down or up. A key that is held repeats its going down.
    ///
    /// `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
    /// kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
    /// Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
    /// Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
    /// where it has none. Signs have the codes that Windows has for them in that layout, and no two keys that bear letters,
    /// digits and signs have the same. What is typed arrives as received characters.
    ///
    /// `event` is a window event. On failure: scancode 0, keycode 0, pressed false.
    pub safe fn rt_winit_event_keyboard_input(event: i64) -> RtKeyInput;
    /// As [`rt_winit_event_keyboard_input`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_keyboard_input_into(event: i64, out: *mut RtKeyInput) -> bool;
    /// Returns the number of the key's place.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_keyboard_scancode(event: i64) -> i64;
    /// Returns the key's Windows virtual-key code, 0 where it has none.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_keyboard_virtual_keycode(event: i64) -> i64;
    /// Returns the modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
    /// 2, Alt 4, Super 8, added up.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_keyboard_modifiers(event: i64) -> i64;
    /// Returns what was typed: mostly one character, composed where it was composed (dead keys, an input method), and never
    /// a control character. Empty where this is another type of event.
    ///
    /// `event` is a window event. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_winit_event_received_character(event: i64) -> *mut c_char;
    /// Returns which mouse button went down or up: left 0, right 1, middle 2, others from 3.
    ///
    /// `event` is a window event. On failure: button 0, pressed false.
    pub safe fn rt_winit_event_mouse_button(event: i64) -> RtMouseButtonInput;
    /// As [`rt_winit_event_mouse_button`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_mouse_button_into(event: i64, out: *mut RtMouseButtonInput) -> bool;
    /// Returns where in the window the pointer is now.
    ///
    /// `event` is a window event. On failure: x 0.0, y 0.0.
    pub safe fn rt_winit_event_mouse_moved(event: i64) -> RtMousePosition;
    /// As [`rt_winit_event_mouse_moved`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_mouse_moved_into(event: i64, out: *mut RtMousePosition) -> bool;
    /// Returns how far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
    ///
    /// `event` is a window event. On failure: delta_x 0.0, delta_y 0.0.
    pub safe fn rt_winit_event_mouse_wheel(event: i64) -> RtMouseWheelDelta;
    /// As [`rt_winit_event_mouse_wheel`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_mouse_wheel_into(event: i64, out: *mut RtMouseWheelDelta) -> bool;
    /// Tells whether this is the pointer coming into the window.
    ///
    /// `event` is a window event. On failure: false.
    pub safe fn rt_winit_event_cursor_entered(event: i64) -> bool;
    /// Tells whether this is the pointer leaving the window.
    ///
    /// `event` is a window event. On failure: false.
    pub safe fn rt_winit_event_cursor_left(event: i64) -> bool;
    /// Returns what a finger does on a touch screen.
    ///
    /// `event` is a window event. On failure: finger 0, phase 0, x 0.0, y 0.0.
    pub safe fn rt_winit_event_touch(event: i64) -> RtTouchInput;
    /// As [`rt_winit_event_touch`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_touch_into(event: i64, out: *mut RtTouchInput) -> bool;
    /// Returns how many monitors there are; 0 where there is no display.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_count() -> i64;
    /// Returns a monitor's name, as the window system has it.
    ///
    /// Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_name(monitor_id: i64) -> *mut c_char;
    /// Returns a monitor's size in physical pixels.
    ///
    /// On failure: width 0, height 0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_size(monitor_id: i64) -> RtWindowSize;
    /// As [`rt_winit_monitor_get_size`], into `*out`; whether it succeeded.
    pub fn rt_winit_monitor_get_size_into(monitor_id: i64, out: *mut RtWindowSize) -> bool;
    /// Returns the place of a monitor's upper left corner on the desktop, in physical pixels.
    ///
    /// On failure: x 0, y 0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_position(monitor_id: i64) -> RtWindowPosition;
    /// As [`rt_winit_monitor_get_position`], into `*out`; whether it succeeded.
    pub fn rt_winit_monitor_get_position_into(monitor_id: i64, out: *mut RtWindowPosition) -> bool;
    /// Returns a monitor's physical pixels for each logical one.
    ///
    /// On failure: 0.0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_scale_factor(monitor_id: i64) -> f64;
    /// Returns the clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where
    /// there is no display, and where the program that offers the text, or Wayland's compositor, does not answer for 2
    /// seconds.
    ///
    /// Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
    pub safe fn rt_winit_clipboard_get_text() -> *mut c_char;
    /// Puts a text into the clipboard, where it stays until another program or call puts something there, while
    /// this process lives. X servers take some 16 million bytes; a longer text fails.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_winit_clipboard_set_text(text: *const c_char) -> bool;
    /// Returns why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_winit_get_last_error() -> *mut c_char;
    /// Returns the HTML that is in the clipboard, as a browser or an office puts it there beside its text. `""` where there
    /// is none, and on failure.
    ///
    /// Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
    pub safe fn rt_winit_clipboard_get_html() -> *mut c_char;
    /// Puts HTML into the clipboard, and `text`, which is what programs get that take none.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_winit_clipboard_set_html(html: *const c_char, text: *const c_char) -> bool;
    /// Returns the picture that is in the clipboard, as the bytes of a PNG file, which nearly every program offers:
    /// `rt_lyon_canvas_decode` makes a canvas of them. Empty where there is none, and on failure: other systems than X11 and
    /// Wayland are not asked.
    ///
    /// Release what it returns with rt_bytes_free. On failure: an empty array. May wait; blocks its own
    /// thread only.
    pub safe fn rt_winit_clipboard_get_png() -> RtBytes;
    /// As [`rt_winit_clipboard_get_png`], into `*out`; whether it succeeded.
    pub fn rt_winit_clipboard_get_png_into(out: *mut RtBytes) -> bool;
    /// Puts a picture into the clipboard: the bytes of a PNG file, which `rt_lyon_png_encode` makes of pixels. Fails on other
    /// systems than X11 and Wayland.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_winit_clipboard_set_png(png: *const u8, png_len: i64) -> bool;
    /// Returns the text that is selected, in whatever program, and that the middle button of a mouse pastes. `""` where that is
    /// empty, where nothing is selected, and on failure: other systems than X11 and Wayland have no such thing.
    ///
    /// Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
    pub safe fn rt_winit_clipboard_get_primary_text() -> *mut c_char;
    /// Says which text is selected, so that the middle button of a mouse pastes it into other programs: for programs that have
    /// selections of their own. Fails on other systems than X11 and Wayland.
    ///
    /// On failure: false. May wait; blocks its own thread only.
    pub fn rt_winit_clipboard_set_primary_text(text: *const c_char) -> bool;
    /// Makes the whole window translucent, with its frame: `opacity` is 0 (not seen) to 1. On X11 a compositor does it; where there is
    /// none, nothing is seen of it. Fails on Wayland and other systems.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_opacity(window: i64, opacity: f64) -> bool;
    /// Returns how opaque the window was said to be last; 1 where nobody said so.
    ///
    /// `window` is a window. On failure: 0.0.
    pub safe fn rt_winit_window_get_opacity(window: i64) -> f64;
    /// Returns the part of a monitor that panels and docks leave free, as X11's window manager tells it; all of it where none
    /// tells. Fails on Wayland, which tells nobody, and on other systems.
    ///
    /// On failure: x 0, y 0, width 0, height 0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_work_area(monitor_id: i64) -> RtWindowArea;
    /// As [`rt_winit_monitor_get_work_area`], into `*out`; whether it succeeded.
    pub fn rt_winit_monitor_get_work_area_into(monitor_id: i64, out: *mut RtWindowArea) -> bool;
    /// Returns how many video modes a monitor has; on Wayland those that the compositor tells, mostly one.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_video_mode_count(monitor_id: i64) -> i64;
    /// Returns a video mode of a monitor by its number, from 0.
    ///
    /// On failure: width 0, height 0, bit_depth 0, refresh_rate 0.0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_video_mode(monitor_id: i64, mode: i64) -> RtVideoMode;
    /// As [`rt_winit_monitor_get_video_mode`], into `*out`; whether it succeeded.
    pub fn rt_winit_monitor_get_video_mode_into(monitor_id: i64, mode: i64, out: *mut RtVideoMode) -> bool;
    /// Sets a monitor to one of its video modes and makes the window fill it; `rt_winit_window_set_fullscreen` with false brings
    /// both back. Fails on Wayland, which lets no program do so: `rt_winit_window_set_fullscreen_on` fills a monitor there.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_fullscreen_mode(window: i64, monitor_id: i64, mode: i64) -> bool;
    /// Returns which locks of the keyboard are on: Caps Lock 1, Num Lock 2, Scroll Lock 4, added up. On Wayland as of when a
    /// window of this process had the keyboard last, and without Scroll Lock. -1 on failure: other systems are not asked.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_winit_lock_keys() -> i64;
    /// Keeps the display from going dark while the window is there, or no longer: for films and for games that are steered
    /// without keys. On X11 it holds off the server's screen saver and the display's sleep; on Wayland, where the compositor has
    /// the protocol idle-inhibit, while the window is seen. Fails elsewhere.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_keep_awake(window: i64, awake: bool) -> bool;
    /// Tells the desktop which kind of frame and title bar suits the window: none named 0 (the desktop's own), light 1, dark 2.
    /// On X11 window managers of GTK heed it; on Wayland it is the frame that is drawn where the compositor draws none.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_theme(window: i64, theme: i64) -> bool;
    /// Lets the user choose files to open, in the desktop's own dialog, and returns their paths: `multiple` of them, or one.
    /// Empty where he chooses none, which is no failure. `window` is the one that it belongs to, 0 for none. `filters` says which kinds of files may be chosen: a
    /// name and its patterns after a bar, "Pictures|*.png;*.jpg"; none allow all. Waits for the user, however long that takes.
    ///
    /// On Linux the desktop's portal shows it; fails where there is no session bus and where the desktop has no portal. Fails on
    /// other systems.
    ///
    /// `window` is a window. Release what it returns with rt_text_array_free. On failure: an empty array.
    /// May wait; blocks its own thread only.
    pub fn rt_winit_dialog_open_files(window: i64, title: *const c_char, multiple: bool, filters: *const *const c_char, filters_len: i64) -> RtTextArray;
    /// As [`rt_winit_dialog_open_files`], into `*out`; whether it succeeded.
    pub fn rt_winit_dialog_open_files_into(window: i64, title: *const c_char, multiple: bool, filters: *const *const c_char, filters_len: i64, out: *mut RtTextArray) -> bool;
    /// Lets the user choose a folder, as `rt_winit_dialog_open_files` does files: its path, or `""` where he chooses none.
    ///
    /// `window` is a window. Release what it returns with rt_text_free. On failure: "". May wait; blocks
    /// its own thread only.
    pub fn rt_winit_dialog_open_folder(window: i64, title: *const c_char) -> *mut c_char;
    /// Lets the user say where to save a file, as `rt_winit_dialog_open_files` does what to open: its path, or `""` where he
    /// does not. `name` is what it would be called. The user was asked where a file of that name is there.
    ///
    /// `window` is a window. Release what it returns with rt_text_free. On failure: "". May wait; blocks
    /// its own thread only.
    pub fn rt_winit_dialog_save_file(window: i64, title: *const c_char, name: *const c_char, filters: *const *const c_char, filters_len: i64) -> *mut c_char;
    /// Shows a message with one or two buttons and returns which was chosen: 0 for the first, 1 for the second, which also
    /// stands for closing it. `kind` is information 0, warning 1, error 2. A `cancel` of `""` leaves the second button out. Waits
    /// for the user, however long that takes; -1 on failure.
    ///
    /// On Linux `zenity` shows it, or `kdialog` where that is missing, one of which most desktops have; fails where both are, and on
    /// other systems.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub fn rt_winit_dialog_message(kind: i64, title: *const c_char, text: *const c_char, accept: *const c_char, cancel: *const c_char) -> i64;
    /// Tells whether the user has the desktop light, 1, or dark, 2; 0 where he prefers neither. On Linux the desktop's portal
    /// knows; fails where there is no session bus and where the desktop has no portal. Fails on other systems.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_winit_get_theme() -> i64;
    /// Takes the handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each is
    /// freed like that of a single one.
    ///
    /// `event_loop` is an event loop. Release what it returns with rt_i64_array_free. On failure: an empty
    /// array.
    pub safe fn rt_winit_event_loop_poll_all(event_loop: i64, max_events: i64) -> RtI64Array;
    /// As [`rt_winit_event_loop_poll_all`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_loop_poll_all_into(event_loop: i64, max_events: i64, out: *mut RtI64Array) -> bool;
    /// Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
    /// one. May be called on any thread, to tell that there is something else to do.
    ///
    /// `event_loop` is an event loop. On failure: false.
    pub safe fn rt_winit_event_loop_wake(event_loop: i64) -> bool;
    /// Returns when it was received, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
    /// `QueryPerformanceCounter`, which a language's monotonic clock mostly is as well. Events of game pads have the same.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_get_timestamp(event: i64) -> i64;
    /// Frees many events at once; gives how many of them were alive.
    ///
    /// On failure: -1.
    pub fn rt_winit_event_free_all(events: *const i64, events_len: i64) -> i64;
    /// Returns the new scale factor, as `rt_winit_event_window_scale_factor_changed` does: the older name.
    ///
    /// `event` is a window event. On failure: 0.0.
    pub safe fn rt_winit_event_window_scale_factor(event: i64) -> f64;
    /// Returns what the desktop became: light 1, dark 2, or 0 where the user prefers neither. Windows are told on Linux once
    /// `rt_winit_get_theme` was asked, and on Windows.
    ///
    /// `event` is a window event. On failure: -1.
    pub safe fn rt_winit_event_theme(event: i64) -> i64;
    /// Returns the path of a file that is dragged over the window or was dropped on it; each of several has its own event.
    /// A link is not followed, and the file need not be there. Where a name is not UTF-8, what is not has U+FFFD in its
    /// place: `rt_winit_event_file_path_bytes` has it as it is. The pointer's place is told by mouse-moved events before.
    ///
    /// `event` is a window event. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_winit_event_file_path(event: i64) -> *mut c_char;
    /// Returns the same path as the file system has it, whatever bytes its names are of; empty where this is another type of
    /// event.
    ///
    /// `event` is a window event. Release what it returns with rt_bytes_free. On failure: an empty array.
    pub safe fn rt_winit_event_file_path_bytes(event: i64) -> RtBytes;
    /// As [`rt_winit_event_file_path_bytes`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_file_path_bytes_into(event: i64, out: *mut RtBytes) -> bool;
    /// Returns the text that was dropped on the window. On X11 and Wayland; the pointer's place is told by mouse-moved events
    /// before.
    ///
    /// `event` is a window event. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_winit_event_dropped_text(event: i64) -> *mut c_char;
    /// Begins a frame: waits until the next one is due, where `rate` of them (1 to 1,000) follow each other in a second, takes
    /// in what was put into the window meanwhile, and returns how many seconds have passed since the one before: what a game
    /// moves its world by. A frame that is a little late shifts none after it. 0 does not wait. The first one is due at once, and
    /// has a frame's length (0 where `rate` is 0).
    ///
    /// The `rt_winit_window_frame_…` functions tell of the frame as it was at its beginning. Events wait in the loop's queue as
    /// well, for a host that wants them, whether or not it takes them. Where the window is gone, it is 0 at once: a loop goes on while
    /// `rt_winit_window_is_open`.
    ///
    /// `window` is a window. On failure: 0.0. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_frame(window: i64, rate: f64) -> f64;
    /// Tells whether the window goes on: it is there, and the user has not asked to close it. False where the handle is
    /// stale, too.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_open(window: i64) -> bool;
    /// Goes on in spite of the user's wish to close the window: `rt_winit_window_is_open` is true until the next one.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_keep_open(window: i64) -> bool;
    /// Returns what became of a key in the window's frame: one that bears the Windows virtual-key code `keycode` (1 to 255) in
    /// the layout that is set.
    ///
    /// `window` is a window. On failure: held false, pressed false, released false.
    pub safe fn rt_winit_window_frame_key(window: i64, keycode: i64) -> RtFrameInput;
    /// As [`rt_winit_window_frame_key`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_frame_key_into(window: i64, keycode: i64, out: *mut RtFrameInput) -> bool;
    /// Returns what became of the key in a place in the window's frame, whatever it bears: of scan code `scancode` (0 to
    /// 65,535). For keys that a game uses by their place, such as W, A, S and D (17, 30, 31, 32).
    ///
    /// `window` is a window. On failure: held false, pressed false, released false.
    pub safe fn rt_winit_window_frame_scancode(window: i64, scancode: i64) -> RtFrameInput;
    /// As [`rt_winit_window_frame_scancode`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_frame_scancode_into(window: i64, scancode: i64, out: *mut RtFrameInput) -> bool;
    /// Returns what became of a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) in the window's
    /// frame.
    ///
    /// `window` is a window. On failure: held false, pressed false, released false.
    pub safe fn rt_winit_window_frame_mouse_button(window: i64, button: i64) -> RtFrameInput;
    /// As [`rt_winit_window_frame_mouse_button`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_frame_mouse_button_into(window: i64, button: i64, out: *mut RtFrameInput) -> bool;
    /// Returns where the pointer is in the window's frame, and how far it and the wheel were moved in it.
    ///
    /// `window` is a window. On failure: x 0.0, y 0.0, delta_x 0.0, delta_y 0.0, wheel_x 0.0, wheel_y 0.0.
    pub safe fn rt_winit_window_frame_pointer(window: i64) -> RtFramePointer;
    /// As [`rt_winit_window_frame_pointer`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_frame_pointer_into(window: i64, out: *mut RtFramePointer) -> bool;
    /// Returns what was typed in the window's frame, at most 4,096 bytes; `""` where nothing was.
    ///
    /// `window` is a window. Release what it returns with rt_text_free. On failure: "".
    pub safe fn rt_winit_window_frame_text(window: i64) -> *mut c_char;
    /// Tells whether the window is minimised, as the window system says. Fails on Wayland, which does not tell.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_minimized(window: i64) -> bool;
    /// Tells whether other windows cover all of the window, or nothing of it is seen otherwise, as the window system last
    /// said. X servers whose desktop composes windows never say it, nor do Wayland's compositors before `xdg-shell` 6.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_is_occluded(window: i64) -> bool;
    /// Tells whether this going down of a key is a repetition, because it is held, also where it was held already when the
    /// window got the keyboard.
    ///
    /// `event` is a window event. On failure: false.
    pub safe fn rt_winit_event_keyboard_repeat(event: i64) -> bool;
    /// Tells whether a key is down while the window has the keyboard: one that bears the Windows virtual-key code `keycode`
    /// (1 to 255) in the layout that is set, as events of keys tell it. As of the last event that arrived, whether or not it was
    /// taken from the loop. A window that loses the keyboard has no key down.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_key_is_pressed(window: i64, keycode: i64) -> bool;
    /// Tells the same of the key in a place, whatever it bears: of scan code `scancode` (0 to 65,535).
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_scancode_is_pressed(window: i64, scancode: i64) -> bool;
    /// Tells whether a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) that was pressed in the
    /// window is down, as of the last event that arrived.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_mouse_button_is_pressed(window: i64, button: i64) -> bool;
    /// Returns where in the window the pointer was last, in physical pixels; 0 and 0 before it was first there.
    ///
    /// `window` is a window. On failure: x 0.0, y 0.0.
    pub safe fn rt_winit_window_cursor_position(window: i64) -> RtMousePosition;
    /// As [`rt_winit_window_cursor_position`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_cursor_position_into(window: i64, out: *mut RtMousePosition) -> bool;
    /// Returns the number of the desktop's main monitor. Fails on Wayland, which has none.
    ///
    /// On failure: -1. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_primary() -> i64;
    /// Returns how often a monitor shows a picture, in hertz; 0 where the window system does not tell.
    ///
    /// On failure: 0.0. May wait; blocks its own thread only.
    pub safe fn rt_winit_monitor_get_refresh_rate(monitor_id: i64) -> f64;
    /// Returns the number of the monitor that most of the window is on.
    ///
    /// `window` is a window. On failure: -1.
    pub safe fn rt_winit_window_get_monitor(window: i64) -> i64;
    /// Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
    /// back to its size.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_fullscreen_on(window: i64, monitor_id: i64) -> bool;
    /// Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
    /// is hidden and stays in its place, inside the window wherever that moves, and the mouse's motion arrives in mouse-motion events, which no edge ends,
    /// and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
    /// is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_relative_mouse(window: i64, relative: bool) -> bool;
    /// Returns how far the mouse itself moved, of a mouse-motion event, which comes where
    /// `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that the
    /// pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell them here too.
    ///
    /// `event` is a window event. On failure: delta_x 0.0, delta_y 0.0.
    pub safe fn rt_winit_event_mouse_motion(event: i64) -> RtMouseMotion;
    /// As [`rt_winit_event_mouse_motion`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_mouse_motion_into(event: i64, out: *mut RtMouseMotion) -> bool;
    /// Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
    /// `crosshair`, `wait`, `grab`, `ew-resize` and so on.
    ///
    /// `window` is a window. On failure: false.
    pub fn rt_winit_window_set_cursor_icon(window: i64, icon: *const c_char) -> bool;
    /// Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
    /// 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
    ///
    /// `window` is a window. On failure: false.
    pub fn rt_winit_window_set_cursor_image(window: i64, width: i64, height: i64, hot_x: i64, hot_y: i64, pixels: *const u8, pixels_len: i64) -> bool;
    /// Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
    /// red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
    /// pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
    /// that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
    /// redraw-requested event says that it must be shown anew. Fails on X screens that have no visual of 8 bits a colour,
    /// and on Wayland in windows of more than 268 million pixels.
    ///
    /// The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
    /// two before it still are on theirs, it waits.
    ///
    /// `window` is a window. On failure: false. May wait; blocks its own thread only.
    pub fn rt_winit_window_present_rgba(window: i64, width: i64, height: i64, pixels: *const u8, pixels_len: i64) -> bool;
    /// Shows a canvas in the window, as `rt_winit_window_present_rgba` does a picture: as it is now, and without copying its
    /// pixels first. A canvas is what `rt_lyon_canvas_new` makes; one side of 32,768 pixels is too long.
    ///
    /// `window` is a window. `canvas` is a canvas. On failure: false. May wait; blocks its own thread only.
    pub safe fn rt_winit_window_present_canvas(window: i64, canvas: i64) -> bool;
    /// Returns what a GPU library makes a surface of. Valid until the window is freed. On X11 the display is a connection
    /// of its own, the same for all windows and open while the process lives: a host may draw and wait on it from any
    /// thread.
    ///
    /// `window` is a window. On failure: platform 0, window 0, display 0, screen 0, visual 0.
    pub safe fn rt_winit_window_raw_handle(window: i64) -> RtWindowRawHandle;
    /// As [`rt_winit_window_raw_handle`], into `*out`; whether it succeeded.
    pub fn rt_winit_window_raw_handle_into(window: i64, out: *mut RtWindowRawHandle) -> bool;
    /// Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
    /// composes arrives as preedit events, what it has composed as received characters.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_ime_allowed(window: i64, allowed: bool) -> bool;
    /// Says where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
    /// to 32,767, sides 0 to 32,767.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_set_ime_area(window: i64, x: i64, y: i64, width: i64, height: i64) -> bool;
    /// Returns what an input method is composing.
    ///
    /// `event` is a window event. On failure: text "", cursor_start -1, cursor_end -1.
    pub safe fn rt_winit_event_ime_preedit(event: i64) -> RtImePreedit;
    /// As [`rt_winit_event_ime_preedit`], into `*out`; whether it succeeded.
    pub fn rt_winit_event_ime_preedit_into(event: i64, out: *mut RtImePreedit) -> bool;
    /// Tells whether the window has the keyboard.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_has_focus(window: i64) -> bool;
    /// Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
    /// or asks no longer. It ends by itself when the window gets the keyboard.
    ///
    /// `window` is a window. On failure: false.
    pub safe fn rt_winit_window_request_attention(window: i64, wanted: bool) -> bool;
    /// Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
    /// bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
    ///
    /// `window` is a window. On failure: false.
    pub fn rt_winit_window_set_icon(window: i64, width: i64, height: i64, pixels: *const u8, pixels_len: i64) -> bool;
    /// Tells whether this build holds the winit library, as it does where this links.
    pub safe fn rt_winit_available() -> bool;
    /// Forgets why this thread's last failed winit call failed.
    pub safe fn rt_winit_clear_error();
    /// Returns the category of this thread's last failed winit call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
    pub safe fn rt_winit_get_last_error_code() -> i64;
    /// Returns the version of the wrapped library, the crate `winit`.
    ///
    /// Release what it returns with rt_text_free.
    pub safe fn rt_winit_version() -> *mut c_char;
}

