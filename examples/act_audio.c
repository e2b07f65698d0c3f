/* A short piece of music, rendered without a device from voices that are computed here: a bass, plucked
 * strings that circle the listener, bells in a room with an echo, chords that fade in and out, drums.
 * It is written to a WAVE file and drawn, and played where there is a device. */
#include "act_audio_picture.h"
#include "acts.h"
#include "simple_native.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RATE = 48000, STEP = 7200 /* frames: a sixteenth at 100 beats a minute */, BARS = 8, STEPS = 16 * BARS };
static const int TAIL = 3 * RATE;
static const double PI = 3.14159265358979323846;

/* The frequency of a MIDI note. */
static double hertz(int note) { return 440.0 * pow(2.0, (note - 69) / 12.0); }

/* A note's samples; `voice` gives one at `t` seconds. The caller owns the source. */
static int64_t note(int64_t engine, double seconds, double frequency, double (*voice)(double t, double f)) {
    int64_t count = (int64_t)(seconds * RATE);
    double *samples = malloc((size_t)count * sizeof *samples);
    if (!samples) return 0;
    for (int64_t i = 0; i < count; i++) {
        double t = (double)i / RATE, left = seconds - t;
        samples[i] = voice(t, frequency) * (left < 0.02 ? left / 0.02 : 1.0);
    }
    int64_t source = rt_audio_load_from_samples(engine, samples, count, RATE, 1);
    free(samples);
    return source;
}

static double bass(double t, double f) {
    double sum = 0.0;
    for (int n = 1; n <= 10; n++) sum += sin(2.0 * PI * f * n * t) / n * exp(-t * n * 1.2);
    return 0.6 * sum * (1.0 - exp(-t * 300.0)) * exp(-t * 2.0);
}

static double string(double t, double f) {
    double sum = 0.0;
    for (int n = 1; n <= 12; n++) sum += sin(2.0 * PI * f * n * t) * sin(n * 0.7) / n * exp(-t * (1.5 + n));
    return sum * (1.0 - exp(-t * 900.0));
}

/* Frequency modulation, after John Chowning (1973). */
static double bell(double t, double f) {
    return 0.5 * sin(2.0 * PI * f * t + 4.0 * exp(-t * 3.0) * sin(2.0 * PI * f * 1.4 * t)) * exp(-t * 2.2);
}

static double pad(double t, double f) {
    double sum = 0.0;
    for (int n = 1; n <= 5; n++)
        sum += (sin(2.0 * PI * f * 0.997 * n * t) + sin(2.0 * PI * f * 1.003 * n * t + n)) / (n * n);
    return 0.25 * sum;
}

static double kick(double t, double f) {
    return sin(2.0 * PI * f * (t + 0.09 * (1.0 - exp(-t * 30.0)))) * exp(-t * 9.0);
}

static double hat(double t, double f) {
    static uint32_t noise = 1;
    (void)f;
    noise = noise * 1664525u + 1013904223u;
    return ((double)(noise >> 8) / 8388608.0 - 1.0) * exp(-t * 60.0);
}

/* A minor, F, C, G: root, and the tones above it. */
static const int CHORDS[4][4] = {{57, 60, 64, 69}, {53, 57, 60, 65}, {48, 55, 60, 64}, {55, 59, 62, 67}};
static const int MELODY[32] = {76, 0, 0, 72, 0, 0, 74, 0, 77, 0, 0, 76, 0, 0, 72, 0,
                               79, 0, 0, 76, 0, 0, 74, 0, 74, 0, 71, 0, 79, 0, 0, 0};

struct band {
    int64_t engine, bass[4], strings[4][4], bells[128], kick, hat, chords[4], chord_notes[4][3], sounding;
    double angle;
};

/* All notes are made once; every playback shares them. */
static void tune(struct band *band) {
    int64_t engine = band->engine;
    for (int chord = 0; chord < 4; chord++) {
        band->bass[chord] = note(engine, 0.6, hertz(CHORDS[chord][0] - 24), bass);
        band->chords[chord] = rt_audio_mixer_create(engine);
        rt_audio_mixer_set_volume(band->chords[chord], 0.07);
        for (int tone = 0; tone < 4; tone++)
            band->strings[chord][tone] = note(engine, 1.2, hertz(CHORDS[chord][tone] + 12), string);
        for (int tone = 0; tone < 3; tone++) {
            band->chord_notes[chord][tone] = note(engine, 2.8, hertz(CHORDS[chord][tone]), pad);
            rt_audio_mixer_add_source(band->chords[chord], band->chord_notes[chord][tone]);
        }
    }
    for (int i = 0; i < 32; i++) {
        int pitch = MELODY[i];
        if (pitch && !band->bells[pitch]) band->bells[pitch] = note(engine, 2.0, hertz(pitch), bell);
    }
    band->kick = note(engine, 0.4, 45.0, kick);
    band->hat = note(engine, 0.1, 0.0, hat);
}

/* What begins at this sixteenth. */
static void strike(struct band *band, int step) {
    int64_t engine = band->engine;
    int chord = step / 16 % 4, beat = step % 16, bar = step / 16;
    if (beat == 0) {
        band->sounding = rt_audio_mixer_play(band->chords[chord]);
        rt_audio_playback_fade_in(band->sounding, 900);
        rt_audio_playback_set_reverb(band->sounding, 0.6, 0.6);
    }
    if (beat == 10) rt_audio_playback_fade_out(band->sounding, 1200);
    if (beat % 4 == 0 && bar >= 2) rt_audio_play_sound_with_volume(engine, band->kick, 0.55);
    if (beat % 4 == 2 && bar >= 2) {
        int64_t tick = rt_audio_play_sound_spatial(engine, band->hat, beat % 8 == 2 ? -1.0 : 1.0, 0.0, -1.0);
        rt_audio_playback_set_volume(tick, 0.15);
    }
    if (beat % 8 == 0 || beat % 8 == 3 || beat % 8 == 6)
        rt_audio_play_sound_with_volume(engine, band->bass[chord], 0.3);
    /* Once around the listener in two bars, two metres away. */
    band->angle = 2.0 * PI * step / 32.0;
    int64_t string_playback =
        rt_audio_play_sound_spatial(engine, band->strings[chord][step * 3 % 4], 2.0 * sin(band->angle), 0.0,
                                    -2.0 * cos(band->angle));
    rt_audio_playback_set_volume(string_playback, 0.5);
    int pitch = MELODY[step % 64 / 2];
    if (bar >= 2 && step % 2 == 0 && pitch) {
        int64_t bell_playback = rt_audio_play_sound_spatial(engine, band->bells[pitch], 0.5, 0.5, -1.0);
        rt_audio_playback_set_volume(bell_playback, 0.22);
        rt_audio_playback_set_delay(bell_playback, 450, 0.4);
        rt_audio_playback_set_reverb(bell_playback, 0.8, 0.3);
    }
}

static int write_wave(const char *path, const double *samples, int64_t frames) {
    FILE *file = fopen(path, "wb");
    if (!file) return 1;
    uint32_t size = (uint32_t)frames * 4;
    uint8_t head[44] = "RIFF....WAVEfmt \x10\0\0\0\x01\0\x02\0................data";
    const uint32_t numbers[][2] = {{4, 36 + size}, {24, RATE}, {28, RATE * 4}, {32, 4 | 16 << 16}, {40, size}};
    for (int i = 0; i < 5; i++)
        for (int byte = 0; byte < 4; byte++) head[numbers[i][0] + byte] = (uint8_t)(numbers[i][1] >> 8 * byte);
    memcpy(head + 36, "data", 4);
    fwrite(head, 1, sizeof head, file);
    for (int64_t i = 0; i < 2 * frames; i++) {
        double clipped = fmax(-1.0, fmin(1.0, samples[i]));
        int16_t sample = (int16_t)lrint(clipped * 32767.0);
        uint8_t bytes[2] = {(uint8_t)sample, (uint8_t)((uint16_t)sample >> 8)};
        fwrite(bytes, 1, 2, file);
    }
    return fclose(file) != 0;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The whole piece, interleaved; the caller frees. */
static double *perform(int64_t frames) {
    double *piece = malloc((size_t)frames * 2 * sizeof *piece);
    struct band band = {.engine = rt_audio_init_offline(RATE, 2)};
    if (!piece || !band.engine) return NULL;
    rt_audio_set_master_volume(band.engine, 0.65);
    tune(&band);
    double start = now();
    int64_t at = 0, playbacks = 0;
    for (int step = 0; at < frames; step++) {
        if (step < STEPS) strike(&band, step);
        int64_t count = frames - at < STEP ? frames - at : STEP;
        RtF64Array heard = rt_audio_render(band.engine, count);
        memcpy(piece + 2 * at, heard.data, (size_t)heard.len * sizeof *piece);
        rt_f64_array_free(heard.data, heard.len);
        playbacks += rt_audio_free_ended(band.engine);
        at += count;
    }
    double took = now() - start;
    printf("%.1f s of music, %lld sounds, rendered in %.2f s: %.0f times as fast as it plays\n",
           (double)frames / RATE, (long long)playbacks, took, (double)frames / RATE / took);
    rt_audio_shutdown(band.engine);
    return piece;
}

/* Plays the file with a progress bar, where there is a device. */
static void play(const char *path) {
    int64_t engine = rt_audio_init();
    if (!engine) {
        char *reason = rt_audio_get_last_error();
        printf("not played: %s\n", reason);
        rt_text_free(reason);
        return;
    }
    int64_t music = rt_audio_play_music(engine, path);
    double length = rt_audio_playback_get_duration(music);
    while (rt_audio_playback_is_playing(music)) {
        double time = rt_audio_playback_get_time(music);
        if (isatty(1)) {
            int done = (int)(time / length * 40.0);
            printf("\r[%.*s%*s] %4.1f of %.1f s", done, "########################################", 40 - done, "",
                   time, length);
            fflush(stdout);
        }
        usleep(50000);
    }
    printf("%splayed %.1f s at %lld Hz\n", isatty(1) ? "\r\033[K" : "", length,
           (long long)rt_audio_get_sample_rate(engine));
    rt_audio_stop_music(music);
    rt_audio_shutdown(engine);
}

int act_audio(const char *out) {
    int64_t frames = (int64_t)STEPS * STEP + TAIL;
    double *piece = perform(frames);
    char wave[4096], picture[4096];
    snprintf(wave, sizeof wave, "%s/music.wav", out);
    snprintf(picture, sizeof picture, "%s/music.png", out);
    if (!piece || write_wave(wave, piece, frames) || draw_sound(picture, piece, frames, RATE)) {
        fprintf(stderr, "the piece could not be made or written to %s\n", out);
        free(piece);
        return 1;
    }
    double peak = 0.0;
    for (int64_t i = 0; i < 2 * frames; i++) peak = fmax(peak, fabs(piece[i]));
    free(piece);
    printf("%s, peak %.2f\n%s: waveform, and spectrogram from 40 Hz to 16 kHz\n", wave, peak, picture);
    play(wave);
    return peak > 0.1 && peak <= 1.0 ? 0 : 1;
}
