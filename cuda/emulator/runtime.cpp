// Work that is queued runs when somebody waits for it, and no sooner: who reads too early sees old bytes.
#include "cuda.h"
#include "cuda_runtime.h"
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

using Work = std::function<void()>;

struct EmulatedContext {};

struct EmulatedGraph {
    std::vector<Work> work;
};

struct EmulatedStream {
    bool with_default = true; // waits for the default stream, which waits for it
    bool capturing = false, invalid = false;
    std::deque<Work> queue;
    std::vector<Work> captured;
};

namespace {

constexpr size_t alignment = 256, most_shared = 227 * 1024; // what sm_90 has

std::recursive_mutex mutex;
EmulatedStream default_stream;
std::set<EmulatedStream *> streams{&default_stream};
std::map<const void *, size_t> allocations;
std::map<const void *, size_t> allowed_shared;
size_t total = size_t(1) << 30, used = 0;
cudaError_t last = cudaSuccess;

using Lock = std::lock_guard<std::recursive_mutex>;

EmulatedContext device_context;
thread_local EmulatedContext *context = nullptr;

// Of cudart: a thread without a context gets that of device 0.
struct Call {
    Lock lock{mutex};
    Call() {
        if (!context) context = &device_context;
    }
};

CUresult cuCtxGetCurrent(CUcontext *to) {
    *to = context;
    return CUDA_SUCCESS;
}

CUresult cuCtxSetCurrent(CUcontext to) {
    context = to;
    return CUDA_SUCCESS;
}

cudaError_t result(cudaError_t error) {
    if (error != cudaSuccess) last = error;
    return error;
}

void drain(EmulatedStream &stream) {
    while (!stream.queue.empty()) {
        Work work = std::move(stream.queue.front());
        stream.queue.pop_front();
        work();
    }
}

// Drains the streams that the default stream waits for, and itself.
void drain_default() {
    for (EmulatedStream *stream : streams) {
        if (stream->with_default) drain(*stream);
    }
}

EmulatedStream &of(cudaStream_t stream) {
    return stream ? *stream : default_stream;
}

// Waits for a stream. One that is captured makes this fail, and the capture too.
cudaError_t wait_for(EmulatedStream &stream) {
    if (stream.capturing) {
        stream.invalid = true;
        return cudaErrorStreamCaptureUnsupported;
    }
    drain(stream);
    return cudaSuccess;
}

void add(EmulatedStream &stream, Work work) {
    if (stream.capturing) {
        stream.captured.push_back(std::move(work));
    } else {
        stream.queue.push_back(std::move(work));
    }
}

// Tells whether a device pointer lies in an allocation.
bool on_device(const void *pointer) {
    auto found = allocations.upper_bound(pointer);
    if (found == allocations.begin()) return false;
    --found;
    return static_cast<const char *>(pointer) < static_cast<const char *>(found->first) + found->second;
}

} // namespace

namespace emulator {

bool has_context() {
    return context != nullptr;
}

void set_memory(size_t bytes) {
    Lock lock(mutex);
    total = bytes;
}

cudaError_t enqueue(const cudaLaunchConfig_t &config, const void *kernel, Work body) {
    Call call;
    dim3 grid = config.gridDim, block = config.blockDim;
    uint64_t threads = uint64_t(block.x) * block.y * block.z;
    bool fits = grid.x && grid.y && grid.z && grid.x <= 0x7fffffffu && grid.y <= 65535 && grid.z <= 65535 && threads && threads <= 1024;
    auto allowed = allowed_shared.find(kernel);
    size_t most = allowed == allowed_shared.end() ? 48 * 1024 : std::max<size_t>(allowed->second, 48 * 1024);
    if (!fits || config.dynamicSmemBytes > most) return result(cudaErrorInvalidConfiguration);
    if (of(config.stream).invalid) return result(cudaErrorStreamCaptureInvalidated);
    size_t shared = config.dynamicSmemBytes;
    bool early = config.numAttrs != 0 && config.attrs[0].val.programmaticStreamSerializationAllowed;
    add(of(config.stream), [grid, block, shared, early, body] { run_grid(grid, block, shared, early, body); });
    return cudaSuccess;
}

} // namespace emulator

const char *cudaGetErrorName(cudaError_t error) {
    return error == cudaErrorMemoryAllocation ? "cudaErrorMemoryAllocation" : error == cudaSuccess ? "cudaSuccess" : "cudaError";
}

const char *cudaGetErrorString(cudaError_t error) {
    static char text[32];
    std::snprintf(text, sizeof text, "error %d", int(error));
    return text;
}

cudaError_t cudaGetLastError() {
    Lock lock(mutex);
    return std::exchange(last, cudaSuccess);
}

cudaError_t cudaGetDeviceCount(int *count) {
    *count = 1;
    return cudaSuccess;
}

cudaError_t cudaGetDevice(int *device) {
    *device = 0;
    return cudaSuccess;
}

cudaError_t cudaSetDevice(int device) {
    if (device != 0) return result(cudaErrorInvalidDevice);
    context = &device_context;
    return cudaSuccess;
}

cudaError_t cudaGetDeviceProperties(cudaDeviceProp *properties, int) {
    *properties = {};
    std::snprintf(properties->name, sizeof properties->name, "emulated GPU");
    properties->major = 9;
    properties->multiProcessorCount = 4;
    properties->sharedMemPerBlockOptin = most_shared;
    return cudaSuccess;
}

cudaError_t cudaDeviceGetAttribute(int *value, cudaDeviceAttr which, int) {
    *value = which == cudaDevAttrComputeCapabilityMajor ? 9 : int(most_shared);
    return cudaSuccess;
}

cudaError_t cudaFuncGetAttributes(cudaFuncAttributes *attributes, const void *) {
    Call call;
    *attributes = {0, 1024};
    return cudaSuccess;
}

cudaError_t cudaFuncSetAttribute(const void *kernel, cudaFuncAttribute, int bytes) {
    Call call;
    if (bytes < 0 || size_t(bytes) > most_shared) return result(cudaErrorInvalidValue);
    allowed_shared[kernel] = size_t(bytes);
    return cudaSuccess;
}

cudaError_t cudaGetDriverEntryPointByVersion(const char *name, void **function, unsigned, unsigned long long, cudaDriverEntryPointQueryResult *answer) {
    const std::map<std::string, void *> known = {{"cuCtxGetCurrent", reinterpret_cast<void *>(cuCtxGetCurrent)}, {"cuCtxSetCurrent", reinterpret_cast<void *>(cuCtxSetCurrent)}};
    auto found = known.find(name);
    *function = found == known.end() ? nullptr : found->second;
    *answer = *function ? cudaDriverEntryPointSuccess : cudaDriverEntryPointSymbolNotFound;
    return cudaSuccess;
}

cudaError_t cudaMemGetInfo(size_t *free, size_t *all) {
    Call call;
    *free = total - used;
    *all = total;
    return cudaSuccess;
}

// AddressSanitizer guards the end of what `new` gives; fresh memory is full of NaN.
cudaError_t cudaMalloc(void **out, size_t bytes) {
    Call call;
    if (bytes > total - used) return result(cudaErrorMemoryAllocation);
    *out = ::operator new(bytes, std::align_val_t(alignment));
    std::memset(*out, 0xFF, bytes);
    allocations[*out] = bytes;
    used += bytes;
    return cudaSuccess;
}

cudaError_t cudaFree(void *block) {
    Call call;
    if (!block) return cudaSuccess;
    auto found = allocations.find(block);
    if (found == allocations.end()) return result(cudaErrorInvalidValue);
    for (EmulatedStream *stream : streams) drain(*stream); // it waits for the device
    used -= found->second;
    allocations.erase(found);
    ::operator delete(block, std::align_val_t(alignment));
    return cudaSuccess;
}

cudaError_t cudaMemcpy(void *to, const void *from, size_t bytes, cudaMemcpyKind) {
    Call call;
    drain_default();
    if (bytes) std::memmove(to, from, bytes);
    return cudaSuccess;
}

// Host memory is written before the call returns. Forwards it is read by then too, as pageable memory is; backwards when
// somebody waits, as page-locked memory may be.
cudaError_t cudaMemcpyAsync(void *to, const void *from, size_t bytes, cudaMemcpyKind kind, cudaStream_t stream) {
    Call call;
    if (bytes == 0) return cudaSuccess;
    EmulatedStream &queue = of(stream);
    if (kind == cudaMemcpyDeviceToDevice) {
        add(queue, [=] { std::memmove(to, from, bytes); });
    } else if (queue.capturing) {
        return result(cudaErrorStreamCaptureUnsupported);
    } else if (kind == cudaMemcpyHostToDevice && emulator::is_backwards()) {
        add(queue, [=] { std::memcpy(to, from, bytes); });
    } else if (kind == cudaMemcpyHostToDevice) {
        std::vector<char> staged(static_cast<const char *>(from), static_cast<const char *>(from) + bytes);
        add(queue, [=] { std::memcpy(to, staged.data(), staged.size()); });
    } else {
        drain(queue);
        std::memcpy(to, from, bytes);
    }
    return cudaSuccess;
}

cudaError_t cudaMemset(void *to, int value, size_t bytes) {
    Call call;
    drain_default();
    if (bytes) std::memset(to, value, bytes);
    return cudaSuccess;
}

cudaError_t cudaPointerGetAttributes(cudaPointerAttributes *attributes, const void *pointer) {
    Call call;
    attributes->type = on_device(pointer) ? cudaMemoryTypeDevice : cudaMemoryTypeUnregistered;
    attributes->device = 0;
    return cudaSuccess;
}

cudaError_t cudaDeviceSynchronize() {
    Call call;
    cudaError_t error = cudaSuccess;
    for (EmulatedStream *stream : streams) {
        if (wait_for(*stream) != cudaSuccess) error = cudaErrorStreamCaptureUnsupported;
    }
    return result(error);
}

cudaError_t cudaStreamCreate(cudaStream_t *stream) {
    return cudaStreamCreateWithFlags(stream, 0);
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t *stream, unsigned flags) {
    Call call;
    *stream = new EmulatedStream;
    (*stream)->with_default = flags != cudaStreamNonBlocking;
    streams.insert(*stream);
    return cudaSuccess;
}

cudaError_t cudaStreamDestroy(cudaStream_t stream) {
    Call call;
    drain(*stream);
    streams.erase(stream);
    delete stream;
    return cudaSuccess;
}

cudaError_t cudaStreamSynchronize(cudaStream_t stream) {
    Call call;
    return result(wait_for(of(stream)));
}

cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode) {
    Call call;
    if (!stream || stream->capturing) return result(cudaErrorStreamCaptureUnsupported);
    stream->capturing = true;
    stream->captured.clear();
    return cudaSuccess;
}

cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t *graph) {
    Call call;
    if (!stream || !stream->capturing) return result(cudaErrorStreamCaptureUnsupported);
    stream->capturing = false;
    if (std::exchange(stream->invalid, false)) return result(cudaErrorStreamCaptureInvalidated);
    *graph = new EmulatedGraph{std::move(stream->captured)};
    return cudaSuccess;
}

cudaError_t cudaGraphInstantiate(cudaGraphExec_t *runnable, cudaGraph_t graph, unsigned long long) {
    Call call;
    *runnable = new EmulatedGraph(*graph);
    return cudaSuccess;
}

cudaError_t cudaGraphLaunch(cudaGraphExec_t runnable, cudaStream_t stream) {
    Call call;
    for (const Work &work : runnable->work) add(of(stream), work);
    return cudaSuccess;
}

cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
    Call call;
    delete graph;
    return cudaSuccess;
}

cudaError_t cudaGraphExecDestroy(cudaGraphExec_t runnable) {
    Call call;
    delete runnable;
    return cudaSuccess;
}
