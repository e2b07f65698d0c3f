/* 100 voices beside OpenAL Soft's loopback and miniaudio's engine, music beside both, and an MP3 file decoded beside
 * libsndfile, in turns and in processor time. Prints for each turn: row, our seconds, their seconds. Takes the names of
 * an MP3 file and of a WAV file of 44,100 Hz, both of 10 s. miniaudio is a header that Debian 12 does not have: its rows
 * are there where the compiler finds it. */
#include "simple_native.h"

#include <AL/al.h>
#include <AL/alc.h>
#include <AL/alext.h>
#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#if __has_include("miniaudio.h")
#define MA_NO_DEVICE_IO
#define MINIAUDIO_IMPLEMENTATION
#include "miniaudio.h"
#define PEER_MINIAUDIO 1
#endif

enum { RATE = 48000, VOICES = 100, STREAMS = 10, SECONDS = 2, BLOCK = 512, BLOCKS = SECONDS * RATE / BLOCK, TURNS = 5 };

static float heard[2 * BLOCK];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static float *sine(int rate, int frames) {
    float *samples = malloc(sizeof *samples * (size_t)frames);
    for (int i = 0; i < frames; i++) samples[i] = (float)(0.003 * sin(2.0 * 3.14159265358979 * 440.0 * i / rate));
    return samples;
}

static void place(int voice, float *position) {
    position[0] = (float)(voice % 10 - 5), position[1] = 0.5f, position[2] = (float)(voice / 10 - 5);
}

/* What is measured: so many seconds of a sound at its rate, once or looped, placed or not. */
typedef struct {
    const char *name;
    int rate, seconds;
    bool looped, placed;
} Case;

static const Case cases[] = {
    {"own", RATE, 4, false, false},          {"own placed", RATE, 4, false, true},
    {"44.1 short", 44100, 4, false, false},  {"44.1 looped", 44100, 1, true, false},
    {"44.1 long", 44100, 12, false, false},
};

static double ours(const Case *one) {
    int frames = one->rate * one->seconds;
    float *samples = sine(one->rate, frames);
    int64_t engine = rt_audio_init_offline(RATE, 2);
    int64_t source = rt_audio_load_from_floats(engine, (const uint8_t *)samples, 4 * frames, one->rate, 1);
    for (int voice = 0; voice < VOICES; voice++) {
        float at[3];
        place(voice, at);
        char options[128];
        if (one->placed)
            snprintf(options, sizeof options, "{\"volume\": 0.5, \"position\": [%g, %g, %g]}", at[0], at[1], at[2]);
        else
            snprintf(options, sizeof options, "{\"volume\": 0.5, \"loop\": %s}", one->looped ? "true" : "false");
        if (!rt_audio_play(engine, source, options)) abort();
    }
    double start = now();
    for (int block = 0; block < BLOCKS; block++) {
        RtBytes bytes = rt_audio_render_floats(engine, BLOCK);
        memcpy(heard, bytes.data, sizeof heard);
        rt_bytes_free(bytes.data, bytes.len);
    }
    double took = now() - start;
    rt_audio_shutdown(engine);
    free(samples);
    return took;
}

static LPALCLOOPBACKOPENDEVICESOFT open_loopback;
static LPALCRENDERSAMPLESSOFT render;
static ALCdevice *device;
static ALCcontext *context;

static void open_openal(void) {
    open_loopback = (LPALCLOOPBACKOPENDEVICESOFT)alcGetProcAddress(NULL, "alcLoopbackOpenDeviceSOFT");
    render = (LPALCRENDERSAMPLESSOFT)alcGetProcAddress(NULL, "alcRenderSamplesSOFT");
    device = open_loopback(NULL);
    const ALCint format[] = {ALC_FORMAT_CHANNELS_SOFT, ALC_STEREO_SOFT, ALC_FORMAT_TYPE_SOFT, ALC_FLOAT_SOFT,
                             ALC_FREQUENCY, RATE, ALC_HRTF_SOFT, ALC_FALSE, ALC_MONO_SOURCES, 256, 0};
    context = alcCreateContext(device, format);
    alcMakeContextCurrent(context);
}

static void close_openal(void) {
    alcMakeContextCurrent(NULL);
    alcDestroyContext(context);
    alcCloseDevice(device);
}

static double openal(const Case *one) {
    int frames = one->rate * one->seconds;
    float *samples = sine(one->rate, frames);
    open_openal();
    ALuint buffer, sources[VOICES];
    alGenBuffers(1, &buffer);
    alBufferData(buffer, alGetEnumValue("AL_FORMAT_MONO_FLOAT32"), samples, 4 * frames, one->rate);
    alGenSources(VOICES, sources);
    for (int voice = 0; voice < VOICES; voice++) {
        float at[3];
        place(voice, at);
        alSourcei(sources[voice], AL_BUFFER, (ALint)buffer);
        alSourcef(sources[voice], AL_GAIN, 0.5f);
        alSourcei(sources[voice], AL_LOOPING, one->looped);
        if (one->placed) alSourcefv(sources[voice], AL_POSITION, at);
        alSourcePlay(sources[voice]);
    }
    double start = now();
    for (int block = 0; block < BLOCKS; block++) render(device, heard, BLOCK);
    double took = now() - start;
    alDeleteSources(VOICES, sources);
    alDeleteBuffers(1, &buffer);
    close_openal();
    free(samples);
    return took;
}

/* The music's own threads, which decode, count as well. */
static double our_music(const char *path) {
    int64_t engine = rt_audio_init_offline(RATE, 2);
    double start = now();
    for (int stream = 0; stream < STREAMS; stream++)
        if (!rt_audio_play_music(engine, path)) abort();
    for (int block = 0; block < BLOCKS; block++) {
        RtBytes bytes = rt_audio_render_floats(engine, BLOCK);
        memcpy(heard, bytes.data, sizeof heard);
        rt_bytes_free(bytes.data, bytes.len);
    }
    double took = now() - start;
    rt_audio_shutdown(engine);
    return took;
}

/* As OpenAL's users do it: four buffers in a queue, filled from libsndfile as they become free. */
static double openal_music(const char *path) {
    enum { QUEUED = 4, FRAMES = 4096 };
    static float samples[2 * FRAMES];
    open_openal();
    SNDFILE *files[STREAMS];
    ALuint sources[STREAMS];
    ALenum format = alGetEnumValue("AL_FORMAT_STEREO_FLOAT32");
    double start = now();
    alGenSources(STREAMS, sources);
    for (int stream = 0; stream < STREAMS; stream++) {
        SF_INFO info = {0};
        files[stream] = sf_open(path, SFM_READ, &info);
        ALuint buffers[QUEUED];
        alGenBuffers(QUEUED, buffers);
        for (int i = 0; i < QUEUED; i++) {
            sf_count_t frames = sf_readf_float(files[stream], samples, FRAMES);
            alBufferData(buffers[i], format, samples, (ALsizei)(8 * frames), 44100);
        }
        alSourceQueueBuffers(sources[stream], QUEUED, buffers);
        alSourcePlay(sources[stream]);
    }
    for (int block = 0; block < BLOCKS; block++) {
        render(device, heard, BLOCK);
        for (int stream = 0; stream < STREAMS; stream++) {
            ALint done;
            alGetSourcei(sources[stream], AL_BUFFERS_PROCESSED, &done);
            while (done-- > 0) {
                ALuint buffer;
                alSourceUnqueueBuffers(sources[stream], 1, &buffer);
                sf_count_t frames = sf_readf_float(files[stream], samples, FRAMES);
                alBufferData(buffer, format, samples, (ALsizei)(8 * frames), 44100);
                alSourceQueueBuffers(sources[stream], 1, &buffer);
            }
        }
    }
    double took = now() - start;
    for (int stream = 0; stream < STREAMS; stream++) sf_close(files[stream]);
    close_openal();
    return took;
}

#ifdef PEER_MINIAUDIO
static double miniaudio(const Case *one) {
    int frames = one->rate * one->seconds;
    float *samples = sine(one->rate, frames);
    ma_engine_config config = ma_engine_config_init();
    config.noDevice = MA_TRUE, config.channels = 2, config.sampleRate = RATE;
    ma_engine engine;
    if (ma_engine_init(&config, &engine) != MA_SUCCESS) abort();
    ma_audio_buffer_ref *buffers = calloc(VOICES, sizeof *buffers);
    ma_sound *sounds = calloc(VOICES, sizeof *sounds);
    for (int voice = 0; voice < VOICES; voice++) {
        float at[3];
        place(voice, at);
        ma_audio_buffer_ref_init(ma_format_f32, 1, samples, (ma_uint64)frames, &buffers[voice]);
        buffers[voice].sampleRate = (ma_uint32)one->rate;
        ma_uint32 flags = one->placed ? 0 : MA_SOUND_FLAG_NO_SPATIALIZATION;
        if (ma_sound_init_from_data_source(&engine, &buffers[voice], flags, NULL, &sounds[voice]) != MA_SUCCESS) abort();
        ma_sound_set_volume(&sounds[voice], 0.5f);
        ma_sound_set_looping(&sounds[voice], one->looped);
        if (one->placed) ma_sound_set_position(&sounds[voice], at[0], at[1], at[2]);
        ma_sound_start(&sounds[voice]);
    }
    double start = now();
    for (int block = 0; block < BLOCKS; block++) ma_engine_read_pcm_frames(&engine, heard, BLOCK, NULL);
    double took = now() - start;
    for (int voice = 0; voice < VOICES; voice++) ma_sound_uninit(&sounds[voice]);
    ma_engine_uninit(&engine);
    free(sounds), free(buffers), free(samples);
    return took;
}
#endif

typedef struct {
    const uint8_t *data;
    sf_count_t length, at;
} Memory;

static sf_count_t length(void *user) { return ((Memory *)user)->length; }
static sf_count_t tell(void *user) { return ((Memory *)user)->at; }
static sf_count_t seek(sf_count_t offset, int whence, void *user) {
    Memory *memory = user;
    sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? memory->at : memory->length;
    return memory->at = from + offset;
}
static sf_count_t take(void *out, sf_count_t count, void *user) {
    Memory *memory = user;
    if (count > memory->length - memory->at) count = memory->length - memory->at;
    memcpy(out, memory->data + memory->at, (size_t)count);
    memory->at += count;
    return count;
}

static double our_decoder(int64_t engine, const uint8_t *data, int64_t size) {
    double start = now();
    int64_t source = rt_audio_load_from_memory(engine, data, size);
    double took = now() - start;
    if (!rt_audio_source_free(source)) abort();
    return took;
}

static double libsndfile(const uint8_t *data, int64_t size) {
    SF_VIRTUAL_IO io = {length, seek, take, NULL, tell};
    Memory memory = {data, size, 0};
    double start = now();
    SF_INFO info = {0};
    SNDFILE *file = sf_open_virtual(&io, SFM_READ, &info, &memory);
    if (!file) abort();
    float *samples = malloc(sizeof *samples * (size_t)(info.frames * info.channels));
    if (sf_readf_float(file, samples, info.frames) <= 0) abort();
    sf_close(file);
    double took = now() - start;
    free(samples);
    return took;
}

int main(int count, char **names) {
    if (count != 3) return 1;
    FILE *file = fopen(names[1], "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    uint8_t *data = malloc((size_t)size);
    if (fread(data, 1, (size_t)size, file) != (size_t)size) return 1;
    fclose(file);
    int64_t engine = rt_audio_init_offline(44100, 2);
    for (int turn = 0; turn < TURNS; turn++) {
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            double own = ours(&cases[i]);
            printf("%s / OpenAL Soft,%.9f,%.9f\n", cases[i].name, own, openal(&cases[i]));
#ifdef PEER_MINIAUDIO
            own = ours(&cases[i]);
            printf("%s / miniaudio,%.9f,%.9f\n", cases[i].name, own, miniaudio(&cases[i]));
#endif
        }
        for (int i = 1; i < 3; i++) {
            double own = our_music(names[i]);
            const char *what = i == 1 ? "MP3" : "WAV";
            printf("%s music / OpenAL Soft with libsndfile,%.9f,%.9f\n", what, own, openal_music(names[i]));
        }
        double own = our_decoder(engine, data, size);
        printf("MP3 / libsndfile,%.9f,%.9f\n", own, libsndfile(data, size));
    }
    rt_audio_shutdown(engine);
    free(data);
    return 0;
}
