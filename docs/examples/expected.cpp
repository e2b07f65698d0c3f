// The same without exceptions: each call that can fail returns a value or a reason.
#define SIMPLE_NATIVE_EXPECTED
#include <simple_native.hpp>
#include <cstdio>

int main() {
    auto broken = simple_native::regex::Regex::create("(");
    if (!broken) std::puts("refused");
    auto word = simple_native::regex::Regex::create("\\w+");
    if (!word) return 1;
    auto found = word->find("two words");
    if (!found) return 2;
    std::puts(*found ? (*found)->c_str() : "not found"); // nothing found is no failure
}

// Prints:
// refused
// two
