/*
 * GPUs, their memory, and language models in GGUF files, which run on a GPU or on the CPU.
 *
 * Device 0, 1, … is a GPU, -1 is the CPU, which is never chosen by itself. A context is a device taken into use, a
 * model belongs to a context, an inference is one text that a model goes on with. What is asked of a GPU where there
 * is none, or no driver, fails and says so. Memory of a device is a number of bytes behind a handle, and whatever
 * reads or writes outside is refused.
 */
#ifndef SIMPLE_NATIVE_CUDA_H
#define SIMPLE_NATIVE_CUDA_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Why an inference has ended.
 */
enum SnCudaEndReason {
    /* The inference has not ended. */
    SN_CUDA_END_REASON_NONE = 0,
    /* The model's end-of-text or end-of-turn token. */
    SN_CUDA_END_REASON_END_TOKEN = 1,
    /* One of the texts that `stop` has. */
    SN_CUDA_END_REASON_STOP_TEXT = 2,
    /* As many tokens as were asked for. */
    SN_CUDA_END_REASON_MAX_TOKENS = 3,
    /* The model's context is full. */
    SN_CUDA_END_REASON_CONTEXT_FULL = 4,
    /* A call failed. */
    SN_CUDA_END_REASON_FAILED = 5,
    /* It was cancelled. */
    SN_CUDA_END_REASON_CANCELLED = 6,
    /* Nothing may follow, by the schema, the grammar or the regular expression that it has. */
    SN_CUDA_END_REASON_COMPLETE = 7
};

/*
 * The numbers of the errors, as they cross the boundary.
 */
enum SnCudaErrorCode {
    /* No call failed. */
    SN_CUDA_ERROR_CODE_SUCCESS = 0,
    /* A device of this number cannot be used. */
    SN_CUDA_ERROR_CODE_INVALID_DEVICE = 1,
    /* The device has no memory left. */
    SN_CUDA_ERROR_CODE_OUT_OF_MEMORY = 2,
    /* The file is no model that can be loaded. */
    SN_CUDA_ERROR_CODE_MODEL_LOAD_FAILED = 3,
    /* The model could not go on. */
    SN_CUDA_ERROR_CODE_INFERENCE_FAILED = 4,
    /* An argument was refused. */
    SN_CUDA_ERROR_CODE_INVALID_PARAMETER = 5,
    /* A kernel could not be started, or failed. */
    SN_CUDA_ERROR_CODE_KERNEL_LAUNCH_FAILED = 6,
    /* The weights are not where they have to be. */
    SN_CUDA_ERROR_CODE_VRAM_RESIDENCY_FAILED = 7,
    /* There is no such device. */
    SN_CUDA_ERROR_CODE_DEVICE_NOT_FOUND = 8,
    /* Anything else. */
    SN_CUDA_ERROR_CODE_UNKNOWN = 99
};

/*
 * How a text's embedding is made of those of its tokens.
 */
enum SnCudaPooling {
    /* As the model's file says; the mean where it says nothing. */
    SN_CUDA_POOLING_OF_MODEL = 0,
    /* The mean of all. */
    SN_CUDA_POOLING_MEAN = 1,
    /* The first token's. */
    SN_CUDA_POOLING_FIRST = 2,
    /* The last token's. */
    SN_CUDA_POOLING_LAST = 3
};

/*
 * What a GPU's generation can do, as NVIDIA numbers it.
 */
typedef struct RtComputeCapability {
    /* 9 for Hopper. */
    int64_t major;
    /* The revision within it. */
    int64_t minor;
} RtComputeCapability;

/*
 * A piece of a continued text.
 */
typedef struct RtInferenceToken {
    /* False at the end, and on failure. */
    bool has_token;
    /* What the token adds to the text: valid UTF-8, empty where it completes no character. */
    char *token;
    /* The token's place, from 0. */
    int64_t index;
} RtInferenceToken;

/*
 * The last token of an inference.
 */
typedef struct RtInferenceLastToken {
    /* Its number, -1 where none was made yet. */
    int64_t token;
    /* True where `log_probability` is known: with the option `log_probabilities`. */
    bool has_log_probability;
    /* The natural logarithm of its probability, at most 0, by the model's logits before any option changes them; 0 */
    /* where it is not known. */
    double log_probability;
} RtInferenceLastToken;

/*
 * How far an inference is.
 */
typedef struct RtInferenceStatistics {
    /* Tokens of the prompt. */
    int64_t prompt_tokens;
    /* Tokens made so far. */
    int64_t generated_tokens;
    /* Seconds that the prompt and the first token took. */
    double prompt_seconds;
    /* Seconds that the other tokens took. */
    double generation_seconds;
} RtInferenceStatistics;

/*
 * How much of its text an inference has taken in.
 */
typedef struct RtInferenceProgress {
    /* Tokens that were taken in, of those given and made. */
    int64_t taken_in;
    /* Tokens given and made. */
    int64_t total;
} RtInferenceProgress;

/*
 * Tells whether at least one GPU can be used: the build has GPU code, and a driver offers a device.
 */
bool rt_cuda_is_available(void);

/*
 * Returns how many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
 */
int64_t rt_cuda_device_count(void);

/*
 * Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
 * reference. Until it is called, a thread's device is GPU 0.
 *
 * On failure: false.
 */
bool rt_cuda_set_device(int64_t id);

/*
 * Returns the calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no GPU,
 * as last error then says.
 *
 * On failure: -1.
 */
int64_t rt_cuda_get_device(void);

/*
 * Returns what a device is called: `NVIDIA H100`, or `CPU reference` for -1.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_device_name(int64_t id);

/*
 * Returns a device's memory in bytes; the host's for the CPU reference.
 *
 * On failure: -1.
 */
int64_t rt_cuda_device_memory(int64_t id);

/*
 * Returns a GPU's compute capability; the CPU reference has none.
 *
 * On failure: major 0, minor 0.
 */
RtComputeCapability rt_cuda_compute_capability(int64_t id);

/*
 * Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
 * caller to give to `rt_cuda_free`. The bytes are not set.
 *
 * On failure: 0.
 */
int64_t rt_cuda_malloc(int64_t size);

/*
 * Frees an allocation, whichever device it is on, once no call uses it any more.
 *
 * On failure: false.
 */
bool rt_cuda_free(int64_t ptr);

/*
 * Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
 * nothing is copied where the bytes do not fit into it.
 *
 * On failure: false.
 */
bool rt_cuda_memcpy_h2d(int64_t dst_device, const uint8_t *src_host, int64_t src_host_len, int64_t size);

/*
 * Copies `size` bytes from the device into the caller's buffer, after all work queued before.
 *
 * On failure: false.
 */
bool rt_cuda_memcpy_d2h(uint8_t *dst_host, int64_t dst_host_len, int64_t src_device, int64_t size);

/*
 * Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
 * overlap on the CPU reference only.
 *
 * On failure: false.
 */
bool rt_cuda_memcpy_d2d(int64_t dst, int64_t src, int64_t size);

/*
 * Sets `size` bytes from `ptr` on to `value`, 0 to 255.
 *
 * On failure: false.
 */
bool rt_cuda_memset(int64_t ptr, int64_t value, int64_t size);

/*
 * Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
 *
 * Returns a cuda module; free it with rt_cuda_unload_module. On failure: 0.
 */
int64_t rt_cuda_compile_ptx(const char *ptx_source);

/*
 * Finds a kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
 *
 * `module` is a cuda module. Returns a cuda function. On failure: 0.
 */
int64_t rt_cuda_get_function(int64_t module, const char *name);

/*
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
 * `func` is a cuda function. On failure: false.
 */
bool rt_cuda_launch_kernel(int64_t func, int64_t gx, int64_t gy, int64_t gz, int64_t blk_x, int64_t blk_y, int64_t blk_z, int64_t shared_mem, const int64_t *args, int64_t args_len);

/*
 * Unloads a module; its functions are stale.
 *
 * `module` is a cuda module, freed by this call. On failure: false.
 */
bool rt_cuda_unload_module(int64_t module);

/*
 * Waits for all work on the calling thread's device. Fails where something of it failed.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_synchronize(void);

/*
 * Makes a new queue of work on the calling thread's device.
 *
 * Returns a cuda stream; free it with rt_cuda_stream_destroy. On failure: 0.
 */
int64_t rt_cuda_stream_create(void);

/*
 * Frees a stream; its work is finished first.
 *
 * `stream` is a cuda stream, freed by this call. On failure: false.
 */
bool rt_cuda_stream_destroy(int64_t stream);

/*
 * Waits for a stream's work. Fails where something of it failed.
 *
 * `stream` is a cuda stream. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_stream_synchronize(int64_t stream);

/*
 * Returns why this thread's last failed cuda call failed: one sentence, `""` where none did. Like `cudaGetLastError`
 * it forgets it, text and code: ask `rt_cuda_get_last_error_code` first, or use `rt_cuda_peek_last_error`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_cuda_get_last_error(void);

/*
 * Returns what `rt_cuda_get_last_error` does, without forgetting it. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_cuda_peek_last_error(void);

/*
 * Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
 *
 * Returns a cuda context; free it with rt_cuda_destroy. On failure: 0.
 */
int64_t rt_cuda_init(int64_t device);

/*
 * Frees a context; its models and their inferences are stale. Calls that use them end first.
 *
 * `context` is a cuda context, freed by this call. On failure: false.
 */
bool rt_cuda_destroy(int64_t context);

/*
 * Loads a GGUF file (version 2 or 3), or the first of those that a model was split into, which finds the others beside it
 * by their names, onto the context's device. Architectures: llama (Mistral and Mixtral too), qwen2, qwen3, qwen3moe, phi3
 * (Phi 4 too), gemma, gemma2, gemma3, granite, granitemoe, olmo2, olmoe, smollm3, glm4, exaone, internlm2, ernie4_5,
 * mistral3, llama4, gpt-oss, deepseek2 (DeepSeek 3 too), and for embeddings alone bert and nomic-bert. Weights: F32, F16,
 * BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K, and on the CPU Q2_K, Q3_K, IQ4_NL, IQ4_XS, those of IQ1, IQ2 and
 * IQ3, TQ1_0, TQ2_0, MXFP4. A GPU refuses, with code 1, those weights, mixtures of experts, Granite's scales, temperatures
 * by position, latent attention, and encoders. A file that cannot be loaded gives code 3 and leaves nothing allocated, and so does one with a tensor, or with a metadata key of its
 * architecture, that is not used here (last error names it): its results would be wrong; too little memory code 2, before anything is copied.
 * On the CPU the weights stay in the file (`rt_cuda_set_mapping`): one that was written to since fails every call of the
 * model with code 3, and one that is made shorter in the midst of a call ends the process.
 *
 * `context` is a cuda context. Returns a cuda model; free it with rt_cuda_unload_model. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_cuda_load_model(int64_t context, const char *path);

/*
 * Unloads a model; its inferences are stale. Calls that use it end first.
 *
 * `model` is a cuda model, freed by this call. On failure: false.
 */
bool rt_cuda_unload_model(int64_t model);

/*
 * Returns the bytes of a model's weights on its device.
 *
 * `model` is a cuda model. On failure: -1.
 */
int64_t rt_cuda_model_get_vram_usage(int64_t model);

/*
 * Starts to continue `prompt` (not empty) by up to `max_tokens` tokens (1 to the model's context, or to 2048 where
 * that is less) at a `temperature` of 0 (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
 *
 * `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_start(int64_t model, const char *prompt, int64_t max_tokens, double temperature, int64_t seed);

/*
 * Computes the next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
 * `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread that calls
 * while one is inside gets an error.
 *
 * `inference` is a cuda inference. On failure: has_token false, token "", index 0. May wait; blocks
 * its own thread only.
 */
RtInferenceToken rt_cuda_inference_next_token(int64_t inference);

/*
 * Frees an inference and what it holds on the device, once no call uses it any more.
 *
 * `inference` is a cuda inference, freed by this call. On failure: false.
 */
bool rt_cuda_inference_free(int64_t inference);

/*
 * Tells whether every allocation of the model lies in its device's own memory.
 *
 * `model` is a cuda model. On failure: false.
 */
bool rt_cuda_check_vram_residency(int64_t model);

/*
 * Returns the bytes of a model's weights and of its inferences that are alive.
 *
 * `model` is a cuda model. On failure: -1.
 */
int64_t rt_cuda_get_vram_usage(int64_t model);

/*
 * Returns the bytes that this process has allocated on the context's device.
 *
 * `context` is a cuda context. On failure: -1.
 */
int64_t rt_cuda_get_process_vram_usage(int64_t context);

/*
 * Tells whether the context's device answers; last error says what is wrong with it.
 *
 * `context` is a cuda context. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_check_device_health(int64_t context);

/*
 * Returns what an error code means, in a sentence: 0 success, 1 invalid device, 2 out of memory, 3 model load failed,
 * 4 inference failed, 5 invalid parameter, 6 kernel launch failed, 7 VRAM residency failed, 8 device not found; any
 * other number is an unknown error.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_cuda_error_message(int64_t code);

/*
 * Returns the code of this thread's last failed cuda call, 0 where none failed since the last `rt_cuda_clear_error` or
 * `rt_cuda_get_last_error`.
 */
int64_t rt_cuda_get_last_error_code(void);

/*
 * Forgets why this thread's last failed cuda call failed.
 */
void rt_cuda_clear_error(void);

/*
 * Tells whether this build holds the cuda library, as it does where this links. Whether there is a GPU says
 * `rt_cuda_is_available`.
 */
bool rt_cuda_available(void);

/*
 * Returns the version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_cuda_version(void);

/*
 * Sets how many threads compute together for one call on the CPU reference (-1), the calling thread among them: 1 to
 * 256, or 0 for all cores that this process may use, as it is until this is called. Results are the same with any
 * number. While one inference computes with them, another computes on its caller's thread alone. `false` for a number
 * outside the range.
 *
 * On failure: false.
 */
bool rt_cuda_set_threads(int64_t threads);

/*
 * Sets whether the CPU reference (-1) multiplies quantised weights with exact activations (`true`) or with rounded ones
 * (`false`, as it is until this is called), in this process and from the next operation on. Rounded, each 256 activations are
 * integers from -16383 to 16383 in proportion, which takes about half the time for a token and changes logits by
 * up to about 1e-5 of their sum of squares. Activations for F32, F16 and BF16 weights are always exact, and so are all on a
 * processor without AVX2 or NEON. `true`.
 *
 * On failure: false.
 */
bool rt_cuda_set_exact(bool exact);

/*
 * Sets whether the CPU reference (-1) reads the weights of models that are loaded from now on where their files have them
 * (`true`, as it is until this is called): loading copies nothing, and processes with one file share its memory. Such a
 * file may be removed, or replaced by renaming another; one that was written to since fails every call of the model with
 * code 3, and one that is made shorter in the midst of a call ends the process. `false`: weights are copied, and the file
 * is free once the model is loaded. Results are the same. `true`.
 *
 * On failure: false.
 */
bool rt_cuda_set_mapping(bool maps);

/*
 * Returns the bytes of a device's memory that are free now; the host's for the CPU reference.
 *
 * On failure: -1.
 */
int64_t rt_cuda_device_free_memory(int64_t id);

/*
 * Returns the name of an error code: `VRAM_OOM` for 2, `UNKNOWN` for a number that is none.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_cuda_error_name(int64_t code);

/*
 * Tells whether trying again later may help: for out of memory (2) alone.
 */
bool rt_cuda_error_is_retriable(int64_t code);

/*
 * Returns the category of this thread's last failed cuda call, by the numbers that other libraries give as
 * `rt_<library>_get_last_error_code`: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2
 * stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a device or the system, 5 timed out,
 * 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_cuda_get_last_error_category(void);

/*
 * Starts an inference as `rt_cuda_inference_start` does, with options, a JSON object; all keys are optional and an
 * unknown one is refused by name:
 *
 * - `max_tokens` (1 to the model's context, or to 2048 where that is less; 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
 * - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
 *   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
 * - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
 *   `top_p` of what that leaves, then `min_p`, and the temperature last
 * - `stop`: texts that end it and are left out
 * - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
 *   token is added (true); `parse_control` and `add_bos` say it for the one and the other (null: as `special`)
 * - `log_probabilities`: whether `rt_cuda_inference_last_token` knows them (false): all logits leave the device then
 * - `reserve_tokens`: room for so many tokens altogether is made at the start, for `rt_cuda_inference_feed` (0)
 * - `control_texts`: whether control tokens that do not end it add their texts, such as those around a call of a tool
 *   (false: they add none, and `rt_cuda_inference_last_token` tells them)
 * - `json_schema`: a JSON schema (`true` and `{}`: any JSON); only JSON that it describes is written. `regex`: a regular
 *   expression whose text all of it is. `grammar`: a grammar in the form of Lark's language that llguidance reads, with
 *   `start` as its first rule. One of the three may be there; what follows `rt_cuda_inference_feed` begins anew. It ends
 *   where nothing may follow (`SN_CUDA_END_REASON_COMPLETE`), or by an end token where that is allowed; `max_tokens`
 *   may end it before. All logits leave the device then. What llguidance does not know of JSON schemas is refused.
 *
 * `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_start_with_options(int64_t model, const char *prompt, const char *options_json);

/*
 * Starts an inference as `rt_cuda_inference_start_with_options` does, from tokens (at least 1), as
 * `rt_cuda_model_tokenize_chat` gives them. Nothing is added to them, so that `special`, `parse_control` and `add_bos`
 * say nothing here.
 *
 * `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_start_with_tokens(int64_t model, const int64_t *tokens, int64_t tokens_len, const char *options_json);

/*
 * Gives an inference more tokens behind those that it was given and made, and lets it make up to `max_tokens` (1 to the
 * model's context, or to 2048 where that is less) after them; the next call takes them in. It may have ended or not; text that was held back for `stop` is lost. The
 * token that ended it is none of its tokens: where it belongs into the text, give it first. No tokens are enough where
 * it ended after `max_tokens`, or was cancelled. Where there is no room for all (`reserve_tokens` makes some), there is
 * for a moment twice what it holds on the device: what was taken in is copied, but for a model with other rotary turns
 * in long contexts (Phi 3's), which takes all in anew. False, with the inference as it was, where the model's context is too small,
 * or there is no memory.
 *
 * `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_inference_feed(int64_t inference, const int64_t *tokens, int64_t tokens_len, int64_t max_tokens);

/*
 * Changes the options of the tokens to follow: those keys that `options_json`, an object, has, as
 * `rt_cuda_inference_start_with_options` takes them; the others stay. A `seed` begins its random numbers anew, and
 * `max_tokens` counts from here. What is said of the prompt alone changes nothing any more.
 *
 * `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_inference_set_options(int64_t inference, const char *options_json);

/*
 * Returns the token that the last call of `rt_cuda_inference_next_token` made: also one that ended the inference and
 * adds no text.
 *
 * `inference` is a cuda inference. On failure: token 0, has_log_probability false, log_probability
 * 0.0.
 */
RtInferenceLastToken rt_cuda_inference_last_token(int64_t inference);

/*
 * Returns why an inference has ended; that it has not is said, too. -1 on failure.
 *
 * `inference` is a cuda inference. On failure: -1.
 */
int64_t rt_cuda_inference_end_reason(int64_t inference);

/*
 * Returns how many tokens an inference took in and made, and in what time.
 *
 * `inference` is a cuda inference. On failure: prompt_tokens 0, generated_tokens 0, prompt_seconds
 * 0.0, generation_seconds 0.0.
 */
RtInferenceStatistics rt_cuda_inference_statistics(int64_t inference);

/*
 * Returns all tokens of an inference in their order: those given and those made, without one that ended it.
 *
 * `inference` is a cuda inference. Release what it returns with rt_i64_array_free. On failure: an
 * empty array.
 */
RtI64Array rt_cuda_inference_tokens(int64_t inference);

/*
 * Returns what a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
 * `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`, `chat_templates`: names of templates beside the usual one, and `warnings`: sentences on
 * what the file leaves open or says oddly, such as a missing pre-tokenizer, and what was assumed.
 *
 * `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_model_info(int64_t model);

/*
 * Returns how the model was taught conversations: the template in Jinja's language that its file has, `""` where it
 * has none. `rt_cuda_model_render_chat` runs it.
 *
 * `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_model_chat_template(int64_t model);

/*
 * Returns the tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
 * wants at the beginning and the end is added, as for a prompt. A SentencePiece vocabulary takes U+2581 for a space;
 * Qwen's brings the text into NFC first, as those tokenizers do themselves.
 *
 * `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_cuda_model_tokenize(int64_t model, const char *text, bool special);

/*
 * Returns the tokens of a text, as `rt_cuda_model_tokenize` does, with options, a JSON object; all keys are optional and
 * an unknown one is refused by name:
 *
 * - `parse_control`: whether texts of control tokens are those tokens (true). Where it is false, no text becomes a
 *   control token.
 * - `add_bos`, `add_eos`: whether the model's begin token stands before them and its end token after them (null: as the
 *   model's file says). A begin token that is there already is not added again.
 *
 * `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_cuda_model_tokenize_with_options(int64_t model, const char *text, const char *options_json);

/*
 * Renders a conversation as the model was taught it, by the template of its file. `messages_json` is an array of
 * objects, each with a text `role` (`"system"`, `"user"`, `"assistant"`, `"tool"`) and mostly `content`; what else they
 * have, such as `tool_calls`, the template decides. `options_json` is an object; all keys are optional and an unknown
 * one is refused by name:
 *
 * - `add_generation_prompt`: whether it ends with what begins the assistant's next turn (true)
 * - `tools`, `documents`: arrays of objects, as templates expect them
 * - `variables`: an object of what else a template asks for, such as `{"enable_thinking": false}`
 * - `template`: a text in place of the file's template
 * - `template_name`: one of the templates that the file has beside its usual one (`chat_templates` of
 *   `rt_cuda_model_info`); without it, where there are `tools` and the file has one of the name `tool_use`, that
 * - `now`: seconds since 1970 that a template takes for the present, in UTC, in the years 1000 to 9999 (the clock's)
 * - `add_bos`: is for `rt_cuda_model_tokenize_chat`
 *
 * The result is that of `apply_chat_template` of Hugging Face's `transformers`. A text that looks like a control token
 * is rendered as it is, so that tokens must not be made of the result where users are not trusted:
 * `rt_cuda_model_tokenize_chat` does that. A template cannot tell such a text from another: to it, the signs by which
 * control tokens are known, such as `|`, are others in what users say.
 *
 * A template is a program of a stranger's. It reaches nothing but what is given here, and one that takes more than
 * 1,000,000 steps (and 8 for each byte of its text, messages and options, a step being 64 bytes, too) fails, with code 4;
 * a text of more than 1 MiB, messages that the template refuses, and all else that it cannot do, with code 5. `""` on
 * failure.
 *
 * `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_model_render_chat(int64_t model, const char *messages_json, const char *options_json);

/*
 * Returns the tokens of a conversation, rendered as `rt_cuda_model_render_chat` does. Control tokens are those alone that
 * the template writes: no text in messages, tools, documents and variables becomes one, however the template joins or
 * cuts it. `add_bos` says whether the model's begin token stands first (null: as the model's file says); one that the
 * template writes is not added again.
 *
 * `model` is a cuda model. Release what it returns with rt_i64_array_free. On failure: an empty array.
 */
RtI64Array rt_cuda_model_tokenize_chat(int64_t model, const char *messages_json, const char *options_json);

/*
 * Returns the text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
 *
 * `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_model_detokenize(int64_t model, const int64_t *tokens, int64_t tokens_len);

/*
 * Returns one token as the vocabulary lists it, control tokens included.
 *
 * `model` is a cuda model. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_cuda_model_token_text(int64_t model, int64_t token);

/*
 * Computes what the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
 * probabilities of them.
 *
 * `model` is a cuda model. Release what it returns with rt_f64_array_free. On failure: an empty array.
 * May wait; blocks its own thread only.
 */
RtF64Array rt_cuda_model_logits(int64_t model, const char *text);

/*
 * Computes the embedding of `text`: as many numbers as the model is wide (`width` of `rt_cuda_model_info`), by which texts
 * are compared. It is made of what the last layer makes of each token, as `pooling` says; where `normalized`, its length
 * is 1, so that the sum of the products of two is the cosine between them. Models that were trained for it (Qwen 3
 * Embedding) say much more by it than others. The tokens are those of a prompt, with what the model wants at its
 * beginning and its end.
 *
 * `model` is a cuda model. Release what it returns with rt_f64_array_free. On failure: an empty array.
 * May wait; blocks its own thread only.
 */
RtF64Array rt_cuda_model_embed(int64_t model, const char *text, int64_t pooling, bool normalized);

/*
 * Computes how much `text` surprises the model: e to the mean of minus the logarithm of each token's probability, the
 * first token's left out. At least 1; the smaller, the better expected. 0 on failure.
 *
 * `model` is a cuda model. On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_cuda_model_perplexity(int64_t model, const char *text);

/*
 * Takes in up to `most` (at least 1) of the tokens that an inference was given, without making one, and returns how many
 * are left: 0 where the next token follows at once. The last token is not taken in before, for the next one is made with
 * it. A prompt in steps shows how far it is, and ends where the host stops calling; and what several inferences have in
 * common is taken in once, by one that `rt_cuda_inference_fork` then copies. -1 on failure.
 *
 * `inference` is a cuda inference. On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_prefill(int64_t inference, int64_t most);

/*
 * Computes the next token of each of several inferences (1 to 4096, none twice), as `rt_cuda_inference_next_token` does for
 * one, and returns what each adds to its text, in their order. Those of one model go through it together: on the CPU (-1)
 * its weights are read once for all of them, so that each costs a part of what it costs alone; on a GPU they follow each
 * other. Each says what it would say alone, to the bit. Inferences may be at different places, join from call to call,
 * and leave; one that has tokens to take in takes them in first, by itself (`rt_cuda_inference_prefill` does it in steps).
 * What one adds is `""` where it has ended before, where it completes no character, and where it fails, of which the others
 * know nothing: `rt_cuda_inference_end_reason` tells each's end, and `rt_cuda_inference_last_token` each's token. The call
 * fails, and none goes on, where one of the handles is no inference's, is there twice, or is used by another thread.
 *
 * Release what it returns with rt_text_array_free. On failure: an empty array. May wait; blocks its
 * own thread only.
 */
RtTextArray rt_cuda_inference_next_tokens(const int64_t *inferences, int64_t inferences_len);

/*
 * Returns how far an inference is; also while another thread is inside, where a prompt's tokens count as they are taken
 * in, up to 128 at a time.
 *
 * `inference` is a cuda inference. On failure: taken_in 0, total 0.
 */
RtInferenceProgress rt_cuda_inference_progress(int64_t inference);

/*
 * Ends an inference from any thread: a call that is inside ends without a token, after the layer that it is at, or with
 * its token where that is at hand; later calls make none. What was taken in stays so: `rt_cuda_inference_feed`, without
 * tokens too, goes on from there, with the same tokens as if nothing had been.
 *
 * `inference` is a cuda inference. On failure: false.
 */
bool rt_cuda_inference_cancel(int64_t inference);

/*
 * Makes a second inference at the same place of the same text, with the same options and random numbers: without another
 * seed (`rt_cuda_inference_set_options`) it says the same. Each then goes on by itself. It takes as much of the device's
 * memory as the first.
 *
 * `inference` is a cuda inference. Returns a cuda inference; free it with rt_cuda_inference_free. On
 * failure: 0. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_fork(int64_t inference);

/*
 * Forgets all tokens of an inference but the first `tokens` (1 to all) of those given and made. It goes on from there;
 * one that has ended does with `rt_cuda_inference_feed`. A chat whose next prompt begins as the last one did
 * (`rt_cuda_inference_tokens`) takes in what is new alone. What was counted stays counted, and text that was held back
 * is lost.
 *
 * `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_inference_rewind(int64_t inference, int64_t tokens);

/*
 * Writes an inference to a file, which is replaced when all of it is there: its tokens, options and random numbers, and
 * the keys and values of what was taken in, which are as large as on the device. It holds what was said, for whoever may
 * read it. Code 5 where it cannot be written.
 *
 * `inference` is a cuda inference. On failure: false. May wait; blocks its own thread only.
 */
bool rt_cuda_inference_save(int64_t inference, const char *path);

/*
 * Goes on with an inference that `rt_cuda_inference_save` wrote: with the same tokens as the one that was saved. The
 * model has to be of the same file, on any device. A file that is no such, is damaged, or is of another model is refused
 * with code 5.
 *
 * `model` is a cuda model. Returns a cuda inference; free it with rt_cuda_inference_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_cuda_inference_load(int64_t model, const char *path);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_cuda_compute_capability_into(int64_t id, RtComputeCapability *out);
bool rt_cuda_inference_next_token_into(int64_t inference, RtInferenceToken *out);
bool rt_cuda_inference_last_token_into(int64_t inference, RtInferenceLastToken *out);
bool rt_cuda_inference_statistics_into(int64_t inference, RtInferenceStatistics *out);
bool rt_cuda_inference_tokens_into(int64_t inference, RtI64Array *out);
bool rt_cuda_model_tokenize_into(int64_t model, const char *text, bool special, RtI64Array *out);
bool rt_cuda_model_tokenize_with_options_into(int64_t model, const char *text, const char *options_json, RtI64Array *out);
bool rt_cuda_model_tokenize_chat_into(int64_t model, const char *messages_json, const char *options_json, RtI64Array *out);
bool rt_cuda_model_logits_into(int64_t model, const char *text, RtF64Array *out);
bool rt_cuda_model_embed_into(int64_t model, const char *text, int64_t pooling, bool normalized, RtF64Array *out);
bool rt_cuda_inference_next_tokens_into(const int64_t *inferences, int64_t inferences_len, RtTextArray *out);
bool rt_cuda_inference_progress_into(int64_t inference, RtInferenceProgress *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_CUDA_H */
