#include "gpu/launch/queue.h"
#include "gpu/launch/driver.h"
#include "gpu/launch/launch.h"
#include <map>
#include <mutex>

namespace sncuda {

void check_cuda(cudaError_t error, Code code, const std::string &what) {
    if (error == cudaSuccess) return;
    cudaGetLastError(); // the text goes up from here: leave none behind for the next call
    if (error == cudaErrorMemoryAllocation) code = Code::out_of_memory;
    throw Error(code, what + " failed with " + cudaGetErrorName(error) + ": " + cudaGetErrorString(error));
}

std::shared_mutex &recording_lock(int32_t id) {
    static std::mutex mutex;
    static std::map<int32_t, std::shared_mutex> locks;
    std::lock_guard<std::mutex> lock(mutex);
    return locks[id];
}

void wait_for_device(int32_t id, Code code, const std::string &what) {
    UseDevice use(id);
    std::lock_guard<std::shared_mutex> lock(recording_lock(id));
    check_cuda(cudaDeviceSynchronize(), code, what);
}

namespace {

struct Contexts {
    CUresult (*current)(CUcontext *) = driver<CUresult (*)(CUcontext *)>("cuCtxGetCurrent", 4000);
    CUresult (*use)(CUcontext) = driver<CUresult (*)(CUcontext)>("cuCtxSetCurrent", 4000);
};

const Contexts &contexts() {
    static const Contexts once;
    return once;
}

} // namespace

UseDevice::UseDevice(int32_t id) {
    contexts().current(&before_);
    check_cuda(cudaSetDevice(id), Code::invalid_device, "using device " + std::to_string(id));
}

UseDevice::~UseDevice() {
    contexts().use(before_);
}

GpuQueue::GpuQueue(Device &device, int32_t id, const LaunchPolicy &policy) : device_(device), id_(id), policy_(policy) {
    UseDevice use(id_);
    check_cuda(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking), Code::unknown, "making a stream");
}

GpuQueue::~GpuQueue() {
    release_workspace();
    if (!stream_) return;
    try {
        UseDevice use(id_);
        cudaStreamSynchronize(stream_);
        cudaStreamDestroy(stream_);
    } catch (const Error &) { // a device that is lost: nothing is left to free
    }
}

void GpuQueue::release_workspace() {
    if (workspace_ != 0) device_.release(workspace_);
    workspace_ = bytes_ = 0;
}

Address GpuQueue::workspace(uint64_t bytes) {
    if (bytes > bytes_) {
        release_workspace();
        workspace_ = device_.allocate(bytes);
        bytes_ = bytes;
    }
    return workspace_;
}

namespace {

// From how many rows of activations on tensor cores are worth their while.
constexpr uint32_t a_prompt = 5;
constexpr uint32_t largest_prompt_batch = 512;

class Graph : public Recording {
public:
    Graph(int32_t device, cudaGraphExec_t graph) : device(device), graph(graph) {}
    ~Graph() override {
        try {
            UseDevice use(device);
            cudaGraphExecDestroy(graph);
        } catch (const Error &) { // a device that is lost: nothing is left to free
        }
    }
    int32_t device;
    cudaGraphExec_t graph;
};

void *pointer(Address address) {
    return reinterpret_cast<void *>(address);
}

std::string on_device(int32_t id) {
    return " on device " + std::to_string(id);
}

// Null where it cannot be recorded: the host's own code may wait for the device meanwhile. Where an operation fails by
// itself, it says so when it is run.
cudaGraph_t recorded(const GpuQueue &queue, const std::function<void()> &operations) {
    std::shared_lock<std::shared_mutex> lock(recording_lock(queue.id()));
    cudaGraph_t graph = nullptr;
    if (cudaStreamBeginCapture(queue.stream(), cudaStreamCaptureModeThreadLocal) != cudaSuccess) return nullptr;
    bool whole = true;
    try {
        operations();
    } catch (const Error &) {
        whole = false;
    } catch (...) {
        if (cudaStreamEndCapture(queue.stream(), &graph) == cudaSuccess) cudaGraphDestroy(graph);
        throw;
    }
    if (cudaStreamEndCapture(queue.stream(), &graph) != cudaSuccess) return nullptr;
    if (whole) return graph;
    cudaGraphDestroy(graph);
    return nullptr;
}

} // namespace

template <class Base> template <class Start> void OnGpu<Base>::start(const char *name, Start body) {
    UseDevice use(queue_.id());
    kernels::use_pdl = queue_.policy().use_pdl;
    try {
        body(queue_.stream());
    } catch (const Error &error) {
        if (error.code() != Code::kernel_launch) throw;
        throw Error(error.code(), std::string(name) + on_device(queue_.id()) + ": " + error.what());
    }
}

template <class Base> void OnGpu<Base>::upload(Address to, const void *from, uint64_t bytes) {
    UseDevice use(queue_.id());
    std::string what = "copying " + std::to_string(bytes) + " bytes to device " + std::to_string(queue_.id());
    check_cuda(cudaMemcpyAsync(pointer(to), from, bytes, cudaMemcpyHostToDevice, queue_.stream()), Code::unknown, what);
    // Memory that the GPU reads itself (page-locked memory, and all of it on some machines) may still be read by then.
    if (!queue_.stream()) check_cuda(cudaStreamSynchronize(queue_.stream()), Code::unknown, what);
}

template <class Base> void OnGpu<Base>::download(void *to, Address from, uint64_t bytes) {
    UseDevice use(queue_.id());
    std::string what = "copying " + std::to_string(bytes) + " bytes from device " + std::to_string(queue_.id());
    check_cuda(cudaMemcpyAsync(to, pointer(from), bytes, cudaMemcpyDeviceToHost, queue_.stream()), Code::unknown, what);
    check_cuda(cudaStreamSynchronize(queue_.stream()), Code::unknown, what);
}

template <class Base> void OnGpu<Base>::synchronize() {
    std::string what = "work" + on_device(queue_.id());
    if (!queue_.stream()) return wait_for_device(queue_.id(), Code::kernel_launch, what);
    UseDevice use(queue_.id());
    check_cuda(cudaStreamSynchronize(queue_.stream()), Code::kernel_launch, what);
}

template <class Base> void OnGpu<Base>::embed(const Weight &table, Address tokens, uint32_t batch, float scale, Address out) {
    start("embed", [&](cudaStream_t stream) { kernels::embed(stream, table, tokens, batch, scale, out); });
}

template <class Base> void OnGpu<Base>::rms_norm(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    start("rms_norm", [&](cudaStream_t stream) { kernels::add_and_rms_norm(stream, x, 0, weight, rows, columns, epsilon, out); });
}

template <class Base>
void OnGpu<Base>::add_and_rms_norm(Address x, Address y, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    start("add_and_rms_norm", [&](cudaStream_t stream) { kernels::add_and_rms_norm(stream, x, y, weight, rows, columns, epsilon, out); });
}

template <class Base> void OnGpu<Base>::matmul(const Weight &weight, Address x, uint32_t batch, Address out) {
    const Weight *weights[] = {&weight};
    grouped_matmul(weights, &out, 1, x, batch);
}

template <class Base>
void OnGpu<Base>::grouped_matmul(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) {
    WeightType type = weights[0]->type;
    bool alike = true;
    for (uint32_t i = 0; i < count; i++) alike = alike && weights[i]->type == type && weights[i]->columns == weights[0]->columns;
    if (!alike) {
        for (uint32_t i = 0; i < count; i++) matmul(*weights[i], x, batch, out[i]);
        return;
    }
    std::vector<kernels::Product> products;
    for (uint32_t i = 0; i < count; i++) products.push_back({*weights[i], out[i]});
    if (batch >= a_prompt && kernels::takes_prompts(type)) {
        UseDevice use(queue_.id());
        Capability capability = queue_.capability();
        Address workspace = queue_.workspace(kernels::prompt_workspace(products.data(), count, batch, capability));
        start("matmul", [&](cudaStream_t stream) { kernels::matmul_prompt(stream, products.data(), count, x, batch, capability, workspace); });
        return;
    }
    start("matmul", [&](cudaStream_t stream) { kernels::matmul_rows(stream, products.data(), count, x, batch); });
}

template <class Base>
void OnGpu<Base>::matmul_glu(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address workspace, Address out) {
    bool alike = gate.type == up.type;
    if (alike && (batch < a_prompt || !kernels::takes_prompts(gate.type))) {
        start("matmul_glu", [&](cudaStream_t stream) { kernels::matmul_glu_rows(stream, activation, gate, up, x, batch, out); });
        return;
    }
    const Weight *weights[] = {&gate, &up};
    Address results[] = {out, workspace};
    grouped_matmul(weights, results, 2, x, batch);
    this->glu(activation, out, workspace, batch, uint32_t(gate.rows), uint32_t(gate.rows), out);
}

template <class Base> void OnGpu<Base>::add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) {
    start("add_bias", [&](cudaStream_t stream) { kernels::add_bias(stream, x, bias, rows, columns); });
}

template <class Base> void OnGpu<Base>::add(Address x, Address y, uint64_t count) {
    start("add", [&](cudaStream_t stream) { kernels::add(stream, x, y, count); });
}

template <class Base>
void OnGpu<Base>::rope(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    start("rope", [&](cudaStream_t stream) { kernels::rope(stream, x, rope, batch, position, heads, head_size); });
}

template <class Base> void OnGpu<Base>::rope_and_store_kv(const RopeAndStoreKv &rope_and_store) {
    start("rope_and_store_kv", [&](cudaStream_t stream) { kernels::rope_and_store_kv(stream, rope_and_store); });
}

template <class Base> void OnGpu<Base>::f32_to_f16(Address to, Address from, uint64_t count) {
    start("f32_to_f16", [&](cudaStream_t stream) { kernels::f32_to_f16(stream, to, from, count); });
}

template <class Base> void OnGpu<Base>::attention(const Attention &attention) {
    start("attention", [&](cudaStream_t stream) { kernels::attention(stream, attention); });
}

template <class Base>
void OnGpu<Base>::glu(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start("glu", [&](cudaStream_t stream) { kernels::glu(stream, activation, gate, up, batch, columns, stride, out); });
}

template <class Base> void OnGpu<Base>::slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start("slice", [&](cudaStream_t stream) { kernels::slice(stream, x, batch, columns, stride, out); });
}

template <class Base> void OnGpu<Base>::soft_cap(Address x, uint64_t count, float cap) {
    start("soft_cap", [&](cudaStream_t stream) { kernels::soft_cap(stream, x, count, cap); });
}

template <class Base> void OnGpu<Base>::sample(Address x, uint32_t count, const SamplingSteps &steps, Address how, Address workspace, Address out) {
    start("sample", [&](cudaStream_t stream) { kernels::sample(stream, x, count, steps, how, workspace, out); });
}

template <class Base> uint64_t OnGpu<Base>::sampling_workspace(const SamplingSteps &steps) const {
    return kernels::sampling_workspace(steps);
}

template <class Base> uint64_t OnGpu<Base>::score_workspace(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) const {
    return kernels::score_workspace(batch, heads, value_size, capacity);
}

template <class Base> uint32_t OnGpu<Base>::prompt_batch(uint32_t, uint64_t) const {
    return largest_prompt_batch;
}

template <class Base> std::unique_ptr<Recording> OnGpu<Base>::record(const std::function<void()> &operations) {
    if (!queue_.policy().records) return nullptr;
    UseDevice use(queue_.id());
    cudaGraph_t graph = recorded(queue_, operations);
    cudaGraphExec_t runnable = nullptr;
    bool runs = graph && cudaGraphInstantiate(&runnable, graph) == cudaSuccess;
    if (graph) cudaGraphDestroy(graph);
    cudaGetLastError();
    return runs ? std::make_unique<Graph>(queue_.id(), runnable) : nullptr;
}

template <class Base> void OnGpu<Base>::play(Recording &recording) {
    UseDevice use(queue_.id());
    check_cuda(cudaGraphLaunch(static_cast<Graph &>(recording).graph, queue_.stream()), Code::kernel_launch, "a recording" + on_device(queue_.id()));
}

namespace kernels {

thread_local bool use_pdl = true;

Loaded loaded(const void *kernel) {
    static std::mutex mutex;
    static std::map<std::pair<const void *, int>, Loaded> known;
    std::string what = "asking for a kernel";
    int device = 0, of_block = 0;
    check_cuda(cudaGetDevice(&device), Code::kernel_launch, what);
    std::lock_guard<std::mutex> lock(mutex);
    auto found = known.find({kernel, device});
    if (found != known.end()) return found->second;
    cudaFuncAttributes attributes{};
    check_cuda(cudaFuncGetAttributes(&attributes, kernel), Code::kernel_launch, what);
    check_cuda(cudaDeviceGetAttribute(&of_block, cudaDevAttrMaxSharedMemoryPerBlockOptin, device), Code::kernel_launch, what);
    int shared = of_block - int(attributes.sharedSizeBytes);
    check_cuda(cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, shared), Code::kernel_launch, what);
    return known[{kernel, device}] = {uint32_t(attributes.maxThreadsPerBlock), uint32_t(shared)};
}

} // namespace kernels

template class OnGpu<Device>;
template class OnGpu<Operations>;

} // namespace sncuda
