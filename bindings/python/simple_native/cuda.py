""""""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_cuda_get_last_error", "rt_cuda_clear_error")


class ComputeCapability(NamedTuple):
    """What a GPU's generation can do, as NVIDIA numbers it."""

    major: int
    """9 for Hopper."""

    minor: int
    """The revision within it."""


class _ComputeCapability(_c.Structure):
    _fields_ = [("major", _c.c_int64), ("minor", _c.c_int64)]


class InferenceToken(NamedTuple):
    """A piece of a continued text."""

    has_token: bool
    """False at the end, and on failure."""

    token: str
    """What the token adds to the text: valid UTF-8, empty where it completes no character."""

    index: int
    """The token's place, from 0."""


class _InferenceToken(_c.Structure):
    _fields_ = [("has_token", _c.c_bool), ("token", _c.c_void_p), ("index", _c.c_int64)]


class InferenceStatistics(NamedTuple):
    """How far an inference is."""

    prompt_tokens: int
    """Tokens of the prompt."""

    generated_tokens: int
    """Tokens made so far."""

    prompt_seconds: float
    """Seconds that the prompt and the first token took."""

    generation_seconds: float
    """Seconds that the other tokens took."""


class _InferenceStatistics(_c.Structure):
    _fields_ = [("prompt_tokens", _c.c_int64), ("generated_tokens", _c.c_int64), ("prompt_seconds", _c.c_double), ("generation_seconds", _c.c_double)]


_rt_cuda_is_available = _declare("rt_cuda_is_available", _c.c_bool, [])


def rt_cuda_is_available() -> bool:
    """True where at least one GPU can be used: the build has GPU code, and a driver offers a device."""
    return _rt_cuda_is_available()


_rt_cuda_device_count = _declare("rt_cuda_device_count", _c.c_int64, [])


def rt_cuda_device_count() -> int:
    """How many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted."""
    return _rt_cuda_device_count()


_rt_cuda_set_device = _declare("rt_cuda_set_device", _c.c_bool, [_c.c_int64])


def rt_cuda_set_device(id: int) -> bool:
    """Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
    reference. Until it is called, a thread's device is GPU 0.

    On failure: false."""
    return _rt_cuda_set_device(id if 0 <= id <= 9223372036854775807 else _rt.integer(id))


_rt_cuda_get_device = _declare("rt_cuda_get_device", _c.c_int64, [])


def rt_cuda_get_device() -> int:
    """The calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no
    GPU, as last error then says.

    On failure: -1."""
    return _rt_cuda_get_device()


_rt_cuda_device_name = _declare("rt_cuda_device_name", _c.c_void_p, [_c.c_int64])


def rt_cuda_device_name(id: int) -> str:
    """What a device is called: `NVIDIA H100`, or `CPU reference` for -1.

    On failure: ""."""
    return _take_text(_rt_cuda_device_name(id if 0 <= id <= 9223372036854775807 else _rt.integer(id)))


_rt_cuda_device_memory = _declare("rt_cuda_device_memory", _c.c_int64, [_c.c_int64])


def rt_cuda_device_memory(id: int) -> int:
    """A device's memory in bytes; the host's for the CPU reference.

    On failure: -1."""
    return _rt_cuda_device_memory(id if 0 <= id <= 9223372036854775807 else _rt.integer(id))


_rt_cuda_compute_capability = _declare("rt_cuda_compute_capability", _ComputeCapability, [_c.c_int64])


def rt_cuda_compute_capability(id: int) -> ComputeCapability:
    """A GPU's compute capability; the CPU reference has none.

    On failure: major 0, minor 0."""
    result = _rt_cuda_compute_capability(id if 0 <= id <= 9223372036854775807 else _rt.integer(id))
    return ComputeCapability(result.major, result.minor)


_rt_cuda_malloc = _declare("rt_cuda_malloc", _c.c_int64, [_c.c_int64])


def rt_cuda_malloc(size: int) -> int:
    """Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
    caller to give to `rt_cuda_free`. The bytes are not set.

    On failure: 0."""
    return _rt_cuda_malloc(size if 0 <= size <= 9223372036854775807 else _rt.integer(size))


_rt_cuda_free = _declare("rt_cuda_free", _c.c_bool, [_c.c_int64])


def rt_cuda_free(ptr: int) -> bool:
    """Frees an allocation, whichever device it is on, once no call uses it any more.

    On failure: false."""
    return _rt_cuda_free(ptr if 0 <= ptr <= 9223372036854775807 else _rt.integer(ptr))


_rt_cuda_memcpy_h2d = _declare("rt_cuda_memcpy_h2d", _c.c_bool, [_c.c_int64, _c.c_char_p, _c.c_int64, _c.c_int64])


def rt_cuda_memcpy_h2d(dst_device: int, src_host: bytes | bytearray | memoryview | None, size: int) -> bool:
    """Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
    nothing is copied where the bytes do not fit into it.

    On failure: false."""
    src_host_data, src_host_len = _rt.data(src_host)
    return _rt_cuda_memcpy_h2d(dst_device if 0 <= dst_device <= 9223372036854775807 else _rt.integer(dst_device), src_host_data, src_host_len, size if 0 <= size <= 9223372036854775807 else _rt.integer(size))


_rt_cuda_memcpy_d2h = _declare("rt_cuda_memcpy_d2h", _c.c_bool, [_c.c_void_p, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_cuda_memcpy_d2h(dst_host: bytearray | memoryview | None, src_device: int, size: int) -> bool:
    """Copies `size` bytes from the device into the caller's buffer, after all work queued before.

    On failure: false."""
    dst_host_data, dst_host_len = _rt.buffer(dst_host)
    return _rt_cuda_memcpy_d2h(dst_host_data, dst_host_len, src_device if 0 <= src_device <= 9223372036854775807 else _rt.integer(src_device), size if 0 <= size <= 9223372036854775807 else _rt.integer(size))


_rt_cuda_memcpy_d2d = _declare("rt_cuda_memcpy_d2d", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_cuda_memcpy_d2d(dst: int, src: int, size: int) -> bool:
    """Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
    overlap on the CPU reference only.

    On failure: false."""
    return _rt_cuda_memcpy_d2d(dst if 0 <= dst <= 9223372036854775807 else _rt.integer(dst), src if 0 <= src <= 9223372036854775807 else _rt.integer(src), size if 0 <= size <= 9223372036854775807 else _rt.integer(size))


_rt_cuda_memset = _declare("rt_cuda_memset", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_cuda_memset(ptr: int, value: int, size: int) -> bool:
    """Sets `size` bytes from `ptr` on to `value`, 0 to 255.

    On failure: false."""
    return _rt_cuda_memset(ptr if 0 <= ptr <= 9223372036854775807 else _rt.integer(ptr), value if 0 <= value <= 9223372036854775807 else _rt.integer(value), size if 0 <= size <= 9223372036854775807 else _rt.integer(size))


_rt_cuda_compile_ptx = _declare("rt_cuda_compile_ptx", _c.c_int64, [_c.c_char_p])


def rt_cuda_compile_ptx(ptx_source: str | bytes | None) -> int:
    """Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.

    On failure: 0."""
    return _rt_cuda_compile_ptx(ptx_source.encode() if type(ptx_source) is str and "\0" not in ptx_source else _rt.text(ptx_source))


_rt_cuda_get_function = _declare("rt_cuda_get_function", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_cuda_get_function(module: int, name: str | bytes | None) -> int:
    """A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.

    On failure: 0."""
    return _rt_cuda_get_function(module if 0 <= module <= 9223372036854775807 else _rt.integer(module), name.encode() if type(name) is str and "\0" not in name else _rt.text(name))


_rt_cuda_launch_kernel = _declare("rt_cuda_launch_kernel", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_void_p, _c.c_int64])


def rt_cuda_launch_kernel(func: int, gx: int, gy: int, gz: int, blk_x: int, blk_y: int, blk_z: int, shared_mem: int, args: list[int] | None) -> bool:
    """Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
    bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
    queued before on its device, and does not wait for it.

    `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
    the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
    A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
    kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
    unusable for this process, as `rt_cuda_check_device_health` then says.

    On failure: false."""
    args_data, args_len, args_kept = _rt.items("q", args)
    return _rt_cuda_launch_kernel(func if 0 <= func <= 9223372036854775807 else _rt.integer(func), gx if 0 <= gx <= 9223372036854775807 else _rt.integer(gx), gy if 0 <= gy <= 9223372036854775807 else _rt.integer(gy), gz if 0 <= gz <= 9223372036854775807 else _rt.integer(gz), blk_x if 0 <= blk_x <= 9223372036854775807 else _rt.integer(blk_x), blk_y if 0 <= blk_y <= 9223372036854775807 else _rt.integer(blk_y), blk_z if 0 <= blk_z <= 9223372036854775807 else _rt.integer(blk_z), shared_mem if 0 <= shared_mem <= 9223372036854775807 else _rt.integer(shared_mem), args_data, args_len)


_rt_cuda_unload_module = _declare("rt_cuda_unload_module", _c.c_bool, [_c.c_int64])


def rt_cuda_unload_module(module: int) -> bool:
    """Unloads a module; its functions are stale.

    On failure: false."""
    return _rt_cuda_unload_module(module if 0 <= module <= 9223372036854775807 else _rt.integer(module))


_rt_cuda_synchronize = _declare("rt_cuda_synchronize", _c.c_bool, [])


def rt_cuda_synchronize() -> bool:
    """Waits for all work on the calling thread's device. Fails where something of it failed.

    On failure: false."""
    return _rt_cuda_synchronize()


_rt_cuda_stream_create = _declare("rt_cuda_stream_create", _c.c_int64, [])


def rt_cuda_stream_create() -> int:
    """A new queue of work on the calling thread's device.

    On failure: 0."""
    return _rt_cuda_stream_create()


_rt_cuda_stream_destroy = _declare("rt_cuda_stream_destroy", _c.c_bool, [_c.c_int64])


def rt_cuda_stream_destroy(stream: int) -> bool:
    """Frees a stream; its work is finished first.

    On failure: false."""
    return _rt_cuda_stream_destroy(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream))


_rt_cuda_stream_synchronize = _declare("rt_cuda_stream_synchronize", _c.c_bool, [_c.c_int64])


def rt_cuda_stream_synchronize(stream: int) -> bool:
    """Waits for a stream's work. Fails where something of it failed.

    On failure: false."""
    return _rt_cuda_stream_synchronize(stream if 0 <= stream <= 9223372036854775807 else _rt.integer(stream))


_rt_cuda_get_last_error = _declare("rt_cuda_get_last_error", _c.c_void_p, [])


def rt_cuda_get_last_error() -> str:
    """Why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
    it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`."""
    return _take_text(_rt_cuda_get_last_error())


_rt_cuda_peek_last_error = _declare("rt_cuda_peek_last_error", _c.c_void_p, [])


def rt_cuda_peek_last_error() -> str:
    """The same without forgetting it. A call that succeeds leaves it alone."""
    return _take_text(_rt_cuda_peek_last_error())


_rt_cuda_init = _declare("rt_cuda_init", _c.c_int64, [_c.c_int64])


def rt_cuda_init(device: int) -> int:
    """Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.

    On failure: 0."""
    return _rt_cuda_init(device if 0 <= device <= 9223372036854775807 else _rt.integer(device))


_rt_cuda_destroy = _declare("rt_cuda_destroy", _c.c_bool, [_c.c_int64])


def rt_cuda_destroy(context: int) -> bool:
    """Frees a context; its models and their inferences are stale. Calls that use them end first.

    On failure: false."""
    return _rt_cuda_destroy(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_cuda_load_model = _declare("rt_cuda_load_model", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_cuda_load_model(context: int, path: str | bytes | None) -> int:
    """Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
    gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
    loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.

    On failure: 0."""
    return _rt_cuda_load_model(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), path.encode() if type(path) is str and "\0" not in path else _rt.text(path))


_rt_cuda_unload_model = _declare("rt_cuda_unload_model", _c.c_bool, [_c.c_int64])


def rt_cuda_unload_model(model: int) -> bool:
    """Unloads a model; its inferences are stale. Calls that use it end first.

    On failure: false."""
    return _rt_cuda_unload_model(model if 0 <= model <= 9223372036854775807 else _rt.integer(model))


_rt_cuda_model_get_vram_usage = _declare("rt_cuda_model_get_vram_usage", _c.c_int64, [_c.c_int64])


def rt_cuda_model_get_vram_usage(model: int) -> int:
    """The bytes of a model's weights on its device.

    On failure: -1."""
    return _rt_cuda_model_get_vram_usage(model if 0 <= model <= 9223372036854775807 else _rt.integer(model))


_rt_cuda_inference_start = _declare("rt_cuda_inference_start", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_int64, _c.c_double, _c.c_int64])


def rt_cuda_inference_start(model: int, prompt: str | bytes | None, max_tokens: int, temperature: float, seed: int) -> int:
    """Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
    (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.

    On failure: 0."""
    return _rt_cuda_inference_start(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), prompt.encode() if type(prompt) is str and "\0" not in prompt else _rt.text(prompt), max_tokens if 0 <= max_tokens <= 9223372036854775807 else _rt.integer(max_tokens), temperature, seed if 0 <= seed <= 9223372036854775807 else _rt.integer(seed))


_rt_cuda_inference_next_token = _declare("rt_cuda_inference_next_token", _InferenceToken, [_c.c_int64])


def rt_cuda_inference_next_token(inference: int) -> InferenceToken:
    """The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
    `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
    that calls while one is inside gets an error.

    On failure: has_token false, token "", index 0."""
    result = _rt_cuda_inference_next_token(inference if 0 <= inference <= 9223372036854775807 else _rt.integer(inference))
    return InferenceToken(result.has_token, _take_text(result.token), result.index)


_rt_cuda_inference_free = _declare("rt_cuda_inference_free", _c.c_bool, [_c.c_int64])


def rt_cuda_inference_free(inference: int) -> bool:
    """Frees an inference and what it holds on the device, once no call uses it any more.

    On failure: false."""
    return _rt_cuda_inference_free(inference if 0 <= inference <= 9223372036854775807 else _rt.integer(inference))


_rt_cuda_check_vram_residency = _declare("rt_cuda_check_vram_residency", _c.c_bool, [_c.c_int64])


def rt_cuda_check_vram_residency(model: int) -> bool:
    """True where every allocation of the model lies in its device's own memory.

    On failure: false."""
    return _rt_cuda_check_vram_residency(model if 0 <= model <= 9223372036854775807 else _rt.integer(model))


_rt_cuda_get_vram_usage = _declare("rt_cuda_get_vram_usage", _c.c_int64, [_c.c_int64])


def rt_cuda_get_vram_usage(model: int) -> int:
    """The bytes of a model's weights and of its inferences that are alive.

    On failure: -1."""
    return _rt_cuda_get_vram_usage(model if 0 <= model <= 9223372036854775807 else _rt.integer(model))


_rt_cuda_get_process_vram_usage = _declare("rt_cuda_get_process_vram_usage", _c.c_int64, [_c.c_int64])


def rt_cuda_get_process_vram_usage(context: int) -> int:
    """The bytes that this process has allocated on the context's device.

    On failure: -1."""
    return _rt_cuda_get_process_vram_usage(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_cuda_check_device_health = _declare("rt_cuda_check_device_health", _c.c_bool, [_c.c_int64])


def rt_cuda_check_device_health(context: int) -> bool:
    """True where the context's device answers; last error says what is wrong with it.

    On failure: false."""
    return _rt_cuda_check_device_health(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_cuda_error_message = _declare("rt_cuda_error_message", _c.c_void_p, [_c.c_int64])


def rt_cuda_error_message(code: int) -> str:
    """What an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load
    failed, 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8
    device not found; any other number is an unknown error."""
    return _take_text(_rt_cuda_error_message(code if 0 <= code <= 9223372036854775807 else _rt.integer(code)))


_rt_cuda_get_last_error_code = _declare("rt_cuda_get_last_error_code", _c.c_int64, [])


def rt_cuda_get_last_error_code() -> int:
    """The code of this thread's last failed cuda call, 0 where none failed since the last
    `rt_cuda_clear_error` or `rt_cuda_get_last_error`."""
    return _rt_cuda_get_last_error_code()


_rt_cuda_clear_error = _declare("rt_cuda_clear_error", None, [])


def rt_cuda_clear_error() -> None:
    """Forgets why this thread's last failed cuda call failed."""
    return _rt_cuda_clear_error()


_rt_cuda_available = _declare("rt_cuda_available", _c.c_bool, [])


def rt_cuda_available() -> bool:
    """True where this build holds the cuda library, as it does where this links. Whether there is a GPU says
    `rt_cuda_is_available`."""
    return _rt_cuda_available()


_rt_cuda_version = _declare("rt_cuda_version", _c.c_void_p, [])


def rt_cuda_version() -> str:
    """The version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code."""
    return _take_text(_rt_cuda_version())


_rt_cuda_device_free_memory = _declare("rt_cuda_device_free_memory", _c.c_int64, [_c.c_int64])


def rt_cuda_device_free_memory(id: int) -> int:
    """The bytes of a device's memory that are free now; the host's for the CPU reference.

    On failure: -1."""
    return _rt_cuda_device_free_memory(id if 0 <= id <= 9223372036854775807 else _rt.integer(id))


_rt_cuda_error_name = _declare("rt_cuda_error_name", _c.c_void_p, [_c.c_int64])


def rt_cuda_error_name(code: int) -> str:
    """The name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none."""
    return _take_text(_rt_cuda_error_name(code if 0 <= code <= 9223372036854775807 else _rt.integer(code)))


_rt_cuda_error_is_retriable = _declare("rt_cuda_error_is_retriable", _c.c_bool, [_c.c_int64])


def rt_cuda_error_is_retriable(code: int) -> bool:
    """True where trying again later may help: for out of memory (2) alone."""
    return _rt_cuda_error_is_retriable(code if 0 <= code <= 9223372036854775807 else _rt.integer(code))


_rt_cuda_inference_start_with_options = _declare("rt_cuda_inference_start_with_options", _c.c_int64, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_cuda_inference_start_with_options(model: int, prompt: str | bytes | None, options_json: str | bytes | None) -> int:
    """The same with options, a JSON object; all keys are optional and an unknown one is refused by name:

    - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
    - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
      this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
    - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
      `top_p` of what that leaves, then `min_p`, and the temperature last
    - `stop`: texts that end it and are left out
    - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
      token is added (true)

    On failure: 0."""
    return _rt_cuda_inference_start_with_options(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), prompt.encode() if type(prompt) is str and "\0" not in prompt else _rt.text(prompt), options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))


_rt_cuda_inference_statistics = _declare("rt_cuda_inference_statistics", _InferenceStatistics, [_c.c_int64])


def rt_cuda_inference_statistics(inference: int) -> InferenceStatistics:
    """How many tokens an inference took in and made, and in what time.

    On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0."""
    result = _rt_cuda_inference_statistics(inference if 0 <= inference <= 9223372036854775807 else _rt.integer(inference))
    return InferenceStatistics(result.prompt_tokens, result.generated_tokens, result.prompt_seconds, result.generation_seconds)


_rt_cuda_model_info = _declare("rt_cuda_model_info", _c.c_void_p, [_c.c_int64])


def rt_cuda_model_info(model: int) -> str:
    """What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
    `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.

    On failure: ""."""
    return _take_text(_rt_cuda_model_info(model if 0 <= model <= 9223372036854775807 else _rt.integer(model)))


_rt_cuda_model_chat_template = _declare("rt_cuda_model_chat_template", _c.c_void_p, [_c.c_int64])


def rt_cuda_model_chat_template(model: int) -> str:
    """How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
    none. It is given out and not run here: it is a program, and files are not trusted.

    On failure: ""."""
    return _take_text(_rt_cuda_model_chat_template(model if 0 <= model <= 9223372036854775807 else _rt.integer(model)))


_rt_cuda_model_tokenize = _declare("rt_cuda_model_tokenize", _rt.I64Array, [_c.c_int64, _c.c_char_p, _c.c_bool])


def rt_cuda_model_tokenize(model: int, text: str | bytes | None, special: bool) -> list[int]:
    """The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
    wants at the beginning and the end is added, as for a prompt.

    On failure: []."""
    return _rt_cuda_model_tokenize(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), special).take()


_rt_cuda_model_detokenize = _declare("rt_cuda_model_detokenize", _c.c_void_p, [_c.c_int64, _c.c_void_p, _c.c_int64])


def rt_cuda_model_detokenize(model: int, tokens: list[int] | None) -> str:
    """The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.

    On failure: ""."""
    tokens_data, tokens_len, tokens_kept = _rt.items("q", tokens)
    return _take_text(_rt_cuda_model_detokenize(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), tokens_data, tokens_len))


_rt_cuda_model_token_text = _declare("rt_cuda_model_token_text", _c.c_void_p, [_c.c_int64, _c.c_int64])


def rt_cuda_model_token_text(model: int, token: int) -> str:
    """One token as the vocabulary lists it, control tokens included.

    On failure: ""."""
    return _take_text(_rt_cuda_model_token_text(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), token if 0 <= token <= 9223372036854775807 else _rt.integer(token)))


_rt_cuda_model_logits = _declare("rt_cuda_model_logits", _rt.F64Array, [_c.c_int64, _c.c_char_p])


def rt_cuda_model_logits(model: int, text: str | bytes | None) -> list[float]:
    """What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
    probabilities of them.

    On failure: []."""
    return _rt_cuda_model_logits(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_cuda_model_perplexity = _declare("rt_cuda_model_perplexity", _c.c_double, [_c.c_int64, _c.c_char_p])


def rt_cuda_model_perplexity(model: int, text: str | bytes | None) -> float:
    """How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
    the first token's left out. At least 1; the smaller, the better expected. 0 on failure.

    On failure: 0.0."""
    return _rt_cuda_model_perplexity(model if 0 <= model <= 9223372036854775807 else _rt.integer(model), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


class CudaModule(_rt.Owner):
    """A cuda module: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_cuda_unload_module, self._handle)

    @staticmethod
    def compile_ptx(ptx_source: str | bytes | None) -> "CudaModule | None":
        """Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.

        On failure: 0."""
        result = _rt_cuda_compile_ptx(ptx_source.encode() if type(ptx_source) is str and "\0" not in ptx_source else _rt.text(ptx_source))
        if not result:
            _fail()
        return CudaModule(result, None) if result else None

    def get_function(self, name: str | bytes | None) -> "CudaFunction | None":
        """A kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.

        On failure: 0."""
        result = _rt_cuda_get_function(self._handle, name.encode() if type(name) is str and "\0" not in name else _rt.text(name))
        if not result:
            _fail()
        return CudaFunction(result, self, owned=False) if result else None


class CudaFunction(_rt.Owner):
    """A cuda function, which belongs to its cuda module and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def launch_kernel(self, gx: int, gy: int, gz: int, blk_x: int, blk_y: int, blk_z: int, shared_mem: int, args: list[int] | None) -> bool:
        """Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
        bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
        queued before on its device, and does not wait for it.

        `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
        the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
        A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
        kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
        unusable for this process, as `rt_cuda_check_device_health` then says.

        On failure: false."""
        args_data, args_len, args_kept = _rt.items("q", args)
        result = _rt_cuda_launch_kernel(self._handle, gx if 0 <= gx <= 9223372036854775807 else _rt.integer(gx), gy if 0 <= gy <= 9223372036854775807 else _rt.integer(gy), gz if 0 <= gz <= 9223372036854775807 else _rt.integer(gz), blk_x if 0 <= blk_x <= 9223372036854775807 else _rt.integer(blk_x), blk_y if 0 <= blk_y <= 9223372036854775807 else _rt.integer(blk_y), blk_z if 0 <= blk_z <= 9223372036854775807 else _rt.integer(blk_z), shared_mem if 0 <= shared_mem <= 9223372036854775807 else _rt.integer(shared_mem), args_data, args_len)
        if not result:
            _fail()
        return result


class CudaStream(_rt.Owner):
    """A cuda stream: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_cuda_stream_destroy, self._handle)

    @staticmethod
    def create() -> "CudaStream | None":
        """A new queue of work on the calling thread's device.

        On failure: 0."""
        result = _rt_cuda_stream_create()
        if not result:
            _fail()
        return CudaStream(result, None) if result else None

    def synchronize(self) -> bool:
        """Waits for a stream's work. Fails where something of it failed.

        On failure: false."""
        result = _rt_cuda_stream_synchronize(self._handle)
        if not result:
            _fail()
        return result


class CudaContext(_rt.Owner):
    """A cuda context: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_cuda_destroy, self._handle)

    @staticmethod
    def init(device: int) -> "CudaContext | None":
        """Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.

        On failure: 0."""
        result = _rt_cuda_init(device if 0 <= device <= 9223372036854775807 else _rt.integer(device))
        if not result:
            _fail()
        return CudaContext(result, None) if result else None

    def load_model(self, path: str | bytes | None) -> "CudaModel | None":
        """Loads a GGUF file (version 2 or 3) onto the context's device. Architectures: llama, qwen2, qwen3, phi3,
        gemma2. Weights: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K. A file that cannot be
        loaded gives code 3 and leaves nothing allocated; too little memory code 2, before anything is copied.

        On failure: 0."""
        result = _rt_cuda_load_model(self._handle, path.encode() if type(path) is str and "\0" not in path else _rt.text(path))
        if not result:
            _fail()
        return CudaModel(result, self) if result else None

    def get_process_vram_usage(self) -> int:
        """The bytes that this process has allocated on the context's device.

        On failure: -1."""
        result = _rt_cuda_get_process_vram_usage(self._handle)
        if result == -1:
            _fail()
        return result

    def check_device_health(self) -> bool:
        """True where the context's device answers; last error says what is wrong with it.

        On failure: false."""
        result = _rt_cuda_check_device_health(self._handle)
        if not result:
            _fail()
        return result


class CudaModel(_rt.Owner):
    """A cuda model, which belongs to its cuda context and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_cuda_unload_model, self._handle)

    def get_vram_usage(self) -> int:
        """The bytes of a model's weights on its device.

        On failure: -1."""
        result = _rt_cuda_model_get_vram_usage(self._handle)
        if result == -1:
            _fail()
        return result

    def inference_start(self, prompt: str | bytes | None, max_tokens: int, temperature: float, seed: int) -> "CudaInference | None":
        """Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
        (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.

        On failure: 0."""
        result = _rt_cuda_inference_start(self._handle, prompt.encode() if type(prompt) is str and "\0" not in prompt else _rt.text(prompt), max_tokens if 0 <= max_tokens <= 9223372036854775807 else _rt.integer(max_tokens), temperature, seed if 0 <= seed <= 9223372036854775807 else _rt.integer(seed))
        if not result:
            _fail()
        return CudaInference(result, self) if result else None

    def check_vram_residency(self) -> bool:
        """True where every allocation of the model lies in its device's own memory.

        On failure: false."""
        result = _rt_cuda_check_vram_residency(self._handle)
        if not result:
            _fail()
        return result

    def cuda_get_vram_usage(self) -> int:
        """The bytes of a model's weights and of its inferences that are alive.

        On failure: -1."""
        result = _rt_cuda_get_vram_usage(self._handle)
        if result == -1:
            _fail()
        return result

    def inference_start_with_options(self, prompt: str | bytes | None, options_json: str | bytes | None) -> "CudaInference | None":
        """The same with options, a JSON object; all keys are optional and an unknown one is refused by name:

        - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
        - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
          this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
        - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
          `top_p` of what that leaves, then `min_p`, and the temperature last
        - `stop`: texts that end it and are left out
        - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
          token is added (true)

        On failure: 0."""
        result = _rt_cuda_inference_start_with_options(self._handle, prompt.encode() if type(prompt) is str and "\0" not in prompt else _rt.text(prompt), options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))
        if not result:
            _fail()
        return CudaInference(result, self) if result else None

    def info(self) -> str:
        """What a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
        `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`.

        On failure: ""."""
        result = _take_text(_rt_cuda_model_info(self._handle))
        if not result:
            _fail()
        return result

    def chat_template(self) -> str:
        """How the model was taught conversations: the template in Jinja's language that its file has, `""` where it has
        none. It is given out and not run here: it is a program, and files are not trusted.

        On failure: ""."""
        result = _take_text(_rt_cuda_model_chat_template(self._handle))
        if not result:
            _fail()
        return result

    def tokenize(self, text: str | bytes | None, special: bool) -> list[int]:
        """The tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
        wants at the beginning and the end is added, as for a prompt.

        On failure: []."""
        result = _rt_cuda_model_tokenize(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), special).take()
        if not result:
            _fail()
        return result

    def detokenize(self, tokens: list[int] | None) -> str:
        """The text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.

        On failure: ""."""
        tokens_data, tokens_len, tokens_kept = _rt.items("q", tokens)
        result = _take_text(_rt_cuda_model_detokenize(self._handle, tokens_data, tokens_len))
        if not result:
            _fail()
        return result

    def token_text(self, token: int) -> str:
        """One token as the vocabulary lists it, control tokens included.

        On failure: ""."""
        result = _take_text(_rt_cuda_model_token_text(self._handle, token if 0 <= token <= 9223372036854775807 else _rt.integer(token)))
        if not result:
            _fail()
        return result

    def logits(self, text: str | bytes | None) -> list[float]:
        """What the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
        probabilities of them.

        On failure: []."""
        result = _rt_cuda_model_logits(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result

    def perplexity(self, text: str | bytes | None) -> float:
        """How much `text` surprises the model: e to the mean of minus the logarithm of each token's probability,
        the first token's left out. At least 1; the smaller, the better expected. 0 on failure.

        On failure: 0.0."""
        result = _rt_cuda_model_perplexity(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text))
        if result == 0.0:
            _fail()
        return result


class CudaInference(_rt.Owner):
    """A cuda inference, which belongs to its cuda model and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_cuda_inference_free, self._handle)

    def next_token(self) -> InferenceToken:
        """The next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
        `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread
        that calls while one is inside gets an error.

        On failure: has_token false, token "", index 0."""
        result = _rt_cuda_inference_next_token(self._handle)
        result = InferenceToken(result.has_token, _take_text(result.token), result.index)
        if result.has_token == False and result.token == "" and result.index == 0:
            _fail()
        return result

    def statistics(self) -> InferenceStatistics:
        """How many tokens an inference took in and made, and in what time.

        On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds 0.0, generation_seconds 0.0."""
        result = _rt_cuda_inference_statistics(self._handle)
        result = InferenceStatistics(result.prompt_tokens, result.generated_tokens, result.prompt_seconds, result.generation_seconds)
        if result.prompt_tokens == 0 and result.generated_tokens == 0 and result.prompt_seconds == 0.0 and result.generation_seconds == 0.0:
            _fail()
        return result
