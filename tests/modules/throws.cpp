// A module in C++ that lets exceptions out of every function.
#include "simple_module.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>

extern "C" {
int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }
void *create_module(void) {
#ifdef THROWS_AT_ONCE
    throw 42;
#else
    return std::malloc(1);
#endif
}
char *handle_message(void *, const char *type, const char *payload) {
    if (std::strcmp(type, "command") == 0) throw std::runtime_error(payload);
    if (std::uncaught_exceptions() != 0) return strdup(R"({"status":"success","data":"not at rest"})");
    return strdup(R"({"status":"success","data":"still here"})");
}
void free_string(char *text) {
    bool throws = std::strstr(text, "still") == nullptr;
    std::free(text);
    if (throws) throw 1;
}
void destroy_module(void *module) {
    std::free(module);
    throw 2;
}
}
