// A module in C++ that counts, without a C library.
#define SIMPLE_MODULE_IMPLEMENTATION
#include <simple_module.h>

namespace {
class Counter {
    int64_t count = 0;

public:
    int64_t add(int64_t number) { return count += number; }
};
} // namespace

int32_t module_abi_version() { return SIMPLE_MODULE_ABI_VERSION; }

void *create_module() { return new Counter; }

void destroy_module(void *module) { delete static_cast<Counter *>(module); }

void free_string(char *text) { simple_free(text); }

char *handle_message(void *module, const char *message_type, const char *payload) {
    if (!simple_equal(message_type, "command")) return simple_error("this module takes commands only");
    char digits[21];
    int64_t count = static_cast<Counter *>(module)->add(simple_get_number(payload, "add", 1));
    return simple_success(simple_number(count, digits));
}
