/* The archive beside a second Rust archive: each catches its own panics, with its own hook. */
#include <simple_native.h>

#include <stdio.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif
void second_install_hook(void);
int second_hook_calls(void);
int second_panic(void);
#ifdef __cplusplus
}
#endif

int main(void) {
    second_install_hook();
    for (int i = 1; i <= 3; i++) {
        if (rt_native_provoke_panic("ours")) return 1;
        char *error = rt_native_get_last_error();
        if (strncmp(error, "internal error: ours", 20) != 0) return 2;
        rt_text_free(error);
        if (second_panic() != 1) return 3;
        if (second_hook_calls() != i) return 4;
    }
    if (rt_native_live_handles() != 0) return 5;
    puts("both work");
    return 0;
}
