# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  module Cuda
    extend Library
    self.library = "cuda"

    # What a GPU's generation can do, as NVIDIA numbers it.
    ComputeCapability = Runtime.structure(16, "@0q@8q", [:i64, :i64], :major, :minor)

    # A piece of a continued text.
    InferenceToken = Runtime.structure(24, "@0C@8J@16q", [:bool, :text, :i64], :has_token, :token, :index)

    # How far an inference is.
    InferenceStatistics = Runtime.structure(32, "@0q@8q@16d@24d", [:i64, :i64, :f64, :f64], :prompt_tokens, :generated_tokens, :prompt_seconds, :generation_seconds)

    RT_CUDA_IS_AVAILABLE = declare("rt_cuda_is_available", [], BOOL)
    # True where at least one GPU can be used: the build has GPU code, and a driver offers a device.
    def self.rt_cuda_is_available() = RT_CUDA_IS_AVAILABLE.call() != 0

    RT_CUDA_DEVICE_COUNT = declare("rt_cuda_device_count", [], I64)
    # How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
    def self.rt_cuda_device_count() = RT_CUDA_DEVICE_COUNT.call()

    RT_CUDA_SET_DEVICE = declare("rt_cuda_set_device", [I64], BOOL)
    # Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
    # reference. Until it is called, a thread's device is GPU 0.
    #
    # On failure: false.
    def self.rt_cuda_set_device(id) = RT_CUDA_SET_DEVICE.call(Runtime.integer(id)) != 0

    RT_CUDA_GET_DEVICE = declare("rt_cuda_get_device", [], I64)
    # The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
    # GPU, as last error then says.
    #
    # On failure: -1.
    def self.rt_cuda_get_device() = RT_CUDA_GET_DEVICE.call()

    RT_CUDA_DEVICE_NAME = declare("rt_cuda_device_name", [I64], PTR)
    # What a device is called: `NVIDIA H100`, or `CPU reference` for -1.
    #
    # On failure: "".
    def self.rt_cuda_device_name(id) = Runtime.take_text(RT_CUDA_DEVICE_NAME.call(Runtime.integer(id)))

    RT_CUDA_DEVICE_MEMORY = declare("rt_cuda_device_memory", [I64], I64)
    # A device's memory in bytes; the host's for the CPU reference.
    #
    # On failure: -1.
    def self.rt_cuda_device_memory(id) = RT_CUDA_DEVICE_MEMORY.call(Runtime.integer(id))

    RT_CUDA_COMPUTE_CAPABILITY = declare("rt_cuda_compute_capability", [I64], ComputeCapability)
    # A GPU's compute capability; the CPU reference has none.
    #
    # On failure: major 0, minor 0.
    def self.rt_cuda_compute_capability(id) = RT_CUDA_COMPUTE_CAPABILITY.call(Runtime.integer(id))

    RT_CUDA_MALLOC = declare("rt_cuda_malloc", [I64], I64)
    # Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
    # caller to give to `rt_cuda_free`. The bytes are not set.
    #
    # On failure: 0.
    def self.rt_cuda_malloc(size) = RT_CUDA_MALLOC.call(Runtime.integer(size))

    RT_CUDA_FREE = declare("rt_cuda_free", [I64], BOOL)
    # Frees an allocation, whichever device it is on, once no call uses it any more.
    #
    # On failure: false.
    def self.rt_cuda_free(ptr) = RT_CUDA_FREE.call(Runtime.integer(ptr)) != 0

    RT_CUDA_MEMCPY_H2D = declare("rt_cuda_memcpy_h2d", [I64, PTR, I64, I64], BOOL)
    # Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
    # nothing is copied where the bytes do not fit into it.
    #
    # On failure: false.
    def self.rt_cuda_memcpy_h2d(dst_device, src_host, size) = RT_CUDA_MEMCPY_H2D.call(Runtime.integer(dst_device), *Runtime.bytes(src_host), Runtime.integer(size)) != 0

    RT_CUDA_MEMCPY_D2H = declare("rt_cuda_memcpy_d2h", [PTR, I64, I64, I64], BOOL)
    # Copies `size` bytes from the device into the caller's buffer, after all work queued before.
    #
    # On failure: false.
    def self.rt_cuda_memcpy_d2h(dst_host, src_device, size) = Runtime.filling(dst_host) { |dst_host_filled| RT_CUDA_MEMCPY_D2H.call(*dst_host_filled, Runtime.integer(src_device), Runtime.integer(size)) != 0 }

    RT_CUDA_MEMCPY_D2D = declare("rt_cuda_memcpy_d2d", [I64, I64, I64], BOOL)
    # Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
    # overlap on the CPU reference only.
    #
    # On failure: false.
    def self.rt_cuda_memcpy_d2d(dst, src, size) = RT_CUDA_MEMCPY_D2D.call(Runtime.integer(dst), Runtime.integer(src), Runtime.integer(size)) != 0

    RT_CUDA_MEMSET = declare("rt_cuda_memset", [I64, I64, I64], BOOL)
    # Sets `size` bytes from `ptr` on to `value`, 0 to 255.
    #
    # On failure: false.
    def self.rt_cuda_memset(ptr, value, size) = RT_CUDA_MEMSET.call(Runtime.integer(ptr), Runtime.integer(value), Runtime.integer(size)) != 0

    RT_CUDA_COMPILE_PTX = declare("rt_cuda_compile_ptx", [PTR], I64)
    # Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
    #
    # On failure: 0.
    def self.rt_cuda_compile_ptx(ptx_source) = RT_CUDA_COMPILE_PTX.call(Runtime.text(ptx_source))

    RT_CUDA_GET_FUNCTION = declare("rt_cuda_get_function", [I64, PTR], I64)
    # A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
    #
    # On failure: 0.
    def self.rt_cuda_get_function(module_, name) = RT_CUDA_GET_FUNCTION.call(Runtime.integer(module_), Runtime.text(name))

    RT_CUDA_LAUNCH_KERNEL = declare("rt_cuda_launch_kernel", [I64, I64, I64, I64, I64, I64, I64, I64, PTR, I64], BOOL)
    # Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
    # bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
    # queued before on its device, and does not wait for it.
    #
    # `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
    # the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
    # A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
    # kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
    # unusable for this process, as `rt_cuda_check_device_health` then says.
    #
    # On failure: false.
    def self.rt_cuda_launch_kernel(func, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args) = RT_CUDA_LAUNCH_KERNEL.call(Runtime.integer(func), Runtime.integer(gx), Runtime.integer(gy), Runtime.integer(gz), Runtime.integer(blk_x), Runtime.integer(blk_y), Runtime.integer(blk_z), Runtime.integer(shared_mem), *Runtime.integers(args)) != 0

    RT_CUDA_UNLOAD_MODULE = declare("rt_cuda_unload_module", [I64], BOOL)
    # Unloads a module; its functions are stale.
    #
    # On failure: false.
    def self.rt_cuda_unload_module(module_) = RT_CUDA_UNLOAD_MODULE.call(Runtime.integer(module_)) != 0

    RT_CUDA_SYNCHRONIZE = declare("rt_cuda_synchronize", [], BOOL)
    # Waits for all work on the calling thread's device. Fails where something of it failed.
    #
    # On failure: false.
    def self.rt_cuda_synchronize() = RT_CUDA_SYNCHRONIZE.call() != 0

    RT_CUDA_STREAM_CREATE = declare("rt_cuda_stream_create", [], I64)
    # A new queue of work on the calling thread's device.
    #
    # On failure: 0.
    def self.rt_cuda_stream_create() = RT_CUDA_STREAM_CREATE.call()

    RT_CUDA_STREAM_DESTROY = declare("rt_cuda_stream_destroy", [I64], BOOL)
    # Frees a stream; its work is finished first.
    #
    # On failure: false.
    def self.rt_cuda_stream_destroy(stream) = RT_CUDA_STREAM_DESTROY.call(Runtime.integer(stream)) != 0

    RT_CUDA_STREAM_SYNCHRONIZE = declare("rt_cuda_stream_synchronize", [I64], BOOL)
    # Waits for a stream's work. Fails where something of it failed.
    #
    # On failure: false.
    def self.rt_cuda_stream_synchronize(stream) = RT_CUDA_STREAM_SYNCHRONIZE.call(Runtime.integer(stream)) != 0

    RT_CUDA_GET_LAST_ERROR = declare("rt_cuda_get_last_error", [], PTR)
    # Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
    # it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
    def self.rt_cuda_get_last_error() = Runtime.take_text(RT_CUDA_GET_LAST_ERROR.call())

    RT_CUDA_PEEK_LAST_ERROR = declare("rt_cuda_peek_last_error", [], PTR)
    # The same without forgetting it. A call that succeeds leaves it alone.
    def self.rt_cuda_peek_last_error() = Runtime.take_text(RT_CUDA_PEEK_LAST_ERROR.call())

    RT_CUDA_INIT = declare("rt_cuda_init", [I64], I64)
    # Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
    #
    # On failure: 0.
    def self.rt_cuda_init(device) = RT_CUDA_INIT.call(Runtime.integer(device))

    RT_CUDA_DESTROY = declare("rt_cuda_destroy", [I64], BOOL)
    # Frees a context; its models and their inferences are stale. Calls that use them end first.
    #
    # On failure: false.
    def self.rt_cuda_destroy(context) = RT_CUDA_DESTROY.call(Runtime.integer(context)) != 0

    RT_CUDA_LOAD_MODEL = declare("rt_cuda_load_model", [I64, PTR], I64)
    # Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
    # gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
    # loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
    #
    # On failure: 0.
    def self.rt_cuda_load_model(context, path) = RT_CUDA_LOAD_MODEL.call(Runtime.integer(context), Runtime.text(path))

    RT_CUDA_UNLOAD_MODEL = declare("rt_cuda_unload_model", [I64], BOOL)
    # Unloads a model; its inferences are stale. Calls that use it end first.
    #
    # On failure: false.
    def self.rt_cuda_unload_model(model) = RT_CUDA_UNLOAD_MODEL.call(Runtime.integer(model)) != 0

    RT_CUDA_MODEL_GET_VRAM_USAGE = declare("rt_cuda_model_get_vram_usage", [I64], I64)
    # The bytes of a model's weights on its device.
    #
    # On failure: -1.
    def self.rt_cuda_model_get_vram_usage(model) = RT_CUDA_MODEL_GET_VRAM_USAGE.call(Runtime.integer(model))

    RT_CUDA_INFERENCE_START = declare("rt_cuda_inference_start", [I64, PTR, I64, F64, I64], I64)
    # Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
    # (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
    #
    # On failure: 0.
    def self.rt_cuda_inference_start(model, prompt, max_tokens, temperature, seed) = RT_CUDA_INFERENCE_START.call(Runtime.integer(model), Runtime.text(prompt), Runtime.integer(max_tokens), temperature, Runtime.integer(seed))

    RT_CUDA_INFERENCE_NEXT_TOKEN = declare("rt_cuda_inference_next_token", [I64], InferenceToken)
    # The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
    # `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
    # that calls while one is inside gets an error.
    #
    # On failure: has_token false, token "", index 0.
    def self.rt_cuda_inference_next_token(inference) = RT_CUDA_INFERENCE_NEXT_TOKEN.call(Runtime.integer(inference))

    RT_CUDA_INFERENCE_FREE = declare("rt_cuda_inference_free", [I64], BOOL)
    # Frees an inference and what it holds on the device, once no call uses it any more.
    #
    # On failure: false.
    def self.rt_cuda_inference_free(inference) = RT_CUDA_INFERENCE_FREE.call(Runtime.integer(inference)) != 0

    RT_CUDA_CHECK_VRAM_RESIDENCY = declare("rt_cuda_check_vram_residency", [I64], BOOL)
    # True where every allocation of the model lies in its device's own memory.
    #
    # On failure: false.
    def self.rt_cuda_check_vram_residency(model) = RT_CUDA_CHECK_VRAM_RESIDENCY.call(Runtime.integer(model)) != 0

    RT_CUDA_GET_VRAM_USAGE = declare("rt_cuda_get_vram_usage", [I64], I64)
    # The bytes of a model's weights and of its inferences that are alive.
    #
    # On failure: -1.
    def self.rt_cuda_get_vram_usage(model) = RT_CUDA_GET_VRAM_USAGE.call(Runtime.integer(model))

    RT_CUDA_GET_PROCESS_VRAM_USAGE = declare("rt_cuda_get_process_vram_usage", [I64], I64)
    # The bytes that this process has allocated on the context's device.
    #
    # On failure: -1.
    def self.rt_cuda_get_process_vram_usage(context) = RT_CUDA_GET_PROCESS_VRAM_USAGE.call(Runtime.integer(context))

    RT_CUDA_CHECK_DEVICE_HEALTH = declare("rt_cuda_check_device_health", [I64], BOOL)
    # True where the context's device answers; last error says what is wrong with it.
    #
    # On failure: false.
    def self.rt_cuda_check_device_health(context) = RT_CUDA_CHECK_DEVICE_HEALTH.call(Runtime.integer(context)) != 0

    RT_CUDA_ERROR_MESSAGE = declare("rt_cuda_error_message", [I64], PTR)
    # What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
    # failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
    # device not found; any other number is an unknown error.
    def self.rt_cuda_error_message(code) = Runtime.take_text(RT_CUDA_ERROR_MESSAGE.call(Runtime.integer(code)))

    RT_CUDA_GET_LAST_ERROR_CODE = declare("rt_cuda_get_last_error_code", [], I64)
    # The code of this thread's last failed cuda call, 0 where none failed since the last
    # `rt_cuda_clear_error` or `rt_cuda_get_last_error`.
    def self.rt_cuda_get_last_error_code() = RT_CUDA_GET_LAST_ERROR_CODE.call()

    RT_CUDA_CLEAR_ERROR = declare("rt_cuda_clear_error", [], VOID)
    # Forgets why this thread's last failed cuda call failed.
    def self.rt_cuda_clear_error() = RT_CUDA_CLEAR_ERROR.call()

    RT_CUDA_AVAILABLE = declare("rt_cuda_available", [], BOOL)
    # True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
    # `rt_cuda_is_available`.
    def self.rt_cuda_available() = RT_CUDA_AVAILABLE.call() != 0

    RT_CUDA_VERSION = declare("rt_cuda_version", [], PTR)
    # The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
    def self.rt_cuda_version() = Runtime.take_text(RT_CUDA_VERSION.call())

    RT_CUDA_DEVICE_FREE_MEMORY = declare("rt_cuda_device_free_memory", [I64], I64)
    # The bytes of a device's memory that are free now; the host's for the CPU reference.
    #
    # On failure: -1.
    def self.rt_cuda_device_free_memory(id) = RT_CUDA_DEVICE_FREE_MEMORY.call(Runtime.integer(id))

    RT_CUDA_ERROR_NAME = declare("rt_cuda_error_name", [I64], PTR)
    # The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
    def self.rt_cuda_error_name(code) = Runtime.take_text(RT_CUDA_ERROR_NAME.call(Runtime.integer(code)))

    RT_CUDA_ERROR_IS_RETRIABLE = declare("rt_cuda_error_is_retriable", [I64], BOOL)
    # True where trying again later may help: for out of memory (2) alone.
    def self.rt_cuda_error_is_retriable(code) = RT_CUDA_ERROR_IS_RETRIABLE.call(Runtime.integer(code)) != 0

    RT_CUDA_INFERENCE_START_WITH_OPTIONS = declare("rt_cuda_inference_start_with_options", [I64, PTR, PTR], I64)
    # The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
    #
    # - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
    # - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
    #   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
    # - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
    #   `top_p` of what that leaves, then `min_p`, and the temperature last
    # - `stop`: texts that end it and are left out
    # - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
    #   token is added (true)
    #
    # On failure: 0.
    def self.rt_cuda_inference_start_with_options(model, prompt, options_json) = RT_CUDA_INFERENCE_START_WITH_OPTIONS.call(Runtime.integer(model), Runtime.text(prompt), Runtime.text(options_json))

    RT_CUDA_INFERENCE_STATISTICS = declare("rt_cuda_inference_statistics", [I64], InferenceStatistics)
    # How many tokens an inference took in and made, and in what time.
    #
    # On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
    def self.rt_cuda_inference_statistics(inference) = RT_CUDA_INFERENCE_STATISTICS.call(Runtime.integer(inference))

    RT_CUDA_MODEL_INFO = declare("rt_cuda_model_info", [I64], PTR)
    # What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
    # `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
    #
    # On failure: "".
    def self.rt_cuda_model_info(model) = Runtime.take_text(RT_CUDA_MODEL_INFO.call(Runtime.integer(model)))

    RT_CUDA_MODEL_CHAT_TEMPLATE = declare("rt_cuda_model_chat_template", [I64], PTR)
    # How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
    # none. It is given out and not run here: it is a program, and files are not trusted.
    #
    # On failure: "".
    def self.rt_cuda_model_chat_template(model) = Runtime.take_text(RT_CUDA_MODEL_CHAT_TEMPLATE.call(Runtime.integer(model)))

    RT_CUDA_MODEL_TOKENIZE = declare("rt_cuda_model_tokenize", [I64, PTR, BOOL], :integers)
    # The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
    # wants at the beginning and the end is added, as for a prompt.
    #
    # On failure: [].
    def self.rt_cuda_model_tokenize(model, text, special) = RT_CUDA_MODEL_TOKENIZE.call(Runtime.integer(model), Runtime.text(text), special ? 1 : 0)

    RT_CUDA_MODEL_DETOKENIZE = declare("rt_cuda_model_detokenize", [I64, PTR, I64], PTR)
    # The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
    #
    # On failure: "".
    def self.rt_cuda_model_detokenize(model, tokens) = Runtime.take_text(RT_CUDA_MODEL_DETOKENIZE.call(Runtime.integer(model), *Runtime.integers(tokens)))

    RT_CUDA_MODEL_TOKEN_TEXT = declare("rt_cuda_model_token_text", [I64, I64], PTR)
    # One token as the vocabulary lists it, control tokens included.
    #
    # On failure: "".
    def self.rt_cuda_model_token_text(model, token) = Runtime.take_text(RT_CUDA_MODEL_TOKEN_TEXT.call(Runtime.integer(model), Runtime.integer(token)))

    RT_CUDA_MODEL_LOGITS = declare("rt_cuda_model_logits", [I64, PTR], :floats)
    # What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
    # probabilities of them.
    #
    # On failure: [].
    def self.rt_cuda_model_logits(model, text) = RT_CUDA_MODEL_LOGITS.call(Runtime.integer(model), Runtime.text(text))

    RT_CUDA_MODEL_PERPLEXITY = declare("rt_cuda_model_perplexity", [I64, PTR], F64)
    # How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
    # the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
    #
    # On failure: 0.0.
    def self.rt_cuda_model_perplexity(model, text) = RT_CUDA_MODEL_PERPLEXITY.call(Runtime.integer(model), Runtime.text(text))

    # A cuda module. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class CudaModule < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Cuda.quietly(RT_CUDA_UNLOAD_MODULE, handle)
      end

      # Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
      #
      # On failure: 0.
      def self.compile_ptx(ptx_source, &block)
        result = RT_CUDA_COMPILE_PTX.call(Runtime.text(ptx_source))
        SimpleNative::Cuda.check if result == 0
        CudaModule.wrap(result, nil, true, &block)
      end

      # A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
      #
      # On failure: 0.
      def get_function(name)
        result = RT_CUDA_GET_FUNCTION.call(@handle, Runtime.text(name))
        SimpleNative::Cuda.check if result == 0
        CudaFunction.wrap(result, self, false)
      end
    end

    # A cuda function. It belongs to its cuda module and is freed with it, or by `close`.
    class CudaFunction < Owner
      self.collected = false

      # Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
      # bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
      # queued before on its device, and does not wait for it.
      #
      # `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
      # the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
      # A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
      # kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
      # unusable for this process, as `rt_cuda_check_device_health` then says.
      #
      # On failure: false.
      def launch_kernel(gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args)
        result = RT_CUDA_LAUNCH_KERNEL.call(@handle, Runtime.integer(gx), Runtime.integer(gy), Runtime.integer(gz), Runtime.integer(blk_x), Runtime.integer(blk_y), Runtime.integer(blk_z), Runtime.integer(shared_mem), *Runtime.integers(args)) != 0
        SimpleNative::Cuda.check if !result
        result
      end
    end

    # A cuda stream. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class CudaStream < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Cuda.quietly(RT_CUDA_STREAM_DESTROY, handle)
      end

      # A new queue of work on the calling thread's device.
      #
      # On failure: 0.
      def self.create(&block)
        result = RT_CUDA_STREAM_CREATE.call()
        SimpleNative::Cuda.check if result == 0
        CudaStream.wrap(result, nil, true, &block)
      end

      # Waits for a stream's work. Fails where something of it failed.
      #
      # On failure: false.
      def synchronize()
        result = RT_CUDA_STREAM_SYNCHRONIZE.call(@handle) != 0
        SimpleNative::Cuda.check if !result
        result
      end
    end

    # A cuda context. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class CudaContext < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Cuda.quietly(RT_CUDA_DESTROY, handle)
      end

      # Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
      #
      # On failure: 0.
      def self.init(device, &block)
        result = RT_CUDA_INIT.call(Runtime.integer(device))
        SimpleNative::Cuda.check if result == 0
        CudaContext.wrap(result, nil, true, &block)
      end

      # Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
      # gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
      # loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
      #
      # On failure: 0.
      def load_model(path)
        result = RT_CUDA_LOAD_MODEL.call(@handle, Runtime.text(path))
        SimpleNative::Cuda.check if result == 0
        CudaModel.wrap(result, self, true)
      end

      # The bytes that this process has allocated on the context's device.
      #
      # On failure: -1.
      def get_process_vram_usage()
        result = RT_CUDA_GET_PROCESS_VRAM_USAGE.call(@handle)
        SimpleNative::Cuda.check if result == -1
        result
      end

      # True where the context's device answers; last error says what is wrong with it.
      #
      # On failure: false.
      def check_device_health()
        result = RT_CUDA_CHECK_DEVICE_HEALTH.call(@handle) != 0
        SimpleNative::Cuda.check if !result
        result
      end
    end

    # A cuda model. It belongs to its cuda context and is freed with it, or by `close`.
    class CudaModel < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Cuda.quietly(RT_CUDA_UNLOAD_MODEL, handle)
      end

      # The bytes of a model's weights on its device.
      #
      # On failure: -1.
      def get_vram_usage()
        result = RT_CUDA_MODEL_GET_VRAM_USAGE.call(@handle)
        SimpleNative::Cuda.check if result == -1
        result
      end

      # Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
      # (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
      #
      # On failure: 0.
      def inference_start(prompt, max_tokens, temperature, seed)
        result = RT_CUDA_INFERENCE_START.call(@handle, Runtime.text(prompt), Runtime.integer(max_tokens), temperature, Runtime.integer(seed))
        SimpleNative::Cuda.check if result == 0
        CudaInference.wrap(result, self, true)
      end

      # True where every allocation of the model lies in its device's own memory.
      #
      # On failure: false.
      def check_vram_residency()
        result = RT_CUDA_CHECK_VRAM_RESIDENCY.call(@handle) != 0
        SimpleNative::Cuda.check if !result
        result
      end

      # The bytes of a model's weights and of its inferences that are alive.
      #
      # On failure: -1.
      def cuda_get_vram_usage()
        result = RT_CUDA_GET_VRAM_USAGE.call(@handle)
        SimpleNative::Cuda.check if result == -1
        result
      end

      # The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
      #
      # - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
      # - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
      #   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
      # - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
      #   `top_p` of what that leaves, then `min_p`, and the temperature last
      # - `stop`: texts that end it and are left out
      # - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
      #   token is added (true)
      #
      # On failure: 0.
      def inference_start_with_options(prompt, options_json)
        result = RT_CUDA_INFERENCE_START_WITH_OPTIONS.call(@handle, Runtime.text(prompt), Runtime.text(options_json))
        SimpleNative::Cuda.check if result == 0
        CudaInference.wrap(result, self, true)
      end

      # What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
      # `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
      #
      # On failure: "".
      def info()
        result = Runtime.take_text(RT_CUDA_MODEL_INFO.call(@handle))
        SimpleNative::Cuda.check if result == ""
        result
      end

      # How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
      # none. It is given out and not run here: it is a program, and files are not trusted.
      #
      # On failure: "".
      def chat_template()
        result = Runtime.take_text(RT_CUDA_MODEL_CHAT_TEMPLATE.call(@handle))
        SimpleNative::Cuda.check if result == ""
        result
      end

      # The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
      # wants at the beginning and the end is added, as for a prompt.
      #
      # On failure: [].
      def tokenize(text, special)
        result = RT_CUDA_MODEL_TOKENIZE.call(@handle, Runtime.text(text), special ? 1 : 0)
        SimpleNative::Cuda.check if result.empty?
        result
      end

      # The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
      #
      # On failure: "".
      def detokenize(tokens)
        result = Runtime.take_text(RT_CUDA_MODEL_DETOKENIZE.call(@handle, *Runtime.integers(tokens)))
        SimpleNative::Cuda.check if result == ""
        result
      end

      # One token as the vocabulary lists it, control tokens included.
      #
      # On failure: "".
      def token_text(token)
        result = Runtime.take_text(RT_CUDA_MODEL_TOKEN_TEXT.call(@handle, Runtime.integer(token)))
        SimpleNative::Cuda.check if result == ""
        result
      end

      # What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
      # probabilities of them.
      #
      # On failure: [].
      def logits(text)
        result = RT_CUDA_MODEL_LOGITS.call(@handle, Runtime.text(text))
        SimpleNative::Cuda.check if result.empty?
        result
      end

      # How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
      # the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
      #
      # On failure: 0.0.
      def perplexity(text)
        result = RT_CUDA_MODEL_PERPLEXITY.call(@handle, Runtime.text(text))
        SimpleNative::Cuda.check if result == 0.0
        result
      end
    end

    # A cuda inference. It belongs to its cuda model and is freed with it, or by `close`.
    class CudaInference < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Cuda.quietly(RT_CUDA_INFERENCE_FREE, handle)
      end

      # The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
      # `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
      # that calls while one is inside gets an error.
      #
      # On failure: has_token false, token "", index 0.
      def next_token()
        result = RT_CUDA_INFERENCE_NEXT_TOKEN.call(@handle)
        SimpleNative::Cuda.check if result.has_token == false && result.token == "" && result.index == 0
        result
      end

      # How many tokens an inference took in and made, and in what time.
      #
      # On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
      def statistics()
        result = RT_CUDA_INFERENCE_STATISTICS.call(@handle)
        SimpleNative::Cuda.check if result.prompt_tokens == 0 && result.generated_tokens == 0 && result.prompt_seconds == 0.0 && result.generation_seconds == 0.0
        result
      end
    end
  end
end
