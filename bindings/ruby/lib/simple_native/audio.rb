# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # Sound: decoded by symphonia, mixed here, played by rodio.
  #
  # rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
  # sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
  # echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
  # to 40 % longer and a failure has no reason.
  module Audio
    extend Library
    self.library = "audio"

    # A place in the room, in metres.
    AudioPosition = Runtime.structure(24, "@0d@8d@16d", [:f64, :f64, :f64], :x, :y, :z)

    RT_AUDIO_INIT = declare("rt_audio_init", [], I64)
    # Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
    # channels. 0 where no output can be opened; last error says why.
    #
    # A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
    # aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
    # tell. The engine is the caller's; release it with `rt_audio_shutdown`.
    #
    # On failure: 0.
    def self.rt_audio_init() = RT_AUDIO_INIT.call()

    RT_AUDIO_SHUTDOWN = declare("rt_audio_shutdown", [I64], BOOL)
    # Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
    # playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
    #
    # On failure: false.
    def self.rt_audio_shutdown(engine) = RT_AUDIO_SHUTDOWN.call(Runtime.integer(engine)) != 0

    RT_AUDIO_SET_MASTER_VOLUME = declare("rt_audio_set_master_volume", [I64, F64], BOOL)
    # Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
    # clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
    #
    # On failure: false.
    def self.rt_audio_set_master_volume(engine, volume) = RT_AUDIO_SET_MASTER_VOLUME.call(Runtime.integer(engine), volume) != 0

    RT_AUDIO_GET_MASTER_VOLUME = declare("rt_audio_get_master_volume", [I64], F64)
    # The gain over everything that `engine` plays, from 0 to 1.
    #
    # On failure: 0.0.
    def self.rt_audio_get_master_volume(engine) = RT_AUDIO_GET_MASTER_VOLUME.call(Runtime.integer(engine))

    RT_AUDIO_PAUSE_ALL = declare("rt_audio_pause_all", [I64], BOOL)
    # Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
    #
    # On failure: false.
    def self.rt_audio_pause_all(engine) = RT_AUDIO_PAUSE_ALL.call(Runtime.integer(engine)) != 0

    RT_AUDIO_RESUME_ALL = declare("rt_audio_resume_all", [I64], BOOL)
    # Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
    #
    # On failure: false.
    def self.rt_audio_resume_all(engine) = RT_AUDIO_RESUME_ALL.call(Runtime.integer(engine)) != 0

    RT_AUDIO_LOAD_FROM_FILE = declare("rt_audio_load_from_file", [I64, PTR], I64)
    # Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
    # found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
    # gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
    # has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
    # sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
    # per sample: play that as music. Release the source with `rt_audio_source_free`.
    #
    # On failure: 0.
    def self.rt_audio_load_from_file(engine, path) = RT_AUDIO_LOAD_FROM_FILE.call(Runtime.integer(engine), Runtime.text(path))

    RT_AUDIO_LOAD_FROM_MEMORY = declare("rt_audio_load_from_memory", [I64, PTR, I64], I64)
    # The same from the bytes of a whole sound file, which are not needed afterwards.
    #
    # On failure: 0.
    def self.rt_audio_load_from_memory(engine, data) = RT_AUDIO_LOAD_FROM_MEMORY.call(Runtime.integer(engine), *Runtime.bytes(data))

    RT_AUDIO_SOURCE_FREE = declare("rt_audio_source_free", [I64], BOOL)
    # Frees a source. What plays it goes on to its end.
    #
    # On failure: false.
    def self.rt_audio_source_free(source) = RT_AUDIO_SOURCE_FREE.call(Runtime.integer(source)) != 0

    RT_AUDIO_SOURCE_DURATION = declare("rt_audio_source_duration", [I64], F64)
    # The length of a source in seconds, at its own speed.
    #
    # On failure: 0.0.
    def self.rt_audio_source_duration(source) = RT_AUDIO_SOURCE_DURATION.call(Runtime.integer(source))

    RT_AUDIO_PLAY_SOUND = declare("rt_audio_play_sound", [I64, I64], I64)
    # Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
    # sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
    #
    # On failure: 0.
    def self.rt_audio_play_sound(engine, source) = RT_AUDIO_PLAY_SOUND.call(Runtime.integer(engine), Runtime.integer(source))

    RT_AUDIO_PLAY_SOUND_WITH_VOLUME = declare("rt_audio_play_sound_with_volume", [I64, I64, F64], I64)
    # The same at another volume, from the first sample: a linear gain of 0 and more.
    #
    # On failure: 0.
    def self.rt_audio_play_sound_with_volume(engine, source, volume) = RT_AUDIO_PLAY_SOUND_WITH_VOLUME.call(Runtime.integer(engine), Runtime.integer(source), volume)

    RT_AUDIO_PLAY_SOUND_LOOPED = declare("rt_audio_play_sound_looped", [I64, I64], I64)
    # The same again and again, without a gap, until it is stopped.
    #
    # On failure: 0.
    def self.rt_audio_play_sound_looped(engine, source) = RT_AUDIO_PLAY_SOUND_LOOPED.call(Runtime.integer(engine), Runtime.integer(source))

    RT_AUDIO_PLAY_MUSIC = declare("rt_audio_play_music", [I64, PTR], I64)
    # Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
    # The playback is the caller's, to be released with `rt_audio_stop_music`.
    #
    # On failure: 0.
    def self.rt_audio_play_music(engine, path) = RT_AUDIO_PLAY_MUSIC.call(Runtime.integer(engine), Runtime.text(path))

    RT_AUDIO_PLAY_MUSIC_LOOPED = declare("rt_audio_play_music_looped", [I64, PTR], I64)
    # The same again and again, without a gap, until it is stopped.
    #
    # On failure: 0.
    def self.rt_audio_play_music_looped(engine, path) = RT_AUDIO_PLAY_MUSIC_LOOPED.call(Runtime.integer(engine), Runtime.text(path))

    RT_AUDIO_STOP_MUSIC = declare("rt_audio_stop_music", [I64], BOOL)
    # Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
    #
    # On failure: false.
    def self.rt_audio_stop_music(handle) = RT_AUDIO_STOP_MUSIC.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_STOP = declare("rt_audio_playback_stop", [I64], BOOL)
    # Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
    # out first.
    #
    # On failure: false.
    def self.rt_audio_playback_stop(handle) = RT_AUDIO_PLAYBACK_STOP.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_PAUSE = declare("rt_audio_playback_pause", [I64], BOOL)
    # Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
    #
    # On failure: false.
    def self.rt_audio_playback_pause(handle) = RT_AUDIO_PLAYBACK_PAUSE.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_RESUME = declare("rt_audio_playback_resume", [I64], BOOL)
    # Goes on with a playback that was paused.
    #
    # On failure: false.
    def self.rt_audio_playback_resume(handle) = RT_AUDIO_PLAYBACK_RESUME.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_IS_PLAYING = declare("rt_audio_playback_is_playing", [I64], BOOL)
    # True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
    # paused. The tail of an effect counts.
    #
    # On failure: false.
    def self.rt_audio_playback_is_playing(handle) = RT_AUDIO_PLAYBACK_IS_PLAYING.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_IS_PAUSED = declare("rt_audio_playback_is_paused", [I64], BOOL)
    # True where a playback has not ended and is paused, by itself or with all others.
    #
    # On failure: false.
    def self.rt_audio_playback_is_paused(handle) = RT_AUDIO_PLAYBACK_IS_PAUSED.call(Runtime.integer(handle)) != 0

    RT_AUDIO_PLAYBACK_SET_VOLUME = declare("rt_audio_playback_set_volume", [I64, F64], BOOL)
    # Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
    # before the first sample it is immediate.
    #
    # On failure: false.
    def self.rt_audio_playback_set_volume(handle, volume) = RT_AUDIO_PLAYBACK_SET_VOLUME.call(Runtime.integer(handle), volume) != 0

    RT_AUDIO_PLAYBACK_GET_VOLUME = declare("rt_audio_playback_get_volume", [I64], F64)
    # The gain that was set, whatever a fade makes of it.
    #
    # On failure: 0.0.
    def self.rt_audio_playback_get_volume(handle) = RT_AUDIO_PLAYBACK_GET_VOLUME.call(Runtime.integer(handle))

    RT_AUDIO_PLAYBACK_SET_SPEED = declare("rt_audio_playback_set_speed", [I64, F64], BOOL)
    # Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
    #
    # On failure: false.
    def self.rt_audio_playback_set_speed(handle, speed) = RT_AUDIO_PLAYBACK_SET_SPEED.call(Runtime.integer(handle), speed) != 0

    RT_AUDIO_PLAYBACK_GET_SPEED = declare("rt_audio_playback_get_speed", [I64], F64)
    # The speed that was set.
    #
    # On failure: 0.0.
    def self.rt_audio_playback_get_speed(handle) = RT_AUDIO_PLAYBACK_GET_SPEED.call(Runtime.integer(handle))

    RT_AUDIO_PLAY_SOUND_SPATIAL = declare("rt_audio_play_sound_spatial", [I64, I64, F64, F64, F64], I64)
    # Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
    # its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
    # where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
    # sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
    #
    # On failure: 0.
    def self.rt_audio_play_sound_spatial(engine, source, x, y, z) = RT_AUDIO_PLAY_SOUND_SPATIAL.call(Runtime.integer(engine), Runtime.integer(source), x, y, z)

    RT_AUDIO_PLAYBACK_SET_POSITION = declare("rt_audio_playback_set_position", [I64, F64, F64, F64], BOOL)
    # Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
    # no position has one from now on.
    #
    # On failure: false.
    def self.rt_audio_playback_set_position(handle, x, y, z) = RT_AUDIO_PLAYBACK_SET_POSITION.call(Runtime.integer(handle), x, y, z) != 0

    RT_AUDIO_PLAYBACK_GET_POSITION = declare("rt_audio_playback_get_position", [I64], AudioPosition)
    # Where a playback is. A playback without a position fails.
    #
    # On failure: x 0.0, y 0.0, z 0.0.
    def self.rt_audio_playback_get_position(handle) = RT_AUDIO_PLAYBACK_GET_POSITION.call(Runtime.integer(handle))

    RT_AUDIO_SET_LISTENER_POSITION = declare("rt_audio_set_listener_position", [I64, F64, F64, F64], BOOL)
    # Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
    #
    # On failure: false.
    def self.rt_audio_set_listener_position(engine, x, y, z) = RT_AUDIO_SET_LISTENER_POSITION.call(Runtime.integer(engine), x, y, z) != 0

    RT_AUDIO_GET_LISTENER_POSITION = declare("rt_audio_get_listener_position", [I64], AudioPosition)
    # Where the listener is.
    #
    # On failure: x 0.0, y 0.0, z 0.0.
    def self.rt_audio_get_listener_position(engine) = RT_AUDIO_GET_LISTENER_POSITION.call(Runtime.integer(engine))

    RT_AUDIO_SET_LISTENER_ORIENTATION = declare("rt_audio_set_listener_orientation", [I64, F64, F64, F64, F64, F64, F64], BOOL)
    # Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
    # up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
    # and parallel directions are refused.
    #
    # On failure: false.
    def self.rt_audio_set_listener_orientation(engine, forward_x, forward_y, forward_z, up_x, up_y, up_z) = RT_AUDIO_SET_LISTENER_ORIENTATION.call(Runtime.integer(engine), forward_x, forward_y, forward_z, up_x, up_y, up_z) != 0

    RT_AUDIO_PLAYBACK_FADE_IN = declare("rt_audio_playback_fade_in", [I64, I64], BOOL)
    # Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
    # silence, or from where a fade-out under way has come to.
    #
    # On failure: false.
    def self.rt_audio_playback_fade_in(handle, duration_ms) = RT_AUDIO_PLAYBACK_FADE_IN.call(Runtime.integer(handle), Runtime.integer(duration_ms)) != 0

    RT_AUDIO_PLAYBACK_FADE_OUT = declare("rt_audio_playback_fade_out", [I64, I64], BOOL)
    # Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
    # ended. Its handle stays valid until it is stopped.
    #
    # On failure: false.
    def self.rt_audio_playback_fade_out(handle, duration_ms) = RT_AUDIO_PLAYBACK_FADE_OUT.call(Runtime.integer(handle), Runtime.integer(duration_ms)) != 0

    RT_AUDIO_PLAYBACK_SET_REVERB = declare("rt_audio_playback_set_reverb", [I64, F64, F64], BOOL)
    # Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
    # 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
    # tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
    # Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
    #
    # On failure: false.
    def self.rt_audio_playback_set_reverb(handle, room_size, damping) = RT_AUDIO_PLAYBACK_SET_REVERB.call(Runtime.integer(handle), room_size, damping) != 0

    RT_AUDIO_PLAYBACK_SET_DELAY = declare("rt_audio_playback_set_delay", [I64, I64, F64], BOOL)
    # Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
    # 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
    #
    # On failure: false.
    def self.rt_audio_playback_set_delay(handle, delay_ms, decay) = RT_AUDIO_PLAYBACK_SET_DELAY.call(Runtime.integer(handle), Runtime.integer(delay_ms), decay) != 0

    RT_AUDIO_MIXER_CREATE = declare("rt_audio_mixer_create", [I64], I64)
    # A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
    # `rt_audio_mixer_free`.
    #
    # On failure: 0.
    def self.rt_audio_mixer_create(engine) = RT_AUDIO_MIXER_CREATE.call(Runtime.integer(engine))

    RT_AUDIO_MIXER_FREE = declare("rt_audio_mixer_free", [I64], BOOL)
    # Frees a mixer. What it started plays on.
    #
    # On failure: false.
    def self.rt_audio_mixer_free(mixer) = RT_AUDIO_MIXER_FREE.call(Runtime.integer(mixer)) != 0

    RT_AUDIO_MIXER_ADD_SOURCE = declare("rt_audio_mixer_add_source", [I64, I64], BOOL)
    # Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
    # sounds twice.
    #
    # On failure: false.
    def self.rt_audio_mixer_add_source(mixer, source) = RT_AUDIO_MIXER_ADD_SOURCE.call(Runtime.integer(mixer), Runtime.integer(source)) != 0

    RT_AUDIO_MIXER_SET_VOLUME = declare("rt_audio_mixer_set_volume", [I64, F64], BOOL)
    # Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
    # 10 ms, without a click.
    #
    # On failure: false.
    def self.rt_audio_mixer_set_volume(mixer, volume) = RT_AUDIO_MIXER_SET_VOLUME.call(Runtime.integer(mixer), volume) != 0

    RT_AUDIO_MIXER_PLAY = declare("rt_audio_mixer_play", [I64], I64)
    # Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
    # playback has its own volume besides the mixer's. A mixer without sources fails.
    #
    # On failure: 0.
    def self.rt_audio_mixer_play(mixer) = RT_AUDIO_MIXER_PLAY.call(Runtime.integer(mixer))

    RT_AUDIO_SOURCE_GET_SAMPLE_RATE = declare("rt_audio_source_get_sample_rate", [I64], I64)
    # Frames per second of a source, as its file has them.
    #
    # On failure: -1.
    def self.rt_audio_source_get_sample_rate(source) = RT_AUDIO_SOURCE_GET_SAMPLE_RATE.call(Runtime.integer(source))

    RT_AUDIO_SOURCE_GET_CHANNELS = declare("rt_audio_source_get_channels", [I64], I64)
    # Samples per frame of a source: 1 for mono, 2 for stereo.
    #
    # On failure: -1.
    def self.rt_audio_source_get_channels(source) = RT_AUDIO_SOURCE_GET_CHANNELS.call(Runtime.integer(source))

    RT_AUDIO_GET_SUPPORTED_FORMATS = declare("rt_audio_get_supported_formats", [], :texts)
    # The formats that can be decoded, by their usual file name extension.
    def self.rt_audio_get_supported_formats() = RT_AUDIO_GET_SUPPORTED_FORMATS.call()

    RT_AUDIO_GET_LAST_ERROR = declare("rt_audio_get_last_error", [], PTR)
    # Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_audio_get_last_error() = Runtime.take_text(RT_AUDIO_GET_LAST_ERROR.call())

    RT_AUDIO_AVAILABLE = declare("rt_audio_available", [], BOOL)
    # True where this build holds the audio library, as it does where this links.
    def self.rt_audio_available() = RT_AUDIO_AVAILABLE.call() != 0

    RT_AUDIO_CLEAR_ERROR = declare("rt_audio_clear_error", [], VOID)
    # Forgets why this thread's last failed audio call failed.
    def self.rt_audio_clear_error() = RT_AUDIO_CLEAR_ERROR.call()

    RT_AUDIO_VERSION = declare("rt_audio_version", [], PTR)
    # The version of the wrapped library, the crate `rodio`.
    def self.rt_audio_version() = Runtime.take_text(RT_AUDIO_VERSION.call())

    RT_AUDIO_INIT_OFFLINE = declare("rt_audio_init_offline", [I64, I64], I64)
    # An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
    # servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
    # the same calls give the same samples. Release it with `rt_audio_shutdown`.
    #
    # On failure: 0.
    def self.rt_audio_init_offline(sample_rate, channels) = RT_AUDIO_INIT_OFFLINE.call(Runtime.integer(sample_rate), Runtime.integer(channels))

    RT_AUDIO_RENDER = declare("rt_audio_render", [I64, I64], :floats)
    # The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
    # They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
    #
    # On failure: [].
    def self.rt_audio_render(engine, frames) = RT_AUDIO_RENDER.call(Runtime.integer(engine), Runtime.integer(frames))

    RT_AUDIO_GET_SAMPLE_RATE = declare("rt_audio_get_sample_rate", [I64], I64)
    # Frames per second that an engine plays.
    #
    # On failure: -1.
    def self.rt_audio_get_sample_rate(engine) = RT_AUDIO_GET_SAMPLE_RATE.call(Runtime.integer(engine))

    RT_AUDIO_GET_CHANNELS = declare("rt_audio_get_channels", [I64], I64)
    # Samples per frame that an engine plays.
    #
    # On failure: -1.
    def self.rt_audio_get_channels(engine) = RT_AUDIO_GET_CHANNELS.call(Runtime.integer(engine))

    RT_AUDIO_IS_DEVICE_PLAYING = declare("rt_audio_is_device_playing", [I64], BOOL)
    # True while a device plays the engine. False where it was lost and until another is there, and for an
    # offline engine.
    #
    # On failure: false.
    def self.rt_audio_is_device_playing(engine) = RT_AUDIO_IS_DEVICE_PLAYING.call(Runtime.integer(engine)) != 0

    RT_AUDIO_TAKE_DEVICE_ERROR = declare("rt_audio_take_device_error", [I64], PTR)
    # Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
    #
    # On failure: "".
    def self.rt_audio_take_device_error(engine) = Runtime.take_text(RT_AUDIO_TAKE_DEVICE_ERROR.call(Runtime.integer(engine)))

    RT_AUDIO_LOAD_FROM_SAMPLES = declare("rt_audio_load_from_samples", [I64, PTR, I64, I64, I64], I64)
    # A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
    # `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
    #
    # On failure: 0.
    def self.rt_audio_load_from_samples(engine, samples, sample_rate, channels) = RT_AUDIO_LOAD_FROM_SAMPLES.call(Runtime.integer(engine), *Runtime.floats(samples), Runtime.integer(sample_rate), Runtime.integer(channels))

    RT_AUDIO_SOURCE_GET_SAMPLES = declare("rt_audio_source_get_samples", [I64], :floats)
    # The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
    #
    # On failure: [].
    def self.rt_audio_source_get_samples(source) = RT_AUDIO_SOURCE_GET_SAMPLES.call(Runtime.integer(source))

    RT_AUDIO_PLAYBACK_GET_TIME = declare("rt_audio_playback_get_time", [I64], F64)
    # How far a playback has come, in seconds of its sound; for a loop, since it last began.
    #
    # On failure: 0.0.
    def self.rt_audio_playback_get_time(handle) = RT_AUDIO_PLAYBACK_GET_TIME.call(Runtime.integer(handle))

    RT_AUDIO_PLAYBACK_GET_DURATION = declare("rt_audio_playback_get_duration", [I64], F64)
    # The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
    # source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
    # is the first link's; once music was decoded to its end, its length was counted.
    #
    # On failure: 0.0.
    def self.rt_audio_playback_get_duration(handle) = RT_AUDIO_PLAYBACK_GET_DURATION.call(Runtime.integer(handle))

    RT_AUDIO_PLAYBACK_SEEK = declare("rt_audio_playback_seek", [I64, F64], BOOL)
    # Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
    # it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
    # where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
    # read it fails, and what was decoded before is heard to its end.
    #
    # On failure: false.
    def self.rt_audio_playback_seek(handle, seconds) = RT_AUDIO_PLAYBACK_SEEK.call(Runtime.integer(handle), seconds) != 0

    RT_AUDIO_PLAYBACK_CLEAR_EFFECTS = declare("rt_audio_playback_clear_effects", [I64], BOOL)
    # Takes a playback's echo and room away, their tails included.
    #
    # On failure: false.
    def self.rt_audio_playback_clear_effects(handle) = RT_AUDIO_PLAYBACK_CLEAR_EFFECTS.call(Runtime.integer(handle)) != 0

    RT_AUDIO_FREE_ENDED = declare("rt_audio_free_ended", [I64], I64)
    # Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
    # and forget them.
    #
    # On failure: -1.
    def self.rt_audio_free_ended(engine) = RT_AUDIO_FREE_ENDED.call(Runtime.integer(engine))

    # A audio engine. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class AudioEngine < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Audio.quietly(RT_AUDIO_SHUTDOWN, handle)
      end

      # Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
      # channels. 0 where no output can be opened; last error says why.
      #
      # A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
      # aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
      # tell. The engine is the caller's; release it with `rt_audio_shutdown`.
      #
      # On failure: 0.
      def self.init(&block)
        result = RT_AUDIO_INIT.call()
        SimpleNative::Audio.check if result == 0
        AudioEngine.wrap(result, nil, true, &block)
      end

      # An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
      # servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
      # the same calls give the same samples. Release it with `rt_audio_shutdown`.
      #
      # On failure: 0.
      def self.init_offline(sample_rate, channels, &block)
        result = RT_AUDIO_INIT_OFFLINE.call(Runtime.integer(sample_rate), Runtime.integer(channels))
        SimpleNative::Audio.check if result == 0
        AudioEngine.wrap(result, nil, true, &block)
      end

      # Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
      # clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
      #
      # On failure: false.
      def set_master_volume(volume)
        result = RT_AUDIO_SET_MASTER_VOLUME.call(@handle, volume) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # The gain over everything that `engine` plays, from 0 to 1.
      #
      # On failure: 0.0.
      def get_master_volume()
        result = RT_AUDIO_GET_MASTER_VOLUME.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
      #
      # On failure: false.
      def pause_all()
        result = RT_AUDIO_PAUSE_ALL.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
      #
      # On failure: false.
      def resume_all()
        result = RT_AUDIO_RESUME_ALL.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
      # found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
      # gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
      # has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
      # sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
      # per sample: play that as music. Release the source with `rt_audio_source_free`.
      #
      # On failure: 0.
      def load_from_file(path)
        result = RT_AUDIO_LOAD_FROM_FILE.call(@handle, Runtime.text(path))
        SimpleNative::Audio.check if result == 0
        AudioSource.wrap(result, self, true)
      end

      # The same from the bytes of a whole sound file, which are not needed afterwards.
      #
      # On failure: 0.
      def load_from_memory(data)
        result = RT_AUDIO_LOAD_FROM_MEMORY.call(@handle, *Runtime.bytes(data))
        SimpleNative::Audio.check if result == 0
        AudioSource.wrap(result, self, true)
      end

      # Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
      # sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
      #
      # On failure: 0.
      def play_sound(source)
        result = RT_AUDIO_PLAY_SOUND.call(@handle, (source&.handle || 0))
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # The same at another volume, from the first sample: a linear gain of 0 and more.
      #
      # On failure: 0.
      def play_sound_with_volume(source, volume)
        result = RT_AUDIO_PLAY_SOUND_WITH_VOLUME.call(@handle, (source&.handle || 0), volume)
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # The same again and again, without a gap, until it is stopped.
      #
      # On failure: 0.
      def play_sound_looped(source)
        result = RT_AUDIO_PLAY_SOUND_LOOPED.call(@handle, (source&.handle || 0))
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
      # The playback is the caller's, to be released with `rt_audio_stop_music`.
      #
      # On failure: 0.
      def play_music(path)
        result = RT_AUDIO_PLAY_MUSIC.call(@handle, Runtime.text(path))
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # The same again and again, without a gap, until it is stopped.
      #
      # On failure: 0.
      def play_music_looped(path)
        result = RT_AUDIO_PLAY_MUSIC_LOOPED.call(@handle, Runtime.text(path))
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
      # its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
      # where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
      # sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
      #
      # On failure: 0.
      def play_sound_spatial(source, x, y, z)
        result = RT_AUDIO_PLAY_SOUND_SPATIAL.call(@handle, (source&.handle || 0), x, y, z)
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, self, true)
      end

      # Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
      #
      # On failure: false.
      def set_listener_position(x, y, z)
        result = RT_AUDIO_SET_LISTENER_POSITION.call(@handle, x, y, z) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Where the listener is.
      #
      # On failure: x 0.0, y 0.0, z 0.0.
      def get_listener_position()
        result = RT_AUDIO_GET_LISTENER_POSITION.call(@handle)
        SimpleNative::Audio.check if result.x == 0.0 && result.y == 0.0 && result.z == 0.0
        result
      end

      # Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
      # up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
      # and parallel directions are refused.
      #
      # On failure: false.
      def set_listener_orientation(forward_x, forward_y, forward_z, up_x, up_y, up_z)
        result = RT_AUDIO_SET_LISTENER_ORIENTATION.call(@handle, forward_x, forward_y, forward_z, up_x, up_y, up_z) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
      # `rt_audio_mixer_free`.
      #
      # On failure: 0.
      def mixer_create()
        result = RT_AUDIO_MIXER_CREATE.call(@handle)
        SimpleNative::Audio.check if result == 0
        AudioMixer.wrap(result, self, true)
      end

      # The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
      # They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
      #
      # On failure: [].
      def render(frames)
        result = RT_AUDIO_RENDER.call(@handle, Runtime.integer(frames))
        SimpleNative::Audio.check if result.empty?
        result
      end

      # Frames per second that an engine plays.
      #
      # On failure: -1.
      def get_sample_rate()
        result = RT_AUDIO_GET_SAMPLE_RATE.call(@handle)
        SimpleNative::Audio.check if result == -1
        result
      end

      # Samples per frame that an engine plays.
      #
      # On failure: -1.
      def get_channels()
        result = RT_AUDIO_GET_CHANNELS.call(@handle)
        SimpleNative::Audio.check if result == -1
        result
      end

      # True while a device plays the engine. False where it was lost and until another is there, and for an
      # offline engine.
      #
      # On failure: false.
      def is_device_playing()
        result = RT_AUDIO_IS_DEVICE_PLAYING.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
      #
      # On failure: "".
      def take_device_error()
        result = Runtime.take_text(RT_AUDIO_TAKE_DEVICE_ERROR.call(@handle))
        SimpleNative::Audio.check if result == ""
        result
      end

      # A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
      # `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
      #
      # On failure: 0.
      def load_from_samples(samples, sample_rate, channels)
        result = RT_AUDIO_LOAD_FROM_SAMPLES.call(@handle, *Runtime.floats(samples), Runtime.integer(sample_rate), Runtime.integer(channels))
        SimpleNative::Audio.check if result == 0
        AudioSource.wrap(result, self, true)
      end

      # Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
      # and forget them.
      #
      # On failure: -1.
      def free_ended()
        result = RT_AUDIO_FREE_ENDED.call(@handle)
        SimpleNative::Audio.check if result == -1
        result
      end
    end

    # A audio source. It belongs to its audio engine and is freed with it, or by `close`.
    class AudioSource < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Audio.quietly(RT_AUDIO_SOURCE_FREE, handle)
      end

      # The length of a source in seconds, at its own speed.
      #
      # On failure: 0.0.
      def duration()
        result = RT_AUDIO_SOURCE_DURATION.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # Frames per second of a source, as its file has them.
      #
      # On failure: -1.
      def get_sample_rate()
        result = RT_AUDIO_SOURCE_GET_SAMPLE_RATE.call(@handle)
        SimpleNative::Audio.check if result == -1
        result
      end

      # Samples per frame of a source: 1 for mono, 2 for stereo.
      #
      # On failure: -1.
      def get_channels()
        result = RT_AUDIO_SOURCE_GET_CHANNELS.call(@handle)
        SimpleNative::Audio.check if result == -1
        result
      end

      # The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
      #
      # On failure: [].
      def get_samples()
        result = RT_AUDIO_SOURCE_GET_SAMPLES.call(@handle)
        SimpleNative::Audio.check if result.empty?
        result
      end
    end

    # A audio playback. It belongs to its audio engine and is freed with it, or by `close`.
    class AudioPlayback < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Audio.quietly(RT_AUDIO_PLAYBACK_STOP, handle)
      end

      # Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
      #
      # On failure: false.
      def stop_music()
        result = RT_AUDIO_STOP_MUSIC.call(@handle) != 0
        SimpleNative::Audio.check if !result
        @handle = 0
        forget
        result
      end

      # Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
      #
      # On failure: false.
      def pause()
        result = RT_AUDIO_PLAYBACK_PAUSE.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Goes on with a playback that was paused.
      #
      # On failure: false.
      def resume()
        result = RT_AUDIO_PLAYBACK_RESUME.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
      # paused. The tail of an effect counts.
      #
      # On failure: false.
      def is_playing()
        result = RT_AUDIO_PLAYBACK_IS_PLAYING.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # True where a playback has not ended and is paused, by itself or with all others.
      #
      # On failure: false.
      def is_paused()
        result = RT_AUDIO_PLAYBACK_IS_PAUSED.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
      # before the first sample it is immediate.
      #
      # On failure: false.
      def set_volume(volume)
        result = RT_AUDIO_PLAYBACK_SET_VOLUME.call(@handle, volume) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # The gain that was set, whatever a fade makes of it.
      #
      # On failure: 0.0.
      def get_volume()
        result = RT_AUDIO_PLAYBACK_GET_VOLUME.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
      #
      # On failure: false.
      def set_speed(speed)
        result = RT_AUDIO_PLAYBACK_SET_SPEED.call(@handle, speed) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # The speed that was set.
      #
      # On failure: 0.0.
      def get_speed()
        result = RT_AUDIO_PLAYBACK_GET_SPEED.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
      # no position has one from now on.
      #
      # On failure: false.
      def set_position(x, y, z)
        result = RT_AUDIO_PLAYBACK_SET_POSITION.call(@handle, x, y, z) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Where a playback is. A playback without a position fails.
      #
      # On failure: x 0.0, y 0.0, z 0.0.
      def get_position()
        result = RT_AUDIO_PLAYBACK_GET_POSITION.call(@handle)
        SimpleNative::Audio.check if result.x == 0.0 && result.y == 0.0 && result.z == 0.0
        result
      end

      # Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
      # silence, or from where a fade-out under way has come to.
      #
      # On failure: false.
      def fade_in(duration_ms)
        result = RT_AUDIO_PLAYBACK_FADE_IN.call(@handle, Runtime.integer(duration_ms)) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
      # ended. Its handle stays valid until it is stopped.
      #
      # On failure: false.
      def fade_out(duration_ms)
        result = RT_AUDIO_PLAYBACK_FADE_OUT.call(@handle, Runtime.integer(duration_ms)) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
      # 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
      # tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
      # Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
      #
      # On failure: false.
      def set_reverb(room_size, damping)
        result = RT_AUDIO_PLAYBACK_SET_REVERB.call(@handle, room_size, damping) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
      # 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
      #
      # On failure: false.
      def set_delay(delay_ms, decay)
        result = RT_AUDIO_PLAYBACK_SET_DELAY.call(@handle, Runtime.integer(delay_ms), decay) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # How far a playback has come, in seconds of its sound; for a loop, since it last began.
      #
      # On failure: 0.0.
      def get_time()
        result = RT_AUDIO_PLAYBACK_GET_TIME.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
      # source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
      # is the first link's; once music was decoded to its end, its length was counted.
      #
      # On failure: 0.0.
      def get_duration()
        result = RT_AUDIO_PLAYBACK_GET_DURATION.call(@handle)
        SimpleNative::Audio.check if result == 0.0
        result
      end

      # Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
      # it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
      # where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
      # read it fails, and what was decoded before is heard to its end.
      #
      # On failure: false.
      def seek(seconds)
        result = RT_AUDIO_PLAYBACK_SEEK.call(@handle, seconds) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Takes a playback's echo and room away, their tails included.
      #
      # On failure: false.
      def clear_effects()
        result = RT_AUDIO_PLAYBACK_CLEAR_EFFECTS.call(@handle) != 0
        SimpleNative::Audio.check if !result
        result
      end
    end

    # A audio mixer. It belongs to its audio engine and is freed with it, or by `close`.
    class AudioMixer < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Audio.quietly(RT_AUDIO_MIXER_FREE, handle)
      end

      # Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
      # sounds twice.
      #
      # On failure: false.
      def add_source(source)
        result = RT_AUDIO_MIXER_ADD_SOURCE.call(@handle, (source&.handle || 0)) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
      # 10 ms, without a click.
      #
      # On failure: false.
      def set_volume(volume)
        result = RT_AUDIO_MIXER_SET_VOLUME.call(@handle, volume) != 0
        SimpleNative::Audio.check if !result
        result
      end

      # Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
      # playback has its own volume besides the mixer's. A mixer without sources fails.
      #
      # On failure: 0.
      def play()
        result = RT_AUDIO_MIXER_PLAY.call(@handle)
        SimpleNative::Audio.check if result == 0
        AudioPlayback.wrap(result, @parent, true)
      end
    end
  end
end
