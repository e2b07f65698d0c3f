/* Loads a module with a folder for what is compiled, and says what rights it has and where the code came from. Arguments:
 * the module, the folder or `user`. */
#include "check.h"

#include <sys/auxv.h>
#include <unistd.h>

int main(int count, char **arguments) {
    CHECK(count == 3);
    char options[4096];
    snprintf(options, sizeof options, "{\"cache\":\"%s\",\"compile_ms\":600000}", arguments[2]);
    int64_t module = rt_module_load_with_options(arguments[1], options);
    if (module <= 0) {
        printf("refused: %s\n", rt_module_get_last_error());
        return 0;
    }
    char *info = rt_module_info(module);
    char *code = strstr(info, "\"code\":\"");
    CHECK(code != NULL);
    code += strlen("\"code\":\"");
    printf("%s, %s\n", getauxval(AT_SECURE) ? "more rights" : "own rights", strtok(code, "\""));
    rt_text_free(info);
    CHECK(rt_module_unload(module));
    return 0;
}
