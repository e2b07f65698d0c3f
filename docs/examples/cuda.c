/* A language model continues a sentence on the CPU reference device: `host model.gguf`. */
#include <simple_native.h>
#include <stdio.h>

int main(int count, char **arguments) {
    if (count < 2) return 2;
    int64_t device = rt_cuda_init(-1); /* 0, 1, ... are GPUs */
    int64_t model = rt_cuda_load_model(device, arguments[1]);
    int64_t inference = rt_cuda_inference_start(model, "The parrot", 12, 0.0, 1);
    fputs("The parrot", stdout);
    for (;;) {
        RtInferenceToken next = rt_cuda_inference_next_token(inference);
        if (next.has_token) fputs(next.token, stdout);
        rt_text_free(next.token);
        if (!next.has_token) break;
    }
    puts("");
    char *error = rt_cuda_get_last_error();
    if (*error) fprintf(stderr, "%s\n", error);
    int failed = *error != 0;
    rt_text_free(error);
    rt_cuda_destroy(device);
    return failed;
}

// Prints:
// The parrot hasaroke a noise," said
