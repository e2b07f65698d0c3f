/* Every cuda function. Runs with and without a GPU: what needs one is tried, and has to say cleanly that there
 * is none. The path of the parrot's model is the only argument. */
#include "check.h"

#include <pthread.h>

static const char *model_path;

static void fails_with(int64_t code, const char *part) {
    CHECK_INT(rt_cuda_get_last_error_code(), code);
    CHECK_CONTAINS(rt_cuda_peek_last_error(), part);
    CHECK_CONTAINS(rt_cuda_get_last_error(), part);
    /* Asked once, it is forgotten. */
    CHECK_TEXT(rt_cuda_peek_last_error(), "");
    CHECK_INT(rt_cuda_get_last_error_code(), 0);
}

static void errors(void) {
    CHECK_TEXT(rt_cuda_error_message(0), "the call succeeded");
    CHECK_TEXT(rt_cuda_error_message(2), "the device has too little free memory");
    CHECK_TEXT(rt_cuda_error_message(INT64_MIN), "an unknown error");
    CHECK_TEXT(rt_cuda_error_name(2), "VRAM_OOM");
    CHECK_TEXT(rt_cuda_error_name(9), "UNKNOWN");
    CHECK_TEXT(rt_cuda_error_name(INT64_C(1) << 32), "UNKNOWN");
    CHECK(rt_cuda_error_is_retriable(2) && !rt_cuda_error_is_retriable(8));
    CHECK(!rt_cuda_set_device(-2));
    CHECK_INT(rt_cuda_get_last_error_code(), 1);
    CHECK_INT(rt_cuda_get_last_error_category(), 3);
    rt_cuda_clear_error();
    CHECK_INT(rt_cuda_get_last_error_code(), 0);
    CHECK_TEXT(rt_cuda_peek_last_error(), "");
}

static void devices(void) {
    CHECK(rt_cuda_available());
    char *version = rt_cuda_version();
    CHECK(strcmp(version, "cpu") == 0 || strchr(version, '.'));
    rt_text_free(version);
    int64_t count = rt_cuda_device_count();
    CHECK(count >= 0 && rt_cuda_is_available() == (count > 0));
    if (count == 0) {
        CHECK_INT(rt_cuda_get_device(), -1);
        fails_with(8, "device 0 was not found");
        CHECK_INT(rt_cuda_malloc(16), 0);
        fails_with(8, "device 0 was not found");
        CHECK(!rt_cuda_synchronize());
        fails_with(8, "device 0 was not found");
        CHECK_INT(rt_cuda_stream_create(), 0);
        fails_with(8, "device 0 was not found");
        CHECK_INT(rt_cuda_init(0), 0);
        fails_with(8, "device 0 was not found");
    }
    CHECK_TEXT(rt_cuda_device_name(count), "");
    fails_with(8, "was not found");
    CHECK_INT(rt_cuda_device_memory(INT64_MAX), -1);
    fails_with(1, "9223372036854775807");
    CHECK(rt_cuda_set_device(-1));
    CHECK_INT(rt_cuda_get_device(), -1);
    CHECK_TEXT(rt_cuda_peek_last_error(), "");
    CHECK_TEXT(rt_cuda_device_name(-1), "CPU reference");
    CHECK(!rt_cuda_set_threads(-1));
    fails_with(5, "`threads` is -1");
    CHECK(!rt_cuda_set_threads(257));
    fails_with(5, "`threads` is 257");
    CHECK(rt_cuda_set_threads(256) && rt_cuda_set_threads(1) && rt_cuda_set_threads(3) && rt_cuda_set_threads(0));
    CHECK(rt_cuda_set_exact(true) && rt_cuda_set_exact(false));
    CHECK(rt_cuda_set_mapping(false) && rt_cuda_set_mapping(true));
    CHECK(rt_cuda_device_memory(-1) > 1 << 20);
    CHECK(rt_cuda_device_free_memory(-1) > 0 && rt_cuda_device_free_memory(-1) <= rt_cuda_device_memory(-1));
    RtComputeCapability capability = rt_cuda_compute_capability(-1);
    CHECK(capability.major == 0 && capability.minor == 0);
    fails_with(1, "compute capability");
    capability.major = 7;
    CHECK(!rt_cuda_compute_capability_into(-1, &capability));
    CHECK_INT(capability.major, 0);
    rt_cuda_clear_error();
}

static void memory(void) {
    uint8_t out[64], in[64];
    for (int i = 0; i < 64; i++) in[i] = (uint8_t)(i * 3);
    int64_t a = rt_cuda_malloc(64), b = rt_cuda_malloc(32);
    CHECK(a > 0 && b > 0 && a % 256 == 0 && b % 256 == 0);
    CHECK(rt_cuda_memset(a, 0xA5, 64));
    CHECK(rt_cuda_memcpy_d2h(out, 64, a, 64));
    for (int i = 0; i < 64; i++) CHECK(out[i] == 0xA5);
    /* Into the middle, out of the middle, through another allocation. */
    CHECK(rt_cuda_memcpy_h2d(a + 10, in, 64, 54));
    CHECK(rt_cuda_memcpy_d2d(b, a + 20, 32));
    CHECK(rt_cuda_memcpy_d2h(out, 64, b, 32));
    CHECK(memcmp(out, in + 10, 32) == 0);
    CHECK(rt_cuda_memcpy_d2h(out, 0, b, 0));
    CHECK(rt_cuda_synchronize());

    CHECK(!rt_cuda_memcpy_h2d(a + 11, in, 64, 54));
    fails_with(5, "`size` is 54");
    CHECK(!rt_cuda_memcpy_h2d(a, in, 8, 9));
    fails_with(5, "`src_host` has 8 bytes");
    CHECK(!rt_cuda_memcpy_d2h(out, 8, a, -1));
    fails_with(5, "`size` is -1");
    CHECK(!rt_cuda_memcpy_d2d(b, a, 33));
    fails_with(5, "`dst`");
    CHECK(!rt_cuda_memset(a, 256, 1));
    fails_with(5, "`value` is 256");
    CHECK(!rt_cuda_memset(a + 64, 0, 1));
    fails_with(5, "no live allocation");
    CHECK(!rt_cuda_free(a + 1));
    fails_with(5, "no live allocation begins");
    CHECK_INT(rt_cuda_malloc(0), 0);
    fails_with(5, "`size` is 0");
    CHECK_INT(rt_cuda_malloc(INT64_MAX), 0);
    fails_with(2, "are required");
    CHECK(rt_cuda_free(a) && rt_cuda_free(b));
    CHECK(!rt_cuda_free(a));
    fails_with(5, "no live allocation begins");
    CHECK(!rt_cuda_memcpy_d2h(out, 64, a, 64));
    fails_with(5, "no live allocation");
}

static void kernels(void) {
    static const char *const NOTHING = ".version 7.0\n.target sm_80\n.address_size 64\n.visible .entry nothing() { ret; }\n";
    CHECK_INT(rt_cuda_compile_ptx(NOTHING), 0);
    fails_with(1, "runs no PTX");
    CHECK_INT(rt_cuda_compile_ptx(""), 0);
    fails_with(5, "`ptx_source` is empty");
    CHECK_INT(rt_cuda_compile_ptx("// .version\n/* .target */ .version 7.0"), 0);
    fails_with(1, "runs no PTX");
    /* A driver would take a binary as well, and read as far as its header says. */
    CHECK_INT(rt_cuda_compile_ptx("\x7f" "ELF\x02\x01\x01"), 0);
    fails_with(5, "does not begin with a directive");
    CHECK_INT(rt_cuda_get_function(1, "nothing"), 0);
    fails_with(5, "cuda module");
    int64_t argument = 0;
    CHECK(!rt_cuda_launch_kernel(1, 1, 1, 1, 1, 1, 1, 0, &argument, 1));
    fails_with(5, "cuda function");
    CHECK(!rt_cuda_unload_module(1));
    fails_with(5, "cuda module");
    int64_t stream = rt_cuda_stream_create();
    CHECK(stream > 0 && rt_cuda_stream_synchronize(stream));
    CHECK(rt_cuda_stream_destroy(stream));
    CHECK(!rt_cuda_stream_synchronize(stream));
    fails_with(5, "freed");
}

/* A buffer that a text is put together in. */
static char said[8192];

static void speak(int64_t inference) {
    said[0] = 0;
    for (int64_t i = 0;; i++) {
        RtInferenceToken token = rt_cuda_inference_next_token(inference);
        if (token.has_token) {
            CHECK_INT(token.index, i);
            strcat(said, token.token);
        }
        rt_text_free(token.token);
        if (!token.has_token) break;
    }
    CHECK_TEXT(rt_cuda_peek_last_error(), "");
}

/* Conversations, and inferences from their tokens. */
static void chats(int64_t model) {
    static const char messages[] = "[{\"role\": \"user\", \"content\": \"Hi<|endoftext|>\"}]";
    static const char options[] = "{\"template\": \"{{ messages[0].content }}{{ eos_token }}\", \"add_bos\": false}";
    CHECK_TEXT(rt_cuda_model_chat_template(model), "");
    CHECK_TEXT(rt_cuda_model_render_chat(model, messages, options), "Hi<|endoftext|><|endoftext|>");
    CHECK_TEXT(rt_cuda_model_render_chat(model, messages, "{}"), "");
    fails_with(5, "has no chat template");
    CHECK_TEXT(rt_cuda_model_render_chat(model, "{}", options), "");
    fails_with(5, "`messages_json` is no array");
    CHECK_TEXT(rt_cuda_model_render_chat(model, "[]", "{\"template\": \"{% for a in range(9999) %}{{ 'x' * 99999 }}{% endfor %}\"}"), "");
    fails_with(4, "the chat template takes more");
    RtI64Array tokens = rt_cuda_model_tokenize_chat(model, messages, options);
    CHECK(tokens.len > 1);
    int64_t end = tokens.data[tokens.len - 1];
    for (int64_t i = 0; i + 1 < tokens.len; i++) CHECK(tokens.data[i] != end);
    rt_i64_array_free(tokens.data, tokens.len);
    CHECK(!rt_cuda_model_tokenize_chat_into(model, "", options, &tokens));
    fails_with(5, "`messages_json` is not usable");
    CHECK(rt_cuda_model_tokenize_with_options_into(model, "<|endoftext|>", "{\"add_bos\": false}", &tokens));
    CHECK(tokens.len == 1 && tokens.data[0] == end);
    rt_i64_array_free(tokens.data, tokens.len);
    tokens = rt_cuda_model_tokenize_with_options(model, "The lamp<|endoftext|>", "{\"add_bos\": false, \"parse_control\": false}");
    for (int64_t i = 0; i < tokens.len; i++) CHECK(tokens.data[i] != end);

    int64_t inference = rt_cuda_inference_start_with_tokens(
        model, tokens.data, tokens.len, "{\"max_tokens\": 2, \"temperature\": 0, \"log_probabilities\": true}");
    CHECK(inference > 0);
    CHECK_INT(rt_cuda_inference_last_token(inference).token, -1);
    CHECK_INT(rt_cuda_inference_end_reason(inference), SN_CUDA_END_REASON_NONE);
    RtInferenceToken token = rt_cuda_inference_next_token(inference);
    CHECK(token.has_token);
    rt_text_free(token.token);
    RtInferenceLastToken last = rt_cuda_inference_last_token(inference);
    CHECK(last.token >= 0 && last.has_log_probability && last.log_probability <= 0 && last.log_probability > -40);
    CHECK(rt_cuda_inference_last_token_into(inference, &last));
    token = rt_cuda_inference_next_token(inference);
    rt_text_free(token.token);
    CHECK_INT(rt_cuda_inference_end_reason(inference), SN_CUDA_END_REASON_MAX_TOKENS);
    CHECK(rt_cuda_inference_feed(inference, tokens.data, tokens.len, 1));
    CHECK_INT(rt_cuda_inference_end_reason(inference), SN_CUDA_END_REASON_NONE);
    token = rt_cuda_inference_next_token(inference);
    CHECK(token.has_token && token.index == 2);
    rt_text_free(token.token);
    int64_t beyond = 400;
    CHECK(!rt_cuda_inference_feed(inference, &beyond, 1, 1));
    fails_with(5, "token 400");
    CHECK(!rt_cuda_inference_feed(inference, NULL, 0, 0));
    fails_with(5, "`max_tokens` is 0");
    CHECK(rt_cuda_inference_free(inference));
    CHECK_INT(rt_cuda_inference_end_reason(inference), -1);
    CHECK_INT(rt_cuda_inference_last_token(inference).token, 0);
    CHECK_INT(rt_cuda_inference_start_with_tokens(model, &beyond, 1, "{}"), 0);
    CHECK_INT(rt_cuda_inference_start_with_tokens(model, NULL, 0, "{}"), 0);
    fails_with(5, "`tokens` is empty");
    rt_i64_array_free(tokens.data, tokens.len);
}

/* What an inference says from here on. */
static char *rest_of(int64_t inference) {
    static char text[4096];
    text[0] = 0;
    for (;;) {
        RtInferenceToken token = rt_cuda_inference_next_token(inference);
        if (token.has_token) strcat(text, token.token);
        rt_text_free(token.token);
        if (!token.has_token) return text;
    }
}

/* Inferences forward and back, copied and kept. */
static void states(int64_t model) {
    const char *path = "state.bin";
    char expected[4096];
    int64_t first = rt_cuda_inference_start(model, "Quarterly figures", 30, 1, 7);
    RtInferenceProgress progress = rt_cuda_inference_progress(first);
    CHECK(progress.taken_in == 0 && progress.total > 4);
    CHECK_INT(rt_cuda_inference_prefill(first, 2), progress.total - 3);
    CHECK_INT(rt_cuda_inference_prefill(first, -1), -1);
    fails_with(5, "`most` is -1");
    CHECK_INT(rt_cuda_inference_prefill(first, INT64_MAX), 0);
    CHECK(rt_cuda_inference_progress_into(first, &progress) && progress.taken_in == progress.total - 1);
    CHECK(rt_cuda_inference_save(first, path));
    int64_t second = rt_cuda_inference_fork(first), third = rt_cuda_inference_load(model, path);
    CHECK(second > 0 && third > 0);
    strcpy(expected, rest_of(first));
    CHECK(strlen(expected) > 20);
    CHECK(strcmp(rest_of(second), expected) == 0);
    CHECK(rt_cuda_inference_cancel(third));
    CHECK(*rest_of(third) == 0);
    CHECK_INT(rt_cuda_inference_end_reason(third), SN_CUDA_END_REASON_CANCELLED);
    CHECK(rt_cuda_inference_feed(third, NULL, 0, 30));
    CHECK(strcmp(rest_of(third), expected) == 0);
    RtI64Array tokens = rt_cuda_inference_tokens(third);
    CHECK_INT(tokens.len, progress.total + 30);
    rt_i64_array_free(tokens.data, tokens.len);
    CHECK(rt_cuda_inference_tokens_into(first, &tokens) && tokens.len == progress.total + 30);
    rt_i64_array_free(tokens.data, tokens.len);
    CHECK(rt_cuda_inference_rewind(first, progress.total));
    CHECK(!rt_cuda_inference_rewind(first, progress.total + 1));
    fails_with(5, "must be 1 to the");
    CHECK(rt_cuda_inference_set_options(first, "{\"seed\": 7}"));
    CHECK(rt_cuda_inference_feed(first, NULL, 0, 30));
    CHECK(strcmp(rest_of(first), expected) == 0);
    CHECK(!rt_cuda_inference_set_options(first, "{\"temperature\": 3}"));
    fails_with(5, "`temperature` is 3");
    CHECK(!rt_cuda_inference_save(first, "/no/such/folder/state"));
    fails_with(5, "/no/such/folder/state");
    CHECK_INT(rt_cuda_inference_load(model, model_path), 0);
    fails_with(5, "is no saved inference");
    remove(path);
    CHECK(rt_cuda_inference_free(first) && rt_cuda_inference_free(second) && rt_cuda_inference_free(third));
    CHECK_INT(rt_cuda_inference_fork(first), 0);
    CHECK_INT(rt_cuda_inference_progress(first).total, 0);
    rt_cuda_clear_error();
}

/* Two inferences in one pass say what they say alone. */
static void together(int64_t model) {
    char alone[2][4096], joint[2][4096] = {"", ""};
    const char *prompts[] = {"Quarterly figures", "a"};
    int64_t both[3];
    for (int i = 0; i < 2; i++) {
        int64_t one = rt_cuda_inference_start(model, prompts[i], 9 + i, 1, i);
        strcpy(alone[i], rest_of(one));
        CHECK(rt_cuda_inference_free(one));
        both[i] = rt_cuda_inference_start(model, prompts[i], 9 + i, 1, i);
    }
    for (int time = 0; time < 11; time++) {
        RtTextArray texts;
        if (time % 2 == 0) texts = rt_cuda_inference_next_tokens(both, 2);
        else CHECK(rt_cuda_inference_next_tokens_into(both, 2, &texts));
        CHECK_INT(texts.len, 2);
        for (int i = 0; i < texts.len; i++) strcat(joint[i], texts.data[i]);
        rt_text_array_free(texts.data, texts.len);
    }
    for (int i = 0; i < 2; i++) {
        CHECK(strcmp(alone[i], joint[i]) == 0);
        CHECK_INT(rt_cuda_inference_end_reason(both[i]), SN_CUDA_END_REASON_MAX_TOKENS);
    }
    CHECK_INT(rt_cuda_inference_next_tokens(both, 0).len, 0);
    fails_with(5, "must have 1 to");
    both[2] = both[0];
    CHECK_INT(rt_cuda_inference_next_tokens(both, 3).len, 0);
    fails_with(5, "twice");
    CHECK(rt_cuda_inference_free(both[0]));
    CHECK_INT(rt_cuda_inference_next_tokens(both, 2).len, 0);
    fails_with(5, "that was freed");
    CHECK(rt_cuda_inference_free(both[1]));
    rt_cuda_clear_error();
}

/* Only what a schema, a regular expression or a grammar allows is said. */
static void grammars(int64_t model) {
    const char *options[] = {"{\"json_schema\": {\"enum\": [\"yes\"]}}", "{\"regex\": \"(yes)\"}", "{\"grammar\": \"start: \\\"yes\\\"\"}"};
    for (int i = 0; i < 3; i++) {
        int64_t inference = rt_cuda_inference_start_with_options(model, "a", options[i]);
        CHECK(inference > 0);
        CHECK(strcmp(rest_of(inference), i == 0 ? "\"yes\"" : "yes") == 0);
        CHECK_INT(rt_cuda_inference_end_reason(inference), SN_CUDA_END_REASON_COMPLETE);
        CHECK(rt_cuda_inference_free(inference));
    }
    CHECK_INT(rt_cuda_inference_start_with_options(model, "a", "{\"json_schema\": {\"type\": \"nothing\"}}"), 0);
    fails_with(5, "`json_schema` is not usable");
    rt_cuda_clear_error();
}

static void models(void) {
    int64_t context = rt_cuda_init(-1);
    CHECK(context > 0 && rt_cuda_check_device_health(context));
    CHECK_INT(rt_cuda_load_model(context, "/no/such/model.gguf"), 0);
    fails_with(3, "/no/such/model.gguf");
    CHECK_INT(rt_cuda_get_process_vram_usage(context), 0);
    int64_t model = rt_cuda_load_model(context, model_path);
    CHECK(model > 0);
    int64_t weights = rt_cuda_model_get_vram_usage(model);
    CHECK(weights > 100000 && weights < 1000000);
    CHECK_INT(rt_cuda_get_process_vram_usage(context), weights);
    CHECK(rt_cuda_check_vram_residency(model));
    CHECK_CONTAINS(rt_cuda_model_info(model), "\"architecture\":\"llama\"");
    CHECK_TEXT(rt_cuda_model_chat_template(model), "");

    RtI64Array tokens = rt_cuda_model_tokenize(model, "Figaro counts. 🦜", true);
    CHECK(tokens.len > 2);
    CHECK_TEXT(rt_cuda_model_detokenize(model, tokens.data, tokens.len), "Figaro counts. 🦜");
    rt_i64_array_free(tokens.data, tokens.len);
    CHECK(rt_cuda_model_tokenize_into(model, "<|endoftext|>", true, &tokens));
    CHECK(tokens.len == 1);
    CHECK_TEXT(rt_cuda_model_token_text(model, tokens.data[0]), "<|endoftext|>");
    CHECK_TEXT(rt_cuda_model_detokenize(model, tokens.data, 1), "");
    rt_i64_array_free(tokens.data, tokens.len);
    /* Bytes that are no text do not come in; tokens that are no text together come out as one. */
    CHECK_INT(rt_cuda_model_tokenize(model, "a\xff", true).len, 0);
    fails_with(5, "`text` is not UTF-8");
    CHECK_INT(rt_cuda_inference_start(model, "\xc3(", 1, 0, 0), 0);
    fails_with(5, "`prompt` is not UTF-8");
    CHECK(rt_cuda_model_tokenize_into(model, "é", true, &tokens) && tokens.len == 2);
    CHECK_TEXT(rt_cuda_model_detokenize(model, tokens.data, 1), "\xef\xbf\xbd");
    rt_i64_array_free(tokens.data, tokens.len);
    int64_t beyond = 400;
    CHECK_TEXT(rt_cuda_model_detokenize(model, &beyond, 1), "");
    fails_with(5, "token 400");
    CHECK_TEXT(rt_cuda_model_token_text(model, -1), "");
    fails_with(5, "token -1");

    RtF64Array logits = rt_cuda_model_logits(model, "Every evening at six o'");
    CHECK_INT(logits.len, 400);
    int64_t best = 0;
    for (int64_t i = 0; i < logits.len; i++) {
        if (logits.data[i] > logits.data[best]) best = i;
    }
    CHECK_TEXT(rt_cuda_model_token_text(model, best), "c");
    rt_f64_array_free(logits.data, logits.len);
    CHECK(rt_cuda_model_logits_into(model, "a", &logits));
    rt_f64_array_free(logits.data, logits.len);
    RtF64Array embedding = rt_cuda_model_embed(model, "a", SN_CUDA_POOLING_LAST, true);
    double squares = 0;
    for (int64_t i = 0; i < embedding.len; i++) squares += embedding.data[i] * embedding.data[i];
    CHECK(embedding.len > 16 && squares > 0.999999 && squares < 1.000001);
    rt_f64_array_free(embedding.data, embedding.len);
    CHECK(rt_cuda_model_embed_into(model, "Figaro counts", SN_CUDA_POOLING_OF_MODEL, false, &embedding));
    rt_f64_array_free(embedding.data, embedding.len);
    CHECK_INT(rt_cuda_model_embed(model, "a", 4, true).len, 0);
    fails_with(5, "`pooling` is 4");
    double known = rt_cuda_model_perplexity(model, "Every evening at six o'clock Mara climbs the ninety-nine steps");
    CHECK(known > 1 && known < 3);
    CHECK(rt_cuda_model_perplexity(model, "Quarterly figures exceeded expectations") > 10 * known);
    CHECK(rt_cuda_model_perplexity(model, "") == 0);
    fails_with(5, "at least 2");

    int64_t inference = rt_cuda_inference_start(model, "The lamp turned and turned,", 12, 0, 1);
    CHECK(inference > 0 && rt_cuda_get_vram_usage(model) > weights);
    speak(inference);
    CHECK(strncmp(said, " and its light fell", 19) == 0);
    RtInferenceStatistics statistics = rt_cuda_inference_statistics(inference);
    CHECK(statistics.prompt_tokens > 3 && statistics.generated_tokens == 12 && statistics.prompt_seconds > 0);
    CHECK(rt_cuda_inference_statistics_into(inference, &statistics));
    RtInferenceToken token;
    CHECK(rt_cuda_inference_next_token_into(inference, &token));
    CHECK(!token.has_token);
    rt_text_free(token.token);
    CHECK(rt_cuda_inference_free(inference));
    CHECK(!rt_cuda_inference_free(inference));
    fails_with(5, "freed");
    CHECK_INT(rt_cuda_get_vram_usage(model), weights);

    inference = rt_cuda_inference_start_with_options(
        model, "Then Figaro climbed to the very top", "{\"max_tokens\": 30, \"temperature\": 0, \"stop\": [\"feathers\"]}");
    speak(inference);
    CHECK(strcmp(said, " of the rail, shook the drops from his ") == 0);
    rt_cuda_inference_free(inference);
    CHECK_INT(rt_cuda_inference_start_with_options(model, "a", "{\"heat\": 1}"), 0);
    fails_with(5, "heat");
    chats(model);
    states(model);
    together(model);
    grammars(model);

    const struct { int64_t tokens; double temperature; const char *prompt, *part; } REFUSED[] = {
        {0, 0, "a", "`max_tokens` is 0"}, {2049, 0, "a", "`max_tokens` is 2049"}, {-1, 0, "a", "`max_tokens` is -1"},
        {1, -0.1, "a", "`temperature` is -0.1"}, {1, 2.1, "a", "`temperature` is 2.1"}, {1, NAN, "a", "`temperature` is NaN"},
        {1, 0, "", "`prompt` is empty"},
    };
    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        CHECK_INT(rt_cuda_inference_start(model, REFUSED[i].prompt, REFUSED[i].tokens, REFUSED[i].temperature, 0), 0);
        fails_with(5, REFUSED[i].part);
    }
    CHECK(rt_cuda_unload_model(model));
    CHECK(!rt_cuda_unload_model(model));
    fails_with(5, "freed");
    CHECK_INT(rt_cuda_get_process_vram_usage(context), 0);
    rt_cuda_destroy(context);
}

/* Every order of freeing: 0 context, 1 model, 2 inference. What a freed parent made is stale. */
static void orders(void) {
    static const int ORDERS[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    int64_t before = rt_native_live_handles();
    for (int i = 0; i < 6; i++) {
        int64_t context = rt_cuda_init(-1), model = rt_cuda_load_model(context, model_path);
        int64_t inference = rt_cuda_inference_start(model, "One", 3, 0, 0);
        CHECK(inference > 0);
        int gone = 3;
        for (int j = 0; j < 3; j++) {
            int which = ORDERS[i][j];
            bool alive = which < gone; /* no parent of it was freed */
            bool freed = which == 0   ? rt_cuda_destroy(context)
                         : which == 1 ? rt_cuda_unload_model(model)
                                      : rt_cuda_inference_free(inference);
            CHECK(freed == alive);
            if (which < gone) gone = which;
        }
        CHECK_INT(rt_native_live_handles(), before);
        CHECK(!rt_cuda_inference_next_token(inference).has_token);
        CHECK_INT(rt_cuda_model_get_vram_usage(model), -1);
        rt_cuda_clear_error();
    }
}

static int64_t shared;

/* Takes tokens from the shared inference; how many, and how often another thread was inside. */
static void *take(void *out) {
    int64_t *counts = out;
    for (;;) {
        RtInferenceToken token = rt_cuda_inference_next_token(shared);
        rt_text_free(token.token);
        if (token.has_token) {
            __atomic_fetch_add(&counts[0], 1, __ATOMIC_RELAXED);
        } else if (rt_cuda_get_last_error_code() == 0) {
            return NULL;
        } else {
            CHECK_CONTAINS(rt_cuda_get_last_error(), "another thread");
            __atomic_fetch_add(&counts[1], 1, __ATOMIC_RELAXED);
        }
    }
}

static void threads(void) {
    int64_t context = rt_cuda_init(-1), model = rt_cuda_load_model(context, model_path), refused = 0;
    for (int i = 0; refused == 0; i++) {
        CHECK(i < 100);
        int64_t counts[2] = {0, 0};
        shared = rt_cuda_inference_start(model, "One night in November the fog", 40, 0, 0);
        check_threads(3, take, counts);
        CHECK_INT(counts[0], 40);
        refused = counts[1];
    }
    rt_cuda_destroy(context);
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    model_path = arguments[1];
    errors();
    devices();
    memory();
    kernels();
    models();
    orders();
    threads();
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
