"""Speeds, each beside the floor that the card's own copies and products set, which are measured here."""

import json
import shutil
import time

import kernels
import numpy as np
import random_models as models
from simple_native import cuda

GIB = 2**30
PROMPT_TOKENS = 512
MADE_TOKENS = 128


def best(times, body):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        body()
        if not cuda.rt_cuda_synchronize():
            raise RuntimeError(cuda.rt_cuda_get_last_error())
        taken.append(time.perf_counter() - start)
    return min(taken)


def copy_bandwidth(size):
    """Bytes read and written per second by a copy within the device."""
    a, b = cuda.rt_cuda_malloc(size), cuda.rt_cuda_malloc(size)
    if not (a and b):
        raise RuntimeError(cuda.rt_cuda_get_last_error())
    times = 10
    seconds = best(5, lambda: [cuda.rt_cuda_memcpy_d2d(b, a, size) for _ in range(times)]) / times
    cuda.rt_cuda_free(a)
    cuda.rt_cuda_free(b)
    return 2 * size / seconds


def matrix_rate(device):
    """By what instruction, and how many operations per second, tensor cores multiply that do nothing else."""
    products = kernels.wgmma_products() if cuda.rt_cuda_compute_capability(device).major == 9 else kernels.mma_products()
    repeats, blocks, threads = 4096, 2048, 256
    module = cuda.rt_cuda_compile_ptx(products.text)
    if not module:
        raise RuntimeError(cuda.rt_cuda_get_last_error())
    function = cuda.rt_cuda_get_function(module, "products")
    out = cuda.rt_cuda_malloc(blocks * threads * 4)

    def run():
        if not cuda.rt_cuda_launch_kernel(function, blocks, 1, 1, threads, 1, 1, 0, [out, repeats]):
            raise RuntimeError(cuda.rt_cuda_get_last_error())

    run()
    seconds = best(5, run)
    cuda.rt_cuda_free(out)
    cuda.rt_cuda_unload_module(module)
    return products.instruction, products.operations * repeats * blocks * threads / 32 / seconds


def run_model(device, path, prompt, tokens=MADE_TOKENS, **options):
    """Seconds for a prompt with its first token, and for a token."""
    with cuda.CudaContext.init(device) as context, context.load_model(str(path)) as model:
        first, each = [], []
        for seed in range(4):  # the first warms up
            how = {"max_tokens": tokens, "temperature": 0.0, "seed": seed, **options}
            with model.inference_start_with_options(prompt, json.dumps(how)) as inference:
                while inference.next_token().has_token:
                    pass
                numbers = inference.statistics()
            first.append(numbers.prompt_seconds)
            each.append(numbers.generation_seconds / max(1, numbers.generated_tokens - 1))
        return min(first[1:]), min(each[1:]), numbers.prompt_tokens


# (shape, kind, aim: share of the copy bandwidth in decoding)
MODELS = [
    (models.LLAMA_1B, "F16", 0.50),
    (models.LLAMA_8B, "F16", 0.75),
    (models.LLAMA_8B, "Q8_0", 0.60),
    (models.LLAMA_8B, "Q4_K", 0.45),
    (models.LLAMA_8B, "BF16", None),
    (models.LLAMA_8B, "Q6_K", None),
    (models.LLAMA_8B, "Q5_0", None),
    (models.LLAMA_8B, "Q4_0", None),
]


def floors(report, device):
    """The bytes and the operations per second that this card's copies and products make, which nothing goes beyond."""
    tiny = device < 0
    bandwidth = copy_bandwidth(64 * 2**20 if tiny else 2 * GIB)
    instruction, rate = (None, None) if tiny else matrix_rate(device)
    report.say(f"copies within the device: {bandwidth / 1e9:.0f} GB/s (read and written)")
    if rate:
        report.say(f"products of 16-bit floats ({instruction}): {rate / 1e12:.0f} TFLOP/s")
    return bandwidth, rate


def measure(report, device, folder):
    bandwidth, rate = floors(report, device)
    choices(report, device, folder)
    shapes = MODELS
    if device < 0:
        small = models.shape("llama", name="tiny", width=512, hidden=1024, layers=2, heads=8, kv=2, size=64)
        shapes = [(small, "F16", None), (small, "Q4_K", None)]
    report.say("\n| model | a token | floor | share | aim | 512-token prompt and first token | floor | share |\n|---|---|---|---|---|---|---|---|")
    for c, kind, aim in shapes:
        row(report, device, folder, c, kind, aim, bandwidth, rate)


# A model that is hardly there, but for its tokens.
MANY_TOKENS = models.shape("llama", name="many tokens", width=32, hidden=32, layers=1, heads=1, kv=1, vocabulary=128256)
FILTERS = {"top_k": 40, "top_p": 0.9, "min_p": 0.05, "repeat_penalty": 1.1}


def choices(report, device, folder):
    """What drawing a token costs, and what filters cost, beyond taking the likeliest."""
    path = models.write(folder / "choices.gguf", MANY_TOKENS, "F16", 1)
    tokens = 16 if device < 0 else MADE_TOKENS
    ways = [{}, {"temperature": 0.8}, {"temperature": 0.8, **FILTERS}]
    largest, drawn, filtered = (run_model(device, path, "a", tokens, **way)[1] for way in ways)
    path.unlink()
    report.say(f"a choice among {MANY_TOKENS['vocabulary']} tokens, beyond the likeliest one's ({largest * 1e3:.3f} ms a token): "
               f"drawn {(drawn - largest) * 1e3:+.3f} ms, filtered ({', '.join(FILTERS)}) {(filtered - largest) * 1e3:+.3f} ms")


def row(report, device, folder, c, kind, aim, bandwidth, rate):
    size, products = models.matrix_values(c, kind)
    name = f"{c['name']} {kind}"
    needed = size * 2
    room, disk = cuda.rt_cuda_device_free_memory(device), shutil.disk_usage(folder).free
    if size * 1.3 + GIB / 4 > room or needed > disk:
        report.say(f"| {name} | left out: {size / GIB:.1f} GiB of weights; {room / GIB:.1f} free on the device, {disk / GIB:.1f} on the disk |")
        return
    path = models.write(folder / "speed.gguf", c, kind, 1, distinct=64)
    prompt = "".join(chr(97 + i) for i in np.random.default_rng(5).integers(0, 26, PROMPT_TOKENS - 1))
    first, each, tokens = run_model(device, path, prompt)
    path.unlink()
    floor = size / bandwidth
    cells = [name, f"{each * 1e3:.3f} ms ({1 / each:.0f}/s)", f"{floor * 1e3:.3f} ms", f"{floor / each:.0%}", f"{aim:.0%}" if aim else ""]
    if rate:
        prompt_floor = 2 * products * tokens / rate
        cells += [f"{first * 1e3:.1f} ms", f"{prompt_floor * 1e3:.1f} ms", f"{prompt_floor / first:.0%} (aim 40%, 50 ms)"]
    else:
        cells += [f"{first * 1e3:.1f} ms", "", ""]
    report.say("| " + " | ".join(cells) + " |")
