/* Generated from simple_native.json by `cargo xtask bindings`; not edited by hand. */
#include "convert.h"

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1text_1len(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    (void)text;
    int64_t r = rt_text_len(NULL);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1text_1free(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    (void)text;
    rt_text_free(NULL);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1f64_1array_1free(JNIEnv *env, jclass class, jdoubleArray data) {
    (void)env;
    (void)class;
    (void)data;
    rt_f64_array_free(NULL, 0);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1i64_1array_1free(JNIEnv *env, jclass class, jlongArray data) {
    (void)env;
    (void)class;
    (void)data;
    rt_i64_array_free(NULL, 0);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1bytes_1free(JNIEnv *env, jclass class, jbyteArray data) {
    (void)env;
    (void)class;
    (void)data;
    rt_bytes_free(NULL, 0);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1text_1array_1free(JNIEnv *env, jclass class, jobjectArray data) {
    (void)env;
    (void)class;
    (void)data;
    rt_text_array_free(NULL, 0);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1native_1abi_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_native_abi_version();
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1native_1abi_1hash(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_native_abi_hash();
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1native_1abi_1revision(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_native_abi_revision();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1native_1check_1abi(JNIEnv *env, jclass class, jlong abi_revision, jlong abi_hash) {
    (void)env;
    (void)class;
    bool r = rt_native_check_abi(abi_revision, abi_hash);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1native_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_native_version();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1native_1manifest(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_native_manifest();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1native_1live_1handles(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_native_live_handles();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1native_1provoke_1panic(JNIEnv *env, jclass class, jbyteArray message) {
    (void)env;
    (void)class;
    char *message_c = text_in(env, message);
    if ((*env)->ExceptionCheck(env)) {
        free(message_c);
        return 0;
    }
    bool r = rt_native_provoke_panic(message_c);
    free(message_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1native_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_native_get_last_error();
    return text_out(env, r);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1native_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_native_clear_error();
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1init(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_init();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1shutdown(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    bool r = rt_audio_shutdown(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1set_1master_1volume(JNIEnv *env, jclass class, jlong engine, jdouble volume) {
    (void)env;
    (void)class;
    bool r = rt_audio_set_master_volume(engine, volume);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1get_1master_1volume(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    double r = rt_audio_get_master_volume(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1pause_1all(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    bool r = rt_audio_pause_all(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1resume_1all(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    bool r = rt_audio_resume_all(engine);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1load_1from_1file(JNIEnv *env, jclass class, jlong engine, jbyteArray path) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        return 0;
    }
    int64_t r = rt_audio_load_from_file(engine, path_c);
    free(path_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1load_1from_1memory(JNIEnv *env, jclass class, jlong engine, jbyteArray data) {
    (void)env;
    (void)class;
    int64_t data_len;
    uint8_t *data_c = bytes_in(env, data, &data_len);
    if ((*env)->ExceptionCheck(env)) {
        free(data_c);
        return 0;
    }
    int64_t r = rt_audio_load_from_memory(engine, data_c, data_len);
    free(data_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1source_1free(JNIEnv *env, jclass class, jlong source) {
    (void)env;
    (void)class;
    bool r = rt_audio_source_free(source);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1source_1duration(JNIEnv *env, jclass class, jlong source) {
    (void)env;
    (void)class;
    double r = rt_audio_source_duration(source);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1sound(JNIEnv *env, jclass class, jlong engine, jlong source) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_play_sound(engine, source);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1sound_1with_1volume(JNIEnv *env, jclass class, jlong engine, jlong source, jdouble volume) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_play_sound_with_volume(engine, source, volume);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1sound_1looped(JNIEnv *env, jclass class, jlong engine, jlong source) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_play_sound_looped(engine, source);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1music(JNIEnv *env, jclass class, jlong engine, jbyteArray path) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        return 0;
    }
    int64_t r = rt_audio_play_music(engine, path_c);
    free(path_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1music_1looped(JNIEnv *env, jclass class, jlong engine, jbyteArray path) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        return 0;
    }
    int64_t r = rt_audio_play_music_looped(engine, path_c);
    free(path_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1stop_1music(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_stop_music(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1stop(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_stop(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1pause(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_pause(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1resume(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_resume(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1is_1playing(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_is_playing(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1is_1paused(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_is_paused(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1set_1volume(JNIEnv *env, jclass class, jlong handle, jdouble volume) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_set_volume(handle, volume);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1playback_1get_1volume(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_audio_playback_get_volume(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1set_1speed(JNIEnv *env, jclass class, jlong handle, jdouble speed) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_set_speed(handle, speed);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1playback_1get_1speed(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_audio_playback_get_speed(handle);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1play_1sound_1spatial(JNIEnv *env, jclass class, jlong engine, jlong source, jdouble x, jdouble y, jdouble z) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_play_sound_spatial(engine, source, x, y, z);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1set_1position(JNIEnv *env, jclass class, jlong handle, jdouble x, jdouble y, jdouble z) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_set_position(handle, x, y, z);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1audio_1playback_1get_1position(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    RtAudioPosition r = rt_audio_playback_get_position(handle);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1set_1listener_1position(JNIEnv *env, jclass class, jlong engine, jdouble x, jdouble y, jdouble z) {
    (void)env;
    (void)class;
    bool r = rt_audio_set_listener_position(engine, x, y, z);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1audio_1get_1listener_1position(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    RtAudioPosition r = rt_audio_get_listener_position(engine);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1set_1listener_1orientation(JNIEnv *env, jclass class, jlong engine, jdouble forward_x, jdouble forward_y, jdouble forward_z, jdouble up_x, jdouble up_y, jdouble up_z) {
    (void)env;
    (void)class;
    bool r = rt_audio_set_listener_orientation(engine, forward_x, forward_y, forward_z, up_x, up_y, up_z);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1fade_1in(JNIEnv *env, jclass class, jlong handle, jlong duration_ms) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_fade_in(handle, duration_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1fade_1out(JNIEnv *env, jclass class, jlong handle, jlong duration_ms) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_fade_out(handle, duration_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1set_1reverb(JNIEnv *env, jclass class, jlong handle, jdouble room_size, jdouble damping) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_set_reverb(handle, room_size, damping);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1set_1delay(JNIEnv *env, jclass class, jlong handle, jlong delay_ms, jdouble decay) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_set_delay(handle, delay_ms, decay);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1mixer_1create(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_mixer_create(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1mixer_1free(JNIEnv *env, jclass class, jlong mixer) {
    (void)env;
    (void)class;
    bool r = rt_audio_mixer_free(mixer);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1mixer_1add_1source(JNIEnv *env, jclass class, jlong mixer, jlong source) {
    (void)env;
    (void)class;
    bool r = rt_audio_mixer_add_source(mixer, source);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1mixer_1set_1volume(JNIEnv *env, jclass class, jlong mixer, jdouble volume) {
    (void)env;
    (void)class;
    bool r = rt_audio_mixer_set_volume(mixer, volume);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1mixer_1play(JNIEnv *env, jclass class, jlong mixer) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_mixer_play(mixer);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1source_1get_1sample_1rate(JNIEnv *env, jclass class, jlong source) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_source_get_sample_rate(source);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1source_1get_1channels(JNIEnv *env, jclass class, jlong source) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_source_get_channels(source);
    return r;
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1audio_1get_1supported_1formats(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    RtTextArray r = rt_audio_get_supported_formats();
    return texts_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1audio_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_audio_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_audio_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1audio_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_audio_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1audio_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_audio_version();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1init_1offline(JNIEnv *env, jclass class, jlong sample_rate, jlong channels) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_init_offline(sample_rate, channels);
    return r;
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1audio_1render(JNIEnv *env, jclass class, jlong engine, jlong frames) {
    (void)env;
    (void)class;
    RtF64Array r = rt_audio_render(engine, frames);
    return doubles_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1get_1sample_1rate(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_get_sample_rate(engine);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1get_1channels(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_get_channels(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1is_1device_1playing(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    bool r = rt_audio_is_device_playing(engine);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1audio_1take_1device_1error(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    char *r = rt_audio_take_device_error(engine);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1load_1from_1samples(JNIEnv *env, jclass class, jlong engine, jdoubleArray samples, jlong sample_rate, jlong channels) {
    (void)env;
    (void)class;
    int64_t samples_len;
    double *samples_c = doubles_in(env, samples, &samples_len);
    if ((*env)->ExceptionCheck(env)) {
        free(samples_c);
        return 0;
    }
    int64_t r = rt_audio_load_from_samples(engine, samples_c, samples_len, sample_rate, channels);
    free(samples_c);
    return r;
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1audio_1source_1get_1samples(JNIEnv *env, jclass class, jlong source) {
    (void)env;
    (void)class;
    RtF64Array r = rt_audio_source_get_samples(source);
    return doubles_out(env, r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1playback_1get_1time(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_audio_playback_get_time(handle);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1audio_1playback_1get_1duration(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_audio_playback_get_duration(handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1seek(JNIEnv *env, jclass class, jlong handle, jdouble seconds) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_seek(handle, seconds);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1audio_1playback_1clear_1effects(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_audio_playback_clear_effects(handle);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1audio_1free_1ended(JNIEnv *env, jclass class, jlong engine) {
    (void)env;
    (void)class;
    int64_t r = rt_audio_free_ended(engine);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1is_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_cuda_is_available();
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1device_1count(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_device_count();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1set_1device(JNIEnv *env, jclass class, jlong id) {
    (void)env;
    (void)class;
    bool r = rt_cuda_set_device(id);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1get_1device(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_get_device();
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1device_1name(JNIEnv *env, jclass class, jlong id) {
    (void)env;
    (void)class;
    char *r = rt_cuda_device_name(id);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1device_1memory(JNIEnv *env, jclass class, jlong id) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_device_memory(id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1compute_1capability(JNIEnv *env, jclass class, jlong id) {
    (void)env;
    (void)class;
    RtComputeCapability r = rt_cuda_compute_capability(id);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1malloc(JNIEnv *env, jclass class, jlong size) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_malloc(size);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1free(JNIEnv *env, jclass class, jlong ptr) {
    (void)env;
    (void)class;
    bool r = rt_cuda_free(ptr);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1memcpy_1h2d(JNIEnv *env, jclass class, jlong dst_device, jbyteArray src_host, jlong size) {
    (void)env;
    (void)class;
    int64_t src_host_len;
    uint8_t *src_host_c = bytes_in(env, src_host, &src_host_len);
    if ((*env)->ExceptionCheck(env)) {
        free(src_host_c);
        return 0;
    }
    bool r = rt_cuda_memcpy_h2d(dst_device, src_host_c, src_host_len, size);
    free(src_host_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1memcpy_1d2h(JNIEnv *env, jclass class, jbyteArray dst_host, jlong src_device, jlong size) {
    (void)env;
    (void)class;
    int64_t dst_host_len;
    uint8_t *dst_host_c = bytes_in(env, dst_host, &dst_host_len);
    if ((*env)->ExceptionCheck(env)) {
        free(dst_host_c);
        return 0;
    }
    bool r = rt_cuda_memcpy_d2h(dst_host_c, dst_host_len, src_device, size);
    bytes_back(env, dst_host, dst_host_c, dst_host_len);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1memcpy_1d2d(JNIEnv *env, jclass class, jlong dst, jlong src, jlong size) {
    (void)env;
    (void)class;
    bool r = rt_cuda_memcpy_d2d(dst, src, size);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1memset(JNIEnv *env, jclass class, jlong ptr, jlong value, jlong size) {
    (void)env;
    (void)class;
    bool r = rt_cuda_memset(ptr, value, size);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1compile_1ptx(JNIEnv *env, jclass class, jbyteArray ptx_source) {
    (void)env;
    (void)class;
    char *ptx_source_c = text_in(env, ptx_source);
    if ((*env)->ExceptionCheck(env)) {
        free(ptx_source_c);
        return 0;
    }
    int64_t r = rt_cuda_compile_ptx(ptx_source_c);
    free(ptx_source_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1get_1function(JNIEnv *env, jclass class, jlong module, jbyteArray name) {
    (void)env;
    (void)class;
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(name_c);
        return 0;
    }
    int64_t r = rt_cuda_get_function(module, name_c);
    free(name_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1launch_1kernel(JNIEnv *env, jclass class, jlong func, jlong gx, jlong gy, jlong gz, jlong blk_x, jlong blk_y, jlong blk_z, jlong shared_mem, jlongArray args) {
    (void)env;
    (void)class;
    int64_t args_len;
    int64_t *args_c = longs_in(env, args, &args_len);
    if ((*env)->ExceptionCheck(env)) {
        free(args_c);
        return 0;
    }
    bool r = rt_cuda_launch_kernel(func, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args_c, args_len);
    free(args_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1unload_1module(JNIEnv *env, jclass class, jlong module) {
    (void)env;
    (void)class;
    bool r = rt_cuda_unload_module(module);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1synchronize(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_cuda_synchronize();
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1stream_1create(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_stream_create();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1stream_1destroy(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    bool r = rt_cuda_stream_destroy(stream);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1stream_1synchronize(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    bool r = rt_cuda_stream_synchronize(stream);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_cuda_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1peek_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_cuda_peek_last_error();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1init(JNIEnv *env, jclass class, jlong device) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_init(device);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1destroy(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    bool r = rt_cuda_destroy(context);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1load_1model(JNIEnv *env, jclass class, jlong context, jbyteArray path) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        return 0;
    }
    int64_t r = rt_cuda_load_model(context, path_c);
    free(path_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1unload_1model(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    bool r = rt_cuda_unload_model(model);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1model_1get_1vram_1usage(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_model_get_vram_usage(model);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1inference_1start(JNIEnv *env, jclass class, jlong model, jbyteArray prompt, jlong max_tokens, jdouble temperature, jlong seed) {
    (void)env;
    (void)class;
    char *prompt_c = text_in(env, prompt);
    if ((*env)->ExceptionCheck(env)) {
        free(prompt_c);
        return 0;
    }
    int64_t r = rt_cuda_inference_start(model, prompt_c, max_tokens, temperature, seed);
    free(prompt_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1inference_1next_1token(JNIEnv *env, jclass class, jlong inference) {
    (void)env;
    (void)class;
    RtInferenceToken r = rt_cuda_inference_next_token(inference);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1inference_1free(JNIEnv *env, jclass class, jlong inference) {
    (void)env;
    (void)class;
    bool r = rt_cuda_inference_free(inference);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1check_1vram_1residency(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    bool r = rt_cuda_check_vram_residency(model);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1get_1vram_1usage(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_get_vram_usage(model);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1get_1process_1vram_1usage(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_get_process_vram_usage(context);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1check_1device_1health(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    bool r = rt_cuda_check_device_health(context);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1error_1message(JNIEnv *env, jclass class, jlong code) {
    (void)env;
    (void)class;
    char *r = rt_cuda_error_message(code);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1get_1last_1error_1code(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_get_last_error_code();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1cuda_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_cuda_clear_error();
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_cuda_available();
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_cuda_version();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1device_1free_1memory(JNIEnv *env, jclass class, jlong id) {
    (void)env;
    (void)class;
    int64_t r = rt_cuda_device_free_memory(id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1error_1name(JNIEnv *env, jclass class, jlong code) {
    (void)env;
    (void)class;
    char *r = rt_cuda_error_name(code);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1cuda_1error_1is_1retriable(JNIEnv *env, jclass class, jlong code) {
    (void)env;
    (void)class;
    bool r = rt_cuda_error_is_retriable(code);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1cuda_1inference_1start_1with_1options(JNIEnv *env, jclass class, jlong model, jbyteArray prompt, jbyteArray options_json) {
    (void)env;
    (void)class;
    char *prompt_c = text_in(env, prompt);
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        free(prompt_c);
        free(options_json_c);
        return 0;
    }
    int64_t r = rt_cuda_inference_start_with_options(model, prompt_c, options_json_c);
    free(prompt_c);
    free(options_json_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1inference_1statistics(JNIEnv *env, jclass class, jlong inference) {
    (void)env;
    (void)class;
    RtInferenceStatistics r = rt_cuda_inference_statistics(inference);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1info(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    char *r = rt_cuda_model_info(model);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1chat_1template(JNIEnv *env, jclass class, jlong model) {
    (void)env;
    (void)class;
    char *r = rt_cuda_model_chat_template(model);
    return text_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1tokenize(JNIEnv *env, jclass class, jlong model, jbyteArray text, jboolean special) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtI64Array r = rt_cuda_model_tokenize(model, text_c, special);
    free(text_c);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1detokenize(JNIEnv *env, jclass class, jlong model, jlongArray tokens) {
    (void)env;
    (void)class;
    int64_t tokens_len;
    int64_t *tokens_c = longs_in(env, tokens, &tokens_len);
    if ((*env)->ExceptionCheck(env)) {
        free(tokens_c);
        return 0;
    }
    char *r = rt_cuda_model_detokenize(model, tokens_c, tokens_len);
    free(tokens_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1token_1text(JNIEnv *env, jclass class, jlong model, jlong token) {
    (void)env;
    (void)class;
    char *r = rt_cuda_model_token_text(model, token);
    return text_out(env, r);
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1cuda_1model_1logits(JNIEnv *env, jclass class, jlong model, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtF64Array r = rt_cuda_model_logits(model, text_c);
    free(text_c);
    return doubles_out(env, r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1cuda_1model_1perplexity(JNIEnv *env, jclass class, jlong model, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    double r = rt_cuda_model_perplexity(model, text_c);
    free(text_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1init(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_init();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1shutdown(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_shutdown(context);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1update(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_update(context);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1count(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_count(context);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1is_1connected(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_is_connected(context, gamepad_id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1get_1name(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    char *r = rt_gamepad_get_name(context, gamepad_id);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1get_1power_1info(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    RtGamepadPower r = rt_gamepad_get_power_info(context, gamepad_id);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1poll_1event(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_poll_event(context);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1free(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_event_free(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1get_1type(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_event_get_type(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1get_1gamepad_1id(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_event_get_gamepad_id(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1get_1button(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_event_get_button(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1get_1axis(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_gamepad_event_get_axis(event);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1gamepad_1event_1get_1value(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    double r = rt_gamepad_event_get_value(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1button_1is_1pressed(JNIEnv *env, jclass class, jlong context, jlong gamepad_id, jlong button) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_button_is_pressed(context, gamepad_id, button);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1button_1data(JNIEnv *env, jclass class, jlong context, jlong gamepad_id, jlong button) {
    (void)env;
    (void)class;
    RtGamepadButton r = rt_gamepad_button_data(context, gamepad_id, button);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1gamepad_1axis_1data(JNIEnv *env, jclass class, jlong context, jlong gamepad_id, jlong axis) {
    (void)env;
    (void)class;
    double r = rt_gamepad_axis_data(context, gamepad_id, axis);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1set_1rumble(JNIEnv *env, jclass class, jlong context, jlong gamepad_id, jdouble strong, jdouble weak, jlong duration_ms) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_set_rumble(context, gamepad_id, strong, weak, duration_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1stop_1rumble(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_stop_rumble(context, gamepad_id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_gamepad_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1inject_1event(JNIEnv *env, jclass class, jlong context, jlong gamepad_id, jlong event_type, jlong code, jdouble value) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_inject_event(context, gamepad_id, event_type, code, value);
    return r;
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1gamepad_1ids(JNIEnv *env, jclass class, jlong context) {
    (void)env;
    (void)class;
    RtI64Array r = rt_gamepad_ids(context);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1get_1uuid(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    char *r = rt_gamepad_get_uuid(context, gamepad_id);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1can_1rumble(JNIEnv *env, jclass class, jlong context, jlong gamepad_id) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_can_rumble(context, gamepad_id);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1gamepad_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_gamepad_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1gamepad_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_gamepad_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1gamepad_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_gamepad_version();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1get(JNIEnv *env, jclass class, jbyteArray url) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        return 0;
    }
    RtHttpResult r = rt_http_get(url_c);
    free(url_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1post(JNIEnv *env, jclass class, jbyteArray url, jbyteArray body, jbyteArray content_type) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    char *body_c = text_in(env, body);
    char *content_type_c = text_in(env, content_type);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        free(body_c);
        free(content_type_c);
        return 0;
    }
    RtHttpResult r = rt_http_post(url_c, body_c, content_type_c);
    free(url_c);
    free(body_c);
    free(content_type_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1put(JNIEnv *env, jclass class, jbyteArray url, jbyteArray body, jbyteArray content_type) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    char *body_c = text_in(env, body);
    char *content_type_c = text_in(env, content_type);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        free(body_c);
        free(content_type_c);
        return 0;
    }
    RtHttpResult r = rt_http_put(url_c, body_c, content_type_c);
    free(url_c);
    free(body_c);
    free(content_type_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1delete(JNIEnv *env, jclass class, jbyteArray url) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        return 0;
    }
    RtHttpResult r = rt_http_delete(url_c);
    free(url_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1patch(JNIEnv *env, jclass class, jbyteArray url, jbyteArray body, jbyteArray content_type) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    char *body_c = text_in(env, body);
    char *content_type_c = text_in(env, content_type);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        free(body_c);
        free(content_type_c);
        return 0;
    }
    RtHttpResult r = rt_http_patch(url_c, body_c, content_type_c);
    free(url_c);
    free(body_c);
    free(content_type_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1head(JNIEnv *env, jclass class, jbyteArray url) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        return 0;
    }
    RtHttpResult r = rt_http_head(url_c);
    free(url_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request(JNIEnv *env, jclass class, jbyteArray method, jbyteArray url, jobjectArray headers, jbyteArray body) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *body_c = text_in(env, body);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        free(body_c);
        return 0;
    }
    RtHttpResult r = rt_http_request(method_c, url_c, (const char *const *)headers_c, headers_len, body_c);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(body_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1download(JNIEnv *env, jclass class, jbyteArray url, jbyteArray output_path) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    char *output_path_c = text_in(env, output_path);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        free(output_path_c);
        return 0;
    }
    RtHttpDownload r = rt_http_download(url_c, output_path_c);
    free(url_c);
    free(output_path_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1upload(JNIEnv *env, jclass class, jbyteArray url, jbyteArray file_path, jbyteArray field_name) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    char *file_path_c = text_in(env, file_path);
    char *field_name_c = text_in(env, field_name);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        free(file_path_c);
        free(field_name_c);
        return 0;
    }
    RtHttpResult r = rt_http_upload(url_c, file_path_c, field_name_c);
    free(url_c);
    free(file_path_c);
    free(field_name_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1client_1create(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_http_client_create();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1timeout(JNIEnv *env, jclass class, jlong client, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_client_set_timeout(client, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1header(JNIEnv *env, jclass class, jlong client, jbyteArray key, jbyteArray value) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    char *value_c = text_in(env, value);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        free(value_c);
        return 0;
    }
    bool r = rt_http_client_set_header(client, key_c, value_c);
    free(key_c);
    free(value_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1client_1request(JNIEnv *env, jclass class, jlong client, jbyteArray method, jbyteArray url, jobjectArray headers, jbyteArray body) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *body_c = text_in(env, body);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        free(body_c);
        return 0;
    }
    RtHttpResult r = rt_http_client_request(client, method_c, url_c, (const char *const *)headers_c, headers_len, body_c);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(body_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1client_1destroy(JNIEnv *env, jclass class, jlong client) {
    (void)env;
    (void)class;
    rt_http_client_destroy(client);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1server_1create(JNIEnv *env, jclass class, jlong port) {
    (void)env;
    (void)class;
    int64_t r = rt_http_server_create(port);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1route(JNIEnv *env, jclass class, jlong server, jbyteArray method, jbyteArray path, jbyteArray handler) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *path_c = text_in(env, path);
    char *handler_c = text_in(env, handler);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(path_c);
        free(handler_c);
        return 0;
    }
    bool r = rt_http_server_route(server, method_c, path_c, handler_c);
    free(method_c);
    free(path_c);
    free(handler_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1static(JNIEnv *env, jclass class, jlong server, jbyteArray path, jbyteArray dir) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    char *dir_c = text_in(env, dir);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        free(dir_c);
        return 0;
    }
    bool r = rt_http_server_static(server, path_c, dir_c);
    free(path_c);
    free(dir_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1start(JNIEnv *env, jclass class, jlong server) {
    (void)env;
    (void)class;
    bool r = rt_http_server_start(server);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1stop(JNIEnv *env, jclass class, jlong server) {
    (void)env;
    (void)class;
    bool r = rt_http_server_stop(server);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1server_1destroy(JNIEnv *env, jclass class, jlong server) {
    (void)env;
    (void)class;
    rt_http_server_destroy(server);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1method(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_method(request);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1path(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_path(request);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1header(JNIEnv *env, jclass class, jlong request, jbyteArray key) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        return 0;
    }
    char *r = rt_http_request_header(request, key_c);
    free(key_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1body(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_body(request);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1query(JNIEnv *env, jclass class, jlong request, jbyteArray key) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        return 0;
    }
    char *r = rt_http_request_query(request, key_c);
    free(key_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1response_1create(JNIEnv *env, jclass class, jlong status, jbyteArray body) {
    (void)env;
    (void)class;
    char *body_c = text_in(env, body);
    if ((*env)->ExceptionCheck(env)) {
        free(body_c);
        return 0;
    }
    int64_t r = rt_http_response_create(status, body_c);
    free(body_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1response_1set_1header(JNIEnv *env, jclass class, jlong response, jbyteArray key, jbyteArray value) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    char *value_c = text_in(env, value);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        free(value_c);
        return 0;
    }
    bool r = rt_http_response_set_header(response, key_c, value_c);
    free(key_c);
    free(value_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1response_1json(JNIEnv *env, jclass class, jlong response, jbyteArray json) {
    (void)env;
    (void)class;
    char *json_c = text_in(env, json);
    if ((*env)->ExceptionCheck(env)) {
        free(json_c);
        return 0;
    }
    bool r = rt_http_response_json(response, json_c);
    free(json_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1ws_1connect(JNIEnv *env, jclass class, jbyteArray url) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        return 0;
    }
    int64_t r = rt_ws_connect(url_c);
    free(url_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1send(JNIEnv *env, jclass class, jlong ws, jbyteArray message) {
    (void)env;
    (void)class;
    char *message_c = text_in(env, message);
    if ((*env)->ExceptionCheck(env)) {
        free(message_c);
        return 0;
    }
    bool r = rt_ws_send(ws, message_c);
    free(message_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1ws_1receive(JNIEnv *env, jclass class, jlong ws) {
    (void)env;
    (void)class;
    char *r = rt_ws_receive(ws);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1close(JNIEnv *env, jclass class, jlong ws) {
    (void)env;
    (void)class;
    bool r = rt_ws_close(ws);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1url_1encode(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_http_url_encode(text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1url_1decode(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_http_url_decode(text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1parse_1json(JNIEnv *env, jclass class, jbyteArray json) {
    (void)env;
    (void)class;
    char *json_c = text_in(env, json);
    if ((*env)->ExceptionCheck(env)) {
        free(json_c);
        return 0;
    }
    int64_t r = rt_http_parse_json(json_c);
    free(json_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1stringify_1json(JNIEnv *env, jclass class, jlong obj) {
    (void)env;
    (void)class;
    char *r = rt_http_stringify_json(obj);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1connect_1timeout(JNIEnv *env, jclass class, jlong client, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_client_set_connect_timeout(client, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1max_1redirects(JNIEnv *env, jclass class, jlong client, jlong count) {
    (void)env;
    (void)class;
    bool r = rt_http_client_set_max_redirects(client, count);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1body_1limit(JNIEnv *env, jclass class, jlong client, jlong bytes) {
    (void)env;
    (void)class;
    bool r = rt_http_client_set_body_limit(client, bytes);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1set_1proxy(JNIEnv *env, jclass class, jlong client, jbyteArray url) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        return 0;
    }
    bool r = rt_http_client_set_proxy(client, url_c);
    free(url_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1client_1add_1root_1certificates(JNIEnv *env, jclass class, jlong client, jbyteArray pem) {
    (void)env;
    (void)class;
    char *pem_c = text_in(env, pem);
    if ((*env)->ExceptionCheck(env)) {
        free(pem_c);
        return 0;
    }
    bool r = rt_http_client_add_root_certificates(client, pem_c);
    free(pem_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1client_1download(JNIEnv *env, jclass class, jlong client, jbyteArray url, jobjectArray headers, jbyteArray output_path) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *output_path_c = text_in(env, output_path);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        texts_free(headers_c, headers_len);
        free(output_path_c);
        return 0;
    }
    RtHttpDownload r = rt_http_client_download(client, url_c, (const char *const *)headers_c, headers_len, output_path_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(output_path_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1client_1upload(JNIEnv *env, jclass class, jlong client, jbyteArray url, jobjectArray headers, jbyteArray file_path, jbyteArray field_name) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *file_path_c = text_in(env, file_path);
    char *field_name_c = text_in(env, field_name);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        texts_free(headers_c, headers_len);
        free(file_path_c);
        free(field_name_c);
        return 0;
    }
    RtHttpResult r = rt_http_client_upload(client, url_c, (const char *const *)headers_c, headers_len, file_path_c, field_name_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(file_path_c);
    free(field_name_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1client_1send_1file(JNIEnv *env, jclass class, jlong client, jbyteArray method, jbyteArray url, jobjectArray headers, jbyteArray file_path) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *file_path_c = text_in(env, file_path);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        free(file_path_c);
        return 0;
    }
    RtHttpResult r = rt_http_client_send_file(client, method_c, url_c, (const char *const *)headers_c, headers_len, file_path_c);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(file_path_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1client_1fetch(JNIEnv *env, jclass class, jlong client, jbyteArray method, jbyteArray url, jobjectArray headers, jbyteArray body) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    char *body_c = text_in(env, body);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        free(body_c);
        return 0;
    }
    int64_t r = rt_http_client_fetch(client, method_c, url_c, (const char *const *)headers_c, headers_len, body_c);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(body_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1client_1fetch_1bytes(JNIEnv *env, jclass class, jlong client, jbyteArray method, jbyteArray url, jobjectArray headers, jbyteArray body) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    int64_t body_len;
    uint8_t *body_c = bytes_in(env, body, &body_len);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        free(body_c);
        return 0;
    }
    int64_t r = rt_http_client_fetch_bytes(client, method_c, url_c, (const char *const *)headers_c, headers_len, body_c, body_len);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    free(body_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1fetch_1status(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    int64_t r = rt_http_fetch_status(fetch);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1version(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    char *r = rt_http_fetch_version(fetch);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1url(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    char *r = rt_http_fetch_url(fetch);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1header(JNIEnv *env, jclass class, jlong fetch, jbyteArray key) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        return 0;
    }
    char *r = rt_http_fetch_header(fetch, key_c);
    free(key_c);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1headers(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    RtTextArray r = rt_http_fetch_headers(fetch);
    return texts_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1body(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    char *r = rt_http_fetch_body(fetch);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1fetch_1body_1bytes(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    RtBytes r = rt_http_fetch_body_bytes(fetch);
    return bytes_out(env, r);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1fetch_1free(JNIEnv *env, jclass class, jlong fetch) {
    (void)env;
    (void)class;
    rt_http_fetch_free(fetch);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1json_1get(JNIEnv *env, jclass class, jlong obj, jbyteArray pointer) {
    (void)env;
    (void)class;
    char *pointer_c = text_in(env, pointer);
    if ((*env)->ExceptionCheck(env)) {
        free(pointer_c);
        return 0;
    }
    char *r = rt_http_json_get(obj, pointer_c);
    free(pointer_c);
    return text_out(env, r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1http_1json_1number(JNIEnv *env, jclass class, jlong obj, jbyteArray pointer) {
    (void)env;
    (void)class;
    char *pointer_c = text_in(env, pointer);
    if ((*env)->ExceptionCheck(env)) {
        free(pointer_c);
        return 0;
    }
    double r = rt_http_json_number(obj, pointer_c);
    free(pointer_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1json_1type(JNIEnv *env, jclass class, jlong obj, jbyteArray pointer) {
    (void)env;
    (void)class;
    char *pointer_c = text_in(env, pointer);
    if ((*env)->ExceptionCheck(env)) {
        free(pointer_c);
        return 0;
    }
    char *r = rt_http_json_type(obj, pointer_c);
    free(pointer_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1json_1length(JNIEnv *env, jclass class, jlong obj, jbyteArray pointer) {
    (void)env;
    (void)class;
    char *pointer_c = text_in(env, pointer);
    if ((*env)->ExceptionCheck(env)) {
        free(pointer_c);
        return 0;
    }
    int64_t r = rt_http_json_length(obj, pointer_c);
    free(pointer_c);
    return r;
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1http_1json_1keys(JNIEnv *env, jclass class, jlong obj, jbyteArray pointer) {
    (void)env;
    (void)class;
    char *pointer_c = text_in(env, pointer);
    if ((*env)->ExceptionCheck(env)) {
        free(pointer_c);
        return 0;
    }
    RtTextArray r = rt_http_json_keys(obj, pointer_c);
    free(pointer_c);
    return texts_out(env, r);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1json_1free(JNIEnv *env, jclass class, jlong obj) {
    (void)env;
    (void)class;
    rt_http_json_free(obj);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1query_1string(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_query_string(request);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1param(JNIEnv *env, jclass class, jlong request, jbyteArray name) {
    (void)env;
    (void)class;
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(name_c);
        return 0;
    }
    char *r = rt_http_request_param(request, name_c);
    free(name_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1handler(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_handler(request);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1http_1request_1headers(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    RtTextArray r = rt_http_request_headers(request);
    return texts_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1body_1bytes(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    RtBytes r = rt_http_request_body_bytes(request);
    return bytes_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1request_1remote_1address(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    char *r = rt_http_request_remote_address(request);
    return text_out(env, r);
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1request_1free(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    rt_http_request_free(request);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1ws_1accept(JNIEnv *env, jclass class, jlong request) {
    (void)env;
    (void)class;
    int64_t r = rt_ws_accept(request);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1ws_1accept_1protocol(JNIEnv *env, jclass class, jlong request, jbyteArray protocol) {
    (void)env;
    (void)class;
    char *protocol_c = text_in(env, protocol);
    if ((*env)->ExceptionCheck(env)) {
        free(protocol_c);
        return 0;
    }
    int64_t r = rt_ws_accept_protocol(request, protocol_c);
    free(protocol_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1response_1create_1bytes(JNIEnv *env, jclass class, jlong status, jbyteArray body, jbyteArray content_type) {
    (void)env;
    (void)class;
    int64_t body_len;
    uint8_t *body_c = bytes_in(env, body, &body_len);
    char *content_type_c = text_in(env, content_type);
    if ((*env)->ExceptionCheck(env)) {
        free(body_c);
        free(content_type_c);
        return 0;
    }
    int64_t r = rt_http_response_create_bytes(status, body_c, body_len, content_type_c);
    free(body_c);
    free(content_type_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1response_1add_1header(JNIEnv *env, jclass class, jlong response, jbyteArray key, jbyteArray value) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    char *value_c = text_in(env, value);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        free(value_c);
        return 0;
    }
    bool r = rt_http_response_add_header(response, key_c, value_c);
    free(key_c);
    free(value_c);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1response_1free(JNIEnv *env, jclass class, jlong response) {
    (void)env;
    (void)class;
    rt_http_response_free(response);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1server_1create_1at(JNIEnv *env, jclass class, jbyteArray address, jlong port) {
    (void)env;
    (void)class;
    char *address_c = text_in(env, address);
    if ((*env)->ExceptionCheck(env)) {
        free(address_c);
        return 0;
    }
    int64_t r = rt_http_server_create_at(address_c, port);
    free(address_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1server_1port(JNIEnv *env, jclass class, jlong server) {
    (void)env;
    (void)class;
    int64_t r = rt_http_server_port(server);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1start_1background(JNIEnv *env, jclass class, jlong server) {
    (void)env;
    (void)class;
    bool r = rt_http_server_start_background(server);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1register_1handler(JNIEnv *env, jclass class, jbyteArray name, jobject function) {
    (void)env;
    (void)class;
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(name_c);
        return 0;
    }
    void *function_kept = keep(env, function);
    bool r = rt_http_register_handler(name_c, function_kept ? call_java : NULL, function_kept);
    free(name_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1unregister_1handler(JNIEnv *env, jclass class, jbyteArray name) {
    (void)env;
    (void)class;
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(name_c);
        return 0;
    }
    bool r = rt_http_unregister_handler(name_c);
    free(name_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1server_1next_1request(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    int64_t r = rt_http_server_next_request(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1respond(JNIEnv *env, jclass class, jlong request, jlong response) {
    (void)env;
    (void)class;
    bool r = rt_http_server_respond(request, response);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1websocket(JNIEnv *env, jclass class, jlong server, jbyteArray path, jbyteArray handler) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    char *handler_c = text_in(env, handler);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        free(handler_c);
        return 0;
    }
    bool r = rt_http_server_websocket(server, path_c, handler_c);
    free(path_c);
    free(handler_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1body_1limit(JNIEnv *env, jclass class, jlong server, jlong bytes) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_body_limit(server, bytes);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1header_1limit(JNIEnv *env, jclass class, jlong server, jlong bytes) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_header_limit(server, bytes);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1header_1timeout(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_header_timeout(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1body_1timeout(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_body_timeout(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1answer_1timeout(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_answer_timeout(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1write_1timeout(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_write_timeout(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1stop_1timeout(JNIEnv *env, jclass class, jlong server, jlong timeout_ms) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_stop_timeout(server, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1max_1connections(JNIEnv *env, jclass class, jlong server, jlong count) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_max_connections(server, count);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1server_1set_1compression(JNIEnv *env, jclass class, jlong server, jboolean enabled) {
    (void)env;
    (void)class;
    bool r = rt_http_server_set_compression(server, enabled);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1stream_1open(JNIEnv *env, jclass class, jlong client, jbyteArray method, jbyteArray url, jobjectArray headers) {
    (void)env;
    (void)class;
    char *method_c = text_in(env, method);
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    if ((*env)->ExceptionCheck(env)) {
        free(method_c);
        free(url_c);
        texts_free(headers_c, headers_len);
        return 0;
    }
    int64_t r = rt_http_stream_open(client, method_c, url_c, (const char *const *)headers_c, headers_len);
    free(method_c);
    free(url_c);
    texts_free(headers_c, headers_len);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1stream_1write(JNIEnv *env, jclass class, jlong stream, jbyteArray data) {
    (void)env;
    (void)class;
    int64_t data_len;
    uint8_t *data_c = bytes_in(env, data, &data_len);
    if ((*env)->ExceptionCheck(env)) {
        free(data_c);
        return 0;
    }
    bool r = rt_http_stream_write(stream, data_c, data_len);
    free(data_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1stream_1finish(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    int64_t r = rt_http_stream_finish(stream);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1stream_1status(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    int64_t r = rt_http_stream_status(stream);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1stream_1header(JNIEnv *env, jclass class, jlong stream, jbyteArray key) {
    (void)env;
    (void)class;
    char *key_c = text_in(env, key);
    if ((*env)->ExceptionCheck(env)) {
        free(key_c);
        return 0;
    }
    char *r = rt_http_stream_header(stream, key_c);
    free(key_c);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1http_1stream_1headers(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    RtTextArray r = rt_http_stream_headers(stream);
    return texts_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1stream_1read(JNIEnv *env, jclass class, jlong stream, jbyteArray buffer) {
    (void)env;
    (void)class;
    int64_t buffer_len;
    uint8_t *buffer_c = bytes_in(env, buffer, &buffer_len);
    if ((*env)->ExceptionCheck(env)) {
        free(buffer_c);
        return 0;
    }
    int64_t r = rt_http_stream_read(stream, buffer_c, buffer_len);
    bytes_back(env, buffer, buffer_c, buffer_len);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1stream_1free(JNIEnv *env, jclass class, jlong stream) {
    (void)env;
    (void)class;
    rt_http_stream_free(stream);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1http_1client_1websocket(JNIEnv *env, jclass class, jlong client, jbyteArray url, jobjectArray headers) {
    (void)env;
    (void)class;
    char *url_c = text_in(env, url);
    int64_t headers_len;
    char **headers_c = texts_in(env, headers, &headers_len);
    if ((*env)->ExceptionCheck(env)) {
        free(url_c);
        texts_free(headers_c, headers_len);
        return 0;
    }
    int64_t r = rt_http_client_websocket(client, url_c, (const char *const *)headers_c, headers_len);
    free(url_c);
    texts_free(headers_c, headers_len);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1send_1text(JNIEnv *env, jclass class, jlong ws, jbyteArray data) {
    (void)env;
    (void)class;
    int64_t data_len;
    uint8_t *data_c = bytes_in(env, data, &data_len);
    if ((*env)->ExceptionCheck(env)) {
        free(data_c);
        return 0;
    }
    bool r = rt_ws_send_text(ws, data_c, data_len);
    free(data_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1send_1bytes(JNIEnv *env, jclass class, jlong ws, jbyteArray data) {
    (void)env;
    (void)class;
    int64_t data_len;
    uint8_t *data_c = bytes_in(env, data, &data_len);
    if ((*env)->ExceptionCheck(env)) {
        free(data_c);
        return 0;
    }
    bool r = rt_ws_send_bytes(ws, data_c, data_len);
    free(data_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1ws_1receive_1timeout(JNIEnv *env, jclass class, jlong ws, jlong timeout_ms) {
    (void)env;
    (void)class;
    char *r = rt_ws_receive_timeout(ws, timeout_ms);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1ws_1receive_1bytes(JNIEnv *env, jclass class, jlong ws) {
    (void)env;
    (void)class;
    RtBytes r = rt_ws_receive_bytes(ws);
    return bytes_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1ws_1receive_1bytes_1timeout(JNIEnv *env, jclass class, jlong ws, jlong timeout_ms) {
    (void)env;
    (void)class;
    RtBytes r = rt_ws_receive_bytes_timeout(ws, timeout_ms);
    return bytes_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1ws_1wait(JNIEnv *env, jclass class, jlong ws, jlong timeout_ms) {
    (void)env;
    (void)class;
    int64_t r = rt_ws_wait(ws, timeout_ms);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1ping(JNIEnv *env, jclass class, jlong ws) {
    (void)env;
    (void)class;
    bool r = rt_ws_ping(ws);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1ws_1close_1code(JNIEnv *env, jclass class, jlong ws) {
    (void)env;
    (void)class;
    int64_t r = rt_ws_close_code(ws);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1ws_1close_1with(JNIEnv *env, jclass class, jlong ws, jlong code, jbyteArray reason) {
    (void)env;
    (void)class;
    char *reason_c = text_in(env, reason);
    if ((*env)->ExceptionCheck(env)) {
        free(reason_c);
        return 0;
    }
    bool r = rt_ws_close_with(ws, code, reason_c);
    free(reason_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1http_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_http_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1http_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_http_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_http_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1http_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_http_version();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1new(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_builder_new();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1free(JNIEnv *env, jclass class, jlong builder) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_free(builder);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1begin(JNIEnv *env, jclass class, jlong builder, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_begin(builder, x, y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1line_1to(JNIEnv *env, jclass class, jlong builder, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_line_to(builder, x, y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1quadratic_1bezier_1to(JNIEnv *env, jclass class, jlong builder, jdouble ctrl_x, jdouble ctrl_y, jdouble to_x, jdouble to_y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_quadratic_bezier_to(builder, ctrl_x, ctrl_y, to_x, to_y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1cubic_1bezier_1to(JNIEnv *env, jclass class, jlong builder, jdouble ctrl1_x, jdouble ctrl1_y, jdouble ctrl2_x, jdouble ctrl2_y, jdouble to_x, jdouble to_y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_cubic_bezier_to(builder, ctrl1_x, ctrl1_y, ctrl2_x, ctrl2_y, to_x, to_y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1arc_1to(JNIEnv *env, jclass class, jlong builder, jdouble center_x, jdouble center_y, jdouble radius, jdouble start_angle, jdouble sweep_angle) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_arc_to(builder, center_x, center_y, radius, start_angle, sweep_angle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1close(JNIEnv *env, jclass class, jlong builder) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_builder_close(builder);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1build(JNIEnv *env, jclass class, jlong builder) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_builder_build(builder);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1free(JNIEnv *env, jclass class, jlong path) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_free(path);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1path_1get_1bounds(JNIEnv *env, jclass class, jlong path) {
    (void)env;
    (void)class;
    RtPathBounds r = rt_lyon_path_get_bounds(path);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1contains_1point(JNIEnv *env, jclass class, jlong path, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_contains_point(path, x, y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1transform(JNIEnv *env, jclass class, jlong path, jdouble m11, jdouble m12, jdouble m21, jdouble m22, jdouble tx, jdouble ty) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_transform(path, m11, m12, m21, m22, tx, ty);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1rectangle(JNIEnv *env, jclass class, jdouble x, jdouble y, jdouble width, jdouble height) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_rectangle(x, y, width, height);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1rounded_1rectangle(JNIEnv *env, jclass class, jdouble x, jdouble y, jdouble width, jdouble height, jdouble radius) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_rounded_rectangle(x, y, width, height, radius);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1circle(JNIEnv *env, jclass class, jdouble center_x, jdouble center_y, jdouble radius) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_circle(center_x, center_y, radius);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1ellipse(JNIEnv *env, jclass class, jdouble center_x, jdouble center_y, jdouble radius_x, jdouble radius_y) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_ellipse(center_x, center_y, radius_x, radius_y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1polygon(JNIEnv *env, jclass class, jdoubleArray points, jlong num_points) {
    (void)env;
    (void)class;
    int64_t points_len;
    double *points_c = doubles_in(env, points, &points_len);
    if ((*env)->ExceptionCheck(env)) {
        free(points_c);
        return 0;
    }
    int64_t r = rt_lyon_path_polygon(points_c, points_len, num_points);
    free(points_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1star(JNIEnv *env, jclass class, jdouble center_x, jdouble center_y, jdouble inner_radius, jdouble outer_radius, jlong num_points) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_star(center_x, center_y, inner_radius, outer_radius, num_points);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellate(JNIEnv *env, jclass class, jlong path, jdouble tolerance) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellate(path, tolerance);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellate_1with_1rule(JNIEnv *env, jclass class, jlong path, jdouble tolerance, jlong fill_rule) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellate_with_rule(path, tolerance, fill_rule);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1free(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    bool r = rt_lyon_fill_tessellation_free(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1get_1vertices(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellation_get_vertices(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1get_1indices(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellation_get_indices(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1vertex_1count(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellation_vertex_count(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1index_1count(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_fill_tessellation_index_count(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellate(JNIEnv *env, jclass class, jlong path, jdouble width, jdouble tolerance) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_stroke_tessellate(path, width, tolerance);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellate_1with_1options(JNIEnv *env, jclass class, jlong path, jdouble width, jdouble tolerance, jbyteArray options_json) {
    (void)env;
    (void)class;
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        free(options_json_c);
        return 0;
    }
    int64_t r = rt_lyon_stroke_tessellate_with_options(path, width, tolerance, options_json_c);
    free(options_json_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1free(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    bool r = rt_lyon_stroke_tessellation_free(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1get_1vertices(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_stroke_tessellation_get_vertices(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1get_1indices(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_stroke_tessellation_get_indices(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1vertex_1count(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_stroke_tessellation_vertex_count(tess);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1index_1count(JNIEnv *env, jclass class, jlong tess) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_stroke_tessellation_index_count(tess);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1free(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    bool r = rt_lyon_vertex_buffer_free(buffer);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1get_1position(JNIEnv *env, jclass class, jlong buffer, jlong index) {
    (void)env;
    (void)class;
    RtVertexPosition r = rt_lyon_vertex_buffer_get_position(buffer, index);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1get_1normal(JNIEnv *env, jclass class, jlong buffer, jlong index) {
    (void)env;
    (void)class;
    RtVertexNormal r = rt_lyon_vertex_buffer_get_normal(buffer, index);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1size(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_vertex_buffer_size(buffer);
    return r;
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1to_1array(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    RtF64Array r = rt_lyon_vertex_buffer_to_array(buffer);
    return doubles_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1free(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    bool r = rt_lyon_index_buffer_free(buffer);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1get(JNIEnv *env, jclass class, jlong buffer, jlong index) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_index_buffer_get(buffer, index);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1size(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_index_buffer_size(buffer);
    return r;
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1to_1array(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    RtI64Array r = rt_lyon_index_buffer_to_array(buffer);
    return longs_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1identity(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_identity();
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1translate(JNIEnv *env, jclass class, jdouble tx, jdouble ty) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_translate(tx, ty);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1rotate(JNIEnv *env, jclass class, jdouble angle) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_rotate(angle);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1scale(JNIEnv *env, jclass class, jdouble sx, jdouble sy) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_scale(sx, sy);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1multiply(JNIEnv *env, jclass class, jlong t1, jlong t2) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_multiply(t1, t2);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1free(JNIEnv *env, jclass class, jlong transform) {
    (void)env;
    (void)class;
    bool r = rt_lyon_transform_free(transform);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_lyon_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1animation_1new(JNIEnv *env, jclass class, jbyteArray file, jlong width, jlong height, jlong frames, jlong frame_ms) {
    (void)env;
    (void)class;
    char *file_c = text_in(env, file);
    if ((*env)->ExceptionCheck(env)) {
        free(file_c);
        return 0;
    }
    int64_t r = rt_lyon_animation_new(file_c, width, height, frames, frame_ms);
    free(file_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1animation_1add_1frame(JNIEnv *env, jclass class, jlong animation, jbyteArray pixels) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_lyon_animation_add_frame(animation, pixels_c, pixels_len);
    free(pixels_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1animation_1finish(JNIEnv *env, jclass class, jlong animation) {
    (void)env;
    (void)class;
    bool r = rt_lyon_animation_finish(animation);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1animation_1free(JNIEnv *env, jclass class, jlong animation) {
    (void)env;
    (void)class;
    bool r = rt_lyon_animation_free(animation);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1bytes(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    RtBytes r = rt_lyon_vertex_buffer_bytes(buffer);
    return bytes_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1bytes(JNIEnv *env, jclass class, jlong buffer) {
    (void)env;
    (void)class;
    RtBytes r = rt_lyon_index_buffer_bytes(buffer);
    return bytes_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1vertex_1buffer_1write(JNIEnv *env, jclass class, jlong buffer, jbyteArray out) {
    (void)env;
    (void)class;
    int64_t out_len;
    uint8_t *out_c = bytes_in(env, out, &out_len);
    if ((*env)->ExceptionCheck(env)) {
        free(out_c);
        return 0;
    }
    int64_t r = rt_lyon_vertex_buffer_write(buffer, out_c, out_len);
    bytes_back(env, out, out_c, out_len);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1index_1buffer_1write(JNIEnv *env, jclass class, jlong buffer, jbyteArray out) {
    (void)env;
    (void)class;
    int64_t out_len;
    uint8_t *out_c = bytes_in(env, out, &out_len);
    if ((*env)->ExceptionCheck(env)) {
        free(out_c);
        return 0;
    }
    int64_t r = rt_lyon_index_buffer_write(buffer, out_c, out_len);
    bytes_back(env, out, out_c, out_len);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1lyon_1path_1builder_1add_1path(JNIEnv *env, jclass class, jlong builder, jlong path) {
    (void)env;
    (void)class;
    rt_lyon_path_builder_add_path(builder, path);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1draw(JNIEnv *env, jclass class, jlong tess, jlong transform, jlong color, jbyteArray pixels, jlong width, jlong height) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_lyon_fill_tessellation_draw(tess, transform, color, pixels_c, pixels_len, width, height);
    bytes_back(env, pixels, pixels_c, pixels_len);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1draw(JNIEnv *env, jclass class, jlong tess, jlong transform, jlong color, jbyteArray pixels, jlong width, jlong height) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_lyon_stroke_tessellation_draw(tess, transform, color, pixels_c, pixels_len, width, height);
    bytes_back(env, pixels, pixels_c, pixels_len);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1path_1rasterize(JNIEnv *env, jclass class, jlong path, jlong fill_rule, jlong color, jlong width, jlong height) {
    (void)env;
    (void)class;
    RtBytes r = rt_lyon_path_rasterize(path, fill_rule, color, width, height);
    return bytes_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1fill_1tessellation_1contains_1point(JNIEnv *env, jclass class, jlong tess, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_fill_tessellation_contains_point(tess, x, y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_lyon_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1lyon_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_lyon_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_lyon_version();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1apply_1transform(JNIEnv *env, jclass class, jlong path, jlong transform) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_path_apply_transform(path, transform);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1contains_1point_1with_1rule(JNIEnv *env, jclass class, jlong path, jdouble x, jdouble y, jlong fill_rule) {
    (void)env;
    (void)class;
    bool r = rt_lyon_path_contains_point_with_rule(path, x, y, fill_rule);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1lyon_1path_1length(JNIEnv *env, jclass class, jlong path) {
    (void)env;
    (void)class;
    double r = rt_lyon_path_length(path);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1path_1point_1at(JNIEnv *env, jclass class, jlong path, jdouble distance) {
    (void)env;
    (void)class;
    RtPathPoint r = rt_lyon_path_point_at(path, distance);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1dash(JNIEnv *env, jclass class, jlong path, jdoubleArray pattern, jdouble offset) {
    (void)env;
    (void)class;
    int64_t pattern_len;
    double *pattern_c = doubles_in(env, pattern, &pattern_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        return 0;
    }
    int64_t r = rt_lyon_path_dash(path, pattern_c, pattern_len, offset);
    free(pattern_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1path_1from_1svg(JNIEnv *env, jclass class, jbyteArray d) {
    (void)env;
    (void)class;
    char *d_c = text_in(env, d);
    if ((*env)->ExceptionCheck(env)) {
        free(d_c);
        return 0;
    }
    int64_t r = rt_lyon_path_from_svg(d_c);
    free(d_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1path_1to_1svg(JNIEnv *env, jclass class, jlong path) {
    (void)env;
    (void)class;
    char *r = rt_lyon_path_to_svg(path);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1png_1encode(JNIEnv *env, jclass class, jbyteArray pixels, jlong width, jlong height) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    RtBytes r = rt_lyon_png_encode(pixels_c, pixels_len, width, height);
    free(pixels_c);
    return bytes_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1png_1save(JNIEnv *env, jclass class, jbyteArray file, jbyteArray pixels, jlong width, jlong height) {
    (void)env;
    (void)class;
    char *file_c = text_in(env, file);
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(file_c);
        free(pixels_c);
        return 0;
    }
    bool r = rt_lyon_png_save(file_c, pixels_c, pixels_len, width, height);
    free(file_c);
    free(pixels_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1stroke_1tessellation_1contains_1point(JNIEnv *env, jclass class, jlong tess, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_lyon_stroke_tessellation_contains_point(tess, x, y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1lyon_1path_1stroke_1contains_1point(JNIEnv *env, jclass class, jlong path, jdouble width, jbyteArray options_json, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        free(options_json_c);
        return 0;
    }
    bool r = rt_lyon_path_stroke_contains_point(path, width, options_json_c, x, y);
    free(options_json_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1new(JNIEnv *env, jclass class, jdouble m11, jdouble m12, jdouble m21, jdouble m22, jdouble tx, jdouble ty) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1get(JNIEnv *env, jclass class, jlong transform) {
    (void)env;
    (void)class;
    RtTransformMatrix r = rt_lyon_transform_get(transform);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1inverse(JNIEnv *env, jclass class, jlong transform) {
    (void)env;
    (void)class;
    int64_t r = rt_lyon_transform_inverse(transform);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1lyon_1transform_1apply(JNIEnv *env, jclass class, jlong transform, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    RtTransformedPoint r = rt_lyon_transform_apply(transform, x, y);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1module_1load(JNIEnv *env, jclass class, jbyteArray path) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        return 0;
    }
    int64_t r = rt_module_load(path_c);
    free(path_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1module_1load_1with_1options(JNIEnv *env, jclass class, jbyteArray path, jbyteArray options_json) {
    (void)env;
    (void)class;
    char *path_c = text_in(env, path);
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        free(path_c);
        free(options_json_c);
        return 0;
    }
    int64_t r = rt_module_load_with_options(path_c, options_json_c);
    free(path_c);
    free(options_json_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1find(JNIEnv *env, jclass class, jbyteArray name) {
    (void)env;
    (void)class;
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(name_c);
        return 0;
    }
    char *r = rt_module_find(name_c);
    free(name_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1send(JNIEnv *env, jclass class, jlong module, jbyteArray message_type, jbyteArray payload) {
    (void)env;
    (void)class;
    char *message_type_c = text_in(env, message_type);
    char *payload_c = text_in(env, payload);
    if ((*env)->ExceptionCheck(env)) {
        free(message_type_c);
        free(payload_c);
        return 0;
    }
    char *r = rt_module_send(module, message_type_c, payload_c);
    free(message_type_c);
    free(payload_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1send_1timeout(JNIEnv *env, jclass class, jlong module, jbyteArray message_type, jbyteArray payload, jlong ms) {
    (void)env;
    (void)class;
    char *message_type_c = text_in(env, message_type);
    char *payload_c = text_in(env, payload);
    if ((*env)->ExceptionCheck(env)) {
        free(message_type_c);
        free(payload_c);
        return 0;
    }
    char *r = rt_module_send_timeout(module, message_type_c, payload_c, ms);
    free(message_type_c);
    free(payload_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1info(JNIEnv *env, jclass class, jlong module) {
    (void)env;
    (void)class;
    char *r = rt_module_info(module);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1module_1list(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    RtTextArray r = rt_module_list();
    return texts_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1module_1unload(JNIEnv *env, jclass class, jlong module) {
    (void)env;
    (void)class;
    bool r = rt_module_unload(module);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1events_1subscribe(JNIEnv *env, jclass class, jobjectArray kinds) {
    (void)env;
    (void)class;
    int64_t kinds_len;
    char **kinds_c = texts_in(env, kinds, &kinds_len);
    if ((*env)->ExceptionCheck(env)) {
        texts_free(kinds_c, kinds_len);
        return 0;
    }
    int64_t r = rt_events_subscribe((const char *const *)kinds_c, kinds_len);
    texts_free(kinds_c, kinds_len);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1events_1next(JNIEnv *env, jclass class, jlong subscription, jlong timeout_ms) {
    (void)env;
    (void)class;
    char *r = rt_events_next(subscription, timeout_ms);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1events_1notify(JNIEnv *env, jclass class, jlong subscription, jobject function) {
    (void)env;
    (void)class;
    void *function_kept = keep(env, function);
    bool r = rt_events_notify(subscription, function_kept ? call_java : NULL, function_kept);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1events_1unsubscribe(JNIEnv *env, jclass class, jlong subscription) {
    (void)env;
    (void)class;
    rt_events_unsubscribe(subscription);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1module_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_module_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1module_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_module_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_module_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1module_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_module_version();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1new(JNIEnv *env, jclass class, jdouble gravity_x, jdouble gravity_y) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_new(gravity_x, gravity_y);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1free(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_free(world);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1step(JNIEnv *env, jclass class, jlong world, jdouble dt) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_step(world, dt);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1set_1gravity(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_set_gravity(world, x, y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1new_1dynamic(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_body_new_dynamic(world, x, y, rotation);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1new_1static(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_body_new_static(world, x, y, rotation);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1new_1kinematic(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_body_new_kinematic(world, x, y, rotation);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1free(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_free(world, handle);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1position(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    RtBodyPosition r = rt_rapier2d_body_get_position(world, handle);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1position(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_position(world, handle, x, y, rotation);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1velocity(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    RtBodyVelocity r = rt_rapier2d_body_get_velocity(world, handle);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1velocity(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble vx, jdouble vy, jdouble angular) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_velocity(world, handle, vx, vy, angular);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1force(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble fx, jdouble fy, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_force(world, handle, fx, fy, wake_up);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1impulse(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble ix, jdouble iy, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_impulse(world, handle, ix, iy, wake_up);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1torque(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble torque, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_torque(world, handle, torque, wake_up);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1mass(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble mass) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_mass(world, handle, mass);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1mass(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_rapier2d_body_get_mass(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1linear_1damping(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble damping) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_linear_damping(world, handle, damping);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1angular_1damping(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble damping) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_angular_damping(world, handle, damping);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1is_1sleeping(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_is_sleeping(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1wake_1up(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_wake_up(world, handle);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1new_1circle(JNIEnv *env, jclass class, jlong world, jlong body, jdouble radius) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collider_new_circle(world, body, radius);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1new_1box(JNIEnv *env, jclass class, jlong world, jlong body, jdouble half_width, jdouble half_height) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collider_new_box(world, body, half_width, half_height);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1new_1capsule(JNIEnv *env, jclass class, jlong world, jlong body, jdouble half_height, jdouble radius) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collider_new_capsule(world, body, half_height, radius);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1new_1polygon(JNIEnv *env, jclass class, jlong world, jlong body, jdoubleArray vertices) {
    (void)env;
    (void)class;
    int64_t vertices_len;
    double *vertices_c = doubles_in(env, vertices, &vertices_len);
    if ((*env)->ExceptionCheck(env)) {
        free(vertices_c);
        return 0;
    }
    int64_t r = rt_rapier2d_collider_new_polygon(world, body, vertices_c, vertices_len);
    free(vertices_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1free(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_free(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1offset(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_offset(world, handle, x, y, rotation);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1restitution(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble coef) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_restitution(world, handle, coef);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1friction(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble coef) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_friction(world, handle, coef);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1density(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble density) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_density(world, handle, density);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1sensor(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean is_sensor) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_sensor(world, handle, is_sensor);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1contacts(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_get_contacts(world);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1count(JNIEnv *env, jclass class, jlong contacts) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_contacts_count(contacts);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1get(JNIEnv *env, jclass class, jlong contacts, jlong index) {
    (void)env;
    (void)class;
    RtContact r = rt_rapier2d_contacts_get(contacts, index);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1free(JNIEnv *env, jclass class, jlong contacts) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_contacts_free(contacts);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1intersection_1test(JNIEnv *env, jclass class, jlong world, jlong collider1, jlong collider2) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_intersection_test(world, collider1, collider2);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1cast_1ray(JNIEnv *env, jclass class, jlong world, jdouble origin_x, jdouble origin_y, jdouble dir_x, jdouble dir_y, jdouble max_dist) {
    (void)env;
    (void)class;
    RtRayHit r = rt_rapier2d_world_cast_ray(world, origin_x, origin_y, dir_x, dir_y, max_dist);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1distance(JNIEnv *env, jclass class, jlong world, jlong body1, jlong body2, jdouble anchor1_x, jdouble anchor1_y, jdouble anchor2_x, jdouble anchor2_y, jdouble distance) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_joint_distance(world, body1, body2, anchor1_x, anchor1_y, anchor2_x, anchor2_y, distance);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1revolute(JNIEnv *env, jclass class, jlong world, jlong body1, jlong body2, jdouble anchor_x, jdouble anchor_y) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_joint_revolute(world, body1, body2, anchor_x, anchor_y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1prismatic(JNIEnv *env, jclass class, jlong world, jlong body1, jlong body2, jdouble axis_x, jdouble axis_y) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_joint_prismatic(world, body1, body2, axis_x, axis_y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1fixed(JNIEnv *env, jclass class, jlong world, jlong body1, jlong body2) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_joint_fixed(world, body1, body2);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1free(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_joint_free(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1set_1limits(JNIEnv *env, jclass class, jlong world, jlong joint, jdouble min, jdouble max) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_joint_set_limits(world, joint, min, max);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1set_1motor(JNIEnv *env, jclass class, jlong world, jlong joint, jdouble target_vel, jdouble max_force) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_joint_set_motor(world, joint, target_vel, max_force);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1body_1count(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_body_count(world);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1collider_1count(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_collider_count(world);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1joint_1count(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_joint_count(world);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_rapier2d_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1type(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_body_get_type(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1type(JNIEnv *env, jclass class, jlong world, jlong handle, jlong body_type) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_type(world, handle, body_type);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1enabled(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean enabled) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_enabled(world, handle, enabled);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1is_1enabled(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_is_enabled(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1move_1to(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble x, jdouble y, jdouble rotation) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_move_to(world, handle, x, y, rotation);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1force_1at(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble fx, jdouble fy, jdouble x, jdouble y, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_force_at(world, handle, fx, fy, x, y, wake_up);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1impulse_1at(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble ix, jdouble iy, jdouble x, jdouble y, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_impulse_at(world, handle, ix, iy, x, y, wake_up);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1apply_1angular_1impulse(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble impulse, jboolean wake_up) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_apply_angular_impulse(world, handle, impulse, wake_up);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1inertia(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    double r = rt_rapier2d_body_get_inertia(world, handle);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1center_1of_1mass(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    RtPhysicsVector r = rt_rapier2d_body_get_center_of_mass(world, handle);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1predict_1position(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble dt) {
    (void)env;
    (void)class;
    RtBodyPosition r = rt_rapier2d_body_predict_position(world, handle, dt);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1gravity_1scale(JNIEnv *env, jclass class, jlong world, jlong handle, jdouble scale) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_gravity_scale(world, handle, scale);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1lock_1rotation(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean locked) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_lock_rotation(world, handle, locked);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1can_1sleep(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean can_sleep) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_can_sleep(world, handle, can_sleep);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1ccd(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean enabled) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_ccd(world, handle, enabled);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1fast_1rotation(JNIEnv *env, jclass class, jlong world, jlong handle, jboolean allowed) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_fast_rotation(world, handle, allowed);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1set_1user_1data(JNIEnv *env, jclass class, jlong world, jlong handle, jlong user_data) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_body_set_user_data(world, handle, user_data);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1user_1data(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_body_get_user_data(world, handle);
    return r;
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1body_1get_1colliders(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_body_get_colliders(world, handle);
    return longs_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1bodies(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_get_bodies(world);
    return longs_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1colliders(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_get_colliders(world);
    return longs_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1joints(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_get_joints(world);
    return longs_out(env, r);
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1transforms(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtF64Array r = rt_rapier2d_world_get_transforms(world);
    return doubles_out(env, r);
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1velocities(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtF64Array r = rt_rapier2d_world_get_velocities(world);
    return doubles_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1transform_1bytes(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtBytes r = rt_rapier2d_world_get_transform_bytes(world);
    return bytes_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1groups(JNIEnv *env, jclass class, jlong world, jlong handle, jlong memberships, jlong filter) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_groups(world, handle, memberships, filter);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1get_1position(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    RtBodyPosition r = rt_rapier2d_collider_get_position(world, handle);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1get_1body(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collider_get_body(world, handle);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1set_1user_1data(JNIEnv *env, jclass class, jlong world, jlong handle, jlong user_data) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collider_set_user_data(world, handle, user_data);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collider_1get_1user_1data(JNIEnv *env, jclass class, jlong world, jlong handle) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collider_get_user_data(world, handle);
    return r;
}

JNIEXPORT jdoubleArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1values(JNIEnv *env, jclass class, jlong contacts) {
    (void)env;
    (void)class;
    RtF64Array r = rt_rapier2d_contacts_values(contacts);
    return doubles_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1colliders(JNIEnv *env, jclass class, jlong contacts) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_contacts_colliders(contacts);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1contacts_1bytes(JNIEnv *env, jclass class, jlong contacts) {
    (void)env;
    (void)class;
    RtBytes r = rt_rapier2d_contacts_bytes(contacts);
    return bytes_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1collision_1events(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_world_get_collision_events(world);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1collision_1events_1count(JNIEnv *env, jclass class, jlong events) {
    (void)env;
    (void)class;
    int64_t r = rt_rapier2d_collision_events_count(events);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1collision_1events_1get(JNIEnv *env, jclass class, jlong events, jlong index) {
    (void)env;
    (void)class;
    RtCollisionEvent r = rt_rapier2d_collision_events_get(events, index);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1collision_1events_1free(JNIEnv *env, jclass class, jlong events) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_collision_events_free(events);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1set_1contacts(JNIEnv *env, jclass class, jlong world, jlong joint, jboolean enabled) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_joint_set_contacts(world, joint, enabled);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1rapier2d_1joint_1get_1position(JNIEnv *env, jclass class, jlong world, jlong joint) {
    (void)env;
    (void)class;
    double r = rt_rapier2d_joint_get_position(world, joint);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1rapier2d_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_rapier2d_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_rapier2d_version();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1cast_1ray_1filtered(JNIEnv *env, jclass class, jlong world, jdouble origin_x, jdouble origin_y, jdouble dir_x, jdouble dir_y, jdouble max_dist, jlong memberships, jlong filter, jboolean sensors, jlong exclude_body) {
    (void)env;
    (void)class;
    RtCastHit r = rt_rapier2d_world_cast_ray_filtered(world, origin_x, origin_y, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1cast_1circle(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble radius, jdouble dir_x, jdouble dir_y, jdouble max_dist, jlong memberships, jlong filter, jboolean sensors, jlong exclude_body) {
    (void)env;
    (void)class;
    RtCastHit r = rt_rapier2d_world_cast_circle(world, x, y, radius, dir_x, dir_y, max_dist, memberships, filter, sensors, exclude_body);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1query_1point(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_query_point(world, x, y);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1query_1nearest(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble max_dist) {
    (void)env;
    (void)class;
    RtNearestCollider r = rt_rapier2d_world_query_nearest(world, x, y, max_dist);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1query_1circle(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble radius) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_query_circle(world, x, y, radius);
    return longs_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1query_1box(JNIEnv *env, jclass class, jlong world, jdouble x, jdouble y, jdouble half_width, jdouble half_height, jdouble rotation) {
    (void)env;
    (void)class;
    RtI64Array r = rt_rapier2d_world_query_box(world, x, y, half_width, half_height, rotation);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1snapshot(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtBytes r = rt_rapier2d_world_snapshot(world);
    return bytes_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1restore(JNIEnv *env, jclass class, jbyteArray snapshot) {
    (void)env;
    (void)class;
    int64_t snapshot_len;
    uint8_t *snapshot_c = bytes_in(env, snapshot, &snapshot_len);
    if ((*env)->ExceptionCheck(env)) {
        free(snapshot_c);
        return 0;
    }
    int64_t r = rt_rapier2d_world_restore(snapshot_c, snapshot_len);
    free(snapshot_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1get_1gravity(JNIEnv *env, jclass class, jlong world) {
    (void)env;
    (void)class;
    RtPhysicsVector r = rt_rapier2d_world_get_gravity(world);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1set_1iterations(JNIEnv *env, jclass class, jlong world, jlong iterations) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_set_iterations(world, iterations);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1rapier2d_1world_1set_1max_1speed(JNIEnv *env, jclass class, jlong world, jdouble speed) {
    (void)env;
    (void)class;
    bool r = rt_rapier2d_world_set_max_speed(world, speed);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1new(JNIEnv *env, jclass class, jbyteArray pattern) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        return 0;
    }
    int64_t r = rt_regex_new(pattern_c);
    free(pattern_c);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1regex_1destroy(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    rt_regex_destroy(handle);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1is_1match(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    int64_t r = rt_regex_is_match(handle, text_c);
    free(text_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1find(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_regex_find(handle, text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1find_1all(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_regex_find_all(handle, text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1captures(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_regex_captures(handle, text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1captures_1len(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    int64_t r = rt_regex_captures_len(handle, text_c);
    free(text_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jbyteArray replacement) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace(handle, text_c, replacement_c);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace_1all(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jbyteArray replacement) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace_all(handle, text_c, replacement_c);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1split(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_regex_split(handle, text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1is_1match_1quick(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray text) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(text_c);
        return 0;
    }
    int64_t r = rt_regex_is_match_quick(pattern_c, text_c);
    free(pattern_c);
    free(text_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1find_1quick(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray text) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(text_c);
        return 0;
    }
    char *r = rt_regex_find_quick(pattern_c, text_c);
    free(pattern_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace_1quick(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray text, jbyteArray replacement) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace_quick(pattern_c, text_c, replacement_c);
    free(pattern_c);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace_1all_1quick(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray text, jbyteArray replacement) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace_all_quick(pattern_c, text_c, replacement_c);
    free(pattern_c);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1split_1quick(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray text) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(text_c);
        return 0;
    }
    char *r = rt_regex_split_quick(pattern_c, text_c);
    free(pattern_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1regex_1captures_1array(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtTextArray r = rt_regex_captures_array(handle, text_c);
    free(text_c);
    return texts_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1regex_1captures_1offsets(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jlong start) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtI64Array r = rt_regex_captures_offsets(handle, text_c, start);
    free(text_c);
    return longs_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1captures_1name(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jbyteArray name) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    char *name_c = text_in(env, name);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        free(name_c);
        return 0;
    }
    char *r = rt_regex_captures_name(handle, text_c, name_c);
    free(text_c);
    free(name_c);
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1regex_1capture_1names(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    RtTextArray r = rt_regex_capture_names(handle);
    return texts_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1regex_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_regex_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1regex_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_regex_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_regex_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_regex_version();
    return text_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1regex_1find_1all_1array(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtTextArray r = rt_regex_find_all_array(handle, text_c);
    free(text_c);
    return texts_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1regex_1find_1all_1offsets(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtI64Array r = rt_regex_find_all_offsets(handle, text_c);
    free(text_c);
    return longs_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1count(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    int64_t r = rt_regex_count(handle, text_c);
    free(text_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1find_1at(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jlong start) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtRegexSpan r = rt_regex_find_at(handle, text_c, start);
    free(text_c);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1new_1with_1options(JNIEnv *env, jclass class, jbyteArray pattern, jbyteArray options_json) {
    (void)env;
    (void)class;
    char *pattern_c = text_in(env, pattern);
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        free(pattern_c);
        free(options_json_c);
        return 0;
    }
    int64_t r = rt_regex_new_with_options(pattern_c, options_json_c);
    free(pattern_c);
    free(options_json_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1escape(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    char *r = rt_regex_escape(text_c);
    free(text_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1pattern(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    char *r = rt_regex_pattern(handle);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace_1n(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jbyteArray replacement, jlong limit) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace_n(handle, text_c, replacement_c, limit);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1regex_1replace_1all_1literal(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jbyteArray replacement) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    char *replacement_c = text_in(env, replacement);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        free(replacement_c);
        return 0;
    }
    char *r = rt_regex_replace_all_literal(handle, text_c, replacement_c);
    free(text_c);
    free(replacement_c);
    return text_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1set_1new(JNIEnv *env, jclass class, jobjectArray patterns) {
    (void)env;
    (void)class;
    int64_t patterns_len;
    char **patterns_c = texts_in(env, patterns, &patterns_len);
    if ((*env)->ExceptionCheck(env)) {
        texts_free(patterns_c, patterns_len);
        return 0;
    }
    int64_t r = rt_regex_set_new((const char *const *)patterns_c, patterns_len);
    texts_free(patterns_c, patterns_len);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1set_1new_1with_1options(JNIEnv *env, jclass class, jobjectArray patterns, jbyteArray options_json) {
    (void)env;
    (void)class;
    int64_t patterns_len;
    char **patterns_c = texts_in(env, patterns, &patterns_len);
    char *options_json_c = text_in(env, options_json);
    if ((*env)->ExceptionCheck(env)) {
        texts_free(patterns_c, patterns_len);
        free(options_json_c);
        return 0;
    }
    int64_t r = rt_regex_set_new_with_options((const char *const *)patterns_c, patterns_len, options_json_c);
    texts_free(patterns_c, patterns_len);
    free(options_json_c);
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1regex_1set_1destroy(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    rt_regex_set_destroy(handle);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1set_1len(JNIEnv *env, jclass class, jlong handle) {
    (void)env;
    (void)class;
    int64_t r = rt_regex_set_len(handle);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1regex_1set_1is_1match(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    int64_t r = rt_regex_set_is_match(handle, text_c);
    free(text_c);
    return r;
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1regex_1set_1matches(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtI64Array r = rt_regex_set_matches(handle, text_c);
    free(text_c);
    return longs_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1regex_1split_1array(JNIEnv *env, jclass class, jlong handle, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtTextArray r = rt_regex_split_array(handle, text_c);
    free(text_c);
    return texts_out(env, r);
}

JNIEXPORT jobjectArray JNICALL Java_simplenative_Raw_rt_1regex_1split_1n_1array(JNIEnv *env, jclass class, jlong handle, jbyteArray text, jlong limit) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    RtTextArray r = rt_regex_split_n_array(handle, text_c, limit);
    free(text_c);
    return texts_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1new(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_loop_new();
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1free(JNIEnv *env, jclass class, jlong event_loop) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_loop_free(event_loop);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1run_1return(JNIEnv *env, jclass class, jlong event_loop) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_loop_run_return(event_loop);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1poll_1events(JNIEnv *env, jclass class, jlong event_loop, jlong max_events) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_loop_poll_events(event_loop, max_events);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1wait_1events(JNIEnv *env, jclass class, jlong event_loop, jlong timeout_ms) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_loop_wait_events(event_loop, timeout_ms);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1window_1new(JNIEnv *env, jclass class, jlong event_loop, jlong width, jlong height, jbyteArray title) {
    (void)env;
    (void)class;
    char *title_c = text_in(env, title);
    if ((*env)->ExceptionCheck(env)) {
        free(title_c);
        return 0;
    }
    int64_t r = rt_winit_window_new(event_loop, width, height, title_c);
    free(title_c);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1window_1new_1with_1config(JNIEnv *env, jclass class, jlong event_loop, jbyteArray config_json) {
    (void)env;
    (void)class;
    char *config_json_c = text_in(env, config_json);
    if ((*env)->ExceptionCheck(env)) {
        free(config_json_c);
        return 0;
    }
    int64_t r = rt_winit_window_new_with_config(event_loop, config_json_c);
    free(config_json_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1free(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_free(window);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1window_1get_1size(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    RtWindowSize r = rt_winit_window_get_size(window);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1size(JNIEnv *env, jclass class, jlong window, jlong width, jlong height) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_size(window, width, height);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1window_1get_1position(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    RtWindowPosition r = rt_winit_window_get_position(window);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1position(JNIEnv *env, jclass class, jlong window, jlong x, jlong y) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_position(window, x, y);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1window_1get_1inner_1size(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    RtWindowSize r = rt_winit_window_get_inner_size(window);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1window_1get_1outer_1size(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    RtWindowSize r = rt_winit_window_get_outer_size(window);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1min_1size(JNIEnv *env, jclass class, jlong window, jlong width, jlong height) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_min_size(window, width, height);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1max_1size(JNIEnv *env, jclass class, jlong window, jlong width, jlong height) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_max_size(window, width, height);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1title(JNIEnv *env, jclass class, jlong window, jbyteArray title) {
    (void)env;
    (void)class;
    char *title_c = text_in(env, title);
    if ((*env)->ExceptionCheck(env)) {
        free(title_c);
        return 0;
    }
    bool r = rt_winit_window_set_title(window, title_c);
    free(title_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1visible(JNIEnv *env, jclass class, jlong window, jboolean visible) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_visible(window, visible);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1is_1visible(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_is_visible(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1resizable(JNIEnv *env, jclass class, jlong window, jboolean resizable) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_resizable(window, resizable);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1minimized(JNIEnv *env, jclass class, jlong window, jboolean minimized) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_minimized(window, minimized);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1maximized(JNIEnv *env, jclass class, jlong window, jboolean maximized) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_maximized(window, maximized);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1is_1maximized(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_is_maximized(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1fullscreen(JNIEnv *env, jclass class, jlong window, jboolean fullscreen) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_fullscreen(window, fullscreen);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1is_1fullscreen(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_is_fullscreen(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1decorations(JNIEnv *env, jclass class, jlong window, jboolean decorations) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_decorations(window, decorations);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1always_1on_1top(JNIEnv *env, jclass class, jlong window, jboolean on_top) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_always_on_top(window, on_top);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1focus(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_focus(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1request_1redraw(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_request_redraw(window);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1window_1id(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_window_id(window);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1winit_1window_1scale_1factor(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    double r = rt_winit_window_scale_factor(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1cursor_1visible(JNIEnv *env, jclass class, jlong window, jboolean visible) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_cursor_visible(window, visible);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1cursor_1grab(JNIEnv *env, jclass class, jlong window, jboolean grab) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_cursor_grab(window, grab);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1cursor_1position(JNIEnv *env, jclass class, jlong window, jlong x, jlong y) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_cursor_position(window, x, y);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1get_1type(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_get_type(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1get_1window_1id(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_get_window_id(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1free(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_free(event);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1resized(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtWindowSize r = rt_winit_event_window_resized(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1moved(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtWindowPosition r = rt_winit_event_window_moved(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1close_1requested(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_window_close_requested(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1focused(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_window_focused(event);
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1scale_1factor_1changed(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    double r = rt_winit_event_window_scale_factor_changed(event);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1keyboard_1input(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtKeyInput r = rt_winit_event_keyboard_input(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1keyboard_1scancode(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_keyboard_scancode(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1keyboard_1virtual_1keycode(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_keyboard_virtual_keycode(event);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1keyboard_1modifiers(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_event_keyboard_modifiers(event);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1received_1character(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    char *r = rt_winit_event_received_character(event);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1mouse_1button(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtMouseButtonInput r = rt_winit_event_mouse_button(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1mouse_1moved(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtMousePosition r = rt_winit_event_mouse_moved(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1mouse_1wheel(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtMouseWheelDelta r = rt_winit_event_mouse_wheel(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1cursor_1entered(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_cursor_entered(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1cursor_1left(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_cursor_left(event);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1touch(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtTouchInput r = rt_winit_event_touch(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1count(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_monitor_count();
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1get_1name(JNIEnv *env, jclass class, jlong monitor_id) {
    (void)env;
    (void)class;
    char *r = rt_winit_monitor_get_name(monitor_id);
    return text_out(env, r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1get_1size(JNIEnv *env, jclass class, jlong monitor_id) {
    (void)env;
    (void)class;
    RtWindowSize r = rt_winit_monitor_get_size(monitor_id);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1get_1position(JNIEnv *env, jclass class, jlong monitor_id) {
    (void)env;
    (void)class;
    RtWindowPosition r = rt_winit_monitor_get_position(monitor_id);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1get_1scale_1factor(JNIEnv *env, jclass class, jlong monitor_id) {
    (void)env;
    (void)class;
    double r = rt_winit_monitor_get_scale_factor(monitor_id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1clipboard_1get_1text(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_winit_clipboard_get_text();
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1clipboard_1set_1text(JNIEnv *env, jclass class, jbyteArray text) {
    (void)env;
    (void)class;
    char *text_c = text_in(env, text);
    if ((*env)->ExceptionCheck(env)) {
        free(text_c);
        return 0;
    }
    bool r = rt_winit_clipboard_set_text(text_c);
    free(text_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1get_1last_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_winit_get_last_error();
    return text_out(env, r);
}

JNIEXPORT jlongArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1poll_1all(JNIEnv *env, jclass class, jlong event_loop, jlong max_events) {
    (void)env;
    (void)class;
    RtI64Array r = rt_winit_event_loop_poll_all(event_loop, max_events);
    return longs_out(env, r);
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1event_1free_1all(JNIEnv *env, jclass class, jlongArray events) {
    (void)env;
    (void)class;
    int64_t events_len;
    int64_t *events_c = longs_in(env, events, &events_len);
    if ((*env)->ExceptionCheck(env)) {
        free(events_c);
        return 0;
    }
    int64_t r = rt_winit_event_free_all(events_c, events_len);
    free(events_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1keyboard_1repeat(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_keyboard_repeat(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1present_1rgba(JNIEnv *env, jclass class, jlong window, jlong width, jlong height, jbyteArray pixels) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_winit_window_present_rgba(window, width, height, pixels_c, pixels_len);
    free(pixels_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1event_1loop_1wake(JNIEnv *env, jclass class, jlong event_loop) {
    (void)env;
    (void)class;
    bool r = rt_winit_event_loop_wake(event_loop);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1has_1focus(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_has_focus(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1request_1attention(JNIEnv *env, jclass class, jlong window, jboolean wanted) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_request_attention(window, wanted);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1window_1get_1monitor(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_window_get_monitor(window);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1fullscreen_1on(JNIEnv *env, jclass class, jlong window, jlong monitor_id) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_fullscreen_on(window, monitor_id);
    return r;
}

JNIEXPORT jlong JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1primary(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    int64_t r = rt_winit_monitor_primary();
    return r;
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1winit_1monitor_1get_1refresh_1rate(JNIEnv *env, jclass class, jlong monitor_id) {
    (void)env;
    (void)class;
    double r = rt_winit_monitor_get_refresh_rate(monitor_id);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1window_1raw_1handle(JNIEnv *env, jclass class, jlong window) {
    (void)env;
    (void)class;
    RtWindowRawHandle r = rt_winit_window_raw_handle(window);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1icon(JNIEnv *env, jclass class, jlong window, jlong width, jlong height, jbyteArray pixels) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_winit_window_set_icon(window, width, height, pixels_c, pixels_len);
    free(pixels_c);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1file_1path(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    char *r = rt_winit_event_file_path(event);
    return text_out(env, r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1ime_1allowed(JNIEnv *env, jclass class, jlong window, jboolean allowed) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_ime_allowed(window, allowed);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1ime_1area(JNIEnv *env, jclass class, jlong window, jlong x, jlong y, jlong width, jlong height) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_ime_area(window, x, y, width, height);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1ime_1preedit(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtImePreedit r = rt_winit_event_ime_preedit(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jdouble JNICALL Java_simplenative_Raw_rt_1winit_1event_1window_1scale_1factor(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    double r = rt_winit_event_window_scale_factor(event);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1relative_1mouse(JNIEnv *env, jclass class, jlong window, jboolean relative) {
    (void)env;
    (void)class;
    bool r = rt_winit_window_set_relative_mouse(window, relative);
    return r;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1event_1mouse_1motion(JNIEnv *env, jclass class, jlong event) {
    (void)env;
    (void)class;
    RtMouseMotion r = rt_winit_event_mouse_motion(event);
    return memory_out(env, &r, sizeof r);
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1cursor_1icon(JNIEnv *env, jclass class, jlong window, jbyteArray icon) {
    (void)env;
    (void)class;
    char *icon_c = text_in(env, icon);
    if ((*env)->ExceptionCheck(env)) {
        free(icon_c);
        return 0;
    }
    bool r = rt_winit_window_set_cursor_icon(window, icon_c);
    free(icon_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1window_1set_1cursor_1image(JNIEnv *env, jclass class, jlong window, jlong width, jlong height, jlong hot_x, jlong hot_y, jbyteArray pixels) {
    (void)env;
    (void)class;
    int64_t pixels_len;
    uint8_t *pixels_c = bytes_in(env, pixels, &pixels_len);
    if ((*env)->ExceptionCheck(env)) {
        free(pixels_c);
        return 0;
    }
    bool r = rt_winit_window_set_cursor_image(window, width, height, hot_x, hot_y, pixels_c, pixels_len);
    free(pixels_c);
    return r;
}

JNIEXPORT jboolean JNICALL Java_simplenative_Raw_rt_1winit_1available(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    bool r = rt_winit_available();
    return r;
}

JNIEXPORT void JNICALL Java_simplenative_Raw_rt_1winit_1clear_1error(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    rt_winit_clear_error();
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_rt_1winit_1version(JNIEnv *env, jclass class) {
    (void)env;
    (void)class;
    char *r = rt_winit_version();
    return text_out(env, r);
}
