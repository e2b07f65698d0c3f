#include "convert.h"

static JavaVM *vm;
static jmethodID apply;

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *machine, void *reserved) {
    (void)reserved;
    vm = machine;
    JNIEnv *env;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK) return JNI_ERR;
    jclass type = (*env)->FindClass(env, "java/util/function/LongUnaryOperator");
    if (!type) return JNI_ERR;
    apply = (*env)->GetMethodID(env, type, "applyAsLong", "(J)J");
    return apply ? JNI_VERSION_1_8 : JNI_ERR;
}

static void *refuse(JNIEnv *env, const char *type, const char *why) {
    jclass found = (*env)->FindClass(env, type);
    if (found) (*env)->ThrowNew(env, found, why);
    return NULL;
}

static void *copy_of(JNIEnv *env, size_t size) {
    void *copy = malloc(size ? size : 1);
    return copy ? copy : refuse(env, "java/lang/OutOfMemoryError", "no memory for an argument's copy");
}

char *text_in(JNIEnv *env, jbyteArray text) {
    /* An argument before this one may have been refused already. */
    if (!text || (*env)->ExceptionCheck(env)) return NULL;
    size_t length = (size_t)(*env)->GetArrayLength(env, text);
    char *copy = copy_of(env, length + 1);
    if (!copy) return NULL;
    (*env)->GetByteArrayRegion(env, text, 0, (jsize)length, (jbyte *)copy);
    copy[length] = 0;
    if (!memchr(copy, 0, length)) return copy;
    free(copy);
    return refuse(env, "java/lang/IllegalArgumentException", "a text holds no NUL");
}

#define NUMBERS_IN(name, c, array, j, region)                              \
    c *name(JNIEnv *env, array values, int64_t *len) {                     \
        *len = 0;                                                          \
        if (!values || (*env)->ExceptionCheck(env)) return NULL;           \
        jsize count = (*env)->GetArrayLength(env, values);                 \
        c *copy = copy_of(env, (size_t)count * sizeof *copy);              \
        if (!copy) return NULL;                                            \
        (*env)->region(env, values, 0, count, (j *)copy);                  \
        *len = count;                                                      \
        return copy;                                                       \
    }

NUMBERS_IN(doubles_in, double, jdoubleArray, jdouble, GetDoubleArrayRegion)
NUMBERS_IN(longs_in, int64_t, jlongArray, jlong, GetLongArrayRegion)
NUMBERS_IN(bytes_in, uint8_t, jbyteArray, jbyte, GetByteArrayRegion)

char **texts_in(JNIEnv *env, jobjectArray values, int64_t *len) {
    *len = 0;
    if (!values || (*env)->ExceptionCheck(env)) return NULL;
    jsize count = (*env)->GetArrayLength(env, values);
    char **texts = copy_of(env, (size_t)count * sizeof *texts);
    if (!texts) return NULL;
    for (jsize i = 0; i < count && !(*env)->ExceptionCheck(env); i++) {
        jbyteArray text = (*env)->GetObjectArrayElement(env, values, i);
        texts[i] = text_in(env, text);
        *len = i + 1;
        (*env)->DeleteLocalRef(env, text);
    }
    return texts;
}

void texts_free(char **texts, int64_t len) {
    for (int64_t i = 0; i < len; i++) free(texts[i]);
    free(texts);
}

void bytes_back(JNIEnv *env, jbyteArray to, uint8_t *from, int64_t len) {
    if (to) (*env)->SetByteArrayRegion(env, to, 0, (jsize)len, (jbyte *)from);
    free(from);
}

/* Whether one of Java's arrays can have so many items. */
static bool fits(JNIEnv *env, int64_t count) {
    if (count <= INT32_MAX - 8) return true;
    refuse(env, "java/lang/OutOfMemoryError", "the result is longer than an array of Java's can be");
    return false;
}

jbyteArray memory_out(JNIEnv *env, const void *memory, int64_t size) {
    jbyteArray out = fits(env, size) ? (*env)->NewByteArray(env, (jsize)size) : NULL;
    if (out) (*env)->SetByteArrayRegion(env, out, 0, (jsize)size, memory);
    return out;
}

jbyteArray text_out(JNIEnv *env, char *text) {
    jbyteArray out = memory_out(env, text, rt_text_len(text));
    rt_text_free(text);
    return out;
}

jbyteArray optional_text_out(JNIEnv *env, char *text) { return rt_text_is_none(text) ? NULL : text_out(env, text); }

jdoubleArray doubles_out(JNIEnv *env, RtF64Array array) {
    jdoubleArray out = fits(env, array.len) ? (*env)->NewDoubleArray(env, (jsize)array.len) : NULL;
    if (out) (*env)->SetDoubleArrayRegion(env, out, 0, (jsize)array.len, array.data);
    rt_f64_array_free(array.data, array.len);
    return out;
}

jlongArray longs_out(JNIEnv *env, RtI64Array array) {
    jlongArray out = fits(env, array.len) ? (*env)->NewLongArray(env, (jsize)array.len) : NULL;
    if (out) (*env)->SetLongArrayRegion(env, out, 0, (jsize)array.len, (const jlong *)array.data);
    rt_i64_array_free(array.data, array.len);
    return out;
}

jbyteArray bytes_out(JNIEnv *env, RtBytes array) {
    jbyteArray out = memory_out(env, array.data, array.len);
    rt_bytes_free(array.data, array.len);
    return out;
}

static jobjectArray array_out(JNIEnv *env, RtTextArray array, bool optional) {
    jclass bytes = fits(env, array.len) ? (*env)->FindClass(env, "[B") : NULL;
    jobjectArray out = bytes ? (*env)->NewObjectArray(env, (jsize)array.len, bytes, NULL) : NULL;
    for (int64_t i = 0; out && i < array.len; i++) {
        if (optional && rt_text_is_none(array.data[i])) continue;
        jbyteArray text = memory_out(env, array.data[i], rt_text_len(array.data[i]));
        if (!text) break;
        (*env)->SetObjectArrayElement(env, out, (jsize)i, text);
        (*env)->DeleteLocalRef(env, text);
    }
    rt_text_array_free(array.data, array.len);
    return out;
}

jobjectArray texts_out(JNIEnv *env, RtTextArray array) { return array_out(env, array, false); }
jobjectArray optional_texts_out(JNIEnv *env, RtTextArray array) { return array_out(env, array, true); }

void *keep(JNIEnv *env, jobject function) { return function ? (*env)->NewGlobalRef(env, function) : NULL; }

int64_t call_java(int64_t handle, void *function) {
    JNIEnv *env;
    bool attached = (*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) == JNI_OK;
    if (!attached && (*vm)->AttachCurrentThreadAsDaemon(vm, (void **)&env, NULL) != JNI_OK) return 0;
    int64_t result = (*env)->CallLongMethod(env, function, apply, (jlong)handle);
    if ((*env)->ExceptionCheck(env)) {
        (*env)->ExceptionDescribe(env);
        (*env)->ExceptionClear(env);
        result = 0;
    }
    if (!attached) (*vm)->DetachCurrentThread(vm);
    return result;
}

JNIEXPORT jbyteArray JNICALL Java_simplenative_Raw_takeText(JNIEnv *env, jclass class, jlong pointer) {
    (void)class;
    return text_out(env, (char *)(intptr_t)pointer);
}
