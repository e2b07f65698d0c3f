/* Renders a tone without a device. `rt_audio_init` plays the same calls aloud. */
#include <simple_native.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    enum { RATE = 48000 };
    static double tone[RATE];
    for (int i = 0; i < RATE; i++) tone[i] = 0.5 * sin(2.0 * 3.14159265358979 * 440.0 * i / RATE);

    int64_t engine = rt_audio_init_offline(RATE, 1);
    int64_t source = rt_audio_load_from_samples(engine, tone, RATE, RATE, 1);
    rt_audio_play_sound(engine, source);
    RtF64Array heard = rt_audio_render(engine, RATE / 2);
    double loudest = 0.0;
    for (int64_t i = 0; i < heard.len; i++) loudest = fmax(loudest, fabs(heard.data[i]));
    printf("%d samples, the loudest %.2f\n", (int)heard.len, loudest);
    rt_f64_array_free(heard.data, heard.len);
    rt_audio_shutdown(engine);
    return 0;
}

// Prints:
// 24000 samples, the loudest 0.50
