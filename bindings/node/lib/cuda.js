/**
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("cuda");

/** What a GPU's generation can do, as NVIDIA numbers it. */
rt.structure("RtComputeCapability", [["major", "i64"], ["minor", "i64"]]);

/** A piece of a continued text. */
rt.structure("RtInferenceToken", [["has_token", "bool"], ["token", "text"], ["index", "i64"]]);

/** How far an inference is. */
rt.structure("RtInferenceStatistics", [["prompt_tokens", "i64"], ["generated_tokens", "i64"], ["prompt_seconds", "f64"], ["generation_seconds", "f64"]]);

const _rt_cuda_is_available = rt.declare("rt_cuda_is_available", "bool", []);

/**
 * True where at least one GPU can be used: the build has GPU code, and a driver offers a device.
 */
exports.rt_cuda_is_available = () => _rt_cuda_is_available();

const _rt_cuda_device_count = rt.declare("rt_cuda_device_count", "int64", []);

/**
 * How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
 */
exports.rt_cuda_device_count = () => _rt_cuda_device_count();

const _rt_cuda_set_device = rt.declare("rt_cuda_set_device", "bool", ["int64"]);

/**
 * Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
 * reference. Until it is called, a thread's device is GPU 0.
 *
 * On failure: false.
 */
exports.rt_cuda_set_device = (id) => _rt_cuda_set_device(rt.integer(id));

const _rt_cuda_get_device = rt.declare("rt_cuda_get_device", "int64", []);

/**
 * The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
 * GPU, as last error then says.
 *
 * On failure: -1.
 */
exports.rt_cuda_get_device = () => _rt_cuda_get_device();

const _rt_cuda_device_name = rt.declare("rt_cuda_device_name", "void *", ["int64"]);

/**
 * What a device is called: `NVIDIA H100`, or `CPU reference` for -1.
 *
 * On failure: "".
 */
exports.rt_cuda_device_name = (id) => rt.takeText(_rt_cuda_device_name(rt.integer(id)));

const _rt_cuda_device_memory = rt.declare("rt_cuda_device_memory", "int64", ["int64"]);

/**
 * A device's memory in bytes; the host's for the CPU reference.
 *
 * On failure: -1.
 */
exports.rt_cuda_device_memory = (id) => _rt_cuda_device_memory(rt.integer(id));

const _rt_cuda_compute_capability = rt.declare("rt_cuda_compute_capability", "RtComputeCapability", ["int64"]);

/**
 * A GPU's compute capability; the CPU reference has none.
 *
 * On failure: major 0, minor 0.
 */
exports.rt_cuda_compute_capability = (id) => rt.takeStructure("RtComputeCapability", _rt_cuda_compute_capability(rt.integer(id)));

const _rt_cuda_malloc = rt.declare("rt_cuda_malloc", "int64", ["int64"]);

/**
 * Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
 * caller to give to `rt_cuda_free`. The bytes are not set.
 *
 * On failure: 0.
 */
exports.rt_cuda_malloc = (size) => _rt_cuda_malloc(rt.integer(size));

const _rt_cuda_free = rt.declare("rt_cuda_free", "bool", ["int64"]);

/**
 * Frees an allocation, whichever device it is on, once no call uses it any more.
 *
 * On failure: false.
 */
exports.rt_cuda_free = (ptr) => _rt_cuda_free(rt.integer(ptr));

const _rt_cuda_memcpy_h2d = rt.declare("rt_cuda_memcpy_h2d", "bool", ["int64", "void *", "int64", "int64"]);

/**
 * Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
 * nothing is copied where the bytes do not fit into it.
 *
 * On failure: false.
 */
exports.rt_cuda_memcpy_h2d = (dst_device, src_host, size) => _rt_cuda_memcpy_h2d(rt.integer(dst_device), ...rt.bytes(src_host), rt.integer(size));

const _rt_cuda_memcpy_d2h = rt.declare("rt_cuda_memcpy_d2h", "bool", ["void *", "int64", "int64", "int64"]);

/**
 * Copies `size` bytes from the device into the caller's buffer, after all work queued before.
 *
 * On failure: false.
 */
exports.rt_cuda_memcpy_d2h = (dst_host, src_device, size) => _rt_cuda_memcpy_d2h(...rt.bytes(dst_host), rt.integer(src_device), rt.integer(size));

const _rt_cuda_memcpy_d2d = rt.declare("rt_cuda_memcpy_d2d", "bool", ["int64", "int64", "int64"]);

/**
 * Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
 * overlap on the CPU reference only.
 *
 * On failure: false.
 */
exports.rt_cuda_memcpy_d2d = (dst, src, size) => _rt_cuda_memcpy_d2d(rt.integer(dst), rt.integer(src), rt.integer(size));

const _rt_cuda_memset = rt.declare("rt_cuda_memset", "bool", ["int64", "int64", "int64"]);

/**
 * Sets `size` bytes from `ptr` on to `value`, 0 to 255.
 *
 * On failure: false.
 */
exports.rt_cuda_memset = (ptr, value, size) => _rt_cuda_memset(rt.integer(ptr), rt.integer(value), rt.integer(size));

const _rt_cuda_compile_ptx = rt.declare("rt_cuda_compile_ptx", "int64", ["void *"]);

/**
 * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
 *
 * On failure: 0.
 */
exports.rt_cuda_compile_ptx = (ptx_source) => _rt_cuda_compile_ptx(rt.text(ptx_source));

const _rt_cuda_get_function = rt.declare("rt_cuda_get_function", "int64", ["int64", "void *"]);

/**
 * A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
 *
 * On failure: 0.
 */
exports.rt_cuda_get_function = (module, name) => _rt_cuda_get_function(rt.integer(module), rt.text(name));

const _rt_cuda_launch_kernel = rt.declare("rt_cuda_launch_kernel", "bool", ["int64", "int64", "int64", "int64", "int64", "int64", "int64", "int64", "void *", "int64"]);

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
exports.rt_cuda_launch_kernel = (func, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args) => _rt_cuda_launch_kernel(rt.integer(func), rt.integer(gx), rt.integer(gy), rt.integer(gz), rt.integer(blk_x), rt.integer(blk_y), rt.integer(blk_z), rt.integer(shared_mem), ...rt.integers(args));

const _rt_cuda_unload_module = rt.declare("rt_cuda_unload_module", "bool", ["int64"]);

/**
 * Unloads a module; its functions are stale.
 *
 * On failure: false.
 */
exports.rt_cuda_unload_module = (module) => _rt_cuda_unload_module(rt.integer(module));

const _rt_cuda_synchronize = rt.declare("rt_cuda_synchronize", "bool", []);

/**
 * Waits for all work on the calling thread's device. Fails where something of it failed.
 *
 * On failure: false.
 */
exports.rt_cuda_synchronize = () => _rt_cuda_synchronize();

const _rt_cuda_stream_create = rt.declare("rt_cuda_stream_create", "int64", []);

/**
 * A new queue of work on the calling thread's device.
 *
 * On failure: 0.
 */
exports.rt_cuda_stream_create = () => _rt_cuda_stream_create();

const _rt_cuda_stream_destroy = rt.declare("rt_cuda_stream_destroy", "bool", ["int64"]);

/**
 * Frees a stream; its work is finished first.
 *
 * On failure: false.
 */
exports.rt_cuda_stream_destroy = (stream) => _rt_cuda_stream_destroy(rt.integer(stream));

const _rt_cuda_stream_synchronize = rt.declare("rt_cuda_stream_synchronize", "bool", ["int64"]);

/**
 * Waits for a stream's work. Fails where something of it failed.
 *
 * On failure: false.
 */
exports.rt_cuda_stream_synchronize = (stream) => _rt_cuda_stream_synchronize(rt.integer(stream));

const _rt_cuda_get_last_error = rt.declare("rt_cuda_get_last_error", "void *", []);

/**
 * Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
 * it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
 */
exports.rt_cuda_get_last_error = () => rt.takeText(_rt_cuda_get_last_error());

const _rt_cuda_peek_last_error = rt.declare("rt_cuda_peek_last_error", "void *", []);

/**
 * The same without forgetting it. A call that succeeds leaves it alone.
 */
exports.rt_cuda_peek_last_error = () => rt.takeText(_rt_cuda_peek_last_error());

const _rt_cuda_init = rt.declare("rt_cuda_init", "int64", ["int64"]);

/**
 * Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
 *
 * On failure: 0.
 */
exports.rt_cuda_init = (device) => _rt_cuda_init(rt.integer(device));

const _rt_cuda_destroy = rt.declare("rt_cuda_destroy", "bool", ["int64"]);

/**
 * Frees a context; its models and their inferences are stale. Calls that use them end first.
 *
 * On failure: false.
 */
exports.rt_cuda_destroy = (context) => _rt_cuda_destroy(rt.integer(context));

const _rt_cuda_load_model = rt.declare("rt_cuda_load_model", "int64", ["int64", "void *"]);

/**
 * Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
 * gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
 * loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
 *
 * On failure: 0.
 */
exports.rt_cuda_load_model = (context, path) => _rt_cuda_load_model(rt.integer(context), rt.text(path));

const _rt_cuda_unload_model = rt.declare("rt_cuda_unload_model", "bool", ["int64"]);

/**
 * Unloads a model; its inferences are stale. Calls that use it end first.
 *
 * On failure: false.
 */
exports.rt_cuda_unload_model = (model) => _rt_cuda_unload_model(rt.integer(model));

const _rt_cuda_model_get_vram_usage = rt.declare("rt_cuda_model_get_vram_usage", "int64", ["int64"]);

/**
 * The bytes of a model's weights on its device.
 *
 * On failure: -1.
 */
exports.rt_cuda_model_get_vram_usage = (model) => _rt_cuda_model_get_vram_usage(rt.integer(model));

const _rt_cuda_inference_start = rt.declare("rt_cuda_inference_start", "int64", ["int64", "void *", "int64", "double", "int64"]);

/**
 * Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
 * (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
 *
 * On failure: 0.
 */
exports.rt_cuda_inference_start = (model, prompt, max_tokens, temperature, seed) => _rt_cuda_inference_start(rt.integer(model), rt.text(prompt), rt.integer(max_tokens), temperature, rt.integer(seed));

const _rt_cuda_inference_next_token = rt.declare("rt_cuda_inference_next_token", "RtInferenceToken", ["int64"]);

/**
 * The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
 * `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
 * that calls while one is inside gets an error.
 *
 * On failure: has_token false, token "", index 0.
 */
exports.rt_cuda_inference_next_token = (inference) => rt.takeStructure("RtInferenceToken", _rt_cuda_inference_next_token(rt.integer(inference)));

const _rt_cuda_inference_free = rt.declare("rt_cuda_inference_free", "bool", ["int64"]);

/**
 * Frees an inference and what it holds on the device, once no call uses it any more.
 *
 * On failure: false.
 */
exports.rt_cuda_inference_free = (inference) => _rt_cuda_inference_free(rt.integer(inference));

const _rt_cuda_check_vram_residency = rt.declare("rt_cuda_check_vram_residency", "bool", ["int64"]);

/**
 * True where every allocation of the model lies in its device's own memory.
 *
 * On failure: false.
 */
exports.rt_cuda_check_vram_residency = (model) => _rt_cuda_check_vram_residency(rt.integer(model));

const _rt_cuda_get_vram_usage = rt.declare("rt_cuda_get_vram_usage", "int64", ["int64"]);

/**
 * The bytes of a model's weights and of its inferences that are alive.
 *
 * On failure: -1.
 */
exports.rt_cuda_get_vram_usage = (model) => _rt_cuda_get_vram_usage(rt.integer(model));

const _rt_cuda_get_process_vram_usage = rt.declare("rt_cuda_get_process_vram_usage", "int64", ["int64"]);

/**
 * The bytes that this process has allocated on the context's device.
 *
 * On failure: -1.
 */
exports.rt_cuda_get_process_vram_usage = (context) => _rt_cuda_get_process_vram_usage(rt.integer(context));

const _rt_cuda_check_device_health = rt.declare("rt_cuda_check_device_health", "bool", ["int64"]);

/**
 * True where the context's device answers; last error says what is wrong with it.
 *
 * On failure: false.
 */
exports.rt_cuda_check_device_health = (context) => _rt_cuda_check_device_health(rt.integer(context));

const _rt_cuda_error_message = rt.declare("rt_cuda_error_message", "void *", ["int64"]);

/**
 * What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
 * failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
 * device not found; any other number is an unknown error.
 */
exports.rt_cuda_error_message = (code) => rt.takeText(_rt_cuda_error_message(rt.integer(code)));

const _rt_cuda_get_last_error_code = rt.declare("rt_cuda_get_last_error_code", "int64", []);

/**
 * The code of this thread's last failed cuda call, 0 where none failed since the last
 * `rt_cuda_clear_error` or `rt_cuda_get_last_error`.
 */
exports.rt_cuda_get_last_error_code = () => _rt_cuda_get_last_error_code();

const _rt_cuda_clear_error = rt.declare("rt_cuda_clear_error", "void", []);

/**
 * Forgets why this thread's last failed cuda call failed.
 */
exports.rt_cuda_clear_error = () => _rt_cuda_clear_error();

const _rt_cuda_available = rt.declare("rt_cuda_available", "bool", []);

/**
 * True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
 * `rt_cuda_is_available`.
 */
exports.rt_cuda_available = () => _rt_cuda_available();

const _rt_cuda_version = rt.declare("rt_cuda_version", "void *", []);

/**
 * The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
 */
exports.rt_cuda_version = () => rt.takeText(_rt_cuda_version());

const _rt_cuda_device_free_memory = rt.declare("rt_cuda_device_free_memory", "int64", ["int64"]);

/**
 * The bytes of a device's memory that are free now; the host's for the CPU reference.
 *
 * On failure: -1.
 */
exports.rt_cuda_device_free_memory = (id) => _rt_cuda_device_free_memory(rt.integer(id));

const _rt_cuda_error_name = rt.declare("rt_cuda_error_name", "void *", ["int64"]);

/**
 * The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
 */
exports.rt_cuda_error_name = (code) => rt.takeText(_rt_cuda_error_name(rt.integer(code)));

const _rt_cuda_error_is_retriable = rt.declare("rt_cuda_error_is_retriable", "bool", ["int64"]);

/**
 * True where trying again later may help: for out of memory (2) alone.
 */
exports.rt_cuda_error_is_retriable = (code) => _rt_cuda_error_is_retriable(rt.integer(code));

const _rt_cuda_inference_start_with_options = rt.declare("rt_cuda_inference_start_with_options", "int64", ["int64", "void *", "void *"]);

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
exports.rt_cuda_inference_start_with_options = (model, prompt, options_json) => _rt_cuda_inference_start_with_options(rt.integer(model), rt.text(prompt), rt.text(options_json));

const _rt_cuda_inference_statistics = rt.declare("rt_cuda_inference_statistics", "RtInferenceStatistics", ["int64"]);

/**
 * How many tokens an inference took in and made, and in what time.
 *
 * On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
 */
exports.rt_cuda_inference_statistics = (inference) => rt.takeStructure("RtInferenceStatistics", _rt_cuda_inference_statistics(rt.integer(inference)));

const _rt_cuda_model_info = rt.declare("rt_cuda_model_info", "void *", ["int64"]);

/**
 * What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
 * `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
 *
 * On failure: "".
 */
exports.rt_cuda_model_info = (model) => rt.takeText(_rt_cuda_model_info(rt.integer(model)));

const _rt_cuda_model_chat_template = rt.declare("rt_cuda_model_chat_template", "void *", ["int64"]);

/**
 * How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
 * none. It is given out and not run here: it is a program, and files are not trusted.
 *
 * On failure: "".
 */
exports.rt_cuda_model_chat_template = (model) => rt.takeText(_rt_cuda_model_chat_template(rt.integer(model)));

const _rt_cuda_model_tokenize = rt.declare("rt_cuda_model_tokenize", "RtI64Array", ["int64", "void *", "bool"]);

/**
 * The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
 * wants at the beginning and the end is added, as for a prompt.
 *
 * On failure: [].
 */
exports.rt_cuda_model_tokenize = (model, text, special) => rt.takeIntegers(_rt_cuda_model_tokenize(rt.integer(model), rt.text(text), special));

const _rt_cuda_model_detokenize = rt.declare("rt_cuda_model_detokenize", "void *", ["int64", "void *", "int64"]);

/**
 * The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
 *
 * On failure: "".
 */
exports.rt_cuda_model_detokenize = (model, tokens) => rt.takeText(_rt_cuda_model_detokenize(rt.integer(model), ...rt.integers(tokens)));

const _rt_cuda_model_token_text = rt.declare("rt_cuda_model_token_text", "void *", ["int64", "int64"]);

/**
 * One token as the vocabulary lists it, control tokens included.
 *
 * On failure: "".
 */
exports.rt_cuda_model_token_text = (model, token) => rt.takeText(_rt_cuda_model_token_text(rt.integer(model), rt.integer(token)));

const _rt_cuda_model_logits = rt.declare("rt_cuda_model_logits", "RtF64Array", ["int64", "void *"]);

/**
 * What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
 * probabilities of them.
 *
 * On failure: [].
 */
exports.rt_cuda_model_logits = (model, text) => rt.takeFloats(_rt_cuda_model_logits(rt.integer(model), rt.text(text)));

const _rt_cuda_model_perplexity = rt.declare("rt_cuda_model_perplexity", "double", ["int64", "void *"]);

/**
 * How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
 * the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
 *
 * On failure: 0.0.
 */
exports.rt_cuda_model_perplexity = (model, text) => _rt_cuda_model_perplexity(rt.integer(model), rt.text(text));

/**
 * A cuda module: freed by `close()`, or when JavaScript forgets it.
 */
class CudaModule extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_cuda_unload_module, handle);
  }

  /**
   * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
   *
   * On failure: 0.
   */
  static compilePtx(ptx_source) {
    const result = _rt_cuda_compile_ptx(rt.text(ptx_source));
    if (result == 0) check();
    return CudaModule.wrap(result, null, true);
  }

  /**
   * A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
   *
   * On failure: 0.
   */
  getFunction(name) {
    const result = _rt_cuda_get_function(this.handle, rt.text(name));
    if (result == 0) check();
    return CudaFunction.wrap(result, this, false);
  }
}
exports.CudaModule = CudaModule;

/**
 * A cuda function: it belongs to its cuda module and is freed with it, or by `close()`.
 */
class CudaFunction extends rt.Owner {
  static collected = false;

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
  launchKernel(gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args) {
    const result = _rt_cuda_launch_kernel(this.handle, rt.integer(gx), rt.integer(gy), rt.integer(gz), rt.integer(blk_x), rt.integer(blk_y), rt.integer(blk_z), rt.integer(shared_mem), ...rt.integers(args));
    if (!result) check();
    return result;
  }
}
exports.CudaFunction = CudaFunction;

/**
 * A cuda stream: freed by `close()`, or when JavaScript forgets it.
 */
class CudaStream extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_cuda_stream_destroy, handle);
  }

  /**
   * A new queue of work on the calling thread's device.
   *
   * On failure: 0.
   */
  static create() {
    const result = _rt_cuda_stream_create();
    if (result == 0) check();
    return CudaStream.wrap(result, null, true);
  }

  /**
   * Waits for a stream's work. Fails where something of it failed.
   *
   * On failure: false.
   */
  synchronize() {
    const result = _rt_cuda_stream_synchronize(this.handle);
    if (!result) check();
    return result;
  }
}
exports.CudaStream = CudaStream;

/**
 * A cuda context: freed by `close()`, or when JavaScript forgets it.
 */
class CudaContext extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_cuda_destroy, handle);
  }

  /**
   * Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
   *
   * On failure: 0.
   */
  static init(device) {
    const result = _rt_cuda_init(rt.integer(device));
    if (result == 0) check();
    return CudaContext.wrap(result, null, true);
  }

  /**
   * Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
   * gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
   * loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
   *
   * On failure: 0.
   */
  loadModel(path) {
    const result = _rt_cuda_load_model(this.handle, rt.text(path));
    if (result == 0) check();
    return CudaModel.wrap(result, this, true);
  }

  /**
   * The bytes that this process has allocated on the context's device.
   *
   * On failure: -1.
   */
  getProcessVramUsage() {
    const result = _rt_cuda_get_process_vram_usage(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * True where the context's device answers; last error says what is wrong with it.
   *
   * On failure: false.
   */
  checkDeviceHealth() {
    const result = _rt_cuda_check_device_health(this.handle);
    if (!result) check();
    return result;
  }
}
exports.CudaContext = CudaContext;

/**
 * A cuda model: it belongs to its cuda context and is freed with it, or by `close()`.
 */
class CudaModel extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_cuda_unload_model, handle);
  }

  /**
   * The bytes of a model's weights on its device.
   *
   * On failure: -1.
   */
  getVramUsage() {
    const result = _rt_cuda_model_get_vram_usage(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
   * (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
   *
   * On failure: 0.
   */
  inferenceStart(prompt, max_tokens, temperature, seed) {
    const result = _rt_cuda_inference_start(this.handle, rt.text(prompt), rt.integer(max_tokens), temperature, rt.integer(seed));
    if (result == 0) check();
    return CudaInference.wrap(result, this, true);
  }

  /**
   * True where every allocation of the model lies in its device's own memory.
   *
   * On failure: false.
   */
  checkVramResidency() {
    const result = _rt_cuda_check_vram_residency(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The bytes of a model's weights and of its inferences that are alive.
   *
   * On failure: -1.
   */
  cudaGetVramUsage() {
    const result = _rt_cuda_get_vram_usage(this.handle);
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
  inferenceStartWithOptions(prompt, options_json) {
    const result = _rt_cuda_inference_start_with_options(this.handle, rt.text(prompt), rt.text(options_json));
    if (result == 0) check();
    return CudaInference.wrap(result, this, true);
  }

  /**
   * What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
   * `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
   *
   * On failure: "".
   */
  info() {
    const result = rt.takeText(_rt_cuda_model_info(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
   * none. It is given out and not run here: it is a program, and files are not trusted.
   *
   * On failure: "".
   */
  chatTemplate() {
    const result = rt.takeText(_rt_cuda_model_chat_template(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
   * wants at the beginning and the end is added, as for a prompt.
   *
   * On failure: [].
   */
  tokenize(text, special) {
    const result = rt.takeIntegers(_rt_cuda_model_tokenize(this.handle, rt.text(text), special));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
   *
   * On failure: "".
   */
  detokenize(tokens) {
    const result = rt.takeText(_rt_cuda_model_detokenize(this.handle, ...rt.integers(tokens)));
    if (result == "") check();
    return result;
  }

  /**
   * One token as the vocabulary lists it, control tokens included.
   *
   * On failure: "".
   */
  tokenText(token) {
    const result = rt.takeText(_rt_cuda_model_token_text(this.handle, rt.integer(token)));
    if (result == "") check();
    return result;
  }

  /**
   * What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
   * probabilities of them.
   *
   * On failure: [].
   */
  logits(text) {
    const result = rt.takeFloats(_rt_cuda_model_logits(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
   * the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
   *
   * On failure: 0.0.
   */
  perplexity(text) {
    const result = _rt_cuda_model_perplexity(this.handle, rt.text(text));
    if (result == 0.0) check();
    return result;
  }
}
exports.CudaModel = CudaModel;

/**
 * A cuda inference: it belongs to its cuda model and is freed with it, or by `close()`.
 */
class CudaInference extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_cuda_inference_free, handle);
  }

  /**
   * The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
   * `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
   * that calls while one is inside gets an error.
   *
   * On failure: has_token false, token "", index 0.
   */
  nextToken() {
    const result = rt.takeStructure("RtInferenceToken", _rt_cuda_inference_next_token(this.handle));
    if (result.has_token == false && result.token == "" && result.index == 0) check();
    return result;
  }

  /**
   * How many tokens an inference took in and made, and in what time.
   *
   * On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
   */
  statistics() {
    const result = rt.takeStructure("RtInferenceStatistics", _rt_cuda_inference_statistics(this.handle));
    if (result.prompt_tokens == 0 && result.generated_tokens == 0 && result.prompt_seconds == 0.0 && result.generation_seconds == 0.0) check();
    return result;
  }
}
exports.CudaInference = CudaInference;
