#include "checks_bridge.h"
#include "ops/error.h"
#include "ffi_cuda/src/bridge.rs.h"
#include "ffi_cuda/src/checks.rs.h"
#include "kernels.h"
#include "timings.h"
#include "launch_policies.h"
#include <cmath>
#include <cstdio>

namespace sncuda {

namespace {

// The texts are our own: printable, and rarely with a quotation mark.
std::string quoted(const std::string &text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

std::string json(const Finding &finding) {
    char numbers[128];
    double error = std::isfinite(finding.error) ? finding.error : 1e300;
    std::snprintf(numbers, sizeof numbers, "\"error\":%.6e,\"limit\":%.6e,\"passed\":%s", error, finding.limit, finding.passed() ? "true" : "false");
    return "{\"operation\":" + quoted(finding.operation) + ",\"shape\":" + quoted(finding.shape) + "," + numbers +
           ",\"wrong\":" + quoted(finding.wrong) + "}";
}

std::string json(const Timing &timing) {
    char numbers[128];
    std::snprintf(numbers, sizeof numbers, "\"seconds\":%.6e,\"bytes\":%.6e,\"operations\":%.6e", timing.seconds, timing.bytes, timing.operations);
    return "{\"operation\":" + quoted(timing.operation) + ",\"shape\":" + quoted(timing.shape) + "," + numbers +
           ",\"left_out\":" + quoted(timing.left_out) + "}";
}

// So that a GPU that hangs, or a process that ends, leaves behind what it was at.
void say(const std::string &what) {
    std::fprintf(stderr, "%s\n", what.c_str());
    std::fflush(stderr);
}

// The findings of `find`, as a JSON array.
template <class Find> rust::String list(Status &status, Find find) {
    try {
        std::string all;
        for (const auto &one : find()) all += (all.empty() ? "" : ",") + json(one);
        return rust::String("[" + all + "]");
    } catch (const Error &error) {
        status.code = int32_t(error.code());
        status.message = rust::String(error.what());
    } catch (const std::exception &error) {
        status.code = int32_t(Code::unknown);
        status.message = rust::String(error.what());
    }
    return rust::String();
}

} // namespace

rust::String kernel_findings(const std::shared_ptr<Device> &device, uint64_t seed, Status &status) {
    return list(status, [&] { return check_kernels(device, seed, [](const std::string &what, int) { say(what); }); });
}

rust::String launch_policy_findings(const std::shared_ptr<Model> &model, uint32_t tokens, Status &status) {
    return list(status, [&] { return check_launch_policies(model, tokens); });
}

rust::String operation_timings(const std::shared_ptr<Device> &device, Status &status) {
    return list(status, [&] { return time_operations(device, device->id() == cpu_reference, say); });
}

} // namespace sncuda
