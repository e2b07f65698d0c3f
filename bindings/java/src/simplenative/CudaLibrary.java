package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 */
public final class CudaLibrary {
    private CudaLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_cuda_get_last_error(), Raw::rt_cuda_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_cuda_get_last_error().isEmpty();
        release.run();
        if (clear) rt_cuda_clear_error();
    }

    /**
     * What a GPU's generation can do, as NVIDIA numbers it.
     */
    public record ComputeCapability(long major, long minor) {
        static ComputeCapability of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new ComputeCapability(memory.getLong(0), memory.getLong(8));
        }
    }

    /**
     * A piece of a continued text.
     */
    public record InferenceToken(boolean has_token, String token, long index) {
        static InferenceToken of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new InferenceToken(memory.get(0) != 0, Convert.text(Raw.takeText(memory.getLong(8))), memory.getLong(16));
        }
    }

    /**
     * How far an inference is.
     */
    public record InferenceStatistics(long prompt_tokens, long generated_tokens, double prompt_seconds, double generation_seconds) {
        static InferenceStatistics of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new InferenceStatistics(memory.getLong(0), memory.getLong(8), memory.getDouble(16), memory.getDouble(24));
        }
    }

    /**
     * True where at least one GPU can be used: the build has GPU code, and a driver offers a device.
     */
    public static boolean rt_cuda_is_available() {
        return Raw.rt_cuda_is_available();
    }

    /**
     * How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
     */
    public static long rt_cuda_device_count() {
        return Raw.rt_cuda_device_count();
    }

    /**
     * Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
     * reference. Until it is called, a thread's device is GPU 0.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_set_device(long id) {
        return Raw.rt_cuda_set_device(id);
    }

    /**
     * The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
     * GPU, as last error then says.
     *
     * On failure: -1.
     */
    public static long rt_cuda_get_device() {
        return Raw.rt_cuda_get_device();
    }

    /**
     * What a device is called: `NVIDIA H100`, or `CPU reference` for -1.
     *
     * On failure: "".
     */
    public static String rt_cuda_device_name(long id) {
        return Convert.text(Raw.rt_cuda_device_name(id));
    }

    /**
     * A device's memory in bytes; the host's for the CPU reference.
     *
     * On failure: -1.
     */
    public static long rt_cuda_device_memory(long id) {
        return Raw.rt_cuda_device_memory(id);
    }

    /**
     * A GPU's compute capability; the CPU reference has none.
     *
     * On failure: major 0, minor 0.
     */
    public static ComputeCapability rt_cuda_compute_capability(long id) {
        return ComputeCapability.of(Raw.rt_cuda_compute_capability(id));
    }

    /**
     * Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
     * caller to give to `rt_cuda_free`. The bytes are not set.
     *
     * On failure: 0.
     */
    public static long rt_cuda_malloc(long size) {
        return Raw.rt_cuda_malloc(size);
    }

    /**
     * Frees an allocation, whichever device it is on, once no call uses it any more.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_free(long ptr) {
        return Raw.rt_cuda_free(ptr);
    }

    /**
     * Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
     * nothing is copied where the bytes do not fit into it.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_memcpy_h2d(long dst_device, byte[] src_host, long size) {
        return Raw.rt_cuda_memcpy_h2d(dst_device, src_host, size);
    }

    /**
     * Copies `size` bytes from the device into the caller's buffer, after all work queued before.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_memcpy_d2h(byte[] dst_host, long src_device, long size) {
        return Raw.rt_cuda_memcpy_d2h(dst_host, src_device, size);
    }

    /**
     * Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
     * overlap on the CPU reference only.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_memcpy_d2d(long dst, long src, long size) {
        return Raw.rt_cuda_memcpy_d2d(dst, src, size);
    }

    /**
     * Sets `size` bytes from `ptr` on to `value`, 0 to 255.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_memset(long ptr, long value, long size) {
        return Raw.rt_cuda_memset(ptr, value, size);
    }

    /**
     * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
     *
     * On failure: 0.
     */
    public static long rt_cuda_compile_ptx(String ptx_source) {
        return Raw.rt_cuda_compile_ptx(Convert.utf8(ptx_source));
    }

    /**
     * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
     *
     * On failure: 0.
     */
    public static long rt_cuda_compile_ptx(byte[] ptx_source) {
        return Raw.rt_cuda_compile_ptx(ptx_source);
    }

    /**
     * A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
     *
     * On failure: 0.
     */
    public static long rt_cuda_get_function(long module, String name) {
        return Raw.rt_cuda_get_function(module, Convert.utf8(name));
    }

    /**
     * A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
     *
     * On failure: 0.
     */
    public static long rt_cuda_get_function(long module, byte[] name) {
        return Raw.rt_cuda_get_function(module, name);
    }

    /**
     * Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
     * bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
     * queued before on its device, and does not wait for it.
     *
     * `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
     * the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
     * A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
     * kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
     * unusable for this process, as `rt_cuda_check_device_health` then says.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_launch_kernel(long func, long gx, long gy, long gz, long blk_x, long blk_y, long blk_z, long shared_mem, long[] args) {
        return Raw.rt_cuda_launch_kernel(func, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args);
    }

    /**
     * Unloads a module; its functions are stale.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_unload_module(long module) {
        return Raw.rt_cuda_unload_module(module);
    }

    /**
     * Waits for all work on the calling thread's device. Fails where something of it failed.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_synchronize() {
        return Raw.rt_cuda_synchronize();
    }

    /**
     * A new queue of work on the calling thread's device.
     *
     * On failure: 0.
     */
    public static long rt_cuda_stream_create() {
        return Raw.rt_cuda_stream_create();
    }

    /**
     * Frees a stream; its work is finished first.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_stream_destroy(long stream) {
        return Raw.rt_cuda_stream_destroy(stream);
    }

    /**
     * Waits for a stream's work. Fails where something of it failed.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_stream_synchronize(long stream) {
        return Raw.rt_cuda_stream_synchronize(stream);
    }

    /**
     * Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
     * it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
     */
    public static String rt_cuda_get_last_error() {
        return Convert.text(Raw.rt_cuda_get_last_error());
    }

    /**
     * The same without forgetting it. A call that succeeds leaves it alone.
     */
    public static String rt_cuda_peek_last_error() {
        return Convert.text(Raw.rt_cuda_peek_last_error());
    }

    /**
     * Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
     *
     * On failure: 0.
     */
    public static long rt_cuda_init(long device) {
        return Raw.rt_cuda_init(device);
    }

    /**
     * Frees a context; its models and their inferences are stale. Calls that use them end first.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_destroy(long context) {
        return Raw.rt_cuda_destroy(context);
    }

    /**
     * Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
     * gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
     * loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
     *
     * On failure: 0.
     */
    public static long rt_cuda_load_model(long context, String path) {
        return Raw.rt_cuda_load_model(context, Convert.utf8(path));
    }

    /**
     * Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
     * gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
     * loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
     *
     * On failure: 0.
     */
    public static long rt_cuda_load_model(long context, byte[] path) {
        return Raw.rt_cuda_load_model(context, path);
    }

    /**
     * Unloads a model; its inferences are stale. Calls that use it end first.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_unload_model(long model) {
        return Raw.rt_cuda_unload_model(model);
    }

    /**
     * The bytes of a model's weights on its device.
     *
     * On failure: -1.
     */
    public static long rt_cuda_model_get_vram_usage(long model) {
        return Raw.rt_cuda_model_get_vram_usage(model);
    }

    /**
     * Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
     * (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
     *
     * On failure: 0.
     */
    public static long rt_cuda_inference_start(long model, String prompt, long max_tokens, double temperature, long seed) {
        return Raw.rt_cuda_inference_start(model, Convert.utf8(prompt), max_tokens, temperature, seed);
    }

    /**
     * Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
     * (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
     *
     * On failure: 0.
     */
    public static long rt_cuda_inference_start(long model, byte[] prompt, long max_tokens, double temperature, long seed) {
        return Raw.rt_cuda_inference_start(model, prompt, max_tokens, temperature, seed);
    }

    /**
     * The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
     * `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
     * that calls while one is inside gets an error.
     *
     * On failure: has_token false, token "", index 0.
     */
    public static InferenceToken rt_cuda_inference_next_token(long inference) {
        return InferenceToken.of(Raw.rt_cuda_inference_next_token(inference));
    }

    /**
     * Frees an inference and what it holds on the device, once no call uses it any more.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_inference_free(long inference) {
        return Raw.rt_cuda_inference_free(inference);
    }

    /**
     * True where every allocation of the model lies in its device's own memory.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_check_vram_residency(long model) {
        return Raw.rt_cuda_check_vram_residency(model);
    }

    /**
     * The bytes of a model's weights and of its inferences that are alive.
     *
     * On failure: -1.
     */
    public static long rt_cuda_get_vram_usage(long model) {
        return Raw.rt_cuda_get_vram_usage(model);
    }

    /**
     * The bytes that this process has allocated on the context's device.
     *
     * On failure: -1.
     */
    public static long rt_cuda_get_process_vram_usage(long context) {
        return Raw.rt_cuda_get_process_vram_usage(context);
    }

    /**
     * True where the context's device answers; last error says what is wrong with it.
     *
     * On failure: false.
     */
    public static boolean rt_cuda_check_device_health(long context) {
        return Raw.rt_cuda_check_device_health(context);
    }

    /**
     * What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
     * failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
     * device not found; any other number is an unknown error.
     */
    public static String rt_cuda_error_message(long code) {
        return Convert.text(Raw.rt_cuda_error_message(code));
    }

    /**
     * The code of this thread's last failed cuda call, 0 where none failed since the last
     * `rt_cuda_clear_error` or `rt_cuda_get_last_error`.
     */
    public static long rt_cuda_get_last_error_code() {
        return Raw.rt_cuda_get_last_error_code();
    }

    /**
     * Forgets why this thread's last failed cuda call failed.
     */
    public static void rt_cuda_clear_error() {
        Raw.rt_cuda_clear_error();
    }

    /**
     * True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
     * `rt_cuda_is_available`.
     */
    public static boolean rt_cuda_available() {
        return Raw.rt_cuda_available();
    }

    /**
     * The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
     */
    public static String rt_cuda_version() {
        return Convert.text(Raw.rt_cuda_version());
    }

    /**
     * The bytes of a device's memory that are free now; the host's for the CPU reference.
     *
     * On failure: -1.
     */
    public static long rt_cuda_device_free_memory(long id) {
        return Raw.rt_cuda_device_free_memory(id);
    }

    /**
     * The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
     */
    public static String rt_cuda_error_name(long code) {
        return Convert.text(Raw.rt_cuda_error_name(code));
    }

    /**
     * True where trying again later may help: for out of memory (2) alone.
     */
    public static boolean rt_cuda_error_is_retriable(long code) {
        return Raw.rt_cuda_error_is_retriable(code);
    }

    /**
     * The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
     *
     * - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
     * - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
     *   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
     * - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
     *   `top_p` of what that leaves, then `min_p`, and the temperature last
     * - `stop`: texts that end it and are left out
     * - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
     *   token is added (true)
     *
     * On failure: 0.
     */
    public static long rt_cuda_inference_start_with_options(long model, String prompt, String options_json) {
        return Raw.rt_cuda_inference_start_with_options(model, Convert.utf8(prompt), Convert.utf8(options_json));
    }

    /**
     * The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
     *
     * - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
     * - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
     *   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
     * - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
     *   `top_p` of what that leaves, then `min_p`, and the temperature last
     * - `stop`: texts that end it and are left out
     * - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
     *   token is added (true)
     *
     * On failure: 0.
     */
    public static long rt_cuda_inference_start_with_options(long model, byte[] prompt, byte[] options_json) {
        return Raw.rt_cuda_inference_start_with_options(model, prompt, options_json);
    }

    /**
     * How many tokens an inference took in and made, and in what time.
     *
     * On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
     */
    public static InferenceStatistics rt_cuda_inference_statistics(long inference) {
        return InferenceStatistics.of(Raw.rt_cuda_inference_statistics(inference));
    }

    /**
     * What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
     * `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
     *
     * On failure: "".
     */
    public static String rt_cuda_model_info(long model) {
        return Convert.text(Raw.rt_cuda_model_info(model));
    }

    /**
     * How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
     * none. It is given out and not run here: it is a program, and files are not trusted.
     *
     * On failure: "".
     */
    public static String rt_cuda_model_chat_template(long model) {
        return Convert.text(Raw.rt_cuda_model_chat_template(model));
    }

    /**
     * The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
     * wants at the beginning and the end is added, as for a prompt.
     *
     * On failure: [].
     */
    public static long[] rt_cuda_model_tokenize(long model, String text, boolean special) {
        return Raw.rt_cuda_model_tokenize(model, Convert.utf8(text), special);
    }

    /**
     * The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
     * wants at the beginning and the end is added, as for a prompt.
     *
     * On failure: [].
     */
    public static long[] rt_cuda_model_tokenize(long model, byte[] text, boolean special) {
        return Raw.rt_cuda_model_tokenize(model, text, special);
    }

    /**
     * The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
     *
     * On failure: "".
     */
    public static String rt_cuda_model_detokenize(long model, long[] tokens) {
        return Convert.text(Raw.rt_cuda_model_detokenize(model, tokens));
    }

    /**
     * One token as the vocabulary lists it, control tokens included.
     *
     * On failure: "".
     */
    public static String rt_cuda_model_token_text(long model, long token) {
        return Convert.text(Raw.rt_cuda_model_token_text(model, token));
    }

    /**
     * What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
     * probabilities of them.
     *
     * On failure: [].
     */
    public static double[] rt_cuda_model_logits(long model, String text) {
        return Raw.rt_cuda_model_logits(model, Convert.utf8(text));
    }

    /**
     * What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
     * probabilities of them.
     *
     * On failure: [].
     */
    public static double[] rt_cuda_model_logits(long model, byte[] text) {
        return Raw.rt_cuda_model_logits(model, text);
    }

    /**
     * How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
     * the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
     *
     * On failure: 0.0.
     */
    public static double rt_cuda_model_perplexity(long model, String text) {
        return Raw.rt_cuda_model_perplexity(model, Convert.utf8(text));
    }

    /**
     * How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
     * the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
     *
     * On failure: 0.0.
     */
    public static double rt_cuda_model_perplexity(long model, byte[] text) {
        return Raw.rt_cuda_model_perplexity(model, text);
    }

    /**
     * A cuda module: freed by `close()`, or when Java forgets it.
     */
    public static final class CudaModule extends NativeObject {
        private CudaModule(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_cuda_unload_module(own)));
        }

        static CudaModule wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaModule(handle, parent, owned);
        }

        /**
         * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
         *
         * On failure: 0.
         */
        public static CudaLibrary.CudaModule compilePtx(String ptx_source) {
            var result = Raw.rt_cuda_compile_ptx(Convert.utf8(ptx_source));
            if (result == 0) check();
            return CudaLibrary.CudaModule.wrap(result, null, true);
        }

        /**
         * A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
         *
         * On failure: 0.
         */
        public CudaLibrary.CudaFunction getFunction(String name) {
            var result = Raw.rt_cuda_get_function(handle(), Convert.utf8(name));
            NativeObject.keep(this);
            if (result == 0) check();
            return CudaLibrary.CudaFunction.wrap(result, this, false);
        }
    }

    /**
     * A cuda function: it belongs to its cuda module and is freed with it, or by `close()`.
     */
    public static final class CudaFunction extends NativeObject {
        private CudaFunction(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> {});
        }

        static CudaFunction wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaFunction(handle, parent, owned);
        }

        /**
         * Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
         * bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
         * queued before on its device, and does not wait for it.
         *
         * `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
         * the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
         * A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
         * kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
         * unusable for this process, as `rt_cuda_check_device_health` then says.
         *
         * On failure: false.
         */
        public boolean launchKernel(long gx, long gy, long gz, long blk_x, long blk_y, long blk_z, long shared_mem, long[] args) {
            var result = Raw.rt_cuda_launch_kernel(handle(), gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A cuda stream: freed by `close()`, or when Java forgets it.
     */
    public static final class CudaStream extends NativeObject {
        private CudaStream(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_cuda_stream_destroy(own)));
        }

        static CudaStream wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaStream(handle, parent, owned);
        }

        /**
         * A new queue of work on the calling thread's device.
         *
         * On failure: 0.
         */
        public static CudaLibrary.CudaStream create() {
            var result = Raw.rt_cuda_stream_create();
            if (result == 0) check();
            return CudaLibrary.CudaStream.wrap(result, null, true);
        }

        /**
         * Waits for a stream's work. Fails where something of it failed.
         *
         * On failure: false.
         */
        public boolean synchronize() {
            var result = Raw.rt_cuda_stream_synchronize(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A cuda context: freed by `close()`, or when Java forgets it.
     */
    public static final class CudaContext extends NativeObject {
        private CudaContext(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_cuda_destroy(own)));
        }

        static CudaContext wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaContext(handle, parent, owned);
        }

        /**
         * Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
         *
         * On failure: 0.
         */
        public static CudaLibrary.CudaContext init(long device) {
            var result = Raw.rt_cuda_init(device);
            if (result == 0) check();
            return CudaLibrary.CudaContext.wrap(result, null, true);
        }

        /**
         * Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
         * gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
         * loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
         *
         * On failure: 0.
         */
        public CudaLibrary.CudaModel loadModel(String path) {
            var result = Raw.rt_cuda_load_model(handle(), Convert.utf8(path));
            NativeObject.keep(this);
            if (result == 0) check();
            return CudaLibrary.CudaModel.wrap(result, this, true);
        }

        /**
         * The bytes that this process has allocated on the context's device.
         *
         * On failure: -1.
         */
        public long getProcessVramUsage() {
            var result = Raw.rt_cuda_get_process_vram_usage(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * True where the context's device answers; last error says what is wrong with it.
         *
         * On failure: false.
         */
        public boolean checkDeviceHealth() {
            var result = Raw.rt_cuda_check_device_health(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A cuda model: it belongs to its cuda context and is freed with it, or by `close()`.
     */
    public static final class CudaModel extends NativeObject {
        private CudaModel(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_cuda_unload_model(own)));
        }

        static CudaModel wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaModel(handle, parent, owned);
        }

        /**
         * The bytes of a model's weights on its device.
         *
         * On failure: -1.
         */
        public long getVramUsage() {
            var result = Raw.rt_cuda_model_get_vram_usage(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
         * (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
         *
         * On failure: 0.
         */
        public CudaLibrary.CudaInference inferenceStart(String prompt, long max_tokens, double temperature, long seed) {
            var result = Raw.rt_cuda_inference_start(handle(), Convert.utf8(prompt), max_tokens, temperature, seed);
            NativeObject.keep(this);
            if (result == 0) check();
            return CudaLibrary.CudaInference.wrap(result, this, true);
        }

        /**
         * True where every allocation of the model lies in its device's own memory.
         *
         * On failure: false.
         */
        public boolean checkVramResidency() {
            var result = Raw.rt_cuda_check_vram_residency(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The bytes of a model's weights and of its inferences that are alive.
         *
         * On failure: -1.
         */
        public long cudaGetVramUsage() {
            var result = Raw.rt_cuda_get_vram_usage(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
         *
         * - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
         * - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
         *   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
         * - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
         *   `top_p` of what that leaves, then `min_p`, and the temperature last
         * - `stop`: texts that end it and are left out
         * - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
         *   token is added (true)
         *
         * On failure: 0.
         */
        public CudaLibrary.CudaInference inferenceStartWithOptions(String prompt, String options_json) {
            var result = Raw.rt_cuda_inference_start_with_options(handle(), Convert.utf8(prompt), Convert.utf8(options_json));
            NativeObject.keep(this);
            if (result == 0) check();
            return CudaLibrary.CudaInference.wrap(result, this, true);
        }

        /**
         * What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
         * `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
         *
         * On failure: "".
         */
        public String info() {
            var result = Convert.text(Raw.rt_cuda_model_info(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
         * none. It is given out and not run here: it is a program, and files are not trusted.
         *
         * On failure: "".
         */
        public String chatTemplate() {
            var result = Convert.text(Raw.rt_cuda_model_chat_template(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
         * wants at the beginning and the end is added, as for a prompt.
         *
         * On failure: [].
         */
        public long[] tokenize(String text, boolean special) {
            var result = Raw.rt_cuda_model_tokenize(handle(), Convert.utf8(text), special);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
         *
         * On failure: "".
         */
        public String detokenize(long[] tokens) {
            var result = Convert.text(Raw.rt_cuda_model_detokenize(handle(), tokens));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * One token as the vocabulary lists it, control tokens included.
         *
         * On failure: "".
         */
        public String tokenText(long token) {
            var result = Convert.text(Raw.rt_cuda_model_token_text(handle(), token));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
         * probabilities of them.
         *
         * On failure: [].
         */
        public double[] logits(String text) {
            var result = Raw.rt_cuda_model_logits(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
         * the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
         *
         * On failure: 0.0.
         */
        public double perplexity(String text) {
            var result = Raw.rt_cuda_model_perplexity(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }
    }

    /**
     * A cuda inference: it belongs to its cuda model and is freed with it, or by `close()`.
     */
    public static final class CudaInference extends NativeObject {
        private CudaInference(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_cuda_inference_free(own)));
        }

        static CudaInference wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new CudaInference(handle, parent, owned);
        }

        /**
         * The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
         * `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
         * that calls while one is inside gets an error.
         *
         * On failure: has_token false, token "", index 0.
         */
        public InferenceToken nextToken() {
            var result = InferenceToken.of(Raw.rt_cuda_inference_next_token(handle()));
            NativeObject.keep(this);
            if (result.has_token() == false && result.token().isEmpty() && result.index() == 0) check();
            return result;
        }

        /**
         * How many tokens an inference took in and made, and in what time.
         *
         * On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
         */
        public InferenceStatistics statistics() {
            var result = InferenceStatistics.of(Raw.rt_cuda_inference_statistics(handle()));
            NativeObject.keep(this);
            if (result.prompt_tokens() == 0 && result.generated_tokens() == 0 && result.prompt_seconds() == 0.0 && result.generation_seconds() == 0.0) check();
            return result;
        }
    }
}
