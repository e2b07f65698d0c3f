#include "simple_native.h"

int main(int count, char **arguments) {
    int64_t regex = rt_regex_new(arguments[count - 1]);
    int64_t found = rt_regex_is_match(regex, arguments[0]);
    rt_regex_destroy(regex);
    return (int)found;
}
