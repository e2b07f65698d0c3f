/* A program for Windows by Microsoft's rules, without a C library: it finds the DLL by the import library. */
#include <simple_native.h>

__declspec(dllimport) void ExitProcess(unsigned code);

void start(void) {
    ExitProcess(rt_native_abi_hash() == SIMPLE_NATIVE_ABI_HASH ? 0 : 1);
}
