package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * Sound: decoded by symphonia, mixed here, played by rodio.
 *
 * rodio opens the device and carries what is mixed to it. The mixing is our own, in blocks: rodio's mixer works
 * sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
 * echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
 * to 40 % longer and a failure has no reason.
 */
public final class AudioLibrary {
    private AudioLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_audio_get_last_error(), Raw::rt_audio_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_audio_get_last_error().isEmpty();
        release.run();
        if (clear) rt_audio_clear_error();
    }

    /**
     * A place in the room, in metres.
     */
    public record AudioPosition(double x, double y, double z) {
        static AudioPosition of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new AudioPosition(memory.getDouble(0), memory.getDouble(8), memory.getDouble(16));
        }
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
    public static long rt_audio_init() {
        return Raw.rt_audio_init();
    }

    /**
     * Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
     * playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
     *
     * On failure: false.
     */
    public static boolean rt_audio_shutdown(long engine) {
        return Raw.rt_audio_shutdown(engine);
    }

    /**
     * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
     * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
     *
     * On failure: false.
     */
    public static boolean rt_audio_set_master_volume(long engine, double volume) {
        return Raw.rt_audio_set_master_volume(engine, volume);
    }

    /**
     * The gain over everything that `engine` plays, from 0 to 1.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_get_master_volume(long engine) {
        return Raw.rt_audio_get_master_volume(engine);
    }

    /**
     * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
     *
     * On failure: false.
     */
    public static boolean rt_audio_pause_all(long engine) {
        return Raw.rt_audio_pause_all(engine);
    }

    /**
     * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
     *
     * On failure: false.
     */
    public static boolean rt_audio_resume_all(long engine) {
        return Raw.rt_audio_resume_all(engine);
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
    public static long rt_audio_load_from_file(long engine, String path) {
        return Raw.rt_audio_load_from_file(engine, Convert.utf8(path));
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
    public static long rt_audio_load_from_file(long engine, byte[] path) {
        return Raw.rt_audio_load_from_file(engine, path);
    }

    /**
     * The same from the bytes of a whole sound file, which are not needed afterwards.
     *
     * On failure: 0.
     */
    public static long rt_audio_load_from_memory(long engine, byte[] data) {
        return Raw.rt_audio_load_from_memory(engine, data);
    }

    /**
     * Frees a source. What plays it goes on to its end.
     *
     * On failure: false.
     */
    public static boolean rt_audio_source_free(long source) {
        return Raw.rt_audio_source_free(source);
    }

    /**
     * The length of a source in seconds, at its own speed.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_source_duration(long source) {
        return Raw.rt_audio_source_duration(source);
    }

    /**
     * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
     * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_sound(long engine, long source) {
        return Raw.rt_audio_play_sound(engine, source);
    }

    /**
     * The same at another volume, from the first sample: a linear gain of 0 and more.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_sound_with_volume(long engine, long source, double volume) {
        return Raw.rt_audio_play_sound_with_volume(engine, source, volume);
    }

    /**
     * The same again and again, without a gap, until it is stopped.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_sound_looped(long engine, long source) {
        return Raw.rt_audio_play_sound_looped(engine, source);
    }

    /**
     * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
     * The playback is the caller's, to be released with `rt_audio_stop_music`.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_music(long engine, String path) {
        return Raw.rt_audio_play_music(engine, Convert.utf8(path));
    }

    /**
     * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
     * The playback is the caller's, to be released with `rt_audio_stop_music`.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_music(long engine, byte[] path) {
        return Raw.rt_audio_play_music(engine, path);
    }

    /**
     * The same again and again, without a gap, until it is stopped.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_music_looped(long engine, String path) {
        return Raw.rt_audio_play_music_looped(engine, Convert.utf8(path));
    }

    /**
     * The same again and again, without a gap, until it is stopped.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_music_looped(long engine, byte[] path) {
        return Raw.rt_audio_play_music_looped(engine, path);
    }

    /**
     * Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
     *
     * On failure: false.
     */
    public static boolean rt_audio_stop_music(long handle) {
        return Raw.rt_audio_stop_music(handle);
    }

    /**
     * Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
     * out first.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_stop(long handle) {
        return Raw.rt_audio_playback_stop(handle);
    }

    /**
     * Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_pause(long handle) {
        return Raw.rt_audio_playback_pause(handle);
    }

    /**
     * Goes on with a playback that was paused.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_resume(long handle) {
        return Raw.rt_audio_playback_resume(handle);
    }

    /**
     * True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
     * paused. The tail of an effect counts.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_is_playing(long handle) {
        return Raw.rt_audio_playback_is_playing(handle);
    }

    /**
     * True where a playback has not ended and is paused, by itself or with all others.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_is_paused(long handle) {
        return Raw.rt_audio_playback_is_paused(handle);
    }

    /**
     * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
     * before the first sample it is immediate.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_set_volume(long handle, double volume) {
        return Raw.rt_audio_playback_set_volume(handle, volume);
    }

    /**
     * The gain that was set, whatever a fade makes of it.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_playback_get_volume(long handle) {
        return Raw.rt_audio_playback_get_volume(handle);
    }

    /**
     * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_set_speed(long handle, double speed) {
        return Raw.rt_audio_playback_set_speed(handle, speed);
    }

    /**
     * The speed that was set.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_playback_get_speed(long handle) {
        return Raw.rt_audio_playback_get_speed(handle);
    }

    /**
     * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
     * its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
     * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
     * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
     *
     * On failure: 0.
     */
    public static long rt_audio_play_sound_spatial(long engine, long source, double x, double y, double z) {
        return Raw.rt_audio_play_sound_spatial(engine, source, x, y, z);
    }

    /**
     * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
     * no position has one from now on.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_set_position(long handle, double x, double y, double z) {
        return Raw.rt_audio_playback_set_position(handle, x, y, z);
    }

    /**
     * Where a playback is. A playback without a position fails.
     *
     * On failure: x 0.0, y 0.0, z 0.0.
     */
    public static AudioPosition rt_audio_playback_get_position(long handle) {
        return AudioPosition.of(Raw.rt_audio_playback_get_position(handle));
    }

    /**
     * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
     *
     * On failure: false.
     */
    public static boolean rt_audio_set_listener_position(long engine, double x, double y, double z) {
        return Raw.rt_audio_set_listener_position(engine, x, y, z);
    }

    /**
     * Where the listener is.
     *
     * On failure: x 0.0, y 0.0, z 0.0.
     */
    public static AudioPosition rt_audio_get_listener_position(long engine) {
        return AudioPosition.of(Raw.rt_audio_get_listener_position(engine));
    }

    /**
     * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
     * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
     * and parallel directions are refused.
     *
     * On failure: false.
     */
    public static boolean rt_audio_set_listener_orientation(long engine, double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z) {
        return Raw.rt_audio_set_listener_orientation(engine, forward_x, forward_y, forward_z, up_x, up_y, up_z);
    }

    /**
     * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
     * silence, or from where a fade-out under way has come to.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_fade_in(long handle, long duration_ms) {
        return Raw.rt_audio_playback_fade_in(handle, duration_ms);
    }

    /**
     * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
     * ended. Its handle stays valid until it is stopped.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_fade_out(long handle, long duration_ms) {
        return Raw.rt_audio_playback_fade_out(handle, duration_ms);
    }

    /**
     * Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
     * 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
     * tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
     * Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_set_reverb(long handle, double room_size, double damping) {
        return Raw.rt_audio_playback_set_reverb(handle, room_size, damping);
    }

    /**
     * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
     * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_set_delay(long handle, long delay_ms, double decay) {
        return Raw.rt_audio_playback_set_delay(handle, delay_ms, decay);
    }

    /**
     * A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
     * `rt_audio_mixer_free`.
     *
     * On failure: 0.
     */
    public static long rt_audio_mixer_create(long engine) {
        return Raw.rt_audio_mixer_create(engine);
    }

    /**
     * Frees a mixer. What it started plays on.
     *
     * On failure: false.
     */
    public static boolean rt_audio_mixer_free(long mixer) {
        return Raw.rt_audio_mixer_free(mixer);
    }

    /**
     * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
     * sounds twice.
     *
     * On failure: false.
     */
    public static boolean rt_audio_mixer_add_source(long mixer, long source) {
        return Raw.rt_audio_mixer_add_source(mixer, source);
    }

    /**
     * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
     * 10 ms, without a click.
     *
     * On failure: false.
     */
    public static boolean rt_audio_mixer_set_volume(long mixer, double volume) {
        return Raw.rt_audio_mixer_set_volume(mixer, volume);
    }

    /**
     * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
     * playback has its own volume besides the mixer's. A mixer without sources fails.
     *
     * On failure: 0.
     */
    public static long rt_audio_mixer_play(long mixer) {
        return Raw.rt_audio_mixer_play(mixer);
    }

    /**
     * Frames per second of a source, as its file has them.
     *
     * On failure: -1.
     */
    public static long rt_audio_source_get_sample_rate(long source) {
        return Raw.rt_audio_source_get_sample_rate(source);
    }

    /**
     * Samples per frame of a source: 1 for mono, 2 for stereo.
     *
     * On failure: -1.
     */
    public static long rt_audio_source_get_channels(long source) {
        return Raw.rt_audio_source_get_channels(source);
    }

    /**
     * The formats that can be decoded, by their usual file name extension.
     */
    public static String[] rt_audio_get_supported_formats() {
        return Convert.texts(Raw.rt_audio_get_supported_formats());
    }

    /**
     * Why this thread's last failed audio call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_audio_get_last_error() {
        return Convert.text(Raw.rt_audio_get_last_error());
    }

    /**
     * True where this build holds the audio library, as it does where this links.
     */
    public static boolean rt_audio_available() {
        return Raw.rt_audio_available();
    }

    /**
     * Forgets why this thread's last failed audio call failed.
     */
    public static void rt_audio_clear_error() {
        Raw.rt_audio_clear_error();
    }

    /**
     * The version of the wrapped library, the crate `rodio`.
     */
    public static String rt_audio_version() {
        return Convert.text(Raw.rt_audio_version());
    }

    /**
     * An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
     * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
     * the same calls give the same samples. Release it with `rt_audio_shutdown`.
     *
     * On failure: 0.
     */
    public static long rt_audio_init_offline(long sample_rate, long channels) {
        return Raw.rt_audio_init_offline(sample_rate, channels);
    }

    /**
     * The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
     * They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
     *
     * On failure: [].
     */
    public static double[] rt_audio_render(long engine, long frames) {
        return Raw.rt_audio_render(engine, frames);
    }

    /**
     * Frames per second that an engine plays.
     *
     * On failure: -1.
     */
    public static long rt_audio_get_sample_rate(long engine) {
        return Raw.rt_audio_get_sample_rate(engine);
    }

    /**
     * Samples per frame that an engine plays.
     *
     * On failure: -1.
     */
    public static long rt_audio_get_channels(long engine) {
        return Raw.rt_audio_get_channels(engine);
    }

    /**
     * True while a device plays the engine. False where it was lost and until another is there, and for an
     * offline engine.
     *
     * On failure: false.
     */
    public static boolean rt_audio_is_device_playing(long engine) {
        return Raw.rt_audio_is_device_playing(engine);
    }

    /**
     * Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
     *
     * On failure: "".
     */
    public static String rt_audio_take_device_error(long engine) {
        return Convert.text(Raw.rt_audio_take_device_error(engine));
    }

    /**
     * A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
     * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
     *
     * On failure: 0.
     */
    public static long rt_audio_load_from_samples(long engine, double[] samples, long sample_rate, long channels) {
        return Raw.rt_audio_load_from_samples(engine, samples, sample_rate, channels);
    }

    /**
     * The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
     *
     * On failure: [].
     */
    public static double[] rt_audio_source_get_samples(long source) {
        return Raw.rt_audio_source_get_samples(source);
    }

    /**
     * How far a playback has come, in seconds of its sound; for a loop, since it last began.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_playback_get_time(long handle) {
        return Raw.rt_audio_playback_get_time(handle);
    }

    /**
     * The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
     * source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
     * is the first link's; once music was decoded to its end, its length was counted.
     *
     * On failure: 0.0.
     */
    public static double rt_audio_playback_get_duration(long handle) {
        return Raw.rt_audio_playback_get_duration(handle);
    }

    /**
     * Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
     * it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
     * where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
     * read it fails, and what was decoded before is heard to its end.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_seek(long handle, double seconds) {
        return Raw.rt_audio_playback_seek(handle, seconds);
    }

    /**
     * Takes a playback's echo and room away, their tails included.
     *
     * On failure: false.
     */
    public static boolean rt_audio_playback_clear_effects(long handle) {
        return Raw.rt_audio_playback_clear_effects(handle);
    }

    /**
     * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
     * and forget them.
     *
     * On failure: -1.
     */
    public static long rt_audio_free_ended(long engine) {
        return Raw.rt_audio_free_ended(engine);
    }

    /**
     * A audio engine: freed by `close()`, or when Java forgets it.
     */
    public static final class AudioEngine extends NativeObject {
        private AudioEngine(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_audio_shutdown(own)));
        }

        static AudioEngine wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new AudioEngine(handle, parent, owned);
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
        public static AudioLibrary.AudioEngine init() {
            var result = Raw.rt_audio_init();
            if (result == 0) check();
            return AudioLibrary.AudioEngine.wrap(result, null, true);
        }

        /**
         * An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
         * servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
         * the same calls give the same samples. Release it with `rt_audio_shutdown`.
         *
         * On failure: 0.
         */
        public static AudioLibrary.AudioEngine initOffline(long sample_rate, long channels) {
            var result = Raw.rt_audio_init_offline(sample_rate, channels);
            if (result == 0) check();
            return AudioLibrary.AudioEngine.wrap(result, null, true);
        }

        /**
         * Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
         * clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
         *
         * On failure: false.
         */
        public boolean setMasterVolume(double volume) {
            var result = Raw.rt_audio_set_master_volume(handle(), volume);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The gain over everything that `engine` plays, from 0 to 1.
         *
         * On failure: 0.0.
         */
        public double getMasterVolume() {
            var result = Raw.rt_audio_get_master_volume(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
         *
         * On failure: false.
         */
        public boolean pauseAll() {
            var result = Raw.rt_audio_pause_all(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
         *
         * On failure: false.
         */
        public boolean resumeAll() {
            var result = Raw.rt_audio_resume_all(handle());
            NativeObject.keep(this);
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
        public AudioLibrary.AudioSource loadFromFile(String path) {
            var result = Raw.rt_audio_load_from_file(handle(), Convert.utf8(path));
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioSource.wrap(result, this, true);
        }

        /**
         * The same from the bytes of a whole sound file, which are not needed afterwards.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioSource loadFromMemory(byte[] data) {
            var result = Raw.rt_audio_load_from_memory(handle(), data);
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioSource.wrap(result, this, true);
        }

        /**
         * Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
         * sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playSound(AudioLibrary.AudioSource source) {
            var result = Raw.rt_audio_play_sound(handle(), NativeObject.number(source));
            NativeObject.keep(this);
            NativeObject.keep(source);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * The same at another volume, from the first sample: a linear gain of 0 and more.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playSoundWithVolume(AudioLibrary.AudioSource source, double volume) {
            var result = Raw.rt_audio_play_sound_with_volume(handle(), NativeObject.number(source), volume);
            NativeObject.keep(this);
            NativeObject.keep(source);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * The same again and again, without a gap, until it is stopped.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playSoundLooped(AudioLibrary.AudioSource source) {
            var result = Raw.rt_audio_play_sound_looped(handle(), NativeObject.number(source));
            NativeObject.keep(this);
            NativeObject.keep(source);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
         * The playback is the caller's, to be released with `rt_audio_stop_music`.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playMusic(String path) {
            var result = Raw.rt_audio_play_music(handle(), Convert.utf8(path));
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * The same again and again, without a gap, until it is stopped.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playMusicLooped(String path) {
            var result = Raw.rt_audio_play_music_looped(handle(), Convert.utf8(path));
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
         * its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
         * where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
         * sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback playSoundSpatial(AudioLibrary.AudioSource source, double x, double y, double z) {
            var result = Raw.rt_audio_play_sound_spatial(handle(), NativeObject.number(source), x, y, z);
            NativeObject.keep(this);
            NativeObject.keep(source);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, this, true);
        }

        /**
         * Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
         *
         * On failure: false.
         */
        public boolean setListenerPosition(double x, double y, double z) {
            var result = Raw.rt_audio_set_listener_position(handle(), x, y, z);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Where the listener is.
         *
         * On failure: x 0.0, y 0.0, z 0.0.
         */
        public AudioPosition getListenerPosition() {
            var result = AudioPosition.of(Raw.rt_audio_get_listener_position(handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.z() == 0.0) check();
            return result;
        }

        /**
         * Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
         * up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
         * and parallel directions are refused.
         *
         * On failure: false.
         */
        public boolean setListenerOrientation(double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z) {
            var result = Raw.rt_audio_set_listener_orientation(handle(), forward_x, forward_y, forward_z, up_x, up_y, up_z);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
         * `rt_audio_mixer_free`.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioMixer mixerCreate() {
            var result = Raw.rt_audio_mixer_create(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioMixer.wrap(result, this, true);
        }

        /**
         * The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
         * They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
         *
         * On failure: [].
         */
        public double[] render(long frames) {
            var result = Raw.rt_audio_render(handle(), frames);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Frames per second that an engine plays.
         *
         * On failure: -1.
         */
        public long getSampleRate() {
            var result = Raw.rt_audio_get_sample_rate(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Samples per frame that an engine plays.
         *
         * On failure: -1.
         */
        public long getChannels() {
            var result = Raw.rt_audio_get_channels(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * True while a device plays the engine. False where it was lost and until another is there, and for an
         * offline engine.
         *
         * On failure: false.
         */
        public boolean isDevicePlaying() {
            var result = Raw.rt_audio_is_device_playing(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
         *
         * On failure: "".
         */
        public String takeDeviceError() {
            var result = Convert.text(Raw.rt_audio_take_device_error(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
         * `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioSource loadFromSamples(double[] samples, long sample_rate, long channels) {
            var result = Raw.rt_audio_load_from_samples(handle(), samples, sample_rate, channels);
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioSource.wrap(result, this, true);
        }

        /**
         * Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
         * and forget them.
         *
         * On failure: -1.
         */
        public long freeEnded() {
            var result = Raw.rt_audio_free_ended(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }
    }

    /**
     * A audio source: it belongs to its audio engine and is freed with it, or by `close()`.
     */
    public static final class AudioSource extends NativeObject {
        private AudioSource(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_audio_source_free(own)));
        }

        static AudioSource wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new AudioSource(handle, parent, owned);
        }

        /**
         * The length of a source in seconds, at its own speed.
         *
         * On failure: 0.0.
         */
        public double duration() {
            var result = Raw.rt_audio_source_duration(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Frames per second of a source, as its file has them.
         *
         * On failure: -1.
         */
        public long getSampleRate() {
            var result = Raw.rt_audio_source_get_sample_rate(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Samples per frame of a source: 1 for mono, 2 for stereo.
         *
         * On failure: -1.
         */
        public long getChannels() {
            var result = Raw.rt_audio_source_get_channels(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
         *
         * On failure: [].
         */
        public double[] getSamples() {
            var result = Raw.rt_audio_source_get_samples(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A audio playback: it belongs to its audio engine and is freed with it, or by `close()`.
     */
    public static final class AudioPlayback extends NativeObject {
        private AudioPlayback(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_audio_playback_stop(own)));
        }

        static AudioPlayback wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new AudioPlayback(handle, parent, owned);
        }

        /**
         * Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
         *
         * On failure: false.
         */
        public boolean stopMusic() {
            var result = Raw.rt_audio_stop_music(handle());
            NativeObject.keep(this);
            if (!result) check();
            forget();
            return result;
        }

        /**
         * Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
         *
         * On failure: false.
         */
        public boolean pause() {
            var result = Raw.rt_audio_playback_pause(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Goes on with a playback that was paused.
         *
         * On failure: false.
         */
        public boolean resume() {
            var result = Raw.rt_audio_playback_resume(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
         * paused. The tail of an effect counts.
         *
         * On failure: false.
         */
        public boolean isPlaying() {
            var result = Raw.rt_audio_playback_is_playing(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * True where a playback has not ended and is paused, by itself or with all others.
         *
         * On failure: false.
         */
        public boolean isPaused() {
            var result = Raw.rt_audio_playback_is_paused(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
         * before the first sample it is immediate.
         *
         * On failure: false.
         */
        public boolean setVolume(double volume) {
            var result = Raw.rt_audio_playback_set_volume(handle(), volume);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The gain that was set, whatever a fade makes of it.
         *
         * On failure: 0.0.
         */
        public double getVolume() {
            var result = Raw.rt_audio_playback_get_volume(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
         *
         * On failure: false.
         */
        public boolean setSpeed(double speed) {
            var result = Raw.rt_audio_playback_set_speed(handle(), speed);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The speed that was set.
         *
         * On failure: 0.0.
         */
        public double getSpeed() {
            var result = Raw.rt_audio_playback_get_speed(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
         * no position has one from now on.
         *
         * On failure: false.
         */
        public boolean setPosition(double x, double y, double z) {
            var result = Raw.rt_audio_playback_set_position(handle(), x, y, z);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Where a playback is. A playback without a position fails.
         *
         * On failure: x 0.0, y 0.0, z 0.0.
         */
        public AudioPosition getPosition() {
            var result = AudioPosition.of(Raw.rt_audio_playback_get_position(handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0 && result.z() == 0.0) check();
            return result;
        }

        /**
         * Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
         * silence, or from where a fade-out under way has come to.
         *
         * On failure: false.
         */
        public boolean fadeIn(long duration_ms) {
            var result = Raw.rt_audio_playback_fade_in(handle(), duration_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
         * ended. Its handle stays valid until it is stopped.
         *
         * On failure: false.
         */
        public boolean fadeOut(long duration_ms) {
            var result = Raw.rt_audio_playback_fade_out(handle(), duration_ms);
            NativeObject.keep(this);
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
        public boolean setReverb(double room_size, double damping) {
            var result = Raw.rt_audio_playback_set_reverb(handle(), room_size, damping);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
         * 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
         *
         * On failure: false.
         */
        public boolean setDelay(long delay_ms, double decay) {
            var result = Raw.rt_audio_playback_set_delay(handle(), delay_ms, decay);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * How far a playback has come, in seconds of its sound; for a loop, since it last began.
         *
         * On failure: 0.0.
         */
        public double getTime() {
            var result = Raw.rt_audio_playback_get_time(handle());
            NativeObject.keep(this);
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
        public double getDuration() {
            var result = Raw.rt_audio_playback_get_duration(handle());
            NativeObject.keep(this);
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
        public boolean seek(double seconds) {
            var result = Raw.rt_audio_playback_seek(handle(), seconds);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Takes a playback's echo and room away, their tails included.
         *
         * On failure: false.
         */
        public boolean clearEffects() {
            var result = Raw.rt_audio_playback_clear_effects(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A audio mixer: it belongs to its audio engine and is freed with it, or by `close()`.
     */
    public static final class AudioMixer extends NativeObject {
        private AudioMixer(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_audio_mixer_free(own)));
        }

        static AudioMixer wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new AudioMixer(handle, parent, owned);
        }

        /**
         * Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
         * sounds twice.
         *
         * On failure: false.
         */
        public boolean addSource(AudioLibrary.AudioSource source) {
            var result = Raw.rt_audio_mixer_add_source(handle(), NativeObject.number(source));
            NativeObject.keep(this);
            NativeObject.keep(source);
            if (!result) check();
            return result;
        }

        /**
         * Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
         * 10 ms, without a click.
         *
         * On failure: false.
         */
        public boolean setVolume(double volume) {
            var result = Raw.rt_audio_mixer_set_volume(handle(), volume);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
         * playback has its own volume besides the mixer's. A mixer without sources fails.
         *
         * On failure: 0.
         */
        public AudioLibrary.AudioPlayback play() {
            var result = Raw.rt_audio_mixer_play(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return AudioLibrary.AudioPlayback.wrap(result, parent(), true);
        }
    }
}
