// What the compiler's C++ library asks of systems, and older ones have not got: glibc before 2.32, libstdc++ before GCC
// 11. A program that is linked on an older system than this finds it here.

#include <cstdlib>
#include <new>

#if defined(__GLIBC__) && defined(__GLIBCXX__)
extern "C" {
// "No": what is shared is counted as what several threads share.
__attribute__((weak, visibility("hidden"))) char __libc_single_threaded = 0;
}

#if _GLIBCXX_RELEASE >= 11
namespace std {
__attribute__((weak)) void __throw_bad_array_new_length() {
    throw bad_array_new_length();
}
}  // namespace std
#endif
#endif
