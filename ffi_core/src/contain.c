/* Ends an unwinding (a C++ exception, a panic of another Rust runtime, pthread_exit) that comes out of foreign
 * code. Rust's own catch_unwind ends the process where such a thing reaches it, and a C++ handler does the same
 * to a panic. */
#include <setjmp.h>
#include <stdbool.h>

static void jump_back(jmp_buf **armed) {
    if (*armed) longjmp(**armed, 1);
}

/* Calls run(data); false where it was left by unwinding. No frame between may need cleaning up. */
bool simple_native_contained(void (*run)(void *), void *data);
bool simple_native_contained(void (*run)(void *), void *data) {
    jmp_buf back;
    if (setjmp(back)) return false;
    __attribute__((cleanup(jump_back))) jmp_buf *armed = &back;
    run(data);
    armed = 0;
    return true;
}
