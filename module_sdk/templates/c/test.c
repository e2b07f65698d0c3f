/* NAME's own test: its functions, called as the host calls them. */
#include "simple_module.h"

#include <stdio.h>
#include <string.h>

static int failed;

static void check(void *module, const char *message_type, const char *payload, const char *expected) {
    char *answer = handle_message(module, message_type, payload);
    if (!answer || strcmp(answer, expected) != 0) {
        fprintf(stderr, "%s %s\n    gives %s\n    not   %s\n", message_type, payload, answer ? answer : "NULL", expected);
        failed = 1;
    }
    free_string(answer);
}

int main(void) {
    void *module = create_module();
    check(module, "init", "{}", "{\"status\":\"success\",\"data\":null}");
    check(module, "command", "{\"add\": 2}", "{\"status\":\"success\",\"data\":2}");
    check(module, "command", "{}", "{\"status\":\"success\",\"data\":3}");
    check(module, "query", "{\"name\":\"Ada\"}", "{\"status\":\"success\",\"data\":\"hello, Ada\"}");
    check(module, "query", "{}", "{\"status\":\"error\",\"error\":\"the payload has no `name`\"}");
    check(module, "mutation", "{}", "{\"status\":\"error\",\"error\":\"this module handles no message of that type\"}");
    destroy_module(module);
    if (!failed) puts("all answers are as expected");
    return failed;
}
