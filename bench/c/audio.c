/* 256 looped voices mixed to stereo, in turns with SDL2_mixer, whose disk driver takes frames as fast as they
 * are made. Prints for each turn: our seconds, SDL2_mixer's seconds. */
#include "simple_native.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_mixer.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RATE = 48000, VOICES = 256, FRAMES = RATE, CHUNK = 512, TURNS = 11 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double *sine(void) {
    double *samples = malloc(sizeof *samples * FRAMES);
    for (int i = 0; i < FRAMES; i++) samples[i] = 0.003 * sin(2.0 * 3.14159265358979 * 440.0 * i / RATE);
    return samples;
}

static double ours(int64_t engine) {
    double start = now();
    RtF64Array heard = rt_audio_render(engine, FRAMES);
    rt_f64_array_free(heard.data, heard.len);
    return now() - start;
}

static SDL_sem *done;
static int mixed;

static void count(void *data, Uint8 *stream, int length) {
    (void)data, (void)stream;
    mixed += length / 8;
    if (mixed >= FRAMES) SDL_SemPost(done);
}

static double theirs(Mix_Chunk *chunk) {
    if (Mix_OpenAudioDevice(RATE, AUDIO_F32SYS, 2, CHUNK, NULL, 0)) return -1.0;
    Mix_AllocateChannels(VOICES);
    for (int i = 0; i < VOICES; i++) Mix_PlayChannel(i, chunk, -1);
    mixed = 0;
    double start = now();
    Mix_SetPostMix(count, NULL);
    SDL_SemWait(done);
    double took = (now() - start) * FRAMES / mixed;
    Mix_SetPostMix(NULL, NULL);
    Mix_CloseAudio();
    while (SDL_SemTryWait(done) == 0) {}
    return took;
}

int main(void) {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", "/dev/null", 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    if (SDL_Init(SDL_INIT_AUDIO)) return 1;
    done = SDL_CreateSemaphore(0);
    double *samples = sine();
    /* SDL2_mixer holds its sounds in the output's own format. */
    float *frames = malloc(sizeof *frames * 2 * FRAMES);
    for (int i = 0; i < 2 * FRAMES; i++) frames[i] = (float)samples[i / 2];
    Mix_Chunk chunk = {0, (Uint8 *)frames, 2 * FRAMES * sizeof *frames, 64};
    int64_t engine = rt_audio_init_offline(RATE, 2);
    int64_t source = rt_audio_load_from_samples(engine, samples, FRAMES, RATE, 1);
    for (int i = 0; i < VOICES; i++) rt_audio_playback_set_volume(rt_audio_play_sound_looped(engine, source), 0.5);
    ours(engine);
    for (int turn = 0; turn < TURNS; turn++) printf("%.9f %.9f\n", ours(engine), theirs(&chunk));
    rt_audio_shutdown(engine);
    return 0;
}
