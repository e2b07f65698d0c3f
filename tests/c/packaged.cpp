// The same in C++: the panic arrives as an exception.
#include <simple_native.hpp>
#include <cstdio>

int main() {
    if (simple_native::native::abi_hash() != SIMPLE_NATIVE_ABI_HASH) return 1;
    try {
        simple_native::native::provoke_panic("on purpose");
    } catch (const simple_native::error &error) {
        const bool ours = std::string(error.what()).find("internal error: on purpose") == 0;
        std::printf("%s and gone on\n", ours ? "caught" : error.what());
    }
}
