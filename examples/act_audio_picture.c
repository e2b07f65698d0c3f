/* Waveform and spectrogram, as a PNG. */
#include "act_audio_picture.h"

#include <complex.h>
#include <math.h>
#include <simple_native.h>
#include <string.h>

enum { WIDTH = 1280, WAVE = 120 /* each side */, SPECTRUM = 480, HEIGHT = 2 * WAVE + SPECTRUM, FFT = 4096 };
static const double PI = 3.14159265358979323846;

/* Red, green, blue and alpha. */
typedef uint8_t Picture[HEIGHT][WIDTH][4];

/* Cooley and Tukey, in place. */
static void fourier(double complex *x, int count) {
    for (int i = 1, j = 0; i < count; i++) {
        int bit = count >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) {
            double complex other = x[i];
            x[i] = x[j];
            x[j] = other;
        }
    }
    for (int length = 2; length <= count; length *= 2) {
        double complex turn = cexp(-2.0 * PI * I / length);
        for (int start = 0; start < count; start += length) {
            double complex w = 1.0;
            for (int k = 0; k < length / 2; k++, w *= turn) {
                double complex even = x[start + k], odd = w * x[start + k + length / 2];
                x[start + k] = even + odd;
                x[start + k + length / 2] = even - odd;
            }
        }
    }
}

/* From black by violet and orange to white, 0 to 1. */
static void heat(double level, uint8_t *pixel) {
    double v = fmax(0.0, fmin(1.0, level));
    pixel[0] = (uint8_t)(255.0 * fmin(1.0, v * 1.7));
    pixel[1] = (uint8_t)(255.0 * fmax(0.0, fmin(1.0, v * 2.0 - 0.8)));
    pixel[2] = (uint8_t)(255.0 * fmax(0.0, v < 0.45 ? v * 1.3 : v < 0.7 ? 1.17 - v * 1.3 : v * 2.6 - 1.6));
}

static void draw_wave(Picture picture, const double *samples, int64_t frames, int side) {
    int middle = side * WAVE + WAVE / 2;
    for (int x = 0; x < WIDTH; x++) {
        double low = 0.0, high = 0.0;
        for (int64_t i = frames * x / WIDTH; i < frames * (x + 1) / WIDTH; i++) {
            low = fmin(low, samples[2 * i + side]);
            high = fmax(high, samples[2 * i + side]);
        }
        int top = middle - (int)(high * (WAVE / 2 - 2)), bottom = middle - (int)(low * (WAVE / 2 - 2));
        for (int y = top; y <= bottom; y++) {
            static const uint8_t COLORS[2][3] = {{90, 200, 250}, {250, 170, 90}};
            if (y >= side * WAVE && y < (side + 1) * WAVE) memcpy(picture[y][x], COLORS[side], 3);
        }
    }
}

static void draw_spectrum(Picture picture, const double *samples, int64_t frames, int rate) {
    static double complex x[FFT];
    for (int column = 0; column < WIDTH; column++) {
        int64_t start = frames * column / WIDTH - FFT / 2;
        for (int i = 0; i < FFT; i++) {
            int64_t frame = start + i;
            double window = 0.5 - 0.5 * cos(2.0 * PI * i / FFT);
            int inside = frame >= 0 && frame < frames;
            x[i] = inside ? window * (samples[2 * frame] + samples[2 * frame + 1]) / 2.0 : 0.0;
        }
        fourier(x, FFT);
        for (int y = 0; y < SPECTRUM; y++) {
            /* 40 Hz at the bottom to 16 kHz at the top, as the ear divides it. */
            double frequency = 40.0 * pow(400.0, 1.0 - (double)y / SPECTRUM);
            int bin = (int)(frequency * FFT / rate + 0.5);
            double decibels = 20.0 * log10(cabs(x[bin]) * 4.0 / FFT + 1e-9);
            heat((decibels + 90.0) / 80.0, picture[2 * WAVE + y][column]);
        }
    }
}

int draw_sound(const char *path, const double *samples, int64_t frames, int rate) {
    static Picture picture;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) memcpy(picture[y][x], (uint8_t[]){16, 16, 16, 255}, 4);
    }
    for (int side = 0; side < 2; side++) draw_wave(picture, samples, frames, side);
    draw_spectrum(picture, samples, frames, rate);
    return !rt_lyon_png_save(path, &picture[0][0][0], sizeof picture, WIDTH, HEIGHT);
}
