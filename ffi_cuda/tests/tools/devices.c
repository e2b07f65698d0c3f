/* Prints the CUDA runtime's version, how many GPUs there are, and what a device beyond them says. */
#include <simple_native.h>

#include <inttypes.h>
#include <stdio.h>

int main(void) {
    int64_t count = rt_cuda_device_count();
    char *version = rt_cuda_version();
    rt_cuda_set_device(count);
    char *error = rt_cuda_get_last_error();
    printf("%s %" PRId64 " %s\n", version, count, error);
    rt_text_free(version);
    rt_text_free(error);
    return 0;
}
