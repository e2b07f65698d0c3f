/* glibc before 2.33 has these in each program's own code, by way of functions that are still there. */
#ifdef __x86_64__
#define OLDEST "GLIBC_2.2.5"
#define LAYOUT 1
#else
#define OLDEST "GLIBC_2.17"
#define LAYOUT 0
#endif

#define HIDDEN __attribute__((visibility("hidden")))
#define OLD(name) __asm__(".symver " #name "," #name "@" OLDEST)

int __fxstat64(int layout, int descriptor, void *to);
int __xstat64(int layout, const char *path, void *to);
int __lxstat64(int layout, const char *path, void *to);
int __fxstatat64(int layout, int folder, const char *path, void *to, int flags);
OLD(__fxstat64);
OLD(__xstat64);
OLD(__lxstat64);

/* "No": what is shared is counted as what several threads share. */
HIDDEN char simple_native___libc_single_threaded = 0;

/* On 64 bits the two families are one. */
HIDDEN int simple_native_fstat64(int descriptor, void *to) {
    return __fxstat64(LAYOUT, descriptor, to);
}

HIDDEN int simple_native_stat64(const char *path, void *to) {
    return __xstat64(LAYOUT, path, to);
}

HIDDEN int simple_native_lstat64(const char *path, void *to) {
    return __lxstat64(LAYOUT, path, to);
}

HIDDEN int simple_native_fstat(int descriptor, void *to) {
    return __fxstat64(LAYOUT, descriptor, to);
}

HIDDEN int simple_native_stat(const char *path, void *to) {
    return __xstat64(LAYOUT, path, to);
}

HIDDEN int simple_native_lstat(const char *path, void *to) {
    return __lxstat64(LAYOUT, path, to);
}

/* Later than the others. */
#ifdef __x86_64__
__asm__(".symver __fxstatat64,__fxstatat64@GLIBC_2.4");
#else
OLD(__fxstatat64);
#endif

HIDDEN int simple_native_fstatat64(int folder, const char *path, void *to, int flags) {
    return __fxstatat64(LAYOUT, folder, path, to, flags);
}

HIDDEN int simple_native_fstatat(int folder, const char *path, void *to, int flags) {
    return __fxstatat64(LAYOUT, folder, path, to, flags);
}
