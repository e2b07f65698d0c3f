-- Sound: decoded by symphonia, mixed here, played by rodio.
--
-- rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
-- sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
-- echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
-- to 40 % longer and a failure has no reason.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("audio")

M.AudioEngine = rt.class("AudioEngine", true)
M.AudioSource = rt.class("AudioSource", false)
M.AudioPlayback = rt.class("AudioPlayback", false)
M.AudioMixer = rt.class("AudioMixer", false)

--- Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
--- channels. 0 where no output can be opened; last error says why.
---
--- A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
--- aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
--- tell. The engine is the caller's; release it with `rt_audio_shutdown`.
---
--- On failure: 0.
function M.rt_audio_init()
    return C.rt_audio_init()
end

--- Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
--- playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
---
--- On failure: false.
function M.rt_audio_shutdown(engine)
    return C.rt_audio_shutdown(rt.to_integer(engine))
end

--- Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
--- clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
---
--- On failure: false.
function M.rt_audio_set_master_volume(engine, volume)
    return C.rt_audio_set_master_volume(rt.to_integer(engine), volume)
end

--- The gain over everything that `engine` plays, from 0 to 1.
---
--- On failure: 0.0.
function M.rt_audio_get_master_volume(engine)
    return C.rt_audio_get_master_volume(rt.to_integer(engine))
end

--- Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
---
--- On failure: false.
function M.rt_audio_pause_all(engine)
    return C.rt_audio_pause_all(rt.to_integer(engine))
end

--- Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
---
--- On failure: false.
function M.rt_audio_resume_all(engine)
    return C.rt_audio_resume_all(rt.to_integer(engine))
end

--- Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
--- found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
--- gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
--- has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
--- sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
--- per sample: play that as music. Release the source with `rt_audio_source_free`.
---
--- On failure: 0.
function M.rt_audio_load_from_file(engine, path)
    return C.rt_audio_load_from_file(rt.to_integer(engine), rt.text(path))
end

--- The same from the bytes of a whole sound file, which are not needed afterwards.
---
--- On failure: 0.
function M.rt_audio_load_from_memory(engine, data)
    local data_data, data_len = rt.bytes(data)
    return C.rt_audio_load_from_memory(rt.to_integer(engine), data_data, data_len)
end

--- Frees a source. What plays it goes on to its end.
---
--- On failure: false.
function M.rt_audio_source_free(source)
    return C.rt_audio_source_free(rt.to_integer(source))
end

--- The length of a source in seconds, at its own speed.
---
--- On failure: 0.0.
function M.rt_audio_source_duration(source)
    return C.rt_audio_source_duration(rt.to_integer(source))
end

--- Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
--- sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
---
--- On failure: 0.
function M.rt_audio_play_sound(engine, source)
    return C.rt_audio_play_sound(rt.to_integer(engine), rt.to_integer(source))
end

--- The same at another volume, from the first sample: a linear gain of 0 and more.
---
--- On failure: 0.
function M.rt_audio_play_sound_with_volume(engine, source, volume)
    return C.rt_audio_play_sound_with_volume(rt.to_integer(engine), rt.to_integer(source), volume)
end

--- The same again and again, without a gap, until it is stopped.
---
--- On failure: 0.
function M.rt_audio_play_sound_looped(engine, source)
    return C.rt_audio_play_sound_looped(rt.to_integer(engine), rt.to_integer(source))
end

--- Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
--- The playback is the caller's, to be released with `rt_audio_stop_music`.
---
--- On failure: 0.
function M.rt_audio_play_music(engine, path)
    return C.rt_audio_play_music(rt.to_integer(engine), rt.text(path))
end

--- The same again and again, without a gap, until it is stopped.
---
--- On failure: 0.
function M.rt_audio_play_music_looped(engine, path)
    return C.rt_audio_play_music_looped(rt.to_integer(engine), rt.text(path))
end

--- Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
---
--- On failure: false.
function M.rt_audio_stop_music(handle)
    return C.rt_audio_stop_music(rt.to_integer(handle))
end

--- Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
--- out first.
---
--- On failure: false.
function M.rt_audio_playback_stop(handle)
    return C.rt_audio_playback_stop(rt.to_integer(handle))
end

--- Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
---
--- On failure: false.
function M.rt_audio_playback_pause(handle)
    return C.rt_audio_playback_pause(rt.to_integer(handle))
end

--- Goes on with a playback that was paused.
---
--- On failure: false.
function M.rt_audio_playback_resume(handle)
    return C.rt_audio_playback_resume(rt.to_integer(handle))
end

--- True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
--- paused. The tail of an effect counts.
---
--- On failure: false.
function M.rt_audio_playback_is_playing(handle)
    return C.rt_audio_playback_is_playing(rt.to_integer(handle))
end

--- True where a playback has not ended and is paused, by itself or with all others.
---
--- On failure: false.
function M.rt_audio_playback_is_paused(handle)
    return C.rt_audio_playback_is_paused(rt.to_integer(handle))
end

--- Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
--- before the first sample it is immediate.
---
--- On failure: false.
function M.rt_audio_playback_set_volume(handle, volume)
    return C.rt_audio_playback_set_volume(rt.to_integer(handle), volume)
end

--- The gain that was set, whatever a fade makes of it.
---
--- On failure: 0.0.
function M.rt_audio_playback_get_volume(handle)
    return C.rt_audio_playback_get_volume(rt.to_integer(handle))
end

--- Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
---
--- On failure: false.
function M.rt_audio_playback_set_speed(handle, speed)
    return C.rt_audio_playback_set_speed(rt.to_integer(handle), speed)
end

--- The speed that was set.
---
--- On failure: 0.0.
function M.rt_audio_playback_get_speed(handle)
    return C.rt_audio_playback_get_speed(rt.to_integer(handle))
end

--- Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
--- its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
--- where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
--- sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
---
--- On failure: 0.
function M.rt_audio_play_sound_spatial(engine, source, x, y, z)
    return C.rt_audio_play_sound_spatial(rt.to_integer(engine), rt.to_integer(source), x, y, z)
end

--- Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
--- no position has one from now on.
---
--- On failure: false.
function M.rt_audio_playback_set_position(handle, x, y, z)
    return C.rt_audio_playback_set_position(rt.to_integer(handle), x, y, z)
end

--- Where a playback is. A playback without a position fails.
---
--- On failure: x 0.0, y 0.0, z 0.0.
function M.rt_audio_playback_get_position(handle)
    return rt.structures.RtAudioPosition(C.rt_audio_playback_get_position(rt.to_integer(handle)))
end

--- Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
---
--- On failure: false.
function M.rt_audio_set_listener_position(engine, x, y, z)
    return C.rt_audio_set_listener_position(rt.to_integer(engine), x, y, z)
end

--- Where the listener is.
---
--- On failure: x 0.0, y 0.0, z 0.0.
function M.rt_audio_get_listener_position(engine)
    return rt.structures.RtAudioPosition(C.rt_audio_get_listener_position(rt.to_integer(engine)))
end

--- Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
--- up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
--- and parallel directions are refused.
---
--- On failure: false.
function M.rt_audio_set_listener_orientation(engine, forward_x, forward_y, forward_z, up_x, up_y, up_z)
    return C.rt_audio_set_listener_orientation(rt.to_integer(engine), forward_x, forward_y, forward_z, up_x, up_y, up_z)
end

--- Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
--- silence, or from where a fade-out under way has come to.
---
--- On failure: false.
function M.rt_audio_playback_fade_in(handle, duration_ms)
    return C.rt_audio_playback_fade_in(rt.to_integer(handle), rt.to_integer(duration_ms))
end

--- Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
--- ended. Its handle stays valid until it is stopped.
---
--- On failure: false.
function M.rt_audio_playback_fade_out(handle, duration_ms)
    return C.rt_audio_playback_fade_out(rt.to_integer(handle), rt.to_integer(duration_ms))
end

--- Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
--- 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
--- tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
--- Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
---
--- On failure: false.
function M.rt_audio_playback_set_reverb(handle, room_size, damping)
    return C.rt_audio_playback_set_reverb(rt.to_integer(handle), room_size, damping)
end

--- Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
--- 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
---
--- On failure: false.
function M.rt_audio_playback_set_delay(handle, delay_ms, decay)
    return C.rt_audio_playback_set_delay(rt.to_integer(handle), rt.to_integer(delay_ms), decay)
end

--- A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
--- `rt_audio_mixer_free`.
---
--- On failure: 0.
function M.rt_audio_mixer_create(engine)
    return C.rt_audio_mixer_create(rt.to_integer(engine))
end

--- Frees a mixer. What it started plays on.
---
--- On failure: false.
function M.rt_audio_mixer_free(mixer)
    return C.rt_audio_mixer_free(rt.to_integer(mixer))
end

--- Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
--- sounds twice.
---
--- On failure: false.
function M.rt_audio_mixer_add_source(mixer, source)
    return C.rt_audio_mixer_add_source(rt.to_integer(mixer), rt.to_integer(source))
end

--- Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
--- 10 ms, without a click.
---
--- On failure: false.
function M.rt_audio_mixer_set_volume(mixer, volume)
    return C.rt_audio_mixer_set_volume(rt.to_integer(mixer), volume)
end

--- Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
--- playback has its own volume besides the mixer's. A mixer without sources fails.
---
--- On failure: 0.
function M.rt_audio_mixer_play(mixer)
    return C.rt_audio_mixer_play(rt.to_integer(mixer))
end

--- Frames per second of a source, as its file has them.
---
--- On failure: -1.
function M.rt_audio_source_get_sample_rate(source)
    return rt.integer(C.rt_audio_source_get_sample_rate(rt.to_integer(source)))
end

--- Samples per frame of a source: 1 for mono, 2 for stereo.
---
--- On failure: -1.
function M.rt_audio_source_get_channels(source)
    return rt.integer(C.rt_audio_source_get_channels(rt.to_integer(source)))
end

--- The formats that can be decoded, by their usual file name extension.
function M.rt_audio_get_supported_formats()
    return rt.take_texts(C.rt_audio_get_supported_formats())
end

--- Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_audio_get_last_error()
    return rt.take_text(C.rt_audio_get_last_error())
end

--- True where this build holds the audio library, as it does where this links.
function M.rt_audio_available()
    return C.rt_audio_available()
end

--- Forgets why this thread's last failed audio call failed.
function M.rt_audio_clear_error()
    C.rt_audio_clear_error()
end

--- The version of the wrapped library, the crate `rodio`.
function M.rt_audio_version()
    return rt.take_text(C.rt_audio_version())
end

--- An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
--- servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
--- the same calls give the same samples. Release it with `rt_audio_shutdown`.
---
--- On failure: 0.
function M.rt_audio_init_offline(sample_rate, channels)
    return C.rt_audio_init_offline(rt.to_integer(sample_rate), rt.to_integer(channels))
end

--- The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
--- They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
---
--- On failure: [].
function M.rt_audio_render(engine, frames)
    return rt.take_numbers(C.rt_audio_render(rt.to_integer(engine), rt.to_integer(frames)), C.rt_f64_array_free)
end

--- Frames per second that an engine plays.
---
--- On failure: -1.
function M.rt_audio_get_sample_rate(engine)
    return rt.integer(C.rt_audio_get_sample_rate(rt.to_integer(engine)))
end

--- Samples per frame that an engine plays.
---
--- On failure: -1.
function M.rt_audio_get_channels(engine)
    return rt.integer(C.rt_audio_get_channels(rt.to_integer(engine)))
end

--- True while a device plays the engine. False where it was lost and until another is there, and for an
--- offline engine.
---
--- On failure: false.
function M.rt_audio_is_device_playing(engine)
    return C.rt_audio_is_device_playing(rt.to_integer(engine))
end

--- Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
---
--- On failure: "".
function M.rt_audio_take_device_error(engine)
    return rt.take_text(C.rt_audio_take_device_error(rt.to_integer(engine)))
end

--- A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
--- `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
---
--- On failure: 0.
function M.rt_audio_load_from_samples(engine, samples, sample_rate, channels)
    local samples_data, samples_len = rt.floats(samples)
    return C.rt_audio_load_from_samples(rt.to_integer(engine), samples_data, samples_len, rt.to_integer(sample_rate), rt.to_integer(channels))
end

--- The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
---
--- On failure: [].
function M.rt_audio_source_get_samples(source)
    return rt.take_numbers(C.rt_audio_source_get_samples(rt.to_integer(source)), C.rt_f64_array_free)
end

--- How far a playback has come, in seconds of its sound; for a loop, since it last began.
---
--- On failure: 0.0.
function M.rt_audio_playback_get_time(handle)
    return C.rt_audio_playback_get_time(rt.to_integer(handle))
end

--- The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
--- source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
--- is the first link's; once music was decoded to its end, its length was counted.
---
--- On failure: 0.0.
function M.rt_audio_playback_get_duration(handle)
    return C.rt_audio_playback_get_duration(rt.to_integer(handle))
end

--- Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
--- it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
--- where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
--- read it fails, and what was decoded before is heard to its end.
---
--- On failure: false.
function M.rt_audio_playback_seek(handle, seconds)
    return C.rt_audio_playback_seek(rt.to_integer(handle), seconds)
end

--- Takes a playback's echo and room away, their tails included.
---
--- On failure: false.
function M.rt_audio_playback_clear_effects(handle)
    return C.rt_audio_playback_clear_effects(rt.to_integer(handle))
end

--- Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
--- and forget them.
---
--- On failure: -1.
function M.rt_audio_free_ended(engine)
    return rt.integer(C.rt_audio_free_ended(rt.to_integer(engine)))
end

--- Frees it; a second time does nothing.
function M.AudioEngine:_release()
    quietly(C.rt_audio_shutdown, self.handle)
end

--- Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
--- channels. 0 where no output can be opened; last error says why.
---
--- A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
--- aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
--- tell. The engine is the caller's; release it with `rt_audio_shutdown`.
---
--- On failure: 0.
function M.AudioEngine.init()
    local result = C.rt_audio_init()
    if result == 0 then check() end
    return M.AudioEngine.wrap(result, nil, true)
end

--- An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
--- servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
--- the same calls give the same samples. Release it with `rt_audio_shutdown`.
---
--- On failure: 0.
function M.AudioEngine.init_offline(sample_rate, channels)
    local result = C.rt_audio_init_offline(rt.to_integer(sample_rate), rt.to_integer(channels))
    if result == 0 then check() end
    return M.AudioEngine.wrap(result, nil, true)
end

--- Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
--- clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
---
--- On failure: false.
function M.AudioEngine:set_master_volume(volume)
    local result = C.rt_audio_set_master_volume(self.handle, volume)
    if result == false then check() end
    return result
end

--- The gain over everything that `engine` plays, from 0 to 1.
---
--- On failure: 0.0.
function M.AudioEngine:get_master_volume()
    local result = C.rt_audio_get_master_volume(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
---
--- On failure: false.
function M.AudioEngine:pause_all()
    local result = C.rt_audio_pause_all(self.handle)
    if result == false then check() end
    return result
end

--- Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
---
--- On failure: false.
function M.AudioEngine:resume_all()
    local result = C.rt_audio_resume_all(self.handle)
    if result == false then check() end
    return result
end

--- Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
--- found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
--- gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
--- has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
--- sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
--- per sample: play that as music. Release the source with `rt_audio_source_free`.
---
--- On failure: 0.
function M.AudioEngine:load_from_file(path)
    local result = C.rt_audio_load_from_file(self.handle, rt.text(path))
    if result == 0 then check() end
    return M.AudioSource.wrap(result, self, true)
end

--- The same from the bytes of a whole sound file, which are not needed afterwards.
---
--- On failure: 0.
function M.AudioEngine:load_from_memory(data)
    local data_data, data_len = rt.bytes(data)
    local result = C.rt_audio_load_from_memory(self.handle, data_data, data_len)
    if result == 0 then check() end
    return M.AudioSource.wrap(result, self, true)
end

--- Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
--- sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
---
--- On failure: 0.
function M.AudioEngine:play_sound(source)
    local result = C.rt_audio_play_sound(self.handle, rt.handle(source))
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- The same at another volume, from the first sample: a linear gain of 0 and more.
---
--- On failure: 0.
function M.AudioEngine:play_sound_with_volume(source, volume)
    local result = C.rt_audio_play_sound_with_volume(self.handle, rt.handle(source), volume)
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- The same again and again, without a gap, until it is stopped.
---
--- On failure: 0.
function M.AudioEngine:play_sound_looped(source)
    local result = C.rt_audio_play_sound_looped(self.handle, rt.handle(source))
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
--- The playback is the caller's, to be released with `rt_audio_stop_music`.
---
--- On failure: 0.
function M.AudioEngine:play_music(path)
    local result = C.rt_audio_play_music(self.handle, rt.text(path))
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- The same again and again, without a gap, until it is stopped.
---
--- On failure: 0.
function M.AudioEngine:play_music_looped(path)
    local result = C.rt_audio_play_music_looped(self.handle, rt.text(path))
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
--- its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
--- where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
--- sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
---
--- On failure: 0.
function M.AudioEngine:play_sound_spatial(source, x, y, z)
    local result = C.rt_audio_play_sound_spatial(self.handle, rt.handle(source), x, y, z)
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self, true)
end

--- Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
---
--- On failure: false.
function M.AudioEngine:set_listener_position(x, y, z)
    local result = C.rt_audio_set_listener_position(self.handle, x, y, z)
    if result == false then check() end
    return result
end

--- Where the listener is.
---
--- On failure: x 0.0, y 0.0, z 0.0.
function M.AudioEngine:get_listener_position()
    local result = rt.structures.RtAudioPosition(C.rt_audio_get_listener_position(self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["z"] == 0.0 then check() end
    return result
end

--- Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
--- up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
--- and parallel directions are refused.
---
--- On failure: false.
function M.AudioEngine:set_listener_orientation(forward_x, forward_y, forward_z, up_x, up_y, up_z)
    local result = C.rt_audio_set_listener_orientation(self.handle, forward_x, forward_y, forward_z, up_x, up_y, up_z)
    if result == false then check() end
    return result
end

--- A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
--- `rt_audio_mixer_free`.
---
--- On failure: 0.
function M.AudioEngine:mixer_create()
    local result = C.rt_audio_mixer_create(self.handle)
    if result == 0 then check() end
    return M.AudioMixer.wrap(result, self, true)
end

--- The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
--- They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
---
--- On failure: [].
function M.AudioEngine:render(frames)
    local result = rt.take_numbers(C.rt_audio_render(self.handle, rt.to_integer(frames)), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- Frames per second that an engine plays.
---
--- On failure: -1.
function M.AudioEngine:get_sample_rate()
    local result = rt.integer(C.rt_audio_get_sample_rate(self.handle))
    if result == -1 then check() end
    return result
end

--- Samples per frame that an engine plays.
---
--- On failure: -1.
function M.AudioEngine:get_channels()
    local result = rt.integer(C.rt_audio_get_channels(self.handle))
    if result == -1 then check() end
    return result
end

--- True while a device plays the engine. False where it was lost and until another is there, and for an
--- offline engine.
---
--- On failure: false.
function M.AudioEngine:is_device_playing()
    local result = C.rt_audio_is_device_playing(self.handle)
    if result == false then check() end
    return result
end

--- Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
---
--- On failure: "".
function M.AudioEngine:take_device_error()
    local result = rt.take_text(C.rt_audio_take_device_error(self.handle))
    if result == "" then check() end
    return result
end

--- A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
--- `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
---
--- On failure: 0.
function M.AudioEngine:load_from_samples(samples, sample_rate, channels)
    local samples_data, samples_len = rt.floats(samples)
    local result = C.rt_audio_load_from_samples(self.handle, samples_data, samples_len, rt.to_integer(sample_rate), rt.to_integer(channels))
    if result == 0 then check() end
    return M.AudioSource.wrap(result, self, true)
end

--- Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
--- and forget them.
---
--- On failure: -1.
function M.AudioEngine:free_ended()
    local result = rt.integer(C.rt_audio_free_ended(self.handle))
    if result == -1 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.AudioSource:_release()
    quietly(C.rt_audio_source_free, self.handle)
end

--- The length of a source in seconds, at its own speed.
---
--- On failure: 0.0.
function M.AudioSource:duration()
    local result = C.rt_audio_source_duration(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Frames per second of a source, as its file has them.
---
--- On failure: -1.
function M.AudioSource:get_sample_rate()
    local result = rt.integer(C.rt_audio_source_get_sample_rate(self.handle))
    if result == -1 then check() end
    return result
end

--- Samples per frame of a source: 1 for mono, 2 for stereo.
---
--- On failure: -1.
function M.AudioSource:get_channels()
    local result = rt.integer(C.rt_audio_source_get_channels(self.handle))
    if result == -1 then check() end
    return result
end

--- The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
---
--- On failure: [].
function M.AudioSource:get_samples()
    local result = rt.take_numbers(C.rt_audio_source_get_samples(self.handle), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.AudioPlayback:_release()
    quietly(C.rt_audio_playback_stop, self.handle)
end

--- Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
---
--- On failure: false.
function M.AudioPlayback:stop_music()
    local result = C.rt_audio_stop_music(self.handle)
    if result == false then check() end
    self.handle = 0LL
    return result
end

--- Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
---
--- On failure: false.
function M.AudioPlayback:pause()
    local result = C.rt_audio_playback_pause(self.handle)
    if result == false then check() end
    return result
end

--- Goes on with a playback that was paused.
---
--- On failure: false.
function M.AudioPlayback:resume()
    local result = C.rt_audio_playback_resume(self.handle)
    if result == false then check() end
    return result
end

--- True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
--- paused. The tail of an effect counts.
---
--- On failure: false.
function M.AudioPlayback:is_playing()
    local result = C.rt_audio_playback_is_playing(self.handle)
    if result == false then check() end
    return result
end

--- True where a playback has not ended and is paused, by itself or with all others.
---
--- On failure: false.
function M.AudioPlayback:is_paused()
    local result = C.rt_audio_playback_is_paused(self.handle)
    if result == false then check() end
    return result
end

--- Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
--- before the first sample it is immediate.
---
--- On failure: false.
function M.AudioPlayback:set_volume(volume)
    local result = C.rt_audio_playback_set_volume(self.handle, volume)
    if result == false then check() end
    return result
end

--- The gain that was set, whatever a fade makes of it.
---
--- On failure: 0.0.
function M.AudioPlayback:get_volume()
    local result = C.rt_audio_playback_get_volume(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
---
--- On failure: false.
function M.AudioPlayback:set_speed(speed)
    local result = C.rt_audio_playback_set_speed(self.handle, speed)
    if result == false then check() end
    return result
end

--- The speed that was set.
---
--- On failure: 0.0.
function M.AudioPlayback:get_speed()
    local result = C.rt_audio_playback_get_speed(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
--- no position has one from now on.
---
--- On failure: false.
function M.AudioPlayback:set_position(x, y, z)
    local result = C.rt_audio_playback_set_position(self.handle, x, y, z)
    if result == false then check() end
    return result
end

--- Where a playback is. A playback without a position fails.
---
--- On failure: x 0.0, y 0.0, z 0.0.
function M.AudioPlayback:get_position()
    local result = rt.structures.RtAudioPosition(C.rt_audio_playback_get_position(self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 and result["z"] == 0.0 then check() end
    return result
end

--- Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
--- silence, or from where a fade-out under way has come to.
---
--- On failure: false.
function M.AudioPlayback:fade_in(duration_ms)
    local result = C.rt_audio_playback_fade_in(self.handle, rt.to_integer(duration_ms))
    if result == false then check() end
    return result
end

--- Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
--- ended. Its handle stays valid until it is stopped.
---
--- On failure: false.
function M.AudioPlayback:fade_out(duration_ms)
    local result = C.rt_audio_playback_fade_out(self.handle, rt.to_integer(duration_ms))
    if result == false then check() end
    return result
end

--- Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
--- 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
--- tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
--- Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
---
--- On failure: false.
function M.AudioPlayback:set_reverb(room_size, damping)
    local result = C.rt_audio_playback_set_reverb(self.handle, room_size, damping)
    if result == false then check() end
    return result
end

--- Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
--- 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
---
--- On failure: false.
function M.AudioPlayback:set_delay(delay_ms, decay)
    local result = C.rt_audio_playback_set_delay(self.handle, rt.to_integer(delay_ms), decay)
    if result == false then check() end
    return result
end

--- How far a playback has come, in seconds of its sound; for a loop, since it last began.
---
--- On failure: 0.0.
function M.AudioPlayback:get_time()
    local result = C.rt_audio_playback_get_time(self.handle)
    if result == 0.0 then check() end
    return result
end

--- The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
--- source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
--- is the first link's; once music was decoded to its end, its length was counted.
---
--- On failure: 0.0.
function M.AudioPlayback:get_duration()
    local result = C.rt_audio_playback_get_duration(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
--- it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
--- where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
--- read it fails, and what was decoded before is heard to its end.
---
--- On failure: false.
function M.AudioPlayback:seek(seconds)
    local result = C.rt_audio_playback_seek(self.handle, seconds)
    if result == false then check() end
    return result
end

--- Takes a playback's echo and room away, their tails included.
---
--- On failure: false.
function M.AudioPlayback:clear_effects()
    local result = C.rt_audio_playback_clear_effects(self.handle)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.AudioMixer:_release()
    quietly(C.rt_audio_mixer_free, self.handle)
end

--- Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
--- sounds twice.
---
--- On failure: false.
function M.AudioMixer:add_source(source)
    local result = C.rt_audio_mixer_add_source(self.handle, rt.handle(source))
    if result == false then check() end
    return result
end

--- Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
--- 10 ms, without a click.
---
--- On failure: false.
function M.AudioMixer:set_volume(volume)
    local result = C.rt_audio_mixer_set_volume(self.handle, volume)
    if result == false then check() end
    return result
end

--- Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
--- playback has its own volume besides the mixer's. A mixer without sources fails.
---
--- On failure: 0.
function M.AudioMixer:play()
    local result = C.rt_audio_mixer_play(self.handle)
    if result == 0 then check() end
    return M.AudioPlayback.wrap(result, self.parent, true)
end

return M
