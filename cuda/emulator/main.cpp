// Holds the GPU's code, on the emulated GPU, against the CPU reference.
//
// check_emulated kernels SEED
// check_emulated model FILE TOKENS RUNS   a model, with its table beside it, and token ids, little-endian, through both devices, and greedy text
// check_emulated memory FILE TOKENS       too little memory, at each of the places where it can be; four inferences at once
// check_emulated together FILE TOKENS     inferences while others load models, wait for the device and ask for its health
// check_emulated timings             every operation that is timed, recorded
// check_emulated mistake NAME        fails, as it has to
#include "bad_kernels.h"
#include "cpu/cpu_kernels.h"
#include "ops/sampling.h"
#include "cuda_runtime.h"
#include "ops/device.h"
#include "ops/error.h"
#include "kernels.h"
#include "model_table_file.h"
#include "block_scheduler.h"
#include "model/session.h"
#include "timings.h"
#include "launch_policies.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <thread>

using namespace sncuda;

namespace {

int kernels(uint64_t seed) {
    auto findings = check_kernels(open_device(0), seed, [](const std::string &, int run) { emulator::run_backwards(run == 1); });
    std::map<std::string, std::pair<int, double>> summary;
    int failed = 0;
    for (const Finding &finding : findings) {
        auto &[count, worst] = summary[finding.operation];
        count++;
        worst = std::max(worst, finding.error);
        if (finding.passed()) continue;
        failed++;
        std::printf("FAILED %s %s: error %.2e, limit %.0e %s\n", finding.operation.c_str(), finding.shape.c_str(), finding.error, finding.limit,
                    finding.wrong.c_str());
    }
    for (const auto &[name, result] : summary) std::printf("%-24s %3d shapes, worst error %.1e\n", name.c_str(), result.first, result.second);
    std::printf("%zu checks, %d failed, %llu threads\n", findings.size(), failed, static_cast<unsigned long long>(emulator::threads_run()));
    return failed == 0 ? 0 : 1;
}

// A model's answers on one device.
struct Answers {
    std::vector<float> logits;
    std::vector<uint32_t> greedy;
};

std::vector<float> all_logits(const std::shared_ptr<Model> &model, const std::vector<uint32_t> &tokens) {
    return Session(model, uint32_t(tokens.size())).forward(tokens, true);
}

std::vector<uint32_t> greedy(const std::shared_ptr<Model> &model, const std::vector<uint32_t> &prompt, size_t count) {
    Session session(model, uint32_t(prompt.size() + count));
    std::vector<uint32_t> made, next = prompt;
    for (size_t i = 0; i < count; i++) {
        next = {session.forward_and_sample(next, SamplingParams())};
        made.push_back(next[0]);
    }
    return made;
}

// The last few, each once.
std::vector<uint32_t> recent_of(std::vector<uint32_t> tokens) {
    std::set<uint32_t> last(tokens.end() - std::min<ptrdiff_t>(ptrdiff_t(tokens.size()), 8), tokens.end());
    return {last.begin(), last.end()};
}

// Tells whether a token after another is what the reference chooses of the same logits, by all that SamplingParams
// have.
bool filtered(const std::shared_ptr<Model> &model, const std::vector<uint32_t> &prompt, size_t count) {
    Session samples(model, uint32_t(prompt.size() + count)), tells(model, uint32_t(prompt.size() + count));
    std::vector<uint32_t> all = prompt, next = prompt;
    SamplingParams how;
    how.temperature = 0.9, how.top_k = 20, how.top_p = 0.9, how.min_p = 0.01, how.penalty = 1.3f;
    for (size_t i = 0; i < count; i++) {
        how.draw = std::fmod(0.618 * double(i + 1), 1);
        std::vector<uint32_t> recent = recent_of(all);
        uint32_t expected = sample_once(open_device(cpu_reference), tells.forward(next, false), how, recent);
        next = {samples.forward_and_sample(next, how, recent)};
        if (next[0] != expected) return false;
        all.push_back(next[0]);
    }
    return true;
}

double normalised_error(const std::vector<float> &actual, const std::vector<float> &expected) {
    double difference = 0, sum = 0;
    for (size_t i = 0; i < actual.size(); i++) {
        difference += (double(actual[i]) - expected[i]) * (double(actual[i]) - expected[i]);
        sum += double(expected[i]) * expected[i];
    }
    return difference / sum;
}

std::vector<uint32_t> read_tokens(const char *path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<uint32_t> tokens;
    for (uint32_t token; file.read(reinterpret_cast<char *>(&token), sizeof token);) tokens.push_back(token);
    return tokens;
}

int model(const char *path, const char *tokens_path, int runs) {
    ModelTable file = emulator::read_model_table(path);
    std::vector<uint32_t> tokens = read_tokens(tokens_path);
    emulator::run_backwards(true); // copies read late
    set_exact_activations(true);
    auto reference = std::make_shared<Model>(open_device(cpu_reference), file), tested = std::make_shared<Model>(open_device(0), file);
    tested->check_residency();
    std::vector<float> expected = all_logits(reference, tokens);
    std::vector<uint32_t> expected_text = greedy(reference, tokens, 8);
    double error = 0;
    bool same_text = true, same_samples = true, same_bits = true;
    std::vector<float> first;
    for (int run = 0; run < runs; run++) {
        emulator::run_backwards(run % 2 == 1);
        std::vector<float> logits = all_logits(tested, tokens);
        error = normalised_error(logits, expected);
        same_text = same_text && greedy(tested, tokens, 8) == expected_text;
        same_samples = same_samples && filtered(tested, tokens, 5);
        if (run == 0) first = logits;
        same_bits = same_bits && logits == first;
    }
    emulator::run_backwards(false);
    uint64_t left = (reference = nullptr, tested = nullptr, open_device(0)->used());
    bool good = error <= 1e-4 && same_text && same_samples && same_bits && left == 0;
    std::printf("%s %s: logits NMSE %.1e, greedy tokens %s, filtered ones %s, %d runs %s, %llu bytes left\n", good ? "passed" : "FAILED", path, error,
                same_text ? "equal" : "DIFFERENT", same_samples ? "equal" : "DIFFERENT", runs, same_bits ? "the same" : "DIFFERENT", static_cast<unsigned long long>(left));
    return good ? 0 : 1;
}

// The error's code, 0 where there is none.
template <class Body> int code_of(Body body, std::string *words = nullptr) {
    try {
        body();
        return 0;
    } catch (const Error &error) {
        if (words) *words = error.what();
        return int(error.code());
    }
}

int failed(const char *what) {
    std::printf("FAILED %s\n", what);
    return 1;
}

int memory(const char *path, const char *tokens_path) {
    constexpr size_t plenty = size_t(1) << 30;
    ModelTable file = emulator::read_model_table(path);
    std::vector<uint32_t> tokens = read_tokens(tokens_path);
    auto device = open_device(0);
    std::string words;
    emulator::set_memory(100000);
    int code = code_of([&] { Model model(device, file); }, &words);
    std::printf("code %d: %s\n", code, words.c_str());
    if (code != 2 || words.find(" 100000 ") == std::string::npos || device->used() != 0) return failed("a model larger than the device");

    emulator::set_memory(plenty);
    auto model = std::make_shared<Model>(device, file);
    std::vector<uint32_t> expected = greedy(model, tokens, 6);
    uint64_t of_model = device->used();
    int refusals = 0;
    for (size_t workspace = 0;; workspace += 3000) { // until there is enough
        emulator::set_memory(of_model + workspace);
        std::vector<uint32_t> made;
        code = code_of([&] { made = greedy(model, tokens, 6); });
        if (device->used() != of_model) return failed("an inference without room leaves something behind");
        if (code == 0 && made == expected) break;
        if (code != 2) return failed("an inference without room");
        refusals++;
    }
    emulator::set_memory(plenty);
    std::vector<uint32_t> results[4];
    std::vector<std::thread> threads;
    for (auto &result : results) threads.emplace_back([&] { result = greedy(model, tokens, 6); });
    for (auto &thread : threads) thread.join();
    for (auto &result : results) {
        if (result != expected) return failed("four inferences at once");
    }
    model = nullptr;
    if (device->used() != 0) return failed("everything is given back");
    std::printf("passed memory: %d inferences refused, then one that fits; four at once\n", refusals);
    return 0;
}

// Tells whether inferences in several threads give what they give alone while `others` is called again and again.
bool undisturbed(const std::shared_ptr<Model> &model, const std::vector<uint32_t> &tokens, const std::vector<std::function<void()>> &others) {
    std::vector<uint32_t> expected = greedy(model, tokens, 6);
    std::atomic<bool> good = true, over = false;
    std::vector<std::thread> speakers, disturbers;
    for (const auto &other : others) {
        disturbers.emplace_back([&] {
            while (!over) good = code_of(other) == 0 && good;
        });
    }
    for (int i = 0; i < 3; i++) {
        speakers.emplace_back([&] {
            for (int time = 0; time < 5; time++) {
                std::vector<uint32_t> made;
                int code = code_of([&] { made = greedy(model, tokens, 6); });
                if (code != 0 || made != expected) good = false;
            }
        });
    }
    for (auto &thread : speakers) thread.join();
    over = true;
    for (auto &thread : disturbers) thread.join();
    return good;
}

bool leaves_a_context(const ModelTable &file, const std::vector<uint32_t> &tokens) {
    {
        auto device = open_device(0);
        auto model = std::make_shared<Model>(device, file);
        model->check_residency();
        greedy(model, tokens, 4);
        device->check_health();
        device->synchronize();
        device->stream()->synchronize();
    }
    return emulator::has_context();
}

int together(const char *path, const char *tokens_path) {
    ModelTable file = emulator::read_model_table(path);
    std::vector<uint32_t> tokens = read_tokens(tokens_path);
    auto device = open_device(0);
    auto model = std::make_shared<Model>(device, file);
    std::vector<std::function<void()>> others = {[&] { Model(device, file); }, [&] { device->synchronize(); }, [&] { device->check_health(); }};
    if (!undisturbed(model, tokens, others)) return failed("inferences while others wait for the device");
    // As a host's own code may.
    if (!undisturbed(model, tokens, {[] { cudaDeviceSynchronize(); }})) return failed("inferences while the host waits for the device");

    auto queue = device->queue();
    Buffer x(device, 4), y(device, 4);
    float two = 2, sum = 0;
    for (const Buffer *buffer : {&x, &y}) device->upload(buffer->address(), &two, 4);
    auto add = [&] { queue->add(x.address(), y.address(), 1); };
    bool spoilt = !queue->record([&] { cudaDeviceSynchronize(), add(); }) && !queue->record([&] { add(), cudaDeviceSynchronize(); });
    add();
    if (auto recording = queue->record(add)) queue->play(*recording);
    queue->download(&sum, x.address(), 4);
    if (!spoilt || sum != 6 || cudaGetLastError() != cudaSuccess) return failed("a recording that the host has spoilt, and one after it");
    for (const Finding &finding : check_launch_policies(model, 12)) {
        if (!finding.passed()) return failed((finding.operation + ": " + finding.wrong).c_str());
    }
    bool left = false;
    std::thread([&] { left = leaves_a_context(file, tokens); }).join();
    if (left) return failed("a thread that has chosen no device has none afterwards");
    std::printf("passed together\n");
    return 0;
}

// Times all operations; the times themselves say nothing here.
int timings() {
    std::vector<Timing> all = time_operations(open_device(0), true, [](const std::string &) {});
    for (const Timing &timing : all) {
        if (!timing.left_out.empty()) return failed((timing.operation + " " + timing.shape + ": " + timing.left_out).c_str());
    }
    std::printf("passed timings: %zu operations\n", all.size());
    return 0;
}

int mistake(const std::string &name) {
    float sums[2] = {};
    if (!run_bad_kernel(name, sums)) return 2;
    // NaN, which is what nobody has written yet, is a difference too.
    if (sums[0] == sums[1]) return 0;
    std::fprintf(stderr, "the order matters: %g and %g\n", double(sums[0]), double(sums[1]));
    return 1;
}

int usage() {
    std::fputs("check_emulated kernels SEED | model FILE TOKENS RUNS | memory FILE TOKENS | together FILE TOKENS | timings | mistake NAME\n", stderr);
    return 2;
}

} // namespace

int main(int count, char **arguments) {
    std::string command = count > 1 ? arguments[1] : "";
    try {
        if (command == "kernels" && count == 3) return kernels(std::strtoull(arguments[2], nullptr, 10));
        if (command == "model" && count == 5) return model(arguments[2], arguments[3], std::atoi(arguments[4]));
        if (command == "memory" && count == 4) return memory(arguments[2], arguments[3]);
        if (command == "together" && count == 4) return together(arguments[2], arguments[3]);
        if (command == "timings" && count == 2) return timings();
        if (command == "mistake" && count == 3) return mistake(arguments[2]);
    } catch (const Error &error) {
        std::fprintf(stderr, "code %d: %s\n", int(error.code()), error.what());
        return 1;
    }
    return usage();
}
