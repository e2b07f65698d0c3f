/* Every audio function, with samples that the formulas of the header give. Without a device: offline engines;
 * then the device that the test's ALSA configuration defines. */
#include "check.h"

#include <unistd.h>

enum { RATE = 48000 };

/* A sound of `count` frames at `level`. */
static int64_t constant(int64_t engine, double level, int64_t count) {
    double *samples = malloc((size_t)count * sizeof *samples);
    CHECK(samples != NULL);
    for (int64_t i = 0; i < count; i++) samples[i] = level;
    int64_t source = rt_audio_load_from_samples(engine, samples, count, RATE, 1);
    free(samples);
    CHECK(source > 0);
    return source;
}

/* The next `frames` frames of a mono engine are all `level`. */
static void expect(int64_t engine, int64_t frames, double level) {
    RtF64Array heard = rt_audio_render(engine, frames);
    CHECK_INT(heard.len, frames);
    for (int64_t i = 0; i < frames; i++) CHECK_NEAR(heard.data[i], level, 1e-6);
    rt_f64_array_free(heard.data, heard.len);
}

/* The next `frames` frames of a stereo engine are these. */
static void expect_sides(int64_t engine, int64_t frames, double left, double right) {
    RtF64Array heard;
    CHECK(rt_audio_render_into(engine, frames, &heard));
    CHECK_INT(heard.len, 2 * frames);
    for (int64_t i = 0; i < frames; i++) {
        CHECK_NEAR(heard.data[2 * i], left, 1e-6);
        CHECK_NEAR(heard.data[2 * i + 1], right, 1e-6);
    }
    rt_f64_array_free(heard.data, heard.len);
}

/* Lets `frames` frames pass. */
static void pass(int64_t engine, int64_t frames) {
    RtF64Array heard = rt_audio_render(engine, frames);
    rt_f64_array_free(heard.data, heard.len);
}

static void library(void) {
    CHECK(rt_audio_available());
    CHECK_TEXT(rt_audio_version(), "0.23.0");
    RtTextArray formats = rt_audio_get_supported_formats();
    const char *const expected[] = {"wav", "aiff", "au",  "caf", "mp3", "mp2",  "ogg", "opus",
                                    "flac", "m4a", "mp4", "aac", "webm", "mka", "mkv"};
    CHECK_INT(formats.len, 15);
    for (int i = 0; i < 15; i++) CHECK(strcmp(formats.data[i], expected[i]) == 0);
    rt_text_array_free(formats.data, formats.len);
    CHECK(rt_audio_get_supported_formats_into(&formats));
    rt_text_array_free(formats.data, formats.len);
    CHECK_INT(rt_audio_init_offline(1, 2), 0);
    CHECK_TEXT(rt_audio_get_last_error(), "`sample_rate` is 1, which is not from 8000 to 384000");
    CHECK_INT(rt_audio_get_last_error_code(), 1);
    rt_audio_clear_error();
    CHECK_TEXT(rt_audio_get_last_error(), "");
}

static void volumes_and_pauses(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    CHECK(engine > 0);
    CHECK_INT(rt_audio_get_sample_rate(engine), RATE);
    CHECK_INT(rt_audio_get_channels(engine), 1);
    CHECK(!rt_audio_is_device_playing(engine));
    CHECK_TEXT(rt_audio_take_device_error(engine), "");
    int64_t source = constant(engine, 0.5, RATE);
    CHECK_NEAR(rt_audio_source_duration(source), 1.0, 0);
    CHECK_INT(rt_audio_source_get_sample_rate(source), RATE);
    CHECK_INT(rt_audio_source_get_channels(source), 1);
    RtF64Array samples = rt_audio_source_get_samples(source);
    CHECK(samples.len == RATE && samples.data[0] == 0.5 && samples.data[RATE - 1] == 0.5);
    rt_f64_array_free(samples.data, samples.len);
    CHECK(rt_audio_source_get_samples_into(source, &samples));
    rt_f64_array_free(samples.data, samples.len);

    int64_t playback = rt_audio_play_sound(engine, source);
    CHECK_NEAR(rt_audio_playback_get_duration(playback), 1.0, 0);
    CHECK_TEXT(rt_audio_playback_get_error(playback), "");
    expect(engine, 100, 0.5);
    CHECK(rt_audio_playback_set_volume(playback, 0.5));
    CHECK_NEAR(rt_audio_playback_get_volume(playback), 0.5, 0);
    CHECK(rt_audio_set_master_volume(engine, 0.5));
    CHECK_NEAR(rt_audio_get_master_volume(engine), 0.5, 0);
    pass(engine, 480);
    expect(engine, 100, 0.125);
    CHECK(rt_audio_playback_pause(playback));
    CHECK(rt_audio_playback_is_paused(playback) && !rt_audio_playback_is_playing(playback));
    pass(engine, 240);
    expect(engine, 100, 0.0);
    CHECK(rt_audio_playback_resume(playback));
    CHECK(!rt_audio_playback_is_paused(playback) && rt_audio_playback_is_playing(playback));
    CHECK(rt_audio_pause_all(engine));
    pass(engine, 240);
    expect(engine, 100, 0.0);
    CHECK(rt_audio_resume_all(engine));
    pass(engine, 240);
    expect(engine, 100, 0.125);
    CHECK_NEAR(rt_audio_playback_get_time(playback), 1500.0 / RATE, 1e-9);
    CHECK(rt_audio_get_engine_time(engine) >= 1700.0 / RATE);
    CHECK_INT(rt_audio_get_device_error_count(engine), 0);
    CHECK(rt_audio_playback_seek(playback, 0.9999));
    pass(engine, 240);
    CHECK(!rt_audio_playback_is_playing(playback));
    CHECK(rt_audio_playback_stop(playback));
    CHECK(!rt_audio_playback_stop(playback));
    CHECK_CONTAINS(rt_audio_get_last_error(), "a audio playback that was freed");

    int64_t told = rt_audio_play(engine, source, "{\"volume\": 0.5}");
    expect(engine, 100, 0.5 * 0.5 * 0.5);
    CHECK(rt_audio_playback_stop(told));
    pass(engine, 240);
    CHECK(rt_audio_play(engine, source, "{\"volum\": 0.5}") == 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "volum");
    int64_t quiet = rt_audio_play_sound_with_volume(engine, source, 0.25);
    int64_t looped = rt_audio_play_sound_looped(engine, source);
    expect(engine, 100, 0.5 * (0.25 * 0.5 + 0.5));
    CHECK(rt_audio_playback_stop(quiet));
    CHECK(rt_audio_playback_set_speed(looped, 2.0));
    CHECK_NEAR(rt_audio_playback_get_speed(looped), 2.0, 0);
    pass(engine, RATE);
    CHECK(rt_audio_playback_is_playing(looped));
    CHECK(rt_audio_source_free(source));
    CHECK(rt_audio_shutdown(engine));
    CHECK(!rt_audio_playback_stop(looped));
}

static void space(void) {
    int64_t engine = rt_audio_init_offline(RATE, 2);
    int64_t source = constant(engine, 0.5, RATE);
    int64_t playback = rt_audio_play_sound_spatial(engine, source, 2.0, 0.0, 0.0);
    expect_sides(engine, 100, 0.0, 0.25);
    CHECK(rt_audio_playback_set_position(playback, 0.0, 0.0, -1.0));
    RtAudioPosition position = rt_audio_playback_get_position(playback);
    CHECK(position.x == 0.0 && position.y == 0.0 && position.z == -1.0);
    CHECK(rt_audio_playback_get_position_into(playback, &position) && position.z == -1.0);
    pass(engine, 480);
    expect_sides(engine, 100, 0.5 * sqrt(0.5), 0.5 * sqrt(0.5));
    CHECK(rt_audio_set_listener_position(engine, -4.0, 0.0, -1.0));
    CHECK_NEAR(rt_audio_get_listener_position(engine).x, -4.0, 0);
    CHECK(rt_audio_get_listener_position_into(engine, &position) && position.z == -1.0);
    CHECK(rt_audio_set_listener_orientation(engine, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0));
    pass(engine, 480);
    expect_sides(engine, 100, 0.125, 0.0);
    CHECK(!rt_audio_set_listener_orientation(engine, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0));
    CHECK_CONTAINS(rt_audio_get_last_error(), "zero or parallel");
    CHECK(rt_audio_shutdown(engine));
}

static void fades_and_effects(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t source = constant(engine, 0.5, RATE);
    int64_t playback = rt_audio_play_sound(engine, source);
    CHECK(rt_audio_playback_fade_in(playback, 10));
    RtF64Array heard = rt_audio_render(engine, 480);
    for (int i = 0; i < 480; i++) CHECK_NEAR(heard.data[i], 0.5 * i / 480.0, 1e-6);
    rt_f64_array_free(heard.data, heard.len);
    CHECK(rt_audio_playback_set_delay(playback, 10, 0.5));
    expect(engine, 480, 0.5);
    /* An echo begins over 5 ms. */
    heard = rt_audio_render(engine, 240);
    for (int i = 0; i < 240; i++) CHECK_NEAR(heard.data[i], 0.5 + 0.25 * i / 240.0, 1e-6);
    rt_f64_array_free(heard.data, heard.len);
    expect(engine, 240, 0.75);
    CHECK(rt_audio_playback_set_reverb(playback, 0.5, 0.5));
    pass(engine, 4800);
    CHECK(rt_audio_playback_clear_effects(playback));
    pass(engine, 240);
    expect(engine, 480, 0.5);
    CHECK(rt_audio_playback_fade_out(playback, 10));
    pass(engine, 480);
    CHECK(!rt_audio_playback_is_playing(playback));
    CHECK_INT(rt_audio_free_ended(engine), 1);
    CHECK(!rt_audio_playback_is_playing(playback));
    CHECK(rt_audio_shutdown(engine));
}

static void loops_and_live_samples(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    double samples[4] = {0.125, 0.25, 0.375, 0.5};
    float floats[2] = {0.25f, 0.5f};
    int64_t source = rt_audio_load_from_samples(engine, samples, 4, RATE, 1);
    int64_t looped = rt_audio_play(engine, source, "{\"loop_from\": 0.0, \"loop_to\": 0.00002}");
    CHECK(looped > 0);
    expect(engine, 100, 0.125);
    CHECK(rt_audio_playback_set_loop(looped, 3.0 / RATE, 4.0 / RATE));
    pass(engine, 3);
    expect(engine, 100, 0.5);
    CHECK(!rt_audio_playback_set_loop(looped, 1.0, 0.5));
    CHECK(rt_audio_playback_clear_loop(looped));
    pass(engine, 1);
    CHECK(!rt_audio_playback_is_playing(looped));
    int64_t live = rt_audio_play_live(engine, RATE, 1, 10, "");
    CHECK(rt_audio_playback_get_room(live) == RATE / 100);
    CHECK_INT(rt_audio_playback_push(live, samples, 4), 4);
    CHECK_INT(rt_audio_playback_push_floats(live, (const uint8_t *)floats, sizeof floats), 2);
    CHECK(rt_audio_playback_finish(live));
    expect(engine, 1, 0.125);
    RtBytes bytes = rt_audio_render_floats(engine, 3);
    CHECK_INT(bytes.len, 12);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_audio_render_floats_into(engine, 1, &bytes));
    float last;
    memcpy(&last, bytes.data, sizeof last);
    CHECK(last == 0.25f);
    rt_bytes_free(bytes.data, bytes.len);
    expect(engine, 1, 0.5);
    pass(engine, 1);
    CHECK(!rt_audio_playback_is_playing(live));
    CHECK_INT(rt_audio_playback_push(live, samples, 4), -1);
    int64_t two = rt_audio_load_from_floats(engine, (const uint8_t *)floats, sizeof floats, RATE, 1);
    CHECK(two > 0);
    bytes = rt_audio_source_get_floats(two);
    CHECK(bytes.len == sizeof floats && memcmp(bytes.data, floats, sizeof floats) == 0);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_audio_source_get_floats_into(two, &bytes));
    rt_bytes_free(bytes.data, bytes.len);
    CHECK_INT(rt_audio_play_music_from_memory(engine, (const uint8_t *)floats, sizeof floats, ""), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "`data` is 8 bytes");
    CHECK(rt_audio_shutdown(engine));
}

static void filters_and_levels(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t source = constant(engine, 0.5, RATE);
    int64_t playback = rt_audio_play_sound_looped(engine, source);
    CHECK(rt_audio_playback_set_filter(playback, 0, SN_FILTER_KIND_LOW_PASS, 100.0, 0.7, 0.0));
    CHECK(rt_audio_set_filter(engine, 7, SN_FILTER_KIND_LOW_SHELF, 100.0, 0.7, -6.0));
    CHECK(!rt_audio_set_filter(engine, 8, SN_FILTER_KIND_LOW_SHELF, 100.0, 0.7, -6.0));
    pass(engine, RATE);
    RtF64Array levels = rt_audio_take_levels(engine);
    CHECK_INT(levels.len, 2);
    CHECK(levels.data[0] > 0.2 && levels.data[0] < 0.6);
    rt_f64_array_free(levels.data, levels.len);
    pass(engine, 100);
    CHECK(rt_audio_take_levels_into(engine, &levels));
    CHECK_NEAR(levels.data[1], 0.5 * 0.501187, 1e-3);
    rt_f64_array_free(levels.data, levels.len);
    CHECK(rt_audio_playback_clear_filter(playback, 0));
    CHECK(rt_audio_clear_filter(engine, 7));
    CHECK(rt_audio_set_limiter(engine, -12.0412, 10.0));
    pass(engine, RATE);
    CHECK_NEAR(rt_audio_get_compression(engine), 0.5, 1e-3);
    CHECK(rt_audio_set_compressor(engine, -12.0412, 2.0, 0.0, 10.0, 0.0));
    pass(engine, RATE);
    CHECK_NEAR(rt_audio_get_compression(engine), 0.7071, 1e-3);
    CHECK(rt_audio_clear_compressor(engine));
    CHECK(!rt_audio_set_limiter(engine, 1.0, 10.0));
    CHECK(rt_audio_shutdown(engine));
}

static void moving_sounds(void) {
    int64_t engine = rt_audio_init_offline(RATE, 2);
    int64_t source = constant(engine, 0.5, RATE);
    int64_t playback = rt_audio_play_sound_looped(engine, source);
    CHECK(rt_audio_playback_set_pan(playback, 1.0));
    CHECK_NEAR(rt_audio_playback_get_pan(playback), 1.0, 0);
    expect_sides(engine, 100, 0.0, 0.5);
    CHECK(rt_audio_playback_set_position(playback, -8.0, 0.0, 0.0));
    CHECK(rt_audio_set_distance_model(engine, SN_DISTANCE_MODEL_LINEAR, 4.0, 20.0, 1.0));
    pass(engine, 480);
    expect_sides(engine, 100, 0.5 * 0.75, 0.0);
    CHECK(rt_audio_playback_set_distance_model(playback, SN_DISTANCE_MODEL_EXPONENTIAL, 2.0, 20.0, 2.0));
    pass(engine, 480);
    expect_sides(engine, 100, 0.5 / 16.0, 0.0);
    CHECK(!rt_audio_set_distance_model(engine, 9, 1.0, 2.0, 1.0));
    CHECK_CONTAINS(rt_audio_get_last_error(), "`model` is 9");
    CHECK(rt_audio_set_doppler(engine, 1.0, 340.0));
    CHECK(rt_audio_playback_set_velocity(playback, 34.0, 0.0, 0.0));
    CHECK(rt_audio_set_listener_velocity(engine, 0.0, 1.0, 0.0));
    RtAudioPosition velocity = rt_audio_playback_get_velocity(playback);
    CHECK(velocity.x == 34.0 && velocity.y == 0.0);
    CHECK(rt_audio_playback_get_velocity_into(playback, &velocity) && velocity.x == 34.0);
    CHECK_NEAR(rt_audio_get_listener_velocity(engine).y, 1.0, 0);
    CHECK(rt_audio_get_listener_velocity_into(engine, &velocity) && velocity.y == 1.0);
    /* It comes nearer with a tenth of the speed of sound. */
    CHECK(rt_audio_playback_seek(playback, 0.0));
    pass(engine, 9000);
    CHECK_NEAR(rt_audio_playback_get_time(playback), 9000.0 / RATE / 0.9, 1e-3);
    CHECK(rt_audio_shutdown(engine));
}

static void buses(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t outer = rt_audio_bus_create(engine);
    int64_t inner = rt_audio_bus_create_inside(outer);
    CHECK(outer > 0 && inner > 0);
    int64_t playback = rt_audio_play_sound_looped(engine, constant(engine, 0.5, RATE));
    CHECK(rt_audio_playback_set_bus(playback, inner));
    CHECK(rt_audio_bus_set_volume(outer, 0.5) && rt_audio_bus_set_volume(inner, 0.5));
    CHECK_NEAR(rt_audio_bus_get_volume(inner), 0.5, 0);
    expect(engine, 100, 0.125);
    CHECK(rt_audio_bus_pause(outer) && rt_audio_bus_is_paused(inner));
    pass(engine, 240);
    expect(engine, 100, 0.0);
    CHECK(rt_audio_bus_resume(outer) && !rt_audio_bus_is_paused(inner));
    pass(engine, 240);
    expect(engine, 100, 0.125);
    CHECK(rt_audio_bus_set_filter(inner, 0, SN_FILTER_KIND_HIGH_PASS, 1000.0, 0.7, 0.0));
    pass(engine, RATE);
    expect(engine, 100, 0.0);
    CHECK(rt_audio_bus_clear_filter(inner, 0));
    CHECK(rt_audio_bus_set_delay(inner, 10, 0.5) && rt_audio_bus_set_reverb(outer, 0.5, 0.5));
    CHECK(rt_audio_bus_clear_effects(inner) && rt_audio_bus_clear_effects(outer));
    CHECK(rt_audio_bus_set_limiter(inner, -40.0, 10.0));
    pass(engine, RATE);
    CHECK_NEAR(rt_audio_bus_get_compression(inner), 0.04, 1e-4);
    RtF64Array levels = rt_audio_bus_take_levels(inner);
    CHECK_INT(levels.len, 2);
    rt_f64_array_free(levels.data, levels.len);
    pass(engine, 100);
    CHECK(rt_audio_bus_take_levels_into(inner, &levels));
    CHECK_NEAR(levels.data[0], 0.01, 1e-6);
    rt_f64_array_free(levels.data, levels.len);
    CHECK(rt_audio_bus_set_compressor(inner, 0.0, 2.0, 1.0, 10.0, 0.0) && rt_audio_bus_clear_compressor(inner));
    CHECK(rt_audio_playback_clear_bus(playback));
    pass(engine, 240);
    expect(engine, 100, 0.5);
    CHECK(rt_audio_bus_free(inner) && rt_audio_bus_free(outer));
    CHECK(!rt_audio_bus_free(inner));
    CHECK(rt_audio_shutdown(engine));
}

static void sequences_and_recordings(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t one = rt_audio_play_sound(engine, constant(engine, 0.5, 777));
    int64_t other = rt_audio_play(engine, constant(engine, 0.25, 1000), "{\"paused\": true}");
    CHECK(rt_audio_playback_start_after(other, one, 0));
    CHECK(!rt_audio_playback_start_after(other, other, 0));
    int64_t recording = rt_audio_record_start(engine, "recorded.wav", 32);
    CHECK(recording > 0);
    expect(engine, 777, 0.5);
    expect(engine, 1000, 0.25);
    CHECK_INT(rt_audio_record_get_lost(recording), 0);
    CHECK_INT(rt_audio_record_get_frames(recording), 1777);
    CHECK(rt_audio_record_stop(recording));
    CHECK(!rt_audio_record_stop(recording));
    int64_t recorded = rt_audio_load_from_file(engine, "recorded.wav");
    CHECK_NEAR(rt_audio_source_duration(recorded), 1777.0 / RATE, 1e-12);
    CHECK_INT(rt_audio_record_start(engine, "no/such/folder.wav", 16), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "no/such/folder.wav");
    CHECK(rt_audio_shutdown(engine));
}

/* Makes 1,000 frames, 100 in a call. */
static int64_t produce(int64_t playback, void *user_data) {
    int *made = user_data;
    double samples[100];
    for (int i = 0; i < 100; i++) samples[i] = 0.5;
    *made += 100 * (rt_audio_playback_push(playback, samples, 100) == 100);
    return *made < 1000;
}

static void producers(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t live = rt_audio_play_live(engine, RATE, 1, 50, "");
    int made = 0;
    CHECK(rt_audio_playback_set_producer(live, produce, &made));
    for (int wait = 0; rt_audio_playback_get_room(live) != 1400; wait++) {
        CHECK(wait < 5000);
        usleep(1000);
    }
    expect(engine, 1000, 0.5);
    for (int wait = 0; rt_audio_playback_is_playing(live); wait++) {
        CHECK(wait < 5000);
        usleep(1000);
        pass(engine, 10);
    }
    CHECK(rt_audio_playback_stop(live));
    CHECK_INT(made, 1000);
    CHECK(!rt_audio_playback_set_producer(rt_audio_play_sound(engine, constant(engine, 0.1, 10)), produce, &made));
    CHECK(rt_audio_shutdown(engine));
}

static void capture(void) {
    RtTextArray inputs;
    CHECK(rt_audio_get_inputs_into(&inputs));
    CHECK(inputs.len >= 1);
    rt_text_array_free(inputs.data, inputs.len);
    inputs = rt_audio_get_inputs();
    CHECK(strstr(inputs.data[0], "\"is_default\":true"));
    rt_text_array_free(inputs.data, inputs.len);
    int64_t capture = rt_audio_capture_start("{\"sample_rate\": 16000, \"channels\": 1}");
    CHECK(capture > 0);
    CHECK_INT(rt_audio_capture_get_sample_rate(capture), 16000);
    CHECK_INT(rt_audio_capture_get_channels(capture), 1);
    CHECK(rt_audio_capture_wait(capture, 100, 60000));
    CHECK(rt_audio_capture_get_available(capture) >= 100);
    RtF64Array samples = rt_audio_capture_read(capture, 10);
    CHECK(samples.len == 10 && samples.data[0] == 0.0);
    rt_f64_array_free(samples.data, samples.len);
    CHECK(rt_audio_capture_read_into(capture, 10, &samples));
    rt_f64_array_free(samples.data, samples.len);
    RtBytes bytes = rt_audio_capture_read_floats(capture, 10);
    CHECK_INT(bytes.len, 40);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_audio_capture_read_floats_into(capture, 10, &bytes));
    rt_bytes_free(bytes.data, bytes.len);
    bytes = rt_audio_capture_read_int16(capture, 10);
    CHECK_INT(bytes.len, 20);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_audio_capture_read_int16_into(capture, 10, &bytes));
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_audio_capture_get_lost(capture) >= 0);
    CHECK_TEXT(rt_audio_capture_get_error(capture), "");
    CHECK(rt_audio_capture_stop(capture));
    CHECK(!rt_audio_capture_stop(capture));
}

static void mixer(void) {
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t one = constant(engine, 0.5, 1000), other = constant(engine, 0.25, 500);
    int64_t mixer = rt_audio_mixer_create(engine);
    CHECK(rt_audio_mixer_add_source(mixer, one) && rt_audio_mixer_add_source(mixer, other));
    CHECK(rt_audio_mixer_set_volume(mixer, 2.0));
    int64_t playback = rt_audio_mixer_play(mixer);
    expect(engine, 500, 1.5);
    expect(engine, 500, 1.0);
    expect(engine, 100, 0.0);
    CHECK(!rt_audio_playback_is_playing(playback));
    CHECK(rt_audio_mixer_free(mixer));
    CHECK_INT(rt_audio_mixer_play(mixer), 0);
    CHECK(rt_audio_shutdown(engine));
}

static void put(uint8_t **at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++) *(*at)++ = (uint8_t)(value >> 8 * i);
}

/* A WAVE file of 1,000 mono frames of 16 bits whose values are -16,384. */
enum { WAVE_SIZE = 44 + 2000 };
static void wave(uint8_t *to) {
    memcpy(to, "RIFF", 4), to += 4, put(&to, WAVE_SIZE - 8, 4);
    memcpy(to, "WAVEfmt ", 8), to += 8, put(&to, 16, 4);
    put(&to, 1, 2), put(&to, 1, 2), put(&to, RATE, 4), put(&to, 2 * RATE, 4), put(&to, 2, 2), put(&to, 16, 2);
    memcpy(to, "data", 4), to += 4, put(&to, 2000, 4);
    for (int i = 0; i < 1000; i++) put(&to, (uint16_t)-16384, 2);
}

static void files(void) {
    static uint8_t bytes[WAVE_SIZE];
    wave(bytes);
    FILE *file = fopen("level.wav", "wb");
    CHECK(file && fwrite(bytes, 1, sizeof bytes, file) == sizeof bytes && fclose(file) == 0);
    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t from_file = rt_audio_load_from_file(engine, "level.wav");
    int64_t from_memory = rt_audio_load_from_memory(engine, bytes, sizeof bytes);
    CHECK(from_file > 0 && from_memory > 0);
    CHECK(rt_audio_play_sound(engine, from_file) > 0 && rt_audio_play_sound(engine, from_memory) > 0);
    expect(engine, 1000, -1.0);
    int64_t music = rt_audio_play_music(engine, "level.wav");
    CHECK(music > 0);
    expect(engine, 1000, -0.5);
    expect(engine, 100, 0.0);
    CHECK(rt_audio_stop_music(music));
    music = rt_audio_play_music_looped(engine, "level.wav");
    expect(engine, 5000, -0.5);
    CHECK(rt_audio_stop_music(music));
    CHECK_INT(rt_audio_play_music_with(engine, "missing.wav", "{}"), 0);
    CHECK_INT(rt_audio_play_music(engine, "missing.wav"), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "`path` is \"missing.wav\", which could not be opened");
    CHECK_INT(rt_audio_load_from_memory(engine, bytes, 20), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "`data` is 20 bytes, which could not be decoded");
    CHECK(rt_audio_shutdown(engine));
}

static void device(void) {
    for (int i = 0; i < 3; i++) {
        int64_t engine = rt_audio_init();
        CHECK(engine > 0);
        CHECK(rt_audio_is_device_playing(engine));
        int64_t playback = rt_audio_play_sound(engine, constant(engine, 0.1, RATE / 10));
        for (int wait = 0; rt_audio_playback_is_playing(playback); wait++) {
            CHECK(wait < 5000);
            usleep(10000);
        }
        CHECK(rt_audio_render(engine, 1).data == NULL);
        CHECK_CONTAINS(rt_audio_get_last_error(), "only an offline engine");
        CHECK(rt_audio_shutdown(engine));
    }
    int64_t aloud = rt_audio_init_or_silent();
    CHECK(aloud > 0 && rt_audio_is_device_playing(aloud));
    CHECK(rt_audio_shutdown(aloud));
    int64_t engine = rt_audio_init_with_options("{\"sample_rate\": 22050, \"channels\": 1, \"buffer_ms\": 5}");
    CHECK(engine > 0);
    CHECK_INT(rt_audio_get_sample_rate(engine), 22050);
    CHECK_INT(rt_audio_get_channels(engine), 1);
    CHECK(rt_audio_shutdown(engine));
    CHECK_INT(rt_audio_init_with_options("{\"device\": \"none of them\"}"), 0);
    CHECK_CONTAINS(rt_audio_get_last_error(), "there is none with the id \"none of them\" now");
    RtTextArray outputs = rt_audio_get_outputs(), same;
    CHECK(outputs.len >= 1);
    CHECK(strstr(outputs.data[0], "\"is_default\":true"));
    CHECK(rt_audio_get_outputs_into(&same));
    CHECK_INT(same.len, outputs.len);
    rt_text_array_free(outputs.data, outputs.len);
    rt_text_array_free(same.data, same.len);
}

/* Threads that do everything to the same engine, its source and its playback, while one renders. */
struct shared {
    int64_t engine, source, playback;
    _Atomic int rendering;
};

static void *hammer(void *argument) {
    struct shared *all = argument;
    if (!__atomic_exchange_n(&all->rendering, 1, __ATOMIC_SEQ_CST)) {
        for (int i = 0; i < 300; i++) pass(all->engine, 64);
        return NULL;
    }
    for (int i = 0; i < 100; i++) {
        int64_t own = rt_audio_play_sound_spatial(all->engine, all->source, i, 0.0, -1.0);
        CHECK(own > 0);
        CHECK(rt_audio_playback_set_speed(own, 1.0 + i / 200.0));
        CHECK(rt_audio_playback_set_delay(own, 1 + i % 3, 0.5));
        CHECK(rt_audio_playback_set_volume(all->playback, 0.1));
        CHECK(rt_audio_playback_set_position(all->playback, i, 1.0, 0.0));
        CHECK(rt_audio_playback_seek(all->playback, 0.0));
        CHECK(rt_audio_set_listener_position(all->engine, 0.0, i, 0.0));
        CHECK(rt_audio_playback_fade_out(own, 1));
        if (i % 2) CHECK(rt_audio_playback_stop(own));
        rt_audio_free_ended(all->engine);
    }
    return NULL;
}

static void *shut_down(void *argument) {
    struct shared *all = argument;
    rt_audio_play_sound(all->engine, all->source);
    if (rt_audio_shutdown(all->engine)) __atomic_fetch_add(&all->rendering, 1, __ATOMIC_SEQ_CST);
    CHECK_INT(rt_audio_play_sound(all->engine, all->source), 0);
    return NULL;
}

static void threads(void) {
    struct shared all = {.engine = rt_audio_init_offline(RATE, 2)};
    all.source = constant(all.engine, 0.01, RATE);
    all.playback = rt_audio_play_sound_looped(all.engine, all.source);
    check_threads(6, hammer, &all);
    all.rendering = 0;
    check_threads(6, shut_down, &all);
    CHECK_INT(all.rendering, 1);
}

int main(void) {
    library();
    volumes_and_pauses();
    space();
    fades_and_effects();
    loops_and_live_samples();
    filters_and_levels();
    moving_sounds();
    buses();
    sequences_and_recordings();
    producers();
    capture();
    mixer();
    files();
    device();
    threads();
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
