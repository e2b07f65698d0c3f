"""What has to be right: kernels, models, memory, the functions that run a host's own kernels."""

import json
import struct
import threading

import kernels
import numpy as np
import random_models as models
from simple_native import _library, cuda

CPU_REFERENCE = -1
TEXT = "The quick brown fox jumps over the lazy dog; "
MIB = 2**20


def findings(name, parameters, *arguments):
    """Those of the archive's own comparisons, entries that only this check's build has."""
    text = _library.declare(name, "t", parameters)(*arguments)
    if not text:
        raise RuntimeError(cuda.rt_cuda_get_last_error())
    return json.loads(text)


def normalised_error(actual, expected):
    actual, expected = np.array(actual), np.array(expected)
    return float(((actual - expected) ** 2).mean() / (expected**2).mean())


def spoken(model, prompt, count, temperature=0.0, seed=1, **options):
    how = {"max_tokens": count, "temperature": temperature, "seed": seed, **options}
    with model.inference_start_with_options(prompt, json.dumps(how)) as inference:
        pieces = []
        while (token := inference.next_token()).has_token:
            pieces.append(token.token)
    return pieces


class Checks:
    def __init__(self, report, device, folder, seed):
        self.report, self.device, self.folder, self.seed = report, device, folder, seed

    def context(self):
        return cuda.CudaContext.init(self.device)

    def small(self, name="llama-Q4_0"):
        found = next(entry for entry in models.small_models() if entry[0] == name)
        return models.write(self.folder / f"{name}.gguf", *found[1:], 7)

    def free(self):
        cuda.rt_cuda_synchronize()
        return cuda.rt_cuda_device_free_memory(self.device)

    def kernels(self):
        """Every kernel, against the CPU reference, on fresh random inputs."""
        groups = {}
        for finding in findings("rt_cuda_check_kernels", "ii", self.device, self.seed):
            groups.setdefault(finding["operation"], []).append(finding)
        for operation, of_it in groups.items():
            bad = [f for f in of_it if not f["passed"]]
            worst = max(f["error"] for f in of_it)
            detail = f"{len(of_it)} shapes, worst error {worst:.1e}"
            for f in bad[:5]:
                detail += f"; {f['shape']}: {f['error']:.1e}, limit {f['limit']:.0e} {f['wrong']}"
            self.report.check(operation, not bad, detail)

    def models(self):
        """Small models of every architecture and type: the same logits and greedy texts as the CPU reference's."""
        prompts = [TEXT[:5], TEXT * 4]
        for number, (name, c, kind) in enumerate(models.small_models()):
            path = models.write(self.folder / f"{name}.gguf", c, kind, self.seed + number)
            answers = []
            for device in (self.device, CPU_REFERENCE):
                with cuda.CudaContext.init(device) as context, context.load_model(str(path)) as model:
                    residency = model.check_vram_residency()
                    logits = [model.logits(prompt) for prompt in prompts]
                    answers.append((logits, [spoken(model, prompt, 24) for prompt in prompts], residency))
            error = max(normalised_error(a, e) for a, e in zip(answers[0][0], answers[1][0]))
            same = answers[0][1] == answers[1][1]
            self.report.check(name, error <= 1e-4 and same and answers[0][2],
                              f"logits NMSE {error:.1e}, greedy text {'equal' if same else 'DIFFERENT'}, resident {answers[0][2]}")
            path.unlink()

    def repeats(self):
        """The same tokens, ten times, at temperature 0 and 1, and with filters."""
        filters = {"top_k": 50, "top_p": 0.9, "min_p": 0.01, "repeat_penalty": 1.2}
        with self.context() as context, context.load_model(str(self.small())) as model:
            for temperature, options, how in ((0.0, {}, ""), (1.0, {}, ""), (1.0, filters, " with filters")):
                texts = {tuple(spoken(model, TEXT, 60, temperature, 42, **options)) for _ in range(10)}
                self.report.check(f"10 runs at temperature {temperature:g}{how}", len(texts) == 1, f"{len(texts)} different texts")
        self.ways()

    def ways(self):
        """The same bits whether tokens are recorded or not, and whether kernels start early or not."""
        found = [f for name in ("llama-Q4_0", "llama-F16") for f in findings("rt_cuda_check_ways", "iti", self.device, str(self.small(name)), 300)]
        for finding in found:
            self.report.check(f"{finding['operation']}, {finding['shape']}", finding["passed"], finding["wrong"])
        if not found:
            self.report.say("left out: recordings and early starts, which this device has not")

    def together(self):
        """Several inferences of one model at once give what they give alone."""
        with self.context() as context, context.load_model(str(self.small())) as model:
            expected = [spoken(model, TEXT, 40, 1.0, seed) for seed in range(4)]
            results = [None] * 4

            def speak(seed):
                results[seed] = spoken(model, TEXT, 40, 1.0, seed)

            for _ in range(5):
                threads = [threading.Thread(target=speak, args=(seed,)) for seed in range(4)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                if not self.report.check("4 inferences at once", results == expected):
                    break
            self.disturbed(context, model, speak, results, expected)

    def disturbed(self, context, model, speak, results, expected):
        """Inferences while other threads load models, wait for the device and ask for its health, as long as they last."""
        over, wrong = threading.Event(), []
        others = {"loading": lambda: context.load_model(str(self.folder / "llama-Q4_0.gguf")).close(), "synchronize": cuda.rt_cuda_synchronize,
                  "health": context.check_device_health}

        def again(name, body):
            cuda.rt_cuda_set_device(self.device)
            while not over.is_set():
                try:
                    if body() is False:
                        wrong.append(f"{name}: {cuda.rt_cuda_get_last_error()}")
                except Exception as error:
                    wrong.append(f"{name}: {error}")

        disturbers = [threading.Thread(target=again, args=other) for other in others.items()]
        for thread in disturbers:
            thread.start()
        good = True
        for _ in range(5):
            results[:] = [None] * 4
            speakers = [threading.Thread(target=speak, args=(seed,)) for seed in range(4)]
            for thread in speakers:
                thread.start()
            for thread in speakers:
                thread.join()
            good = good and results == expected
        over.set()
        for thread in disturbers:
            thread.join()
        self.report.check("4 inferences while others load and wait", good and not wrong, "; ".join(wrong[:3]))

    def memory(self):
        self.too_large()
        self.given_back()
        if self.device == CPU_REFERENCE:
            self.report.say("left out: exhausting memory, which is the whole machine's on the CPU reference")
        else:
            self.exhaustion()
        with self.context() as context:
            self.report.check("health", context.check_device_health())
            self.report.check("nothing is left allocated", context.get_process_vram_usage() == 0, f"{context.get_process_vram_usage()} bytes")

    def too_large(self):
        """A model larger than the card is refused before anything is copied."""
        free = self.free()
        rows = free // (4096 * 2) + 300_000
        layers = rows // (3 * 2**17) + 1
        c = models.shape("llama", width=4096, hidden=2**17, layers=layers, heads=32, kv=8, size=128)
        path = self.folder / "too-large.gguf"
        models.write_empty(path, c, "F16")
        with self.context() as context:
            # The CPU reference would read a mapped file a page at a time.
            cuda.rt_cuda_set_mapping(False)
            model = cuda.rt_cuda_load_model(context.handle, str(path))
            cuda.rt_cuda_set_mapping(True)
            code, words = cuda.rt_cuda_get_last_error_code(), cuda.rt_cuda_get_last_error()
            numbers = [int(word) for word in words.replace(",", " ").split() if word.isdigit()]
            named = any(abs(n - free) < 2**30 for n in numbers) and any(n > free for n in numbers)
            self.report.check("a model larger than the memory", model == 0 and code == 2 and named, words.replace(str(path), "..."))
            self.report.check("nothing of it is allocated", context.get_process_vram_usage() == 0)
        path.unlink()

    def given_back(self):
        """After unloading, free memory is back, 100 times."""
        path = str(self.small())

        def once():
            with self.context() as context, context.load_model(path) as model:
                spoken(model, TEXT, 4)

        for _ in range(3):  # what the driver keeps after the first uses
            once()
        before, worst, used = self.free(), 0, 0
        for _ in range(100):
            once()
            worst = max(worst, before - self.free())
        with self.context() as context:
            used = context.get_process_vram_usage()
        if self.device == CPU_REFERENCE:
            worst = used  # others use the host's memory too
        self.report.check("free memory is back 100 times", worst <= MIB and used == 0, f"{worst} bytes short at worst")

    def exhaustion(self):
        """No room in the middle of an inference fails that inference alone."""
        with self.context() as context, context.load_model(str(self.small())) as model:
            expected = spoken(model, TEXT, 8)
            hogs = []
            size = 2**40
            while size >= 2**12:
                address = cuda.rt_cuda_malloc(size)
                if address:
                    hogs.append(address)
                else:
                    size //= 2
            codes = set()
            for _ in range(3):
                inference = cuda.rt_cuda_inference_start(model.handle, TEXT, 8, 0.0, 1)
                token = cuda.rt_cuda_inference_next_token(inference) if inference else None
                if not (token and token.has_token):
                    codes.add(cuda.rt_cuda_get_last_error_code())
                cuda.rt_cuda_get_last_error()
                if inference:
                    cuda.rt_cuda_inference_free(inference)
            for address in hogs:
                cuda.rt_cuda_free(address)
            self.report.check("an inference without room", codes == {2}, f"codes {sorted(codes)}, {len(hogs)} allocations held the memory")
            self.report.check("the next one works", spoken(model, TEXT, 8) == expected)
            self.report.check("the device is well", context.check_device_health())

    def functions(self):
        """The functions on devices, memory and kernels, through C as any host calls them."""
        c = cuda
        check = self.report.check
        size = 4 * 1000
        x = np.random.default_rng(self.seed).normal(size=1000).astype(np.float32)
        y = np.arange(1000, dtype=np.float32)
        check("device in use", c.rt_cuda_get_device() == self.device)
        a, b, spare = (c.rt_cuda_malloc(size) for _ in range(3))
        check("malloc", a > 0 and b > 0 and spare > 0 and a % 256 == b % 256 == 0)
        check("host to device", c.rt_cuda_memcpy_h2d(a, x.tobytes(), size) and c.rt_cuda_memcpy_h2d(b, y.tobytes(), size))
        check("memset", c.rt_cuda_memset(spare, 7, size))
        check("device to device", c.rt_cuda_memcpy_d2d(spare, a, size // 2))
        back = bytearray(size)
        check("device to host", c.rt_cuda_memcpy_d2h(back, spare, size) and bytes(back) == x.tobytes()[: size // 2] + b"\x07" * (size // 2))
        check("a copy beyond the end is refused", not c.rt_cuda_memcpy_h2d(a + 8, x.tobytes(), size), c.rt_cuda_get_last_error())
        if self.device == CPU_REFERENCE:
            check("the CPU reference runs no PTX", c.rt_cuda_compile_ptx(kernels.SCALE_AND_ADD) == 0, c.rt_cuda_get_last_error())
        else:
            self.ptx(a, b, size, x, y)
        stream = c.rt_cuda_stream_create()
        check("stream", stream > 0 and c.rt_cuda_stream_synchronize(stream) and c.rt_cuda_stream_destroy(stream), c.rt_cuda_get_last_error())
        check("a stream that is gone", not c.rt_cuda_stream_synchronize(stream), c.rt_cuda_get_last_error())
        check("free", all(c.rt_cuda_free(one) for one in (a, b, spare)) and not c.rt_cuda_free(a), c.rt_cuda_get_last_error())
        check("synchronize", c.rt_cuda_synchronize())
        if self.device != CPU_REFERENCE:
            capability = c.rt_cuda_compute_capability(self.device)
            check("compute capability", capability.major >= 8, f"{capability.major}.{capability.minor}")

    def ptx(self, a, b, size, x, y):
        c = cuda
        check = self.report.check
        module = c.rt_cuda_compile_ptx(kernels.SCALE_AND_ADD)
        check("compile PTX", module > 0, c.rt_cuda_get_last_error())
        function = c.rt_cuda_get_function(module, "scale_and_add")
        check("get function", function > 0, c.rt_cuda_get_last_error())
        check("a function that is not there", c.rt_cuda_get_function(module, "nothing") == 0, c.rt_cuda_get_last_error())
        factor = struct.unpack("<I", struct.pack("<f", 2.5))[0]
        check("too few arguments", not c.rt_cuda_launch_kernel(function, 4, 1, 1, 256, 1, 1, 0, [a, b]), c.rt_cuda_get_last_error())
        launched = c.rt_cuda_launch_kernel(function, 4, 1, 1, 256, 1, 1, 0, [a, b, factor, 1000])
        back = bytearray(size)
        check("launch", launched and c.rt_cuda_synchronize() and c.rt_cuda_memcpy_d2h(back, b, size), c.rt_cuda_get_last_error())
        expected = x.astype(np.float64) * 2.5 + y
        check("its result", np.allclose(np.frombuffer(back, np.float32), expected, rtol=1e-6, atol=1e-6))
        self.shared_memory()
        check("PTX with a mistake", c.rt_cuda_compile_ptx("no kernel") == 0, c.rt_cuda_get_last_error().replace("\n", " "))
        check("unload", c.rt_cuda_unload_module(module))
        check("a function of an unloaded module", not c.rt_cuda_launch_kernel(function, 1, 1, 1, 1, 1, 1, 0, [a, b, factor, 1]), c.rt_cuda_get_last_error())

    def shared_memory(self):
        """More of it than a kernel has unasked, and more than there is."""
        c, words = cuda, 2**14
        module = c.rt_cuda_compile_ptx(kernels.TURN_AROUND)
        function = c.rt_cuda_get_function(module, "turn_around")
        out = c.rt_cuda_malloc(4 * words)
        launched = c.rt_cuda_launch_kernel(function, 1, 1, 1, 256, 1, 1, 4 * words, [out, words])
        back = bytearray(4 * words)
        launched = launched and c.rt_cuda_memcpy_d2h(back, out, 4 * words)
        self.report.check("64 KiB of shared memory", launched and np.array_equal(np.frombuffer(back, np.uint32), np.arange(words)[::-1]), c.rt_cuda_get_last_error())
        refused = not c.rt_cuda_launch_kernel(function, 1, 1, 1, 256, 1, 1, 2**20, [out, words])
        text = c.rt_cuda_get_last_error()
        self.report.check("1 MiB of shared memory is refused", refused and "shared_mem" in text, text)
        c.rt_cuda_free(out)
        c.rt_cuda_unload_module(module)
