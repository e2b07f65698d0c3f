/* Between Java's values and C's. What Java gave is copied: a call may take long, and the collector may not wait. */
#ifndef SIMPLE_NATIVE_CONVERT_H
#define SIMPLE_NATIVE_CONVERT_H

#include <jni.h>
#include <simple_native.h>
#include <stdlib.h>
#include <string.h>

/* Each throws where memory is short, or a text holds a NUL, at which C would cut it; the call is not made then. */
char *text_in(JNIEnv *env, jbyteArray text);
double *doubles_in(JNIEnv *env, jdoubleArray values, int64_t *len);
int64_t *longs_in(JNIEnv *env, jlongArray values, int64_t *len);
uint8_t *bytes_in(JNIEnv *env, jbyteArray values, int64_t *len);
char **texts_in(JNIEnv *env, jobjectArray values, int64_t *len);
void texts_free(char **texts, int64_t len);
/* What the call wrote into the copy goes back; the copy is freed. */
void bytes_back(JNIEnv *env, jbyteArray to, uint8_t *from, int64_t len);

/* Each releases what it was given. */
jbyteArray text_out(JNIEnv *env, char *text);
/* NULL where there is nothing. */
jbyteArray optional_text_out(JNIEnv *env, char *text);
jdoubleArray doubles_out(JNIEnv *env, RtF64Array array);
jlongArray longs_out(JNIEnv *env, RtI64Array array);
jbyteArray bytes_out(JNIEnv *env, RtBytes array);
jobjectArray texts_out(JNIEnv *env, RtTextArray array);
/* NULL for each that is nothing. */
jobjectArray optional_texts_out(JNIEnv *env, RtTextArray array);
/* A struct as it lies in memory. */
jbyteArray memory_out(JNIEnv *env, const void *memory, int64_t size);

/* A function of Java, kept for good: nobody says when the last call of it is over. */
void *keep(JNIEnv *env, jobject function);
/* Calls one; an exception is dropped, and 0 returned. */
int64_t call_java(int64_t handle, void *function);

#endif
