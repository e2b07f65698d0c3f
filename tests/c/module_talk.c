/* Loads each module that is named and says what it answers. */
#include "check.h"

static void say(int64_t module, const char *message_type, const char *payload) {
    char *answer = rt_module_send(module, message_type, payload);
    printf("%s\n", answer);
    rt_text_free(answer);
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++) {
        int64_t module = rt_module_load(arguments[i]);
        if (module == 0) {
            char *error = rt_module_get_last_error();
            fprintf(stderr, "%s\n", error);
            return 1;
        }
        say(module, "init", "{}");
        say(module, "command", "{\"add\":2}");
        say(module, "command", "{\"add\":40}");
        say(module, "query", "{\"name\":\"Ada\"}");
        say(module, "mutation", "{}");
        CHECK(rt_module_unload(module));
    }
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
