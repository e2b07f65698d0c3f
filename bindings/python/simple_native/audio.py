"""Sound: decoded by symphonia, mixed here, played by rodio.

rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
to 40 % longer and a failure has no reason."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_audio_get_last_error", "rt_audio_clear_error")


class AudioPosition(NamedTuple):
    """A place in the room, in metres."""

    x: float
    """To the right, for a listener that was not turned."""

    y: float
    """Up."""

    z: float
    """Towards the back."""


class _AudioPosition(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double), ("z", _c.c_double)]


_rt_audio_init = _declare("rt_audio_init", _c.c_int64, [])


def rt_audio_init() -> int:
    """Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
    channels. 0 where no output can be opened; last error says why.

    A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
    aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
    tell. The engine is the caller's; release it with `rt_audio_shutdown`.

    On failure: 0."""
    return _rt_audio_init()


_rt_audio_shutdown = _declare("rt_audio_shutdown", _c.c_bool, [_c.c_int64])


def rt_audio_shutdown(engine: int) -> bool:
    """Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
    playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.

    On failure: false."""
    return _rt_audio_shutdown(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_set_master_volume = _declare("rt_audio_set_master_volume", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_audio_set_master_volume(engine: int, volume: float) -> bool:
    """Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
    clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.

    On failure: false."""
    return _rt_audio_set_master_volume(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), volume)


_rt_audio_get_master_volume = _declare("rt_audio_get_master_volume", _c.c_double, [_c.c_int64])


def rt_audio_get_master_volume(engine: int) -> float:
    """The gain over everything that `engine` plays, from 0 to 1.

    On failure: 0.0."""
    return _rt_audio_get_master_volume(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_pause_all = _declare("rt_audio_pause_all", _c.c_bool, [_c.c_int64])


def rt_audio_pause_all(engine: int) -> bool:
    """Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.

    On failure: false."""
    return _rt_audio_pause_all(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_resume_all = _declare("rt_audio_resume_all", _c.c_bool, [_c.c_int64])


def rt_audio_resume_all(engine: int) -> bool:
    """Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.

    On failure: false."""
    return _rt_audio_resume_all(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_load_from_file = _declare("rt_audio_load_from_file", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_audio_load_from_file(engine: int, path: str | bytes | None) -> int:
    """Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
    found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
    gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
    has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
    sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
    per sample: play that as music. Release the source with `rt_audio_source_free`.

    On failure: 0."""
    return _rt_audio_load_from_file(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), path.encode() if type(path) is str and "\0" not in path else _rt.text(path))


_rt_audio_load_from_memory = _declare("rt_audio_load_from_memory", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_audio_load_from_memory(engine: int, data: bytes | bytearray | memoryview | None) -> int:
    """The same from the bytes of a whole sound file, which are not needed afterwards.

    On failure: 0."""
    data_data, data_len = _rt.data(data)
    return _rt_audio_load_from_memory(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), data_data, data_len)


_rt_audio_source_free = _declare("rt_audio_source_free", _c.c_bool, [_c.c_int64])


def rt_audio_source_free(source: int) -> bool:
    """Frees a source. What plays it goes on to its end.

    On failure: false."""
    return _rt_audio_source_free(source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_source_duration = _declare("rt_audio_source_duration", _c.c_double, [_c.c_int64])


def rt_audio_source_duration(source: int) -> float:
    """The length of a source in seconds, at its own speed.

    On failure: 0.0."""
    return _rt_audio_source_duration(source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_play_sound = _declare("rt_audio_play_sound", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_audio_play_sound(engine: int, source: int) -> int:
    """Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
    sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.

    On failure: 0."""
    return _rt_audio_play_sound(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_play_sound_with_volume = _declare("rt_audio_play_sound_with_volume", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_audio_play_sound_with_volume(engine: int, source: int, volume: float) -> int:
    """The same at another volume, from the first sample: a linear gain of 0 and more.

    On failure: 0."""
    return _rt_audio_play_sound_with_volume(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), source if 0 <= source <= 9223372036854775807 else _rt.integer(source), volume)


_rt_audio_play_sound_looped = _declare("rt_audio_play_sound_looped", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_audio_play_sound_looped(engine: int, source: int) -> int:
    """The same again and again, without a gap, until it is stopped.

    On failure: 0."""
    return _rt_audio_play_sound_looped(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_play_music = _declare("rt_audio_play_music", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_audio_play_music(engine: int, path: str | bytes | None) -> int:
    """Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
    The playback is the caller's, to be released with `rt_audio_stop_music`.

    On failure: 0."""
    return _rt_audio_play_music(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), path.encode() if type(path) is str and "\0" not in path else _rt.text(path))


_rt_audio_play_music_looped = _declare("rt_audio_play_music_looped", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_audio_play_music_looped(engine: int, path: str | bytes | None) -> int:
    """The same again and again, without a gap, until it is stopped.

    On failure: 0."""
    return _rt_audio_play_music_looped(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), path.encode() if type(path) is str and "\0" not in path else _rt.text(path))


_rt_audio_stop_music = _declare("rt_audio_stop_music", _c.c_bool, [_c.c_int64])


def rt_audio_stop_music(handle: int) -> bool:
    """Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.

    On failure: false."""
    return _rt_audio_stop_music(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_stop = _declare("rt_audio_playback_stop", _c.c_bool, [_c.c_int64])


def rt_audio_playback_stop(handle: int) -> bool:
    """Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
    out first.

    On failure: false."""
    return _rt_audio_playback_stop(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_pause = _declare("rt_audio_playback_pause", _c.c_bool, [_c.c_int64])


def rt_audio_playback_pause(handle: int) -> bool:
    """Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.

    On failure: false."""
    return _rt_audio_playback_pause(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_resume = _declare("rt_audio_playback_resume", _c.c_bool, [_c.c_int64])


def rt_audio_playback_resume(handle: int) -> bool:
    """Goes on with a playback that was paused.

    On failure: false."""
    return _rt_audio_playback_resume(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_is_playing = _declare("rt_audio_playback_is_playing", _c.c_bool, [_c.c_int64])


def rt_audio_playback_is_playing(handle: int) -> bool:
    """True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
    paused. The tail of an effect counts.

    On failure: false."""
    return _rt_audio_playback_is_playing(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_is_paused = _declare("rt_audio_playback_is_paused", _c.c_bool, [_c.c_int64])


def rt_audio_playback_is_paused(handle: int) -> bool:
    """True where a playback has not ended and is paused, by itself or with all others.

    On failure: false."""
    return _rt_audio_playback_is_paused(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_set_volume = _declare("rt_audio_playback_set_volume", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_audio_playback_set_volume(handle: int, volume: float) -> bool:
    """Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
    before the first sample it is immediate.

    On failure: false."""
    return _rt_audio_playback_set_volume(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), volume)


_rt_audio_playback_get_volume = _declare("rt_audio_playback_get_volume", _c.c_double, [_c.c_int64])


def rt_audio_playback_get_volume(handle: int) -> float:
    """The gain that was set, whatever a fade makes of it.

    On failure: 0.0."""
    return _rt_audio_playback_get_volume(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_set_speed = _declare("rt_audio_playback_set_speed", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_audio_playback_set_speed(handle: int, speed: float) -> bool:
    """Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.

    On failure: false."""
    return _rt_audio_playback_set_speed(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), speed)


_rt_audio_playback_get_speed = _declare("rt_audio_playback_get_speed", _c.c_double, [_c.c_int64])


def rt_audio_playback_get_speed(handle: int) -> float:
    """The speed that was set.

    On failure: 0.0."""
    return _rt_audio_playback_get_speed(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_play_sound_spatial = _declare("rt_audio_play_sound_spatial", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_audio_play_sound_spatial(engine: int, source: int, x: float, y: float, z: float) -> int:
    """Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
    its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
    where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
    sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.

    On failure: 0."""
    return _rt_audio_play_sound_spatial(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), source if 0 <= source <= 9223372036854775807 else _rt.integer(source), x, y, z)


_rt_audio_playback_set_position = _declare("rt_audio_playback_set_position", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_audio_playback_set_position(handle: int, x: float, y: float, z: float) -> bool:
    """Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
    no position has one from now on.

    On failure: false."""
    return _rt_audio_playback_set_position(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), x, y, z)


_rt_audio_playback_get_position = _declare("rt_audio_playback_get_position", _AudioPosition, [_c.c_int64])


def rt_audio_playback_get_position(handle: int) -> AudioPosition:
    """Where a playback is. A playback without a position fails.

    On failure: x 0.0, y 0.0, z 0.0."""
    result = _rt_audio_playback_get_position(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))
    return AudioPosition(result.x, result.y, result.z)


_rt_audio_set_listener_position = _declare("rt_audio_set_listener_position", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double])


def rt_audio_set_listener_position(engine: int, x: float, y: float, z: float) -> bool:
    """Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.

    On failure: false."""
    return _rt_audio_set_listener_position(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), x, y, z)


_rt_audio_get_listener_position = _declare("rt_audio_get_listener_position", _AudioPosition, [_c.c_int64])


def rt_audio_get_listener_position(engine: int) -> AudioPosition:
    """Where the listener is.

    On failure: x 0.0, y 0.0, z 0.0."""
    result = _rt_audio_get_listener_position(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))
    return AudioPosition(result.x, result.y, result.z)


_rt_audio_set_listener_orientation = _declare("rt_audio_set_listener_orientation", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double, _c.c_double])


def rt_audio_set_listener_orientation(engine: int, forward_x: float, forward_y: float, forward_z: float, up_x: float, up_y: float, up_z: float) -> bool:
    """Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
    up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
    and parallel directions are refused.

    On failure: false."""
    return _rt_audio_set_listener_orientation(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), forward_x, forward_y, forward_z, up_x, up_y, up_z)


_rt_audio_playback_fade_in = _declare("rt_audio_playback_fade_in", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_audio_playback_fade_in(handle: int, duration_ms: int) -> bool:
    """Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
    silence, or from where a fade-out under way has come to.

    On failure: false."""
    return _rt_audio_playback_fade_in(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))


_rt_audio_playback_fade_out = _declare("rt_audio_playback_fade_out", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_audio_playback_fade_out(handle: int, duration_ms: int) -> bool:
    """Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
    ended. Its handle stays valid until it is stopped.

    On failure: false."""
    return _rt_audio_playback_fade_out(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))


_rt_audio_playback_set_reverb = _declare("rt_audio_playback_set_reverb", _c.c_bool, [_c.c_int64, _c.c_double, _c.c_double])


def rt_audio_playback_set_reverb(handle: int, room_size: float, damping: float) -> bool:
    """Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
    60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
    tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
    Dreampoint. `rt_audio_playback_clear_effects` takes the room away.

    On failure: false."""
    return _rt_audio_playback_set_reverb(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), room_size, damping)


_rt_audio_playback_set_delay = _declare("rt_audio_playback_set_delay", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double])


def rt_audio_playback_set_delay(handle: int, delay_ms: int, decay: float) -> bool:
    """Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
    10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.

    On failure: false."""
    return _rt_audio_playback_set_delay(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), delay_ms if 0 <= delay_ms <= 9223372036854775807 else _rt.integer(delay_ms), decay)


_rt_audio_mixer_create = _declare("rt_audio_mixer_create", _c.c_int64, [_c.c_int64])


def rt_audio_mixer_create(engine: int) -> int:
    """A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
    `rt_audio_mixer_free`.

    On failure: 0."""
    return _rt_audio_mixer_create(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_mixer_free = _declare("rt_audio_mixer_free", _c.c_bool, [_c.c_int64])


def rt_audio_mixer_free(mixer: int) -> bool:
    """Frees a mixer. What it started plays on.

    On failure: false."""
    return _rt_audio_mixer_free(mixer if 0 <= mixer <= 9223372036854775807 else _rt.integer(mixer))


_rt_audio_mixer_add_source = _declare("rt_audio_mixer_add_source", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_audio_mixer_add_source(mixer: int, source: int) -> bool:
    """Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
    sounds twice.

    On failure: false."""
    return _rt_audio_mixer_add_source(mixer if 0 <= mixer <= 9223372036854775807 else _rt.integer(mixer), source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_mixer_set_volume = _declare("rt_audio_mixer_set_volume", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_audio_mixer_set_volume(mixer: int, volume: float) -> bool:
    """Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
    10 ms, without a click.

    On failure: false."""
    return _rt_audio_mixer_set_volume(mixer if 0 <= mixer <= 9223372036854775807 else _rt.integer(mixer), volume)


_rt_audio_mixer_play = _declare("rt_audio_mixer_play", _c.c_int64, [_c.c_int64])


def rt_audio_mixer_play(mixer: int) -> int:
    """Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
    playback has its own volume besides the mixer's. A mixer without sources fails.

    On failure: 0."""
    return _rt_audio_mixer_play(mixer if 0 <= mixer <= 9223372036854775807 else _rt.integer(mixer))


_rt_audio_source_get_sample_rate = _declare("rt_audio_source_get_sample_rate", _c.c_int64, [_c.c_int64])


def rt_audio_source_get_sample_rate(source: int) -> int:
    """Frames per second of a source, as its file has them.

    On failure: -1."""
    return _rt_audio_source_get_sample_rate(source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_source_get_channels = _declare("rt_audio_source_get_channels", _c.c_int64, [_c.c_int64])


def rt_audio_source_get_channels(source: int) -> int:
    """Samples per frame of a source: 1 for mono, 2 for stereo.

    On failure: -1."""
    return _rt_audio_source_get_channels(source if 0 <= source <= 9223372036854775807 else _rt.integer(source))


_rt_audio_get_supported_formats = _declare("rt_audio_get_supported_formats", _rt.TextArray, [])


def rt_audio_get_supported_formats() -> list[str]:
    """The formats that can be decoded, by their usual file name extension."""
    return _rt_audio_get_supported_formats().take()


_rt_audio_get_last_error = _declare("rt_audio_get_last_error", _c.c_void_p, [])


def rt_audio_get_last_error() -> str:
    """Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_audio_get_last_error())


_rt_audio_available = _declare("rt_audio_available", _c.c_bool, [])


def rt_audio_available() -> bool:
    """True where this build holds the audio library, as it does where this links."""
    return _rt_audio_available()


_rt_audio_clear_error = _declare("rt_audio_clear_error", None, [])


def rt_audio_clear_error() -> None:
    """Forgets why this thread's last failed audio call failed."""
    return _rt_audio_clear_error()


_rt_audio_version = _declare("rt_audio_version", _c.c_void_p, [])


def rt_audio_version() -> str:
    """The version of the wrapped library, the crate `rodio`."""
    return _take_text(_rt_audio_version())


_rt_audio_init_offline = _declare("rt_audio_init_offline", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_audio_init_offline(sample_rate: int, channels: int) -> int:
    """An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
    servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
    the same calls give the same samples. Release it with `rt_audio_shutdown`.

    On failure: 0."""
    return _rt_audio_init_offline(sample_rate if 0 <= sample_rate <= 9223372036854775807 else _rt.integer(sample_rate), channels if 0 <= channels <= 9223372036854775807 else _rt.integer(channels))


_rt_audio_render = _declare("rt_audio_render", _rt.F64Array, [_c.c_int64, _c.c_int64])


def rt_audio_render(engine: int, frames: int) -> list[float]:
    """The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
    They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.

    On failure: []."""
    return _rt_audio_render(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), frames if 0 <= frames <= 9223372036854775807 else _rt.integer(frames)).take()


_rt_audio_get_sample_rate = _declare("rt_audio_get_sample_rate", _c.c_int64, [_c.c_int64])


def rt_audio_get_sample_rate(engine: int) -> int:
    """Frames per second that an engine plays.

    On failure: -1."""
    return _rt_audio_get_sample_rate(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_get_channels = _declare("rt_audio_get_channels", _c.c_int64, [_c.c_int64])


def rt_audio_get_channels(engine: int) -> int:
    """Samples per frame that an engine plays.

    On failure: -1."""
    return _rt_audio_get_channels(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_is_device_playing = _declare("rt_audio_is_device_playing", _c.c_bool, [_c.c_int64])


def rt_audio_is_device_playing(engine: int) -> bool:
    """True while a device plays the engine. False where it was lost and until another is there, and for an
    offline engine.

    On failure: false."""
    return _rt_audio_is_device_playing(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


_rt_audio_take_device_error = _declare("rt_audio_take_device_error", _c.c_void_p, [_c.c_int64])


def rt_audio_take_device_error(engine: int) -> str:
    """Why the engine's device was lost, told once for each loss: `""` where none was since the last call.

    On failure: ""."""
    return _take_text(_rt_audio_take_device_error(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine)))


_rt_audio_load_from_samples = _declare("rt_audio_load_from_samples", _c.c_int64, [_c.c_int64, _c.c_void_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_audio_load_from_samples(engine: int, samples: list[float] | None, sample_rate: int, channels: int) -> int:
    """A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
    `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.

    On failure: 0."""
    samples_data, samples_len, samples_kept = _rt.items("d", samples)
    return _rt_audio_load_from_samples(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine), samples_data, samples_len, sample_rate if 0 <= sample_rate <= 9223372036854775807 else _rt.integer(sample_rate), channels if 0 <= channels <= 9223372036854775807 else _rt.integer(channels))


_rt_audio_source_get_samples = _declare("rt_audio_source_get_samples", _rt.F64Array, [_c.c_int64])


def rt_audio_source_get_samples(source: int) -> list[float]:
    """The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.

    On failure: []."""
    return _rt_audio_source_get_samples(source if 0 <= source <= 9223372036854775807 else _rt.integer(source)).take()


_rt_audio_playback_get_time = _declare("rt_audio_playback_get_time", _c.c_double, [_c.c_int64])


def rt_audio_playback_get_time(handle: int) -> float:
    """How far a playback has come, in seconds of its sound; for a loop, since it last began.

    On failure: 0.0."""
    return _rt_audio_playback_get_time(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_get_duration = _declare("rt_audio_playback_get_duration", _c.c_double, [_c.c_int64])


def rt_audio_playback_get_duration(handle: int) -> float:
    """The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
    source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
    is the first link's; once music was decoded to its end, its length was counted.

    On failure: 0.0."""
    return _rt_audio_playback_get_duration(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_playback_seek = _declare("rt_audio_playback_seek", _c.c_bool, [_c.c_int64, _c.c_double])


def rt_audio_playback_seek(handle: int, seconds: float) -> bool:
    """Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
    it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
    where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
    read it fails, and what was decoded before is heard to its end.

    On failure: false."""
    return _rt_audio_playback_seek(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), seconds)


_rt_audio_playback_clear_effects = _declare("rt_audio_playback_clear_effects", _c.c_bool, [_c.c_int64])


def rt_audio_playback_clear_effects(handle: int) -> bool:
    """Takes a playback's echo and room away, their tails included.

    On failure: false."""
    return _rt_audio_playback_clear_effects(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_audio_free_ended = _declare("rt_audio_free_ended", _c.c_int64, [_c.c_int64])


def rt_audio_free_ended(engine: int) -> int:
    """Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
    and forget them.

    On failure: -1."""
    return _rt_audio_free_ended(engine if 0 <= engine <= 9223372036854775807 else _rt.integer(engine))


class AudioEngine(_rt.Owner):
    """A audio engine: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_audio_shutdown, self._handle)

    @staticmethod
    def init() -> "AudioEngine | None":
        """Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
        channels. 0 where no output can be opened; last error says why.

        A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
        aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
        tell. The engine is the caller's; release it with `rt_audio_shutdown`.

        On failure: 0."""
        result = _rt_audio_init()
        if not result:
            _fail()
        return AudioEngine(result, None) if result else None

    @staticmethod
    def init_offline(sample_rate: int, channels: int) -> "AudioEngine | None":
        """An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
        servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
        the same calls give the same samples. Release it with `rt_audio_shutdown`.

        On failure: 0."""
        result = _rt_audio_init_offline(sample_rate if 0 <= sample_rate <= 9223372036854775807 else _rt.integer(sample_rate), channels if 0 <= channels <= 9223372036854775807 else _rt.integer(channels))
        if not result:
            _fail()
        return AudioEngine(result, None) if result else None

    def set_master_volume(self, volume: float) -> bool:
        """Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
        clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.

        On failure: false."""
        result = _rt_audio_set_master_volume(self._handle, volume)
        if not result:
            _fail()
        return result

    def get_master_volume(self) -> float:
        """The gain over everything that `engine` plays, from 0 to 1.

        On failure: 0.0."""
        result = _rt_audio_get_master_volume(self._handle)
        if result == 0.0:
            _fail()
        return result

    def pause_all(self) -> bool:
        """Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.

        On failure: false."""
        result = _rt_audio_pause_all(self._handle)
        if not result:
            _fail()
        return result

    def resume_all(self) -> bool:
        """Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.

        On failure: false."""
        result = _rt_audio_resume_all(self._handle)
        if not result:
            _fail()
        return result

    def load_from_file(self, path: str | bytes | None) -> "AudioSource | None":
        """Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
        found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
        gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
        has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
        sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
        per sample: play that as music. Release the source with `rt_audio_source_free`.

        On failure: 0."""
        result = _rt_audio_load_from_file(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path))
        if not result:
            _fail()
        return AudioSource(result, self) if result else None

    def load_from_memory(self, data: bytes | bytearray | memoryview | None) -> "AudioSource | None":
        """The same from the bytes of a whole sound file, which are not needed afterwards.

        On failure: 0."""
        data_data, data_len = _rt.data(data)
        result = _rt_audio_load_from_memory(self._handle, data_data, data_len)
        if not result:
            _fail()
        return AudioSource(result, self) if result else None

    def play_sound(self, source: "AudioSource | None") -> "AudioPlayback | None":
        """Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
        sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.

        On failure: 0."""
        result = _rt_audio_play_sound(self._handle, source._handle if source is not None else 0)
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def play_sound_with_volume(self, source: "AudioSource | None", volume: float) -> "AudioPlayback | None":
        """The same at another volume, from the first sample: a linear gain of 0 and more.

        On failure: 0."""
        result = _rt_audio_play_sound_with_volume(self._handle, source._handle if source is not None else 0, volume)
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def play_sound_looped(self, source: "AudioSource | None") -> "AudioPlayback | None":
        """The same again and again, without a gap, until it is stopped.

        On failure: 0."""
        result = _rt_audio_play_sound_looped(self._handle, source._handle if source is not None else 0)
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def play_music(self, path: str | bytes | None) -> "AudioPlayback | None":
        """Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
        The playback is the caller's, to be released with `rt_audio_stop_music`.

        On failure: 0."""
        result = _rt_audio_play_music(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path))
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def play_music_looped(self, path: str | bytes | None) -> "AudioPlayback | None":
        """The same again and again, without a gap, until it is stopped.

        On failure: 0."""
        result = _rt_audio_play_music_looped(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path))
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def play_sound_spatial(self, source: "AudioSource | None", x: float, y: float, z: float) -> "AudioPlayback | None":
        """Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
        its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
        where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
        sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.

        On failure: 0."""
        result = _rt_audio_play_sound_spatial(self._handle, source._handle if source is not None else 0, x, y, z)
        if not result:
            _fail()
        return AudioPlayback(result, self) if result else None

    def set_listener_position(self, x: float, y: float, z: float) -> bool:
        """Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.

        On failure: false."""
        result = _rt_audio_set_listener_position(self._handle, x, y, z)
        if not result:
            _fail()
        return result

    def get_listener_position(self) -> AudioPosition:
        """Where the listener is.

        On failure: x 0.0, y 0.0, z 0.0."""
        result = _rt_audio_get_listener_position(self._handle)
        result = AudioPosition(result.x, result.y, result.z)
        if result.x == 0.0 and result.y == 0.0 and result.z == 0.0:
            _fail()
        return result

    def set_listener_orientation(self, forward_x: float, forward_y: float, forward_z: float, up_x: float, up_y: float, up_z: float) -> bool:
        """Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
        up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
        and parallel directions are refused.

        On failure: false."""
        result = _rt_audio_set_listener_orientation(self._handle, forward_x, forward_y, forward_z, up_x, up_y, up_z)
        if not result:
            _fail()
        return result

    def mixer_create(self) -> "AudioMixer | None":
        """A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
        `rt_audio_mixer_free`.

        On failure: 0."""
        result = _rt_audio_mixer_create(self._handle)
        if not result:
            _fail()
        return AudioMixer(result, self) if result else None

    def render(self, frames: int) -> list[float]:
        """The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
        They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.

        On failure: []."""
        result = _rt_audio_render(self._handle, frames if 0 <= frames <= 9223372036854775807 else _rt.integer(frames)).take()
        if not result:
            _fail()
        return result

    def get_sample_rate(self) -> int:
        """Frames per second that an engine plays.

        On failure: -1."""
        result = _rt_audio_get_sample_rate(self._handle)
        if result == -1:
            _fail()
        return result

    def get_channels(self) -> int:
        """Samples per frame that an engine plays.

        On failure: -1."""
        result = _rt_audio_get_channels(self._handle)
        if result == -1:
            _fail()
        return result

    def is_device_playing(self) -> bool:
        """True while a device plays the engine. False where it was lost and until another is there, and for an
        offline engine.

        On failure: false."""
        result = _rt_audio_is_device_playing(self._handle)
        if not result:
            _fail()
        return result

    def take_device_error(self) -> str:
        """Why the engine's device was lost, told once for each loss: `""` where none was since the last call.

        On failure: ""."""
        result = _take_text(_rt_audio_take_device_error(self._handle))
        if not result:
            _fail()
        return result

    def load_from_samples(self, samples: list[float] | None, sample_rate: int, channels: int) -> "AudioSource | None":
        """A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
        `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.

        On failure: 0."""
        samples_data, samples_len, samples_kept = _rt.items("d", samples)
        result = _rt_audio_load_from_samples(self._handle, samples_data, samples_len, sample_rate if 0 <= sample_rate <= 9223372036854775807 else _rt.integer(sample_rate), channels if 0 <= channels <= 9223372036854775807 else _rt.integer(channels))
        if not result:
            _fail()
        return AudioSource(result, self) if result else None

    def free_ended(self) -> int:
        """Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
        and forget them.

        On failure: -1."""
        result = _rt_audio_free_ended(self._handle)
        if result == -1:
            _fail()
        return result


class AudioSource(_rt.Owner):
    """A audio source, which belongs to its audio engine and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_audio_source_free, self._handle)

    def duration(self) -> float:
        """The length of a source in seconds, at its own speed.

        On failure: 0.0."""
        result = _rt_audio_source_duration(self._handle)
        if result == 0.0:
            _fail()
        return result

    def get_sample_rate(self) -> int:
        """Frames per second of a source, as its file has them.

        On failure: -1."""
        result = _rt_audio_source_get_sample_rate(self._handle)
        if result == -1:
            _fail()
        return result

    def get_channels(self) -> int:
        """Samples per frame of a source: 1 for mono, 2 for stereo.

        On failure: -1."""
        result = _rt_audio_source_get_channels(self._handle)
        if result == -1:
            _fail()
        return result

    def get_samples(self) -> list[float]:
        """The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.

        On failure: []."""
        result = _rt_audio_source_get_samples(self._handle).take()
        if not result:
            _fail()
        return result


class AudioPlayback(_rt.Owner):
    """A audio playback, which belongs to its audio engine and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_audio_playback_stop, self._handle)

    def stop_music(self) -> bool:
        """Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.

        On failure: false."""
        result = _rt_audio_stop_music(self._handle)
        if not result:
            _fail()
        self._handle = 0
        return result

    def pause(self) -> bool:
        """Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.

        On failure: false."""
        result = _rt_audio_playback_pause(self._handle)
        if not result:
            _fail()
        return result

    def resume(self) -> bool:
        """Goes on with a playback that was paused.

        On failure: false."""
        result = _rt_audio_playback_resume(self._handle)
        if not result:
            _fail()
        return result

    def is_playing(self) -> bool:
        """True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
        paused. The tail of an effect counts.

        On failure: false."""
        result = _rt_audio_playback_is_playing(self._handle)
        if not result:
            _fail()
        return result

    def is_paused(self) -> bool:
        """True where a playback has not ended and is paused, by itself or with all others.

        On failure: false."""
        result = _rt_audio_playback_is_paused(self._handle)
        if not result:
            _fail()
        return result

    def set_volume(self, volume: float) -> bool:
        """Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
        before the first sample it is immediate.

        On failure: false."""
        result = _rt_audio_playback_set_volume(self._handle, volume)
        if not result:
            _fail()
        return result

    def get_volume(self) -> float:
        """The gain that was set, whatever a fade makes of it.

        On failure: 0.0."""
        result = _rt_audio_playback_get_volume(self._handle)
        if result == 0.0:
            _fail()
        return result

    def set_speed(self, speed: float) -> bool:
        """Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.

        On failure: false."""
        result = _rt_audio_playback_set_speed(self._handle, speed)
        if not result:
            _fail()
        return result

    def get_speed(self) -> float:
        """The speed that was set.

        On failure: 0.0."""
        result = _rt_audio_playback_get_speed(self._handle)
        if result == 0.0:
            _fail()
        return result

    def set_position(self, x: float, y: float, z: float) -> bool:
        """Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
        no position has one from now on.

        On failure: false."""
        result = _rt_audio_playback_set_position(self._handle, x, y, z)
        if not result:
            _fail()
        return result

    def get_position(self) -> AudioPosition:
        """Where a playback is. A playback without a position fails.

        On failure: x 0.0, y 0.0, z 0.0."""
        result = _rt_audio_playback_get_position(self._handle)
        result = AudioPosition(result.x, result.y, result.z)
        if result.x == 0.0 and result.y == 0.0 and result.z == 0.0:
            _fail()
        return result

    def fade_in(self, duration_ms: int) -> bool:
        """Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
        silence, or from where a fade-out under way has come to.

        On failure: false."""
        result = _rt_audio_playback_fade_in(self._handle, duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))
        if not result:
            _fail()
        return result

    def fade_out(self, duration_ms: int) -> bool:
        """Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
        ended. Its handle stays valid until it is stopped.

        On failure: false."""
        result = _rt_audio_playback_fade_out(self._handle, duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))
        if not result:
            _fail()
        return result

    def set_reverb(self, room_size: float, damping: float) -> bool:
        """Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
        60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
        tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
        Dreampoint. `rt_audio_playback_clear_effects` takes the room away.

        On failure: false."""
        result = _rt_audio_playback_set_reverb(self._handle, room_size, damping)
        if not result:
            _fail()
        return result

    def set_delay(self, delay_ms: int, decay: float) -> bool:
        """Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
        10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.

        On failure: false."""
        result = _rt_audio_playback_set_delay(self._handle, delay_ms if 0 <= delay_ms <= 9223372036854775807 else _rt.integer(delay_ms), decay)
        if not result:
            _fail()
        return result

    def get_time(self) -> float:
        """How far a playback has come, in seconds of its sound; for a loop, since it last began.

        On failure: 0.0."""
        result = _rt_audio_playback_get_time(self._handle)
        if result == 0.0:
            _fail()
        return result

    def get_duration(self) -> float:
        """The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
        source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
        is the first link's; once music was decoded to its end, its length was counted.

        On failure: 0.0."""
        result = _rt_audio_playback_get_duration(self._handle)
        if result == 0.0:
            _fail()
        return result

    def seek(self, seconds: float) -> bool:
        """Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
        it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
        where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
        read it fails, and what was decoded before is heard to its end.

        On failure: false."""
        result = _rt_audio_playback_seek(self._handle, seconds)
        if not result:
            _fail()
        return result

    def clear_effects(self) -> bool:
        """Takes a playback's echo and room away, their tails included.

        On failure: false."""
        result = _rt_audio_playback_clear_effects(self._handle)
        if not result:
            _fail()
        return result


class AudioMixer(_rt.Owner):
    """A audio mixer, which belongs to its audio engine and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_audio_mixer_free, self._handle)

    def add_source(self, source: "AudioSource | None") -> bool:
        """Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
        sounds twice.

        On failure: false."""
        result = _rt_audio_mixer_add_source(self._handle, source._handle if source is not None else 0)
        if not result:
            _fail()
        return result

    def set_volume(self, volume: float) -> bool:
        """Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
        10 ms, without a click.

        On failure: false."""
        result = _rt_audio_mixer_set_volume(self._handle, volume)
        if not result:
            _fail()
        return result

    def play(self) -> "AudioPlayback | None":
        """Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
        playback has its own volume besides the mixer's. A mixer without sources fails.

        On failure: 0."""
        result = _rt_audio_mixer_play(self._handle)
        if not result:
            _fail()
        return AudioPlayback(result, self._parent) if result else None
