// Choosing a token. The tokens that are left are the first ones of an order, so a threshold says which: it is found a
// digit at a time, from histograms of how many logits, or how much weight, have which digit (radix selection). Each
// block has a part of the vocabulary and a histogram of its own; the blocks of the next kernel all add these up and
// find the digit. All sums are of integers, so that no order changes them, that of atomics within a block included.
#include "ops/sampling.h"
#include "gpu/kernels/kernels.h"
#include "gpu/launch/launch.h"
#include <cstddef>

namespace sncuda::kernels {

namespace {

constexpr uint32_t block_size = 256, most_blocks = 64, smallest_part = 1024;
constexpr uint32_t digit_bits = 8, digits = 32 / digit_bits, bins = 1 << digit_bits;
static_assert(bins == block_size, "a thread has a bin");
// Of a block's histogram: many logits have the same upper digit, and would wait for each other.
constexpr uint32_t copies = 4;
constexpr uint32_t group = 16;

struct Candidate {
    float value;
    uint32_t index, odd;
};

struct Tally {
    uint64_t weight, count;
};

// Knowledge of the threshold.
struct Selection {
    uint32_t prefix;  // its upper digits, and in the end all of them
    uint32_t least;   // none is below this
    uint64_t target;  // what is left to be reached among those with the prefix; in the end, how many equals are kept
    uint64_t above;   // the weight of those above
    uint64_t sum;     // of all weights that the target is a share of; 0 while it is unknown
};

struct SamplingWorkspace {
    Candidate candidates[most_blocks];
    uint64_t sums[most_blocks];
    Selection selections[2 * digits + 1]; // before each stage, and the last
    // Of a stage and the one before it. Behind here nothing is used unless tokens are left out.
    uint64_t weights[2][most_blocks][bins];
    uint32_t counts[2][most_blocks][bins];
};

// A histogram while a block makes it, and values of a block's threads, in which a place is looked for.
struct Shared {
    uint32_t counts[bins * copies], low[bins * copies], high[bins * copies]; // weights in two halves
    Tally values[block_size], groups[block_size / group];
};

// The digits of the likeliest so many come first, then those of the likeliest with so much weight.
struct Plan {
    uint32_t by_count, all;
    __host__ __device__ bool weighs() const { return all > by_count; }
    __device__ bool by_weight(uint32_t stage) const { return stage >= by_count; }
};

struct SamplingOptions {
    float *x;
    uint32_t count;
    const SamplingParams *how;
    SamplingWorkspace *workspace;
    Plan plan;
};

// The larger one, the first of equals; the first odd one.
__device__ Candidate better(const Candidate &a, const Candidate &b) {
    bool second = b.index != UINT32_MAX && (a.index == UINT32_MAX || b.value > a.value || (b.value == a.value && b.index < a.index));
    return {second ? b.value : a.value, second ? b.index : a.index, min(a.odd, b.odd)};
}

// The best of what a block's threads have, for thread 0.
__device__ Candidate best_of_block(Candidate mine) {
    auto *best = static_cast<Candidate *>(block_memory());
    best[threadIdx.x] = mine;
    for (uint32_t half = blockDim.x / 2; half > 0; half /= 2) {
        __syncthreads();
        if (threadIdx.x < half) best[threadIdx.x] = better(best[threadIdx.x], best[threadIdx.x + half]);
    }
    return best[0];
}

__host__ __device__ inline uint32_t blocks_of(uint32_t count) {
    uint32_t parts = count / smallest_part;
    return parts < 1 ? 1 : parts > most_blocks ? most_blocks : parts;
}

struct Part {
    uint32_t begin, end;
};

// The part of a whole that one of so many threads, or blocks, has.
__device__ Part part_of(Part whole, uint32_t number, uint32_t of) {
    uint32_t each = (whole.end - whole.begin + of - 1) / of;
    uint32_t begin = min(whole.begin + number * each, whole.end);
    return {begin, min(begin + each, whole.end)};
}

__device__ Part part_of_block(const SamplingOptions &c, uint32_t block) {
    return part_of({0, c.count}, block, blocks_of(c.count));
}

__device__ Candidate best_candidate(const SamplingOptions &c) {
    Candidate best = c.workspace->candidates[0];
    for (uint32_t i = 1; i < blocks_of(c.count); i++) best = better(best, c.workspace->candidates[i]);
    return best;
}

// One block.
__global__ void penalise_kernel(float *x, const SamplingParams *how) {
    wait_for_earlier();
    const auto *recent = at<uint32_t>(how->recent);
    for (uint32_t i = threadIdx.x; i < how->recent_count; i += blockDim.x) x[recent[i]] = penalised(x[recent[i]], how->penalty);
}

__global__ void find_candidates_kernel(SamplingOptions c) {
    wait_for_earlier();
    Candidate mine{0, UINT32_MAX, UINT32_MAX};
    Part part = part_of_block(c, blockIdx.x);
    for (uint32_t i = part.begin + threadIdx.x; i < part.end; i += blockDim.x) {
        bool odd = is_odd(c.x[i]);
        mine = better(mine, {c.x[i], odd ? UINT32_MAX : i, odd ? i : UINT32_MAX});
    }
    mine = best_of_block(mine);
    if (threadIdx.x == 0) c.workspace->candidates[blockIdx.x] = mine;
}

// Brings the values of all threads together, and sums of groups of them.
__device__ void gather(Shared &shared, Tally mine) {
    __syncthreads();
    shared.values[threadIdx.x] = mine;
    __syncthreads();
    if (threadIdx.x < block_size / group) {
        Tally sum{0, 0};
        for (uint32_t i = 0; i < group; i++) {
            sum.weight += shared.values[threadIdx.x * group + i].weight;
            sum.count += shared.values[threadIdx.x * group + i].count;
        }
        shared.groups[threadIdx.x] = sum;
    }
    __syncthreads();
}

__device__ uint64_t total_weight(const Shared &shared) {
    uint64_t sum = 0;
    for (const Tally &one : shared.groups) sum += one.weight;
    return sum;
}

struct Found {
    uint32_t index;
    Tally before;
};

// Adds to what was found, unless the target is reached with it.
__device__ bool passes(Found &found, const Tally &next, bool by_weight, uint64_t target) {
    Tally then{found.before.weight + next.weight, found.before.count + next.count};
    if ((by_weight ? then.weight : then.count) >= target) return false;
    found.before = then;
    return true;
}

// The first of the gathered values with which the sum is no less than a target, which it reaches.
__device__ Found find(const Shared &shared, bool by_weight, uint64_t target) {
    Found found{0, {0, 0}};
    uint32_t in = 0;
    while (in < block_size / group - 1 && passes(found, shared.groups[in], by_weight, target)) in++;
    found.index = in * group;
    while (found.index < in * group + group - 1 && passes(found, shared.values[found.index], by_weight, target)) found.index++;
    return found;
}

__device__ uint32_t shift_of(uint32_t stage) {
    return 32 - digit_bits * (stage % digits + 1);
}

// The sums of what the blocks had in a stage, the largest digit first.
__device__ void gather_histograms(const SamplingOptions &c, uint32_t stage, Shared &shared) {
    Tally mine{0, 0};
    uint32_t bin = bins - 1 - threadIdx.x;
    for (uint32_t block = 0; block < blocks_of(c.count); block++) {
        mine.count += c.workspace->counts[stage % 2][block][bin];
        if (c.plan.weighs()) mine.weight += c.workspace->weights[stage % 2][block][bin];
    }
    gather(shared, mine);
}

// The selection as it is known before a stage, after those before it. All threads of a block together.
__device__ Selection selection_before(const SamplingOptions &c, uint32_t stage, float largest, Shared &shared) {
    if (stage == 0) return {0, 0, c.plan.by_count ? min(c.how->top_k, c.count) : 0, 0, 0};
    uint32_t last = stage - 1;
    Selection s = c.workspace->selections[last];
    bool by_weight = c.plan.by_weight(last);
    gather_histograms(c, last, shared);
    if (last == c.plan.by_count) s.target = share_of(c.how->top_p, s.sum ? s.sum : total_weight(shared));
    Found found = find(shared, by_weight, s.target);
    s.prefix |= (bins - 1 - found.index) << shift_of(last);
    s.target -= by_weight ? found.before.weight : found.before.count;
    s.above += found.before.weight;
    if (stage % digits != 0 || !c.plan.weighs()) return s;
    uint64_t one = weight_of(of_sortable(s.prefix), largest);
    if (!by_weight) return {0, s.prefix, 0, 0, s.above + s.target * one};
    s.target = (s.target + one - 1) / one;
    return s;
}

__device__ void remember(const SamplingOptions &c, uint32_t stage, const Selection &selection) {
    if (blockIdx.x == 0 && threadIdx.x == 0) c.workspace->selections[stage] = selection;
}

__device__ void add(Shared &shared, uint32_t digit, uint64_t weight) {
    uint32_t to = digit * copies + threadIdx.x % copies;
    atomicAdd(&shared.counts[to], 1u);
    if (weight == 0) return;
    auto low = uint32_t(weight);
    uint32_t before = atomicAdd(&shared.low[to], low);
    atomicAdd(&shared.high[to], uint32_t(weight >> 32) + (before > UINT32_MAX - low));
}

// A block's histogram of one digit, of the logits that share the digits above it with the threshold.
__global__ void count_digits_kernel(SamplingOptions c, uint32_t stage) {
    wait_for_earlier();
    auto &shared = *static_cast<Shared *>(block_memory());
    Candidate best = best_candidate(c);
    if (best.odd != UINT32_MAX) return;
    Selection selection = selection_before(c, stage, best.value, shared);
    remember(c, stage, selection);
    for (uint32_t i = threadIdx.x; i < bins * copies; i += blockDim.x) shared.counts[i] = shared.low[i] = shared.high[i] = 0;
    __syncthreads();
    uint32_t shift = shift_of(stage), above = stage % digits == 0 ? 0 : UINT32_MAX << (shift + digit_bits);
    Part part = part_of_block(c, blockIdx.x);
    for (uint32_t i = part.begin + threadIdx.x; i < part.end; i += blockDim.x) {
        uint32_t key = sortable(c.x[i]);
        if (key < selection.least || (key & above) != selection.prefix) continue;
        add(shared, key >> shift & (bins - 1), c.plan.weighs() ? weight_of(c.x[i], best.value) : 0);
    }
    __syncthreads();
    Tally mine{0, 0};
    for (uint32_t i = threadIdx.x * copies; i < (threadIdx.x + 1) * copies; i++) {
        mine.count += shared.counts[i];
        mine.weight += shared.low[i] + (uint64_t(shared.high[i]) << 32);
    }
    c.workspace->counts[stage % 2][blockIdx.x][threadIdx.x] = uint32_t(mine.count);
    if (c.plan.weighs()) c.workspace->weights[stage % 2][blockIdx.x][threadIdx.x] = mine.weight;
}

// Up to where, in a block's part, logits equal to the threshold are kept. All threads of a block together.
__device__ uint32_t end_of_equals(const SamplingOptions &c, const Selection &selection, uint32_t block, Shared &shared) {
    Part part = part_of_block(c, block);
    if (c.plan.all == 0) return part.end;
    const auto &counts = c.workspace->counts[(c.plan.all - 1) % 2];
    uint32_t bin = selection.prefix % bins;
    uint64_t before = 0;
    for (uint32_t i = 0; i < block; i++) before += counts[i][bin];
    if (selection.target <= before) return part.begin;
    if (selection.target >= before + counts[block][bin]) return part.end;
    Tally mine{0, 0};
    Part own = part_of(part, threadIdx.x, block_size);
    for (uint32_t i = own.begin; i < own.end; i++) mine.count += sortable(c.x[i]) == selection.prefix;
    gather(shared, mine);
    uint64_t left = selection.target - before;
    Found found = find(shared, false, left);
    left -= found.before.count;
    for (uint32_t i = part_of(part, found.index, block_size).begin; i < part.end; i++) {
        if (sortable(c.x[i]) == selection.prefix && --left == 0) return i + 1;
    }
    return part.end;
}

// The logits of a block's part that are left.
struct Kept {
    uint32_t threshold, end;
    __device__ uint64_t weight(const SamplingOptions &c, uint32_t i, float largest) const {
        uint32_t key = sortable(c.x[i]);
        bool kept = key > threshold || (key == threshold && i < end);
        return kept ? drawn_weight(c.x[i], largest, *c.how) : 0;
    }
};

__global__ void sum_weights_kernel(SamplingOptions c) {
    wait_for_earlier();
    auto &shared = *static_cast<Shared *>(block_memory());
    Candidate best = best_candidate(c);
    if (best.odd != UINT32_MAX) return;
    Selection selection = selection_before(c, c.plan.all, best.value, shared);
    remember(c, c.plan.all, selection);
    Kept kept{selection.prefix, end_of_equals(c, selection, blockIdx.x, shared)};
    Tally mine{0, 0};
    Part part = part_of_block(c, blockIdx.x);
    for (uint32_t i = part.begin + threadIdx.x; i < part.end; i += blockDim.x) mine.weight += kept.weight(c, i, best.value);
    gather(shared, mine);
    if (threadIdx.x == 0) c.workspace->sums[blockIdx.x] = total_weight(shared);
}

// One block: the draw, among the blocks' parts, then among the threads' parts of one of them.
__global__ void draw_kernel(SamplingOptions c, Sampled *out) {
    wait_for_earlier();
    auto &shared = *static_cast<Shared *>(block_memory());
    Candidate best = best_candidate(c);
    if (best.odd != UINT32_MAX) {
        if (threadIdx.x == 0) *out = {0, best.odd};
        return;
    }
    Selection selection = c.workspace->selections[c.plan.all];
    gather(shared, {threadIdx.x < blocks_of(c.count) ? c.workspace->sums[threadIdx.x] : 0, 0});
    uint64_t left = drawn_place(c.how->draw, total_weight(shared));
    Found found = find(shared, true, left);
    left -= found.before.weight;
    Part part = part_of_block(c, found.index), own = part_of(part, threadIdx.x, block_size);
    Kept kept{selection.prefix, end_of_equals(c, selection, found.index, shared)};
    Tally mine{0, 0};
    for (uint32_t i = own.begin; i < own.end; i++) mine.weight += kept.weight(c, i, best.value);
    gather(shared, mine);
    found = find(shared, true, left);
    if (threadIdx.x != found.index) return;
    left -= found.before.weight;
    for (uint32_t i = own.begin; i < own.end; i++) {
        uint64_t weight = kept.weight(c, i, best.value);
        if (left <= weight) {
            *out = {i, UINT32_MAX};
            return;
        }
        left -= weight;
    }
}

// One block.
__global__ void take_largest_kernel(SamplingOptions c, Sampled *out) {
    wait_for_earlier();
    Candidate best = best_candidate(c);
    if (threadIdx.x == 0) *out = {best.odd == UINT32_MAX ? best.index : 0, best.odd};
}

} // namespace

uint64_t sampling_workspace(const SamplingSteps &steps) {
    return steps.top_k || steps.top_p ? sizeof(SamplingWorkspace) : offsetof(SamplingWorkspace, weights);
}

void sample(cudaStream_t stream, Address x, uint32_t count, const SamplingSteps &steps, Address how, Address workspace, Address out) {
    uint32_t by_count = steps.top_k ? digits : 0;
    SamplingOptions c{at<float>(x), count, at<SamplingParams>(how), at<SamplingWorkspace>(workspace), {by_count, by_count + (steps.top_p ? digits : 0)}};
    uint32_t blocks = blocks_of(count), shared = sizeof(Shared);
    if (steps.penalty) start(stream, 1, block_size, 0, penalise_kernel, c.x, c.how);
    start(stream, blocks, block_size, block_size * uint32_t(sizeof(Candidate)), find_candidates_kernel, c);
    if (!steps.draw) {
        start(stream, 1, warp, 0, take_largest_kernel, c, at<Sampled>(out));
        return;
    }
    for (uint32_t stage = 0; stage < c.plan.all; stage++) start(stream, blocks, block_size, shared, count_digits_kernel, c, stage);
    start(stream, blocks, block_size, shared, sum_weights_kernel, c);
    start(stream, 1, block_size, shared, draw_kernel, c, at<Sampled>(out));
}

} // namespace sncuda::kernels
