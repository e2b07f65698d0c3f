/* Ends an unwinding (a C++ exception, a panic of another Rust runtime, pthread_exit) that comes out of foreign
 * code. Rust's own catch_unwind ends the process where such a thing reaches it, and a C++ handler does the same
 * to a panic. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Calls run(data); false where it was left by unwinding. No frame between may need cleaning up. `begin` and `end` are
 * __cxa_begin_catch and __cxa_end_catch of the code that runs, NULL where it has none of its own: a C++ exception is
 * given back by them. What else was thrown stays allocated: only a handler of its own language may release it. */
bool simple_native_contained(void (*run)(void *), void *data, void *(*begin)(void *), void (*end)(void));

/* Calls run, which panics, and lets that go on. From then on panics of the runtime that it is compiled with are not
 * stopped here, but by its own catch_unwind. */
void simple_native_learn_own_panic(void (*run)(void *));

#if defined(__ELF__) && (defined(__x86_64__) || defined(__aarch64__))
#include <unwind.h>

typedef struct _Unwind_Exception Thrown;

/* The process's C++ runtime, where it has one. */
void *__cxa_begin_catch(void *thrown) __attribute__((weak));
void __cxa_end_catch(void) __attribute__((weak));

/* Rust's runtimes throw under one name. Behind the exception's head each has the address of something of its own. */
static uint64_t rust;
static const void *own_panic;

static const void *rust_runtime(const Thrown *thrown) { return *(const void *const *)(thrown + 1); }

static bool is_own_panic(const Thrown *thrown) {
    const void *own = __atomic_load_n(&own_panic, __ATOMIC_ACQUIRE);
    return own && thrown->exception_class == rust && rust_runtime(thrown) == own;
}

/* Calls run(data): NULL, or what came out of it. Its frame has the personality below. */
Thrown *simple_native_catch(void (*run)(void *), void *data) __attribute__((visibility("hidden")));
extern const char simple_native_landing[] __attribute__((visibility("hidden")));

_Unwind_Reason_Code simple_native_personality(int version, _Unwind_Action actions, uint64_t language, Thrown *thrown,
                                              struct _Unwind_Context *context) __attribute__((visibility("hidden")));
_Unwind_Reason_Code simple_native_personality(int version, _Unwind_Action actions, uint64_t language, Thrown *thrown,
                                              struct _Unwind_Context *context) {
    (void)version;
    (void)language;
    if (is_own_panic(thrown)) return _URC_CONTINUE_UNWIND;
    if (actions & _UA_SEARCH_PHASE) return _URC_HANDLER_FOUND;
    _Unwind_SetGR(context, __builtin_eh_return_data_regno(0), (uintptr_t)thrown);
    _Unwind_SetIP(context, (uintptr_t)simple_native_landing);
    return _URC_INSTALL_CONTEXT;
}

/* Unwinding restores the registers that a function keeps, and sets the one that a result is in. */
__asm__(".pushsection .text.simple_native_catch,\"ax\",%progbits\n"
        ".globl simple_native_catch\n.hidden simple_native_catch\n.type simple_native_catch,%function\n"
        ".globl simple_native_landing\n.hidden simple_native_landing\n"
        ".balign 16\n"
        "simple_native_catch:\n"
        ".cfi_startproc\n"
        ".cfi_personality 0x9b,DW.ref.simple_native_personality\n"
#ifdef __x86_64__
        "sub $8, %rsp\n.cfi_adjust_cfa_offset 8\n"
        "mov %rdi, %rax\nmov %rsi, %rdi\ncall *%rax\n"
        "xor %eax, %eax\n"
        "simple_native_landing:\n"
        "add $8, %rsp\n.cfi_adjust_cfa_offset -8\n"
        "ret\n"
#else
        "stp x29, x30, [sp, #-16]!\n.cfi_def_cfa_offset 16\n.cfi_offset 29, -16\n.cfi_offset 30, -8\n"
        "mov x29, sp\n"
        "mov x9, x0\nmov x0, x1\nblr x9\n"
        "mov x0, #0\n"
        "simple_native_landing:\n"
        "ldp x29, x30, [sp], #16\n.cfi_restore 29\n.cfi_restore 30\n.cfi_def_cfa_offset 0\n"
        "ret\n"
#endif
        ".cfi_endproc\n"
        ".size simple_native_catch, .-simple_native_catch\n"
        ".popsection\n"
        ".hidden DW.ref.simple_native_personality\n.weak DW.ref.simple_native_personality\n"
        ".pushsection .data.rel.local.DW.ref.simple_native_personality,\"awG\",%progbits,"
        "DW.ref.simple_native_personality,comdat\n"
        ".balign 8\n.type DW.ref.simple_native_personality,%object\n.size DW.ref.simple_native_personality,8\n"
        "DW.ref.simple_native_personality:\n.8byte simple_native_personality\n"
        ".popsection\n");

/* Whether some compiler's C++ threw it: "C++" and a byte of its own end the name of the language. */
static bool is_cxx(const Thrown *thrown) { return (thrown->exception_class >> 8 & 0xffffff) == 0x432b2b; }

bool simple_native_contained(void (*run)(void *), void *data, void *(*begin)(void *), void (*end)(void)) {
    Thrown *thrown = simple_native_catch(run, data);
    if (!thrown) return true;
    if (is_cxx(thrown)) {
        if (!begin || !end) {
            begin = __cxa_begin_catch;
            end = __cxa_end_catch;
        }
        if (begin && end) {
            begin(thrown);
            end();
        } else {
            _Unwind_DeleteException(thrown);
        }
    }
    return false;
}

void simple_native_learn_own_panic(void (*run)(void *)) {
    Thrown *thrown = simple_native_catch(run, NULL);
    if (!thrown) return;
    rust = thrown->exception_class;
    __atomic_store_n(&own_panic, rust_runtime(thrown), __ATOMIC_RELEASE);
    _Unwind_RaiseException(thrown);
}

#else
#include <setjmp.h>

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

/* Elsewhere everything that was thrown stays allocated. */
bool simple_native_contained(void (*run)(void *), void *data, void *(*begin)(void *), void (*end)(void)) {
    (void)begin;
    (void)end;
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

/* They cannot be told from others. */
void simple_native_learn_own_panic(void (*run)(void *)) { (void)run; }
#endif
