/* Ends an unwinding (a C++ exception, a panic of another Rust runtime, pthread_exit) that comes out of foreign
 * code. Rust's own catch_unwind ends the process where such a thing reaches it, and a C++ handler does the same
 * to a panic. */
#include <setjmp.h>
#include <stdbool.h>

#ifdef __ELF__
/* What a C++ runtime keeps for each thread, by the Itanium C++ ABI. There is none where nothing links one. */
struct cxa_eh_globals {
    void *caught;
    unsigned int uncaught;
};
struct cxa_eh_globals *__cxa_get_globals(void) __attribute__((weak));

static unsigned int *uncaught_count(void) { return __cxa_get_globals ? &__cxa_get_globals()->uncaught : 0; }
#else
static unsigned int *uncaught_count(void) { return 0; }
#endif

static void jump_back(jmp_buf **armed) {
    if (*armed) longjmp(**armed, 1);
}

/* Calls run(data); false where it was left by unwinding. No frame between may need cleaning up. */
bool simple_native_contained(void (*run)(void *), void *data);
bool simple_native_contained(void (*run)(void *), void *data) {
    jmp_buf back;
    const unsigned int uncaught = uncaught_count() ? *uncaught_count() : 0;
    if (setjmp(back)) {
        /* Nobody will catch what was thrown: without this it would count as on its way for ever. */
        if (uncaught_count()) *uncaught_count() = uncaught;
        return false;
    }
    __attribute__((cleanup(jump_back))) jmp_buf *armed = &back;
    run(data);
    armed = 0;
    return true;
}
