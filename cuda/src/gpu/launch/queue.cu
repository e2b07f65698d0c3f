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

GpuQueue::GpuQueue(Device &device, int32_t id, const Way &way) : device_(device), id_(id), way_(way) {
    UseDevice use(id_);
    check_cuda(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking), Code::unknown, "making a stream");
}

GpuQueue::~GpuQueue() {
    give_room_back();
    if (!stream_) return;
    try {
        UseDevice use(id_);
        cudaStreamSynchronize(stream_);
        cudaStreamDestroy(stream_);
    } catch (const Error &) { // a device that is lost: nothing is left to free
    }
}

void GpuQueue::give_room_back() {
    if (room_ != 0) device_.release(room_);
    room_ = bytes_ = 0;
}

Address GpuQueue::room(uint64_t bytes) {
    if (bytes > bytes_) {
        give_room_back();
        room_ = device_.allocate(bytes);
        bytes_ = bytes;
    }
    return room_;
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
    kernels::starts_early = queue_.way().starts_early;
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

template <class Base> void OnGpu<Base>::normalise(Address x, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    start("normalise", [&](cudaStream_t stream) { kernels::add_and_normalise(stream, x, 0, weight, rows, columns, epsilon, out); });
}

template <class Base>
void OnGpu<Base>::add_and_normalise(Address x, Address y, Address weight, uint32_t rows, uint32_t columns, float epsilon, Address out) {
    start("add_and_normalise", [&](cudaStream_t stream) { kernels::add_and_normalise(stream, x, y, weight, rows, columns, epsilon, out); });
}

template <class Base> void OnGpu<Base>::multiply(const Weight &weight, Address x, uint32_t batch, Address out) {
    const Weight *weights[] = {&weight};
    multiply_several(weights, &out, 1, x, batch);
}

template <class Base>
void OnGpu<Base>::multiply_several(const Weight *const *weights, const Address *out, uint32_t count, Address x, uint32_t batch) {
    WeightType type = weights[0]->type;
    bool alike = true;
    for (uint32_t i = 0; i < count; i++) alike = alike && weights[i]->type == type && weights[i]->columns == weights[0]->columns;
    if (!alike) {
        for (uint32_t i = 0; i < count; i++) multiply(*weights[i], x, batch, out[i]);
        return;
    }
    std::vector<kernels::Product> products;
    for (uint32_t i = 0; i < count; i++) products.push_back({*weights[i], out[i]});
    if (batch >= a_prompt && kernels::takes_prompts(type)) {
        UseDevice use(queue_.id());
        Capability capability = queue_.capability();
        Address room = queue_.room(kernels::prompt_room(products.data(), count, batch, capability));
        start("multiply", [&](cudaStream_t stream) { kernels::multiply_prompt(stream, products.data(), count, x, batch, capability, room); });
        return;
    }
    start("multiply", [&](cudaStream_t stream) { kernels::multiply_rows(stream, products.data(), count, x, batch); });
}

template <class Base>
void OnGpu<Base>::multiply_gated(Activation activation, const Weight &gate, const Weight &up, Address x, uint32_t batch, Address room, Address out) {
    bool alike = gate.type == up.type;
    if (alike && (batch < a_prompt || !kernels::takes_prompts(gate.type))) {
        start("multiply_gated", [&](cudaStream_t stream) { kernels::multiply_gated_rows(stream, activation, gate, up, x, batch, out); });
        return;
    }
    const Weight *weights[] = {&gate, &up};
    Address results[] = {out, room};
    multiply_several(weights, results, 2, x, batch);
    this->gate(activation, out, room, batch, uint32_t(gate.rows), uint32_t(gate.rows), out);
}

template <class Base> void OnGpu<Base>::add_bias(Address x, Address bias, uint32_t rows, uint32_t columns) {
    start("add_bias", [&](cudaStream_t stream) { kernels::add_bias(stream, x, bias, rows, columns); });
}

template <class Base> void OnGpu<Base>::add(Address x, Address y, uint64_t count) {
    start("add", [&](cudaStream_t stream) { kernels::add(stream, x, y, count); });
}

template <class Base>
void OnGpu<Base>::rotate(Address x, const Rope &rope, uint32_t batch, uint32_t position, uint32_t heads, uint32_t head_size) {
    start("rotate", [&](cudaStream_t stream) { kernels::rotate(stream, x, rope, batch, position, heads, head_size); });
}

template <class Base> void OnGpu<Base>::place(const Placement &placement) {
    start("place", [&](cudaStream_t stream) { kernels::place(stream, placement); });
}

template <class Base> void OnGpu<Base>::narrow(Address to, Address from, uint64_t count) {
    start("narrow", [&](cudaStream_t stream) { kernels::narrow(stream, to, from, count); });
}

template <class Base> void OnGpu<Base>::attend(const Attention &attention) {
    start("attend", [&](cudaStream_t stream) { kernels::attend(stream, attention); });
}

template <class Base>
void OnGpu<Base>::gate(Activation activation, Address gate, Address up, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start("gate", [&](cudaStream_t stream) { kernels::gate(stream, activation, gate, up, batch, columns, stride, out); });
}

template <class Base> void OnGpu<Base>::slice(Address x, uint32_t batch, uint32_t columns, uint32_t stride, Address out) {
    start("slice", [&](cudaStream_t stream) { kernels::slice(stream, x, batch, columns, stride, out); });
}

template <class Base> void OnGpu<Base>::soft_cap(Address x, uint64_t count, float cap) {
    start("soft_cap", [&](cudaStream_t stream) { kernels::soft_cap(stream, x, count, cap); });
}

template <class Base> void OnGpu<Base>::choose(Address x, uint32_t count, const Steps &steps, Address how, Address room, Address out) {
    start("choose", [&](cudaStream_t stream) { kernels::choose(stream, x, count, steps, how, room, out); });
}

template <class Base> uint64_t OnGpu<Base>::choice_room(const Steps &steps) const {
    return kernels::choice_room(steps);
}

template <class Base> uint64_t OnGpu<Base>::score_room(uint32_t batch, uint32_t heads, uint32_t value_size, uint64_t capacity) const {
    return kernels::score_room(batch, heads, value_size, capacity);
}

template <class Base> uint32_t OnGpu<Base>::prompt_batch(uint32_t, uint64_t) const {
    return largest_prompt_batch;
}

template <class Base> std::unique_ptr<Recording> OnGpu<Base>::record(const std::function<void()> &operations) {
    if (!queue_.way().records) return nullptr;
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

thread_local bool starts_early = true;

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
