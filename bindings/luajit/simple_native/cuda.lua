--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("cuda")

M.CudaModule = rt.class("CudaModule", true)
M.CudaFunction = rt.class("CudaFunction", false)
M.CudaStream = rt.class("CudaStream", true)
M.CudaContext = rt.class("CudaContext", true)
M.CudaModel = rt.class("CudaModel", false)
M.CudaInference = rt.class("CudaInference", false)

--- True where at least one GPU can be used: the build has GPU code, and a driver offers a device.
function M.rt_cuda_is_available()
    return C.rt_cuda_is_available()
end

--- How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
function M.rt_cuda_device_count()
    return rt.integer(C.rt_cuda_device_count())
end

--- Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
--- reference. Until it is called, a thread's device is GPU 0.
---
--- On failure: false.
function M.rt_cuda_set_device(id)
    return C.rt_cuda_set_device(rt.to_integer(id))
end

--- The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
--- GPU, as last error then says.
---
--- On failure: -1.
function M.rt_cuda_get_device()
    return rt.integer(C.rt_cuda_get_device())
end

--- What a device is called: `NVIDIA H100`, or `CPU reference` for -1.
---
--- On failure: "".
function M.rt_cuda_device_name(id)
    return rt.take_text(C.rt_cuda_device_name(rt.to_integer(id)))
end

--- A device's memory in bytes; the host's for the CPU reference.
---
--- On failure: -1.
function M.rt_cuda_device_memory(id)
    return rt.integer(C.rt_cuda_device_memory(rt.to_integer(id)))
end

--- A GPU's compute capability; the CPU reference has none.
---
--- On failure: major 0, minor 0.
function M.rt_cuda_compute_capability(id)
    return rt.structures.RtComputeCapability(C.rt_cuda_compute_capability(rt.to_integer(id)))
end

--- Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
--- caller to give to `rt_cuda_free`. The bytes are not set.
---
--- On failure: 0.
function M.rt_cuda_malloc(size)
    return rt.integer(C.rt_cuda_malloc(rt.to_integer(size)))
end

--- Frees an allocation, whichever device it is on, once no call uses it any more.
---
--- On failure: false.
function M.rt_cuda_free(ptr)
    return C.rt_cuda_free(rt.to_integer(ptr))
end

--- Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
--- nothing is copied where the bytes do not fit into it.
---
--- On failure: false.
function M.rt_cuda_memcpy_h2d(dst_device, src_host, size)
    local src_host_data, src_host_len = rt.bytes(src_host)
    return C.rt_cuda_memcpy_h2d(rt.to_integer(dst_device), src_host_data, src_host_len, rt.to_integer(size))
end

--- Copies `size` bytes from the device into the caller's buffer, after all work queued before.
---
--- On failure: false.
function M.rt_cuda_memcpy_d2h(dst_host, src_device, size)
    local dst_host_data, dst_host_len = rt.buffer(dst_host)
    return C.rt_cuda_memcpy_d2h(dst_host_data, dst_host_len, rt.to_integer(src_device), rt.to_integer(size))
end

--- Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
--- overlap on the CPU reference only.
---
--- On failure: false.
function M.rt_cuda_memcpy_d2d(dst, src, size)
    return C.rt_cuda_memcpy_d2d(rt.to_integer(dst), rt.to_integer(src), rt.to_integer(size))
end

--- Sets `size` bytes from `ptr` on to `value`, 0 to 255.
---
--- On failure: false.
function M.rt_cuda_memset(ptr, value, size)
    return C.rt_cuda_memset(rt.to_integer(ptr), rt.to_integer(value), rt.to_integer(size))
end

--- Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
---
--- On failure: 0.
function M.rt_cuda_compile_ptx(ptx_source)
    return C.rt_cuda_compile_ptx(rt.text(ptx_source))
end

--- A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
---
--- On failure: 0.
function M.rt_cuda_get_function(module, name)
    return C.rt_cuda_get_function(rt.to_integer(module), rt.text(name))
end

--- Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
--- bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
--- queued before on its device, and does not wait for it.
---
--- `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
--- the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
--- A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
--- kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
--- unusable for this process, as `rt_cuda_check_device_health` then says.
---
--- On failure: false.
function M.rt_cuda_launch_kernel(func, gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args)
    local args_data, args_len = rt.integers(args)
    return C.rt_cuda_launch_kernel(rt.to_integer(func), rt.to_integer(gx), rt.to_integer(gy), rt.to_integer(gz), rt.to_integer(blk_x), rt.to_integer(blk_y), rt.to_integer(blk_z), rt.to_integer(shared_mem), args_data, args_len)
end

--- Unloads a module; its functions are stale.
---
--- On failure: false.
function M.rt_cuda_unload_module(module)
    return C.rt_cuda_unload_module(rt.to_integer(module))
end

--- Waits for all work on the calling thread's device. Fails where something of it failed.
---
--- On failure: false.
function M.rt_cuda_synchronize()
    return C.rt_cuda_synchronize()
end

--- A new queue of work on the calling thread's device.
---
--- On failure: 0.
function M.rt_cuda_stream_create()
    return C.rt_cuda_stream_create()
end

--- Frees a stream; its work is finished first.
---
--- On failure: false.
function M.rt_cuda_stream_destroy(stream)
    return C.rt_cuda_stream_destroy(rt.to_integer(stream))
end

--- Waits for a stream's work. Fails where something of it failed.
---
--- On failure: false.
function M.rt_cuda_stream_synchronize(stream)
    return C.rt_cuda_stream_synchronize(rt.to_integer(stream))
end

--- Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
--- it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
function M.rt_cuda_get_last_error()
    return rt.take_text(C.rt_cuda_get_last_error())
end

--- The same without forgetting it. A call that succeeds leaves it alone.
function M.rt_cuda_peek_last_error()
    return rt.take_text(C.rt_cuda_peek_last_error())
end

--- Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
---
--- On failure: 0.
function M.rt_cuda_init(device)
    return C.rt_cuda_init(rt.to_integer(device))
end

--- Frees a context; its models and their inferences are stale. Calls that use them end first.
---
--- On failure: false.
function M.rt_cuda_destroy(context)
    return C.rt_cuda_destroy(rt.to_integer(context))
end

--- Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
--- gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
--- loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
---
--- On failure: 0.
function M.rt_cuda_load_model(context, path)
    return C.rt_cuda_load_model(rt.to_integer(context), rt.text(path))
end

--- Unloads a model; its inferences are stale. Calls that use it end first.
---
--- On failure: false.
function M.rt_cuda_unload_model(model)
    return C.rt_cuda_unload_model(rt.to_integer(model))
end

--- The bytes of a model's weights on its device.
---
--- On failure: -1.
function M.rt_cuda_model_get_vram_usage(model)
    return rt.integer(C.rt_cuda_model_get_vram_usage(rt.to_integer(model)))
end

--- Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
--- (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
---
--- On failure: 0.
function M.rt_cuda_inference_start(model, prompt, max_tokens, temperature, seed)
    return C.rt_cuda_inference_start(rt.to_integer(model), rt.text(prompt), rt.to_integer(max_tokens), temperature, rt.to_integer(seed))
end

--- The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
--- `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
--- that calls while one is inside gets an error.
---
--- On failure: has_token false, token "", index 0.
function M.rt_cuda_inference_next_token(inference)
    return rt.structures.RtInferenceToken(C.rt_cuda_inference_next_token(rt.to_integer(inference)))
end

--- Frees an inference and what it holds on the device, once no call uses it any more.
---
--- On failure: false.
function M.rt_cuda_inference_free(inference)
    return C.rt_cuda_inference_free(rt.to_integer(inference))
end

--- True where every allocation of the model lies in its device's own memory.
---
--- On failure: false.
function M.rt_cuda_check_vram_residency(model)
    return C.rt_cuda_check_vram_residency(rt.to_integer(model))
end

--- The bytes of a model's weights and of its inferences that are alive.
---
--- On failure: -1.
function M.rt_cuda_get_vram_usage(model)
    return rt.integer(C.rt_cuda_get_vram_usage(rt.to_integer(model)))
end

--- The bytes that this process has allocated on the context's device.
---
--- On failure: -1.
function M.rt_cuda_get_process_vram_usage(context)
    return rt.integer(C.rt_cuda_get_process_vram_usage(rt.to_integer(context)))
end

--- True where the context's device answers; last error says what is wrong with it.
---
--- On failure: false.
function M.rt_cuda_check_device_health(context)
    return C.rt_cuda_check_device_health(rt.to_integer(context))
end

--- What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
--- failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
--- device not found; any other number is an unknown error.
function M.rt_cuda_error_message(code)
    return rt.take_text(C.rt_cuda_error_message(rt.to_integer(code)))
end

--- The code of this thread's last failed cuda call, 0 where none failed since the last
--- `rt_cuda_clear_error` or `rt_cuda_get_last_error`.
function M.rt_cuda_get_last_error_code()
    return rt.integer(C.rt_cuda_get_last_error_code())
end

--- Forgets why this thread's last failed cuda call failed.
function M.rt_cuda_clear_error()
    C.rt_cuda_clear_error()
end

--- True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
--- `rt_cuda_is_available`.
function M.rt_cuda_available()
    return C.rt_cuda_available()
end

--- The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
function M.rt_cuda_version()
    return rt.take_text(C.rt_cuda_version())
end

--- The bytes of a device's memory that are free now; the host's for the CPU reference.
---
--- On failure: -1.
function M.rt_cuda_device_free_memory(id)
    return rt.integer(C.rt_cuda_device_free_memory(rt.to_integer(id)))
end

--- The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
function M.rt_cuda_error_name(code)
    return rt.take_text(C.rt_cuda_error_name(rt.to_integer(code)))
end

--- True where trying again later may help: for out of memory (2) alone.
function M.rt_cuda_error_is_retriable(code)
    return C.rt_cuda_error_is_retriable(rt.to_integer(code))
end

--- The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
---
--- - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
--- - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
---   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
--- - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
---   `top_p` of what that leaves, then `min_p`, and the temperature last
--- - `stop`: texts that end it and are left out
--- - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
---   token is added (true)
---
--- On failure: 0.
function M.rt_cuda_inference_start_with_options(model, prompt, options_json)
    return C.rt_cuda_inference_start_with_options(rt.to_integer(model), rt.text(prompt), rt.text(options_json))
end

--- How many tokens an inference took in and made, and in what time.
---
--- On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
function M.rt_cuda_inference_statistics(inference)
    return rt.structures.RtInferenceStatistics(C.rt_cuda_inference_statistics(rt.to_integer(inference)))
end

--- What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
--- `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
---
--- On failure: "".
function M.rt_cuda_model_info(model)
    return rt.take_text(C.rt_cuda_model_info(rt.to_integer(model)))
end

--- How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
--- none. It is given out and not run here: it is a program, and files are not trusted.
---
--- On failure: "".
function M.rt_cuda_model_chat_template(model)
    return rt.take_text(C.rt_cuda_model_chat_template(rt.to_integer(model)))
end

--- The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
--- wants at the beginning and the end is added, as for a prompt.
---
--- On failure: [].
function M.rt_cuda_model_tokenize(model, text, special)
    return rt.take_numbers(C.rt_cuda_model_tokenize(rt.to_integer(model), rt.text(text), special), C.rt_i64_array_free)
end

--- The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
---
--- On failure: "".
function M.rt_cuda_model_detokenize(model, tokens)
    local tokens_data, tokens_len = rt.integers(tokens)
    return rt.take_text(C.rt_cuda_model_detokenize(rt.to_integer(model), tokens_data, tokens_len))
end

--- One token as the vocabulary lists it, control tokens included.
---
--- On failure: "".
function M.rt_cuda_model_token_text(model, token)
    return rt.take_text(C.rt_cuda_model_token_text(rt.to_integer(model), rt.to_integer(token)))
end

--- What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
--- probabilities of them.
---
--- On failure: [].
function M.rt_cuda_model_logits(model, text)
    return rt.take_numbers(C.rt_cuda_model_logits(rt.to_integer(model), rt.text(text)), C.rt_f64_array_free)
end

--- How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
--- the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
---
--- On failure: 0.0.
function M.rt_cuda_model_perplexity(model, text)
    return C.rt_cuda_model_perplexity(rt.to_integer(model), rt.text(text))
end

--- Frees it; a second time does nothing.
function M.CudaModule:_release()
    quietly(C.rt_cuda_unload_module, self.handle)
end

--- Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
---
--- On failure: 0.
function M.CudaModule.compile_ptx(ptx_source)
    local result = C.rt_cuda_compile_ptx(rt.text(ptx_source))
    if result == 0 then check() end
    return M.CudaModule.wrap(result, nil, true)
end

--- A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
---
--- On failure: 0.
function M.CudaModule:get_function(name)
    local result = C.rt_cuda_get_function(self.handle, rt.text(name))
    if result == 0 then check() end
    return M.CudaFunction.wrap(result, self, false)
end

--- Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
--- bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
--- queued before on its device, and does not wait for it.
---
--- `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
--- the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
--- A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
--- kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
--- unusable for this process, as `rt_cuda_check_device_health` then says.
---
--- On failure: false.
function M.CudaFunction:launch_kernel(gx, gy, gz, blk_x, blk_y, blk_z, shared_mem, args)
    local args_data, args_len = rt.integers(args)
    local result = C.rt_cuda_launch_kernel(self.handle, rt.to_integer(gx), rt.to_integer(gy), rt.to_integer(gz), rt.to_integer(blk_x), rt.to_integer(blk_y), rt.to_integer(blk_z), rt.to_integer(shared_mem), args_data, args_len)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.CudaStream:_release()
    quietly(C.rt_cuda_stream_destroy, self.handle)
end

--- A new queue of work on the calling thread's device.
---
--- On failure: 0.
function M.CudaStream.create()
    local result = C.rt_cuda_stream_create()
    if result == 0 then check() end
    return M.CudaStream.wrap(result, nil, true)
end

--- Waits for a stream's work. Fails where something of it failed.
---
--- On failure: false.
function M.CudaStream:synchronize()
    local result = C.rt_cuda_stream_synchronize(self.handle)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.CudaContext:_release()
    quietly(C.rt_cuda_destroy, self.handle)
end

--- Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
---
--- On failure: 0.
function M.CudaContext.init(device)
    local result = C.rt_cuda_init(rt.to_integer(device))
    if result == 0 then check() end
    return M.CudaContext.wrap(result, nil, true)
end

--- Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
--- gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
--- loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.
---
--- On failure: 0.
function M.CudaContext:load_model(path)
    local result = C.rt_cuda_load_model(self.handle, rt.text(path))
    if result == 0 then check() end
    return M.CudaModel.wrap(result, self, true)
end

--- The bytes that this process has allocated on the context's device.
---
--- On failure: -1.
function M.CudaContext:get_process_vram_usage()
    local result = rt.integer(C.rt_cuda_get_process_vram_usage(self.handle))
    if result == -1 then check() end
    return result
end

--- True where the context's device answers; last error says what is wrong with it.
---
--- On failure: false.
function M.CudaContext:check_device_health()
    local result = C.rt_cuda_check_device_health(self.handle)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.CudaModel:_release()
    quietly(C.rt_cuda_unload_model, self.handle)
end

--- The bytes of a model's weights on its device.
---
--- On failure: -1.
function M.CudaModel:get_vram_usage()
    local result = rt.integer(C.rt_cuda_model_get_vram_usage(self.handle))
    if result == -1 then check() end
    return result
end

--- Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
--- (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
---
--- On failure: 0.
function M.CudaModel:inference_start(prompt, max_tokens, temperature, seed)
    local result = C.rt_cuda_inference_start(self.handle, rt.text(prompt), rt.to_integer(max_tokens), temperature, rt.to_integer(seed))
    if result == 0 then check() end
    return M.CudaInference.wrap(result, self, true)
end

--- True where every allocation of the model lies in its device's own memory.
---
--- On failure: false.
function M.CudaModel:check_vram_residency()
    local result = C.rt_cuda_check_vram_residency(self.handle)
    if result == false then check() end
    return result
end

--- The bytes of a model's weights and of its inferences that are alive.
---
--- On failure: -1.
function M.CudaModel:cuda_get_vram_usage()
    local result = rt.integer(C.rt_cuda_get_vram_usage(self.handle))
    if result == -1 then check() end
    return result
end

--- The same with options, a JSON object; all keys are optional and an unknown one is refused by name:
---
--- - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
--- - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
---   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
--- - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
---   `top_p` of what that leaves, then `min_p`, and the temperature last
--- - `stop`: texts that end it and are left out
--- - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
---   token is added (true)
---
--- On failure: 0.
function M.CudaModel:inference_start_with_options(prompt, options_json)
    local result = C.rt_cuda_inference_start_with_options(self.handle, rt.text(prompt), rt.text(options_json))
    if result == 0 then check() end
    return M.CudaInference.wrap(result, self, true)
end

--- What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
--- `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.
---
--- On failure: "".
function M.CudaModel:info()
    local result = rt.take_text(C.rt_cuda_model_info(self.handle))
    if result == "" then check() end
    return result
end

--- How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
--- none. It is given out and not run here: it is a program, and files are not trusted.
---
--- On failure: "".
function M.CudaModel:chat_template()
    local result = rt.take_text(C.rt_cuda_model_chat_template(self.handle))
    if result == "" then check() end
    return result
end

--- The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
--- wants at the beginning and the end is added, as for a prompt.
---
--- On failure: [].
function M.CudaModel:tokenize(text, special)
    local result = rt.take_numbers(C.rt_cuda_model_tokenize(self.handle, rt.text(text), special), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
---
--- On failure: "".
function M.CudaModel:detokenize(tokens)
    local tokens_data, tokens_len = rt.integers(tokens)
    local result = rt.take_text(C.rt_cuda_model_detokenize(self.handle, tokens_data, tokens_len))
    if result == "" then check() end
    return result
end

--- One token as the vocabulary lists it, control tokens included.
---
--- On failure: "".
function M.CudaModel:token_text(token)
    local result = rt.take_text(C.rt_cuda_model_token_text(self.handle, rt.to_integer(token)))
    if result == "" then check() end
    return result
end

--- What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
--- probabilities of them.
---
--- On failure: [].
function M.CudaModel:logits(text)
    local result = rt.take_numbers(C.rt_cuda_model_logits(self.handle, rt.text(text)), C.rt_f64_array_free)
    if #result == 0 then check() end
    return result
end

--- How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
--- the first token's left out. At least 1; the smaller, the better expected. 0 on failure.
---
--- On failure: 0.0.
function M.CudaModel:perplexity(text)
    local result = C.rt_cuda_model_perplexity(self.handle, rt.text(text))
    if result == 0.0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.CudaInference:_release()
    quietly(C.rt_cuda_inference_free, self.handle)
end

--- The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
--- `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
--- that calls while one is inside gets an error.
---
--- On failure: has_token false, token "", index 0.
function M.CudaInference:next_token()
    local result = rt.structures.RtInferenceToken(C.rt_cuda_inference_next_token(self.handle))
    if result["has_token"] == false and result["token"] == "" and result["index"] == 0 then check() end
    return result
end

--- How many tokens an inference took in and made, and in what time.
---
--- On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0.
function M.CudaInference:statistics()
    local result = rt.structures.RtInferenceStatistics(C.rt_cuda_inference_statistics(self.handle))
    if result["prompt_tokens"] == 0 and result["generated_tokens"] == 0 and result["prompt_seconds"] == 0.0 and result["generation_seconds"] == 0.0 then check() end
    return result
end

return M
